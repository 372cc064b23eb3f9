//! Networks where many people sign at once: a lecture hall, a table at a fair. Named by the operator, on the command line or in
//! the console.

use super::model::Campaign;
use crate::base::{Id, Time};
use ipnet::IpNet;
use std::net::IpAddr;

/// Most hours an event lasts.
pub const LONGEST: u64 = 7 * 24;
/// Most that there are at once: each form is held against each of them.
pub const MOST_EVENTS: usize = 100;

/// A source that an event was named for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Where they sit.
    pub network: IpNet,
    /// Which petition they sign; none: whichever.
    pub petition: Option<Id<Campaign>>,
    /// Until when.
    pub until: Time,
}

/// Why something is no network for an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoNetwork {
    /// It is neither a network nor an address.
    #[error("it is a network or an address")]
    Shape,
    /// Half the internet is no hall.
    #[error("it is wider than /{0}")]
    Wide(u8),
}

impl Event {
    /// Reads a network, as 192.0.2.0/24 or 2001:db8::/48, or one address.
    ///
    /// # Errors
    /// [`NoNetwork`].
    pub fn network(typed: &str) -> Result<IpNet, NoNetwork> {
        let typed = typed.trim();
        let address = || typed.parse::<IpAddr>().map(IpNet::from);
        let network = typed.parse::<IpNet>().or_else(|_| address());
        let network = network.map_err(|_| NoNetwork::Shape)?;
        let widest = match network {
            IpNet::V4(_) => 16,
            IpNet::V6(_) => 32,
        };
        match network.prefix_len() < widest {
            true => Err(NoNetwork::Wide(widest)),
            false => Ok(network.trunc()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hall_is_a_network_and_half_the_internet_is_none() {
        for (typed, network) in [
            ("192.0.2.0/24", "192.0.2.0/24"),
            (" 192.0.2.77/24 ", "192.0.2.0/24"),
            ("198.51.0.0/16", "198.51.0.0/16"),
            ("192.0.2.7", "192.0.2.7/32"),
            ("2001:db8::1", "2001:db8::1/128"),
            ("2001:db8::/32", "2001:db8::/32"),
        ] {
            let read = Event::network(typed).map(|network| network.to_string());
            assert_eq!(read.as_deref(), Ok(network), "{typed}");
        }
        for (typed, why) in [
            ("", NoNetwork::Shape),
            ("the hall", NoNetwork::Shape),
            ("192.0.2.0/33", NoNetwork::Shape),
            ("192.0.2.0/24, 198.51.100.0/24", NoNetwork::Shape),
            ("192.0.0.0/15", NoNetwork::Wide(16)),
            ("0.0.0.0/0", NoNetwork::Wide(16)),
            ("2001:db8::/31", NoNetwork::Wide(32)),
            ("::/0", NoNetwork::Wide(32)),
        ] {
            assert_eq!(Event::network(typed), Err(why), "{typed}");
        }
    }
}
