//! What speaks for one order of day and month where no date settles it.

use super::super::dates::{self, Order, Style};
use super::FileFacts;
use crate::clock::Millis;

/// Reports cover at most so many days: longer is kept of no log.
const REPORT_DAYS: i64 = 31;
/// Moments that must follow each other before they tell anything.
const MOMENTS: usize = 4;
/// Moments that no chance sorts: of four that lie anyhow, one list in twelve is sorted.
const MANY: usize = 8;

/// What was seen of dates that can be read either way.
#[derive(Debug, Default)]
pub(super) struct Evidence {
    day_first: Reading,
    month_first: Reading,
    half_days: bool,
    hyphens: bool,
    /// How many days, months and hours have a leading zero, and how many lack one.
    padded: usize,
    bare: usize,
}

impl Evidence {
    /// Takes in a date.
    pub(super) fn see(&mut self, date: &str) {
        for (reading, day_first) in [(&mut self.day_first, true), (&mut self.month_first, false)] {
            if let Some(time) = dates::parse(date, Style { day_first, ..Style::default() }) {
                reading.see(time);
            }
        }
        self.half_days |= dates::has_half_day(date);
        let date = date.trim().trim_start_matches('\'');
        let day = date.split_whitespace().next().unwrap_or_default();
        self.hyphens |= day.contains('-');
        let hour = date.split_whitespace().nth(1).and_then(|time| time.split(':').next());
        for number in day.split(['/', '-']).take(2).chain(hour) {
            self.padded += usize::from(number.len() == 2 && number.starts_with('0'));
            self.bare += usize::from(number.len() == 1);
        }
    }

    /// The order to be assumed and why, as the end of a sentence: the strongest evidence that there is.
    pub(super) fn weigh(&self, facts: FileFacts) -> (Order, String) {
        let half_days = || (Order::MonthFirst, "times are given with AM and PM".to_owned());
        self.by_future(facts)
            .or_else(|| self.by_sorting(MANY))
            .or_else(|| self.by_span().filter(|_| self.day_first.moments() >= MOMENTS))
            .or_else(|| self.half_days.then(half_days))
            .or_else(|| self.by_sorting(MOMENTS))
            .or_else(|| self.by_span())
            .unwrap_or_else(|| {
                let (order, reason) = self.by_form(facts);
                (order, reason.to_owned())
            })
    }

    /// Which order puts none of them into the future of the file.
    fn by_future(&self, facts: FileFacts) -> Option<(Order, String)> {
        let is_past = |reading: &Reading| facts.written.is_none_or(|at| reading.last().0 <= at.0 + Millis::DAY);
        one_of(is_past(&self.day_first), is_past(&self.month_first))
            .map(|order| (order, "in the other order some would lie after the file was written".to_owned()))
    }

    /// Which order makes so many moments or more a sorted list.
    fn by_sorting(&self, least: usize) -> Option<(Order, String)> {
        let is_sorted = |reading: &Reading| reading.moments() >= least && reading.is_sorted();
        one_of(is_sorted(&self.day_first), is_sorted(&self.month_first))
            .map(|order| (order, "in this order they are sorted by time".to_owned()))
    }

    /// Which order puts them close together, as those of a report are.
    fn by_span(&self) -> Option<(Order, String)> {
        let (of_day, of_month) = (self.day_first.days(), self.month_first.days());
        let is_close = |own: i64, other: i64| own <= REPORT_DAYS && other >= REPORT_DAYS && own * 3 <= other;
        one_of(is_close(of_day, of_month), is_close(of_month, of_day)).map(|order| {
            let days = of_day.min(of_month);
            let noun = if days == 1 { "day" } else { "days" };
            (
                order,
                format!("in this order they lie within {days} {noun}, in the other within {}", of_day.max(of_month)),
            )
        })
    }

    /// What their form tells, and that of the file.
    fn by_form(&self, facts: FileFacts) -> (Order, &'static str) {
        if facts.delimiter == Some(b';') {
            (Order::DayFirst, "semicolons separate the cells, as they do where the day comes first")
        } else if self.hyphens {
            (Order::DayFirst, "hyphens stand in them, as they do where the day comes first")
        } else if facts.delimiter == Some(b',') && self.bare > 0 && self.padded == 0 {
            (
                Order::MonthFirst,
                "they stand without leading zeros between commas, as a spreadsheet of the United States writes them",
            )
        } else if facts.delimiter.is_none() && self.bare == 0 {
            (Order::MonthFirst, "programs that follow no region write them so")
        } else {
            (Order::DayFirst, "times are given by 24 hours")
        }
    }
}

/// The order that alone has something for it.
fn one_of(day_first: bool, month_first: bool) -> Option<Order> {
    match (day_first, month_first) {
        (true, false) => Some(Order::DayFirst),
        (false, true) => Some(Order::MonthFirst),
        (true, true) | (false, false) => None,
    }
}

/// The moments that one order of day and month gives.
#[derive(Debug, Default)]
struct Reading {
    range: Option<(Millis, Millis)>,
    previous: Option<Millis>,
    rises: usize,
    falls: usize,
}

impl Reading {
    fn see(&mut self, time: Millis) {
        let (first, last) = self.range.unwrap_or((time, time));
        self.range = Some((first.min(time), last.max(time)));
        match self.previous.map(|previous| previous.cmp(&time)) {
            Some(std::cmp::Ordering::Less) => self.rises += 1,
            Some(std::cmp::Ordering::Greater) => self.falls += 1,
            Some(std::cmp::Ordering::Equal) | None => {}
        }
        self.previous = Some(time);
    }

    fn last(&self) -> Millis {
        self.range.map_or(Millis(i64::MIN), |(_, last)| last)
    }

    /// How many days there are from the first to the last.
    fn days(&self) -> i64 {
        self.range.map_or(0, |(first, last)| (last.0 - first.0) / Millis::DAY + 1)
    }

    /// How many moments there are that differ from the one before.
    fn moments(&self) -> usize {
        self.rises + self.falls + 1
    }

    fn is_sorted(&self) -> bool {
        self.rises == 0 || self.falls == 0
    }
}
