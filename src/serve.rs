//! Builds the program from its parts, starts the HTTP server and the workers, and shuts both down.

use crate::account::password::Cost;
use crate::account::{Door, first_run};
use crate::base::{Clock, Secrets, Strictness};
use crate::card::Gallery;
use crate::config::Settings;
use crate::db::Db;
use crate::endorsement::logo_file::Logos;
use crate::endorsement::{self, Endorsing};
use crate::mail::{Bell, Capture, MailSetting, Patience, Relay, Transport, Worker};
use crate::moderation::reported::Reported;
use crate::register::show::Register;
use crate::routes;
use crate::signals::Signals;
use crate::signature::confirming::Confirming;
use crate::signature::front::Front;
use crate::signature::intake::Intake;
use crate::signature::letters;
use crate::signature::link::Links;
use crate::tally::model::Browse;
use crate::tally::show::Written;
use crate::tally::sitemap::Listed;
use crate::tasks::{Keeper, Letters, look};
use crate::transfer::export::Outlet;
use crate::update::feed::Feeds;
use crate::web::{Error, Site, Uploading, around, files::Files, unread, urls};
use crate::words::Library;
use actix_web::dev::ServerHandle;
use actix_web::middleware::from_fn;
use actix_web::web::{self, Data, ServiceConfig};
use actix_web::{App as Actix, HttpServer};
use futures_util::future::join_all;
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// Requests in flight get this many seconds to finish.
const FINISH_WITHIN: u64 = 8;
/// The database's file is put in order in this time, after everything else.
const FOLD_WITHIN: Duration = Duration::from_millis(500);
/// Everything together, letters under way too.
const STOP_WITHIN: Duration = Duration::from_secs(9);
/// An idle connection is closed after this long.
const KEEP_ALIVE: Duration = Duration::from_secs(15);
/// Connections of one worker thread at once.
const CONNECTIONS: usize = 12_500;
/// Connections to the relay at once.
const TO_RELAY: usize = 4;

/// Everything handlers are given. Cheap to clone.
#[derive(Clone)]
pub struct App {
    /// The site.
    pub site: Data<Site>,
    /// The database.
    pub db: Data<Db>,
    /// Texts, numbers, names.
    pub front: Data<Front>,
    /// Takes signatures in.
    pub intake: Data<Intake>,
    /// Confirms them.
    pub confirming: Data<Confirming>,
    /// Lets organizers in.
    pub door: Data<Door>,
    /// Takes organizations in.
    pub endorsing: Data<Endorsing>,
    /// Wakes the mail worker.
    pub bell: Bell,
    links: Links,
    written: Data<Written>,
    feeds: Data<Feeds>,
    gallery: Data<Gallery>,
    listed: Data<Listed>,
    files: Data<Files>,
    browse: Data<Browse>,
    /// Shows the names.
    pub register: Data<Register>,
    outlet: Data<Outlet>,
    logos: Data<Logos>,
    uploading: Data<Uploading>,
    reported: Data<Reported>,
    captured: Option<Data<Capture>>,
}

impl App {
    /// Puts the parts together and fills the memory.
    ///
    /// # Errors
    /// One line for the operator.
    pub fn open(
        db: Db,
        site: Site,
        browse: bool,
        captured: Option<Capture>,
    ) -> Result<Self, String> {
        let fault = |what: &str| format!("cannot start: {what}");
        let front = Front::default();
        let links = Links::new(&site.secrets);
        let bell = Bell::default();
        let intake = Intake::start(&db, &site.clock, links.clone(), bell.clone())
            .map_err(|error| fault(&error.to_string()))?;
        let confirming = Confirming::start(&db, &site.clock, links.clone(), &front, bell.clone())
            .map_err(|error| fault(&error.to_string()))?;
        let door = Door::new(&site, Cost::FULL, bell.clone());
        let own = endorsement::link::Links::new(&site.secrets);
        let endorsing = Endorsing::new(&site.clock, own, bell.clone());
        let register = Register::new(&site.clock, front.shelf.clone(), front.board.clone());
        let app = Self {
            site: Data::new(site),
            db: Data::new(db),
            front: Data::new(front),
            intake: Data::new(intake),
            confirming: Data::new(confirming),
            door: Data::new(door),
            endorsing: Data::new(endorsing),
            bell,
            links,
            written: Data::default(),
            feeds: Data::default(),
            gallery: Data::default(),
            listed: Data::default(),
            files: Data::default(),
            browse: Data::new(Browse(browse)),
            register: Data::new(register),
            outlet: Data::default(),
            logos: Data::default(),
            uploading: Data::default(),
            reported: Data::default(),
            captured: captured.map(Data::new),
        };
        app.look()?;
        Ok(app)
    }

    /// Reads what the database holds into memory.
    ///
    /// # Errors
    /// One line for the operator.
    pub fn look(&self) -> Result<(), String> {
        let now = self.site.clock.now();
        self.db
            .read_here(|conn| look(conn, &self.front, now))
            .map_err(|error| format!("cannot start: {error}"))
    }

    /// Hands the parts to actix, and the routes.
    pub fn configure(&self, config: &mut ServiceConfig) {
        config
            .app_data(self.site.clone())
            .app_data(self.db.clone())
            .app_data(self.front.clone())
            .app_data(Data::new(self.front.shelf.clone()))
            .app_data(Data::new(self.front.board.clone()))
            .app_data(Data::new(self.front.news.clone()))
            .app_data(Data::new(self.front.endorsers.clone()))
            .app_data(self.endorsing.clone())
            .app_data(self.logos.clone())
            .app_data(self.uploading.clone())
            .app_data(self.feeds.clone())
            .app_data(self.gallery.clone())
            .app_data(self.listed.clone())
            .app_data(self.intake.clone())
            .app_data(self.confirming.clone())
            .app_data(self.door.clone())
            .app_data(Data::new(self.bell.clone()))
            .app_data(self.written.clone())
            .app_data(self.files.clone())
            .app_data(self.browse.clone())
            .app_data(self.register.clone())
            .app_data(self.outlet.clone())
            .app_data(self.reported.clone());
        if let Some(captured) = &self.captured {
            config.app_data(captured.clone());
            routes::configure_captured(config);
        }
        routes::configure(config);
        config.default_service(web::to(nothing));
    }
}

async fn nothing() -> Result<&'static str, Error> {
    Err(Error::NOT_FOUND)
}

/// What a server is started with beside its parts.
pub struct Doors {
    /// Where visitors come in.
    pub listener: TcpListener,
    /// Where metrics are told.
    pub metrics: Option<(TcpListener, PrometheusHandle)>,
    /// Where mail goes.
    pub transport: Transport,
    /// The sender of all mail.
    pub mail_from: crate::mail::MailAddress,
    /// The right side of Message-IDs.
    pub host: String,
    /// Threads that answer visitors.
    pub threads: usize,
}

/// A server that runs.
pub struct Running {
    /// Where it listens.
    pub addr: SocketAddr,
    /// Its parts.
    pub app: App,
    servers: Vec<(ServerHandle, JoinHandle<std::io::Result<()>>)>,
    stop: watch::Sender<bool>,
    workers: Vec<JoinHandle<()>>,
}

/// Starts everything.
///
/// # Errors
/// One line for the operator.
pub fn start(app: App, doors: Doors) -> Result<Running, String> {
    let failed = |error: std::io::Error| format!("cannot serve: {error}");
    let addr = doors.listener.local_addr().map_err(failed)?;
    let (stop, stopping) = watch::channel(false);
    let keeper = Keeper {
        db: app.db.get_ref().clone(),
        clock: app.site.clock.clone(),
        front: app.front.get_ref().clone(),
        intake: app.intake.get_ref().clone(),
        register: app.register.get_ref().clone(),
        endorsing: app.endorsing.get_ref().clone(),
        confirming: app.confirming.get_ref().clone(),
        door: app.door.clone().into_inner(),
    };
    let writers = Letters {
        signers: letters::Desk {
            site: app.site.clone().into_inner(),
            shelf: app.front.shelf.clone(),
            links: app.links.clone(),
            from: doors.mail_from.clone(),
        },
        organizations: endorsement::letters::Desk {
            site: app.site.clone().into_inner(),
            shelf: app.front.shelf.clone(),
            links: app.endorsing.links.clone(),
            from: doors.mail_from,
        },
        sweep: app.confirming.sweep.clone(),
    };
    let postman = Worker::new(
        app.db.get_ref().clone(),
        doors.transport,
        Arc::new(writers),
        app.site.clock.clone(),
        app.bell.clone(),
        &doors.host,
    );
    let workers = vec![
        spawn(keeper.run(stopping.clone())),
        spawn(postman.run(stopping)),
    ];
    let parts = app.clone();
    let visitors = HttpServer::new(move || {
        let parts = parts.clone();
        Actix::new()
            .wrap(from_fn(around))
            .configure(|config| parts.configure(config))
    })
    .workers(doors.threads)
    .on_connect(unread::on_connect)
    .keep_alive(KEEP_ALIVE)
    .max_connections(CONNECTIONS)
    .shutdown_timeout(FINISH_WITHIN)
    .disable_signals()
    .listen(doors.listener)
    .map_err(failed)?
    .run();
    let mut servers = vec![(visitors.handle(), spawn(visitors))];
    if let Some((listener, told)) = doors.metrics {
        let server = HttpServer::new(move || {
            let told = told.clone();
            Actix::new().route(
                "/metrics",
                web::get().to(move || {
                    let told = told.clone();
                    async move { told.render() }
                }),
            )
        })
        .workers(1)
        .disable_signals()
        .listen(listener)
        .map_err(failed)?
        .run();
        servers.push((server.handle(), spawn(server)));
    }
    Ok(Running {
        addr,
        app,
        servers,
        stop,
        workers,
    })
}

fn spawn<T: Send + 'static>(work: impl Future<Output = T> + Send + 'static) -> JoinHandle<T> {
    #[expect(
        clippy::disallowed_methods,
        reason = "servers and workers, joined by Running::stop"
    )]
    tokio::spawn(work)
}

impl Running {
    /// Takes no more requests, finishes those in flight and the letters under way, within ten
    /// seconds. What takes longer is left: a letter is then sent again later.
    pub async fn stop(self) {
        let _ = self.stop.send(true);
        let finish = async {
            join_all(self.servers.iter().map(|(handle, _)| handle.stop(true))).await;
            for (_, server) in self.servers {
                let _ = server.await;
            }
            for worker in self.workers {
                let _ = worker.await;
            }
        };
        if tokio::time::timeout(STOP_WITHIN, finish).await.is_err() {
            tracing::warn!("stopped before everything was finished");
        }
    }
}

/// Opens database and secrets, in a data folder that is made if there is none.
///
/// # Errors
/// One line for the operator.
pub fn open_stores(settings: &Settings) -> Result<(Db, Secrets), String> {
    make_folder(&settings.data)?;
    let db = Db::open(&settings.database)?;
    let secrets = Secrets::load_or_make(&settings.secrets).map_err(|error| error.to_string())?;
    Ok((db, secrets))
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
    let captured = match settings.mail {
        MailSetting::Capture => Some(captured(settings)?),
        MailSetting::Smtp(_) => None,
    };
    App::open(db, site, settings.browse, captured)
}

fn captured(settings: &Settings) -> Result<Capture, String> {
    Capture::open(settings.data.join("mail"))
        .map_err(|error| format!("cannot open the folder of captured mail: {error}"))
}

/// The data folder, readable by its owner only.
fn make_folder(path: &std::path::Path) -> Result<(), String> {
    use std::os::unix::fs::DirBuilderExt;
    std::fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(path)
        .map_err(|error| format!("cannot make the data folder {}: {error}", path.display()))
}

/// Serves until Ctrl-C or SIGTERM.
///
/// # Errors
/// One line for the operator.
pub async fn serve(settings: &Settings, app: App, ready: impl FnOnce(&App)) -> Result<(), String> {
    let signals = Signals::listen()?;
    let listener = bind(settings.listen)?;
    let transport = match &settings.mail {
        MailSetting::Capture => Transport::Capture(captured(settings)?),
        MailSetting::Smtp(smtp) => Transport::Smtp(
            Relay::new(smtp.clone(), &settings.host, TO_RELAY, Patience::default())
                .map_err(|error| error.to_string())?,
        ),
    };
    let running = start(
        app,
        Doors {
            listener,
            metrics: told(settings)?,
            transport,
            mail_from: settings.mail_from.clone(),
            host: settings.host.clone(),
            threads: std::thread::available_parallelism().map_or(2, usize::from),
        },
    )?;
    tracing::info!(listen = %running.addr, base_url = settings.base_url, "serving");
    ready(&running.app);
    signals.one().await;
    tracing::info!("stopping");
    let db = running.app.db.clone();
    running.stop().await;
    let _ = tokio::time::timeout(FOLD_WITHIN, db.fold()).await;
    Ok(())
}

/// The listening socket: handed over by systemd, or opened here.
fn bind(listen: SocketAddr) -> Result<TcpListener, String> {
    let handed = listenfd::ListenFd::from_env().take_tcp_listener(0);
    if let Ok(Some(listener)) = handed {
        return Ok(listener);
    }
    TcpListener::bind(listen).map_err(|error| format!("cannot listen on {listen}: {error}"))
}

fn told(settings: &Settings) -> Result<Option<(TcpListener, PrometheusHandle)>, String> {
    let Some(at) = settings.metrics else {
        return Ok(None);
    };
    let recorder = PrometheusBuilder::new().build_recorder();
    let handle = recorder.handle();
    metrics::set_global_recorder(recorder).map_err(|_| "metrics are set up already".to_owned())?;
    match TcpListener::bind(at) {
        Ok(listener) => Ok(Some((listener, handle))),
        Err(error) => {
            tracing::warn!(listen = %at, %error, "no metrics: choose another address for them");
            Ok(None)
        }
    }
}
