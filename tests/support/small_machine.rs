//! A small machine: the built program within 256 MB of memory, its data on a disk with 100 MB left.
//!
//! Root bounds the memory by a control group, beyond which the system kills the program, and has a disk of ext4 in a file. Whoever is not
//! root may do neither: the memory is measured then, and the disk is one in memory.

use super::Database;
use super::mounted::among_mounts;
use super::patience::holds_soon;
use super::program::base;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU64, Ordering};

/// What the program may have of memory.
pub const MEMORY: u64 = 256 * 1024 * 1024;
/// What is free on its disk.
const LEFT: u64 = 100_000_000;
/// Where control groups are: of version 1, and of version 2.
const GROUPS: [&str; 2] = ["/sys/fs/cgroup/memory", "/sys/fs/cgroup"];

/// `$0` is the program, and what is behind it are its arguments.
const SCRIPT: &str = r#"
mkdir machine after
if [ "$DISK" = ext4 ]; then
    truncate -s "$SIZE" disk
    mkfs.ext4 -q -m 0 disk
    mount -o loop disk machine
else
    mount -t tmpfs -o size="$SIZE" tmpfs machine
fi
for file in data story.db*; do [ ! -e "$file" ] || cp -a "$file" machine/; done
# somebody else's, on the same disk
others=$(($(df --output=avail -B1 machine | tail -n 1) - LEFT))
[ "$others" -le 0 ] || fallocate -l "$others" machine/others
(if [ -n "$GROUP" ]; then echo "$BASHPID" >"$GROUP/cgroup.procs"; fi; exec "$0" "$@") &
echo "$!" >pid.part
mv pid.part pid
code=0
wait "$!" || code=$?
rm -f machine/others machine/more
cp -a machine/. after/
exit "$code"
"#;

/// The program on it; killed when this is dropped.
pub struct SmallMachine {
    script: Child,
    pid: u32,
    folder: PathBuf,
    group: Option<PathBuf>,
    most: AtomicU64,
}

/// A control group of so much memory, where this machine lets us have one.
fn group() -> Option<PathBuf> {
    if !rustix::process::geteuid().is_root() {
        return None;
    }
    static MADE: AtomicU64 = AtomicU64::new(0);
    let number = MADE.fetch_add(1, Ordering::Relaxed);
    let name = format!("undersigned-small-{}-{number}", std::process::id());
    let root = GROUPS.map(Path::new).into_iter().find(|at| at.is_dir())?;
    let group = root.join(name);
    fs::create_dir(&group).ok()?;
    let bound = |file: &str| fs::write(group.join(file), MEMORY.to_string()).is_ok();
    if bound("memory.limit_in_bytes") || bound("memory.max") {
        let _ = fs::write(group.join("memory.swap.max"), "0");
        return Some(group);
    }
    let _ = fs::remove_dir(&group);
    None
}

fn size_of(folder: &Path) -> u64 {
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    let sizes = files.filter_map(|file| file.metadata().ok());
    sizes.map(|found| found.len()).sum()
}

impl SmallMachine {
    /// The program over a copy of this database on the machine's disk, or over a PostgreSQL elsewhere. None where nothing can be mounted.
    pub fn start(
        database: &Database,
        port: u16,
        relay: &str,
        program: Option<&str>,
    ) -> Option<Self> {
        let folder = database.folder().to_owned();
        let mut script = among_mounts(&folder, SCRIPT)?;
        let group = group();
        let disk = if group.is_some() { "ext4" } else { "tmpfs" };
        let size = size_of(&folder) + LEFT + 64_000_000;
        let url = match database.is_sqlite() {
            true => "sqlite:machine/story.db",
            false => database.url(),
        };
        if let Some(program) = program {
            script = other(&script, program);
        }
        let child = script
            .env("DISK", disk)
            .env("SIZE", size.to_string())
            .env("LEFT", LEFT.to_string())
            .env("GROUP", group.as_deref().unwrap_or(Path::new("")))
            .env("RUST_LOG", "off")
            .args(["serve", "--listen", &format!("127.0.0.1:{port}")])
            .args(["--base-url", &base(port), "--database", url])
            .args(["--mail", relay, "--metrics", "off"])
            .args(["--trusted-proxies", "127.0.0.1", "--data", "machine/data"])
            .stdout(Stdio::null())
            .spawn()
            .expect("the program starts");
        let mut machine = Self {
            script: child,
            pid: 0,
            folder,
            group,
            most: AtomicU64::new(0),
        };
        let pid = machine.folder.join("pid");
        holds_soon("the program has a number", || pid.exists());
        machine.pid = fs::read_to_string(&pid)
            .expect("a number")
            .trim()
            .parse()
            .expect("a number");
        Some(machine)
    }

    /// Whether the system would have killed it beyond the bound.
    pub fn is_bound(&self) -> bool {
        self.group.is_some()
    }

    /// Notes how much memory of its own it has now; 0 once it is gone.
    pub fn looks(&self) -> u64 {
        let now = self.status("RssAnon:");
        self.most.fetch_max(now, Ordering::Relaxed);
        now
    }

    /// Most memory of its own that was seen, and the most with files of the system beside it, in bytes.
    pub fn most(&self) -> (u64, u64) {
        (self.most.load(Ordering::Relaxed), self.status("VmHWM:"))
    }

    fn status(&self, name: &str) -> u64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.pid));
        let status = status.unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix(name));
        let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
        kilobytes.unwrap_or(0) * 1_024
    }

    fn on_disk(&self, name: &str) -> PathBuf {
        let at = format!(
            "/proc/{}/root{}/machine/{name}",
            self.pid,
            self.folder.display()
        );
        PathBuf::from(at)
    }

    /// Somebody else takes what is left on the disk.
    pub fn fills_up(&self) {
        use std::io::Write;
        let mut more = fs::File::create(self.on_disk("more")).expect("a file");
        for size in [1_000_000, 4_096] {
            while more.write_all(&vec![7; size]).is_ok() {}
        }
    }

    /// And gives it back.
    pub fn has_space(&self) {
        fs::remove_file(self.on_disk("more")).expect("the file of somebody else");
    }

    /// What `undersigned doctor` says there; none where nobody may look in.
    pub fn doctor(&self) -> Option<String> {
        self.group.as_ref()?;
        let output = Command::new("nsenter")
            .args(["--target", &self.pid.to_string(), "--mount"])
            .arg(format!("--wd={}", self.on_disk("..").display()))
            .arg(env!("CARGO_BIN_EXE_undersigned"))
            .args([
                "doctor",
                "--database",
                "sqlite:machine/story.db",
                "--data",
                "machine/data",
            ])
            .env_clear()
            .output()
            .expect("nsenter");
        Some(String::from_utf8(output.stdout).expect("words"))
    }

    /// Ends the program, well, and leaves what was on its disk in a folder.
    pub fn ends(mut self) -> PathBuf {
        let sent = Command::new("kill")
            .args(["-s", "TERM", &self.pid.to_string()])
            .status();
        assert!(sent.expect("kill").success());
        let ended = self.script.wait().expect("its end");
        assert!(ended.success(), "it ended with {ended}");
        self.folder.join("after")
    }
}

/// The same script with another program.
fn other(script: &Command, program: &str) -> Command {
    let mut other = Command::new(script.get_program());
    let ours = env!("CARGO_BIN_EXE_undersigned");
    let arguments = script
        .get_args()
        .map(|one| if one == ours { program.as_ref() } else { one });
    other.args(arguments).env_clear().stdin(Stdio::null());
    for (name, value) in script.get_envs() {
        other.env(name, value.unwrap_or_default());
    }
    other.current_dir(script.get_current_dir().expect("a folder"));
    other
}

impl Drop for SmallMachine {
    fn drop(&mut self) {
        if self.pid != 0 {
            let _ = Command::new("kill")
                .args(["-s", "KILL", &self.pid.to_string()])
                .stderr(Stdio::null())
                .status();
        }
        let _ = self.script.wait();
        if let Some(group) = &self.group {
            let _ = fs::remove_dir(group);
        }
    }
}
