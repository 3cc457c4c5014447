//! What is asked of the table of AADSTS codes: a code, words, or a pasted message.

use signin_lens::reference::aadsts::{entry, read_message, search, status_of};

/// Tries a text.
pub fn run(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    let message = read_message(&text);
    if let Some(code) = message.code {
        assert!(entry(code).is_none_or(|entry| entry.code == code), "{code} is explained as another one");
        assert!(["success", "failure", "interrupted"].contains(&status_of(code)), "{code} has no status");
    }
    for id in [&message.request_id, &message.correlation_id].into_iter().flatten() {
        assert!(
            id.len() == 36 && text.to_ascii_lowercase().contains(id.as_str()),
            "{id} is no identifier of the message"
        );
    }
    if let Some(timestamp) = &message.timestamp {
        assert!(text.contains(timestamp.as_str()), "{timestamp} is not in the message");
    }
    let found = search(&text);
    let first = text.split_whitespace().next().map(str::to_lowercase).unwrap_or_default();
    for entry in found {
        let all = [entry.symbol, entry.class_title(), entry.meaning, entry.cause, entry.first, entry.second].join(" ");
        let all = format!("{} {}", entry.code, all.to_lowercase());
        assert!(all.contains(&first), "{} was found by {first:?}", entry.code);
    }
}
