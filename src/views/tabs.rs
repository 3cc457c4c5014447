//! The tabs of the window: the logs with their counts, the reports, and the sources.

use eframe::egui::{Align, Layout, Ui};

use crate::app::{Action, Command, State, View};
use crate::fields::Log;
use crate::widgets::number::{self, counted};
use crate::widgets::tabs::{Tab, tab_ui};

/// Shows the tabs.
pub fn ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let mut show = |ui: &mut Ui, view: View, tab: Tab<'_>| {
            if tab_ui(ui, state.view == view, &tab).clicked() {
                commands.push(Command::Show(view));
            }
        };
        for log in state.tabs() {
            show(ui, View::Log(log), log_tab(state, log));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            for (view, action) in [
                (View::Sources, Action::ShowSources),
                (View::Errors, Action::ShowErrors),
                (View::Usage, Action::ShowUsage),
            ] {
                let about = action.spec().tooltip.to_owned();
                show(ui, view, Tab { title: view.title(), about, ..Tab::default() });
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
