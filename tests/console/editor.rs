//! Rule: the pages of the editor lose nothing: not of two who write at once, nor of what is typed and not saved.

use super::petitions::{filled, publishes};
use crate::support::page::encoded;
use crate::support::visitor::Visitor;
use crate::support::world::{World, on_both};
use undersigned::account::model::Role;
use undersigned::base::time::{days, minutes};
use undersigned::base::{Id, Lang};
use undersigned::petition::edit::part::EditPart;
use undersigned::petition::store::kept_copies::{self, KeptCopy};
use undersigned::petition::store::petitions;
use undersigned::petition::{Kind, Petition};
use undersigned::web::urls;

const UPDATE: &str = "Update the page";

async fn ask(world: &World, petition: &Petition) -> String {
    let id = petition.id;
    let texts = world.read(move |conn| petitions::texts(conn, id)).await;
    let english = texts.into_iter().find(|text| text.lang == Lang::EN);
    english.expect("a text").ask
}

async fn copies(world: &World, petition: &Petition) -> Vec<KeptCopy> {
    let id = petition.id;
    world.read(move |conn| kept_copies::of(conn, id)).await
}

/// Keeps what is typed, as the script of the page does.
pub async fn keeps_on(who: &Visitor) -> u16 {
    let sending = who.would_send("Keep for later");
    let sending = sending.with("then", "keep-on");
    let body = sending.body();
    who.posts(&sending.action, body).await.status
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_who_write_on_different_pages_do_not_meet() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut ana = world.organizer(&letter, Role::Owner).await;
        let mut ben = world.organizer(&letter, Role::Editor).await;
        let mut eva = world.organizer(&letter, Role::Admin).await;
        ana.goes(&urls::edit_petition(letter.id)).await;
        ben.goes(&urls::edit_part(letter.id, &EditPart::Dates))
            .await;
        let spanish = urls::edit_part(letter.id, &EditPart::Text(Lang::ES));
        eva.goes(&spanish).await;
        ana.types("ask-en", "Open them all.");
        ben.types("goal", "700");
        eva.types("ask-es", "Ábranlas todas.");
        tokio::join!(
            ana.presses(UPDATE),
            ben.presses(UPDATE),
            eva.presses(UPDATE)
        );
        for who in [&ana, &ben, &eva] {
            assert!(who.path().ends_with("saved=true"), "{}", who.text());
        }
        assert_eq!(ask(&world, &letter).await, "Open them all.");
        let id = letter.id;
        let saved = world.read(move |conn| petitions::find(conn, id)).await;
        assert_eq!(saved.expect("it is there").goal, Some(700));
        eva.goes("/es/p/open-letter").await.sees("Ábranlas todas.");
        // a field of another page is not swallowed
        let mut sending = eva.goes(&spanish).await.would_send(UPDATE);
        sending.fields.push(("goal".to_owned(), "1".to_owned()));
        eva.sends(sending).await;
        assert_eq!(eva.status(), 422);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stale_tab_keeps_beside_what_is_saved() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut first = world.organizer(&letter, Role::Owner).await;
        let edit = urls::edit_petition(letter.id);
        let was = ask(&world, &letter).await;
        first.goes(&edit).await;
        first.types("ask-en", "Typed in the first tab.");
        assert_eq!(keeps_on(&first).await, 204);
        assert_eq!(ask(&world, &letter).await, was, "kept and not saved");
        // a colleague saves meanwhile
        world.later(minutes(5)).await;
        let mut ben = world.organizer(&letter, Role::Editor).await;
        ben.goes(&edit).await.sees("The Owner typed something here");
        ben.types("ask-en", "Saved by Ben.").presses(UPDATE).await;
        // what was typed before is not offered as the newer
        ben.goes(&edit).await.sees_no("typed something here");
        // the first tab types on, and goes on keeping
        world.later(minutes(5)).await;
        first.types("ask-en", "Typed in the first tab, later.");
        assert_eq!(keeps_on(&first).await, 204);
        assert_eq!(ask(&world, &letter).await, "Saved by Ben.");
        assert_eq!(copies(&world, &letter).await.len(), 1, "the same copy");
        // whoever opens the page now is offered it, with both hours
        ben.goes(&edit).await;
        ben.sees("The Owner typed something here on");
        ben.sees("The page was last saved on");
        ben.follows("Show it").await;
        ben.sees("This is what The Owner typed on")
            .sees("It is not saved yet");
        let page = ben.answer().page();
        assert_eq!(page.all("#ask-en"), ["Typed in the first tab, later."]);
        // saving it is held against what was saved since the tab was opened
        ben.presses(UPDATE).await;
        assert_eq!(ben.status(), 409, "{}", ben.text());
        ben.sees("Saved by Ben.")
            .sees("Typed in the first tab, later.");
        ben.presses(UPDATE).await;
        assert_eq!(ask(&world, &letter).await, "Typed in the first tab, later.");
        // the same words are saved: nothing is left to be offered
        ben.goes(&edit).await.sees_no("typed something here");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_kept_by_a_press_comes_back_and_goes_when_it_is_saved() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        let dates = urls::edit_part(letter.id, &EditPart::Dates);
        owner.goes(&dates).await;
        // what cannot be saved can be kept
        owner.types("goal", "many").presses("Keep for later").await;
        assert!(owner.path().contains("?copy="), "{}", owner.path());
        owner.sees("It is not saved yet");
        let value = owner.answer().page().attribute("#goal", "value");
        assert_eq!(value.as_deref(), Some("many"));
        owner.goes(&urls::edit_petition(letter.id)).await;
        owner.sees("Dates and goal not saved");
        owner.goes(&dates).await.sees("typed something here");
        owner.follows("Show it").await;
        owner.types("goal", "900").presses(UPDATE).await;
        assert!(owner.path().ends_with("saved=true"), "{}", owner.text());
        assert!(copies(&world, &letter).await.is_empty(), "it is saved");

        owner.types("goal", "950").presses("Keep for later").await;
        owner.goes(&dates).await.presses("Throw it away").await;
        assert!(copies(&world, &letter).await.is_empty());
        owner.types("goal", "960").presses("Keep for later").await;
        world.later(days(31)).await;
        assert!(copies(&world, &letter).await.is_empty(), "for 30 days");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_writes_into_the_copy_of_another() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let other = world
            .petition_with(Kind::Letter, |plan| plan.slug = "of-strangers".to_owned())
            .await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        let edit = urls::edit_petition(letter.id);
        owner.goes(&edit).await;
        owner.types("ask-en", "Hers.");
        assert_eq!(keeps_on(&owner).await, 204);
        let [copy] = copies(&world, &letter).await.try_into().expect("one copy");
        let mut ben = world.organizer(&letter, Role::Editor).await;
        ben.goes(&edit).await;
        for forged in [copy.id.to_string(), "no-key".to_owned()] {
            ben.types("ask-en", "Ben’s.").types("copy", &forged);
            assert_eq!(keeps_on(&ben).await, 422, "{forged}");
        }
        assert_eq!(copies(&world, &letter).await, std::slice::from_ref(&copy));
        // nor throws it away, by the form or by saving
        ben.goes(&edit).await.sees("typed something here");
        assert!(ben.answer().page().all("form.note button").is_empty());
        let guard = ben.answer().page().attribute("input[name=guard]", "value");
        let (guard, key) = (guard.expect("a guard"), copy.id.to_string());
        let discard = format!(
            "{}/discard",
            urls::edit_part(letter.id, &EditPart::Text(Lang::EN))
        );
        let body = encoded(&[("guard", guard.as_str()), ("copy", key.as_str())]);
        assert_eq!(ben.posts(&discard, body).await.status, 303);
        ben.types("copy", &key).types("reason-en", "All of us");
        ben.presses(UPDATE).await;
        assert_eq!(copies(&world, &letter).await, std::slice::from_ref(&copy));
        // a key of another petition shows, keeps and discards nothing
        let mut stranger = world.organizer(&other, Role::Admin).await;
        let theirs = urls::edit_petition(other.id);
        stranger.goes(&format!("{theirs}?copy={}", copy.id)).await;
        stranger.sees_no("Hers.").sees_no("not saved yet");
        let preview = format!("{}&copy={}", urls::preview(other.id, Lang::EN), copy.id);
        stranger.goes(&preview).await.sees_no("Hers.");
        assert_eq!(stranger.gets(&edit).await.status, 404);
        // and an editor has at most a dozen
        let mut now = world.now();
        for _ in 0..20 {
            now = now.plus(minutes(1));
            let one = KeptCopy {
                id: Id::new(now),
                kept_at: now,
                ..copy.clone()
            };
            let id = letter.id;
            assert!(world.write(move |tx| kept_copies::keep(tx, id, &one)).await);
        }
        assert_eq!(copies(&world, &letter).await.len(), 12);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_preview_shows_what_is_typed_and_acts_on_nothing() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        owner.goes(&urls::edit_petition(letter.id)).await;
        let policy = owner.answer().header("content-security-policy").to_owned();
        assert!(policy.contains("frame-src 'self'") && policy.contains("frame-ancestors 'none'"));
        owner
            .types("body-en", "Typed **just now**. <script>alert(1)</script>")
            .presses("Keep for later")
            .await;
        let frames = owner.answer().page().attributes("iframe[data-look]", "src");
        assert_eq!(frames.len(), 2, "a phone and a wide screen");
        for frame in frames {
            let shown = owner.gets(&frame).await;
            assert!(
                shown.body.contains("<strong>just now</strong>"),
                "{}",
                shown.body
            );
            assert!(!shown.body.contains("<script>alert"));
            let policy = shown.header("content-security-policy");
            assert!(policy.contains("frame-ancestors 'self'"), "{policy}");
            assert!(policy.contains("form-action 'none'"), "{policy}");
            assert_eq!(
                world.visitor().gets(&frame).await.status,
                303,
                "no stranger"
            );
        }
        owner.goes("/p/open-letter").await.sees_no("just now");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_answer_that_refuses_carries_what_was_typed() {
    on_both(|world| async move {
        world.has_ana().await;
        let ana = world.ana().await;
        let id = publishes(&world, &ana).await;
        let typed = "Typed and refused.";
        let edit = urls::edit_petition(id);
        let page = ana.gets(&edit).await;
        let remove = urls::remove_petition(id);
        let asks = ana.gets(&remove).await;
        ana.presses(&asks, &remove, &[]).await;
        let refused = ana.presses(&page, &edit, &filled(&page, typed)).await;
        assert_eq!(refused.status, 409);
        assert!(refused.body.contains("What you typed") && refused.body.contains(typed));
        assert!(
            !refused.body.contains("Send it again"),
            "it would be refused again"
        );
    })
    .await;
}
