//! Story: organizers read what signers say, one by one or by the page, and readers tell them what
//! should not be there.

use crate::mine::says_why::{counts, page, says, signs};
use crate::support::world::{World, on_both};
use undersigned::account::model::Role;
use undersigned::base::Id;
use undersigned::petition::{Kind, Petition};
use undersigned::signature::reason::model::ReasonCounts;
use undersigned::signature::reason::{Reason, ReasonState, store};
use undersigned::web::urls;

/// So many sign and say why; their words are numbered.
async fn many(world: &World, letter: &Petition, many: usize) {
    for number in 0..many {
        let email = format!("s{number}@example.org");
        let name = format!("Signer Number{}", "x".repeat(number));
        let mut signer = signs(world, letter, &name, &email).await;
        says(&mut signer, &format!("Reason no. {number}.")).await;
        signer
            .opens_mail()
            .await
            .presses("Confirm my signature")
            .await;
        assert_eq!(signer.status(), 200);
    }
}

async fn reasons(world: &World, petition: &Petition, state: ReasonState) -> Vec<Reason> {
    let id = petition.id;
    world
        .read(move |conn| store::oldest(conn, id, state, None, 100))
        .await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn twenty_on_a_page_or_one_at_a_time() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        many(&world, &letter, 4).await;
        let mut reader = world.organizer(&letter, Role::Moderator).await;
        let queue = urls::reasons(letter.id);
        reader.goes(&queue).await;
        reader.sees("Reason no. 0.").sees_no("Reason no. 1.");
        reader.presses("Hide r").await;
        reader.sees("Reason no. 1.").sees_no("Reason no. 0.");
        reader.follows("Read twenty at once").await;
        reader.sees("Reason no. 1.").sees("Reason no. 3.");

        let waiting = reasons(&world, &letter, ReasonState::Waiting).await;
        assert_eq!(waiting.len(), 3);
        for one in &waiting[..2] {
            reader.types(&one.id.to_string(), &one.revision.to_string());
        }
        reader.presses("Publish").await;
        reader.sees("Reason no. 3.").sees_no("Reason no. 1.");
        let now = ReasonCounts {
            waiting: 1,
            published: 2,
            private: 0,
            hidden: 1,
        };
        assert_eq!(counts(&world, &letter).await, now);
        assert!(
            page(&world).await.starts_with("Reason no. 2."),
            "the newest first"
        );

        // words that changed since they were read stay where they are
        let last = &waiting[2];
        let stale = (last.revision - 1).to_string();
        reader
            .types(&last.id.to_string(), &stale)
            .presses("Publish")
            .await;
        reader
            .sees("changed or deleted by its writer")
            .sees("Reason no. 3.");
        assert_eq!(counts(&world, &letter).await, now);

        // what is published can be taken off again
        reader.follows("Published 2").await;
        let off = reasons(&world, &letter, ReasonState::Published).await;
        for one in &off {
            reader.types(&one.id.to_string(), &one.revision.to_string());
        }
        reader
            .presses("Keep private")
            .await
            .sees("Nothing is published yet.");
        assert_eq!(page(&world).await, "");
        let owner = world.organizer(&letter, Role::Owner).await;
        let overview = owner.gets(&urls::overview(letter.id)).await;
        assert!(overview.page().text().contains("1 reason to read"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_those_who_may() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let pledge = world.petition(Kind::Pledge).await;
        many(&world, &letter, 1).await;
        let one = reasons(&world, &letter, ReasonState::Waiting)
            .await
            .remove(0);
        let body = |guard: &str, extra: &str| {
            format!(
                "guard={guard}&choice=publish&state=waiting&{}={}{extra}",
                one.id, one.revision
            )
        };
        let queue = urls::reasons(letter.id);
        for (role, status) in [
            (Role::Editor, 403),
            (Role::Analyst, 403),
            (Role::Exporter, 403),
        ] {
            let somebody = world.organizer(&letter, role).await;
            assert_eq!(somebody.gets(&queue).await.status, status, "{role:?}");
            let sessions = somebody.gets("/organize/sessions").await;
            let guard = sessions
                .page()
                .attribute("input[name=guard]", "value")
                .unwrap();
            let pressed = somebody.posts(&queue, body(&guard, "")).await;
            assert_eq!(pressed.status, status, "{role:?}");
        }
        let stranger = world.visitor();
        assert_eq!(stranger.gets(&queue).await.status, 303);
        assert_eq!(stranger.posts(&queue, body("x", "")).await.status, 401);
        let owner = world.organizer(&pledge, Role::Admin).await;
        assert_eq!(
            owner.gets(&queue).await.status,
            404,
            "another organization's"
        );
        let own = urls::reasons(pledge.id);
        let form = owner.gets(&own).await;
        let guard = form.page().attribute("input[name=guard]", "value").unwrap();
        assert_eq!(owner.posts(&queue, body(&guard, "")).await.status, 404);
        let reached = owner.posts(&own, body(&guard, "")).await;
        assert_eq!(reached.status, 303);
        assert!(
            reached.header("location").ends_with("missed=1"),
            "not through one's own petition"
        );

        let reader = world.organizer(&letter, Role::Moderator).await;
        let form = reader.gets(&queue).await;
        let guard = form.page().attribute("input[name=guard]", "value").unwrap();
        let twenty: String = (0..20)
            .map(|_| format!("&{}=1", Id::<Reason>::new(world.now())))
            .collect();
        for (wrong, status) in [("x".to_owned(), 403), (format!("{guard}&state=typed"), 422)] {
            assert_eq!(
                reader.posts(&queue, body(&wrong, "")).await.status,
                status,
                "{wrong}"
            );
        }
        for extra in ["&x=1", "&many=1&words=b", &twenty] {
            let answer = reader.posts(&queue, body(&guard, extra)).await;
            assert_eq!(answer.status, 422, "{extra}");
        }
        for path in ["?state=typed", "?state=%FF", "?after=x", "?many=1&after=x"] {
            let answer = reader.gets(&format!("{queue}{path}")).await;
            assert!(
                [200, 400, 422].contains(&answer.status),
                "{path}: {}",
                answer.status
            );
        }
        assert_eq!(counts(&world, &letter).await.waiting, 1);
        let unsafe_get = format!("{queue}?choice=publish&{}={}", one.id, one.revision);
        assert_eq!(reader.gets(&unsafe_get).await.status, 200);
        assert_eq!(
            counts(&world, &letter).await.waiting,
            1,
            "no GET changes anything"
        );
        assert_eq!(reader.posts(&queue, body(&guard, "")).await.status, 303);
        assert_eq!(counts(&world, &letter).await.published, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn three_readers_who_report_it_have_it_read_again_and_never_hide_it() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        many(&world, &letter, 2).await;
        let mut reader = world.organizer(&letter, Role::Moderator).await;
        let queue = urls::reasons(letter.id);
        reader.goes(&queue).await.presses("Publish a").await;
        let said = page(&world).await;
        assert!(said.starts_with("Reason no. 0. Signer"), "{said}");
        let unread = reasons(&world, &letter, ReasonState::Waiting)
            .await
            .remove(0)
            .id;
        let report = |id| urls::report_reason(None, &letter.slug, id);
        let hidden = world.visitor().gets(&report(unread)).await;
        assert_eq!(hidden.status, 404, "what is not published is not there");
        let answer = world.visitor().posts(&report(unread), String::new()).await;
        assert_eq!(answer.status, 303);

        let mut first = world.visitor();
        for _ in 0..4 {
            first.goes("/en/p/open-letter").await;
            first
                .follows("Report what Signer says")
                .await
                .sees("Reason no. 0.");
            first.presses("Report it").await.sees("Thank you");
        }
        let mut second = world.visitor().reads("es");
        second.goes("/es/p/open-letter").await;
        let link = second
            .answer()
            .page()
            .attribute("ul.quotes a", "href")
            .unwrap();
        second.goes(&link).await.presses("Reportarlo").await;
        assert_eq!(second.status(), 200);
        assert!(
            page(&world).await.contains("Reason no. 0."),
            "two are not three"
        );
        let mut third = world.visitor();
        third.goes("/en/p/open-letter").await;
        third.follows("Report what Signer says").await;
        third.presses("Report it").await.sees("Thank you");
        let is_shown = async || page(&world).await.contains("Reason no. 0.");
        assert!(is_shown().await, "strangers take nothing down");
        let now = |waiting| ReasonCounts {
            waiting,
            published: 1,
            private: 0,
            hidden: 0,
        };
        assert_eq!(counts(&world, &letter).await, now(2));
        reader.goes(&queue).await;
        reader.sees("Reason no. 0.").sees("Reported 3 times");
        reader.follows("Read twenty at once").await;
        reader.sees("Reason no. 0.").sees("Reason no. 1.");
        reader.goes(&queue).await.presses("Publish a").await;
        reader.sees_no("Reason no. 0.");
        assert!(is_shown().await, "they have read it, and stand by it");
        assert_eq!(counts(&world, &letter).await, now(1));

        // approved once, it takes as many readers again, and is shown all the while
        for reader in 0..3 {
            assert_eq!(counts(&world, &letter).await, now(1), "{reader}");
            let mut another = world.visitor();
            another.goes("/en/p/open-letter").await;
            another.follows("Report what Signer says").await;
            another.presses("Report it").await;
        }
        assert_eq!(counts(&world, &letter).await, now(2));
        assert!(is_shown().await);
        reader.goes(&queue).await.presses("Hide r").await;
        assert!(!is_shown().await, "an organizer does");
        let hidden = ReasonCounts {
            waiting: 1,
            published: 0,
            private: 0,
            hidden: 1,
        };
        assert_eq!(counts(&world, &letter).await, hidden);
        let forged = world
            .visitor()
            .posts(&report(unread), "x=1".to_owned())
            .await;
        assert_eq!(forged.status, 422);
        let elsewhere = world
            .visitor()
            .gets("/p/open-letter/reasons/x/report")
            .await;
        assert_eq!(elsewhere.status, 404);
    })
    .await;
}
