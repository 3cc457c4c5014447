//! The authentication details: what asked for them, and each step.

use eframe::egui::{Label, RichText, Stroke, Ui};

use super::cells_ui;
use super::fields::field_ui;
use crate::app::Command;
use crate::cache::Detail;
use crate::clock::Clock;
use crate::export::visible::visible_lines;
use crate::fields::{Field, Log};
use crate::record::AuthStep;
use crate::widgets::badge::{self, Mark};
use crate::widgets::theme::{UiExt, space};

/// From this width on, in points, the steps are a table; beneath it they are stacked.
const TABLE_WIDTH: f32 = 640.0;

/// Titles of the table and their share of its width.
const COLUMNS: [(&str, f32); 6] = [
    ("Date", 0.17),
    ("Authentication method", 0.18),
    ("Detail", 0.18),
    ("Succeeded", 0.11),
    ("Result detail", 0.2),
    ("Requirement", 0.16),
];

pub(super) fn ui(ui: &mut Ui, detail: &Detail, clock: Clock, commands: &mut Vec<Command>) {
    ui.section_heading("Policies");
    let applied = [Field::AuthPolicies, Field::SessionPolicies];
    if applied.iter().all(|field| detail.value(*field).is_none()) {
        ui.weak_label(if super::is_csv_only(detail) {
            "CSV downloads do not say which policies asked for authentication. The JSON download does"
        } else {
            "No authentication or session lifetime policy applied"
        });
    }
    for field in applied.into_iter().chain([Field::AuthRequirement, Field::MfaMethod, Field::MfaDetail]) {
        field_ui(ui, detail, field, clock, commands);
    }
    ui.section_heading("Steps");
    let steps = &detail.record.steps;
    if steps.is_empty() {
        field_ui(ui, detail, Field::AuthMethod, clock, commands);
        field_ui(ui, detail, Field::AuthResult, clock, commands);
        ui.weak_label(why_no_steps(detail));
    } else if ui.available_width() >= TABLE_WIDTH {
        table_ui(ui, steps, clock);
    } else {
        for (number, step) in steps.iter().enumerate() {
            if number > 0 {
                ui.add_space(space::S);
            }
            step_ui(ui, step, clock);
        }
    }
    if !steps.is_empty() {
        ui.add_space(space::S);
        ui.note(format!(
            "Times are in {}. Microsoft completes the steps over minutes and hours: an early export may lack some",
            clock.label()
        ));
    }
}

fn why_no_steps(detail: &Detail) -> &'static str {
    match detail.record.log {
        Log::AdFs => "AD FS reports no authentication steps",
        Log::Audit
        | Log::Provisioning
        | Log::RiskyUsers
        | Log::RiskyWorkloads
        | Log::RiskDetections
        | Log::Activity
        | Log::ActivitySignIns => "Such events have no authentication steps",
        _ if super::is_csv_only(detail) => {
            "The CSV download keeps the steps in a file of its own. Open the authentication details file of the \
             same download: its steps join this sign-in by request ID"
        }
        _ => "This export has no authentication steps for the sign-in",
    }
}

const fn outcome(step: &AuthStep<'_>) -> (Mark, &'static str) {
    match step.succeeded {
        Some(true) => (Mark::Check, "Yes"),
        Some(false) => (Mark::Cross, "No"),
        None => (Mark::Dash, "Not told"),
    }
}

fn table_ui(ui: &mut Ui, steps: &[AuthStep<'_>], clock: Clock) {
    let weak = ui.tokens().weak_text;
    row_ui(ui, |ui, column| {
        let title = COLUMNS.get(column).map_or("", |(title, _)| title);
        ui.add(Label::new(RichText::new(title).small().color(weak)).wrap());
    });
    for step in steps {
        let rect = ui.available_rect_before_wrap();
        ui.painter().hline(rect.x_range(), rect.top(), Stroke::new(1.0, ui.tokens().grid));
        ui.add_space(space::XS);
        row_ui(ui, |ui, column| {
            if column == 3 {
                let (mark, word) = outcome(step);
                badge::badge_ui(ui, mark, word);
                return;
            }
            let text = match column {
                0 => step.time.map(|time| clock.date_time(time)).unwrap_or_default(),
                1 => step.method.to_string(),
                2 => step.detail.to_string(),
                4 => step.result.to_string(),
                _ => step.requirement.to_string(),
            };
            ui.add(Label::new(visible_lines(&text)).wrap());
        });
    }
}

fn row_ui(ui: &mut Ui, cell_ui: impl FnMut(&mut Ui, usize)) {
    cells_ui(ui, &COLUMNS.map(|(_, share)| share), cell_ui);
}

/// A step in a narrow panel: method and outcome first, the rest beneath.
fn step_ui(ui: &mut Ui, step: &AuthStep<'_>, clock: Clock) {
    ui.card_ui(|ui| {
        ui.set_width(ui.available_width());
        let method = if step.method.is_empty() { "Method not told" } else { &step.method };
        ui.add(Label::new(RichText::new(visible_lines(method)).size(15.0)).wrap());
        let (mark, word) = outcome(step);
        let time = step.time.map(|time| clock.date_time(time)).unwrap_or_default();
        ui.key_value_ui("Date", "", |ui| {
            ui.label(if time.is_empty() { "Not told" } else { &time });
        });
        ui.key_value_ui("Succeeded", "", |ui| {
            badge::badge_ui(ui, mark, word);
        });
        for (title, text) in
            [("Result detail", &step.result), ("Method detail", &step.detail), ("Requirement", &step.requirement)]
        {
            if !text.is_empty() {
                ui.key_value_ui(title, "", |ui| {
                    ui.add(Label::new(visible_lines(text)).wrap());
                });
            }
        }
    });
}
