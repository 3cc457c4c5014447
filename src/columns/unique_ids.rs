//! A column of identifiers that differ in nearly every row.

use std::collections::HashMap;

use super::RowId;
use crate::record::UniqueId;

/// Unique identifiers, 16 bytes a row; the few that have another form are kept beside.
#[derive(Debug, Default)]
pub struct UniqueIds {
    forms: Vec<Form>,
    bits: Vec<u128>,
    texts: HashMap<u32, Box<str>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
enum Form {
    Missing,
    Guid,
    Token,
    Text,
}

impl UniqueIds {
    /// Adds the identifier of the next row.
    pub fn push(&mut self, id: Option<UniqueId>) {
        let (form, bits) = match id {
            None => (Form::Missing, 0),
            Some(UniqueId::Guid(bits)) => (Form::Guid, bits),
            Some(UniqueId::Token(bits)) => (Form::Token, bits),
            Some(UniqueId::Text(text)) => {
                self.texts.insert(self.bits.len() as u32, text);
                (Form::Text, 0)
            }
        };
        self.forms.push(form);
        self.bits.push(bits);
    }

    /// The identifier of a row.
    #[must_use]
    pub fn get(&self, row: RowId) -> Option<UniqueId> {
        match self.forms.get(row.index())? {
            Form::Missing => None,
            Form::Guid => Some(UniqueId::Guid(self.bits[row.index()])),
            Form::Token => Some(UniqueId::Token(self.bits[row.index()])),
            Form::Text => self.texts.get(&row.0).map(|text| UniqueId::Text(text.clone())),
        }
    }

    /// Whether a row has this identifier, without making it.
    #[must_use]
    pub fn is(&self, row: RowId, id: &UniqueId) -> bool {
        let same = |form, bits: u128| self.forms.get(row.index()) == Some(&form) && self.bits[row.index()] == bits;
        match id {
            UniqueId::Guid(bits) => same(Form::Guid, *bits),
            UniqueId::Token(bits) => same(Form::Token, *bits),
            UniqueId::Text(text) => self.texts.get(&row.0) == Some(text),
        }
    }

    /// Whether a row has any identifier.
    #[must_use]
    pub fn has(&self, row: RowId) -> bool {
        self.forms.get(row.index()).is_some_and(|form| *form != Form::Missing)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_of_every_form_come_back() {
        let mut column = UniqueIds::default();
        let ids = [
            None,
            Some(UniqueId::parse("acf98e2d-8adf-4fe4-9944-bce982548600")),
            Some(UniqueId::parse("LY75rN-K5E-ZRLzpglSGAA")),
            Some(UniqueId::parse("odd one")),
        ];
        for id in &ids {
            column.push(id.clone());
        }
        for (at, id) in ids.iter().enumerate() {
            let row = RowId(at as u32);
            assert_eq!(column.get(row), *id);
            assert_eq!(column.has(row), id.is_some());
            assert!(id.as_ref().is_none_or(|id| column.is(row, id)));
        }
        assert!(!column.is(RowId(0), &UniqueId::Guid(0)));
    }
}
