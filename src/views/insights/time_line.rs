//! Sign-ins one by one, in a lane per log.

use eframe::egui::{Align2, CursorIcon, Pos2, Role, Sense, Stroke, TextStyle, Ui, WidgetInfo, pos2, vec2};

use crate::app::Command;
use crate::app::jobs::PageAnswer;
use crate::clock::{Clock, Every, Millis};
use crate::columns::RowId;
use crate::fields::{Field, Log};
use crate::insights::{Mark, TimeLine};
use crate::widgets::badge;
use crate::widgets::cursor::Cursor;
use crate::widgets::number;
use crate::widgets::theme::UiExt;

/// Room for the names of the lanes at the left, in points.
const NAMES: f32 = 128.0;
/// Height of a lane in points: a row for each status, so that a failure is never under a success.
const LANE: f32 = 48.0;
/// Height of a row in points.
const ROW: f32 = 14.0;
/// Sign-ins of one status that are nearer to each other than this are shown as one mark with their number, in points.
const PILE: f32 = 28.0;
/// Room for the dates below, in points.
const DATES: f32 = 20.0;
/// Radius of a mark in points.
const RADIUS: f32 = 5.0;
/// How far from a mark the pointer still means it, in points.
const REACH: f32 = 12.0;

/// Shows the lanes. The arrow keys walk from sign-in to sign-in; a click or Enter opens it.
pub(super) fn ui(
    ui: &mut Ui,
    cursor: &mut Cursor,
    answer: &PageAnswer,
    history: &TimeLine,
    commands: &mut Vec<Command>,
) {
    ui.section_heading(&history.title);
    if history.lanes.iter().all(|(_, marks)| marks.is_empty()) {
        ui.weak_label("No sign-in in this period");
        return;
    }
    let tokens = ui.tokens();
    let clock = &answer.key.clock;
    let height = history.lanes.len() as f32 * LANE + DATES;
    let (rect, part) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    part.widget_info(|| WidgetInfo::labeled(Role::Image, true, format!("Time line: {}", history.title)));
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
    for day in dates(clock, from, to, width) {
        let x = x_of(day);
        ui.painter().vline(x, rect.top()..=bottom, Stroke::new(1.0, tokens.grid));
        let text = clock.day_of(day).format("%-d %b").to_string();
        ui.painter().text(pos2(x, bottom + 3.0), Align2::CENTER_TOP, text, font.clone(), tokens.weak_text);
    }
    let mut near: Option<(f32, usize, Pile)> = None;
    let pointer = part.hover_pos();
    for (lane, (log, marks)) in history.lanes.iter().enumerate() {
        let y = y_of(lane);
        ui.painter().hline(left..=left + width, y, Stroke::new(1.0, tokens.grid));
        let name_at = pos2(rect.left(), y);
        ui.painter().text(name_at, Align2::LEFT_CENTER, log.title(), font.clone(), tokens.weak_text);
        for pile in piles(marks, |mark| place(lane, mark)) {
            let shape = badge::Mark::of_status(status(pile.newest));
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
        let (log, marks) = history.lanes.get(lane)?;
        marks.get(number).map(|mark| (lane, *log, *mark))
    };
    let Some((lane, log, mark)) = meant.and_then(mark) else {
        notes_ui(ui, history);
        return;
    };
    ring(ui, place(lane, &mark));
    let words = match near {
        Some((.., pile)) if pile.count > 1 => {
            let others = number::counted(pile.count - 1, "other", "others");
            format!("{}  \u{b7}  the newest here, before it {others}", words(answer, log, mark))
        }
        _ => words(answer, log, mark),
    };
    ui.note(&words);
    notes_ui(ui, history);
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

/// Sign-ins of one status that are so near to each other that they are shown as one mark.
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
        let count = number::counted(history.left_out, "older sign-in is", "older sign-ins are");
        ui.note(format!("{count} left out: the line shows the newest. A shorter period shows all of its sign-ins"));
    }
}

fn status(mark: Mark) -> &'static str {
    mark.status.and_then(|status| Mark::STATUSES.get(usize::from(status))).copied().unwrap_or("")
}

/// When, where to, and how it ended.
fn words(answer: &PageAnswer, log: Log, mark: Mark) -> String {
    let value = |field: Field, row: RowId| answer.columns.value(field, row).unwrap_or_default().into_owned();
    let status = value(Field::Status, mark.row);
    let parts = [
        answer.key.clock.date_time(mark.at),
        log.title().to_owned(),
        value(Field::App, mark.row),
        Field::Status.spec().display(&status).to_owned(),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("  \u{b7}  ")
}

/// The days whose beginnings are marked.
fn dates(clock: &Clock, from: Millis, to: Millis, width: f32) -> Vec<Millis> {
    const APART: f32 = 64.0;
    let days = ((to.0 - from.0) / Millis::DAY).max(1) as usize;
    let every_nth = days.div_ceil(((width / APART) as usize).max(1)).max(1);
    let mut day = clock.floor(from, Every::Day);
    let mut marked = Vec::new();
    let mut number = 0;
    while day < to && marked.len() < 100 {
        if day >= from && number % every_nth == 0 {
            marked.push(day);
        }
        number += 1;
        day = clock.next(day, Every::Day);
    }
    marked
}
