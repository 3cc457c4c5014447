//! The values of a record: a few dozen of a hundred and fifty fields.

use std::borrow::Cow;

use crate::fields::Field;

/// Texts by field. They lie one behind the other in the order in which they came, so that a new record is made, and an old
/// one dropped, without a look at the fields that have none.
#[derive(Clone, Debug)]
pub(super) struct Values<'a> {
    values: Vec<(Field, Cow<'a, str>)>,
    /// For each field where its value is, from 1; 0 where there is none.
    places: [u8; Field::COUNT],
}

const _: () = assert!(Field::COUNT < u8::MAX as usize, "a place takes a byte");

/// Most records have fewer values.
const USUAL: usize = 56;

impl Default for Values<'_> {
    fn default() -> Self {
        Self { values: Vec::with_capacity(USUAL), places: [0; Field::COUNT] }
    }
}

impl<'a> Values<'a> {
    fn place(&self, field: Field) -> Option<usize> {
        usize::from(self.places[field as usize]).checked_sub(1)
    }

    pub(super) fn get(&self, field: Field) -> Option<&Cow<'a, str>> {
        self.place(field).map(|place| &self.values[place].1)
    }

    pub(super) fn set(&mut self, field: Field, value: Cow<'a, str>) {
        if let Some(place) = self.place(field) {
            self.values[place].1 = value;
        } else {
            self.values.push((field, value));
            self.places[field as usize] = self.values.len() as u8;
        }
    }

    pub(super) fn clear(&mut self, field: Field) {
        let Some(place) = self.place(field) else { return };
        self.places[field as usize] = 0;
        self.values.swap_remove(place);
        if let Some((moved, _)) = self.values.get(place) {
            self.places[*moved as usize] = place as u8 + 1;
        }
    }

    pub(super) fn into_owned(self) -> Values<'static> {
        let own = |(field, text): (Field, Cow<'a, str>)| (field, Cow::Owned(text.into_owned()));
        Values { values: self.values.into_iter().map(own).collect(), places: self.places }
    }
}

impl PartialEq for Values<'_> {
    /// In whatever order they came.
    fn eq(&self, other: &Self) -> bool {
        self.values.len() == other.values.len()
            && self.values.iter().all(|(field, text)| other.get(*field) == Some(text))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_last_value_of_each_field_is_there(
            steps in proptest::collection::vec((0..Field::COUNT, proptest::option::of("[a-c]{1,2}")), 0..80)
        ) {
            let mut values = Values::default();
            let mut expected: [Option<String>; Field::COUNT] = [const { None }; Field::COUNT];
            for (field, text) in steps {
                match &text {
                    Some(text) => values.set(Field::ALL[field], text.clone().into()),
                    None => values.clear(Field::ALL[field]),
                }
                expected[field] = text;
            }
            for (field, text) in Field::ALL.into_iter().zip(&expected) {
                prop_assert_eq!(values.get(field).map(AsRef::as_ref), text.as_deref());
            }
            let mut again = Values::default();
            for (field, text) in Field::ALL.into_iter().zip(&expected).rev() {
                if let Some(text) = text {
                    again.set(field, text.into());
                }
            }
            prop_assert!(values.clone().into_owned() == again, "the order does not matter");
            again.set(Field::User, "other".into());
            prop_assert!(values != again);
        }
    }
}
