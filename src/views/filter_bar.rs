//! The filter bar: date range, status, user, application, IP address, and the search line.

mod date_range;
mod picker;
mod search_line;

use eframe::egui::Ui;

use date_range::DateRange;
use picker::Picker;
use search_line::SearchView;

use crate::app::{Command, Picked, State};
use crate::fields::{Field, Log};
use crate::query::Query;
use crate::widgets::pill::pill_ui;
use crate::widgets::theme::{UiExt, space};

/// The bar, with what is typed into its pickers.
#[derive(Debug, Default)]
pub struct FilterBar {
    date_range: DateRange,
    picker: Picker,
    search: SearchView,
}

/// The pickers of a log.
fn pickers(log: Log) -> &'static [(Field, &'static str)] {
    match log {
        Log::Interactive | Log::NonInteractive | Log::AdFs => {
            &[(Field::Status, "Status"), (Field::User, "User"), (Field::App, "Application"), (Field::Ip, "IP address")]
        }
        Log::ServicePrincipal => &[
            (Field::Status, "Status"),
            (Field::ServicePrincipal, "Service principal"),
            (Field::Resource, "Resource"),
            (Field::Ip, "IP address"),
        ],
        Log::ManagedIdentity => {
            &[(Field::Status, "Status"), (Field::ServicePrincipal, "Managed identity"), (Field::Resource, "Resource")]
        }
    }
}

impl FilterBar {
    /// Shows the bar for the table of a log. Returns what it needs answers for.
    pub fn ui(&mut self, ui: &mut Ui, state: &State, log: Log, commands: &mut Vec<Command>) -> Wanted {
        let mut wanted = Wanted::default();
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::XS + 2.0;
            self.date_range.ui(ui, state, commands);
            for (field, title) in pickers(log) {
                if self.picker.ui(ui, state, *field, title, commands) {
                    let query = state.query.set_values(*field, &[]);
                    wanted.picker = Some(Picked { field: *field, logs: log.into(), query });
                }
            }
            wanted.completing = self.search.ui(ui, state, commands);
        });
        wanted
    }
}

/// What the bar needs answers for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// What the open picker lists.
    pub picker: Option<Picked>,
    /// The text of the search line and the byte of the cursor, while it is in the line.
    pub completing: Option<(String, usize)>,
}

/// The parts of the filter as pills that can be taken away.
pub fn pills_ui(ui: &mut Ui, state: &State, log: Log, commands: &mut Vec<Command>) {
    let in_force = state.query.for_log(log);
    let in_force = in_force.parts();
    let parts = state.query.parts();
    for (place, part) in parts.iter().enumerate() {
        let text = part.to_string();
        let applies = in_force.contains(part);
        let pill = pill_ui(ui, &text);
        if pill.is_removed {
            commands.push(Command::SetQuery(state.query.without_part(place)));
        } else if pill.is_clicked {
            commands.push(Command::FocusSearch);
        }
        if !applies {
            ui.note("(not in this log)");
        }
    }
    if parts.len() > 1 && ui.link("Clear all").clicked() {
        commands.push(Command::SetQuery(Query::default()));
    }
}
