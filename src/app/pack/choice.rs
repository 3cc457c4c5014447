//! What the user chose of a review pack, remembered for the next time.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::texts::text;

/// The form of a pack.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PackFormat {
    /// A page for the browser, which prints well.
    #[default]
    Html,
    /// An Excel workbook.
    Xlsx,
}

impl PackFormat {
    /// Both, in the order of the dialog.
    pub const ALL: [Self; 2] = [Self::Html, Self::Xlsx];

    /// What the dialog calls it.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Html => text!("pack-html"),
            Self::Xlsx => text!("pack-xlsx"),
        }
    }

    /// What that is, in a sentence without a full stop.
    #[must_use]
    pub fn about(self) -> &'static str {
        match self {
            Self::Html => text!("pack-html-about"),
            Self::Xlsx => text!("pack-xlsx-about"),
        }
    }

    /// The ending of its files.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Xlsx => "xlsx",
        }
    }

    /// The form that a file's ending asks for.
    #[must_use]
    pub fn of_ending(ending: &str) -> Option<Self> {
        match ending.to_lowercase().as_str() {
            "html" | "htm" => Some(Self::Html),
            "xlsx" => Some(Self::Xlsx),
            _ => None,
        }
    }
}

/// What the user chose.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PackChoice {
    /// The form of the pack.
    pub format: PackFormat,
    /// The pages that were put in or left out by hand, by their keys; of the others those are in that have data.
    pages: BTreeMap<String, bool>,
}

impl PackChoice {
    /// Whether a page is in the pack.
    #[must_use]
    pub fn has(&self, page: &str, has_data: bool) -> bool {
        self.pages.get(page).copied().unwrap_or(has_data)
    }

    /// Puts a page in or leaves it out.
    pub fn set(&mut self, page: &str, is_in: bool, has_data: bool) {
        if is_in == has_data {
            self.pages.remove(page);
        } else {
            self.pages.insert(page.to_owned(), is_in);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_in_if_it_has_data_unless_chosen_otherwise() {
        let mut choice = PackChoice::default();
        assert!(choice.has("users", true) && !choice.has("adfs", false));
        choice.set("users", false, true);
        choice.set("adfs", true, false);
        assert!(!choice.has("users", true) && choice.has("adfs", false));
        let text = serde_json::to_string(&choice).expect("plain data");
        assert_eq!(serde_json::from_str::<PackChoice>(&text).expect("the same"), choice);
        choice.set("users", true, true);
        choice.set("adfs", false, false);
        assert_eq!(choice, PackChoice::default(), "what is as it would be anyway is not remembered");
    }
}
