//! A chart as SVG: one self-contained picture with real text.

use std::borrow::Cow;
use std::fmt::{self, Write};

use super::axis::{self, ValueAxis};
use super::plot::{Plot, Series, series};
use super::{Chart, Kind, Look, legend, words};
use crate::export::palette::{Palette, Rgb};
use crate::export::visible::visible;

/// Around everything.
const MARGIN: f64 = 28.0;
/// Between the plot and what stands beside it.
const GAP: f64 = 8.0;
/// From the end of a line to its name.
const LEADER: f64 = 26.0;
/// The square before a name.
const SWATCH: f64 = 10.0;

/// Pictures narrower than this have a smaller title.
const SMALL: f64 = 640.0;
/// Between lines of the grid, at least.
const TICK_PITCH: f64 = 48.0;
/// Of the picture's width, names and totals take this at most.
const LEGEND_SHARE: f64 = 0.3;
const LEGEND_SHARE_OF_SMALL: f64 = 0.38;
/// Ground that shows between the parts of a column.
const HAIRLINE: f64 = 0.8;

/// Sizes of text.
const TITLE: f64 = 22.0;
const TITLE_OF_SMALL: f64 = 18.0;
const SUBTITLE: f64 = 14.0;
const NAME: f64 = 13.0;
const LABEL: f64 = 12.0;
const FOOTNOTE: f64 = 11.0;

/// From one line of text to the next, as a multiple of its size.
const LINE_HEIGHT: f64 = 1.36;
/// From the middle of a line of text down to its base line, as a multiple of its size.
const MIDDLE: f64 = 0.35;
/// The least distance between two names.
const NAME_PITCH: f64 = 20.0;
/// More points than this stand without a mark of their own.
const MOST_MARKS: usize = 62;

/// The fonts of the picture where it is shown; the names are those of Windows, macOS and Linux.
const FONTS: &str = "'Segoe UI', 'Helvetica Neue', Ubuntu, 'Noto Sans', Arial, sans-serif";

/// Draws a chart as an SVG document of `look`'s size in points.
///
/// Texts may hold anything: they are escaped, and characters that hide or turn text are shown as their codes.
#[must_use]
pub fn svg(chart: &Chart, look: &Look) -> String {
    let mut drawing = Drawing {
        out: String::new(),
        colors: look.theme.palette(),
        width: f64::from(look.width.max(1)),
        height: f64::from(look.height.max(1)),
    };
    drawing.open(chart);
    let (top, bottom) = drawing.titles(chart);
    drawing.plot(chart, top, bottom);
    drawing.out.push_str("</svg>\n");
    drawing.out
}

struct Drawing {
    out: String,
    colors: &'static Palette,
    width: f64,
    height: f64,
}

enum Anchor {
    Start,
    Middle,
    End,
}

impl Drawing {
    fn put(&mut self, part: fmt::Arguments<'_>) {
        // Writing to a String can't fail.
        let _ = self.out.write_fmt(part);
    }

    fn open(&mut self, chart: &Chart) {
        let (width, height, ground) = (self.width, self.height, self.colors.surface.css());
        let label = escaped(&chart.title).into_owned();
        self.put(format_args!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{label}\" font-family=\"{FONTS}\" \
             style=\"font-variant-numeric:tabular-nums\">\n\
             <rect width=\"{width}\" height=\"{height}\" fill=\"{ground}\"/>\n"
        ));
    }

    fn text(&mut self, (x, y): (f64, f64), anchor: &Anchor, size: f64, color: Rgb, text: &str) {
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let (color, text) = (color.css(), escaped(text).into_owned());
        self.put(format_args!(
            "<text x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{size}\" fill=\"{color}\"{anchor}>{text}</text>\n"
        ));
    }

    /// Draws title, subtitle and footnote, and gives the room between them.
    fn titles(&mut self, chart: &Chart) -> (f64, f64) {
        let room = self.width - 2.0 * MARGIN;
        let title_size = if self.width < SMALL { TITLE_OF_SMALL } else { TITLE };
        let mut top = MARGIN;
        for (text, size, color, most) in
            [(&chart.title, title_size, self.colors.text, 2), (&chart.subtitle, SUBTITLE, self.colors.weak_text, 2)]
        {
            for line in words::wrap(&visible(text), size, room, most) {
                self.text((MARGIN, top + size * 0.8), &Anchor::Start, size, color, &line);
                top += size * LINE_HEIGHT;
            }
        }
        let mut bottom = self.height - MARGIN * 0.7;
        let mut lines = words::wrap(&visible(&chart.footnote), FOOTNOTE, room, 3);
        lines.reverse();
        for line in &lines {
            self.text((MARGIN, bottom), &Anchor::Start, FOOTNOTE, self.colors.weak_text, line);
            bottom -= FOOTNOTE * LINE_HEIGHT;
        }
        if !lines.is_empty() {
            bottom -= GAP;
        }
        (top + GAP, bottom)
    }

    fn plot(&mut self, chart: &Chart, top: f64, bottom: f64) {
        let buckets = axis::bucket_count(chart);
        let stacked = chart.kind != Kind::Lines;
        let all = series(chart, self.colors, buckets, stacked);
        let shown: &[Series] = if all.iter().any(|series| series.total > 0.0) { &all } else { &[] };

        let plot_top = top + LABEL * LINE_HEIGHT + GAP;
        let plot_bottom = (bottom - LABEL * LINE_HEIGHT - GAP).max(plot_top + 1.0);
        let highest = shown.iter().flat_map(|series| (0..buckets).map(|bucket| series.top(bucket)));
        let axis =
            ValueAxis::new(highest.fold(0.0, f64::max), ((plot_bottom - plot_top) / TICK_PITCH).floor().max(2.0));

        // Without data there is nothing to measure but zero.
        let ticks = axis.ticks().take(if shown.is_empty() { 1 } else { usize::MAX });
        let ticks: Vec<(f64, String)> = ticks.map(|tick| (tick, words::tick(tick, axis.top))).collect();
        let ticks_width = ticks.iter().map(|(_, text)| words::width(text, LABEL)).fold(0.0, f64::max);
        let left = MARGIN + ticks_width + GAP;
        let legend_width = self.legend_width(shown);
        let right = self.width - MARGIN - legend_width - if legend_width > 0.0 { LEADER } else { 0.0 };
        let plot = Plot {
            left,
            right: right.max(left + 1.0),
            top: plot_top,
            bottom: plot_bottom,
            highest: axis.top,
            starts: axis::positions(&chart.edges, buckets),
            // A single bucket has no course that an area could show.
            columns: chart.kind == Kind::Columns || (chart.kind == Kind::StackedAreas && buckets == 1),
        };

        let unit = visible(&chart.unit).into_owned();
        let room = plot.right - MARGIN;
        self.text(
            (MARGIN, plot.top - LABEL),
            &Anchor::Start,
            LABEL,
            self.colors.weak_text,
            &words::cut(&unit, LABEL, room),
        );
        self.value_grid(&plot, &ticks);
        self.time_labels(chart, &plot);
        if shown.is_empty() {
            let text = words::cut(&format!("No {unit} in this period"), SUBTITLE, plot.right - plot.left);
            let middle = (f64::midpoint(plot.left, plot.right), f64::midpoint(plot.top, plot.bottom));
            self.text(middle, &Anchor::Middle, SUBTITLE, self.colors.weak_text, &text);
            return;
        }
        match chart.kind {
            Kind::Lines => self.lines(&plot, shown),
            _ if plot.columns => self.columns(&plot, shown),
            Kind::Columns | Kind::StackedAreas => self.areas(&plot, shown),
        }
        if chart.kind != Kind::Lines {
            // What stands on the axis must not hide it.
            self.level(&plot, plot.bottom.round() + 0.5, self.colors.axis);
        }
        self.legend(&plot, shown, chart.kind);
    }

    fn value_grid(&mut self, plot: &Plot, ticks: &[(f64, String)]) {
        for (value, label) in ticks {
            let y = plot.y(*value).round() + 0.5;
            let color = if *value > 0.0 { self.colors.grid } else { self.colors.axis };
            self.level(plot, y, color);
            let place = (plot.left - GAP, y + LABEL * MIDDLE);
            self.text(place, &Anchor::End, LABEL, self.colors.weak_text, label);
        }
    }

    fn level(&mut self, plot: &Plot, y: f64, color: Rgb) {
        let (left, right, color) = (plot.left, plot.right, color.css());
        self.put(format_args!("<path d=\"M{left:.1} {y:.1}H{right:.1}\" stroke=\"{color}\" fill=\"none\"/>\n"));
    }

    /// Labels under the axis, as many as fit without touching.
    fn time_labels(&mut self, chart: &Chart, plot: &Plot) {
        let buckets = plot.buckets();
        let labels: Vec<String> = chart
            .edges
            .iter()
            .take(buckets)
            .map(|edge| words::cut(&visible(&edge.label), LABEL, plot.right - plot.left))
            .collect();
        let widest = labels.iter().map(|label| words::width(label, LABEL)).fold(0.0, f64::max) + 2.0 * GAP;
        let step = axis::label_step(&chart.edges, widest * buckets as f64 / (plot.right - plot.left));
        let mut free_from = f64::NEG_INFINITY;
        for (bucket, label) in labels.iter().enumerate().step_by(step) {
            let half = words::width(label, LABEL) / 2.0;
            let tick = plot.point(bucket);
            let x = tick.min(self.width - GAP - half).max(half + GAP);
            if x - half < free_from {
                continue;
            }
            free_from = x + half + GAP;
            let (tick, y, color) = (tick.round() + 0.5, plot.bottom.round() + 0.5, self.colors.axis.css());
            self.put(format_args!("<path d=\"M{tick:.1} {y:.1}v4\" stroke=\"{color}\" fill=\"none\"/>\n"));
            let place = (x, plot.bottom + GAP + LABEL);
            self.text(place, &Anchor::Middle, LABEL, self.colors.weak_text, label);
        }
    }

    fn lines(&mut self, plot: &Plot, shown: &[Series]) {
        let buckets = plot.buckets();
        let marks = buckets <= MOST_MARKS;
        let (radius, stroke) = match buckets {
            1 => (5.0, 2.0),
            2..=31 => (2.6, 2.2),
            _ => (2.0, 1.8),
        };
        // The most important line last, on top of the others.
        for series in shown.iter().rev() {
            let color = series.color.css();
            let dashes = if series.dashed { " stroke-dasharray=\"6 4\"" } else { "" };
            let places: Vec<(f64, f64)> =
                (0..buckets).map(|bucket| (plot.point(bucket), plot.y(series.top(bucket)))).collect();
            self.put(format_args!(
                "<polyline fill=\"none\" stroke=\"{color}\" stroke-width=\"{stroke}\" stroke-linejoin=\"round\" \
                 stroke-linecap=\"round\"{dashes} points=\""
            ));
            self.points(places.iter().copied());
            self.put(format_args!("\"/>\n"));
            for (x, y) in places.iter().filter(|_| marks) {
                self.put(format_args!("<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{radius}\" fill=\"{color}\"/>\n"));
            }
        }
    }

    fn areas(&mut self, plot: &Plot, shown: &[Series]) {
        let ground = self.colors.surface.css();
        for series in shown {
            let color = series.color.css();
            let upper = (0..plot.buckets()).map(|bucket| (plot.point(bucket), plot.y(series.top(bucket))));
            let lower = (0..plot.buckets())
                .rev()
                .map(|bucket| (plot.point(bucket), plot.y(axis::value_at(&series.base, bucket))));
            self.put(format_args!(
                "<polygon fill=\"{color}\" stroke=\"{ground}\" stroke-width=\"0.8\" stroke-linejoin=\"round\" points=\""
            ));
            self.points(upper.chain(lower));
            self.put(format_args!("\"/>\n"));
        }
    }

    fn columns(&mut self, plot: &Plot, shown: &[Series]) {
        for bucket in 0..plot.buckets() {
            let (left, right) = plot.span(bucket);
            let width = ((right - left) * 0.74).min(96.0);
            let x = f64::midpoint(left, right) - width / 2.0;
            let highest = shown.last().map_or(0.0, |series| series.top(bucket));
            for series in shown {
                let (top, bottom) = (plot.y(series.top(bucket)), plot.y(axis::value_at(&series.base, bucket)));
                let height = bottom - top;
                if height <= 0.0 {
                    continue;
                }
                let gap = if series.top(bucket) < highest && height > 3.0 { HAIRLINE } else { 0.0 };
                let (top, height) = (top + gap, height - gap);
                let color = series.color.css();
                self.put(format_args!(
                    "<rect x=\"{x:.1}\" y=\"{top:.1}\" width=\"{width:.1}\" height=\"{height:.2}\" fill=\"{color}\"/>\n"
                ));
            }
        }
    }

    fn points(&mut self, places: impl Iterator<Item = (f64, f64)>) {
        for (number, (x, y)) in places.enumerate() {
            let gap = if number == 0 { "" } else { " " };
            self.put(format_args!("{gap}{x:.1},{y:.1}"));
        }
    }

    fn legend_width(&self, shown: &[Series]) -> f64 {
        if shown.is_empty() {
            return 0.0;
        }
        let widest = |text: fn(&Series) -> String| {
            shown.iter().map(|series| words::width(&text(series), NAME)).fold(0.0, f64::max)
        };
        let needed = SWATCH + GAP + widest(|series| series.name.clone()) + 2.0 * GAP + widest(Series::total_text);
        let share = if self.width < SMALL { LEGEND_SHARE_OF_SMALL } else { LEGEND_SHARE };
        needed.min(self.width * share)
    }

    /// Names and totals beside the plot: at the ends of lines and areas, as a list from the top for columns.
    fn legend(&mut self, plot: &Plot, shown: &[Series], kind: Kind) {
        let right = self.width - MARGIN;
        let left = (right - self.legend_width(shown)).max(plot.right);
        let rows = ((((plot.bottom - plot.top) / (NAME * LINE_HEIGHT)).floor() as usize) + 1).max(1);
        // What has no room is said in one last row.
        let (named, rest) = shown.split_at(if shown.len() > rows { rows - 1 } else { shown.len() });
        let last = plot.buckets().saturating_sub(1);
        let direct = !plot.columns && plot.buckets() > 1;
        let mut wanted: Vec<f64> = match kind {
            Kind::Lines => named.iter().map(|series| plot.y(series.top(last))).collect(),
            Kind::StackedAreas if direct => named.iter().map(|series| plot.y(series.middle(last))).collect(),
            // Stacks are read from the top down.
            Kind::Columns | Kind::StackedAreas => {
                (0..named.len()).map(|place| plot.top + (named.len() - place) as f64 * NAME_PITCH).collect()
            }
        };
        if !rest.is_empty() {
            wanted.push(plot.bottom);
        }
        let places = legend::spread(&wanted, NAME_PITCH, plot.top, plot.bottom);
        self.text((right, plot.top - LABEL), &Anchor::End, LABEL, self.colors.weak_text, "total");
        for ((series, y), wanted) in named.iter().zip(&places).zip(&wanted) {
            let color = series.color.css();
            if direct {
                let (from, bend, to) = (plot.right + 5.0, plot.right + LEADER * 0.45, left - 4.0);
                self.put(format_args!(
                    "<path d=\"M{from:.1} {wanted:.1}L{bend:.1} {y:.1}H{to:.1}\" stroke=\"{color}\" \
                     stroke-opacity=\"0.55\" stroke-width=\"1\" fill=\"none\"/>\n"
                ));
            }
            let top = y - SWATCH / 2.0;
            let width = SWATCH;
            self.put(format_args!(
                "<rect x=\"{left:.1}\" y=\"{top:.1}\" width=\"{width}\" height=\"{width}\" rx=\"2\" fill=\"{color}\"/>\n"
            ));
            let total = series.total_text();
            let name_left = left + SWATCH + GAP;
            let room = right - words::width(&total, NAME) - GAP - name_left;
            let base = y + NAME * MIDDLE;
            let name = words::cut(&series.name, NAME, room);
            self.text((name_left, base), &Anchor::Start, NAME, self.colors.text, &name);
            self.text((right, base), &Anchor::End, NAME, self.colors.weak_text, &total);
        }
        if let Some(y) = places.get(named.len()) {
            let text = format!("and {} more", rest.len());
            let place = (left + SWATCH + GAP, y + NAME * MIDDLE);
            self.text(place, &Anchor::Start, NAME, self.colors.weak_text, &text);
            let total = words::grouped(rest.iter().map(|series| series.total).sum());
            self.text((right, y + NAME * MIDDLE), &Anchor::End, NAME, self.colors.weak_text, &total);
        }
    }
}

/// Text for XML: hidden characters shown, markup escaped.
fn escaped(text: &str) -> Cow<'_, str> {
    let text = visible(text);
    if !text.contains(['&', '<', '>', '"', '\'']) {
        return text;
    }
    let mut escaped = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    Cow::Owned(escaped)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use resvg::usvg::roxmltree::{Document, Node};

    use super::super::tests::chart;
    use super::super::{Line, Theme};
    use super::*;

    fn texts(chart: &Chart, look: &Look) -> Vec<String> {
        let svg = svg(chart, look);
        let document = Document::parse(&svg).expect("well-formed XML");
        document
            .descendants()
            .filter(|node| node.has_tag_name("text"))
            .map(|node| node.text().unwrap_or_default().to_owned())
            .collect()
    }

    #[test]
    fn titles_names_and_totals_can_be_read() {
        let mut chart = chart(30, &["Exchange", "Teams"], Kind::Lines);
        chart.lines[0].values = vec![1_000.0; 30];
        let texts = texts(&chart, &Look::default());
        for text in [
            "Application usage",
            "1 to 30 October 2026, days in UTC",
            "Filter: status:success",
            "sign-ins",
            "Exchange",
            "30,000",
        ] {
            assert!(texts.iter().any(|shown| shown == text), "{text} in {texts:?}");
        }
    }

    #[test]
    fn a_chart_without_sign_ins_says_so() {
        for chart in [
            chart(0, &[], Kind::Lines),
            chart(30, &[], Kind::Columns),
            Chart {
                lines: vec![Line { name: "Exchange".to_owned(), values: vec![0.0; 30] }],
                ..chart(30, &[], Kind::StackedAreas)
            },
        ] {
            let texts = texts(&chart, &Look::default());
            assert!(texts.iter().any(|text| text == "No sign-ins in this period"), "{texts:?}");
            assert!(!texts.iter().any(|text| text == "Exchange"), "nothing to name");
        }
    }

    #[test]
    fn time_labels_do_not_touch() {
        for buckets in [1, 2, 12, 30, 90, 365, 2_000] {
            let chart = chart(buckets, &["Exchange"], Kind::Lines);
            let svg = svg(&chart, &Look { width: 700, ..Look::default() });
            let document = Document::parse(&svg).expect("well-formed XML");
            let labels: Vec<(f64, f64)> = document
                .descendants()
                .filter(|node| node.has_tag_name("text") && node.text().is_some_and(|text| text.starts_with("Oct ")))
                .map(|node| {
                    (
                        node.attribute("x").and_then(|x| x.parse().ok()).unwrap_or(0.0),
                        words::width(node.text().unwrap_or_default(), LABEL),
                    )
                })
                .collect();
            assert!(!labels.is_empty());
            assert!(
                labels.windows(2).all(|pair| pair[0].0 + pair[0].1 / 2.0 < pair[1].0 - pair[1].1 / 2.0),
                "{buckets}: {labels:?}"
            );
        }
    }

    #[test]
    fn more_series_than_fit_are_counted() {
        let names: Vec<String> = (0..60).map(|number| format!("App {number}")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let texts = texts(&chart(30, &names, Kind::Lines), &Look::default());
        assert!(texts.iter().any(|text| text.starts_with("and ") && text.ends_with(" more")), "{texts:?}");
    }

    proptest! {
        #[test]
        fn hostile_names_stay_text(
            name in prop_oneof!["[<>&\"'\\]!a-z-]{0,20}", any::<String>()],
            values in prop::collection::vec(prop_oneof![any::<f64>(), 0.0..1e4], 0..8),
            kind in prop::sample::select(Kind::ALL.to_vec()),
            (width, height) in (0_u32..1_500, 0_u32..900),
        ) {
            let mut chart = chart(7, &[], kind);
            chart.title.clone_from(&name);
            chart.footnote.clone_from(&name);
            chart.unit.clone_from(&name);
            chart.edges[0].label.clone_from(&name);
            chart.lines = vec![Line { name: name.clone(), values: values.clone() }, Line { name, values }];
            let svg = svg(&chart, &Look { width, height, scale: 1.0, theme: Theme::Dark });
            let document = Document::parse(&svg).expect("well-formed XML");
            let allowed = ["svg", "rect", "text", "path", "circle", "polyline", "polygon"];
            prop_assert!(document.descendants().filter(Node::is_element).all(|node| allowed.contains(&node.tag_name().name())));
            prop_assert!(!svg.contains("NaN") && !svg.contains("inf\""));
            prop_assert!(document.descendants().filter_map(|node| node.text()).all(|text| visible(text.trim()) == text.trim()));
        }
    }
}
