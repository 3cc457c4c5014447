//! Aligned columns for a terminal.

use std::borrow::Cow;
use std::io::{self, BufWriter, Write};

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::{Cell, Column, LIST_SEPARATOR};
use crate::export::number::percent;
use crate::export::visible::visible;

/// So many rows are held back to learn how wide the columns are; later rows follow at once.
const MEASURED_ROWS: usize = 2_000;
/// Longer cells are shortened on a terminal, and elsewhere stand out of their column; in terminal columns.
const WIDEST_CELL: usize = 60;
/// Between columns.
const GAP: &str = "  ";

/// How much of a long cell is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Width {
    /// All of it: what reads the text may need every character.
    #[default]
    Full,
    /// Its beginning and its end, 60 columns together: a person at a terminal sees more rows.
    Elided,
}

pub(super) struct TextTable<W: Write> {
    out: BufWriter<W>,
    width: Width,
    titles: Vec<String>,
    align_right: Vec<bool>,
    widths: Vec<usize>,
    /// The first rows; none once they are written.
    held: Option<Vec<Vec<String>>>,
}

impl<W: Write> TextTable<W> {
    pub(super) fn new(columns: &[Column], width: Width, out: W) -> Self {
        let titles: Vec<String> = columns.iter().map(|column| width.fit(visible(&column.title))).collect();
        Self {
            out: BufWriter::new(out),
            width,
            align_right: columns.iter().map(|column| column.align_right).collect(),
            widths: titles.iter().map(|title| title.width()).collect(),
            titles,
            held: Some(Vec::new()),
        }
    }

    pub(super) fn row(&mut self, cells: &[Cell<'_>]) -> io::Result<()> {
        let texts: Vec<String> = cells.iter().map(|cell| self.width.fit(shown(cell))).collect();
        let Some(held) = &mut self.held else {
            return self.write_line(&texts);
        };
        for (width, text) in self.widths.iter_mut().zip(&texts) {
            // One long cell must not pad every row to its length.
            *width = text.width().min(WIDEST_CELL).max(*width);
        }
        held.push(texts);
        if held.len() < MEASURED_ROWS { Ok(()) } else { self.release() }
    }

    pub(super) fn finish(mut self) -> io::Result<W> {
        self.release()?;
        self.out.into_inner().map_err(io::IntoInnerError::into_error)
    }

    /// Writes the header and the rows held back, once.
    fn release(&mut self) -> io::Result<()> {
        let Some(held) = self.held.take() else {
            return Ok(());
        };
        let titles = std::mem::take(&mut self.titles);
        self.write_line(&titles)?;
        let underline: Vec<String> = self.widths.iter().map(|width| "-".repeat(*width)).collect();
        self.write_line(&underline)?;
        held.iter().try_for_each(|texts| self.write_line(texts))
    }

    /// A later cell wider than its column moves the rest of its line, so that nothing more is cut.
    fn write_line(&mut self, texts: &[String]) -> io::Result<()> {
        let mut line = String::new();
        for (number, ((text, width), right)) in texts.iter().zip(&self.widths).zip(&self.align_right).enumerate() {
            if number > 0 {
                line.push_str(GAP);
            }
            let padding = " ".repeat(width.saturating_sub(text.width()));
            if *right {
                line.push_str(&padding);
            }
            line.push_str(text);
            if !*right {
                line.push_str(&padding);
            }
        }
        self.out.write_all(line.trim_end_matches(' ').as_bytes())?;
        self.out.write_all(b"\n")
    }
}

fn shown<'a>(cell: &'a Cell<'_>) -> Cow<'a, str> {
    match cell {
        Cell::Missing => Cow::Borrowed(""),
        Cell::Text(text) => visible(text),
        Cell::Integer(number) => Cow::Owned(number.to_string()),
        Cell::Number(number) | Cell::Share(number) if !number.is_finite() => Cow::Borrowed(""),
        Cell::Share(share) => Cow::Owned(percent(*share)),
        Cell::Number(number) if number.fract() == 0.0 => Cow::Owned(format!("{number:.0}")),
        Cell::Number(number) => Cow::Owned(format!("{number:.2}")),
        Cell::Moment(moment) => Cow::Owned(moment.iso()),
        Cell::Flag(flag) => Cow::Borrowed(if *flag { "yes" } else { "no" }),
        Cell::Nested(json) => visible(json),
        Cell::List(items) => Cow::Owned(visible(&items.join(LIST_SEPARATOR)).into_owned()),
    }
}

impl Width {
    fn fit(self, text: Cow<'_, str>) -> String {
        // No character takes more columns than bytes.
        if self == Self::Full || text.len() <= WIDEST_CELL || text.width() <= WIDEST_CELL {
            return text.into_owned();
        }
        elided(&text)
    }
}

/// The beginning and the end of a text with an ellipsis between: users and identifiers differ at their ends.
fn elided(text: &str) -> String {
    let half = (WIDEST_CELL - 1) / 2;
    let mut begin = prefix(text.chars(), half);
    let end: String = prefix(text.chars().rev(), half).chars().rev().collect();
    // Some sequences (a sign drawn as emoji) are wider than their characters one by one.
    let mut end = end.as_str();
    while begin.width() > half {
        begin.pop();
    }
    while end.width() > half {
        let mut rest = end.chars();
        rest.next();
        end = rest.as_str();
    }
    format!("{begin}…{end}")
}

/// As many characters as fit into so many columns.
fn prefix(characters: impl Iterator<Item = char>, columns: usize) -> String {
    let mut width = 0;
    characters
        .take_while(|character| {
            width += character.width().unwrap_or(0);
            width <= columns
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::TableWriter;
    use super::*;

    fn text(columns: &[Column], rows: &[Vec<Cell<'_>>]) -> String {
        text_of(Width::Elided, columns, rows)
    }

    fn text_of(width: Width, columns: &[Column], rows: &[Vec<Cell<'_>>]) -> String {
        let mut writer = TableWriter::text(width, columns.to_vec(), Vec::new());
        for row in rows {
            writer.row(row).expect("a row");
        }
        String::from_utf8(writer.finish().expect("an end")).expect("UTF-8")
    }

    fn user_and_count() -> Vec<Column> {
        vec![Column::new("user", "User"), Column::number("count", "Sign-ins"), Column::new("mfa", "MFA")]
    }

    #[test]
    fn columns_line_up_in_every_script() {
        let rows = [
            vec![Cell::from("Zoë"), Cell::from(7_i64), Cell::from(true)],
            vec![Cell::from("佐藤 花子"), Cell::from(1_200_i64), Cell::Missing],
        ];
        let expected = "\
User       Sign-ins  MFA
---------  --------  ---
Zoë               7  yes
佐藤 花子      1200
";
        assert_eq!(text(&user_and_count(), &rows), expected);
    }

    #[test]
    fn emoji_joined_marked_and_flagged_take_the_columns_that_terminals_give_them() {
        let names = [
            "\u{1f469}\u{200d}\u{1f4bb} Anna",
            "\u{26a0}\u{fe0f} Ben",
            "\u{1f1f3}\u{1f1f4} Kim",
            "e\u{301}lo",
            "\u{ff21}\u{ff22}",
        ];
        let rows = names.map(|name| vec![Cell::from(name), Cell::from(7_i64), Cell::from(true)]);
        let shown = text(&user_and_count(), &rows);
        let ends: Vec<usize> = shown.lines().map(|line| line.trim_end().width()).collect();
        assert!(ends.iter().all(|end| *end == ends[0]), "{shown}");
        let (joined, flag) = (shown.lines().nth(2).unwrap_or_default(), shown.lines().nth(4).unwrap_or_default());
        assert!(joined.contains("Anna         7") && flag.contains("Kim          7"), "{shown}");
    }

    #[test]
    fn an_empty_table_shows_its_header() {
        assert_eq!(text(&user_and_count(), &[]), "User  Sign-ins  MFA\n----  --------  ---\n");
    }

    #[test]
    fn a_user_agent_can_not_move_the_cursor_or_turn_the_line() {
        let rows = [vec![Cell::from("\u{1b}[2Jx\u{202E}exe.txt\r\n"), Cell::Missing, Cell::Missing]];
        let shown = text(&user_and_count(), &rows);
        assert!(shown.ends_with("⟨U+001B⟩[2Jx⟨U+202E⟩exe.txt⟨U+000D⟩⟨U+000A⟩\n"), "{shown}");
    }

    #[test]
    fn a_terminal_shows_both_ends_of_a_long_cell() {
        for (long, begin, end) in [(format!("a{}z", "x".repeat(200)), 'a', 'z'), ("長".repeat(200), '長', '長')] {
            let rows = [vec![Cell::from(long), Cell::Missing, Cell::Missing]];
            let shown = text(&user_and_count(), &rows);
            let cell = shown.lines().last().expect("a row");
            assert!(cell.starts_with(begin) && cell.contains('…') && cell.ends_with(end), "{cell}");
            assert!((57..=60).contains(&cell.width()), "{cell}");
        }
    }

    #[test]
    fn nothing_is_cut_where_no_terminal_shows_it() {
        let long = "x".repeat(200);
        let rows = [
            vec![Cell::from(long.as_str()), Cell::from(1_i64), Cell::Missing],
            vec![Cell::from("a"), Cell::from(2_i64), Cell::Missing],
        ];
        let shown = text_of(Width::Full, &user_and_count(), &rows);
        assert!(shown.contains(&long));
        assert!(shown.lines().last().is_some_and(|line| line.len() < 80), "short rows stay short: {shown}");
    }

    #[test]
    fn rows_after_the_measured_ones_follow_with_the_same_widths() {
        let rows: Vec<_> =
            (0..5_000_u32).map(|number| vec![Cell::from("Anna"), Cell::from(number), Cell::from(false)]).collect();
        let shown = text(&user_and_count(), &rows);
        assert_eq!(shown.lines().count(), 5_002);
        assert!(shown.ends_with("Anna      4999  no\n"), "{}", shown.lines().last().unwrap_or_default());
        assert!(shown.lines().all(|line| line.len() <= shown.lines().next().unwrap_or_default().len()));
    }

    #[test]
    fn numbers_have_at_most_two_decimals() {
        let columns = [Column::number("share", "Share")];
        let rows = [vec![Cell::from(1.0 / 3.0)], vec![Cell::from(12.0)], vec![Cell::from(f64::INFINITY)]];
        assert_eq!(text(&columns, &rows), "Share\n-----\n 0.33\n   12\n\n");
    }

    proptest! {
        #[test]
        fn every_row_is_one_line_without_hidden_characters(cells in prop::collection::vec(any::<String>(), 1..20)) {
            let rows: Vec<Vec<Cell>> = cells.iter().map(|cell| vec![Cell::from(cell.as_str())]).collect();
            let shown = text(&[Column::new("value", "Value")], &rows);
            prop_assert_eq!(shown.split('\n').count(), cells.len() + 3);
            for line in shown.split('\n') {
                prop_assert_eq!(visible(line), line);
                prop_assert!(line.width() <= WIDEST_CELL);
            }
        }
    }
}
