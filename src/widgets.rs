//! Parts of the window that know no report.

pub mod badge;
pub mod chart;
pub mod chip;
pub mod cursor;
pub mod empty;
pub mod end;
pub mod facet_row;
pub mod fitting;
pub mod focus;
pub mod focus_trap;
pub mod guarded;
pub mod keys;
pub mod menu;
pub mod number;
pub mod pill;
pub mod popup;
pub mod progress;
pub mod segments;
pub mod sheet;
pub mod star;
pub mod table;
pub mod tabs;
pub mod theme;
pub mod value;
pub mod wheel;
