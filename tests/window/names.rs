//! Everything that can be used has a name that a screen reader can say.

use eframe::egui::accesskit::{self, Role};
use egui_kittest::kittest::{NodeT, Queryable};
use signin_lens::app::{Action, Command, Sheet, View};
use signin_lens::clock::Zone;
use signin_lens::fields::Log;
use signin_lens::views::detail::Tab;

use crate::scene::Scene;
use crate::with_reports;

/// What can be clicked or typed into and has no name that a screen reader could say.
fn unnamed(scene: &Scene) -> Vec<String> {
    let nodes: Vec<_> = scene.harness.root().children_recursive().collect();
    nodes
        .iter()
        .map(NodeT::accesskit_node)
        .filter(|node| {
            let is_control = matches!(
                node.role(),
                Role::Button
                    | Role::CheckBox
                    | Role::RadioButton
                    | Role::Link
                    | Role::Tab
                    | Role::TextInput
                    | Role::MultilineTextInput
                    | Role::Slider
                    | Role::SpinButton
                    | Role::ComboBox
                    | Role::ColumnHeader
            );
            // Text can be marked, so labels take the focus; their text is their name. An empty cell has none.
            let is_text = matches!(node.role(), Role::Label | Role::Cell);
            // Scroll bars and the edges by which columns are dragged are the toolkit's, for the pointer alone.
            let is_edge = node.bounding_box().is_some_and(|edge| edge.width() <= 8.0);
            let is_for_pointer = node.role() == Role::ScrollBar || (node.role() == Role::Unknown && is_edge);
            is_control || (!is_text && !is_for_pointer && node.data().supports_action(accesskit::Action::Click))
        })
        .filter(|node| node.label().is_none_or(|label| label.trim().is_empty()))
        .map(|node| format!("{:?} at {:?}", node.role(), node.bounding_box()))
        .collect()
}

#[test]
fn every_control_of_every_view_has_a_name() {
    let mut scene = Scene::empty();
    assert_eq!(unnamed(&scene), [""; 0], "the empty window");
    scene.click("Look around with sample data");
    for log in Log::TABS {
        scene.apply(Command::Show(View::Log(log)));
        assert_eq!(unnamed(&scene), [""; 0], "the table of {log:?}");
        scene.harness.state_mut().apply(Command::SelectLine(0));
        scene.apply(Command::Activate);
        for tab in Tab::of(log) {
            let tab = tab.title(log);
            scene.click_on(Role::Tab, tab);
            assert_eq!(unnamed(&scene), [""; 0], "{tab} of {log:?}");
        }
        scene.apply(Command::CloseDetail);
    }
    for view in [View::Insights, View::Sources, View::Errors] {
        scene.apply(Command::Show(view));
        assert_eq!(unnamed(&scene), [""; 0], "{view:?}");
    }
    for asked in ["50126", "password", "no such words anywhere"] {
        scene.apply(Command::LookUp(asked.to_owned()));
        assert_eq!(unnamed(&scene), [""; 0], "the lookup of {asked}");
    }
}

#[test]
fn every_control_of_what_opens_over_the_window_has_a_name() {
    for opener in ["Status filter", "Columns…", "File", "View", "Table", "Help"] {
        let mut scene = with_reports();
        scene.harness.query_all_by_label(opener).next().expect("it is shown").click();
        scene.settle();
        assert_eq!(unnamed(&scene), [""; 0], "{opener}");
    }
    let mut scene = with_reports();
    scene.filter("status:failure user:boris");
    scene.focus("Search");
    assert_eq!(unnamed(&scene), [""; 0], "pills and completions");
    for sheet in [Sheet::FilterHelp, Sheet::Shortcuts, Sheet::About, Sheet::Pack] {
        scene.apply(Command::ShowSheet(Some(sheet)));
        assert_eq!(unnamed(&scene), [""; 0], "{sheet:?}");
    }
    scene.apply(Command::Show(View::Insights));
    scene.apply(Action::SavePicture.command());
    assert_eq!(scene.state().sheet, Some(Sheet::Picture));
    assert_eq!(unnamed(&scene), [""; 0], "the picture of a chart");
}

#[test]
fn any_zone_is_found_by_its_name() {
    let mut scene = with_reports();
    scene.apply(Command::ShowSheet(Some(Sheet::TimeZone)));
    let search = "Find a city, a region or an abbreviation";
    scene.tab_to(search);
    scene.type_text("kathm");
    assert_eq!(unnamed(&scene), [""; 0]);
    scene.click("Asia/Kathmandu");
    let state = scene.state();
    assert_eq!(Some(state.settings.zone), Zone::from_name("Asia/Kathmandu"));
    assert_eq!(state.sheet, None);
}

#[test]
fn a_filter_of_the_help_can_be_tried() {
    let mut scene = with_reports();
    scene.apply(Command::ShowSheet(Some(Sheet::FilterHelp)));
    scene.click("Try status:failure,interrupted");
    assert_eq!(scene.query(), "status:failure,interrupted");
    assert_eq!(scene.state().sheet, None);
}
