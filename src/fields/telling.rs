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

    /// The fields that say to whom or to what it was done.
    #[must_use]
    pub const fn to_what(self) -> &'static [Field] {
        match self {
            Self::Interactive | Self::NonInteractive | Self::AdFs => &[Field::Resource, Field::ResourceId],
            Self::Audit => &[Field::Target],
            Self::Provisioning => &[Field::TargetIdentity, Field::TargetSystem],
            Self::Activity | Self::ActivitySignIns => &[Field::Item, Field::App],
            Self::ServicePrincipal
            | Self::ManagedIdentity
            | Self::RiskyUsers
            | Self::RiskyWorkloads
            | Self::RiskDetections => &[],
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
