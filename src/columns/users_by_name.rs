//! Whom a user principal name stands for where a record tells no object ID.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use super::{Columns, RowId};
use crate::fields::{Field, is_zero_id};
use crate::record::UniqueId;

type FastMap<K, V> = HashMap<K, V, FixedState>;

/// The users of a snapshot by their user principal names. A name that several object IDs have, since it was given to
/// somebody else, stands for none of them.
///
/// It holds codes and no names, so that a snapshot in which pseudonyms stand for names shares it.
#[derive(Debug, Default)]
pub struct UsersByName {
    /// The code of the only object ID with a name, by the code of the name; 0 if there is none.
    ids: Vec<u32>,
    /// Whether the text of a code is an object ID, by the code.
    are_object_ids: Vec<bool>,
    /// The codes of the names by which alone some records tell of a user, by the code of the object ID.
    names: FastMap<u32, Vec<u32>>,
}

/// In place of an object ID where there are several.
const SEVERAL: u32 = u32::MAX;

impl UsersByName {
    pub(super) fn new(columns: &Columns) -> Self {
        let (ids, names) = (columns.text_column(Field::UserId), columns.text_column(Field::Username));
        // Microsoft 365 has numbers of its own in the place of object IDs.
        let is_object_id = |text: &str| matches!(UniqueId::parse(text), UniqueId::Guid(_)) && !is_zero_id(text);
        let are_object_ids: Vec<bool> =
            std::iter::once(false).chain(ids.dictionary.iter().map(|(_, text)| is_object_id(text))).collect();
        let mut id_of_name: FastMap<&str, u32> = FastMap::default();
        let mut met = vec![0; names.dictionary.len() + 1];
        let mut is_alone = vec![false; names.dictionary.len() + 1];
        for row in (0..columns.len() as u32).map(RowId) {
            let (name, id) = (names.code(row) as usize, ids.code(row));
            if !are_object_ids.get(id as usize).copied().unwrap_or_default() {
                is_alone[name] = true;
            } else if met[name] != id && met[name] != SEVERAL {
                met[name] = if met[name] == 0 { id } else { SEVERAL };
            }
        }
        for (code, _) in names.dictionary.iter().filter(|(code, _)| met[*code as usize] != 0) {
            let id = met[code as usize];
            let known = id_of_name.entry(names.dictionary.lower(code)).or_insert(id);
            if *known != id {
                *known = SEVERAL;
            }
        }
        let mut users = Self { ids: vec![0; met.len()], are_object_ids, names: FastMap::default() };
        for (code, _) in names.dictionary.iter() {
            let id = id_of_name.get(names.dictionary.lower(code)).copied().filter(|id| *id != SEVERAL);
            let Some(id) = id else { continue };
            users.ids[code as usize] = id;
            if is_alone[code as usize] {
                let of_user = users.names.entry(id).or_default();
                let lower = |code| names.dictionary.lower(code);
                if !of_user.iter().any(|known| lower(*known) == lower(code)) {
                    of_user.push(code);
                }
            }
        }
        users
    }

    /// The code of the object ID of a record with these codes of object ID and user principal name: its own, else the
    /// only one that the name has anywhere.
    #[must_use]
    pub fn id_of(&self, id: u32, name: u32) -> u32 {
        if self.are_object_ids.get(id as usize).copied().unwrap_or_default() {
            return id;
        }
        self.ids.get(name as usize).copied().filter(|sole| *sole != 0).unwrap_or(id)
    }

    /// The codes of the user principal names by which alone some records tell of the user with this object ID.
    #[must_use]
    pub fn names_of(&self, id: u32) -> &[u32] {
        self.names.get(&id).map_or(&[], Vec::as_slice)
    }
}
