//! Where values stand, and which of them get a label.

use super::words;

/// Values above this are drawn as this; sums of them stay exact enough.
const HIGHEST_VALUE: f64 = 1e15;
/// So much of a step may stand above the highest label.
const SLACK: f64 = 0.25;

/// How values become heights.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ValueScale {
    /// Twice the value, twice the height.
    #[default]
    Linear,
    /// Ten times the value, the same step up. Below 1 it is linear, so that zero has its place at the foot.
    Logarithmic,
}

impl ValueScale {
    /// All scales.
    pub const ALL: [Self; 2] = [Self::Linear, Self::Logarithmic];

    /// What the command line calls it.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Linear => "linear",
            Self::Logarithmic => "log",
        }
    }

    /// The scale with this key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scale| scale.key() == key)
    }
}

/// The value axis, from zero.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum ValueAxis {
    /// In round steps up to the top.
    Linear {
        /// From one label to the next.
        step: f64,
        /// The end of the axis: the highest label, or what stands a little above it.
        top: f64,
    },
    /// In powers of ten up to the top.
    Logarithmic {
        /// The end of the axis: 1, 2 or 5 times a power of ten, at least ten.
        top: f64,
    },
}

/// A line of the grid; without a label if it only stands between others.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tick {
    pub(super) value: f64,
    pub(super) label: String,
}

impl ValueAxis {
    /// An axis that holds `highest` in at most `steps` steps of 1, 2, 2.5 or 5 times a power of ten. Steps are
    /// whole numbers, since sign-ins are. What is hardly higher than a label needs no further one above it.
    pub(super) fn new(scale: ValueScale, highest: f64, steps: f64) -> Self {
        match scale {
            ValueScale::Linear => {
                let rough = (highest / steps.max(1.0)).max(1.0);
                let step = whole_step(rough * 0.999_999);
                // Judged by what stands above the last label that is not higher.
                let above = highest / step - (highest / step).floor();
                let fits = highest > step && above <= SLACK;
                let top = if fits { highest } else { (highest / step).ceil() * step };
                Self::Linear { step, top: top.max(step) }
            }
            ValueScale::Logarithmic => Self::Logarithmic { top: round_up(highest.max(10.0)) },
        }
    }

    pub(super) fn top(self) -> f64 {
        match self {
            Self::Linear { top, .. } | Self::Logarithmic { top } => top,
        }
    }

    /// How far up a value stands, from 0 to 1.
    pub(super) fn height(self, value: f64) -> f64 {
        match self {
            Self::Linear { top, .. } => value / top,
            Self::Logarithmic { top } => {
                let decades = top.log10();
                // From 0 to 1 there is half as much room as from 1 to 10.
                let foot = 0.5 / (decades + 0.5);
                if value < 1.0 { value * foot } else { foot + (1.0 - foot) * value.log10() / decades }
            }
        }
    }

    pub(super) fn ticks(self) -> Vec<Tick> {
        let top = self.top();
        let labelled = |value: f64| Tick { value, label: words::short(value, top) };
        match self {
            Self::Linear { step, .. } => {
                (0..=(top / step + 1e-9).floor() as u32).map(|number| labelled(f64::from(number) * step)).collect()
            }
            Self::Logarithmic { .. } => {
                let mut ticks = vec![labelled(0.0)];
                let mut power = 1.0;
                while power <= top {
                    ticks.push(labelled(power));
                    for times in 2..10 {
                        let value = power * f64::from(times);
                        if value < top {
                            ticks.push(Tick { value, label: String::new() });
                        } else if value <= top * 1.000_001 {
                            ticks.push(labelled(value));
                        }
                    }
                    power *= 10.0;
                }
                ticks
            }
        }
    }
}

/// The next step, which is whole.
fn whole_step(rough: f64) -> f64 {
    let power = 10_f64.powf(rough.log10().floor());
    let step = round_up(rough);
    let quarter = 2.5 * power;
    if quarter >= rough * 0.999_999 && quarter < step && quarter.fract() == 0.0 { quarter } else { step }
}

/// The next 1, 2 or 5 times a power of ten.
fn round_up(value: f64) -> f64 {
    let power = 10_f64.powf(value.log10().floor());
    let round = [1.0, 2.0, 5.0, 10.0].map(|times| times * power).into_iter().find(|round| *round >= value * 0.999_999);
    round.unwrap_or(10.0 * power)
}

/// A value as it is drawn and summed.
pub(super) fn drawn(value: f64) -> f64 {
    if value.is_finite() { value.clamp(0.0, HIGHEST_VALUE) } else { 0.0 }
}

/// A value of a list, zero where the list is short.
pub(super) fn value_at(values: &[f64], number: usize) -> f64 {
    values.get(number).copied().map_or(0.0, drawn)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn ticks_are_round_whole_numbers() {
        let ticks = |highest| {
            let ticks = ValueAxis::new(ValueScale::Linear, highest, 5.0).ticks();
            ticks.into_iter().map(|tick| tick.value).collect::<Vec<_>>()
        };
        assert_eq!(ticks(0.0), [0.0, 1.0]);
        assert_eq!(ticks(3.0), [0.0, 1.0, 2.0, 3.0]);
        assert_eq!(ticks(47.0), [0.0, 10.0, 20.0, 30.0, 40.0, 50.0]);
        assert_eq!(ticks(1_830.0), [0.0, 500.0, 1_000.0, 1_500.0, 2_000.0]);
        assert_eq!(ticks(101.0), [0.0, 25.0, 50.0, 75.0, 100.0]);
        assert_eq!(ticks(11.0), [0.0, 5.0, 10.0], "a quarter of ten is no whole number");
    }

    #[test]
    fn an_axis_leaves_little_room_above_the_highest_value() {
        for highest in 10..2_000_u32 {
            for steps in [4.0, 5.0, 6.0, 8.0] {
                let axis = ValueAxis::new(ValueScale::Linear, f64::from(highest), steps);
                assert!(axis.height(f64::from(highest)) > 0.68, "{highest} in {steps}: {axis:?}");
            }
        }
    }

    #[test]
    fn a_logarithmic_axis_names_zero_and_the_powers_of_ten() {
        let axis = ValueAxis::new(ValueScale::Logarithmic, 1_830.0, 5.0);
        let named: Vec<String> =
            axis.ticks().into_iter().map(|tick| tick.label).filter(|label| !label.is_empty()).collect();
        assert_eq!(named, ["0", "1", "10", "100", "1\u{2009}000", "2\u{2009}000"]);
        assert!(axis.height(0.0).abs() < 1e-9 && axis.height(1.0) > 0.05);
        let steps = [1.0, 10.0, 100.0].map(|value| axis.height(value * 10.0) - axis.height(value));
        assert!(steps.iter().all(|step| (step - steps[0]).abs() < 1e-9), "{steps:?}");
    }

    #[test]
    fn a_scale_is_found_by_its_key() {
        for scale in ValueScale::ALL {
            assert_eq!(ValueScale::from_key(scale.key()), Some(scale));
        }
        assert_eq!(ValueScale::from_key("square"), None);
    }

    proptest! {
        #[test]
        fn every_value_fits_its_axis(
            (value, lower) in (any::<f64>(), 0.0..1.0_f64),
            steps in 1.0..20.0_f64,
            scale in prop::sample::select(ValueScale::ALL.to_vec()),
        ) {
            let value = drawn(value);
            let axis = ValueAxis::new(scale, value, steps);
            prop_assert!(axis.top() >= value && (-1e-9..=1.000_001).contains(&axis.height(value)));
            prop_assert!(axis.height(value * lower) <= axis.height(value) + 1e-9);
            let most = match scale {
                ValueScale::Linear => steps as usize + 2,
                ValueScale::Logarithmic => 160,
            };
            prop_assert!(axis.ticks().len() <= most);
        }
    }
}
