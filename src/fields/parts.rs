//! The parts of fields that hold several things at once.

use super::Field;

/// A part of one policy, one authentication step or one network of a sign-in: what a filter can ask for
/// though no column can hold it. Terms about parts of the same field that stand side by side mean the
/// same thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Name of a policy.
    PolicyName,
    /// Object ID of a policy.
    PolicyId,
    /// What came of a policy.
    PolicyResult,
    /// Whether a policy is enforced, only reports, or is switched off.
    PolicyMode,
    /// A grant control of a policy.
    PolicyControl,
    /// A session control of a policy.
    PolicySession,
    /// A condition of a policy that matched.
    PolicyCondition,
    /// A condition of a policy that did not match.
    PolicyUnmet,
    /// Method of an authentication step.
    StepMethod,
    /// Detail of the method.
    StepDetail,
    /// Whether a step succeeded.
    StepSucceeded,
    /// What came of a step, in words.
    StepResult,
    /// Primary or multifactor authentication.
    StepRequirement,
    /// A network: its kind with its name, either of them, and the words `named` and `trusted`.
    Network,
    /// Kind of a network.
    NetworkType,
    /// Whether an agent signed in, from the kind of agent.
    IsAgent,
    /// Whether the sign-in is about an agent.
    IsAgentSubject,
}

impl Part {
    /// The field that it is a part of.
    #[must_use]
    pub const fn of(self) -> Field {
        match self {
            Self::PolicyName
            | Self::PolicyId
            | Self::PolicyResult
            | Self::PolicyMode
            | Self::PolicyControl
            | Self::PolicySession
            | Self::PolicyCondition
            | Self::PolicyUnmet => Field::Policies,
            Self::StepMethod | Self::StepDetail | Self::StepSucceeded | Self::StepResult | Self::StepRequirement => {
                Field::Steps
            }
            Self::Network | Self::NetworkType => Field::Network,
            Self::IsAgent => Field::AgentType,
            Self::IsAgentSubject => Field::AgentSubjectType,
        }
    }

    /// Whether it says which one is meant: of several names side by side, each is meant.
    #[must_use]
    pub const fn is_name(self) -> bool {
        matches!(self, Self::PolicyName | Self::PolicyId | Self::StepMethod | Self::Network)
    }
}
