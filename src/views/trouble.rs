//! What to do about a cache that can't be used as it is.

use eframe::egui::{Align, Button, Id, Label, Layout, Modal, RichText, Ui};

use crate::app::{CacheTrouble, Command, State};
use crate::cache::Trouble;
use crate::widgets::number;
use crate::widgets::theme::{UiExt, space};

/// Width of the question in points, where the window has so much room.
const WIDTH: f32 = 520.0;

struct Words {
    headline: &'static str,
    text: &'static str,
}

fn words(kind: Trouble) -> Words {
    match kind {
        Trouble::Damaged => Words {
            headline: "The cache is damaged",
            text: "A part of the file that holds your imports can\u{2019}t be read. It can be set aside, untouched and \
                   under another name in its folder, while what can be read of it is taken into a new cache",
        },
        Trouble::NotOurs => Words {
            headline: "This file can\u{2019}t be used as the cache",
            text: "It can be set aside, untouched and under another name in its folder, while a new cache takes its place",
        },
        Trouble::OutOfReach => Words {
            headline: "The cache can\u{2019}t be opened",
            text: "See that its folder is there and that you may write in it, then try again",
        },
    }
}

/// Shows what is wrong and asks what to do, if something is.
pub fn ui(ui: &Ui, state: &State, commands: &mut Vec<Command>) {
    let Some(trouble) = &state.trouble else { return };
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
        if !trouble.is_being_replaced {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| buttons_ui(ui, trouble, state, commands));
            return;
        }
        ui.horizontal(|ui| {
            ui.spinner();
            ui.weak_label(match trouble.rescued() {
                Some(records) => {
                    format!("Taking over what can be read: {} so far", number::counted(records, "record", "records"))
                }
                None => "Setting the file aside\u{2026}".to_owned(),
            });
        });
    });
}

fn buttons_ui(ui: &mut Ui, trouble: &CacheTrouble, state: &State, commands: &mut Vec<Command>) {
    let tokens = ui.tokens();
    let main = |title: &str| Button::new(RichText::new(title).color(tokens.accent_text)).fill(tokens.accent);
    let first = match trouble.kind {
        Trouble::Damaged => {
            let rescue = ui.add(main("Set aside and rescue"));
            if rescue.clicked() {
                commands.push(Command::SetCacheAside { is_rescue: true });
            }
            if ui.button("Begin with an empty cache").clicked() {
                commands.push(Command::SetCacheAside { is_rescue: false });
            }
            rescue
        }
        Trouble::NotOurs => {
            let aside = ui.add(main("Set aside, begin with an empty cache"));
            if aside.clicked() {
                commands.push(Command::SetCacheAside { is_rescue: false });
            }
            aside
        }
        Trouble::OutOfReach => {
            let again = ui.add(main("Try again"));
            if again.clicked() {
                commands.push(Command::TryCacheAgain);
            }
            again
        }
    };
    if state.is_loaded {
        if ui.button("Not now").on_hover_text("What is loaded stays in view; details may not open").clicked() {
            commands.push(Command::DismissTrouble);
        }
    } else if ui.button("Quit").clicked() {
        commands.push(Command::Quit);
    }
    if ui.memory(|memory| memory.focused().is_none()) {
        first.request_focus();
    }
}
