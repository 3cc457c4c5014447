//! Values as files spell them to values as they are stored.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;
use std::net::Ipv6Addr;

use foldhash::fast::FixedState;
use memchr::memchr;

use super::numbers;
use crate::fields::{Field, Kind, Log, Report};
use crate::record::Record;
use crate::reference::countries;

/// Spellings remembered of one field; files hold a handful, hostile ones do not fill the memory.
const MEMO: usize = 1_000;

/// Turns spellings into stored values and remembers those that are slow to look up.
#[derive(Debug, Default)]
pub(super) struct Values {
    memo: RefCell<HashMap<Field, Spellings, FixedState>>,
}

/// Each spelling with the known value it stands for, if any.
type Spellings = HashMap<Box<str>, Option<&'static str>, FixedState>;

impl Values {
    /// The stored form of a field's value; `None` if the text says nothing.
    pub(super) fn stored<'a>(&self, field: Field, text: Cow<'a, str>) -> Option<Cow<'a, str>> {
        let text = trim(text);
        // A lone hyphen is how tables of Elasticsearch show that there is nothing.
        if text.is_empty() || text == "-" {
            return None;
        }
        let kind = field.kind();
        let text = if matches!(kind, Kind::Time | Kind::Text | Kind::List | Kind::Steps | Kind::Policies) {
            text
        } else {
            without_apostrophe(text)
        };
        match kind {
            Kind::Choice | Kind::Flag => Some(match self.known(field, &text) {
                Some(value) => Cow::Borrowed(value),
                None => text,
            }),
            Kind::Code => code(text),
            // Azure's logs have the path of an Azure resource under the name of the identifier of a resource.
            Kind::Id if text.starts_with('/') => None,
            // Digits that are not there can't be guessed, and a wrong number is worse than none.
            Kind::Id | Kind::UniqueId | Kind::Number(_) if numbers::is_rounded(&text) => None,
            Kind::Id | Kind::UniqueId => Some(lower_guid(text)),
            Kind::Address => Some(address(text)),
            Kind::Number("ms" | "") if numbers::is_ambiguous(&text) => Some(text),
            Kind::Number("ms" | "") => Some(match numbers::whole(&text) {
                Some(digits) => Cow::Owned(digits.into_owned()),
                None => numbers::with_point(text),
            }),
            Kind::Number(_) => Some(numbers::with_point(text)),
            Kind::List if !field.spec().terms.is_empty() => Some(self.items(field, text)),
            Kind::Text if field == Field::Country => Some(self.country(text)),
            Kind::Time | Kind::Text | Kind::List | Kind::Steps | Kind::Policies => Some(text),
        }
    }

    /// The items of a list whose values are known, each as it is stored: several stand with commas between them.
    fn items<'a>(&self, field: Field, text: Cow<'a, str>) -> Cow<'a, str> {
        if let Some(value) = self.known(field, &text) {
            return Cow::Borrowed(value);
        }
        let several: Option<Vec<&str>> =
            text.split([',', ';', '\n']).map(|item| self.known(field, item.trim())).collect();
        several.map_or(text, |items| Cow::Owned(items.join("\n")))
    }

    /// The code of a country that is spelled in another way; a text that names none stays as it is.
    fn country<'a>(&self, text: Cow<'a, str>) -> Cow<'a, str> {
        if countries::is_code(&text) {
            return text;
        }
        let mut memo = self.memo.borrow_mut();
        let spellings = memo.entry(Field::Country).or_default();
        if let Some(code) = spellings.get(&*text) {
            return code.map_or(text, Cow::Borrowed);
        }
        let code = countries::code_of(&text);
        if spellings.len() < MEMO {
            spellings.insert((&*text).into(), code);
        }
        code.map_or(text, Cow::Borrowed)
    }

    /// Puts a value into a record, unless the record has one.
    pub(super) fn fill<'a>(&self, record: &mut Record<'a>, field: Field, text: Cow<'a, str>) {
        if record.get(field).is_none()
            && let Some(value) = self.stored(field, text)
        {
            record.set(field, value);
        }
    }

    fn known(&self, field: Field, text: &str) -> Option<&'static str> {
        let mut memo = self.memo.borrow_mut();
        let spellings = memo.entry(field).or_default();
        if let Some(value) = spellings.get(text) {
            return *value;
        }
        let spec = field.spec();
        let term = spec.terms.iter().find(|term| term.value == text);
        let value = term.map(|term| term.value).or_else(|| spec.known_value(text));
        if spellings.len() < MEMO {
            spellings.insert(text.into(), value);
        }
        value
    }
}

/// A text without surrounding blanks.
pub(super) fn trim(text: Cow<'_, str>) -> Cow<'_, str> {
    // Nearly all texts end here.
    let is_dense = |byte: &u8| byte.is_ascii_graphic();
    if let (Some(first), Some(last)) = (text.as_bytes().first(), text.as_bytes().last())
        && is_dense(first)
        && is_dense(last)
    {
        return text;
    }
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
        Cow::Owned(text) => {
            let trimmed = text.trim();
            if trimmed.len() == text.len() { Cow::Owned(text) } else { Cow::Owned(trimmed.to_owned()) }
        }
    }
}

/// Without the apostrophe by which spreadsheets are told that a cell is text.
fn without_apostrophe(text: Cow<'_, str>) -> Cow<'_, str> {
    if !text.starts_with('\'') {
        return text;
    }
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(&text[1..]),
        Cow::Owned(text) => Cow::Owned(text[1..].to_owned()),
    }
}

/// Leaves it to the error code to tell the status of a sign-in whose status is a word that is not known, as in a language that
/// is not; the word stays in the original.
pub(super) fn settle_status(record: &mut Record<'_>) {
    if record.log == Log::ActivitySignIns {
        // The status that such a record tells is that of writing the record; what happened is told by its operation.
        match record.get(Field::Activity) {
            Some("UserLoggedIn") => record.set(Field::Status, "success"),
            Some("UserLoginFailed") => record.set(Field::Status, "failure"),
            _ => {}
        }
        // How it went on, such as `Redirect`; of a sign-in that failed the file tells the error.
        let went_on = record.get(Field::ProcessingDetails).and_then(|details| {
            let line = details.lines().find_map(|line| line.strip_prefix("ResultStatusDetail: "))?;
            (!line.eq_ignore_ascii_case("success")).then(|| line.to_owned())
        });
        if let (Some(went_on), None) = (went_on, record.get(Field::FailureReason)) {
            record.set(Field::FailureReason, went_on);
        }
        return;
    }
    let is_unknown =
        record.get(Field::Status).is_some_and(|status| !matches!(status, "success" | "failure" | "interrupted"));
    if is_unknown && record.log.report() == Report::SignIns && record.get(Field::ErrorCode).is_some() {
        record.clear(Field::Status);
    }
}

/// The digits of an error code: `AADSTS50126` is 50126.
fn code(text: Cow<'_, str>) -> Option<Cow<'_, str>> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(text);
    }
    if text.starts_with(|c: char| c.is_ascii_digit()) {
        // `50126: Invalid username` is a code, `5.01E+04` is none.
        let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
        let is_alone = !text[end..].starts_with(['.', ',']);
        return numbers::whole(&text)
            .map(|digits| Cow::Owned(digits.into_owned()))
            .or_else(|| is_alone.then(|| Cow::Owned(text[..end].to_owned())));
    }
    let digits: String = text.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    (!digits.is_empty()).then_some(Cow::Owned(digits))
}

/// A GUID in lower case, anything else as it stands: thumbprints and names keep their case.
fn lower_guid(text: Cow<'_, str>) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let is_guid = bytes.len() == 36
        && bytes.iter().any(u8::is_ascii_uppercase)
        && bytes.iter().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => *byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        });
    if is_guid { Cow::Owned(text.to_ascii_lowercase()) } else { text }
}

/// An address without its port and brackets, IPv6 in its shortest form; a masked address stays as it is.
fn address(text: Cow<'_, str>) -> Cow<'_, str> {
    if memchr(b':', text.as_bytes()).is_none() {
        return text;
    }
    let bare = match text.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((inner, rest)) if rest.is_empty() || rest.starts_with(':') => inner,
        _ => match text.split_once(':') {
            Some((host, port)) if host.contains('.') && port.bytes().all(|byte| byte.is_ascii_digit()) => host,
            _ => &text,
        },
    };
    match bare.parse::<Ipv6Addr>() {
        Ok(address) => Cow::Owned(address.to_string()),
        Err(_) if bare.len() == text.len() => text,
        Err(_) => Cow::Owned(bare.to_owned()),
    }
}

/// Names of countries that are names of states too, so that `Atlanta, Georgia` tells no country, and of parts of a
/// country: `London, England` tells a state.
const STATES: [&str; 6] = ["England", "Georgia", "Luxembourg", "Northern Ireland", "Scotland", "Wales"];
/// Countries that are called as the city that they are, or as their capital.
const CITY_STATES: [&str; 11] = [
    "Djibouti",
    "Gibraltar",
    "Guatemala",
    "Hong Kong",
    "Kuwait",
    "Luxembourg",
    "Macao",
    "Macau",
    "Monaco",
    "San Marino",
    "Singapore",
];
/// Countries whose names alone may be those of towns of another country.
const TOWNS: [&str; 2] = ["Jordan", "Lebanon"];

/// City, state and country of a place such as `San Diego, California, US`, where any part may be missing. A country may be
/// named in whole: `London, United Kingdom`.
pub(super) fn place(text: &str) -> [&str; 3] {
    let is_one_of = |names: &[&str], part: &str| names.iter().any(|name| part.eq_ignore_ascii_case(name));
    let is_code = |part: &str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_uppercase());
    let is_country = |part: &str| is_code(part) || !is_one_of(&STATES, part) && countries::code_of(part).is_some();
    let Some((front, last)) = text.rsplit_once(',') else {
        let only = text.trim();
        return if is_one_of(&CITY_STATES, only) {
            [only, "", only]
        } else if is_one_of(&STATES, only) {
            ["", only, ""]
        } else if is_country(only) && !is_one_of(&TOWNS, only) {
            ["", "", only]
        } else {
            [only, "", ""]
        };
    };
    let last = last.trim();
    match front.rsplit_once(',') {
        // Commas beyond two belong to the city.
        Some((city, state)) => [city.trim(), state.trim(), last],
        None if is_country(last) || last.is_empty() => [front.trim(), "", last],
        None => [front.trim(), last, ""],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stored(field: Field, text: &str) -> Option<String> {
        Values::default().stored(field, Cow::Borrowed(text)).map(Cow::into_owned)
    }

    #[test]
    fn values_take_their_stored_form() {
        for (field, text, expected) in [
            (Field::Status, "Interrupted", Some("interrupted")),
            (Field::Compliant, "Yes", Some("true")),
            (Field::Compliant, " FALSE ", Some("false")),
            (Field::ClientApp, "Something new", Some("Something new")),
            (Field::ErrorCode, "AADSTS50126", Some("50126")),
            (Field::ErrorCode, "none", None),
            (Field::ErrorCode, "5,0126E+04", Some("50126")),
            (Field::ErrorCode, "5.01E+04", None),
            (Field::ErrorCode, "50126: Invalid", Some("50126")),
            (Field::ErrorCode, "'50126", Some("50126")),
            (Field::UserId, "1.23457E+17", None),
            (Field::Latitude, "59,91", Some("59.91")),
            (Field::Latency, "1,234", Some("1234")),
            (Field::Latency, "1,5", Some("1.5")),
            (Field::AutonomousSystem, "6,4512E+04", Some("64512")),
            (Field::AutonomousSystem, "6,45E+04", None),
            (Field::AutonomousSystem, "6.45E+04", None),
            (Field::Country, "USA", Some("US")),
            (Field::Country, "UK", Some("GB")),
            (Field::Country, "united kingdom", Some("GB")),
            (Field::Country, "NO", Some("NO")),
            (Field::Country, "Atlantis", Some("Atlantis")),
            (Field::Compliant, "WAHR", Some("true")),
            (Field::Compliant, "Faux", Some("false")),
            (Field::User, "-", None),
            (Field::UserId, "3E4687D3-9832-44D7-9BD4-9D6378942AEB", Some("3e4687d3-9832-44d7-9bd4-9d6378942aeb")),
            (Field::UserId, "00000000-0000-0000-0000-000000000000", Some("00000000-0000-0000-0000-000000000000")),
            (Field::CredentialThumbprint, "AB12", Some("AB12")),
            (Field::ResourceId, "/tenants/1/providers/Microsoft.aadiam", None),
            (Field::User, "  ", None),
            (Field::User, " Zo\u{eb} ", Some("Zo\u{eb}")),
        ] {
            assert_eq!(stored(field, text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn addresses_lose_ports_and_brackets_and_masks_stay() {
        for (text, expected) in [
            ("203.0.113.5", "203.0.113.5"),
            ("203.0.113.5:5123", "203.0.113.5"),
            ("[2001:DB8::1]:443", "2001:db8::1"),
            ("2001:0db8:0:0:0:0:0:1", "2001:db8::1"),
            ("203.0.113.xxx", "203.0.113.xxx"),
            ("2001:db8::xxxx", "2001:db8::xxxx"),
        ] {
            assert_eq!(stored(Field::Ip, text).as_deref(), Some(expected));
        }
    }

    #[test]
    fn places_are_cut_into_their_parts() {
        for (text, expected) in [
            ("San Diego, California, US", ["San Diego", "California", "US"]),
            (", , US", ["", "", "US"]),
            ("Oslo, NO", ["Oslo", "", "NO"]),
            ("Oslo, Viken", ["Oslo", "Viken", ""]),
            ("NO", ["", "", "NO"]),
            ("Oslo", ["Oslo", "", ""]),
            ("Washington, D. C., District, US", ["Washington, D. C.", "District", "US"]),
            ("New York, USA", ["New York", "", "USA"]),
            ("London, UK", ["London", "", "UK"]),
            ("Seoul, South Korea", ["Seoul", "", "South Korea"]),
            ("Atlanta, Georgia", ["Atlanta", "Georgia", ""]),
            ("Germany", ["", "", "Germany"]),
            ("London, England", ["London", "England", ""]),
            ("Edinburgh, Scotland, GB", ["Edinburgh", "Scotland", "GB"]),
            ("England", ["", "England", ""]),
            ("Singapore", ["Singapore", "", "Singapore"]),
            ("Luxembourg", ["Luxembourg", "", "Luxembourg"]),
            ("Lebanon", ["Lebanon", "", ""]),
            ("jordan", ["jordan", "", ""]),
            ("Beirut, Lebanon", ["Beirut", "", "Lebanon"]),
            ("", ["", "", ""]),
        ] {
            assert_eq!(place(text), expected, "{text}");
        }
    }
}
