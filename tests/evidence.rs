//! What the cache keeps as evidence is what the files held: byte for byte, every record once, in the order of the file.

#[allow(dead_code, reason = "this test makes reports of some kinds only")]
#[path = "../examples/make_reports/generator.rs"]
mod generator;

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::ops::{ControlFlow, Range};
use std::path::{Path, PathBuf};

use generator::translated::{self, Form};
use generator::{Layout, Options as Made, Report, write_other_reports, write_report};
use signin_lens::cache::{Cache, Source, SourceId};
use signin_lens::columns;
use signin_lens::fields::Log;
use signin_lens::import::{Options, Progress, find_inputs};
use signin_lens::record::EventId;

/// Sign-ins of each log.
const RECORDS: usize = 80;

fn made() -> Made {
    Made { records: RECORDS, days: 5, policies: 4, ..Made::default() }
}

/// A cache that holds these files and nothing else.
fn imported(paths: &[PathBuf]) -> (tempfile::TempDir, Cache) {
    let desk = tempfile::tempdir().expect("a temporary folder");
    let mut cache = Cache::open(&desk.path().join("cache.db")).expect("a new cache opens");
    for input in find_inputs(paths) {
        let input = input.expect("the file is there");
        let imported = cache.import(&input, &Options::default(), &Progress::default());
        imported.unwrap_or_else(|error| panic!("{}: {error}", input.place()));
    }
    (desk, cache)
}

/// The text of a file: its bytes behind a byte order mark, in UTF-8 where they are UTF-16.
fn text_of(file: &[u8]) -> Vec<u8> {
    let units = |of: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = file[2..].chunks_exact(2).map(|pair| of([pair[0], pair[1]])).collect();
        String::from_utf16(&units).expect("UTF-16").into_bytes()
    };
    match file {
        [0xef, 0xbb, 0xbf, rest @ ..] => rest.to_vec(),
        [0xff, 0xfe, ..] => units(u16::from_le_bytes),
        [0xfe, 0xff, ..] => units(u16::from_be_bytes),
        _ => file.to_vec(),
    }
}

/// The originals of a source in the order in which the cache hands them out, each with one of its events.
fn originals(cache: &Cache, source: SourceId) -> Vec<(EventId, Vec<u8>)> {
    let places = cache.originals_of(&|_| Some(Log::Interactive), &|| false).expect("the cache reads");
    let mut texts = Vec::new();
    let each = &mut |event, text: &[u8]| {
        texts.push((event, text.to_vec()));
        ControlFlow::Continue(())
    };
    cache.for_each_original(&places.expect("nothing was cancelled"), source, each).expect("the cache reads");
    texts
}

fn find(text: &[u8], piece: &[u8], from: usize) -> Option<Range<usize>> {
    let at = memchr::memmem::find(text.get(from..)?, piece)?;
    Some(from + at..from + at + piece.len())
}

/// Signs that part records.
fn is_between(sign: char) -> bool {
    sign.is_whitespace() || ",[]".contains(sign)
}

/// Every original of this source is a piece of its file behind the one before; between two of them is nothing that could
/// be of a record, but what was rejected and the lines of Elasticsearch that say where a document goes; and the window is
/// handed the same texts.
fn assert_is_evidence(cache: &Cache, source: &Source, name: &str) {
    let file = fs::read(&source.place).expect("the file is still there");
    let text = text_of(&file);
    let originals = originals(cache, source.id);
    let rejects = cache.rejects(Some(source.id), usize::MAX).expect("the cache reads");
    assert_eq!(source.counts.records, (originals.len() + rejects.len()) as u64, "{name}: a record is missing");
    assert_eq!(source.counts.rejected, rejects.len() as u64, "{name}");
    let mut pieces: Vec<Range<usize>> = Vec::new();
    for (number, (_, original)) in originals.iter().enumerate() {
        assert!(!original.is_empty(), "{name}: original {number} is empty");
        let from = pieces.last().map_or(0, |piece| piece.end);
        let piece = find(&text, original, from);
        pieces.push(piece.unwrap_or_else(|| panic!("{name}: original {number} is not in the file behind {from}")));
    }
    // What is told of a reject begins at its byte of the file.
    let mark = if file.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
    for reject in &rejects {
        let at = reject.offset as usize - mark;
        let told = reject.text.trim_end_matches('…').split('\u{fffd}').next().unwrap_or_default();
        assert!(text[at..].starts_with(told.as_bytes()), "{name}: reject {} at {at}: {told:?}", reject.number);
        let line_end = memchr::memchr(b'\n', &text[at + told.len()..]).map_or(text.len(), |end| at + told.len() + end);
        pieces.push(at..line_end);
    }
    pieces.sort_unstable_by_key(|piece| piece.start);
    for pair in pieces.windows(2) {
        assert!(pair[0].end <= pair[1].start, "{name}: {pair:?} overlap");
        let between = String::from_utf8_lossy(&text[pair[0].end..pair[1].start]);
        assert!(
            between.lines().all(|line| line.chars().all(is_between) || line.starts_with("{\"index\":")),
            "{name}: between two records stands {between:?}"
        );
    }
    assert_is_shown(cache, source.id, &originals, name);
}

/// The Raw tab is handed the texts that the file held.
fn assert_is_shown(cache: &Cache, source: SourceId, originals: &[(EventId, Vec<u8>)], name: &str) {
    let mut of_event: BTreeMap<EventId, HashSet<&[u8]>> = BTreeMap::new();
    for (event, original) in originals {
        of_event.entry(*event).or_default().insert(original);
    }
    for (event, expected) in of_event.into_iter().take(20) {
        let detail = cache.detail(event).expect("the cache reads").expect("it is there");
        for original in expected {
            let is_exact = str::from_utf8(original).is_ok();
            let same = |shown: &&signin_lens::cache::OriginalText| {
                shown.source == source && shown.text == String::from_utf8_lossy(original)
            };
            let shown = detail.originals.iter().find(same).unwrap_or_else(|| panic!("{name}: {event:?} lacks one"));
            assert_eq!(shown.is_exact, is_exact, "{name}: {event:?}");
        }
    }
}

fn assert_are_evidence(paths: &[PathBuf], name: &str) {
    let (_desk, cache) = imported(paths);
    let sources = cache.sources().expect("the cache reads");
    assert_eq!(sources.len(), paths.len(), "{name}");
    for source in &sources {
        assert_is_evidence(&cache, source, &format!("{name}, {}", source.name));
    }
}

#[test]
fn the_original_is_byte_for_byte_what_the_file_held() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for layout in [Layout::Pretty, Layout::Compact] {
        let made = Made { layout, ..made() };
        let mut csv = Vec::new();
        for report in Report::all() {
            let path = folder.path().join(format!("{layout:?}-{}", report.file_name(&made)));
            write_report(&made, report, fs::File::create(&path).expect("a new file")).expect("room for it");
            if report.form == generator::Form::Json {
                assert_are_evidence(&[path], &format!("{layout:?} JSON"));
            } else {
                csv.push(path);
            }
        }
        // Details find the sign-ins that they are of.
        assert_are_evidence(&csv, "CSV");
    }
    for path in write_other_reports(&made(), folder.path()).expect("room for it") {
        assert_are_evidence(&[path], "another report");
    }
    for form in Form::ALL {
        for (number, log) in generator::Log::ALL.into_iter().enumerate() {
            let mut text = Vec::new();
            write_report(&made(), Report { log, form: generator::Form::Json }, &mut text).expect("memory takes it");
            let records: Vec<serde_json::Value> = serde_json::from_slice(&text).expect("a list of records");
            let log_name = if form == Form::PowerShellCsv { format!("{log:?}") } else { String::new() };
            let path = folder.path().join(format!("{}-{number}{log_name}.{}", form.name(), form.ending()));
            translated::write(form, log, &records, fs::File::create(&path).expect("a new file")).expect("room for it");
            assert_are_evidence(&[path], &format!("{form:?}"));
        }
    }
}

/// Cells that hold what spreadsheets, terminals and editors like to change.
const ODD: &str = "Date (UTC),Request ID,User,Username,Application,Status,User agent\r\n\
    2026-10-05T08:00:00Z,00000000-0000-4000-8000-000000000001,\"Anna  \",anna@example.com,\"a \"\"b\"\", c\",Success,\t tab \r\n\
    2026-10-05T08:01:00Z,00000000-0000-4000-8000-000000000002,Bo\u{202e}oB,bo@example.com,\"two\nlines\r\nthree\",Success,=1+1\r\n\
    not a date,00000000-0000-4000-8000-000000000009,Nobody,no@example.com,Mail,Success,x\r\n\
    2026-10-05T08:02:00Z,00000000-0000-4000-8000-000000000003,Zo\u{65}\u{308},zoe@example.com,\u{feff}Mail,Success,\u{7f}\u{c} \u{1f511}   \r\n\
    2026-10-05T08:03:00Z,00000000-0000-4000-8000-000000000004,  Cy,cy@example.com,Mail,Success,last";

#[test]
fn odd_bytes_stay_as_they_are() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let units: Vec<u16> = ODD.encode_utf16().collect();
    let little = units.iter().flat_map(|unit| unit.to_le_bytes()).collect::<Vec<u8>>();
    let big = units.iter().flat_map(|unit| unit.to_be_bytes()).collect::<Vec<u8>>();
    let mut broken = ODD.replace("Bo\u{202e}oB", "B?o").into_bytes();
    let at = memchr::memmem::find(&broken, b"B?o").expect("it was put there") + 1;
    broken[at] = 0xe9;
    let json = "[ {\"id\":\"00000000-0000-4000-8000-000000000001\" ,\t\"createdDateTime\": \"2026-10-05T08:00:00Z\",\
        \"appId\":\"aaaaaaaa-0000-4000-8000-000000000000\",\"isInteractive\":true,\"userDisplayName\":\"\\u0041nna\\/\u{202e}\"}\r\n,\n\n\
        {\"isInteractive\":true,\"id\":\"00000000-0000-4000-8000-000000000002\",\"id\":\"00000000-0000-4000-8000-000000000003\",\
        \"createdDateTime\":\"2026-10-05T08:00:00.0000001Z\",\"appId\":\"aaaaaaaa-0000-4000-8000-000000000000\",\"status\":{\"errorCode\":0e0}}]";
    let mut broken_json = json.as_bytes().to_vec();
    let at = memchr::memmem::find(&broken_json, b"nna").expect("it is there");
    broken_json[at] = 0xff;
    for (name, bytes) in [
        ("plain.csv", ODD.as_bytes().to_vec()),
        ("mark.csv", [b"\xef\xbb\xbf".as_slice(), ODD.as_bytes()].concat()),
        ("lines.csv", ODD.replace("\r\n", "\n").into_bytes()),
        ("utf16le.csv", [b"\xff\xfe".as_slice(), &little].concat()),
        ("utf16be.csv", [b"\xfe\xff".as_slice(), &big].concat()),
        ("latin1.csv", broken),
        ("semicolons.csv", ODD.replace(',', ";").into_bytes()),
        ("odd.json", json.as_bytes().to_vec()),
        ("mark.json", [b"\xef\xbb\xbf".as_slice(), json.as_bytes()].concat()),
        ("latin1.json", broken_json),
    ] {
        let path = folder.path().join(name);
        fs::write(&path, bytes).expect("room for a small file");
        let (_desk, cache) = imported(&[path]);
        let sources = cache.sources().expect("the cache reads");
        assert!(sources[0].counts.records >= 2, "{name}: {:?}", sources[0].counts);
        if Path::new(name).extension().is_some_and(|ending| ending == "csv") {
            assert_eq!((sources[0].counts.records, sources[0].counts.rejected), (5, 1), "{name}");
            assert_eq!(columns::load(&cache).expect("the cache loads").len(), 4, "{name}");
        }
        assert_is_evidence(&cache, &sources[0], name);
    }
}
