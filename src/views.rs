//! One file per screen or window. A view reads a snapshot and returns what the user asked for.

pub mod back;
pub mod columns;
pub mod detail;
pub mod dialogs;
pub mod facets;
pub mod filter_bar;
pub mod forget;
pub mod imports;
pub mod lookup;
pub mod menu;
pub mod palette;
pub mod rejects;
pub mod saved_views;
pub mod screenshot;
pub mod shortcuts;
pub mod sources;
pub mod status_bar;
pub mod table;
pub mod tabs;
pub mod timings;
pub mod toolbar;
pub mod usage;
pub mod welcome;
pub mod window;
pub mod working;
pub mod zones;
