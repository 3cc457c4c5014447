//! What says of an event in few words who did what, for each log.

use super::{Field, Log};

impl Log {
    /// The fields that say who an event is about, the most readable first.
    #[must_use]
    pub const fn who(self) -> &'static [Field] {
        match self {
            Self::Interactive | Self::NonInteractive | Self::AdFs => &[Field::User, Field::Username, Field::UserId],
            Self::ServicePrincipal | Self::ManagedIdentity => {
                &[Field::ServicePrincipal, Field::ServicePrincipalId, Field::App]
            }
            Self::Audit => &[Field::User, Field::Actor],
            Self::Provisioning => &[Field::SourceIdentity, Field::TargetIdentity],
            Self::RiskyUsers | Self::RiskDetections => {
                &[Field::User, Field::Username, Field::UserId, Field::ServicePrincipal]
            }
            Self::RiskyWorkloads => &[Field::ServicePrincipal, Field::ServicePrincipalId],
            Self::Activity | Self::ActivitySignIns => &[Field::Username, Field::User],
        }
    }

    /// The fields that say what happened, or to what somebody signed in, the most readable first.
    #[must_use]
    pub const fn what(self) -> &'static [Field] {
        match self {
            Self::Interactive | Self::NonInteractive | Self::AdFs => &[Field::App, Field::AppId],
            Self::ServicePrincipal | Self::ManagedIdentity => &[Field::Resource, Field::ResourceId],
            Self::Audit | Self::Activity | Self::ActivitySignIns => &[Field::Activity],
            Self::Provisioning => &[Field::ProvisioningAction],
            Self::RiskyUsers | Self::RiskDetections => &[Field::RiskEvents, Field::RiskDetail, Field::RiskState],
            Self::RiskyWorkloads => &[Field::RiskDetail, Field::RiskState],
        }
    }

    /// The fields that say who did it, the most readable first: of sign-ins those who signed in, of audit events and of
    /// provisioning who started them, of detections what detected them.
    #[must_use]
    pub const fn by(self) -> &'static [Field] {
        match self {
            Self::Interactive | Self::NonInteractive | Self::AdFs => &[Field::User, Field::Username, Field::UserId],
            Self::ServicePrincipal | Self::ManagedIdentity => {
                &[Field::ServicePrincipal, Field::ServicePrincipalId, Field::App]
            }
            Self::Audit => &[Field::User, Field::Actor, Field::App],
            Self::Provisioning => &[Field::Actor, Field::ServicePrincipal],
            Self::RiskDetections => &[Field::RiskSource],
            // Who set the risk anew is not told.
            Self::RiskyUsers | Self::RiskyWorkloads => &[],
            Self::Activity | Self::ActivitySignIns => &[Field::User, Field::Username],
        }
    }

    /// The fields that say to whom or to what it was done.
    #[must_use]
    pub const fn to_what(self) -> &'static [Field] {
        match self {
            Self::Interactive | Self::NonInteractive | Self::AdFs => &[Field::Resource, Field::ResourceId],
            Self::Audit => &[Field::Target],
            Self::Provisioning => &[Field::TargetIdentity, Field::TargetSystem],
            Self::Activity | Self::ActivitySignIns => &[Field::Item, Field::App],
            Self::RiskDetections => &[Field::User, Field::Username, Field::ServicePrincipal],
            Self::RiskyUsers => &[Field::User, Field::Username],
            Self::RiskyWorkloads => &[Field::ServicePrincipal],
            Self::ServicePrincipal | Self::ManagedIdentity => &[],
        }
    }

    /// The field that says what came of it: the status, or where there is none, the level of the risk.
    #[must_use]
    pub const fn outcome(self) -> Field {
        match self {
            Self::RiskyUsers | Self::RiskyWorkloads | Self::RiskDetections => Field::Risk,
            _ => Field::Status,
        }
    }
}

/// A risk level within a heading or a sentence.
#[must_use]
pub fn risk_level_words(level: &str) -> &'static str {
    match level {
        "high" => "High risk",
        "medium" => "Medium risk",
        "low" => "Low risk",
        "none" => "No risk",
        "hidden" => "Risk level hidden",
        _ => "Risk level unknown",
    }
}
