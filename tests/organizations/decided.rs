//! Story: organizers decide which organizations are shown, about what they have seen; and organizations sign only where and
//! while they may.

use crate::organizations::sign::{all, facts, of};
use crate::support::petitions::rewrite;
use crate::support::upload::{MULTIPART, endorsed, multipart, shown};
use crate::support::world::on_both;
use undersigned::account::model::Role;
use undersigned::base::Lang;
use undersigned::petition::endorsement::EndorsementState;
use undersigned::petition::store::petitions;
use undersigned::petition::{Kind, Petition, PetitionState as Stands};
use undersigned::web::urls;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn organizers_decide_about_what_they_see() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let pledge = world.petition(Kind::Pledge).await;
        let (_, mut reader) = shown(&world, &letter, "Puente Claro", None).await;
        endorsed(&world, &letter, "PUENTE  CLARO.", None).await;
        let queue = urls::organizations(letter.id);
        reader.goes(&queue).await;
        reader.presses("Show it: PUENTE CLARO.").await;
        reader
            .sees("This organization is shown already")
            .sees("PUENTE");
        let waiting = of(&world, &letter, EndorsementState::Waiting).await;
        assert_eq!(waiting.len(), 1, "the index has the last word");

        let stale = reader.would_send("Do not show it: PUENTE CLARO.");
        reader.presses("Do not show it: PUENTE CLARO.").await;
        reader.sees("No organization is waiting for your decision.");
        reader.sends(stale.clone()).await;
        reader.sees("withdrawn or decided on after you looked");
        reader.follows("Shown 1").await;
        reader.presses("Take it off the page: Puente Claro").await;
        assert_eq!(facts(&world, "organizations").await, 0);
        reader.follows("Not shown 2").await;
        reader.presses("Show it: PUENTE CLARO.").await;
        assert_eq!(
            facts(&world, "organizations").await,
            1,
            "they may think again"
        );

        let shown = of(&world, &letter, EndorsementState::Shown).await.remove(0);
        let body = |guard: &str| format!("guard={guard}&id={}&seen=shown&choice=refuse", shown.id);
        for role in [Role::Editor, Role::Analyst, Role::Exporter] {
            let somebody = world.organizer(&letter, role).await;
            assert_eq!(somebody.gets(&queue).await.status, 403, "{role:?}");
            let sessions = somebody.gets("/organize/sessions").await.page();
            let guard = sessions.attribute("input[name=guard]", "value").unwrap();
            assert_eq!(
                somebody.posts(&queue, body(&guard)).await.status,
                403,
                "{role:?}"
            );
        }
        let stranger = world.organizer(&pledge, Role::Admin).await;
        assert_eq!(stranger.gets(&queue).await.status, 404);
        let logo = urls::organization_logo(shown.id);
        assert_eq!(stranger.gets(&logo).await.status, 404);
        let sessions = stranger.gets("/organize/sessions").await.page();
        let guard = sessions.attribute("input[name=guard]", "value").unwrap();
        assert_eq!(stranger.posts(&queue, body(&guard)).await.status, 404);
        let through = stranger
            .posts(&urls::organizations(pledge.id), body(&guard))
            .await;
        assert!(
            through.header("location").ends_with("told=missed"),
            "not through one's own"
        );
        let export = stranger
            .posts(
                &urls::export_organizations(letter.id),
                format!("guard={guard}"),
            )
            .await;
        assert_eq!(export.status, 404);
        assert_eq!(world.visitor().gets(&queue).await.status, 303);
        let own = reader
            .answer()
            .page()
            .attribute("input[name=guard]", "value")
            .unwrap();
        for wrong in [
            "&choice=show",
            "&seen=typed&choice=show",
            "&id=x&seen=shown&choice=refuse",
            "&x=1",
        ] {
            let answer = reader.posts(&queue, format!("guard={own}{wrong}")).await;
            assert_eq!(answer.status, 422, "{wrong}");
        }
        let forbidden = reader
            .posts(
                &urls::export_organizations(letter.id),
                format!("guard={own}"),
            )
            .await;
        assert_eq!(forbidden.status, 403, "who moderates takes no list");
        assert_eq!(facts(&world, "organizations").await, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_where_and_while_organizations_sign() {
    on_both(|world| async move {
        let pledge = world.petition(Kind::Pledge).await;
        let form = |petition: &Petition| format!("/en/p/{}/organizations/sign", petition.slug);
        let sends = async |path: &str| {
            let fields = [
                ("organization", "Puente"),
                ("contact", "Paz"),
                ("email", "p@example.org"),
            ];
            let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned()));
            let body = multipart(&fields, None);
            world.visitor().uploads(path, MULTIPART, body).await.status
        };
        let page = world.visitor().gets("/en/p/our-pledge").await;
        assert!(!page.body.contains("organizations/sign"));
        assert_eq!(world.visitor().gets(&form(&pledge)).await.status, 404);
        assert_eq!(sends(&form(&pledge)).await, 404);

        let risky = world
            .petition_with(Kind::Letter, |plan| {
                plan.slug = "risky".to_owned();
                plan.settings.high_risk = true;
                plan.settings.organizations_sign = Some(true);
            })
            .await;
        assert_eq!(world.visitor().gets(&form(&risky)).await.status, 404);
        assert_eq!(sends(&form(&risky)).await, 404);

        let letter = world.petition(Kind::Letter).await;
        let mut paz = world.visitor();
        paz.endorses(&letter, "Puente Claro", "paz@example.org")
            .await;
        paz.sends_with(None).await;
        let link = paz.reads_mail().await.link();
        let turns = async |to: Stands| {
            let (id, now) = (letter.id, world.now());
            world
                .write(move |tx| {
                    let mut petition = petitions::find(tx, id)?.expect("the letter");
                    assert!(petition.transition_to(to, now));
                    rewrite(tx, &mut petition, now)
                })
                .await;
            world.looks().await;
        };
        for to in [Stands::Paused, Stands::Closed] {
            turns(to).await;
            let answer = world.visitor().gets(&form(&letter)).await;
            assert_eq!(answer.status, 200);
            assert!(
                answer
                    .page()
                    .text()
                    .contains("Nobody can sign at the moment")
            );
            assert_eq!(sends(&form(&letter)).await, 409, "{to:?}");
        }
        paz.goes(&link)
            .await
            .presses("Confirm for the organization")
            .await;
        paz.sees("The organizers still have to look at it");
        turns(Stands::Removed).await;
        assert_eq!(world.visitor().gets(&form(&letter)).await.status, 410);
        assert_eq!(sends(&form(&letter)).await, 410);
        paz.opens_link().await.follows("Withdraw it").await;
        let word = paz.mail().word();
        paz.types("word", &word)
            .presses("Withdraw and delete")
            .await;
        paz.sees("Withdrawn");
        assert_eq!(all(&world).await, [EndorsementState::Withdrawn.number()]);
        let spanish = world.visitor().reads("es").gets("/es/p/our-pledge").await;
        assert_eq!(spanish.page().lang(), Lang::ES.as_str());
    })
    .await;
}
