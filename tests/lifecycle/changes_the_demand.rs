//! Story: organizers write other words under signatures. Nothing is live before they say whether spelling is mended or something
//! else is asked; what was asked before stays readable, and the number says how many signed which.

use crate::support::signers::{sign, signer};
use crate::support::visitor::Visitor;
use crate::support::world::{World, on_both};
use undersigned::account::model::Role;
use undersigned::base::time::minutes;
use undersigned::petition::edit::part::EditPart;
use undersigned::petition::store::petitions;
use undersigned::petition::{Kind, Petition, Rewording};
use undersigned::signature::SignatureState as Signed;
use undersigned::web::urls;

const OLD: &str = "Open the records, without a fee.";
const NEW: &str = "Close the records, for a fee.";

async fn called(world: &World, petition: &Petition) -> Vec<Option<Rewording>> {
    let id = petition.id;
    let all = world.read(move |conn| petitions::wordings(conn, id)).await;
    let english = all.iter().filter(|kept| kept.wording.lang.as_str() == "en");
    english.map(|kept| kept.called).collect()
}

async fn counts(world: &World, petition: &Petition, name: &str, many: usize) {
    let signers = (0..many).map(|n| signer(&format!("{name} {n}")));
    let (db, now) = (world.app().db.get_ref().clone(), world.now());
    sign(&db, petition.id, Signed::Counted, signers.collect(), now).await;
    world.looks().await;
}

async fn asks(editor: &mut Visitor, petition: &Petition, ask: &str) {
    editor.goes(&urls::edit_petition(petition.id)).await;
    editor.types("ask-en", ask).presses("Update the page").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_live_before_it_is_said_what_it_is() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut editor = world.organizer(&letter, Role::Editor).await;
        // nobody has signed: nothing is asked
        asks(&mut editor, &letter, "Open them.").await;
        assert_eq!(called(&world, &letter).await, [None, None]);
        asks(&mut editor, &letter, OLD).await;
        counts(&world, &letter, "Early", 30).await;

        asks(&mut editor, &letter, NEW).await;
        assert_eq!(editor.status(), 422, "{}", editor.text());
        editor.sees("30 people have signed the text as it was.");
        editor.sees(OLD).sees(NEW).sees("Nothing is saved yet.");
        for path in [
            "/p/open-letter",
            "/p/open-letter/wordings",
            "/p/open-letter.json",
        ] {
            let page = world.visitor().gets(path).await;
            assert!(!page.body.contains(NEW), "{path}");
        }
        // something else than what there is to choose
        editor
            .types("rewording", "poem")
            .presses("Update the page")
            .await;
        assert_eq!(editor.status(), 422);

        // what mends spelling is no other demand, and stands on the page of wordings
        asks(&mut editor, &letter, "Open the records without a fee.").await;
        editor
            .types("rewording", "mend")
            .presses("Update the page")
            .await;
        assert!(editor.path().ends_with("saved=true"), "{}", editor.text());
        let mut reader = world.visitor();
        reader.opens(&letter).await.sees("without a fee.");
        reader
            .sees_no("What is asked was changed")
            .sees_no("of them this text");
        reader.goes("/p/open-letter/wordings").await;
        reader.sees("The organizers corrected the spelling. No signature counts for this text.");
        reader.sees("30 signatures count for this text.").sees(OLD);

        // other things of the form are nobody's question
        editor
            .goes(&urls::edit_part(letter.id, &EditPart::Dates))
            .await;
        editor
            .types("goal", "4000")
            .presses("Update the page")
            .await;
        assert!(editor.path().ends_with("saved=true"), "{}", editor.text());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_number_says_how_many_signed_which() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut sam = world.visitor();
        sam.opens(&letter).await;
        sam.fills_in("Sam", "sam@example.org")
            .types("updates", "yes");
        sam.presses("Sign the letter").await;
        sam.opens_mail().await.presses("Confirm my signature").await;
        counts(&world, &letter, "Early", 29).await;
        // somebody has the old page open, and somebody waits for the mailbox
        let mut slow = world.visitor();
        slow.opens(&letter).await;
        slow.fills_in("Slow", "slow@example.org");
        let mut editor = world.organizer(&letter, Role::Editor).await;
        asks(&mut editor, &letter, NEW).await;
        editor
            .types("rewording", "change")
            .presses("Update the page")
            .await;
        assert!(editor.path().ends_with("saved=true"), "{}", editor.text());
        assert_eq!(
            called(&world, &letter).await,
            [None, Some(Rewording::Change)]
        );
        counts(&world, &letter, "Late", 12).await;

        let mut reader = world.visitor();
        reader.opens(&letter).await;
        reader.sees("42 people have signed, 12 of them this text.");
        reader.sees("What is asked was changed on November 21, 2026: see all versions.");
        reader
            .follows("What is asked was changed on November 21, 2026: see all versions.")
            .await;
        reader.sees(OLD).sees(NEW);
        reader.sees("Everybody should be able to read what they say.");
        reader.sees("The organizers changed what is asked. 12 signatures count for this text.");
        reader.sees("30 signatures count for this text.");
        let spanish = world.visitor().gets("/es/p/open-letter").await;
        assert!(spanish.body.contains("ya firmaron"), "{}", spanish.body);
        let facts = world.visitor().gets("/p/open-letter.json").await.json();
        assert_eq!(facts["signature_count_of_this_text"], 12);

        // who read the old words signs the old words
        slow.presses("Sign the letter").await;
        slow.opens_mail().await;
        slow.sees("The organizers have changed what is asked since you filled in the form.");
        slow.presses("Confirm my signature").await;
        world.later(minutes(1)).await;
        reader
            .opens(&letter)
            .await
            .sees("43 people have signed, 12 of them this text.");
        // and who takes their name back takes it from the text they signed
        let told = sam.reads_mail().await;
        told.says("What you signed has changed: To the judges");
        assert!(told.link().starts_with("/m/"), "{}", told.link());
        world.later(minutes(5)).await;
        sam.opens_link()
            .await
            .presses("Withdraw my signature")
            .await;
        sam.sees("Your signature is withdrawn");
        world.later(minutes(1)).await;
        reader
            .opens(&letter)
            .await
            .sees("42 people have signed, 12 of them this text.");
        assert_eq!(world.counted(&letter).await, 42);
        // once, and only who signed before and said yes
        world.mail_rests().await;
        let told = world.read(|conn| {
            use diesel::prelude::*;
            use undersigned::db::schema::outbox as o;
            let changed =
                o::table.filter(o::kind.eq(undersigned::mail::model::Kind::Changed.number()));
            Ok(changed.count().get_result::<i64>(conn)?)
        });
        let wanting = (0..29).filter(|n| format!("Early {n}").len().is_multiple_of(2));
        assert_eq!(told.await, i64::try_from(wanting.count()).unwrap() + 1);
        world.leaves_unread(world.unread());
    })
    .await;
}
