//! CSV: where each row ends, and the cells of a row.
//!
//! The grammar is that of the `csv` crate (a test holds the two together): a quote opens a quoted cell
//! only at the cell's beginning, rows end with CR, LF or both, and empty lines are no rows. Rows are cut
//! and read by our own code because every record keeps its raw text, and because cells without doubled
//! quotes can then be borrowed from it.

use std::borrow::Cow;

use memchr::{memchr, memchr2, memchr3};

use super::split::{CUT_OFF, LONGEST, Piece, TOO_LONG};

/// Finds the rows of a CSV text, the header among them.
#[derive(Debug)]
pub(super) struct CsvSplitter {
    delimiter: u8,
    longest: usize,
    /// Where the row begins, once its first byte is there.
    start: Option<usize>,
    at: usize,
    quoted: bool,
    cell_begins: bool,
    mode: Mode,
}

/// How the end of a row is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    /// By the grammar: quoted line breaks belong to the row.
    Quotes,
    /// A quote was never closed: from there on every line is a row, so that one stray quote costs one row.
    Lines,
    /// The same, within a line that is too long and reported already.
    Skipping,
}

impl CsvSplitter {
    pub(super) fn new(delimiter: u8) -> Self {
        Self { delimiter, longest: LONGEST, start: None, at: 0, quoted: false, cell_begins: true, mode: Mode::Quotes }
    }

    #[cfg(test)]
    fn with_longest(mut self, longest: usize) -> Self {
        self.longest = longest;
        self
    }

    pub(super) fn needed_from(&self) -> usize {
        self.start.unwrap_or(self.at)
    }

    pub(super) fn dropped(&mut self, bytes: usize) {
        self.at -= bytes;
        self.start = self.start.map(|start| start - bytes);
    }

    pub(super) fn next(&mut self, text: &[u8], last: bool) -> Option<Piece> {
        loop {
            if self.mode == Mode::Skipping {
                let Some(end) = find2(text, self.at) else {
                    self.at = text.len();
                    return None;
                };
                self.at = end;
                self.mode = Mode::Lines;
            }
            let start = if let Some(start) = self.start {
                start
            } else {
                while text.get(self.at).is_some_and(|byte| matches!(byte, b'\r' | b'\n')) {
                    self.at += 1;
                }
                if self.at >= text.len() {
                    return None;
                }
                self.begin(self.at)
            };
            let by_lines = self.mode == Mode::Lines;
            let end = if by_lines { find2(text, self.at) } else { self.row_end(text, last) };
            let length = end.unwrap_or(text.len()) - start;
            if length > self.longest {
                if by_lines {
                    self.start = None;
                    self.at = start + self.longest;
                    self.mode = Mode::Skipping;
                    return Some(Piece { start, end: self.at, problem: Some(TOO_LONG), by_indent: None });
                }
                self.mode = Mode::Lines;
                self.begin(start);
                continue;
            }
            if let Some(end) = end {
                self.start = None;
                self.at = end;
                return Some(Piece { start, end, problem: None, by_indent: None });
            }
            if !last {
                if by_lines {
                    self.at = text.len();
                }
                return None;
            }
            if self.quoted && !by_lines && find2(text, start).is_some() {
                self.mode = Mode::Lines;
                self.begin(start);
                continue;
            }
            let problem = self.quoted.then_some(CUT_OFF);
            self.start = None;
            self.at = text.len();
            return Some(Piece { start, end: text.len(), problem, by_indent: None });
        }
    }

    fn begin(&mut self, start: usize) -> usize {
        self.start = Some(start);
        self.at = start;
        self.quoted = false;
        self.cell_begins = true;
        start
    }

    /// The end of the row, without its line break.
    fn row_end(&mut self, text: &[u8], last: bool) -> Option<usize> {
        loop {
            if self.quoted {
                let Some(quote) = memchr(b'"', &text[self.at..]).map(|found| self.at + found) else {
                    self.at = text.len();
                    return None;
                };
                match text.get(quote + 1) {
                    Some(b'"') => self.at = quote + 2,
                    None if !last => {
                        self.at = quote;
                        return None;
                    }
                    _ => {
                        self.at = quote + 1;
                        self.quoted = false;
                    }
                }
                continue;
            }
            let byte = *text.get(self.at)?;
            if self.cell_begins && byte == b'"' {
                self.quoted = true;
                self.cell_begins = false;
                self.at += 1;
                continue;
            }
            self.cell_begins = byte == self.delimiter;
            if self.cell_begins {
                // Behind a quoted cell, or an empty one.
                self.at += 1;
                continue;
            }
            let Some(found) = memchr3(self.delimiter, b'\n', b'\r', &text[self.at..]) else {
                self.at = text.len();
                return None;
            };
            let found = self.at + found;
            if text[found] != self.delimiter {
                return Some(found);
            }
            self.at = found + 1;
            self.cell_begins = true;
        }
    }
}

fn find2(text: &[u8], from: usize) -> Option<usize> {
    memchr2(b'\n', b'\r', &text[from..]).map(|found| from + found)
}

/// The character between cells, told by the header: the most frequent of comma, semicolon and tab
/// outside quotes, comma if in doubt.
pub(super) fn delimiter_of(header: &[u8]) -> u8 {
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    let mut quoted = false;
    for byte in header {
        quoted ^= *byte == b'"';
        if !quoted && let Some((_, count)) = counts.iter_mut().find(|(delimiter, _)| delimiter == byte) {
            *count += 1;
        }
    }
    counts.into_iter().rev().max_by_key(|(_, count)| *count).map_or(b',', |(delimiter, _)| delimiter)
}

/// Whether a row before the header says how the file was made: PowerShell names a type, spreadsheets the delimiter.
pub(super) fn is_preamble(row: &[u8]) -> bool {
    let row = row.strip_prefix(b"\xef\xbb\xbf").unwrap_or(row).trim_ascii_start();
    let row = row.strip_prefix(b"\"").unwrap_or(row);
    row.starts_with(b"#TYPE ") || row.starts_with(b"sep=")
}

/// Whether a row holds delimiters, quotes and blanks alone: spreadsheets keep rows that were emptied.
pub(super) fn is_blank(row: &[u8], delimiter: u8) -> bool {
    let says_nothing = |byte: &u8| *byte == delimiter || matches!(byte, b'"' | b' ' | b'\t');
    row.first().is_none_or(says_nothing) && row.iter().all(says_nothing)
}

/// The cells of one row, borrowed from it unless they hold doubled quotes.
pub(super) struct Cells<'a> {
    row: &'a str,
    at: Option<usize>,
    delimiter: u8,
}

impl<'a> Cells<'a> {
    /// The cells of a row without its line break.
    pub(super) fn new(row: &'a str, delimiter: u8) -> Self {
        Self { row, at: Some(0), delimiter }
    }

    /// The end of an unquoted text from `from`, and where the next cell begins.
    fn until_delimiter(&self, from: usize) -> (&'a str, Option<usize>) {
        let rest = &self.row.as_bytes()[from..];
        if rest.first() == Some(&self.delimiter) {
            // Behind a quoted cell, or an empty one.
            return ("", Some(from + 1));
        }
        match memchr(self.delimiter, rest) {
            Some(found) => (&self.row[from..from + found], Some(from + found + 1)),
            None => (&self.row[from..], None),
        }
    }
}

impl<'a> Iterator for Cells<'a> {
    type Item = Cow<'a, str>;

    fn next(&mut self) -> Option<Self::Item> {
        let start = self.at?;
        let bytes = self.row.as_bytes();
        if bytes.get(start) != Some(&b'"') {
            let (cell, next) = self.until_delimiter(start);
            self.at = next;
            return Some(Cow::Borrowed(cell));
        }
        let mut from = start + 1;
        let mut cell: Option<String> = None;
        loop {
            let Some(found) = memchr(b'"', &bytes[from..]) else {
                self.at = None;
                return Some(join(cell, &self.row[from..]));
            };
            let quote = from + found;
            if bytes.get(quote + 1) == Some(&b'"') {
                // The part up to and with the first of the two quotes belongs to the cell.
                cell.get_or_insert_default().push_str(&self.row[from..=quote]);
                from = quote + 2;
                continue;
            }
            let (rest, next) = self.until_delimiter(quote + 1);
            self.at = next;
            let quoted = join(cell, &self.row[from..quote]);
            return Some(if rest.is_empty() { quoted } else { Cow::Owned(quoted.into_owned() + rest) });
        }
    }
}

fn join(begin: Option<String>, end: &str) -> Cow<'_, str> {
    match begin {
        None => Cow::Borrowed(end),
        Some(begin) => Cow::Owned(begin + end),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::split::Splitter;
    use super::super::split::tests::split;
    use super::*;

    fn rows(text: &[u8], block: usize) -> Vec<(usize, Vec<u8>, Option<&'static str>)> {
        split(&mut Splitter::Csv(CsvSplitter::new(b',')), text, block)
    }

    #[test]
    fn quoted_line_breaks_stay_in_their_row() {
        let text = b"a,b\r\n\"1\n2\",\"say \"\"hi\"\"\"\r\n\r\n3,4";
        let found: Vec<String> =
            rows(text, 4).into_iter().map(|(_, row, _)| String::from_utf8_lossy(&row).into_owned()).collect();
        assert_eq!(found, ["a,b", "\"1\n2\",\"say \"\"hi\"\"\"", "3,4"]);
        let cells: Vec<_> = Cells::new(&found[1], b',').collect();
        assert_eq!(cells, ["1\n2", "say \"hi\""]);
    }

    #[test]
    fn a_quote_that_is_never_closed_costs_one_row() {
        let found = rows(b"a,b\n\"1,2\n3,4\n5,6\n", 3);
        assert_eq!(found.len(), 4);
        assert_eq!(found[1].1, b"\"1,2");
        assert_eq!(found[3].1, b"5,6");
    }

    #[test]
    fn a_row_cut_off_in_a_quoted_cell_is_told() {
        let found = rows(b"a,b\n1,\"2", 100);
        assert_eq!(found[1], (4, b"1,\"2".to_vec(), Some(CUT_OFF)));
    }

    #[test]
    fn a_row_without_end_is_given_up_and_the_next_is_read() {
        let text = [b"a\n".as_slice(), &[b'x'; 50], b"\nb"].concat();
        for block in [1, 7, 100] {
            let found = split(&mut Splitter::Csv(CsvSplitter::new(b',').with_longest(20)), &text, block);
            assert_eq!(found[1], (2, vec![b'x'; 20], Some(TOO_LONG)));
            assert_eq!(found[2], (53, b"b".to_vec(), None));
        }
    }

    #[test]
    fn the_header_tells_the_delimiter() {
        assert_eq!(delimiter_of(b"a;b;\"c,d,e,f\""), b';');
        assert_eq!(delimiter_of(b"a,b"), b',');
        assert_eq!(delimiter_of(b"a"), b',');
    }

    proptest! {
        #[test]
        fn rows_are_the_same_at_any_block_size(text in "[ab,\"\n\r]{0,60}", block in 1usize..9, longest in 1usize..30) {
            let splitter = || Splitter::Csv(CsvSplitter::new(b',').with_longest(longest));
            prop_assert_eq!(split(&mut splitter(), text.as_bytes(), block), split(&mut splitter(), text.as_bytes(), 1000));
        }

        #[test]
        fn rows_and_cells_are_those_of_the_csv_crate(text in "[ab,\"\n\r]{0,60}") {
            let mut splitter = Splitter::Csv(CsvSplitter::new(b','));
            let found = split(&mut splitter, text.as_bytes(), 5);
            // Behind a quote that is never closed we read on by lines, which the csv crate does not.
            prop_assume!(matches!(splitter, Splitter::Csv(CsvSplitter { mode: Mode::Quotes, .. })));
            let ours: Vec<Vec<String>> = found
                .iter()
                .map(|(_, row, _)| Cells::new(&String::from_utf8_lossy(row), b',').map(Cow::into_owned).collect())
                .collect();
            let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
            let theirs: Vec<Vec<String>> = reader
                .records()
                .map(|record| record.expect("memory can be read").iter().map(str::to_owned).collect())
                .collect();
            prop_assert_eq!(ours, theirs);
        }

        #[test]
        fn any_row_has_cells(row in "\\PC{0,30}") {
            prop_assert!(Cells::new(&row, b',').count() > 0);
        }
    }
}
