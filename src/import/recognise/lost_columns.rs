//! Columns whose values did not survive the way to the file.

use super::super::audit_columns::AuditColumns;
use super::super::csv_table::Header;
use super::super::json::is_type_name;
use super::super::numbers::is_rounded;
use super::csv::Table;
use super::shown;
use crate::fields::Kind;

/// What was seen of such columns.
#[derive(Default)]
pub(super) struct LostColumns {
    /// Columns in which PowerShell wrote the names of types instead of values.
    types: Vec<bool>,
    /// The first value of each column that a spreadsheet rounded: the row, the column and the text.
    rounded: Vec<(usize, usize, String)>,
    /// Columns that hold anything, and how many rows were seen.
    filled: Vec<bool>,
    rows: usize,
}

impl LostColumns {
    pub(super) fn see(&mut self, header: &Header, table: &Table, number: usize, row: &str) {
        self.types.resize(header.names().len(), false);
        self.filled.resize(header.names().len(), false);
        self.rows += 1;
        let (types, rounded, filled) = (&mut self.types, &mut self.rounded, &mut self.filled);
        // A row of the wrong length is a reject later.
        let _ = header.each_cell(row, |at, cell| {
            if let Some(is_lost) = types.get_mut(at) {
                *is_lost |= matches!(table, Table::Properties(_)) && is_type_name(&cell);
            }
            if let Some(is_filled) = filled.get_mut(at) {
                *is_filled |= !cell.trim().is_empty();
            }
            if is_rounded(&cell) && is_number_like(header, table, at) && rounded.iter().all(|(_, of, _)| *of != at) {
                rounded.push((number, at, cell.trim().to_owned()));
            }
        });
    }

    /// What is to be said of them.
    pub(super) fn notes(&self, header: &Header) -> Vec<String> {
        let names = header.names();
        let lost: Vec<&str> =
            names.iter().zip(&self.types).filter(|(_, is_lost)| **is_lost).map(|(name, _)| name.as_str()).collect();
        let mut notes = Vec::new();
        if !lost.is_empty() {
            notes.push(format!(
                "PowerShell wrote the name of a type instead of values in {}: what they held is not in this file, so export as JSON to have it",
                shown(&lost)
            ));
        }
        if !self.rounded.is_empty() {
            let told = |(row, at, text): &(usize, usize, String)| {
                let name = names.get(*at).map_or("", String::as_str);
                format!("row {row} has \u{201c}{text}\u{201d} in {}", shown(&[name]))
            };
            let told: Vec<String> = self.rounded.iter().map(told).collect();
            notes.push(format!(
                "A spreadsheet has rounded values: {}. Such numbers are left out, so use the file as it was downloaded",
                told.join(", ")
            ));
        }
        notes
    }

    /// What is to be said of columns that hold something, but nothing that any field takes.
    pub(super) fn unread(&self, header: &Header, table: &Table) -> Option<String> {
        let is_filled = |at: usize| self.rows == 0 || self.filled.get(at).copied().unwrap_or_default();
        let names = (0..).zip(header.names());
        let unread = names.filter(|(at, name)| !name.is_empty() && is_filled(*at) && is_unread(header, table, *at));
        let unread: Vec<&str> = unread.map(|(_, name)| name.as_str()).collect();
        note_on_unread(&unread)
    }
}

/// What is to be said of columns of these names, which no field takes.
pub(super) fn note_on_unread(names: &[&str]) -> Option<String> {
    const MOST_SHOWN: usize = 8;
    let first = shown(&names[..names.len().min(MOST_SHOWN)]);
    let (columns, have, are) = if names.len() == 1 { ("column", "has", "is") } else { ("columns", "have", "are") };
    let more = match names.len().saturating_sub(MOST_SHOWN) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    (!names.is_empty()).then(|| {
        format!("{} {columns} {have} no field here and {are} kept in the raw record only: {first}{more}", names.len())
    })
}

/// Whether a column is passed over. Beside a column of whole records all others are.
fn is_unread(header: &Header, table: &Table, at: usize) -> bool {
    match table {
        Table::Portal => header.is_unknown(at),
        Table::Properties(columns) => !columns.reads(at) && !AuditColumns::is_numbered(header.names(), at),
        Table::ProvisioningDetails | Table::Texts(_) => false,
    }
}

/// Whether a column holds identifiers, codes or other numbers, whose digits all count.
fn is_number_like(header: &Header, table: &Table, at: usize) -> bool {
    let field = match table {
        Table::Portal => header.field(at),
        Table::ProvisioningDetails => None,
        Table::Properties(columns) | Table::Texts(columns) => columns.field(at),
    };
    field.is_some_and(|field| matches!(field.kind(), Kind::Id | Kind::UniqueId | Kind::Code | Kind::Number(_)))
}
