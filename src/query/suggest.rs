//! What could be typed next in the search line.

use std::cmp::Reverse;
use std::ops::Range;

use SuggestionNote::{About, SignIns};
use memchr::memmem::Finder;

use super::counts::count_codes;
use super::items::Items;
use super::pattern::Pattern;
use super::print::pattern_text;
use super::{Query, Scope, select};
use crate::columns::{Columns, RowId};
use crate::fields::{Field, Kind, Log, Logs, Term, lower};
use crate::reference::countries;

/// A completion of a filter's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The bytes of the text to replace.
    pub replace: Range<usize>,
    /// What to put there.
    pub text: String,
    /// The field of which it is a value; `None` for anything else.
    pub field: Option<Field>,
    /// What it is.
    pub note: SuggestionNote,
}

/// What a completion is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SuggestionNote {
    /// The title of a field, or what a word means; may be empty.
    About(&'static str),
    /// A value that so many sign-ins have under the rest of the filter.
    SignIns(u64),
}

type Offer = (String, SuggestionNote);

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

/// At most 12 completions at a byte of a text: fields while a word is typed, and the values of a field behind its
/// colon, those of most sign-ins of these logs under the rest of the filter first.
#[must_use]
pub fn suggest(scope: &Scope<'_>, logs: Logs, text: &str, cursor: usize) -> Vec<Suggestion> {
    let cursor = (0..=cursor.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let place = Place::of(text, cursor);
    let raw = text[place.start..cursor].replace(['"', '\\'], "");
    let typed = lower(&raw);
    let field = place.name.as_deref().and_then(Field::from_key);
    let offers = match &place.name {
        None => words(scope.columns, &raw, text[..place.start].trim_end().is_empty()),
        Some(name) if name.eq_ignore_ascii_case("has") => keys(scope.columns, &typed, ""),
        Some(name) if name.eq_ignore_ascii_case("last") => ["30m", "24h", "7d", "2w", "30d", "90d"]
            .into_iter()
            .filter(|text| text.starts_with(&typed))
            .map(|text| (text.to_owned(), About("")))
            .collect(),
        Some(_) => field.map_or_else(Vec::new, |field| {
            let rest = place.rest(text);
            values(scope.columns, field, &typed, || rows_under(scope, logs, &rest))
        }),
    };
    let replace = place.start..place.end;
    let suggestion = |(text, note)| Suggestion { replace: replace.clone(), text, field, note };
    offers.into_iter().take(MOST).map(suggestion).collect()
}

/// The rows that the tabs of these logs show under a filter; `None` if those are all that there are.
fn rows_under(scope: &Scope<'_>, logs: Logs, rest: &Query) -> Option<Vec<RowId>> {
    let filters: Vec<(Log, Query)> = logs.iter().map(|log| (log, rest.for_log(log))).collect();
    let listed: usize = filters.iter().map(|(log, _)| scope.columns.rows_of(*log).len()).sum();
    if listed == scope.columns.len() && filters.iter().all(|(_, query)| query.is_empty()) {
        return None;
    }
    Some(filters.iter().flat_map(|(log, query)| select(scope, (*log).into(), query)).collect())
}

/// The piece of text that a completion replaces.
struct Place {
    start: usize,
    end: usize,
    /// Where the term begins and ends that the piece is in.
    term: Range<usize>,
    /// The name of the field before it.
    name: Option<String>,
}

impl Place {
    /// The piece around the cursor. The text may be wrong elsewhere or not yet finished.
    fn of(text: &str, cursor: usize) -> Self {
        let mut place = Self { start: 0, end: text.len(), term: 0..text.len(), name: None };
        let mut end = None;
        let (mut quoted, mut escaped) = (false, false);
        for (at, c) in text.char_indices() {
            let behind = at + c.len_utf8();
            let ends_word = !quoted && (c.is_whitespace() || matches!(c, '(' | ')'));
            if at >= cursor && ends_word {
                place.term.end = at;
                break;
            }
            if at >= cursor && !quoted && c == ',' && place.name.is_some() {
                end.get_or_insert(at);
            }
            if at >= cursor && !quoted && c == ':' && place.name.is_none() {
                end.get_or_insert(behind);
            }
            if quoted {
                quoted = escaped || c != '"';
                escaped = c == '\\' && !escaped;
            } else if c == '"' {
                quoted = true;
            } else if at < cursor {
                if ends_word {
                    place = Self { start: behind, term: behind..text.len(), ..place };
                    place.name = None;
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
        place.end = end.unwrap_or(place.term.end);
        place
    }

    /// The filter without the term. What is no filter without it (an OR, say) is no reason to count fewer.
    fn rest(&self, text: &str) -> Query {
        format!("{} {}", &text[..self.term.start], &text[self.term.end..]).parse().unwrap_or_default()
    }
}

/// What a word can become: an operator behind other words, or a field.
fn words(columns: &Columns, raw: &str, is_first: bool) -> Vec<Offer> {
    let typed = &lower(raw);
    if typed.is_empty() {
        return FIRST.iter().map(|field| (format!("{}:", field.key()), About(field.title()))).collect();
    }
    let mut offers = keys(columns, typed, ":");
    for (word, note) in OPERATORS {
        // In capitals only: small they are words like any other.
        if word.starts_with(raw) && (!is_first || *word == "NOT") {
            offers.insert(0, ((*word).to_owned(), About(note)));
        }
    }
    for (word, note) in [("last:", "The last hours or days"), ("has:", "Something is known of a field")] {
        if word.starts_with(typed) {
            offers.insert(0, (word.to_owned(), About(note)));
        }
    }
    offers
}

/// The fields whose key, other name or title contains what is typed; those that begin with it first.
fn keys(columns: &Columns, typed: &str, behind: &str) -> Vec<Offer> {
    let mut found: Vec<(u8, Field)> = Field::ALL
        .into_iter()
        .filter(|field| columns.offers(*field))
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
    found.into_iter().map(|(_, field)| (format!("{}{behind}", field.key()), About(field.title()))).collect()
}

/// The values of a field that contain what is typed, those of most sign-ins first. Behind them, known values that no
/// sign-in has.
fn values(columns: &Columns, field: Field, typed: &str, rows: impl FnOnce() -> Option<Vec<RowId>>) -> Vec<Offer> {
    let spec = field.spec();
    let mut offers: Vec<Offer> = Vec::new();
    if field == Field::ClientApp && !typed.is_empty() {
        for (word, note) in [("legacy", "All legacy client apps"), ("modern", "All modern client apps")] {
            if word.starts_with(typed) {
                offers.push((word.to_owned(), About(note)));
            }
        }
    }
    if matches!(field.kind(), Kind::Time | Kind::UniqueId) {
        return offers;
    }
    let counts = match rows() {
        Some(rows) => count_codes(columns, &rows, field),
        // Counted once for all rows, each of which is a sign-in.
        None if !columns.has_summaries() => {
            columns.text_column(field).counts().iter().map(|count| u64::from(*count)).collect()
        }
        None => count_codes(columns, &columns.rows_of_all(Logs::ALL), field),
    };
    let found = if field.kind().is_single() {
        single_values(columns, field, typed, &counts)
    } else {
        listed_values(columns, field, typed, &counts)
    };
    let literal = |text: &str| pattern_text(field, &Pattern::exact(field, text));
    let mut offer = |text: &str, count: u64| {
        let text = literal(text);
        if !offers.iter().any(|(known, _)| *known == text) {
            offers.push((text, SignIns(count)));
        }
    };
    for (count, text) in found {
        offer(&text, count);
    }
    if !typed.is_empty() {
        let spellings = |term: &Term| [term.value, term.title].into_iter().chain(term.also.iter().copied());
        for term in spec.terms.iter().filter(|term| spellings(term).any(|text| lower(text).contains(typed))) {
            offer(term.value, 0);
        }
    }
    if field == Field::Country && !typed.is_empty() {
        for (code, _) in countries::COUNTRIES.iter().filter(|(_, name)| lower(name).starts_with(typed)) {
            offer(code, 0);
        }
    }
    offers
}

/// What people call a value.
fn title(field: Field, text: &str) -> &str {
    match field {
        Field::Country => countries::name(text).unwrap_or(text),
        field => field.spec().display(text),
    }
}

/// Of a field with one value at a time. Looks at texts in lower case, made once. Once something is typed, values
/// that only other sign-ins have are there too, as none.
fn single_values(columns: &Columns, field: Field, typed: &str, counts: &[u64]) -> Vec<(u64, String)> {
    let dictionary = &columns.text_column(field).dictionary;
    let finder = Finder::new(typed.as_bytes());
    let fits = |code: u32, text: &str| {
        finder.find(dictionary.lower(code).as_bytes()).is_some() || {
            let title = title(field, text);
            title != text && lower(title).contains(typed)
        }
    };
    let counted = dictionary.iter().zip(counts.iter().skip(1)).map(|((code, text), count)| (code, text, *count));
    let found = counted.filter(|(code, text, count)| (*count > 0 || !typed.is_empty()) && fits(*code, text));
    most(found.map(|(_, text, count)| (count, text)))
}

/// Of a field with several texts at a time.
fn listed_values(columns: &Columns, field: Field, typed: &str, of_code: &[u64]) -> Vec<(u64, String)> {
    let items = Items::of(columns, field);
    let mut counts = vec![0_u64; items.len()];
    for (code, count) in of_code.iter().enumerate().filter(|(_, count)| **count > 0) {
        for item in items.of_code(code as u32) {
            counts[*item as usize] += count;
        }
    }
    let known = counts.into_iter().enumerate().filter_map(|(item, count)| Some((count, items.text(item as u32)?)));
    most(known.filter(|(count, text)| {
        (*count > 0 || !typed.is_empty()) && (lower(text).contains(typed) || lower(title(field, text)).contains(typed))
    }))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Clock;
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
        suggest(&Scope::new(&columns, Clock::default()), Logs::ALL, &text, cursor)
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
    fn values_are_counted_in_the_shown_log_under_the_rest_of_the_filter() {
        let sign_in = |log, app, status| sign_in(log, 1, &[(Field::App, app), (Field::Status, status)]);
        let columns = columns(&[
            sign_in(Log::Interactive, "Teams", "failure"),
            sign_in(Log::Interactive, "Teams", "success"),
            sign_in(Log::Interactive, "Office", "success"),
            sign_in(Log::Interactive, "Office", "success"),
            sign_in(Log::ManagedIdentity, "Vault", "failure"),
        ]);
        let scope = Scope::new(&columns, Clock::default());
        let noted = |logs: Logs, text: &str| -> Vec<String> {
            let cursor = text.find('|').expect("a cursor");
            let offers = suggest(&scope, logs, &text.replace('|', ""), cursor);
            offers.into_iter().map(|offer| format!("{} {:?}", offer.text, offer.note)).collect()
        };
        let log = Log::Interactive.into();
        assert_eq!(noted(log, "app:|"), ["Office SignIns(2)", "Teams SignIns(2)"]);
        assert_eq!(noted(log, "status:failure app:|"), ["Teams SignIns(1)"]);
        assert_eq!(noted(log, "app:Teams,| status:failure"), ["Teams SignIns(1)"], "the whole term is left out");
        assert_eq!(noted(log, "-app:| -status:failure"), ["Office SignIns(2)", "Teams SignIns(1)"]);
        assert_eq!(noted(log, "status:failure app:o|"), ["Office SignIns(0)"], "what is typed is found all the same");
        assert_eq!(noted(log, "status:failure OR app:t|"), ["Teams SignIns(2)", "Vault SignIns(0)"]);
        assert_eq!(noted(Logs::ALL, "status:failure app:|"), ["Teams SignIns(1)", "Vault SignIns(1)"]);
        assert_eq!(noted(log, "ap|")[0], "app: About(\"Application\")");
    }

    #[test]
    fn countries_are_found_by_their_names() {
        let columns = columns(&[sign_in(Log::Interactive, 1, &[(Field::Country, "DE")])]);
        let scope = Scope::new(&columns, Clock::default());
        let offers = suggest(&scope, Logs::ALL, "country:ge", 10);
        let offers: Vec<(&str, &SuggestionNote)> =
            offers.iter().map(|offer| (offer.text.as_str(), &offer.note)).collect();
        assert_eq!(offers, [("DE", &SignIns(1)), ("GE", &SignIns(0))]);
    }
}
