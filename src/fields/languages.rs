//! The portal in other languages: how its downloads name their columns there, and words for yes and no.
//!
//! Only names that are known for certain, or can mean nothing else, stand here; what is missing is told by the order of the
//! columns. Words for statuses and the like are spellings of their [terms](super::terms).

use super::{Field, fold};

/// A language in which the portal names columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language {
    /// Its name in English.
    pub name: &'static str,
    headers: &'static [(Field, &'static [&'static str])],
}

/// The field of a column that the portal names in another language than English, and that language.
#[must_use]
pub fn field_in_language(header: &str) -> Option<(Field, &'static Language)> {
    let wanted = fold(header);
    LANGUAGES.iter().find_map(|language| {
        let of = |(_, names): &&(Field, &[&str])| names.iter().any(|name| fold(name) == wanted);
        language.headers.iter().find(of).map(|(field, _)| (*field, language))
    })
}

/// What a word for yes or no says, already [folded](fold); spreadsheets write flags in the language of their user.
pub(super) fn yes_or_no(word: &str) -> Option<bool> {
    const YES: [&str; 17] = [
        "wahr",
        "vrai",
        "verdadero",
        "verdadeiro",
        "vero",
        "waar",
        "prawda",
        "истина",
        "ja",
        "oui",
        "sí",
        "si",
        "sim",
        "tak",
        "да",
        "はい",
        "是",
    ];
    const NO: [&str; 16] = [
        "falsch",
        "faux",
        "falso",
        "onwaar",
        "fałsz",
        "ложь",
        "nein",
        "non",
        "não",
        "nao",
        "nee",
        "nie",
        "нет",
        "いいえ",
        "否",
        "nej",
    ];
    if YES.contains(&word) { Some(true) } else { NO.contains(&word).then_some(false) }
}

use Field::{
    App, AppId, AuthRequirement, Browser, ClientApp, Compliant, ConditionalAccess, CorrelationId, DeviceId, ErrorCode,
    FailureReason, HomeTenantId, Ip, Latency, Location, Managed, Os, Protocol, RequestId, Resource, ResourceId,
    ServicePrincipal, ServicePrincipalId, SessionId, Status, Time, User, UserAgent, UserId, UserType, Username,
};

static LANGUAGES: [Language; 8] = [
    Language {
        name: "German",
        headers: &[
            (Time, &["Datum (UTC)", "Datum"]),
            (RequestId, &["Anforderungs-ID"]),
            (CorrelationId, &["Korrelations-ID"]),
            (UserAgent, &["Benutzer-Agent"]),
            (UserId, &["Benutzer-ID"]),
            (User, &["Benutzer"]),
            (Username, &["Benutzername"]),
            (UserType, &["Benutzertyp"]),
            (Protocol, &["Authentifizierungsprotokoll"]),
            (App, &["Anwendung"]),
            (AppId, &["Anwendungs-ID"]),
            (Resource, &["Ressource"]),
            (ResourceId, &["Ressourcen-ID"]),
            (HomeTenantId, &["Home-Mandanten-ID", "Basismandanten-ID"]),
            (Ip, &["IP-Adresse"]),
            (Location, &["Standort"]),
            (ErrorCode, &["Anmeldefehlercode", "Fehlercode bei der Anmeldung", "Fehlercode der Anmeldung"]),
            (FailureReason, &["Fehlerursache", "Grund des Fehlers"]),
            (ClientApp, &["Client-App"]),
            (DeviceId, &["Geräte-ID"]),
            (Os, &["Betriebssystem"]),
            (Compliant, &["Kompatibel", "Konform"]),
            (Managed, &["Verwaltet"]),
            (AuthRequirement, &["Authentifizierungsanforderung"]),
            (SessionId, &["Sitzungs-ID"]),
            (Latency, &["Wartezeit", "Latenz"]),
            (ConditionalAccess, &["Bedingter Zugriff"]),
            (ServicePrincipalId, &["Dienstprinzipal-ID"]),
            (ServicePrincipal, &["Dienstprinzipalname", "Name des Dienstprinzipals"]),
        ],
    },
    Language {
        name: "French",
        headers: &[
            (RequestId, &["ID de la requête", "ID de requête", "ID de la demande", "ID de demande"]),
            (CorrelationId, &["ID de corrélation"]),
            (UserAgent, &["Agent utilisateur"]),
            (UserId, &["ID d'utilisateur", "ID utilisateur", "ID de l'utilisateur"]),
            (User, &["Utilisateur"]),
            (Username, &["Nom d'utilisateur"]),
            (UserType, &["Type d'utilisateur"]),
            (Protocol, &["Protocole d'authentification"]),
            (AppId, &["ID d'application", "ID de l'application"]),
            (Resource, &["Ressource"]),
            (ResourceId, &["ID de ressource", "ID de la ressource"]),
            (Ip, &["Adresse IP"]),
            (Location, &["Emplacement"]),
            (Status, &["État", "Statut"]),
            (ErrorCode, &["Code d'erreur de connexion"]),
            (FailureReason, &["Raison de l'échec", "Motif de l'échec"]),
            (ClientApp, &["Application cliente"]),
            (DeviceId, &["ID de l'appareil", "ID d'appareil"]),
            (Browser, &["Navigateur"]),
            (Os, &["Système d'exploitation"]),
            (Compliant, &["Conforme"]),
            (Managed, &["Géré"]),
            (AuthRequirement, &["Exigence d'authentification"]),
            (SessionId, &["ID de session"]),
            (Latency, &["Latence"]),
            (ConditionalAccess, &["Accès conditionnel"]),
        ],
    },
    Language {
        name: "Spanish",
        headers: &[
            (Time, &["Fecha (UTC)", "Fecha"]),
            (RequestId, &["Id. de solicitud", "Identificador de solicitud"]),
            (CorrelationId, &["Id. de correlación", "Identificador de correlación"]),
            (UserAgent, &["Agente de usuario"]),
            (UserId, &["Id. de usuario", "Identificador de usuario"]),
            (User, &["Usuario"]),
            (Username, &["Nombre de usuario"]),
            (UserType, &["Tipo de usuario"]),
            (Protocol, &["Protocolo de autenticación"]),
            (App, &["Aplicación"]),
            (AppId, &["Id. de aplicación", "Identificador de aplicación"]),
            (Resource, &["Recurso"]),
            (ResourceId, &["Id. de recurso", "Identificador de recurso"]),
            (Ip, &["Dirección IP"]),
            (Location, &["Ubicación"]),
            (Status, &["Estado"]),
            (ErrorCode, &["Código de error de inicio de sesión"]),
            (FailureReason, &["Motivo del error"]),
            (ClientApp, &["Aplicación cliente"]),
            (DeviceId, &["Id. de dispositivo", "Identificador de dispositivo"]),
            (Browser, &["Explorador"]),
            (Os, &["Sistema operativo"]),
            (Managed, &["Administrado"]),
            (AuthRequirement, &["Requisito de autenticación"]),
            (SessionId, &["Id. de sesión"]),
            (Latency, &["Latencia"]),
            (ConditionalAccess, &["Acceso condicional"]),
        ],
    },
    Language {
        name: "Portuguese",
        headers: &[
            (Time, &["Data (UTC)"]),
            (RequestId, &["ID da Solicitação", "ID do Pedido"]),
            (CorrelationId, &["ID de Correlação"]),
            (UserAgent, &["Agente do usuário"]),
            (UserId, &["ID do Usuário", "ID de Usuário", "ID do Utilizador"]),
            (User, &["Usuário", "Utilizador"]),
            (Username, &["Nome de usuário", "Nome do usuário", "Nome de utilizador"]),
            (UserType, &["Tipo de usuário", "Tipo de utilizador"]),
            (Protocol, &["Protocolo de autenticação"]),
            (App, &["Aplicativo", "Aplicação"]),
            (AppId, &["ID do aplicativo", "ID da Aplicação"]),
            (ResourceId, &["ID do recurso"]),
            (Ip, &["Endereço IP"]),
            (Location, &["Localização"]),
            (FailureReason, &["Motivo da falha"]),
            (ClientApp, &["Aplicativo cliente"]),
            (DeviceId, &["ID do dispositivo"]),
            (Browser, &["Navegador"]),
            (Os, &["Sistema operacional"]),
            (Compliant, &["Em conformidade"]),
            (Managed, &["Gerenciado"]),
            (AuthRequirement, &["Requisito de autenticação"]),
            (Latency, &["Latência"]),
            (ConditionalAccess, &["Acesso condicional"]),
        ],
    },
    Language {
        name: "Italian",
        headers: &[
            (RequestId, &["ID richiesta"]),
            (CorrelationId, &["ID correlazione"]),
            (UserAgent, &["Agente utente"]),
            (UserId, &["ID utente"]),
            (User, &["Utente"]),
            (Username, &["Nome utente"]),
            (UserType, &["Tipo di utente"]),
            (Protocol, &["Protocollo di autenticazione"]),
            (App, &["Applicazione"]),
            (AppId, &["ID applicazione"]),
            (Resource, &["Risorsa"]),
            (ResourceId, &["ID risorsa"]),
            (Ip, &["Indirizzo IP"]),
            (Location, &["Posizione", "Località"]),
            (Status, &["Stato"]),
            (ErrorCode, &["Codice errore di accesso"]),
            (FailureReason, &["Motivo dell'errore"]),
            (ClientApp, &["App client"]),
            (DeviceId, &["ID dispositivo"]),
            (Compliant, &["Conforme"]),
            (Managed, &["Gestito"]),
            (Latency, &["Latenza"]),
            (ConditionalAccess, &["Accesso condizionale"]),
        ],
    },
    Language {
        name: "Dutch",
        headers: &[
            (RequestId, &["Aanvraag-id"]),
            (CorrelationId, &["Correlatie-id"]),
            (UserAgent, &["Gebruikersagent"]),
            (UserId, &["Gebruikers-id"]),
            (User, &["Gebruiker"]),
            (Username, &["Gebruikersnaam"]),
            (UserType, &["Gebruikerstype"]),
            (App, &["Toepassing"]),
            (AppId, &["Toepassings-id"]),
            (Ip, &["IP-adres"]),
            (Location, &["Locatie"]),
            (ErrorCode, &["Foutcode bij aanmelding"]),
            (FailureReason, &["Reden van fout"]),
            (DeviceId, &["Apparaat-id"]),
            (Os, &["Besturingssysteem"]),
            (Managed, &["Beheerd"]),
            (Latency, &["Latentie"]),
            (ConditionalAccess, &["Voorwaardelijke toegang"]),
        ],
    },
    Language {
        name: "Japanese",
        headers: &[
            (Time, &["日付 (UTC)", "日付"]),
            (RequestId, &["要求 ID"]),
            (CorrelationId, &["関連付け ID", "相関 ID"]),
            (UserAgent, &["ユーザー エージェント"]),
            (UserId, &["ユーザー ID"]),
            (User, &["ユーザー"]),
            (Username, &["ユーザー名"]),
            (UserType, &["ユーザーの種類"]),
            (Protocol, &["認証プロトコル"]),
            (App, &["アプリケーション"]),
            (AppId, &["アプリケーション ID"]),
            (Resource, &["リソース"]),
            (ResourceId, &["リソース ID"]),
            (Ip, &["IP アドレス"]),
            (Location, &["場所"]),
            (Status, &["状態", "ステータス"]),
            (ErrorCode, &["サインイン エラー コード"]),
            (FailureReason, &["失敗の理由", "エラーの理由"]),
            (ClientApp, &["クライアント アプリ"]),
            (DeviceId, &["デバイス ID"]),
            (Browser, &["ブラウザー"]),
            (Os, &["オペレーティング システム"]),
            (AuthRequirement, &["認証要件"]),
            (SessionId, &["セッション ID"]),
            (ConditionalAccess, &["条件付きアクセス"]),
        ],
    },
    Language {
        name: "Chinese",
        headers: &[
            (Time, &["日期 (UTC)", "日期"]),
            (RequestId, &["请求 ID", "要求識別碼"]),
            (CorrelationId, &["相关 ID", "相互關聯識別碼"]),
            (UserAgent, &["用户代理"]),
            (UserId, &["用户 ID", "使用者識別碼"]),
            (User, &["用户", "使用者"]),
            (Username, &["用户名", "使用者名稱"]),
            (UserType, &["用户类型", "使用者類型"]),
            (App, &["应用程序", "應用程式"]),
            (AppId, &["应用程序 ID", "應用程式識別碼"]),
            (Resource, &["资源", "資源"]),
            (ResourceId, &["资源 ID"]),
            (Ip, &["IP 地址", "IP 位址"]),
            (Location, &["位置"]),
            (Status, &["状态", "狀態"]),
            (ErrorCode, &["登录错误代码", "登入錯誤碼"]),
            (FailureReason, &["失败原因", "失敗原因"]),
            (DeviceId, &["设备 ID"]),
            (Browser, &["浏览器", "瀏覽器"]),
            (Os, &["操作系统", "作業系統"]),
            (ConditionalAccess, &["条件访问", "條件式存取"]),
        ],
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fields::Spec;

    #[test]
    fn one_name_means_one_field_in_one_language() {
        for language in &LANGUAGES {
            let mut seen = std::collections::HashMap::new();
            for (field, names) in language.headers {
                for name in *names {
                    let known = seen.insert(fold(name), field);
                    assert!(known.is_none_or(|known| known == field), "{name} in {}", language.name);
                }
            }
        }
    }

    #[test]
    fn no_name_of_another_language_is_an_english_one_for_something_else() {
        for (field, names) in LANGUAGES.iter().flat_map(|language| language.headers) {
            for name in *names {
                let known_names =
                    |spec: &'static Spec| spec.csv.iter().chain(spec.json).chain(spec.azure).chain([&spec.title]);
                let english = Field::ALL
                    .into_iter()
                    .find(|field| known_names(field.spec()).any(|known| fold(known) == fold(name)));
                assert!(english.is_none_or(|english| english == *field), "{name} is {english:?}");
            }
        }
    }
}
