//! Authentication steps and Conditional Access results: the two lists inside a sign-in.
//!
//! Both repeat heavily from sign-in to sign-in, so the cache keeps each distinct list once, as the compact
//! JSON that the functions here write and read.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::clock::Millis;

/// One authentication step.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct AuthStep<'a> {
    /// When it happened, where the source tells.
    #[serde(skip)]
    pub time: Option<Millis>,
    /// Such as `Password`, `Mobile app notification`, `Previously satisfied`.
    #[serde(borrow, skip_serializing_if = "str::is_empty")]
    pub method: Cow<'a, str>,
    /// Such as the end of a phone number, or how the password was checked.
    #[serde(borrow, skip_serializing_if = "str::is_empty")]
    pub detail: Cow<'a, str>,
    /// Whether the step succeeded, where the source tells.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub succeeded: Option<bool>,
    /// What came of it, in Microsoft's words.
    #[serde(borrow, skip_serializing_if = "str::is_empty")]
    pub result: Cow<'a, str>,
    /// Primary authentication or multifactor authentication.
    #[serde(borrow, skip_serializing_if = "str::is_empty")]
    pub requirement: Cow<'a, str>,
}

impl AuthStep<'_> {
    /// The same step with texts of its own.
    #[must_use]
    pub fn into_owned(self) -> AuthStep<'static> {
        AuthStep {
            time: self.time,
            method: Cow::Owned(self.method.into_owned()),
            detail: Cow::Owned(self.detail.into_owned()),
            succeeded: self.succeeded,
            result: Cow::Owned(self.result.into_owned()),
            requirement: Cow::Owned(self.requirement.into_owned()),
        }
    }
}

/// What one Conditional Access policy did with a sign-in; the names are Graph's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct PolicyResult {
    /// Object ID of the policy.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub id: String,
    /// Name of the policy.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Graph's value: `success`, `failure`, `notApplied`, `notEnabled`, `reportOnlySuccess` and so on.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub result: String,
    /// Grant controls the policy asked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub grant_controls: Vec<String>,
    /// Session controls the policy asked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub session_controls: Vec<String>,
    /// Conditions that matched, separated by commas.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub conditions_satisfied: String,
    /// Conditions that did not match, separated by commas.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub conditions_not_satisfied: String,
}

impl PolicyResult {
    /// Whether the policy only reported what it would have done.
    #[must_use]
    pub fn is_report_only(&self) -> bool {
        self.result.starts_with("reportOnly")
    }
}

/// Compact JSON of the steps, without their times: those differ in every sign-in and stay in the original text.
#[must_use]
pub fn encode_steps(steps: &[AuthStep<'_>]) -> String {
    serde_json::to_string(steps).unwrap_or_default()
}

/// The steps of a text that [`encode_steps`] wrote; none if it is something else.
#[must_use]
pub fn decode_steps(text: &str) -> Vec<AuthStep<'_>> {
    serde_json::from_str(text).unwrap_or_default()
}

/// Compact JSON of the policies.
#[must_use]
pub fn encode_policies(policies: &[PolicyResult]) -> String {
    serde_json::to_string(policies).unwrap_or_default()
}

/// The policies of a text that [`encode_policies`] wrote; none if it is something else.
#[must_use]
pub fn decode_policies(text: &str) -> Vec<PolicyResult> {
    serde_json::from_str(text).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_round_trip_without_their_times() {
        let steps = vec![
            AuthStep {
                time: Some(Millis(5)),
                method: "Password".into(),
                detail: "Password in the cloud".into(),
                succeeded: Some(true),
                result: "Correct \u{201c}password\u{201d}\n".into(),
                requirement: "Primary authentication".into(),
            },
            AuthStep::default(),
        ];
        let back = decode_steps(&encode_steps(&steps)).into_iter().map(AuthStep::into_owned).collect::<Vec<_>>();
        assert_eq!(back[0], AuthStep { time: None, ..steps[0].clone() });
        assert_eq!(back[1], steps[1]);
    }

    #[test]
    fn report_only_results_are_told_apart() {
        let policy = |result: &str| PolicyResult { result: result.into(), ..PolicyResult::default() };
        assert!(policy("reportOnlyFailure").is_report_only());
        assert!(!policy("failure").is_report_only());
    }
}
