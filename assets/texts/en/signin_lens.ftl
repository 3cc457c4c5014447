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

assign-title = Assign columns
assign-question = What do the columns of “{ $file }” hold?
assign-import = Import
assign-cancel = Cancel
assign-remember = Remember for files of this kind
assign-lacks-time = Assign the column with the date
assign-lacks-person = Assign a column that tells who signed in
assign-lacks-matter = Assign a column that tells the application, the IP address or the status
assign-column = Column
assign-values = Values
assign-holds = Holds
assign-nothing = Nothing
assign-column-holds = { $column } holds { $field }
assign-find-field = Find a field
assign-taken = { $field } (taken)
assign-log = Log
assign-dates = Dates
assign-day-first = Day first: 31/12/2026
assign-month-first = Month first: 12/31/2026
assign-zone = Zone
assign-zone-system = This computer’s
assign-zone-another = Another…
assign-zone-another-name = Another zone
assign-zone-about = For times that do not tell their own
assign-preview = The first rows as they are read
assign-preview-but = The first rows as they are read: { $count ->
    [one] { $count } row
   *[other] { $count } rows
} can’t be
assign-not-read = Not read: { $reason }
assign-private = The columns of a file show names: show names first, then assign them

## badge

## columns

columns-choose = Columns…
columns-find = Find a column
columns-fit = Fit all columns
columns-reset = Put the portal's columns back
columns-how-to-move = Drag a column, or press Alt with Up or Down on it, to move it
columns-drag = Drag { $field }
columns-move-down = Move { $field } down
columns-move-up = Move { $field } up
columns-unpin = Unpin { $field }
columns-pin-left = Pin { $field } left
columns-pin = Pin

## detail

detail-tab-activity = Activity
detail-tab-summary = Summary
detail-tab-basic = Basic info
detail-tab-targets = Target(s)
detail-tab-steps = Steps
detail-tab-troubleshooting = Troubleshooting and recommendations
detail-tab-changes = Modified properties
detail-tab-location = Location
detail-tab-device = Device
detail-tab-authentication = Authentication details
detail-tab-conditional-access = Conditional Access
detail-tab-additional = Additional details
detail-tab-additional-risk = Additional info
detail-tab-parameters = Parameters
detail-tab-raw = Raw
detail-kind-interactive = Interactive sign-in
detail-kind-non-interactive = Non-interactive sign-in
detail-kind-service-principal = Service principal sign-in
detail-kind-managed-identity = Managed identity sign-in
detail-kind-ad-fs = AD FS sign-in
detail-close = Close details
detail-own-window = Open in own window
detail-part = Part of the details: { $title }
detail-risk-state-unknown = Risk state unknown
detail-status-unknown = Status unknown
detail-unknown-user = Unknown user
detail-unknown-workload = Unknown workload
detail-unknown-actor = Unknown actor
detail-unknown-identity = Unknown identity
detail-same-request = Same request
detail-same-correlation = Same correlation ID
detail-all-of-request = Show all events of this request
detail-all-of-correlation = Show all events with this correlation ID
detail-all-in-log = All { $records } in { $log }
detail-section-outcome = Outcome
detail-section-when = When
detail-section-done = What was done
detail-section-provisioning = Provisioning
detail-section-detection = Detection
detail-section-where-from = Where from
detail-section-who = Who
detail-section-how = How
detail-section-what = What
detail-section-tenant = Tenant
detail-section-risk = Risk
detail-section-identifiers = Identifiers
detail-section-place = Place
detail-section-network = Network
detail-section-coordinates = Coordinates
detail-section-device = Device
detail-section-processing = Processing
detail-section-details = Details
detail-section-token-protection = Token protection
detail-location-about = The place is Microsoft’s best guess from the IP address. Mobile carriers and VPNs use central addresses, so it can be far from the device
detail-no-device-id = No device ID: the device is not registered with the tenant, or the client did not present it
detail-additional-csv = CSV downloads carry no additional details. The JSON download of the same sign-ins has them
detail-additional-none = This { $record } has no additional details
detail-additional-none-risk = This { $record } has no additional info
detail-parameters-none = This { $record } has no parameters
detail-not-in-export = Not in this export ({ $count })
detail-made-id = Identifier made by Sign-in Lens
detail-made-id-about = The report tells no identifier for this record. This one is made of what it tells, and is nothing to search for elsewhere
detail-status-of-code = Follows from the error code: this export has no status word
detail-authentication-policies = Policies
detail-authentication-policies-csv = CSV downloads do not say which policies asked for authentication. The JSON download does
detail-authentication-policies-none = No authentication or session lifetime policy applied
detail-authentication-steps = Steps
detail-authentication-about = Times are in { $zone }. Microsoft completes the steps over minutes and hours: an early export may lack some
detail-authentication-ad-fs = AD FS reports no authentication steps
detail-authentication-events = Such events have no authentication steps
detail-authentication-steps-csv = The CSV download keeps the steps in a file of its own. Open the authentication details file of the same download: its steps join this sign-in by request ID
detail-authentication-steps-none = This export has no authentication steps for the sign-in
detail-step-date = Date
detail-step-method = Authentication method
detail-step-detail = Detail
detail-step-succeeded = Succeeded
detail-step-result = Result detail
detail-step-requirement = Requirement
detail-step-method-detail = Method detail
detail-step-yes = Yes
detail-step-no = No
detail-step-not-told = Not told
detail-step-method-not-told = Method not told
detail-access-overall = Overall
detail-access-overall-none = This export does not say what came of Conditional Access
detail-access-policies = Policies
detail-access-csv = CSV downloads tell only the overall status. The JSON download of the same sign-ins lists every policy with its result
detail-access-none = No policy is listed. The list is also empty when the person who exported had no role that may read policies
detail-access-enforced = Enforced policies
detail-access-report-only = Report-only policies
detail-access-report-only-about = They tell what would have happened and decide nothing
detail-access-not-applied = Not applied ({ $count })
detail-access-policy = Policy
detail-access-result = Result
detail-access-grant = Grant controls
detail-access-session = Session controls
detail-access-conditions = Conditions
detail-access-matched = Matched
detail-access-not-matched = Not matched
detail-targets-none = This audit event names no target
detail-targets-csv = CSV downloads tell no more than three targets. The JSON download of the same events has them all
detail-target = Target
detail-target-type = Type
detail-target-username = User principal name
detail-target-id = Object ID
detail-steps-csv = The CSV download keeps the steps in a file of its own. The JSON download of the same events has them
detail-steps-none = This export has no steps for the provisioning event
detail-steps-step = Step
detail-steps-status = Status
detail-steps-description = Description
detail-trouble-succeeded = Provisioning succeeded: there is nothing to do
detail-trouble-none = This export tells no error and no recommendation
detail-trouble-wrong = What went wrong
detail-trouble-to-do = What to do
detail-changes-none = No property that this { $record } changed is told
detail-changes-properties = Properties
detail-change-property = Property
detail-change = Change
detail-change-old = Old value
detail-change-new = New value
detail-change-added = Added
detail-change-removed = Removed
detail-change-changed = Changed
detail-change-no-values = No values told
detail-change-filter = Filter for this change
detail-change-copy-property = Copy property
detail-change-copy-old = Copy old value
detail-change-copy-new = Copy new value
detail-raw-originals = { $count } originals tell of this { $record }
detail-raw-step = { $file } (authentication step, { $format })
detail-raw-none = No original text is kept for this { $record }
detail-raw-title = Original text
detail-raw-source = Source
detail-raw-format = Format
detail-raw-imported = Imported
detail-raw-copy = Copy original text
detail-raw-bytes = Bytes that are no UTF-8 are shown and copied as replacement signs. An export of original records has them as they are
detail-raw-no-header = (no header)
detail-raw-empty = Empty columns ({ $count })
detail-note-hidden = Notes are hidden while names are private
detail-note-bookmarked = Bookmarked
detail-note-bookmark = Bookmark
detail-note-add-bookmark = Bookmark this { $record }
detail-note-remove-bookmark = Remove bookmark
detail-note-kept = Note kept
detail-note-saving = Saving…
detail-note-not-saved = Not saved yet
detail-note-write = Write a note
detail-note-write-about = Write a note. It stays with this { $record }
detail-note-name = Note on this { $record }
detail-note-select-to-bookmark = Select the { $record } to bookmark first
detail-note-marked-first = Marked the first { $marked } of { $count } selected { $records }
detail-note-unmarked-first = Took the bookmarks from the first { $marked } of { $count } selected { $records }
detail-note-select-to-write = Select the { $record } to write a note on first
detail-note-failed = The note or bookmark could not be kept: { $problem }

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

lookup-title = Error codes
lookup-asked = A code, a pasted error message, or words
lookup-hint = 50126, AADSTS50126: …, or password expired
lookup-counting = Counting sign-ins…
lookup-beginning-with = Codes that begin with { $digits }
lookup-no-code = There is no error code in this text, but it names the sign-in
lookup-none-found = No code matches all of these words
lookup-none-found-about = Fewer words find more. Codes, symbols, meanings, causes and advice are searched
lookup-found = { $count ->
    [one] { $count } code matches
   *[other] { $count } codes match
}
lookup-found-first = { $count } codes match, the first { $shown } are shown
lookup-none-loaded = No sign-in with an error code is loaded. Every known code can be looked up all the same
lookup-most-frequent = Most frequent in the loaded sign-ins
lookup-not-explained = No explanation is known
lookup-in-message = In the message
lookup-find-request = Find request
lookup-find-correlation = Find correlation ID
lookup-timestamp = Timestamp
lookup-class = Class
lookup-usual-status = Usual status
lookup-usual-status-about = What the portal shows; a file’s own status word wins over it
lookup-cause = What usually causes it
lookup-first = What to do first
lookup-next = What to do next
lookup-copy = Copy explanation
lookup-unknown = No explanation of this code is known here
lookup-unknown-about = Microsoft does not publish every code. The failure reason in the file, if it has one, stands below; the sign-ins that have the code often show what they have in common
lookup-loaded = In the loaded sign-ins
lookup-here-none = No sign-in here has it
lookup-here = { $count ->
    [one] { $count } sign-in here has it
   *[other] { $count } sign-ins here have it
}
lookup-show = Show them
lookup-show-count = Show { $count }
lookup-show-of-log = Show { $count } of { $log }
lookup-reasons = What the files give as failure reason
lookup-hover-unknown = { $code }: no explanation is known
lookup-check-first = Check first: { $advice }
lookup-look-up = Look up this code

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

rejects-file = File
rejects-record = Record
rejects-record-about = Its number in the file, from 1
rejects-byte = At byte
rejects-byte-about = Where in the file it begins, counted from 0
rejects-reason = Reason
rejects-text = Text
rejects-text-about = What stands in the file; click to copy it
rejects-copy-reason = Copy reason
rejects-copy-text = Copy text

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

working-looking = Looking for reports
working-looking-about = Folders and zips are searched
working-reading = Reading { $file }
working-reading-about = The rows show as soon as the first file is done
working-indexing = Indexing { $file }
working-indexing-about = Its records are indexed and written to the cache
working-loading = Loading the table
working-loading-about = The records are read from the cache
working-progress = Progress of the first sign-ins
working-cancel = Cancel import
working-back = Back to { $report }
working-back-about = The filter is again as it was there
working-back-about-keys = The filter is again as it was there ({ $keys })
working-back-behind = { $records } behind { $figure }
working-back-in-log = { $count } of them in { $log }
working-back-show-log = Show those of this log
working-timings = Timings over { $count ->
    [one] { $count } row
   *[other] { $count } rows
}
working-timings-latest = latest
working-timings-median = median
working-timings-longest = longest
working-used-recently = used recently

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
