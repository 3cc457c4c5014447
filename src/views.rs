//! One file per screen or window. A view reads a snapshot and returns what the user asked for.

pub mod detail;
pub mod lookup;
