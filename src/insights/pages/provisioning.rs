//! Identities that were brought from one system to another, and what failed.

use super::records::{
    by_field, different, events, failure_share, failures, heading, last, line, names, nothing, part, trend,
};
use crate::fields::{Field, Logs};
use crate::insights::{Ask, By, Choices, Measure, PageSpec, Section, Sum, cards, fixed, graph_of};

/// The page.
pub(super) const PAGE: PageSpec = PageSpec {
    key: "provisioning",
    title: "Provisioning",
    about: "Which identities were brought to which systems, what failed and what to do about it",
    logs: Logs::PROVISIONING,
    able: Logs::PROVISIONING,
    of: None,
    make,
};

fn make(ask: &Ask<'_>, _: &Choices) -> Vec<Section> {
    let Some(ask) = &part(ask, Logs::PROVISIONING) else { return nothing() };
    let skipped = line("skipped", "Skipped", "status:skipped")
        .about("Nothing was to be done, or the identity is out of scope; no failure");
    let failing = By::Field(Field::SourceIdentity);
    let failing = Measure::new("failing", "Identities that failed", "status:failure", Sum::Different(failing))
        .about("Different source identities with an event that failed, each counted once");
    let figures = vec![
        (events(), None),
        (failures(), None),
        (failure_share(), None),
        (skipped.clone(), None),
        (identities(), None),
        (failing, None),
    ];
    let success = || line("success", "Success", "status:success");
    let statuses = [
        success(),
        line("failure", "Failure", "status:failure"),
        skipped.clone(),
        line("warning", "Warning", "status:warning"),
    ];
    let mut by_status = graph_of(ask, "statuses", "Events by status", &statuses);
    by_status.lines.retain(|line| line.sign_ins > 0);
    let usual = || vec![events(), success(), failures(), skipped.clone(), identities(), last(), trend()];
    let of_errors = vec![
        failures(),
        names("remedy", "Recommended action", Field::RecommendedAction),
        names("reasons", "Reason", Field::FailureReason),
        identities(),
        last(),
    ];
    let of_identities = vec![
        failures(),
        names("errors", "Errors", Field::ProvisioningError),
        names("actions", "Actions", Field::ProvisioningAction),
        names("systems", "Target systems", Field::TargetSystem),
        last(),
    ];
    let failed = ask.only(&fixed("status:failure"));
    vec![
        Section::Cards(cards(ask, figures)),
        Section::Graph(by_status),
        by_field(&failed, heading("errors", "Errors", "Error"), Field::ProvisioningError, of_errors),
        by_field(
            &failed,
            heading("failed_identities", "Identities with failures", "Source identity"),
            Field::SourceIdentity,
            of_identities,
        ),
        by_field(ask, heading("actions", "Actions", "Action"), Field::ProvisioningAction, usual()),
        by_field(ask, heading("target_systems", "Target systems", "System"), Field::TargetSystem, usual()),
        by_field(ask, heading("source_systems", "Source systems", "System"), Field::SourceSystem, usual()),
    ]
}

fn identities() -> Measure {
    different("identities", "Identities", Field::SourceIdentity)
}
