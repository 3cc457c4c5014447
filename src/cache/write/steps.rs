//! Rows of details files on their way to the events that they belong to.

use rusqlite::params;

use super::super::event::{EventRow, UniqueIdSql};
use super::super::{CacheError, names};
use super::Writer;
use crate::fields::Logs;
use crate::record::batch::StepRow;
use crate::record::{Detail, Record};

impl Writer<'_> {
    /// Writes the run of authentication steps and tells their sign-ins, if they are known already.
    pub(super) fn add_steps(&mut self) -> Result<(), CacheError> {
        let run = std::mem::take(&mut self.run);
        let Some((first, _)) = run.first() else { return Ok(()) };
        for (step, block) in &run {
            self.add_step_row(step, *block)?;
        }
        self.has_steps = true;
        let sign_ins: Vec<EventRow> = names::events_called(self.connection, &self.keys, &first.request_id)?
            .into_iter()
            .filter(|row| Logs::DETAILED.contains(row.log))
            .collect();
        let count = run.len() as u64;
        if sign_ins.is_empty() {
            self.counts.new += count;
        }
        for (place, row) in sign_ins.iter().enumerate() {
            // Rows count once, by the first sign-in they belong to.
            let counted = if place == 0 { count } else { 0 };
            // Scattered over the file, or beside steps that are known: only all of them together tell.
            let is_part = !self.stepped.insert(row.event) || has_details(row);
            if is_part {
                *self.rebuild.entry(row.event).or_default() += counted;
            } else if self.merge_steps(row, &run)? {
                self.counts.merged += counted;
            } else {
                self.counts.known += counted;
            }
        }
        Ok(())
    }

    /// Gives a sign-in its first authentication steps. Whether anything was learned.
    fn merge_steps(&mut self, row: &EventRow, run: &[(StepRow, i64)]) -> Result<bool, CacheError> {
        let before = row.to_record(self.connection, &mut self.texts)?;
        let mut of_file = Record::new(row.log, row.time);
        for (row, _) in run {
            row.detail.clone().add_to(&mut of_file);
        }
        for step in &mut of_file.steps {
            // Rows keep steps without their times, which only originals tell.
            step.time = None;
        }
        of_file.derive();
        let mut record = before.clone();
        record.absorb(&of_file, true);
        if record == before {
            return Ok(false);
        }
        let sources = (row.first_source, row.last_source);
        let row = EventRow::from_record(self.connection, &mut self.texts, row.event, &record, sources)?;
        self.events.replace(&row, &mut self.texts)?;
        Ok(true)
    }

    fn add_step_row(&self, step: &StepRow, block: i64) -> Result<(), CacheError> {
        self.connection
            .prepare_cached(
                "INSERT INTO step_row (key, request_id, source, block, start, length)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute(params![
                step.request_id.lookup_key(),
                UniqueIdSql(Some(&step.request_id)),
                self.source.0,
                block,
                step.original.start,
                step.original.length,
            ])?;
        Ok(())
    }

    /// Whether rows of details files came before their event.
    pub(super) fn steps_wait_for(&self, row: &EventRow) -> Result<bool, CacheError> {
        let called = names::in_details(self.connection, row.event, row.log, row.unique_ids[0].clone())?;
        if called.is_empty() {
            return Ok(false);
        }
        let mut waits = self.connection.prepare_cached("SELECT 1 FROM step_row WHERE key = ?1 AND request_id = ?2")?;
        for name in called {
            if waits.exists(params![name.lookup_key(), UniqueIdSql(Some(&name))])? {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// Whether it has values that details files tell too.
pub(super) fn has_details(row: &EventRow) -> bool {
    Detail::FIELDS.iter().any(|field| row.texts[*field as usize] != 0)
}
