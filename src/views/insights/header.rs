//! What the page is called and asked: the way back, its period, its step, its logs.

use eframe::egui::{Align, Checkbox, Label, Layout, RichText, Ui, vec2};

use super::{page_list, words};
use crate::app::insights::InsightsCommand;
use crate::app::pictures::shown_log_names;
use crate::app::{Action, Command, State};
use crate::clock::Every;
use crate::fields::{Log, Logs};
use crate::texts::text;
use crate::widgets::end::{end_ui, end_width};
use crate::widgets::popup::{choice_button_ui, panel_ui};
use crate::widgets::segments::segments_ui;
use crate::widgets::theme::{UiExt, size, space};

/// Shows the header; with `has_menu` the list of pages is behind a button of it.
pub(super) fn ui(ui: &mut Ui, state: &State, has_menu: bool, commands: &mut Vec<Command>) {
    ui.horizontal_wrapped(|ui| place_ui(ui, state, has_menu, commands));
    ui.note(state.insights.options.place.spec().shown_about());
    ui.add_space(space::XS);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::M, space::S);
        if let Some(span) = segments_ui(ui, state.page_span(), &state.spans()) {
            commands.push(Command::Insights(InsightsCommand::SetSpan(span)));
        }
        if let Some(every) = segments_ui(ui, state.insights.options.every, &steps()) {
            commands.push(Command::Insights(InsightsCommand::SetStep(every)));
        }
        logs_ui(ui, state, commands);
        let pack = Action::ReviewPack.spec();
        if ui.button(pack.title).on_hover_text(pack.tooltip).clicked() {
            commands.push(Action::ReviewPack.command());
        }
    });
}

/// Shows the header in one line: what the page is asked is behind a button.
pub(super) fn line_ui(ui: &mut Ui, state: &State, has_menu: bool, commands: &mut Vec<Command>) {
    ui.horizontal(|ui| {
        let (spans, steps) = (state.spans(), steps());
        let title = |found: Option<&String>| found.map_or("", String::as_str).to_owned();
        let span = title(spans.iter().find(|(span, _)| *span == state.page_span()).map(|(_, title)| title));
        let every = state.insights.options.every;
        let (step, hours) = (words::step_kind(every), words::step_hours(every));
        let room = ui.available_width() - end_width(ui, END) - space::S;
        ui.allocate_ui_with_layout(vec2(room, size::CONTROL), Layout::left_to_right(Align::Center), |ui| {
            ui.set_max_width(room);
            place_ui(ui, state, has_menu, commands);
        });
        end_ui(ui, END, |ui| {
            let shown = text!("insights-span-and-step", span = span, step = step, hours = hours);
            let button = choice_button_ui(ui, "", &shown, false).accessible_name(text!("insights-asked"));
            panel_ui(&button, 240.0, |ui| {
                for (span, title) in &spans {
                    if ui.radio(*span == state.page_span(), title).clicked() {
                        commands.push(Command::Insights(InsightsCommand::SetSpan(*span)));
                    }
                }
                ui.separator();
                for (every, title) in &steps {
                    if ui.radio(*every == state.insights.options.every, title).clicked() {
                        commands.push(Command::Insights(InsightsCommand::SetStep(*every)));
                    }
                }
                if state.insights.options.place.spec().able.iter().count() > 1 {
                    ui.separator();
                    log_boxes_ui(ui, state, commands);
                }
            });
        });
    });
}

/// What is at the end of the line.
const END: &str = "what a page is asked";

/// The page: its name, and the way to others.
fn place_ui(ui: &mut Ui, state: &State, has_menu: bool, commands: &mut Vec<Command>) {
    let place = &state.insights.options.place;
    if has_menu {
        let button = choice_button_ui(ui, text!("insights-page"), place.spec().shown_title(), false);
        panel_ui(&button, 220.0, |ui| page_list::ui(ui, state, commands));
    }
    if let Some(previous) = state.insights.previous() {
        let title = text!("insights-back-to", page = previous.shown_title());
        if ui.button(title).on_hover_text(text!("insights-back-about")).clicked() {
            commands.push(Command::GoBack);
        }
    }
    if !has_menu || place.subject.is_some() {
        ui.add(Label::new(RichText::new(place.shown_title()).heading()).truncate())
            .on_hover_text(place.spec().shown_about());
    }
    if !state.insights.is_answered() && state.is_busy() {
        ui.busy_ui();
    }
}

fn steps() -> [(Every, String); 3] {
    [Every::Hours(1), Every::Day, Every::Week].map(|every| {
        let (step, hours) = (words::step_kind(every), words::step_hours(every));
        (every, text!("insights-per-step", step = step, hours = hours))
    })
}

/// The logs that count; one always stays chosen.
fn logs_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let (chosen, spec) = (state.insights.logs(), state.insights.options.place.spec());
    if spec.able.iter().count() < 2 {
        return;
    }
    let button = choice_button_ui(ui, text!("insights-logs"), &shown_log_names(chosen), chosen != spec.logs);
    panel_ui(&button, 240.0, |ui| log_boxes_ui(ui, state, commands));
}

fn log_boxes_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let (chosen, spec) = (state.insights.logs(), state.insights.options.place.spec());
    let mut logs: Vec<Log> = chosen.iter().collect();
    for log in spec.able.iter() {
        let mut is_on = logs.contains(&log);
        let can_change = !is_on || logs.len() > 1;
        if ui.add_enabled(can_change, Checkbox::new(&mut is_on, log.shown_title())).changed() {
            logs.retain(|other| *other != log);
            logs.extend(is_on.then_some(log));
            commands.push(Command::Insights(InsightsCommand::SetLogs(Logs::of(&logs))));
        }
    }
    ui.separator();
    ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
        if ui.link(text!("insights-logs-of-page")).clicked() {
            commands.push(Command::Insights(InsightsCommand::SetLogs(spec.logs)));
        }
    });
}
