//! What helps whoever looks into a problem, without a word of what was imported.

use std::fmt::Write;

use super::state::State;
use crate::fields::Log;

impl State {
    /// A text about the program and the system, with numbers of what was imported and nothing of its content.
    #[must_use]
    pub fn diagnostics(&self) -> String {
        let mut text = format!("Sign-in Lens {}\n", env!("CARGO_PKG_VERSION"));
        let mut line = |title: &str, value: String| {
            // Writing to a text can't fail.
            let _ = writeln!(text, "{title}: {value}");
        };
        line("System", format!("{} {}", std::env::consts::OS, std::env::consts::ARCH));
        let renderer = self.settings.renderer_that_worked.map_or("not known", |renderer| renderer.title());
        line("Drawn with", format!("{renderer}, at {} %", self.settings.zoom));
        let bytes = std::fs::metadata(self.jobs.cache().path()).map_or(0, |file| file.len());
        let kind = if self.encryption.is_on { "encrypted" } else { "not encrypted" };
        line("Cache", format!("{bytes} bytes, {kind}, {} sources", self.sources.len()));
        for log in Log::ALL {
            let rows = self.columns.rows_of(log).len();
            if rows > 0 {
                line(log.key(), rows.to_string());
            }
        }
        let failed = self.sources.iter().map(|source| source.counts.rejected).sum::<u64>();
        line("Rejected records", failed.to_string());
        text
    }
}
