//! Figures side by side, compared with the period before.

use super::ask::{Ask, Rows};
use super::measure::{Measure, Value};
use super::page::Card;
use super::table::totals;

/// A card for each measure, with the page that tells more about it. The figures of the period before are there only
/// if anything is known of it.
#[must_use]
pub fn cards(ask: &Ask<'_>, measures: Vec<(Measure, Option<&'static str>)>) -> Vec<Card> {
    let (measures, doors): (Vec<Measure>, Vec<Option<&'static str>>) = measures.into_iter().unzip();
    let values = totals(ask, &measures);
    let before = ask.before();
    let values_before = if before.rows().is_empty() { Vec::new() } else { totals(&before, &measures) };
    let mut values_before = values_before.into_iter();
    let mut cards = Vec::with_capacity(measures.len());
    for ((measure, value), door) in measures.into_iter().zip(values).zip(doors) {
        let before = values_before.next().filter(|_| matches!(value, Value::Count(_) | Value::Share { .. }));
        cards.push(Card {
            key: measure.key,
            title: measure.title.to_owned(),
            about: measure.about,
            rows: Rows::new(&ask.query(), &measure.filter, ask.logs()),
            sum: measure.sum,
            value,
            before,
            door,
        });
    }
    cards
}
