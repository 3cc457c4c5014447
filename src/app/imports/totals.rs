//! What the files of an import amount to together.

use crate::cache::{Counts, Imported};
use crate::record::LookupSummary;

/// What several files brought. Look-ups in the directory enrich records and are none: they are counted apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportTotals {
    /// Files with records.
    pub reports: usize,
    /// What came of their records.
    pub records: Counts,
    /// Files of look-ups.
    pub lookups: usize,
    /// People, groups and others in them; who is in several files counts for each.
    pub looked_up: LookupSummary,
    /// Entries of look-ups that could not be read.
    pub rejected_entries: u64,
}

impl ImportTotals {
    /// What these files brought.
    #[must_use]
    pub fn of<'i>(files: impl IntoIterator<Item = &'i Imported>) -> Self {
        let mut totals = Self::default();
        for imported in files {
            if imported.format.is_directory() {
                totals.lookups += 1;
                totals.rejected_entries += imported.counts.rejected;
                totals.looked_up.add(imported.lookup.as_ref());
            } else {
                totals.reports += 1;
                totals.records += imported.counts;
            }
        }
        totals
    }

    /// How many could not be read, records or entries.
    #[must_use]
    pub fn rejected(&self) -> u64 {
        self.records.rejected + self.rejected_entries
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cache::SourceId;
    use crate::import::Format;

    #[test]
    fn people_who_were_looked_up_are_no_new_records() {
        let imported = |format: Format, new, lookup| Imported {
            source: SourceId(1),
            format,
            log: None,
            counts: Counts { records: new + 1, new, rejected: 1, ..Counts::default() },
            already_known: false,
            notes: Vec::new(),
            lookup,
        };
        let users = LookupSummary { users: 412, groups: 1, ..LookupSummary::default() };
        let files = [
            imported(Format::PortalJson, 20, None),
            imported(Format::DirectoryUsers, 412, Some(users.clone())),
            imported(Format::DirectoryMembers, 0, Some(users)),
            imported(Format::DirectoryUsers, 0, None),
        ];
        let totals = ImportTotals::of(&files);
        assert_eq!((totals.reports, totals.records.new, totals.lookups), (1, 20, 3));
        assert_eq!(
            (totals.looked_up.people_and_groups(), totals.rejected()),
            ("824 people and 2 groups".to_owned(), 4)
        );
    }
}
