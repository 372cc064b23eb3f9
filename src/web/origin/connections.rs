//! Connections: how many one address may hold, and how long an answer may lie unread.

use super::source::Source;
use crate::web::answers::unread_body;
use actix_tls::accept::rustls_0_23::TlsStream;
use actix_web::dev::Extensions;
use actix_web::rt::net::TcpStream;
use ipnet::IpNet;
use parking_lot::Mutex;
use socket2::SockRef;
use std::any::Any;
use std::collections::HashMap;
use std::net::{IpAddr, Shutdown, TcpListener};
use std::sync::Arc;
use std::time::Duration;

/// Connections of one address: a browser opens six. Proxies that are trusted and this machine hold those of everybody,
/// and are not counted.
pub const OF_ONE_ADDRESS: usize = 500;
/// How long nothing of an answer may be taken. Whoever reads on, however slowly, is not cut off.
pub const UNREAD_FOR: Duration = Duration::from_secs(30);

/// Has the system end connections whose other end takes nothing any more: an answer that waits in our memory, and one that
/// waits in the system's (`TCP_USER_TIMEOUT`, which accepted sockets have from the one that listens). actix has no such
/// limit of its own: it waits for the socket as long as it takes. Linux only; elsewhere nothing is done.
///
/// # Errors
/// Of the system.
pub(crate) fn cut_unread(listener: &TcpListener, after: Duration) -> std::io::Result<()> {
    #[cfg(target_os = "linux")]
    SockRef::from(listener).set_tcp_user_timeout(Some(after))?;
    #[cfg(not(target_os = "linux"))]
    let _ = (listener, after);
    Ok(())
}

/// The connections that are open, by address. Cheap to clone, shared by all threads.
#[derive(Clone, Default)]
pub struct Connections(Arc<Mutex<HashMap<IpAddr, usize>>>);

impl Connections {
    /// A connection comes in. One too many of an address is closed at once.
    pub(crate) fn admit(
        &self,
        connection: &dyn Any,
        data: &mut Extensions,
        trusted: &[IpNet],
        most: usize,
    ) {
        unread_body::on_connect(connection, data);
        let over_tls = connection.downcast_ref::<TlsStream<TcpStream>>();
        let stream = over_tls.map(|tls| tls.get_ref().0);
        let Some(stream) = stream.or_else(|| connection.downcast_ref::<TcpStream>()) else {
            return;
        };
        let Ok(peer) = stream.peer_addr() else {
            return;
        };
        let source = Source::at(peer.ip());
        if source.is_loopback() || source.is_one_of(trusted) {
            return;
        }
        match self.take(source.host(), most) {
            Some(place) => {
                data.insert(place);
            }
            None => {
                let _ = SockRef::from(stream).shutdown(Shutdown::Both);
            }
        }
    }

    /// Takes a place of this address; none when it has `most` already.
    pub(crate) fn take(&self, of: IpAddr, most: usize) -> Option<ConnectionSlot> {
        let mut open = self.0.lock();
        let count = open.entry(of).or_default();
        if *count >= most {
            return None;
        }
        *count = count.saturating_add(1);
        Some(ConnectionSlot {
            of,
            connections: self.clone(),
        })
    }
}

/// A place among those of its address, as long as the connection is there.
pub(crate) struct ConnectionSlot {
    of: IpAddr,
    connections: Connections,
}

impl Drop for ConnectionSlot {
    fn drop(&mut self) {
        let mut open = self.connections.0.lock();
        if let Some(count) = open.get_mut(&self.of) {
            *count = count.saturating_sub(1);
            if *count == 0 {
                open.remove(&self.of);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_so_many_places_and_gets_them_back() {
        let connections = Connections::default();
        let [one, other] = ["192.0.2.1", "192.0.2.2"].map(|ip| ip.parse::<IpAddr>().unwrap());
        let held: Vec<ConnectionSlot> = (0..3).filter_map(|_| connections.take(one, 3)).collect();
        assert_eq!(held.len(), 3);
        assert!(connections.take(one, 3).is_none());
        let beside = connections.take(other, 3);
        assert!(beside.is_some(), "a neighbour has its own");
        drop((held, beside));
        assert!(connections.0.lock().is_empty(), "nothing is remembered");
        assert!(connections.take(one, 3).is_some());
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn accepted_sockets_have_the_limit_of_the_one_that_listens() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        cut_unread(&listener, UNREAD_FOR).unwrap();
        let _client = std::net::TcpStream::connect(listener.local_addr().unwrap()).unwrap();
        let (accepted, _) = listener.accept().unwrap();
        let limit = SockRef::from(&accepted).tcp_user_timeout().unwrap();
        assert_eq!(limit, Some(UNREAD_FOR));
    }
}
