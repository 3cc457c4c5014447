//! Identifiers that stand in for those of Microsoft Entra where a file tells none.

use sha2::Sha256;
use sha2::digest::Output;

/// What they begin with, so that nobody takes them for those of Microsoft Entra.
pub const MADE_ID: &str = "row-";

/// Bytes of a hash that are kept: among a billion records, two have the same by chance less than once in ten billion times.
const BYTES: usize = 12;

/// Whether an identifier was made and not told.
#[must_use]
pub fn is_made_id(id: &str) -> bool {
    id.starts_with(MADE_ID)
}

/// An identifier made of a hash: what it begins with, and the first bytes of the hash in lower-case hexadecimal digits.
#[must_use]
pub fn hashed_id(begin: &str, hash: &Output<Sha256>) -> String {
    let mut id = String::with_capacity(begin.len() + 2 * BYTES);
    id.push_str(begin);
    for byte in &hash[..BYTES] {
        for digit in [byte >> 4, byte & 15] {
            id.push(char::from(b"0123456789abcdef"[usize::from(digit)]));
        }
    }
    id
}
