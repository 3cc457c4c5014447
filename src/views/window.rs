//! The main window: it owns the state, collects what the jobs bring, draws the views, and carries out
//! their commands between frames.

mod desktop;
mod keys;
mod opening;
mod panels;
mod placing;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use eframe::egui::{
    self, Context, OutputCommand, RawInput, ThemePreference, Ui, UserAttentionType, ViewportCommand, ViewportId,
};

use crate::app::handing_over::Reception;
use crate::app::jobs::Wake;
use crate::app::{Command, Effect, Measured, Notice, Renderer, Settings, Sheet, State, Theme};
use crate::cache::CacheFile;
use crate::clock::Zone;
use crate::query::Query;
use crate::record::EventId;
use crate::texts::{self, text};
use crate::views::assign_sheet::AssignView;
use crate::views::columns::ColumnChooser;
use crate::views::detail::own_window::OwnWindow;
use crate::views::detail::{DetailView, Place};
use crate::views::encryption_sheet::EncryptionSheet;
use crate::views::facets::FacetPanel;
use crate::views::filter_bar::FilterBar;
use crate::views::imports::ImportPanel;
use crate::views::insights::InsightsView;
use crate::views::lookup::LookupView;
use crate::views::palette::PaletteView;
use crate::views::picture_sheet::PictureSheet;
use crate::views::saved_views::SavedViewsSheets;
use crate::views::screenshot::Shooting;
pub use crate::views::screenshot::{Screenshot, view_names};
use crate::views::shortcuts::ShortcutSheet;
use crate::views::sources::SourcesView;
use crate::views::table::TableView;
use crate::views::trouble::TroubleView;
use crate::views::zones::ZonesView;
use crate::views::{dialogs, export_dialog, forget, pack_dialog, retention, timings, welcome};
use crate::widgets::guarded::guarded_ui;
use crate::widgets::theme;

use desktop::Desktop;
pub use opening::run;

/// How the window is to be started.
#[derive(Clone, Debug, Default)]
pub struct Launch {
    /// Files, folders and zips to import.
    pub paths: Vec<PathBuf>,
    /// The cache.
    pub cache: CacheFile,
    /// Whether to open the sample tenant, in a cache of its own beside the given one.
    pub sample: bool,
    /// The filter, instead of the remembered one.
    pub query: Option<Query>,
    /// The zone to show times in, instead of the remembered one.
    pub zone: Option<Zone>,
    /// Whether pseudonyms stand for names in this run, whatever is remembered.
    pub private: bool,
    /// What is to draw the window, whatever is remembered.
    pub renderer: Option<Renderer>,
    /// The picture to take before quitting.
    pub screenshot: Option<Screenshot>,
}

/// The main window.
#[derive(Debug)]
pub struct Window {
    state: State,
    /// The sample tenant while the user's own sign-ins are shown, or the other way round, once both were
    /// shown: an import goes on, and what was open stays open.
    aside: Option<State>,
    own_cache: CacheFile,
    reception: Option<Reception>,
    desktop: Desktop,
    /// What draws the window, if it is on a screen.
    renderer: Option<Renderer>,
    filter_bar: FilterBar,
    facets: FacetPanel,
    chooser: ColumnChooser,
    imports: ImportPanel,
    table: TableView,
    lookup: LookupView,
    looked_up: String,
    insights: InsightsView,
    sources: SourcesView,
    zones: ZonesView,
    assign: AssignView,
    encryption: EncryptionSheet,
    trouble: TroubleView,
    detail: DetailView,
    details: HashMap<EventId, OwnWindow>,
    palette: PaletteView,
    shortcuts: ShortcutSheet,
    saved_views: SavedViewsSheets,
    picture: PictureSheet,
    settings_path: Option<PathBuf>,
    saved: Settings,
    for_this_run: ForThisRun,
    changed_since: Option<Instant>,
    busy_since: Option<Instant>,
    shooting: Option<Shooting>,
    first_frame: FirstFrame,
    outcome: Option<crossbeam_channel::Sender<Result<(), String>>>,
}

/// What the command line says instead of the settings: the value given, and the one that stays remembered
/// until the user chooses another than the given one.
#[derive(Clone, Debug, Default)]
struct ForThisRun {
    query: Option<(String, String)>,
    zone: Option<(Zone, Zone)>,
    /// What is remembered of private names, if they are private for this run alone.
    private: Option<bool>,
}

impl ForThisRun {
    /// Puts the given values into the settings.
    fn begin(launch: &Launch, settings: &mut Settings) -> Self {
        let query = launch.query.as_ref().map(|query| {
            let given = query.to_string();
            (given.clone(), std::mem::replace(&mut settings.query, given))
        });
        let zone = launch.zone.map(|zone| (zone, std::mem::replace(&mut settings.zone, zone)));
        let private = launch.private.then(|| std::mem::replace(&mut settings.private, true));
        Self { query, zone, private }
    }

    /// The settings as they are to be remembered.
    fn lasting(&self, settings: &Settings) -> Settings {
        let mut settings = settings.clone();
        if let Some((given, remembered)) = &self.query
            && settings.query == *given
        {
            settings.query.clone_from(remembered);
        }
        if let Some((given, remembered)) = self.zone
            && settings.zone == given
        {
            settings.zone = remembered;
        }
        settings.private = self.private.filter(|_| settings.private).unwrap_or(settings.private);
        settings
    }
}

/// How far the measurement of the first frame is: from the call that opens the window to the frame's appearance.
#[derive(Clone, Copy, Debug)]
enum FirstFrame {
    Due(Instant),
    Drawn(Instant),
    Told,
}

/// The state for the user's own cache, or for the sample tenant's beside it.
fn state_of(context: &Context, settings: Settings, own_cache: &CacheFile, sample: bool) -> State {
    let wake = context.clone();
    let wake: Wake = Arc::new(move || wake.request_repaint());
    if sample {
        State::sample(settings, own_cache.path().with_file_name("sample-tenant.sqlite").into(), wake)
    } else {
        State::new(settings, own_cache.clone(), wake)
    }
}

/// After so long a job is mentioned.
const WORTH_MENTIONING: Duration = Duration::from_millis(300);
/// Settings are written once they have not changed for so long.
const SETTLED: Duration = Duration::from_secs(1);
/// The end of the program waits so long for the last notes.
const NOTES_PATIENCE: Duration = Duration::from_secs(10);

impl Window {
    /// The window's content for a context, without any display yet. Settings are written to
    /// `settings_path` when they change; without one nothing is remembered. Fails with a sentence.
    pub fn new(
        context: &Context,
        launch: Launch,
        mut settings: Settings,
        settings_path: Option<PathBuf>,
    ) -> Result<Self, String> {
        theme::apply(context);
        // The program has commands for that, which are found in menus and remembered.
        context.options_mut(|options| options.zoom_with_keyboard = false);
        if let Some(shot) = &launch.screenshot {
            settings.theme = if shot.dark { Theme::Dark } else { Theme::Light };
        }
        let saved = settings.clone();
        let for_this_run = ForThisRun::begin(&launch, &mut settings);
        let shooting = launch.screenshot.map(Shooting::new).transpose()?;
        apply_theme(context, settings.theme);
        texts::speak(settings.language, settings.formats);
        let mut state = state_of(context, settings, &launch.cache, launch.sample);
        if !launch.paths.is_empty() {
            state.apply(Command::Import(launch.paths));
        }
        Ok(Self {
            state,
            aside: None,
            own_cache: launch.cache,
            reception: None,
            desktop: Desktop::default(),
            renderer: None,
            filter_bar: FilterBar::default(),
            facets: FacetPanel::default(),
            chooser: ColumnChooser::default(),
            imports: ImportPanel::default(),
            table: TableView::default(),
            lookup: LookupView::default(),
            looked_up: String::new(),
            insights: InsightsView::default(),
            sources: SourcesView::default(),
            zones: ZonesView::default(),
            assign: AssignView::default(),
            encryption: EncryptionSheet::default(),
            trouble: TroubleView::default(),
            detail: DetailView::new(Place::Panel),
            details: HashMap::new(),
            palette: PaletteView::default(),
            shortcuts: ShortcutSheet::default(),
            saved_views: SavedViewsSheets::default(),
            picture: PictureSheet::default(),
            settings_path,
            saved,
            for_this_run,
            changed_since: None,
            busy_since: None,
            shooting,
            first_frame: FirstFrame::Told,
            outcome: None,
        })
    }

    /// All that the window knows.
    #[must_use]
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Whether a job runs whose end would change what is shown.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.state.is_busy()
    }

    /// Carries out a command, as if the user had given it.
    pub fn apply(&mut self, command: Command) {
        self.state.apply(command);
    }

    /// From now on takes in what later starts of the program bring.
    pub fn receive(&mut self, reception: Reception) {
        self.reception = Some(reception);
    }

    /// Says that settings could not be read and where they are now.
    pub fn tell_set_aside(&mut self, file: &Path) {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let text = text!("window-settings-set-aside", name = name);
        self.state.notice = Some(Notice { text, is_error: true });
    }

    /// Imports what other starts of the program have handed over, as if it had been dropped here, and comes to the front.
    fn take_handed_over(&mut self, context: &Context) {
        let Some(reception) = &self.reception else { return };
        for handed in reception.arrived() {
            if !handed.paths.is_empty() {
                self.state.apply(Command::Import(handed.paths.clone()));
            }
            handed.done();
            let send = |command| context.send_viewport_cmd_to(ViewportId::ROOT, command);
            if context.input(|input| input.viewport().minimized.unwrap_or_default()) {
                send(ViewportCommand::Minimized(false));
            }
            send(ViewportCommand::Focus);
            // Where a program may not take the focus by itself.
            send(ViewportCommand::RequestUserAttention(UserAttentionType::Informational));
        }
    }

    /// Draws one frame and carries out what the user asked for in it.
    pub fn frame_ui(&mut self, ui: &mut Ui) {
        let since = Instant::now();
        texts::speak(self.state.settings.language, self.state.settings.formats);
        self.state.update();
        if let Some(aside) = &mut self.aside {
            aside.update();
        }
        let context = ui.ctx().clone();
        self.state.picturing.window_theme = theme::picture_theme(&context);
        let mut commands = Vec::new();
        self.begin(&context, &mut commands);
        guarded_ui(ui, |ui| self.panels_ui(ui, &mut commands));
        self.detail_windows_ui(ui, &mut commands);
        welcome::drop_target_ui(ui);
        timings::ui(ui, &self.state);
        guarded_ui(ui, |ui| self.sheets_ui(ui, &mut commands));
        self.zones.ui(ui, &self.state, &mut commands);
        self.assign.ui(ui, &self.state, &mut commands);
        forget::ui(ui, &self.state, &mut commands);
        retention::ui(ui, &self.state, &mut commands);
        self.trouble.ui(ui, &self.state, &mut commands);
        self.encryption.ui(ui, &self.state, &mut commands);
        export_dialog::ui(ui, &self.state, &mut commands);
        let width = context.content_rect().width();
        for command in commands {
            let is_done = matches!(command, Command::ToggleFacets) && self.facets.unfold(&self.state, width);
            if !is_done {
                self.state.apply(command);
            }
        }
        self.end(&context);
        self.state.timings.add(Measured::Frame, since.elapsed());
    }

    /// What lies over everything else.
    fn sheets_ui(&mut self, ui: &Ui, commands: &mut Vec<Command>) {
        let sheet = self.state.sheet;
        self.palette.ui(ui, &self.state, sheet == Some(Sheet::Palette), commands);
        self.shortcuts.ui(ui, &self.state, commands);
        self.saved_views.ui(ui, &self.state, commands);
        self.picture.ui(ui, &self.state, commands);
        pack_dialog::ui(ui, &self.state, commands);
    }

    /// What comes before drawing: keys, dropped files, the picture.
    fn begin(&mut self, context: &Context, commands: &mut Vec<Command>) {
        let dropped: Vec<PathBuf> =
            context.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect());
        if !dropped.is_empty() {
            commands.push(Command::Import(dropped));
        }
        keys::keys(context, &self.state, commands);
        if self.shooting.is_none() {
            // Changes nothing where it is so already.
            context.set_zoom_factor(f32::from(self.state.settings.zoom) / 100.0);
        }
        if let Some(tab) = self.shooting.as_ref().and_then(Shooting::tab) {
            self.detail.tab = tab;
        }
        if let Some(shooting) = &mut self.shooting
            && let Some(end) = shooting.step(context, &self.state, commands)
        {
            self.shooting = None;
            if let Some(outcome) = &self.outcome {
                // The receiver lives until the window is closed.
                let _ = outcome.try_send(end);
            }
            commands.push(Command::Quit);
        }
    }

    /// What comes after drawing: effects, settings, the next frame.
    fn end(&mut self, context: &Context) {
        // A field copies by itself what is marked in it.
        if context.output(|output| output.commands.iter().any(|done| matches!(done, OutputCommand::CopyText(_)))) {
            self.state.copies.end_all();
        }
        let mut effects = self.state.take_effects();
        // A dialog that was opened before the switch answers to the state that opened it.
        effects.extend(self.aside.iter_mut().flat_map(State::take_effects));
        for effect in effects {
            match effect {
                Effect::Copy(text) => context.copy_text(text),
                Effect::PickFiles => dialogs::pick_files(self.state.outbox()),
                Effect::PickFolder => dialogs::pick_folder(self.state.outbox()),
                Effect::PickExportFile { name, ending } => {
                    dialogs::pick_export_file(self.state.outbox(), &name, ending);
                }
                Effect::CopyImage(image) => context.copy_image(Arc::unwrap_or_clone(image)),
                Effect::PickPictureFile { name, ending } => {
                    dialogs::pick_picture_file(self.state.outbox(), &name, ending);
                }
                Effect::PickPackFile { name, ending } => {
                    dialogs::pick_pack_file(self.state.outbox(), &name, ending);
                }
                Effect::PickRejectsFile => dialogs::pick_rejects_file(self.state.outbox()),
                Effect::PickTableFile { name } => dialogs::pick_table_file(self.state.outbox(), &name),
                Effect::ApplyTheme => apply_theme(context, self.state.settings.theme),
                Effect::Quit => context.send_viewport_cmd(ViewportCommand::Close),
                Effect::SwitchCache { sample } => self.switch_cache(context, sample),
                Effect::Import(paths) => self.state.apply(Command::Import(paths)),
            }
        }
        // What the last commands ask for begins at once, not with the next movement of the mouse.
        self.state.update();
        if self.state.is_busy() {
            let since = *self.busy_since.get_or_insert_with(Instant::now);
            if since.elapsed() < WORTH_MENTIONING {
                context.request_repaint_after(WORTH_MENTIONING);
            }
        } else {
            self.busy_since = None;
        }
        if let Some(soon) = self.state.next_update() {
            context.request_repaint_after(soon);
        }
        if self.state.imports.is_running() || self.state.exporting.running.is_some() {
            context.request_repaint_after(Duration::from_millis(100));
        }
        self.desktop.update(context, &self.state);
        self.remember(context);
    }

    fn switch_cache(&mut self, context: &Context, sample: bool) {
        if sample == self.state.is_sample {
            return;
        }
        let mut next = match self.aside.take() {
            Some(aside) => aside,
            None => state_of(context, self.state.lasting_settings(), &self.own_cache, sample),
        };
        // Who is asked about here is nobody there.
        next.show_names_again();
        next.adopt(&self.state.lasting_settings());
        if self.state.is_private() {
            next.begin_private();
        }
        next.copies = self.state.copies.clone();
        self.aside = Some(std::mem::replace(&mut self.state, next));
        self.details.clear();
    }

    fn remember(&mut self, context: &Context) {
        // They are remembered as they are at the usual size, in which a window begins.
        let zoom = context.zoom_factor();
        context.input(|input| {
            let viewport = input.viewport();
            let settings = &mut self.state.settings;
            settings.maximized = viewport.maximized.unwrap_or(settings.maximized);
            if !settings.maximized && !viewport.minimized.unwrap_or_default() {
                if let Some(rect) = viewport.inner_rect {
                    settings.window_size = Some([rect.width(), rect.height()].map(|side| (side * zoom).round()));
                }
                if let Some(rect) = viewport.outer_rect {
                    settings.window_place = Some([rect.left(), rect.top()].map(|place| (place * zoom).round()));
                }
            }
        });
        let Some(path) = &self.settings_path else { return };
        let settings = self.for_this_run.lasting(&self.state.lasting_settings());
        if settings == self.saved {
            self.changed_since = None;
            return;
        }
        let since = *self.changed_since.get_or_insert_with(Instant::now);
        if since.elapsed() < SETTLED {
            context.request_repaint_after(SETTLED);
        } else {
            self.saved = settings.clone();
            self.state.save_settings(path.clone(), settings);
        }
    }

    /// Whether something has been running long enough to be mentioned.
    fn is_working(&self) -> bool {
        self.busy_since.is_some_and(|since| since.elapsed() >= WORTH_MENTIONING)
    }
}

fn apply_theme(context: &Context, theme: Theme) {
    context.set_theme(match theme {
        Theme::System => ThemePreference::System,
        Theme::Light => ThemePreference::Light,
        Theme::Dark => ThemePreference::Dark,
    });
}

impl eframe::App for Window {
    fn raw_input_hook(&mut self, _context: &Context, input: &mut RawInput) {
        self.desktop.tell_theme(input);
    }

    // Also while the window is hidden: who hands something over waits for it.
    fn logic(&mut self, context: &Context, _frame: &mut eframe::Frame) {
        self.take_handed_over(context);
        // No frame is drawn while it is hidden, and then above all its user wants to hear of the end.
        if context.input(|input| input.viewport().visible()) == Some(false) {
            self.state.update();
            self.desktop.update(context, &self.state);
        }
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        match self.first_frame {
            FirstFrame::Due(since) => {
                self.first_frame = FirstFrame::Drawn(since);
                ui.ctx().request_repaint();
            }
            // Only now is it on the screen.
            FirstFrame::Drawn(since) => {
                tracing::debug!("first frame after {} ms", since.elapsed().as_millis());
                self.first_frame = FirstFrame::Told;
                // Whatever draws it, it does.
                self.state.settings.renderer_that_worked = self.renderer;
            }
            FirstFrame::Told => {}
        }
        self.frame_ui(ui);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        // What is handed over from now on opens a window of its own.
        self.reception = None;
        for state in std::iter::once(&mut self.state).chain(&mut self.aside) {
            state.finish_notes(NOTES_PATIENCE);
            state.stop_exports();
        }
        let Some(path) = &self.settings_path else { return };
        let settings = self.for_this_run.lasting(&self.state.lasting_settings());
        if settings != self.saved
            && let Err(error) = settings.save(path)
        {
            tracing::warn!("settings could not be written to {}: {error}", path.display());
        }
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.extreme_bg_color.to_normalized_gamma_f32()
    }

    fn persist_egui_memory(&self) -> bool {
        false
    }
}
