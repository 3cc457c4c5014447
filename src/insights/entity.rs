//! What the rows of a report stand for: applications, users, workload identities, or the values of a field.

use std::collections::{HashMap, HashSet};

use foldhash::fast::FixedState;
use rayon::prelude::*;

use super::cities;
use super::named::{APPLICATIONS, NamedThings, Naming, RESOURCES};
use super::numbering::{Numbered, numbered, renumber};
use crate::columns::{Columns, PartText, RowId, TextColumn};
use crate::fields::{Field, Logs, Part, ZERO_ID, lower};
use crate::query::{Items, Query};
use crate::reference::countries;

/// What is told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum By {
    /// Client applications: those of one name or one identifier are one.
    Applications,
    /// What is signed in to, likewise.
    Resources,
    /// Users: by object ID, which a username that only one has stands for; where there is none by username, else by display
    /// name.
    Users,
    /// Service principals and managed identities: by object ID, else by name.
    Workloads,
    /// Places: city, state and country together.
    Cities,
    /// The single values of a field; those that differ only in case are one.
    Field(Field),
}

impl By {
    /// The logs that tell such things.
    #[must_use]
    pub fn logs(self) -> Logs {
        match self {
            Self::Applications => Field::App.spec().logs,
            Self::Resources => Field::Resource.spec().logs,
            Self::Users => Field::UserId.spec().logs,
            Self::Workloads => Field::ServicePrincipalId.spec().logs,
            Self::Cities => Field::City.spec().logs,
            Self::Field(field) => field.spec().logs,
        }
    }
}

/// One of the things told apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// Its name, or its identifier if no sign-in tells the name.
    pub title: String,
    /// What tells it from others of the same name, such as a username.
    pub detail: Option<String>,
    /// The filter that finds its sign-ins.
    pub filter: Query,
    /// Whether it stands for what is not known.
    pub is_unknown: bool,
}

/// The entities of some rows.
#[derive(Debug)]
pub struct Entities {
    /// All of them.
    pub known: Vec<Entity>,
    /// For every row, in the order given, its number in [`Self::members`].
    numbers: Vec<u32>,
    members: Members,
}

/// Which entities a number stands for.
#[derive(Debug)]
enum Members {
    /// The entity of the same number.
    Itself,
    /// Several entities for each number; each with the place of the thing that names it in the list of `thing`,
    /// and the number is the code of that list. Numbers behind the codes are those of lists of names without things.
    /// `is_name` if the entities are such names.
    Several { thing: Option<Field>, is_name: bool, of_number: Vec<Vec<Member>> },
}

/// An entity of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Member {
    pub entity: u32,
    /// The place of the policy, step or network that names it.
    pub place: usize,
}

impl Entities {
    /// The entities of these rows.
    #[must_use]
    pub fn of(columns: &Columns, rows: &[RowId], by: By) -> Self {
        match by {
            By::Applications => Self::named(columns, rows, &APPLICATIONS),
            By::Resources => Self::named(columns, rows, &RESOURCES),
            By::Users => Self::identified(columns, rows, &USERS),
            By::Workloads => Self::identified(columns, rows, &WORKLOADS),
            By::Cities => cities::of(columns, rows),
            By::Field(field) => match Query::thing_of(field) {
                Some(thing) => Self::of_things(columns, rows, field, thing),
                None => Self::of_values(columns, rows, field),
            },
        }
    }

    /// One entity of which all of so many rows are.
    pub(super) fn one(rows: usize) -> Self {
        let all = Entity { title: "All".to_owned(), detail: None, filter: Query::default(), is_unknown: false };
        Self { known: vec![all], numbers: vec![0; rows], members: Members::Itself }
    }

    /// One entity for each number, which the rows have in their order.
    pub(super) fn single(known: Vec<Entity>, numbers: Vec<u32>) -> Self {
        Self { known, numbers, members: Members::Itself }
    }

    /// How many numbers there are.
    pub(super) fn numbers(&self) -> usize {
        match &self.members {
            Members::Itself => self.known.len(),
            Members::Several { of_number, .. } => of_number.len(),
        }
    }

    /// The number of the row at a place.
    #[inline]
    pub(super) fn number(&self, place: usize) -> u32 {
        self.numbers[place]
    }

    /// The list whose things name the entities, if they are things.
    pub(super) fn thing(&self) -> Option<Field> {
        match &self.members {
            Members::Itself => None,
            Members::Several { thing, .. } => *thing,
        }
    }

    /// Whether each number stands for the entity of the same number, and for no other.
    pub(super) fn is_each_itself(&self) -> bool {
        matches!(self.members, Members::Itself)
    }

    /// Whether the entities are the names of things.
    pub(super) fn is_name(&self) -> bool {
        matches!(self.members, Members::Several { is_name: true, .. })
    }

    /// The entities of a number, each with the place of the thing that names it.
    pub(super) fn members(&self, number: u32) -> Vec<Member> {
        match &self.members {
            Members::Itself => vec![Member { entity: number, place: 0 }],
            Members::Several { of_number, .. } => of_number.get(number as usize).cloned().unwrap_or_default(),
        }
    }

    /// The different entities of a number those of whose things fit.
    pub(super) fn fitting(&self, number: u32, fits: impl Fn(usize) -> bool, mut each: impl FnMut(u32)) {
        match &self.members {
            Members::Itself => each(number),
            Members::Several { of_number, .. } => {
                let members = of_number.get(number as usize).map_or(&[][..], Vec::as_slice);
                for (at, member) in members.iter().enumerate() {
                    let is_first =
                        !members[..at].iter().any(|earlier| earlier.entity == member.entity && fits(earlier.place));
                    if is_first && fits(member.place) {
                        each(member.entity);
                    }
                }
            }
        }
    }

    fn named(columns: &Columns, rows: &[RowId], naming: &'static Naming) -> Self {
        let (things, numbers) = NamedThings::of_rows(columns, rows, naming);
        let known = things
            .known
            .into_iter()
            .map(|named| Entity {
                is_unknown: named.is_unknown(),
                title: named.title,
                detail: None,
                filter: named.filter,
            })
            .collect();
        Self { known, numbers, members: Members::Itself }
    }

    fn identified(columns: &Columns, rows: &[RowId], identifying: &Identifying) -> Self {
        let [ids, usernames, names] = identifying.fields.map(|field| field.map(|field| columns.text_column(field)));
        let code = |column: Option<&TextColumn>, row| column.map_or(0, |column| column.code(row));
        let codes_of = |place: usize| [ids, usernames, names].map(|column| code(column, rows[place]));
        let first_codes = ids.map_or(0, |ids| ids.dictionary.len()) + 1;
        let zero = columns.text_column(identifying.id()).dictionary.code_of(ZERO_ID);
        let Numbered { keys, mut numbers } = numbered(rows.len(), first_codes, codes_of);
        // Different spellings of one identity: what tells it is the first of its fields that is known.
        let mut known: Vec<(Entity, (bool, u64))> = Vec::new();
        let mut places: HashMap<(usize, String), u32, FixedState> = HashMap::default();
        let mut place_of = Vec::with_capacity(keys.len());
        // A record that tells the user principal name alone is about whom the name stands for.
        let people = identifying.fields[1].map(|_| columns.users_by_name());
        for (mut codes, count) in keys {
            codes[0] = people.map_or(codes[0], |people| people.id_of(codes[0], codes[1]));
            let text = |at: usize| {
                identifying.fields[at].and_then(|field| columns.text_column(field).dictionary.text(codes[at]))
            };
            let told_by = (0..codes.len()).find(|at| codes[*at] != 0 && (*at != 0 || codes[0] != zero));
            let key = told_by.map_or((codes.len(), String::new()), |at| (at, lower(text(at).unwrap_or_default())));
            let place = *places.entry(key).or_insert_with(|| {
                let mut entity = identifying.entity(told_by, text, zero != 0);
                let names = people.map_or(&[][..], |people| people.names_of(codes[0]));
                if let (Some(0), Some(field), [_, ..]) = (told_by, identifying.fields[1], names) {
                    let texts = &columns.text_column(field).dictionary;
                    let names: Vec<String> =
                        names.iter().filter_map(|name| texts.text(*name)).map(str::to_owned).collect();
                    entity.filter = entity.filter.or(&Query::default().set_values(field, &names));
                }
                known.push((entity, (false, 0)));
                known.len() as u32 - 1
            });
            let (entity, most) = &mut known[place as usize];
            // The name that most of its sign-ins give, and a display name before any other: where no record tells one,
            // the user principal name stands for it.
            let weight = (text(2).is_some() && text(2) != text(1), count);
            if weight > *most && (text(2).is_some() || text(1).is_some()) {
                *most = weight;
                let frequent = identifying.entity(told_by, text, zero != 0);
                entity.title = frequent.title;
                entity.detail = frequent.detail;
            }
            place_of.push(place);
        }
        renumber(&mut numbers, &place_of);
        Self { known: known.into_iter().map(|(entity, _)| entity).collect(), numbers, members: Members::Itself }
    }

    /// The values of a field that is about the whole sign-in.
    fn of_values(columns: &Columns, rows: &[RowId], field: Field) -> Self {
        let column = columns.text_column(field);
        let mut numbers: Vec<u32> = rows.par_iter().map(|row| column.code(*row)).collect();
        let mut is_met = vec![false; column.dictionary.len() + 1];
        for code in &numbers {
            is_met[*code as usize] = true;
        }
        let items = Items::of(columns, field);
        let mut known = vec![unknown(field)];
        let mut places: HashMap<String, u32, FixedState> = HashMap::default();
        let mut place_of: Vec<Option<u32>> = vec![None; items.len()];
        place_of[0] = Some(0);
        let mut entity_of = |item: u32| {
            *place_of[item as usize].get_or_insert_with(|| {
                let text = items.text(item).unwrap_or_default();
                *places.entry(lower(text)).or_insert_with(|| {
                    known.push(value(field, text));
                    known.len() as u32 - 1
                })
            })
        };
        let of_code = |(code, is_met): (u32, &bool)| {
            let items = if *is_met { items.of_code(code) } else { &[] };
            items.iter().map(|item| Member { entity: entity_of(*item), place: 0 }).collect()
        };
        let of_number: Vec<Vec<Member>> = (0..).zip(&is_met).map(of_code).collect();
        if of_number.iter().all(|members| members.len() <= 1) {
            let entity_of: Vec<u32> =
                of_number.iter().map(|members| members.first().map_or(0, |member| member.entity)).collect();
            renumber(&mut numbers, &entity_of);
            return Self::single(known, numbers);
        }
        Self { known, numbers, members: Members::Several { thing: None, is_name: false, of_number } }
    }

    /// The values of a part of policies, authentication steps or networks.
    fn of_things(columns: &Columns, rows: &[RowId], field: Field, thing: Field) -> Self {
        let table = columns.parts(thing);
        let part = field.spec().part();
        let mut known: Vec<Entity> = Vec::new();
        let mut places: HashMap<(Part, &str), u32, FixedState> = HashMap::default();
        let column = columns.text_column(thing);
        let nameless = if field == Field::Policy { nameless(columns, thing) } else { HashSet::default() };
        let mut of_number = Vec::with_capacity(column.dictionary.len() + 1);
        for code in 0..=column.dictionary.len() as u32 {
            let mut members = Vec::new();
            for (place, texts) in table.things(code).iter().enumerate() {
                let is_name = |text: &&PartText| {
                    Some(text.part) == part || text.part == Part::PolicyId && nameless.contains(&*text.lower)
                };
                for text in texts.iter().map(|text| &table.texts()[*text as usize]).filter(is_name) {
                    let entity = *places.entry((text.part, &text.lower)).or_insert_with(|| {
                        known.push(if Some(text.part) == part {
                            value(field, &text.text)
                        } else {
                            let detail = Some("without a name in some sign-ins".to_owned());
                            Entity { detail, ..value(Field::PolicyId, &text.text) }
                        });
                        known.len() as u32 - 1
                    });
                    members.push(Member { entity, place });
                }
            }
            of_number.push(members);
        }
        let numbers = rows.par_iter().map(|row| column.code(*row)).collect();
        let is_name = part.is_some_and(Part::is_name);
        let mut entities =
            Self { known, numbers, members: Members::Several { thing: Some(thing), is_name, of_number } };
        if field.spec().is_stored() && field != thing {
            entities.add_listed(columns, rows, field, thing);
        }
        entities
    }

    /// Adds what sign-ins list without things: those of AD FS tell methods without steps.
    fn add_listed(&mut self, columns: &Columns, rows: &[RowId], field: Field, thing: Field) {
        let (things, listed) = (columns.text_column(thing), columns.text_column(field));
        let Members::Several { of_number, .. } = &mut self.members else { return };
        let behind = of_number.len() as u32;
        let mut is_any = false;
        for (number, row) in self.numbers.iter_mut().zip(rows) {
            if things.code(*row) == 0 && listed.code(*row) != 0 {
                *number = behind + listed.code(*row);
                is_any = true;
            }
        }
        if !is_any {
            return;
        }
        let mut places: HashMap<String, u32, FixedState> =
            self.known.iter().zip(0..).map(|(entity, place)| (lower(&entity.filter.to_string()), place)).collect();
        let items = Items::of(columns, field);
        for code in 0..=listed.dictionary.len() as u32 {
            let texts = items.of_code(code).iter().filter_map(|item| items.text(*item));
            let members = texts.map(|text| {
                let found = value(field, text);
                // One value in any case.
                let entity = *places.entry(lower(&found.filter.to_string())).or_insert_with(|| {
                    self.known.push(found);
                    self.known.len() as u32 - 1
                });
                Member { entity, place: 0 }
            });
            of_number.push(members.collect());
        }
    }
}

/// The fields that identify someone, the surest first.
struct Identifying {
    /// Identifier, username if there is such a field, display name.
    fields: [Option<Field>; 3],
    unknown: &'static str,
}

const USERS: Identifying =
    Identifying { fields: [Some(Field::UserId), Some(Field::Username), Some(Field::User)], unknown: "Unknown user" };
const WORKLOADS: Identifying = Identifying {
    fields: [Some(Field::ServicePrincipalId), None, Some(Field::ServicePrincipal)],
    unknown: "Unknown service principal",
};

impl Identifying {
    fn id(&self) -> Field {
        self.fields[0].unwrap_or(Field::UserId)
    }

    /// The identity that the field at `told_by` tells, with these texts. An identifier of zeros identifies nobody.
    fn entity<'t>(&self, told_by: Option<usize>, text: impl Fn(usize) -> Option<&'t str>, has_zero_id: bool) -> Entity {
        let missing = |filter: Query, at: usize| match self.fields[at] {
            Some(field) if at == 0 && has_zero_id => filter.set_values(field, &[String::new(), ZERO_ID.to_owned()]),
            Some(field) => filter.set_values(field, &[String::new()]),
            None => filter,
        };
        let filter = (0..told_by.unwrap_or(self.fields.len())).fold(Query::default(), missing);
        let filter = match told_by.and_then(|at| self.fields[at].zip(text(at))) {
            Some((field, text)) => filter.set_values(field, &[text.to_owned()]),
            None => filter,
        };
        let title = text(2).or_else(|| text(1)).or_else(|| told_by.and_then(&text));
        Entity {
            title: title.unwrap_or(self.unknown).to_owned(),
            detail: text(1).filter(|username| Some(*username) != title).map(str::to_owned),
            filter,
            is_unknown: told_by.is_none(),
        }
    }
}

/// A value of a field.
fn value(field: Field, text: &str) -> Entity {
    Entity {
        title: field.spec().display(text).to_owned(),
        detail: (field == Field::Country).then(|| countries::name(text)).flatten().map(str::to_owned),
        filter: Query::default().set_values(field, &[text.to_owned()]),
        is_unknown: false,
    }
}

/// The identifiers of policies that some sign-ins tell without a name, in lower case.
fn nameless(columns: &Columns, thing: Field) -> HashSet<&str, FixedState> {
    let table = columns.parts(thing);
    let codes = 0..=columns.text_column(thing).dictionary.len() as u32;
    let mut found: HashSet<&str, FixedState> = HashSet::default();
    for thing in codes.flat_map(|code| table.things(code)) {
        let of = |part| thing.iter().map(|text| &table.texts()[*text as usize]).find(|text| text.part == part);
        if let (None, Some(id)) = (of(Part::PolicyName), of(Part::PolicyId)) {
            found.insert(&*id.lower);
        }
    }
    found
}

/// What has no value of a field.
fn unknown(field: Field) -> Entity {
    Entity {
        title: "Not known".to_owned(),
        detail: None,
        filter: Query::default().set_values(field, &[String::new()]),
        is_unknown: true,
    }
}

#[cfg(test)]
mod tests;
