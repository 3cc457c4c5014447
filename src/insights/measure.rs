//! What a report counts: a filter and how the sign-ins that match are summed up.

use super::entity::By;
use super::told::Told;
use crate::clock::Millis;
use crate::fields::Field;
use crate::query::Query;

/// A column of figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// What scripts and column headers of files call it; letters, digits and `_`.
    pub key: &'static str,
    /// What the window calls it.
    pub title: &'static str,
    /// What it means, where the title does not say.
    pub about: &'static str,
    /// Which sign-ins it counts. Terms about parts of policies, steps or networks mean the very one that the row of
    /// the report stands for.
    pub filter: Query,
    /// How they are summed up.
    pub sum: Sum,
}

/// How sign-ins are summed up.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Sum {
    /// Their number.
    SignIns,
    /// The number of different known ones.
    Different(By),
    /// Their share among those that match another filter, which they must be part of.
    ShareOf(Query),
    /// The first one's time.
    First,
    /// The last one's time.
    Last,
    /// Their number in each step of the period.
    Trend,
    /// No sum, but what is to be said about what the row stands for.
    Told(Told),
    /// The different known ones by name: [`MOST_NAMES`], and how many more there are. Of parts of policies, steps and
    /// networks those of the very one that the row of the report stands for, else of those that the filters ask for.
    Names(By),
}

impl Sum {
    /// What it does with the sign-ins.
    #[must_use]
    pub fn about(&self) -> &'static str {
        match self {
            Self::SignIns => "Sign-ins of the period under the filter",
            Self::Different(_) => "Different ones, each counted once however often it is met",
            Self::ShareOf(_) => "Share of the sign-ins",
            Self::First => "The first one within the period",
            Self::Last => "The last one within the period",
            Self::Trend => "Sign-ins in each step of the period, the highest at the top",
            Self::Told(_) => "As the program's reference tells it",
            Self::Names(_) => "Those that are named, the first three in alphabetical order",
        }
    }
}

/// How many names [`Sum::Names`] tells.
pub const MOST_NAMES: usize = 3;

impl Measure {
    /// A measure of the sign-ins that match a filter of this program.
    #[must_use]
    pub fn new(key: &'static str, title: &'static str, filter: &str, sum: Sum) -> Self {
        Self { key, title, about: "", filter: fixed(filter), sum }
    }

    /// The same, explained.
    #[must_use]
    pub fn about(self, about: &'static str) -> Self {
        Self { about, ..self }
    }

    /// What it counts, for tooltips: its own explanation, else that of its sum.
    #[must_use]
    pub fn explained(&self) -> &'static str {
        if self.about.is_empty() { self.sum.about() } else { self.about }
    }

    /// All sign-ins.
    #[must_use]
    pub fn sign_ins() -> Self {
        Self::new("sign_ins", "Sign-ins", "", Sum::SignIns)
    }

    /// Different users.
    #[must_use]
    pub fn users() -> Self {
        Self::new("users", "Users", "", Sum::Different(By::Users))
    }

    /// Different applications.
    #[must_use]
    pub fn applications() -> Self {
        Self::new("applications", "Applications", "", Sum::Different(By::Applications))
    }

    /// Successes, failures, interrupted sign-ins and the success rate, as most reports have them.
    #[must_use]
    pub fn outcomes() -> [Self; 4] {
        [
            Self::new("success", "Success", "status:success", Sum::SignIns),
            Self::new("failure", "Failure", "status:failure", Sum::SignIns),
            Self::new("interrupted", "Interrupted", "status:interrupted", Sum::SignIns)
                .about("Paused to ask the user for something; no failure"),
            Self::success_rate(),
        ]
    }

    /// Share of successes among successes and failures.
    #[must_use]
    pub fn success_rate() -> Self {
        Self::new("success_rate", "Success rate", "status:success", Sum::ShareOf(fixed("status:success,failure")))
            .about("Successful sign-ins, of all that succeeded or failed. Interrupted ones count as neither")
    }

    /// The time of the first sign-in of the period.
    #[must_use]
    pub fn first() -> Self {
        Self::new("first", "First sign-in", "", Sum::First)
    }

    /// The time of the last sign-in of the period.
    #[must_use]
    pub fn last() -> Self {
        Self::new("last", "Last sign-in", "", Sum::Last)
    }

    /// What the reference says about each row.
    #[must_use]
    pub fn told(key: &'static str, title: &'static str, told: Told) -> Self {
        Self::new(key, title, "", Sum::Told(told))
    }

    /// Successful sign-ins of users that asked for a second factor.
    #[must_use]
    pub fn multifactor_share() -> Self {
        let asked = "status:success auth_requirement:multiFactorAuthentication";
        let whole = fixed("status:success has:auth_requirement");
        Self::new("multifactor_share", "Multifactor requirement", asked, Sum::ShareOf(whole)).about(
            "Successful sign-ins whose authentication requirement was multifactor, of all successful ones that tell \
             their requirement. The others are not without protection: an earlier multifactor authentication may \
             have satisfied them",
        )
    }

    /// Sign-ins by clients with legacy authentication, which cannot be asked for a second factor.
    #[must_use]
    pub fn legacy_share() -> Self {
        Self::new("legacy_share", "Legacy authentication", "client_app:legacy", Sum::ShareOf(fixed("has:client_app")))
            .about("Sign-ins by legacy clients such as IMAP, POP and SMTP, of all that tell their client app")
    }

    /// Sign-ins that were at risk when they happened.
    #[must_use]
    pub fn risky() -> Self {
        Self::new("risky", "Risky sign-ins", "risk:low..high", Sum::SignIns)
            .about("Risk level low, medium or high during the sign-in. Hidden levels do not count")
    }

    /// The different values of a field, by name.
    #[must_use]
    pub fn names(key: &'static str, title: &'static str, by: By) -> Self {
        Self::new(key, title, "", Sum::Names(by))
    }

    /// Different values of a field.
    #[must_use]
    pub fn different(key: &'static str, title: &'static str, field: Field) -> Self {
        Self::new(key, title, "", Sum::Different(By::Field(field)))
    }

    /// How the number of sign-ins develops.
    #[must_use]
    pub fn trend() -> Self {
        Self::new("trend", "Trend", "", Sum::Trend)
            .about("Sign-ins of each step. Where the period cuts the first or the last one, those of its part")
    }
}

/// A filter that is part of the program; a test reads all of them.
#[must_use]
pub fn fixed(text: &str) -> Query {
    text.parse().unwrap_or_else(|error| unreachable_filter(text, &error))
}

fn unreachable_filter(text: &str, error: &crate::query::ParseError) -> Query {
    debug_assert!(false, "{text:?} is no filter: {error}");
    // A filter that finds nothing shows an empty figure instead of a wrong one.
    Query::default().set_time_range(Some(Millis(i64::MAX)), Some(Millis(i64::MAX)))
}

/// A figure of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A number of sign-ins, or of different things.
    Count(u64),
    /// A part of a whole; there is no share of nothing.
    Share {
        /// The sign-ins that count.
        part: u64,
        /// Those among which they count.
        whole: u64,
    },
    /// A moment; `None` if there is no sign-in.
    Time(Option<Millis>),
    /// A number for each step of the period.
    Trend(Vec<u64>),
    /// Words.
    Text(String),
}

impl Value {
    /// The number by which a column is sorted; what is not known comes before everything.
    #[must_use]
    pub fn order(&self) -> (bool, u64, &str) {
        match self {
            Self::Count(count) => (true, *count, ""),
            Self::Share { part, whole } => match self.share() {
                // Shares to a billionth, then the greater number.
                Some(_) => (true, ((u128::from(*part) << 40) / u128::from((*whole).max(1))) as u64, ""),
                None => (false, 0, ""),
            },
            Self::Time(time) => (time.is_some(), time.map_or(0, |time| time.0.abs_diff(i64::MIN)), ""),
            Self::Trend(counts) => (true, counts.iter().sum(), ""),
            Self::Text(text) => (!text.is_empty(), 0, text),
        }
    }

    /// A share from 0 to 1; `None` for what is no share, and for a share of nothing.
    #[must_use]
    pub fn share(&self) -> Option<f64> {
        match self {
            Self::Share { part, whole } if *whole > 0 => Some(*part as f64 / *whole as f64),
            _ => None,
        }
    }
}
