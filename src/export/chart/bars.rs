//! Values by name, as level bars: top errors, countries, policies with their outcomes.

use std::fmt::Write;

use super::legend::{self, Entry};
use super::scene::{Anchor, Area, GAP, LABEL, MIDDLE, NAME, Scene};
use super::value_axis::{drawn, value_at};
use super::words;
use crate::export::palette::{Hue, Palette, Rgb, tones};

/// From one bar to the next, at least and at most.
const LEAST_PITCH: f64 = 20.0;
const MOST_PITCH: f64 = 44.0;
/// How much of its pitch a bar takes.
const THICKNESS: f64 = 0.64;
/// Of the width, names take this at most.
const NAME_SHARE: f64 = 0.4;

/// Values by name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bars {
    /// What is counted, in the plural, such as `sign-ins`.
    pub unit: String,
    /// What the parts of each bar are, in the order in which they follow each other; with a single part or none,
    /// bars are whole and there is no legend.
    pub parts: Vec<Part>,
    /// The bars, the most important first. Those without room are joined in the last row, which says how many
    /// they are.
    pub rows: Vec<Bar>,
}

/// A part that every bar has.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Part {
    /// What it counts, such as `Failure`.
    pub name: String,
    /// How it gets its colour.
    pub hue: Hue,
}

/// A bar.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bar {
    /// What it counts, such as an application.
    pub name: String,
    /// A value per part. What is missing, negative or not finite is drawn as zero.
    pub values: Vec<f64>,
    /// A second text beside the value, such as a share; may be empty.
    pub note: String,
}

impl Bar {
    fn total(&self) -> f64 {
        self.values.iter().map(|value| drawn(*value)).sum()
    }
}

impl Bars {
    fn is_empty(&self) -> bool {
        self.rows.iter().all(|bar| bar.total() <= 0.0)
    }

    fn part_count(&self) -> usize {
        self.rows.iter().map(|bar| bar.values.len()).max().unwrap_or(0).max(1)
    }

    pub(super) fn description(&self) -> String {
        let mut text = self.unit.clone();
        if self.is_empty() {
            return format!("{text}: none");
        }
        for bar in &self.rows {
            // Writing to a String can't fail.
            let _ = write!(text, "; {}: {}", bar.name.trim(), words::grouped(bar.total()));
            if !bar.note.is_empty() {
                let _ = write!(text, " ({})", bar.note);
            }
            if self.parts.len() > 1 {
                let parts = self.parts.iter().zip(&bar.values);
                let parts: Vec<String> =
                    parts.map(|(part, value)| format!("{} {}", part.name, words::grouped(drawn(*value)))).collect();
                let _ = write!(text, ", of which {}", parts.join(", "));
            }
        }
        text
    }

    /// The colour of each part.
    pub(in crate::export) fn colors(&self, palette: &Palette) -> Vec<Rgb> {
        let tones = tones(self.parts.iter().map(|part| (&part.hue, part.name.as_str())));
        let mut colors: Vec<Rgb> = tones.into_iter().map(|tone| palette.tone(tone)).collect();
        for number in colors.len()..self.part_count() {
            colors.push(palette.series(number));
        }
        colors
    }

    /// The bars that are drawn: as many as fit, and one for all others.
    fn shown(&self, most: usize) -> (Vec<Bar>, bool) {
        let most = most.max(1);
        if self.rows.len() <= most {
            return (self.rows.clone(), false);
        }
        let (named, rest) = self.rows.split_at(most - 1);
        let sum = |part: usize| rest.iter().map(|bar| value_at(&bar.values, part)).sum();
        let values = (0..self.part_count()).map(sum).collect();
        let others = Bar { name: words::others(rest.len()), values, note: String::new() };
        (named.iter().cloned().chain([others]).collect(), true)
    }

    pub(super) fn draw(&self, scene: &mut Scene, area: Area) {
        if self.is_empty() {
            scene.nothing_to_show(area, &self.unit);
            return;
        }
        let colors = self.colors(scene.colors);
        let mut area = area;
        if self.parts.len() > 1 {
            let entries: Vec<Entry> = self
                .parts
                .iter()
                .zip(&colors)
                .map(|(part, color)| Entry { name: part.name.clone(), color: *color })
                .collect();
            area = legend::row(scene, area, &entries, |scene, (x, y), _, color| scene.swatch(x - 5.0, y, color));
        }
        let (rows, has_rest) = self.shown((area.height() / LEAST_PITCH) as usize);
        let pitch = (area.height() / rows.len().max(1) as f64).min(MOST_PITCH);
        let highest = rows.iter().map(Bar::total).fold(1.0, f64::max);
        let values: Vec<String> = rows.iter().map(|bar| words::grouped(bar.total())).collect();
        let notes: Vec<String> = rows.iter().map(|bar| scene.cut(&bar.note, LABEL, area.width() * 0.2)).collect();
        let value_width = scene.widest(values.iter().map(String::as_str), NAME);
        let note_width = scene.widest(notes.iter().map(String::as_str), LABEL);
        let note_gap = if note_width > 0.0 { GAP } else { 0.0 };
        let beside = GAP + value_width + note_gap + note_width;
        let name_width = scene.widest(rows.iter().map(|bar| bar.name.trim()), NAME).min(area.width() * NAME_SHARE);
        let left = area.left + name_width + 1.5 * GAP;
        let room = (area.right - beside - left).max(1.0);
        for (number, (bar, value)) in rows.iter().zip(&values).enumerate() {
            let middle = area.top + (number as f64 + 0.5) * pitch;
            let is_rest = has_rest && number + 1 == rows.len();
            let base = middle + NAME * MIDDLE;
            let color = if is_rest { scene.colors.weak_text } else { scene.colors.text };
            let name = scene.cut_name(&bar.name, NAME, name_width);
            scene.text((area.left, base), Anchor::Start, NAME, color, &name);
            let half = pitch * THICKNESS / 2.0;
            let bounds = Area { left, right: left + room, top: middle - half, bottom: middle + half };
            // The others together may be more than any of the named: paler, so that the eye goes to these.
            let pale = if is_rest { 0.5 } else { 0.0 };
            let end = parts(scene, bounds, bar, highest, &colors, pale);
            scene.text((end + GAP, base), Anchor::Start, NAME, color, value);
            if let Some(note) = notes.get(number) {
                let place = (end + GAP + scene.width_of(value, NAME) + GAP, base);
                scene.text(place, Anchor::Start, LABEL, scene.colors.weak_text, note);
            }
        }
        let bottom = area.top + rows.len() as f64 * pitch;
        let x = left.round() - 0.5;
        scene.line((x, area.top), (x, bottom), scene.colors.axis);
    }
}

/// Draws the parts of a bar from left to right and gives where it ends.
fn parts(scene: &mut Scene, bounds: Area, bar: &Bar, highest: f64, colors: &[Rgb], pale: f64) -> f64 {
    let mut left = bounds.left;
    let is_whole = bar.values.len() < 2;
    for (value, color) in bar.values.iter().zip(colors) {
        let right = left + drawn(*value) / highest * bounds.width();
        // Ground shows between the parts.
        let gap = if is_whole || right - left < 3.0 { 0.0 } else { 1.0 };
        let color = color.towards(scene.colors.surface, pale);
        scene.rect(Area { left, right: right - gap, ..bounds }, 0.0, color);
        let text = words::grouped(drawn(*value));
        if !is_whole && scene.width_of(&text, LABEL) + GAP < right - left && bounds.height() >= LABEL {
            let place = (f64::midpoint(left, right - gap), f64::midpoint(bounds.top, bounds.bottom) + LABEL * MIDDLE);
            scene.text(place, Anchor::Middle, LABEL, scene.colors.text_on(color), &text);
        }
        left = right;
    }
    left
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bar(name: &str, value: f64) -> Bar {
        Bar { name: name.to_owned(), values: vec![value], note: String::new() }
    }

    #[test]
    fn bars_without_room_are_joined_and_keep_the_sum() {
        let bars = Bars { rows: (1..=20).map(|n| bar("app", f64::from(n))).collect(), ..Bars::default() };
        let (shown, has_rest) = bars.shown(5);
        assert!(has_rest && shown.len() == 5);
        assert_eq!(shown[4].name, "16 others");
        assert!((shown.iter().map(Bar::total).sum::<f64>() - 210.0).abs() < 1e-9);
    }

    #[test]
    fn a_bar_is_told_with_its_share_and_its_parts() {
        let bars = Bars {
            unit: "sign-ins".to_owned(),
            parts: ["Success", "Failure"].map(|name| Part { name: name.to_owned(), hue: Hue::Name }).to_vec(),
            rows: vec![Bar { name: "Exchange".to_owned(), values: vec![900.0, 100.0], note: "40 %".to_owned() }],
        };
        assert_eq!(bars.description(), "sign-ins; Exchange: 1\u{2009}000 (40 %), of which Success 900, Failure 100");
    }
}
