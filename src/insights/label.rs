//! What people call what a row or a line stands for, where its title is a code.

use super::graph::Line;
use super::table::Row;
use crate::fields::Field;
use crate::query::Query;
use crate::reference::countries;

impl Row {
    /// What people call it: of a country its name, else its title.
    #[must_use]
    pub fn label(&self) -> &str {
        country(&self.filter).unwrap_or(&self.title)
    }
}

impl Line {
    /// What people call it: of a country its name, else its title.
    #[must_use]
    pub fn label(&self) -> &str {
        country(&self.filter).unwrap_or(&self.title)
    }
}

/// The name of the country for whose code alone a filter asks.
fn country(filter: &Query) -> Option<&'static str> {
    let codes = filter.values_of(Field::Country).filter(|_| filter.parts().len() == 1)?;
    match codes.as_slice() {
        [code] => countries::name(code),
        _ => None,
    }
}
