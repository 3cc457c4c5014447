//! Pictures of a page's sections: what is chosen, copied and written. They are drawn beside the window's thread.

use std::path::PathBuf;
use std::sync::Arc;

use super::command::{Sheet, View};
use super::jobs::{CopiedData, CopiedPicture, Preview, Question};
use super::pictures::{DataFile, Drawing, PictureChoice, PictureFormat, PictureRequest, ShownSection, is_drawn};
use super::state::{Effect, Notice, State};
use crate::export::chart::{Kind, Look, Theme, ValueScale};
use crate::texts::text;

/// What the user wants of a picture. Without a section it is the one that has the focus, or the first of the page.
#[derive(Clone, Debug, PartialEq)]
pub enum PictureCommand {
    /// The focus came to this section, or it is shown otherwise.
    Near(ShownSection),
    /// Put its picture on the clipboard.
    Copy(Option<ShownSection>),
    /// Put its figures on the clipboard.
    CopyData(Option<ShownSection>),
    /// Put these figures on the clipboard.
    CopyRows(DataFile),
    /// Write its figures to a file that the system's dialog asks for.
    SaveData(Option<ShownSection>),
    /// Open the sheet in which its picture is chosen.
    Open(Option<ShownSection>),
    /// Make pictures so.
    Choose(PictureChoice),
    /// Give the picture of the sheet another title; an empty one is that of the section.
    SetTitle(String),
    /// Write the picture of the sheet to a file that the system's dialog asks for.
    ChooseFile,
}

/// What is known of pictures.
#[derive(Debug, Default)]
pub struct Picturing {
    /// The theme of the window, which it tells before each frame.
    pub window_theme: Theme,
    /// The picture that is being chosen.
    pub open: Option<OpenPicture>,
    /// The picture of the sheet in small, as last drawn.
    pub preview: Option<Arc<Preview>>,
    /// The section that has the focus, or had it last.
    near: Option<ShownSection>,
    asked: Option<PictureRequest>,
    /// What is to be written, while the system's dialog asks for the file.
    chosen: Option<(PictureRequest, PictureFormat)>,
}

/// A picture that is being chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenPicture {
    /// What it shows.
    pub shown: ShownSection,
    /// What is typed as its title.
    pub title: String,
}

impl Picturing {
    /// Forgets every picture, shown or asked for.
    pub(super) fn forget(&mut self) {
        *self = Self { window_theme: self.window_theme, ..Self::default() };
    }
}

/// Width of a preview in pixels.
const PREVIEW: f32 = 960.0;

impl State {
    /// How graphs are drawn.
    #[must_use]
    pub fn drawing(&self) -> Drawing {
        let options = &self.insights.options;
        let is_logarithmic = options.is_log_scale && options.kind == Kind::Lines;
        let scale = if is_logarithmic { ValueScale::Logarithmic } else { ValueScale::Linear };
        Drawing { kind: options.kind, scale }
    }

    /// The section that a picture without further choice shows: the one that has the focus or had it last, or else
    /// the first that can be drawn. `None` if no page with such a section is shown.
    #[must_use]
    pub fn near_section(&self) -> Option<ShownSection> {
        let answer = self.insights.answer().filter(|_| self.view == View::Insights)?;
        let near = self.picturing.near.as_ref().filter(|near| Arc::ptr_eq(&near.answer, answer));
        near.cloned().or_else(|| ShownSection::first(answer, self.drawing()))
    }

    /// Whether [`Self::near_section`] has one.
    pub(super) fn has_section(&self) -> bool {
        let answer =
            self.insights.answer().filter(|answer| self.view == View::Insights && answer.frame.sources.sign_ins > 0);
        answer.is_some_and(|answer| answer.sections.iter().any(is_drawn))
    }

    pub(super) fn apply_picture(&mut self, command: PictureCommand) {
        match command {
            PictureCommand::Near(section) => self.picturing.near = Some(section),
            PictureCommand::Copy(section) => self.copy_picture(section, String::new()),
            PictureCommand::CopyData(section) => self.copy_data(section),
            PictureCommand::CopyRows(data) => self.copy_figures(data),
            PictureCommand::SaveData(section) => self.save_data(section),
            PictureCommand::Open(section) => {
                if let Some(shown) = section.or_else(|| self.near_section()) {
                    let title = shown.title();
                    self.picturing.open = Some(OpenPicture { shown, title });
                    self.sheet = Some(Sheet::Picture);
                }
            }
            PictureCommand::Choose(choice) => self.settings.picture = choice,
            PictureCommand::SetTitle(title) => {
                if let Some(open) = &mut self.picturing.open {
                    open.title = title;
                }
            }
            PictureCommand::ChooseFile => self.choose_picture_file(),
        }
    }

    fn look(&self) -> Look {
        self.settings.picture.look(self.picturing.window_theme)
    }

    /// The picture of the sheet as it is chosen.
    fn open_request(&self) -> Option<PictureRequest> {
        let open = self.picturing.open.as_ref()?;
        Some(PictureRequest { shown: open.shown.clone(), title: open.title.clone(), look: self.look() })
    }

    fn copy_picture(&mut self, section: Option<ShownSection>, title: String) {
        // From the sheet the picture is copied as it is chosen there.
        let open = self.open_request().filter(|_| section.is_none() && self.sheet == Some(Sheet::Picture));
        let request = open.or_else(|| {
            let shown = section.or_else(|| self.near_section())?;
            Some(PictureRequest { shown, title, look: self.look() })
        });
        if let Some(request) = request {
            let turn = self.copies.next();
            self.jobs.ask(Question::CopyPicture(Box::new(request), turn));
        }
    }

    fn copy_data(&mut self, section: Option<ShownSection>) {
        if let Some(shown) = section.or_else(|| self.near_section()) {
            self.copy_figures(shown.data());
        }
    }

    fn copy_figures(&mut self, data: DataFile) {
        let turn = self.copies.next();
        self.jobs.ask(Question::CopyData(Box::new(data), turn));
    }

    fn save_data(&mut self, section: Option<ShownSection>) {
        let Some(shown) = section.or_else(|| self.near_section()) else { return };
        self.effects.push(Effect::PickTableFile { name: shown.file_name() });
        self.insights.set_data_file(shown.data());
    }

    fn choose_picture_file(&mut self) {
        let Some((open, request)) = self.picturing.open.as_ref().zip(self.open_request()) else { return };
        let format = self.settings.picture.format;
        self.effects.push(Effect::PickPictureFile { name: open.shown.file_name(), ending: format.ending() });
        self.picturing.chosen = Some((request, format));
    }

    /// Writes the picture that was chosen. The file's ending decides the form where it is one of a picture.
    pub(super) fn write_picture(&mut self, path: PathBuf) {
        if self.refuse_while_hiding() {
            return;
        }
        let is_open = self.sheet == Some(Sheet::Picture);
        let open = || Some((self.open_request().filter(|_| is_open)?, self.settings.picture.format));
        let Some((request, format)) = self.picturing.chosen.clone().or_else(open) else { return };
        self.picturing.chosen = None;
        let ending = path.extension().map(|ending| ending.to_string_lossy().into_owned()).unwrap_or_default();
        let format = PictureFormat::of_ending(&ending).unwrap_or(format);
        if is_open {
            self.sheet = None;
        }
        self.notice = None;
        self.jobs.write_picture(path, request, format);
    }

    /// Puts a picture on the clipboard, unless something else was copied since.
    pub(super) fn take_copied_picture(&mut self, copied: CopiedPicture) {
        if !copied.turn.is_last() {
            return;
        }
        match copied.result {
            Ok(image) => {
                let [width, height] = image.size.map(|pixels| pixels.to_string());
                let text = text!("picture-copied", title = copied.title, width = width, height = height);
                self.effects.push(Effect::CopyImage(image));
                self.notice = Some(Notice { text, is_error: false });
            }
            Err(text) => {
                tracing::warn!("{text}");
                self.notice = Some(Notice { text, is_error: true });
            }
        }
    }

    /// Puts figures on the clipboard, unless something else was copied since.
    pub(super) fn take_copied_data(&mut self, copied: CopiedData) {
        if copied.turn.is_last() {
            self.effects.push(Effect::Copy(copied.text));
            self.notice = Some(Notice { text: text!("picture-copied-data", title = copied.title), is_error: false });
        }
    }

    pub(super) fn take_preview(&mut self, preview: Arc<Preview>) {
        if self.picturing.open.is_some() {
            self.picturing.preview = Some(preview);
        }
    }

    /// Asks for the preview of the picture that is being chosen; forgets all of it once the sheet is closed.
    pub(super) fn ask_preview(&mut self) {
        if self.sheet != Some(Sheet::Picture) {
            self.picturing.open = None;
            self.picturing.preview = None;
            self.picturing.asked = None;
            return;
        }
        let Some(mut request) = self.open_request() else { return };
        request.look.scale = PREVIEW / request.look.width as f32;
        if self.picturing.asked.as_ref() != Some(&request) {
            self.jobs.ask(Question::Preview(Box::new(request.clone())));
            self.picturing.asked = Some(request);
        }
    }
}
