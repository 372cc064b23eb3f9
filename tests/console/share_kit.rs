//! Story: what organizers send on. Publishing leads to the share kit; each message has its own link in its own language; where signing may
//! be a danger no link says how somebody came.

use super::petitions::{SLUG, publishes};
use crate::signing::high_risk::danger;
use crate::support::page::Page;
use crate::support::petitions::rewrite;
use crate::support::world::{World, on_both};
use actix_web::http::StatusCode;
use undersigned::account::model::Role;
use undersigned::base::Lang;
use undersigned::base::time::days;
use undersigned::petition::store::petitions;
use undersigned::petition::{Kind, Petition, PetitionState};
use undersigned::web::qr::Qr;
use undersigned::web::urls;

/// An address of this site, as it is passed on.
pub fn absolute(world: &World, path: &str) -> String {
    format!("{}{path}", world.app().site.base_url)
}

/// The code of this link, as pages draw it.
pub fn drawn(world: &World, path: &str) -> String {
    Qr::of(&absolute(world, path)).expect("a code").path
}

/// What stands in a message.
fn message(page: &Page, id: &str) -> String {
    page.find(&format!("textarea#{id}")).unwrap_or_default()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn publishing_leads_to_what_can_be_shared() {
    on_both(|world| async move {
        world.has_ana().await;
        let ana = world.ana().await;
        let id = publishes(&world, &ana).await;
        let new = ana.gets(&urls::share_kit_new(id)).await;
        assert_eq!(new.status, StatusCode::OK);
        let page = Page::of(&new.body);
        assert_eq!(page.all("h1"), ["It is live. Now share it."]);
        let link = absolute(&world, &format!("/p/{SLUG}"));
        assert_eq!(page.attribute("#link", "value"), Some(link));
        assert_eq!(
            page.link("Sign it yourself"),
            Some(format!("/p/{SLUG}#sign"))
        );
        // later it is a room like others
        let later = Page::of(&ana.gets(&urls::share_kit(id)).await.body);
        assert_eq!(later.all("h1"), ["Share"]);
        assert!(!later.text().contains("It is live"));
        let overview = Page::of(&ana.gets(&urls::overview(id)).await.body);
        assert_eq!(overview.link("Share"), Some(urls::share_kit(id)));
        // nothing else in the address is an error
        for odd in ["new=maybe", "new=true&new=true", "x=1"] {
            let answer = ana.gets(&format!("{}?{odd}", urls::share_kit(id))).await;
            assert_eq!(answer.status, StatusCode::OK, "{odd}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_message_carries_its_own_link_in_each_published_language() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let id = letter.id;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        owner.goes(&urls::share_texts(id)).await;
        owner
            .types("any-en", "Read & sign.")
            .types("subject-en", "One letter")
            .types("email-en", "Dear all,\nplease sign.")
            .presses("Save")
            .await;
        let page = owner.gets(&urls::share_kit(id)).await.page();
        let to =
            |lang: &str, via: &str| absolute(&world, &format!("/{lang}/p/open-letter?via={via}"));
        for via in ["whatsapp", "sms", "bluesky", "mastodon"] {
            let (english, spanish) = (
                message(&page, &format!("{via}-en")),
                message(&page, &format!("{via}-es")),
            );
            assert_eq!(english, format!("Read & sign. {}", to("en", via)));
            assert!(
                spanish.ends_with(&to("es", via)) && spanish.starts_with("Firmé «"),
                "{spanish}"
            );
        }
        let mail = page.find("textarea#email-en").unwrap();
        assert!(
            mail.contains("please sign.") && mail.ends_with(&to("en", "email")),
            "{mail}"
        );
        assert!(page.text().contains("Subject: One letter"));
        for via in ["facebook", "linkedin"] {
            assert_eq!(message(&page, &format!("{via}-es")), to("es", via));
        }
        let opened = page.attributes("details.way a", "href");
        let has = |begin: &str, part: &str| {
            opened
                .iter()
                .any(|href| href.starts_with(begin) && href.contains(part))
        };
        assert!(
            has("https://wa.me/?text=Read%20%26%20sign.", "via%3Dwhatsapp"),
            "{opened:?}"
        );
        assert!(
            has("mailto:?subject=One%20letter&body=Dear", "via%3Demail"),
            "{opened:?}"
        );
        assert!(has(
            "https://www.facebook.com/",
            "es%2Fp%2Fopen-letter%3Fvia%3Dfacebook"
        ));
        assert_eq!(
            opened.len(),
            12,
            "Mastodon has none: six ways in two languages"
        );
        // what is copied has a button for whoever has script, and can be selected by whoever has not
        let copied = page.attributes("button[data-copy]", "data-copy");
        assert!(
            copied.len() == 15
                && copied
                    .iter()
                    .all(|id| page.find(&format!("#{id}")).is_some())
        );
        assert!(page.all("button[data-copy]:not([hidden])").is_empty());
        assert_eq!(page.link("Change the words"), Some(urls::share_texts(id)));

        // the code leads to each reader's own language, and its previews are the site's own
        let codes = page.attributes("svg.code path[stroke]", "d");
        assert_eq!(codes, [drawn(&world, "/p/open-letter?via=qr")]);
        let cards = page.attributes("figure.look img", "src");
        assert_eq!(cards.len(), 2);
        for card in &cards {
            assert!(card.starts_with("/og/open-letter/"), "{card}");
            assert_eq!(world.visitor().gets(card).await.status, 200);
        }
        assert_eq!(
            page.attributes("figure.look img", "width"),
            ["1200", "1200"]
        );

        // a language that readers do not get is not sent to them
        let mut spanish = world
            .read(move |conn| petitions::texts(conn, id))
            .await
            .into_iter()
            .find(|text| text.lang == Lang::ES)
            .expect("Spanish");
        spanish.is_published = false;
        let now = world.now();
        world
            .write(move |tx| petitions::save_text(tx, id, &spanish, now))
            .await;
        let page = owner.gets(&urls::share_kit(id)).await.page();
        assert!(page.find("textarea#sms-es").is_none() && page.find("textarea#sms-en").is_some());
        assert_eq!(page.all("figure.look").len(), 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_signing_may_be_a_danger_no_link_says_how_somebody_came() {
    on_both(|world| async move {
        let letter = danger(&world).await;
        let id = letter.id;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        owner.goes(&urls::share_texts(id)).await;
        owner
            .types("any-en", "I signed this letter.")
            .presses("Save")
            .await;
        let answer = owner.gets(&urls::share_kit(id)).await;
        let page = answer.page();
        assert!(!answer.body.contains("via=") && !answer.body.contains("via%3D"));
        assert!(!answer.body.contains("I signed") && !answer.body.contains("Firmé"));
        let sent = message(&page, "whatsapp-en");
        assert!(sent.starts_with("Have a look at “"), "{sent}");
        let code = drawn(&world, "/p/open-letter");
        assert_eq!(
            page.attributes("svg.code path[stroke]", "d"),
            std::slice::from_ref(&code)
        );
        assert!(page.all("figure.look").is_empty());
        assert!(page.text().contains("networks would keep it"));
        // nor does anything that is printed
        for path in [
            format!("{}?via=harlow", urls::qr_svg(id)),
            format!("{}&via=harlow", urls::poster(id, "flyer", None)),
        ] {
            let answer = owner.gets(&path).await;
            assert_eq!(answer.status, 200, "{path}");
            assert!(
                answer.body.contains(&code) && !answer.body.contains("via="),
                "{path}"
            );
        }
    })
    .await;
}

/// The petition as it is, changed.
async fn changed(
    world: &World,
    letter: &Petition,
    change: impl FnOnce(&mut Petition) + Send + 'static,
) {
    let (id, now) = (letter.id, world.now());
    world
        .write(move |tx| {
            let mut letter = petitions::find(tx, id)?.expect("it is there");
            change(&mut letter);
            rewrite(tx, &mut letter, now)
        })
        .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_says_what_there_is_to_share() {
    on_both(|world| async move {
        let draft = world
            .petition_with(Kind::Pledge, |plan| plan.state = PetitionState::Draft)
            .await;
        let mut owner = world.organizer(&draft, Role::Admin).await;
        owner.goes(&urls::share_kit_new(draft.id)).await;
        owner
            .sees("There is nothing to share yet")
            .sees_no("It is live");
        let page = owner.answer().page();
        assert_eq!(page.link("Publish"), Some(urls::publish_petition(draft.id)));
        assert!(page.find("#link").is_none() && page.all("svg.code").is_empty());
        for path in prints(&draft) {
            assert_eq!(owner.gets(&path).await.status, 404, "{path}");
        }

        let letter = world
            .petition_with(Kind::Letter, |plan| plan.closes_in = Some(days(9)))
            .await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        let here = urls::share_kit(letter.id);
        let begin = world.now().plus(days(2));
        changed(&world, &letter, move |letter| letter.opens_at = Some(begin)).await;
        owner.goes(&here).await;
        owner.sees("They can sign from").sees_no("Sign it yourself");
        changed(&world, &letter, |letter| {
            letter.opens_at = None;
            letter.state = PetitionState::Paused;
        })
        .await;
        owner.goes(&here).await;
        owner
            .sees("Signing is paused.")
            .sees("To print and hang up");
        let now = world.now();
        changed(&world, &letter, move |letter| {
            assert!(letter.transition_to(PetitionState::Closed, now));
        })
        .await;
        owner.goes(&urls::share_kit_new(letter.id)).await;
        owner
            .sees("Signing is over.")
            .sees_no("It is live")
            .sees_no("Messages ready");
        let page = owner.answer().page();
        assert!(page.find("#link").is_some() && page.all("svg.code").len() == 1);
        for path in prints(&letter) {
            assert_eq!(owner.gets(&path).await.status, 200, "{path}");
        }
        changed(&world, &letter, move |letter| {
            assert!(letter.transition_to(PetitionState::Removed, now));
        })
        .await;
        owner.goes(&here).await;
        owner.sees("This was taken down.");
        assert!(owner.answer().page().find("#link").is_none());
        for path in prints(&letter) {
            assert_eq!(owner.gets(&path).await.status, 410, "{path}");
        }
    })
    .await;
}

/// Everything that is drawn of a petition.
fn prints(letter: &Petition) -> [String; 5] {
    [
        urls::qr_svg(letter.id),
        urls::qr_png(letter.id),
        urls::qr_pdf(letter.id, "letter"),
        urls::poster(letter.id, "poster", None),
        urls::poster_pdf(letter.id, "poster", "a4", None, None),
    ]
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn colleagues_have_it_and_nobody_else() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let other = world
            .petition_with(Kind::Pledge, |plan| plan.organization = "Another".into())
            .await;
        let stranger = world.organizer(&other, Role::Owner).await;
        let analyst = world.organizer(&letter, Role::Analyst).await;
        let mut all = prints(&letter).to_vec();
        all.push(urls::share_kit(letter.id));
        for path in all {
            assert_eq!(stranger.gets(&path).await.status, 404, "{path}");
            let away = world.visitor().gets(&path).await;
            assert_eq!(away.status, 303, "{path}");
            assert!(
                away.header("location")
                    .starts_with("/organize/sign-in?next="),
                "{path}"
            );
            let seen = analyst.gets(&path).await;
            assert_eq!(seen.status, 200, "{path}");
            assert_eq!(seen.header("cache-control"), "no-store", "{path}");
        }
        let page = analyst.gets(&urls::share_kit(letter.id)).await.page();
        for theirs in ["Change the words", "Change the title", "Change the picture"] {
            assert_eq!(page.link(theirs), None, "{theirs}");
        }
    })
    .await;
}
