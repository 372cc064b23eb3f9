//! A name server of a story's own: it knows a few records, and of every other name that there is none.

use hickory_proto::op::{Message, OpCode, ResponseCode};
use hickory_proto::rr::rdata::{A, AAAA, PTR, TXT};
use hickory_proto::rr::{Name, RData, Record};
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr, UdpSocket};
use std::sync::{Arc, Mutex};

/// A record of a name.
#[derive(Debug, Clone)]
pub enum Known {
    /// Its address.
    Address(&'static str, Ipv4Addr),
    /// The same of the other kind.
    AddressV6(&'static str, Ipv6Addr),
    /// A text.
    Text(&'static str, &'static str),
    /// The name of an address.
    NameOf(Ipv4Addr, &'static str),
}

/// The server; it ends with the tests.
pub struct NameServer {
    at: SocketAddr,
    known: Arc<Mutex<Vec<Known>>>,
}

impl NameServer {
    /// One that knows these.
    #[expect(
        clippy::disallowed_methods,
        reason = "ends with the process: nobody waits for it"
    )]
    pub fn start(known: &[Known]) -> Self {
        let socket = UdpSocket::bind("127.0.0.1:0").expect("a port");
        let at = socket.local_addr().expect("its address");
        let known = Arc::new(Mutex::new(known.to_vec()));
        let its = Arc::clone(&known);
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok((length, who)) = socket.recv_from(&mut bytes) {
                let Ok(asked) = Message::from_vec(&bytes[..length]) else {
                    continue;
                };
                let answer = answer(&asked, &its.lock().unwrap());
                let _ = socket.send_to(&answer.to_vec().expect("an answer"), who);
            }
        });
        Self { at, known }
    }

    /// From now on it knows these.
    pub fn knows(&self, known: &[Known]) {
        *self.known.lock().unwrap() = known.to_vec();
    }

    /// What `--resolver` takes.
    pub fn at(&self) -> String {
        self.at.to_string()
    }
}

/// Name and record as they stand in an answer.
fn record(known: &Known) -> (Name, RData) {
    let name = |text: &str| Name::from_ascii(format!("{text}.")).expect("a name");
    match known {
        Known::Address(host, ip) => (name(host), RData::A(A(*ip))),
        Known::AddressV6(host, ip) => (name(host), RData::AAAA(AAAA(*ip))),
        Known::Text(of, text) => {
            // in two parts, as long ones come
            let (first, rest) = text.split_at(text.len() / 2);
            let parts = vec![first.to_owned(), rest.to_owned()];
            (name(of), RData::TXT(TXT::new(parts)))
        }
        Known::NameOf(ip, host) => {
            let [a, b, c, d] = ip.octets();
            let of = format!("{d}.{c}.{b}.{a}.in-addr.arpa");
            (name(&of), RData::PTR(PTR(name(host))))
        }
    }
}

fn answer(asked: &Message, known: &[Known]) -> Message {
    let mut answer = Message::response(asked.metadata.id, OpCode::Query);
    answer.metadata.recursion_desired = true;
    answer.metadata.recursion_available = true;
    let mut is_known = false;
    for query in &asked.queries {
        answer.add_query(query.clone());
        let records = known.iter().map(record);
        for (name, data) in records.filter(|(name, _)| *name == query.name) {
            is_known = true;
            if data.record_type() == query.query_type {
                answer.add_answer(Record::from_rdata(name, 60, data));
            }
        }
    }
    if !is_known {
        answer.metadata.response_code = ResponseCode::NXDomain;
    }
    answer
}
