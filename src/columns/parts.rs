//! Policies, authentication steps and networks taken apart: once for every different list of them.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use crate::fields::{Field, Part, lower};
use crate::record::things_of;

/// The texts of a column taken apart: which things each code holds, and which parts those consist of.
#[derive(Debug, Default)]
pub struct PartTable {
    texts: Vec<PartText>,
    of_code: Vec<Vec<Box<[u32]>>>,
}

/// A text that a part takes somewhere.
#[derive(Debug, PartialEq, Eq)]
pub struct PartText {
    /// What it is.
    pub part: Part,
    /// The text in its stored form.
    pub text: Box<str>,
    /// The text in lower case.
    pub lower: Box<str>,
}

impl PartTable {
    /// The parts of a field's different texts.
    pub(super) fn new<'t>(field: Field, texts: impl Iterator<Item = &'t str>) -> Self {
        let mut table = Self { texts: Vec::new(), of_code: vec![Vec::new()] };
        let mut known: HashMap<(Part, Box<str>), u32, FixedState> = HashMap::default();
        for text in texts {
            let things = things_of(field, text).into_iter().filter(|thing| !thing.is_empty());
            let numbered = things.map(|thing| {
                let mut numbers: Vec<u32> = Vec::with_capacity(thing.len());
                for (part, text) in thing {
                    let number = *known.entry((part, text.as_ref().into())).or_insert_with(|| {
                        let lower = lower(&text).into();
                        table.texts.push(PartText { part, text: text.into(), lower });
                        table.texts.len() as u32 - 1
                    });
                    if !numbers.contains(&number) {
                        numbers.push(number);
                    }
                }
                numbers.into_boxed_slice()
            });
            let numbered = numbered.collect();
            table.of_code.push(numbered);
        }
        table
    }

    /// Every different text; the things hold their places in this list.
    #[must_use]
    pub fn texts(&self) -> &[PartText] {
        &self.texts
    }

    /// The things that a code holds, each as places in [`Self::texts`]; none for code 0.
    #[must_use]
    pub fn things(&self, code: u32) -> &[Box<[u32]>] {
        self.of_code.get(code as usize).map_or(&[], Vec::as_slice)
    }

    /// The different texts of a part that a code holds, in their order.
    #[must_use]
    pub fn texts_of(&self, code: u32, part: Part) -> Vec<&str> {
        let mut found: Vec<&str> = Vec::new();
        for number in self.things(code).iter().flatten() {
            let text = &self.texts[*number as usize];
            if text.part == part && !found.contains(&text.text.as_ref()) {
                found.push(&text.text);
            }
        }
        found
    }
}
