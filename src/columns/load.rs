//! Loading the columns from the cache: those that were kept, and the events that came or changed since.

use super::texts::Texts;
use super::{Builder, Columns, kept};
use crate::cache::{Cache, CacheError, StoredEvent};
use crate::record::EventId;

/// Every sign-in of the cache as columns.
pub fn load(cache: &Cache) -> Result<Columns, CacheError> {
    cache.at_one_moment(|| {
        let columns = rows(cache, &Texts::load(cache)?)?.finish().with_directory(cache.directory()?);
        Ok(columns.with_annotations(&cache.annotations()?))
    })?
}

/// What the events of the cache tell themselves.
pub(super) fn rows(cache: &Cache, texts: &Texts) -> Result<Builder, CacheError> {
    let mut builder = kept::restore(cache, texts)?.unwrap_or_default();
    let mut is_gone = Vec::new();
    if !builder.is_empty() {
        for event in cache.changed_since_kept()? {
            let Some(row) = builder.row_of(event) else { continue };
            let is_there = cache.stored_event(event, |told| {
                builder.clear_row(row);
                set(&mut builder, row, &told, texts)
            })?;
            if !is_there {
                is_gone.push(row);
            }
        }
    }
    let last = builder.last().unwrap_or(EventId(i64::MIN));
    cache.for_each_event_after(last, |told| {
        let row = builder.add_row(told.event);
        set(&mut builder, row, &told, texts)
    })?;
    builder.remove(&is_gone);
    Ok(builder)
}

fn set(builder: &mut Builder, row: usize, told: &StoredEvent<'_>, texts: &Texts) -> Result<(), CacheError> {
    builder.set_row(row, told.log, told.time, told.unique_ids.clone());
    told.each_text(|field, number| {
        // What a damaged cache calls by a number that no text has is no text; the first place holds none.
        let place = texts.place(number).unwrap_or(0);
        builder.set_text_by_key(row, field, place, || texts.text(place));
    })
}
