//! One view by itself, without the window around it.

use eframe::egui::{Ui, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use signin_lens::app::Command;
use signin_lens::widgets::theme;

/// A view, what it shows, and the commands it has given.
pub struct ViewScene<V> {
    pub harness: Harness<'static, (V, Vec<Command>)>,
}

impl<V: 'static> ViewScene<V> {
    /// A view of this size in points, drawn by a function.
    pub fn new(size: Vec2, view: V, draw: impl Fn(&mut Ui, &mut V, &mut Vec<Command>) + 'static) -> Self {
        let mut harness = Harness::builder().with_size(size).build_ui_state(
            move |ui, (view, commands): &mut (V, Vec<Command>)| {
                theme::apply(ui.ctx());
                draw(ui, view, commands);
            },
            (view, Vec::new()),
        );
        harness.run();
        Self { harness }
    }

    /// Clicks what has this name.
    pub fn click(&mut self, name: &str) {
        self.harness.get_by_label(name).click();
        self.harness.run();
    }

    /// Whether something with exactly this name is shown.
    pub fn shows(&self, name: &str) -> bool {
        self.harness.query_all_by_label(name).next().is_some()
    }

    /// Whether something is shown whose name contains a text.
    pub fn says(&self, text: &str) -> bool {
        self.harness.query_all_by_label_contains(text).next().is_some()
    }

    /// The view.
    pub fn view(&self) -> &V {
        &self.harness.state().0
    }

    /// The commands it has given so far.
    pub fn commands(&self) -> &[Command] {
        &self.harness.state().1
    }
}
