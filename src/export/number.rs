//! Numbers as people read them.

use crate::fields::Noun;

/// A count with thin blanks between thousands, which reads the same in every language.
#[must_use]
pub fn count(count: u64) -> String {
    thousands(&count.to_string())
}

/// Digits with thin blanks between thousands.
pub(super) fn thousands(digits: &str) -> String {
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push('\u{2009}');
        }
        text.push(digit);
    }
    text
}

/// A share from 0 to 1 in percent. Only a whole share reads as 100 %, and only none as 0 %.
#[must_use]
pub fn percent(share: f64) -> String {
    let tenths = (share * 1_000.0).round();
    let tenths = if share < 1.0 { tenths.min(999.0) } else { tenths };
    let tenths = if share > 0.0 { tenths.max(1.0) } else { tenths };
    format!("{:.1}\u{2009}%", tenths / 10.0)
}

/// A count with its noun, in the right number.
#[must_use]
pub fn counted(number: u64, one: &str, many: &str) -> String {
    format!("{} {}", count(number), if number == 1 { one } else { many })
}

/// A count of records by what they are called.
#[must_use]
pub fn records(number: u64, noun: Noun) -> String {
    counted(number, noun.one, noun.many)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!(count(0), "0");
        assert_eq!(count(999), "999");
        assert_eq!(count(1_234_567), "1\u{2009}234\u{2009}567");
    }

    #[test]
    fn a_share_is_never_rounded_to_all_or_none() {
        assert_eq!(percent(1.0), "100.0\u{2009}%");
        assert_eq!(percent(0.999_99), "99.9\u{2009}%");
        assert_eq!(percent(0.000_01), "0.1\u{2009}%");
        assert_eq!(percent(0.0), "0.0\u{2009}%");
    }
}
