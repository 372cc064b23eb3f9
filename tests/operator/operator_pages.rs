//! Story: whoever runs the site sees how it stands and who works on it, in numbers; nobody else learns that there are such pages.

use crate::account::phone::sets_up;
use crate::support::organizer::{Answer, Browser, PHRASE, email};
use crate::support::page::Page;
use crate::support::petitions::rewrite;
use crate::support::signers::{petition, sign, signer};
use crate::support::world::{World, on_both};
use actix_web::http::StatusCode;
use undersigned::account::model::Role;
use undersigned::account::passphrase::hash::{Cost, Passphrase, keep};
use undersigned::account::store::{member, person};
use undersigned::base::Lang;
use undersigned::base::time::{days, hours};
use undersigned::db::{Error, Target, note_backup};
use undersigned::petition::PetitionState;
use undersigned::routes::{TABLE, Who};
use undersigned::signature::SignatureState;
use undersigned::web::urls;

pub const OLA: &str = "ola@example.org";

/// Ola has an account, works nowhere, and runs the site.
pub async fn has_ola(world: &World, lang: Lang) -> Browser {
    has_operator(world, OLA, lang).await
}

/// The same of whoever has this address.
async fn has_operator(world: &World, address: &str, lang: Lang) -> Browser {
    let (mailbox, now) = (email(address), world.now());
    let kept = keep(Cost::TRIFLING, &Passphrase::typed(PHRASE)).expect("a hash");
    world
        .write(move |tx| {
            let one = person::insert(tx, &mailbox, "Ola", lang, now)?;
            let one = one.ok_or(Error::Duplicate)?;
            person::set_password(tx, one.id, &kept)?;
            person::make_operator(tx, one.id, now)
        })
        .await;
    let browser = world.browser();
    let answer = browser.signs_in(address, PHRASE).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    browser
}

/// The same with a second factor.
pub async fn operator(world: &World) -> Browser {
    let browser = has_ola(world, Lang::EN).await;
    sets_up(world, &browser).await;
    browser
}

/// Somebody else who runs it too, with a second factor.
pub async fn another_operator(world: &World) -> Browser {
    let browser = has_operator(world, "bo@example.org", Lang::EN).await;
    sets_up(world, &browser).await;
    browser
}

/// A page of hers, which is there.
pub async fn reads(ola: &Browser, path: &str) -> Answer {
    let page = ola.gets(path).await;
    assert_eq!(page.status, StatusCode::OK, "{path}: {}", page.body);
    page
}

/// What a page says, without marks around what was set in.
pub fn text(page: &Answer) -> String {
    let text = Page::of(&page.body).text();
    text.replace(['\u{2068}', '\u{2069}'], "")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_else_learns_of_them_and_an_operator_needs_a_second_factor() {
    on_both(|world| async move {
        world.has_ana().await;
        let ana = world.ana().await;
        let id = world.open_letter(&ana).await;
        let home = ana.gets("/organize").await;
        assert!(!home.body.contains("/organize/operator"), "no menu of hers");
        assert_eq!(ana.gets("/organize/operator").await.status, 404);
        let stranger = world.browser().gets("/organize/operator").await;
        assert_eq!(
            stranger.location.as_deref(),
            Some("/organize/sign-in?next=/organize/operator")
        );

        let ola = has_ola(&world, Lang::EN).await;
        let asked = "/organize/second-factor/ask?next=/organize/operator/mail";
        let led = ola.gets("/organize/operator/mail").await;
        assert_eq!(led.location.as_deref(), Some(asked));
        let page = reads(&ola, asked).await;
        assert!(text(&page).contains("Before you see the operator’s pages"));
        assert!(!page.body.contains("Not now") && page.body.contains("/organize/operator"));
        let press = ola
            .presses(&page, "/organize/operator/mail/test", &[])
            .await;
        assert_eq!(press.status, StatusCode::FORBIDDEN, "nor does she act");
        sets_up(&world, &ola).await;
        for path in ["", "/organizations", "/mail", "/reports", "/events"] {
            let page = reads(&ola, &format!("/organize/operator{path}")).await;
            assert_eq!(page.header("cache-control"), Some("no-store"));
            assert_eq!(
                page.body.matches("aria-current=\"page\"").count(),
                2,
                "{path}"
            );
        }
        let on = ola.gets(asked).await;
        assert_eq!(on.location.as_deref(), Some("/organize/operator/mail"));

        let page = reads(&ola, "/organize/operator").await;
        // she sees nobody's petition: every route of the console with a petition of Ana's in its place
        let routes = TABLE.iter().filter(|one| one.who == Who::Organizer);
        for route in routes.filter(|one| one.path.starts_with("/organize/petitions/{id}")) {
            let path = route.path.replace("{id}", &id.to_string());
            let path = path
                .replace("{code}", "table")
                .replace("{part}", "dates")
                .replace("{picture}", &"0".repeat(64));
            let answer = match route.method {
                "GET" => ola.gets(&path).await,
                _ => ola.presses(&page, &path, &[]).await,
            };
            assert!(
                [403, 404, 422].contains(&answer.status.as_u16())
                    && !answer.body.contains("Sam Lee"),
                "{} {path}: {}",
                route.method,
                answer.status
            );
        }
        assert_eq!(ola.gets(&urls::signatures(id)).await.status, 404);
        assert_eq!(ola.gets(&urls::export(id)).await.status, 404);

        // and hears 404 at the next request once it was taken from her
        let mailbox = email(OLA);
        world
            .write(move |tx| {
                let known = person::by_address(tx, &mailbox)?.ok_or(Error::Duplicate)?;
                person::unmake_operator(tx, known.organizer.id)
            })
            .await;
        assert_eq!(ola.gets("/organize/operator").await.status, 404);
        let press = ola
            .presses(&page, "/organize/operator/mail/test", &[])
            .await;
        assert_eq!(press.status, 404);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn organizations_are_numbers() {
    on_both(|world| async move {
        world.has_ana().await;
        let ana = world.ana().await;
        let letter = world.open_letter(&ana).await;
        let place = petition(&world.app().db, "open-the-records").await;
        let crowd = (0..12).map(|n| signer(&format!("Canary {n}"))).collect();
        sign(
            &world.app().db,
            letter,
            SignatureState::Counted,
            crowd,
            world.now(),
        )
        .await;
        let page = ana.gets("/organize/petitions/new").await;
        let fields = [
            ("kind", "pledge"),
            ("title", "A secret draft"),
            ("lang", "en"),
        ];
        ana.presses(&page, "/organize/petitions/new", &fields).await;
        let (now, organization) = (world.now(), place.organization);
        world
            .write(move |tx| {
                let one = person::insert(tx, &email("bo@example.org"), "Bo", Lang::EN, now)?;
                let one = one.ok_or(Error::Duplicate)?;
                member::join(tx, organization, one.id, Role::Analyst, now)
            })
            .await;
        world
            .has_owner("Harlow Tenants", "Bea Bell", "bea@example.org")
            .await;
        world.meanwhile(hours(3));

        let ola = operator(&world).await;
        let page = reads(&ola, "/organize/operator/organizations").await;
        let told = text(&page);
        for shown in [
            "Docket Coalition 2 people, 1 owner 1 draft and 1 open 12 3 hours ago",
            "Harlow Tenants 1 person, 1 owner none 0 never",
        ] {
            assert!(told.contains(shown), "{shown} in {told}");
        }
        for hidden in [
            "Canary",
            "A secret draft",
            "Open the records",
            "Ana L",
            "Bea Bell",
            "bo@",
        ] {
            assert!(!page.body.contains(hidden), "{hidden}");
        }
        let mut closed = place.clone();
        closed.state = PetitionState::Closed;
        closed.closed_at = Some(world.now());
        let now = world.now();
        world.write(move |tx| rewrite(tx, &mut closed, now)).await;
        let told = text(&reads(&ola, "/organize/operator/organizations").await);
        assert!(told.contains("1 draft and 1 closed 12"), "{told}");

        // more than a page, turned by key
        for n in 0..25 {
            let name = format!("Group {n:02}");
            let address = format!("g{n}@example.org");
            world.has_owner(&name, "Somebody", &address).await;
        }
        let first = reads(&ola, "/organize/operator/organizations").await;
        assert!(first.body.contains("Group 24") && first.body.contains("Group 00"));
        assert!(!first.body.contains("Harlow Tenants"));
        let (_, next) = first
            .body
            .split_once("rel=\"next\" href=\"")
            .expect("a next page");
        let next = next.split('"').next().unwrap();
        let second = reads(&ola, next).await;
        assert!(second.body.contains("Harlow Tenants") && !second.body.contains("Group 00"));
        assert!(!second.body.contains("rel=\"next\""));
        let wrong = ola.gets("/organize/operator/organizations?after=x").await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn health_says_whether_something_is_to_be_done() {
    on_both(|world| async move {
        let ola = operator(&world).await;
        let told = async || text(&reads(&ola, "/organize/operator").await);
        let at_work = async || told().await.matches("At work just now.").count() == 2;
        world.until("both workers are at work", at_work).await;
        let first = told().await;
        let kind = match world.folder() {
            Some(_) => "SQLite in one file, ",
            None => "PostgreSQL, ",
        };
        for shown in [
            "1 thing asks for something.",
            "The database takes writes.",
            "Everybody who works in this program is at it.",
            kind,
            "Newest step of its schema: 00",
            "No backup has been made with “undersigned backup”.",
            "No proxy has been met that hides its visitors’ addresses.",
            "No message that is due has waited for over five minutes.",
            concat!(
                "Undersigned ",
                env!("CARGO_PKG_VERSION"),
                ", running since "
            ),
        ] {
            assert!(first.contains(shown), "{shown} in {first}");
        }

        // a backup is noted where it was made
        let (target, now): (Target, _) = (world.app().db.target().clone(), world.now());
        let noted = tokio::task::spawn_blocking(move || note_backup(&target, now)).await;
        noted.unwrap().expect("noted");
        let fresh = told().await;
        assert!(
            fresh.contains("The newest backup was made just now."),
            "{fresh}"
        );
        assert!(fresh.contains("Nothing has to be done."), "{fresh}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn health_tells_of_an_old_backup_and_of_a_proxy_that_nobody_named() {
    on_both(|world| async move {
        let ola = operator(&world).await;
        let (target, old) = (world.app().db.target().clone(), world.now().minus(days(2)));
        let older = old.minus(days(1));
        let noted = tokio::task::spawn_blocking(move || {
            note_backup(&target, old)?;
            note_backup(&target, older)
        });
        noted.await.unwrap().expect("noted");
        let told = text(&reads(&ola, "/organize/operator").await);
        assert!(
            told.contains("The newest backup was made 2 days ago. Make one now"),
            "{told}"
        );
        assert!(told.contains("Backup Act soon"), "{told}");
        let (target, daily) = (
            world.app().db.target().clone(),
            world.now().minus(hours(26)),
        );
        let noted = tokio::task::spawn_blocking(move || note_backup(&target, daily));
        noted.await.unwrap().expect("noted");
        let told = text(&reads(&ola, "/organize/operator").await);
        assert!(
            told.contains("Backup Nothing to do The newest backup was made yesterday."),
            "{told}"
        );

        // another instance, that trusts no proxy, is asked through one
        let door = world.instance_that_trusts(&[], "127.0.0.1:0").await;
        let through = world.visitor().through(door).gets("/").await;
        assert_eq!(through.status, 200);
        let cookie = ola.cookie.borrow().clone().expect("a session");
        let asked = world
            .wire()
            .get(format!("http://{door}/organize/operator"))
            .header("cookie", cookie);
        let page = asked.send().await.unwrap().text().await.unwrap();
        let told = Page::of(&page).text();
        let told = told.replace(['\u{2068}', '\u{2069}'], "");
        assert!(
            told.contains("Visitors reach this site through a proxy in 127.0.0.0/8"),
            "{told}"
        );
        assert!(told.contains("Proxy Act now"), "{told}");
        // which the first one has not met
        let told = text(&reads(&ola, "/organize/operator").await);
        assert!(told.contains("No proxy has been met"), "{told}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn health_says_why_nobody_can_write() {
    on_both(|world| async move {
        let ola = operator(&world).await;
        world.app().db.health().worker_ended("the tests' own");
        let told = text(&reads(&ola, "/organize/operator").await);
        assert!(
            told.contains("The worker the tests' own has ended."),
            "{told}"
        );
        assert!(told.contains("Workers Act now"), "{told}");
    })
    .await;
}

/// The pages in Spanish say everything, and nothing in English.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn in_spanish_too() {
    on_both(|world| async move {
        let ola = has_ola(&world, Lang::parse("es").expect("Spanish")).await;
        sets_up_in_spanish(&world, &ola).await;
        for (path, shown) in [
            ("", "La base de datos acepta escrituras."),
            ("/organizations", "Solo números"),
            ("/mail", "Enviarme un mensaje de prueba"),
            ("/reports", "Nadie ha reportado una página en medio año."),
            ("/events", "Nombrar una red"),
        ] {
            let page = reads(&ola, &format!("/organize/operator{path}")).await;
            assert!(text(&page).contains(shown), "{shown} in {}", page.body);
            assert!(page.body.contains("<html lang=\"es\""), "{path}");
        }
    })
    .await;
}

async fn sets_up_in_spanish(world: &World, ola: &Browser) {
    use crate::account::phone::{BEGIN, Phone, SET_UP, STATE};
    let page = ola.gets(STATE).await;
    ola.presses(&page, BEGIN, &[]).await;
    let page = ola.gets(SET_UP).await;
    let code = Phone::of(&page).code(world.now());
    let done = ola.presses(&page, SET_UP, &[("code", &code)]).await;
    assert_eq!(done.status, StatusCode::OK, "{}", done.body);
    assert_eq!(world.mails().await.len(), 1);
}
