//! What the dates of a file tell together: the order of day and month, and what a spreadsheet did to them.

mod evidence;

use super::dates::{self, Order};
use crate::clock::Millis;
use evidence::Evidence;

/// Different times on whole minutes from which on it is no chance that there is no other: one in sixty is.
const WHOLE_MINUTES: usize = 8;

/// Dates looked at where some need no order: those that do are few, and a whole file is not read for them.
const MIXED: usize = 10_000;

/// What is known of a file beside its dates.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct FileFacts {
    /// The character between the cells of a CSV; `None` for JSON.
    pub delimiter: Option<u8>,
    /// When it was last written.
    pub written: Option<Millis>,
}

/// How the dates of a file are to be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Decided {
    /// Whether the day comes first.
    pub day_first: bool,
    /// Whether its times have no seconds.
    pub whole_minutes: bool,
}

/// What the dates seen so far tell.
#[derive(Default)]
pub(super) struct DateOrder {
    seen: usize,
    /// Dates that are read by an order of day and month, and those that are read without one.
    ordered: usize,
    settled: usize,
    order: Option<Order>,
    evidence: Evidence,
    /// Dates that are day numbers of a spreadsheet, and those of them too short to tell the second.
    numbers: usize,
    rounded: usize,
    without_seconds: usize,
    /// Times on whole minutes that are not the same as the one before; `None` once there is any other.
    minutes: Option<usize>,
    last_minute: Option<Millis>,
}

impl DateOrder {
    pub(super) fn see(&mut self, date: &str) {
        let is_read = self.see_seconds(date);
        self.seen += 1;
        if dates::has_order(date) {
            self.ordered += 1;
            if self.order.is_none() {
                self.order = dates::order_of(date);
                self.evidence.see(date);
            }
            return;
        }
        self.settled += usize::from(is_read);
        if let Some(is_exact) = dates::day_number(date) {
            self.numbers += 1;
            self.rounded += usize::from(!is_exact);
        }
    }

    /// Whether more dates could settle the order. A spreadsheet makes numbers of those dates alone that it can read, so
    /// that others may follow.
    pub(super) fn is_open(&self) -> bool {
        let is_wanted = self.order.is_none() && self.ordered + self.numbers > 0;
        is_wanted && (self.settled == 0 || self.seen < MIXED)
    }

    /// Takes in how exact a date is; whether it can be read at all.
    fn see_seconds(&mut self, date: &str) -> bool {
        self.without_seconds += usize::from(dates::lacks_seconds(date));
        let minutes = if self.seen == 0 { Some(0) } else { self.minutes };
        // Day and month do not matter to the second.
        let time = dates::parse(date, dates::Style::default());
        self.minutes = match (minutes, time) {
            (Some(count), Some(time)) if time.is_whole_minute() => {
                Some(count + usize::from(self.last_minute != Some(time)))
            }
            (Some(count), None) => Some(count),
            (Some(_), Some(_)) | (None, _) => None,
        };
        self.last_minute = time;
        time.is_some()
    }

    /// Whether no time has seconds: none is written, or so many are on whole minutes that it is no chance.
    fn are_whole_minutes(&self) -> bool {
        self.seen > 0 && (self.without_seconds == self.seen || self.minutes.is_some_and(|count| count >= WHOLE_MINUTES))
    }

    /// How the dates are to be read; adds to the notes what was assumed.
    pub(super) fn decide(&self, facts: FileFacts, notes: &mut Vec<String>) -> Decided {
        if self.numbers > 0 {
            let precision = if self.rounded > 0 {
                "; they are rounded, so sign-ins of other files may not be recognised in these"
            } else {
                ""
            };
            notes.push(format!(
                "Dates stand as day numbers of a spreadsheet; they are taken as days since 1900 in UTC{precision}"
            ));
        }
        let whole_minutes = self.are_whole_minutes();
        if whole_minutes {
            notes.push(
                "Times have no seconds, which a spreadsheet leaves out: records of other files are recognised in these by \
                 request ID and minute"
                    .to_owned(),
            );
        }
        if self.ordered > 0 && self.settled > 0 {
            notes.push(
                "Dates stand in several forms, as if a spreadsheet had changed some of them: each is read as its form says"
                    .to_owned(),
            );
        }
        let order = match self.order {
            Some(order) => order,
            None if self.ordered == 0 => Order::MonthFirst,
            None => {
                let (order, reason) = self.evidence.weigh(facts);
                let shown = match order {
                    Order::DayFirst => "day/month/year",
                    Order::MonthFirst => "month/day/year",
                };
                notes.push(format!("Dates taken as {shown}: no date settles the order, but {reason}"));
                order
            }
        };
        Decided { day_first: order == Order::DayFirst, whole_minutes }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decided(dates: &[&str], facts: FileFacts) -> (Decided, Vec<String>) {
        let mut order = DateOrder::default();
        for date in dates {
            order.see(date);
        }
        let mut notes = Vec::new();
        (order.decide(facts, &mut notes), notes)
    }

    const COMMA: FileFacts = FileFacts { delimiter: Some(b','), written: None };
    const SEMICOLON: FileFacts = FileFacts { delimiter: Some(b';'), written: None };
    const JSON: FileFacts = FileFacts { delimiter: None, written: None };

    #[test]
    fn what_settles_the_order_needs_no_note() {
        for (date, day_first) in
            [("13/4/2024 15:05:07", true), ("4/13/2024 3:05:07 PM", false), ("4.3.2024 15:05:07", true)]
        {
            for facts in [COMMA, SEMICOLON, JSON] {
                let (decided, notes) = decided(&["4/3/2024 15:05:07", date], facts);
                assert_eq!((decided.day_first, notes), (day_first, Vec::new()), "{date}");
            }
        }
    }

    #[test]
    fn an_ambiguous_file_is_read_by_the_best_evidence_and_says_so() {
        let written = |day: &str| FileFacts { written: Millis::from_iso(&format!("{day}T12:00:00Z")), ..COMMA };
        for (dates, facts, day_first, said) in [
            // In the other order they would be from the future.
            (&["05/03/2024 08:19:41", "06/03/2024 08:19:41"][..], written("2024-03-07"), true, "after the file"),
            (&["03/05/2024 08:19:41", "03/06/2024 08:19:41"], written("2024-03-07"), false, "after the file"),
            // Sorted by time in one order only.
            (
                &["05/04/2024 08:19:41", "06/04/2024 08:19:41", "05/05/2024 08:19:41", "06/05/2024 08:19:41"],
                JSON,
                true,
                "sorted by time",
            ),
            // Days of one month, or one day of many months.
            (&["04/01/2024 08:19:41", "04/07/2024 08:19:41"], SEMICOLON, false, "within 7 days"),
            (
                &["1/4/2024 8:19 AM", "3/4/2024 8:19 AM", "5/4/2024 8:19 AM", "7/4/2024 8:19 AM"],
                COMMA,
                true,
                "within 7 days",
            ),
            (&["4/3/2024 3:05:07 PM", "5/3/2024 3:05:07 PM"], COMMA, false, "AM and PM"),
            (&["4/3/2024 15:05:07"], SEMICOLON, true, "semicolons"),
            (&["04-03-2024 15:05:07"], COMMA, true, "hyphens"),
            // A spreadsheet of the United States shows dates like this.
            (&["4/3/2024 8:05"], COMMA, false, "without leading zeros"),
            (&["04/03/2024 08:05"], COMMA, true, "24 hours"),
            (&["04/03/2024 15:05:07"], JSON, false, "no region"),
            (&["4/3/2024 15:05:07"], JSON, true, "24 hours"),
        ] {
            let (decided, notes) = decided(dates, facts);
            assert_eq!(decided.day_first, day_first, "{dates:?}");
            let begin = if day_first { "Dates taken as day/month/year" } else { "Dates taken as month/day/year" };
            assert!(notes.iter().any(|note| note.starts_with(begin) && note.contains(said)), "{dates:?}: {notes:?}");
        }
    }

    #[test]
    fn dates_in_another_form_before_them_do_not_hide_that_the_order_is_open() {
        let said = |notes: &[String], begin: &str| notes.iter().any(|note| note.starts_with(begin));
        for first in ["2024-04-13T15:05:07Z", "45387.62855"] {
            let (open, notes) = decided(&[first, "05/04/2024 15:05:07"], SEMICOLON);
            assert!(open.day_first, "{first}");
            assert!(said(&notes, "Dates taken as day/month/year"), "{first}: {notes:?}");
            assert!(said(&notes, "Dates stand in several forms"), "{first}: {notes:?}");
            let (settled, notes) = decided(&[first, "05/04/2024 15:05:07", "13/04/2024 15:05:07"], COMMA);
            assert!(settled.day_first && said(&notes, "Dates stand in several forms"), "{first}: {notes:?}");
            assert!(!said(&notes, "Dates taken"), "{first}: {notes:?}");
        }
        let (_, notes) = decided(&["4/13/2024 15:05:07", "n/a", "2024"], COMMA);
        assert!(!said(&notes, "Dates stand in several forms"), "what is no date has no form: {notes:?}");
    }

    #[test]
    fn dates_of_several_forms_are_not_looked_through_without_end() {
        let mut order = DateOrder::default();
        order.see("2024-04-13T15:05:07Z");
        assert!(!order.is_open(), "nothing stands in an order");
        order.see("05/04/2024 15:05:07");
        assert!(order.is_open());
        for _ in 0..MIXED {
            order.see("05/04/2024 15:05:07");
        }
        assert!(!order.is_open());
    }

    #[test]
    fn a_few_moments_that_chance_sorted_tell_less_than_am_and_pm() {
        let few = ["5/4/2024 3:05:07 PM", "6/4/2024 3:05:07 PM", "5/5/2024 3:05:07 PM", "6/5/2024 3:05:07 PM"];
        let (order, notes) = decided(&few, COMMA);
        assert!(!order.day_first && notes.iter().any(|note| note.contains("AM and PM")), "{notes:?}");
        let further = ["5/6/2024 3:05:07 PM", "6/6/2024 3:05:07 PM", "5/7/2024 3:05:07 PM", "6/7/2024 3:05:07 PM"];
        let (order, notes) = decided(&[few, further].concat(), COMMA);
        assert!(order.day_first && notes.iter().any(|note| note.contains("sorted by time")), "{notes:?}");
    }

    #[test]
    fn times_without_seconds_are_told_from_those_that_have_none_by_chance() {
        let whole = |dates: &[&str]| decided(dates, COMMA).0.whole_minutes;
        assert!(whole(&["4/13/2024 15:05"]) && whole(&["2024-04-13 15:05", "2024-04-13 15:06"]));
        assert!(!whole(&["2024-04-13T15:05:00Z"]) && !whole(&[]) && !whole(&["4/13/2024 15:05", "4/13/2024 15:05:01"]));
        let minutes: Vec<String> = (0..9).map(|minute| format!("2024-04-13T15:0{minute}:00Z")).collect();
        let mut minutes: Vec<&str> = minutes.iter().map(String::as_str).collect();
        assert!(whole(&minutes));
        minutes[4] = "2024-04-13T15:04:01Z";
        assert!(!whole(&minutes));
        assert!(!whole(&["2024-04-13T15:05:00Z"; 20]), "it is one moment");
    }
}
