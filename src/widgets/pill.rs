//! A part of a filter, with a cross that takes it away.

use std::sync::Arc;

use eframe::egui::{
    Align2, AsIdSalt, Color32, CornerRadius, Galley, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, TextStyle,
    Ui, WidgetInfo, vec2,
};

use super::table::layout;
use super::theme::{UiExt, space};
use crate::export::visible::visible_lines;
use crate::texts::text;

/// What the user did with a pill.
#[derive(Debug)]
pub struct PillResponse {
    /// The text was clicked.
    pub is_clicked: bool,
    /// The cross was clicked.
    pub is_removed: bool,
    /// The whole pill.
    pub response: Response,
}

/// Height in points.
pub const HEIGHT: f32 = 24.0;
const CROSS: f32 = 20.0;
/// Room left of the text in points.
const MARGIN: f32 = space::S + 2.0;
/// What a pill takes besides its texts, in points.
pub const CHROME: f32 = space::S + space::XS + CROSS;

/// How a pill stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// In force.
    Plain,
    /// Not in force here.
    Idle,
    /// In force, and its editor is open.
    Open,
    /// About to be made.
    Draft,
}

/// A part of a filter as a pill shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use = "a pill is shown by `ui`"]
pub struct Pill {
    /// What is seen: what the part asks for, or what it leaves out.
    pub text: String,
    /// Shown on hover; empty if that is what is seen.
    pub about: String,
    /// Whether it leaves out what the text says. Then the pill has an outline alone, and a word before its text.
    pub is_excluded: bool,
    /// How it stands out.
    pub look: Look,
}

impl Pill {
    /// What a screen reader says.
    #[must_use]
    pub fn name(&self) -> String {
        if self.is_excluded { text!("widget-pill-excludes", part = self.text.as_str()) } else { self.text.clone() }
    }

    /// Width in points, where the text may have so much room.
    #[must_use]
    pub fn width(&self, ui: &Ui, room: f32) -> f32 {
        let (not, text) = self.texts(ui, room);
        width_of(not.as_ref(), &text)
    }

    /// The word before the text, and the text.
    fn texts(&self, ui: &Ui, room: f32) -> (Option<Arc<Galley>>, Arc<Galley>) {
        let tokens = ui.tokens();
        let is_weak = matches!(self.look, Look::Idle | Look::Draft);
        let not = self.is_excluded.then(|| {
            let color = if is_weak { tokens.weak_text } else { tokens.failure };
            layout(ui, text!("widget-pill-not"), f32::INFINITY, TextStyle::Small, color)
        });
        let taken = not.as_ref().map_or(0.0, |not| not.size().x + space::XS);
        let color = if is_weak { tokens.weak_text } else { tokens.text };
        (not, layout(ui, &self.text, room - taken, TextStyle::Small, color))
    }

    /// Shows the pill. The keyboard reaches it as one thing; the cross is for the pointer. `id_salt` tells it from
    /// its neighbours, and its texts have so much room in points.
    pub fn ui(&self, ui: &mut Ui, id_salt: impl AsIdSalt, room: f32) -> PillResponse {
        let tokens = ui.tokens();
        let (not, text) = self.texts(ui, room);
        let (_, rect) = ui.allocate_space(vec2(width_of(not.as_ref(), &text), HEIGHT));
        let response = ui.interact(rect, ui.scope_id().with(id_salt), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, visible_lines(&self.name())));
        let cross = Rect::from_min_max(rect.right_top() - vec2(CROSS + 2.0, 0.0), rect.right_bottom());
        let remove = ui.interact(cross, response.id.with("remove"), Sense::CLICK);
        remove.widget_info(|| {
            let name = text!("widget-pill-remove", part = visible_lines(&self.name()));
            WidgetInfo::labeled(Role::Button, true, name)
        });
        let is_hovered = response.hovered() || remove.hovered();
        self.paint_frame(ui, rect, is_hovered, response.has_focus());
        let is_cut = text.elided;
        let mut at = rect.left_center() + vec2(MARGIN, 0.0);
        for galley in not.into_iter().chain([text]) {
            let place = Align2::LEFT_CENTER.anchor_size(at, galley.size()).min;
            at.x += galley.size().x + space::XS;
            ui.painter().galley(place, galley, tokens.text);
        }
        let cross_color = if remove.hovered() { tokens.text } else { tokens.weak_text };
        paint_cross(ui, cross.center(), cross_color);
        let is_removed = remove.clicked();
        remove.on_hover_text(text!("widget-pill-remove-about"));
        let is_clicked = response.clicked();
        let response = match (self.about.as_str(), is_cut) {
            ("", false) => response,
            ("", true) => response.on_hover_text(self.text.as_str()),
            (about, _) => response.on_hover_text(about),
        };
        PillResponse { is_clicked, is_removed, response }
    }

    fn paint_frame(&self, ui: &Ui, rect: Rect, is_hovered: bool, has_focus: bool) {
        let tokens = ui.tokens();
        let corner = CornerRadius::same(12);
        let fill = match self.look {
            _ if is_hovered => tokens.control_hovered,
            Look::Plain if self.is_excluded => Color32::TRANSPARENT,
            Look::Plain => tokens.selection,
            Look::Open => tokens.control_active,
            Look::Idle | Look::Draft => tokens.faint,
        };
        ui.painter().rect_filled(rect, corner, fill);
        let outline = match self.look {
            _ if has_focus => Some(tokens.accent),
            Look::Open => Some(tokens.accent),
            Look::Plain if self.is_excluded => Some(tokens.failure),
            Look::Idle | Look::Draft => Some(tokens.outline),
            Look::Plain => None,
        };
        if let Some(color) = outline {
            ui.painter().rect_stroke(rect, corner, Stroke::new(1.0, color), StrokeKind::Inside);
        }
    }
}

fn width_of(not: Option<&Arc<Galley>>, text: &Galley) -> f32 {
    not.map_or(0.0, |not| not.size().x + space::XS) + text.size().x + CHROME
}

/// Paints a small cross, since a font may lack the glyph.
pub fn paint_cross(ui: &Ui, center: Pos2, color: Color32) {
    let stroke = Stroke::new(1.3, color);
    let reach = 3.5;
    ui.painter().line_segment([center - vec2(reach, reach), center + vec2(reach, reach)], stroke);
    ui.painter().line_segment([center + vec2(reach, -reach), center + vec2(-reach, reach)], stroke);
}

/// A button that is a cross; `name` is what it does.
pub fn cross_button_ui(ui: &mut Ui, name: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(HEIGHT, HEIGHT), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    let tokens = ui.tokens();
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, CornerRadius::same(6), tokens.control_hovered);
    }
    paint_cross(ui, rect.center(), if response.hovered() { tokens.text } else { tokens.weak_text });
    response.on_hover_text(name)
}
