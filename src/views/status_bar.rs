//! The line at the bottom: what is shown, whose time it is, and what runs.

use eframe::egui::{Align, Label, Layout, RichText, Ui};

use crate::app::filter_words::left_out_in_words;
use crate::app::{Action, Command, Grouping, Rows, State, View};
use crate::export::visible::visible_lines;
use crate::fields::Log;
use crate::texts::text;
use crate::views::export_dialog;
use crate::widgets::number;
use crate::widgets::pill::cross_button_ui;
use crate::widgets::theme::{UiExt, space};

/// Shows the line. `is_working` tells that something has been running long enough to be mentioned.
pub fn ui(ui: &mut Ui, state: &State, is_working: bool, commands: &mut Vec<Command>) {
    let tokens = ui.tokens();
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        let note = |ui: &mut Ui, text: String| {
            ui.add(Label::new(RichText::new(text).small().color(tokens.weak_text)).truncate())
        };
        if let Some(running) = &state.exporting.running {
            export_dialog::running_ui(ui, running, commands);
        }
        if let Some(notice) = &state.notice {
            let color = if notice.is_error { tokens.failure } else { tokens.text };
            if cross_button_ui(ui, text!("status-dismiss")).clicked() {
                commands.push(Command::DismissNotice);
            }
            let text = RichText::new(visible_lines(&notice.text)).small().color(color);
            ui.add(Label::new(text).truncate()).on_hover_text(visible_lines(&notice.text));
            return;
        }
        if state.is_sample {
            note(ui, text!("status-sample").to_owned());
            let back = Action::LeaveSample.spec();
            if ui.link(RichText::new(back.title).small()).on_hover_text(back.tooltip).clicked() {
                commands.push(Command::LeaveSample);
            }
        }
        for text in selected(state).unwrap_or_else(|| shown(state)) {
            note(ui, text);
        }
        if let Some(text) = left_out(state) {
            note(ui, text.clone()).on_hover_text(text);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            note(ui, text!("status-times", zone = state.settings.shown_clock().label()));
            if is_working {
                note(ui, text!("status-working").to_owned());
            }
        });
    });
}

/// What the selected rows add up to; nothing if they are a single sign-in.
fn selected(state: &State) -> Option<Vec<String>> {
    let View::Log(log) = state.view else { return None };
    let summary = state.table(log).summary?;
    let count = summary.identities;
    let identities = match log {
        Log::Interactive
        | Log::NonInteractive
        | Log::AdFs
        | Log::RiskyUsers
        | Log::RiskDetections
        | Log::Activity
        | Log::ActivitySignIns => text!("status-users", count = count),
        Log::ServicePrincipal | Log::RiskyWorkloads => text!("status-service-principals", count = count),
        Log::ManagedIdentity => text!("status-managed-identities", count = count),
        Log::Audit => text!("status-actors", count = count),
        Log::Provisioning => text!("status-identities", count = count),
    };
    let mut texts = vec![
        text!("status-rows-selected", count = summary.lines),
        number::records(summary.sign_ins, log.noun()),
        identities,
        text!("status-applications", count = summary.applications),
    ];
    let clock = state.settings.shown_clock();
    texts.extend(summary.period.map(|(first, last)| match (clock.date_time(first), clock.date_time(last)) {
        (first, last) if first == last => first,
        (first, last) => text!("status-period", first = first, last = last),
    }));
    Some(texts)
}

/// What of the filter the log that is shown has no field for.
fn left_out(state: &State) -> Option<String> {
    let View::Log(log) = state.view else { return None };
    left_out_in_words(&state.query, log, state.settings.shown_clock())
}

/// What the present view shows, in a few words.
fn shown(state: &State) -> Vec<String> {
    let View::Log(log) = state.view else { return Vec::new() };
    let Some(listing) = &state.table(log).listing else { return Vec::new() };
    let total = state.columns.sign_ins_of(log);
    let mut texts = vec![if listing.sign_ins == total {
        number::records(total, log.noun())
    } else {
        text!("status-matching", count = listing.sign_ins, records = number::records(total, log.noun()))
    }];
    if let Rows::Single(rows) = &listing.rows
        && rows.len() as u64 != listing.sign_ins
    {
        texts.push(text!("status-in-rows", count = rows.len()));
    }
    if let Rows::Grouped(groups) = &listing.rows {
        let rows = groups.roots().len();
        texts.push(match listing.key.grouping {
            Grouping::By(_) => text!("status-in-groups", count = rows),
            Grouping::Off | Grouping::Portal(_) => text!("status-folded", count = rows),
        });
    }
    if let Some((first, last)) = listing.period {
        let clock = state.settings.shown_clock();
        let (first, last) = (clock.date(first), clock.date(last));
        texts.push(if first == last { first } else { text!("status-period", first = first, last = last) });
    }
    texts
}
