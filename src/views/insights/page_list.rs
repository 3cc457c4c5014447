//! The list of pages.

use eframe::egui::{Align, Button, Layout, Ui};

use crate::app::insights::{InsightsCommand, PagePlace};
use crate::app::{Command, State};
use crate::insights::pages;
use crate::texts::text;
use crate::widgets::theme::{UiExt, size, space};

/// Lists the pages about all sign-ins, those about the records of other logs that are loaded, and under its kind the
/// one that is about one of many, while it is shown.
pub(super) fn ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let shown = &state.insights.options.place;
    ui.with_layout(Layout::top_down_justified(Align::Min), |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.spacing_mut().interact_size.y = size::ROW;
        let mut is_about_sign_ins = true;
        for page in &pages::ALL {
            let Some(place) = PagePlace::of_all(page.key) else { continue };
            let is_shown = *shown == place;
            if !is_shown && !pages::is_offered(page, &state.columns) {
                continue;
            }
            if is_about_sign_ins && !pages::is_about_sign_ins(page) {
                is_about_sign_ins = false;
                ui.add_space(space::S);
                ui.note(text!("insights-other-logs"));
            }
            let title = page.shown_title();
            let button = Button::selectable(is_shown, title).right_text("");
            if ui.add(button).accessible_name(title).on_hover_text(page.shown_about()).clicked() {
                commands.push(Command::Insights(InsightsCommand::Open(place)));
                ui.close();
            }
        }
        if shown.subject.is_some() {
            ui.separator();
            ui.note(shown.spec().shown_title());
            let button = Button::selectable(true, shown.shown_title()).right_text("").truncate();
            ui.add(button).on_hover_text(shown.spec().shown_about());
        }
    });
}
