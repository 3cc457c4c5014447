# Was das Fenster auf Deutsch sagt: Sie-Form, kurz, mit den deutschen Begriffen von Microsoft.

## about

about-version = Version { $version }
about-purpose = Microsoft Entra ID-Anmeldungen auf diesem Computer prüfen: Was Sie öffnen, bleibt hier.
about-offline = Es wird nie eine Netzwerkverbindung geöffnet: keine Telemetrie, keine Suche nach Updates, kein Download.
about-cache = Cache
about-cache-encrypted = { $place } (verschlüsselt)
about-settings = Einstellungen
about-drawn-with = Gezeichnet mit
about-licence = Lizenz
about-licences = Lizenzen der Arbeit anderer

## action

action-open = Öffnen…
action-open-about = Heruntergeladene Berichte oder ein ZIP davon auswählen
action-open-folder = Ordner öffnen…
action-open-folder-about = Einen Ordner mit heruntergeladenen Berichten auswählen
action-show-sample = Mit Beispieldaten umsehen
action-show-sample-about = Einen erfundenen Mandanten zeigen, getrennt von Ihren eigenen Anmeldungen
action-leave-sample = Zurück zu meinen Anmeldungen
action-leave-sample-about = Den erfundenen Mandanten verlassen
action-export = Exportieren…
action-export-about = Die Zeilen dieser Tabelle oder ihre Originaleinträge in eine Datei schreiben
action-save-picture = Diagramm als Bild speichern…
action-save-picture-about = Das Diagramm dieser Seite, das den Fokus hat, oder ihr erstes als PNG oder SVG schreiben
action-review-pack = Prüfpaket…
action-review-pack-about = Seiten der Erkenntnisse in eine Datei schreiben, zum Lesen, Drucken oder Weitergeben
action-show-sources = Quellen
action-show-sources-about = Was importiert wurde und was sich nicht lesen ließ
action-verify-files = Dateien überprüfen
action-verify-files-about = Die importierten Dateien erneut lesen und melden, welche nicht mehr sind, was sie waren
action-forget-old = Alte Einträge vergessen…
action-forget-old-about = Vergessen, was älter ist als eine Anzahl von Tagen
action-encrypt = Cache verschlüsseln…
action-encrypt-about = Importiertes nur mit einer Passphrase lesbar machen oder das ändern
action-quit = Beenden
action-quit-about = Das Fenster schließen
action-undo = Rückgängig
action-undo-about = Die letzte Änderung der Ansicht zurücknehmen
action-redo = Wiederholen
action-redo-about = Die zurückgenommene Änderung wiederherstellen
action-toggle-bookmark = Lesezeichen
action-toggle-bookmark-about = Die ausgewählte Zeile markieren oder ihre Markierung entfernen
action-write-note = Notiz schreiben…
action-write-note-about = Etwas zur ausgewählten Zeile notieren; es bleibt bei ihr
action-show-interactive = Interaktive Anmeldungen
action-show-interactive-about = Anmeldungen, bei denen ein Benutzer anwesend war
action-show-non-interactive = Nicht interaktive Anmeldungen
action-show-non-interactive-about = Anmeldungen einer Anwendung im Namen eines Benutzers
action-show-service-principal = Dienstprinzipalanmeldungen
action-show-service-principal-about = Anmeldungen von Anwendungen in eigenem Namen
action-show-managed-identity = Anmeldungen verwalteter Identitäten
action-show-managed-identity-about = Anmeldungen von Azure-Ressourcen
action-show-ad-fs = AD FS-Anmeldungen
action-show-ad-fs-about = Anmeldungen, die AD FS über Connect Health gemeldet hat
action-show-audit = Überwachungsereignisse
action-show-audit-about = Änderungen im Verzeichnis: wer was geändert hat, von welchem Wert in welchen
action-show-provisioning = Bereitstellungsereignisse
action-show-provisioning-about = Identitäten, die von einem System in ein anderes gebracht wurden
action-show-risky-users = Risikobenutzer
action-show-risky-users-about = Benutzer, deren Konto kompromittiert sein könnte
action-show-risky-workloads = Riskante Workloadidentitäten
action-show-risky-workloads-about = Dienstprinzipale, die kompromittiert sein könnten
action-show-risk-detections = Risikoerkennungen
action-show-risk-detections-about = Was Benutzer und Workloadidentitäten riskant gemacht hat
action-show-activity = Microsoft 365-Aktivitäten
action-show-activity-about = Was in Microsoft 365 getan wurde
action-show-activity-sign-ins = Microsoft 365-Anmeldungen
action-show-activity-sign-ins-about = Anmeldungen, von denen Microsoft 365 berichtet
action-show-insights = Erkenntnisse
action-show-insights-about = Wer was nutzt: Zahlen, Diagramme und Tabellen der Anmeldungen unter dem Filter
action-show-errors = Fehlercodes
action-show-errors-about = Was ein Fehlercode bedeutet und was zu tun ist
action-go-back = Zurück
action-go-back-about = Zur Seite davor zurückkehren, wie sie war
action-go-forward = Vorwärts
action-go-forward-about = Wieder zu der Seite, von der Sie zurückgegangen sind
action-toggle-private = Namen verbergen
action-toggle-private-about = Benutzer, Geräte, IP-Adressen und Mandanten durch Pseudonyme ersetzen, damit sich Bilder weitergeben lassen
action-zoom-in = Größer
action-zoom-in-about = Alles größer zeichnen
action-zoom-out = Kleiner
action-zoom-out-about = Alles kleiner zeichnen
action-zoom-reset = Normale Größe
action-zoom-reset-about = Alles so groß zeichnen wie beim ersten Start
action-save-view = Ansicht speichern unter…
action-save-view-about = Filter, Spalten, Reihenfolge und Gruppierung unter einem Namen behalten
action-update-view = Ansicht aktualisieren
action-update-view-about = In Ihre aktive Ansicht übernehmen, was jetzt gezeigt wird
action-leave-view = Ansicht verlassen
action-leave-view-about = Zu dem zurückkehren, was vor der Ansicht gezeigt wurde
action-manage-views = Ansichten verwalten…
action-manage-views-about = Ansichten umbenennen, ordnen, duplizieren, ausblenden und löschen
action-search = Suchen
action-search-about = Den Cursor in die Suchzeile setzen
action-clear-filter = Filter aufheben
action-clear-filter-about = Wieder alles zeigen
action-show-bookmarked = Nur mit Lesezeichen
action-show-bookmarked-about = Die Zeilen zeigen, die Sie markiert haben
action-toggle-facets = Facetten
action-toggle-facets-about = Werte und wie viele Zeilen jeder hat, links der Tabelle
action-toggle-grouping = Zeilen gruppieren
action-toggle-grouping-about = Zeilen wie im Portal zusammenfassen oder jede einzeln zeigen
action-choose-columns = Spalten…
action-choose-columns-about = Die Spalten dieser Tabelle auswählen
action-copy-line = Zeile kopieren
action-copy-line-about = Die ausgewählte Zeile kopieren, Werte durch Tabulatoren getrennt
action-copy-picture = Diagramm als Bild kopieren
action-copy-picture-about = Das Diagramm dieser Seite, das den Fokus hat, oder ihr erstes für eine Folie oder ein Dokument kopieren
action-copy-data = Diagrammdaten kopieren
action-copy-data-about = Die Zahlen dieses Diagramms für eine Tabellenkalkulation kopieren
action-detach-detail = In eigenem Fenster öffnen
action-detach-detail-about = Neben anderem behalten, was gezeigt wird
action-close-detail = Details schließen
action-close-detail-about = Den Seitenbereich schließen
action-palette = Befehlspalette…
action-palette-about = Jeden Befehl durch Tippen finden
action-filter-help = Filtersprache
action-filter-help-about = Was sich in die Suchzeile eingeben lässt
action-shortcuts = Tastenkürzel
action-shortcuts-about = Jede Taste, die dieses Fenster kennt
action-show-timings = Zeitmessungen
action-show-timings-about = Zeigen oder verbergen, wie lange Einzelbilder und Antworten brauchen
action-copy-diagnostics = Diagnose kopieren
action-copy-diagnostics-about = Kopieren, was bei der Suche nach einem Problem hilft: Versionen und Zahlen, nichts von dem, was Sie importiert haben
action-about = Info zu Sign-in Lens
action-about-about = Version und was nie geschieht
action-toggle-private-on = Namen wieder zeigen
action-encrypt-on = Passphrase des Caches…
action-update-view-named = „{ $name }“ aktualisieren
action-undo-change = Rückgängig: { $change }
action-redo-change = Wiederholen: { $change }
action-change-saved-views = Änderung gespeicherter Ansichten
action-change-switch = Ansichtswechsel
action-change-filter = Filteränderung
action-change-sort = Sortierung
action-change-columns = Spaltenänderung
action-change-widths = Spaltenbreite
action-change-grouping = Gruppierung
action-change-layout = Tabellenlayout
action-change-page = Seitenwechsel
action-change-choice = Auswahl auf einer Seite
action-change-tab = Wechsel der Registerkarte
action-back-errors = Fehlercodes
action-back-sources = Quellen

## assign

## badge

## columns

## detail

## encryption

encryption-title = Cache verschlüsseln
encryption-title-on = Passphrase des Caches
encryption-about = Alles, was Sie importiert haben, liegt in einer Datei. Ist sie verschlüsselt, lässt sie sich nur mit einer Passphrase lesen, nach der Sign-in Lens beim Start fragt. Ist die Passphrase vergessen, kann niemand die Datei öffnen: Importieren Sie Ihre Dateien dann erneut
encryption-about-on = Der Cache lässt sich nur mit seiner Passphrase lesen. Ist sie vergessen, kann niemand ihn öffnen: Importieren Sie Ihre Dateien dann erneut
encryption-passphrase = Passphrase
encryption-new-passphrase = Neue Passphrase
encryption-again = Dieselbe noch einmal
encryption-not-covered = Was Sie exportieren und die Dateien, die Sie importieren, sind nicht verschlüsselt. Auch die Einstellungen nicht: zuletzt geöffnete Dateien, gespeicherte Filter
encryption-writing = Der Cache wird neu geschrieben…
encryption-encrypt = Verschlüsseln
encryption-change = Passphrase ändern
encryption-decrypt = Entschlüsseln…
encryption-decrypt-about = Der Cache lässt sich dann ohne Passphrase lesen
encryption-decrypt-sure = Ja, entschlüsseln
encryption-cancel = Abbrechen
encryption-type-twice = Geben Sie sie zweimal ein, damit ein Tippfehler Sie nicht aussperrt
encryption-not-same = Die beiden stimmen nicht überein
encryption-too-short = Mindestens 8 Zeichen; besser mehrere Wörter, die niemand zusammenstellen würde

## error

error-broken = Im Programm ist etwas schiefgegangen; der Cache ist, wie er vorher war
error-broken-at = Im Programm ist etwas schiefgegangen; der Cache ist, wie er vorher war ({ $details })
error-sample = Die Beispieldaten ließen sich nicht entpacken: { $reason }
error-unwritten = „{ $file }“ ließ sich nicht schreiben ({ $reason }): Wählen Sie einen anderen Ordner
error-unwritten-picture = „{ $file }“ ließ sich nicht schreiben ({ $reason }): Schaffen Sie Platz oder wählen Sie einen anderen Ordner

## export

## facets

## filter

## forget

## help

## imports

## insights

## lookup

## menu

menu-file = Datei
menu-edit = Bearbeiten
menu-view = Ansicht
menu-views = Gespeicherte Ansichten
menu-table = Tabelle
menu-help = Hilfe
menu-private = Privat
menu-private-about = Privat: Pseudonyme ersetzen die Namen. Ein Klick zeigt sie wieder
menu-hiding = Namen werden verborgen…
menu-hiding-about = Namen werden verborgen… Ein Klick bricht das ab
menu-recent-filters = Letzte Filter
menu-open-recent = Zuletzt geöffnet
menu-nothing-recent = Noch nichts geöffnet
menu-forget-recent = Diese Liste vergessen
menu-theme = Design
menu-language = Sprache
menu-language-system = wie das System
menu-formats = Datum und Zahlen
menu-formats-system = wie das System
menu-formats-iso = ISO 8601
menu-row-height = Zeilenhöhe
menu-zone = Zeitzone
menu-zone-system = Die dieses Computers
menu-zone-other = Andere…
menu-week = Woche beginnt am
menu-week-monday = Montag
menu-week-sunday = Sonntag

## notice

notice-selection-given-up = Die Auswahl wurde aufgehoben: Die Tabelle hat jetzt andere Zeilen
notice-groups-folded = Die Gruppen sind wieder zugeklappt: Die Tabelle hat jetzt andere Zeilen
notice-selection-and-groups = Die Auswahl wurde aufgehoben, und die Gruppen sind wieder zugeklappt: Die Tabelle hat jetzt andere Zeilen
notice-too-many-groups = Es sind zu viele Zeilen, um jede Gruppe aufzuklappen; klappen Sie einzelne Gruppen auf, um deren Zeilen zu sehen
notice-copied-rows = { $rows ->
    [one] { $rows } Zeile kopiert
   *[other] { $rows } Zeilen kopiert
}
notice-copied-first-rows = Die ersten { $most } von { $rows } ausgewählten Zeilen kopiert; ein Export enthält alle
notice-written = In { $file } geschrieben
notice-timing-completion = Vervollständigung
notice-timing-figures = Kopie von Zahlen
notice-timing-picture = Kopie eines Bildes
notice-timing-copy = Kopie von Zeilen
notice-timing-counts = Zahlen der Protokolle
notice-timing-codes = Fehlercodes
notice-timing-facets = Facettenbereich
notice-timing-folded = Zusammengefasste Zeilen
notice-timing-frame = Einzelbild
notice-timing-page = Seite der Erkenntnisse
notice-timing-preview = Vorschau eines Bildes
notice-timing-rows = Zeilen
notice-timing-behind = Zeilen hinter einer Zahl
notice-timing-summary = Summe der Auswahl
notice-timing-values = Werte eines Feldes
notice-timing-ways-out = Auswege aus einer leeren Liste

## pack

## palette

palette-find = Befehl suchen
palette-hint = Befehl, Ansicht, Feld oder Fehlercode eingeben
palette-page = Erkenntnisse: { $page }
palette-view = Ansicht: { $name }
palette-own-view = Ihre gespeicherte Ansicht
palette-filter = Filter: { $filter }
palette-recent-filter = Letzter Filter
palette-sort-oldest = Nach { $field } sortieren, älteste zuerst
palette-sort-newest = Nach { $field } sortieren, neueste zuerst
palette-sort-smallest = Nach { $field } sortieren, kleinste zuerst
palette-sort-largest = Nach { $field } sortieren, größte zuerst
palette-sort-a-to-z = Nach { $field } sortieren, A bis Z
palette-sort-z-to-a = Nach { $field } sortieren, Z bis A
palette-show-column = Spalte { $field } anzeigen
palette-hide-column = Spalte { $field } ausblenden
palette-add-filter = Filter hinzufügen: { $field }
palette-columns-back = Spalten des Portals wiederherstellen
palette-columns = Spalten dieser Tabelle
palette-group = Nach { $field } gruppieren
palette-ungroup = Nicht gruppieren
palette-expand = Alle Gruppen aufklappen
palette-collapse = Alle Gruppen zuklappen
palette-rows = Zeilen dieser Tabelle
palette-select-all = Alle Zeilen auswählen
palette-copy-with-headers = Zeilen mit Überschriften kopieren
palette-copy-with-headers-about = Die ausgewählten Zeilen, für eine Tabellenkalkulation
palette-fit-columns = Alle Spalten anpassen
palette-theme = Design: { $name }
palette-language = Sprache: { $name }
palette-formats = Datum und Zahlen: { $name }
palette-look = Darstellung
palette-row-height = Zeilenhöhe: { $name }
palette-zone = Zeitzone: { $name }
palette-zone-system = Zeitzone: die dieses Computers
palette-times = Zeiten
palette-look-up-code = Fehler { $code } nachschlagen
palette-no-such-code = Nicht im Verzeichnis
palette-filter-for = Nach { $text } filtern
palette-filter-for-about = Wie die Suchzeile es täte
palette-look-up = „{ $text }“ unter den Fehlercodes nachschlagen
palette-error-codes = Fehlercodes

## picture

## record

record-sign-in = Anmeldung
record-sign-ins = Anmeldungen
record-sign-ins-counted = { $count ->
    [one] { $count } Anmeldung
   *[other] { $count } Anmeldungen
}
record-record = Eintrag
record-records = Einträge
record-records-counted = { $count ->
    [one] { $count } Eintrag
   *[other] { $count } Einträge
}
record-audit-event = Überwachungsereignis
record-audit-events = Überwachungsereignisse
record-audit-events-counted = { $count ->
    [one] { $count } Überwachungsereignis
   *[other] { $count } Überwachungsereignisse
}
record-provisioning-event = Bereitstellungsereignis
record-provisioning-events = Bereitstellungsereignisse
record-provisioning-events-counted = { $count ->
    [one] { $count } Bereitstellungsereignis
   *[other] { $count } Bereitstellungsereignisse
}
record-risky-user = Risikobenutzer-Eintrag
record-risky-users = Risikobenutzer-Einträge
record-risky-users-counted = { $count ->
    [one] { $count } Risikobenutzer-Eintrag
   *[other] { $count } Risikobenutzer-Einträge
}
record-risky-workload = Risikoworkload-Eintrag
record-risky-workloads = Risikoworkload-Einträge
record-risky-workloads-counted = { $count ->
    [one] { $count } Risikoworkload-Eintrag
   *[other] { $count } Risikoworkload-Einträge
}
record-risk-detection = Risikoerkennung
record-risk-detections = Risikoerkennungen
record-risk-detections-counted = { $count ->
    [one] { $count } Risikoerkennung
   *[other] { $count } Risikoerkennungen
}
record-activity = Microsoft 365-Aktivität
record-activities = Microsoft 365-Aktivitäten
record-activities-counted = { $count ->
    [one] { $count } Microsoft 365-Aktivität
   *[other] { $count } Microsoft 365-Aktivitäten
}
record-activity-sign-in = Microsoft 365-Anmeldung
record-activity-sign-ins = Microsoft 365-Anmeldungen
record-activity-sign-ins-counted = { $count ->
    [one] { $count } Microsoft 365-Anmeldung
   *[other] { $count } Microsoft 365-Anmeldungen
}

## rejects

## reports

## retention

## saved-views

## settings

settings-theme-system = Wie das System
settings-theme-light = Hell
settings-theme-dark = Dunkel
settings-rows-generous = Großzügig
settings-rows-compact = Kompakt

## shortcuts

## sheet

## sources

## status

## table

table-copy-value = Wert kopieren

## tabs

## time

## toolbar

toolbar-group-rows = Zeilen gruppieren
toolbar-grouped-not = nein
toolbar-grouped-portal = wie im Portal, { $hours } Std.
toolbar-grouped-by = nach { $field }
toolbar-grouped-by-fields = nach { $count } Feldern
toolbar-each-alone = Eine Zeile je { $record }
toolbar-as-in-portal = { $hours ->
    [one] Wie im Portal, innerhalb von { $hours } Stunde
   *[other] Wie im Portal, innerhalb von { $hours } Stunden
}
toolbar-by-correlation = Eine Zeile je Korrelations-ID
toolbar-expand-all = Alle Zeilen aufklappen
toolbar-collapse-all = Alle Zeilen zuklappen
toolbar-group-by = Gruppieren nach
toolbar-then-by = Dann nach

## trouble

## verify

verify-progress = Überprüfen: { $read } von { $files ->
    [one] { $files } Datei
   *[other] { $files } Dateien
}
verify-none = Keine Datei zum Vergleichen ist da
verify-none-gone = Keine Datei zum Vergleichen ist da; { $gone } { $gone ->
    [one] ist
   *[other] sind
} nicht mehr da
verify-same = { $same ->
    [one] { $same } Datei stimmt
   *[other] { $same } Dateien stimmen
} mit dem Importierten überein
verify-same-gone = { $same ->
    [one] { $same } Datei stimmt
   *[other] { $same } Dateien stimmen
} mit dem Importierten überein; { $gone } { $gone ->
    [one] ist
   *[other] sind
} nicht mehr da
verify-changed = { $files ->
    [one] { $files } Datei stimmt
   *[other] { $files } Dateien stimmen
} nicht mehr mit dem Importierten überein; die Originale im Cache sind, wie sie waren
verify-changed-gone = { $files ->
    [one] { $files } Datei stimmt
   *[other] { $files } Dateien stimmen
} nicht mehr mit dem Importierten überein; { $gone } { $gone ->
    [one] ist
   *[other] sind
} nicht mehr da; die Originale im Cache sind, wie sie waren
verify-unreadable = { $files ->
    [one] { $files } Datei stimmt
   *[other] { $files } Dateien stimmen
} nicht mehr mit dem Importierten überein ({ $unreadable } nicht lesbar); die Originale im Cache sind, wie sie waren
verify-unreadable-gone = { $files ->
    [one] { $files } Datei stimmt
   *[other] { $files } Dateien stimmen
} nicht mehr mit dem Importierten überein ({ $unreadable } nicht lesbar); { $gone } { $gone ->
    [one] ist
   *[other] sind
} nicht mehr da; die Originale im Cache sind, wie sie waren
verify-both = { $files ->
    [one] { $files } Datei stimmt
   *[other] { $files } Dateien stimmen
} nicht mehr mit dem Importierten überein ({ $changed } geändert, { $unreadable } nicht lesbar); die Originale im Cache sind, wie sie waren
verify-both-gone = { $files ->
    [one] { $files } Datei stimmt
   *[other] { $files } Dateien stimmen
} nicht mehr mit dem Importierten überein ({ $changed } geändert, { $unreadable } nicht lesbar); { $gone } { $gone ->
    [one] ist
   *[other] sind
} nicht mehr da; die Originale im Cache sind, wie sie waren
verify-cancelled-first = Abgebrochen, bevor die erste von { $files ->
    [one] { $files } Datei
   *[other] { $files } Dateien
} gelesen war
verify-cancelled = Abgebrochen nach { $read } von { $files ->
    [one] { $files } Datei
   *[other] { $files } Dateien
}. { $sentence }

## welcome

## widget

## window

## working

## zone

## desktop

desktop-import-finished = Import beendet
desktop-brought = { $records ->
    [one] { $records } neuer Datensatz
   *[other] { $records } neue Datensätze
} aus { $files ->
    [one] { $files } Datei
   *[other] { $files } Dateien
}
desktop-brought-but = { $brought }; { $files ->
    [one] { $files } Datei
   *[other] { $files } Dateien
} nicht lesbar
