//! Finding titles by some of their letters.

/// How well a title fits, and its letters that did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Match {
    /// Larger is better.
    pub(super) score: i32,
    /// Places of the letters in the title, counted in characters.
    pub(super) places: Vec<usize>,
}

/// Looks for every word of `typed` in `title`, in whatever order: whole, as a part, or as letters that follow each
/// other from the beginning of a word; or in the other words for it. `None` if one is nowhere. No words fit all.
pub(super) fn fuzzy_match(typed: &str, title: &str, synonyms: &str) -> Option<Match> {
    let letters: Vec<char> = title.chars().map(lower).collect();
    let mut all = Match::default();
    for word in typed.split_whitespace() {
        let word: Vec<char> = word.chars().map(lower).collect();
        let found = part(&word, &letters).or_else(|| subsequence(&word, &letters));
        match found {
            Some(found) => {
                all.score += found.score;
                all.places.extend(found.places);
            }
            None if is_synonym(&word, synonyms) => all.score += 45,
            None => return None,
        }
    }
    // Of titles that fit alike the shorter is meant.
    all.score -= i32::try_from(letters.len() / 8).unwrap_or(i32::MAX / 2);
    Some(all)
}

/// One small letter for one letter, so that places stay.
fn lower(letter: char) -> char {
    let mut small = letter.to_lowercase();
    match (small.next(), small.next()) {
        (Some(only), None) => only,
        _ => letter,
    }
}

fn begins_word(letters: &[char], place: usize) -> bool {
    place == 0 || !letters[place - 1].is_alphanumeric()
}

/// The word as it stands in the title: best at its beginning, then at that of a word.
fn part(word: &[char], letters: &[char]) -> Option<Match> {
    let starts = letters.windows(word.len()).enumerate().filter(|(_, part)| *part == word).map(|(place, _)| place);
    let score = |place: usize| {
        let ends = letters.get(place + word.len()).is_none_or(|next| !next.is_alphanumeric());
        let begins = if place == 0 {
            100
        } else if begins_word(letters, place) {
            80
        } else {
            50
        };
        begins + if ends { 10 } else { 0 }
    };
    let best = starts.max_by_key(|place| (score(*place), std::cmp::Reverse(*place)))?;
    Some(Match { score: score(best), places: (best..best + word.len()).collect() })
}

/// Letters of the word in their order, the first at the beginning of a word, with few others between.
fn subsequence(word: &[char], letters: &[char]) -> Option<Match> {
    if word.len() < 2 {
        return None;
    }
    let from = |start: usize| {
        let mut places = vec![start];
        for letter in &word[1..] {
            let next = places.last()? + 1;
            // The beginning of a later word is meant rather than a letter within this one.
            let is_here = letters.get(next) == Some(letter);
            let rest = || (next..letters.len()).filter(|place| letters[*place] == *letter);
            let found = if is_here { Some(next) } else { rest().find(|place| begins_word(letters, *place)) };
            places.push(found.or_else(|| rest().next())?);
        }
        let span = places.last()? - start + 1;
        (span <= word.len() * 5).then(|| Match { score: 40 - i32::try_from(span - word.len()).unwrap_or(40), places })
    };
    let starts = (0..letters.len()).filter(|place| letters[*place] == word[0] && begins_word(letters, *place));
    starts.filter_map(from).max_by_key(|found| found.score)
}

fn is_synonym(word: &[char], synonyms: &str) -> bool {
    let word: String = word.iter().collect();
    synonyms.split(' ').any(|known| known.starts_with(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn best<'t>(typed: &str, titles: &[&'t str]) -> Vec<&'t str> {
        let mut found: Vec<(i32, &str)> =
            titles.iter().filter_map(|title| Some((fuzzy_match(typed, title, "")?.score, *title))).collect();
        found.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        found.into_iter().map(|(_, title)| title).collect()
    }

    #[test]
    fn the_beginning_beats_a_word_and_a_word_beats_a_part() {
        let titles = ["Undo a sort", "Resort", "Sort by User", "Open"];
        assert_eq!(best("sort", &titles), ["Sort by User", "Undo a sort", "Resort"]);
    }

    #[test]
    fn words_fit_in_any_order_and_letters_stand_for_words() {
        assert_eq!(best("country sort", &["Sort by Country or region", "Sort by City"]), ["Sort by Country or region"]);
        assert_eq!(best("sbc", &["Sort by City", "Show column Status"]), ["Sort by City"]);
        assert_eq!(fuzzy_match("sbc", "Sort by City", "").map(|found| found.places), Some(vec![0, 5, 8]));
        assert_eq!(best("xq", &["Sort by City"]), [""; 0]);
    }

    #[test]
    fn other_words_find_a_title_too() {
        assert!(fuzzy_match("star", "Bookmark", "star flag").is_some());
        assert!(fuzzy_match("tar", "Bookmark", "star flag").is_none());
        assert_eq!(fuzzy_match("", "Bookmark", ""), Some(Match { score: -1, places: Vec::new() }));
    }
}
