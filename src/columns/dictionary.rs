//! The different texts of a column, with what sorting and searching need of them.

use std::cmp::Ordering;
use std::sync::OnceLock;

use super::PartTable;
use crate::fields::{Field, Kind, lower};

/// The different texts of a column in the order they were met. Code `c` stands for place `c - 1`; code 0
/// for no text.
#[derive(Debug, Default)]
pub struct Dictionary {
    texts: Vec<Box<str>>,
    ranks: OnceLock<Vec<u32>>,
    lower: OnceLock<Vec<Box<str>>>,
    numbers: OnceLock<Vec<f64>>,
    parts: OnceLock<PartTable>,
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
        let lower = self.lower.get_or_init(|| self.texts.iter().map(|text| lower(text).into()).collect());
        (code as usize).checked_sub(1).and_then(|place| lower.get(place)).map_or("", AsRef::as_ref)
    }

    /// The number of every code (0 included), made once for all; `NaN` where the text is none.
    #[must_use]
    pub fn numbers(&self) -> &[f64] {
        self.numbers.get_or_init(|| {
            let numbers = self.texts.iter().map(|text| text.parse().unwrap_or(f64::NAN));
            std::iter::once(f64::NAN).chain(numbers).collect()
        })
    }

    /// The texts taken apart, once for all; `field` is whose texts they are.
    #[must_use]
    pub fn parts(&self, field: Field) -> &PartTable {
        self.parts.get_or_init(|| PartTable::new(field, self.texts.iter().map(AsRef::as_ref)))
    }

    /// The place of every code (0 included, which comes last) in the order of its text: numbers by value,
    /// other texts without regard to case. Made once; sorting rows then compares integers.
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

    fn compare(&self, kind: Kind, a: u32, b: u32) -> Ordering {
        let number = |code| self.text(code).and_then(|text| text.parse::<f64>().ok()).filter(|_| kind.is_numeric());
        // Numbers come before whatever else a file has in their place, so that the order is a total one.
        let by_number = match (number(a), number(b)) {
            (Some(left), Some(right)) => left.total_cmp(&right),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => Ordering::Equal,
        };
        let by_text = || self.lower(a).cmp(self.lower(b)).then_with(|| self.text(a).cmp(&self.text(b)));
        by_number.then_with(by_text)
    }
}

#[cfg(test)]
mod tests {
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
    fn what_is_no_number_comes_behind_the_numbers() {
        let latencies = dictionary(&["9", "1a", "10", "n/a", "-3", "7 ms"]);
        let mut codes: Vec<u32> = (1..=6).collect();
        let ranks = latencies.ranks(Kind::Number("ms"));
        codes.sort_by_key(|code| ranks[*code as usize]);
        let texts: Vec<&str> = codes.iter().filter_map(|code| latencies.text(*code)).collect();
        assert_eq!(texts, ["-3", "9", "10", "1a", "7 ms", "n/a"]);
    }

    #[test]
    fn codes_and_texts_belong_together() {
        let names = dictionary(&["a", "b"]);
        assert_eq!(names.text(0), None);
        assert_eq!(names.text(names.code_of("b")), Some("b"));
        assert_eq!(names.code_of("c"), 0);
        assert_eq!(names.text(3), None);
    }
}
