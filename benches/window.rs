//! What a window costs on a million sign-ins or five: its start, its memory, a frame while scrolling, and a nightly
//! download.
//!
//! `cargo bench --bench window` makes a cache of `RECORDS` sign-ins of four logs (1,000,000 if not set) by importing
//! reports, or takes the one that `CACHE` names and leaves it there; it then opens a window on it without a display. Times
//! never fail the bench; a row that is missing does. How long the real window takes to its first frame is told
//! by `.ci/window`.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use eframe::App;
use eframe::egui::{
    Context, Event, Modifiers, MouseWheelSource, MouseWheelUnit, RawInput, Rect, TouchPhase, pos2, vec2,
};

#[allow(dead_code, reason = "the bench writes reports only")]
#[path = "../examples/make_reports/generator.rs"]
mod generator;
#[allow(dead_code, reason = "other benches use the rest")]
#[path = "import/measure.rs"]
mod measure;

use generator::{Form, Log, Options, Report, Selection, write_reports};
use measure::{median, memory_now_mb, run, setting};
use signin_lens::app::Settings;
use signin_lens::cache::Cache;
use signin_lens::columns;
use signin_lens::views::window::{Launch, Window};

/// How many of 100 sign-ins are in each log.
const SHARES: [usize; 4] = [40, 45, 11, 4];
/// A day's sign-ins are this part of a month's.
const DAYS: usize = 30;
/// Orders that questions need are made beside the window once it has its rows. By then that is done.
const ORDERING: Duration = Duration::from_secs(4);
/// Frames of which the scrolling is measured.
const FRAMES: usize = 400;
/// Frames after which a window that nobody touches must have come to rest.
const SETTLING: usize = 600;

/// Set, it has this program tell the memory of a window on the cache that it names.
const TELL_MEMORY: &str = "TELL_MEMORY_OF";

fn main() {
    if let Some(cache) = std::env::var_os(TELL_MEMORY) {
        let (_, _, shown) = open(Path::new(&cache));
        std::thread::sleep(ORDERING);
        println!("{}", memory_now_mb());
        drop(shown);
        return;
    }
    let records = setting("RECORDS", 1_000_000);
    let runs = setting("RUNS", 5);
    let folder = tempfile::tempdir().expect("a temporary folder");
    let cache = std::env::var_os("CACHE").map_or_else(|| folder.path().join("cache.db"), PathBuf::from);
    if !cache.exists() {
        fill(&cache, records, folder.path());
    }
    println!("{records} sign-ins, median of {runs}\n");
    println!("| work | ours | goal |\n| --- | ---: | ---: |");
    columns_from(&cache, records, runs);
    window_on(&cache, runs);
    nightly(&cache, records / DAYS, runs, folder.path());
}

/// Imports reports of all four logs.
fn fill(cache: &Path, records: usize, folder: &Path) {
    for (log, share) in Log::ALL.into_iter().zip(SHARES) {
        let report = report_of(log, records * share / 100, 1, folder);
        assert!(add(cache, &report).is_some(), "{} is imported", report.display());
        std::fs::remove_file(&report).expect("the report goes");
    }
}

fn report_of(log: Log, records: usize, seed: u64, folder: &Path) -> PathBuf {
    let options = Options { records, seed, ..Options::default() };
    let only = Selection::Only(Report { log, form: Form::Csv });
    write_reports(&options, only, &folder.join(format!("{seed}"))).expect("room for the report").remove(0)
}

fn add(cache: &Path, report: &Path) -> Option<Duration> {
    let program = env!("CARGO_BIN_EXE_signin-lens");
    run(Command::new(program).arg("import").arg("--cache").arg(cache).arg(report)).map(|(time, _)| time)
}

/// Loading the columns from the events, keeping them, and loading those that were kept.
fn columns_from(path: &Path, records: usize, runs: usize) {
    let mut cache = Cache::open(path).expect("the cache opens");
    let load = |cache: &Cache| {
        let start = Instant::now();
        let columns = columns::load(cache).expect("the columns are loaded");
        let time = start.elapsed();
        assert!(columns.len() >= records / 100 * 100, "{} rows are there", columns.len());
        Some(time)
    };
    cache.drop_kept_columns().expect("what was kept goes");
    row("columns from the events", median(runs, || load(&cache)), "");
    let before = size(path);
    let start = Instant::now();
    assert!(columns::keep(&mut cache).expect("they are written"), "nobody else writes");
    row("keeping them, once", Some(start.elapsed()), "");
    println!("| room that they take | {} MB | |", size(path).saturating_sub(before) / 1_000_000);
    row("columns as they were kept", median(runs, || load(&cache)), "");
}

/// A window from its making to the rows, its memory, and its frames.
fn window_on(cache: &Path, runs: usize) {
    let mut firsts = Vec::new();
    let browsable = median(runs, || {
        let (first, browsable, _) = open(cache);
        firsts.push(first);
        Some(browsable)
    });
    firsts.sort();
    row("first frame, without a display", firsts.get(firsts.len() / 2).copied(), "100 ms");
    row("from the window's making to its rows", browsable, "1 s");
    // A process of its own, since memory that was needed once stays with a process.
    let this = std::env::current_exe().expect("this program has a place");
    let told = Command::new(this).env(TELL_MEMORY, cache).output().expect("it runs again");
    let told = String::from_utf8_lossy(&told.stdout).trim().to_owned();
    println!("| memory of a window with these rows | {told} MB | 350 MB for a million |");
    let (_, _, mut shown) = open(cache);
    std::thread::sleep(ORDERING);
    let mut times = Vec::with_capacity(FRAMES);
    shown.frame(vec![Event::PointerMoved(pos2(640.0, 500.0))]);
    for turn in 0..FRAMES {
        // Slowly, quickly, by pages, and back.
        let rows = [-3.0, -40.0, -400.0, 150.0][turn * 4 / FRAMES];
        times.push(shown.frame(vec![wheel(rows)]));
    }
    times.sort();
    row("our part of a frame while scrolling, median", times.get(FRAMES / 2).copied(), "3 ms");
    row("our part of a frame while scrolling, worst", times.last().copied(), "8 ms");
    let rested = (0..SETTLING).find(|_| {
        shown.frame(Vec::new());
        shown.is_at_rest
    });
    let told = rested.map_or("never".to_owned(), |frame| format!("after {frame} frames"));
    println!("| no further frame is asked for when nothing happens | {told} | |");
}

/// Opens a window; how long it took to its first frame, and to its rows.
fn open(cache: &Path) -> (Duration, Duration, Shown) {
    let start = Instant::now();
    let mut shown = Shown::open(cache);
    shown.frame(Vec::new());
    let first = start.elapsed();
    while shown.window.is_busy() {
        std::thread::sleep(Duration::from_millis(1));
        shown.frame(Vec::new());
    }
    (first, start.elapsed(), shown)
}

fn wheel(rows: f32) -> Event {
    Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, rows * 24.0),
        phase: TouchPhase::Move,
        source: MouseWheelSource::Unknown,
        modifiers: Modifiers::NONE,
    }
}

/// A window without a display.
struct Shown {
    context: Context,
    window: Window,
    frame: eframe::Frame,
    time: f64,
    is_at_rest: bool,
}

impl Shown {
    fn open(cache: &Path) -> Self {
        let context = Context::default();
        let launch = Launch { cache: cache.to_owned().into(), ..Launch::default() };
        let window = Window::new(&context, launch, Settings::default(), None).expect("a window");
        Self { context, window, frame: eframe::Frame::_new_kittest(), time: 0.0, is_at_rest: false }
    }

    /// Draws a frame; how long our part of it took.
    fn frame(&mut self, events: Vec<Event>) -> Duration {
        self.time += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(1280.0, 800.0))),
            time: Some(self.time),
            events,
            ..RawInput::default()
        };
        let mut ours = Duration::ZERO;
        let output = self.context.run_ui(input, |ui| {
            let start = Instant::now();
            self.window.ui(ui, &mut self.frame);
            ours += start.elapsed();
        });
        self.is_at_rest = output.viewport_output.values().all(|output| output.repaint_delay > Duration::from_secs(1));
        ours
    }
}

/// A day's download into the cache, against the same into an empty one.
fn nightly(cache: &Path, records: usize, runs: usize, folder: &Path) {
    let empty = folder.join("empty.db");
    let into = |cache: &Path, is_empty: bool, seed: u64| {
        let report = report_of(Log::Interactive, records.max(1), seed, folder);
        if is_empty {
            for ending in ["", "-wal", "-shm"] {
                // Absent in the first run.
                let _ = std::fs::remove_file(format!("{}{ending}", cache.display()));
            }
        }
        add(cache, &report)
    };
    let mut seeds = 2..;
    let mut next = || seeds.next().unwrap_or_default();
    row(&format!("{records} new sign-ins into an empty cache"), median(runs, || into(&empty, true, next())), "");
    row("as many into this cache", median(runs, || into(cache, false, next())), "grows with the download");
}

fn size(cache: &Path) -> u64 {
    std::fs::metadata(cache).map_or(0, |data| data.len())
}

fn row(work: &str, time: Option<Duration>, goal: &str) {
    let time = time.unwrap_or_else(|| panic!("{work} did not come to an end"));
    println!("| {work} | {:.1} ms | {goal} |", time.as_secs_f64() * 1e3);
}
