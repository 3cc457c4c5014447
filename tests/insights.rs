//! Insights against a recount: every figure is the number of the rows behind it.

use std::collections::HashSet;
use std::path::Path;

use chrono::Weekday;
use signin_lens::cache::Cache;
use signin_lens::clock::{Clock, Every, Zone};
use signin_lens::columns::{self, Columns, RowId};
use signin_lens::fields::Logs;
use signin_lens::import::{Options, Progress, find_inputs};
use signin_lens::insights::usage::Period;
use signin_lens::insights::{
    Ask, By, Choices, Counts, Entities, Graph, Lines, Measure, Rows, Section, Sum, Table, Value, pages,
};
use signin_lens::query::{Query, Scope};

/// The columns of the sample tenant.
fn sample() -> Columns {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut cache = Cache::open(&folder.path().join("cache.db")).expect("a new cache opens");
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/sample");
    for input in find_inputs(&[sample]) {
        let input = input.expect("the file is there");
        cache.import(&input, &Options::default(), &Progress::default()).expect("it imports");
    }
    columns::load(&cache).expect("it loads")
}

/// How many different known entities the rows have.
fn different(scope: &Scope<'_>, rows: &[RowId], by: By) -> u64 {
    let mut titles: HashSet<String> = HashSet::new();
    for row in rows {
        let entities = Entities::of(scope.columns, &[*row], by);
        titles
            .extend(entities.known.iter().filter(|entity| !entity.is_unknown).map(|entity| entity.filter.to_string()));
    }
    titles.len() as u64
}

fn assert_figure(scope: &Scope<'_>, behind: &Rows, measure: &Measure, value: &Value, what: &str) {
    let rows = behind.select(scope);
    let times = || rows.iter().map(|row| scope.columns.time(*row));
    let counted = match (&measure.sum, value) {
        (Sum::SignIns, Value::Count(count)) => (*count, rows.len() as u64),
        (Sum::Different(by), Value::Count(count)) if rows.len() < 400 => (*count, different(scope, &rows, *by)),
        (Sum::Different(_), Value::Count(count)) => return assert!(*count <= rows.len() as u64),
        (Sum::ShareOf(_), Value::Share { part, whole }) => {
            assert!(part <= whole, "{what}");
            (*part, rows.len() as u64)
        }
        (Sum::First, Value::Time(time)) => return assert_eq!(*time, times().min(), "{what}"),
        (Sum::Last, Value::Time(time)) => return assert_eq!(*time, times().max(), "{what}"),
        (Sum::Trend, Value::Trend(counts)) => (counts.iter().sum(), rows.len() as u64),
        (sum, value) => panic!("{what}: {sum:?} gave {value:?}"),
    };
    assert_eq!(counted.0, counted.1, "{what}: {}", behind.query);
}

fn assert_table(scope: &Scope<'_>, table: &Table) {
    for (number, row) in table.rows.iter().enumerate() {
        for (place, measure) in table.columns.iter().enumerate() {
            let behind = table.rows_behind(number, place).expect("the figure has rows");
            let what = format!("{} of {} in {}", measure.title, row.title, table.key);
            assert_figure(scope, &behind, measure, &row.values[place], &what);
        }
    }
}

fn assert_graph(scope: &Scope<'_>, graph: &Graph) {
    for (number, line) in graph.lines.iter().enumerate() {
        for (step, value) in line.values.iter().enumerate() {
            let rows = graph.rows_behind(number, step, scope.clock).expect("the point has rows").select(scope);
            let counted = match graph.counts {
                Counts::SignIns => rows.len() as u64,
                Counts::Users => different(scope, &rows, By::Users),
            };
            assert_eq!(*value, counted, "{} of {} at step {step}", line.title, graph.key);
        }
    }
}

#[test]
fn every_figure_of_every_page_is_the_number_of_its_rows() {
    let columns = sample();
    let vienna = Clock::new(Zone::from_name("Europe/Vienna").expect("a zone"), Weekday::Mon);
    for (clock, filter, every) in [
        (Clock::default(), "", Every::Day),
        (vienna, "status:failure,interrupted", Every::Week),
        (Clock::default(), "country:GB -client:legacy", Every::Hours(1)),
        (Clock::default(), "user:nobody", Every::Day),
    ] {
        let scope = Scope::new(&columns, clock);
        let filter: Query = filter.parse().expect("a filter");
        for page in &pages::ALL {
            for (logs, period) in [(page.logs, Period::Days(30)), (page.able, Period::All)] {
                let ask = Ask::new(&scope, &filter, period, every, logs);
                for counts in [Counts::SignIns, Counts::Users] {
                    for section in (page.make)(&ask, &Choices { lines: Lines::Top(4), counts }) {
                        match &section {
                            Section::Table(table) => assert_table(&scope, table),
                            Section::Graph(graph) => assert_graph(&scope, graph),
                            Section::Cards(cards) => {
                                for card in cards {
                                    let Value::Count(count) = card.value else { continue };
                                    assert_eq!(count, card.rows.select(&scope).len() as u64, "{}", card.title);
                                }
                            }
                            Section::HeatMap(_) | Section::Places(_) | Section::TimeLine(_) | Section::Note(_) => {}
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn rows_of_single_values_add_up_to_all_sign_ins() {
    let columns = sample();
    let scope = Scope::new(&columns, Clock::default());
    let ask = Ask::new(&scope, &Query::default(), Period::All, Every::Day, Logs::ALL);
    let page = pages::page("applications").expect("the page is there");
    for section in (page.make)(&ask, &Choices::default()) {
        let Section::Table(table) = section else { continue };
        let sign_ins = table.column("sign_ins").expect("a column");
        let sum: u64 = table
            .rows
            .iter()
            .map(|row| match row.values[sign_ins] {
                Value::Count(count) => count,
                _ => 0,
            })
            .sum();
        assert_eq!(sum, ask.rows().len() as u64, "{}", table.key);
    }
}
