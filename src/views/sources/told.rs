//! What a source tells of, and the name of the group whose members it lists, which the analyst can change.

use eframe::egui::{Key, Modifiers, TextEdit, Ui};

use crate::app::{Command, State};
use crate::cache::{Source, SourceId};
use crate::export::visible::visible_lines;
use crate::import::Format;
use crate::texts::text;

/// The group that is being named, and what is typed.
#[derive(Clone, Debug, Default)]
pub(super) struct GroupName(Option<(SourceId, String)>);

/// Width of the line for the name of a group in points.
const WIDTH: f32 = 180.0;

impl GroupName {
    /// Shows what a source tells of; for the members of a group with a button that names it.
    pub(super) fn ui(&mut self, ui: &mut Ui, state: &State, source: &Source, commands: &mut Vec<Command>) {
        let Some(group) = &source.group else {
            ui.label(log_text(source));
            return;
        };
        if self.0.as_ref().is_some_and(|(named, _)| *named == source.id) {
            self.line_ui(ui, commands);
            return;
        }
        ui.horizontal(|ui| {
            ui.label(text!("sources-members", group = group.as_str()));
            let name = text!("sources-name-file", name = visible_lines(&source.name));
            let button = ui.small_button(text!("sources-name")).accessible_name(name);
            // Why a group is named.
            if button.on_hover_text(text!("sources-name-about")).clicked() {
                // What stands for a name is no name to begin with.
                let begin = if state.is_private() { String::new() } else { group.clone() };
                self.0 = Some((source.id, begin));
            }
        });
    }

    fn line_ui(&mut self, ui: &mut Ui, commands: &mut Vec<Command>) {
        let Some((source, name)) = &mut self.0 else { return };
        let is_given_up = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        let line = TextEdit::singleline(name).desired_width(WIDTH).hint_text(text!("sources-name-of-group"));
        let line = ui.add(line).accessible_name(text!("sources-name-of-group"));
        let is_entered = line.lost_focus();
        if is_entered && !is_given_up && !name.trim().is_empty() {
            commands.push(Command::NameGroup(*source, name.trim().to_owned()));
        }
        if is_entered || is_given_up {
            self.0 = None;
        } else {
            line.request_focus();
        }
    }
}

/// What a source tells of.
fn log_text(source: &Source) -> &'static str {
    let format = Format::from_key(&source.format);
    match source.log {
        Some(log) => log.shown_title(),
        None if format == Some(Format::PortalCsvDetails) => text!("sources-log-authentication"),
        None if format == Some(Format::ProvisioningCsvDetails) => text!("sources-log-provisioning"),
        None if format.is_some_and(Format::is_directory) => text!("sources-log-users"),
        None => text!("sources-log-several"),
    }
}
