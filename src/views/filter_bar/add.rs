//! The button that adds a part to the filter: the fields to choose from.

use eframe::egui::{Button, RichText, ScrollArea, Ui};

use super::value_list::{is_entered, search_ui};
use crate::columns::Columns;
use crate::fields::{Field, Log, Logs};
use crate::texts::text;
use crate::widgets::focus::arrows;
use crate::widgets::popup;
use crate::widgets::theme::UiExt;

/// The list of fields, with what is typed into its search.
#[derive(Debug, Default)]
pub(super) struct AddFilter {
    search: String,
    was_open: bool,
}

/// The filters of the portal's own pages, which come first, in its order.
const PORTAL: [Field; 43] = [
    Field::Time,
    Field::RequestId,
    Field::User,
    Field::Username,
    Field::UserId,
    Field::ServicePrincipal,
    Field::ServicePrincipalId,
    Field::App,
    Field::AppId,
    Field::Status,
    Field::Ip,
    Field::Country,
    Field::State,
    Field::City,
    Field::Resource,
    Field::ResourceId,
    Field::ConditionalAccess,
    Field::AuthRequirement,
    Field::ClientApp,
    Field::Os,
    Field::Browser,
    Field::CorrelationId,
    Field::ErrorCode,
    Field::CrossTenantAccess,
    Field::UserType,
    Field::IncomingTokenType,
    Field::Service,
    Field::Category,
    Field::Activity,
    Field::Target,
    Field::Actor,
    Field::SourceIdentity,
    Field::TargetIdentity,
    Field::ProvisioningAction,
    Field::JobId,
    Field::CycleId,
    Field::ChangeId,
    Field::SourceSystem,
    Field::TargetSystem,
    Field::RiskEvents,
    Field::RiskState,
    Field::Risk,
    Field::IsDeleted,
];

/// The fields that can be filtered by in these logs: the portal's filters, then all others.
fn offered(logs: Logs) -> impl Iterator<Item = Field> {
    let others = Field::ALL.into_iter().filter(|field| !PORTAL.contains(field) && *field != Field::Log);
    PORTAL.into_iter().chain(others).filter(move |field| logs.iter().any(|log: Log| field.spec().logs.contains(log)))
}

impl AddFilter {
    /// Shows the button and, while it is open, the fields. Returns the field chosen.
    pub(super) fn ui(&mut self, ui: &mut Ui, columns: &Columns, logs: Logs) -> Option<Field> {
        let button = popup::choice_button_ui(ui, "", text!("filter-add"), false);
        let button = button.on_hover_text(text!("filter-add-about"));
        let mut chosen = None;
        let is_open = popup::panel_ui(&button, 320.0, |ui| {
            if !self.was_open {
                self.search.clear();
            }
            chosen = self.list_ui(ui, columns, logs);
            if chosen.is_some() {
                ui.close();
            }
        });
        self.was_open = is_open;
        chosen
    }

    fn list_ui(&mut self, ui: &mut Ui, columns: &Columns, logs: Logs) -> Option<Field> {
        let search = search_ui(ui, &mut self.search, text!("filter-find-field"), !self.was_open);
        let wanted = self.search.trim().to_lowercase();
        let fits = |field: &Field| {
            let spec = field.spec();
            let names = || std::iter::once(&spec.key).chain(spec.aliases);
            spec.title.to_lowercase().contains(&wanted) || names().any(|name| name.contains(&wanted))
        };
        let mut chosen = None;
        let mut first = None;
        let room = (ui.ctx().content_rect().bottom() - ui.cursor().top() - 48.0).clamp(96.0, 320.0);
        ScrollArea::vertical().min_scrolled_height(room).max_height(room).auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let mut rows = Vec::new();
            for field in offered(logs).filter(|field| columns.offers(*field)).filter(fits) {
                first = first.or(Some(field));
                let key = RichText::new(field.key()).small().color(ui.tokens().weak_text);
                let row = ui.add(Button::selectable(false, field.title()).right_text(key).truncate());
                let row = row.accessible_name(text!("filter-by-field", field = field.title()));
                if row.clicked() {
                    chosen = Some(field);
                }
                let about = field.spec().about;
                rows.push(if about.is_empty() { row } else { row.on_hover_text(about) });
            }
            arrows(ui, &search, &rows);
            if rows.is_empty() {
                ui.weak_label(text!("filter-nothing-found"));
            }
        });
        if is_entered(ui, &search) {
            chosen = first;
        }
        chosen
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_portals_filters_come_first_and_every_field_of_the_log_is_offered_once() {
        for log in Log::ALL {
            let fields: Vec<Field> = offered(log.into()).collect();
            let mut known = fields.clone();
            known.sort_unstable();
            known.dedup();
            assert_eq!(known.len(), fields.len());
            assert_eq!(fields.len(), Field::of(log).filter(|field| *field != Field::Log).count());
            assert_eq!(fields[0], Field::Time);
        }
    }
}
