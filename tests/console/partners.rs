//! Story: another group carries the form on its own pages. Organizers add it with its sites, read what it brought without seeing who few
//! were, pause it, and let it go on.

use crate::support::visitor::Visitor;
use crate::support::world::{World, on_both};
use undersigned::account::model::Role;
use undersigned::base::Day;
use undersigned::petition::edit::part::EditPart;
use undersigned::petition::source::{DayCounts, FrameSite, SourceDay, store};
use undersigned::petition::{Framing, Kind, Petition};
use undersigned::web::urls;

const SLLA: &str = "South Law Library Alliance";

async fn adds(owner: &mut Visitor, petition: &Petition, name: &str, code: &str, sites: &str) {
    owner.goes(&urls::new_partner(petition.id)).await;
    owner.types("name", name).types("code", code);
    owner.types("sites", sites);
    owner.presses("Add the partner").await;
}

/// The sites that may show the form in a frame, as memory has them.
fn sites(world: &World, petition: &Petition) -> Vec<String> {
    let all = world.app().page_cache.source_cache.sites(petition);
    all.iter().map(FrameSite::to_string).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_partner_is_added_changed_paused_and_goes_on() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        owner.goes(&urls::overview(letter.id)).await;
        owner.follows("Partners").await;
        owner.sees("Let another site carry your form.");
        owner.follows("Add a partner").await;
        let typed =
            "https://slla.example.org/act?x=1\r\n\r\n*.SLLA.example.org\r\nslla.example.org";
        owner.types("name", SLLA).types("code", "SLLA");
        owner.types("sites", typed).presses("Add the partner").await;
        owner.sees(SLLA);
        let both = ["https://*.slla.example.org", "https://slla.example.org"];
        assert_eq!(sites(&world, &letter), both, "at once, each once");
        let cache = world.app().page_cache.source_cache.clone();
        let partner = cache.partner(&letter, "slla").expect("a partner");
        assert_eq!((partner.name.as_str(), partner.is_paused), (SLLA, false));
        assert!(cache.partner(&letter, "nobody").is_none());

        // its form shows the sites as they are kept
        let here = urls::partner(letter.id, "slla");
        owner.goes(&here).await;
        let kept = owner.answer().page().find("#sites").expect("a field");
        assert!(kept.contains("https://slla.example.org"), "{kept}");
        owner.types("sites", "https://slla.example.org:8443");
        owner.presses("Save").await;
        assert_eq!(sites(&world, &letter), ["https://slla.example.org:8443"]);

        // paused: its sites are out, everywhere within a second, and it says so
        let other = world.another_instance().await;
        owner.presses("Pause the partner").await;
        owner.sees("Paused");
        assert!(sites(&world, &letter).is_empty());
        assert!(
            cache
                .partner(&letter, "slla")
                .expect("it is there")
                .is_paused
        );
        let elsewhere = world.visitor().through(other);
        assert_eq!(
            elsewhere.gets("/en/p/open-letter?via=slla").await.status,
            200
        );
        owner.presses("Let the partner go on").await;
        assert_eq!(sites(&world, &letter), ["https://slla.example.org:8443"]);
        owner.sees_no("Paused");

        // one that brought nobody can be deleted, and its code is free again
        owner.goes(&here).await;
        owner.presses("Delete").await;
        owner.sees("Let another site carry your form.");
        assert!(cache.partner(&letter, "slla").is_none());
        adds(&mut owner, &letter, SLLA, "slla", "").await;
        owner.sees(SLLA);

        // who may show the form at all is a setting of the petition
        owner
            .goes(&urls::edit_part(letter.id, &EditPart::Protection))
            .await;
        owner.chooses("The sites of your partners");
        owner.presses("Update the page").await;
        let shown = world.app().page_cache.petition_cache.by_slug(&letter.slug);
        let framing = shown.expect("a petition").petition.settings.framing;
        assert_eq!(framing, Framing::Partners);
        owner.goes(&urls::partners(letter.id)).await;
        owner.sees("Only the sites of your partners may show the form");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_no_site_is_refused_and_nothing_is_lost() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        let many = (0..21).map(|n| format!("s{n}.example.org\n"));
        let many: String = many.collect();
        let long = format!("https://{}", "x".repeat(7_000));
        for (typed, said) in [
            ("https://a b", "Enter the address of a site"),
            ("https://x.org;script-src *", "Enter the address of a site"),
            (
                "https://x.org, https://y.org",
                "Enter the address of a site",
            ),
            ("javascript:alert(1)", "Enter the address of a site"),
            ("data:text/html,x", "Enter the address of a site"),
            ("'self'", "Enter the address of a site"),
            ("https://user@x.org", "Enter the address of a site"),
            ("https://x.org\\@y.org", "Enter the address of a site"),
            ("https://[::1]", "Enter the address of a site"),
            ("https://x.org:0", "Enter the address of a site"),
            ("*", "Enter the address of a site"),
            ("https://*", "A star can stand"),
            ("https://*.com", "A star can stand"),
            ("https://*.co.uk", "A star can stand"),
            ("https://*.github.io", "A star can stand"),
            ("http://x.org", "has to begin with https"),
            (many.as_str(), "at most 20 sites"),
            (long.as_str(), "Enter the address of a site"),
            (
                "https://ok.example.org\nhttps://no no",
                "Enter the address of a site",
            ),
        ] {
            adds(&mut owner, &letter, SLLA, "slla", typed).await;
            assert_eq!(owner.status(), 422, "{typed}");
            let page = owner.answer().page();
            let wrong = page.errors();
            assert_eq!(wrong.len(), 1, "{wrong:?}");
            assert!(
                wrong[0].0 == "sites" && wrong[0].1.contains(said),
                "{wrong:?}"
            );
            assert_eq!(page.attribute("#name", "value").as_deref(), Some(SLLA));
            let kept = page.find("#sites").expect("a field");
            let first = typed.lines().next().unwrap_or_default();
            assert!(kept.contains(first.trim()), "kept whole: {kept}");
        }
        assert!(sites(&world, &letter).is_empty());
        let id = letter.id;
        let none = world.read(move |conn| store::of(conn, id)).await;
        assert!(none.is_empty());
        adds(
            &mut owner,
            &letter,
            SLLA,
            "slla",
            "https://bücherei.example.org",
        )
        .await;
        let punycode = ["https://xn--bcherei-n2a.example.org"];
        assert_eq!(sites(&world, &letter), punycode);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn few_are_a_few_and_days_are_told_from_five_on() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        adds(&mut owner, &letter, SLLA, "slla", "").await;
        let here = urls::partner(letter.id, "slla");
        let id = letter.id;
        let counts = |day: &'static str, opened, sent, confirmed| {
            let of = SourceDay {
                petition: id,
                code: "slla".to_owned(),
                day: Day::parse(day).expect("a day"),
            };
            let by = DayCounts {
                opened,
                sent,
                confirmed,
            };
            [(of, by)].into_iter().collect()
        };
        let first = counts("2026-11-19", 40, 4, 3);
        world.write(move |tx| store::count(tx, &first)).await;
        owner.goes(&here).await;
        owner.sees("Opened 40 Forms sent a few Confirmed a few Counted now 0");
        owner.sees("Days are shown from five forms on");
        owner.sees_no("November 19");
        assert!(
            !owner
                .answer()
                .page()
                .buttons()
                .contains(&"Delete".to_owned()),
            "it brought somebody"
        );
        let second = counts("2026-11-20", 60, 8, 6);
        world.write(move |tx| store::count(tx, &second)).await;
        owner.goes(&here).await;
        owner.sees("Opened 100 Forms sent 12 Confirmed 9 Counted now 0 9 % signed");
        owner.sees("November 20, 2026 60 8 6 10 % signed");
        owner.sees_no("November 19");
        owner.goes(&urls::partners(letter.id)).await;
        owner.sees("slla 100 12 9 0");
    })
    .await;
}
