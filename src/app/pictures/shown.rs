//! A section of a page as the window shows it: to be drawn, or taken along as figures.

use std::sync::Arc;

use super::{DataFile, Drawing, is_drawn};
use crate::app::jobs::PageAnswer;
use crate::export::chart::{self, Chart, ChartError, Look, Picture};
use crate::texts::text;

/// A section of a page, and how it is shown.
#[derive(Clone, Debug)]
pub struct ShownSection {
    /// The page.
    pub answer: Arc<PageAnswer>,
    /// The number of the section on it.
    pub section: usize,
    /// How its graph is drawn.
    pub drawing: Drawing,
    /// The titles of lines that are hidden.
    pub hidden: Vec<String>,
}

impl PartialEq for ShownSection {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.answer, &other.answer)
            && (self.section, self.drawing, &self.hidden) == (other.section, other.drawing, &other.hidden)
    }
}

impl ShownSection {
    /// The section of this number if it can be drawn, with all of its lines.
    #[must_use]
    pub fn of(answer: &Arc<PageAnswer>, section: usize, drawing: Drawing) -> Option<Self> {
        is_drawn(answer.sections.get(section)?).then(|| Self {
            answer: answer.clone(),
            section,
            drawing,
            hidden: Vec::new(),
        })
    }

    /// The first section of a page that can be drawn.
    #[must_use]
    pub fn first(answer: &Arc<PageAnswer>, drawing: Drawing) -> Option<Self> {
        (0..answer.sections.len()).find_map(|section| Self::of(answer, section, drawing))
    }

    /// The section as a chart that names these files, under its own title if `title` is empty.
    #[must_use]
    pub fn chart(&self, title: &str, files: &[String]) -> Option<Chart> {
        let mut frame = self.answer.frame.clone();
        frame.sources.files = files.to_vec();
        let mut chart = frame.chart_without(self.answer.sections.get(self.section)?, self.drawing, &self.hidden)?;
        if !title.trim().is_empty() {
            title.trim().clone_into(&mut chart.title);
        }
        Some(chart)
    }

    /// The title of its picture.
    #[must_use]
    pub fn title(&self) -> String {
        self.data().title()
    }

    /// The name that is proposed for its files, without ending.
    #[must_use]
    pub fn file_name(&self) -> String {
        self.data().file_name()
    }

    /// Its figures.
    #[must_use]
    pub fn data(&self) -> DataFile {
        DataFile { answer: self.answer.clone(), section: self.section, rows: None, hidden: self.hidden.clone() }
    }
}

/// A picture, asked for by value.
#[derive(Clone, Debug, PartialEq)]
pub struct PictureRequest {
    /// What it shows.
    pub shown: ShownSection,
    /// Its title; empty for that of the section.
    pub title: String,
    /// How it looks.
    pub look: Look,
}

impl PictureRequest {
    /// Draws it into pixels, naming these files; fails with a sentence.
    pub fn picture(&self, files: &[String]) -> Result<Picture, String> {
        let chart = self.chart(files)?;
        chart::picture(&chart, &self.look).map_err(|error| sentence(&error))
    }

    /// Draws it as a PNG, naming these files; fails with a sentence.
    pub fn png(&self, files: &[String]) -> Result<Vec<u8>, String> {
        let chart = self.chart(files)?;
        chart::png(&chart, &self.look).map_err(|error| sentence(&error))
    }

    /// Draws it as an SVG, naming these files; fails with a sentence.
    pub fn svg(&self, files: &[String]) -> Result<String, String> {
        Ok(chart::svg(&self.chart(files)?, &self.look))
    }

    fn chart(&self, files: &[String]) -> Result<Chart, String> {
        // What can't be drawn has no button for it; this is said if it happens all the same.
        self.shown.chart(&self.title, files).ok_or_else(|| text!("picture-nothing").to_owned())
    }
}

fn sentence(error: &ChartError) -> String {
    text!("picture-failed", reason = error.to_string())
}
