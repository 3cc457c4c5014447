//! The single texts of a field, also of one that holds several at once.

use super::order::Numbering;
use crate::columns::Columns;
use crate::fields::{Field, Kind, Part};

/// The different single texts of a column, and which of them each code holds. Item 0 is "nothing is known".
pub struct Items {
    texts: Vec<String>,
    of_code: Vec<Vec<u32>>,
}

impl Items {
    /// The items of a field. Of authentication steps these are the methods, of policies the names.
    #[must_use]
    pub fn of(columns: &Columns, field: Field) -> Self {
        let mut numbers: Numbering<String> = Numbering::default();
        let mut texts = Vec::new();
        let mut of_code = vec![vec![0]];
        for (code, text) in columns.text_column(field).dictionary.iter() {
            let mut items = Vec::new();
            for item in split(columns, field, code, text) {
                let number = numbers.number(item.clone()) + 1;
                if number as usize > texts.len() {
                    texts.push(item);
                }
                if !items.contains(&number) {
                    items.push(number);
                }
            }
            of_code.push(if items.is_empty() { vec![0] } else { items });
        }
        Self { texts, of_code }
    }

    /// How many items there are, item 0 included.
    #[must_use]
    #[allow(clippy::len_without_is_empty, reason = "item 0 is always there")]
    pub fn len(&self) -> usize {
        self.texts.len() + 1
    }

    /// The items that a code holds; at least one.
    #[must_use]
    pub fn of_code(&self, code: u32) -> &[u32] {
        self.of_code.get(code as usize).map_or(&[0], Vec::as_slice)
    }

    /// The text of an item; `None` for item 0.
    #[must_use]
    pub fn text(&self, item: u32) -> Option<&str> {
        self.texts.get((item as usize).checked_sub(1)?).map(String::as_str)
    }
}

/// The single texts that a code of a field's column stands for.
fn split(columns: &Columns, field: Field, code: u32, text: &str) -> Vec<String> {
    let spec = field.spec();
    let part = match (spec.kind, spec.part()) {
        (Kind::Steps, _) => Some(Part::StepMethod),
        (Kind::Policies, _) => Some(Part::PolicyName),
        (_, part) => part.filter(|_| !spec.is_stored()),
    };
    match part {
        Some(part) => columns.parts(field).texts_of(code, part).into_iter().map(str::to_owned).collect(),
        None if spec.kind.is_single() => vec![text.to_owned()],
        None => text.split('\n').filter(|line| !line.is_empty()).map(str::to_owned).collect(),
    }
}
