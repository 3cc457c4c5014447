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
use crate::texts::text;
use crate::widgets::badge::{self, Mark};
use crate::widgets::theme::{UiExt, space};

/// From this width on, in points, the steps are a table; beneath it they are stacked.
const TABLE_WIDTH: f32 = 640.0;

/// What each column of the table has of its width.
const SHARES: [f32; 6] = [0.17, 0.18, 0.18, 0.11, 0.2, 0.16];

pub(super) fn ui(ui: &mut Ui, detail: &Detail, clock: Clock, commands: &mut Vec<Command>) {
    ui.section_heading(text!("detail-authentication-policies"));
    let applied = [Field::AuthPolicies, Field::SessionPolicies];
    if applied.iter().all(|field| detail.value(*field).is_none()) {
        ui.weak_label(if super::is_csv_only(detail) {
            text!("detail-authentication-policies-csv")
        } else {
            text!("detail-authentication-policies-none")
        });
    }
    for field in applied.into_iter().chain([Field::AuthRequirement, Field::MfaMethod, Field::MfaDetail]) {
        field_ui(ui, detail, field, clock, commands);
    }
    ui.section_heading(text!("detail-authentication-steps"));
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
        ui.note(text!("detail-authentication-about", zone = clock.label()));
    }
}

fn why_no_steps(detail: &Detail) -> &'static str {
    match detail.record.log {
        Log::AdFs => text!("detail-authentication-ad-fs"),
        Log::Audit
        | Log::Provisioning
        | Log::RiskyUsers
        | Log::RiskyWorkloads
        | Log::RiskDetections
        | Log::Activity
        | Log::ActivitySignIns => text!("detail-authentication-events"),
        _ if super::is_csv_only(detail) => text!("detail-authentication-steps-csv"),
        _ => text!("detail-authentication-steps-none"),
    }
}

/// What the columns of the table are called.
fn titles() -> [&'static str; SHARES.len()] {
    [
        text!("detail-step-date"),
        text!("detail-step-method"),
        text!("detail-step-detail"),
        text!("detail-step-succeeded"),
        text!("detail-step-result"),
        text!("detail-step-requirement"),
    ]
}

fn outcome(step: &AuthStep<'_>) -> (Mark, &'static str) {
    match step.succeeded {
        Some(true) => (Mark::Check, text!("detail-step-yes")),
        Some(false) => (Mark::Cross, text!("detail-step-no")),
        None => (Mark::Dash, text!("detail-step-not-told")),
    }
}

fn table_ui(ui: &mut Ui, steps: &[AuthStep<'_>], clock: Clock) {
    let weak = ui.tokens().weak_text;
    let titles = titles();
    row_ui(ui, |ui, column| {
        let title = titles.get(column).copied().unwrap_or_default();
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
    cells_ui(ui, &SHARES, cell_ui);
}

/// A step in a narrow panel: method and outcome first, the rest beneath.
fn step_ui(ui: &mut Ui, step: &AuthStep<'_>, clock: Clock) {
    ui.card_ui(|ui| {
        ui.set_width(ui.available_width());
        let method = if step.method.is_empty() { text!("detail-step-method-not-told") } else { &step.method };
        ui.add(Label::new(RichText::new(visible_lines(method)).size(15.0)).wrap());
        let (mark, word) = outcome(step);
        let time = step.time.map(|time| clock.date_time(time)).unwrap_or_default();
        ui.key_value_ui(text!("detail-step-date"), "", |ui| {
            ui.label(if time.is_empty() { text!("detail-step-not-told") } else { &time });
        });
        ui.key_value_ui(text!("detail-step-succeeded"), "", |ui| {
            badge::badge_ui(ui, mark, word);
        });
        for (title, text) in [
            (text!("detail-step-result"), &step.result),
            (text!("detail-step-method-detail"), &step.detail),
            (text!("detail-step-requirement"), &step.requirement),
        ] {
            if !text.is_empty() {
                ui.key_value_ui(title, "", |ui| {
                    ui.add(Label::new(visible_lines(text)).wrap());
                });
            }
        }
    });
}
