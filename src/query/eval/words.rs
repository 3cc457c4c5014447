//! Bare words: looked for in names and addresses, as the beginning of an identifier, and as an error code; in records
//! that are no sign-ins, also in what happened, to what and why.

use super::ids::GuidStart;
use super::texts::text_rows;
use crate::columns::Columns;
use crate::fields::{Field, Log, Logs};
use crate::query::bits::Bits;
use crate::query::matcher::Matchers;
use crate::query::pattern::{Pattern, code};
use crate::record::UniqueId;

/// The fields that a bare word searches for text in every log.
const TEXTS: [Field; 6] =
    [Field::User, Field::Username, Field::App, Field::Resource, Field::ServicePrincipal, Field::Ip];

/// The fields that a bare word searches too where a record is no sign-in. Sign-ins have some of them, and are not
/// found by these: thousands have the same reason.
const FURTHER: [Field; 23] = [
    Field::Actor,
    Field::Activity,
    Field::Service,
    Field::Category,
    Field::Target,
    Field::TargetId,
    Field::TargetDetails,
    Field::ModifiedProperties,
    Field::ProcessingDetails,
    Field::FailureReason,
    Field::SourceIdentity,
    Field::SourceIdentityId,
    Field::TargetIdentity,
    Field::TargetIdentityId,
    Field::SourceSystem,
    Field::TargetSystem,
    Field::ProvisioningError,
    Field::RecommendedAction,
    Field::ProvisioningSteps,
    Field::RiskEvents,
    Field::MitreTechnique,
    Field::SignInRequestId,
    Field::Item,
];

/// The identifiers that a bare word may begin.
const IDS: [Field; 2] = [Field::RequestId, Field::CorrelationId];

/// How many digits of an identifier a bare word must have: fewer would find some sign-ins by chance.
const MIN_ID_DIGITS: usize = 6;

/// The rows in which one of these words is found.
pub(super) fn rows(columns: &Columns, words: &[Pattern]) -> Bits {
    let mut bits = Bits::none(columns.len());
    let matchers = Matchers::of_words(words);
    for field in TEXTS {
        bits.or(&text_rows(columns, field, &matchers));
    }
    if has_further(columns) {
        let mut further = Bits::none(columns.len());
        for field in FURTHER {
            further.or(&text_rows(columns, field, &matchers));
        }
        further.and(&no_sign_ins(columns));
        bits.or(&further);
    }
    insert_identified(columns, words, &mut bits);
    bits
}

/// The fields that a bare word searches for text in these records.
pub(in crate::query) fn fields(columns: &Columns) -> impl Iterator<Item = Field> + use<> {
    let further = if has_further(columns) { FURTHER.as_slice() } else { &[] };
    TEXTS.into_iter().chain(further.iter().copied())
}

/// Whether there are records that are no sign-ins.
fn has_further(columns: &Columns) -> bool {
    columns.logs().iter().any(|log| !Logs::SIGN_INS.contains(log))
}

/// The rows that are no sign-ins.
fn no_sign_ins(columns: &Columns) -> Bits {
    let column = columns.text_column(Field::Log);
    let mut hits = vec![false; column.dictionary.len() + 1];
    for (code, key) in column.dictionary.iter() {
        hits[code as usize] = Log::from_key(key).is_some_and(|log| !Logs::SIGN_INS.contains(log));
    }
    Bits::of_codes(columns.len(), &column.codes, &hits)
}

/// Whether a word is an error code or the beginning of an identifier that some sign-in has.
pub(in crate::query) fn names_ids(columns: &Columns, word: &Pattern) -> bool {
    let mut bits = Bits::none(columns.len());
    insert_identified(columns, std::slice::from_ref(word), &mut bits);
    bits.count() > 0
}

/// Adds the rows that words name by an error code or an identifier.
fn insert_identified(columns: &Columns, words: &[Pattern], bits: &mut Bits) {
    let codes: Vec<Pattern> = words.iter().filter_map(error_code).collect();
    bits.or(&text_rows(columns, Field::ErrorCode, &Matchers::of(Field::ErrorCode, &codes)));
    for (field, ids) in IDS.into_iter().filter_map(|field| Some((field, columns.unique_id_column(field)?))) {
        let mut wild: Vec<Pattern> = Vec::new();
        for word in words {
            match word {
                Pattern::Exact(text) => {
                    bits.insert(ids.rows_with(&UniqueId::parse(text)));
                    if let Some(start) = GuidStart::of(text).filter(|start| start.digits() >= MIN_ID_DIGITS) {
                        bits.insert(ids.rows_of_guids(start.guids()));
                    }
                }
                Pattern::Wildcard(_) => wild.push(word.clone()),
                // Identifiers are searched by an expression only where it is asked of them: there are as many as rows.
                Pattern::Regular(_) | Pattern::Network(_) | Pattern::Legacy | Pattern::Modern => {}
            }
        }
        if !wild.is_empty() {
            bits.or(&super::ids::rows(columns.len(), field, ids, &wild));
        }
    }
}

/// The error code that a word names, as `50126` or `AADSTS50126`. A zero in front makes it another number, and
/// success is no error.
fn error_code(word: &Pattern) -> Option<Pattern> {
    let Pattern::Exact(word) = word else { return None };
    let code = code(word).filter(|code| code != "0")?;
    let before = word.strip_suffix(code.as_str())?;
    (!before.contains('0')).then_some(Pattern::Exact(code))
}
