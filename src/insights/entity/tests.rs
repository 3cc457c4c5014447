//! Who is told apart, and by which filter each is found.

use super::*;
use crate::clock::{Clock, Millis};
use crate::columns::Builder;
use crate::fields::Log;
use crate::query::{Scope, select};
use crate::record::{EventId, Record};

const ANNA: &str = "11111111-2222-4333-8444-555555555501";
const BEN: &str = "11111111-2222-4333-8444-555555555502";

/// Sign-ins of two, and what the audit log of Microsoft 365 tells of one of them by the user principal name alone.
fn tenant() -> Columns {
    let rows: [(Log, &[(Field, &'static str)]); 4] = [
        (Log::Interactive, &[(Field::UserId, ANNA), (Field::Username, "anna@a.example"), (Field::User, "Anna Berg")]),
        (Log::Interactive, &[(Field::UserId, BEN), (Field::Username, "ben@a.example")]),
        (Log::Activity, &[(Field::Username, "Anna@a.example")]),
        (Log::Activity, &[(Field::UserId, "10032000"), (Field::Username, "anna@a.example")]),
    ];
    let mut builder = Builder::default();
    for (at, (log, values)) in rows.into_iter().enumerate() {
        let mut record = Record::new(log, Millis(1_000 * at as i64));
        for (field, value) in values {
            record.set(*field, *value);
        }
        builder.push(EventId(at as i64 + 1), &record);
    }
    builder.finish()
}

/// The title of each user, with how many rows the filter of the user finds.
fn users(columns: &Columns) -> Vec<(String, usize)> {
    let rows: Vec<RowId> = (0..columns.len() as u32).map(RowId).collect();
    let scope = Scope::new(columns, Clock::default());
    let found = |entity: &Entity| select(&scope, Logs::of(&Log::ALL), &entity.filter).len();
    let entities = Entities::of(columns, &rows, By::Users);
    entities.known.iter().map(|entity| (entity.title.clone(), found(entity))).collect()
}

#[test]
fn users_are_as_many_with_names_as_without_whichever_are_asked_for_first() {
    let named = [("Anna Berg".to_owned(), 3), ("ben@a.example".to_owned(), 1)];
    let hidden = [("User 1".to_owned(), 3), ("User 2".to_owned(), 1)];
    let real = tenant();
    let private = real.made_private();
    assert_eq!(users(&private), hidden);
    assert_eq!(users(&real), named, "what was asked without names gives none here");
    let real = tenant();
    assert_eq!(users(&real), named);
    let private = real.made_private();
    assert_eq!(users(&private), hidden);
    let again = real.with_annotations(&[]).made_private_after(Some((&real, &private)));
    assert_eq!(users(&again), hidden);
}

#[test]
fn no_filter_for_a_user_tells_a_name_that_is_hidden() {
    let real = tenant();
    let _ = users(&real);
    let private = real.made_private();
    let rows: Vec<RowId> = (0..private.len() as u32).map(RowId).collect();
    for entity in Entities::of(&private, &rows, By::Users).known {
        let told = format!("{} {:?} {}", entity.title, entity.detail, entity.filter).to_lowercase();
        assert!(!["anna", "ben@", ANNA, BEN].iter().any(|name| told.contains(name)), "{told}");
    }
}
