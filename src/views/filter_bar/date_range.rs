//! The date range: the last day, week or month, days of the user's choice, or everything.

use chrono::{Datelike, NaiveDate};
use eframe::egui::Ui;
use egui_extras::DatePickerButton;
use jiff::civil::Date;

use crate::app::{Command, State, View, span};
use crate::clock::{Clock, Millis};
use crate::query::{Query, Test};
use crate::texts::text;
use crate::widgets::popup;
use crate::widgets::theme::{UiExt, space};

/// The days chosen in the calendars.
#[derive(Debug, Default)]
pub(super) struct DateRange {
    /// The days, and the range that was in force when they were chosen: they are forgotten with it.
    days: Option<(Date, Date, Option<Test>)>,
}

/// How far back the choices reach, in milliseconds; `None` for all dates.
const PRESETS: [Option<i64>; 4] = [Some(Millis::DAY), Some(7 * Millis::DAY), Some(30 * Millis::DAY), None];

impl DateRange {
    /// Shows the button, on which the choice has this room in points, and its panel while it is open.
    pub(super) fn ui(&mut self, ui: &mut Ui, state: &State, room: f32, commands: &mut Vec<Command>) {
        let range = state.query.time_range();
        let clock = state.settings.shown_clock();
        let button = popup::narrow_choice_button_ui(
            ui,
            text!("filter-date"),
            &title(&state.query, clock),
            range.is_some(),
            room,
        );
        let button = button.accessible_name(text!("filter-picker", title = text!("filter-date")));
        popup::panel_ui(&button, 300.0, |ui| {
            let anchor = if state.settings.end_at_now { Some(Millis::now()) } else { state.columns.newest() };
            for millis in PRESETS {
                let name = millis.map_or_else(|| text!("filter-all-dates").to_owned(), span::last_words);
                let is_chosen = match (range, millis) {
                    (None, None) => true,
                    (Some(Test::Last(last)), Some(millis)) => *last == millis,
                    _ => false,
                };
                if ui.selectable_label(is_chosen, name).clicked() {
                    commands.push(Command::SetQuery(state.query.set_last(millis)));
                }
            }
            ui.note(words_of(real_range(range, state, clock, anchor), clock));
            ui.separator();
            self.days_ui(ui, state, anchor, commands);
            ui.separator();
            let mut ends_now = state.settings.end_at_now;
            let record = state.columns.noun().shown_one();
            let newest = if let Some(at) = state.columns.newest() {
                text!("filter-ends-newest-of", record = record, date = clock.date(at))
            } else {
                text!("filter-ends-newest", record = record)
            };
            ui.weak_label(text!("filter-last-ends"));
            for (now, name) in [(false, newest.as_str()), (true, text!("filter-ends-now"))] {
                if ui.radio_value(&mut ends_now, now, name).changed() {
                    commands.push(Command::EndAtNow(now));
                }
            }
        });
    }

    fn days_ui(&mut self, ui: &mut Ui, state: &State, anchor: Option<Millis>, commands: &mut Vec<Command>) {
        let clock = state.settings.shown_clock();
        let range = state.query.time_range();
        // What was chosen before the filter got another range is no longer what is shown.
        self.days.take_if(|(_, _, of)| of.as_ref() != range);
        let known = |at: Millis| date(clock.day_of(at));
        let (first, last) = real_range(range, state, clock, anchor).unwrap_or_else(|| (Millis::now(), Millis::now()));
        let chosen = self.days.as_ref().map(|(first, last, _)| (*first, *last));
        let mut days = chosen.unwrap_or((known(first), known(last)));
        let before = days;
        ui.weak_label(text!("filter-days"));
        ui.horizontal(|ui| {
            let picker = |ui: &mut Ui, day: &mut Date, salt, name: &str| {
                let button = DatePickerButton::new(day).id_salt(salt).show_icon(false).calendar_week(false);
                let button = button.format(clock.notation().date_pattern());
                ui.add(button).accessible_name(name);
            };
            picker(ui, &mut days.0, "first day", text!("filter-first-day"));
            ui.label("–");
            picker(ui, &mut days.1, "last day", text!("filter-last-day"));
        });
        if days != before {
            self.days = Some((days.0, days.1, range.cloned()));
        }
        ui.add_space(space::XS);
        let is_order_right = days.0 <= days.1;
        let apply = ui.add_enabled(is_order_right, eframe::egui::Button::new(text!("filter-show-days")));
        if apply.on_disabled_hover_text(text!("filter-days-reversed")).clicked() {
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
        None => text!("filter-all-time").to_owned(),
        Some(Test::Last(millis)) => span::last_words(*millis),
        Some(_) => match query.time_span(clock) {
            Some((from, until)) => span::shown_words(from, until, clock),
            None => text!("filter-other-time").to_owned(),
        },
    }
}

/// The first and the last moment that the filter lets through, as far as there are sign-ins where it has no limit.
fn real_range(range: Option<&Test>, state: &State, clock: Clock, anchor: Option<Millis>) -> Option<(Millis, Millis)> {
    let last_before = |end: Millis| Millis(end.0.saturating_sub(1));
    let (from, until) = match (range, anchor) {
        (Some(Test::Last(last)), Some(anchor)) => return Some((Millis(anchor.0.saturating_sub(*last)), anchor)),
        (Some(_), _) => state.query.time_span(clock).unwrap_or_default(),
        (None, _) => (None, None),
    };
    if range.is_none() && state.view == View::Insights {
        // A page without a range in the filter has a period of its own.
        return state.insights.answer().map(|answer| (answer.frame.period.start, last_before(answer.frame.period.end)));
    }
    Some((from.or_else(|| state.columns.oldest())?, until.map(last_before).or_else(|| state.columns.newest())?))
}

fn words_of(range: Option<(Millis, Millis)>, clock: Clock) -> String {
    range.map_or_else(
        || text!("filter-nothing-loaded").to_owned(),
        |(first, last)| {
            let (first, last) = (clock.date_time(first), clock.date_time(last));
            text!("filter-period", first = first, last = last, zone = clock.label())
        },
    )
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
