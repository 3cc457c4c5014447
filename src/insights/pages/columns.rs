//! Columns and tables that several pages have.

use crate::fields::Field;
use crate::insights::{Ask, By, Heading, Measure, Sum, Table, Told, fixed, table};

/// Sign-ins, outcomes and when: what tables of applications and users have in common.
pub(super) fn usage(of: Vec<Measure>) -> Vec<Measure> {
    let mut measures = vec![Measure::sign_ins()];
    measures.extend(of);
    measures.extend(Measure::outcomes());
    measures.extend([Measure::last(), Measure::first(), Measure::trend()]);
    measures
}

/// Sign-ins, those that failed, and from when to when.
pub(super) fn seen(of: Vec<Measure>) -> Vec<Measure> {
    let mut measures = vec![Measure::sign_ins()];
    measures.extend(of);
    measures.extend([
        Measure::new("failure", "Failure", "status:failure", Sum::SignIns),
        Measure::success_rate(),
        Measure::first(),
        Measure::last(),
    ]);
    measures
}

/// Different countries.
pub(super) fn countries() -> Measure {
    Measure::different("countries", "Countries", Field::Country)
}

/// Different IP addresses.
pub(super) fn addresses() -> Measure {
    Measure::different("ips", "IP addresses", Field::Ip)
}

/// Different resources.
pub(super) fn resources() -> Measure {
    Measure::new("resources", "Resources", "", Sum::Different(By::Resources))
}

/// Different credentials by their key IDs.
pub(super) fn credentials() -> Measure {
    Measure::different("credentials", "Credentials", Field::CredentialKeyId)
        .about("Different key IDs. Managed identities and federated credentials have none")
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

/// The error codes, success left out, with what each means.
pub(super) fn errors(ask: &Ask<'_>, of: Vec<Measure>) -> Table {
    let mut measures = vec![Measure::told("meaning", "Meaning", Told::ErrorMeaning), Measure::sign_ins()];
    measures.extend(of);
    let heading = Heading { key: "errors", title: "Errors", of: "Error code" };
    let mut errors = table(ask, heading, By::Field(Field::ErrorCode), measures);
    errors.rows.retain(|row| !row.is_unknown && row.title != SUCCESS);
    errors
}

/// The error code of success.
const SUCCESS: &str = "0";

/// The sign-ins that tell an error code, success left out.
pub(super) fn with_error<'a>(ask: &Ask<'a>) -> Ask<'a> {
    ask.only(&fixed("has:error_code -error_code:0"))
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
