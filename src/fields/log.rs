//! The sign-in logs of Microsoft Entra ID.

/// A sign-in log, as the admin center separates them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Log {
    /// A user was present and answered.
    Interactive,
    /// An app signed in on a user's behalf with what it already held.
    NonInteractive,
    /// An application signed in as itself.
    ServicePrincipal,
    /// An Azure resource signed in with an identity that Azure manages.
    ManagedIdentity,
    /// AD FS reported the sign-in through Connect Health.
    AdFs,
}

impl Log {
    /// All logs, in the portal's order.
    pub const ALL: [Self; 5] =
        [Self::Interactive, Self::NonInteractive, Self::ServicePrincipal, Self::ManagedIdentity, Self::AdFs];

    /// The logs with a tab of their own in the window.
    pub const TABS: [Self; 4] =
        [Self::Interactive, Self::NonInteractive, Self::ServicePrincipal, Self::ManagedIdentity];

    /// What scripts and the filter language call it.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Interactive => "interactive",
            Self::NonInteractive => "non-interactive",
            Self::ServicePrincipal => "service-principal",
            Self::ManagedIdentity => "managed-identity",
            Self::AdFs => "adfs",
        }
    }

    /// What the window calls it.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Interactive => "Interactive",
            Self::NonInteractive => "Non-interactive",
            Self::ServicePrincipal => "Service principal",
            Self::ManagedIdentity => "Managed identity",
            Self::AdFs => "AD FS",
        }
    }

    /// What the window calls it within a sentence.
    #[must_use]
    pub const fn in_a_sentence(self) -> &'static str {
        match self {
            Self::Interactive => "interactive",
            Self::NonInteractive => "non-interactive",
            Self::ServicePrincipal => "service principal",
            Self::ManagedIdentity => "managed identity",
            Self::AdFs => "AD FS",
        }
    }

    /// The log with this key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|log| log.key() == key)
    }

    /// The log with this number (its place in [`Self::ALL`]), as the cache stores it.
    #[must_use]
    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL.get(usize::from(number)).copied()
    }
}

/// A set of logs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Logs(u8);

impl Logs {
    /// Every log.
    pub const ALL: Self = Self(0b1_1111);
    /// Sign-ins of people.
    pub const USERS: Self = Self::of(&[Log::Interactive, Log::NonInteractive, Log::AdFs]);
    /// Sign-ins of applications and resources.
    pub const WORKLOADS: Self = Self::of(&[Log::ServicePrincipal, Log::ManagedIdentity]);

    /// The set of the logs listed.
    #[must_use]
    pub const fn of(logs: &[Log]) -> Self {
        let mut bits = 0;
        let mut at = 0;
        while at < logs.len() {
            bits |= 1 << logs[at] as u8;
            at += 1;
        }
        Self(bits)
    }

    /// Whether the set holds `log`.
    #[must_use]
    pub const fn contains(self, log: Log) -> bool {
        self.0 & (1 << log as u8) != 0
    }

    /// The logs of the set, in the portal's order.
    pub fn iter(self) -> impl Iterator<Item = Log> {
        Log::ALL.into_iter().filter(move |log| self.contains(*log))
    }
}

impl From<Log> for Logs {
    fn from(log: Log) -> Self {
        Self::of(&[log])
    }
}
