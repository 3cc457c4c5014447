//! What the window calls logs and reports, in its language. Exports and command lines say [`Log::title`] and
//! [`Log::records`].

use super::log::{Log, Report, capitalised};
use crate::texts::text;

impl Log {
    /// What the window calls it.
    #[must_use]
    pub fn shown_title(self) -> &'static str {
        match self {
            Self::Interactive => text!("tabs-interactive"),
            Self::NonInteractive => text!("tabs-non-interactive"),
            Self::ServicePrincipal => text!("tabs-service-principal"),
            Self::ManagedIdentity => text!("tabs-managed-identity"),
            Self::AdFs => text!("tabs-ad-fs"),
            Self::Audit => text!("tabs-audit"),
            Self::Provisioning => text!("tabs-provisioning"),
            Self::RiskyUsers => text!("tabs-risky-users"),
            Self::RiskyWorkloads => text!("tabs-risky-workloads"),
            Self::RiskDetections => text!("tabs-risk-detections"),
            Self::Activity => text!("tabs-activity"),
            Self::ActivitySignIns => text!("tabs-activity-sign-ins"),
        }
    }

    /// What the window calls it among the logs of its report.
    #[must_use]
    pub fn shown_title_in_report(self) -> &'static str {
        match self {
            Self::RiskyWorkloads => text!("tabs-in-report-workloads"),
            Self::RiskDetections => text!("tabs-in-report-detections"),
            Self::Activity => text!("tabs-in-report-activities"),
            Self::ActivitySignIns => text!("tabs-in-report-sign-ins"),
            _ => self.shown_title(),
        }
    }

    /// What the window calls it within a sentence.
    #[must_use]
    pub fn shown_in_a_sentence(self) -> &'static str {
        match self {
            Self::Interactive => text!("tabs-among-interactive"),
            Self::NonInteractive => text!("tabs-among-non-interactive"),
            Self::ServicePrincipal => text!("tabs-among-service-principal"),
            Self::ManagedIdentity => text!("tabs-among-managed-identity"),
            Self::AdFs => text!("tabs-among-ad-fs"),
            Self::Audit => text!("tabs-among-audit"),
            Self::Provisioning => text!("tabs-among-provisioning"),
            Self::RiskyUsers => text!("tabs-among-risky-users"),
            Self::RiskyWorkloads => text!("tabs-among-risky-workloads"),
            Self::RiskDetections => text!("tabs-among-risk-detections"),
            Self::Activity => text!("tabs-among-activity"),
            Self::ActivitySignIns => text!("tabs-among-activity-sign-ins"),
        }
    }

    /// What the window calls its records within a sentence, told apart from those of every other log.
    #[must_use]
    pub fn shown_records(self) -> &'static str {
        match self {
            Self::Interactive => text!("tabs-records-interactive"),
            Self::NonInteractive => text!("tabs-records-non-interactive"),
            Self::ServicePrincipal => text!("tabs-records-service-principal"),
            Self::ManagedIdentity => text!("tabs-records-managed-identity"),
            Self::AdFs => text!("tabs-records-ad-fs"),
            Self::Audit
            | Self::Provisioning
            | Self::RiskyUsers
            | Self::RiskyWorkloads
            | Self::RiskDetections
            | Self::Activity
            | Self::ActivitySignIns => self.noun().shown_many(),
        }
    }

    /// The same at the beginning of a sentence.
    #[must_use]
    pub fn shown_records_capitalised(self) -> String {
        capitalised(self.shown_records())
    }
}

impl Report {
    /// What the window calls it.
    #[must_use]
    pub fn shown_title(self) -> &'static str {
        match self {
            Self::SignIns => text!("tabs-report-sign-ins"),
            Self::Audit => text!("tabs-report-audit"),
            Self::Provisioning => text!("tabs-report-provisioning"),
            Self::Risk => text!("tabs-report-risk"),
            Self::Activity => text!("tabs-report-activity"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_english_words_of_the_window_are_those_of_exports() {
        for log in Log::ALL {
            assert_eq!(log.shown_title(), log.title());
            assert_eq!(log.shown_records(), log.records());
        }
    }
}
