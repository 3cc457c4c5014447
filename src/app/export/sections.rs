//! Sections of insights as tables, for the command line, files, the clipboard and the review pack.

use std::borrow::Cow;

use super::Spelling;
use crate::clock::Clock;
use crate::export::chart::day_name;
use crate::export::table::{Cell, Column};
use crate::fields::Logs;
use crate::insights::{Card, Counts, Graph, HeatMap, Measure, Places, Row, Section, Sum, Table, TimeLine, Told, Value};

/// A section as a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// What scripts call it.
    pub key: &'static str,
    /// What people call it.
    pub title: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// A cell for each column of each row.
    pub rows: Vec<Vec<Cell<'static>>>,
}

impl Sheet {
    /// A section as a table; notes have none. Moments stand as the clock shows them where people read them.
    #[must_use]
    pub fn of(section: &Section, clock: &Clock, spelling: Spelling) -> Option<Self> {
        let spelled = Spelled { clock, spelling };
        match section {
            Section::Cards(cards) => Some(figures(cards)),
            Section::Graph(graph) => Some(spelled.graph(graph)),
            Section::Table(table) => Some(spelled.table(table, table.rows.iter())),
            Section::HeatMap(map) => Some(heat_map(map)),
            Section::Places(places) => Some(Spelled::places(places)),
            Section::TimeLine(line) => Some(spelled.time_line(line)),
            Section::Note(_) => None,
        }
    }

    /// These rows of a table.
    #[must_use]
    pub fn of_rows<'t>(
        table: &'t Table,
        rows: impl Iterator<Item = &'t Row>,
        clock: &Clock,
        spelling: Spelling,
    ) -> Self {
        Spelled { clock, spelling }.table(table, rows)
    }

    /// The table without its trends: a list of numbers tells people nothing.
    #[must_use]
    pub fn without_trends(mut self) -> Self {
        let is_kept: Vec<bool> = self.columns.iter().map(|column| column.key != "trend").collect();
        for row in &mut self.rows {
            let mut kept = is_kept.iter();
            row.retain(|_| kept.next() == Some(&true));
        }
        let mut kept = is_kept.iter();
        self.columns.retain(|_| kept.next() == Some(&true));
        self
    }
}

struct Spelled<'a> {
    clock: &'a Clock,
    spelling: Spelling,
}

impl Spelled<'_> {
    fn moment_title(&self, title: &str) -> String {
        match self.spelling {
            Spelling::Shown => format!("{title} ({})", self.clock.label()),
            Spelling::Stored => title.to_owned(),
        }
    }

    fn column(&self, measure: &Measure) -> Column {
        match measure.sum {
            Sum::First | Sum::Last => Column::new(measure.key, self.moment_title(measure.title)),
            Sum::SignIns | Sum::Different(_) | Sum::ShareOf(_) | Sum::Told(Told::Members) => {
                Column::number(measure.key, measure.title)
            }
            Sum::Trend | Sum::Told(_) | Sum::Names(_) => Column::new(measure.key, measure.title),
        }
    }

    /// A country by its name where people read it, by its code where scripts do.
    fn name<'t>(&self, label: &'t str, title: &'t str) -> &'t str {
        match self.spelling {
            Spelling::Shown => label,
            Spelling::Stored => title,
        }
    }

    fn table<'t>(&self, table: &'t Table, rows: impl Iterator<Item = &'t Row>) -> Sheet {
        let has_details = table.rows.iter().any(|row| row.detail.is_some());
        let mut columns = vec![Column::new("title", table.of)];
        columns.extend(has_details.then(|| Column::new("detail", "Detail")));
        columns.extend(table.columns.iter().map(|measure| self.column(measure)));
        let rows = rows.map(|row| {
            let mut cells = vec![Cell::from(self.name(row.label(), &row.title).to_owned())];
            cells.extend(has_details.then(|| Cell::from(row.detail.clone())));
            cells.extend(row.values.iter().map(cell));
            cells
        });
        Sheet { key: table.key, title: table.title.clone(), rows: rows.collect(), columns }
    }

    fn graph(&self, graph: &Graph) -> Sheet {
        let (key, title) = match graph.counts {
            Counts::SignIns => ("count", number_of(graph.logs)),
            Counts::Users => ("users", "Users".to_owned()),
        };
        let columns = vec![
            Column::new("time", self.moment_title("From")),
            Column::new("step", "Step"),
            Column::new("line", "Line"),
            Column::number(key, title),
        ];
        let rows = graph.lines.iter().flat_map(|line| {
            let title = self.name(line.label(), &line.title).to_owned();
            let points = graph.edges.iter().zip(&line.values).enumerate();
            points.map(move |(step, (edge, value))| {
                let step = Cell::from(graph.step_name(step));
                vec![Cell::Moment(*edge), step, Cell::from(title.clone()), Cell::from(*value)]
            })
        });
        Sheet { key: graph.key, title: graph.title.clone(), columns, rows: rows.collect() }
    }

    fn places(places: &Places) -> Sheet {
        let columns = vec![
            Column::new("title", "Place"),
            Column::number("latitude", "Latitude"),
            Column::number("longitude", "Longitude"),
            Column::number("count", number_of(places.logs)),
        ];
        let rows = places.places.iter().map(|place| {
            vec![
                Cell::from(place.title.clone()),
                Cell::Number(place.latitude),
                Cell::Number(place.longitude),
                Cell::from(place.sign_ins),
            ]
        });
        Sheet { key: places.key, title: places.title.clone(), columns, rows: rows.collect() }
    }

    fn time_line(&self, line: &TimeLine) -> Sheet {
        let columns = vec![
            Column::new("time", self.moment_title("Date")),
            Column::new("log", "Log"),
            Column::new("what", "What"),
            Column::new("by", "By"),
            Column::new("to_what", "Resource, target or item"),
            Column::new("ip", "IP address"),
            Column::new("outcome", "Outcome"),
        ];
        let rows = line.events.iter().map(|event| {
            let texts = [&event.what, &event.by, &event.to_what, &event.ip, &event.outcome];
            let texts = texts.map(|text| if text.is_empty() { Cell::Missing } else { Cell::from(text.clone()) });
            [Cell::Moment(event.at), Cell::from(event.log.key())].into_iter().chain(texts).collect()
        });
        Sheet { key: line.key, title: line.title.clone(), columns, rows: rows.collect() }
    }
}

/// What a column of numbers of the records of these logs is called.
fn number_of(logs: Logs) -> String {
    format!("# {}", logs.noun().many)
}

fn figures(cards: &[Card]) -> Sheet {
    let columns = vec![
        Column::new("figure", "Figure"),
        Column::new("title", "Title"),
        Column::number("value", "Value"),
        Column::number("before", "Period before"),
        Column::new("filter", "Filter"),
    ];
    let rows = cards.iter().map(|card| {
        vec![
            Cell::from(card.key),
            Cell::from(card.title.clone()),
            cell(&card.value),
            card.before.as_ref().map_or(Cell::Missing, cell),
            Cell::from(card.rows.query.to_string()),
        ]
    });
    Sheet { key: "figures", title: "Figures".to_owned(), columns, rows: rows.collect() }
}

fn heat_map(map: &HeatMap) -> Sheet {
    let mut columns = vec![Column::new("weekday", "Day")];
    columns.extend((0..24).map(|hour| Column::number(format!("hour_{hour}"), format!("{hour:02}:00"))));
    let mut day = map.week_start;
    let rows = map.counts.iter().map(|hours| {
        let mut cells = vec![Cell::from(day_name(day))];
        cells.extend(hours.iter().map(|count| Cell::from(*count)));
        day = day.succ();
        cells
    });
    Sheet { key: map.key, title: map.title.clone(), rows: rows.collect(), columns }
}

/// A figure; shares from 0 to 1.
fn cell(value: &Value) -> Cell<'static> {
    match value {
        Value::Count(count) => Cell::from(*count),
        Value::Share { .. } => value.share().map_or(Cell::Missing, Cell::Share),
        Value::Time(time) => Cell::from(*time),
        Value::Trend(counts) => Cell::List(counts.iter().map(|count| Cow::Owned(count.to_string())).collect()),
        Value::Text(text) if text.is_empty() => Cell::Missing,
        Value::Text(text) => Cell::from(text.clone()),
    }
}
