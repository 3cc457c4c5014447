//! What could be typed next in the search line.

use std::cmp::Reverse;
use std::ops::Range;

use memchr::memmem::Finder;

use super::items::Items;
use super::pattern::Pattern;
use super::print::pattern_text;
use crate::columns::Columns;
use crate::fields::{Field, Kind, Term, lower};

/// A completion of a filter's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The bytes of the text to replace.
    pub replace: Range<usize>,
    /// What to put there.
    pub text: String,
    /// What it is: the title of a field, or how many sign-ins have the value.
    pub note: String,
}

/// How many completions are offered at once.
const MOST: usize = 12;

/// Words between terms.
const OPERATORS: &[(&str, &str)] = &[
    ("NOT", "What comes next does not hold"),
    ("AND", "Both hold, as without a word between them"),
    ("OR", "One of both holds"),
];

/// What is offered before anything is typed.
const FIRST: [Field; 10] = [
    Field::Status,
    Field::User,
    Field::App,
    Field::Resource,
    Field::Ip,
    Field::Country,
    Field::ErrorCode,
    Field::ClientApp,
    Field::ConditionalAccess,
    Field::AuthRequirement,
];

/// At most 12 completions at a byte of a text: fields while a word is typed, and the values of a field
/// behind its colon, most frequent first.
#[must_use]
pub fn suggest(columns: &Columns, text: &str, cursor: usize) -> Vec<Suggestion> {
    let cursor = (0..=cursor.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let place = Place::of(text, cursor);
    let raw = text[place.start..cursor].replace(['"', '\\'], "");
    let typed = lower(&raw);
    let offers = match &place.name {
        None => words(&raw, text[..place.start].trim_end().is_empty()),
        Some(name) if name.eq_ignore_ascii_case("has") => keys(&typed, ""),
        Some(name) if name.eq_ignore_ascii_case("last") => ["30m", "24h", "7d", "2w", "30d", "90d"]
            .into_iter()
            .filter(|text| text.starts_with(&typed))
            .map(|text| (text.to_owned(), String::new()))
            .collect(),
        Some(name) => Field::from_key(name).map(|field| values(columns, field, &typed)).unwrap_or_default(),
    };
    let replace = place.start..place.end;
    offers.into_iter().take(MOST).map(|(text, note)| Suggestion { replace: replace.clone(), text, note }).collect()
}

/// The piece of text that a completion replaces.
struct Place {
    start: usize,
    end: usize,
    /// The name of the field before it.
    name: Option<String>,
}

impl Place {
    /// The piece around the cursor. The text may be wrong elsewhere or not yet finished.
    fn of(text: &str, cursor: usize) -> Self {
        let mut place = Self { start: 0, end: text.len(), name: None };
        let (mut quoted, mut escaped) = (false, false);
        for (at, c) in text.char_indices() {
            let behind = at + c.len_utf8();
            let ends_word = !quoted && (c.is_whitespace() || matches!(c, '(' | ')'));
            if at >= cursor && (ends_word || (!quoted && c == ',' && place.name.is_some())) {
                place.end = at;
                break;
            }
            if at >= cursor && !quoted && c == ':' && place.name.is_none() {
                place.end = behind;
                break;
            }
            if quoted {
                quoted = escaped || c != '"';
                escaped = c == '\\' && !escaped;
            } else if c == '"' {
                quoted = true;
            } else if at < cursor {
                if ends_word {
                    place = Self { start: behind, end: text.len(), name: None };
                } else if c == '-' && at == place.start && place.name.is_none() {
                    place.start = behind;
                } else if c == ':' && place.name.is_none() {
                    place.name = Some(text[place.start..at].to_owned());
                    place.start = behind;
                } else if c == ',' && place.name.is_some() {
                    place.start = behind;
                }
            }
        }
        place
    }
}

/// What a word can become: an operator behind other words, or a field.
fn words(raw: &str, is_first: bool) -> Vec<(String, String)> {
    let typed = &lower(raw);
    if typed.is_empty() {
        return FIRST.iter().map(|field| (format!("{}:", field.key()), field.title().to_owned())).collect();
    }
    let mut offers = keys(typed, ":");
    for (word, note) in OPERATORS {
        // In capitals only: small they are words like any other.
        if word.starts_with(raw) && (!is_first || *word == "NOT") {
            offers.insert(0, ((*word).to_owned(), (*note).to_owned()));
        }
    }
    for (word, note) in [("last:", "The last hours or days"), ("has:", "Something is known of a field")] {
        if word.starts_with(typed) {
            offers.insert(0, (word.to_owned(), note.to_owned()));
        }
    }
    offers
}

/// The fields whose key, other name or title contains what is typed; those that begin with it first.
fn keys(typed: &str, behind: &str) -> Vec<(String, String)> {
    let mut found: Vec<(u8, Field)> = Field::ALL
        .into_iter()
        .filter_map(|field| {
            let spec = field.spec();
            let title = lower(spec.title);
            let names = || std::iter::once(&spec.key).chain(spec.aliases);
            let typed = typed.replace('-', "_");
            let typed = typed.as_str();
            let nearness = if spec.key.starts_with(typed) {
                0
            } else if names().any(|name| name.starts_with(typed)) {
                1
            } else if names().any(|name| name.contains(typed)) || title.contains(typed) {
                2
            } else {
                return None;
            };
            Some((nearness, field))
        })
        .collect();
    found.sort_by_key(|(nearness, _)| *nearness);
    found.into_iter().map(|(_, field)| (format!("{}{behind}", field.key()), field.title().to_owned())).collect()
}

/// The values of a field that contain what is typed, most frequent first. Behind them, known values that no
/// sign-in has.
fn values(columns: &Columns, field: Field, typed: &str) -> Vec<(String, String)> {
    let spec = field.spec();
    let mut offers: Vec<(String, String)> = Vec::new();
    if field == Field::ClientApp && !typed.is_empty() {
        for (word, note) in [("legacy", "All legacy client apps"), ("modern", "All modern client apps")] {
            if word.starts_with(typed) {
                offers.push((word.to_owned(), note.to_owned()));
            }
        }
    }
    if matches!(field.kind(), Kind::Time | Kind::UniqueId) {
        return offers;
    }
    let found = if field.kind().is_single() {
        single_values(columns, field, typed)
    } else {
        listed_values(columns, field, typed)
    };
    let literal = |text: &str| pattern_text(field, &Pattern::exact(field, text));
    for (count, text) in found {
        let offer = (literal(&text), with_separators(count));
        if !offers.iter().any(|(known, _)| *known == offer.0) {
            offers.push(offer);
        }
    }
    if !typed.is_empty() {
        let spellings = |term: &Term| [term.value, term.title].into_iter().chain(term.also.iter().copied());
        for term in spec.terms.iter().filter(|term| spellings(term).any(|text| lower(text).contains(typed))) {
            let text = literal(term.value);
            if !offers.iter().any(|(known, _)| *known == text) {
                offers.push((text, "0".to_owned()));
            }
        }
    }
    offers
}

/// Of a field with one value at a time. Looks at texts in lower case, made once, and at counts, made once.
fn single_values(columns: &Columns, field: Field, typed: &str) -> Vec<(u64, String)> {
    let column = columns.text_column(field);
    let (spec, dictionary) = (field.spec(), &column.dictionary);
    let finder = Finder::new(typed.as_bytes());
    let fits = |code: u32, text: &str| {
        finder.find(dictionary.lower(code).as_bytes()).is_some() || {
            let title = spec.display(text);
            title != text && lower(title).contains(typed)
        }
    };
    let counted =
        dictionary.iter().zip(column.counts().iter().skip(1)).map(|((code, text), count)| (code, text, *count));
    let found = counted.filter(|(code, text, count)| *count > 0 && fits(*code, text));
    most(found.map(|(_, text, count)| (u64::from(count), text)))
}

/// Of a field with several texts at a time.
fn listed_values(columns: &Columns, field: Field, typed: &str) -> Vec<(u64, String)> {
    let items = Items::of(columns, field);
    let mut counts = vec![0_u64; items.len()];
    for (code, count) in columns.text_column(field).counts().iter().enumerate().filter(|(_, count)| **count > 0) {
        for item in items.of_code(code as u32) {
            counts[*item as usize] += u64::from(*count);
        }
    }
    let spec = field.spec();
    let known = counts.into_iter().enumerate().filter_map(|(item, count)| Some((count, items.text(item as u32)?)));
    most(known.filter(|(_, text)| lower(text).contains(typed) || lower(spec.display(text)).contains(typed)))
}

/// The most frequent of these.
fn most<'t>(found: impl Iterator<Item = (u64, &'t str)>) -> Vec<(u64, String)> {
    let mut found: Vec<(u64, &str)> = found.collect();
    let order = |(count, text): &(u64, &'t str)| (Reverse(*count), *text);
    if found.len() > MOST {
        found.select_nth_unstable_by(MOST, |a, b| order(a).cmp(&order(b)));
        found.truncate(MOST);
    }
    found.sort_unstable_by(|a, b| order(a).cmp(&order(b)));
    found.into_iter().map(|(count, text)| (count, text.to_owned())).collect()
}

/// `12,345`.
fn with_separators(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fields::Log;
    use crate::query::fixtures::{columns, sign_in};

    fn offers(text_with_cursor: &str) -> Vec<String> {
        let columns = columns(&[
            sign_in(
                Log::Interactive,
                1,
                &[(Field::App, "Office 365"), (Field::Status, "failure"), (Field::Network, "A\nB")],
            ),
            sign_in(Log::Interactive, 2, &[(Field::App, "Teams"), (Field::Status, "success"), (Field::Network, "B")]),
            sign_in(
                Log::Interactive,
                3,
                &[(Field::App, "Office 365"), (Field::Managed, "true"), (Field::ClientApp, "IMAP4")],
            ),
        ]);
        let cursor = text_with_cursor.find('|').expect("a cursor");
        let text = text_with_cursor.replace('|', "");
        suggest(&columns, &text, cursor)
            .into_iter()
            .map(|offer| format!("{}{}{}", &text[..offer.replace.start], offer.text, &text[offer.replace.end..]))
            .collect()
    }

    #[test]
    fn a_word_is_completed_to_fields_by_key_other_name_and_title() {
        assert_eq!(
            offers("status:failure -us|")[..3],
            ["status:failure -user:", "status:failure -username:", "status:failure -user_id:"]
        );
        assert_eq!(offers("upn|"), ["username:"]);
        assert_eq!(offers("las|")[0], "last:");
        assert!(offers("multifactor|").contains(&"mfa_result:".to_owned()));
        assert_eq!(offers("sta|:failure x")[0], "status:failure x", "only the name is replaced");
        assert_eq!(offers("|").len(), 10);
    }

    #[test]
    fn values_come_most_frequent_first_and_in_quotes_where_needed() {
        assert_eq!(offers("app:|"), ["app:\"Office 365\"", "app:Teams"]);
        assert_eq!(offers("app:Teams,\"off| x"), ["app:Teams,\"Office 365\""], "what an open quote holds is replaced");
        assert_eq!(offers("(app:Teams,off| country:US"), ["(app:Teams,\"Office 365\" country:US"]);
        assert_eq!(offers("app:\"Office 3|"), ["app:\"Office 365\""]);
        assert_eq!(offers("managed:|"), ["managed:yes"]);
        assert_eq!(offers("network:|"), ["network:B", "network:A"]);
        assert_eq!(offers("client:le|")[0], "client:legacy");
        assert_eq!(offers("has:dev|")[..2], ["has:device_id", "has:device_name"]);
        assert_eq!(offers("last:7|"), ["last:7d"]);
        assert_eq!(offers("nothing:|"), Vec::<String>::new());
    }

    #[test]
    fn operators_parts_and_known_words_are_completed_too() {
        assert_eq!(offers("status:failure O|")[0], "status:failure OR");
        assert_eq!(offers("N|")[0], "NOT");
        assert_eq!(offers("policy-m|"), ["policy_mode:"]);
        assert_eq!(
            offers("-policy_control:comp|"),
            ["-policy_control:compliantDevice", "-policy_control:compliantApplication"]
        );
        assert_eq!(offers("grant|"), ["policy_control:"]);
        assert_eq!(offers("method:fido|"), ["method:\"FIDO2 security key\""]);
        assert_eq!(offers("status:success,int|"), ["status:success,interrupted"]);
        assert_eq!(offers("last:2|"), ["last:24h", "last:2w"]);
    }

    #[test]
    fn notes_say_what_an_offer_is() {
        let columns = columns(&[sign_in(Log::Interactive, 1, &[(Field::App, "Teams")])]);
        assert_eq!(suggest(&columns, "app:", 4)[0].note, "1");
        assert_eq!(suggest(&columns, "app", 3)[0].note, "Application");
        assert_eq!(with_separators(1_234_567), "1,234,567");
        assert_eq!(with_separators(123), "123");
    }
}
