//! The logs and reports of Microsoft Entra ID and Microsoft 365 whose records are kept as events.

/// A log, as the admin centers separate them.
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
    /// Somebody changed something in the directory.
    Audit,
    /// An identity was brought from one system to another.
    Provisioning,
    /// The risk of a user was set anew.
    RiskyUsers,
    /// The risk of a service principal was set anew.
    RiskyWorkloads,
    /// Something risky was detected.
    RiskDetections,
    /// Somebody did something in Microsoft 365.
    Activity,
    /// Microsoft 365 tells of a sign-in.
    ActivitySignIns,
}

/// What the records of a log tell of: which fields they have, and what one of them is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Report {
    /// Sign-ins.
    SignIns,
    /// Changes in the directory.
    Audit,
    /// Identities brought from one system to another.
    Provisioning,
    /// Risk of users and service principals, and what was detected.
    Risk,
    /// What was done in Microsoft 365.
    Activity,
}

impl Report {
    /// How many there are.
    pub const COUNT: usize = 5;

    /// Every report, in the order of the logs.
    pub const ALL: [Self; Self::COUNT] = [Self::SignIns, Self::Audit, Self::Provisioning, Self::Risk, Self::Activity];
}

/// What records are called within a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Noun {
    /// One of them.
    pub one: &'static str,
    /// Several of them.
    pub many: &'static str,
}

impl Noun {
    /// Sign-ins of whatever log.
    pub const SIGN_IN: Self = Self { one: "sign-in", many: "sign-ins" };
    /// Records of reports that have no noun in common.
    pub const RECORD: Self = Self { one: "record", many: "records" };

    /// What a column is called that counts them.
    #[must_use]
    pub fn count_title(self) -> String {
        format!("# {}", self.many)
    }

    /// The word for several at the beginning of a sentence.
    #[must_use]
    pub fn capitalised(self) -> String {
        capitalised(self.many)
    }
}

pub(super) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

impl Log {
    /// All logs: those of sign-ins in the portal's order, then the others.
    pub const ALL: [Self; 12] = [
        Self::Interactive,
        Self::NonInteractive,
        Self::ServicePrincipal,
        Self::ManagedIdentity,
        Self::AdFs,
        Self::Audit,
        Self::Provisioning,
        Self::RiskyUsers,
        Self::RiskyWorkloads,
        Self::RiskDetections,
        Self::Activity,
        Self::ActivitySignIns,
    ];

    /// The logs that have a tab of their own in the window though nothing of them is loaded.
    pub const TABS: [Self; 4] =
        [Self::Interactive, Self::NonInteractive, Self::ServicePrincipal, Self::ManagedIdentity];

    /// What its records tell of.
    #[must_use]
    pub const fn report(self) -> Report {
        match self {
            Self::Interactive | Self::NonInteractive | Self::ServicePrincipal | Self::ManagedIdentity | Self::AdFs => {
                Report::SignIns
            }
            Self::Audit => Report::Audit,
            Self::Provisioning => Report::Provisioning,
            Self::RiskyUsers | Self::RiskyWorkloads | Self::RiskDetections => Report::Risk,
            Self::Activity | Self::ActivitySignIns => Report::Activity,
        }
    }

    /// What scripts and the filter language call it.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Interactive => "interactive",
            Self::NonInteractive => "non-interactive",
            Self::ServicePrincipal => "service-principal",
            Self::ManagedIdentity => "managed-identity",
            Self::AdFs => "adfs",
            Self::Audit => "audit",
            Self::Provisioning => "provisioning",
            Self::RiskyUsers => "risky-users",
            Self::RiskyWorkloads => "risky-workloads",
            Self::RiskDetections => "risk-detections",
            Self::Activity => "m365",
            Self::ActivitySignIns => "m365-sign-ins",
        }
    }

    /// What exports and command lines call it; the window says [`Self::shown_title`].
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Interactive => "Interactive",
            Self::NonInteractive => "Non-interactive",
            Self::ServicePrincipal => "Service principal",
            Self::ManagedIdentity => "Managed identity",
            Self::AdFs => "AD FS",
            Self::Audit => "Audit",
            Self::Provisioning => "Provisioning",
            Self::RiskyUsers => "Risky users",
            Self::RiskyWorkloads => "Risky workload identities",
            Self::RiskDetections => "Risk detections",
            Self::Activity => "Microsoft 365",
            Self::ActivitySignIns => "Microsoft 365 sign-ins",
        }
    }

    /// What it is called within a sentence.
    #[must_use]
    pub const fn in_a_sentence(self) -> &'static str {
        match self {
            Self::Interactive => "interactive",
            Self::NonInteractive => "non-interactive",
            Self::ServicePrincipal => "service principal",
            Self::ManagedIdentity => "managed identity",
            Self::AdFs => "AD FS",
            Self::Audit => "audit",
            Self::Provisioning => "provisioning",
            Self::RiskyUsers => "risky users",
            Self::RiskyWorkloads => "risky workload identities",
            Self::RiskDetections => "risk detections",
            Self::Activity => "Microsoft 365",
            Self::ActivitySignIns => "Microsoft 365 sign-ins",
        }
    }

    /// What its records are called within a sentence.
    #[must_use]
    pub const fn noun(self) -> Noun {
        match self {
            Self::Interactive | Self::NonInteractive | Self::ServicePrincipal | Self::ManagedIdentity | Self::AdFs => {
                Noun::SIGN_IN
            }
            Self::Audit => Noun { one: "audit event", many: "audit events" },
            Self::Provisioning => Noun { one: "provisioning event", many: "provisioning events" },
            // One for each time that the risk of somebody was set anew.
            Self::RiskyUsers => Noun { one: "risky user record", many: "risky user records" },
            Self::RiskyWorkloads => Noun { one: "risky workload record", many: "risky workload records" },
            Self::RiskDetections => Noun { one: "risk detection", many: "risk detections" },
            Self::Activity => Noun { one: "Microsoft 365 activity", many: "Microsoft 365 activities" },
            Self::ActivitySignIns => Noun { one: "Microsoft 365 sign-in", many: "Microsoft 365 sign-ins" },
        }
    }

    /// What its records are called within a sentence, told apart from those of every other log.
    #[must_use]
    pub fn records(self) -> String {
        match self.report() {
            Report::SignIns => format!("{} {}", self.in_a_sentence(), self.noun().many),
            Report::Audit | Report::Provisioning | Report::Risk | Report::Activity => self.noun().many.to_owned(),
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
pub struct Logs(u16);

impl Logs {
    /// Every log.
    pub const ALL: Self = Self::of(&Log::ALL);
    /// The logs of sign-ins.
    pub const SIGN_INS: Self =
        Self::of(&[Log::Interactive, Log::NonInteractive, Log::ServicePrincipal, Log::ManagedIdentity, Log::AdFs]);
    /// Sign-ins of people.
    pub const USERS: Self = Self::of(&[Log::Interactive, Log::NonInteractive, Log::AdFs]);
    /// Logs of whose events details files tell more: those of people, and provisioning.
    pub const DETAILED: Self = Self::USERS.and(Self::PROVISIONING);
    /// Sign-ins of applications and resources.
    pub const WORKLOADS: Self = Self::of(&[Log::ServicePrincipal, Log::ManagedIdentity]);
    /// Changes in the directory.
    pub const AUDIT: Self = Self::of(&[Log::Audit]);
    /// Identities brought from one system to another.
    pub const PROVISIONING: Self = Self::of(&[Log::Provisioning]);
    /// Risk of users and service principals, and what was detected.
    pub const RISK: Self = Self::of(&[Log::RiskyUsers, Log::RiskyWorkloads, Log::RiskDetections]);
    /// What was done in Microsoft 365, sign-ins apart or among it.
    pub const ACTIVITY: Self = Self::of(&[Log::Activity, Log::ActivitySignIns]);

    /// The set of the logs listed.
    #[must_use]
    pub const fn of(logs: &[Log]) -> Self {
        let mut bits = 0;
        let mut at = 0;
        while at < logs.len() {
            bits |= 1 << logs[at] as u16;
            at += 1;
        }
        Self(bits)
    }

    /// The logs of a report.
    #[must_use]
    pub fn of_report(report: Report) -> Self {
        let logs: Vec<Log> = Log::ALL.into_iter().filter(|log| log.report() == report).collect();
        Self::of(&logs)
    }

    /// The logs that are in one of both sets.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The logs that are in both sets.
    #[must_use]
    pub const fn common(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Whether the set holds `log`.
    #[must_use]
    pub const fn contains(self, log: Log) -> bool {
        self.0 & (1 << log as u16) != 0
    }

    /// What their records are called within a sentence: a neutral word where the logs do not have one in common.
    #[must_use]
    pub fn noun(self) -> Noun {
        let mut nouns = self.iter().map(Log::noun);
        match nouns.next() {
            Some(first) if nouns.all(|noun| noun == first) => first,
            Some(_) => Noun::RECORD,
            None => Noun::SIGN_IN,
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_of_several_logs_have_a_word_in_common_or_a_neutral_one() {
        assert_eq!(Logs::SIGN_INS.noun(), Noun::SIGN_IN);
        assert_eq!(Logs::AUDIT.noun().many, "audit events");
        assert_eq!(Logs::RISK.noun(), Noun::RECORD);
        assert_eq!(Logs::SIGN_INS.and(Logs::AUDIT).noun(), Noun::RECORD);
        assert_eq!(Logs::of(&[]).noun(), Noun::SIGN_IN);
        assert_eq!(Log::RiskyUsers.noun().capitalised(), "Risky user records");
    }

    #[test]
    fn a_report_is_the_logs_that_tell_of_it() {
        for log in Log::ALL {
            assert!(Logs::of_report(log.report()).contains(log));
        }
        assert_eq!(Logs::of_report(Report::Risk), Logs::RISK);
        assert_eq!(Report::ALL.map(|report| report as usize), [0, 1, 2, 3, 4]);
    }
}
