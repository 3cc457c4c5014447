//! How users prove who they are, and what asked them to.

use super::columns::of_field;
use crate::fields::{Field, Logs};
use crate::insights::{
    Ask, By, Choices, Heading, Measure, Note, PageSpec, Section, Sum, Table, cards, fixed, graph, graph_of, table,
};
use crate::query::Query;
use crate::reference::methods::{PASSWORDLESS, PHISHING_RESISTANT};

/// The page.
pub(super) const PAGE: PageSpec = PageSpec {
    key: "authentication",
    title: "Authentication methods",
    about: "Which methods users sign in with, how well each works, and what asked for them",
    logs: Logs::USERS,
    able: Logs::USERS,
    of: None,
    make,
};

/// Multifactor authentication was asked for now, or had been done before.
const PROTECTED: &str =
    "(auth_requirement:multiFactorAuthentication OR auth_result:\"MFA requirement satisfied by claim\"*)";

/// Result texts of steps that a claim satisfied, as exports have them: "First factor requirement satisfied by claim in
/// the token", "MFA requirement satisfied by claim in the token" and "... by claim provided by external provider".
const CLAIM: &str = "auth_result:*\"satisfied by claim\"*";

/// Successful sign-ins in which the first factor was given, and not taken from a token.
const FRESH: &str = "status:success has:auth_method -auth_result:\"First factor requirement satisfied by claim\"*";

const METHODS_NOTE: &str = "Phishing-resistant methods are those of Microsoft's built-in authentication strength: passkeys \
                            and FIDO2 security keys, Windows Hello for Business, platform credentials and multifactor \
                            certificates. Passwordless ones add sign-in with the Microsoft Authenticator. Both shares \
                            are of the successful sign-ins in which the user gave the first factor anew.";

const REQUIREMENT_NOTE: &str = "The authentication requirement is the stage that a sign-in reached. Sign-ins count as \
                                protected by multifactor authentication if it was required, or if a step tells that a \
                                claim had satisfied it. Exports can lack steps: details come up to a few minutes late, \
                                and CSV needs its file of authentication details.";

fn make(ask: &Ask<'_>, choices: &Choices) -> Vec<Section> {
    // Both halves go through all sign-ins, and neither keeps all cores busy.
    let (mut sections, protected) = rayon::join(|| of_methods(ask, choices), || of_protection(ask));
    sections.extend(protected);
    sections.extend([METHODS_NOTE, REQUIREMENT_NOTE].map(|note| Section::Note(Note::Fixed(note))));
    sections
}

fn of_methods(ask: &Ask<'_>, choices: &Choices) -> Vec<Section> {
    let methods =
        graph(ask, "methods_over_time", "Methods", By::Field(Field::AuthMethod), &choices.lines, choices.counts);
    let requirements = [
        Measure::new("multifactor", "Multifactor", "auth_requirement:multiFactorAuthentication", Sum::SignIns),
        Measure::new("single_factor", "Single-factor", "auth_requirement:singleFactorAuthentication", Sum::SignIns),
    ];
    let reasons =
        || vec![Measure::sign_ins(), Measure::users(), Measure::applications(), Measure::last(), Measure::trend()];
    let results = vec![Measure::sign_ins(), Measure::users(), succeeded_steps(), failed_steps(), Measure::last()];
    vec![
        Section::Cards(cards(
            ask,
            vec![
                (protected_share(), None),
                (share("passwordless", "Passwordless", &PASSWORDLESS), None),
                (share("phishing_resistant", "Phishing-resistant", &PHISHING_RESISTANT), None),
                (
                    claims("claims", "Satisfied by claims", "").about("Sign-ins with a step that a claim satisfied"),
                    None,
                ),
            ],
        )),
        Section::Graph(methods),
        Section::Graph(graph_of(ask, "requirements", "Authentication requirement", &requirements)),
        Section::Table(of_field(ask, "methods", "Methods", Field::AuthMethod, steps())),
        Section::Table(of_field(ask, "details", "Methods in detail", Field::AuthDetail, steps())),
        Section::Table(of_field(ask, "results", "Results of steps", Field::AuthResult, results)),
        Section::Table(told_apart(of_field(ask, "reasons", "What asked for it", Field::AuthPolicies, reasons()))),
        Section::Table(told_apart(of_field(
            ask,
            "sessions",
            "Session lifetime policies",
            Field::SessionPolicies,
            reasons(),
        ))),
    ]
}

/// Which applications and users are protected by multifactor authentication.
fn of_protection(ask: &Ask<'_>) -> [Section; 2] {
    let succeeded = ask.only(&fixed("status:success"));
    let applications =
        Heading { key: "applications", title: "Multifactor authentication by application", of: "Application" };
    let users = Heading { key: "users", title: "Multifactor authentication by user", of: "User" };
    let (applications, users) = rayon::join(
        || table(&succeeded, applications, By::Applications, protection(Measure::users())),
        || table(&succeeded, users, By::Users, protection(Measure::applications())),
    );
    [Section::Table(applications), Section::Table(users)]
}

/// How steps went.
fn steps() -> Vec<Measure> {
    vec![
        Measure::sign_ins(),
        succeeded_steps(),
        failed_steps(),
        Measure::new(
            "step_success_rate",
            "Step success rate",
            "auth_succeeded:yes",
            Sum::ShareOf(fixed("auth_succeeded:yes,no")),
        )
        .about("Sign-ins whose step with this method succeeded, of all that tell whether it did"),
        Measure::new("primary", "As first factor", "auth_step_requirement:\"Primary authentication\"", Sum::SignIns),
        Measure::new(
            "second",
            "As second factor",
            "auth_step_requirement:\"Multifactor authentication\"",
            Sum::SignIns,
        ),
        claims("first_factor_claims", "First factor by claim", "First factor"),
        claims("multifactor_claims", "MFA by claim", "MFA"),
        Measure::users(),
        Measure::last(),
    ]
}

fn succeeded_steps() -> Measure {
    Measure::new("succeeded", "Step succeeded", "auth_succeeded:yes", Sum::SignIns)
}

fn failed_steps() -> Measure {
    Measure::new("failed", "Step failed", "auth_succeeded:no", Sum::SignIns)
        .about("The sign-in can have succeeded all the same, by a further step")
}

/// Sign-ins with a step that a claim satisfied, whose text begins so.
fn claims(key: &'static str, title: &'static str, beginning: &str) -> Measure {
    let filter = if beginning.is_empty() {
        CLAIM.to_owned()
    } else {
        format!("auth_result:\"{beginning} requirement satisfied by claim\"*")
    };
    Measure::new(key, title, &filter, Sum::SignIns)
        .about("Taken from a token or from another provider; the user was not asked")
}

/// Successful sign-ins with multifactor authentication.
fn protected_share() -> Measure {
    Measure::new(
        "protected_share",
        "Protected by MFA",
        &format!("status:success {PROTECTED}"),
        Sum::ShareOf(fixed("status:success")),
    )
    .about(
        "Successful sign-ins for which multifactor authentication was required or had been done before, of all \
         successful ones",
    )
}

fn protection(of: Measure) -> Vec<Measure> {
    vec![
        Measure::sign_ins(),
        Measure::new("protected", "Protected by MFA", PROTECTED, Sum::SignIns)
            .about("Successful sign-ins for which multifactor authentication was required or had been done before"),
        Measure::new("protected_share", "Share", PROTECTED, Sum::ShareOf(Query::default()))
            .about("Successful sign-ins protected by multifactor authentication, of all successful ones"),
        Measure::new("unprotected", "Without MFA", &format!("-{PROTECTED}"), Sum::SignIns)
            .about("No multifactor authentication was required, and no step tells of an earlier one"),
        of,
        Measure::last(),
    ]
}

/// Sign-ins that succeeded with one of these methods.
fn share(key: &'static str, title: &'static str, methods: &[&str]) -> Measure {
    let methods: Vec<String> = methods.iter().map(|method| Query::value_literal(method)).collect();
    let with = format!("{FRESH} auth_method:{} auth_succeeded:yes", methods.join(","));
    Measure::new(key, title, &with, Sum::ShareOf(fixed(FRESH))).about(
        "Sign-ins with such a method that succeeded, of all successful ones in which the first factor was given, \
             and not taken from a token",
    )
}

/// A policy's kind behind its name: exports tell both in one text.
fn told_apart(mut table: Table) -> Table {
    for row in &mut table.rows {
        if let Some((kind, name)) = row.title.split_once(": ") {
            (row.title, row.detail) = (name.to_owned(), Some(kind.to_owned()));
        }
    }
    table
}
