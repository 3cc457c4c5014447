//! What Conditional Access policies did, and what report-only policies would have done.

use std::collections::{BTreeMap, BTreeSet};

use super::columns::{of_field, who_and_what};
use crate::fields::{Field, Logs, Part, lower};
use crate::insights::{
    Ask, By, Choices, Heading, Measure, Note, PageSpec, Section, Sum, cards, fixed, graph_of, table,
};
use crate::query::{self, Query};

/// The page of all policies.
pub(super) const PAGE: PageSpec = PageSpec {
    key: "conditional-access",
    title: "Conditional Access",
    about: "What each policy did, what report-only policies would have done, and which sign-ins no policy covered",
    logs: Logs::USERS,
    able: Logs::SIGN_INS,
    of: None,
    make,
};

/// The page of one policy.
pub(super) const ONE: PageSpec = PageSpec {
    key: "policy",
    title: "Policy",
    about: "What one Conditional Access policy did or would have done",
    logs: Logs::USERS,
    able: Logs::SIGN_INS,
    of: Some(By::Field(Field::Policy)),
    make: make_one,
};

/// Successful sign-ins to which no enforced policy applied, as far as exports tell: by their policies, or by the status
/// where the policies are not told.
const UNCOVERED: &str = "status:success -policy_result:success,failure (has:ca_policies OR ca_status:notApplied)";

const WOULD_BLOCK: &str = "policy_result:reportOnlyFailure";
const WOULD_ASK: &str = "policy_result:reportOnlyInterrupted";
const WOULD: &str = "policy_result:reportOnlyFailure,reportOnlyInterrupted";

const SEVERAL_ASKED: &str = "The filter names several policies, all of which a sign-in must have. A result counts here where it \
                             came of each of them.";

const LIMITS: &str = "Only JSON and Log Analytics tell the policies of a sign-in; CSV tells the overall status alone. \
                      Conditional Access \u{201c}success\u{201d} means that a policy was evaluated, not that it asked for \
                      anything. Controls belong to a whole policy: where it has several, its result does not tell \
                      which one was met.";

fn make(ask: &Ask<'_>, _choices: &Choices) -> Vec<Section> {
    let statuses = [
        Measure::new("ca_success", "Success", "ca_status:success", Sum::SignIns),
        Measure::new("ca_failure", "Failure", "ca_status:failure", Sum::SignIns),
        Measure::new("ca_not_applied", "Not applied", "ca_status:notApplied", Sum::SignIns),
    ];
    let figures = vec![
        (told(), None),
        (
            Measure::new("ca_failure", "Failure", "ca_status:failure", Sum::SignIns)
                .about("A policy blocked, or its controls were not met"),
            None,
        ),
        (
            Measure::new("would_block", "Report-only: failure", WOULD_BLOCK, Sum::SignIns)
                .about("A report-only policy would have blocked"),
            None,
        ),
        (
            Measure::new("would_ask", "Report-only: user action", WOULD_ASK, Sum::SignIns)
                .about("A report-only policy would have asked the user"),
            None,
        ),
        (uncovered(), None),
    ];
    let policies = Heading { key: "policies", title: "Policies", of: "Policy" };
    let uncovered_by = Heading { key: "uncovered", title: "Sign-ins no policy covered", of: "Application" };
    let of_uncovered = vec![Measure::sign_ins(), Measure::users(), Measure::last(), Measure::trend()];
    let asked = asked_policies(ask.filter());
    let mut policies = table(ask, policies, By::Field(Field::Policy), of_policies());
    // Of other policies those results would be counted that come together with one of a policy that is asked for.
    policies.rows.retain(|row| asked.is_empty() || asked.iter().flatten().any(|name| *name == lower(&row.title)));
    let mut sections = vec![
        Section::Cards(cards(ask, figures)),
        Section::Graph(graph_of(ask, "statuses", "Conditional Access status", &statuses)),
        Section::Table(policies),
    ];
    if asked.len() > 1 {
        sections.push(Section::Note(Note::Fixed(SEVERAL_ASKED)));
    }
    sections.extend(would_have(ask));
    sections.extend([
        Section::Table(of_field(ask, "controls", "Grant controls", Field::PolicyControl, of_controls())),
        Section::Table(table(&ask.only(&fixed(UNCOVERED)), uncovered_by, By::Applications, of_uncovered)),
        Section::Note(Note::Fixed(LIMITS)),
    ]);
    sections.extend(namesakes(ask).map(Section::Note));
    sections
}

fn make_one(ask: &Ask<'_>, _choices: &Choices) -> Vec<Section> {
    let failed = ask.only(&fixed("policy_result:failure"));
    let users = Heading { key: "failed_users", title: "Users it failed for", of: "User" };
    let applications = Heading { key: "failed_applications", title: "Applications it failed for", of: "Application" };
    let [failed_users, failed_applications] =
        who_and_what(&failed, users, applications, || vec![Measure::sign_ins(), errors()]);
    let figures = vec![
        (Measure::sign_ins(), None),
        (outcome("success", "Success", "success"), None),
        (outcome("failure", "Failure", "failure"), None),
        (outcome("report_only_failure", "Report-only: failure", "reportOnlyFailure"), None),
        (outcome("report_only_interrupted", "Report-only: user action", "reportOnlyInterrupted"), None),
        (touched(), None),
    ];
    let of_results =
        vec![Measure::sign_ins(), Measure::users(), Measure::applications(), Measure::first(), Measure::last()];
    let results: Vec<Measure> = outcomes().into_iter().collect();
    let mut sections = vec![
        Section::Cards(cards(ask, figures)),
        Section::Graph(graph_of(ask, "results_over_time", "Results", &results)),
        Section::Table(of_field(ask, "results", "Results", Field::PolicyResult, of_results)),
        Section::Table(failed_users),
        Section::Table(failed_applications),
    ];
    sections.extend(would_have(ask));
    sections.push(Section::Table(of_field(ask, "controls", "Grant controls", Field::PolicyControl, of_controls())));
    sections.push(Section::Note(Note::Fixed(LIMITS)));
    sections.extend(namesakes(ask).map(Section::Note));
    sections
}

/// Whom and what report-only policies would have stopped, were they enforced.
fn would_have(ask: &Ask<'_>) -> [Section; 2] {
    let users = Heading { key: "would_users", title: "Users report-only policies would have stopped", of: "User" };
    let applications = Heading {
        key: "would_applications",
        title: "Applications report-only policies would have stopped",
        of: "Application",
    };
    let measures = || {
        vec![
            Measure::sign_ins(),
            Measure::new("would_block", "Blocked", WOULD_BLOCK, Sum::SignIns),
            Measure::new("would_ask", "Asked", WOULD_ASK, Sum::SignIns),
            Measure::new("succeeded", "Succeeded", "status:success", Sum::SignIns)
                .about("Sign-ins that succeeded: those that enforcement would change"),
            Measure::new("policies", "Policies", "", Sum::Names(By::Field(Field::Policy))),
        ]
    };
    who_and_what(&ask.only(&fixed(WOULD)), users, applications, measures).map(Section::Table)
}

/// Sign-ins by what came of a policy.
fn outcome(key: &'static str, title: &'static str, result: &str) -> Measure {
    Measure::new(key, title, &format!("policy_result:{result}"), Sum::SignIns)
}

/// All that can come of a policy.
fn outcomes() -> [Measure; 8] {
    [
        outcome("success", "Success", "success"),
        outcome("failure", "Failure", "failure"),
        outcome("not_applied", "Not applied", "notApplied"),
        outcome("not_enabled", "Disabled", "notEnabled"),
        outcome("report_only_success", "Report-only: success", "reportOnlySuccess"),
        outcome("report_only_failure", "Report-only: failure", "reportOnlyFailure"),
        outcome("report_only_interrupted", "Report-only: user action", "reportOnlyInterrupted"),
        outcome("report_only_not_applied", "Report-only: not applied", "reportOnlyNotApplied"),
    ]
}

fn of_policies() -> Vec<Measure> {
    let mut measures = vec![Measure::names("mode", "Mode", By::Field(Field::PolicyMode)), Measure::sign_ins()];
    measures.extend(outcomes());
    measures.extend([
        touched(),
        Measure::new("would_users", "Users it would stop", WOULD, Sum::Different(By::Users))
            .about("Users for whom it would have failed or asked for something, were it enforced"),
        Measure::new("would_applications", "Applications it would stop", WOULD, Sum::Different(By::Applications))
            .about("Applications for which it would have failed or asked for something, were it enforced"),
        Measure::new("last_applied", "Last applied", "policy_result:success,failure", Sum::Last),
        Measure::names("controls", "Grant controls", By::Field(Field::PolicyControl)),
    ]);
    measures
}

fn of_controls() -> Vec<Measure> {
    vec![
        Measure::sign_ins().about("Sign-ins with a policy that has this control, whether it applied or not"),
        outcome("met", "Met", "success").about("The policy applied and was satisfied"),
        outcome("not_met", "Not met", "failure").about("The policy applied and was not satisfied"),
        outcome("would_meet", "Report-only: met", "reportOnlySuccess"),
        Measure::new("would_not_meet", "Report-only: not met", WOULD, Sum::SignIns),
        Measure::new("users", "Users asked", "policy_result:success,failure", Sum::Different(By::Users)),
        Measure::different("policies", "Policies in these sign-ins", Field::Policy),
    ]
}

fn touched() -> Measure {
    Measure::new("touched", "Users touched", "policy_result:success,failure", Sum::Different(By::Users))
        .about("Users to whose sign-ins it applied")
}

fn told() -> Measure {
    Measure::new("told", "Sign-ins with policies", "has:ca_policies", Sum::SignIns)
        .about("Sign-ins that tell their policies, also those that did not apply")
}

fn uncovered() -> Measure {
    Measure::new("uncovered", "No policy covered", UNCOVERED, Sum::SignIns)
        .about("Successful sign-ins to which no enforced policy applied. Some cannot be covered, such as the registration of a device")
}

fn errors() -> Measure {
    Measure::names("errors", "Error codes", By::Field(Field::ErrorCode))
}

/// The names of the policies that a filter asks for, in lower case: of each part that asks for some.
fn asked_policies(filter: &Query) -> Vec<Vec<String>> {
    let names = |part: &Query| match query::Part::of(part) {
        query::Part::Values { field: Field::Policy, values, is_excluded: false } => {
            Some(values.iter().map(|name| lower(name)).collect())
        }
        _ => None,
    };
    filter.parts().iter().filter_map(names).collect()
}

/// Says so if different policies share a name, since policies are known by name.
fn namesakes(ask: &Ask<'_>) -> Option<Note> {
    let columns = ask.scope().columns;
    let (lists, table) = (columns.text_column(Field::Policies), columns.parts(Field::Policies));
    let codes: BTreeSet<u32> = ask.rows().iter().map(|row| lists.code(*row)).collect();
    let mut ids: BTreeMap<String, (&str, BTreeSet<&str>)> = BTreeMap::new();
    for thing in codes.into_iter().flat_map(|code| table.things(code)) {
        let text = |part| thing.iter().map(|text| &table.texts()[*text as usize]).find(|text| text.part == part);
        if let (Some(name), Some(id)) = (text(Part::PolicyName), text(Part::PolicyId)) {
            ids.entry(lower(&name.text)).or_insert((&name.text, BTreeSet::new())).1.insert(&id.lower);
        }
    }
    let shared: Vec<(String, usize)> =
        ids.into_values().filter(|(_, ids)| ids.len() > 1).map(|(name, ids)| (name.to_owned(), ids.len())).collect();
    (!shared.is_empty()).then_some(Note::Namesakes(shared))
}
