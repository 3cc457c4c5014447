; The installer: for this user, without asking for rights; /AllUsers, as an administrator, for everyone; /S asks nothing;
; /D=FOLDER, as the last one, chooses the folder. Made by packaging/windows/build, which defines
; VERSION, FILES (the folder with the programs) and OUT; TARGET where NSIS has installers of 64 bits.
!ifdef TARGET
Target ${TARGET}
!endif
Unicode true
ManifestDPIAware true
SetCompressor /SOLID lzma
; Both programs are nearly the same: the second is packed against the first.
SetCompressorDictSize 64
RequestExecutionLevel user

!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include x64.nsh
!include WinVer.nsh

!define NAME "Sign-in Lens"
!define PUBLISHER "The Sign-in Lens developers"
!define EXE "signin-lens.exe"
!define CLASS "SigninLens.Report"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\SigninLens"
!define APP_PATHS "Software\Microsoft\Windows\CurrentVersion\App Paths\${EXE}"
!define NOTIFIER "Software\Classes\AppUserModelId\SigninLens"
; Sent when what opens a file has changed.
!define SHCNE_ASSOCCHANGED 0x08000000

Name "${NAME}"
BrandingText "${NAME} ${VERSION}"
OutFile "${OUT}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=1033 "ProductName" "${NAME}"
VIAddVersionKey /LANG=1033 "FileDescription" "${NAME} Setup"
VIAddVersionKey /LANG=1033 "CompanyName" "${PUBLISHER}"
VIAddVersionKey /LANG=1033 "LegalCopyright" "MIT licence"
VIAddVersionKey /LANG=1033 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1033 "ProductVersion" "${VERSION}"

!define MUI_ICON "${FILES}\signin-lens.ico"
!define MUI_UNICON "${FILES}\signin-lens.ico"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_FUNCTION RunAsUser
!insertmacro MUI_PAGE_LICENSE "${FILES}\LICENSE.txt"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"

LangString TooOld ${LANG_ENGLISH} "Sign-in Lens needs a 64-bit Windows 10 or later."
LangString TooOld ${LANG_GERMAN} "Sign-in Lens braucht ein 64-Bit-Windows ab Windows 10."
LangString NeedsAdmin ${LANG_ENGLISH} "To install for all users, run this as an administrator. Without /AllUsers it installs for you alone."
LangString NeedsAdmin ${LANG_GERMAN} "Um für alle Benutzer zu installieren, starten Sie dies als Administrator. Ohne /AllUsers wird nur für Sie installiert."
LangString IsRunning ${LANG_ENGLISH} "Sign-in Lens is running. Close its windows, then try again."
LangString IsRunning ${LANG_GERMAN} "Sign-in Lens läuft noch. Schließen Sie alle Fenster, und versuchen Sie es dann noch einmal."
LangString AskData ${LANG_ENGLISH} "Delete everything you imported, your bookmarks and notes, and the settings, too?$\n$\nIf not, they are there when you install Sign-in Lens again."
LangString AskData ${LANG_GERMAN} "Auch alles löschen, was Sie importiert haben, Ihre Lesezeichen und Notizen und die Einstellungen?$\n$\nWenn nicht, sind sie wieder da, sobald Sie Sign-in Lens erneut installieren."

Var AllUsers

; Whether it is for everyone: because that was asked for, or because what is there is. `again` is what is started with the
; rights of an administrator if they are needed, and `folder` what was chosen by /D, or nothing.
!macro CHOOSE_USERS again folder
    StrCpy $AllUsers 0
    SetShellVarContext current
    SetRegView 64
    ${GetParameters} $R0
    ClearErrors
    ${GetOptions} $R0 "/AllUsers" $R1
    ${IfNot} ${Errors}
        StrCpy $AllUsers 1
    ${EndIf}
    ReadRegStr $R1 HKLM "${UNINSTALL}" "InstallLocation"
!ifdef __UNINSTALL__
    ${If} $R1 == $INSTDIR
!else
    ReadRegStr $R2 HKCU "${UNINSTALL}" "InstallLocation"
    ${If} $R1 != ""
    ${AndIf} $R2 == ""
    ${AndIf} $INSTDIR == ""
!endif
        StrCpy $AllUsers 1
    ${EndIf}
    ${If} $AllUsers == 1
        UserInfo::GetAccountType
        Pop $R2
        ${If} $R2 != "Admin"
            ; Windows asks for the rights, once; who wants no questions is told by the exit code.
            ClearErrors
            ${GetOptions} $R0 "/Elevated" $R1
            ${If} ${Errors}
            ${AndIfNot} ${Silent}
                StrCpy $R3 ""
                ${If} "${folder}" != ""
                    StrCpy $R3 " /D=${folder}"
                ${EndIf}
                ClearErrors
                ExecShell "runas" "${again}" "/AllUsers $R0 /Elevated$R3"
                ${IfNot} ${Errors}
                    Quit
                ${EndIf}
            ${EndIf}
            MessageBox MB_OK|MB_ICONSTOP "$(NeedsAdmin)" /SD IDOK
            SetErrorLevel 740
            Quit
        ${EndIf}
        SetShellVarContext all
    ${EndIf}
!macroend

; A program that runs can't be written.
!macro WAIT_FOR_END un
Function ${un}WaitForEnd
    ${Do}
        ; Asking for errors forgets them: so it is done after each file.
        StrCpy $R1 0
        ${If} ${FileExists} "$INSTDIR\${EXE}"
            ClearErrors
            FileOpen $R0 "$INSTDIR\${EXE}" a
            ${If} ${Errors}
                StrCpy $R1 1
            ${Else}
                FileClose $R0
            ${EndIf}
        ${EndIf}
        ${If} ${FileExists} "$INSTDIR\signin-lens.com"
            ClearErrors
            FileOpen $R0 "$INSTDIR\signin-lens.com" a
            ${If} ${Errors}
                StrCpy $R1 1
            ${Else}
                FileClose $R0
            ${EndIf}
        ${EndIf}
        ${If} $R1 == 0
            Return
        ${EndIf}
        MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(IsRunning)" /SD IDCANCEL IDRETRY +3
        SetErrorLevel 1618
        Quit
    ${Loop}
FunctionEnd
!macroend
!insertmacro WAIT_FOR_END ""
!insertmacro WAIT_FOR_END "un."

; Not with the rights of an administrator, which the installer may have.
Function RunAsUser
    Exec '"$WINDIR\explorer.exe" "$INSTDIR\${EXE}"'
FunctionEnd

Function .onInit
    ${IfNot} ${RunningX64}
    ${OrIfNot} ${AtLeastWin10}
        MessageBox MB_OK|MB_ICONSTOP "$(TooOld)" /SD IDOK
        SetErrorLevel 1
        Quit
    ${EndIf}
    !insertmacro CHOOSE_USERS "$EXEPATH" "$INSTDIR"
    ${If} $INSTDIR == ""
        ; An upgrade goes where it is.
        ReadRegStr $INSTDIR SHCTX "${UNINSTALL}" "InstallLocation"
    ${EndIf}
    ${If} $INSTDIR == ""
        ${If} $AllUsers == 1
            StrCpy $INSTDIR "$PROGRAMFILES64\${NAME}"
        ${Else}
            StrCpy $INSTDIR "$LOCALAPPDATA\Programs\${NAME}"
        ${EndIf}
    ${EndIf}
FunctionEnd

!macro OPENS ending
    WriteRegStr SHCTX "Software\Classes\Applications\${EXE}\SupportedTypes" "${ending}" ""
    WriteRegNone SHCTX "Software\Classes\${ending}\OpenWithProgids" "${CLASS}"
!macroend

!macro OPENS_NO_MORE ending
    DeleteRegValue SHCTX "Software\Classes\${ending}\OpenWithProgids" "${CLASS}"
    DeleteRegKey /ifempty SHCTX "Software\Classes\${ending}\OpenWithProgids"
    DeleteRegKey /ifempty SHCTX "Software\Classes\${ending}"
!macroend

Section
    Call WaitForEnd
    SetOutPath "$INSTDIR"
    File "${FILES}\${EXE}"
    File "${FILES}\signin-lens.com"
    File "${FILES}\LICENSE.txt"
    File "${FILES}\THIRD-PARTY-LICENSES.txt"
    WriteUninstaller "$INSTDIR\uninstall.exe"
    CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${EXE}"

    ; "Open with" for reports; what opens them by default stays what it is.
    WriteRegStr SHCTX "Software\Classes\${CLASS}" "" "Sign-in report"
    WriteRegStr SHCTX "Software\Classes\${CLASS}\DefaultIcon" "" "$INSTDIR\${EXE},0"
    WriteRegStr SHCTX "Software\Classes\${CLASS}\shell\open\command" "" '"$INSTDIR\${EXE}" "%1"'
    WriteRegStr SHCTX "Software\Classes\Applications\${EXE}" "FriendlyAppName" "${NAME}"
    WriteRegStr SHCTX "Software\Classes\Applications\${EXE}\shell\open\command" "" '"$INSTDIR\${EXE}" "%1"'
    !insertmacro OPENS ".csv"
    !insertmacro OPENS ".json"
    !insertmacro OPENS ".jsonl"
    !insertmacro OPENS ".zip"
    !insertmacro OPENS ".gz"
    ; Under whose name notifications are shown: src/views/window/desktop.rs.
    WriteRegStr SHCTX "${NOTIFIER}" "DisplayName" "${NAME}"
    WriteRegStr SHCTX "${APP_PATHS}" "" "$INSTDIR\${EXE}"
    WriteRegStr SHCTX "${APP_PATHS}" "Path" "$INSTDIR"

    WriteRegStr SHCTX "${UNINSTALL}" "DisplayName" "${NAME}"
    WriteRegStr SHCTX "${UNINSTALL}" "DisplayVersion" "${VERSION}"
    WriteRegStr SHCTX "${UNINSTALL}" "DisplayIcon" "$INSTDIR\${EXE}"
    WriteRegStr SHCTX "${UNINSTALL}" "Publisher" "${PUBLISHER}"
    WriteRegStr SHCTX "${UNINSTALL}" "InstallLocation" "$INSTDIR"
    StrCpy $R3 ""
    ${If} $AllUsers == 1
        StrCpy $R3 " /AllUsers"
    ${EndIf}
    WriteRegStr SHCTX "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"$R3'
    WriteRegStr SHCTX "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe"$R3 /S'
    WriteRegDWORD SHCTX "${UNINSTALL}" "NoModify" 1
    WriteRegDWORD SHCTX "${UNINSTALL}" "NoRepair" 1
    ${GetSize} "$INSTDIR" "/S=0K" $R0 $R1 $R2
    WriteRegDWORD SHCTX "${UNINSTALL}" "EstimatedSize" $R0
    System::Call 'shell32::SHChangeNotify(i ${SHCNE_ASSOCCHANGED}, i 0, p 0, p 0)'
SectionEnd

Function un.onInit
    !insertmacro CHOOSE_USERS "$INSTDIR\uninstall.exe" ""
FunctionEnd

Section Uninstall
    Call un.WaitForEnd
    Delete "$INSTDIR\${EXE}"
    Delete "$INSTDIR\signin-lens.com"
    Delete "$INSTDIR\LICENSE.txt"
    Delete "$INSTDIR\THIRD-PARTY-LICENSES.txt"
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR"
    Delete "$SMPROGRAMS\${NAME}.lnk"
    DeleteRegKey SHCTX "Software\Classes\${CLASS}"
    DeleteRegKey SHCTX "Software\Classes\Applications\${EXE}"
    !insertmacro OPENS_NO_MORE ".csv"
    !insertmacro OPENS_NO_MORE ".json"
    !insertmacro OPENS_NO_MORE ".jsonl"
    !insertmacro OPENS_NO_MORE ".zip"
    !insertmacro OPENS_NO_MORE ".gz"
    DeleteRegKey SHCTX "${NOTIFIER}"
    DeleteRegKey SHCTX "${APP_PATHS}"
    DeleteRegKey SHCTX "${UNINSTALL}"
    System::Call 'shell32::SHChangeNotify(i ${SHCNE_ASSOCCHANGED}, i 0, p 0, p 0)'
    ; What the user has is theirs: it goes only when they say so.
    SetShellVarContext current
    ; Who has the rights to uninstall for everyone need not be who imported.
    StrCmp $AllUsers 1 keep
    MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(AskData)" /SD IDNO IDNO keep
    RMDir /r "$LOCALAPPDATA\signin-lens"
    RMDir /r "$APPDATA\signin-lens"
keep:
SectionEnd
