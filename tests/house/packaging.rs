//! What the Debian package promises: its files say the same of account, folders and settings, and the unit is as closed as it can be.

use crate::hold;
use crate::source::{pattern, root};

/// The files of `packaging` that have to agree.
#[derive(Clone)]
struct Packaging {
    unit: String,
    sysusers: String,
    tmpfile: String,
    settings: String,
    manifest: String,
}

impl Packaging {
    fn ours() -> Self {
        let read = |name: &str| std::fs::read_to_string(root().join(name)).unwrap();
        Self {
            unit: read("packaging/undersigned.service"),
            sysusers: read("packaging/undersigned.sysusers"),
            tmpfile: read("packaging/undersigned.tmpfile"),
            settings: read("packaging/undersigned.toml"),
            manifest: read("Cargo.toml"),
        }
    }

    /// What the unit says by a name, each time it does.
    fn says(&self, name: &str) -> Vec<&str> {
        let lines = self.unit.lines();
        lines
            .filter_map(|line| line.split_once('='))
            .filter(|(key, _)| *key == name)
            .map(|(_, value)| value)
            .collect()
    }
}

const DATA: &str = "/var/lib/undersigned";
const SETTINGS: &str = "/etc/undersigned.toml";

/// What of it does not hold.
fn unfit(packaging: &Packaging) -> Vec<String> {
    let mut broken = Vec::new();
    let mut must = |holds: bool, what: &str| {
        if !holds {
            broken.push(what.to_owned());
        }
    };
    for (name, wanted) in [
        ("Type", "notify"),
        ("User", "undersigned"),
        ("Group", "undersigned"),
        ("ExecStart", "/usr/bin/undersigned serve"),
        ("ConditionPathExists", SETTINGS),
        ("WorkingDirectory", DATA),
        ("StateDirectory", "undersigned"),
        ("StateDirectoryMode", "0700"),
        ("UMask", "0077"),
        ("Restart", "on-failure"),
        ("RestartSec", "5"),
        ("StartLimitIntervalSec", "0"),
        ("TimeoutStartSec", "infinity"),
        ("CapabilityBoundingSet", "CAP_NET_BIND_SERVICE"),
        ("AmbientCapabilities", "CAP_NET_BIND_SERVICE"),
        ("NoNewPrivileges", "yes"),
        ("ProtectSystem", "strict"),
        ("SystemCallErrorNumber", "EPERM"),
    ] {
        let said = packaging.says(name);
        must(
            said == [wanted],
            &format!("the unit says {name}={wanted}, and once"),
        );
    }
    must(
        packaging.says("Environment").is_empty() && packaging.says("EnvironmentFile").is_empty(),
        "commands by hand and the service read the same settings: none stands in the unit",
    );
    must(
        packaging
            .sysusers
            .contains(&format!("\nu undersigned - \"Undersigned\" {DATA}\n")),
        "its account lives in the data folder",
    );
    must(
        packaging
            .tmpfile
            .contains(&format!("\nd {DATA} 0700 undersigned undersigned -\n")),
        "the data folder is its account's alone",
    );
    must(
        packaging
            .tmpfile
            .contains(&format!("\nz {SETTINGS} 0640 root undersigned -\n")),
        "root writes the settings and its account reads them",
    );
    let said: Vec<&str> = packaging
        .settings
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect();
    must(
        said == [format!("data = \"{DATA}\"")],
        "the settings to begin with say where data are, and nothing else",
    );
    let assets = pattern(r#"(?m)^    \["([^"*]+)", "usr/"#);
    let mut sources = assets
        .captures_iter(&packaging.manifest)
        .map(|found| found[1].to_owned())
        .filter(|source| !source.starts_with("target/"))
        .peekable();
    must(sources.peek().is_some(), "the package has files");
    for source in sources {
        must(
            root().join(&source).is_file(),
            &format!("{source} is there"),
        );
    }
    broken
}

#[test]
fn the_files_of_the_package_agree() {
    hold(
        "The package's unit, account, folders and settings say the same (packaging/).",
        &unfit(&Packaging::ours()),
    );
}

#[test]
fn the_rule_of_the_package_bites() {
    let with = |change: fn(&mut Packaging)| {
        let mut packaging = Packaging::ours();
        change(&mut packaging);
        unfit(&packaging).len()
    };
    assert_eq!(with(|it| it.unit += "\nUMask=0022\n"), 1);
    assert_eq!(
        with(|it| it.unit += "\nEnvironment=UNDERSIGNED_DATA=/srv\n"),
        1
    );
    assert_eq!(
        with(|it| it.unit = it.unit.replace("SystemCallErrorNumber=EPERM\n", "")),
        1
    );
    assert_eq!(with(|it| it.sysusers.clear()), 1);
    assert_eq!(with(|it| it.tmpfile.clear()), 2);
    assert_eq!(with(|it| it.settings += "\nlisten = \"[::]:80\"\n"), 1);
    assert_eq!(
        with(|it| it.manifest = it.manifest.replace("\"CHANGELOG.md\"", "\"NEWS.md\"")),
        1
    );
    assert_eq!(with(|it| it.manifest.clear()), 1);
}
