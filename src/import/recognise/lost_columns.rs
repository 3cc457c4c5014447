//! Columns whose values did not survive the way to the file.

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
    /// The first identifier that a spreadsheet rounded: the row, the column and the text.
    rounded: Option<(usize, usize, String)>,
}

impl LostColumns {
    pub(super) fn see(&mut self, header: &Header, table: &Table, number: usize, row: &str) {
        self.types.resize(header.names().len(), false);
        let (types, rounded) = (&mut self.types, &mut self.rounded);
        // A row of the wrong length is a reject later.
        let _ = header.each_cell(row, |at, cell| {
            if let Some(is_lost) = types.get_mut(at) {
                *is_lost |= matches!(table, Table::Properties(_)) && is_type_name(&cell);
            }
            if rounded.is_none() && is_rounded(&cell) && is_number_like(header, table, at) {
                *rounded = Some((number, at, cell.trim().to_owned()));
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
        if let Some((row, at, text)) = &self.rounded {
            let name = names.get(*at).map_or("", String::as_str);
            notes.push(format!(
                "A spreadsheet has rounded values: row {row} has \u{201c}{text}\u{201d} in {}. Such identifiers and codes are left out, so use the file as it was downloaded",
                shown(&[name])
            ));
        }
        notes
    }
}

/// Whether a column holds identifiers or codes, whose digits all count.
fn is_number_like(header: &Header, table: &Table, at: usize) -> bool {
    let field = match table {
        Table::Portal => header.field(at),
        Table::ProvisioningDetails => None,
        Table::Properties(columns) | Table::Texts(columns) => columns.field(at),
    };
    field.is_some_and(|field| matches!(field.kind(), Kind::Id | Kind::UniqueId | Kind::Code))
}
