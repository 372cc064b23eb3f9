//! Story: a signer passes the link on. Who comes by it is counted for it, in the console, by code
//! and not by person; codes that are nobody's here are passed over without a word.

use crate::support::visitor::Visitor;
use crate::support::world::{SITE, World, on_both};
use diesel::prelude::*;
use undersigned::account::model::Role;
use undersigned::base::LinkCode;
use undersigned::base::time::minutes;
use undersigned::db::schema::{pending_signatures as p, shares as s, signatures as g};
use undersigned::petition::{Kind, Petition};
use undersigned::signature::console::sources;
use undersigned::web::urls;

/// The link in the share block of the page that is open, as a path.
pub fn link(visitor: &Visitor) -> String {
    let page = visitor.answer().page();
    let link = page.attribute("input#link", "value").expect("a link");
    link.strip_prefix(SITE)
        .expect("an address of ours")
        .to_owned()
}

fn code(link: &str) -> String {
    let (_, code) = link.split_once("?via=").expect("a code");
    assert!(LinkCode::parse(code).is_some(), "{code}");
    code.to_owned()
}

/// The same with its last character another.
fn mistyped(code: &str) -> String {
    let mut code = code.to_owned();
    let last = code.pop();
    code.push(if last == Some('7') { '8' } else { '7' });
    code
}

/// Comes by this path, signs, confirms.
async fn comes(world: &World, path: &str, email: &str) -> Visitor {
    let mut visitor = world.visitor();
    visitor.goes(path).await;
    visitor.fills_in("A Friend", email);
    let button = visitor.sign_button();
    visitor.presses(&button).await;
    visitor
        .opens_mail()
        .await
        .presses("Confirm my signature")
        .await;
    assert_eq!(visitor.status(), 200);
    visitor
}

async fn arrivals(world: &World, petition: &Petition) -> Vec<(String, i64)> {
    let id = petition.id;
    let all = world.read(move |conn| sources::read(conn, id)).await;
    let counts = all.counts.into_iter();
    counts.map(|one| (one.code, one.counted)).collect()
}

/// The source of the newest who typed something in.
async fn newest_source(world: &World) -> Option<String> {
    world
        .read(|conn| {
            let newest = p::table.order(p::id.desc()).select(p::source);
            Ok(newest.first::<Option<String>>(conn)?)
        })
        .await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_come_and_the_console_says_so() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut sam = world.visitor();
        sam.signs(&letter, "Sam Rivers", "sam@example.org").await;
        let shared = link(&sam);
        let own = code(&shared);
        assert!(!sam.text().contains("Rivers-"), "nothing of the name");

        // before Sam has confirmed, one friend is here already, in Spanish
        let mut ana = world.visitor().reads("es");
        assert_eq!(
            shared,
            format!("/en/p/open-letter?via={own}"),
            "in the language it was passed on in"
        );
        ana.goes(&shared).await;
        assert_eq!(ana.path(), shared);
        ana.follows("Español").await;
        assert_eq!(ana.path(), format!("/es/p/open-letter?via={own}"));
        ana.fills_in("Ana", "ana@example.org");
        ana.presses("Firmar la carta").await;
        ana.opens_mail().await.presses("Confirmar mi firma").await;
        assert_eq!(arrivals(&world, &letter).await, [(own.clone(), 1)]);

        sam.opens_mail().await.presses("Confirm my signature").await;
        sam.sees("Signature 2");
        assert_eq!(link(&sam), shared, "the link stays the same");
        let mut kim = comes(
            &world,
            &shared
                .to_uppercase()
                .replace("/P/OPEN-LETTER?VIA", "/p/open-letter?via"),
            "kim@example.org",
        )
        .await;
        assert_ne!(code(&link(&kim)), own, "each has a link of their own");
        assert_eq!(arrivals(&world, &letter).await, [(own.clone(), 2)]);

        let mut owner = world.organizer(&letter, Role::Analyst).await;
        owner.goes(&urls::overview(letter.id)).await;
        owner
            .sees(&format!("A signer’s link {own} – – 2"))
            .sees_no("Sam Rivers");

        // what moves a signature moves the count of its source
        kim.follows("Withdraw my signature")
            .await
            .presses("Withdraw my signature")
            .await;
        let _ = kim.reads_mail().await;
        assert_eq!(arrivals(&world, &letter).await, [(own.clone(), 1)]);
        kim.presses("I changed my mind: count me again").await;
        assert_eq!(arrivals(&world, &letter).await, [(own.clone(), 2)]);

        // a person who is gone leaves the count behind
        let id = letter.id;
        let of = own.clone();
        world
            .write(move |tx| {
                let of = g::table
                    .filter(g::petition_id.eq(id))
                    .filter(g::share_code.eq(of));
                diesel::update(of)
                    .set(g::share_code.eq(None::<String>))
                    .execute(&mut **tx)?;
                Ok(())
            })
            .await;
        comes(&world, &shared, "lee@example.org").await;
        assert_eq!(arrivals(&world, &letter).await, [(own, 3)]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_nobodys_code_here_is_passed_over() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let pledge = world.petition(Kind::Pledge).await;
        let sam = comes(&world, "/p/our-pledge", "sam@example.org").await;
        let foreign = code(&link(&sam));
        let unknown = mistyped(&code(&link(
            &comes(&world, "/p/open-letter", "kim@example.org").await,
        )));
        let long = "a".repeat(41);
        let hostile = [
            foreign.as_str(),
            &unknown,
            &long,
            "%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E",
            "a%00b",
            "%FF",
            "a%20b",
            "",
            "x&via=y",
        ];
        for via in hostile {
            let mut visitor = world.visitor();
            visitor.goes(&format!("/p/open-letter?via={via}")).await;
            assert_eq!(visitor.status(), 200, "{via}");
            assert!(!visitor.answer().body.contains("alert(1)"), "{via}");
            visitor.fills_in("", "sam@example.org");
            let button = visitor.sign_button();
            visitor.presses(&button).await;
            assert_eq!(visitor.status(), 422, "the page comes back: {via}");
            assert!(!visitor.answer().body.contains("alert(1)"), "{via}");
            visitor.fills_in("Somebody", "somebody@example.org");
            visitor.presses(&button).await.sees("Check your email");
            assert_eq!(newest_source(&world).await, None, "{via}");
        }
        world.mail_drains().await;
        world.leaves_unread(world.unread());

        // typed straight into the form it is no other
        let mut visitor = world.visitor();
        visitor.opens(&letter).await;
        visitor.fills_in("Somebody", "another@example.org");
        let sending = visitor
            .would_send("Sign the letter")
            .with("via", "<b>x</b>");
        visitor.sends(sending).await.sees("Check your email");
        assert_eq!(newest_source(&world).await, None);
        visitor.opens_mail().await;

        // a word that somebody chose counts as it always has, and is kept over a mistake
        let mut visitor = world.visitor();
        visitor.goes("/p/open-letter?via=harlow-table").await;
        visitor.fills_in("", "table@example.org");
        visitor.presses("Sign the letter").await;
        assert_eq!(visitor.status(), 422);
        visitor.fills_in("At the Table", "table@example.org");
        visitor.presses("Sign the letter").await;
        visitor
            .opens_mail()
            .await
            .presses("Confirm my signature")
            .await;
        let table = [("harlow-table".to_owned(), 1)];
        assert_eq!(arrivals(&world, &letter).await, table);
        assert_eq!(arrivals(&world, &pledge).await, []);
    })
    .await;
}

/// The page is kept once for everybody, whatever brings its readers.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_page_is_the_same_but_for_one_hidden_field() {
    on_both(|world| async move {
        world.petition(Kind::Petition).await;
        let visitor = world.visitor();
        let plain = visitor.gets("/en/p/free-records").await;
        let came = visitor.gets("/en/p/free-records?via=poster").await;
        let field = "<input type=\"hidden\" name=\"via\" value=\"poster\">";
        let without = came.body.replacen(field, "", 1).replace("?via=poster", "");
        assert_eq!(without, plain.body, "the other languages keep it too");
        assert_ne!(came.header("etag"), plain.header("etag"));
        let again = visitor.gets("/en/p/free-records").await;
        assert_eq!(again.body, plain.body, "nothing of it is kept");
        let rows: i64 = world
            .read(|conn| Ok(s::table.count().get_result(conn)?))
            .await;
        assert_eq!(rows, 0, "no GET changes anything");
    })
    .await;
}

/// However many sign from one network, each of their links brings friends.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn from_one_network_every_link_brings_friends() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let source = "192.0.2.77".parse().unwrap();
        let mut last = String::new();
        for number in 0..6 {
            let mut somebody = world.visitor().comes_from(source);
            somebody.opens(&letter).await;
            somebody.fills_in("Somebody", &format!("s{number}@example.org"));
            let sending = somebody.would_send("Sign the letter");
            somebody.sends(sending).await;
            last = link(&somebody);
            code(&last);
        }
        let mut friend = world.visitor();
        friend.goes(&last).await;
        friend.fills_in("Friend", "friend@example.org");
        friend
            .presses("Sign the letter")
            .await
            .sees("Check your email");
        assert_eq!(newest_source(&world).await, Some(code(&last)));
        world.later(minutes(1)).await;
        world.mail_rests().await;
        world.leaves_unread(world.unread());
    })
    .await;
}
