//! The lists inside a JSON sign-in: authentication steps, policies and details.
//!
//! A list in a form not known gives nothing; it stays readable in the original text.

use std::cell::RefCell;
use std::collections::HashMap;

use foldhash::fast::FixedState;
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::Value;

use super::json_text::Text;
use super::values::trim;
use crate::clock::Millis;
use crate::fields::{Field, Kind, words_of};
use crate::record::lines::{Change, ProvisioningStep, Target};
use crate::record::{AuthStep, PolicyResult, Record, distinct_lines, encode_policies};

/// How much text of lists is remembered, in bytes; then the memory starts anew.
const MEMO: usize = 4 << 20;

/// Reads lists and remembers those it has seen: most sign-ins of a tenant carry the same policies.
#[derive(Debug, Default)]
pub(super) struct Lists {
    memo: RefCell<Memo>,
}

#[derive(Debug, Default)]
struct Memo {
    by_field: HashMap<Field, Seen, FixedState>,
    bytes: usize,
}

/// The text of each list seen, with the values that it gives.
type Seen = HashMap<Box<str>, Vec<(Field, Box<str>)>, FixedState>;

impl Lists {
    /// Puts what a list tells into a record if one of the same text was read before.
    pub(super) fn fill_known(&self, record: &mut Record<'_>, field: Field, json: &str) -> bool {
        let memo = self.memo.borrow();
        let values = memo.by_field.get(&field).and_then(|lists| lists.get(json));
        if let Some(values) = values {
            set_all(record, values);
        }
        values.is_some()
    }

    /// Puts what the JSON text of a list tells into a record.
    pub(super) fn fill<'a>(&self, record: &mut Record<'a>, field: Field, json: &'a str) {
        if matches!(json, "[]" | "null" | "\"\"") {
            return;
        }
        if field.kind() == Kind::Steps {
            record.steps = match in_graphs_names(json) {
                None => steps(json),
                Some(json) => steps(&json).into_iter().map(AuthStep::into_owned).collect(),
            };
            return;
        }
        if self.fill_known(record, field, json) {
            return;
        }
        let mut memo = self.memo.borrow_mut();
        let renamed = in_graphs_names(json);
        let values: Vec<(Field, Box<str>)> = values_of(field, renamed.as_deref().unwrap_or(json))
            .into_iter()
            .filter(|(_, text)| !text.is_empty())
            .map(|(field, text)| (field, text.into_boxed_str()))
            .collect();
        set_all(record, &values);
        let bytes = json.len() + values.iter().map(|(_, text)| text.len()).sum::<usize>();
        // A text within a text may be no JSON, and what is known is passed over unread.
        if serde_json::from_str::<IgnoredAny>(json).is_err() {
            return;
        }
        if memo.bytes + bytes > MEMO {
            *memo = Memo::default();
        }
        memo.bytes += bytes;
        memo.by_field.entry(field).or_default().insert(json.into(), values);
    }
}

/// The same list with the names of Microsoft Graph, if its own are spelled in another way: PowerShell begins them with
/// capitals, some collectors put `_` between words, and a list of one may have become that one.
fn in_graphs_names(json: &str) -> Option<String> {
    let mut names = names_of_first(json).peekable();
    names.peek()?;
    let is_foreign = names.any(|name| name.starts_with(|c: char| c.is_ascii_uppercase()) || name.contains('_'));
    let is_one = json.trim_start().starts_with('{');
    if !is_one && !is_foreign {
        return None;
    }
    let mut value: Value = serde_json::from_str(json).ok()?;
    if is_foreign {
        rename(&mut value);
    }
    let list = if is_one { Value::Array(vec![value]) } else { value };
    Some(list.to_string())
}

/// The names of properties up to the end of the first object.
fn names_of_first(json: &str) -> impl Iterator<Item = &str> {
    let object = json.split_once('{').map_or("", |(_, object)| object);
    let object = object.split_once('}').map_or(object, |(object, _)| object);
    let mut parts = object.split('"').skip(1).step_by(2).peekable();
    let mut rest = object;
    std::iter::from_fn(move || {
        loop {
            let name = parts.next()?;
            // What follows the closing quote of a name is a colon.
            let after = &rest[rest.find('"')? + 1 + name.len()..];
            rest = after.strip_prefix('"')?;
            if rest.trim_start().starts_with(':') {
                return Some(name);
            }
        }
    })
}

/// `DisplayName` and `display_name` become `displayName`, at every depth that [`serde_json`] reads.
fn rename(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(rename),
        Value::Object(properties) => {
            let taken = std::mem::take(properties);
            for (name, mut value) in taken {
                rename(&mut value);
                properties.insert(camel_case(&name), value);
            }
        }
        _ => {}
    }
}

fn camel_case(name: &str) -> String {
    let mut text = String::with_capacity(name.len());
    let mut begins_word = false;
    for c in name.chars() {
        match c {
            '_' => begins_word = true,
            c if text.is_empty() => text.extend(c.to_lowercase()),
            c if begins_word => {
                text.extend(c.to_uppercase());
                begins_word = false;
            }
            c => text.push(c),
        }
    }
    text
}

fn set_all(record: &mut Record<'_>, values: &[(Field, Box<str>)]) {
    for (field, text) in values {
        record.set(*field, text.to_string());
    }
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default, bound(deserialize = "'de: 'a"))]
struct StepJson<'a> {
    authentication_step_date_time: Text<'a>,
    authentication_method: Text<'a>,
    authentication_method_detail: Text<'a>,
    succeeded: Text<'a>,
    authentication_step_result_detail: Text<'a>,
    authentication_step_requirement: Text<'a>,
}

fn steps(json: &str) -> Vec<AuthStep<'_>> {
    serde_json::from_str::<Vec<StepJson<'_>>>(json)
        .unwrap_or_default()
        .into_iter()
        .map(|step| AuthStep {
            time: Millis::from_iso(step.authentication_step_date_time.trimmed()),
            method: trim(step.authentication_method.0.unwrap_or_default()),
            detail: trim(step.authentication_method_detail.0.unwrap_or_default()),
            succeeded: flag(step.succeeded.trimmed()),
            result: trim(step.authentication_step_result_detail.0.unwrap_or_default()),
            requirement: trim(step.authentication_step_requirement.0.unwrap_or_default()),
        })
        .collect()
}

/// Yes, no, or neither.
pub(super) fn flag(text: &str) -> Option<bool> {
    Field::ContinuousAccess.spec().known_value(text).map(|value| value == "true")
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default, bound(deserialize = "'de: 'a"))]
struct PolicyJson<'a> {
    id: Text<'a>,
    display_name: Text<'a>,
    result: Text<'a>,
    enforced_grant_controls: Option<Vec<Text<'a>>>,
    enforced_session_controls: Option<Vec<Text<'a>>>,
    conditions_satisfied: Text<'a>,
    conditions_not_satisfied: Text<'a>,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default, bound(deserialize = "'de: 'a"))]
struct NetworkJson<'a> {
    network_type: Text<'a>,
    network_names: Option<Vec<Text<'a>>>,
}

/// What an audit event changed.
#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default, bound(deserialize = "'de: 'a"))]
struct TargetJson<'a> {
    id: Text<'a>,
    display_name: Text<'a>,
    #[serde(rename = "type")]
    kind: Text<'a>,
    user_principal_name: Text<'a>,
    modified_properties: Option<Vec<ChangeJson<'a>>>,
}

/// A property that was changed.
#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default, bound(deserialize = "'de: 'a"))]
struct ChangeJson<'a> {
    #[serde(alias = "name")]
    display_name: Text<'a>,
    old_value: Text<'a>,
    new_value: Text<'a>,
}

/// A step of provisioning.
#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default, bound(deserialize = "'de: 'a"))]
struct ProvisioningStepJson<'a> {
    name: Text<'a>,
    status: Text<'a>,
    description: Text<'a>,
}

/// An item of two texts, under the names that the lists use.
#[derive(Deserialize, Default)]
#[serde(default, bound(deserialize = "'de: 'a"))]
struct PairJson<'a> {
    #[serde(alias = "requirementProvider", alias = "expirationRequirement", alias = "name")]
    key: Text<'a>,
    #[serde(alias = "detail")]
    value: Text<'a>,
}

fn values_of(field: Field, json: &str) -> Vec<(Field, String)> {
    match field {
        Field::Policies => policies(json),
        Field::Network => vec![(field, networks(json))],
        Field::AuthPolicies | Field::SessionPolicies | Field::ProcessingDetails => pairs(field, json),
        Field::Target => targets(json),
        Field::ModifiedProperties => {
            vec![(field, lines(parse::<Vec<ChangeJson<'_>>>(json).iter().map(|change| change.line(""))))]
        }
        Field::ProvisioningSteps => vec![(field, provisioning_steps(json))],
        _ => {
            let items = serde_json::from_str::<Vec<Text<'_>>>(json).unwrap_or_default();
            vec![(field, distinct_lines(items.iter().map(Text::trimmed)))]
        }
    }
}

fn policies(json: &str) -> Vec<(Field, String)> {
    let owned = |text: &Text<'_>| text.trimmed().to_owned();
    let controls = |list: Option<Vec<Text<'_>>>| list.unwrap_or_default().iter().map(owned).collect();
    let policies: Vec<PolicyResult> = serde_json::from_str::<Vec<PolicyJson<'_>>>(json)
        .unwrap_or_default()
        .into_iter()
        .map(|policy| PolicyResult {
            id: owned(&policy.id),
            name: owned(&policy.display_name),
            result: owned(&policy.result),
            grant_controls: controls(policy.enforced_grant_controls),
            session_controls: controls(policy.enforced_session_controls),
            conditions_satisfied: conditions(policy.conditions_satisfied.trimmed()),
            conditions_not_satisfied: conditions(policy.conditions_not_satisfied.trimmed()),
        })
        .collect();
    if policies.is_empty() {
        return Vec::new();
    }
    vec![
        (Field::Policies, encode_policies(&policies)),
        (Field::Policy, distinct_lines(policies.iter().map(|policy| policy.name.as_str()))),
        (Field::PolicyResult, distinct_lines(policies.iter().map(|policy| policy.result.as_str()))),
    ]
}

/// Conditions by their names; Azure's logs write the sum of their numbers. Source: `conditionalAccessConditions` of
/// Microsoft Graph's metadata.
fn conditions(text: &str) -> String {
    const NAMES: [&str; 17] = [
        "application",
        "users",
        "devicePlatform",
        "location",
        "clientType",
        "signInRisk",
        "userRisk",
        "time",
        "deviceState",
        "client",
        "ipAddressSeenByAzureAD",
        "ipAddressSeenByResourceProvider",
        "unknownFutureValue",
        "servicePrincipals",
        "servicePrincipalRisk",
        "authenticationFlows",
        "insiderRisk",
    ];
    match text.parse::<u32>() {
        Ok(sum) if sum < 1 << NAMES.len() => {
            let names: Vec<&str> =
                NAMES.iter().enumerate().filter(|(bit, _)| sum & (1 << bit) != 0).map(|(_, name)| *name).collect();
            names.join(",")
        }
        _ => text.to_owned(),
    }
}

/// `Named network: Head office`, one line for each name; the kind alone where there is none.
fn networks(json: &str) -> String {
    let mut items = Vec::new();
    for network in serde_json::from_str::<Vec<NetworkJson<'_>>>(json).unwrap_or_default() {
        let kind = words_of(network.network_type.trimmed());
        let names = network.network_names.unwrap_or_default();
        if names.is_empty() {
            items.push(kind);
        } else {
            items.extend(names.iter().map(|name| joined(&kind, name.trimmed())));
        }
    }
    distinct_lines(items.iter().map(String::as_str))
}

fn pairs(field: Field, json: &str) -> Vec<(Field, String)> {
    let pairs = serde_json::from_str::<Vec<PairJson<'_>>>(json).unwrap_or_default();
    let items: Vec<String> = pairs.iter().map(|pair| joined(pair.key.trimmed(), pair.value.trimmed())).collect();
    let mut values = vec![(field, distinct_lines(items.iter().map(String::as_str)))];
    if field == Field::ProcessingDetails {
        let token = pairs.iter().find(|pair| pair.key.trimmed().eq_ignore_ascii_case("Is CAE Token"));
        if let Some(flag) = token.and_then(|pair| flag(pair.value.trimmed())) {
            values.push((Field::ContinuousAccess, flag.to_string()));
        }
        let agent = pairs.iter().find(|pair| pair.key.trimmed().eq_ignore_ascii_case("UserAgent"));
        values.extend(agent.map(|pair| (Field::UserAgent, pair.value.trimmed().to_owned())));
    }
    values
}

/// The list that a JSON text is; an empty one if it is none of this kind.
fn parse<'a, T: Deserialize<'a> + Default>(json: &'a str) -> T {
    serde_json::from_str(json).unwrap_or_default()
}

fn targets(json: &str) -> Vec<(Field, String)> {
    let listed = parse::<Vec<TargetJson<'_>>>(json);
    let targets: Vec<Target> = listed.iter().map(TargetJson::told).collect();
    let of_several = targets.len() > 1;
    let changes = listed.iter().zip(&targets).flat_map(|(target, told)| {
        let name = if of_several { told.title() } else { "" };
        let changes = target.modified_properties.as_deref().unwrap_or_default();
        changes.iter().map(move |change| change.line(name))
    });
    let mut values = target_values(&targets);
    values.push((Field::ModifiedProperties, lines(changes)));
    values
}

/// What the fields of targets hold.
pub(super) fn target_values(targets: &[Target]) -> Vec<(Field, String)> {
    vec![
        (Field::Target, distinct_lines(targets.iter().map(Target::title))),
        (Field::TargetType, distinct_lines(targets.iter().map(|target| target.kind.as_str()))),
        (Field::TargetId, distinct_lines(targets.iter().map(|target| target.id.as_str()))),
        (Field::TargetDetails, lines(targets.iter().map(Target::to_line))),
    ]
}

fn lines(items: impl Iterator<Item = String>) -> String {
    let items: Vec<String> = items.collect();
    distinct_lines(items.iter().map(String::as_str))
}

impl TargetJson<'_> {
    fn told(&self) -> Target {
        let owned = |text: &Text<'_>| text.trimmed().to_owned();
        Target {
            name: owned(&self.display_name),
            kind: owned(&self.kind),
            username: owned(&self.user_principal_name),
            id: owned(&self.id),
        }
    }
}

impl ChangeJson<'_> {
    fn line(&self, target: &str) -> String {
        change_line(target, self.display_name.trimmed(), self.old_value.trimmed(), self.new_value.trimmed())
    }
}

/// How a changed property is written in [`Field::ModifiedProperties`], of values as the files have them.
pub(super) fn change_line(target: &str, property: &str, old: &str, new: &str) -> String {
    let (target, property) = (target.to_owned(), property.to_owned());
    Change { target, property, old: plain_value(old), new: plain_value(new) }.to_line()
}

/// A value of a changed property, which is JSON within a text: a text without its quotes, a list of plain values by
/// commas.
fn plain_value(json: &str) -> String {
    let plain = |value: &Value| match value {
        Value::String(text) => Some(text.clone()),
        Value::Bool(_) | Value::Number(_) => Some(value.to_string()),
        Value::Null => Some(String::new()),
        Value::Array(_) | Value::Object(_) => None,
    };
    match serde_json::from_str::<Value>(json) {
        Ok(Value::Array(items)) => {
            let items: Option<Vec<String>> = items.iter().map(plain).collect();
            items.map_or_else(|| json.to_owned(), |items| items.join(", "))
        }
        Ok(value) => plain(&value).unwrap_or_else(|| json.to_owned()),
        Err(_) => json.to_owned(),
    }
}

fn provisioning_steps(json: &str) -> String {
    let owned = |text: &Text<'_>| text.trimmed().to_owned();
    let steps = parse::<Vec<ProvisioningStepJson<'_>>>(json);
    let lines = steps.iter().map(|step| {
        let step = ProvisioningStep {
            name: owned(&step.name),
            status: owned(&step.status),
            description: owned(&step.description),
        };
        step.to_line()
    });
    // A step can come twice with the same outcome.
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// `key: value`, or the one of both that there is.
pub(super) fn joined(key: &str, value: &str) -> String {
    match (key, value) {
        ("", only) | (only, "") => only.to_owned(),
        (key, value) => format!("{key}: {value}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fields::Log;
    use crate::record::decode_policies;

    fn filled(field: Field, json: &str) -> Record<'_> {
        let lists = Lists::default();
        let mut first = Record::new(Log::Interactive, Millis(0));
        lists.fill(&mut first, field, json);
        let mut again = Record::new(Log::Interactive, Millis(0));
        lists.fill(&mut again, field, json);
        assert_eq!(first, again, "a remembered list tells the same");
        first
    }

    #[test]
    fn policies_keep_their_controls_and_give_names_and_results() {
        let record = filled(
            Field::Policies,
            r#"[{"id":"1","displayName":"Block \"legacy\"","result":"notApplied","enforcedGrantControls":["Block"],
                 "enforcedSessionControls":[],"conditionsNotSatisfied":"application","conditionsSatisfied":null},
                {"displayName":"MFA","result":"success","enforcedGrantControls":null},
                {"displayName":"MFA","result":"success"}]"#,
        );
        assert_eq!(record.get(Field::Policy), Some("Block \"legacy\"\nMFA"));
        assert_eq!(record.get(Field::PolicyResult), Some("notApplied\nsuccess"));
        let policies = decode_policies(record.get(Field::Policies).unwrap_or_default());
        assert_eq!(policies.len(), 3);
        assert_eq!(policies[0].grant_controls, ["Block"]);
        assert_eq!(policies[0].conditions_not_satisfied, "application");
    }

    #[test]
    fn steps_carry_their_time_and_outcome() {
        let record = filled(
            Field::Steps,
            r#"[{"authenticationStepDateTime":"2026-10-05T08:19:41Z","authenticationMethod":"Password",
                 "authenticationMethodDetail":null,"succeeded":false,"authenticationStepResultDetail":"Wrong"},
                {"succeeded":"true"}]"#,
        );
        assert_eq!(record.steps.len(), 2);
        assert_eq!(record.steps[0].time.map(Millis::iso).as_deref(), Some("2026-10-05T08:19:41Z"));
        assert_eq!(record.steps[0].method, "Password");
        assert_eq!(record.steps[0].succeeded, Some(false));
        assert_eq!(record.steps[1].succeeded, Some(true));
    }

    #[test]
    fn lists_are_read_in_every_spelling() {
        for json in [
            r#"[{"displayName":"MFA","result":"success","conditionsSatisfied":"application,users"}]"#,
            r#"[{"DisplayName":"MFA","Result":"success","ConditionsSatisfied":3}]"#,
            r#"[{"display_name":"MFA","result":"success","conditions_satisfied":"3"}]"#,
            r#"{"displayName":"MFA","result":"success","conditionsSatisfied":3}"#,
        ] {
            let record = filled(Field::Policies, json);
            let policies = decode_policies(record.get(Field::Policies).unwrap_or_default());
            assert_eq!(policies.len(), 1, "{json}");
            assert_eq!((&*policies[0].name, &*policies[0].result), ("MFA", "success"), "{json}");
            assert_eq!(policies[0].conditions_satisfied, "application,users", "{json}");
        }
        let steps = filled(Field::Steps, r#"[{"AuthenticationMethod":"Password","Succeeded":true}]"#).steps;
        assert_eq!((&*steps[0].method, steps[0].succeeded), ("Password", Some(true)));
    }

    #[test]
    fn other_lists_become_lines() {
        for (field, json, expected) in [
            (
                Field::Network,
                r#"[{"networkType":"namedNetwork","networkNames":["Head office","Branch"]},{"networkType":"intranet","networkNames":[]}]"#,
                "Named network: Head office\nNamed network: Branch\nIntranet",
            ),
            (
                Field::AuthPolicies,
                r#"[{"requirementProvider":"user","detail":"Per-user MFA"},{"requirementProvider":"user"}]"#,
                "user: Per-user MFA\nuser",
            ),
            (Field::SessionPolicies, r#"[{"expirationRequirement":"x","detail":"y"}]"#, "x: y"),
            (Field::RiskEvents, r#"["leaked","leaked","spray"]"#, "leaked\nspray"),
        ] {
            assert_eq!(filled(field, json).get(field), Some(expected));
        }
    }

    #[test]
    fn the_detail_on_continuous_access_is_a_field_of_its_own() {
        let record = filled(Field::ProcessingDetails, r#"[{"key":"Is CAE Token","value":"True"}]"#);
        assert_eq!(record.get(Field::ProcessingDetails), Some("Is CAE Token: True"));
        assert_eq!(record.get(Field::ContinuousAccess), Some("true"));
    }

    #[test]
    fn a_list_in_another_form_gives_nothing() {
        for json in ["[]", "null", "\"\"", "{}", "[1,", "7"] {
            for field in [Field::Steps, Field::Policies, Field::Network, Field::RiskEvents] {
                assert_eq!(filled(field, json), Record::new(Log::Interactive, Millis(0)), "{json}");
            }
        }
    }
}
