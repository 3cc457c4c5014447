//! What a form of export can't carry, told from the table of fields.

use super::Format;
use crate::fields::{Field, Origin, Spec};

/// Fields whose values follow from those of others, whatever the file.
const FOLLOWING: [Field; 2] = [Field::Log, Field::Time];
/// What the portal's CSV has in one column, `City, State, Country`, and who tells the status.
const OF_COLUMNS: [Field; 5] = [Field::City, Field::State, Field::Country, Field::Location, Field::StatusSource];

impl Format {
    /// Whether a sign-in in this form can tell a field at all. JSON carries every property; a CSV of the portal has its
    /// columns, which a file of authentication details completes; where objects were written as rows of a CSV without
    /// more, what is within them is lost.
    #[must_use]
    pub fn carries(self, field: Field) -> bool {
        let spec = field.spec();
        match spec.origin {
            Origin::Within(part) => return self.carries(part.of()),
            Origin::Analyst | Origin::OfTime | Origin::Directory => return true,
            Origin::Own | Origin::ListOf(_) => {}
        }
        match self {
            Self::PortalCsv => FOLLOWING.contains(&field) || OF_COLUMNS.contains(&field) || is_column_of_portal(spec),
            Self::PortalCsvDetails => {
                matches!(field, Field::RequestId | Field::Time | Field::Steps | Field::AuthMethod | Field::AuthResult)
            }
            // The reason is within the status; the property beside it is that of audit events.
            Self::PropertyCsv => FOLLOWING.contains(&field) || field != Field::FailureReason && is_outermost(spec),
            _ => true,
        }
    }
}

/// The portal's downloads of sign-ins have no column on risk; its risk reports do, with columns of the same names.
fn is_column_of_portal(spec: &Spec) -> bool {
    !spec.csv.is_empty() && !spec.key.starts_with("risk")
}

/// Whether a property of the record itself holds it, and not one of an object or a list within.
fn is_outermost(spec: &Spec) -> bool {
    spec.kind.is_single() && spec.json.iter().any(|path| !path.contains('.'))
}
