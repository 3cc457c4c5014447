//! Places as entities: a city with its state and country.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use super::entity::{Entities, Entity};
use super::numbering::{Numbered, numbered, renumber};
use crate::columns::{Columns, RowId};
use crate::fields::{Field, lower};
use crate::query::Query;
use crate::reference::countries;

const FIELDS: [Field; 3] = [Field::City, Field::State, Field::Country];

/// The places of these rows. Spellings that differ only in case are one.
pub(super) fn of(columns: &Columns, rows: &[RowId]) -> Entities {
    let fields = FIELDS.map(|field| columns.text_column(field));
    let codes_of = |place: usize| fields.map(|column| column.code(rows[place]));
    let Numbered { keys, mut numbers } = numbered(rows.len(), fields[0].dictionary.len() + 1, codes_of);
    let mut known: Vec<Entity> = Vec::new();
    let mut of_texts: HashMap<[String; 3], u32, FixedState> = HashMap::default();
    let of_key = |(codes, _): ([u32; 3], u64)| {
        let texts = [0, 1, 2].map(|at| fields[at].dictionary.text(codes[at]).unwrap_or_default());
        *of_texts.entry(texts.map(lower)).or_insert_with(|| {
            known.push(place(texts));
            known.len() as u32 - 1
        })
    };
    let place_of: Vec<u32> = keys.into_iter().map(of_key).collect();
    renumber(&mut numbers, &place_of);
    Entities::single(known, numbers)
}

fn place(texts: [&str; 3]) -> Entity {
    let [city, state, country] = texts;
    let named = [city, state, countries::name(country).unwrap_or(country)];
    let named: Vec<&str> = named.into_iter().filter(|text| !text.is_empty()).collect();
    let filter = FIELDS
        .into_iter()
        .zip(texts)
        .fold(Query::default(), |filter, (field, text)| filter.set_values(field, &[text.to_owned()]));
    let title = if named.is_empty() { "Not known".to_owned() } else { named.join(", ") };
    Entity { title, detail: None, filter, is_unknown: named.is_empty() }
}
