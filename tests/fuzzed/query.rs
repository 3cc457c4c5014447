//! What is typed in the search line: it is a filter or is refused at a place in it; a filter is its own text and runs.

use std::sync::LazyLock;

use chrono::Weekday;
use signin_lens::cache::Cache;
use signin_lens::clock::{Clock, Every, Zone};
use signin_lens::columns::{self, Columns};
use signin_lens::fields::{Field, Logs};
use signin_lens::query::{
    Fold, Measure, Part, Query, Scope, SeriesOptions, SortKey, count_values, group, select, series, sort, suggest,
};

/// Some sign-ins, audit events and users, so that filters meet something.
static COLUMNS: LazyLock<Columns> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut cache = Cache::open(&folder.path().join("cache.db")).expect("a new cache opens");
    super::import(&mut cache, folder.path(), super::FILES.len()).expect("a new cache takes them");
    columns::load(&cache).expect("the cache loads")
});

/// Tries a text: the last byte of the input tells where the cursor stands, from 128 on; the others are the text.
pub fn run(input: &[u8]) {
    let Some((cursor, text)) = input.split_last() else { return };
    let text = String::from_utf8_lossy(text);
    let clock = Clock::new(Zone::from_name("Europe/Berlin").unwrap_or_default(), Weekday::Mon);
    let scope = Scope::new(&COLUMNS, clock);
    match text.parse::<Query>() {
        Ok(query) => asked(&scope, &query),
        Err(error) => {
            assert!(text.get(error.at.clone()).is_some(), "{text:?} is wrong at {:?}", error.at);
            assert!(!error.message.is_empty(), "{text:?} is refused without a word");
        }
    }
    let Some(cursor) = cursor.checked_sub(128) else { return };
    for suggestion in suggest(&scope, Logs::ALL, &text, usize::from(cursor)) {
        assert!(text.get(suggestion.replace.clone()).is_some(), "{text:?} has no {:?}", suggestion.replace);
    }
}

/// Asks a filter and changes it as pills do.
fn asked(scope: &Scope<'_>, query: &Query) {
    let text = query.to_string();
    assert_eq!(text.parse::<Query>().as_ref(), Ok(query), "{text:?} is another filter");
    let rows = select(scope, Logs::ALL, query);
    let mut of_parts = Query::default();
    for (place, part) in query.parts().iter().enumerate() {
        assert_eq!(part.to_string().parse::<Query>().as_ref(), Ok(part), "a part is another one");
        assert_eq!(&query.with_part_replaced(place, part.clone()).to_string(), &text, "a part in its own place");
        let without = query.without_part(place);
        assert_eq!(without.to_string().parse::<Query>().as_ref(), Ok(&without), "what is left is another filter");
        let form = Part::of(part);
        if let Ok(again) = form.query() {
            assert_eq!(select(scope, Logs::ALL, &again), select(scope, Logs::ALL, part), "{part} as a pill is {again}");
        }
        let _ = part.time_span(scope.clock);
        of_parts = of_parts.and(part);
    }
    assert_eq!(select(scope, Logs::ALL, &of_parts), rows, "{query}: its parts find something else");
    let by_user = SortKey { field: Field::User, descending: true };
    sort(scope, &mut rows.clone(), &[by_user]);
    let groups = group(scope, &rows, &Fold::By(vec![Field::App, Field::Status]), Some(Every::Hours(6)));
    assert_eq!(groups.iter().map(|group| group.rows.len()).sum::<usize>(), rows.len());
    let options = SeriesOptions { by: Some(Field::Status), every: Every::Day, top: 3, measure: Measure::SignIns };
    let _ = (count_values(scope.columns, &rows, Field::User), series(scope, &rows, options));
}
