//! Decoding: which value a property becomes, and what is said of what is no record.

use proptest::prelude::*;

use super::*;

fn decode(text: &str) -> Result<Record<'static>, String> {
    JsonReader::new(Names::of_records(Report::SignIns), Log::Interactive, false).decode(text).map(Record::into_owned)
}

/// A sign-in with a request ID, a date and these further properties.
fn with(properties: &str) -> Record<'static> {
    let text = format!("{{\"id\":\"r1\",\"createdDateTime\":\"2026-10-05T08:19:41Z\"{properties}}}");
    decode(&text).unwrap_or_else(|reason| panic!("{reason}: {text}"))
}

#[test]
fn values_come_from_the_paths_of_the_table() {
    let record = with(
        r#","userDisplayName":"Zo\u00eb","status":{"errorCode":50126,"failureReason":"Other.","additionalDetails":null},
           "location":{"city":"Oslo","countryOrRegion":"NO","geoCoordinates":{"latitude":59.91,"altitude":null}},
           "deviceDetail":{"isCompliant":true,"trustType":"Azure AD joined"},"unknown":{"a":[1,{"b":2}]},
           "authenticationMethodsUsed":["Password"],"flaggedForReview":false,"autonomousSystemNumber":64500"#,
    );
    for (field, expected) in [
        (Field::RequestId, Some("r1")),
        (Field::User, Some("Zo\u{eb}")),
        (Field::ErrorCode, Some("50126")),
        (Field::Status, Some("failure")),
        (Field::MfaResult, None),
        (Field::Location, Some("Oslo, NO")),
        (Field::Latitude, Some("59.91")),
        (Field::Compliant, Some("true")),
        (Field::JoinType, Some("Microsoft Entra joined")),
        (Field::AuthMethod, Some("Password")),
        (Field::Flagged, Some("false")),
        (Field::AutonomousSystem, Some("64500")),
    ] {
        assert_eq!(record.get(field), expected, "{}", field.key());
    }
    assert_eq!(record.time.iso(), "2026-10-05T08:19:41Z");
}

#[test]
fn the_first_path_with_a_value_wins_in_any_order() {
    let nested = r#","tokenProtectionStatusDetails":{"signInSessionStatus":"unbound"}"#;
    let plain = r#","signInTokenProtectionStatus":"bound""#;
    let empty = r#","tokenProtectionStatusDetails":{"signInSessionStatus":null}"#;
    for (properties, expected) in [
        (format!("{nested}{plain}"), "unbound"),
        (format!("{plain}{nested}"), "unbound"),
        (format!("{plain}{empty}"), "bound"),
    ] {
        assert_eq!(with(&properties).get(Field::TokenProtection), Some(expected));
    }
}

#[test]
fn methods_of_steps_beat_the_bare_list() {
    let bare = r#","authenticationMethodsUsed":["x"]"#;
    let steps = r#","authenticationDetails":[{"authenticationMethod":"Password"}]"#;
    for properties in [format!("{bare}{steps}"), format!("{steps}{bare}")] {
        assert_eq!(with(&properties).get(Field::AuthMethod), Some("Password"));
    }
}

#[test]
fn the_log_follows_from_the_record_itself() {
    for (properties, expected) in [
        (r#","signInEventTypes":["nonInteractiveUser"],"isInteractive":true"#, Log::NonInteractive),
        (r#","signInEventTypes":["managedIdentity"]"#, Log::ManagedIdentity),
        (r#","managedServiceIdentity":{"msiType":"systemAssigned"},"servicePrincipalId":"s""#, Log::ManagedIdentity),
        (r#","managedServiceIdentity":{"msiType":"none"},"servicePrincipalId":"s","userId":"""#, Log::ServicePrincipal),
        (r#","servicePrincipalId":"s","userId":"u","isInteractive":false"#, Log::NonInteractive),
        (r#","tokenIssuerType":"ADFederationServices""#, Log::AdFs),
        (r#","signInEventTypes":["interactiveUser"],"tokenIssuerType":"ADFederationServices""#, Log::Interactive),
        (r#","isInteractive":false"#, Log::NonInteractive),
        (r#","signInCount":12"#, Log::NonInteractive),
        ("", Log::Interactive),
    ] {
        assert_eq!(with(properties).log, expected, "{properties}");
    }
}

#[test]
fn what_is_no_sign_in_says_why() {
    for (text, expected) in [
        ("7", "no JSON object"),
        ("{\"id\":\"1\"", "no valid JSON"),
        ("{} x", "no valid JSON"),
        ("{\"createdDateTime\":\"2026-10-05T08:19:41Z\"}", "no request ID"),
        ("{\"id\":\"1\"}", "no date"),
        ("{\"id\":\"1\",\"createdDateTime\":\"soon\"}", "\u{201c}soon\u{201d}"),
    ] {
        let reason = decode(text).expect_err("no sign-in");
        assert!(reason.contains(expected), "{text}: {reason}");
    }
}

#[test]
fn hostile_nesting_is_a_reason_not_a_crash() {
    let text = format!("{{\"id\":{}1{}}}", "[".repeat(10_000), "]".repeat(10_000));
    assert!(decode(&text).is_err());
    let text = format!("{{\"x\":{}1{}}}", "{\"x\":".repeat(10_000), "}".repeat(10_000));
    assert!(decode(&text).is_err());
}

proptest! {
    #[test]
    fn any_text_decodes_or_says_why(text in "\\{?(\"(id|status|appliedConditionalAccessPolicies|location)\":|[\\[{}\\]:,\"a1 \\\\]|null|true){0,30}") {
        let _ = decode(&text);
    }
}
