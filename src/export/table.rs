//! Rows to text: aligned for a terminal, CSV for spreadsheets, JSON for scripts.
//!
//! [`TableWriter`] takes rows one by one, so that a million of them need little memory. What a cell holds is
//! the same in all formats; only its spelling differs:
//!
//! | cell | text | CSV | JSON |
//! | --- | --- | --- | --- |
//! | missing | nothing | nothing | `null` |
//! | text | hidden characters shown, cut at 60 columns | as it is, defused | string |
//! | integer, number | numbers with at most two decimals | in full | number |
//! | share | percent | from 0 to 1 | from 0 to 1 |
//! | moment | ISO 8601, UTC | ISO 8601, UTC | string in ISO 8601, UTC |
//! | flag | `yes`, `no` | `true`, `false` | `true`, `false` |
//! | list | joined with `; ` | joined with `; ` | array |
//! | nested | its JSON | its JSON | that JSON |
//!
//! Workbooks have a writer of their own, [`super::xlsx`].

mod text;

use std::borrow::Cow;
use std::io::{self, BufWriter, ErrorKind, Write};

use self::text::TextTable;
pub use self::text::Width;
use crate::clock::Millis;

/// How a table is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum TableFormat {
    /// Aligned columns for people.
    #[default]
    Text,
    /// Comma-separated values for spreadsheets; UTF-8, one line feed per row, column keys first.
    Csv,
    /// An array of objects for scripts, keyed by column, one object per line.
    Json,
}

impl TableFormat {
    /// All formats.
    pub const ALL: [Self; 3] = [Self::Text, Self::Csv, Self::Json];

    /// What the command line calls it.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Text => "table",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    /// The format with this key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.key() == key)
    }
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name for scripts: the header of CSV, the key of JSON.
    pub key: String,
    /// Its name for people: the header of text.
    pub title: String,
    /// Whether text stands at its right edge, as numbers do.
    pub align_right: bool,
}

impl Column {
    /// A column of texts.
    #[must_use]
    pub fn new(key: impl Into<String>, title: impl Into<String>) -> Self {
        Self { key: key.into(), title: title.into(), align_right: false }
    }

    /// A column of numbers.
    #[must_use]
    pub fn number(key: impl Into<String>, title: impl Into<String>) -> Self {
        Self { align_right: true, ..Self::new(key, title) }
    }
}

/// What stands in one column of one row.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Cell<'a> {
    /// The report says nothing.
    #[default]
    Missing,
    /// A text.
    Text(Cow<'a, str>),
    /// A whole number, exact.
    Integer(i64),
    /// Any other number; one that is not finite counts as missing.
    Number(f64),
    /// A share from 0 to 1.
    Share(f64),
    /// A moment.
    Moment(Millis),
    /// Yes or no.
    Flag(bool),
    /// Several texts in order.
    List(Vec<Cow<'a, str>>),
    /// A list of objects: its JSON, which must be valid.
    Nested(Cow<'a, str>),
}

impl<'a> From<&'a str> for Cell<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Cell<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<i64> for Cell<'_> {
    fn from(number: i64) -> Self {
        Self::Integer(number)
    }
}

impl From<u32> for Cell<'_> {
    fn from(number: u32) -> Self {
        Self::Integer(i64::from(number))
    }
}

impl From<u64> for Cell<'_> {
    fn from(number: u64) -> Self {
        i64::try_from(number).map_or(Self::Number(number as f64), Self::Integer)
    }
}

impl From<usize> for Cell<'_> {
    fn from(number: usize) -> Self {
        Self::from(number as u64)
    }
}

impl From<Millis> for Cell<'_> {
    fn from(moment: Millis) -> Self {
        Self::Moment(moment)
    }
}

impl From<f64> for Cell<'_> {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<bool> for Cell<'_> {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl<'a, T: Into<Cell<'a>>> From<Option<T>> for Cell<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Missing, Into::into)
    }
}

impl Cell<'_> {
    /// As CSV writes it, before it is defused.
    pub(super) fn plain(&self) -> Cow<'_, str> {
        match self {
            Self::Text(text) | Self::Nested(text) => Cow::Borrowed(text),
            Self::Moment(moment) => Cow::Owned(moment.iso()),
            Self::Integer(number) => Cow::Owned(number.to_string()),
            Self::Number(number) | Self::Share(number) if number.is_finite() => Cow::Owned(number.to_string()),
            Self::Missing | Self::Number(_) | Self::Share(_) => Cow::Borrowed(""),
            Self::Flag(flag) => Cow::Borrowed(if *flag { "true" } else { "false" }),
            Self::List(items) => Cow::Owned(items.join(LIST_SEPARATOR)),
        }
    }

    /// As CSV writes it: a number as it is, since no formula begins with one; anything else defused.
    fn in_csv(&self) -> Cow<'_, str> {
        match self {
            Self::Integer(_) | Self::Number(_) | Self::Share(_) => self.plain(),
            Self::Missing | Self::Text(_) | Self::Moment(_) | Self::Flag(_) | Self::List(_) | Self::Nested(_) => {
                defused(self.plain())
            }
        }
    }

    fn write_json(&self, mut out: impl Write) -> io::Result<()> {
        match self {
            Self::Missing => out.write_all(b"null")?,
            Self::Moment(moment) => serde_json::to_writer(out, &moment.iso())?,
            Self::Nested(json) => out.write_all(json.as_bytes())?,
            Self::Text(text) => serde_json::to_writer(out, text)?,
            Self::Integer(number) => serde_json::to_writer(out, number)?,
            Self::Number(number) | Self::Share(number) => serde_json::to_writer(out, number)?,
            Self::Flag(flag) => serde_json::to_writer(out, flag)?,
            Self::List(items) => serde_json::to_writer(out, items)?,
        }
        Ok(())
    }
}

const LIST_SEPARATOR: &str = "; ";

/// A spreadsheet takes a cell that starts with one of these for a formula, and runs it (OWASP, "CSV Injection").
pub(super) const FORMULA_STARTS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// User agents and application names are chosen by attackers, so a leading apostrophe makes such a cell text.
#[must_use]
pub fn defused(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.starts_with(FORMULA_STARTS) { Cow::Owned(format!("'{text}")) } else { text }
}

/// How CSV is laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct CsvLayout {
    /// Rows end with carriage return and line feed, as RFC 4180 has it, instead of a line feed alone.
    pub crlf: bool,
    /// The file begins with a byte order mark, by which older versions of Excel tell UTF-8.
    pub bom: bool,
}

/// The byte order mark in UTF-8.
pub const BOM: &[u8] = b"\xef\xbb\xbf";

/// Writes rows one by one. It buffers by itself; call [`Self::finish`] at the end.
pub struct TableWriter<W: Write> {
    columns: Vec<Column>,
    sink: Sink<W>,
}

enum Sink<W: Write> {
    Text(TextTable<W>),
    Csv(Box<csv::Writer<W>>),
    Json { out: BufWriter<W>, rows_written: bool },
}

impl<W: Write> TableWriter<W> {
    /// A table of these columns, written to `out`.
    ///
    /// # Errors
    /// What `out` reports; also of all other calls.
    pub fn new(format: TableFormat, columns: Vec<Column>, out: W) -> io::Result<Self> {
        match format {
            TableFormat::Text => Ok(Self::text(Width::Full, columns, out)),
            TableFormat::Csv => Self::csv(CsvLayout::default(), columns, out),
            TableFormat::Json => {
                let sink = Sink::Json { out: BufWriter::new(out), rows_written: false };
                Ok(Self { columns, sink })
            }
        }
    }

    /// Aligned columns for people, each at most as wide as told.
    #[must_use]
    pub fn text(width: Width, columns: Vec<Column>, out: W) -> Self {
        let sink = Sink::Text(TextTable::new(&columns, width, out));
        Self { columns, sink }
    }

    /// CSV of this layout.
    pub fn csv(layout: CsvLayout, columns: Vec<Column>, mut out: W) -> io::Result<Self> {
        if layout.bom {
            out.write_all(BOM)?;
        }
        let end = if layout.crlf { csv::Terminator::CRLF } else { csv::Terminator::Any(b'\n') };
        let mut out = Box::new(csv::WriterBuilder::new().terminator(end).from_writer(out));
        out.write_record(columns.iter().map(|column| column.key.as_str()))?;
        Ok(Self { columns, sink: Sink::Csv(out) })
    }

    /// Writes a row, which has one cell per column.
    pub fn row(&mut self, cells: &[Cell<'_>]) -> io::Result<()> {
        if cells.len() != self.columns.len() {
            let message = format!("a row of {} cells in a table of {} columns", cells.len(), self.columns.len());
            return Err(io::Error::new(ErrorKind::InvalidInput, message));
        }
        match &mut self.sink {
            Sink::Text(table) => table.row(cells),
            Sink::Csv(out) => {
                for cell in cells {
                    out.write_field(cell.in_csv().as_bytes())?;
                }
                out.write_record(None::<&[u8]>)?;
                Ok(())
            }
            Sink::Json { out, rows_written } => {
                out.write_all(if *rows_written { b",\n{" } else { b"[\n{" })?;
                *rows_written = true;
                for (number, (column, cell)) in self.columns.iter().zip(cells).enumerate() {
                    if number > 0 {
                        out.write_all(b",")?;
                    }
                    serde_json::to_writer(&mut *out, &column.key)?;
                    out.write_all(b":")?;
                    cell.write_json(&mut *out)?;
                }
                out.write_all(b"}")
            }
        }
    }

    /// Writes what is still held back, ends the table and hands back what it was written to.
    pub fn finish(self) -> io::Result<W> {
        match self.sink {
            Sink::Text(table) => table.finish(),
            Sink::Csv(out) => out.into_inner().map_err(|error| io::Error::other(error.error().to_string())),
            Sink::Json { mut out, rows_written } => {
                out.write_all(if rows_written { b"\n]\n" } else { b"[]\n" })?;
                out.into_inner().map_err(io::IntoInnerError::into_error)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value;

    use super::*;

    fn table(format: TableFormat, columns: &[Column], rows: &[Vec<Cell<'_>>]) -> String {
        let mut writer = TableWriter::new(format, columns.to_vec(), Vec::new()).expect("a table");
        for row in rows {
            writer.row(row).expect("a row");
        }
        String::from_utf8(writer.finish().expect("an end")).expect("UTF-8")
    }

    fn sample_columns() -> Vec<Column> {
        vec![Column::new("user", "User"), Column::number("count", "Sign-ins"), Column::new("methods", "Methods")]
    }

    fn list<'a>(items: &[&'a str]) -> Cell<'a> {
        Cell::List(items.iter().copied().map(Cow::Borrowed).collect())
    }

    #[test]
    fn a_format_is_found_by_its_key() {
        for format in TableFormat::ALL {
            assert_eq!(TableFormat::from_key(format.key()), Some(format));
        }
        assert_eq!(TableFormat::from_key("xls"), None);
    }

    #[test]
    fn csv_has_keys_first_and_joins_lists() {
        let rows = [
            vec![Cell::from("Anna, the \"first\""), Cell::from(12_u64), list(&["Password", "Text message"])],
            vec![Cell::Missing, Cell::Missing, list(&[])],
        ];
        assert_eq!(
            table(TableFormat::Csv, &sample_columns(), &rows),
            "user,count,methods\n\"Anna, the \"\"first\"\"\",12,Password; Text message\n,,\n"
        );
    }

    #[test]
    fn no_cell_of_csv_is_a_formula() {
        let cells = [
            Cell::from("=HYPERLINK(\"http://example.com\")"),
            Cell::from("+1"),
            Cell::from("@SUM(A1)"),
            Cell::from("\tx"),
            Cell::from("\rx"),
            Cell::from(-5_i64),
            list(&["-1", "x"]),
            Cell::from("a=b"),
        ];
        let columns = vec![Column::new("value", "Value")];
        let rows: Vec<_> = cells.into_iter().map(|cell| vec![cell]).collect();
        let text = table(TableFormat::Csv, &columns, &rows);
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let values: Vec<String> = reader.records().map(|row| row.expect("a row")[0].to_owned()).collect();
        assert_eq!(
            values,
            ["'=HYPERLINK(\"http://example.com\")", "'+1", "'@SUM(A1)", "'\tx", "'\rx", "-5", "'-1; x", "a=b"],
            "a number stays one"
        );
    }

    #[test]
    fn csv_for_spreadsheets_begins_with_its_mark_and_ends_rows_as_the_standard_has_it() {
        let layout = CsvLayout { crlf: true, bom: true };
        let mut writer = TableWriter::csv(layout, sample_columns(), Vec::new()).expect("a table");
        writer.row(&[Cell::from("two\nlines"), Cell::from(1_i64), list(&["a"])]).expect("a row");
        let bytes = writer.finish().expect("an end");
        assert_eq!(bytes, b"\xef\xbb\xbfuser,count,methods\r\n\"two\nlines\",1,a\r\n");
    }

    #[test]
    fn moments_and_nested_lists_have_one_spelling_in_csv_and_json() {
        let columns = vec![Column::new("time", "Time"), Column::new("steps", "Steps")];
        let rows = [vec![Cell::from(Millis(1_250)), Cell::Nested("[{\"method\":\"Password\"}]".into())]];
        assert_eq!(
            table(TableFormat::Csv, &columns, &rows),
            "time,steps\n1970-01-01T00:00:01.250Z,\"[{\"\"method\"\":\"\"Password\"\"}]\"\n"
        );
        assert_eq!(
            table(TableFormat::Json, &columns, &rows),
            "[\n{\"time\":\"1970-01-01T00:00:01.250Z\",\"steps\":[{\"method\":\"Password\"}]}\n]\n"
        );
    }

    #[test]
    fn json_keeps_kinds_and_the_order_of_columns() {
        let columns: Vec<_> =
            ["z", "a", "exact", "share", "flag", "list", "none"].map(|key| Column::new(key, key)).into();
        let rows = [vec![
            Cell::from("line\nbreak \u{202E}"),
            Cell::from(Some("x")),
            Cell::from(9_007_199_254_740_993_i64),
            Cell::from(0.25),
            Cell::from(true),
            list(&["p", "q"]),
            Cell::from(f64::NAN),
        ]];
        assert_eq!(
            table(TableFormat::Json, &columns, &rows),
            "[\n{\"z\":\"line\\nbreak \u{202E}\",\"a\":\"x\",\"exact\":9007199254740993,\"share\":0.25,\"flag\":true,\
             \"list\":[\"p\",\"q\"],\"none\":null}\n]\n"
        );
        assert_eq!(table(TableFormat::Json, &columns, &[]), "[]\n");
    }

    #[test]
    fn a_row_of_the_wrong_length_is_refused() {
        for format in TableFormat::ALL {
            let mut writer = TableWriter::new(format, sample_columns(), Vec::new()).expect("a table");
            assert!(writer.row(&[Cell::Missing]).is_err());
        }
    }

    fn any_text() -> impl Strategy<Value = String> {
        // Plenty of what CSV must quote and defuse, and anything else.
        prop_oneof!["[=+@\\-\t\r\n\",;' a-c]{0,12}", any::<String>()]
    }

    proptest! {
        #[test]
        fn csv_read_again_gives_the_same_cells(rows in prop::collection::vec(prop::collection::vec(any_text(), 3), 0..20)) {
            let cells: Vec<Vec<Cell>> =
                rows.iter().map(|row| row.iter().map(|text| Cell::from(text.as_str())).collect()).collect();
            let text = table(TableFormat::Csv, &sample_columns(), &cells);
            let mut reader = csv::Reader::from_reader(text.as_bytes());
            prop_assert_eq!(reader.headers().expect("headers"), vec!["user", "count", "methods"]);
            let read: Vec<Vec<String>> =
                reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect();
            let expected: Vec<Vec<String>> = rows
                .iter()
                .map(|row| row.iter().map(|text| defused(Cow::Borrowed(text)).into_owned()).collect())
                .collect();
            prop_assert_eq!(&read, &expected);
            prop_assert!(!read.iter().flatten().any(|cell| cell.starts_with(['=', '+', '-', '@', '\t', '\r'])));
        }

        #[test]
        fn json_read_again_gives_the_same_cells(
            rows in prop::collection::vec((any_text(), any::<i64>(), any::<f64>(), prop::option::of(any::<bool>())), 0..20)
        ) {
            let columns: Vec<_> = ["text", "integer", "number", "flag"].map(|key| Column::new(key, key)).into();
            let cells: Vec<Vec<Cell>> = rows
                .iter()
                .map(|(text, integer, number, flag)| {
                    vec![Cell::from(text.as_str()), Cell::from(*integer), Cell::from(*number), Cell::from(*flag)]
                })
                .collect();
            let read: Vec<Value> =
                serde_json::from_str(&table(TableFormat::Json, &columns, &cells)).expect("JSON");
            prop_assert_eq!(read.len(), rows.len());
            for (object, (text, integer, number, flag)) in read.iter().zip(&rows) {
                prop_assert_eq!(object["text"].as_str(), Some(text.as_str()));
                prop_assert_eq!(object["integer"].as_i64(), Some(*integer));
                // Reading JSON may miss the last bit, and of the tiniest numbers more than that.
                let miss = number.abs() * 1e-15 + f64::MIN_POSITIVE;
                let close = object["number"].as_f64().is_some_and(|read| (read - number).abs() <= miss);
                prop_assert!(close || (!number.is_finite() && object["number"].is_null()));
                prop_assert_eq!(object["flag"].as_bool(), *flag);
            }
        }
    }
}
