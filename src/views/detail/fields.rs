//! The tabs that list values, and how a value of each kind is shown.

use std::borrow::Cow;

use eframe::egui::{CollapsingHeader, RichText, Ui};

use super::Tab;
use crate::app::Command;
use crate::cache::Detail;
use crate::clock::{Clock, Millis, Notation};
use crate::fields::{Field, Kind, Log, Report};
use crate::record::is_made_id;
use crate::reference::policies;
use crate::texts::text;
use crate::views::lookup;
use crate::widgets::badge::{self, Mark};
use crate::widgets::theme::{UiExt, space};
use crate::widgets::value::Value;

/// What stands over fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Heading {
    Outcome,
    Done,
    Provisioning,
    Detection,
    WhereFrom,
    Who,
    How,
    What,
    Tenant,
    Risk,
    Identifiers,
    Place,
    Network,
    Coordinates,
    Device,
    Processing,
    TokenProtection,
}

/// A heading and the fields beneath it, in reading order.
struct Section {
    heading: Heading,
    fields: &'static [Field],
}

/// Microsoft's own reading order: who, how, what, tenant, identifiers; what came of it stands first.
const BASIC: [Section; 10] = [
    Section {
        heading: Heading::Outcome,
        fields: &[
            Field::Time,
            Field::Status,
            Field::ErrorCode,
            Field::FailureReason,
            Field::MfaResult,
            Field::AuthRequirement,
            Field::ContinuousAccess,
            Field::Flagged,
            Field::SignInCount,
        ],
    },
    Section {
        heading: Heading::Done,
        fields: &[
            Field::Service,
            Field::Category,
            Field::Activity,
            Field::OperationType,
            Field::RecordType,
            Field::Item,
            Field::Target,
        ],
    },
    Section {
        heading: Heading::Provisioning,
        fields: &[
            Field::ProvisioningAction,
            Field::SourceSystem,
            Field::SourceIdentity,
            Field::SourceIdentityId,
            Field::TargetSystem,
            Field::TargetIdentity,
            Field::TargetIdentityId,
            Field::JobId,
            Field::CycleId,
            Field::ChangeId,
        ],
    },
    Section {
        heading: Heading::Detection,
        fields: &[
            Field::Detected,
            Field::RiskTiming,
            Field::RiskSource,
            Field::RiskActivity,
            Field::MitreTechnique,
            Field::SignInRequestId,
        ],
    },
    Section {
        heading: Heading::Who,
        fields: &[
            Field::Actor,
            Field::ActorType,
            Field::User,
            Field::Username,
            Field::UserId,
            Field::SignInIdentifier,
            Field::SignInIdentifierType,
            Field::UserType,
            Field::Department,
            Field::JobTitle,
            Field::Company,
            Field::UserCountry,
            Field::AccountEnabled,
            Field::Group,
            Field::IsDeleted,
            Field::AgentType,
            Field::AgentSubjectType,
            Field::ServicePrincipal,
            Field::ServicePrincipalId,
            Field::ManagedIdentityType,
            Field::AssociatedResource,
            Field::CredentialKeyId,
            Field::CredentialThumbprint,
            Field::FederatedCredentialId,
            Field::FederatedTokenId,
            Field::FederatedTokenIssuer,
        ],
    },
    Section {
        heading: Heading::How,
        fields: &[
            Field::ClientApp,
            Field::ClientCredential,
            Field::Protocol,
            Field::OriginalTransferMethod,
            Field::IncomingTokenType,
            Field::TokenIssuerType,
            Field::TokenIssuerName,
            Field::UserAgent,
            Field::Latency,
        ],
    },
    Section {
        heading: Heading::What,
        fields: &[
            Field::App,
            Field::AppId,
            Field::Resource,
            Field::ResourceId,
            Field::ResourceServicePrincipalId,
            Field::AppOwnerTenantId,
            Field::ResourceOwnerTenantId,
        ],
    },
    Section {
        heading: Heading::Tenant,
        fields: &[
            Field::HomeTenantName,
            Field::HomeTenantId,
            Field::ResourceTenantId,
            Field::CrossTenantAccess,
            Field::TenantRestricted,
        ],
    },
    Section {
        heading: Heading::Risk,
        fields: &[Field::Risk, Field::RiskAggregated, Field::RiskState, Field::RiskDetail, Field::RiskEvents],
    },
    Section {
        heading: Heading::Identifiers,
        fields: &[
            Field::RequestId,
            Field::CorrelationId,
            Field::OriginalRequestId,
            Field::UniqueTokenId,
            Field::SessionId,
        ],
    },
];

const LOCATION: [Section; 3] = [
    Section { heading: Heading::Place, fields: &[Field::Location, Field::City, Field::State, Field::Country] },
    Section {
        heading: Heading::Network,
        fields: &[
            Field::Ip,
            Field::ResourceIp,
            Field::AutonomousSystem,
            Field::Network,
            Field::GlobalSecureAccess,
            Field::GlobalSecureAccessIp,
        ],
    },
    Section { heading: Heading::Coordinates, fields: &[Field::Latitude, Field::Longitude] },
];

const DEVICE: [Section; 1] = [Section {
    heading: Heading::Device,
    fields: &[
        Field::DeviceName,
        Field::DeviceId,
        Field::JoinType,
        Field::Compliant,
        Field::Managed,
        Field::Os,
        Field::Browser,
        Field::BrowserId,
    ],
}];

const ADDITIONAL: [Section; 2] = [
    Section { heading: Heading::Processing, fields: &[Field::ProcessingDetails] },
    Section { heading: Heading::TokenProtection, fields: &[Field::TokenProtection, Field::TokenProtectionCode] },
];

/// The address, in logs whose details have no tab of places.
const ADDRESS: Section = Section { heading: Heading::WhereFrom, fields: &[Field::Ip] };

pub(super) fn basic_ui(ui: &mut Ui, detail: &Detail, clock: Clock, commands: &mut Vec<Command>) {
    let log = detail.record.log;
    let mut sections: Vec<&Section> = BASIC.iter().collect();
    if !Tab::of(log).contains(&Tab::Location)
        && let Some(place) = sections.iter().position(|section| section.heading == Heading::How)
    {
        sections.insert(place, &ADDRESS);
    }
    if log.report() == Report::Risk {
        // What such a report is about comes first.
        sections.sort_by_key(|section| section.heading != Heading::Risk);
    }
    sections_ui(ui, &sections, detail, clock, commands);
}

pub(super) fn location_ui(ui: &mut Ui, detail: &Detail, clock: Clock, commands: &mut Vec<Command>) {
    sections_ui(ui, &LOCATION.each_ref(), detail, clock, commands);
    ui.add_space(space::S);
    ui.note(text!("detail-location-about"));
}

pub(super) fn device_ui(ui: &mut Ui, detail: &Detail, clock: Clock, commands: &mut Vec<Command>) {
    sections_ui(ui, &DEVICE.each_ref(), detail, clock, commands);
    if detail.record.get(Field::DeviceId).is_none() {
        ui.add_space(space::S);
        ui.note(text!("detail-no-device-id"));
    }
}

pub(super) fn additional_ui(ui: &mut Ui, detail: &Detail, clock: Clock, commands: &mut Vec<Command>) {
    if ADDITIONAL.iter().flat_map(|section| section.fields).all(|field| detail.value(*field).is_none()) {
        ui.add_space(space::S);
        let record = detail.record.log.noun().shown_one();
        ui.weak_label(match detail.record.log.report() {
            Report::SignIns if super::is_csv_only(detail) => text!("detail-additional-csv").to_owned(),
            Report::SignIns | Report::Audit | Report::Provisioning => text!("detail-additional-none", record = record),
            Report::Risk => text!("detail-additional-none-risk", record = record),
            Report::Activity => text!("detail-parameters-none", record = record),
        });
        return;
    }
    sections_ui(ui, &ADDITIONAL.each_ref(), detail, clock, commands);
}

/// The sections that have a value, and the fields that have none in one folded line at the end.
fn sections_ui(ui: &mut Ui, sections: &[&Section], detail: &Detail, clock: Clock, commands: &mut Vec<Command>) {
    let mut missing = Vec::new();
    for section in sections {
        let (known, unknown): (Vec<Field>, Vec<Field>) = section
            .fields
            .iter()
            .filter(|field| may_tell(detail.record.log, **field))
            .partition(|field| detail.value(**field).is_some());
        missing.extend(unknown);
        if known.is_empty() {
            continue;
        }
        ui.section_heading(section.heading.title(detail.record.log.report()));
        for field in known {
            field_ui(ui, detail, field, clock, commands);
        }
    }
    if !missing.is_empty() {
        ui.add_space(space::M);
        let heading = text!("detail-not-in-export", count = missing.len());
        CollapsingHeader::new(RichText::new(heading).color(ui.tokens().weak_text)).id_salt("missing").show(ui, |ui| {
            let titles: Vec<&str> = missing.iter().map(|field| field.title()).collect();
            ui.note(titles.join(", "));
        });
    }
}

impl Heading {
    /// What the window says: what is said on somebody's risk comes of nothing that was tried, and what other reports say of
    /// an event is not how it was processed.
    fn title(self, report: Report) -> &'static str {
        match self {
            Self::Outcome if report == Report::Risk => text!("detail-section-when"),
            Self::Outcome => text!("detail-section-outcome"),
            Self::Done => text!("detail-section-done"),
            Self::Provisioning => text!("detail-section-provisioning"),
            Self::Detection => text!("detail-section-detection"),
            Self::WhereFrom => text!("detail-section-where-from"),
            Self::Who => text!("detail-section-who"),
            Self::How => text!("detail-section-how"),
            Self::What => text!("detail-section-what"),
            Self::Tenant => text!("detail-section-tenant"),
            Self::Risk => text!("detail-section-risk"),
            Self::Identifiers => text!("detail-section-identifiers"),
            Self::Place => text!("detail-section-place"),
            Self::Network => text!("detail-section-network"),
            Self::Coordinates => text!("detail-section-coordinates"),
            Self::Device => text!("detail-section-device"),
            Self::Processing if report == Report::SignIns => text!("detail-section-processing"),
            Self::Processing => text!("detail-section-details"),
            Self::TokenProtection => text!("detail-section-token-protection"),
        }
    }
}

/// Whether records of a log can tell a field.
fn may_tell(log: Log, field: Field) -> bool {
    // Every log can be filtered by it, but what is said on somebody's risk has none.
    let is_stateless = field == Field::Status && log.report() == Report::Risk;
    field.spec().logs.contains(log) && !is_stateless
}

/// The rows of a field: one, or one for each item of a list. None if nothing is known.
pub(super) fn field_ui(ui: &mut Ui, detail: &Detail, field: Field, clock: Clock, commands: &mut Vec<Command>) {
    let Some(stored) = detail.value(field) else { return };
    let log = detail.record.log;
    if field == Field::RequestId && is_made_id(&stored) {
        let made = Value::new(text!("detail-made-id"), &stored).about(text!("detail-made-id-about"));
        made.filter(field, &stored).ui(ui, commands);
        return;
    }
    let value = |text| Value::new(field.title_in(log), text).about(field.spec().about);
    match field.kind() {
        Kind::Time => {
            let at = detail.record.time;
            value(&with_zone(at, clock)).copied(&with_zone(at, clock.written(Notation::ISO))).ui(ui, commands);
        }
        Kind::List => {
            let mut above = "";
            for item in stored.lines() {
                let (title, text) = item_words(field, log, item);
                Value::new(title, &text)
                    .about(field.spec().about)
                    .filter(field, item)
                    .continued(title == above)
                    .ui(ui, commands);
                above = title;
            }
        }
        Kind::Code => {
            let row = value(&stored).filter(field, &stored);
            let mut asked = Vec::new();
            row.ui_with(ui, commands, |ui| lookup::code_link_ui(ui, &stored, &mut asked));
            commands.append(&mut asked);
        }
        Kind::Number(unit) => {
            let text = match unit {
                "" | "\u{b0}" => format!("{stored}{unit}"),
                _ => format!("{stored} {unit}"),
            };
            value(&text).filter(field, &stored).ui(ui, commands);
        }
        Kind::Steps | Kind::Policies => {}
        Kind::Text | Kind::Choice | Kind::Flag | Kind::Id | Kind::UniqueId | Kind::Address => {
            let moment = field.is_moment().then(|| Millis::from_iso(&stored)).flatten();
            let [shown, copied] =
                [clock, clock.written(Notation::ISO)].map(|clock| moment.map(|at| with_zone(at, clock)));
            let text = shown.as_deref().unwrap_or_else(|| field.spec().display(&stored));
            let row = value(text).copied(copied.as_deref().unwrap_or(text)).filter(field, &stored);
            let risk = match field {
                Field::Risk | Field::RiskAggregated => Mark::of_risk_level(&stored),
                Field::RiskState => Mark::of_risk_state(&stored),
                _ => None,
            };
            if let Some(mark) = risk {
                row.ui_with(ui, commands, |ui| {
                    badge::badge_ui(ui, mark, text);
                });
            } else if matches!(field, Field::Status | Field::ConditionalAccess) {
                row.ui_with(ui, commands, |ui| {
                    badge::status_ui(ui, &stored);
                    if field == Field::Status && detail.record.get(Field::StatusSource) == Some("error-code") {
                        ui.note(text!("detail-status-of-code"));
                    }
                });
            } else {
                row.ui(ui, commands);
            }
        }
    }
}

fn with_zone(at: Millis, clock: Clock) -> String {
    format!("{} {}", clock.date_time(at), clock.label())
}

/// Title and text of an item: additional details are key and value, requirements have the portal's words.
fn item_words(field: Field, log: Log, item: &str) -> (&str, Cow<'_, str>) {
    match field {
        Field::ProcessingDetails => match item.split_once(": ") {
            Some((key, text)) => (key, Cow::Borrowed(text)),
            None => (field.title(), Cow::Borrowed(item)),
        },
        Field::AuthPolicies | Field::SessionPolicies => (field.title(), policies::requirement(item)),
        _ => (field.title_in(log), Cow::Borrowed(field.spec().display(item))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_stands_in_one_place() {
        // Shown elsewhere: the log in the header, the source of the status beside it, and the lists that
        // have tabs of their own together with what is derived from them.
        let elsewhere = [
            Field::Log,
            Field::StatusSource,
            Field::ConditionalAccess,
            Field::Policies,
            Field::Policy,
            Field::PolicyResult,
            Field::Steps,
            Field::AuthMethod,
            Field::AuthResult,
            Field::AuthPolicies,
            Field::SessionPolicies,
            Field::MfaMethod,
            Field::MfaDetail,
            Field::Bookmarked,
            Field::Note,
            Field::TargetDetails,
            Field::TargetType,
            Field::TargetId,
            Field::ModifiedProperties,
            Field::ProvisioningSteps,
            Field::ProvisioningError,
            Field::RecommendedAction,
        ];
        let placed: Vec<Field> = BASIC
            .iter()
            .chain(&LOCATION)
            .chain(&DEVICE)
            .chain(&ADDITIONAL)
            .flat_map(|section| section.fields)
            .copied()
            .chain(elsewhere)
            .collect();
        for field in Field::ALL.into_iter().filter(|field| field.spec().is_stored()) {
            assert_eq!(placed.iter().filter(|other| **other == field).count(), 1, "{}", field.key());
        }
    }

    #[test]
    fn additional_details_are_key_and_value() {
        assert_eq!(
            item_words(Field::ProcessingDetails, Log::Interactive, "Root Key Type: Unknown"),
            ("Root Key Type", Cow::Borrowed("Unknown"))
        );
    }
}
