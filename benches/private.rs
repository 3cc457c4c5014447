//! How long it takes until pseudonyms stand for the names of a million sign-ins.
//!
//! `cargo bench --bench private` hides the names of `RECORDS` sign-ins (1,000,000 if not set) `RUNS` times (5 if not
//! set). With `REQUIRE=1` a median above a second fails the bench.

use std::time::Instant;

#[allow(dead_code, reason = "the bench makes sign-ins only")]
#[path = "../examples/make_reports/generator.rs"]
mod generator;
#[allow(dead_code, reason = "the bench writes no rows")]
#[path = "query/sign_ins.rs"]
mod sign_ins;

use signin_lens::fields::Field;

const GOAL_MS: f64 = 1_000.0;

fn main() {
    let columns = sign_ins::columns(setting("RECORDS", 1_000_000));
    let names = |field| columns.text_column(field).dictionary.len();
    println!(
        "{} sign-ins, {} usernames, {} devices, {} addresses, {} threads",
        columns.len(),
        names(Field::Username),
        names(Field::DeviceId),
        names(Field::Ip),
        rayon::current_num_threads()
    );
    let mut times: Vec<f64> = (0..setting("RUNS", 5).max(1))
        .map(|_| {
            let start = Instant::now();
            let hidden = columns.made_private();
            let time = start.elapsed().as_secs_f64() * 1_000.0;
            assert!(hidden.is_private());
            time
        })
        .collect();
    times.sort_by(f64::total_cmp);
    let (median, worst) = (times[times.len() / 2], times[times.len() - 1]);
    println!("median {median:.1} ms, worst {worst:.1} ms");
    assert!(median <= GOAL_MS || std::env::var("REQUIRE").is_err(), "above {GOAL_MS} ms");
}

fn setting(name: &str, default: usize) -> usize {
    std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(default)
}
