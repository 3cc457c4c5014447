//! Which fields the facet panel counts, and in which order.

use eframe::egui::{
    Checkbox, CornerRadius, Role, ScrollArea, Sense, Stroke, StrokeKind, TextEdit, Ui, WidgetInfo, vec2,
};

use crate::app::facets::{default_facets, may_be_facet};
use crate::app::{Command, State};
use crate::fields::{Field, Log};
use crate::texts::text;
use crate::widgets::focus::reveal;
use crate::widgets::popup;
use crate::widgets::theme::{UiExt, size, space};

/// The chooser of fields, with what is typed into its search.
#[derive(Debug, Default)]
pub(super) struct FieldChooser {
    search: String,
}

impl FieldChooser {
    /// Shows the button of the chooser and, while it is open, the chooser under it.
    pub(super) fn ui(&mut self, ui: &mut Ui, state: &State, log: Log, commands: &mut Vec<Command>) {
        let button = popup::choice_button_ui(ui, "", text!("facets-fields"), false);
        let button = button.accessible_name(text!("facets-fields-name"));
        if !popup::is_open(&button) {
            self.search.clear();
        }
        popup::panel_ui(&button, 280.0, |ui| self.list_ui(ui, state, log, commands));
    }

    fn list_ui(&mut self, ui: &mut Ui, state: &State, log: Log, commands: &mut Vec<Command>) {
        let shown = state.settings.facets.fields(log);
        let search =
            TextEdit::singleline(&mut self.search).hint_text(text!("facets-find-field")).desired_width(f32::INFINITY);
        let search = ui.add(search).accessible_name(text!("facets-find-field-name"));
        if ui.memory(|memory| memory.focused().is_none()) {
            search.request_focus();
        }
        ui.add_space(space::XS);
        let wanted = self.search.trim().to_lowercase();
        let fits = |field: &Field| field.title().to_lowercase().contains(&wanted) || field.key().contains(&wanted);
        ScrollArea::vertical().min_scrolled_height(300.0).max_height(300.0).auto_shrink(false).show(ui, |ui| {
            let is_offered = |field: &Field| may_be_facet(*field, log) && state.columns.offers(*field);
            let offered = Field::ALL.into_iter().filter(|field| is_offered(field) && !shown.contains(field));
            // The chosen ones come first, in their order.
            for field in shown.iter().copied().chain(offered).filter(fits) {
                let mut is_shown = shown.contains(&field);
                let checkbox = Checkbox::new(&mut is_shown, field.title_in(log));
                let name = text!("facets-count", field = field.title_in(log));
                let response = reveal(ui.add(checkbox).accessible_name(name));
                if response.changed() {
                    let mut fields = shown.to_vec();
                    fields.retain(|known| *known != field);
                    if is_shown {
                        fields.push(field);
                    }
                    commands.push(Command::SetFacets(log, fields));
                }
            }
        });
        ui.separator();
        if ui.button(text!("facets-first-choice")).clicked() {
            commands.push(Command::SetFacets(log, default_facets(log).to_vec()));
        }
    }
}

/// The small menu beside a field's title.
pub(super) fn menu_ui(ui: &mut Ui, state: &State, log: Log, field: Field, commands: &mut Vec<Command>) {
    let (rect, response) = ui.allocate_exact_size(vec2(22.0, 20.0), Sense::click());
    let response = reveal(response);
    let name = text!("facets-menu", field = field.title_in(log));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let tokens = ui.tokens();
    if response.hovered() {
        ui.painter().rect_filled(rect, CornerRadius::same(size::CORNER), tokens.control_hovered);
    }
    if response.has_focus() {
        let stroke = Stroke::new(1.0, tokens.accent);
        ui.painter().rect_stroke(rect, CornerRadius::same(size::CORNER), stroke, StrokeKind::Inside);
    }
    for step in [-1.0, 0.0, 1.0] {
        ui.painter().circle_filled(rect.center() + vec2(step * 5.0, 0.0), 1.3, tokens.weak_text);
    }
    popup::panel_ui(&response, 180.0, |ui| {
        let fields = state.settings.facets.fields(log);
        let place = fields.iter().position(|known| *known == field).unwrap_or_default();
        let mut entry = |ui: &mut Ui, name: &str, is_possible: bool, command: Command| {
            if ui.add_enabled(is_possible, eframe::egui::Button::new(name).frame(false)).clicked() {
                commands.push(command);
                ui.close();
            }
        };
        let moved = |to: usize| {
            let mut fields = fields.to_vec();
            fields.retain(|known| *known != field);
            fields.insert(to.min(fields.len()), field);
            Command::SetFacets(log, fields)
        };
        let cleared = state.query.without_values(field);
        entry(ui, text!("facets-clear-values"), cleared != state.query, Command::SetQuery(cleared));
        ui.separator();
        entry(ui, text!("facets-move-up"), place > 0, moved(place.saturating_sub(1)));
        entry(ui, text!("facets-move-down"), place + 1 < fields.len(), moved(place + 1));
        let others = fields.iter().copied().filter(|known| *known != field).collect();
        entry(ui, text!("facets-remove-field"), true, Command::SetFacets(log, others));
    });
}
