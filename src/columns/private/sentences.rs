//! Names within longer texts.

use std::borrow::Cow;
use std::collections::HashSet;

use foldhash::fast::FixedState;

use super::domains::domains;
use super::labels::{FastMap, Named};
use super::local_parts::local_parts;
use super::told_values::ToldValues;
use crate::columns::Columns;
use crate::fields::{Field, Kind, Personal, lower};
use crate::record::{AuthStep, EntryKind, decode_steps, encode_steps};

/// Every name with its pseudonym, to be found in texts.
#[derive(Debug, Default)]
pub(super) struct Sentences {
    names: Names,
    /// Those of tenants by their domains. They are looked for last: in an address, they are a part of a name.
    domains: Names,
    /// Those of users by the first part of their usernames. In most texts they are words as others; what people call
    /// files and groups they are not.
    local_parts: Names,
    values: ToldValues,
}

/// Some names with their pseudonyms.
#[derive(Debug, Default)]
struct Names {
    /// By the name in lower case.
    labels: FastMap<Box<str>, Box<str>>,
    /// For the first word of a name, or its first sign: how many characters such names have, most first.
    lengths: FastMap<Box<str>, Vec<u16>>,
    /// Signs that names begin with.
    signs: HashSet<char, FixedState>,
}

/// What stands for an address of somebody whom no sign-in names.
const SOMEBODY: &str = "another user";
/// What stands for a telephone number.
const PHONE: &str = "Telephone number";

impl Sentences {
    /// Of all names but notes, which are nobody's, and of further ones with what stands for them.
    pub fn of(columns: &Columns, named: &[Named], further: Vec<(String, String)>) -> Self {
        let of_persons = named.iter().filter(|named| named.personal != Personal::Note);
        let found = of_persons.flat_map(|named| named.texts(columns));
        let found = found.map(|(text, label)| (Cow::Borrowed(text), Cow::Borrowed(label)));
        // The name of somebody whom events tell of counts more than the same name of somebody else.
        let further = further.into_iter().map(|(text, label)| (Cow::Owned(text), Cow::Owned(label)));
        let all: Vec<Pair<'_>> = found.chain(further).collect();
        let mut sentences = Self {
            local_parts: Names::of(all.iter().flat_map(|(text, label)| local_parts(text, label)).map(pair)),
            names: Names::of(all.into_iter()),
            domains: Names::of(domains(columns).into_iter().map(pair)),
            values: ToldValues::of(columns),
        };
        let directory = columns.directory().told();
        let nested = directory.entries().iter().filter(|entry| entry.kind == EntryKind::Group).map(|entry| &entry.name);
        let groups = directory.groups().iter().map(|group| &group.name).chain(nested);
        let hidden: Vec<(String, String)> = groups.map(|group| (group.clone(), sentences.hide_title(group))).collect();
        let is_told = |(group, hidden): &(String, String)| sentences.hide(group) != *hidden;
        let told: Vec<(String, String)> = hidden.into_iter().filter(is_told).collect();
        sentences.names.extend(told.into_iter().map(pair));
        sentences
    }

    /// What stands for a name.
    pub fn of_name(&self, text: &str) -> Option<&str> {
        self.names.labels.get(lower(text.trim()).as_str()).map(AsRef::as_ref)
    }

    /// A value of a field with pseudonyms for the names in it; borrowed only if there are none.
    pub fn hide_in<'t>(&self, field: Field, text: &'t str) -> Cow<'t, str> {
        match field.kind() {
            Kind::Steps => {
                let steps: Vec<AuthStep<'_>> = decode_steps(text);
                let hidden: Vec<AuthStep<'_>> = steps.iter().map(|step| self.hide_step(step)).collect();
                if hidden == steps { Cow::Borrowed(text) } else { Cow::Owned(encode_steps(&hidden)) }
            }
            Kind::List if matches!(field, Field::ModifiedProperties | Field::ProcessingDetails) => {
                let hide = |text: &str| self.hide(text).into_owned();
                let lines = text.lines().map(|line| match field {
                    Field::ModifiedProperties => self.values.change(line, &hide),
                    _ => self.values.detail(line, &hide),
                });
                let hidden = lines.collect::<Vec<_>>().join("\n");
                if hidden == text { Cow::Borrowed(text) } else { Cow::Owned(hidden) }
            }
            _ if field == Field::MfaDetail && is_phone(text) => Cow::Owned(PHONE.to_owned()),
            _ => self.hide(text),
        }
    }

    /// An authentication step without names and telephone numbers.
    pub fn hide_step(&self, step: &AuthStep<'_>) -> AuthStep<'static> {
        let hide = |text: &str| if is_phone(text) { PHONE.to_owned() } else { self.hide(text).into_owned() };
        AuthStep {
            time: step.time,
            method: hide(&step.method).into(),
            detail: hide(&step.detail).into(),
            succeeded: step.succeeded,
            result: hide(&step.result).into(),
            requirement: hide(&step.requirement).into(),
        }
    }

    /// What a file or a group is called, without names, and without the first parts of usernames.
    pub fn hide_title(&self, text: &str) -> String {
        self.local_parts.hide(&self.hide(text)).into_owned()
    }

    /// The text with pseudonyms for the names in it; borrowed only if there are none.
    pub fn hide<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let mut hidden = self.names.hide(text);
        if hidden.contains('@')
            && let Some(text) = without_addresses(&hidden)
        {
            hidden = Cow::Owned(text);
        }
        match hidden {
            Cow::Borrowed(text) => self.domains.hide(text),
            Cow::Owned(text) => Cow::Owned(self.domains.hide(&text).into_owned()),
        }
    }
}

/// A name, and what stands for it.
type Pair<'t> = (Cow<'t, str>, Cow<'t, str>);

fn pair((text, label): (String, String)) -> Pair<'static> {
    (text.into(), label.into())
}

impl Names {
    fn of<'t>(names: impl Iterator<Item = Pair<'t>>) -> Self {
        let mut all = Self::default();
        all.extend(names);
        all
    }

    fn extend<'t>(&mut self, names: impl Iterator<Item = Pair<'t>>) {
        for (text, label) in names {
            self.add(&text, &label);
        }
        for lengths in self.lengths.values_mut() {
            lengths.sort_unstable_by(|a, b| b.cmp(a));
        }
    }

    fn add(&mut self, text: &str, label: &str) {
        let name = text.trim();
        if !is_searched(name) {
            return;
        }
        let Ok(length) = u16::try_from(name.chars().count()) else { return };
        let name_lower = lower(name);
        if self.labels.contains_key(name_lower.as_str()) {
            return;
        }
        self.labels.insert(name_lower.into(), label.into());
        let first = first_word(name);
        if let Some(sign) = first.chars().next().filter(|c| !c.is_alphanumeric()) {
            self.signs.insert(sign);
        }
        let lengths = self.lengths.entry(lower(first).into()).or_default();
        if !lengths.contains(&length) {
            lengths.push(length);
        }
    }

    fn hide<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let mut hidden = String::new();
        let mut kept = 0;
        let mut at = 0;
        let mut before: Option<char> = None;
        while let Some(c) = text[at..].chars().next() {
            let begins =
                if c.is_alphanumeric() { !before.is_some_and(char::is_alphanumeric) } else { self.signs.contains(&c) };
            if begins && let Some((end, label)) = self.name_at(text, at) {
                hidden.push_str(&text[kept..at]);
                hidden.push_str(label);
                before = text[..end].chars().next_back();
                (kept, at) = (end, end);
                continue;
            }
            before = Some(c);
            at += c.len_utf8();
        }
        if kept == 0 && hidden.is_empty() {
            return Cow::Borrowed(text);
        }
        hidden.push_str(&text[kept..]);
        Cow::Owned(hidden)
    }

    /// The longest name that begins at a byte: where it ends, and what stands for it.
    fn name_at(&self, text: &str, at: usize) -> Option<(usize, &str)> {
        let rest = &text[at..];
        let first = first_word(rest);
        let lengths = if first.bytes().any(|byte| byte.is_ascii_uppercase() || !byte.is_ascii()) {
            self.lengths.get(lower(first).as_str())?
        } else {
            self.lengths.get(first)?
        };
        lengths.iter().find_map(|length| {
            let length = usize::from(*length);
            let end = rest.char_indices().nth(length).map_or(rest.len(), |(end, _)| end);
            let name = &rest[..end];
            let is_cut = name.chars().next_back().is_some_and(char::is_alphanumeric)
                && rest[end..].chars().next().is_some_and(char::is_alphanumeric);
            if is_cut {
                return None;
            }
            let label = self.labels.get(lower(name).as_str())?;
            Some((at + end, label.as_ref()))
        })
    }
}

/// Whether a name is told apart from other words. A letter or a small number is in every text.
fn is_searched(name: &str) -> bool {
    let is_number = name.bytes().all(|byte| byte.is_ascii_digit());
    name.chars().count() > 1 && !(is_number && name.len() < 5)
}

/// The letters and digits at the beginning, or the sign that is there.
fn first_word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
    if end > 0 { &text[..end] } else { &text[..text.chars().next().map_or(0, char::len_utf8)] }
}

/// A text without what looks like an address of somebody; `None` if there is none in it.
fn without_addresses(text: &str) -> Option<String> {
    let is_local = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-' | '#');
    let is_domain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-');
    let mut hidden = String::new();
    let mut kept = 0;
    for (at, _) in text.match_indices('@') {
        if at < kept {
            continue;
        }
        let start = text[kept..at]
            .rfind(|c| !is_local(c))
            .map_or(kept, |place| kept + place + text[kept + place..].chars().next().map_or(0, char::len_utf8));
        let rest = &text[at + 1..];
        let domain = rest[..rest.find(|c| !is_domain(c)).unwrap_or(rest.len())].trim_end_matches(['.', '-']);
        let ending = domain.rsplit_once('.').map_or("", |(_, ending)| ending);
        if start < at && ending.len() >= 2 && ending.chars().all(char::is_alphabetic) {
            hidden.push_str(&text[kept..start]);
            hidden.push_str(SOMEBODY);
            kept = at + 1 + domain.len();
        }
    }
    if kept == 0 {
        return None;
    }
    hidden.push_str(&text[kept..]);
    Some(hidden)
}

/// Whether a text is a telephone number, perhaps with signs in the place of some digits.
fn is_phone(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let is_sign =
        |c: char| c.is_ascii_digit() || matches!(c, '+' | ' ' | '-' | '(' | ')' | '.' | '*' | 'X' | 'x' | '\u{2022}');
    digits >= 2 && text.len() >= 5 && text.chars().all(is_sign)
}
