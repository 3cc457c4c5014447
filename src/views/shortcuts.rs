//! The sheets over the window: the filter language, keyboard shortcuts, and what this program is.

use eframe::egui::{Align2, Grid, RichText, Ui, Window};

use crate::app::{Action, Command, Sheet};
use crate::views::filter_help;
use crate::widgets::theme::{UiExt, space};

/// Keys of the table, which are no actions of their own.
const TABLE_KEYS: [(&str, &str); 6] = [
    ("Up, Down, Page up, Page down", "Move the selection"),
    ("Home, End", "First and last row"),
    ("Enter", "Open the details of the selected row"),
    ("Right, Left", "Expand and fold a group"),
    ("Click a header", "Sort; again to reverse"),
    ("Shift-click a header", "Sort by a further column"),
];

/// Shows the open sheet, if any.
pub fn ui(ui: &Ui, sheet: Option<Sheet>, commands: &mut Vec<Command>) {
    let Some(sheet) = sheet else { return };
    let title = match sheet {
        Sheet::FilterHelp => "Filter language",
        Sheet::Shortcuts => "Keyboard shortcuts",
        Sheet::About => "About Sign-in Lens",
    };
    let mut is_open = true;
    Window::new(title)
        .open(&mut is_open)
        .collapsible(false)
        .resizable(false)
        .anchor(Align2::CENTER_CENTER, [0.0, 0.0])
        .show(ui.ctx(), |ui| match sheet {
            Sheet::FilterHelp => filter_help::ui(ui, commands),
            Sheet::Shortcuts => shortcuts_ui(ui),
            Sheet::About => about_ui(ui),
        });
    if !is_open {
        commands.push(Command::ShowSheet(None));
    }
}

fn shortcuts_ui(ui: &mut Ui) {
    let tokens = ui.tokens();
    Grid::new("shortcuts").spacing([space::XL, space::XS]).show(ui, |ui| {
        for action in Action::ALL {
            let spec = action.spec();
            if let Some(shortcut) = &spec.shortcut {
                ui.label(RichText::new(ui.ctx().format_shortcut(shortcut)).color(tokens.weak_text));
                ui.label(spec.title.trim_end_matches('…'));
                ui.end_row();
            }
        }
        for (keys, what) in TABLE_KEYS {
            ui.label(RichText::new(keys).color(tokens.weak_text));
            ui.label(what);
            ui.end_row();
        }
    });
}

fn about_ui(ui: &mut Ui) {
    ui.set_max_width(420.0);
    ui.label(format!("Version {}", env!("CARGO_PKG_VERSION")));
    ui.add_space(space::S);
    ui.label("Review Microsoft Entra ID sign-ins on this computer: what you open stays here.");
    ui.add_space(space::S);
    ui.weak_label("It opens no network connection, ever: no telemetry, no update check, no download.");
}
