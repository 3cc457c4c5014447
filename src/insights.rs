//! Reports computed from rows: plain data that the window, the command line and the exports show.
//!
//! A page ([`PageSpec`]) answers a question ([`Ask`]: a filter, a period, logs) with sections: figures, graphs,
//! tables. A table counts sign-ins by entities ([`By`]: applications, users, the values of a field) and
//! measures ([`Measure`]: a filter and a sum). So every figure is a query plus a sum, and [`Rows`] are the rows
//! behind it.
//!
//! All of it is meant to run in a job. This floor knows the query, columns, fields and the reference; nothing
//! of windows.

mod ask;
mod cards;
mod cities;
mod counting;
mod entity;
mod found;
mod graph;
mod heat_map;
mod label;
mod measure;
mod members;
mod named;
mod newest;
mod note;
mod numbering;
mod page;
pub mod pages;
mod period;
mod places;
mod shown;
mod table;
mod time_line;
mod told;

pub use ask::{Ask, Rows, in_force};
pub use cards::cards;
pub use entity::{By, Entities, Entity};
pub use graph::{Counts, Graph, Line, Lines, MOST_LINES, graph, graph_by_status, graph_of, graph_of_counts};
pub use heat_map::heat_map;
pub use measure::{MOST_NAMES, Measure, Sum, Value, fixed};
pub use newest::{newest, newest_note};
pub use note::{MemberCounts, Note};
pub use page::{Card, Choices, Event, HeatMap, Mark, PageSpec, Place, Places, Section, TimeLine};
pub use period::Period;
pub use places::places;
pub use shown::shown;
pub use table::{Heading, Row, Table, table, totals};
pub use time_line::time_line;
pub use told::Told;
