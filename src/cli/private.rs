//! `--private`: pseudonyms instead of names in whatever a verb writes.

use std::sync::OnceLock;

use super::{Failure, Shared, Verb};
use crate::app::export::ExportError;
use crate::cache::{Cache, RejectedRecord, Source};
use crate::columns::{self, Columns};
use crate::query::Scope;

/// The sign-ins with names and without, loaded once.
pub(super) type BothColumns = OnceLock<(Columns, Columns)>;

impl Shared {
    /// The sign-ins of a cache, without names if these are private.
    pub(super) fn columns_of(&self, cache: &Cache) -> Result<Columns, Failure> {
        if self.is_private {
            return Ok(self.both_columns(cache)?.1.clone());
        }
        Ok(columns::load(cache)?)
    }

    fn both_columns(&self, cache: &Cache) -> Result<&(Columns, Columns), Failure> {
        if self.both.get().is_none() {
            let real = columns::load(cache)?;
            let hidden = real.made_private();
            return Ok(self.both.get_or_init(|| (real, hidden)));
        }
        Ok(self.both.get_or_init(Default::default))
    }

    /// Where a source was, as far as it may be told: a path tells whose computer it was.
    pub(super) fn place_of(&self, source: Source) -> String {
        if self.is_private { source.name } else { source.place }
    }

    /// The text of a rejected record, as far as it may be told.
    pub(super) fn text_of(&self, reject: RejectedRecord) -> String {
        if self.is_private { "Hidden by --private".to_owned() } else { reject.text }
    }
}

impl Verb {
    /// Lets the question name nobody: it finds the same sign-ins among those without names.
    pub(super) fn hide_names(&mut self, shared: &Shared) -> Result<(), Failure> {
        let (query, app, subject) = match self {
            Self::List(args) if args.originals => return Err(Failure::call(ExportError::Private)),
            Self::List(args) => (&mut args.selection.query, None, None),
            Self::Groups(args) => (&mut args.query, None, None),
            Self::Count(args) => (&mut args.selection.query, None, None),
            Self::Series(args) => (&mut args.selection.query, None, None),
            Self::Usage(args) => (&mut args.query, args.app.as_mut(), None),
            Self::Report(args) => (&mut args.question.query, None, Some(&mut args.question.subject)),
            Self::Chart(args) => (&mut args.question.query, None, Some(&mut args.question.subject)),
            Self::Pack(args) => (&mut args.question.query, None, Some(&mut args.question.subject)),
            Self::Import(_) | Self::Explain(_) | Self::Sources | Self::Forget(_) | Self::Rejects(_) | Self::Fields => {
                return Ok(());
            }
        };
        if query.is_empty() && app.is_none() && subject.as_ref().is_none_or(|subject| subject.is_empty()) {
            return Ok(());
        }
        let (real, hidden) = shared.both_columns(&shared.open_cache()?)?;
        let hide = |text: &str| match hidden.pseudonyms() {
            Some(pseudonyms) => pseudonyms.sentence(text).into_owned(),
            None => text.to_owned(),
        };
        *query = query.retold(real, hidden, &hide);
        if let Some(name) = app {
            *name = hide(name);
        }
        if let Some(subject) = subject {
            subject.hide(&Scope::new(real, shared.clock()), &hide);
        }
        Ok(())
    }
}
