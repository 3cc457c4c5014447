//! The portal's CSV files: their columns, in order and as spelled since 2024, and where each value
//! comes from.

use std::borrow::Cow;
use std::io::{self, Write};

use csv::{QuoteStyle, Terminator, Writer, WriterBuilder};

use super::machines::Machine;
use super::sign_in::{SignIn, Subject};
use super::tenant::Person;
use super::{authentication::Step, codes::SUCCESS};

type Cell<'a> = Cow<'a, str>;
type Column = (&'static str, fn(&SignIn) -> Cell<'_>);

/// The columns of the interactive and non-interactive files.
#[rustfmt::skip]
pub static USER_COLUMNS: [Column; 57] = [
    ("Date (UTC)", |row| row.time_text().into()),
    ("Request ID", |row| text(&row.request_id)),
    ("User agent", |row| row.client.agent.into()),
    ("Correlation ID", |row| text(&row.correlation_id)),
    ("User ID", |row| optional(row.person().map(Person::id))),
    ("User", |row| row.person().map_or("", |person| person.name).into()),
    ("Username", |row| row.person().map(Person::username).unwrap_or_default().into()),
    ("User type", |row| row.user_type().unwrap_or_default().into()),
    ("Cross tenant access type", |row| row.cross_tenant_access.into()),
    ("Incoming token type", |row| row.token.incoming_token.into()),
    ("Authentication Protocol", |row| row.token.protocol.into()),
    ("Unique token identifier", |row| row.request_id.token_identifier().into()),
    ("Original transfer method", |row| row.token.transfer_method.into()),
    ("Client credential type", |row| row.token.credential.into()),
    ("Token Protection - Sign In Session", |row| row.token_protection().map_or("", |(status, _)| status).into()),
    ("Token Protection - Sign In Session StatusCode", |row| optional(row.token_protection().map(|(_, code)| code))),
    ("Application", |row| row.application.name.into()),
    ("Application ID ", |row| text(&row.application.id)),
    ("App owner tenant ID", |row| text(&row.application.owner.id)),
    ("Resource", |row| row.resource.name.into()),
    ("Resource ID ", |row| text(&row.resource.id)),
    ("Resource tenant ID", |row| text(&row.resource_tenant.id)),
    ("Resource owner tenant ID", |row| text(&row.resource.owner.id)),
    ("Home tenant ID", |row| text(&row.home_tenant().id)),
    ("Home tenant name", |row| row.home_tenant_name().into()),
    ("IP address", |row| optional(row.address)),
    ("Location", location),
    ("Status", |row| row.code.status.word().into()),
    ("Sign-in error code", error_code),
    ("Failure reason", |row| row.code.reason.into()),
    ("Client app", |row| row.client.kind.into()),
    ("Device ID", |row| optional(row.device_id())),
    ("Browser", |row| row.client.browser.into()),
    ("Operating System", |row| row.client.machine.map_or("", |machine| machine.operating_system).into()),
    ("Compliant", |row| flag(row.known_machine().is_some_and(|machine| machine.compliant))),
    ("Managed", |row| flag(row.known_machine().is_some_and(Machine::is_managed))),
    ("Join Type", |row| row.known_machine().map_or("", |machine| machine.join.text()).into()),
    ("Multifactor authentication result", |row| row.proof.result.unwrap_or_default().into()),
    ("Multifactor authentication auth method", |row| row.proof.second_factor.unwrap_or_default().into()),
    ("Multifactor authentication auth detail", |row| row.proof.phone_number.as_deref().unwrap_or_default().into()),
    ("Authentication requirement", |row| row.requirement().into()),
    ("Sign-in identifier", |row| row.identifier().unwrap_or_default().into()),
    ("Session ID", |row| optional(row.session_id)),
    ("IP address (seen by resource)", |row| optional(row.address_seen_by_resource)),
    ("Through Global Secure Access", |row| flag(row.global_secure_access.is_some())),
    ("Global Secure Access IP address", |row| optional(row.global_secure_access)),
    ("Autonomous system  number", |row| optional(row.network.map(|network| network.autonomous_system))),
    ("Flagged for review", |row| flag(row.flagged)),
    ("Token issuer type", |_| "AzureAD".into()),
    ("Incoming token type", |row| row.token.incoming_token.into()),
    ("Token issuer name", |_| "".into()),
    ("Latency", |row| text(&row.latency_ms)),
    ("Conditional Access", conditional_access),
    ("Managed Identity type", |_| "".into()),
    ("Associated Resource Id", |_| "".into()),
    ("Federated Token Id", |_| "".into()),
    ("Federated Token Issuer", |_| "".into()),
];

/// The columns of the service principal and managed identity files.
#[rustfmt::skip]
pub static APPLICATION_COLUMNS: [Column; 22] = [
    ("Date (UTC)", |row| row.time_text().into()),
    ("Request ID", |row| text(&row.request_id)),
    ("Correlation ID", |row| text(&row.correlation_id)),
    ("Service principal ID", |row| optional(workload(row).map(|(workload, _)| workload.service_principal_id()))),
    ("Service principal name", |row| workload(row).map_or("", |(workload, _)| workload.name).into()),
    ("Credential key ID", |row| optional(workload(row).and_then(|(workload, key)| workload.key_id(key)))),
    ("Credential thumbprint", |row| optional(workload(row).and_then(|(workload, _)| workload.thumbprint()))),
    ("Application", |row| row.application.name.into()),
    ("Application ID ", |row| text(&row.application.id)),
    ("App owner tenant ID", |row| text(&row.application.owner.id)),
    ("Resource", |row| row.resource.name.into()),
    ("Resource ID ", |row| text(&row.resource.id)),
    ("Resource tenant ID", |row| text(&row.resource_tenant.id)),
    ("Resource owner tenant ID", |row| text(&row.resource.owner.id)),
    ("Home tenant ID", |row| text(&row.home_tenant().id)),
    ("Home tenant name", |row| row.home_tenant_name().into()),
    ("IP address", |row| optional(row.address)),
    ("Location", location),
    ("Status", |row| row.code.status.word().into()),
    ("Sign-in error code", error_code),
    ("Failure reason", |row| row.code.reason.into()),
    ("Conditional Access", conditional_access),
];

/// The columns of the files of authentication details, which have one row per step.
pub static STEP_COLUMNS: [&str; 7] = [
    "Request ID",
    "Date (UTC)",
    "Authentication method",
    "Authentication method detail",
    "Succeeded",
    "Result detail",
    "Requirement",
];

/// Writes one row per sign-in.
pub fn write(out: impl Write, columns: &[Column], sign_ins: impl Iterator<Item = SignIn>) -> io::Result<()> {
    let mut csv = begin(out)?;
    csv.write_record(columns.iter().map(|(title, _)| title))?;
    for sign_in in sign_ins {
        csv.write_record(columns.iter().map(|(_, cell)| cell(&sign_in)).map(Bytes))?;
    }
    csv.flush()
}

/// Writes one row per authentication step.
pub fn write_steps(out: impl Write, sign_ins: impl Iterator<Item = SignIn>) -> io::Result<()> {
    let mut csv = begin(out)?;
    csv.write_record(STEP_COLUMNS)?;
    for sign_in in sign_ins {
        for step in &sign_in.proof.steps {
            csv.write_record(step_cells(&sign_in, step).map(Bytes))?;
        }
    }
    csv.flush()
}

fn step_cells<'a>(sign_in: &SignIn, step: &'a Step) -> [Cell<'a>; STEP_COLUMNS.len()] {
    [
        text(&sign_in.request_id),
        sign_in.step_time_text(step).into(),
        step.method.into(),
        step.detail.unwrap_or_default().into(),
        flag(step.succeeded),
        step.result.into(),
        step.requirement.into(),
    ]
}

/// The byte order mark, and a writer that quotes every cell.
fn begin<W: Write>(mut out: W) -> io::Result<Writer<W>> {
    out.write_all("\u{feff}".as_bytes())?;
    Ok(WriterBuilder::new().quote_style(QuoteStyle::Always).terminator(Terminator::CRLF).from_writer(out))
}

/// A cell as the CSV writer takes it.
struct Bytes<'a>(Cell<'a>);

impl AsRef<[u8]> for Bytes<'_> {
    fn as_ref(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

fn text(value: &impl ToString) -> Cell<'static> {
    value.to_string().into()
}

fn optional(value: Option<impl ToString>) -> Cell<'static> {
    value.map(|value| value.to_string()).unwrap_or_default().into()
}

fn flag(value: bool) -> Cell<'static> {
    if value { "true" } else { "false" }.into()
}

fn workload(row: &SignIn) -> Option<(&'static super::workloads::Workload, u32)> {
    match row.subject {
        Subject::Person(_) => None,
        Subject::Workload(workload, key) => Some((workload, key)),
    }
}

/// City, state and country, as many as there are.
fn location(row: &SignIn) -> Cell<'_> {
    let Some(network) = row.network else {
        return "".into();
    };
    let place = network.place;
    let known = [place.city, place.state, place.country].into_iter().filter(|part| !part.is_empty());
    known.collect::<Vec<_>>().join(", ").into()
}

/// Nothing for a sign-in that went well.
fn error_code(row: &SignIn) -> Cell<'_> {
    if *row.code == SUCCESS { "".into() } else { text(&row.code.number) }
}

fn conditional_access(row: &SignIn) -> Cell<'_> {
    match row.conditional_access() {
        "success" => "Success",
        "failure" => "Failure",
        _ => "Not Applied",
    }
    .into()
}
