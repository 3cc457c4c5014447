//! JSON sign-ins to records, driven by the paths of the table of fields.
//!
//! One reader serves every layout: the downloads of the portal, answers of Microsoft Graph, rows of Log Analytics,
//! diagnostic logs, what PowerShell writes, and records wrapped by tools that collect them. They differ in the
//! spelling of names ([`Names`]), in what is wrapped around the record, and in whether nested parts are
//! JSON or JSON within a text.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::categories::{Category, category};
use super::json_found::Found;
use super::json_lines::{self, Manner};
use super::json_lists::{Lists, flag};
use super::json_text::Text;
use super::local_time::Local;
use super::made_id::made_id;
use super::mapping::Mapping;
use super::names::{Names, Node, Target, is_list};
use super::values::{place, settle_status};
use super::{
    dates::{self, Style},
    values::Values,
};
use crate::clock::Millis;
use crate::fields::{Field, Kind, Log, Report};
use crate::record::Record;

/// Texts that hold JSON are looked into so deep: a wrapper's text, the record's, and its parts.
const DEEPEST: u8 = 4;

/// Decodes single records. Keeps what repeats from record to record, so it lives as long as a file is read.
#[derive(Debug)]
pub(super) struct JsonReader {
    /// The names of the report to which records belong that do not tell theirs.
    names: Names,
    /// Those of the others, once such a record came.
    others: [OnceCell<Names>; Report::COUNT],
    values: Values,
    lists: Lists,
    /// How its records are written.
    pub(super) manner: Manner,
    /// The log of records that do not tell theirs.
    otherwise: Log,
    dates: Style,
    needs_id: bool,
    /// Whether all records are of the log that is told, whatever they say.
    log_is_told: bool,
}

impl JsonReader {
    /// A reader of JSON records, whose names are these.
    pub(super) fn new(names: Names, otherwise: Log, day_first: bool) -> Self {
        Self {
            names,
            others: Default::default(),
            values: Values::default(),
            lists: Lists::default(),
            manner: Manner::default(),
            otherwise,
            dates: Style { day_first, local: Local::default() },
            needs_id: true,
            log_is_told: false,
        }
    }

    /// Makes an identifier of what a record says where it has no request ID, instead of refusing it.
    pub(super) fn making_ids(self) -> Self {
        Self { needs_id: false, ..self }
    }

    /// A reader of records whose properties, or columns, are assigned.
    pub(super) fn mapped(mapping: &Mapping) -> Self {
        let names = Names::of_records(mapping.log.report());
        for column in &mapping.columns {
            names.assign(&column.name, column.field.map(|field| Target::Field(field, 0)));
        }
        let local = Local::of(mapping.zone);
        Self { log_is_told: true, ..Self::new(names, mapping.log, mapping.day_first).making_ids().by_clock(local) }
    }

    /// Takes times without an offset as those of this clock.
    pub(super) fn by_clock(self, local: Local) -> Self {
        Self { dates: Style { local, ..self.dates }, ..self }
    }

    /// The record of this text, or why it is none.
    pub(super) fn decode<'a>(&self, text: &'a str) -> Result<Record<'a>, String> {
        if !text.trim_start().starts_with('{') {
            return Err("this is no JSON object".to_owned());
        }
        self.finish(self.found(text)?)
    }

    /// The date of this text as it stands there; empty if there is none.
    pub(super) fn date(&self, text: &str) -> Result<String, String> {
        Ok(self.found(text)?.date())
    }

    fn found<'a>(&self, text: &'a str) -> Result<Found<'a>, String> {
        let found = self.walk(text, self.begin())?;
        // A file may hold records of several reports, and what a name means depends on the report.
        let Some(log) = found.log_of_other_report() else { return Ok(found) };
        let other = self.walk(text, Found::new(log, log.report(), 0))?;
        Ok(found.or_of_other_report(other))
    }

    fn walk<'a>(&self, text: &'a str, mut found: Found<'a>) -> Result<Found<'a>, String> {
        if self.manner.is_likely() {
            let (log, report, depth) = (found.record.log, found.report, found.depth);
            let was_so = json_lines::walk(self, Names::ROOT, text, &mut found).is_some();
            self.manner.note(was_so);
            if was_so {
                return Ok(found);
            }
            found = Found::new(log, report, depth);
        }
        let mut json = serde_json::Deserializer::from_str(text);
        Object { reader: self, node: Names::ROOT, found: &mut found }
            .deserialize(&mut json)
            .and_then(|()| json.end())
            .map_err(|error| format!("this is no valid JSON: {error}"))?;
        Ok(found)
    }

    /// The names of a report.
    pub(super) fn names(&self, report: Report) -> &Names {
        if report == self.otherwise.report() {
            return &self.names;
        }
        self.others[report as usize].get_or_init(|| Names::of_records(report))
    }

    /// What a list of values tells, each of which is what the target of its place says; or why it tells nothing.
    pub(super) fn walk_row<'a>(
        &self,
        text: &'a str,
        targets: &[Option<Target>],
        mut found: Found<'a>,
    ) -> Result<Found<'a>, String> {
        let mut json = serde_json::Deserializer::from_str(text);
        let count = Row { reader: self, targets, found: &mut found }
            .deserialize(&mut json)
            .and_then(|count| json.end().map(|()| count))
            .map_err(|error| format!("this is no valid list of values: {error}"))?;
        if count != targets.len() {
            return Err(format!("it has {count} values where the table names {} columns", targets.len()));
        }
        Ok(found)
    }

    /// Nothing found so far.
    pub(super) fn begin<'a>(&self) -> Found<'a> {
        Found::new(self.otherwise, self.otherwise.report(), 0)
    }

    /// Takes in a text that stands for `target`: a single value, or the cell of a table.
    pub(super) fn take<'a>(&self, target: Target, text: Cow<'a, str>, found: &mut Found<'a>) {
        if text.trim().is_empty() {
            return;
        }
        match target {
            Target::Field(field, place) if is_list(field) => self.list_in_text(field, place, &text, found),
            Target::Field(field, place) => self.put(field, place, text, found),
            Target::Object(node) => self.object_in_text(node, text, found),
            Target::Record => self.object_in_text(Names::ROOT, text, found),
            Target::EventTypes => found.event = found.event.or_else(|| log_of_kinds(&text)),
            Target::IsInteractive => found.interactive = flag(text.trim()),
            Target::Category => match category(&text) {
                Category::Log(log) => found.category = found.category.or(Some(log)),
                Category::Other(name) => found.other = Some(name),
                // The audit log has categories of its own under the same name.
                Category::AuditEvent | Category::Unknown if found.report == Report::Audit => {
                    self.put(Field::Category, 0, text, found);
                }
                Category::AuditEvent => found.may_be_audit = true,
                Category::Unknown => {}
            },
        }
    }

    /// The sign-in of all that was found, or why it is none.
    pub(super) fn finish<'a>(&self, found: Found<'a>) -> Result<Record<'a>, String> {
        if let Some(category) = found.other {
            return Err(format!("it belongs to {category}, which is not read"));
        }
        let log = found.log().filter(|_| !self.log_is_told).unwrap_or(self.otherwise);
        let Found { mut record, time, .. } = found;
        let is_known = record.get(Field::RequestId).is_some();
        if !is_known && self.needs_id {
            return Err("it has no request ID (the property id)".to_owned());
        }
        let time = time.map(|(_, time)| time).unwrap_or_default();
        record.time = dates::parse(&time, self.dates).ok_or_else(|| no_date(&time))?;
        record.log = log;
        if !is_known {
            let id = made_id(&record).ok_or("it has no request ID and does not tell who signed in and to what")?;
            record.set(Field::RequestId, id);
        }
        if !record.steps.is_empty() {
            record.clear(Field::AuthMethod);
        }
        settle_status(&mut record);
        record.derive();
        Ok(record)
    }

    /// Takes in a single value.
    fn put<'a>(&self, field: Field, place_of_source: u8, text: Cow<'a, str>, found: &mut Found<'a>) {
        match field {
            Field::Time => found.see_time(place_of_source, text),
            Field::Location => {
                let parts = place(&text).map(str::to_owned);
                for (part, text) in [Field::City, Field::State, Field::Country].into_iter().zip(parts) {
                    if !text.is_empty() {
                        self.put(part, place_of_source, Cow::Owned(text), found);
                    }
                }
            }
            _ => {
                if found.wants(field, place_of_source)
                    && let Some(value) = self.values.stored(field, text)
                {
                    found.record.set(field, value);
                    found.note(field, place_of_source);
                }
            }
        }
    }

    /// Takes in a list that is JSON.
    fn list<'a>(&self, field: Field, place: u8, json: &'a str, found: &mut Found<'a>) {
        if json.starts_with('"') {
            if let Ok(text) = serde_json::from_str::<String>(json) {
                self.list_in_text(field, place, &text, found);
            }
        } else if found.wants(field, place) {
            self.lists.fill(&mut found.record, field, json);
            found.note(field, place);
        }
    }

    /// Takes in a list that is JSON if one of the same text was read before.
    pub(super) fn known_list(&self, field: Field, place: u8, json: &str, found: &mut Found<'_>) -> bool {
        let is_known = found.wants(field, place) && self.lists.fill_known(&mut found.record, field, json);
        if is_known {
            found.note(field, place);
        }
        is_known
    }

    /// Takes in a list whose JSON stands in a text; a plain word is a list of one.
    fn list_in_text(&self, field: Field, place: u8, text: &str, found: &mut Found<'_>) {
        let text = text.trim();
        if !found.wants(field, place) || text.is_empty() || is_type_name(text) {
            return;
        }
        let mut inner = Record::new(self.otherwise, Millis(0));
        if text.starts_with(['[', '{']) {
            self.lists.fill(&mut inner, field, text);
        } else if field.kind() == Kind::List {
            self.values.fill(&mut inner, field, Cow::Borrowed(text));
        }
        for (field, value) in inner.values() {
            found.record.set(field, value.to_owned());
        }
        if !inner.steps.is_empty() {
            found.record.steps = inner.into_owned().steps;
        }
        found.note(field, place);
    }

    /// Takes in what stands where an object is expected: its JSON as a text, what PowerShell prints for it, or a plain
    /// word.
    fn object_in_text<'a>(&self, node: Node, text: Cow<'a, str>, found: &mut Found<'a>) {
        let trimmed = text.trim();
        if trimmed.starts_with('{') {
            if found.depth < DEEPEST {
                let mut inner = Found::new(found.record.log, found.report, found.depth + 1);
                let mut json = serde_json::Deserializer::from_str(trimmed);
                if (Object { reader: self, node, found: &mut inner }).deserialize(&mut json).is_ok() {
                    found.adopt(inner);
                }
            }
        } else if let Some(lines) = printed_object(trimmed) {
            for (name, value) in lines {
                if let Some(target @ Target::Field(..)) = self.names(found.report).find(node, name) {
                    self.take(target, Cow::Owned(value.to_owned()), found);
                }
            }
        } else if let Some((field, place)) = self.names(found.report).text_of(node)
            && !is_type_name(trimmed)
        {
            self.put(field, place, text, found);
        }
    }
}

/// Whether PowerShell wrote the name of a type where a value should be.
pub(super) fn is_type_name(text: &str) -> bool {
    ["Microsoft.Graph.", "Microsoft.Open.", "System.Collections.", "System.Object[", "System.String["]
        .iter()
        .any(|begin| text.trim_start().starts_with(begin))
}

/// The lines of an object as PowerShell's `AzureAD` module prints it: `class SignInStatus {`, a line `Name: value` each, `}`.
fn printed_object(text: &str) -> Option<impl Iterator<Item = (&str, &str)>> {
    let lines = text.strip_prefix("class ")?.split_once('{')?.1.trim_end().strip_suffix('}')?;
    Some(lines.lines().filter_map(|line| line.split_once(':')).map(|(name, value)| (name.trim(), value.trim())))
}

/// The reason for a record without a date that can be read.
pub(super) fn no_date(text: &str) -> String {
    let text = text.trim();
    if text.is_empty() {
        return "it has no date".to_owned();
    }
    let shown: String = text.chars().take(40).collect();
    format!("its date \u{201c}{shown}\u{201d} can't be read")
}

/// Walks an object; anything else in its place is a text that may hold one, or passed over.
struct Object<'s, 'de> {
    reader: &'s JsonReader,
    node: Node,
    found: &'s mut Found<'de>,
}

impl<'de> DeserializeSeed<'de> for Object<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Object<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let found = self.found;
        let names = self.reader.names(found.report);
        while let Some(target) = map.next_key_seed(Name { names, node: self.node })? {
            map.next_value_seed(Value { reader: self.reader, target, found: &mut *found })?;
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(())
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<(), E> {
        self.reader.object_in_text(self.node, Cow::Borrowed(text), self.found);
        Ok(())
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        self.reader.object_in_text(self.node, Cow::Owned(text.to_owned()), self.found);
        Ok(())
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }
}

/// Takes in a value of which is known what it stands for.
pub(super) struct Value<'s, 'de> {
    pub(super) reader: &'s JsonReader,
    pub(super) target: Option<Target>,
    pub(super) found: &'s mut Found<'de>,
}

impl<'de> DeserializeSeed<'de> for Value<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let Self { reader, target, found } = self;
        match target {
            None => {
                IgnoredAny::deserialize(deserializer)?;
            }
            Some(Target::Object(node)) => Object { reader, node, found }.deserialize(deserializer)?,
            Some(Target::Record) => Object { reader, node: Names::ROOT, found }.deserialize(deserializer)?,
            Some(Target::EventTypes) => {
                let kinds = <&'de RawValue>::deserialize(deserializer)?;
                found.event = found.event.or_else(|| log_of_kinds(kinds.get()));
            }
            Some(Target::Field(field, place)) if is_list(field) => {
                reader.list(field, place, <&'de RawValue>::deserialize(deserializer)?.get(), found);
            }
            Some(target) => {
                if let Text(Some(text)) = Text::deserialize(deserializer)? {
                    reader.take(target, text, found);
                }
            }
        }
        Ok(())
    }
}

/// Walks a list whose places are columns; gives how many values it has.
struct Row<'s, 'de> {
    reader: &'s JsonReader,
    targets: &'s [Option<Target>],
    found: &'s mut Found<'de>,
}

impl<'de> DeserializeSeed<'de> for Row<'_, 'de> {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Row<'_, 'de> {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of values")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<usize, A::Error> {
        let mut count = 0;
        loop {
            let target = self.targets.get(count).copied().flatten();
            if list.next_element_seed(Value { reader: self.reader, target, found: &mut *self.found })?.is_none() {
                return Ok(count);
            }
            count += 1;
        }
    }
}

/// Looks a property's name up in an object.
struct Name<'s> {
    names: &'s Names,
    node: Node,
}

impl<'de> DeserializeSeed<'de> for Name<'_> {
    type Value = Option<Target>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Name<'_> {
    type Value = Option<Target>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a property name")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Self::Value, E> {
        Ok(self.names.find(self.node, name))
    }
}

/// The log of a `signInEventTypes` list, which may be JSON within a text or a single word.
fn log_of_kinds(text: &str) -> Option<Log> {
    let kinds: Vec<Text<'_>> = match serde_json::from_str::<Text<'_>>(text) {
        Ok(Text(Some(inner))) if inner.starts_with('[') => return log_of_kinds(&inner),
        Ok(word @ Text(Some(_))) => vec![word],
        _ => serde_json::from_str(text).unwrap_or_else(|_| vec![Text(Some(Cow::Borrowed(text)))]),
    };
    kinds.iter().find_map(|kind| {
        Some(match kind.trimmed() {
            "interactiveUser" => Log::Interactive,
            "nonInteractiveUser" => Log::NonInteractive,
            "servicePrincipal" => Log::ServicePrincipal,
            "managedIdentity" => Log::ManagedIdentity,
            _ => return None,
        })
    })
}

#[cfg(test)]
mod tests;
