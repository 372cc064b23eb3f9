//! Story: Bruna reads Portuguese. The site speaks it, because there is a folder of its words; a letter speaks it where somebody has
//! translated it. Only organizers meet English in it, and are told.

use crate::support::world::{SITE, World, on_both};
use undersigned::account::model::Role;
use undersigned::base::Lang;
use undersigned::petition::Kind;
use undersigned::web::urls;

const BRUNA: &str = "pt-BR,pt;q=0.9,es;q=0.4,en;q=0.1";

fn portuguese() -> Lang {
    Lang::parse("pt-BR").expect("a language")
}

/// Language and text of a page.
async fn page(world: &World, languages: &str, path: &str) -> (u16, String, String) {
    let answer = world.visitor().reads(languages).gets(path).await;
    (answer.status, answer.page().lang(), answer.page().text())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_site_speaks_it_and_a_letter_in_two_others_does_not() {
    on_both(|world| async move {
        world.petition(Kind::Letter).await;
        for path in ["/", "/pt-BR"] {
            let (status, lang, text) = page(&world, BRUNA, path).await;
            assert_eq!((status, lang.as_str()), (200, "pt-BR"));
            assert!(text.contains("Abaixo-assinados abertos"), "{text}");
        }
        for (path, there) in [
            ("/pt", "/pt-BR"),
            ("/pt-br", "/pt-BR"),
            (
                "/pt-PT/p/open-letter/privacy",
                "/pt-BR/p/open-letter/privacy",
            ),
            ("/p/open-letter", "/es/p/open-letter"),
        ] {
            let answer = world.visitor().reads(BRUNA).gets(path).await;
            assert_eq!(answer.header("location"), there, "{path}");
        }
        let (_, lang, _) = page(&world, "pt-PT", "/").await;
        assert_eq!(lang, "pt-BR", "better than none");

        // The front page leads to the letter in a language it has.
        let front = world.visitor().reads(BRUNA).gets("/").await.page();
        assert_eq!(
            front.attribute(".deck h3 a", "href").as_deref(),
            Some("/es/p/open-letter")
        );
        let (status, lang, text) = page(&world, "pt-BR", "/p/open-letter").await;
        assert_eq!((status, lang.as_str()), (200, "en"), "{text}");

        // Errors and privacy are the site's own words.
        let (status, lang, text) = page(&world, BRUNA, "/nada-aqui").await;
        assert_eq!((status, lang.as_str()), (404, "pt-BR"));
        assert!(text.contains("Esta página não existe"), "{text}");
        let (_, lang, text) = page(&world, BRUNA, "/pt-BR/p/open-letter/privacy").await;
        assert_eq!(lang, "pt-BR");
        assert!(text.contains("Como usamos seus dados"), "{text}");

        // Whoever asks for it all the same gets the frame, and search engines are told of the others alone.
        let framed = world.visitor().gets("/pt-BR/p/open-letter").await;
        assert!(
            framed
                .page()
                .text()
                .contains("Este texto ainda não foi traduzido.")
        );
        assert!(framed.body.contains("noindex"));
        assert_eq!(
            framed.page().attribute("link[rel=canonical]", "href"),
            Some(format!("{SITE}/en/p/open-letter"))
        );
        let letter = world.visitor().gets("/es/p/open-letter").await.page();
        assert_eq!(
            letter.attributes("link[hreflang]", "hreflang"),
            ["en", "es", "x-default"]
        );
        let sitemap = world.visitor().gets("/sitemap.xml").await;
        assert!(!sitemap.body.contains("pt-BR"), "{}", sitemap.body);
        let robots = world.visitor().gets("/robots.txt").await;
        assert_eq!(robots.status, 200);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_letter_that_has_it_is_signed_in_it_to_the_end() {
    on_both(|world| async move {
        let letter = world
            .petition_with(Kind::Letter, |plan| plan.langs.push(portuguese()))
            .await;
        let sitemap = world.visitor().gets("/sitemap.xml").await;
        assert!(
            sitemap
                .body
                .contains(&format!("{SITE}/pt-BR/p/open-letter"))
        );
        let feed = world.visitor().gets("/pt-BR/p/open-letter/feed.atom").await;
        assert!(feed.body.contains("xml:lang=\"pt-BR\""), "{}", feed.body);

        let mut bruna = world.visitor().reads(BRUNA);
        bruna.opens(&letter).await;
        assert_eq!(bruna.path(), "/pt-BR/p/open-letter");
        bruna.sees("Carta aberta a the Judicial Conference");
        bruna.presses("Assinar a carta").await;
        bruna.sees("Há três coisas para corrigir");
        bruna.fills_in("Bruna da Silva", "bruna@example.org");
        bruna.presses("Assinar a carta").await;
        assert_eq!(bruna.path(), "/pt-BR/p/open-letter/check");
        bruna.sees("Confira seu e-mail para terminar.");

        let mail = bruna.reads_mail().await;
        assert!(
            mail.subject().starts_with("Confirme sua assinatura"),
            "{}",
            mail.subject()
        );
        let words = world.app().site.words(portuguese());
        let word = mail.word();
        assert!(
            (0..2_048_usize).any(|at| words.match_word(at) == word),
            "{word}"
        );
        let mut elsewhere = bruna.on_another_device();
        elsewhere.goes(&mail.link()).await;
        assert_eq!(elsewhere.answer().page().lang(), "pt-BR");
        bruna.opens_link().await;
        bruna.presses("Confirmar minha assinatura").await;
        assert_eq!(bruna.path(), "/pt-BR/p/open-letter/signed");
        bruna.sees("Assinatura 1");
        bruna
            .follows("Ver ou mudar tudo o que guardamos sobre você")
            .await;
        bruna.sees("Português (Brasil)");
        assert_eq!(world.counted(&letter).await, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn organizers_read_english_and_are_told_so_in_both() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let english = "Some of the pages for organizers are not in your language yet and are shown in English.";
        let own = "Parte das páginas de quem organiza ainda não está em português e aparece em inglês.";
        let door = world.visitor().reads(BRUNA).gets("/organize/sign-in").await;
        let page = door.page();
        assert_eq!(page.lang(), "en", "most of what is read is English");
        assert_eq!(page.all(".stand-in [lang=en]"), [english]);
        assert_eq!(page.all(".stand-in [lang=pt-BR]"), [own]);
        assert!(page.text().contains("Sign in to organize"));

        let mut owner = world.organizer(&letter, Role::Owner).await;
        owner.goes(&urls::overview(letter.id)).await.sees_no(english);
        world
            .write(|tx| {
                use diesel::prelude::*;
                use undersigned::db::schema::organizers as o;
                let spoken = diesel::update(o::table).set(o::lang.eq("pt-BR"));
                spoken.execute(&mut **tx)?;
                Ok(())
            })
            .await;
        owner.goes(&urls::overview(letter.id)).await;
        owner.sees(english).sees(own).sees("Overview");
        owner.goes(&urls::edit_petition(letter.id)).await.sees(english);
        for lang in ["es", "en"] {
            let door = world.visitor().reads(lang).gets("/organize/sign-in").await;
            assert_eq!(door.page().lang(), lang);
            assert!(door.page().all(".stand-in").is_empty());
        }
    })
    .await;
}
