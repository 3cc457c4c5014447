//! What must be known to read a page.

use std::fmt;

use super::shown::shown;
use crate::texts::text;

/// A sentence on a page. It is English where it is written; the window has [`Note::shown`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// One that is always the same.
    Fixed(&'static str),
    /// Who of the members of a group signed in.
    Members(MemberCounts),
    /// Different policies have these names, each with the number of their identifiers.
    Namesakes(Vec<(String, usize)>),
}

/// How many members some groups have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MemberCounts {
    /// All users.
    pub all: usize,
    /// Those of them without a sign-in.
    pub inactive: usize,
    /// Those of them whose account is disabled.
    pub disabled: usize,
    /// Groups.
    pub groups: u64,
}

impl Note {
    /// The note in the language of the window.
    #[must_use]
    pub fn shown(&self) -> String {
        match self {
            Self::Fixed(text) => shown(text).to_owned(),
            Self::Members(MemberCounts { all, inactive, disabled, groups }) => {
                text!(
                    "reports-told-of-members",
                    all = *all,
                    inactive = *inactive,
                    disabled = *disabled,
                    groups = *groups
                )
            }
            Self::Namesakes(names) => {
                let names = names.iter().map(|(name, ids)| text!("reports-namesake", name = name.as_str(), ids = *ids));
                text!("reports-namesakes", names = names.collect::<Vec<_>>().join(", "))
            }
        }
    }
}

impl fmt::Display for Note {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fixed(text) => formatter.write_str(text),
            Self::Members(counts) => counts.fmt(formatter),
            Self::Namesakes(names) => {
                let names: Vec<String> = names.iter().map(|(name, ids)| format!("{name} ({ids} IDs)")).collect();
                let names = names.join(", ");
                write!(
                    formatter,
                    "Policies are known by name here, and different ones share a name: {names}. policy_id tells them \
                     apart."
                )
            }
        }
    }
}

impl fmt::Display for MemberCounts {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.all {
            1 => formatter.write_str("1 user is a member")?,
            all => write!(formatter, "{all} users are members")?,
        }
        match self.inactive {
            0 => formatter.write_str(", and all have sign-ins in this period")?,
            1 => formatter.write_str(": 1 user without a sign-in in this period")?,
            some => write!(formatter, ": {some} users without a sign-in in this period")?,
        }
        if self.disabled > 0 {
            write!(formatter, ", {} of them with a disabled account", self.disabled)?;
        }
        match self.groups {
            0 => Ok(()),
            1 => formatter.write_str(". 1 group is a member, too; its own members are not in the list"),
            groups => {
                write!(formatter, ". {groups} groups are members, too; their own members are not in the list")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_and_the_exports_say_the_same_in_english() {
        for (all, inactive, disabled, groups) in [(1, 0, 0, 0), (2, 1, 0, 1), (12, 3, 2, 0), (5, 5, 1, 2)] {
            let note = Note::Members(MemberCounts { all, inactive, disabled, groups });
            assert_eq!(note.shown(), note.to_string());
        }
        let note = Note::Namesakes(vec![("Require MFA".to_owned(), 2), ("Block".to_owned(), 3)]);
        assert_eq!(note.shown(), note.to_string());
    }
}
