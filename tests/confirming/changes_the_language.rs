//! Story: somebody is led into the wrong language, by a link that was passed on or by a borrowed phone. On every step from the form to
//! the thanks there is a link to the other one. It changes the page, and nothing of what was signed.

use crate::support::world::on_both;
use diesel::prelude::*;
use undersigned::db::schema::{pending_signatures as n, signatures as s};
use undersigned::petition::Kind;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_every_step_and_nothing_is_lost() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut ana = world.visitor().reads("en");
        ana.signs(&letter, "Ana López", "ana@example.org").await;
        ana.sees("ana@example.org");
        ana.follows("Español").await;
        assert_eq!(ana.path(), "/es/p/open-letter/check");
        ana.sees("Revise su correo para terminar.");
        ana.sees("ana@example.org");
        ana.follows("English").await.sees("ana@example.org");
        ana.follows("Español").await;
        // the forms of the page act in that language
        ana.presses("Enviarlo otra vez").await;
        ana.sees("Le enviamos el mensaje otra vez");
        let nobody = ana.on_another_device();
        let page = nobody.gets("/es/p/open-letter/check").await.page();
        assert_eq!(
            page.link("English").as_deref(),
            Some("/en/p/open-letter/check")
        );

        // The letter is in the language of the form; the page behind it has the other one too.
        let mail = ana.reads_mail().await;
        assert!(
            mail.subject().starts_with("Confirm your signature"),
            "{}",
            mail.subject()
        );
        let link = mail.link();
        ana.goes(&link)
            .await
            .sees("Please check that everything is right.");
        assert_eq!(ana.answer().page().lang(), "en");
        let spanish = ana.answer().page().link("Español");
        assert_eq!(spanish.as_deref(), Some("?lang=es"), "no key in the link");
        let spanish = format!("{link}?lang=es");
        for _ in 0..3 {
            ana.gets(&spanish).await;
        }
        assert_eq!(world.pending(&letter).await, 1, "looking settles nothing");
        ana.follows("Español").await;
        ana.sees("Revise que todo esté correcto.").sees("Ana López");
        assert_eq!(ana.answer().page().lang(), "es");
        let kept = world
            .read(|conn| Ok(n::table.select(n::lang).load::<String>(conn)?))
            .await;
        assert_eq!(kept, ["en"], "what was signed was signed in English");
        let head = ana.answer().page();
        assert!(
            head.attributes("link[hreflang]", "href").is_empty(),
            "no key in an alternate"
        );

        // From elsewhere the question comes back in that language, and the press leads to it.
        let mut phone = ana.on_another_device();
        phone.goes(&spanish).await;
        phone.types("word", "x").presses("Confirmar mi firma").await;
        let asked = phone.answer().page().lang();
        assert_eq!(asked, "es", "{}", phone.text());
        ana.presses("Confirmar mi firma").await;
        assert_eq!(ana.path(), "/es/p/open-letter/signed");
        ana.sees("Firma 1");
        ana.follows("English").await.sees("Signature 1");
        let back = ana.answer().page().link("Español");
        assert_eq!(
            back.as_deref(),
            Some("/es/p/open-letter/signed"),
            "no key in the address"
        );
        assert_eq!(world.counted(&letter).await, 1);
        let kept = world
            .read(|conn| Ok(s::table.select(s::lang).load::<String>(conn)?))
            .await;
        assert_eq!(kept, ["en"], "nor does the signature change");

        // What anybody may know who has the link is there in both as well.
        phone.goes(&link).await.follows("Español").await;
        phone.sees("Estado de esta firma");
        // what was asked for once more says that there is nothing more to do, or is not sent
        world.mail_drains().await;
        world.leaves_unread(world.unread());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_says_no_reads_that_in_the_language_they_chose() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut mallory = world.visitor().reads("en");
        mallory.signs(&letter, "Not Ana", "ana@example.org").await;
        let mut ana = world.visitor().reads("de");
        let mail = world.mail("ana@example.org").await;
        ana.goes(&mail.link()).await.follows("Español").await;
        ana.types("word", &mail.word()).presses("No fui yo").await;
        ana.sees("Gracias por avisarnos");
        assert_eq!(ana.answer().page().lang(), "es");
        // a language that the letter has not is passed over
        let other = ana.gets(&format!("{}?lang=fr", mail.link())).await;
        assert_eq!(other.page().lang(), "en");
        world.mail("ana@example.org").await.says("deleted");
    })
    .await;
}
