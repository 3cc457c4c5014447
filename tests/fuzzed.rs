//! Any bytes at any door: inputs that once did harm, and seeds that are changed at random. `.ci/fuzz` looks much longer.

#[path = "fuzzed/targets.rs"]
mod targets;

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use targets::{CACHE, EXPLAIN, QUERY, READERS, Target};

/// The inputs in a folder of a target.
fn inputs(target: &Target, kind: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzzed").join(kind).join(target.name);
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("it can be listed").path()).collect();
    paths.sort();
    paths.iter().map(|path| fs::read(path).expect("an input of ours")).collect()
}

/// A change of an input.
#[derive(Clone, Debug)]
enum Change {
    Set(usize, Vec<u8>),
    Insert(usize, Vec<u8>),
    Remove(usize, usize),
    Repeat(usize, usize, usize),
}

impl Change {
    fn make(&self, input: &mut Vec<u8>) {
        let at = |place: usize| place % (input.len() + 1);
        match self {
            Self::Set(place, bytes) => {
                let start = at(*place);
                let end = input.len().min(start + bytes.len());
                input.splice(start..end, bytes.iter().copied());
            }
            Self::Insert(place, bytes) => {
                let start = at(*place);
                input.splice(start..start, bytes.iter().copied());
            }
            Self::Remove(place, length) => {
                let start = at(*place);
                input.drain(start..input.len().min(start + length));
            }
            Self::Repeat(place, length, times) => {
                let start = at(*place);
                let piece = input[start..input.len().min(start + length)].repeat(*times);
                input.splice(start..start, piece);
            }
        }
    }
}

/// Bytes that mean something to a reader, and any others.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let known =
        ["\"", "{", "}", "[", "]", ",", ":", "\n", "\r\n", "\0", "\\", "(", ")", "-", "*", "/", "null", "\u{feff}"];
    prop_oneof![
        prop::sample::select(known.to_vec()).prop_map(|text| text.as_bytes().to_vec()),
        prop::collection::vec(any::<u8>(), 1..8),
    ]
}

fn change() -> impl Strategy<Value = Change> {
    let place = any::<usize>;
    prop_oneof![
        (place(), bytes()).prop_map(|(place, bytes)| Change::Set(place, bytes)),
        (place(), bytes()).prop_map(|(place, bytes)| Change::Insert(place, bytes)),
        (place(), 1..200_usize).prop_map(|(place, length)| Change::Remove(place, length)),
        (place(), 1..100_usize, 1..20_usize).prop_map(|(place, length, times)| Change::Repeat(place, length, times)),
    ]
}

fn hold(target: &Target) {
    for input in inputs(target, "found") {
        (target.run)(&input);
    }
    let seeds = inputs(target, "seeds");
    assert!(!seeds.is_empty(), "{} has no seeds", target.name);
    for seed in &seeds {
        (target.run)(seed);
    }
    let changed =
        (prop::sample::select(seeds), prop::collection::vec(change(), 1..6)).prop_map(|(mut input, changes)| {
            for change in &changes {
                change.make(&mut input);
            }
            input
        });
    let config = Config { cases: target.short, failure_persistence: None, ..Config::default() };
    let outcome = TestRunner::new(config).run(&changed, |input| {
        (target.run)(&input);
        Ok(())
    });
    assert!(outcome.is_ok(), "{outcome:?}");
}

#[test]
fn any_file_is_records_and_rejects_or_is_refused() {
    hold(&READERS);
}

#[test]
fn any_text_is_a_filter_or_is_refused_at_a_place_in_it() {
    hold(&QUERY);
}

#[test]
fn a_damaged_cache_is_an_error_at_worst() {
    hold(&CACHE);
}

#[test]
fn any_text_can_be_looked_up_among_the_codes() {
    hold(&EXPLAIN);
}
