//! Live figures of an import, and the way to stop it.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

/// Live figures, shared between the one who reads and whoever watches. Figures of several inputs read with
/// the same `Progress` add up.
#[derive(Debug, Default)]
pub struct Progress {
    looked: AtomicU64,
    bytes: AtomicU64,
    bytes_total: AtomicU64,
    records: AtomicU64,
    rejected: AtomicU64,
    cancelled: AtomicBool,
    /// Milliseconds of the present wait; 0 if there is none.
    waiting: AtomicU64,
    /// Milliseconds of all waits that have ended.
    waited: AtomicU64,
}

/// A shorter wait is not worth a word.
const WORTH_MENTIONING: Duration = Duration::from_secs(1);

impl Progress {
    /// Bytes looked through before the reading, to recognise the inputs.
    #[must_use]
    pub fn looked(&self) -> u64 {
        self.looked.load(Ordering::Relaxed)
    }

    /// Bytes of the inputs read so far.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.bytes.load(Ordering::Relaxed)
    }

    /// Bytes of the inputs whose reading has begun; 0 if unknown.
    #[must_use]
    pub fn bytes_total(&self) -> u64 {
        self.bytes_total.load(Ordering::Relaxed)
    }

    /// Whether the inputs were read to their end; what is left is up to whoever receives them.
    #[must_use]
    pub fn is_read(&self) -> bool {
        self.bytes_total() > 0 && self.bytes() >= self.bytes_total()
    }

    /// Records handed to the sink so far, rejected ones included.
    #[must_use]
    pub fn records(&self) -> u64 {
        self.records.load(Ordering::Relaxed)
    }

    /// Records that could not be read so far.
    #[must_use]
    pub fn rejected(&self) -> u64 {
        self.rejected.load(Ordering::Relaxed)
    }

    /// Whether another import has to end first, for longer than a moment by now.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        u128::from(self.waiting.load(Ordering::Relaxed)) >= WORTH_MENTIONING.as_millis()
    }

    /// How long it was waited for others, in which nothing was read.
    #[must_use]
    pub fn waited(&self) -> Duration {
        Duration::from_millis(self.waited.load(Ordering::Relaxed) + self.waiting.load(Ordering::Relaxed))
    }

    /// Tells how long another import has been waited for by now.
    pub(crate) fn set_waiting(&self, time: Duration) {
        self.waiting.store(u64::try_from(time.as_millis()).unwrap_or(u64::MAX), Ordering::Relaxed);
    }

    /// The wait has ended.
    pub(crate) fn end_waiting(&self) {
        self.waited.fetch_add(self.waiting.swap(0, Ordering::Relaxed), Ordering::Relaxed);
    }

    /// Makes the reading stop within 100 ms; it can't be taken back.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// Whether [`Self::cancel`] was called.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }

    pub(super) fn begin(&self, bytes: u64) {
        self.bytes_total.fetch_add(bytes, Ordering::Relaxed);
    }

    pub(super) fn add_looked(&self, bytes: u64) {
        self.looked.fetch_add(bytes, Ordering::Relaxed);
    }

    pub(super) fn add_bytes(&self, bytes: u64) {
        self.bytes.fetch_add(bytes, Ordering::Relaxed);
    }

    pub(super) fn add_records(&self, records: u64, rejected: u64) {
        self.records.fetch_add(records, Ordering::Relaxed);
        self.rejected.fetch_add(rejected, Ordering::Relaxed);
    }
}
