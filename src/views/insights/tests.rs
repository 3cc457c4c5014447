//! Sections that are drawn from plain data.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::{Arc, OnceLock};

use chrono::Weekday;
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Ui, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::time_line::TimeLineKept;
use super::{cards, heat_map, places, time_line};
use crate::app::Command;
use crate::app::insights::{InsightsCommand, PagePlace, Span};
use crate::app::jobs::{PageAnswer, PageKey};
use crate::app::pictures::{Colors, Frame, Sources};
use crate::clock::{Clock, Every, Millis};
use crate::columns::{Builder, Columns, RowId};
use crate::fields::{Field, Log, Logs};
use crate::insights::{Card, Choices, Event, HeatMap, Mark, Period, Place, Places, Rows, Sum, TimeLine, Value};
use crate::query::Query;
use crate::record::{EventId, Record};
use crate::widgets::cursor::Cursor;
use crate::widgets::theme;

type Commands = Rc<RefCell<Vec<Command>>>;

/// Draws a section; what the user asks for is collected.
fn harness(add: impl Fn(&mut Ui, &mut Cursor, &mut Vec<Command>) + 'static) -> (Harness<'static, Cursor>, Commands) {
    let commands = Commands::default();
    let collected = commands.clone();
    let draw = move |ui: &mut Ui, cursor: &mut Cursor| {
        theme::apply(ui.ctx());
        add(ui, cursor, &mut collected.borrow_mut());
    };
    let mut harness = Harness::builder().with_size(vec2(900.0, 700.0)).build_ui_state(draw, Cursor::default());
    harness.run();
    (harness, commands)
}

fn query(text: &str) -> Query {
    text.parse().expect("a filter")
}

fn event(columns: &Columns, row: RowId) -> Event {
    let text = |field| columns.value(field, row).unwrap_or_default().into_owned();
    Event {
        row,
        log: columns.log(row),
        at: columns.time(row),
        what: text(Field::App),
        by: String::new(),
        to_what: String::new(),
        ip: String::new(),
        outcome: text(Field::Status),
        stored_outcome: text(Field::Status),
    }
}

fn answer() -> (PageAnswer, TimeLine) {
    let mut builder = Builder::default();
    for (at, status) in ["success", "failure", "interrupted"].into_iter().enumerate() {
        let mut record = Record::new(Log::Interactive, Millis(at as i64 * Millis::DAY));
        record.set(Field::App, "Mail");
        record.set(Field::Status, status);
        builder.push(EventId(at as i64 + 1), &record);
    }
    let columns = Arc::new(builder.finish());
    let key = PageKey {
        version: 1,
        clock: Clock::default(),
        query: Query::default(),
        end_at_now: false,
        place: PagePlace::default(),
        span: Span::Of(Period::All),
        every: Every::Day,
        logs: Logs::from(Log::Interactive),
        choices: Choices::default(),
    };
    let status = |row: usize| Some([2, 1, 0][row]);
    let rows = columns.rows_of(Log::Interactive).iter().enumerate();
    let marks = rows.map(|(at, row)| Mark { at: columns.time(*row), row: *row, status: status(at) }).collect();
    let period = (Millis(0), Millis(3 * Millis::DAY));
    let line = TimeLine {
        events: columns.rows_of(Log::Interactive).iter().map(|row| event(&columns, *row)).collect(),
        key: "line",
        title: "All sign-ins".to_owned(),
        lanes: vec![(Log::Interactive, marks)],
        period,
        left_out: 2,
    };
    let answer = PageAnswer {
        key,
        frame: Frame {
            subject: String::new(),
            filter: Query::default(),
            period: period.0..period.1,
            clock: Clock::default(),
            logs: Logs::from(Log::Interactive),
            sources: Sources { sign_ins: 3, ..Sources::default() },
            colors: Colors::default(),
        },
        columns,
        in_force: Query::default(),
        sections: Vec::new(),
        files: OnceLock::new(),
    };
    (answer, line)
}

#[test]
fn a_card_opens_its_rows_and_the_page_that_tells_more() {
    let rows = Rows::new(&Query::default(), &query("status:failure"), Logs::USERS);
    let shown = rows.clone();
    let (mut harness, commands) = harness(move |ui, _, commands| {
        let card = |key, title: &str, value, before| Card {
            key,
            title: title.to_owned(),
            about: "What it means",
            value,
            before,
            rows: rows.clone(),
            sum: Sum::SignIns,
            door: Some("applications"),
        };
        let list = [
            card("failed", "Failed", Value::Count(12), Some(Value::Count(10))),
            card("none", "Nothing", Value::Count(0), None),
        ];
        cards::ui(ui, &list, &Clock::default(), commands);
    });
    assert!(harness.query_by_label("+20\u{2009}%").is_some());
    assert!(harness.query_by_label("no data before").is_some());
    assert!(harness.query_by_role_and_label(Role::Button, "Nothing: 0").is_none(), "nothing stands behind it");
    let card =
        harness.get_by_label("Failed: 12").rect().union(harness.get_by_label("Failed: open Applications").rect());
    assert!(card.height() < 82.0, "{card:?} fits into its frame");
    harness.get_by_label("Failed: 12").click();
    harness.run();
    harness.hover_at(eframe::egui::pos2(800.0, 600.0));
    harness.run();
    harness.get_by_label("Failed: open Applications").click();
    harness.run();
    let page = PagePlace::of_all("applications").expect("the page");
    let wanted = [
        Command::Insights(InsightsCommand::ShowRows { rows: shown, figure: "Failed: 12".to_owned(), offers: false }),
        Command::Insights(InsightsCommand::Open(page)),
    ];
    assert_eq!(*commands.borrow(), wanted);
}

#[test]
fn the_heat_map_tells_each_hour_and_follows_the_arrows() {
    let mut counts = vec![[0; 24]; 7];
    counts[1][9] = 5;
    let (mut harness, _) = harness(move |ui, cursor, commands| {
        let map = HeatMap {
            key: "hours",
            title: "Hours".to_owned(),
            counts: counts.clone(),
            week_start: Weekday::Mon,
            base: Query::default(),
            logs: Logs::USERS,
        };
        heat_map::ui(ui, cursor, &map, commands);
    });
    assert!(harness.query_by_role_and_label(Role::GridCell, "Tue 09:00\u{2013}09:59: 5 sign-ins").is_some());
    harness.get_by_role_and_label(Role::Grid, "Hours").focus();
    harness.run();
    harness.key_press(Key::ArrowDown);
    harness.run();
    for _ in 0..9 {
        harness.key_press(Key::ArrowRight);
        harness.run();
    }
    assert_eq!(*harness.state(), Cursor { row: 1, column: 9 });
    assert_eq!(harness.query_all_by_label("Tue 09:00\u{2013}09:59: 5 sign-ins").count(), 2, "it is told below too");
}

#[test]
fn a_place_on_the_map_opens_its_rows() {
    let place = |title: &str, latitude, longitude, sign_ins| Place {
        title: title.to_owned(),
        latitude,
        longitude,
        sign_ins,
        filter: query(&format!("city:{title}")),
    };
    let (mut harness, commands) = harness(move |ui, cursor, commands| {
        let map = Places {
            key: "places",
            title: "Places".to_owned(),
            places: vec![place("Berlin", 52.5, 13.4, 40), place("Lima", -12.0, -77.0, 2)],
            without: 3,
            base: Query::default(),
            logs: Logs::USERS,
        };
        places::ui(ui, cursor, &map, commands);
    });
    assert!(harness.query_by_label("Berlin: 40 sign-ins").is_some());
    assert!(harness.query_by_label("3 sign-ins tell no coordinates").is_some());
    harness.get_by_label("Map: Places").focus();
    harness.run();
    harness.key_press(Key::ArrowRight);
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    let rows = Rows::new(&Query::default(), &query("city:Lima"), Logs::USERS);
    let figure = "Lima: 2 sign-ins".to_owned();
    assert_eq!(*commands.borrow(), [Command::Insights(InsightsCommand::ShowRows { rows, figure, offers: false })]);
}

#[test]
fn the_time_line_opens_a_sign_in() {
    let kept = RefCell::new(TimeLineKept::default());
    let (mut harness, commands) = harness(move |ui, _, commands| {
        let (answer, line) = answer();
        time_line::ui(ui, &mut kept.borrow_mut(), &answer, &line, commands);
    });
    assert!(harness.query_by_label_contains("2 older events are left out").is_some());
    harness.get_by_label("Time line: All sign-ins").focus();
    harness.run();
    harness.key_press(Key::ArrowRight);
    harness.run();
    assert!(harness.query_by_label_contains("1970-01-02 00:00:00  \u{b7}").is_some(), "the second newest");
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(*commands.borrow(), [Command::OpenDetail(EventId(2))]);
}
