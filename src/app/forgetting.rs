//! What is said once a source was forgotten.

use crate::cache::Leaving;
use crate::fields::Noun;

/// What went with a source, what stays, and how it comes back.
pub(super) fn notice(name: &str, leaving: Leaving, noun: Noun) -> String {
    let gone = match leaving.gone {
        0 if leaving.entries > 0 => "What it told of users is gone".to_owned(),
        0 => format!("No {} is gone", noun.one),
        1 => format!("1 {} is gone", noun.one),
        gone => format!("{gone} {} are gone", noun.many),
    };
    let stay = match leaving.kept {
        0 => String::new(),
        1 => ", 1 stays".to_owned(),
        kept => format!(", {kept} stay"),
    };
    format!("\u{201c}{name}\u{201d} was forgotten. {gone}{stay}. Import the file again to bring it back")
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
