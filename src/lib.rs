//! Sign-in Lens: review Microsoft Entra ID sign-ins on your own machine.
//!
//! # The house
//!
//! Data enters by one door, is stored, is held in columns, is asked, is shown. Each floor knows only those
//! above it in this list; a test (`tests/floors.rs`) holds that.
//!
//! | floor | purpose | must not know |
//! | --- | --- | --- |
//! | [`clock`] | moments in UTC, zones, days and weeks | anything else |
//! | [`texts`] | what the window says, in several languages; how it writes dates and numbers | anything but the clock |
//! | [`fields`] | the one table of every field: key, title, kind, and how each format spells it | records, files |
//! | [`reference`] | AADSTS codes, legacy clients, countries, the portal's words for policies | records, files |
//! | [`record`] | one event in memory; many of them on their way to the cache; what the directory tells | files, the cache |
//! | [`import`] | files to records: recognise, read as a stream, normalise, set aside what can't be read | the cache |
//! | [`cache`] | the SQLite file: originals, sources, merging, forgetting, bookmarks and notes | columns, queries |
//! | [`columns`] | the loaded cache as typed columns with dictionaries | queries |
//! | [`query`] | the filter language, sorting, grouping, facets, time series | files, the cache, windows |
//! | [`insights`] | pages of figures, graphs and tables, each figure a query and a sum | windows |
//! | [`export`] | tables to CSV, JSON, workbooks and text; charts to SVG and PNG; review packs | windows |
//! | [`app`] | state of the running program: commands, background jobs, settings, saved views, undo, pages of insights, what an export, a chart or a pack holds; what later starts of the program hand over | how anything is drawn |
//! | [`widgets`] | parts of windows that know no report | views |
//! | [`views`] | one file per screen or window | |
//! | [`cli`] | the same floors without a window | |
//!
//! Only `app`, `widgets` and `views` know egui; only `cache` knows SQLite; only `import` reads reports.
//!
//! # Two ideas carry the rest
//!
//! **One table of fields.** A field is declared once, in [`fields`]. Importers, the cache's tables, columns,
//! the filter language, the column chooser, the detail, exports and documentation all read that table. A new
//! column is a new row there.
//!
//! **One query.** What the pills show, what the search line holds, what a screenshot or a script asks for is
//! one value, [`query::Query`], with one text form. Parsing the text of a query gives the same query back.
//!
//! # How a record travels
//!
//! 1. [`import::find_inputs`] lists the files; [`import::open`] recognises one by its content.
//! 2. A splitter cuts the stream into records; workers decode them by the table of fields
//!    ([`record::Record`]) and hand over [`record::batch::Batch`]es that hold every text once, together with the
//!    compressed originals. Memory grows with the different texts, not with the file.
//! 3. [`cache::Cache::import`] writes them in one transaction, merging sign-ins it knows already. The originals are
//!    the truth; the table of events is what they tell together and can be made anew from them.
//! 4. [`columns::load`] makes a snapshot, and adds what look-ups in the directory tell of the user of each event;
//!    [`query`] answers from it; views show the answers and return [`app::Command`]s, which the program carries out
//!    between frames. Nothing reads a file or runs a long query on the window's thread.

pub mod app;
pub mod cache;
pub mod cli;
pub mod clock;
pub mod columns;
pub mod export;
pub mod fields;
pub mod import;
pub mod insights;
pub mod query;
pub mod record;
pub mod reference;
pub mod texts;
pub mod views;
pub mod widgets;
