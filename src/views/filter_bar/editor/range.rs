//! The editor of a range: two limits, of which either may be open, and the usual stretches of time.

use eframe::egui::{Checkbox, RichText, TextEdit, Ui, vec2};

use super::super::value_list::is_entered;
use crate::clock::{Clock, Millis};
use crate::fields::{Field, Kind};
use crate::query::{Limit, Part, levels};
use crate::widgets::theme::{UiExt, size, space};

/// What is typed and not in force yet.
#[derive(Debug, Default)]
pub(super) struct RangeEditor {
    of: Option<Part>,
    field: Option<Field>,
    from: Limit,
    to: Limit,
}

const STRETCHES: [(&str, i64); 4] = [
    ("Last 24 hours", Millis::DAY),
    ("Last 7 days", 7 * Millis::DAY),
    ("Last 30 days", 30 * Millis::DAY),
    ("Last 90 days", 90 * Millis::DAY),
];

impl RangeEditor {
    /// The range as it is typed.
    pub(super) fn typed(&self) -> Option<Part> {
        let field = self.field?;
        let typed = Part::Range { field, from: self.from.clone(), to: self.to.clone() };
        (self.of.as_ref() != Some(&typed)).then_some(typed)
    }

    /// Shows the limits. Returns the part that the user wants from now on.
    pub(super) fn ui(&mut self, ui: &mut Ui, part: &Part, clock: Clock, wants_focus: bool) -> Option<Part> {
        let field = part.field()?;
        if self.of.as_ref() != Some(part) {
            self.of = Some(part.clone());
            self.field = Some(field);
            (self.from, self.to) = match part {
                Part::Range { from, to, .. } => (from.clone(), to.clone()),
                _ => Default::default(),
            };
        }
        let mut wanted = None;
        if field == Field::Time {
            wanted = stretches_ui(ui, part);
            ui.separator();
        }
        // Of two limits the lower one always belongs to the range.
        let is_alone = self.to.is_open();
        let mut is_confirmed = limit_ui(ui, field, "From", &mut self.from, wants_focus, is_alone);
        is_confirmed |= limit_ui(ui, field, "To", &mut self.to, false, true);
        self.from.is_exclusive &= self.to.is_open();
        ui.note(match field.kind() {
            Kind::Time => format!("Such as 2026-10, 2026-10-05 or 2026-10-05 08:30, in {}", clock.label()),
            _ => "Either may be left open".to_owned(),
        });
        let typed = self.typed();
        let parsed = typed.as_ref().map(Part::query);
        if let Some(Err(error)) = &parsed {
            ui.label(RichText::new(&error.message).color(ui.tokens().failure));
        }
        ui.add_space(space::XS);
        ui.add_enabled_ui(matches!(parsed, Some(Ok(_))), |ui| {
            ui.horizontal(|ui| is_confirmed |= ui.button("Apply").clicked());
        });
        if is_confirmed && matches!(parsed, Some(Ok(_))) {
            wanted = typed;
        }
        wanted
    }
}

fn stretches_ui(ui: &mut Ui, part: &Part) -> Option<Part> {
    let mut wanted = None;
    for (name, millis) in STRETCHES {
        let is_now = *part == Part::Last(millis);
        if ui.selectable_label(is_now, name).clicked() {
            wanted = Some(Part::Last(millis));
        }
    }
    wanted
}

/// One limit. Returns whether the user has confirmed it.
fn limit_ui(ui: &mut Ui, field: Field, name: &str, limit: &mut Limit, wants_focus: bool, can_exclude: bool) -> bool {
    if let Some(levels) = levels(field) {
        return levels_ui(ui, field, name, limit, levels);
    }
    let mut is_confirmed = false;
    ui.horizontal(|ui| {
        limit_name_ui(ui, name);
        let line = ui.add(TextEdit::singleline(&mut limit.text).desired_width(160.0)).accessible_name(name);
        if wants_focus {
            line.request_focus();
        }
        is_confirmed = is_entered(ui, &line);
        if can_exclude && !limit.is_open() {
            let checkbox = ui.add(Checkbox::new(&mut limit.is_exclusive, "without it"));
            is_confirmed |= checkbox.accessible_name(format!("{name} without it")).changed();
        }
    });
    is_confirmed
}

/// One limit, chosen among levels; hours of the day take several lines.
fn levels_ui(ui: &mut Ui, field: Field, name: &str, limit: &mut Limit, levels: &[&str]) -> bool {
    let mut is_confirmed = false;
    ui.horizontal_wrapped(|ui| {
        limit_name_ui(ui, name);
        for level in levels {
            let is_now = limit.text == *level;
            let label = ui.selectable_label(is_now, field.spec().display(level));
            if label.accessible_name(format!("{name} {level}")).clicked() {
                limit.text = if is_now { String::new() } else { (*level).to_owned() };
                is_confirmed = true;
            }
        }
    });
    is_confirmed
}

/// What stands before a limit: the same width for both.
fn limit_name_ui(ui: &mut Ui, name: &str) {
    let (rect, _) = ui.allocate_exact_size(vec2(40.0, size::CONTROL), eframe::egui::Sense::hover());
    let color = ui.tokens().weak_text;
    let galley = crate::widgets::table::layout(ui, name, 40.0, eframe::egui::TextStyle::Body, color);
    let at = eframe::egui::Align2::LEFT_CENTER.anchor_size(rect.left_center(), galley.size()).min;
    ui.painter().galley(at, galley, color);
}
