//! What the program keeps while names are private: what it is to go back to, and what stands for it meanwhile.

mod texts;
mod words;

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use super::history::History;
use super::insights::{PageOptions, PagePath, PagePlace, Subject};
use super::saved_views::SavedView;
use super::state::Back;
use crate::columns::{Columns, Pseudonyms};
use crate::fields::Field;
use crate::query::Query;

pub(super) use texts::{HIDDEN, without_folders};
pub use texts::{hide_rejects, hide_sources, hiding, hiding_titles};
use words::told;
pub use words::{Told, Words};

/// What the window says while names are private.
pub const PRIVATE_NOTE: &str = "Names replaced by pseudonyms";

/// Whether names are private, and how far that is.
#[derive(Debug, Default)]
pub struct Private {
    /// Whether they are to be private.
    pub(super) is_wanted: bool,
    /// What was loaded last, with names.
    pub(super) latest: Option<Arc<Columns>>,
    /// What is held back until pseudonyms are known.
    pub(super) held: Option<Held>,
    /// What is in force once they are known.
    pub(super) veil: Option<Veil>,
    /// Answers about snapshots before this one are not shown any more.
    pub(super) since: u64,
}

/// What is not shown before pseudonyms are known.
#[derive(Debug)]
pub(super) struct Held {
    pub words: Words,
    pub options: PageOptions,
    /// What stands in the place of these options.
    pub blank: PageOptions,
    pub path: PagePath,
    pub back: Option<Back>,
    pub lookup: String,
    pub title: String,
    pub history: History,
}

impl Private {
    /// A page, under the pseudonym of whom it is about if it was asked for by name.
    pub(super) fn shown_place(&self, place: PagePlace) -> PagePlace {
        let is_name = |veil: &&Veil| {
            let title = place.subject.as_ref().map(|subject| &subject.title);
            let pseudonyms = veil.hidden.pseudonyms();
            title.zip(pseudonyms).is_some_and(|(title, pseudonyms)| pseudonyms.name(title).is_some())
        };
        match self.veil.as_ref().filter(is_name) {
            Some(veil) => veil.place(&place, false),
            None => place,
        }
    }

    /// What stands for whom, once it is known.
    pub(super) fn pseudonyms(&self) -> Option<&Arc<Pseudonyms>> {
        self.veil.as_ref()?.hidden.pseudonyms()
    }

    /// A text about files or of a report, as far as it may be shown.
    pub(super) fn shown_text(&self, text: &str) -> String {
        match self.pseudonyms() {
            Some(pseudonyms) => pseudonyms.title(text),
            None if self.is_wanted => HIDDEN.to_owned(),
            None => text.to_owned(),
        }
    }

    /// A sentence of the program's about what it did, as far as it may be shown.
    pub(super) fn shown_sentence(&self, text: String) -> String {
        if !self.is_wanted {
            return text;
        }
        let text = without_folders(&text, &|name| self.shown_text(name));
        match &self.veil {
            Some(veil) => veil.hide(&text),
            None => text,
        }
    }
}

/// The two sides of private names.
#[derive(Debug)]
pub(super) struct Veil {
    /// The sign-ins with names.
    pub real: Arc<Columns>,
    /// The same without.
    pub hidden: Arc<Columns>,
    /// What the settings say with names.
    pub words: Words,
    /// What stands for it, in the same order.
    pub shown: Words,
    /// The way back that was there before.
    pub history: History,
    /// Texts that were typed, with names and without.
    pub typed: Vec<(String, String)>,
    /// What the settings said without names when they were last to be remembered, and with them.
    remembered: RefCell<Option<(Words, Words)>>,
    /// Filters that came since, without names and with them.
    filters: RefCell<HashMap<String, String>>,
    /// Pages about somebody, with names and without.
    places: RefCell<Vec<(PagePlace, PagePlace)>>,
}

impl Veil {
    /// Hides what the settings say, whose filters are `told` already as far as they were there.
    pub fn new(real: Arc<Columns>, hidden: Arc<Columns>, words: Words, told: &Told) -> Self {
        let hide = hiding(hidden.pseudonyms().map(AsRef::as_ref));
        let tell = |text: &str| told.filter(text, &real, &hidden);
        let mut recent_queries: Vec<String> = Vec::new();
        let mut kept: Vec<String> = Vec::new();
        for text in &words.recent_queries {
            let shown = tell(text);
            // Of filters that look alike without names, the latest is listed.
            if !recent_queries.contains(&shown) {
                recent_queries.push(shown);
                kept.push(text.clone());
            }
        }
        let mut names: Vec<String> = Vec::new();
        let views = words.views.told(&mut |view| {
            let mut name = hide(&view.name);
            while names.contains(&name) {
                name.push('\u{b7}');
            }
            names.push(name.clone());
            SavedView { name, query: tell(&view.query), ..view.clone() }
        });
        let shown =
            Words { query: tell(&words.query), recent: Vec::new(), recent_queries, recent_commands: Vec::new(), views };
        let mut words = words;
        // In the order of what is shown; the others follow.
        let others: Vec<String> = words.recent_queries.iter().filter(|text| !kept.contains(text)).cloned().collect();
        words.recent_queries = kept.into_iter().chain(others).collect();
        drop(hide);
        Self {
            real,
            hidden,
            words,
            shown,
            history: History::default(),
            typed: Vec::new(),
            remembered: RefCell::default(),
            filters: RefCell::default(),
            places: RefCell::default(),
        }
    }

    /// A text that is no value, without names.
    pub fn hide(&self, text: &str) -> String {
        hiding(self.hidden.pseudonyms().map(AsRef::as_ref))(text)
    }

    /// A filter without names.
    pub fn shown_query(&self, query: &Query) -> Query {
        query.retold(&self.real, &self.hidden, &|text| self.hide(text))
    }

    /// Lets pseudonyms stand for names in a text that was typed; returns how it is shown.
    pub fn hide_typed(&mut self, text: String) -> String {
        let shown = self.hide(&text);
        self.typed.push((text, shown.clone()));
        shown
    }

    /// The typed text that this one stands for: of one that was typed since, itself.
    pub fn real_typed(&self, text: &str) -> String {
        let known = self.typed.iter().find(|(_, shown)| shown == text);
        known.map_or_else(|| text.to_owned(), |(real, _)| real.clone())
    }

    /// The filter with names that this one stands for; itself, rather than none, where that can't be read.
    pub fn real_query(&self, query: &Query) -> Query {
        let text = query.to_string();
        self.real_text(&text).parse().unwrap_or_else(|_| query.clone())
    }

    fn real_text(&self, text: &str) -> String {
        if text == self.shown.query {
            return self.words.query.clone();
        }
        let known = self.shown.recent_queries.iter().position(|shown| shown == text);
        if let Some(real) = known.and_then(|place| self.words.recent_queries.get(place)) {
            return real.clone();
        }
        let mut filters = self.filters.borrow_mut();
        filters.entry(text.to_owned()).or_insert_with(|| told(text, &self.hidden, &self.real)).clone()
    }

    /// The name that a pseudonym stands for.
    fn real_name(&self, name: &str) -> Option<&str> {
        Field::ALL.into_iter().filter(|field| field.spec().personal.is_some()).find_map(|field| {
            let code = self.hidden.text_column(field).dictionary.code_of(name);
            self.real.text_column(field).dictionary.text(code)
        })
    }

    /// A page about somebody, under the name that the other side has for them.
    pub fn place(&self, place: &PagePlace, to_real: bool) -> PagePlace {
        let Some(subject) = &place.subject else { return place.clone() };
        if to_real {
            let places = self.places.borrow();
            if let Some((real, _)) = places.iter().find(|(_, shown)| shown == place) {
                return real.clone();
            }
            let title = self.real_name(&subject.title).unwrap_or(&subject.title).to_owned();
            let filter = subject.filter.retold(&self.hidden, &self.real, &str::to_owned);
            return PagePlace { page: place.page, subject: Some(Subject { title, filter }) };
        }
        let filter = self.shown_query(&subject.filter);
        let mut title = self.hide(&subject.title);
        if title == subject.title && filter != subject.filter {
            // Somebody whom no sign-in names yet.
            HIDDEN.clone_into(&mut title);
        }
        let shown = PagePlace { page: place.page, subject: Some(Subject { title, filter }) };
        self.places.borrow_mut().push((place.clone(), shown.clone()));
        shown
    }

    /// A name that is chosen, as the other side has it.
    pub fn name(&self, name: &str, to_real: bool) -> String {
        if to_real {
            return self.real_name(name).unwrap_or(name).to_owned();
        }
        self.hide(name)
    }

    /// What settings say that say this without names. Asked for with every frame, and told anew only when it is
    /// something else.
    pub fn real_words(&self, now: Words) -> Words {
        let mut remembered = self.remembered.borrow_mut();
        match remembered.as_ref() {
            Some((shown, real)) if *shown == now => real.clone(),
            _ => {
                let real = self.told_words(now.clone());
                *remembered = Some((now, real.clone()));
                real
            }
        }
    }

    fn told_words(&self, now: Words) -> Words {
        let mut recent = now.recent;
        recent.extend(self.words.recent.iter().filter(|path| !recent.contains(path)).cloned().collect::<Vec<_>>());
        let mut recent_queries: Vec<String> = now.recent_queries.iter().map(|text| self.real_text(text)).collect();
        let missing = self.words.recent_queries.iter().filter(|text| !recent_queries.contains(text));
        recent_queries.extend(missing.cloned().collect::<Vec<_>>());
        let mut recent_commands = now.recent_commands;
        let missing = self.words.recent_commands.iter().filter(|title| !recent_commands.contains(title));
        recent_commands.extend(missing.cloned().collect::<Vec<_>>());
        let known = |view: &SavedView| {
            let place = self.shown.views.own.iter().position(|shown| shown.name == view.name)?;
            self.shown.views.own.get(place).zip(self.words.views.own.get(place))
        };
        let views = now.views.told(&mut |view| {
            let (name, query) = match known(view) {
                Some((shown, real)) if shown.query == view.query => (real.name.clone(), real.query.clone()),
                Some((_, real)) => (real.name.clone(), self.real_text(&view.query)),
                None => (view.name.clone(), self.real_text(&view.query)),
            };
            SavedView { name, query, ..view.clone() }
        });
        Words { query: self.real_text(&now.query), recent, recent_queries, recent_commands, views }
    }
}
