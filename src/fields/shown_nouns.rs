//! What the window calls records, in its language. Exports and command lines say [`Noun::one`] and [`Noun::many`].

use super::log::{Log, Noun, capitalised};
use crate::texts::text;

impl Noun {
    /// The window's word for one of them: `Anmeldung`.
    #[must_use]
    pub fn shown_one(self) -> &'static str {
        match self.log() {
            None if self == Self::SIGN_IN => text!("record-sign-in"),
            Some(Log::Audit) => text!("record-audit-event"),
            Some(Log::Provisioning) => text!("record-provisioning-event"),
            Some(Log::RiskyUsers) => text!("record-risky-user"),
            Some(Log::RiskyWorkloads) => text!("record-risky-workload"),
            Some(Log::RiskDetections) => text!("record-risk-detection"),
            Some(Log::Activity) => text!("record-activity"),
            Some(Log::ActivitySignIns) => text!("record-activity-sign-in"),
            _ => text!("record-record"),
        }
    }

    /// The window's word for several of them: `Anmeldungen`.
    #[must_use]
    pub fn shown_many(self) -> &'static str {
        match self.log() {
            None if self == Self::SIGN_IN => text!("record-sign-ins"),
            Some(Log::Audit) => text!("record-audit-events"),
            Some(Log::Provisioning) => text!("record-provisioning-events"),
            Some(Log::RiskyUsers) => text!("record-risky-users"),
            Some(Log::RiskyWorkloads) => text!("record-risky-workloads"),
            Some(Log::RiskDetections) => text!("record-risk-detections"),
            Some(Log::Activity) => text!("record-activities"),
            Some(Log::ActivitySignIns) => text!("record-activity-sign-ins"),
            _ => text!("record-records"),
        }
    }

    /// The window's word for one of them at the beginning of a sentence.
    #[must_use]
    pub fn shown_one_capitalised(self) -> String {
        capitalised(self.shown_one())
    }

    /// The window's word for several of them at the beginning of a sentence.
    #[must_use]
    pub fn shown_capitalised(self) -> String {
        capitalised(self.shown_many())
    }

    /// So many of them, as the window says and writes it: `1.234 Anmeldungen`.
    #[must_use]
    pub fn shown_count(self, count: u64) -> String {
        match self.log() {
            None if self == Self::SIGN_IN => text!("record-sign-ins-counted", count = count),
            Some(Log::Audit) => text!("record-audit-events-counted", count = count),
            Some(Log::Provisioning) => text!("record-provisioning-events-counted", count = count),
            Some(Log::RiskyUsers) => text!("record-risky-users-counted", count = count),
            Some(Log::RiskyWorkloads) => text!("record-risky-workloads-counted", count = count),
            Some(Log::RiskDetections) => text!("record-risk-detections-counted", count = count),
            Some(Log::Activity) => text!("record-activities-counted", count = count),
            Some(Log::ActivitySignIns) => text!("record-activity-sign-ins-counted", count = count),
            _ => text!("record-records-counted", count = count),
        }
    }

    /// The log whose records alone are called so.
    fn log(self) -> Option<Log> {
        Log::ALL.into_iter().find(|log| self != Self::SIGN_IN && log.noun() == self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_english_words_of_the_window_are_those_of_exports() {
        for noun in Log::ALL.into_iter().map(Log::noun).chain([Noun::SIGN_IN, Noun::RECORD]) {
            assert_eq!((noun.shown_one(), noun.shown_many()), (noun.one, noun.many));
            assert_eq!(noun.shown_count(1), format!("1 {}", noun.one));
            assert_eq!(noun.shown_count(1_234), format!("1\u{2009}234 {}", noun.many));
        }
    }
}
