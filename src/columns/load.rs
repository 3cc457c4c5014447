//! Loading the columns from the cache: those that were kept, and the events that came or changed since.

use super::{Builder, Columns, kept};
use crate::cache::{Cache, CacheError, StoredEvent};
use crate::record::EventId;

/// Every sign-in of the cache as columns.
pub fn load(cache: &Cache) -> Result<Columns, CacheError> {
    cache.at_one_moment(|| {
        let columns = rows(cache)?.finish().with_directory(cache.directory()?);
        Ok(columns.with_annotations(&cache.annotations()?))
    })?
}

/// What the events of the cache tell themselves.
pub(super) fn rows(cache: &Cache) -> Result<Builder, CacheError> {
    let texts = texts(cache)?;
    let mut builder = kept::restore(cache, &texts)?.unwrap_or_default();
    let mut is_gone = Vec::new();
    if !builder.is_empty() {
        for event in cache.changed_since_kept()? {
            let Some(row) = builder.row_of(event) else { continue };
            let is_there = cache.stored_event(event, |told| {
                builder.clear_row(row);
                set(&mut builder, row, &told, &texts)
            })?;
            if !is_there {
                is_gone.push(row);
            }
        }
    }
    let last = builder.last().unwrap_or(EventId(i64::MIN));
    cache.for_each_event_after(last, |told| {
        let row = builder.add_row(told.event);
        set(&mut builder, row, &told, &texts)
    })?;
    builder.remove(&is_gone);
    Ok(builder)
}

fn set(builder: &mut Builder, row: usize, told: &StoredEvent<'_>, texts: &[Box<str>]) -> Result<(), CacheError> {
    builder.set_row(row, told.log, told.time, told.unique_ids.clone());
    told.each_text(|field, id| {
        // What a damaged cache calls by a number that no text has is no text; the first place holds none.
        let place = usize::try_from(id).ok().filter(|place| *place < texts.len()).unwrap_or(0);
        builder.set_text_by_key(row, field, place as u32, || texts.get(place).cloned().unwrap_or_default());
    })
}

/// The texts of the cache, each at the place of its number.
fn texts(cache: &Cache) -> Result<Vec<Box<str>>, CacheError> {
    let mut texts: Vec<Box<str>> = Vec::new();
    cache.for_each_text(|id, text| {
        let place = usize::try_from(id).unwrap_or(0);
        if place >= texts.len() {
            texts.resize(place + 1, Box::default());
        }
        texts[place] = text.into();
    })?;
    Ok(texts)
}
