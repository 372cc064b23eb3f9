//! The built program itself, run as an operator runs it.

use super::Database;
use super::patience::{PATIENCE, begun};
use super::petitions::Plan;
use reqwest::header::SET_COOKIE;
use reqwest::{Client, Response, StatusCode};
use std::fs::File;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use undersigned::base::{Clock, Id, Key, Secrets};
use undersigned::db::Db;
use undersigned::petition::{Kind, Petition};
use undersigned::signature::Signature;
use undersigned::signature::links::Links;
use undersigned::signature::sign::sent_form::SentForm;
use undersigned::web::cookies::sealed;

/// The program, killed when this is dropped, whatever happens.
pub struct Program(Child);

/// How the program is to be started.
pub struct Start<'a> {
    pub database: &'a Database,
    /// What `--database` gets, if not the story's own address of it.
    pub url: Option<&'a str>,
    pub port: u16,
    pub relay: &'a str,
    /// Most kilobytes of a file it may write, until [`Program::may_write_all`].
    pub file_limit: Option<u32>,
    /// Where everything goes that it can be made to say; nowhere otherwise.
    pub log: Option<&'a Path>,
}

impl Program {
    pub fn start(how: &Start<'_>) -> Self {
        let limit = how.file_limit.map_or(String::new(), |most| {
            // The signal is ignored, so that a write too far is an error, as on a full disk.
            format!("trap '' XFSZ; ulimit -S -f {most}; ")
        });
        let (level, log) = match how.log {
            Some(path) => ("trace", File::create(path).expect("a log").into()),
            None => ("off", Stdio::null()),
        };
        let child = Command::new("bash")
            .arg("-c")
            .arg(format!("{limit}exec \"$0\" \"$@\""))
            .arg(env!("CARGO_BIN_EXE_undersigned"))
            .args(["serve", "--listen", &format!("127.0.0.1:{}", how.port)])
            .args(["--base-url", &base(how.port)])
            .args(["--database", how.url.unwrap_or(how.database.url())])
            .args(["--mail", how.relay, "--metrics", "off"])
            .args(["--trusted-proxies", "127.0.0.1"])
            .arg("--data")
            .arg(how.database.folder().join("data"))
            .env("RUST_LOG", level)
            .stdout(Stdio::null())
            .stderr(log)
            .spawn()
            .expect("the program starts");
        Self(child)
    }

    /// Asks it to end by this signal; it does, well, within this time.
    pub async fn ends_by(&mut self, signal: &str, within: Duration) {
        let pid = self.0.id().to_string();
        let done = Command::new("kill")
            .args([&format!("-{signal}"), &pid])
            .status();
        assert!(done.expect("kill").success());
        let pause = Duration::from_millis(20);
        for _ in 0..within.as_millis() / pause.as_millis() {
            if let Some(status) = self.0.try_wait().expect("its status") {
                assert!(status.success(), "it ended with {status}");
                return;
            }
            tokio::time::sleep(pause).await;
        }
        panic!("still there {within:?} after {signal}");
    }

    /// There is space again.
    pub fn may_write_all(&self) {
        let pid = self.0.id().to_string();
        let done = Command::new("prlimit")
            .args(["--pid", &pid, "--fsize=unlimited"])
            .status()
            .expect("prlimit");
        assert!(done.success());
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // SIGKILL; an error means that it is gone already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Where visitors find it.
pub fn base(port: u16) -> String {
    format!("http://127.0.0.1:{port}")
}

/// A client that follows nothing.
pub fn client() -> Client {
    Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .no_proxy()
        .timeout(Duration::from_secs(20))
        .build()
        .expect("a client")
}

/// Waits until the program says that it is ready.
pub async fn is_ready(client: &Client, base: &str) {
    let begun = begun();
    while begun.elapsed() < PATIENCE {
        let answer = client.get(format!("{base}/readyz")).send().await;
        if answer.is_ok_and(|answer| answer.status() == StatusCode::OK) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("the program was not ready in time");
}

/// The secrets the program will find in its data folder.
pub fn links(database: &Database) -> Links {
    let data = database.folder().join("data");
    std::fs::create_dir_all(&data).expect("a data folder");
    Links::new(&Secrets::load_or_make(&data.join("secrets")).expect("secrets"))
}

/// What opens the cookies of that program.
pub fn seal_key(database: &Database) -> Key {
    let file = database.folder().join("data").join("secrets");
    let secrets = Secrets::load_or_make(&file).expect("secrets");
    secrets.key("sealed cookies")
}

/// The form that was answered so: the cookie names it to the browser that sent it.
pub fn sent_form(key: &Key, answer: &Response) -> Option<Id<Signature>> {
    let cookies = answer.headers().get_all(SET_COOKIE).iter();
    let mut values = cookies.filter_map(|set| set.to_str().ok()?.strip_prefix("form="));
    let sealed = values.next()?.split(';').next()?;
    let now = Clock::system().now();
    sealed::open::<SentForm>(key, "form", sealed, now, sealed::LASTS).map(|form| form.id)
}

/// Opens the story's database the way the program does, off the runtime's threads.
pub async fn with_db<T: Send + 'static>(
    database: &Database,
    work: impl FnOnce(&Db) -> T + Send + 'static,
) -> T {
    let target = database.url().parse().expect("the story's database");
    let done = tokio::task::spawn_blocking(move || work(&Db::open(&target).expect("it opens")));
    done.await.expect("it answers")
}

/// An open letter in the story's database.
pub async fn open_petition(database: &Database) -> Petition {
    with_db(database, |db| {
        let now = Clock::system().now();
        db.write_here(|tx| Plan::of(Kind::Letter).write(tx, now))
            .expect("a petition")
    })
    .await
}

/// What the form of signer number `n` sends, and the address it comes from.
pub fn form(n: u64) -> (String, String) {
    // each from a network of its own: neighbours share a limit
    let from = format!("16.{}.{}.7", n >> 8 & 255, n & 255);
    let body = format!("name=Signer+Number&email=signer{n}%40opendocket.org&updates=no&token=");
    (from, body)
}
