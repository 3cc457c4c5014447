//! What users sign in to through AD FS.

use super::columns::{errors, usage};
use crate::fields::Logs;
use crate::insights::{Ask, By, Choices, Heading, Measure, Note, PageSpec, Section, cards, fixed, graph, table};

/// The page.
pub(super) const PAGE: PageSpec = PageSpec {
    key: "adfs",
    title: "AD FS applications",
    about: "Which applications are used through AD FS, by how many, with what success",
    logs: Logs::USERS,
    able: Logs::USERS,
    of: None,
    make,
};

/// Sign-ins of the AD FS log, and those of the others whose token AD FS issued.
const ADFS: &str = "log:adfs OR token_issuer_type:ADFederationServices";

const LIMITS: &str = "AD FS sign-ins come from Connect Health. They tell no device, no Conditional Access and no risk, and whether an \
                      application can be moved to Microsoft Entra is not among what they tell.";

fn make(ask: &Ask<'_>, choices: &Choices) -> Vec<Section> {
    let ask = &ask.only(&fixed(ADFS));
    if ask.rows().is_empty() {
        return vec![Section::Note(Note::Fixed(
            "No AD FS sign-ins in this period: none is in the AD FS log, and of no other AD FS issued the token. They \
             are reported by Connect Health: Log Analytics has them in the table ADFSSignInLogs, whose rows can be \
             exported and opened here.",
        ))];
    }
    let used = graph(ask, "usage", "AD FS application usage", By::Applications, &choices.lines, choices.counts);
    let applications = Heading { key: "applications", title: "Applications", of: "Application" };
    let figures = vec![
        (Measure::sign_ins(), None),
        (Measure::users(), None),
        (Measure::applications(), None),
        (Measure::success_rate(), None),
    ];
    vec![
        Section::Cards(cards(ask, figures)),
        Section::Graph(used),
        Section::Table(table(ask, applications, By::Applications, usage(vec![Measure::users()]))),
        Section::Table(errors(ask, vec![Measure::users(), Measure::applications(), Measure::last()])),
        Section::Note(Note::Fixed(LIMITS)),
    ]
}
