//! What a row of a details file tells of an event that stands in another file.

use super::{AuthStep, Record};
use crate::fields::Field;

/// One row of a details file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Detail {
    /// An authentication step of a sign-in.
    Step(AuthStep<'static>),
    /// A line of a list of a provisioning event.
    Line(Field, String),
}

/// Lines are added to a list as long as its text is no longer than so many bytes; the originals have all.
const LONGEST: usize = 1 << 16;

impl Detail {
    /// The fields whose values come from details files too.
    pub const FIELDS: [Field; 3] = [Field::Steps, Field::ProvisioningSteps, Field::ModifiedProperties];

    /// Adds what it tells to a record.
    pub fn add_to(self, record: &mut Record<'static>) {
        match self {
            Self::Step(step) => record.steps.push(step),
            Self::Line(field, line) => {
                let text = match record.get(field) {
                    // Nobody reads on, and adding to a long text takes long.
                    Some(lines) if lines.len() > LONGEST => return,
                    // A step can come twice with the same outcome; a property changes once.
                    Some(lines) if field != Field::ProvisioningSteps && lines.lines().any(|known| known == line) => {
                        return;
                    }
                    Some(lines) => format!("{lines}\n{line}"),
                    None => line,
                };
                record.set(field, text);
            }
        }
    }
}
