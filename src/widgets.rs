//! Parts of the window that know no report.

pub mod badge;
pub mod chart;
pub mod number;
pub mod theme;
pub mod value;
