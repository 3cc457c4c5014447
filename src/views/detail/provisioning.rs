//! The steps of provisioning, and what to do where they failed.

use eframe::egui::{Label, RichText, Ui};

use super::fields::field_ui;
use crate::app::Command;
use crate::cache::Detail;
use crate::clock::Clock;
use crate::export::visible::visible_lines;
use crate::fields::{Field, words_of};
use crate::record::lines::ProvisioningStep;
use crate::texts::text;
use crate::widgets::badge::{self, Mark};
use crate::widgets::theme::{UiExt, space};
use crate::widgets::value::Value;

pub(super) fn steps_ui(ui: &mut Ui, detail: &Detail, commands: &mut Vec<Command>) {
    ui.add_space(space::S);
    let Some(stored) = detail.record.get(Field::ProvisioningSteps) else {
        ui.weak_label(if super::is_csv_only(detail) { text!("detail-steps-csv") } else { text!("detail-steps-none") });
        return;
    };
    for (number, line) in stored.lines().enumerate() {
        let step = ProvisioningStep::of_line(line);
        ui.card_ui(|ui| {
            ui.set_width(ui.available_width());
            let name = format!("{}  {}", number + 1, words_of(&step.name));
            Value::new(text!("detail-steps-step"), &step.name).filter(Field::ProvisioningSteps, line).ui_with(
                ui,
                commands,
                |ui| {
                    ui.add(Label::new(RichText::new(visible_lines(&name)).size(15.0)).wrap());
                },
            );
            if !step.status.is_empty() {
                ui.key_value_ui(text!("detail-steps-status"), "", |ui| {
                    badge::badge_ui(ui, mark(&step.status), Field::Status.spec().display(&step.status));
                });
            }
            if !step.description.is_empty() {
                Value::new(text!("detail-steps-description"), &step.description).ui(ui, commands);
            }
        });
        ui.add_space(space::XS);
    }
}

pub(super) fn troubleshooting_ui(ui: &mut Ui, detail: &Detail, clock: Clock, commands: &mut Vec<Command>) {
    let told = [Field::ProvisioningError, Field::FailureReason, Field::RecommendedAction];
    if told.iter().all(|field| detail.record.get(*field).is_none()) {
        ui.add_space(space::S);
        let has_succeeded = detail.record.get(Field::Status) == Some("success");
        ui.weak_label(if has_succeeded { text!("detail-trouble-succeeded") } else { text!("detail-trouble-none") });
        return;
    }
    ui.section_heading(text!("detail-trouble-wrong"));
    field_ui(ui, detail, Field::ProvisioningError, clock, commands);
    field_ui(ui, detail, Field::FailureReason, clock, commands);
    if detail.record.get(Field::RecommendedAction).is_some() {
        ui.section_heading(text!("detail-trouble-to-do"));
        field_ui(ui, detail, Field::RecommendedAction, clock, commands);
    }
}

fn mark(status: &str) -> Mark {
    match status.to_lowercase().as_str() {
        "success" => Mark::Check,
        "failure" => Mark::Cross,
        "warning" => Mark::Pause,
        _ => Mark::Dash,
    }
}
