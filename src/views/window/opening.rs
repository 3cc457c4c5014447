//! Opening the window on the screen, in one of the ways in which it can be drawn.

use std::error::Error;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use crossbeam_channel::Sender;
use eframe::egui::{Context, ViewportBuilder};
use eframe::{CreationContext, icon_data};

use super::{FirstFrame, Launch, Window, placing};
use crate::app::handing_over::{Held, Reception};
use crate::app::jobs::Wake;
use crate::app::{Renderer, Settings, default_settings};
use crate::texts;

/// The picture of the window in lists of windows.
const ICON: &[u8] = include_bytes!("../../../assets/icon/signin-lens.png");

/// What a window is made of once there is something to draw it with.
struct Start {
    launch: Launch,
    held: Option<Held>,
    settings: Settings,
    settings_path: Option<PathBuf>,
    set_aside: Option<PathBuf>,
    outcome: Sender<Result<(), String>>,
    since: Instant,
}

impl Start {
    fn window(self, context: &Context, renderer: Renderer) -> Result<Window, String> {
        let Self { launch, held, settings, settings_path, set_aside, outcome, since } = self;
        let wake = context.clone();
        let wake: Wake = Arc::new(move || wake.request_repaint());
        let is_picture = launch.screenshot.is_some();
        let reception = (!is_picture).then(|| Reception::begin(launch.cache.path(), held, wake.clone()));
        let mut window = Window::new(context, launch, settings, settings_path)?;
        window.reception = reception;
        if !is_picture {
            window.desktop.listen(wake);
        }
        if let Some(file) = set_aside {
            window.tell_set_aside(&file);
        }
        window.outcome = Some(outcome);
        window.first_frame = FirstFrame::Due(since);
        window.renderer = Some(renderer);
        Ok(window)
    }
}

/// Opens the window, which takes in what later starts bring, and returns once it is closed; fails with a sentence. Where it
/// can't be drawn in one way, it is in another.
pub fn run(launch: Launch, held: Option<Held>) -> Result<(), String> {
    let since = Instant::now();
    // A picture starts from the defaults and leaves no trace.
    let settings_path = default_settings().filter(|_| launch.screenshot.is_none());
    if launch.screenshot.is_none() {
        texts::follow_system();
    }
    let set_aside = settings_path.as_ref().and_then(|path| Settings::set_aside(path));
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
    if let Ok(icon) = icon_data::from_png_bytes(ICON) {
        viewport = viewport.with_icon(icon);
    }
    let (place, is_maximized) = (settings.window_place, settings.maximized);
    if let Some(place) = place {
        viewport = viewport.with_position(place);
    }
    let order = Renderer::order(launch.renderer.or(settings.renderer), settings.renderer_that_worked);
    let (outcome, ended) = crossbeam_channel::bounded(1);
    let mut start = Some(Start { launch, held, settings, settings_path, set_aside, outcome, since });
    let mut problems = Vec::new();
    for renderer in order {
        if !problems.is_empty() {
            tracing::warn!("the window is drawn in another way: {}", problems.join("; "));
        }
        let options = eframe::NativeOptions {
            viewport: viewport.clone(),
            renderer: match renderer {
                Renderer::Glow => eframe::Renderer::Glow,
                Renderer::Wgpu => eframe::Renderer::Wgpu,
            },
            persist_window: false,
            ..eframe::NativeOptions::default()
        };
        let begin = |creation: &CreationContext<'_>| -> Result<Box<dyn eframe::App>, Box<dyn Error + Send + Sync>> {
            let start = start.take().ok_or("the window was begun before")?;
            placing::bring_into_view(creation, place, [width, height], is_maximized);
            Ok(Box::new(start.window(&creation.egui_ctx, renderer)?))
        };
        match eframe::run_native("signin-lens", options, Box::new(begin)) {
            Ok(()) => return ended.try_recv().unwrap_or(Ok(())),
            // Nothing can be drawn in any way.
            Err(error @ eframe::Error::WinitEventLoop(_)) if start.is_some() => {
                tracing::debug!("no display: {error}");
                return Err(
                    "The window has no display to open on. Start it on a desktop, or use the verbs, which need none: \
                            signin-lens --help names them"
                        .to_owned(),
                );
            }
            Err(error) => problems.push(format!("{}: {error}", renderer.title())),
        }
        if start.is_none() {
            // What is on the screen by now can't be begun anew.
            break;
        }
    }
    Err(format!(
        "The window could not be opened ({}). It needs a display, and a driver for graphics: on Linux `libgl1-mesa-dri` or \
         `mesa-vulkan-drivers` draw without a graphics card; on Windows and macOS, update the system or its graphics driver. \
         --renderer glow and --renderer wgpu try one way of drawing alone",
        problems.join("; ")
    ))
}
