//! Servers and workers, from their start to their end.

use super::app::App;
use super::backup::keeper::BackupKeeper;
use super::https::open::Https;
use super::https::redirect;
use super::measures;
use crate::base::Id;
use crate::db::Health;
use crate::mail::{Transport, Worker};
use crate::mail_writers::MailWriters;
use crate::partner::webhook::body::BodyContext;
use crate::partner::webhook::send::worker::WebhookWorker;
use crate::petition::endorsement;
use crate::signature::mails::write;
use crate::tasks::BackgroundTasks;
use crate::web::around;
use crate::web::origin::connections::{Connections, cut_unread};
use actix_web::dev::ServerHandle;
use actix_web::middleware::from_fn;
use actix_web::web::Data;
use actix_web::{App as Actix, HttpServer, web};
use futures_util::future::join_all;
use metrics_exporter_prometheus::PrometheusHandle;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// Requests in flight get this many seconds to finish.
const FINISH_WITHIN: u64 = 8;
/// Everything together, mails under way too.
const STOP_WITHIN: Duration = Duration::from_secs(9);
/// An idle connection is closed after this long.
const KEEP_ALIVE: Duration = Duration::from_secs(15);
/// Connections of one worker thread at once.
const CONNECTIONS: usize = 12_500;

/// What a server is started with beside its parts.
pub struct ServerParts {
    /// Where visitors come in.
    pub listener: TcpListener,
    /// What they are answered with over HTTPS, and where those who come without are led on; none where a proxy ends TLS.
    pub https: Option<(Https, Option<TcpListener>)>,
    /// Where metrics are told.
    pub metrics: Option<(TcpListener, PrometheusHandle)>,
    /// Where mail goes.
    pub transport: Transport,
    /// The sender of all mail.
    pub mail_from: crate::mail::MailAddress,
    /// The right side of Message-IDs.
    pub host: String,
    /// Makes backups by itself; none where they are made by hand.
    pub backups: Option<BackupKeeper>,
    /// Threads that answer visitors.
    pub threads: usize,
    /// How long an answer may lie unread.
    pub unread_for: Duration,
    /// Connections of one address at once.
    pub of_one_address: usize,
}

/// A server that runs.
pub struct Running {
    /// Where it listens.
    pub addr: SocketAddr,
    /// Its parts.
    pub app: App,
    servers: Vec<(ServerHandle, JoinHandle<()>)>,
    stop: watch::Sender<bool>,
    workers: Vec<JoinHandle<()>>,
}

/// Starts everything.
///
/// # Errors
/// One line for the operator.
pub fn start(app: App, doors: ServerParts) -> Result<Running, String> {
    let failed = |error: std::io::Error| format!("cannot serve: {error}");
    let addr = doors.listener.local_addr().map_err(failed)?;
    let (stop, stopping) = watch::channel(false);
    let keeper = BackgroundTasks {
        db: app.db.get_ref().clone(),
        clock: app.site.clock.clone(),
        secrets: app.site.secrets.clone(),
        page_cache: app.page_cache.get_ref().clone(),
        intake: app.intake.get_ref().clone(),
        register: app.register.get_ref().clone(),
        reporting: app.reporting.get_ref().clone(),
        api: app.api.clone().into_inner(),
        exporting: app.exporting.get_ref().clone(),
        endorsing: app.endorsing.get_ref().clone(),
        confirming: app.confirming.get_ref().clone(),
        door: app.door.clone().into_inner(),
    };
    let writers = MailWriters {
        signers: write::SignerMailWriter {
            site: app.site.clone().into_inner(),
            petition_cache: app.page_cache.petition_cache.clone(),
            source_cache: app.page_cache.source_cache.clone(),
            links: app.links.clone(),
            from: doors.mail_from.clone(),
        },
        organizations: endorsement::signing::mails::EndorsementMailWriter {
            site: app.site.clone().into_inner(),
            petition_cache: app.page_cache.petition_cache.clone(),
            links: app.endorsing.links.clone(),
            from: doors.mail_from,
        },
    };
    doors.transport.tell(app.site.reach.clone());
    let postman = Worker::new(
        app.db.get_ref().clone(),
        doors.transport,
        Arc::new(writers),
        app.site.clock.clone(),
        app.bell.clone(),
        &doors.host,
        app.outgoing.mark.clone(),
    );
    let watch = Watch {
        health: app.db.health().clone(),
        stopping: stopping.clone(),
    };
    let webhooks = WebhookWorker {
        db: app.db.get_ref().clone(),
        clock: app.site.clock.clone(),
        secrets: app.site.secrets.clone(),
        context: BodyContext {
            base_url: app.site.base_url.clone(),
            petition_cache: app.page_cache.petition_cache.clone(),
            count_cache: app.page_cache.count_cache.clone(),
        },
        client: app.webhook_client.clone(),
        instance: Id::new(app.site.clock.now()),
    };
    let mut workers = vec![
        watch.over("webhooks", webhooks.run(stopping.clone())),
        watch.over("keeper", keeper.run(stopping.clone())),
        watch.over("mail", postman.run(stopping.clone())),
        watch.over(
            "listeners",
            app.listeners.get_ref().clone().run(
                app.page_cache.petition_cache.clone(),
                app.page_cache.count_cache.clone(),
                stopping.clone(),
            ),
        ),
    ];
    if let Some(backups) = doors.backups {
        workers.push(watch.over("backups", backups.run(stopping.clone())));
    }
    let (connections, trusted) = (Connections::default(), app.site.trusted_proxies.clone());
    cut_unread(&doors.listener, doors.unread_for).map_err(failed)?;
    let parts = app.clone();
    let admits = (connections.clone(), trusted.clone());
    let visitors = HttpServer::new(move || {
        let parts = parts.clone();
        Actix::new()
            .wrap(from_fn(around))
            .configure(|config| parts.configure(config))
    })
    .workers(doors.threads)
    .on_connect(move |connection, data| {
        connections.admit(connection, data, &trusted, doors.of_one_address);
    })
    .keep_alive(KEEP_ALIVE)
    .max_connections(CONNECTIONS)
    .shutdown_timeout(FINISH_WITHIN)
    .disable_signals();
    let visitors = match &doors.https {
        None => visitors.listen(doors.listener),
        Some((https, _)) => visitors.listen_rustls_0_23(doors.listener, https.served.config()?),
    };
    let visitors = visitors.map_err(failed)?.run();
    let mut servers = vec![(visitors.handle(), watch.over("visitors", visitors))];
    if let Some((https, door)) = doors.https {
        workers.push(watch.over("certificate", https.keeper.run(stopping.clone())));
        if let Some(door) = door {
            cut_unread(&door, doors.unread_for).map_err(failed)?;
            let (connections, trusted) = admits;
            let (site, state) = (app.site.clone(), Data::new(https.state));
            let server = HttpServer::new(move || {
                Actix::new()
                    .app_data(site.clone())
                    .app_data(state.clone())
                    .default_service(web::to(redirect::lead_on))
            })
            .workers(1)
            .on_connect(move |connection, data| {
                connections.admit(connection, data, &trusted, doors.of_one_address);
            })
            .keep_alive(KEEP_ALIVE)
            .max_connections(CONNECTIONS)
            .disable_signals()
            .listen(door)
            .map_err(failed)?
            .run();
            servers.push((server.handle(), watch.over("redirect", server)));
        }
    }
    if let Some((listener, told)) = doors.metrics {
        workers.push(watch.over("measures", measures::keep(told.clone(), stopping)));
        let (told, db) = (Data::new(told), app.db.clone());
        let server = HttpServer::new(move || {
            Actix::new()
                .app_data(told.clone())
                .app_data(db.clone())
                .route("/metrics", web::get().to(measures::tell))
        })
        .workers(1)
        .disable_signals()
        .listen(listener)
        .map_err(failed)?
        .run();
        servers.push((server.handle(), watch.over("metrics", server)));
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

/// Watches servers and workers: whoever ends although nobody stopped it, by a panic or otherwise, is told of.
struct Watch {
    health: Health,
    stopping: watch::Receiver<bool>,
}

impl Watch {
    fn over<T: Send + 'static>(
        &self,
        name: &'static str,
        work: impl Future<Output = T> + Send + 'static,
    ) -> JoinHandle<()> {
        let (health, stopping) = (self.health.clone(), self.stopping.clone());
        let work = spawn(work);
        spawn(async move {
            let is_broken = work.await.is_err();
            if is_broken || !*stopping.borrow() {
                health.worker_ended(name);
            }
        })
    }
}

impl Running {
    /// Serves until it is asked to end, or until a server or a worker ends by itself: an instance without one is none, and whatever
    /// started the program starts it anew.
    ///
    /// # Errors
    /// One line for the operator: who ended.
    pub async fn until(self, asked: impl Future<Output = ()>) -> Result<(), String> {
        let health = self.app.db.health().clone();
        let ended = tokio::select! {
            () = asked => None,
            name = health.one_ended() => Some(name),
        };
        tracing::info!("stopping");
        self.stop().await;
        match ended {
            None => Ok(()),
            Some(name) => Err(format!(
                "stopped, because the worker {name} ended: see the log"
            )),
        }
    }

    /// Takes no more requests, finishes those in flight and the mails under way, within ten
    /// seconds. What takes longer is left: a mail is then sent again later.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_worker_that_panics_or_ends_by_itself_is_told_of_and_one_that_was_stopped_is_not() {
        let (stop, stopping) = watch::channel(false);
        let watching = || Watch {
            health: Health::default(),
            stopping: stopping.clone(),
        };
        let panics = watching();
        panics.over("panics", async { panic!("it breaks") });
        assert_eq!(panics.health.one_ended().await, "panics");
        let ends = watching();
        ends.over("ends", async {});
        assert_eq!(ends.health.one_ended().await, "ends");
        let stopped = watching();
        let mut until = stopping.clone();
        let worker = stopped.over("stopped", async move {
            let _ = until.wait_for(|stop| *stop).await;
        });
        stop.send_replace(true);
        worker.await.unwrap();
        assert_eq!(stopped.health.ended(), None);
    }

    /// Whatever started the program is told by its exit code, and says who ended.
    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn the_program_ends_with_its_worker() {
        use crate::base::{Clock, Secrets, Time};
        use crate::db::Db;
        use crate::web::Site;
        use crate::words::Library;
        let folder = tempfile::tempdir().unwrap();
        let target = format!("sqlite:{}", folder.path().join("a.db").display());
        let open = move || {
            let db = Db::open(&target.parse().unwrap()).unwrap();
            let clock = Clock::standing_at(Time::from_micros(0));
            let library = Library::load().unwrap();
            let at = "http://127.0.0.1:1".to_owned();
            let site = Site::new(at, clock, library, Secrets::for_test());
            App::open(db, site, false, None).unwrap()
        };
        let app = tokio::task::spawn_blocking(open).await.unwrap();
        let (stop, stopping) = watch::channel(false);
        let watching = Watch {
            health: app.db.health().clone(),
            stopping,
        };
        let running = Running {
            addr: ([127, 0, 0, 1], 1).into(),
            app,
            servers: Vec::new(),
            stop,
            workers: vec![watching.over("mail", async { panic!("it breaks") })],
        };
        let told = running.until(std::future::pending()).await.unwrap_err();
        assert!(told.contains("the worker mail ended"), "{told}");
    }
}
