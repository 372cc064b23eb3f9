//! What ends the program from outside.

use tokio::signal::unix::{Signal, SignalKind, signal};

/// Ctrl-C and SIGTERM.
pub struct Signals {
    term: Signal,
    int: Signal,
}

impl Signals {
    /// Listens for them from now on: until then they end the program at once.
    ///
    /// # Errors
    /// One line for the operator.
    pub fn listen() -> Result<Self, String> {
        let failed = |error: std::io::Error| format!("cannot listen for signals: {error}");
        Ok(Self {
            term: signal(SignalKind::terminate()).map_err(failed)?,
            int: signal(SignalKind::interrupt()).map_err(failed)?,
        })
    }

    /// The first of them.
    pub async fn one(mut self) {
        tokio::select! {
            _ = self.term.recv() => {}
            _ = self.int.recv() => {}
        }
    }
}
