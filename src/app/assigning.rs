//! Columns that are being assigned: a table that was refused although it may hold sign-ins.

use std::sync::Arc;

use super::command::Sheet;
use super::jobs::Task;
use super::state::{Notice, State};
use crate::clock::Zone;
use crate::fields::{Field, Log};
use crate::import::{Input, Mapping, Proposal};
use crate::record::Record;
use crate::texts::text;

/// Rows that the preview shows.
const PREVIEW: usize = 5;

/// What the user wants of the columns.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum AssignCommand {
    /// Open the sheet for the file of this number.
    Open(u64),
    /// Let the column of this place hold a field, or nothing.
    SetField(usize, Option<Field>),
    /// Take all records as those of this log.
    SetLog(Log),
    /// Read 4/12 as the fourth of December with `true`.
    SetDayFirst(bool),
    /// Take times without an offset as those of this zone.
    SetZone(Zone),
    /// Read further tables with these columns in the same way.
    SetRemembered(bool),
    /// Import the file.
    Import,
}

/// A refused table, and what its columns may mean.
#[derive(Clone, Debug, PartialEq)]
pub struct Assignable {
    /// The file.
    pub input: Input,
    /// What was found in it.
    pub proposal: Arc<Proposal>,
}

/// The table whose columns are being assigned.
#[derive(Clone, Debug)]
pub struct Assigning {
    /// The file and what was found in it.
    pub table: Assignable,
    /// What the columns hold, as chosen so far.
    pub mapping: Mapping,
    /// Whether it is kept for further tables with these columns.
    pub is_remembered: bool,
    /// The first rows as they would be read.
    pub preview: Vec<Result<Record<'static>, String>>,
}

impl Assigning {
    fn new(table: Assignable) -> Self {
        let mapping = table.proposal.mapping.clone();
        let mut assigning = Self { table, mapping, is_remembered: true, preview: Vec::new() };
        assigning.look();
        assigning
    }

    /// Reads the first rows anew: they are in memory, and few.
    fn look(&mut self) {
        self.preview = self.table.proposal.preview(&self.mapping, PREVIEW);
    }
}

impl State {
    pub(super) fn apply_assign(&mut self, command: AssignCommand) {
        if let AssignCommand::Open(number) = command {
            let table = self.imports.files().iter().find(|file| file.number == number);
            let table = table.and_then(|file| file.assignable.clone());
            if self.is_private() {
                let text = text!("assign-private").to_owned();
                self.notice = Some(Notice { text, is_error: false });
            } else if let Some(table) = table {
                self.assigning = Some(Assigning::new(*table));
                self.sheet = Some(Sheet::Assign);
            }
            return;
        }
        let Some(assigning) = &mut self.assigning else { return };
        match command {
            AssignCommand::Open(_) => {}
            AssignCommand::SetField(place, field) => {
                for (at, column) in assigning.mapping.columns.iter_mut().enumerate() {
                    if at == place {
                        column.field = field;
                    } else if field.is_some() && column.field == field {
                        column.field = None;
                    }
                }
            }
            AssignCommand::SetLog(log) => {
                assigning.mapping.log = log;
                for column in &mut assigning.mapping.columns {
                    column.field = column.field.filter(|field| field.spec().logs.contains(log));
                }
            }
            AssignCommand::SetDayFirst(day_first) => assigning.mapping.day_first = day_first,
            AssignCommand::SetZone(zone) => assigning.mapping.zone = zone,
            AssignCommand::SetRemembered(is_remembered) => assigning.is_remembered = is_remembered,
            AssignCommand::Import => {
                let (input, mapping) = (assigning.table.input.clone(), assigning.mapping.clone());
                let is_remembered = assigning.is_remembered;
                self.assigning = None;
                self.sheet = None;
                self.imports.announce();
                self.jobs.run(Task::ImportMapped(Box::new(input), Arc::new(mapping), is_remembered));
                return;
            }
        }
        assigning.look();
    }
}
