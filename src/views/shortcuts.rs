//! The sheets over the window: the filter language, keyboard shortcuts, and what this program is.

use eframe::egui::{
    Context, CornerRadius, Frame, Key, KeyboardShortcut, Label, Margin, RichText, ScrollArea, Stroke, TextEdit, Ui,
};

use crate::app::{Action, Area, Command, Sheet, State};
use crate::views::{about, filter_help};
use crate::widgets::sheet::sheet_ui;
use crate::widgets::theme::{UiExt, space};

/// Keys of the table, which are no actions of their own.
const TABLE_KEYS: [(&str, &str); 12] = [
    ("Up, Down, Page up, Page down", "Move the selection"),
    ("Home, End", "First and last row"),
    ("Enter", "Open the details of the selected row"),
    ("Shift with these, Shift-click", "Select a range of rows"),
    ("Ctrl-click", "Select a row besides others"),
    ("Ctrl+A", "Select all rows"),
    ("Escape", "Close the details, then select nothing"),
    ("Right, Left", "Expand and fold a group; move from cell to cell"),
    ("Menu key, Shift+F10", "What can be done with the row and its cell"),
    ("Click a header", "Sort; again to reverse"),
    ("Shift-click a header", "Sort by a further column"),
    ("Ctrl or Cmd + W, Escape", "Close the own window of a record"),
];

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
        let (title, sheet) = match state.sheet {
            Some(sheet @ Sheet::FilterHelp) => ("Filter language", sheet),
            Some(sheet @ Sheet::Shortcuts) => ("Keyboard shortcuts", sheet),
            Some(sheet @ Sheet::About) => ("About Sign-in Lens", sheet),
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
        let is_closed = sheet_ui(ui.ctx(), title, width, |ui| match sheet {
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
        let search =
            TextEdit::singleline(&mut self.search).hint_text("Find a command or key").desired_width(f32::INFINITY);
        let search = ui.add(search).accessible_name("Find a shortcut");
        if !self.is_open {
            search.request_focus();
        }
        ui.add_space(space::S);
        let sections = sections(ui.ctx(), &self.search);
        if sections.is_empty() {
            ui.weak_label("No command with keys has these words; the command palette knows those without keys");
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
            (!keys.is_empty() && fits(&keys, &what, action.synonyms())).then_some((keys, what))
        });
        sections.push(Section { title: area.title(), lines: lines.collect() });
    }
    let table = TABLE_KEYS
        .iter()
        .map(|(keys, what)| (keys.split(", ").map(str::to_owned).collect::<Vec<_>>(), (*what).to_owned()));
    let lines = table.filter(|(keys, what)| fits(keys, what, "")).collect();
    sections.push(Section { title: "Table", lines });
    sections.retain(|section| !section.lines.is_empty());
    sections
}

/// The name of a shortcut; the question mark says itself.
fn keys_text(context: &Context, keys: &KeyboardShortcut) -> String {
    if keys.logical_key == Key::Questionmark { "?".to_owned() } else { context.format_shortcut(keys) }
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
