//! Colours that one thing keeps across all pictures of a report or a pack.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, Weak};

use crate::clock::Every;
use crate::columns::Columns;
use crate::export::palette::{Claim, slots};
use crate::fields::lower;
use crate::insights::{Ask, By, Heading, Period, Section, table};
use crate::query::{Query, Scope};

/// So many things of a kind have a look of their own: all colours, plain and drawn in a second way.
const MOST: usize = 16;

/// The colours of those things that have the most sign-ins of the whole cache, whatever a picture shows of them. Others
/// have the one that follows from their name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Colors {
    of: HashMap<By, Arc<HashMap<String, usize>>>,
}

impl Colors {
    /// Gives colours to what is drawn as lines in these sections.
    pub fn learn(&mut self, scope: &Scope<'_>, sections: &[Section]) {
        for section in sections {
            if let Section::Graph(graph) = section
                && let Some(by) = graph.by
            {
                self.of.entry(by).or_insert_with(|| Arc::new(ranked(scope, by)));
            }
        }
    }

    /// The number of the colour of what a filter finds, if it has one of its own.
    pub(super) fn slot(&self, by: By, filter: &Query) -> Option<usize> {
        let known = self.of.get(&by)?;
        keys(filter).iter().find_map(|key| known.get(key)).copied()
    }
}

/// The colours of the snapshot that was asked about last, so that each kind of thing is ranked once.
#[derive(Debug, Default)]
pub struct KeptColors(Mutex<(Weak<Columns>, Colors)>);

impl KeptColors {
    /// The colours of what is drawn as lines in these sections, and of what was before of the same snapshot.
    pub fn of(&self, columns: &Arc<Columns>, scope: &Scope<'_>, sections: &[Section]) -> Colors {
        // Who broke off while learning left nothing that is half done.
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (known, colors) = &mut *kept;
        if !known.upgrade().is_some_and(|known| Arc::ptr_eq(&known, columns)) {
            (*known, *colors) = (Arc::downgrade(columns), Colors::default());
        }
        colors.learn(scope, sections);
        colors.clone()
    }
}

fn ranked(scope: &Scope<'_>, by: By) -> HashMap<String, usize> {
    let everything = Ask::new(scope, &Query::default(), Period::All, Every::Day, by.logs());
    let heading = Heading { key: "names", title: "Names", of: "Name" };
    let rows = table(&everything, heading, by, Vec::new()).rows;
    let filters: Vec<Query> = rows.into_iter().take(MOST).map(|row| row.filter).collect();
    let names: Vec<String> = filters.iter().map(Query::to_string).collect();
    let claims: Vec<Claim<'_>> = names.iter().map(|name| Claim::Key(name)).collect();
    let slots = slots(&claims);
    filters.iter().zip(slots).flat_map(|(filter, slot)| keys(filter).into_iter().map(move |key| (key, slot))).collect()
}

/// What tells a thing: each spelling of its name, since a filter for fewer sign-ins may know fewer of them.
fn keys(filter: &Query) -> Vec<String> {
    match filter.whole_values() {
        Some((_, values)) => values.iter().map(|value| lower(value)).collect(),
        None => vec![lower(&filter.to_string())],
    }
}
