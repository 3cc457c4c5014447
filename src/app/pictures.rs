//! Sections of insights as charts for a review: what the command line writes, a pack holds, and the window copies.

mod choice;
mod colors;
mod data;
mod shown;
mod words;

use std::ops::Range;
use std::sync::{Arc, LazyLock};

use super::export::{ExportError, log_of_rows, sources_within};
use super::filter_words;
use crate::cache::Cache;
use crate::clock::{Clock, Every, Millis};
use crate::export::chart::{
    Bar, Bars, Body, Chart, Edge, HeatMap, Hue, Kind, Lane, Lanes, Line, Mark, Outline, Part, Place, Places, Status,
    TimeSeries, ValueScale,
};
use crate::export::file::ExportProgress;
use crate::export::number::percent;
use crate::export::palette::{Tone, tones};
use crate::fields::{Field, Log, Logs, Report};
use crate::insights::{self, Ask, By, Counts, Graph, Section, Table, TimeLine, Value};
use crate::query::{Query, buckets};
use crate::reference::world;

pub use choice::{PictureChoice, PictureFormat, PictureTheme, SCALES};
pub use colors::{Colors, KeptColors};
pub use data::DataFile;
pub use shown::{PictureRequest, ShownSection};
pub use words::{capitalised, shown_log_names};

/// What stands around the pictures of a page.
#[derive(Clone, Debug)]
pub struct Frame {
    /// What the page is about, such as an application; empty for a page about all.
    pub subject: String,
    /// The filter without the period.
    pub filter: Query,
    /// The first moment and the moment after the last one.
    pub period: Range<Millis>,
    /// The clock of days and hours.
    pub clock: Clock,
    /// The logs whose sign-ins count, as far as they are loaded.
    pub logs: Logs,
    /// Where the numbers come from.
    pub sources: Sources,
    /// Colours that things keep from picture to picture.
    pub colors: Colors,
}

/// Where the numbers of a picture come from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sources {
    /// How many sign-ins are counted.
    pub sign_ins: u64,
    /// The first and the last of them.
    pub between: Option<(Millis, Millis)>,
    /// The names of the files that tell of them; empty if that is not known.
    pub files: Vec<String>,
    /// The first loaded sign-in, if the period begins before its day.
    pub begin: Option<Millis>,
    /// Whether pseudonyms stand for names; names of files are not told then either.
    pub is_private: bool,
}

impl Sources {
    /// The sign-ins of a question.
    #[must_use]
    pub fn of(ask: &Ask<'_>) -> Self {
        let columns = ask.scope().columns;
        let times = || ask.rows().iter().map(|row| columns.time(*row));
        let start = ask.period().start;
        let oldest =
            ask.logs().iter().filter_map(|log| columns.rows_of(log).last()).map(|row| columns.time(*row)).min();
        let is_before = |oldest: &Millis| start < ask.scope().clock.floor(*oldest, Every::Day);
        Self {
            sign_ins: columns.sign_ins(ask.rows()),
            between: times().min().zip(times().max()),
            files: Vec::new(),
            begin: oldest.filter(is_before),
            is_private: columns.is_private(),
        }
    }
}

/// The names of the files that tell of the sign-ins of a question. Called within [`Cache::at_one_moment`], in which the
/// columns of the question are loaded too.
///
/// # Errors
/// [`ExportError`] if the cache can't be read.
pub fn files_of(cache: &Cache, ask: &Ask<'_>) -> Result<Vec<String>, ExportError> {
    let columns = ask.scope().columns;
    let log_of = log_of_rows(columns, ask.rows().iter().copied());
    let sources = sources_within(cache, &log_of, &ExportProgress::default())?;
    Ok(sources.into_iter().map(|(source, ..)| source.name).collect())
}

/// How numbers over time are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Drawing {
    /// Lines, columns or areas.
    pub kind: Kind,
    /// How numbers become heights.
    pub scale: ValueScale,
}

/// Bars of a table show so many rows.
const MOST_BARS: usize = 12;

impl Frame {
    /// What stands around the pictures of a page that answers this.
    #[must_use]
    pub fn of(ask: &Ask<'_>) -> Self {
        Self {
            subject: String::new(),
            filter: ask.in_force(),
            period: ask.period(),
            clock: ask.scope().clock,
            logs: loaded(ask),
            sources: Sources::of(ask),
            colors: Colors::default(),
        }
    }

    /// The same for a page about one of many, to which the question was limited beyond this filter.
    #[must_use]
    pub fn about(self, subject: &str, filter: Query) -> Self {
        Self { subject: subject.to_owned(), filter, ..self }
    }

    /// The period with its zone, logs and filter in words: a paragraph each.
    #[must_use]
    pub fn subtitles(&self) -> Vec<String> {
        self.subtitles_of(self.logs)
    }

    /// The same for a part that counts only some of the logs.
    fn subtitles_of(&self, logs: Logs) -> Vec<String> {
        let mut lines =
            vec![format!("{} \u{b7} {}", words::period(&self.period, self.clock, self.logs.noun()), words::logs(logs))];
        if !self.filter.is_empty() {
            lines.push(format!("Filter: {}", filter_words::words(&self.filter, self.clock)));
        }
        lines
    }

    /// The title of a section with what the page is about; `None` for figures and notes.
    #[must_use]
    pub fn title(&self, section: &Section) -> Option<String> {
        let title = section.title()?;
        Some(if self.subject.is_empty() { title.to_owned() } else { format!("{title}: {}", self.subject) })
    }

    /// A section as a chart; figures and notes have none.
    #[must_use]
    pub fn chart(&self, section: &Section, drawing: Drawing) -> Option<Chart> {
        self.chart_without(section, drawing, &[])
    }

    /// A section as a chart without the lines with these titles, and saying so; all lines if none would be left.
    #[must_use]
    pub fn chart_without(&self, section: &Section, drawing: Drawing, hidden: &[String]) -> Option<Chart> {
        let (about, body) = match section {
            Section::Graph(graph) => {
                let visible = visible_lines(graph, hidden);
                let about = words::lines(graph, visible.len());
                (Some(about), Body::Series(self.series(graph, &visible, drawing)))
            }
            Section::Table(table) => (words::rows(table, MOST_BARS), Body::Bars(bars(table)?)),
            Section::HeatMap(map) => (None, Body::HeatMap(Box::new(heat_map(map)))),
            Section::Places(places) => (None, Body::Places(self::places(places))),
            Section::TimeLine(line) => (None, Body::Lanes(self.lanes(line))),
            Section::Cards(_) | Section::Note(_) => return None,
        };
        let logs = section.logs().map_or(self.logs, |logs| logs.common(self.logs));
        let subtitles = about.into_iter().chain(self.subtitles_of(logs)).collect();
        let footnote = words::sources(&self.sources, self.logs.noun(), self.clock);
        Some(Chart { title: self.title(section)?, subtitles, footnote, body })
    }

    /// The colours of all lines of a graph, which no line changes that is hidden.
    #[must_use]
    pub fn tones(&self, graph: &Graph) -> Vec<Tone> {
        let own = |by: By, filter| self.colors.slot(by, filter).map(Hue::Slot);
        let hues = graph.lines.iter().map(|line| {
            let own = graph.by.and_then(|by| own(by, &line.filter));
            own.unwrap_or_else(|| hue(&line.filter))
        });
        let hues: Vec<Hue> = hues.collect();
        tones(hues.iter().zip(&graph.lines).map(|(hue, line)| (hue, line.label())))
    }

    /// The lines of these numbers over time.
    fn series(&self, graph: &Graph, visible: &[usize], drawing: Drawing) -> TimeSeries {
        let tones = self.tones(graph);
        let shown = visible.iter().filter_map(|line| graph.lines.get(*line).zip(tones.get(*line)));
        let lines = shown.map(|(line, tone)| Line {
            name: line.label().to_owned(),
            hue: Hue::from(*tone),
            values: line.values.iter().map(|value| *value as f64).collect(),
            // Users of several days are the same people, so that their sum means nothing.
            total: (graph.counts == Counts::Users).then_some(line.total as f64),
        });
        let (first_is_partial, last_is_partial) = graph.cut_ends();
        TimeSeries {
            unit: unit(graph).to_owned(),
            edges: self.edges(&graph.edges),
            lines: lines.collect(),
            kind: drawing.kind,
            scale: drawing.scale,
            first_is_partial,
            last_is_partial,
        }
    }

    fn lanes(&self, line: &TimeLine) -> Lanes {
        let (start, end) = line.period;
        let days = (end.0.saturating_sub(start.0)) / Millis::DAY;
        let every = if days <= 3 { Every::Hours(1) } else { Every::Day };
        let (_, edges) = buckets(self.clock, &(start..end), every);
        let rows = line.lanes.iter().map(|(log, marks)| Lane {
            name: log.title().to_owned(),
            marks: marks
                .iter()
                .map(|mark| Mark { at: mark.at, status: status(mark.status.map(usize::from)) })
                .collect(),
        });
        let is_mixed = line.lanes.iter().any(|(log, _)| log.report() != Report::SignIns);
        let unit = if is_mixed { "events" } else { "sign-ins" };
        Lanes { unit: unit.to_owned(), edges: self.edges(&edges), rows: rows.collect() }
    }

    fn edges(&self, edges: &[Millis]) -> Vec<Edge> {
        edges.iter().map(|at| Edge::new(*at, &self.clock)).collect()
    }
}

/// The numbers of a graph's lines without those with these titles; all of them if none would be left.
fn visible_lines(graph: &Graph, hidden: &[String]) -> Vec<usize> {
    let is_visible = |line: &usize| graph.lines.get(*line).is_some_and(|line| !hidden.contains(&line.title));
    let visible: Vec<usize> = (0..graph.lines.len()).filter(is_visible).collect();
    if visible.is_empty() { (0..graph.lines.len()).collect() } else { visible }
}

/// Whether a section can be drawn, and something is in it.
#[must_use]
pub fn is_drawn(section: &Section) -> bool {
    match section {
        Section::Graph(graph) => !graph.lines.is_empty(),
        Section::Table(table) => !table.rows.is_empty() && counted_columns(table).is_some(),
        Section::HeatMap(_) => true,
        Section::Places(places) => !places.places.is_empty(),
        Section::TimeLine(line) => line.lanes.iter().any(|(_, marks)| !marks.is_empty()),
        Section::Cards(_) | Section::Note(_) => false,
    }
}

/// Those of the logs that are loaded at all; all of them if none is.
fn loaded(ask: &Ask<'_>) -> Logs {
    let loaded: Vec<Log> = ask.logs().iter().filter(|log| !ask.scope().columns.rows_of(*log).is_empty()).collect();
    if loaded.is_empty() { ask.logs() } else { Logs::of(&loaded) }
}

fn unit(graph: &Graph) -> &'static str {
    match graph.counts {
        Counts::SignIns => graph.logs.noun().many,
        Counts::Users => "users",
    }
}

/// Outcomes have colours of their own, and all sign-ins together a quiet one; anything else has the steady one of its
/// filter, whatever its title is.
fn hue(filter: &Query) -> Hue {
    if filter.is_empty() {
        return Hue::Quiet;
    }
    let of_outcome = OUTCOMES.iter().find(|(field, value, _)| {
        filter.values_of(*field).is_some_and(|values| values.as_slice() == [*value]) && filter.parts().len() == 1
    });
    of_outcome.map_or_else(|| Hue::Key(filter.to_string()), |(.., hue)| hue.clone())
}

/// What came of a sign-in, of Conditional Access for it, and of one policy.
const OUTCOMES: [(Field, &str, Hue); 10] = [
    (Field::Status, "success", Hue::Status(Status::Success)),
    (Field::Status, "failure", Hue::Status(Status::Failure)),
    (Field::Status, "interrupted", Hue::Status(Status::Interrupted)),
    (Field::ConditionalAccess, "success", Hue::Status(Status::Success)),
    (Field::ConditionalAccess, "failure", Hue::Status(Status::Failure)),
    (Field::ConditionalAccess, "notApplied", Hue::Quiet),
    (Field::PolicyResult, "success", Hue::Status(Status::Success)),
    (Field::PolicyResult, "failure", Hue::Status(Status::Failure)),
    (Field::PolicyResult, "notApplied", Hue::Quiet),
    (Field::PolicyResult, "reportOnlyInterrupted", Hue::Status(Status::Interrupted)),
];

fn status(number: Option<usize>) -> Status {
    number.and_then(|number| insights::Mark::STATUSES.get(number)).map_or(Status::Other, |key| Status::from_key(key))
}

/// The columns whose figures are drawn: those of the statuses, or that of the sign-ins. `None` without any.
fn counted_columns(table: &Table) -> Option<Vec<usize>> {
    let statuses: Option<Vec<usize>> = insights::Mark::STATUSES.iter().map(|key| table.column(key)).collect();
    statuses.or_else(|| Some(vec![table.columns.iter().position(|measure| measure.sum == insights::Sum::SignIns)?]))
}

/// The rows of a table with the most sign-ins; by status where the table tells that. `None` if it counts nothing.
fn bars(table: &Table) -> Option<Bars> {
    let count_at = |column: usize, values: &[Value]| match values.get(column) {
        Some(Value::Count(count)) => *count as f64,
        _ => 0.0,
    };
    let columns = counted_columns(table)?;
    let parts = columns.iter().filter(|_| columns.len() > 1).filter_map(|column| {
        let measure = table.columns.get(*column)?;
        Some(Part { name: measure.title.to_owned(), hue: hue(&measure.filter) })
    });
    let rate = table.column("success_rate");
    let rows = table.rows.iter().take(MOST_BARS).map(|row| Bar {
        name: row.label().to_owned(),
        values: columns.iter().map(|column| count_at(*column, &row.values)).collect(),
        note: rate
            .and_then(|column| row.values.get(column))
            .and_then(Value::share)
            .map(|share| format!("{} success", percent(share)))
            .unwrap_or_default(),
    });
    Some(Bars { unit: table.logs.noun().many.to_owned(), parts: parts.collect(), rows: rows.collect() })
}

fn heat_map(map: &insights::HeatMap) -> HeatMap {
    let mut values = [[0.0; 24]; 7];
    let mut day = map.week_start;
    for hours in &map.counts {
        let of_day = &mut values[day.num_days_from_monday() as usize];
        of_day.iter_mut().zip(hours).for_each(|(value, count)| *value = *count as f64);
        day = day.succ();
    }
    HeatMap { unit: map.logs.noun().many.to_owned(), first_day: map.week_start, values }
}

fn places(places: &insights::Places) -> Places {
    static LAND: LazyLock<Arc<Outline>> = LazyLock::new(|| {
        let ring = |outline: &world::Outline| {
            outline.iter().map(|(east, north)| (f64::from(*east), f64::from(*north))).collect()
        };
        Arc::new(Outline { rings: world::outlines().iter().map(ring).collect() })
    });
    let found = places.places.iter().map(|place| Place {
        name: words::city(&place.title, &place.filter),
        longitude: place.longitude,
        latitude: place.latitude,
        value: place.sign_ins as f64,
    });
    Places { unit: places.logs.noun().many.to_owned(), outline: Arc::clone(&LAND), places: found.collect() }
}
