//! Files to records: the one door by which data enters.
//!
//! [`find_inputs`] turns what a person names (files, folders, zips) into single [`Input`]s. [`open`] reads
//! just enough of one to recognise it by its content, or to say in one sentence why it is no report.
//! [`Reader::read`] then streams it: one thread reads blocks, hashes them and cuts them into records;
//! workers decode the records, compress their original texts and fill [`Batch`](crate::record::batch::Batch)es; the
//! caller's thread is handed the batches in the order of the file. Memory does not grow with the file.
//! [`Decoder`] reads a stored original again.
//!
//! What is read: sign-ins in every [`Format`]; in UTF-8 or UTF-16, with or without a byte order mark, packed by gzip or
//! zip or not.
//! Text that is not valid UTF-8 stays byte for byte in the original and spoils only the value it is in;
//! a UTF-16 file's originals are its text in UTF-8.
//!
//! The law of this floor: events + details + entries of the directory + rejects = records in the file. A record that
//! can't be read never stops the file. Rows of a CSV that hold nothing and its header once more are no records, nor is
//! what search engines put between documents or query engines beside the table with the result.
//!
//! [`propose`] looks at a table that [`open`] refuses and guesses what its columns hold; a [`Mapping`] in [`Options`] opens it.
//!
//! This floor knows the table of fields, the reference, the clock and records; it knows nothing of the
//! cache, of queries or of windows. No other floor reads reports.

mod archive;
mod audit_columns;
mod carried;
mod categories;
mod csv_rows;
mod csv_table;
mod date_order;
mod dates;
mod decoder;
mod directory;
mod error;
mod guard;
mod guess;
mod inputs;
mod json;
mod json_found;
mod json_lines;
mod json_lists;
mod json_records;
mod json_text;
mod layouts;
mod local_time;
mod made_id;
mod mapping;
mod members;
mod names;
mod numbers;
mod progress;
mod property_table;
mod propose;
mod provisioning_details;
mod reader;
mod recognise;
mod split;
mod standing;
mod text;
mod values;

pub use decoder::{Decoded, Decoder};
pub use directory::group_of_file;
pub use error::{ImportError, ReadError};
pub use guard::{FORMULA_SIGNS, next_cell, without_guards};
pub use inputs::{Input, find_inputs};
pub use mapping::{Lack, MappedColumn, Mapping, is_assignable};
pub use progress::Progress;
pub use propose::{Proposal, propose};
pub use reader::{Reader, Totals, fingerprint, new_compressor};
pub use recognise::open;
pub use standing::Standing;

use std::borrow::Cow;
use std::sync::Arc;

use crate::clock::Zone;
use crate::fields::Log;

/// The character between the cells of a CSV, as its header row tells it.
#[must_use]
pub fn delimiter(header: &str) -> u8 {
    csv_rows::delimiter_of(header.as_bytes())
}

/// A form in which sign-ins are exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// A CSV download of the portal: one sign-in a row.
    PortalCsv,
    /// A CSV download of the portal: one authentication step a row.
    PortalCsvDetails,
    /// A JSON download of the portal: a list of sign-ins; or one sign-in a line.
    PortalJson,
    /// Answers of Microsoft Graph: lists within objects.
    GraphJson,
    /// A CSV export of a Log Analytics table.
    AzureCsv,
    /// Rows of a Log Analytics table as JSON objects.
    AzureJson,
    /// Answers of the query API of Log Analytics: columns, and rows that are lists of values.
    AzureRows,
    /// Diagnostic logs, as Azure writes them to storage and Event Hubs: the sign-in within `properties`.
    DiagnosticJson,
    /// What PowerShell makes of sign-ins as JSON.
    PowerShellJson,
    /// CSV whose columns have the names of properties, as PowerShell and scripts write it.
    PropertyCsv,
    /// JSON of tools that collect logs, with the sign-in within.
    WrappedJson,
    /// A CSV download of the portal of another report than sign-ins.
    PortalReportCsv,
    /// A CSV download of the portal: one step, or one modified property, of a provisioning event a row.
    ProvisioningCsvDetails,
    /// An export of the Microsoft 365 audit log: a CSV with a column of JSON.
    M365Csv,
    /// A CSV whose columns a person has assigned.
    MappedCsv,
    /// JSON objects whose properties a person has assigned.
    MappedJson,
    /// Records of the Microsoft 365 audit log, as the Management Activity API gives them.
    M365Json,
    /// A CSV of users of the directory: they enrich events and are none.
    DirectoryUsers,
    /// The same as JSON.
    DirectoryUsersJson,
    /// A CSV of the members of a group.
    DirectoryMembers,
    /// The same as JSON.
    DirectoryMembersJson,
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 21] = [
        Self::PortalCsv,
        Self::PortalCsvDetails,
        Self::PortalJson,
        Self::GraphJson,
        Self::AzureCsv,
        Self::AzureJson,
        Self::AzureRows,
        Self::DiagnosticJson,
        Self::PowerShellJson,
        Self::PropertyCsv,
        Self::WrappedJson,
        Self::PortalReportCsv,
        Self::ProvisioningCsvDetails,
        Self::M365Csv,
        Self::M365Json,
        Self::DirectoryUsers,
        Self::DirectoryUsersJson,
        Self::DirectoryMembers,
        Self::DirectoryMembersJson,
        Self::MappedCsv,
        Self::MappedJson,
    ];

    /// What scripts and the cache call it; never changes.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::PortalCsv => "portal-csv",
            Self::PortalCsvDetails => "portal-csv-details",
            Self::PortalJson => "portal-json",
            Self::GraphJson => "graph-json",
            Self::AzureCsv => "log-analytics-csv",
            Self::AzureJson => "log-analytics-json",
            Self::AzureRows => "log-analytics-rows",
            Self::DiagnosticJson => "diagnostic-json",
            Self::PowerShellJson => "powershell-json",
            Self::PropertyCsv => "property-csv",
            Self::WrappedJson => "wrapped-json",
            Self::PortalReportCsv => "portal-report-csv",
            Self::ProvisioningCsvDetails => "portal-provisioning-details",
            Self::M365Csv => "m365-csv",
            Self::M365Json => "m365-json",
            Self::DirectoryUsers => "directory-users",
            Self::DirectoryUsersJson => "directory-users-json",
            Self::DirectoryMembers => "directory-group-members",
            Self::DirectoryMembersJson => "directory-group-members-json",
            Self::MappedCsv => "mapped-csv",
            Self::MappedJson => "mapped-json",
        }
    }

    /// What the window calls it.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::PortalCsv | Self::PortalReportCsv => "Portal CSV",
            Self::PortalCsvDetails => "Portal CSV, authentication details",
            Self::PortalJson => "Portal JSON",
            Self::GraphJson => "Microsoft Graph JSON",
            Self::AzureCsv => "Log Analytics CSV",
            Self::AzureJson => "Log Analytics JSON",
            Self::AzureRows => "Log Analytics query result",
            Self::DiagnosticJson => "Diagnostic log",
            Self::PowerShellJson => "PowerShell JSON",
            Self::PropertyCsv => "CSV of a script",
            Self::WrappedJson => "JSON of a collecting tool",
            Self::ProvisioningCsvDetails => "Portal CSV, provisioning details",
            Self::M365Csv => "Microsoft 365 audit CSV",
            Self::M365Json => "Microsoft 365 audit JSON",
            Self::DirectoryUsers | Self::DirectoryUsersJson => "Users of the directory",
            Self::DirectoryMembers | Self::DirectoryMembersJson => "Members of a group",
            Self::MappedCsv => "CSV with assigned columns",
            Self::MappedJson => "JSON with assigned properties",
        }
    }

    /// The format with this key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.key() == key)
    }

    /// Whether its records are JSON rather than CSV rows.
    #[must_use]
    pub const fn is_json(self) -> bool {
        match self {
            Self::PortalCsv
            | Self::PortalCsvDetails
            | Self::AzureCsv
            | Self::PropertyCsv
            | Self::PortalReportCsv
            | Self::M365Csv
            | Self::ProvisioningCsvDetails
            | Self::MappedCsv
            | Self::DirectoryUsers
            | Self::DirectoryMembers => false,
            Self::PortalJson
            | Self::GraphJson
            | Self::AzureJson
            | Self::AzureRows
            | Self::DiagnosticJson
            | Self::PowerShellJson
            | Self::WrappedJson
            | Self::M365Json
            | Self::MappedJson
            | Self::DirectoryUsersJson
            | Self::DirectoryMembersJson => true,
        }
    }

    /// Whether its records are entries of the directory, which enrich events and are none.
    #[must_use]
    pub const fn is_directory(self) -> bool {
        matches!(self, Self::DirectoryUsers | Self::DirectoryUsersJson) || self.is_of_group()
    }

    /// Whether its records are the members of one group.
    #[must_use]
    pub const fn is_of_group(self) -> bool {
        matches!(self, Self::DirectoryMembers | Self::DirectoryMembersJson)
    }
}

/// How the originals of a source are to be read; stored with the source, so that any of them can be
/// decoded again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    /// The format.
    pub format: Format,
    /// CSV: the log of every row. JSON: the log of those records that do not tell theirs (interactive if
    /// `None`). `None` for authentication details.
    pub log: Option<Log>,
    /// The header row of a CSV as it stands in the file, with the zone of its times where the analyst told it; the columns of
    /// [`Format::AzureRows`] as a JSON list of names, likewise; the mapping of assigned columns, with the header row, as JSON;
    /// for other JSON the name of the zone that the analyst told, or nothing.
    pub header: String,
    /// Whether 4/12/2025 is the fourth of December.
    pub day_first: bool,
    /// Whether its times have no seconds, as a spreadsheet leaves them out.
    pub whole_minutes: bool,
}

impl Shape {
    /// A shape without a header, whose dates need no telling.
    #[must_use]
    pub fn new(format: Format, log: Option<Log>) -> Self {
        Self { format, log, header: String::new(), day_first: false, whole_minutes: false }
    }

    /// The clock of the times of JSON objects that do not tell their offset.
    fn clock(&self) -> local_time::Local {
        Zone::from_name(&self.header)
            .filter(|_| self.format.is_json())
            .map_or_else(Default::default, local_time::Local::of)
    }

    /// The header row of a CSV; of JSON what [`Self::header`] is.
    #[must_use]
    pub fn header_row(&self) -> Cow<'_, str> {
        match mapping::Stored::of(self) {
            Some(stored) => Cow::Owned(stored.header),
            None => Cow::Borrowed(&self.header),
        }
    }
}

/// How to read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The log, where the records themselves do not tell; wins over the file's name.
    pub log: Option<Log>,
    /// The zone of times that do not tell theirs, where the file does not say UTC; UTC if not given.
    pub zone: Option<Zone>,
    /// What the columns of a table hold, for those that have the columns that are assigned.
    pub mapping: Option<Arc<Mapping>>,
    /// Threads that decode; 0 for one per core.
    pub threads: usize,
}
