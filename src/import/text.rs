//! Bytes to text: reading in blocks, the SHA-256 on the way, and the encodings that exports have.

use std::io::{self, Read};

use encoding_rs::{CoderResult, Decoder, UTF_16BE, UTF_16LE};
use sha2::{Digest, Sha256};

use super::Progress;

/// A stream of UTF-8 text, as UTF-8 or as what UTF-16 becomes. Invalid UTF-8 passes through: it spoils
/// only the record it is in.
pub(super) struct TextStream<'r> {
    source: &'r mut dyn Read,
    hasher: Option<Sha256>,
    utf16: Option<Decoder>,
    raw: Vec<u8>,
    block: usize,
    bytes: u64,
    started: bool,
    /// Bytes of a mark that were taken away before the text.
    skipped: u64,
}

impl<'r> TextStream<'r> {
    /// A stream that reads `block` bytes at a time, and hashes them if asked to.
    pub(super) fn new(source: &'r mut dyn Read, block: usize, hash: bool) -> Self {
        Self {
            source,
            hasher: hash.then(Sha256::new),
            utf16: None,
            raw: Vec::new(),
            block: block.max(1),
            bytes: 0,
            started: false,
            skipped: 0,
        }
    }

    /// Appends the next block to `text`; `false` at the end.
    pub(super) fn read(&mut self, text: &mut Vec<u8>, progress: &Progress) -> io::Result<bool> {
        if !self.started {
            return self.read_first(text, progress);
        }
        if self.utf16.is_none() {
            let from = text.len();
            self.fill(text, self.block, progress)?;
            return Ok(text.len() > from);
        }
        let mut raw = std::mem::take(&mut self.raw);
        raw.clear();
        self.fill(&mut raw, self.block, progress)?;
        let last = raw.is_empty();
        self.transcode(&raw, last, text);
        self.raw = raw;
        Ok(!last)
    }

    /// Reads enough to know the encoding, whatever the size of a block.
    fn read_first(&mut self, text: &mut Vec<u8>, progress: &Progress) -> io::Result<bool> {
        self.started = true;
        let mut raw = Vec::new();
        self.fill(&mut raw, self.block.max(64), progress)?;
        if raw.is_empty() {
            return Ok(false);
        }
        if let Some(rest) = raw.strip_prefix(b"\xef\xbb\xbf") {
            self.skipped = 3;
            text.extend_from_slice(rest);
        } else if let Some((decoder, mark)) = utf16_of(&raw) {
            self.utf16 = Some(decoder);
            self.transcode(&raw[mark..], false, text);
        } else {
            text.extend_from_slice(&raw);
        }
        Ok(true)
    }

    fn fill(&mut self, into: &mut Vec<u8>, bytes: usize, progress: &Progress) -> io::Result<()> {
        let from = into.len();
        into.reserve(bytes);
        (&mut *self.source).take(bytes as u64).read_to_end(into)?;
        let new = &into[from..];
        self.bytes += new.len() as u64;
        progress.add_bytes(new.len() as u64);
        if let Some(hasher) = &mut self.hasher {
            hasher.update(new);
        }
        Ok(())
    }

    fn transcode(&mut self, mut raw: &[u8], last: bool, text: &mut Vec<u8>) {
        let Some(decoder) = &mut self.utf16 else { return };
        loop {
            let from = text.len();
            text.resize(from + raw.len() * 2 + 16, 0);
            let (result, read, written, _) = decoder.decode_to_utf8(raw, &mut text[from..], last);
            text.truncate(from + written);
            raw = &raw[read..];
            if result == CoderResult::InputEmpty {
                return;
            }
        }
    }

    /// Bytes read so far.
    pub(super) fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Bytes of a byte order mark before the text that this stream gives.
    pub(super) fn skipped(&self) -> u64 {
        self.skipped
    }

    /// The SHA-256 of all bytes read.
    pub(super) fn sha256(&mut self) -> [u8; 32] {
        self.hasher.take().map_or([0; 32], |hasher| hasher.finalize().into())
    }
}

/// The decoder for UTF-16, and the length of its mark, if this is how a UTF-16 file begins. Without a
/// mark the zero bytes tell: reports begin with ASCII.
fn utf16_of(raw: &[u8]) -> Option<(Decoder, usize)> {
    if raw.starts_with(b"\xff\xfe") {
        return Some((UTF_16LE.new_decoder_without_bom_handling(), 2));
    }
    if raw.starts_with(b"\xfe\xff") {
        return Some((UTF_16BE.new_decoder_without_bom_handling(), 2));
    }
    match raw {
        [a, 0, b, 0, ..] if *a != 0 && *b != 0 => Some((UTF_16LE.new_decoder_without_bom_handling(), 0)),
        [0, a, 0, b, ..] if *a != 0 && *b != 0 => Some((UTF_16BE.new_decoder_without_bom_handling(), 0)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(bytes: &[u8], block: usize) -> (String, [u8; 32]) {
        let mut source = bytes;
        let mut stream = TextStream::new(&mut source, block, true);
        let mut text = Vec::new();
        while stream.read(&mut text, &Progress::default()).expect("memory can be read") {}
        assert_eq!(stream.bytes(), bytes.len() as u64);
        (String::from_utf8_lossy(&text).into_owned(), stream.sha256())
    }

    #[test]
    fn every_encoding_gives_the_same_text_at_any_block_size() {
        let text = "[{\"user\": \"Zo\u{eb} \u{1f511}\"}]".repeat(9);
        let units: Vec<u16> = text.encode_utf16().collect();
        let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
        let files = [
            text.clone().into_bytes(),
            [b"\xef\xbb\xbf".as_slice(), text.as_bytes()].concat(),
            [b"\xff\xfe".as_slice(), &little].concat(),
            [b"\xfe\xff".as_slice(), &big].concat(),
            little,
            big,
        ];
        for (at, file) in files.iter().enumerate() {
            for block in [1, 3, 7, 64, 4096] {
                assert_eq!(all(file, block).0, text, "file {at}, block {block}");
            }
        }
    }

    #[test]
    fn the_hash_is_that_of_the_file_not_of_its_text() {
        // printf '\xef\xbb\xbfa' | sha256sum
        let begin = [0x19, 0x51, 0xc7, 0x86, 0x0e, 0x96, 0x8e, 0x74];
        for block in [1, 4096] {
            assert!(all(b"\xef\xbb\xbfa", block).1.starts_with(&begin), "block {block}");
        }
    }
}
