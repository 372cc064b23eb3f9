//! Looks at everything, what can hang at once, and tells what was found.

use super::client::Tls;
use super::database::{self, DatabaseFound, NotOpened};
use super::examined::Doctor;
use super::file_modes;
use super::name_resolver::NameResolver;
use super::reach;
use super::reach_told::ReachWords;
use super::relay::{self, RelayFound};
use super::sender;
use crate::base::Secrets;
use crate::site::finding::{Finding, FindingWords, Verdict};
use crate::site::installation::DiskSpace;
use crate::words::Words;
use std::time::Duration;
use tokio::task::spawn_blocking;
use tokio::time::timeout;

/// How long any check may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// Ends what hangs.
async fn bounded<T>(work: impl Future<Output = T>) -> Option<T> {
    timeout(PATIENCE, work).await.ok()
}

/// The same of what blocks; its thread is left behind.
async fn bounded_here<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Option<T> {
    bounded(spawn_blocking(work)).await?.ok()
}

impl Doctor {
    /// Looks at everything; ends within half a minute.
    pub async fn examine(&self, w: &Words) -> Vec<Finding> {
        let mut all = vec![self.settings(w)];
        let here = self.installation.clone();
        let found = bounded_here(move || {
            (
                file_modes::examine(&here),
                DiskSpace::below(&here.data),
                Secrets::find(&here.secrets),
                Tls::trusting(&here.roots),
            )
        });
        let Some((files, space, secrets, tls)) = found.await else {
            all.push(Finding::new(
                "files",
                Verdict::Wrong,
                w.say("doctor-disk-hangs"),
            ));
            return all;
        };
        let own = secrets.as_ref().ok().and_then(Option::as_ref);
        let names = NameResolver::of(self.beside.resolver);
        let (target, clock) = (self.installation.database.clone(), self.clock.clone());
        let (database, relay, (reach, sender)) = tokio::join!(
            bounded_here(move || database::examine(&target, &clock)),
            bounded(relay::examine(&self.installation)),
            self.outside(own, tls, names)
        );
        let database: DatabaseFound = database.unwrap_or(Err(NotOpened::Silent));
        let words = FindingWords {
            w,
            now: self.clock.now(),
        };
        all.extend(files.told(w, &self.installation));
        all.push(database::secrets_told(
            w,
            &self.installation,
            &secrets,
            &database,
        ));
        all.push(words.space(space, !self.installation.database.is_sqlite()));
        let target = &self.installation.database;
        all.extend(database::told(&words, target, &database));
        let mut clocks = database::clocks(&database);
        clocks.answer = reach.clock();
        all.push(clocks.told(w));
        let reached = ReachWords {
            words: &words,
            installation: &self.installation,
            found: &reach,
        };
        all.extend(reached.told());
        let relay = relay.unwrap_or(RelayFound::Silent);
        all.push(relay.told(w, &self.installation));
        if let Some(sender) = sender {
            all.extend(sender.told(w, &self.installation));
        }
        all
    }

    fn settings(&self, w: &Words) -> Finding {
        let told = match &self.installation.settings {
            Some(file) => w.say1("doctor-settings-file", "path", file.display().to_string()),
            None => w.say("doctor-settings").to_owned(),
        };
        Finding::new("settings", Verdict::Fine, told)
    }

    /// The addresses first, because the rest hangs on them.
    async fn outside(
        &self,
        secrets: Option<&Secrets>,
        tls: Option<Tls>,
        names: Option<NameResolver>,
    ) -> (reach::ReachFound, Option<sender::SenderFound>) {
        let is_given = self.beside.resolver.is_some();
        let addresses = reach::addresses(&self.installation, names.as_ref(), is_given).await;
        let sender = async {
            let asked = sender::examine(self, names.as_ref()?, &addresses);
            bounded(asked).await.unwrap_or_default()
        };
        let reach = reach::examine(self, secrets, tls, addresses.clone());
        tokio::join!(reach, sender)
    }
}
