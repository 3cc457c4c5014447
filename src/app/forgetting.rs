//! What is said before and after a source is forgotten.

use crate::cache::Leaving;

/// A number of sign-ins with a verb, in the right number.
fn sign_ins(count: u64, one: &str, many: &str) -> String {
    match count {
        0 => format!("No sign-in {one}"),
        1 => format!("1 sign-in {one}"),
        count => format!("{count} sign-ins {many}"),
    }
}

/// What would go with a source, and what would stay: sentences without a full stop.
#[must_use]
pub fn question(leaving: Leaving) -> Vec<String> {
    let mut sentences = vec![match leaving.gone {
        0 => "No sign-in will go: there is none that only this file brought".to_owned(),
        gone => sign_ins(gone, "that only this file brought will go", "that only this file brought will go"),
    }];
    if leaving.kept > 0 {
        sentences.push(sign_ins(
            leaving.kept,
            "stays, with what other files tell of it",
            "stay, with what other files tell of them",
        ));
    }
    sentences
}

/// What went with a source.
pub(super) fn notice(name: &str, leaving: Leaving) -> String {
    let mut text = format!("\u{201c}{name}\u{201d} was forgotten. {}", sign_ins(leaving.gone, "is gone", "are gone"));
    if leaving.kept > 0 {
        let stay = if leaving.kept == 1 { "stays" } else { "stay" };
        text = format!("{text}, {} {stay}", leaving.kept);
    }
    format!("{text}. Import the file again to bring it back")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_and_what_stays_is_told_in_the_right_number() {
        let leaving = |gone, kept| Leaving { gone, kept };
        assert_eq!(question(leaving(1, 0)), ["1 sign-in that only this file brought will go"]);
        assert_eq!(
            question(leaving(3, 1)),
            ["3 sign-ins that only this file brought will go", "1 sign-in stays, with what other files tell of it"]
        );
        assert_eq!(
            notice("a.csv", leaving(3, 0)),
            "\u{201c}a.csv\u{201d} was forgotten. 3 sign-ins are gone. Import the file again to bring it back"
        );
        assert!(notice("a.csv", leaving(0, 2)).contains("No sign-in is gone, 2 stay."));
    }
}
