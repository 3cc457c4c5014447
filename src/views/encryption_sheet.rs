//! The sheet that encrypts the cache, gives it another passphrase, or decrypts it.

use eframe::egui::{Button, Key, Label, RichText, TextEdit, Ui};

use crate::app::{Command, EncryptionCommand, Sheet, State};
use crate::cache::Passphrase;
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
        let title = if state.encryption.is_on { "Passphrase of the cache" } else { "Encrypt the cache" };
        let is_closed = sheet_ui(ui.ctx(), title, WIDTH, |ui| self.content_ui(ui, state, is_new, commands));
        if is_closed && !state.encryption.is_changing() {
            commands.push(Command::ShowSheet(None));
        }
    }

    fn content_ui(&mut self, ui: &mut Ui, state: &State, is_new: bool, commands: &mut Vec<Command>) {
        let encryption = &state.encryption;
        ui.add(Label::new(text(encryption.is_on)).wrap());
        ui.add_space(space::S);
        let field = |ui: &mut Ui, name: &str, text: &mut String| {
            let label = ui.label(name);
            let line = TextEdit::singleline(text).password(true).desired_width(f32::INFINITY);
            ui.add_enabled(!encryption.is_changing(), line).labelled_by(label.id)
        };
        let first = field(ui, if encryption.is_on { "New passphrase" } else { "Passphrase" }, &mut self.passphrase);
        if is_new {
            first.request_focus();
        }
        let again = field(ui, "The same again", &mut self.again);
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
        ui.note("What you export and the files you import are not encrypted. Neither are settings: recent files, saved filters");
        buttons_ui(ui, |ui| {
            if encryption.is_changing() {
                ui.spinner();
                ui.weak_label("Writing the cache anew\u{2026}");
                return;
            }
            let save = Button::new(if encryption.is_on { "Change passphrase" } else { "Encrypt" });
            let is_saved = ui.add_enabled(wanted.is_ok(), save).clicked() || is_entered;
            if let (true, Ok(passphrase)) = (is_saved, wanted) {
                commands.push(Command::Encryption(EncryptionCommand::Encrypt(passphrase)));
            }
            if encryption.is_on && self.is_asked {
                let decrypt = Button::new(RichText::new("Yes, decrypt").color(ui.tokens().failure));
                if ui.add(decrypt).clicked() {
                    self.is_asked = false;
                    commands.push(Command::Encryption(EncryptionCommand::Decrypt));
                }
            } else if encryption.is_on {
                let decrypt = ui.button("Decrypt\u{2026}").on_hover_text("Let the cache be read without a passphrase");
                self.is_asked = decrypt.clicked();
            }
            if ui.button("Cancel").clicked() {
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
                    Err("Type it twice, so that a slip does not lock you out")
                } else {
                    Err("The two are not the same")
                }
            }
            Some(_) | None => Err("At least 8 characters; several words that nobody would put together are better"),
        }
    }
}

fn text(is_on: bool) -> &'static str {
    if is_on {
        "The cache can be read with its passphrase alone. Nobody can open it if that is forgotten: then import your files again"
    } else {
        "Everything you imported lies in one file. Once it is encrypted, it can be read with a passphrase alone, which is \
         asked for when Sign-in Lens starts. Nobody can open it if the passphrase is forgotten: then import your files again"
    }
}
