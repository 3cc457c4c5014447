//! What stands above and below every body: title, subtitles, notes and footnote.

use super::Chart;
use super::scene::{Anchor, Area, FOOTNOTE, GAP, LINE_HEIGHT, SUBTITLE, Scene, TITLE};

/// Around everything.
const MARGIN: f64 = 28.0;
const MARGIN_OF_SMALL: f64 = 20.0;
/// Pictures narrower than this have a smaller title and margin.
pub(super) const SMALL: f64 = 720.0;
const TITLE_OF_SMALL: f64 = 18.0;
/// Of the picture's height, texts below the body take this at most.
const FOOT_SHARE: f64 = 0.25;

/// Draws all texts around the body and gives the room between them.
pub(super) fn draw(scene: &mut Scene, chart: &Chart) -> Area {
    let (margin, title) = if scene.width < SMALL { (MARGIN_OF_SMALL, TITLE_OF_SMALL) } else { (MARGIN, TITLE) };
    let room = (scene.width - 2.0 * margin).max(1.0);
    let mut top = margin;
    for line in scene.wrap(&chart.title, title, room, 2) {
        scene.bold_text((margin, top + title * 0.8), Anchor::Start, title, scene.colors.text, &line);
        top += title * LINE_HEIGHT;
    }
    for subtitle in &chart.subtitles {
        for line in scene.wrap(subtitle, SUBTITLE, room, 2) {
            scene.text((margin, top + SUBTITLE * 0.8), Anchor::Start, SUBTITLE, scene.colors.weak_text, &line);
            top += SUBTITLE * LINE_HEIGHT;
        }
    }
    let mut lines = Vec::new();
    for sentence in chart.body.notes().iter().chain([&chart.footnote]) {
        lines.extend(scene.wrap(sentence, FOOTNOTE, room, 3));
    }
    let pitch = FOOTNOTE * LINE_HEIGHT;
    lines.truncate(((scene.height * FOOT_SHARE / pitch) as usize).max(1));
    let mut bottom = scene.height - margin * 0.7;
    for line in lines.iter().rev() {
        scene.text((margin, bottom), Anchor::Start, FOOTNOTE, scene.colors.weak_text, line);
        bottom -= pitch;
    }
    if !lines.is_empty() {
        bottom -= GAP / 2.0;
    }
    let top = top + GAP;
    Area { left: margin, right: (scene.width - margin).max(margin + 1.0), top, bottom: bottom.max(top + 1.0) }
}
