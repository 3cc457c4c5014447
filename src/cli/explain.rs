//! `explain`: what an AADSTS code means and what to do.

use std::io::{self, Write};

use clap::Args;

use super::output;
use super::{Failure, Shared};
use crate::export::table::{Cell, Column, TableFormat};
use crate::reference::aadsts::{self, Entry};

/// What to explain.
#[derive(Debug, Args)]
pub(super) struct ExplainArgs {
    /// Codes (50126, AADSTS50126), a quoted error message, or quoted words such as "password expired"
    #[arg(required = true)]
    codes: Vec<String>,
}

/// Explains codes; words list the codes they are found in.
pub(super) fn run(args: &ExplainArgs, shared: &Shared) -> Result<(), Failure> {
    let mut entries: Vec<&'static Entry> = Vec::new();
    let mut unknown = Vec::new();
    for text in &args.codes {
        if let Some(code) = aadsts::read_message(text).code {
            match aadsts::entry(code) {
                Some(entry) => entries.push(entry),
                None => unknown.push(format!("{code} is not in the table of known codes")),
            }
        } else {
            let found = aadsts::search(text);
            if found.is_empty() {
                unknown.push(format!("No code is known for \u{201c}{text}\u{201d}"));
            }
            entries.extend(found);
        }
    }
    match (shared.format, &shared.output) {
        (TableFormat::Text, None) => {
            let mut out = io::stdout().lock();
            entries.iter().try_for_each(|entry| out.write_all(plain(entry).as_bytes()))?;
        }
        _ => write_table(&entries, shared)?,
    }
    if unknown.is_empty() { Ok(()) } else { Err(Failure::input(unknown.join("\n"))) }
}

fn plain(entry: &Entry) -> String {
    let mut text = format!("AADSTS{}", entry.code);
    if !entry.symbol.is_empty() {
        text = format!("{text}  {}", entry.symbol);
    }
    text = format!("{text}\n  {} ({})\n  {}\n", entry.class_title(), entry.status, entry.meaning);
    for (label, sentence) in [("Usually", entry.cause), ("First", entry.first), ("Then", entry.second)] {
        if !sentence.is_empty() {
            text = format!("{text}  {label}: {sentence}\n");
        }
    }
    text + "\n"
}

fn write_table(entries: &[&'static Entry], shared: &Shared) -> Result<(), Failure> {
    let columns = vec![
        Column::number("code", "Code"),
        Column::new("symbol", "Symbol"),
        Column::new("class", "Class"),
        Column::new("status", "Status"),
        Column::new("meaning", "Meaning"),
        Column::new("cause", "Usual cause"),
        Column::new("first", "Check first"),
        Column::new("second", "Then"),
    ];
    let rows = entries.iter().map(|entry| {
        let mut row = vec![Cell::from(entry.code)];
        row.extend(
            [entry.symbol, entry.class, entry.status, entry.meaning, entry.cause, entry.first, entry.second]
                .map(|text| Cell::from(Some(text).filter(|text| !text.is_empty()))),
        );
        row
    });
    output::table(shared, columns, rows)
}
