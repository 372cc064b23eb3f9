//! Story: an operator's Prometheus reads the measures, in a container too, and everybody else nothing.

use crate::support::operator::program;
use crate::support::ports::free_port;
use crate::support::{Database, on_both};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

/// The demo, with its measures told at an address that a container needs.
struct Measured {
    child: Child,
    port: u16,
    measures: u16,
}

impl Measured {
    fn start(database: &Database) -> Self {
        let (port, measures) = (free_port(), free_port());
        let mut child = program(database.folder())
            .args(["demo", "--database", database.url()])
            .args(["--listen", &format!("127.0.0.1:{port}")])
            .args(["--metrics", &format!("0.0.0.0:{measures}")])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        assert!(lines.any(|line| line.unwrap().contains("Ctrl-C")));
        Self {
            child,
            port,
            measures,
        }
    }

    fn stop(mut self) {
        let pid = self.child.id().to_string();
        let sent = Command::new("kill").args(["-s", "TERM", &pid]).status();
        assert!(sent.unwrap().success());
        assert!(self.child.wait().unwrap().success());
    }
}

impl Drop for Measured {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn get(port: u16, path: &str) -> String {
    let mut to = TcpStream::connect(("127.0.0.1", port)).unwrap();
    write!(
        to,
        "GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
    )
    .unwrap();
    let mut answer = String::new();
    to.read_to_string(&mut answer).unwrap();
    answer
}

#[actix_web::test]
async fn every_measure_says_what_it_is() {
    on_both(|database| async move {
        let demo = Measured::start(&database);
        assert!(get(demo.port, "/p/not-at-corvane").starts_with("HTTP/1.1 200"));
        assert!(get(demo.port, "/p/nothing-of-this-name").starts_with("HTTP/1.1 404"));
        let told = get(demo.measures, "/metrics");
        let (head, body) = told.split_once("\r\n\r\n").unwrap();
        assert!(head.starts_with("HTTP/1.1 200"), "{head}");
        assert!(head.contains("text/plain; version=0.0.4"), "{head}");
        let value = |name: &str| {
            let line = body.lines().find(|line| line.starts_with(name));
            let line = line.unwrap_or_else(|| panic!("{name} is not in {body}"));
            line.rsplit(' ').next().unwrap().parse::<f64>().unwrap()
        };
        assert!(value("undersigned_http_answers_total{class=\"2xx\"}") >= 1.0);
        assert!(value("undersigned_http_answers_total{class=\"4xx\"}") >= 1.0);
        assert!(value("undersigned_http_answer_seconds_count{request=\"read\"}") >= 2.0);
        assert!(
            value("undersigned_http_answer_seconds_bucket{request=\"read\",le=\"+Inf\"}") >= 2.0
        );
        assert!(value("undersigned_signatures{state=\"counted\"}") > 100.0);
        assert!(value("undersigned_signatures{state=\"held\"}") >= 2.0);
        for line in body.lines().filter(|line| line.starts_with("# TYPE ")) {
            let mut words = line.split(' ').skip(2);
            let (name, kind) = (words.next().unwrap(), words.next().unwrap());
            assert!(name.starts_with("undersigned_"), "{line}");
            assert_eq!(kind == "counter", name.ends_with("_total"), "{line}");
            assert!(
                body.contains(&format!("# HELP {name} ")),
                "{name} says nothing"
            );
        }
        // nothing but numbers by class, kind and state
        assert!(!body.contains('@') && !body.contains("corvane"), "{body}");
        assert!(get(demo.port, "/metrics").starts_with("HTTP/1.1 404"));
        demo.stop();
    })
    .await;
}
