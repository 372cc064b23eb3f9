//! Story: whoever runs the site names a lecture hall in the console, and its letters go faster, until it is ended.

use super::operator_pages::{operator, reads, text};
use crate::support::organizer::Answer;
use crate::support::world::{World, on_both};
use actix_web::http::StatusCode;
use undersigned::base::time::{hours, minutes};
use undersigned::mail::store;
use undersigned::petition::{Kind, Petition};

const EVENTS: &str = "/organize/operator/events";
const HALL: &str = "192.0.2.77";

async fn signs(world: &World, letter: &Petition, from: &str, numbers: std::ops::Range<usize>) {
    for number in numbers {
        let mut somebody = world.visitor().comes_from(from.parse().unwrap());
        let email = format!("s{number}@example.org");
        somebody.opens(letter).await;
        somebody.fills_in("Somebody", &email);
        let sending = somebody.would_send("Sign the letter");
        somebody.sends(sending).await.sees("Check your email");
    }
}

fn end_of(page: &Answer) -> String {
    let (_, rest) = page
        .body
        .split_once(&format!("action=\"{EVENTS}/"))
        .expect("an event");
    format!("{EVENTS}/{}", rest.split('"').next().unwrap())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_hall_is_named_and_ended_in_the_console() {
    on_both(|world| async move {
        let ola = operator(&world).await;
        let letter = world.petition(Kind::Letter).await;
        let page = reads(&ola, EVENTS).await;
        assert!(text(&page).contains("No network is named just now."));
        let slug = format!("https://sign.example.org/en/p/{}", letter.slug);
        let typed = [
            ("network", " 192.0.2.77/24"),
            ("hours", "2"),
            ("petition", &*slug),
        ];
        let added = ola.presses(&page, EVENTS, &typed).await;
        assert_eq!(added.location.as_deref(), Some(EVENTS), "{}", added.body);
        let page = reads(&ola, EVENTS).await;
        let told = text(&page);
        assert!(
            told.contains("1 event") && told.contains("192.0.2.0/24 /p/open-letter"),
            "{told}"
        );

        // it is heeded at once: ten letters, then one a second
        signs(&world, &letter, HALL, 0..80).await;
        world.later(minutes(1)).await;
        world.mail_rests().await;
        assert_eq!(world.unread(), 70, "sixty in a minute");
        let ended = ola.presses(&page, &end_of(&page), &[]).await;
        assert_eq!(ended.location.as_deref(), Some(EVENTS), "{}", ended.body);
        world.later(minutes(10)).await;
        world.mail_rests().await;
        assert_eq!(world.unread(), 80);
        signs(&world, &letter, HALL, 80..150).await;
        world.later(minutes(1)).await;
        world.mail_rests().await;
        assert_eq!(
            world.unread(),
            80 + 30,
            "twenty in a minute, as for everybody"
        );
        let now = world.now();
        assert_eq!(world.read(move |conn| store::events(conn, now)).await, []);
        // pressed again: it is over
        let again = ola.presses(&page, &end_of(&page), &[]).await;
        assert_eq!(again.location.as_deref(), Some(EVENTS));
        world.mail_drains().await;
        world.leaves_unread(150);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_no_network_comes_back_with_what_was_typed() {
    on_both(|world| async move {
        let ola = operator(&world).await;
        let page = reads(&ola, EVENTS).await;
        for (network, lasts, petition, told) in [
            ("the hall", "12", "", "Type a network such as 192.0.2.0/24"),
            ("0.0.0.0/0", "12", "", "That network is too wide"),
            ("2001::/16", "12", "", "That network is too wide"),
            (
                "192.0.2.0/24",
                "0",
                "",
                "Type a whole number of hours, 1 to 168",
            ),
            (
                "192.0.2.0/24",
                "169",
                "",
                "Type a whole number of hours, 1 to 168",
            ),
            (
                "192.0.2.0/24",
                "1.5",
                "",
                "Type a whole number of hours, 1 to 168",
            ),
            (
                "192.0.2.0/24",
                "12",
                "none-of-ours",
                "There is no petition at that address",
            ),
            (
                "192.0.2.0/24",
                "12",
                "Ü b",
                "There is no petition at that address",
            ),
        ] {
            let typed = [
                ("network", network),
                ("hours", lasts),
                ("petition", petition),
            ];
            let back = ola.presses(&page, EVENTS, &typed).await;
            assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed:?}");
            assert!(text(&back).contains(told), "{told}: {}", back.body);
            for kept in [network, lasts, petition] {
                assert!(
                    back.body.contains(&format!("value=\"{kept}\"")),
                    "{kept} of {typed:?}"
                );
            }
        }
        let more = [
            ("network", "192.0.2.0/24"),
            ("hours", "1"),
            ("until", "2099-01-01"),
        ];
        let back = ola.presses(&page, EVENTS, &more).await;
        assert_eq!(
            back.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "a field of nobody's"
        );
        let now = world.now();
        assert_eq!(world.read(move |conn| store::events(conn, now)).await, []);

        // a hundred, and no more, until one is over
        for n in 0..100 {
            let network = format!("198.51.100.{n}");
            let typed = [
                ("network", &*network),
                ("hours", if n == 7 { "1" } else { "2" }),
            ];
            let added = ola.presses(&page, EVENTS, &typed).await;
            assert_eq!(added.status, StatusCode::SEE_OTHER, "{n}");
        }
        let typed = [
            ("network", "203.0.113.0/24"),
            ("hours", "2"),
            ("petition", ""),
        ];
        let back = ola.presses(&page, EVENTS, &typed).await;
        assert!(text(&back).contains("end one first"), "{}", back.body);
        world.meanwhile(hours(1).checked_sub(minutes(5)).unwrap());
        reads(&ola, EVENTS).await;
        world.meanwhile(minutes(5));
        let added = ola.presses(&page, EVENTS, &typed).await;
        assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.body);
    })
    .await;
}
