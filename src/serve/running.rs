//! Servers and workers, from their start to their end.

use super::app::App;
use crate::endorsement;
use crate::mail::{Transport, Worker};
use crate::signature::letters;
use crate::tasks::{Keeper, Letters};
use crate::web::{around, unread};
use actix_web::dev::ServerHandle;
use actix_web::middleware::from_fn;
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
/// Everything together, letters under way too.
const STOP_WITHIN: Duration = Duration::from_secs(9);
/// An idle connection is closed after this long.
const KEEP_ALIVE: Duration = Duration::from_secs(15);
/// Connections of one worker thread at once.
const CONNECTIONS: usize = 12_500;

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
    };
    doors.transport.tell(app.site.reach.clone());
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
