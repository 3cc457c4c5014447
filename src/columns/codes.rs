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

    /// So many rows of code 0, with room for codes up to this one.
    pub(super) fn zeros(rows: usize, largest: usize) -> Self {
        match largest {
            0 => Self::Zero,
            1..=0xff => Self::Byte(vec![0; rows]),
            0x100..=0xffff => Self::Short(vec![0; rows]),
            _ => Self::Wide(vec![0; rows]),
        }
    }

    /// Sets the code of a row. Rows in between that were not set have code 0.
    pub(super) fn set(&mut self, row: usize, code: u32) {
        match self {
            Self::Zero if code == 0 => {}
            Self::Byte(codes) if code <= 0xff => put(codes, row, code as u8),
            Self::Short(codes) if code <= 0xffff => put(codes, row, code as u16),
            Self::Wide(codes) => put(codes, row, code),
            Self::Zero | Self::Byte(_) | Self::Short(_) => {
                self.widen(code);
                self.set(row, code);
            }
        }
    }

    /// Makes room for a code that the present form does not hold.
    fn widen(&mut self, code: u32) {
        *self = match std::mem::take(self) {
            Self::Zero => Self::zeros(0, code as usize),
            Self::Byte(codes) if code <= 0xffff => Self::Short(codes.into_iter().map(u16::from).collect()),
            Self::Byte(codes) => Self::Wide(codes.into_iter().map(u32::from).collect()),
            Self::Short(codes) => Self::Wide(codes.into_iter().map(u32::from).collect()),
            Self::Wide(codes) => Self::Wide(codes),
        };
    }

    /// Ends with this many rows: those that were never set have code 0.
    pub(super) fn fit(&mut self, rows: usize) {
        fn fit<C: Copy + Default>(codes: &mut Vec<C>, rows: usize) {
            codes.resize(rows, C::default());
            codes.shrink_to_fit();
        }
        match self {
            Self::Zero => {}
            Self::Byte(codes) => fit(codes, rows),
            Self::Short(codes) => fit(codes, rows),
            Self::Wide(codes) => fit(codes, rows),
        }
    }

    /// Keeps the rows for which this says so.
    pub(super) fn retain(&mut self, is_kept: &[bool]) {
        match self {
            Self::Zero => {}
            Self::Byte(codes) => retain(codes, is_kept),
            Self::Short(codes) => retain(codes, is_kept),
            Self::Wide(codes) => retain(codes, is_kept),
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

fn put<C: Copy + Default>(codes: &mut Vec<C>, row: usize, code: C) {
    if row >= codes.len() {
        codes.resize(row, C::default());
        codes.push(code);
    } else {
        codes[row] = code;
    }
}

/// Keeps the items at whose places `is_kept` says so.
pub(super) fn retain<T>(items: &mut Vec<T>, is_kept: &[bool]) {
    let mut kept = is_kept.iter();
    items.retain(|_| kept.next().copied().unwrap_or(true));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_that_are_set_one_by_one_take_the_narrowest_form() {
        for largest in [0, 255, 256, 65_535, 65_536] {
            let mut codes = Codes::default();
            codes.set(1, 0);
            codes.set(2, largest.min(3));
            codes.set(4, largest);
            codes.set(2, largest.min(2));
            codes.fit(6);
            assert_eq!((0..6).map(|row| codes.get(row)).collect::<Vec<_>>(), [0, 0, largest.min(2), 0, largest, 0]);
            let packed = Codes::pack(vec![0, 0, largest.min(2), 0, largest, 0]);
            assert_eq!(std::mem::discriminant(&codes), std::mem::discriminant(&packed), "{largest}");
            codes.retain(&[true, false, true, true, true, false]);
            assert_eq!((0..4).map(|row| codes.get(row)).collect::<Vec<_>>(), [0, largest.min(2), 0, largest]);
        }
    }

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
