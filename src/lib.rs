//! Sign-in Lens.
pub mod clock;
pub mod columns;
pub mod fields;
pub mod record;
pub mod reference;
