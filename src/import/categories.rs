//! The logs that categories of diagnostic settings and tables of Log Analytics stand for.

use crate::fields::{Log, fold};

/// What the category of a diagnostic log, or the name of a table of Log Analytics, says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Category {
    /// Sign-ins of this log.
    SignIns(Log),
    /// Another log, in words.
    Other(&'static str),
    /// None that is known: the word means something else.
    Unknown,
}

/// The log of a category. Source: the categories of diagnostic settings of Microsoft Entra ID, and the tables of Log
/// Analytics into which they go.
pub(super) fn category(name: &str) -> Category {
    match fold(name).as_str() {
        "signinlogs" => Category::SignIns(Log::Interactive),
        "noninteractiveusersigninlogs" | "aadnoninteractiveusersigninlogs" => Category::SignIns(Log::NonInteractive),
        "serviceprincipalsigninlogs" | "aadserviceprincipalsigninlogs" => Category::SignIns(Log::ServicePrincipal),
        "managedidentitysigninlogs" | "aadmanagedidentitysigninlogs" => Category::SignIns(Log::ManagedIdentity),
        "adfssigninlogs" => Category::SignIns(Log::AdFs),
        "auditlogs" => Category::Other("the audit log"),
        "provisioninglogs" | "aadprovisioninglogs" => Category::Other("the provisioning log"),
        "riskyusers" | "aadriskyusers" => Category::Other("the report on risky users"),
        "userriskevents" | "aaduserriskevents" => Category::Other("the risk detections"),
        "riskyserviceprincipals" | "aadriskyserviceprincipals" => {
            Category::Other("the report on risky workload identities")
        }
        "serviceprincipalriskevents" | "aadserviceprincipalriskevents" => {
            Category::Other("the risk detections of workload identities")
        }
        "microsoftgraphactivitylogs" => Category::Other("the activity log of Microsoft Graph"),
        "officeactivity" => Category::Other("the Microsoft 365 audit log"),
        _ => Category::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn categories_and_tables_name_the_same_logs() {
        for (category_name, table) in [
            ("NonInteractiveUserSignInLogs", "AADNonInteractiveUserSignInLogs"),
            ("ServicePrincipalSignInLogs", "AADServicePrincipalSignInLogs"),
            ("ManagedIdentitySignInLogs", "AADManagedIdentitySignInLogs"),
            ("SignInLogs", "SigninLogs"),
        ] {
            assert!(matches!(category(category_name), Category::SignIns(_)));
            assert_eq!(category(category_name), category(table));
        }
        assert_eq!(category("UserManagement"), Category::Unknown);
        assert!(matches!(category("AuditLogs"), Category::Other(_)));
    }
}
