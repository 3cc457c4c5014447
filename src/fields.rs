//! The one table of every field of every report.
//!
//! A field is declared once, in [`table`]: its key, title, kind, the logs that have it, how wide its
//! column is, and how each export format spells it. Importers, the cache, the columns, the filter
//! language, the column chooser, the detail and the exports all read this table; none of them names a
//! header or a JSON property itself. A new column is a new row here.
//!
//! This floor knows nothing of files, of the cache or of windows.

mod languages;
mod log;
mod parts;
mod personal;
mod record_types;
mod shown_logs;
mod shown_nouns;
mod table;
mod telling;
mod terms;

pub use languages::{Language, field_in_language};
pub use log::{Log, Logs, Noun, Report};
pub use parts::Part;
pub use personal::Personal;
pub use table::{Field, default_columns};
pub use telling::risk_level_words;
pub use terms::{Term, fold, lower};

/// What kind of values a field holds; decides how they are compared, sorted, aligned and shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A moment, in UTC milliseconds.
    Time,
    /// Free text: a name, a reason, a user agent.
    Text,
    /// One of a short list of values, spelled as Microsoft Graph spells them; see [`Spec::terms`].
    Choice,
    /// Yes or no; stored as `true` and `false`.
    Flag,
    /// An AADSTS error code; 0 is success.
    Code,
    /// A number with its unit (empty if it has none).
    Number(&'static str),
    /// An identifier that comes back in many records (an application's, a user's).
    Id,
    /// An identifier that is different in nearly every record; kept as 16 bytes where it can be.
    UniqueId,
    /// An IPv4 or IPv6 address.
    Address,
    /// Several texts, in the order of the record; separated by line breaks where one text holds them all.
    List,
    /// The authentication steps of a sign-in, as [`crate::record::AuthStep`]s.
    Steps,
    /// The Conditional Access policies of a sign-in, as [`crate::record::PolicyResult`]s.
    Policies,
}

impl Kind {
    /// Whether a record holds at most one value, so that the field can be a column of a table.
    #[must_use]
    pub fn is_single(self) -> bool {
        !matches!(self, Self::List | Self::Steps | Self::Policies)
    }

    /// Whether values are aligned right, as numbers are.
    #[must_use]
    pub fn is_numeric(self) -> bool {
        matches!(self, Self::Code | Self::Number(_))
    }
}

/// Where the values of a field are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// They are its own.
    Own,
    /// They are parts of another field, and the cache keeps a list of them too.
    ListOf(Part),
    /// They are parts of another field, taken from there where they are asked for.
    Within(Part),
    /// They follow from the time of the sign-in and the zone in which it is shown: nothing keeps them, and they can be
    /// asked for in filters only.
    OfTime,
    /// They come from the analyst and not from reports: importers, originals and the cache's table of events do
    /// not have them.
    Analyst,
    /// Look-ups in the directory tell them of the user of an event: they are found when the columns are loaded, and the
    /// cache's table of events does not have them.
    Directory,
}

/// One row of the table of fields.
#[derive(Clone, Copy, Debug)]
pub struct Spec {
    /// What scripts and the filter language call it; never changes once released.
    pub key: &'static str,
    /// Further names the filter language accepts.
    pub aliases: &'static [&'static str],
    /// What the window calls it, as the portal does.
    pub title: &'static str,
    /// The kind of its values.
    pub kind: Kind,
    /// The logs that have it.
    pub logs: Logs,
    /// Width of its column in points, before the user changes it.
    pub width: f32,
    /// Whether it may be a column of a table: offered by the portal or by its files, and either single-valued or a list
    /// of few short texts, which stand side by side and are sorted as one text.
    pub column: bool,
    /// Whether it is a sensible key for groups, facets and series.
    pub group: bool,
    /// Spellings in the portal's CSV downloads through the years, compared by [`header_key`].
    pub csv: &'static [&'static str],
    /// Paths in the portal's and Graph's JSON, best first, steps separated by `.`.
    pub json: &'static [&'static str],
    /// Paths in the tables of Log Analytics and in diagnostic logs, where they differ from those of `json` by more than
    /// case and punctuation; they count less.
    pub azure: &'static [&'static str],
    /// Paths in records of the Microsoft 365 audit log, whose names mean other things there.
    pub m365: &'static [&'static str],
    /// The values that a choice, or a list of words, is known to take.
    pub terms: &'static [Term],
    /// Whether other values than those of `terms` are to be expected.
    pub is_open: bool,
    /// Where its values come from.
    pub origin: Origin,
    /// Whom or what its values name, if they are not to be seen by everyone.
    pub personal: Option<Personal>,
    /// What a newcomer should know about it; empty if the title says it all.
    pub about: &'static str,
}

impl Spec {
    /// The part of another field that it is, if it is one.
    #[must_use]
    pub const fn part(&self) -> Option<Part> {
        match self.origin {
            Origin::Own | Origin::OfTime | Origin::Analyst | Origin::Directory => None,
            Origin::ListOf(part) | Origin::Within(part) => Some(part),
        }
    }

    /// Whether the cache keeps it with the sign-ins.
    #[must_use]
    pub const fn is_stored(&self) -> bool {
        !matches!(self.origin, Origin::Within(_) | Origin::OfTime | Origin::Analyst | Origin::Directory)
    }

    /// Whether look-ups in the directory tell it of the user of an event.
    #[must_use]
    pub const fn is_of_directory(&self) -> bool {
        matches!(self.origin, Origin::Directory)
    }

    /// Whether a sign-in has a value of it that can be listed, apart from any zone.
    #[must_use]
    pub const fn is_listed(&self) -> bool {
        !matches!(self.origin, Origin::OfTime)
    }

    /// What the window shows for a stored value: the portal's words for a known choice, else the value itself.
    #[must_use]
    pub fn display<'a>(&self, value: &'a str) -> &'a str {
        match self.kind {
            Kind::Flag if value == "true" => "Yes",
            Kind::Flag if value == "false" => "No",
            Kind::Choice | Kind::List => {
                self.terms.iter().find(|term| term.value == value).map_or(value, |term| term.title)
            }
            _ => value,
        }
    }

    /// The stored form of what a file or a person spells: the Graph value of a known choice, `true` or `false`
    /// of a flag. `None` if the text is none of the values known; it is then stored as it stands.
    #[must_use]
    pub fn known_value(&self, text: &str) -> Option<&'static str> {
        match self.kind {
            Kind::Flag => match fold(text).as_str() {
                "true" | "yes" | "1" => Some("true"),
                "false" | "no" | "0" => Some("false"),
                word => languages::yes_or_no(word).map(|yes| if yes { "true" } else { "false" }),
            },
            Kind::Choice | Kind::List => terms::find(self.terms, text).map(|term| term.value),
            _ => None,
        }
    }
}

/// How header names are compared: case, repeated and surrounding blanks do not count, since the
/// portal's own headers carry trailing and double blanks.
#[must_use]
pub fn header_key(header: &str) -> String {
    let words: Vec<&str> = header.trim_start_matches('\u{feff}').split_whitespace().collect();
    words.join(" ").to_lowercase()
}

/// A name such as `trustedNamedLocation` or `EntryImportAdd` as words: `Trusted named location`, `Entry import add`.
#[must_use]
pub fn words_of(name: &str) -> String {
    let mut text = String::with_capacity(name.len() + 4);
    let mut before = ' ';
    for c in name.chars() {
        if text.is_empty() {
            text.extend(c.to_uppercase());
        } else if c.is_uppercase() && before.is_lowercase() {
            text.push(' ');
            text.extend(c.to_lowercase());
        } else {
            text.push(c);
        }
        before = c;
    }
    text
}

/// The identifier that stands for nobody: all zeros, as unknown users and missing applications have it.
pub const ZERO_ID: &str = "00000000-0000-0000-0000-000000000000";

/// Whether an identifier is [`ZERO_ID`]: the same for all whom it stands for, so that nothing may be taken
/// for one because of it.
#[must_use]
pub fn is_zero_id(text: &str) -> bool {
    text == ZERO_ID
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn keys_and_aliases_are_unique_and_plain() {
        let mut seen = HashSet::new();
        for field in Field::ALL {
            for name in std::iter::once(&field.spec().key).chain(field.spec().aliases) {
                assert!(seen.insert(*name), "{name} names two fields");
                assert!(
                    name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_' || c == '-'),
                    "{name} is hard to type"
                );
            }
        }
    }

    #[test]
    fn no_report_fills_a_field_of_the_analysts() {
        let own: Vec<Field> = Field::ALL.into_iter().filter(|field| field.spec().origin == Origin::Analyst).collect();
        assert_eq!(own, [Field::Bookmarked, Field::Note]);
        assert!(own.iter().all(|field| field.spec().csv.is_empty() && field.spec().json.is_empty()));
    }

    #[test]
    fn what_the_directory_tells_is_in_no_report() {
        for spec in Field::ALL.into_iter().map(Field::spec).filter(|spec| spec.is_of_directory()) {
            assert!(!spec.is_stored() && spec.is_listed() && spec.csv.is_empty() && spec.azure.is_empty());
        }
    }

    #[test]
    fn what_follows_from_the_time_is_in_no_report_and_no_table() {
        let of_time: Vec<Field> = Field::ALL.into_iter().filter(|field| !field.spec().is_listed()).collect();
        assert_eq!(of_time, [Field::Weekday, Field::Hour]);
        for spec in of_time.into_iter().map(Field::spec) {
            assert!(spec.csv.is_empty() && spec.json.is_empty() && !spec.column && !spec.group && !spec.is_stored());
        }
    }

    #[test]
    fn no_header_names_two_fields() {
        let mut seen = HashSet::new();
        for field in Field::ALL {
            for header in field.spec().csv {
                assert!(seen.insert(header_key(header)), "{header} names two fields");
            }
        }
    }

    #[test]
    fn default_columns_are_columns_of_their_log() {
        for log in Log::ALL {
            for field in default_columns(log) {
                assert!(field.spec().column, "{} is no column", field.key());
                assert!(field.spec().logs.contains(log), "{} is not in {}", field.key(), log.key());
            }
        }
    }

    #[test]
    fn columns_hold_one_value_or_short_texts_side_by_side() {
        for field in Field::ALL.into_iter().filter(|field| field.spec().column) {
            let is_list = field.kind() == Kind::List && field.spec().is_stored();
            assert!(field.kind().is_single() || is_list, "{}", field.key());
        }
    }

    #[test]
    fn choices_read_every_spelling_and_show_the_portals_words() {
        let spec = Field::ConditionalAccess.spec();
        for spelling in ["notApplied", "Not applied", "NOT APPLIED", "not-applied"] {
            assert_eq!(spec.known_value(spelling), Some("notApplied"), "{spelling}");
        }
        assert_eq!(spec.display("notApplied"), "Not applied");
        assert_eq!(spec.known_value("somethingNew"), None);
        assert_eq!(spec.display("somethingNew"), "somethingNew");
    }

    #[test]
    fn names_in_one_word_are_read_as_words() {
        for (name, words) in [
            ("EntryImportAdd", "Entry import add"),
            ("trustedNamedLocation", "Trusted named location"),
            ("Import user from HR", "Import user from HR"),
            ("intranet", "Intranet"),
            ("", ""),
        ] {
            assert_eq!(words_of(name), words);
        }
    }

    #[test]
    fn parts_are_lists_and_never_columns() {
        for field in Field::ALL {
            let spec = field.spec();
            if let Some(part) = spec.part() {
                assert!(spec.kind == Kind::List && !spec.column && spec.csv.is_empty(), "{}", spec.key);
                assert_eq!(field.stored_in() == field, spec.is_stored(), "{}", spec.key);
                assert!(
                    part.of().spec().is_stored() && spec.logs.iter().all(|log| part.of().spec().logs.contains(log))
                );
            } else {
                let is_kept =
                    spec.is_stored() || matches!(spec.origin, Origin::Analyst | Origin::OfTime | Origin::Directory);
                assert!(is_kept, "{} has no place to be in", spec.key);
            }
        }
    }

    #[test]
    fn lower_case_keeps_beginnings_in_every_script() {
        for (text, same) in [
            ("ΟΔΟΣ", "οδος"),
            ("ΟΔΟΣ", "οδοσ"),
            ("\u{130}STANBUL", "istanbul"),
            ("ДМИТРИЙ", "дмитрий"),
            ("STRA\u{1e9e}E", "stra\u{df}e"),
            ("Anna", "ANNA"),
        ] {
            assert_eq!(lower(text), lower(same));
        }
        assert!(lower("ΟΔΟΣΑ").starts_with(&lower("ΟΔΟΣ")));
    }

    #[test]
    fn headers_compare_without_stray_blanks() {
        assert_eq!(header_key("\u{feff}Date (UTC)"), "date (utc)");
        assert_eq!(header_key("Autonomous system  number"), header_key("autonomous system number "));
    }
}
