//! The sheet of a workbook that tells where its rows come from.

use super::{ExportChoice, ExportError, Extent, log_title};
use crate::app::listing::{Grouping, Listing};
use crate::app::private::{hide_sources, hiding_titles};
use crate::app::settings::{GroupOrder, GroupOrderKey, SortBy};
use crate::cache::{Cache, Source};
use crate::clock::{Clock, Millis};
use crate::columns::Pseudonyms;
use crate::export::file::{ExportProgress, Written};
use crate::export::table::Cell;
use crate::export::xlsx::AboutLine;
use crate::fields::{Log, Noun};
use crate::record::EventId;

/// What an export is of.
#[derive(Clone, Debug)]
pub struct About {
    /// The log, or what else it is of.
    pub log: String,
    /// The text of the filter.
    pub query: String,
    /// The order of the rows, in words.
    pub sort: String,
    /// How rows fold, in words.
    pub grouping: String,
    /// The clock of its times.
    pub clock: Clock,
    /// Whether pseudonyms stand for names.
    pub is_private: bool,
    /// What the sign-ins were imported from: each source with its SHA-256 and the number of its records.
    pub sources: Vec<(Source, String, u64)>,
}

/// The grouping of rows that are not folded.
pub(super) const NOT_GROUPED: &str = "None";
/// The order of rows that were not sorted.
const NEWEST_FIRST: &str = "Newest first";

impl About {
    /// Lets pseudonyms, if there are any, stand for names in what sources are called.
    pub fn hide_sources(&mut self, pseudonyms: Option<&Pseudonyms>) {
        self.is_private = pseudonyms.is_some();
        if self.is_private {
            let hide = hiding_titles(pseudonyms);
            hide_sources(self.sources.iter_mut().map(|(source, ..)| source), &hide);
        }
    }

    /// What an export of sign-ins, not sorted and not grouped, is of; its sources are still to be found.
    #[must_use]
    pub fn of(log: &str, query: &str, clock: Clock) -> Self {
        Self {
            log: log.to_owned(),
            query: query.to_owned(),
            sort: NEWEST_FIRST.to_owned(),
            grouping: NOT_GROUPED.to_owned(),
            clock,
            is_private: false,
            sources: Vec::new(),
        }
    }

    /// What an export of a table is of; its sources are still to be found.
    #[must_use]
    pub fn of_listing(listing: &Listing, choice: ExportChoice) -> Self {
        let key = &listing.key;
        let mut about = Self::of(&log_title(key.log), &key.query.to_string(), key.clock);
        let is_folded = choice.of(&listing.rows).extent == Extent::Table;
        match &key.grouping {
            Grouping::Portal(hours) if is_folded => {
                let hours = if *hours == 1 { "1 hour".to_owned() } else { format!("{hours} hours") };
                about.grouping = format!("Folded as the portal does, within {hours}");
            }
            Grouping::By(fields) if is_folded => {
                let titles: Vec<&str> = fields.iter().map(|field| field.title()).collect();
                about.grouping = format!("By {}", titles.join(", then "));
            }
            Grouping::Off | Grouping::Portal(_) | Grouping::By(_) => {}
        }
        if !key.sort.is_empty() {
            about.sort = sort_text(&key.sort);
        }
        if let Grouping::By(_) = &key.grouping {
            let groups = group_order_text(key.group_order, key.log.noun());
            about.sort = if is_folded { groups } else { format!("{groups}; within groups: {}", about.sort) };
        }
        about
    }
}

fn sort_text(sort: &[SortBy]) -> String {
    let keys = sort.iter().map(|by| {
        let direction = if by.descending { "descending" } else { "ascending" };
        format!("{}, {direction}", by.column.title())
    });
    keys.collect::<Vec<_>>().join("; ")
}

fn group_order_text(order: GroupOrder, noun: Noun) -> String {
    let key = match order.key {
        GroupOrderKey::Count => format!("number of {}", noun.many),
        GroupOrderKey::Value => "value".to_owned(),
        GroupOrderKey::First => format!("earliest {}", noun.one),
        GroupOrderKey::Last => format!("latest {}", noun.one),
    };
    let direction = if order.descending { "descending" } else { "ascending" };
    format!("Groups by {key}, {direction}")
}

/// The sources that tell of sign-ins, earliest export first, each with its SHA-256 and how many of its records do.
pub fn sources_of(
    cache: &Cache,
    log_of: &dyn Fn(EventId) -> Option<Log>,
    progress: &ExportProgress,
) -> Result<Vec<(Source, String, u64)>, ExportError> {
    cache.at_one_moment(|| sources_within(cache, log_of, progress))?
}

/// The same, within [`Cache::at_one_moment`].
pub fn sources_within(
    cache: &Cache,
    log_of: &dyn Fn(EventId) -> Option<Log>,
    progress: &ExportProgress,
) -> Result<Vec<(Source, String, u64)>, ExportError> {
    let Some(tellings) = cache.tellings_of(log_of, &|| progress.is_cancelled())? else {
        return Err(ExportError::Cancelled);
    };
    let known = cache.sources()?;
    let mut sources = Vec::with_capacity(tellings.len());
    for telling in &tellings {
        if let Some(source) = known.iter().find(|source| source.id == telling.source) {
            let sha256 = cache.sha256(source.id)?.unwrap_or_default();
            sources.push((source.clone(), sha256, telling.records));
        }
    }
    Ok(sources)
}

/// The lines of the sheet.
#[must_use]
pub fn about_lines(about: &About, written: &Written) -> Vec<AboutLine> {
    let fact = |name: &str, value: Cell<'static>| AboutLine::Fact(name.to_owned(), value);
    let query = if about.query.is_empty() { "None".to_owned() } else { about.query.clone() };
    let now = Millis::now();
    let mut lines = vec![
        fact("Log", Cell::from(about.log.clone())),
        fact("Filter", Cell::from(query)),
        fact("Sorted by", Cell::from(about.sort.clone())),
        fact("Grouping", Cell::from(about.grouping.clone())),
        fact("Rows", Cell::from(written.rows)),
        fact("Times in", Cell::from(about.clock.label())),
        fact("Exported at", Cell::Moment(now)),
        fact("Exported at (UTC)", Cell::from(now.iso())),
        fact("Program", Cell::from(concat!("Sign-in Lens ", env!("CARGO_PKG_VERSION")))),
    ];
    if about.is_private {
        lines.push(fact("Names", Cell::from("Replaced by pseudonyms")));
    }
    if written.cut_cells > 0 {
        let cut = written.cut_cells;
        let text = format!("{cut}: a cell holds 32,767 characters; CSV and JSON have these values whole");
        lines.push(fact("Cells that were cut", Cell::from(text)));
    }
    lines.push(AboutLine::Gap);
    let titles = ["Source", "Place", "Bytes", "SHA-256", "File date", "Imported", "Records used"];
    lines.push(AboutLine::Header(titles.map(str::to_owned).to_vec()));
    for (source, sha256, records) in &about.sources {
        lines.push(AboutLine::Row(vec![
            Cell::from(source.name.clone()),
            Cell::from(source.place.clone()),
            Cell::from(source.bytes),
            Cell::from(sha256.clone()),
            Cell::Moment(source.exported),
            Cell::Moment(source.imported),
            Cell::from(*records),
        ]));
    }
    lines
}
