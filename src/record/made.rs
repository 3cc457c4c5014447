//! Identifiers that stand in for those of Microsoft Entra where a file tells none.

/// What they begin with, so that nobody takes them for those of Microsoft Entra.
pub const MADE_ID: &str = "row-";

/// Whether an identifier was made and not told.
#[must_use]
pub fn is_made_id(id: &str) -> bool {
    id.starts_with(MADE_ID)
}
