//! Names beside what they name.

use super::scene::{Anchor, Area, GAP, LABEL, NAME, SWATCH, Scene};
use crate::export::palette::Rgb;

/// An entry of a legend that stands in a row.
pub(super) struct Entry {
    pub(super) name: String,
    pub(super) color: Rgb,
}

/// From one row of entries to the next.
const ROW: f64 = 22.0;

/// Draws entries side by side at the top of an area, in as many rows as they need, and gives the room below.
/// `mark` draws what stands before a name, in the middle of its line.
pub(super) fn row(
    scene: &mut Scene,
    area: Area,
    entries: &[Entry],
    mark: impl Fn(&mut Scene, (f64, f64), usize, Rgb),
) -> Area {
    if entries.is_empty() {
        return area;
    }
    let (mut x, mut y) = (area.left, area.top + ROW / 2.0);
    for (number, entry) in entries.iter().enumerate() {
        let name = scene.cut_name(&entry.name, LABEL, (area.width() - SWATCH - GAP).max(0.0));
        let width = SWATCH + GAP * 0.75 + scene.width_of(&name, LABEL);
        if x > area.left && x + width > area.right {
            (x, y) = (area.left, y + ROW);
        }
        mark(scene, (x + SWATCH / 2.0, y), number, entry.color);
        scene.text((x + SWATCH + GAP * 0.75, y + NAME * 0.33), Anchor::Start, LABEL, scene.colors.text, &name);
        x += width + 2.5 * GAP;
    }
    Area { top: (y + ROW / 2.0 + GAP / 2.0).min(area.bottom), ..area }
}

/// Where labels stand that would like to be at `wanted` (from the top) and need `pitch` each, between `top`
/// and `bottom`. They keep the order of their wishes and move as little as they can. If they can't all fit,
/// they share the room evenly.
pub(super) fn spread(wanted: &[f64], pitch: f64, top: f64, bottom: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|a, b| wanted[*a].total_cmp(&wanted[*b]));
    let gaps = wanted.len().saturating_sub(1).max(1) as f64;
    let pitch = pitch.min(((bottom - top) / gaps).max(0.0));
    // Less its place times the pitch, a label may stand nowhere above the one before it: labels that would
    // overlap merge into a block around the mean of their wishes (isotonic regression).
    let mut blocks: Vec<(f64, usize)> = Vec::new();
    for (place, index) in order.iter().enumerate() {
        blocks.push((wanted[*index] - place as f64 * pitch, 1));
        while let [.., (above, above_count), (below, below_count)] = blocks[..]
            && above > below
        {
            let count = above_count + below_count;
            let mean = (above * above_count as f64 + below * below_count as f64) / count as f64;
            blocks.truncate(blocks.len() - 2);
            blocks.push((mean, count));
        }
    }
    let lowest = (bottom - gaps.min(wanted.len().saturating_sub(1) as f64) * pitch).max(top);
    let free = blocks.iter().flat_map(|(base, count)| std::iter::repeat_n(base.clamp(top, lowest), *count));
    let mut places = vec![0.0; wanted.len()];
    for (place, (index, base)) in order.into_iter().zip(free).enumerate() {
        places[index] = base + place as f64 * pitch;
    }
    places
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn labels_with_room_stay_where_they_want_to_be() {
        assert_eq!(spread(&[50.0, 10.0], 20.0, 0.0, 100.0), [50.0, 10.0]);
        assert!(spread(&[], 20.0, 0.0, 100.0).is_empty());
    }

    #[test]
    fn labels_on_one_spot_move_apart_around_it() {
        assert_eq!(spread(&[50.0, 50.0, 50.0], 20.0, 0.0, 100.0), [30.0, 50.0, 70.0]);
        assert_eq!(spread(&[100.0, 100.0], 20.0, 0.0, 100.0), [80.0, 100.0]);
    }

    proptest! {
        #[test]
        fn labels_never_overlap_nor_leave_their_room(wanted in prop::collection::vec(-50.0..250.0_f64, 0..9)) {
            let mut places = spread(&wanted, 20.0, 0.0, 200.0);
            places.sort_by(f64::total_cmp);
            prop_assert!(places.windows(2).all(|pair| pair[1] - pair[0] > 19.999));
            prop_assert!(places.iter().all(|place| (-0.001..=200.001).contains(place)));
        }
    }
}
