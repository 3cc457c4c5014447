//! Conditional Access: the overall status, then each policy; report-only policies apart, since they
//! decide nothing.

use eframe::egui::{CollapsingHeader, Label, RichText, Ui};

use super::fields::field_ui;
use crate::app::Command;
use crate::cache::Detail;
use crate::clock::Clock;
use crate::export::visible::visible_lines;
use crate::fields::Field;
use crate::record::{PolicyResult, decode_policies};
use crate::reference::policies::{self, Outcome};
use crate::texts::text;
use crate::widgets::badge::{self, Mark};
use crate::widgets::theme::{UiExt, space};
use crate::widgets::value::Value;

pub(super) fn ui(ui: &mut Ui, detail: &Detail, clock: Clock, commands: &mut Vec<Command>) {
    ui.section_heading(text!("detail-access-overall"));
    if detail.value(Field::ConditionalAccess).is_some() {
        field_ui(ui, detail, Field::ConditionalAccess, clock, commands);
    } else {
        ui.weak_label(text!("detail-access-overall-none"));
    }
    let policies = detail.record.get(Field::Policies).map(decode_policies).unwrap_or_default();
    if policies.is_empty() {
        ui.section_heading(text!("detail-access-policies"));
        ui.weak_label(if super::is_csv_only(detail) {
            text!("detail-access-csv")
        } else {
            text!("detail-access-none")
        });
        return;
    }
    let (report_only, enforced): (Vec<PolicyResult>, Vec<PolicyResult>) =
        policies.into_iter().partition(PolicyResult::is_report_only);
    if !enforced.is_empty() {
        ui.section_heading(text!("detail-access-enforced"));
        group_ui(ui, "enforced", enforced, commands);
    }
    if !report_only.is_empty() {
        ui.section_heading(text!("detail-access-report-only"));
        ui.note(text!("detail-access-report-only-about"));
        group_ui(ui, "report-only", report_only, commands);
    }
}

/// Policies with those first that had an effect; the ones that did not apply are folded.
fn group_ui(ui: &mut Ui, name: &str, mut policies: Vec<PolicyResult>, commands: &mut Vec<Command>) {
    policies.sort_by_key(|policy| policies::outcome(&policy.result));
    let applied = policies.iter().filter(|policy| policies::outcome(&policy.result) != Outcome::NotApplied);
    let not_applied: Vec<&PolicyResult> =
        policies.iter().filter(|policy| policies::outcome(&policy.result) == Outcome::NotApplied).collect();
    for policy in applied {
        policy_ui(ui, policy, commands);
    }
    if !not_applied.is_empty() {
        let title = text!("detail-access-not-applied", count = not_applied.len());
        let title = RichText::new(title).color(ui.tokens().weak_text);
        CollapsingHeader::new(title).id_salt((name, "not applied")).show(ui, |ui| {
            for policy in not_applied {
                policy_ui(ui, policy, commands);
            }
        });
    }
}

const fn mark(outcome: Outcome) -> Mark {
    match outcome {
        Outcome::Failure => Mark::Cross,
        Outcome::UserAction => Mark::Pause,
        Outcome::Success => Mark::Check,
        Outcome::NotApplied | Outcome::Unknown => Mark::Dash,
    }
}

fn policy_ui(ui: &mut Ui, policy: &PolicyResult, commands: &mut Vec<Command>) {
    let name = if policy.name.is_empty() { &policy.id } else { &policy.name };
    ui.card_ui(|ui| {
        ui.set_width(ui.available_width());
        Value::new(text!("detail-access-policy"), name).filter(Field::Policy, name).ui_with(ui, commands, |ui| {
            ui.add(Label::new(RichText::new(visible_lines(name)).size(15.0)).wrap());
        });
        ui.key_value_ui(text!("detail-access-result"), "", |ui| {
            badge::badge_ui(ui, mark(policies::outcome(&policy.result)), policies::result(&policy.result));
        });
        list_ui(
            ui,
            text!("detail-access-grant"),
            policy.grant_controls.iter().map(|control| policies::grant_control(control)),
        );
        list_ui(
            ui,
            text!("detail-access-session"),
            policy.session_controls.iter().map(|control| policies::session_control(control)),
        );
        let satisfied = policies::conditions(&policy.conditions_satisfied);
        let not_satisfied = policies::conditions(&policy.conditions_not_satisfied);
        if !satisfied.is_empty() || !not_satisfied.is_empty() {
            let title = RichText::new(text!("detail-access-conditions")).color(ui.tokens().weak_text);
            CollapsingHeader::new(title).id_salt((&policy.id, &policy.name)).show(ui, |ui| {
                list_ui(ui, text!("detail-access-matched"), satisfied.into_iter());
                list_ui(ui, text!("detail-access-not-matched"), not_satisfied.into_iter());
            });
        }
    });
    ui.add_space(space::XS);
}

fn list_ui<'a>(ui: &mut Ui, title: &str, words: impl Iterator<Item = &'a str>) {
    let words: Vec<&str> = words.collect();
    if !words.is_empty() {
        ui.key_value_ui(title, "", |ui| {
            for word in words {
                ui.add(Label::new(visible_lines(word)).wrap());
            }
        });
    }
}
