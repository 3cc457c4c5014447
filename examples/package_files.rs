//! Writes what packages have beside the program: icons of all sizes, the manual pages, and completions for shells.
//!
//! `cargo run --release --example package_files -- DIR`

use std::error::Error;
use std::fs;
use std::io::{self, Cursor};
use std::path::{Path, PathBuf};

use clap_complete::Shell;
use image::{ImageFormat, RgbaImage};
use resvg::tiny_skia::{Pixmap, PremultipliedColorU8, Transform};
use resvg::usvg::{Options, Tree};

const ICON: &str = include_str!("../assets/icon/signin-lens.svg");

/// Sizes in pixels that desktops look for in `hicolor`.
const SIZES: [u32; 8] = [16, 24, 32, 48, 64, 128, 256, 512];
/// Those of a Windows icon, which has a byte for each side: 256 is written as 0.
const WINDOWS_SIZES: [u32; 6] = [16, 24, 32, 48, 64, 256];
/// Those of a macOS icon, by the names that its format has for them.
const MAC_SIZES: [(&[u8; 4], u32); 8] = [
    (b"icp4", 16),
    (b"ic11", 32),
    (b"ic12", 64),
    (b"ic07", 128),
    (b"ic13", 256),
    (b"ic08", 256),
    (b"ic09", 512),
    (b"ic10", 1024),
];

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args_os().nth(1).ok_or("name the folder to write to")?);
    icons(&folder.join("icons"))?;
    manual(&folder.join("man"))?;
    completions(&folder.join("completions"))
}

fn icons(folder: &Path) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(folder)?;
    for size in SIZES {
        fs::write(folder.join(format!("{size}.png")), png(size)?)?;
    }
    fs::write(folder.join("signin-lens.svg"), ICON)?;
    fs::write(folder.join("signin-lens.ico"), windows_icon()?)?;
    fs::write(folder.join("signin-lens.icns"), mac_icon()?)?;
    Ok(())
}

/// The icon as PNG with sides of so many pixels.
fn png(size: u32) -> Result<Vec<u8>, Box<dyn Error>> {
    let tree = Tree::from_str(ICON, &Options::default())?;
    let mut pixmap = Pixmap::new(size, size).ok_or("a size above 0")?;
    let scale = size as f32 / tree.size().width();
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    let pixels = pixmap.pixels().iter().map(PremultipliedColorU8::demultiply);
    let bytes = pixels.flat_map(|color| [color.red(), color.green(), color.blue(), color.alpha()]).collect();
    let image = RgbaImage::from_raw(size, size, bytes).ok_or("four bytes for each pixel")?;
    let mut png = Vec::new();
    image.write_to(&mut Cursor::new(&mut png), ImageFormat::Png)?;
    Ok(png)
}

/// A directory of PNG files, as Windows Vista and later read them.
fn windows_icon() -> Result<Vec<u8>, Box<dyn Error>> {
    let pictures = WINDOWS_SIZES.map(png).into_iter().collect::<Result<Vec<_>, _>>()?;
    let mut icon = Vec::new();
    for number in [0_u16, 1, u16::try_from(pictures.len())?] {
        icon.extend(number.to_le_bytes());
    }
    let mut at = icon.len() + 16 * pictures.len();
    for (size, picture) in WINDOWS_SIZES.into_iter().zip(&pictures) {
        let side = u8::try_from(size % 256)?;
        // No palette; one plane of 32 bits.
        icon.extend([side, side, 0, 0, 1, 0, 32, 0]);
        icon.extend(u32::try_from(picture.len())?.to_le_bytes());
        icon.extend(u32::try_from(at)?.to_le_bytes());
        at += picture.len();
    }
    icon.extend(pictures.concat());
    Ok(icon)
}

/// A list of PNG files, each with a name and its length.
fn mac_icon() -> Result<Vec<u8>, Box<dyn Error>> {
    let mut entries = Vec::new();
    for (name, size) in MAC_SIZES {
        let picture = png(size)?;
        entries.extend(name);
        entries.extend(u32::try_from(picture.len() + 8)?.to_be_bytes());
        entries.extend(picture);
    }
    let length = u32::try_from(entries.len() + 8)?;
    Ok([b"icns".as_slice(), &length.to_be_bytes(), &entries].concat())
}

fn manual(folder: &Path) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(folder)?;
    clap_mangen::generate_to(signin_lens::cli::command(), folder)?;
    Ok(())
}

fn completions(folder: &Path) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(folder)?;
    let mut command = signin_lens::cli::command();
    for shell in [Shell::Bash, Shell::Fish, Shell::Zsh, Shell::PowerShell] {
        clap_complete::generate_to(shell, &mut command, "signin-lens", folder).map_err(io::Error::other)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_icons_of_the_repository_are_drawn_from_its_picture() {
        let kept = |name: &str| fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/icon").join(name));
        assert!(kept("signin-lens.ico").expect("it is there") == windows_icon().expect("it is drawn"));
        assert!(kept("signin-lens.png").expect("it is there") == png(128).expect("it is drawn"));
    }

    #[test]
    fn every_verb_has_a_manual_page() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        manual(folder.path()).expect("room for small files");
        for verb in signin_lens::cli::command().get_subcommands() {
            let page = folder.path().join(format!("signin-lens-{}.1", verb.get_name()));
            assert!(page.exists(), "{}", page.display());
        }
    }
}
