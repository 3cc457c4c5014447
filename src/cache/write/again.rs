//! Reading anew what an older program wrote of logs whose events it found by less.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::super::names::NAMED;
use super::super::originals::{Occurrence, Originals};
use super::super::{CacheError, SourceId, event};
use super::Writer;
use super::rebuild::rebuild_events;
use crate::record::EventId;
use crate::record::batch::{Batch, Original};

/// After so many originals it is told how far it is.
const TOLD_EVERY: u64 = 1_000;

/// Finds the events of these logs anew by their originals, as if they were imported again in the same order. Which records
/// could not be read before can't be read now.
pub(in super::super) fn add_named_again(connection: &Connection) -> Result<(), CacheError> {
    let mut events: Vec<EventId> = Vec::new();
    event::for_each(connection, |row| {
        if NAMED.contains(row.log) {
            events.push(row.event);
        }
    })?;
    let mut originals = Originals::new(connection);
    let mut told: BTreeMap<SourceId, Vec<Occurrence>> = BTreeMap::new();
    for event in events {
        let mut own = originals.occurrences(event)?;
        own.retain(|occurrence| !occurrence.step);
        // What can't be read any more stays as it is.
        if originals.records(event)?.len() < own.len() {
            continue;
        }
        for statement in ["DELETE FROM occurrence WHERE event = ?1", "DELETE FROM event WHERE id = ?1"] {
            connection.prepare_cached(statement)?.execute([event.0])?;
        }
        for occurrence in own {
            told.entry(occurrence.source).or_default().push(occurrence);
        }
    }
    if told.is_empty() {
        return Ok(());
    }
    connection.execute("DELETE FROM event_key WHERE event NOT IN (SELECT id FROM event)", [])?;
    for (source, mut occurrences) in told {
        occurrences.sort_unstable_by_key(|occurrence| (occurrence.block, occurrence.start));
        add_again(connection, &mut originals, source, &occurrences, &mut |_| {})?;
    }
    Ok(())
}

/// Finds the events of these originals of a source, in the order of its file, as if it were imported just now; `told` hears
/// now and then how many were read. What can't be read is left out.
pub(in super::super) fn add_again(
    connection: &Connection,
    originals: &mut Originals<'_>,
    source: SourceId,
    occurrences: &[Occurrence],
    told: &mut dyn FnMut(u64),
) -> Result<(), CacheError> {
    let (shape, _) = originals.shape(source)?;
    let mut writer = Writer::of(connection, source, shape.whole_minutes)?;
    for (read, occurrence) in (0_u64..).zip(occurrences) {
        let Some(record) = originals.record(occurrence)? else { continue };
        let mut batch = Batch::default();
        batch.push(&record, Original { block: 0, start: occurrence.start, length: occurrence.length });
        writer.add_rows(&batch, &[occurrence.block])?;
        if read % TOLD_EVERY == 0 {
            told(read);
        }
    }
    let rebuild = writer.settle()?;
    rebuild_events(connection, rebuild.into_keys(), |_, _| {})
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::super::super::{Cache, wide_events};
    use super::*;
    use crate::import::{Options, Progress, find_inputs};

    const CSV: &str = "Date (UTC),CorrelationId,Service,Category,Activity,Result,ActorType,ActorDisplayName,ActorObjectId,\
        ActorUserPrincipalName,IPAddress,Target1Type,Target1DisplayName,Target1ObjectId\n\
        2026-10-05T08:19:41Z,c1,Core Directory,UserManagement,Update user,success,User,Zoe Berg,u1,zoe@example.com,203.0.113.5,User,Ben Roth,t1\n";
    const JSON: &str = r#"[{"id":"Directory_1","category":"UserManagement","correlationId":"c1","result":"success",
        "activityDisplayName":"Update user","activityDateTime":"2026-10-05T08:19:41.5Z","loggedByService":"Core Directory",
        "initiatedBy":{"user":{"id":"u1","userPrincipalName":"zoe@example.com"}},
        "targetResources":[{"id":"t1","displayName":"Ben Roth","type":"User"}]}]"#;
    const CHANGE: &str = "11111111-2222-4333-8444-555555555511";

    fn import(cache: &mut Cache, folder: &Path, name: &str, text: &str) -> u64 {
        let path = folder.join(name);
        std::fs::write(&path, text).expect("room for a small file");
        let input = find_inputs(&[path]).remove(0).expect("the file is there");
        cache.import(&input, &Options::default(), &Progress::default()).expect("it is a report").counts.new
    }

    #[test]
    fn events_of_an_older_cache_are_recognised_in_other_forms() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("cache.sqlite");
        let row = |time: &str| format!("2026-10-05T{time}Z,{CHANGE},c1,j1,Update,Zoe Berg,Success\n");
        let header = "Date (UTC),Change ID,Cycle ID,Job ID,Action,Source identity,Status\n";
        let changes = format!("{header}{}{}", row("08:00:00"), row("09:00:00"));
        for (first, second) in [(("a.csv", CSV), ("b.json", JSON)), (("a.json", JSON), ("b.csv", CSV))] {
            let mut cache = Cache::open(&path).expect("a new cache");
            import(&mut cache, folder.path(), first.0, first.1);
            import(&mut cache, folder.path(), "ProvisioningLogs.csv", &changes);
            drop(cache);
            let old = Connection::open(&path).expect("the cache is a database");
            // An older program took all rows of a change for one event.
            old.execute_batch(
                "UPDATE occurrence SET event = 2 WHERE event = 3; DELETE FROM event WHERE id = 3;
                 UPDATE event SET request_id = x'11111111222243338444555555555511' WHERE id = 2;",
            )
            .expect("the rows become one");
            wide_events::make_old(&old, 3);
            drop(old);
            let mut cache = Cache::open(&path).expect("an older cache opens");
            assert_eq!(cache.len().expect("it counts"), 3);
            assert_eq!(import(&mut cache, folder.path(), second.0, second.1), 0, "{} is known", second.0);
            assert_eq!(import(&mut cache, folder.path(), "ProvisioningLogs_2.csv", &format!("{changes}\n")), 0);
            drop(cache);
            std::fs::remove_file(&path).expect("the cache goes");
        }
    }
}
