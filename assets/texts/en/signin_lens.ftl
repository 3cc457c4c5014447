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

## help

## imports

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

## saved-views

## settings

## shortcuts

## sheet

## sources

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

## verify

## welcome

## widget

## window

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
