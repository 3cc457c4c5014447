//! Events one by one: in a lane per log, and in a list.

use std::borrow::Cow;

use chrono::NaiveTime;
use eframe::egui::{Align2, CursorIcon, Pos2, Role, Sense, Stroke, TextStyle, Ui, WidgetInfo, pos2, vec2};

use super::grid::{Grid, GridCell, GridEvent, GridKept, Look};
use crate::app::Command;
use crate::app::jobs::PageAnswer;
use crate::clock::{Clock, Every, Millis};
use crate::fields::{Log, Report};
use crate::insights::{Event, Mark, TimeLine, shown};
use crate::texts::{self, text};
use crate::views::table::marks::mark_of;
use crate::widgets::badge;
use crate::widgets::chart::short_date;
use crate::widgets::cursor::Cursor;
use crate::widgets::number;
use crate::widgets::table::DataColumn;
use crate::widgets::theme::{UiExt, space};

/// Room for the names of the lanes at the left, in points.
const NAMES: f32 = 150.0;
/// Height of a lane in points: a row for each status, so that a failure is never under a success.
const LANE: f32 = 48.0;
/// Height of a row in points.
const ROW: f32 = 14.0;
/// Events of one status that are nearer to each other than this are shown as one mark with their number, in points.
const PILE: f32 = 28.0;
/// Room for the dates below, in points.
const DATES: f32 = 20.0;
/// Radius of a mark in points.
const RADIUS: f32 = 5.0;
/// How far from a mark the pointer still means it, in points.
const REACH: f32 = 12.0;

/// What the time line keeps from frame to frame.
#[derive(Debug, Default)]
pub(super) struct TimeLineKept {
    cursor: Cursor,
    list: GridKept,
}

/// Shows the lanes and the list. The arrow keys walk from event to event; a click or Enter opens it.
pub(super) fn ui(
    ui: &mut Ui,
    kept: &mut TimeLineKept,
    answer: &PageAnswer,
    history: &TimeLine,
    commands: &mut Vec<Command>,
) {
    ui.section_heading(shown(&history.title));
    if history.events.is_empty() {
        ui.weak_label(text!("insights-nothing-happened"));
        return;
    }
    lanes_ui(ui, &mut kept.cursor, answer, history, commands);
    notes_ui(ui, history);
    ui.add_space(space::S);
    list_ui(ui, &mut kept.list, answer, history, commands);
}

fn lanes_ui(ui: &mut Ui, cursor: &mut Cursor, answer: &PageAnswer, history: &TimeLine, commands: &mut Vec<Command>) {
    let tokens = ui.tokens();
    let clock = &texts::shown(answer.key.clock);
    let height = history.lanes.len() as f32 * LANE + DATES;
    let (rect, part) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    part.widget_info(|| {
        WidgetInfo::labeled(Role::Image, true, text!("insights-time-line", title = shown(&history.title)))
    });
    let (from, to) = history.period;
    let span = (to.0 - from.0).max(1) as f32;
    let (left, width) = (rect.left() + NAMES + RADIUS, rect.width() - NAMES - 2.0 * RADIUS);
    let x_of = |at: Millis| left + (at.0 - from.0) as f32 / span * width;
    let y_of = |lane: usize| rect.top() + (lane as f32 + 0.5) * LANE;
    let place = |lane: usize, mark: &Mark| pos2(x_of(mark.at), y_of(lane) + row_of(*mark));
    let at_lane = usize::try_from(cursor.row).unwrap_or(0).min(history.lanes.len().saturating_sub(1));
    let longest = history.lanes.get(at_lane).map_or(0, |(_, marks)| marks.len()).max(1);
    let moved = cursor.follow_keys(ui, &part, history.lanes.len() as u64, longest, 1);
    let font = TextStyle::Small.resolve(ui.style());
    let bottom = rect.bottom() - DATES;
    for (at, text) in ticks(clock, from, to, width) {
        let x = x_of(at);
        ui.painter().vline(x, rect.top()..=bottom, Stroke::new(1.0, tokens.grid));
        ui.painter().text(pos2(x, bottom + 3.0), Align2::CENTER_TOP, text, font.clone(), tokens.weak_text);
    }
    let mut near: Option<(f32, usize, Pile)> = None;
    let pointer = part.hover_pos();
    for (lane, (log, marks)) in history.lanes.iter().enumerate() {
        let y = y_of(lane);
        ui.painter().hline(left..=left + width, y, Stroke::new(1.0, tokens.grid));
        let name_at = pos2(rect.left(), y);
        ui.painter().text(name_at, Align2::LEFT_CENTER, log.shown_title(), font.clone(), tokens.weak_text);
        for pile in piles(marks, |mark| place(lane, mark)) {
            let shape = shape(answer, *log, pile.newest);
            shape.paint(ui.painter(), pile.at, RADIUS, shape.color(tokens), tokens.surface);
            if pile.count > 1 {
                let beside = pile.at - vec2(RADIUS + 2.0, 0.0);
                let count = number::count(pile.count);
                ui.painter().text(beside, Align2::RIGHT_CENTER, count, font.clone(), tokens.weak_text);
            }
            if let Some(distance) = pointer.map(|pointer| pointer.distance(pile.at)).filter(|near| *near < REACH)
                && near.is_none_or(|(known, ..)| distance < known)
            {
                near = Some((distance, lane, pile));
            }
        }
    }
    let at_cursor = part.has_focus().then(|| {
        let lane = usize::try_from(cursor.row).unwrap_or(0);
        let last = history.lanes.get(lane).map_or(0, |(_, marks)| marks.len().saturating_sub(1));
        (lane, cursor.column.min(last))
    });
    let meant = near.map(|(_, lane, pile)| (lane, pile.number)).or(at_cursor);
    let mark = |(lane, number): (usize, usize)| {
        let mark = history.lanes.get(lane)?.1.get(number)?;
        let event = history.events.iter().find(|event| event.row == mark.row)?;
        Some((lane, *mark, event))
    };
    let Some((lane, mark, event)) = meant.and_then(mark) else {
        return;
    };
    ring(ui, place(lane, &mark));
    let words = match near {
        Some((.., pile)) if pile.count > 1 => {
            format!("{}  \u{b7}  {}", words(answer, event), text!("insights-newest-here", count = pile.count - 1))
        }
        _ => words(answer, event),
    };
    ui.note(&words);
    let is_opened = near.is_some() && part.clicked() || moved.is_activated;
    if is_opened {
        if let (Some((_, lane, pile)), false) = (near, moved.is_activated) {
            *cursor = Cursor { row: lane as u64, column: pile.number };
            part.request_focus();
        }
        commands.push(Command::OpenDetail(answer.columns.event(mark.row)));
    }
    if near.is_some() {
        part.on_hover_cursor(CursorIcon::PointingHand).on_hover_text_at_pointer(words);
    }
}

/// Events of one status that are so near to each other that they are shown as one mark.
#[derive(Clone, Copy)]
struct Pile {
    at: Pos2,
    newest: Mark,
    /// The number of the newest one in its lane.
    number: usize,
    count: u64,
}

/// The piles of a lane, whose marks are newest first.
fn piles(marks: &[Mark], place: impl Fn(&Mark) -> Pos2) -> Vec<Pile> {
    let mut piles: Vec<Pile> = Vec::new();
    // The pile that grows, by status.
    let mut last: [Option<usize>; Mark::STATUSES.len() + 1] = [None; Mark::STATUSES.len() + 1];
    for (number, mark) in marks.iter().enumerate() {
        let at = place(mark);
        let status = mark.status.map_or(Mark::STATUSES.len(), usize::from).min(Mark::STATUSES.len());
        match last[status].and_then(|pile| piles.get_mut(pile)) {
            Some(pile) if pile.at.x - at.x < PILE => pile.count += 1,
            _ => {
                last[status] = Some(piles.len());
                piles.push(Pile { at, newest: *mark, number, count: 1 });
            }
        }
    }
    piles
}

/// The shape of an event: that of its status, or of the level of its risk.
fn shape(answer: &PageAnswer, log: Log, mark: Mark) -> badge::Mark {
    let of_risk = || mark_of(log.outcome(), &answer.columns.value(log.outcome(), mark.row)?);
    match log.report() {
        Report::Risk => of_risk().unwrap_or(badge::Mark::Dash),
        Report::SignIns | Report::Audit | Report::Provisioning | Report::Activity => {
            badge::Mark::of_status(status(mark))
        }
    }
}

/// How far from the middle of its lane a mark stands: failures above, successes below.
fn row_of(mark: Mark) -> f32 {
    match status(mark) {
        "failure" => -ROW,
        "success" => ROW,
        _ => 0.0,
    }
}

fn ring(ui: &Ui, at: Pos2) {
    ui.painter().circle_stroke(at, RADIUS + 3.0, Stroke::new(2.0, ui.tokens().text));
}

fn notes_ui(ui: &mut Ui, history: &TimeLine) {
    if history.left_out > 0 {
        ui.note(text!("insights-events-left-out", count = history.left_out));
    }
}

fn status(mark: Mark) -> &'static str {
    mark.status.and_then(|status| Mark::STATUSES.get(usize::from(status))).copied().unwrap_or("")
}

/// When, what, by whom, and what came of it.
fn words(answer: &PageAnswer, event: &Event) -> String {
    let when = texts::shown(answer.key.clock).date_time(event.at);
    let by = if event.by.is_empty() { String::new() } else { text!("insights-by", who = event.by.as_str()) };
    let parts = [&when, event.log.shown_title(), &event.what, &by, &event.outcome];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("  \u{b7}  ")
}

/// The column that tells what came of an event.
const OUTCOME: usize = 3;

/// The events one below the other, newest first.
fn list_ui(ui: &mut Ui, kept: &mut GridKept, answer: &PageAnswer, history: &TimeLine, commands: &mut Vec<Command>) {
    let column = |key, title, width| DataColumn {
        key: Cow::Borrowed(key),
        title: Cow::Borrowed(title),
        about: "",
        width,
        is_numeric: false,
        sort: None,
        is_fixed: true,
    };
    let columns = vec![
        column("time", text!("insights-event-date"), 145.0 + number::noon_room()),
        column("log", text!("insights-event-log"), 120.0),
        column("what", text!("insights-event-what"), 190.0),
        column("outcome", text!("insights-event-outcome"), 155.0),
        column("by", text!("insights-event-by"), 155.0),
        column("to_what", text!("insights-event-to-what"), 165.0),
        column("ip", text!("insights-event-ip"), 115.0),
    ];
    let event_of = |line: u64| usize::try_from(line).ok().and_then(|line| history.events.get(line));
    let cell = |line: u64, column: usize| {
        let event = event_of(line)?;
        let text = match column {
            0 => Cow::Owned(texts::shown(answer.key.clock).date_time(event.at)),
            1 => Cow::Borrowed(event.log.shown_title()),
            2 => Cow::Borrowed(event.what.as_str()),
            OUTCOME => Cow::Borrowed(event.outcome.as_str()),
            4 => Cow::Borrowed(event.by.as_str()),
            5 => Cow::Borrowed(event.to_what.as_str()),
            _ => Cow::Borrowed(event.ip.as_str()),
        };
        let name = if text.is_empty() { text!("insights-event-nothing").to_owned() } else { text.clone().into_owned() };
        Some(GridCell {
            text,
            detail: None,
            name,
            look: Look::Text,
            opens: Some(Cow::Borrowed(text!("insights-show-details"))),
            is_link: column == 0,
            mark: if column == OUTCOME { mark_of(event.log.outcome(), &event.stored_outcome) } else { None },
        })
    };
    let grow = vec![false, false, true, false, false, false, false];
    let grid = Grid { name: text!("insights-events"), columns, grow, rows: history.events.len() as u64, cell: &cell };
    for event in grid.ui(ui, kept) {
        // The list stays in the order of time.
        if let GridEvent::Open(line, _) = event
            && let Some(event) = event_of(line)
        {
            commands.push(Command::OpenDetail(answer.columns.event(event.row)));
        }
    }
}

/// The moments that are marked, and what each is called: beginnings of days, of hours where there are few days, and
/// parts of an hour where there are few hours.
fn ticks(clock: &Clock, from: Millis, to: Millis, width: f32) -> Vec<(Millis, String)> {
    const APART: f32 = 64.0;
    const MINUTES: [i64; 9] = [1, 5, 10, 15, 30, 60, 180, 360, 720];
    let most = i64::from((width / APART).max(1.0) as u16);
    let length = to.0.saturating_sub(from.0);
    if let Some(minutes) = MINUTES.into_iter().find(|minutes| length / (minutes * MINUTE) < most) {
        let step = minutes * MINUTE;
        // From a midnight on, so that hours are round; a clock change shifts them at most for its day.
        let mut at = clock.floor(from, Every::Day);
        at = Millis(at.0 + (from.0 - at.0).div_euclid(step) * step);
        let marked = std::iter::successors(Some(at), |at| Some(Millis(at.0 + step)));
        let marked = marked.skip_while(|at| *at < from).take_while(|at| *at < to);
        return marked.map(|at| (at, moment(clock, at))).collect();
    }
    let days = (length / Millis::DAY).max(1);
    let every_nth = ((days + most - 1) / most).max(1);
    let mut day = clock.floor(from, Every::Day);
    let mut marked = Vec::new();
    let mut number = 0;
    while day < to && marked.len() < 100 {
        if day >= from && number % every_nth == 0 {
            marked.push((day, short_date(clock, day)));
        }
        number += 1;
        day = clock.next(day, Every::Day);
    }
    marked
}

const MINUTE: i64 = 60 * Millis::SECOND;

/// The time of the day; at midnight the day.
fn moment(clock: &Clock, at: Millis) -> String {
    let local = clock.civil(at);
    if local.time() == NaiveTime::MIN { short_date(clock, at) } else { clock.notation().minute(local.time()) }
}
