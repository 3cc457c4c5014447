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

error-broken = Something went wrong inside the program; the cache is as it was before
error-broken-at = Something went wrong inside the program; the cache is as it was before ({ $details })
error-sample = The sample data could not be unpacked: { $reason }
error-unwritten = “{ $file }” could not be written ({ $reason }): choose another folder
error-unwritten-picture = “{ $file }” could not be written ({ $reason }): free some room or choose another folder

## export

## facets

## filter

## forget

## help

## imports

## insights

## lookup

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

settings-theme-system = As the system
settings-theme-light = Light
settings-theme-dark = Dark
settings-rows-generous = Generous
settings-rows-compact = Compact

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
