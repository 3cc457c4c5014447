//! The same sign-ins without names: pseudonyms stand for users, devices, addresses, tenants and notes.
//!
//! Rows, codes and numbers of sign-ins stay, so that every question has the same answer; only the texts that codes
//! stand for differ. Which fields name somebody the table of fields tells; other texts are searched for the
//! same names. A pseudonym is numbered by the first sign-in that has what it stands for, so that sign-ins which come
//! later change none. Spellings that differ only in case have pseudonyms that differ only in case: they are one
//! value to a filter before and after.

mod detail;
mod domains;
mod labels;
mod linking;
mod local_parts;
mod members;
mod sentences;
mod told_values;
mod workloads;

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use foldhash::fast::FixedState;
use rayon::prelude::*;

use super::{Columns, Dictionary, TextColumn};
use crate::fields::{Field, Kind, Log, Personal, lower};
use crate::record::distinct_lines;
use labels::Labels;
use sentences::Sentences;
use workloads::Workloads;

/// What stands for whom.
#[derive(Clone, Debug)]
pub struct Pseudonyms {
    /// By kind, in the order of [`Personal::ALL`].
    labels: Vec<Arc<Labels>>,
    sentences: Arc<Sentences>,
}

/// What stands for a value that no sign-in of the snapshot has.
const HIDDEN: &str = "Hidden";

impl Pseudonyms {
    /// What stands for a value of a field. What the field can't hide stays.
    #[must_use]
    pub fn value<'t>(&self, field: Field, text: &'t str) -> Cow<'t, str> {
        match field.spec().personal {
            Some(_) if labels::is_nobody(field, text) => Cow::Borrowed(text),
            Some(personal) => {
                let labels = self.labels.get(personal as usize);
                let label = |text: &'t str| match labels {
                    Some(labels) if labels.is_workload(field, text) => self.sentences.hide(text).into_owned(),
                    _ => labels.and_then(|labels| labels.of(text)).unwrap_or(HIDDEN).to_owned(),
                };
                Cow::Owned(match field.kind() {
                    Kind::List => {
                        let items: Vec<String> = text.lines().map(label).collect();
                        distinct_lines(items.iter().map(String::as_str))
                    }
                    _ => label(text),
                })
            }
            None if is_searched(field) => self.sentences.hide_in(field, text),
            None => Cow::Borrowed(text),
        }
    }

    /// A text in which pseudonyms stand for every name that it contains.
    #[must_use]
    pub fn sentence<'t>(&self, text: &'t str) -> Cow<'t, str> {
        self.sentences.hide(text)
    }

    /// What a file or a group is called, in which pseudonyms stand also for the first parts of usernames.
    #[must_use]
    pub fn title(&self, text: &str) -> String {
        self.sentences.hide_title(text)
    }

    /// What stands for a name wherever it is met, if it is one.
    #[must_use]
    pub fn name(&self, text: &str) -> Option<&str> {
        self.sentences.of_name(text)
    }
}

impl Columns {
    /// What stands for whom, if these columns name nobody.
    #[must_use]
    pub fn pseudonyms(&self) -> Option<&Arc<Pseudonyms>> {
        self.pseudonyms.as_ref()
    }

    /// Whether pseudonyms stand for names.
    #[must_use]
    pub fn is_private(&self) -> bool {
        self.pseudonyms.is_some()
    }

    /// The same sign-ins with pseudonyms instead of names. Looks at every row.
    #[must_use]
    pub fn made_private(&self) -> Self {
        if self.is_private() {
            return self.clone();
        }
        // The texts of the hidden snapshot tell no more which identifier is that of an object: what the names tell is
        // found out here, and shared as the codes that it is.
        let _ = self.users_by_name();
        let workloads = Arc::new(Workloads::of(self));
        let named: Vec<labels::Named> =
            Personal::ALL.into_par_iter().map(|personal| labels::Named::of(self, personal, &workloads)).collect();
        let sentences = Sentences::of(self, &named, members::strangers(&self.directory, &named));
        let mut columns = self.clone();
        for named in &named {
            for (field, texts) in named.dictionaries(self, &sentences) {
                columns.texts[field as usize] = self.with_texts(field, texts);
            }
        }
        let searched: Vec<Field> = Field::ALL.into_iter().filter(|field| is_searched(*field)).collect();
        let found: Vec<(Field, Option<Vec<Box<str>>>)> =
            searched.into_par_iter().map(|field| (field, hidden_texts(self, field, &sentences))).collect();
        for (field, texts) in found {
            if let Some(texts) = texts {
                columns.texts[field as usize] = self.with_texts(field, texts);
            }
        }
        columns.directory = Arc::new(members::hidden(&self.directory, &named, &sentences));
        let labels = named.into_iter().map(|named| Arc::new(named.into_labels())).collect();
        columns.pseudonyms = Some(Arc::new(Pseudonyms { labels, sentences: Arc::new(sentences) }));
        columns
    }

    /// The same sign-ins with pseudonyms, which takes what it can from how a snapshot was made private `before`, given
    /// with names and without: if only bookmarks and notes differ, everything else.
    #[must_use]
    pub fn made_private_after(&self, before: Option<(&Self, &Self)>) -> Self {
        let is_same = |real: &Self| {
            let are_same = |field: &Field| Arc::ptr_eq(&self.texts[*field as usize], &real.texts[*field as usize]);
            let said = [Field::Bookmarked, Field::Note];
            Arc::ptr_eq(&self.events, &real.events)
                && Field::ALL.iter().filter(|field| is_own(**field) && !said.contains(field)).all(are_same)
        };
        let known = before.filter(|(real, _)| is_same(real));
        let Some((hidden, pseudonyms)) = known.and_then(|(_, hidden)| Some((hidden, hidden.pseudonyms.as_ref()?)))
        else {
            return self.made_private();
        };
        let mut columns = hidden.clone();
        columns.texts[Field::Bookmarked as usize] = self.texts[Field::Bookmarked as usize].clone();
        let mut pseudonyms = Pseudonyms::clone(pseudonyms);
        let notes = labels::Named::of(self, Personal::Note, &Arc::default());
        for (field, texts) in notes.dictionaries(self, &pseudonyms.sentences) {
            columns.texts[field as usize] = self.with_texts(field, texts);
        }
        if let Some(labels) = pseudonyms.labels.get_mut(Personal::Note as usize) {
            *labels = Arc::new(notes.into_labels());
        }
        columns.pseudonyms = Some(Arc::new(pseudonyms));
        columns
    }

    /// The column of a field with other texts for its codes.
    fn with_texts(&self, field: Field, texts: Vec<Box<str>>) -> Arc<TextColumn> {
        Arc::new(TextColumn::new(self.text_column(field).codes.clone(), Dictionary::new(texts)))
    }
}

/// Whether an identifier of a record is that of the user whom it is about.
pub(super) fn names_somebody(field: Field, log: Log) -> bool {
    field == Field::RequestId && log == Log::RiskyUsers
}

/// Whether the column of a field holds what nothing but reports and look-ups tell.
fn is_own(field: Field) -> bool {
    field.spec().is_stored() || field.spec().is_of_directory()
}

/// Whether the texts of a field can contain a name. Places are no names of anyone, whatever they are called.
fn is_searched(field: Field) -> bool {
    let spec = field.spec();
    spec.personal.is_none()
        && is_own(field)
        && matches!(spec.kind, Kind::Text | Kind::List | Kind::Steps | Kind::Policies)
        && !matches!(field, Field::City | Field::State | Field::Country | Field::Location | Field::UserCountry)
}

/// The texts of a field without names; `None` if there are none in them. Texts that differ stay different, but for
/// lists, whose parts are what counts.
fn hidden_texts(columns: &Columns, field: Field, sentences: &Sentences) -> Option<Vec<Box<str>>> {
    let dictionary = &columns.text_column(field).dictionary;
    let texts: Vec<&str> = dictionary.iter().map(|(_, text)| text).collect();
    let hidden: Vec<Cow<'_, str>> =
        texts.par_iter().with_min_len(256).map(|text| sentences.hide_in(field, text)).collect();
    if hidden.iter().all(|text| matches!(text, Cow::Borrowed(_))) {
        return None;
    }
    if !field.kind().is_single() {
        return Some(hidden.into_iter().map(|text| text.into_owned().into()).collect());
    }
    // What is kept as it was may be what another text becomes.
    let mut used: HashSet<String, FixedState> =
        hidden.iter().filter(|text| matches!(text, Cow::Borrowed(_))).map(|text| lower(text)).collect();
    let mut given: HashMap<String, String, FixedState> = HashMap::default();
    let different = hidden.into_iter().zip(texts).map(|(hidden, text)| match hidden {
        Cow::Borrowed(same) => same.into(),
        Cow::Owned(hidden) => {
            // Spellings of one value are spellings of one value afterwards.
            let label = given.entry(lower(text)).or_insert_with(|| labels::unused(hidden, &mut used));
            label.as_str().into()
        }
    });
    Some(different.collect())
}

#[cfg(test)]
mod tests;
