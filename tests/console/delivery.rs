//! Story: organizers say to whom a petition is handed over, see what is to be done before, write down that it was, and everybody reads it.

use crate::support::page::Sending;
use crate::support::signers::{sign, signer};
use crate::support::visitor::Visitor;
use crate::support::world::{World, on_both};
use undersigned::account::model::Role;
use undersigned::base::time::days;
use undersigned::petition::store::deliveries;
use undersigned::petition::{Kind, Petition};
use undersigned::signature::SignatureState;
use undersigned::web::urls;

const SUM: &str = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

/// A letter with two signers, and one whose signature is held.
async fn letter(world: &World) -> Petition {
    let letter = world
        .petition_with(Kind::Letter, |plan| plan.closes_in = Some(days(20)))
        .await;
    for (state, names) in [
        (SignatureState::Counted, vec!["Amara Osei", "Sam Rivers"]),
        (SignatureState::Held, vec!["Kim Park"]),
    ] {
        let people = names.into_iter().map(signer).collect();
        sign(&world.app().db, letter.id, state, people, world.now()).await;
    }
    world.looks().await;
    letter
}

/// Names these recipients.
async fn names(owner: &mut Visitor, letter: &Petition, lines: &[[&str; 2]]) {
    owner.goes(&urls::recipients(letter.id)).await;
    owner.types("day", "2026-12-24");
    for (n, [name, office]) in lines.iter().enumerate() {
        owner
            .types(&format!("name-{n}"), name)
            .types(&format!("office-{n}"), office);
    }
    owner.presses("Save").await;
}

/// Sentences of the list of what is to be done, each with whether it is.
fn checks(visitor: &Visitor) -> Vec<String> {
    visitor.answer().page().all("ul.checks li")
}

/// Opens what was written of the only delivery.
async fn edits(visitor: &mut Visitor) {
    let page = visitor.answer().page();
    let mut links = page.attributes("ul.lines a", "href").into_iter();
    let record = links.find(|href| href.starts_with("/organize/deliveries/"));
    visitor.goes(&record.expect("a record")).await;
}

/// How many deliveries are written down.
async fn written(world: &World, letter: &Petition) -> usize {
    let id = letter.id;
    let all = world.read(move |conn| deliveries::of(conn, id)).await;
    all.len()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn recipients_are_named_and_the_list_says_what_is_left_to_do() {
    on_both(|world| async move {
        let letter = letter(&world).await;
        world
            .visitor()
            .signs(&letter, "Ida Bell", "ida@example.org")
            .await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        owner.goes(&urls::overview(letter.id)).await;
        owner.follows("Delivery").await;
        assert_eq!(owner.path(), urls::delivery(letter.id));
        let before = checks(&owner);
        for said in [
            "To do No recipient has been named.",
            "To do It is still open until",
            "To do One signature is held and waits for a decision. Decide",
            "To do One form has not been confirmed yet.",
        ] {
            assert!(before.iter().any(|one| one.contains(said)), "{before:?}");
        }
        owner.sees("2 signatures count; 2 of them by name.");
        names(
            &mut owner,
            &letter,
            &[["Rosa Vidal", "Mayor of Harlow"], ["The <council>", ""]],
        )
        .await;
        assert!(owner.path().ends_with("saved=true"), "{}", owner.text());
        owner.sees("Rosa Vidal").sees("Mayor of Harlow");
        owner
            .sees("The <council>")
            .sees("Planned for December 24, 2026");
        let after = checks(&owner);
        assert!(after[0].contains("Done 2 recipients have been named."));
        assert_eq!(world.mails().await.len(), 1, "only the signer’s own letter");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_who_name_recipients_at_once_and_whoever_only_looks() {
    on_both(|world| async move {
        let letter = letter(&world).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        let mut editor = world.organizer(&letter, Role::Editor).await;
        editor.goes(&urls::recipients(letter.id)).await;
        names(&mut owner, &letter, &[["Ours", ""]]).await;
        editor.types("name-0", "Theirs").presses("Save").await;
        assert_eq!(editor.status(), 409);
        editor.sees("Somebody else saved while you were writing");
        let value = editor.answer().page().attribute("#name-0", "value");
        assert_eq!(value.as_deref(), Some("Theirs"));
        editor.presses("Save").await;
        assert!(editor.path().ends_with("saved=true"));
        editor.sees("Theirs");

        // both at the same moment: one is written, the other hears of it
        for visitor in [&mut owner, &mut editor] {
            visitor.goes(&urls::recipients(letter.id)).await;
        }
        let ours: Sending = owner.would_send("Save").with("name-0", "Ours at once");
        let theirs = editor.would_send("Save").with("name-0", "Theirs at once");
        tokio::join!(owner.sends(ours), editor.sends(theirs));
        let mut ends = [owner.status(), editor.status()];
        ends.sort_unstable();
        assert_eq!(ends, [200, 409], "one was led on to the page");

        let mut analyst = world.organizer(&letter, Role::Analyst).await;
        analyst.goes(&urls::delivery(letter.id)).await;
        analyst.sees("at once");
        assert!(!analyst.text().contains("Edit recipients"));
        assert!(!analyst.text().contains("Record a delivery"));
        assert!(
            checks(&analyst)
                .iter()
                .all(|line| !line.ends_with("Decide"))
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_cannot_be_read_comes_back_whole() {
    on_both(|world| async move {
        let letter = letter(&world).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        let long = "x".repeat(161);
        for (typed, told) in [
            ("a\u{202e}b", "name-0"),
            (long.as_str(), "name-0"),
            ("See https://example.org", "name-0"),
            ("two\nlines", "name-0"),
        ] {
            names(&mut owner, &letter, &[[typed, "Mayor"]]).await;
            assert_eq!(owner.status(), 422, "{typed}");
            let page = owner.answer().page();
            assert_eq!(page.errors()[0].0, told);
            assert!(page.errors()[0].1.starts_with("Recipient 1: "));
            let office = page.attribute("#office-0", "value");
            assert_eq!(office.as_deref(), Some("Mayor"), "nothing is lost");
        }
        owner.goes(&urls::new_delivery(letter.id)).await;
        owner
            .types("day", "2031-01-01")
            .types("signatures", "many")
            .types("named", "3")
            .types("sha256", "not a sum")
            .types("note", "Handed in at the gate");
        owner.presses("Save").await;
        assert_eq!(owner.status(), 422);
        let page = owner.answer().page();
        let fields: Vec<String> = page.errors().into_iter().map(|(field, _)| field).collect();
        assert_eq!(fields, ["day", "recipients", "signatures", "sha256"]);
        owner.sees("Handed in at the gate");
        assert_eq!(written(&world, &letter).await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everybody_reads_what_was_handed_over_until_it_is_taken_back() {
    on_both(|world| async move {
        let letter = letter(&world).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        names(
            &mut owner,
            &letter,
            &[["Rosa Vidal", "Mayor"], ["The council", ""]],
        )
        .await;
        owner.follows("Record a delivery").await;
        let page = owner.answer().page();
        let value = |name: &str| page.attribute(&format!("#{name}"), "value");
        assert_eq!(
            value("recipients").as_deref(),
            Some("Rosa Vidal, The council")
        );
        assert_eq!(value("signatures").as_deref(), Some("2"), "as it stands");
        assert_eq!(value("named").as_deref(), Some("2"));
        owner
            .types("day", "2026-11-20")
            .types("signatures", "2")
            .types("sha256", &SUM.to_uppercase())
            .types("note", "Only for us.");
        owner.presses("Save").await;
        owner.sees("Organizers only").sees(SUM).sees("Only for us.");
        let mut visitor = world.visitor();
        assert!(!visitor.opens(&letter).await.text().contains("Handed over"));
        let facts = visitor.gets("/p/open-letter.json").await;
        assert!(!facts.body.contains("deliveries"));

        edits(&mut owner).await;
        owner.types("public", "1").presses("Save").await;
        owner.sees("On the page");
        let said = "Handed over to Rosa Vidal, The council on November 20, 2026 with 2 signatures.";
        visitor.opens(&letter).await.sees(said).sees(SUM);
        assert!(!visitor.text().contains("Only for us."));
        visitor.goes("/es/p/open-letter").await;
        visitor
            .sees("Entregada a Rosa Vidal, The council el 20 de noviembre de 2026 con 2 firmas.");
        world.later(undersigned::base::time::seconds(2)).await;
        let facts = visitor.gets("/p/open-letter.json").await;
        let told = format!(
            "\"deliveries\":[{{\"day\":\"2026-11-20\",\"to\":\"Rosa Vidal, The council\",\
             \"how\":\"in-person\",\"signatures\":2,\"named\":2,\"sha256\":\"{SUM}\"}}]"
        );
        assert!(facts.body.contains(&told), "{}", facts.body);

        // the editor wrote meanwhile: what is older does not win
        let mut editor = world.organizer(&letter, Role::Editor).await;
        editor.goes(&urls::delivery(letter.id)).await;
        edits(&mut editor).await;
        edits(&mut owner).await;
        owner.types("way", "post").presses("Save").await;
        editor.types("note", "Theirs").presses("Save").await;
        assert_eq!(editor.status(), 409);
        editor.sees("Theirs");

        edits(&mut owner).await;
        owner.follows("Delete this record").await;
        assert_eq!(
            written(&world, &letter).await,
            1,
            "nothing is done by looking"
        );
        owner.presses("Delete this record").await;
        assert_eq!(written(&world, &letter).await, 0);
        assert!(!visitor.opens(&letter).await.text().contains("Handed over"));
        owner.goes(&urls::activity(letter.organization)).await;
        for said in [
            "Changed to whom the petition is handed over",
            "Recorded a delivery",
            "Changed the record of a delivery",
            "Deleted the record of a delivery",
        ] {
            owner.sees(said);
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_they_answered_begins_as_an_update_with_a_title() {
    on_both(|world| async move {
        let letter = letter(&world).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        owner.goes(&urls::new_delivery(letter.id)).await;
        owner
            .types("recipients", "The council")
            .presses("Save")
            .await;
        owner.follows("Write what they answered").await;
        let page = owner.answer().page();
        let title = |lang: &str| page.attribute(&format!("#title-{lang}"), "value");
        assert_eq!(title("en").as_deref(), Some("What The council answered"));
        assert_eq!(title("es").as_deref(), Some("Qué respondió The council"));
        owner.goes(&urls::updates(letter.id)).await;
        owner.sees("No update yet");

        // a delivery of somebody else's, or none, is no title
        let other = world
            .petition_with(Kind::Petition, |plan| plan.slug = "another".to_owned())
            .await;
        let id = letter.id;
        let all = world.read(move |conn| deliveries::of(conn, id)).await;
        let mut theirs = world.organizer(&other, Role::Admin).await;
        theirs.goes(&urls::update_after(other.id, all[0].id)).await;
        let title = theirs.answer().page().attribute("#title-en", "value");
        assert_eq!(title.as_deref(), Some(""));
    })
    .await;
}
