//! Sections of insights as charts for a review: what the command line writes and a pack holds.

use std::ops::Range;
use std::sync::{Arc, LazyLock};

use super::private::PRIVATE_NOTE;
use crate::clock::{Clock, Every, Millis};
use crate::export::chart::{
    Bar, Bars, Body, Chart, Edge, HeatMap, Hue, Kind, Lane, Lanes, Line, Mark, Outline, Part, Place, Places, Status,
    TimeSeries, ValueScale,
};
use crate::export::number::{counted, percent};
use crate::fields::{Field, Logs};
use crate::insights::{self, Ask, Counts, Graph, Section, Table, TimeLine, Value};
use crate::query::{Query, buckets};
use crate::reference::world;

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
    /// The logs whose sign-ins count.
    pub logs: Logs,
    /// Where the numbers come from, for the foot of the picture.
    pub sources: String,
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

/// How many sign-ins the numbers come from, and whether these name anyone.
fn sources(ask: &Ask<'_>) -> String {
    let sign_ins = counted(ask.rows().len() as u64, "sign-in", "sign-ins");
    if ask.scope().columns.is_private() { format!("{sign_ins} \u{b7} {PRIVATE_NOTE}") } else { sign_ins }
}

impl Frame {
    /// What stands around the pictures of a page that answers this.
    #[must_use]
    pub fn of(ask: &Ask<'_>) -> Self {
        Self {
            subject: String::new(),
            filter: ask.in_force(),
            period: ask.period(),
            clock: ask.scope().clock,
            logs: ask.logs(),
            sources: sources(ask),
        }
    }

    /// Period and zone, filter and logs in words: a paragraph each.
    #[must_use]
    pub fn subtitles(&self) -> Vec<String> {
        let last = Millis(self.period.end.0.saturating_sub(1));
        let period =
            format!("{} to {} ({})", self.clock.date(self.period.start), self.clock.date(last), self.clock.label());
        let logs: Vec<String> = self.logs.iter().map(|log| log.title().to_lowercase()).collect();
        let mut lines = vec![format!("{period} \u{b7} {} sign-ins", logs.join(", "))];
        if !self.filter.is_empty() {
            lines.push(format!("Filter: {}", self.filter));
        }
        lines
    }

    /// A section as a chart; figures and notes have none.
    #[must_use]
    pub fn chart(&self, section: &Section, drawing: Drawing) -> Option<Chart> {
        let (title, body) = match section {
            Section::Graph(graph) => (&graph.title, Body::Series(self.series(graph, drawing))),
            Section::Table(table) => (&table.title, Body::Bars(bars(table)?)),
            Section::HeatMap(map) => (&map.title, Body::HeatMap(Box::new(heat_map(map)))),
            Section::Places(places) => (&places.title, Body::Places(self::places(places))),
            Section::TimeLine(line) => (&line.title, Body::Lanes(self.lanes(line))),
            Section::Cards(_) | Section::Note(_) => return None,
        };
        let title = if self.subject.is_empty() { title.clone() } else { format!("{title}: {}", self.subject) };
        Some(Chart { title, subtitles: self.subtitles(), footnote: self.sources.clone(), body })
    }

    fn series(&self, graph: &Graph, drawing: Drawing) -> TimeSeries {
        let lines = graph.lines.iter().map(|line| Line {
            name: line.title.clone(),
            hue: hue(&line.filter),
            values: line.values.iter().map(|value| *value as f64).collect(),
            // Users of several days are the same people, so that their sum means nothing.
            total: (graph.counts == Counts::Users).then_some(line.total as f64),
        });
        TimeSeries {
            unit: unit(graph.counts).to_owned(),
            edges: self.edges(&graph.edges),
            lines: lines.collect(),
            kind: drawing.kind,
            scale: drawing.scale,
            last_is_partial: is_partial(graph),
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
        Lanes { unit: "sign-ins".to_owned(), edges: self.edges(&edges), rows: rows.collect() }
    }

    fn edges(&self, edges: &[Millis]) -> Vec<Edge> {
        edges.iter().map(|at| Edge::new(*at, &self.clock)).collect()
    }
}

fn unit(counts: Counts) -> &'static str {
    match counts {
        Counts::SignIns => "sign-ins",
        Counts::Users => "users",
    }
}

/// Whether the last step of a graph goes on after the newest sign-in, so that its figures are too low.
fn is_partial(graph: &Graph) -> bool {
    let Some(end) = graph.edges.last() else { return false };
    let day = match graph.every {
        Every::Week => Millis::DAY,
        // A day of downloads that ends with its newest sign-in is as good as over.
        Every::Day | Every::Hours(_) => return false,
    };
    graph.newest.0.saturating_add(day) < end.0
}

/// Statuses have colours of their own; anything else has the steady one of its filter, whatever its title is.
#[must_use]
pub fn hue(filter: &Query) -> Hue {
    let of_status = insights::Mark::STATUSES
        .iter()
        .find(|status| *filter == Query::default().set_values(Field::Status, &[(**status).to_owned()]));
    of_status.map_or_else(|| Hue::Key(filter.to_string()), |status| Hue::Status(Status::from_key(status)))
}

fn status(number: Option<usize>) -> Status {
    number.and_then(|number| insights::Mark::STATUSES.get(number)).map_or(Status::Other, |key| Status::from_key(key))
}

/// The rows of a table with the most sign-ins; by status where the table tells that. `None` if it counts nothing.
fn bars(table: &Table) -> Option<Bars> {
    let count_at = |column: usize, values: &[Value]| match values.get(column) {
        Some(Value::Count(count)) => *count as f64,
        _ => 0.0,
    };
    let statuses: Option<Vec<usize>> = insights::Mark::STATUSES.iter().map(|key| table.column(key)).collect();
    let columns = match statuses {
        Some(columns) => columns,
        None => vec![table.columns.iter().position(|measure| measure.sum == insights::Sum::SignIns)?],
    };
    let parts = columns.iter().filter(|_| columns.len() > 1).filter_map(|column| {
        let measure = table.columns.get(*column)?;
        Some(Part { name: measure.title.to_owned(), hue: hue(&measure.filter) })
    });
    let rate = table.column("success_rate");
    let rows = table.rows.iter().take(MOST_BARS).map(|row| Bar {
        name: row.title.clone(),
        values: columns.iter().map(|column| count_at(*column, &row.values)).collect(),
        note: rate
            .and_then(|column| row.values.get(column))
            .and_then(Value::share)
            .map(|share| format!("{} success", percent(share)))
            .unwrap_or_default(),
    });
    Some(Bars { unit: "sign-ins".to_owned(), parts: parts.collect(), rows: rows.collect() })
}

fn heat_map(map: &insights::HeatMap) -> HeatMap {
    let mut values = [[0.0; 24]; 7];
    let mut day = map.week_start;
    for hours in &map.counts {
        let of_day = &mut values[day.num_days_from_monday() as usize];
        of_day.iter_mut().zip(hours).for_each(|(value, count)| *value = *count as f64);
        day = day.succ();
    }
    HeatMap { unit: "sign-ins".to_owned(), first_day: map.week_start, values }
}

fn places(places: &insights::Places) -> Places {
    static LAND: LazyLock<Arc<Outline>> = LazyLock::new(|| {
        let ring = |outline: &world::Outline| {
            outline.iter().map(|(east, north)| (f64::from(*east), f64::from(*north))).collect()
        };
        Arc::new(Outline { rings: world::outlines().iter().map(ring).collect() })
    });
    let found = places.places.iter().map(|place| Place {
        name: place.title.clone(),
        longitude: place.longitude,
        latitude: place.latitude,
        value: place.sign_ins as f64,
    });
    Places { unit: "sign-ins".to_owned(), outline: Arc::clone(&LAND), places: found.collect() }
}
