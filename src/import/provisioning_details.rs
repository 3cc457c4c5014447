//! The two files that the portal adds to a download of the provisioning log: the steps and the modified properties of each
//! event, which are joined to it by the identifier of its change.

use super::csv_table::Header;
use super::json_lists::change_line;
use crate::fields::{Field, fold};
use crate::record::lines::ProvisioningStep;
use crate::record::{Detail, UniqueId};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Change,
    Name,
    Status,
    Description,
    Old,
    New,
}

/// Decodes rows of such a file.
#[derive(Debug)]
pub(super) struct ProvisioningDetails {
    header: Header,
    columns: Vec<Option<Column>>,
    /// The list that its rows are lines of.
    field: Field,
}

impl ProvisioningDetails {
    /// A reader of rows under this header; `None` if it is that of no such file. There is no public list of their columns, so
    /// they are told by their words, those of Microsoft Graph among them.
    pub(super) fn new(header: Header) -> Option<Self> {
        let words: Vec<String> = header.names().iter().map(|name| fold(name)).collect();
        let is_event = ["jobid", "cycleid", "action", "provisioningaction", "sourcesystem", "targetsystem"];
        if words.iter().any(|word| is_event.contains(&word.as_str())) {
            return None;
        }
        let columns: Vec<Option<Column>> = words.iter().map(|word| column(word)).collect();
        let has = |column| columns.contains(&Some(column));
        let field = if !has(Column::Change) || !has(Column::Name) {
            return None;
        } else if has(Column::Old) && has(Column::New) {
            Field::ModifiedProperties
        } else if has(Column::Status) || has(Column::Description) {
            Field::ProvisioningSteps
        } else {
            return None;
        };
        Some(Self { header, columns, field })
    }

    /// Whether the columns or the name of the file say that its changes are those of provisioning: other systems list changes
    /// with an identifier, a name and a status, too.
    pub(super) fn are_told(columns: &[String], file: &str) -> bool {
        const WORDS: [&str; 4] = ["provision", "modifiedpropert", "stepname", "steptype"];
        const OF_GRAPH: [&str; 4] = ["changeid", "displayname", "newvalue", "oldvalue"];
        let mut words: Vec<String> = columns.iter().map(|name| fold(name)).collect();
        words.sort();
        let is_told = |text: &str| WORDS.iter().any(|word| text.contains(word));
        is_told(&fold(file)) || words.iter().any(|word| is_told(word)) || words == OF_GRAPH
    }

    pub(super) fn header(&self) -> &Header {
        &self.header
    }

    /// The line of a row, with the identifier of the change that it belongs to; or why it is none.
    pub(super) fn line(&self, row: &str) -> Result<(UniqueId, Detail), String> {
        let mut cells: [String; 6] = Default::default();
        self.header.each_cell(row, |at, cell| {
            if let Some(Some(column)) = self.columns.get(at) {
                let kept = &mut cells[*column as usize];
                if kept.is_empty() {
                    cell.trim().clone_into(kept);
                }
            }
        })?;
        let [change, name, status, description, old, new] = cells;
        if change.is_empty() {
            return Err("it has no change ID".to_owned());
        }
        if name.is_empty() {
            return Err("it has no name".to_owned());
        }
        let line = if self.field == Field::ModifiedProperties {
            change_line("", &name, &old, &new)
        } else {
            ProvisioningStep { name, status: status.to_lowercase(), description }.to_line()
        };
        Ok((UniqueId::parse(&change), Detail::Line(self.field, line)))
    }
}

fn column(word: &str) -> Option<Column> {
    Some(match word {
        "changeid" => Column::Change,
        _ if word.ends_with("oldvalue") => Column::Old,
        _ if word.ends_with("newvalue") => Column::New,
        _ if word.ends_with("status") || word.ends_with("result") => Column::Status,
        _ if word.ends_with("description") || word.ends_with("details") => Column::Description,
        "property" | "attribute" | "step" | "provisioningstep" | "modifiedproperty" => Column::Name,
        _ if word.ends_with("name") => Column::Name,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_and_changed_properties_are_told_by_their_columns() {
        for (header, row, expected) in [
            (
                "Change ID,Step Name,Step Type,Status,Description",
                "c1,EntryImport,Import,Success,Found the user",
                Detail::Line(Field::ProvisioningSteps, "EntryImport: success (Found the user)".to_owned()),
            ),
            (
                "changeId;displayName;oldValue;newValue",
                "c1;city;Oslo;Bergen",
                Detail::Line(Field::ModifiedProperties, "city: Oslo -> Bergen".to_owned()),
            ),
        ] {
            let reader = ProvisioningDetails::new(Header::new(header)).expect("such a file");
            assert_eq!(reader.line(row), Ok((UniqueId::parse("c1"), expected)));
        }
        let are_told = |columns: &str, file| {
            let columns: Vec<String> = columns.split(',').map(str::to_owned).collect();
            ProvisioningDetails::are_told(&columns, file)
        };
        assert!(!are_told("Change ID,Name,Status,Description", "changes.csv"), "a list of some other system");
        assert!(are_told("Change ID,Name,Status,Description", "ProvisioningLogs_ProvisioningSteps.csv"));
        assert!(are_told("Change ID,Step Name,Status", "a.csv"));
        assert!(are_told("changeId,displayName,oldValue,newValue", "a.csv"));
        for header in ["Change ID,Action,Status,Source Name", "Name,Old value,New value", "Change ID,Status"] {
            assert!(ProvisioningDetails::new(Header::new(header)).is_none(), "{header}");
        }
    }
}
