//! The AADSTS codes: what each means, what usually causes it, and what to do.
//!
//! The table is `assets/aadsts.tsv`, one code a line. Microsoft does not publish which codes the portal
//! shows as interrupted; the table marks the codes that Microsoft's own workbooks count as pending user
//! action and those whose published text describes a prompt or a redirect.

use std::collections::BTreeSet;
use std::sync::LazyLock;

/// One code of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The number; 0 is success.
    pub code: u32,
    /// Microsoft's symbol, empty where none is published.
    pub symbol: &'static str,
    /// The kind of problem, one of [`CLASSES`].
    pub class: &'static str,
    /// `success`, `failure` or `interrupted`: the status where a file gives none.
    pub status: &'static str,
    /// What happened; never empty.
    pub meaning: &'static str,
    /// What usually causes it; empty where nothing is known.
    pub cause: &'static str,
    /// What an administrator should check first; empty where nothing is known.
    pub first: &'static str,
    /// What to check next; may be empty.
    pub second: &'static str,
}

/// The classes of codes with their titles.
pub const CLASSES: [(&str, &str); 25] = [
    ("success", "Success"),
    ("user-interrupt", "User was asked something"),
    ("credential", "Password and credentials"),
    ("password-change", "Password change"),
    ("account-state", "State of the account"),
    ("mfa", "Multifactor authentication"),
    ("conditional-access", "Conditional Access"),
    ("risk-block", "Blocked for risk"),
    ("device", "Device"),
    ("passwordless-key", "Passwordless and keys"),
    ("certificate-auth", "Certificate-based authentication"),
    ("external-user-tenant", "External users and tenants"),
    ("consent-permission", "Consent and permissions"),
    ("app-config", "Configuration of the application"),
    ("protocol-request", "Request of the application"),
    ("token-session", "Tokens and sessions"),
    ("workload-credential", "Credentials of applications"),
    ("federation", "Federation"),
    ("hybrid-pta", "Pass-through authentication"),
    ("hybrid-seamless-sso", "Seamless single sign-on"),
    ("external-auth-provider", "External authentication provider"),
    ("claims-transformation", "Claims transformation"),
    ("custom-extension", "Custom authentication extension"),
    ("browser-client", "Browser"),
    ("throttling-service", "Service and throttling"),
];

impl Entry {
    /// The title of its class.
    #[must_use]
    pub fn class_title(&self) -> &'static str {
        CLASSES.iter().find(|(key, _)| *key == self.class).map_or(self.class, |(_, title)| title)
    }
}

/// Every entry, in the order of the codes' text.
#[must_use]
pub fn entries() -> &'static [Entry] {
    &TABLE
}

/// The entry of a code, if the table has it.
#[must_use]
pub fn entry(code: u32) -> Option<&'static Entry> {
    TABLE.binary_search_by_key(&code, |entry| entry.code).ok().map(|at| &TABLE[at])
}

/// The status that a code stands for where a file has no status word.
#[must_use]
pub fn status_of(code: u32) -> &'static str {
    match code {
        0 => "success",
        _ => entry(code).map_or("failure", |entry| entry.status),
    }
}

/// Entries in which all the words occur (in code, symbol, class, meaning, cause or advice), those with
/// the words in symbol or meaning first. Case does not count.
#[must_use]
pub fn search(words: &str) -> Vec<&'static Entry> {
    // A long text says many words again and again.
    let words: BTreeSet<String> = words.split_whitespace().map(str::to_lowercase).collect();
    if words.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<(bool, &Entry)> = TABLE
        .iter()
        .zip(SEARCHED.iter())
        .filter_map(|(entry, (main, rest))| {
            let in_main = words.iter().all(|word| main.contains(word.as_str()));
            let anywhere =
                in_main || words.iter().all(|word| main.contains(word.as_str()) || rest.contains(word.as_str()));
            anywhere.then_some((!in_main, entry))
        })
        .collect();
    found.sort_by_key(|(later, entry)| (*later, entry.code));
    found.into_iter().map(|(_, entry)| entry).collect()
}

/// What an error message tells: the code and the identifiers that lead to its sign-in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Message {
    /// The number behind `AADSTS`, or the number alone.
    pub code: Option<u32>,
    /// The request ID (called Trace ID in newer messages).
    pub request_id: Option<String>,
    /// The correlation ID.
    pub correlation_id: Option<String>,
    /// The time, as the message writes it.
    pub timestamp: Option<String>,
}

/// Reads a code as a person types it (`50126`, `AADSTS50126`, `aadsts 50126`) or a whole pasted error
/// message. Nothing is found in plain words.
#[must_use]
pub fn read_message(text: &str) -> Message {
    let lower = text.to_ascii_lowercase();
    let digits = |from: &str| -> Option<u32> {
        let number: String = from.trim_start().chars().take_while(char::is_ascii_digit).collect();
        number.parse().ok()
    };
    let code = lower
        .match_indices("aadsts")
        .find_map(|(at, word)| digits(lower[at + word.len()..].trim_start_matches([':', '-', '_'])))
        .or_else(|| text.trim().parse().ok())
        .or_else(|| labelled(&lower, &["error code", "error_codes", "errorcode"]).and_then(|at| digits(&lower[at..])));
    // Byte positions of the lower-case copy hold in the original: ASCII lower-casing keeps lengths.
    let guid = |labels: &[&str]| {
        let rest = &text[labelled(&lower, labels)?..];
        let id: String = rest.chars().take_while(|c| c.is_ascii_hexdigit() || *c == '-').collect();
        (id.len() == 36).then(|| id.to_ascii_lowercase())
    };
    let timestamp = labelled(&lower, &["timestamp"]).map(|at| {
        text[at..]
            .chars()
            .take_while(|c| !matches!(c, '\n' | '\r' | '"' | ',' | '}'))
            .collect::<String>()
            .trim()
            .to_owned()
    });
    Message {
        code,
        request_id: guid(&["request id", "request_id", "requestid", "trace id", "trace_id", "traceid"]),
        correlation_id: guid(&["correlation id", "correlation_id", "correlationid"]),
        timestamp: timestamp.filter(|time| time.starts_with(|c: char| c.is_ascii_digit())),
    }
}

/// The byte behind a label and whatever separates it from its value.
fn labelled(lower: &str, labels: &[&str]) -> Option<usize> {
    labels.iter().find_map(|label| {
        let after = lower.find(label)? + label.len();
        let gap = lower[after..].len() - lower[after..].trim_start_matches([':', '=', '"', '\'', '[', ' ']).len();
        Some(after + gap)
    })
}

static TABLE: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    let mut entries: Vec<Entry> =
        include_str!("../../assets/aadsts.tsv").lines().skip(1).filter_map(read_line).collect();
    entries.sort_by_key(|entry| entry.code);
    entries
});

/// Of each entry in lower case what it is called by, and what else it says.
static SEARCHED: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let texts = |entry: &Entry| {
        let main = format!("{} {} {}", entry.code, entry.symbol, entry.meaning).to_lowercase();
        let rest = [entry.class_title(), entry.cause, entry.first, entry.second].join(" ").to_lowercase();
        (main, rest)
    };
    TABLE.iter().map(texts).collect()
});

fn read_line(line: &'static str) -> Option<Entry> {
    let cells: Vec<&'static str> = line.split('\t').collect();
    let [code, symbol, class, status, meaning, cause, first, second] = cells.try_into().ok()?;
    Some(Entry { code: code.parse().ok()?, symbol, class, status, meaning, cause, first, second })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn the_table_is_whole() {
        let lines = include_str!("../../assets/aadsts.tsv").lines().count() - 1;
        assert_eq!(entries().len(), lines, "a line could not be read");
        let mut codes = HashSet::new();
        let mut meanings = HashSet::new();
        for entry in entries() {
            assert!(codes.insert(entry.code), "{} is there twice", entry.code);
            assert!(!entry.meaning.is_empty(), "{} has no meaning", entry.code);
            assert!(meanings.insert(entry.meaning), "{} shares its meaning with another code", entry.code);
            assert!(CLASSES.iter().any(|(key, _)| *key == entry.class), "{}: class {}", entry.code, entry.class);
            assert!(["success", "failure", "interrupted"].contains(&entry.status), "{}: {}", entry.code, entry.status);
            assert!(
                entry.second.is_empty() || !entry.first.is_empty(),
                "{} has a second step but no first",
                entry.code
            );
            for cell in [entry.symbol, entry.meaning, entry.cause, entry.first, entry.second] {
                assert_eq!(cell.trim(), cell, "{} has stray blanks", entry.code);
                assert!(!cell.contains('{'), "{} has a placeholder: {cell}", entry.code);
            }
        }
    }

    #[test]
    fn interrupted_codes_are_no_failures() {
        for code in [50074, 50140, 50076, 50072, 65001] {
            assert_eq!(status_of(code), "interrupted", "{code}");
        }
        assert_eq!(status_of(50126), "failure");
        assert_eq!(status_of(0), "success");
        assert_eq!(status_of(4_000_000_000), "failure");
    }

    #[test]
    fn codes_are_read_as_people_type_them() {
        for text in ["50126", " AADSTS50126 ", "aadsts50126:", "AADSTS 50126", "Error code: 50126"] {
            assert_eq!(read_message(text).code, Some(50126), "{text}");
        }
        assert_eq!(read_message("password expired").code, None);
    }

    #[test]
    fn a_pasted_message_gives_its_identifiers() {
        let text = "invalid_client: AADSTS7000222: The provided client secret keys are expired.\r\n\
                    Trace ID: 3f1b6b0e-0d1c-4a52-9f3e-2a5b8c9d0e00\r\n\
                    Correlation ID: 9A2C7F10-1111-4222-8333-444455556666\r\nTimestamp: 2026-10-12 08:15:03Z";
        let message = read_message(text);
        assert_eq!(message.code, Some(7_000_222));
        assert_eq!(message.request_id.as_deref(), Some("3f1b6b0e-0d1c-4a52-9f3e-2a5b8c9d0e00"));
        assert_eq!(message.correlation_id.as_deref(), Some("9a2c7f10-1111-4222-8333-444455556666"));
        assert_eq!(message.timestamp.as_deref(), Some("2026-10-12 08:15:03Z"));
    }

    #[test]
    fn words_find_codes() {
        assert!(search("password expired").iter().any(|entry| entry.code == 50055));
        assert!(search("").is_empty());
        assert!(search("zzz nothing").is_empty());
    }
}
