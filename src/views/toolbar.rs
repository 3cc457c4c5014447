//! The line between filter and table: the parts of the filter, grouping, and columns.

use eframe::egui::{Align, Layout, Ui};

use crate::app::{Action, Command, State, folds};
use crate::fields::Log;
use crate::views::columns::ColumnChooser;
use crate::views::filter_bar::FilterBar;
use crate::widgets::popup;
use crate::widgets::theme::space;

const AGGREGATES: [(u8, &str); 3] = [(1, "1 hour"), (6, "6 hours"), (24, "24 hours")];

/// Shows the line. It is always there, so that nothing moves when a filter comes or goes.
pub fn ui(
    ui: &mut Ui,
    state: &State,
    log: Log,
    filter_bar: &mut FilterBar,
    chooser: &mut ColumnChooser,
    commands: &mut Vec<Command>,
) {
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let export = Action::Export.spec();
        if ui.button(export.title).on_hover_text(export.tooltip).clicked() {
            commands.push(Command::Export);
        }
        chooser.ui(ui, state, log, commands);
        if folds(log) {
            grouping_ui(ui, state, log, commands);
        }
        ui.add_space(space::S);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let facets = Action::ToggleFacets.spec();
            let is_open = state.settings.facets.is_open;
            if ui.selectable_label(is_open, facets.title).on_hover_text(facets.tooltip).clicked() {
                commands.push(Command::ToggleFacets);
            }
            filter_bar.pills_ui(ui, state, log.into(), &state.query.for_log(log), commands);
        });
    });
}

fn grouping_ui(ui: &mut Ui, state: &State, log: Log, commands: &mut Vec<Command>) {
    let is_grouped = state.is_grouped(log);
    ui.add_enabled_ui(is_grouped, |ui| {
        let hours = state.settings.aggregate_hours;
        let title = AGGREGATES.iter().find(|(known, _)| *known == hours).map_or("24 hours", |(_, title)| *title);
        let button = popup::choice_button_ui(ui, "Within", title, false);
        let button = button.on_hover_text("Sign-ins fold only within the same stretch of the clock");
        popup::panel_ui(&button, 160.0, |ui| {
            for (choice, title) in AGGREGATES {
                if ui.selectable_label(choice == hours, title).clicked() {
                    commands.push(Command::SetAggregate(choice));
                    ui.close();
                }
            }
        });
    });
    let spec = Action::ToggleGrouping.spec();
    let mut checked = is_grouped;
    if ui.checkbox(&mut checked, spec.title).on_hover_text(spec.tooltip).changed() {
        commands.push(Command::ToggleGrouping);
    }
}
