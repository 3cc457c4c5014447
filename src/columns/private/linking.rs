//! Which names are those of one user, device or tenant.

use std::collections::HashSet;

use foldhash::fast::FixedState;

use super::labels::{FastMap, unused};
use crate::columns::{Columns, RowId};
use crate::fields::{Field, Kind, Personal};

/// The place of a name that is none.
pub(super) const NOBODY: u32 = u32::MAX;

/// How sure a name tells whose it is, the surest first.
const SURE: usize = 2;
/// The place of what was typed among the fields of users: it may be the name of somebody else.
const TYPED: usize = 2;

/// The fields of one sign-in that name one and the same: the first two tell who it is, the others only as long as
/// nothing surer does. `None` where a kind has no such field.
fn fields_of_one(personal: Personal) -> [Option<Field>; 4] {
    match personal {
        Personal::User => {
            [Some(Field::UserId), Some(Field::Username), Some(Field::SignInIdentifier), Some(Field::User)]
        }
        Personal::Device => [Some(Field::DeviceId), None, None, Some(Field::DeviceName)],
        Personal::Tenant => [Some(Field::HomeTenantId), None, None, Some(Field::HomeTenantName)],
        Personal::IpAddress | Personal::Note | Personal::Item => [None; 4],
    }
}

/// For each field, for each code the place of its name; [`NOBODY`] where there is none.
pub(super) type OfFields = [(Field, Vec<u32>)];
/// For each field of lists, for each code the places of the names in it.
pub(super) type OfLists = [(Field, Vec<Vec<u32>>)];

/// Whose each name is.
#[derive(Debug)]
pub(super) struct Linked {
    personal: Personal,
    /// Whose each name is, from 1; 0 while nobody's.
    owners: Vec<u32>,
    /// All whose name it is, where there are several.
    shared: FastMap<u32, Vec<u32>>,
    /// Those of whom something surer than a name is known.
    told: HashSet<u32, FixedState>,
    /// The names that stand together, with the number of their sign-ins.
    together: FastMap<[u32; 4], u64>,
    /// The names of each field.
    of_field: Vec<(Field, HashSet<u32, FixedState>)>,
}

impl Linked {
    /// Numbers the owners of so many names in the order of the sign-ins that have them first.
    pub fn of(columns: &Columns, personal: Personal, of_field: &OfFields, of_list: &OfLists, names: usize) -> Self {
        let mut linked = Self {
            personal,
            owners: vec![0; names],
            shared: FastMap::default(),
            told: HashSet::default(),
            together: FastMap::default(),
            of_field: Vec::new(),
        };
        if names == 0 {
            return linked;
        }
        let place = |field: Field, row: RowId| {
            let places = of_field.iter().find(|(of, _)| *of == field);
            let code = columns.text_column(field).code(row);
            places.and_then(|(_, places)| places.get(code as usize)).copied().unwrap_or(NOBODY)
        };
        let one = fields_of_one(personal);
        let alone: Vec<Field> =
            of_field.iter().map(|(field, _)| *field).filter(|field| !one.contains(&Some(*field))).collect();
        let mut next = 1;
        let mut last = [NOBODY; 4];
        for row in (0..columns.len() as u32).map(RowId) {
            let met = one.map(|field| field.map_or(NOBODY, |field| place(field, row)));
            if met != [NOBODY; 4] {
                let count = linked.together.entry(met).or_insert(0);
                *count += 1;
                if *count == 1 && met != last {
                    linked.meet(met, &mut next);
                }
                last = met;
            }
            for field in &alone {
                let name = place(*field, row);
                linked.own_alone(name, &mut next);
            }
            for (field, lists) in of_list {
                let code = columns.text_column(*field).code(row);
                for name in lists.get(code as usize).into_iter().flatten() {
                    linked.own_alone(*name, &mut next);
                }
            }
        }
        linked.of_field = of_field
            .iter()
            .map(|(field, places)| (*field, places.iter().copied().filter(|place| *place != NOBODY).collect()))
            .chain(of_list.iter().map(|(field, lists)| (*field, lists.iter().flatten().copied().collect())))
            .collect();
        linked
    }

    /// Gives a name that stands alone an owner of its own, unless it has one.
    fn own_alone(&mut self, name: u32, next: &mut u32) {
        if let Some(owner) = self.owners.get_mut(name as usize).filter(|owner| **owner == 0) {
            *owner = *next;
            *next += 1;
        }
    }

    fn owner(&self, name: u32) -> u32 {
        self.owners.get(name as usize).copied().unwrap_or(0)
    }

    /// Takes in names that stand together for the first time.
    fn meet(&mut self, met: [u32; 4], next: &mut u32) {
        let is_told = met[..SURE].iter().any(|name| *name != NOBODY);
        let telling = if is_told { &met[..SURE] } else { &met[..] };
        let known = telling.iter().map(|name| self.owner(*name)).find(|owner| *owner != 0);
        let owner = known.unwrap_or_else(|| {
            // Somebody of whom only the name was known until now.
            let name = met[met.len() - 1];
            let nameless = self.owner(name);
            if nameless != 0 && !self.told.contains(&nameless) {
                return nameless;
            }
            *next += 1;
            *next - 1
        });
        if is_told {
            self.told.insert(owner);
        }
        for (at, name) in met.into_iter().enumerate() {
            let Some(known) = self.owners.get_mut(name as usize) else { continue };
            if *known == 0 {
                *known = owner;
            } else if *known != owner && at > 0 && at != TYPED {
                let all = self.shared.entry(name).or_insert_with(|| vec![*known]);
                if !all.contains(&owner) {
                    all.push(owner);
                }
            }
        }
    }

    /// The pseudonym of each name. Names of one owner have the same if they are in different fields; in one field,
    /// or where a filter looks at both fields and they are names of different sign-ins, a further number tells
    /// them apart.
    pub fn labels(&self) -> Vec<Box<str>> {
        let mut labels: Vec<Box<str>> = vec![Box::default(); self.owners.len()];
        let mut of_owner: FastMap<u32, Vec<u32>> = FastMap::default();
        for (name, owner) in self.owners.iter().enumerate().filter(|(_, owner)| **owner != 0) {
            let name = name as u32;
            if !self.shared.contains_key(&name) {
                of_owner.entry(*owner).or_default().push(name);
            }
        }
        let twins = self.twins();
        for (owner, mut names) in of_owner {
            names.sort_by_key(|name| (self.rank(*name), *name));
            // Nothing says that it is a person: it may be a group, an application, a policy.
            let is_target = self.personal == Personal::User && names.iter().all(|name| self.is_target_only(*name));
            let mut given: Vec<(u32, u32)> = Vec::with_capacity(names.len());
            for name in names {
                let first = if given.len() > MANY { given.len() as u32 + 1 } else { 1 };
                let is_free = |number: &u32| {
                    given.iter().all(|(other, taken)| taken != number || self.may_share(*other, name, &twins))
                };
                let number = (first..=first + given.len() as u32).find(is_free).unwrap_or(first);
                given.push((name, number));
                let label = if is_target { format!("Target {owner}") } else { self.personal.pseudonym(owner) };
                labels[name as usize] = if number == 1 { label.into() } else { format!("{label} ({number})").into() };
            }
        }
        let mut used = HashSet::default();
        let mut shared: Vec<(&u32, &Vec<u32>)> = self.shared.iter().collect();
        shared.sort();
        for (name, owners) in shared {
            let mut owners = owners.clone();
            owners.sort_unstable();
            labels[*name as usize] = unused(self.personal.of_several(&owners), &mut used).into();
        }
        // What no sign-in has any more names nobody, and is hidden all the same.
        for (number, label) in labels.iter_mut().enumerate().filter(|(_, label)| label.is_empty()) {
            *label = format!("{} without sign-in ({number})", self.personal.pseudonym(0)).into();
        }
        labels
    }

    fn is_target_only(&self, name: u32) -> bool {
        let mut fields = self.of_field.iter().filter(|(_, names)| names.contains(&name)).map(|(field, _)| *field);
        fields.all(|field| field.kind() == Kind::List)
    }

    fn has(&self, field: Field, name: u32) -> bool {
        self.of_field.iter().any(|(of, names)| *of == field && names.contains(&name))
    }

    /// How sure a name tells its owner; the surest have the plain pseudonym.
    fn rank(&self, name: u32) -> usize {
        let fields = fields_of_one(self.personal);
        fields.iter().position(|field| field.is_some_and(|field| self.has(field, name))).unwrap_or(fields.len())
    }

    /// Whether two names of one owner may have one pseudonym.
    fn may_share(&self, one: u32, other: u32, twins: &HashSet<(u32, u32), FixedState>) -> bool {
        let in_one_field = self.of_field.iter().any(|(_, names)| names.contains(&one) && names.contains(&other));
        let crosses = |name, username| self.has(Field::User, name) && self.has(Field::Username, username);
        let is_looked_at_together = self.personal == Personal::User && (crosses(one, other) || crosses(other, one));
        !in_one_field && (!is_looked_at_together || twins.contains(&(one, other)) || twins.contains(&(other, one)))
    }

    /// The usernames and display names that the same sign-ins have.
    fn twins(&self) -> HashSet<(u32, u32), FixedState> {
        let mut alone: FastMap<(bool, u32), u64> = FastMap::default();
        let mut both: FastMap<(u32, u32), u64> = FastMap::default();
        for ([_, username, _, name], count) in &self.together {
            *alone.entry((true, *username)).or_default() += count;
            *alone.entry((false, *name)).or_default() += count;
            *both.entry((*username, *name)).or_default() += count;
        }
        let is_twin = |((username, name), count): &((u32, u32), u64)| {
            alone.get(&(true, *username)) == Some(count) && alone.get(&(false, *name)) == Some(count)
        };
        both.into_iter().filter(is_twin).map(|(names, _)| names).collect()
    }
}

/// With more names than this nobody looks for a gap in their numbers.
const MANY: usize = 8;
