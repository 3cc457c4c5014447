//! A page of insights: figures, graphs and tables about the sign-ins, or other records, of a question.

use chrono::Weekday;

use super::ask::{Ask, Rows};
use super::entity::By;
use super::graph::{Counts, Graph, Lines};
use super::measure::{Sum, Value};
use super::note::Note;
use super::table::Table;
use crate::clock::Millis;
use crate::columns::RowId;
use crate::fields::{Log, Logs};
use crate::query::Query;

/// A page that can be opened.
#[derive(Clone, Copy)]
pub struct PageSpec {
    /// What scripts call it.
    pub key: &'static str,
    /// What the window calls it.
    pub title: &'static str,
    /// What it answers, as a sentence without a full stop.
    pub about: &'static str,
    /// The logs it counts unless others are chosen.
    pub logs: Logs,
    /// The logs it can count.
    pub able: Logs,
    /// What it is about one of, such as one user; `None` for a page about all of them. The question is then limited
    /// to that one's sign-ins: see [`Ask::only`].
    pub of: Option<By>,
    /// Makes the page.
    pub make: fn(&Ask<'_>, &Choices) -> Vec<Section>,
}

impl std::fmt::Debug for PageSpec {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("PageSpec").field(&self.key).finish()
    }
}

/// What can be chosen on a page.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Choices {
    /// Which lines its graph has.
    pub lines: Lines,
    /// What its graph counts.
    pub counts: Counts,
}

impl Default for Choices {
    /// The top three, sign-ins: what the admin center shows.
    fn default() -> Self {
        Self { lines: Lines::Top(3), counts: Counts::SignIns }
    }
}

/// A part of a page.
#[derive(Clone, Debug, PartialEq)]
pub enum Section {
    /// Figures side by side.
    Cards(Vec<Card>),
    /// Numbers over time.
    Graph(Graph),
    /// A row per entity.
    Table(Table),
    /// Numbers by day of the week and hour.
    HeatMap(HeatMap),
    /// Numbers by place on a map.
    Places(Places),
    /// Events one by one on a time line.
    TimeLine(TimeLine),
    /// What must be known to read the page.
    Note(Note),
}

impl Section {
    /// What scripts call it; notes have no name.
    #[must_use]
    pub fn key(&self) -> Option<&'static str> {
        match self {
            Self::Cards(_) => Some("figures"),
            Self::Graph(graph) => Some(graph.key),
            Self::Table(table) => Some(table.key),
            Self::HeatMap(map) => Some(map.key),
            Self::Places(places) => Some(places.key),
            Self::TimeLine(line) => Some(line.key),
            Self::Note(_) => None,
        }
    }

    /// The logs whose records it counts; `None` if it does not count those of some logs as a whole.
    #[must_use]
    pub fn logs(&self) -> Option<Logs> {
        match self {
            Self::Graph(graph) => Some(graph.logs),
            Self::Table(table) => Some(table.logs),
            Self::HeatMap(map) => Some(map.logs),
            Self::Places(places) => Some(places.logs),
            Self::Cards(_) | Self::TimeLine(_) | Self::Note(_) => None,
        }
    }

    /// What people call it; figures and notes have no title.
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        match self {
            Self::Graph(graph) => Some(&graph.title),
            Self::Table(table) => Some(&table.title),
            Self::HeatMap(map) => Some(&map.title),
            Self::Places(places) => Some(&places.title),
            Self::TimeLine(line) => Some(&line.title),
            Self::Cards(_) | Self::Note(_) => None,
        }
    }
}

/// A figure with its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// What scripts call it.
    pub key: &'static str,
    /// What the window calls it.
    pub title: String,
    /// What it means, where the title does not say.
    pub about: &'static str,
    /// How the rows behind it are summed up.
    pub sum: Sum,
    /// The figure.
    pub value: Value,
    /// The figure of the period before; `None` if that period is not loaded as a whole, so that there is nothing
    /// to compare with.
    pub before: Option<Value>,
    /// The rows behind the figure.
    pub rows: Rows,
    /// The page that tells more.
    pub door: Option<&'static str>,
}

/// Numbers of sign-ins by day of the week and hour of the day, in the shown zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeatMap {
    /// What scripts call it.
    pub key: &'static str,
    /// What the window calls it.
    pub title: String,
    /// For each of the seven days, the week's first day first, the number of each hour.
    pub counts: Vec<[u64; 24]>,
    /// The first day of the week.
    pub week_start: Weekday,
    /// The filter of the page, period included.
    pub base: Query,
    /// The logs whose sign-ins count.
    pub logs: Logs,
}

/// Numbers of sign-ins by place.
#[derive(Clone, Debug, PartialEq)]
pub struct Places {
    /// What scripts call it.
    pub key: &'static str,
    /// What the window calls it.
    pub title: String,
    /// The places, those with the most sign-ins first.
    pub places: Vec<Place>,
    /// The number of sign-ins of places of which no sign-in tells coordinates.
    pub without: u64,
    /// The filter of the page, period included.
    pub base: Query,
    /// The logs whose sign-ins count.
    pub logs: Logs,
}

/// A place on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// City and country, as far as known.
    pub title: String,
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
    /// The number of sign-ins.
    pub sign_ins: u64,
    /// The filter that finds them.
    pub filter: Query,
}

/// Events one by one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeLine {
    /// What scripts call it.
    pub key: &'static str,
    /// What the window calls it.
    pub title: String,
    /// The events, newest first.
    pub events: Vec<Event>,
    /// A lane per log that has any, each newest first.
    pub lanes: Vec<(Log, Vec<Mark>)>,
    /// The period.
    pub period: (Millis, Millis),
    /// How many events are left out because there are too many to show: the oldest ones.
    pub left_out: u64,
}

/// An event of a time line in words, as the window shows them; empty where nothing is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The event.
    pub row: RowId,
    /// Its log.
    pub log: Log,
    /// When it happened.
    pub at: Millis,
    /// What happened, or to which application somebody signed in: see [`Log::what`].
    pub what: String,
    /// Who did it: see [`Log::by`].
    pub by: String,
    /// To whom or to what: see [`Log::to_what`].
    pub to_what: String,
    /// From which address.
    pub ip: String,
    /// What came of it: see [`Log::outcome`].
    pub outcome: String,
    /// The same in its stored form.
    pub stored_outcome: String,
}

/// An event on a time line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// When it happened.
    pub at: Millis,
    /// The event.
    pub row: RowId,
    /// Its status, by the number of [`Mark::STATUSES`]; `None` if none is known.
    pub status: Option<u8>,
}

impl Mark {
    /// The statuses in their stored form.
    pub const STATUSES: [&'static str; 3] = ["success", "failure", "interrupted"];
}
