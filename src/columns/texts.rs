//! The texts of the cache, found by their numbers while columns are made.

use crate::cache::{Cache, CacheError};

/// Texts that each have a place; the first place holds none.
pub(super) struct Texts {
    texts: Vec<Box<str>>,
    /// The number of each text, ascending; empty if its place is its number.
    numbers: Vec<i64>,
}

/// Numbers lie so close that places can be numbers if there are at most so many for each text, and some more.
const CLOSE: usize = 8;
const SOME: usize = 1 << 16;

impl Texts {
    /// Every text of the cache.
    pub(super) fn load(cache: &Cache) -> Result<Self, CacheError> {
        let (mut texts, mut numbers) = (vec![Box::default()], vec![0]);
        cache.for_each_text(|number, text| {
            texts.push(text.into());
            numbers.push(number);
        })?;
        Ok(Self::of(texts, numbers))
    }

    /// Texts with their numbers, beginning with no text and 0. What forgetting has left can lie far apart; a damaged cache
    /// can tell any numbers.
    fn of(mut texts: Vec<Box<str>>, mut numbers: Vec<i64>) -> Self {
        if !numbers.is_sorted_by(|a, b| a < b) {
            let mut both: Vec<(i64, Box<str>)> =
                numbers.into_iter().zip(texts).filter(|(number, _)| *number >= 0).collect();
            both.sort_by_key(|(number, _)| *number);
            both.dedup_by_key(|(number, _)| *number);
            (numbers, texts) = both.into_iter().unzip();
        }
        let last = numbers.last().copied().and_then(|last| usize::try_from(last).ok());
        match last.filter(|last| *last <= CLOSE * texts.len() + SOME) {
            None => Self { texts, numbers },
            Some(last) => {
                let mut placed = vec![Box::default(); last + 1];
                for (number, text) in numbers.into_iter().zip(texts) {
                    if let Some(place) = usize::try_from(number).ok().and_then(|place| placed.get_mut(place)) {
                        *place = text;
                    }
                }
                Self { texts: placed, numbers: Vec::new() }
            }
        }
    }

    /// The place of a text; `None` if no text has that number.
    pub(super) fn place(&self, number: i64) -> Option<u32> {
        if self.numbers.is_empty() {
            usize::try_from(number).ok().filter(|place| *place < self.texts.len()).map(|place| place as u32)
        } else {
            self.numbers.binary_search(&number).ok().map(|place| place as u32)
        }
    }

    /// The number of the text at a place.
    pub(super) fn number(&self, place: u32) -> i64 {
        self.numbers.get(place as usize).copied().unwrap_or(i64::from(place))
    }

    /// The text at a place.
    pub(super) fn text(&self, place: u32) -> Box<str> {
        self.texts.get(place as usize).cloned().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(numbers: &[i64]) -> Texts {
        let all = || std::iter::once(0).chain(numbers.iter().copied());
        Texts::of(
            all().map(|number| if number == 0 { "".into() } else { number.to_string().into() }).collect(),
            all().collect(),
        )
    }

    #[test]
    fn numbers_far_apart_take_no_room() {
        for numbers in [&[1, 2, 5][..], &[3, 900_000_000_000], &[7, i64::MAX], &[]] {
            let texts = texts(numbers);
            assert!(texts.texts.len() < 10, "{numbers:?}");
            for number in numbers {
                let place = texts.place(*number).expect("it was given");
                assert_eq!((*texts.text(place)).to_owned(), number.to_string());
                assert_eq!(texts.number(place), *number);
            }
            assert_eq!(texts.place(0), Some(0));
            assert_eq!(texts.place(6), None, "{numbers:?}");
            assert_eq!(texts.place(-1), None);
        }
    }

    #[test]
    fn numbers_of_a_damaged_cache_are_put_in_order() {
        let texts = texts(&[9, -3, 4, 9]);
        assert_eq!(texts.place(-3), None);
        let place = texts.place(4).expect("it was given");
        assert_eq!(&*texts.text(place), "4");
    }
}
