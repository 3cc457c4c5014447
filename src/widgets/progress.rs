//! A thin bar that fills.

use eframe::egui::{CornerRadius, Rect, Response, Role, Sense, Ui, WidgetInfo, vec2};

use super::theme::UiExt;
use crate::texts;

/// Shows a bar of this width in points; `part` runs from 0 to 1, `None` is not known yet.
pub fn progress_ui(ui: &mut Ui, part: Option<f32>, width: f32, name: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(width, 20.0), Sense::hover());
    let tokens = ui.tokens();
    let bar = Rect::from_center_size(rect.center(), vec2(width, 4.0));
    ui.painter().rect_filled(bar, CornerRadius::same(2), tokens.control_active);
    if let Some(part) = part {
        let filled = bar.with_max_x(bar.left() + bar.width() * part.clamp(0.0, 1.0));
        ui.painter().rect_filled(filled, CornerRadius::same(2), tokens.accent);
    }
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ProgressIndicator, true, name);
        info.value = part.map(f64::from);
        info
    });
    response
}

/// A number of bytes as people read it.
#[must_use]
pub fn bytes_text(bytes: u64) -> String {
    const UNITS: [&str; 4] = ["kB", "MB", "GB", "TB"];
    if bytes < 1_000 {
        return format!("{bytes} B");
    }
    let mut value = bytes as f64 / 1_000.0;
    let mut unit = 0;
    while value >= 999.5 && unit + 1 < UNITS.len() {
        value /= 1_000.0;
        unit += 1;
    }
    let number = if value < 10.0 { format!("{value:.1}") } else { format!("{value:.0}") };
    format!("{} {}", texts::notation().number(&number), UNITS[unit])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_read_well() {
        let sizes: Vec<String> = [0, 999, 1_000, 12_345, 999_700, 3_600_000_000].into_iter().map(bytes_text).collect();
        assert_eq!(sizes, ["0 B", "999 B", "1.0 kB", "12 kB", "1.0 MB", "3.6 GB"]);
    }
}
