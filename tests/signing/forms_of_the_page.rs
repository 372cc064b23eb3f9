//! Stories: a petition's page before it opens, while it is paused, and when it was taken down.

use crate::console::petitions::{SLUG, begins, publishes};
use crate::support::organizer::{Answer, Browser};
use crate::support::petitions::rewrite;
use crate::support::post::BEGIN;
use crate::support::world::on_both;
use actix_web::http::StatusCode;
use undersigned::base::Slug;
use undersigned::base::time::{days, minutes};
use undersigned::count;
use undersigned::petition::lifecycle::transition::transition;
use undersigned::petition::store::petitions;
use undersigned::petition::{Kind, PetitionState};
use undersigned::web::urls;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_opens_on_its_day_by_itself() {
    on_both(|world| async move {
        let pledge = world
            .petition_with(Kind::Pledge, |plan| {
                plan.opens_in = Some(days(2));
                plan.closes_in = Some(days(5));
            })
            .await;
        let other = world.another_instance().await;
        let mut early = world.visitor().through(other);
        early.opens(&pledge).await.sees("Signing has not begun");
        early.sees("You can take this pledge from November 23, 2026");
        early
            .sees("Everybody pays for the courts.")
            .sees_no("Be one of the first");
        assert_eq!(early.answer().page().buttons(), [""; 0]);
        let mut lectora = world.visitor();
        lectora
            .goes("/es/p/our-pledge")
            .await
            .sees("Todavía no se puede firmar");
        lectora.sees("a partir del 23 de noviembre de 2026");
        let raw = early.posts(
            "/en/p/our-pledge/sign",
            "name=Early&email=early@example.org&updates=no".to_owned(),
        );
        let raw = raw.await;
        assert_eq!(raw.status, 409);
        assert!(raw.body.contains("Signing has not begun"));
        assert_eq!(world.pending(&pledge).await, 0);
        let facts = early.gets("/p/our-pledge.json").await.json();
        assert_eq!(
            (&facts["state"], &facts["ended"]),
            (&"coming".into(), &false.into())
        );
        assert_eq!(facts["opens_at"], world.now().plus(days(2)).rfc3339());
        early.goes("/").await.sees_no("We will not work");

        world.later(days(2) - minutes(1)).await;
        early.opens(&pledge).await.sees("Signing has not begun");
        world.meanwhile(minutes(1));
        let mut first = world.visitor().through(other);
        first.signs(&pledge, "First", "first@example.org").await;
        first
            .opens_mail()
            .await
            .presses("Confirm my signature")
            .await;
        first.goes("/").await.sees("We will not work");
        world.looks().await;
        assert_eq!(world.counted(&pledge).await, 1);
        world.later(days(3)).await;
        early.opens(&pledge).await.sees("This pledge is closed");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn taken_down_it_is_gone_but_signers_keep_their_say() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut sam = world.visitor();
        sam.signs(&letter, "Sam", "sam@example.org").await;
        sam.opens_mail().await.presses("Confirm my signature").await;
        let mut late = world.visitor().reads("es");
        late.signs(&letter, "Late", "late@example.org").await;
        let link = late.reads_mail().await.link();
        let mut form = world.visitor();
        form.opens(&letter).await;
        form.fills_in("Form", "form@example.org");
        let (id, now) = (letter.id, world.now());
        world
            .write(move |tx| Ok(transition(tx, id, PetitionState::Removed, now).unwrap()))
            .await;
        world.looks().await;

        form.presses("Sign the letter").await;
        assert_eq!(form.status(), 410);
        form.sees("This petition was taken down")
            .sees("The organizers have taken this petition down.");
        late.goes(&link).await;
        assert_eq!(late.status(), 410);
        late.sees("El equipo organizador retiró esta petición.");
        let pressed = late.posts(&link, "choice=confirm".to_owned()).await;
        assert_eq!(late.gets(&link).await.status, 410, "{}", pressed.status);
        let row = world.tally(&letter).await;
        assert_eq!(row.counted, 1, "the count stays, and nothing is added");
        // Sam has lost the letter. What was taken down is not named, but gives back what it holds.
        let mut lost = world.visitor();
        lost.opens(&letter).await;
        assert_eq!(lost.status(), 410);
        lost.sees_no("To the judges");
        lost.follows("Change or remove my signature").await;
        assert_eq!(lost.status(), 200);
        lost.sees_no("To the judges");
        lost.types("email", "sam@example.org")
            .presses("Send me the link")
            .await;
        lost.sees("a message with the link is on its way");
        let own = world.mail("sam@example.org").await.link();
        lost.goes(&own).await.sees("Counted since");
        sam.opens_link().await.sees("It is counted.");
        sam.goes(&own).await.follows("Withdraw my signature").await;
        sam.presses("Withdraw my signature").await;
        sam.sees("Your signature is withdrawn");
        let _ = sam.reads_mail().await;
        assert_eq!(world.tally(&letter).await.counted, 0);
    })
    .await;
}

/// Every public address of Ana's petition.
fn places() -> Vec<String> {
    let pages = [
        "",
        ".json",
        "/count.json",
        "/signers",
        "/feed.atom",
        "/feed.json",
    ];
    let pages = pages.iter().map(|end| format!("/p/{SLUG}{end}"));
    let spanish = ["", "/signers"]
        .iter()
        .map(|end| format!("/es/p/{SLUG}{end}"));
    let badges = ["svg", "json"]
        .iter()
        .map(|end| format!("/badge/{SLUG}.{end}"));
    pages.chain(spanish).chain(badges).collect()
}

async fn signs(browser: &Browser) -> Answer {
    let fields = [
        ("name", "Sam"),
        ("email", "sam@example.org"),
        ("updates", "no"),
    ];
    browser.posts(&format!("/en/p/{SLUG}/sign"), &fields).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn paused_gone_on_and_taken_down_by_its_organizer() {
    on_both(|world| async move {
        world.has_ana().await;
        let ana = world.ana().await;
        let draft = urls::resume_petition(begins(&world, &ana).await);
        assert_eq!(ana.gets(&draft).await.status, StatusCode::CONFLICT);
        let guarded = ana.gets("/organize/petitions/new").await;
        let opened = ana.presses(&guarded, &draft, &[]).await;
        assert_eq!(
            opened.status,
            StatusCode::CONFLICT,
            "a draft is published, not resumed"
        );
        world
            .app()
            .db
            .write(move |tx| {
                let slug = Slug::parse(SLUG).expect("a slug");
                let mut left = petitions::by_slug(tx, &slug)?.expect("the draft");
                left.slug = Slug::parse("left-behind").expect("a slug");
                rewrite(tx, &mut left, BEGIN)
            })
            .await
            .unwrap();
        let id = publishes(&world, &ana).await;
        let stranger = world.browser();
        let (pause, resume, remove) = (
            urls::pause_petition(id),
            urls::resume_petition(id),
            urls::remove_petition(id),
        );
        for place in [&pause, &resume, &remove] {
            assert_eq!(
                stranger.gets(place).await.status,
                StatusCode::SEE_OTHER,
                "{place}"
            );
        }
        assert_eq!(
            ana.gets(&resume).await.status,
            StatusCode::SEE_OTHER,
            "it is open"
        );
        let asks = ana.gets(&pause).await;
        assert!(asks.body.contains("Nobody can sign until you resume"));
        assert_eq!(
            signs(&stranger).await.status,
            StatusCode::SEE_OTHER,
            "asking changes nothing"
        );
        assert_eq!(world.mails().await.len(), 1);
        let paused = ana.presses(&asks, &pause, &[]).await;
        assert_eq!(paused.location, Some(urls::overview(id)), "{}", paused.body);

        let page = stranger.gets(&format!("/p/{SLUG}")).await;
        assert!(
            page.body.contains("Signing is paused") && !page.body.contains("<form class=\"sign\"")
        );
        let refused = signs(&stranger).await;
        assert_eq!(refused.status, StatusCode::CONFLICT);
        assert!(refused.body.contains("Nothing that was signed is lost"));
        let spanish = stranger.gets(&format!("/es/p/{SLUG}")).await;
        assert!(
            spanish.body.contains("firmas por ahora"),
            "{}",
            spanish.body
        );
        let facts = stranger.gets(&format!("/p/{SLUG}.json")).await;
        assert!(
            facts.body.contains("\"state\":\"paused\""),
            "{}",
            facts.body
        );
        assert!(!stranger.gets("/").await.body.contains("Court records"));
        let overview = ana.gets(&urls::overview(id)).await;
        assert!(overview.body.contains("Paused") && overview.body.contains(&resume));
        let edit = ana.gets(&urls::edit_petition(id)).await;
        assert_eq!(edit.status, StatusCode::OK, "it can be mended meanwhile");
        // a second tab presses again: nothing happens twice
        assert_eq!(
            ana.presses(&asks, &pause, &[]).await.status,
            StatusCode::SEE_OTHER
        );

        let asks = ana.gets(&resume).await;
        ana.presses(&asks, &resume, &[]).await;
        assert_eq!(signs(&stranger).await.status, StatusCode::SEE_OTHER);
        assert_eq!(world.mails().await.len(), 1);

        for place in places() {
            let there = stranger.gets(&place).await;
            assert_eq!(there.status, StatusCode::OK, "{place}");
        }
        let asks = ana.gets(&remove).await;
        assert!(asks.body.contains("it cannot be put back"));
        ana.presses(&asks, &remove, &[]).await;
        for place in places() {
            let gone = stranger.gets(&place).await;
            assert_eq!(gone.status, StatusCode::GONE, "{place}");
            let is_json = place.ends_with(".json");
            let kind = gone.header("content-type").unwrap();
            assert_eq!(
                kind == "application/problem+json",
                is_json,
                "{place}: {kind}"
            );
            let says = match place.starts_with("/es") {
                true => "retiró esta petición",
                false => "have taken this petition down",
            };
            assert!(gone.body.contains(says), "{place}: {}", gone.body);
            assert!(!gone.body.contains("Court records"), "{place}");
        }
        // what becomes of what they hold can still be read
        for end in ["privacy", "accessibility", "my-signature"] {
            let place = format!("/en/p/{SLUG}/{end}");
            let there = stranger.gets(&place).await;
            assert_eq!(there.status, StatusCode::OK, "{place}");
            assert!(!there.body.contains("Court records"), "{place}");
            assert!(!there.body.contains("Judicial"), "{place}");
        }
        assert_eq!(signs(&stranger).await.status, StatusCode::GONE);
        for place in [&pause, &resume, &urls::close_petition(id)] {
            assert_eq!(
                ana.gets(place).await.status,
                StatusCode::CONFLICT,
                "{place}"
            );
            let pressed = ana.presses(&asks, place, &[]).await;
            assert_eq!(pressed.status, StatusCode::CONFLICT, "{place}");
        }
        let overview = ana.gets(&urls::overview(id)).await;
        assert!(overview.body.contains("Taken down"));
        assert!(!overview.body.contains(&format!("href=\"/p/{SLUG}\"")));
        let (petition, tally) = world
            .app()
            .db
            .read(move |conn| {
                Ok((
                    petitions::find(conn, id)?,
                    count::store::tallies::find(conn, id.cast())?,
                ))
            })
            .await
            .map_err(|error: undersigned::db::Error| error)
            .unwrap();
        assert_eq!(petition.unwrap().state, PetitionState::Removed);
        assert!(tally.is_some(), "its count stays");
    })
    .await;
}
