//! From settings to a running program.

use super::app::App;
use super::backup::keeper::BackupKeeper;
use super::examined::examined;
use super::https::open::Https;
use super::https::setting::HttpsSetting;
use super::measures;
use super::running::{ServerParts, start};
use super::secrets::secrets_of;
use crate::account::joining::first_run;
use crate::base::{Clock, GoneLog, Secrets, Strictness, Time};
use crate::db::{self, Db, is_fresh_copy, take_into_use, upgrade_plan};
use crate::mail::store::{hold_mail, mail_held_since};
use crate::mail::{Capture, MailSetting, OutgoingMail, Relay, Timeouts, Transport};
use crate::serve::settings::Settings;
use crate::signals::Signals;
use crate::site::certificate_state::HttpsState;
use crate::site::console::doctor::DoctorOnDuty;
use crate::site::doctor::examined::{Doctor, ExaminedBeside};
use crate::site::doctor::file_modes::{OpenPlace, open_to_others};
use crate::site::installation::Installation;
use crate::transfer::Exporting;
use crate::web::origin::connections;
use crate::web::{Site, urls};
use crate::words::Library;
use actix_web::web::Data;
use metrics_exporter_prometheus::PrometheusHandle;
use sd_notify::NotifyState;
use std::io::ErrorKind;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::time::Duration;

/// The database's file is put in order in this time, after everything else.
const FOLD_WITHIN: Duration = Duration::from_millis(500);
/// What the system says of IPv6 where it has none (`EAFNOSUPPORT`).
const NO_IPV6: i32 = 97;
/// The folder of lists that are written, in the data folder.
pub(crate) const EXPORTS: &str = "exports";
/// Connections to the relay at once.
const TO_RELAY: usize = 4;

/// Opens database and secrets, in a data folder that is made if there is none.
///
/// # Errors
/// One line for the operator.
pub fn open_stores(settings: &Settings) -> Result<(Db, Secrets), String> {
    make_folder(&settings.data)?;
    tell_upgrade(settings);
    let is_copy = is_fresh_copy(&settings.database);
    let db = Db::open_within(&settings.database, settings.database_wait)?;
    warn_of_what_is_open(settings);
    let secrets = secrets_of(&db, &settings.secrets, &Clock::system())?;
    stay_silent(&db, is_copy)?;
    Ok((db, secrets))
}

/// Says that no mail leaves, where that is so: after a restore, and from now on where a backup itself was put into service.
fn stay_silent(db: &Db, is_copy: bool) -> Result<(), String> {
    let fault = |error: db::Error| format!("cannot start: {error}");
    if is_copy {
        let now = Clock::system().now();
        db.write_here(|tx| hold_mail(tx, now)).map_err(fault)?;
        take_into_use(db.target()).map_err(|error| format!("cannot start: {error}"))?;
    }
    if let Some(since) = db.read_here(mail_held_since).map_err(fault)? {
        tracing::warn!(%since, "this is a backup that was put into service: no mail leaves until you run: undersigned mail release");
    }
    Ok(())
}

/// Says what is about to be done to the schema. What cannot be looked at is told by whoever opens it.
fn tell_upgrade(settings: &Settings) {
    let Ok(plan) = upgrade_plan(&settings.database, settings.database_wait) else {
        return;
    };
    if plan.is_new() || plan.is_empty() {
        return;
    }
    let lines = plan.lines();
    tracing::info!(
        "the schema of the database is brought up to date: {} steps",
        lines.len()
    );
    for line in lines {
        tracing::info!("{line}");
    }
}

/// Where the first organizer comes in; none when there is one already.
///
/// # Errors
/// One line for the operator.
pub fn set_up_address(app: &App) -> Result<Option<String>, String> {
    let site = &app.site;
    let token = app
        .db
        .write_here(|tx| first_run::open(tx, &site.secrets, site.clock.now()))
        .map_err(|error| format!("cannot start: {error}"))?;
    Ok(token.map(|token| format!("{}{}", site.base_url, urls::setup(&token))))
}

/// Opens what the settings name.
///
/// # Errors
/// One line for the operator.
pub fn open(settings: &Settings, strictness: Strictness) -> Result<App, String> {
    let (db, secrets) = open_stores(settings)?;
    let library = Library::load().map_err(|error| error.to_string())?;
    let mut site = Site::new(settings.base_url.clone(), Clock::system(), library, secrets);
    site.trusted_proxies = settings.trusted_proxies.clone();
    site.strictness = strictness;
    site.operator = settings.operator.clone();
    site.gone = gone_log(settings);
    site.backup_days = settings.backup.keep_days;
    let captured = match settings.mail {
        MailSetting::Capture => Some(captured(settings)?),
        MailSetting::Smtp(_) => None,
    };
    let mut app = App::open(db, site, settings.browse, captured)?;
    app.installation = Data::new(installation(settings, app.site.clock.now()));
    let doctor = Doctor {
        installation: examined(settings, app.installation.https.clone()),
        beside: ExaminedBeside::default(),
        clock: app.site.clock.clone(),
    };
    app.doctor = Some(Data::new(DoctorOnDuty::new(doctor)));
    app.exporting = Data::new(Exporting::within(settings.data.join(EXPORTS)));
    app.outgoing = Data::new(OutgoingMail::of(&settings.mail, &settings.mail_from));
    Ok(app)
}

/// What the operator reads of the settings, beside how mail goes out.
fn installation(settings: &Settings, now: Time) -> Installation {
    Installation {
        data: Some(settings.data.clone()),
        started_at: now,
        https: match settings.https {
            HttpsSetting::Off => None,
            _ => Some(HttpsState::default()),
        },
    }
}

fn captured(settings: &Settings) -> Result<Capture, String> {
    Capture::open(settings.data.join("mail"))
        .map_err(|error| format!("cannot open the folder of captured mail: {error}"))
}

/// The data folder, readable by its owner only.
///
/// # Errors
/// One line for the operator.
pub fn make_folder(path: &std::path::Path) -> Result<(), String> {
    use std::os::unix::fs::DirBuilderExt;
    std::fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(path)
        .map_err(|error| format!("cannot make the data folder {}: {error}", path.display()))
}

/// Beside the secrets, where a backup of the database does not take it along; in the data folder where nothing can be written there,
/// as among the secrets of a container. Nobody's petition stays away for want of it.
fn gone_log(settings: &Settings) -> GoneLog {
    let places = [
        settings.secrets.with_file_name("gone.log"),
        settings.data.join("gone.log"),
    ];
    for place in &places {
        match GoneLog::open(place) {
            Ok(log) => return log,
            Err(error) => tracing::warn!(%error, "cannot open {}", place.display()),
        }
    }
    GoneLog::default()
}

/// What other accounts of this machine may read of what is kept. Warned of, not mended and not refused: an operator may have opened it on
/// purpose, for a group that makes backups.
fn warn_of_what_is_open(settings: &Settings) {
    for open in open_to_others(&settings.data, &settings.database, &[]) {
        let (at, mode) = (open.path.display(), open.mode);
        match open.place {
            OpenPlace::Database => tracing::warn!(
                "the database {at} is open to other accounts (mode {mode:03o}); stop, and run: chmod 600 {at}*"
            ),
            _ => tracing::warn!(
                "the data folder {at} is open to other accounts (mode {mode:03o}); run: chmod 700 {at}"
            ),
        }
    }
}

/// Serves until Ctrl-C or SIGTERM.
///
/// # Errors
/// One line for the operator: what keeps it from starting, or which worker ended although nobody stopped it.
pub async fn serve(settings: &Settings, app: App, ready: impl FnOnce(&App)) -> Result<(), String> {
    let signals = Signals::listen()?;
    let listener = bind(settings.listen, 0)?;
    let https = https(settings, &app)?;
    let transport = match &settings.mail {
        MailSetting::Capture => Transport::Capture(captured(settings)?),
        MailSetting::Smtp(smtp) => Transport::Smtp(
            Relay::new(smtp.clone(), &settings.host, TO_RELAY, Timeouts::default())
                .map_err(|error| error.to_string())?,
        ),
    };
    let backups = settings.backup.every.is_some().then(|| BackupKeeper {
        db: app.db.get_ref().clone(),
        clock: app.site.clock.clone(),
        setting: settings.backup.clone(),
        data: settings.data.clone(),
    });
    let running = start(
        app,
        ServerParts {
            listener,
            https,
            metrics: told(settings)?,
            transport,
            mail_from: settings.mail_from.clone(),
            host: settings.host.clone(),
            unread_for: connections::UNREAD_FOR,
            of_one_address: connections::OF_ONE_ADDRESS,
            backups,
            threads: std::thread::available_parallelism().map_or(2, usize::from),
        },
    )?;
    tracing::info!(listen = %running.addr, base_url = settings.base_url, "serving");
    ready(&running.app);
    // `systemctl start` waits for it; where nobody waits, nothing is said
    if let Err(error) = sd_notify::notify(&[NotifyState::Ready]) {
        tracing::warn!(%error, "systemd cannot be told that it serves");
    }
    let db = running.app.db.clone();
    let ended = running.until(signals.one()).await;
    let _ = tokio::time::timeout(FOLD_WITHIN, db.fold()).await;
    ended
}

/// What visitors are answered with over HTTPS, and the socket of those who come without.
fn https(settings: &Settings, app: &App) -> Result<Option<(Https, Option<TcpListener>)>, String> {
    let place = (settings.data.as_path(), settings.host.as_str());
    let state = app.installation.https.clone().unwrap_or_default();
    let https = Https::open(&settings.https, place, (&app.site.clock, state))?;
    let with_door = |https: Https| {
        let door = https.redirect.map(|at| bind(at, 1)).transpose()?;
        Ok((https, door))
    };
    https.map(with_door).transpose()
}

/// A listening socket: the one of this number that systemd hands over, or opened here. Every address is every one of IPv4 where the machine
/// has no IPv6.
fn bind(listen: SocketAddr, number: usize) -> Result<TcpListener, String> {
    let handed = listenfd::ListenFd::from_env().take_tcp_listener(number);
    if let Ok(Some(listener)) = handed {
        return Ok(listener);
    }
    let bound = match TcpListener::bind(listen) {
        Err(error) if error.raw_os_error() == Some(NO_IPV6) && listen.ip().is_unspecified() => {
            TcpListener::bind((Ipv4Addr::UNSPECIFIED, listen.port()))
        }
        bound => bound,
    };
    bound.map_err(|error| {
        let hint = match error.kind() {
            ErrorKind::PermissionDenied => {
                ": ports below 1024 need systemd's unit, or setcap cap_net_bind_service=+ep on the program"
            }
            ErrorKind::AddrInUse => ": another program has this port",
            _ => "",
        };
        format!("cannot listen on {listen}: {error}{hint}")
    })
}

fn told(settings: &Settings) -> Result<Option<(TcpListener, PrometheusHandle)>, String> {
    let Some(at) = settings.metrics else {
        return Ok(None);
    };
    match TcpListener::bind(at) {
        // Not before: what is measured and never told would only fill the memory.
        Ok(listener) => Ok(Some((listener, measures::set_up()?))),
        Err(error) => {
            tracing::warn!(listen = %at, %error, "no metrics: choose another address for them");
            Ok(None)
        }
    }
}
