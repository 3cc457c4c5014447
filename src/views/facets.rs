//! The facet panel: the values of some fields with their numbers of sign-ins under the filter. A click
//! filters for a value, an Alt-click leaves it out.

mod fields;

use std::collections::HashSet;

use eframe::egui::{Align, Key, Label, Layout, RichText, ScrollArea, Sense, Ui, vec2};

use fields::FieldChooser;

use crate::app::facets::{excluded, only, shown_value_title, toggled};
use crate::app::jobs::{Facet, Facets};
use crate::app::{Action, Command, State};
use crate::fields::{Field, Log};
use crate::query::{Query, is_same_value};
use crate::texts::text;
use crate::widgets::facet_row::{FacetRow, ROW, Ticked};
use crate::widgets::focus::reveal;
use crate::widgets::menu::{Menu, context_menu_ui, menu_keys_pressed};
use crate::widgets::pill::cross_button_ui;
use crate::widgets::theme::{UiExt, space};

/// The panel: which lists are long, and what is typed into the chooser of fields.
#[derive(Debug, Default)]
pub struct FacetPanel {
    long: HashSet<Field>,
    chooser: FieldChooser,
    /// Whether the user wants the panel although there is little room.
    is_forced: bool,
}

/// Beside the details of a sign-in, a window less wide than this has no room for the panel, in points.
const ROOM: f32 = 900.0;

/// How many values of a field are listed until the user asks for more.
const SHORT: usize = 8;

impl FacetPanel {
    /// Whether the panel is shown: the user opened it, and a window of this width has room for it beside the details,
    /// or the user asked for it nonetheless.
    #[must_use]
    pub fn is_shown(&self, state: &State, window: f32) -> bool {
        state.settings.facets.is_open && (self.is_forced || has_room(state, window))
    }

    /// Forgets that the panel was forced once there is room.
    pub fn update(&mut self, state: &State, window: f32) {
        self.is_forced &= state.settings.facets.is_open && !has_room(state, window);
    }

    /// Brings a panel back that was folded away for want of room. Returns whether it was.
    pub fn unfold(&mut self, state: &State, window: f32) -> bool {
        let is_folded = state.settings.facets.is_open && !self.is_shown(state, window);
        self.is_forced |= is_folded;
        is_folded
    }

    /// Shows the panel for the table of a log.
    pub fn ui(&mut self, ui: &mut Ui, state: &State, log: Log, commands: &mut Vec<Command>) {
        ui.horizontal(|ui| {
            ui.add(Label::new(RichText::new(Action::ToggleFacets.spec().title).strong()).selectable(false));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                if cross_button_ui(ui, text!("facets-close")).clicked() {
                    commands.push(Command::ToggleFacets);
                }
                self.chooser.ui(ui, state, log, commands);
            });
        });
        let answer = state.facets.as_deref().filter(|facets| facets.key.log == log);
        let chosen = state.settings.facets.fields(log);
        ScrollArea::vertical().id_salt(log.key()).auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for field in chosen {
                self.facet_ui(ui, state, log, *field, answer, commands);
            }
            if chosen.is_empty() {
                ui.note(text!("facets-no-field"));
            }
            ui.add_space(space::M);
        });
    }

    fn facet_ui(
        &mut self,
        ui: &mut Ui,
        state: &State,
        log: Log,
        field: Field,
        answer: Option<&Facets>,
        commands: &mut Vec<Command>,
    ) {
        ui.add_space(space::S);
        ui.push_id(field.key(), |ui| heading_ui(ui, state, log, field, commands));
        let facet = answer.and_then(|answer| answer.facets.iter().find(|facet| facet.field == field));
        let Some(facet) = facet else {
            ui.note(text!("facets-counting"));
            return;
        };
        if facet.values.is_empty() {
            ui.note(text!("facets-no-records", records = log.noun().shown_many()));
            return;
        }
        let lower = |values: Vec<String>| values.iter().map(|value| value.to_lowercase()).collect::<HashSet<_>>();
        let asked = lower(state.query.values_of(field).unwrap_or_default());
        let left_out = lower(state.query.excluded_values(field));
        let is_long = self.long.contains(&field);
        let mut shown = 0;
        for (place, (value, count)) in facet.values.iter().enumerate() {
            let stored = value.as_deref().unwrap_or_default();
            let lower = stored.to_lowercase();
            let ticked = if left_out.contains(&lower) {
                Ticked::Excluded
            } else if asked.contains(&lower) {
                Ticked::Asked
            } else {
                Ticked::No
            };
            // What the filter names is always in sight.
            if place < SHORT || is_long || ticked != Ticked::No {
                shown += 1;
                let title = shown_value_title(field, Some(stored));
                let name = text!("facets-value", field = field.title_in(log), value = title);
                value_ui(ui, &state.query, facet, (stored, *count, &name), ticked, commands);
            }
        }
        let hidden = facet.values.len() - shown + facet.more;
        self.more_ui(ui, field, hidden, facet.values.len() - shown > 0);
    }

    /// The line under a list that is not all shown.
    fn more_ui(&mut self, ui: &mut Ui, field: Field, hidden: usize, can_show: bool) {
        let is_long = self.long.contains(&field);
        if hidden == 0 && !is_long {
            return;
        }
        ui.horizontal(|ui| {
            ui.set_height(ROW);
            ui.add_space(12.0 + space::M);
            let title = field.in_a_sentence();
            if is_long {
                let fewer = ui.link(RichText::new(text!("facets-show-fewer")).small());
                if fewer.on_hover_text(text!("facets-of", field = title)).clicked() {
                    self.long.remove(&field);
                }
                if hidden > 0 {
                    ui.note(text!("facets-rarer", count = hidden));
                }
            } else if can_show {
                let text = RichText::new(text!("facets-show-more", count = hidden)).small();
                if ui.link(text).accessible_name(text!("facets-show-more-of", field = title)).clicked() {
                    self.long.insert(field);
                }
            }
        });
    }
}

fn has_room(state: &State, window: f32) -> bool {
    state.detail.is_none() || window >= ROOM
}

fn heading_ui(ui: &mut Ui, state: &State, log: Log, field: Field, commands: &mut Vec<Command>) {
    ui.horizontal(|ui| {
        ui.set_height(ROW);
        let room = ui.available_width() - 22.0 - ui.spacing().item_spacing.x;
        let left = Layout::left_to_right(Align::Center);
        ui.allocate_ui_with_layout(vec2(room, ROW), left, |ui| {
            ui.set_width(room);
            let about = field.spec().about;
            let title = RichText::new(field.title_in(log)).color(ui.tokens().text);
            let label = ui.add(Label::new(title).truncate().selectable(false).sense(Sense::hover()));
            let note = text!("facets-counted-about");
            label.on_hover_text(if about.is_empty() { note.to_owned() } else { format!("{about}\n\n{note}") });
        });
        fields::menu_ui(ui, state, log, field, commands);
    });
}

fn value_ui(
    ui: &mut Ui,
    query: &Query,
    facet: &Facet,
    (value, count, name): (&str, u64, &str),
    ticked: Ticked,
    commands: &mut Vec<Command>,
) {
    let field = facet.field;
    let title = shown_value_title(field, Some(value));
    let row = FacetRow { name, title: &title, count, most: facet.most, ticked, is_weak: value.is_empty() };
    let response = reveal(row.ui(ui, (field.key(), value)));
    let (has_alt, is_delete) = ui.input(|input| {
        let is_delete = input.key_pressed(Key::Delete) || input.key_pressed(Key::Backspace);
        (input.modifiers.alt, is_delete)
    });
    if (response.clicked() && has_alt) || (response.has_focus() && is_delete) {
        commands.push(Command::SetQuery(excluded(query, field, value)));
    } else if response.clicked() {
        commands.push(Command::SetQuery(toggled(query, field, value)));
    }
    let opened_by_key = response.has_focus() && menu_keys_pressed(ui);
    context_menu_ui(&response, opened_by_key, |menu| menu_ui(menu, query, field, value, &title, commands));
    response.on_hover_ui(|ui| {
        ui.set_max_width(320.0);
        ui.label(&*title);
        ui.note(text!("facets-click-about"));
    });
}

/// The menu of a value.
fn menu_ui(menu: &mut Menu<'_>, query: &Query, field: Field, value: &str, title: &str, commands: &mut Vec<Command>) {
    let mut entry = |name: &str, command: Command| {
        if menu.item(name) {
            commands.push(command);
        }
    };
    let is_asked = query.values_of(field).is_some_and(|values| values.iter().any(|known| is_same_value(known, value)));
    let is_excluded = query.excluded_values(field).iter().any(|known| is_same_value(known, value));
    let include = if is_asked { text!("facets-filter-no-longer") } else { text!("facets-filter-for") };
    entry(include, Command::SetQuery(toggled(query, field, value)));
    let exclude = if is_excluded { text!("facets-leave-out-no-longer") } else { text!("facets-leave-out") };
    entry(exclude, Command::SetQuery(excluded(query, field, value)));
    entry(text!("facets-only"), Command::SetQuery(only(query, field, value)));
    if !value.is_empty() {
        entry(text!("facets-copy"), Command::Copy(title.to_owned()));
    }
}
