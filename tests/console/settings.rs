//! Story: an organization's settings: what signers read of it, what its petitions begin with, what its signers agreed to, and who needs
//! a second factor. Each is seen where it acts.

use crate::account::phone::sets_up;
use crate::support::signers::petition as find_petition;
use crate::support::world::{World, on_both};
use undersigned::account::model::{Organization, Role};
use undersigned::account::store::organization;
use undersigned::base::Id;
use undersigned::petition::store::petitions;
use undersigned::petition::{Kind, Petition};
use undersigned::web::urls;

async fn of(world: &World, id: Id<Organization>) -> Organization {
    let found = world.read(move |conn| organization::find(conn, id)).await;
    found.expect("an organization")
}

/// Another tenant's settings.
fn pages<T>(id: Id<T>) -> [String; 8] {
    [
        urls::edit_organization(id),
        urls::organization_look(id),
        urls::edit_logo(id),
        urls::organization_beginnings(id),
        urls::organization_consents(id),
        urls::organization_tokens(id),
        urls::organization_security(id),
        urls::delete_organization(id),
    ]
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn details_are_seen_by_signers_and_the_address_of_its_page_stays() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let place = letter.organization;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        owner.goes("/organize").await.follows("Settings").await;
        assert_eq!(owner.path(), urls::edit_organization(place));
        let imprint = "Open Docket e. V.\n12 Quay Street\nAnswers for it: Ana López";
        owner
            .types("name", "Docket Watch")
            .types("about-en", "Lawyers and librarians.")
            .types("imprint-en", imprint)
            .presses("Save")
            .await;
        owner.sees("Saved.");
        let visitor = world.visitor();
        let page = visitor.gets("/en/p/open-letter").await;
        let seen = page.page();
        assert!(seen.text().contains("Docket Watch"), "{}", seen.text());
        assert!(!seen.text().contains("Open Docket Coalition"));
        let href = seen.link("Imprint").expect("an imprint");
        assert_eq!(href, "/en/p/open-letter/imprint");
        for path in [&href, "/p/open-letter/imprint", "/es/p/open-letter/imprint"] {
            let page = visitor.gets(path).await;
            assert_eq!(page.status, 200, "{path}");
            let text = page.page().text();
            assert!(text.contains("12 Quay Street"), "{path}: {text}");
            assert!(text.contains("Docket Watch"), "{path}: {text}");
        }
        let es = visitor.gets("/es/p/open-letter/imprint").await.page();
        assert_eq!(es.attribute(".as-typed", "lang").as_deref(), Some("en"));
        // the address of its page is that of its first name
        let own = visitor.gets("/en/organizations/open-letter-desk").await;
        assert_eq!(own.status, 200);
        let text = own.page().text();
        for told in ["Docket Watch", "Lawyers and librarians.", "12 Quay Street"] {
            assert!(text.contains(told), "{told}: {text}");
        }
        // and gone again
        owner.goes(&urls::edit_organization(place)).await;
        owner.types("imprint-en", " ").presses("Save").await;
        assert_eq!(visitor.gets(&href).await.status, 404);
        let page = visitor.gets("/en/p/open-letter").await.page();
        assert_eq!(page.link("Imprint"), None);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn names_that_deceive_are_refused_and_everything_typed_comes_back() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        let path = urls::edit_organization(letter.organization);
        let long = "x".repeat(101);
        for (name, told) in [
            ("", "Fill in this line"),
            ("\u{200b} \u{2060}", "Fill in this line"),
            ("Open\u{202e}tekcoD", "control or invisible"),
            ("Open\u{7}Docket", "control or invisible"),
            ("https://evil.example", "web or email address"),
            (&long, "Shorten this line"),
        ] {
            owner.goes(&path).await;
            owner
                .types("name", name)
                .types("about-es", "Gente de archivo.")
                .types("imprint-es", "Calle 1")
                .presses("Save")
                .await;
            assert_eq!(owner.status(), 422, "{name:?}");
            let page = owner.answer().page();
            assert_eq!(page.errors()[0].0, "name", "{name:?}");
            owner.sees(told).sees("Calle 1");
            let about = page.attribute("#about-es", "value");
            assert_eq!(about.as_deref(), Some("Gente de archivo."));
        }
        assert_eq!(
            of(&world, letter.organization).await.name,
            "Open Docket Coalition"
        );
        // names of every script are names
        owner.goes(&path).await;
        owner.types("name", "الحملة الوطنية").presses("Save").await;
        owner.sees("Saved.");
        let page = world.visitor().gets("/en/p/open-letter").await.page();
        assert_eq!(page.find(".seal").as_deref(), Some("اا"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_two_who_save_one_hears_of_it_and_other_pages_are_not_held_up() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let place = letter.organization;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        let mut admin = world.organizer(&letter, Role::Admin).await;
        let path = urls::edit_organization(place);
        owner.goes(&path).await;
        admin.goes(&path).await;
        owner.types("about-en", "Hers.").presses("Save").await;
        owner.goes(&urls::organization_beginnings(place)).await;
        owner.types("keeps_for", "3").presses("Save").await;
        owner.sees("Saved.");
        admin.types("about-en", "His.").presses("Save").await;
        assert_eq!(admin.status(), 409);
        admin.sees("Somebody else saved this page after you opened it");
        let typed = admin.answer().page().attribute("#about-en", "value");
        assert_eq!(typed.as_deref(), Some("His."), "nothing is lost");
        let there = of(&world, place).await;
        assert_eq!(there.about[0].1, "Hers.", "nothing is overwritten");
        admin.presses("Save").await.sees("Saved.");
        assert_eq!(of(&world, place).await.about[0].1, "His.");
        assert_eq!(of(&world, place).await.keeps_for, Some(3));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn new_petitions_begin_as_it_says_and_those_there_are_stay() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let place = letter.organization;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        let path = urls::organization_beginnings(place);
        owner.goes(&path).await;
        for (months, langs, told) in [
            ("25", true, "keeps_for"),
            ("0", true, "keeps_for"),
            ("six", true, "keeps_for"),
            ("3", false, "langs"),
        ] {
            owner.goes(&path).await;
            owner.types("keeps_for", months);
            if !langs {
                for lang in ["en", "es", "pt-BR"] {
                    owner.types(&format!("lang-{lang}"), "0");
                }
            }
            owner.presses("Save").await;
            assert_eq!(owner.status(), 422, "{months}");
            assert_eq!(owner.answer().page().errors()[0].0, told);
        }
        owner.goes(&path).await;
        owner
            .types("keeps_for", "3")
            .types("lang-en", "0")
            .types("lang-pt-BR", "0")
            .presses("Save")
            .await;
        owner.sees("Saved.");
        owner.goes("/organize/petitions/new").await;
        let page = owner.answer().page();
        let offered = page.attributes("#lang option", "value");
        assert_eq!(offered, ["es"], "the one it begins in");
        owner
            .types("title", "Abran las actas")
            .types("lang", "en")
            .presses("Make the draft")
            .await;
        assert_eq!(owner.status(), 422, "English is not offered");
        owner.types("lang", "es").presses("Make the draft").await;
        let draft = find_petition(&world.app().db, "abran-las-actas").await;
        assert_eq!(draft.settings.keeps_for.months(), 3);
        let editor = owner.answer().page();
        let languages = editor.attributes("nav.by-language bdi", "lang");
        assert_eq!(languages, ["es"], "no other is asked for");
        // what there was keeps what it had
        let id = letter.id;
        let there = world.read(move |conn| petitions::find(conn, id)).await;
        let there: Petition = there.expect("the letter");
        assert_eq!(there.settings.keeps_for.months(), 6);
        owner.goes(&urls::edit_petition(letter.id)).await;
        assert!(owner.answer().page().find("#title-en").is_some());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_agreed_to_keeps_the_name_that_was_read() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let place = letter.organization;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        let consents = urls::organization_consents(place);
        owner.goes(&consents).await.sees("Nobody has answered yet");
        let mut sam = world.visitor();
        sam.signs(&letter, "Sam", "sam@example.org").await;
        let mut kim = world.visitor();
        kim.opens(&letter).await;
        owner.goes(&urls::edit_organization(place)).await;
        world.meanwhile(undersigned::base::time::seconds(5));
        owner.types("name", "Docket Watch").presses("Save").await;
        // Kim read the old name, Lee reads the new one
        kim.fills_in("Kim", "kim@example.org");
        let button = kim.sign_button();
        kim.presses(&button).await;
        owner.goes(&consents).await;
        owner.sees("May Open Docket Coalition email you about this campaign?");
        owner.sees_no("May Docket Watch email you");
        let mut lee = world.visitor();
        lee.signs(&letter, "Lee", "lee@example.org").await;
        owner.goes(&consents).await;
        owner.sees("May Open Docket Coalition email you about this campaign?");
        owner.sees("May Docket Watch email you about this campaign?");
        let rows = owner.answer().page().all("#main tbody tr");
        let now: Vec<bool> = rows.iter().map(|row| row.contains("Asked now")).collect();
        let updates: Vec<&String> = rows
            .iter()
            .filter(|row| row.contains("email you"))
            .collect();
        assert!(
            updates[0].contains("en, 1") && updates[1].contains("en, 2"),
            "{rows:?}"
        );
        assert!(!now[0] && now[1], "{rows:?}");
        world.leaves_unread(3);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_owner_without_a_phone_makes_no_rule_of_one() {
    on_both(|world| async move {
        world.has_ana().await;
        let ana = world.ana().await;
        let id = world.open_letter(&ana).await;
        let letter = find_petition(&world.app().db, "open-the-records").await;
        let place = letter.organization;
        let exporter = world.organizer(&letter, Role::Exporter).await;
        let path = urls::organization_security(place);
        let page = ana.gets(&path).await;
        assert!(page.body.contains("The Exporter"), "{}", page.body);
        let revision = |page: &crate::support::organizer::Answer| {
            let (_, rest) = page.body.split_once("name=\"revision\" value=\"").unwrap();
            rest.split('"').next().unwrap().to_owned()
        };
        let seen = revision(&page);
        let yes = [("revision", seen.as_str()), ("needed", "yes")];
        let told = ana.presses(&page, &path, &yes).await;
        assert_eq!(told.status, 422);
        assert!(
            told.body
                .contains("Set up a second factor for your own account first")
        );
        assert!(!of(&world, place).await.needs_second_factor);
        let export = urls::export(id);
        assert_eq!(exporter.gets(&export).await.status, 200);

        sets_up(&world, &ana).await;
        let page = ana.gets(&path).await;
        let saved = ana.presses(&page, &path, &yes).await;
        assert_eq!(saved.status, 303, "{}", saved.body);
        assert!(of(&world, place).await.needs_second_factor);
        let asked = exporter.gets(&export).await;
        assert!(
            asked.header("location").contains("/second-factor/ask"),
            "{}",
            asked.status
        );
        // somebody else's rule is not given up by a form of before, nor without a proof
        let no = [("revision", seen.as_str()), ("needed", "no")];
        let stale = ana.presses(&page, &path, &no).await;
        assert_eq!(stale.status, 409, "{}", stale.body);
        world.meanwhile(undersigned::base::time::minutes(6));
        let page = ana.gets(&path).await;
        let seen = revision(&page);
        let no = [("revision", seen.as_str()), ("needed", "no")];
        assert_eq!(ana.presses(&page, &path, &no).await.status, 401);
        assert!(of(&world, place).await.needs_second_factor);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn other_tenants_find_nothing_and_members_only_what_is_theirs() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let other = world.petition(Kind::Pledge).await;
        let owner = world.organizer(&letter, Role::Owner).await;
        for path in pages(other.organization) {
            assert_eq!(owner.gets(&path).await.status, 404, "{path}");
        }
        let admin = world.organizer(&letter, Role::Admin).await;
        for path in pages(letter.organization) {
            let is_owners = path.ends_with("/security") || path.ends_with("/delete");
            let expected = if is_owners { 403 } else { 200 };
            let page = admin.gets(&path).await;
            assert_eq!(page.status, expected, "{path}");
            if !is_owners {
                assert!(!page.body.contains("/delete\""), "{path}");
            }
        }
    })
    .await;
}
