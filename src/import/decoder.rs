//! One original text to what it tells: while a file is read, and whenever a stored original is asked for.

use super::csv_table::{CsvReader, Header};
use super::directory::DirectoryReader;
use super::json::JsonReader;
use super::mapping::Stored;
use super::names::Names;
use super::property_table::{JsonRows, PropertyTable};
use super::provisioning_details::ProvisioningDetails;
use super::{Format, ImportError, Shape};
use crate::fields::Log;
use crate::record::{Detail, DirectoryEntry, Record, UniqueId};

/// Decodes originals of one source. It remembers what repeats, so keep it for as many originals as come.
#[derive(Debug)]
pub struct Decoder(Kind);

#[derive(Debug)]
enum Kind {
    Csv(CsvReader),
    Details(CsvReader),
    ProvisioningDetails(ProvisioningDetails),
    Table(PropertyTable),
    Json(JsonReader),
    Rows(JsonRows),
    Directory(DirectoryReader),
}

/// What an original text tells.
#[derive(Clone, Debug, PartialEq)]
pub enum Decoded<'a> {
    /// A sign-in, with what [`Record::derive`] adds.
    SignIn(Record<'a>),
    /// A row of a details file.
    Step {
        /// The request ID of its event.
        request_id: UniqueId,
        /// What it tells.
        detail: Detail,
    },
    /// An entry of the directory, which is no event.
    Entry(DirectoryEntry),
}

impl Decoder {
    /// A decoder for the originals of a source of this shape. Fails if the shape's header is none of its format.
    pub fn new(shape: &Shape) -> Result<Self, ImportError> {
        let log = shape.log.unwrap_or(Log::Interactive);
        let json = JsonReader::new(Names::of_records(log.report()), log, shape.day_first).by_clock(shape.clock());
        Ok(Self(match shape.format {
            Format::PortalCsv | Format::PortalCsvDetails => {
                let header = Header::new(&shape.header);
                let details = shape.format == Format::PortalCsvDetails;
                super::recognise::check_header(&header, details, "the stored header")?;
                let reader = CsvReader::new(header, log, shape.day_first);
                if details { Kind::Details(reader) } else { Kind::Csv(reader) }
            }
            Format::AzureCsv | Format::PropertyCsv | Format::PortalReportCsv | Format::M365Csv => {
                Kind::Table(PropertyTable::of_csv(Header::new(&shape.header), log, shape.day_first))
            }
            Format::ProvisioningCsvDetails => {
                let reader = ProvisioningDetails::new(Header::new(&shape.header));
                Kind::ProvisioningDetails(reader.ok_or_else(|| ImportError::OtherContent {
                    place: "the stored header".to_owned(),
                    seems: "something else".to_owned(),
                })?)
            }
            Format::AzureRows => {
                let rows = JsonRows::new(&shape.header, log, shape.day_first);
                Kind::Rows(rows.ok_or_else(|| ImportError::OtherContent {
                    place: "the stored list of columns".to_owned(),
                    seems: "something else".to_owned(),
                })?)
            }
            Format::MappedCsv | Format::MappedJson => {
                let stored = Stored::of(shape).ok_or_else(|| ImportError::OtherContent {
                    place: "the stored assignment of columns".to_owned(),
                    seems: "something else".to_owned(),
                })?;
                if shape.format == Format::MappedCsv {
                    Kind::Table(PropertyTable::mapped(Header::new(&stored.header), &stored.mapping))
                } else {
                    Kind::Json(JsonReader::mapped(&stored.mapping))
                }
            }
            Format::PortalJson | Format::GraphJson => Kind::Json(json),
            Format::AzureJson
            | Format::DiagnosticJson
            | Format::PowerShellJson
            | Format::WrappedJson
            | Format::M365Json => Kind::Json(json.making_ids()),
            Format::DirectoryUsers | Format::DirectoryMembers => {
                Kind::Directory(DirectoryReader::of_csv(&shape.header))
            }
            Format::DirectoryUsersJson | Format::DirectoryMembersJson => Kind::Directory(DirectoryReader::Json),
        }))
    }

    /// What the original tells, or the reason why it can't be read, as a sentence without a full stop.
    /// Bytes that are no UTF-8 become replacement characters in the values they are in.
    pub fn decode<'a>(&self, text: &'a [u8]) -> Result<Decoded<'a>, String> {
        // Checking first is several times faster than replacing what is seldom there.
        if let Ok(text) = std::str::from_utf8(text) {
            return self.decode_text(text);
        }
        self.decode_text(&String::from_utf8_lossy(text)).map(|decoded| match decoded {
            Decoded::SignIn(record) => Decoded::SignIn(record.into_owned()),
            Decoded::Step { request_id, detail } => Decoded::Step { request_id, detail },
            Decoded::Entry(entry) => Decoded::Entry(entry),
        })
    }

    fn decode_text<'a>(&self, text: &'a str) -> Result<Decoded<'a>, String> {
        match &self.0 {
            Kind::Csv(reader) => reader.sign_in(text).map(Decoded::SignIn),
            Kind::Details(reader) => {
                reader.step(text).map(|(request_id, step)| Decoded::Step { request_id, detail: Detail::Step(step) })
            }
            Kind::ProvisioningDetails(reader) => {
                reader.line(text).map(|(request_id, detail)| Decoded::Step { request_id, detail })
            }
            Kind::Table(reader) => reader.sign_in(text).map(Decoded::SignIn),
            Kind::Json(reader) => reader.decode(text).map(Decoded::SignIn),
            Kind::Rows(reader) => reader.sign_in(text).map(Decoded::SignIn),
            Kind::Directory(reader) => reader.entry(text).map(Decoded::Entry),
        }
    }

    /// The date of a JSON record as it stands there; empty if it has none, or is no record.
    pub(super) fn date(&self, text: &[u8]) -> String {
        let text = String::from_utf8_lossy(text);
        let date = match &self.0 {
            Kind::Json(reader) => reader.date(&text),
            Kind::Rows(reader) => reader.date(&text),
            Kind::Csv(_) | Kind::Details(_) | Kind::ProvisioningDetails(_) | Kind::Table(_) | Kind::Directory(_) => {
                Ok(String::new())
            }
        };
        date.unwrap_or_default()
    }

    /// The columns of an original that is a row with its cells, unknown columns among them; nothing for JSON objects.
    #[must_use]
    pub fn cells(&self, text: &[u8]) -> Vec<(String, String)> {
        match &self.0 {
            Kind::Csv(reader) | Kind::Details(reader) => reader.header().pairs(&String::from_utf8_lossy(text)),
            Kind::ProvisioningDetails(reader) => reader.header().pairs(&String::from_utf8_lossy(text)),
            Kind::Table(reader) => reader.header().pairs(&String::from_utf8_lossy(text)),
            Kind::Rows(reader) => reader.pairs(&String::from_utf8_lossy(text)),
            Kind::Directory(reader) => reader.pairs(&String::from_utf8_lossy(text)),
            Kind::Json(_) => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fields::Field;

    fn shape(format: Format, header: &str) -> Shape {
        Shape { header: header.to_owned(), ..Shape::new(format, None) }
    }

    #[test]
    fn bytes_that_are_no_text_spoil_only_their_value() {
        let decoder = Decoder::new(&shape(Format::PortalJson, "")).expect("JSON needs no header");
        let text = b"{\"id\":\"r\",\"createdDateTime\":\"2026-10-05T08:19:41Z\",\"userDisplayName\":\"Zo\xeb\"}";
        let Ok(Decoded::SignIn(record)) = decoder.decode(text) else { panic!("a sign-in") };
        assert_eq!(record.get(Field::User), Some("Zo\u{fffd}"));
        assert!(decoder.cells(text).is_empty());
    }

    #[test]
    fn a_header_of_something_else_is_refused() {
        assert!(Decoder::new(&shape(Format::PortalCsv, "a,b")).is_err());
        assert!(Decoder::new(&shape(Format::PortalCsvDetails, "Request ID,Date")).is_err());
        assert!(Decoder::new(&shape(Format::PortalCsv, "Request ID,Date")).is_ok());
    }
}
