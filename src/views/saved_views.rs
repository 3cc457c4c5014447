//! Saved views: their menu, the button that names the active one, and the sheets to save and to manage them.

use eframe::egui::{Align, Button, Key, Label, Layout, Modifiers, RichText, ScrollArea, TextEdit, Ui};

use crate::app::{Action, BUILT_IN, BuiltIn, Command, Sheet, State, ViewName};
use crate::texts::text;
use crate::widgets::focus::reveal;
use crate::widgets::popup;
use crate::widgets::sheet::{buttons_ui, sheet_ui};
use crate::widgets::theme::{UiExt, space};

/// Width of the sheets in points.
const WIDTH: f32 = 480.0;

/// Entries for every listed view, for a menu.
pub fn entries_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let listed = state.settings.views.listed();
    let mut had_built_in = false;
    for name in listed {
        let about = match &name {
            ViewName::BuiltIn(key) => {
                had_built_in = true;
                BuiltIn::from_key(key).map_or("", |view| view.about())
            }
            ViewName::Own(_) => {
                if std::mem::take(&mut had_built_in) {
                    ui.separator();
                }
                ""
            }
        };
        let is_active = state.active_view() == Some(&name);
        let mut response = ui.add(Button::selectable(is_active, name.title()));
        if !about.is_empty() {
            response = response.on_hover_text(about);
        }
        if response.clicked() {
            commands.push(Command::ShowView(name));
            ui.close();
        }
    }
}

/// Entries for the filters used lately.
pub fn recent_filters_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let recent = &state.settings.recent_queries;
    if recent.is_empty() {
        ui.add_enabled(false, Button::new(text!("saved-views-no-recent")));
    }
    for text in recent {
        let entry = ui.add(Button::new(text.as_str()).truncate());
        if entry.clicked() {
            if let Ok(query) = text.parse() {
                commands.push(Command::SetQuery(query));
            }
            ui.close();
        }
    }
}

/// The button that names the active view, with the list of all under it.
pub fn button_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let active = state.active_view();
    // Before the name, which may be too long to be shown to its end.
    let title = if state.is_view_changed() { text!("saved-views-button-changed") } else { text!("saved-views-button") };
    let name = active.map_or(text!("saved-views-no-active"), ViewName::title);
    let button = popup::choice_button_ui(ui, title, name, active.is_some());
    popup::panel_ui(&button, 260.0, |ui| {
        entries_ui(ui, state, commands);
        ui.separator();
        for action in [Action::UpdateView, Action::LeaveView, Action::SaveView, Action::ManageViews] {
            let is_wanted = state.can(action);
            if is_wanted && ui.add(Button::selectable(false, state.action_title(action).as_ref())).clicked() {
                commands.push(action.command());
                ui.close();
            }
        }
    });
}

/// The sheets about views while one of them is open.
#[derive(Debug, Default)]
pub struct SavedViewsSheets {
    name: String,
    renamed: Option<(String, String)>,
    is_open: bool,
}

impl SavedViewsSheets {
    /// Shows the open sheet, if it is one about views.
    pub fn ui(&mut self, ui: &Ui, state: &State, commands: &mut Vec<Command>) {
        let (key, title) = match state.sheet {
            Some(Sheet::SaveView) => ("save view", text!("saved-views-save-title")),
            Some(Sheet::Views) => ("views", text!("saved-views-title")),
            Some(
                Sheet::FilterHelp
                | Sheet::Export
                | Sheet::Picture
                | Sheet::Pack
                | Sheet::Assign
                | Sheet::Encryption
                | Sheet::TimeZone
                | Sheet::Palette
                | Sheet::Shortcuts
                | Sheet::About,
            )
            | None => {
                *self = Self::default();
                return;
            }
        };
        let is_new = !std::mem::replace(&mut self.is_open, true);
        if is_new && state.sheet == Some(Sheet::SaveView) {
            let like = state.active_view().map_or("", ViewName::title);
            self.name = if like.is_empty() { String::new() } else { state.settings.views.free_name(like) };
        }
        let is_closed = sheet_ui(ui.ctx(), key, title, WIDTH, |ui| {
            if state.sheet == Some(Sheet::SaveView) {
                self.save_ui(ui, state, is_new, commands);
            } else {
                self.manage_ui(ui, state, commands);
            }
        });
        if is_closed {
            commands.push(Command::ShowSheet(None));
        }
    }

    fn save_ui(&mut self, ui: &mut Ui, state: &State, is_new: bool, commands: &mut Vec<Command>) {
        let filter = state.query.to_string();
        let filter = if filter.is_empty() { text!("saved-views-no-filter").to_owned() } else { filter };
        let records = state.log.shown_records_capitalised();
        ui.weak_label(text!("saved-views-save-about", records = records, filter = filter));
        ui.add_space(space::S);
        let problem = state.settings.views.name_problem(&self.name, None);
        let is_entered = ui.input(|input| input.key_pressed(Key::Enter));
        let line = TextEdit::singleline(&mut self.name).hint_text(text!("saved-views-name"));
        let line = ui.add(line.desired_width(f32::INFINITY)).accessible_name(text!("saved-views-name"));
        if is_new {
            line.request_focus();
        }
        let is_entered = is_entered && line.lost_focus();
        ui.add_space(space::XS);
        // A line of its own, so that nothing jumps; an empty name needs no reproach.
        let reproach = problem.filter(|_| !self.name.trim().is_empty()).unwrap_or_default();
        ui.label(RichText::new(reproach).small().color(ui.tokens().failure));
        buttons_ui(ui, |ui| {
            let save = ui.add_enabled(problem.is_none(), Button::new(text!("saved-views-save")));
            if problem.is_none() && (save.clicked() || is_entered) {
                commands.push(Command::SaveView(self.name.trim().to_owned()));
                commands.push(Command::ShowSheet(None));
            } else if is_entered {
                line.request_focus();
            }
            if ui.button(text!("saved-views-cancel")).clicked() {
                commands.push(Command::ShowSheet(None));
            }
        });
    }

    fn manage_ui(&mut self, ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
        let height = (ui.ctx().content_rect().height() - 200.0).max(160.0);
        ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink([false, true]).show(
            ui,
            |ui| {
                ui.section_heading(text!("saved-views-own"));
                let own = &state.settings.views.own;
                if own.is_empty() {
                    ui.weak_label(text!("saved-views-no-own"));
                }
                for (place, view) in own.iter().enumerate() {
                    self.own_ui(ui, state, &view.name, (place > 0, place + 1 < own.len()), commands);
                }
                ui.section_heading(text!("saved-views-built-in"));
                for view in &BUILT_IN {
                    let is_hidden = state.settings.views.is_hidden(view.key);
                    let title = view.shown_title();
                    let (verb, name) = if is_hidden {
                        (text!("saved-views-list"), text!("saved-views-list-named", name = title))
                    } else {
                        (text!("saved-views-hide"), text!("saved-views-hide-named", name = title))
                    };
                    row_ui(ui, title, is_hidden, view.about(), |ui| {
                        if verb_ui(ui, verb, name) {
                            commands.push(Command::HideView(view.key, !is_hidden));
                        }
                        let name = text!("saved-views-duplicate-named", name = title);
                        if verb_ui(ui, text!("saved-views-duplicate"), name) {
                            commands.push(Command::DuplicateView(ViewName::BuiltIn(view.key)));
                        }
                    });
                }
            },
        );
        ui.add_space(space::S);
        ui.note(text!("saved-views-undo"));
    }

    fn own_ui(
        &mut self,
        ui: &mut Ui,
        state: &State,
        name: &str,
        (may_rise, may_sink): (bool, bool),
        commands: &mut Vec<Command>,
    ) {
        if self.renamed.as_ref().is_some_and(|(old, _)| old == name) {
            self.rename_ui(ui, state, commands);
            return;
        }
        let mut is_renamed = false;
        row_ui(ui, name, false, "", |ui| {
            if verb_ui(ui, text!("saved-views-delete"), text!("saved-views-delete-named", name = name)) {
                commands.push(Command::DeleteView(name.to_owned()));
            }
            let duplicate = text!("saved-views-duplicate-named", name = name);
            if verb_ui(ui, text!("saved-views-duplicate"), duplicate) {
                commands.push(Command::DuplicateView(ViewName::Own(name.to_owned())));
            }
            let rename = text!("saved-views-rename-named", name = name);
            is_renamed = verb_ui(ui, text!("saved-views-rename"), rename);
            let moves = [
                (text!("saved-views-down"), text!("saved-views-down-named", name = name), true, may_sink),
                (text!("saved-views-up"), text!("saved-views-up-named", name = name), false, may_rise),
            ];
            for (verb, named, down, may) in moves {
                ui.add_enabled_ui(may, |ui| {
                    if verb_ui(ui, verb, named) {
                        commands.push(Command::MoveView(name.to_owned(), down));
                    }
                });
            }
        });
        if is_renamed {
            self.renamed = Some((name.to_owned(), name.to_owned()));
        }
    }

    fn rename_ui(&mut self, ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
        let Some((old, new)) = &mut self.renamed else { return };
        let is_entered = ui.input(|input| input.key_pressed(Key::Enter));
        let is_given_up = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        let line = ui
            .add(TextEdit::singleline(new).desired_width(f32::INFINITY))
            .accessible_name(text!("saved-views-new-name"));
        let problem = state.settings.views.name_problem(new, Some(old));
        if let Some(problem) = problem {
            ui.label(RichText::new(problem).small().color(ui.tokens().failure));
        }
        let is_done = line.lost_focus() || is_entered;
        if is_done && problem.is_none() {
            commands.push(Command::RenameView(old.clone(), new.trim().to_owned()));
            self.renamed = None;
        } else if is_given_up || is_done {
            self.renamed = None;
        } else {
            line.request_focus();
        }
    }
}

/// A view's name at the left, what can be done with it at the right.
fn row_ui(ui: &mut Ui, title: &str, is_weak: bool, about: &str, buttons: impl FnOnce(&mut Ui)) {
    let tokens = ui.tokens();
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            buttons(ui);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let color = if is_weak { tokens.weak_text } else { tokens.text };
                let label = ui.add(Label::new(RichText::new(title).color(color)).truncate());
                if !about.is_empty() {
                    label.on_hover_text(about);
                }
            });
        });
    });
}

/// A small button whose name for screen readers says of what.
fn verb_ui(ui: &mut Ui, verb: &str, name: String) -> bool {
    reveal(ui.add(Button::new(RichText::new(verb).small())).accessible_name(name)).clicked()
}
