//! Where sign-ins came from, by coordinates.

use std::cmp::Reverse;

use super::ask::Ask;
use super::counting::Counting;
use super::entity::{By, Entities};
use super::numbering::numbered;
use super::page::{Place, Places};
use crate::columns::{Columns, RowId};
use crate::fields::Field;

/// The places of a question's sign-ins. The same city can come with several coordinates: the most frequent ones
/// count for all of its sign-ins, those that tell none among them, so that its filter finds them all.
#[must_use]
pub fn places(ask: &Ask<'_>, key: &'static str, title: &str) -> Places {
    let columns = ask.scope().columns;
    let entities = ask.entities(By::Cities);
    let counting = Counting::new(ask, &entities);
    let coordinates = coordinates(columns, ask.rows(), &entities);
    let mut places = Vec::new();
    let mut without = 0;
    for ((entity, sign_ins), coordinates) in entities.known.iter().zip(counting.sign_ins()).zip(coordinates) {
        match coordinates.filter(|_| !entity.is_unknown) {
            Some((latitude, longitude)) => places.push(Place {
                title: entity.title.clone(),
                latitude,
                longitude,
                sign_ins: *sign_ins,
                filter: entity.filter.clone(),
            }),
            None => without += sign_ins,
        }
    }
    places.sort_by(|a, b| (Reverse(a.sign_ins), &a.title).cmp(&(Reverse(b.sign_ins), &b.title)));
    Places { key, title: title.to_owned(), places, without, base: ask.query(), logs: ask.logs() }
}

/// The most frequent coordinates of each entity, in degrees north and east.
fn coordinates(columns: &Columns, rows: &[RowId], entities: &Entities) -> Vec<Option<(f64, f64)>> {
    let (latitudes, longitudes) = (columns.text_column(Field::Latitude), columns.text_column(Field::Longitude));
    let codes_of = |place: usize| [entities.number(place), latitudes.code(rows[place]), longitudes.code(rows[place])];
    let mut counts = numbered(rows.len(), entities.numbers(), codes_of).keys;
    let degrees = |text: Option<&str>, most: f64| {
        text.and_then(|text| text.parse::<f64>().ok()).filter(|degrees| degrees.abs() <= most)
    };
    let mut most: Vec<Option<(u64, f64, f64)>> = vec![None; entities.known.len()];
    counts.sort_unstable();
    for ([entity, latitude, longitude], count) in counts {
        let latitude = degrees(latitudes.dictionary.text(latitude), 90.0);
        let longitude = degrees(longitudes.dictionary.text(longitude), 180.0);
        let Some((latitude, longitude)) = latitude.zip(longitude) else { continue };
        let known = &mut most[entity as usize];
        if known.is_none_or(|(most, ..)| count > most) {
            *known = Some((count, latitude, longitude));
        }
    }
    most.into_iter().map(|known| known.map(|(_, latitude, longitude)| (latitude, longitude))).collect()
}
