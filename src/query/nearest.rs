//! What a mistyped word most likely meant.

/// The candidate that differs least from what was typed, if it is near: a beginning, or a few letters off.
#[must_use]
pub fn nearest<'c>(typed: &str, candidates: impl Iterator<Item = &'c str>) -> Option<&'c str> {
    let typed: Vec<char> = typed.chars().flat_map(char::to_lowercase).collect();
    let allowed = match typed.len() {
        1..=3 => 1,
        4..=5 => 2,
        6..=40 => 3,
        // Nothing, or no word.
        _ => return None,
    };
    candidates
        .filter_map(|candidate| {
            let letters: Vec<char> = candidate.chars().flat_map(char::to_lowercase).collect();
            // A beginning of at least two letters is as near as one mistake.
            let distance = if typed.len() >= 2 && letters.starts_with(&typed) { 1 } else { distance(&typed, &letters) };
            (distance <= allowed && distance < letters.len()).then_some((distance, candidate))
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// How many letters must be added, dropped, replaced or swapped with their neighbour to get from `a` to `b`.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (row, from) in a.iter().enumerate() {
        let mut line = vec![row + 1];
        for (column, to) in b.iter().enumerate() {
            let mut cost = (last[column] + usize::from(from != to)).min(last[column + 1] + 1).min(line[column] + 1);
            if row > 0 && column > 0 && *from == b[column - 1] && a[row - 1] == *to {
                cost = cost.min(before[column - 1] + 1);
            }
            line.push(cost);
        }
        before = std::mem::replace(&mut last, line);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_the_word_that_was_meant() {
        let words = ["status", "state", "user", "user_id", "ip"];
        for (typed, meant) in
            [("staus", Some("status")), ("sttaus", Some("status")), ("USR", Some("user")), ("xyzzy", None), ("q", None)]
        {
            assert_eq!(nearest(typed, words.into_iter()), meant, "{typed}");
        }
        assert_eq!(nearest("statu", words.into_iter()), Some("status"));
        assert_eq!(nearest(&"u".repeat(1_000), words.into_iter()), None);
    }
}
