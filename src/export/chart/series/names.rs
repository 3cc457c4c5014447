//! Names and totals beside the plot: at the ends of lines and areas, as a list from the top for columns.

use super::Kind;
use super::curve::{Curve, Curves};
use super::plot::Plot;
use crate::export::chart::legend;
use crate::export::chart::scene::{Anchor, Area, GAP, LABEL, LINE_HEIGHT, MIDDLE, NAME, SWATCH, Scene};
use crate::export::chart::titles::SMALL;
use crate::export::palette::Rgb;
use crate::export::visible::visible;

/// From the end of a line to its name.
const LEADER: f64 = 26.0;
/// The least distance between two names.
const PITCH: f64 = 20.0;
/// Of the width, names and totals take this at most.
const SHARE: f64 = 0.36;
const SHARE_OF_SMALL: f64 = 0.4;

/// How many names fit above each other.
pub(super) fn rows(height: f64) -> usize {
    (height / (NAME * LINE_HEIGHT)).floor() as usize + 1
}

/// The room that names and totals take beside the plot.
pub(super) fn width(scene: &Scene, area: Area, curves: &Curves) -> f64 {
    let totals: Vec<String> = curves.named.iter().map(Curve::total_text).collect();
    let rest = curves.rest.as_ref();
    let names = curves.named.iter().map(|curve| curve.name.as_str()).chain(rest.map(|(name, _)| name.as_str()));
    let totals = totals.iter().map(String::as_str).chain(rest.map(|(_, total)| total.as_str()));
    let needed = SWATCH + GAP + scene.widest(names, NAME) + 2.0 * GAP + scene.widest(totals, NAME);
    needed.min(scene.width.min(area.width()) * if scene.width < SMALL { SHARE_OF_SMALL } else { SHARE }) + LEADER
}

/// Draws the names between the plot and the right edge.
pub(super) fn draw(scene: &mut Scene, plot: &Plot, right: f64, curves: &Curves, kind: Kind) {
    let left = plot.area.right + LEADER;
    let (top, bottom) = (plot.area.top, plot.area.bottom);
    let last = plot.buckets().saturating_sub(1);
    let is_direct = !plot.has_columns && plot.buckets() > 1;
    let named = &curves.named;
    let mut wanted: Vec<f64> = match kind {
        Kind::Lines => named.iter().map(|curve| plot.y(curve.top(last))).collect(),
        Kind::StackedAreas if is_direct => named.iter().map(|curve| plot.y(curve.middle(last))).collect(),
        // Stacks are read from the top down.
        Kind::Columns | Kind::StackedAreas => {
            (0..named.len()).map(|place| top + (named.len() - place) as f64 * PITCH).collect()
        }
    };
    if curves.rest.is_some() {
        wanted.push(bottom + PITCH);
    }
    let places = legend::spread(&wanted, PITCH, top, bottom);
    if named.iter().any(|curve| curve.total.is_some()) && right - left > scene.width_of("total", LABEL) {
        scene.text((right, top - LABEL), Anchor::End, LABEL, scene.colors.weak_text, "total");
    }
    for ((curve, y), wanted) in named.iter().zip(&places).zip(&wanted) {
        if is_direct {
            let (from, bend, to) = (plot.area.right + 5.0, plot.area.right + LEADER * 0.45, left - 4.0);
            let color = curve.color.css();
            scene.shape(format_args!(
                "<path d=\"M{from:.1} {wanted:.1}L{bend:.1} {y:.1}H{to:.1}\" stroke=\"{color}\" \
                 stroke-opacity=\"0.55\" stroke-width=\"1\" fill=\"none\"/>\n"
            ));
        }
        mark(scene, left, *y, curve, kind);
        entry(scene, (left, right), *y, &curve.name, &curve.total_text(), scene.colors.text);
    }
    if let (Some((name, total)), Some(y)) = (&curves.rest, places.get(named.len())) {
        scene.line((left, *y), (left + SWATCH, *y), scene.colors.axis);
        entry(scene, (left, right), *y, name, total, scene.colors.weak_text);
    }
}

/// What stands before a name: a square, or a dashed line for what is drawn dashed.
fn mark(scene: &mut Scene, left: f64, y: f64, curve: &Curve, kind: Kind) {
    if kind == Kind::Lines && curve.is_second {
        let (right, color) = (left + SWATCH, curve.color.css());
        scene.shape(format_args!(
            "<path d=\"M{left:.1} {y:.1}H{right:.1}\" stroke=\"{color}\" stroke-width=\"3\" stroke-dasharray=\"4 2\" fill=\"none\"/>\n"
        ));
    } else {
        scene.swatch(left, y, curve.color);
    }
}

fn entry(scene: &mut Scene, (left, right): (f64, f64), y: f64, name: &str, total: &str, color: Rgb) {
    let (left, base) = (left + SWATCH + GAP, y + NAME * MIDDLE);
    let total_width = scene.width_of(total, NAME);
    let has_total = !total.is_empty() && right - left - total_width > 4.0 * GAP;
    let room = if has_total { right - total_width - 1.5 * GAP - left } else { right - left };
    let name = scene.cut_name(&visible(name), NAME, room.max(0.0));
    if scene.width_of(&name, NAME) <= room {
        scene.text((left, base), Anchor::Start, NAME, color, &name);
    }
    if has_total {
        scene.text((right, base), Anchor::End, NAME, scene.colors.weak_text, total);
    }
}
