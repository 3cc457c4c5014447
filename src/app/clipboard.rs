//! Rows of a table as text that pastes into a spreadsheet, and which of several copies the clipboard gets.
//!
//! A single value, and an original text, are copied as they are: they go into a search, a ticket or another program's filter,
//! where an apostrophe would make them another value.

use std::borrow::Cow;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::listing::{Expanded, Grouping, Line, Listing};
use super::settings::TableColumn;
use crate::columns::RowId;
use crate::export::table::defused;
use crate::export::visible::visible;
use crate::fields::Field;
use crate::query::{SEVERAL, Shared, shared};

/// How many lines are copied at most.
pub const MOST_COPIED: usize = 100_000;

/// Tells the copy that was asked for last from earlier ones, which must not come to the clipboard after it.
#[derive(Clone, Debug, Default)]
pub struct CopyTurns(Arc<AtomicU64>);

/// The place of a copy among all that were asked for.
#[derive(Clone, Debug)]
pub struct CopyTurn {
    number: u64,
    turns: CopyTurns,
}

impl CopyTurns {
    /// The turn of a copy that is asked for now; those before it are over.
    #[must_use]
    pub fn next(&self) -> CopyTurn {
        CopyTurn { number: self.0.fetch_add(1, Ordering::Relaxed) + 1, turns: self.clone() }
    }

    /// Ends the turns of all copies: something else is on the clipboard.
    pub fn end_all(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }
}

impl CopyTurn {
    /// Whether nothing was copied since.
    #[must_use]
    pub fn is_last(&self) -> bool {
        self.turns.0.load(Ordering::Relaxed) == self.number
    }
}

/// These lines of a table, one a row, values separated by tabs, perhaps after a row of headers. Nothing in them is
/// a formula, and no value has a tab or a line break.
#[must_use]
pub fn rows_text(
    listing: &Listing,
    expanded: &Expanded,
    lines: impl Iterator<Item = u64>,
    fields: &[Field],
    with_headers: bool,
) -> String {
    let mut text = String::new();
    if with_headers {
        let groups: &[&str] = match &listing.key.grouping {
            Grouping::Off => &[],
            Grouping::Portal(_) => &[TableColumn::Count.title()],
            Grouping::By(_) => &["Group", TableColumn::Count.title()],
        };
        let titles = groups.iter().copied().chain(fields.iter().map(|field| field.title()));
        push_row(&mut text, titles.map(Cow::Borrowed));
    }
    for line in lines.filter_map(|number| listing.line(number, expanded)) {
        let groups = group_cells(listing, line);
        push_row(&mut text, groups.into_iter().chain(fields.iter().map(|field| cell(listing, line, *field))));
    }
    text.pop();
    text
}

/// What stands before the fields of a row: the value and the count of its group.
fn group_cells(listing: &Listing, line: Line) -> Vec<Cow<'_, str>> {
    let group = match line {
        Line::Group(place) => listing.group(place),
        Line::Single(_) | Line::Member(..) => None,
    };
    let count = group.map_or(Cow::Borrowed(""), |group| Cow::Owned(group.sign_ins.to_string()));
    match &listing.key.grouping {
        Grouping::Off => Vec::new(),
        Grouping::Portal(_) => vec![count],
        Grouping::By(_) => {
            let value = group.and_then(|group| Some((group.field?, group.newest)));
            vec![value.map_or(Cow::Borrowed(""), |(field, row)| display(listing, field, row)), count]
        }
    }
}

fn cell(listing: &Listing, line: Line, field: Field) -> Cow<'_, str> {
    match line {
        Line::Single(row) | Line::Member(_, row) => display(listing, field, row),
        Line::Group(place) => {
            let Some(group) = listing.group(place) else { return Cow::Borrowed("") };
            match shared(&listing.columns, group.rows, field) {
                Shared::Missing => Cow::Borrowed(""),
                Shared::Same(row) => display(listing, field, row),
                Shared::Several(_) if field == Field::Time => display(listing, field, group.newest),
                Shared::Several(_) => Cow::Borrowed(SEVERAL),
            }
        }
    }
}

fn display(listing: &Listing, field: Field, row: RowId) -> Cow<'_, str> {
    listing.columns.display(field, row, &listing.key.clock)
}

/// Adds a row of cells to a text for a spreadsheet: none is a formula, none has a tab or a line break, and each stays a
/// cell of its own.
pub fn push_row<'a>(text: &mut String, cells: impl Iterator<Item = Cow<'a, str>>) {
    for (number, cell) in cells.enumerate() {
        if number > 0 {
            text.push('\t');
        }
        let cell = visible(&cell);
        if cell.starts_with('"') {
            // Spreadsheets take quotes away that a pasted cell begins with, and what follows up to the next one, tabs and
            // line breaks among it, for a part of the cell.
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(&defused(cell));
        }
    }
    text.push('\n');
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn row(cells: &[&str]) -> String {
        let mut text = String::new();
        push_row(&mut text, cells.iter().map(|cell| Cow::Borrowed(*cell)));
        text
    }

    /// The cells that a spreadsheet makes of a pasted text.
    fn pasted(text: &str) -> Vec<Vec<String>> {
        let mut reader =
            csv::ReaderBuilder::new().delimiter(b'\t').has_headers(false).flexible(true).from_reader(text.as_bytes());
        let rows = reader.records().map(|row| row.expect("memory can be read"));
        rows.map(|row| row.iter().map(str::to_owned).collect()).collect()
    }

    #[test]
    fn cells_that_begin_with_quotes_stay_what_they_are() {
        assert_eq!(row(&["a \"b\"", "=1", "\"=1\""]), "a \"b\"\t'=1\t\"\"\"=1\"\"\"\n");
    }

    proptest! {
        #[test]
        fn as_many_cells_are_pasted_as_were_copied_and_none_is_a_formula(
            cells in prop::collection::vec("[a=+@\\-;\t\r\n\"' \u{202e}]{1,8}", 1..5),
        ) {
            let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
            let text = row(&cells).repeat(2);
            let rows = pasted(&text);
            prop_assert_eq!(rows.len(), 2);
            for row in rows {
                prop_assert_eq!(row.len(), cells.len());
                for (pasted, cell) in row.iter().zip(&cells) {
                    prop_assert!(!pasted.starts_with(['=', '+', '-', '@', '\t', '\r']));
                    let shown = visible(cell);
                    prop_assert_eq!(pasted.trim_start_matches('\''), shown.trim_start_matches('\''));
                }
            }
        }
    }
}
