//! Sign-in Lens.
pub mod clock;
pub mod fields;
pub mod import;
pub mod record;
pub mod reference;
