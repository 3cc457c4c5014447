//! The date range: the last day, week or month, days of the user's choice, or everything.

use chrono::{Datelike, NaiveDate};
use eframe::egui::Ui;
use egui_extras::DatePickerButton;
use jiff::civil::Date;

use crate::app::{Command, State, span};
use crate::clock::{Clock, Millis};
use crate::query::{Query, Test};
use crate::widgets::popup;
use crate::widgets::theme::{UiExt, space};

/// The days chosen in the calendars.
#[derive(Debug, Default)]
pub(super) struct DateRange {
    days: Option<(Date, Date)>,
}

const PRESETS: [(&str, Option<i64>); 4] = [
    ("Last 24 hours", Some(Millis::DAY)),
    ("Last 7 days", Some(7 * Millis::DAY)),
    ("Last month", Some(30 * Millis::DAY)),
    ("All dates", None),
];

impl DateRange {
    /// Shows the button, on which the choice has this room in points, and its panel while it is open.
    pub(super) fn ui(&mut self, ui: &mut Ui, state: &State, room: f32, commands: &mut Vec<Command>) {
        let range = state.query.time_range();
        let clock = state.settings.clock();
        let button = popup::narrow_choice_button_ui(ui, "Date", &title(&state.query, clock), range.is_some(), room);
        let button = button.accessible_name("Date filter");
        popup::panel_ui(&button, 300.0, |ui| {
            let anchor = if state.settings.end_at_now { Some(Millis::now()) } else { state.columns.newest() };
            for (name, millis) in PRESETS {
                let is_chosen = match (range, millis) {
                    (None, None) => true,
                    (Some(Test::Last(last)), Some(millis)) => *last == millis,
                    _ => false,
                };
                if ui.selectable_label(is_chosen, name).clicked() {
                    commands.push(Command::SetQuery(state.query.set_last(millis)));
                }
            }
            ui.note(real_range(range, state, clock, anchor));
            ui.separator();
            self.days_ui(ui, state, clock, commands);
            ui.separator();
            let mut ends_now = state.settings.end_at_now;
            let newest = state.columns.newest().map_or_else(String::new, |at| format!(" ({})", clock.date(at)));
            ui.weak_label("“Last” ends at");
            for (now, name) in [(false, format!("The newest sign-in{newest}")), (true, "Now".to_owned())] {
                if ui.radio_value(&mut ends_now, now, name).changed() {
                    commands.push(Command::EndAtNow(now));
                }
            }
        });
    }

    fn days_ui(&mut self, ui: &mut Ui, state: &State, clock: Clock, commands: &mut Vec<Command>) {
        let (oldest, newest) = (state.columns.oldest(), state.columns.newest());
        let known = |at: Option<Millis>| date(clock.day_of(at.unwrap_or_else(Millis::now)));
        let mut days = self.days.unwrap_or((known(oldest), known(newest)));
        let before = days;
        ui.weak_label("Days");
        ui.horizontal(|ui| {
            let picker = |ui: &mut Ui, day: &mut Date, salt, name: &str| {
                let button = DatePickerButton::new(day).id_salt(salt).show_icon(false).calendar_week(false);
                ui.add(button).accessible_name(name);
            };
            picker(ui, &mut days.0, "first day", "First day");
            ui.label("–");
            picker(ui, &mut days.1, "last day", "Last day");
        });
        if days != before {
            self.days = Some(days);
        }
        ui.add_space(space::XS);
        let is_order_right = days.0 <= days.1;
        let apply = ui.add_enabled(is_order_right, eframe::egui::Button::new("Show these days"));
        if apply.on_disabled_hover_text("The first day is after the last").clicked() {
            let part: Result<Query, _> = format!("time:{}..{}", days.0, days.1).parse();
            if let Ok(part) = part {
                commands.push(Command::SetQuery(state.query.set_last(None).and(&part)));
            }
        }
    }
}

fn date(day: NaiveDate) -> Date {
    // Years outside of -9999 to 9999 do not occur in sign-ins; the calendar then begins at its own default.
    Date::new(day.year() as i16, day.month() as i8, day.day() as i8).unwrap_or_default()
}

fn title(query: &Query, clock: Clock) -> String {
    match query.time_range() {
        None => "All".to_owned(),
        Some(Test::Last(millis)) => last_title(*millis),
        Some(_) => match query.time_span(clock) {
            Some((from, until)) => span::words(from, until, clock),
            None => "Custom".to_owned(),
        },
    }
}

fn last_title(millis: i64) -> String {
    if let Some((name, _)) = PRESETS.iter().find(|(_, preset)| *preset == Some(millis)) {
        return (*name).to_owned();
    }
    match (millis % Millis::DAY, millis % Millis::HOUR) {
        (0, _) => format!("Last {} days", millis / Millis::DAY),
        (_, 0) => format!("Last {} hours", millis / Millis::HOUR),
        _ => format!("Last {} minutes", millis / 60_000),
    }
}

/// From when until when the sign-ins shown really are.
fn real_range(range: Option<&Test>, state: &State, clock: Clock, anchor: Option<Millis>) -> String {
    match (range, anchor) {
        (Some(Test::Last(millis)), Some(anchor)) => {
            format!("{} – {} {}", clock.date_time(Millis(anchor.0 - millis)), clock.date_time(anchor), clock.label())
        }
        _ => match state.present_table().listing.as_ref().and_then(|listing| listing.period) {
            Some((first, last)) => {
                format!("{} – {} {}", clock.date_time(first), clock.date_time(last), clock.label())
            }
            None => "No sign-ins".to_owned(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_have_titles_people_know() {
        let clock = Clock::default();
        for (text, expected) in [
            ("", "All"),
            ("last:7d", "Last 7 days"),
            ("last:3d", "Last 3 days"),
            ("last:6h", "Last 6 hours"),
            ("time:2026-10-05", "Mon 5 Oct 2026"),
        ] {
            let query: Query = text.parse().expect("a filter");
            assert_eq!(title(&query, clock), expected);
        }
    }
}
