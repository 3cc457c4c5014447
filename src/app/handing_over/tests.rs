use super::*;

fn cache() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let cache = folder.path().join("sign-ins.sqlite");
    (folder, cache)
}

fn door(cache: &Path) -> (Door, Held) {
    let door = Door::of(cache).expect("a folder that can be written");
    let held = door.hold().expect("it can be locked").expect("nobody else has it");
    (door, held)
}

fn paths(handed: &[HandOver]) -> Vec<PathBuf> {
    handed.iter().flat_map(|handed| handed.paths.clone()).collect()
}

fn names_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect()
}

#[test]
fn one_window_at_a_time_holds_the_door_and_its_end_frees_it() {
    let (_folder, cache) = cache();
    let (door, held) = door(&cache);
    assert!(door.hold().expect("it can be asked").is_none());
    drop(held);
    assert!(door.hold().expect("it can be asked").is_some());
}

#[test]
fn what_is_handed_over_arrives_whole_in_its_order_and_is_gone_once_done() {
    let (_folder, cache) = cache();
    let (door, held) = door(&cache);
    door.put(&[PathBuf::from("/tmp/Zoë “1”.csv"), PathBuf::from("monday.zip")]).expect("room for a small file");
    door.put(&[]).expect("room for a small file");
    let handed = door.take(&held, false);
    let here = std::env::current_dir().expect("a folder");
    assert_eq!(paths(&handed), [PathBuf::from("/tmp/Zoë “1”.csv"), here.join("monday.zip")]);
    assert_eq!(handed.len(), 2, "to come to the front is handed over, too");
    assert!(door.take(&held, false).is_empty(), "nothing is taken twice");
    assert_eq!(names_in(&door.inbox).len(), 2, "until it is in the state, it is kept");
    handed.into_iter().for_each(HandOver::done);
    assert!(names_in(&door.inbox).is_empty());
}

#[test]
fn what_a_window_that_died_had_taken_is_taken_by_the_next() {
    let (_folder, cache) = cache();
    let (door, held) = door(&cache);
    door.put(&[PathBuf::from("/tmp/a.csv")]).expect("room for a small file");
    drop(door.take(&held, true));
    assert_eq!(paths(&door.take(&held, true)), [PathBuf::from("/tmp/a.csv")]);
}

#[test]
fn what_is_no_hand_over_is_left_out_and_removed() {
    let (_folder, cache) = cache();
    let (door, held) = door(&cache);
    for (name, text) in [("1.json", "{\"paths\": [\"/tmp/a"), ("2.json", "[]"), ("3.json", "{\"paths\": [[70000]]}")] {
        fs::write(door.inbox.join(name), text).expect("room for a small file");
    }
    fs::create_dir(door.inbox.join("4.json")).expect("room for a folder");
    door.put(&[PathBuf::from("/tmp/a.csv")]).expect("room for a small file");
    assert_eq!(paths(&door.take(&held, false)), [PathBuf::from("/tmp/a.csv")]);
    let left: Vec<String> = names_in(&door.inbox).into_iter().filter(|name| name.contains(".json")).collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn a_start_takes_back_what_nobody_takes() {
    let (_folder, cache) = cache();
    let (door, _held) = door(&cache);
    let start = start(&cache, &[PathBuf::from("/tmp/a.csv")], Duration::from_millis(50)).expect("it can be tried");
    assert!(matches!(start, Start::Open(None)), "{start:?}");
    assert!(names_in(&door.inbox).is_empty());
}

#[test]
fn a_start_opens_the_window_when_the_other_dies_meanwhile() {
    let (_folder, cache) = cache();
    let (door, held) = door(&cache);
    let dying = thread::spawn({
        let door = door.clone();
        move || {
            while door.take(&held, false).is_empty() {
                thread::sleep(GLANCE);
            }
        }
    });
    let start = start(&cache, &[PathBuf::from("/tmp/a.csv")], Duration::from_secs(20)).expect("it can be tried");
    assert!(matches!(start, Start::Open(Some(_))), "{start:?}");
    dying.join().expect("it ends");
    assert!(names_in(&door.inbox).is_empty(), "its own window has the paths");
}

#[cfg(unix)]
#[test]
fn a_path_that_is_no_unicode_arrives_as_it_is() {
    use std::os::unix::ffi::OsStringExt;
    let (_folder, cache) = cache();
    let (door, held) = door(&cache);
    let path = PathBuf::from(OsString::from_vec(b"/tmp/\xff\xfe.csv".to_vec()));
    door.put(std::slice::from_ref(&path)).expect("room for a small file");
    assert_eq!(paths(&door.take(&held, false)), [path]);
}

#[cfg(unix)]
#[test]
fn nobody_else_can_look_into_the_inbox_or_put_anything_there() {
    use std::os::unix::fs::PermissionsExt;
    let (_folder, cache) = cache();
    let inbox = Door::of(&cache).expect("a folder that can be written").inbox;
    fs::create_dir(&inbox).expect("room for a folder");
    fs::set_permissions(&inbox, fs::Permissions::from_mode(0o777)).expect("it is ours");
    let (door, _held) = door(&cache);
    door.put(&[]).expect("room for a small file");
    let mode = |path: &Path| fs::metadata(path).expect("it is there").permissions().mode() & 0o777;
    assert_eq!((mode(&inbox), mode(&door.lock)), (0o700, 0o600));
    let file = fs::read_dir(&inbox).expect("a folder").next().expect("a file").expect("an entry").path();
    assert_eq!(mode(&file), 0o600);
}

#[cfg(unix)]
#[test]
fn a_link_to_the_cache_leads_to_the_same_door() {
    let (folder, cache) = cache();
    fs::write(&cache, "").expect("room for a small file");
    let link = folder.path().join("link.sqlite");
    std::os::unix::fs::symlink(&cache, &link).expect("a link");
    let (_door, _held) = door(&cache);
    assert!(Door::of(&link).expect("a folder").hold().expect("it can be asked").is_none());
}
