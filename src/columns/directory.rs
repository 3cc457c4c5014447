//! The columns of what look-ups in the directory tell of the users of events.
//!
//! Whom an event is about is found once for every different user ID and username, not row by row.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use foldhash::fast::FixedState;
use rayon::prelude::*;

use super::{Codes, Columns, Dictionary, RowId, TextColumn};
use crate::fields::{Field, fold, is_zero_id};
use crate::record::{Directory, DirectoryEntry, EventId, Record};

/// What look-ups tell, with whom of them each event is about.
#[derive(Debug, Default)]
pub struct LoadedDirectory {
    directory: Directory,
    /// For each row the place of its user among the entries, from 1; 0 where no look-up tells of the user.
    users: Arc<Codes>,
}

impl LoadedDirectory {
    /// What the look-ups tell.
    #[must_use]
    pub fn told(&self) -> &Directory {
        &self.directory
    }

    /// The place of the user of a row among the entries.
    #[inline]
    #[must_use]
    pub fn user_of(&self, row: RowId) -> Option<u32> {
        self.users.get(row.index()).checked_sub(1)
    }

    /// The places of the users of these rows among the entries.
    #[must_use]
    pub fn users_of(&self, rows: &[RowId]) -> HashSet<u32, FixedState> {
        let mut is_met = vec![false; self.directory.entries().len()];
        for place in rows.iter().filter_map(|row| self.user_of(*row)) {
            if let Some(met) = is_met.get_mut(place as usize) {
                *met = true;
            }
        }
        (0..).zip(is_met).filter(|(_, is_met)| *is_met).map(|(place, _)| place).collect()
    }

    /// The same with other texts.
    pub(super) fn retold(
        &self,
        entry: impl Fn(u32, &DirectoryEntry) -> DirectoryEntry,
        group: impl Fn(&str) -> String,
    ) -> Self {
        Self { directory: self.directory.retold(entry, group), users: Arc::clone(&self.users) }
    }
}

impl Columns {
    /// What look-ups in the directory tell; empty if none were imported.
    #[must_use]
    pub fn directory(&self) -> &LoadedDirectory {
        &self.directory
    }

    /// Adds what the directory tells of the user of an event to a record of the event.
    pub fn tell_directory(&self, event: EventId, record: &mut Record<'static>) {
        let Some(row) = self.row_of(event) else { return };
        for field in Field::ALL.into_iter().filter(|field| field.spec().is_of_directory()) {
            if let Some(text) = self.value(field, row) {
                record.set(field, text.into_owned());
            }
        }
    }

    /// Whether a field may be offered: what the directory tells only where look-ups tell it.
    #[must_use]
    pub fn offers(&self, field: Field) -> bool {
        !field.spec().is_of_directory() || !self.directory.directory.is_empty()
    }

    /// The same events with what these look-ups tell of their users, instead of what others told. Every other column
    /// is shared.
    #[must_use]
    pub fn with_directory(&self, directory: Directory) -> Self {
        let users = if directory.is_empty() { Vec::new() } else { self.users_in(&directory) };
        let mut columns = self.clone();
        let of_directory: Vec<Field> = Field::ALL.into_iter().filter(|field| field.spec().is_of_directory()).collect();
        let made: Vec<(Field, TextColumn)> =
            of_directory.into_par_iter().map(|field| (field, column(field, &directory, &users))).collect();
        for (field, column) in made {
            columns.texts[field as usize] = Arc::new(column);
        }
        columns.directory = Arc::new(LoadedDirectory { directory, users: Arc::new(Codes::pack(users)) });
        columns
    }

    /// For each row the place of its user among the entries, from 1.
    fn users_in(&self, directory: &Directory) -> Vec<u32> {
        let (ids, usernames) = (self.text_column(Field::UserId), self.text_column(Field::Username));
        let number = |place: Option<u32>| place.map_or(0, |place| place + 1);
        let by_id: Vec<ById> = std::iter::once(ById::default())
            .chain(ids.dictionary.iter().map(|(_, id)| ById {
                user: if is_zero_id(id) { 0 } else { number(directory.with_id(id)) },
                is_object_id: is_object_id(id),
            }))
            .collect();
        let by_username: Vec<ByUsername> = std::iter::once(ByUsername::default())
            .chain(usernames.dictionary.iter().map(|(_, username)| {
                let place = directory.with_username(username);
                let entry = place.and_then(|place| directory.entries().get(place as usize));
                ByUsername { user: number(place), has_id: entry.is_some_and(|entry| !entry.id.is_empty()) }
            }))
            .collect();
        let user_of = |row: usize| {
            let id = by_id[ids.codes.get(row) as usize];
            let name = by_username[usernames.codes.get(row) as usize];
            match id.user {
                // Names are given to others once their accounts are deleted: another object ID is somebody else.
                0 if id.is_object_id && name.has_id => 0,
                0 => name.user,
                user => user,
            }
        };
        (0..self.len()).into_par_iter().map(user_of).collect()
    }
}

/// What a user ID tells.
#[derive(Clone, Copy, Default)]
struct ById {
    user: u32,
    is_object_id: bool,
}

/// What a username tells.
#[derive(Clone, Copy, Default)]
struct ByUsername {
    user: u32,
    has_id: bool,
}

/// Whether an identifier is that of an object of a directory: a GUID, and not that of nobody. Microsoft 365 writes
/// other identifiers of users, which no look-up knows.
pub(super) fn is_object_id(id: &str) -> bool {
    id.len() == 36 && !is_zero_id(id) && fold(id).len() == 32 && id.bytes().all(|b| b.is_ascii_hexdigit() || b == b'-')
}

/// The column of a field, given the users of the rows.
fn column(field: Field, directory: &Directory, users: &[u32]) -> TextColumn {
    let mut texts: Vec<Box<str>> = Vec::new();
    let mut codes: HashMap<String, u32, FixedState> = HashMap::default();
    let mut code = |text: String| {
        if text.is_empty() {
            return 0;
        }
        *codes.entry(text).or_insert_with_key(|text| {
            texts.push(text.as_str().into());
            texts.len() as u32
        })
    };
    let of_users: Vec<u32> = if field == Field::Group {
        groups_of(directory).into_iter().map(|groups| code(groups.join("\n"))).collect()
    } else {
        let entries = directory.entries().iter();
        entries.map(|entry| code(entry.value(field).unwrap_or_default().to_owned())).collect()
    };
    if texts.is_empty() || users.is_empty() {
        return TextColumn::default();
    }
    let code_of = |user: &u32| user.checked_sub(1).and_then(|place| of_users.get(place as usize)).copied().unwrap_or(0);
    TextColumn::new(Codes::pack(users.par_iter().map(code_of).collect()), Dictionary::new(texts))
}

/// The names of the groups of each entry, in the order of the groups.
fn groups_of(directory: &Directory) -> Vec<Vec<String>> {
    let mut groups = vec![Vec::new(); directory.entries().len()];
    for group in directory.groups() {
        // Each is one line of a list.
        let name = one_line(&group.name);
        for member in &group.members {
            if let Some(groups) = groups.get_mut(*member as usize) {
                groups.push(name.clone());
            }
        }
    }
    groups
}

/// A name without line breaks, which part the texts of a list.
fn one_line(name: &str) -> String {
    name.replace(['\n', '\r'], " ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Millis;
    use crate::columns::Builder;
    use crate::fields::{Log, ZERO_ID};
    use crate::record::DirectoryExport;

    const ANNA: &str = "11111111-2222-4333-8444-555555555501";
    const BEN: &str = "11111111-2222-4333-8444-555555555502";

    fn entry(id: &str, username: &str, department: &str) -> DirectoryEntry {
        let mut entry = DirectoryEntry { id: id.into(), username: username.into(), ..DirectoryEntry::default() };
        entry.set(Field::Department, department);
        entry
    }

    fn columns(users: &[(&'static str, &'static str)]) -> Columns {
        let mut builder = Builder::default();
        for (event, (id, username)) in (1..).zip(users) {
            let mut record = Record::new(Log::Interactive, Millis(event));
            record.set(Field::UserId, *id);
            record.set(Field::Username, *username);
            builder.push(EventId(event), &record);
        }
        builder.finish()
    }

    fn values(columns: &Columns, field: Field) -> Vec<String> {
        let rows = (0..columns.len() as u32).map(RowId);
        rows.map(|row| columns.value(field, row).unwrap_or_default().into_owned()).collect()
    }

    #[test]
    fn users_are_found_by_their_id_and_else_by_their_username() {
        let directory = Directory::merged([
            DirectoryExport {
                group: Some("Looms".to_owned()),
                entries: vec![entry(ANNA, "", ""), entry("", "clara@a.example", "")],
            },
            DirectoryExport { group: Some("Admins".to_owned()), entries: vec![entry(ANNA, "", "")] },
            DirectoryExport {
                group: None,
                entries: vec![entry(ANNA, "anna@a.example", "Weaving"), entry("", "clara@a.example", "Sales")],
            },
        ]);
        let columns = columns(&[
            (ANNA, "another name"),
            ("", "ANNA@a.example"),
            (ZERO_ID, "anna@a.example"),
            (BEN, "anna@a.example"),
            ("1003200012345678", "anna@a.example"),
            (BEN, "clara@a.example"),
            ("", ""),
        ]);
        assert!(!columns.offers(Field::Department) && columns.offers(Field::User));
        let columns = columns.with_directory(directory);
        assert!(columns.offers(Field::Department));
        let weaving = "Weaving";
        assert_eq!(values(&columns, Field::Department), [weaving, weaving, weaving, "", weaving, "Sales", ""]);
        let both = "Admins\nLooms";
        assert_eq!(values(&columns, Field::Group), [both, both, both, "", both, "Looms", ""]);
        let rows: Vec<RowId> = (0..4).map(RowId).collect();
        assert_eq!(columns.directory().users_of(&rows).len(), 1);
        assert_eq!(values(&columns.with_directory(Directory::default()), Field::Group), [""; 7]);
    }
}
