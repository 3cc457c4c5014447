//! Charts and review packs leave the window: by the pointer, by the keyboard and by the palette.

mod scene;

use std::path::Path;
use std::process;
use std::time::Duration;

use eframe::egui::{ColorImage, Key, OutputCommand, vec2};
use egui_kittest::kittest::Queryable;
use scene::Scene;
use signin_lens::app::export::ExportError;
use signin_lens::app::insights::{InsightsCommand, PagePlace};
use signin_lens::app::jobs::{Chosen, Report};
use signin_lens::app::pack::{PackFormat, PackRequest, watched_pack};
use signin_lens::app::pictures::{Drawing, PictureFormat, ShownSection};
use signin_lens::app::{Action, Command, PackCommand, Sheet, View};
use signin_lens::cache::Cache;
use signin_lens::clock::{Clock, Every};
use signin_lens::columns::Columns;
use signin_lens::export::chart::{Body, Size};
use signin_lens::export::file::ExportProgress;
use signin_lens::insights::{Choices, Lines, Period, pages};
use signin_lens::query::{Query, Scope};

/// The page of applications of a window that is high enough for all of it.
fn applications() -> Scene {
    let mut scene = Scene::with_report();
    scene.harness.set_size(vec2(1280.0, 1600.0));
    let place = PagePlace::of_all("applications").expect("the page");
    scene.apply(Command::Insights(InsightsCommand::Open(place)));
    scene
}

/// What is drawn on the clipboard within the next frames.
fn next_image(scene: &mut Scene) -> ColorImage {
    for _ in 0..2_000 {
        scene.harness.step();
        let commands = &scene.harness.output().platform_output.commands;
        let image = commands.iter().find_map(|command| match command {
            OutputCommand::CopyImage(image) => Some(image.clone()),
            _ => None,
        });
        if let Some(image) = image {
            return image;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    panic!("no picture was copied");
}

/// Answers a dialog of the system's.
fn answer(scene: &mut Scene, chosen: Chosen) {
    scene.state().outbox().send(Report::Chosen(chosen));
    scene.settle();
}

#[test]
fn the_menu_of_a_chart_copies_its_figures() {
    let mut scene = applications();
    scene.click("Picture of Application usage");
    scene.harness.get_by_label("Copy data").click();
    let text = scene.next_copied();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.first(), Some(&"From (UTC)\tStep\tLine\t# sign-ins"));
    assert!(lines.iter().any(|line| line.starts_with("2026-10-05") && line.ends_with("\tMail\t2")), "{text}");
    assert!(lines.iter().any(|line| line.starts_with("2026-10-05") && line.ends_with("\tFiles\t1")), "{text}");
    assert_eq!(scene.notice(), ("Copied the figures of “Application usage”".to_owned(), false));
}

#[test]
fn a_line_that_is_hidden_is_not_taken_along() {
    let mut scene = applications();
    scene.click("Files, 1 sign-in");
    scene.click("Picture of Application usage");
    scene.harness.get_by_label("Copy data").click();
    let text = scene.next_copied();
    assert!(text.contains("\tMail\t2") && !text.contains("Files"), "{text}");
}

/// The section that the menu of the usage of applications is of, as it is shown.
fn usage(scene: &Scene) -> ShownSection {
    let near = scene.state().near_section().expect("a chart");
    assert_eq!(near.title(), "Application usage");
    near
}

#[test]
fn a_picture_says_how_many_of_the_most_used_it_shows() {
    let mut scene = Scene::with_report();
    scene.harness.set_size(vec2(1280.0, 1600.0));
    let place = PagePlace::of_all("applications").expect("the page");
    scene.apply(Command::Insights(InsightsCommand::Open(place)));
    let told = |scene: &Scene| usage(scene).chart("", &[]).expect("a chart").subtitles[0].clone();
    let lines = |scene: &Scene| match usage(scene).chart("", &[]).expect("a chart").body {
        Body::Series(series) => series.lines.into_iter().map(|line| (line.name, line.hue)).collect::<Vec<_>>(),
        _ => panic!("a graph"),
    };
    let all = lines(&scene);
    assert_eq!(told(&scene), "Sign-ins per day");
    scene.click("Files, 1 sign-in");
    assert_eq!(told(&scene), "Sign-ins per day, 1 of 2 applications");
    assert_eq!(lines(&scene), all[..1], "and the line that is left keeps its colour");
    scene.click("Files, 1 sign-in");
    let choices = Choices { lines: Lines::Top(1), ..Choices::default() };
    scene.apply(Command::Insights(InsightsCommand::SetChoices(choices)));
    assert_eq!(told(&scene), "Sign-ins per day, top 1 of 2 applications by sign-ins");
}

#[test]
fn a_picture_of_the_window_names_the_files_that_it_counts() {
    let mut scene = applications();
    scene.apply(Action::SavePicture.command());
    scene.click("SVG");
    let path = scene.folder.path().join("usage.svg");
    answer(&mut scene, Chosen::PictureFile(path.clone()));
    let text = std::fs::read_to_string(&path).expect("a drawing");
    assert!(text.contains("file interactive.csv"), "{text}");
}

#[test]
fn a_chart_is_copied_as_a_picture_of_the_size_chosen_last() {
    let mut scene = applications();
    scene.harness.state_mut().apply(Action::CopyPicture.command());
    let image = next_image(&mut scene);
    assert_eq!(image.size, [2560, 1440], "a slide at two pixels per point");
    assert!(image.pixels.iter().any(|pixel| *pixel != image.pixels[0]), "something is drawn");
    assert_eq!(scene.notice().0, "Copied the picture of “Application usage”: 2560 × 1440 pixels");
}

#[test]
fn the_keyboard_opens_the_menu_walks_through_it_and_leaves_it() {
    let mut scene = applications();
    scene.tab_to("Picture of Application usage");
    scene.press(&[Key::Enter]);
    assert_eq!(scene.focused().as_deref(), Some("Copy image"));
    scene.press(&[Key::Escape]);
    assert!(!scene.shows("Copy image"), "Escape closes it");
    assert_eq!(scene.focused().as_deref(), Some("Picture of Application usage"));
    scene.press(&[Key::Enter, Key::ArrowDown]);
    assert_eq!(scene.focused().as_deref(), Some("Save as picture…"));
    scene.press(&[Key::Enter]);
    assert_eq!(scene.state().sheet, Some(Sheet::Picture));
    assert_eq!(scene.focused().as_deref(), Some("Title of the picture"));
}

#[test]
fn a_picture_is_chosen_and_saved_by_the_keyboard_alone() {
    let mut scene = applications();
    scene.run_by_palette("save chart as picture");
    assert!(scene.shows("Preview: Application usage"), "the preview is named");
    assert!(scene.state().picturing.preview.as_ref().is_some_and(|preview| preview.image.is_ok()), "and drawn");
    scene.type_text(" in October");
    for name in ["Half a slide", "Dark", "3×"] {
        scene.tab_to(name);
        scene.press(&[Key::Space]);
    }
    assert!(scene.shows("1920 × 1440 pixels"), "{:?}", scene.names("pixels"));
    let path = scene.folder.path().join("usage.png");
    answer(&mut scene, Chosen::PictureFile(path.clone()));
    let picture = image::open(&path).expect("a picture").into_rgb8();
    assert_eq!(picture.dimensions(), (1920, 1440));
    assert!(picture.get_pixel(0, 0).0.iter().all(|part| *part < 64), "it is dark");
    assert_eq!(scene.notice(), (format!("Written to {}", path.display()), false));
    assert_eq!(scene.state().sheet, None);
    let choice = scene.state().settings.picture;
    assert_eq!((choice.size, choice.scale), (Size::HalfSlide, 3), "the choice is remembered");
}

#[test]
fn a_drawing_has_the_title_that_was_typed() {
    let mut scene = applications();
    scene.apply(Action::SavePicture.command());
    scene.type_text(" in October");
    scene.click("SVG");
    assert_eq!(scene.state().settings.picture.format, PictureFormat::Svg);
    let path = scene.folder.path().join("usage.svg");
    answer(&mut scene, Chosen::PictureFile(path.clone()));
    let text = std::fs::read_to_string(&path).expect("a drawing");
    assert!(text.contains("Application usage in October</title>"), "{}", &text[..400]);
}

#[test]
fn a_picture_that_can_not_be_written_says_so() {
    let mut scene = applications();
    scene.apply(Action::SavePicture.command());
    let path = scene.folder.path().join("missing").join("usage.png");
    answer(&mut scene, Chosen::PictureFile(path));
    let (text, is_error) = scene.notice();
    assert!(is_error && text.contains("usage.png") && text.contains("its folder does not exist"), "{text}");
}

#[test]
fn the_palette_takes_the_chart_that_has_the_focus() {
    let mut scene = applications();
    scene.focus("Find in Applications");
    scene.command(true, Key::P);
    scene.type_text("copy chart data");
    scene.press(&[Key::Enter]);
    assert_eq!(scene.notice(), ("Copied the figures of “Applications”".to_owned(), false));
}

#[test]
fn the_figures_of_a_chart_are_saved_as_a_table() {
    let mut scene = applications();
    let near = scene.state().near_section().expect("a chart");
    let path = scene.folder.path().join("usage.csv");
    near.data().write(&path).expect("room for a small file");
    let text = std::fs::read_to_string(&path).expect("the table");
    assert!(text.starts_with("time,step,line,count"), "{text}");
    let is_of_mail = |line: &str| line.starts_with("2026-10-05T00:00:00") && line.ends_with(",Mail,2");
    assert!(text.lines().any(is_of_mail), "{text}");
    scene.apply(Command::Show(View::Sources));
    assert_eq!(scene.state().near_section(), None, "other views have no chart");
    assert!(!scene.state().can(Action::CopyPicture));
}

/// Writes the pack of a cache by the command line; returns its bytes.
fn pack_by_command_line(cache: &Path, file: &Path, more: &[&str]) -> Vec<u8> {
    let output = process::Command::new(env!("CARGO_BIN_EXE_signin-lens"))
        .arg("--cache")
        .arg(cache)
        .args(["pack", "-o"])
        .arg(file)
        .args(more)
        .output()
        .expect("the program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    std::fs::read(file).expect("the pack")
}

#[test]
fn the_dialog_writes_the_pack_that_the_command_line_writes() {
    let mut scene = Scene::with_report().under("-app:Nothing");
    scene.command(true, Key::E);
    assert_eq!(scene.state().sheet, Some(Sheet::Pack));
    assert!(scene.is_ticked("Applications") && !scene.is_ticked("Service principals"), "pages with data are in");
    assert!(scene.shows("Application: not Nothing"), "the filter in force is told");
    scene.click("All");
    for page in ["Overview", "Users"] {
        if scene.is_ticked(page) {
            scene.click(page);
        }
    }
    let pages: Vec<&str> =
        scene.state().pack_pages().iter().filter(|page| page.is_in).map(|page| page.spec.key).collect();
    assert!(pages.contains(&"applications") && !pages.contains(&"overview"), "{pages:?}");
    let path = scene.folder.path().join("window.html");
    answer(&mut scene, Chosen::PackFile(path.clone()));
    assert_eq!(scene.notice(), (format!("Wrote the review pack to {}", path.display()), false));
    let of_window = std::fs::read(&path).expect("the pack");
    let cache = scene.folder.path().join("cache.sqlite");
    let reports = pages.join(",");
    let more = ["--reports", &reports, "--days", "0", "--where", "-app:Nothing"];
    let of_line = pack_by_command_line(&cache, &scene.folder.path().join("line.html"), &more);
    assert!(of_window == of_line, "the packs differ: {} and {} bytes", of_window.len(), of_line.len());
}

#[test]
fn a_pack_is_made_by_the_keyboard_alone() {
    let mut scene = Scene::with_report();
    scene.run_by_palette("review pack");
    assert_eq!(scene.focused().as_deref(), Some("Title of the review pack"));
    scene.type_text(" of October");
    scene.tab_to("Excel workbook");
    scene.press(&[Key::Space]);
    assert_eq!(scene.state().settings.pack.format, PackFormat::Xlsx);
    scene.tab_to("Choose file…");
    let path = scene.folder.path().join("review.xlsx");
    answer(&mut scene, Chosen::PackFile(path.clone()));
    assert!(std::fs::read(&path).expect("the pack").starts_with(b"PK"));
    assert_eq!(scene.state().sheet, None);
    assert_eq!(scene.state().packing.title, "Review of sign-ins of October");
}

#[test]
fn a_pack_without_pages_can_not_be_written() {
    let mut scene = Scene::with_report();
    scene.apply(Action::ReviewPack.command());
    for page in scene.state().pack_pages() {
        scene.apply(Command::Pack(PackCommand::SetPage(page.spec.key, false)));
    }
    assert!(scene.shows("Choose a page at least"));
    let path = scene.folder.path().join("review.html");
    answer(&mut scene, Chosen::PackFile(path.clone()));
    assert!(!path.exists());
}

#[test]
fn a_pack_that_is_cancelled_stops() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let cache = Cache::open(&folder.path().join("cache.sqlite")).expect("a cache");
    let columns = Columns::default();
    let request = PackRequest {
        title: "Review".to_owned(),
        pages: pages::ALL.iter().filter(|page| page.of.is_none()).collect(),
        filter: Query::default(),
        period: Period::All,
        every: Every::Day,
        choices: Choices::default(),
        drawing: Drawing::default(),
    };
    let progress = ExportProgress::default();
    progress.cancel();
    let made = watched_pack(&Scope::new(&columns, Clock::default()), &cache, &request, &progress);
    assert!(matches!(made, Err(ExportError::Cancelled)));
    assert_eq!((progress.rows(), progress.total()), (0, request.pages.len() as u64), "before the first page");
}
