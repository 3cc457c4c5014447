//! Series made ready to be drawn: cleaned, coloured, stacked, and those without a name of their own set apart.

use super::TimeSeries;
use crate::export::chart::value_axis::value_at;
use crate::export::chart::words;
use crate::export::palette::{Palette, Rgb, Tone, tones};
use crate::export::visible::visible;

/// At most so many series are named, however much room there is: more are not told apart.
const MOST_NAMED: usize = 12;
/// How far a colour that is used a second time goes towards that of text.
const SECOND_SHADE: f64 = 0.45;

/// A series as it is drawn.
pub(super) struct Curve {
    pub(super) name: String,
    /// The figure beside the name, if there is one.
    pub(super) total: Option<f64>,
    pub(super) color: Rgb,
    /// Drawn in a second way, such as dashed: its colour is used already.
    pub(super) is_second: bool,
    values: Vec<f64>,
    /// What the values stand on, when series stand on each other.
    bases: Vec<f64>,
}

impl Curve {
    pub(super) fn base(&self, bucket: usize) -> f64 {
        value_at(&self.bases, bucket)
    }

    pub(super) fn top(&self, bucket: usize) -> f64 {
        self.base(bucket) + value_at(&self.values, bucket)
    }

    pub(super) fn middle(&self, bucket: usize) -> f64 {
        self.base(bucket) + value_at(&self.values, bucket) / 2.0
    }

    pub(super) fn total_text(&self) -> String {
        self.total.map_or_else(String::new, words::grouped)
    }
}

/// The colours of the first series, so many of them, and whether each is drawn in a second way.
pub(super) fn looks(series: &TimeSeries, colors: &Palette, count: usize) -> Vec<(Rgb, bool)> {
    let wanted = series.lines.iter().take(count).map(|line| (&line.hue, line.name.as_str()));
    let look = |tone: Tone| {
        let is_second = matches!(tone, Tone::Slot(slot) if slot >= colors.series.len());
        // Areas can't be dashed; a darker colour on light ground, a brighter one on dark.
        let shade = if is_second && series.is_stacked() { SECOND_SHADE } else { 0.0 };
        (colors.tone(tone).towards(colors.text, shade), is_second)
    };
    tones(wanted).into_iter().map(look).collect()
}

/// All series of a picture.
pub(super) struct Curves {
    /// Those with a name, the most important first; where series stand on each other, the last one may be all others.
    pub(super) named: Vec<Curve>,
    /// Those without.
    pub(super) thin: Vec<Curve>,
    /// What is said of those without a name, and their sum if it means something.
    pub(super) rest: Option<(String, String)>,
}

impl Curves {
    /// The series with at most `rows` names.
    pub(super) fn new(series: &TimeSeries, colors: &Palette, buckets: usize, rows: usize) -> Self {
        let rows = rows.max(1);
        let count = series.lines.len();
        let most = rows.min(MOST_NAMED);
        // The last row says how many others there are, should it be needed.
        let named = if count <= most { count } else { MOST_NAMED.min(rows - 1) };
        let looks = looks(series, colors, named);
        let mut curves: Vec<Curve> = series
            .lines
            .iter()
            .enumerate()
            .map(|(number, line)| {
                let values: Vec<f64> = (0..buckets).map(|bucket| value_at(&line.values, bucket)).collect();
                let (color, is_second) = looks.get(number).copied().unwrap_or((colors.quiet, false));
                Curve {
                    name: visible(line.name.trim()).into_owned(),
                    total: Some(line.total.unwrap_or_else(|| values.iter().sum())),
                    color,
                    is_second,
                    values,
                    bases: Vec::new(),
                }
            })
            .collect();
        let mut thin = curves.split_off(named);
        let mut rest = None;
        if !thin.is_empty() {
            let name = words::others(thin.len());
            let adds_up = series.lines.iter().all(|line| line.total.is_none());
            let total = adds_up.then(|| thin.iter().filter_map(|curve| curve.total).sum::<f64>());
            if series.is_stacked() {
                let values = (0..buckets).map(|bucket| thin.iter().map(|curve| curve.top(bucket)).sum()).collect();
                curves.push(Curve { name, total, color: colors.quiet, is_second: false, values, bases: Vec::new() });
                thin.clear();
            } else {
                rest = Some((name, total.map_or_else(String::new, words::grouped)));
            }
        }
        if series.is_stacked() {
            let mut bases = vec![0.0; buckets];
            for curve in &mut curves {
                curve.bases.clone_from(&bases);
                bases.iter_mut().zip(&curve.values).for_each(|(base, value)| *base += value);
            }
        }
        Self { named: curves, thin, rest }
    }

    pub(super) fn highest(&self) -> f64 {
        let curves = self.named.iter().chain(&self.thin);
        curves.flat_map(|curve| (0..curve.values.len()).map(|bucket| curve.top(bucket))).fold(0.0, f64::max)
    }
}
