//! Names that some records tell and others lack.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use super::TextBuilder;
use crate::clock::Millis;
use crate::columns::Codes;
use crate::columns::directory::is_object_id;
use crate::fields::{Field, ZERO_ID, fold, lower};

/// Identifiers and the names they give.
const NAMED_BY: [(Field, Field); 6] = [
    (Field::UserId, Field::User),
    (Field::UserId, Field::Username),
    (Field::AppId, Field::App),
    (Field::ResourceId, Field::Resource),
    (Field::ServicePrincipalId, Field::ServicePrincipal),
    (Field::HomeTenantId, Field::HomeTenantName),
];

/// Fills names where they are missing; there is a column of every field.
pub(super) fn fill(columns: &mut [TextBuilder], times: &[Millis]) {
    for (id, name) in NAMED_BY {
        fill_names(columns, times, id, name);
    }
    fill_users(columns, times);
}

/// Fills `name` where it is missing, or only repeats the identifier, from the newest row that has the
/// same `id` and a real name.
fn fill_names(columns: &mut [TextBuilder], times: &[Millis], id: Field, name: Field) {
    let Ok([ids, names]) = columns.get_disjoint_mut([id as usize, name as usize]) else {
        unreachable!("an identifier and its name are two fields")
    };
    // The zero identifier is nobody's, so it gives nobody's name.
    let nobody = ids.texts.iter().position(|text| &**text == ZERO_ID).map_or(0, |place| place as u32 + 1);
    // Names that are no names: a GUID stands in their place.
    let real: Vec<bool> = std::iter::once(false).chain(names.texts.iter().map(|text| !looks_like_guid(text))).collect();
    let mut newest: Vec<(Millis, u32)> = vec![(Millis(i64::MIN), 0); ids.texts.len() + 1];
    for (row, time) in times.iter().enumerate() {
        let (id, name) = (ids.codes.get(row), names.codes.get(row));
        let known = &mut newest[id as usize];
        if id != 0 && id != nobody && real[name as usize] && *time >= known.0 {
            *known = (*time, name);
        }
    }
    for row in 0..times.len() {
        let name = newest[ids.codes.get(row) as usize].1;
        if name != 0 && !real[names.codes.get(row) as usize] {
            names.codes.set(row, name);
        }
    }
}

/// Whose a user principal name is.
#[derive(Clone, Copy)]
enum Owner {
    /// No record with the name tells an object ID.
    Untold,
    /// Of the only object ID, given by its code.
    Sole(u32),
    /// Of several: it was given to somebody else.
    Several,
}

/// What the records with a user principal name, in whatever case, tell of its user.
struct Called {
    owner: Owner,
    /// The time and the code of the newest display name.
    name: Option<(Millis, u32)>,
}

/// Gives a user to the rows that tell a user principal name and no display name: the newest display name that other
/// rows tell of the user principal name, unless several users have it, and else the user principal name itself. What
/// is shown of such a row is then what it is sorted, grouped, filtered and exported by.
fn fill_users(columns: &mut [TextBuilder], times: &[Millis]) {
    let wanted = [Field::UserId, Field::Username, Field::User].map(|field| field as usize);
    let Ok([ids, usernames, users]) = columns.get_disjoint_mut(wanted) else { unreachable!("these are three fields") };
    if !(0..times.len()).any(|row| users.codes.get(row) == 0 && usernames.codes.get(row) != 0) {
        return;
    }
    if users.codes.is_zero() {
        users.codes = Codes::zeros(times.len(), 1);
    }
    let are_object_ids: Vec<bool> =
        std::iter::once(false).chain(ids.texts.iter().map(|text| is_object_id(text))).collect();
    let mut called: Vec<Called> = Vec::new();
    let mut places: HashMap<String, usize, FixedState> = HashMap::default();
    let place_of: Vec<usize> = usernames
        .texts
        .iter()
        .map(|text| {
            *places.entry(lower(text)).or_insert_with(|| {
                called.push(Called { owner: Owner::Untold, name: None });
                called.len() - 1
            })
        })
        .collect();
    let place = |username: u32| (username as usize).checked_sub(1).and_then(|at| place_of.get(at)).copied();
    let is_real: Vec<bool> = std::iter::once(false)
        .chain(users.texts.iter().map(|text| !looks_like_guid(text) && !places.contains_key(&lower(text))))
        .collect();
    for (row, time) in times.iter().enumerate() {
        let Some(of) = place(usernames.codes.get(row)).and_then(|place| called.get_mut(place)) else { continue };
        let (id, user) = (ids.codes.get(row), users.codes.get(row));
        if are_object_ids[id as usize] {
            of.owner = match of.owner {
                Owner::Untold => Owner::Sole(id),
                Owner::Sole(known) if known == id => Owner::Sole(known),
                Owner::Sole(_) | Owner::Several => Owner::Several,
            };
        }
        if is_real[user as usize] && of.name.is_none_or(|(newest, _)| *time >= newest) {
            of.name = Some((*time, user));
        }
    }
    let mut by_text: HashMap<Box<str>, u32, FixedState> = HashMap::default();
    by_text.extend(users.texts.iter().cloned().zip(1..));
    for row in 0..times.len() {
        if users.codes.get(row) != 0 {
            continue;
        }
        let username = usernames.codes.get(row);
        let Some(of) = place(username).and_then(|place| called.get(place)) else { continue };
        let user = match (of.owner, of.name) {
            (Owner::Untold | Owner::Sole(_), Some((_, name))) => name,
            (Owner::Several, _) | (_, None) => {
                let text = &usernames.texts[username as usize - 1];
                super::lookup_or_add(&mut by_text, &mut users.texts, text)
            }
        };
        users.codes.set(row, user);
    }
}

fn looks_like_guid(text: &str) -> bool {
    text.len() == 36 && fold(text).len() == 32 && fold(text).bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use crate::clock::{Clock, Millis};
    use crate::columns::{Builder, Columns, RowId};
    use crate::fields::{Field, Log};
    use crate::record::{EventId, Record};

    const ANNA: &str = "11111111-2222-4333-8444-555555555501";
    const BEN: &str = "11111111-2222-4333-8444-555555555502";

    fn users(records: &[(Log, &[(Field, &'static str)])]) -> Vec<String> {
        let mut builder = Builder::default();
        for (at, (log, values)) in records.iter().enumerate() {
            let mut record = Record::new(*log, Millis(1_000 * at as i64));
            for (field, value) in *values {
                record.set(*field, *value);
            }
            builder.push(EventId(at as i64 + 1), &record);
        }
        let columns: Columns = builder.finish();
        let shown = |row| columns.display(Field::User, row, &Clock::default()).into_owned();
        let stored = |row| columns.value(Field::User, row).unwrap_or_default().into_owned();
        let rows = (0..columns.len() as u32).map(RowId);
        rows.inspect(|row| assert_eq!(shown(*row), stored(*row), "what is shown is what is sorted and exported"))
            .map(stored)
            .collect()
    }

    #[test]
    fn a_user_without_a_display_name_is_called_by_the_user_principal_name() {
        let told = users(&[
            (
                Log::Interactive,
                &[(Field::UserId, ANNA), (Field::Username, "anna@a.example"), (Field::User, "Anna Berg")],
            ),
            (Log::Activity, &[(Field::Username, "ANNA@a.example")]),
            (Log::Activity, &[(Field::Username, "carl@a.example")]),
            (Log::ServicePrincipal, &[(Field::ServicePrincipal, "Payroll")]),
        ]);
        assert_eq!(told, ["Anna Berg", "Anna Berg", "carl@a.example", ""]);
    }

    #[test]
    fn a_user_principal_name_of_two_users_gives_neither_the_name_of_the_other() {
        let told = users(&[
            (
                Log::Interactive,
                &[(Field::UserId, ANNA), (Field::Username, "sales@a.example"), (Field::User, "Anna Berg")],
            ),
            (Log::Interactive, &[(Field::UserId, BEN), (Field::Username, "sales@a.example")]),
            (Log::Activity, &[(Field::Username, "sales@a.example")]),
        ]);
        assert_eq!(told, ["Anna Berg", "sales@a.example", "sales@a.example"]);
    }
}
