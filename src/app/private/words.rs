//! What settings tell of people, with names and without.

use std::collections::HashMap;
use std::path::PathBuf;

use super::texts::hiding;
use crate::app::saved_views::{SavedView, SavedViews, ViewName};
use crate::app::settings::Settings;
use crate::columns::Columns;
use crate::query::Query;

/// What the settings tell of people: filters, names of views and files.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Words {
    /// The filter.
    pub query: String,
    /// The files that were opened last.
    pub recent: Vec<PathBuf>,
    /// The filters that were used last.
    pub recent_queries: Vec<String>,
    /// The actions that were used last.
    pub recent_commands: Vec<String>,
    /// The saved views.
    pub views: SavedViews,
}

impl Words {
    /// What these settings say.
    pub(in crate::app) fn of(settings: &Settings) -> Self {
        Self {
            query: settings.query.clone(),
            recent: settings.recent.clone(),
            recent_queries: settings.recent_queries.clone(),
            recent_commands: settings.recent_commands.clone(),
            views: settings.views.clone(),
        }
    }

    /// Lets settings say it.
    pub(in crate::app) fn put(self, settings: &mut Settings) {
        settings.query = self.query;
        settings.recent = self.recent;
        settings.recent_queries = self.recent_queries;
        settings.recent_commands = self.recent_commands;
        settings.views = self.views;
    }

    fn queries(&self) -> impl Iterator<Item = &str> {
        let views = self.views.own.iter().map(|view| view.query.as_str());
        std::iter::once(self.query.as_str()).chain(self.recent_queries.iter().map(String::as_str)).chain(views)
    }
}

/// Filters with names and without, as texts.
#[derive(Clone, Debug, Default)]
pub struct Told(HashMap<String, String>);

impl Told {
    /// Tells every filter of these words without names. Looks through the columns for each of them, so that it is a
    /// job's work.
    #[must_use]
    pub fn of(words: &Words, real: &Columns, hidden: &Columns) -> Self {
        let mut filters = HashMap::new();
        for text in words.queries() {
            if !filters.contains_key(text) {
                filters.insert(text.to_owned(), told(text, real, hidden));
            }
        }
        Self(filters)
    }

    /// A filter without names; told now if it was not before.
    pub(super) fn filter(&self, text: &str, real: &Columns, hidden: &Columns) -> String {
        self.0.get(text).cloned().unwrap_or_else(|| told(text, real, hidden))
    }
}

/// A filter in the words of another snapshot, as text; one that can't be read loses its names.
pub(super) fn told(text: &str, from: &Columns, to: &Columns) -> String {
    let hide = hiding(to.pseudonyms().map(AsRef::as_ref));
    match text.parse::<Query>() {
        Ok(query) => query.retold(from, to, &hide).to_string(),
        Err(_) => hide(text),
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
