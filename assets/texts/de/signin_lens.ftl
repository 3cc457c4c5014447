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

## export

## facets

## filter

## forget

## help

## imports

## insights

## lookup

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
