//! What the page is called and asked: the way back, its period, its step, its logs.

use eframe::egui::{Align, Checkbox, Label, Layout, RichText, Ui};

use super::{page_list, words};
use crate::app::insights::{InsightsCommand, Span};
use crate::app::{Command, State};
use crate::clock::Every;
use crate::fields::{Log, Logs};
use crate::insights::Period;
use crate::widgets::popup::{choice_button_ui, panel_ui};
use crate::widgets::segments::segments_ui;
use crate::widgets::theme::{UiExt, space};

/// Shows the header; with `has_menu` the list of pages is behind a button of it.
pub(super) fn ui(ui: &mut Ui, state: &State, has_menu: bool, commands: &mut Vec<Command>) {
    let place = &state.insights.options.place;
    ui.horizontal_wrapped(|ui| {
        if has_menu {
            let button = choice_button_ui(ui, "Page", place.spec().title, false);
            panel_ui(&button, 220.0, |ui| page_list::ui(ui, state, commands));
        }
        if let Some(previous) = state.insights.previous() {
            let title = format!("Back to {}", previous.title());
            if ui.button(title).on_hover_text("The page before, as it was").clicked() {
                commands.push(Command::GoBack);
            }
        }
        ui.add(Label::new(RichText::new(place.title()).heading()).truncate());
        if !state.insights.is_answered() && state.is_busy() {
            ui.spinner();
        }
    });
    ui.note(place.spec().about);
    ui.add_space(space::XS);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = eframe::egui::vec2(space::M, space::S);
        let mut spans: Vec<(Span, String)> =
            Period::OFFERED.iter().map(|period| (Span::Of(*period), period.title())).collect();
        if state.query.time_range().is_some() {
            spans.push((Span::Filter, "As filtered".to_owned()));
        }
        if let Some(span) = segments_ui(ui, state.page_span(), &spans) {
            commands.push(Command::Insights(InsightsCommand::SetSpan(span)));
        }
        let steps =
            [Every::Hours(1), Every::Day, Every::Week].map(|every| (every, format!("Per {}", words::step_noun(every))));
        if let Some(every) = segments_ui(ui, state.insights.options.every, &steps) {
            commands.push(Command::Insights(InsightsCommand::SetStep(every)));
        }
        logs_ui(ui, state, commands);
    });
}

/// The logs that count; one always stays chosen.
fn logs_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let (chosen, spec) = (state.insights.logs(), state.insights.options.place.spec());
    if spec.able.iter().count() < 2 {
        return;
    }
    let button = choice_button_ui(ui, "Logs", &words::logs(chosen), chosen != spec.logs);
    panel_ui(&button, 240.0, |ui| {
        let mut logs: Vec<Log> = chosen.iter().collect();
        for log in spec.able.iter() {
            let mut is_on = logs.contains(&log);
            let can_change = !is_on || logs.len() > 1;
            if ui.add_enabled(can_change, Checkbox::new(&mut is_on, log.title())).changed() {
                logs.retain(|other| *other != log);
                logs.extend(is_on.then_some(log));
                commands.push(Command::Insights(InsightsCommand::SetLogs(Logs::of(&logs))));
            }
        }
        ui.separator();
        ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
            if ui.link("Those of the page").clicked() {
                commands.push(Command::Insights(InsightsCommand::SetLogs(spec.logs)));
            }
        });
    });
}
