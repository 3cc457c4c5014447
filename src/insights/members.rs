//! Members of groups beside the sign-ins of a question: who signed in, and who did not.

use std::collections::{HashMap, HashSet};

use foldhash::fast::FixedState;

use super::ask::Ask;
use super::entity::By;
use super::measure::{Measure, Sum, Value};
use super::table::{Heading, Row, Table};
use super::told::Told;
use crate::clock::Millis;
use crate::columns::{Builder, Columns};
use crate::fields::{Field, Log, lower};
use crate::query::{self, Query, Scope};
use crate::record::{Directory, DirectoryEntry, DirectoryGroup, EntryKind, EventId, Record};

/// The users of some groups, those with sign-ins of a question apart from those without.
#[derive(Debug)]
pub(super) struct Members<'a> {
    /// With a sign-in.
    pub active: Vec<&'a DirectoryEntry>,
    /// Without one; each with the time of the last one that is loaded of the same logs, outside the period or the
    /// filter.
    pub inactive: Vec<(&'a DirectoryEntry, Option<Millis>)>,
    /// Groups that are members, whose own members are not known.
    pub groups: u64,
}

impl<'a> Members<'a> {
    /// The members of these groups, each once, as far as the filter of the question can mean them: it may ask for a
    /// department or a user. By name.
    pub fn of(ask: &Ask<'a>, groups: &[&'a DirectoryGroup]) -> Self {
        let directory = ask.scope().columns.directory();
        let with_sign_ins = directory.users_of(ask.rows());
        let mut met: HashSet<u32, FixedState> = HashSet::default();
        let all = groups.iter().flat_map(|group| directory.told().members(group));
        let all: Vec<(u32, &DirectoryEntry)> = all.filter(|(place, _)| met.insert(*place)).collect();
        let groups = all.iter().filter(|(_, entry)| entry.kind == EntryKind::Group).count() as u64;
        let users: Vec<(u32, &DirectoryEntry)> =
            all.into_iter().filter(|(_, entry)| entry.kind == EntryKind::User).collect();
        let meant = meant(ask, &users);
        let last = last_sign_ins(ask);
        let mut members = Self { active: Vec::new(), inactive: Vec::new(), groups };
        for ((place, entry), is_meant) in users.into_iter().zip(meant) {
            if with_sign_ins.contains(&place) {
                members.active.push(entry);
            } else if is_meant {
                members.inactive.push((entry, last.get(place as usize).copied().flatten()));
            }
        }
        members.active.sort_by_cached_key(|entry| lower(title(entry)));
        members.inactive.sort_by_cached_key(|(entry, _)| lower(title(entry)));
        members
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.active.len() + self.inactive.len()
    }
}

/// The time of the last sign-in of each entry of the directory in the logs of a question, whatever its filter.
fn last_sign_ins(ask: &Ask<'_>) -> Vec<Option<Millis>> {
    let columns = ask.scope().columns;
    let directory = columns.directory();
    let mut last: Vec<Option<Millis>> = vec![None; directory.told().entries().len()];
    for row in ask.logs().iter().flat_map(|log| columns.rows_of(log)) {
        if let Some(last) = directory.user_of(*row).and_then(|place| last.get_mut(place as usize)) {
            *last = (*last).max(Some(columns.time(*row)));
        }
    }
    last
}

/// The groups that the filter of a question asks for by name.
pub(super) fn asked_groups<'a>(ask: &Ask<'a>) -> Vec<&'a DirectoryGroup> {
    let directory = ask.scope().columns.directory().told();
    let names = |part: &Query| match query::Part::of(part) {
        query::Part::Values { field: Field::Group, values, is_excluded: false } => Some(values),
        _ => None,
    };
    let names: Vec<String> = ask.filter().parts().iter().filter_map(names).flatten().collect();
    names.iter().filter_map(|name| directory.group(name)).collect()
}

/// Whether the filter of a question can mean each of these users: those of its parts that ask for nothing but who
/// somebody is and what the directory tells.
fn meant(ask: &Ask<'_>, users: &[(u32, &DirectoryEntry)]) -> Vec<bool> {
    const OF_USERS: [Field; 3] = [Field::User, Field::Username, Field::UserId];
    let tells = |field: Field| field.spec().is_of_directory() || OF_USERS.contains(&field);
    let is_of_users = |part: &Query| {
        let mut asked = Field::ALL.into_iter().filter(|field| part.asks(*field)).peekable();
        asked.peek().is_some() && asked.all(tells)
    };
    let parts = ask.filter().parts();
    let filter = parts.iter().filter(|part| is_of_users(part)).fold(Query::default(), |all, part| all.and(part));
    if filter.is_empty() {
        return vec![true; users.len()];
    }
    let columns = columns_of(ask.scope().columns.directory().told(), users);
    let scope = Scope::new(&columns, ask.scope().clock);
    let found = query::select(&scope, Log::Interactive.into(), &filter);
    let mut meant = vec![false; users.len()];
    for row in found {
        if let Some(meant) = meant.get_mut(row.index()) {
            *meant = true;
        }
    }
    meant
}

/// A sign-in of each user, of which nothing is known but whose it is.
fn columns_of(directory: &Directory, users: &[(u32, &DirectoryEntry)]) -> Columns {
    let mut builder = Builder::default();
    for (event, (_, entry)) in (1..).zip(users) {
        let mut record = Record::new(Log::Interactive, Millis(0));
        record.set(Field::UserId, entry.id.as_str());
        record.set(Field::Username, entry.username.as_str());
        record.set(Field::User, entry.name.as_str());
        builder.push(EventId(event), &record);
    }
    let places: Vec<u32> = users.iter().map(|(place, _)| *place).collect();
    builder.finish().with_directory(directory.limited(&places))
}

/// What somebody is called.
fn title(entry: &DirectoryEntry) -> &str {
    [&entry.name, &entry.username, &entry.id].into_iter().find(|text| !text.is_empty()).map_or("", String::as_str)
}

/// The filter that finds the sign-ins of an entry.
fn filter_of(entry: &DirectoryEntry) -> Query {
    let (field, text) =
        if entry.id.is_empty() { (Field::Username, &entry.username) } else { (Field::UserId, &entry.id) };
    Query::default().set_values(field, std::slice::from_ref(text))
}

/// What the directory tells of users, as columns of tables.
pub(super) const TOLD_OF_USERS: [(&str, &str, Field); 3] = [
    ("department", "Department", Field::Department),
    ("job_title", "Job title", Field::JobTitle),
    ("account_enabled", "Account enabled", Field::AccountEnabled),
];

/// The measures that tell it.
pub(super) fn told_of_users() -> Vec<Measure> {
    TOLD_OF_USERS.map(|(key, title, field)| Measure::names(key, title, By::Field(field))).to_vec()
}

/// A table of members without sign-ins, of whom the directory alone tells.
pub(super) fn without_sign_ins(
    ask: &Ask<'_>,
    heading: Heading,
    entries: &[(&DirectoryEntry, Option<Millis>)],
) -> Table {
    let told = |key, title, about| Measure::told(key, title, Told::Directory).about(about);
    let mut columns = vec![Measure::sign_ins()];
    columns.extend(TOLD_OF_USERS.map(|(key, title, _)| told(key, title, "As the newest download of users tells it")));
    let about = "The last sign-in that is loaded of these logs, outside the period or the filter";
    columns.push(told("last_seen", "Last seen at all", about));
    let row = |(entry, last): &(&DirectoryEntry, Option<Millis>)| {
        let shown = |field: Field| entry.value(field).map_or("", |text| field.spec().display(text)).to_owned();
        let last = last.map(|last| ask.scope().clock.date_time(last)).unwrap_or_default();
        let told = TOLD_OF_USERS.map(|(_, _, field)| shown(field)).into_iter().chain([last]);
        Row {
            title: title(entry).to_owned(),
            detail: Some(entry.username.clone()).filter(|name| !name.is_empty() && name != title(entry)),
            filter: filter_of(entry),
            is_unknown: false,
            values: std::iter::once(Value::Count(0)).chain(told.map(Value::Text)).collect(),
        }
    };
    Table {
        key: heading.key,
        title: heading.title.to_owned(),
        of: heading.of,
        by: By::Users,
        columns,
        rows: entries.iter().map(row).collect(),
        base: ask.query(),
        logs: ask.logs(),
        left_out: 0,
        door: None,
    }
}

/// Adds to a table of groups how many users each has, and how many of them have no sign-in; and the groups of which no
/// member has one.
pub(super) fn with_members(ask: &Ask<'_>, mut groups: Table) -> Table {
    let directory = ask.scope().columns.directory().told();
    let steps = ask.steps().1.len().saturating_sub(1);
    let met: HashSet<String, FixedState> = groups.rows.iter().map(|row| lower(&row.title)).collect();
    for group in directory.groups().iter().filter(|group| !met.contains(&lower(&group.name))) {
        groups.rows.push(Row {
            title: group.name.clone(),
            detail: None,
            filter: Query::default().set_values(Field::Group, std::slice::from_ref(&group.name)),
            is_unknown: false,
            values: groups.columns.iter().map(|measure| nothing(&measure.sum, steps)).collect(),
        });
    }
    let counts = member_counts(ask);
    for row in &mut groups.rows {
        if row.is_unknown {
            "In no known group".clone_into(&mut row.title);
        }
        let (members, without) = match counts.get(&lower(&row.title)) {
            Some(counts) if !row.is_unknown => *counts,
            _ => (0, 0),
        };
        row.values.splice(0..0, [Value::Count(members), Value::Count(without)]);
    }
    let measures = [
        Measure::told("members", "Members", Told::Members)
            .about("Users that the newest list of the group's members has"),
        Measure::told("without", "Without sign-in", Told::Members)
            .about("Members without a sign-in in the period under the filter"),
    ];
    groups.columns.splice(0..0, measures);
    groups
}

/// For each group by its name in small letters: how many users it has as far as the filter can mean them, and how many of
/// them have no sign-in. Sign-ins and users are looked at once, however many groups there are.
fn member_counts(ask: &Ask<'_>) -> HashMap<String, (u64, u64), FixedState> {
    let directory = ask.scope().columns.directory();
    let told = directory.told();
    let with_sign_ins = directory.users_of(ask.rows());
    let users: Vec<(u32, &DirectoryEntry)> =
        (0..).zip(told.entries()).filter(|(_, entry)| entry.kind == EntryKind::User).collect();
    let meant = meant(ask, &users);
    let meant: HashSet<u32, FixedState> =
        users.iter().zip(meant).filter(|(_, is_meant)| *is_meant).map(|((place, _), _)| *place).collect();
    let count = |group: &DirectoryGroup| {
        let (mut all, mut without) = (0, 0);
        let mut met: HashSet<u32, FixedState> = HashSet::default();
        for (place, entry) in told.members(group) {
            let has_sign_in = with_sign_ins.contains(&place);
            let counts = entry.kind == EntryKind::User && (has_sign_in || meant.contains(&place));
            if counts && met.insert(place) {
                all += 1;
                without += u64::from(!has_sign_in);
            }
        }
        (all, without)
    };
    let mut counts = HashMap::default();
    for group in told.groups() {
        // Of groups of one name the first is meant, as everywhere.
        counts.entry(lower(&group.name)).or_insert_with(|| count(group));
    }
    counts
}

/// The figure of what has no sign-in.
fn nothing(sum: &Sum, steps: usize) -> Value {
    match sum {
        Sum::SignIns | Sum::Different(_) => Value::Count(0),
        Sum::ShareOf(_) => Value::Share { part: 0, whole: 0 },
        Sum::First | Sum::Last => Value::Time(None),
        Sum::Trend => Value::Trend(vec![0; steps]),
        Sum::Told(_) | Sum::Names(_) => Value::Text(String::new()),
    }
}
