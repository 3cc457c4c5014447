//! The lookup of error codes: a code, a pasted error message, or words; and how a code shows elsewhere.

use eframe::egui::{
    Align, Label, Layout, Link, Margin, Response, RichText, ScrollArea, Sense, Stroke, TextEdit, Ui, vec2,
};

use crate::app::{CodeCount, CodeCounts, Command, Occurrences};
use crate::fields::Field;
use crate::query::Query;
use crate::reference::aadsts::{self, Entry, Message};
use crate::texts::text;
use crate::widgets::badge::{self, Mark};
use crate::widgets::number;
use crate::widgets::theme::{UiExt, size, space};
use crate::widgets::value::Value;

/// How many entries of a search are shown.
const MOST_FOUND: usize = 60;

/// The lookup, with what it found for its input.
#[derive(Debug, Default)]
pub struct LookupView {
    input: String,
    answer: Option<(Asked, Answer)>,
}

/// What an answer holds for: the input, and the snapshot its counts are of.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Asked {
    input: String,
    snapshot: Option<u64>,
}

/// Where counts are optional they are not made yet.
#[derive(Debug)]
enum Answer {
    /// Nothing was asked: the codes of the loaded sign-ins.
    Frequent(Option<Vec<CodeCount>>),
    /// A code, typed or found in a message.
    Code { code: u32, message: Message, here: Option<Occurrences>, near: Vec<Found> },
    /// A message without a code, but with identifiers.
    Identifiers(Message),
    /// Entries that match the words; `all` counts those not listed too.
    Entries { found: Vec<Found>, all: usize },
}

/// An entry with the number of sign-ins that have its code.
#[derive(Clone, Copy, Debug)]
struct Found {
    entry: &'static Entry,
    count: u64,
}

impl LookupView {
    /// Asks for something, as if it had been typed.
    pub fn look_up(&mut self, input: impl Into<String>) {
        self.input = input.into();
    }

    /// What is asked now.
    #[must_use]
    pub fn input(&self) -> &str {
        &self.input
    }

    /// Shows the lookup. `counts` are those of all sign-ins, once they are made.
    pub fn ui(&mut self, ui: &mut Ui, counts: Option<&CodeCounts>, commands: &mut Vec<Command>) {
        ui.heading(text!("lookup-title"));
        let label = ui.weak_label(text!("lookup-asked"));
        let input = TextEdit::multiline(&mut self.input)
            .desired_rows(1)
            .desired_width(f32::INFINITY)
            .return_key(None)
            .hint_text(text!("lookup-hint"))
            .margin(Margin::symmetric(space::S as i8, 6));
        ui.add(input).labelled_by(label.id);
        ui.add_space(space::S);
        let asked = Asked { input: self.input.trim().to_owned(), snapshot: counts.map(CodeCounts::version) };
        if self.answer.as_ref().is_none_or(|(of, _)| *of != asked) {
            let answer = find(&asked.input, counts);
            self.answer = Some((asked, answer));
        }
        let mut next = None;
        if let Some((asked, answer)) = &self.answer {
            // Each answer begins at its top.
            ScrollArea::vertical().id_salt(&asked.input).auto_shrink(false).show(ui, |ui| {
                next = answer_ui(ui, answer, commands);
                ui.add_space(space::L);
            });
        }
        if let Some(next) = next {
            self.input = next;
        }
    }
}

fn find(input: &str, counts: Option<&CodeCounts>) -> Answer {
    if input.is_empty() {
        return Answer::Frequent(counts.map(CodeCounts::frequent));
    }
    let message = aadsts::read_message(input);
    if let Some(code) = message.code {
        let near = if aadsts::entry(code).is_none() { beginning_with(code, counts) } else { Vec::new() };
        return Answer::Code { code, message, here: counts.map(|counts| counts.occurrences(code)), near };
    }
    if message.request_id.is_some() || message.correlation_id.is_some() {
        return Answer::Identifiers(message);
    }
    let found = aadsts::search(input);
    let all = found.len();
    Answer::Entries { found: counted(found.into_iter(), counts), all }
}

/// Known codes that begin with these digits, for a code that is still being typed.
fn beginning_with(code: u32, counts: Option<&CodeCounts>) -> Vec<Found> {
    let digits = code.to_string();
    let entries = aadsts::entries().iter().filter(|entry| entry.code.to_string().starts_with(&digits));
    counted(entries, counts)
}

fn counted(entries: impl Iterator<Item = &'static Entry>, counts: Option<&CodeCounts>) -> Vec<Found> {
    let here = counts.map(CodeCounts::by_code).unwrap_or_default();
    entries
        .take(MOST_FOUND)
        .map(|entry| Found { entry, count: here.get(&entry.code).copied().unwrap_or_default() })
        .collect()
}

/// Shows an answer. Returns what the user asks next, if anything.
fn answer_ui(ui: &mut Ui, answer: &Answer, commands: &mut Vec<Command>) -> Option<String> {
    match answer {
        Answer::Frequent(Some(codes)) => frequent_ui(ui, codes),
        Answer::Frequent(None) => {
            ui.weak_label(text!("lookup-counting"));
            None
        }
        Answer::Code { code, message, here, near } => {
            identifiers_ui(ui, message, commands);
            match aadsts::entry(*code) {
                Some(entry) => entry_ui(ui, entry, commands),
                None => unknown_ui(ui, *code),
            }
            here_ui(ui, *code, here.as_ref(), commands);
            if near.is_empty() {
                return None;
            }
            ui.section_heading(&text!("lookup-beginning-with", digits = code.to_string()));
            entries_ui(ui, near)
        }
        Answer::Identifiers(message) => {
            ui.label(text!("lookup-no-code"));
            identifiers_ui(ui, message, commands);
            None
        }
        Answer::Entries { found, .. } if found.is_empty() => {
            ui.label(text!("lookup-none-found"));
            ui.weak_label(text!("lookup-none-found-about"));
            None
        }
        Answer::Entries { found, all } => {
            ui.section_heading(&if *all > found.len() {
                text!("lookup-found-first", count = *all, shown = found.len())
            } else {
                text!("lookup-found", count = *all)
            });
            entries_ui(ui, found)
        }
    }
}

fn frequent_ui(ui: &mut Ui, codes: &[CodeCount]) -> Option<String> {
    if codes.is_empty() {
        ui.weak_label(text!("lookup-none-loaded"));
        return None;
    }
    ui.section_heading(text!("lookup-most-frequent"));
    let mut next = None;
    for CodeCount { text, count } in codes {
        let code = text.parse::<u32>().ok();
        let meaning = code.and_then(aadsts::entry).map_or_else(|| text!("lookup-not-explained"), |entry| entry.meaning);
        let status = code.map_or("failure", aadsts::status_of);
        if code_row_ui(ui, status, text, meaning, *count).clicked() {
            next = Some(text.clone());
        }
    }
    next
}

fn entries_ui(ui: &mut Ui, found: &[Found]) -> Option<String> {
    let mut next = None;
    for Found { entry, count } in found {
        let code = entry.code.to_string();
        if code_row_ui(ui, entry.status, &code, entry.meaning, *count).clicked() {
            next = Some(code);
        }
    }
    next
}

/// A code in a list: shape of its usual status, the code, its meaning in one line, how often it occurs.
/// The response is that of the code.
fn code_row_ui(ui: &mut Ui, status: &str, code: &str, meaning: &str, count: u64) -> Response {
    const CODE: f32 = 76.0;
    const COUNT: f32 = 72.0;
    let tokens = ui.tokens();
    let row = ui.horizontal(|ui| {
        ui.set_min_height(size::ROW);
        let (shape, _) = ui.allocate_exact_size(vec2(14.0, size::ROW), Sense::hover());
        let mark = Mark::of_status(status);
        mark.paint(ui.painter(), shape.center(), 6.0, mark.color(tokens), tokens.surface);
        let right = Layout::right_to_left(Align::Center);
        let link = ui.allocate_ui_with_layout(vec2(CODE, size::ROW), Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_width(CODE);
            ui.add(Link::new(code)).on_hover_ui(|ui| explain_ui(ui, code))
        });
        ui.with_layout(right, |ui| {
            ui.allocate_ui_with_layout(vec2(COUNT, size::ROW), right, |ui| {
                ui.set_min_width(COUNT);
                if count > 0 {
                    ui.label(number::count(count));
                }
            });
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(Label::new(RichText::new(meaning).color(tokens.weak_text)).truncate());
            });
        });
        link.inner
    });
    ui.painter().hline(ui.max_rect().x_range(), row.response.rect.bottom(), Stroke::new(1.0, tokens.grid));
    row.inner
}

/// What the text says beside the code: the identifiers that lead to the sign-in.
fn identifiers_ui(ui: &mut Ui, message: &Message, commands: &mut Vec<Command>) {
    let Message { code: _, request_id, correlation_id, timestamp } = message;
    if request_id.is_none() && correlation_id.is_none() && timestamp.is_none() {
        return;
    }
    ui.section_heading(text!("lookup-in-message"));
    for (field, id, action) in [
        (Field::RequestId, request_id, text!("lookup-find-request")),
        (Field::CorrelationId, correlation_id, text!("lookup-find-correlation")),
    ] {
        let Some(id) = id else { continue };
        let mut find = None;
        Value::new(field.title(), id).about(field.spec().about).ui_with(ui, commands, |ui| {
            ui.add(Label::new(id).wrap());
            if ui.button(action).clicked() {
                find = Some(Command::ShowSignIns(None, Query::default().include(field, id)));
            }
        });
        commands.extend(find);
    }
    if let Some(timestamp) = timestamp {
        Value::new(text!("lookup-timestamp"), timestamp).ui(ui, commands);
    }
    ui.add_space(space::M);
}

fn entry_ui(ui: &mut Ui, entry: &Entry, commands: &mut Vec<Command>) {
    ui.card_ui(|ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_wrapped(|ui| {
            ui.add(Label::new(RichText::new(format!("AADSTS{}", entry.code)).heading()));
            if !entry.symbol.is_empty() {
                let symbol = RichText::new(entry.symbol).monospace().color(ui.tokens().weak_text);
                ui.add(Label::new(symbol));
            }
        });
        ui.add_space(space::XS);
        ui.add(Label::new(RichText::new(entry.meaning).size(size::TEXT + 1.0)).wrap());
        ui.add_space(space::S);
        ui.key_value_ui(text!("lookup-class"), "", |ui| {
            ui.label(entry.class_title());
        });
        ui.key_value_ui(text!("lookup-usual-status"), text!("lookup-usual-status-about"), |ui| {
            badge::status_ui(ui, entry.status);
        });
        for (title, text) in [
            (text!("lookup-cause"), entry.cause),
            (text!("lookup-first"), entry.first),
            (text!("lookup-next"), entry.second),
        ] {
            if !text.is_empty() {
                ui.key_value_ui(title, "", |ui| {
                    ui.add(Label::new(text).wrap());
                });
            }
        }
        ui.add_space(space::XS);
        if ui.button(text!("lookup-copy")).clicked() {
            commands.push(Command::Copy(explanation(entry)));
        }
    });
}

/// An entry as text, for a ticket or a mail: in English, as the entry itself.
fn explanation(entry: &Entry) -> String {
    let Entry { code, symbol, meaning, cause, first, second, .. } = entry;
    let mut lines = vec![format!("AADSTS{code} {symbol}").trim_end().to_owned(), (*meaning).to_owned()];
    for (title, text) in [("Usual cause", cause), ("Check first", first), ("Check next", second)] {
        if !text.is_empty() {
            lines.push(format!("{title}: {text}"));
        }
    }
    lines.join("\n")
}

fn unknown_ui(ui: &mut Ui, code: u32) {
    ui.card_ui(|ui| {
        ui.set_width(ui.available_width());
        ui.add(Label::new(RichText::new(format!("AADSTS{code}")).heading()));
        ui.add_space(space::XS);
        ui.label(text!("lookup-unknown"));
        ui.weak_label(text!("lookup-unknown-about"));
    });
}

/// How many of the loaded sign-ins have the code, in which logs, and what the files say about them.
fn here_ui(ui: &mut Ui, code: u32, here: Option<&Occurrences>, commands: &mut Vec<Command>) {
    ui.section_heading(text!("lookup-loaded"));
    let Some(here) = here else {
        ui.weak_label(text!("lookup-counting"));
        return;
    };
    let query = || Query::default().include(Field::ErrorCode, &code.to_string());
    let Some((most, _)) = here.by_log.iter().max_by_key(|(_, count)| *count) else {
        ui.weak_label(text!("lookup-here-none"));
        return;
    };
    ui.horizontal(|ui| {
        ui.label(text!("lookup-here", count = here.total()));
        if ui.button(text!("lookup-show")).clicked() {
            commands.push(Command::ShowSignIns(Some(*most), query()));
        }
    });
    if here.by_log.len() > 1 {
        for (log, count) in &here.by_log {
            ui.key_value_ui(log.shown_title(), "", |ui| {
                let button = ui.add(Link::new(text!("lookup-show-count", count = *count)));
                let name = text!("lookup-show-of-log", count = *count, log = log.shown_title());
                button.widget_info(|| eframe::egui::WidgetInfo::labeled(eframe::egui::Role::Link, true, &name));
                if button.clicked() {
                    commands.push(Command::ShowSignIns(Some(*log), query()));
                }
            });
        }
    }
    if !here.reasons.is_empty() {
        ui.add_space(space::S);
        ui.weak_label(text!("lookup-reasons"));
        for (reason, count) in &here.reasons {
            ui.key_value_ui(&number::count(*count), "", |ui| {
                ui.add(Label::new(reason).wrap());
            });
        }
    }
}

/// A code as it shows among other values: hovering explains it, clicking looks it up. Success is plain text.
pub fn code_link_ui(ui: &mut Ui, code: &str, commands: &mut Vec<Command>) {
    if code == "0" || code.parse::<u32>().is_err() {
        ui.add(Label::new(code).wrap());
        return;
    }
    let link = ui.add(Link::new(code)).on_hover_ui(|ui| explain_ui(ui, code));
    if link.clicked() {
        commands.push(Command::LookUp(code.to_owned()));
    }
}

/// The short explanation of a code, for a hover text.
pub fn explain_ui(ui: &mut Ui, code: &str) {
    ui.set_max_width(360.0);
    let Some(entry) = code.parse().ok().and_then(aadsts::entry) else {
        ui.label(text!("lookup-hover-unknown", code = code));
        return;
    };
    ui.label(format!("AADSTS{} {}", entry.code, entry.symbol).trim_end());
    ui.add(Label::new(entry.meaning).wrap());
    if !entry.first.is_empty() {
        ui.note(text!("lookup-check-first", advice = entry.first));
    }
}

/// The line under a detail's header: code, symbol and meaning, with the way to the lookup.
pub(super) fn explanation_ui(ui: &mut Ui, code: &str, commands: &mut Vec<Command>) {
    let entry = code.parse().ok().and_then(aadsts::entry);
    ui.card_ui(|ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_wrapped(|ui| {
            let link = ui.add(Link::new(format!("AADSTS{code}"))).on_hover_text(text!("lookup-look-up"));
            if link.clicked() {
                commands.push(Command::LookUp(code.to_owned()));
            }
            if let Some(entry) = entry.filter(|entry| !entry.symbol.is_empty()) {
                ui.weak_label(entry.symbol);
            }
        });
        let meaning = entry.map_or_else(|| text!("lookup-unknown"), |entry| entry.meaning);
        ui.add(Label::new(meaning).wrap());
    });
}
