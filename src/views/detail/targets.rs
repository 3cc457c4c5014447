//! What an audit event is about: each target with its kind and its identifiers.

use eframe::egui::{Label, RichText, Ui};

use crate::app::Command;
use crate::cache::Detail;
use crate::export::visible::visible_lines;
use crate::fields::Field;
use crate::record::lines::Target;
use crate::texts::text;
use crate::widgets::theme::{UiExt, space};
use crate::widgets::value::Value;

pub(super) fn ui(ui: &mut Ui, detail: &Detail, commands: &mut Vec<Command>) {
    let Some(stored) = detail.record.get(Field::TargetDetails) else {
        ui.add_space(space::S);
        ui.weak_label(text!("detail-targets-none"));
        return;
    };
    let targets: Vec<Target> = stored.lines().map(Target::of_line).collect();
    ui.add_space(space::S);
    for target in &targets {
        card_ui(ui, target, commands);
        ui.add_space(space::XS);
    }
    if super::is_csv_only(detail) && targets.len() == MOST_IN_CSV {
        ui.add_space(space::XS);
        ui.note(text!("detail-targets-csv"));
    }
}

/// So many targets have columns in a CSV download.
const MOST_IN_CSV: usize = 3;

fn card_ui(ui: &mut Ui, target: &Target, commands: &mut Vec<Command>) {
    ui.card_ui(|ui| {
        ui.set_width(ui.available_width());
        let title = target.title();
        Value::new(text!("detail-target"), title).filter(Field::Target, title).ui_with(ui, commands, |ui| {
            ui.add(Label::new(RichText::new(visible_lines(title)).size(15.0)).wrap());
        });
        for (title, text, field) in [
            (text!("detail-target-type"), &target.kind, Some(Field::TargetType)),
            (text!("detail-target-username"), &target.username, None),
            (text!("detail-target-id"), &target.id, Some(Field::TargetId)),
        ] {
            if !text.is_empty() {
                let value = Value::new(title, text);
                let value = field.map_or(value, |field| value.filter(field, text));
                value.ui(ui, commands);
            }
        }
    });
}
