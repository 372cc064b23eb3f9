//! Story: what a token opens, as every instance asks it at each request: nothing once it is revoked, too old, elsewhere, or once whoever
//! made it has left or may less.

use crate::support::world::{World, on_both};
use actix_web::FromRequest;
use actix_web::dev::Payload;
use actix_web::test::TestRequest;
use actix_web::web::Data;
use std::net::SocketAddr;
use undersigned::account::model::{Organization, Organizer, Role};
use undersigned::account::store::{member, organization, person};
use undersigned::account::token::add::{MadeToken, WantedToken, add};
use undersigned::account::token::look::TokenLooks;
use undersigned::account::token::model::{ApiToken, Reach, network};
use undersigned::account::token::rotate::{OldEnds, rotate};
use undersigned::account::token::scope::{Scope, Scopes};
use undersigned::account::token::store;
use undersigned::account::token::text::TokenText;
use undersigned::account::{NoToken, TokenActor};
use undersigned::base::time::{days, hours, minutes, seconds};
use undersigned::base::{Id, Lang};
use undersigned::db::{Db, Error};
use undersigned::petition::Kind;

/// Where a program asks from.
const HOME: &str = "198.51.100.7";

/// A token of everything, for a month.
pub fn wanted(world: &World, place: Id<Organization>, by: Option<Id<Organizer>>) -> WantedToken {
    WantedToken {
        id: None,
        organization: place,
        name: "Nightly".to_owned(),
        scopes: "all".parse().expect("scopes"),
        petitions: None,
        networks: Vec::new(),
        expires_at: world.now().plus(days(30)),
        made_by: by,
    }
}

/// Makes it.
pub async fn makes(world: &World, wanted: WantedToken) -> MadeToken {
    let now = world.now();
    let made = world.write(move |tx| add(tx, wanted, now)).await;
    made.expect("room for one more")
}

/// What nobody but whoever made it knows.
pub fn secret_of(text: &TokenText) -> &str {
    text.show().split_at(15).1
}

/// A colleague with this role.
async fn colleague(world: &World, place: Id<Organization>, role: Role) -> Id<Organizer> {
    let (mailbox, now) = (
        crate::support::organizer::email("kim@example.org"),
        world.now(),
    );
    world
        .write(move |tx| {
            let one = person::insert(tx, &mailbox, "Kim", Lang::EN, now)?;
            let one = one.ok_or(Error::Duplicate)?;
            member::join(tx, place, one.id, role, now)?;
            Ok(one.id)
        })
        .await
}

/// A second instance's way to the same database.
fn another(world: &World) -> Data<Db> {
    Data::new(Db::open(world.app().db.target()).expect("the same database"))
}

/// What a program hears that sends this, at this instance, from there.
async fn hears(
    world: &World,
    db: &Data<Db>,
    headers: &[(&str, &str)],
    from: &str,
) -> Result<ApiToken, NoToken> {
    let peer = SocketAddr::new(from.parse().expect("an address"), 4_000);
    let mut request = TestRequest::get()
        .uri("/api/v2/petitions?page=1")
        .peer_addr(peer)
        .app_data(world.app().site.clone())
        .app_data(db.clone())
        .app_data(Data::new(TokenLooks::default()));
    for header in headers {
        request = request.append_header(*header);
    }
    let request = request.to_http_request();
    let actor = TokenActor::from_request(&request, &mut Payload::None).await;
    actor.map(|actor| actor.token)
}

/// What it hears from home, in the header of Action Network.
pub async fn comes_in(world: &World, db: &Data<Db>, text: &str) -> Result<ApiToken, NoToken> {
    hears(world, db, &[("OSDI-API-Token", text)], HOME).await
}

/// The scopes that are left, with commas.
async fn opens(world: &World, db: &Data<Db>, made: &MadeToken) -> String {
    let found = comes_in(world, db, made.text.show()).await;
    found.map_or_else(|_| String::new(), |token| token.scopes.to_string())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_token_comes_in_by_two_headers_and_no_other_spelling() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let made = makes(&world, wanted(&world, letter.organization, None)).await;
        let (db, text) = (&world.app().db, made.text.show());
        let bearer = format!("Bearer {text}");
        for header in [("OSDI-API-TOKEN", text), ("Authorization", &bearer)] {
            let token = hears(&world, db, &[header], HOME).await.expect("in");
            assert_eq!(token.id, made.token.id);
            assert_eq!(token.scopes, Scopes::all());
            let reach = Reach::Petition(letter.organization, letter.id.cast());
            assert_eq!(token.allow(Scope::PeopleRead, reach), Ok(()));
        }
        let strange = TokenText::draw();
        let (front, end) = text.split_at(20);
        let spaced = format!("{front} {end}");
        for wrong in [
            text.split_at(63).0,
            text.split_at(1).1,
            &text.to_uppercase(),
            &spaced,
            strange.show(),
            made.token.short_id.as_str(),
            "",
        ] {
            let heard = comes_in(&world, db, wrong).await;
            assert_eq!(heard, Err(NoToken::Wrong), "{wrong}");
        }
        assert_eq!(hears(&world, db, &[], HOME).await, Err(NoToken::Missing));
        // right in itself and with a known short id: its secret is another
        let forged = forged(made.token.short_id.as_str());
        assert_eq!(comes_in(&world, db, &forged).await, Err(NoToken::Wrong));
        assert_eq!(NoToken::Wrong.error(), NoToken::Missing.error());
        assert_eq!(NoToken::Wrong.error().status(), 403);
    })
    .await;
}

/// A token that is whole, with this short id.
fn forged(short_id: &str) -> String {
    const DIGITS: &[u8] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    let front = format!("pt_live_{short_id}_{}", "7".repeat(43));
    let mut sum = crc32(front.as_bytes());
    let mut check = Vec::new();
    for _ in 0..6 {
        check.insert(0, DIGITS[usize::try_from(sum % 62).unwrap()]);
        sum /= 62;
    }
    let whole = front + &String::from_utf8(check).unwrap();
    assert!(TokenText::parse(&whole).is_some(), "{whole} is whole");
    whole
}

/// As the standard says it, bit by bit.
fn crc32(bytes: &[u8]) -> u32 {
    let step = |sum: u32, _| (sum >> 1) ^ (0xedb8_8320 & 0_u32.wrapping_sub(sum & 1));
    !bytes
        .iter()
        .fold(!0, |sum, byte| (0..8).fold(sum ^ u32::from(*byte), step))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_ends_at_every_instance_at_once() {
    on_both(|world| async move {
        let place = world.petition(Kind::Letter).await.organization;
        let (here, there) = (&world.app().db, another(&world));
        let revoked = makes(&world, wanted(&world, place, None)).await;
        let old = makes(&world, wanted(&world, place, None)).await;
        for db in [here, &there] {
            assert!(comes_in(&world, db, revoked.text.show()).await.is_ok());
        }
        let (id, now) = (revoked.token.id, world.now());
        assert!(world.write(move |tx| store::revoke(tx, id, now)).await);
        assert!(
            !world.write(move |tx| store::revoke(tx, id, now)).await,
            "once"
        );
        for db in [here, &there] {
            let heard = comes_in(&world, db, revoked.text.show()).await;
            assert_eq!(heard, Err(NoToken::Wrong));
        }
        world.meanwhile(days(30).checked_sub(seconds(1)).unwrap());
        assert!(comes_in(&world, &there, old.text.show()).await.is_ok());
        world.meanwhile(seconds(1));
        for db in [here, &there] {
            let heard = comes_in(&world, db, old.text.show()).await;
            assert_eq!(heard, Err(NoToken::Wrong));
        }
        // a year at the longest, whatever is asked for
        let mut long = wanted(&world, place, None);
        long.expires_at = world.now().plus(days(4_000));
        let long = makes(&world, long).await;
        assert_eq!(long.token.expires_at, world.now().plus(days(365)));
        // nobody finds it any more when it is long over
        world.later(days(91)).await;
        let left = world.read(move |conn| store::list(conn, Some(place))).await;
        let left: Vec<_> = left.iter().map(|one| one.token.id).collect();
        assert_eq!(left, [long.token.id]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_is_taken_from_its_networks_alone() {
    on_both(|world| async move {
        let place = world.petition(Kind::Letter).await.organization;
        let mut tied = wanted(&world, place, None);
        tied.networks = ["192.0.2.0/24", "2001:db8::/48"]
            .map(|typed| network(typed).unwrap())
            .to_vec();
        let tied = makes(&world, tied).await;
        let (db, token) = (&world.app().db, [("OSDI-API-Token", tied.text.show())]);
        for (from, is_in) in [
            ("192.0.2.200", true),
            ("::ffff:192.0.2.1", true),
            ("2001:db8:0:9::1", true),
            ("192.0.3.1", false),
            ("2001:db8:1::1", false),
        ] {
            let heard = hears(&world, db, &token, from).await;
            assert_eq!(heard.is_ok(), is_in, "{from}");
        }
        // what a stranger writes into a header is no place, and what a proxy says is one
        let written = [token[0], ("X-Forwarded-For", "192.0.2.1")];
        assert!(hears(&world, db, &written, "203.0.113.9").await.is_err());
        assert!(hears(&world, db, &written, "127.0.0.1").await.is_ok());
        // whom the proxy does not name might be anybody, also where the proxy itself stands in the network
        let mut near = wanted(&world, place, None);
        near.networks = vec![network("127.0.0.0/8").unwrap()];
        let near = makes(&world, near).await;
        let hidden = [
            ("OSDI-API-Token", near.text.show()),
            ("X-Forwarded-For", "nobody"),
        ];
        assert!(hears(&world, db, &hidden, "127.0.0.1").await.is_err());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_opens_no_more_than_whoever_made_it_may_now() {
    on_both(|world| async move {
        let place = world.petition(Kind::Letter).await.organization;
        let (here, there) = (&world.app().db, another(&world));
        let kim = colleague(&world, place, Role::Admin).await;
        let made = makes(&world, wanted(&world, place, Some(kim))).await;
        assert!(opens(&world, &there, &made).await.contains("people:read"));
        for (role, left) in [
            (Role::Exporter, "petitions:read,counts:read,people:read"),
            (Role::Moderator, "petitions:read,counts:read,moderate"),
            (Role::Analyst, "petitions:read,counts:read"),
        ] {
            world
                .write(move |tx| member::set_role(tx, place, kim, role))
                .await;
            for db in [here, &there] {
                assert_eq!(opens(&world, db, &made).await, left, "{role:?}");
            }
        }
        world
            .write(move |tx| member::set_role(tx, place, kim, Role::Owner))
            .await;
        // where nobody sees addresses without a second factor, no program of hers does
        world
            .write(move |tx| {
                let mut there = organization::locked(tx, place)?.ok_or(Error::Duplicate)?;
                there.needs_second_factor = true;
                organization::update(tx, &there)
            })
            .await;
        let left = "petitions:read,petitions:write,counts:read,signatures:write,moderate";
        assert_eq!(opens(&world, &there, &made).await, left);

        // she leaves: nothing, at the next request, and the list says so
        world.write(move |tx| member::remove_all(tx, place)).await;
        for db in [here, &there] {
            let heard = comes_in(&world, db, made.text.show()).await;
            assert_eq!(heard, Err(NoToken::Wrong));
        }
        let now = world.now();
        let listed = world.read(move |conn| store::list(conn, Some(place))).await;
        assert!(listed[0].is_orphaned(now), "{listed:?}");
        assert_eq!(listed[0].maker_name.as_deref(), Some("Kim"));
        // she comes back: what she had made before stays as it is
        world.meanwhile(minutes(1));
        let now = world.now();
        world
            .write(move |tx| member::join(tx, place, kim, Role::Owner, now))
            .await;
        assert_eq!(opens(&world, here, &made).await, "");
        let anew = makes(&world, wanted(&world, place, Some(kim))).await;
        assert!(opens(&world, here, &anew).await.contains("petitions:write"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_two_who_replace_it_at_once_one_does_and_the_old_one_lives_on_for_a_day() {
    on_both(|world| async move {
        let place = world.petition(Kind::Letter).await.organization;
        let (here, there) = (world.app().db.clone(), another(&world));
        let old = makes(&world, wanted(&world, place, None)).await;
        let id = old.token.id;
        let turns = [&here, &there].map(|db| {
            let now = world.now();
            let turn = move |tx: &mut undersigned::db::Tx<'_>| {
                rotate(tx, place, id, OldEnds::InADay, (None, now))
            };
            db.write(turn)
        });
        let [one, other] = turns;
        let (one, other) = tokio::join!(one, other);
        let made: Vec<_> = [one, other]
            .into_iter()
            .filter_map(|turn| turn.unwrap_or_else(|error| panic!("{error}")))
            .collect();
        assert_eq!(made.len(), 1, "one of the two");
        let new = &made[0];
        assert_eq!(new.token.replaces, Some(id));
        assert_eq!(new.token.scopes, old.token.scopes);
        assert_eq!(new.token.expires_at, old.token.expires_at);
        for made in [&old, new] {
            assert!(!opens(&world, &there, made).await.is_empty());
        }
        world.meanwhile(hours(24));
        assert_eq!(opens(&world, &there, &old).await, "");
        assert!(!opens(&world, &there, new).await.is_empty());

        let (id, now) = (new.token.id, world.now());
        let newest = world
            .write(move |tx| rotate(tx, place, id, OldEnds::AtOnce, (None, now)))
            .await;
        let newest = newest.expect("a token");
        assert_eq!(opens(&world, &here, new).await, "");
        assert!(!opens(&world, &here, &newest).await.is_empty());
        let now = world.now();
        let late = world
            .write(move |tx| rotate(tx, place, id, OldEnds::AtOnce, (None, now)))
            .await;
        assert!(late.is_none(), "it has ended");
    })
    .await;
}
