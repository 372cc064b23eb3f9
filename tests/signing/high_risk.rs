//! Story: signing may put people in danger. Nobody is shown, mail says nothing before it is opened,
//! addresses that the wrong people read are warned of, and there is a way out of the page.

use crate::support::organizer::{Answer, Browser};
use crate::support::page::{Page, Sending};
use crate::support::visitor::Visitor;
use crate::support::world::{World, on_both};
use undersigned::account::model::Role;
use undersigned::base::time::minutes;
use undersigned::petition::Settings;
use undersigned::petition::edit::part::EditPart;
use undersigned::petition::store::petitions;
use undersigned::petition::{Kind, Petition, Visibility};
use undersigned::signature::SignatureState;
use undersigned::signature::store::read;
use undersigned::web::urls;

const WATCHED: &str = "The people this is addressed to may be able to read mail to this address.";

pub async fn danger(world: &World) -> Petition {
    world
        .petition_with(Kind::Letter, |plan| {
            plan.settings = Settings {
                high_risk: true,
                watched_domains: vec!["target.example.org".to_owned()],
                ..plan.settings.clone()
            }
            .careful();
        })
        .await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_tells_who_signed() {
    on_both(|world| async move {
        let letter = danger(&world).await;
        let mut sam = world.visitor();
        sam.opens(&letter).await;
        sam.sees("Use a private address")
            .sees("Leave this page now");
        assert_eq!(sam.answer().header("cache-control"), "no-store");
        let page = sam.answer().page();
        assert_eq!(
            page.attributes("input[name=public]", "name"),
            [""; 0],
            "nothing to show"
        );
        let away = page.attribute("a[data-leave]", "href").unwrap();
        assert!(away.starts_with("https://"), "{away}");

        // somebody sends the box all the same
        sam.fills_in("Sam Rivers", "sam@example.org")
            .types("public", "detail");
        sam.presses("Sign the letter").await;
        sam.sees("Leave this page now");
        let mail = sam.reads_mail().await;
        for told in ["To the judges", "Open Docket", "open-letter"] {
            assert!(!mail.subject().contains(told), "{}", mail.subject());
            assert!(
                !mail.header("From").contains(told),
                "{}",
                mail.header("From")
            );
            assert!(!mail.link().contains(told));
            let beginning: String = mail.text().chars().take(250).collect();
            assert!(!beginning.contains(told), "{beginning}");
        }
        assert!(mail.header("From").starts_with("Confirmations "));
        sam.sees("look in spam or promotions for “Confirmations”");
        sam.opens_link().await.sees("Leave this page now");
        sam.presses("Confirm my signature").await;
        assert_eq!(world.counted(&letter).await, 1);
        world.looks().await;
        for path in [
            "/en/p/open-letter",
            "/p/open-letter.json",
            "/p/open-letter/count.json",
        ] {
            let answer = world.visitor().gets(path).await;
            assert_eq!(answer.status, 200, "{path}");
            assert!(!answer.body.contains("Rivers"), "{path}");
        }
        let mut reader = world.visitor();
        reader.goes("/en/p/open-letter/privacy").await;
        reader.sees("Leave this page now");
        let list = world.visitor().gets("/en/p/open-letter/signers").await;
        assert_eq!(list.status, 404);
        // nor is it kept that they ever wanted to be shown
        let id = letter.id;
        let signed = world
            .read(move |conn| read::newest(conn, id, SignatureState::Counted, None, 1))
            .await;
        assert_eq!(
            signed[0].signer.as_ref().unwrap().visibility,
            Visibility::Counted
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_watched_address_is_asked_about_once() {
    on_both(|world| async move {
        let letter = danger(&world).await;
        let mut sam = world.visitor();
        sam.signs(&letter, "Sam Rivers", "sam@law.target.example.org")
            .await;
        assert_eq!(sam.status(), 422);
        sam.sees(WATCHED);
        let page = sam.answer().page();
        assert_eq!(
            page.attribute("input[name=name]", "value").unwrap(),
            "Sam Rivers"
        );
        assert_eq!(
            page.attribute("input[name=email]", "value").unwrap(),
            "sam@law.target.example.org",
            "nothing is lost"
        );
        sam.presses("Sign the letter").await;
        assert_eq!(sam.status(), 422, "it is not forgotten");
        sam.chooses("Use this address anyway")
            .presses("Sign the letter")
            .await;
        sam.sees("Check your email");
        sam.reads_mail().await;

        // another address on the page behind it
        sam.types("email", "sam@target.example.org")
            .presses("Send it there")
            .await;
        assert_eq!(sam.status(), 422);
        sam.sees(WATCHED);
        sam.types("email", "sam@private.example.com")
            .presses("Send it there")
            .await;
        sam.sees("the message now goes to the new address,");

        // an ordinary letter warns of nothing
        let other = world
            .petition_with(Kind::Petition, |plan| {
                plan.settings.watched_domains = vec!["target.example.org".to_owned()];
            })
            .await;
        let mut ana = world.visitor();
        ana.signs(&other, "Ana", "ana@target.example.org").await;
        ana.sees("Check your email").sees_no("Leave this page");
        world.leaves_unread(2);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_organizer_ticks_one_box() {
    on_both(|world| async move {
        world.has_ana().await;
        let ana = world.ana().await;
        let id = world.open_letter(&ana).await;
        let edit = urls::edit_part(id, &EditPart::Protection);
        let form = filled(&ana, &edit).await;
        let form = form
            .with("high_risk", "1")
            .with("watched_domains", "Target.example.org\nhr@corp.example.com");
        assert!(sent(&ana, &form).await.status.is_redirection());
        let found = world
            .app()
            .db
            .read(move |conn| petitions::find(conn, id))
            .await
            .unwrap();
        let settings = found.unwrap().settings;
        assert!(settings.high_risk && settings.discreet);
        assert_eq!(settings.most_public, Visibility::Counted);
        assert_eq!(
            settings.watched_domains,
            ["target.example.org", "corp.example.com"]
        );

        let form = filled(&ana, &edit).await;
        let wrong = sent(&ana, &form.with("watched_domains", "not a domain")).await;
        assert_eq!(wrong.status.as_u16(), 422);
        assert!(wrong.body.contains("not a domain") && wrong.body.contains("one per line"));
    })
    .await;
}

/// What the form would send as it is.
pub async fn filled(ana: &Browser, path: &str) -> Sending {
    Page::of(&ana.gets(path).await.body)
        .press("Update the page")
        .unwrap()
}

pub async fn sent(ana: &Browser, form: &Sending) -> Answer {
    let fields: Vec<_> = form
        .fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    ana.posts(&form.action, &fields).await
}

/// A receipt in the mailbox would be the last thing that tells.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_receipt_comes_by_mail() {
    on_both(|world| async move {
        let letter = danger(&world).await;
        let mut sam = world.visitor();
        sam.signs(&letter, "Sam Rivers", "sam@example.org").await;
        sam.opens_mail().await.presses("Confirm my signature").await;
        sam.follows("See or change everything we keep about you")
            .await;
        sam.follows("Erase my details").await;
        let word = sam.mail().word();
        sam.types("word", &word).presses("Erase everything").await;
        assert_eq!(sam.status(), 410);
        let mut kim = world.visitor();
        kim.signs(&letter, "Kim Okafor", "kim@example.org").await;
        kim.opens_mail().await.presses("This was not me").await;
        kim.sees("Thank you for telling us");
        world.mail_rests().await;
        assert_eq!(
            world.unread(),
            0,
            "what was deleted is said on the page alone"
        );
    })
    .await;
}

/// Whoever signed was promised that nothing tells on them. Who signed before was not: a box that was ticked by mistake is unticked as long as
/// nobody has signed since.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_promise_stands_once_somebody_has_signed() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let id = letter.id;
        let is_high_risk = async || {
            let found = world.read(move |conn| petitions::find(conn, id)).await;
            found.expect("it is there").settings.high_risk
        };
        let mut sam = world.visitor();
        sam.signs(&letter, "Sam Rivers", "sam@example.org").await;
        sam.opens_mail().await.presses("Confirm my signature").await;
        world.later(minutes(5)).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        for (ticked, kept) in [("1", true), ("1", true), ("0", false), ("1", true)] {
            owner
                .goes(&urls::edit_part(id, &EditPart::Protection))
                .await;
            owner
                .types("high_risk", ticked)
                .presses("Update the page")
                .await;
            assert!(owner.path().ends_with("saved=true"), "{}", owner.text());
            assert_eq!(is_high_risk().await, kept);
            world.later(minutes(5)).await;
        }
        let refused = async |owner: &mut Visitor| {
            owner
                .goes(&urls::edit_part(id, &EditPart::Protection))
                .await;
            owner
                .types("high_risk", "0")
                .presses("Update the page")
                .await;
            assert_eq!(owner.status(), 422);
            let told = owner.answer().page().errors();
            assert_eq!(told.len(), 1, "{told:?}");
            assert!(told[0].0 == "high_risk" && told[0].1.contains("since you promised secrecy"));
            assert!(is_high_risk().await);
        };
        // somebody who has not confirmed yet has read the promise too
        let mut lea = world.visitor();
        lea.signs(&letter, "Lea Rivers", "lea@example.org").await;
        refused(&mut owner).await;
        lea.opens_mail().await.presses("Confirm my signature").await;
        refused(&mut owner).await;
    })
    .await;
}
