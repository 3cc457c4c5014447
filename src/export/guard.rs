//! CSV cells made harmless: an apostrophe before what a spreadsheet would take for a formula.
//!
//! User agents, device names and application names are chosen by attackers, and a spreadsheet runs a cell that begins
//! with `=`, `+`, `-` or `@` (OWASP, "CSV Injection"). The import takes the apostrophes away again
//! ([`crate::import::without_guards`]). Where a cell begins depends on who opens the file:
//!
//! - Parted by commas, as the file is meant (RFC 4180): quotes keep commas and line breaks within their cell, so a cell
//!   begins where the row says. An apostrophe stands before a first character that begins a formula, and before a tab
//!   or carriage return, which some programs skip.
//! - Parted by semicolons or tabs, as spreadsheets set to many a language open any CSV: quotes that do not begin such a
//!   cell mean nothing, so a text itself may hold the end of a cell, and even of a row. Behind a semicolon, a tab or a
//!   line break within a text an apostrophe stands, too, if a formula follows at once or behind quotes.
//!
//! What follows behind a space is left alone: spreadsheets keep the space, which makes the cell text, and honest user
//! agents say `; +https://…` of themselves. Left alone are also rows that are parted by semicolons themselves and opened
//! by commas; no report is downloaded so. A person who splits cells by yet another character is on their own. Workbooks
//! know texts from formulas, so they need none of this.

use std::borrow::Cow;

use super::table::defused;
use crate::import::{FORMULA_SIGNS, next_cell};

/// A cell's text, not yet quoted, with its apostrophes.
#[must_use]
pub fn guarded_cell(text: Cow<'_, str>) -> Cow<'_, str> {
    let guards: Vec<usize> = (0..text.len()).filter_map(|at| formula_behind(text.as_bytes(), at)).collect();
    if guards.is_empty() {
        return defused(text);
    }
    let mut guarded = String::with_capacity(text.len() + guards.len());
    let mut done = 0;
    for guard in guards {
        guarded.push_str(&text[done..guard]);
        guarded.push('\'');
        done = guard;
    }
    guarded.push_str(&text[done..]);
    Cow::Owned(defused(Cow::Owned(guarded)).into_owned())
}

/// Where a formula would begin behind the separator at this place, if it is one.
fn formula_behind(text: &[u8], at: usize) -> Option<usize> {
    next_cell(text, at).filter(|begin| text.get(*begin).is_some_and(|sign| FORMULA_SIGNS.contains(sign)))
}

/// A row of another program, parted by this delimiter, with its apostrophes, and otherwise byte for byte as it was.
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
            Some(byte) if *byte != delimiter => guards.extend(formula_behind(row, at)),
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
    use crate::import::without_guards;

    fn cells(row: &[u8]) -> Vec<String> {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(row);
        let record = reader.records().next().transpose().expect("memory can be read").unwrap_or_default();
        record.iter().map(str::to_owned).collect()
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
            ("x,\"b,;=cmd|' /C calc'!A0\"", "x,\"b,;'=cmd|' /C calc'!A0\""),
            ("x,\"b\n=1\n\"\"@c\"", "x,\"b\n'=1\n\"\"'@c\""),
        ] {
            assert_eq!(guarded_row(row.as_bytes(), b','), expected.as_bytes(), "{row}");
        }
        assert_eq!(guarded_row(b"a;=b", b';'), b"a;'=b".as_slice());
    }

    #[test]
    fn honest_user_agents_stay_as_they_are() {
        for agent in [
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0",
            "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
            "Mozilla/5.0 (X11; -; Linux; rv:1.0)",
            "python-requests/2.32; a=b; c-d",
        ] {
            assert_eq!(guarded_cell(Cow::Borrowed(agent)), agent);
        }
        assert_eq!(guarded_cell(Cow::Borrowed("x;=cmd|' /C calc'!A0")), "x;'=cmd|' /C calc'!A0");
        assert_eq!(guarded_cell(Cow::Borrowed("=1;\"+2\t@3")), "'=1;\"'+2\t'@3");
    }

    proptest! {
        #[test]
        fn rows_of_others_get_the_apostrophes_of_their_cells(row in "[a=+@\\-,;\t'\" ]{0,40}") {
            let before = cells(row.as_bytes());
            let guarded = guarded_row(row.as_bytes(), b',').into_owned();
            let after = cells(&guarded);
            prop_assert_eq!(before.len(), after.len());
            for (before, after) in before.into_iter().zip(after) {
                prop_assert_eq!(after, guarded_cell(Cow::Owned(before)).into_owned());
            }
        }

        #[test]
        fn an_import_takes_every_apostrophe_away_again(text in "[a=+@\\-;\t\r\n\"' é]{0,30}") {
            let guarded = guarded_cell(Cow::Borrowed(&text));
            prop_assert!((0..guarded.len()).all(|at| formula_behind(guarded.as_bytes(), at).is_none()));
            prop_assert_eq!(without_guards(guarded.clone()), without_guards(Cow::Borrowed(&text)));
        }
    }
}
