# What the window says in English, which every other language follows. assets/texts/README.md tells how texts are added.

## about

about-version = Version { $version }
about-purpose = Review Microsoft Entra ID sign-ins on this computer: what you open stays here.
about-offline = It opens no network connection, ever: no telemetry, no update check, no download.
about-cache = Cache
about-cache-encrypted = { $place } (encrypted)
about-settings = Settings
about-drawn-with = Drawn with
about-licence = Licence
about-licences = Licences of other people’s work

## action

## assign

## badge

## columns

## detail

## encryption

encryption-title = Encrypt the cache
encryption-title-on = Passphrase of the cache
encryption-about = Everything you imported lies in one file. Once it is encrypted, it can be read with a passphrase alone, which is asked for when Sign-in Lens starts. Nobody can open it if the passphrase is forgotten: then import your files again
encryption-about-on = The cache can be read with its passphrase alone. Nobody can open it if that is forgotten: then import your files again
encryption-passphrase = Passphrase
encryption-new-passphrase = New passphrase
encryption-again = The same again
encryption-not-covered = What you export and the files you import are not encrypted. Neither are settings: recent files, saved filters
encryption-writing = Writing the cache anew…
encryption-encrypt = Encrypt
encryption-change = Change passphrase
encryption-decrypt = Decrypt…
encryption-decrypt-about = Let the cache be read without a passphrase
encryption-decrypt-sure = Yes, decrypt
encryption-cancel = Cancel
encryption-type-twice = Type it twice, so that a slip does not lock you out
encryption-not-same = The two are not the same
encryption-too-short = At least 8 characters; several words that nobody would put together are better

## error

## export

## facets

## filter

## forget

forget-question = Forget “{ $name }”?
forget-counting = Counting what only this file brought…
forget-entries = { $count ->
    [one] { $count } entry
   *[other] { $count } entries
} of the directory that this file brought will go. No { $record } will go
forget-nothing = No { $record } will go: there is none that only this file brought
forget-gone = { $records } that only this file brought will go
forget-kept = { $count ->
    [one] { $records } stays, with what other files tell of it
   *[other] { $records } stay, with what other files tell of them
}
forget-file-stays = The file itself stays where it is: import it again to bring it back
forget-forget = Forget
forget-sure = Yes, forget { $name }
forget-keep = Keep
forget-done = “{ $name }” was forgotten. { $gone ->
    [0] No { $record } is gone
    [one] { $records } is gone
   *[other] { $records } are gone
}. Import the file again to bring it back
forget-done-but = “{ $name }” was forgotten. { $gone ->
    [0] No { $record } is gone
    [one] { $records } is gone
   *[other] { $records } are gone
}, { $kept ->
    [one] { $kept } stays
   *[other] { $kept } stay
}. Import the file again to bring it back
forget-done-users = “{ $name }” was forgotten. What it told of users is gone. Import the file again to bring it back

## help

## imports

imports-cancel-all = Cancel all
imports-close = Close import results
imports-hide-files = Hide files
imports-show-files = Show files
imports-importing = Importing
imports-importing-files = Importing: { $done } of { $files ->
    [one] { $files } file
   *[other] { $files } files
}
imports-progress-all = Progress of all files
imports-progress = Progress of { $name }
imports-finished = Import finished: { $what }
imports-new-records = { $count ->
    [one] { $count } new record
   *[other] { $count } new records
}
imports-new = { $count } new
imports-merged = { $count } merged
imports-known = { $count } already known
imports-looked-up = { $what } looked up
imports-rejected = { $count } rejected
imports-see-rejected = { $count } rejected…
imports-see-rejected-about = See which, and why
imports-unread = { $count ->
    [one] { $count } file
   *[other] { $count } files
} not read
imports-nothing-new = nothing new
imports-waiting = Waiting
imports-waiting-for-window = Another window is importing; this one begins when it is done
imports-cancelled = Cancelled; nothing of this file was kept
imports-looking-through = Looking through its dates for the order of day and month, { $bytes } so far
imports-records = { $count ->
    [one] { $count } record
   *[other] { $count } records
}
imports-writing = { $count ->
    [one] { $count } record
   *[other] { $count } records
}, writing them to the cache
imports-read-of = { $read } of { $bytes }
imports-per-second = { $bytes }/s
imports-left = { $time } left
imports-seconds = { $seconds } s
imports-minutes = { $minutes } min
imports-stopping = Stopping
imports-cancel = Cancel
imports-cancel-file = Cancel { $name }
imports-nothing-changed = Already known; nothing changed
imports-held = { $format }: { $held }
imports-users = { $count ->
    [one] { $count } user
   *[other] { $count } users
}
imports-without-department = none with department
imports-with-department = { $count } with department
imports-other-members = { $count ->
    [one] { $count } other member
   *[other] { $count } other members
}
imports-groups-unopened = { $count ->
    [one] { $count } group
   *[other] { $count } groups
} whose own members are not in this file
imports-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
imports-groups = { $count ->
    [one] { $count } group
   *[other] { $count } groups
}
imports-and = { $first } and { $last }
imports-nobody = nobody
imports-copy = Copy
imports-copy-about = Copy the reason and the files
imports-hide-these = Hide these files
imports-show-these = Show these files
imports-assign = Assign columns…
imports-assign-about = Tell what the columns of this file hold
imports-refused = Each of { $count } files { $reason }
imports-format-portal-csv = Portal CSV
imports-format-portal-csv-details = Portal CSV, authentication details
imports-format-portal-json = Portal JSON
imports-format-graph-json = Microsoft Graph JSON
imports-format-azure-csv = Log Analytics CSV
imports-format-azure-json = Log Analytics JSON
imports-format-azure-rows = Log Analytics query result
imports-format-diagnostic-json = Diagnostic log
imports-format-powershell-json = PowerShell JSON
imports-format-property-csv = CSV of a script
imports-format-wrapped-json = JSON of a collecting tool
imports-format-provisioning-csv-details = Portal CSV, provisioning details
imports-format-m365-csv = Microsoft 365 audit CSV
imports-format-m365-json = Microsoft 365 audit JSON
imports-format-directory-users = Users of the directory
imports-format-directory-members = Members of a group
imports-format-mapped-csv = CSV with assigned columns
imports-format-mapped-json = JSON with assigned properties

## insights

## lookup

## menu

menu-language = Language
menu-language-system = as the system
menu-formats = Dates and numbers
menu-formats-system = as the system
menu-formats-iso = ISO 8601

## notice

## pack

## palette

palette-language = Language: { $name }
palette-formats = Dates and numbers: { $name }
palette-look = Look

## picture

## record
# What records are called. German and other languages put these words where the article does not matter: “je Anmeldung”.

record-sign-in = sign-in
record-sign-ins = sign-ins
record-sign-ins-counted = { $count ->
    [one] { $count } sign-in
   *[other] { $count } sign-ins
}
record-record = record
record-records = records
record-records-counted = { $count ->
    [one] { $count } record
   *[other] { $count } records
}
record-audit-event = audit event
record-audit-events = audit events
record-audit-events-counted = { $count ->
    [one] { $count } audit event
   *[other] { $count } audit events
}
record-provisioning-event = provisioning event
record-provisioning-events = provisioning events
record-provisioning-events-counted = { $count ->
    [one] { $count } provisioning event
   *[other] { $count } provisioning events
}
record-risky-user = risky user record
record-risky-users = risky user records
record-risky-users-counted = { $count ->
    [one] { $count } risky user record
   *[other] { $count } risky user records
}
record-risky-workload = risky workload record
record-risky-workloads = risky workload records
record-risky-workloads-counted = { $count ->
    [one] { $count } risky workload record
   *[other] { $count } risky workload records
}
record-risk-detection = risk detection
record-risk-detections = risk detections
record-risk-detections-counted = { $count ->
    [one] { $count } risk detection
   *[other] { $count } risk detections
}
record-activity = Microsoft 365 activity
record-activities = Microsoft 365 activities
record-activities-counted = { $count ->
    [one] { $count } Microsoft 365 activity
   *[other] { $count } Microsoft 365 activities
}
record-activity-sign-in = Microsoft 365 sign-in
record-activity-sign-ins = Microsoft 365 sign-ins
record-activity-sign-ins-counted = { $count ->
    [one] { $count } Microsoft 365 sign-in
   *[other] { $count } Microsoft 365 sign-ins
}

## rejects

## reports

## retention

retention-title = Forget old records
retention-keep-last = Keep the last
retention-days = days
retention-none = No { $record } is older than { $day } (UTC)
retention-some = { $records } of before { $day } (UTC) will go, and files of which nothing else is left
retention-notes-go = Their bookmarks and notes go, too. Look-ups in the directory stay until their source is forgotten
retention-only-here = Nothing is forgotten by itself: only when you say so here. Importing a file again brings its records back
retention-forget = Forget
retention-sure = Yes, forget old records
retention-keep = Keep
retention-done = { $count ->
    [0] No { $record } was older than { $day }
    [one] { $records } of before { $day } was forgotten
   *[other] { $records } of before { $day } were forgotten
}
retention-done-files = { $count ->
    [0] No { $record } was older than { $day }
    [one] { $records } of before { $day } was forgotten
   *[other] { $records } of before { $day } were forgotten
}, and { $files ->
    [one] { $files } file
   *[other] { $files } files
} of which nothing else was left

## saved-views

## settings

## shortcuts

## sheet

## sources

sources-title = Sources
sources-none = Nothing was imported yet
sources-none-about = Open a download, or drop files anywhere on this window
sources-open = Open…
sources-held = { $files ->
    [one] { $files } file
   *[other] { $files } files
}, { $bytes }, { $records } in the cache
sources-held-encrypted = { $files ->
    [one] { $files } file
   *[other] { $files } files
}, { $bytes }, { $records } in the encrypted cache
sources-about-forgetting = Forgetting a source takes away what only it brought. What other files told, too, stays
sources-file = File
sources-log = Log
sources-imported = Imported ({ $zone })
sources-imported-at = imported { $time } { $zone }
sources-size = Size
sources-records = Records
sources-new = New
sources-merged = Merged
sources-known = Known
sources-rejected = Rejected
sources-records-counted = { $count ->
    [one] { $count } record
   *[other] { $count } records
}
sources-new-counted = { $count } new
sources-merged-counted = { $count } merged
sources-known-counted = { $count } known
sources-rejected-counted = { $count } rejected
sources-forget = Forget…
sources-forget-file = Forget { $name }…
sources-rejects = Rejected records
sources-rejects-none = Every record of every file could be read
sources-rejects-counted = { $count ->
    [one] { $count } record
   *[other] { $count } records
} could not be read
sources-rejects-export = Export list…
sources-rejects-export-about = Write all of them as CSV
sources-rejects-first = The first { $count } are listed; the export has them all
sources-notes = { $count ->
    [one] { $count } note
   *[other] { $count } notes
}
sources-notes-hide = Hide { $count ->
    [one] { $count } note
   *[other] { $count } notes
}
sources-notes-show-of = Show notes on { $name }
sources-notes-hide-of = Hide notes on { $name }
sources-notes-about = What was taken for granted when the file was read
sources-verify-progress = Progress of verifying
sources-verify-stopping = Stopping
sources-verify-cancel = Cancel
sources-standing-same = Unchanged
sources-standing-changed = Changed since it was imported
sources-standing-gone = Gone: nothing is at its place any more
sources-standing-gone-from-zip = Gone from its zip
sources-standing-unreadable = Unreadable: it { $reason }
sources-members = Members of “{ $group }”
sources-name = Name…
sources-name-file = Name the group of { $name }…
sources-name-about = The portal’s file does not tell its group. Lists of one name are exports of one group: the newest tells who is in it
sources-name-of-group = Name of the group
sources-log-authentication = Authentication details
sources-log-provisioning = Provisioning details
sources-log-users = Users of the directory
sources-log-several = Several

## status

## table

table-copy-value = Copy value

## tabs

## time

## toolbar

toolbar-group-rows = Group rows
toolbar-grouped-not = no
toolbar-grouped-portal = as in the portal, { $hours } h
toolbar-grouped-by = by { $field }
toolbar-grouped-by-fields = by { $count } fields
toolbar-each-alone = Each { $record } in a row of its own
toolbar-as-in-portal = { $hours ->
    [one] As in the portal, within { $hours } hour
   *[other] As in the portal, within { $hours } hours
}
toolbar-by-correlation = One row per correlation ID
toolbar-expand-all = Expand all rows
toolbar-collapse-all = Collapse all rows
toolbar-group-by = Group by
toolbar-then-by = Then by

## trouble

trouble-damaged = The cache is damaged
trouble-damaged-about = A part of the file that holds your imports can’t be read. It can be set aside, untouched and under another name in its folder, while what can be read of it is taken into a new cache
trouble-not-ours = This file can’t be used as the cache
trouble-not-ours-about = It can be set aside, untouched and under another name in its folder, while a new cache takes its place
trouble-out-of-reach = The cache can’t be opened
trouble-out-of-reach-about = See that its folder is there and that you may write in it, then try again
trouble-locked = The cache is encrypted
trouble-locked-about = It can be read with its passphrase alone. If that is forgotten, the file can be set aside, under another name in its folder, while a new cache, which is not encrypted, takes its place: then import your files again
trouble-taking-over = Taking over what can be read: { $count ->
    [one] { $count } record
   *[other] { $count } records
} so far
trouble-setting-aside = Setting the file aside…
trouble-passphrase = Passphrase
trouble-rescue = Set aside and rescue
trouble-begin-empty = Begin with an empty cache
trouble-set-aside = Set aside, begin with an empty cache
trouble-try-again = Try again
trouble-open = Open
trouble-not-now = Not now
trouble-not-now-about = What is loaded stays in view; details may not open
trouble-quit = Quit
trouble-replaced = The old cache is kept as “{ $file }”. Import your files to fill the new one
trouble-rescued-nothing = 0 records of the damaged cache were taken over: nothing could be read. Import your files again. The damaged file is kept as “{ $file }”
trouble-rescued-all = { $count ->
    [one] { $count } record
   *[other] { $count } records
} of the damaged cache were taken over, and none is missing as far as can be told. The damaged file is kept as “{ $file }”
trouble-rescued-some = { $count ->
    [one] { $count } record
   *[other] { $count } records
} of the damaged cache were taken over, { $lost ->
    [one] { $lost } record
   *[other] { $lost } records
} could not be read. Import { $files ->
    [one] { $files } file
   *[other] { $files } files
} again, as Sources tells. The damaged file is kept as “{ $file }”

## verify

## welcome

welcome-drop = Drop downloaded reports here
welcome-drop-about = CSV or JSON files, a zip or a folder of them. Nothing leaves this computer
welcome-where = Where to find the downloads
welcome-step-open = In the Microsoft Entra admin center open Monitoring & health, then Sign-in logs
welcome-step-filter = Set the date range and the filters as wide as you need
welcome-step-download = Choose Download, then Download JSON (it holds the most) or Download CSV
welcome-step-save = Save every part it offers, and drop them all here, zipped or not
welcome-others = Audit, provisioning and risk reports, Microsoft 365 audit logs and lists of users and group members are read, too: drop them beside the sign-ins
welcome-graph = Responses of Microsoft Graph (auditLogs/signIns) work, too. Downloads pile up here, so your history outlives the portal's 30 days
welcome-let-go = { $count ->
    [one] Let go to import
   *[other] Let go to import { $count } items
}

## widget

## window

window-settings-set-aside = The settings could not be read, so they begin anew; the old ones are kept as { $name }
window-folded = The newest of { $records } that the row folds
window-details = Details
window-details-gone = This record is no longer in the cache: its source was forgotten
window-details-close = Close details
window-open-files = Open downloaded reports
window-open-folder = Open a folder of reports
window-reports = Reports
window-all-files = All files
window-export-rejects = Export rejected records
window-export = Export
window-export-table = Export table
window-workbook = Excel workbook
window-save-picture = Save picture
window-save-pack = Save review pack
window-no-dialog = The system's dialog could not be opened ({ $error }): drop the files instead
window-encryption-busy = Imports, exports and verifying must end first
window-encrypted = The cache is encrypted: its passphrase is asked for when Sign-in Lens starts
window-decrypted = The cache is not encrypted any more
window-hiding-names = Names are being hidden: try again in a moment
window-hidden-figure = a figure

## working

## zone

## desktop

desktop-import-finished = Import finished
desktop-brought = { $records ->
    [one] { $records } new record
   *[other] { $records } new records
} from { $files ->
    [one] { $files } file
   *[other] { $files } files
}
desktop-brought-but = { $brought }; { $files ->
    [one] { $files } file
   *[other] { $files } files
} could not be read
