//! With which clients, systems and browsers users sign in, and who still uses legacy authentication.

use super::columns::{of_field, usage};
use crate::fields::{Field, Logs};
use crate::insights::{
    Ask, By, Choices, Heading, Measure, Note, PageSpec, Section, Sum, cards, fixed, graph, graph_of, table,
};

/// The page.
pub(super) const PAGE: PageSpec = PageSpec {
    key: "clients",
    title: "Clients",
    about: "Client apps, operating systems and browsers, and who still uses legacy authentication",
    logs: Logs::USERS,
    able: Logs::USERS,
    of: None,
    make,
};

const NOTE: &str = "Legacy clients (IMAP, POP, SMTP and the like) cannot be asked for a second factor. A blank client app \
                    is unknown, which is neither legacy nor modern.";

fn make(ask: &Ask<'_>, choices: &Choices) -> Vec<Section> {
    let legacy = ask.only(&fixed("client_app:legacy"));
    let kinds = [
        Measure::new("modern", "Modern", "client_app:modern", Sum::SignIns),
        Measure::new("legacy", "Legacy", "client_app:legacy", Sum::SignIns),
    ];
    let legacy_users = Heading { key: "legacy_users", title: "Users of legacy clients", of: "User" };
    let legacy_applications =
        Heading { key: "legacy_applications", title: "Applications used by legacy clients", of: "Application" };
    let with = |of: Measure| {
        let mut measures = vec![Measure::names("clients", "Client apps", By::Field(Field::ClientApp)), of];
        measures.extend([
            Measure::sign_ins(),
            Measure::new("success", "Success", "status:success", Sum::SignIns),
            Measure::new("failure", "Failure", "status:failure", Sum::SignIns),
            Measure::last(),
            Measure::new("last_success", "Last success", "status:success", Sum::Last),
            Measure::first(),
        ]);
        measures
    };
    vec![
        Section::Cards(cards(
            ask,
            vec![
                (Measure::new("legacy", "Legacy sign-ins", "client_app:legacy", Sum::SignIns), None),
                (
                    Measure::new(
                        "legacy_succeeded",
                        "Legacy successes",
                        "client_app:legacy status:success",
                        Sum::SignIns,
                    )
                    .about("Legacy sign-ins that succeeded: nothing stops them yet"),
                    None,
                ),
                (
                    Measure::new(
                        "legacy_users",
                        "Users of legacy clients",
                        "client_app:legacy",
                        Sum::Different(By::Users),
                    ),
                    None,
                ),
                (
                    Measure::new(
                        "legacy_share",
                        "Legacy share",
                        "client_app:legacy",
                        Sum::ShareOf(fixed("has:client_app")),
                    )
                    .about("Sign-ins by legacy clients such as IMAP, POP and SMTP, of all that tell their client app"),
                    None,
                ),
            ],
        )),
        Section::Graph(graph_of(ask, "kinds", "Modern and legacy clients", &kinds)),
        Section::Table(of_field(&legacy, "legacy", "Legacy clients", Field::ClientApp, usage(vec![Measure::users()]))),
        Section::Table(table(&legacy, legacy_users, By::Users, with(Measure::applications()))),
        Section::Table(table(&legacy, legacy_applications, By::Applications, with(Measure::users()))),
        Section::Note(Note::Fixed(NOTE)),
        Section::Graph(graph(
            ask,
            "client_apps",
            "Client apps",
            By::Field(Field::ClientApp),
            &choices.lines,
            choices.counts,
        )),
        Section::Table(of_field(ask, "clients", "Client apps", Field::ClientApp, usage(vec![Measure::users()]))),
        Section::Table(of_field(ask, "systems", "Operating systems", Field::Os, usage(vec![Measure::users()]))),
        Section::Table(of_field(
            ask,
            "browsers",
            "Browsers and their versions",
            Field::Browser,
            usage(vec![Measure::users()]),
        )),
    ]
}
