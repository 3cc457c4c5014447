//! CSV rows of others made harmless without being written anew.

use std::borrow::Cow;

/// The row with an apostrophe before every cell that a spreadsheet would take for a formula, and otherwise byte
/// for byte as it was. The import takes such an apostrophe away again.
///
/// A cell is judged by its first character behind the quote that may open it.
#[must_use]
pub fn guarded_row(row: &[u8], delimiter: u8) -> Cow<'_, [u8]> {
    let mut guards = Vec::new();
    let (mut at, mut quoted, mut cell_begins) = (0, false, true);
    while let Some(byte) = row.get(at) {
        if cell_begins {
            quoted = *byte == b'"';
            let mut first = at + usize::from(quoted);
            if quoted && row.get(first) == Some(&b'"') && row.get(first + 1) != Some(&b'"') {
                // An empty quoted part, behind which the cell may go on.
                quoted = false;
                first += 1;
            }
            if row.get(first).is_some_and(|byte| matches!(byte, b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r')) {
                guards.push(first);
            }
            cell_begins = false;
            at = first;
        }
        match row.get(at) {
            Some(b'"') if quoted && row.get(at + 1) == Some(&b'"') => at += 1,
            Some(b'"') if quoted => quoted = false,
            Some(byte) if *byte == delimiter && !quoted => cell_begins = true,
            _ => {}
        }
        at += 1;
    }
    if guards.is_empty() {
        return Cow::Borrowed(row);
    }
    let mut guarded = Vec::with_capacity(row.len() + guards.len());
    let mut done = 0;
    for guard in guards {
        guarded.extend_from_slice(&row[done..guard]);
        guarded.push(b'\'');
        done = guard;
    }
    guarded.extend_from_slice(&row[done..]);
    Cow::Owned(guarded)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cells(row: &[u8]) -> Vec<Vec<u8>> {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(row);
        let record = reader.byte_records().next().transpose().expect("memory can be read").unwrap_or_default();
        record.iter().map(<[u8]>::to_vec).collect()
    }

    #[test]
    fn only_what_begins_a_formula_gets_an_apostrophe() {
        for (row, expected) in [
            ("a,b-c,1=1", "a,b-c,1=1"),
            ("=1,\"=cmd|' /C calc'!A0\",-x", "'=1,\"'=cmd|' /C calc'!A0\",'-x"),
            ("\"a,=b\",\"\"\"=c\",@d", "\"a,=b\",\"\"\"=c\",'@d"),
            (",,+1,", ",,'+1,"),
            ("'=1,'-2", "'=1,'-2"),
            ("", ""),
        ] {
            assert_eq!(guarded_row(row.as_bytes(), b','), expected.as_bytes(), "{row}");
        }
        assert_eq!(guarded_row(b"a;=b", b';'), b"a;'=b".as_slice());
    }

    proptest! {
        #[test]
        fn cells_stay_the_same_but_for_the_apostrophe(row in "[a=+@\\-,\" ]{0,40}") {
            let before = cells(row.as_bytes());
            let after = cells(&guarded_row(row.as_bytes(), b','));
            prop_assert_eq!(before.len(), after.len());
            for (before, after) in before.iter().zip(&after) {
                let is_formula = before.first().is_some_and(|byte| b"=+-@\t\r".contains(byte));
                let expected = if is_formula { [b"'".as_slice(), before].concat() } else { before.clone() };
                prop_assert_eq!(after, &expected);
            }
        }
    }
}
