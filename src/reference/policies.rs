//! The portal's words for what Conditional Access writes into sign-ins.
//!
//! Exports spell one control in several ways (`mfa`, `Mfa`, `RequireCompliantDevice`), so spellings are
//! compared by letters and digits alone. A word not listed here is shown as it stands: names of terms of
//! use and of authentication strengths appear among the controls, and Microsoft adds new ones.

use std::borrow::Cow;

use crate::fields::fold;

/// What came of a policy, as far as the window tells results apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// The policy blocked, or its controls were not met.
    Failure,
    /// The user would have been asked for something.
    UserAction,
    /// Its controls were met.
    Success,
    /// It did not apply, or is switched off.
    NotApplied,
    /// A result this table does not know.
    Unknown,
}

struct Word {
    spellings: &'static [&'static str],
    title: &'static str,
}

const fn word(spellings: &'static [&'static str], title: &'static str) -> Word {
    Word { spellings, title }
}

/// Graph's results (beta, August 2026) with the portal's words.
const RESULTS: [(&str, &str, Outcome); 9] = [
    ("success", "Success", Outcome::Success),
    ("failure", "Failure", Outcome::Failure),
    ("notApplied", "Not applied", Outcome::NotApplied),
    ("notEnabled", "Disabled", Outcome::NotApplied),
    ("unknown", "Unknown", Outcome::Unknown),
    ("reportOnlySuccess", "Report-only: success", Outcome::Success),
    ("reportOnlyFailure", "Report-only: failure", Outcome::Failure),
    ("reportOnlyInterrupted", "Report-only: user action required", Outcome::UserAction),
    ("reportOnlyNotApplied", "Report-only: not applied", Outcome::NotApplied),
];

const GRANT_CONTROLS: [Word; 10] = [
    word(&["Block"], "Block access"),
    word(&["Mfa", "RequireMfa", "RequireMultiFactorAuthentication"], "Require multifactor authentication"),
    word(&["RequireAuthenticationStrength", "AuthenticationStrength"], "Require authentication strength"),
    word(&["CompliantDevice", "RequireCompliantDevice"], "Require device to be marked as compliant"),
    word(&["DomainJoinedDevice", "RequireDomainJoinedDevice"], "Require Microsoft Entra hybrid joined device"),
    word(&["ApprovedApplication", "RequireApprovedApp"], "Require approved client app"),
    word(&["CompliantApplication", "RequireCompliantApp"], "Require app protection policy"),
    word(&["PasswordChange", "RequirePasswordChange"], "Require password change"),
    word(&["RiskRemediation", "RequireRiskRemediation"], "Require risk remediation"),
    word(&["TermsOfUse", "RequireTermsOfUse"], "Require acceptance of terms of use"),
];

const SESSION_CONTROLS: [Word; 8] = [
    word(&["SignInFrequency"], "Sign-in frequency"),
    word(&["PersistentBrowserSessionMode", "PersistentBrowser"], "Persistent browser session"),
    word(&["CloudAppSecurity"], "Use Conditional Access App Control"),
    word(&["AppEnforcedRestrictions", "ApplicationEnforcedRestrictions"], "Use app enforced restrictions"),
    word(&["ContinuousAccessEvaluation"], "Customize continuous access evaluation"),
    word(&["ResilienceDefaults", "DisableResilienceDefaults"], "Disable resilience defaults"),
    // Called Binding until June 2023.
    word(&["SignInTokenProtection", "Binding"], "Require token protection for sign-in sessions"),
    word(&["GlobalSecureAccess"], "Use Global Secure Access security profile"),
];

const CONDITIONS: [Word; 17] = [
    word(&["application"], "Target resource"),
    word(&["authenticationFlows"], "Authentication flows"),
    word(&["client"], "Client app"),
    word(&["clientType"], "Client type"),
    word(&["devicePlatform"], "Device platform"),
    word(&["deviceState"], "Device state or filter for devices"),
    word(&["insiderRisk"], "Insider risk"),
    word(&["ipAddressSeenByAzureAD"], "IP address seen by Microsoft Entra"),
    word(&["ipAddressSeenByResourceProvider"], "IP address seen by resource"),
    word(&["location"], "Location"),
    word(&["none"], "None"),
    word(&["servicePrincipalRisk"], "Service principal risk"),
    word(&["servicePrincipals"], "Service principals"),
    word(&["signInRisk"], "Sign-in risk"),
    word(&["time"], "Time"),
    word(&["userRisk"], "User risk"),
    word(&["users"], "Users"),
];

/// What asked for the authentication, and what ended the session.
const PROVIDERS: [Word; 19] = [
    word(&["user"], "Per-user MFA"),
    word(&["request"], "Requested by the application"),
    word(&["servicePrincipal"], "Service principal"),
    word(&["v1ConditionalAccess"], "Conditional Access (old)"),
    word(&["multiConditionalAccess"], "Conditional Access"),
    word(&["tenantSessionRiskPolicy"], "Sign-in risk policy of the tenant"),
    word(&["accountCompromisePolicies"], "Policies for compromised accounts"),
    word(&["riskBasedPolicy"], "Risk-based policy"),
    word(&["securityDefaults"], "Security defaults"),
    word(&["baselineProtection"], "Baseline protection"),
    word(&["authenticationStrengths"], "Authentication strength"),
    word(&["mfaRegistrationRequiredBySecurityDefaults"], "MFA registration asked for by security defaults"),
    word(&["mfaRegistrationRequiredByMultiConditionalAccess"], "MFA registration asked for by Conditional Access"),
    word(&["mfaRegistrationRequiredByIdentityProtectionPolicy"], "MFA registration asked for by ID Protection"),
    word(&["tenantTokenLifetimePolicy"], "Token lifetime policy of the tenant"),
    word(&["audienceTokenLifetimePolicy"], "Token lifetime policy of the application"),
    word(&["signInFrequencyPeriodicReauthentication"], "Sign-in frequency, periodic"),
    word(&["signInFrequencyEveryTime"], "Sign-in frequency, every time"),
    word(&["ngcMfa"], "MFA to set up Windows Hello for Business"),
];

/// The portal's words for a policy's result.
#[must_use]
pub fn result(value: &str) -> &str {
    find_result(value).map_or(value, |(_, title, _)| title)
}

/// What came of a policy with this result.
#[must_use]
pub fn outcome(value: &str) -> Outcome {
    find_result(value).map_or(Outcome::Unknown, |(_, _, outcome)| *outcome)
}

/// The portal's words for a grant control.
#[must_use]
pub fn grant_control(value: &str) -> &str {
    find(&GRANT_CONTROLS, value)
}

/// The portal's words for a session control.
#[must_use]
pub fn session_control(value: &str) -> &str {
    find(&SESSION_CONTROLS, value)
}

/// The portal's words for conditions that a policy lists with commas between.
#[must_use]
pub fn conditions(list: &str) -> Vec<&str> {
    list.split(',').map(str::trim).filter(|name| !name.is_empty()).map(|name| find(&CONDITIONS, name)).collect()
}

/// The portal's words for an applied policy of the form `provider: detail`. A detail that repeats the
/// words is left out.
#[must_use]
pub fn requirement(line: &str) -> Cow<'_, str> {
    let (provider, detail) = line.split_once(": ").unwrap_or((line, ""));
    let title = find(&PROVIDERS, provider);
    if detail.is_empty() || fold(detail) == fold(title) {
        Cow::Borrowed(title)
    } else {
        Cow::Owned(format!("{title}: {detail}"))
    }
}

fn find_result(value: &str) -> Option<&'static (&'static str, &'static str, Outcome)> {
    let wanted = fold(value);
    RESULTS.iter().find(|(spelling, ..)| fold(spelling) == wanted)
}

fn find<'a>(words: &'static [Word], value: &'a str) -> &'a str {
    let wanted = fold(value);
    words
        .iter()
        .find(|word| word.spellings.iter().any(|spelling| fold(spelling) == wanted))
        .map_or(value, |word| word.title)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_read_as_in_the_portal() {
        assert_eq!(result("reportOnlyInterrupted"), "Report-only: user action required");
        assert_eq!(result("notEnabled"), "Disabled");
        assert_eq!(result("somethingNew"), "somethingNew");
        assert_eq!(outcome("reportOnlyInterrupted"), Outcome::UserAction);
        assert_eq!(outcome("somethingNew"), Outcome::Unknown);
    }

    #[test]
    fn controls_are_found_in_every_spelling() {
        for spelling in ["Mfa", "mfa", "RequireMfa"] {
            assert_eq!(grant_control(spelling), "Require multifactor authentication", "{spelling}");
        }
        assert_eq!(grant_control("require compliant device"), "Require device to be marked as compliant");
        assert_eq!(session_control("Binding"), "Require token protection for sign-in sessions");
        assert_eq!(grant_control("Contoso terms of use"), "Contoso terms of use");
    }

    #[test]
    fn conditions_are_listed_in_words() {
        assert_eq!(conditions("application,users, devicePlatform"), ["Target resource", "Users", "Device platform"]);
        assert!(conditions("").is_empty());
    }

    #[test]
    fn requirements_keep_a_detail_that_says_more() {
        assert_eq!(requirement("multiConditionalAccess: Conditional Access"), "Conditional Access");
        assert_eq!(requirement("user: Per-user MFA"), "Per-user MFA");
        assert_eq!(requirement("signInFrequencyEveryTime: 1 hour"), "Sign-in frequency, every time: 1 hour");
        assert_eq!(requirement("brandNew"), "brandNew");
    }

    #[test]
    fn no_spelling_stands_in_a_list_twice() {
        for words in [&GRANT_CONTROLS[..], &SESSION_CONTROLS, &CONDITIONS, &PROVIDERS] {
            let mut spellings: Vec<String> =
                words.iter().flat_map(|word| word.spellings).map(|spelling| fold(spelling)).collect();
            spellings.sort();
            let all = spellings.len();
            spellings.dedup();
            assert_eq!(spellings.len(), all);
        }
    }
}
