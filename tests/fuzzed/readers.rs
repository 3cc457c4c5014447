//! Files of any content: each ends in records or rejects, and every original that was stored tells the same again.

use std::fs;
use std::io::Write;
use std::sync::Arc;

use flate2::Compression;
use flate2::write::GzEncoder;
use signin_lens::clock::Zone;
use signin_lens::fields::{Kind, Log};
use signin_lens::import::{
    Decoded, Decoder, ImportError, Input, Options, Progress, ReadError, Totals, find_inputs, fingerprint, open, propose,
};
use signin_lens::record::batch::{Batch, Original};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Names that say something of a file: its log, its group, how it is packed.
const NAMES: [&str; 12] = [
    "report.json",
    "report.csv",
    "InteractiveSignIns_2026-10-01_2026-10-31.csv",
    "NonInteractiveSignIns_2026-10-01_2026-10-31.csv",
    "InteractiveSignIns_AuthDetails_2026-10-01_2026-10-31.csv",
    "MSISignIns.json",
    "ApplicationSignIns.csv",
    "PT1H.jsonl",
    "Finance members.csv",
    "exportUsers_2026-11-1.csv",
    "packed.json.gz",
    "packed.zip",
];

/// Tries a file: the last two bytes of the input choose its name and how it is read, the others are its content.
pub fn run(input: &[u8]) {
    let Some((content, [how, name])) = input.split_last_chunk() else { return };
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join(NAMES[usize::from(*name) % NAMES.len()]);
    fs::write(&path, laid(content, *how)).expect("room for the file");
    let mut options = Options { threads: 1, ..Options::default() };
    options.log =
        [None, Some(Log::NonInteractive), Some(Log::Audit), Some(Log::ServicePrincipal)][usize::from(how / 4 % 4)];
    if how & 16 != 0 {
        options.zone = Zone::from_name("Europe/Berlin");
    }
    for input in find_inputs(&[path]) {
        let Ok(input) = input else { continue };
        let told = read(&input, &options);
        if how & 32 != 0 {
            assert_eq!(
                read(&input, &Options { threads: 3, ..options.clone() }),
                told,
                "three threads tell something else"
            );
        }
        // A guess takes many times as long as reading so small a file.
        if how & 64 != 0
            && let Ok(Some(proposal)) = propose(&input, &options, &Progress::default())
        {
            let _ = proposal.preview(&proposal.mapping, 5);
            read(&input, &Options { mapping: Some(Arc::new(proposal.mapping)), ..options.clone() });
        }
    }
}

/// The bytes as they are laid into the file.
fn laid(content: &[u8], how: u8) -> Vec<u8> {
    match how % 4 {
        0 => content.to_vec(),
        1 => utf_16(content),
        2 => gzip(content),
        _ => zip(content),
    }
}

fn utf_16(text: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(text);
    std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

fn gzip(content: &[u8]) -> Vec<u8> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::fast());
    packer.write_all(content).and_then(|()| packer.finish()).expect("room in memory")
}

fn zip(content: &[u8]) -> Vec<u8> {
    let mut zip = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file("InteractiveSignIns.json", SimpleFileOptions::default()).expect("a new member");
    zip.write_all(content).expect("room in memory");
    zip.finish().expect("a whole zip").into_inner()
}

/// Reads an input to its end; what it told, unless it is refused.
fn read(input: &Input, options: &Options) -> Option<Totals> {
    let progress = Progress::default();
    let reader = match open(input, options, &progress) {
        Ok(reader) => reader,
        Err(error) => {
            assert_sentence(&error);
            return None;
        }
    };
    let decoder = Decoder::new(reader.shape()).expect("what was recognised can be decoded");
    let (mut records, mut rejected, mut last) = (0, 0, 0);
    let read = reader.read::<()>(&progress, &mut |batch: Batch| {
        for reject in &batch.rejects {
            assert!(reject.number > last && reject.number <= records + batch.records(), "rejects out of order");
            assert!(!reject.reason.is_empty(), "a reject without a reason");
            last = reject.number;
        }
        records += batch.records();
        rejected += batch.rejects.len() as u64;
        assert_originals(&decoder, &batch);
        Ok(())
    });
    match read {
        Ok(totals) => {
            assert_eq!((totals.records, totals.rejected), (records, rejected), "records were lost on the way");
            let sha256 = fingerprint(input, &progress).expect("what was read once can be read again");
            assert_eq!(sha256, totals.sha256, "the fingerprint is of other bytes");
            Some(totals)
        }
        Err(error) => {
            assert_sentence(&error);
            None
        }
    }
}

fn assert_sentence<E>(error: &ReadError<E>) {
    if let ReadError::Import(error) = error {
        assert!(!matches!(error, ImportError::Broken { .. }), "a decoder panicked");
        assert!(error.to_string().contains(error.place()), "the file is not named: {error}");
    }
}

/// Every original of a batch tells again what it told.
fn assert_originals(decoder: &Decoder, batch: &Batch) {
    let blocks: Vec<Vec<u8>> =
        batch.blocks.iter().map(|block| zstd::stream::decode_all(block.as_slice()).expect("a whole block")).collect();
    let text = |original: Original| {
        let start = original.start as usize;
        &blocks[original.block as usize][start..start + original.length as usize]
    };
    for (number, row) in batch.rows().iter().enumerate() {
        let text = text(row.original);
        let Ok(Decoded::SignIn(record)) = decoder.decode(text) else { panic!("an original tells no event any more") };
        assert_eq!((record.log, record.time), (row.log, row.time), "an original tells another event");
        let again = batch.record(number);
        let texts =
            record.values().filter(|(field, _)| !matches!(field.kind(), Kind::UniqueId | Kind::Time | Kind::Steps));
        for (field, text) in texts {
            assert_eq!(again.get(field), Some(text), "{}", field.key());
        }
        let _ = decoder.cells(text);
    }
    for row in &batch.step_rows {
        let Ok(Decoded::Step { request_id, detail }) = decoder.decode(text(row.original)) else {
            panic!("an original tells no detail any more")
        };
        assert_eq!((&request_id, &detail), (&row.request_id, &row.detail), "an original tells another detail");
        let _ = decoder.cells(text(row.original));
    }
    for row in &batch.entries {
        let Ok(Decoded::Entry(entry)) = decoder.decode(text(row.original)) else {
            panic!("an original tells no entry any more")
        };
        assert_eq!(entry, row.entry, "an original tells another entry");
        let _ = decoder.cells(text(row.original));
    }
}
