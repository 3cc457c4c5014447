//! The filter bar: date range, status, user, application, IP address, the search line, and the pills.

mod add;
mod date_range;
mod editor;
mod hint;
mod nothing;
mod picker;
mod pills;
mod search_line;
mod value_list;
mod words;
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
use crate::texts::text;
use crate::widgets::popup;
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
/// The part of the width that the pickers have, whatever is chosen in them, so that the search line stays where it is.
const PICKERS: f32 = 0.5;
/// The least that a choice is shown with, in points.
const NARROWEST_CHOICE: f32 = 36.0;

/// The log whose pickers some logs have: the first one.
fn picker_log(logs: Logs) -> Log {
    logs.iter().next().unwrap_or(Log::Interactive)
}

/// The fields of the pickers of some logs.
fn pickers(logs: Logs) -> &'static [Field] {
    match picker_log(logs) {
        Log::Interactive | Log::NonInteractive | Log::AdFs => &[Field::Status, Field::User, Field::App, Field::Ip],
        Log::ServicePrincipal => &[Field::Status, Field::ServicePrincipal, Field::Resource, Field::Ip],
        Log::ManagedIdentity => &[Field::Status, Field::ServicePrincipal, Field::Resource],
        Log::Audit => &[Field::Service, Field::Category, Field::Activity, Field::Status, Field::Target, Field::Actor],
        Log::Provisioning => {
            &[Field::SourceIdentity, Field::Status, Field::ProvisioningAction, Field::SourceSystem, Field::TargetSystem]
        }
        Log::RiskyUsers => &[Field::User, Field::RiskState, Field::Risk],
        Log::RiskyWorkloads => &[Field::ServicePrincipal, Field::RiskState, Field::Risk],
        Log::RiskDetections => &[Field::User, Field::RiskEvents, Field::RiskState, Field::Risk],
        Log::Activity | Log::ActivitySignIns => &[Field::Username, Field::Activity, Field::Service, Field::Ip],
    }
}

/// What the picker of a field is called, as the portal calls its filter.
fn picker_title(field: Field, logs: Logs) -> &'static str {
    match field {
        Field::Status => text!("filter-status"),
        Field::User | Field::Username => text!("filter-user"),
        Field::App => text!("filter-app"),
        Field::Ip => text!("filter-ip"),
        Field::ServicePrincipal if picker_log(logs) == Log::ManagedIdentity => text!("filter-managed-identity"),
        Field::ServicePrincipal => text!("filter-service-principal"),
        Field::Resource => text!("filter-resource"),
        Field::Service => text!("filter-service"),
        Field::Category => text!("filter-category"),
        Field::Activity => text!("filter-activity"),
        Field::Target => text!("filter-target"),
        Field::Actor => text!("filter-actor"),
        Field::SourceIdentity => text!("filter-identity"),
        Field::ProvisioningAction => text!("filter-action"),
        Field::SourceSystem => text!("filter-source-system"),
        Field::TargetSystem => text!("filter-target-system"),
        Field::RiskState => text!("filter-risk-state"),
        Field::Risk => text!("filter-risk-level"),
        Field::RiskEvents => text!("filter-detection-type"),
        other => other.title(),
    }
}

impl FilterBar {
    /// Shows the bar for what some logs have, and what is wrong with the filter. Returns what it needs
    /// answers for.
    pub fn ui(&mut self, ui: &mut Ui, state: &State, logs: Logs, commands: &mut Vec<Command>) -> Wanted {
        let mut wanted = Wanted::default();
        let gap = space::XS + 2.0;
        let picker_titles = || pickers(logs).iter().map(|field| picker_title(*field, logs));
        let titles = || std::iter::once(text!("filter-date")).chain(picker_titles());
        let bare: f32 = titles().map(|title| popup::choice_button_width(ui, title, 0.0) + gap).sum();
        let least: f32 = titles().map(|title| popup::choice_button_width(ui, title, NARROWEST_CHOICE) + gap).sum();
        let width = ui.available_width();
        let reserved = (width * PICKERS).max(least);
        let has_room = width - reserved >= NARROWEST_SEARCH;
        let is_set = |field: &Field| state.query.values_of(*field).is_some_and(|values| !values.is_empty());
        // The date always says what is chosen.
        let set = 1 + pickers(logs).iter().filter(|field| is_set(field)).count();
        let all = if has_room { reserved } else { width };
        let choice = ((all - bare) / set as f32 - gap).max(NARROWEST_CHOICE);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = gap;
            let start = ui.cursor().left();
            self.date_range.ui(ui, state, choice, commands);
            for field in pickers(logs) {
                if self.picker.ui(ui, state, *field, picker_title(*field, logs), choice, commands) {
                    let query = state.query.set_values(*field, &[]);
                    wanted.picker = Some(Picked { field: *field, logs, query });
                }
            }
            if has_room {
                ui.add_space((start + reserved - ui.cursor().left()).max(0.0));
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
