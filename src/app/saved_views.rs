//! Saved views: a named filter with the log it is for and how that log's table is laid out.
//!
//! Some are built in, to start from; they can be hidden and duplicated but not changed. Leaving a view brings back
//! what was shown before it.

mod built_in;
mod json;

pub use built_in::{BUILT_IN, BuiltIn};

use super::command::View;
use super::settings::TableLayout;
use super::state::{Notice, State};
use crate::fields::Log;
use crate::query::Query;
use crate::texts::text;

/// A named filter with its table.
#[derive(Clone, Debug, PartialEq)]
pub struct SavedView {
    /// What the user calls it.
    pub name: String,
    /// The log it shows.
    pub log: Log,
    /// The text of its filter. It stays as it is even if this version of the program can't read it.
    pub query: String,
    /// Columns, widths, sort order and grouping of the log's table.
    pub layout: TableLayout,
    /// Hours of the window within which rows fold.
    pub aggregate_hours: u8,
}

/// Which view is meant.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ViewName {
    /// A built-in one, by its key.
    BuiltIn(&'static str),
    /// One of the user's own, by its name.
    Own(String),
}

impl ViewName {
    /// What the menu calls it.
    #[must_use]
    pub fn title(&self) -> &str {
        match self {
            Self::BuiltIn(key) => BuiltIn::from_key(key).map_or(key, |view| view.shown_title()),
            Self::Own(name) => name,
        }
    }
}

/// Longest name of a view, in characters.
pub const MAX_NAME: usize = 60;

/// The views of the user.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SavedViews {
    /// The user's own, in their order.
    pub own: Vec<SavedView>,
    /// Keys of the built-in ones that the menus leave out.
    pub hidden: Vec<String>,
    /// The one that was chosen last and not left since.
    pub active: Option<ViewName>,
    /// What was shown before it, to be brought back.
    before: Option<Box<SavedView>>,
    active_filter: ReadFilter,
}

/// The filter of the active view, read when its text changes instead of whenever the window is drawn.
#[derive(Clone, Debug, Default)]
struct ReadFilter {
    text: String,
    /// `None` if this version of the program can't read it.
    query: Option<Query>,
}

impl ReadFilter {
    fn of(text: String) -> Self {
        Self { query: text.parse().ok(), text }
    }
}

/// It follows from the active view.
impl PartialEq for ReadFilter {
    fn eq(&self, _other: &Self) -> bool {
        true
    }
}

impl SavedViews {
    /// The views of the menus: the built-in ones that are not hidden, then the user's own.
    #[must_use]
    pub fn listed(&self) -> Vec<ViewName> {
        let built_in = BUILT_IN.iter().filter(|view| !self.is_hidden(view.key));
        let own = self.own.iter().map(|view| ViewName::Own(view.name.clone()));
        built_in.map(|view| ViewName::BuiltIn(view.key)).chain(own).collect()
    }

    /// Whether the menus leave a built-in view out.
    #[must_use]
    pub fn is_hidden(&self, key: &str) -> bool {
        self.hidden.iter().any(|hidden| hidden == key)
    }

    /// The view of a name.
    #[must_use]
    pub fn get(&self, name: &ViewName) -> Option<SavedView> {
        match name {
            ViewName::BuiltIn(key) => BuiltIn::from_key(key).map(BuiltIn::view),
            ViewName::Own(name) => self.own.iter().find(|view| view.name == *name).cloned(),
        }
    }

    /// Why a view can't have this name; `except` is its present one.
    #[must_use]
    pub fn name_problem(&self, name: &str, except: Option<&str>) -> Option<&'static str> {
        // The menu lists no two of the same name in any language.
        let is_shown = |view: &BuiltIn| view.shown_title().to_lowercase() == name.trim().to_lowercase();
        let problem = self.kept_name_problem(name, except);
        problem.or_else(|| BUILT_IN.iter().any(is_shown).then(|| text!("saved-views-name-built-in")))
    }

    /// The same whatever the language is.
    fn kept_name_problem(&self, name: &str, except: Option<&str>) -> Option<&'static str> {
        let name = name.trim();
        let same = |known: &str| known.to_lowercase() == name.to_lowercase();
        if name.is_empty() {
            Some(text!("saved-views-name-missing"))
        } else if name.chars().count() > MAX_NAME {
            Some(text!("saved-views-name-too-long"))
        } else if BUILT_IN.iter().any(|view| same(view.title)) {
            Some(text!("saved-views-name-built-in"))
        } else if self.own.iter().any(|view| same(&view.name) && except != Some(&view.name)) {
            Some(text!("saved-views-name-taken"))
        } else {
            None
        }
    }

    /// A name like this one that no view has yet.
    #[must_use]
    pub fn free_name(&self, like: &str) -> String {
        let base: String = like.trim().chars().take(MAX_NAME - 6).collect();
        let base = if base.is_empty() { text!("saved-views-unnamed").to_owned() } else { base };
        let candidates = std::iter::once(base.clone()).chain((2_u64..).map(|number| format!("{base} {number}")));
        candidates.into_iter().find(|name| self.name_problem(name, None).is_none()).unwrap_or(base)
    }

    /// Lets the active view and what was shown before it be those of other views, unless these have it no more.
    pub(super) fn keep_active(&mut self, own: Self) {
        self.active = own.active.filter(|name| self.get(name).is_some());
        self.before = own.before.filter(|_| self.active.is_some());
    }

    /// Tells what was shown before the active view otherwise.
    pub(super) fn tell_before(&mut self, tell: &mut dyn FnMut(&SavedView) -> SavedView) {
        self.before = self.before.take().map(|before| Box::new(tell(&before)));
    }

    /// Reads the filter of the active view, if it is another one than before.
    pub(super) fn read_active(&mut self) {
        let Some(view) = self.active.as_ref().and_then(|name| self.get(name)) else { return };
        if self.active_filter.text != view.query || self.active_filter.query.is_none() {
            self.active_filter = ReadFilter::of(view.query);
        }
    }

    fn place(&self, name: &str) -> Option<usize> {
        self.own.iter().position(|view| view.name == name)
    }
}

impl State {
    /// The view that was chosen last and not left since.
    #[must_use]
    pub fn active_view(&self) -> Option<&ViewName> {
        self.settings.views.active.as_ref()
    }

    /// Whether what is shown is not what the active view says, widths aside.
    #[must_use]
    pub fn is_view_changed(&self) -> bool {
        let Some(view) = self.active_view().and_then(|name| self.settings.views.get(name)) else { return false };
        let plain = |layout: &TableLayout| TableLayout { widths: std::collections::BTreeMap::new(), ..layout.clone() };
        self.settings.views.active_filter.query.as_ref() != Some(&self.query)
            || (matches!(self.view, View::Log(_)) && self.log != view.log)
            || plain(&view.layout) != plain(self.settings.table(view.log))
            || (view.layout.grouped && view.aggregate_hours != self.settings.aggregate_hours)
    }

    /// What the table of the present log shows, under a name.
    fn present_view(&self, name: &str) -> SavedView {
        SavedView {
            name: name.to_owned(),
            log: self.log,
            query: self.query.to_string(),
            layout: self.settings.table(self.log).clone(),
            aggregate_hours: self.settings.aggregate_hours,
        }
    }

    pub(super) fn show_view(&mut self, name: ViewName) {
        let Some(view) = self.settings.views.get(&name) else { return };
        let query = match view.query.parse::<Query>() {
            Ok(query) => query,
            Err(error) => {
                let reason = error.to_string();
                let text = text!("saved-views-unreadable", name = view.name, reason = reason);
                self.notice = Some(Notice { text, is_error: true });
                return;
            }
        };
        self.recent.remember(&mut self.settings);
        let mut before = self.present_view("");
        if let Some(known) = self.settings.views.before.take() {
            self.settings.table_mut(known.log).clone_from(&known.layout);
            before = *known;
        }
        before.log = view.log;
        before.layout = self.settings.table(view.log).clone();
        self.settings.views.before = Some(Box::new(before));
        self.settings.views.active = Some(name);
        *self.settings.table_mut(view.log) = view.layout;
        self.settings.aggregate_hours = view.aggregate_hours;
        self.filter(query);
        self.show(View::Log(view.log));
    }

    pub(super) fn leave_view(&mut self) {
        self.settings.views.active = None;
        let Some(before) = self.settings.views.before.take() else { return };
        *self.settings.table_mut(before.log) = before.layout;
        self.settings.aggregate_hours = before.aggregate_hours;
        self.filter(before.query.parse().unwrap_or_default());
    }

    pub(super) fn save_view(&mut self, name: &str) {
        let name = name.trim();
        if let Some(problem) = self.settings.views.name_problem(name, None) {
            self.notice = Some(Notice { text: problem.to_owned(), is_error: true });
            return;
        }
        let view = self.present_view(name);
        let views = &mut self.settings.views;
        views.before.get_or_insert_with(|| Box::new(view.clone()));
        views.own.push(view);
        views.active = Some(ViewName::Own(name.to_owned()));
    }

    /// Lets the active view, if it is the user's own, be what is shown now.
    pub(super) fn update_view(&mut self) {
        let Some(ViewName::Own(name)) = self.active_view().cloned() else { return };
        let view = self.present_view(&name);
        if let Some(known) = self.settings.views.own.iter_mut().find(|known| known.name == name) {
            *known = view;
        }
    }

    pub(super) fn rename_view(&mut self, old: &str, new: &str) {
        let (views, new) = (&mut self.settings.views, new.trim());
        if views.name_problem(new, Some(old)).is_some() {
            return;
        }
        if let Some(view) = views.own.iter_mut().find(|view| view.name == old) {
            new.clone_into(&mut view.name);
            if views.active == Some(ViewName::Own(old.to_owned())) {
                views.active = Some(ViewName::Own(new.to_owned()));
            }
        }
    }

    /// Adds a view of the user's own that is the same as this one.
    pub(super) fn duplicate_view(&mut self, name: &ViewName) {
        let views = &mut self.settings.views;
        if let Some(view) = views.get(name) {
            let name = views.free_name(&text!("saved-views-copy", name = name.title()));
            views.own.push(SavedView { name, ..view });
        }
    }

    /// Takes a view of the user's own away. What is shown stays.
    pub(super) fn delete_view(&mut self, name: &str) {
        let views = &mut self.settings.views;
        views.own.retain(|view| view.name != name);
        if views.active == Some(ViewName::Own(name.to_owned())) {
            views.active = None;
            views.before = None;
        }
        self.notice = Some(Notice { text: text!("saved-views-deleted", name = name), is_error: false });
    }

    /// Moves a view of the user's own up or down among them.
    pub(super) fn move_view(&mut self, name: &str, down: bool) {
        let views = &mut self.settings.views;
        let Some(place) = views.place(name) else { return };
        let other = if down { place + 1 } else { place.wrapping_sub(1) };
        if other < views.own.len() {
            views.own.swap(place, other);
        }
    }

    pub(super) fn hide_view(&mut self, key: &str, hide: bool) {
        let hidden = &mut self.settings.views.hidden;
        hidden.retain(|known| known != key);
        if hide {
            hidden.push(key.to_owned());
        }
    }
}

#[cfg(test)]
mod tests;
