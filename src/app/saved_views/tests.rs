use std::sync::Arc;

use super::*;
use crate::app::command::Command;
use crate::app::settings::{Settings, SortBy, TableColumn, may_be_column};
use crate::fields::Field;

fn state() -> (tempfile::TempDir, State) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let cache = folder.path().join("cache.sqlite");
    (folder, State::new(Settings::default(), cache, Arc::new(|| {})))
}

fn own(name: &str) -> ViewName {
    ViewName::Own(name.to_owned())
}

#[test]
fn every_built_in_view_can_be_shown_and_is_not_changed_by_that() {
    for built_in in &BUILT_IN {
        let (_folder, mut state) = state();
        let view = built_in.view();
        assert_eq!(built_in.shown_title(), view.name, "English has the name as it is kept");
        assert!(!built_in.about().is_empty(), "{}", built_in.key);
        assert!(view.layout.columns.iter().all(|field| may_be_column(*field, view.log)), "{}", built_in.key);
        state.apply(Command::ShowView(ViewName::BuiltIn(built_in.key)));
        assert_eq!((state.log, state.notice.take()), (view.log, None), "{}", built_in.key);
        assert!(!state.query.is_empty() && !state.is_view_changed(), "{}", built_in.key);
        state.apply(Command::SetQuery("anna".parse().expect("a filter")));
        assert!(state.is_view_changed());
    }
}

#[test]
fn leaving_a_view_brings_back_what_was_there_before_even_after_several() {
    let (_folder, mut state) = state();
    let columns = vec![Field::User, Field::Time];
    state.apply(Command::SetColumns(Log::Interactive, columns.clone()));
    state.apply(Command::SetQuery("anna".parse().expect("a filter")));
    let workloads = state.settings.table(Log::ServicePrincipal).clone();
    for key in ["legacy", "service-principals", "risky"] {
        state.apply(Command::ShowView(ViewName::BuiltIn(key)));
    }
    assert_eq!(*state.settings.table(Log::ServicePrincipal), workloads);
    state.apply(Command::LeaveView);
    assert_eq!(state.settings.table(Log::Interactive).columns, columns);
    assert_eq!(state.query.to_string(), "anna");
    assert_eq!(state.active_view(), None);
}

#[test]
fn an_own_view_is_saved_changed_updated_renamed_and_deleted_and_undo_brings_it_back() {
    let (_folder, mut state) = state();
    state.apply(Command::SetQuery("status:failure".parse().expect("a filter")));
    state.apply(Command::SaveView(" Mine ".to_owned()));
    assert_eq!(state.active_view(), Some(&own("Mine")));
    assert!(!state.is_view_changed());
    state.apply(Command::SortBy(TableColumn::Field(Field::User), false));
    assert!(state.is_view_changed());
    state.apply(Command::UpdateView);
    assert!(!state.is_view_changed());
    state.apply(Command::RenameView("Mine".to_owned(), "Ours".to_owned()));
    assert_eq!(state.active_view(), Some(&own("Ours")));
    state.apply(Command::LeaveView);
    state.apply(Command::SortBy(TableColumn::Field(Field::App), false));
    state.apply(Command::ShowView(own("Ours")));
    let sort = vec![SortBy { column: TableColumn::Field(Field::User), descending: false }];
    assert_eq!(state.settings.table(Log::Interactive).sort, sort);
    state.apply(Command::DeleteView("Ours".to_owned()));
    assert_eq!((state.settings.views.own.len(), state.active_view()), (0, None));
    state.apply(Command::Undo);
    assert_eq!(state.settings.views.own.len(), 1);
    assert_eq!(state.active_view(), Some(&own("Ours")));
}

#[test]
fn own_views_have_an_order_and_different_names() {
    let (_folder, mut state) = state();
    for name in ["One", "Two"] {
        state.apply(Command::SaveView(name.to_owned()));
    }
    state.apply(Command::DuplicateView(own("Two")));
    state.apply(Command::DuplicateView(own("Two")));
    state.apply(Command::SaveView("one".to_owned()));
    let names =
        |state: &State| -> Vec<String> { state.settings.views.own.iter().map(|view| view.name.clone()).collect() };
    assert_eq!(names(&state), ["One", "Two", "Two copy", "Two copy 2"]);
    assert!(state.notice.is_some(), "another view has the name");
    state.apply(Command::MoveView("Two".to_owned(), false));
    state.apply(Command::MoveView("Two".to_owned(), false));
    state.apply(Command::MoveView("Two copy".to_owned(), true));
    assert_eq!(names(&state), ["Two", "One", "Two copy 2", "Two copy"]);
    state.apply(Command::RenameView("One".to_owned(), "Guests".to_owned()));
    assert_eq!(names(&state)[1], "One", "a built-in view has that name");
}

#[test]
fn a_hidden_view_is_left_out_and_can_be_shown_again() {
    let mut views = SavedViews::default();
    assert_eq!(views.listed().len(), BUILT_IN.len());
    views.hidden.push("guests".to_owned());
    assert!(!views.listed().contains(&ViewName::BuiltIn("guests")));
    assert!(views.get(&ViewName::BuiltIn("guests")).is_some());
}

#[test]
fn views_and_recent_filters_survive_the_settings_file_and_what_is_broken_there_is_left_out() {
    let (_folder, mut state) = state();
    state.apply(Command::ShowView(ViewName::BuiltIn("service-principals")));
    state.apply(Command::SaveView("Mine".to_owned()));
    state.apply(Command::HideView("guests", true));
    state.settings.remember_query("user:anna".to_owned());
    let text = state.settings.to_json();
    assert_eq!(Settings::from_json(&text), state.settings);
    let broken = r#"{"views": {"own": [{"name": "A", "log": "adfs"}, {"name": "a", "log": "adfs"}, {"log": "adfs"},
        {"name": "B", "log": "none"}, 7], "hidden": ["guests", "none", 1], "active": "own:C", "before": {}},
        "recent_queries": ["x", "x", ""]}"#;
    let settings = Settings::from_json(broken);
    let names: Vec<_> = settings.views.own.iter().map(|view| view.name.as_str()).collect();
    assert_eq!(names, ["A", "a 2"], "a name that is taken is no reason to lose a view");
    assert_eq!((settings.views.hidden.len(), &settings.views.active), (1, &None));
    assert_eq!(settings.recent_queries, ["x"]);
}

#[test]
fn a_view_whose_filter_can_not_be_read_says_so_and_changes_nothing() {
    let (_folder, mut state) = state();
    let text = r#"{"views": {"own": [{"name": "Newer", "log": "interactive", "query": "future-field:1"}]}}"#;
    state.settings = Settings::from_json(text);
    state.apply(Command::ShowView(own("Newer")));
    assert!(state.query.is_empty() && state.active_view().is_none());
    assert!(state.notice.is_some_and(|notice| notice.text.contains("Newer")));
}

#[test]
fn a_view_of_the_name_of_a_built_in_one_is_read_under_another_name_and_written_so() {
    let text = r#"{"views": {"own": [{"name": "guests", "log": "interactive", "query": "anna"}]}}"#;
    let settings = Settings::from_json(text);
    assert_eq!(settings.views.listed().last(), Some(&own("guests 2")));
    assert_eq!(Settings::from_json(&settings.to_json()), settings);
}

#[test]
fn another_cache_keeps_its_own_active_view_and_what_was_before_it() {
    let ((_folder, mut first), (_other_folder, mut second)) = (state(), state());
    first.apply(Command::SetQuery("anna".parse().expect("a filter")));
    first.apply(Command::ShowView(ViewName::BuiltIn("legacy")));
    second.adopt(&first.settings);
    assert_eq!((second.active_view(), second.query.is_empty()), (None, true));
    second.apply(Command::LeaveView);
    assert!(second.query.is_empty(), "what was before belongs to the other cache");
    first.adopt(&second.settings);
    assert_eq!(first.active_view(), Some(&ViewName::BuiltIn("legacy")));
    first.apply(Command::LeaveView);
    assert_eq!(first.query.to_string(), "anna");
}
