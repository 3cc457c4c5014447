//! Packs the JSON downloads of `assets/sample`, `assets/sample-reports` and `assets/sample-directory` into the zip that
//! the program carries, so that "Look around with sample data" works wherever it is installed.

use std::error::Error;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use zip::write::SimpleFileOptions;

fn main() -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);
    let mut zip = zip::ZipWriter::new(File::create(out.join("sample.zip"))?);
    for folder in ["assets/sample", "assets/sample-reports", "assets/sample-directory"].map(Path::new) {
        println!("cargo::rerun-if-changed={}", folder.display());
        let mut names: Vec<String> = fs::read_dir(folder)?
            .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
            .collect::<io::Result<_>>()?;
        names.retain(|name| Path::new(name).extension().is_some_and(|ending| ending == "json"));
        names.sort();
        for name in names {
            // A fixed date keeps the build reproducible.
            zip.start_file(name.as_str(), SimpleFileOptions::default())?;
            io::copy(&mut File::open(folder.join(&name))?, &mut zip)?;
        }
    }
    zip.finish()?;
    Ok(())
}
