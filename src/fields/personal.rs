//! Whom values name that are not to be seen by everyone.

/// What the values of a field name. Each is known by a pseudonym in pictures that are shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Personal {
    /// A user.
    User,
    /// A device of a user.
    Device,
    /// A network address.
    IpAddress,
    /// A tenant: an organisation.
    Tenant,
    /// Anything: what the analyst wrote.
    Note,
    /// A file, a site, a mailbox.
    Item,
}

impl Personal {
    /// Every kind, in the order of the table of fields.
    pub const ALL: [Self; 6] = [Self::User, Self::Device, Self::IpAddress, Self::Tenant, Self::Note, Self::Item];

    /// The pseudonym of one of them by its number, from 1. None is the beginning of another where that would matter:
    /// notes are found by any part of them.
    #[must_use]
    pub fn pseudonym(self, number: u32) -> String {
        match self {
            Self::Note => format!("Note ({number})"),
            Self::User | Self::Device | Self::IpAddress | Self::Tenant | Self::Item => {
                format!("{} {number}", self.one())
            }
        }
    }

    /// The pseudonym of what several have in common, such as a name.
    #[must_use]
    pub fn of_several(self, numbers: &[u32]) -> String {
        let shown: Vec<String> = numbers.iter().take(MOST_SHOWN).map(u32::to_string).collect();
        let shown = shown.join(", ");
        match numbers.len().saturating_sub(MOST_SHOWN) {
            0 => format!("{} {shown}", self.many()),
            more => format!("{} {shown} and {more} more", self.many()),
        }
    }

    fn one(self) -> &'static str {
        match self {
            Self::User => "User",
            Self::Device => "Device",
            Self::IpAddress => "IP address",
            Self::Tenant => "Tenant",
            Self::Note => "Note",
            Self::Item => "Item",
        }
    }

    fn many(self) -> &'static str {
        match self {
            Self::User => "Users",
            Self::Device => "Devices",
            Self::IpAddress => "IP addresses",
            Self::Tenant => "Tenants",
            Self::Note => "Notes",
            Self::Item => "Items",
        }
    }
}

/// So many numbers stand in the pseudonym of what several share.
const MOST_SHOWN: usize = 3;
