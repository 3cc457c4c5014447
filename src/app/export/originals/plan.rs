//! Which files original records make.

use std::ops::ControlFlow;
use std::path::Path;

use super::is_zip;
use crate::cache::{Cache, CacheError, Places, SourceId, Telling};
use crate::clock::Millis;
use crate::export::file::ExportProgress;
use crate::fields::{Log, fold};
use crate::import::{Decoded, Decoder, Format, Shape};
use crate::record::EventId;

/// One file of original records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OriginalFile {
    /// Its name, which tells the log.
    pub name: String,
    /// Its sources, earliest export first.
    pub sources: Vec<SourceId>,
    /// How many records it has.
    pub records: u64,
    /// When its newest source was written.
    pub exported: Millis,
    pub(super) kind: Kind,
    logs: Vec<Log>,
}

/// Records of the same kind can stand in one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// JSON whose records tell their log, or are interactive sign-ins, for which a record without a log is taken.
    Json(Format),
    /// JSON whose records do not.
    JsonOf(Format, Log),
    /// Lists of values under a list of columns.
    Rows { columns: String, log: Log },
    /// Rows of CSV under a header.
    Csv { header: String, log: Log, day_first: bool },
    /// Rows of authentication details under a header.
    Details { header: String, day_first: bool },
}

impl Kind {
    fn of(shape: &Shape, tells_log: bool) -> Self {
        let log = shape.log.unwrap_or(Log::Interactive);
        match shape.format {
            Format::PortalCsvDetails | Format::ProvisioningCsvDetails => {
                Self::Details { header: shape.header.clone(), day_first: shape.day_first }
            }
            // Look-ups tell of no event, so that none of their records is ever planned.
            Format::PortalCsv
            | Format::AzureCsv
            | Format::PropertyCsv
            | Format::PortalReportCsv
            | Format::M365Csv
            | Format::DirectoryUsers
            | Format::DirectoryMembers => Self::Csv { header: shape.header.clone(), log, day_first: shape.day_first },
            Format::MappedCsv => Self::Csv { header: shape.header_row().into_owned(), log, day_first: shape.day_first },
            Format::AzureRows => Self::Rows { columns: shape.header.clone(), log },
            Format::PortalJson
            | Format::GraphJson
            | Format::AzureJson
            | Format::DiagnosticJson
            | Format::PowerShellJson
            | Format::WrappedJson
            | Format::MappedJson
            | Format::M365Json
            | Format::DirectoryUsersJson
            | Format::DirectoryMembersJson => {
                // Records of Microsoft Graph are the same whether the portal or an answer lists them.
                let format = if shape.format == Format::GraphJson { Format::PortalJson } else { shape.format };
                if tells_log || log == Log::Interactive { Self::Json(format) } else { Self::JsonOf(format, log) }
            }
        }
    }

    fn name(&self) -> &'static str {
        match self {
            Self::Json(_) => "SignIns",
            Self::JsonOf(_, log) | Self::Rows { log, .. } | Self::Csv { log, .. } => log_name(*log),
            Self::Details { .. } => "SignIns_AuthDetails",
        }
    }

    fn ending(&self) -> &'static str {
        match self {
            Self::Json(_) | Self::JsonOf(..) | Self::Rows { .. } => "json",
            Self::Csv { .. } | Self::Details { .. } => "csv",
        }
    }
}

/// What the portal calls files of a log; the import tells the log by it.
pub(in crate::app::export) fn log_name(log: Log) -> &'static str {
    match log {
        Log::Interactive => "InteractiveSignIns",
        Log::NonInteractive => "NonInteractiveSignIns",
        Log::ServicePrincipal => "ApplicationSignIns",
        Log::ManagedIdentity => "MSISignIns",
        Log::AdFs => "ADFSSignIns",
        Log::Audit => "AuditLogs",
        Log::Provisioning => "ProvisioningLogs",
        Log::RiskyUsers => "RiskyUsers",
        Log::RiskyWorkloads => "RiskyServicePrincipals",
        Log::RiskDetections => "RiskDetections",
        Log::Activity => "Microsoft365Activity",
        Log::ActivitySignIns => "Microsoft365SignIns",
    }
}

/// The original records of some sign-ins, and the files they make.
#[derive(Debug)]
pub struct Originals {
    files: Vec<OriginalFile>,
    places: Places,
}

impl Originals {
    /// The files.
    #[must_use]
    pub fn files(&self) -> &[OriginalFile] {
        &self.files
    }

    /// How many records there are.
    #[must_use]
    pub fn records(&self) -> u64 {
        self.files.iter().map(|file| file.records).sum()
    }

    /// The ending of the whole: that of the only file, or of a zip.
    #[must_use]
    pub fn ending(&self) -> &'static str {
        match &self.files[..] {
            [] => "json",
            [only] => only.kind.ending(),
            _ => "zip",
        }
    }

    /// What should be said of a file that is not called as its import needs it, as a sentence without a full stop.
    #[must_use]
    pub fn name_note(&self, path: &Path) -> Option<String> {
        let [only] = &self.files[..] else { return None };
        let log = match only.kind {
            Kind::JsonOf(_, log) | Kind::Rows { log, .. } | Kind::Csv { log, .. } if log != Log::Interactive => log,
            _ => return None,
        };
        let name = fold(&path.file_name()?.to_string_lossy());
        (!is_zip(path) && !name.contains(&fold(log_name(log)))).then(|| {
            let (known, key) = (log_name(log), log.key());
            format!("Its records do not tell their log: keep {known} in the name, or import it with --log {key}")
        })
    }

    pub(super) fn places(&self) -> &Places {
        &self.places
    }

    /// The same records in files in which no record need tell its log.
    pub(super) fn by_name(self) -> Self {
        Self::new(self.places, &|_| false)
    }

    fn new(places: Places, tells_log: &dyn Fn(&Telling) -> bool) -> Self {
        let mut files: Vec<OriginalFile> = Vec::new();
        for telling in places.tellings() {
            let kind = Kind::of(&telling.shape, tells_log(telling));
            // A file of another kind that tells of the same log earlier must stay earlier than this source.
            let tells_too = |file: &OriginalFile| file.logs.iter().any(|log| telling.logs.contains(log));
            let first = files.iter().rposition(|file| file.kind != kind && tells_too(file)).map_or(0, |last| last + 1);
            match files.iter_mut().skip(first).find(|file| file.kind == kind) {
                Some(file) => {
                    file.sources.push(telling.source);
                    file.records += telling.records;
                    file.exported = file.exported.max(telling.exported);
                    file.logs.extend(&telling.logs);
                }
                None => files.push(OriginalFile {
                    name: String::new(),
                    sources: vec![telling.source],
                    records: telling.records,
                    exported: telling.exported,
                    kind,
                    logs: telling.logs.iter().copied().collect(),
                }),
            }
        }
        name_and_date(&mut files);
        Self { files, places }
    }
}

/// Gives every file a name of its own, and a date that is later than those of the files before it.
fn name_and_date(files: &mut [OriginalFile]) {
    let mut names: Vec<&'static str> = Vec::new();
    let mut earliest = Millis(0);
    for file in files {
        let base = file.kind.name();
        let same = names.iter().filter(|name| **name == base).count();
        names.push(base);
        let number = if same == 0 { String::new() } else { format!("_{}", same + 1) };
        file.name = format!("{base}{number}.{}", file.kind.ending());
        // A zip tells even seconds only.
        file.exported = earliest.max(Millis(file.exported.0.div_euclid(2 * Millis::SECOND) * 2 * Millis::SECOND));
        earliest = Millis(file.exported.0 + 2 * Millis::SECOND);
    }
}

/// Finds the original records of sign-ins and the files they make; `None` if cancelled meanwhile.
pub fn plan_originals(
    cache: &Cache,
    log_of: &dyn Fn(EventId) -> Option<Log>,
    progress: &ExportProgress,
) -> Result<Option<Originals>, CacheError> {
    let Some(places) = cache.originals_of(log_of, &|| progress.is_cancelled())? else { return Ok(None) };
    let mut mute = Vec::new();
    for telling in places.tellings().iter().filter(|telling| telling.shape.format.is_json()) {
        let reader = nameless_decoder(telling.shape.clone())?;
        // Records of a file have the same properties, so the first one speaks for all; writing checks each.
        cache.for_each_original(&places, telling.source, &mut |event, text| {
            if !tells_log(&reader, text, log_of(event)) {
                mute.push(telling.source);
            }
            ControlFlow::Break(())
        })?;
    }
    Ok(Some(Originals::new(places, &|telling| !mute.contains(&telling.source))))
}

/// Reads JSON of this shape as from a file whose name tells no log.
pub(super) fn nameless_decoder(shape: Shape) -> Result<Decoder, CacheError> {
    Decoder::new(&Shape { log: None, ..shape }).map_err(|error| CacheError::Damaged(error.to_string()))
}

/// Whether a record comes to its log again without any help.
pub(super) fn tells_log(reader: &Decoder, text: &[u8], log: Option<Log>) -> bool {
    match reader.decode(text) {
        Ok(Decoded::SignIn(record)) => Some(record.log) == log,
        Ok(Decoded::Step { .. } | Decoded::Entry(_)) | Err(_) => true,
    }
}
