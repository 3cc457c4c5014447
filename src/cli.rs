//! The same floors without a window: verbs for scripts, tests and people who like a shell.
//!
//! Results go to standard output, everything else to standard error. Exit codes: 0 done, 1 some input
//! could not be read, 2 wrong call.

mod asked;
mod calls;
mod chart;
mod counts;
mod directory;
mod encryption;
mod explain;
mod groups;
mod health;
mod import;
mod originals;
mod output;
mod pack;
mod private;
mod propose;
mod report;
mod sign_ins;
mod sources;
mod subject;

use std::fmt::Display;
use std::io::ErrorKind;
use std::path::PathBuf;
use std::process::ExitCode;

use chrono::Weekday;
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};
use tracing_subscriber::EnvFilter;

use crate::app::Renderer;
use crate::app::handing_over::{self, Start};
use crate::cache::CacheError;
use crate::clock::{Clock, Zone};
use crate::columns::{self, Columns};
use crate::fields::{Field, Log};
use crate::query::{Query, Scope};
use crate::views::window::{Launch, Screenshot, view_names};
use asked::Asked;
use output::Format;

/// Review Microsoft Entra ID sign-ins, offline.
///
/// Without a verb the window opens, and the files, folders and zips named are imported; a window that is open on the same
/// cache takes them. Nothing ever leaves this computer.
#[derive(Debug, Parser)]
#[command(name = "signin-lens", version, after_help = AFTER_HELP)]
struct Cli {
    /// Files, folders or zips to import into the window
    paths: Vec<PathBuf>,
    #[command(flatten)]
    window: WindowOptions,
    #[command(flatten)]
    shared: Shared,
    #[command(subcommand)]
    verb: Option<Verb>,
}

const AFTER_HELP: &str = "\
Filters (--where) are written as in the window:
  status:failure app:\"Office 365 Exchange Online\" -country:US   terms side by side mean AND
  user:anna*  error:50126,50053  ip:203.0.113.0/24  risk:>=medium  client:legacy
  time:2026-10-01..2026-10-31  last:7d  has:device  (a OR b)
last:7d counts back from the newest sign-in in the cache, whatever its log, and not from today.
`signin-lens fields` lists the field keys.

The passphrase of an encrypted cache is asked for, or the environment variable
SIGNIN_LENS_PASSPHRASE has it: a new cache is encrypted with it, too.

Exit codes: 0 done, 1 some input could not be read, 2 wrong call.";

/// Options every verb takes.
#[derive(Debug, Args)]
struct Shared {
    /// The cache to use instead of the per-user one
    #[arg(long, global = true, env = "SIGNIN_LENS_CACHE", value_name = "FILE")]
    cache: Option<PathBuf>,
    /// How results are written; told by the ending of --output if not given (.csv,
    /// .json, .xlsx, .txt for a table), else as a table
    #[arg(long = "format", global = true, value_name = "table|csv|json|xlsx", value_parser = parse_format)]
    given_format: Option<Format>,
    /// Write the result to this file instead of standard output
    #[arg(short, long, global = true, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Begin CSV with a byte order mark, by which older versions of Excel tell UTF-8
    #[arg(long, global = true)]
    bom: bool,
    /// Zone for days, windows and shown times: UTC, system, or a name such as Europe/Berlin; UTC if not given
    #[arg(long, global = true, value_name = "ZONE", value_parser = parse_zone)]
    time_zone: Option<Zone>,
    /// Let pseudonyms such as "User 17" stand for users, devices, IP addresses and tenants, so that results and
    /// pictures can be shared
    #[arg(long = "private", global = true)]
    is_private: bool,
    #[arg(skip)]
    both: private::BothColumns,
    #[arg(skip)]
    file: encryption::OpenedFile,
}

/// What `--view` says of itself.
fn view_help() -> String {
    format!(
        "What to show: {}, errors:CODE, or the key of a page of insights (insights:KEY where something else has that \
         key, such as insights:adfs and insights:errors; KEY:NAME for a page about one of many)",
        view_names()
    )
}

/// Options of the window.
#[derive(Debug, Args)]
struct WindowOptions {
    /// Open the bundled sample tenant, in a cache of its own
    #[arg(long, conflicts_with = "paths")]
    sample: bool,
    /// Open a window of its own, even if one is open on the same cache; --sample, --where, --time-zone and --private do so,
    /// too
    #[arg(long)]
    new_window: bool,
    /// Draw the window with OpenGL (glow), or with DirectX 12, Metal or Vulkan (wgpu); what works if not given
    #[arg(long, value_name = "glow|wgpu", value_parser = parse_renderer)]
    renderer: Option<Renderer>,
    /// Draw until nothing moves, save what the window shows, and quit
    #[arg(long, value_name = "FILE.png")]
    screenshot: Option<PathBuf>,
    #[arg(long, value_name = "NAME", requires = "screenshot", help = view_help())]
    view: Option<String>,
    /// The filter to show it with
    #[arg(long = "where", allow_hyphen_values = true, value_name = "QUERY", value_parser = parse_query)]
    query: Option<Query>,
    /// Size of the window in points
    #[arg(long, value_name = "WxH", value_parser = parse_size, requires = "screenshot")]
    size: Option<(u32, u32)>,
    /// Pixels per point
    #[arg(long, value_name = "F", requires = "screenshot", value_parser = parse_scale)]
    scale: Option<f32>,
    /// Light or dark
    #[arg(long, requires = "screenshot")]
    theme: Option<Theme>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Theme {
    Light,
    Dark,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Import files, folders and zips; prints what came of each file
    Import(import::ImportArgs),
    /// What the columns of a table that is not recognised may hold, as JSON for `import --map`
    Propose(propose::ProposeArgs),
    /// Sign-ins or records of other reports, newest first
    List(sign_ins::ListArgs),
    /// Folded rows, by the portal's rules or by any fields
    Groups(groups::GroupArgs),
    /// How many sign-ins or other records per value
    Count(counts::CountArgs),
    /// A time series per value
    Series(counts::SeriesArgs),
    /// Application usage over time
    Usage(counts::UsageArgs),
    /// A report of insights, such as applications or users; without a name lists them
    Report(report::ReportArgs),
    /// A chart as a picture; without a name lists them
    Chart(chart::ChartArgs),
    /// A review pack: reports with their charts and tables in one file
    Pack(pack::PackArgs),
    /// What an AADSTS code means and what to do
    Explain(explain::ExplainArgs),
    /// What was imported
    Sources,
    /// Whether the files that were imported are still what they were, by their SHA-256
    Verify,
    /// Whether the cache is whole: reads every page and every original text
    Check,
    /// Set a damaged cache aside, untouched, and take what can be read of it into a new one
    Rescue,
    /// Encrypt the cache with a passphrase, or give it another one: it is asked for, or the environment variable
    /// `SIGNIN_LENS_NEW_PASSPHRASE` has it
    Encrypt,
    /// Write the cache so that no passphrase is needed
    Decrypt,
    /// Take a source out of the cache: what only it brought goes
    Forget(sources::ForgetArgs),
    /// Name the group whose members a source lists, since the portal's file does not tell it
    NameGroup(directory::NameGroupArgs),
    /// Records that could not be read, and why
    Rejects(sources::RejectsArgs),
    /// The table of fields
    Fields,
}

/// Why a verb failed: its exit code and a sentence.
#[derive(Debug)]
struct Failure {
    code: u8,
    sentence: String,
}

impl Failure {
    /// Some input could not be read.
    fn input(error: impl Display) -> Self {
        Self { code: 1, sentence: error.to_string() }
    }

    /// The call was wrong.
    fn call(error: impl Display) -> Self {
        Self { code: 2, sentence: error.to_string() }
    }
}

impl From<CacheError> for Failure {
    fn from(error: CacheError) -> Self {
        Self::input(error)
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            // Whoever reads our output stopped reading, as `head` does: nothing is wrong, and nothing to say.
            ErrorKind::BrokenPipe => Self { code: 0, sentence: String::new() },
            _ => Self::input(error),
        }
    }
}

/// The verbs and options, for manual pages and completions.
#[must_use]
pub fn command() -> clap::Command {
    Cli::command()
}

/// Runs what the command line asks for.
#[must_use]
pub fn run() -> ExitCode {
    crate::app::watch();
    let cli = Cli::parse();
    // Warnings for people who look; RUST_LOG=signin_lens=debug tells more.
    tracing_subscriber::fmt()
        .with_env_filter(EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("signin_lens=warn")))
        .with_writer(std::io::stderr)
        .init();
    let result = match cli.verb {
        Some(verb) => cli.window.refuse_beside_a_verb().and_then(|()| run_verb(verb, &cli.shared)),
        None => cli.shared.refuse_beside_a_window().and_then(|()| open_window(cli.paths, cli.window, &cli.shared)),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            if !failure.sentence.is_empty() {
                tell(&failure.sentence);
            }
            ExitCode::from(failure.code)
        }
    }
}

/// Tells why something could not be done: on standard error, or in a box of its own where the program was double-clicked on
/// Windows and so has none.
fn tell(sentence: &str) {
    eprintln!("{sentence}");
    #[cfg(windows)]
    if std::os::windows::io::AsRawHandle::as_raw_handle(&std::io::stderr()).is_null() {
        crate::views::dialogs::tell_failure(sentence);
    }
}

fn run_verb(mut verb: Verb, shared: &Shared) -> Result<(), Failure> {
    if !verb.has_own_files() {
        // Known before anything is read, imported or forgotten.
        shared.check_output()?;
    }
    if shared.is_private {
        verb.hide_names(shared)?;
    }
    match verb {
        Verb::Import(args) => import::run(&args, shared),
        Verb::Propose(args) => propose::run(&args, shared),
        Verb::List(args) => sign_ins::list(&args, shared),
        Verb::Groups(args) => groups::run(&args, shared),
        Verb::Count(args) => counts::count(&args, shared),
        Verb::Series(args) => counts::series(&args, shared),
        Verb::Usage(args) => counts::usage(&args, shared),
        Verb::Report(args) => report::run(&args, shared),
        Verb::Chart(args) => chart::run(&args, shared),
        Verb::Pack(args) => pack::run(&args, shared),
        Verb::Explain(args) => explain::run(&args, shared),
        Verb::Sources => sources::list(shared),
        Verb::Verify => sources::verify(shared),
        Verb::Check => health::check(shared),
        Verb::Rescue => health::rescue(shared),
        Verb::Encrypt => encryption::encrypt(shared),
        Verb::Decrypt => encryption::decrypt(shared),
        Verb::Forget(args) => sources::forget(&args, shared),
        Verb::NameGroup(args) => directory::name_group(&args, shared),
        Verb::Rejects(args) => sources::rejects(&args, shared),
        Verb::Fields => output::fields(shared),
    }
}

fn open_window(paths: Vec<PathBuf>, window: WindowOptions, shared: &Shared) -> Result<(), Failure> {
    let screenshot = window.screenshot.map(|file| Screenshot {
        file,
        view: window.view,
        size: window.size.unwrap_or((1280, 800)),
        scale: window.scale.unwrap_or(1.0),
        dark: window.theme == Some(Theme::Dark),
    });
    let cache = shared.cache_file()?;
    // What else is asked for is about a window of its own: one that is open keeps its filter, its zone and its names.
    let has_own_window = window.new_window || window.sample || screenshot.is_some();
    let is_for_this_run = window.query.is_some() || shared.time_zone.is_some() || shared.is_private;
    let held = if has_own_window || is_for_this_run {
        None
    } else {
        match handing_over::start(cache.path(), &paths, handing_over::PATIENCE) {
            Ok(Start::HandedOver) => {
                eprintln!("Handed to the window that is open");
                return Ok(());
            }
            Ok(Start::Open(held)) => held,
            Err(error) => {
                tracing::warn!("whether a window is open could not be seen: {error}");
                None
            }
        }
    };
    let launch = Launch {
        paths,
        cache: cache.clone(),
        sample: window.sample,
        query: window.query,
        zone: shared.time_zone,
        renderer: window.renderer,
        private: shared.is_private,
        screenshot,
    };
    crate::views::window::run(launch, held).map_err(Failure::input)
}

impl Shared {
    fn cache_path(&self) -> Result<PathBuf, Failure> {
        match &self.cache {
            Some(path) => Ok(path.clone()),
            None => crate::app::default_cache().ok_or_else(|| {
                Failure::input("This account has no folder for application data; name a file with --cache")
            }),
        }
    }

    fn format(&self) -> Format {
        self.given_format.or_else(|| Format::of_file(self.output.as_deref()?)).unwrap_or_default()
    }

    fn clock(&self) -> Clock {
        Clock::new(self.time_zone.unwrap_or_default(), Weekday::Mon)
    }

    fn columns(&self) -> Result<Columns, Failure> {
        self.columns_of(&self.open_cache()?)
    }
}

/// What `--log` says of itself where a verb asks all logs of sign-ins without it.
fn log_help() -> String {
    format!(
        "The log: {}. All sign-ins if not given, or the logs that have the fields that are asked for",
        Log::ALL.map(Log::key).join(", ")
    )
}

/// Which records a verb is about.
#[derive(Debug, Args)]
struct Selection {
    #[arg(long, value_name = "LOG", value_parser = parse_log, help = log_help())]
    log: Option<Log>,
    /// Only records that match this filter
    #[arg(long = "where", allow_hyphen_values = true, value_name = "QUERY", value_parser = parse_query, default_value = "", hide_default_value = true)]
    query: Query,
}

impl Selection {
    /// The logs that are asked, of which some of these fields are wanted.
    fn asked(&self, fields: &[Field]) -> Result<Asked, Failure> {
        Asked::of(self.log, &self.query, fields)
    }
}

impl Asked {
    fn rows(&self, scope: &Scope<'_>) -> Vec<columns::RowId> {
        crate::query::select(scope, self.logs, &self.filter)
    }
}

fn parse_format(text: &str) -> Result<Format, String> {
    Format::from_key(text).ok_or_else(|| "expected table, csv, json or xlsx".to_owned())
}

/// A number of rows; `-1` and the like are told what they lack instead of being taken for options.
fn parse_count(text: &str) -> Result<usize, String> {
    text.parse().map_err(|_| "expected a whole number from 0 up".to_owned())
}

fn parse_zone(text: &str) -> Result<Zone, String> {
    Zone::from_name(text).ok_or_else(|| "expected UTC, system, or a zone such as Europe/Berlin".to_owned())
}

fn parse_log(text: &str) -> Result<Log, String> {
    Log::from_key(text).ok_or_else(|| format!("expected one of {}", Log::ALL.map(Log::key).join(", ")))
}

fn parse_field(text: &str) -> Result<Field, String> {
    match Field::from_key(text) {
        Some(field) if field.spec().is_listed() => Ok(field),
        Some(field) => Err(format!("{} can be filtered by, and nothing else", field.key())),
        None => Err(format!("there is no field {text}; `signin-lens fields` lists them")),
    }
}

fn parse_query(text: &str) -> Result<Query, String> {
    text.parse::<Query>().map_err(|error| {
        // A caret under the character that is wrong, as compilers do it.
        let before = text.get(..error.at.start).map_or(0, |before| before.chars().count());
        let mut sentence = format!("{error}\n  {text}\n  {}^", " ".repeat(before));
        if let Some(suggestion) = &error.suggestion {
            sentence = format!("{sentence} did you mean {suggestion}?");
        }
        sentence
    })
}

fn parse_renderer(text: &str) -> Result<Renderer, String> {
    Renderer::from_key(text).ok_or_else(|| "expected glow or wgpu".to_owned())
}

fn parse_size(text: &str) -> Result<(u32, u32), String> {
    let (width, height) = text.split_once(['x', 'X', '×']).ok_or("expected a size such as 1280x800")?;
    let points = |text: &str| text.parse::<u32>().ok().filter(|points| (200..=8_000).contains(points));
    points(width)
        .zip(points(height))
        .ok_or_else(|| "expected a size such as 1280x800, each side from 200 to 8000".to_owned())
}

fn parse_scale(text: &str) -> Result<f32, String> {
    text.parse()
        .ok()
        .filter(|scale| (0.5..=4.0).contains(scale))
        .ok_or_else(|| "expected a number from 0.5 to 4".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_may_have_the_name_of_a_verb() {
        for view in ["usage", "sources", "interactive"] {
            let call =
                ["signin-lens", "--sample", "--screenshot", "a.png", "--view", view, "--theme", "dark", "--scale", "2"];
            let cli = Cli::try_parse_from(call).expect("a call of the window");
            assert!(cli.verb.is_none(), "{view}");
            assert_eq!(cli.window.view.as_deref(), Some(view));
        }
    }

    #[test]
    fn options_of_every_verb_may_stand_before_it() {
        let cli =
            Cli::try_parse_from(["signin-lens", "--format", "json", "--cache", "a.db", "sources"]).expect("a verb");
        assert!(matches!(cli.verb, Some(Verb::Sources)));
        let cli = Cli::try_parse_from(["signin-lens", "sources", "monday.csv"]);
        assert!(cli.is_err());
        let cli = Cli::try_parse_from(["signin-lens", "monday.csv", "tuesday.zip"]).expect("files for the window");
        assert!(cli.verb.is_none() && cli.paths.len() == 2);
    }
}
