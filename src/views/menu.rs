//! The menu bar.

use eframe::egui::{Button, MenuBar, Ui};

use crate::app::{Action, Command, RowHeight, State, Theme};
use crate::clock::Zone;

/// Shows the menu bar.
pub fn ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    MenuBar::new().ui(ui, |ui| {
        ui.menu_button("File", |ui| file_ui(ui, state, commands));
        ui.menu_button("View", |ui| view_ui(ui, state, commands));
        ui.menu_button("Sign-ins", |ui| sign_ins_ui(ui, commands));
        ui.menu_button("Help", |ui| {
            action_ui(ui, Action::FilterHelp, commands);
            action_ui(ui, Action::Shortcuts, commands);
            action_ui(ui, Action::About, commands);
        });
    });
}

/// An entry of a menu, with its keys at the right.
fn action_ui(ui: &mut Ui, action: Action, commands: &mut Vec<Command>) {
    let spec = action.spec();
    let mut button = Button::new(spec.title);
    if let Some(shortcut) = &spec.shortcut {
        button = button.shortcut_text(ui.ctx().format_shortcut(shortcut));
    }
    if ui.add(button).on_hover_text(spec.tooltip).clicked() {
        commands.push(action.command());
        ui.close();
    }
}

fn file_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    action_ui(ui, Action::Open, commands);
    action_ui(ui, Action::OpenFolder, commands);
    ui.menu_button("Open recent", |ui| {
        if state.settings.recent.is_empty() {
            ui.add_enabled(false, Button::new("Nothing opened yet"));
            return;
        }
        for path in &state.settings.recent {
            let name = path.file_name().map_or_else(|| path.to_string_lossy(), |name| name.to_string_lossy());
            if ui.button(name).on_hover_text(path.to_string_lossy()).clicked() {
                commands.push(Command::Import(vec![path.clone()]));
                ui.close();
            }
        }
        ui.separator();
        if ui.button("Forget this list").clicked() {
            commands.push(Command::ClearRecent);
            ui.close();
        }
    });
    action_ui(ui, if state.is_sample { Action::LeaveSample } else { Action::ShowSample }, commands);
    ui.separator();
    action_ui(ui, Action::ShowSources, commands);
    ui.separator();
    action_ui(ui, Action::Quit, commands);
}

/// Zones offered beside UTC and the system's; any other can be set in the settings file or by `--time-zone`.
const ZONES: [&str; 12] = [
    "America/Los_Angeles",
    "America/Chicago",
    "America/New_York",
    "America/Sao_Paulo",
    "Europe/London",
    "Europe/Berlin",
    "Europe/Helsinki",
    "Asia/Dubai",
    "Asia/Kolkata",
    "Asia/Singapore",
    "Asia/Tokyo",
    "Australia/Sydney",
];

fn view_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    ui.menu_button("Theme", |ui| {
        for theme in Theme::ALL {
            if ui.radio(state.settings.theme == theme, theme.title()).clicked() {
                commands.push(Command::SetTheme(theme));
                ui.close();
            }
        }
    });
    ui.menu_button("Row height", |ui| {
        for height in RowHeight::ALL {
            if ui.radio(state.settings.row_height == height, height.title()).clicked() {
                commands.push(Command::SetRowHeight(height));
                ui.close();
            }
        }
    });
    ui.menu_button("Time zone", |ui| {
        let named = ZONES.iter().filter_map(|name| Zone::from_name(name));
        let mut zones: Vec<Zone> = [Zone::Utc, Zone::System].into_iter().chain(named).collect();
        if !zones.contains(&state.settings.zone) {
            zones.push(state.settings.zone);
        }
        for zone in zones {
            let name = if zone == Zone::System { "This computer's" } else { zone.name() };
            if ui.radio(state.settings.zone == zone, name).clicked() {
                commands.push(Command::SetZone(zone));
                ui.close();
            }
        }
    });
    ui.menu_button("Week starts on", |ui| {
        for (sunday, name) in [(false, "Monday"), (true, "Sunday")] {
            if ui.radio(state.settings.week_starts_on_sunday == sunday, name).clicked() {
                commands.push(Command::SetWeekStartsOnSunday(sunday));
                ui.close();
            }
        }
    });
    ui.separator();
    for action in [
        Action::ShowInteractive,
        Action::ShowNonInteractive,
        Action::ShowServicePrincipal,
        Action::ShowManagedIdentity,
        Action::ShowUsage,
        Action::ShowErrors,
    ] {
        action_ui(ui, action, commands);
    }
}

fn sign_ins_ui(ui: &mut Ui, commands: &mut Vec<Command>) {
    action_ui(ui, Action::Search, commands);
    action_ui(ui, Action::ClearFilter, commands);
    ui.separator();
    action_ui(ui, Action::ToggleGrouping, commands);
    action_ui(ui, Action::ChooseColumns, commands);
    ui.separator();
    action_ui(ui, Action::CopyLine, commands);
    action_ui(ui, Action::DetachDetail, commands);
    action_ui(ui, Action::CloseDetail, commands);
}
