//! State of the running program: what is loaded, what is shown, and the commands that change it.
//!
//! [`State`] is all that the program knows. Views borrow it and return [`Command`]s, [`State::apply`]
//! carries them out, and [`jobs`] does what takes time; nothing here draws.

mod action;
mod apply;
mod assigning;
mod broken;
mod clipboard;
mod code_counts;
mod command;
mod diagnostics;
mod encryption;
pub mod export;
mod exporting;
pub mod facets;
pub mod filter_words;
mod folders;
mod forgetting;
pub mod handing_over;
mod history;
mod imports;
pub mod insights;
pub mod jobs;
mod listing;
mod notes;
pub mod pack;
mod packing;
pub mod palette;
pub mod pictures;
mod picturing;
mod private;
mod recent;
mod retention;
mod sample;
mod saved_views;
mod selection;
mod settings;
pub mod span;
mod state;
mod summary;
mod table_command;
mod timings;
mod trouble;
mod verifying;

pub use action::{Action, ActionSpec, Area};
pub use assigning::{AssignCommand, Assignable, Assigning};
pub use broken::{Broken, caught, watch};
pub use clipboard::{CopyTurn, CopyTurns};
pub use code_counts::{CodeCount, CodeCounts, Occurrences};
pub use command::{Command, Sheet, Step, View};
pub use encryption::{Encryption, EncryptionCommand};
pub use exporting::{Exporting, Exports, RunningExport, may_have_bom};
pub use folders::{default_cache, default_settings, portable};
pub use imports::{FileState, ImportTotals, ImportedFile, Imports, Overall, Refusal, RefusedFiles, Stage, name_of};
pub use listing::{Expanded, Group, Grouping, Groups, Line, Listing, Rows, RowsKey};
pub use notes::{NoteState, Notes};
pub use packing::{PackCommand, PackPage, Packing};
pub use picturing::{OpenPicture, PictureCommand, Picturing};
pub use private::{PRIVATE_NOTE, hide_rejects, hide_sources, hiding, hiding_titles};
pub use retention::{Retention, RetentionCommand};
pub use saved_views::{BUILT_IN, BuiltIn, SavedView, SavedViews, ViewName};
pub use selection::Selection;
pub use settings::{
    DETAIL_WIDTHS, GroupOrder, GroupOrderKey, MIN_COLUMN_WIDTH, MOST_LEVELS, Renderer, RowHeight, Settings, SortBy,
    TableColumn, TableLayout, Theme, ZOOMS, Zoom, folds, may_be_column, may_group,
};
pub use state::{
    Back, Effect, Found, LISTED_REJECTS, Notice, OpenDetail, Picked, SearchLine, Selected, State, TableState,
};
pub use summary::Summary;
pub use table_command::TableCommand;
pub use timings::{Measured, Timing, Timings};
pub use trouble::CacheTrouble;
pub use verifying::{Standings, Verifying};
