//! Everything by keys alone: no test here uses the pointer, or gives a command that no key has given.

mod scene;

use eframe::egui::{Event, Key, Modifiers};
use scene::Scene;
use scene::reports::CLIENTS;
use signin_lens::app::View;
use signin_lens::fields::{Field, Log};

/// A window that shows four sign-ins: Clara to Notes, Clara to Mail, Boris to Files, Anna to Mail.
fn window() -> Scene {
    Scene::empty().having(&[("interactive.csv", CLIENTS)])
}

/// Opens the context menu of what has the focus, or of the selected row, and takes an item.
fn choose(scene: &mut Scene, item: &str) {
    scene.press_with(Modifiers::SHIFT, Key::F10);
    scene.walk_to(Modifiers::NONE, Key::ArrowDown, item);
    scene.press(&[Key::Enter]);
}

/// Types a filter into the search line and leaves the line.
fn search(scene: &mut Scene, filter: &str) {
    scene.command(false, Key::F);
    scene.type_text(filter);
    scene.press(&[Key::Escape, Key::Escape]);
}

#[test]
fn pills_are_reached_changed_turned_round_and_taken_away() {
    let mut scene = window();
    search(&mut scene, "app:Files status:failure,success");
    assert_eq!(scene.users(), ["Boris Cole"]);
    scene.tab_to("app:Files");
    scene.press(&[Key::Enter]);
    scene.walk_to(Modifiers::NONE, Key::ArrowDown, "Mail");
    scene.press(&[Key::Space]);
    assert!(scene.shows("app:Files,Mail"), "{:?}", scene.names("app:"));
    assert_eq!(scene.users(), ["Boris Cole", "Anna Berg"]);
    scene.tab_to("is not");
    scene.press(&[Key::Space]);
    assert!(scene.shows("Excludes app:Files,Mail"));
    assert_eq!(scene.users(), ["Clara Dahl"]);
    scene.press(&[Key::Escape]);
    assert!(!scene.shows("is not"), "the editor is closed");
    assert_eq!(scene.focused().as_deref(), Some("Excludes app:Files,Mail"), "the focus is back on the pill");
    scene.press(&[Key::Delete]);
    scene.tab_to("status:failure,success");
    scene.press(&[Key::Delete]);
    assert_eq!(scene.users().len(), 4);
}

#[test]
fn a_pill_is_added_by_its_field_and_edited_as_text() {
    let mut scene = window();
    scene.tab_to("+ Filter");
    scene.press(&[Key::Enter]);
    scene.type_text("client app");
    scene.press(&[Key::Enter]);
    scene.walk_to(Modifiers::NONE, Key::ArrowDown, "IMAP4");
    scene.press(&[Key::Space]);
    assert!(scene.shows("client_app:IMAP4"));
    assert_eq!(scene.users(), ["Clara Dahl"]);
    scene.tab_to("Edit as text");
    scene.press(&[Key::Enter]);
    scene.tab_to("Text of this part");
    scene.command(false, Key::A);
    scene.type_text("client_app:Brow*");
    scene.press(&[Key::Enter]);
    assert!(scene.shows("client_app:Brow*"));
    assert_eq!(scene.users(), ["Clara Dahl", "Boris Cole", "Anna Berg"]);
}

#[test]
fn the_portals_own_pickers_list_values_and_tick_them() {
    let mut scene = window();
    scene.tab_to("Status filter");
    scene.press(&[Key::Enter]);
    scene.walk_to(Modifiers::NONE, Key::ArrowDown, "Failure");
    scene.press(&[Key::Space]);
    assert_eq!(scene.users(), ["Boris Cole"]);
    scene.press(&[Key::Escape]);
    scene.tab_to("Date filter");
    scene.press(&[Key::Enter]);
    scene.tab_to("Last 24 hours");
    scene.press(&[Key::Enter]);
    assert!(scene.query().contains("last:1d"), "{}", scene.query());
}

#[test]
fn facets_filter_exclude_and_offer_their_menu() {
    let mut scene = window();
    scene.tab_to("Application: Mail");
    scene.press(&[Key::Space]);
    assert!(scene.shows("app:Mail"));
    assert_eq!(scene.users(), ["Clara Dahl", "Anna Berg"]);
    scene.press_with(Modifiers::ALT, Key::Enter);
    assert!(scene.shows("Excludes app:Mail"));
    assert_eq!(scene.users(), ["Clara Dahl", "Boris Cole"]);
    scene.tab_to("Application: Notes");
    choose(&mut scene, "Only this");
    assert!(scene.shows("app:Notes"), "{}", scene.query());
    assert_eq!(scene.users(), ["Clara Dahl"]);
    scene.command(true, Key::F);
    assert!(!scene.shows("Application: Notes"), "the panel is folded away");
}

#[test]
fn facets_are_chosen_moved_and_removed() {
    let mut scene = window();
    scene.tab_to("Fields of the facets");
    scene.press(&[Key::Enter]);
    scene.tab_to("Find a field of the facets");
    scene.type_text("user");
    scene.tab_to("Count User");
    scene.press(&[Key::Space, Key::Escape]);
    assert!(scene.shows("User: Clara Dahl"));
    assert_eq!(scene.state().settings.facets.fields(Log::Interactive)[..2], [Field::Status, Field::App]);
    scene.tab_to("Status facet menu");
    scene.press(&[Key::Enter]);
    scene.tab_to("Move down");
    scene.press(&[Key::Enter]);
    assert_eq!(scene.state().settings.facets.fields(Log::Interactive)[..2], [Field::App, Field::Status]);
    scene.tab_to("Status facet menu");
    scene.press(&[Key::Enter]);
    scene.tab_to("Remove this field");
    scene.press(&[Key::Enter]);
    assert!(!scene.shows("Status: Success"));
}

#[test]
fn rows_are_grouped_by_fields_expanded_and_ordered() {
    let mut scene = window();
    scene.tab_to("Group rows");
    scene.press(&[Key::Enter]);
    scene.tab_to("Find a field");
    scene.type_text("application");
    scene.press(&[Key::Enter]);
    assert_eq!(scene.lines(), ["Mail 2", "Notes 1", "Files 1"]);
    scene.tab_to("Group by a further field");
    scene.press(&[Key::Enter]);
    scene.tab_to("Find a field");
    scene.type_text("status");
    scene.press(&[Key::Enter]);
    scene.tab_to("Move Status left");
    scene.press(&[Key::Enter]);
    assert_eq!(scene.lines(), ["success 2", "interrupted 1", "failure 1"]);
    scene.tab_to("Most sign-ins first");
    scene.press(&[Key::Enter]);
    scene.tab_to("By value, ascending");
    scene.press(&[Key::Enter]);
    assert_eq!(scene.lines(), ["failure 1", "interrupted 1", "success 2"]);
    scene.tab_to("Remove Application from the groups");
    scene.press(&[Key::Enter]);
    // Escape gives the keys back to the table.
    scene.press(&[Key::Escape, Key::End, Key::ArrowRight]);
    assert_eq!(scene.lines(), ["failure 1", "interrupted 1", "success 2", "Clara Dahl", "Anna Berg"]);
    scene.press(&[Key::ArrowDown, Key::ArrowLeft]);
    assert_eq!(scene.lines().len(), 3, "the group of the sign-in is folded");
    scene.command(false, Key::G);
    assert_eq!(scene.lines().len(), 4, "each sign-in by itself");
}

#[test]
fn a_view_is_saved_chosen_renamed_and_deleted() {
    let mut scene = window();
    search(&mut scene, "status:failure");
    scene.command(true, Key::S);
    scene.type_text("Wrong passwords");
    scene.press(&[Key::Enter]);
    scene.command(true, Key::X);
    assert_eq!(scene.users().len(), 4);
    scene.tab_to("Saved view, changed");
    scene.press(&[Key::Enter]);
    scene.tab_to("Wrong passwords");
    scene.press(&[Key::Enter]);
    assert_eq!(scene.users(), ["Boris Cole"]);
    scene.run_by_palette("manage views");
    scene.tab_to("Rename Wrong passwords");
    scene.press(&[Key::Enter]);
    scene.command(false, Key::A);
    scene.type_text("Failures");
    scene.press(&[Key::Enter]);
    scene.tab_to("Delete Failures");
    scene.press(&[Key::Enter]);
    assert!(!scene.shows("Delete Failures"));
    scene.press(&[Key::Escape]);
    assert!(!scene.shows("Built in"), "the sheet is closed");
}

#[test]
fn the_palette_is_opened_searched_walked_and_left() {
    let mut scene = window();
    scene.command(true, Key::P);
    scene.type_text("service principal");
    scene.press(&[Key::Escape]);
    assert!(!scene.shows("Find a command"));
    assert_eq!(scene.state().view, View::Log(Log::Interactive));
    scene.command(true, Key::P);
    scene.type_text("sort user");
    assert!(scene.shows("Sort by User, A to Z"), "{:?}", scene.names("Sort"));
    scene.press(&[Key::ArrowDown, Key::ArrowUp, Key::Enter]);
    assert_eq!(scene.users(), ["Anna Berg", "Boris Cole", "Clara Dahl", "Clara Dahl"]);
}

#[test]
fn columns_are_found_shown_moved_pinned_and_reset() {
    let mut scene = window();
    let before = scene.columns().to_vec();
    scene.command(true, Key::C);
    scene.type_text("username");
    scene.walk_to(Modifiers::NONE, Key::Tab, "Username");
    scene.press(&[Key::Space]);
    assert!(scene.is_ticked("Username"));
    assert_eq!(scene.columns().last(), Some(&Field::Username));
    scene.tab_back_to("Find a column");
    scene.command(false, Key::A);
    scene.press(&[Key::Delete]);
    // The box, not what moves or pins its column.
    scene.walk_to(Modifiers::NONE, Key::Tab, before[0].title());
    scene.walk_to(Modifiers::NONE, Key::ArrowDown, "User");
    scene.press_with(Modifiers::ALT, Key::ArrowUp);
    assert_eq!(scene.columns()[..3], [Field::Time, Field::User, Field::RequestId]);
    scene.tab_back_to("Pin User left");
    scene.press(&[Key::Enter]);
    assert_eq!(scene.columns()[..3], [Field::User, Field::Time, Field::RequestId]);
    scene.tab_to("Username");
    scene.tab_to("Put the portal's columns back");
    scene.press(&[Key::Enter, Key::Escape]);
    assert!(!scene.shows("Find a column"));
    assert_eq!(scene.columns(), before);
}

#[test]
fn headers_sort_and_have_a_menu() {
    let mut scene = window();
    scene.tab_to("User");
    scene.press(&[Key::Enter]);
    assert_eq!(scene.users(), ["Anna Berg", "Boris Cole", "Clara Dahl", "Clara Dahl"]);
    scene.press_with(Modifiers::SHIFT, Key::F10);
    scene.walk_to(Modifiers::NONE, Key::ArrowDown, "Hide column");
    scene.press(&[Key::Enter]);
    assert!(!scene.columns().contains(&Field::User));
}

#[test]
fn rows_are_selected_by_ranges_and_all_at_once_and_copied() {
    let mut scene = window();
    scene.press(&[Key::ArrowDown]);
    scene.press_with(Modifiers::SHIFT, Key::End);
    assert!(scene.shows("4 rows selected"));
    scene.press_with(Modifiers::SHIFT, Key::ArrowUp);
    assert!(scene.shows("3 rows selected") && scene.shows("2 users"));
    scene.command(false, Key::A);
    assert!(scene.shows("4 rows selected") && scene.shows("3 users"));
    // Systems hand the copy keys over as an event of its own.
    scene.harness.event(Event::Copy);
    assert_eq!(scene.next_copied().lines().count(), 4);
    scene.press(&[Key::Escape]);
    assert!(!scene.shows("4 rows selected"));
}

#[test]
fn the_menu_of_a_cell_filters_and_explains() {
    let mut scene = window();
    scene.press(&[Key::End, Key::ArrowRight, Key::ArrowRight, Key::ArrowRight]);
    choose(&mut scene, "Exclude “Anna Berg”");
    assert_eq!(scene.users(), ["Clara Dahl", "Clara Dahl", "Boris Cole"]);
    scene.press(&[Key::End, Key::Menu]);
    scene.walk_to(Modifiers::NONE, Key::ArrowUp, "Explain error 50126");
    scene.press(&[Key::Enter]);
    assert_eq!(scene.state().view, View::Errors);
    assert!(scene.shows("AADSTS50126"));
}

#[test]
fn details_are_opened_their_tabs_changed_and_closed() {
    let mut scene = window();
    scene.press(&[Key::ArrowDown, Key::Enter]);
    scene.tab_to("Location");
    scene.press(&[Key::Enter]);
    assert!(!scene.shows("Outcome"), "another tab is shown");
    scene.tab_to("Close details");
    scene.press(&[Key::Enter]);
    assert!(!scene.shows("Close details"));
}

#[test]
fn a_sign_in_gets_a_bookmark_and_a_note_and_is_found_by_them() {
    let mut scene = window();
    scene.press(&[Key::End, Key::B]);
    scene.press(&[Key::ArrowUp, Key::N]);
    scene.type_text("Called him");
    scene.command(false, Key::Enter);
    assert!(scene.shows("Note kept"));
    search(&mut scene, "bookmarked:yes");
    assert_eq!(scene.users(), ["Anna Berg"]);
    scene.command(true, Key::X);
    search(&mut scene, "note:called*");
    assert_eq!(scene.users(), ["Boris Cole"]);
}

#[test]
fn changes_of_the_view_are_taken_back_and_brought_again() {
    let mut scene = window();
    search(&mut scene, "clara*");
    scene.command(false, Key::G);
    scene.run_by_palette("show column username");
    let shown = |scene: &Scene| (scene.lines().len(), scene.columns().contains(&Field::Username));
    assert!(shown(&scene).1);
    scene.command(false, Key::Z);
    assert!(!shown(&scene).1, "the column");
    scene.command(false, Key::Z);
    assert_eq!(scene.lines(), ["Clara Dahl", "Clara Dahl"], "the grouping");
    scene.command(false, Key::Z);
    assert_eq!(shown(&scene), (4, false), "the filter");
    scene.command(true, Key::Z);
    assert_eq!(shown(&scene), (2, false));
}

#[test]
fn the_search_line_completes_fields_and_values() {
    let mut scene = window();
    scene.command(false, Key::F);
    scene.type_text("clien");
    scene.press(&[Key::Tab]);
    scene.type_text("I");
    assert!(scene.says("IMAP4"), "{}", scene.state().search.text);
    scene.press(&[Key::Tab]);
    assert_eq!(scene.users(), ["Clara Dahl"], "{}", scene.state().search.text);
    scene.type_text(" stat");
    scene.press(&[Key::ArrowDown, Key::Enter, Key::ArrowDown, Key::ArrowDown, Key::Enter]);
    assert!(scene.state().search.text.starts_with("client_app:IMAP4 status:"), "{}", scene.state().search.text);
    assert!(scene.state().search.error.is_none());
}

#[test]
fn an_export_is_chosen_and_written() {
    let mut scene = window();
    scene.command(false, Key::E);
    assert!(scene.shows("4 rows"));
    scene.tab_to("Excel workbook");
    scene.press(&[Key::Space]);
    assert!(scene.shows("A further sheet tells the filter and the sources"));
    scene.tab_to("Choose file…");
    let path = scene.folder.path().join("rows.xlsx");
    scene.choose_export_file(path.clone());
    assert!(scene.shows(&format!("Wrote 4 rows to {}", path.display())));
    scene.command(false, Key::E);
    scene.press(&[Key::Escape]);
    assert!(!scene.shows("Choose file…"));
}

#[test]
fn the_filter_help_is_searched_and_a_filter_tried() {
    let mut scene = window();
    scene.command(false, Key::F1);
    scene.type_text("legacy");
    assert!(!scene.shows("Try anna"), "what is typed finds");
    scene.tab_to("Try client_app:legacy");
    scene.press(&[Key::Enter]);
    assert!(scene.shows("client_app:legacy"));
    assert_eq!(scene.users(), ["Clara Dahl"]);
    scene.command(false, Key::F1);
    scene.command(false, Key::A);
    scene.press(&[Key::Delete]);
    scene.tab_to("Try error_code:50126");
    scene.press(&[Key::Escape]);
    assert!(!scene.shows("Try error_code:50126"));
}

#[test]
fn the_sheet_of_shortcuts_is_opened_searched_and_closed() {
    let mut scene = window();
    scene.press(&[Key::F1]);
    scene.type_text("menu key");
    assert!(scene.shows("What can be done with the row and its cell"));
    assert!(!scene.shows("Command palette"));
    scene.press(&[Key::Escape]);
    assert!(!scene.shows("Find a shortcut"));
}

#[test]
fn tab_walks_past_the_search_line_and_changes_no_filter() {
    let mut scene = window();
    scene.tab_to("Search");
    scene.tab_to("+ Filter");
    scene.tab_back_to("Search");
    assert_eq!(scene.query(), "");
    // Also from the end of a term that is complete, and backwards from the midst of one.
    scene.type_text("status:failure");
    scene.press(&[Key::Tab]);
    scene.tab_to("status:failure");
    scene.tab_back_to("Search");
    scene.type_text(" coun");
    scene.tab_back_to("IP address filter");
    assert_eq!(scene.query(), "status:failure coun");
}

#[test]
fn a_wrong_filter_keeps_the_cursor_so_that_no_letter_becomes_a_command() {
    let mut scene = window();
    scene.command(false, Key::F);
    scene.type_text("(note:x");
    scene.press(&[Key::Enter]);
    assert_eq!(scene.focused().as_deref(), Some("Search"));
    scene.press(&[Key::End]);
    scene.type_text("n");
    assert!(scene.state().detail.is_none(), "no note is begun");
    assert_eq!(scene.state().search.text, "(note:xn");
}

#[test]
fn enter_behind_a_blank_begins_nothing_of_its_own() {
    let mut scene = window();
    scene.command(false, Key::F);
    scene.type_text("cuntry:GB ");
    scene.press(&[Key::Enter]);
    assert_eq!(scene.state().search.text, "cuntry:GB ");
    assert!(scene.says("country"), "the nearest field is proposed");
}

#[test]
fn rows_are_grouped_by_the_arrows() {
    let mut scene = window();
    scene.tab_to("Group rows");
    scene.press(&[Key::Enter]);
    assert_eq!(scene.focused().as_deref(), Some("Find a field"));
    scene.press(&[Key::ArrowDown]);
    let first = scene.focused().expect("a field has the focus");
    scene.press(&[Key::ArrowDown, Key::ArrowUp, Key::Enter]);
    let fields = &scene.state().settings.table(Log::Interactive).group_by;
    assert_eq!(fields.iter().map(|field| field.title().to_owned()).collect::<Vec<_>>(), [first]);
}
