//! One file per screen or window. A view reads a snapshot and returns what the user asked for.

pub mod columns;
pub mod detail;
pub mod dialogs;
pub mod filter_bar;
pub mod filter_help;
pub mod imports;
pub mod lookup;
pub mod menu;
pub mod screenshot;
pub mod shortcuts;
pub mod sources;
pub mod status_bar;
pub mod table;
pub mod tabs;
pub mod toolbar;
pub mod usage;
pub mod welcome;
pub mod window;
