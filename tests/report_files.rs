//! Downloads of the portal whose columns no public list names: provisioning in three files, and risk. Columns are told by
//! their words, whatever their case and spacing.

use std::fs;

use signin_lens::cache::{Cache, Counts};
use signin_lens::columns::{self, Columns, RowId};
use signin_lens::fields::{Field, Log};
use signin_lens::import::{Options, Progress, find_inputs};

/// What came of importing files of these names and contents, one after another.
fn import(files: &[(&str, &str)]) -> (Vec<Counts>, Columns, Cache, tempfile::TempDir) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut cache = Cache::open(&folder.path().join("cache.db")).expect("a new cache opens");
    let mut counts = Vec::new();
    for (name, content) in files {
        let path = folder.path().join(name);
        fs::write(&path, content).expect("room for a small file");
        for input in find_inputs(&[path]) {
            let imported = cache.import(&input.expect("the file is there"), &Options::default(), &Progress::default());
            counts.push(imported.unwrap_or_else(|error| panic!("{name}: {error}")).counts);
        }
    }
    let columns = columns::load(&cache).expect("the cache loads");
    (counts, columns, cache, folder)
}

const EVENTS: (&str, &str) = (
    "ProvisioningLogs_2026-10-01_2026-10-31.csv",
    "Date (UTC),Change ID,Cycle ID,Job ID,Action,Status,Source System,Target System,Initiated by\n\
     2026-10-05T08:19:41Z,11111111-2222-4333-8444-555555555501,c1,j1,Update,Success,Microsoft Entra ID,Loom HR,Service\n\
     2026-10-05T08:19:42Z,11111111-2222-4333-8444-555555555502,c1,j1,Create,Failure,Microsoft Entra ID,Loom HR,Service\n",
);
const STEPS: (&str, &str) = (
    "ProvisioningLogs_ProvisioningSteps_2026-10-01_2026-10-31.csv",
    "change id,NAME,Status,Description\n\
     11111111-2222-4333-8444-555555555501,EntryImport,Success,Found the user\n\
     11111111-2222-4333-8444-555555555502,EntryImport,Success,\n\
     11111111-2222-4333-8444-555555555501,EntryExport,Success,\n\
     ,EntryExport,Success,\n",
);
const PROPERTIES: (&str, &str) = (
    "ProvisioningLogs_ModifiedProperties_2026-10-01_2026-10-31.csv",
    "ChangeId,DisplayName,Old Value,New Value\n\
     11111111-2222-4333-8444-555555555501,city,Oslo,Bergen\n\
     11111111-2222-4333-8444-555555555501,title,,Lead\n",
);

#[test]
fn three_files_of_provisioning_become_one_event_whatever_comes_first() {
    for order in [[EVENTS, STEPS, PROPERTIES], [PROPERTIES, EVENTS, STEPS], [STEPS, PROPERTIES, EVENTS]] {
        let (counts, columns, mut cache, _folder) = import(&order);
        let records: u64 = counts.iter().map(|counts| counts.records).sum();
        let rejected: u64 = counts.iter().map(|counts| counts.rejected).sum();
        assert_eq!((records, rejected), (8, 1));
        assert_eq!(columns.rows_of(Log::Provisioning).len(), 2);
        let row =
            (0..2).map(RowId).find(|row| columns.value(Field::ChangeId, *row).is_some_and(|id| id.ends_with("01")));
        let row = row.expect("the event of that change");
        for (field, expected) in [
            (Field::Time, "2026-10-05T08:19:41Z"),
            (Field::ProvisioningAction, "update"),
            (Field::Status, "success"),
            (Field::SourceSystem, "Microsoft Entra ID"),
            (Field::TargetSystem, "Loom HR"),
            (Field::ProvisioningSteps, "EntryImport: success (Found the user)\nEntryExport: success"),
            (Field::ModifiedProperties, "city: Oslo -> Bergen\ntitle: -> Lead"),
        ] {
            assert_eq!(columns.value(field, row).as_deref(), Some(expected), "{}", field.key());
        }
        let steps = cache.sources().expect("sources").into_iter().find(|source| source.name.contains("Steps"));
        cache.forget(steps.expect("the source of the steps").id).expect("it can be forgotten");
        let columns = columns::load(&cache).expect("the cache loads");
        assert_eq!(columns.value(Field::ProvisioningSteps, row), None);
        assert!(columns.value(Field::ModifiedProperties, row).is_some());
    }
}

#[test]
fn risk_downloads_are_told_by_the_words_of_their_columns() {
    for (name, content, log, expected) in [
        (
            "RiskyUsers.csv",
            "User,Username,RISK STATE,Risk Level,Risk detail,Risk last updated\nZoe Berg,zoe@example.com,At risk,High,none,2026-10-05T08:19:41Z\n",
            Log::RiskyUsers,
            vec![(Field::User, "Zoe Berg"), (Field::Risk, "high"), (Field::RiskState, "atRisk")],
        ),
        (
            "RiskDetections.csv",
            "Detection time,User,IP address,Location,Detection type,risk state,RiskLevel,Request ID,Correlation ID\n\
             2026-10-05T08:19:41Z,Zoe Berg,203.0.113.5,\"Oslo, NO\",Anonymous IP address,At risk,Medium,r1,c1\n",
            Log::RiskDetections,
            vec![(Field::RiskEvents, "anonymizedIPAddress"), (Field::Risk, "medium"), (Field::City, "Oslo")],
        ),
        (
            "RiskySignIns.csv",
            "Date,Request ID,User,IP address,Location,Risk state,Risk level (aggregate),Risk level (real-time),Conditional Access\n\
             2026-10-05T08:19:41Z,r1,Zoe Berg,203.0.113.5,\"Oslo, NO\",At risk,Medium,High,Success\n",
            Log::Interactive,
            vec![(Field::RiskAggregated, "medium"), (Field::Risk, "high"), (Field::RiskState, "atRisk")],
        ),
    ] {
        let (counts, columns, ..) = import(&[(name, content)]);
        assert_eq!((counts[0].new, counts[0].rejected), (1, 0), "{name}");
        assert_eq!(columns.log(RowId(0)), log, "{name}");
        for (field, value) in expected {
            assert_eq!(columns.value(field, RowId(0)).as_deref(), Some(value), "{} of {name}", field.key());
        }
    }
}
