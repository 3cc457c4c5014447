//! Sign-in Lens.
pub mod app;
pub mod cache;
pub mod clock;
pub mod columns;
pub mod fields;
pub mod record;
pub mod reference;
