//! What a view asks for. Views never change state themselves: they return commands, and the program
//! carries them out between frames.

use std::path::PathBuf;

use crate::cache::SourceId;
use crate::fields::{Field, Log};
use crate::query::Query;
use crate::record::EventId;

/// What the main part of the window shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum View {
    /// The table of a sign-in log.
    Log(Log),
    /// Application usage as a graph.
    Usage,
    /// The lookup of error codes.
    Errors,
    /// What was imported.
    Sources,
}

/// Something the user wants done.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Ask for files with the system's dialog.
    Open,
    /// Import these files, folders and zips.
    Import(Vec<PathBuf>),
    /// Import the bundled sample tenant.
    ImportSample,
    /// Show a view.
    Show(View),
    /// Filter for a value, in its stored form.
    Include(Field, String),
    /// Filter a value out.
    Exclude(Field, String),
    /// Replace the filter.
    SetQuery(Query),
    /// Replace the filter and show a log's table (or stay on the present one).
    ShowSignIns(Option<Log>, Query),
    /// Show a sign-in in the side panel.
    OpenDetail(EventId),
    /// Show a sign-in in a window of its own.
    OpenDetailWindow(EventId),
    /// Close the side panel.
    CloseDetail,
    /// Look up an error code, a pasted message or words.
    LookUp(String),
    /// Put a text on the clipboard.
    Copy(String),
    /// Take a source out of the cache (the view has asked before).
    Forget(SourceId),
}
