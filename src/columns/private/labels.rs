//! The pseudonyms of one kind of names.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::net::IpAddr;
use std::sync::Arc;

use foldhash::fast::FixedState;

use super::linking::{Linked, NOBODY};
use super::sentences::Sentences;
use super::workloads::Workloads;
use crate::columns::Columns;
use crate::fields::{Field, Kind, Personal, is_zero_id, lower};
use crate::record::distinct_lines;

pub(super) type FastMap<K, V> = HashMap<K, V, FixedState>;

/// The pseudonyms of one kind, to be looked up.
#[derive(Debug, Default)]
pub(super) struct Labels {
    is_address: bool,
    places: FastMap<Box<str>, u32>,
    texts: Vec<Box<str>>,
    /// What names no person though it stands where persons are named.
    workloads: Arc<Workloads>,
}

impl Labels {
    /// Whether a text of a field is the name of an application, a resource or a service principal.
    pub fn is_workload(&self, field: Field, text: &str) -> bool {
        self.workloads.names(field, text)
    }

    /// What stands for a text of this kind, if it is known.
    pub fn of(&self, text: &str) -> Option<&str> {
        let place = *self.places.get(key(self.is_address, text).as_str())?;
        self.texts.get(place as usize).map(AsRef::as_ref)
    }
}

/// The different names of one kind, with what stands for each.
#[derive(Debug)]
pub(super) struct Named {
    pub personal: Personal,
    /// For each field that has such names, for each code the place of its name; [`NOBODY`] where there is none.
    pub of_field: Vec<(Field, Vec<u32>)>,
    /// For each field of lists of such names, for each code the places of the names.
    of_list: Vec<(Field, Vec<Vec<u32>>)>,
    places: FastMap<Box<str>, u32>,
    labels: Vec<Box<str>>,
    workloads: Arc<Workloads>,
}

impl Named {
    /// The names of a kind, each with its pseudonym.
    pub fn of(columns: &Columns, personal: Personal, workloads: &Arc<Workloads>) -> Self {
        let is_address = personal == Personal::IpAddress;
        let (lists, fields): (Vec<Field>, Vec<Field>) = Field::ALL
            .into_iter()
            .filter(|field| field.spec().personal == Some(personal))
            .partition(|field| field.kind() == Kind::List);
        let mut places: FastMap<Box<str>, u32> = FastMap::default();
        let mut place = |field: Field, text: &str| {
            if is_nobody(field, text) || workloads.names(field, text) {
                return NOBODY;
            }
            let next = places.len() as u32;
            *places.entry(key(is_address, text).into()).or_insert(next)
        };
        let of_field: Vec<(Field, Vec<u32>)> = fields
            .into_iter()
            .map(|field| {
                let texts = columns.text_column(field).dictionary.iter();
                (field, std::iter::once(NOBODY).chain(texts.map(|(_, text)| place(field, text))).collect())
            })
            .collect();
        let of_list: Vec<(Field, Vec<Vec<u32>>)> = lists
            .into_iter()
            .map(|field| {
                let texts = columns.text_column(field).dictionary.iter();
                let items = texts.map(|(_, text)| text.lines().map(|item| place(field, item)).collect());
                (field, std::iter::once(Vec::new()).chain(items).collect())
            })
            .collect();
        let labels = Linked::of(columns, personal, &of_field, &of_list, places.len()).labels();
        Self { personal, of_field, of_list, places, labels, workloads: workloads.clone() }
    }

    /// The texts of each field that has such names, in the order of its codes. What names no person loses what
    /// `sentences` find in it.
    pub fn dictionaries(&self, columns: &Columns, sentences: &Sentences) -> Vec<(Field, Vec<Box<str>>)> {
        let texts = |(field, places): &(Field, Vec<u32>)| {
            let mut met: FastMap<u32, u32> = FastMap::default();
            let mut used: HashSet<String, FixedState> = HashSet::default();
            let texts = columns.text_column(*field).dictionary.iter().map(|(code, text)| {
                match places.get(code as usize).and_then(|place| Some((*place, self.label(*place)?))) {
                    Some((place, label)) => {
                        let spelling = met.entry(place).or_insert(0);
                        *spelling += 1;
                        spelled(label, *spelling - 1).into()
                    }
                    None => match sentences.hide(text) {
                        Cow::Borrowed(same) => same.into(),
                        Cow::Owned(hidden) => unused(hidden, &mut used).into(),
                    },
                }
            });
            (*field, texts.collect())
        };
        let lists = |(field, places): &(Field, Vec<Vec<u32>>)| {
            let texts = columns.text_column(*field).dictionary.iter().map(|(code, text)| {
                let places = places.get(code as usize).map(Vec::as_slice).unwrap_or_default();
                let item =
                    |(item, place): (_, &u32)| self.label(*place).map_or_else(|| sentences.hide(item), Cow::Borrowed);
                let items: Vec<Cow<'_, str>> = text.lines().zip(places).map(item).collect();
                distinct_lines(items.iter().map(AsRef::as_ref)).into()
            });
            (*field, texts.collect())
        };
        self.of_field.iter().map(texts).chain(self.of_list.iter().map(lists)).collect()
    }

    fn label(&self, place: u32) -> Option<&str> {
        self.labels.get(place as usize).map(AsRef::as_ref)
    }

    /// Every text that has a pseudonym in this snapshot, with it.
    pub fn texts<'a>(&'a self, columns: &'a Columns) -> impl Iterator<Item = (&'a str, &'a str)> {
        let single = self.of_field.iter().flat_map(move |(field, places)| {
            let texts = columns.text_column(*field).dictionary.iter();
            texts.filter_map(|(code, text)| Some((text, self.label(*places.get(code as usize)?)?)))
        });
        let listed = self.of_list.iter().flat_map(move |(field, places)| {
            let texts = columns.text_column(*field).dictionary.iter();
            texts.flat_map(move |(code, text)| {
                let places = places.get(code as usize).map(Vec::as_slice).unwrap_or_default();
                text.lines().zip(places).filter_map(|(item, place)| Some((item, self.label(*place)?)))
            })
        });
        single.chain(listed)
    }

    /// What stands for a name, if it is one of these.
    pub fn label_of(&self, text: &str) -> Option<&str> {
        let place = *self.places.get(key(self.personal == Personal::IpAddress, text).as_str())?;
        self.labels.get(place as usize).map(AsRef::as_ref)
    }

    /// The same, to be looked up.
    pub fn into_labels(self) -> Labels {
        let is_address = self.personal == Personal::IpAddress;
        Labels { is_address, places: self.places, texts: self.labels, workloads: self.workloads }
    }
}

/// What two spellings of a name have in common.
fn key(is_address: bool, text: &str) -> String {
    match text.parse::<IpAddr>() {
        Ok(address) if is_address => address.to_canonical().to_string(),
        _ => lower(text),
    }
}

/// Whether a value stands for nobody, so that there is nothing to hide.
pub(super) fn is_nobody(field: Field, text: &str) -> bool {
    text.is_empty() || (field.kind() == Kind::Id && is_zero_id(text))
}

/// A further spelling of a pseudonym: another one in the same letters.
fn spelled(label: &str, number: u32) -> String {
    let letters = label.chars().filter(char::is_ascii_alphabetic).count() as u32;
    if number > 0 && number.checked_shr(letters).unwrap_or(0) > 0 {
        return format!("{label} [{number}]");
    }
    let mut rest = number;
    let turned = |c: char| {
        if !c.is_ascii_alphabetic() {
            return c;
        }
        let is_turned = rest & 1 == 1;
        rest >>= 1;
        match (is_turned, c.is_ascii_lowercase()) {
            (false, _) => c,
            (true, true) => c.to_ascii_uppercase(),
            (true, false) => c.to_ascii_lowercase(),
        }
    };
    label.chars().map(turned).collect()
}

/// The text, or one like it that is not used yet. Case does not count.
pub(super) fn unused(text: String, used: &mut HashSet<String, FixedState>) -> String {
    let further = (2_u32..).map(|number| format!("{text} ({number})"));
    let free = std::iter::once(text.clone()).chain(further).find(|text| !used.contains(&lower(text)));
    let free = free.unwrap_or(text);
    used.insert(lower(&free));
    free
}
