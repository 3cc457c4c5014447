//! The numbered columns of an audit download: up to three targets with up to five modified properties each, and up to
//! six additional details. What an event has beyond these numbers is in the JSON download alone.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::json_lists::{change_line, joined, target_values};
use crate::fields::{Field, fold};
use crate::record::lines::Target;
use crate::record::{Record, distinct_lines};

/// What a numbered column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Type,
    DisplayName,
    ObjectId,
    UserPrincipalName,
    PropertyName(u8),
    OldValue(u8),
    NewValue(u8),
    Key,
    Value,
}

/// A column of the target, or the additional detail, of this number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Column {
    Target(u8, Part),
    Detail(u8, Part),
}

/// The numbered columns of a table, by their places.
#[derive(Debug)]
pub(super) struct AuditColumns(Vec<Option<Column>>);

/// The cells of a row's numbered columns.
#[derive(Debug, Default)]
pub(super) struct AuditCells<'a>(BTreeMap<Column, Cow<'a, str>>);

impl AuditColumns {
    pub(super) fn new(names: &[String]) -> Self {
        Self(names.iter().map(|name| column(name)).collect())
    }

    /// Whether some of these columns are numbered ones.
    pub(super) fn are_numbered(names: &[String]) -> bool {
        names.iter().any(|name| column(name).is_some())
    }

    /// Whether the column of this place is one.
    pub(super) fn is_numbered(names: &[String], at: usize) -> bool {
        names.get(at).is_some_and(|name| column(name).is_some())
    }

    /// Keeps a cell if its column is a numbered one.
    pub(super) fn take<'a>(&self, at: usize, cell: Cow<'a, str>, cells: &mut AuditCells<'a>) {
        if let Some(Some(column)) = self.0.get(at)
            && !cell.trim().is_empty()
        {
            cells.0.insert(*column, cell);
        }
    }
}

/// `Target1ModifiedProperty2OldValue`, `Target1 Type`, `AdditionalDetail3 Key`, in any case and punctuation.
fn column(name: &str) -> Option<Column> {
    let name = fold(name);
    if let Some(rest) = name.strip_prefix("additionaldetail") {
        let (number, rest) = numbered(rest)?;
        let part = match rest {
            "key" => Part::Key,
            "value" => Part::Value,
            _ => return None,
        };
        return Some(Column::Detail(number, part));
    }
    let (number, rest) = numbered(name.strip_prefix("target")?)?;
    let part = match rest {
        "type" => Part::Type,
        "displayname" => Part::DisplayName,
        "objectid" => Part::ObjectId,
        "userprincipalname" => Part::UserPrincipalName,
        _ => {
            let (property, rest) = numbered(rest.strip_prefix("modifiedproperty")?)?;
            match rest {
                "name" => Part::PropertyName(property),
                "oldvalue" => Part::OldValue(property),
                "newvalue" => Part::NewValue(property),
                _ => return None,
            }
        }
    };
    Some(Column::Target(number, part))
}

/// The number with which a text begins, and what follows it.
fn numbered(text: &str) -> Option<(u8, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit())?;
    Some((text[..end].parse().ok()?, &text[end..]))
}

impl AuditCells<'_> {
    /// Puts targets, modified properties and details into the record.
    pub(super) fn fill(&self, record: &mut Record<'_>) {
        let cell = |column| self.0.get(&column).map(|text| text.trim()).unwrap_or_default();
        let numbers = |wanted: fn(&Column) -> Option<u8>| {
            let mut numbers: Vec<u8> = self.0.keys().filter_map(wanted).collect();
            numbers.dedup();
            numbers
        };
        let targets = numbers(|column| if let Column::Target(number, _) = column { Some(*number) } else { None });
        let told: Vec<(u8, Target)> = targets
            .into_iter()
            .map(|number| {
                let owned = |part| cell(Column::Target(number, part)).to_owned();
                let target = Target {
                    name: owned(Part::DisplayName),
                    kind: owned(Part::Type),
                    username: owned(Part::UserPrincipalName),
                    id: owned(Part::ObjectId),
                };
                (number, target)
            })
            .collect();
        let changes: Vec<String> = self
            .0
            .iter()
            .filter_map(|(column, property)| match column {
                Column::Target(number, Part::PropertyName(place)) => Some((*number, *place, property.trim())),
                _ => None,
            })
            .map(|(number, place, property)| {
                let value = |part| cell(Column::Target(number, part));
                let of = told.iter().find(|(of, _)| *of == number && told.len() > 1);
                let target = of.map_or("", |(_, target)| target.title());
                change_line(target, property, value(Part::OldValue(place)), value(Part::NewValue(place)))
            })
            .collect();
        let targets: Vec<Target> = told.into_iter().map(|(_, target)| target).collect();
        for (field, text) in target_values(&targets) {
            record.set(field, text);
        }
        record.set(Field::ModifiedProperties, distinct_lines(changes.iter().map(String::as_str)));
        let details = numbers(|column| if let Column::Detail(number, _) = column { Some(*number) } else { None });
        let details: Vec<String> = details
            .into_iter()
            .map(|number| {
                let [key, value] = [Part::Key, Part::Value].map(|part| cell(Column::Detail(number, part)));
                joined(key, value)
            })
            .collect();
        record.set(Field::ProcessingDetails, distinct_lines(details.iter().map(String::as_str)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Millis;
    use crate::fields::Log;

    fn filled(cells: &[(&str, &'static str)]) -> Record<'static> {
        let names: Vec<String> = cells.iter().map(|(name, _)| (*name).to_owned()).collect();
        let columns = AuditColumns::new(&names);
        let mut kept = AuditCells::default();
        for (at, (_, text)) in cells.iter().enumerate() {
            columns.take(at, Cow::Borrowed(*text), &mut kept);
        }
        let mut record = Record::new(Log::Audit, Millis(0));
        kept.fill(&mut record);
        record
    }

    #[test]
    fn targets_tell_what_changed_from_what_to_what() {
        let record = filled(&[
            ("Target1Type", "User"),
            ("Target1DisplayName", "Zoe Berg"),
            ("Target1ObjectId", "t1"),
            ("Target1ModifiedProperty1Name", "AccountEnabled"),
            ("Target1ModifiedProperty1OldValue", "[true]"),
            ("Target1ModifiedProperty1NewValue", "[false]"),
            ("Target1ModifiedProperty2Name", "Department"),
            ("Target1ModifiedProperty2NewValue", "[\"Sales\"]"),
            ("AdditionalDetail1 Key", "UserType"),
            ("AdditionalDetail1 Value", "Member"),
        ]);
        assert_eq!(record.get(Field::Target), Some("Zoe Berg"));
        assert_eq!(record.get(Field::TargetId), Some("t1"));
        assert_eq!(record.get(Field::ModifiedProperties), Some("AccountEnabled: true -> false\nDepartment: -> Sales"));
        assert_eq!(record.get(Field::ProcessingDetails), Some("UserType: Member"));
    }

    #[test]
    fn changes_of_several_targets_say_whose_they_are() {
        let record = filled(&[
            ("Target1DisplayName", "Group"),
            ("Target2UserPrincipalName", "zoe@example.com"),
            ("Target2 ModifiedProperty1 Name", "Member"),
            ("Target2 ModifiedProperty1 NewValue", "\"yes\""),
            ("Target9Something", "x"),
        ]);
        assert_eq!(record.get(Field::Target), Some("Group\nzoe@example.com"));
        assert_eq!(record.get(Field::ModifiedProperties), Some("zoe@example.com \u{203a} Member: -> yes"));
    }
}
