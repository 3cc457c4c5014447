//! Tables whose columns have the names of properties: exports of Log Analytics, what PowerShell and collecting tools
//! write as CSV, and the `rows` of the query API.

use std::cell::OnceCell;

use super::audit_columns::{AuditCells, AuditColumns};
use super::csv_table::Header;
use super::json::JsonReader;
use super::json_found::Found;
use super::local_time::Local;
use super::mapping::Mapping;
use super::names::{Names, Target, zone_of};
use crate::fields::{Field, Log, Report};
use crate::record::Record;

/// What the columns of a table hold, by their names.
#[derive(Debug)]
pub(super) struct Columns {
    targets: Vec<Option<Target>>,
    /// The field that a plain text in a column stands for, with the rank of this source of it.
    fields: Vec<Option<(Field, u8)>>,
}

impl Columns {
    pub(super) fn new(names: &Names, columns: &[String]) -> Self {
        let targets: Vec<_> = columns.iter().map(|name| names.find(Names::ROOT, name)).collect();
        let field = |target: &Option<Target>| match (*target)? {
            Target::Field(field, place) => Some((field, place)),
            Target::Object(node) => names.text_of(node),
            _ => None,
        };
        Self { fields: targets.iter().map(field).collect(), targets }
    }

    /// Whether a column holds values of this field.
    pub(super) fn has(&self, field: Field) -> bool {
        self.best(field).is_some()
    }

    /// The place of the best column of this field.
    pub(super) fn best(&self, field: Field) -> Option<usize> {
        let known = self.fields.iter().enumerate().filter_map(|(at, known)| Some((at, (*known)?)));
        let ranked = known.filter(|(_, (known, _))| *known == field).map(|(at, (_, place))| (place, at));
        ranked.min().map(|(_, at)| at)
    }

    /// The field of the column of this place.
    pub(super) fn field(&self, at: usize) -> Option<Field> {
        self.fields.get(at).copied().flatten().map(|(field, _)| field)
    }

    /// Whether anything is made of the column of this place.
    pub(super) fn reads(&self, at: usize) -> bool {
        self.targets.get(at).is_some_and(Option::is_some)
    }

    /// The place of a column that holds whole records as text.
    pub(super) fn record_at(&self) -> Option<usize> {
        self.targets.iter().position(|target| *target == Some(Target::Record))
    }

    /// The place of the column whose name tells the clock: that with the dates, else that with whole records.
    pub(super) fn clock_at(&self) -> Option<usize> {
        self.best(Field::Time).or_else(|| self.record_at())
    }

    /// The clock that the name of this column tells; UTC if it tells none.
    pub(super) fn clock(&self, names: &[String]) -> Local {
        let name = self.clock_at().and_then(|at| names.get(at));
        name.and_then(|name| Local::from_name(zone_of(name)?)).unwrap_or_default()
    }

    /// How many columns hold something of a sign-in.
    pub(super) fn known(&self) -> usize {
        self.targets.iter().flatten().filter(|target| !matches!(target, Target::Category | Target::Record)).count()
    }

    /// Whether a column tells the log of each row.
    pub(super) fn tell_log(&self) -> bool {
        let tells = |target: &Target| matches!(target, Target::Category | Target::EventTypes | Target::IsInteractive);
        self.targets.iter().flatten().any(tells) || self.has(Field::Log)
    }

    /// Whether the columns are enough for records of a report: a date and some more; of sign-ins those who signed in,
    /// and to what, from where or with which outcome.
    pub(super) fn are_of(&self, report: Report) -> bool {
        let has = |fields: &[Field]| fields.iter().any(|field| self.has(*field));
        let who = [Field::User, Field::Username, Field::UserId, Field::ServicePrincipal, Field::ServicePrincipalId];
        let is_told = report != Report::SignIns
            || has(&who) && has(&[Field::App, Field::AppId, Field::Ip, Field::ErrorCode, Field::Status]);
        self.has(Field::Time) && is_told && self.known() >= 4
    }
}

/// Decodes rows of such a table.
#[derive(Debug)]
pub(super) struct PropertyTable {
    header: Header,
    columns: Columns,
    /// What the columns hold in rows of another report.
    others: OfOthers,
    /// The numbered columns that audit downloads have.
    audit: Option<AuditColumns>,
    json: JsonReader,
}

/// What the columns of a table hold in rows that tell that they belong to another report: one table can hold several, as
/// the union of two in Log Analytics does, and what a name means depends on the report.
#[derive(Debug, Default)]
struct OfOthers([OnceCell<Columns>; Report::COUNT]);

impl OfOthers {
    fn of(&self, report: Report, names: &[String]) -> &Columns {
        self.0[report as usize].get_or_init(|| Columns::new(&Names::of_columns(report), names))
    }
}

impl PropertyTable {
    /// A reader of a CSV with this header.
    pub(super) fn of_csv(header: Header, log: Log, day_first: bool) -> Self {
        let names = Names::of_columns(log.report());
        let columns = Columns::new(&names, header.names());
        let audit = (log == Log::Audit).then(|| AuditColumns::new(header.names()));
        let local = columns.clock(header.names());
        let json = JsonReader::new(names, log, day_first).making_ids().by_clock(local);
        Self { columns, others: OfOthers::default(), audit, header, json }
    }

    /// A reader of a CSV whose columns are assigned.
    pub(super) fn mapped(header: Header, mapping: &Mapping) -> Self {
        let target = |name: &String| mapping.field_of(name).map(|field| Target::Field(field, 0));
        let targets = header.names().iter().map(target).collect();
        let columns = Columns { targets, fields: Vec::new() };
        Self { columns, others: OfOthers::default(), audit: None, header, json: JsonReader::mapped(mapping) }
    }

    pub(super) fn header(&self) -> &Header {
        &self.header
    }

    /// The sign-in of a row, or why it is none.
    pub(super) fn sign_in<'a>(&self, row: &'a str) -> Result<Record<'a>, String> {
        let mut found = self.json.begin();
        let mut numbered = AuditCells::default();
        self.header.each_cell(row, |at, cell| match (self.columns.targets.get(at), &self.audit) {
            (Some(Some(target)), _) => self.json.take(*target, cell, &mut found),
            (_, Some(audit)) => audit.take(at, cell, &mut numbered),
            _ => {}
        })?;
        if let Some(log) = found.log_of_other_report() {
            let columns = self.others.of(log.report(), self.header.names());
            let mut other = Found::new(log, log.report(), 0);
            self.header.each_cell(row, |at, cell| {
                if let Some(Some(target)) = columns.targets.get(at) {
                    self.json.take(*target, cell, &mut other);
                }
            })?;
            found = found.or_of_other_report(other);
        } else if self.audit.is_some() {
            numbered.fill(&mut found.record);
        }
        self.json.finish(found)
    }
}

/// Decodes rows that are JSON lists of values.
#[derive(Debug)]
pub(super) struct JsonRows {
    names: Vec<String>,
    columns: Columns,
    /// What the columns hold in rows of another report.
    others: OfOthers,
    json: JsonReader,
}

impl JsonRows {
    /// A reader of rows of these columns, given as a JSON list of names; `None` if it is none.
    pub(super) fn new(columns: &str, log: Log, day_first: bool) -> Option<Self> {
        let names: Vec<String> = serde_json::from_str(columns).ok()?;
        let of_columns = Names::of_columns(log.report());
        let columns = Columns::new(&of_columns, &names);
        let local = columns.clock(&names);
        let json = JsonReader::new(of_columns, log, day_first).making_ids().by_clock(local);
        Some(Self { names, columns, others: OfOthers::default(), json })
    }

    /// The sign-in of a row, or why it is none.
    pub(super) fn sign_in<'a>(&self, row: &'a str) -> Result<Record<'a>, String> {
        self.json.finish(self.found(row)?)
    }

    /// The date of a row as it stands there; empty if there is none.
    pub(super) fn date(&self, row: &str) -> Result<String, String> {
        Ok(self.found(row)?.date())
    }

    fn found<'a>(&self, row: &'a str) -> Result<Found<'a>, String> {
        let found = self.json.walk_row(row, &self.columns.targets, self.json.begin())?;
        let Some(log) = found.log_of_other_report() else { return Ok(found) };
        let columns = self.others.of(log.report(), &self.names);
        let other = self.json.walk_row(row, &columns.targets, Found::new(log, log.report(), 0))?;
        Ok(found.or_of_other_report(other))
    }

    /// The columns of a row with its values, as text.
    pub(super) fn pairs(&self, row: &str) -> Vec<(String, String)> {
        let values: Vec<serde_json::Value> = serde_json::from_str(row).unwrap_or_default();
        let text = |value: serde_json::Value| match value {
            serde_json::Value::String(text) => text,
            serde_json::Value::Null => String::new(),
            other => other.to_string(),
        };
        self.names.iter().cloned().zip(values.into_iter().map(text)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Millis;

    #[test]
    fn rows_of_two_reports_in_one_table_are_each_read_by_their_own_names() {
        let header =
            "TimeGenerated [UTC],Type,Id,ResultType,UserPrincipalName,AppDisplayName,ActivityDisplayName,Result";
        let table = PropertyTable::of_csv(Header::new(header), Log::Audit, false);
        let sign_in =
            table.sign_in("2026-10-05T08:00:00Z,SigninLogs,r1,50126,zoe@example.com,Mail,,").expect("a sign-in");
        assert_eq!((sign_in.log, sign_in.get(Field::ErrorCode)), (Log::Interactive, Some("50126")));
        let audit = table.sign_in("2026-10-05T08:00:00Z,AuditLogs,a1,,,,Update user,success").expect("an audit event");
        assert_eq!((audit.log, audit.get(Field::Activity)), (Log::Audit, Some("Update user")));
        let names = r#"["TimeGenerated","Type","Id","ResultType","UserPrincipalName","AppDisplayName"]"#;
        let rows = JsonRows::new(names, Log::Audit, false).expect("a list of names");
        let row = r#"["2026-10-05T08:00:00Z","SigninLogs","r1","50126","zoe@example.com","Mail"]"#;
        assert_eq!(rows.sign_in(row).expect("a sign-in").get(Field::ErrorCode), Some("50126"));
    }

    const HEADER: &str = "TimeGenerated [UTC],ResourceId,ResultType,ResultDescription,Identity,Location,AppDisplayName,\
                          AppliedConditionalAccessPolicies,AuthenticationDetails,CreatedDateTime [UTC],DeviceDetail,Id,\
                          IPAddress,LocationDetails,Status,UserPrincipalName,Category";

    #[test]
    fn a_row_of_log_analytics_becomes_a_sign_in() {
        let table = PropertyTable::of_csv(Header::new(HEADER), Log::Interactive, false);
        let row = concat!(
            r#""6/15/2026, 12:40:24.178 PM",/tenants/1/providers/Microsoft.aadiam,50126,Wrong password,Zo"#,
            "\u{eb}",
            r#" Berg,NO,Mail,"[{""displayName"":""MFA"",""result"":""failure""}]","[{""authenticationMethod"":""Password"",""succeeded"":false}]","6/15/2026, 12:35:28.806 PM","{""operatingSystem"":""Windows10"",""isCompliant"":false}",R1,203.0.113.5,"{""city"":""Oslo"",""countryOrRegion"":""NO""}","{""errorCode"":50126,""failureReason"":""Invalid""}",zoe@example.com,NonInteractiveUserSignInLogs"#
        );
        let record = table.sign_in(row).expect("a sign-in");
        for (field, expected) in [
            (Field::RequestId, Some("R1")),
            (Field::User, Some("Zo\u{eb} Berg")),
            (Field::ErrorCode, Some("50126")),
            (Field::FailureReason, Some("Invalid")),
            (Field::ResourceId, None),
            (Field::City, Some("Oslo")),
            (Field::Country, Some("NO")),
            (Field::Os, Some("Windows10")),
            (Field::Compliant, Some("false")),
            (Field::Policy, Some("MFA")),
            (Field::AuthMethod, Some("Password")),
            (Field::Username, Some("zoe@example.com")),
        ] {
            assert_eq!(record.get(field), expected, "{}", field.key());
        }
        assert_eq!(record.log, Log::NonInteractive);
        assert_eq!(record.time.iso(), "2026-06-15T12:35:28.806Z");
        assert_eq!(record.steps.len(), 1);
    }

    #[test]
    fn rows_of_the_query_api_are_read_by_their_columns() {
        let columns = r#"["TimeGenerated","UserPrincipalName","AppDisplayName","Status","Id"]"#;
        let rows = JsonRows::new(columns, Log::Interactive, false).expect("a list of names");
        let row = r#"["2026-10-05T08:19:41Z","zoe@example.com","Mail","{\"errorCode\":0}",null]"#;
        let record = rows.sign_in(row).expect("a sign-in");
        assert_eq!(record.get(Field::Username), Some("zoe@example.com"));
        assert_eq!(record.get(Field::Status), Some("success"));
        assert!(record.get(Field::RequestId).is_some_and(|id| id.starts_with("row-")), "it has none of its own");
        assert!(rows.sign_in("[1,2]").is_err());
        assert_eq!(rows.pairs(row)[1], ("UserPrincipalName".to_owned(), "zoe@example.com".to_owned()));
    }

    #[test]
    fn what_powershell_prints_for_objects_is_read_and_type_names_are_nothing() {
        let header = Header::new("Id,CreatedDateTime,UserPrincipalName,AppDisplayName,Status,Location,DeviceDetail");
        let table = PropertyTable::of_csv(header, Log::Interactive, true);
        let row = "r1,04/12/2025 08:19:41,zoe@example.com,Mail,\"class SignInStatus {\n  ErrorCode: 50126\n  \
                   FailureReason: Invalid: yes\n}\",Microsoft.Graph.PowerShell.Models.MicrosoftGraphSignInLocation,x";
        let record = table.sign_in(row).expect("a sign-in");
        assert_eq!(record.time, Millis::from_iso("2025-12-04T08:19:41Z").expect("a moment"));
        assert_eq!(record.get(Field::ErrorCode), Some("50126"));
        assert_eq!(record.get(Field::FailureReason), Some("Invalid: yes"));
        assert_eq!(record.get(Field::Location), None);
    }
}
