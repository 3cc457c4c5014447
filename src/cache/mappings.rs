//! How tables are read whose columns a person has assigned, for the next of their kind.

use std::sync::Arc;

use rusqlite::params;

use super::{Cache, CacheError, ImportFailure};
use crate::import::{self, ImportError, Input, Mapping, Options, Progress, Reader};

impl Cache {
    /// Keeps a mapping for every table with these columns.
    pub fn remember_mapping(&mut self, mapping: &Mapping) -> Result<(), CacheError> {
        self.connection.execute(
            "REPLACE INTO column_mapping (fingerprint, mapping) VALUES (?1, ?2)",
            params![mapping.fingerprint(), mapping.to_text()],
        )?;
        Ok(())
    }

    /// The mapping that is kept for tables with the columns of this one.
    pub fn remembered_mapping(&self, like: &Mapping) -> Result<Option<Mapping>, CacheError> {
        let mut statement = self.connection.prepare("SELECT mapping FROM column_mapping WHERE fingerprint = ?1")?;
        let mut rows = statement.query([like.fingerprint()])?;
        let Some(row) = rows.next()? else { return Ok(None) };
        // One that a newer program wrote says nothing to this one.
        Ok(Mapping::from_text(&row.get::<_, String>(0)?).ok())
    }

    /// Opens a table that was refused by the mapping that is kept for its columns; `refused` if there is none.
    pub(super) fn open_remembered(
        &self,
        input: &Input,
        options: &Options,
        progress: &Progress,
        refused: ImportError,
    ) -> Result<Reader, ImportFailure> {
        if !refused.is_of_columns() || options.mapping.is_some() {
            return Err(refused.into());
        }
        let Some(proposal) = import::propose(input, options, progress)? else { return Err(refused.into()) };
        let Some(mapping) = self.remembered_mapping(&proposal.mapping)? else { return Err(refused.into()) };
        let options = Options { mapping: Some(Arc::new(mapping)), ..options.clone() };
        Ok(import::open(input, &options, progress)?)
    }
}
