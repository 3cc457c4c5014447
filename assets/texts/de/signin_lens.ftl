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
columns-fit = Alle Breiten anpassen
columns-reset = Spalten wie im Portal
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

## export

## facets

## filter

## forget

## help

## imports

## insights

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

menu-language = Sprache
menu-language-system = wie das System
menu-formats = Datum und Zahlen
menu-formats-system = wie das System
menu-formats-iso = ISO 8601

## notice

## pack

## palette

palette-language = Sprache: { $name }
palette-formats = Datum und Zahlen: { $name }
palette-look = Darstellung

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

## retention

## saved-views

## settings

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

## welcome

## widget

## window

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
