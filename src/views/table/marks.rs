//! Shapes beside the values that say how a sign-in went: quiet, and told apart without colour.

use crate::fields::Field;
use crate::reference::aadsts;
use crate::widgets::badge::Mark;

/// The shape beside a value of a field, by its stored form.
#[must_use]
pub fn mark_of(field: Field, stored: &str) -> Option<Mark> {
    match field {
        Field::Status => Some(Mark::of_status(stored)),
        Field::ConditionalAccess => match stored {
            "success" => Some(Mark::Check),
            "failure" => Some(Mark::Cross),
            "notApplied" => Some(Mark::Dash),
            _ => None,
        },
        Field::Risk | Field::RiskAggregated => Mark::of_risk_level(stored),
        Field::RiskState => Mark::of_risk_state(stored),
        Field::ErrorCode => of_code(stored),
        _ => None,
    }
}

/// Who has to do with an error: the user, a second factor, a policy, the application, or the service.
fn of_code(code: &str) -> Option<Mark> {
    let entry = aadsts::entry(code.parse().ok().filter(|code| *code != 0)?)?;
    match entry.class {
        "user-interrupt" | "credential" | "password-change" | "account-state" => Some(Mark::Person),
        "mfa" | "passwordless-key" | "certificate-auth" => Some(Mark::Key),
        "conditional-access" | "risk-block" | "device" | "external-user-tenant" | "consent-permission" => {
            Some(Mark::Shield)
        }
        "app-config"
        | "protocol-request"
        | "token-session"
        | "workload-credential"
        | "claims-transformation"
        | "custom-extension"
        | "browser-client" => Some(Mark::Application),
        "federation" | "hybrid-pta" | "hybrid-seamless-sso" | "external-auth-provider" | "throttling-service" => {
            Some(Mark::Service)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_known_error_has_a_shape_for_its_class() {
        for entry in aadsts::entries().iter().filter(|entry| entry.class != "success") {
            assert!(mark_of(Field::ErrorCode, &entry.code.to_string()).is_some(), "{} of {}", entry.code, entry.class);
        }
        assert_eq!(mark_of(Field::ErrorCode, "50126"), Some(Mark::Person));
        assert_eq!(mark_of(Field::ErrorCode, "50076"), Some(Mark::Key));
        assert_eq!(mark_of(Field::ErrorCode, "53003"), Some(Mark::Shield));
        assert_eq!(mark_of(Field::ErrorCode, "0"), None);
    }

    #[test]
    fn risk_rises_from_low_to_high() {
        let levels = ["none", "low", "medium", "high", "hidden"].map(|level| mark_of(Field::Risk, level));
        assert_eq!(levels, [None, Some(Mark::Low), Some(Mark::Medium), Some(Mark::High), None]);
    }
}
