//! A status as shape, word and colour, so that none of the three is needed alone.

use eframe::egui::{
    Color32, Painter, Pos2, Rect, Response, Role, Sense, Shape, Stroke, StrokeKind, TextStyle, TextWrapMode, Ui,
    WidgetInfo, WidgetText, pos2, vec2,
};

use super::theme::{Tokens, UiExt, space};
use crate::fields::Field;

/// The shape of a badge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A filled circle with a check mark: it went well.
    Check,
    /// A filled circle with a cross: it failed.
    Cross,
    /// A ring with two bars, as on a pause key: it waits for the user.
    Pause,
    /// A ring with a bar: it did not happen.
    Dash,
    /// A filled circle with a plus: it is new.
    Plus,
    /// A filled circle with a minus: it is gone.
    Minus,
    /// A ring with an arrow: it became something else.
    Arrow,
    /// One bar of three: a low level.
    Low,
    /// Two bars of three: a medium level.
    Medium,
    /// Three bars: a high level.
    High,
    /// Head and shoulders: it is about the user.
    Person,
    /// A key: it is about a second factor.
    Key,
    /// A shield: it is about a policy.
    Shield,
    /// A window: it is about the application.
    Application,
    /// Stacked layers: it is about a service.
    Service,
}

impl Mark {
    /// The shape of the level of a risk, by its stored value, if it has one.
    #[must_use]
    pub fn of_risk_level(level: &str) -> Option<Self> {
        match level {
            "low" => Some(Self::Low),
            "medium" => Some(Self::Medium),
            "high" => Some(Self::High),
            _ => None,
        }
    }

    /// The shape of the state of a risk, by its stored value, if it has one.
    #[must_use]
    pub fn of_risk_state(state: &str) -> Option<Self> {
        match state {
            "atRisk" => Some(Self::Medium),
            "confirmedCompromised" => Some(Self::High),
            "remediated" | "confirmedSafe" | "dismissed" => Some(Self::Check),
            _ => None,
        }
    }

    /// The shape of a sign-in's status, by its stored value.
    #[must_use]
    pub fn of_status(status: &str) -> Self {
        match status {
            "success" => Self::Check,
            "failure" => Self::Cross,
            "interrupted" => Self::Pause,
            _ => Self::Dash,
        }
    }

    /// Its colour.
    #[must_use]
    pub fn color(self, tokens: &Tokens) -> Color32 {
        match self {
            Self::Check | Self::Plus => tokens.success,
            Self::Cross | Self::High | Self::Minus => tokens.failure,
            Self::Pause | Self::Medium | Self::Arrow => tokens.interrupted,
            Self::Dash | Self::Low | Self::Service => tokens.weak_text,
            Self::Person => tokens.series(1),
            Self::Key => tokens.series(0),
            Self::Shield => tokens.series(3),
            Self::Application => tokens.series(2),
        }
    }

    /// Paints it by shapes alone, since a font may lack the glyphs. `ground` is what lies behind it.
    pub fn paint(self, painter: &Painter, center: Pos2, radius: f32, color: Color32, ground: Color32) {
        let at = |x: f32, y: f32| pos2(center.x + x * radius, center.y + y * radius);
        let cut = Stroke::new((radius * 0.28).max(1.25), ground);
        let line = Stroke::new((radius * 0.24).max(1.0), color);
        let ring = || painter.circle_stroke(center, radius - line.width / 2.0, line);
        match self {
            Self::Check => {
                painter.circle_filled(center, radius, color);
                painter.line(vec![at(-0.46, 0.04), at(-0.12, 0.38), at(0.48, -0.32)], cut);
            }
            Self::Cross => {
                painter.circle_filled(center, radius, color);
                painter.line_segment([at(-0.36, -0.36), at(0.36, 0.36)], cut);
                painter.line_segment([at(-0.36, 0.36), at(0.36, -0.36)], cut);
            }
            Self::Plus => {
                painter.circle_filled(center, radius, color);
                painter.line_segment([at(-0.5, 0.0), at(0.5, 0.0)], cut);
                painter.line_segment([at(0.0, -0.5), at(0.0, 0.5)], cut);
            }
            Self::Minus => {
                painter.circle_filled(center, radius, color);
                painter.line_segment([at(-0.5, 0.0), at(0.5, 0.0)], cut);
            }
            Self::Arrow => {
                ring();
                painter.line_segment([at(-0.45, 0.0), at(0.45, 0.0)], line);
                painter.line(vec![at(0.12, -0.34), at(0.46, 0.0), at(0.12, 0.34)], line);
            }
            Self::Pause => {
                ring();
                painter.line_segment([at(-0.24, -0.36), at(-0.24, 0.36)], line);
                painter.line_segment([at(0.24, -0.36), at(0.24, 0.36)], line);
            }
            Self::Dash => {
                ring();
                painter.line_segment([at(-0.4, 0.0), at(0.4, 0.0)], line);
            }
            Self::Low | Self::Medium | Self::High => {
                let filled = match self {
                    Self::Low => 1,
                    Self::Medium => 2,
                    _ => 3,
                };
                for (number, (left, top)) in [(-0.9, 0.2), (-0.25, -0.3), (0.4, -0.9)].into_iter().enumerate() {
                    let bar = Rect::from_min_max(at(left, top), at(left + 0.45, 0.9));
                    if number < filled {
                        painter.rect_filled(bar, 0.5, color);
                    } else {
                        painter.rect_stroke(bar, 0.5, Stroke::new(0.75, color), StrokeKind::Inside);
                    }
                }
            }
            Self::Person => {
                painter.circle_filled(at(0.0, -0.45), radius * 0.42, color);
                let shoulders = [(-0.8, 0.9), (-0.7, 0.4), (-0.35, 0.12), (0.35, 0.12), (0.7, 0.4), (0.8, 0.9)];
                let shoulders = shoulders.map(|(x, y)| at(x, y)).to_vec();
                painter.add(Shape::convex_polygon(shoulders, color, Stroke::NONE));
            }
            Self::Key => {
                painter.circle_stroke(at(-0.45, 0.0), radius * 0.42, line);
                painter.line_segment([at(0.0, 0.0), at(0.95, 0.0)], line);
                painter.line_segment([at(0.85, 0.0), at(0.85, 0.45)], line);
                painter.line_segment([at(0.45, 0.0), at(0.45, 0.35)], line);
            }
            Self::Shield => {
                let outline = [(-0.75, -0.75), (0.0, -0.95), (0.75, -0.75), (0.7, 0.1), (0.0, 0.95), (-0.7, 0.1)];
                let outline = outline.map(|(x, y)| at(x, y)).to_vec();
                painter.add(Shape::convex_polygon(outline, color, Stroke::NONE));
            }
            Self::Application => {
                let frame = Rect::from_min_max(at(-0.85, -0.75), at(0.85, 0.75));
                painter.rect_stroke(frame, 1.0, line, StrokeKind::Inside);
                painter.rect_filled(frame.with_max_y(frame.top() + radius * 0.45), 1.0, color);
            }
            Self::Service => {
                for y in [-0.6, 0.0, 0.6] {
                    let layer = Rect::from_center_size(at(0.0, y), vec2(1.6 * radius, 0.34 * radius));
                    painter.rect_filled(layer, 1.0, color);
                }
            }
        }
    }
}

/// The badge of a sign-in's status (stored value), with the portal's word.
pub fn status_ui(ui: &mut Ui, status: &str) -> Response {
    badge_ui(ui, Mark::of_status(status), Field::Status.spec().display(status))
}

/// A shape with its word in its colour. Its accessible name is the word.
pub fn badge_ui(ui: &mut Ui, mark: Mark, word: &str) -> Response {
    let tokens = ui.tokens();
    let color = mark.color(tokens);
    let radius = 0.42 * ui.text_style_height(&TextStyle::Body);
    let before = 2.0 * radius + space::XS + 2.0;
    let text = WidgetText::from(word).into_galley(
        ui,
        Some(TextWrapMode::Wrap),
        (ui.available_width() - before).max(0.0),
        TextStyle::Body,
    );
    let size = vec2(before + text.size().x, text.size().y.max(2.0 * radius));
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    if ui.is_rect_visible(rect) {
        // The shape stands beside the first line.
        let line = ui.text_style_height(&TextStyle::Body).max(2.0 * radius);
        let center = pos2(rect.left() + radius, rect.top() + line / 2.0);
        mark.paint(ui.painter(), center, radius, color, tokens.surface);
        let text_at = pos2(rect.left() + before, rect.top());
        ui.painter().galley(text_at, text, color);
    }
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, word));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_status_has_a_shape_and_colour_of_its_own() {
        let statuses = ["success", "failure", "interrupted", "something new"];
        for tokens in [&super::super::theme::LIGHT, &super::super::theme::DARK] {
            for (at, a) in statuses.iter().enumerate() {
                for b in &statuses[at + 1..] {
                    assert_ne!(Mark::of_status(a), Mark::of_status(b));
                    assert_ne!(Mark::of_status(a).color(tokens), Mark::of_status(b).color(tokens));
                    assert_eq!(Mark::of_status(a).color(tokens), tokens.status(a));
                }
            }
        }
    }
}
