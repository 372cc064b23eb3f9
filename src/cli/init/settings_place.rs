//! Where settings are written, and how: whole or not at all, and read by nobody else.

use crate::cli::Failed;
use crate::serve::settings::{IN_DATA, OF_THE_MACHINE, SettingTexts, said_in};
use std::fs::{self, File, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt, PermissionsExt, chown};
use std::path::{Path, PathBuf};

/// The data folder of the package.
const DATA_OF_THE_MACHINE: &str = "/var/lib/undersigned";

/// The file, and the data folder it names.
pub(super) struct SettingsPlace {
    /// The settings file.
    pub(super) file: PathBuf,
    /// The data folder.
    pub(super) data: PathBuf,
    /// What stands in it already: comments, and where the data folder is.
    before: String,
    /// Whether it says that.
    names_data: bool,
}

impl SettingsPlace {
    /// Where they go: into `named`, else for root into the file of the machine, else into the data folder.
    ///
    /// # Errors
    /// A file that says something already.
    pub(super) fn of(texts: &SettingTexts, named: Option<&Path>) -> Result<Self, Failed> {
        let is_root = rustix::process::geteuid().is_root();
        let of_the_machine = is_root && Path::new(DATA_OF_THE_MACHINE).is_dir();
        let typed = texts.typed("data");
        let usual = match of_the_machine {
            true => DATA_OF_THE_MACHINE,
            false => "data",
        };
        let file = match named {
            Some(named) => named.to_owned(),
            None if of_the_machine => OF_THE_MACHINE.into(),
            None => Path::new(typed.unwrap_or(usual)).join(IN_DATA),
        };
        let says = said_in(&file).map_err(Failed::Settings)?;
        let own = says.iter().find(|(name, _)| *name == "data");
        let own = own.map(|(_, data)| data.as_str());
        let is_another = own.is_some_and(|own| typed.is_some_and(|typed| typed != own));
        if is_another || says.iter().any(|(name, _)| *name != "data") {
            return Err(Failed::Settings(format!(
                "{} has settings already: change them there, or name another file with --into",
                file.display()
            )));
        }
        let before = match fs::read_to_string(&file) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
            read => read.map_err(|error| cannot(&file, &error))?,
        };
        let data = PathBuf::from(own.or(typed).unwrap_or(usual));
        Ok(Self {
            data: std::path::absolute(&data).unwrap_or(data),
            names_data: own.is_some(),
            file,
            before,
        })
    }

    /// Writes what was said. A file in a folder of somebody else's, as the package makes it for the service, is that one's to read.
    ///
    /// # Errors
    /// What the system says.
    pub(super) fn write(&self, texts: &SettingTexts) -> Result<(), Failed> {
        let mut text = self.before.clone();
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        for (name, value) in texts.all_typed() {
            if name != "config" && !(name == "data" && self.names_data) {
                let value = toml::Value::from(value).to_string();
                text.push_str(&format!("{name} = {value}\n"));
            }
        }
        let written = self.write_beside(&text);
        written.map_err(|error| cannot(&self.file, &error))
    }

    fn write_beside(&self, text: &str) -> io::Result<()> {
        let folder = self.file.parent().filter(|folder| *folder != Path::new(""));
        let folder = folder.unwrap_or(Path::new("."));
        let beside = self.file.with_extension("toml.new");
        let _ = fs::remove_file(&beside);
        let mut file = File::options()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(&beside)?;
        let written = file
            .write_all(text.as_bytes())
            .and_then(|()| self.hand_over(&beside))
            .and_then(|()| file.sync_all())
            .and_then(|()| fs::rename(&beside, &self.file))
            .and_then(|()| File::open(folder)?.sync_all());
        if written.is_err() {
            let _ = fs::remove_file(&beside);
        }
        written
    }

    /// The group of the service may read it, where the data folder is the service's.
    fn hand_over(&self, file: &Path) -> io::Result<()> {
        let Some((_, group)) = self.owner() else {
            return Ok(());
        };
        chown(file, None, Some(group))?;
        fs::set_permissions(file, Permissions::from_mode(0o640))
    }

    /// Whether it is where the package's service reads it, and we may act for that.
    pub(super) fn is_of_the_package(&self) -> bool {
        self.file == Path::new(OF_THE_MACHINE) && self.owner().is_some()
    }

    /// Whose the data folder is, where it is not ours and we may act for them.
    pub(super) fn owner(&self) -> Option<(u32, u32)> {
        let folder = self.data.metadata().ok()?;
        let is_ours = folder.uid() == rustix::process::geteuid().as_raw();
        let may = rustix::process::geteuid().is_root();
        (may && !is_ours).then(|| (folder.uid(), folder.gid()))
    }
}

fn cannot(file: &Path, error: &io::Error) -> Failed {
    Failed::Work(format!(
        "{}: the settings cannot be written: {error}",
        file.display()
    ))
}
