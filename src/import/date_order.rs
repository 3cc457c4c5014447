//! What the dates of a file tell together: the order of day and month, and what a spreadsheet did to them.

use super::dates::{self, Order};

/// What the dates seen so far tell.
#[derive(Default)]
pub(super) struct DateOrder {
    seen: usize,
    in_doubt: bool,
    half_days: bool,
    order: Option<Order>,
    /// Dates that are day numbers of a spreadsheet, and those of them too short to tell the second.
    numbers: usize,
    rounded: usize,
    without_seconds: usize,
}

impl DateOrder {
    pub(super) fn see(&mut self, date: &str) {
        if dates::is_iso(date) {
            self.seen += 1;
            return;
        }
        match dates::day_number(date) {
            Some(is_exact) => {
                self.numbers += 1;
                self.rounded += usize::from(!is_exact);
            }
            None if dates::has_order(date) => {
                // A file whose dates begin in ISO 8601 has no other ones but in damaged rows.
                self.in_doubt |= self.seen == 0 || self.in_doubt;
                if self.is_open() {
                    self.order = dates::order_of(date);
                    self.half_days |= dates::has_half_day(date);
                }
                self.without_seconds += usize::from(dates::lacks_seconds(date));
            }
            None => {}
        }
        self.seen += 1;
    }

    /// Whether more dates could settle the order.
    pub(super) fn is_open(&self) -> bool {
        self.in_doubt && self.order.is_none()
    }

    /// Whether the day comes first; adds to the notes what was assumed.
    pub(super) fn decide(&self, notes: &mut Vec<String>) -> bool {
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
        if self.seen > 0 && self.without_seconds == self.seen {
            notes.push(
                "Times have no seconds, which a spreadsheet leaves out: sign-ins of other files may not be recognised in these"
                    .to_owned(),
            );
        }
        let (day_first, note) = match self.order {
            Some(order) => return order == Order::DayFirst,
            None if !self.in_doubt => return false,
            None if self.half_days => {
                (false, "Dates taken as month/day/year: no date settles the order, but times are given with AM and PM")
            }
            None => (true, "Dates taken as day/month/year: no date settles the order, and times are given by 24 hours"),
        };
        notes.push(note.to_owned());
        day_first
    }
}
