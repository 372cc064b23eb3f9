//! Pages that nobody but whoever sits at this machine may see.

use super::forwarded;
use crate::web::answers::error::Error;
use actix_web::dev::Payload;
use actix_web::http::header::HOST;
use actix_web::{FromRequest, HttpRequest};
use std::future::{Ready, ready};
use std::net::{IpAddr, SocketAddr};

/// A request made on this machine, to this machine, by nobody else's order: from loopback, to a name of loopback (a page
/// elsewhere can have its own name lead here, but not change the name that the browser asks for), and passed on for nobody.
#[derive(Debug, Clone, Copy)]
pub struct FromHere;

impl FromRequest for FromHere {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        let is_here = req
            .peer_addr()
            .is_some_and(|peer| peer.ip().to_canonical().is_loopback());
        let host = req.headers().get(HOST).and_then(|host| host.to_str().ok());
        let is_meant = host.is_some_and(is_loopback);
        match is_here && is_meant && !forwarded::is_told(req.headers()) {
            true => ready(Ok(Self)),
            // as if it were not there, which elsewhere it is not
            false => ready(Err(Error::NOT_FOUND)),
        }
    }
}

/// Whether a `Host` names this machine for itself: `localhost`, `127.0.0.1:8080`, `[::1]`.
fn is_loopback(host: &str) -> bool {
    if let Ok(address) = host.parse::<SocketAddr>() {
        return address.ip().is_loopback();
    }
    let bare = host
        .strip_prefix('[')
        .and_then(|host| host.strip_suffix(']'));
    if let Ok(ip) = bare.unwrap_or(host).parse::<IpAddr>() {
        return ip.is_loopback();
    }
    let name = host.split_once(':').map_or(host, |(name, _)| name);
    name.eq_ignore_ascii_case("localhost")
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::test::TestRequest;

    async fn is_let_in(peer: &str, headers: &[(&'static str, &str)]) -> bool {
        let mut req = TestRequest::default().peer_addr(peer.parse().unwrap());
        for header in headers {
            req = req.append_header(*header);
        }
        FromHere::extract(&req.to_http_request()).await.is_ok()
    }

    #[actix_web::test]
    async fn only_who_sits_at_this_machine_is_let_in() {
        for host in [
            "localhost",
            "LOCALHOST:8080",
            "127.0.0.1:8080",
            "127.0.0.1",
            "[::1]:8080",
            "[::1]",
        ] {
            assert!(is_let_in("127.0.0.1:9", &[("host", host)]).await, "{host}");
            assert!(is_let_in("[::1]:9", &[("host", host)]).await, "{host}");
            assert!(
                is_let_in("[::ffff:127.0.0.1]:9", &[("host", host)]).await,
                "{host}"
            );
            assert!(
                !is_let_in("192.168.1.5:9", &[("host", host)]).await,
                "{host}"
            );
            for told in ["x-forwarded-for", "forwarded", "x-real-ip"] {
                let headers = [("host", host), (told, "127.0.0.1")];
                assert!(!is_let_in("127.0.0.1:9", &headers).await, "{host} {told}");
            }
        }
        for host in [
            "evil.example",
            "localhost.evil.example",
            "evil.example:8080",
            "127.0.0.1.evil.example",
            "192.168.1.5",
            "0.0.0.0:8080",
            "",
            "[",
        ] {
            assert!(!is_let_in("127.0.0.1:9", &[("host", host)]).await, "{host}");
        }
        assert!(!is_let_in("127.0.0.1:9", &[]).await);
    }
}
