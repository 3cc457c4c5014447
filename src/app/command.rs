//! What a view asks for. Views never change state themselves: they return commands, and the program
//! carries them out between frames.

use std::path::PathBuf;

use super::assigning::AssignCommand;
use super::encryption::EncryptionCommand;
use super::export::ExportChoice;
use super::insights::{InsightsCommand, PagePlace};
use super::packing::PackCommand;
use super::picturing::PictureCommand;
use super::retention::RetentionCommand;
use super::saved_views::ViewName;
use super::settings::{RowHeight, TableColumn, Theme, Zoom};
use super::table_command::TableCommand;
use crate::cache::SourceId;
use crate::clock::Zone;
use crate::fields::{Field, Log};
use crate::query::Query;
use crate::record::EventId;
use crate::texts::text;
use crate::texts::{Formats, Language};

/// What the main part of the window shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum View {
    /// The table of a log.
    Log(Log),
    /// The pages of insights: who uses what.
    Insights,
    /// The lookup of error codes.
    Errors,
    /// What was imported.
    Sources,
}

impl View {
    /// Every view, in the order of the tabs.
    pub const ALL: [Self; 15] = [
        Self::Log(Log::Interactive),
        Self::Log(Log::NonInteractive),
        Self::Log(Log::ServicePrincipal),
        Self::Log(Log::ManagedIdentity),
        Self::Log(Log::AdFs),
        Self::Log(Log::Audit),
        Self::Log(Log::Provisioning),
        Self::Log(Log::RiskyUsers),
        Self::Log(Log::RiskyWorkloads),
        Self::Log(Log::RiskDetections),
        Self::Log(Log::Activity),
        Self::Log(Log::ActivitySignIns),
        Self::Insights,
        Self::Errors,
        Self::Sources,
    ];

    /// What the settings file and `--view` call it.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Log(log) => log.key(),
            Self::Insights => "insights",
            Self::Errors => "errors",
            Self::Sources => "sources",
        }
    }

    /// The view with this key; a page of insights has its own, see [`PagePlace::from_key`].
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        let view = Self::ALL.into_iter().find(|view| view.key() == key);
        view.or_else(|| PagePlace::from_key(key).map(|_| Self::Insights))
    }

    /// What its tab says.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Log(log) => log.shown_title(),
            Self::Insights => text!("tabs-insights"),
            Self::Errors => text!("tabs-errors"),
            Self::Sources => text!("tabs-sources"),
        }
    }
}

/// A step of the selection through the table's lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// So many lines down; negative is up.
    By(i64),
    /// To the first line.
    First,
    /// To the last line.
    Last,
}

/// A page that lies over the window until it is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// The command palette.
    Palette,
    /// The question for the name of a new view.
    SaveView,
    /// The list of all views.
    Views,
    /// The filter language.
    FilterHelp,
    /// The keyboard shortcuts.
    Shortcuts,
    /// The zones to show times in.
    TimeZone,
    /// What this program is.
    About,
    /// What to export, and how.
    Export,
    /// How a picture of a chart looks.
    Picture,
    /// What a review pack holds.
    Pack,
    /// What the columns of a table hold.
    Assign,
    /// Whether the cache is encrypted, and with what.
    Encryption,
}

/// Something the user wants done.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Ask for files with the system's dialog.
    Open,
    /// Ask for a folder with the system's dialog.
    OpenFolder,
    /// Import these files, folders and zips.
    Import(Vec<PathBuf>),
    /// Show the bundled sample tenant, which has a cache of its own.
    ShowSample,
    /// Go back from the sample tenant to the user's own sign-ins.
    LeaveSample,
    /// Stop the import of the file with this number.
    CancelImport(u64),
    /// Stop all imports, those that wait included.
    CancelImports,
    /// Take the finished imports out of the panel.
    DismissImports,
    /// Leave the finished imports in the panel until they are taken out of it.
    KeepImports,
    /// Forget the list of recent files.
    ClearRecent,
    /// Close the window.
    Quit,
    /// Show a view.
    Show(View),
    /// Filter for a value, in its stored form.
    Include(Field, String),
    /// Filter a value out.
    Exclude(Field, String),
    /// Replace the filter.
    SetQuery(Query),
    /// The text of the search line changed; it may be no valid query.
    TypeQuery(String),
    /// What was typed into the search line is complete: what is typed next is another step for undo.
    EndTyping,
    /// Put the cursor into the search line.
    FocusSearch,
    /// Replace the filter and show a log's table; without a log one that has a match, which asks for a
    /// filter that is quick, such as a request ID.
    ShowSignIns(Option<Log>, Query),
    /// Go back to the report from which sign-ins were shown, with its filter, or to the page before.
    GoBack,
    /// Do something on the pages of insights.
    Insights(InsightsCommand),
    /// Sort the present table by a column: first down, then up. With `true` as a further key.
    Sort(TableColumn, bool),
    /// Sort the present table by exactly this column, descending if `true`.
    SortBy(TableColumn, bool),
    /// Show these columns in the table of a log.
    SetColumns(Log, Vec<Field>),
    /// Give columns of a log's table new widths in points.
    SetWidths(Log, Vec<(TableColumn, f32)>),
    /// Put the portal's own columns back.
    ResetColumns(Log),
    /// Open or close the column chooser.
    ChooseColumns,
    /// Open the editor of the part of this place of the filter.
    EditPart(usize),
    /// Open or close the facet panel.
    ToggleFacets,
    /// Count these fields in the facet panel of a log.
    SetFacets(Log, Vec<Field>),
    /// Fold the rows of the present table, or show each sign-in.
    ToggleGrouping,
    /// Expand or fold a group of the present table, by its place.
    ToggleGroup(usize),
    /// Expand the first so many groups of the present table, outermost first, and fold all others.
    ExpandGroups(usize),
    /// Select a line of the present table.
    SelectLine(u64),
    /// Move the selection.
    MoveSelection(Step),
    /// Open the detail of the selected line, or fold and unfold a group's line.
    Activate,
    /// Show a sign-in in the side panel.
    OpenDetail(EventId),
    /// Show a sign-in in a window of its own.
    OpenDetailWindow(EventId),
    /// Show the sign-in of the side panel in a window of its own.
    DetachDetail,
    /// Close the side panel.
    CloseDetail,
    /// Close the own window of a sign-in.
    CloseDetailWindow(EventId),
    /// Look up an error code, a pasted message or words.
    LookUp(String),
    /// Put a text on the clipboard.
    Copy(String),
    /// Put a text about the program and the system on the clipboard.
    CopyDiagnostics,
    /// Put the selected rows on the clipboard, values separated by tabs.
    CopyLine,
    /// Do something else to the present table.
    Table(TableCommand),
    /// Ask whether a source should be forgotten; `None` takes the question back.
    AskForget(Option<SourceId>),
    /// Take a source out of the cache (the view has asked before).
    Forget(SourceId),
    /// Call the group whose members a source lists by this name.
    NameGroup(SourceId, String),
    /// Write the list of rejected records as CSV, to a file that the system's dialog asks for.
    ExportRejects,
    /// Read the files that were imported again: are they still what they were?
    VerifyFiles,
    /// Stop that.
    CancelVerifying,
    /// Open the export dialog for the present table.
    Export,
    /// Choose what to export, and how.
    ChooseExport(ExportChoice),
    /// Export what is chosen to a file that the system's dialog asks for.
    ChooseExportFile,
    /// Stop the export that runs.
    CancelExport,
    /// Do something with the picture of a chart.
    Picture(PictureCommand),
    /// Do something with the review pack.
    Pack(PackCommand),
    /// Do something with the columns of a table that was refused.
    Assign(AssignCommand),
    /// Light, dark, or as the system has it.
    SetTheme(Theme),
    /// Speak a language, or that of the system.
    SetLanguage(Option<Language>),
    /// Write dates and numbers in this way.
    SetFormats(Formats),
    /// Generous or compact rows.
    SetRowHeight(RowHeight),
    /// Draw everything larger or smaller.
    Zoom(Zoom),
    /// Show times in this zone.
    SetZone(Zone),
    /// Weeks start on Monday, or on Sunday with `true`.
    SetWeekStartsOnSunday(bool),
    /// Let "last 7 days" end now with `true`, or at the newest sign-in.
    EndAtNow(bool),
    /// Show or hide how long frames and answers take.
    ToggleTimings,
    /// Let pseudonyms stand for names, or show names again.
    TogglePrivate,
    /// Take the last change of the view back.
    Undo,
    /// Bring the change that was taken back again.
    Redo,
    /// Show a saved view.
    ShowView(ViewName),
    /// Leave the saved view for what was shown before it.
    LeaveView,
    /// Save what is shown as a view of this name.
    SaveView(String),
    /// Let the active view, if it is the user's own, be what is shown.
    UpdateView,
    /// Give a view of the user's own another name: the old one, the new one.
    RenameView(String, String),
    /// Take a view of the user's own away.
    DeleteView(String),
    /// Make a view of the user's own that is the same as this one.
    DuplicateView(ViewName),
    /// Move a view of the user's own up among them, or down with `true`.
    MoveView(String, bool),
    /// Leave a built-in view, by its key, out of the menus with `true`, or list it again.
    HideView(&'static str, bool),
    /// The command palette was used for the entry of this title.
    RememberUse(String),
    /// Put a field's name into the search line, with the cursor where its value belongs.
    BeginFilter(Field),
    /// Mark the selected sign-ins, or take their marks away.
    ToggleBookmark,
    /// Mark sign-ins with `true`, or take their marks away.
    Bookmark(Vec<EventId>, bool),
    /// Put the cursor into the note of the selected sign-in.
    WriteNote,
    /// The note of a sign-in was changed.
    EditNote(EventId, String),
    /// Write changed notes to the cache now.
    SaveNotes,
    /// Open or close a sheet.
    ShowSheet(Option<Sheet>),
    /// Take the notice away.
    DismissNotice,
    /// Do something about old records.
    Retention(RetentionCommand),
    /// Open the encrypted cache, or encrypt or decrypt it.
    Encryption(EncryptionCommand),
    /// Give the cache that can't be used another name, and put a new one in its place: with what can be read of the old one
    /// if it is to be rescued.
    SetCacheAside {
        /// Whether it is to be rescued.
        is_rescue: bool,
    },
    /// Open the cache again that could not be opened.
    TryCacheAgain,
    /// Go on with what is loaded of a damaged cache.
    DismissTrouble,
}

impl Command {
    /// Whether it takes along what is shown: to the clipboard or into a file.
    pub(super) fn takes_along(&self) -> bool {
        match self {
            Self::Copy(_) | Self::CopyLine | Self::Export | Self::ChooseExportFile => true,
            Self::Table(command) => matches!(command, TableCommand::Copy { .. }),
            Self::Insights(command) => matches!(command, InsightsCommand::ExportTable(_)),
            Self::Pack(command) => matches!(command, PackCommand::Open | PackCommand::ChooseFile),
            Self::Picture(command) => match command {
                PictureCommand::Copy(_)
                | PictureCommand::CopyData(_)
                | PictureCommand::CopyRows(_)
                | PictureCommand::SaveData(_)
                | PictureCommand::Open(_)
                | PictureCommand::ChooseFile => true,
                PictureCommand::Near(_) | PictureCommand::Choose(_) | PictureCommand::SetTitle(_) => false,
            },
            _ => false,
        }
    }
}
