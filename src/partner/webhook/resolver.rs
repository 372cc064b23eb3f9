//! The addresses of a host, looked up once for each connection: what is judged is what is connected to.

use hickory_resolver::TokioResolver;
use hickory_resolver::config::{
    ConnectionConfig, LookupIpStrategy, NameServerConfig, ResolverConfig,
};
use hickory_resolver::net::runtime::TokioRuntimeProvider;
use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

/// How long one question waits for its answer, and how often it is asked.
const PATIENCE: Duration = Duration::from_secs(2);
const TIMES: usize = 2;
/// Most addresses of one host.
const MOST: usize = 32;

/// The name server that hosts of webhooks are looked up with.
#[derive(Clone)]
pub(super) struct WebhookResolver(TokioResolver);

impl WebhookResolver {
    /// This one, or those of the machine; none where it has none.
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
        // both kinds: each of them is judged
        options.ip_strategy = LookupIpStrategy::Ipv4AndIpv6;
        options.timeout = PATIENCE;
        options.attempts = TIMES;
        // an address that was of the public internet a moment ago may not be now
        options.cache_size = 0;
        builder.build().ok().map(Self)
    }

    /// All addresses of a host, of both kinds; none where there is no answer.
    pub(super) async fn addresses(&self, host: &str) -> Vec<IpAddr> {
        let whole = format!("{}.", host.trim_end_matches('.'));
        match self.0.lookup_ip(whole).await {
            Ok(found) => found.iter().take(MOST).collect(),
            Err(_) => Vec::new(),
        }
    }
}
