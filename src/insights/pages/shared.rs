//! Columns and tables that pages about credentials, policies, clients and places share.

use crate::fields::Field;
use crate::insights::{Ask, By, Heading, Measure, Sum, Table, fixed, table};

/// Different resources.
pub(super) fn resources() -> Measure {
    Measure::new("resources", "Resources", "", Sum::Different(By::Resources))
}

/// Different IP addresses.
pub(super) fn addresses() -> Measure {
    Measure::different("ips", "IP addresses", Field::Ip)
}

/// Different credentials by their key IDs.
pub(super) fn credentials() -> Measure {
    Measure::different("credentials", "Credentials", Field::CredentialKeyId)
        .about("Different key IDs. Managed identities and federated credentials have none")
}

/// Sign-ins, users, outcomes, and when last.
pub(super) fn usage() -> Vec<Measure> {
    let mut measures = vec![Measure::sign_ins(), Measure::users()];
    measures.extend(Measure::outcomes());
    measures.extend([Measure::last(), Measure::first(), Measure::trend()]);
    measures
}

/// A table of the values of a field.
pub(super) fn of_field(
    ask: &Ask<'_>,
    key: &'static str,
    title: &'static str,
    field: Field,
    measures: Vec<Measure>,
) -> Table {
    table(ask, Heading { key, title, of: field.title() }, By::Field(field), measures)
}

/// The error codes of those sign-ins that did not succeed.
pub(super) fn errors(ask: &Ask<'_>, of: Vec<Measure>) -> Table {
    let mut measures = vec![Measure::sign_ins()];
    measures.extend(of);
    of_field(&ask.only(&fixed("has:error_code -error_code:0")), "errors", "Errors", Field::ErrorCode, measures)
}

/// Users and applications of some of a page's sign-ins, a table each.
pub(super) fn who_and_what(
    ask: &Ask<'_>,
    users: Heading,
    applications: Heading,
    measures: impl Fn() -> Vec<Measure>,
) -> [Table; 2] {
    let with = |measure: Measure| {
        let mut all = measures();
        all.push(measure);
        all.push(Measure::last());
        all
    };
    [
        table(ask, users, By::Users, with(Measure::applications())),
        table(ask, applications, By::Applications, with(Measure::users())),
    ]
}
