//! Which sign-ins are of one application or one resource: things that have a name, an identifier, or both.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use foldhash::fast::FixedState;

use super::numbering::{Key, Numbered, numbered, renumber};
use crate::columns::{Columns, RowId};
use crate::fields::{Field, ZERO_ID, is_zero_id, lower};
use crate::query::Query;

/// A kind of thing that sign-ins name.
pub(super) struct Naming {
    /// The field of its name, whose filter finds the identifier too.
    pub name: Field,
    /// The field of its identifier.
    pub id: Field,
    /// The title of what sign-ins that name none are about.
    pub unknown: &'static str,
}

/// Client applications.
pub(super) const APPLICATIONS: Naming = Naming { name: Field::App, id: Field::AppId, unknown: "Unknown application" };

/// What is signed in to.
pub(super) const RESOURCES: Naming =
    Naming { name: Field::Resource, id: Field::ResourceId, unknown: "Unknown resource" };

type FastMap<K, V> = HashMap<K, V, FixedState>;

/// The applications or resources of some rows. Each is what one value of the field of its name finds in a
/// filter: names that differ only in case are one, and so are a name and an identifier with the same text.
pub(super) struct NamedThings {
    /// The thing of a name and an identifier, by their codes; those without either are 0.
    of_codes: FastMap<Key<2>, usize>,
    pub known: Vec<Named>,
}

/// One of them.
pub(super) struct Named {
    pub title: String,
    pub filter: Query,
    is_unknown: bool,
}

impl NamedThings {
    /// The things of these rows, and the place of each row's thing among those known.
    pub fn of_rows(columns: &Columns, rows: &[RowId], naming: &'static Naming) -> (Self, Vec<u32>) {
        let [names, ids] = [naming.name, naming.id].map(|field| columns.text_column(field));
        let codes_of = |place: usize| [names.code(rows[place]), ids.code(rows[place])];
        let Numbered { keys, mut numbers } = numbered(rows.len(), names.dictionary.len() + 1, codes_of);
        let things = Self::of_counts(columns, &keys, naming);
        let place_of = |(codes, _): &(Key<2>, u64)| things.of_codes.get(codes).copied().unwrap_or(0) as u32;
        renumber(&mut numbers, &keys.iter().map(place_of).collect::<Vec<_>>());
        (things, numbers)
    }

    /// The things of names and identifiers, by their codes, with their numbers of rows.
    fn of_counts(columns: &Columns, counts: &[(Key<2>, u64)], naming: &'static Naming) -> Self {
        let [names, ids] = [naming.name, naming.id].map(|field| columns.text_column(field));
        let id_of = |id| ids.dictionary.text(id).filter(|text| !is_zero_id(text));
        // What tells a thing: its name, or its identifier where it has no name.
        let spelling = |name, id| names.dictionary.text(name).or_else(|| id_of(id));
        let mut numbers: FastMap<String, usize> = FastMap::default();
        let mut parents = vec![0];
        for ([name, id], _) in counts {
            if let Some(text) = spelling(*name, *id) {
                numbers.entry(lower(text)).or_insert_with(|| {
                    parents.push(parents.len());
                    parents.len() - 1
                });
            }
        }
        let number_of = |text: Option<&str>| text.and_then(|text| numbers.get(&lower(text)).copied());
        for ([name, id], _) in counts {
            if let (Some(by_name), Some(by_id)) = (number_of(names.dictionary.text(*name)), number_of(id_of(*id))) {
                let (one, other) = (root(&parents, by_name), root(&parents, by_id));
                parents[one.max(other)] = one.min(other);
            }
        }
        let mut places: FastMap<usize, usize> = FastMap::default();
        places.insert(0, 0);
        let mut spellings: Vec<BTreeMap<(bool, String), u64>> = vec![BTreeMap::new()];
        let mut of_codes = FastMap::default();
        for &([name, id], count) in counts {
            let text = spelling(name, id);
            let number = root(&parents, number_of(text).unwrap_or(0));
            let place = *places.entry(number).or_insert_with(|| {
                spellings.push(BTreeMap::new());
                spellings.len() - 1
            });
            of_codes.insert([name, id], place);
            if let Some(text) = text {
                *spellings[place].entry((name != 0, text.to_owned())).or_default() += count;
            }
        }
        let has_zero_id = ids.dictionary.code_of(ZERO_ID) != 0;
        let known = spellings.iter().map(|texts| Named::new(naming, texts, has_zero_id)).collect();
        Self { of_codes, known }
    }
}

/// The number that stands for all that were joined with this one.
fn root(parents: &[usize], mut number: usize) -> usize {
    while parents[number] != number {
        number = parents[number];
    }
    number
}

impl Named {
    /// Whether it stands for all that have neither name nor identifier.
    pub fn is_unknown(&self) -> bool {
        self.is_unknown
    }

    /// The thing of these spellings (and whether they are names) with their numbers of sign-ins; of
    /// none if it is what has no name.
    fn new(naming: &Naming, spellings: &BTreeMap<(bool, String), u64>, has_zero_id: bool) -> Self {
        let most = spellings.iter().max_by_key(|((is_name, text), count)| (*is_name, **count, Reverse(text)));
        let title = most.map_or_else(|| naming.unknown.to_owned(), |((_, text), _)| text.clone());
        // The texts that find it, in lower case, each with its spelling in the filter.
        let mut texts = BTreeMap::from([(lower(&title), title.clone())]);
        for (_, text) in spellings.keys() {
            texts.entry(lower(text)).or_insert_with(|| text.clone());
        }
        let filter = if spellings.is_empty() {
            let unnamed = Query::default().set_values(naming.name, &[String::new()]);
            let none = [String::new(), ZERO_ID.to_owned()];
            unnamed.set_values(naming.id, if has_zero_id { &none } else { &none[..1] })
        } else {
            Query::default().set_values(naming.name, &texts.into_values().collect::<Vec<_>>())
        };
        Self { title, filter, is_unknown: spellings.is_empty() }
    }
}
