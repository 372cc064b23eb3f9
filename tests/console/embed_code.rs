//! Story: an organizer makes the code that a partner pastes.

use crate::signing::high_risk_routes::turns_dangerous;
use crate::support::petitions::rewrite;
use crate::support::world::{SITE, World, on_both};
use undersigned::account::model::Role;
use undersigned::petition::rules::framing::Framing;
use undersigned::petition::store::petitions;
use undersigned::petition::{Kind, Petition};
use undersigned::web::urls;

async fn frames(world: &World, letter: &Petition, framing: Framing) {
    let (id, now) = (letter.id, world.now());
    world
        .write(move |tx| {
            let mut petition = petitions::find(tx, id)?.expect("it is there");
            petition.settings.framing = framing;
            rewrite(tx, &mut petition, now)
        })
        .await;
    world.looks().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_pastes_what_was_chosen() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let owner = world.organizer(&letter, Role::Owner).await;
        let path = urls::embed_code(letter.id, "kind=progress&lang=es&accent=%2317603F&via=nobody-yet&radius=2");
        let answer = owner.gets(&path).await;
        assert_eq!(answer.status, 200, "{}", answer.body);
        let policy = answer.header("content-security-policy");
        assert!(policy.contains("frame-src 'self';") && policy.contains("frame-ancestors 'none'"), "{policy}");
        let page = answer.page();
        let code = page.find("textarea#frame-code").unwrap();
        let address = format!("{SITE}/embed/open-letter?kind=progress&amp;lang=es&amp;via=nobody-yet&amp;accent=17603f&amp;radius=2");
        assert_eq!(
            code,
            format!(
                "<iframe src=\"{address}\" title=\"Firmar la carta: To the judges of the circuit (es)\" width=\"100%\" height=\"270\" \
                 frameborder=\"0\" loading=\"lazy\"></iframe> <script async src=\"{SITE}/embed/v1.js\" crossorigin=\"anonymous\"></script>"
            )
        );
        let element = page.find("textarea#element-code").unwrap();
        assert!(element.contains("<petition-embed petition=\"open-letter\" kind=\"progress\" lang=\"es\" via=\"nobody-yet\" accent=\"17603f\" radius=\"2\">"), "{element}");
        assert!(answer.body.contains("can be read: 7.6 to 1"), "{}", answer.body);
        // what is looked at is what is pasted
        let look = page.attribute("iframe", "src").unwrap();
        let frame = owner.gets(&look).await;
        assert_eq!(frame.status, 200);
        assert!(frame.header("content-security-policy").contains("frame-ancestors *;"));
        for address in ["count.json", "count.txt", "events"] {
            assert!(answer.body.contains(&format!("{SITE}/p/open-letter/{address}")), "{address}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_nobody_could_read_is_said_and_not_pasted() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let owner = world.organizer(&letter, Role::Owner).await;
        let path = urls::embed_code(
            letter.id,
            "accent=red&bg=fff&text=ccc&lang=fr&kind=popup&x=%22%3E%3Cscript%3E",
        );
        let answer = owner.gets(&path).await;
        assert!(
            answer.body.contains("six digits, such as 17603f"),
            "{}",
            answer.body
        );
        assert!(answer.body.contains("could not be read on that background"));
        let code = answer.page().find("textarea#frame-code").unwrap();
        assert!(
            code.contains("?kind=form&amp;bg=ffffff&amp;scheme=light\""),
            "{code}"
        );
        assert!(!answer.body.contains("<script>"), "{}", answer.body);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_where_it_may_be_framed_and_for_those_whose_it_is() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        let path = urls::embed_code(letter.id, "");
        assert_eq!(world.visitor().gets(&path).await.status, 303, "signed out");
        owner
            .goes(&urls::share_kit(letter.id))
            .await
            .follows("Make the code")
            .await;
        owner.sees("Code to paste");
        frames(&world, &letter, Framing::Partners).await;
        owner
            .goes(&path)
            .await
            .sees("Only the sites of your partners");
        let look = owner.answer().page().attribute("iframe", "src").unwrap();
        let frame = owner.gets(&look).await;
        assert!(
            frame
                .header("content-security-policy")
                .contains("frame-ancestors 'self';"),
            "the console shows it"
        );
        frames(&world, &letter, Framing::Nobody).await;
        assert_eq!(owner.gets(&path).await.status, 404);
        owner
            .goes(&urls::share_kit(letter.id))
            .await
            .sees("let no other site");
        frames(&world, &letter, Framing::Everybody).await;
        turns_dangerous(&world, &letter).await;
        world.looks().await;
        assert_eq!(owner.gets(&path).await.status, 404);
        let other = world
            .petition_with(Kind::Letter, |plan| {
                plan.slug = "other".to_owned();
                plan.organization = "Somebody else".to_owned();
            })
            .await;
        assert_eq!(
            owner.gets(&urls::embed_code(other.id, "")).await.status,
            404
        );
    })
    .await;
}
