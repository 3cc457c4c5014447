//! The sheet that encrypts the cache, gives it another passphrase, or decrypts it.

use eframe::egui::{Button, Key, Label, RichText, TextEdit, Ui};

use crate::app::{Command, EncryptionCommand, Sheet, State};
use crate::cache::Passphrase;
use crate::texts::text;
use crate::widgets::sheet::{buttons_ui, sheet_ui};
use crate::widgets::theme::{UiExt, space};

/// Width of the sheet in points.
const WIDTH: f32 = 480.0;

/// What is typed into the sheet while it is open.
#[derive(Default)]
pub struct EncryptionSheet {
    passphrase: String,
    again: String,
    is_open: bool,
    /// Whether it was asked whether to decrypt.
    is_asked: bool,
}

impl std::fmt::Debug for EncryptionSheet {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("EncryptionSheet").finish_non_exhaustive()
    }
}

impl EncryptionSheet {
    /// Shows the sheet, if it is open.
    pub fn ui(&mut self, ui: &Ui, state: &State, commands: &mut Vec<Command>) {
        if state.sheet != Some(Sheet::Encryption) {
            *self = Self::default();
            return;
        }
        let is_new = !std::mem::replace(&mut self.is_open, true);
        let title = if state.encryption.is_on { text!("encryption-title-on") } else { text!("encryption-title") };
        let is_closed =
            sheet_ui(ui.ctx(), "encryption", title, WIDTH, |ui| self.content_ui(ui, state, is_new, commands));
        if is_closed && !state.encryption.is_changing() {
            commands.push(Command::ShowSheet(None));
        }
    }

    fn content_ui(&mut self, ui: &mut Ui, state: &State, is_new: bool, commands: &mut Vec<Command>) {
        let encryption = &state.encryption;
        let about = if encryption.is_on { text!("encryption-about-on") } else { text!("encryption-about") };
        ui.add(Label::new(about).wrap());
        ui.add_space(space::S);
        let field = |ui: &mut Ui, name: &str, text: &mut String| {
            let label = ui.label(name);
            let line = TextEdit::singleline(text).password(true).desired_width(f32::INFINITY);
            ui.add_enabled(!encryption.is_changing(), line).labelled_by(label.id)
        };
        let name = if encryption.is_on { text!("encryption-new-passphrase") } else { text!("encryption-passphrase") };
        let first = field(ui, name, &mut self.passphrase);
        if is_new {
            first.request_focus();
        }
        let again = field(ui, text!("encryption-again"), &mut self.again);
        let is_entered = ui.input(|input| input.key_pressed(Key::Enter));
        let is_entered = is_entered && (first.lost_focus() || again.lost_focus());
        ui.add_space(space::XS);
        let wanted = self.wanted();
        // A line of its own, so that nothing jumps.
        let (hint, is_wrong) = match (&encryption.problem, &wanted) {
            (Some(problem), _) => (problem.as_str(), true),
            (None, Err(hint)) => (*hint, false),
            (None, Ok(_)) => ("", false),
        };
        let color = if is_wrong { ui.tokens().failure } else { ui.tokens().weak_text };
        ui.add(Label::new(RichText::new(hint).small().color(color)).wrap());
        ui.add_space(space::XS);
        ui.note(text!("encryption-not-covered"));
        buttons_ui(ui, |ui| {
            if encryption.is_changing() {
                ui.busy_ui();
                ui.weak_label(text!("encryption-writing"));
                return;
            }
            let save =
                Button::new(if encryption.is_on { text!("encryption-change") } else { text!("encryption-encrypt") });
            let is_saved = ui.add_enabled(wanted.is_ok(), save).clicked() || is_entered;
            if let (true, Ok(passphrase)) = (is_saved, wanted) {
                commands.push(Command::Encryption(EncryptionCommand::Encrypt(passphrase)));
            }
            if encryption.is_on && self.is_asked {
                let decrypt = Button::new(RichText::new(text!("encryption-decrypt-sure")).color(ui.tokens().failure));
                if ui.add(decrypt).clicked() {
                    self.is_asked = false;
                    commands.push(Command::Encryption(EncryptionCommand::Decrypt));
                }
            } else if encryption.is_on {
                let decrypt = ui.button(text!("encryption-decrypt")).on_hover_text(text!("encryption-decrypt-about"));
                self.is_asked = decrypt.clicked();
            }
            if ui.button(text!("encryption-cancel")).clicked() {
                commands.push(Command::ShowSheet(None));
            }
        });
    }

    /// The passphrase, or what it still lacks.
    fn wanted(&self) -> Result<Passphrase, &'static str> {
        match Passphrase::new(self.passphrase.as_str()) {
            Some(passphrase) if !passphrase.is_short() => {
                if self.passphrase == self.again {
                    Ok(passphrase)
                } else if self.again.is_empty() {
                    Err(text!("encryption-type-twice"))
                } else {
                    Err(text!("encryption-not-same"))
                }
            }
            Some(_) | None => Err(text!("encryption-too-short")),
        }
    }
}
