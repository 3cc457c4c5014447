//! Reports computed from rows: plain data that the window, the command line and the exports show.
//!
//! A report is a function of a scope, of rows that a query chose, and of its own options. It is meant to
//! run in a job. This floor knows the query, columns, fields and the reference; nothing of windows.

pub mod usage;
