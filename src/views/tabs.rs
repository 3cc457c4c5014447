//! The tabs of the window: the logs with their counts, the reports, and the sources.

use eframe::egui::{Align, Layout, ScrollArea, Ui};

use crate::app::{Action, Command, State, View};
use crate::fields::Log;
use crate::widgets::number::{self, counted};
use crate::widgets::tabs::{Tab, tab_ui, tab_width};

/// Shows the tabs: the logs at the left and the rest at the right, or all in one row that scrolls where
/// the window is too narrow for both.
pub fn ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let logs: Vec<(View, Tab<'_>)> =
        state.tabs().into_iter().map(|log| (View::Log(log), log_tab(state, log))).collect();
    let others =
        [(View::Usage, Action::ShowUsage), (View::Errors, Action::ShowErrors), (View::Sources, Action::ShowSources)]
            .map(|(view, action)| {
                let about = action.spec().tooltip.to_owned();
                (view, Tab { title: view.title(), about, ..Tab::default() })
            });
    let mut show = |ui: &mut Ui, (view, tab): &(View, Tab<'_>)| {
        if tab_ui(ui, state.view == *view, tab).clicked() {
            commands.push(Command::Show(*view));
        }
    };
    let needed: f32 = logs.iter().chain(&others).map(|(_, tab)| tab_width(ui, tab)).sum();
    ui.spacing_mut().item_spacing.x = 0.0;
    if needed > ui.available_width() {
        ScrollArea::horizontal().show(ui, |ui| {
            ui.horizontal(|ui| {
                for tab in logs.iter().chain(&others) {
                    show(ui, tab);
                }
            });
        });
        return;
    }
    ui.horizontal(|ui| {
        for tab in &logs {
            show(ui, tab);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            for tab in others.iter().rev() {
                show(ui, tab);
            }
        });
    });
}

/// The tab of a log, with the number of sign-ins under the filter.
fn log_tab(state: &State, log: Log) -> Tab<'static> {
    let title = log.title();
    let total = state.columns.rows_of(log).len() as u64;
    if !state.is_loaded || total == 0 {
        return Tab { title, about: "No sign-ins of this log were imported yet".to_owned(), ..Tab::default() };
    }
    let longest_count = number::count(total);
    let matching = state.counts.as_ref().and_then(|counts| counts.matching.get(log as usize).copied());
    match matching {
        Some(matching) if matching != total => {
            let count = number::count(matching);
            let about = format!("{count} of {} match the filter", counted(total, "sign-in", "sign-ins"));
            Tab { title, count, longest_count, about }
        }
        _ => Tab { title, count: longest_count.clone(), longest_count, about: counted(total, "sign-in", "sign-ins") },
    }
}
