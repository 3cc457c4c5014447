//! The question whether a source should be forgotten: which file, what goes with it, and what stays.

use eframe::egui::{Align, Button, Id, Label, Layout, Modal, RichText, Ui};

use crate::app::{Command, State};
use crate::cache::Leaving;
use crate::export::visible::visible_lines;
use crate::fields::{Log, Noun};
use crate::texts::text;
use crate::widgets::theme::{UiExt, space};

/// Width of the question in points, where the window has so much room.
const WIDTH: f32 = 440.0;

/// Shows the question, if one is asked.
pub fn ui(ui: &Ui, state: &State, commands: &mut Vec<Command>) {
    let Some(asked) = state.forget_asked else { return };
    let Some(source) = state.sources.iter().find(|source| source.id == asked) else { return };
    let noun = source.log.map_or_else(|| state.columns.noun(), Log::noun);
    let modal = Modal::new(Id::unique("forget")).show(ui.ctx(), |ui| {
        ui.set_width(WIDTH.min(ui.ctx().content_rect().width() - 2.0 * space::XL));
        let tokens = ui.tokens();
        let headline = text!("forget-question", name = visible_lines(&source.name));
        ui.add(Label::new(RichText::new(headline).heading()).wrap()).on_hover_text(visible_lines(&source.place));
        ui.add_space(space::S);
        match state.forget_weighed {
            Some(leaving) => {
                for sentence in sentences(leaving, noun) {
                    ui.add(Label::new(sentence).wrap());
                }
            }
            None => {
                ui.weak_label(text!("forget-counting"));
            }
        }
        ui.add_space(space::XS);
        ui.note(text!("forget-file-stays"));
        ui.add_space(space::M);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let forget = Button::new(RichText::new(text!("forget-forget")).color(tokens.failure));
            let forget = ui.add_enabled(state.forget_weighed.is_some(), forget);
            if forget.accessible_name(text!("forget-sure", name = visible_lines(&source.name))).clicked() {
                commands.push(Command::Forget(asked));
            }
            let keep = ui.button(text!("forget-keep"));
            if keep.clicked() {
                commands.push(Command::AskForget(None));
            }
            // The safe answer is the one that Enter gives.
            if ui.memory(|memory| memory.focused().is_none()) {
                keep.request_focus();
            }
        });
    });
    if modal.should_close() {
        commands.push(Command::AskForget(None));
    }
}

/// What would go, and what would stay.
fn sentences(leaving: Leaving, noun: Noun) -> Vec<String> {
    if leaving.entries > 0 {
        return vec![text!("forget-entries", count = leaving.entries, record = noun.shown_one())];
    }
    let mut sentences = vec![match leaving.gone {
        0 => text!("forget-nothing", record = noun.shown_one()),
        gone => text!("forget-gone", records = noun.shown_count(gone)),
    }];
    if leaving.kept > 0 {
        sentences.push(text!("forget-kept", count = leaving.kept, records = noun.shown_count(leaving.kept)));
    }
    sentences
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_and_what_stays_is_told_in_the_right_number() {
        let told = |gone, kept| sentences(Leaving { gone, kept, entries: 0 }, Noun::SIGN_IN);
        assert_eq!(told(1, 0), ["1 sign-in that only this file brought will go"]);
        assert_eq!(
            told(2_400, 1),
            [
                "2\u{2009}400 sign-ins that only this file brought will go",
                "1 sign-in stays, with what other files tell of it"
            ]
        );
        assert_eq!(told(0, 2).len(), 2);
        assert_eq!(
            sentences(Leaving { entries: 1, ..Leaving::default() }, Noun::SIGN_IN),
            ["1 entry of the directory that this file brought will go. No sign-in will go"]
        );
    }
}
