//! The pages of insights: a list of them, what the shown one is asked, and its sections.
//!
//! One view shows every page: a page is plain data ([`crate::insights::Section`]). What is asked stands in the
//! state; the view itself keeps how tables are sorted, what is typed into them and where the keys are.

mod cards;
mod empty;
mod graph;
mod grid;
mod header;
mod heat_map;
mod marks;
mod page_list;
mod picture;
mod places;
mod table;
mod time_line;
mod words;

use std::collections::HashMap;
use std::sync::Arc;

use eframe::egui::{Frame, Margin, Panel, ScrollArea, Ui};

use self::graph::GraphKept;
use self::table::TableKept;
use crate::app::jobs::PageAnswer;
use crate::app::pictures::ShownSection;
use crate::app::{Command, State};
use crate::insights::Section;
use crate::texts::{self, text};
use crate::widgets::cursor::Cursor;
use crate::widgets::theme::{Tokens, UiExt, space};
use crate::widgets::wheel;

/// Tells a section from those of other pages: the keys of the page and of the section.
type SectionKey = (&'static str, &'static str);

/// What the view keeps from frame to frame.
#[derive(Debug, Default)]
pub struct InsightsView {
    tables: HashMap<SectionKey, TableKept>,
    graphs: HashMap<SectionKey, GraphKept>,
    cursors: HashMap<SectionKey, Cursor>,
    time_lines: HashMap<SectionKey, time_line::TimeLineKept>,
}

/// With less width in points the list of pages is behind a button.
const NARROWEST_WITH_LIST: f32 = 960.0;
/// With less height in points what the page is asked is in one line, behind a button.
const LOWEST_WITH_HEADER: f32 = 620.0;
/// Width of the list of pages in points.
const LIST: f32 = 196.0;

impl InsightsView {
    /// Shows the list of pages, where there is room for it, as a panel of its own.
    pub fn list_ui(&self, ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
        if !has_list(ui) {
            return;
        }
        let tokens = Tokens::of(ui.ctx());
        let frame = Frame::new().fill(tokens.panel).inner_margin(Margin::same(space::S as i8));
        Panel::left("pages").frame(frame).exact_size(LIST).resizable(false).show(ui, |ui| {
            ScrollArea::vertical().show(ui, |ui| page_list::ui(ui, state, commands));
        });
    }

    /// Shows the page.
    pub fn ui(&mut self, ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
        let is_low = ui.ctx().content_rect().height() < LOWEST_WITH_HEADER;
        if is_low {
            header::line_ui(ui, state, !has_list(ui), commands);
        } else {
            header::ui(ui, state, !has_list(ui), commands);
        }
        ui.add_space(space::S);
        wheel::begin(ui);
        let place = &state.insights.options.place;
        let scroll_id = format!("{} {}", place.page, place.title());
        // Each page keeps its own place, so that the way back leads to where it was left.
        ScrollArea::vertical().id_salt(scroll_id).auto_shrink(false).show(ui, |ui| {
            match state.insights.answer() {
                None => {
                    drop(
                        ui.weak_label(text!("insights-counting", records = state.insights.logs().noun().shown_many())),
                    );
                }
                Some(answer) if answer.frame.sources.sign_ins == 0 && !others_tell(answer) => {
                    empty::ui(ui, state, answer, commands);
                }
                Some(answer) => self.sections_ui(ui, state, answer, commands),
            }
            ui.add_space(space::XL);
        });
    }

    fn sections_ui(&mut self, ui: &mut Ui, state: &State, answer: &Arc<PageAnswer>, commands: &mut Vec<Command>) {
        let page = answer.key.place.page;
        let mut drawn = Vec::new();
        let mut focused = None;
        // Of somebody without a sign-in other logs may tell: figures of nothing would only hide what they do.
        let is_told_by_others = answer.frame.sources.sign_ins == 0;
        if is_told_by_others {
            ui.weak_label(empty::sentence(state, answer));
        }
        let is_shown = |section: &Section| !is_told_by_others || matches!(section, Section::TimeLine(_));
        for (number, section) in answer.sections.iter().enumerate().filter(|(_, section)| is_shown(section)) {
            if number > 0 {
                ui.add_space(space::M);
            }
            let mut shown = ShownSection::of(answer, number, state.drawing());
            if let (Some(shown), Section::Graph(graph)) = (&mut shown, section) {
                shown.hidden = self.graphs.get(&(page, graph.key)).map(GraphKept::hidden).unwrap_or_default();
            }
            drawn.extend(shown.clone());
            let part = ui.push_id((page, number), |ui| {
                if let Some(shown) = shown.clone().filter(|_| !matches!(section, Section::Graph(_))) {
                    picture::button_ui(ui, shown, space::XS, commands);
                }
                match section {
                    Section::Cards(list) => cards::ui(ui, list, &texts::shown(answer.key.clock), commands),
                    Section::Graph(graph) => {
                        let kept = self.graphs.entry((page, graph.key)).or_default();
                        graph::ui(ui, kept, state, answer, graph, shown, commands);
                    }
                    Section::Table(table) => {
                        let kept = self.tables.entry((page, table.key)).or_default();
                        table::ui(ui, kept, answer, number, table, commands);
                    }
                    Section::HeatMap(map) => {
                        heat_map::ui(ui, self.cursors.entry((page, map.key)).or_default(), map, commands);
                    }
                    Section::Places(map) => {
                        places::ui(ui, self.cursors.entry((page, map.key)).or_default(), map, commands);
                    }
                    Section::TimeLine(line) => {
                        let kept = self.time_lines.entry((page, line.key)).or_default();
                        time_line::ui(ui, kept, answer, line, commands);
                    }
                    Section::Note(note) => drop(ui.note(note.shown())),
                }
            });
            if picture::has_focus(ui, &part.response) {
                focused = Some(number);
            }
        }
        picture::tell_near(state, answer, &drawn, focused, commands);
    }
}

/// Whether other logs tell of somebody of whom there is no sign-in.
fn others_tell(answer: &PageAnswer) -> bool {
    answer.sections.iter().any(|section| matches!(section, Section::TimeLine(line) if !line.events.is_empty()))
}

fn has_list(ui: &Ui) -> bool {
    ui.ctx().content_rect().width() >= NARROWEST_WITH_LIST
}

#[cfg(test)]
mod tests;
