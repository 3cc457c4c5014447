//! Numbers as spreadsheets and cultures write them.

use std::borrow::Cow;

/// The digits of a whole number: `50126`, `50126.0`, `50,126`, `5.0126E+04`. `None` if it is no number, or if its
/// digits are not all there: what a spreadsheet shows as `5.01E+04` may have been 50126.
pub(super) fn whole(text: &str) -> Option<Cow<'_, str>> {
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(Cow::Borrowed(text));
    }
    if let Some(parts) = Scientific::of(text) {
        return parts.whole().map(Cow::Owned);
    }
    let (front, rest) = text.split_once(is_mark)?;
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_digits(front) {
        return None;
    }
    if is_digits(rest) && rest.bytes().all(|byte| byte == b'0') && rest.len() != 3 {
        return Some(Cow::Borrowed(front));
    }
    let groups: Vec<&str> = rest.split(is_mark).collect();
    let is_grouped = front.len() <= 3 && groups.iter().all(|group| group.len() == 3 && is_digits(group));
    is_grouped.then(|| Cow::Owned(format!("{front}{}", groups.concat())))
}

/// Whether a text may be a whole number with a mark between its groups, or one with a fraction: `1.234`.
pub(super) fn is_ambiguous(text: &str) -> bool {
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let parts = text.split_once('.');
    parts.is_some_and(|(front, rest)| {
        (1..=3).contains(&front.len()) && rest.len() == 3 && is_digits(front) && is_digits(rest)
    })
}

/// A number with a point where it has a comma: `59,91` is 59.91.
pub(super) fn with_point(text: Cow<'_, str>) -> Cow<'_, str> {
    match text.split_once(',') {
        Some((front, back))
            if !back.is_empty()
                && back.bytes().all(|byte| byte.is_ascii_digit())
                && front.strip_prefix('-').unwrap_or(front).bytes().all(|byte| byte.is_ascii_digit()) =>
        {
            Cow::Owned(format!("{front}.{back}"))
        }
        _ => text,
    }
}

/// Whether a spreadsheet took this for a number and rounded it, as it does with identifiers of many digits: `1.23457E+17`.
pub(super) fn is_rounded(text: &str) -> bool {
    Scientific::of(text.trim()).is_some_and(|parts| parts.whole().is_none())
}

/// Marks between groups of digits, and before the part behind the whole.
fn is_mark(c: char) -> bool {
    matches!(c, '.' | ',' | '\'' | '\u{a0}' | '\u{202f}' | ' ')
}

/// `5.0126E+04`: digits before the mark, behind it, and by how many places the mark is to be moved.
struct Scientific<'a> {
    front: &'a str,
    back: &'a str,
    places: usize,
}

impl<'a> Scientific<'a> {
    fn of(text: &'a str) -> Option<Self> {
        // Nearly all texts end here.
        if !matches!(text.as_bytes(), [b'0'..=b'9', b'.' | b',' | b'E' | b'e', ..]) {
            return None;
        }
        let (mantissa, places) = text.split_once("E+").or_else(|| text.split_once("e+"))?;
        let (front, back) = mantissa.split_once(['.', ',']).unwrap_or((mantissa, ""));
        let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let is_one = front.len() == 1 && is_digits(front) && is_digits(back) && is_digits(places);
        Some(Self { front, back, places: places.parse().ok().filter(|places| *places < 100)? }).filter(|_| is_one)
    }

    /// The number, if all its digits are there.
    fn whole(&self) -> Option<String> {
        (self.back.len() == self.places).then(|| format!("{}{}", self.front, self.back))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_are_read_where_all_digits_are_there() {
        for (text, expected) in [
            ("50126", Some("50126")),
            ("50126.0", Some("50126")),
            ("50126,00", Some("50126")),
            ("5.0126E+04", Some("50126")),
            ("5,0126E+04", Some("50126")),
            ("5.01E+04", None),
            ("1.23457E+17", None),
            ("50,126", Some("50126")),
            ("50.126", Some("50126")),
            ("1 003 034", Some("1003034")),
            ("50126.5", None),
            ("", None),
            ("E+4", None),
        ] {
            assert_eq!(whole(text).as_deref(), expected, "{text}");
        }
        for (text, expected) in [
            ("1.234", true),
            ("123.456", true),
            ("64500.0", false),
            ("5.0126E+04", false),
            ("1.234.567", false),
            ("1,234", false),
        ] {
            assert_eq!(is_ambiguous(text), expected, "{text}");
        }
        assert!(is_rounded("1.23457E+17") && !is_rounded("5.0126E+04") && !is_rounded("12E4"));
        assert_eq!(with_point(Cow::Borrowed("-59,91")), "-59.91");
        assert_eq!(with_point(Cow::Borrowed("1,2,3")), "1,2,3");
    }
}
