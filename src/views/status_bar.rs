//! The line at the bottom: what is shown, whose time it is, and what runs.

use eframe::egui::{Align, Label, Layout, RichText, Ui};

use crate::app::filter_words::left_out_in_words;
use crate::app::{Action, Command, Grouping, Rows, State, View};
use crate::export::visible::visible_lines;
use crate::fields::Log;
use crate::views::export_dialog;
use crate::widgets::number::{self, counted};
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
            if cross_button_ui(ui, "Dismiss").clicked() {
                commands.push(Command::DismissNotice);
            }
            let text = RichText::new(visible_lines(&notice.text)).small().color(color);
            ui.add(Label::new(text).truncate()).on_hover_text(visible_lines(&notice.text));
            return;
        }
        if state.is_sample {
            note(ui, "Sample tenant".to_owned());
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
            note(ui, format!("Times in {}", state.settings.shown_clock().label()));
            if is_working {
                note(ui, "Working…".to_owned());
            }
        });
    });
}

/// What the selected rows add up to; nothing if they are a single sign-in.
fn selected(state: &State) -> Option<Vec<String>> {
    let View::Log(log) = state.view else { return None };
    let summary = state.table(log).summary?;
    let (one, many) = match log {
        Log::Interactive
        | Log::NonInteractive
        | Log::AdFs
        | Log::RiskyUsers
        | Log::RiskDetections
        | Log::Activity
        | Log::ActivitySignIns => ("user", "users"),
        Log::ServicePrincipal | Log::RiskyWorkloads => ("service principal", "service principals"),
        Log::ManagedIdentity => ("managed identity", "managed identities"),
        Log::Audit => ("actor", "actors"),
        Log::Provisioning => ("identity", "identities"),
    };
    let mut texts = vec![
        format!("{} selected", counted(summary.lines, "row", "rows")),
        number::records(summary.sign_ins, log.noun()),
        counted(summary.identities, one, many),
        counted(summary.applications, "application", "applications"),
    ];
    let clock = state.settings.shown_clock();
    texts.extend(summary.period.map(|(first, last)| match (clock.date_time(first), clock.date_time(last)) {
        (first, last) if first == last => first,
        (first, last) => format!("{first} – {last}"),
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
        format!("{} of {}", number::count(listing.sign_ins), number::records(total, log.noun()))
    }];
    if let Rows::Single(rows) = &listing.rows
        && rows.len() as u64 != listing.sign_ins
    {
        texts.push(format!("in {}", counted(rows.len() as u64, "row", "rows")));
    }
    if let Rows::Grouped(groups) = &listing.rows {
        let rows = groups.roots().len() as u64;
        texts.push(match listing.key.grouping {
            Grouping::By(_) => format!("in {}", counted(rows, "group", "groups")),
            Grouping::Off | Grouping::Portal(_) => format!("folded to {}", counted(rows, "row", "rows")),
        });
    }
    if let Some((first, last)) = listing.period {
        let clock = state.settings.shown_clock();
        let (first, last) = (clock.date(first), clock.date(last));
        texts.push(if first == last { first } else { format!("{first} – {last}") });
    }
    texts
}
