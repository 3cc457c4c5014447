//! What service principals and managed identities do, and with which credentials.

use super::columns::{addresses, credentials, errors, of_field, resources};
use crate::fields::{Field, Logs};
use crate::insights::{Ask, By, Choices, Heading, Measure, Note, PageSpec, Section, Sum, Table, cards, graph, table};

/// The page of all of them.
pub(super) const PAGE: PageSpec = PageSpec {
    key: "service-principals",
    title: "Service principals",
    about: "What service principals and managed identities sign in to, with which credentials, and since when",
    logs: Logs::WORKLOADS,
    able: Logs::WORKLOADS,
    of: None,
    make,
};

/// The page of one of them.
pub(super) const ONE: PageSpec = PageSpec {
    key: "service-principal",
    title: "Service principal",
    about: "What one service principal or managed identity does",
    logs: Logs::WORKLOADS,
    able: Logs::WORKLOADS,
    of: Some(By::Workloads),
    make: make_one,
};

/// What sign-ins cannot tell.
const LIMITS: &str = "Sign-ins tell which credentials were used and when, not when they expire, nor that a credential \
                      or an identity exists that was not used. Microsoft leaves app-only sign-ins of its own \
                      applications out of the service principal log.";

fn make(ask: &Ask<'_>, choices: &Choices) -> Vec<Section> {
    let usage = graph(ask, "usage", "Sign-ins by identity", By::Workloads, &choices.lines, choices.counts);
    let identities = Heading { key: "identities", title: "Identities", of: "Identity" };
    let mut measures = vec![Measure::names("log", "Log", By::Field(Field::Log)), Measure::sign_ins()];
    measures.extend(outcomes());
    measures.extend([resources(), addresses(), credentials(), last_use(), Measure::first(), Measure::trend()]);
    vec![
        Section::Cards(cards(
            ask,
            vec![
                (Measure::sign_ins(), None),
                (identities_used(), None),
                (Measure::success_rate(), Some("errors")),
                (credentials(), None),
            ],
        )),
        Section::Graph(usage),
        Section::Table(table(ask, identities, By::Workloads, measures)),
        Section::Table(keys(ask, Some(identities_used()))),
        Section::Table(credential_types(ask, Some(identities_used()))),
        Section::Note(Note::Fixed(LIMITS)),
    ]
}

fn make_one(ask: &Ask<'_>, choices: &Choices) -> Vec<Section> {
    let usage = graph(ask, "usage", "Sign-ins by resource", By::Resources, &choices.lines, choices.counts);
    let resource = Heading { key: "resources", title: "Resources", of: "Resource" };
    let mut of_resources = vec![Measure::sign_ins()];
    of_resources.extend(outcomes());
    of_resources.extend([addresses(), last_use(), Measure::first(), Measure::trend()]);
    let mut of_addresses = vec![
        Measure::sign_ins(),
        Measure::names("places", "Places", By::Cities),
        Measure::names("asn", "Autonomous systems", By::Field(Field::AutonomousSystem)),
    ];
    of_addresses.extend(outcomes());
    of_addresses.extend([resources(), last_use(), Measure::first()]);
    vec![
        Section::Cards(cards(
            ask,
            vec![
                (Measure::sign_ins(), None),
                (Measure::success_rate(), None),
                (resources(), None),
                (addresses(), None),
                (credentials(), None),
            ],
        )),
        Section::Graph(usage),
        Section::Table(table(ask, resource, By::Resources, of_resources)),
        Section::Table(of_field(ask, "ips", "IP addresses", Field::Ip, of_addresses)),
        Section::Table(keys(ask, None)),
        Section::Table(credential_types(ask, None)),
        Section::Table(errors(ask, vec![resources(), Measure::last(), Measure::trend()])),
        Section::Note(Note::Fixed(LIMITS)),
    ]
}

/// The credentials by key ID.
fn keys(ask: &Ask<'_>, identities: Option<Measure>) -> Table {
    let mut measures = vec![
        Measure::names("types", "Type", By::Field(Field::ClientCredential)),
        Measure::names("thumbprints", "Thumbprint", By::Field(Field::CredentialThumbprint)),
    ];
    measures.extend(used(identities));
    let heading = Heading { key: "credentials", title: "Credentials", of: "Key ID" };
    table(ask, heading, By::Field(Field::CredentialKeyId), measures)
}

/// Kinds of credentials.
fn credential_types(ask: &Ask<'_>, identities: Option<Measure>) -> Table {
    let heading = Heading { key: "credential_types", title: "Types of credentials", of: "Type" };
    let mut measures = vec![credentials()];
    measures.extend(used(identities));
    table(ask, heading, By::Field(Field::ClientCredential), measures)
}

/// How credentials are used.
fn used(identities: Option<Measure>) -> Vec<Measure> {
    let mut measures: Vec<Measure> = identities.into_iter().collect();
    measures.extend([
        Measure::sign_ins(),
        Measure::new("failure", "Failure", "status:failure", Sum::SignIns),
        resources(),
        addresses(),
        last_use(),
        Measure::first(),
    ]);
    measures
}

fn identities_used() -> Measure {
    Measure::new("identities", "Identities", "", Sum::Different(By::Workloads))
}

fn outcomes() -> [Measure; 3] {
    [
        Measure::new("success", "Success", "status:success", Sum::SignIns),
        Measure::new("failure", "Failure", "status:failure", Sum::SignIns),
        Measure::success_rate(),
    ]
}

fn last_use() -> Measure {
    Measure::new("last", "Last use", "", Sum::Last)
}
