//! A cache that was damaged: what it can't tell is an error, and nothing else comes to harm.

use std::fs;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::LazyLock;

use chrono::Weekday;
use signin_lens::cache::{Annotation, Cache, CacheError};
use signin_lens::clock::{Clock, Every, Zone};
use signin_lens::columns::{self, Columns, RowId};
use signin_lens::fields::{Field, Logs};
use signin_lens::import::Progress;
use signin_lens::query::{Fold, Measure, Query, Scope, SeriesOptions, SortKey, group, select, series, sort};

/// The bytes of a cache with some of everything, and the places of those that are not 0.
static WHOLE: LazyLock<(Vec<u8>, Vec<usize>)> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("cache.db");
    make(&path).expect("a new cache");
    let bytes = fs::read(&path).expect("the cache is a file");
    let places = (0..bytes.len()).filter(|place| bytes[*place] != 0).collect();
    (bytes, places)
});

fn make(path: &Path) -> Result<(), CacheError> {
    let mut cache = Cache::open(path)?;
    super::import(&mut cache, path.parent().unwrap_or(path), super::FILES.len())?;
    let columns = columns::load(&cache)?;
    let note = Annotation { bookmarked: true, note: "Asked by phone".to_owned() };
    let noted = (0..2).filter_map(|row| columns.identity(RowId(row))).map(|identity| (identity, note.clone()));
    cache.annotate(&noted.collect::<Vec<_>>())?;
    columns::keep(&mut cache)?;
    Ok(())
}

/// Bytes of the input that make one change.
const CHANGE: usize = 8;

/// Tries a cache with some changes: where (three bytes, the last of which may lead to zeros behind), how (one byte), and
/// what (four bytes).
pub fn run(input: &[u8]) {
    let (whole, places) = &*WHOLE;
    let mut bytes = whole.clone();
    let mut writes = false;
    let (changes, _) = input.as_chunks::<CHANGE>();
    for [high, low, beyond, how, what @ ..] in changes.iter().take(64) {
        let place = places[usize::from(u16::from_be_bytes([*high, *low])) % places.len()] + usize::from(*beyond);
        let Some(behind) = bytes.get_mut(place..) else { continue };
        let few = behind.len().min(4);
        match how % 8 {
            0..=2 => behind[..few.min(1)].copy_from_slice(&what[..few.min(1)]),
            3 => behind[..few].copy_from_slice(&what[..few]),
            4 => behind.iter_mut().take(1).for_each(|byte| *byte = byte.wrapping_add(what[0])),
            5 => behind.iter_mut().take(usize::from(what[0])).for_each(|byte| *byte = what[1]),
            6 => writes = true,
            _ => bytes.truncate(place),
        }
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("cache.db");
    fs::write(&path, bytes).expect("room for the cache");
    // What is damaged is an error; what is told may be wrong.
    let _ = look(&path, writes);
}

/// Does what the program does with a cache.
fn look(path: &Path, writes: bool) -> Result<(), CacheError> {
    let mut cache = Cache::open(path)?;
    let sources = cache.sources();
    let _ = (cache.len(), cache.rejects(None, 100), cache.directory(), cache.annotations());
    let _ = (cache.count_not_kept(), columns::is_worth_keeping(&cache));
    let sources = sources.unwrap_or_default();
    for source in sources.iter().take(20) {
        let _ = (cache.weigh(source.id), cache.sha256(source.id), cache.standing(source, &Progress::default()));
    }
    let columns = columns::load(&cache);
    if let Ok(columns) = &columns {
        shown(columns);
        for row in (0..columns.len() as u32).take(20).map(RowId) {
            let _ = cache.detail(columns.event(row));
        }
        let log_of = |event| columns.row_of(event).map(|row| columns.log(row));
        if let Ok(Some(places)) = cache.originals_of(&log_of, &|| false) {
            for telling in places.tellings() {
                let _ = cache.for_each_original(&places, telling.source, &mut |_, _| ControlFlow::Continue(()));
            }
        }
    }
    if writes {
        let _ = super::import(&mut cache, path.parent().unwrap_or(path), 2);
        if let Some(source) = sources.first() {
            let _ = cache.forget(source.id);
        }
        let _ = columns::keep(&mut cache);
        let _ = columns::load(&cache);
    }
    Ok(())
}

/// Shows what was loaded as windows do.
fn shown(columns: &Columns) {
    let clock = Clock::new(Zone::from_name("Europe/Berlin").unwrap_or_default(), Weekday::Mon);
    let scope = Scope::new(columns, clock);
    columns.make_orders();
    for row in (0..columns.len() as u32).take(4).map(RowId) {
        for field in Field::ALL {
            let _ = columns.display(field, row, &clock);
        }
    }
    for text in ["last:7d", "-user:a* time:>2026-10-01", "department:S* OR policy:*"] {
        let query: Query = text.parse().expect("a filter");
        let mut rows = select(&scope, Logs::ALL, &query);
        sort(&scope, &mut rows, &[SortKey { field: Field::Ip, descending: false }]);
        let _ = group(&scope, &rows, &Fold::By(vec![Field::App]), Some(Every::Hours(1)));
        let options = SeriesOptions { by: Some(Field::App), every: Every::Day, top: 3, measure: Measure::SignIns };
        let _ = series(&scope, &rows, options);
    }
}
