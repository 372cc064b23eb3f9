//! Starts the package's service, and waits until it has a certificate: the address that is printed behind it then opens.

use super::settings_place::SettingsPlace;
use super::terminal;
use crate::cli::Failed;
use crate::serve::https::open::kept_state;
use crate::serve::https::setting::HttpsSetting;
use crate::serve::settings::Settings;
use crate::site::certificate_state::HttpsFacts;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

/// The package's unit.
const UNIT: &str = "/usr/lib/systemd/system/undersigned.service";
/// There while systemd runs this machine.
const SYSTEMD: &str = "/run/systemd/system";
/// How long an authority is waited for; it takes seconds.
const WITHIN: Duration = Duration::from_secs(60);
/// How often it is looked at whether the certificate is there.
const TICK: Duration = Duration::from_millis(200);

/// Starts it where these settings are its own; elsewhere says how the program is started with them.
///
/// # Errors
/// It does not start.
pub(super) fn first_start(place: &SettingsPlace, settings: &Settings) -> Result<(), Failed> {
    let is_its_own = place.is_of_the_package();
    if !is_its_own || !Path::new(UNIT).is_file() || !Path::new(SYSTEMD).is_dir() {
        let file = place.file.display();
        terminal::tell(&format!(
            "Next: undersigned serve --config {file}. Then this address opens:"
        ));
        return Ok(());
    }
    let why = "journalctl -u undersigned -n 20 says why. After that is mended: systemctl restart undersigned, and \
               undersigned organizer first prints the address of the first run";
    let started = Command::new("systemctl")
        .args(["restart", "undersigned"])
        .status();
    match started {
        Ok(status) if status.success() => {}
        _ => {
            return Err(Failed::Work(format!(
                "the settings are written, and the service does not start: {why}"
            )));
        }
    }
    terminal::tell("The service is started.");
    if matches!(settings.https, HttpsSetting::Auto(_)) {
        terminal::tell("A certificate is being made ...");
        terminal::tell(&match certificate(settings) {
            Some(HttpsFacts { ends: Some(_), .. }) => "It is there.".to_owned(),
            Some(HttpsFacts {
                trouble: Some((trouble, _)),
                ..
            }) => format!(
                "! There is none yet: {trouble}. It is asked for again by itself; journalctl -u undersigned says when."
            ),
            _ => "! There is none yet: journalctl -u undersigned says how it goes on.".to_owned(),
        });
    }
    terminal::tell("The first organizer comes in here:");
    Ok(())
}

/// How it stands with the certificate as soon as there is one or something is in the way; none where neither is known in time.
fn certificate(settings: &Settings) -> Option<HttpsFacts> {
    let known = async {
        loop {
            let state = kept_state(&settings.https, &settings.data);
            let facts = state.map(|state| state.facts()).unwrap_or_default();
            if facts.ends.is_some() || facts.trouble.is_some() {
                return facts;
            }
            tokio::time::sleep(TICK).await;
        }
    };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .ok()?;
    runtime.block_on(async { tokio::time::timeout(WITHIN, known).await.ok() })
}
