//! One small integer per row, as wide as the largest needs.

/// Dictionary codes of a column. Columns with up to 255 different texts, which most are, take a byte a row.
#[derive(Clone, Debug, Default)]
pub enum Codes {
    /// Every row has code 0.
    #[default]
    Zero,
    /// Codes up to 255.
    Byte(Vec<u8>),
    /// Codes up to 65,535.
    Short(Vec<u16>),
    /// Any code.
    Wide(Vec<u32>),
}

impl Codes {
    /// The narrowest form of these codes.
    #[must_use]
    pub fn pack(codes: Vec<u32>) -> Self {
        match codes.iter().copied().max().unwrap_or(0) {
            0 => Self::Zero,
            1..=0xff => Self::Byte(codes.into_iter().map(|code| code as u8).collect()),
            0x100..=0xffff => Self::Short(codes.into_iter().map(|code| code as u16).collect()),
            _ => Self::Wide(codes),
        }
    }

    /// The code of a row.
    #[inline]
    #[must_use]
    pub fn get(&self, row: usize) -> u32 {
        match self {
            Self::Zero => 0,
            Self::Byte(codes) => u32::from(codes[row]),
            Self::Short(codes) => u32::from(codes[row]),
            Self::Wide(codes) => codes[row],
        }
    }

    /// How many rows have each code below `codes`. The rows of [`Self::Zero`] are not known here, so it counts none.
    #[must_use]
    pub fn counts(&self, codes: usize) -> Vec<u32> {
        fn count<C: Copy + Into<u32>>(codes: &[C], counts: &mut [u32]) {
            for code in codes {
                if let Some(count) = counts.get_mut((*code).into() as usize) {
                    *count += 1;
                }
            }
        }
        let mut counts = vec![0; codes];
        match self {
            Self::Zero => {}
            Self::Byte(codes) => count(codes, &mut counts),
            Self::Short(codes) => count(codes, &mut counts),
            Self::Wide(codes) => count(codes, &mut counts),
        }
        counts
    }

    /// Whether no row has a code other than 0.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        matches!(self, Self::Zero)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_survive_every_width() {
        for largest in [0, 255, 256, 65_535, 65_536] {
            let codes = Codes::pack(vec![0, largest, largest / 2]);
            assert_eq!([codes.get(0), codes.get(1), codes.get(2)], [0, largest, largest / 2]);
            assert_eq!(codes.is_zero(), largest == 0);
            let counts = codes.counts(largest as usize + 1);
            assert_eq!(counts.iter().sum::<u32>(), if largest == 0 { 0 } else { 3 });
        }
    }
}
