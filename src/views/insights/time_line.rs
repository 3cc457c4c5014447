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
/// Height of a lane in points.
const LANE: f32 = 36.0;
/// Room for the dates below, in points.
const DATES: f32 = 20.0;
/// Radius of a mark in points.
const RADIUS: f32 = 6.0;
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
    let mut near: Option<(f32, usize, usize)> = None;
    let pointer = part.hover_pos();
    for (lane, (log, marks)) in history.lanes.iter().enumerate() {
        let y = y_of(lane);
        ui.painter().hline(left..=left + width, y, Stroke::new(1.0, tokens.grid));
        let name_at = pos2(rect.left(), y);
        ui.painter().text(name_at, Align2::LEFT_CENTER, log.title(), font.clone(), tokens.weak_text);
        for (number, mark) in marks.iter().enumerate() {
            let at = pos2(x_of(mark.at), y);
            let shape = badge::Mark::of_status(status(*mark));
            shape.paint(ui.painter(), at, RADIUS, shape.color(tokens), tokens.surface);
            if let Some(distance) = pointer.map(|pointer| pointer.distance(at)).filter(|distance| *distance < REACH)
                && near.is_none_or(|(known, ..)| distance < known)
            {
                near = Some((distance, lane, number));
            }
        }
    }
    let at_cursor = part.has_focus().then(|| {
        let lane = usize::try_from(cursor.row).unwrap_or(0);
        let last = history.lanes.get(lane).map_or(0, |(_, marks)| marks.len().saturating_sub(1));
        (lane, cursor.column.min(last))
    });
    let meant = near.map(|(_, lane, number)| (lane, number)).or(at_cursor);
    let mark = |(lane, number): (usize, usize)| history.lanes.get(lane)?.1.get(number).map(|mark| (lane, *mark));
    let Some((lane, mark)) = meant.and_then(mark) else {
        notes_ui(ui, history);
        return;
    };
    ring(ui, pos2(x_of(mark.at), y_of(lane)));
    let words = words(answer, history.lanes[lane].0, mark);
    ui.note(&words);
    notes_ui(ui, history);
    let is_opened = near.is_some() && part.clicked() || moved.is_activated;
    if is_opened {
        if let (Some((_, lane, number)), false) = (near, moved.is_activated) {
            *cursor = Cursor { row: lane as u64, column: number };
            part.request_focus();
        }
        commands.push(Command::OpenDetail(answer.columns.event(mark.row)));
    }
    if near.is_some() {
        part.on_hover_cursor(CursorIcon::PointingHand).on_hover_text_at_pointer(words);
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
