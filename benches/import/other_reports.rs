//! The sibling reports at any size: the generator's month, told again and again with other identifiers at other times.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDateTime, TimeDelta};
use serde_json::{Value, json};

use crate::generator::{self, Options};

/// Between one telling of the month and the next, so that no event is another's equal.
const APART: TimeDelta = TimeDelta::seconds(7);

/// Identifiers that every telling has anew. The others (people, applications, targets) stay.
const OWN: [&str; 6] = ["id", "Id", "correlationId", "requestId", "changeId", "cycleId"];

/// A file of so many records for every report and form of it: its name, and where it is.
pub fn files(records: usize, folder: &Path) -> Vec<(String, PathBuf)> {
    let month = generator::other_reports::reports(&Options::default());
    let mut files = Vec::new();
    for (stem, events) in &month {
        let many: Vec<Value> = (0..records).filter_map(|turn| told_again(events, turn)).collect();
        let mut write = |form: &str, ending: &str, content: Vec<u8>| {
            let path = folder.join(format!("{stem}-{form}.{ending}"));
            fs::write(&path, content).expect("room for it");
            files.push((format!("{stem}, {form}"), path));
        };
        let list = json!({ "@odata.context": "https://graph.microsoft.com/v1.0/$metadata", "value": &many });
        match *stem {
            "Microsoft365Activities" => {
                write("content", "json", json(&Value::Array(many.clone())));
                write("search", "csv", csv(&many, &ACTIVITY_COLUMNS));
            }
            "AuditLogs" => {
                write("graph", "json", json(&list));
                write("portal", "csv", csv(&many, &AUDIT_COLUMNS));
                write("log-analytics", "csv", csv(&many, &AUDIT_TABLE_COLUMNS));
            }
            "RiskDetections" => {
                write("graph", "json", json(&list));
                write("portal", "csv", csv(&many, &DETECTION_COLUMNS));
            }
            _ => write("graph", "json", json(&list)),
        }
    }
    files
}

/// The event of this turn, with identifiers and times of its own.
fn told_again(events: &[Value], turn: usize) -> Option<Value> {
    let telling = turn.checked_div(events.len())?;
    let mut event = events.get(turn % events.len())?.as_object()?.clone();
    for (name, value) in &mut event {
        let Value::String(text) = value else { continue };
        if OWN.contains(&name.as_str()) {
            // Ends of identifiers are digits, so that the form of each stays.
            let kept = text.len().saturating_sub(8);
            *text = format!("{}{telling:08x}", text.get(..kept).unwrap_or_default());
        } else if name.ends_with("DateTime") || name == "CreationTime" {
            *text = later(text, telling).unwrap_or_else(|| text.clone());
        }
    }
    Some(Value::Object(event))
}

fn later(time: &str, telling: usize) -> Option<String> {
    let shift = APART.checked_mul(i32::try_from(telling).ok()?)?;
    match DateTime::parse_from_rfc3339(time) {
        Ok(time) => Some((time.to_utc() - shift).format("%Y-%m-%dT%H:%M:%SZ").to_string()),
        // Microsoft 365 writes UTC without saying so.
        Err(_) => Some((time.parse::<NaiveDateTime>().ok()? - shift).format("%Y-%m-%dT%H:%M:%S").to_string()),
    }
}

fn json(value: &Value) -> Vec<u8> {
    serde_json::to_vec(value).expect("memory takes it")
}

/// What a column is called, and where in the record its value stands; nothing for the whole record.
type Column = (&'static str, &'static str);

const ACTIVITY_COLUMNS: [Column; 6] = [
    ("RecordId", "/Id"),
    ("CreationDate", "/CreationTime"),
    ("RecordType", "/RecordType"),
    ("Operation", "/Operation"),
    ("UserId", "/UserId"),
    ("AuditData", ""),
];

const AUDIT_COLUMNS: [Column; 19] = [
    ("Date (UTC)", "/activityDateTime"),
    ("CorrelationId", "/correlationId"),
    ("Service", "/loggedByService"),
    ("Category", "/category"),
    ("Activity", "/activityDisplayName"),
    ("Result", "/result"),
    ("ResultReason", "/resultReason"),
    ("ActorType", "/initiatedBy/user/userType"),
    ("ActorDisplayName", "/initiatedBy/user/displayName"),
    ("ActorObjectId", "/initiatedBy/user/id"),
    ("ActorUserPrincipalName", "/initiatedBy/user/userPrincipalName"),
    ("IPAddress", "/initiatedBy/user/ipAddress"),
    ("Target1Type", "/targetResources/0/type"),
    ("Target1DisplayName", "/targetResources/0/displayName"),
    ("Target1ObjectId", "/targetResources/0/id"),
    ("Target1UserPrincipalName", "/targetResources/0/userPrincipalName"),
    ("Target1ModifiedProperty1Name", "/targetResources/0/modifiedProperties/0/displayName"),
    ("Target1ModifiedProperty1OldValue", "/targetResources/0/modifiedProperties/0/oldValue"),
    ("Target1ModifiedProperty1NewValue", "/targetResources/0/modifiedProperties/0/newValue"),
];

const AUDIT_TABLE_COLUMNS: [Column; 13] = [
    ("TimeGenerated [UTC]", "/activityDateTime"),
    ("Category", "/category"),
    ("CorrelationId", "/correlationId"),
    ("Result", "/result"),
    ("ResultReason", "/resultReason"),
    ("ActivityDisplayName", "/activityDisplayName"),
    ("ActivityDateTime [UTC]", "/activityDateTime"),
    ("LoggedByService", "/loggedByService"),
    ("InitiatedBy", "/initiatedBy"),
    ("TargetResources", "/targetResources"),
    ("AdditionalDetails", "/additionalDetails"),
    ("OperationType", "/operationType"),
    ("Id", "/id"),
];

const DETECTION_COLUMNS: [Column; 9] = [
    ("Detection time", "/detectedDateTime"),
    ("User", "/userDisplayName"),
    ("Username", "/userPrincipalName"),
    ("IP address", "/ipAddress"),
    ("Detection type", "/riskEventType"),
    ("Risk state", "/riskState"),
    ("Risk level", "/riskLevel"),
    ("Request ID", "/requestId"),
    ("Correlation ID", "/correlationId"),
];

fn csv(records: &[Value], columns: &[Column]) -> Vec<u8> {
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    writer.write_record(columns.iter().map(|(name, _)| name)).expect("memory takes it");
    for record in records {
        let cells = columns.iter().map(|(_, place)| match record.pointer(place) {
            None | Some(Value::Null) => String::new(),
            Some(Value::String(text)) => text.clone(),
            Some(value) => value.to_string(),
        });
        writer.write_record(cells).expect("memory takes it");
    }
    writer.into_inner().expect("memory takes it")
}
