//! What the program keeps while names are private: what it is to go back to, and what stands for it meanwhile.

use std::cell::RefCell;
use std::path::PathBuf;
use std::sync::Arc;

use super::history::History;
use super::insights::{PagePlace, Subject};
use super::saved_views::{SavedView, SavedViews, ViewName};
use super::settings::Settings;
use crate::cache::{RejectedRecord, Source};
use crate::columns::Columns;
use crate::fields::Field;
use crate::query::Query;

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
    pub(super) held: Option<Words>,
    /// What is in force once they are known.
    pub(super) veil: Option<Veil>,
    /// Answers about snapshots before this one are not shown any more.
    pub(super) since: u64,
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
    /// What the settings said without names when they were last to be remembered, and with them.
    remembered: RefCell<Option<(Words, Words)>>,
    /// Pages about somebody, with names and without.
    places: RefCell<Vec<(PagePlace, PagePlace)>>,
}

/// What the settings tell of people: filters, names of views and files.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Words {
    pub query: String,
    pub recent: Vec<PathBuf>,
    pub recent_queries: Vec<String>,
    pub recent_commands: Vec<String>,
    pub views: SavedViews,
}

impl Words {
    /// What these settings say.
    pub fn of(settings: &Settings) -> Self {
        Self {
            query: settings.query.clone(),
            recent: settings.recent.clone(),
            recent_queries: settings.recent_queries.clone(),
            recent_commands: settings.recent_commands.clone(),
            views: settings.views.clone(),
        }
    }

    /// Lets settings say it.
    pub fn put(self, settings: &mut Settings) {
        settings.query = self.query;
        settings.recent = self.recent;
        settings.recent_queries = self.recent_queries;
        settings.recent_commands = self.recent_commands;
        settings.views = self.views;
    }
}

/// A filter in the words of another snapshot, as text; one that can't be read loses its names.
fn told(text: &str, from: &Columns, to: &Columns) -> String {
    let hide = hiding(to);
    match text.parse::<Query>() {
        Ok(query) => query.retold(from, to, &hide).to_string(),
        Err(_) => hide(text),
    }
}

/// What becomes of a text that is no value: it loses its names on the way to columns without names.
pub(super) fn hiding(to: &Columns) -> impl Fn(&str) -> String + '_ {
    |text: &str| match to.pseudonyms() {
        Some(pseudonyms) => pseudonyms.sentence(text).into_owned(),
        None => text.to_owned(),
    }
}

impl Veil {
    /// Hides what the settings say.
    pub fn new(real: Arc<Columns>, hidden: Arc<Columns>, words: Words, history: History) -> Self {
        let hide = hiding(&hidden);
        let mut recent_queries: Vec<String> = Vec::new();
        let mut kept: Vec<String> = Vec::new();
        for text in &words.recent_queries {
            let shown = told(text, &real, &hidden);
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
            SavedView { name, query: told(&view.query, &real, &hidden), ..view.clone() }
        });
        let shown = Words {
            query: told(&words.query, &real, &hidden),
            recent: Vec::new(),
            recent_queries,
            recent_commands: Vec::new(),
            views,
        };
        let mut words = words;
        // In the order of what is shown; the others follow.
        let others: Vec<String> = words.recent_queries.iter().filter(|text| !kept.contains(text)).cloned().collect();
        words.recent_queries = kept.into_iter().chain(others).collect();
        drop(hide);
        Self { real, hidden, words, shown, history, remembered: RefCell::default(), places: RefCell::default() }
    }

    /// The filter with names that this one stands for.
    pub fn real_query(&self, query: &Query) -> Query {
        let text = query.to_string();
        self.real_text(&text).parse().unwrap_or_default()
    }

    fn real_text(&self, text: &str) -> String {
        if text == self.shown.query {
            return self.words.query.clone();
        }
        let known = self.shown.recent_queries.iter().position(|shown| shown == text);
        match known.and_then(|place| self.words.recent_queries.get(place)) {
            Some(real) => real.clone(),
            None => told(text, &self.hidden, &self.real),
        }
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
        let hide = hiding(&self.hidden);
        let filter = subject.filter.retold(&self.real, &self.hidden, &hide);
        let mut title = hide(&subject.title);
        if title == subject.title && filter != subject.filter {
            // Somebody whom no sign-in names yet.
            "Hidden".clone_into(&mut title);
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
        hiding(&self.hidden)(name)
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

impl SavedViews {
    /// The same views, each told otherwise.
    pub(super) fn told(&self, tell: &mut dyn FnMut(&SavedView) -> SavedView) -> Self {
        let own: Vec<SavedView> = self.own.iter().map(&mut *tell).collect();
        let active = self.active.as_ref().map(|active| match active {
            ViewName::BuiltIn(_) => active.clone(),
            ViewName::Own(name) => {
                let place = self.own.iter().position(|view| view.name == *name);
                let told = place.and_then(|place| own.get(place));
                told.map_or_else(|| active.clone(), |view| ViewName::Own(view.name.clone()))
            }
        });
        let mut views = self.clone();
        views.own = own;
        views.active = active;
        views.tell_before(tell);
        views.read_active();
        views
    }
}

/// Sources by their names alone: a path tells whose computer this is.
pub(super) fn hide_sources(sources: &mut [Source], hide: &dyn Fn(&str) -> String) {
    for source in sources {
        source.name = hide(&source.name);
        source.place.clone_from(&source.name);
    }
}

/// Rejected records without their texts.
pub(super) fn hide_rejects(rejects: &mut [RejectedRecord], hide: &dyn Fn(&str) -> String) {
    for reject in rejects {
        reject.source_name = hide(&reject.source_name);
        "Hidden while names are private".clone_into(&mut reject.text);
        reject.reason = hide(&reject.reason);
    }
}
