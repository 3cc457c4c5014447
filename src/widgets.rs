//! Parts of the window that know no report.

pub mod theme;
