//! The outlines of the world's countries, for a map of sign-in places.
//!
//! Source: Natural Earth, countries at 1:110 million, public domain; rounded to a tenth of a degree. Borders are
//! drawn as that source has them and say nothing about their status.

use std::sync::LazyLock;

/// A closed outline: degrees east and degrees north of each corner; the last one joins the first.
pub type Outline = Vec<(f32, f32)>;

/// The outlines, one for each island and each part of a country's mainland.
#[must_use]
pub fn outlines() -> &'static [Outline] {
    static OUTLINES: LazyLock<Vec<Outline>> =
        LazyLock::new(|| include_str!("../../assets/world.txt").lines().map(outline).collect());
    &OUTLINES
}

/// Reads a line: a corner in tenths of a degree, and the steps from each corner to the next.
fn outline(line: &str) -> Outline {
    let (mut east, mut north) = (0, 0);
    line.split(',')
        .filter_map(|step| {
            let (by_east, by_north) = step.split_once(' ')?;
            east += by_east.parse::<i32>().ok()?;
            north += by_north.parse::<i32>().ok()?;
            Some((east as f32 / 10.0, north as f32 / 10.0))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether a place lies inside an outline: a line to the east crosses it an odd number of times.
    fn surrounds(outline: &Outline, (east, north): (f32, f32)) -> bool {
        let mut inside = false;
        for (at, (x, y)) in outline.iter().enumerate() {
            let (next_x, next_y) = outline[(at + 1) % outline.len()];
            if (*y > north) != (next_y > north) && east < x + (north - y) / (next_y - y) * (next_x - x) {
                inside = !inside;
            }
        }
        inside
    }

    #[test]
    fn capitals_are_on_land_and_oceans_are_not() {
        let is_land = |place| outlines().iter().any(|outline| surrounds(outline, place));
        for capital in [(16.4, 48.2), (139.3, 36.0), (-77.0, 38.9), (36.8, -1.3), (149.1, -35.3), (-47.9, -15.8)] {
            assert!(is_land(capital), "{capital:?}");
        }
        for ocean in [(-40.0, 30.0), (-150.0, 0.0), (80.0, -30.0), (5.0, 60.0 - 2.0)] {
            assert!(!is_land(ocean), "{ocean:?}");
        }
    }

    #[test]
    fn every_line_of_the_asset_is_an_outline_on_the_globe() {
        let lines = include_str!("../../assets/world.txt").lines();
        for (line, outline) in lines.zip(outlines()) {
            assert_eq!(line.split(',').count(), outline.len(), "{line}");
            assert!(outline.len() >= 3);
            assert!(outline.iter().all(|(east, north)| east.abs() <= 180.0 && north.abs() <= 90.0), "{line}");
        }
    }
}
