//! Sign-ins by day of the week and hour.

use chrono::{NaiveTime, Weekday};
use eframe::egui::{
    Align2, CornerRadius, Rect, Role, Sense, Stroke, StrokeKind, TextStyle, Ui, WidgetInfo, pos2, vec2,
};

use crate::app::Command;
use crate::app::insights::InsightsCommand;
use crate::insights::{HeatMap, Rows, shown};
use crate::texts::dates::weekday;
use crate::texts::{self, text};
use crate::widgets::cursor::Cursor;
use crate::widgets::number;
use crate::widgets::theme::UiExt;

/// Room for the names of the days at the left, in points.
const DAYS: f32 = 44.0;
/// Room for the hours above, in points.
const HOURS: f32 = 20.0;
/// Height of a cell in points.
const CELL: f32 = 24.0;
/// The widest a cell becomes, in points.
const WIDEST: f32 = 40.0;

/// Shows the map. The arrow keys walk through its cells, whose sign-ins a click or Enter lists; what the cell says
/// stands below.
pub(super) fn ui(ui: &mut Ui, cursor: &mut Cursor, map: &HeatMap, commands: &mut Vec<Command>) {
    ui.section_heading(shown(&map.title));
    let tokens = ui.tokens();
    let width = ((ui.available_width() - DAYS) / 24.0).clamp(12.0, WIDEST);
    let size = vec2(DAYS + 24.0 * width, HOURS + map.counts.len() as f32 * CELL);
    let (rect, part) = ui.allocate_exact_size(size, Sense::click());
    part.widget_info(|| WidgetInfo::labeled(Role::Grid, true, shown(&map.title)));
    let moved = cursor.follow_keys(ui, &part, map.counts.len() as u64, 24, 1);
    let font = TextStyle::Small.resolve(ui.style());
    let highest = map.counts.iter().flatten().copied().max().unwrap_or(0).max(1);
    let mut day = map.week_start;
    let mut told = None;
    let pointer = part.hover_pos();
    for hour in (0..24).step_by(if width < 22.0 { 3 } else { 2 }) {
        let at = pos2(rect.left() + DAYS + hour as f32 * width, rect.top() + HOURS - 4.0);
        ui.painter().text(at, Align2::LEFT_BOTTOM, format!("{hour:02}"), font.clone(), tokens.weak_text);
    }
    for (row, counts) in map.counts.iter().enumerate() {
        let top = rect.top() + HOURS + row as f32 * CELL;
        let name_at = pos2(rect.left(), top + CELL / 2.0);
        ui.painter().text(name_at, Align2::LEFT_CENTER, weekday(day), font.clone(), tokens.weak_text);
        for (hour, count) in counts.iter().enumerate() {
            let left = rect.left() + DAYS + hour as f32 * width;
            let cell = Rect::from_min_size(pos2(left, top), vec2(width, CELL)).shrink(1.0);
            // The root lets hours with few sign-ins differ from those with none.
            let part_of = (*count as f32 / highest as f32).sqrt();
            let fill = if *count == 0 { tokens.faint } else { tokens.selection.lerp_to_gamma(tokens.accent, part_of) };
            ui.painter().rect_filled(cell, CornerRadius::same(2), fill);
            let is_at_cursor = part.has_focus() && *cursor == Cursor { row: row as u64, column: hour };
            let is_hovered = pointer.is_some_and(|pointer| cell.contains(pointer));
            if is_at_cursor || is_hovered {
                let stroke = Stroke::new(2.0, tokens.text);
                ui.painter().rect_stroke(cell, CornerRadius::same(2), stroke, StrokeKind::Inside);
                told = Some(words(map, day, hour, *count));
            }
            let node = ui.interact(cell, part.id.with((row, hour)), Sense::empty());
            node.widget_info(|| WidgetInfo::labeled(Role::GridCell, true, words(map, day, hour, *count)));
        }
        day = day.succ();
    }
    if part.clicked()
        && let Some(pointer) = part.interact_pointer_pos()
    {
        let (column, row) = ((pointer.x - rect.left() - DAYS) / width, (pointer.y - rect.top() - HOURS) / CELL);
        if column >= 0.0 && row >= 0.0 {
            *cursor = Cursor { row: row as u64, column: column as usize };
        }
        part.request_focus();
    }
    if part.clicked() || moved.is_activated {
        commands.extend(open(map, *cursor));
    }
    match told {
        Some(told) if pointer.is_some() => drop((ui.note(told.clone()), part.on_hover_text_at_pointer(told))),
        Some(told) => drop(ui.note(told)),
        None => drop(ui.note(text!("insights-busiest", records = number::records(highest, map.logs.noun())))),
    }
}

/// The command that lists the sign-ins of a cell, as far as the filter language can ask for days and hours.
fn open(map: &HeatMap, cell: Cursor) -> Option<Command> {
    let row = usize::try_from(cell.row).ok()?;
    let has_any = *map.counts.get(row)?.get(cell.column)? > 0;
    let day = (0..row).fold(map.week_start, |day, _| day.succ());
    let own = format!("weekday:{} hour:{}", day.to_string().to_lowercase(), cell.column).parse().ok()?;
    let rows = Rows::new(&map.base, &own, map.logs);
    let figure = words(map, day, cell.column, *map.counts.get(row)?.get(cell.column)?);
    has_any.then_some(Command::Insights(InsightsCommand::ShowRows { rows, figure, offers: false }))
}

fn words(map: &HeatMap, day: Weekday, hour: usize, count: u64) -> String {
    let minute = |minute| {
        let time = NaiveTime::from_hms_opt(hour as u32, minute, 0).unwrap_or_default();
        texts::notation().minute(time)
    };
    let records = number::records(count, map.logs.noun());
    format!("{} {}\u{2013}{}: {records}", weekday(day), minute(0), minute(59))
}
