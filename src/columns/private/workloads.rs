//! Applications, resources and service principals that stand where persons are named: as the actor or the target of an
//! event. They are no persons, and have the same name wherever they are met.

use std::collections::HashSet;

use foldhash::fast::FixedState;

use crate::columns::Columns;
use crate::fields::{Field, lower};

/// The fields that name what is no person.
const WORKLOADS: [Field; 6] =
    [Field::App, Field::AppId, Field::Resource, Field::ResourceId, Field::ServicePrincipal, Field::ServicePrincipalId];

/// The fields that name nobody but persons.
const PERSONS: [Field; 4] = [Field::UserId, Field::Username, Field::User, Field::SignInIdentifier];

/// The names and identifiers of what is no person, as far as persons' fields have them.
#[derive(Debug, Default)]
pub(super) struct Workloads(HashSet<String, FixedState>);

impl Workloads {
    /// Those of a snapshot. A name that some person has, too, is that of the person.
    pub fn of(columns: &Columns) -> Self {
        let mut met: HashSet<String, FixedState> = HashSet::default();
        for field in Field::ALL.into_iter().filter(|field| may_name_workload(*field)) {
            let texts = columns.text_column(field).dictionary.iter();
            met.extend(texts.flat_map(|(_, text)| text.lines()).map(lower));
        }
        if met.is_empty() {
            return Self::default();
        }
        let all = |fields: &[Field]| {
            let texts = fields.iter().flat_map(|field| columns.text_column(*field).dictionary.iter());
            texts.map(|(_, text)| lower(text)).filter(|text| met.contains(text)).collect()
        };
        let (workloads, persons): (HashSet<String, FixedState>, HashSet<String, FixedState>) =
            (all(&WORKLOADS), all(&PERSONS));
        Self(workloads.into_iter().filter(|name| !name.is_empty() && !persons.contains(name)).collect())
    }

    /// Whether a text of a field is one of them.
    pub fn names(&self, field: Field, text: &str) -> bool {
        !self.0.is_empty() && may_name_workload(field) && self.0.contains(&lower(text))
    }
}

/// Whether a field names persons and others.
fn may_name_workload(field: Field) -> bool {
    matches!(field, Field::Actor | Field::Target | Field::TargetId | Field::Item)
}
