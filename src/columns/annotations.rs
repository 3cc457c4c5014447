//! The columns of what the analyst says, which change while all others stay.

use std::collections::HashMap;
use std::sync::Arc;

use super::{Codes, Columns, Dictionary, TextColumn};
use crate::cache::Annotation;
use crate::fields::Field;
use crate::record::EventId;

impl Columns {
    /// The same sign-ins with these bookmarks and notes instead of those they had. Every other column is shared.
    #[must_use]
    pub fn with_annotations(&self, annotations: &[(EventId, Annotation)]) -> Self {
        // Every sign-in is either bookmarked or not, so that both can be asked for.
        let mut marks = vec![1_u32; self.len()];
        let mut notes = vec![0_u32; self.len()];
        let mut texts: Vec<Box<str>> = Vec::new();
        let mut codes: HashMap<&str, u32> = HashMap::new();
        for (event, annotation) in annotations {
            let Some(row) = self.row_of(*event) else { continue };
            if annotation.bookmarked {
                marks[row.index()] = 2;
            }
            if !annotation.note.is_empty() {
                notes[row.index()] = *codes.entry(&annotation.note).or_insert_with(|| {
                    texts.push(annotation.note.as_str().into());
                    texts.len() as u32
                });
            }
        }
        let mut columns = self.clone();
        let flags = vec!["false".into(), "true".into()];
        for (field, codes, texts) in [(Field::Bookmarked, marks, flags), (Field::Note, notes, texts)] {
            let column = TextColumn::new(Codes::pack(codes), Dictionary::new(texts));
            columns.texts[field as usize] = Arc::new(column);
        }
        columns
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Millis;
    use crate::columns::{Builder, RowId};
    use crate::fields::Log;
    use crate::record::Record;

    #[test]
    fn annotations_replace_each_other_and_leave_the_rest() {
        let mut builder = Builder::default();
        for event in 1..=3 {
            let mut record = Record::new(Log::Interactive, Millis(event));
            record.set(Field::User, "Anna");
            builder.push(EventId(event), &record);
        }
        let plain = builder.finish();
        let said = |bookmarked, note: &str| Annotation { bookmarked, note: note.to_owned() };
        let first = plain.with_annotations(&[(EventId(2), said(true, "odd")), (EventId(9), said(true, "gone"))]);
        let second = first.with_annotations(&[(EventId(1), said(false, "odd")), (EventId(3), said(false, "odd"))]);
        let values = |columns: &Columns, field| -> Vec<Option<String>> {
            (0..3).map(|row| columns.value(field, RowId(row)).map(std::borrow::Cow::into_owned)).collect()
        };
        let texts = |texts: [Option<&str>; 3]| texts.map(|text| text.map(str::to_owned)).to_vec();
        assert_eq!(values(&first, Field::Bookmarked), texts([Some("false"), Some("true"), Some("false")]));
        assert_eq!(values(&first, Field::Note), texts([None, Some("odd"), None]));
        assert_eq!(values(&second, Field::Bookmarked), texts([Some("false"); 3]));
        assert_eq!(values(&second, Field::Note), texts([Some("odd"), None, Some("odd")]));
        assert_eq!(values(&second, Field::User), texts([Some("Anna"); 3]));
    }
}
