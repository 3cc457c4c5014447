//! The filter language against another route to the same answer: SQL over the cache.

use std::path::PathBuf;
use std::sync::LazyLock;

use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::test_runner::Config;
use rusqlite::Connection;
use signin_lens::clock::{Clock, Millis};
use signin_lens::columns::{Builder, Columns};
use signin_lens::fields::{Field, Log, Logs};
use signin_lens::query::{Query, Scope, Subject, select};
use signin_lens::record::{EventId, Record};
use signin_lens::reference::portal_filters::PORTAL_FILTERS;

mod files;
#[path = "queries/imported.rs"]
mod imported;
#[path = "queries/random.rs"]
mod random;
#[path = "queries/sample.rs"]
mod sample;
#[path = "queries/sql.rs"]
mod sql;

static SAMPLE: LazyLock<(tempfile::TempDir, PathBuf, Columns)> = LazyLock::new(imported::sample);

/// The numbers of the sign-ins that a filter gives, in their order.
fn found(columns: &Columns, query: &Query) -> Vec<i64> {
    let rows = select(&Scope::new(columns, Clock::default()), Logs::ALL, query);
    let mut ids: Vec<i64> = rows.into_iter().map(|row| columns.event(row).0).collect();
    ids.sort_unstable();
    ids
}

/// The numbers of the sign-ins for which a condition holds.
fn found_by_sql(connection: &Connection, condition: &str) -> Vec<i64> {
    let mut statement = connection
        .prepare(&format!("SELECT id FROM sign_in WHERE {condition} ORDER BY id"))
        .unwrap_or_else(|error| panic!("{condition}: {error}"));
    let ids = statement.query_map([], |row| row.get(0)).expect("it runs");
    ids.collect::<Result<_, _>>().expect("numbers")
}

fn query(text: &str) -> Query {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

#[test]
fn queries_on_the_sample_give_what_sql_gives() {
    let (_, path, columns) = &*SAMPLE;
    let connection = sql::open(path);
    assert!(sample::QUERIES.len() >= 60);
    for (text, count, condition) in sample::QUERIES {
        let rows = found(columns, &query(text));
        assert_eq!(rows, found_by_sql(&connection, condition), "{text}");
        assert_eq!(rows.len(), *count, "{text}");
        assert_eq!(query(&query(text).to_string()), query(text), "{text}");
    }
}

#[test]
fn words_find_in_the_further_reports_what_sql_finds() {
    let (_folder, path, columns) = imported::imported(&[files::sample_reports()]);
    let connection = sql::open(&path);
    for text in ["expenses", "conditional", "inboxrule", "member", "-update", "/^add .*group$/", "*users"] {
        let query = query(text);
        let rows = found(&columns, &query);
        assert!(!rows.is_empty() && rows.len() < columns.len(), "{text}: {}", rows.len());
        if !text.contains(['/', '*']) {
            assert_eq!(rows, found_by_sql(&connection, &sql::of_query(&query)), "{text}");
        }
    }
}

/// Random filters ask for days from this one on.
const FIRST_DAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 10, 1).expect("a day");

proptest! {
    #![proptest_config(Config { cases: 16, failure_persistence: None, ..Config::default() })]

    #[test]
    fn random_queries_on_random_sign_ins_give_what_sql_gives(
        report in random::report_from(FIRST_DAY),
        filters in prop::collection::vec(random::filter(), 60),
    ) {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let file = folder.path().join("signins.json");
        std::fs::write(&file, report).expect("it is written");
        let (_folder, path, columns) = imported::imported(&[file]);
        let connection = sql::open(&path);
        for text in filters {
            let query = query(&text);
            prop_assert_eq!(found(&columns, &query), found_by_sql(&connection, &sql::of_query(&query)), "{}", text);
        }
    }
}

/// For the filters of the portal: a value that fits, and one that does not.
const FITTING: &[(&str, Field, &str, &str)] = &[
    ("Request ID", Field::RequestId, "acf98e2d-8adf-4fe4-9944-bce982548600", "acf98e2d-8adf-4fe4-9944-bce982548601"),
    ("Correlation ID", Field::CorrelationId, "5d295068-919f-4017-85d8-44c6ea6b6b5f", "x"),
    ("User", Field::User, "Anna Berg", "Joanna"),
    ("User", Field::Username, "anna@contoso.example", "ben@contoso.example"),
    ("Username", Field::Username, "ANNA@contoso.example", "joanna@contoso.example"),
    ("Application", Field::App, "Office 365 Exchange Online", "Microsoft Office 365"),
    ("Status: success", Field::Status, "success", "failure"),
    ("Status: failure", Field::Status, "failure", "interrupted"),
    ("Status: interrupted", Field::Status, "interrupted", "success"),
    ("IP address", Field::Ip, "203.0.113.200", "203.0.114.1"),
    ("Location", Field::City, "Graz", "Linz"),
    ("Resource", Field::Resource, "Microsoft Graph", "Graph"),
    ("Resource ID", Field::ResourceId, "00000003-0000-0000-c000-000000000000", "00000002-0000-0000-c000-000000000000"),
    ("Client app: modern authentication clients", Field::ClientApp, "Browser", "POP3"),
    ("Client app: legacy authentication clients", Field::ClientApp, "Something old", "Browser"),
    ("Client app: Browser", Field::ClientApp, "Browser", "POP3"),
    ("Client app: Mobile apps and desktop clients", Field::ClientApp, "Mobile Apps and Desktop clients", "Browser"),
    ("Client app: Authenticated SMTP", Field::ClientApp, "Authenticated SMTP", "POP3"),
    ("Client app: Autodiscover", Field::ClientApp, "AutoDiscover", "POP3"),
    ("Client app: Exchange ActiveSync", Field::ClientApp, "Exchange ActiveSync", "POP3"),
    ("Client app: Exchange Online PowerShell", Field::ClientApp, "Exchange Online PowerShell", "POP3"),
    ("Client app: Exchange Web Services", Field::ClientApp, "Exchange Web Services", "POP3"),
    ("Client app: IMAP4", Field::ClientApp, "IMAP4", "POP3"),
    ("Client app: MAPI over HTTP", Field::ClientApp, "MAPI Over HTTP", "POP3"),
    ("Client app: Offline Address Book", Field::ClientApp, "Offline Address Book", "POP3"),
    ("Client app: Outlook Anywhere (RPC over HTTP)", Field::ClientApp, "Outlook Anywhere (RPC over HTTP)", "POP3"),
    ("Client app: Outlook Service", Field::ClientApp, "Outlook Service", "POP3"),
    ("Client app: POP3", Field::ClientApp, "POP3", "IMAP4"),
    ("Client app: Reporting Web Services", Field::ClientApp, "Reporting Web Services", "POP3"),
    ("Client app: Other clients", Field::ClientApp, "Other clients", "POP3"),
    ("Client app: (empty)", Field::ClientApp, "", "POP3"),
    ("Operating system", Field::Os, "Windows11", "MacOs"),
    ("Device browser", Field::Browser, "Edge 154.0.0", "Chrome 154.0.0"),
    ("Conditional Access: not applied", Field::ConditionalAccess, "notApplied", "success"),
    ("Conditional Access: success", Field::ConditionalAccess, "success", "failure"),
    ("Conditional Access: failure", Field::ConditionalAccess, "failure", "success"),
    ("Is CAE token", Field::ContinuousAccess, "true", "false"),
    ("Flagged for review", Field::Flagged, "true", "false"),
    ("Authentication protocol", Field::Protocol, "deviceCode", "oAuth2"),
    ("Original transfer method", Field::OriginalTransferMethod, "deviceCodeFlow", "none"),
    ("Cross tenant access type", Field::CrossTenantAccess, "b2bCollaboration", "none"),
    ("Token issuer type", Field::TokenIssuerType, "ADFederationServices", "AzureAD"),
    ("Incoming token type", Field::IncomingTokenType, "primaryRefreshToken", "refreshToken"),
    ("Token Protection - Sign In Session StatusCode", Field::TokenProtectionCode, "1002", "1003"),
    ("Is agent", Field::AgentType, "agenticApp", "notAgentic"),
    ("Agent type", Field::AgentType, "agentIDuser", "agenticApp"),
    ("Is agent subject", Field::AgentSubjectType, "agentIDuser", "notAgentic"),
    ("Service principal", Field::ServicePrincipal, "Backup of files", "File backup"),
    (
        "Authentication requirement: single-factor",
        Field::AuthRequirement,
        "singleFactorAuthentication",
        "multiFactorAuthentication",
    ),
    (
        "Authentication requirement: multifactor",
        Field::AuthRequirement,
        "multiFactorAuthentication",
        "singleFactorAuthentication",
    ),
    ("Sign-in error code", Field::ErrorCode, "50126", "50053"),
];

#[test]
fn every_filter_of_the_portal_finds_what_the_portal_finds() {
    for filter in PORTAL_FILTERS.iter().filter(|filter| !filter.example.is_empty()) {
        let log = filter.logs.iter().next().expect("a log has it");
        let fitting: Vec<_> = FITTING.iter().filter(|(title, ..)| *title == filter.title).collect();
        let by_time = filter.title.starts_with("Date") || filter.title == "Sign-in type";
        assert_eq!(fitting.is_empty(), by_time, "{}", filter.title);
        for (_, field, value, other) in fitting {
            assert!(field.spec().logs.contains(log), "{}", filter.title);
            let mut builder = Builder::default();
            for (number, value) in [*other, *value].into_iter().enumerate() {
                let mut record = Record::new(log, Millis(0));
                record.set(*field, value);
                builder.push(EventId(number as i64 + 1), &record);
            }
            assert_eq!(found(&builder.finish(), &query(filter.example)), [2], "{}", filter.title);
        }
    }
}

#[test]
fn every_filter_of_the_portal_is_a_pill_with_fields_of_its_logs() {
    for filter in PORTAL_FILTERS.iter().filter(|filter| !filter.example.is_empty()) {
        let query = query(filter.example);
        assert_eq!(query.to_string(), filter.example.replace("last:24h", "last:1d"), "{}", filter.title);
        let [pill] = query.parts().try_into().unwrap_or_else(|_| panic!("{} is no single pill", filter.title));
        assert_eq!(pill.to_string(), query.to_string());
        for log in filter.logs.iter() {
            assert_eq!(query.for_log(log), query, "{} in {}", filter.title, log.key());
        }
        let signin_lens::query::Expr::And(members) = query.expr() else { panic!("a list of parts") };
        let [signin_lens::query::Expr::Term(term)] = members.as_slice() else { panic!("one term") };
        assert!(matches!(term.subject, Subject::Field(_)), "{}", filter.title);
    }
    assert!(Log::TABS.into_iter().all(|log| PORTAL_FILTERS.iter().any(|filter| filter.logs.contains(log))));
}
