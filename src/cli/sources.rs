//! `sources`, `forget`, `rejects`: what was imported, taking it out, and what could not be read.

use std::borrow::Cow;

use clap::Args;

use super::output;
use super::{Failure, Shared};
use crate::app::{Standings, hide_rejects, hiding_titles};
use crate::cache::SourceId;
use crate::clock::Millis;
use crate::export::table::{Cell, Column};
use crate::fields::Log;
use crate::import::{Progress, Standing};

/// What to forget.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub(super) struct ForgetArgs {
    /// Number of the source, as `sources` lists it
    #[arg(allow_negative_numbers = true)]
    source: Option<i64>,
    /// Instead of a source, every record that is older than so many days, with its notes: of before the begin of the day
    /// that lies so far back, in UTC
    #[arg(long, value_name = "DAYS", value_parser = clap::value_parser!(u32).range(1..=36_500))]
    older_than: Option<u32>,
}

/// Whose rejects.
#[derive(Debug, Args)]
pub(super) struct RejectsArgs {
    /// Number of a source; all if not given
    source: Option<i64>,
}

/// Lists the sources, latest import first.
pub(super) fn list(shared: &Shared) -> Result<(), Failure> {
    let columns = vec![
        Column::number("source", "Source"),
        Column::new("path", "File"),
        Column::new("format", "Format"),
        Column::new("log", "Log"),
        Column::new("group", "Group"),
        Column::number("bytes", "Bytes"),
        Column::new("imported", "Imported"),
        Column::number("records", "Records"),
        Column::number("new", "New"),
        Column::number("merged", "Merged"),
        Column::number("known", "Already known"),
        Column::number("rejected", "Rejected"),
        Column::new("notes", "Notes"),
    ];
    let cache = shared.open_cache()?;
    let mut listed = Vec::new();
    for mut source in cache.sources()? {
        if let Some(pseudonyms) = shared.pseudonyms(&cache)? {
            let hide = hiding_titles(Some(pseudonyms));
            for text in source.group.iter_mut().chain(&mut source.notes) {
                *text = hide(text);
            }
        }
        listed.push((shared.place_of(&cache, source.clone())?, source));
    }
    let rows = listed.into_iter().map(|(place, source)| {
        let counts = source.counts;
        let mut row = vec![
            Cell::Integer(source.id.0),
            Cell::from(place),
            Cell::from(source.format),
            Cell::from(source.log.map(Log::key)),
            Cell::from(source.group),
            Cell::from(source.bytes),
            Cell::from(source.imported.iso()),
        ];
        row.extend([counts.records, counts.new, counts.merged, counts.known, counts.rejected].map(Cell::from));
        row.push(Cell::List(source.notes.into_iter().map(Cow::Owned).collect()));
        row
    });
    output::table(shared, columns, rows)
}

/// Reads every file that was imported and is still there, and tells which are no longer what they were, or can't be read:
/// then the call fails.
pub(super) fn verify(shared: &Shared) -> Result<(), Failure> {
    let columns = vec![
        Column::number("source", "Source"),
        Column::new("path", "File"),
        Column::new("standing", "Standing"),
        Column::new("sha256", "SHA-256 when imported"),
        Column::new("sha256_now", "SHA-256 now"),
    ];
    let cache = shared.open_cache()?;
    let mut rows = Vec::new();
    let mut standings = Standings::default();
    for source in cache.sources()? {
        let sha256 = cache.sha256(source.id)?.unwrap_or_default();
        // Nothing cancels it, and what was forgotten meanwhile is no source any more.
        let Some(standing) = cache.standing(&source, &Progress::default())? else { continue };
        standings.add(&standing);
        let (word, now) = match standing {
            Standing::Same => ("same".to_owned(), Some(sha256.clone())),
            Standing::Changed(now) => ("changed".to_owned(), Some(hex(&now))),
            Standing::Gone => ("gone".to_owned(), None),
            Standing::GoneFromZip => ("gone from its zip".to_owned(), None),
            Standing::Unreadable(reason) => (format!("unreadable: {reason}"), None),
        };
        let place = shared.place_of(&cache, source.clone())?;
        rows.push(vec![
            Cell::Integer(source.id.0),
            Cell::from(place),
            Cell::from(word),
            Cell::from(sha256),
            Cell::from(now),
        ]);
    }
    output::table(shared, columns, rows.into_iter())?;
    if standings.other() > 0 { Err(Failure::input(standings.sentence())) } else { Ok(()) }
}

fn hex(bytes: &[u8]) -> String {
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.filter_map(|digit| char::from_digit(u32::from(digit), 16)).collect()
}

/// Forgets a source or old records, and prints what went.
pub(super) fn forget(args: &ForgetArgs, shared: &Shared) -> Result<(), Failure> {
    match (args.source, args.older_than) {
        (Some(source), _) => forget_source(source, shared),
        (None, Some(days)) => forget_older(days, shared),
        (None, None) => Err(Failure::call("Name a source, or --older-than")),
    }
}

fn forget_older(days: u32, shared: &Shared) -> Result<(), Failure> {
    let before = Millis::now().days_before(days);
    let mut cache = shared.open_cache()?;
    let outdated = cache.forget_older(before)?;
    let columns = vec![
        Column::new("before", "Forgotten before"),
        Column::number("removed", "Records removed"),
        Column::number("left", "Records left"),
        Column::number("sources", "Sources removed"),
    ];
    let row = vec![
        Cell::from(before.iso()),
        Cell::from(outdated.records),
        Cell::from(cache.len()?),
        Cell::from(outdated.sources),
    ];
    output::table(shared, columns, std::iter::once(row))
}

fn forget_source(number: i64, shared: &Shared) -> Result<(), Failure> {
    let mut cache = shared.open_cache()?;
    let source = cache.sources()?.into_iter().find(|source| source.id.0 == number);
    let before = cache.len()?;
    let entries = cache.weigh(SourceId(number))?.entries;
    // Told while the names that the source brings are known.
    let place = source.clone().map(|source| shared.place_of(&cache, source)).transpose()?.unwrap_or_default();
    let (Some(source), true) = (source, cache.forget(SourceId(number))?) else {
        return Err(Failure::call(format!("There is no source {number}; `signin-lens sources` lists them")));
    };
    let columns = vec![
        Column::number("source", "Forgotten source"),
        Column::new("path", "File"),
        Column::number("records", "Its records"),
        Column::number("removed", "Records removed"),
        Column::number("left", "Records left"),
        Column::number("entries", "Look-up entries removed"),
    ];
    let left = cache.len()?;
    let row = vec![
        Cell::Integer(source.id.0),
        Cell::from(place),
        Cell::from(source.counts.records),
        Cell::from(before.saturating_sub(left)),
        Cell::from(left),
        Cell::from(entries),
    ];
    output::table(shared, columns, std::iter::once(row))
}

/// Lists records that could not be read.
pub(super) fn rejects(args: &RejectsArgs, shared: &Shared) -> Result<(), Failure> {
    let columns = vec![
        Column::number("source", "Source"),
        Column::new("file", "File"),
        Column::number("number", "Record"),
        Column::number("offset", "Byte"),
        Column::new("reason", "Reason"),
        Column::new("text", "Text"),
    ];
    let cache = shared.open_cache()?;
    let mut rejects = cache.rejects(args.source.map(SourceId), usize::MAX)?;
    if let Some(pseudonyms) = shared.pseudonyms(&cache)? {
        let hide = hiding_titles(Some(pseudonyms));
        hide_rejects(&mut rejects, &hide);
    }
    let rows = rejects.into_iter().map(|reject| {
        vec![
            Cell::Integer(reject.source.0),
            Cell::from(reject.source_name.clone()),
            Cell::from(reject.number),
            Cell::from(reject.offset),
            Cell::from(reject.reason.clone()),
            Cell::from(reject.text),
        ]
    });
    output::table(shared, columns, rows)
}
