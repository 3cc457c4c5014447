//! What the window shows where: bars, the view, and the panels beside it.

use eframe::egui::{
    Align, CentralPanel, Frame, Layout, Margin, Panel, Popup, Ui, ViewportBuilder, ViewportClass, ViewportId,
};

use super::Window;
use crate::app::facets::WIDTHS;
use crate::app::{Command, DETAIL_WIDTHS, Found, OpenDetail, State, View};
use crate::fields::Log;
use crate::insights::in_force;
use crate::record::EventId;
use crate::texts::text;
use crate::views::detail::own_window::{self, OwnWindow};
use crate::views::detail::{DetailView, Place, note};
use crate::views::filter_bar::Wanted;
use crate::views::{back, menu, status_bar, tabs, toolbar, welcome, working};
use crate::widgets::guarded::guarded_ui;
use crate::widgets::number;
use crate::widgets::theme::{Tokens, UiExt, space};

impl Window {
    pub(super) fn panels_ui(&mut self, ui: &mut Ui, commands: &mut Vec<Command>) {
        let tokens = Tokens::of(ui.ctx());
        let bar =
            |vertical: i8| Frame::new().fill(tokens.panel).inner_margin(Margin::symmetric(space::S as i8, vertical));
        Panel::top("menu").frame(bar(2)).show_separator_line(false).show(ui, |ui| menu::ui(ui, &self.state, commands));
        Panel::top("tabs").frame(bar(0)).show(ui, |ui| tabs::ui(ui, &self.state, commands));
        let is_working = self.is_working();
        Panel::bottom("status")
            .frame(bar(2))
            .exact_size(26.0)
            .show(ui, |ui| status_bar::ui(ui, &self.state, is_working, commands));
        if !self.state.imports.files().is_empty() {
            let height = self.imports.height(&self.state, ui.ctx().content_rect().height()) + 12.0;
            let panel = Panel::bottom("imports").frame(bar(6)).exact_size(height);
            panel.show(ui, |ui| self.imports.ui(ui, &self.state, commands));
        }
        let surface = Frame::new().fill(tokens.surface);
        if self.state.is_loaded
            && self.state.columns.is_empty()
            && matches!(self.state.view, View::Log(_) | View::Insights)
        {
            CentralPanel::default().frame(surface).show(ui, |ui| {
                if !is_working || !working::ui(ui, &self.state, commands) {
                    welcome::ui(ui, commands);
                }
            });
            return;
        }
        let page = surface.inner_margin(Margin::symmetric(space::L as i8, space::M as i8));
        match self.state.view {
            View::Log(log) => self.log_ui(ui, log, commands),
            View::Insights => self.insights_ui(ui, commands),
            View::Errors => {
                if self.looked_up != self.state.lookup {
                    self.looked_up.clone_from(&self.state.lookup);
                    self.lookup.look_up(self.looked_up.clone());
                }
                let codes = self.state.codes.as_deref();
                CentralPanel::default()
                    .frame(page)
                    .show(ui, |ui| guarded_ui(ui, |ui| self.lookup.ui(ui, codes, commands)));
            }
            View::Sources => {
                CentralPanel::default()
                    .frame(page)
                    .show(ui, |ui| guarded_ui(ui, |ui| self.sources.ui(ui, &self.state, commands)));
            }
        }
    }

    fn log_ui(&mut self, ui: &mut Ui, log: Log, commands: &mut Vec<Command>) {
        let tokens = Tokens::of(ui.ctx());
        let bar = Frame::new().fill(tokens.surface);
        if let Some(back) = self.state.figure_shown() {
            Panel::top("back")
                .frame(bar.inner_margin(Margin { left: 8, right: 8, top: 8, bottom: 0 }))
                .show_separator_line(false)
                .show(ui, |ui| back::ui(ui, &self.state, back, commands));
        }
        if tabs::has_switch(&self.state, log) {
            Panel::top("logs of the report")
                .frame(bar.inner_margin(Margin { left: 8, right: 8, top: 8, bottom: 0 }))
                .show_separator_line(false)
                .show(ui, |ui| tabs::switch_ui(ui, &self.state, log, commands));
        }
        if let Some(place) = self.state.edit_part.take() {
            self.filter_bar.open_part(&self.state.query, place);
        }
        let width = ui.ctx().content_rect().width();
        self.facets.update(&self.state, width);
        let mut wanted = Wanted::default();
        Panel::top("filter bar")
            .frame(bar.inner_margin(Margin { left: 8, right: 8, top: 8, bottom: 4 }))
            .show_separator_line(false)
            .show(ui, |ui| wanted = self.filter_bar.ui(ui, &self.state, log.into(), commands));
        Panel::top("toolbar")
            .frame(bar.inner_margin(Margin { left: 8, right: 8, top: 2, bottom: 6 }))
            .exact_size(36.0)
            .show_separator_line(false)
            .show(ui, |ui| {
                let has_facets = self.facets.is_shown(&self.state, width);
                toolbar::ui(ui, &self.state, log, has_facets, &mut self.filter_bar, &mut self.chooser, commands);
            });
        self.state.set_picker(wanted.picker.or_else(|| self.filter_bar.picked()));
        self.state.set_completing(wanted.completing);
        self.state.search.wants_focus = false;
        self.facet_panel_ui(ui, log, commands);
        self.detail_panel_ui(ui, commands);
        CentralPanel::default().frame(bar).show(ui, |ui| {
            if !self.state.is_loaded {
                if self.is_working() {
                    working::ui(ui, &self.state, commands);
                }
                return;
            }
            let mut drawn = None;
            guarded_ui(ui, |ui| drawn = self.table.ui(ui, &self.state, log, commands));
            if let Some(drawn) = drawn {
                self.state.set_page(log, drawn.page);
                self.state.want_shared(log, drawn.wanted);
                self.state.scrolled(log);
            }
        });
    }

    fn insights_ui(&mut self, ui: &mut Ui, commands: &mut Vec<Command>) {
        let tokens = Tokens::of(ui.ctx());
        let bar = Frame::new().fill(tokens.surface);
        if let Some(place) = self.state.edit_part.take() {
            self.filter_bar.open_part(&self.state.query, place);
        }
        let logs = self.state.insights.logs();
        let mut wanted = Wanted::default();
        Panel::top("filter bar")
            .frame(bar.inner_margin(Margin { left: 8, right: 8, top: 8, bottom: 4 }))
            .show_separator_line(false)
            .show(ui, |ui| wanted = self.filter_bar.ui(ui, &self.state, logs, commands));
        Panel::top("filter")
            .frame(bar.inner_margin(Margin { left: 8, right: 8, top: 2, bottom: 6 }))
            .exact_size(36.0)
            .show(ui, |ui| {
                let in_force = in_force(&self.state.query, logs);
                ui.horizontal(|ui| self.filter_bar.pills_ui(ui, &self.state, logs, &in_force, commands));
            });
        self.state.set_picker(wanted.picker.or_else(|| self.filter_bar.picked()));
        self.state.set_completing(wanted.completing);
        self.state.search.wants_focus = false;
        self.insights.list_ui(ui, &self.state, commands);
        self.detail_panel_ui(ui, commands);
        let page = bar.inner_margin(Margin { left: 16, right: 4, top: 10, bottom: 0 });
        CentralPanel::default()
            .frame(page)
            .show(ui, |ui| guarded_ui(ui, |ui| self.insights.ui(ui, &self.state, commands)));
    }

    fn facet_panel_ui(&mut self, ui: &mut Ui, log: Log, commands: &mut Vec<Command>) {
        if !self.facets.is_shown(&self.state, ui.ctx().content_rect().width()) {
            return;
        }
        let layout = &self.state.settings.facets;
        let tokens = Tokens::of(ui.ctx());
        // In a small window most of the width belongs to the table.
        let widest = (ui.available_width() * 0.35).clamp(*WIDTHS.start(), *WIDTHS.end());
        let margin = Margin { left: 12, right: 4, top: 6, bottom: 0 };
        let response = Panel::left("facets")
            .frame(Frame::new().fill(tokens.panel).inner_margin(margin))
            .resizable(true)
            .default_size(layout.width)
            .size_range(*WIDTHS.start()..=widest)
            .show(ui, |ui| guarded_ui(ui, |ui| self.facets.ui(ui, &self.state, log, commands)))
            .response;
        let width = response.rect.width().round();
        if width < widest.floor() {
            self.state.settings.facets.width = width;
        }
    }

    fn detail_panel_ui(&mut self, ui: &mut Ui, commands: &mut Vec<Command>) {
        let Some(open) = &self.state.detail else { return };
        let tokens = Tokens::of(ui.ctx());
        let view = &mut self.detail;
        let width = self.state.settings.detail_width;
        let folded = self.state.folded_count(open.event);
        let response = Panel::right("detail")
            .frame(Frame::new().fill(tokens.panel).inner_margin(Margin::same(space::M as i8)))
            .resizable(true)
            .default_size(width)
            .size_range(DETAIL_WIDTHS)
            .show(ui, |ui| {
                if let Some(count) = folded {
                    let noun = self.state.noun_of(open.event);
                    ui.note(text!("window-folded", records = number::records(count, noun)));
                }
                guarded_ui(ui, |ui| detail_ui(ui, view, &self.state, open, Place::Panel, commands));
            })
            .response;
        if matches!(open.found, Found::Ready(_)) {
            self.state.notes.wants_focus = false;
        }
        self.state.settings.detail_width = response.rect.width().round();
    }

    pub(super) fn detail_windows_ui(&mut self, ui: &Ui, commands: &mut Vec<Command>) {
        let clock = self.state.settings.shown_clock();
        let open: Vec<EventId> = self.state.detail_windows.iter().map(|open| open.event).collect();
        self.details.retain(|event, _| open.contains(event));
        let (main, screen) = ui.input(|input| (input.viewport().outer_rect, input.viewport().monitor_size));
        for open in &self.state.detail_windows {
            let number = self.details.len();
            let own = self.details.entry(open.event).or_insert_with(|| OwnWindow::new(number, main, screen));
            let title = match &open.found {
                Found::Ready(detail) => own_window::title(detail, &clock),
                Found::Loading | Found::Gone | Found::Failed(_) => text!("window-details").to_owned(),
            };
            let mut builder = ViewportBuilder::default()
                .with_title(title)
                .with_app_id("signin-lens")
                .with_inner_size(own_window::SIZE)
                .with_min_inner_size([360.0, 320.0]);
            if let Some(place) = own.place {
                builder = builder.with_position(place);
            }
            let id = ViewportId::from_hash_of(("detail window", open.event));
            ui.ctx().show_viewport_immediate(id, builder, |ui, class| {
                let frame = match class {
                    ViewportClass::EmbeddedWindow => Frame::NONE,
                    _ => Frame::new().fill(Tokens::of(ui.ctx()).panel).inner_margin(Margin::same(space::L as i8)),
                };
                CentralPanel::default().frame(frame).show(ui, |ui| {
                    guarded_ui(ui, |ui| detail_ui(ui, &mut own.view, &self.state, open, Place::Window, commands));
                });
                // A window that is drawn into the main one has no keys of its own.
                let is_popup_open = Popup::is_any_open(ui.ctx());
                let by_keys = class != ViewportClass::EmbeddedWindow
                    && ui.input_mut(|input| own_window::is_closed_by_keys(input, is_popup_open));
                if by_keys || ui.input(|input| input.viewport().close_requested()) {
                    commands.push(Command::CloseDetailWindow(open.event));
                }
            });
        }
    }
}

/// A detail, or why there is none (yet).
fn detail_ui(
    ui: &mut Ui,
    view: &mut DetailView,
    state: &State,
    open: &OpenDetail,
    place: Place,
    commands: &mut Vec<Command>,
) {
    let sentence = match &open.found {
        Found::Ready(detail) => {
            note::ui(ui, state, open.event, place == Place::Panel, commands);
            view.relate(state, open.event);
            view.ui(ui, detail, &state.settings.shown_clock(), commands);
            return;
        }
        Found::Loading => return,
        Found::Gone => text!("window-details-gone"),
        Found::Failed(problem) => problem.as_str(),
    };
    ui.with_layout(Layout::top_down(Align::Min), |ui| {
        ui.weak_label(sentence);
        if place == Place::Panel && ui.button(text!("window-details-close")).clicked() {
            commands.push(Command::CloseDetail);
        }
    });
}
