//! Story: an organization signs beside people. Its mailbox confirms, an organizer looks, and then it stands first among the
//! signers, counted apart; whoever signed for it is known to the organizers alone, and takes it back when they like.

use crate::support::upload::{endorsed, shown, talkative_png};
use crate::support::visitor::Visitor;
use crate::support::world::{World, on_both};
use diesel::prelude::*;
use undersigned::account::model::Role;
use undersigned::base::Token;
use undersigned::base::time::{days, hours, minutes};
use undersigned::db::schema::{endorsements, suppressions};
use undersigned::petition::endorsement::{Endorsement, EndorsementState, store};
use undersigned::petition::{Kind, Petition};
use undersigned::web::urls;

const SIGNERS: &str = "/en/p/open-letter/signers";

pub async fn all(world: &World) -> Vec<i16> {
    world
        .read(|conn| {
            let states = endorsements::table.select(endorsements::state);
            Ok(states.order(endorsements::id).load(conn)?)
        })
        .await
}

pub async fn of(world: &World, petition: &Petition, state: EndorsementState) -> Vec<Endorsement> {
    let id = petition.id;
    world
        .read(move |conn| store::oldest(conn, id, state, None, 100))
        .await
}

pub async fn facts(world: &World, what: &str) -> i64 {
    let facts = world.visitor().gets("/p/open-letter.json").await.json();
    facts[what].as_i64().expect(what)
}

/// Everything anybody can read of the letter.
async fn public(world: &World) -> String {
    let mut told = String::new();
    for path in [
        "/en/p/open-letter",
        "/es/p/open-letter",
        SIGNERS,
        "/en/p/open-letter/signers?q=paz",
        "/en/p/open-letter/privacy",
        "/en/p/open-letter/organizations/sign",
        "/en/p/open-letter/organizations/check",
        "/p/open-letter.json",
        "/p/open-letter/count.json",
        "/p/open-letter/feed.atom",
        "/p/open-letter/feed.json",
        "/badge/open-letter.svg",
        "/sitemap.xml",
        "/",
    ] {
        let answer = world.visitor().gets(path).await;
        assert!(answer.status < 300, "{path}: {}", answer.status);
        told.push_str(&answer.body);
    }
    told
}

async fn table(exporter: &mut Visitor, letter: &Petition) -> String {
    exporter.goes(&urls::export(letter.id)).await;
    let sending = exporter.would_send("Download organizations");
    let answer = exporter.posts(&sending.action, sending.body()).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("content-type"), "text/csv; charset=utf-8");
    answer.body
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_is_shown_first_and_counted_apart() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let name = "Puente Claro, A.C.";
        let paz = endorsed(&world, &letter, name, Some(&talkative_png(400, 100))).await;
        assert!(!public(&world).await.contains("Puente Claro"), "not before an organizer looked");
        assert_eq!(facts(&world, "organizations").await, 0);

        let mut reader = world.organizer(&letter, Role::Owner).await;
        reader.goes(&urls::overview(letter.id)).await;
        reader.sees("1 organization to decide about");
        reader.follows("Decide").await;
        reader.sees(name).sees("Paz Contreras Luna");
        let logo = reader.answer().page().attribute(".endorser img", "src");
        let picture = reader.gets(&logo.expect("a logo")).await;
        assert_eq!(picture.header("content-type"), "image/png");
        reader.presses(&format!("Show it: {name}")).await;
        reader.sees("No organization is waiting for your decision.");

        let mut signer = world.visitor();
        signer.signs(&letter, "Ana Adams", "ana@example.org").await;
        signer.opens_mail().await.presses("Confirm my signature").await;
        let mut anybody = world.visitor();
        anybody.goes("/en/p/open-letter").await;
        anybody.sees("1 organization has signed: Puente Claro, A.C.");
        anybody.goes(SIGNERS).await.sees("Organizations 1");
        let page = anybody.answer().page();
        let heads = page.all("main h2");
        assert_eq!(heads.first().map(String::as_str), Some("Organizations 1"));
        assert_eq!(page.all(".endorsers .nm"), [name]);
        let image = |attribute: &str| page.attribute(".endorsers img", attribute);
        assert_eq!(image("alt").as_deref(), Some(""), "its name stands beside it");
        assert_eq!((image("width"), image("height")), (Some("160".into()), Some("40".into())));
        let picture = anybody.gets(&image("src").expect("a logo")).await;
        assert_eq!((picture.status, picture.header("content-type")), (200, "image/png"));
        assert!(picture.header("cache-control").contains("immutable"));

        // A search finds organizations with people, and either alone.
        for (words, finds, says) in [
            ("claro", true, "Puente Claro"),
            ("adams", false, "No name here matches"),
            ("nobody", false, "No name here matches"),
        ] {
            anybody.goes(&format!("{SIGNERS}?q={words}")).await;
            let found = anybody.answer().page().all(".endorsers .nm");
            assert_eq!(found.len(), usize::from(finds), "{words}");
            anybody.sees(says);
        }

        assert_eq!(facts(&world, "organizations").await, 1);
        assert_eq!(facts(&world, "signature_count").await, 1, "counted apart");
        assert_eq!(world.counted(&letter).await, 1);
        let told = public(&world).await;
        assert!(told.contains("Puente Claro"));
        for secret in ["Paz", "Contreras", "puente.example.org"] {
            assert!(!told.contains(secret), "{secret} is public");
        }
        assert!(!paz.path().contains("puente"), "nor in an address");

        let mut exporter = world.organizer(&letter, Role::Exporter).await;
        let list = table(&mut exporter, &letter).await;
        // whoever took it, and the owner
        assert_eq!(world.mails().await.len(), 2);
        let lines: Vec<_> = list.trim_start_matches('\u{feff}').lines().collect();
        assert_eq!(
            lines[0],
            "\"organization\",\"full_name\",\"email\",\"state\",\"language\",\"created_at\",\"confirmed_at\""
        );
        assert!(
            lines[1].starts_with("\"Puente Claro, A.C.\",\"Paz Contreras Luna\",\"desk0@puente.example.org\",\"shown\",\"en\",\""),
            "{list}"
        );
        assert_eq!(lines.len(), 2);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_takes_itself_back_with_all_that_is_known() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let (mut paz, _) = shown(
            &world,
            &letter,
            "Puente Claro",
            Some(&talkative_png(90, 90)),
        )
        .await;
        let page = world.visitor().gets(SIGNERS).await.page();
        let logo = page.attribute(".endorsers img", "src").expect("a logo");
        assert_eq!(world.visitor().gets(&logo).await.status, 200);
        paz.opens_link()
            .await
            .sees("It is shown among the organizations");
        paz.follows("Withdraw it").await.sees("Puente Claro");
        paz.follows("Keep it").await;
        assert_eq!(
            facts(&world, "organizations").await,
            1,
            "looking changes nothing"
        );
        paz.follows("Withdraw it").await;
        let press = paz.would_send("Withdraw and delete");
        let stale = paz.posts(&press.action, "token=1.2".to_owned()).await;
        assert_eq!(stale.status, 409);
        paz.presses("Withdraw and delete").await;
        assert_eq!(paz.status(), 422);
        paz.sees("Type the word from the message");
        let word = paz.mail().word();
        paz.types("word", &word)
            .presses("Withdraw and delete")
            .await;
        paz.sees("Withdrawn")
            .sees_no("Paz Contreras")
            .sees_no("desk0@");
        assert_eq!(world.visitor().gets(&logo).await.status, 404, "at once");
        assert_eq!(
            world
                .visitor()
                .gets(&format!("{}/logo.png", paz.path()))
                .await
                .status,
            404
        );
        assert!(!public(&world).await.contains("Puente Claro"));
        assert_eq!(facts(&world, "organizations").await, 0);
        let (name, email, key, logo) = world
            .read(|conn| {
                let row = endorsements::table.select((
                    endorsements::contact_name,
                    endorsements::contact_email,
                    endorsements::address_key,
                    endorsements::logo,
                ));
                Ok(row.first::<(String, String, Vec<u8>, Option<Vec<u8>>)>(conn)?)
            })
            .await;
        assert_eq!(
            (name.as_str(), email.as_str(), key.len(), logo),
            ("", "", 0, None)
        );
        if let Some(folder) = world.folder() {
            for file in ["story.db", "story.db-wal"] {
                let bytes = std::fs::read(folder.join(file)).unwrap_or_default();
                let left = String::from_utf8_lossy(&bytes).contains("Paz Contreras");
                assert!(!left, "{file} still has it");
            }
        }
        // the second press finds it done, and nobody finds it to decide about
        assert_eq!(paz.posts(&press.action, press.body()).await.status, 303);
        let mut exporter = world.organizer(&letter, Role::Exporter).await;
        let page = exporter.goes(&urls::export(letter.id)).await;
        page.sees_no("Download organizations");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_answer_is_the_same_whoever_signed_before() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        shown(&world, &letter, "Puente Claro", None).await;
        let mut answers = Vec::new();
        for (who, email) in [
            ("Puente Claro", "desk0@puente.example.org"),
            ("Puente Oscuro", "desk0@puente.example.org"),
            ("Puente Claro", "new@other.example.org"),
        ] {
            let mut somebody = world.visitor();
            somebody
                .endorses(&letter, who, email)
                .await
                .sends_with(None)
                .await;
            assert_eq!(somebody.path(), "/en/p/open-letter/organizations/check");
            answers.push(somebody.answer().body.clone());
        }
        assert!(answers.windows(2).all(|two| two[0] == two[1]));
        // however many come from one place: nothing is dropped
        let mut flood = world.visitor();
        for _ in 0..7 {
            flood.endorses(&letter, "Flood", "flood@example.org").await;
            flood.sends_with(None).await;
            assert_eq!(flood.answer().body, answers[0]);
        }
        let floods = all(&world).await.len() - 4;
        assert_eq!(floods, 7);
        // three letters for a petition at most, ten minutes apart
        world.mail_drains().await;
        let letters = world
            .smtp()
            .messages()
            .iter()
            .filter(|one| one.recipient() == "flood@example.org")
            .count();
        assert_eq!(letters, 3);
        world.leaves_unread(world.unread());
        assert_eq!(of(&world, &letter, EndorsementState::Shown).await.len(), 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_mailbox_that_knows_nothing_of_it_is_left_alone() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut paz = world.visitor();
        paz.endorses(&letter, "evil.com", "paz@example.org").await;
        paz.sends_with(Some(&talkative_png(20, 20))).await;
        let mail = paz.reads_mail().await;
        mail.says("Confirm for your organization: To the judges");
        assert!(
            !mail.source().contains("evil.com"),
            "no stranger's address of a page in our letter"
        );
        assert!(mail.link().starts_with("/o/"));
        paz.goes(&mail.link())
            .await
            .sees("evil.com")
            .sees("paz@example.org");
        let logo = paz
            .answer()
            .page()
            .attribute(".endorser img", "src")
            .unwrap();
        assert_eq!(paz.gets(&logo).await.header("content-type"), "image/png");
        assert_eq!(
            all(&world).await,
            [EndorsementState::Typed.number()],
            "looking changes nothing"
        );
        paz.presses("This was not us").await;
        paz.sees("Thank you for telling us").sees("is deleted");
        assert_eq!(all(&world).await, [0; 0]);
        let answer = paz.reads_mail().await;
        answer.says("We have deleted it");
        assert_eq!(paz.gets(&mail.link()).await.status, 404);
        let barred: i64 = world
            .read(|conn| Ok(suppressions::table.count().get_result(conn)?))
            .await;
        assert_eq!(barred, 1);
        // nobody writes to it about this letter any more, not for a person either
        let mut again = world.visitor();
        again
            .endorses(&letter, "Puente Claro", "paz@example.org")
            .await;
        again.sends_with(None).await.sees("Check your email");
        again
            .signs(&letter, "Paz Contreras", "paz@example.org")
            .await;
        world.mail_rests().await;
        assert_eq!(world.unread(), 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn links_of_others_and_of_last_week_open_nothing() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut paz = world.visitor();
        paz.endorses(&letter, "Puente Claro", "paz@example.org")
            .await;
        paz.sends_with(None).await;
        let link = paz.reads_mail().await.link();
        paz.goes(&link).await;
        let press = paz.would_send("Confirm for the organization");
        let token = link.trim_start_matches("/o/").to_owned();
        for path in [
            format!("/c/{token}"),
            format!("/m/{token}"),
            format!("/o/{}", Token::random()),
        ] {
            assert_eq!(paz.gets(&path).await.status, 404, "{path}");
        }
        world.meanwhile(hours(2));
        let late = paz.posts(&press.action, press.body()).await;
        assert_eq!(late.status, 409, "a page of two hours ago");
        let foreign = format!("/o/{}", Token::random());
        assert_eq!(paz.posts(&foreign, press.body()).await.status, 404);
        assert_eq!(
            paz.posts(&link, "choice=perhaps".to_owned()).await.status,
            422
        );
        assert_eq!(all(&world).await, [0]);
        world.later(days(6)).await;
        assert_eq!(paz.gets(&link).await.status, 200);
        world.later(days(1) + minutes(1)).await;
        assert_eq!(paz.gets(&link).await.status, 404);
        assert_eq!(all(&world).await, [0; 0], "what nobody confirmed is gone");
        let confirmed = endorsed(&world, &letter, "Puente Claro", None).await;
        world.later(days(40)).await;
        assert_eq!(
            confirmed.gets(confirmed.path()).await.status,
            200,
            "its own page from then on"
        );
    })
    .await;
}
