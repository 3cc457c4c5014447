//! The sheets over the window: the filter language, keyboard shortcuts, and what this program is.

use eframe::egui::{Context, CornerRadius, Frame, Label, Margin, RichText, ScrollArea, Stroke, TextEdit, Ui};

use crate::app::{Action, Area, Command, Sheet, State};
use crate::texts::{self, text};
use crate::views::{about, filter_help};
use crate::widgets::keys::keys_text;
use crate::widgets::sheet::sheet_ui;
use crate::widgets::theme::{UiExt, space};

/// Keys of the table, which are no actions of their own, with what they do.
fn table_keys() -> [(&'static str, &'static str); 12] {
    [
        (text!("shortcuts-keys-move"), text!("shortcuts-move")),
        (text!("shortcuts-keys-ends"), text!("shortcuts-ends")),
        (text!("shortcuts-keys-enter"), text!("shortcuts-enter")),
        (text!("shortcuts-keys-range"), text!("shortcuts-range")),
        (text!("shortcuts-keys-besides"), text!("shortcuts-besides")),
        (text!("shortcuts-keys-all"), text!("shortcuts-all")),
        (text!("shortcuts-keys-escape"), text!("shortcuts-escape")),
        (text!("shortcuts-keys-along"), text!("shortcuts-along")),
        (text!("shortcuts-keys-menu"), text!("shortcuts-menu")),
        (text!("shortcuts-keys-sort"), text!("shortcuts-sort")),
        (text!("shortcuts-keys-sort-further"), text!("shortcuts-sort-further")),
        (text!("shortcuts-keys-own-window"), text!("shortcuts-own-window")),
    ]
}

/// The sheet of shortcuts while it is open.
#[derive(Debug, Default)]
pub struct ShortcutSheet {
    search: String,
    is_open: bool,
}

/// Width of one of the two columns in points.
const COLUMN: f32 = 400.0;
/// Room for the keys beside what they do, in points.
const KEYS: f32 = 216.0;

impl ShortcutSheet {
    /// Shows the sheet of shortcuts or of the program, if one of them is open.
    pub fn ui(&mut self, ui: &Ui, state: &State, commands: &mut Vec<Command>) {
        let (key, title, sheet) = match state.sheet {
            Some(sheet @ Sheet::FilterHelp) => ("filter help", text!("shortcuts-filter-help"), sheet),
            Some(sheet @ Sheet::Shortcuts) => ("shortcuts", text!("shortcuts-title"), sheet),
            Some(sheet @ Sheet::About) => ("about", text!("shortcuts-about"), sheet),
            Some(
                Sheet::Palette
                | Sheet::SaveView
                | Sheet::Views
                | Sheet::TimeZone
                | Sheet::Export
                | Sheet::Picture
                | Sheet::Pack
                | Sheet::Assign
                | Sheet::Encryption,
            )
            | None => {
                self.is_open = false;
                return;
            }
        };
        let width = match sheet {
            Sheet::About => about::WIDTH,
            Sheet::FilterHelp => filter_help::WIDTH,
            _ => 2.0 * COLUMN + space::XL,
        };
        let is_closed = sheet_ui(ui.ctx(), key, title, width, |ui| match sheet {
            Sheet::FilterHelp => filter_help::ui(ui, state, commands),
            Sheet::About => about::ui(ui, state, commands),
            _ => self.shortcuts_ui(ui),
        });
        self.is_open = true;
        if is_closed {
            commands.push(Command::ShowSheet(None));
        }
    }

    fn shortcuts_ui(&mut self, ui: &mut Ui) {
        let tokens = ui.tokens();
        if !self.is_open {
            self.search.clear();
        }
        let search = TextEdit::singleline(&mut self.search).hint_text(text!("shortcuts-find"));
        let search = ui.add(search.desired_width(f32::INFINITY)).accessible_name(text!("shortcuts-find-name"));
        if !self.is_open {
            search.request_focus();
        }
        ui.add_space(space::S);
        let sections = sections(ui.ctx(), &self.search);
        if sections.is_empty() {
            ui.weak_label(text!("shortcuts-none"));
            return;
        }
        let is_narrow = ui.available_width() < 2.0 * COLUMN + space::XL;
        // Two columns of about the same height: a section goes to the left while more than half of it fits there.
        let lines = |section: &Section| section.lines.len() + 2;
        let all: usize = sections.iter().map(lines).sum();
        let mut above = 0;
        let (left, right): (Vec<Section>, Vec<Section>) = sections.into_iter().partition(|section| {
            above += lines(section);
            is_narrow || 2 * above <= all + lines(section)
        });
        let columns = if is_narrow { vec![left] } else { vec![left, right] };
        let height = ui.available_height();
        let area = ScrollArea::vertical().max_height(height).min_scrolled_height(height);
        area.auto_shrink([false, true]).show(ui, |ui| {
            let width = if is_narrow { ui.available_width() } else { COLUMN };
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = space::XL;
                for column in columns {
                    ui.vertical(|ui| {
                        ui.set_width(width);
                        for section in column {
                            ui.section_heading(section.title);
                            for (keys, what) in section.lines {
                                ui.horizontal(|ui| {
                                    ui.spacing_mut().item_spacing.x = space::XS;
                                    ui.set_min_height(26.0);
                                    let room = width - KEYS - space::S;
                                    ui.allocate_ui(eframe::egui::vec2(room, 22.0), |ui| {
                                        ui.set_min_width(room);
                                        ui.add(Label::new(RichText::new(&what).color(tokens.text)).wrap());
                                    });
                                    for key in keys {
                                        key_ui(ui, &key);
                                    }
                                });
                            }
                        }
                    });
                }
            });
        });
    }
}

/// What belongs together.
struct Section {
    title: &'static str,
    /// Keys, and what they do.
    lines: Vec<(Vec<String>, String)>,
}

/// Keys and what they do, by area; of them those whose words or keys are looked for.
fn sections(context: &Context, search: &str) -> Vec<Section> {
    let words: Vec<String> = search.to_lowercase().split_whitespace().map(str::to_owned).collect();
    let fits = |keys: &[String], what: &str, synonyms: &str| {
        let text = format!("{what} {} {synonyms}", keys.join(" ")).to_lowercase();
        words.iter().all(|word| text.contains(word))
    };
    let mut sections = Vec::new();
    for area in Area::ALL {
        let lines = area.groups().flatten().filter_map(|action: Action| {
            let keys: Vec<String> = action.all_keys().map(|keys| keys_text(context, &keys)).collect();
            let what = action.spec().title.trim_end_matches('…').to_owned();
            let other_words = format!("{} {}", texts::in_english(|| action.spec().title), action.synonyms());
            (!keys.is_empty() && fits(&keys, &what, &other_words)).then_some((keys, what))
        });
        sections.push(Section { title: area.title(), lines: lines.collect() });
    }
    let table = table_keys()
        .into_iter()
        .map(|(keys, what)| (keys.split(", ").map(str::to_owned).collect::<Vec<_>>(), what.to_owned()));
    let lines = table.filter(|(keys, what)| fits(keys, what, "")).collect();
    sections.push(Section { title: text!("shortcuts-table"), lines });
    sections.retain(|section| !section.lines.is_empty());
    sections
}

/// Keys as on a keyboard.
fn key_ui(ui: &mut Ui, keys: &str) {
    let tokens = ui.tokens();
    Frame::new()
        .fill(tokens.control)
        .stroke(Stroke::new(1.0, tokens.grid))
        .corner_radius(CornerRadius::same(4))
        .inner_margin(Margin::symmetric(6, 2))
        .show(ui, |ui| ui.add(Label::new(RichText::new(keys).small().color(tokens.text)).selectable(false)));
}
