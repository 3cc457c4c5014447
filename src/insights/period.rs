//! Over which time a page tells.

use crate::texts::text;

/// Over which time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Period {
    /// So many days that end with the day of the newest sign-in.
    Days(u16),
    /// All that is loaded.
    All,
}

impl Period {
    /// The periods the window offers.
    pub const OFFERED: [Self; 4] = [Self::Days(7), Self::Days(30), Self::Days(90), Self::All];

    /// What the window calls it.
    #[must_use]
    pub fn title(self) -> String {
        match self {
            Self::Days(days) => text!("insights-last-days", days = days),
            Self::All => text!("insights-all-days").to_owned(),
        }
    }
}
