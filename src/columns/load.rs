//! Loading the columns from the cache.

use super::{Builder, Columns};
use crate::cache::{Cache, CacheError};
use crate::fields::{Field, Kind};

/// Every sign-in of the cache as columns.
pub fn load(cache: &Cache) -> Result<Columns, CacheError> {
    let mut texts: Vec<Box<str>> = Vec::new();
    cache.for_each_text(|id, text| {
        let place = usize::try_from(id).unwrap_or(0);
        if place >= texts.len() {
            texts.resize(place + 1, Box::default());
        }
        texts[place] = text.into();
    })?;
    let mut builder = Builder::default();
    cache.for_each_event(|row| {
        builder.begin_row(row.event, row.log, row.time);
        for field in Field::ALL {
            let id = row.texts[field as usize];
            if id != 0 && !matches!(field.kind(), Kind::UniqueId | Kind::Time) {
                builder.set_text_by_key(field, id, || {
                    usize::try_from(id).ok().and_then(|place| texts.get(place)).cloned().unwrap_or_default()
                });
            }
        }
        builder.push_unique_ids(row.unique_ids.clone());
    })?;
    let columns = builder.finish().with_directory(cache.directory()?);
    Ok(columns.with_annotations(&cache.annotations()?))
}
