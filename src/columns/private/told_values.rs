//! The values that records tell of others: what a property was and became, and what additional details say.
//!
//! Such a value can be anything, a name that nothing else tells among it. So each has a pseudonym, but for those that
//! can't name anybody.

use super::labels::FastMap;
use crate::columns::Columns;
use crate::fields::{Field, lower};
use crate::record::lines::Change;

/// The values, each with a number.
#[derive(Debug, Default)]
pub(super) struct ToldValues(FastMap<Box<str>, u32>);

/// What stands for a value that no record of the snapshot tells.
const HIDDEN: &str = "Hidden";

/// Additional details whose values are words of Microsoft's own.
const WORDS: [&str; 16] = [
    "azure ad app authentication library",
    "microsoft entra app authentication library",
    "legacy tls (tls 1.0, 1.1, 3des)",
    "is cae token",
    "is legacy store used",
    "root key type",
    "oauth scope info",
    "domain hint present",
    "login hint present",
    "user certificate authentication level",
    "usertype",
    "user type",
    "user-agent",
    "useragent",
    "accounttype",
    "deviceostype",
];

impl ToldValues {
    /// Every value of a snapshot, numbered in the order of the records that tell it first.
    pub fn of(columns: &Columns) -> Self {
        let mut values = Self::default();
        for (_, text) in columns.text_column(Field::ModifiedProperties).dictionary.iter() {
            for change in text.lines().map(Change::of_line) {
                values.add(&change.old);
                values.add(&change.new);
            }
        }
        for (_, text) in columns.text_column(Field::ProcessingDetails).dictionary.iter() {
            for (_, value) in text.lines().filter_map(detail) {
                values.add(value);
            }
        }
        values
    }

    fn add(&mut self, value: &str) {
        if !is_harmless(value) {
            let next = self.0.len() as u32 + 1;
            self.0.entry(lower(value).into()).or_insert(next);
        }
    }

    /// What stands for a value.
    fn label(&self, value: &str) -> String {
        if is_harmless(value) {
            return value.to_owned();
        }
        self.0.get(lower(value).as_str()).map_or_else(|| HIDDEN.to_owned(), |number| format!("Value {number}"))
    }

    /// A change without values that can name somebody; `hide` takes names out of the rest.
    pub fn change(&self, line: &str, hide: &dyn Fn(&str) -> String) -> String {
        let change = Change::of_line(line);
        let hidden = Change {
            target: hide(&change.target),
            property: hide(&change.property),
            old: self.label(&change.old),
            new: self.label(&change.new),
        };
        hidden.to_line()
    }

    /// An additional detail without a value that can name somebody; `hide` takes names out of the rest.
    pub fn detail(&self, line: &str, hide: &dyn Fn(&str) -> String) -> String {
        match detail(line) {
            Some((key, value)) => format!("{}: {}", hide(key), self.label(value)),
            None => hide(line),
        }
    }
}

/// Key and value of an additional detail whose value can be anything.
fn detail(line: &str) -> Option<(&str, &str)> {
    line.split_once(": ").filter(|(key, _)| !WORDS.contains(&key.trim().to_lowercase().as_str()))
}

/// Whether a value can't name anybody: nothing, yes and no, a small number.
fn is_harmless(value: &str) -> bool {
    let is_small = value.len() < 5 && value.bytes().all(|byte| byte.is_ascii_digit());
    is_small || matches!(value.to_ascii_lowercase().as_str(), "true" | "false" | "yes" | "no" | "none" | "null")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Millis;
    use crate::columns::Builder;
    use crate::fields::Log;
    use crate::record::{EventId, Record};

    #[test]
    fn values_keep_their_difference_and_lose_their_names() {
        let mut record = Record::new(Log::Audit, Millis(1_000));
        record.set(Field::ModifiedProperties, "DisplayName: Zoe -> Zoe Roth\nEnabled: true -> false");
        record.set(Field::ProcessingDetails, "Phone: +47 5550\nIs CAE Token: True\nBen");
        let mut builder = Builder::default();
        builder.push(EventId(1), &record);
        let values = ToldValues::of(&builder.finish());
        let same = |text: &str| text.to_owned();
        assert_eq!(values.change("DisplayName: Zoe -> Zoe Roth", &same), "DisplayName: Value 1 -> Value 2");
        assert_eq!(values.change("Enabled: true -> false", &same), "Enabled: true -> false");
        assert_eq!(values.detail("Phone: +47 5550", &same), "Phone: Value 3");
        assert_eq!(values.detail("Is CAE Token: True", &same), "Is CAE Token: True");
        assert_eq!(values.detail("Phone: +47 1111", &same), "Phone: Hidden");
    }
}
