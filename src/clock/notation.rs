//! How dates, times of day and numbers are written: as ISO 8601 has it, or as people of a place do.
//!
//! Of a place's customs the order of a date, its separator, hours of twelve or of twenty-four, and the signs within numbers are
//! taken. Years always have four digits, and months, days and hours two, so that dates stand in columns and none is read as
//! another.

use std::fmt::Write;

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};
use pure_rust_locales::{Locale, locale_match};

/// The blank between thousands where a place has a narrow one: the one that the window's fonts have.
const THIN_BLANK: char = '\u{2009}';

/// How dates, times of day and numbers are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Notation {
    order: Order,
    /// Between the parts of a date.
    separator: char,
    /// Whether hours are counted to twelve, twice a day.
    halves_days: bool,
    thousands: char,
    /// How many digits are between thousands, from the second group on.
    group: usize,
    decimal: char,
}

/// What a date begins with: `2026-10-05`, `10/05/2026`, `05.10.2026`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    Year,
    Month,
    Day,
}

impl Default for Notation {
    fn default() -> Self {
        Self::ISO
    }
}

impl Notation {
    /// ISO 8601; thousands are set apart by thin blanks, as ISO 80000 has it.
    pub const ISO: Self =
        Self { order: Order::Year, separator: '-', halves_days: false, thousands: THIN_BLANK, group: 3, decimal: '.' };

    /// The customs of a locale such as `de-AT` or `de_AT.UTF-8`; ISO where none is known.
    #[must_use]
    pub fn of_locale(name: &str) -> Self {
        let Some(locale) = locale_of(name) else { return Self::ISO };
        let date = locale_match!(locale => LC_TIME::D_FMT);
        let time = locale_match!(locale => LC_TIME::T_FMT);
        let thousands = locale_match!(locale => LC_NUMERIC::THOUSANDS_SEP);
        let grouping = locale_match!(locale => LC_NUMERIC::GROUPING);
        let decimal = locale_match!(locale => LC_NUMERIC::DECIMAL_POINT);
        let (order, separator) = order_of(date).unwrap_or((Self::ISO.order, Self::ISO.separator));
        Self {
            order,
            separator,
            halves_days: ["%r", "%I", "%l", "%OI", "%p"].iter().any(|part| time.contains(part)),
            thousands: match thousands.chars().next() {
                None | Some('\u{a0}' | '\u{202f}') => THIN_BLANK,
                Some(sign) => sign,
            },
            group: if grouping == [3, 2] { 2 } else { 3 },
            decimal: decimal.chars().next().unwrap_or(Self::ISO.decimal),
        }
    }

    /// Whether hours are counted to twelve, so that times tell the half of the day.
    #[must_use]
    pub fn halves_days(self) -> bool {
        self.halves_days
    }

    /// `2026-10-05`, `05.10.2026`, `10/05/2026`.
    #[must_use]
    pub fn date(self, day: NaiveDate) -> String {
        let (y, m, d, s) = (day.year(), day.month(), day.day(), self.separator);
        match self.order {
            Order::Year => format!("{y:04}{s}{m:02}{s}{d:02}"),
            Order::Month => format!("{m:02}{s}{d:02}{s}{y:04}"),
            Order::Day => format!("{d:02}{s}{m:02}{s}{y:04}"),
        }
    }

    /// How a date is written, in the letters of `strftime`: `%d.%m.%Y`.
    #[must_use]
    pub fn date_pattern(self) -> String {
        let s = self.separator;
        match self.order {
            Order::Year => format!("%Y{s}%m{s}%d"),
            Order::Month => format!("%m{s}%d{s}%Y"),
            Order::Day => format!("%d{s}%m{s}%Y"),
        }
    }

    /// `08:19:41`, `08:19:41 AM`.
    #[must_use]
    pub fn time(self, time: NaiveTime) -> String {
        self.time_of_day(time, true)
    }

    /// `08:19`, `08:19 AM`.
    #[must_use]
    pub fn minute(self, time: NaiveTime) -> String {
        self.time_of_day(time, false)
    }

    fn time_of_day(self, time: NaiveTime, has_seconds: bool) -> String {
        let (is_afternoon, twelve) = time.hour12();
        let hour = if self.halves_days { twelve } else { time.hour() };
        let mut text = format!("{hour:02}:{:02}", time.minute());
        // Writing to a text can't fail.
        if has_seconds {
            let _ = write!(text, ":{:02}", time.second());
        }
        if self.halves_days {
            text.push_str(if is_afternoon { " PM" } else { " AM" });
        }
        text
    }

    /// A count with thousands set apart: `1,234,567`.
    #[must_use]
    pub fn count(self, count: u64) -> String {
        self.digits(&count.to_string())
    }

    /// Digits with thousands set apart.
    #[must_use]
    pub fn digits(self, digits: &str) -> String {
        let mut text = String::with_capacity(digits.len() + digits.len() / 2);
        for (at, digit) in digits.char_indices() {
            let left = digits.len() - at;
            if at > 0 && (left == 3 || left > 3 && (left - 3).is_multiple_of(self.group)) {
                text.push(self.thousands);
            }
            text.push(digit);
        }
        text
    }

    /// A decimal number, as Rust writes it, with the signs of this notation: `-1234.5` as `-1.234,5`.
    #[must_use]
    pub fn number(self, plain: &str) -> String {
        let (sign, plain) = plain.strip_prefix('-').map_or(("", plain), |rest| ("-", rest));
        let (whole, rest) = plain.split_once('.').map_or((plain, None), |(whole, rest)| (whole, Some(rest)));
        let mut text = format!("{sign}{}", self.digits(whole));
        if let Some(rest) = rest {
            text.push(self.decimal);
            text.push_str(rest);
        }
        text
    }

    /// A share from 0 to 1 in percent. Only a whole share reads as 100 %, and only none as 0 %.
    #[must_use]
    pub fn percent(self, share: f64) -> String {
        let tenths = (share * 1_000.0).round();
        let tenths = if share < 1.0 { tenths.min(999.0) } else { tenths };
        let tenths = if share > 0.0 { tenths.max(1.0) } else { tenths };
        format!("{}\u{2009}%", self.number(&format!("{:.1}", tenths / 10.0)))
    }
}

/// The known locale of this name, or the one of its language that is named like it (`de-DE` for `de`).
fn locale_of(name: &str) -> Option<Locale> {
    let name = name.split(['.', '@']).next().unwrap_or_default();
    let mut parts = name.split(['-', '_']);
    let language = parts.next().filter(|part| !part.is_empty())?.to_ascii_lowercase();
    let region = parts.find(|part| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_alphabetic()));
    let known = |region: &str| Locale::try_from(format!("{language}_{}", region.to_ascii_uppercase()).as_str()).ok();
    let usual = if language == "en" { "US" } else { language.as_str() };
    region.and_then(known).or_else(|| known(usual))
}

/// The order of a date and what stands between its parts, if it is made of numbers alone.
fn order_of(format: &str) -> Option<(Order, char)> {
    if ["%A", "%a", "%B", "%b"].iter().any(|name| format.contains(name)) {
        return None;
    }
    let place = |letters: &[char]| format.find(letters);
    let (year, month, day) = (place(&['Y', 'y'])?, place(&['m'])?, place(&['d', 'e'])?);
    let order = match (year < month, month < day) {
        (true, _) => Order::Year,
        (false, true) => Order::Month,
        (false, false) => Order::Day,
    };
    // A hyphen may also ask for a day without a leading zero: `%-d/%-m/%y`.
    let plain = format.replace("%-", "%");
    let separator = plain.chars().find(|sign| ['.', '/', '-'].contains(sign));
    Some((order, separator.unwrap_or('/')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_times_and_numbers_are_written_as_the_place_does() {
        let day = NaiveDate::from_ymd_opt(2026, 10, 5).expect("a day");
        let time = NaiveTime::from_hms_opt(20, 19, 41).expect("a time");
        for (locale, date, clock, number) in [
            ("de-DE", "05.10.2026", "20:19:41", "1.234.567"),
            ("de", "05.10.2026", "20:19:41", "1.234.567"),
            ("en-US", "10/05/2026", "08:19:41 PM", "1,234,567"),
            ("en_US.UTF-8", "10/05/2026", "08:19:41 PM", "1,234,567"),
            ("en-GB", "05/10/2026", "20:19:41", "1,234,567"),
            ("fr-FR", "05/10/2026", "20:19:41", "1\u{2009}234\u{2009}567"),
            ("sv-SE", "2026-10-05", "20:19:41", "1\u{2009}234\u{2009}567"),
            ("ja-JP", "2026/10/05", "20:19:41", "1,234,567"),
            ("zh-Hans-CN", "2026/10/05", "20:19:41", "1,234,567"),
            ("C", "2026-10-05", "20:19:41", "1\u{2009}234\u{2009}567"),
            ("", "2026-10-05", "20:19:41", "1\u{2009}234\u{2009}567"),
        ] {
            let notation = Notation::of_locale(locale);
            assert_eq!((notation.date(day).as_str(), notation.time(time).as_str()), (date, clock), "{locale}");
            assert_eq!(notation.count(1_234_567), number, "{locale}");
        }
        assert_eq!(Notation::of_locale("en-IN").count(12_345_678), "1,23,45,678");
        assert_eq!(Notation::of_locale("de-DE").percent(0.125), "12,5\u{2009}%");
        assert_eq!(Notation::of_locale("de-DE").number("-1234.25"), "-1.234,25");
        assert_eq!(Notation::of_locale("de-CH").minute(time), "20:19");
    }

    #[test]
    fn twelve_is_noon_and_midnight() {
        let english = Notation::of_locale("en-US");
        let at = |hour| english.minute(NaiveTime::from_hms_opt(hour, 5, 0).expect("a time"));
        assert_eq!([at(0), at(11), at(12), at(23)], ["12:05 AM", "11:05 AM", "12:05 PM", "11:05 PM"]);
    }

    #[test]
    fn every_known_place_has_dates_of_ten_signs_and_times_that_fit_the_column() {
        let day = NaiveDate::from_ymd_opt(2026, 12, 31).expect("a day");
        let time = NaiveTime::from_hms_opt(23, 59, 59).expect("a time");
        for language in ["ar", "bg", "cs", "da", "el", "en", "es", "fi", "he", "hi", "hr", "hu", "it", "ko", "nl", "no"]
        {
            for region in ["", "-US", "-GB", "-CA", "-IN", "-EG", "-BG", "-CZ", "-DK", "-FI", "-HR", "-HU", "-KR"] {
                let notation = Notation::of_locale(&format!("{language}{region}"));
                assert_eq!(notation.date(day).chars().count(), 10, "{language}{region}");
                assert!([8, 11].contains(&notation.time(time).chars().count()), "{language}{region}");
            }
        }
    }

    #[test]
    fn a_share_is_never_rounded_to_all_or_none() {
        let percent = |share| Notation::ISO.percent(share);
        assert_eq!(percent(1.0), "100.0\u{2009}%");
        assert_eq!(percent(0.999_99), "99.9\u{2009}%");
        assert_eq!(percent(0.000_01), "0.1\u{2009}%");
        assert_eq!(percent(0.0), "0.0\u{2009}%");
    }
}
