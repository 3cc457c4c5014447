//! What a file is that is no report, in words.

use super::super::categories::log_of_names;
use super::shown;
use crate::fields::fold;

/// Names that no object of the directory has, but records of events, folded.
const OF_EVENTS: [&str; 16] = [
    "activity",
    "activitydatetime",
    "activitydisplayname",
    "appdisplayname",
    "clientappused",
    "correlationid",
    "ipaddress",
    "operation",
    "properties",
    "resourcedisplayname",
    "risklastupdateddatetime",
    "risklevel",
    "riskstate",
    "signineventtypes",
    "timegenerated",
    "userdisplayname",
];

/// What the objects of the directory are, and what to do, if records with these names are such objects: they have a name and a
/// date of their own and would pass for sign-ins.
pub(super) fn directory_objects(names: &[String]) -> Option<&'static str> {
    if log_of_names(names).is_some() {
        return None;
    }
    let names: Vec<String> = names.iter().map(|name| fold(name)).collect();
    let has = |name: &str| names.iter().any(|known| known == name);
    let any = |wanted: &[&str]| wanted.iter().any(|name| has(name));
    if !has("displayname") || !any(&["id", "objectid"]) || any(&OF_EVENTS) {
        return None;
    }
    if any(&["appid", "identifieruris", "serviceprincipaltype", "passwordcredentials", "keycredentials"]) {
        Some("a list of applications or service principals (export their sign-ins instead)")
    } else if any(&["grouptypes", "securityenabled", "mailenabled"]) {
        Some("a list of groups (export the members of each instead)")
    } else if any(&["grantcontrols", "sessioncontrols", "conditions"]) {
        Some("a list of Conditional Access policies (sign-ins in JSON tell what each of them did)")
    } else if any(&["operatingsystem", "deviceid", "trusttype"]) {
        Some("a list of devices (export sign-ins instead, which name them)")
    } else if has("userprincipalname") {
        Some(
            "a list of people with no more than their names (export users with their departments; if these are the members \
             of a group, put \u{201c}members\u{201d} into the name of the file)",
        )
    } else {
        None
    }
}

/// What a JSON record seems to be that is no sign-in, in words.
pub(super) fn other_content(names: &[String]) -> String {
    let has = |name: &str| names.iter().any(|known| known == name);
    let has_any = |wanted: &[&str]| wanted.iter().any(|name| has(name));
    let has_folded = |wanted: &str| names.iter().any(|name| name.eq_ignore_ascii_case(wanted));
    let seems = if has("activityDateTime") {
        "an audit log of Microsoft Graph (JSON)"
    } else if has_folded("category") && has_folded("properties") {
        "a diagnostic log of Azure that holds no sign-ins (JSON)"
    } else if has("CreationTime") && has_any(&["Workload", "RecordType", "Operation"]) || has("AuditData") {
        "a Microsoft 365 audit log (JSON)"
    } else if has("TimeGenerated") {
        "a table of Log Analytics that holds no sign-ins (JSON)"
    } else if has("riskEventType") || has("riskLastUpdatedDateTime") {
        "a risk report of Microsoft Graph (JSON)"
    } else if has("error") {
        "an error message of Microsoft Graph (JSON)"
    } else if has("createdDateTime") {
        "JSON whose records have a date but do not tell who signed in and to what"
    } else if names.is_empty() {
        "JSON without named properties"
    } else {
        let first: Vec<&str> = names.iter().map(String::as_str).take(3).collect();
        return format!("JSON of something else, with the properties {} and so on", shown(&first));
    };
    seems.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objects_of_the_directory_are_told_from_events() {
        for (names, word) in [
            ("id,appId,displayName,createdDateTime,signInAudience", Some("applications")),
            ("Id,DisplayName,AppId,CreatedDateTime", Some("applications")),
            ("id,displayName,createdDateTime,groupTypes,securityEnabled", Some("groups")),
            ("id,displayName,createdDateTime,state,conditions,grantControls", Some("policies")),
            ("id,displayName,userPrincipalName", Some("people")),
            ("id,createdDateTime,appId,userPrincipalName,ipAddress", None),
            ("id,displayName,appId,riskLevel,riskLastUpdatedDateTime", None),
            ("id,createdDateTime,displayName,appDisplayName,status", None),
        ] {
            let names: Vec<String> = names.split(',').map(str::to_owned).collect();
            let told = directory_objects(&names);
            assert_eq!(told.is_some(), word.is_some(), "{names:?}");
            assert!(word.is_none_or(|word| told.is_some_and(|told| told.contains(word))), "{told:?}");
        }
    }
}
