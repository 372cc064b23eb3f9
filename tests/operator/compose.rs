//! Story: whoever has `docker-compose` of Debian takes the compose file as it is, and the program reads what its containers are given.

use crate::support::operator::program;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use yaml_rust2::{Yaml, YamlLoader};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// What it makes of the compose file, with these variables of whoever starts it.
fn config(variables: &[(&str, &str)]) -> Output {
    let mut reader = Command::new("docker-compose");
    reader
        .args(["--file", "docker-compose.yml", "config"])
        .current_dir(root())
        .env_clear()
        .env("PATH", "/usr/local/bin:/usr/bin:/bin")
        .envs(variables.iter().copied());
    reader
        .output()
        .expect("docker-compose is installed by tests/run")
}

/// What the image's own file sets.
fn of_image() -> Vec<(String, String)> {
    let file = std::fs::read_to_string(root().join("Dockerfile")).unwrap();
    let lines = file.lines().filter_map(|line| line.strip_prefix("ENV "));
    let each = lines.flat_map(str::split_whitespace);
    let pair = |one: &str| {
        let (name, value) = one.split_once('=').unwrap();
        (name.to_owned(), value.to_owned())
    };
    each.map(pair).collect()
}

/// The folders of a container, in this one.
fn here(value: &str, folder: &Path) -> String {
    let at = folder.display();
    match value.strip_prefix("/data") {
        Some(rest) => format!("{at}/data{rest}"),
        None => value.replace("/run/secrets/", &format!("{at}/run-secrets/")),
    }
}

#[test]
fn a_site_without_a_name_is_asked_for_it() {
    for (variables, missing) in [
        (vec![], "SITE"),
        (vec![("SITE", "sign.example.org")], "MAIL_FROM"),
    ] {
        let output = config(&variables);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(!output.status.success(), "{said}");
        assert!(said.contains(&format!("set {missing} to")), "{said}");
    }
}

#[test]
fn what_the_containers_are_given_is_read_by_the_program() {
    let output = config(&[
        ("SITE", "sign.example.org"),
        ("MAIL_FROM", "petitions@example.org"),
    ]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    assert!(
        !said.contains("ignored"),
        "a part of it is left out: {said}"
    );
    let read = String::from_utf8(output.stdout).unwrap();
    let file = YamlLoader::load_from_str(&read).unwrap().remove(0);
    let folder = tempfile::tempdir().unwrap();
    let given = folder.path().join("run-secrets");
    std::fs::create_dir_all(&given).unwrap();
    std::fs::create_dir_all(folder.path().join("data")).unwrap();
    for (name, text) in [
        (
            "database_url",
            "postgres://undersigned:0a1b@database/undersigned",
        ),
        ("mail_relay", "smtp://user:password@relay.example.org:587"),
    ] {
        std::fs::write(given.join(name), text).unwrap();
    }
    let services = file["services"].as_hash().unwrap();
    let ours = |service: &&Yaml| service["image"].as_str() == Some("undersigned");
    let instances: Vec<&Yaml> = services.values().filter(ours).collect();
    assert_eq!(instances.len(), 2, "{read}");
    for instance in instances {
        let settings = instance["environment"].as_hash().unwrap();
        let text = |yaml: &Yaml| yaml.as_str().unwrap().to_owned();
        let settings = settings
            .iter()
            .map(|(name, value)| (text(name), text(value)));
        let mut shown = program(folder.path());
        for (name, value) in of_image().into_iter().chain(settings) {
            shown.env(name, here(&value, folder.path()));
        }
        let output = shown.args(["config", "show"]).output().unwrap();
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{told}");
        let shown = String::from_utf8(output.stdout).unwrap();
        for part in [
            "base-url = \"https://sign.example.org\"",
            "listen = \"0.0.0.0:8080\"",
            "metrics = \"0.0.0.0:9080\"",
            "mail-from = \"petitions@example.org\"",
            "172.30.250.0/24",
            "relay.example.org:587",
        ] {
            assert!(shown.contains(part), "{part} in {shown}");
        }
    }
}
