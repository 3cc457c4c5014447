//! Where each record of a text begins and ends, found while the text arrives in blocks.

use super::csv_rows::CsvSplitter;
use super::json_records::JsonSplitter;

/// The longest record that is read, in bytes; a longer one is a reject.
pub(super) const LONGEST: usize = 64 << 20;

/// One record within a buffer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// Its first byte.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
    /// Why it can't be read, if splitting showed that already.
    pub problem: Option<&'static str>,
    /// The blanks before it on its line, if its end was taken from the indent of the closing line alone.
    pub by_indent: Option<usize>,
}

/// The end of the text came before the end of the record.
pub(super) const CUT_OFF: &str = "the file ends inside this record";
/// Longer than [`LONGEST`], or never closed.
pub(super) const TOO_LONG: &str = "this record is longer than 64 MB or is never closed";

/// Finds the records of a text that is held in a buffer, of which the caller drops what is done with.
#[derive(Debug)]
pub(super) enum Splitter {
    Csv(CsvSplitter),
    Json(JsonSplitter),
}

impl Splitter {
    /// The next record; `None` if the buffer must grow first, or after `last` if there is none.
    pub(super) fn next(&mut self, text: &[u8], last: bool) -> Option<Piece> {
        match self {
            Self::Csv(splitter) => splitter.next(text, last),
            Self::Json(splitter) => splitter.next(text, last),
        }
    }

    /// The first byte of the buffer that is still needed.
    pub(super) fn needed_from(&self) -> usize {
        match self {
            Self::Csv(splitter) => splitter.needed_from(),
            Self::Json(splitter) => splitter.needed_from(),
        }
    }

    /// Tells that so many bytes were dropped from the buffer's front.
    pub(super) fn dropped(&mut self, bytes: usize) {
        match self {
            Self::Csv(splitter) => splitter.dropped(bytes),
            Self::Json(splitter) => splitter.dropped(bytes),
        }
    }

    /// Whether the text ended where its outermost list did; asked after the last record.
    pub(super) fn is_complete(&self) -> bool {
        match self {
            Self::Csv(_) => true,
            Self::Json(splitter) => splitter.is_complete(),
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// Records of `text` as (offset, text, problem) when it arrives in blocks of this size.
    pub(in crate::import) fn split(
        splitter: &mut Splitter,
        text: &[u8],
        block: usize,
    ) -> Vec<(usize, Vec<u8>, Option<&'static str>)> {
        let mut found = Vec::new();
        let (mut buffer, mut offset, mut rest) = (Vec::new(), 0, text);
        loop {
            let last = rest.is_empty();
            while let Some(piece) = splitter.next(&buffer, last) {
                found.push((offset + piece.start, buffer[piece.start..piece.end].to_vec(), piece.problem));
            }
            if last {
                return found;
            }
            let done = splitter.needed_from();
            buffer.drain(..done);
            splitter.dropped(done);
            offset += done;
            let (now, later) = rest.split_at(block.min(rest.len()));
            buffer.extend_from_slice(now);
            rest = later;
        }
    }
}
