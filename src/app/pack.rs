//! The review pack: which pages it holds, and what stands in it.

use std::collections::HashMap;

use super::export::{ExportError, Sheet, Spelling, sources_of};
use super::insights::words::{self, change};
use super::pictures::{Drawing, Frame};
use crate::cache::{Cache, Source};
use crate::clock::{Clock, Every};
use crate::columns::{Columns, RowId};
use crate::export::file::ExportProgress;
use crate::export::pack::{Figure, Grid, Pack, Part};
use crate::export::table::{Cell, Column};
use crate::fields::Log;
use crate::insights::usage::Period;
use crate::insights::{Ask, Card, Choices, PageSpec, Section};
use crate::query::{Query, Scope};
use crate::record::EventId;

/// Tables of a pack show so many rows.
const MOST_ROWS: usize = 25;

/// What a pack is asked for.
#[derive(Clone, Debug)]
pub struct PackRequest {
    /// Its title.
    pub title: String,
    /// The pages, in order.
    pub pages: Vec<&'static PageSpec>,
    /// The filter.
    pub filter: Query,
    /// The period.
    pub period: Period,
    /// The steps of graphs.
    pub every: Every,
    /// What its graphs show.
    pub choices: Choices,
    /// How its graphs are drawn.
    pub drawing: Drawing,
}

/// Makes a pack of the sign-ins of a cache.
///
/// # Errors
/// [`ExportError`] if the cache can't be read.
pub fn pack(scope: &Scope<'_>, cache: &Cache, request: &PackRequest) -> Result<Pack, ExportError> {
    let mut parts = Vec::new();
    let mut met: HashMap<EventId, Log> = HashMap::new();
    for page in &request.pages {
        let ask = Ask::new(scope, &request.filter, request.period, request.every, page.logs);
        met.extend(ask.rows().iter().map(|row| told(scope.columns, *row)));
        let frame = Frame::of(&ask);
        parts.push(Part::Chapter { title: page.title.to_owned(), about: page.about.to_owned() });
        // Logs differ in what they have, so that each chapter says what it counts.
        parts.push(Part::Note(frame.subtitles().join(" \u{b7} ")));
        parts.extend(
            ask.left_out()
                .into_iter()
                .map(|part| Part::Note(format!("Left out of the filter here: {part}. These logs have no such field"))),
        );
        for section in (page.make)(&ask, &request.choices) {
            parts.extend(section_parts(&section, &frame, request.drawing));
        }
    }
    let sources = sources_of(cache, &|event| met.get(&event).copied(), &ExportProgress::default())?;
    Ok(Pack {
        title: request.title.clone(),
        facts: facts(scope, request),
        parts,
        sources: source_grid(&sources),
        clock: scope.clock,
    })
}

fn told(columns: &Columns, row: RowId) -> (EventId, Log) {
    (columns.event(row), columns.log(row))
}

fn facts(scope: &Scope<'_>, request: &PackRequest) -> Vec<(String, String)> {
    let period = match request.period {
        Period::Days(days) => format!("{days} days up to the newest sign-in"),
        Period::All => "All that is loaded".to_owned(),
    };
    let filter = if request.filter.is_empty() { "None: every sign-in".to_owned() } else { request.filter.to_string() };
    let fact = |name: &str, value: String| (name.to_owned(), value);
    let mut facts = vec![
        fact("Period", period),
        fact("Days and times in", scope.clock.label().to_owned()),
        fact("Filter", filter),
        fact("Made by", concat!("Sign-in Lens ", env!("CARGO_PKG_VERSION")).to_owned()),
    ];
    if scope.columns.is_private() {
        facts.insert(0, fact("Names", "Replaced by pseudonyms".to_owned()));
    }
    facts
}

/// What stands in a pack for a section: a picture where it has one, and its numbers.
fn section_parts(section: &Section, frame: &Frame, drawing: Drawing) -> Vec<Part> {
    match section {
        Section::Cards(cards) => {
            return vec![Part::Figures(cards.iter().map(|card| figure(card, &frame.clock)).collect())];
        }
        Section::Note(note) => return vec![Part::Note(note.clone())],
        Section::Graph(_) | Section::Table(_) | Section::HeatMap(_) | Section::Places(_) | Section::TimeLine(_) => {}
    }
    let Some(sheet) = Sheet::of(section, &frame.clock, Spelling::Shown) else { return Vec::new() };
    let data = grid(sheet);
    let is_table = matches!(section, Section::Table(_));
    match frame.chart(section, drawing).filter(|_| !is_table) {
        Some(chart) => vec![Part::Chart { chart: Box::new(chart), data }],
        None => vec![Part::Table(data)],
    }
}

/// The first rows of a section; a list of numbers tells readers nothing.
fn grid(sheet: Sheet) -> Grid {
    let is_kept: Vec<bool> = sheet.columns.iter().map(|column| column.key != "trend").collect();
    let left_out = sheet.rows.len().saturating_sub(MOST_ROWS) as u64;
    let kept = |cells: Vec<Cell<'static>>| {
        cells.into_iter().zip(&is_kept).filter(|(_, kept)| **kept).map(|(cell, _)| cell).collect()
    };
    let rows = sheet.rows.into_iter().take(MOST_ROWS).map(kept).collect();
    let mut keep = is_kept.iter();
    let columns = sheet.columns.into_iter().filter(|_| keep.next() == Some(&true)).collect();
    Grid { title: sheet.title, columns, rows, left_out }
}

fn figure(card: &Card, clock: &Clock) -> Figure {
    let change = change(&card.value, card.before.as_ref()).unwrap_or_default();
    Figure { title: card.title.clone(), value: words::figure(&card.value, clock), change }
}

fn source_grid(sources: &[(Source, String, u64)]) -> Grid {
    let columns = vec![
        Column::new("source", "Source"),
        Column::number("bytes", "Bytes"),
        Column::new("sha256", "SHA-256"),
        Column::new("imported", "Imported"),
        Column::number("records", "Records used"),
    ];
    let rows = sources.iter().map(|(source, sha256, records)| {
        vec![
            Cell::from(source.name.clone()),
            Cell::from(source.bytes),
            Cell::from(sha256.clone()),
            Cell::Moment(source.imported),
            Cell::from(*records),
        ]
    });
    Grid { title: "Sources".to_owned(), columns, rows: rows.collect(), left_out: 0 }
}
