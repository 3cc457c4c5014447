//! Packs the JSON downloads of `assets/sample`, `assets/sample-reports` and `assets/sample-directory` into the zip that
//! the program carries, so that "Look around with sample data" works wherever it is installed. The program for Windows gets
//! its icon, version and manifest.

use std::error::Error;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use zip::write::SimpleFileOptions;

fn main() -> Result<(), Box<dyn Error>> {
    windows_resources()?;
    let out = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);
    pack_licences(&out)?;
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

/// The licences of other people's code, a tenth as large.
fn pack_licences(out: &Path) -> Result<(), Box<dyn Error>> {
    let licences = "packaging/THIRD-PARTY-LICENSES.txt";
    println!("cargo::rerun-if-changed={licences}");
    let mut zip = zip::ZipWriter::new(File::create(out.join("licences.zip"))?);
    zip.start_file("licences.txt", SimpleFileOptions::default())?;
    io::copy(&mut File::open(licences)?, &mut zip)?;
    zip.finish()?;
    Ok(())
}

fn windows_resources() -> io::Result<()> {
    let (icon, manifest) = ("assets/icon/signin-lens.ico", "packaging/windows/signin-lens.manifest");
    for file in [icon, manifest] {
        println!("cargo::rerun-if-changed={file}");
    }
    if std::env::var("CARGO_CFG_TARGET_OS").is_ok_and(|system| system == "windows") {
        winresource::WindowsResource::new()
            .set_icon(icon)
            .set_manifest_file(manifest)
            .set("FileDescription", "Sign-in Lens")
            .set("ProductName", "Sign-in Lens")
            .set("CompanyName", "The Sign-in Lens developers")
            .set("LegalCopyright", "MIT licence")
            .compile()?;
    }
    Ok(())
}
