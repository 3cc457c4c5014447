//! The same sign-ins in the forms of other exports, translated from the portal's JSON: what Log Analytics, diagnostic
//! settings, PowerShell and collecting tools make of a record of Microsoft Graph.

use std::io::{self, Write};

use serde_json::{Map, Value, json};

use super::sign_in::Log;

/// The tenant whose logs they are.
const TENANT: &str = "6f1c2f0e-4a53-4d6e-9b0a-2f6f4f1f7a01";

/// A form that the portal does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A table of Log Analytics as CSV.
    LogAnalyticsCsv,
    /// Its rows as JSON objects.
    LogAnalyticsJson,
    /// The answer of its query API: columns and rows.
    QueryResult,
    /// Lines of a diagnostic log, as storage accounts keep them.
    DiagnosticLines,
    /// Events of a diagnostic log, as Event Hubs hand them over.
    DiagnosticRecords,
    /// PowerShell 5.1: names with capitals, dates as milliseconds.
    PowerShell5,
    /// PowerShell 7: names with capitals, dates in ISO 8601.
    PowerShell7,
    /// `Export-Csv` of flat objects: nested values are lost.
    PowerShellCsv,
    /// A document of Elasticsearch: names with `_`, the record within `azure.signinlogs`.
    Elastic,
    /// A line of a collector with the record as text in `message`.
    Message,
    /// A result of Splunk with the record as text in `_raw`.
    Splunk,
    /// The same as CSV.
    SplunkCsv,
    /// The answer of a search of Elasticsearch.
    ElasticSearch,
    /// Documents of Elasticsearch with a line before each that says where it goes.
    ElasticBulk,
    /// A table of Kibana: columns by whole paths, `-` where nothing is, its own dates.
    KibanaCsv,
    /// Frames of Kusto, the result among tables of other things.
    KustoFrames,
}

impl Form {
    /// All forms.
    pub const ALL: [Self; 16] = [
        Self::LogAnalyticsCsv,
        Self::LogAnalyticsJson,
        Self::QueryResult,
        Self::DiagnosticLines,
        Self::DiagnosticRecords,
        Self::PowerShell5,
        Self::PowerShell7,
        Self::PowerShellCsv,
        Self::Elastic,
        Self::Message,
        Self::Splunk,
        Self::SplunkCsv,
        Self::ElasticSearch,
        Self::ElasticBulk,
        Self::KibanaCsv,
        Self::KustoFrames,
    ];

    /// Its name, such as `log-analytics-csv`.
    pub fn name(self) -> &'static str {
        match self {
            Self::LogAnalyticsCsv => "log-analytics-csv",
            Self::LogAnalyticsJson => "log-analytics-json",
            Self::QueryResult => "query-result",
            Self::DiagnosticLines => "diagnostic-lines",
            Self::DiagnosticRecords => "diagnostic-records",
            Self::PowerShell5 => "powershell-5",
            Self::PowerShell7 => "powershell-7",
            Self::PowerShellCsv => "powershell-csv",
            Self::Elastic => "elastic",
            Self::Message => "message",
            Self::Splunk => "splunk",
            Self::SplunkCsv => "splunk-csv",
            Self::ElasticSearch => "elastic-search",
            Self::ElasticBulk => "elastic-bulk",
            Self::KibanaCsv => "kibana-csv",
            Self::KustoFrames => "kusto-frames",
        }
    }

    /// The ending of its files.
    pub fn ending(self) -> &'static str {
        match self {
            Self::LogAnalyticsCsv | Self::PowerShellCsv | Self::SplunkCsv | Self::KibanaCsv => "csv",
            Self::DiagnosticLines | Self::Elastic | Self::Message | Self::Splunk | Self::ElasticBulk => "jsonl",
            _ => "json",
        }
    }
}

/// Writes records of Microsoft Graph, all of one log, in another form.
pub fn write(form: Form, log: Log, records: &[Value], mut out: impl Write) -> io::Result<()> {
    let each = |translate: &dyn Fn(&Value) -> Value| records.iter().map(translate).collect::<Vec<_>>();
    match form {
        Form::LogAnalyticsCsv => csv(&each(&|record| azure_row(log, record, true)), None, &mut out)?,
        Form::LogAnalyticsJson => {
            let rows = each(&|record| azure_row(log, record, log != Log::Interactive));
            serde_json::to_writer(&mut out, &rows)?;
        }
        Form::QueryResult => {
            let (names, rows) = table(&each(&|record| azure_row(log, record, true)));
            let columns: Vec<Value> = names.iter().map(|name| json!({"name": name, "type": "string"})).collect();
            // Columns must come before the rows, so the object is written by hand.
            write!(out, "{{\"tables\":[{{\"name\":\"PrimaryResult\",\"columns\":{},\"rows\":", Value::from(columns))?;
            serde_json::to_writer(&mut out, &rows)?;
            write!(out, "}}]}}")?;
        }
        Form::DiagnosticLines => lines(&each(&|record| diagnostic(log, record)), &mut out)?,
        Form::DiagnosticRecords => {
            serde_json::to_writer(&mut out, &json!({"records": each(&|record| diagnostic(log, record))}))?;
        }
        Form::PowerShell5 => serde_json::to_writer(&mut out, &each(&|record| power_shell(record, true)))?,
        Form::PowerShell7 => serde_json::to_writer_pretty(&mut out, &each(&|record| power_shell(record, false)))?,
        Form::PowerShellCsv => {
            let rows = each(&|record| flattened(&power_shell(record, false)));
            csv(&rows, Some("#TYPE Microsoft.Graph.PowerShell.Models.MicrosoftGraphSignIn"), &mut out)?;
        }
        Form::Elastic => lines(&each(&|record| document(log, record)), &mut out)?,
        Form::ElasticSearch => {
            let hit = |record: &Value| json!({"_index": "logs-azure", "_id": "Xq3", "_score": 1.0, "_source": document(log, record)});
            // What stands beside the list comes before it and behind it.
            write!(out, "{{\"took\":3,\"hits\":{{\"total\":{{\"value\":{}}},\"hits\":", records.len())?;
            serde_json::to_writer(&mut out, &each(&hit))?;
            write!(out, ",\"max_score\":1}},\"aggregations\":{{\"users\":{{\"buckets\":[{{\"key\":\"a\"}}]}}}}}}")?;
        }
        Form::ElasticBulk => {
            for record in records {
                writeln!(out, "{}", json!({"index": {"_index": "logs-azure", "_id": record["id"]}}))?;
                writeln!(out, "{}", document(log, record))?;
            }
        }
        Form::KibanaCsv => csv(&each(&|record| kibana_row(log, record)), None, &mut out)?,
        Form::KustoFrames => {
            let (names, rows) = table(&each(&|record| azure_row(log, record, false)));
            let columns: Vec<Value> =
                names.iter().map(|name| json!({"ColumnName": name, "ColumnType": "string"})).collect();
            let properties = json!([{"ColumnName": "Key"}, {"ColumnName": "Value"}]);
            write!(out, "[{{\"FrameType\":\"DataSetHeader\",\"IsProgressive\":false,\"Version\":\"v2.0\"}},")?;
            write!(
                out,
                "{{\"FrameType\":\"DataTable\",\"TableId\":0,\"TableKind\":\"QueryProperties\",\"Columns\":{properties},\"Rows\":[[\"Visualization\",\"{{}}\"]]}},"
            )?;
            write!(
                out,
                "{{\"FrameType\":\"DataTable\",\"TableId\":1,\"TableKind\":\"PrimaryResult\",\"Columns\":{},\"Rows\":",
                Value::from(columns)
            )?;
            serde_json::to_writer(&mut out, &rows)?;
            write!(out, "}},{{\"FrameType\":\"DataSetCompletion\",\"HasErrors\":false}}]")?;
        }
        Form::Message => {
            let line = |record: &Value| json!({"@timestamp": "2027-01-01T00:00:00Z", "message": diagnostic(log, record).to_string()});
            lines(&each(&line), &mut out)?;
        }
        Form::Splunk => {
            lines(&each(&|record| json!({"preview": false, "result": splunk_result(log, record)})), &mut out)?;
        }
        Form::SplunkCsv => csv(&each(&|record| splunk_result(log, record)), None, &mut out)?,
    }
    out.flush()
}

/// A document of Elasticsearch.
fn document(log: Log, record: &Value) -> Value {
    json!({"@timestamp": record["createdDateTime"], "event": {"dataset": "azure.signinlogs"},
        "azure": {"signinlogs": {"category": category(log), "properties": renamed(record, &snake_case)}}})
}

/// A row of Kibana: each value of a document under its whole path.
fn kibana_row(log: Log, record: &Value) -> Value {
    let time = record["createdDateTime"].as_str().and_then(|time| time.parse::<chrono::DateTime<chrono::Utc>>().ok());
    let mut row = Map::new();
    row.insert("@timestamp".to_owned(), json!(time.map(|time| time.format("%b %-d, %Y @ %H:%M:%S%.3f").to_string())));
    row.insert("_id".to_owned(), json!("Xq3"));
    row.insert("azure.signinlogs.category".to_owned(), json!(category(log)));
    flatten("azure.signinlogs.properties", &renamed(record, &snake_case), &mut row);
    Value::Object(row)
}

fn flatten(path: &str, value: &Value, row: &mut Map<String, Value>) {
    match value {
        Value::Object(properties) => {
            for (name, value) in properties {
                flatten(&format!("{path}.{name}"), value, row);
            }
        }
        Value::Null => {
            row.insert(path.to_owned(), json!("-"));
        }
        other => {
            row.insert(path.to_owned(), other.clone());
        }
    }
}

fn splunk_result(log: Log, record: &Value) -> Value {
    json!({"_time": record["createdDateTime"], "sourcetype": "azure:monitor:aad", "_raw": diagnostic(log, record).to_string()})
}

/// The names of the columns of some rows, and their values.
fn table(rows: &[Value]) -> (Vec<String>, Vec<Vec<Value>>) {
    let names = names_of(rows);
    let values = rows.iter().map(|row| names.iter().map(|name| row[name].clone()).collect()).collect();
    (names, values)
}

fn lines(records: &[Value], out: &mut impl Write) -> io::Result<()> {
    records.iter().try_for_each(|record| writeln!(out, "{record}"))
}

/// The name that diagnostic settings give a log.
fn category(log: Log) -> &'static str {
    match log {
        Log::Interactive => "SignInLogs",
        Log::NonInteractive => "NonInteractiveUserSignInLogs",
        Log::ServicePrincipal => "ServicePrincipalSignInLogs",
        Log::ManagedIdentity => "ManagedIdentitySignInLogs",
    }
}

/// An event of a diagnostic log. It says some things of the sign-in once more, in its own way.
fn diagnostic(log: Log, record: &Value) -> Value {
    json!({
        "time": record["createdDateTime"],
        "resourceId": format!("/tenants/{TENANT}/providers/Microsoft.aadiam"),
        "operationName": "Sign-in activity",
        "operationVersion": "1.0",
        "category": category(log),
        "tenantId": TENANT,
        "resultType": record["status"]["errorCode"].to_string(),
        "resultSignature": "None",
        "durationMs": 0,
        "callerIpAddress": record["ipAddress"],
        "correlationId": record["correlationId"],
        "identity": record["userDisplayName"],
        "Level": 4,
        "location": record["location"]["countryOrRegion"],
        "properties": record,
    })
}

/// A row of a table of Log Analytics; `as_text` where its nested values are JSON within texts.
fn azure_row(log: Log, record: &Value, as_text: bool) -> Value {
    let mut row = Map::new();
    let nested = |value: &Value| if as_text { Value::from(value.to_string()) } else { value.clone() };
    row.insert("TimeGenerated".to_owned(), record["createdDateTime"].clone());
    row.insert("ResourceId".to_owned(), json!(format!("/tenants/{TENANT}/providers/Microsoft.aadiam")));
    row.insert("ResultType".to_owned(), json!(record["status"]["errorCode"].to_string()));
    row.insert("ResultDescription".to_owned(), record["status"]["failureReason"].clone());
    row.insert("Identity".to_owned(), record["userDisplayName"].clone());
    row.insert("Category".to_owned(), json!(category(log)));
    row.insert("Location".to_owned(), record["location"]["countryOrRegion"].clone());
    for (name, value) in record.as_object().into_iter().flatten() {
        let name = match name.as_str() {
            "location" => "LocationDetails".to_owned(),
            "resourceId" => "ResourceIdentity".to_owned(),
            "appliedConditionalAccessPolicies" => "ConditionalAccessPolicies".to_owned(),
            "ipAddress" => "IPAddress".to_owned(),
            name => capital(name),
        };
        let value = if value.is_object() || value.is_array() { nested(value) } else { value.clone() };
        row.insert(name, value);
    }
    Value::Object(row)
}

/// What `ConvertTo-Json` makes of a sign-in.
fn power_shell(record: &Value, milliseconds: bool) -> Value {
    let mut record = renamed(record, &capital);
    if milliseconds
        && let Some(time) =
            record["CreatedDateTime"].as_str().and_then(|time| time.parse::<chrono::DateTime<chrono::Utc>>().ok())
    {
        record["CreatedDateTime"] = json!(format!("/Date({})/", time.timestamp_millis()));
    }
    record["AdditionalProperties"] = json!({});
    record
}

/// What `Export-Csv` leaves of it: nested values become the names of their types.
fn flattened(record: &Value) -> Value {
    let flat = |value: &Value| match value {
        Value::Object(_) => json!("Microsoft.Graph.PowerShell.Models.MicrosoftGraphObject"),
        Value::Array(_) => json!("System.Object[]"),
        other => other.clone(),
    };
    Value::Object(record.as_object().into_iter().flatten().map(|(name, value)| (name.clone(), flat(value))).collect())
}

/// The same value with other names of properties, at every depth.
fn renamed(value: &Value, name: &dyn Fn(&str) -> String) -> Value {
    match value {
        Value::Object(properties) => {
            Value::Object(properties.iter().map(|(key, value)| (name(key), renamed(value, name))).collect())
        }
        Value::Array(items) => items.iter().map(|item| renamed(item, name)).collect(),
        other => other.clone(),
    }
}

fn capital(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn snake_case(name: &str) -> String {
    let mut text = String::new();
    for c in name.chars() {
        if c.is_uppercase() && !text.ends_with('_') {
            text.push('_');
        }
        text.extend(c.to_lowercase());
    }
    text
}

fn names_of(rows: &[Value]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in rows.iter().filter_map(Value::as_object).flat_map(Map::keys) {
        if !names.contains(name) {
            names.push(name.clone());
        }
    }
    names
}

fn csv(rows: &[Value], first_line: Option<&str>, out: &mut impl Write) -> io::Result<()> {
    let names = names_of(rows);
    if let Some(line) = first_line {
        writeln!(out, "{line}")?;
    }
    let mut table = csv::Writer::from_writer(out);
    table.write_record(names.iter().map(|name| if name == "TimeGenerated" { "TimeGenerated [UTC]" } else { name }))?;
    for row in rows {
        table.write_record(names.iter().map(|name| match &row[name] {
            Value::Null => String::new(),
            Value::String(text) => text.clone(),
            other => other.to_string(),
        }))?;
    }
    table.flush()
}
