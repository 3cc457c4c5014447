//! The colours of charts, as plain numbers: the same in a picture and in the window.

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
    /// Series in order; distinguishable without colour vision.
    pub series: [Rgb; 8],
}

impl Palette {
    /// The colour of a series, over again after the last.
    #[must_use]
    pub fn series(&self, number: usize) -> Rgb {
        self.series[number % self.series.len()]
    }
}

/// The light palette. The series follow Okabe and Ito's, darkened where a line on white would be too pale.
pub const LIGHT: Palette = Palette {
    surface: Rgb::hex(0xff_ff_ff),
    grid: Rgb::hex(0xe6_e9_ee),
    axis: Rgb::hex(0xa9_b2_bd),
    text: Rgb::hex(0x1a_1f_26),
    weak_text: Rgb::hex(0x59_63_70),
    series: [
        Rgb::hex(0x00_6b_b3),
        Rgb::hex(0xd5_5e_00),
        Rgb::hex(0x00_8f_68),
        Rgb::hex(0xa6_3d_8f),
        Rgb::hex(0x2b_93_cc),
        Rgb::hex(0xb0_7d_00),
        Rgb::hex(0x6b_75_82),
        Rgb::hex(0x7a_1f_4e),
    ],
};

/// The dark palette.
pub const DARK: Palette = Palette {
    surface: Rgb::hex(0x15_18_1c),
    grid: Rgb::hex(0x2a_30_37),
    axis: Rgb::hex(0x5a_64_70),
    text: Rgb::hex(0xe6_e9_ed),
    weak_text: Rgb::hex(0x9c_a6_b2),
    series: [
        Rgb::hex(0x5a_a9_e8),
        Rgb::hex(0xff_8d_5c),
        Rgb::hex(0x46_c7_9d),
        Rgb::hex(0xdb_8f_c8),
        Rgb::hex(0x9f_db_ff),
        Rgb::hex(0xf0_c0_4c),
        Rgb::hex(0xa3_ae_bb),
        Rgb::hex(0xe2_5f_84),
    ],
};

#[cfg(test)]
mod tests {
    use super::*;

    /// Contrast of two colours as WCAG 2.2 defines it, from 1 to 21.
    fn contrast(a: Rgb, b: Rgb) -> f64 {
        let linear = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        let luminance = |Rgb(r, g, b): Rgb| 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn texts_and_series_stand_out_from_the_ground() {
        for theme in Theme::ALL {
            let palette = theme.palette();
            assert!(contrast(palette.text, palette.surface) >= 7.0);
            assert!(contrast(palette.weak_text, palette.surface) >= 4.5);
            for color in palette.series {
                assert!(contrast(color, palette.surface) >= 3.0, "{} on {theme:?}", color.css());
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
