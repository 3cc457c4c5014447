//! Figures and how they changed, in words.

use crate::clock::Clock;
use crate::insights::Value;
use crate::texts::{self, text};

const NONE: &str = "\u{2013}";

/// A figure as people read it; times in the shown zone, written as the clock writes.
#[must_use]
pub fn figure(value: &Value, clock: &Clock) -> String {
    let notation = clock.notation();
    match value {
        Value::Count(count) => notation.count(*count),
        Value::Share { .. } => value.share().map_or_else(|| NONE.to_owned(), |share| notation.percent(share)),
        Value::Time(time) => time.map_or_else(|| NONE.to_owned(), |time| clock.date_time(time)),
        Value::Trend(counts) => notation.count(counts.iter().sum()),
        Value::Text(text) => text.clone(),
    }
}

/// How a figure differs from the one of the period before, for what leaves the window; `None` where there is nothing to
/// say.
#[must_use]
pub fn change(now: &Value, before: Option<&Value>) -> Option<String> {
    Some(match difference(now, before)? {
        Difference::NoDataBefore => "no data before".to_owned(),
        Difference::NoneBefore => "none before".to_owned(),
        Difference::None => "no change".to_owned(),
        Difference::Percent(size) => signed(size, "%", str::to_owned),
        Difference::Points(size) => signed(size, "points", str::to_owned),
    })
}

/// The same in the language of the window.
#[must_use]
pub fn shown_change(now: &Value, before: Option<&Value>) -> Option<String> {
    let shown = |digits: &str| texts::notation().number(digits);
    Some(match difference(now, before)? {
        Difference::NoDataBefore => text!("insights-no-data-before").to_owned(),
        Difference::NoneBefore => text!("insights-none-before").to_owned(),
        Difference::None => text!("insights-no-change").to_owned(),
        Difference::Percent(size) => signed(size, "%", shown),
        Difference::Points(size) => signed(size, text!("insights-points"), shown),
    })
}

/// How a figure differs from the one of the period before.
enum Difference {
    /// It has no data.
    NoDataBefore,
    /// There was none.
    NoneBefore,
    /// Not at all.
    None,
    /// By so many percent.
    Percent(f64),
    /// By so many percentage points.
    Points(f64),
}

fn difference(now: &Value, before: Option<&Value>) -> Option<Difference> {
    let Some(before) = before else {
        return matches!(now, Value::Count(_) | Value::Share { .. }).then_some(Difference::NoDataBefore);
    };
    match (now, before) {
        (Value::Count(now), Value::Count(before)) => Some(match (*now, *before) {
            (now, before) if now == before => Difference::None,
            (_, 0) => Difference::NoneBefore,
            (now, before) => Difference::Percent((now as f64 - before as f64) / before as f64 * 100.0),
        }),
        (Value::Share { .. }, Value::Share { .. }) => Some(match (now.share(), before.share()) {
            (Some(now), Some(before)) if (now - before).abs() < f64::EPSILON => Difference::None,
            (Some(now), Some(before)) => Difference::Points((now - before) * 100.0),
            _ => Difference::NoDataBefore,
        }),
        _ => None,
    }
}

/// A difference with its sign; one that is not nothing never reads as nothing.
fn signed(difference: f64, unit: &str, written: impl Fn(&str) -> String) -> String {
    let size = difference.abs();
    let sign = if difference < 0.0 { '\u{2212}' } else { '+' };
    let digits = if size >= 9.95 { format!("{size:.0}") } else { format!("{:.1}", size.max(0.1)) };
    format!("{sign}{}\u{2009}{unit}", written(&digits))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_are_told_honestly() {
        let count = Value::Count;
        let cases = [
            (count(112), Some(count(100)), "+12\u{2009}%"),
            (count(50), Some(count(100)), "\u{2212}50\u{2009}%"),
            (count(100_001), Some(count(100_000)), "+0.1\u{2009}%"),
            (count(5), Some(count(5)), "no change"),
            (count(5), Some(count(0)), "none before"),
            (count(5), None, "no data before"),
            (Value::Share { part: 9, whole: 10 }, Some(Value::Share { part: 1, whole: 2 }), "+40\u{2009}points"),
            (Value::Share { part: 1, whole: 2 }, Some(Value::Share { part: 0, whole: 0 }), "no data before"),
        ];
        for (now, before, expected) in cases {
            assert_eq!(change(&now, before.as_ref()).as_deref(), Some(expected), "{now:?} {before:?}");
            assert_eq!(shown_change(&now, before.as_ref()).as_deref(), Some(expected), "{now:?} {before:?}");
        }
        assert_eq!(change(&Value::Time(None), None), None);
    }
}
