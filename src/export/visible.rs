//! Characters that hide or turn what stands around them, made visible.

use std::borrow::Cow;
use std::fmt::Write;

/// The text with every character that people can't see, or that changes the order of others, written as its
/// code, such as `⟨U+202E⟩`. Text without such characters is handed back as it is.
///
/// Without this, a user agent could move the cursor of a terminal, or read as something else than it is
/// (Unicode Technical Report 36, "Unicode Security Considerations"). The joiners U+200C and U+200D and the
/// variation selectors stay: Persian, Indian and Japanese names and emoji are written with them.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    shown_where(text, is_hidden)
}

/// The same, but line breaks and tabs stay: for a place that shows texts of several lines.
#[must_use]
pub fn visible_lines(text: &str) -> Cow<'_, str> {
    shown_where(text, |character| !matches!(character, '\n' | '\r' | '\t') && is_hidden(character))
}

fn shown_where(text: &str, is_hidden: impl Fn(char) -> bool + Copy) -> Cow<'_, str> {
    if !text.contains(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        if is_hidden(character) {
            // Writing to a String can't fail.
            let _ = write!(shown, "⟨U+{:04X}⟩", u32::from(character));
        } else {
            shown.push(character);
        }
    }
    Cow::Owned(shown)
}

fn is_hidden(character: char) -> bool {
    let code = u32::from(character);
    character.is_control()
        || matches!(
            character,
            // Soft hyphen, grapheme joiner, Arabic letter mark, fillers, zero-width space, direction marks.
            '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{180E}' | '\u{200B}' | '\u{200E}' | '\u{200F}'
            // Line and paragraph separators, embeddings and overrides of direction.
            | '\u{2028}'..='\u{202E}'
            // Word joiner, invisible operators, isolates of direction, deprecated formats.
            | '\u{2060}'..='\u{206F}'
            | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF9}'..='\u{FFFB}' | '\u{FDD0}'..='\u{FDEF}'
            // Tags: a whole invisible alphabet.
            | '\u{E0000}'..='\u{E007F}'
        )
        // The last two characters of every plane are none.
        || code & 0xfffe == 0xfffe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_turns_or_hides_text_is_shown_as_its_code() {
        assert_eq!(visible("a\u{202E}b"), "a⟨U+202E⟩b");
        assert_eq!(visible("\u{1b}[31mred"), "⟨U+001B⟩[31mred");
        assert_eq!(visible("two\nlines"), "two⟨U+000A⟩lines");
        assert_eq!(visible("\u{2066}x\u{2069}\u{FEFF}\u{E0041}"), "⟨U+2066⟩x⟨U+2069⟩⟨U+FEFF⟩⟨U+E0041⟩");
    }

    #[test]
    fn lines_stay_where_a_place_shows_several() {
        assert_eq!(visible_lines("a\r\n\tb\u{202E}c"), "a\r\n\tb⟨U+202E⟩c");
        assert!(matches!(visible_lines("two\nlines"), Cow::Borrowed(_)));
    }

    #[test]
    fn names_in_every_script_stay_as_they_are() {
        for name in ["Zoë Müller", "محمد علي", "می‌خواهم", "佐藤 花子", "葛\u{E0100}城", "👩\u{200D}💻", "क्\u{200D}ष"]
        {
            assert!(matches!(visible(name), Cow::Borrowed(_)), "{name}");
        }
    }
}
