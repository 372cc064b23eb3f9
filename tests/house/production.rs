//! What the production shape promises: `docker-compose.yml`, the proxy's `packaging/Caddyfile`, and `Dockerfile`.

use crate::hold;
use crate::source::root;
use yaml_rust2::{Yaml, YamlLoader};

fn read(name: &str) -> String {
    std::fs::read_to_string(root().join(name)).unwrap()
}

/// A key of a mapping, or of what is merged into it (`<<`).
fn get<'y>(mapping: &'y Yaml, key: &str) -> &'y Yaml {
    match &mapping[key] {
        Yaml::BadValue if mapping["<<"].is_hash() => get(&mapping["<<"], key),
        found => found,
    }
}

fn texts(list: &Yaml) -> Vec<&str> {
    let each = list.as_vec().map(Vec::as_slice).unwrap_or_default();
    each.iter().filter_map(Yaml::as_str).collect()
}

/// Where a secret of the whole file stands.
fn file_of<'y>(file: &'y Yaml, secret: &str) -> &'y str {
    file["secrets"][secret]["file"].as_str().unwrap_or("")
}

/// What is wrong with a compose file and the file of its proxy.
fn unfit(compose: &str, caddyfile: &str) -> Vec<String> {
    let file = YamlLoader::load_from_str(compose).unwrap().remove(0);
    let services = &file["services"];
    let mut broken = Vec::new();
    let mut must = |holds: bool, what: &str| {
        if !holds {
            broken.push(what.to_owned());
        }
    };

    let instances: Vec<&str> = services
        .as_hash()
        .unwrap()
        .iter()
        .filter(|(_, service)| get(service, "image").as_str() == Some("undersigned"))
        .filter_map(|(name, _)| name.as_str())
        .collect();
    must(instances.len() == 2, "two instances of the program");
    for name in &instances {
        let instance = &services[*name];
        let settings = get(instance, "environment");
        must(
            settings["UNDERSIGNED_SECRETS"].as_str() == Some("/data/secrets"),
            "both share one file of secrets",
        );
        let subnet = &file["networks"]["front"]["ipam"]["config"][0]["subnet"];
        must(
            !subnet.is_badvalue() && settings["UNDERSIGNED_TRUSTED_PROXIES"] == *subnet,
            "the proxy's network is the trusted one",
        );
        must(
            get(instance, "ports").is_badvalue(),
            "an instance is reached through the proxy only",
        );
        must(
            texts(get(instance, "secrets")) == ["database_url", "mail_relay"],
            "password and relay come as files",
        );
        for (setting, secret) in [("DATABASE", "database_url"), ("MAIL", "mail_relay")] {
            let from = settings[&*format!("UNDERSIGNED_{setting}_FILE")].as_str();
            must(
                from == Some(&*format!("/run/secrets/{secret}"))
                    && settings[&*format!("UNDERSIGNED_{setting}")].is_badvalue()
                    && !file_of(&file, secret).is_empty(),
                "every command of the program finds the secrets, whatever started it",
            );
        }
        must(
            get(instance, "entrypoint").is_badvalue() && get(instance, "command").is_badvalue(),
            "the image's entrypoint passes its arguments on",
        );
    }

    let proxy = &services["proxy"];
    must(
        texts(&proxy["volumes"]).contains(&"./packaging/Caddyfile:/etc/caddy/Caddyfile:ro"),
        "the proxy reads its file",
    );
    must(
        caddyfile.contains("\n{$SITE} {") && !proxy["environment"]["SITE"].is_badvalue(),
        "the proxy is told of which site it is",
    );
    for name in &instances {
        must(
            caddyfile.contains(&format!("{name}:8080")),
            "the proxy knows both instances",
        );
    }
    must(
        caddyfile.contains("health_uri /readyz"),
        "the proxy asks /readyz",
    );
    must(
        caddyfile.contains("exclude http.log.access http.log.error"),
        "no token and no visitor's address in the proxy's log",
    );

    let database = &services["database"];
    must(
        texts(&database["command"]).contains(&"log_error_verbosity=terse"),
        "log_error_verbosity=terse: an address in a unique violation must not reach the log",
    );
    must(
        database["ports"].is_badvalue(),
        "the database publishes no port",
    );
    must(
        texts(&database["networks"]) == ["back"]
            && file["networks"]["back"]["internal"].as_bool() == Some(true),
        "the database is on the inner network only",
    );
    must(
        database["environment"]["POSTGRES_PASSWORD"].is_badvalue(),
        "the password is a file",
    );
    let image = database["image"].as_str().unwrap_or("");
    must(
        ["postgres:17", "postgres:18"].contains(&image),
        "PostgreSQL 17 or 18",
    );
    broken
}

#[test]
fn the_compose_file_is_the_production_shape() {
    hold(
        "docker-compose.yml has two instances behind a proxy, and a database that says nothing and is not reached from outside.",
        &unfit(&read("docker-compose.yml"), &read("packaging/Caddyfile")),
    );
}

#[test]
fn the_image_runs_as_nobody_in_particular_and_says_when_it_is_ready() {
    let file = read("Dockerfile");
    let stage = file.rsplit_once("\nFROM ").unwrap().1;
    let has = |line: &str| {
        stage
            .lines()
            .any(|found| found.trim_start().starts_with(line))
    };
    assert!(has("USER undersigned"), "{stage}");
    assert!(
        has("HEALTHCHECK ") && stage.contains("GET /readyz "),
        "{stage}"
    );
    assert!(
        has("ENTRYPOINT [\"undersigned\"]") && has("CMD [\"serve\"]"),
        "arguments are passed on, and serve is what happens without any: {stage}"
    );
    assert!(
        file.contains("--features postgres-tls") && stage.contains("libssl3"),
        "TLS to a remote PostgreSQL"
    );
}

#[test]
fn the_compose_check_bites() {
    let (compose, caddyfile) = (read("docker-compose.yml"), read("packaging/Caddyfile"));
    for (from, to) in [
        ("log_error_verbosity=terse", "log_error_verbosity=default"),
        (
            "\n    networks: [back]\n",
            "\n    networks: [back]\n    ports: [\"5432:5432\"]\n",
        ),
        ("internal: true", "internal: false"),
        ("\n  two:\n    <<: *app", "\n  two:\n    image: other"),
        ("one:8080 two:8080", "one:8080"),
        ("{$SITE} {", ":443 {"),
        ("      SITE: ", "      PLACE: "),
        (":/etc/caddy/Caddyfile:ro", ":/etc/caddy/Other:ro"),
        (
            "\n  environment:\n",
            "\n  entrypoint: [bash, -ec, undersigned serve]\n  environment:\n",
        ),
        ("UNDERSIGNED_DATABASE_FILE:", "UNDERSIGNED_DATABASE:"),
        ("file: ./secrets/database_url", "file: \"\""),
        ("postgres:17", "postgres:13"),
        (
            "UNDERSIGNED_TRUSTED_PROXIES: 172.30.250.0/24",
            "UNDERSIGNED_TRUSTED_PROXIES: 0.0.0.0/0",
        ),
    ] {
        assert!(compose.contains(from) != caddyfile.contains(from), "{from}");
        let broken = unfit(&compose.replace(from, to), &caddyfile.replace(from, to));
        assert!(!broken.is_empty(), "{to}");
    }
}
