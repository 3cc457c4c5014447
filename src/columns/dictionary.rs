//! The different texts of a column, with what sorting and searching need of them.

use std::cmp::Ordering;
use std::sync::OnceLock;

use crate::fields::Kind;

/// The different texts of a column in the order they were met. Code `c` stands for place `c - 1`; code 0
/// for no text.
#[derive(Debug, Default)]
pub struct Dictionary {
    texts: Vec<Box<str>>,
    ranks: OnceLock<Vec<u32>>,
    lower: OnceLock<Vec<Box<str>>>,
}

impl Dictionary {
    /// A dictionary of these texts, which must differ.
    #[must_use]
    pub fn new(texts: Vec<Box<str>>) -> Self {
        Self { texts, ..Self::default() }
    }

    /// How many texts there are; codes run from 1 to this.
    #[must_use]
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// Whether there is no text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// The text of a code; `None` for 0 and for a code of another dictionary.
    #[must_use]
    pub fn text(&self, code: u32) -> Option<&str> {
        self.texts.get((code as usize).checked_sub(1)?).map(AsRef::as_ref)
    }

    /// The codes with their texts.
    pub fn iter(&self) -> impl Iterator<Item = (u32, &str)> {
        self.texts.iter().enumerate().map(|(place, text)| (place as u32 + 1, text.as_ref()))
    }

    /// The code of exactly this text; 0 if it is not there. Looks at every text.
    #[must_use]
    pub fn code_of(&self, text: &str) -> u32 {
        self.iter().find(|(_, known)| *known == text).map_or(0, |(code, _)| code)
    }

    /// The lower-case text of a code, made once for all; empty for 0.
    #[must_use]
    pub fn lower(&self, code: u32) -> &str {
        let lower = self.lower.get_or_init(|| self.texts.iter().map(|text| text.to_lowercase().into()).collect());
        (code as usize).checked_sub(1).and_then(|place| lower.get(place)).map_or("", AsRef::as_ref)
    }

    /// The place of every code (0 included, which comes last) in the order of its text: numbers by value,
    /// then other texts without regard to case. Made once; sorting rows then compares integers.
    #[must_use]
    pub fn ranks(&self, kind: Kind) -> &[u32] {
        self.ranks.get_or_init(|| {
            let mut codes: Vec<u32> = (1..=self.texts.len() as u32).collect();
            codes.sort_by(|a, b| self.compare(kind, *a, *b));
            let mut ranks = vec![0; self.texts.len() + 1];
            for (rank, code) in codes.into_iter().enumerate() {
                ranks[code as usize] = rank as u32;
            }
            ranks[0] = self.texts.len() as u32;
            ranks
        })
    }

    /// Numbers by value before all other texts, so that the order is one order also where a column of
    /// numbers holds something else.
    fn compare(&self, kind: Kind, a: u32, b: u32) -> Ordering {
        let number = |code| {
            let text = if kind.is_numeric() { self.text(code) } else { None };
            text.and_then(|text| text.parse::<f64>().ok()).filter(|number| number.is_finite())
        };
        let by_number = match (number(a), number(b)) {
            (Some(left), Some(right)) => left.total_cmp(&right),
            (left, right) => left.is_none().cmp(&right.is_none()),
        };
        by_number.then_with(|| self.lower(a).cmp(self.lower(b))).then_with(|| self.text(a).cmp(&self.text(b)))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn dictionary(texts: &[&str]) -> Dictionary {
        Dictionary::new(texts.iter().map(|text| (*text).into()).collect())
    }

    #[test]
    fn ranks_order_texts_without_regard_to_case_and_missing_last() {
        let names = dictionary(&["beta", "Alpha", "gamma"]);
        assert_eq!(names.ranks(Kind::Text), [3, 1, 0, 2]);
    }

    #[test]
    fn ranks_order_codes_as_numbers() {
        let codes = dictionary(&["50126", "0", "7000222", "90072"]);
        assert_eq!(codes.ranks(Kind::Code), [4, 1, 0, 3, 2]);
    }

    #[test]
    fn codes_and_texts_belong_together() {
        let names = dictionary(&["a", "b"]);
        assert_eq!(names.text(0), None);
        assert_eq!(names.text(names.code_of("b")), Some("b"));
        assert_eq!(names.code_of("c"), 0);
        assert_eq!(names.text(3), None);
    }

    #[test]
    fn numbers_come_by_value_before_what_is_no_number() {
        let codes = dictionary(&["1x", "10", "9", "NaN", "hidden"]);
        assert_eq!(codes.ranks(Kind::Code), [5, 2, 1, 0, 4, 3]);
    }

    proptest! {
        #[test]
        fn any_texts_have_one_order(texts in prop::collection::hash_set("-?[0-9]{0,2}[.x]?[0-9]?|NaN|inf|[aA-]", 3..12)) {
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            let column = dictionary(&texts);
            let codes = || 1..=texts.len() as u32;
            for kind in [Kind::Code, Kind::Number("ms"), Kind::Text] {
                for (a, b) in codes().flat_map(|a| codes().map(move |b| (a, b))) {
                    prop_assert_eq!(column.compare(kind, a, b), column.compare(kind, b, a).reverse());
                    prop_assert_eq!(column.compare(kind, a, b).is_eq(), a == b);
                    for c in codes() {
                        if column.compare(kind, a, b).is_lt() && column.compare(kind, b, c).is_lt() {
                            prop_assert!(column.compare(kind, a, c).is_lt());
                        }
                    }
                }
            }
        }
    }
}
