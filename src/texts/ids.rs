//! The names of all texts and of their arguments, which the compiler checks uses against.

// `IDS`: what the English file has, in order, as build.rs lists it.
include!(concat!(env!("OUT_DIR"), "/text_ids.rs"));

/// Stops the compiler where a text of this name takes other arguments or does not exist.
///
/// # Panics
///
/// Within the compiler alone.
pub const fn check(id: &str, arguments: &[&str]) {
    let (mut low, mut high) = (0, IDS.len());
    while low < high {
        let middle = usize::midpoint(low, high);
        if is_less(IDS[middle].0.as_bytes(), id.as_bytes()) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    assert!(low < IDS.len() && is_same(IDS[low].0, id), "assets/texts/en/signin_lens.ftl has no text of this name");
    let known = IDS[low].1;
    assert!(known.len() == arguments.len(), "the English text of this name has more or fewer arguments");
    let mut at = 0;
    while at < arguments.len() {
        let mut other = 0;
        while other < known.len() && !is_same(known[other], arguments[at]) {
            other += 1;
        }
        assert!(other < known.len(), "the English text of this name has no argument of this name");
        at += 1;
    }
}

const fn is_same(one: &str, other: &str) -> bool {
    !is_less(one.as_bytes(), other.as_bytes()) && !is_less(other.as_bytes(), one.as_bytes())
}

const fn is_less(one: &[u8], other: &[u8]) -> bool {
    let mut at = 0;
    while at < one.len() && at < other.len() {
        if one[at] != other[at] {
            return one[at] < other[at];
        }
        at += 1;
    }
    one.len() < other.len()
}
