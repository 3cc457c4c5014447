//! How fast the pages of insights are made of a million sign-ins.
//!
//! `cargo bench --bench insights` makes every page `RUNS` times (5 if not set) of `RECORDS` sign-ins (1,000,000 if
//! not set), each time from a new question, as when the page is opened. With `REQUIRE=1` a page whose median is
//! above 100 ms fails the bench. `ONLY=users` makes one page only. Beside the time stands how long the cores worked on a
//! page, as far as the system tells: what is else at work on the machine does not change that. Last comes the time for
//! the colours of its lines, which is spent once per snapshot and kind of thing.

use std::fs::DirEntry;
use std::time::{Duration, Instant};

#[allow(dead_code, reason = "the bench makes sign-ins only")]
#[path = "../examples/make_reports/generator.rs"]
mod generator;
#[allow(dead_code, reason = "the bench writes no rows")]
#[path = "query/sign_ins.rs"]
mod sign_ins;

use signin_lens::app::pictures::Colors;
use signin_lens::clock::{Clock, Every};
use signin_lens::insights::{Ask, By, Choices, Heading, Measure, PageSpec, Period, pages, table};
use signin_lens::query::{Query, Scope};

const GOAL_MS: f64 = 100.0;

fn main() {
    let columns = sign_ins::columns(setting("RECORDS", 1_000_000));
    columns.make_orders();
    let runs = setting("RUNS", 5).max(1);
    let only = std::env::var("ONLY").unwrap_or_default();
    let scope = Scope::new(&columns, Clock::default());
    println!("{} sign-ins, {} threads; median of {runs}", columns.len(), rayon::current_num_threads());
    println!("{:<20} {:>10} {:>9} {:>9} {:>9} {:>10}", "page", "sign-ins", "ms", "worst ms", "cores ms", "colours ms");
    let mut slow = Vec::new();
    for page in pages::ALL.iter().filter(|page| page.key.contains(&only)) {
        let filter = page.of.map_or_else(Query::default, |by| most_used(&scope, page, by));
        let mut counted = 0;
        let mut made = Vec::new();
        let worked_before = worked_ms();
        let mut times: Vec<f64> = (0..runs)
            .map(|_| {
                let start = Instant::now();
                let ask = Ask::new(&scope, &filter, Period::Days(30), Every::Day, page.logs);
                let sections = (page.make)(&ask, &Choices::default());
                let time = milliseconds(start.elapsed());
                counted = ask.rows().len();
                assert!(!sections.is_empty());
                made = sections;
                time
            })
            .collect();
        let worked = worked_ms().zip(worked_before).map(|(after, before)| (after - before) / runs as f64);
        let worked = worked.map_or_else(String::new, |worked| format!("{worked:.1}"));
        times.sort_by(f64::total_cmp);
        let (median, worst) = (times[times.len() / 2], times[times.len() - 1]);
        let start = Instant::now();
        Colors::default().learn(&scope, &made);
        let colors = milliseconds(start.elapsed());
        println!("{:<20} {counted:>10} {median:>9.1} {worst:>9.1} {worked:>9} {colors:>10.1}", page.key);
        if median > GOAL_MS {
            slow.push(page.key);
        }
    }
    let is_required = std::env::var("REQUIRE").is_ok();
    assert!(slow.is_empty() || !is_required, "above {GOAL_MS} ms: {slow:?}");
}

/// The filter of the one with the most sign-ins.
fn most_used(scope: &Scope<'_>, page: &PageSpec, by: By) -> Query {
    let ask = Ask::new(scope, &Query::default(), Period::Days(30), Every::Day, page.logs);
    let all = table(&ask, Heading { key: "", title: "", of: "" }, by, vec![Measure::sign_ins()]);
    all.rows.first().map(|row| row.filter.clone()).unwrap_or_default()
}

/// For how many milliseconds threads of this process were at work so far; `None` where the system does not tell.
fn worked_ms() -> Option<f64> {
    let of_thread = |thread: std::io::Result<DirEntry>| {
        let told = std::fs::read_to_string(thread.ok()?.path().join("schedstat")).ok()?;
        told.split_whitespace().next()?.parse::<f64>().ok()
    };
    let nanoseconds: f64 = std::fs::read_dir("/proc/self/task").ok()?.filter_map(of_thread).sum();
    Some(nanoseconds / 1e6)
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

fn setting(name: &str, default: usize) -> usize {
    std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(default)
}
