//! Columns that several pages have.

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
    Measure::new("countries", "Countries", "", Sum::Different(By::Field(Field::Country)))
}

/// Different IP addresses.
pub(super) fn addresses() -> Measure {
    Measure::new("ips", "IP addresses", "", Sum::Different(By::Field(Field::Ip)))
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
