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

forget-question = „{ $name }“ vergessen?
forget-counting = Es wird gezählt, was nur in dieser Datei steht…
forget-entries = { $count ->
    [one] { $count } Eintrag
   *[other] { $count } Einträge
} des Verzeichnisses aus dieser Datei entfernen. Nichts der Art { $record } wird entfernt
forget-nothing = Nichts der Art { $record } wird entfernt: Nichts davon steht nur in dieser Datei
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
    [0] Nichts der Art { $record } wurde entfernt
   *[other] Entfernt: { $records }
}. Importieren Sie die Datei erneut, um alles zurückzuholen
forget-done-but = „{ $name }“ wurde vergessen. { $gone ->
    [0] Nichts der Art { $record } wurde entfernt
   *[other] Entfernt: { $records }
}, { $kept } behalten. Importieren Sie die Datei erneut, um alles zurückzuholen
forget-done-users = „{ $name }“ wurde vergessen. Die Angaben zu Benutzern sind entfernt. Importieren Sie die Datei erneut, um alles zurückzuholen

## help

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

retention-title = Alte Einträge vergessen
retention-keep-last = Die letzten
retention-days = Tage behalten
retention-none = Nichts der Art { $record } ist älter als { $day } (UTC)
retention-some = { $records } von vor dem { $day } (UTC) entfernen, dazu Dateien, von denen sonst nichts übrig ist
retention-notes-go = Auch die Lesezeichen und Notizen dazu gehen. Angaben des Verzeichnisses bleiben, bis ihre Quelle vergessen wird
retention-only-here = Nichts wird von selbst vergessen: nur, wenn Sie es hier sagen. Ein erneuter Import einer Datei bringt ihre Einträge zurück
retention-forget = Vergessen
retention-sure = Ja, alte Einträge vergessen
retention-keep = Behalten
retention-done = { $count ->
    [0] Nichts der Art { $record } war älter als { $day }
   *[other] Vergessen: { $records } von vor dem { $day }
}
retention-done-files = { $count ->
    [0] Nichts der Art { $record } war älter als { $day }
   *[other] Vergessen: { $records } von vor dem { $day }
}, dazu { $files ->
    [one] { $files } Datei, von der
   *[other] { $files } Dateien, von denen
} sonst nichts übrig war

## saved-views

## settings

## shortcuts

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

## zone

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
