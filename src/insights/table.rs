//! A report as a table: a row per application, user, policy or other entity, a column per measure.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::ask::{Ask, Rows};
use super::entity::{By, Entities, Member};
use super::measure::{MOST_NAMES, Measure, Sum, Value};
use crate::clock::Millis;
use crate::columns::RowId;
use crate::fields::{Logs, lower};
use crate::query::{Query, RowSet, ThingSet, tally, tally_distinct, things_matching};

/// A report's table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What scripts call it.
    pub key: &'static str,
    /// What the window calls it.
    pub title: String,
    /// What the rows are, in the singular: `Application`.
    pub of: &'static str,
    /// What the rows stand for, by which a row's own page is found.
    pub by: By,
    /// The measures.
    pub columns: Vec<Measure>,
    /// The rows, those with the most sign-ins first.
    pub rows: Vec<Row>,
    /// The filter of the page, period included.
    pub base: Query,
    /// The logs whose sign-ins count.
    pub logs: Logs,
    /// How many further rows there are: see [`Table::first`].
    pub left_out: usize,
    /// The page that tells more, such as all rows.
    pub door: Option<&'static str>,
}

/// A row of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it stands for.
    pub title: String,
    /// What tells it from others of the same name.
    pub detail: Option<String>,
    /// The filter that finds its sign-ins.
    pub filter: Query,
    /// Whether it stands for what is not known.
    pub is_unknown: bool,
    /// A figure for each column.
    pub values: Vec<Value>,
}

impl Table {
    /// The rows behind a figure: those that are counted, or among which different things are counted; of a share
    /// those that make its part. `None` if there is no such figure.
    #[must_use]
    pub fn rows_behind(&self, row: usize, column: usize) -> Option<Rows> {
        let (row, column) = (self.rows.get(row)?, self.columns.get(column)?);
        Some(Rows::new(&self.base, &row.filter.and(&column.filter), self.logs))
    }

    /// The first rows only, so many of them, with the page that lists all.
    #[must_use]
    pub fn first(mut self, count: usize, door: Option<&'static str>) -> Self {
        self.left_out += self.rows.len().saturating_sub(count);
        self.rows.truncate(count);
        Self { door, ..self }
    }

    /// The place of a column.
    #[must_use]
    pub fn column(&self, key: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.key == key)
    }
}

/// How a table is told.
#[derive(Clone, Copy, Debug)]
pub struct Heading {
    /// What scripts call it.
    pub key: &'static str,
    /// What the window calls it.
    pub title: &'static str,
    /// What the rows are, in the singular.
    pub of: &'static str,
}

/// Counts the sign-ins of a question by what they are of. Entities that no measure counts anything of are left out.
#[must_use]
pub fn table(ask: &Ask<'_>, heading: Heading, by: By, measures: Vec<Measure>) -> Table {
    let telling = ask.telling(by);
    let entities = telling.entities(by);
    let counting = Counting::new(&telling, &entities);
    counting.prepare(&measures);
    let mut figures: Vec<Vec<Value>> = measures.par_iter().map(|measure| counting.figures(measure)).collect();
    let mut rows: Vec<(u64, Row)> = entities
        .known
        .iter()
        .enumerate()
        .filter(|(place, _)| counting.sign_ins[*place] > 0)
        .map(|(place, entity)| {
            let take = |column: &mut Vec<Value>| std::mem::replace(&mut column[place], Value::Count(0));
            let values: Vec<Value> = figures.iter_mut().map(take).collect();
            let row = Row {
                title: entity.title.clone(),
                detail: entity.detail.clone(),
                filter: entity.filter.clone(),
                is_unknown: entity.is_unknown,
                values,
            };
            (counting.sign_ins[place], row)
        })
        .collect();
    rows.sort_by_cached_key(|(sign_ins, row)| (Reverse(*sign_ins), lower(&row.title), row.detail.clone()));
    Table {
        key: heading.key,
        title: heading.title.to_owned(),
        of: heading.of,
        by,
        columns: measures,
        rows: rows.into_iter().map(|(_, row)| row).collect(),
        base: ask.query(),
        logs: ask.logs(),
        left_out: 0,
        door: None,
    }
}

/// Figures of all sign-ins of a question, as one row of a table would have them.
#[must_use]
pub fn totals(ask: &Ask<'_>, measures: &[Measure]) -> Vec<Value> {
    let entities = Entities::one(ask.rows().len());
    let counting = Counting::new(ask, &entities);
    counting.prepare(measures);
    let figure = |measure| counting.figures(measure).pop().unwrap_or(Value::Count(0));
    measures.par_iter().map(figure).collect()
}

/// Trends of a table have so many numbers at most: 32 MB.
const MOST_CELLS: usize = 1 << 22;

/// Counting the rows of a question by entities.
pub(super) struct Counting<'a> {
    ask: &'a Ask<'a>,
    entities: &'a Entities,
    /// The number of all sign-ins of each entity.
    sign_ins: Vec<u64>,
}

/// What a filter lets through.
struct Let {
    rows: Option<Arc<RowSet>>,
    things: Option<ThingSet>,
}

impl Let {
    #[inline]
    fn lets(&self, row: RowId) -> bool {
        self.rows.as_ref().is_none_or(|rows| rows.has(row))
    }

    fn lets_thing(&self, number: u32, place: usize) -> bool {
        self.things.as_ref().is_none_or(|things| things.has(number, place))
    }
}

/// Names as a text.
fn told(names: &BTreeSet<&str>) -> String {
    let first: Vec<&str> = names.iter().copied().take(MOST_NAMES).collect();
    match names.len() - first.len() {
        0 => first.join(", "),
        more => format!("{} and {more} more", first.join(", ")),
    }
}

impl<'a> Counting<'a> {
    pub fn new(ask: &'a Ask<'a>, entities: &'a Entities) -> Self {
        let mut counting = Self { ask, entities, sign_ins: Vec::new() };
        counting.sign_ins = counting.count(&counting.of(&Query::default()));
        counting
    }

    /// Finds out what several measures need, so that they do not each find it out at once.
    fn prepare(&self, measures: &[Measure]) {
        for measure in measures {
            let _ = self.of(&measure.filter);
            match &measure.sum {
                Sum::ShareOf(whole) => drop(self.of(whole)),
                Sum::Different(by) | Sum::Names(by) => drop(self.ask.entities(*by)),
                Sum::Trend => drop(self.ask.step_of_rows()),
                Sum::SignIns | Sum::First | Sum::Last | Sum::Told(_) => {}
            }
        }
    }

    /// The figure of each entity.
    fn figures(&self, measure: &Measure) -> Vec<Value> {
        let fitting = self.of(&measure.filter);
        match &measure.sum {
            Sum::SignIns => self.count(&fitting).into_iter().map(Value::Count).collect(),
            Sum::ShareOf(whole) => {
                let wholes = self.count(&self.of(whole));
                let parts = self.count(&fitting).into_iter().zip(wholes);
                parts.map(|(part, whole)| Value::Share { part, whole }).collect()
            }
            Sum::Different(by) => self.different(&fitting, *by).into_iter().map(Value::Count).collect(),
            Sum::First => self.extreme(&fitting, i64::min).into_iter().map(Value::Time).collect(),
            Sum::Last => self.extreme(&fitting, i64::max).into_iter().map(Value::Time).collect(),
            Sum::Trend => self.trends(&fitting).into_iter().map(Value::Trend).collect(),
            Sum::Told(told) => self.entities.known.iter().map(|entity| Value::Text(told.of(entity))).collect(),
            Sum::Names(by) => self.names(&fitting, &measure.filter, *by).into_iter().map(Value::Text).collect(),
        }
    }

    /// What a filter lets through.
    fn of(&self, filter: &Query) -> Let {
        let scope = self.ask.scope();
        // What the page asks of a policy is asked of the same one.
        let filter = filter.joined_by_things(self.ask.filter(), self.entities.thing());
        let rows = |filter: &Query| (!filter.is_empty()).then(|| self.ask.matching(filter));
        let Some(thing) = self.entities.thing() else { return Let { rows: rows(&filter), things: None } };
        let (about, others) = filter.split_by_thing(thing);
        let nameless = about.without_names();
        // Of several names each is meant: those of the filter, and the one that the row stands for.
        let (rows, about) = if self.entities.is_name() && nameless != about {
            (rows(&filter), nameless)
        } else {
            (rows(&others), about)
        };
        Let { rows, things: (!about.is_empty()).then(|| things_matching(scope.columns, thing, &about)) }
    }

    fn each_entity(&self, fitting: &Let, number: u32, each: impl FnMut(u32)) {
        self.entities.fitting(number, |place| fitting.lets_thing(number, place), each);
    }

    fn count(&self, fitting: &Let) -> Vec<u64> {
        let rows = self.ask.rows();
        let by_number = tally(rows.len(), self.entities.numbers(), |place, cell| {
            if fitting.lets(rows[place]) {
                cell(self.entities.number(place) as usize);
            }
        });
        let mut counts = vec![0; self.entities.known.len()];
        for (number, count) in by_number.into_iter().enumerate().filter(|(_, count)| *count > 0) {
            self.each_entity(fitting, number as u32, |entity| counts[entity as usize] += count);
        }
        counts
    }

    fn different(&self, fitting: &Let, by: By) -> Vec<u64> {
        self.different_in(fitting, by, self.entities.known.len(), |entity, _| Some(entity as usize))
    }

    /// The number of different known values in each of so many cells, among which `cell` chooses by an entity and the
    /// place of a row.
    fn different_in(
        &self,
        fitting: &Let,
        by: By,
        cells: usize,
        cell: impl Fn(u32, usize) -> Option<usize>,
    ) -> Vec<u64> {
        let rows = self.ask.rows();
        let values = self.ask.entities(by);
        tally_distinct(cells, values.known.len(), |pair| {
            for (place, _) in rows.iter().enumerate().filter(|(_, row)| fitting.lets(**row)) {
                self.each_entity(fitting, self.entities.number(place), |entity| {
                    let Some(cell) = cell(entity, place) else { return };
                    values.fitting(
                        values.number(place),
                        |_| true,
                        |value| {
                            if !values.known[value as usize].is_unknown {
                                pair(cell, value);
                            }
                        },
                    );
                });
            }
        })
    }

    /// The names of each entity's different known values.
    fn names(&self, fitting: &Let, filter: &Query, by: By) -> Vec<String> {
        let rows = self.ask.rows();
        let columns = self.ask.scope().columns;
        let values = self.ask.entities(by);
        let of_same_things = values.thing().is_some() && values.thing() == self.entities.thing();
        // Of a sign-in's policies those are named that are asked for.
        let asked = values.thing().filter(|_| !of_same_things).and_then(|thing| {
            let (about, _) = filter.joined_by_things(self.ask.filter(), Some(thing)).split_by_thing(thing);
            (!about.is_empty()).then(|| things_matching(columns, thing, &about))
        });
        let is_asked =
            |number, value: &Member| asked.as_ref().is_none_or(|asked: &ThingSet| asked.has(number, value.place));
        let met: HashSet<(u32, u32)> = (0..rows.len())
            .filter(|place| fitting.lets(rows[*place]))
            .map(|place| (self.entities.number(place), values.number(place)))
            .collect();
        let mut named: Vec<BTreeSet<&str>> = vec![BTreeSet::new(); self.entities.known.len()];
        for (number, of_value) in met {
            let members = values.members(of_value);
            for entity in self.entities.members(number) {
                if !fitting.lets_thing(number, entity.place) {
                    continue;
                }
                let is_same = |value: &&Member| !of_same_things || value.place == entity.place;
                let same = members.iter().filter(is_same).filter(|value| is_asked(of_value, value));
                let known = same.map(|value| &values.known[value.entity as usize]).filter(|value| !value.is_unknown);
                named[entity.entity as usize].extend(known.map(|value| value.title.as_str()));
            }
        }
        named.iter().map(told).collect()
    }

    fn extreme(&self, fitting: &Let, better: fn(i64, i64) -> i64) -> Vec<Option<Millis>> {
        let rows = self.ask.rows();
        let columns = self.ask.scope().columns;
        let mut by_number: Vec<Option<i64>> = vec![None; self.entities.numbers()];
        for (place, row) in rows.iter().enumerate().filter(|(_, row)| fitting.lets(**row)) {
            let known = &mut by_number[self.entities.number(place) as usize];
            let time = columns.time(*row).0;
            *known = Some(known.map_or(time, |known| better(known, time)));
        }
        let mut times: Vec<Option<Millis>> = vec![None; self.entities.known.len()];
        for (number, time) in by_number.into_iter().enumerate() {
            let Some(time) = time else { continue };
            self.each_entity(fitting, number as u32, |entity| {
                let known = &mut times[entity as usize];
                *known = Some(Millis(known.map_or(time, |known| better(known.0, time))));
            });
        }
        times
    }

    /// The number of each entity in each step, or in so many steps together that there are not too many numbers.
    fn trends(&self, fitting: &Let) -> Vec<Vec<u64>> {
        let steps = self.ask.step_count();
        let together = (self.entities.known.len() * steps).div_ceil(MOST_CELLS).max(1);
        let lines: Vec<Option<usize>> = (0..self.entities.known.len()).map(Some).collect();
        self.by_step(fitting, &lines, self.entities.known.len(), together)
    }

    /// The number of each chosen entity in each step; `lines` tells the place of each entity among the chosen ones.
    fn by_step(&self, fitting: &Let, lines: &[Option<usize>], chosen: usize, together: usize) -> Vec<Vec<u64>> {
        let rows = self.ask.rows();
        let steps = self.ask.step_count().div_ceil(together);
        if steps == 0 {
            return vec![Vec::new(); chosen];
        }
        let step_of = self.ask.step_of_rows();
        let cells = tally(rows.len(), chosen * steps, |place, cell| {
            if fitting.lets(rows[place]) {
                self.each_entity(fitting, self.entities.number(place), |entity| {
                    if let Some(line) = lines[entity as usize] {
                        cell(line * steps + step_of[place] as usize / together);
                    }
                });
            }
        });
        cells.chunks_exact(steps).map(<[u64]>::to_vec).collect()
    }

    /// The number of different known values of each entity.
    pub fn different_in_all(&self, by: By) -> Vec<u64> {
        self.different_in_all_of(&Query::default(), by)
    }

    /// The number of different known values of each entity among the sign-ins that match.
    pub fn different_in_all_of(&self, filter: &Query, by: By) -> Vec<u64> {
        self.different(&self.of(filter), by)
    }

    /// The number of different known values of each chosen entity in each step, among the sign-ins that match.
    pub fn different_by_step(&self, filter: &Query, by: By, lines: &[Option<usize>], chosen: usize) -> Vec<Vec<u64>> {
        let steps = self.ask.step_count();
        if steps == 0 {
            return vec![Vec::new(); chosen];
        }
        let step_of = self.ask.step_of_rows();
        let cell = |entity: u32, place: usize| Some(lines[entity as usize]? * steps + step_of[place] as usize);
        let cells = self.different_in(&self.of(filter), by, chosen * steps, cell);
        cells.chunks_exact(steps).map(<[u64]>::to_vec).collect()
    }

    /// The number of sign-ins of each chosen entity in each step, of those that match.
    pub fn sign_ins_by_step(&self, filter: &Query, lines: &[Option<usize>], chosen: usize) -> Vec<Vec<u64>> {
        self.by_step(&self.of(filter), lines, chosen, 1)
    }

    /// The number of all sign-ins of each entity.
    pub fn sign_ins(&self) -> &[u64] {
        &self.sign_ins
    }
}
