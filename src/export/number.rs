//! Numbers of what leaves the window, as people of every place read them.

use crate::clock::Notation;
use crate::fields::Noun;

/// A count with thin blanks between thousands, which reads the same in every language.
#[must_use]
pub fn count(count: u64) -> String {
    Notation::ISO.count(count)
}

/// A share from 0 to 1 in percent. Only a whole share reads as 100 %, and only none as 0 %.
#[must_use]
pub fn percent(share: f64) -> String {
    Notation::ISO.percent(share)
}

/// A count with its noun, in the right number.
#[must_use]
pub fn counted(number: u64, one: &str, many: &str) -> String {
    format!("{} {}", count(number), if number == 1 { one } else { many })
}

/// A count of records by what they are called.
#[must_use]
pub fn records(number: u64, noun: Noun) -> String {
    counted(number, noun.one, noun.many)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!(count(0), "0");
        assert_eq!(count(999), "999");
        assert_eq!(count(1_234_567), "1\u{2009}234\u{2009}567");
    }
}
