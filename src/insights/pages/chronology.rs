//! What happened around a moment: everything that the logs tell of one person, in the order of time.

use crate::fields::Logs;
use crate::insights::{Ask, By, Choices, PageSpec, Section, time_line};

/// The page.
pub(super) const PAGE: PageSpec = PageSpec {
    key: "time_line",
    title: "Time line",
    about: "All that happened with a user: sign-ins, audit events, risk and Microsoft 365 activity, in the order of time",
    logs: Logs::USERS,
    able: Logs::USERS,
    of: Some(By::Users),
    make,
};

fn make(ask: &Ask<'_>, _: &Choices) -> Vec<Section> {
    vec![Section::TimeLine(time_line(ask, "time_line", "Everything on one time line"))]
}
