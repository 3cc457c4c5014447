//! What stands on the pill of a part of the filter.

use crate::app::filter_words::time_in_words;
use crate::clock::Clock;
use crate::query::Query;
use crate::texts::text;
use crate::widgets::pill::{Look, Pill};

/// The pill of a part: a time in words, anything else as it is written.
pub(super) fn pill_of(part: &Query, look: Look, clock: Clock) -> Pill {
    let left_out = part.left_out();
    let is_excluded = left_out.is_some();
    let asked = left_out.as_ref().unwrap_or(part);
    let words = time_in_words(asked, clock);
    let about = match (&words, look) {
        (_, Look::Idle) => text!("filter-idle").to_owned(),
        (Some(_), _) => text!("filter-shown-in", part = part.to_string(), zone = clock.label()),
        (None, _) => String::new(),
    };
    Pill { text: words.unwrap_or_else(|| asked.to_string()), about, is_excluded, look }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Zone;

    fn pill(text: &str, clock: Clock) -> Pill {
        pill_of(&text.parse().unwrap_or_else(|error| panic!("{text}: {error}")), Look::Plain, clock)
    }

    #[test]
    fn a_stretch_of_time_reads_in_the_zone_that_is_shown() {
        let around = "time:2026-10-12T09:14:33Z..<2026-10-12T10:14:33Z";
        assert_eq!(pill(around, Clock::default()).text, "12 Oct 2026, 09:14:33 – 10:14:33");
        let zone = Zone::from_name("Europe/Berlin").expect("a known zone");
        let berlin = pill(around, Clock::new(zone, chrono::Weekday::Mon));
        assert_eq!(berlin.text, "12 Oct 2026, 11:14:33 – 12:14:33");
        assert!(berlin.about.starts_with("time:2026-10-12T09:14:33"), "{}", berlin.about);
    }

    #[test]
    fn what_is_left_out_says_so() {
        for (text, name) in [
            ("-country:US", "Excludes country:US"),
            ("-(app:Mail ip:203.0.113.1)", "Excludes app:Mail ip:203.0.113.1"),
            ("-time:2026-10", "Excludes October 2026"),
            ("country:US", "country:US"),
            ("-country:US OR app:Mail", "-country:US OR app:Mail"),
            ("time:-14d..<-7d", "time:-14d..<-7d"),
        ] {
            assert_eq!(pill(text, Clock::default()).name(), name);
        }
    }
}
