//! Story: an owner lets a program in, replaces its token and locks it out, by pages that anybody can read.

use crate::account::tokens::{makes, secret_of, wanted};
use crate::support::organizer::PHRASE;
use crate::support::page::encoded;
use crate::support::visitor::Visitor;
use crate::support::world::{World, on_both};
use undersigned::account::deed::Deed;
use undersigned::account::model::{Organization, Role};
use undersigned::account::store::activity::{self, LineFilter};
use undersigned::account::store::member;
use undersigned::account::token::store::{self, ListedToken};
use undersigned::account::token::text::TokenText;
use undersigned::base::Id;
use undersigned::base::time::{days, minutes};
use undersigned::petition::Kind;
use undersigned::web::urls;

async fn tokens(world: &World, place: Id<Organization>) -> Vec<ListedToken> {
    world.read(move |conn| store::list(conn, Some(place))).await
}

/// The token that the page shows.
fn shown(who: &Visitor) -> TokenText {
    let codes = who.answer().page().all("code");
    let mut found = codes.iter().filter_map(|code| TokenText::parse(code));
    found
        .next()
        .unwrap_or_else(|| panic!("no token: {}", who.text()))
}

async fn deeds(world: &World, place: Id<Organization>) -> Vec<(String, String, String)> {
    let all = world.read(move |conn| activity::page(conn, place, LineFilter::default(), None, 100));
    let lines = all.await.rows.into_iter().rev();
    lines
        .map(|line| (line.deed, line.what, line.after))
        .collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_token_is_made_shown_once_replaced_and_revoked() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let place = letter.organization;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        owner.goes("/organize").await.follows("Settings").await;
        owner.follows("Tokens").await.sees("There is no token yet.");
        owner.follows("New token").await;
        owner.sees("people:read: reads who signed, with names and addresses.");
        owner
            .types("name", "CRM, nightly")
            .types("scope-people-read", "1")
            .types("scope-counts-read", "1")
            .types(&format!("petition-{}", letter.id), "1")
            .types("networks", "192.0.2.7/24\r\n2001:db8::1")
            .types("days", "30");
        let sent = owner.would_send("Make the token");
        owner.presses("Make the token").await;
        owner
            .sees("Your new token")
            .sees("nobody can show it again");
        assert_eq!(owner.answer().header("cache-control"), "no-store");
        assert_eq!(owner.answer().header("referrer-policy"), "no-referrer");
        let text = shown(&owner);
        let listed = tokens(&world, place).await;
        let token = &listed[0].token;
        assert_eq!(token.short_id, text.short_id());
        assert_eq!(token.scopes.to_string(), "counts:read,people:read");
        assert_eq!(token.petitions, Some(vec![letter.id.cast()]));
        assert_eq!(token.networks.len(), 2);
        let told = world.mail("owner@opendocket.example.org").await;
        told.says("The Owner made a token for Open Docket Coalition");

        // the form once more: one token, and it is not shown again
        let again = owner.posts(&sent.action, sent.body()).await;
        assert_eq!(again.status, 409);
        assert!(!again.page().text().contains(text.show()));
        assert_eq!(tokens(&world, place).await.len(), 1);

        owner.goes(&urls::organization_tokens(place)).await;
        owner.sees("1 token").sees("CRM, nightly").sees("Works");
        owner
            .sees("Never used.")
            .sees("Made by The Owner")
            .sees("192.0.2.0/24");
        owner.sees("To the judges of the circuit");
        assert!(!owner.text().contains(secret_of(&text)));

        // replaced: the old one goes on for a day
        owner.follows("CRM, nightly").await.sees("Replace it");
        owner.presses("Replace the token").await;
        let newer = shown(&owner);
        assert_ne!(newer.short_id(), text.short_id());
        let listed = tokens(&world, place).await;
        assert_eq!(listed[0].token.replaces, Some(listed[1].token.id));
        assert!(listed[1].token.expires_at <= world.now().plus(days(1)));
        owner.goes(&urls::organization_tokens(place)).await;
        owner.sees("Replaced, ends soon");
        let old = urls::organization_token(place, listed[1].token.id);
        owner.goes(&old).await.sees_no("Replace it");

        // revoked: at once
        owner
            .goes(&urls::organization_token(place, listed[0].token.id))
            .await;
        let press = owner.would_send("Revoke the token");
        owner.presses("Revoke the token").await.sees("Revoked.");
        let late = owner.posts(&press.action, press.body()).await;
        assert_eq!(late.status, 409);
        owner
            .goes(&urls::organization_token(place, listed[0].token.id))
            .await;
        owner.sees_no("Revoke it").sees_no("Replace it");
        let name = "CRM, nightly".to_owned();
        let done = deeds(&world, place).await;
        let done: Vec<_> = done
            .into_iter()
            .filter(|(_, what, _)| *what == name)
            .collect();
        let line =
            |deed: Deed, after: &str| (deed.as_str().to_owned(), name.clone(), after.to_owned());
        assert_eq!(
            done,
            [
                line(Deed::TOKEN, "counts:read,people:read"),
                line(Deed::TOKEN_ROTATED, "counts:read,people:read"),
                line(Deed::TOKEN_REVOKED, ""),
            ]
        );
        owner
            .goes(&urls::activity(place))
            .await
            .sees("Made the token");
        assert_eq!(
            world.unread(),
            0,
            "one letter a day for each who makes tokens"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_makes_one_proves_first_who_they_are_and_keeps_what_was_typed() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let place = letter.organization;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        owner.goes(&urls::new_token(place)).await;
        world.meanwhile(minutes(6));
        owner
            .types("name", "Sheets")
            .types("scope-petitions-read", "1");
        owner.presses("Make the token").await;
        assert_eq!(owner.status(), 401);
        assert!(tokens(&world, place).await.is_empty());
        owner.sees("Is it still you?");
        owner.types("prove-password", PHRASE);
        owner.presses("Go on").await;
        let made = shown(&owner);
        assert_eq!(
            tokens(&world, place).await[0].token.short_id,
            made.short_id()
        );

        let id = tokens(&world, place).await[0].token.id;
        owner.goes(&urls::organization_token(place, id)).await;
        world.meanwhile(minutes(6));
        owner
            .types("ends", "now")
            .presses("Replace the token")
            .await;
        assert_eq!(owner.status(), 401);
        owner.types("prove-password", PHRASE).presses("Go on").await;
        shown(&owner);
        let listed = tokens(&world, place).await;
        assert!(
            listed[1].token.revoked_at.is_some(),
            "the old one ended at once"
        );
        world.mail("owner@opendocket.example.org").await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_wrong_stands_at_its_field_and_what_was_typed_is_kept() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let stranger = world
            .petition_with(Kind::Letter, |plan| plan.slug = "other".to_owned())
            .await;
        let place = letter.organization;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        owner.goes(&urls::new_token(place)).await;
        owner
            .types("name", "")
            .types("networks", "the office")
            .types(&format!("petition-{}", stranger.id), "1")
            .types("days", "4000");
        owner.presses("Make the token").await;
        assert_eq!(owner.status(), 422);
        let wrong = owner.answer().page().errors();
        let fields: Vec<_> = wrong.iter().map(|(field, _)| field.as_str()).collect();
        assert_eq!(fields, ["name", "scopes", "petitions", "networks", "days"]);
        for (field, sentence) in &wrong {
            assert!(sentence.len() > 10, "{field}");
        }
        assert!(owner.answer().page().text().contains("the office"));
        assert!(tokens(&world, place).await.is_empty());
        // in Spanish as well
        let mut duena = world.organizer(&letter, Role::Admin).await;
        duena.goes("/organize/account").await;
        duena.types("lang", "es").presses("Save").await;
        duena.goes(&urls::new_token(place)).await;
        duena
            .sees("Qué abre")
            .sees("lee quién firmó, con nombres y direcciones.");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_orphan_is_named_and_adopted_and_strangers_hear_of_nothing() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let place = letter.organization;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        world.organizer(&letter, Role::Admin).await;
        let members = world.read(move |conn| member::all(conn, place, 10)).await;
        let admin = members
            .iter()
            .find(|one| one.role == Role::Admin)
            .unwrap()
            .id;
        let made = makes(&world, wanted(&world, place, Some(admin))).await;
        owner
            .goes(&urls::organization_tokens(place))
            .await
            .sees("Works");
        world
            .write(move |tx| member::set_role(tx, place, admin, Role::Analyst))
            .await;
        owner.goes(&urls::organization_tokens(place)).await;
        owner.sees("Whoever made it may not use any more: petitions:write");
        owner.goes(&urls::remove_person(place, admin)).await;
        owner.presses("Remove").await;
        owner
            .goes(&urls::organization_tokens(place))
            .await
            .sees("Orphaned");
        owner
            .follows("Nightly")
            .await
            .sees("whoever made it has left");
        owner.presses("Replace the token").await;
        let mine = shown(&owner);
        let listed = tokens(&world, place).await;
        assert_eq!(listed[0].token.short_id, mine.short_id());
        assert!(!listed[0].is_orphaned(world.now()));
        assert_eq!(listed[0].maker_name.as_deref(), Some("The Owner"));

        // another organization's owner finds none of it, by whichever address
        let theirs = world
            .petition_with(Kind::Letter, |plan| plan.slug = "theirs".to_owned())
            .await;
        let there = theirs.organization;
        let mut visitor = world.organizer(&theirs, Role::Exporter).await;
        let members = world.read(move |conn| member::all(conn, there, 10)).await;
        let stranger = members[0].id;
        world
            .write(move |tx| member::set_role(tx, there, stranger, Role::Owner))
            .await;
        let id = listed[0].token.id;
        for path in [
            urls::organization_tokens(place),
            urls::organization_token(place, id),
            urls::organization_token(there, id),
            urls::organization_token(there, made.token.id),
        ] {
            assert_eq!(visitor.gets(&path).await.status, 404, "{path}");
        }
        visitor.goes(&urls::new_token(there)).await;
        let guard = visitor
            .answer()
            .page()
            .attribute("input[name=guard]", "value");
        let guard = guard.expect("a guard");
        for (path, field) in [
            (urls::rotate_token(there, id), Some(("ends", "now"))),
            (urls::revoke_token(there, id), None),
            (urls::revoke_token(place, id), None),
        ] {
            let fields: Vec<_> = [("guard", guard.as_str())]
                .into_iter()
                .chain(field)
                .collect();
            let heard = visitor.posts(&path, encoded(&fields)).await;
            assert_eq!(heard.status, 404, "{path}");
        }
        assert!(tokens(&world, place).await[0].token.revoked_at.is_none());
        for mailbox in [
            "owner@opendocket.example.org",
            "admin@opendocket.example.org",
        ] {
            world.mail(mailbox).await;
        }
    })
    .await;
}
