//! What is known beforehand: the AADSTS codes, the words of Conditional Access, and which client apps are legacy,
//! and the outlines of the world's countries.
//!
//! The facts come from Microsoft's public documentation and workbooks; the sentences are our own.
//! This floor knows no record, no file and no window.

pub mod aadsts;
pub mod methods;
pub mod policies;
pub mod portal_filters;
pub mod world;

/// Whether a client app (the value of [`crate::fields::Field::ClientApp`]) uses legacy authentication.
/// A blank client app is unknown, which is neither: ask only for a value that is there.
///
/// Source: the two modern families of the portal's client app filter are browsers and modern native apps;
/// every other named value authenticates without modern authentication.
#[must_use]
pub fn is_legacy_client(client_app: &str) -> bool {
    !matches!(client_app, "Browser" | "Mobile Apps and Desktop clients")
}
