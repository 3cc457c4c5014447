//! What a picture is drawn on: shapes as SVG, and texts that become outlines when all is drawn.

use std::fmt::{self, Write};

use super::typeface::{Typeface, UNITS};
use super::words::{self, escaped};
use crate::export::palette::{Palette, Rgb};
use crate::export::visible::visible;

/// Between neighbours.
pub(super) const GAP: f64 = 8.0;
/// The square before a name.
pub(super) const SWATCH: f64 = 10.0;

/// Sizes of text.
pub(super) const TITLE: f64 = 22.0;
pub(super) const SUBTITLE: f64 = 14.0;
pub(super) const NAME: f64 = 13.0;
pub(super) const LABEL: f64 = 12.0;
pub(super) const FOOTNOTE: f64 = 11.0;

/// From one line of text to the next, as a multiple of its size.
pub(super) const LINE_HEIGHT: f64 = 1.36;
/// From the middle of a line of text down to its base line, as a multiple of its size.
pub(super) const MIDDLE: f64 = 0.35;

/// A rectangle of the picture in its points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Area {
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
}

impl Area {
    pub(super) fn width(self) -> f64 {
        self.right - self.left
    }

    pub(super) fn height(self) -> f64 {
        self.bottom - self.top
    }

    pub(super) fn center(self) -> (f64, f64) {
        (f64::midpoint(self.left, self.right), f64::midpoint(self.top, self.bottom))
    }

    pub(super) fn touches(self, other: Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }
}

/// Where a text stands from its place.
#[derive(Clone, Copy, Debug)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// A text with its place.
#[derive(Clone, Debug)]
pub(super) struct Label {
    pub(super) text: String,
    pub(super) size: f64,
    color: Rgb,
    is_bold: bool,
    /// The start of its base line.
    place: (f64, f64),
}

#[cfg(test)]
impl Label {
    /// The room it takes, from the height of its capitals to its descenders.
    pub(super) fn area(&self, face: &Typeface) -> Area {
        let (x, y) = self.place;
        Area {
            left: x,
            right: x + face.width(&self.text, self.size),
            top: y - self.size * 0.74,
            bottom: y + self.size * 0.2,
        }
    }
}

enum Item {
    Shape(String),
    Text(Label),
}

/// A picture while it is drawn.
pub(super) struct Scene {
    pub(super) colors: &'static Palette,
    /// In the points in which it is drawn, of which `zoom` make one of the picture.
    pub(super) width: f64,
    pub(super) height: f64,
    zoom: f64,
    pub(super) face: Typeface,
    items: Vec<Item>,
}

impl Scene {
    /// A picture of this size in points, with everything in it drawn `zoom` times as large.
    pub(super) fn new(colors: &'static Palette, (width, height): (f64, f64), zoom: f64) -> Self {
        Self { colors, width: width / zoom, height: height / zoom, zoom, face: Typeface::new(), items: Vec::new() }
    }

    /// Adds an element of SVG.
    pub(super) fn shape(&mut self, element: fmt::Arguments<'_>) {
        if let Some(Item::Shape(text)) = self.items.last_mut() {
            // Writing to a String can't fail.
            let _ = text.write_fmt(element);
        } else {
            self.items.push(Item::Shape(element.to_string()));
        }
    }

    pub(super) fn width_of(&self, text: &str, size: f64) -> f64 {
        self.face.width(&visible(text), size)
    }

    /// The widest of these texts.
    pub(super) fn widest<'a>(&self, texts: impl IntoIterator<Item = &'a str>, size: f64) -> f64 {
        texts.into_iter().map(|text| self.width_of(text, size)).fold(0.0, f64::max)
    }

    /// A text as long as the room allows, cut at its end.
    pub(super) fn cut(&self, text: &str, size: f64, room: f64) -> String {
        words::cut(&self.face, &visible(text.trim()), size, room)
    }

    /// A name as long as the room allows, cut in its middle.
    pub(super) fn cut_name(&self, name: &str, size: f64, room: f64) -> String {
        words::cut_middle(&self.face, &visible(name.trim()), size, room)
    }

    pub(super) fn wrap(&self, text: &str, size: f64, room: f64, most: usize) -> Vec<String> {
        words::wrap(&self.face, &visible(text), size, room, most)
    }

    /// A text on its base line at `place`.
    pub(super) fn text(&mut self, place: (f64, f64), anchor: Anchor, size: f64, color: Rgb, text: &str) {
        self.label(place, anchor, size, color, text, false);
    }

    /// A text that stands out.
    pub(super) fn bold_text(&mut self, place: (f64, f64), anchor: Anchor, size: f64, color: Rgb, text: &str) {
        self.label(place, anchor, size, color, text, true);
    }

    fn label(&mut self, (x, y): (f64, f64), anchor: Anchor, size: f64, color: Rgb, text: &str, is_bold: bool) {
        let text = visible(text).into_owned();
        if text.trim().is_empty() {
            return;
        }
        let width = self.face.width(&text, size);
        let left = match anchor {
            Anchor::Start => x,
            Anchor::Middle => x - width / 2.0,
            Anchor::End => x - width,
        };
        self.items.push(Item::Text(Label { text, size, color, is_bold, place: (left, y) }));
    }

    /// A sentence in the middle of the room of a picture that has nothing to show.
    pub(super) fn nothing_to_show(&mut self, area: Area, unit: &str) {
        let text = self.cut(&format!("No {unit} in this period"), SUBTITLE, area.width());
        self.text(area.center(), Anchor::Middle, SUBTITLE, self.colors.weak_text, &text);
    }

    /// A thin line, sharp if it is level or upright.
    pub(super) fn line(&mut self, (x1, y1): (f64, f64), (x2, y2): (f64, f64), color: Rgb) {
        let color = color.css();
        self.shape(format_args!("<path d=\"M{x1:.1} {y1:.1}L{x2:.1} {y2:.1}\" stroke=\"{color}\" fill=\"none\"/>\n"));
    }

    pub(super) fn rect(&mut self, area: Area, corner: f64, color: Rgb) {
        let (x, y, width, height) = (area.left, area.top, area.width().max(0.0), area.height().max(0.0));
        let (corner, color) = (corner.min(width / 2.0).min(height / 2.0), color.css());
        self.shape(format_args!(
            "<rect x=\"{x:.1}\" y=\"{y:.2}\" width=\"{width:.1}\" height=\"{height:.2}\" rx=\"{corner:.1}\" fill=\"{color}\"/>\n"
        ));
    }

    /// The square before a name; `y` is the middle of its line.
    pub(super) fn swatch(&mut self, left: f64, y: f64, color: Rgb) {
        let area = Area { left, right: left + SWATCH, top: y - SWATCH / 2.0, bottom: y + SWATCH / 2.0 };
        self.rect(area, 2.0, color);
    }

    /// All texts with their places.
    #[cfg(test)]
    pub(super) fn labels(&self) -> impl Iterator<Item = &Label> {
        self.items.iter().filter_map(|item| match item {
            Item::Text(label) => Some(label),
            Item::Shape(_) => None,
        })
    }

    /// The SVG document; the title and the description are what is read out instead of it.
    pub(super) fn into_svg(self, title: &str, description: &str) -> String {
        let wanted: Vec<(&str, f64)> = self
            .items
            .iter()
            .filter_map(|item| match item {
                Item::Text(label) => Some((label.text.as_str(), label.size)),
                Item::Shape(_) => None,
            })
            .collect();
        let mut outlines = self.face.outlines(&wanted).into_iter();
        let (width, height) = (self.width, self.height);
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{}\" viewBox=\"0 0 {width:.3} {height:.3}\" \
             role=\"img\">\n<title>{}</title>\n<desc>{}</desc>\n\
             <rect width=\"{width:.3}\" height=\"{height:.3}\" fill=\"{}\"/>\n",
            (width * self.zoom).round(),
            (height * self.zoom).round(),
            escaped(title),
            escaped(description),
            self.colors.surface.css(),
        );
        for item in &self.items {
            match item {
                Item::Shape(shape) => svg.push_str(shape),
                Item::Text(label) => push_outline(&mut svg, label, &outlines.next().unwrap_or_default()),
            }
        }
        svg.push_str("</svg>\n");
        svg
    }
}

fn push_outline(svg: &mut String, label: &Label, outline: &str) {
    if outline.is_empty() {
        return;
    }
    let (x, y) = label.place;
    let (color, scale) = (label.color.css(), 1.0 / UNITS);
    let bold = if label.is_bold {
        format!(" stroke=\"{color}\" stroke-width=\"{:.0}\" stroke-linejoin=\"round\"", label.size * UNITS * 0.035)
    } else {
        String::new()
    };
    // Writing to a String can't fail.
    let _ = writeln!(
        svg,
        "<path transform=\"translate({x:.2} {y:.2}) scale({scale})\" fill=\"{color}\"{bold} d=\"{outline}\"/>"
    );
}
