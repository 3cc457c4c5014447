//! A section of a page as the window shows it: to be drawn, or taken along as figures.

use std::borrow::Cow;
use std::sync::Arc;

use super::data::SectionData;
use super::{Colors, Drawing, Frame, is_drawn};
use crate::app::jobs::PageAnswer;
use crate::export::chart::{self, Chart, ChartError, Look, Picture};
use crate::insights::Section;
use crate::query::Scope;

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

    /// The section without the lines that are hidden, unless all of them are.
    fn visible(&self) -> Option<Cow<'_, Section>> {
        let section = self.answer.sections.get(self.section)?;
        let Section::Graph(graph) = section else { return Some(Cow::Borrowed(section)) };
        let is_visible = |title: &str| !self.hidden.iter().any(|hidden| hidden == title);
        let visible = graph.lines.iter().filter(|line| is_visible(&line.title)).count();
        if visible == 0 || visible == graph.lines.len() {
            return Some(Cow::Borrowed(section));
        }
        let mut graph = graph.clone();
        graph.lines.retain(|line| is_visible(&line.title));
        Some(Cow::Owned(Section::Graph(graph)))
    }

    /// The section as a chart in these colours, under its own title if `title` is empty.
    #[must_use]
    pub fn chart(&self, title: &str, colors: Colors) -> Option<Chart> {
        let mut chart = frame(&self.answer, colors).chart(self.visible()?.as_ref(), self.drawing)?;
        if !title.trim().is_empty() {
            title.trim().clone_into(&mut chart.title);
        }
        Some(chart)
    }

    /// The title of its picture.
    #[must_use]
    pub fn title(&self) -> String {
        self.chart("", Colors::default()).map(|chart| chart.title).unwrap_or_default()
    }

    /// The name that is proposed for its files, without ending.
    #[must_use]
    pub fn file_name(&self) -> String {
        let key = self.answer.sections.get(self.section).and_then(Section::key).unwrap_or("chart");
        key.replace('_', "-")
    }

    /// Its figures.
    #[must_use]
    pub fn data(&self) -> SectionData {
        SectionData { section: self.visible().map(Cow::into_owned), clock: self.answer.key.clock }
    }
}

/// What stands around the pictures of a page that was answered.
fn frame(answer: &PageAnswer, colors: Colors) -> Frame {
    let period = answer.period.clone();
    let has_one_range = answer.in_force.parts().iter().filter(|part| part.time_range().is_some()).count() == 1;
    Frame {
        subject: answer.key.place.subject.as_ref().map(|subject| subject.title.clone()).unwrap_or_default(),
        // The one time range of a filter is the period, which is told anyway.
        filter: if has_one_range { answer.in_force.set_last(None) } else { answer.in_force.clone() },
        period,
        clock: answer.key.clock,
        logs: answer.key.logs,
        sources: answer.sources.clone(),
        colors,
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

/// What can't be drawn has no button for it; this is said if it happens all the same.
const NOTHING: &str = "There is nothing to draw in this part of the page";

impl PictureRequest {
    /// Draws it into pixels; fails with a sentence.
    pub fn picture(&self) -> Result<Picture, String> {
        let chart = self.chart()?;
        chart::picture(&chart, &self.look).map_err(|error| sentence(&error))
    }

    /// Draws it as a PNG; fails with a sentence.
    pub fn png(&self) -> Result<Vec<u8>, String> {
        let chart = self.chart()?;
        chart::png(&chart, &self.look).map_err(|error| sentence(&error))
    }

    /// Draws it as an SVG; fails with a sentence.
    pub fn svg(&self) -> Result<String, String> {
        Ok(chart::svg(&self.chart()?, &self.look))
    }

    fn chart(&self) -> Result<Chart, String> {
        let answer = &self.shown.answer;
        let mut colors = Colors::default();
        colors.learn(&Scope::new(&answer.columns, answer.key.clock), &answer.sections);
        self.shown.chart(&self.title, colors).ok_or_else(|| NOTHING.to_owned())
    }
}

fn sentence(error: &ChartError) -> String {
    format!("The picture could not be made: {error}")
}
