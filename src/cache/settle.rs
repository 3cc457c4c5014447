//! Which records that tell no identifier are of which event whose identifier other files tell.
//!
//! That is decided when a file is read, and anew when one is forgotten, over everything that is known of those that are
//! alike, so that the order of imports does not matter and forgetting undoes what an import did. An event takes one such
//! record of each source, since records that tell the same can be several events.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use rusqlite::Connection;

use super::event::{self, EventRow};
use super::keys::Keys;
use super::names::{self, Name};
use super::originals::Originals;
use super::{CacheError, SourceId};
use crate::clock::Millis;
use crate::record::{EventId, LikenessKind, UniqueId};

/// What came of it.
#[derive(Debug, Default)]
pub(super) struct Settled {
    /// Events that are others now: each with the one that it was merged into.
    pub(super) merged: Vec<(EventId, EventId)>,
    /// Events to be merged anew from their originals.
    pub(super) changed: BTreeSet<EventId>,
}

/// Settles whose records those are that are alike in one of these ways, which are given by their lookup keys.
pub(super) fn settle(
    connection: &Connection,
    keys: &mut Keys,
    alike: &BTreeSet<i64>,
    next_event: &mut i64,
) -> Result<Settled, CacheError> {
    let mut work = Work {
        connection,
        keys,
        next_event,
        whole_minutes: sources_in_minutes(connection)?,
        settled: Settled::default(),
    };
    let mut is_any_made =
        connection.prepare_cached("SELECT 1 FROM event_name WHERE name >= 'row-' AND name < 'row.' LIMIT 1")?;
    if alike.is_empty() || !is_any_made.exists([])? {
        return Ok(work.settled);
    }
    let mut seen = HashSet::new();
    for key in alike {
        if !seen.contains(key) {
            let group = work.group(*key, &mut seen)?;
            if group.iter().map(|known| known.made.len() + usize::from(known.is_told)).sum::<usize>() > 1 {
                work.settle_group(group)?;
            }
        }
    }
    Ok(work.settled)
}

/// The sources whose times have no seconds.
fn sources_in_minutes(connection: &Connection) -> Result<BTreeSet<SourceId>, CacheError> {
    let mut statement = connection.prepare_cached("SELECT id FROM source WHERE whole_minutes")?;
    let sources = statement.query_map([], |row| row.get(0).map(SourceId))?;
    Ok(sources.collect::<Result<_, _>>()?)
}

/// An event of a group.
struct Known {
    row: EventRow,
    is_told: bool,
    names: Vec<Name>,
    /// Identifiers that were made for records of it.
    made: BTreeSet<UniqueId>,
}

/// Records that were given one identifier because they tell no other: at most one of each source.
struct Made {
    name: UniqueId,
    event: EventId,
    is_part_of_told: bool,
    sources: BTreeSet<SourceId>,
    traits: Traits,
}

/// What tells whether two are alike.
struct Traits {
    times: Vec<Millis>,
    lack_seconds: bool,
    likenesses: BTreeMap<LikenessKind, BTreeSet<UniqueId>>,
}

impl Traits {
    fn new<'n>(names: impl Iterator<Item = &'n Name>, whole_minutes: &BTreeSet<SourceId>) -> Self {
        let mut traits = Self { times: Vec::new(), lack_seconds: true, likenesses: BTreeMap::new() };
        for name in names {
            if let Some(kind) = LikenessKind::of(&name.id) {
                traits.likenesses.entry(kind).or_default().insert(name.id.clone());
                traits.lack_seconds &= whole_minutes.contains(&name.source) && name.time.is_whole_minute();
                if !traits.times.contains(&name.time) {
                    traits.times.push(name.time);
                }
            }
        }
        traits
    }

    /// By what both are alike, and whether to the second.
    fn alike(&self, other: &Self) -> Option<(bool, LikenessKind)> {
        let any = |is_same: fn(Millis, Millis) -> bool| {
            self.times.iter().any(|time| other.times.iter().any(|other| is_same(*time, *other)))
        };
        let is_same_second = any(|one, other| one.second() == other.second());
        for kind in LikenessKind::ALL {
            if let (Some(own), Some(others)) = (self.likenesses.get(&kind), other.likenesses.get(&kind)) {
                if own.is_disjoint(others) {
                    return None;
                }
                if kind == LikenessKind::Request || is_same_second {
                    return Some((true, kind));
                }
                let is_same_minute =
                    (self.lack_seconds || other.lack_seconds) && any(|one, other| one.minute() == other.minute());
                return is_same_minute.then_some((false, kind));
            }
        }
        None
    }
}

struct Work<'w> {
    connection: &'w Connection,
    keys: &'w mut Keys,
    next_event: &'w mut i64,
    whole_minutes: BTreeSet<SourceId>,
    settled: Settled,
}

impl Work<'_> {
    /// All events that are alike in the way with this lookup key, or in another way like one that is.
    fn group(&self, key: i64, seen: &mut HashSet<i64>) -> Result<Vec<Known>, CacheError> {
        let mut group: BTreeMap<EventId, Known> = BTreeMap::new();
        let mut open = vec![key];
        while let Some(key) = open.pop() {
            if !seen.insert(key) {
                continue;
            }
            for event in self.keys.events(self.connection, key)? {
                if group.contains_key(&event) {
                    continue;
                }
                let names = names::of(self.connection, event)?;
                let ways = names.iter().filter(|name| LikenessKind::of(&name.id).is_some());
                let ways: Vec<i64> = ways.map(|name| name.id.lookup_key()).collect();
                if !ways.contains(&key) {
                    continue;
                }
                let Some(row) = event::find(self.connection, event)? else { continue };
                open.extend(ways.into_iter().filter(|way| !seen.contains(way)));
                let made = names.iter().map(|name| &name.id).filter(|name| names::is_made(name)).cloned().collect();
                let is_told = row.unique_ids[0].as_ref().is_some_and(|id| !names::is_made(id));
                group.insert(event, Known { row, is_told, names, made });
            }
        }
        Ok(group.into_values().collect())
    }

    fn settle_group(&mut self, mut group: Vec<Known>) -> Result<(), CacheError> {
        let mut all_made = self.made_of(&group);
        group.retain(|known| known.is_told);
        group.sort_by(|a, b| {
            let key = |known: &Known| (known.row.unique_ids[0].clone(), known.row.time, known.row.event);
            key(a).cmp(&key(b))
        });
        let targets = assign(&all_made, &group.iter().map(|known| self.traits_of(known)).collect::<Vec<_>>());
        // First what is in the wrong event gets out of it.
        let mut alone: HashSet<EventId> = HashSet::new();
        for (made, target) in all_made.iter_mut().zip(&targets) {
            let is_right = match target {
                Some(at) => made.event == group[*at].row.event || !made.is_part_of_told && alone.insert(made.event),
                None => !made.is_part_of_told && alone.insert(made.event),
            };
            if !is_right {
                let to = match target {
                    Some(at) => group[*at].row.event,
                    None => self.new_event(),
                };
                self.detach(made, to)?;
                made.event = to;
            }
        }
        // Then events become one.
        for (at, known) in group.iter().enumerate() {
            let told = known.row.event;
            let mut others: BTreeSet<EventId> = all_made
                .iter()
                .zip(&targets)
                .filter(|(made, target)| **target == Some(at) && made.event != told)
                .map(|(made, _)| made.event)
                .collect();
            // The number by which it is known for longest stays.
            let Some(kept) = others.first().map(|first| told.min(*first)) else { continue };
            others.insert(told);
            others.remove(&kept);
            for other in others {
                names::merge_events(self.connection, self.keys, other, kept)?;
                self.settled.changed.remove(&other);
                self.settled.merged.push((other, kept));
            }
            self.settled.changed.insert(kept);
        }
        Ok(())
    }

    /// The identifiers that were made for records of a group, in the order of their numbers.
    fn made_of(&self, group: &[Known]) -> Vec<Made> {
        let mut found = Vec::new();
        for known in group {
            for made in &known.made {
                let own = known.names.iter().filter(|name| name.id == *made);
                let sources: BTreeSet<SourceId> = own.map(|name| name.source).collect();
                let names = known.names.iter().filter(|name| sources.contains(&name.source));
                found.push(Made {
                    name: made.clone(),
                    event: known.row.event,
                    is_part_of_told: known.is_told,
                    traits: Traits::new(names, &self.whole_minutes),
                    sources,
                });
            }
        }
        found.sort_by_cached_key(|made| {
            let name = made.name.to_string();
            (name.len(), name, made.event)
        });
        found
    }

    /// What the records of an event tell that tell its identifier.
    fn traits_of(&self, known: &Known) -> Traits {
        let of_made: BTreeSet<SourceId> =
            known.names.iter().filter(|name| names::is_made(&name.id)).map(|name| name.source).collect();
        let mut traits =
            Traits::new(known.names.iter().filter(|name| !of_made.contains(&name.source)), &self.whole_minutes);
        if traits.likenesses.is_empty() {
            traits = Traits::new(known.names.iter(), &self.whole_minutes);
        }
        traits
    }

    fn new_event(&mut self) -> EventId {
        let event = EventId(*self.next_event);
        *self.next_event += 1;
        event
    }

    /// Moves the originals of an identifier that was made to another event.
    fn detach(&mut self, made: &Made, to: EventId) -> Result<(), CacheError> {
        let mut originals = Originals::new(self.connection);
        for source in &made.sources {
            if let Some(original) = originals.of_made(made.event, *source, &made.name)? {
                originals.give(&original, made.event, to)?;
            }
            names::hand_over(self.connection, self.keys, (made.event, to), &made.name, *source)?;
        }
        event::copy(self.connection, made.event, to, &made.name)?;
        self.settled.changed.extend([made.event, to]);
        Ok(())
    }
}

/// The event for each identifier that was made, as its place among those with told ones. What is surest is decided first,
/// to the second before to the minute.
fn assign(made: &[Made], told: &[Traits]) -> Vec<Option<usize>> {
    let mut targets = vec![None; made.len()];
    let mut taken: Vec<BTreeSet<SourceId>> = vec![BTreeSet::new(); told.len()];
    let mut by_likeness: HashMap<&UniqueId, Vec<usize>> = HashMap::new();
    for (at, traits) in told.iter().enumerate() {
        for likeness in traits.likenesses.values().flatten() {
            by_likeness.entry(likeness).or_default().push(at);
        }
    }
    for (to_the_second, kind) in [true, false].into_iter().flat_map(|to| LikenessKind::ALL.map(|kind| (to, kind))) {
        let places = |made: &Made| -> Vec<usize> {
            let likenesses = made.traits.likenesses.get(&kind).into_iter().flatten();
            likenesses.filter_map(|name| by_likeness.get(name)).flatten().copied().collect()
        };
        let is_alike = |made: &Made, at: usize| made.traits.alike(&told[at]) == Some((to_the_second, kind));
        for (at, own) in made.iter().enumerate() {
            if targets[at].is_some() {
                continue;
            }
            let mut found = places(own);
            if !to_the_second {
                // By the minute alone nothing tells which of several events is meant, unless as many records tell of them.
                found.retain(|place| is_alike(own, *place));
                let is_rival = |other: &Made| {
                    !other.sources.is_disjoint(&own.sources) && found.iter().all(|place| is_alike(other, *place))
                };
                if found.len() > 1 && made.iter().filter(|other| is_rival(other)).count() < found.len() {
                    continue;
                }
            }
            let is_free = |place: &usize| taken[*place].is_disjoint(&own.sources) && is_alike(own, *place);
            if let Some(free) = found.into_iter().find(is_free) {
                taken[free].extend(own.sources.iter().copied());
                targets[at] = Some(free);
            }
        }
    }
    targets
}
