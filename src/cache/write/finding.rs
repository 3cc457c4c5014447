//! Finding the event that a record tells of among those known.

use std::collections::BTreeSet;

use super::super::event::{self, EventRow};
use super::super::names;
use super::super::same_event::{self, Found};
use super::super::{CacheError, texts::TextId};
use super::{Writer, rebuild};
use crate::clock::Millis;
use crate::fields::{Field, Log, lower};
use crate::record::{EventId, UniqueId};

/// Whose identifiers the events of a file have that are alike in one way.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Whose {
    /// Some have made ones.
    pub(super) is_made: bool,
    /// Some have told ones.
    pub(super) is_told: bool,
}

impl Whose {
    fn add(&mut self, other: Self) {
        self.is_made |= other.is_made;
        self.is_told |= other.is_told;
    }
}

impl Writer<'_> {
    /// Lets an event be found by what a record of it is found by. Whose record it is that tells no identifier is settled
    /// when the file is read.
    pub(super) fn name(
        &mut self,
        event: EventId,
        names: &[&UniqueId],
        time: Millis,
        whose: Whose,
    ) -> Result<(), CacheError> {
        for name in names.iter().filter(|name| !names::is_made(name)) {
            self.alike.entry(name.lookup_key()).or_default().add(whose);
        }
        self.names.add(&mut self.keys, event, names, (self.source, time))
    }

    /// In which ways events of the file may be like others of which the file or the cache tells by other identifiers, as
    /// lookup keys. Where all are new and none or all have told identifiers, everything is as it should be.
    pub(super) fn take_doubtful(&mut self) -> Result<BTreeSet<i64>, CacheError> {
        let first = EventId(rebuild::next_event(self.connection)?);
        let mut doubtful = BTreeSet::new();
        for (key, of) in std::mem::take(&mut self.alike) {
            if of.is_made && of.is_told || self.keys.is_any_below(self.connection, key, first)? {
                doubtful.insert(key);
            }
        }
        Ok(doubtful)
    }

    /// The event that a record is about, if its identifier is known. `new` gets the moment and the identifier of an event
    /// that has a told one.
    pub(super) fn known(&mut self, new: &mut EventRow) -> Result<Option<EventRow>, CacheError> {
        let Some(id) = new.unique_ids[0].clone() else { return Ok(None) };
        if names::is_made(&id) {
            // The identifier that was made tells the moment, too.
            let called = names::events_called(self.connection, &self.keys, &id)?;
            let known = called.into_iter().find(|known| known.log == new.log);
            if let Some(known) = &known {
                new.time = known.time;
                new.unique_ids[0].clone_from(&known.unique_ids[0]);
            }
            return Ok(known);
        }
        if new.log == Log::Audit {
            return self.find_same_deed(&id, new);
        }
        match same_event::find(self.connection, &self.keys, &id, new.log, new.time, self.whole_minutes)? {
            Found::Same(known) => Ok(Some(*known)),
            Found::Beside if self.are_minutes_doubtful => {
                self.minutes.insert((new.log, id, new.time.minute()));
                Ok(None)
            }
            Found::Beside | Found::New => Ok(None),
        }
    }

    /// The event among those of one identifier and moment in which the same was done to the same: several events can have
    /// one. The one that tells most of the same.
    fn find_same_deed(&mut self, id: &UniqueId, new: &EventRow) -> Result<Option<EventRow>, CacheError> {
        let mut of_second = Vec::new();
        let mut of_minute = Vec::new();
        for row in event::with_request_id(self.connection, &self.keys, id)? {
            if row.log != new.log {
                continue;
            }
            let is_same_second = row.time.second() == new.time.second();
            let is_near =
                is_same_second || same_event::lack_seconds(self.connection, &row, new.time, self.whole_minutes)?;
            if let Some(common) = self.common(&row, new)?.filter(|_| is_near) {
                (if is_same_second { &mut of_second } else { &mut of_minute }).push((common, row));
            }
        }
        // By the minute alone nothing tells which of several is meant.
        if of_second.is_empty() && of_minute.len() == 1 {
            of_second.append(&mut of_minute);
        }
        // Of several that fit as well, the first.
        let best = of_second.into_iter().rev().max_by_key(|(common, _)| *common);
        Ok(best.map(|(_, row)| row))
    }

    /// How much two records of one identifier have in common; `None` if other things were done, or to others.
    fn common(&mut self, known: &EventRow, new: &EventRow) -> Result<Option<usize>, CacheError> {
        let mut common = 0;
        for field in [Field::Activity, Field::TargetId] {
            let (known, new) = (known.texts[field as usize], new.texts[field as usize]);
            if known == 0 || new == 0 {
                continue;
            }
            let (known, new) = (self.lower(known)?, self.lower(new)?);
            // Some forms tell only the first targets.
            let (mut all, mut first): (Vec<&str>, Vec<&str>) = (known.lines().collect(), new.lines().collect());
            if all.len() < first.len() {
                std::mem::swap(&mut all, &mut first);
            }
            if !all.starts_with(&first) {
                return Ok(None);
            }
            common += first.len();
        }
        Ok(Some(common))
    }

    fn lower(&mut self, text: TextId) -> Result<String, CacheError> {
        Ok(lower(&self.texts.value(self.connection, text)?))
    }

    /// An identifier that was made of what a record tells, with a number from the second on among the records of the
    /// file that tell the same: each is an event of its own.
    pub(super) fn numbered(&mut self, made: &UniqueId) -> UniqueId {
        let count = self.made.entry(made.lookup_key()).or_default();
        *count += 1;
        if *count == 1 { made.clone() } else { UniqueId::parse(&format!("{made}-{count}")) }
    }
}
