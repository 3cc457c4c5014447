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
action-show-service-principal = Anmeldungen von Dienstprinzipalen
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

assign-title = Spalten zuordnen
assign-question = Was enthalten die Spalten von „{ $file }“?
assign-import = Importieren
assign-cancel = Abbrechen
assign-remember = Für solche Dateien merken
assign-lacks-time = Ordnen Sie die Spalte mit dem Datum zu
assign-lacks-person = Ordnen Sie eine Spalte zu, die sagt, wer sich angemeldet hat
assign-lacks-matter = Ordnen Sie eine Spalte mit der Anwendung, der IP-Adresse oder dem Status zu
assign-column = Spalte
assign-values = Werte
assign-holds = Enthält
assign-nothing = Nichts
assign-column-holds = { $column } enthält { $field }
assign-find-field = Feld suchen
assign-taken = { $field } (vergeben)
assign-log = Protokoll
assign-dates = Datum
assign-day-first = Tag zuerst: 31/12/2026
assign-month-first = Monat zuerst: 12/31/2026
assign-zone = Zeitzone
assign-zone-system = Die dieses Computers
assign-zone-another = Andere…
assign-zone-another-name = Andere Zeitzone
assign-zone-about = Für Zeiten ohne eigene Zeitzone
assign-preview = Die ersten Zeilen, wie sie gelesen werden
assign-preview-but = Die ersten Zeilen, wie sie gelesen werden: { $count ->
    [one] { $count } Zeile ist
   *[other] { $count } Zeilen sind
} nicht lesbar
assign-not-read = Nicht gelesen: { $reason }
assign-private = Die Spalten einer Datei zeigen Namen: Blenden Sie zuerst die Namen ein, dann ordnen Sie zu

## badge

## columns

columns-choose = Spalten…
columns-find = Spalte suchen
columns-fit = Alle Spalten anpassen
columns-reset = Spalten des Portals wiederherstellen
columns-how-to-move = Zum Verschieben eine Spalte ziehen oder auf ihr Alt mit Pfeil nach oben oder unten drücken
columns-drag = { $field } ziehen
columns-move-down = { $field } nach unten
columns-move-up = { $field } nach oben
columns-unpin = { $field } nicht mehr fixieren
columns-pin-left = { $field } links fixieren
columns-pin = Fixieren

## detail

detail-tab-activity = Aktivität
detail-tab-summary = Zusammenfassung
detail-tab-basic = Grundlegende Infos
detail-tab-targets = Ziel(e)
detail-tab-steps = Schritte
detail-tab-troubleshooting = Problembehandlung und Empfehlungen
detail-tab-changes = Geänderte Eigenschaften
detail-tab-location = Standort
detail-tab-device = Gerät
detail-tab-authentication = Authentifizierungsdetails
detail-tab-conditional-access = Bedingter Zugriff
detail-tab-additional = Zusätzliche Details
detail-tab-additional-risk = Zusätzliche Infos
detail-tab-parameters = Parameter
detail-tab-raw = Rohdaten
detail-kind-interactive = Interaktive Anmeldung
detail-kind-non-interactive = Nicht interaktive Anmeldung
detail-kind-service-principal = Dienstprinzipalanmeldung
detail-kind-managed-identity = Anmeldung einer verwalteten Identität
detail-kind-ad-fs = AD FS-Anmeldung
detail-close = Details schließen
detail-own-window = In eigenem Fenster öffnen
detail-part = Teil der Details: { $title }
detail-risk-state-unknown = Risikostatus unbekannt
detail-status-unknown = Status unbekannt
detail-unknown-user = Unbekannter Benutzer
detail-unknown-workload = Unbekannte Workload
detail-unknown-actor = Unbekannter Akteur
detail-unknown-identity = Unbekannte Identität
detail-same-request = Dieselbe Anforderung
detail-same-correlation = Dieselbe Korrelations-ID
detail-all-of-request = Alle Ereignisse dieser Anforderung zeigen
detail-all-of-correlation = Alle Ereignisse mit dieser Korrelations-ID zeigen
detail-all-in-log = Alle { $records } in { $log }
detail-section-outcome = Ergebnis
detail-section-when = Wann
detail-section-done = Was getan wurde
detail-section-provisioning = Bereitstellung
detail-section-detection = Erkennung
detail-section-where-from = Woher
detail-section-who = Wer
detail-section-how = Wie
detail-section-what = Was
detail-section-tenant = Mandant
detail-section-risk = Risiko
detail-section-identifiers = Bezeichner
detail-section-place = Ort
detail-section-network = Netzwerk
detail-section-coordinates = Koordinaten
detail-section-device = Gerät
detail-section-processing = Verarbeitung
detail-section-details = Details
detail-section-token-protection = Tokenschutz
detail-location-about = Der Ort ist Microsofts beste Schätzung anhand der IP-Adresse. Mobilfunkanbieter und VPNs nutzen zentrale Adressen, daher kann er weit vom Gerät entfernt sein
detail-no-device-id = Keine Geräte-ID: Das Gerät ist nicht beim Mandanten registriert, oder der Client hat sie nicht vorgelegt
detail-additional-csv = CSV-Downloads enthalten keine zusätzlichen Details. Der JSON-Download derselben Anmeldungen enthält sie
detail-additional-none = { $record } ohne zusätzliche Details
detail-additional-none-risk = { $record } ohne zusätzliche Infos
detail-parameters-none = { $record } ohne Parameter
detail-not-in-export = Nicht in diesem Export ({ $count })
detail-made-id = Von Sign-in Lens vergebener Bezeichner
detail-made-id-about = Der Bericht nennt keinen Bezeichner für diesen Eintrag. Dieser ist aus dem gebildet, was er nennt, und anderswo nicht zu finden
detail-status-of-code = Folgt aus dem Fehlercode: Dieser Export hat kein Statuswort
detail-authentication-policies = Richtlinien
detail-authentication-policies-csv = CSV-Downloads sagen nicht, welche Richtlinien die Authentifizierung verlangt haben. Der JSON-Download sagt es
detail-authentication-policies-none = Keine Richtlinie für Authentifizierung oder Sitzungsdauer wurde angewendet
detail-authentication-steps = Schritte
detail-authentication-about = Zeiten in { $zone }. Microsoft vervollständigt die Schritte über Minuten und Stunden: In einem frühen Export können welche fehlen
detail-authentication-ad-fs = AD FS meldet keine Authentifizierungsschritte
detail-authentication-events = Solche Ereignisse haben keine Authentifizierungsschritte
detail-authentication-steps-csv = Der CSV-Download hat die Schritte in einer eigenen Datei. Öffnen Sie die Datei mit den Authentifizierungsdetails desselben Downloads: Ihre Schritte werden dieser Anmeldung über die Anforderungs-ID zugeordnet
detail-authentication-steps-none = Dieser Export hat keine Authentifizierungsschritte zu der Anmeldung
detail-step-date = Datum
detail-step-method = Authentifizierungsmethode
detail-step-detail = Detail
detail-step-succeeded = Erfolgreich
detail-step-result = Ergebnisdetail
detail-step-requirement = Anforderung
detail-step-method-detail = Methodendetail
detail-step-yes = Ja
detail-step-no = Nein
detail-step-not-told = Keine Angabe
detail-step-method-not-told = Methode nicht angegeben
detail-access-overall = Insgesamt
detail-access-overall-none = Dieser Export sagt nicht, was der bedingte Zugriff ergeben hat
detail-access-policies = Richtlinien
detail-access-csv = CSV-Downloads nennen nur den Gesamtstatus. Der JSON-Download derselben Anmeldungen führt jede Richtlinie mit ihrem Ergebnis auf
detail-access-none = Es ist keine Richtlinie aufgeführt. Die Liste ist auch leer, wenn die exportierende Person keine Rolle hatte, die Richtlinien lesen darf
detail-access-enforced = Durchgesetzte Richtlinien
detail-access-report-only = Richtlinien im Modus „Nur Bericht“
detail-access-report-only-about = Sie sagen, was geschehen wäre, und entscheiden nichts
detail-access-not-applied = Nicht angewendet ({ $count })
detail-access-policy = Richtlinie
detail-access-result = Ergebnis
detail-access-grant = Steuerelemente zum Gewähren
detail-access-session = Sitzungssteuerelemente
detail-access-conditions = Bedingungen
detail-access-matched = Zutreffend
detail-access-not-matched = Nicht zutreffend
detail-targets-none = Dieses Überwachungsereignis nennt kein Ziel
detail-targets-csv = CSV-Downloads nennen höchstens drei Ziele. Der JSON-Download derselben Ereignisse enthält alle
detail-target = Ziel
detail-target-type = Typ
detail-target-username = Benutzerprinzipalname
detail-target-id = Objekt-ID
detail-steps-csv = Der CSV-Download hat die Schritte in einer eigenen Datei. Der JSON-Download derselben Ereignisse enthält sie
detail-steps-none = Dieser Export hat keine Schritte zu dem Bereitstellungsereignis
detail-steps-step = Schritt
detail-steps-status = Status
detail-steps-description = Beschreibung
detail-trouble-succeeded = Die Bereitstellung war erfolgreich: Es ist nichts zu tun
detail-trouble-none = Dieser Export nennt weder Fehler noch Empfehlung
detail-trouble-wrong = Was schiefging
detail-trouble-to-do = Was zu tun ist
detail-changes-none = { $record } ohne Angabe geänderter Eigenschaften
detail-changes-properties = Eigenschaften
detail-change-property = Eigenschaft
detail-change = Änderung
detail-change-old = Alter Wert
detail-change-new = Neuer Wert
detail-change-added = Hinzugefügt
detail-change-removed = Entfernt
detail-change-changed = Geändert
detail-change-no-values = Keine Werte genannt
detail-change-filter = Nach dieser Änderung filtern
detail-change-copy-property = Eigenschaft kopieren
detail-change-copy-old = Alten Wert kopieren
detail-change-copy-new = Neuen Wert kopieren
detail-raw-originals = { $record } aus { $count } Originalen
detail-raw-step = { $file } (Authentifizierungsschritt, { $format })
detail-raw-none = { $record } ohne aufbewahrten Originaltext
detail-raw-title = Originaltext
detail-raw-source = Quelle
detail-raw-format = Format
detail-raw-imported = Importiert
detail-raw-copy = Originaltext kopieren
detail-raw-bytes = Bytes, die kein UTF-8 sind, erscheinen als Ersatzzeichen, auch in Kopien. Ein Export der Originaleinträge enthält sie unverändert
detail-raw-no-header = (ohne Überschrift)
detail-raw-empty = Leere Spalten ({ $count })
detail-note-hidden = Notizen sind ausgeblendet, solange Namen privat sind
detail-note-bookmarked = Mit Lesezeichen
detail-note-bookmark = Lesezeichen
detail-note-add-bookmark = Lesezeichen für { $record } setzen
detail-note-remove-bookmark = Lesezeichen entfernen
detail-note-kept = Notiz gespeichert
detail-note-saving = Wird gespeichert…
detail-note-not-saved = Noch nicht gespeichert
detail-note-write = Notiz schreiben
detail-note-write-about = Notiz schreiben. Sie bleibt erhalten, eine je { $record }
detail-note-name = Notiz: { $record }
detail-note-select-to-bookmark = Zuerst { $record } für das Lesezeichen auswählen
detail-note-marked-first = Lesezeichen nur für die ersten { $marked } gesetzt; ausgewählt: { $count } { $records }
detail-note-unmarked-first = Lesezeichen nur von den ersten { $marked } entfernt; ausgewählt: { $count } { $records }
detail-note-select-to-write = Zuerst { $record } für die Notiz auswählen
detail-note-failed = Notiz oder Lesezeichen ließ sich nicht speichern: { $problem }

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

export-title = Export
export-what = Was
export-format = Format
export-choose-file = Datei wählen…
export-not-ready = Ein anderer Export läuft, oder es gibt nichts zu exportieren
export-close = Schließen
export-table = Gefaltete Zeilen
export-table-about = Eine Zeile je Gruppe: was ihre Zeilen gemeinsam haben, wie viele es sind, die erste und die letzte
export-sign-ins = Gezeigte Spalten
export-sign-ins-about = Jede Zeile mit den Spalten der Tabelle, in ihrer Reihenfolge
export-all-fields = Alle Felder
export-all-fields-about = Jede Zeile mit allem, was von ihr bekannt ist
export-originals = Ursprüngliche Datensätze
export-originals-about = Die Datensätze, wie sie importiert wurden; wieder geöffnet ergeben sie dieselben Zeilen
export-xlsx = Excel-Arbeitsmappe
export-as-they-came = Wie sie kamen: JSON, CSV oder ein ZIP aus beidem
export-bom = Für ältere Excel-Versionen (Bytereihenfolgemarke)
export-bom-about = Sie brauchen die Marke, um Namen in CSV richtig zu lesen
export-table-is-read = Die Tabelle wird gelesen…
export-looking = Die Datensätze werden gesucht…
export-one-file = { $records ->
    [one] { $records } Datensatz in einer { $format }-Datei
   *[other] { $records } Datensätze in einer { $format }-Datei
}
export-zip = { $records ->
    [one] { $records } Datensatz
   *[other] { $records } Datensätze
} in einem ZIP aus { $files } Dateien: { $names }
export-rows = { $rows ->
    [one] { $rows } Zeile
   *[other] { $rows } Zeilen
}
export-sheets = { $rows ->
    [one] { $rows } Zeile
   *[other] { $rows } Zeilen
} in { $sheets } Blättern mit je höchstens { $most } Zeilen
export-note-originals = CSV-Zellen, die eine Tabellenkalkulation als Formel ausführte, erhalten einen Apostroph; Importe nehmen ihn weg
export-note-dates = Zeiten in { $zone }; Zellen mit mehr als 32.767 Zeichen werden gekürzt
export-note-sheet = Ein weiteres Blatt nennt den Filter und die Quellen
export-note-columns = Spalten nach ihren Schlüsseln, Zeiten in UTC
export-note-formulas = Zellen, die eine Tabellenkalkulation als Formel ausführte, erhalten einen Apostroph
export-note-json = Ein Array von Objekten nach Feldschlüsseln, Zeiten in UTC
export-progress = Fortschritt des Exports
export-writing-pack = Das Prüfpaket wird geschrieben
export-making-pack = Das Prüfpaket entsteht: { $done } von { $all ->
    [one] { $all } Seite
   *[other] { $all } Seiten
}
export-packing = Die Arbeitsmappe wird gepackt
export-preparing = Der Export wird vorbereitet
export-exporting = Export: { $done } von { $all ->
    [one] { $all } Zeile
   *[other] { $all } Zeilen
}
export-stopping = Wird beendet
export-cancel = Abbrechen
export-other-runs = Ein anderer Export läuft noch: Warten Sie auf ihn, oder brechen Sie ihn ab
export-wrote = { $rows ->
    [one] { $rows } Zeile
   *[other] { $rows } Zeilen
} nach { $path } geschrieben
export-wrote-cut = { $rows ->
    [one] { $rows } Zeile
   *[other] { $rows } Zeilen
} nach { $path } geschrieben; { $cells ->
    [one] { $cells } für Excel zu lange Zelle
   *[other] { $cells } für Excel zu lange Zellen
} gekürzt
export-cancelled = Export abgebrochen; nichts wurde geschrieben

## facets

facets-close = Facetten schließen
facets-no-field = Kein Feld ist gewählt. „Felder…“ listet sie auf
facets-counting = Wird gezählt…
facets-no-records = Keine { $records }
facets-none = (ohne)
facets-value = { $field }: { $value }
facets-show-fewer = Weniger zeigen
facets-of = Von { $field }
facets-rarer = { $count } seltenere
facets-show-more = Mehr zeigen ({ $count })
facets-show-more-of = Mehr von { $field } zeigen
facets-counted-about = Gezählt unter dem Filter ohne die Werte dieses Feldes, damit sich weitere anhaken lassen
facets-click-about = Ein Klick filtert danach, Alt+Klick schließt es aus
facets-filter-for = Danach filtern
facets-filter-no-longer = Nicht mehr danach filtern
facets-leave-out = Ausschließen
facets-leave-out-no-longer = Nicht mehr ausschließen
facets-only = Nur das
facets-copy = Kopieren
facets-fields = Felder…
facets-fields-name = Felder der Facetten
facets-find-field = Feld suchen
facets-find-field-name = Feld der Facetten suchen
facets-count = { $field } zählen
facets-first-choice = Erste Auswahl wiederherstellen
facets-menu = Menü der Facette { $field }
facets-clear-values = Ihre Werte entfernen
facets-move-up = Nach oben
facets-move-down = Nach unten
facets-remove-field = Dieses Feld entfernen

## filter

filter-date = Datum
filter-status = Status
filter-user = Benutzer
filter-app = Anwendung
filter-ip = IP-Adresse
filter-service-principal = Dienstprinzipal
filter-managed-identity = Verwaltete Identität
filter-resource = Ressource
filter-service = Dienst
filter-category = Kategorie
filter-activity = Aktivität
filter-target = Ziel
filter-actor = Initiiert von
filter-identity = Identität
filter-action = Aktion
filter-source-system = Quellsystem
filter-target-system = Zielsystem
filter-risk-state = Risikostatus
filter-risk-level = Risikostufe
filter-detection-type = Erkennungstyp
filter-picker = Filter „{ $title }“
filter-clear-values = Leeren
filter-from = Von
filter-to = Bis
filter-range-of-time = Etwa 2026-10, 2026-10-05 oder 2026-10-05 08:30, in { $zone }
filter-range-of-values = Beides darf offen bleiben
filter-apply = Anwenden
filter-without-limit = ausgenommen
filter-without-limit-name = { $limit } ausgenommen
filter-limit-level = { $limit } { $level }
filter-part-text = Text dieses Teils
filter-until-right = Bis er stimmt, gilt der letzte richtige Filter
filter-for-example = Zum Beispiel user:anna*, ip:203.0.113.0/24 oder country:US OR country:CA
filter-or-enter = oder Eingabe drücken
filter-none-matches = Keine { $records } entsprechen dem Filter
filter-no-single-part = Es liegt nicht an einem einzelnen Teil des Filters
filter-without-one = Ohne einen seiner Teile gäbe es Treffer
filter-looking = Gesucht wird der Teil, an dem es liegt…
filter-without-part = Ohne { $part }: { $records }
filter-without-part-about = Diesen Teil des Filters entfernen
filter-instead = { $pattern } statt { $part }: { $records }
filter-instead-about = Kein Wert lautet genau so, aber manche beginnen damit oder enthalten es
filter-elsewhere = { $records } in „{ $log }“
filter-clear = Filter aufheben
filter-not-in-force = Was in der Suchzeile steht, gilt nicht
filter-take-back = Zurücknehmen
filter-no-filter = kein Filter
filter-error-at = { $message }, bei Zeichen { $place }
filter-in-force = Es gilt: { $filter }
filter-in-force-about = Der letzte richtige Filter gilt, bis dieser stimmt
filter-use = { $text } verwenden
filter-use-quoted = „{ $text }“ verwenden
filter-find-value = { $field } suchen
filter-counting = Wird gezählt…
filter-nothing-found = Nichts gefunden
filter-more-values = { $count } weitere; tippen Sie, um sie zu finden
filter-is = ist
filter-is-not = ist nicht
filter-from-to = von … bis
filter-has-value = hat einen Wert
filter-has-none = hat keinen
filter-begun = { $field } …
filter-something-known = Zu „{ $field }“ ist etwas bekannt
filter-nothing-known = Zu „{ $field }“ ist nichts bekannt
filter-edit-text = Als Text bearbeiten
filter-edit-text-about = Platzhalter, Netze und was die Filtersprache sonst noch kennt
filter-part = Teil des Filters
filter-part-away = Diesen Teil entfernen
filter-add = + Filter
filter-add-about = Dem Filter einen Teil hinzufügen
filter-find-field = Feld zum Filtern suchen
filter-by-field = Nach { $field } filtern
filter-all-dates = Gesamter Zeitraum
filter-all-time = Alle
filter-other-time = Eigenes
filter-last-ends = „Letzte“ reicht bis
filter-ends-newest = zum neuesten Eintrag ({ $record })
filter-ends-newest-of = zum neuesten Eintrag ({ $record }, { $date })
filter-ends-now = jetzt
filter-days = Tage
filter-first-day = Erster Tag
filter-last-day = Letzter Tag
filter-show-days = Diese Tage zeigen
filter-days-reversed = Der erste Tag liegt nach dem letzten
filter-nothing-loaded = Nichts ist geladen
filter-period = { $first } – { $last } { $zone }
filter-search = Suchen
filter-search-hint = Suchen oder filtern wie { $example }
filter-help-keys = { $keys } erklärt die Sprache
filter-idle = Gilt hier nicht: Das Protokoll hat kein solches Feld
filter-shown-in = { $part }, gezeigt in { $zone }
filter-every-shown = Kein Filter: alle { $records }
filter-clear-all = Alle entfernen
filter-more-parts = { $count ->
    [one] { $count } weiterer Teil des Filters
   *[other] { $count } weitere Teile des Filters
}
filter-change-part = { $part } ändern
filter-remove-part = { $part } entfernen
filter-not = nicht { $part }
filter-values = { $field }: { $values }
filter-values-not = { $field }: nicht { $values }
filter-or = { $first } oder { $last }
filter-nor = { $first }, nicht { $last }
filter-is-known = { $field } ist bekannt
filter-is-not-known = { $field } ist nicht bekannt
filter-more-than = { $field }: mehr als { $limit }
filter-at-least = { $field }: mindestens { $limit }
filter-less-than = { $field }: weniger als { $limit }
filter-at-most = { $field }: höchstens { $limit }
filter-between = { $field }: { $from } bis { $to }
filter-quoted = „{ $part }“
filter-and = { $first } und { $last }
filter-and-no = { $first } und { $last }
filter-left-out = { $count ->
    [one] { $parts } entfällt: { $records } haben keine Angabe zu { $fields }
   *[other] { $parts } entfallen: { $records } haben keine Angabe zu { $fields }
}

## forget

forget-question = „{ $name }“ vergessen?
forget-counting = Es wird gezählt, was nur in dieser Datei steht…
forget-entries = { $count ->
    [one] { $count } Eintrag
   *[other] { $count } Einträge
} des Verzeichnisses aus dieser Datei entfernen. Kein Eintrag ({ $record }) wird entfernt
forget-nothing = Kein Eintrag ({ $record }) wird entfernt: Nichts davon steht nur in dieser Datei
forget-gone = { $records } entfernen, nur aus dieser Datei bekannt
forget-kept = { $count ->
    [one] { $records } behalten, mit dem, was andere Dateien dazu enthalten
   *[other] { $records } behalten, mit dem, was andere Dateien dazu enthalten
}
forget-file-stays = Die Datei selbst bleibt, wo sie ist: Importieren Sie sie erneut, um alles zurückzuholen
forget-forget = Vergessen
forget-sure = Ja, { $name } vergessen
forget-keep = Behalten
forget-done = „{ $name }“ wurde vergessen. { $gone ->
    [0] Kein Eintrag ({ $record }) wurde entfernt
   *[other] Entfernt: { $records }
}. Importieren Sie die Datei erneut, um alles zurückzuholen
forget-done-but = „{ $name }“ wurde vergessen. { $gone ->
    [0] Kein Eintrag ({ $record }) wurde entfernt
   *[other] Entfernt: { $records }
}, { $kept } behalten. Importieren Sie die Datei erneut, um alles zurückzuholen
forget-done-users = „{ $name }“ wurde vergessen. Die Angaben zu Benutzern sind entfernt. Importieren Sie die Datei erneut, um alles zurückzuholen

## help

help-find = Beispiel, Filter des Portals oder Feld suchen
help-nothing-found = Nichts gefunden
help-by-example = Beispiele
help-portal-filters = Filter des Portals
help-fields = Felder
help-try = Testen
help-try-filter = { $filter } testen
help-try-about = Die Anmeldungen danach filtern
help-or = oder { $names }
help-of-kind = { $field } ({ $kind })
help-kind-of-several = von einem unter mehreren
help-kind-time = Zeit
help-kind-text = Text
help-kind-choice = Auswahl
help-kind-flag = ja oder nein
help-kind-code = Fehlercode
help-kind-number = Zahl
help-kind-id = Bezeichner
help-kind-address = Adresse
help-kind-list = mehrere Texte
help-all-logs = Alle Protokolle
help-word = Ein Wort in Benutzer, Anwendung, Ressource, Dienstprinzipal, IP-Adresse, Anforderungs- und Korrelations-ID; in den anderen Berichten auch in Aktivität, Akteur, Zielen, Element, Identitäten, Grund, Änderungen, Details und Risikoerkennungen
help-code = Ein Fehlercode, auch als AADSTS50126; und was diese Ziffern dort hat, wo ein Wort gesucht wird
help-both = Beides: Fehler, und aus Russland
help-one-of = Einer von mehreren Werten
help-either = Eins von beiden; Klammern gruppieren: (a OR b) c
help-not = Nicht aus Österreich; NOT country:AT sagt dasselbe
help-quotes = Anführungszeichen um das, was Leerzeichen oder Zeichen enthält; Groß und klein zählt nie
help-wildcards = Beliebige Zeichen, und genau eines
help-expression = Ein regulärer Ausdruck zwischen Schrägstrichen; auch allein über das, was ein Wort durchsucht, außer Bezeichnern
help-network = Ein Netz, auch von IPv6; ip:203.0.* für einen Anfang
help-range = Ein Bereich; >, >=, < und <= vergleichen Zeiten, Zahlen, Fehlercodes und Risikostufen
help-day = Ein Tag; auch ein Monat oder eine Minute: time:>=2026-10-05T08:30
help-weekday = Am Wochenende, in der gezeigten Zeitzone; hour:22..5 bei Nacht
help-last = Die letzten Tage bis zur neuesten Anmeldung; auch 30m, 24h und 2w
help-before = Von der neuesten Anmeldung an gezählt: die vorletzte Woche
help-note = Ihre Notizen, die diesen Text enthalten
help-known = Zu einem Feld ist etwas bekannt, oder nichts
help-same-policy = Ausdrücke über Richtlinien nebeneinander meinen dieselbe Richtlinie: Sie schlug fehl
help-two-policies = Klammern halten zwei Richtlinien auseinander
help-no-policy = Keine Richtlinie schlug fehl
help-report-only = Was eine Richtlinie blockiert hätte, wäre sie durchgesetzt
help-step = Ein Authentifizierungsschritt mit dieser Methode, der gelang
help-named-network = Von irgendeinem benannten Standort; network:trusted, oder mit seinem Namen

## imports

imports-cancel-all = Alle abbrechen
imports-close = Ergebnisse des Imports schließen
imports-hide-files = Dateien ausblenden
imports-show-files = Dateien anzeigen
imports-importing = Import läuft
imports-importing-files = Import läuft: { $done } von { $files ->
    [one] { $files } Datei
   *[other] { $files } Dateien
}
imports-progress-all = Fortschritt aller Dateien
imports-progress = Fortschritt von { $name }
imports-finished = Import beendet: { $what }
imports-new-records = { $count ->
    [one] { $count } neuer Eintrag
   *[other] { $count } neue Einträge
}
imports-new = { $count } neu
imports-merged = { $count } vereint
imports-known = { $count } schon bekannt
imports-looked-up = { $what } nachgeschlagen
imports-rejected = { $count } abgewiesen
imports-see-rejected = { $count } abgewiesen…
imports-see-rejected-about = Zeigen, welche und warum
imports-unread = { $count ->
    [one] { $count } Datei
   *[other] { $count } Dateien
} nicht gelesen
imports-nothing-new = nichts Neues
imports-waiting = Wartet
imports-waiting-for-window = Ein anderes Fenster importiert gerade; danach beginnt dieser Import
imports-cancelled = Abgebrochen; nichts aus dieser Datei wurde behalten
imports-looking-through = Die Reihenfolge von Tag und Monat wird in den Daten gesucht, bisher { $bytes }
imports-records = { $count ->
    [one] { $count } Eintrag
   *[other] { $count } Einträge
}
imports-writing = { $count ->
    [one] { $count } Eintrag wird
   *[other] { $count } Einträge werden
} in den Cache geschrieben
imports-read-of = { $read } von { $bytes }
imports-per-second = { $bytes }/s
imports-left = noch { $time }
imports-seconds = { $seconds } s
imports-minutes = { $minutes } min
imports-stopping = Wird gestoppt
imports-cancel = Abbrechen
imports-cancel-file = { $name } abbrechen
imports-nothing-changed = Schon bekannt; nichts geändert
imports-held = { $format }: { $held }
imports-users = { $count } Benutzer
imports-without-department = keine mit Abteilung
imports-with-department = { $count } mit Abteilung
imports-other-members = { $count ->
    [one] { $count } anderes Mitglied
   *[other] { $count } andere Mitglieder
}
imports-groups-unopened = { $count ->
    [one] { $count } Gruppe, deren eigene Mitglieder nicht in dieser Datei stehen
   *[other] { $count } Gruppen, deren eigene Mitglieder nicht in dieser Datei stehen
}
imports-people = { $count ->
    [one] { $count } Person
   *[other] { $count } Personen
}
imports-groups = { $count ->
    [one] { $count } Gruppe
   *[other] { $count } Gruppen
}
imports-and = { $first } und { $last }
imports-nobody = niemand
imports-copy = Kopieren
imports-copy-about = Grund und Dateien kopieren
imports-hide-these = Diese Dateien ausblenden
imports-show-these = Diese Dateien anzeigen
imports-assign = Spalten zuordnen…
imports-assign-about = Angeben, was die Spalten dieser Datei enthalten
imports-refused = { $count } Dateien, für jede gilt: { $reason }
imports-format-portal-csv = Portal-CSV
imports-format-portal-csv-details = Portal-CSV, Authentifizierungsdetails
imports-format-portal-json = Portal-JSON
imports-format-graph-json = Microsoft Graph-JSON
imports-format-azure-csv = Log Analytics-CSV
imports-format-azure-json = Log Analytics-JSON
imports-format-azure-rows = Log Analytics-Abfrageergebnis
imports-format-diagnostic-json = Diagnoseprotokoll
imports-format-powershell-json = PowerShell-JSON
imports-format-property-csv = CSV eines Skripts
imports-format-wrapped-json = JSON eines Sammelprogramms
imports-format-provisioning-csv-details = Portal-CSV, Bereitstellungsdetails
imports-format-m365-csv = Microsoft 365-Überwachung, CSV
imports-format-m365-json = Microsoft 365-Überwachung, JSON
imports-format-directory-users = Benutzer des Verzeichnisses
imports-format-directory-members = Mitglieder einer Gruppe
imports-format-mapped-csv = CSV mit zugeordneten Spalten
imports-format-mapped-json = JSON mit zugeordneten Eigenschaften

## insights

insights-last-days = Letzte { $days } Tage
insights-all-days = Alle
insights-as-filtered = Wie gefiltert
insights-counting = { $records } werden gezählt…
insights-page = Seite
insights-back-to = Zurück zu „{ $page }“
insights-back-about = Die vorige Seite, wie sie war
insights-other-logs = Andere Protokolle
insights-per-step = { $step ->
    [hour] Je Stunde
    [hours] Je { $hours } Stunden
    [week] Je Woche
   *[day] Je Tag
}
insights-span-and-step = { $step ->
    [hour] { $span }, je Stunde
    [hours] { $span }, je { $hours } Stunden
    [week] { $span }, je Woche
   *[day] { $span }, je Tag
}
insights-asked = Zeitraum, Schritt und Protokolle
insights-logs = Protokolle
insights-logs-of-page = Die der Seite
insights-and = { $first } und { $last }
insights-or = { $first } oder { $last }
insights-no-data-before = davor keine Daten
insights-none-before = davor keine
insights-no-change = unverändert
insights-points = Punkte
insights-period-before = Im Zeitraum davor: { $figure }
insights-card-opens = { $figure }: { $page } öffnen
insights-show-behind = { $records } hinter dieser Zahl zeigen
insights-share-of = { $of }: { $share }, { $part } von { $whole }
insights-part-of = { $part } von { $whole }
insights-users-counted = { $count ->
    [one] { $count } Benutzer
   *[other] { $count } Benutzer
}
insights-from-to = { $from } bis { $to }
insights-week-of = Woche ab { $day }
insights-step = { $step ->
    [hour] Stunde
    [hours] { $hours } Stunden
    [week] Woche
   *[day] Tag
}
insights-at-step = { $step ->
    [hour] { $what } am { $day } ab { $time }: { $count }
    [week] { $what } in der Woche ab { $day }: { $count }
   *[day] { $what } am { $day }: { $count }
}
insights-all-of-step = { $step ->
    [hour] alle { $records } am { $day } ab { $time }
    [week] alle { $records } in der Woche ab { $day }
   *[day] alle { $records } am { $day }
}
insights-graph-title = { $step ->
    [hour] { $title } je Stunde
    [hours] { $title } je { $hours } Stunden
    [week] { $title } je Woche
   *[day] { $title } je Tag
}
insights-by-step = { $step ->
    [hour] { $title } nach Stunde
    [hours] { $title } nach { $hours } Stunden
    [week] { $title } nach Woche
   *[day] { $title } nach Tag
}
insights-figures-by = { $step ->
    [hour] Zahlen nach Stunde
    [hours] Zahlen nach { $hours } Stunden
    [week] Zahlen nach Woche
   *[day] Zahlen nach Tag
}
insights-cut-step = { $step ->
    [hour] { $name } (Teil einer Stunde)
    [hours] { $name } (Teil der { $hours } Stunden)
    [week] { $name } (Teil einer Woche)
   *[day] { $name } (Teil eines Tages)
}
insights-first-is-cut = { $step ->
    [hour] Die erste Stunde ist nicht ganz: Es zählt ab dem Beginn des Zeitraums
    [hours] Die ersten { $hours } Stunden sind nicht ganz: Es zählt ab dem Beginn des Zeitraums
    [week] Die erste Woche ist nicht ganz: Es zählt ab dem Beginn des Zeitraums
   *[day] Der erste Tag ist nicht ganz: Es zählt ab dem Beginn des Zeitraums
}
insights-last-is-cut = { $step ->
    [hour] Die letzte Stunde ist nicht ganz: Es zählt bis zum Ende des Zeitraums
    [hours] Die letzten { $hours } Stunden sind nicht ganz: Es zählt bis zum Ende des Zeitraums
    [week] Die letzte Woche ist nicht ganz: Es zählt bis zum Ende des Zeitraums
   *[day] Der letzte Tag ist nicht ganz: Es zählt bis zum Ende des Zeitraums
}
insights-both-are-cut = { $step ->
    [hour] Die erste und die letzte Stunde sind nicht ganz: Nur was im Zeitraum liegt, zählt
    [hours] Die ersten und die letzten { $hours } Stunden sind nicht ganz: Nur was im Zeitraum liegt, zählt
    [week] Die erste und die letzte Woche sind nicht ganz: Nur was im Zeitraum liegt, zählt
   *[day] Der erste und der letzte Tag sind nicht ganz: Nur was im Zeitraum liegt, zählt
}
insights-nothing-chosen = Nichts vom Gewählten hat in diesem Zeitraum { $records }
insights-distinct-users = Verschiedene Benutzer
insights-show-all = alle { $records } zeigen
insights-show-of-log = { $count } aus „{ $log }“ zeigen
insights-users = Benutzer
insights-drawn-as = Darstellung
insights-lines = Linien
insights-areas = Flächen
insights-columns = Säulen
insights-log-scale = Log-Skala
insights-no-log-scale = Gestapeltes hat keine logarithmische Skala
insights-show = Anzeigen
insights-top = Top { $count }
insights-chosen = { $count } gewählt
insights-choose-by-name = Nach Namen wählen
insights-find-line = Linie suchen
insights-nothing-named = Nichts in diesem Zeitraum heißt so
insights-chart = Diagramm: { $title }
insights-show-line = Diese Linie wieder einblenden
insights-hide-line = Diese Linie ausblenden
insights-find-in-this = In dieser Tabelle suchen
insights-find-in = In „{ $table }“ suchen
insights-part-of-rows = { $shown } von { $all }
insights-copy = Kopieren
insights-copy-table = Tabelle kopieren
insights-copy-table-of = Tabelle kopieren: { $table }
insights-copy-table-about = Diese Zeilen für eine Tabellenkalkulation kopieren
insights-export-table = Tabelle exportieren…
insights-export-table-of = Tabelle exportieren: { $table }
insights-export-table-about = Diese Zeilen in eine Datei schreiben: CSV oder eine Excel-Arbeitsmappe
insights-none-in-period = Keine in diesem Zeitraum
insights-no-row = Keine Zeile hat diese Wörter
insights-open-page = Seite dazu öffnen
insights-show-its = { $records } dazu zeigen
insights-busiest = Die Stunden sind die der angezeigten Zeitzone. Die stärkste hat { $records }
insights-map = Karte: { $title }
insights-places-counted = { $count ->
    [one] { $count } Ort
   *[other] { $count } Orte
}
insights-no-coordinates = { $count ->
    [one] { $records } ohne Koordinaten
   *[other] { $records } ohne Koordinaten
}
insights-time-line = Zeitachse: { $title }
insights-nothing-happened = In diesem Zeitraum geschah nichts
insights-newest-here = { $count ->
    [one] das Neueste hier, davor { $count } weiteres
   *[other] das Neueste hier, davor { $count } weitere
}
insights-events-left-out = { $count ->
    [one] { $count } älteres Ereignis ist ausgelassen: Die Achse zeigt die neuesten. Ein kürzerer Zeitraum zeigt alle seine Ereignisse
   *[other] { $count } ältere Ereignisse sind ausgelassen: Die Achse zeigt die neuesten. Ein kürzerer Zeitraum zeigt alle seine Ereignisse
}
insights-events = Ereignisse
insights-by = von { $who }
insights-event-date = Datum
insights-event-log = Protokoll
insights-event-what = Was
insights-event-outcome = Ergebnis
insights-event-by = Von
insights-event-to-what = Ressource, Ziel oder Element
insights-event-ip = IP-Adresse
insights-event-nothing = nichts
insights-show-details = Details anzeigen
insights-none-to-show = Keine { $records } anzuzeigen
insights-show-all-dates = Alle Tage zeigen
insights-clear-filter = Filter leeren
insights-open-files = Öffnen…
insights-no-sign-ins-yet = Noch keine Anmeldungen importiert ({ $logs }). { $download }
insights-no-records-yet = Noch keine { $records } importiert. { $download }
insights-download-user-sign-ins = Im Admin Center unter Anmeldeprotokolle, Benutzeranmeldungen: Herunterladen, als JSON oder CSV
insights-download-service-principals = Im Admin Center unter Anmeldeprotokolle, Dienstprinzipalanmeldungen: Herunterladen, als JSON oder CSV
insights-download-managed-identities = Im Admin Center unter Anmeldeprotokolle, Anmeldungen verwalteter Identitäten: Herunterladen, als JSON oder CSV
insights-download-adfs = In Log Analytics in der Tabelle ADFSSignInLogs, sobald Connect Health sie meldet: Exportieren Sie ihre Zeilen
insights-download-audit = Im Admin Center unter Überwachungsprotokolle: Herunterladen, als JSON oder CSV
insights-download-provisioning = Im Admin Center unter Bereitstellungsprotokolle: Herunterladen, als JSON oder CSV
insights-download-risky-users = Im Admin Center unter Identity Protection, Risikobenutzer: Herunterladen
insights-download-risky-workloads = Im Admin Center unter Identity Protection, Riskante Workloadidentitäten: Herunterladen
insights-download-risk-detections = Im Admin Center unter Identity Protection, Risikoerkennungen: Herunterladen
insights-download-activity = Im Purview-Portal unter Überwachung: suchen, dann exportieren
insights-none-there = Keine { $records } { $days ->
    [one] am { $first }
   *[several] vom { $first } bis zum { $last }
} vorhanden. Das Neueste dieser Protokolle ist vom { $newest }
insights-none-matches = Keine { $records } { $days ->
    [one] am { $first }
   *[several] vom { $first } bis zum { $last }
} passen zu „{ $filter }“. Das Neueste dieser Protokolle ist vom { $newest }
insights-none-of = Keine { $records } von { $subject } { $days ->
    [one] am { $first }
   *[several] vom { $first } bis zum { $last }
} vorhanden. Das Neueste dieser Protokolle ist vom { $newest }
insights-none-of-matches = Keine { $records } von { $subject } { $days ->
    [one] am { $first }
   *[several] vom { $first } bis zum { $last }
} passen zu „{ $filter }“. Das Neueste dieser Protokolle ist vom { $newest }

## lookup

lookup-title = Fehlercodes
lookup-asked = Ein Code, eine eingefügte Fehlermeldung oder Wörter
lookup-hint = 50126, AADSTS50126: … oder password expired
lookup-counting = Anmeldungen werden gezählt…
lookup-beginning-with = Codes, die mit { $digits } beginnen
lookup-no-code = In diesem Text steht kein Fehlercode, aber er nennt die Anmeldung
lookup-none-found = Kein Code passt zu all diesen Wörtern
lookup-none-found-about = Weniger Wörter finden mehr. Durchsucht werden Codes, Symbole, Bedeutungen, Ursachen und Ratschläge, alle auf Englisch
lookup-found = { $count ->
    [one] { $count } Code passt
   *[other] { $count } Codes passen
}
lookup-found-first = { $count } Codes passen, die ersten { $shown } sind zu sehen
lookup-none-loaded = Es ist keine Anmeldung mit einem Fehlercode geladen. Nachschlagen lässt sich trotzdem jeder bekannte Code
lookup-most-frequent = Am häufigsten in den geladenen Anmeldungen
lookup-not-explained = Keine Erklärung bekannt
lookup-in-message = In der Meldung
lookup-find-request = Anforderung suchen
lookup-find-correlation = Korrelations-ID suchen
lookup-timestamp = Zeitstempel
lookup-class = Klasse
lookup-usual-status = Üblicher Status
lookup-usual-status-about = Was das Portal zeigt; das Statuswort einer Datei geht vor
lookup-cause = Übliche Ursache
lookup-first = Zuerst zu tun
lookup-next = Danach zu tun
lookup-copy = Erklärung kopieren
lookup-unknown = Zu diesem Code ist hier keine Erklärung bekannt
lookup-unknown-about = Microsoft veröffentlicht nicht jeden Code. Nennt die Datei eine Fehlerursache, steht sie unten; die Anmeldungen mit dem Code zeigen oft, was sie gemeinsam haben
lookup-loaded = In den geladenen Anmeldungen
lookup-here-none = Keine Anmeldung hier hat ihn
lookup-here = { $count ->
    [one] { $count } Anmeldung hier hat ihn
   *[other] { $count } Anmeldungen hier haben ihn
}
lookup-show = Anzeigen
lookup-show-count = { $count } anzeigen
lookup-show-of-log = { $count } aus { $log } anzeigen
lookup-reasons = Was die Dateien als Fehlerursache nennen
lookup-hover-unknown = { $code }: keine Erklärung bekannt
lookup-check-first = Zuerst prüfen: { $advice }
lookup-look-up = Diesen Code nachschlagen

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

pack-title = Prüfpaket
pack-no-page = Wählen Sie mindestens eine Seite
pack-pages = { $count ->
    [one] { $count } Seite
   *[other] { $count } Seiten
}
pack-choose-file = Datei wählen…
pack-not-ready = Ein anderer Export läuft, oder es ist keine Seite gewählt
pack-close = Schließen
pack-row-title = Titel
pack-title-name = Titel des Prüfpakets
pack-row-period = Zeitraum
pack-row-filter = Filter
pack-no-filter = Keiner: der ganze Zeitraum, je { $record }
pack-row-pages = Seiten
pack-row-format = Format
pack-nothing-in-page = Die Protokolle dieser Seite haben nichts unter dem Filter
pack-html = Seite zum Lesen und Drucken (HTML)
pack-html-about = Eine Datei auf Weiß, die jeder Browser ohne Verbindung zeigt und druckt
pack-xlsx = Excel-Arbeitsmappe
pack-xlsx-about = Ein Blatt je Teil, mit eigenen Diagrammen von Excel
pack-other-runs = Ein anderer Export läuft noch: Warten Sie auf ihn, oder brechen Sie ihn ab
pack-wrote = Prüfpaket nach { $path } geschrieben
pack-cancelled = Prüfpaket abgebrochen; nichts wurde geschrieben

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

picture-button = Bild
picture-of = Bild von „{ $title }“
picture-about = Dieses Diagramm oder seine Zahlen kopieren oder speichern
picture-copy-image = Bild kopieren
picture-save = Als Bild speichern…
picture-copy-data = Daten kopieren
picture-save-data = Daten speichern…
picture-title = Bild eines Diagramms
picture-choose-file = Datei wählen…
picture-copy-about = Dieses Bild in die Zwischenablage legen
picture-close = Schließen
picture-preview = Vorschau: { $title }
picture-drawing = Die Vorschau wird gezeichnet…
picture-row-title = Titel
picture-title-hint = Der des Diagramms
picture-title-name = Titel des Bilds
picture-row-format = Format
picture-row-size = Größe
picture-row-theme = Design
picture-row-scale = Skalierung
picture-scale-about = Pixel je Punkt einer PNG-Datei und einer Kopie
picture-light = Hell
picture-dark = Dunkel
picture-as-window = Wie das Fenster
picture-slide = Folie (16:9)
picture-half-slide = Halbe Folie
picture-document = Dokument
picture-pixels = { $width } × { $height } Pixel
picture-svg-pixels = Eine Zeichnung, die in jeder Größe scharf bleibt; eine Kopie hat { $width } × { $height } Pixel
picture-copied = Bild von „{ $title }“ kopiert: { $width } × { $height } Pixel
picture-copied-data = Zahlen von „{ $title }“ kopiert
picture-nothing = In diesem Teil der Seite ist nichts zu zeichnen
picture-failed = Das Bild konnte nicht gemacht werden: { $reason }

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

rejects-file = Datei
rejects-record = Eintrag
rejects-record-about = Seine Nummer in der Datei, ab 1
rejects-byte = Ab Byte
rejects-byte-about = Wo er in der Datei beginnt, gezählt ab 0
rejects-reason = Grund
rejects-text = Text
rejects-text-about = Was in der Datei steht; Klicken kopiert es
rejects-copy-reason = Grund kopieren
rejects-copy-text = Text kopieren

## reports

reports-overview = Übersicht
reports-the-period-at-a-glance-compared = Der Zeitraum auf einen Blick, verglichen mit dem davor
reports-applications = Anwendungen
reports-which-applications-and-resources-are-used = Welche Anwendungen und Ressourcen genutzt werden, von wie vielen und mit welchem Erfolg
reports-application = Anwendung
reports-who-uses-an-application-from-where = Wer eine Anwendung nutzt, von wo und mit welchem Erfolg
reports-resource = Ressource
reports-who-signs-in-to-a-resource = Wer sich bei einer Ressource anmeldet, mit welchen Anwendungen und mit welchem Erfolg
reports-users = Benutzer
reports-who-signs-in-to-what-from = Wer sich anmeldet, wobei, von wo und mit welchem Erfolg
reports-user = Benutzer
reports-when-a-user-signs-in-to = Wann sich ein Benutzer anmeldet, wobei, womit und von wo
reports-time-line = Zeitachse
reports-all-that-happened-with-a-user = Alles, was mit einem Benutzer geschah: Anmeldungen, Überwachungsereignisse, Risiko und Microsoft 365-Aktivität in zeitlicher Folge
reports-groups = Gruppen
reports-what-the-members-of-groups-use = Was Mitglieder von Gruppen nutzen und wer von ihnen sich nicht anmeldet
reports-group = Gruppe
reports-which-members-of-a-group-sign = Welche Mitglieder einer Gruppe sich anmelden und welche nicht, wobei und mit welchem Erfolg
reports-service-principals = Dienstprinzipale
reports-what-service-principals-and-managed-identities = Wobei sich Dienstprinzipale und verwaltete Identitäten anmelden, mit welchen Anmeldeinformationen und seit wann
reports-service-principal = Dienstprinzipal
reports-what-one-service-principal-or-managed = Was ein Dienstprinzipal oder eine verwaltete Identität tut
reports-authentication-methods = Authentifizierung
reports-which-methods-users-sign-in-with = Mit welchen Methoden sich Benutzer anmelden, wie gut jede gelingt und was sie verlangt hat
reports-conditional-access = Bedingter Zugriff
reports-what-each-policy-did-what-report = Was jede Richtlinie tat, was Richtlinien im Modus „Nur Bericht“ getan hätten und welche Anmeldungen keine Richtlinie abdeckte
reports-policy = Richtlinie
reports-what-one-conditional-access-policy-did = Was eine Richtlinie für bedingten Zugriff tat oder getan hätte
reports-errors = Fehler
reports-which-error-codes-occur-whom-they = Welche Fehlercodes vorkommen, wen sie treffen, was sie bedeuten und was zu tun ist
reports-clients = Clients
reports-client-apps-operating-systems-and-browsers = Client-Apps, Betriebssysteme und Browser und wer noch Legacyauthentifizierung nutzt
reports-places = Orte
reports-countries-and-cities-from-which-sign = Länder und Städte, aus denen Anmeldungen kommen
reports-ad-fs-applications = AD FS-Anwendungen
reports-which-applications-are-used-through-ad = Welche Anwendungen über AD FS genutzt werden, von wie vielen und mit welchem Erfolg
reports-audit = Überwachung
reports-what-was-changed-in-the-directory = Was im Verzeichnis geändert wurde, von wem, woran und was fehlschlug
reports-risk = Risiko
reports-what-was-detected-of-which-level = Was erkannt wurde, welcher Stufe und von wo, und welche Benutzer und Workloadidentitäten gefährdet sind
reports-microsoft-365 = Microsoft 365
reports-what-was-done-in-exchange-sharepoint = Was in Exchange, SharePoint, Teams und anderen getan wurde, von wem, woran und von wo
reports-provisioning = Bereitstellung
reports-which-identities-were-brought-to-which = Welche Identitäten in welche Systeme gebracht wurden, was fehlschlug und was dagegen zu tun ist
reports-ad-fs-application-usage = Nutzung der AD FS-Anwendungen
reports-active-users = Aktive Benutzer
reports-activities = Aktivitäten
reports-actors = Akteure
reports-actions = Aktionen
reports-application-usage = Nutzung der Anwendungen
reports-applications-first-seen-in-this-period = In diesem Zeitraum erstmals gesehene Anwendungen
reports-applications-it-failed-for = Anwendungen, bei denen sie fehlschlug
reports-applications-report-only-policies-would-have = Anwendungen, die Richtlinien im Modus „Nur Bericht“ aufgehalten hätten
reports-applications-used = Genutzte Anwendungen
reports-applications-used-by-legacy-clients = Von Legacyclients genutzte Anwendungen
reports-authentication-requirement = Authentifizierungsanforderung
reports-browsers-and-their-versions = Browser und ihre Versionen
reports-categories = Kategorien
reports-cities = Städte
reports-client-apps = Client-Apps
reports-conditional-access-outcome = Ergebnis des bedingten Zugriffs
reports-conditional-access-status = Status des bedingten Zugriffs
reports-countries = Länder
reports-credentials = Anmeldeinformationen
reports-departments = Abteilungen
reports-detection-types = Erkennungstypen
reports-detections-by-level = Erkennungen nach Stufe
reports-detections-by-type = Erkennungen nach Typ
reports-devices = Geräte
reports-errors-over-time = Fehler im Zeitverlauf
reports-events-by-day-and-hour = Ereignisse nach Tag und Stunde
reports-events-by-result = Ereignisse nach Ergebnis
reports-events-by-status = Ereignisse nach Status
reports-everything-on-one-time-line = Alles auf einer Zeitachse
reports-files-sites-and-mailboxes = Dateien, Websites und Postfächer
reports-first-seen-in-this-period = In diesem Zeitraum erstmals gesehen
reports-grant-controls = Gewährungssteuerelemente
reports-ip-addresses = IP-Adressen
reports-ip-addresses-of-clients = IP-Adressen der Clients
reports-identities = Identitäten
reports-identities-with-failures = Identitäten mit Fehlern
reports-legacy-clients = Legacyclients
reports-members-who-signed-in = Mitglieder mit Anmeldung
reports-members-without-a-sign-in = Mitglieder ohne Anmeldung
reports-methods = Methoden
reports-methods-in-detail = Methoden im Einzelnen
reports-methods-of-authentication-steps = Methoden der Authentifizierungsschritte
reports-modern-and-legacy-clients = Moderne und Legacyclients
reports-multifactor-authentication-by-application = Multi-Faktor-Authentifizierung nach Anwendung
reports-multifactor-authentication-by-user = Multi-Faktor-Authentifizierung nach Benutzer
reports-multifactor-authentication-methods = Methoden der Multi-Faktor-Authentifizierung
reports-operating-systems = Betriebssysteme
reports-places-of-sign-ins = Orte der Anmeldungen
reports-policies = Richtlinien
reports-reasons-of-failures = Gründe der Fehler
reports-resources = Ressourcen
reports-results = Ergebnisse
reports-results-of-steps = Ergebnisse der Schritte
reports-risk-levels = Risikostufen
reports-risky-users = Risikobenutzer
reports-risky-users-by-state = Risikobenutzer nach Zustand
reports-risky-workload-identities = Riskante Workloadidentitäten
reports-risky-workload-identities-by-state = Riskante Workloadidentitäten nach Zustand
reports-services = Dienste
reports-session-lifetime-policies = Richtlinien zur Sitzungsdauer
reports-sign-ins-by-day-of-the = Anmeldungen nach Wochentag und Stunde
reports-sign-ins-by-identity = Anmeldungen nach Identität
reports-sign-ins-by-resource = Anmeldungen nach Ressource
reports-sign-ins-by-result = Anmeldungen nach Ergebnis
reports-sign-ins-by-status = Anmeldungen nach Status
reports-sign-ins-no-policy-covered = Anmeldungen ohne Richtlinie
reports-source-systems = Quellsysteme
reports-target-systems = Zielsysteme
reports-targets = Ziele
reports-targets-in-full = Ziele, vollständig
reports-top-applications = Meistgenutzte Anwendungen
reports-top-three-applications = Die drei meistgenutzten Anwendungen
reports-types-of-credentials = Arten von Anmeldeinformationen
reports-usage = Nutzung
reports-users-first-seen-in-this-period = In diesem Zeitraum erstmals gesehene Benutzer
reports-users-it-failed-for = Benutzer, bei denen sie fehlschlug
reports-users-of-legacy-clients = Benutzer von Legacyclients
reports-users-report-only-policies-would-have = Benutzer, die Richtlinien im Modus „Nur Bericht“ aufgehalten hätten
reports-users-with-detections = Benutzer mit Erkennungen
reports-what-asked-for-it = Was es verlangt hat
reports-account-enabled = Konto aktiviert
reports-action = Aktion
reports-active = Aktiv
reports-activity = Aktivität
reports-actor = Akteur
reports-applications-it-would-stop = Anwendungen, die sie aufhielte
reports-as-first-factor = Als erster Faktor
reports-as-second-factor = Als zweiter Faktor
reports-asked = Gefragt
reports-autonomous-systems = Autonome Systeme
reports-blocked = Blockiert
reports-category = Kategorie
reports-city = Stadt
reports-class = Klasse
reports-country = Land
reports-department = Abteilung
reports-details = Details
reports-detection-type = Erkennungstyp
reports-detections = Erkennungen
reports-disabled = Deaktiviert
reports-error = Fehler
reports-error-code = Fehlercode
reports-error-codes = Fehlercodes
reports-events = Ereignisse
reports-failed-sign-ins = Fehlgeschlagene Anmeldungen
reports-failure = Fehler
reports-failure-share = Fehleranteil
reports-failures = Fehler
reports-first = Zuerst
reports-first-factor-by-claim = Erster Faktor per Anspruch
reports-first-seen = Zuerst gesehen
reports-first-sign-in = Erste Anmeldung
reports-high-risk = Hohes Risiko
reports-ip-address = IP-Adresse
reports-identities-that-failed = Identitäten mit Fehler
reports-identity = Identität
reports-interrupted = Unterbrochen
reports-item = Element
reports-items = Elemente
reports-job-title = Position
reports-key-id = Schlüssel-ID
reports-last = Zuletzt
reports-last-applied = Zuletzt angewendet
reports-last-seen-at-all = Überhaupt zuletzt gesehen
reports-last-sign-in = Letzte Anmeldung
reports-last-success = Letzter Erfolg
reports-last-use = Letzte Nutzung
reports-legacy = Legacy
reports-legacy-authentication = Legacyauthentifizierung
reports-legacy-share = Legacyanteil
reports-legacy-sign-ins = Legacyanmeldungen
reports-legacy-successes = Legacyerfolge
reports-log = Protokoll
reports-mfa-by-claim = MFA per Anspruch
reports-meaning = Bedeutung
reports-members = Mitglieder
reports-met = Erfüllt
reports-mode = Modus
reports-modern = Modern
reports-multifactor = Multi-Faktor
reports-multifactor-requirement = Multi-Faktor-Anforderung
reports-no-policy-covered = Ohne Richtlinie
reports-not-applied = Nicht angewendet
reports-not-met = Nicht erfüllt
reports-passwordless = Kennwortlos
reports-phishing-resistant = Phishingresistent
reports-policies-in-these-sign-ins = Richtlinien dieser Anmeldungen
reports-protected-by-mfa = Durch MFA geschützt
reports-reason = Grund
reports-recommended-action = Empfohlene Aktion
reports-record-type = Datensatztyp
reports-records = Einträge
reports-report-only-failure = Nur Bericht: Fehler
reports-report-only-met = Nur Bericht: erfüllt
reports-report-only-not-applied = Nur Bericht: nicht angewendet
reports-report-only-not-met = Nur Bericht: nicht erfüllt
reports-report-only-success = Nur Bericht: Erfolg
reports-report-only-user-action = Nur Bericht: Benutzeraktion
reports-result = Ergebnis
reports-risk-states = Risikozustände
reports-risky-sign-ins = Riskante Anmeldungen
reports-satisfied-by-claims = Durch Ansprüche erfüllt
reports-service = Dienst
reports-share = Anteil
reports-sign-ins = Anmeldungen
reports-sign-ins-of-members = Anmeldungen von Mitgliedern
reports-sign-ins-with-policies = Anmeldungen mit Richtlinien
reports-single-factor = Ein Faktor
reports-skipped = Übersprungen
reports-source-identity = Quellidentität
reports-state = Zustand
reports-step-failed = Schritt fehlgeschlagen
reports-step-succeeded = Schritt gelungen
reports-step-success-rate = Erfolgsquote der Schritte
reports-succeeded = Gelungen
reports-success = Erfolg
reports-success-rate = Erfolgsquote
reports-system = System
reports-target = Ziel
reports-thumbprint = Fingerabdruck
reports-timing = Zeitpunkt
reports-trend = Verlauf
reports-type = Typ
reports-users-asked = Gefragte Benutzer
reports-users-at-risk = Gefährdete Benutzer
reports-users-in-no-group = Benutzer ohne Gruppe
reports-users-it-would-stop = Benutzer, die sie aufhielte
reports-users-touched = Betroffene Benutzer
reports-users-with-failures = Benutzer mit Fehlern
reports-warning = Warnung
reports-what-to-do = Was zu tun ist
reports-with-a-failure = Mit einem Fehler
reports-with-a-success = Mit einem Erfolg
reports-without-mfa = Ohne MFA
reports-without-a-place = Ohne Ort
reports-without-an-error-code = Ohne Fehlercode
reports-without-sign-in = Ohne Anmeldung
reports-workloads-at-risk = Gefährdete Workloads
reports-unknown-user = Unbekannter Benutzer
reports-unknown-application = Unbekannte Anwendung
reports-unknown-resource = Unbekannte Ressource
reports-unknown-service-principal = Unbekannter Dienstprinzipal
reports-not-known = Nicht bekannt
reports-in-no-known-group = In keiner bekannten Gruppe
reports-unnamed-in-some = in manchen Anmeldungen ohne Namen
reports-sign-ins-of-the-period-under = Anmeldungen des Zeitraums unter dem Filter
reports-different-ones-each-counted-once-however = Verschiedene, jedes einmal gezählt, so oft es auch vorkommt
reports-different-ones-each-counted-once-however-often = Verschiedene, jeder einmal gezählt, so oft er auch vorkommt
reports-share-of-the-sign-ins = Anteil an den Anmeldungen
reports-the-first-one-within-the-period = Die erste im Zeitraum
reports-the-last-one-within-the-period = Die letzte im Zeitraum
reports-sign-ins-in-each-step-of = Anmeldungen in jedem Schritt des Zeitraums, das Meiste ganz oben
reports-as-the-programs-reference-tells-it = Wie es im Nachschlagewerk des Programms steht
reports-those-that-are-named-the-first = Die genannten, die ersten drei in alphabetischer Folge
reports-paused-to-ask-the-user-for = Angehalten, um den Benutzer etwas zu fragen; kein Fehler
reports-successful-sign-ins-of-all-that = Erfolgreiche Anmeldungen von allen, die gelangen oder fehlschlugen. Unterbrochene zählen zu keinen von beiden
reports-successful-sign-ins-whose-authentication-requirement = Erfolgreiche Anmeldungen mit der Authentifizierungsanforderung Multi-Faktor, von allen erfolgreichen, die ihre Anforderung nennen. Die anderen sind nicht ohne Schutz: Eine frühere Multi-Faktor-Authentifizierung kann ihnen genügt haben
reports-sign-ins-by-legacy-clients-such = Anmeldungen von Legacyclients wie IMAP, POP und SMTP, von allen, die ihre Client-App nennen
reports-risk-level-low-medium-or-high = Risikostufe niedrig, mittel oder hoch während der Anmeldung. Ausgeblendete Stufen zählen nicht
reports-sign-ins-of-each-step-where = Anmeldungen jedes Schritts. Wo der Zeitraum den ersten oder letzten anschneidet, die seines Teils
reports-events-of-the-period-under-the = Ereignisse des Zeitraums unter dem Filter
reports-events-whose-result-is-a-failure = Ereignisse, deren Ergebnis ein Fehler ist
reports-failed-events-of-all-that-tell = Fehlgeschlagene Ereignisse von allen, die ihr Ergebnis nennen
reports-the-first-three-in-alphabetical-order = Die ersten drei in alphabetischer Folge
reports-those-of-each-step-where-the = Die jedes Schritts. Wo der Zeitraum den ersten oder letzten anschneidet, die seines Teils
reports-those-of-the-period-under-the = Die des Zeitraums unter dem Filter
reports-different-key-ids-managed-identities-and = Verschiedene Schlüssel-IDs. Verwaltete Identitäten und Verbundanmeldeinformationen haben keine
reports-a-policy-blocked-or-its-controls = Eine Richtlinie blockierte, oder ihre Steuerelemente wurden nicht erfüllt
reports-a-report-only-policy-would-have = Eine Richtlinie im Modus „Nur Bericht“ hätte den Benutzer gefragt
reports-a-report-only-policy-would-have-blocked = Eine Richtlinie im Modus „Nur Bericht“ hätte blockiert
reports-sign-ins-that-succeeded-those-that = Gelungene Anmeldungen: die, an denen eine Durchsetzung etwas änderte
reports-users-for-whom-it-would-have = Benutzer, bei denen sie fehlgeschlagen wäre oder etwas verlangt hätte, wäre sie durchgesetzt
reports-applications-for-which-it-would-have = Anwendungen, bei denen sie fehlgeschlagen wäre oder etwas verlangt hätte, wäre sie durchgesetzt
reports-sign-ins-with-a-policy-that = Anmeldungen mit einer Richtlinie, die dieses Steuerelement hat, ob sie angewendet wurde oder nicht
reports-the-policy-applied-and-was-satisfied = Die Richtlinie wurde angewendet und erfüllt
reports-the-policy-applied-and-was-not = Die Richtlinie wurde angewendet und nicht erfüllt
reports-users-to-whose-sign-ins-it = Benutzer, auf deren Anmeldungen sie angewendet wurde
reports-sign-ins-that-tell-their-policies = Anmeldungen, die ihre Richtlinien nennen, auch nicht angewendete
reports-successful-sign-ins-to-which-no = Erfolgreiche Anmeldungen, auf die keine durchgesetzte Richtlinie angewendet wurde. Manche lassen sich nicht abdecken, etwa die Registrierung eines Geräts
reports-sign-ins-that-did-not-succeed = Anmeldungen, die nicht gelangen und keinen Fehlercode nennen. In der Tabelle unten können sie nicht stehen
reports-sign-ins-with-a-step-that = Anmeldungen mit einem Schritt, den ein Anspruch erfüllte
reports-sign-ins-whose-step-with-this = Anmeldungen, deren Schritt mit dieser Methode gelang, von allen, die das sagen
reports-the-sign-in-can-have-succeeded = Die Anmeldung kann durch einen weiteren Schritt trotzdem gelungen sein
reports-taken-from-a-token-or-from = Aus einem Token oder von einem anderen Anbieter übernommen; der Benutzer wurde nicht gefragt
reports-successful-sign-ins-for-which-multifactor = Erfolgreiche Anmeldungen, für die Multi-Faktor-Authentifizierung verlangt wurde oder schon erfolgt war, von allen erfolgreichen
reports-successful-sign-ins-for-which-multifactor-authentication = Erfolgreiche Anmeldungen, für die Multi-Faktor-Authentifizierung verlangt wurde oder schon erfolgt war
reports-successful-sign-ins-protected-by-multifactor = Durch Multi-Faktor-Authentifizierung geschützte erfolgreiche Anmeldungen von allen erfolgreichen
reports-no-multifactor-authentication-was-required-and = Es wurde keine Multi-Faktor-Authentifizierung verlangt, und kein Schritt sagt von einer früheren
reports-sign-ins-with-such-a-method = Gelungene Anmeldungen mit einer solchen Methode, von allen erfolgreichen, in denen der erste Faktor eingegeben und nicht einem Token entnommen wurde
reports-nothing-was-to-be-done-or = Es war nichts zu tun, oder die Identität liegt außerhalb des Bereichs; kein Fehler
reports-different-source-identities-with-an-event = Verschiedene Quellidentitäten mit einem fehlgeschlagenen Ereignis, jede einmal gezählt
reports-sign-ins-that-microsoft-365-tells = Fehlgeschlagene Anmeldungen, von denen Microsoft 365 berichtet, von allen, die ihr Ergebnis nennen
reports-detections-of-level-high = Erkennungen der Stufe hoch
reports-at-risk-or-confirmed-compromised-as = Gefährdet oder bestätigt kompromittiert, wie ein Eintrag des Zeitraums sagt. Ein späterer Eintrag kann anderes sagen
reports-legacy-sign-ins-that-succeeded-nothing = Gelungene Legacyanmeldungen: Noch hält sie nichts auf
reports-users-with-sign-ins-of-whose = Benutzer mit Anmeldungen, von deren Gruppen keine Liste geladen ist
reports-as-the-newest-download-of-users = Wie es der neueste Download der Benutzer sagt
reports-the-last-sign-in-that-is = Die letzte geladene Anmeldung dieser Protokolle, außerhalb des Zeitraums oder des Filters
reports-users-that-the-newest-list-of = Benutzer in der neuesten Mitgliederliste der Gruppe
reports-members-without-a-sign-in-in = Mitglieder ohne Anmeldung im Zeitraum unter dem Filter
reports-no-record-of-the-logs-of = Von den Protokollen dieser Seite ist kein Eintrag geladen
reports-the-loaded-sign-ins-do-not = Die geladenen Anmeldungen reichen nicht hinter diesen Zeitraum zurück; was in ihm liegt, gilt daher als in ihm erstmals gesehen
reports-sign-ins-tell-which-credentials-were = Anmeldungen sagen, welche Anmeldeinformationen wann genutzt wurden, nicht aber, wann sie ablaufen, und auch nicht, dass es ungenutzte Anmeldeinformationen oder Identitäten gibt. Reine App-Anmeldungen eigener Anwendungen lässt Microsoft im Protokoll der Dienstprinzipale aus.
reports-ad-fs-sign-ins-come-from = AD FS-Anmeldungen kommen von Connect Health. Sie nennen weder Gerät noch bedingten Zugriff noch Risiko, und sie sagen nicht, ob eine Anwendung zu Microsoft Entra umziehen kann.
reports-no-ad-fs-sign-ins-in = Keine AD FS-Anmeldungen in diesem Zeitraum: Im AD FS-Protokoll steht keine, und für keine andere hat AD FS das Token ausgestellt. Connect Health meldet sie: Log Analytics hat sie in der Tabelle ADFSSignInLogs, deren Zeilen sich exportieren und hier öffnen lassen.
reports-the-place-of-an-ip-address = Der Ort einer IP-Adresse ist von Microsoft geschätzt. Mobilfunkanbieter und VPNs nutzen zentrale Adressen, und im Protokoll der nicht interaktiven Anmeldungen kann es die Adresse sein, an die das ursprüngliche Token ausgestellt wurde.
reports-legacy-clients-imap-pop-smtp-and = Legacyclients (IMAP, POP, SMTP und ähnliche) können nicht nach einem zweiten Faktor gefragt werden. Eine leere Client-App ist unbekannt, also weder Legacy noch modern.
reports-the-filter-names-several-policies-all = Der Filter nennt mehrere Richtlinien, die eine Anmeldung alle haben muss. Ein Ergebnis zählt hier, wo jede von ihnen dazu kam.
reports-only-json-and-log-analytics-tell = Nur JSON und Log Analytics nennen die Richtlinien einer Anmeldung; CSV nennt nur den Gesamtstatus. „Erfolg“ beim bedingten Zugriff heißt, dass eine Richtlinie ausgewertet wurde, nicht, dass sie etwas verlangte. Steuerelemente gehören zu einer ganzen Richtlinie: Hat sie mehrere, sagt ihr Ergebnis nicht, welches erfüllt wurde.
reports-phishing-resistant-methods-are-those-of = Phishingresistent sind die Methoden der gleichnamigen Authentifizierungsstärke von Microsoft: Passkeys und FIDO2-Sicherheitsschlüssel, Windows Hello for Business, Plattform-Anmeldeinformationen und Multi-Faktor-Zertifikate. Kennwortlos ist auch die Anmeldung mit Microsoft Authenticator. Beide Anteile beziehen sich auf erfolgreiche Anmeldungen, in denen der Benutzer den ersten Faktor neu eingab.
reports-the-authentication-requirement-is-the-stage = Die Authentifizierungsanforderung ist die Stufe, die eine Anmeldung erreichte. Als durch Multi-Faktor-Authentifizierung geschützt gelten Anmeldungen, für die sie verlangt wurde oder bei denen ein Schritt sagt, dass ein Anspruch ihr genügte. Exporten können Schritte fehlen: Details kommen bis zu einige Minuten später, und CSV braucht seine Datei mit Authentifizierungsdetails.
reports-a-record-of-a-risky-user = Ein Eintrag zu Risikobenutzern oder riskanten Workloadidentitäten sagt, wie es stand, als das Risiko neu gesetzt wurde. In einem Zeitraum kann es mehrere geben; der letzte gilt.
reports-no-look-ups-in-the-directory = Es sind keine Verzeichnisdaten geladen. Laden Sie im Entra Admin Center Benutzer herunter (Benutzer, Alle Benutzer, Massenvorgänge, Benutzer herunterladen) und die Mitglieder von Gruppen (Gruppen, eine Gruppe, Mitglieder, Massenvorgänge, Mitglieder herunterladen), und öffnen Sie die Dateien hier. Nennen Sie eine Datei wie ihre Gruppe, oder benennen Sie die Gruppe unter Quellen
reports-members-are-those-of-the-newest = Mitglieder sind die der neuesten Liste jeder Gruppe, wann auch immer eine Anmeldung war. Mitglieder von Gruppen innerhalb einer Gruppe stehen nicht in ihrer Liste
reports-no-list-of-this-groups-members = Von dieser Gruppe ist keine Mitgliederliste geladen
reports-namesakes = Richtlinien sind hier nach ihrem Namen bekannt, und verschiedene haben denselben: { $names }. Mit policy_id lassen sie sich unterscheiden.
reports-namesake = { $name } ({ $ids } IDs)
reports-told-of-members = { $all ->
    [one] { $all } Benutzer ist Mitglied
   *[other] { $all } Benutzer sind Mitglied
}{ $inactive ->
    [0] , und alle haben Anmeldungen in diesem Zeitraum
    [one] : { $inactive } Benutzer ohne Anmeldung in diesem Zeitraum
   *[other] : { $inactive } Benutzer ohne Anmeldung in diesem Zeitraum
}{ $disabled ->
    [0] {""}
   *[other] , davon { $disabled } mit deaktiviertem Konto
}{ $groups ->
    [0] {""}
    [one] . Auch { $groups } Gruppe ist Mitglied; ihre eigenen Mitglieder stehen nicht in der Liste
   *[other] . Auch { $groups } Gruppen sind Mitglied; ihre eigenen Mitglieder stehen nicht in der Liste
}

## retention

retention-title = Alte Einträge vergessen
retention-keep-last = Die letzten
retention-days = Tage behalten
retention-none = Kein Eintrag ({ $record }) ist älter als { $day } (UTC)
retention-some = { $records } von vor dem { $day } (UTC) entfernen, dazu Dateien, von denen sonst nichts übrig ist
retention-notes-go = Auch die Lesezeichen und Notizen dazu gehen. Angaben des Verzeichnisses bleiben, bis ihre Quelle vergessen wird
retention-only-here = Nichts wird von selbst vergessen: nur, wenn Sie es hier sagen. Ein erneuter Import einer Datei bringt ihre Einträge zurück
retention-forget = Vergessen
retention-sure = Ja, alte Einträge vergessen
retention-keep = Behalten
retention-done = { $count ->
    [0] Kein Eintrag ({ $record }) war älter als { $day }
   *[other] Vergessen: { $records } von vor dem { $day }
}
retention-done-files = { $count ->
    [0] Kein Eintrag ({ $record }) war älter als { $day }
   *[other] Vergessen: { $records } von vor dem { $day }
}, dazu { $files ->
    [one] { $files } Datei, von der
   *[other] { $files } Dateien, von denen
} sonst nichts übrig war

## saved-views

saved-views-failures = Fehler der letzten 24 Stunden
saved-views-failures-about = Fehlgeschlagene interaktive Anmeldungen der 24 Stunden bis zur neuesten, mit ihren Fehlercodes
saved-views-legacy = Legacy-Clients
saved-views-legacy-about = Clients, die keine moderne Authentifizierung beherrschen und daher keine MFA
saved-views-mfa = Durch MFA unterbrochen
saved-views-mfa-about = Anmeldungen, die für die Multi-Faktor-Authentifizierung oder deren Registrierung angehalten wurden
saved-views-guests = Gäste
saved-views-guests-about = Anmeldungen von Gästen und anderen externen Benutzern
saved-views-risky = Riskante Anmeldungen
saved-views-risky-about = Anmeldungen mit Risikostufe niedrig oder höher; verborgene Stufen sind nicht dabei
saved-views-service-principals = Scheiternde Dienstprinzipale
saved-views-service-principals-about = Fehlgeschlagene Anmeldungen von Anwendungen in eigenem Namen, die häufigsten zuerst
saved-views-newest = Neueste 24 Stunden
saved-views-newest-about = Die 24 Stunden bis zur neuesten Anmeldung, die einige Tage her sein kann
saved-views-name-missing = Geben Sie der Ansicht einen Namen
saved-views-name-too-long = Dieser Name ist zu lang für ein Menü
saved-views-name-built-in = Eine mitgelieferte Ansicht heißt so
saved-views-name-taken = Eine andere Ansicht heißt so
saved-views-unnamed = Ansicht
saved-views-copy = { $name } Kopie
saved-views-unreadable = Der Filter von „{ $name }“ lässt sich nicht lesen: { $reason }
saved-views-deleted = „{ $name }“ wurde gelöscht; Rückgängig bringt sie zurück
saved-views-no-recent = Noch keine
saved-views-button = Gespeicherte Ansicht
saved-views-button-changed = Gespeicherte Ansicht, geändert
saved-views-no-active = keine
saved-views-save-title = Ansicht speichern
saved-views-title = Ansichten
saved-views-no-filter = kein Filter
saved-views-save-about = { $records }, { $filter }, mit Spalten, Reihenfolge und Gruppierung der Tabelle
saved-views-name = Name der Ansicht
saved-views-save = Speichern
saved-views-cancel = Abbrechen
saved-views-own = Ihre eigenen
saved-views-no-own = Noch keine. Filtern und gestalten Sie eine Tabelle und speichern Sie sie dann als Ansicht
saved-views-built-in = Mitgeliefert
saved-views-undo = Rückgängig nimmt zurück, was hier geändert wird
saved-views-list = Auflisten
saved-views-list-named = { $name } auflisten
saved-views-hide = Ausblenden
saved-views-hide-named = { $name } ausblenden
saved-views-duplicate = Duplizieren
saved-views-duplicate-named = { $name } duplizieren
saved-views-delete = Löschen
saved-views-delete-named = { $name } löschen
saved-views-rename = Umbenennen
saved-views-rename-named = { $name } umbenennen
saved-views-down = Nach unten
saved-views-down-named = { $name } nach unten
saved-views-up = Nach oben
saved-views-up-named = { $name } nach oben
saved-views-new-name = Neuer Name

## settings

settings-theme-system = Wie das System
settings-theme-light = Hell
settings-theme-dark = Dunkel
settings-rows-generous = Großzügig
settings-rows-compact = Kompakt

## shortcuts

shortcuts-filter-help = Filtersprache
shortcuts-title = Tastenkürzel
shortcuts-about = Info zu Sign-in Lens
shortcuts-find = Befehl oder Taste suchen
shortcuts-find-name = Tastenkürzel suchen
shortcuts-none = Kein Befehl mit Tasten hat diese Wörter; die Befehlspalette kennt die ohne Tasten
shortcuts-table = Tabelle
shortcuts-keys-move = Pfeil auf, Pfeil ab, Bild auf, Bild ab
shortcuts-move = Die Auswahl bewegen
shortcuts-keys-ends = Pos1, Ende
shortcuts-ends = Erste und letzte Zeile
shortcuts-keys-enter = Eingabe
shortcuts-enter = Die Details der ausgewählten Zeile öffnen
shortcuts-keys-range = Umschalt mit diesen, Umschalt+Klick
shortcuts-range = Mehrere Zeilen nacheinander auswählen
shortcuts-keys-besides = Strg+Klick
shortcuts-besides = Eine weitere Zeile auswählen
shortcuts-keys-all = Strg+A
shortcuts-all = Alle Zeilen auswählen
shortcuts-keys-escape = Esc
shortcuts-escape = Die Details schließen, dann nichts auswählen
shortcuts-keys-along = Pfeil rechts, Pfeil links
shortcuts-along = Eine Gruppe auf- und zuklappen; von Zelle zu Zelle gehen
shortcuts-keys-menu = Menütaste, Umschalt+F10
shortcuts-menu = Was sich mit der Zeile und ihrer Zelle tun lässt
shortcuts-keys-sort = Klick auf Überschrift
shortcuts-sort = Sortieren; noch einmal kehrt um
shortcuts-keys-sort-further = Umschalt+Klick auf Überschrift
shortcuts-sort-further = Nach einer weiteren Spalte sortieren
shortcuts-keys-own-window = Strg oder Cmd + W, Esc
shortcuts-own-window = Das eigene Fenster eines Eintrags schließen

## sheet

## sources

sources-title = Quellen
sources-none = Noch wurde nichts importiert
sources-none-about = Öffnen Sie einen Download, oder ziehen Sie Dateien in dieses Fenster
sources-open = Öffnen…
sources-held = { $files ->
    [one] { $files } Datei
   *[other] { $files } Dateien
}, { $bytes }, { $records } im Cache
sources-held-encrypted = { $files ->
    [one] { $files } Datei
   *[other] { $files } Dateien
}, { $bytes }, { $records } im verschlüsselten Cache
sources-about-forgetting = Wird eine Quelle vergessen, geht, was nur sie enthielt. Was auch in anderen Dateien steht, bleibt
sources-file = Datei
sources-log = Protokoll
sources-imported = Importiert ({ $zone })
sources-imported-at = importiert { $time } { $zone }
sources-size = Größe
sources-records = Einträge
sources-new = Neu
sources-merged = Vereint
sources-known = Bekannt
sources-rejected = Abgewiesen
sources-records-counted = { $count ->
    [one] { $count } Eintrag
   *[other] { $count } Einträge
}
sources-new-counted = { $count } neu
sources-merged-counted = { $count } vereint
sources-known-counted = { $count } bekannt
sources-rejected-counted = { $count } abgewiesen
sources-forget = Vergessen…
sources-forget-file = { $name } vergessen…
sources-rejects = Abgewiesene Einträge
sources-rejects-none = Jeder Eintrag jeder Datei war lesbar
sources-rejects-counted = { $count ->
    [one] { $count } Eintrag war nicht lesbar
   *[other] { $count } Einträge waren nicht lesbar
}
sources-rejects-export = Liste exportieren…
sources-rejects-export-about = Alle als CSV schreiben
sources-rejects-first = Die ersten { $count } sind aufgeführt; der Export enthält alle
sources-notes = { $count ->
    [one] { $count } Hinweis
   *[other] { $count } Hinweise
}
sources-notes-hide = { $count ->
    [one] { $count } Hinweis
   *[other] { $count } Hinweise
} ausblenden
sources-notes-show-of = Hinweise zu { $name } anzeigen
sources-notes-hide-of = Hinweise zu { $name } ausblenden
sources-notes-about = Was beim Lesen der Datei vorausgesetzt wurde
sources-verify-progress = Fortschritt der Überprüfung
sources-verify-stopping = Wird gestoppt
sources-verify-cancel = Abbrechen
sources-standing-same = Unverändert
sources-standing-changed = Seit dem Import geändert
sources-standing-gone = Weg: an ihrem Ort ist nichts mehr
sources-standing-gone-from-zip = Nicht mehr in ihrer ZIP-Datei
sources-standing-unreadable = Nicht lesbar: { $reason }
sources-members = Mitglieder von „{ $group }“
sources-name = Benennen…
sources-name-file = Gruppe von { $name } benennen…
sources-name-about = Die Datei aus dem Portal nennt ihre Gruppe nicht. Listen gleichen Namens sind Exporte einer Gruppe: Die neueste sagt, wer dazugehört
sources-name-of-group = Name der Gruppe
sources-log-authentication = Authentifizierungsdetails
sources-log-provisioning = Bereitstellungsdetails
sources-log-users = Benutzer des Verzeichnisses
sources-log-several = Mehrere

## status

status-dismiss = Ausblenden
status-sample = Beispielmandant
status-times = Zeiten in { $zone }
status-working = In Arbeit…
status-rows-selected = { $count ->
    [one] { $count } Zeile ausgewählt
   *[other] { $count } Zeilen ausgewählt
}
status-users = { $count ->
    [one] { $count } Benutzer
   *[other] { $count } Benutzer
}
status-service-principals = { $count ->
    [one] { $count } Dienstprinzipal
   *[other] { $count } Dienstprinzipale
}
status-managed-identities = { $count ->
    [one] { $count } verwaltete Identität
   *[other] { $count } verwaltete Identitäten
}
status-actors = { $count ->
    [one] { $count } Akteur
   *[other] { $count } Akteure
}
status-identities = { $count ->
    [one] { $count } Identität
   *[other] { $count } Identitäten
}
status-applications = { $count ->
    [one] { $count } Anwendung
   *[other] { $count } Anwendungen
}
status-period = { $first } – { $last }
status-matching = { $records }, davon { $count } gezeigt
status-in-rows = { $count ->
    [one] in { $count } Zeile
   *[other] in { $count } Zeilen
}
status-in-groups = { $count ->
    [one] in { $count } Gruppe
   *[other] in { $count } Gruppen
}
status-folded = { $count ->
    [one] zusammengefasst zu { $count } Zeile
   *[other] zusammengefasst zu { $count } Zeilen
}

## table

table-copy-value = Wert kopieren
table-none-yet = Noch nichts da: { $records }
table-open = Öffnen…
table-where-sign-ins = Öffnen Sie einen Download dieses Protokolls oder wählen Sie eine andere Registerkarte
table-where-audit = Öffnen Sie einen Download der Überwachungsprotokolle: Überwachung und Integrität, Überwachungsprotokolle, Herunterladen
table-where-provisioning = Öffnen Sie einen Download der Bereitstellungsprotokolle: Überwachung und Integrität, Bereitstellungsprotokolle, Herunterladen
table-where-risky-users = Öffnen Sie einen Download des Berichts „Risikobenutzer“ aus ID Protection
table-where-risky-workloads = Öffnen Sie einen Download des Berichts „Riskante Workloadidentitäten“ aus ID Protection
table-where-risk-detections = Öffnen Sie einen Download des Berichts „Risikoerkennungen“ aus ID Protection
table-where-activity = Öffnen Sie einen Export einer Überwachungssuche in Microsoft Purview
table-count = # Anmeldungen
table-count-about = Wie viele Anmeldungen die Zeile zusammenfasst
table-group = Gruppe
table-group-about = Der Wert, wie viele Zeilen ihn haben und ihr Anteil an allen unter dem Filter
table-group-about-sign-ins = Der Wert, wie viele Anmeldungen ihn haben und ihr Anteil an allen unter dem Filter
table-several-values = Die Zeile fasst mehrere Werte zusammen; klappen Sie sie auf, um einen zu wählen
table-nothing-known = Hier ist nichts bekannt
table-no-value = ohne
table-fold-row = Diese Zeile zuklappen
table-expand-row = Diese Zeile aufklappen
table-copy-row = Zeile kopieren
table-copy-row-with-headers = Zeile mit Überschriften kopieren
table-copy-rows = { $count ->
    [one] { $count } Zeile kopieren
   *[other] { $count } Zeilen kopieren
}
table-copy-rows-with-headers = { $count ->
    [one] { $count } Zeile mit Überschriften kopieren
   *[other] { $count } Zeilen mit Überschriften kopieren
}
table-explain-error = Fehler { $code } erklären
table-show-details = Details zeigen
table-own-window = In eigenem Fenster öffnen
table-filter-for = Nach „{ $value }“ filtern
table-exclude = „{ $value }“ ausschließen
table-filter-for-value = Nach diesem Wert filtern
table-exclude-value = Diesen Wert ausschließen
table-spans-time = Die Zeile umfasst einen Zeitraum; verwenden Sie den Filter „Datum“
table-this-identity = Diese Identität in allen Protokollen
table-this-user = Dieser Benutzer in allen Protokollen
table-this-app = Diese Anwendung in allen Protokollen
table-this-ip = Diese IP-Adresse in allen Protokollen
table-around-sign-in = Anmeldungen rund um diese
table-around = Was rund um dies geschah
table-expand-to-choose = Klappen Sie die Zeile auf, um einen Eintrag zu wählen
table-people-only = Zeitachsen gibt es nur für Personen
table-time-line = Zeitachse rund um diesen Eintrag
table-same-correlation = Dieselbe Korrelations-ID
table-no-groups = Ihre Werte ergeben keine sinnvollen Gruppen
table-grouped-already = Danach sind die Zeilen schon gruppiert
table-most-levels = Mehr Ebenen von Gruppen gibt es nicht
table-group-by-this = Danach gruppieren
table-pin = Links fixieren
table-unpin = Nicht mehr fixieren
table-fit-columns = Alle Spalten anpassen
table-columns = Spalten…
table-portal-columns = Spalten des Portals wiederherstellen
table-fold-group = { $group } zuklappen
table-expand-group = { $group } aufklappen
table-group-of = { $value }, { $records }
table-several = mehrere
table-several-codes = mehrere Codes
table-different = { $count } verschiedene Werte; klappen Sie die Zeile auf, um sie zu sehen
table-different-or-more = { $count } oder mehr verschiedene Werte; klappen Sie die Zeile auf, um sie zu sehen
table-order = Reihenfolge der Gruppen
table-order-most = Meiste Anmeldungen zuerst
table-order-fewest = Wenigste Anmeldungen zuerst
table-order-ascending = Nach Wert, aufsteigend
table-order-descending = Nach Wert, absteigend
table-order-latest = Späteste Anmeldung zuerst
table-order-latest-last = Späteste Anmeldung zuletzt
table-order-earliest = Früheste Anmeldung zuerst
table-grouped-by = Gruppiert nach
table-group-further = Nach einem weiteren Feld gruppieren
table-collapse-all = Alle zuklappen
table-expand-all = Alle aufklappen
table-find-field = Feld suchen
table-drop = Hier ablegen, um nach { $field } zu gruppieren
table-drop-not = { $field } ergibt keine sinnvollen Gruppen

## tabs

tabs-interactive = Interaktiv
tabs-non-interactive = Nicht interaktiv
tabs-service-principal = Dienstprinzipal
tabs-managed-identity = Verwaltete Identität
tabs-ad-fs = AD FS
tabs-audit = Überwachung
tabs-provisioning = Bereitstellung
tabs-risky-users = Risikobenutzer
tabs-risky-workloads = Riskante Workloadidentitäten
tabs-risk-detections = Risikoerkennungen
tabs-activity = Microsoft 365
tabs-activity-sign-ins = Microsoft 365-Anmeldungen
tabs-in-report-workloads = Workloadidentitäten
tabs-in-report-detections = Erkennungen
tabs-in-report-activities = Aktivitäten
tabs-in-report-sign-ins = Anmeldungen
tabs-report-sign-ins = Anmeldungen
tabs-report-audit = Überwachung
tabs-report-provisioning = Bereitstellung
tabs-report-risk = Risiko
tabs-report-activity = Microsoft 365
tabs-among-interactive = interaktiv
tabs-among-non-interactive = nicht interaktiv
tabs-among-service-principal = Dienstprinzipal
tabs-among-managed-identity = verwaltete Identität
tabs-among-ad-fs = AD FS
tabs-among-audit = Überwachung
tabs-among-provisioning = Bereitstellung
tabs-among-risky-users = Risikobenutzer
tabs-among-risky-workloads = riskante Workloadidentitäten
tabs-among-risk-detections = Risikoerkennungen
tabs-among-activity = Microsoft 365
tabs-among-activity-sign-ins = Microsoft 365-Anmeldungen
tabs-records-interactive = interaktive Anmeldungen
tabs-records-non-interactive = nicht interaktive Anmeldungen
tabs-records-service-principal = Dienstprinzipalanmeldungen
tabs-records-managed-identity = Anmeldungen verwalteter Identitäten
tabs-records-ad-fs = AD FS-Anmeldungen
tabs-insights = Erkenntnisse
tabs-errors = Fehlercodes
tabs-sources = Quellen
tabs-more = Weitere
tabs-none-imported = Aus diesem Protokoll wurden noch keine { $records } importiert
tabs-matching = { $records }, davon { $count } unter dem Filter
tabs-left-out = Dieses Protokoll sagt nichts zu { $parts }. Seine Registerkarte lässt das weg: { $records }, davon { $count } gezeigt
tabs-left-out-all = Dieses Protokoll sagt nichts zu { $parts }. Seine Registerkarte lässt das weg und zeigt alles: { $records }

## time

time-long-date = { $weekday } { $day }. { $month } { $year }
time-date = { $day }. { $month } { $year }
time-short-date = { $day }. { $month }
time-month = { $month } { $year }
time-mon = Mo
time-tue = Di
time-wed = Mi
time-thu = Do
time-fri = Fr
time-sat = Sa
time-sun = So
time-jan = Jan
time-feb = Feb
time-mar = Mär
time-apr = Apr
time-may = Mai
time-jun = Jun
time-jul = Jul
time-aug = Aug
time-sep = Sep
time-oct = Okt
time-nov = Nov
time-dec = Dez
time-name-january = Januar
time-name-february = Februar
time-name-march = März
time-name-april = April
time-name-may = Mai
time-name-june = Juni
time-name-july = Juli
time-name-august = August
time-name-september = September
time-name-october = Oktober
time-name-november = November
time-name-december = Dezember
time-all = Alle
time-from = Ab { $moment }
time-until = Bis { $moment }
time-week = Woche ab { $date }
time-between = { $from } – { $to }
time-of-day = { $date }, { $from } – { $to }
time-moment = { $date } { $time }
time-last-month = Letzter Monat
time-last-days = { $count ->
    [one] Letzter { $count } Tag
   *[other] Letzte { $count } Tage
}
time-last-hours = { $count ->
    [one] Letzte { $count } Stunde
   *[other] Letzte { $count } Stunden
}
time-last-minutes = { $count ->
    [one] Letzte { $count } Minute
   *[other] Letzte { $count } Minuten
}

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

trouble-damaged = Der Cache ist beschädigt
trouble-damaged-about = Ein Teil der Datei mit Ihren Importen ist nicht lesbar. Sie lässt sich unverändert und unter anderem Namen in ihrem Ordner beiseitelegen, während das Lesbare in einen neuen Cache übernommen wird
trouble-not-ours = Diese Datei lässt sich nicht als Cache verwenden
trouble-not-ours-about = Sie lässt sich unverändert und unter anderem Namen in ihrem Ordner beiseitelegen, während ein neuer Cache an ihre Stelle tritt
trouble-out-of-reach = Der Cache lässt sich nicht öffnen
trouble-out-of-reach-about = Prüfen Sie, ob sein Ordner da ist und Sie darin schreiben dürfen, und versuchen Sie es erneut
trouble-locked = Der Cache ist verschlüsselt
trouble-locked-about = Er lässt sich nur mit seiner Passphrase lesen. Ist sie vergessen, lässt sich die Datei unter anderem Namen in ihrem Ordner beiseitelegen, während ein neuer, nicht verschlüsselter Cache an ihre Stelle tritt: Importieren Sie Ihre Dateien dann erneut
trouble-taking-over = Lesbares wird übernommen: bisher { $count ->
    [one] { $count } Eintrag
   *[other] { $count } Einträge
}
trouble-setting-aside = Die Datei wird beiseitegelegt…
trouble-passphrase = Passphrase
trouble-rescue = Beiseitelegen und retten
trouble-begin-empty = Mit leerem Cache beginnen
trouble-set-aside = Beiseitelegen, mit leerem Cache beginnen
trouble-try-again = Erneut versuchen
trouble-open = Öffnen
trouble-not-now = Nicht jetzt
trouble-not-now-about = Was geladen ist, bleibt sichtbar; Details öffnen sich vielleicht nicht
trouble-quit = Beenden
trouble-replaced = Der alte Cache bleibt als „{ $file }“ erhalten. Importieren Sie Ihre Dateien, um den neuen zu füllen
trouble-rescued-nothing = 0 Einträge aus dem beschädigten Cache übernommen: Nichts war lesbar. Importieren Sie Ihre Dateien erneut. Die beschädigte Datei bleibt als „{ $file }“ erhalten
trouble-rescued-all = { $count ->
    [one] { $count } Eintrag
   *[other] { $count } Einträge
} aus dem beschädigten Cache übernommen; soweit erkennbar, fehlt nichts. Die beschädigte Datei bleibt als „{ $file }“ erhalten
trouble-rescued-some = { $count ->
    [one] { $count } Eintrag
   *[other] { $count } Einträge
} aus dem beschädigten Cache übernommen, { $lost ->
    [one] { $lost } Eintrag war
   *[other] { $lost } Einträge waren
} nicht lesbar. Importieren Sie { $files ->
    [one] { $files } Datei
   *[other] { $files } Dateien
} erneut, siehe Quellen. Die beschädigte Datei bleibt als „{ $file }“ erhalten

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

welcome-drop = Heruntergeladene Berichte hier ablegen
welcome-drop-about = CSV- oder JSON-Dateien, als ZIP oder im Ordner. Nichts verlässt diesen Computer
welcome-where = Wo Sie die Downloads finden
welcome-step-open = Öffnen Sie im Microsoft Entra Admin Center „Überwachung und Integrität“, dann „Anmeldeprotokolle“
welcome-step-filter = Stellen Sie Zeitraum und Filter so weit wie nötig ein
welcome-step-download = Wählen Sie „Herunterladen“, dann „JSON herunterladen“ (enthält am meisten) oder „CSV herunterladen“
welcome-step-save = Speichern Sie jeden angebotenen Teil und legen Sie alle hier ab, gezippt oder nicht
welcome-others = Auch Überwachungs-, Bereitstellungs- und Risikoberichte, Microsoft 365-Überwachungsprotokolle und Listen von Benutzern und Gruppenmitgliedern werden gelesen: Legen Sie sie zu den Anmeldungen
welcome-graph = Auch Antworten von Microsoft Graph (auditLogs/signIns) lassen sich lesen. Downloads sammeln sich hier, damit Ihr Verlauf weiter reicht als die 30 Tage des Portals
welcome-let-go = { $count ->
    [one] Zum Importieren loslassen
   *[other] Zum Importieren von { $count } Elementen loslassen
}

## widget

widget-close = Schließen
widget-copy = Kopieren
widget-copy-value = „{ $value }“ kopieren
widget-copy-field = { $field } kopieren
widget-filter-for-this = Nach diesem Wert filtern
widget-filter-for-value = Nach „{ $value }“ filtern
widget-filter-for-field = Nach { $field } filtern
widget-exclude-this = Diesen Wert ausschließen
widget-exclude-value = „{ $value }“ ausschließen
widget-exclude-field = { $field } ausschließen
widget-start-of-panel = Anfang des Bereichs
widget-end-of-panel = Ende des Bereichs
widget-broken = Dieser Teil des Fensters ließ sich nicht zeigen: Im Programm ist etwas schiefgegangen. Der Cache ist, wie er war
widget-broken-copy = Details kopieren
widget-pill-not = nicht
widget-pill-excludes = Schließt { $part } aus
widget-pill-remove = { $part } entfernen
widget-pill-remove-about = Diesen Teil des Filters entfernen
widget-chip-left = { $field } nach links
widget-chip-right = { $field } nach rechts
widget-chip-remove = { $field } aus den Gruppen entfernen
widget-sort-ascending = Aufsteigend sortieren
widget-sort-descending = Absteigend sortieren
widget-move-left = Nach links
widget-move-right = Nach rechts
widget-hide-column = Spalte ausblenden
widget-first-column = Sie ist die erste Spalte
widget-last-column = Sie ist die letzte Spalte
widget-only-column = Sie ist die einzige Spalte
widget-key-ctrl = Strg
widget-key-shift = Umschalt
widget-key-alt = Alt
widget-key-enter = Eingabe
widget-key-escape = Esc
widget-key-delete = Entf
widget-key-left = Pfeil links
widget-key-right = Pfeil rechts
widget-key-up = Pfeil auf
widget-key-down = Pfeil ab
widget-key-plus = Plus
widget-key-minus = Minus
widget-key-comma = Komma

## window

window-settings-set-aside = Die Einstellungen waren nicht lesbar und beginnen neu; die alten bleiben als { $name } erhalten
window-folded = Neueste von { $records }, die die Zeile zusammenfasst
window-details = Details
window-details-gone = Dieser Eintrag ist nicht mehr im Cache: Seine Quelle wurde vergessen
window-details-close = Details schließen
window-open-files = Heruntergeladene Berichte öffnen
window-open-folder = Ordner mit Berichten öffnen
window-reports = Berichte
window-all-files = Alle Dateien
window-export-rejects = Abgewiesene Einträge exportieren
window-export = Exportieren
window-export-table = Tabelle exportieren
window-workbook = Excel-Arbeitsmappe
window-save-picture = Bild speichern
window-save-pack = Prüfpaket speichern
window-no-dialog = Das Dialogfenster des Systems ließ sich nicht öffnen ({ $error }): Ziehen Sie die Dateien in das Fenster
window-encryption-busy = Importe, Exporte und Überprüfung müssen zuerst enden
window-encrypted = Der Cache ist verschlüsselt: Sign-in Lens fragt beim Start nach der Passphrase
window-decrypted = Der Cache ist nicht mehr verschlüsselt
window-hiding-names = Namen werden gerade ausgeblendet: Versuchen Sie es gleich noch einmal
window-hidden-figure = einer Zahl

## working

working-looking = Berichte werden gesucht
working-looking-about = Ordner und ZIP-Dateien werden durchsucht
working-reading = { $file } wird gelesen
working-reading-about = Die Zeilen erscheinen, sobald die erste Datei fertig ist
working-indexing = { $file } wird indiziert
working-indexing-about = Die Einträge werden indiziert und in den Cache geschrieben
working-loading = Die Tabelle wird geladen
working-loading-about = Die Einträge werden aus dem Cache gelesen
working-progress = Fortschritt der ersten Anmeldungen
working-cancel = Import abbrechen
working-back = Zurück zu { $report }
working-back-about = Der Filter ist wieder wie dort
working-back-about-keys = Der Filter ist wieder wie dort ({ $keys })
working-back-behind = { $records } hinter { $figure }
working-back-in-log = { $count } davon in { $log }
working-back-show-log = Nur die dieses Protokolls zeigen
working-timings = Zeiten bei { $count ->
    [one] { $count } Zeile
   *[other] { $count } Zeilen
}
working-timings-latest = letzte
working-timings-median = Median
working-timings-longest = längste
working-used-recently = kürzlich verwendet

## zone

zone-title = Zeitzone
zone-close = Schließen
zone-find = Stadt, Region oder Abkürzung suchen
zone-example = New York
zone-none = Keine Zeitzone heißt so. Die Namen sind die der IANA-Datenbank, etwa Europe/Berlin
zone-system = Die dieses Computers

## desktop

desktop-import-finished = Import beendet
desktop-brought = { $records ->
    [one] { $records } neuer Eintrag
   *[other] { $records } neue Einträge
} aus { $files ->
    [one] { $files } Datei
   *[other] { $files } Dateien
}
desktop-brought-but = { $brought }; { $files ->
    [one] { $files } Datei
   *[other] { $files } Dateien
} nicht lesbar
