//! Texts of a chart: where they break, how they are cut, how numbers read.

use std::borrow::Cow;

use unicode_width::UnicodeWidthChar;

use super::typeface::Typeface;
use crate::clock::Notation;
use crate::export::visible::visible;

/// The text, its end cut with … so that it is not wider than `room`.
pub(super) fn cut(face: &Typeface, text: &str, size: f64, room: f64) -> String {
    shortened(face, text, size, room, |letters, kept| format!("{}…", start(letters, kept).trim_end()))
}

/// The text, its middle cut with … so that it is not wider than `room`. Names of one family differ at their ends.
pub(super) fn cut_middle(face: &Typeface, text: &str, size: f64, room: f64) -> String {
    shortened(face, text, size, room, |letters, kept| {
        let tail = if kept < 8 { 0 } else { kept * 2 / 5 };
        format!("{}…{}", start(letters, kept - tail).trim_end(), end(letters, tail).trim_start())
    })
}

/// The text itself if it fits, else the longest `shorter` one of its letters that does.
fn shortened(face: &Typeface, text: &str, size: f64, room: f64, shorter: impl Fn(&[&str], usize) -> String) -> String {
    if face.width(text, size) <= room {
        return text.to_owned();
    }
    let letters = letters(text);
    let (mut fits, mut too_long) = (0, letters.len());
    while too_long - fits > 1 {
        let kept = usize::midpoint(fits, too_long);
        if face.width(&shorter(&letters, kept), size) <= room {
            fits = kept;
        } else {
            too_long = kept;
        }
    }
    shorter(&letters, fits)
}

/// The letters of a text, each with the marks and joiners that belong to it.
fn letters(text: &str) -> Vec<&str> {
    let mut cuts: Vec<usize> = Vec::new();
    let mut is_joined = false;
    for (at, character) in text.char_indices() {
        if !(is_joined || character.width() == Some(0)) || cuts.is_empty() {
            cuts.push(at);
        }
        is_joined = character == '\u{200D}';
    }
    cuts.push(text.len());
    cuts.windows(2).filter_map(|pair| text.get(*pair.first()?..*pair.last()?)).collect()
}

fn start(letters: &[&str], count: usize) -> String {
    letters.iter().take(count).copied().collect()
}

fn end(letters: &[&str], count: usize) -> String {
    letters.iter().skip(letters.len().saturating_sub(count)).copied().collect()
}

/// The text in at most `most` lines that fit the room; the last one is cut with … if there is more.
pub(super) fn wrap(face: &Typeface, text: &str, size: f64, room: f64, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let number = lines.len();
        match lines.last_mut() {
            Some(line) if number >= most || face.width(&format!("{line} {word}"), size) <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines.iter().map(|line| cut(face, line, size, room)).collect()
}

/// A number with thin blanks between thousands, as the window writes it: `12 345`, `0.5`.
pub(super) fn grouped(number: f64) -> String {
    let text = if number.fract() == 0.0 { format!("{number:.0}") } else { format!("{number:.1}") };
    let (whole, rest) = text.split_at(text.find('.').unwrap_or(text.len()));
    format!("{}{rest}", Notation::ISO.digits(whole))
}

/// A number of an axis or legend that reaches `highest`: from ten millions on in millions and so forth.
pub(super) fn short(number: f64, highest: f64) -> String {
    const UNITS: [(f64, &str); 3] = [(1e12, "tn"), (1e9, "bn"), (1e6, "M")];
    let unit = UNITS.iter().find(|(size, _)| highest >= size * 10.0);
    match unit {
        Some((size, name)) if number > 0.0 => format!("{}\u{2009}{name}", grouped(number / size)),
        _ => grouped(number),
    }
}

/// What is not named one by one: `1 other`, `92 others`.
pub(super) fn others(count: usize) -> String {
    if count == 1 { "1 other".to_owned() } else { format!("{} others", grouped(count as f64)) }
}

/// Text for XML: hidden characters shown, markup escaped.
pub(super) fn escaped(text: &str) -> Cow<'_, str> {
    let text = visible(text);
    if !text.contains(['&', '<', '>', '"', '\'']) {
        return text;
    }
    let mut escaped = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    Cow::Owned(escaped)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_in_groups_of_three() {
        for (number, text) in [
            (0.0, "0"),
            (999.0, "999"),
            (1_000.0, "1\u{2009}000"),
            (1_234_567.0, "1\u{2009}234\u{2009}567"),
            (0.5, "0.5"),
        ] {
            assert_eq!(grouped(number), text);
        }
        assert_eq!(grouped(1_234.25), "1\u{2009}234.2");
    }

    #[test]
    fn numbers_of_huge_axes_are_short() {
        assert_eq!(short(500_000.0, 2_000_000.0), "500\u{2009}000");
        assert_eq!(short(5e6, 2e7), "5\u{2009}M");
        assert_eq!(short(0.0, 2e7), "0");
        assert_eq!(short(2.5e10, 1e11), "25\u{2009}bn");
    }

    #[test]
    fn long_texts_are_cut_where_room_ends() {
        let face = Typeface::new();
        assert_eq!(cut(&face, "Exchange", 12.0, 200.0), "Exchange");
        let short = cut(&face, "Microsoft Azure Active Directory Connect", 12.0, 100.0);
        assert!(short.ends_with('…') && face.width(&short, 12.0) <= 100.0, "{short}");
        assert!(face.width(&format!("{short}e"), 12.0) > 90.0, "no room is given away: {short}");
        assert_eq!(cut(&face, "Exchange", 12.0, 0.0), "…");
    }

    #[test]
    fn names_keep_their_beginning_and_their_end() {
        let face = Typeface::new();
        let short = cut_middle(&face, "Contoso payroll connector (production, Europe)", 12.0, 160.0);
        assert!(short.starts_with("Contoso") && short.ends_with("Europe)") && short.contains('…'), "{short}");
        assert!(face.width(&short, 12.0) <= 160.0);
        assert_eq!(cut_middle(&face, "Exchange", 12.0, 0.0), "…");
    }

    #[test]
    fn letters_keep_their_marks() {
        assert_eq!(letters("e\u{301}a"), ["e\u{301}", "a"]);
        assert_eq!(letters("👩\u{200D}💻x"), ["👩\u{200D}💻", "x"]);
        assert!(letters("").is_empty());
    }

    #[test]
    fn text_breaks_between_words_and_ends_with_an_ellipsis() {
        let face = Typeface::new();
        assert_eq!(wrap(&face, "one two", 10.0, 500.0, 3), ["one two"]);
        let lines = wrap(&face, "one two three four five six seven eight nine", 10.0, 60.0, 2);
        assert_eq!(lines.len(), 2);
        assert!(lines[1].ends_with('…'), "{lines:?}");
        assert!(wrap(&face, "", 10.0, 60.0, 2).is_empty());
    }
}
