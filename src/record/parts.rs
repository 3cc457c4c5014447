//! Taking apart what holds several things at once: policies, authentication steps, networks.

use std::borrow::Cow;

use super::steps::{AuthStep, PolicyResult, decode_policies, decode_steps};
use crate::fields::{Field, Kind, Part};

/// One policy, step or network: its texts with what each of them is, in their stored form.
pub type Thing<'a> = Vec<(Part, Cow<'a, str>)>;

/// The things that a stored text of a field holds, in their order. A field that is kept as a list of one
/// part gives a thing for each line; one that has no parts gives none.
#[must_use]
pub fn things_of(field: Field, text: &str) -> Vec<Thing<'_>> {
    match field.kind() {
        Kind::Policies => decode_policies(text).into_iter().map(policy).collect(),
        Kind::Steps => decode_steps(text).into_iter().map(step).collect(),
        Kind::List => match field.spec().part() {
            Some(Part::Network) => text.split('\n').map(network).collect(),
            Some(part) => text.split('\n').map(|line| with_word(Vec::new(), part, line.into())).collect(),
            None => Vec::new(),
        },
        Kind::Choice => match field {
            Field::AgentType => vec![agent(Part::IsAgent, text)],
            Field::AgentSubjectType => vec![agent(Part::IsAgentSubject, text)],
            _ => Vec::new(),
        },
        Kind::Time
        | Kind::Text
        | Kind::Flag
        | Kind::Code
        | Kind::Number(_)
        | Kind::Id
        | Kind::UniqueId
        | Kind::Address => Vec::new(),
    }
}

/// The field in which a part is asked for.
fn asked_as(part: Part) -> Option<Field> {
    Field::ALL.into_iter().find(|field| field.spec().part() == Some(part))
}

/// Adds a text that is there, and the known word for it.
fn with_word<'a>(mut thing: Thing<'a>, part: Part, text: Cow<'a, str>) -> Thing<'a> {
    if text.is_empty() {
        return thing;
    }
    let spec = asked_as(part).map(Field::spec);
    let word = spec.and_then(|spec| spec.known_value(&text)).filter(|word| *word != text);
    // What the cache keeps as a list is shown as files spell it, so it is found by that too.
    if word.is_none() || spec.is_some_and(crate::fields::Spec::is_stored) {
        thing.push((part, text));
    }
    thing.extend(word.map(|word| (part, Cow::Borrowed(word))));
    thing
}

fn policy(policy: PolicyResult) -> Thing<'static> {
    let mode = match policy.result.as_str() {
        "" | "unknown" | "unknownFutureValue" => "",
        "notEnabled" => "disabled",
        _ if policy.is_report_only() => "report-only",
        _ => "enforced",
    };
    let listed = |texts: &str| texts.split(',').map(|text| text.trim().to_owned()).collect::<Vec<_>>();
    let (met, unmet) = (listed(&policy.conditions_satisfied), listed(&policy.conditions_not_satisfied));
    let single = [
        (Part::PolicyName, policy.name),
        (Part::PolicyId, policy.id),
        (Part::PolicyResult, policy.result),
        (Part::PolicyMode, mode.to_owned()),
    ];
    let several = [
        (Part::PolicyControl, policy.grant_controls),
        (Part::PolicySession, policy.session_controls),
        (Part::PolicyCondition, met),
        (Part::PolicyUnmet, unmet),
    ];
    let several = several.into_iter().flat_map(|(part, texts)| texts.into_iter().map(move |text| (part, text)));
    single.into_iter().chain(several).fold(Vec::new(), |thing, (part, text)| with_word(thing, part, text.into()))
}

fn step(step: AuthStep<'_>) -> Thing<'_> {
    let succeeded = step.succeeded.map_or("", |succeeded| if succeeded { "true" } else { "false" });
    [
        (Part::StepMethod, step.method),
        (Part::StepDetail, step.detail),
        (Part::StepSucceeded, succeeded.into()),
        (Part::StepResult, step.result),
        (Part::StepRequirement, step.requirement),
    ]
    .into_iter()
    .fold(Vec::new(), |thing, (part, text)| with_word(thing, part, text))
}

/// `Trusted named location: Head office`, or one of both alone.
fn network(line: &str) -> Thing<'_> {
    if line.is_empty() {
        return Vec::new();
    }
    let known = |text: &str| Field::NetworkType.spec().known_value(text);
    let (kind, name) = match line.split_once(": ") {
        Some((kind, name)) if known(kind).is_some() => (known(kind), name),
        _ => (known(line), ""),
    };
    let mut thing = vec![(Part::Network, Cow::Borrowed(line))];
    if !name.is_empty() {
        thing.push((Part::Network, Cow::Borrowed(name)));
    }
    if let Some(kind) = kind {
        thing.push((Part::NetworkType, Cow::Borrowed(kind)));
        thing.push((Part::Network, Cow::Borrowed(kind)));
        let lower = kind.to_ascii_lowercase();
        thing.extend(
            ["named", "trusted"]
                .into_iter()
                .filter(|word| lower.contains(word))
                .map(|word| (Part::Network, Cow::Borrowed(word))),
        );
    }
    thing
}

fn agent(part: Part, kind: &str) -> Thing<'static> {
    vec![(part, Cow::Borrowed(if kind == "notAgentic" { "false" } else { "true" }))]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{encode_policies, encode_steps};

    fn texts(field: Field, text: &str, part: Part) -> Vec<String> {
        let things = things_of(field, text);
        things.iter().flatten().filter(|(of, _)| *of == part).map(|(_, text)| text.to_string()).collect()
    }

    #[test]
    fn policies_come_apart_into_what_can_be_asked_of_each() {
        let text = encode_policies(&[
            PolicyResult {
                id: "p-1".into(),
                name: "Require MFA".into(),
                result: "reportOnlyFailure".into(),
                grant_controls: vec!["Mfa".into(), "RequireCompliantDevice".into(), "Guest terms".into()],
                session_controls: vec!["SignInFrequency".into()],
                conditions_satisfied: "application,users".into(),
                conditions_not_satisfied: "location".into(),
            },
            PolicyResult { name: "Old".into(), result: "notEnabled".into(), ..PolicyResult::default() },
            PolicyResult { name: "Block".into(), result: "failure".into(), ..PolicyResult::default() },
        ]);
        let of = |part| texts(Field::Policies, &text, part);
        assert_eq!(of(Part::PolicyMode), ["report-only", "disabled", "enforced"]);
        assert_eq!(of(Part::PolicyControl), ["mfa", "compliantDevice", "Guest terms"]);
        assert_eq!(of(Part::PolicySession), ["signInFrequency"]);
        assert_eq!(of(Part::PolicyCondition), ["application", "users"]);
        assert_eq!(of(Part::PolicyUnmet), ["location"]);
        assert_eq!(of(Part::PolicyId), ["p-1"]);
    }

    #[test]
    fn steps_know_whether_they_succeeded_and_methods_their_usual_name() {
        let step = AuthStep {
            method: "WindowsHelloForBusiness".into(),
            succeeded: Some(false),
            requirement: "Multi-factor authentication".into(),
            ..AuthStep::default()
        };
        let text = encode_steps(&[step, AuthStep::default()]);
        let of = |part| texts(Field::Steps, &text, part);
        assert_eq!(of(Part::StepMethod), ["WindowsHelloForBusiness", "Windows Hello for Business"]);
        assert_eq!(of(Part::StepSucceeded), ["false"]);
        assert_eq!(of(Part::StepRequirement), ["Multifactor authentication"]);
    }

    #[test]
    fn networks_are_known_by_name_and_kind() {
        let text = "Trusted named location: Head: office\nNamed network\nOdd: line";
        assert_eq!(
            texts(Field::Network, text, Part::Network),
            [
                "Trusted named location: Head: office",
                "Head: office",
                "Trusted named location",
                "named",
                "trusted",
                "Named network",
                "Named network",
                "named",
                "Odd: line"
            ]
        );
        assert_eq!(texts(Field::Network, text, Part::NetworkType), ["Trusted named location", "Named network"]);
    }
}
