//! The logs that categories of diagnostic settings and tables of Log Analytics stand for.

use crate::fields::{Log, fold};

/// What the category of a diagnostic log, or the name of a table of Log Analytics, says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Category {
    /// This log.
    Log(Log),
    /// The audit log: it is the category of an audit event.
    AuditEvent,
    /// A log that is not read, in words.
    Other(&'static str),
    /// None that is known: the word means something else.
    Unknown,
}

/// The log of a category. Source: the categories of diagnostic settings of Microsoft Entra ID, and the tables of Log
/// Analytics into which they go.
pub(super) fn category(name: &str) -> Category {
    match fold(name).as_str() {
        "signinlogs" => Category::Log(Log::Interactive),
        "noninteractiveusersigninlogs" | "aadnoninteractiveusersigninlogs" => Category::Log(Log::NonInteractive),
        "serviceprincipalsigninlogs" | "aadserviceprincipalsigninlogs" => Category::Log(Log::ServicePrincipal),
        "managedidentitysigninlogs" | "aadmanagedidentitysigninlogs" => Category::Log(Log::ManagedIdentity),
        "adfssigninlogs" => Category::Log(Log::AdFs),
        "auditlogs" => Category::Log(Log::Audit),
        // Some collectors put the category of the audit event in its place.
        "administrativeunit"
        | "applicationmanagement"
        | "authorization"
        | "devicemanagement"
        | "directorymanagement"
        | "entitlementmanagement"
        | "groupmanagement"
        | "policy"
        | "resourcemanagement"
        | "rolemanagement"
        | "usermanagement" => Category::AuditEvent,
        "provisioninglogs" | "aadprovisioninglogs" => Category::Log(Log::Provisioning),
        "riskyusers" | "aadriskyusers" => Category::Log(Log::RiskyUsers),
        "riskyserviceprincipals" | "aadriskyserviceprincipals" => Category::Log(Log::RiskyWorkloads),
        "userriskevents" | "aaduserriskevents" | "serviceprincipalriskevents" | "aadserviceprincipalriskevents" => {
            Category::Log(Log::RiskDetections)
        }
        "officeactivity" => Category::Log(Log::Activity),
        "microsoftgraphactivitylogs" => Category::Other("the activity log of Microsoft Graph"),
        _ => Category::Unknown,
    }
}

/// The log other than sign-ins to which records with these names of properties, or a table with these columns, belong.
/// Source: the resources `directoryAudit`, `provisioningObjectSummary`, `riskyUser`, `riskyServicePrincipal` and
/// `riskDetection` of Microsoft Graph, the tables of Log Analytics, and the common schema of the Microsoft 365 audit log.
pub(super) fn log_of_names(names: &[String]) -> Option<Log> {
    let names: Vec<String> = names.iter().map(|name| fold(name)).collect();
    let has = |name: &str| names.iter().any(|known| known == name);
    let any = |wanted: &[&str]| wanted.iter().any(|name| has(name));
    Some(
        if any(&["provisioningaction", "provisioningsteps", "provisioningstatusinfo"])
            || has("changeid") && any(&["cycleid", "jobid", "action", "sourcesystem", "targetsystem"])
        {
            Log::Provisioning
        } else if has("auditdata")
            || has("operation") && any(&["workload", "recordtype", "officeworkload", "creationtime"])
        {
            Log::Activity
        } else if any(&["riskeventtype", "riskdetectiontimingtype", "detectiontimingtype", "detectiontype", "risktype"])
        {
            Log::RiskDetections
        } else if any(&["risklastupdateddatetime", "risklastupdated", "risklastupdatedutc"]) {
            let is_workload = any(&[
                "serviceprincipaltype",
                "appid",
                "serviceprincipaldisplayname",
                "serviceprincipal",
                "serviceprincipalid",
            ]);
            if is_workload { Log::RiskyWorkloads } else { Log::RiskyUsers }
        } else if any(&["activitydisplayname", "loggedbyservice", "targetresources", "actordisplayname"])
            || has("activity") && any(&["service", "category"])
            || has("activitydatetime")
        {
            Log::Audit
        } else {
            return None;
        },
    )
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
            ("ProvisioningLogs", "AADProvisioningLogs"),
            ("UserRiskEvents", "AADUserRiskEvents"),
        ] {
            assert!(matches!(category(category_name), Category::Log(_)));
            assert_eq!(category(category_name), category(table));
        }
        assert_eq!(category("UserManagement"), Category::AuditEvent);
        assert_eq!(category("Something else"), Category::Unknown);
        assert!(matches!(category("MicrosoftGraphActivityLogs"), Category::Other(_)));
    }
}
