//! What one section of a page finds out and the next one needs too.
//!
//! Nothing is locked while something is found out: that happens on many threads, and one that waits for its
//! parts may be given another section to make meanwhile. So two sections may find out the same at once.

use std::collections::HashMap;
use std::hash::Hash;
use std::ops::Range;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use foldhash::fast::FixedState;

use super::entity::{By, Entities};
use super::measure::{Measure, Sum, Value};
use crate::clock::Millis;
use crate::columns::RowId;
use crate::fields::{Log, Logs};
use crate::query::{Hits, Query, RowSet};

/// The rows of a question.
#[derive(Clone, Debug, Default)]
pub(super) struct Selected {
    /// Log by log, each newest first.
    pub rows: Arc<[RowId]>,
    /// Which of them are of each log.
    pub of_logs: Arc<[(Log, Range<usize>)]>,
    /// What is found out about them.
    pub found: Arc<Found>,
}

/// What is known about the rows of a question.
#[derive(Debug, Default)]
pub(super) struct Found {
    entities: Kept<By, Entities>,
    figures: Kept<(By, Query, Sum), Vec<Value>>,
    of_others: Kept<Logs, Selected>,
    hits: Kept<Query, Hits>,
    edges: OnceLock<Arc<[Millis]>>,
    step_of_rows: OnceLock<Arc<[u32]>>,
}

impl Found {
    /// The rows of the same question about other logs.
    pub fn of_others(&self, logs: Logs, find: impl FnOnce() -> Selected) -> Arc<Selected> {
        self.of_others.get(&logs, find)
    }

    pub fn entities(&self, by: By, find: impl FnOnce() -> Entities) -> Arc<Entities> {
        self.entities.get(&by, find)
    }

    pub fn figures(&self, by: By, measure: &Measure, find: impl FnOnce() -> Vec<Value>) -> Arc<Vec<Value>> {
        self.figures.get(&(by, measure.filter.clone(), measure.sum.clone()), find)
    }

    pub fn hits(&self, filter: &Query, find: impl FnOnce() -> Hits) -> Arc<Hits> {
        self.hits.get(filter, find)
    }

    pub fn edges(&self, find: impl FnOnce() -> Arc<[Millis]>) -> Arc<[Millis]> {
        once(&self.edges, find)
    }

    pub fn step_of_rows(&self, find: impl FnOnce() -> Arc<[u32]>) -> Arc<[u32]> {
        once(&self.step_of_rows, find)
    }
}

fn once<T: ?Sized>(known: &OnceLock<Arc<T>>, find: impl FnOnce() -> Arc<T>) -> Arc<T> {
    if let Some(known) = known.get() {
        return known.clone();
    }
    let found = find();
    // Whoever was faster found the same.
    let _ = known.set(found.clone());
    found
}

/// The rows that filters find.
#[derive(Debug, Default)]
pub(super) struct Sets(Kept<Query, RowSet>);

impl Sets {
    pub fn set(&self, filter: &Query, find: impl FnOnce() -> RowSet) -> Arc<RowSet> {
        self.0.get(filter, find)
    }
}

/// What is found out once for each key.
#[derive(Debug)]
pub(super) struct Kept<K, V>(Mutex<HashMap<K, Arc<V>, FixedState>>);

impl<K, V> Default for Kept<K, V> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<K: Clone + Eq + Hash, V> Kept<K, V> {
    pub fn get(&self, key: &K, find: impl FnOnce() -> V) -> Arc<V> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner).get(key).cloned();
        known.unwrap_or_else(|| {
            let value = Arc::new(find());
            self.0.lock().unwrap_or_else(PoisonError::into_inner).entry(key.clone()).or_insert(value).clone()
        })
    }
}
