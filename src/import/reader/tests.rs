//! Whole files through the door: small ones of every format, damaged ones, and any bytes.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use tempfile::TempDir;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;
use crate::fields::{Field, Log};
use crate::import::{Options, find_inputs, open};
use crate::record::{Detail, Record};

/// A folder with one file of this name and content.
fn file(name: &str, content: &[u8]) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join(name);
    fs::write(&path, content).expect("a new file");
    (folder, path)
}

fn input(path: &Path) -> Result<Input, ImportError> {
    find_inputs(&[path.to_owned()]).remove(0)
}

fn opened(input: &Input, options: &Options) -> Result<Reader, ImportError> {
    open(input, options, &Progress::default()).map_err(|error| match error {
        ReadError::Import(error) => error,
        ReadError::Cancelled => panic!("nobody cancelled it"),
        ReadError::Sink(never) => match never {},
    })
}

/// What reading a file gave.
struct Outcome {
    shape: Shape,
    totals: Totals,
    records: Vec<Record<'static>>,
    steps: Vec<StepRow>,
    rejects: Vec<Reject>,
    /// The original texts of sign-ins and steps.
    originals: Vec<Vec<u8>>,
    progress: Progress,
}

fn read_with(path: &Path, block: usize) -> Result<Outcome, ImportError> {
    let mut reader = opened(&input(path)?, &Options { threads: 2, ..Options::default() })?;
    reader.block = block;
    let shape = reader.shape().clone();
    let progress = Progress::default();
    let (mut records, mut steps, mut rejects, mut originals) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let totals = reader.read(&progress, &mut |batch| {
        let original = |place: Original| {
            let block = zstd::bulk::decompress(&batch.blocks[place.block as usize], 1 << 20).expect("a whole block");
            block[place.start as usize..][..place.length as usize].to_vec()
        };
        for (at, row) in batch.rows().iter().enumerate() {
            originals.push(original(row.original));
            records.push(batch.record(at).into_owned());
        }
        originals.extend(batch.step_rows.iter().map(|row| original(row.original)));
        steps.extend(batch.step_rows.iter().cloned());
        rejects.extend(batch.rejects);
        Ok::<_, Infallible>(())
    });
    let totals = match totals {
        Ok(totals) => totals,
        Err(ReadError::Import(error)) => return Err(error),
        Err(ReadError::Cancelled | ReadError::Sink(_)) => panic!("nobody stopped it"),
    };
    Ok(Outcome { shape, totals, records, steps, rejects, originals, progress })
}

fn read(path: &Path) -> Outcome {
    read_with(path, BLOCK).unwrap_or_else(|error| panic!("{error}"))
}

/// A JSON sign-in whose request ID tells its number.
fn sign_in(number: usize) -> String {
    format!(
        "{{\"id\":\"r{number}\",\"createdDateTime\":\"2026-10-05T08:19:41Z\",\"appId\":\"a\",\"userDisplayName\":\"Zo\u{eb} {}\"}}",
        "x".repeat(number % 50)
    )
}

fn list(numbers: std::ops::Range<usize>) -> String {
    format!("[\n  {}\n]", numbers.map(sign_in).collect::<Vec<_>>().join(",\n  "))
}

const HEADER: &str = "Date (UTC),Request ID,User,Application";

#[test]
fn many_records_come_in_order_with_their_originals() {
    let (_folder, path) = file("x.json", list(0..3000).as_bytes());
    let outcome = read(&path);
    assert_eq!(outcome.totals.records, 3000);
    for (number, (record, original)) in outcome.records.iter().zip(&outcome.originals).enumerate() {
        assert_eq!(record.get(Field::RequestId), Some(format!("r{number}").as_str()));
        assert_eq!(String::from_utf8_lossy(original), sign_in(number));
    }
    assert_eq!(outcome.progress.records(), 3000);
    assert_eq!(outcome.progress.bytes(), outcome.progress.bytes_total());
    assert_eq!(outcome.totals.bytes, outcome.progress.bytes());
}

#[test]
fn an_original_decodes_again_to_its_record() {
    let text = format!("{HEADER},Extra\n2026-10-05T08:19:41Z,r1,\"Zo\u{eb}\nZ\",Portal,e\n");
    for (name, text) in [("x.json", list(0..3)), ("NonInteractiveSignIns.csv", text)] {
        let (_folder, path) = file(name, text.as_bytes());
        let outcome = read(&path);
        let decoder = Decoder::new(&outcome.shape).unwrap_or_else(|error| panic!("{error}"));
        for (record, original) in outcome.records.iter().zip(&outcome.originals) {
            assert_eq!(decoder.decode(original), Ok(Decoded::SignIn(record.clone())));
        }
        if !outcome.shape.format.is_json() {
            assert_eq!(outcome.records[0].log, Log::NonInteractive);
            let cells = decoder.cells(&outcome.originals[0]);
            assert_eq!(cells[4], ("Extra".to_owned(), "e".to_owned()));
        }
    }
}

#[test]
fn truncated_json_keeps_whole_records_and_rejects_the_rest() {
    let text = list(0..10);
    let cut = &text[..text.len() - 12];
    let (_folder, path) = file("x.json", cut.as_bytes());
    let outcome = read(&path);
    assert_eq!((outcome.totals.records, outcome.totals.rejected), (10, 1));
    let reject = &outcome.rejects[0];
    assert_eq!((reject.number, reject.reason.as_str()), (10, "the file ends inside this record"));
    assert_eq!(&cut[reject.offset as usize..], reject.text);
    assert_eq!(outcome.totals.notes.len(), 1, "{:?}", outcome.totals.notes);
}

#[test]
fn one_broken_record_does_not_stop_the_file() {
    let text = format!("[{},{{\"id\":\"x\"}},{},7,{{\"id\": }},{}]", sign_in(0), sign_in(1), sign_in(2));
    let (_folder, path) = file("x.json", text.as_bytes());
    let outcome = read(&path);
    assert_eq!((outcome.totals.records, outcome.totals.rejected), (6, 3));
    let numbers: Vec<u64> = outcome.rejects.iter().map(|reject| reject.number).collect();
    assert_eq!(numbers, [2, 4, 5]);
    assert_eq!(outcome.rejects[0].text, "{\"id\":\"x\"}");

    let rows = "2026-10-05T08:19:41Z,r1,u,a\nshort,row\n,r2,u,a\n2026-10-05T08:19:41Z,r3,u,a\n";
    let (_folder, path) = file("x.csv", format!("\u{feff}{HEADER}\r\n{rows}").as_bytes());
    let outcome = read(&path);
    assert_eq!((outcome.totals.records, outcome.totals.rejected), (4, 2));
    assert_eq!(outcome.rejects[0].number, 2);
    assert_eq!(outcome.rejects[0].offset as usize, 3 + HEADER.len() + 2 + 28);
}

#[test]
fn an_empty_report_is_a_report() {
    for (name, text) in [("x.json", "[]"), ("x.json", "{\"value\":[]}"), ("InteractiveSignIns.csv", HEADER)] {
        let (_folder, path) = file(name, text.as_bytes());
        let outcome = read(&path);
        assert_eq!(outcome.totals.records, 0, "{text}");
        assert!(outcome.totals.notes.is_empty(), "{:?}", outcome.totals.notes);
    }
}

#[test]
fn authentication_details_become_steps() {
    let text = "Request ID,Date (UTC),Authentication method,Succeeded\nr1,2026-10-05T08:19:41Z,Password,true\nr1,,SMS,\n,,,\n,,x,\n";
    let (_folder, path) = file("x.csv", text.as_bytes());
    let outcome = read(&path);
    assert_eq!((outcome.totals.records, outcome.totals.rejected), (3, 1));
    assert_eq!(outcome.steps.len(), 2);
    let Detail::Step(step) = &outcome.steps[1].detail else { panic!("an authentication step") };
    assert_eq!(step.method, "SMS");
    assert_eq!(outcome.originals[1], b"r1,,SMS,");
}

#[test]
fn zips_and_other_encodings_give_the_same_records() {
    let text = list(0..700);
    let (folder, plain) = file("plain.json", text.as_bytes());
    let expected = read(&plain);
    let utf16: Vec<u8> = [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let other = folder.path().join("utf16.json");
    fs::write(&other, utf16).expect("a new file");
    let packed = folder.path().join("all.zip");
    let mut zip = ZipWriter::new(fs::File::create(&packed).expect("a new file"));
    zip.start_file("in/x.json", SimpleFileOptions::default()).expect("a new member");
    zip.write_all(text.as_bytes()).expect("room for the member");
    zip.finish().expect("a whole zip");
    for path in [&other, &packed] {
        let outcome = read(path);
        assert_eq!(outcome.records, expected.records, "{}", path.display());
        assert_eq!(outcome.originals, expected.originals);
    }
    assert_eq!(read(&packed).totals.sha256, expected.totals.sha256);
}

#[test]
fn a_fingerprint_is_the_hash_that_reading_gives() {
    let (_folder, path) = file("x.json", list(0..100).as_bytes());
    let progress = Progress::default();
    let hash = fingerprint(&input(&path).expect("a file"), &progress);
    assert_eq!(hash, Ok(read(&path).totals.sha256));
    assert_eq!(progress.bytes(), 0);
    progress.cancel();
    assert_eq!(fingerprint(&input(&path).expect("a file"), &progress), Err(ReadError::Cancelled));
}

#[test]
fn cancelling_and_a_refusing_sink_stop_the_reading() {
    let (_folder, path) = file("x.json", list(0..30_000).as_bytes());
    let reader = || opened(&input(&path).expect("a file"), &Options::default()).expect("a report");
    let progress = Progress::default();
    let mut batches = 0;
    let result = reader().read(&progress, &mut |_| {
        batches += 1;
        progress.cancel();
        Ok::<_, Infallible>(())
    });
    assert_eq!(result, Err(ReadError::Cancelled));
    assert_eq!(batches, 1);
    assert_eq!(reader().read(&Progress::default(), &mut |_| Err("full")), Err(ReadError::Sink("full")));
}

#[test]
fn a_file_that_vanished_is_an_error_of_its_own() {
    let (folder, path) = file("x.json", b"[]");
    let input = input(&path).expect("a file");
    drop(folder);
    assert!(matches!(opened(&input, &Options::default()), Err(ImportError::NotFound { .. })));
}

#[test]
fn a_worker_that_fails_inside_ends_the_import_with_a_sentence() {
    let (_folder, path) = file("x.json", list(0..30_000).as_bytes());
    for threads in [1, 2, 5] {
        let input = input(&path).expect("a file");
        let mut reader = opened(&input, &Options { threads, ..Options::default() }).expect("a report");
        // In the middle, so that batches come before and after it.
        reader.batch_of = |decoder, format, chunk, compressor, stopped| {
            assert_ne!(chunk.sequence, 2, "on purpose");
            batch_of(decoder, format, chunk, compressor, stopped)
        };
        let mut received = 0;
        let result = reader.read(&Progress::default(), &mut |_| {
            received += 1;
            Ok::<_, Infallible>(())
        });
        assert_eq!(result, Err(ReadError::Import(ImportError::Broken { place: input.place() })));
        assert!(received <= 2, "nothing that follows the gap is handed on");
    }
}

#[test]
fn looking_for_the_order_of_dates_counts_and_can_be_cancelled() {
    let text = format!("Date (UTC),Request ID,User\n{}", "4/5/2026 08:19:41,r,Anna\n".repeat(40_000));
    let (_folder, path) = file("InteractiveSignIns.csv", text.as_bytes());
    let input = input(&path).expect("a file");
    let progress = Progress::default();
    assert!(open(&input, &Options::default(), &progress).is_ok());
    assert_eq!(progress.looked(), text.len() as u64, "no date settles it, so all of them are looked at");
    assert_eq!((progress.bytes(), progress.records()), (0, 0));
    progress.cancel();
    assert!(matches!(open(&input, &Options::default(), &progress), Err(ReadError::Cancelled)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_record_is_read_or_rejected_at_any_block_size(
        kinds in proptest::collection::vec(0u8..4, 0..30),
        block in 1usize..200,
        json: bool,
    ) {
        let mut elements = vec![if json { sign_in(0) } else { "2026-10-05T08:19:41Z,r,u,a".to_owned() }];
        elements.extend(kinds.iter().enumerate().map(|(number, kind)| match (json, kind) {
            (true, 0) => "{\"id\":\"no date\"}".to_owned(),
            (true, 1) => "null".to_owned(),
            (true, _) => sign_in(number),
            (false, 0) => "too,short".to_owned(),
            (false, 1) => format!("2026-10-05T08:19:41Z,r{number},\"a \"\"name\"\"\nin two lines\",x"),
            (false, _) => format!("2026-10-05T08:19:41Z,r{number},u,a"),
        }));
        let text = if json { format!("[{}]", elements.join(" ,\n")) } else { format!("{HEADER}\r\n{}", elements.join("\r\n")) };
        let (_folder, path) = file("InteractiveSignIns", text.as_bytes());
        let outcome = read_with(&path, block).unwrap_or_else(|error| panic!("{error}"));
        prop_assert_eq!(outcome.totals.records, elements.len() as u64);
        prop_assert_eq!(outcome.records.len() + outcome.steps.len() + outcome.rejects.len(), elements.len());
        prop_assert_eq!(outcome.totals.rejected, outcome.rejects.len() as u64);
        let whole = read(&path);
        prop_assert_eq!(outcome.records, whole.records);
        prop_assert_eq!(outcome.rejects, whole.rejects);
        prop_assert_eq!(outcome.originals, whole.originals);
    }

    #[test]
    fn any_bytes_are_read_or_refused(
        begin in prop_oneof![Just(""), Just("[{\"id\":\"r\",\"createdDateTime\":\"x\",\"appId\":\"a\"},"), Just("Request ID,Date\n")],
        bytes in proptest::collection::vec(any::<u8>(), 0..300),
        text in "[\\[\\]{}\",:\\\\\n a0]{0,100}",
        block in 1usize..100,
    ) {
        for rest in [bytes.as_slice(), text.as_bytes()] {
            let (_folder, path) = file("x", &[begin.as_bytes(), rest].concat());
            if let Ok(outcome) = read_with(&path, block) {
                let found = outcome.records.len() + outcome.steps.len() + outcome.rejects.len();
                prop_assert_eq!(outcome.totals.records, found as u64);
            }
        }
    }
}
