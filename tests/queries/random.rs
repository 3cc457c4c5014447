//! Random sign-ins as a file, and random filters as texts, so that they meet.

use chrono::{NaiveDate, NaiveTime, TimeDelta};
use proptest::prelude::*;
use serde_json::{Value, json};

fn one_of(values: &'static [&'static str]) -> impl Strategy<Value = Option<&'static str>> {
    prop::option::weighted(0.8, prop::sample::select(values))
}

fn policy() -> impl Strategy<Value = Value> {
    let result = prop::sample::select(vec!["success", "failure", "notApplied", "notEnabled", "reportOnlyFailure"]);
    let controls = prop::sample::subsequence(vec!["Mfa", "RequireCompliantDevice"], 0..3);
    (prop::sample::select(vec!["Block", "Require MFA", "Guests"]), result, controls)
        .prop_map(|(name, result, controls)| json!({"id": name, "displayName": name, "result": result, "enforcedGrantControls": controls}))
}

fn step() -> impl Strategy<Value = Value> {
    let method = prop::sample::select(vec!["Password", "FIDO2 security key", "Previously satisfied"]);
    (method, any::<bool>())
        .prop_map(|(method, succeeded)| json!({"authenticationMethod": method, "succeeded": succeeded}))
}

prop_compose! {
    fn sign_in(first: NaiveDate)(
        second in 0..12 * 86_400_i64,
        // An identifier of zeros is nobody's.
        (user, username, user_id) in (
            one_of(&["Anna Berg", "Ben Cole", "anna svensson"]),
            one_of(&["anna@contoso.example", "Ben@contoso.example", "ben@contoso.example"]),
            one_of(&["u-1", "U-1", "u-2", "00000000-0000-0000-0000-000000000000"]),
        ),
        // Some applications have the name of another one's identifier.
        (app_id, resource, resource_id) in (
            one_of(&["teams", "TEAMS", "a-1", "a-2", "00000000-0000-0000-0000-000000000000"]),
            one_of(&["Microsoft Graph", "Exchange"]),
            one_of(&["r-1", "r-2", "exchange"]),
        ),
        (requirement, mfa_method) in (
            one_of(&["singleFactorAuthentication", "multiFactorAuthentication"]),
            one_of(&["Text message", "Mobile app notification"]),
        ),
        (device, app) in (one_of(&["LAPTOP-1", "laptop-1", "PHONE"]), one_of(&["Office 365", "Teams", "teams admin"])),
        ip in one_of(&["203.0.113.7", "203.0.114.8", "198.51.100.1", "2001:db8::1"]),
        code in prop::sample::select(vec![0, 50126, 50053, 53003]),
        client in one_of(&["Browser", "IMAP4", "Mobile Apps and Desktop clients"]),
        ca in one_of(&["success", "failure", "notApplied"]),
        risk in one_of(&["none", "low", "medium", "high", "hidden"]),
        place in prop::option::of(prop::sample::select(vec![("Graz", "Styria", "AT"), ("London", "", "GB")])),
        (interactive, count) in (any::<bool>(), prop::option::weighted(0.15, 1_u32..40)),
        managed in prop::option::of(any::<bool>()),
        policies in prop::collection::vec(policy(), 0..4),
        steps in prop::collection::vec(step(), 0..4),
    ) -> Value {
        let time = (first.and_time(NaiveTime::MIN) + TimeDelta::seconds(second)).format("%Y-%m-%dT%H:%M:%SZ").to_string();
        json!({
            "createdDateTime": time,
            "userDisplayName": user,
            "userPrincipalName": username,
            "userId": user_id,
            "appDisplayName": app,
            "appId": app_id,
            "resourceDisplayName": resource,
            "resourceId": resource_id,
            "authenticationRequirement": requirement,
            "mfaDetail": mfa_method.map(|method| json!({"authMethod": method})),
            "ipAddress": ip,
            "status": {"errorCode": code},
            "clientAppUsed": client,
            "conditionalAccessStatus": ca,
            "riskLevelDuringSignIn": risk,
            "location": place.map(|(city, state, country)| json!({"city": city, "state": state, "countryOrRegion": country})),
            // Some are summaries of several.
            "signInCount": count,
            "isInteractive": interactive,
            "signInEventTypes": [if interactive { "interactiveUser" } else { "nonInteractiveUser" }],
            "deviceDetail": {"isManaged": managed, "displayName": device},
            "appliedConditionalAccessPolicies": policies,
            "authenticationDetails": steps,
        })
    }
}

/// A download with random sign-ins of twelve days.
pub fn report_from(first: NaiveDate) -> impl Strategy<Value = String> {
    prop::collection::vec(sign_in(first), 1..80).prop_map(|mut records| {
        for (number, record) in records.iter_mut().enumerate() {
            record["id"] = json!(format!("00000000-0000-4000-8000-{number:012}"));
        }
        Value::Array(records).to_string()
    })
}

const TERMS: &[&str] = &[
    "status:failure",
    "status:success,interrupted",
    "error:50126,53003",
    "error:50000..50099",
    "error:>50100",
    "error:500*",
    "user:anna*",
    "user:\"ben cole\"",
    "user:/^an/",
    "user:/berg$/",
    "app:*365",
    "app:/teams/",
    "app:team?,office*",
    "app:\"\"",
    "anna",
    "365",
    "50126",
    "AADSTS50053",
    "050126",
    "0",
    "/teams/",
    "ip:203.0.113.0/24",
    "ip:203.0.0.0/16",
    "ip:203.0.*",
    "client:legacy",
    "client:modern",
    "client:imap4",
    "ca:notApplied,failure",
    "risk:>=medium",
    "risk:<low",
    "risk:low..high",
    "location:graz",
    "country:GB",
    "has:country",
    "has:risk",
    "managed:yes",
    "managed:no",
    "log:interactive",
    "last:3d",
    "last:12h",
    "time:2026-10-03..2026-10-05",
    "time:>2026-10-04",
    "time:2026-10-02",
    "time:-5d..",
    "time:-5d..<-2d",
    "weekday:mon..fri",
    "weekday:sat,sun",
    "weekday:sat..<tue",
    "hour:8..<18",
    "hour:22..5",
    "hour:>=12",
    "policy:block",
    "policy:req*",
    "policy:/^G/",
    "policy-result:failure",
    "policy-result:success,reportOnlyFailure",
    "policy-mode:enforced",
    "policy-mode:report-only,disabled",
    "policy-control:mfa",
    "policy-control:compliantDevice,mfa",
    "auth-method:fido2",
    "auth-method:pass*,previously",
    "auth-succeeded:no",
    "auth-succeeded:yes",
];

/// A random filter as a person would type it.
pub fn filter() -> impl Strategy<Value = String> {
    let term = prop::sample::select(TERMS).prop_map(str::to_owned);
    term.prop_recursive(3, 10, 4, |inner| {
        prop_oneof![
            3 => prop::collection::vec(inner.clone(), 1..4).prop_map(|terms| format!("({})", terms.join(" "))),
            1 => prop::collection::vec(inner.clone(), 1..4).prop_map(|terms| format!("({})", terms.join(" OR "))),
            1 => inner.prop_map(|term| format!("-{term}")),
        ]
    })
}
