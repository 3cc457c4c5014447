//! The look, named by role: colours, spacing, sizes and text styles.
//!
//! Light and dark are two tables of the same names. Widgets and views name a role ([`Tokens::weak_text`],
//! [`space::M`]) and never a number, so that the whole window changes in one place.

use std::collections::BTreeMap;

use eframe::egui::epaint::text::{FontInsert, FontPriority, InsertFontFamily};
use eframe::egui::style::{ScrollStyle, Selection, WidgetVisuals, Widgets};
use eframe::egui::{
    self, Color32, Context, CornerRadius, FontData, FontFamily, FontId, Label, Margin, Response, RichText, Shadow,
    Stroke, TextStyle, Theme, Ui, Vec2, Visuals,
};

use crate::export::palette::{self, Palette, Rgb};

/// Distances in points, on a grid of four.
pub mod space {
    /// Between an icon and its word.
    pub const XS: f32 = 4.0;
    /// Between neighbours.
    pub const S: f32 = 8.0;
    /// Inside a card.
    pub const M: f32 = 12.0;
    /// Between groups.
    pub const L: f32 = 16.0;
    /// Between sections.
    pub const XL: f32 = 24.0;
}

/// Sizes in points.
pub mod size {
    /// Height of a table row.
    pub const ROW: f32 = 28.0;
    /// Height of a table row in the compact table.
    pub const ROW_COMPACT: f32 = 22.0;
    /// Height of buttons and inputs.
    pub const CONTROL: f32 = 26.0;
    /// Radius of the corners of buttons, inputs and cards.
    pub const CORNER: u8 = 6;
    /// Width of the titles beside values.
    pub const KEY: f32 = 172.0;
    /// Body text.
    pub const TEXT: f32 = 14.0;
    /// Remarks and table headers.
    pub const SMALL_TEXT: f32 = 12.0;
    /// Headings.
    pub const HEADING_TEXT: f32 = 18.0;
    /// Original texts and identifiers.
    pub const MONOSPACE_TEXT: f32 = 13.0;
}

/// The colours of one theme, by role.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tokens {
    /// Behind tables and text.
    pub surface: Color32,
    /// Behind bars and side panels.
    pub panel: Color32,
    /// Behind cards, menus and floating windows.
    pub raised: Color32,
    /// Buttons and inputs at rest.
    pub control: Color32,
    /// Buttons under the pointer.
    pub control_hovered: Color32,
    /// Buttons while pressed, and those whose menu is open.
    pub control_active: Color32,
    /// Every second table row, code, and other quiet fills.
    pub faint: Color32,
    /// Lines between rows and of charts.
    pub grid: Color32,
    /// Outlines of inputs, cards and windows.
    pub outline: Color32,
    /// Text.
    pub text: Color32,
    /// Titles of values, remarks, axis labels.
    pub weak_text: Color32,
    /// The one accent: links, the chosen tab, focus.
    pub accent: Color32,
    /// Text on the accent.
    pub accent_text: Color32,
    /// Behind what is selected.
    pub selection: Color32,
    /// Success.
    pub success: Color32,
    /// Failure, and destructive actions.
    pub failure: Color32,
    /// Interrupted: paused to ask the user for something.
    pub interrupted: Color32,
    /// Something to look at.
    pub warning: Color32,
    /// Series of a chart, in order; distinguishable without colour vision.
    pub series: [Color32; 8],
}

const fn rgb(hex: u32) -> Color32 {
    Color32::from_rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

/// A colour that the window shares with the pictures that leave it.
const fn shared(Rgb(red, green, blue): Rgb) -> Color32 {
    Color32::from_rgb(red, green, blue)
}

/// The colours of series in the window are those of the pictures that leave it.
const fn series(palette: &Palette) -> [Color32; 8] {
    let mut colors = [Color32::TRANSPARENT; 8];
    let mut at = 0;
    while at < colors.len() {
        colors[at] = shared(palette.series[at]);
        at += 1;
    }
    colors
}

/// The light theme.
pub const LIGHT: Tokens = Tokens {
    surface: rgb(0xff_ff_ff),
    panel: rgb(0xf5_f6_f8),
    raised: rgb(0xff_ff_ff),
    control: rgb(0xea_ec_f0),
    control_hovered: rgb(0xdf_e3_e9),
    control_active: rgb(0xd9_de_e5),
    faint: rgb(0xf7_f8_fa),
    grid: rgb(0xe6_e9_ee),
    outline: rgb(0xce_d4_dc),
    text: rgb(0x1a_1f_26),
    weak_text: rgb(0x59_63_70),
    accent: rgb(0x1f_5f_c4),
    accent_text: rgb(0xff_ff_ff),
    selection: rgb(0xda_e7_fb),
    success: shared(palette::LIGHT.success),
    failure: shared(palette::LIGHT.failure),
    interrupted: shared(palette::LIGHT.interrupted),
    warning: rgb(0xa8_4a_0b),
    series: series(&palette::LIGHT),
};

/// The dark theme.
pub const DARK: Tokens = Tokens {
    surface: rgb(0x15_18_1c),
    panel: rgb(0x1c_20_25),
    raised: rgb(0x22_27_2d),
    control: rgb(0x2b_31_38),
    control_hovered: rgb(0x30_37_3f),
    control_active: rgb(0x34_3b_43),
    faint: rgb(0x1a_1e_22),
    grid: rgb(0x2a_30_37),
    outline: rgb(0x3c_44_4e),
    text: rgb(0xe6_e9_ed),
    weak_text: rgb(0x9c_a6_b2),
    accent: rgb(0x6f_a8_fb),
    accent_text: rgb(0x0e_15_1f),
    selection: rgb(0x22_35_51),
    success: shared(palette::DARK.success),
    failure: shared(palette::DARK.failure),
    interrupted: shared(palette::DARK.interrupted),
    warning: rgb(0xec_a2_60),
    series: series(&palette::DARK),
};

impl Tokens {
    /// The colours of a theme.
    #[must_use]
    pub const fn of_theme(theme: Theme) -> &'static Self {
        match theme {
            Theme::Light => &LIGHT,
            Theme::Dark => &DARK,
        }
    }

    /// The colours of the theme that is shown now.
    #[must_use]
    pub fn of(context: &Context) -> &'static Self {
        Self::of_theme(context.theme())
    }

    /// The colour of a status, by its stored value; weak text for any other.
    #[must_use]
    pub fn status(&self, status: &str) -> Color32 {
        match status {
            "success" => self.success,
            "failure" => self.failure,
            "interrupted" => self.interrupted,
            _ => self.weak_text,
        }
    }

    /// The colour of a chart's series, over again after the last.
    #[must_use]
    pub fn series(&self, number: usize) -> Color32 {
        self.series[number % self.series.len()]
    }

    fn visuals(&self, base: Visuals) -> Visuals {
        let corner_radius = CornerRadius::same(size::CORNER);
        let widget = |fill: Color32, outline: Stroke, text: Color32| WidgetVisuals {
            bg_fill: fill,
            weak_bg_fill: fill,
            bg_stroke: outline,
            corner_radius,
            fg_stroke: Stroke::new(1.0, text),
            expansion: 0.0,
        };
        // Inputs have the ground of what they stand on, so their outline is what shows them.
        let outline = Stroke::new(1.0, self.outline);
        let shadow = Shadow { offset: [0, 4], blur: 16, spread: 0, color: Color32::from_black_alpha(40) };
        Visuals {
            widgets: Widgets {
                noninteractive: widget(self.panel, Stroke::new(1.0, self.grid), self.text),
                inactive: widget(self.control, outline, self.text),
                hovered: widget(self.control_hovered, outline, self.text),
                // Pressed, and focused by the keyboard: the accent outline shows where it is.
                active: widget(self.control_active, Stroke::new(1.0, self.accent), self.text),
                open: widget(self.control_active, outline, self.text),
            },
            selection: Selection { bg_fill: self.selection, stroke: Stroke::new(1.0, self.text) },
            hyperlink_color: self.accent,
            faint_bg_color: self.faint,
            extreme_bg_color: self.surface,
            text_edit_bg_color: Some(self.surface),
            code_bg_color: self.faint,
            warn_fg_color: self.warning,
            error_fg_color: self.failure,
            weak_text_color: Some(self.weak_text),
            window_fill: self.raised,
            window_stroke: Stroke::new(1.0, self.outline),
            window_corner_radius: CornerRadius::same(size::CORNER + 2),
            menu_corner_radius: corner_radius,
            window_shadow: shadow,
            popup_shadow: shadow,
            panel_fill: self.panel,
            indent_has_left_vline: false,
            ..base
        }
    }
}

/// The theme that pictures have where they are to look as the window does.
#[must_use]
pub fn picture_theme(context: &Context) -> palette::Theme {
    match context.theme() {
        Theme::Light => palette::Theme::Light,
        Theme::Dark => palette::Theme::Dark,
    }
}

/// Gives a context the look, for both themes. Call it once when the window is made.
pub fn apply(context: &Context) {
    context.set_visuals_of(Theme::Light, LIGHT.visuals(Visuals::light()));
    context.set_visuals_of(Theme::Dark, DARK.visuals(Visuals::dark()));
    add_emoji(context);
    // The digits of the built-in fonts all have the same width, so numbers stand in columns.
    let text_styles: BTreeMap<TextStyle, FontId> = [
        (TextStyle::Body, FontId::new(size::TEXT, FontFamily::Proportional)),
        (TextStyle::Button, FontId::new(size::TEXT, FontFamily::Proportional)),
        (TextStyle::Small, FontId::new(size::SMALL_TEXT, FontFamily::Proportional)),
        (TextStyle::Heading, FontId::new(size::HEADING_TEXT, FontFamily::Proportional)),
        (TextStyle::Monospace, FontId::new(size::MONOSPACE_TEXT, FontFamily::Monospace)),
    ]
    .into();
    context.all_styles_mut(|style| {
        style.text_styles.clone_from(&text_styles);
        style.spacing.item_spacing = Vec2::new(space::S, space::XS);
        style.spacing.button_padding = Vec2::new(space::S, space::XS);
        style.spacing.interact_size.y = size::CONTROL;
        style.spacing.menu_margin = Margin::same(space::S as i8);
        style.spacing.window_margin = Margin::same(space::M as i8);
        // The bar has a place of its own, so that it covers no figure at the right edge.
        style.spacing.scroll =
            ScrollStyle { bar_width: 8.0, floating_allocated_width: space::M, ..ScrollStyle::floating() };
        style.interaction.tooltip_delay = 0.4;
        style.animation_time = ANIMATION;
    });
}

/// Seconds in which what opens or lights up does so.
const ANIMATION: f32 = 0.1;

/// Lets nothing move that need not, or move again.
pub fn set_still(context: &Context, is_still: bool) {
    context.all_styles_mut(|style| style.animation_time = if is_still { 0.0 } else { ANIMATION });
}

/// Names of applications have emoji, too, which neither the built-in fonts nor those of the system draw here.
fn add_emoji(context: &Context) {
    let family = |family| InsertFontFamily { family, priority: FontPriority::Lowest };
    let families = vec![family(FontFamily::Proportional), family(FontFamily::Monospace)];
    let data = FontData::from_static(epaint_default_fonts::NOTO_EMOJI_REGULAR);
    context.add_font(FontInsert::new("emoji", data, families));
}

/// Small parts that every view uses.
pub trait UiExt {
    /// The colours of the theme of this `Ui`.
    fn tokens(&self) -> &'static Tokens;
    /// Quiet text, wrapped.
    fn weak_label(&mut self, text: impl Into<String>) -> Response;
    /// A remark in small quiet text, wrapped.
    fn note(&mut self, text: impl Into<String>) -> Response;
    /// A sign that something goes on, which turns if things may move.
    fn busy_ui(&mut self) -> Response;
    /// The heading of a group of values, with its distance to what stands above.
    fn section_heading(&mut self, text: &str) -> Response;
    /// A title and its text side by side; `about` shows over the title.
    fn key_value_ui(&mut self, title: &str, about: &str, value_ui: impl FnOnce(&mut Ui));
    /// A quiet frame around things that belong together.
    fn card_ui<R>(&mut self, add: impl FnOnce(&mut Ui) -> R) -> R;
}

impl UiExt for Ui {
    fn tokens(&self) -> &'static Tokens {
        Tokens::of_theme(if self.visuals().dark_mode { Theme::Dark } else { Theme::Light })
    }

    fn weak_label(&mut self, text: impl Into<String>) -> Response {
        let color = self.tokens().weak_text;
        self.add(Label::new(RichText::new(text).color(color)).wrap())
    }

    fn note(&mut self, text: impl Into<String>) -> Response {
        let color = self.tokens().weak_text;
        self.add(Label::new(RichText::new(text).small().color(color)).wrap())
    }

    fn busy_ui(&mut self) -> Response {
        if self.style().animation_time > 0.0 { self.spinner() } else { self.weak_label("…") }
    }

    fn section_heading(&mut self, text: &str) -> Response {
        self.add_space(space::M);
        let color = self.tokens().text;
        let response = self.add(Label::new(RichText::new(text).size(size::TEXT + 1.0).color(color)).selectable(false));
        self.add_space(2.0);
        let rect = self.available_rect_before_wrap();
        let stroke = Stroke::new(1.0, self.tokens().grid);
        self.painter().hline(rect.left()..=rect.right(), rect.top(), stroke);
        self.add_space(space::XS);
        response
    }

    fn key_value_ui(&mut self, title: &str, about: &str, value_ui: impl FnOnce(&mut Ui)) {
        let color = self.tokens().weak_text;
        self.horizontal_top(|ui| {
            let key = size::KEY.min(ui.available_width() * 0.45);
            let title_layout = egui::Layout::top_down(egui::Align::LEFT);
            ui.allocate_ui_with_layout(Vec2::new(key, 0.0), title_layout, |ui| {
                ui.set_width(key);
                let label = ui.add(Label::new(RichText::new(title).color(color)).wrap().selectable(false));
                if !about.is_empty() {
                    label.on_hover_text(about);
                }
            });
            let value_layout = egui::Layout::top_down(egui::Align::LEFT);
            ui.allocate_ui_with_layout(Vec2::new(ui.available_width(), 0.0), value_layout, value_ui);
        });
        self.add_space(2.0);
    }

    fn card_ui<R>(&mut self, add: impl FnOnce(&mut Ui) -> R) -> R {
        let tokens = self.tokens();
        egui::Frame::new()
            .fill(tokens.raised)
            .stroke(Stroke::new(1.0, tokens.grid))
            .corner_radius(CornerRadius::same(size::CORNER))
            .inner_margin(Margin::same(space::M as i8))
            .show(self, add)
            .inner
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Contrast of two colours as WCAG 2.2 defines it, from 1 to 21.
    fn contrast(a: Color32, b: Color32) -> f32 {
        let luminance = |color: Color32| {
            let linear = |value: u8| {
                let value = f32::from(value) / 255.0;
                if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
            };
            0.2126 * linear(color.r()) + 0.7152 * linear(color.g()) + 0.0722 * linear(color.b())
        };
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn every_text_can_be_read_on_every_ground() {
        for tokens in [&LIGHT, &DARK] {
            for ground in [tokens.surface, tokens.panel, tokens.raised, tokens.faint, tokens.selection] {
                assert!(contrast(tokens.text, ground) >= 7.0, "text on {ground:?}");
                for color in [tokens.weak_text, tokens.accent, tokens.success, tokens.failure, tokens.interrupted] {
                    assert!(contrast(color, ground) >= 4.5, "{color:?} on {ground:?}: {}", contrast(color, ground));
                }
            }
            for ground in [tokens.control, tokens.control_hovered, tokens.control_active] {
                assert!(
                    contrast(tokens.weak_text, ground) >= 4.5,
                    "{ground:?}: {}",
                    contrast(tokens.weak_text, ground)
                );
                assert!(contrast(tokens.text, ground) >= 7.0, "{ground:?}");
            }
            assert!(contrast(tokens.accent_text, tokens.accent) >= 4.5);
            assert!(contrast(tokens.warning, tokens.surface) >= 4.5);
        }
    }

    #[test]
    fn every_series_stands_out_from_the_ground() {
        for tokens in [&LIGHT, &DARK] {
            for color in tokens.series {
                assert!(contrast(color, tokens.surface) >= 3.0, "{color:?}: {}", contrast(color, tokens.surface));
            }
        }
    }
}
