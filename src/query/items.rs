//! The single texts of a field, also of one that holds several at once.

use super::order::Numbering;
use crate::columns::Columns;
use crate::fields::{Field, Kind};
use crate::record::{decode_policies, decode_steps};

/// The different single texts of a column, and which of them each code holds. Item 0 is "nothing is known".
pub(super) struct Items {
    texts: Vec<String>,
    of_code: Vec<Vec<u32>>,
}

impl Items {
    /// The items of a field. Of authentication steps these are the methods, of policies the names.
    pub fn of(columns: &Columns, field: Field) -> Self {
        let mut numbers: Numbering<String> = Numbering::default();
        let mut texts = Vec::new();
        let mut of_code = vec![vec![0]];
        for (_, text) in columns.text_column(field).dictionary.iter() {
            let mut items = Vec::new();
            for item in split(field, text) {
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
    pub fn len(&self) -> usize {
        self.texts.len() + 1
    }

    /// The items that a code holds; at least one.
    pub fn of_code(&self, code: u32) -> &[u32] {
        self.of_code.get(code as usize).map_or(&[0], Vec::as_slice)
    }

    /// The text of an item; `None` for item 0.
    pub fn text(&self, item: u32) -> Option<&str> {
        self.texts.get((item as usize).checked_sub(1)?).map(String::as_str)
    }
}

fn split(field: Field, text: &str) -> Vec<String> {
    let known = |text: &str| if text.is_empty() { None } else { Some(text.to_owned()) };
    match field.kind() {
        Kind::List => text.split('\n').filter_map(known).collect(),
        Kind::Steps => decode_steps(text).iter().filter_map(|step| known(&step.method)).collect(),
        Kind::Policies => decode_policies(text).iter().filter_map(|policy| known(&policy.name)).collect(),
        Kind::Time
        | Kind::Text
        | Kind::Choice
        | Kind::Flag
        | Kind::Code
        | Kind::Number(_)
        | Kind::Id
        | Kind::UniqueId
        | Kind::Address => known(text).into_iter().collect(),
    }
}
