//! What was used recently: filters and commands, latest first.

use std::sync::Arc;
use std::time::{Duration, Instant};

use super::jobs::Suggestions;
use super::settings::Settings;
use crate::query::{Suggestion, SuggestionNote};
use crate::texts::text;

/// How many recent filters are kept.
const QUERIES: usize = 20;

/// How many of them the search line offers while it is empty.
const OFFERED: usize = 5;

/// How many recently used commands are kept.
const COMMANDS: usize = 8;

/// A filter that is in force for so long is one the user may want again.
const WORTH_REMEMBERING: Duration = Duration::from_secs(4);

/// Since when the present filter has been in force; `None` once it is remembered.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct InForce(Option<Instant>);

impl InForce {
    /// The filter was replaced.
    pub(super) fn begin(&mut self) {
        self.0 = Some(Instant::now());
    }

    /// How long until the filter is to be remembered; `None` if it is.
    pub(super) fn remaining(self) -> Option<Duration> {
        self.0.map(|since| WORTH_REMEMBERING.saturating_sub(since.elapsed()))
    }

    /// Puts the filter among the recent ones.
    pub(super) fn remember(&mut self, settings: &mut Settings) {
        self.0 = None;
        let query = settings.query.clone();
        settings.remember_query(query);
    }
}

impl Settings {
    /// Puts a filter at the head of the recent ones; one that filters nothing is not worth it.
    pub fn remember_query(&mut self, query: String) {
        if !query.is_empty() {
            put_first(&mut self.recent_queries, query, QUERIES);
        }
    }

    /// Completions, after the recent filters if nothing is typed yet.
    pub(super) fn with_recent_queries(&self, suggestions: Arc<Suggestions>) -> Arc<Suggestions> {
        if !suggestions.key.text.trim().is_empty() || self.recent_queries.is_empty() {
            return suggestions;
        }
        let recent = self.recent_queries.iter().take(OFFERED).map(|query| Suggestion {
            replace: 0..suggestions.key.text.len(),
            text: query.clone(),
            field: None,
            note: SuggestionNote::About(text!("working-used-recently")),
        });
        let list = recent.chain(suggestions.list.iter().cloned()).collect();
        Arc::new(Suggestions { key: suggestions.key.clone(), list })
    }

    /// Puts a command at the head of the recently used ones.
    pub fn remember_command(&mut self, title: String) {
        put_first(&mut self.recent_commands, title, COMMANDS);
    }

    /// Holds the lists of a file to their lengths, without what is there twice.
    pub(super) fn tidy_recent(&mut self) {
        for query in std::mem::take(&mut self.recent_queries).into_iter().rev() {
            self.remember_query(query);
        }
        for title in std::mem::take(&mut self.recent_commands).into_iter().rev() {
            self.remember_command(title);
        }
    }
}

fn put_first(list: &mut Vec<String>, text: String, length: usize) {
    list.retain(|known| *known != text);
    list.insert(0, text);
    list.truncate(length);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_latest_filter_comes_first_and_none_is_there_twice() {
        let mut settings = Settings::default();
        for number in 0..30 {
            settings.remember_query(format!("user:{number}"));
        }
        settings.remember_query("user:20".to_owned());
        settings.remember_query(String::new());
        assert_eq!(settings.recent_queries.len(), QUERIES);
        assert_eq!(settings.recent_queries[..3], ["user:20", "user:29", "user:28"]);
    }
}
