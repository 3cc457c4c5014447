//! Everything known of one sign-in, without names.

use super::{Pseudonyms, names_somebody};
use crate::cache::{Detail, OriginalText};
use crate::record::Record;

/// What stands in the place of an original text.
const NO_ORIGINAL: &str =
    "The original text is hidden while names are private: it tells who signed in, from where and with what";

impl Pseudonyms {
    /// A detail with pseudonyms instead of names, and without original texts.
    #[must_use]
    pub fn detail(&self, detail: &Detail) -> Detail {
        let original = |original: &OriginalText| OriginalText {
            source: original.source,
            source_name: self.title(&original.source_name),
            format: original.format,
            imported: original.imported,
            text: NO_ORIGINAL.to_owned(),
            is_exact: true,
            cells: Vec::new(),
            is_step: original.is_step,
        };
        Detail {
            event: detail.event,
            record: self.record(&detail.record),
            originals: detail.originals.iter().map(original).collect(),
        }
    }

    fn record(&self, record: &Record<'_>) -> Record<'static> {
        let mut hidden = Record::new(record.log, record.time);
        for (field, text) in record.values().filter(|(field, _)| !names_somebody(*field, record.log)) {
            hidden.set(field, self.value(field, text).into_owned());
        }
        hidden.steps = record.steps.iter().map(|step| self.sentences.hide_step(step)).collect();
        hidden
    }
}
