//! Values by weekday and hour: the pattern of a week.

use chrono::Weekday;

use super::scene::{Anchor, Area, GAP, LABEL, LINE_HEIGHT, MIDDLE, NAME, Scene};
use super::value_axis::drawn;
use super::words;

/// Ground that shows between cells.
const HAIRLINE: f64 = 1.5;
/// Height of the legend with its labels.
const LEGEND: f64 = 46.0;
const LEGEND_WIDTH: f64 = 220.0;
const LEGEND_BAR: f64 = 10.0;
/// Cells are not taller than this.
const TALLEST: f64 = 64.0;

/// Values by weekday and hour.
#[derive(Clone, Debug, PartialEq)]
pub struct HeatMap {
    /// What is counted, in the plural, such as `sign-ins`.
    pub unit: String,
    /// The day of the first row.
    pub first_day: Weekday,
    /// A value per weekday from Monday, whatever the first row is, and per hour from midnight in the shown zone. What is
    /// negative or not finite is drawn as zero.
    pub values: [[f64; 24]; 7],
}

impl HeatMap {
    /// The days in the order of the rows.
    pub(in crate::export) fn days(&self) -> impl Iterator<Item = Weekday> {
        std::iter::successors(Some(self.first_day), |day| Some(day.succ())).take(7)
    }

    pub(in crate::export) fn hours(&self, day: Weekday) -> &[f64; 24] {
        let [monday, tuesday, wednesday, thursday, friday, saturday, sunday] = &self.values;
        match day {
            Weekday::Mon => monday,
            Weekday::Tue => tuesday,
            Weekday::Wed => wednesday,
            Weekday::Thu => thursday,
            Weekday::Fri => friday,
            Weekday::Sat => saturday,
            Weekday::Sun => sunday,
        }
    }

    fn highest(&self) -> f64 {
        self.values.iter().flatten().copied().map(drawn).fold(0.0, f64::max)
    }

    pub(super) fn description(&self) -> String {
        let head = format!("{} by weekday and hour", self.unit);
        let highest = self.highest();
        if highest <= 0.0 {
            return format!("{head}: none");
        }
        let days: Vec<String> = self
            .days()
            .map(|day| {
                let hours = self.hours(day);
                let sum: f64 = hours.iter().copied().map(drawn).sum();
                let most =
                    (0..24).fold(0, |best, hour| if drawn(hours[hour]) > drawn(hours[best]) { hour } else { best });
                let peak = if sum > 0.0 {
                    format!(", most at {most:02}:00 with {}", words::grouped(drawn(hours[most])))
                } else {
                    String::new()
                };
                format!("{}: {}{peak}", day_name(day), words::grouped(sum))
            })
            .collect();
        format!("{head}; {}", days.join("; "))
    }

    pub(super) fn draw(&self, scene: &mut Scene, area: Area) {
        let highest = self.highest();
        let colors = scene.colors;
        let is_wide = area.width() > 640.0;
        let names: Vec<&str> = self.days().map(|day| if is_wide { day_name(day) } else { short_name(day) }).collect();
        let left = area.left + scene.widest(names.iter().copied(), NAME) + 1.5 * GAP;
        let top = area.top + LABEL * LINE_HEIGHT + GAP / 2.0;
        let width = ((area.right - left) / 24.0).max(1.0);
        let height = ((area.bottom - LEGEND - top) / 7.0).clamp(1.0, TALLEST);
        // Hours stand above their columns, as many as don't touch.
        let label_width = scene.width_of("00", LABEL) + GAP;
        let every = [1, 2, 3, 6, 12].into_iter().find(|every| f64::from(*every) * width >= label_width).unwrap_or(24);
        for hour in (0..24).step_by(every as usize) {
            let x = left + (f64::from(hour) + 0.5) * width;
            scene.text((x, top - GAP / 2.0), Anchor::Middle, LABEL, colors.weak_text, &format!("{hour:02}"));
        }
        let numbers: Vec<String> =
            self.values.iter().flatten().map(|value| words::short(drawn(*value), highest)).collect();
        let size = LABEL - 1.0;
        let has_numbers = height >= size * LINE_HEIGHT
            && scene.widest(numbers.iter().map(String::as_str), size) + GAP * 0.6 <= width - HAIRLINE;
        for (row, (day, day_name)) in self.days().zip(&names).enumerate() {
            let cell_top = top + row as f64 * height;
            let middle = cell_top + (height - HAIRLINE) / 2.0;
            if height >= NAME {
                scene.text((area.left, middle + NAME * MIDDLE), Anchor::Start, NAME, colors.text, day_name);
            }
            for (hour, value) in self.hours(day).iter().copied().map(drawn).enumerate() {
                let cell_left = left + hour as f64 * width;
                let cell = Area {
                    left: cell_left,
                    right: cell_left + width - HAIRLINE,
                    top: cell_top,
                    bottom: cell_top + height - HAIRLINE,
                };
                if value <= 0.0 {
                    // Nothing looks different from little: an empty frame.
                    let (x, y) = (cell.left + 0.5, cell.top + 0.5);
                    let (width, height) = ((cell.width() - 1.0).max(0.0), (cell.height() - 1.0).max(0.0));
                    let color = colors.grid.css();
                    scene.shape(format_args!(
                        "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" rx=\"1.5\" fill=\"none\" stroke=\"{color}\"/>\n"
                    ));
                    continue;
                }
                let ground = colors.heat(value / highest);
                scene.rect(cell, 2.0, ground);
                if has_numbers {
                    let place = (f64::midpoint(cell.left, cell.right), middle + size * MIDDLE);
                    scene.text(place, Anchor::Middle, size, colors.text_on(ground), &words::short(value, highest));
                }
            }
        }
        let bottom = top + 7.0 * height + GAP;
        let legend = Area { left, right: area.right, top: bottom, bottom: bottom + LEGEND };
        if highest > 0.0 {
            self.legend(scene, legend, highest);
        } else {
            let text = scene.cut(&format!("No {} in this period", self.unit), NAME, legend.width());
            scene.text((left, bottom + NAME), Anchor::Start, NAME, colors.weak_text, &text);
        }
    }

    fn legend(&self, scene: &mut Scene, area: Area, highest: f64) {
        const STEPS: u32 = 44;
        let width = LEGEND_WIDTH.min(area.width());
        let colors = scene.colors;
        let top = area.top + 4.0;
        for step in 0..STEPS {
            let at = |step: u32| area.left + width * f64::from(step) / f64::from(STEPS);
            // A little overlap leaves no seam.
            let right = if step + 1 == STEPS { at(step + 1) } else { at(step + 1) + 0.4 };
            let part = Area { left: at(step), right, top, bottom: top + LEGEND_BAR };
            scene.rect(part, 0.0, colors.heat(f64::from(step) / f64::from(STEPS - 1)));
        }
        let base = top + LEGEND_BAR + LABEL * 1.2;
        let most = words::short(highest, highest);
        // The scale begins above zero, which has the look of an empty frame.
        let half = highest / 2.0;
        let half_text = words::short(if half >= 2.0 { half.round() } else { half }, highest);
        scene.text((area.left, base), Anchor::Start, LABEL, colors.weak_text, "few");
        let middle = area.left + width / 2.0;
        if scene.width_of(&half_text, LABEL) + scene.width_of(&most, LABEL) + 60.0 < width {
            scene.text((middle, base), Anchor::Middle, LABEL, colors.weak_text, &half_text);
        }
        scene.text((area.left + width, base), Anchor::End, LABEL, colors.weak_text, &most);
        let unit_left = area.left + width + 2.0 * GAP;
        let unit =
            scene.cut(&format!("{} per hour of the week; empty: none", self.unit), LABEL, area.right - unit_left);
        if unit.chars().count() > 3 {
            scene.text((unit_left, top + LEGEND_BAR), Anchor::Start, LABEL, colors.weak_text, &unit);
        }
    }
}

/// The English name of a day.
#[must_use]
pub fn day_name(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}

fn short_name(day: Weekday) -> &'static str {
    day_name(day).get(..3).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_begin_with_the_first_day_and_keep_their_values() {
        let mut values = [[0.0; 24]; 7];
        values[6][9] = 12.0;
        let map = HeatMap { unit: "sign-ins".to_owned(), first_day: Weekday::Sun, values };
        let text = map.description();
        assert!(
            text.starts_with("sign-ins by weekday and hour; Sunday: 12, most at 09:00 with 12; Monday: 0"),
            "{text}"
        );
        assert!(text.ends_with("Saturday: 0"));
    }
}
