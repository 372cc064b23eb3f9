//! Story: an organization ends. Not before its petitions do, not by mistake, and without anything of those who signed.

use crate::support::signers::petition as find_petition;
use crate::support::visitor::Visitor;
use crate::support::world::{World, on_both};
use diesel::prelude::*;
use undersigned::account::model::{Organization, Role};
use undersigned::account::store::{link, member, organization};
use undersigned::base::time::days;
use undersigned::base::{Id, Token};
use undersigned::db::schema::{petitions as p, source_days as d, sources as s};
use undersigned::petition::Kind;
use undersigned::petition::store::petitions;
use undersigned::web::urls;

async fn of(world: &World, id: Id<Organization>) -> Option<Organization> {
    world.read(move |conn| organization::find(conn, id)).await
}

async fn types_its_name(owner: &mut Visitor, id: Id<Organization>, name: &str) {
    owner.goes(&urls::delete_organization(id)).await;
    owner
        .types("typed_name", name)
        .presses("Delete the organization")
        .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_waits_for_its_petitions_and_for_what_was_promised_to_signers() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let place = letter.organization;
        let mut sam = world.visitor();
        sam.signs(&letter, "Sam Lee", "sam@example.org").await;
        sam.opens_mail().await.presses("Confirm my signature").await;
        let links = &world.app().confirming.links;
        let own = links.own(links.open(&Token::parse(&sam.mail().token()).expect("a token")));
        let mut owner = world.organizer(&letter, Role::Owner).await;
        let admin = world.organizer(&letter, Role::Admin).await;
        let path = urls::delete_organization(place);
        owner.goes(&path).await;
        owner
            .sees("To the judges of the circuit")
            .sees("It is published. Close it first.");
        assert_eq!(owner.answer().page().find("#typed_name"), None);
        owner.goes(&urls::close_petition(letter.id)).await;
        owner.presses("Close it").await;
        owner.goes(&path).await.sees("is kept until May");
        // a form of before, or one made by hand, is judged again
        let guard = owner
            .answer()
            .page()
            .attribute("input[name=guard]", "value");
        let guard = guard.expect("a guard");
        let fields = [
            ("guard", guard.as_str()),
            ("typed_name", "Open Docket Coalition"),
        ];
        let body = crate::support::page::encoded(&fields);
        let kept = owner.posts(&path, body).await;
        assert_eq!(kept.status, 409, "{}", kept.body);
        assert!(
            of(&world, place)
                .await
                .is_some_and(|one| one.ended_at.is_none())
        );

        world.later(days(200)).await;
        let mut owner = signs_in_again(&world).await;
        for (name, status) in [
            ("", 422),
            ("open docket coalition", 422),
            ("Open Docket", 422),
        ] {
            types_its_name(&mut owner, place, name).await;
            assert_eq!(owner.status(), status, "{name}");
            owner.sees("exactly as it is written");
        }
        owner
            .goes(&path)
            .await
            .sees("1 petition that is over stays");
        types_its_name(&mut owner, place, "  Open Docket  Coalition ").await;
        assert_eq!(owner.path(), "/organize", "{}", owner.text());
        let left = of(&world, place).await.expect("its name stays");
        assert!(left.ended_at.is_some());
        assert_eq!((left.contact_email.as_str(), left.about.len()), ("", 0));
        // nobody works there any more
        for who in [&owner, &admin] {
            assert_ne!(who.gets(&urls::edit_organization(place)).await.status, 200);
            assert_ne!(who.gets(&urls::overview(letter.id)).await.status, 200);
        }
        let mail = world.mail("owner@opendocket.example.org").await;
        assert!(
            mail.text()
                .contains("The Owner deleted the organization Open Docket Coalition")
        );
        // its page says so, its petition stays, and so does whoever signed it
        let visitor = world.visitor();
        let gone = visitor.gets("/en/organizations/open-letter-desk").await;
        assert_eq!(gone.status, 410);
        assert!(gone.page().text().contains("This organization is no more"));
        for path in [
            "",
            "/privacy",
            "/accessibility",
            "/signers",
            "/wordings",
            "/my-signature",
        ] {
            let page = visitor.gets(&format!("/en/p/open-letter{path}")).await;
            assert_eq!(page.status, 200, "{path}");
            assert!(page.body.contains("Open Docket Coalition"), "{path}");
            assert!(
                !page.body.contains("/organizations/open-letter-desk"),
                "{path}"
            );
            assert!(!page.body.contains("mailto:"), "{path}");
        }
        let page = visitor.gets(&urls::own(&own)).await;
        assert!(page.status < 500, "{}: {}", page.status, page.body);
        // nobody takes its name for what was signed under it
        world
            .has_owner("Open Letter Desk", "Eve", "eve@example.org")
            .await;
        let eve = world
            .read(|conn| organization::named(conn, "Open Letter Desk"))
            .await;
        assert_ne!(eve.expect("hers").slug.as_str(), "open-letter-desk");
        world.leaves_unread(0);
    })
    .await;
}

/// Sessions end; she comes in again.
async fn signs_in_again(world: &World) -> Visitor {
    let mut owner = world.visitor();
    owner.goes("/organize/sign-in").await;
    owner.types("email", "owner@opendocket.example.org");
    owner.types("password", crate::support::organizer::PHRASE);
    owner.presses("Sign in").await;
    assert_eq!(owner.path(), "/organize", "{}", owner.text());
    owner
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_a_published_petition_it_goes_whole_with_drafts_and_invitations() {
    on_both(|world| async move {
        world.has_ana().await;
        let ana = world.ana().await;
        let page = ana.gets("/organize/petitions/new").await;
        let fields = [("kind", "petition"), ("title", "A draft"), ("lang", "en")];
        ana.presses(&page, "/organize/petitions/new", &fields).await;
        let place = find_petition(&world.app().db, "a-draft").await.organization;
        let page = ana.gets(&urls::people(place)).await;
        let invited = [("email", "kim@example.org"), ("role", "owner")];
        ana.presses(&page, &urls::people(place), &invited).await;
        let mail = world.mail("kim@example.org").await;
        let path = urls::delete_organization(place);
        let page = ana.gets(&path).await;
        assert!(page.body.contains("draft is deleted"), "{}", page.body);
        let typed = [("typed_name", "Docket Coalition")];
        // five minutes later it is asked again who she is
        world.meanwhile(undersigned::base::time::minutes(6));
        let asked = ana.presses(&page, &path, &typed).await;
        assert_eq!(asked.status, 401);
        assert!(of(&world, place).await.is_some());
        let proved = [
            typed[0],
            ("prove-password", crate::support::organizer::PHRASE),
        ];
        let done = ana.presses(&page, &path, &proved).await;
        assert_eq!(done.location.as_deref(), Some("/organize"), "{}", done.body);
        assert!(of(&world, place).await.is_none());
        let left: i64 = world
            .read(move |conn| {
                let its = p::table.filter(p::organization_id.eq(place));
                Ok(its.count().get_result(conn)?)
            })
            .await;
        assert_eq!(left, 0);
        assert!(ana.is_in().await, "she still has her account");
        assert_eq!(ana.gets("/organize").await.status, 200);
        assert_eq!(ana.gets("/organize/petitions/new").await.status, 403);
        let link = mail.link();
        let gone = world.visitor().gets(&link).await;
        assert_eq!(gone.status, 410, "{}", gone.body);
        let mail = world.mail("ana.lopez@example.org").await;
        assert!(
            mail.subject()
                .contains("An organization you own was deleted")
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn partners_go_and_what_was_about_to_open_again_stays_closed() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let (place, id) = (letter.organization, letter.id);
        let mut owner = world.organizer(&letter, Role::Owner).await;
        owner.goes(&urls::links(id)).await;
        owner
            .types("name", "Table")
            .types("code", "table")
            .presses("Make the link")
            .await;
        owner.goes(&urls::close_petition(id)).await;
        owner.presses("Close it").await;
        // nobody ever signed: nothing is kept of anybody
        let stood = world.read(move |conn| petitions::find(conn, id)).await;
        let stood = stood.expect("the letter");
        types_its_name(&mut owner, place, "Open Docket Coalition").await;
        assert_eq!(owner.path(), "/organize", "{}", owner.text());
        let (sources, days): (i64, i64) = world
            .read(move |conn| {
                Ok((
                    s::table
                        .filter(s::petition_id.eq(id))
                        .count()
                        .get_result(conn)?,
                    d::table
                        .filter(d::petition_id.eq(id))
                        .count()
                        .get_result(conn)?,
                ))
            })
            .await;
        assert_eq!((sources, days), (0, 0));
        let (now, revision) = (world.now(), stood.revision);
        let mut again = stood.clone();
        let is_written = world
            .write(move |tx| petitions::update_from(tx, &mut again, revision, now))
            .await;
        assert!(!is_written, "whoever opens it again saw another revision");
        let members = world.read(move |conn| member::all(conn, place, 9)).await;
        assert!(members.is_empty());
        let open = world
            .read(move |conn| link::invitations(conn, place, now))
            .await;
        assert!(open.is_empty());
        world.leaves_unread(1);
    })
    .await;
}
