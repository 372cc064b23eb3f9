//! What the doctor looks at, out of the settings: by the command line, and by an instance for its operator.

use super::https::setting::HttpsSetting;
use super::settings::Settings;
use crate::site::certificate_state::HttpsState;
use crate::site::doctor::examined::ExaminedInstallation;
use std::path::PathBuf;

/// An installation as its settings say, and how it stands with its certificate as far as that is known.
#[must_use]
pub fn examined(settings: &Settings, https: Option<HttpsState>) -> ExaminedInstallation {
    let (keys, own_roots) = match &settings.https {
        HttpsSetting::Off => (Vec::new(), None),
        HttpsSetting::Files { key, .. } => (vec![key.clone()], None),
        HttpsSetting::Auto(acme) => (Vec::new(), acme.root.clone()),
    };
    let roots: Vec<PathBuf> = own_roots.into_iter().collect();
    ExaminedInstallation {
        settings: settings.file.clone(),
        data: settings.data.clone(),
        database: settings.database.clone(),
        secrets: settings.secrets.clone(),
        keys,
        base_url: settings.base_url.clone(),
        host: settings.host.clone(),
        listen: settings.listen,
        ends_tls: settings.https != HttpsSetting::Off,
        https,
        roots,
        mail: settings.mail.clone(),
        mail_from: settings.mail_from.clone(),
    }
}
