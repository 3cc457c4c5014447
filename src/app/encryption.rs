//! Whether the cache is encrypted, and the ways to change that or to open it.

use super::command::Sheet;
use super::jobs::Task;
use super::state::{Notice, State};
use super::trouble::CacheTrouble;
use crate::cache::{Passphrase, Trouble};
use crate::texts::text;

/// What the user wants of the encryption.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EncryptionCommand {
    /// Open the encrypted cache with this.
    Unlock(Passphrase),
    /// Encrypt the cache with this from now on.
    Encrypt(Passphrase),
    /// Write the cache so that no passphrase is needed.
    Decrypt,
}

/// Whether the cache is encrypted.
#[derive(Clone, Debug, Default)]
pub struct Encryption {
    /// Whether it is, as far as is known.
    pub is_on: bool,
    /// Why it could not be changed, as a sentence.
    pub problem: Option<String>,
    change: Change,
    /// Whether the cache is opened again after something kept it from that, so that imports may wait for it.
    pub(super) is_reopening: bool,
}

/// How far a change is.
#[derive(Clone, Debug, Default)]
enum Change {
    #[default]
    None,
    /// The thread that reads the cache closes it first.
    Waiting(Option<Passphrase>),
    Running,
}

impl Encryption {
    /// Whether the cache is being encrypted or decrypted.
    #[must_use]
    pub fn is_changing(&self) -> bool {
        !matches!(self.change, Change::None)
    }
}

impl State {
    pub(super) fn apply_encryption(&mut self, command: EncryptionCommand) {
        match command {
            EncryptionCommand::Unlock(passphrase) => {
                self.jobs.cache().set_passphrase(Some(passphrase));
                self.reopen_cache();
                if let Some(trouble) = &mut self.trouble {
                    trouble.is_being_opened = true;
                }
            }
            EncryptionCommand::Encrypt(passphrase) => self.change_encryption(Some(passphrase)),
            EncryptionCommand::Decrypt => self.change_encryption(None),
        }
    }

    fn change_encryption(&mut self, passphrase: Option<Passphrase>) {
        if self.is_using_cache() {
            self.encryption.problem = Some(text!("window-encryption-busy").to_owned());
        } else if !self.encryption.is_changing() {
            self.encryption.problem = None;
            self.encryption.change = Change::Waiting(passphrase);
            self.jobs.run(Task::LetGo);
        }
    }

    /// Opens a sheet or closes it; not while the cache is written anew, since what comes of that is told there.
    pub(super) fn show_sheet(&mut self, sheet: Option<Sheet>) {
        if !self.encryption.is_changing() {
            self.encryption.problem = None;
            self.sheet = sheet;
        }
    }

    /// Whether something that takes its time has the cache open.
    fn is_using_cache(&self) -> bool {
        self.imports.stage().is_some()
            || self.imports.is_running()
            || self.exporting.running.is_some()
            || self.verifying.is_running()
    }

    /// The thread that reads the cache has closed it.
    pub(super) fn encrypt_let_go(&mut self) {
        self.encryption.change = match std::mem::take(&mut self.encryption.change) {
            Change::Waiting(passphrase) => {
                self.jobs.run(Task::Encrypt(passphrase));
                Change::Running
            }
            other => other,
        };
    }

    pub(super) fn encryption_changed(&mut self, result: Result<bool, String>) {
        self.encryption.change = Change::None;
        match result {
            Ok(is_on) => {
                self.encryption.is_on = is_on;
                self.sheet = self.sheet.filter(|sheet| *sheet != Sheet::Encryption);
                let text = if is_on { text!("window-encrypted") } else { text!("window-decrypted") };
                self.notice = Some(Notice { text: text.to_owned(), is_error: false });
            }
            Err(reason) => {
                let reason = self.shown_reason(reason);
                if self.sheet != Some(Sheet::Encryption) {
                    self.notice = Some(Notice { text: reason.clone(), is_error: true });
                }
                self.encryption.problem = Some(reason);
            }
        }
        // Nothing is known of what was closed, and what is shown can be read again.
        self.jobs.run(Task::Load);
        self.jobs.run(Task::ListSources);
    }

    /// The cache was read: what it was that kept it from being opened is over.
    pub(super) fn cache_opened(&mut self) {
        let is_unlocked = |trouble: &CacheTrouble| trouble.is_being_opened || trouble.kind == Trouble::Locked;
        self.trouble = self.trouble.take().filter(|trouble| !is_unlocked(trouble));
        if std::mem::take(&mut self.encryption.is_reopening) {
            self.jobs.run(Task::ImportHeld);
        }
    }
}
