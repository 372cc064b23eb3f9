//! Story: somebody has the link that the program printed, and a signature under their first petition soon after.

use crate::support::organizer::PHRASE;
use crate::support::visitor::Visitor;
use crate::support::world::{World, on_both};
use undersigned::base::Lang;
use undersigned::petition::store::petitions;
use undersigned::web::urls;

pub const MIA: &str = "mia@example.org";

/// Mia makes the first account, by a link of this very start.
pub async fn makes_an_account(world: &World, mut mia: Visitor, button: &str) -> Visitor {
    let link = urls::setup(&world.starts().await.expect("nobody organizes"));
    mia.goes(&link).await;
    mia.types("name", "Mia Ortega").types("email", MIA);
    mia.types("password", PHRASE).types("again", PHRASE);
    mia.presses(button).await;
    assert_eq!(mia.path(), urls::first_organization(), "{}", mia.text());
    mia
}

/// And names her organization.
pub async fn names_it(mut mia: Visitor) -> Visitor {
    mia.types("name", "Harbor Readers");
    mia.presses("Save and go on").await;
    assert_eq!(mia.path(), urls::first_mail(), "{}", mia.text());
    mia
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn from_the_printed_link_to_a_signature_by_at_most_twenty_fields() {
    on_both(|world| async move {
        world.never_tried_mail().await;
        let link = urls::setup(&world.starts().await.expect("nobody organizes"));
        let mut fields = 0;
        let mut fills = |visitor: &mut Visitor, typed: &[(&str, &str)]| {
            for (name, value) in typed {
                visitor.types(name, value);
            }
            fields += typed.len();
        };
        let mut mia = world.visitor();
        mia.goes(&link).await.sees("Four short steps");
        let you = [
            ("name", "Mia Ortega"),
            ("email", MIA),
            ("password", PHRASE),
            ("again", PHRASE),
        ];
        fills(&mut mia, &you);
        mia.presses("Make my account").await;
        assert_eq!(mia.path(), urls::first_organization(), "{}", mia.text());

        let organization = [("name", "Harbor Readers"), ("contact", "desk@example.org")];
        fills(&mut mia, &organization);
        mia.presses("Save and go on").await;
        assert_eq!(mia.path(), urls::first_mail(), "{}", mia.text());
        mia.sees("Nobody has tried yet whether mail goes out.");
        mia.sees("Mail goes to 127.0.0.1")
            .sees_no("127.0.0.1 has accepted");

        mia.presses("Send me a test message").await;
        let mail = world.mail(MIA).await;
        assert_eq!(mail.subject(), "Test message: it has arrived");
        assert_eq!(mail.link(), urls::first_mail());
        mia.goes(&urls::first_mail()).await;
        mia.sees("Mail goes out: 127.0.0.1 has accepted a message.");
        mia.sees("SPF and DKIM records of sign.example.org");
        mia.follows("Go on").await;
        assert_eq!(mia.path(), urls::first_petition(), "{}", mia.text());
        mia.sees("Dear members of the council,");

        let petition = [("title", "Open it till nine"), ("target", "the council")];
        fills(&mut mia, &petition);
        mia.presses("Open the editor").await;
        let edit = mia.path().to_owned();
        assert!(edit.ends_with("/edit"), "{edit}: {}", mia.text());
        fills(
            &mut mia,
            &[("ask-en", "Keep it open."), ("body-en", "We read late.")],
        );
        mia.presses("Save").await;
        mia.goes(&edit.replace("/edit", "/publish")).await;
        mia.sees("Mail goes out: signatures can be confirmed");
        mia.presses("Publish now").await;
        assert!(mia.path().contains("/share"), "{}", mia.text());
        world.looks().await;

        let slug = "open-it-till-nine".parse_slug();
        let found = world
            .read(move |conn| petitions::by_slug(conn, &slug))
            .await;
        let letter = found.expect("a petition");
        let mut sam = world.visitor();
        sam.opens(&letter).await.sees("We read late.");
        sam.sees_no("Dear members of the council");
        sam.signs(&letter, "Sam", "sam@example.org").await;
        sam.opens_mail().await.presses("Confirm my signature").await;
        fields += 3; // name, address, a yes or a no
        assert!(fields <= 20, "{fields} fields");
        mia.goes("/organize").await.sees_no("Still to be set up");
        assert_eq!(mia.path(), "/organize");
    })
    .await;
}

/// Makes a place in an address of a text.
trait ParseSlug {
    fn parse_slug(&self) -> undersigned::base::Slug;
}

impl ParseSlug for str {
    fn parse_slug(&self) -> undersigned::base::Slug {
        undersigned::base::Slug::parse(self).expect("a slug")
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_zone_is_the_browsers_and_the_language_the_readers() {
    on_both(|world| async move {
        let reader = world.visitor().reads("es-MX,es;q=0.9");
        let mut mia = makes_an_account(&world, reader, "Crear mi cuenta").await;
        mia.sees("Organización");
        mia.types("name", "Sala de lectura")
            .presses("Guardar y seguir")
            .await;
        mia.follows("Seguir").await;
        mia.sees("Estimadas concejalas, estimados concejales:");
        mia.types("zone", "America/Mexico_City");
        mia.types("title", "Que abra hasta las nueve");
        mia.presses("Abrir el editor").await;
        let begun = |slug: &str| {
            let slug = slug.parse_slug();
            let read = world.read(move |conn| petitions::by_slug(conn, &slug));
            async move { read.await.expect("a petition") }
        };
        let first = begun("que-abra-hasta-las-nueve").await;
        assert_eq!(first.lang, Lang::ES);
        assert_eq!(first.time_zone, "America/Mexico_City");

        // what names no zone, or hides it, gives way to the newest petition's
        for (n, zone) in ["Merton/Nowhere", "UTC", "", "<script>"].iter().enumerate() {
            mia.goes("/organize/petitions/new").await;
            let title = format!("Otra {n}");
            mia.types("zone", zone).types("title", &title);
            mia.presses("Crear el borrador").await;
            let other = begun(&format!("otra-{n}")).await;
            assert_eq!(other.time_zone, "America/Mexico_City", "{zone}");
        }
        mia.goes("/organize/petitions/new").await;
        mia.types("zone", "Europe/Madrid")
            .types("title", "De viaje");
        mia.presses("Crear el borrador").await;
        assert_eq!(begun("de-viaje").await.time_zone, "Europe/Madrid");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn until_somebody_has_the_front_page_says_that_nobody_has() {
    on_both(|world| async move {
        let token = world.starts().await.expect("nobody organizes");
        for (languages, path, lang, said) in [
            ("en", "/", "en", "Nobody has set this site up yet."),
            (
                "es",
                "/",
                "es",
                "Nadie ha puesto en marcha este sitio todavía.",
            ),
            ("pt-BR", "/", "pt-BR", "Ninguém configurou este site ainda."),
            (
                "en",
                "/es",
                "es",
                "El programa escribió en su registro un enlace",
            ),
        ] {
            let answer = world.visitor().reads(languages).gets(path).await;
            let page = answer.page();
            assert_eq!((answer.status, &*page.lang()), (200, lang), "{path}");
            let text = page.text().to_lowercase();
            assert!(text.contains(&said.to_lowercase()), "{said} in {text}");
            assert!(!answer.body.contains(&token.to_string()), "{languages}");
            assert!(!answer.body.contains("/setup/"), "{languages}");
            assert!(!answer.body.contains("<form"), "nothing to sign");
            assert_eq!(answer.header("cache-control"), "no-store");
        }
        let second = world.another_instance().await;
        makes_an_account(&world, world.visitor(), "Make my account").await;
        // at once, at both
        for visitor in [world.visitor(), world.visitor().through(second)] {
            let text = visitor.gets("/").await.page().text();
            assert!(
                text.contains("No petition is open at the moment."),
                "{text}"
            );
            assert!(!text.contains("Nobody has set this site up"), "{text}");
        }
    })
    .await;
}
