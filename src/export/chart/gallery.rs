//! Every kind of picture with usual and unusual data, and what must hold for all of them.
//!
//! With `SIGNIN_LENS_PICTURES` naming a folder, the pictures are written there to be looked at:
//! `SIGNIN_LENS_PICTURES=/tmp/pictures cargo test --lib gallery`.

use std::collections::HashSet;
use std::path::Path;
use std::sync::Arc;

use chrono::Weekday;
use proptest::prelude::*;
use resvg::usvg::roxmltree::{Document, Node};

use super::time_axis::tests::edges;
use super::*;
use crate::clock::{Clock, Every, Millis};
use crate::export::visible::visible;

const NAMES: [&str; 6] = [
    "Office 365 Exchange Online",
    "Microsoft Teams",
    "Azure Portal",
    "SharePoint Online",
    "Microsoft Graph Command Line Tools",
    "Contoso payroll",
];
const LONG_NAMES: [&str; 7] = [
    "Contoso human resources self-service and payroll connector for subsidiaries (production, Europe West)",
    "Contoso human resources self-service and payroll connector for subsidiaries (production, US East)",
    "https://account.activedirectory.windowsazure.com/applications/redirecttofederatedapplication.aspx",
    "بوابة الموارد البشرية لموظفي كونتوسو",
    "勤怠管理システム(本番環境・東日本リージョン)経費精算ポータル",
    "פורטל העובדים",
    "🚀 Launch & <rocket> \u{202E}gnp.exe",
];

/// Values that wander, the same each time.
fn wander(bucket: usize, number: usize) -> f64 {
    let wave = ((bucket as f64 * 0.9 + number as f64).sin() + 1.4) * 40.0;
    (wave * (1.0 + bucket as f64 / 40.0) / (number as f64 * 0.6 + 1.0)).round()
}

/// A chart over time with these series.
fn series(every: Every, buckets: usize, names: &[&str], kind: Kind) -> Chart {
    let line = |(number, name): (usize, &&str)| Line {
        name: (*name).to_owned(),
        values: (0..buckets).map(|bucket| wander(bucket, number)).collect(),
        ..Line::default()
    };
    let unit = "sign-ins".to_owned();
    let edges = edges("2026-09-07T00:00:00Z", every, buckets, &Clock::default());
    let lines = names.iter().enumerate().map(line).collect();
    chart(Body::Series(TimeSeries { unit, edges, lines, kind, ..TimeSeries::default() }))
}

fn chart(body: Body) -> Chart {
    Chart {
        title: "Sign-ins of the most used applications".to_owned(),
        subtitles: vec![
            "7 September to 6 October 2026, days in Europe/Berlin".to_owned(),
            "Filter: status:success".to_owned(),
        ],
        footnote: "Interactive sign-ins · 6 files imported on 7 October 2026 · 12 345 records".to_owned(),
        body,
    }
}

fn changed(chart: Chart, change: impl FnOnce(&mut TimeSeries)) -> Chart {
    let mut chart = chart;
    if let Body::Series(series) = &mut chart.body {
        change(series);
    }
    chart
}

fn hundred(kind: Kind) -> Chart {
    let names: Vec<String> = (1..=100).map(|number| format!("Line of business application {number}")).collect();
    series(Every::Day, 30, &names.iter().map(String::as_str).collect::<Vec<_>>(), kind)
}

fn statuses(every: Every, buckets: usize, kind: Kind) -> Chart {
    changed(series(every, buckets, &["Success", "Interrupted", "Failure"], kind), |series| {
        for (line, status) in series.lines.iter_mut().zip(Status::ALL) {
            line.hue = Hue::Status(status);
        }
        series.last_is_partial = true;
    })
}

fn bars(names: &[&str], parts: usize) -> Chart {
    let row = |(number, name): (usize, &&str)| Bar {
        name: (*name).to_owned(),
        values: (0..parts.max(1)).map(|part| (9_000.0 / (number + 1) as f64 / (part * 4 + 1) as f64).round()).collect(),
        note: format!("{:.1}\u{2009}%", 40.0 / (number + 1) as f64),
    };
    let part = |status: Status| Part { name: status.title().to_owned(), hue: Hue::Status(status) };
    let parts: Vec<Part> = Status::ALL.into_iter().take(parts).map(part).collect();
    chart(Body::Bars(Bars { unit: "sign-ins".to_owned(), parts, rows: names.iter().enumerate().map(row).collect() }))
}

fn heat_map(most: f64, first_day: Weekday) -> Chart {
    let mut values = [[0.0; 24]; 7];
    for (day, hours) in values.iter_mut().enumerate() {
        for (hour, value) in hours.iter_mut().enumerate() {
            let work = if day < 5 { 1.0 } else { 0.12 };
            let shape = (-((hour as f64 - 10.5) / 3.6).powi(2)).exp();
            *value = (most * work * shape).round();
        }
    }
    chart(Body::HeatMap(Box::new(HeatMap { unit: "sign-ins".to_owned(), first_day, values })))
}

/// A crude world, for the eye.
fn outline() -> Outline {
    let rings: [&[(f64, f64)]; 6] = [
        &[
            (-165.0, 65.0),
            (-95.0, 72.0),
            (-60.0, 52.0),
            (-80.0, 27.0),
            (-97.0, 26.0),
            (-83.0, 9.0),
            (-105.0, 20.0),
            (-125.0, 42.0),
        ],
        &[(-78.0, 9.0), (-50.0, 0.0), (-35.0, -8.0), (-55.0, -35.0), (-70.0, -54.0), (-75.0, -20.0), (-80.0, -3.0)],
        &[
            (-10.0, 36.0),
            (-9.0, 43.0),
            (5.0, 60.0),
            (28.0, 71.0),
            (100.0, 77.0),
            (179.0, 68.0),
            (140.0, 54.0),
            (120.0, 32.0),
            (105.0, 10.0),
            (78.0, 8.0),
            (57.0, 25.0),
            (35.0, 36.0),
        ],
        &[(-17.0, 15.0), (-6.0, 35.0), (32.0, 31.0), (51.0, 11.0), (35.0, -20.0), (19.0, -34.0), (9.0, 4.0)],
        &[(114.0, -22.0), (131.0, -12.0), (146.0, -19.0), (153.0, -28.0), (145.0, -38.0), (116.0, -34.0)],
        &[(-55.0, 60.0), (-20.0, 70.0), (-20.0, 80.0), (-60.0, 82.0)],
    ];
    Outline { rings: rings.map(<[_]>::to_vec).to_vec() }
}

fn places() -> Chart {
    let known = [
        ("Berlin", 13.4, 52.5, 8_412.0),
        ("Munich", 11.6, 48.1, 2_101.0),
        ("Paris", 2.35, 48.86, 1_530.0),
        ("London", -0.13, 51.5, 1_400.0),
        ("Amsterdam", 4.9, 52.37, 380.0),
        ("Zurich", 8.54, 47.37, 120.0),
        ("New York", -74.0, 40.7, 3_200.0),
        ("São Paulo", -46.6, -23.5, 640.0),
        ("東京", 139.7, 35.7, 950.0),
        ("Sydney", 151.2, -33.9, 12.0),
        ("القاهرة", 31.2, 30.0, 77.0),
        ("Lagos", 3.4, 6.5, 1.0),
        ("Nowhere", f64::NAN, 0.0, 5.0),
    ];
    let place = |(name, longitude, latitude, value): (&str, f64, f64, f64)| Place {
        name: name.to_owned(),
        longitude,
        latitude,
        value,
    };
    let places = known.map(place).to_vec();
    chart(Body::Places(Places { unit: "sign-ins".to_owned(), outline: Arc::new(outline()), places }))
}

fn lanes(names: &[&str]) -> Chart {
    let edges = edges("2026-09-07T00:00:00Z", Every::Day, 30, &Clock::default());
    let from = edges[0].at.0;
    let lane = |(number, name): (usize, &&str)| {
        let mark = |mark: usize| Mark {
            at: Millis(from + (mark as i64 * 7_919 + number as i64 * 104_729) % (30 * 24 * 60) * 60_000),
            status: match mark % 11 {
                0 => Status::Failure,
                1 | 2 => Status::Interrupted,
                _ => Status::Success,
            },
        };
        Lane { name: (*name).to_owned(), marks: (0..160 / (number + 1)).map(mark).collect() }
    };
    chart(Body::Lanes(Lanes { unit: "sign-ins".to_owned(), edges, rows: names.iter().enumerate().map(lane).collect() }))
}

/// All pictures with the names of their files.
fn gallery() -> Vec<(&'static str, Chart)> {
    let many: Vec<&str> = NAMES.into_iter().cycle().take(60).collect();
    vec![
        ("lines", series(Every::Day, 30, &NAMES[..3], Kind::Lines)),
        ("lines-long-names", series(Every::Day, 30, &LONG_NAMES, Kind::Lines)),
        ("lines-one-point", series(Every::Day, 1, &NAMES[..3], Kind::Lines)),
        (
            "lines-no-data",
            changed(series(Every::Day, 30, &NAMES[..1], Kind::Lines), |series| series.lines[0].values.clear()),
        ),
        ("lines-nothing", chart(Body::default())),
        ("lines-hundred", hundred(Kind::Lines)),
        ("columns-hundred", hundred(Kind::Columns)),
        ("areas-hundred", hundred(Kind::StackedAreas)),
        ("lines-year", series(Every::Day, 365, &NAMES[..4], Kind::Lines)),
        ("columns-year", series(Every::Day, 365, &NAMES[..3], Kind::Columns)),
        ("areas-one-point", series(Every::Day, 1, &NAMES[..3], Kind::StackedAreas)),
        ("areas-long-names", series(Every::Day, 30, &LONG_NAMES, Kind::StackedAreas)),
        (
            "lines-users",
            changed(series(Every::Day, 30, &NAMES[..3], Kind::Lines), |series| {
                series.unit = "users".to_owned();
                series.lines.iter_mut().for_each(|line| line.total = Some(1_204.0));
            }),
        ),
        ("lines-400-hours", series(Every::Hours(1), 400, &NAMES[..2], Kind::Lines)),
        ("lines-48-hours", series(Every::Hours(1), 48, &NAMES[..2], Kind::Lines)),
        ("columns-weeks", statuses(Every::Week, 20, Kind::Columns)),
        ("areas-status", statuses(Every::Day, 30, Kind::StackedAreas)),
        ("lines-partial", statuses(Every::Day, 30, Kind::Lines)),
        (
            "lines-log",
            changed(series(Every::Day, 30, &NAMES[..4], Kind::Lines), |series| {
                series.scale = ValueScale::Logarithmic;
                for (number, line) in series.lines.iter_mut().enumerate() {
                    let times = 10_f64.powi(2 - number as i32);
                    line.values.iter_mut().for_each(|value| *value = (*value * times).floor());
                }
            }),
        ),
        (
            "columns-large",
            changed(series(Every::Day, 30, &NAMES[..2], Kind::Columns), |series| {
                series.lines.iter_mut().flat_map(|line| &mut line.values).for_each(|value| *value *= 1e6);
            }),
        ),
        ("bars", bars(&NAMES, 1)),
        ("bars-parts", bars(&NAMES, 3)),
        ("bars-long-names", bars(&LONG_NAMES, 3)),
        ("bars-many", bars(&many, 1)),
        ("bars-nothing", bars(&[], 1)),
        ("heat-map", heat_map(240.0, Weekday::Mon)),
        ("heat-map-large", heat_map(2_400_000.0, Weekday::Sun)),
        ("heat-map-nothing", heat_map(0.0, Weekday::Mon)),
        ("places", places()),
        (
            "places-nothing",
            chart(Body::Places(Places {
                unit: "sign-ins".to_owned(),
                outline: Arc::new(outline()),
                places: Vec::new(),
            })),
        ),
        ("lanes", lanes(&["Interactive", "Non-interactive", "Service principal"])),
        ("lanes-long-names", lanes(&LONG_NAMES)),
        ("lanes-many", lanes(&many)),
        ("lanes-nothing", lanes(&[])),
    ]
}

fn looks() -> impl Iterator<Item = Look> {
    Size::ALL.into_iter().flat_map(|size| Theme::ALL.map(|theme| Look::sized(size, 1.0, theme)))
}

#[test]
fn pictures_can_be_looked_at() {
    let Some(folder) = std::env::var_os("SIGNIN_LENS_PICTURES") else { return };
    let folder = Path::new(&folder);
    std::fs::create_dir_all(folder).expect("a folder");
    for (name, chart) in gallery() {
        for size in Size::ALL {
            for theme in Theme::ALL {
                let look = Look::sized(size, 1.0, theme);
                let file = folder.join(format!("{name}-{}-{}", size.key(), theme.key()));
                std::fs::write(file.with_extension("svg"), svg(&chart, &look)).expect("a written picture");
                std::fs::write(file.with_extension("png"), png(&chart, &look).expect("a picture"))
                    .expect("a written picture");
            }
        }
    }
}

#[test]
fn no_two_texts_of_a_picture_touch_and_none_leaves_it() {
    for (name, chart) in gallery() {
        for size in Size::ALL {
            let scene = drawn(&chart, &Look::sized(size, 1.0, Theme::Light));
            let labels: Vec<_> = scene.labels().collect();
            assert!(!labels.is_empty());
            for (number, label) in labels.iter().enumerate() {
                let area = label.area(&scene.face);
                assert!(
                    area.left >= 0.0 && area.top >= 0.0 && area.right <= scene.width && area.bottom <= scene.height,
                    "{name} in {size:?}: {label:?} leaves the picture"
                );
                for other in &labels[number + 1..] {
                    assert!(!area.touches(other.area(&scene.face)), "{name} in {size:?}: {label:?} and {other:?}");
                }
            }
        }
    }
}

#[test]
fn the_same_chart_gives_the_same_file() {
    for (name, chart) in gallery() {
        for look in looks().take(2) {
            assert_eq!(svg(&chart, &look), svg(&chart.clone(), &look), "{name}");
        }
    }
    let chart = series(Every::Day, 30, &LONG_NAMES, Kind::Lines);
    let look = Look::sized(Size::Document, 2.0, Theme::Dark);
    assert_eq!(png(&chart, &look).expect("a picture"), png(&chart, &look).expect("a picture"));
}

#[test]
fn a_picture_needs_no_font_and_nothing_from_outside() {
    for (name, chart) in gallery() {
        let svg = svg(&chart, &Look::default());
        let document = Document::parse(&svg).expect("well-formed XML");
        let root = document.root_element();
        assert_eq!(root.attribute("role"), Some("img"));
        assert_eq!(root.first_element_child().and_then(|title| title.text()), Some(chart.title.as_str()));
        for node in document.descendants().filter(Node::is_element) {
            assert!(!matches!(node.tag_name().name(), "text" | "image" | "use" | "script" | "style" | "a"), "{name}");
            assert!(node.attributes().all(|attribute| !matches!(attribute.name(), "id" | "href" | "class")), "{name}");
        }
    }
}

#[test]
fn what_a_picture_shows_is_told_in_words() {
    let words = |chart: &Chart| {
        let svg = svg(chart, &Look::default());
        let document = Document::parse(&svg).expect("well-formed XML");
        let told = document.descendants().find(|node| node.has_tag_name("desc")).and_then(|node| node.text());
        told.unwrap_or_default().to_owned()
    };
    let text = words(&series(Every::Day, 30, &NAMES[..2], Kind::Lines));
    for part in [
        "days in Europe/Berlin",
        "sign-ins per day from 7 Sep 2026 to 6 Oct 2026",
        "Microsoft Teams: ",
        "12 345 records",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    assert!(
        words(&bars(&NAMES, 3)).contains("Azure Portal: 3\u{2009}933 (13.3\u{2009}%), of which Success 3\u{2009}000")
    );
    assert!(words(&heat_map(240.0, Weekday::Mon)).contains("Saturday: "));
    assert!(words(&places()).contains("Berlin: 8\u{2009}412"));
    assert!(words(&lanes(&["Interactive"])).contains("Interactive: success "));
    assert!(words(&heat_map(0.0, Weekday::Mon)).contains("none"));
}

fn shown(chart: &Chart, look: &Look) -> Vec<String> {
    drawn(chart, look).labels().map(|label| label.text.clone()).collect()
}

#[test]
fn titles_names_and_totals_can_be_read() {
    let chart =
        changed(series(Every::Day, 30, &NAMES[..2], Kind::Lines), |series| series.lines[0].values = vec![1_000.0; 30]);
    let texts = shown(&chart, &Look::default());
    for text in [chart.title.as_str(), "Filter: status:success", "sign-ins", NAMES[0], "30\u{2009}000"] {
        assert!(texts.iter().any(|shown| shown == text), "{text} in {texts:?}");
    }
}

#[test]
fn a_picture_without_sign_ins_says_so() {
    for (name, chart) in gallery() {
        if name.ends_with("nothing") || name.ends_with("no-data") {
            let texts = shown(&chart, &Look::default());
            let says_so = |text: &String| text.starts_with("No ") && text.ends_with("in this period");
            assert!(texts.iter().any(says_so), "{name}: {texts:?}");
        }
    }
}

#[test]
fn series_without_a_name_are_counted() {
    for kind in Kind::ALL {
        let texts = shown(&hundred(kind), &Look::default());
        assert!(texts.iter().any(|text| text == "88 others"), "{texts:?}");
    }
}

#[test]
fn totals_that_are_no_sums_are_not_added_up() {
    let chart =
        changed(hundred(Kind::Columns), |series| series.lines.iter_mut().for_each(|line| line.total = Some(7.0)));
    let texts = shown(&chart, &Look::default());
    assert_eq!(texts.iter().filter(|text| *text == "7").count(), 12, "{texts:?}");
}

#[test]
fn what_is_not_complete_and_what_is_logarithmic_is_said() {
    let says =
        |chart: &Chart, sentence: &str| shown(chart, &Look::default()).iter().any(|text| text.contains(sentence));
    assert!(says(&statuses(Every::Week, 5, Kind::Columns), "Pale: the last week is not complete"));
    assert!(says(&statuses(Every::Hours(1), 5, Kind::Lines), "Dotted: the last hour is not complete"));
    let log = |kind| changed(series(Every::Day, 5, &NAMES[..1], kind), |series| series.scale = ValueScale::Logarithmic);
    assert!(says(&log(Kind::Lines), "Zero stands on the base line"));
    assert!(says(&log(Kind::Columns), "The scale is linear"));
}

#[test]
fn a_name_keeps_its_colour_whatever_stands_beside_it() {
    let color = |names: &[&str]| {
        let svg = svg(&series(Every::Day, 5, names, Kind::Columns), &Look::default());
        let colors = LIGHT_SERIES.iter().filter(|color| svg.contains(&***color)).cloned();
        colors.collect::<HashSet<String>>()
    };
    let alone = color(&NAMES[..1]);
    assert_eq!(alone.len(), 1);
    assert!(color(&[NAMES[1], NAMES[0]]).is_superset(&alone));
    assert_eq!(color(&NAMES).len(), NAMES.len(), "and none is used twice");
}

static LIGHT_SERIES: std::sync::LazyLock<Vec<String>> =
    std::sync::LazyLock::new(|| Theme::Light.palette().series.iter().map(|color| color.css()).collect());

#[test]
fn a_png_has_the_size_that_was_asked_for() {
    let look = Look { width: 400, height: 250, scale: 1.5, theme: Theme::Dark };
    let bytes = png(&series(Every::Day, 30, &NAMES[..2], Kind::Lines), &look).expect("a picture");
    let read = image::load_from_memory(&bytes).expect("a PNG").into_rgba8();
    assert_eq!(read.dimensions(), (600, 375));
}

#[test]
fn every_kind_shows_its_series_in_their_colours() {
    for theme in Theme::ALL {
        for kind in Kind::ALL {
            let chart = changed(series(Every::Day, 12, &NAMES[..2], kind), |series| {
                for (number, line) in series.lines.iter_mut().enumerate() {
                    line.hue = Hue::Slot(number);
                }
            });
            let picture = picture(&chart, &Look { width: 480, height: 300, scale: 1.0, theme }).expect("a picture");
            for number in 0..2 {
                let color = theme.palette().series(number);
                let has_color = |pixel: &&[u8]| **pixel == [color.0, color.1, color.2, 255];
                let count = picture.rgba.chunks_exact(4).filter(has_color).count();
                assert!(count > 50, "{count} pixels of series {number} of {kind:?} in {theme:?}");
            }
        }
    }
}

#[test]
fn a_size_without_pixels_or_with_too_many_is_refused() {
    let chart = series(Every::Day, 3, &NAMES[..1], Kind::Lines);
    for (width, height, scale) in [
        (0, 10, 1.0),
        (10, 10, 0.0),
        (10, 10, f32::NAN),
        (10, 10, -1.0),
        (20_000, 10, 1.0),
        (u32::MAX, u32::MAX, f32::MAX),
        (16_000, 16_000, 1.0),
    ] {
        let look = Look { width, height, scale, theme: Theme::Light };
        assert!(matches!(picture(&chart, &look), Err(ChartError::Size { .. })), "{look:?}");
    }
    let smallest = Look { width: 1, height: 1, scale: 1.0, theme: Theme::Light };
    assert_eq!(picture(&chart, &smallest).expect("a picture").rgba.len(), 4);
}

/// Bodies whose names and numbers are all the given ones.
fn bodies(name: &str, values: &[f64]) -> Vec<Body> {
    let (name, unit) = (name.to_owned(), name.to_owned());
    let days = edges("2026-09-07T00:00:00Z", Every::Day, 7, &Clock::default());
    let value = |number: usize| values.get(number).copied().unwrap_or_default();
    let line = Line { name: name.clone(), values: values.to_vec(), ..Line::default() };
    let mut cells = [[0.0; 24]; 7];
    cells.iter_mut().flatten().zip(values).for_each(|(cell, value)| *cell = *value);
    let of_kind = |kind, scale| {
        let lines = vec![line.clone(), line.clone()];
        Body::Series(TimeSeries {
            unit: unit.clone(),
            edges: days.clone(),
            lines,
            kind,
            scale,
            first_is_partial: true,
            last_is_partial: true,
        })
    };
    let marks = values.iter().map(|value| Mark { at: Millis(*value as i64), status: Status::Failure }).collect();
    vec![
        of_kind(Kind::Lines, ValueScale::Logarithmic),
        of_kind(Kind::Columns, ValueScale::Linear),
        of_kind(Kind::StackedAreas, ValueScale::Linear),
        Body::Bars(Bars {
            unit: unit.clone(),
            parts: vec![Part { name: name.clone(), hue: Hue::Name }; 2],
            rows: vec![Bar { name: name.clone(), values: values.to_vec(), note: name.clone() }; 2],
        }),
        Body::HeatMap(Box::new(HeatMap { unit: unit.clone(), first_day: Weekday::Sat, values: cells })),
        Body::Places(Places {
            unit: unit.clone(),
            outline: Arc::new(Outline { rings: vec![vec![(value(0), value(1)), (0.0, 0.0)]] }),
            places: vec![
                Place { name: name.clone(), longitude: value(0), latitude: value(1), value: value(2) },
                Place { name: name.clone(), longitude: 13.0, latitude: -80.0, value: value(3) },
            ],
        }),
        Body::Lanes(Lanes { unit, edges: days, rows: vec![Lane { name, marks }] }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn hostile_names_and_numbers_stay_a_picture(
        name in prop_oneof!["[<>&\"'\\]!a-z-]{0,20}", any::<String>()],
        values in prop::collection::vec(prop_oneof![any::<f64>(), 0.0..1e4], 0..8),
        (width, height) in (0_u32..1_500, 0_u32..900),
    ) {
        for body in bodies(&name, &values) {
            let chart = Chart { title: name.clone(), subtitles: vec![name.clone()], footnote: name.clone(), body };
            let svg = svg(&chart, &Look { width, height, scale: 1.0, theme: Theme::Dark });
            let document = Document::parse(&svg).expect("well-formed XML");
            let allowed = ["svg", "title", "desc", "rect", "path", "circle", "polyline", "polygon"];
            prop_assert!(document.descendants().filter(Node::is_element).all(|node| allowed.contains(&node.tag_name().name())));
            prop_assert!(!svg.contains("NaN") && !svg.contains("inf\"") && !svg.contains("=\"-inf"));
            prop_assert!(document.descendants().filter_map(|node| node.text()).all(|text| visible(text.trim()) == text.trim()));
        }
    }
}
