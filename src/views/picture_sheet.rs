//! The sheet in which a picture of a chart is chosen: its title, form, size, theme and scale, with a preview.

use std::sync::Arc;

use eframe::egui::{
    Color32, CornerRadius, Key, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, TextEdit, TextureFilter,
    TextureHandle, TextureOptions, Ui, WidgetInfo, pos2, vec2,
};

use crate::app::jobs::Preview;
use crate::app::pictures::{PictureChoice, PictureFormat, PictureTheme, SCALES};
use crate::app::{Command, OpenPicture, PictureCommand, Sheet, State};
use crate::export::chart::Size;
use crate::texts::text;
use crate::widgets::focus_trap::trapped_ui;
use crate::widgets::sheet::{buttons_ui, choice_row_ui, sheet_ui};
use crate::widgets::theme::{UiExt, size, space};

/// Width of the sheet in points.
const WIDTH: f32 = 800.0;
/// Width of the choices in points.
const CHOICES: f32 = 264.0;
/// What the buttons below take, in points.
const BELOW: f32 = size::CONTROL + space::M + space::L;

/// The preview is drawn larger than it is shown.
const SMOOTH: TextureOptions = TextureOptions { mipmap_mode: Some(TextureFilter::Linear), ..TextureOptions::LINEAR };

/// What the sheet keeps from frame to frame.
#[derive(Default)]
pub struct PictureSheet {
    /// The preview with its texture.
    texture: Option<(Arc<Preview>, TextureHandle)>,
    is_open: bool,
}

impl std::fmt::Debug for PictureSheet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PictureSheet").field("is_open", &self.is_open).finish_non_exhaustive()
    }
}

impl PictureSheet {
    /// Shows the sheet while it is open.
    pub fn ui(&mut self, ui: &Ui, state: &State, commands: &mut Vec<Command>) {
        let Some(open) = state.picturing.open.as_ref().filter(|_| state.sheet == Some(Sheet::Picture)) else {
            *self = Self::default();
            return;
        };
        let is_new = !std::mem::replace(&mut self.is_open, true);
        let is_closed = sheet_ui(ui.ctx(), "picture", text!("picture-title"), WIDTH, |ui| {
            trapped_ui(ui, |ui| self.content_ui(ui, state, open, is_new, commands));
        });
        if is_closed {
            commands.push(Command::ShowSheet(None));
        }
    }

    fn content_ui(
        &mut self,
        ui: &mut Ui,
        state: &State,
        open: &OpenPicture,
        is_new: bool,
        commands: &mut Vec<Command>,
    ) {
        let height = (ui.available_height() - BELOW).max(size::CONTROL);
        ui.horizontal_top(|ui| {
            ui.allocate_ui(vec2(CHOICES, height), |ui| {
                ui.set_width(CHOICES);
                ScrollArea::vertical().max_height(height).show(ui, |ui| {
                    ui.vertical(|ui| choices_ui(ui, state, open, is_new, commands));
                });
            });
            ui.add_space(space::S);
            ui.vertical(|ui| self.preview_ui(ui, state, open, height));
        });
        ui.add_space(space::M);
        buttons_ui(ui, |ui| {
            if ui.button(text!("picture-choose-file")).clicked() {
                commands.push(Command::Picture(PictureCommand::ChooseFile));
            }
            if ui.button(text!("picture-copy-image")).on_hover_text(text!("picture-copy-about")).clicked() {
                commands.push(Command::Picture(PictureCommand::Copy(None)));
            }
            if ui.button(text!("picture-close")).clicked() {
                commands.push(Command::ShowSheet(None));
            }
        });
    }

    /// The picture in small, in a box that stays where it is whatever the picture's shape.
    fn preview_ui(&mut self, ui: &mut Ui, state: &State, open: &OpenPicture, height: f32) {
        let note = 2.0 * size::SMALL_TEXT + space::M;
        let width = ui.available_width();
        let room = vec2(width, (0.75 * width).min((height - note).max(size::CONTROL)));
        let (rect, part) = ui.allocate_exact_size(room, Sense::hover());
        let tokens = ui.tokens();
        ui.painter().rect_filled(rect, CornerRadius::same(size::CORNER), tokens.panel);
        part.widget_info(|| {
            WidgetInfo::labeled(Role::Image, true, text!("picture-preview", title = open.title.as_str()))
        });
        let text = match state.picturing.preview.as_ref().map(|preview| (preview, &preview.image)) {
            None => text!("picture-drawing"),
            Some((_, Err(problem))) => problem.as_str(),
            Some((preview, Ok(image))) => {
                let is_known = |(known, _): &(Arc<Preview>, TextureHandle)| Arc::ptr_eq(known, preview);
                if !self.texture.as_ref().is_some_and(is_known) {
                    let texture = ui.ctx().load_texture("preview", image.clone(), SMOOTH);
                    self.texture = Some((preview.clone(), texture));
                }
                ""
            }
        };
        if let Some((_, texture)) = self.texture.as_ref().filter(|_| text.is_empty()) {
            let whole = texture.size_vec2();
            let part_of = ((room.x - 2.0 * space::S) / whole.x).min((room.y - 2.0 * space::S) / whole.y).max(0.0);
            let shown = Rect::from_center_size(rect.center(), whole * part_of);
            let all = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
            ui.painter().image(texture.id(), shown, all, Color32::WHITE);
            let outline = Stroke::new(1.0, tokens.outline);
            ui.painter().rect_stroke(shown, CornerRadius::ZERO, outline, StrokeKind::Outside);
        } else {
            let mut inner = ui.new_child(eframe::egui::UiBuilder::new().max_rect(rect.shrink(space::M)));
            inner.weak_label(text);
        }
        ui.note(amount(state.settings.picture));
    }
}

fn choices_ui(ui: &mut Ui, state: &State, open: &OpenPicture, is_new: bool, commands: &mut Vec<Command>) {
    let before = state.settings.picture;
    let mut choice = before;
    let mut title = open.title.clone();
    choice_row_ui(ui, text!("picture-row-title"), |ui| {
        let line = TextEdit::singleline(&mut title).hint_text(text!("picture-title-hint")).desired_width(f32::INFINITY);
        let line = ui.add(line).accessible_name(text!("picture-title-name"));
        if is_new {
            line.request_focus();
        }
        if line.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
            commands.push(Command::Picture(PictureCommand::ChooseFile));
        }
    });
    choice_row_ui(ui, text!("picture-row-format"), |ui| {
        ui.horizontal(|ui| {
            for format in PictureFormat::ALL {
                ui.radio_value(&mut choice.format, format, format.title());
            }
        });
    });
    choice_row_ui(ui, text!("picture-row-size"), |ui| {
        for size in Size::ALL {
            ui.radio_value(&mut choice.size, size, size.title());
        }
    });
    choice_row_ui(ui, text!("picture-row-theme"), |ui| {
        for theme in PictureTheme::ALL {
            ui.radio_value(&mut choice.theme, theme, theme.title());
        }
    });
    choice_row_ui(ui, text!("picture-row-scale"), |ui| {
        ui.horizontal(|ui| {
            for scale in SCALES {
                let radio = ui.radio_value(&mut choice.scale, scale, format!("{scale}\u{d7}"));
                radio.on_hover_text(text!("picture-scale-about"));
            }
        });
    });
    if title != open.title {
        commands.push(Command::Picture(PictureCommand::SetTitle(title)));
    }
    if choice != before {
        commands.push(Command::Picture(PictureCommand::Choose(choice)));
    }
}

/// How large the picture is.
fn amount(choice: PictureChoice) -> String {
    let (width, height) = choice.size.points();
    let scale = u32::from(choice.scale);
    let (width, height) = ((width * scale).to_string(), (height * scale).to_string());
    match choice.format {
        PictureFormat::Png => text!("picture-pixels", width = width, height = height),
        PictureFormat::Svg => text!("picture-svg-pixels", width = width, height = height),
    }
}
