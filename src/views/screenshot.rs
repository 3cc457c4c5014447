//! Pictures of the window for the documentation and for tests: wait until nothing moves, save, quit.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use crossbeam_channel::{Receiver, Sender, bounded};
use eframe::egui::{Color32, ColorImage, Context, ViewportCommand, vec2};
use image::{ImageFormat, RgbaImage};

use crate::app::insights::{InsightsCommand, PagePlace};
use crate::app::{Action, AssignCommand, Command, Grouping, State, Step, TableCommand, View};
use crate::fields::{Field, Log};
use crate::views::detail::Tab;

/// A picture to be taken.
#[derive(Clone, Debug)]
pub struct Screenshot {
    /// The PNG to write.
    pub file: PathBuf,
    /// What to show; see [`Scene::from_name`].
    pub view: Option<String>,
    /// Size of the window's content in points.
    pub size: (u32, u32),
    /// Pixels per point.
    pub scale: f32,
    /// Dark instead of light.
    pub dark: bool,
}

/// What a picture shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scene {
    /// A view as it is.
    View(View),
    /// A page of insights.
    Page(PagePlace),
    /// The lookup with something asked.
    LookUp(String),
    /// The first sign-in beside its table.
    Detail,
    /// The first record of a log beside its table, with a tab of its detail.
    DetailOf(Log, Tab),
    /// The first sign-in in a window of its own.
    DetailWindow,
    /// Folded rows, the first ones expanded.
    Expanded,
    /// The table with the facet panel.
    Facets,
    /// The editor of the first part of the filter.
    Picker,
    /// Groups by fields, the first ones expanded and some rows selected.
    Grouped,
    /// A filter that is typed wrong.
    WrongFilter,
    /// The page of an empty window.
    Welcome,
    /// What an action opens, over the first table.
    Over(Action),
    /// A note on the first sign-in.
    Note,
    /// The choice of a picture, over a page of insights.
    Picture,
    /// The columns of the first file that was refused and may hold sign-ins.
    Assign,
}

/// The names of views and of what else a picture can show, separated by commas; pages of insights have more.
#[must_use]
pub fn view_names() -> String {
    let views = View::ALL.into_iter().map(View::key);
    views.chain(Scene::NAMED.map(|(name, _)| name)).collect::<Vec<_>>().join(", ")
}

impl Scene {
    /// The scenes that have a name of their own.
    const NAMED: [(&str, Self); 22] = [
        ("detail", Self::Detail),
        ("detail-window", Self::DetailWindow),
        ("expanded", Self::Expanded),
        ("grouped", Self::Grouped),
        ("facets", Self::Facets),
        ("picker", Self::Picker),
        ("wrong-filter", Self::WrongFilter),
        ("palette", Self::Over(Action::Palette)),
        ("shortcuts", Self::Over(Action::Shortcuts)),
        ("filter-help", Self::Over(Action::FilterHelp)),
        ("export", Self::Over(Action::Export)),
        ("picture", Self::Picture),
        ("pack", Self::Over(Action::ReviewPack)),
        ("views", Self::Over(Action::ManageViews)),
        ("save-view", Self::Over(Action::SaveView)),
        ("note", Self::Note),
        ("assign", Self::Assign),
        ("timings", Self::Over(Action::ShowTimings)),
        ("verified", Self::Over(Action::VerifyFiles)),
        ("encryption", Self::Over(Action::Encrypt)),
        ("about", Self::Over(Action::About)),
        ("welcome", Self::Welcome),
    ];

    /// The scene of this name: one that [`view_names`] tells, a page of insights or one about one of many, `errors:CODE`,
    /// or `detail:LOG` and `detail:LOG:TAB`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        if let Some(asked) = name.strip_prefix("errors:") {
            return Some(Self::LookUp(asked.to_owned()));
        }
        if let Some(asked) = name.strip_prefix("detail:") {
            let (log, tab) = asked.split_once(':').unwrap_or((asked, Tab::Basic.key()));
            let log = Log::from_key(log)?;
            let tab = Tab::of(log).iter().find(|known| known.key() == tab)?;
            return Some(Self::DetailOf(log, *tab));
        }
        let named = Self::NAMED.into_iter().find(|(known, _)| *known == name).map(|(_, scene)| scene);
        let view = || View::ALL.into_iter().find(|view| view.key() == name).map(Self::View);
        named.or_else(view).or_else(|| PagePlace::from_key(name).map(Self::Page))
    }

    /// What to do at once.
    fn first(&self) -> Vec<Command> {
        match self {
            Self::View(view) => vec![Command::Show(*view)],
            Self::Picture => PagePlace::of_all("applications")
                .map(InsightsCommand::Open)
                .map(Command::Insights)
                .into_iter()
                .collect(),
            Self::Page(place) => vec![Command::Insights(InsightsCommand::Open(place.clone()))],
            Self::LookUp(asked) => vec![Command::LookUp(asked.clone())],
            Self::Detail
            | Self::DetailWindow
            | Self::Facets
            | Self::Picker
            | Self::WrongFilter
            | Self::Welcome
            | Self::Over(_)
            | Self::Note
            | Self::Assign => {
                vec![Command::Show(View::Log(Log::Interactive))]
            }
            Self::DetailOf(log, _) => vec![Command::Show(View::Log(*log))],
            Self::Expanded => vec![Command::Show(View::Log(Log::NonInteractive))],
            Self::Grouped => {
                let fields = vec![Field::App, Field::Status, Field::ErrorCode];
                let grouping = Command::Table(TableCommand::SetGrouping(Grouping::By(fields)));
                vec![Command::Show(View::Log(Log::Interactive)), grouping]
            }
        }
    }

    /// What to do once the table has its rows.
    fn then(&self, state: &State) -> Vec<Command> {
        let first = || {
            let table = state.present_table();
            let listing = table.listing.as_ref()?;
            Some(listing.columns.event(listing.row(table.line(0)?)?))
        };
        match self {
            Self::View(_) | Self::Page(_) | Self::LookUp(_) | Self::Welcome => Vec::new(),
            Self::Facets if state.settings.facets.is_open => Vec::new(),
            Self::Facets => vec![Command::ToggleFacets],
            Self::Picker => vec![Command::EditPart(0)],
            Self::WrongFilter => vec![Command::TypeQuery(format!("{} contry:US", state.query))],
            Self::Expanded => vec![Command::ExpandGroups(2)],
            Self::Grouped => {
                let by = |step| Command::Table(TableCommand::Extend(Step::By(step)));
                vec![Command::ToggleGroup(0), Command::SelectLine(1), by(2)]
            }
            Self::Over(action) => vec![action.command()],
            Self::Picture => vec![Action::SavePicture.command()],
            Self::Assign => {
                let file = state.imports.files().iter().find(|file| file.assignable.is_some());
                file.map(|file| Command::Assign(AssignCommand::Open(file.number))).into_iter().collect()
            }
            Self::Note => {
                let noted = first().map(|event| {
                    let note = "Asked her on the phone: it was her, from the hotel in Lisbon.";
                    vec![
                        Command::OpenDetail(event),
                        Command::Bookmark(vec![event], true),
                        Command::EditNote(event, note.to_owned()),
                        Command::SaveNotes,
                    ]
                });
                std::iter::once(Command::SelectLine(0)).chain(noted.into_iter().flatten()).collect()
            }
            Self::Detail | Self::DetailOf(..) => {
                let open = first().map(Command::OpenDetail);
                std::iter::once(Command::SelectLine(0)).chain(open).collect()
            }
            Self::DetailWindow => first().map(Command::OpenDetailWindow).into_iter().collect(),
        }
    }
}

/// Nothing may have moved for so long.
const STILL: Duration = Duration::from_millis(400);
/// After so long something is wrong.
const PATIENCE: Duration = Duration::from_mins(2);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Begin,
    Resize,
    Load,
    Settle,
    Wait,
}

/// The taking of a picture, frame by frame.
#[derive(Debug)]
pub struct Shooting {
    shot: Screenshot,
    scene: Option<Scene>,
    stage: Stage,
    began: Instant,
    still_since: Option<Instant>,
    sender: Sender<Arc<ColorImage>>,
    pictures: Receiver<Arc<ColorImage>>,
}

impl Shooting {
    /// Prepares a picture; fails with a sentence if there is no such view.
    pub fn new(shot: Screenshot) -> Result<Self, String> {
        let scene = match &shot.view {
            None => None,
            Some(name) => Some(Scene::from_name(name).ok_or_else(|| format!("There is no view “{name}”"))?),
        };
        let (sender, pictures) = bounded(1);
        Ok(Self { shot, scene, stage: Stage::Begin, began: Instant::now(), still_since: None, sender, pictures })
    }

    /// The tab of the detail that the picture shows, if it asks for one.
    #[must_use]
    pub fn tab(&self) -> Option<Tab> {
        match self.scene {
            Some(Scene::DetailOf(_, tab)) => Some(tab),
            _ => None,
        }
    }

    /// Does what the frame needs. Returns the end once it has come: done, or a sentence on what failed.
    pub fn step(
        &mut self,
        context: &Context,
        state: &State,
        commands: &mut Vec<Command>,
    ) -> Option<Result<(), String>> {
        context.request_repaint();
        if self.began.elapsed() > PATIENCE {
            return Some(Err("The window did not come to rest within two minutes".to_owned()));
        }
        let is_still = self.is_still(state);
        match self.stage {
            Stage::Begin => {
                let native = context.native_pixels_per_point().unwrap_or(1.0);
                context.set_zoom_factor(self.shot.scale / native);
                if matches!(self.scene, Some(Scene::DetailWindow)) {
                    // A picture is of one window; the other is drawn into it.
                    context.set_embed_viewports(true);
                }
                commands.extend(self.scene.iter().flat_map(Scene::first));
                self.stage = Stage::Resize;
            }
            Stage::Resize => {
                // The size is in points, so the scale must hold before it.
                let (width, height) = self.shot.size;
                context.send_viewport_cmd(ViewportCommand::InnerSize(vec2(width as f32, height as f32)));
                self.stage = Stage::Load;
            }
            Stage::Load if is_still => {
                commands.extend(self.scene.iter().flat_map(|scene| scene.then(state)));
                commands.push(Command::DismissImports);
                self.still_since = None;
                self.stage = Stage::Settle;
            }
            Stage::Settle if is_still => {
                let sender = self.sender.clone();
                context.request_screenshot(move |picture| {
                    // One picture is asked for, and there is room for one.
                    let _ = sender.try_send(picture);
                });
                self.stage = Stage::Wait;
            }
            Stage::Load | Stage::Settle => {}
            Stage::Wait => {
                if let Ok(picture) = self.pictures.try_recv() {
                    return Some(save(&self.shot.file, &picture));
                }
            }
        }
        None
    }

    fn is_still(&mut self, state: &State) -> bool {
        let is_shown = state.is_loaded || state.trouble.is_some();
        if state.is_busy() || !is_shown || state.imports.is_running() {
            self.still_since = None;
            return false;
        }
        self.still_since.get_or_insert_with(Instant::now).elapsed() >= STILL
    }
}

fn save(file: &Path, picture: &ColorImage) -> Result<(), String> {
    let failed = |problem: String| format!("“{}” could not be written: {problem}", file.display());
    let [width, height] = picture.size;
    let pixels: Vec<u8> = picture.pixels.iter().flat_map(Color32::to_array).collect();
    let picture = RgbaImage::from_raw(width as u32, height as u32, pixels)
        .ok_or_else(|| failed("the picture is incomplete".to_owned()))?;
    picture.save_with_format(file, ImageFormat::Png).map_err(|error| failed(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_view_and_scene_has_a_name() {
        for view in View::ALL {
            assert_eq!(Scene::from_name(view.key()), Some(Scene::View(view)));
        }
        assert_eq!(Scene::from_name("errors:50126"), Some(Scene::LookUp("50126".to_owned())));
        assert_eq!(Scene::from_name("usage"), PagePlace::of_all("applications").map(Scene::Page));
        assert_eq!(Scene::from_name("detail"), Some(Scene::Detail));
        assert_eq!(Scene::from_name("detail:audit"), Some(Scene::DetailOf(Log::Audit, Tab::Basic)));
        assert_eq!(Scene::from_name("detail:audit:changes"), Some(Scene::DetailOf(Log::Audit, Tab::Changes)));
        assert_eq!(Scene::from_name("detail:risky-users:changes"), None, "they have no such tab");
        assert_eq!(Scene::from_name("nowhere"), None);
    }
}
