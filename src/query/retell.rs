//! Telling a filter in the words of another snapshot of the same sign-ins, such as one without names.

use std::collections::HashSet;

use super::Query;
use super::eval::{also, texts, words};
use super::expr::{Expr, Subject, Term, Test, thing_of};
use super::matcher::Matchers;
use super::pattern::{Pattern, Piece};
use super::regular::Regular;
use crate::columns::Columns;
use crate::fields::{Field, Origin, Personal, lower};

/// From the words of one snapshot into those of another.
struct Telling<'a> {
    from: &'a Columns,
    to: &'a Columns,
    /// What a text becomes that is no value of any sign-in.
    hide: &'a dyn Fn(&str) -> String,
}

impl Query {
    /// The filter that finds in `to` what this one finds in `from`, two snapshots of the same rows and codes of which
    /// one has other texts. A pattern that finds the same in both stays as it is if `hide` leaves its text as it is;
    /// any other one becomes the values that it finds. Parts of policies and steps keep their patterns, without
    /// names.
    #[must_use]
    pub fn retold(&self, from: &Columns, to: &Columns, hide: &dyn Fn(&str) -> String) -> Self {
        let telling = Telling { from, to, hide };
        Self::from_expr(telling.expr(self.expr()))
    }
}

impl Telling<'_> {
    fn expr(&self, expr: &Expr) -> Expr {
        match expr {
            Expr::And(members) => Expr::And(members.iter().map(|member| self.expr(member)).collect()),
            Expr::Or(members) => Expr::Or(members.iter().map(|member| self.expr(member)).collect()),
            Expr::Not(inner) => Expr::Not(Box::new(self.expr(inner))),
            Expr::Term(Term { subject, test: Test::Any(patterns) }) => match subject {
                Subject::Field(field) => {
                    Expr::Term(Term { subject: *subject, test: Test::Any(self.values(*field, patterns)) })
                }
                // Words stand one by one.
                Subject::Anything => Expr::Or(
                    self.words(patterns)
                        .into_iter()
                        .map(|word| Expr::Term(Term { subject: *subject, test: Test::Any(vec![word]) }))
                        .collect(),
                ),
            },
            Expr::Term(term) => Expr::Term(term.clone()),
        }
    }

    /// The patterns of a field in the other words.
    fn values(&self, field: Field, patterns: &[Pattern]) -> Vec<Pattern> {
        let has_texts = self.from.unique_id_column(field).is_none() && field.spec().origin != Origin::OfTime;
        if !has_texts {
            // Identifiers of requests are the same in any words.
            return patterns.to_vec();
        }
        if thing_of(field).is_some() {
            return patterns.iter().map(|pattern| self.hidden(pattern)).collect();
        }
        let fields = || std::iter::once(field).chain(also(field).iter().copied());
        let is_same = fields().all(|field| self.finds_the_same(field, &Matchers::of(field, patterns)));
        // A name that no sign-in has is a name all the same.
        let names_somebody = self.to.is_private() && field.spec().personal.is_some();
        let finds_nothing = || fields().all(|field| self.found(field, &Matchers::of(field, patterns)).is_empty());
        if is_same && !(names_somebody && finds_nothing()) {
            return patterns.iter().map(|pattern| self.hidden(pattern)).collect();
        }
        let mut told: Vec<Pattern> = Vec::new();
        let mut met: HashSet<String> = HashSet::new();
        for field in fields() {
            let found = self.found(field, &Matchers::of(field, patterns));
            let found = found.into_iter().filter(|text| met.insert(lower(text)));
            told.extend(found.map(|text| Pattern::Exact(text.to_owned())));
        }
        // Nothing is known: so it is in any words.
        told.extend(patterns.iter().find(|pattern| is_missing(pattern)).cloned());
        if told.is_empty() { vec![nobody(field)] } else { told }
    }

    /// Bare words in the other words: what they find in names and addresses becomes an expression for these alone.
    fn words(&self, words: &[Pattern]) -> Vec<Pattern> {
        let matchers = Matchers::of_words(words);
        let finds_something = || {
            words::fields(self.from).any(|field| !self.found(field, &matchers).is_empty())
                || words.iter().any(|word| words::names_ids(self.from, word))
        };
        if words::fields(self.from).all(|field| self.finds_the_same(field, &matchers))
            && words.iter().all(|word| self.hidden(word) == *word)
            && (!self.to.is_private() || finds_something())
        {
            return words.to_vec();
        }
        let mut met: HashSet<String> = HashSet::new();
        let mut values: Vec<&str> = Vec::new();
        for field in words::fields(self.from) {
            values.extend(self.found(field, &matchers).into_iter().filter(|text| met.insert(lower(text))));
        }
        let mut told = self.told_words(&matchers, &values);
        // Identifiers and error codes are nobody's names.
        told.extend(words.iter().filter(|word| self.is_identifier(word)).cloned());
        if told.is_empty() {
            told.extend(whole(&regex::escape(&Personal::User.pseudonym(0))));
        }
        told
    }

    /// Words that find these values and nothing else. A word finds longer ones too, so that it may have to be an
    /// expression.
    fn told_words(&self, matchers: &Matchers, values: &[&str]) -> Vec<Pattern> {
        if values.len() <= MOST_WORDS {
            let words: Vec<Pattern> = values.iter().map(|text| Pattern::Exact((*text).to_owned())).collect();
            let told = Matchers::of_words(&words);
            let finds_the_same = |field| {
                texts::hits(self.from.text_column(field), field, matchers)
                    == texts::hits(self.to.text_column(field), field, &told)
            };
            if words::fields(self.from).all(finds_the_same) {
                return words;
            }
        }
        let escaped: Vec<String> = values.iter().map(|text| regex::escape(text)).collect();
        escaped.chunks(AT_ONCE).filter_map(|values| whole(&values.join("|"))).collect()
    }

    /// Whether a word names requests or an error, and in the other words nobody.
    fn is_identifier(&self, word: &Pattern) -> bool {
        let matchers = Matchers::of_words(std::slice::from_ref(word));
        let finds_names = words::fields(self.from).any(|field| {
            let [from, to] =
                [self.from, self.to].map(|columns| texts::hits(columns.text_column(field), field, &matchers));
            to.iter().zip(&from).any(|(to, from)| *to && !*from)
        });
        !finds_names && (self.hidden(word) == *word) && words::names_ids(self.from, word)
    }

    fn finds_the_same(&self, field: Field, matchers: &Matchers) -> bool {
        let [from, to] = [self.from, self.to].map(|columns| columns.text_column(field));
        std::ptr::eq(from, to)
            || matchers.is_empty()
            || texts::hits(from, field, matchers) == texts::hits(to, field, matchers)
    }

    /// The texts in the other words of what is found; of lists, the items.
    fn found(&self, field: Field, matchers: &Matchers) -> Vec<&str> {
        if matchers.is_empty() {
            return Vec::new();
        }
        let [from, to] = [self.from, self.to].map(|columns| columns.text_column(field));
        let hits = texts::hits(from, field, matchers);
        let codes = hits.into_iter().zip(0..).filter(|(hit, _)| *hit).map(|(_, code)| code);
        let found = codes.filter_map(|code| Some((from.dictionary.text(code)?, to.dictionary.text(code)?)));
        if field.kind().is_single() {
            return found.map(|(_, told)| told).collect();
        }
        let items = found.flat_map(|(text, told)| {
            // Items that have become one can't be told from each other.
            let is_same_list = text.lines().count() == told.lines().count();
            let items = text.lines().zip(told.lines()).filter(|(item, _)| matchers.fits(field, item, &lower(item)));
            let items: Vec<&str> = if is_same_list { items.map(|(_, told)| told).collect() } else { Vec::new() };
            if items.is_empty() { told.lines().collect() } else { items }
        });
        items.collect()
    }

    /// A pattern whose text names nobody.
    fn hidden(&self, pattern: &Pattern) -> Pattern {
        match pattern {
            Pattern::Exact(text) => Pattern::Exact((self.hide)(text)),
            Pattern::Wildcard(pieces) => Pattern::Wildcard(
                pieces
                    .iter()
                    .map(|piece| match piece {
                        Piece::Text(text) => Piece::Text((self.hide)(text)),
                        Piece::One | Piece::Run => piece.clone(),
                    })
                    .collect(),
            ),
            Pattern::Regular(regular) => {
                let hidden = (self.hide)(regular.as_str());
                Regular::parse(&hidden).map_or(Pattern::Exact(hidden), Pattern::Regular)
            }
            Pattern::Network(_) | Pattern::Legacy | Pattern::Modern => pattern.clone(),
        }
    }
}

/// So many words are written one by one.
const MOST_WORDS: usize = 20;
/// So many values stand in one expression: a large one takes long to compile.
const AT_ONCE: usize = 200;

fn is_missing(pattern: &Pattern) -> bool {
    matches!(pattern, Pattern::Exact(text) if text.is_empty())
}

/// What nothing fits.
fn nobody(field: Field) -> Pattern {
    let personal = field.spec().personal.unwrap_or(Personal::User);
    Pattern::Exact(personal.pseudonym(0))
}

/// An expression for texts that are one of these as a whole.
fn whole(values: &str) -> Option<Pattern> {
    Regular::parse(&format!("^({values})$")).ok().map(Pattern::Regular)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::clock::Clock;
    use crate::columns::{Builder, Columns};
    use crate::fields::{Log, Logs};
    use crate::query::fixtures::{any_columns, columns, fitting_query, known_field, sign_in};
    use crate::query::{Scope, count_values, select};

    fn told(query: &Query, from: &Columns, to: &Columns) -> Query {
        let hide = |text: &str| match to.pseudonyms() {
            Some(pseudonyms) => pseudonyms.sentence(text).into_owned(),
            None => text.to_owned(),
        };
        query.retold(from, to, &hide)
    }

    fn found(columns: &Columns, query: &Query) -> Vec<crate::columns::RowId> {
        select(&Scope::new(columns, Clock::default()), Logs::ALL, query)
    }

    /// Whether an address stands there in two spellings. A pattern may find one of them only; the pseudonym, which is that
    /// of the address, finds both.
    fn spells_twice(columns: &Columns) -> bool {
        let texts = &columns.text_column(Field::Ip).dictionary;
        texts.iter().any(|(_, text)| text.strip_prefix("::ffff:").is_some_and(|rest| texts.code_of(rest) != 0))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn a_filter_finds_the_same_sign_ins_without_names_and_with_them_again(
            real in any_columns(),
            query in fitting_query(),
        ) {
            prop_assume!(!spells_twice(&real));
            let hidden = real.made_private();
            let private = told(&query, &real, &hidden);
            prop_assert_eq!(found(&real, &query), found(&hidden, &private), "{} became {}", query, private);
            let read: Result<Query, _> = private.to_string().parse();
            prop_assert_eq!(read.as_ref(), Ok(&private));
            let again = told(&private, &hidden, &real);
            prop_assert_eq!(found(&real, &query), found(&real, &again), "{} became {}", private, again);
        }

        #[test]
        fn values_have_the_same_counts_without_names(real in any_columns(), field in known_field()) {
            let hidden = real.made_private();
            let counts = |columns: &Columns| {
                let rows = columns.rows_of_all(Logs::ALL);
                let mut counts: Vec<u64> = count_values(columns, &rows, field).iter().map(|count| count.count).collect();
                counts.sort_unstable();
                counts
            };
            prop_assert_eq!(counts(&real), counts(&hidden));
        }
    }

    #[test]
    fn filters_lose_their_names_and_keep_the_rest() {
        let real = columns(&[
            sign_in(
                Log::Interactive,
                1,
                &[(Field::User, "Anna Berg"), (Field::Ip, "203.0.113.7"), (Field::App, "Teams")],
            ),
            sign_in(
                Log::Interactive,
                2,
                &[(Field::User, "Ben"), (Field::Ip, "203.0.113.9"), (Field::App, "User portal")],
            ),
        ]);
        let hidden = real.made_private();
        for (text, expected) in [
            ("user:\"anna berg\" app:Teams", "user:\"User 1\" app:Teams"),
            ("-user:b*", "-user:\"User 2\""),
            ("ip:203.0.113.0/24", "ip:\"IP address 1\",\"IP address 2\""),
            ("anna", "\"User 1\""),
            ("teams", "teams"),
            ("user", "\"User portal\""),
            ("user:Carl", "user:\"User 0\""),
            ("carl", "/^(User 0)$/"),
            ("last:7d has:user", "last:7d has:user"),
        ] {
            let query: Query = text.parse().expect("a filter");
            assert_eq!(told(&query, &real, &hidden).to_string(), expected, "{text}");
        }
    }

    #[test]
    fn columns_without_sign_ins_have_no_names_either() {
        let empty = Builder::default().finish();
        let query: Query = "user:anna".parse().expect("a filter");
        assert_eq!(told(&query, &empty, &empty.made_private()).to_string(), "user:\"User 0\"");
    }
}
