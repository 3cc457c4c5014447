//! Recognising: what is read, what is refused, and in which words.

use std::path::PathBuf;

use super::*;
use crate::import::Format;

/// The shape and the notes of a file with this name and content.
fn recognised(name: &str, content: &[u8], log: Option<Log>) -> Result<(Shape, Vec<String>), ImportError> {
    let input = Input { path: PathBuf::from(name), member: None, bytes: 0, modified: None, archive: None };
    let mut bytes = content;
    let mut notes = Vec::new();
    match recognise(
        &input,
        &mut bytes,
        &Options { log, threads: 1, ..Options::default() },
        &Progress::default(),
        &mut notes,
    ) {
        Ok(shape) => Ok((shape, notes)),
        Err(ReadError::Import(error)) => Err(error),
        Err(other) => panic!("{other}"),
    }
}

fn refused(content: &[u8]) -> String {
    recognised("report", content, None).expect_err("no report").to_string()
}

const USERS: &str = "Date (UTC),Request ID,User ID,User,Application,IP address\n";
const WORKLOADS: &str = "Date (UTC),Request ID,Service principal ID,IP address\n";

#[test]
fn json_is_recognised_in_every_layout() {
    let record = r#"{"id":"r","createdDateTime":"2026-10-05T08:19:41Z","appId":"a"}"#;
    for (text, format) in [
        (format!("[{record}]"), Format::PortalJson),
        (format!("{record}\n{record}\n"), Format::PortalJson),
        (format!("{{\"@odata.context\":\"x\",\"value\":[{record}]}}"), Format::GraphJson),
        ("[]".to_owned(), Format::PortalJson),
        (
            r#"{"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#auditLogs/signIns","value":[]}"#
                .to_owned(),
            Format::GraphJson,
        ),
        (format!("[{}", &record[..record.len() - 3]), Format::PortalJson),
    ] {
        let (shape, notes) = recognised("x.json", text.as_bytes(), None).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!((shape.format, shape.log), (format, None), "{text}");
        assert!(notes.is_empty());
    }
}

#[test]
fn json_of_something_else_is_refused_by_name() {
    for (text, named) in [
        (r#"{"value":[{"id":"1","activityDateTime":"x","category":"y"}]}"#, "audit log of Microsoft Graph"),
        (
            r#"{"time":"2026-10-05T08:19:41Z","category":"MicrosoftGraphActivityLogs","properties":{"id":"1"}}"#,
            "diagnostic log of Azure",
        ),
        (r#"{"CreationTime":"x","Id":"1","Workload":"Exchange"}"#, "Microsoft 365 audit log"),
        (r#"[{"TimeGenerated":"x"}]"#, "Log Analytics"),
        (r#"{"error":{"code":"Forbidden"}}"#, "error message"),
        (r#"[{"name":"x","age":3}]"#, "\u{201c}name\u{201d}, \u{201c}age\u{201d}"),
        ("[1,2]", "without named properties"),
        (r#"{"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#users","value":[]}"#, "no sign-ins"),
    ] {
        let sentence = refused(text.as_bytes());
        assert!(sentence.contains(named), "{text}: {sentence}");
        assert!(sentence.contains("expected are sign-ins, or an audit"), "{sentence}");
    }
}

#[test]
fn sign_ins_of_other_tools_are_recognised_by_what_they_hold() {
    let graph =
        r#""createdDateTime":"2026-10-05T08:19:41Z","userPrincipalName":"a@example.com","appDisplayName":"Mail""#;
    let text = format!("{{{}}}", graph.replace('"', "\\\""));
    for (content, format) in [
        (format!(r#"{{"time":"x","category":"SignInLogs","properties":{{"id":"1",{graph}}}}}"#), Format::DiagnosticJson),
        (
            r#"[{"TimeGenerated":"2026-10-05T08:19:41Z","Id":"1","UserPrincipalName":"a@example.com","ResultType":"0"}]"#
                .to_owned(),
            Format::AzureJson,
        ),
        (
            r#"[{"CreatedDateTime":"/Date(1764836381000)/","Id":"1","UserPrincipalName":"a@example.com"}]"#.to_owned(),
            Format::PowerShellJson,
        ),
        (format!(r#"{{"@timestamp":"x","message":"{text}"}}"#), Format::WrappedJson),
        (
            r#"{"tables":[{"name":"PrimaryResult","columns":[{"name":"TimeGenerated","type":"datetime"},{"name":"Identity"},
                {"name":"IPAddress"},{"name":"ResultType"}],"rows":[["2026-10-05T08:19:41Z","Anna","203.0.113.5","0"]]}]}"#
                .to_owned(),
            Format::AzureRows,
        ),
        (
            "#TYPE System.Object\r\n\"Id\",\"CreatedDateTime\",\"UserPrincipalName\",\"AppDisplayName\"\r\n".to_owned(),
            Format::PropertyCsv,
        ),
        ("TimeGenerated [UTC],IPAddress,UserPrincipalName,ResultType\n".to_owned(), Format::AzureCsv),
        ("sep=;\nDate (UTC);Request ID;User;Status\n".to_owned(), Format::PortalCsv),
        ("Date (UTC),CorrelationId,Service,Category,Activity,Result\n".to_owned(), Format::PortalReportCsv),
        ("RecordId,CreationDate,RecordType,Operation,UserId,AuditData\n".to_owned(), Format::M365Csv),
        (
            r#"{"CreationTime":"2026-10-05T08:19:41","Id":"1","Operation":"UserLoggedIn","Workload":"AzureActiveDirectory"}"#
                .to_owned(),
            Format::M365Json,
        ),
        (
            r#"{"value":[{"id":"1","activityDateTime":"2026-10-05T08:19:41Z","activityDisplayName":"Add user"}]}"#.to_owned(),
            Format::GraphJson,
        ),
    ] {
        let (shape, _) = recognised("report", content.as_bytes(), None).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(shape.format, format, "{content}");
    }
}

#[test]
fn what_a_table_lacks_is_said() {
    let rows = "6/15/2026 8:00:00 AM,a@example.com,Mail,Microsoft.Graph.PowerShell.Models.MicrosoftGraphSignInStatus\n";
    let content = format!("CreatedDateTime [Local Time],UserPrincipalName,AppDisplayName,Status\n{rows}");
    let (_, notes) = recognised("x.csv", content.as_bytes(), None).unwrap_or_else(|error| panic!("{error}"));
    for said in ["\u{201c}Status\u{201d}", "Local Time", "no column with request IDs", "Taken as interactive"] {
        assert!(notes.iter().any(|note| note.contains(said)), "{said}: {notes:?}");
    }
}

#[test]
fn what_is_no_report_is_refused_by_its_kind() {
    for (content, named) in [
        (b"\x89PNG\r\n\x1a\n\0\0".as_slice(), "a PNG picture"),
        (b"MZ\x90\0", "a Windows program"),
        (b"  <html><body>", "a web page"),
        (b"Dear all,\nplease find", "plain text"),
        (b"Dear all,yes\nplease find", "something else"),
        (b"Hello\nworld", "plain text"),
        (b"\x01\x02\x03\x04", "a binary file"),
        (b"", "is empty"),
        (b"\xef\xbb\xbf \n", "is empty"),
    ] {
        let sentence = refused(content);
        assert!(sentence.contains(named), "{sentence}");
    }
}

#[test]
fn csv_without_the_needed_columns_is_refused_with_their_names() {
    let no_date = refused(b"Request ID,User,Application,IP address\n");
    assert!(no_date.contains("lacks the column Date (UTC),"), "{no_date}");
    let nobody = refused(b"Date (UTC),Application,IP address,Status\n");
    assert!(nobody.contains("lacks the column Request ID,"), "{nobody}");
    assert!(refused(b"TimeGenerated [UTC],Computer,CounterName\n").contains("Log Analytics"));
    assert!(refused(b"name,age\n1,2\n").contains("\u{201c}name\u{201d}"));
}

#[test]
fn the_log_of_a_csv_comes_from_options_name_or_content() {
    let with_ip = format!("{WORKLOADS}2026-10-05T08:19:41Z,r,s,203.0.113.5\n");
    let without_ip = format!("{WORKLOADS}2026-10-05T08:19:41Z,r,s,\n");
    for (name, content, option, log, noted) in [
        ("InteractiveSignIns_1.csv", USERS, None, Log::Interactive, false),
        ("NonInteractiveSignIns_1.csv", USERS, None, Log::NonInteractive, false),
        ("ApplicationSignIns_1.csv", WORKLOADS, None, Log::ServicePrincipal, false),
        ("MSISignIns_1.csv", with_ip.as_str(), None, Log::ManagedIdentity, false),
        ("x.csv", with_ip.as_str(), None, Log::ServicePrincipal, false),
        ("x.csv", without_ip.as_str(), None, Log::ManagedIdentity, false),
        ("InteractiveSignIns_1.csv", with_ip.as_str(), None, Log::ServicePrincipal, false),
        ("x.csv", USERS, None, Log::Interactive, true),
        ("x.csv", WORKLOADS, None, Log::ServicePrincipal, true),
        ("x.csv", USERS, Some(Log::AdFs), Log::AdFs, false),
    ] {
        let (shape, notes) = recognised(name, content.as_bytes(), option).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(shape.log, Some(log), "{name} {content}");
        assert_eq!(!notes.is_empty(), noted, "{name}: {notes:?}");
    }
}

#[test]
fn authentication_details_are_a_format_of_their_own() {
    let header = "\u{feff}\"Request ID\",\"Date\",\"Authentication method\",\"Succeeded\"";
    let (shape, _) = recognised("InteractiveSignIns_AuthDetails.csv", header.as_bytes(), None)
        .unwrap_or_else(|error| panic!("{error}"));
    assert_eq!((shape.format, shape.log), (Format::PortalCsvDetails, None));
    assert_eq!(shape.header, header.trim_start_matches('\u{feff}'));
}

#[test]
fn the_order_of_day_and_month_is_settled_per_file() {
    for (dates, day_first, noted) in [
        (["4/12/2025 08:00:00", "13/12/2025 08:00:00"], true, false),
        (["4/12/2025 08:00:00", "4/13/2025 08:00:00"], false, false),
        (["4/12/2025 8:00:00 AM", "5/12/2025 8:00:00 AM"], false, true),
        (["4/12/2025 08:00:00", "5/12/2025 08:00:00"], true, true),
        (["2025-12-04T08:00:00Z", "2025-12-05T08:00:00Z"], false, false),
    ] {
        let content = format!("{USERS}{},r,u,n,a,\n{},r,u,n,a,\n", dates[0], dates[1]);
        let (shape, notes) =
            recognised("InteractiveSignIns.csv", content.as_bytes(), None).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!((shape.day_first, !notes.is_empty()), (day_first, noted), "{dates:?} {notes:?}");
    }
}

/// JSON sign-ins with these dates.
fn sign_ins_at(dates: &[&str]) -> String {
    let record = |date: &&str| format!(r#"{{"id":"r","createdDateTime":"{date}","appId":"a"}}"#);
    format!("[{}]", dates.iter().map(record).collect::<Vec<_>>().join(",\n"))
}

#[test]
fn json_without_seconds_is_told_by_its_first_records_together() {
    let minutes: Vec<String> = (0..9).map(|minute| format!("2026-10-05T08:1{minute}:00Z")).collect();
    let minutes: Vec<&str> = minutes.iter().map(String::as_str).collect();
    for (dates, whole_minutes) in [
        (&minutes[..], true),
        (&["2026-10-05T08:19Z", "2026-10-05T08:20Z"], true),
        (&["2026-10-05T08:19Z", "2026-10-05T08:20:17Z"], false),
        (&["2026-10-05T08:19:00Z", "2026-10-05T08:20:00Z"], false),
    ] {
        let (shape, notes) = recognised("x.json", sign_ins_at(dates).as_bytes(), None).expect("sign-ins");
        assert_eq!(shape.whole_minutes, whole_minutes, "{dates:?}");
        assert_eq!(notes.iter().any(|note| note.contains("have no seconds")), whole_minutes, "{dates:?}: {notes:?}");
    }
}

#[test]
fn json_whose_dates_begin_in_one_form_and_go_on_in_another_says_how_they_are_read() {
    let dates = ["2026-10-05T08:19:41Z", "05/10/2026 08:19:41", "06/10/2026 08:19:41"];
    let (_, notes) = recognised("x.json", sign_ins_at(&dates).as_bytes(), None).expect("sign-ins");
    for said in ["Dates stand in several forms", "Dates taken as"] {
        assert!(notes.iter().any(|note| note.contains(said)), "{said}: {notes:?}");
    }
}
