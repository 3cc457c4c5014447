//! Audit, provisioning, risk and Microsoft 365 reports: each form of a report tells the same events, in a log of their
//! own. The records are made up.

use std::fs;
use std::path::PathBuf;

use signin_lens::cache::{Cache, Counts};
use signin_lens::columns::{self, Columns, RowId};
use signin_lens::fields::{Field, Log};
use signin_lens::import::{Options, Progress, find_inputs};

/// What came of importing one file of this name and content.
fn import(name: &str, content: &str) -> (Counts, Columns) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut cache = Cache::open(&folder.path().join("cache.db")).expect("a new cache opens");
    let path: PathBuf = folder.path().join(name);
    fs::write(&path, content).expect("room for a small file");
    let mut sum = Counts::default();
    for input in find_inputs(&[path]) {
        let imported = cache.import(&input.expect("the file is there"), &Options::default(), &Progress::default());
        sum += imported.unwrap_or_else(|error| panic!("{name}: {error}")).counts;
    }
    (sum, columns::load(&cache).expect("the cache loads"))
}

/// The only event of a file has these values.
fn assert_tells(name: &str, content: &str, log: Log, expected: &[(Field, &str)]) {
    let (counts, columns) = import(name, content);
    assert_eq!((counts.records, counts.new, counts.rejected), (1, 1, 0), "{name}");
    let row = RowId(0);
    assert_eq!(columns.log(row), log, "{name}");
    for (field, value) in expected {
        assert_eq!(columns.value(*field, row).as_deref(), Some(*value), "{} of {name}", field.key());
    }
}

const AUDIT: &str = r#"{"id":"Directory_1","category":"UserManagement","correlationId":"c1","result":"failure","resultReason":"No licence",
  "activityDisplayName":"Update user","activityDateTime":"2026-10-05T08:19:41Z","loggedByService":"Core Directory","operationType":"Update",
  "initiatedBy":{"user":{"id":"u1","displayName":"Zoe Berg","userPrincipalName":"zoe@example.com","ipAddress":"203.0.113.5"},"app":null},
  "targetResources":[{"id":"t1","displayName":"Ben Roth","type":"User","userPrincipalName":"ben@example.com",
    "modifiedProperties":[{"displayName":"Department","oldValue":"[\"Sales\"]","newValue":"[\"Service\"]"}]}],
  "additionalDetails":[{"key":"UserType","value":"Member"}]}"#;

#[test]
fn an_audit_event_is_the_same_from_every_form() {
    let graph = format!("{{\"@odata.context\":\"x\",\"value\":[{AUDIT}]}}");
    let diagnostic = format!(
        r#"{{"time":"2026-10-05T08:19:41Z","resourceId":"/tenants/1/providers/Microsoft.aadiam","operationName":"Update user",
            "category":"AuditLogs","resultSignature":"None","identity":"Zoe Berg","properties":{AUDIT}}}"#
    )
    .replace('\n', " ");
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let portal = format!(
        "Date (UTC),CorrelationId,Service,Category,Activity,Result,ResultReason,ActorType,ActorDisplayName,ActorUserPrincipalName,\
         IPAddress,Target1Type,Target1DisplayName,Target1ObjectId,Target1ModifiedProperty1Name,Target1ModifiedProperty1OldValue,\
         Target1ModifiedProperty1NewValue,AdditionalDetail1Key,AdditionalDetail1Value\n\
         2026-10-05T08:19:41Z,c1,Core Directory,UserManagement,Update user,failure,No licence,User,Zoe Berg,zoe@example.com,\
         203.0.113.5,User,Ben Roth,t1,Department,{},{},UserType,Member\n",
        quoted("[\"Sales\"]"),
        quoted("[\"Service\"]")
    );
    let log_analytics = format!(
        "TimeGenerated [UTC],Category,CorrelationId,Result,ResultReason,ActivityDisplayName,ActivityDateTime [UTC],LoggedByService,\
         InitiatedBy,TargetResources,AdditionalDetails,Id,Type\n\
         2026-10-05T08:20:00Z,UserManagement,c1,failure,No licence,Update user,2026-10-05T08:19:41Z,Core Directory,{},{},{},Directory_1,AuditLogs\n",
        quoted(
            r#"{"user":{"displayName":"Zoe Berg","userPrincipalName":"zoe@example.com","ipAddress":"203.0.113.5"}}"#
        ),
        quoted(
            r#"[{"id":"t1","displayName":"Ben Roth","type":"User","modifiedProperties":[{"displayName":"Department","oldValue":"[\"Sales\"]","newValue":"[\"Service\"]"}]}]"#
        ),
        quoted(r#"[{"key":"UserType","value":"Member"}]"#),
    );
    for (name, content) in [
        ("graph.json", graph.as_str()),
        ("portal.json", &format!("[{AUDIT}]")),
        ("PT1H.json", diagnostic.as_str()),
        ("AuditLogs.csv", portal.as_str()),
        ("query_data.csv", log_analytics.as_str()),
    ] {
        assert_tells(
            name,
            content,
            Log::Audit,
            &[
                (Field::Time, "2026-10-05T08:19:41Z"),
                (Field::Service, "Core Directory"),
                (Field::Category, "UserManagement"),
                (Field::Activity, "Update user"),
                (Field::Status, "failure"),
                (Field::FailureReason, "No licence"),
                (Field::Actor, "zoe@example.com"),
                (Field::User, "Zoe Berg"),
                (Field::Ip, "203.0.113.5"),
                (Field::Target, "Ben Roth"),
                (Field::TargetType, "User"),
                (Field::TargetId, "t1"),
                (Field::ModifiedProperties, "Department: Sales -> Service"),
                (Field::ProcessingDetails, "UserType: Member"),
                (Field::CorrelationId, "c1"),
            ],
        );
    }
}

#[test]
fn a_provisioning_event_tells_systems_steps_and_changes() {
    let record = r#"{"id":"p1","activityDateTime":"2026-10-05T08:19:41Z","provisioningAction":"update","jobId":"j1","cycleId":"c1","changeId":"h1",
        "durationInMilliseconds":120,"initiatedBy":{"displayName":"Microsoft Entra Provisioning Service"},
        "sourceSystem":{"displayName":"Microsoft Entra ID"},"targetSystem":{"displayName":"Loom HR"},
        "sourceIdentity":{"id":"s1","displayName":"Zoe Berg"},"targetIdentity":{"id":"t1","displayName":"zberg"},
        "provisioningStatusInfo":{"status":"failure","errorInformation":{"errorCode":"DuplicateTargetEntries","reason":"Two of that name","recommendedAction":"Remove one"}},
        "provisioningSteps":[{"name":"EntryImport","status":"success","description":"Found the user"}],
        "modifiedProperties":[{"displayName":"city","oldValue":"Oslo","newValue":"Bergen"}]}"#;
    let diagnostic =
        format!(r#"{{"time":"2026-10-05T08:19:41Z","category":"ProvisioningLogs","properties":{record}}}"#)
            .replace('\n', " ");
    for (name, content) in [("provisioning.json", format!("{{\"value\":[{record}]}}")), ("PT1H.json", diagnostic)] {
        assert_tells(
            name,
            &content,
            Log::Provisioning,
            &[
                (Field::ProvisioningAction, "update"),
                (Field::Status, "failure"),
                (Field::SourceSystem, "Microsoft Entra ID"),
                (Field::TargetSystem, "Loom HR"),
                (Field::SourceIdentity, "Zoe Berg"),
                (Field::TargetIdentity, "zberg"),
                (Field::ProvisioningError, "DuplicateTargetEntries"),
                (Field::FailureReason, "Two of that name"),
                (Field::RecommendedAction, "Remove one"),
                (Field::ProvisioningSteps, "EntryImport: success (Found the user)"),
                (Field::ModifiedProperties, "city: Oslo -> Bergen"),
                (Field::Latency, "120"),
            ],
        );
    }
}

#[test]
fn risk_reports_name_the_risk_and_whom_it_is_about() {
    let user = r#"{"id":"11111111-2222-4333-8444-555555555501","userDisplayName":"Zoe Berg","userPrincipalName":"zoe@example.com","riskLevel":"high",
        "riskState":"atRisk","riskDetail":"none","riskLastUpdatedDateTime":"2026-10-05T08:19:41Z","isDeleted":false}"#;
    assert_tells(
        "users.json",
        &format!("{{\"value\":[{user}]}}"),
        Log::RiskyUsers,
        &[
            (Field::User, "Zoe Berg"),
            (Field::UserId, "11111111-2222-4333-8444-555555555501"),
            (Field::Risk, "high"),
            (Field::RiskState, "atRisk"),
            (Field::IsDeleted, "false"),
        ],
    );
    let workload = r#"{"id":"sp1","displayName":"Loom backup","appId":"a1","servicePrincipalType":"Application","riskLevel":"low","riskState":"atRisk",
        "riskLastUpdatedDateTime":"2026-10-05T08:19:41Z"}"#;
    assert_tells(
        "workloads.json",
        &format!("{{\"value\":[{workload}]}}"),
        Log::RiskyWorkloads,
        &[
            (Field::ServicePrincipal, "Loom backup"),
            (Field::ServicePrincipalId, "sp1"),
            (Field::AppId, "a1"),
            (Field::Risk, "low"),
        ],
    );
    let detection = r#"{"id":"d1","requestId":"r1","correlationId":"c1","riskEventType":"unfamiliarFeatures","riskState":"atRisk","riskLevel":"medium",
        "source":"IdentityProtection","detectionTimingType":"realtime","activity":"signin","ipAddress":"203.0.113.5",
        "location":{"city":"Oslo","countryOrRegion":"NO"},"activityDateTime":"2026-10-05T08:19:41Z","detectedDateTime":"2026-10-06T00:00:00Z",
        "userId":"u1","userDisplayName":"Zoe Berg","userPrincipalName":"zoe@example.com","additionalInfo":"[{\"Key\":\"userAgent\",\"Value\":\"curl\"}]"}"#;
    assert_tells(
        "detections.json",
        &format!("[{detection}]"),
        Log::RiskDetections,
        &[
            (Field::Time, "2026-10-05T08:19:41Z"),
            (Field::RiskEvents, "unfamiliarFeatures"),
            (Field::SignInRequestId, "r1"),
            (Field::RiskTiming, "realtime"),
            (Field::RiskActivity, "signin"),
            (Field::City, "Oslo"),
            (Field::Detected, "2026-10-06T00:00:00Z"),
            (Field::ProcessingDetails, "userAgent: curl"),
        ],
    );
}

#[test]
fn microsoft_365_records_keep_sign_ins_apart() {
    let login = r#"{"CreationTime":"2026-10-05T08:19:41","Id":"m1","Operation":"UserLoggedIn","OrganizationId":"o1","RecordType":15,"ResultStatus":"Success",
        "UserKey":"u1","UserType":0,"Workload":"AzureActiveDirectory","ClientIP":"203.0.113.5:4711","UserId":"zoe@example.com","ObjectId":"app1",
        "ErrorNumber":"0","ApplicationId":"a1"}"#;
    let quoted = format!("\"{}\"", login.replace('\n', " ").replace('"', "\"\""));
    let csv = format!(
        "RecordId,CreationDate,RecordType,Operation,UserId,AuditData,AssociatedAdminUnits\nm1,2026-10-05T08:19:41.0000000Z,15,UserLoggedIn,zoe@example.com,{quoted},\n"
    );
    for (name, content) in [("activity.json", login.to_owned()), ("AuditLog.csv", csv)] {
        assert_tells(
            name,
            &content,
            Log::ActivitySignIns,
            &[
                (Field::Time, "2026-10-05T08:19:41Z"),
                (Field::Activity, "UserLoggedIn"),
                (Field::Username, "zoe@example.com"),
                (Field::UserId, "u1"),
                (Field::Ip, "203.0.113.5"),
                (Field::Status, "success"),
                (Field::Service, "AzureActiveDirectory"),
                (Field::AppId, "a1"),
            ],
        );
    }
    let redirected = login
        .replace("\"UserType\":0", "\"UserType\":6,\"ActorIpAddress\":\"203.0.113.77\",\"ExtendedProperties\":[{\"Name\":\"ResultStatusDetail\",\"Value\":\"Redirect\"}]")
        .replace("203.0.113.5:4711", "");
    assert_tells(
        "activity.json",
        &redirected,
        Log::ActivitySignIns,
        &[
            (Field::Status, "success"),
            (Field::FailureReason, "Redirect"),
            (Field::UserType, "servicePrincipal"),
            (Field::Ip, "203.0.113.77"),
        ],
    );
    let file = login.replace("UserLoggedIn", "FileAccessed").replace("AzureActiveDirectory", "SharePoint");
    assert_tells("activity.json", &file, Log::Activity, &[(Field::Service, "SharePoint"), (Field::Target, "app1")]);
}

#[test]
fn a_mixed_stream_is_taken_apart_by_category() {
    let sign_in = r#"{"time":"2026-10-05T08:00:00Z","category":"SignInLogs","properties":{"id":"s1","createdDateTime":"2026-10-05T08:00:00Z","userPrincipalName":"zoe@example.com","appDisplayName":"Mail","status":{"errorCode":0}}}"#;
    let audit = format!(
        r#"{{"time":"2026-10-05T08:19:41Z","category":"AuditLogs","properties":{}}}"#,
        AUDIT.replace('\n', " ")
    );
    let other =
        r#"{"time":"2026-10-05T08:00:00Z","category":"MicrosoftGraphActivityLogs","properties":{"requestId":"x"}}"#;
    let (counts, columns) = import("events.jsonl", &format!("{sign_in}\n{audit}\n{other}\n"));
    assert_eq!((counts.records, counts.new, counts.rejected), (3, 2, 1));
    assert_eq!(columns.rows_of(Log::Interactive).len(), 1);
    assert_eq!(columns.rows_of(Log::Audit).len(), 1);
}
