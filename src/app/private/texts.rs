//! Texts about files without names: a path tells whose computer this is, and a file may be named after somebody.

use crate::cache::{RejectedRecord, Source};
use crate::columns::Pseudonyms;

/// What stands for a text as long as no pseudonyms are known.
pub(in crate::app) const HIDDEN: &str = "Hidden";

/// What stands in the place of a rejected record's text.
const NO_TEXT: &str = "Hidden while names are private";

/// Lets sources be known by their names alone, in which pseudonyms stand for those of people.
pub fn hide_sources<'s>(sources: impl IntoIterator<Item = &'s mut Source>, hide: &dyn Fn(&str) -> String) {
    for source in sources {
        source.name = hide(&source.name);
        source.place.clone_from(&source.name);
        source.group = source.group.as_deref().map(hide);
        for note in &mut source.notes {
            *note = hide(note);
        }
    }
}

/// Takes the texts of rejected records away, and names from what else they tell.
pub fn hide_rejects<'r>(rejects: impl IntoIterator<Item = &'r mut RejectedRecord>, hide: &dyn Fn(&str) -> String) {
    for reject in rejects {
        reject.source_name = hide(&reject.source_name);
        NO_TEXT.clone_into(&mut reject.text);
        reject.reason = hide(&reject.reason);
    }
}

/// What becomes of a text that is no value: it loses its names if there are pseudonyms for them.
pub fn hiding(pseudonyms: Option<&Pseudonyms>) -> impl Fn(&str) -> String + '_ {
    move |text: &str| match pseudonyms {
        Some(pseudonyms) => pseudonyms.sentence(text).into_owned(),
        None => text.to_owned(),
    }
}

/// The same for what files and groups are called: people name them after the first part of somebody's username.
pub fn hiding_titles(pseudonyms: Option<&Pseudonyms>) -> impl Fn(&str) -> String + '_ {
    move |text: &str| match pseudonyms {
        Some(pseudonyms) => pseudonyms.title(text),
        None => text.to_owned(),
    }
}

/// The quotation marks of the window's languages, which may begin with what others end with.
const QUOTES: [[char; 2]; 2] = [['\u{201c}', '\u{201d}'], ['\u{201e}', '\u{201c}']];

/// A sentence in which each path is the name of its file alone, as `name` tells it. Paths stand in quotation marks, or
/// begin with a root and end at the next gap.
pub(in crate::app) fn without_folders(text: &str, name: &dyn Fn(&str) -> String) -> String {
    let mut told = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let quoted = QUOTES.into_iter().find_map(|[open, close]| {
            let (inner, after) = rest.strip_prefix(open)?.split_once(close)?;
            Some((open, inner, close, after))
        });
        if let Some((open, inner, close, after)) = quoted {
            told.push(open);
            told.push_str(&if is_path(inner) { name(last_part(inner)) } else { inner.to_owned() });
            told.push(close);
            rest = after;
            continue;
        }
        let begins = told.chars().next_back().is_none_or(|before| !before.is_alphanumeric());
        if begins && is_rooted(rest) {
            let ends = |c: char| c.is_whitespace() || matches!(c, '\u{201c}' | '\u{201d}' | '"' | ')');
            let end = rest.find(ends).unwrap_or(rest.len());
            let (path, after) = rest.split_at(end);
            let plain = path.trim_end_matches([':', ',', '.', ';']);
            told.extend([&name(last_part(plain)), &path[plain.len()..]]);
            rest = after;
            continue;
        }
        told.push(c);
        rest = &rest[c.len_utf8()..];
    }
    told
}

fn is_path(text: &str) -> bool {
    text.contains(['/', '\\'])
}

/// Whether a text begins as an absolute path does.
fn is_rooted(text: &str) -> bool {
    let mut signs = text.chars();
    match (signs.next(), signs.next(), signs.next()) {
        (Some('/'), Some(next), _) => next.is_alphanumeric() || matches!(next, '.' | '_'),
        (Some('\\'), Some('\\'), _) => true,
        (Some(drive), Some(':'), Some('\\' | '/')) => drive.is_ascii_alphabetic(),
        _ => false,
    }
}

fn last_part(path: &str) -> &str {
    path.trim_end_matches(['/', '\\']).rsplit(['/', '\\']).next().unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_keep_the_names_of_files_and_lose_their_folders() {
        let plain = |text: &str| without_folders(text, &str::to_owned);
        assert_eq!(
            plain("\u{201c}/home/anna berg/out.csv\u{201d} could not be written (no space): free some room"),
            "\u{201c}out.csv\u{201d} could not be written (no space): free some room"
        );
        assert_eq!(
            plain("\u{201e}/home/anna berg/out.csv\u{201c} lie\u{df} sich nicht schreiben (kein Platz)"),
            "\u{201e}out.csv\u{201c} lie\u{df} sich nicht schreiben (kein Platz)"
        );
        assert_eq!(plain("can't write C:\\Users\\anna\\out.csv: denied"), "can't write out.csv: denied");
        assert_eq!(plain("can't write /home/anna/out.csv: denied"), "can't write out.csv: denied");
        assert_eq!(
            plain("3 and/or 4 files \u{201c}a.csv\u{201d} of 5/7"),
            "3 and/or 4 files \u{201c}a.csv\u{201d} of 5/7"
        );
    }
}
