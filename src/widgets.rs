//! Parts of the window that know no report.

pub mod badge;
pub mod theme;
pub mod value;
