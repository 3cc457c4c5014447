//! The tabs of the window: the logs with their counts, the reports, and the sources.

use eframe::egui::{Align, Layout, Ui};

use crate::app::{Command, State, View};
use crate::fields::Log;
use crate::widgets::number;
use crate::widgets::tabs::tab_ui;

/// Shows the tabs.
pub fn ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let mut show = |ui: &mut Ui, view: View, count: &str, about: &str| {
            if tab_ui(ui, state.view == view, view.title(), count, about).clicked() {
                commands.push(Command::Show(view));
            }
        };
        for log in state.tabs() {
            let (count, about) = count_of(state, log);
            show(ui, View::Log(log), &count, &about);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            show(ui, View::Sources, "", "What was imported, and what could not be read");
            show(ui, View::Errors, "", "What an error code means and what to do");
            show(ui, View::Usage, "", "How use of each application develops");
        });
    });
}

/// The number of sign-ins beside a log's title, and what it counts.
fn count_of(state: &State, log: Log) -> (String, String) {
    let total = state.columns.rows_of(log).len() as u64;
    if !state.is_loaded || total == 0 {
        return (String::new(), "No sign-ins of this log were imported yet".to_owned());
    }
    let matching = state.counts.as_ref().and_then(|counts| counts.matching.get(log as usize).copied());
    match matching {
        Some(matching) if matching != total => (
            number::count(matching),
            format!("{} of {} sign-ins match the filter", number::count(matching), number::count(total)),
        ),
        _ => (number::count(total), format!("{} sign-ins", number::count(total))),
    }
}
