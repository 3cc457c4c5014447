//! What look-ups in the directory tell, without names: also of those who never signed in.

use super::labels::Named;
use super::sentences::Sentences;
use crate::columns::LoadedDirectory;
use crate::fields::Personal;
use crate::record::{DirectoryEntry, EntryKind};

/// What stands for each entry that no event names, by its names: it cannot be found among the names of events.
pub(super) fn strangers(directory: &LoadedDirectory, named: &[Named]) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for (place, entry) in (0..).zip(directory.told().entries()) {
        if entry.kind == EntryKind::Group || label_of(entry, named).is_some() {
            continue;
        }
        for name in [&entry.id, &entry.username, &entry.name].into_iter().filter(|name| !name.is_empty()) {
            all.push((name.clone(), stranger(place)));
        }
    }
    all
}

/// The same directory with pseudonyms for the names.
pub(super) fn hidden(directory: &LoadedDirectory, named: &[Named], sentences: &Sentences) -> LoadedDirectory {
    let entry = |place, entry: &DirectoryEntry| {
        let label = label_of(entry, named).map_or_else(|| stranger(place), str::to_owned);
        let hide = |text: &String| if text.is_empty() { String::new() } else { label.clone() };
        DirectoryEntry {
            kind: entry.kind,
            id: hide(&entry.id),
            username: hide(&entry.username),
            name: if entry.kind == EntryKind::Group {
                sentences.hide(&entry.name).into_owned()
            } else {
                hide(&entry.name)
            },
            values: entry
                .values
                .iter()
                .map(|(field, text)| {
                    let shown = if super::is_searched(*field) { sentences.hide_in(*field, text) } else { text.into() };
                    (*field, shown.into_owned())
                })
                .collect(),
        }
    };
    directory.retold(entry, |group| sentences.hide(group).into_owned())
}

/// What stands for an entry in events, by the surest of its names that they have.
fn label_of<'n>(entry: &DirectoryEntry, named: &'n [Named]) -> Option<&'n str> {
    let users = named.iter().find(|named| named.personal == Personal::User)?;
    [&entry.id, &entry.username].into_iter().find_map(|name| users.label_of(name))
}

/// What stands for an entry that no event names; its place in the look-ups tells it from others.
fn stranger(place: u32) -> String {
    format!("Directory user {}", place + 1)
}
