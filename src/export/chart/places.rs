//! Values on a map of the world.

mod projection;

use std::fmt::Write;
use std::sync::Arc;

use self::projection::project;
use super::scene::{Anchor, Area, GAP, LABEL, LINE_HEIGHT, MIDDLE, Scene};
use super::value_axis::drawn;
use super::words;

/// The map ends here unless a place lies beyond: there is no land with people further south.
const SOUTH: f64 = -57.0;
const NORTH: f64 = 84.0;
/// Of the map's height, the radius of the largest circle.
const LARGEST: f64 = 0.075;
/// No circle is smaller than this, so that each can be seen.
const SMALLEST: f64 = 2.2;
/// Names are tried for so many of the largest places: more have no room, and each is compared with all others.
const MOST_LABELLED: usize = 200;
/// At most so many places are written of in words.
const MOST_TOLD: usize = 40;

/// Where land is, drawn beneath the places.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outline {
    /// Closed rings of longitudes (−180 to 180) and latitudes (−90 to 90) in degrees; none crosses the antimeridian.
    /// A ring inside another is a hole, such as a lake.
    pub rings: Vec<Vec<(f64, f64)>>,
}

/// Values on a map of the world.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Places {
    /// What is counted, in the plural, such as `sign-ins`.
    pub unit: String,
    /// Where land is.
    pub outline: Arc<Outline>,
    /// The places, in any order; those without a valid position are counted in a note.
    pub places: Vec<Place>,
}

/// A place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Place {
    /// What it is called, such as `Berlin`; may be empty.
    pub name: String,
    /// Degrees east, −180 to 180.
    pub longitude: f64,
    /// Degrees north, −90 to 90.
    pub latitude: f64,
    /// The value: the area of its circle.
    pub value: f64,
}

impl Place {
    fn is_valid(&self) -> bool {
        (-180.0..=180.0).contains(&self.longitude) && (-90.0..=90.0).contains(&self.latitude)
    }
}

/// Where the map lies in the picture.
struct Map {
    area: Area,
    /// Points per radius of the globe.
    scale: f64,
    /// What stands in the middle, in radii.
    middle: f64,
}

impl Map {
    /// The largest map from `south` to `north` that fits.
    fn new(room: Area, south: f64, north: f64) -> Self {
        let (low, high) = (project(0.0, south).1, project(0.0, north).1);
        let half_width = project(180.0, 0.0).0;
        let scale = (room.width() / (2.0 * half_width)).min(room.height() / (high - low)).max(0.0);
        let (x, y) = room.center();
        let (half_width, half_height) = (half_width * scale, (high - low) / 2.0 * scale);
        let area = Area { left: x - half_width, right: x + half_width, top: y - half_height, bottom: y + half_height };
        Self { area, scale, middle: f64::midpoint(low, high) }
    }

    fn place(&self, longitude: f64, latitude: f64) -> (f64, f64) {
        let (x, y) = project(longitude, latitude);
        let (middle_x, middle_y) = self.area.center();
        (middle_x + x * self.scale, middle_y - (y - self.middle) * self.scale)
    }
}

impl Places {
    /// The places that have a circle, the largest first.
    fn shown(&self) -> Vec<&Place> {
        let mut shown: Vec<&Place> =
            self.places.iter().filter(|place| place.is_valid() && drawn(place.value) > 0.0).collect();
        shown.sort_by(|a, b| drawn(b.value).total_cmp(&drawn(a.value)).then_with(|| a.name.cmp(&b.name)));
        shown
    }

    pub(super) fn notes(&self) -> Vec<String> {
        let count = self.places.iter().filter(|place| !place.is_valid()).count();
        match count {
            0 => Vec::new(),
            1 => vec!["1 place has no valid position and is not on the map.".to_owned()],
            _ => {
                vec![format!("{} places have no valid position and are not on the map.", words::grouped(count as f64))]
            }
        }
    }

    pub(super) fn description(&self) -> String {
        let mut text = format!("{} by place", self.unit);
        let shown = self.shown();
        if shown.is_empty() {
            return format!("{text}: none");
        }
        for place in shown.iter().take(MOST_TOLD) {
            let name = if place.name.trim().is_empty() { "unnamed" } else { place.name.trim() };
            // Writing to a String can't fail.
            let _ = write!(text, "; {name}: {}", words::grouped(drawn(place.value)));
        }
        if shown.len() > MOST_TOLD {
            let _ = write!(text, "; and {}", words::others(shown.len() - MOST_TOLD));
        }
        text
    }

    pub(super) fn draw(&self, scene: &mut Scene, area: Area) {
        let shown = self.shown();
        let lowest = shown.iter().map(|place| place.latitude).fold(SOUTH, f64::min);
        let highest = shown.iter().map(|place| place.latitude).fold(NORTH, f64::max);
        let map =
            Map::new(area, if lowest < SOUTH { -90.0 } else { SOUTH }, if highest > NORTH { 90.0 } else { NORTH });
        self.land(scene, &map);
        let Some(most) = shown.first().map(|place| drawn(place.value)) else {
            scene.nothing_to_show(area, &self.unit);
            return;
        };
        let largest = (map.area.height() * LARGEST).max(6.0);
        let radius = |value: f64| (largest * (value / most).sqrt()).max(SMALLEST);
        let (fill, ground) = (scene.colors.series(0).css(), scene.colors.surface.css());
        let mut circles = Vec::new();
        for place in &shown {
            let (x, y) = map.place(place.longitude, place.latitude);
            let radius = radius(drawn(place.value));
            scene.shape(format_args!(
                "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{radius:.1}\" fill=\"{fill}\" fill-opacity=\"0.72\" stroke=\"{ground}\" stroke-width=\"0.8\"/>\n"
            ));
            circles.push((x, y, radius));
        }
        let legend = self.sizes(scene, area, most, &radius);
        labels(scene, area, &shown, &circles, legend);
    }

    fn land(&self, scene: &mut Scene, map: &Map) {
        let (land, coast) = (scene.colors.grid, scene.colors.axis);
        let mut path = String::new();
        for ring in &self.outline.rings {
            // What lies beyond the edge of the map is cut at it.
            let inside = ring.iter().any(|(_, latitude)| map.place(0.0, *latitude).1 <= map.area.bottom);
            if !inside {
                continue;
            }
            let mut letter = 'M';
            let mut before = None;
            for (longitude, latitude) in ring.iter().filter(|(x, y)| x.is_finite() && y.is_finite()) {
                let (x, y) = map.place(longitude.clamp(-180.0, 180.0), latitude.clamp(-90.0, 90.0));
                let place = (format!("{x:.1}"), format!("{:.1}", y.clamp(map.area.top, map.area.bottom)));
                if before.as_ref() != Some(&place) {
                    // Writing to a String can't fail.
                    let _ = write!(path, "{letter}{} {}", place.0, place.1);
                    letter = 'L';
                    before = Some(place);
                }
            }
            if letter == 'L' {
                path.push('Z');
            }
        }
        if path.is_empty() {
            return;
        }
        let (land, coast) = (land.css(), coast.css());
        scene.shape(format_args!(
            "<path fill=\"{land}\" stroke=\"{coast}\" stroke-width=\"0.5\" stroke-linejoin=\"round\" fill-rule=\"evenodd\" d=\"{path}\"/>\n"
        ));
    }

    /// Circles of round values with their labels in the lower left corner, where there is only sea; their room.
    fn sizes(&self, scene: &mut Scene, area: Area, most: f64, radius: &impl Fn(f64) -> f64) -> Area {
        let mut values: Vec<f64> = Vec::new();
        let power = 10_f64.powf(most.log10().floor());
        let top = if most >= 5.0 * power { 5.0 * power } else { power };
        for part in [1.0, 0.1, 0.01] {
            let value = top * part;
            if value >= 1.0 && values.last().is_none_or(|last| radius(*last) - radius(value) > 1.5) {
                values.push(value);
            }
        }
        if values.is_empty() {
            values.push(most);
        }
        let texts: Vec<String> = values.iter().map(|value| words::short(*value, most)).collect();
        let colors = scene.colors;
        let widest = values.iter().map(|value| radius(*value)).fold(0.0, f64::max);
        let pitch = |value: f64| (2.0 * radius(value) + 4.0).max(LABEL * LINE_HEIGHT);
        let height: f64 = values.iter().map(|value| pitch(*value)).sum::<f64>() + LABEL * LINE_HEIGHT;
        let unit = scene.cut(&self.unit, LABEL, area.width() * 0.2);
        let text_left = area.left + 2.0 * widest + GAP;
        let text_width = scene.widest(texts.iter().map(String::as_str), LABEL);
        let right = (area.left + scene.width_of(&unit, LABEL)).max(text_left + text_width);
        let room = Area { left: area.left, right, top: area.bottom - height, bottom: area.bottom };
        let color = colors.weak_text.css();
        scene.text((area.left, room.top + LABEL * 0.8), Anchor::Start, LABEL, colors.weak_text, &unit);
        let mut y = room.top + LABEL * LINE_HEIGHT;
        for (value, text) in values.iter().zip(&texts) {
            let (x, middle, radius) = (area.left + widest, y + pitch(*value) / 2.0, radius(*value));
            scene.shape(format_args!(
                "<circle cx=\"{x:.1}\" cy=\"{middle:.1}\" r=\"{radius:.1}\" fill=\"none\" stroke=\"{color}\"/>\n"
            ));
            scene.text((text_left, middle + LABEL * MIDDLE), Anchor::Start, LABEL, colors.weak_text, text);
            y += pitch(*value);
        }
        room
    }
}

/// Writes names and values beside the circles, the largest first, wherever there is room.
fn labels(scene: &mut Scene, area: Area, places: &[&Place], circles: &[(f64, f64, f64)], legend: Area) {
    let mut taken = vec![legend];
    // Names may stand on small circles of others, not on large ones.
    let large = circles.iter().filter(|(_, _, radius)| *radius > 4.0);
    taken.extend(large.map(|(x, y, radius)| {
        let reach = radius * 0.8;
        Area { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach }
    }));
    for (place, (x, y, radius)) in places.iter().zip(circles).take(MOST_LABELLED) {
        if place.name.trim().is_empty() {
            continue;
        }
        let name = scene.cut_name(&place.name, LABEL, area.width() * 0.2);
        let value = words::short(drawn(place.value), f64::MAX.min(drawn(place.value)));
        let (name_width, blank) = (scene.width_of(&name, LABEL), LABEL * 0.4);
        let width = name_width + blank + scene.width_of(&value, LABEL);
        let away = radius + 4.0;
        let starts = [
            (x + away, *y),
            (x - away - width, *y),
            (x - width / 2.0, y - away - LABEL * 0.4),
            (x - width / 2.0, y + away + LABEL * 0.4),
        ];
        let free = starts.into_iter().find_map(|(left, middle)| {
            let room = Area {
                left: left - 2.0,
                right: left + width + 2.0,
                top: middle - LABEL * 0.6,
                bottom: middle + LABEL * 0.6,
            };
            let is_inside = room.left >= area.left
                && room.right <= area.right
                && room.top >= area.top
                && room.bottom <= area.bottom;
            (is_inside && !taken.iter().any(|other| other.touches(room))).then_some((left, middle, room))
        });
        let Some((left, middle, room)) = free else { continue };
        taken.push(room);
        let base = middle + LABEL * MIDDLE;
        scene.text((left, base), Anchor::Start, LABEL, scene.colors.text, &name);
        scene.text((left + name_width + blank, base), Anchor::Start, LABEL, scene.colors.weak_text, &value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_without_a_position_are_said() {
        let place = |longitude| Place { name: "Berlin".to_owned(), longitude, latitude: 52.5, value: 3.0 };
        let places = Places { places: vec![place(13.4), place(f64::NAN), place(200.0)], ..Places::default() };
        assert_eq!(places.shown().len(), 1);
        assert_eq!(places.notes(), ["2 places have no valid position and are not on the map."]);
    }

    #[test]
    fn the_largest_is_told_first() {
        let place = |name: &str, value| Place { name: name.to_owned(), value, ..Place::default() };
        let places =
            Places { unit: "sign-ins".to_owned(), places: vec![place("A", 1.0), place("B", 2.0)], ..Places::default() };
        assert_eq!(places.description(), "sign-ins by place; B: 2; A: 1");
    }
}
