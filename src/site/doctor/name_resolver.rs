//! NameResolver and records, asked of a name server: what visitors' and mail providers' own servers would hear.

use hickory_resolver::TokioResolver;
use hickory_resolver::config::{ConnectionConfig, NameServerConfig, ResolveHosts, ResolverConfig};
use hickory_resolver::net::NetError;
use hickory_resolver::net::runtime::TokioRuntimeProvider;
use hickory_resolver::proto::rr::RData;
use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

/// How long one question waits for its answer, and how often it is asked.
const PATIENCE: Duration = Duration::from_millis(1_500);
const TIMES: usize = 2;
/// Most records of one answer that are looked at.
const MOST: usize = 50;

/// What was heard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Heard<T> {
    /// These.
    Records(Vec<T>),
    /// That there are none.
    Nothing,
    /// No answer, or none that says either.
    Silence,
}

/// A name server.
#[derive(Clone)]
pub(super) struct NameResolver(TokioResolver);

impl NameResolver {
    /// This one, or that of the machine; none where the machine has none.
    pub(super) fn of(server: Option<SocketAddr>) -> Option<Self> {
        let mut builder = match server {
            Some(at) => {
                let at_port = |mut way: ConnectionConfig| {
                    way.port = at.port();
                    way
                };
                let ways = vec![
                    at_port(ConnectionConfig::udp()),
                    at_port(ConnectionConfig::tcp()),
                ];
                let server = NameServerConfig::new(at.ip(), true, ways);
                let config = ResolverConfig::from_name_servers(vec![server]);
                TokioResolver::builder_with_config(config, TokioRuntimeProvider::default())
            }
            None => TokioResolver::builder_tokio().ok()?,
        };
        let options = builder.options_mut();
        options.timeout = PATIENCE;
        options.attempts = TIMES;
        // what only this machine knows is nothing that others hear
        options.use_hosts_file = ResolveHosts::Never;
        builder.build().ok().map(Self)
    }

    /// The addresses of a host.
    pub(super) async fn addresses(&self, host: &str) -> Heard<IpAddr> {
        let found = self.0.lookup_ip(whole(host)).await;
        heard(found.map(|found| found.iter().take(MOST).collect()))
    }

    /// The texts under a name, the parts of each put together (RFC 7208, 3.3).
    pub(super) async fn texts(&self, name: &str) -> Heard<String> {
        let found = self.0.txt_lookup(whole(name)).await;
        heard(found.map(|found| {
            let text = |record: &RData| match record {
                RData::TXT(text) => {
                    let parts = text.txt_data.iter();
                    let bytes: Vec<u8> = parts.flat_map(|part| part.iter().copied()).collect();
                    Some(String::from_utf8_lossy(&bytes).into_owned())
                }
                _ => None,
            };
            let answers = found.answers().iter().take(MOST);
            answers.filter_map(|one| text(&one.data)).collect()
        }))
    }

    /// The names that an address says are its own, without the dot at their end.
    pub(super) async fn names_of(&self, address: IpAddr) -> Heard<String> {
        let found = self.0.reverse_lookup(address).await;
        heard(found.map(|found| {
            let name = |record: &RData| match record {
                RData::PTR(name) => Some(name.to_string().trim_end_matches('.').to_owned()),
                _ => None,
            };
            let answers = found.answers().iter().take(MOST);
            answers.filter_map(|one| name(&one.data)).collect()
        }))
    }
}

/// A name of which no other is tried.
fn whole(name: &str) -> String {
    format!("{}.", name.trim_end_matches('.'))
}

fn heard<T>(found: Result<Vec<T>, NetError>) -> Heard<T> {
    match found {
        Ok(records) if records.is_empty() => Heard::Nothing,
        Ok(records) => Heard::Records(records),
        Err(error) if error.is_no_records_found() => Heard::Nothing,
        Err(_) => Heard::Silence,
    }
}
