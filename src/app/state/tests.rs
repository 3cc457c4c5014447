use super::*;
use crate::app::Command;
use crate::app::jobs::Report;
use crate::app::listing::Rows;
use crate::app::table_command::TableCommand;

fn state(folder: &tempfile::TempDir) -> State {
    let mut state = State::new(Settings::default(), folder.path().join("cache.db"), Arc::new(|| {}));
    while state.is_busy() || !state.is_loaded {
        state.update();
    }
    state
}

fn query(text: &str) -> Query {
    text.parse().expect("a filter")
}

fn answer(state: &State, text: &str) -> Report {
    let shown = state.present_table().listing.as_ref().expect("a table");
    let key = RowsKey { query: query(text), ..shown.key.clone() };
    Report::Rows(Arc::new(Listing { key, rows: Rows::Single(Vec::new()), ..(**shown).clone() }))
}

#[test]
fn an_answer_that_comes_late_does_not_replace_what_is_asked() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut state = state(&folder);
    let shown = |state: &State| state.present_table().listing.as_ref().map(|listing| listing.key.query.to_string());
    state.take(answer(&state, "status:failure"));
    assert_eq!(shown(&state).as_deref(), Some(""), "it is not asked any more");
    state.asked_rows = state.asked_rows.take().map(|key| RowsKey { query: query("status:failure"), ..key });
    state.take(answer(&state, "status:failure"));
    assert_eq!(shown(&state).as_deref(), Some("status:failure"));
}

#[test]
fn a_filter_that_is_begun_asks_besides_all_alternatives() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut state = state(&folder);
    state.apply(Command::SetQuery(query("status:failure OR country:RU")));
    state.apply(Command::BeginFilter(Field::User));
    assert_eq!(state.search.text, "(status:failure OR country:RU) user:");
    state.apply(Command::TypeQuery("app:Teams".to_owned()));
    state.apply(Command::BeginFilter(Field::Os));
    assert_eq!(state.search.text, "app:Teams os:", "what was typed a moment ago is kept");
}

#[test]
fn a_long_copy_does_not_come_after_a_later_one() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut state = state(&folder);
    let row = |number: u32| format!("2026-10-05T08:00:00Z,00000000-0000-4000-8000-{number:012},Anna Berg\n");
    let report: String =
        std::iter::once("Date (UTC),Request ID,User\n".to_owned()).chain((0..3_000).map(row)).collect();
    let path = folder.path().join("interactive.csv");
    std::fs::write(&path, report).expect("room for a small file");
    state.apply(Command::Import(vec![path]));
    let copied = |state: &mut State| {
        while state.is_busy() && state.effects.is_empty() {
            state.update();
        }
        state.update();
        let copied = |effect| if let Effect::Copy(text) = effect { Some(text) } else { None };
        state.take_effects().into_iter().filter_map(copied).collect::<Vec<String>>()
    };
    copied(&mut state);
    state.apply(Command::Table(TableCommand::SelectAll));
    state.apply(Command::CopyLine);
    assert_eq!(copied(&mut state).iter().map(|text| text.lines().count()).collect::<Vec<_>>(), [3_000]);
    state.apply(Command::CopyLine);
    state.apply(Command::Copy("50126".to_owned()));
    let mut all = copied(&mut state);
    while state.is_busy() {
        all.extend(copied(&mut state));
    }
    assert_eq!(all, ["50126"]);
}
