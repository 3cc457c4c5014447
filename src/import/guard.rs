//! The apostrophes that careful exporters put before what a spreadsheet would take for a formula.

use std::borrow::Cow;

/// A formula begins with one of these.
pub const FORMULA_SIGNS: [u8; 4] = *b"=+-@";

/// Where a spreadsheet that parts cells by semicolons or tabs begins a new cell or row within the text of a cell: if
/// the byte at this place ends one, the place of what follows behind any quotes. Neither need be the end of the text.
#[must_use]
pub fn next_cell(text: &[u8], at: usize) -> Option<usize> {
    if !matches!(text.get(at), Some(b';' | b'\t' | b'\r' | b'\n')) {
        return None;
    }
    let behind = text.get(at + 1..)?;
    Some(at + 1 + behind.iter().take_while(|byte| **byte == b'"').count())
}

/// A cell without such apostrophes: at its beginning, and where [`next_cell`] sees a beginning within it.
#[must_use]
pub fn without_guards(cell: Cow<'_, str>) -> Cow<'_, str> {
    let bytes = cell.as_bytes();
    let is_sign = |byte: Option<&u8>| byte.is_some_and(|byte| FORMULA_SIGNS.contains(byte));
    let mut guards = Vec::new();
    for (at, byte) in bytes.iter().enumerate() {
        match (at, byte) {
            (0, b'\'') if is_sign(bytes.get(1)) || matches!(bytes.get(1), Some(b'\t' | b'\r')) => guards.push(0),
            _ => guards
                .extend(next_cell(bytes, at).filter(|at| bytes.get(*at) == Some(&b'\'') && is_sign(bytes.get(at + 1)))),
        }
    }
    match (guards.as_slice(), cell) {
        ([], cell) => cell,
        // Nothing is copied for the usual one.
        ([0], Cow::Borrowed(text)) => Cow::Borrowed(&text[1..]),
        (guards, cell) => {
            let mut bare = String::with_capacity(cell.len());
            let mut done = 0;
            for guard in guards {
                bare.push_str(&cell[done..*guard]);
                done = guard + 1;
            }
            bare.push_str(&cell[done..]);
            Cow::Owned(bare)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guarded_cells_lose_their_apostrophes() {
        for (cell, expected) in [
            ("'-abc", "-abc"),
            ("'=1", "=1"),
            ("'\t=1", "\t=1"),
            ("'s-Hertogenbosch", "'s-Hertogenbosch"),
            ("'", "'"),
            ("a;'=b", "a;=b"),
            ("'=a;\"'@b\n'-c;'d", "=a;\"@b\n-c;'d"),
            ("a;", "a;"),
            ("é; '=b", "é; '=b"),
        ] {
            assert_eq!(without_guards(Cow::Borrowed(cell)), expected);
            assert_eq!(without_guards(Cow::Owned(cell.to_owned())), expected);
        }
    }
}
