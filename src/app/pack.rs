//! The review pack: which pages it holds, and what stands in it.

mod choice;
mod file;

use std::ops::Range;

use super::export::{ExportError, Sheet, Spelling, log_of_rows, sources_within};
use super::filter_words;
use super::insights::words::{self, change};
use super::pictures::{Colors, Drawing, Frame};
use super::private::hiding_titles;
use super::span;
use crate::cache::{Cache, Source};
use crate::clock::{Clock, Every, Millis};
use crate::columns::Pseudonyms;
use crate::export::file::ExportProgress;
use crate::export::number::counted;
use crate::export::pack::{Figure, Grid, Pack, Part};
use crate::export::table::{Cell, Column};
use crate::fields::{Logs, Noun};
use crate::insights::{Ask, Card, Choices, PageSpec, Period, Section};
use crate::query::{Query, Scope};

pub use choice::{PackChoice, PackFormat};
pub use file::write;

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

/// Makes a pack of the sign-ins of a cache. It is called within [`Cache::at_one_moment`], in which the columns of
/// `scope` are loaded too, so that the pack's sources are those of its figures.
///
/// # Errors
/// [`ExportError`] if the cache can't be read.
pub fn pack(scope: &Scope<'_>, cache: &Cache, request: &PackRequest) -> Result<Pack, ExportError> {
    watched_pack(scope, cache, request, &ExportProgress::default())
}

/// Makes such a pack while `progress` counts its pages, and stops it when asked.
///
/// # Errors
/// As [`pack`]; [`ExportError::Cancelled`] if it was stopped.
pub fn watched_pack(
    scope: &Scope<'_>,
    cache: &Cache,
    request: &PackRequest,
    progress: &ExportProgress,
) -> Result<Pack, ExportError> {
    progress.begin(request.pages.len() as u64);
    let asked = |page: &PageSpec| Ask::new(scope, &request.filter, request.period, request.every, page.logs);
    let asks: Vec<Ask<'_>> = request.pages.iter().map(|page| asked(page)).collect();
    let rows = asks.iter().flat_map(|ask| ask.rows().iter().copied());
    let log_of = log_of_rows(scope.columns, rows);
    let sources = sources_within(cache, &log_of, progress)?;
    if progress.is_cancelled() {
        return Err(ExportError::Cancelled);
    }
    let files: Vec<String> = sources.iter().map(|(source, ..)| source.name.clone()).collect();
    let mut parts = Vec::new();
    let mut colors = Colors::default();
    if asks.iter().all(|ask| ask.rows().is_empty()) {
        let why = if scope.columns.is_empty() {
            "Nothing is imported yet, so there are no sign-ins to review".to_owned()
        } else {
            format!("No {} in this period match the filter, so there is nothing to review", noun_of(&asks).many)
        };
        parts.push(Part::Note(why));
    } else {
        for (page, ask) in request.pages.iter().zip(&asks) {
            let mut frame = Frame::of(ask);
            frame.sources.files.clone_from(&files);
            chapter(&mut parts, page, ask, frame, &mut colors, request);
            progress.row_done().map_err(|_| ExportError::Cancelled)?;
        }
    }
    Ok(Pack {
        title: request.title.clone(),
        facts: facts(scope, &asks, request),
        parts,
        sources: source_grid(&sources, scope.columns.pseudonyms().map(AsRef::as_ref)),
        clock: scope.clock,
    })
}

fn chapter(
    parts: &mut Vec<Part>,
    page: &PageSpec,
    ask: &Ask<'_>,
    frame: Frame,
    colors: &mut Colors,
    request: &PackRequest,
) {
    parts.push(Part::Chapter { title: page.title.to_owned(), about: page.about.to_owned() });
    // Logs differ in what they have, so that each chapter says what it counts.
    parts.push(Part::Note(frame.subtitles().join(" \u{b7} ")));
    let left_out = ask.left_out().into_iter();
    parts.extend(
        left_out.map(|part| Part::Note(format!("Left out of the filter here: {part}. These logs have no such field"))),
    );
    let sections = (page.make)(ask, &request.choices);
    if ask.rows().is_empty() {
        let notes = sections.iter().filter_map(|section| match section {
            Section::Note(note) => Some(Part::Note(note.to_string())),
            _ => None,
        });
        parts.push(Part::Note(format!("No such {} in this period", ask.logs().noun().many)));
        parts.extend(notes);
        return;
    }
    // What has a colour in one chapter has it in all of them.
    colors.learn(ask.scope(), &sections);
    let frame = Frame { colors: colors.clone(), ..frame };
    for section in &sections {
        parts.extend(section_parts(section, &frame, request.drawing));
    }
}

/// What the records of all chapters together are called.
fn noun_of(asks: &[Ask<'_>]) -> Noun {
    asks.iter().map(Ask::logs).reduce(Logs::and).map_or(Noun::SIGN_IN, Logs::noun)
}

fn facts(scope: &Scope<'_>, asks: &[Ask<'_>], request: &PackRequest) -> Vec<(String, String)> {
    let asked = match request.period {
        Period::Days(days) => {
            format!("{} up to the newest {}", counted(u64::from(days), "day", "days"), scope.columns.noun().one)
        }
        Period::All => "All that is loaded".to_owned(),
    };
    let words = |of: Range<Millis>| span::words(Some(of.start), Some(of.end), scope.clock);
    // A filter with a time range of its own shortens what was asked for.
    let period = match asks.first().map(Ask::period).filter(|period| !period.is_empty()) {
        Some(of) if request.filter.time_range().is_some() => words(of),
        Some(of) => format!("{} ({asked})", words(of)),
        None => asked,
    };
    let filter = if request.filter.is_empty() {
        format!("None: every {}", noun_of(asks).one)
    } else {
        format!("{} ({})", filter_words::words(&request.filter, scope.clock), request.filter)
    };
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
        Section::Note(note) => return vec![Part::Note(note.to_string())],
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

/// The first rows of a section.
fn grid(sheet: Sheet) -> Grid {
    let mut sheet = sheet.without_trends();
    let left_out = sheet.rows.len().saturating_sub(MOST_ROWS) as u64;
    sheet.rows.truncate(MOST_ROWS);
    Grid { title: sheet.title, columns: sheet.columns, rows: sheet.rows, left_out }
}

fn figure(card: &Card, clock: &Clock) -> Figure {
    let change = change(&card.value, card.before.as_ref()).unwrap_or_default();
    Figure { title: card.title.clone(), value: words::figure(&card.value, clock), change }
}

fn source_grid(sources: &[(Source, String, u64)], pseudonyms: Option<&Pseudonyms>) -> Grid {
    let hide = hiding_titles(pseudonyms);
    let columns = vec![
        Column::new("source", "Source"),
        Column::number("bytes", "Bytes"),
        Column::new("sha256", "SHA-256"),
        Column::new("imported", "Imported"),
        Column::number("records", "Records used"),
    ];
    let rows = sources.iter().map(|(source, sha256, records)| {
        vec![
            Cell::from(hide(&source.name)),
            Cell::from(source.bytes),
            Cell::from(sha256.clone()),
            Cell::Moment(source.imported),
            Cell::from(*records),
        ]
    });
    Grid { title: "Sources".to_owned(), columns, rows: rows.collect(), left_out: 0 }
}
