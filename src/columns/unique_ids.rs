//! A column of identifiers that differ in nearly every row.

use std::collections::HashMap;
use std::ops::RangeInclusive;
use std::sync::OnceLock;

use rayon::prelude::*;

use super::codes::retain;
use super::{RowId, sort_by_bits};
use crate::record::UniqueId;

/// Unique identifiers, 16 bytes a row; the few that have another form are kept beside.
#[derive(Debug, Default)]
pub struct UniqueIds {
    forms: Vec<Form>,
    /// Of as many rows, or of none if no row has an identifier.
    bits: Vec<u128>,
    texts: HashMap<u32, Box<str>>,
    order: OnceLock<IdOrder>,
}

/// The rows of a column of identifiers in the order of these: GUIDs, then tokens, then other texts.
#[derive(Debug, Default)]
pub struct IdOrder {
    rows: Vec<RowId>,
    guids: usize,
    ranks: Vec<u32>,
    different: u32,
}

impl IdOrder {
    /// For each row the place of its identifier among the different ones; [`Self::different`] where there is none.
    #[must_use]
    pub fn ranks(&self) -> &[u32] {
        &self.ranks
    }

    /// How many different identifiers there are.
    #[must_use]
    pub fn different(&self) -> u32 {
        self.different
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
enum Form {
    Missing,
    Guid,
    Token,
    Text,
}

/// Every form, in the order of their numbers.
const FORMS: [Form; 4] = [Form::Missing, Form::Guid, Form::Token, Form::Text];

impl UniqueIds {
    /// Adds the identifier of the next row.
    pub fn push(&mut self, id: Option<UniqueId>) {
        self.forms.push(Form::Missing);
        if !self.bits.is_empty() {
            self.bits.push(0);
        }
        self.set(self.forms.len() - 1, id);
    }

    /// Gives a row another identifier.
    pub(super) fn set(&mut self, row: usize, id: Option<UniqueId>) {
        self.order = OnceLock::new();
        if self.forms[row] == Form::Text {
            self.texts.remove(&(row as u32));
        }
        let (form, bits) = match id {
            None => (Form::Missing, 0),
            Some(UniqueId::Guid(bits)) => (Form::Guid, bits),
            Some(UniqueId::Token(bits)) => (Form::Token, bits),
            Some(UniqueId::Text(text)) => {
                self.texts.insert(row as u32, text);
                (Form::Text, 0)
            }
        };
        self.forms[row] = form;
        if form != Form::Missing && self.bits.is_empty() {
            self.bits.resize(self.forms.len(), 0);
        }
        if let Some(of_row) = self.bits.get_mut(row) {
            *of_row = bits;
        }
    }

    /// The forms of a stretch of rows, as numbers, and their bits; no bits if no row has an identifier.
    pub(super) fn stretch(&self, start: usize, end: usize) -> (impl Iterator<Item = u8>, &[u128]) {
        let forms = self.forms.get(start..end).unwrap_or_default();
        (forms.iter().map(|form| *form as u8), self.bits.get(start..end).unwrap_or_default())
    }

    /// The identifiers of a stretch of rows that have another form, each with its row.
    pub(super) fn texts_of(&self, start: usize, end: usize) -> impl Iterator<Item = (u32, &str)> {
        let rows = start as u32..end as u32;
        self.texts.iter().filter(move |(row, _)| rows.contains(row)).map(|(row, text)| (*row, text.as_ref()))
    }

    /// Adds rows without an identifier.
    pub(super) fn push_missing(&mut self, rows: usize) {
        self.forms.resize(self.forms.len() + rows, Form::Missing);
        if !self.bits.is_empty() {
            self.bits.resize(self.forms.len(), 0);
        }
    }

    /// Adds rows by the numbers of their forms and their bits; `None` if a form has no such number. Texts are yet to be set.
    pub(super) fn push_stretch(&mut self, forms: &[u8], bits: impl Iterator<Item = u128>) -> Option<()> {
        self.bits.resize(self.forms.len(), 0);
        self.forms.reserve(forms.len());
        for form in forms {
            self.forms.push(*FORMS.get(usize::from(*form))?);
        }
        self.bits.extend(bits);
        Some(())
    }

    /// Says what the identifier of a row is that has another form.
    pub(super) fn set_text(&mut self, row: u32, text: &str) -> Option<()> {
        if *self.forms.get(row as usize)? != Form::Text {
            return None;
        }
        self.texts.insert(row, text.into());
        Some(())
    }

    /// Keeps the rows for which this says so.
    pub(super) fn retain(&mut self, is_kept: &[bool]) {
        self.order = OnceLock::new();
        let kept = (0..).zip(is_kept).filter(|(_, is_kept)| **is_kept).map(|(row, _): (u32, _)| row);
        self.texts = (0..).zip(kept).filter_map(|(new, row)| Some((new, self.texts.remove(&row)?))).collect();
        retain(&mut self.forms, is_kept);
        retain(&mut self.bits, is_kept);
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
        let same =
            |form, bits: u128| self.forms.get(row.index()) == Some(&form) && self.bits.get(row.index()) == Some(&bits);
        match id {
            UniqueId::Guid(bits) => same(Form::Guid, *bits),
            UniqueId::Token(bits) => same(Form::Token, *bits),
            UniqueId::Text(text) => self.texts.get(&row.0) == Some(text),
        }
    }

    /// The order of the identifiers. Made once, when it is first asked for.
    #[must_use]
    pub fn order(&self) -> &IdOrder {
        self.order.get_or_init(|| self.sorted())
    }

    /// The rows with this identifier.
    #[must_use]
    pub fn rows_with(&self, id: &UniqueId) -> &[RowId] {
        let IdOrder { rows, guids, .. } = self.order();
        let wanted = id.into();
        let others = &rows[*guids..];
        match id {
            UniqueId::Guid(bits) => self.rows_of_guids(*bits..=*bits),
            UniqueId::Token(_) | UniqueId::Text(_) => {
                let start = others.partition_point(|row| self.key(*row) < wanted);
                let length = others[start..].partition_point(|row| self.key(*row) == wanted);
                &others[start..start + length]
            }
        }
    }

    /// The rows whose identifier is a GUID within these bounds.
    #[must_use]
    pub fn rows_of_guids(&self, bounds: RangeInclusive<u128>) -> &[RowId] {
        let IdOrder { rows, guids, .. } = self.order();
        let rows = &rows[..*guids];
        let start = rows.partition_point(|row| self.bits[row.index()] < *bounds.start());
        let length = rows[start..].partition_point(|row| self.bits[row.index()] <= *bounds.end());
        &rows[start..start + length]
    }

    /// The rows whose identifier is no GUID.
    #[must_use]
    pub fn others(&self) -> &[RowId] {
        let IdOrder { rows, guids, .. } = self.order();
        &rows[*guids..]
    }

    fn key(&self, row: RowId) -> Key<'_> {
        match self.forms[row.index()] {
            Form::Missing => Key::Guid(0),
            Form::Guid => Key::Guid(self.bits[row.index()]),
            Form::Token => Key::Token(self.bits[row.index()]),
            Form::Text => Key::Text(self.texts.get(&row.0).map_or("", AsRef::as_ref)),
        }
    }

    fn sorted(&self) -> IdOrder {
        let of_form = |wanted| {
            let rows = self.forms.iter().enumerate().filter(move |(_, form)| **form == wanted);
            rows.map(|(row, _)| row as u32)
        };
        let mut rows = self.by_bits(of_form(Form::Guid));
        let guids = rows.len();
        rows.extend(self.by_bits(of_form(Form::Token)));
        let mut texts: Vec<RowId> = of_form(Form::Text).map(RowId).collect();
        texts.sort_by_key(|row| self.key(*row));
        rows.extend(texts);
        let is_new: Vec<bool> = rows.par_windows(2).map(|pair| self.key(pair[0]) != self.key(pair[1])).collect();
        let mut ranks = vec![0; self.forms.len()];
        let mut rank = 0;
        for (row, is_new) in rows.iter().zip(std::iter::once(false).chain(is_new)) {
            rank += u32::from(is_new);
            ranks[row.index()] = rank;
        }
        let different = if rows.is_empty() { 0 } else { rank + 1 };
        for (rank, form) in ranks.iter_mut().zip(&self.forms) {
            if *form == Form::Missing {
                *rank = different;
            }
        }
        IdOrder { rows, guids, ranks, different }
    }

    /// Rows by their bits: by the first of them digit by digit, then the few that these leave equal by all.
    fn by_bits(&self, rows: impl Iterator<Item = u32>) -> Vec<RowId> {
        let first_bits = |row: u32| self.bits[row as usize] >> (u128::BITS - FIRST_BITS);
        let items = rows.map(|row| (first_bits(row) as u64) << u32::BITS | u64::from(row)).collect();
        let mut items = sort_by_bits(items, u32::BITS, FIRST_BITS);
        for run in items.chunk_by_mut(|a, b| a >> u32::BITS == b >> u32::BITS).filter(|run| run.len() > 1) {
            run.sort_by_key(|item| self.bits[*item as u32 as usize]);
        }
        items.into_iter().map(|item| RowId(item as u32)).collect()
    }

    /// Whether a row has any identifier.
    #[must_use]
    pub fn has(&self, row: RowId) -> bool {
        self.forms.get(row.index()).is_some_and(|form| *form != Form::Missing)
    }
}

/// Random identifiers of millions of rows hardly ever share so many first bits.
const FIRST_BITS: u32 = 24;

/// An identifier to compare.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Key<'a> {
    Guid(u128),
    Token(u128),
    Text(&'a str),
}

impl<'a> From<&'a UniqueId> for Key<'a> {
    fn from(id: &'a UniqueId) -> Self {
        match id {
            UniqueId::Guid(bits) => Self::Guid(*bits),
            UniqueId::Token(bits) => Self::Token(*bits),
            UniqueId::Text(text) => Self::Text(text),
        }
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

    #[test]
    fn rows_are_found_by_their_identifiers_and_by_the_first_digits() {
        let guid = |bits| Some(UniqueId::Guid(bits));
        let token = UniqueId::parse("LY75rN-K5E-ZRLzpglSGAA");
        let text = UniqueId::parse("odd one");
        let mut column = UniqueIds::default();
        for id in [guid(7 << 100), Some(text.clone()), guid(5), None, Some(token.clone()), guid(7 << 100), guid(0)] {
            column.push(id);
        }
        let rows = |id| column.rows_with(&id).iter().map(|row| row.0).collect::<Vec<_>>();
        assert_eq!(rows(UniqueId::Guid(7 << 100)), [0, 5]);
        assert_eq!(rows(UniqueId::Guid(0)), [6], "a row without an identifier has not that of zeros");
        assert_eq!(rows(token), [4]);
        assert_eq!(rows(text), [1]);
        assert_eq!(rows(UniqueId::parse("other")), Vec::<u32>::new());
        assert_eq!(column.rows_of_guids(0..=5), [RowId(6), RowId(2)]);
        assert_eq!(column.order().ranks(), [2, 4, 1, 5, 3, 2, 0]);
        assert_eq!(column.order().different(), 5);
    }
}
