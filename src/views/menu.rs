//! The menu bar.

use eframe::egui::accesskit::Role;
use eframe::egui::{Align, Button, Layout, MenuBar, RichText, Ui, WidgetInfo};

use crate::app::{Action, Area, Command, RowHeight, Sheet, State, Theme};
use crate::clock::Zone;
use crate::texts::{Formats, Language, text};
use crate::views::saved_views;
use crate::widgets::keys::keys_text;
use crate::widgets::theme::UiExt;

/// Shows the menu bar, with the active view at its right.
pub fn ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    MenuBar::new().ui(ui, |ui| {
        for area in Area::ALL {
            ui.menu_button(area.title(), |ui| area_ui(ui, area, state, commands));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            saved_views::button_ui(ui, state, commands);
            private_ui(ui, state, commands);
        });
    });
}

/// The mark of private names, which a click takes away; until they are private, it says so.
fn private_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    if !state.is_private() {
        return;
    }
    let tokens = ui.tokens();
    let (mark, name) = if state.is_hiding() {
        (Button::new(RichText::new(text!("menu-hiding")).small()), text!("menu-hiding-about"))
    } else {
        let text = RichText::new(text!("menu-private")).small().color(tokens.accent_text);
        (Button::new(text).fill(tokens.accent), text!("menu-private-about"))
    };
    let response = ui.add(mark).on_hover_text(name);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    if response.clicked() {
        commands.push(Command::TogglePrivate);
    }
}

/// The actions of a menu, with what else belongs there.
fn area_ui(ui: &mut Ui, area: Area, state: &State, commands: &mut Vec<Command>) {
    match area {
        Area::View => view_ui(ui, state, commands),
        Area::Views => {
            saved_views::entries_ui(ui, state, commands);
            ui.separator();
            ui.menu_button(text!("menu-recent-filters"), |ui| saved_views::recent_filters_ui(ui, state, commands));
            ui.separator();
        }
        Area::File | Area::Edit | Area::Table | Area::Help => {}
    }
    let has_entries =
        |group: &Vec<Action>| group.iter().any(|action| action.shows_log().is_none() || state.can(*action));
    for (place, group) in area.groups().filter(has_entries).enumerate() {
        if place > 0 {
            ui.separator();
        }
        for action in group {
            // Of the way to the sample tenant and the way back one is there; of logs those that have records.
            let comes_and_goes =
                matches!(action, Action::ShowSample | Action::LeaveSample) || action.shows_log().is_some();
            if state.can(action) || !comes_and_goes {
                action_ui(ui, action, state, commands);
            }
            if action == Action::OpenFolder {
                recent_ui(ui, state, commands);
            }
        }
    }
}

/// An entry of a menu, with its keys at the right.
fn action_ui(ui: &mut Ui, action: Action, state: &State, commands: &mut Vec<Command>) {
    let spec = action.spec();
    let mut button = Button::new(state.action_title(action).as_ref());
    if let Some(shortcut) = &spec.shortcut {
        button = button.shortcut_text(keys_text(ui.ctx(), shortcut));
    }
    if ui.add_enabled(state.can(action), button).on_hover_text(spec.tooltip).clicked() {
        commands.push(action.command());
        ui.close();
    }
}

fn recent_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    ui.menu_button(text!("menu-open-recent"), |ui| {
        if state.settings.recent.is_empty() {
            ui.add_enabled(false, Button::new(text!("menu-nothing-recent")));
            return;
        }
        for path in &state.settings.recent {
            let name = path.file_name().map_or_else(|| path.to_string_lossy(), |name| name.to_string_lossy());
            let (name, place) = if state.is_private() {
                (state.shown_path(path).into(), state.shown_path(path).into())
            } else {
                (name, path.to_string_lossy())
            };
            if ui.button(name).on_hover_text(place).clicked() {
                commands.push(Command::Import(vec![path.clone()]));
                ui.close();
            }
        }
        ui.separator();
        if ui.button(text!("menu-forget-recent")).clicked() {
            commands.push(Command::ClearRecent);
            ui.close();
        }
    });
}

/// Zones offered beside UTC and the system's; the sheet behind the last entry has all of them.
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
    ui.menu_button(text!("menu-theme"), |ui| {
        for theme in Theme::ALL {
            if ui.radio(state.settings.theme == theme, theme.title()).clicked() {
                commands.push(Command::SetTheme(theme));
                ui.close();
            }
        }
    });
    ui.menu_button(text!("menu-language"), |ui| {
        for language in std::iter::once(None).chain(Language::ALL.map(Some)) {
            let name = language.map_or(text!("menu-language-system"), Language::title);
            if ui.radio(state.settings.language == language, name).clicked() {
                commands.push(Command::SetLanguage(language));
                ui.close();
            }
        }
    });
    ui.menu_button(text!("menu-formats"), |ui| {
        for formats in Formats::ALL {
            if ui.radio(state.settings.formats == formats, formats.title()).clicked() {
                commands.push(Command::SetFormats(formats));
                ui.close();
            }
        }
    });
    ui.menu_button(text!("menu-row-height"), |ui| {
        for height in RowHeight::ALL {
            if ui.radio(state.settings.row_height == height, height.title()).clicked() {
                commands.push(Command::SetRowHeight(height));
                ui.close();
            }
        }
    });
    ui.menu_button(text!("menu-zone"), |ui| {
        let named = ZONES.iter().filter_map(|name| Zone::from_name(name));
        let mut zones: Vec<Zone> = [Zone::Utc, Zone::System].into_iter().chain(named).collect();
        if !zones.contains(&state.settings.zone) {
            zones.push(state.settings.zone);
        }
        for zone in zones {
            let name = if zone == Zone::System { text!("menu-zone-system") } else { zone.name() };
            if ui.radio(state.settings.zone == zone, name).clicked() {
                commands.push(Command::SetZone(zone));
                ui.close();
            }
        }
        if ui.button(text!("menu-zone-other")).clicked() {
            commands.push(Command::ShowSheet(Some(Sheet::TimeZone)));
            ui.close();
        }
    });
    ui.menu_button(text!("menu-week"), |ui| {
        for (sunday, name) in [(false, text!("menu-week-monday")), (true, text!("menu-week-sunday"))] {
            if ui.radio(state.settings.week_starts_on_sunday == sunday, name).clicked() {
                commands.push(Command::SetWeekStartsOnSunday(sunday));
                ui.close();
            }
        }
    });
    ui.separator();
}
