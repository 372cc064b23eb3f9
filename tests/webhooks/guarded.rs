//! Story: a webhook leads to the public internet alone: whatever the name answers, nothing connects to this machine or its network.

use crate::support::names::{Known, NameServer};
use crate::support::receiver::Receiver;
use std::net::{Ipv4Addr, Ipv6Addr};
use std::time::Duration;
use undersigned::base::Clock;
use undersigned::partner::webhook::client::{SignedMessage, WebhookClient};
use undersigned::partner::webhook::model::DeliveryFailure;
use undersigned::partner::webhook::target::WebhookUrl;

const HOST: &str = "hooks.example.org";
/// Documentation: nobody is there, and it is not public.
const NOBODY: Ipv4Addr = Ipv4Addr::new(192, 0, 2, 1);
/// Public, as far as it goes by the address; nothing is ever asked of it here.
const PUBLIC: Ipv4Addr = Ipv4Addr::new(198, 41, 0, 4);
/// In the public part of the other kind, and given out to nobody: no connection comes about.
const UNUSED: Ipv6Addr = Ipv6Addr::new(0x2000, 0, 0, 0, 0, 0, 0, 1);

fn message() -> SignedMessage {
    SignedMessage {
        id: "msg_0".to_owned(),
        at: Clock::system().now().seconds(),
        signatures: "v1,AA==".to_owned(),
        body: "{}".into(),
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_name_with_one_private_address_is_not_connected_to() {
    let names = NameServer::start(&[]);
    let trap = Receiver::with_tls(HOST).await;
    let client = WebhookClient::new(
        Some(names.at().parse().unwrap()),
        &[trap.certificate().into()],
    );
    let client = client.unwrap().within(Duration::from_secs(4));
    // the port of the trap is let through, the addresses are judged all the same
    let url = WebhookUrl::parse(&format!("https://{HOST}:{}/in", trap.port()), true).unwrap();
    let post = async || {
        let answered = client.post(&mut None, (&url, false), &message()).await;
        answered.map(|answered| answered.status)
    };
    assert_eq!(post().await, Err(DeliveryFailure::Name), "no such host");
    let here = Ipv4Addr::LOCALHOST;
    let private = [
        vec![Known::Address(HOST, here)],
        vec![Known::Address(HOST, PUBLIC), Known::Address(HOST, here)],
        vec![
            Known::Address(HOST, PUBLIC),
            Known::AddressV6(HOST, "::1".parse().unwrap()),
        ],
        vec![
            Known::Address(HOST, PUBLIC),
            Known::AddressV6(HOST, "::ffff:127.0.0.1".parse().unwrap()),
        ],
        vec![Known::Address(HOST, NOBODY)],
        vec![Known::Address(HOST, Ipv4Addr::new(169, 254, 169, 254))],
    ];
    for known in private {
        names.knows(&known);
        assert_eq!(post().await, Err(DeliveryFailure::Private), "{known:?}");
    }
    // public at one moment, this machine at the next: each connection is judged for itself
    names.knows(&[Known::AddressV6(HOST, UNUSED)]);
    let told = post().await;
    assert!(
        matches!(
            told,
            Err(DeliveryFailure::Connection | DeliveryFailure::Late | DeliveryFailure::Tls)
        ),
        "{told:?}"
    );
    names.knows(&[Known::Address(HOST, here)]);
    assert_eq!(post().await, Err(DeliveryFailure::Private));
    assert_eq!(trap.connections(), 0, "somebody connected to this machine");

    // with leave it is reached, with the name in TLS and in the header
    let answered = client.post(&mut None, (&url, true), &message()).await;
    assert_eq!(answered.map(|answered| answered.status), Ok(204));
    let posted = trap.posted();
    assert_eq!(posted[0].header("host"), format!("{HOST}:{}", trap.port()));
    // an authority that nobody trusts, and a certificate of another name
    let strict = WebhookClient::new(Some(names.at().parse().unwrap()), &[]).unwrap();
    let told = strict.post(&mut None, (&url, true), &message()).await;
    assert_eq!(told.err(), Some(DeliveryFailure::Tls));
    assert_eq!(trap.posted().len(), 1);
}
