//! What leaves the program: tables as CSV, JSON, Excel workbooks and plain text, charts as SVG and PNG.
//!
//! This floor takes plain data (texts, numbers, lines of a chart) and gives bytes. It knows no cache, no
//! query, no field and no window; of the floors above it, it reads only [`crate::clock`].
//!
//! Names of users, applications and devices are chosen by whoever signs in. No file written here lets such a
//! name act: no formula in CSV or in a workbook, no markup in SVG, no character that hides or turns text in what people read.

pub mod atomic;
pub mod chart;
pub mod file;
pub mod guard;
pub mod number;
pub mod pack;
pub mod palette;
pub mod table;
pub mod visible;
pub mod xlsx;
