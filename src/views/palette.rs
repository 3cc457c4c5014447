//! The command palette: any command by a few letters of its name.

mod fuzzy;

use eframe::egui::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{
    Align2, CornerRadius, FontSelection, Frame, Id, Key, Margin, Modal, Modifiers, Rect, Role, ScrollArea, Sense,
    Stroke, TextEdit, TextStyle, Ui, WidgetInfo, pos2, vec2,
};

use self::fuzzy::{Match, fuzzy_match};
use crate::app::palette::{Entry, entries, entries_for_text};
use crate::app::{Command, State};
use crate::texts::text;
use crate::widgets::keys::keys_text;
use crate::widgets::table::layout;
use crate::widgets::theme::{Tokens, UiExt, size, space};

/// Width in points, if the window has the room.
const WIDTH: f32 = 640.0;
/// Height of a row, on the grid of four.
const ROW: f32 = 32.0;
/// As many rows are shown without scrolling.
const ROWS: usize = 11;
/// No one reads further.
const LISTED: usize = 60;

/// The palette while it is open.
#[derive(Debug, Default)]
pub struct PaletteView {
    text: String,
    chosen: usize,
    entries: Vec<Entry>,
    found: Vec<(Entry, Match)>,
    is_open: bool,
}

impl PaletteView {
    /// Shows the palette while `is_open`; each time it opens, it is empty.
    pub fn ui(&mut self, ui: &Ui, state: &State, is_open: bool, commands: &mut Vec<Command>) {
        if !is_open {
            self.is_open = false;
            return;
        }
        if !self.is_open {
            *self = Self { is_open: true, entries: entries(state), ..Self::default() };
            self.find(&state.settings.recent_commands);
        }
        let mut run = self.keys(ui);
        let window = ui.ctx().content_rect();
        let width = WIDTH.min(window.width() - 2.0 * space::L);
        let tokens = ui.tokens();
        let frame = Frame::popup(ui.style()).inner_margin(Margin::same(space::S as i8));
        let area = Modal::default_area(Id::unique("command palette"))
            .anchor(Align2::CENTER_TOP, [0.0, window.height() * 0.12]);
        let modal = Modal::new(Id::unique("command palette")).area(area).frame(frame).show(ui.ctx(), |ui| {
            ui.set_width(width);
            let text = TextEdit::singleline(&mut self.text)
                .hint_text(text!("palette-hint"))
                .desired_width(f32::INFINITY)
                .min_size(vec2(0.0, size::CONTROL + space::S))
                .align(Align2::LEFT_CENTER)
                .margin(Margin::symmetric(space::S as i8, space::XS as i8));
            let response = ui.add(text).accessible_name(text!("palette-find"));
            if !response.has_focus() {
                response.request_focus();
            }
            if response.changed() {
                self.find(&state.settings.recent_commands);
            }
            ui.add_space(space::S);
            run = self.list_ui(ui, tokens).or(run);
        });
        if let Some((entry, _)) = run.and_then(|place| self.found.get(place)) {
            commands.push(Command::ShowSheet(None));
            commands.push(Command::RememberUse(entry.english.to_string()));
            commands.push(entry.command.clone());
        } else if modal.should_close() {
            commands.push(Command::ShowSheet(None));
        }
    }

    /// Up, down, page keys and Enter, before the line sees them. Returns the entry to run.
    fn keys(&mut self, ui: &Ui) -> Option<usize> {
        let last = self.found.len().saturating_sub(1);
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(Key::ArrowDown) {
            self.chosen = if self.chosen >= last { 0 } else { self.chosen + 1 };
        }
        if pressed(Key::ArrowUp) {
            self.chosen = self.chosen.checked_sub(1).unwrap_or(last);
        }
        if pressed(Key::PageDown) {
            self.chosen = (self.chosen + ROWS).min(last);
        }
        if pressed(Key::PageUp) {
            self.chosen = self.chosen.saturating_sub(ROWS);
        }
        pressed(Key::Enter).then_some(self.chosen)
    }

    /// Finds what fits the text, best first.
    fn find(&mut self, recent: &[String]) {
        self.chosen = 0;
        let text = self.text.trim();
        let (before, behind) = entries_for_text(text);
        let place = |entry: &Entry| recent.iter().position(|title| *title == entry.english);
        let mut found: Vec<(Entry, Match)> = self
            .entries
            .iter()
            .filter(|entry| !text.is_empty() || entry.is_first)
            .filter_map(|entry| Some((entry.clone(), fits(text, entry)?)))
            .collect();
        if text.is_empty() {
            found.sort_by_key(|(entry, _)| place(entry).unwrap_or(usize::MAX));
        } else {
            // What was used lately beats what fits a little better.
            let bonus = |entry: &Entry| if place(entry).is_some() { 15 } else { 0 };
            found.sort_by_key(|(entry, found)| std::cmp::Reverse(found.score + bonus(entry)));
        }
        found.truncate(LISTED);
        let plain = |entry| (entry, Match::default());
        self.found = before.into_iter().map(plain).chain(found).chain(behind.into_iter().map(plain)).collect();
    }

    fn list_ui(&mut self, ui: &mut Ui, tokens: &Tokens) -> Option<usize> {
        let mut clicked = None;
        // The rows are as wide as the line above them; the bar lies over their end.
        ui.spacing_mut().scroll.floating_allocated_width = 0.0;
        let height = ROW * ROWS.min(self.found.len()) as f32;
        ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink([false, true]).show(
            ui,
            |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for (place, (entry, found)) in self.found.iter().enumerate() {
                    let is_chosen = place == self.chosen;
                    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
                    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_chosen, &*entry.title));
                    if is_chosen && !ui.clip_rect().contains_rect(rect) {
                        ui.scroll_to_rect(rect, None);
                    }
                    if ui.is_rect_visible(rect) {
                        let fill = match (is_chosen, response.hovered()) {
                            (true, _) => Some(tokens.selection),
                            (false, true) => Some(tokens.control_hovered),
                            (false, false) => None,
                        };
                        if let Some(fill) = fill {
                            ui.painter().rect_filled(rect, CornerRadius::same(size::CORNER), fill);
                        }
                        row_ui(ui, rect, entry, found, tokens);
                    }
                    if response.clicked() {
                        clicked = Some(place);
                    }
                }
            },
        );
        clicked
    }
}

/// How well an entry fits what is typed, by its title or else by its English one, none of whose letters are shown.
fn fits(typed: &str, entry: &Entry) -> Option<Match> {
    let in_english = || {
        let is_other = entry.english != entry.title;
        let found = is_other.then(|| fuzzy_match(typed, &entry.english, entry.synonyms))??;
        Some(Match { places: Vec::new(), ..found })
    };
    fuzzy_match(typed, &entry.title, entry.synonyms).or_else(in_english)
}

/// The title with its found letters, what it is, and its keys at the right.
fn row_ui(ui: &Ui, rect: Rect, entry: &Entry, found: &Match, tokens: &Tokens) {
    let inner = rect.shrink2(vec2(space::S, 0.0));
    let middle = rect.center().y;
    let mut right = inner.right();
    if let Some(shortcut) = &entry.shortcut {
        let keys = layout(ui, &keys_text(ui.ctx(), shortcut), f32::INFINITY, TextStyle::Small, tokens.weak_text);
        let cap = Rect::from_min_max(pos2(right - keys.size().x - space::M, middle - 10.0), pos2(right, middle + 10.0));
        ui.painter().rect(
            cap,
            CornerRadius::same(4),
            tokens.control,
            Stroke::new(1.0, tokens.grid),
            eframe::egui::StrokeKind::Inside,
        );
        ui.painter().galley(cap.center() - keys.size() / 2.0, keys, tokens.weak_text);
        right = cap.left() - space::M;
    }
    let title = ui.fonts_mut(|fonts| fonts.layout_job(title_job(ui, entry, found, tokens, right - inner.left())));
    let left = inner.left() + title.size().x + space::M;
    ui.painter().galley(pos2(inner.left(), middle - title.size().y / 2.0), title, tokens.text);
    if right - left > 64.0 {
        let note = layout(ui, &entry.note, right - left, TextStyle::Small, tokens.weak_text);
        ui.painter().galley(pos2(right - note.size().x, middle - note.size().y / 2.0), note, tokens.weak_text);
    }
}

fn title_job(ui: &Ui, entry: &Entry, found: &Match, tokens: &Tokens, width: f32) -> LayoutJob {
    let font = FontSelection::Default.resolve(ui.style());
    let plain = TextFormat::simple(font, tokens.text);
    let marked = TextFormat { color: tokens.accent, underline: Stroke::new(1.0, tokens.accent), ..plain.clone() };
    let wrap = TextWrapping::truncate_at_width(width);
    let mut job = LayoutJob { wrap, ..LayoutJob::default() };
    for (place, letter) in entry.title.chars().enumerate() {
        let format = if found.places.contains(&place) { marked.clone() } else { plain.clone() };
        job.append(letter.encode_utf8(&mut [0; 4]), 0.0, format);
    }
    job
}
