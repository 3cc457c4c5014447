//! The tabs of the window: the logs with their counts, the reports, and the sources.

use eframe::egui::{Button, Ui};

use crate::app::filter_words::{left_out_parts, quoted};
use crate::app::{Action, Command, State, View};
use crate::fields::{Log, Report};
use crate::texts::text;
use crate::widgets::end::end_ui;
use crate::widgets::fitting::fitting;
use crate::widgets::number;
use crate::widgets::popup;
use crate::widgets::segments::segments_ui;
use crate::widgets::tabs::{Tab, tab_ui, tab_width};
use crate::widgets::theme::space;

/// Shows the tabs: the logs at the left and the rest at the right. Where the window is too narrow for all, those
/// that do not fit are behind a button.
pub fn ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let sign_ins = state.tabs().into_iter().map(|log| (View::Log(log), log_tab(state, log)));
    let reports = state.report_tabs().into_iter().filter_map(|report| {
        let log = state.log_of(report)?;
        Some((View::Log(log), report_tab(state, report)))
    });
    let logs: Vec<(View, Tab<'_>)> = sign_ins.chain(reports).collect();
    let others = [
        (View::Insights, text!("tabs-insights"), Action::ShowInsights),
        (View::Errors, text!("tabs-errors"), Action::ShowErrors),
        (View::Sources, text!("tabs-sources"), Action::ShowSources),
    ]
    .map(|(view, title, action)| (view, Tab { title, about: action.spec().tooltip.to_owned(), ..Tab::default() }));
    let mut show = |ui: &mut Ui, (view, tab): &(View, Tab<'_>)| {
        if tab_ui(ui, state.view == *view, tab).clicked() {
            commands.push(Command::Show(*view));
        }
    };
    ui.spacing_mut().item_spacing.x = 0.0;
    let widths: Vec<f32> = logs.iter().chain(&others).map(|(_, tab)| tab_width(ui, tab)).collect();
    if widths.iter().sum::<f32>() > ui.available_width() {
        let tabs: Vec<_> = logs.iter().chain(&others).collect();
        let chosen = tabs.iter().position(|(view, _)| *view == state.view);
        let mut other = None;
        let shown = fitting(&widths, chosen, ui.available_width() - MORE);
        ui.horizontal(|ui| {
            for (tab, _) in tabs.iter().zip(&shown).filter(|(_, shown)| **shown) {
                show(ui, tab);
            }
            let rest = tabs.iter().zip(&shown).filter(|(_, shown)| !**shown).map(|(tab, _)| *tab);
            other = more_ui(ui, rest);
        });
        commands.extend(other.map(Command::Show));
        return;
    }
    ui.horizontal(|ui| {
        for tab in &logs {
            show(ui, tab);
        }
        end_ui(ui, "tabs", |ui| {
            for tab in &others {
                show(ui, tab);
            }
        });
    });
}

/// Room for the button of the tabs that do not fit, in points.
const MORE: f32 = 108.0;

/// The tabs that do not fit, behind a button.
fn more_ui<'a>(ui: &mut Ui, tabs: impl Iterator<Item = &'a (View, Tab<'a>)>) -> Option<View> {
    ui.add_space(space::XS);
    let button = popup::choice_button_ui(ui, "", text!("tabs-more"), false);
    let mut chosen = None;
    popup::panel_ui(&button, 220.0, |ui| {
        for (view, tab) in tabs {
            let button = Button::new(tab.title).right_text(tab.count.as_str());
            let button = ui.add(button).accessible_name(tab.title);
            if button.on_hover_text(tab.about.as_str()).clicked() {
                chosen = Some(*view);
                ui.close();
            }
        }
    });
    chosen
}

/// The tab of a log, with the number of its records under the filter.
fn log_tab(state: &State, log: Log) -> Tab<'static> {
    let title = log.shown_title();
    let total = state.columns.sign_ins_of(log);
    let noun = log.noun();
    if !state.is_loaded || total == 0 {
        let about = text!("tabs-none-imported", records = noun.shown_many());
        return Tab { title, about, ..Tab::default() };
    }
    let longest_count = number::count(total);
    if let Some(about) = not_counted(state, log, total) {
        return Tab { title, count: NOT_COUNTED.to_owned(), longest_count, about };
    }
    match matching(state, log) {
        Some(matching) if matching != total => {
            let count = number::count(matching);
            let about = text!("tabs-matching", count = matching, records = number::records(total, noun));
            Tab { title, count, longest_count, about }
        }
        _ => Tab { title, count: longest_count.clone(), longest_count, about: number::records(total, noun) },
    }
}

/// The tab of a further report. One of several logs counts the records of all of them.
fn report_tab(state: &State, report: Report) -> Tab<'static> {
    let logs = state.logs_of(report);
    if let [log] = logs[..] {
        return log_tab(state, log);
    }
    let tabs: Vec<Tab<'_>> = logs.iter().map(|log| log_tab(state, *log)).collect();
    let total: u64 = logs.iter().map(|log| state.columns.rows_of(*log).len() as u64).sum();
    // Of a log that can't be counted under the filter no sum is right.
    let is_counted = tabs.iter().all(|tab| tab.count != NOT_COUNTED);
    let sum: Option<u64> = logs.iter().map(|log| matching(state, *log)).sum();
    let count = match sum {
        _ if !is_counted => NOT_COUNTED.to_owned(),
        Some(sum) => number::count(sum),
        None => number::count(total),
    };
    let about = tabs.into_iter().map(|tab| tab.about).collect::<Vec<_>>().join("\n");
    Tab { title: report.shown_title(), count, longest_count: number::count(total), about }
}

/// How many records of a log are under the filter, once that is known.
fn matching(state: &State, log: Log) -> Option<u64> {
    state.counts.as_ref().and_then(|counts| counts.matching.get(log as usize).copied())
}

/// The switch between the logs of a report that has several; what is chosen is added to `commands`.
pub fn switch_ui(ui: &mut Ui, state: &State, log: Log, commands: &mut Vec<Command>) {
    let logs: Vec<(Log, String)> = state
        .logs_of(log.report())
        .into_iter()
        .map(|log| {
            let tab = log_tab(state, log);
            (log, format!("{} {}", log.shown_title_in_report(), tab.count).trim_end().to_owned())
        })
        .collect();
    ui.horizontal(|ui| {
        if let Some(chosen) = segments_ui(ui, log, &logs) {
            commands.push(Command::Show(View::Log(chosen)));
        }
    });
}

/// Whether the table of a log has a switch to other logs of its report above it.
#[must_use]
pub fn has_switch(state: &State, log: Log) -> bool {
    log.report() != Report::SignIns && state.logs_of(log.report()).len() > 1
}

/// What stands in the place of a count that would not be one of the filter.
const NOT_COUNTED: &str = "\u{2013}";

/// Why the records of a log are not counted: it lacks what the filter asks for, so that its tab leaves that out.
fn not_counted(state: &State, log: Log, total: u64) -> Option<String> {
    let parts = quoted(&left_out_parts(&state.query, log), state.settings.shown_clock())?;
    let records = number::records(total, log.noun());
    Some(match matching(state, log) {
        Some(matching) if matching != total => {
            text!("tabs-left-out", parts = parts, count = matching, records = records)
        }
        _ => text!("tabs-left-out-all", parts = parts, records = records),
    })
}
