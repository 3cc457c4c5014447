//! What is said once a source was forgotten.

use crate::cache::Leaving;
use crate::fields::Noun;
use crate::texts::text;

/// What went with a source, what stays, and how it comes back.
pub(super) fn notice(name: &str, leaving: Leaving, noun: Noun) -> String {
    let Leaving { gone, kept, entries } = leaving;
    let (record, records) = (noun.shown_one(), noun.shown_count(gone));
    match (gone, kept) {
        // Such a file tells of no record.
        (0, _) if entries > 0 => text!("forget-done-users", name = name),
        (_, 0) => text!("forget-done", name = name, gone = gone, record = record, records = records),
        _ => text!("forget-done-but", name = name, gone = gone, record = record, records = records, kept = kept),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_went_and_what_stays_is_told_in_the_right_number() {
        let told = |gone, kept| notice("a.csv", Leaving { gone, kept, entries: 0 }, Noun::SIGN_IN);
        assert_eq!(
            told(3, 0),
            "\u{201c}a.csv\u{201d} was forgotten. 3 sign-ins are gone. Import the file again to bring it back"
        );
        assert!(told(0, 2).contains("No sign-in is gone, 2 stay."));
        assert!(told(1, 1).contains("1 sign-in is gone, 1 stays."));
    }
}
