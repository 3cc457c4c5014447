//! Finding the event that a record tells of among those known.

use super::super::event::{self, EventRow};
use super::super::{CacheError, names, same_event};
use super::Writer;
use crate::fields::{Field, Log, Logs};
use crate::record::batch::Batch;
use crate::record::{EventId, UniqueId, likeness};

/// What else than its identifier a record is found by.
#[derive(Debug, Default)]
pub(super) struct NamesOfRecord {
    /// What records of its event have in common that tell no identifier.
    pub likeness: Option<UniqueId>,
    /// Its change, by which details files name it.
    change: Option<UniqueId>,
}

/// The names of a record of a batch.
pub(super) fn names_of(batch: &Batch, at: usize) -> NamesOfRecord {
    // Sign-ins tell identifiers in every form.
    if !Logs::AUDIT.and(Logs::PROVISIONING).and(Logs::RISK).contains(batch.rows()[at].log) {
        return NamesOfRecord::default();
    }
    let record = batch.record(at);
    let change = record.get(Field::ChangeId).map(UniqueId::parse);
    NamesOfRecord { likeness: likeness(&record), change }
}

impl Writer<'_> {
    /// Lets an event be found by what a record of it is found by.
    pub(super) fn name(&mut self, event: EventId, names: &NamesOfRecord) -> Result<(), CacheError> {
        for name in names.likeness.iter().chain(&names.change) {
            names::add(self.connection, &mut self.keys, event, name)?;
        }
        Ok(())
    }

    /// The event that a record is about, if it is known: the one with its identifier; or, if an identifier was made for
    /// just one of both, one that tells the same. Each event takes one such record to it, since records that tell the
    /// same can be several events. `new` gets the moment and the identifier of an event that has a told one.
    pub(super) fn known(
        &mut self,
        new: &mut EventRow,
        likeness: Option<&UniqueId>,
    ) -> Result<Option<EventRow>, CacheError> {
        let Some(id) = new.unique_ids[0].clone() else { return Ok(None) };
        let is_made = names::is_made(&id);
        let found = if is_made {
            // The identifier that was made tells the moment, too.
            let called = names::events_called(self.connection, &self.keys, &id)?;
            called.into_iter().find(|known| known.log == new.log)
        } else if new.log == Log::Audit {
            let with_id = event::with_request_id(self.connection, &self.keys, &id)?;
            let is_same = |known: &EventRow| known.log == new.log && known.time.second() == new.time.second();
            self.find_same_change(&mut with_id.into_iter().filter(is_same), new)?
        } else {
            same_event::find(self.connection, &self.keys, &id, new.log, new.time, self.whole_minutes)?
        };
        let found = match (found, likeness) {
            (None, Some(likeness)) => self.adopted(new, &id, likeness)?,
            (found, _) => found,
        };
        if is_made && let Some(known) = &found {
            new.time = known.time;
            new.unique_ids[0].clone_from(&known.unique_ids[0]);
        }
        Ok(found)
    }

    /// The event among those of one identifier in which the same was done to the same: several events can have one.
    fn find_same_change(
        &mut self,
        known: &mut dyn Iterator<Item = EventRow>,
        new: &EventRow,
    ) -> Result<Option<EventRow>, CacheError> {
        for row in known {
            let other = |field: Field| {
                let (known, new) = (row.texts[field as usize], new.texts[field as usize]);
                (known != new && known != 0 && new != 0).then_some((known, new))
            };
            if other(Field::Activity).is_some() {
                continue;
            }
            let Some((known, new)) = other(Field::TargetId) else { return Ok(Some(row)) };
            let known = self.texts.value(self.connection, known)?;
            let new = self.texts.value(self.connection, new)?;
            // Some forms tell only the first targets.
            if known.lines().any(|target| new.lines().any(|other| other == target)) {
                return Ok(Some(row));
            }
        }
        Ok(None)
    }

    /// An event of this likeness that one with this identifier can be, where an identifier was made for one of both.
    fn adopted(&mut self, new: &EventRow, id: &UniqueId, likeness: &UniqueId) -> Result<Option<EventRow>, CacheError> {
        let is_made = names::is_made(id);
        for mut row in names::events_called(self.connection, &self.keys, likeness)? {
            let Some(known_id) = row.unique_ids[0].clone().filter(|_| row.log == new.log) else { continue };
            if names::is_made(&known_id) == is_made {
                continue;
            }
            if !is_made {
                names::add(self.connection, &mut self.keys, row.event, &known_id)?;
                names::rename(self.connection, &mut self.keys, &row, id, new.time)?;
                row.unique_ids[0] = Some(id.clone());
                return Ok(Some(row));
            }
            if names::made_id(self.connection, row.event)?.is_none() {
                names::add(self.connection, &mut self.keys, row.event, id)?;
                return Ok(Some(row));
            }
        }
        Ok(None)
    }

    /// An identifier that was made of what a record tells, with a number from the second on among the records of the
    /// file that tell the same: each is an event of its own.
    pub(super) fn numbered(&mut self, made: &UniqueId) -> UniqueId {
        let count = self.made.entry(made.lookup_key()).or_default();
        *count += 1;
        if *count == 1 { made.clone() } else { UniqueId::parse(&format!("{made}-{count}")) }
    }
}
