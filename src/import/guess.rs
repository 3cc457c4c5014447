//! What the columns of an unknown table may hold, guessed by their names and by what is in them.

use std::sync::LazyLock;

use super::dates::{self, Style};
use super::mapping::is_assignable;
use crate::fields::{Field, Kind, Log, fold};

/// What is in a column, as far as most of its values show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Content {
    Nothing,
    Date,
    Address,
    /// `anna@example.com`
    Account,
    Guid,
    /// Whole numbers.
    Number,
    /// Words for success and failure.
    Status,
    Text,
}

/// Further words that people use for a field.
const WORDS: [(Field, &[&str]); 16] = [
    (
        Field::Time,
        &["when", "timestamp", "datetime", "logintime", "logontime", "signintime", "eventtime", "zeit", "zeitpunkt"],
    ),
    (Field::Username, &["account", "login", "logon", "email", "mail", "upn", "accountname", "konto", "anmeldename"]),
    (Field::User, &["who", "name", "displayname", "person", "fullname"]),
    (Field::Ip, &["ip", "clientip", "sourceip", "srcip", "address", "remoteaddress", "ipaddr", "adresse"]),
    (Field::App, &["app", "appname", "program", "service", "client"]),
    (Field::Status, &["result", "outcome", "success", "ergebnis"]),
    (Field::ErrorCode, &["error", "code", "errorcode", "resultcode", "resulttype"]),
    (Field::FailureReason, &["reason", "message", "error message", "grund"]),
    (Field::Country, &["country", "land", "countrycode"]),
    (Field::City, &["city", "town", "stadt"]),
    (Field::DeviceName, &["device", "host", "hostname", "computer", "gerät"]),
    (Field::Os, &["os", "platform", "operatingsystem"]),
    (Field::Browser, &["browser"]),
    (Field::UserAgent, &["agent", "useragent"]),
    (Field::RequestId, &["requestid", "eventid", "signinid"]),
    (Field::CorrelationId, &["correlation", "correlationid"]),
];

/// A guess below this is none.
const LEAST: f32 = 0.62;

/// Guesses the field of each column, no field twice; `values` are those of some rows, by column.
pub(super) fn fields(log: Log, names: &[String], values: &[Vec<String>]) -> Vec<Option<Field>> {
    let mut guesses: Vec<(f32, usize, Field)> = Vec::new();
    for (at, name) in names.iter().enumerate() {
        let content = content(values.get(at).map_or(&[], Vec::as_slice));
        let name = letters(name);
        for field in Field::of(log).filter(|field| is_assignable(*field)) {
            let score = score(&name, content, field);
            if score >= LEAST {
                guesses.push((score, at, field));
            }
        }
    }
    guesses.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let mut chosen: Vec<Option<Field>> = vec![None; names.len()];
    for (_, at, field) in guesses {
        if !chosen.contains(&Some(field))
            && let Some(slot @ None) = chosen.get_mut(at)
        {
            *slot = Some(field);
        }
    }
    chosen
}

/// How well a column and a field go together, from 0; a column whose name is the field's has 1 and more.
fn score(name: &[char], content: Content, field: Field) -> f32 {
    let by_content = match (content, field.kind()) {
        (Content::Nothing, _) => 0.0,
        (Content::Date, Kind::Time) => 0.7,
        (Content::Address, Kind::Address) if field == Field::Ip => 0.7,
        (Content::Account, Kind::Text) if field == Field::Username => 0.7,
        (Content::Status, Kind::Choice) if field == Field::Status => 0.65,
        (Content::Guid, Kind::Id | Kind::UniqueId) | (Content::Number, Kind::Code | Kind::Number(_)) => 0.2,
        // What can't be there is not, whatever the name says.
        (_, Kind::Time | Kind::Address | Kind::Code) | (Content::Date | Content::Address, _) => return 0.0,
        (Content::Guid | Content::Number, Kind::Text | Kind::Choice) => -0.3,
        _ => 0.0,
    };
    by_content + likeness(name, field)
}

/// How alike a column's name is to what the field is called anywhere, from 0 to 1.
fn likeness(name: &[char], field: Field) -> f32 {
    SPELLINGS[field as usize].iter().fold(0.0, |most, spelling| alike(name, spelling, most))
}

/// What each field is called anywhere, as letters that are compared.
static SPELLINGS: LazyLock<Vec<Vec<Vec<char>>>> = LazyLock::new(|| {
    let of_field = |field: Field| {
        let spec = field.spec();
        let last_steps = spec.json.iter().map(|path| path.rsplit('.').next().unwrap_or(path));
        let own_words = WORDS.iter().filter(|(of, _)| *of == field).flat_map(|(_, words)| words.iter().copied());
        let spellings =
            [spec.key, spec.title].into_iter().chain(spec.csv.iter().copied()).chain(spec.aliases.iter().copied());
        spellings.chain(last_steps).chain(own_words).map(letters).collect()
    };
    Field::ALL.into_iter().map(of_field).collect()
});

/// The letters of a name that are compared.
fn letters(name: &str) -> Vec<char> {
    fold(name).chars().take(60).collect()
}

/// 1 for the same words, less for each letter that differs; `least` if it is less than that.
fn alike(a: &[char], b: &[char], least: f32) -> f32 {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    if long.is_empty() {
        return least;
    }
    // A name within a longer one counts as well, as `ip` in `client_ip_address` does not but `username` in `ad_username` does.
    let is_within = short.len() >= 5 && long.windows(short.len()).any(|part| part == short);
    let least = if is_within { least.max(0.7) } else { least };
    let alike = |distance: usize| 1.0 - distance as f32 / long.len() as f32;
    if alike(long.len() - short.len()) <= least {
        return least;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, left) in a.iter().enumerate() {
        let mut corner = i;
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
        for (j, right) in b.iter().enumerate() {
            let replaced = corner + usize::from(left != right);
            corner = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(corner + 1);
        }
    }
    alike(row.last().copied().unwrap_or(long.len())).max(least)
}

fn content(values: &[String]) -> Content {
    let filled: Vec<&str> = values.iter().map(|value| value.trim()).filter(|value| !value.is_empty()).collect();
    if filled.is_empty() {
        return Content::Nothing;
    }
    let mostly = |is: &dyn Fn(&str) -> bool| filled.iter().filter(|value| is(value)).count() * 5 >= filled.len() * 3;
    let is_number = |value: &str| value.bytes().all(|byte| byte.is_ascii_digit());
    let is_date = |value: &str| !is_number(value) && dates::parse(value, Style::default()).is_some();
    // Day and month may be in the other order, which shows only with days above 12.
    let is_date_or_turned = |value: &str| {
        is_date(value)
            || dates::parse(value, Style { day_first: true, ..Style::default() }).is_some() && !is_number(value)
    };
    let is_address = |value: &str| value.parse::<std::net::IpAddr>().is_ok();
    let is_account = |value: &str| value.contains('@') && value.contains('.') && !value.contains(char::is_whitespace);
    let is_guid = |value: &str| value.len() == 36 && value.matches('-').count() == 4;
    let is_status = |value: &str| {
        !is_number(value)
            && Field::Status.spec().known_value(value).is_some()
            && !matches!(fold(value).as_str(), "true" | "false")
    };
    if mostly(&is_date_or_turned) {
        Content::Date
    } else if mostly(&is_address) {
        Content::Address
    } else if mostly(&is_account) {
        Content::Account
    } else if mostly(&is_guid) {
        Content::Guid
    } else if mostly(&is_number) {
        Content::Number
    } else if mostly(&is_status) {
        Content::Status
    } else {
        Content::Text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_contents_tell_what_columns_hold() {
        let columns: [(&str, &str, Option<Field>); 9] = [
            ("Zeitstempel", "04.12.2025 08:19:41", Some(Field::Time)),
            ("Wer", "anna@example.com", Some(Field::Username)),
            ("Displayname", "Anna Berg", Some(Field::User)),
            ("x_forwarded", "203.0.113.5", Some(Field::Ip)),
            ("aplication", "Mail", Some(Field::App)),
            ("Ausgang", "Fehler", Some(Field::Status)),
            ("Code", "50126", Some(Field::ErrorCode)),
            ("remark", "see ticket", None),
            ("date of birth", "not told", None),
        ];
        let names: Vec<String> = columns.iter().map(|(name, ..)| (*name).to_owned()).collect();
        let values: Vec<Vec<String>> = columns.iter().map(|(_, value, _)| vec![(*value).to_owned(); 3]).collect();
        let expected: Vec<Option<Field>> = columns.iter().map(|(.., field)| *field).collect();
        assert_eq!(fields(Log::Interactive, &names, &values), expected);
    }
}
