//! Story: organizers narrow the list of signatures down by what signers said, by words and by tags; no address says for whom they looked.

use crate::support::visitor::Visitor;
use crate::support::world::{World, on_both};
use undersigned::account::model::Role;
use undersigned::base::Id;
use undersigned::base::time::{days, hours};
use undersigned::petition::{Kind, Petition};
use undersigned::signature::store::own_changes;
use undersigned::web::urls;

/// The names of a list, sorted.
fn names(who: &Visitor) -> Vec<String> {
    let mut names = who.answer().page().all("a.nm");
    names.sort();
    names
}

/// A chip of the page: its number, and where it leads.
fn chip(who: &Visitor, label: &str) -> (String, String) {
    let page = who.answer().page();
    let labels = page.all("ul.chips a");
    let hrefs = page.attributes("ul.chips a", "href");
    let found = labels
        .iter()
        .zip(hrefs)
        .find(|(said, _)| said.starts_with(label));
    let (said, href) = found.unwrap_or_else(|| panic!("{label} of {labels:?}"));
    (said.trim_start_matches(label).trim().to_owned(), href)
}

async fn turns(who: &mut Visitor, label: &str) {
    let (_, href) = chip(who, label);
    who.goes(&href).await;
    assert_eq!(who.status(), 200, "{label}");
}

/// Signs in this language, says yes or no, and is shown by name or not.
async fn signs(world: &World, letter: &Petition, name: &str, how: (&str, bool, bool)) {
    let (lang, says_yes, is_named) = how;
    let email = format!("{}@example.org", name.to_lowercase());
    let mut visitor = world.visitor();
    visitor.goes(&format!("/{lang}/p/open-letter")).await;
    visitor.types("name", name).types("email", &email);
    visitor.types("updates", if says_yes { "yes" } else { "no" });
    let choice = match (lang, is_named) {
        ("es", true) => "Nombre",
        ("es", false) => "Sin nombre",
        (_, true) => "Name",
        _ => "Just count me",
    };
    visitor.chooses(choice);
    let _ = letter;
    visitor.is_at(&email);
    let button = visitor.sign_button();
    visitor.presses(&button).await;
    visitor.opens_mail().await;
    let confirm = if lang == "es" {
        "Confirmar mi firma"
    } else {
        "Confirm my signature"
    };
    visitor.presses(confirm).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn chips_say_how_many_and_show_exactly_those() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        signs(&world, &letter, "Ana", ("en", true, true)).await;
        signs(&world, &letter, "Ben", ("en", true, false)).await;
        signs(&world, &letter, "Eva", ("es", false, true)).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        let list = urls::signatures(letter.id);
        owner.goes(&list).await;
        assert_eq!(names(&owner), ["Ana", "Ben", "Eva"]);
        for (label, number) in [
            ("Said yes to email", "2"),
            ("Name is public", "2"),
            ("English", "2"),
            ("Español", "1"),
        ] {
            assert_eq!(chip(&owner, label).0, number, "{label}");
        }
        turns(&mut owner, "Said yes to email").await;
        assert_eq!(names(&owner), ["Ana", "Ben"]);
        turns(&mut owner, "Name is public").await;
        assert_eq!(names(&owner), ["Ana"], "both are true");
        // what is narrowed down stays so in every state, and for words
        turns(&mut owner, "Held").await;
        assert_eq!(names(&owner), Vec::<String>::new());
        owner.sees("No signature is all of that.");
        turns(&mut owner, "All confirmed").await;
        turns(&mut owner, "Name is public").await;
        assert_eq!(
            names(&owner),
            ["Ana", "Ben"],
            "pressed again, it is taken away"
        );
        owner.types("q", "ben").presses("Find").await;
        assert_eq!(names(&owner), ["Ben"]);
        turns(&mut owner, "Español").await;
        owner.sees("No signer matches “ben”.");
        owner.follows("Clear").await;
        assert_eq!(names(&owner), ["Ana", "Ben", "Eva"]);

        // who says no now is found no more by the yes
        let mut ben = world.visitor();
        ben.is_at("ben@example.org");
        ben.goes("/en/p/open-letter/my-signature").await;
        ben.types("email", "ben@example.org")
            .presses("Send me the link")
            .await;
        ben.opens_mail().await;
        ben.types("updates", "no")
            .presses("Save changes")
            .await
            .sees("Saved.");
        owner.goes(&list).await;
        assert_eq!(chip(&owner, "Said yes to email").0, "1");
        turns(&mut owner, "Said yes to email").await;
        assert_eq!(names(&owner), ["Ana"]);
        // nor who stops mail by its link, which changes nothing else
        let href = owner.answer().page().attributes("a.nm", "href").remove(0);
        let ana = Id::parse(href.rsplit('/').next().expect("a key")).expect("a key");
        world
            .write(move |tx| own_changes::answer(tx, ana, false, None, None))
            .await;
        owner.goes(&list).await;
        turns(&mut owner, "Said yes to email").await;
        assert_eq!(names(&owner), Vec::<String>::new());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_address_says_for_whom_somebody_looked_and_none_is_of_another_list() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let other = world
            .petition_with(Kind::Letter, |plan| {
                plan.slug = "another".to_owned();
                plan.organization = "Strangers".to_owned();
            })
            .await;
        let mut sam = world.visitor();
        sam.signs(&letter, "Sam Rivers", "sam.rivers@example.org")
            .await;
        sam.opens_mail().await.presses("Confirm my signature").await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        owner
            .looks_for(&letter, "all", "sam.rivers@example.org")
            .await;
        assert_eq!(names(&owner), ["Sam Rivers"]);
        let here = owner.path().to_owned();
        for told in ["rivers", "example"] {
            assert!(!here.to_lowercase().contains(told), "{here}");
        }
        let hrefs = owner.answer().page().attributes("main a", "href");
        assert!(
            hrefs.iter().all(|href| !href.contains("rivers")),
            "{hrefs:?}"
        );
        // the same words twice are two addresses: nobody can tell that they are the same
        owner
            .looks_for(&letter, "all", "sam.rivers@example.org")
            .await;
        assert_ne!(owner.path(), here);

        // another petition's list opens none of it, and says so
        let (_, query) = here.split_once('?').expect("a search");
        let elsewhere = format!("{}?{query}", urls::signatures(other.id));
        let mut theirs = world.organizer(&other, Role::Admin).await;
        theirs.goes(&elsewhere).await;
        theirs
            .sees("This search is not known any more")
            .sees_no("Sam Rivers");
        let made_up = format!("{}?s={}", urls::signatures(letter.id), "A".repeat(80));
        owner
            .goes(&made_up)
            .await
            .sees("This search is not known any more");
        assert_eq!(names(&owner), ["Sam Rivers"], "the whole list");
        for odd in ["a", "%_", "'", "\"", "l'or", "*", "sam%"] {
            owner.looks_for(&letter, "all", odd).await;
            assert_eq!(owner.status(), 200, "{odd}");
        }
        owner.looks_for(&letter, "all", "s").await;
        assert_eq!(names(&owner), ["Sam Rivers"], "one letter begins a word");
        world.later(days(31)).await;
        let mut late = world.organizer(&letter, Role::Exporter).await;
        late.goes(&here)
            .await
            .sees("This search is not known any more");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn tags_and_notes_are_for_colleagues_and_for_whoever_signed() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        for (name, email) in [("Sam", "sam@example.org"), ("Kim", "kim@example.org")] {
            let mut one = world.visitor();
            one.signs(&letter, name, email).await;
            one.opens_mail().await.presses("Confirm my signature").await;
        }
        let mut owner = world.organizer(&letter, Role::Owner).await;
        let list = urls::signatures(letter.id);
        owner.goes(&list).await.follows("Sam").await;
        let page = owner.path().to_owned();
        owner.types("note", "Would speak to the press.");
        owner
            .types("tags", "press, table")
            .presses("Save notes and tags")
            .await;
        owner
            .sees("Saved.")
            .sees("Would speak to the press.")
            .sees("The Owner");
        let tags = owner.answer().page().attribute("#tags", "value");
        assert_eq!(tags.as_deref(), Some("press, table"));
        // what a colleague puts on meanwhile stays
        let mut ben = world.organizer(&letter, Role::Moderator).await;
        ben.goes(&page).await;
        ben.types("tags", "press, table, stage");
        ben.presses("Save notes and tags").await;
        owner
            .types("tags", "press")
            .presses("Save notes and tags")
            .await;
        let tags = owner.answer().page().attribute("#tags", "value");
        assert_eq!(tags.as_deref(), Some("press, stage"));
        owner
            .types("tags", "press, table")
            .presses("Save notes and tags")
            .await;
        // what cannot be read comes back with its sentence
        owner.types("note", "Second").types("tags", &"x".repeat(41));
        owner.presses("Save notes and tags").await;
        assert_eq!(owner.status(), 422);
        assert_eq!(owner.answer().page().all("#note"), ["Second"]);
        assert_eq!(owner.answer().page().errors()[0].0, "tags");

        // the list is narrowed down by it, and it is put on those that are ticked
        owner.goes(&list).await;
        turns(&mut owner, "Tag: press").await;
        assert_eq!(names(&owner), ["Sam"]);
        owner.goes(&list).await;
        owner.chooses("Choose Sam").chooses("Choose Kim");
        owner.types("tag", "speakers").presses("Put it on").await;
        assert_eq!(owner.status(), 200, "{}", owner.text());
        assert_eq!(chip(&owner, "Tag: speakers").0, "2");
        turns(&mut owner, "Tag: speakers").await;
        assert_eq!(names(&owner), ["Kim", "Sam"]);
        owner.chooses("Choose Kim").types("tag", "speakers");
        owner.presses("Take it off").await;
        assert_eq!(names(&owner), ["Sam"], "back in the list it was pressed in");
        owner
            .goes(&list)
            .await
            .types("tag", "nobody")
            .presses("Put it on")
            .await;
        assert_eq!(owner.status(), 422);

        // whoever signed reads both, and takes both along
        let mut sam = world.visitor();
        sam.is_at("sam@example.org");
        sam.goes("/en/p/open-letter/my-signature").await;
        sam.types("email", "sam@example.org")
            .presses("Send me the link")
            .await;
        sam.opens_mail().await;
        sam.sees("Would speak to the press.").sees("press");
        let own = sam.path().to_owned();
        let file = sam.gets(&format!("{own}/data.json")).await.body;
        assert!(
            file.contains("Would speak to the press.") && file.contains("\"table\""),
            "{file}"
        );

        // a note is deleted by its button
        let delete = "Delete this note: November 21, 2026 at 4:10 PM, The Owner";
        owner.goes(&page).await.presses(delete).await;
        owner.sees("Saved.").sees_no("Would speak to the press.");
        let reader = world.organizer(&letter, Role::Analyst).await;
        let refused = reader
            .posts(&format!("{page}/notes"), "note=x".to_owned())
            .await;
        assert_eq!(refused.status, 403);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_signer_who_asks_gets_the_link_and_organizers_take_what_is_held() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut sam = world.visitor();
        sam.signs(&letter, "Sam", "sam@example.org").await;
        sam.opens_mail().await.presses("Confirm my signature").await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        owner
            .goes(&urls::signatures(letter.id))
            .await
            .follows("Sam")
            .await;
        let page = owner.path().to_owned();
        owner.presses("Send the link to their own page").await;
        owner.sees("The link is on its way");
        assert!(!owner.answer().body.contains("/m/"), "they do not see it");
        let link = sam.reads_mail().await;
        sam.goes(&link.link()).await.sees("Your signature number 1");
        // a mailbox is not filled
        owner.presses("Send the link to their own page").await;
        owner.sees("within the last hour");
        world.mail_rests().await;
        assert_eq!(world.unread(), 0);
        world.later(hours(1)).await;
        // a session does not last that long
        let mut owner = world.organizer(&letter, Role::Exporter).await;
        owner
            .goes(&page)
            .await
            .presses("Send the link to their own page")
            .await;
        owner.sees("The link is on its way");
        sam.reads_mail().await;

        owner
            .goes(&page)
            .await
            .presses("Take everything we hold as a file")
            .await;
        assert_eq!(owner.status(), 200);
        let file: serde_json::Value = serde_json::from_str(&owner.answer().body).expect("JSON");
        assert_eq!(file["signer"]["email"], "sam@example.org");
        let mut log = world.organizer(&letter, Role::Admin).await;
        log.goes(&urls::activity(letter.organization)).await;
        log.sees("Took everything that is held of a signer");
        log.sees("Had a signer’s own link sent to them");
        let kim = world.organizer(&letter, Role::Moderator).await;
        for way in ["link", "data.json"] {
            let refused = kim.posts(&format!("{page}/{way}"), String::new()).await;
            assert_eq!(refused.status, 403, "{way}");
        }
    })
    .await;
}
