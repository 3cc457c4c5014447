//! What the window says for the texts of pages.
//!
//! Pages are made, kept, compared, exported and told on the command line in English. The window asks here for what it
//! shows for a text of theirs; what is no text of a page, such as the name of an application, stays as it is.

mod abouts;
mod columns;
mod notes;
mod pages;
mod titles;

use std::collections::HashMap;
use std::sync::LazyLock;

use super::entity::By;
use super::graph::{Graph, Line};
use super::page::{Card, PageSpec, Section};
use super::table::{Row, Table};
use crate::fields::{Field, is_zero_id};

/// A text of a page in English, and what asks for it in the language of the window.
type Known = (&'static str, Shown);

/// Asks for a text in the language of the window.
type Shown = fn() -> &'static str;

/// What the window shows for a text that pages have in English.
#[must_use]
pub fn shown(english: &str) -> &str {
    static TEXTS: LazyLock<HashMap<&'static str, Shown>> = LazyLock::new(|| {
        let all = [pages::TEXTS, titles::TEXTS, columns::TEXTS, abouts::TEXTS, notes::TEXTS];
        all.into_iter().flatten().copied().collect()
    });
    TEXTS.get(english).map_or(english, |text| text())
}

impl PageSpec {
    /// What the window calls it, in its language.
    #[must_use]
    pub fn shown_title(&self) -> &'static str {
        shown(self.title)
    }

    /// What it answers, in the language of the window.
    #[must_use]
    pub fn shown_about(&self) -> &'static str {
        shown(self.about)
    }
}

impl Section {
    /// What the window calls it, in its language; figures and notes have no title.
    #[must_use]
    pub fn shown_title(&self) -> Option<&str> {
        self.title().map(shown)
    }
}

impl Card {
    /// What the window calls it, in its language.
    #[must_use]
    pub fn shown_title(&self) -> &str {
        shown(&self.title)
    }
}

impl Row {
    /// What the window calls it: see [`Row::label`].
    #[must_use]
    pub fn shown_label(&self) -> &str {
        if self.is_unknown { shown(&self.title) } else { self.label() }
    }
}

impl Table {
    /// What the window tells beside the title of a row.
    #[must_use]
    pub fn shown_detail<'r>(&self, row: &'r Row) -> Option<&'r str> {
        let detail = row.detail.as_deref()?;
        Some(if self.by == By::Field(Field::Policy) { shown(detail) } else { detail })
    }
}

impl Graph {
    /// What the window calls one of the lines: see [`Line::label`].
    #[must_use]
    pub fn shown_label<'l>(&self, line: &'l Line) -> &'l str {
        if self.by.is_none() || line.is_unknown() { shown(&line.title) } else { line.label() }
    }
}

impl Line {
    /// Whether it counts what tells nothing of what the lines are.
    fn is_unknown(&self) -> bool {
        let parts = self.filter.parts();
        let is_nothing = |value: &String| value.is_empty() || is_zero_id(value);
        !parts.is_empty()
            && parts.iter().all(|part| part.whole_values().is_some_and(|(_, values)| values.iter().all(is_nothing)))
    }
}
