//! `--private`: pseudonyms instead of names in whatever a verb writes.

use std::sync::{Arc, OnceLock};

use super::report::Question;
use super::{Failure, Shared, Verb};
use crate::app::export::ExportError;
use crate::app::{hide_sources, hiding, hiding_titles};
use crate::cache::{Cache, Source};
use crate::columns::{self, Columns, Pseudonyms};
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

    /// What stands for whom in a cache, if names are private.
    pub(super) fn pseudonyms(&self, cache: &Cache) -> Result<Option<&Arc<Pseudonyms>>, Failure> {
        if self.is_private {
            self.both_columns(cache)?;
        }
        Ok(self.known_pseudonyms())
    }

    /// The same, without looking it up; `None` before any sign-ins were loaded.
    pub(super) fn known_pseudonyms(&self) -> Option<&Arc<Pseudonyms>> {
        self.both.get()?.1.pseudonyms()
    }

    /// The question that finds the same sign-ins of a cache, without names if these are private. Called within
    /// [`Cache::at_one_moment`].
    pub(super) fn question_of(&self, cache: &Cache, question: &Question) -> Result<Question, Failure> {
        let mut question = question.clone();
        if self.is_private {
            let (real, hidden) = self.both_columns(cache)?;
            let hide = hiding(hidden.pseudonyms().map(AsRef::as_ref));
            question.query = question.query.retold(real, hidden, &hide);
            question.subject.hide(&Scope::new(real, self.clock()), &hide);
        }
        Ok(question)
    }

    /// Where a source was, as far as it may be told.
    pub(super) fn place_of(&self, cache: &Cache, mut source: Source) -> Result<String, Failure> {
        if let Some(pseudonyms) = self.pseudonyms(cache)? {
            hide_sources([&mut source], &hiding_titles(Some(pseudonyms)));
        }
        Ok(source.place)
    }
}

impl Verb {
    /// Lets the question name nobody: it finds the same sign-ins among those without names.
    pub(super) fn hide_names(&mut self, shared: &Shared) -> Result<(), Failure> {
        let (query, text, subject) = match self {
            Self::List(args) if args.originals => return Err(Failure::call(ExportError::Private)),
            Self::List(args) => (&mut args.selection.query, None, None),
            Self::Groups(args) => (&mut args.query, None, None),
            Self::Count(args) => (&mut args.selection.query, None, None),
            Self::Series(args) => (&mut args.selection.query, None, None),
            Self::Usage(args) => (&mut args.query, args.app.as_mut(), None),
            Self::Report(args) => (&mut args.question.query, None, Some(&mut args.question.subject)),
            // Those hide their question at the one moment at which they read sign-ins and sources.
            Self::Pack(_) => return Ok(()),
            Self::Chart(args) if args.is_picture() => return Ok(()),
            Self::Chart(args) => (&mut args.question.query, None, Some(&mut args.question.subject)),
            Self::Import(_)
            | Self::Propose(_)
            | Self::Explain(_)
            | Self::Sources
            | Self::Verify
            | Self::Check
            | Self::Rescue
            | Self::Encrypt
            | Self::Decrypt
            | Self::Forget(_)
            | Self::NameGroup(_)
            | Self::Rejects(_)
            | Self::Fields => {
                return Ok(());
            }
        };
        if query.is_empty() && text.is_none() && subject.as_ref().is_none_or(|subject| subject.is_empty()) {
            return Ok(());
        }
        let (real, hidden) = shared.both_columns(&shared.open_cache()?)?;
        let hide = hiding(hidden.pseudonyms().map(AsRef::as_ref));
        *query = query.retold(real, hidden, &hide);
        if let Some(text) = text {
            *text = hide(text);
        }
        if let Some(subject) = subject {
            subject.hide(&Scope::new(real, shared.clock()), &hide);
        }
        Ok(())
    }
}
