//! What came with a file in the window's words: its format, and whom a look-up tells of. Command lines and what is kept say
//! it in English.

use crate::import::Format;
use crate::record::LookupSummary;
use crate::texts::text;

/// The window's word for a format.
pub(super) fn format(format: Format) -> &'static str {
    match format {
        Format::PortalCsv | Format::PortalReportCsv => text!("imports-format-portal-csv"),
        Format::PortalCsvDetails => text!("imports-format-portal-csv-details"),
        Format::PortalJson => text!("imports-format-portal-json"),
        Format::GraphJson => text!("imports-format-graph-json"),
        Format::AzureCsv => text!("imports-format-azure-csv"),
        Format::AzureJson => text!("imports-format-azure-json"),
        Format::AzureRows => text!("imports-format-azure-rows"),
        Format::DiagnosticJson => text!("imports-format-diagnostic-json"),
        Format::PowerShellJson => text!("imports-format-powershell-json"),
        Format::PropertyCsv => text!("imports-format-property-csv"),
        Format::WrappedJson => text!("imports-format-wrapped-json"),
        Format::ProvisioningCsvDetails => text!("imports-format-provisioning-csv-details"),
        Format::M365Csv => text!("imports-format-m365-csv"),
        Format::M365Json => text!("imports-format-m365-json"),
        Format::DirectoryUsers | Format::DirectoryUsersJson => text!("imports-format-directory-users"),
        Format::DirectoryMembers | Format::DirectoryMembersJson => text!("imports-format-directory-members"),
        Format::MappedCsv => text!("imports-format-mapped-csv"),
        Format::MappedJson => text!("imports-format-mapped-json"),
    }
}

/// What a look-up brought, in numbers: "412 users, 38 with department".
pub(super) fn lookup(lookup: &LookupSummary) -> String {
    let mut counts = vec![text!("imports-users", count = lookup.users)];
    match lookup.with_department {
        0 if lookup.group.is_some() => {}
        0 => counts.push(text!("imports-without-department").to_owned()),
        with => counts.push(text!("imports-with-department", count = with)),
    }
    if lookup.others > 0 {
        counts.push(text!("imports-other-members", count = lookup.others));
    }
    if lookup.groups > 0 {
        counts.push(text!("imports-groups-unopened", count = lookup.groups));
    }
    counts.join(", ")
}

/// Whom and what look-ups tell of: "412 people and 3 groups".
pub(super) fn people_and_groups(lookup: &LookupSummary) -> String {
    let parts = [
        (lookup.users > 0).then(|| text!("imports-people", count = lookup.users)),
        (lookup.groups > 0).then(|| text!("imports-groups", count = lookup.groups)),
        (lookup.others > 0).then(|| text!("imports-other-members", count = lookup.others)),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    match parts.as_slice() {
        [] => text!("imports-nobody").to_owned(),
        [one] => one.clone(),
        [before @ .., last] => text!("imports-and", first = before.join(", "), last = last.as_str()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_english_words_of_the_window_are_those_of_command_lines() {
        for known in Format::ALL {
            assert_eq!(format(known), known.title());
        }
        for [users, with_department, groups, others] in [[0; 4], [1, 0, 0, 0], [1, 1, 1, 1], [412, 38, 3, 2]] {
            for group in [None, Some("Sales".to_owned())] {
                let summary = LookupSummary { group, users, with_department, groups, others };
                assert_eq!(lookup(&summary), summary.counts());
                assert_eq!(people_and_groups(&summary), summary.people_and_groups());
            }
        }
    }
}
