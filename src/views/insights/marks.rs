//! Shapes before what stands in tables of pages: those that the tables of the logs have for the same values.

use crate::fields::Field;
use crate::insights::{By, Measure, Row, Sum, Table, Value};
use crate::views::table::marks::mark_of;
use crate::widgets::badge::Mark;

/// The shape before the title of a row that stands for a value of a field.
pub(super) fn of_row(table: &Table, row: &Row) -> Option<Mark> {
    let field = marked(table.by)?;
    let values = row.filter.values_of(field).filter(|_| !row.is_unknown)?;
    match values.as_slice() {
        [value] => mark_of(field, value),
        _ => None,
    }
}

/// The shape before names of levels or states: that of the gravest.
pub(super) fn of_figure(measure: &Measure, value: &Value) -> Option<Mark> {
    let (Sum::Names(by), Value::Text(names)) = (&measure.sum, value) else { return None };
    gravest(marked(*by)?, names)
}

/// The field whose values have shapes.
fn marked(by: By) -> Option<Field> {
    match by {
        By::Field(field @ (Field::Status | Field::Risk | Field::RiskAggregated | Field::RiskState)) => Some(field),
        _ => None,
    }
}

/// The shape of the last of the field's terms that is among these names: terms stand in the order of gravity.
fn gravest(field: Field, names: &str) -> Option<Mark> {
    let is_named = |title: &str| names.split(", ").any(|name| name == title);
    let terms = field.spec().terms.iter().rev();
    terms.filter(|term| is_named(term.title)).find_map(|term| mark_of(field, term.value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_several_levels_the_gravest_is_drawn() {
        assert_eq!(gravest(Field::Risk, "High, Low"), Some(Mark::High));
        assert_eq!(gravest(Field::Risk, "Low, Medium"), Some(Mark::Medium));
        assert_eq!(gravest(Field::Risk, "None"), None);
        assert_eq!(gravest(Field::RiskState, "At risk, Dismissed"), Some(Mark::Medium));
        assert_eq!(gravest(Field::RiskState, "Confirmed compromised, Remediated"), Some(Mark::High));
    }
}
