//! What look-ups in the directory tell: users with their departments, and members of groups. They enrich events and
//! are none themselves.

use std::collections::{HashMap, HashSet};

use foldhash::fast::FixedState;

use crate::fields::{Field, lower};

/// What an entry of a look-up stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum EntryKind {
    /// Somebody who can sign in.
    #[default]
    User,
    /// A group that is a member of another one.
    Group,
    /// A device, a service principal, a contact.
    Other,
}

impl EntryKind {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::User, Self::Group, Self::Other];

    /// What the cache calls it; never changes.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::User => "user",
            Self::Group => "group",
            Self::Other => "other",
        }
    }

    /// The kind with this key; what another program wrote there is something else.
    #[must_use]
    pub fn from_key(key: &str) -> Self {
        Self::ALL.into_iter().find(|kind| kind.key() == key).unwrap_or(Self::Other)
    }
}

/// What one record of a look-up tells of a user or a member, or what all records together tell. Texts that are not
/// known are empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DirectoryEntry {
    /// What it stands for.
    pub kind: EntryKind,
    /// Object ID.
    pub id: String,
    /// User principal name.
    pub username: String,
    /// Display name.
    pub name: String,
    /// Known values of fields of the directory but groups, in their stored form.
    pub values: Vec<(Field, String)>,
}

impl DirectoryEntry {
    /// The value of a field, if it is known.
    #[must_use]
    pub fn value(&self, field: Field) -> Option<&str> {
        self.values.iter().find(|(of, _)| *of == field).map(|(_, text)| text.as_str())
    }

    /// Sets a value; an empty text means that nothing is known and changes nothing.
    pub fn set(&mut self, field: Field, text: &str) {
        if !text.is_empty() && self.value(field).is_none() {
            self.values.push((field, text.to_owned()));
        }
    }

    /// Takes over what an earlier export of the same one knows and this does not.
    fn absorb_earlier(&mut self, other: &Self) {
        for (own, earlier) in
            [(&mut self.id, &other.id), (&mut self.username, &other.username), (&mut self.name, &other.name)]
        {
            if own.is_empty() {
                own.clone_from(earlier);
            }
        }
        for (field, text) in &other.values {
            self.set(*field, text);
        }
    }
}

/// A group with its members.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DirectoryGroup {
    /// Its name.
    pub name: String,
    /// The places of its members in [`Directory::entries`], each once.
    pub members: Vec<u32>,
}

/// One file of a look-up.
#[derive(Clone, Debug, Default)]
pub struct DirectoryExport {
    /// The group whose members it lists; `None` for a list of users.
    pub group: Option<String>,
    /// Its records in their order.
    pub entries: Vec<DirectoryEntry>,
}

/// What all look-ups tell together.
#[derive(Clone, Debug, Default)]
pub struct Directory {
    entries: Vec<DirectoryEntry>,
    groups: Vec<DirectoryGroup>,
    by_id: FastMap<String, u32>,
    by_username: FastMap<String, u32>,
}

type FastMap<K, V> = HashMap<K, V, FixedState>;

impl Directory {
    /// What these files tell together, the newest of them first: the newest one wins value by value, and of a group
    /// that several list the newest tells all members, since who is missing in it has left.
    #[must_use]
    pub fn merged(exports: impl IntoIterator<Item = DirectoryExport>) -> Self {
        let mut all = Self::default();
        let mut known_groups: HashSet<String, FixedState> = HashSet::default();
        for export in exports {
            let mut members = Vec::with_capacity(export.entries.len());
            let mut is_member: HashSet<u32, FixedState> = HashSet::default();
            for entry in export.entries {
                let place = all.add(entry);
                if is_member.insert(place) {
                    members.push(place);
                }
            }
            if let Some(name) = export.group
                && known_groups.insert(lower(&name))
            {
                all.groups.push(DirectoryGroup { name, members });
            }
        }
        all.groups.sort_by_cached_key(|group| lower(&group.name));
        all
    }

    /// Everybody and everything that the look-ups tell of.
    #[must_use]
    pub fn entries(&self) -> &[DirectoryEntry] {
        &self.entries
    }

    /// The groups by name.
    #[must_use]
    pub fn groups(&self) -> &[DirectoryGroup] {
        &self.groups
    }

    /// The group of this name; case does not count.
    #[must_use]
    pub fn group(&self, name: &str) -> Option<&DirectoryGroup> {
        let wanted = lower(name);
        self.groups.iter().find(|group| lower(&group.name) == wanted)
    }

    /// The members of a group.
    pub fn members<'a>(&'a self, group: &'a DirectoryGroup) -> impl Iterator<Item = (u32, &'a DirectoryEntry)> {
        group.members.iter().filter_map(|place| Some((*place, self.entries.get(*place as usize)?)))
    }

    /// Whether nothing is told.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty() && self.groups.is_empty()
    }

    /// The place of the entry with this object ID.
    #[must_use]
    pub fn with_id(&self, id: &str) -> Option<u32> {
        self.by_id.get(&lower(id)).copied()
    }

    /// The place of the entry with this user principal name.
    #[must_use]
    pub fn with_username(&self, username: &str) -> Option<u32> {
        self.by_username.get(&lower(username)).copied()
    }

    /// The place of the entry that is about the same one: by object ID, by user principal name only where one of both
    /// has no object ID, since names are given to others once their accounts are deleted.
    #[must_use]
    pub fn place_of(&self, entry: &DirectoryEntry) -> Option<u32> {
        let by_id = if entry.id.is_empty() { None } else { self.with_id(&entry.id) };
        by_id.or_else(|| {
            let place = if entry.username.is_empty() { None } else { self.with_username(&entry.username) }?;
            let known = self.entries.get(place as usize)?;
            (entry.id.is_empty() || known.id.is_empty()).then_some(place)
        })
    }

    /// The same with other texts for every entry, which stays in its place.
    #[must_use]
    pub fn retold(
        &self,
        entry: impl Fn(u32, &DirectoryEntry) -> DirectoryEntry,
        group: impl Fn(&str) -> String,
    ) -> Self {
        let mut told = Self::default();
        for (place, known) in (0..).zip(&self.entries) {
            told.entries.push(entry(place, known));
            told.note_names(place);
        }
        told.groups = self
            .groups
            .iter()
            .map(|known| DirectoryGroup { name: group(&known.name), members: known.members.clone() })
            .collect();
        told
    }

    /// What is told of these entries alone, in this order.
    #[must_use]
    pub fn limited(&self, places: &[u32]) -> Self {
        let mut limited = Self::default();
        let mut of_place: FastMap<u32, u32> = FastMap::default();
        for place in places {
            let Some(entry) = self.entries.get(*place as usize) else { continue };
            of_place.insert(*place, limited.entries.len() as u32);
            limited.entries.push(entry.clone());
            limited.note_names(limited.entries.len() as u32 - 1);
        }
        limited.groups = self
            .groups
            .iter()
            .map(|group| DirectoryGroup {
                name: group.name.clone(),
                members: group.members.iter().filter_map(|member| of_place.get(member).copied()).collect(),
            })
            .collect();
        limited
    }

    /// Adds what an export tells that is earlier than all before.
    fn add(&mut self, entry: DirectoryEntry) -> u32 {
        let place = if let Some(place) = self.place_of(&entry) {
            if let Some(known) = self.entries.get_mut(place as usize) {
                known.absorb_earlier(&entry);
            }
            place
        } else {
            self.entries.push(entry);
            self.entries.len() as u32 - 1
        };
        self.note_names(place);
        place
    }

    fn note_names(&mut self, place: u32) {
        let Some(entry) = self.entries.get(place as usize) else { return };
        for (names, name) in [(&mut self.by_id, &entry.id), (&mut self.by_username, &entry.username)] {
            if !name.is_empty() {
                names.entry(lower(name)).or_insert(place);
            }
        }
    }
}

/// What one file of a look-up brought, for people.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LookupSummary {
    /// The group whose members it lists; `None` for a list of users.
    pub group: Option<String>,
    /// Users in it.
    pub users: u64,
    /// How many of them have a department.
    pub with_department: u64,
    /// Groups that are members.
    pub groups: u64,
    /// Devices and others.
    pub others: u64,
}

impl LookupSummary {
    /// Counts one more record.
    pub fn count(&mut self, entry: &DirectoryEntry) {
        match entry.kind {
            EntryKind::User => self.users += 1,
            EntryKind::Group => self.groups += 1,
            EntryKind::Other => self.others += 1,
        }
        self.with_department += u64::from(entry.value(Field::Department).is_some());
    }

    /// Adds what another file brought; nothing is known of one that was imported before.
    pub fn add(&mut self, other: Option<&Self>) {
        let Some(other) = other else { return };
        self.users += other.users;
        self.with_department += other.with_department;
        self.groups += other.groups;
        self.others += other.others;
    }

    /// Whether it tells of anybody or anything.
    #[must_use]
    pub fn is_any(&self) -> bool {
        self.users + self.groups + self.others > 0
    }

    /// Whom and what it tells of: "412 people and 3 groups".
    #[must_use]
    pub fn people_and_groups(&self) -> String {
        let counted = |count: u64, one: &str, many: &str| match count {
            0 => None,
            1 => Some(format!("1 {one}")),
            count => Some(format!("{count} {many}")),
        };
        let parts = [
            counted(self.users, "person", "people"),
            counted(self.groups, "group", "groups"),
            counted(self.others, "other member", "other members"),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        match parts.split_last() {
            None => "nobody".to_owned(),
            Some((last, [])) => last.clone(),
            Some((last, before)) => format!("{} and {last}", before.join(", ")),
        }
    }

    /// What came, in numbers: "412 users, 38 with department".
    #[must_use]
    pub fn counts(&self) -> String {
        let counted = |count: u64, one: &str, many: &str| match count {
            1 => format!("1 {one}"),
            count => format!("{count} {many}"),
        };
        let mut counts = counted(self.users, "user", "users");
        match self.with_department {
            0 if self.group.is_some() => {}
            0 => counts.push_str(", none with department"),
            with => counts = format!("{counts}, {with} with department"),
        }
        if self.others > 0 {
            counts = format!("{counts}, {}", counted(self.others, "other member", "other members"));
        }
        if self.groups > 0 {
            let groups = counted(self.groups, "group", "groups");
            counts = format!("{counts}, {groups} whose own members are not in this file");
        }
        counts
    }

    /// The same with the name of the group, as a sentence without a full stop.
    #[must_use]
    pub fn sentence(&self) -> String {
        match &self.group {
            Some(group) => format!("members of the group \u{201c}{group}\u{201d}: {}", self.counts()),
            None => self.counts(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(id: &str, username: &str, department: &str) -> DirectoryEntry {
        let mut entry = DirectoryEntry { id: id.into(), username: username.into(), ..DirectoryEntry::default() };
        entry.set(Field::Department, department);
        entry
    }

    fn export(group: Option<&str>, entries: &[DirectoryEntry]) -> DirectoryExport {
        DirectoryExport { group: group.map(str::to_owned), entries: entries.to_vec() }
    }

    #[test]
    fn the_newest_export_wins_value_by_value() {
        let mut newer = entry("A1", "anna@a.example", "");
        newer.set(Field::JobTitle, "Weaver");
        let directory = Directory::merged([
            export(None, &[newer, entry("b2", "ben@a.example", "Sales")]),
            export(None, &[entry("a1", "old@a.example", "Looms"), entry("b2", "", "Service")]),
        ]);
        assert_eq!(directory.entries().len(), 2);
        let anna = &directory.entries()[0];
        assert_eq!((anna.username.as_str(), anna.value(Field::Department)), ("anna@a.example", Some("Looms")));
        assert_eq!(anna.value(Field::JobTitle), Some("Weaver"));
        assert_eq!(directory.entries()[1].value(Field::Department), Some("Sales"));
        assert_eq!(directory.with_username("OLD@a.example"), None, "a name that is no longer hers");
    }

    #[test]
    fn a_username_that_was_given_to_somebody_else_is_two_people() {
        let directory = Directory::merged([
            export(None, &[entry("new", "anna@a.example", "Sales")]),
            export(None, &[entry("old", "anna@a.example", "Looms")]),
            export(None, &[entry("", "ANNA@a.example", "Other")]),
        ]);
        assert_eq!(directory.entries().len(), 2);
        assert_eq!(directory.with_username("anna@A.example"), Some(0));
    }

    #[test]
    fn who_is_missing_in_the_newest_list_of_a_group_has_left_it() {
        let directory = Directory::merged([
            export(Some("Looms"), &[entry("a", "", "")]),
            export(Some("LOOMS"), &[entry("a", "", ""), entry("b", "", "")]),
            export(Some("Admins"), &[entry("b", "", ""), entry("B", "", "")]),
        ]);
        let names: Vec<(&str, usize)> =
            directory.groups().iter().map(|group| (group.name.as_str(), group.members.len())).collect();
        assert_eq!(names, [("Admins", 1), ("Looms", 1)]);
    }

    #[test]
    fn what_came_is_told_in_words() {
        let summary = LookupSummary { users: 412, with_department: 38, ..LookupSummary::default() };
        assert_eq!(summary.sentence(), "412 users, 38 with department");
        let group = Some("Looms".to_owned());
        let summary = LookupSummary { group, users: 1, groups: 2, ..LookupSummary::default() };
        assert_eq!(
            summary.sentence(),
            "members of the group \u{201c}Looms\u{201d}: 1 user, 2 groups whose own members are not in this file"
        );
    }
}
