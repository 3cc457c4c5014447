//! The one typeface of every picture: how wide a text is, and its letters as outlines.
//!
//! The fonts are part of the program: Ubuntu Light for Latin, Greek and Cyrillic, Hack for signs, Noto Emoji for
//! emoji. The fonts of the system are read only for characters that these lack, such as Arabic and Japanese ones.

use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt::Write;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use resvg::tiny_skia::PathSegment;
use resvg::usvg::fontdb::{Database, ID, Source, Stretch, Style};
use resvg::usvg::{FontResolver, Group, Node, Options, Text, Tree};

use super::words::escaped;

/// Texts are measured at this size; widths grow in proportion.
const MEASURED_SIZE: f64 = 100.0;
/// Units of an outline per point: fine enough for four pixels per point.
pub(super) const UNITS: f64 = 50.0;

/// The fonts of the program, the first one for all it has.
static OWN: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    for font in [
        epaint_default_fonts::UBUNTU_LIGHT,
        epaint_default_fonts::NOTO_EMOJI_REGULAR,
        epaint_default_fonts::HACK_REGULAR,
    ] {
        fonts.load_font_source(Source::Binary(Arc::new(font)));
    }
    Arc::new(fonts)
});

/// The same, and after them those of the system. Reading these takes a moment, and few names need them.
static ALL: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::clone(&OWN);
    add_system_fonts(&mut fonts);
    Arc::new(fonts)
});

/// Measures and outlines texts; widths are remembered.
pub(super) struct Typeface {
    options: Options<'static>,
    /// At [`MEASURED_SIZE`].
    widths: RefCell<HashMap<String, f64>>,
}

impl Typeface {
    pub(super) fn new() -> Self {
        Self { options: options(), widths: RefCell::default() }
    }

    /// How wide a text is at a size.
    pub(super) fn width(&self, text: &str, size: f64) -> f64 {
        if text.is_empty() {
            return 0.0;
        }
        let known = self.widths.borrow().get(text).copied();
        let width = known.unwrap_or_else(|| {
            let width = self.measured(text);
            self.widths.borrow_mut().insert(text.to_owned(), width);
            width
        });
        width * size / MEASURED_SIZE
    }

    fn measured(&self, text: &str) -> f64 {
        let Some(tree) = self.tree(&[(text, MEASURED_SIZE)]) else { return 0.0 };
        texts(tree.root()).first().map_or(0.0, |text| f64::from(text.bounding_box().width()))
    }

    /// The letters of each text at its size as data of an SVG path, in [`UNITS`] from the start of its base line.
    pub(super) fn outlines(&self, wanted: &[(&str, f64)]) -> Vec<String> {
        let mut outlines = vec![String::new(); wanted.len()];
        let Some(tree) = self.tree(wanted) else { return outlines };
        for text in texts(tree.root()) {
            let number = text.id().strip_prefix('t').and_then(|number| number.parse::<usize>().ok());
            if let Some(outline) = number.and_then(|number| outlines.get_mut(number)) {
                let mut pen = Pen { out: std::mem::take(outline), at: (0, 0) };
                pen.group(text.flattened());
                *outline = pen.out;
            }
        }
        outlines
    }

    /// The texts laid out, each at the origin.
    fn tree(&self, wanted: &[(&str, f64)]) -> Option<Tree> {
        let mut svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100\" height=\"100\">".to_owned();
        for (number, (text, size)) in wanted.iter().enumerate() {
            let text = escaped(text);
            // Writing to a String can't fail.
            let _ = write!(svg, "<text id=\"t{number}\" xml:space=\"preserve\" font-size=\"{size}\">{text}</text>");
        }
        svg.push_str("</svg>");
        Tree::from_str(&svg, &self.options).ok()
    }
}

fn texts(group: &Group) -> Vec<&Text> {
    let mut found = Vec::new();
    for node in group.children() {
        match node {
            Node::Text(text) => found.push(&**text),
            Node::Group(group) => found.extend(texts(group)),
            Node::Path(_) | Node::Image(_) => {}
        }
    }
    found
}

/// Writes outlines as whole units from point to point, which is the shortest.
struct Pen {
    out: String,
    at: (i64, i64),
}

impl Pen {
    fn group(&mut self, group: &Group) {
        for node in group.children() {
            match node {
                Node::Path(path) => {
                    let Some(data) = path.data().clone().transform(path.abs_transform()) else { continue };
                    for segment in data.segments() {
                        self.segment(segment);
                    }
                }
                Node::Group(group) => self.group(group),
                // Letters that are pictures would not be sharp; the emoji of the program are outlines.
                Node::Text(_) | Node::Image(_) => {}
            }
        }
    }

    fn segment(&mut self, segment: PathSegment) {
        let unit = |point: resvg::tiny_skia::Point| {
            ((f64::from(point.x) * UNITS).round() as i64, (f64::from(point.y) * UNITS).round() as i64)
        };
        match segment {
            PathSegment::MoveTo(to) => self.put('m', &[unit(to)]),
            PathSegment::LineTo(to) => self.put('l', &[unit(to)]),
            PathSegment::QuadTo(by, to) => self.put('q', &[unit(by), unit(to)]),
            PathSegment::CubicTo(first, second, to) => self.put('c', &[unit(first), unit(second), unit(to)]),
            // The next part begins with a move, which is made absolute by what is written after it.
            PathSegment::Close => self.out.push('z'),
        }
    }

    fn put(&mut self, letter: char, points: &[(i64, i64)]) {
        // After `z` the pen is where the part began; an absolute move needs no memory of that.
        self.out.push(if letter == 'm' { 'M' } else { letter });
        let from = if letter == 'm' { (0, 0) } else { self.at };
        let mut first = true;
        for (x, y) in points {
            for number in [x - from.0, y - from.1] {
                if !first && number >= 0 {
                    self.out.push(' ');
                }
                first = false;
                // Writing to a String can't fail.
                let _ = write!(self.out, "{number}");
            }
        }
        if let Some(last) = points.last() {
            self.at = *last;
        }
    }
}

fn options() -> Options<'static> {
    let own = OWN.faces().next().map(|face| face.id);
    let among_all = FontResolver::default_fallback_selector();
    // Asking a hundred fonts for a character takes long; names repeat their characters.
    let known: Mutex<HashMap<char, (Option<ID>, bool)>> = Mutex::default();
    Options {
        fontdb: Arc::clone(&OWN),
        font_resolver: FontResolver {
            select_font: Box::new(move |_, _| own),
            select_fallback: Box::new(move |character, tried, fonts| {
                let mut known = known.lock().unwrap_or_else(PoisonError::into_inner);
                let (font, is_own) = *known.entry(character).or_insert_with(|| {
                    let own = among_all(character, tried, &mut Arc::clone(&OWN));
                    (own.or_else(|| among_all(character, tried, &mut Arc::clone(&ALL))), own.is_some())
                });
                if !is_own && font.is_some() {
                    // The fonts of the program keep their IDs among all.
                    *fonts = Arc::clone(&ALL);
                }
                font.filter(|font| !tried.contains(font))
            }),
        },
        ..Options::default()
    }
}

/// Adds the upright fonts of the system, those first that look most like ours: the first with a character is
/// taken.
fn add_system_fonts(fonts: &mut Database) {
    let mut system = Database::new();
    system.load_system_fonts();
    let mut faces: Vec<_> =
        system.faces().filter(|face| face.style == Style::Normal && face.stretch == Stretch::Normal).cloned().collect();
    faces.sort_by_cached_key(|face| {
        let family = face.families.first().map_or("", |(name, _)| name.as_str());
        let plain = ["Sans", "Segoe UI", "Gothic", "Arial", "Hiragino"].iter().any(|word| family.contains(word));
        // Letters as pictures, and boxes for every character there is.
        let last = family.contains("Color") || family.contains("LastResort");
        (last, face.monospaced, !plain, face.weight.0.abs_diff(350), face.post_script_name.clone(), face.index)
    });
    for mut face in faces {
        face.id = ID::dummy();
        fonts.push_face_info(face);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_those_of_the_letters() {
        let face = Typeface::new();
        assert!(face.width("Will", 12.0) < face.width("WWWW", 12.0));
        assert!((face.width("Exchange", 24.0) - 2.0 * face.width("Exchange", 12.0)).abs() < 1e-6);
        // Digits stand in columns, and so do the blanks between thousands.
        assert!((face.width("111", 12.0) - face.width("888", 12.0)).abs() < 1e-6);
        assert!(face.width("", 12.0).abs() < 1e-9);
        assert!(face.width("  ", 12.0) >= 0.0);
    }

    #[test]
    fn a_character_that_no_font_has_is_still_seen() {
        let face = Typeface::new();
        // Private use, not assigned, and a script that few systems have letters of.
        for text in ["\u{F8FF0}", "\u{0378}", "\u{1E900}", "\u{13000}"] {
            let alone = face.outlines(&[(text, 12.0)]);
            assert!(alone[0].len() > 20 && face.width(text, 12.0) > 2.0, "{text:?}: {}", alone[0]);
            let among = face.outlines(&[(&format!("a{text}b"), 12.0), ("ab", 12.0)]);
            assert!(among[0].len() > among[1].len() + 20, "{text:?}");
        }
    }

    #[test]
    fn every_text_has_its_own_outline() {
        let face = Typeface::new();
        let outlines = face.outlines(&[("a", 12.0), (" ", 12.0), ("b & c", 12.0), ("🚀", 12.0)]);
        assert!(outlines[0].starts_with('M') && outlines[0].ends_with('z'));
        assert!(outlines[1].is_empty(), "a blank has none");
        assert!(outlines[2].len() > outlines[0].len());
        assert!(outlines[3].len() > 40, "emoji are outlines: {}", outlines[3]);
    }
}
