//! `name-group`: what a group is called whose members a source lists.

use clap::Args;

use super::output;
use super::{Failure, Shared};
use crate::app::hiding_titles;
use crate::cache::SourceId;
use crate::export::table::{Cell, Column};

/// The group and its name.
#[derive(Debug, Args)]
pub(super) struct NameGroupArgs {
    /// Number of the source, as `sources` lists it
    source: i64,
    /// What the group is called
    name: String,
}

/// Names a group, and prints what it is called now. Sources that list the members of a group of one name are exports
/// of one group: the newest of them tells who is in it.
pub(super) fn name_group(args: &NameGroupArgs, shared: &Shared) -> Result<(), Failure> {
    if args.name.trim().is_empty() {
        return Err(Failure::call("The name of a group is empty"));
    }
    let mut cache = shared.open_cache()?;
    if !cache.name_group(SourceId(args.source), &args.name)? {
        return Err(Failure::call(format!(
            "There is no source {} that lists the members of a group; `signin-lens sources` lists them",
            args.source
        )));
    }
    let columns = vec![Column::number("source", "Source"), Column::new("group", "Group")];
    let name = match shared.pseudonyms(&cache)? {
        Some(pseudonyms) => hiding_titles(Some(pseudonyms))(args.name.trim()),
        None => args.name.trim().to_owned(),
    };
    output::table(shared, columns, std::iter::once(vec![Cell::Integer(args.source), Cell::from(name)]))
}
