//! A time line: rows such as logs or applications, with a mark at each moment.

use std::collections::HashSet;
use std::fmt::Write;

use super::legend::{self, Entry};
use super::scene::{Anchor, Area, GAP, MIDDLE, NAME, Scene};
use super::time_axis::{self, Edge};
use super::words;
use crate::clock::Millis;
use crate::export::palette::{Rgb, Status};

/// From one lane to the next, at least and at most.
const LEAST_PITCH: f64 = 20.0;
const MOST_PITCH: f64 = 52.0;
/// Of the width, names take this at most.
const NAME_SHARE: f64 = 0.3;
/// Half the size of a mark.
const HALF_MARK: f64 = 4.2;

/// Moments in rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lanes {
    /// What the marks are, in the plural, such as `sign-ins`.
    pub unit: String,
    /// The start of each hour, day or week of the axis, and the end of the last one: the period that is shown.
    pub edges: Vec<Edge>,
    /// The rows, the most important first; those without room are joined in the last row.
    pub rows: Vec<Lane>,
}

/// A row of a time line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lane {
    /// What it holds, such as an application.
    pub name: String,
    /// Its marks, in any order. Those outside the period are not drawn.
    pub marks: Vec<Mark>,
}

/// Something that happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// When.
    pub at: Millis,
    /// What became of it.
    pub status: Status,
}

impl Lanes {
    /// The period.
    fn range(&self) -> Option<(Millis, Millis)> {
        let (first, last) = (self.edges.first()?.at, self.edges.last()?.at);
        (first < last).then_some((first, last))
    }

    /// The marks of a lane within the period.
    fn inside<'a>(&self, lane: &'a Lane) -> impl Iterator<Item = &'a Mark> + use<'a> {
        let range = self.range();
        lane.marks.iter().filter(move |mark| range.is_some_and(|(from, to)| (from..to).contains(&mark.at)))
    }

    fn count(&self, status: Status) -> usize {
        self.rows.iter().flat_map(|lane| self.inside(lane)).filter(|mark| mark.status == status).count()
    }

    fn is_empty(&self) -> bool {
        self.rows.iter().all(|lane| self.inside(lane).next().is_none())
    }

    pub(super) fn description(&self) -> String {
        let mut text = self.unit.clone();
        if let (Some(first), Some(last)) = (self.edges.first(), self.edges.last()) {
            // Writing to a String can't fail.
            let _ = write!(text, " from {} to {}", first.date(), last.date());
        }
        if self.is_empty() {
            return format!("{text}: none");
        }
        for lane in &self.rows {
            let counts = Status::ALL.map(|status| {
                let count = self.inside(lane).filter(|mark| mark.status == status).count();
                (count > 0).then(|| format!("{} {}", status.title().to_lowercase(), words::grouped(count as f64)))
            });
            let counts: Vec<String> = counts.into_iter().flatten().collect();
            let counts = if counts.is_empty() { "none".to_owned() } else { counts.join(", ") };
            let _ = write!(text, "; {}: {counts}", lane.name.trim());
        }
        text
    }

    /// The lanes that are drawn: as many as fit, and one for all others.
    fn shown(&self, most: usize) -> (Vec<Lane>, bool) {
        let most = most.max(1);
        if self.rows.len() <= most {
            return (self.rows.clone(), false);
        }
        let (named, rest) = self.rows.split_at(most - 1);
        let marks = rest.iter().flat_map(|lane| lane.marks.iter().copied()).collect();
        (named.iter().cloned().chain([Lane { name: words::others(rest.len()), marks }]).collect(), true)
    }

    pub(super) fn draw(&self, scene: &mut Scene, area: Area) {
        let Some((from, to)) = self.range().filter(|_| !self.is_empty()) else {
            scene.nothing_to_show(area, &self.unit);
            return;
        };
        let known: Vec<Status> = Status::ALL.into_iter().filter(|status| self.count(*status) > 0).collect();
        let entries: Vec<Entry> = known
            .iter()
            .map(|status| Entry {
                name: format!("{}  {}", status.title(), words::grouped(self.count(*status) as f64)),
                color: scene.colors.status(*status),
            })
            .collect();
        let area = legend::row(scene, area, &entries, |scene, place, number, color| {
            if let Some(status) = known.get(number) {
                mark(scene, place, *status, color);
            }
        });
        let bottom = (area.bottom - time_axis::FOOT).max(area.top + 1.0);
        let (rows, has_rest) = self.shown(((bottom - area.top) / LEAST_PITCH) as usize);
        let pitch = ((bottom - area.top) / rows.len().max(1) as f64).min(MOST_PITCH);
        let totals: Vec<String> = rows.iter().map(|lane| words::grouped(self.inside(lane).count() as f64)).collect();
        let names = scene.widest(rows.iter().map(|lane| lane.name.trim()), NAME).min(area.width() * NAME_SHARE);
        let total_width = scene.widest(totals.iter().map(String::as_str), NAME);
        let left = area.left + names + 2.0 * GAP;
        let right = (area.right - total_width - 2.0 * GAP).max(left + 1.0);
        let bottom = area.top + rows.len() as f64 * pitch;
        let plot = Area { left, right, top: area.top, bottom };
        let starts = time_axis::positions(&self.edges, self.edges.len() - 1);
        let place = |bucket: usize| left + starts.get(bucket).copied().unwrap_or(1.0) * plot.width();
        scene.line((left, bottom.round() + 0.5), (right, bottom.round() + 0.5), scene.colors.axis);
        time_axis::draw(scene, plot, &self.edges, self.edges.len() - 1, place);
        for (number, (lane, total)) in rows.iter().zip(&totals).enumerate() {
            let y = area.top + (number as f64 + 0.5) * pitch;
            let base = y + NAME * MIDDLE;
            let is_rest = has_rest && number + 1 == rows.len();
            let color = if is_rest { scene.colors.weak_text } else { scene.colors.text };
            let name = scene.cut_name(&lane.name, NAME, names);
            scene.text((area.left, base), Anchor::Start, NAME, color, &name);
            scene.text((area.right, base), Anchor::End, NAME, scene.colors.weak_text, total);
            scene.line((left, y.round() + 0.5), (right, y.round() + 0.5), scene.colors.grid);
            let mut drawn: HashSet<(i64, Status)> = HashSet::new();
            // Failures on top of what is usual.
            for status in [Status::Other, Status::Success, Status::Interrupted, Status::Failure] {
                for moment in self.inside(lane).filter(|mark| mark.status == status) {
                    let part = (moment.at.0 - from.0) as f64 / (to.0 - from.0) as f64;
                    let x = left + part * plot.width();
                    // Marks on one spot are one mark.
                    if drawn.insert(((x * 2.0).round() as i64, status)) {
                        mark(scene, (x, y), status, scene.colors.status(status));
                    }
                }
            }
        }
    }
}

/// A mark whose shape tells the status without its colour: a stroke, a ring or a cross; a dot for any other.
fn mark(scene: &mut Scene, (x, y): (f64, f64), status: Status, color: Rgb) {
    let (color, half, ground) = (color.css(), HALF_MARK, scene.colors.surface.css());
    match status {
        Status::Success => {
            let (top, height) = (y - half * 1.5, half * 3.0);
            scene.shape(format_args!(
                "<path d=\"M{x:.1} {top:.1}v{height:.1}\" stroke=\"{color}\" stroke-width=\"1.6\" stroke-opacity=\"0.75\" fill=\"none\"/>\n"
            ));
        }
        Status::Interrupted => scene.shape(format_args!(
            "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{:.1}\" fill=\"{ground}\" stroke=\"{color}\" stroke-width=\"1.8\"/>\n",
            half * 0.85
        )),
        Status::Failure => {
            let (left, top, size) = (x - half, y - half, half * 2.0);
            // A border of ground keeps crosses apart from what they stand on.
            for (color, width) in [(&ground, 4.2), (&color, 2.2)] {
                scene.shape(format_args!(
                    "<path d=\"M{left:.1} {top:.1}l{size} {size}m0 -{size}l-{size} {size}\" stroke=\"{color}\" stroke-width=\"{width}\" fill=\"none\"/>\n"
                ));
            }
        }
        Status::Other => {
            scene.shape(format_args!("<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"2.6\" fill=\"{color}\"/>\n"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::{Clock, Every};
    use crate::export::chart::time_axis::tests::edges;

    #[test]
    fn marks_outside_the_period_are_not_counted() {
        let edges = edges("2026-10-05T00:00:00Z", Every::Day, 2, &Clock::default());
        let at = |iso| Mark { at: Millis::from_iso(iso).expect("a valid time"), status: Status::Failure };
        let marks = vec![at("2026-10-04T23:59:59Z"), at("2026-10-05T00:00:00Z"), at("2026-10-07T00:00:00Z")];
        let lanes = Lanes {
            unit: "sign-ins".to_owned(),
            edges,
            rows: vec![Lane { name: "Interactive".to_owned(), marks }, Lane::default()],
        };
        assert_eq!(lanes.description(), "sign-ins from 5 Oct 2026 to 7 Oct 2026; Interactive: failure 1; : none");
    }
}
