//! Story: the form is filled in wrong. Everything typed is still there, each mistake is named in the
//! reader's language, and nothing was stored.

use crate::support::world::on_both;
use undersigned::petition::Kind;
use undersigned::petition::{FieldRule, SignerField};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn in_spanish_with_everything_kept() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut ana = world.visitor().reads("es-MX,es;q=0.9,en;q=0.5");
        ana.opens(&letter).await;
        assert_eq!(ana.path(), "/es/p/open-letter");
        ana.types("name", "Ana “Ñ” López & <Cía>")
            .types("email", "ana")
            .types("role", "Jueza <jubilada>");
        ana.types("affiliation", "Universidad de León")
            .types("public", "detail");
        let button = ana.sign_button();
        ana.presses(&button).await;
        assert_eq!(ana.status(), 422);
        let page = ana.answer().page();
        assert_eq!(page.lang(), "es");
        assert_eq!(
            page.errors(),
            [
                ("email", "Escriba una dirección como nombre@example.org"),
                ("updates", "Elija sí o no"),
            ]
            .map(|(field, text)| (field.to_owned(), text.to_owned()))
        );
        for (field, typed) in [
            ("name", "Ana “Ñ” López & <Cía>"),
            ("email", "ana"),
            ("role", "Jueza <jubilada>"),
            ("affiliation", "Universidad de León"),
        ] {
            let kept = page.attribute(&format!("input[name={field}]"), "value");
            assert_eq!(kept.as_deref(), Some(typed));
        }
        assert!(page.attribute("input[value=detail]", "checked").is_some());
        assert!(page.attribute("#email", "aria-invalid").is_some());
        assert!(page.attribute("#name", "aria-invalid").is_none());
        assert_eq!(world.pending(&letter).await, 0);

        // only the mistakes are mended; the rest is sent as it was kept
        ana.types("email", "ana@example.org")
            .types("updates", "yes");
        ana.presses(&button).await;
        ana.sees("Revise su correo para terminar.");
        let mail = world.mail("ana@example.org").await;
        mail.says("Ana “Ñ” López & <Cía>, Jueza <jubilada>, Universidad de León");
        ana.goes(&mail.link())
            .await
            .presses("Confirmar mi firma")
            .await;
        assert_eq!(ana.answer().page().lang(), "es");
        assert_eq!(world.counted(&letter).await, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_field_for_itself() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let long = "x".repeat(200);
        let cases: [(&str, &str, &str, &str); 15] = [
            ("name", "", "name", "Enter your full name"),
            ("name", " \u{200b}", "name", "Enter your full name"),
            (
                "name",
                "123",
                "name",
                "Enter a name with at least one letter",
            ),
            (
                "name",
                "see www.example.org",
                "name",
                "Enter your name without a web address",
            ),
            (
                "name",
                "Sam\u{202e}",
                "name",
                "Enter your name without control or invisible characters",
            ),
            (
                "name",
                "Sam\r\nBcc: x",
                "name",
                "Enter your name without control or invisible characters",
            ),
            (
                "name",
                &long,
                "name",
                "Enter a name of at most 100 characters",
            ),
            ("email", "", "email", "Enter your email address"),
            (
                "email",
                "sam",
                "email",
                "Enter an email address like name@example.org",
            ),
            (
                "email",
                "sam@localhost",
                "email",
                "Check the part after the @: no mail can be sent there",
            ),
            ("email", "sam@gmial.com ,", "email", ""),
            ("role", &long, "role", "Shorten this line"),
            (
                "affiliation",
                "a\u{7}b",
                "affiliation",
                "Enter this line without control or invisible characters",
            ),
            ("updates", "maybe", "updates", "Choose yes or no"),
            ("updates", "", "updates", "Choose yes or no"),
        ];
        for (field, value, at, says) in cases {
            let mut sam = world.visitor();
            sam.opens(&letter).await;
            sam.fills_in("Sam", "sam@example.org").types(field, value);
            sam.presses("Sign the letter").await;
            assert_eq!(sam.status(), 422, "{field}={value:?}");
            let errors = sam.answer().page().errors();
            assert_eq!(errors.len(), 1, "{field}={value:?}: {errors:?}");
            assert_eq!(errors[0].0, at, "{value:?}");
            assert!(errors[0].1.starts_with(says), "{value:?}: {errors:?}");
            sam.sees("One thing to fix");
        }
        assert_eq!(world.pending(&letter).await, 0);
        assert_eq!(world.counted(&letter).await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_slip_of_the_finger_is_asked_about_and_not_corrected() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut sam = world.visitor();
        sam.signs(&letter, "Sam", "sam@gmial.com").await;
        sam.sees("Check your email to finish.")
            .sees("Did you mean sam@gmail.com?");
        world.mail("sam@gmial.com").await;
        assert_eq!(world.pending(&letter).await, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_form_shows_what_is_asked_and_nothing_that_would_be_dropped() {
    on_both(|world| async move {
        let pledge = world
            .petition_with(Kind::Pledge, |plan| {
                plan.settings.fields[SignerField::Affiliation] = FieldRule::Required;
            })
            .await;
        let mut sam = world.visitor();
        sam.opens(&pledge).await;
        let page = sam.answer().page();
        assert!(page.find("input[name=role]").is_none());
        assert!(page.find("input[name=affiliation]").is_some());
        sam.sees_no("(optional)");
        sam.fills_in("Sam", "sam@example.org");
        let button = sam.sign_button();
        sam.presses(&button).await;
        sam.sees("Enter your school or employer");
        let letter = world
            .petition_with(Kind::Letter, |plan| {
                plan.settings.fields[SignerField::Affiliation] = FieldRule::Required;
            })
            .await;
        sam.opens(&letter).await;
        sam.sees("Role (optional)")
            .sees_no("School or employer (optional)");
    })
    .await;
}
