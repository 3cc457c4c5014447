//! The colours of charts, as plain numbers: the same in a picture and in the window.

mod steady;
mod tone;

pub use self::steady::{Claim, slots};
pub use self::tone::{Tone, tones};

/// A colour: red, green and blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl Rgb {
    const fn hex(hex: u32) -> Self {
        Self((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
    }

    /// As SVG and CSS write it, such as `#006bb3`.
    #[must_use]
    pub fn css(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }

    /// The colour so far on the way to another, from 0 to 1.
    #[must_use]
    pub fn towards(self, other: Self, part: f64) -> Self {
        let part = part.clamp(0.0, 1.0);
        let mix = |from: u8, to: u8| (f64::from(from) + (f64::from(to) - f64::from(from)) * part).round() as u8;
        Self(mix(self.0, other.0), mix(self.1, other.1), mix(self.2, other.2))
    }

    /// How bright it is, from 0 to 1, as WCAG 2.2 defines relative luminance.
    #[must_use]
    pub fn luminance(self) -> f64 {
        let linear = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }

    /// Contrast with another colour as WCAG 2.2 defines it, from 1 to 21.
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Theme {
    /// Dark on white: for slides and paper.
    #[default]
    Light,
    /// Light on near-black.
    Dark,
}

impl Theme {
    /// All themes.
    pub const ALL: [Self; 2] = [Self::Light, Self::Dark];

    /// What the command line calls it.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme with this key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.key() == key)
    }

    /// The colours of this theme.
    #[must_use]
    pub fn palette(self) -> &'static Palette {
        match self {
            Self::Light => &LIGHT,
            Self::Dark => &DARK,
        }
    }
}

/// What became of a sign-in, as far as its colour tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// It succeeded.
    Success,
    /// It was paused to ask the user for something.
    Interrupted,
    /// It failed.
    Failure,
    /// None of these, or not known.
    Other,
}

impl Status {
    /// All of them, in the order in which they are stacked.
    pub const ALL: [Self; 4] = [Self::Success, Self::Interrupted, Self::Failure, Self::Other];

    /// The status with this stored value; [`Status::Other`] for any that is none of the three.
    #[must_use]
    pub fn from_key(key: &str) -> Self {
        match key {
            "success" => Self::Success,
            "interrupted" => Self::Interrupted,
            "failure" => Self::Failure,
            _ => Self::Other,
        }
    }

    /// What legends call it.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Success => "Success",
            Self::Interrupted => "Interrupted",
            Self::Failure => "Failure",
            Self::Other => "Other",
        }
    }
}

/// How what a chart names gets its colour.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Hue {
    /// A steady colour that follows from the name.
    #[default]
    Name,
    /// A steady colour that follows from this key, such as an application's ID, whatever the name is.
    Key(String),
    /// The series colour of this number, see [`Palette::series`].
    Slot(usize),
    /// The colour of a status.
    Status(Status),
    /// The quiet colour of what is not in the foreground.
    Quiet,
}

/// The colours of a chart, by role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// Behind everything.
    pub surface: Rgb,
    /// Lines of the grid.
    pub grid: Rgb,
    /// The line on which columns stand.
    pub axis: Rgb,
    /// Titles and names.
    pub text: Rgb,
    /// Subtitles, axis labels, totals.
    pub weak_text: Rgb,
    /// What is joined or in the background.
    pub quiet: Rgb,
    /// Success.
    pub success: Rgb,
    /// Failure.
    pub failure: Rgb,
    /// Interrupted: paused to ask the user for something.
    pub interrupted: Rgb,
    /// Series in order; distinguishable without colour vision.
    pub series: [Rgb; 8],
    /// From few to many: each step is clearly brighter or darker than the one before it, so that neither colour
    /// vision nor a colour printer is needed.
    pub heat: [Rgb; 5],
}

impl Palette {
    /// The colour of a series, over again after the last.
    #[must_use]
    pub fn series(&self, number: usize) -> Rgb {
        self.series[number % self.series.len()]
    }

    /// The colour of a status.
    #[must_use]
    pub fn status(&self, status: Status) -> Rgb {
        match status {
            Status::Success => self.success,
            Status::Interrupted => self.interrupted,
            Status::Failure => self.failure,
            Status::Other => self.quiet,
        }
    }

    /// The colour of an amount, from 0 (few) to 1 (most).
    #[must_use]
    pub fn heat(&self, amount: f64) -> Rgb {
        let place = amount.clamp(0.0, 1.0) * (self.heat.len() - 1) as f64;
        let from = (place as usize).min(self.heat.len() - 2);
        self.heat[from].towards(self.heat[from + 1], place - from as f64)
    }

    /// Black or white, whichever reads better on this ground: one of them always has a contrast of 4.5 or more.
    #[must_use]
    pub fn text_on(&self, ground: Rgb) -> Rgb {
        let (black, white) = (Rgb(0, 0, 0), Rgb(255, 255, 255));
        if black.contrast(ground) >= white.contrast(ground) { black } else { white }
    }
}

/// The light palette. The series follow Okabe and Ito's, darkened where a line on white would be too pale, and moved apart
/// where eyes that lack a kind of cone could not tell two of them.
pub const LIGHT: Palette = Palette {
    surface: Rgb::hex(0xff_ff_ff),
    grid: Rgb::hex(0xe6_e9_ee),
    axis: Rgb::hex(0xa9_b2_bd),
    text: Rgb::hex(0x1a_1f_26),
    weak_text: Rgb::hex(0x59_63_70),
    quiet: Rgb::hex(0xb9_c1_cb),
    success: Rgb::hex(0x00_5f_31),
    failure: Rgb::hex(0xc4_20_46),
    interrupted: Rgb::hex(0x84_52_00),
    series: [
        Rgb::hex(0x00_6b_b3),
        Rgb::hex(0xbc_4b_00),
        Rgb::hex(0x10_8d_67),
        Rgb::hex(0x9b_3b_8b),
        Rgb::hex(0x26_95_d0),
        Rgb::hex(0xba_85_01),
        Rgb::hex(0x76_7d_8a),
        Rgb::hex(0x7c_1d_49),
    ],
    heat: [
        Rgb::hex(0xe3_ef_f9),
        Rgb::hex(0x9b_c8_e8),
        Rgb::hex(0x3f_8f_c9),
        Rgb::hex(0x0d_57_97),
        Rgb::hex(0x08_27_50),
    ],
};

/// The dark palette.
pub const DARK: Palette = Palette {
    surface: Rgb::hex(0x15_18_1c),
    grid: Rgb::hex(0x2a_30_37),
    axis: Rgb::hex(0x5a_64_70),
    text: Rgb::hex(0xe6_e9_ed),
    weak_text: Rgb::hex(0x9c_a6_b2),
    quiet: Rgb::hex(0x57_60_6b),
    success: Rgb::hex(0x5e_cd_9f),
    failure: Rgb::hex(0xff_79_7e),
    interrupted: Rgb::hex(0xe6_b4_4f),
    series: [
        Rgb::hex(0x52_ad_f0),
        Rgb::hex(0xff_8a_5a),
        Rgb::hex(0x47_d1_a3),
        Rgb::hex(0xc8_80_ba),
        Rgb::hex(0xa4_db_ff),
        Rgb::hex(0xeb_c0_48),
        Rgb::hex(0xb3_b3_bd),
        Rgb::hex(0xe3_5a_7e),
    ],
    heat: [
        Rgb::hex(0x1d_2b_3a),
        Rgb::hex(0x1f_4d_78),
        Rgb::hex(0x2f_80_ba),
        Rgb::hex(0x72_bc_e9),
        Rgb::hex(0xd9_f1_ff),
    ],
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_and_series_stand_out_from_the_ground() {
        for theme in Theme::ALL {
            let palette = theme.palette();
            assert!(palette.text.contrast(palette.surface) >= 7.0);
            assert!(palette.weak_text.contrast(palette.surface) >= 4.5);
            for color in palette.series {
                assert!(color.contrast(palette.surface) >= 3.0, "{} on {theme:?}", color.css());
            }
            for status in [Status::Success, Status::Interrupted, Status::Failure] {
                assert!(palette.status(status).contrast(palette.surface) >= 4.5, "{status:?} on {theme:?}");
            }
        }
    }

    /// How a colour looks to eyes that lack one kind of cone, and to those that lack none: Machado, Oliveira and
    /// Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", 2009, severity 1.
    const EYES: [(&str, [[f64; 3]; 3]); 4] = [
        ("all cones", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
        (
            "no long-wave cones",
            [
                [0.152_286, 1.052_583, -0.204_868],
                [0.114_503, 0.786_281, 0.099_216],
                [-0.003_882, -0.048_116, 1.051_998],
            ],
        ),
        (
            "no middle-wave cones",
            [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]],
        ),
        (
            "no short-wave cones",
            [
                [1.255_528, -0.076_749, -0.178_779],
                [-0.078_411, 0.930_809, 0.147_602],
                [0.004_733, 0.691_367, 0.303_900],
            ],
        ),
    ];

    /// Lightness and two opponent colours (CIE 1976), in which distances are about as large as they look.
    fn seen(color: Rgb, eyes: &[[f64; 3]; 3]) -> [f64; 3] {
        let linear = [color.0, color.1, color.2].map(|value| Rgb(value, value, value).luminance());
        let mix =
            |row: &[f64; 3]| row.iter().zip(linear).map(|(part, value)| part * value).sum::<f64>().clamp(0.0, 1.0);
        let [red, green, blue] = eyes.each_ref().map(mix);
        let curve = |value: f64| if value > 0.008_856 { value.cbrt() } else { 7.787 * value + 16.0 / 116.0 };
        let x = curve((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505);
        let y = curve(0.2126 * red + 0.7152 * green + 0.0722 * blue);
        let z = curve((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089);
        [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
    }

    #[test]
    fn colours_are_told_apart_without_one_kind_of_cone() {
        for theme in Theme::ALL {
            let palette = theme.palette();
            let statuses = [palette.success, palette.failure, palette.interrupted];
            for (eyes, matrix) in &EYES {
                for (colors, least) in [(&palette.series[..], 12.0), (&statuses[..], 17.0)] {
                    for (number, one) in colors.iter().enumerate() {
                        for other in &colors[..number] {
                            let (a, b) = (seen(*one, matrix), seen(*other, matrix));
                            let far = a.iter().zip(b).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt();
                            let (one, other) = (one.css(), other.css());
                            assert!(far >= least, "{one} and {other} with {eyes} in {theme:?}: {far:.1}");
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn more_is_further_from_the_ground_and_its_number_can_be_read() {
        for theme in Theme::ALL {
            let palette = theme.palette();
            let grounds: Vec<Rgb> = (0..=100).map(|part| palette.heat(f64::from(part) / 100.0)).collect();
            let far: Vec<f64> = grounds.iter().map(|ground| ground.contrast(palette.surface)).collect();
            assert!(far.windows(2).all(|pair| pair[1] >= pair[0] - 0.001), "{theme:?}");
            for ground in grounds {
                assert!(palette.text_on(ground).contrast(ground) >= 4.5, "{} in {theme:?}", ground.css());
            }
        }
    }

    #[test]
    fn a_theme_is_found_by_its_key() {
        for theme in Theme::ALL {
            assert_eq!(Theme::from_key(theme.key()), Some(theme));
        }
        assert_eq!(Theme::from_key("blue"), None);
        assert_eq!(LIGHT.series[0].css(), "#006bb3");
    }
}
