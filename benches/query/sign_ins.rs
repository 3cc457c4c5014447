//! A million sign-ins as columns, and the same rows as a CSV file for `DuckDB`.

use std::collections::HashMap;
use std::io;
use std::net::{IpAddr, Ipv4Addr};
use std::path::Path;

use signin_lens::clock::Millis;
use signin_lens::columns::{Builder, Columns, RowId};
use signin_lens::fields::{Field, Log, Logs};
use signin_lens::record::{EventId, Record};

use super::generator::sign_in::{SignIn, Subject};
use super::generator::tenant::Person;
use super::generator::{self, Options};

/// The made-up company has some sixty people. A company with a million sign-ins a month has more: each
/// sign-in is given to one of so many copies of it, with people, programs and addresses of its own.
const COMPANIES: u128 = 50;

/// The columns of the table in `DuckDB`: our field, and its type there.
pub const COLUMNS: [(Field, &str); 28] = [
    (Field::Log, "VARCHAR"),
    (Field::Time, "TIMESTAMP"),
    (Field::RequestId, "UUID"),
    (Field::CorrelationId, "UUID"),
    (Field::User, "VARCHAR"),
    (Field::Username, "VARCHAR"),
    (Field::UserId, "UUID"),
    (Field::UserType, "VARCHAR"),
    (Field::ServicePrincipal, "VARCHAR"),
    (Field::ServicePrincipalId, "UUID"),
    (Field::App, "VARCHAR"),
    (Field::AppId, "UUID"),
    (Field::Resource, "VARCHAR"),
    (Field::ResourceId, "UUID"),
    (Field::Ip, "VARCHAR"),
    (Field::City, "VARCHAR"),
    (Field::Country, "VARCHAR"),
    (Field::Status, "VARCHAR"),
    (Field::ErrorCode, "INTEGER"),
    (Field::FailureReason, "VARCHAR"),
    (Field::ConditionalAccess, "VARCHAR"),
    (Field::AuthRequirement, "VARCHAR"),
    (Field::ClientApp, "VARCHAR"),
    (Field::Browser, "VARCHAR"),
    (Field::Os, "VARCHAR"),
    (Field::DeviceName, "VARCHAR"),
    (Field::UserAgent, "VARCHAR"),
    (Field::Latency, "INTEGER"),
];

/// The columns of so many sign-ins, over four logs and thirty days.
pub fn columns(records: usize) -> Columns {
    let mut builder = Builder::default();
    let options = Options { records, ..Options::default() };
    for (number, sign_in) in generator::generate(&options).enumerate() {
        builder.push(EventId(number as i64 + 1), &record(&sign_in));
    }
    builder.finish()
}

fn record(sign_in: &SignIn) -> Record<'static> {
    let log = match sign_in.log {
        generator::Log::Interactive => Log::Interactive,
        generator::Log::NonInteractive => Log::NonInteractive,
        generator::Log::ServicePrincipal => Log::ServicePrincipal,
        generator::Log::ManagedIdentity => Log::ManagedIdentity,
    };
    let request_id = sign_in.request_id.to_string();
    let digits = u128::from_str_radix(&request_id.replace('-', ""), 16).unwrap_or(0);
    let company = (digits >> 100) % COMPANIES;
    let mut record = Record::new(log, Millis(sign_in.time.timestamp_millis()));
    let mut set = |field, text: String| record.set(field, text);
    match sign_in.subject {
        Subject::Person(person) => {
            set(Field::User, format!("{} {company}", person.name));
            set(Field::Username, format!("{company}.{}", person.username()));
            set(Field::UserId, of_company(&person.id().to_string(), company));
        }
        Subject::Workload(workload, _) => {
            set(Field::ServicePrincipal, format!("{} {company}", workload.name));
            set(Field::ServicePrincipalId, of_company(&workload.service_principal_id().to_string(), company));
        }
    }
    set(Field::RequestId, request_id);
    set(Field::CorrelationId, sign_in.correlation_id.to_string());
    set(Field::UserType, sign_in.user_type().unwrap_or_default().to_owned());
    set(Field::App, sign_in.application.name.to_owned());
    set(Field::AppId, sign_in.application.id.to_string());
    set(Field::Resource, sign_in.resource.name.to_owned());
    set(Field::ResourceId, sign_in.resource.id.to_string());
    set(Field::Ip, sign_in.address.map(|address| address_of_company(address, company)).unwrap_or_default());
    set(Field::City, sign_in.network.map_or("", |network| network.place.city).to_owned());
    set(Field::Country, sign_in.network.map_or("", |network| network.place.country).to_owned());
    set(Field::Status, sign_in.code.status.word().to_lowercase());
    set(Field::ErrorCode, sign_in.code.number.to_string());
    set(Field::FailureReason, sign_in.code.reason.to_owned());
    set(Field::ConditionalAccess, sign_in.conditional_access().to_owned());
    set(Field::AuthRequirement, sign_in.person().map_or("", |_: &Person| sign_in.requirement()).to_owned());
    set(Field::ClientApp, sign_in.client.kind.to_owned());
    set(Field::Browser, sign_in.client.browser.to_owned());
    set(Field::Os, sign_in.client.machine.map_or("", |machine| machine.operating_system).to_owned());
    set(Field::DeviceName, sign_in.device_name().map(|name| format!("{name}-{company}")).unwrap_or_default());
    set(Field::UserAgent, sign_in.client.agent.to_owned());
    set(Field::Latency, sign_in.latency_ms.to_string());
    record
}

fn of_company(id: &str, company: u128) -> String {
    format!("{company:08x}{}", &id[8..])
}

fn address_of_company(address: IpAddr, company: u128) -> String {
    match address {
        IpAddr::V4(address) => Ipv4Addr::from_bits(address.to_bits().wrapping_add((company as u32) << 8)).to_string(),
        IpAddr::V6(address) => std::net::Ipv6Addr::from_bits(address.to_bits() | company << 64).to_string(),
    }
}

/// Writes the rows, log by log and newest first, each with its number in [`Columns`].
pub fn write_csv(columns: &Columns, path: &Path) -> io::Result<()> {
    let mut csv = csv::Writer::from_path(path)?;
    csv.write_record(std::iter::once("row").chain(COLUMNS.iter().map(|(field, _)| field.key())))?;
    let mut times: HashMap<Millis, String> = HashMap::new();
    for row in columns.rows_of_all(Logs::ALL) {
        csv.write_field(row.0.to_string())?;
        for (field, _) in COLUMNS {
            if field == Field::Time {
                let time = columns.time(row);
                csv.write_field(times.entry(time).or_insert_with(|| time.iso()))?;
            } else {
                csv.write_field(columns.value(field, row).unwrap_or_default().as_ref())?;
            }
        }
        csv.write_record(None::<&[u8]>)?;
    }
    csv.flush()
}

/// The `CREATE TABLE` of these rows.
pub fn create_table(path: &Path) -> String {
    let columns: Vec<String> = std::iter::once("'row': 'INTEGER'".to_owned())
        .chain(COLUMNS.iter().map(|(field, kind)| format!("'{}': '{kind}'", field.key())))
        .collect();
    format!(
        "CREATE TABLE sign_in AS SELECT * FROM read_csv('{}', header = true, columns = {{{}}})",
        path.display(),
        columns.join(", ")
    )
}

/// A row of the newest sign-ins of a log, to ask for its identifiers.
pub fn some_row(columns: &Columns) -> RowId {
    let rows = columns.rows_of(Log::Interactive);
    rows.get(rows.len() / 2).copied().unwrap_or(RowId(0))
}
