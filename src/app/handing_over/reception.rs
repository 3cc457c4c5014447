//! The side of the window: a thread that looks into the inbox, so that a window to which nothing comes draws nothing.

use std::convert::Infallible;
use std::path::Path;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crossbeam_channel::{Receiver, RecvTimeoutError, Sender, bounded, unbounded};

use super::{Door, HandOver, Held};
use crate::app::jobs::Wake;

/// So often the inbox is looked into.
const PAUSE: Duration = Duration::from_millis(500);

/// Takes what later starts of the program hand over, until it is dropped. Where another window holds the door, it waits
/// for that one to go.
#[derive(Debug)]
pub struct Reception {
    arrived: Receiver<HandOver>,
    /// Closed, it ends the thread.
    open: Option<Sender<Infallible>>,
    thread: Option<JoinHandle<()>>,
}

impl Reception {
    /// Begins to look, at the door that is held or else at that of the cache; `wake` is called when something has come.
    #[must_use]
    pub fn begin(cache: &Path, held: Option<Held>, wake: Wake) -> Self {
        let (sender, arrived) = unbounded();
        let (open, end) = bounded(0);
        let cache = cache.to_owned();
        let thread = thread::Builder::new().name("inbox".to_owned()).spawn(move || {
            let looked = Door::of(&cache).and_then(|door| look(&door, held, &end, &sender, &wake));
            if let Err(error) = looked {
                tracing::warn!("files that the program is started with open a window of their own: {error}");
            }
        });
        Self { arrived, open: Some(open), thread: thread.ok() }
    }

    /// What has arrived since the last call.
    pub fn arrived(&self) -> impl Iterator<Item = HandOver> + '_ {
        self.arrived.try_iter()
    }
}

impl Drop for Reception {
    fn drop(&mut self) {
        self.open = None;
        if let Some(thread) = self.thread.take() {
            // The lock is free once it has ended. One that broke has freed it, too.
            drop(thread.join());
        }
    }
}

fn look(
    door: &Door,
    mut held: Option<Held>,
    end: &Receiver<Infallible>,
    sender: &Sender<HandOver>,
    wake: &Wake,
) -> std::io::Result<()> {
    let mut is_first = true;
    loop {
        if held.is_none() {
            held = door.hold()?;
        }
        if let Some(held) = &held {
            for arrived in door.take(held, std::mem::take(&mut is_first)) {
                if sender.send(arrived).is_err() {
                    return Ok(());
                }
                wake();
            }
        }
        if end.recv_timeout(PAUSE) != Err(RecvTimeoutError::Timeout) {
            return Ok(());
        }
    }
}
