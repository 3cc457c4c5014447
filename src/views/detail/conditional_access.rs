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
use crate::widgets::badge::{self, Mark};
use crate::widgets::theme::{UiExt, space};
use crate::widgets::value::Value;

pub(super) fn ui(ui: &mut Ui, detail: &Detail, clock: Clock, commands: &mut Vec<Command>) {
    ui.section_heading("Overall");
    if detail.value(Field::ConditionalAccess).is_some() {
        field_ui(ui, detail, Field::ConditionalAccess, clock, commands);
    } else {
        ui.weak_label("This export does not say what came of Conditional Access");
    }
    let policies = detail.record.get(Field::Policies).map(decode_policies).unwrap_or_default();
    if policies.is_empty() {
        ui.section_heading("Policies");
        ui.weak_label(if super::is_csv_only(detail) {
            "CSV downloads tell only the overall status. The JSON download of the same sign-ins lists every policy \
             with its result"
        } else {
            "No policy is listed. The list is also empty when the person who exported had no role that may read \
             policies"
        });
        return;
    }
    let (report_only, enforced): (Vec<PolicyResult>, Vec<PolicyResult>) =
        policies.into_iter().partition(PolicyResult::is_report_only);
    if !enforced.is_empty() {
        ui.section_heading("Enforced policies");
        group_ui(ui, "enforced", enforced, commands);
    }
    if !report_only.is_empty() {
        ui.section_heading("Report-only policies");
        ui.note("They tell what would have happened and decide nothing");
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
        let title = RichText::new(format!("Not applied ({})", not_applied.len())).color(ui.tokens().weak_text);
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
        Value::new("Policy", name).filter(Field::Policy, name).ui_with(ui, commands, |ui| {
            ui.add(Label::new(RichText::new(visible_lines(name)).size(15.0)).wrap());
        });
        ui.key_value_ui("Result", "", |ui| {
            badge::badge_ui(ui, mark(policies::outcome(&policy.result)), policies::result(&policy.result));
        });
        list_ui(ui, "Grant controls", policy.grant_controls.iter().map(|control| policies::grant_control(control)));
        list_ui(
            ui,
            "Session controls",
            policy.session_controls.iter().map(|control| policies::session_control(control)),
        );
        let satisfied = policies::conditions(&policy.conditions_satisfied);
        let not_satisfied = policies::conditions(&policy.conditions_not_satisfied);
        if !satisfied.is_empty() || !not_satisfied.is_empty() {
            let title = RichText::new("Conditions").color(ui.tokens().weak_text);
            CollapsingHeader::new(title).id_salt((&policy.id, &policy.name)).show(ui, |ui| {
                list_ui(ui, "Matched", satisfied.into_iter());
                list_ui(ui, "Not matched", not_satisfied.into_iter());
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
