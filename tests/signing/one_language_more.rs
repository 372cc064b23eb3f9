//! Story: the letter has two languages. Each reader gets theirs, from address or browser, and all
//! count together.

use crate::support::world::{SITE, on_both};
use undersigned::base::Lang;
use undersigned::petition::Kind;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_letter_one_total() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut ana = world.visitor().reads("es-419,es;q=0.9,en;q=0.1");
        let answer = ana.gets("/p/open-letter").await;
        assert_eq!(
            (answer.status, answer.header("location")),
            (302, "/es/p/open-letter")
        );
        assert!(answer.all("vary").contains(&"Accept-Language"));
        ana.opens(&letter).await;
        assert_eq!(ana.answer().page().lang(), "es");
        ana.signs(&letter, "Ana", "ana@example.org").await;
        ana.sees("Revise su correo para terminar.");
        ana.opens_mail().await.presses("Confirmar mi firma").await;
        assert_eq!(ana.answer().page().lang(), "es");
        assert!(
            ana.mail().subject().starts_with("Confirme su firma"),
            "{}",
            ana.mail().subject()
        );

        let mut sam = world.visitor().reads("de, en;q=0.5");
        let answer = sam.gets("/p/open-letter").await;
        assert_eq!(answer.status, 200);
        assert!(answer.all("vary").contains(&"Accept-Language"));
        sam.signs(&letter, "Sam", "sam@example.org").await;
        sam.opens_mail()
            .await
            .presses("Confirm my signature")
            .await
            .sees("Signature 2");
        assert_eq!(world.counted(&letter).await, 2);

        // the address says it, whatever the browser prefers
        let stays = ana.gets("/en/p/open-letter").await;
        assert_eq!((stays.status, stays.page().lang()), (200, "en".to_owned()));
        assert!(!stays.all("vary").contains(&"Accept-Language"));
        let page = world.visitor().gets("/es/p/open-letter").await.page();
        assert_eq!(
            page.attribute("link[rel=canonical]", "href"),
            Some(format!("{SITE}/es/p/open-letter"))
        );
        assert_eq!(
            page.attribute("link[hreflang=en]", "href"),
            Some(format!("{SITE}/en/p/open-letter"))
        );
        let none = world.visitor().gets("/fr/p/open-letter").await;
        let to = (none.status, none.header("location"));
        assert_eq!(to, (302, "/p/open-letter"), "a language that may come");
        assert_eq!(world.visitor().gets("/p/open-letter").await.status, 200);
        let english = world.visitor().reads("").gets("/p/open-letter").await;
        assert_eq!(english.page().lang(), "en");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_text_in_one_language_only() {
    on_both(|world| async move {
        let letter = world
            .petition_with(Kind::Letter, |plan| plan.langs = vec![Lang::ES])
            .await;
        let mut sam = world.visitor();
        let answer = sam.gets("/p/open-letter").await;
        assert_eq!(
            (answer.status, answer.page().lang()),
            (200, "es".to_owned())
        );
        // the frame in English around the Spanish text, which says what it is
        sam.goes("/en/p/open-letter")
            .await
            .sees("This text is not yet translated.");
        let page = sam.answer().page();
        assert_eq!(page.lang(), "en");
        assert_eq!(
            page.attribute("h1", "lang")
                .or(page.attribute("article", "lang"))
                .as_deref(),
            Some("es")
        );
        sam.fills_in("Sam", "sam@example.org")
            .presses("Sign the letter")
            .await;
        sam.opens_mail()
            .await
            .presses("Confirm my signature")
            .await
            .sees("Signature 1");
        assert_eq!(world.counted(&letter).await, 1);
    })
    .await;
}
