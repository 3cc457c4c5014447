//! `encrypt` and `decrypt`, and where verbs have the passphrase of an encrypted cache from: the environment, or a question at
//! the terminal. It is no argument, since those are seen by everyone on the computer.

use std::env;
use std::io::{self, IsTerminal};
use std::sync::OnceLock;

use super::{Failure, Shared};
use crate::cache::{Cache, CacheError, CacheFile, Passphrase, Trouble};

/// The environment variable that has the passphrase of the cache.
pub(super) const PASSPHRASE: &str = "SIGNIN_LENS_PASSPHRASE";
/// The environment variable that has the one it is to have.
const NEW_PASSPHRASE: &str = "SIGNIN_LENS_NEW_PASSPHRASE";
/// So often a passphrase is asked for.
const ATTEMPTS: usize = 3;

/// The cache that all of a call uses, so that its passphrase is asked for once.
#[derive(Debug, Default)]
pub(super) struct OpenedFile(OnceLock<CacheFile>);

impl Shared {
    /// The cache that is asked for.
    pub(super) fn cache_file(&self) -> Result<&CacheFile, Failure> {
        let path = self.cache_path()?;
        Ok(self.file.0.get_or_init(|| CacheFile::new(path, given(PASSPHRASE))))
    }

    /// Opens it, once its passphrase is known.
    pub(super) fn open_cache(&self) -> Result<Cache, Failure> {
        let file = self.cache_file()?;
        self.unlocked(|| file.open()).map_err(|error| match error {
            CacheError::Locked => Failure::input(format!(
                "{error}: set the environment variable {PASSPHRASE}, or call this in a terminal"
            )),
            other => other.into(),
        })
    }

    /// Does something with the cache, and asks for its passphrase if that turns out to be needed and somebody is there.
    pub(super) fn unlocked<T>(&self, mut act: impl FnMut() -> Result<T, CacheError>) -> Result<T, CacheError> {
        let mut result = act();
        for _ in 0..ATTEMPTS {
            let is_locked = result.as_ref().is_err_and(|error| error.trouble() == Some(Trouble::Locked));
            if !is_locked || !io::stdin().is_terminal() {
                break;
            }
            if matches!(result, Err(CacheError::WrongPassphrase)) {
                eprintln!("{}", CacheError::WrongPassphrase);
            }
            let Some(passphrase) = asked("Passphrase of the cache: ") else { break };
            if let Ok(file) = self.cache_file() {
                file.set_passphrase(Some(passphrase));
            }
            result = act();
        }
        result
    }
}

fn given(variable: &str) -> Option<Passphrase> {
    env::var(variable).ok().and_then(Passphrase::new)
}

/// Asks at the terminal, without showing what is typed; `None` if nothing comes.
fn asked(question: &str) -> Option<Passphrase> {
    rpassword::prompt_password(question).ok().and_then(Passphrase::new)
}

/// Encrypts the cache, or gives an encrypted one another passphrase.
pub(super) fn encrypt(shared: &Shared) -> Result<(), Failure> {
    let file = existing(shared)?;
    let passphrase = match given(NEW_PASSPHRASE) {
        Some(passphrase) => passphrase,
        None => asked_twice()?,
    };
    if passphrase.is_short() {
        return Err(Failure::call(format!("A passphrase has at least {} characters", Passphrase::FEWEST)));
    }
    file.encrypt(Some(passphrase))?;
    eprintln!("The cache is encrypted. Nobody can open it without its passphrase");
    Ok(())
}

/// Decrypts the cache.
pub(super) fn decrypt(shared: &Shared) -> Result<(), Failure> {
    existing(shared)?.encrypt(None)?;
    eprintln!("The cache is not encrypted");
    Ok(())
}

/// The cache, opened once so that its passphrase is known; none is made.
fn existing(shared: &Shared) -> Result<&CacheFile, Failure> {
    let file = shared.cache_file()?;
    if !file.path().exists() {
        return Err(Failure::call(format!("There is no cache {}", file.path().display())));
    }
    shared.open_cache()?;
    Ok(file)
}

fn asked_twice() -> Result<Passphrase, Failure> {
    let none = || {
        Failure::call(format!(
            "Set the environment variable {NEW_PASSPHRASE}, or call this in a terminal, and type one"
        ))
    };
    if !io::stdin().is_terminal() {
        return Err(none());
    }
    let passphrase = asked("New passphrase: ").ok_or_else(none)?;
    match asked("The same again: ") {
        Some(again) if again == passphrase => Ok(passphrase),
        _ => Err(Failure::call("The two passphrases are not the same: the cache is as it was")),
    }
}
