//! Insights against a recount: every figure is the number of the rows behind it.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Path, PathBuf};

use chrono::Weekday;
use signin_lens::cache::Cache;
use signin_lens::clock::{Clock, Every, Millis, Zone};
use signin_lens::columns::{self, Columns, RowId};
use signin_lens::fields::{Field, Logs, Report, lower};
use signin_lens::import::{Options, Progress, find_inputs};
use signin_lens::insights::{
    Ask, By, Choices, Counts, Entities, Graph, Heading, HeatMap, Lines, MOST_NAMES, Mark, Measure, Period, Places,
    Rows, Section, Sum, Table, TimeLine, Told, Value, cards, newest, newest_note, pages, table,
};
use signin_lens::query::{Query, Scope};

/// The sign-ins of the sample tenant.
fn sample() -> Columns {
    loaded(&["assets/sample"])
}

/// The sign-ins of the sample tenant and its other reports.
fn sample_with_reports() -> Columns {
    loaded(&["assets/sample", "assets/sample-reports"])
}

fn loaded(folders: &[&str]) -> Columns {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut cache = Cache::open(&folder.path().join("cache.db")).expect("a new cache opens");
    let program = Path::new(env!("CARGO_MANIFEST_DIR"));
    let paths: Vec<PathBuf> = folders.iter().map(|folder| program.join(folder)).collect();
    for input in find_inputs(&paths) {
        let input = input.expect("the file is there");
        cache.import(&input, &Options::default(), &Progress::default()).expect("it imports");
    }
    columns::load(&cache).expect("it loads")
}

/// The fields that tell what is told apart.
fn fields_of(by: By) -> Vec<Field> {
    match by {
        By::Applications => vec![Field::AppId, Field::App],
        By::Resources => vec![Field::ResourceId, Field::Resource],
        By::Users => vec![Field::UserId, Field::Username, Field::User],
        By::Workloads => vec![Field::ServicePrincipalId, Field::ServicePrincipal],
        By::Cities => vec![Field::City, Field::State, Field::Country],
        By::Field(field) => vec![field],
    }
}

/// The known entities of the rows: what each shows, by what tells it from others.
fn met(scope: &Scope<'_>, rows: &[RowId], by: By) -> BTreeMap<String, String> {
    let fields = fields_of(by);
    let codes = |row: &RowId| fields.iter().map(|field| scope.columns.text_column(*field).code(*row)).collect();
    let kinds: HashMap<Vec<u32>, RowId> = rows.iter().map(|row| (codes(row), *row)).collect();
    let mut met = BTreeMap::new();
    for row in kinds.into_values() {
        if let By::Field(field) = by {
            for text in scope.columns.value(field, row).iter().flat_map(|text| text.lines()) {
                met.insert(lower(text), field.spec().display(text).to_owned());
            }
            continue;
        }
        let entities = Entities::of(scope.columns, &[row], by);
        let known = entities.known.into_iter().filter(|entity| !entity.is_unknown);
        met.extend(known.map(|entity| (entity.filter.to_string(), entity.title)));
    }
    met
}

/// How many different known entities the rows have.
fn different(scope: &Scope<'_>, rows: &[RowId], by: By) -> u64 {
    met(scope, rows, by).len() as u64
}

fn assert_figure(scope: &Scope<'_>, behind: &Rows, sum: &Sum, value: &Value, what: &str) {
    let rows = behind.select(scope);
    let times = || rows.iter().map(|row| scope.columns.time(*row));
    let counted = match (sum, value) {
        (Sum::SignIns, Value::Count(count)) => (*count, scope.columns.sign_ins(&rows)),
        (Sum::Different(by), Value::Count(count)) => (*count, different(scope, &rows, *by)),
        (Sum::ShareOf(_), Value::Share { part, whole }) => {
            assert!(part <= whole, "{what}");
            (*part, scope.columns.sign_ins(&rows))
        }
        (Sum::First, Value::Time(time)) => return assert_eq!(*time, times().min(), "{what}"),
        (Sum::Last, Value::Time(time)) => return assert_eq!(*time, times().max(), "{what}"),
        (Sum::Trend, Value::Trend(counts)) => (counts.iter().sum(), scope.columns.sign_ins(&rows)),
        // What the directory tells of members is told with them, whether they have sign-ins or not.
        (Sum::Told(Told::Directory), Value::Text(_)) | (Sum::Told(Told::Members), Value::Count(_)) => return,
        (Sum::Told(_), Value::Text(_)) => return assert!(!rows.is_empty(), "{what}"),
        (Sum::Names(by), Value::Text(names)) => return assert_names(scope, &rows, *by, names, what),
        (sum, value) => panic!("{what}: {sum:?} gave {value:?}"),
    };
    assert_eq!(counted.0, counted.1, "{what}: {}", behind.query);
}

/// Of parts of policies and steps, only those of the row's own are told, so that the rows can have more.
fn assert_names(scope: &Scope<'_>, rows: &[RowId], by: By, names: &str, what: &str) {
    let titles: BTreeSet<String> = met(scope, rows, by).into_values().collect();
    if matches!(by, By::Field(field) if Query::thing_of(field).is_some()) {
        return assert!(names.is_empty() || titles.iter().any(|title| names.starts_with(title)), "{what}: {names}");
    }
    let first: Vec<&str> = titles.iter().map(String::as_str).take(MOST_NAMES).collect();
    let first = first.join(", ");
    let more = titles.len().saturating_sub(MOST_NAMES);
    assert_eq!(names, if more > 0 { format!("{first} and {more} more") } else { first }, "{what}");
}

fn assert_places(scope: &Scope<'_>, ask: &Ask<'_>, places: &Places) {
    let mut sum = places.without;
    for place in &places.places {
        let rows = Rows::new(&places.base, &place.filter, places.logs).select(scope);
        assert_eq!(place.sign_ins, scope.columns.sign_ins(&rows), "{}", place.title);
        assert!(place.latitude.abs() <= 90.0 && place.longitude.abs() <= 180.0);
        sum += place.sign_ins;
    }
    assert_eq!(sum, ask.scope().columns.sign_ins(ask.rows()));
}

fn assert_table(scope: &Scope<'_>, table: &Table) {
    for (number, row) in table.rows.iter().enumerate() {
        for (place, measure) in table.columns.iter().enumerate() {
            let behind = table.rows_behind(number, place).expect("the figure has rows");
            let what = format!("{} of {} in {}", measure.title, row.title, table.key);
            assert_figure(scope, &behind, &measure.sum, &row.values[place], &what);
        }
    }
}

fn assert_graph(scope: &Scope<'_>, graph: &Graph) {
    for (number, line) in graph.lines.iter().enumerate() {
        for (step, value) in line.values.iter().enumerate() {
            let rows = graph.rows_behind(number, step, scope.clock).expect("the point has rows").select(scope);
            let counted = match graph.counts {
                Counts::SignIns => scope.columns.sign_ins(&rows),
                Counts::Users => different(scope, &rows, By::Users),
            };
            assert_eq!(*value, counted, "{} of {} at step {step}", line.title, graph.key);
        }
    }
}

fn assert_heat_map(scope: &Scope<'_>, ask: &Ask<'_>, map: &HeatMap) {
    let ask = ask.of_logs(map.logs);
    assert_eq!(map.counts.iter().flatten().sum::<u64>(), ask.scope().columns.sign_ins(ask.rows()), "{}", map.key);
    for (day, counts) in map.counts.iter().enumerate() {
        for (hour, count) in counts.iter().enumerate() {
            let behind = map.rows_behind(day, hour).expect("a cell of the map");
            assert_eq!(*count, scope.columns.sign_ins(&behind.select(scope)), "{} of {}", behind.query, map.key);
        }
    }
}

fn assert_time_line(scope: &Scope<'_>, ask: &Ask<'_>, line: &TimeLine) {
    let of_sign_ins = line.lanes.iter().filter(|(log, _)| log.report() == Report::SignIns);
    let marks: Vec<&Mark> = of_sign_ins.flat_map(|(_, marks)| marks).collect();
    let shown: u64 = marks.iter().map(|mark| scope.columns.sign_ins(&[mark.row])).sum();
    let all = scope.columns.sign_ins(ask.rows());
    assert!(shown <= all && shown + line.left_out >= all);
    assert!(line.events.len() <= TimeLine::MOST);
    assert_eq!(line.events.len(), line.lanes.iter().map(|(_, marks)| marks.len()).sum::<usize>());
    let oldest = line.events.iter().map(|event| event.at).min();
    let newer = ask.rows().iter().filter(|row| Some(scope.columns.time(**row)) > oldest).count();
    assert!(newer <= marks.len(), "only the oldest are left out");
    for (log, marks) in &line.lanes {
        for mark in marks {
            let status = mark.status.map(|status| Mark::STATUSES[usize::from(status)]);
            let told = scope.columns.text_column(Field::Status).text(mark.row);
            // Other reports have results of their own, such as skipped.
            assert_eq!(told.filter(|told| Mark::STATUSES.contains(told)), status);
            assert_eq!((scope.columns.log(mark.row), scope.columns.time(mark.row)), (*log, mark.at));
        }
    }
}

#[test]
fn every_figure_of_every_page_is_the_number_of_its_rows() {
    let columns = sample_with_reports();
    let vienna = Clock::new(Zone::from_name("Europe/Vienna").expect("a zone"), Weekday::Mon);
    for (clock, filter, every) in [
        (Clock::default(), "", Every::Day),
        (vienna, "status:failure,interrupted", Every::Week),
        (Clock::default(), "country:GB -client:legacy", Every::Hours(1)),
        (Clock::default(), "user:nobody", Every::Day),
        (vienna, "risk:high OR status:success", Every::Day),
        (vienna, "weekday:mon..fri hour:7..18 policy_result:failure,reportOnlyFailure", Every::Day),
        (Clock::default(), "policy:warehouse* auth_method:password auth_succeeded:yes", Every::Week),
    ] {
        let scope = Scope::new(&columns, clock);
        let filter: Query = filter.parse().expect("a filter");
        for page in &pages::ALL {
            for (logs, period) in [(page.logs, Period::Days(30)), (page.able, Period::All)] {
                let ask = Ask::new(&scope, &filter, period, every, logs);
                let counts = if logs == page.logs { Counts::SignIns } else { Counts::Users };
                for section in (page.make)(&ask, &Choices { lines: Lines::Top(4), counts }) {
                    match &section {
                        Section::Table(table) => assert_table(&scope, table),
                        Section::Graph(graph) => assert_graph(&scope, graph),
                        Section::Cards(cards) => {
                            for card in cards {
                                assert_figure(&scope, &card.rows, &card.sum, &card.value, &card.title);
                            }
                        }
                        Section::HeatMap(map) => assert_heat_map(&scope, &ask, map),
                        Section::TimeLine(line) => assert_time_line(&scope, &ask, line),
                        Section::Places(places) => assert_places(&scope, &ask, places),
                        Section::Note(_) => {}
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
        if table.key == "newest" {
            continue;
        }
        let sign_ins = table.column("sign_ins").expect("a column");
        let sum: u64 = table
            .rows
            .iter()
            .map(|row| match row.values[sign_ins] {
                Value::Count(count) => count,
                _ => 0,
            })
            .sum();
        assert_eq!(sum, ask.scope().columns.sign_ins(ask.rows()), "{}", table.key);
    }
}

#[test]
fn the_period_before_is_told_only_if_all_of_it_is_loaded() {
    let columns = sample();
    let scope = Scope::new(&columns, Clock::default());
    let sign_ins = |period| {
        let ask = Ask::new(&scope, &Query::default(), period, Every::Day, Logs::USERS);
        let [card] = cards(&ask, vec![(Measure::sign_ins(), None)]).try_into().expect("one card");
        (card.before, scope.columns.sign_ins(ask.before().rows()))
    };
    let (week_before, count) = sign_ins(Period::Days(7));
    assert!(count > 0);
    assert_eq!(week_before, Some(Value::Count(count)));
    let (twenty_days_before, count) = sign_ins(Period::Days(20));
    assert!(count > 0, "ten of the days before are loaded");
    assert_eq!(twenty_days_before, None);
    assert_eq!(sign_ins(Period::All).0, None);
}

#[test]
fn a_table_that_shows_its_first_rows_tells_how_many_more_there_are() {
    let columns = sample();
    let scope = Scope::new(&columns, Clock::default());
    let ask = Ask::new(&scope, &Query::default(), Period::All, Every::Day, Logs::USERS);
    let users = Heading { key: "users", title: "Users", of: "User" };
    let all = table(&ask, users, By::Users, vec![Measure::sign_ins()]);
    let few = all.clone().first(3, Some("users"));
    assert_eq!((few.rows.as_slice(), few.left_out), (&all.rows[..3], all.rows.len() - 3));
    assert_eq!(all.clone().first(1_000, None).left_out, 0);
}

#[test]
fn what_was_known_before_a_period_is_not_first_seen_in_it() {
    let columns = sample();
    let scope = Scope::new(&columns, Clock::default());
    let ask = Ask::new(&scope, &Query::default(), Period::Days(10), Every::Day, Logs::ALL);
    let users = Heading { key: "users", title: "Users", of: "User" };
    let all = table(&ask, users, By::Users, vec![Measure::sign_ins()]);
    let new = newest(&ask, users, By::Users, vec![Measure::sign_ins()]);
    assert!(new.rows.len() < all.rows.len());
    assert_eq!(newest_note(&ask), None);
    let start = ask.period().start;
    for row in all.rows.iter().filter(|row| !row.is_unknown) {
        let ever = Rows::new(&Query::default(), &row.filter, Logs::ALL).select(&scope);
        let first = ever.iter().map(|row| columns.time(*row)).min();
        assert_eq!(first >= Some(start), new.rows.iter().any(|new| new.filter == row.filter), "{}", row.title);
    }
    let whole = Ask::new(&scope, &Query::default(), Period::All, Every::Day, Logs::ALL);
    assert!(newest_note(&whole).is_some());
}

#[test]
fn error_codes_come_with_their_meaning_and_success_is_none() {
    let columns = sample();
    let scope = Scope::new(&columns, Clock::default());
    let ask = Ask::new(&scope, &Query::default(), Period::All, Every::Day, Logs::USERS);
    let page = pages::page("errors").expect("the page is there");
    let sections = (page.make)(&ask, &Choices::default());
    let errors = sections.iter().find_map(|section| match section {
        Section::Table(table) => Some(table),
        _ => None,
    });
    let errors = errors.expect("a table");
    assert!(errors.rows.iter().all(|row| row.title != "0" && !row.is_unknown));
    let password = errors.rows.iter().find(|row| row.title == "50126").expect("wrong passwords");
    for key in ["class", "meaning", "remedy"] {
        let Value::Text(text) = &password.values[errors.column(key).expect("a column")] else { panic!("{key}") };
        assert!(!text.is_empty(), "{key}");
    }
}

#[test]
fn a_period_is_compared_with_one_as_long() {
    let columns = sample();
    let scope = Scope::new(&columns, Clock::default());
    let all = Ask::new(&scope, &Query::default(), Period::All, Every::Day, Logs::USERS);
    let times: Vec<i64> = all.rows().iter().map(|row| columns.time(*row).0).collect();
    let end = scope.anchor.0 + 1;
    let within = |from: i64, to: i64| times.iter().filter(|time| (from..to).contains(time)).count();
    for (filter, length) in [("last:24h", Millis::DAY), ("last:7d", 7 * Millis::DAY), ("last:90m", 90 * 60_000)] {
        let filter: Query = filter.parse().expect("a filter");
        for period in [Period::All, Period::Days(30)] {
            let ask = Ask::new(&scope, &filter, period, Every::Day, Logs::USERS);
            assert_eq!(ask.rows().len(), within(end - length, end), "{filter}");
            let before = ask.before();
            assert_eq!(before.period(), Millis(end - 2 * length)..Millis(end - length), "{filter}");
            assert_eq!(before.rows().len(), within(end - 2 * length, end - length), "{filter}");
        }
    }
    // Times that no period can take the place of leave nothing to compare with.
    let filter: Query = "last:2d OR status:failure".parse().expect("a filter");
    let ask = Ask::new(&scope, &filter, Period::Days(7), Every::Day, Logs::USERS);
    let sign_ins = cards(&ask, vec![(Measure::sign_ins(), None)]);
    assert_eq!(sign_ins[0].before, None);
}

#[test]
fn parts_of_the_filter_that_no_log_of_a_page_has_are_told() {
    let columns = sample();
    let scope = Scope::new(&columns, Clock::default());
    let filter: Query = "user:anna* status:failure".parse().expect("a filter");
    let ask = Ask::new(&scope, &filter, Period::All, Every::Day, Logs::WORKLOADS);
    assert_eq!(ask.in_force().to_string(), "status:failure");
    assert_eq!(ask.left_out().iter().map(Query::to_string).collect::<Vec<_>>(), ["user:anna*"]);
}

#[test]
fn a_week_that_the_period_cuts_is_named_a_part_and_lists_its_sign_ins_of_the_period() {
    let columns = sample();
    let scope = Scope::new(&columns, Clock::default());
    // Thirty days begin with another day of the week than they end.
    let ask = Ask::new(&scope, &Query::default(), Period::Days(30), Every::Week, Logs::USERS);
    let sections = (pages::page("applications").expect("the page is there").make)(&ask, &Choices::default());
    let Some(Section::Graph(graph)) = sections.first() else { panic!("no graph") };
    let Some(Section::Table(table)) = sections.get(1) else { panic!("no table") };
    let last = graph.edges.len() - 2;
    let (first_is_cut, last_is_cut) = graph.cut_ends();
    assert!(first_is_cut || last_is_cut);
    let part = if first_is_cut { 0 } else { last };
    assert_eq!((graph.step_name(part), graph.step_name(1)), ("part of a week".to_owned(), "week".to_owned()));
    for (number, line) in graph.lines.iter().enumerate() {
        for (step, value) in line.values.iter().enumerate() {
            let rows = graph.rows_behind(number, step, scope.clock).expect("a point").select(&scope);
            assert_eq!(scope.columns.sign_ins(&rows), *value);
            assert!(rows.iter().all(|row| ask.period().contains(&columns.time(*row))));
        }
        let row = table.rows.iter().find(|row| row.title == line.title).expect("the application has a row");
        assert_eq!(row.values[0], Value::Count(line.values.iter().sum()), "the graph tells what the table tells");
    }
    // Days begin and end with the period.
    let ask = Ask::new(&scope, &Query::default(), Period::Days(30), Every::Day, Logs::USERS);
    let sections = (pages::page("applications").expect("the page is there").make)(&ask, &Choices::default());
    let Some(Section::Graph(graph)) = sections.first() else { panic!("no graph") };
    assert_eq!((graph.cut_ends(), graph.step_name(0)), ((false, false), "day".to_owned()));
}
