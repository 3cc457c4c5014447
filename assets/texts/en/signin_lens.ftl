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

action-open = Open…
action-open-about = Choose downloaded reports or a zip of them
action-open-folder = Open folder…
action-open-folder-about = Choose a folder of downloaded reports
action-show-sample = Look around with sample data
action-show-sample-about = Show a made-up tenant, apart from your own sign-ins
action-leave-sample = Back to my sign-ins
action-leave-sample-about = Leave the made-up tenant
action-export = Export…
action-export-about = Write the rows of this table, or their original records, to a file
action-save-picture = Save chart as picture…
action-save-picture-about = Write the chart of this page that has the focus, or its first one, as PNG or SVG
action-review-pack = Review pack…
action-review-pack-about = Write pages of insights to one file, to be read, printed or handed on
action-show-sources = Sources
action-show-sources-about = What was imported, and what could not be read
action-verify-files = Verify files
action-verify-files-about = Read the files that were imported again, and tell which are no longer what they were
action-forget-old = Forget old records…
action-forget-old-about = Forget what is older than so many days
action-encrypt = Encrypt cache…
action-encrypt-about = Let what you imported be read with a passphrase alone, or change that
action-quit = Quit
action-quit-about = Close the window
action-undo = Undo
action-undo-about = Take the last change of the view back
action-redo = Redo
action-redo-about = Bring the change that was taken back again
action-toggle-bookmark = Bookmark
action-toggle-bookmark-about = Mark the selected row, or take its mark away
action-write-note = Write note…
action-write-note-about = Note something on the selected row; it stays with it
action-show-interactive = Interactive sign-ins
action-show-interactive-about = Sign-ins where a user was present
action-show-non-interactive = Non-interactive sign-ins
action-show-non-interactive-about = Sign-ins by an app on a user's behalf
action-show-service-principal = Service principal sign-ins
action-show-service-principal-about = Sign-ins of applications as themselves
action-show-managed-identity = Managed identity sign-ins
action-show-managed-identity-about = Sign-ins of Azure resources
action-show-ad-fs = AD FS sign-ins
action-show-ad-fs-about = Sign-ins that AD FS reported through Connect Health
action-show-audit = Audit events
action-show-audit-about = Changes in the directory: who changed what, from which value to which
action-show-provisioning = Provisioning events
action-show-provisioning-about = Identities brought from one system to another
action-show-risky-users = Risky users
action-show-risky-users-about = Users whose account may be compromised
action-show-risky-workloads = Risky workload identities
action-show-risky-workloads-about = Service principals that may be compromised
action-show-risk-detections = Risk detections
action-show-risk-detections-about = What made users and workload identities risky
action-show-activity = Microsoft 365 activities
action-show-activity-about = What was done in Microsoft 365
action-show-activity-sign-ins = Microsoft 365 sign-ins
action-show-activity-sign-ins-about = Sign-ins that Microsoft 365 tells of
action-show-insights = Insights
action-show-insights-about = Who uses what: figures, graphs and tables of the sign-ins under the filter
action-show-errors = Error codes
action-show-errors-about = What an error code means and what to do
action-go-back = Back
action-go-back-about = Go back to the page before, as it was
action-go-forward = Forward
action-go-forward-about = Go forward again to the page from which you went back
action-toggle-private = Private names
action-toggle-private-about = Let pseudonyms stand for users, devices, IP addresses and tenants, so that pictures can be shared
action-zoom-in = Larger
action-zoom-in-about = Draw everything larger
action-zoom-out = Smaller
action-zoom-out-about = Draw everything smaller
action-zoom-reset = Usual size
action-zoom-reset-about = Draw everything as large as at the first start
action-save-view = Save view as…
action-save-view-about = Keep filter, columns, order and grouping under a name
action-update-view = Update view
action-update-view-about = Let your active view be what is shown now
action-leave-view = Leave view
action-leave-view-about = Go back to what was shown before the view
action-manage-views = Manage views…
action-manage-views-about = Rename, order, duplicate, hide and delete views
action-search = Search
action-search-about = Put the cursor into the search line
action-clear-filter = Clear filter
action-clear-filter-about = Show everything again
action-show-bookmarked = Bookmarked only
action-show-bookmarked-about = Show the rows you have marked
action-toggle-facets = Facets
action-toggle-facets-about = Values and how many rows have each, left of the table
action-toggle-grouping = Group rows
action-toggle-grouping-about = Fold rows as the portal does, or show each in a row of its own
action-choose-columns = Columns…
action-choose-columns-about = Choose the columns of this table
action-copy-line = Copy row
action-copy-line-about = Copy the selected row, values separated by tabs
action-copy-picture = Copy chart as image
action-copy-picture-about = Copy the chart of this page that has the focus, or its first one, for a slide or a document
action-copy-data = Copy chart data
action-copy-data-about = Copy the figures of that chart for a spreadsheet
action-detach-detail = Open in own window
action-detach-detail-about = Keep what is shown beside others
action-close-detail = Close details
action-close-detail-about = Close the side panel
action-palette = Command palette…
action-palette-about = Find any command by typing
action-filter-help = Filter language
action-filter-help-about = What can be typed into the search line
action-shortcuts = Keyboard shortcuts
action-shortcuts-about = Every key this window knows
action-show-timings = Timings
action-show-timings-about = Show or hide how long frames and answers take
action-copy-diagnostics = Copy diagnostics
action-copy-diagnostics-about = Copy what helps whoever looks into a problem: versions and numbers, nothing of what you imported
action-about = About Sign-in Lens
action-about-about = Version and what never happens
action-toggle-private-on = Show names again
action-encrypt-on = Passphrase of the cache…
action-update-view-named = Update “{ $name }”
action-undo-change = Undo { $change }
action-redo-change = Redo { $change }
action-change-saved-views = change of saved views
action-change-switch = change of view
action-change-filter = filter change
action-change-sort = sort
action-change-columns = column change
action-change-widths = column width
action-change-grouping = grouping
action-change-layout = table layout
action-change-page = change of page
action-change-choice = choice on a page
action-change-tab = change of tab
action-back-errors = error codes
action-back-sources = sources

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

error-broken = Something went wrong inside the program; the cache is as it was before
error-broken-at = Something went wrong inside the program; the cache is as it was before ({ $details })
error-sample = The sample data could not be unpacked: { $reason }
error-unwritten = “{ $file }” could not be written ({ $reason }): choose another folder
error-unwritten-picture = “{ $file }” could not be written ({ $reason }): free some room or choose another folder

## export

export-title = Export
export-what = What
export-format = Format
export-choose-file = Choose file…
export-not-ready = Another export runs, or there is nothing to export
export-close = Close
export-table = Folded rows
export-table-about = A row per group: what its rows share, how many they are, the first and the last
export-sign-ins = Shown columns
export-sign-ins-about = Every row with the columns of the table, in its order
export-all-fields = Every field
export-all-fields-about = Every row with all that is known of it
export-originals = Original records
export-originals-about = The records as they were imported; opening them again gives the same rows
export-xlsx = Excel workbook
export-as-they-came = As they came: JSON, CSV, or a zip of both
export-bom = For older versions of Excel (byte order mark)
export-bom-about = They need the mark to read names in CSV rightly
export-table-is-read = The table is being read…
export-looking = Looking for the records…
export-one-file = { $records ->
    [one] { $records } record in one { $format } file
   *[other] { $records } records in one { $format } file
}
export-zip = { $records ->
    [one] { $records } record
   *[other] { $records } records
} in a zip of { $files } files: { $names }
export-rows = { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}
export-sheets = { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
} in { $sheets } sheets, of at most { $most } rows each
export-note-originals = CSV cells that a spreadsheet would run as formulas get an apostrophe; imports take it away
export-note-dates = Dates in { $zone }; cells of more than 32,767 characters are cut
export-note-sheet = A further sheet tells the filter and the sources
export-note-columns = Columns by their keys, times in UTC
export-note-formulas = Cells that a spreadsheet would run as formulas get an apostrophe
export-note-json = An array of objects by field key, times in UTC
export-progress = Progress of the export
export-writing-pack = Writing the review pack
export-making-pack = Making the review pack: { $done } of { $all ->
    [one] { $all } page
   *[other] { $all } pages
}
export-packing = Packing the workbook
export-preparing = Preparing the export
export-exporting = Exporting: { $done } of { $all ->
    [one] { $all } row
   *[other] { $all } rows
}
export-stopping = Stopping
export-cancel = Cancel
export-other-runs = Another export still runs: wait for it or cancel it
export-wrote = Wrote { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
} to { $path }
export-wrote-cut = Wrote { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
} to { $path }; { $cells ->
    [one] { $cells } cell
   *[other] { $cells } cells
} too long for Excel were cut
export-cancelled = Export cancelled; nothing was written

## facets

facets-close = Close facets
facets-no-field = No field is chosen. “Fields…” lists them
facets-counting = Counting…
facets-no-records = No { $records }
facets-none = (none)
facets-value = { $field }: { $value }
facets-show-fewer = Show fewer
facets-of = Of { $field }
facets-rarer = { $count } rarer
facets-show-more = Show more ({ $count })
facets-show-more-of = Show more of { $field }
facets-counted-about = Counted under the filter without this field's own values, so that more can be ticked
facets-click-about = Click to filter for it, Alt-click to leave it out
facets-filter-for = Filter for it
facets-filter-no-longer = No longer filter for it
facets-leave-out = Leave it out
facets-leave-out-no-longer = No longer leave it out
facets-only = Only this
facets-copy = Copy
facets-fields = Fields…
facets-fields-name = Fields of the facets
facets-find-field = Find a field
facets-find-field-name = Find a field of the facets
facets-count = Count { $field }
facets-first-choice = Put the first choice back
facets-menu = { $field } facet menu
facets-clear-values = Clear its values
facets-move-up = Move up
facets-move-down = Move down
facets-remove-field = Remove this field

## filter

filter-date = Date
filter-status = Status
filter-user = User
filter-app = Application
filter-ip = IP address
filter-service-principal = Service principal
filter-managed-identity = Managed identity
filter-resource = Resource
filter-service = Service
filter-category = Category
filter-activity = Activity
filter-target = Target
filter-actor = Initiated by
filter-identity = Identity
filter-action = Action
filter-source-system = Source system
filter-target-system = Target system
filter-risk-state = Risk state
filter-risk-level = Risk level
filter-detection-type = Detection type
filter-picker = { $title } filter
filter-clear-values = Clear
filter-from = From
filter-to = To
filter-range-of-time = Such as 2026-10, 2026-10-05 or 2026-10-05 08:30, in { $zone }
filter-range-of-values = Either may be left open
filter-apply = Apply
filter-without-limit = without it
filter-without-limit-name = { $limit } without it
filter-limit-level = { $limit } { $level }
filter-part-text = Text of this part
filter-until-right = Until it is right the last good filter stays in force
filter-for-example = For example user:anna*, ip:203.0.113.0/24 or country:US OR country:CA
filter-or-enter = or press Enter
filter-none-matches = No { $records } match the filter
filter-no-single-part = No single part of the filter is the reason
filter-without-one = Without one of its parts there would be some
filter-looking = Looking for the part that is the reason…
filter-without-part = Without { $part }: { $records }
filter-without-part-about = Take this part of the filter away
filter-instead = { $pattern } instead of { $part }: { $records }
filter-instead-about = No value is exactly this, but some begin with it or contain it
filter-elsewhere = { $records } in { $log }
filter-clear = Clear filter
filter-not-in-force = What is typed in the search line is not in force
filter-take-back = Take back
filter-no-filter = no filter
filter-error-at = { $message }, at character { $place }
filter-in-force = In force: { $filter }
filter-in-force-about = The last good filter stays in force until this one is right
filter-use = Use { $text }
filter-use-quoted = Use “{ $text }”
filter-find-value = Find { $field }
filter-counting = Counting…
filter-nothing-found = Nothing found
filter-more-values = { $count } more; type to find them
filter-is = is
filter-is-not = is not
filter-from-to = from … to
filter-has-value = has a value
filter-has-none = has none
filter-begun = { $field } …
filter-something-known = Something is known of “{ $field }”
filter-nothing-known = Nothing is known of “{ $field }”
filter-edit-text = Edit as text
filter-edit-text-about = Wildcards, networks, and whatever else the filter language knows
filter-part = Part of the filter
filter-part-away = Take this part away
filter-add = + Filter
filter-add-about = Add a part to the filter
filter-find-field = Find a field to filter by
filter-by-field = Filter by { $field }
filter-all-dates = All dates
filter-all-time = All
filter-other-time = Custom
filter-last-ends = “Last” ends at
filter-ends-newest = The newest { $record }
filter-ends-newest-of = The newest { $record } ({ $date })
filter-ends-now = Now
filter-days = Days
filter-first-day = First day
filter-last-day = Last day
filter-show-days = Show these days
filter-days-reversed = The first day is after the last
filter-nothing-loaded = Nothing is loaded
filter-period = { $first } – { $last } { $zone }
filter-search = Search
filter-search-hint = Search, or filter like { $example }
filter-help-keys = { $keys } explains the language
filter-idle = Not in force: the log has no such field
filter-shown-in = { $part }, shown in { $zone }
filter-every-shown = No filter: all { $records } are shown
filter-clear-all = Clear all
filter-more-parts = { $count ->
    [one] { $count } more part of the filter
   *[other] { $count } more parts of the filter
}
filter-change-part = Change { $part }
filter-remove-part = Remove { $part }
filter-not = not { $part }
filter-values = { $field }: { $values }
filter-values-not = { $field }: not { $values }
filter-or = { $first } or { $last }
filter-nor = { $first } nor { $last }
filter-is-known = { $field } is known
filter-is-not-known = { $field } is not known
filter-more-than = { $field }: more than { $limit }
filter-at-least = { $field }: at least { $limit }
filter-less-than = { $field }: less than { $limit }
filter-at-most = { $field }: at most { $limit }
filter-between = { $field }: { $from } to { $to }
filter-quoted = “{ $part }”
filter-and = { $first } and { $last }
filter-and-no = { $first } and no { $last }
filter-left-out = { $count ->
    [one] { $parts } is left out: { $records } have no { $fields }
   *[other] { $parts } are left out: { $records } have no { $fields }
}

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

help-find = Find an example, a filter of the portal, or a field
help-nothing-found = Nothing found
help-by-example = By example
help-portal-filters = The portal's filters
help-fields = Fields
help-try = Try
help-try-filter = Try { $filter }
help-try-about = Filter the sign-ins by it
help-or = or { $names }
help-of-kind = { $field } ({ $kind })
help-kind-of-several = of one of several
help-kind-time = time
help-kind-text = text
help-kind-choice = choice
help-kind-flag = yes or no
help-kind-code = error code
help-kind-number = number
help-kind-id = identifier
help-kind-address = address
help-kind-list = several texts
help-all-logs = All logs
help-word = A word, in user, application, resource, service principal, IP address, request and correlation ID; in the other reports also in activity, actor, targets, item, identities, reason, changes, details and risk detections
help-code = An error code, as AADSTS50126 too; also whatever has these digits where a word is searched for
help-both = Both: failures, and from Russia
help-one-of = One of several values
help-either = Either; parentheses group: (a OR b) c
help-not = Not from Austria; NOT country:AT says the same
help-quotes = Quotes around what has blanks or signs; case never counts
help-wildcards = Any characters, and exactly one
help-expression = A regular expression between slashes; also alone, over what a word searches except identifiers
help-network = A network; of IPv6 too, and ip:203.0.* for a beginning
help-range = A range; >, >=, < and <= compare times, numbers, error codes and risk levels
help-day = A day; also a month, or a minute: time:>=2026-10-05T08:30
help-weekday = On weekends, in the shown zone; hour:22..5 at night
help-last = The last days up to the newest sign-in; also 30m, 24h and 2w
help-before = Counted from the newest sign-in: the week before the last
help-note = Your notes that contain this text
help-known = Something is known of a field, or nothing
help-same-policy = Terms about policies side by side mean the same policy: it failed
help-two-policies = Parentheses keep two policies apart
help-no-policy = No policy failed
help-report-only = What a policy would have blocked, were it enforced
help-step = An authentication step with this method that succeeded
help-named-network = From any named location; network:trusted, or by its name

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

insights-last-days = Last { $days } days
insights-all-days = All
insights-as-filtered = As filtered
insights-counting = Counting { $records }…
insights-page = Page
insights-back-to = Back to { $page }
insights-back-about = The page before, as it was
insights-other-logs = Other logs
insights-per-step = { $step ->
    [hour] Per hour
    [hours] Per { $hours } hours
    [week] Per week
   *[day] Per day
}
insights-span-and-step = { $step ->
    [hour] { $span }, per hour
    [hours] { $span }, per { $hours } hours
    [week] { $span }, per week
   *[day] { $span }, per day
}
insights-asked = Period, step and logs
insights-logs = Logs
insights-logs-of-page = Those of the page
insights-and = { $first } and { $last }
insights-or = { $first } or { $last }
insights-no-data-before = no data before
insights-none-before = none before
insights-no-change = no change
insights-points = points
insights-period-before = The period before: { $figure }
insights-card-opens = { $figure }: open { $page }
insights-show-behind = Show the { $records } behind this figure
insights-share-of = { $of }: { $share }, { $part } of { $whole }
insights-part-of = { $part } of { $whole }
insights-users-counted = { $count ->
    [one] { $count } user
   *[other] { $count } users
}
insights-from-to = { $from } to { $to }
insights-week-of = Week of { $day }
insights-step = { $step ->
    [hour] hour
    [hours] { $hours } hours
    [week] week
   *[day] day
}
insights-at-step = { $step ->
    [hour] { $what } on { $day } from { $time }: { $count }
    [week] { $what } in the week of { $day }: { $count }
   *[day] { $what } on { $day }: { $count }
}
insights-all-of-step = { $step ->
    [hour] all { $records } on { $day } from { $time }
    [week] all { $records } in the week of { $day }
   *[day] all { $records } on { $day }
}
insights-graph-title = { $step ->
    [hour] { $title } per hour
    [hours] { $title } per { $hours } hours
    [week] { $title } per week
   *[day] { $title } per day
}
insights-by-step = { $step ->
    [hour] { $title } by hour
    [hours] { $title } by { $hours } hours
    [week] { $title } by week
   *[day] { $title } by day
}
insights-figures-by = { $step ->
    [hour] Figures by hour
    [hours] Figures by { $hours } hours
    [week] Figures by week
   *[day] Figures by day
}
insights-cut-step = { $step ->
    [hour] { $name } (part of an hour)
    [hours] { $name } (part of the { $hours } hours)
    [week] { $name } (part of a week)
   *[day] { $name } (part of a day)
}
insights-first-is-cut = { $step ->
    [hour] The first hour is not whole: it counts from where the period begins
    [hours] The first { $hours } hours is not whole: it counts from where the period begins
    [week] The first week is not whole: it counts from where the period begins
   *[day] The first day is not whole: it counts from where the period begins
}
insights-last-is-cut = { $step ->
    [hour] The last hour is not whole: it counts until where the period ends
    [hours] The last { $hours } hours is not whole: it counts until where the period ends
    [week] The last week is not whole: it counts until where the period ends
   *[day] The last day is not whole: it counts until where the period ends
}
insights-both-are-cut = { $step ->
    [hour] The first and the last hour are not whole: only what is in the period counts
    [hours] The first and the last { $hours } hours are not whole: only what is in the period counts
    [week] The first and the last week are not whole: only what is in the period counts
   *[day] The first and the last day are not whole: only what is in the period counts
}
insights-nothing-chosen = Nothing of what was chosen has { $records } in this period
insights-distinct-users = Distinct users
insights-show-all = show all { $records }
insights-show-of-log = Show { $count } of { $log }
insights-users = Users
insights-drawn-as = Drawn as
insights-lines = Lines
insights-areas = Areas
insights-columns = Columns
insights-log-scale = Log scale
insights-no-log-scale = What is stacked has no logarithmic scale
insights-show = Show
insights-top = Top { $count }
insights-chosen = { $count } chosen
insights-choose-by-name = Choose by name
insights-find-line = Find a line
insights-nothing-named = Nothing of this period has that name
insights-chart = Chart: { $title }
insights-show-line = Show this line again
insights-hide-line = Hide this line
insights-find-in-this = Find in this table
insights-find-in = Find in { $table }
insights-part-of-rows = { $shown } of { $all }
insights-copy = Copy
insights-copy-table = Copy table
insights-copy-table-of = Copy table: { $table }
insights-copy-table-about = Copy these rows for a spreadsheet
insights-export-table = Export table…
insights-export-table-of = Export table: { $table }
insights-export-table-about = Write these rows to a file: CSV or an Excel workbook
insights-none-in-period = None in this period
insights-no-row = No row has these words
insights-open-page = Open its page
insights-show-its = Show its { $records }
insights-busiest = Hours are those of the shown zone. The busiest has { $records }
insights-map = Map: { $title }
insights-places-counted = { $count ->
    [one] { $count } place
   *[other] { $count } places
}
insights-no-coordinates = { $count ->
    [one] { $records } tells no coordinates
   *[other] { $records } tell no coordinates
}
insights-time-line = Time line: { $title }
insights-nothing-happened = Nothing happened in this period
insights-newest-here = { $count ->
    [one] the newest here, before it { $count } other
   *[other] the newest here, before it { $count } others
}
insights-events-left-out = { $count ->
    [one] { $count } older event is left out: the line shows the newest. A shorter period shows all of its events
   *[other] { $count } older events are left out: the line shows the newest. A shorter period shows all of its events
}
insights-events = Events
insights-by = by { $who }
insights-event-date = Date
insights-event-log = Log
insights-event-what = What
insights-event-outcome = Outcome
insights-event-by = By
insights-event-to-what = Resource, target or item
insights-event-ip = IP address
insights-event-nothing = none
insights-show-details = Show details
insights-none-to-show = No { $records } to show
insights-show-all-dates = Show all dates
insights-clear-filter = Clear filter
insights-open-files = Open…
insights-no-sign-ins-yet = No { $logs } sign-ins were imported yet. { $download }
insights-no-records-yet = No { $records } were imported yet. { $download }
insights-download-user-sign-ins = The admin center has them under Sign-in logs, User sign-ins: Download, as JSON or CSV
insights-download-service-principals = The admin center has them under Sign-in logs, Service principal sign-ins: Download, as JSON or CSV
insights-download-managed-identities = The admin center has them under Sign-in logs, Managed identity sign-ins: Download, as JSON or CSV
insights-download-adfs = Log Analytics has them in the table ADFSSignInLogs, once Connect Health reports them: export its rows
insights-download-audit = The admin center has them under Audit logs: Download, as JSON or CSV
insights-download-provisioning = The admin center has them under Provisioning logs: Download, as JSON or CSV
insights-download-risky-users = The admin center has them under Identity Protection, Risky users: Download
insights-download-risky-workloads = The admin center has them under Identity Protection, Risky workload identities: Download
insights-download-risk-detections = The admin center has them under Identity Protection, Risk detections: Download
insights-download-activity = The Purview portal has them under Audit: search, then Export
insights-none-there = No { $records } { $days ->
    [one] on { $first }
   *[several] from { $first } to { $last }
} are there. The newest one of these logs is of { $newest }
insights-none-matches = No { $records } { $days ->
    [one] on { $first }
   *[several] from { $first } to { $last }
} match “{ $filter }”. The newest one of these logs is of { $newest }
insights-none-of = No { $records } of { $subject } { $days ->
    [one] on { $first }
   *[several] from { $first } to { $last }
} are there. The newest one of these logs is of { $newest }
insights-none-of-matches = No { $records } of { $subject } { $days ->
    [one] on { $first }
   *[several] from { $first } to { $last }
} match “{ $filter }”. The newest one of these logs is of { $newest }

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

menu-file = File
menu-edit = Edit
menu-view = View
menu-views = Views
menu-table = Table
menu-help = Help
menu-private = Private
menu-private-about = Private: names are replaced by pseudonyms. A click shows them again
menu-hiding = Hiding names…
menu-hiding-about = Hiding names… A click stops it
menu-recent-filters = Recent filters
menu-open-recent = Open recent
menu-nothing-recent = Nothing opened yet
menu-forget-recent = Forget this list
menu-theme = Theme
menu-language = Language
menu-language-system = as the system
menu-formats = Dates and numbers
menu-formats-system = as the system
menu-formats-iso = ISO 8601
menu-row-height = Row height
menu-zone = Time zone
menu-zone-system = This computer's
menu-zone-other = Other…
menu-week = Week starts on
menu-week-monday = Monday
menu-week-sunday = Sunday

## notice

notice-selection-given-up = The selection was given up: the table has other rows now
notice-groups-folded = The groups are folded again: the table has other rows now
notice-selection-and-groups = The selection was given up and the groups are folded again: the table has other rows now
notice-too-many-groups = There are too many rows to expand every group; expand single groups to see theirs
notice-copied-rows = { $rows ->
    [one] Copied { $rows } row
   *[other] Copied { $rows } rows
}
notice-copied-first-rows = Copied the first { $most } of { $rows } selected rows; an export has them all
notice-written = Written to { $file }
notice-timing-completion = Completion
notice-timing-figures = Copy of figures
notice-timing-picture = Copy of a picture
notice-timing-copy = Copy of rows
notice-timing-counts = Counts of the logs
notice-timing-codes = Error codes
notice-timing-facets = Facet panel
notice-timing-folded = Folded rows
notice-timing-frame = Frame
notice-timing-page = Page of insights
notice-timing-preview = Preview of a picture
notice-timing-rows = Rows
notice-timing-behind = Rows behind a figure
notice-timing-summary = Sum of the selection
notice-timing-values = Values of a field
notice-timing-ways-out = Ways out of an empty list

## pack

pack-title = Review pack
pack-no-page = Choose a page at least
pack-pages = { $count ->
    [one] { $count } page
   *[other] { $count } pages
}
pack-choose-file = Choose file…
pack-not-ready = Another export runs, or no page is chosen
pack-close = Close
pack-row-title = Title
pack-title-name = Title of the review pack
pack-row-period = Period
pack-row-filter = Filter
pack-no-filter = None: every { $record } of the period
pack-row-pages = Pages
pack-row-format = Format
pack-nothing-in-page = The logs of this page have nothing under the filter
pack-html = Page to read and print (HTML)
pack-html-about = One file on white, which any browser shows and prints without a connection
pack-xlsx = Excel workbook
pack-xlsx-about = A sheet for each part, with Excel’s own charts
pack-other-runs = Another export still runs: wait for it or cancel it
pack-wrote = Wrote the review pack to { $path }
pack-cancelled = Review pack cancelled; nothing was written

## palette

palette-find = Find a command
palette-hint = Type a command, a view, a field or an error code
palette-page = Insights: { $page }
palette-view = View: { $name }
palette-own-view = Your saved view
palette-filter = Filter: { $filter }
palette-recent-filter = Recent filter
palette-sort-oldest = Sort by { $field }, oldest first
palette-sort-newest = Sort by { $field }, newest first
palette-sort-smallest = Sort by { $field }, smallest first
palette-sort-largest = Sort by { $field }, largest first
palette-sort-a-to-z = Sort by { $field }, A to Z
palette-sort-z-to-a = Sort by { $field }, Z to A
palette-show-column = Show column { $field }
palette-hide-column = Hide column { $field }
palette-add-filter = Add filter: { $field }
palette-columns-back = Put the portal's columns back
palette-columns = Columns of this table
palette-group = Group by { $field }
palette-ungroup = Do not group
palette-expand = Expand all groups
palette-collapse = Collapse all groups
palette-rows = Rows of this table
palette-select-all = Select all rows
palette-copy-with-headers = Copy rows with headers
palette-copy-with-headers-about = The selected rows, for a spreadsheet
palette-fit-columns = Fit all columns
palette-theme = Theme: { $name }
palette-language = Language: { $name }
palette-formats = Dates and numbers: { $name }
palette-look = Look
palette-row-height = Row height: { $name }
palette-zone = Time zone: { $name }
palette-zone-system = Time zone: this computer's
palette-times = Times
palette-look-up-code = Look up error { $code }
palette-no-such-code = Not in the reference
palette-filter-for = Filter for { $text }
palette-filter-for-about = As the search line would
palette-look-up = Look up “{ $text }” among the error codes
palette-error-codes = Error codes

## picture

picture-button = Picture
picture-of = Picture of { $title }
picture-about = Copy or save this chart, or its figures
picture-copy-image = Copy image
picture-save = Save as picture…
picture-copy-data = Copy data
picture-save-data = Save data…
picture-title = Picture of a chart
picture-choose-file = Choose file…
picture-copy-about = Put this picture on the clipboard
picture-close = Close
picture-preview = Preview: { $title }
picture-drawing = Drawing the preview…
picture-row-title = Title
picture-title-hint = That of the chart
picture-title-name = Title of the picture
picture-row-format = Format
picture-row-size = Size
picture-row-theme = Theme
picture-row-scale = Scale
picture-scale-about = Pixels per point of a PNG and of a copy
picture-light = Light
picture-dark = Dark
picture-as-window = As the window
picture-slide = Slide (16:9)
picture-half-slide = Half a slide
picture-document = Document
picture-pixels = { $width } × { $height } pixels
picture-svg-pixels = A drawing that stays sharp at any size; a copy has { $width } × { $height } pixels
picture-copied = Copied the picture of “{ $title }”: { $width } × { $height } pixels
picture-copied-data = Copied the figures of “{ $title }”
picture-nothing = There is nothing to draw in this part of the page
picture-failed = The picture could not be made: { $reason }

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

reports-overview = Overview
reports-the-period-at-a-glance-compared = The period at a glance, compared with the one before
reports-applications = Applications
reports-which-applications-and-resources-are-used = Which applications and resources are used, by how many, with what success
reports-application = Application
reports-who-uses-an-application-from-where = Who uses an application, from where, and with what success
reports-resource = Resource
reports-who-signs-in-to-a-resource = Who signs in to a resource, with which applications, and with what success
reports-users = Users
reports-who-signs-in-to-what-from = Who signs in, to what, from where, and with what success
reports-user = User
reports-when-a-user-signs-in-to = When a user signs in, to what, with what and from where
reports-time-line = Time line
reports-all-that-happened-with-a-user = All that happened with a user: sign-ins, audit events, risk and Microsoft 365 activity, in the order of time
reports-groups = Groups
reports-what-the-members-of-groups-use = What the members of groups use, and who of them does not sign in
reports-group = Group
reports-which-members-of-a-group-sign = Which members of a group sign in and which do not, to what, and with what success
reports-service-principals = Service principals
reports-what-service-principals-and-managed-identities = What service principals and managed identities sign in to, with which credentials, and since when
reports-service-principal = Service principal
reports-what-one-service-principal-or-managed = What one service principal or managed identity does
reports-authentication-methods = Authentication methods
reports-which-methods-users-sign-in-with = Which methods users sign in with, how well each works, and what asked for them
reports-conditional-access = Conditional Access
reports-what-each-policy-did-what-report = What each policy did, what report-only policies would have done, and which sign-ins no policy covered
reports-policy = Policy
reports-what-one-conditional-access-policy-did = What one Conditional Access policy did or would have done
reports-errors = Errors
reports-which-error-codes-occur-whom-they = Which error codes occur, whom they hit, what they mean and what to do
reports-clients = Clients
reports-client-apps-operating-systems-and-browsers = Client apps, operating systems and browsers, and who still uses legacy authentication
reports-places = Places
reports-countries-and-cities-from-which-sign = Countries and cities from which sign-ins come
reports-ad-fs-applications = AD FS applications
reports-which-applications-are-used-through-ad = Which applications are used through AD FS, by how many, with what success
reports-audit = Audit
reports-what-was-changed-in-the-directory = What was changed in the directory, by whom, on what, and what failed
reports-risk = Risk
reports-what-was-detected-of-which-level = What was detected, of which level and from where, and which users and workload identities are at risk
reports-microsoft-365 = Microsoft 365
reports-what-was-done-in-exchange-sharepoint = What was done in Exchange, SharePoint, Teams and others, by whom, on what and from where
reports-provisioning = Provisioning
reports-which-identities-were-brought-to-which = Which identities were brought to which systems, what failed and what to do about it
reports-ad-fs-application-usage = AD FS application usage
reports-active-users = Active users
reports-activities = Activities
reports-actors = Actors
reports-actions = Actions
reports-application-usage = Application usage
reports-applications-first-seen-in-this-period = Applications first seen in this period
reports-applications-it-failed-for = Applications it failed for
reports-applications-report-only-policies-would-have = Applications report-only policies would have stopped
reports-applications-used = Applications used
reports-applications-used-by-legacy-clients = Applications used by legacy clients
reports-authentication-requirement = Authentication requirement
reports-browsers-and-their-versions = Browsers and their versions
reports-categories = Categories
reports-cities = Cities
reports-client-apps = Client apps
reports-conditional-access-outcome = Conditional Access outcome
reports-conditional-access-status = Conditional Access status
reports-countries = Countries
reports-credentials = Credentials
reports-departments = Departments
reports-detection-types = Detection types
reports-detections-by-level = Detections by level
reports-detections-by-type = Detections by type
reports-devices = Devices
reports-errors-over-time = Errors over time
reports-events-by-day-and-hour = Events by day and hour
reports-events-by-result = Events by result
reports-events-by-status = Events by status
reports-everything-on-one-time-line = Everything on one time line
reports-files-sites-and-mailboxes = Files, sites and mailboxes
reports-first-seen-in-this-period = First seen in this period
reports-grant-controls = Grant controls
reports-ip-addresses = IP addresses
reports-ip-addresses-of-clients = IP addresses of clients
reports-identities = Identities
reports-identities-with-failures = Identities with failures
reports-legacy-clients = Legacy clients
reports-members-who-signed-in = Members who signed in
reports-members-without-a-sign-in = Members without a sign-in
reports-methods = Methods
reports-methods-in-detail = Methods in detail
reports-methods-of-authentication-steps = Methods of authentication steps
reports-modern-and-legacy-clients = Modern and legacy clients
reports-multifactor-authentication-by-application = Multifactor authentication by application
reports-multifactor-authentication-by-user = Multifactor authentication by user
reports-multifactor-authentication-methods = Multifactor authentication methods
reports-operating-systems = Operating systems
reports-places-of-sign-ins = Places of sign-ins
reports-policies = Policies
reports-reasons-of-failures = Reasons of failures
reports-resources = Resources
reports-results = Results
reports-results-of-steps = Results of steps
reports-risk-levels = Risk levels
reports-risky-users = Risky users
reports-risky-users-by-state = Risky users by state
reports-risky-workload-identities = Risky workload identities
reports-risky-workload-identities-by-state = Risky workload identities by state
reports-services = Services
reports-session-lifetime-policies = Session lifetime policies
reports-sign-ins-by-day-of-the = Sign-ins by day of the week and hour
reports-sign-ins-by-identity = Sign-ins by identity
reports-sign-ins-by-resource = Sign-ins by resource
reports-sign-ins-by-result = Sign-ins by result
reports-sign-ins-by-status = Sign-ins by status
reports-sign-ins-no-policy-covered = Sign-ins no policy covered
reports-source-systems = Source systems
reports-target-systems = Target systems
reports-targets = Targets
reports-targets-in-full = Targets, in full
reports-top-applications = Top applications
reports-top-three-applications = Top three applications
reports-types-of-credentials = Types of credentials
reports-usage = Usage
reports-users-first-seen-in-this-period = Users first seen in this period
reports-users-it-failed-for = Users it failed for
reports-users-of-legacy-clients = Users of legacy clients
reports-users-report-only-policies-would-have = Users report-only policies would have stopped
reports-users-with-detections = Users with detections
reports-what-asked-for-it = What asked for it
reports-account-enabled = Account enabled
reports-action = Action
reports-active = Active
reports-activity = Activity
reports-actor = Actor
reports-applications-it-would-stop = Applications it would stop
reports-as-first-factor = As first factor
reports-as-second-factor = As second factor
reports-asked = Asked
reports-autonomous-systems = Autonomous systems
reports-blocked = Blocked
reports-category = Category
reports-city = City
reports-class = Class
reports-country = Country
reports-department = Department
reports-details = Details
reports-detection-type = Detection type
reports-detections = Detections
reports-disabled = Disabled
reports-error = Error
reports-error-code = Error code
reports-error-codes = Error codes
reports-events = Events
reports-failed-sign-ins = Failed sign-ins
reports-failure = Failure
reports-failure-share = Failure share
reports-failures = Failures
reports-first = First
reports-first-factor-by-claim = First factor by claim
reports-first-seen = First seen
reports-first-sign-in = First sign-in
reports-high-risk = High risk
reports-ip-address = IP address
reports-identities-that-failed = Identities that failed
reports-identity = Identity
reports-interrupted = Interrupted
reports-item = Item
reports-items = Items
reports-job-title = Job title
reports-key-id = Key ID
reports-last = Last
reports-last-applied = Last applied
reports-last-seen-at-all = Last seen at all
reports-last-sign-in = Last sign-in
reports-last-success = Last success
reports-last-use = Last use
reports-legacy = Legacy
reports-legacy-authentication = Legacy authentication
reports-legacy-share = Legacy share
reports-legacy-sign-ins = Legacy sign-ins
reports-legacy-successes = Legacy successes
reports-log = Log
reports-mfa-by-claim = MFA by claim
reports-meaning = Meaning
reports-members = Members
reports-met = Met
reports-mode = Mode
reports-modern = Modern
reports-multifactor = Multifactor
reports-multifactor-requirement = Multifactor requirement
reports-no-policy-covered = No policy covered
reports-not-applied = Not applied
reports-not-met = Not met
reports-passwordless = Passwordless
reports-phishing-resistant = Phishing-resistant
reports-policies-in-these-sign-ins = Policies in these sign-ins
reports-protected-by-mfa = Protected by MFA
reports-reason = Reason
reports-recommended-action = Recommended action
reports-record-type = Record type
reports-records = Records
reports-report-only-failure = Report-only: failure
reports-report-only-met = Report-only: met
reports-report-only-not-applied = Report-only: not applied
reports-report-only-not-met = Report-only: not met
reports-report-only-success = Report-only: success
reports-report-only-user-action = Report-only: user action
reports-result = Result
reports-risk-states = Risk states
reports-risky-sign-ins = Risky sign-ins
reports-satisfied-by-claims = Satisfied by claims
reports-service = Service
reports-share = Share
reports-sign-ins = Sign-ins
reports-sign-ins-of-members = Sign-ins of members
reports-sign-ins-with-policies = Sign-ins with policies
reports-single-factor = Single-factor
reports-skipped = Skipped
reports-source-identity = Source identity
reports-state = State
reports-step-failed = Step failed
reports-step-succeeded = Step succeeded
reports-step-success-rate = Step success rate
reports-succeeded = Succeeded
reports-success = Success
reports-success-rate = Success rate
reports-system = System
reports-target = Target
reports-thumbprint = Thumbprint
reports-timing = Timing
reports-trend = Trend
reports-type = Type
reports-users-asked = Users asked
reports-users-at-risk = Users at risk
reports-users-in-no-group = Users in no group
reports-users-it-would-stop = Users it would stop
reports-users-touched = Users touched
reports-users-with-failures = Users with failures
reports-warning = Warning
reports-what-to-do = What to do
reports-with-a-failure = With a failure
reports-with-a-success = With a success
reports-without-mfa = Without MFA
reports-without-a-place = Without a place
reports-without-an-error-code = Without an error code
reports-without-sign-in = Without sign-in
reports-workloads-at-risk = Workloads at risk
reports-unknown-user = Unknown user
reports-unknown-application = Unknown application
reports-unknown-resource = Unknown resource
reports-unknown-service-principal = Unknown service principal
reports-not-known = Not known
reports-in-no-known-group = In no known group
reports-unnamed-in-some = without a name in some sign-ins
reports-sign-ins-of-the-period-under = Sign-ins of the period under the filter
reports-different-ones-each-counted-once-however = Different ones, each counted once however often it is met
reports-different-ones-each-counted-once-however-often = Different ones, each counted once however often they are met
reports-share-of-the-sign-ins = Share of the sign-ins
reports-the-first-one-within-the-period = The first one within the period
reports-the-last-one-within-the-period = The last one within the period
reports-sign-ins-in-each-step-of = Sign-ins in each step of the period, the highest at the top
reports-as-the-programs-reference-tells-it = As the program's reference tells it
reports-those-that-are-named-the-first = Those that are named, the first three in alphabetical order
reports-paused-to-ask-the-user-for = Paused to ask the user for something; no failure
reports-successful-sign-ins-of-all-that = Successful sign-ins, of all that succeeded or failed. Interrupted ones count as neither
reports-successful-sign-ins-whose-authentication-requirement = Successful sign-ins whose authentication requirement was multifactor, of all successful ones that tell their requirement. The others are not without protection: an earlier multifactor authentication may have satisfied them
reports-sign-ins-by-legacy-clients-such = Sign-ins by legacy clients such as IMAP, POP and SMTP, of all that tell their client app
reports-risk-level-low-medium-or-high = Risk level low, medium or high during the sign-in. Hidden levels do not count
reports-sign-ins-of-each-step-where = Sign-ins of each step. Where the period cuts the first or the last one, those of its part
reports-events-of-the-period-under-the = Events of the period under the filter
reports-events-whose-result-is-a-failure = Events whose result is a failure
reports-failed-events-of-all-that-tell = Failed events, of all that tell their result
reports-the-first-three-in-alphabetical-order = The first three in alphabetical order
reports-those-of-each-step-where-the = Those of each step. Where the period cuts the first or the last one, those of its part
reports-those-of-the-period-under-the = Those of the period under the filter
reports-different-key-ids-managed-identities-and = Different key IDs. Managed identities and federated credentials have none
reports-a-policy-blocked-or-its-controls = A policy blocked, or its controls were not met
reports-a-report-only-policy-would-have = A report-only policy would have asked the user
reports-a-report-only-policy-would-have-blocked = A report-only policy would have blocked
reports-sign-ins-that-succeeded-those-that = Sign-ins that succeeded: those that enforcement would change
reports-users-for-whom-it-would-have = Users for whom it would have failed or asked for something, were it enforced
reports-applications-for-which-it-would-have = Applications for which it would have failed or asked for something, were it enforced
reports-sign-ins-with-a-policy-that = Sign-ins with a policy that has this control, whether it applied or not
reports-the-policy-applied-and-was-satisfied = The policy applied and was satisfied
reports-the-policy-applied-and-was-not = The policy applied and was not satisfied
reports-users-to-whose-sign-ins-it = Users to whose sign-ins it applied
reports-sign-ins-that-tell-their-policies = Sign-ins that tell their policies, also those that did not apply
reports-successful-sign-ins-to-which-no = Successful sign-ins to which no enforced policy applied. Some cannot be covered, such as the registration of a device
reports-sign-ins-that-did-not-succeed = Sign-ins that did not succeed and tell no error code. The table below cannot have them
reports-sign-ins-with-a-step-that = Sign-ins with a step that a claim satisfied
reports-sign-ins-whose-step-with-this = Sign-ins whose step with this method succeeded, of all that tell whether it did
reports-the-sign-in-can-have-succeeded = The sign-in can have succeeded all the same, by a further step
reports-taken-from-a-token-or-from = Taken from a token or from another provider; the user was not asked
reports-successful-sign-ins-for-which-multifactor = Successful sign-ins for which multifactor authentication was required or had been done before, of all successful ones
reports-successful-sign-ins-for-which-multifactor-authentication = Successful sign-ins for which multifactor authentication was required or had been done before
reports-successful-sign-ins-protected-by-multifactor = Successful sign-ins protected by multifactor authentication, of all successful ones
reports-no-multifactor-authentication-was-required-and = No multifactor authentication was required, and no step tells of an earlier one
reports-sign-ins-with-such-a-method = Sign-ins with such a method that succeeded, of all successful ones in which the first factor was given, and not taken from a token
reports-nothing-was-to-be-done-or = Nothing was to be done, or the identity is out of scope; no failure
reports-different-source-identities-with-an-event = Different source identities with an event that failed, each counted once
reports-sign-ins-that-microsoft-365-tells = Sign-ins that Microsoft 365 tells of and that failed, of all that tell their result
reports-detections-of-level-high = Detections of level high
reports-at-risk-or-confirmed-compromised-as = At risk or confirmed compromised, as a record of the period tells. A later record may tell otherwise
reports-legacy-sign-ins-that-succeeded-nothing = Legacy sign-ins that succeeded: nothing stops them yet
reports-users-with-sign-ins-of-whose = Users with sign-ins of whose groups no list is loaded
reports-as-the-newest-download-of-users = As the newest download of users tells it
reports-the-last-sign-in-that-is = The last sign-in that is loaded of these logs, outside the period or the filter
reports-users-that-the-newest-list-of = Users that the newest list of the group's members has
reports-members-without-a-sign-in-in = Members without a sign-in in the period under the filter
reports-no-record-of-the-logs-of = No record of the logs of this page is loaded
reports-the-loaded-sign-ins-do-not = The loaded sign-ins do not reach back before this period, so whatever is in it counts as first seen in it
reports-sign-ins-tell-which-credentials-were = Sign-ins tell which credentials were used and when, not when they expire, nor that a credential or an identity exists that was not used. Microsoft leaves app-only sign-ins of its own applications out of the service principal log.
reports-ad-fs-sign-ins-come-from = AD FS sign-ins come from Connect Health. They tell no device, no Conditional Access and no risk, and whether an application can be moved to Microsoft Entra is not among what they tell.
reports-no-ad-fs-sign-ins-in = No AD FS sign-ins in this period: none is in the AD FS log, and of no other AD FS issued the token. They are reported by Connect Health: Log Analytics has them in the table ADFSSignInLogs, whose rows can be exported and opened here.
reports-the-place-of-an-ip-address = The place of an IP address is Microsoft's best guess. Mobile carriers and VPNs use central addresses, and in the non-interactive log the address can be the one from which the original token was issued.
reports-legacy-clients-imap-pop-smtp-and = Legacy clients (IMAP, POP, SMTP and the like) cannot be asked for a second factor. A blank client app is unknown, which is neither legacy nor modern.
reports-the-filter-names-several-policies-all = The filter names several policies, all of which a sign-in must have. A result counts here where it came of each of them.
reports-only-json-and-log-analytics-tell = Only JSON and Log Analytics tell the policies of a sign-in; CSV tells the overall status alone. Conditional Access “success” means that a policy was evaluated, not that it asked for anything. Controls belong to a whole policy: where it has several, its result does not tell which one was met.
reports-phishing-resistant-methods-are-those-of = Phishing-resistant methods are those of Microsoft's built-in authentication strength: passkeys and FIDO2 security keys, Windows Hello for Business, platform credentials and multifactor certificates. Passwordless ones add sign-in with the Microsoft Authenticator. Both shares are of the successful sign-ins in which the user gave the first factor anew.
reports-the-authentication-requirement-is-the-stage = The authentication requirement is the stage that a sign-in reached. Sign-ins count as protected by multifactor authentication if it was required, or if a step tells that a claim had satisfied it. Exports can lack steps: details come up to a few minutes late, and CSV needs its file of authentication details.
reports-a-record-of-a-risky-user = A record of a risky user or workload identity tells how things stood when its risk was set anew. One can have several in a period; the last one is in force.
reports-no-look-ups-in-the-directory = No look-ups in the directory are loaded. In the Entra admin center, download users (Users, All users, Bulk operations, Download users) and the members of groups (Groups, a group, Members, Bulk operations, Download members), and open the files here. Name a file after its group, or name the group in Sources
reports-members-are-those-of-the-newest = Members are those of the newest list of each group, whenever a sign-in was. Members of groups within a group are not in its list
reports-no-list-of-this-groups-members = No list of this group’s members is loaded
reports-namesakes = Policies are known by name here, and different ones share a name: { $names }. policy_id tells them apart.
reports-namesake = { $name } ({ $ids } IDs)
reports-told-of-members = { $all ->
    [one] { $all } user is a member
   *[other] { $all } users are members
}{ $inactive ->
    [0] , and all have sign-ins in this period
    [one] : { $inactive } user without a sign-in in this period
   *[other] : { $inactive } users without a sign-in in this period
}{ $disabled ->
    [0] {""}
   *[other] , { $disabled } of them with a disabled account
}{ $groups ->
    [0] {""}
    [one] . { $groups } group is a member, too; its own members are not in the list
   *[other] . { $groups } groups are members, too; their own members are not in the list
}

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

saved-views-failures = Failures in the last 24 hours
saved-views-failures-about = Failed interactive sign-ins of the 24 hours up to the newest one, with their error codes
saved-views-legacy = Legacy clients
saved-views-legacy-about = Clients that can't do modern authentication, and so no MFA
saved-views-mfa = Interrupted by MFA
saved-views-mfa-about = Sign-ins paused to ask for multifactor authentication or its registration
saved-views-guests = Guests
saved-views-guests-about = Sign-ins of guests and other external users
saved-views-risky = Risky sign-ins
saved-views-risky-about = Sign-ins with a risk level of low or more; hidden levels are not among them
saved-views-service-principals = Service principals failing
saved-views-service-principals-about = Failed sign-ins of applications as themselves, those that fail most often first
saved-views-newest = Newest 24 hours
saved-views-newest-about = The 24 hours up to the newest sign-in, which may be some days ago
saved-views-name-missing = Give the view a name
saved-views-name-too-long = This name is too long for a menu
saved-views-name-built-in = A built-in view has this name
saved-views-name-taken = Another view has this name
saved-views-unnamed = View
saved-views-copy = { $name } copy
saved-views-unreadable = The filter of “{ $name }” can't be read: { $reason }
saved-views-deleted = “{ $name }” was deleted; undo brings it back
saved-views-no-recent = None yet
saved-views-button = Saved view
saved-views-button-changed = Saved view, changed
saved-views-no-active = none
saved-views-save-title = Save view
saved-views-title = Views
saved-views-no-filter = no filter
saved-views-save-about = { $records }, { $filter }, with the table's columns, order and grouping
saved-views-name = Name of the view
saved-views-save = Save
saved-views-cancel = Cancel
saved-views-own = Your own
saved-views-no-own = None yet. Filter and lay out a table, then save it as a view
saved-views-built-in = Built in
saved-views-undo = Undo takes back whatever is changed here
saved-views-list = List
saved-views-list-named = List { $name }
saved-views-hide = Hide
saved-views-hide-named = Hide { $name }
saved-views-duplicate = Duplicate
saved-views-duplicate-named = Duplicate { $name }
saved-views-delete = Delete
saved-views-delete-named = Delete { $name }
saved-views-rename = Rename
saved-views-rename-named = Rename { $name }
saved-views-down = Down
saved-views-down-named = Down { $name }
saved-views-up = Up
saved-views-up-named = Up { $name }
saved-views-new-name = New name

## settings

settings-theme-system = As the system
settings-theme-light = Light
settings-theme-dark = Dark
settings-rows-generous = Generous
settings-rows-compact = Compact

## shortcuts

shortcuts-filter-help = Filter language
shortcuts-title = Keyboard shortcuts
shortcuts-about = About Sign-in Lens
shortcuts-find = Find a command or key
shortcuts-find-name = Find a shortcut
shortcuts-none = No command with keys has these words; the command palette knows those without keys
shortcuts-table = Table
shortcuts-keys-move = Up, Down, Page up, Page down
shortcuts-move = Move the selection
shortcuts-keys-ends = Home, End
shortcuts-ends = First and last row
shortcuts-keys-enter = Enter
shortcuts-enter = Open the details of the selected row
shortcuts-keys-range = Shift with these, Shift-click
shortcuts-range = Select a range of rows
shortcuts-keys-besides = Ctrl-click
shortcuts-besides = Select a row besides others
shortcuts-keys-all = Ctrl+A
shortcuts-all = Select all rows
shortcuts-keys-escape = Escape
shortcuts-escape = Close the details, then select nothing
shortcuts-keys-along = Right, Left
shortcuts-along = Expand and fold a group; move from cell to cell
shortcuts-keys-menu = Menu key, Shift+F10
shortcuts-menu = What can be done with the row and its cell
shortcuts-keys-sort = Click a header
shortcuts-sort = Sort; again to reverse
shortcuts-keys-sort-further = Shift-click a header
shortcuts-sort-further = Sort by a further column
shortcuts-keys-own-window = Ctrl or Cmd + W, Escape
shortcuts-own-window = Close the own window of a record

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

status-dismiss = Dismiss
status-sample = Sample tenant
status-times = Times in { $zone }
status-working = Working…
status-rows-selected = { $count ->
    [one] { $count } row selected
   *[other] { $count } rows selected
}
status-users = { $count ->
    [one] { $count } user
   *[other] { $count } users
}
status-service-principals = { $count ->
    [one] { $count } service principal
   *[other] { $count } service principals
}
status-managed-identities = { $count ->
    [one] { $count } managed identity
   *[other] { $count } managed identities
}
status-actors = { $count ->
    [one] { $count } actor
   *[other] { $count } actors
}
status-identities = { $count ->
    [one] { $count } identity
   *[other] { $count } identities
}
status-applications = { $count ->
    [one] { $count } application
   *[other] { $count } applications
}
status-period = { $first } – { $last }
status-matching = { $count } of { $records }
status-in-rows = { $count ->
    [one] in { $count } row
   *[other] in { $count } rows
}
status-in-groups = { $count ->
    [one] in { $count } group
   *[other] in { $count } groups
}
status-folded = { $count ->
    [one] folded to { $count } row
   *[other] folded to { $count } rows
}

## table

table-copy-value = Copy value
table-none-yet = No { $records } yet
table-open = Open…
table-where-sign-ins = Open a download of this log, or choose another tab
table-where-audit = Open a download of the audit logs: Monitoring & health, Audit logs, Download
table-where-provisioning = Open a download of the provisioning logs: Monitoring & health, Provisioning logs, Download
table-where-risky-users = Open a download of ID Protection’s report of risky users
table-where-risky-workloads = Open a download of ID Protection’s report of risky workload identities
table-where-risk-detections = Open a download of ID Protection’s report of risk detections
table-where-activity = Open an export of an audit search in Microsoft Purview
table-count = # sign-ins
table-count-about = How many sign-ins the row folds
table-group = Group
table-group-about = The value, how many rows have it, and their share of all under the filter
table-group-about-sign-ins = The value, how many sign-ins have it, and their share of all under the filter
table-several-values = The row folds several values; expand it to choose one
table-nothing-known = Nothing is known here
table-no-value = none
table-fold-row = Fold this row
table-expand-row = Expand this row
table-copy-row = Copy row
table-copy-row-with-headers = Copy row with headers
table-copy-rows = { $count ->
    [one] Copy { $count } row
   *[other] Copy { $count } rows
}
table-copy-rows-with-headers = { $count ->
    [one] Copy { $count } row with headers
   *[other] Copy { $count } rows with headers
}
table-explain-error = Explain error { $code }
table-show-details = Show details
table-own-window = Open in own window
table-filter-for = Filter for “{ $value }”
table-exclude = Exclude “{ $value }”
table-filter-for-value = Filter for this value
table-exclude-value = Exclude this value
table-spans-time = The row spans a stretch of time; use the date range
table-this-identity = This identity in all logs
table-this-user = This user in all logs
table-this-app = This application in all logs
table-this-ip = This IP address in all logs
table-around-sign-in = Sign-ins around this one
table-around = What happened around this
table-expand-to-choose = Expand the row to choose one
table-people-only = Time lines are those of people
table-time-line = Time line around this one
table-same-correlation = Same correlation ID
table-no-groups = Its values are no sensible groups
table-grouped-already = Rows are grouped by it
table-most-levels = There are as many levels of groups as there can be
table-group-by-this = Group by this
table-pin = Pin left
table-unpin = Unpin
table-fit-columns = Fit all columns
table-columns = Columns…
table-portal-columns = Put the portal's columns back
table-fold-group = Fold { $group }
table-expand-group = Expand { $group }
table-group-of = { $value }, { $records }
table-several = several
table-several-codes = several codes
table-different = { $count } different values; expand the row to see them
table-different-or-more = { $count } or more different values; expand the row to see them
table-order = Order of the groups
table-order-most = Most sign-ins first
table-order-fewest = Fewest sign-ins first
table-order-ascending = By value, ascending
table-order-descending = By value, descending
table-order-latest = Latest sign-in first
table-order-latest-last = Latest sign-in last
table-order-earliest = Earliest sign-in first
table-grouped-by = Grouped by
table-group-further = Group by a further field
table-collapse-all = Collapse all
table-expand-all = Expand all
table-find-field = Find a field
table-drop = Drop here to group by { $field }
table-drop-not = { $field } makes no sensible groups

## tabs

tabs-interactive = Interactive
tabs-non-interactive = Non-interactive
tabs-service-principal = Service principal
tabs-managed-identity = Managed identity
tabs-ad-fs = AD FS
tabs-audit = Audit
tabs-provisioning = Provisioning
tabs-risky-users = Risky users
tabs-risky-workloads = Risky workload identities
tabs-risk-detections = Risk detections
tabs-activity = Microsoft 365
tabs-activity-sign-ins = Microsoft 365 sign-ins
tabs-in-report-workloads = Workload identities
tabs-in-report-detections = Detections
tabs-in-report-activities = Activities
tabs-in-report-sign-ins = Sign-ins
tabs-report-sign-ins = Sign-ins
tabs-report-audit = Audit
tabs-report-provisioning = Provisioning
tabs-report-risk = Risk
tabs-report-activity = Microsoft 365
tabs-among-interactive = interactive
tabs-among-non-interactive = non-interactive
tabs-among-service-principal = service principal
tabs-among-managed-identity = managed identity
tabs-among-ad-fs = AD FS
tabs-among-audit = audit
tabs-among-provisioning = provisioning
tabs-among-risky-users = risky users
tabs-among-risky-workloads = risky workload identities
tabs-among-risk-detections = risk detections
tabs-among-activity = Microsoft 365
tabs-among-activity-sign-ins = Microsoft 365 sign-ins
tabs-records-interactive = interactive sign-ins
tabs-records-non-interactive = non-interactive sign-ins
tabs-records-service-principal = service principal sign-ins
tabs-records-managed-identity = managed identity sign-ins
tabs-records-ad-fs = AD FS sign-ins
tabs-insights = Insights
tabs-errors = Error codes
tabs-sources = Sources
tabs-more = More tabs
tabs-none-imported = No { $records } of this log were imported yet
tabs-matching = { $count } of { $records } match the filter
tabs-left-out = This log does not tell what { $parts } asks for. Its tab leaves that out and shows { $count } of { $records }
tabs-left-out-all = This log does not tell what { $parts } asks for. Its tab leaves that out and shows all its { $records }

## time

time-long-date = { $weekday } { $day } { $month } { $year }
time-date = { $day } { $month } { $year }
time-short-date = { $day } { $month }
time-month = { $month } { $year }
time-mon = Mon
time-tue = Tue
time-wed = Wed
time-thu = Thu
time-fri = Fri
time-sat = Sat
time-sun = Sun
time-jan = Jan
time-feb = Feb
time-mar = Mar
time-apr = Apr
time-may = May
time-jun = Jun
time-jul = Jul
time-aug = Aug
time-sep = Sep
time-oct = Oct
time-nov = Nov
time-dec = Dec
time-name-january = January
time-name-february = February
time-name-march = March
time-name-april = April
time-name-may = May
time-name-june = June
time-name-july = July
time-name-august = August
time-name-september = September
time-name-october = October
time-name-november = November
time-name-december = December
time-all = All
time-from = From { $moment }
time-until = Until { $moment }
time-week = Week of { $date }
time-between = { $from } – { $to }
time-of-day = { $date }, { $from } – { $to }
time-moment = { $date } { $time }
time-last-month = Last month
time-last-days = { $count ->
    [one] Last { $count } day
   *[other] Last { $count } days
}
time-last-hours = { $count ->
    [one] Last { $count } hour
   *[other] Last { $count } hours
}
time-last-minutes = { $count ->
    [one] Last { $count } minute
   *[other] Last { $count } minutes
}

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

verify-progress = Verifying: { $read } of { $files ->
    [one] { $files } file
   *[other] { $files } files
}
verify-none = No file is there to compare
verify-none-gone = No file is there to compare; { $gone } { $gone ->
    [one] is
   *[other] are
} no longer there
verify-same = { $same ->
    [one] { $same } file is
   *[other] { $same } files are
} what was imported
verify-same-gone = { $same ->
    [one] { $same } file is
   *[other] { $same } files are
} what was imported; { $gone } { $gone ->
    [one] is
   *[other] are
} no longer there
verify-changed = { $files ->
    [one] { $files } file is
   *[other] { $files } files are
} no longer what was imported; the originals in the cache are as they were
verify-changed-gone = { $files ->
    [one] { $files } file is
   *[other] { $files } files are
} no longer what was imported; { $gone } { $gone ->
    [one] is
   *[other] are
} no longer there; the originals in the cache are as they were
verify-unreadable = { $files ->
    [one] { $files } file is
   *[other] { $files } files are
} no longer what was imported ({ $unreadable } can’t be read); the originals in the cache are as they were
verify-unreadable-gone = { $files ->
    [one] { $files } file is
   *[other] { $files } files are
} no longer what was imported ({ $unreadable } can’t be read); { $gone } { $gone ->
    [one] is
   *[other] are
} no longer there; the originals in the cache are as they were
verify-both = { $files ->
    [one] { $files } file is
   *[other] { $files } files are
} no longer what was imported ({ $changed } changed, { $unreadable } can’t be read); the originals in the cache are as they were
verify-both-gone = { $files ->
    [one] { $files } file is
   *[other] { $files } files are
} no longer what was imported ({ $changed } changed, { $unreadable } can’t be read); { $gone } { $gone ->
    [one] is
   *[other] are
} no longer there; the originals in the cache are as they were
verify-cancelled-first = Cancelled before the first of { $files ->
    [one] { $files } file
   *[other] { $files } files
} was read
verify-cancelled = Cancelled after { $read } of { $files ->
    [one] { $files } file
   *[other] { $files } files
}. { $sentence }

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

widget-close = Close
widget-copy = Copy
widget-copy-value = Copy “{ $value }”
widget-copy-field = Copy { $field }
widget-filter-for-this = Filter for this value
widget-filter-for-value = Filter for “{ $value }”
widget-filter-for-field = Filter for { $field }
widget-exclude-this = Exclude this value
widget-exclude-value = Exclude “{ $value }”
widget-exclude-field = Exclude { $field }
widget-start-of-panel = Start of the panel
widget-end-of-panel = End of the panel
widget-broken = This part of the window could not be shown: something went wrong inside the program. The cache is as it was
widget-broken-copy = Copy details
widget-pill-not = not
widget-pill-excludes = Excludes { $part }
widget-pill-remove = Remove { $part }
widget-pill-remove-about = Remove this part of the filter
widget-chip-left = Move { $field } left
widget-chip-right = Move { $field } right
widget-chip-remove = Remove { $field } from the groups
widget-sort-ascending = Sort ascending
widget-sort-descending = Sort descending
widget-move-left = Move left
widget-move-right = Move right
widget-hide-column = Hide column
widget-first-column = It is the first column
widget-last-column = It is the last column
widget-only-column = It is the only column
widget-key-ctrl = Ctrl
widget-key-shift = Shift
widget-key-alt = Alt
widget-key-enter = Enter
widget-key-escape = Escape
widget-key-delete = Delete
widget-key-left = Left
widget-key-right = Right
widget-key-up = Up
widget-key-down = Down
widget-key-plus = Plus
widget-key-minus = Minus
widget-key-comma = Comma

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

zone-title = Time zone
zone-close = Close
zone-find = Find a city, a region or an abbreviation
zone-example = New York
zone-none = No zone has that name. Names are those of the IANA database, such as Europe/Berlin
zone-system = This computer’s

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
