//! The main window: it owns the state, collects what the jobs bring, draws the views, and carries out
//! their commands between frames.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use eframe::egui::text_selection::LabelSelectionState;
use eframe::egui::{
    self, Align, CentralPanel, Context, Event, Frame, Key, Layout, Margin, OutputCommand, Panel, Popup,
    ThemePreference, Ui, ViewportBuilder, ViewportClass, ViewportCommand, ViewportId,
};

use crate::app::facets::WIDTHS;
use crate::app::jobs::Wake;
use crate::app::jobs::in_force;
use crate::app::{
    Action, Command, DETAIL_WIDTHS, Effect, Found, OpenDetail, Settings, Sheet, State, TableCommand, Theme, Timings,
    View,
};
use crate::clock::Zone;
use crate::fields::Log;
use crate::query::Query;
use crate::record::EventId;
use crate::views::columns::ColumnChooser;
use crate::views::detail::own_window::{self, OwnWindow};
use crate::views::detail::{DetailView, Place, note};
use crate::views::facets::FacetPanel;
use crate::views::filter_bar::{FilterBar, Wanted};
use crate::views::imports::ImportPanel;
use crate::views::insights::InsightsView;
use crate::views::lookup::LookupView;
use crate::views::palette::PaletteView;
use crate::views::saved_views::SavedViewsSheets;
pub use crate::views::screenshot::Screenshot;
use crate::views::screenshot::Shooting;
use crate::views::shortcuts::ShortcutSheet;
use crate::views::sources::SourcesView;
use crate::views::table::TableView;
use crate::views::zones::ZonesView;
use crate::views::{back, dialogs, export_dialog, forget, menu, status_bar, tabs, timings, toolbar, welcome, working};
use crate::widgets::number;
use crate::widgets::theme::{self, Tokens, UiExt, space};

/// How the window is to be started.
#[derive(Clone, Debug, Default)]
pub struct Launch {
    /// Files, folders and zips to import.
    pub paths: Vec<PathBuf>,
    /// The cache.
    pub cache: PathBuf,
    /// Whether to open the sample tenant, in a cache of its own beside the given one.
    pub sample: bool,
    /// The filter, instead of the remembered one.
    pub query: Option<Query>,
    /// The zone to show times in, instead of the remembered one.
    pub zone: Option<Zone>,
    /// The picture to take before quitting.
    pub screenshot: Option<Screenshot>,
}

/// Opens the window and returns once it is closed; fails with a sentence.
pub fn run(launch: Launch) -> Result<(), String> {
    let started = Instant::now();
    // A picture starts from the defaults and leaves no trace.
    let settings_path = Settings::default_path().filter(|_| launch.screenshot.is_none());
    let settings = settings_path.as_ref().map(|path| Settings::load(path)).unwrap_or_default();
    let (mut width, mut height) = settings.window_size.map_or((1280.0, 800.0), |[width, height]| (width, height));
    if let Some(shot) = &launch.screenshot {
        (width, height) = (shot.size.0 as f32 * shot.scale, shot.size.1 as f32 * shot.scale);
    }
    let mut viewport = ViewportBuilder::default()
        .with_title("Sign-in Lens")
        .with_app_id("signin-lens")
        .with_inner_size([width, height])
        .with_min_inner_size([720.0, 480.0])
        .with_maximized(settings.maximized);
    if let Some(place) = settings.window_place {
        viewport = viewport.with_position(place);
    }
    let options = eframe::NativeOptions { viewport, persist_window: false, ..eframe::NativeOptions::default() };
    let (sender, outcome) = crossbeam_channel::bounded(1);
    let result = eframe::run_native(
        "signin-lens",
        options,
        Box::new(move |creation| {
            let mut window = Window::new(&creation.egui_ctx, launch, settings, settings_path)?;
            window.outcome = Some(sender);
            window.first_frame = FirstFrame::Due(started);
            Ok(Box::new(window))
        }),
    );
    result.map_err(|error| format!("The window could not be opened ({error}): is there a display with OpenGL?"))?;
    outcome.try_recv().unwrap_or(Ok(()))
}

/// The main window.
#[derive(Debug)]
pub struct Window {
    state: State,
    /// The sample tenant while the user's own sign-ins are shown, or the other way round, once both were
    /// shown: an import goes on, and what was open stays open.
    aside: Option<State>,
    own_cache: PathBuf,
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
    detail: DetailView,
    details: HashMap<EventId, OwnWindow>,
    palette: PaletteView,
    shortcuts: ShortcutSheet,
    saved_views: SavedViewsSheets,
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
}

impl ForThisRun {
    /// Puts the given values into the settings.
    fn begin(launch: &Launch, settings: &mut Settings) -> Self {
        let query = launch.query.as_ref().map(|query| {
            let given = query.to_string();
            (given.clone(), std::mem::replace(&mut settings.query, given))
        });
        let zone = launch.zone.map(|zone| (zone, std::mem::replace(&mut settings.zone, zone)));
        Self { query, zone }
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
fn state_of(context: &Context, settings: Settings, own_cache: &Path, sample: bool) -> State {
    let wake = context.clone();
    let wake: Wake = Arc::new(move || wake.request_repaint());
    if sample {
        State::sample(settings, own_cache.with_file_name("sample-tenant.sqlite"), wake)
    } else {
        State::new(settings, own_cache.to_owned(), wake)
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
        if let Some(shot) = &launch.screenshot {
            settings.theme = if shot.dark { Theme::Dark } else { Theme::Light };
        }
        let saved = settings.clone();
        let for_this_run = ForThisRun::begin(&launch, &mut settings);
        let shooting = launch.screenshot.map(Shooting::new).transpose()?;
        apply_theme(context, settings.theme);
        let mut state = state_of(context, settings, &launch.cache, launch.sample);
        if !launch.paths.is_empty() {
            state.apply(Command::Import(launch.paths));
        }
        Ok(Self {
            state,
            aside: None,
            own_cache: launch.cache,
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
            detail: DetailView::new(Place::Panel),
            details: HashMap::new(),
            palette: PaletteView::default(),
            shortcuts: ShortcutSheet::default(),
            saved_views: SavedViewsSheets::default(),
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

    /// Draws one frame and carries out what the user asked for in it.
    pub fn frame_ui(&mut self, ui: &mut Ui) {
        let since = Instant::now();
        self.state.update();
        if let Some(aside) = &mut self.aside {
            aside.update();
        }
        let context = ui.ctx().clone();
        let mut commands = Vec::new();
        self.begin(&context, &mut commands);
        self.panels_ui(ui, &mut commands);
        self.detail_windows_ui(ui, &mut commands);
        welcome::drop_target_ui(ui);
        timings::ui(ui, &self.state);
        self.sheets_ui(ui, &mut commands);
        self.zones.ui(ui, &self.state, &mut commands);
        forget::ui(ui, &self.state, &mut commands);
        export_dialog::ui(ui, &self.state, &mut commands);
        let width = context.content_rect().width();
        for command in commands {
            let is_done = matches!(command, Command::ToggleFacets) && self.facets.unfold(&self.state, width);
            if !is_done {
                self.state.apply(command);
            }
        }
        self.end(&context);
        self.state.timings.add(Timings::FRAME, since.elapsed());
    }

    /// What lies over everything else.
    fn sheets_ui(&mut self, ui: &Ui, commands: &mut Vec<Command>) {
        let sheet = self.state.sheet;
        self.palette.ui(ui, &self.state, sheet == Some(Sheet::Palette), commands);
        self.shortcuts.ui(ui, &self.state, commands);
        self.saved_views.ui(ui, &self.state, commands);
    }

    /// What comes before drawing: keys, dropped files, the picture.
    fn begin(&mut self, context: &Context, commands: &mut Vec<Command>) {
        let dropped: Vec<PathBuf> =
            context.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect());
        if !dropped.is_empty() {
            commands.push(Command::Import(dropped));
        }
        keys(context, &self.state, commands);
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
        self.remember(context);
    }

    fn switch_cache(&mut self, context: &Context, sample: bool) {
        if sample == self.state.is_sample {
            return;
        }
        let mut next = match self.aside.take() {
            Some(aside) => aside,
            None => state_of(context, self.state.settings.clone(), &self.own_cache, sample),
        };
        next.adopt(&self.state.settings);
        next.copies = self.state.copies.clone();
        self.aside = Some(std::mem::replace(&mut self.state, next));
        self.details.clear();
    }

    fn remember(&mut self, context: &Context) {
        context.input(|input| {
            let viewport = input.viewport();
            let settings = &mut self.state.settings;
            settings.maximized = viewport.maximized.unwrap_or(settings.maximized);
            if !settings.maximized && !viewport.minimized.unwrap_or_default() {
                if let Some(rect) = viewport.inner_rect {
                    settings.window_size = Some([rect.width().round(), rect.height().round()]);
                }
                if let Some(rect) = viewport.outer_rect {
                    settings.window_place = Some([rect.left().round(), rect.top().round()]);
                }
            }
        });
        let Some(path) = &self.settings_path else { return };
        let settings = self.for_this_run.lasting(&self.state.settings);
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

    fn panels_ui(&mut self, ui: &mut Ui, commands: &mut Vec<Command>) {
        let tokens = Tokens::of(ui.ctx());
        let bar =
            |vertical: i8| Frame::new().fill(tokens.panel).inner_margin(Margin::symmetric(space::S as i8, vertical));
        Panel::top("menu").frame(bar(2)).show_separator_line(false).show(ui, |ui| menu::ui(ui, &self.state, commands));
        Panel::top("tabs").frame(bar(0)).show(ui, |ui| tabs::ui(ui, &self.state, commands));
        let is_working = self.is_working();
        Panel::bottom("status")
            .frame(bar(2))
            .exact_size(26.0)
            .show(ui, |ui| status_bar::ui(ui, &self.state, is_working, commands));
        if !self.state.imports.files().is_empty() {
            let height = self.imports.height(&self.state, ui.ctx().content_rect().height()) + 12.0;
            let panel = Panel::bottom("imports").frame(bar(6)).exact_size(height);
            panel.show(ui, |ui| self.imports.ui(ui, &self.state, commands));
        }
        let surface = Frame::new().fill(tokens.surface);
        if self.state.is_loaded
            && self.state.columns.is_empty()
            && matches!(self.state.view, View::Log(_) | View::Insights)
        {
            CentralPanel::default().frame(surface).show(ui, |ui| {
                if !is_working || !working::ui(ui, &self.state, commands) {
                    welcome::ui(ui, commands);
                }
            });
            return;
        }
        let page = surface.inner_margin(Margin::symmetric(space::L as i8, space::M as i8));
        match self.state.view {
            View::Log(log) => self.log_ui(ui, log, commands),
            View::Insights => self.insights_ui(ui, commands),
            View::Errors => {
                if self.looked_up != self.state.lookup {
                    self.looked_up.clone_from(&self.state.lookup);
                    self.lookup.look_up(self.looked_up.clone());
                }
                let codes = self.state.codes.as_deref();
                CentralPanel::default().frame(page).show(ui, |ui| self.lookup.ui(ui, codes, commands));
            }
            View::Sources => {
                CentralPanel::default().frame(page).show(ui, |ui| self.sources.ui(ui, &self.state, commands));
            }
        }
    }

    fn log_ui(&mut self, ui: &mut Ui, log: Log, commands: &mut Vec<Command>) {
        let tokens = Tokens::of(ui.ctx());
        let bar = Frame::new().fill(tokens.surface);
        if let Some(back) = &self.state.back {
            Panel::top("back")
                .frame(bar.inner_margin(Margin { left: 8, right: 8, top: 8, bottom: 0 }))
                .show_separator_line(false)
                .show(ui, |ui| back::ui(ui, back, commands));
        }
        if let Some(place) = self.state.edit_part.take() {
            self.filter_bar.open_part(&self.state.query, place);
        }
        let width = ui.ctx().content_rect().width();
        self.facets.update(&self.state, width);
        let mut wanted = Wanted::default();
        Panel::top("filter bar")
            .frame(bar.inner_margin(Margin { left: 8, right: 8, top: 8, bottom: 4 }))
            .show_separator_line(false)
            .show(ui, |ui| wanted = self.filter_bar.ui(ui, &self.state, log.into(), commands));
        Panel::top("toolbar")
            .frame(bar.inner_margin(Margin { left: 8, right: 8, top: 2, bottom: 6 }))
            .exact_size(36.0)
            .show_separator_line(false)
            .show(ui, |ui| {
                let has_facets = self.facets.is_shown(&self.state, width);
                toolbar::ui(ui, &self.state, log, has_facets, &mut self.filter_bar, &mut self.chooser, commands);
            });
        self.state.set_picker(wanted.picker.or_else(|| self.filter_bar.picked()));
        self.state.set_completing(wanted.completing);
        self.state.search.wants_focus = false;
        self.facet_panel_ui(ui, log, commands);
        self.detail_panel_ui(ui, commands);
        CentralPanel::default().frame(bar).show(ui, |ui| {
            if !self.state.is_loaded {
                if self.is_working() {
                    working::ui(ui, &self.state, commands);
                }
                return;
            }
            if let Some(drawn) = self.table.ui(ui, &self.state, log, commands) {
                self.state.set_page(log, drawn.page);
                self.state.want_shared(log, drawn.wanted);
                self.state.scrolled(log);
            }
        });
    }

    fn insights_ui(&mut self, ui: &mut Ui, commands: &mut Vec<Command>) {
        let tokens = Tokens::of(ui.ctx());
        let bar = Frame::new().fill(tokens.surface);
        if let Some(place) = self.state.edit_part.take() {
            self.filter_bar.open_part(&self.state.query, place);
        }
        let logs = self.state.insights.logs();
        let mut wanted = Wanted::default();
        Panel::top("filter bar")
            .frame(bar.inner_margin(Margin { left: 8, right: 8, top: 8, bottom: 4 }))
            .show_separator_line(false)
            .show(ui, |ui| wanted = self.filter_bar.ui(ui, &self.state, logs, commands));
        Panel::top("filter")
            .frame(bar.inner_margin(Margin { left: 8, right: 8, top: 2, bottom: 6 }))
            .exact_size(36.0)
            .show(ui, |ui| {
                let in_force = in_force(&self.state.query, logs);
                ui.horizontal(|ui| self.filter_bar.pills_ui(ui, &self.state, logs, &in_force, commands));
            });
        self.state.set_picker(wanted.picker.or_else(|| self.filter_bar.picked()));
        self.state.set_completing(wanted.completing);
        self.state.search.wants_focus = false;
        self.insights.list_ui(ui, &self.state, commands);
        self.detail_panel_ui(ui, commands);
        let page = bar.inner_margin(Margin { left: 16, right: 4, top: 10, bottom: 0 });
        CentralPanel::default().frame(page).show(ui, |ui| self.insights.ui(ui, &self.state, commands));
    }

    fn facet_panel_ui(&mut self, ui: &mut Ui, log: Log, commands: &mut Vec<Command>) {
        if !self.facets.is_shown(&self.state, ui.ctx().content_rect().width()) {
            return;
        }
        let layout = &self.state.settings.facets;
        let tokens = Tokens::of(ui.ctx());
        // In a small window most of the width belongs to the table.
        let widest = (ui.available_width() * 0.35).clamp(*WIDTHS.start(), *WIDTHS.end());
        let margin = Margin { left: 12, right: 4, top: 6, bottom: 0 };
        let response = Panel::left("facets")
            .frame(Frame::new().fill(tokens.panel).inner_margin(margin))
            .resizable(true)
            .default_size(layout.width)
            .size_range(*WIDTHS.start()..=widest)
            .show(ui, |ui| self.facets.ui(ui, &self.state, log, commands))
            .response;
        let width = response.rect.width().round();
        if width < widest.floor() {
            self.state.settings.facets.width = width;
        }
    }

    fn detail_panel_ui(&mut self, ui: &mut Ui, commands: &mut Vec<Command>) {
        let Some(open) = &self.state.detail else { return };
        let tokens = Tokens::of(ui.ctx());
        let view = &mut self.detail;
        let width = self.state.settings.detail_width;
        let folded = self.state.folded_count(open.event);
        let response = Panel::right("detail")
            .frame(Frame::new().fill(tokens.panel).inner_margin(Margin::same(space::M as i8)))
            .resizable(true)
            .default_size(width)
            .size_range(DETAIL_WIDTHS)
            .show(ui, |ui| {
                if let Some(count) = folded {
                    ui.note(format!(
                        "The newest of {} that the row folds",
                        number::counted(count, "sign-in", "sign-ins")
                    ));
                }
                detail_ui(ui, view, &self.state, open, Place::Panel, commands);
            })
            .response;
        if matches!(open.found, Found::Ready(_)) {
            self.state.notes.wants_focus = false;
        }
        self.state.settings.detail_width = response.rect.width().round();
    }

    fn detail_windows_ui(&mut self, ui: &Ui, commands: &mut Vec<Command>) {
        let clock = self.state.settings.clock();
        let open: Vec<EventId> = self.state.detail_windows.iter().map(|open| open.event).collect();
        self.details.retain(|event, _| open.contains(event));
        let (main, screen) = ui.input(|input| (input.viewport().outer_rect, input.viewport().monitor_size));
        for open in &self.state.detail_windows {
            let number = self.details.len();
            let own = self.details.entry(open.event).or_insert_with(|| OwnWindow::new(number, main, screen));
            let title = match &open.found {
                Found::Ready(detail) => own_window::title(detail, &clock),
                Found::Loading | Found::Gone | Found::Failed(_) => "Sign-in".to_owned(),
            };
            let mut builder = ViewportBuilder::default()
                .with_title(title)
                .with_app_id("signin-lens")
                .with_inner_size(own_window::SIZE)
                .with_min_inner_size([360.0, 320.0]);
            if let Some(place) = own.place {
                builder = builder.with_position(place);
            }
            let id = ViewportId::from_hash_of(("detail window", open.event));
            ui.ctx().show_viewport_immediate(id, builder, |ui, class| {
                let frame = match class {
                    ViewportClass::EmbeddedWindow => Frame::NONE,
                    _ => Frame::new().fill(Tokens::of(ui.ctx()).panel).inner_margin(Margin::same(space::L as i8)),
                };
                CentralPanel::default()
                    .frame(frame)
                    .show(ui, |ui| detail_ui(ui, &mut own.view, &self.state, open, Place::Window, commands));
                // A window that is drawn into the main one has no keys of its own.
                let is_popup_open = Popup::is_any_open(ui.ctx());
                let by_keys = class != ViewportClass::EmbeddedWindow
                    && ui.input_mut(|input| own_window::is_closed_by_keys(input, is_popup_open));
                if by_keys || ui.input(|input| input.viewport().close_requested()) {
                    commands.push(Command::CloseDetailWindow(open.event));
                }
            });
        }
    }
}

/// A detail, or why there is none (yet).
fn detail_ui(
    ui: &mut Ui,
    view: &mut DetailView,
    state: &State,
    open: &OpenDetail,
    place: Place,
    commands: &mut Vec<Command>,
) {
    let sentence = match &open.found {
        Found::Ready(detail) => {
            note::ui(ui, state, open.event, place == Place::Panel, commands);
            view.ui(ui, detail, &state.settings.clock(), commands);
            return;
        }
        Found::Loading => return,
        Found::Gone => "This sign-in is no longer in the cache: its source was forgotten",
        Found::Failed(problem) => problem.as_str(),
    };
    ui.with_layout(Layout::top_down(Align::Min), |ui| {
        ui.weak_label(sentence);
        if place == Place::Panel && ui.button("Close details").clicked() {
            commands.push(Command::CloseDetail);
        }
    });
}

fn apply_theme(context: &Context, theme: Theme) {
    context.set_theme(match theme {
        Theme::System => ThemePreference::System,
        Theme::Light => ThemePreference::Light,
        Theme::Dark => ThemePreference::Dark,
    });
}

/// The keys of the actions.
fn keys(context: &Context, state: &State, commands: &mut Vec<Command>) {
    let is_typing = context.text_edit_focused();
    // Keys with more modifiers first: Ctrl+Shift+O is no Ctrl+O.
    for with_shift in [true, false] {
        let all = Action::ALL.into_iter().flat_map(|action| action.all_keys().map(move |keys| (action, keys)));
        for (action, shortcut) in all {
            let is_plain = shortcut.modifiers.is_none() && shortcut.logical_key == Key::Escape;
            if shortcut.modifiers.shift != with_shift || is_plain || action == Action::CopyLine {
                continue;
            }
            if state.is_covered() && !belongs_to_sheets(action, state) {
                continue;
            }
            // A text has its own way back while it is typed, and its letters are no commands.
            let is_letter = shortcut.modifiers.is_none() && action.further_keys().contains(&shortcut);
            if is_typing
                && (is_letter || matches!(action, Action::Undo | Action::Redo | Action::GoBack | Action::GoForward))
            {
                continue;
            }
            if context.input_mut(|input| input.consume_shortcut(&shortcut)) && state.can(action) {
                commands.push(action.command());
            }
        }
    }
    if is_typing {
        return;
    }
    if state.is_covered() {
        // Sheets close themselves; one without a place for Escape is closed here.
        if !Popup::is_any_open(context)
            && context.input_mut(|input| input.consume_key(egui::Modifiers::NONE, Key::Escape))
        {
            commands.extend(escape(state, false));
        }
        return;
    }
    // Systems hand the copy keys over as an event of its own. Text that is marked in a label is copied by
    // the label itself.
    let has_marked_text =
        context.plugin_opt::<LabelSelectionState>().is_some_and(|labels| labels.lock().has_selection());
    if context.input(|input| input.events.iter().any(|event| matches!(event, Event::Copy)))
        && !state.present_table().selection.is_empty()
        && matches!(state.view, View::Log(_))
        && !has_marked_text
    {
        commands.push(Command::CopyLine);
    }
    if context.embed_viewports()
        && let Some(last) = state.detail_windows.last()
        && context.input_mut(|input| input.consume_key(egui::Modifiers::COMMAND, Key::W))
    {
        commands.push(Command::CloseDetailWindow(last.event));
    }
    if !Popup::is_any_open(context) && context.input_mut(|input| input.consume_key(egui::Modifiers::NONE, Key::Escape))
    {
        commands.extend(escape(state, context.embed_viewports()));
    }
}

/// Whether the keys of an action act while a sheet or a question lies over the window: those of another sheet, which
/// takes the place of the one that is open, and those that end the program.
fn belongs_to_sheets(action: Action, state: &State) -> bool {
    match action.command() {
        Command::ShowSheet(_) => state.forget_asked.is_none(),
        command => command == Command::Quit,
    }
}

/// What Escape does: it closes the topmost thing that is shown, and nothing that is not.
/// Windows of sign-ins count where they are drawn into this one.
fn escape(state: &State, is_embedding: bool) -> Option<Command> {
    if state.forget_asked.is_some() {
        return Some(Command::AskForget(None));
    }
    if state.sheet.is_some() {
        return Some(Command::ShowSheet(None));
    }
    if let Some(last) = state.detail_windows.last().filter(|_| is_embedding) {
        return Some(Command::CloseDetailWindow(last.event));
    }
    match state.view {
        View::Log(_) | View::Insights if state.detail.is_some() => Some(Command::CloseDetail),
        View::Log(_) => Some(Command::Table(TableCommand::ClearSelection)),
        View::Insights | View::Errors | View::Sources => None,
    }
}

impl eframe::App for Window {
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
            }
            FirstFrame::Told => {}
        }
        self.frame_ui(ui);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        for state in std::iter::once(&mut self.state).chain(&mut self.aside) {
            state.finish_notes(NOTES_PATIENCE);
            state.stop_exports();
        }
        let Some(path) = &self.settings_path else { return };
        let settings = self.for_this_run.lasting(&self.state.settings);
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
