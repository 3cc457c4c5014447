//! Texts of a chart: how wide they are about, where they break, how numbers read.

use unicode_width::UnicodeWidthChar;

/// About how wide a text is in points. The picture may be shown in any font, so this errs to the wide side
/// (measured against Ubuntu Light, Arial and Segoe UI).
pub(super) fn width(text: &str, size: f64) -> f64 {
    text.chars().map(character_width).sum::<f64>() * size
}

fn character_width(character: char) -> f64 {
    match character {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' => 0.28,
        ' ' | 'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '/' | '-' | '"' => 0.36,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '…' => 0.9,
        'A'..='Z' => 0.68,
        _ => match character.width() {
            None | Some(0) => 0.0,
            Some(1) => 0.57,
            Some(_) => 1.05,
        },
    }
}

/// The text, cut with … so that it is not wider than `room`.
pub(super) fn cut(text: &str, size: f64, room: f64) -> String {
    if width(text, size) <= room {
        return text.to_owned();
    }
    let mut used = character_width('…') * size;
    let kept: String = text
        .chars()
        .take_while(|character| {
            used += character_width(*character) * size;
            used <= room
        })
        .collect();
    format!("{}…", kept.trim_end())
}

/// The text in at most `most` lines that fit the room; the last one is cut with … if there is more.
pub(super) fn wrap(text: &str, size: f64, room: f64, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let number = lines.len();
        match lines.last_mut() {
            Some(line) if number >= most || width(&format!("{line} {word}"), size) <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines.iter().map(|line| cut(line, size, room)).collect()
}

/// A number with separated thousands: `12,345`, `0.5`.
pub(super) fn grouped(number: f64) -> String {
    let text = if number.fract() == 0.0 { format!("{number:.0}") } else { format!("{number:.1}") };
    let (whole, rest) = text.split_at(text.find('.').unwrap_or(text.len()));
    let mut grouped = String::with_capacity(text.len() * 4 / 3 + 1);
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped + rest
}

/// A tick of an axis that reaches `highest`: from ten millions on in millions and so forth.
pub(super) fn tick(number: f64, highest: f64) -> String {
    const UNITS: [(f64, &str); 3] = [(1e12, "tn"), (1e9, "bn"), (1e6, "M")];
    let unit = UNITS.iter().find(|(size, _)| highest >= size * 10.0);
    match unit {
        Some((size, name)) if number > 0.0 => format!("{} {name}", grouped(number / size)),
        _ => grouped(number),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_in_groups_of_three() {
        for (number, text) in [(0.0, "0"), (999.0, "999"), (1_000.0, "1,000"), (1_234_567.0, "1,234,567"), (0.5, "0.5")]
        {
            assert_eq!(grouped(number), text);
        }
        assert_eq!(grouped(1_234.25), "1,234.2");
    }

    #[test]
    fn ticks_of_huge_axes_are_short() {
        assert_eq!(tick(500_000.0, 2_000_000.0), "500,000");
        assert_eq!(tick(5e6, 2e7), "5 M");
        assert_eq!(tick(0.0, 2e7), "0");
        assert_eq!(tick(2.5e10, 1e11), "25 bn");
    }

    #[test]
    fn long_texts_are_cut_where_room_ends() {
        assert_eq!(cut("Exchange", 12.0, 200.0), "Exchange");
        let short = cut("Microsoft Azure Active Directory Connect", 12.0, 100.0);
        assert!(short.ends_with('…') && width(&short, 12.0) <= 100.0, "{short}");
        assert_eq!(cut("Exchange", 12.0, 0.0), "…");
    }

    #[test]
    fn text_breaks_between_words_and_ends_with_an_ellipsis() {
        assert_eq!(wrap("one two", 10.0, 500.0, 3), ["one two"]);
        let lines = wrap("one two three four five six seven eight nine", 10.0, 60.0, 2);
        assert_eq!(lines.len(), 2);
        assert!(lines[1].ends_with('…'), "{lines:?}");
        assert!(wrap("", 10.0, 60.0, 2).is_empty());
    }
}
