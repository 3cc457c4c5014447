//! Running programs and measuring them.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// A number that the environment sets.
pub fn setting(name: &str, default: usize) -> usize {
    std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(default)
}

/// The median time of so many runs; `None` if one fails.
pub fn median(runs: usize, mut run: impl FnMut() -> Option<Duration>) -> Option<Duration> {
    let mut times = (0..runs.max(1)).map(|_| run()).collect::<Option<Vec<_>>>()?;
    times.sort();
    Some(times[times.len() / 2])
}

/// Time and peak memory (0 where the system does not tell it) of a program that must succeed.
pub fn run(command: &mut Command) -> Option<(Duration, u64)> {
    let start = Instant::now();
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().ok()?;
    let status = format!("/proc/{}/status", child.id());
    let mut peak_mb = 0;
    loop {
        peak_mb = peak_mb.max(memory_mb(Path::new(&status), "VmHWM:").unwrap_or(0));
        if let Some(exit) = child.try_wait().ok()? {
            return exit.success().then(|| (start.elapsed(), peak_mb));
        }
        std::thread::sleep(Duration::from_millis(10));
    }
}

/// The memory of this process, in MB; 0 where the system does not tell it.
pub fn memory_now_mb() -> u64 {
    memory_mb(Path::new("/proc/self/status"), "VmRSS:").unwrap_or(0)
}

fn memory_mb(status: &Path, which: &str) -> Option<u64> {
    let text = std::fs::read_to_string(status).ok()?;
    let line = text.lines().find(|line| line.starts_with(which))?;
    line.split_whitespace().nth(1)?.parse::<u64>().ok().map(|kilobytes| kilobytes / 1_000)
}
