//! Figures side by side, compared with the period before.

use super::ask::{Ask, Rows};
use super::measure::{Measure, Value};
use super::page::Card;
use super::table::totals;

/// A card for each measure, with the page that tells more about it.
///
/// The figures of the period before are there only if the whole of it is loaded: else a rise would be told that is
/// none but of what was downloaded. See [`Ask::reaches_back_to`].
#[must_use]
pub fn cards(ask: &Ask<'_>, measures: Vec<(Measure, Option<&'static str>)>) -> Vec<Card> {
    let (measures, doors): (Vec<Measure>, Vec<Option<&'static str>>) = measures.into_iter().unzip();
    let values = totals(ask, &measures);
    let before = ask.before();
    let mut values_before = ask
        .reaches_back_to(before.period().start)
        .then(|| totals(&before, &measures).into_iter())
        .into_iter()
        .flatten();
    let mut cards = Vec::with_capacity(measures.len());
    for ((measure, value), door) in measures.into_iter().zip(values).zip(doors) {
        let before = values_before.next().filter(|_| matches!(value, Value::Count(_) | Value::Share { .. }));
        cards.push(Card {
            key: measure.key,
            title: measure.title.to_owned(),
            about: measure.explained(),
            rows: Rows::new(&ask.query(), &measure.filter, ask.logs()),
            sum: measure.sum,
            value,
            before,
            door,
        });
    }
    cards
}
