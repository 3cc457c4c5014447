//! `explain`: what an AADSTS code means and what to do.

use std::io::{self, Write};

use clap::Args;

use super::output::{self, Format};
use super::{Failure, Shared};
use crate::export::table::{Cell, Column};
use crate::export::visible::visible;
use crate::reference::aadsts::{self, Entry, Message};

/// What to explain.
#[derive(Debug, Args)]
pub(super) struct ExplainArgs {
    /// Codes (50126, AADSTS50126, or several with commas), a quoted error message, or quoted words such as "password expired"
    #[arg(required = true)]
    codes: Vec<String>,
}

/// Explains codes; words list the codes they are found in.
pub(super) fn run(args: &ExplainArgs, shared: &Shared) -> Result<(), Failure> {
    let mut entries: Vec<&'static Entry> = Vec::new();
    let mut told = Vec::new();
    let mut unknown = Vec::new();
    for text in args.codes.iter().flat_map(|text| single_codes(text)) {
        let message = aadsts::read_message(text);
        told.push(message.clone());
        if let Some(code) = message.code {
            match aadsts::entry(code) {
                Some(entry) => entries.push(entry),
                None => unknown.push(format!("{code} is not in the table of known codes")),
            }
        } else if text.chars().filter(|character| character.is_alphanumeric()).count() < SHORTEST_WORD {
            unknown.push(format!("\u{201c}{text}\u{201d} is too short to look for: give a code or a longer word"));
        } else {
            let found = aadsts::search(text);
            // A pasted message without a code may still say which sign-in it is about.
            if found.is_empty() && identity(&message).is_empty() {
                unknown.push(format!("No code is known for \u{201c}{text}\u{201d}"));
            }
            entries.extend(found);
        }
    }
    match (shared.format(), &shared.output) {
        (Format::Table, None) => {
            let mut out = io::stdout().lock();
            entries.iter().try_for_each(|entry| out.write_all(plain(entry).as_bytes()))?;
            told.iter().try_for_each(|message| out.write_all(identity(message).as_bytes()))?;
        }
        _ => write_table(&entries, shared)?,
    }
    if unknown.is_empty() { Ok(()) } else { Err(Failure::input(unknown.join("\n"))) }
}

/// Letters and digits that words must have to be looked for: fewer occur in nearly every entry.
const SHORTEST_WORD: usize = 3;

/// The codes of a list with commas, or the text as a whole.
fn single_codes(text: &str) -> Vec<&str> {
    let parts: Vec<&str> = text.split(',').map(str::trim).filter(|part| !part.is_empty()).collect();
    let is_code = |part: &&str| {
        let digits = part.get(..6).filter(|word| word.eq_ignore_ascii_case("aadsts")).map_or(*part, |_| &part[6..]);
        !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    if parts.len() > 1 && parts.iter().all(is_code) { parts } else { vec![text] }
}

/// What a message tells of its sign-in, and how to find it.
fn identity(message: &Message) -> String {
    let mut text = String::new();
    let lines = [
        ("Request ID", &message.request_id),
        ("Correlation ID", &message.correlation_id),
        ("Time", &message.timestamp),
    ];
    for (label, value) in lines {
        if let Some(value) = value {
            text = format!("{text}{label}: {}\n", visible(value));
        }
    }
    let filter = [("request_id", &message.request_id), ("correlation_id", &message.correlation_id)];
    if let Some((key, Some(id))) = filter.into_iter().find(|(_, id)| id.is_some()) {
        text = format!("{text}Find its sign-in with: signin-lens list --where {key}:{id}\n");
    }
    text
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
