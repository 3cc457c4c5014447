//! Sign-ins on a map of the world, drawn without any service.

use eframe::egui::{
    Color32, CornerRadius, CursorIcon, Pos2, Rect, Role, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use crate::app::Command;
use crate::app::insights::InsightsCommand;
use crate::export::visible::visible_lines;
use crate::insights::{Place, Places, Rows, shown};
use crate::reference::world::outlines;
use crate::texts::text;
use crate::widgets::cursor::Cursor;
use crate::widgets::number;
use crate::widgets::theme::{UiExt, space};

/// The most northern and the most southern latitude that is drawn: nobody signs in further.
const NORTH: f64 = 84.0;
const SOUTH: f64 = -58.0;
/// The widest the map becomes, in points.
const WIDEST: f32 = 960.0;
/// Radius of the smallest and of the largest circle in points.
const RADII: (f32, f32) = (4.0, 22.0);

/// Shows the map. The arrow keys walk from place to place, those with the most sign-ins first.
pub(super) fn ui(ui: &mut Ui, cursor: &mut Cursor, map: &Places, commands: &mut Vec<Command>) {
    ui.section_heading(shown(&map.title));
    let tokens = ui.tokens();
    let most_height = ui.ctx().content_rect().height() * 0.7;
    let ratio = ((NORTH - SOUTH) / 360.0) as f32;
    let width = ui.available_width().min(WIDEST).min(most_height / ratio);
    let (rect, part) = ui.allocate_exact_size(vec2(width, width * ratio), Sense::click());
    part.widget_info(|| WidgetInfo::labeled(Role::Image, true, text!("insights-map", title = shown(&map.title))));
    let moved = cursor.follow_keys(ui, &part, 1, map.places.len().max(1), 1);
    let project = |longitude: f64, latitude: f64| {
        let (x, y) = ((longitude + 180.0) / 360.0, (NORTH - latitude) / (NORTH - SOUTH));
        pos2(rect.left() + x as f32 * rect.width(), rect.top() + y as f32 * rect.height())
    };
    ui.painter().rect_filled(rect, CornerRadius::same(4), tokens.faint);
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    for longitude in (-150..=150).step_by(30) {
        let x = project(f64::from(longitude), 0.0).x;
        painter.vline(x, rect.y_range(), Stroke::new(1.0, tokens.grid));
    }
    for latitude in (-30..=60).step_by(30) {
        painter.hline(rect.x_range(), project(0.0, f64::from(latitude)).y, Stroke::new(1.0, tokens.grid));
    }
    for outline in outlines() {
        let corners = outline.iter().map(|(east, north)| project(f64::from(*east), f64::from(*north)));
        painter.add(Shape::closed_line(corners.collect(), Stroke::new(1.0, tokens.outline)));
    }
    let highest = map.places.first().map_or(1, |place| place.sign_ins).max(1);
    let radius = |place: &Place| {
        let part = (place.sign_ins as f32 / highest as f32).sqrt();
        (RADII.0 + (RADII.1 - RADII.0) * part).min(rect.width() / 24.0).max(RADII.0)
    };
    let hovered = part.hover_pos();
    let at_cursor = part.has_focus().then_some(cursor.column);
    let mut near = None;
    // Small circles lie over large ones, so that each can be reached.
    for (number, place) in map.places.iter().enumerate() {
        let (at, radius) = (project(place.longitude, place.latitude), radius(place));
        circle(&painter, at, radius, tokens.accent);
        let size = Rect::from_center_size(at, vec2(2.0 * radius, 2.0 * radius));
        let node = ui.interact(size, part.id.with(number), Sense::empty());
        node.widget_info(|| WidgetInfo::labeled(Role::Label, true, visible_lines(&words(map, place))));
        if hovered.is_some_and(|hovered| hovered.distance(at) <= radius.max(8.0)) {
            near = Some(number);
        }
    }
    painter.rect_stroke(rect, CornerRadius::same(4), Stroke::new(1.0, tokens.grid), StrokeKind::Inside);
    if let Some(place) = near.or(at_cursor).and_then(|number| map.places.get(number)) {
        let at = project(place.longitude, place.latitude);
        painter.circle_stroke(at, radius(place) + 2.0, Stroke::new(2.0, tokens.text));
        ui.note(words(map, place));
        if near.is_some() && part.clicked() || moved.is_activated {
            let rows = Rows::new(&map.base, &place.filter, map.logs);
            let figure = words(map, place);
            commands.push(Command::Insights(InsightsCommand::ShowRows { rows, figure, offers: false }));
        }
        if near.is_some() {
            part.on_hover_cursor(CursorIcon::PointingHand).on_hover_text_at_pointer(visible_lines(&words(map, place)));
        }
    } else {
        ui.note(text!("insights-places-counted", count = map.places.len()));
    }
    if map.without > 0 {
        let records = number::records(map.without, map.logs.noun());
        ui.note(text!("insights-no-coordinates", count = map.without, records = records));
    }
    ui.add_space(space::XS);
}

fn circle(painter: &eframe::egui::Painter, at: Pos2, radius: f32, color: Color32) {
    painter.add(Shape::circle_filled(at, radius, color.gamma_multiply(0.35)));
    painter.add(Shape::circle_stroke(at, radius, Stroke::new(1.5, color)));
}

fn words(map: &Places, place: &Place) -> String {
    let count = number::records(place.sign_ins, map.logs.noun());
    if place.title.is_empty() {
        format!("{:.1}, {:.1}: {count}", place.latitude, place.longitude)
    } else {
        format!("{}: {count}", place.title)
    }
}
