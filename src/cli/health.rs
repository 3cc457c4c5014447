//! `check` and `rescue`: whether the cache is whole, and what can be read of one that is not.

use std::borrow::Cow;

use super::output;
use super::{Failure, Shared};
use crate::cache::{Cache, CacheError, Checked, Replaced, Rescued, Trouble};
use crate::export::table::{Cell, Column};

/// Reads every page and every original of the cache, and tells what is wrong: then the call fails.
pub(super) fn check(shared: &Shared) -> Result<(), Failure> {
    let checked = checked(&shared.open_cache()?)?;
    let columns = vec![Column::number("records", "Originals read"), Column::new("problems", "Problems")];
    let problems = Cell::List(checked.problems.iter().map(|problem| Cow::Borrowed(problem.as_str())).collect());
    output::table(shared, columns, std::iter::once(vec![Cell::from(checked.records), problems]))?;
    match checked.problems.len() {
        0 => Ok(()),
        _ => Err(Failure::input(
            "The cache is damaged: `signin-lens rescue` sets it aside untouched and takes what can be read into a new one",
        )),
    }
}

/// Sets a damaged cache aside and takes over what can be read of it; prints what came of that.
pub(super) fn rescue(shared: &Shared) -> Result<(), Failure> {
    let path = shared.cache_path()?;
    if !path.exists() {
        return Err(Failure::call(format!("There is no cache {}", path.display())));
    }
    let file = shared.cache_file()?;
    let found = shared.unlocked(|| file.open().and_then(|cache| checked(&cache)));
    match found {
        Ok(Checked { problems, .. }) if problems.is_empty() => {
            eprintln!("The cache is whole: there is nothing to rescue");
            return Ok(());
        }
        Ok(_) | Err(CacheError::Damaged(_)) => {}
        Err(error) if error.trouble() == Some(Trouble::Damaged) => {}
        Err(error) => return Err(error.into()),
    }
    let Replaced { old, rescued } = file.replace(Some(&mut |_| {}))?;
    let Rescued { sources, records, lost, incomplete } = rescued.unwrap_or_default();
    let cache = file.open()?;
    let mut again = Vec::new();
    for source in cache.sources()?.into_iter().filter(|source| incomplete.contains(&source.id)) {
        again.push(Cow::Owned(shared.place_of(&cache, source)?));
    }
    let columns = vec![
        Column::new("set_aside", "The damaged file is now"),
        Column::number("sources", "Sources"),
        Column::number("records", "Records taken over"),
        Column::number("lost", "Records lost"),
        Column::new("import_again", "Import again"),
    ];
    let row = vec![
        Cell::from(old.display().to_string()),
        Cell::from(sources),
        Cell::from(records),
        Cell::from(lost),
        Cell::List(again),
    ];
    output::table(shared, columns, std::iter::once(row))
}

fn checked(cache: &Cache) -> Result<Checked, CacheError> {
    Ok(cache.check(&mut |_| true)?.unwrap_or_default())
}
