//! Terms about parts of policies, authentication steps and networks: which sign-ins have one that fits.
//!
//! Terms that stand side by side mean the same one. Names say which one is meant: of several names, each
//! must be there and fit the other terms.

use super::bits::Bits;
use super::expr::{Subject, Term, Test};
use super::matcher::Matchers;
use crate::columns::{Columns, PartTable, PartText};
use crate::fields::{Field, Kind, Part};

/// The rows with a thing that fits these terms, which are all about parts of `thing`.
pub(super) fn rows(columns: &Columns, thing: Field, terms: &[&Term]) -> Bits {
    let mut bits = rows_in(columns, thing, terms);
    // Some sign-ins come with a list of names only: AD FS tells methods without steps.
    if let Some(list) = list_of(terms).filter(|list| *list != thing)
        && !columns.text_column(list).codes.is_zero()
    {
        let mut listed = rows_in(columns, list, terms);
        listed.and(&unknown(columns, thing));
        bits.or(&listed);
    }
    bits
}

/// The field in whose own list the terms can be looked for: theirs, if it is but one.
fn list_of(terms: &[&Term]) -> Option<Field> {
    let mut fields = terms.iter().map(|term| field_of(term));
    let first = fields.next()??;
    (first.spec().part().is_some() && first.spec().is_stored() && fields.all(|field| field == Some(first)))
        .then_some(first)
}

fn field_of(term: &Term) -> Option<Field> {
    match term.subject {
        Subject::Field(field) => Some(field),
        Subject::Anything => None,
    }
}

/// For every code of the list and every thing in it, whether the thing fits all terms.
pub(super) fn fitting_things(columns: &Columns, thing: Field, terms: &[&Term]) -> Option<Vec<Vec<bool>>> {
    let table = columns.parts(thing);
    let fitting: Option<Vec<Vec<bool>>> =
        terms.iter().map(|term| Some(fitting(table, field_of(term)?, &term.test))).collect();
    let fitting = fitting?;
    let fits = |texts: &[u32]| fitting.iter().all(|fitting| texts.iter().any(|text| fitting[*text as usize]));
    let codes = 0..=columns.text_column(thing).dictionary.len() as u32;
    Some(codes.map(|code| table.things(code).iter().map(|texts| fits(texts)).collect()).collect())
}

fn unknown(columns: &Columns, field: Field) -> Bits {
    let column = columns.text_column(field);
    let mut hits = vec![false; column.dictionary.len() + 1];
    hits[0] = true;
    Bits::of_codes(columns.len(), &column.codes, &hits)
}

/// Looks at every different list once, and then only at codes.
fn rows_in(columns: &Columns, stored: Field, terms: &[&Term]) -> Bits {
    let table = columns.parts(stored);
    let (mut names, mut others): (Vec<Vec<bool>>, Vec<Vec<bool>>) = (Vec::new(), Vec::new());
    for term in terms {
        let Some(field) = field_of(term) else { continue };
        let fitting = fitting(table, field, &term.test);
        if field.spec().part().is_some_and(Part::is_name) { names.push(fitting) } else { others.push(fitting) }
    }
    let has = |thing: &[u32], fitting: &Vec<bool>| thing.iter().any(|text| fitting[*text as usize]);
    let fits = |things: &[Box<[u32]>]| {
        let mut rest = things.iter().filter(|thing| others.iter().all(|other| has(thing, other)));
        match names.as_slice() {
            [] => rest.next().is_some(),
            [name] => rest.any(|thing| has(thing, name)),
            names => {
                let rest: Vec<&Box<[u32]>> = rest.collect();
                names.iter().all(|name| rest.iter().any(|thing| has(thing, name)))
            }
        }
    };
    let column = columns.text_column(stored);
    let hits: Vec<bool> = (0..=column.dictionary.len() as u32).map(|code| fits(table.things(code))).collect();
    Bits::of_codes(columns.len(), &column.codes, &hits)
}

/// Which texts of the table fit a test of a field.
fn fitting(table: &PartTable, field: Field, test: &Test) -> Vec<bool> {
    let matchers = match test {
        Test::Any(patterns) => Matchers::of(field, patterns),
        // Parts have no order.
        Test::Has | Test::Range { .. } | Test::Last(_) => Matchers::default(),
    };
    let fits = |text: &PartText| *test == Test::Has || matchers.fits_one(field, &text.text, &text.lower);
    table.texts().iter().map(|text| is_asked(field, text.part) && fits(text)).collect()
}

/// Whether a test of a field looks at a part.
fn is_asked(field: Field, part: Part) -> bool {
    match field.kind() {
        Kind::Policies => matches!(part, Part::PolicyName | Part::PolicyId | Part::PolicyResult),
        Kind::Steps => matches!(part, Part::StepMethod | Part::StepDetail | Part::StepResult | Part::StepRequirement),
        _ => field.spec().part() == Some(part),
    }
}
