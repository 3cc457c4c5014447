//! Colours that stay: the same name has the same colour in every chart, as far as there are enough colours.

use std::collections::{HashMap, HashSet};

use super::LIGHT;

/// What wants one of the series colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Claim<'a> {
    /// The one of this number, whoever else has it.
    Slot(usize),
    /// The one that follows from this key.
    Key(&'a str),
}

const COLORS: usize = LIGHT.series.len();

/// A number per claim, in the order of the claims: a number below 8 is that colour of
/// [`Palette::series`](super::Palette::series), one from 8 to 15 the same colours drawn in a second way, such as dashed.
///
/// A key names its favourite colour and, should that be taken, its next ones. The first claims choose first: less
/// important names beside them change nothing, so the top three look in a chart of ten as they do alone. Equal keys have one
/// colour. To keep colours across charts with other orders too, claim once for all names and hand out the numbers.
#[must_use]
pub fn slots(claims: &[Claim<'_>]) -> Vec<usize> {
    let wanted = claims.iter().filter_map(|claim| if let Claim::Slot(slot) = claim { Some(*slot) } else { None });
    let mut taken: HashSet<usize> = wanted.collect();
    let mut known: HashMap<&str, usize> = HashMap::new();
    claims
        .iter()
        .map(|claim| match claim {
            Claim::Slot(slot) => *slot,
            Claim::Key(key) => *known.entry(key).or_insert_with(|| {
                let hash = hash(key);
                let free = wishes(hash).find(|slot| !taken.contains(slot));
                let slot = free.unwrap_or_else(|| (hash % COLORS as u64) as usize + COLORS);
                taken.insert(slot);
                slot
            }),
        })
        .collect()
}

/// All colours in the order in which a key likes them, then all of them in their second way.
fn wishes(hash: u64) -> impl Iterator<Item = usize> {
    let first = (hash % COLORS as u64) as usize;
    // Odd steps visit each of the eight colours once.
    let step = ((hash >> 8) % (COLORS as u64 / 2)) as usize * 2 + 1;
    (0..2 * COLORS).map(move |place| (first + place * step) % COLORS + place / COLORS * COLORS)
}

/// FNV-1a with a final mix: the same on every machine and in every version of the program.
fn hash(key: &str) -> u64 {
    let hash = key
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
    let mixed = (hash ^ (hash >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    mixed ^ (mixed >> 33)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;

    use super::*;

    fn keys<'a>(names: &[&'a str]) -> Vec<Claim<'a>> {
        names.iter().map(|name| Claim::Key(name)).collect()
    }

    #[test]
    fn a_name_alone_always_has_the_same_colour() {
        // A change here would give every application of every deck another colour.
        let alone = ["Exchange", "Teams", "SharePoint", "Azure Portal"].map(|name| slots(&keys(&[name]))[0]);
        assert_eq!(alone, [2, 2, 1, 7]);
    }

    #[test]
    fn less_important_names_change_no_colour() {
        let names = ["Exchange", "Teams", "SharePoint", "Azure Portal", "Graph", "Payroll", "Intranet"];
        let all = slots(&keys(&names));
        for count in 0..names.len() {
            assert_eq!(slots(&keys(&names[..count])), all[..count]);
        }
    }

    #[test]
    fn equal_keys_have_one_colour() {
        let slots = slots(&keys(&["Exchange", "Teams", "Exchange"]));
        assert_eq!(slots[0], slots[2]);
        assert_ne!(slots[0], slots[1]);
    }

    #[test]
    fn a_wanted_colour_is_given_and_kept_from_the_others() {
        let alone = slots(&keys(&["Exchange"]))[0];
        let both = slots(&[Claim::Key("Exchange"), Claim::Slot(alone)]);
        assert_eq!(both[1], alone);
        assert_ne!(both[0], alone);
    }

    proptest! {
        #[test]
        fn names_never_share_a_look_while_there_are_enough(names in prop::collection::hash_set(".{0,8}", 0..16)) {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let slots = slots(&keys(&names));
            prop_assert_eq!(slots.iter().collect::<HashSet<_>>().len(), names.len());
            let plain = slots.iter().filter(|slot| **slot < COLORS).count();
            prop_assert_eq!(plain, names.len().min(COLORS));
        }

        #[test]
        fn any_number_of_names_gets_colours(names in prop::collection::vec(".{0,4}", 0..60)) {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            prop_assert!(slots(&keys(&names)).iter().all(|slot| *slot < 2 * COLORS));
        }
    }
}
