//! What the program is held against: a bare handler, and itself without a store.

use crate::{Outcome, seed};
use actix_web::web::{self, Data, ServiceConfig};
use actix_web::{App as Actix, HttpRequest, HttpResponse, HttpServer};
use std::collections::HashMap;
use std::net::TcpListener;
use std::path::Path;
use std::sync::Arc;
use std::thread::available_parallelism;
use std::time::Duration;
use undersigned::base::Strictness;
use undersigned::db::{Batch, Db};
use undersigned::mail::{MailAddress, MailSetting, Relay, Timeouts, Transport};
use undersigned::serve::{App, ServerParts, start};
use undersigned::signature::sign::intake::{Intake, StoredForm, SubmittedForm};

/// Thirty bytes.
const BODY: &str = "{\"signatures\":123456,\"goal\":2}";

/// As many workers, connections and as long a keep-alive as the program has; nothing else.
pub async fn bare() -> Outcome {
    assert_eq!(BODY.len(), 30);
    serve_bare(|config| {
        config.route(
            "/",
            web::get().to(|| async {
                HttpResponse::Ok()
                    .content_type("application/json")
                    .body(BODY)
            }),
        );
    })
    .await
}

/// Says its port, and answers until it is ended.
async fn serve_bare(routes: impl Fn(&mut ServiceConfig) + Clone + Send + 'static) -> Outcome {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    println!("{}", listener.local_addr()?.port());
    HttpServer::new(move || Actix::new().configure(&routes))
        .workers(threads())
        .keep_alive(Duration::from_secs(15))
        .listen(listener)?
        .run()
        .await?;
    Ok(())
}

/// A bare handler that answers each of these addresses of a running program as the program does, byte for byte: its headers and its body, read
/// once. What the program is slower by is its own work, and not that it says more.
pub async fn same(port: &str, addresses: &[&str]) -> Outcome {
    let mut answers = HashMap::new();
    for address in addresses {
        let answer = reqwest::get(format!("http://127.0.0.1:{port}{address}")).await?;
        let answer = answer.error_for_status()?;
        let headers: Vec<(String, Vec<u8>)> = answer
            .headers()
            .iter()
            .filter(|(name, _)| !OF_THE_SERVER.contains(&name.as_str()))
            .map(|(name, value)| (name.to_string(), value.as_bytes().to_vec()))
            .collect();
        answers.insert((*address).to_owned(), (headers, answer.bytes().await?));
    }
    let answers = Data::new(answers);
    serve_bare(move |config| {
        let answers = answers.clone();
        config.default_service(web::to(move |request: HttpRequest| {
            let answer = request.uri().path_and_query();
            let answer = answer.and_then(|address| answers.get(address.as_str()));
            let sent = answer.map_or_else(
                || HttpResponse::NotFound().finish(),
                |(headers, body)| {
                    let mut sent = HttpResponse::Ok();
                    for (name, value) in headers {
                        sent.append_header((name.as_str(), value.as_slice()));
                    }
                    sent.body(body.clone())
                },
            );
            async move { sent }
        }));
    })
    .await
}

/// What actix writes itself.
const OF_THE_SERVER: [&str; 3] = ["content-length", "date", "connection"];

/// The whole program, but what is signed goes nowhere: each shared commit is empty. What is left
/// is everything around the store.
pub async fn null(folder: &str) -> Outcome {
    let folder = Path::new(folder);
    let database = format!("sqlite:{}", folder.join("null.db").display());
    let secrets = folder.join("secrets");
    let app = tokio::task::spawn_blocking(move || {
        parts(&database, &secrets).map_err(|error| error.to_string())
    })
    .await??;
    let listener = TcpListener::bind("127.0.0.1:0")?;
    println!("{}", listener.local_addr()?.port());
    let running = start(app, doors(listener, relay("127.0.0.1:1")?)?)?;
    tokio::signal::ctrl_c().await?;
    running.stop().await;
    Ok(())
}

fn parts(database: &str, secrets: &Path) -> Outcome<App> {
    let mut site = seed::site(secrets)?;
    site.strictness = Strictness::Public;
    site.trusted_proxies = vec!["127.0.0.1/32".parse()?];
    let db = Db::open(&database.parse()?)?;
    let mut app = App::open(db, site, true, None)?;
    let real = app.intake.get_ref().clone();
    app.intake = Data::new(Intake {
        batch: Batch::start(&app.db, "null", |_, sent: &[SubmittedForm]| {
            let stored = |sent: &SubmittedForm| StoredForm {
                id: sent.pending.id,
                share: sent.pending.share.clone(),
            };
            Ok(sent.iter().map(stored).collect())
        })?,
        ..real
    });
    Ok(app)
}

/// Threads that answer visitors, as the program chooses them.
fn threads() -> usize {
    available_parallelism().map_or(2, usize::from)
}

/// What the program is started with, beside its parts.
pub fn doors(listener: TcpListener, relay: Relay) -> Outcome<ServerParts> {
    Ok(ServerParts {
        backups: None,
        listener,
        https: None,
        metrics: None,
        transport: Transport::Smtp(relay),
        mail_from: MailAddress::parse("petitions@bench.example.org")?,
        host: "bench.example.org".to_owned(),
        threads: threads(),
        unread_for: undersigned::web::origin::connections::UNREAD_FOR,
        of_one_address: undersigned::web::origin::connections::OF_ONE_ADDRESS,
    })
}

/// A relay at this loopback address, over as many connections as the program opens.
pub fn relay(address: &str) -> Outcome<Relay> {
    let setting: MailSetting = format!("smtp+insecure://{address}").parse()?;
    let MailSetting::Smtp(setting) = setting else {
        return Err("no relay".into());
    };
    Ok(Relay::new(
        setting,
        "bench.example.org",
        4,
        Timeouts::default(),
    )?)
}

/// The parts of the program over this database, for measurements inside one process.
pub fn open(database: &str, secrets: &Path) -> Outcome<App> {
    let db = Db::open(&database.parse()?)?;
    Ok(App::open(db, seed::site(secrets)?, true, None)?)
}

/// Shares what may be shared.
pub fn shared<T: ?Sized>(data: &Data<T>) -> Arc<T> {
    Arc::clone(data)
}
