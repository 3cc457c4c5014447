//! What single steps cost: taking a record in, reading a filter, and the loops over the columns.
//!
//! `cargo bench --bench micro` runs all of them; `cargo bench --bench micro -- decode` those whose name contains the word.

use std::hint::black_box;
use std::sync::OnceLock;

use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};

#[allow(dead_code, reason = "the bench writes reports only")]
#[path = "../examples/make_reports/generator.rs"]
mod generator;
#[allow(dead_code, reason = "the bench writes no rows")]
#[path = "query/sign_ins.rs"]
mod sign_ins;

use generator::{Form, Layout, Log, Options, Report, write_report};
use signin_lens::clock::Clock;
use signin_lens::columns::Columns;
use signin_lens::fields::{Field, Logs};
use signin_lens::import::{self, Decoder, Progress, find_inputs};
use signin_lens::query::{Query, Scope, SortKey, count_values, select, sort};

fn main() {
    divan::main();
}

/// A report of a few sign-ins, its decoder, and the text of one of them.
fn one_of(form: Form, layout: Layout) -> (Decoder, String) {
    let options = Options { records: 30, layout, ..Options::default() };
    let mut text = Vec::new();
    write_report(&options, Report { log: Log::Interactive, form }, &mut text).expect("memory takes it");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let ending = if form == Form::Json { "json" } else { "csv" };
    let path = folder.path().join(format!("InteractiveSignIns.{ending}"));
    std::fs::write(&path, &text).expect("room for a small file");
    let input = find_inputs(&[path]).remove(0).expect("the file is there");
    let reader = import::open(&input, &import::Options::default(), &Progress::default()).expect("it is a report");
    let decoder = Decoder::new(reader.shape()).expect("its shape is known");
    let text = String::from_utf8(text).expect("it is text");
    let record = match form {
        Form::Json => {
            let records: Vec<&serde_json::value::RawValue> = serde_json::from_str(&text).expect("a list of records");
            records[7].get().to_owned()
        }
        Form::Csv | Form::CsvSteps => text.lines().nth(8).expect("a row").to_owned(),
    };
    (decoder, record)
}

#[divan::bench]
fn decode_portal_json(bencher: Bencher<'_, '_>) {
    decode(bencher, one_of(Form::Json, Layout::Pretty));
}

#[divan::bench]
fn decode_compact_json(bencher: Bencher<'_, '_>) {
    decode(bencher, one_of(Form::Json, Layout::Compact));
}

#[divan::bench]
fn decode_portal_csv(bencher: Bencher<'_, '_>) {
    decode(bencher, one_of(Form::Csv, Layout::Pretty));
}

fn decode(bencher: Bencher<'_, '_>, (decoder, record): (Decoder, String)) {
    assert!(decoder.decode(record.as_bytes()).is_ok(), "it is a record");
    bencher.counter(BytesCount::of_str(&record)).bench_local(|| decoder.decode(black_box(record.as_bytes())).is_ok());
}

#[divan::bench(args = [1, 3])]
fn compress_originals(bencher: Bencher<'_, '_>, level: i32) {
    let (_, record) = one_of(Form::Json, Layout::Pretty);
    let block = record.repeat(16);
    let mut compressor = zstd::bulk::Compressor::new(level).expect("a level of zstd");
    bencher.counter(BytesCount::of_str(&block)).bench_local(|| compressor.compress(black_box(block.as_bytes())));
}

const FILTER: &str = "(status:failure OR status:interrupted) -country:GB,PT has:device_name last:7d";

#[divan::bench]
fn read_a_filter() -> Query {
    black_box(FILTER).parse().expect("a filter")
}

/// A tenth of the million of the other benches, made once.
fn columns() -> &'static Columns {
    static COLUMNS: OnceLock<Columns> = OnceLock::new();
    COLUMNS.get_or_init(|| {
        let columns = sign_ins::columns(100_000);
        columns.make_orders();
        columns
    })
}

#[divan::bench(args = ["status:failure", "user:a*", "latency:>400", FILTER])]
fn filter(bencher: Bencher<'_, '_>, text: &str) {
    let query: Query = text.parse().expect("a filter");
    let scope = Scope::new(columns(), Clock::default());
    bencher.counter(ItemsCount::new(columns().len())).bench(|| select(&scope, Logs::ALL, black_box(&query)));
}

#[divan::bench(args = [Field::User, Field::Ip, Field::CorrelationId])]
fn sort_by(bencher: Bencher<'_, '_>, field: Field) {
    let scope = Scope::new(columns(), Clock::default());
    let rows = columns().rows_of_all(Logs::ALL);
    let keys = [SortKey { field, descending: true }];
    bencher.counter(ItemsCount::new(rows.len())).with_inputs(|| rows.clone()).bench_values(|mut rows| {
        sort(&scope, &mut rows, black_box(&keys));
        rows
    });
}

#[divan::bench(args = [Field::App, Field::Username])]
fn count_the_values_of(bencher: Bencher<'_, '_>, field: Field) {
    let rows = columns().rows_of_all(Logs::ALL);
    bencher.counter(ItemsCount::new(rows.len())).bench(|| count_values(columns(), black_box(&rows), field));
}
