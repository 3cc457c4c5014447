//! The line between filter and table: the parts of the filter, grouping, and columns.

use eframe::egui::{Align, Layout, Ui, vec2};

use crate::app::{Action, Command, Grouping, MOST_LEVELS, State, TableCommand, folds};
use crate::fields::{Field, Log};
use crate::texts::text;
use crate::views::columns::ColumnChooser;
use crate::views::filter_bar::FilterBar;
use crate::views::table::field_list_ui;
use crate::widgets::end::{end_ui, end_width};
use crate::widgets::popup;
use crate::widgets::theme::{UiExt, size, space};

/// Within how many hours the portal folds rows.
const AS_IN_PORTAL: [u8; 3] = [1, 6, 24];

/// What is at the end of the line.
const END: &str = "toolbar";

/// Shows the line. It is always there, so that nothing moves when a filter comes or goes. `has_facets`
/// tells whether the facet panel is shown.
pub fn ui(
    ui: &mut Ui,
    state: &State,
    log: Log,
    has_facets: bool,
    filter_bar: &mut FilterBar,
    chooser: &mut ColumnChooser,
    commands: &mut Vec<Command>,
) {
    ui.horizontal(|ui| {
        let room = vec2(ui.available_width() - end_width(ui, END) - 2.0 * space::S, size::CONTROL);
        ui.allocate_ui_with_layout(room, Layout::left_to_right(Align::Center), |ui| {
            ui.set_max_width(room.x);
            let facets = Action::ToggleFacets.spec();
            if ui.selectable_label(has_facets, facets.title).on_hover_text(facets.tooltip).clicked() {
                commands.push(Command::ToggleFacets);
            }
            filter_bar.pills_ui(ui, state, log.into(), &state.query.for_log(log), commands);
        });
        end_ui(ui, END, |ui| {
            grouping_ui(ui, state, log, chooser, commands);
            chooser.ui(ui, state, log, commands);
            let export = Action::Export.spec();
            if ui.button(export.title).on_hover_text(export.tooltip).clicked() {
                commands.push(Command::Export);
            }
        });
    });
}

fn grouping_ui(ui: &mut Ui, state: &State, log: Log, chooser: &mut ColumnChooser, commands: &mut Vec<Command>) {
    let grouping = state.grouping(log);
    let conversations = Grouping::By(vec![Field::CorrelationId]);
    let choice = match &grouping {
        Grouping::Off => text!("toolbar-grouped-not").to_owned(),
        Grouping::Portal(hours) => text!("toolbar-grouped-portal", hours = *hours),
        Grouping::By(fields) => match fields.as_slice() {
            [one] => text!("toolbar-grouped-by", field = one.in_a_sentence()),
            several => text!("toolbar-grouped-by-fields", count = several.len()),
        },
    };
    let button = popup::choice_button_ui(ui, text!("toolbar-group-rows"), &choice, false);
    if !popup::is_open(&button) {
        chooser.group_search.clear();
    }
    popup::panel_ui(&button, 260.0, |ui| {
        let alone = text!("toolbar-each-alone", record = log.noun().shown_one());
        let mut choices = vec![(Grouping::Off, alone)];
        if folds(log) {
            choices.extend(
                AS_IN_PORTAL.map(|hours| (Grouping::Portal(hours), text!("toolbar-as-in-portal", hours = hours))),
            );
        }
        choices.push((conversations, text!("toolbar-by-correlation").to_owned()));
        for (choice, title) in choices {
            if ui.radio(grouping == choice, title).clicked() {
                commands.push(Command::Table(TableCommand::SetGrouping(choice)));
                ui.close();
            }
        }
        if grouping.is_on() {
            ui.horizontal(|ui| {
                if ui.button(text!("toolbar-expand-all")).clicked() {
                    commands.push(Command::ExpandGroups(usize::MAX));
                    ui.close();
                }
                if ui.button(text!("toolbar-collapse-all")).clicked() {
                    commands.push(Command::ExpandGroups(0));
                    ui.close();
                }
            });
        }
        let mut fields = state.settings.table(log).group_by.clone();
        if fields.len() >= MOST_LEVELS {
            return;
        }
        ui.separator();
        ui.note(if fields.is_empty() { text!("toolbar-group-by") } else { text!("toolbar-then-by") });
        if let Some(field) = field_list_ui(ui, button.id, &mut chooser.group_search, state, log, &fields) {
            fields.push(field);
            commands.push(Command::Table(TableCommand::SetGrouping(Grouping::By(fields))));
            ui.close();
        }
    });
}
