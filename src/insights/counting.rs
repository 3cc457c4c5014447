//! Counting the sign-ins of a question by what they are of.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::ask::Ask;
use super::entity::{By, Entities, Member};
use super::found::Kept;
use super::measure::{MOST_NAMES, Measure, Sum, Value};
use crate::clock::Millis;
use crate::query::{Hits, Pairs, Query, ThingSet, things_matching};

/// Counting the rows of a question by entities.
///
/// What is looked at row by row are numbers alone ([`Entities::number`]); which entities a number stands for is
/// asked once for each number.
pub(super) struct Counting<'c, 'a> {
    ask: &'c Ask<'a>,
    entities: &'c Entities,
    /// The number of all sign-ins of each entity.
    sign_ins: Vec<u64>,
    /// The numbers of those that match filters.
    counted: Kept<Query, Vec<u64>>,
}

/// What a filter lets through.
struct Fitting {
    rows: Arc<Hits>,
    things: Option<ThingSet>,
}

impl Fitting {
    fn is_all(&self) -> bool {
        self.rows.is_all() && self.things.is_none()
    }

    fn lets_thing(&self, number: u32, place: usize) -> bool {
        self.things.as_ref().is_none_or(|things| things.has(number, place))
    }
}

/// So many numbers are counted at once: 16 MB for each core.
const MOST_CELLS: usize = 1 << 22;

impl<'c, 'a> Counting<'c, 'a> {
    pub fn new(ask: &'c Ask<'a>, entities: &'c Entities) -> Self {
        let mut counting = Self { ask, entities, sign_ins: Vec::new(), counted: Kept::default() };
        counting.sign_ins = counting.count_rows(&counting.of(&Query::default()));
        counting
    }

    /// Finds out what several measures need, so that they do not each find it out at once.
    pub fn prepare(&self, measures: &[Measure]) {
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
    pub fn figures(&self, measure: &Measure) -> Vec<Value> {
        let filter = &measure.filter;
        match &measure.sum {
            Sum::SignIns => self.count(filter).iter().map(|count| Value::Count(*count)).collect(),
            Sum::ShareOf(whole) => {
                let (parts, wholes) = (self.count(filter), self.count(whole));
                parts
                    .iter()
                    .zip(wholes.iter())
                    .map(|(part, whole)| Value::Share { part: *part, whole: *whole })
                    .collect()
            }
            Sum::Different(by) => self.different(filter, *by).into_iter().map(Value::Count).collect(),
            Sum::First => self.time(filter, End::First).into_iter().map(Value::Time).collect(),
            Sum::Last => self.time(filter, End::Last).into_iter().map(Value::Time).collect(),
            Sum::Trend => self.trends(filter).into_iter().map(Value::Trend).collect(),
            Sum::Told(told) => self.entities.known.iter().map(|entity| Value::Text(told.of(entity))).collect(),
            Sum::Names(by) => self.names(filter, *by).into_iter().map(Value::Text).collect(),
        }
    }

    /// The number of all sign-ins of each entity.
    pub fn sign_ins(&self) -> &[u64] {
        &self.sign_ins
    }

    /// The number of different known values of each entity among the sign-ins that match.
    pub fn different(&self, filter: &Query, by: By) -> Vec<u64> {
        let lines: Vec<Option<usize>> = (0..self.entities.known.len()).map(Some).collect();
        self.different_in(filter, by, &lines, lines.len(), 1, |_| 0)
    }

    /// The number of different known values of each chosen entity in each step, among the sign-ins that match.
    pub fn different_by_step(&self, filter: &Query, by: By, lines: &[Option<usize>], chosen: usize) -> Vec<Vec<u64>> {
        let steps = self.ask.step_count();
        if steps == 0 {
            return vec![Vec::new(); chosen];
        }
        let step_of = self.ask.step_of_rows();
        let cells = self.different_in(filter, by, lines, chosen, steps, |place| step_of[place] as usize);
        cells.chunks_exact(steps).map(<[u64]>::to_vec).collect()
    }

    /// The number of sign-ins of each chosen entity in each step, of those that match. `lines` tells the place of each
    /// entity among the chosen ones.
    pub fn sign_ins_by_step(&self, filter: &Query, lines: &[Option<usize>], chosen: usize) -> Vec<Vec<u64>> {
        self.by_step(filter, lines, chosen, 1)
    }

    /// What a filter lets through.
    fn of(&self, filter: &Query) -> Fitting {
        // What the page asks of a policy is asked of the same one.
        let filter = filter.joined_by_things(self.ask.filter(), self.entities.thing());
        let Some(thing) = self.entities.thing() else {
            return Fitting { rows: self.ask.hits(&filter), things: None };
        };
        let (about, others) = filter.split_by_thing(thing);
        let nameless = about.without_names();
        // Of several names each is meant: those of the filter, and the one that the row stands for.
        let (rows, about) = if self.entities.is_name() && nameless != about {
            (self.ask.hits(&filter), nameless)
        } else {
            (self.ask.hits(&others), about)
        };
        let columns = self.ask.scope().columns;
        Fitting { rows, things: (!about.is_empty()).then(|| things_matching(columns, thing, &about)) }
    }

    fn each_entity(&self, fitting: &Fitting, number: u32, each: impl FnMut(u32)) {
        self.entities.fitting(number, |place| fitting.lets_thing(number, place), each);
    }

    /// The number of sign-ins of each entity, of those that match.
    fn count(&self, filter: &Query) -> Arc<Vec<u64>> {
        self.counted.get(filter, || {
            let fitting = self.of(filter);
            if fitting.is_all() { self.sign_ins.clone() } else { self.count_rows(&fitting) }
        })
    }

    fn count_rows(&self, fitting: &Fitting) -> Vec<u64> {
        let mut by_number = match self.entities.numbers() {
            1 => vec![fitting.rows.count() as u64],
            numbers => fitting.rows.tally(numbers, |place| Some(self.entities.number(place) as usize)),
        };
        self.each_beyond_one(fitting, |place, beyond| {
            if let Some(count) = by_number.get_mut(self.entities.number(place) as usize) {
                *count += beyond;
            }
        });
        let mut counts = vec![0; self.entities.known.len()];
        for (number, count) in by_number.into_iter().enumerate().filter(|(_, count)| *count > 0) {
            self.each_entity(fitting, number as u32, |entity| counts[entity as usize] += count);
        }
        counts
    }

    /// The places of what fits and stands for more than one sign-in, with how many more.
    fn each_beyond_one(&self, fitting: &Fitting, mut each: impl FnMut(usize, u64)) {
        let (rows, columns) = (self.ask.rows(), self.ask.scope().columns);
        if columns.has_summaries() {
            fitting.rows.each(|place| match columns.beyond_one(rows[place]) {
                0 => {}
                beyond => each(place, beyond),
            });
        }
    }

    /// The number of different known values of each chosen entity in each of so many steps; `step` tells that of the
    /// row at a place.
    fn different_in(
        &self,
        filter: &Query,
        by: By,
        lines: &[Option<usize>],
        chosen: usize,
        steps: usize,
        step: impl Fn(usize) -> usize,
    ) -> Vec<u64> {
        let fitting = self.of(filter);
        let values = self.ask.entities(by);
        let numbers = Numbers::on_lines(self.entities, lines);
        let mut met = Pairs::new(numbers.on_lines.len() * steps, values.numbers(), fitting.rows.count());
        fitting.rows.each(|place| {
            if let Some(at) = numbers.place(self.entities.number(place)) {
                met.insert(at * steps + step(place), values.number(place));
            }
        });
        let mut different = Pairs::new(chosen * steps, values.known.len(), usize::MAX);
        let is_known = |value: u32| values.known.get(value as usize).is_some_and(|value| !value.is_unknown);
        if self.entities.is_each_itself() && values.is_each_itself() {
            // What was met is what is asked for, in another order.
            let counts = met.count_rights(is_known);
            let mut cells = vec![0; chosen * steps];
            for (at, number) in numbers.on_lines.iter().enumerate() {
                if let Some(line) = lines[*number as usize] {
                    cells[line * steps..][..steps].copy_from_slice(&counts[at * steps..][..steps]);
                }
            }
            return cells;
        }
        met.each(|cell, value| {
            let (at, step) = (cell / steps, cell % steps);
            self.each_entity(&fitting, numbers.on_lines[at], |entity| {
                let Some(line) = lines[entity as usize] else { return };
                values.fitting(value, |_| true, |value| different.insert(line * steps + step, value));
            });
        });
        different.count_rights(is_known)
    }

    /// The names of each entity's different known values.
    fn names(&self, filter: &Query, by: By) -> Vec<String> {
        let fitting = self.of(filter);
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
        let mut met = Pairs::new(self.entities.numbers(), values.numbers(), fitting.rows.count());
        fitting.rows.each(|place| met.insert(self.entities.number(place) as usize, values.number(place)));
        let mut named: Vec<BTreeSet<&str>> = vec![BTreeSet::new(); self.entities.known.len()];
        met.each(|number, of_value| {
            let number = number as u32;
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
        });
        named.iter().map(told).collect()
    }

    /// The time of each entity's first or last sign-in, of those that match.
    fn time(&self, filter: &Query, end: End) -> Vec<Option<Millis>> {
        let fitting = self.of(filter);
        let (rows, columns) = (self.ask.rows(), self.ask.scope().columns);
        let mut times: Vec<Option<Millis>> = vec![None; self.entities.known.len()];
        let mut better = |fitting: &Fitting, number: u32, time: Millis| {
            self.each_entity(fitting, number, |entity| {
                let known = &mut times[entity as usize];
                *known = Some(known.map_or(time, |known| end.better(known, time)));
            });
        };
        // Rows come newest first in each log, so what counts is where a number is met first or last.
        let mut met: Vec<u32> = vec![NOWHERE; self.entities.numbers()];
        let mut finish = |met: &mut Vec<u32>| {
            for (number, place) in met.iter_mut().enumerate().filter(|(_, place)| **place != NOWHERE) {
                better(&fitting, number as u32, columns.time(rows[*place as usize]));
                *place = NOWHERE;
            }
        };
        let mut log_ends = self.ask.log_ends();
        let mut log_end = 0;
        fitting.rows.each(|place| {
            while place >= log_end {
                finish(&mut met);
                log_end = log_ends.next().unwrap_or(usize::MAX);
            }
            let met = &mut met[self.entities.number(place) as usize];
            if end == End::First || *met == NOWHERE {
                *met = place as u32;
            }
        });
        finish(&mut met);
        times
    }

    /// The number of each entity in each step, or in so many steps together that there are not too many numbers.
    fn trends(&self, filter: &Query) -> Vec<Vec<u64>> {
        let steps = self.ask.step_count();
        let together = (self.entities.known.len() * steps).div_ceil(MOST_CELLS).max(1);
        let lines: Vec<Option<usize>> = (0..self.entities.known.len()).map(Some).collect();
        self.by_step(filter, &lines, lines.len(), together)
    }

    /// The number of each chosen entity in each step, so many of which count as one.
    fn by_step(&self, filter: &Query, lines: &[Option<usize>], chosen: usize, together: usize) -> Vec<Vec<u64>> {
        let fitting = self.of(filter);
        let steps = self.ask.step_count().div_ceil(together);
        let mut counts = vec![vec![0; steps]; chosen];
        if steps == 0 {
            return counts;
        }
        let step_of = self.ask.step_of_rows();
        let step = |place: usize| step_of[place] as usize / together;
        let numbers = Numbers::on_lines(self.entities, lines);
        for numbers in numbers.at_most(MOST_CELLS / steps) {
            let cell = |place| Some(numbers.place(self.entities.number(place))? * steps + step(place));
            let mut cells = fitting.rows.tally(numbers.on_lines.len() * steps, cell);
            self.each_beyond_one(&fitting, |place, beyond| {
                if let Some(cell) = cell(place) {
                    cells[cell] += beyond;
                }
            });
            for (number, cells) in numbers.on_lines.iter().zip(cells.chunks_exact(steps)) {
                self.each_entity(&fitting, *number, |entity| {
                    if let Some(line) = lines[entity as usize] {
                        counts[line].iter_mut().zip(cells).for_each(|(count, cell)| *count += cell);
                    }
                });
            }
        }
        counts
    }
}

/// Which sign-in's time.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    First,
    Last,
}

impl End {
    fn better(self, one: Millis, other: Millis) -> Millis {
        match self {
            Self::First => one.min(other),
            Self::Last => one.max(other),
        }
    }
}

/// The place of what is nowhere.
const NOWHERE: u32 = u32::MAX;

/// Those numbers of entities that count in some line, with a place for each.
struct Numbers {
    on_lines: Vec<u32>,
    /// The place of each number among them.
    places: Vec<u32>,
}

impl Numbers {
    fn on_lines(entities: &Entities, lines: &[Option<usize>]) -> Self {
        let counts = |number: &u32| {
            let mut counts = false;
            entities.fitting(*number, |_| true, |entity| counts |= lines[entity as usize].is_some());
            counts
        };
        Self::new((0..entities.numbers() as u32).filter(counts).collect(), entities.numbers())
    }

    fn new(on_lines: Vec<u32>, numbers: usize) -> Self {
        let mut places = vec![NOWHERE; numbers];
        for (number, place) in on_lines.iter().zip(0..) {
            places[*number as usize] = place;
        }
        Self { on_lines, places }
    }

    #[inline]
    fn place(&self, number: u32) -> Option<usize> {
        Some(self.places[number as usize]).filter(|place| *place != NOWHERE).map(|place| place as usize)
    }

    /// Stretches of the numbers, each of so many at most.
    fn at_most(self, count: usize) -> Vec<Self> {
        let count = count.max(1);
        if self.on_lines.len() <= count {
            return vec![self];
        }
        self.on_lines.chunks(count).map(|on_lines| Self::new(on_lines.to_vec(), self.places.len())).collect()
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
