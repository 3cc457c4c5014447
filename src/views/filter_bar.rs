//! The filter bar: date range, status, user, application, IP address, the search line, and the pills.

mod add;
mod date_range;
mod editor;
mod nothing;
mod picker;
mod pills;
mod search_line;
mod span;
mod value_list;
mod wrong;

use eframe::egui::Ui;

use add::AddFilter;
use date_range::DateRange;
use editor::Editor;
pub use nothing::nothing_found_ui;
use picker::Picker;
use search_line::SearchView;

use crate::app::{Command, Picked, State};
use crate::fields::{Field, Log, Logs};
use crate::widgets::theme::space;

/// The bar, with what is typed into its pickers.
#[derive(Debug, Default)]
pub struct FilterBar {
    date_range: DateRange,
    picker: Picker,
    search: SearchView,
    add: AddFilter,
    editor: Option<Editor>,
    logs: Option<Logs>,
}

/// With less room in points than this beside the pickers the search line has a line of its own.
const NARROWEST_SEARCH: f32 = 240.0;

/// The pickers of some logs: those of the first one.
fn pickers(logs: Logs) -> &'static [(Field, &'static str)] {
    match logs.iter().next().unwrap_or(Log::Interactive) {
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
    /// Shows the bar for what some logs have, and what is wrong with the filter. Returns what it needs
    /// answers for.
    pub fn ui(&mut self, ui: &mut Ui, state: &State, logs: Logs, commands: &mut Vec<Command>) -> Wanted {
        let mut wanted = Wanted::default();
        let mut has_room = true;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::XS + 2.0;
            self.date_range.ui(ui, state, commands);
            for (field, title) in pickers(logs) {
                if self.picker.ui(ui, state, *field, title, commands) {
                    let query = state.query.set_values(*field, &[]);
                    wanted.picker = Some(Picked { field: *field, logs, query });
                }
            }
            has_room = ui.available_width() >= NARROWEST_SEARCH;
            if has_room {
                wanted.completing = self.search.ui(ui, state, commands);
            }
        });
        if !has_room {
            wanted.completing = self.search.ui(ui, state, commands);
        }
        if let Some(error) = search_line::error_of(state, wanted.completing.is_some()) {
            wrong::ui(ui, state, error, commands);
        }
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
