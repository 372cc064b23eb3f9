//! The two ways a message leaves: to the relay, or into a folder.

use super::captured::capture::Capture;
use super::content::RawMail;
use super::relay::pool::Relay;
use super::relay::verdict::{Accepted, Refused};
use crate::web::ReachableMail;

/// Where messages go. Cheap to clone.
#[derive(Clone)]
pub enum Transport {
    /// To a relay.
    Smtp(Relay),
    /// Into a folder, for development.
    Capture(Capture),
}

impl Transport {
    /// Hands one message over; ends within the relay's patience.
    pub async fn send(&self, raw: RawMail) -> Result<Accepted, Refused> {
        match self {
            Self::Smtp(relay) => relay.send(raw).await,
            Self::Capture(folder) => folder.send(raw).await,
        }
    }

    /// Who wants to know which addresses it takes. A folder takes all.
    pub fn tell(&self, reach: ReachableMail) {
        if let Self::Smtp(relay) = self {
            relay.tell(reach);
        }
    }

    /// How many messages can usefully be under way at once.
    pub fn width(&self) -> usize {
        match self {
            Self::Smtp(relay) => relay.connections(),
            Self::Capture(_) => 4,
        }
    }

    /// Closes what is open and not in use.
    pub async fn rest(&self) {
        if let Self::Smtp(relay) = self {
            relay.rest().await;
        }
    }
}
