//! Chance, drawn so that the same seed gives the same values in every version of every crate.
//!
//! Only the `ChaCha` stream itself is taken from a crate (it is specified); how numbers, choices and
//! identifiers are made from it is written here, since the distributions of `rand` may change.

use std::ops::Range;

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

use super::guid::Guid;

/// What a stream of chance decides. Streams of different purposes never influence each other, so
/// an interactive report alone holds what it holds beside the others.
#[derive(Clone, Copy, Debug)]
pub enum Purpose {
    /// The events of one log on one day that tell the story.
    Story,
    /// The events of one log on one day that fill it up.
    Ordinary,
    /// Where and how one person works on one day.
    Workday,
}

/// A stream of chance.
pub struct Dice(ChaCha8Rng);

impl Dice {
    /// The stream for `purpose` on `day`; `which` tells apart several of the same purpose and day.
    pub fn new(seed: u64, purpose: Purpose, day: u32, which: u32) -> Self {
        let mut key = [0; 32];
        key[..8].copy_from_slice(&seed.to_le_bytes());
        key[8] = purpose as u8;
        key[16..20].copy_from_slice(&day.to_le_bytes());
        key[20..24].copy_from_slice(&which.to_le_bytes());
        Self(ChaCha8Rng::from_seed(key))
    }

    /// A number below `end`, each as likely as the others.
    pub fn below(&mut self, end: u32) -> u32 {
        let product = u64::from(self.0.next_u32()) * u64::from(end);
        u32::try_from(product >> 32).expect("the upper half of 64 bits has 32")
    }

    /// A number of the range, each as likely as the others.
    pub fn within(&mut self, range: Range<u32>) -> u32 {
        range.start + self.below(range.end - range.start)
    }

    /// True in `percent` of 100 cases.
    pub fn chance(&mut self, percent: u32) -> bool {
        self.below(100) < percent
    }

    /// One of `choices`, each as likely as the others.
    pub fn pick<'a, T>(&mut self, choices: &'a [T]) -> &'a T {
        let length = u32::try_from(choices.len()).expect("tables are short");
        &choices[self.below(length) as usize]
    }

    /// One of `choices`, each as likely as its weight among all.
    pub fn weighted<T: Copy>(&mut self, choices: &[(u32, T)]) -> T {
        let total = choices.iter().map(|(weight, _)| weight).sum();
        let mut left = self.below(total);
        for &(weight, choice) in choices {
            if left < weight {
                return choice;
            }
            left -= weight;
        }
        unreachable!("the draw lies below the sum of the weights")
    }

    /// A fresh identifier.
    pub fn guid(&mut self) -> Guid {
        Guid::version_4(self.bits())
    }

    /// A fresh request ID.
    pub fn request_id(&mut self) -> Guid {
        Guid::request(self.bits())
    }

    fn bits(&mut self) -> u128 {
        u128::from(self.0.next_u64()) << 64 | u128::from(self.0.next_u64())
    }
}
