//! Sign-in reports of a company that does not exist, in the shape of the portal's downloads.
//!
//! For examples to look at, for tests, and for measuring with a million sign-ins. The same options
//! give the same bytes, on every machine and in every version. Nothing in them belongs to anybody:
//! people and business applications are invented, addresses are of the documentation ranges, only
//! Microsoft's own application names and IDs and the cities are real.
//!
//! `tenant`, `applications`, `workloads`, `networks`, `machines`, `policies` and `codes` are the
//! tables of that company. `story` tells what happens to it in the month (read its first lines),
//! `ordinary` fills the days around it (with `incidents`), `scene` is where both make sign-ins, `portal_csv` and
//! `portal_json` write them. A day is made at a time, so memory does not grow with the month.
//!
//! Tests and benches take this file in with `#[path]`, hence the paths below: without them a
//! module taken in so would look for its parts beside itself.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

#[path = "generator/altered.rs"]
pub mod altered;
#[path = "generator/applications.rs"]
pub mod applications;
#[path = "generator/authentication.rs"]
pub mod authentication;
#[path = "generator/calendar.rs"]
pub mod calendar;
#[path = "generator/codes.rs"]
pub mod codes;
#[path = "generator/dice.rs"]
mod dice;
#[path = "generator/directory.rs"]
pub mod directory;
#[path = "generator/guid.rs"]
pub mod guid;
#[path = "generator/incidents.rs"]
mod incidents;
#[path = "generator/machines.rs"]
pub mod machines;
#[path = "generator/networks.rs"]
pub mod networks;
#[path = "generator/ordinary.rs"]
mod ordinary;
#[path = "generator/other_reports.rs"]
pub mod other_reports;
#[path = "generator/policies.rs"]
pub mod policies;
#[path = "generator/portal_csv.rs"]
pub mod portal_csv;
#[path = "generator/portal_json.rs"]
pub mod portal_json;
#[path = "generator/portal_shape.rs"]
mod portal_shape;
#[path = "generator/scene.rs"]
mod scene;
#[path = "generator/sign_in.rs"]
pub mod sign_in;
#[path = "generator/story.rs"]
mod story;
#[path = "generator/tenant.rs"]
pub mod tenant;
#[path = "generator/translated.rs"]
pub mod translated;
#[path = "generator/workloads.rs"]
pub mod workloads;

use calendar::{Calendar, spread};
use scene::World;
pub use sign_in::{Log, SignIn};

/// What to make.
#[derive(Clone, Debug)]
pub struct Options {
    /// Sign-ins in all: over the four logs, or of the one log that is asked for.
    pub records: usize,
    pub seed: u64,
    /// Days up to and including `end`.
    pub days: u32,
    pub end: NaiveDate,
    /// Conditional Access policies listed in each sign-in, at most 12.
    pub policies: usize,
    pub layout: Layout,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            records: 3000,
            seed: 1,
            days: 30,
            end: NaiveDate::from_ymd_opt(2026, 10, 31).expect("October has 31 days"),
            policies: policies::POLICIES.len(),
            layout: Layout::Pretty,
        }
    }
}

/// How JSON is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// One property a line, indented by two blanks: the portal's own.
    Pretty,
    /// No blanks at all.
    Compact,
}

/// One of the portal's ten files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Report {
    pub log: Log,
    pub form: Form,
}

/// The form of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Json,
    Csv,
    /// The CSV file of authentication details, which only the logs of users have.
    CsvSteps,
}

impl Report {
    /// All ten, in the portal's order.
    pub fn all() -> impl Iterator<Item = Self> {
        let has_steps = |log| matches!(log, Log::Interactive | Log::NonInteractive);
        let csv = Log::ALL.into_iter().flat_map(move |log| {
            let steps = has_steps(log).then_some(Form::CsvSteps);
            [Some(Form::Csv), steps].into_iter().flatten().map(move |form| Self { log, form })
        });
        csv.chain(Log::ALL.map(|log| Self { log, form: Form::Json }))
    }

    /// The file name that the portal gives it.
    pub fn file_name(self, options: &Options) -> String {
        let stem = match self.log {
            Log::Interactive => "InteractiveSignIns",
            Log::NonInteractive => "NonInteractiveSignIns",
            Log::ServicePrincipal => "ApplicationSignIns",
            Log::ManagedIdentity => "MSISignIns",
        };
        let (steps, extension) = match self.form {
            Form::Json => ("", "json"),
            Form::Csv => ("", "csv"),
            Form::CsvSteps => ("_AuthDetails", "csv"),
        };
        let calendar = Calendar::ending(options.end, options.days);
        let (first, end) = (calendar.first, calendar.end());
        format!("{stem}{steps}_{first}_{end}.{extension}")
    }
}

/// Which files to make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Selection {
    /// All ten; the records are shared out among the four logs as they are in a real tenant.
    All,
    /// One file with all the records.
    Only(Report),
}

/// How many of 100 sign-ins are in each log, in the order of [`Log::ALL`].
const SHARES: [usize; 4] = [40, 45, 11, 4];

/// The sign-ins of all four logs, day by day, the newest first.
pub fn generate(options: &Options) -> impl Iterator<Item = SignIn> + use<> {
    let parts = spread(options.records, &SHARES);
    let plans: Vec<Plan> =
        Log::ALL.into_iter().zip(parts).map(|(log, records)| Plan::new(options, log, records)).collect();
    (0..options.days.max(1)).rev().flat_map(move |day| {
        let mut rows: Vec<SignIn> = plans.iter().flat_map(|plan| plan.day(day)).collect();
        scene::newest_first(&mut rows);
        rows
    })
}

/// `options.records` sign-ins of one log, the newest first.
pub fn generate_log(options: &Options, log: Log) -> impl Iterator<Item = SignIn> + use<> {
    let plan = Plan::new(options, log, options.records);
    (0..options.days.max(1)).rev().flat_map(move |day| plan.day(day))
}

/// Writes the selected reports into a folder, which is made when missing; returns their paths.
pub fn write_reports(options: &Options, selection: Selection, folder: &Path) -> io::Result<Vec<PathBuf>> {
    fs::create_dir_all(folder)?;
    let parts = spread(options.records, &SHARES);
    let mut paths = Vec::new();
    for report in Report::all() {
        let records = match selection {
            Selection::All => parts[report.log as usize],
            Selection::Only(only) if only == report => options.records,
            Selection::Only(_) => continue,
        };
        let path = folder.join(report.file_name(options));
        let file = BufWriter::with_capacity(1 << 20, File::create(&path)?);
        write_report(&Options { records, ..options.clone() }, report, file)?;
        paths.push(path);
    }
    Ok(paths)
}

/// Writes what the directory, provisioning, ID Protection and Microsoft 365 tell of the same month into a folder, which is
/// made when missing; returns the paths.
pub fn write_other_reports(options: &Options, folder: &Path) -> io::Result<Vec<PathBuf>> {
    fs::create_dir_all(folder)?;
    let calendar = Calendar::ending(options.end, options.days);
    let mut paths = Vec::new();
    for (stem, records) in other_reports::reports(options) {
        let path = folder.join(format!("{stem}_{}_{}.json", calendar.first, calendar.end()));
        let lines: Vec<String> = records.iter().map(ToString::to_string).collect();
        fs::write(&path, format!("[\n{}\n]\n", lines.join(",\n")))?;
        paths.push(path);
    }
    Ok(paths)
}

/// Writes one report with all the records.
pub fn write_report(options: &Options, report: Report, mut out: impl Write) -> io::Result<()> {
    let sign_ins = generate_log(options, report.log);
    match (report.form, report.log) {
        (Form::Json, _) => portal_json::write(&mut out, options.layout, sign_ins)?,
        (Form::CsvSteps, _) => portal_csv::write_steps(&mut out, sign_ins)?,
        (Form::Csv, Log::Interactive | Log::NonInteractive) => {
            portal_csv::write(&mut out, &portal_csv::USER_COLUMNS, sign_ins)?;
        }
        (Form::Csv, Log::ServicePrincipal | Log::ManagedIdentity) => {
            portal_csv::write(&mut out, &portal_csv::APPLICATION_COLUMNS, sign_ins)?;
        }
    }
    out.flush()
}

/// How the records of one log spread over the days.
struct Plan {
    world: World,
    log: Log,
    records: usize,
    /// Per day: sign-ins that tell the story, and those that fill it up.
    days: Vec<(usize, usize)>,
}

impl Plan {
    fn new(options: &Options, log: Log, records: usize) -> Self {
        let calendar = Calendar::ending(options.end, options.days);
        let world = World { seed: options.seed, calendar, policies: options.policies };
        // A report too small for the whole story breaks off.
        let mut left = records;
        let told: Vec<usize> = (0..calendar.days)
            .map(|day| {
                let told = story::day(&world, log, day, records).len().min(left);
                left -= told;
                told
            })
            .collect();
        let weights: Vec<usize> = (0..calendar.days).map(|day| weight(log, calendar.is_weekend(day))).collect();
        let days = told.into_iter().zip(spread(left, &weights)).collect();
        Self { world, log, records, days }
    }

    /// The sign-ins of one day, the newest first.
    fn day(&self, day: u32) -> Vec<SignIn> {
        let (told, filled) = self.days[day as usize];
        let mut rows = story::day(&self.world, self.log, day, self.records);
        rows.truncate(told);
        rows.extend(ordinary::day(&self.world, self.log, day, filled));
        scene::newest_first(&mut rows);
        rows
    }
}

/// People rest at the weekend, programs do not.
fn weight(log: Log, is_weekend: bool) -> usize {
    match (log, is_weekend) {
        (Log::Interactive, true) => 9,
        (Log::NonInteractive, true) => 16,
        _ => 100,
    }
}
