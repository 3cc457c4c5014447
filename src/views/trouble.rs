//! What to do about a cache that can't be used as it is.

use std::fmt;

use eframe::egui::{Align, Button, Id, Key, Label, Layout, Modal, Response, RichText, TextEdit, Ui};

use crate::app::{CacheTrouble, Command, EncryptionCommand, State};
use crate::cache::{Passphrase, Trouble};
use crate::texts::text;
use crate::widgets::theme::{UiExt, space};

/// Width of the question in points, where the window has so much room.
const WIDTH: f32 = 520.0;

struct Words {
    headline: &'static str,
    text: &'static str,
}

fn words(kind: Trouble) -> Words {
    match kind {
        Trouble::Damaged => Words { headline: text!("trouble-damaged"), text: text!("trouble-damaged-about") },
        Trouble::NotOurs => Words { headline: text!("trouble-not-ours"), text: text!("trouble-not-ours-about") },
        Trouble::OutOfReach => {
            Words { headline: text!("trouble-out-of-reach"), text: text!("trouble-out-of-reach-about") }
        }
        Trouble::Locked => Words { headline: text!("trouble-locked"), text: text!("trouble-locked-about") },
    }
}

/// The question, and what is typed into it.
#[derive(Default)]
pub struct TroubleView {
    passphrase: String,
    /// Whether the question is shown whose line has had the cursor.
    is_begun: bool,
}

impl fmt::Debug for TroubleView {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("TroubleView").finish_non_exhaustive()
    }
}

impl TroubleView {
    /// Shows what is wrong and asks what to do, if something is.
    pub fn ui(&mut self, ui: &Ui, state: &State, commands: &mut Vec<Command>) {
        match &state.trouble {
            Some(trouble) => self.question_ui(ui, trouble, state, commands),
            None => *self = Self::default(),
        }
    }

    fn question_ui(&mut self, ui: &Ui, trouble: &CacheTrouble, state: &State, commands: &mut Vec<Command>) {
        let words = words(trouble.kind);
        Modal::new(Id::unique("cache trouble")).show(ui.ctx(), |ui| {
            ui.set_width(WIDTH.min(ui.ctx().content_rect().width() - 2.0 * space::XL));
            ui.add(Label::new(RichText::new(words.headline).heading()).wrap());
            ui.add_space(space::S);
            ui.add(Label::new(words.text).wrap());
            ui.add_space(space::S);
            let reason = Label::new(RichText::new(&trouble.reason).color(ui.tokens().weak_text));
            ui.add(reason.wrap().selectable(true));
            ui.add_space(space::M);
            if trouble.is_being_replaced {
                ui.horizontal(|ui| {
                    ui.busy_ui();
                    ui.weak_label(match trouble.rescued() {
                        Some(records) => text!("trouble-taking-over", count = records),
                        None => text!("trouble-setting-aside").to_owned(),
                    });
                });
                return;
            }
            let line = (trouble.kind == Trouble::Locked).then(|| self.passphrase_ui(ui, trouble));
            let is_entered =
                line.as_ref().is_some_and(|line| ui.input(|input| input.key_pressed(Key::Enter)) && line.lost_focus());
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let first = self.buttons_ui(ui, trouble, state, is_entered, commands);
                // What is most likely wanted has the focus: the line if there is one, once it is shown.
                let wanted = line.as_ref().unwrap_or(&first);
                if ui.memory(|memory| memory.focused().is_none()) || !std::mem::replace(&mut self.is_begun, true) {
                    wanted.request_focus();
                }
            });
        });
    }

    /// The line for the passphrase.
    fn passphrase_ui(&mut self, ui: &mut Ui, trouble: &CacheTrouble) -> Response {
        let label = ui.label(text!("trouble-passphrase"));
        let line = TextEdit::singleline(&mut self.passphrase).password(true).desired_width(f32::INFINITY);
        let line = ui.add_enabled(!trouble.is_being_opened, line).labelled_by(label.id);
        ui.add_space(space::M);
        line
    }

    /// The ways out, the first of which comes back.
    fn buttons_ui(
        &mut self,
        ui: &mut Ui,
        trouble: &CacheTrouble,
        state: &State,
        is_entered: bool,
        commands: &mut Vec<Command>,
    ) -> Response {
        let tokens = ui.tokens();
        let main = |title: &str| Button::new(RichText::new(title).color(tokens.accent_text)).fill(tokens.accent);
        let first = match trouble.kind {
            Trouble::Damaged => {
                let rescue = ui.add(main(text!("trouble-rescue")));
                if rescue.clicked() {
                    commands.push(Command::SetCacheAside { is_rescue: true });
                }
                if ui.button(text!("trouble-begin-empty")).clicked() {
                    commands.push(Command::SetCacheAside { is_rescue: false });
                }
                rescue
            }
            Trouble::NotOurs => {
                let aside = ui.add(main(text!("trouble-set-aside")));
                if aside.clicked() {
                    commands.push(Command::SetCacheAside { is_rescue: false });
                }
                aside
            }
            Trouble::OutOfReach => {
                let again = ui.add(main(text!("trouble-try-again")));
                if again.clicked() {
                    commands.push(Command::TryCacheAgain);
                }
                again
            }
            Trouble::Locked if trouble.is_being_opened => ui.busy_ui(),
            Trouble::Locked => {
                let open = ui.add_enabled(!self.passphrase.is_empty(), main(text!("trouble-open")));
                if (open.clicked() || is_entered)
                    && let Some(passphrase) = Passphrase::new(std::mem::take(&mut self.passphrase))
                {
                    self.is_begun = false;
                    commands.push(Command::Encryption(EncryptionCommand::Unlock(passphrase)));
                }
                if ui.button(text!("trouble-begin-empty")).clicked() {
                    commands.push(Command::SetCacheAside { is_rescue: false });
                }
                open
            }
        };
        if state.is_loaded && trouble.kind != Trouble::Locked {
            if ui.button(text!("trouble-not-now")).on_hover_text(text!("trouble-not-now-about")).clicked() {
                commands.push(Command::DismissTrouble);
            }
        } else if ui.button(text!("trouble-quit")).clicked() {
            commands.push(Command::Quit);
        }
        first
    }
}
