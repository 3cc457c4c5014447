//! The search line: the text of the filter, what is wrong with it, and what could come next.

use std::sync::Arc;

use eframe::egui::{
    FocusDirection, FontSelection, Id, Key, Modifiers, Popup, PopupCloseBehavior, RichText, Sense, Shape, Stroke,
    TextEdit, TextFormat, Ui,
    text::{CCursor, CCursorRange, LayoutJob},
    text_edit::TextEditOutput,
    vec2,
};

use super::hint;
use super::value_list::is_entered;
use super::wrong;
use crate::app::jobs::Suggestions;
use crate::app::{Action, Command, State};
use crate::fields::Field;
use crate::query::{ParseError, Query, Suggestion, SuggestionNote};
use crate::reference::countries;
use crate::texts::text;
use crate::widgets::keys::keys_text;
use crate::widgets::number;
use crate::widgets::theme::{UiExt, size, space};

/// The suggestions for what is typed: the last answer, until the next one is there.
#[derive(Debug, Default)]
pub(super) struct SearchView {
    shown: Option<Arc<Suggestions>>,
    chosen: Option<usize>,
    is_dismissed: bool,
    /// Whether something is being typed that a suggestion would end. Where the line was only reached, or a term is at
    /// its end, Tab goes on to the next control.
    is_typing: bool,
}

/// Width of the list under the line in points.
const SUGGESTIONS_WIDTH: f32 = 400.0;

impl SearchView {
    /// Shows the line. Returns its text and the byte of the cursor while the cursor is in it.
    pub(super) fn ui(&mut self, ui: &mut Ui, state: &State, commands: &mut Vec<Command>) -> Option<(String, usize)> {
        let id = ui.make_persistent_id("search line");
        let is_focused = ui.memory(|memory| memory.has_focus(id));
        self.is_typing &= is_focused;
        let error = error_of(state, is_focused);
        // The keys of the open list are taken before the line sees them.
        let mut accepted = if is_focused { self.keys(ui, state.search.error.is_some()) } else { None };
        let mut text = state.search.text.clone();
        let tokens = ui.tokens();
        let outline = if error.is_some() { tokens.failure } else { tokens.outline };
        let mut layouter = |ui: &Ui, text: &dyn eframe::egui::TextBuffer, _width: f32| {
            ui.fonts_mut(|fonts| fonts.layout_job(marked(ui, text.as_str(), error)))
        };
        let output = ui
            .scope(|ui| {
                ui.visuals_mut().widgets.inactive.bg_stroke = Stroke::new(1.0, outline);
                ui.visuals_mut().widgets.hovered.bg_stroke = Stroke::new(1.0, outline);
                TextEdit::singleline(&mut text)
                    .id(id)
                    .hint_text(hint::hint(state))
                    .desired_width(ui.available_width())
                    .min_size(eframe::egui::vec2(120.0, size::CONTROL))
                    .layouter(&mut layouter)
                    .lock_focus(self.takes_tab())
                    .show(ui)
            })
            .inner;
        let response = output.response.response.clone().accessible_name(text!("filter-search"));
        if state.search.wants_focus {
            response.request_focus();
        }
        // Keys that come after Enter would be commands: as long as the text is no filter the cursor stays in it.
        if is_entered(ui, &response) && text.parse::<Query>().is_err() {
            response.request_focus();
        }
        if response.changed() {
            self.is_dismissed = false;
            self.is_typing = true;
            self.chosen = None;
            commands.push(Command::TypeQuery(text.clone()));
        }
        let cursor = output.cursor_range.map_or(text.len(), |range| byte_of(&text, range.primary.index.0));
        self.refresh(state, is_focused);
        let suggestions = self.shown.as_ref().map(|shown| shown.list.as_slice()).unwrap_or_default();
        let is_open = is_focused && !self.is_dismissed && !suggestions.is_empty();
        if let Some(error) = error {
            mark_place(ui, &output, error.at.start);
        }
        Popup::from_response(&response)
            .open(is_open)
            .close_behavior(PopupCloseBehavior::IgnoreClicks)
            .width(SUGGESTIONS_WIDTH)
            // The line that says what is wrong stays in sight.
            .gap(if error.is_some() { wrong::HEIGHT + space::S } else { space::XS })
            .show(|ui| {
                ui.set_width(SUGGESTIONS_WIDTH);
                for (place, suggestion) in suggestions.iter().enumerate() {
                    if suggestion_ui(ui, suggestion, self.chosen == Some(place)) {
                        accepted = Some(place);
                    }
                }
                let help = Action::FilterHelp.spec();
                if let Some(keys) = &help.shortcut {
                    ui.note(text!("filter-help-keys", keys = keys_text(ui.ctx(), keys)));
                }
            });
        // A list for another text would replace the wrong part of this one.
        let is_current = self.shown.as_ref().is_some_and(|shown| shown.key.text == text && shown.key.cursor == cursor);
        if let Some(suggestion) = accepted.filter(|_| is_current).and_then(|place| suggestions.get(place)) {
            let text = replaced(&text, suggestion);
            let end = suggestion.replace.start + suggestion.text.len();
            response.request_focus();
            put_cursor(ui, id, text[..end.min(text.len())].chars().count());
            self.is_typing = suggestion.text.ends_with(':');
            commands.push(Command::TypeQuery(text));
            commands.push(Command::EndTyping);
            self.chosen = None;
        }
        is_focused.then_some((text, cursor))
    }

    /// Up and down choose a suggestion, Tab takes it or else the first that ends what is typed, Enter takes it, Escape
    /// closes the list.
    fn keys(&mut self, ui: &Ui, is_unfinished: bool) -> Option<usize> {
        if self.is_dismissed {
            return None;
        }
        let last = self.shown.as_ref()?.list.len().checked_sub(1)?;
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(Key::ArrowDown) {
            self.chosen = Some(self.chosen.map_or(0, |place| (place + 1).min(last)));
        }
        if pressed(Key::ArrowUp) {
            self.chosen = self.chosen.and_then(|place| place.checked_sub(1));
        }
        if pressed(Key::Escape) {
            self.is_dismissed = true;
        }
        // What is begun and means nothing yet is ended by Enter, too; what means something comes into force as it is.
        let may_end = self.chosen.is_some() || (is_unfinished && self.has_begun());
        let is_backwards = ui.input(|input| input.modifiers.shift);
        let is_tab = self.takes_tab() && pressed(Key::Tab);
        if is_tab && is_backwards {
            ui.memory_mut(|memory| memory.move_focus(FocusDirection::Previous));
        } else if is_tab || (may_end && pressed(Key::Enter)) {
            return Some(self.chosen.unwrap_or(0));
        }
        None
    }

    /// Whether the suggestions end something that is begun: behind a blank they begin the next part instead.
    fn has_begun(&self) -> bool {
        self.shown.as_ref().is_some_and(|shown| {
            let is_open = shown.key.text.get(..shown.key.cursor).is_some_and(|text| text.ends_with([':', ',']));
            is_open || shown.list.first().is_some_and(|first| !first.replace.is_empty())
        })
    }

    /// Whether Tab takes a suggestion instead of going on to the next control.
    fn takes_tab(&self) -> bool {
        let has_suggestions = self.shown.as_ref().is_some_and(|shown| !shown.list.is_empty());
        has_suggestions && !self.is_dismissed && (self.chosen.is_some() || self.is_typing)
    }

    fn refresh(&mut self, state: &State, is_focused: bool) {
        let answer = state.suggestions.as_ref().filter(|_| is_focused);
        let is_same = match (&self.shown, answer) {
            (Some(shown), Some(answer)) => shown.list == answer.list,
            (shown, answer) => shown.is_none() && answer.is_none(),
        };
        if !is_same {
            self.chosen = None;
        }
        self.shown = answer.cloned();
    }
}

fn byte_of(text: &str, character: usize) -> usize {
    text.char_indices().nth(character).map_or(text.len(), |(byte, _)| byte)
}

fn replaced(text: &str, suggestion: &Suggestion) -> String {
    let (start, end) = (suggestion.replace.start, suggestion.replace.end);
    match (text.get(..start), text.get(end..)) {
        (Some(before), Some(after)) => format!("{before}{}{after}", suggestion.text),
        _ => text.to_owned(),
    }
}

fn put_cursor(ui: &Ui, id: Id, character: usize) {
    if let Some(mut state) = TextEdit::load_state(ui.ctx(), id) {
        state.cursor.set_char_range(Some(CCursorRange::one(CCursor::new(character))));
        TextEdit::store_state(ui.ctx(), id, state);
    }
}

/// The text with the wrong part underlined.
fn marked(ui: &Ui, text: &str, error: Option<&ParseError>) -> LayoutJob {
    let tokens = ui.tokens();
    let font = FontSelection::Default.resolve(ui.style());
    let plain = TextFormat::simple(font, tokens.text);
    let mut job = LayoutJob::default();
    let parts = error.and_then(|error| {
        let end = error.at.end.min(text.len());
        let start = error.at.start.min(end);
        Some((text.get(..start)?, text.get(start..end)?, text.get(end..)?))
    });
    let Some((before, wrong, after)) = parts else {
        job.append(text, 0.0, plain);
        return job;
    };
    let underlined = TextFormat { underline: Stroke::new(2.0, tokens.failure), color: tokens.failure, ..plain.clone() };
    job.append(before, 0.0, plain.clone());
    job.append(wrong, 0.0, underlined);
    job.append(after, 0.0, plain);
    job
}

/// What is wrong with the text of the line. One that waits for its next letter, or whose end is the beginning of
/// something that is known, is not wrong yet.
pub(super) fn error_of(state: &State, is_focused: bool) -> Option<&ParseError> {
    let text = state.search.text.trim_end();
    let is_known = state.suggestions.as_ref().is_some_and(|suggestions| !suggestions.list.is_empty());
    let is_unfinished = |error: &&ParseError| {
        is_focused && (text.ends_with([':', '(', '-', ',', '"']) || (is_known && error.at.end >= text.len()))
    };
    state.search.error.as_ref().filter(|error| !is_unfinished(error))
}

/// Paints a small wedge under the character where the text goes wrong.
fn mark_place(ui: &Ui, output: &TextEditOutput, byte: usize) {
    let text = output.galley.text();
    let character = text.get(..byte.min(text.len())).map_or(0, |before| before.chars().count());
    let caret = output.galley.pos_from_cursor(CCursor::new(character));
    let foot = output.galley_pos + caret.left_bottom().to_vec2();
    if !output.response.response.rect.contains(foot) {
        return;
    }
    let points = vec![foot + vec2(0.0, -1.0), foot + vec2(-3.5, 4.0), foot + vec2(3.5, 4.0)];
    ui.painter().add(Shape::convex_polygon(points, ui.tokens().failure, Stroke::NONE));
}

/// The name of the country whose code is suggested.
fn country(suggestion: &Suggestion) -> Option<&'static str> {
    (suggestion.field == Some(Field::Country)).then(|| countries::name(&suggestion.text)).flatten()
}

/// The keyboard chooses a row from the line, so the focus never leaves it for a row.
fn suggestion_ui(ui: &mut Ui, suggestion: &Suggestion, is_chosen: bool) -> bool {
    let note = match suggestion.note {
        SuggestionNote::About(about) => about.to_owned(),
        SuggestionNote::SignIns(count) => match country(suggestion) {
            Some(name) => format!("{name}  \u{b7}  {}", number::count(count)),
            None => number::count(count),
        },
    };
    let note = RichText::new(note).small().color(ui.tokens().weak_text);
    let button = eframe::egui::Button::selectable(is_chosen, suggestion.text.as_str())
        .right_text(note)
        .truncate()
        .sense(Sense::CLICK);
    ui.add(button).clicked()
}
