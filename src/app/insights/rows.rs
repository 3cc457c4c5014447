//! From a figure to the sign-ins behind it.

use std::sync::Arc;

use crate::app::command::View;
use crate::app::jobs::{BehindAnswer, BehindKey, Question};
use crate::app::state::State;
use crate::fields::Log;
use crate::insights::Rows;

impl State {
    /// Lists the rows behind a figure. Which of several logs has how many of them is counted first.
    pub(super) fn show_rows(&mut self, rows: Rows, figure: String, offers: bool) {
        let logs: Vec<Log> = rows.logs.iter().collect();
        match logs.as_slice() {
            [] => {}
            [only] => self.show_sign_ins(Some(*only), rows.query, figure, rows.logs),
            _ => {
                let key = BehindKey {
                    version: self.version,
                    clock: self.settings.clock(),
                    end_at_now: self.settings.end_at_now,
                    rows,
                    figure,
                    offers,
                };
                self.jobs.ask(Question::Behind(self.columns.clone(), key.clone()));
                self.insights.asked_behind = Some(key);
            }
        }
    }

    /// Opens the log that has the most of the rows, or lets the page offer all that have some. An answer that comes
    /// after the user has gone elsewhere changes nothing.
    pub(in crate::app) fn take_behind(&mut self, answer: BehindAnswer) {
        if self.insights.asked_behind.take_if(|asked| *asked == answer.key).is_none() || self.view != View::Insights {
            return;
        }
        let known = answer.known();
        // Of several logs with as many rows the first.
        let most = known.iter().rev().max_by_key(|(_, count)| *count);
        if answer.key.offers && known.len() > 1 {
            self.insights.offered = Some(Arc::new(answer));
        } else if let Some((log, _)) = most {
            let BehindKey { rows, figure, .. } = answer.key;
            self.show_sign_ins(Some(*log), rows.query, figure, rows.logs);
            self.record_step(false);
            self.settings.views.read_active();
        }
    }
}
