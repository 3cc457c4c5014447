//! Where moments stand on a level axis, and which of them get a label: hours, days, weeks, months or years,
//! whichever are the finest that fit.

use chrono::{Datelike, NaiveDateTime, Timelike};

use super::scene::{Anchor, Area, GAP, LABEL, LINE_HEIGHT, Scene};
use crate::clock::{Clock, Millis};

/// The height of the labels below the axis.
pub(super) const FOOT: f64 = 2.0 * LABEL * LINE_HEIGHT + GAP;
/// From the end of one label to the start of the next, at least.
const BETWEEN: f64 = 20.0;

/// Where a bucket starts, or the last one ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edge {
    /// The moment; distances on the axis follow it.
    pub at: Millis,
    /// What a calendar and a watch in the shown zone show at that moment.
    pub local: NaiveDateTime,
}

impl Edge {
    /// An edge as the zone of a clock shows it.
    #[must_use]
    pub fn new(at: Millis, clock: &Clock) -> Self {
        Self { at, local: clock.civil(at) }
    }

    pub(super) fn date(&self) -> String {
        self.local.format("%-d %b %Y").to_string()
    }
}

/// About how long the buckets are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pace {
    Hours,
    Days,
    Weeks,
}

impl Pace {
    pub(super) fn of(edges: &[Edge]) -> Self {
        let whole = match edges {
            [first, .., last] => last.at.0.saturating_sub(first.at.0),
            _ => Millis::DAY,
        };
        let length = whole / (edges.len() as i64 - 1).max(1);
        if length < Millis::DAY * 3 / 4 {
            Self::Hours
        } else if length < Millis::DAY * 2 {
            Self::Days
        } else {
            Self::Weeks
        }
    }

    /// One bucket.
    pub(super) fn noun(self) -> &'static str {
        match self {
            Self::Hours => "hour",
            Self::Days => "day",
            Self::Weeks => "week",
        }
    }
}

/// Which buckets get a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// Those that start at an hour of the day divisible by this.
    Hours(u32),
    /// The first of a day, every so many days from the first one.
    Days(i64),
    /// Every so many buckets from the first one.
    Buckets(usize),
    /// The first of a month whose number, from January as 0, is divisible by this.
    Months(u32),
    /// The first of a year divisible by this.
    Years(i32),
}

const STEPS_OF_HOURS: [Step; 14] = [
    Step::Hours(1),
    Step::Hours(2),
    Step::Hours(3),
    Step::Hours(6),
    Step::Hours(12),
    Step::Days(1),
    Step::Days(2),
    Step::Days(7),
    Step::Days(14),
    Step::Months(1),
    Step::Months(3),
    Step::Years(1),
    Step::Years(5),
    Step::Years(25),
];
const STEPS_OF_DAYS: [Step; 10] = [
    Step::Days(1),
    Step::Days(2),
    Step::Days(7),
    Step::Days(14),
    Step::Months(1),
    Step::Months(2),
    Step::Months(3),
    Step::Months(6),
    Step::Years(1),
    Step::Years(5),
];
const STEPS_OF_WEEKS: [Step; 9] = [
    Step::Buckets(1),
    Step::Buckets(2),
    Step::Buckets(4),
    Step::Months(2),
    Step::Months(3),
    Step::Months(6),
    Step::Years(1),
    Step::Years(5),
    Step::Years(25),
];

/// A label of the axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tick {
    pub(super) bucket: usize,
    pub(super) label: String,
    /// The day or the year it lies in, below the first label and wherever it changes.
    pub(super) context: Option<String>,
}

/// Where the buckets start and the last one ends, from 0 to 1: by their moments if those tell, else evenly.
pub(super) fn positions(edges: &[Edge], buckets: usize) -> Vec<f64> {
    let told = edges.len() == buckets + 1 && edges.windows(2).all(|pair| matches!(pair, [a, b] if a.at < b.at));
    match (edges.first(), edges.last()) {
        (Some(first), Some(last)) if told && first.at < last.at => {
            let whole = last.at.0 as f64 - first.at.0 as f64;
            edges.iter().map(|edge| (edge.at.0 as f64 - first.at.0 as f64) / whole).collect()
        }
        _ => (0..=buckets).map(|number| number as f64 / buckets.max(1) as f64).collect(),
    }
}

/// The finest labels whose neighbours don't touch; `place` tells where a bucket's label stands, `width` how wide
/// a label is.
pub(super) fn ticks(
    edges: &[Edge],
    buckets: usize,
    place: impl Fn(usize) -> f64,
    width: impl Fn(&str) -> f64,
) -> Vec<Tick> {
    let edges = edges.get(..buckets.min(edges.len())).unwrap_or_default();
    let steps: &[Step] = match Pace::of(edges) {
        Pace::Hours => &STEPS_OF_HOURS,
        Pace::Days => &STEPS_OF_DAYS,
        Pace::Weeks => &STEPS_OF_WEEKS,
    };
    let fits = |ticks: &Vec<Tick>| {
        !ticks.is_empty()
            && ticks.windows(2).all(|pair| {
                matches!(pair, [a, b] if place(b.bucket) - place(a.bucket)
                    >= f64::midpoint(width(&a.label), width(&b.label)) + BETWEEN)
            })
    };
    let mut found = steps.iter().map(|step| step_ticks(edges, *step)).find(fits).unwrap_or_default();
    if found.is_empty() {
        found = step_ticks(edges, Step::Buckets(edges.len().max(1)));
    }
    // Where two contexts would touch, the later one tells more: it marks a change.
    for number in 1..found.len() {
        let [.., before, after] = &mut found[..=number] else { continue };
        if let (Some(first), Some(second)) = (&before.context, &after.context)
            && place(after.bucket) - place(before.bucket) < f64::midpoint(width(first), width(second)) + GAP
        {
            before.context = None;
        }
    }
    found
}

fn step_ticks(edges: &[Edge], step: Step) -> Vec<Tick> {
    let Some(first) = edges.first() else { return Vec::new() };
    let mut ticks: Vec<Tick> = Vec::new();
    let mut shown: Option<NaiveDateTime> = None;
    for (bucket, edge) in edges.iter().enumerate() {
        let local = edge.local;
        let before = bucket.checked_sub(1).and_then(|before| edges.get(before)).map(|edge| edge.local);
        let begins_day = before.is_none_or(|before| before.date() != local.date()) && (bucket > 0 || local.hour() == 0);
        let begins_month = before.map_or(local.day() == 1, |before| before.month() != local.month());
        let begins_year = before.map_or(local.ordinal() == 1, |before| before.year() != local.year());
        let (is_labelled, format) = match step {
            Step::Hours(hours) => (local.hour().is_multiple_of(hours) && local.minute() == 0, "%H:%M"),
            Step::Days(days) => {
                let number = local.date().signed_duration_since(first.local.date()).num_days();
                (begins_day && number % days == 0, "%-d %b")
            }
            Step::Buckets(buckets) => (bucket % buckets == 0, "%-d %b"),
            Step::Months(months) => (begins_month && local.month0().is_multiple_of(months), "%b"),
            Step::Years(years) => (begins_year && local.year() % years == 0, "%Y"),
        };
        if !is_labelled {
            continue;
        }
        let context = match step {
            Step::Hours(_) => {
                shown.is_none_or(|shown| shown.date() != local.date()).then(|| local.format("%-d %b").to_string())
            }
            Step::Days(_) | Step::Buckets(_) | Step::Months(_) => {
                shown.is_none_or(|shown| shown.year() != local.year()).then(|| local.format("%Y").to_string())
            }
            Step::Years(_) => None,
        };
        shown = Some(local);
        ticks.push(Tick { bucket, label: local.format(format).to_string(), context });
    }
    ticks
}

/// Draws labels under the axis at `area.bottom`, as many as fit without touching.
pub(super) fn draw(scene: &mut Scene, area: Area, edges: &[Edge], buckets: usize, place: impl Fn(usize) -> f64) {
    let shown = ticks(edges, buckets, &place, |label| scene.face.width(label, LABEL));
    let (color, axis) = (scene.colors.weak_text, scene.colors.axis);
    for tick in shown {
        let x = place(tick.bucket);
        let (mark, y) = (x.round() + 0.5, area.bottom.round() + 0.5);
        scene.line((mark, y), (mark, y + 4.0), axis);
        let base = area.bottom + GAP + LABEL;
        for (text, base) in [(Some(tick.label), base), (tick.context, base + LABEL * LINE_HEIGHT)] {
            let Some(text) = text else { continue };
            let half = scene.face.width(&text, LABEL) / 2.0;
            let middle = x.min(scene.width - GAP - half).max(GAP + half);
            scene.text((middle, base), Anchor::Middle, LABEL, color, &text);
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::clock::{Every, Zone};

    /// The edges of so many buckets from a moment on.
    pub(crate) fn edges(from: &str, every: Every, buckets: usize, clock: &Clock) -> Vec<Edge> {
        let mut at = clock.floor(Millis::from_iso(from).expect("a valid time"), every);
        let mut edges = vec![Edge::new(at, clock)];
        for _ in 0..buckets {
            at = clock.next(at, every);
            edges.push(Edge::new(at, clock));
        }
        edges
    }

    /// Labels with their contexts on an axis of so many points, each letter 6 of them wide.
    fn labels(edges: &[Edge], width: f64) -> Vec<String> {
        let buckets = edges.len() - 1;
        let place = |bucket: usize| bucket as f64 / buckets.max(1) as f64 * width;
        ticks(edges, buckets, place, |label| label.chars().count() as f64 * 6.0)
            .into_iter()
            .map(|tick| tick.context.map_or(tick.label.clone(), |context| format!("{} {context}", tick.label)))
            .collect()
    }

    #[test]
    fn a_month_of_days_is_labelled_by_weeks() {
        let edges = edges("2026-10-05T00:00:00Z", Every::Day, 30, &Clock::default());
        assert_eq!(labels(&edges, 400.0), ["5 Oct 2026", "12 Oct", "19 Oct", "26 Oct", "2 Nov"]);
    }

    #[test]
    fn a_year_of_days_is_labelled_by_months_and_tells_the_new_year() {
        let edges = edges("2026-10-05T00:00:00Z", Every::Day, 365, &Clock::default());
        let labels = labels(&edges, 800.0);
        assert_eq!(labels[..3], ["Nov 2026", "Dec", "Jan 2027"]);
        assert_eq!(labels.len(), 12);
    }

    #[test]
    fn hours_tell_their_day_where_it_begins() {
        let edges = edges("2026-10-05T20:00:00Z", Every::Hours(1), 30, &Clock::default());
        assert_eq!(
            labels(&edges, 520.0),
            [
                "21:00 5 Oct",
                "00:00 6 Oct",
                "03:00",
                "06:00",
                "09:00",
                "12:00",
                "15:00",
                "18:00",
                "21:00",
                "00:00 7 Oct"
            ]
        );
        assert_eq!(labels(&edges, 90.0), ["6 Oct 2026", "7 Oct"], "fewer where there is less room");
    }

    #[test]
    fn weeks_are_labelled_by_their_first_day_across_a_years_end() {
        let edges = edges("2026-12-14T00:00:00Z", Every::Week, 6, &Clock::default());
        assert_eq!(labels(&edges, 600.0), ["14 Dec 2026", "21 Dec", "28 Dec", "4 Jan 2027", "11 Jan", "18 Jan"]);
    }

    #[test]
    fn a_clock_change_takes_no_day_its_label() {
        let clock = Clock::new(Zone::from_name("Europe/Berlin").expect("a known zone"), chrono::Weekday::Mon);
        let days = edges("2026-10-23T12:00:00Z", Every::Day, 5, &clock);
        assert_eq!(labels(&days, 600.0), ["23 Oct 2026", "24 Oct", "25 Oct", "26 Oct", "27 Oct"]);
        let hours = edges("2026-10-24T21:00:00Z", Every::Hours(1), 6, &clock);
        assert_eq!(labels(&hours, 900.0), ["23:00 24 Oct", "00:00 25 Oct", "01:00", "02:00", "02:00", "03:00"]);
    }

    #[test]
    fn one_bucket_has_its_label_and_none_has_none() {
        let edges = edges("2026-10-05T00:00:00Z", Every::Day, 1, &Clock::default());
        assert_eq!(labels(&edges, 400.0), ["5 Oct 2026"]);
        assert!(ticks(&[], 0, |_| 0.0, |_| 0.0).is_empty());
    }

    #[test]
    fn labels_never_touch_from_one_to_four_hundred_buckets() {
        for every in [Every::Hours(1), Every::Day, Every::Week] {
            let all = edges("2026-11-29T05:00:00Z", every, 400, &Clock::default());
            for buckets in 1..=400_usize {
                let edges = &all[..=buckets];
                for width in [250.0, 600.0, 1_000.0] {
                    let place = |bucket: usize| bucket as f64 / buckets as f64 * width;
                    let wide = |label: &str| label.chars().count() as f64 * 6.0;
                    let shown = ticks(edges, buckets, place, wide);
                    assert!(!shown.is_empty(), "{every:?} {buckets}");
                    for pair in shown.windows(2) {
                        let apart = place(pair[1].bucket) - place(pair[0].bucket);
                        assert!(apart > f64::midpoint(wide(&pair[0].label), wide(&pair[1].label)));
                    }
                }
            }
        }
    }

    #[test]
    fn distances_follow_the_clock() {
        let three: Vec<Edge> =
            [0, 1, 3, 4].map(|hour| Edge::new(Millis(hour * Millis::HOUR), &Clock::default())).to_vec();
        assert_eq!(positions(&three, 3), [0.0, 0.25, 0.75, 1.0]);
        assert_eq!(positions(&[], 4), [0.0, 0.25, 0.5, 0.75, 1.0]);
        assert_eq!(positions(&[], 0), [0.0]);
    }
}
