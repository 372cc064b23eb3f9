//! Story: organizers print a poster, a flyer and strips to tear off, as a page and as a PDF; whatever an address asks for is answered.

use super::share_kit::drawn;
use crate::support::visitor::Visitor;
use crate::support::world::on_both;
use undersigned::account::model::Role;
use undersigned::base::Lang;
use undersigned::base::time::days;
use undersigned::petition::Kind;
use undersigned::petition::store::petitions;
use undersigned::web::urls;

const PAPERS: [(&str, &str); 2] = [
    ("a4", "/MediaBox[0 0 595.28 841.89]"),
    ("letter", "/MediaBox[0 0 612 792]"),
];

async fn pdf(owner: &Visitor, path: &str) -> String {
    let answer = owner.gets(path).await;
    assert_eq!(answer.status, 200, "{path}");
    assert_eq!(answer.header("content-type"), "application/pdf", "{path}");
    assert!(answer.body.starts_with("%PDF-1.7"), "{path}");
    answer.body
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_poster_is_a_page_and_a_pdf_on_both_papers() {
    on_both(|world| async move {
        let letter = world
            .petition_with(Kind::Letter, |plan| plan.closes_in = Some(days(20)))
            .await;
        let (id, owner) = (letter.id, world.organizer(&letter, Role::Owner).await);
        for form in ["poster", "flyer", "tear-off"] {
            for (paper, boxed) in PAPERS {
                let path = urls::poster_pdf(id, form, paper, Some(Lang::ES), None);
                let made = pdf(&owner, &path).await;
                assert!(made.contains(boxed) && made.contains("/Lang(es)"), "{path}");
                assert!(
                    made.contains(">To the judges of the circuit (es)<"),
                    "{path}: title"
                );
                assert!(
                    made.contains("<pdfuaid:part>1<"),
                    "{path}: to be read aloud"
                );
            }
            let page = owner
                .gets(&urls::poster(id, form, Some(Lang::ES)))
                .await
                .page();
            assert_eq!(
                page.all("article h1"),
                ["To the judges of the circuit (es)"]
            );
            assert_eq!(page.attribute("article", "lang").as_deref(), Some("es"));
            let said = page.text();
            for part in [
                "Open Docket Coalition",
                "Firme esta carta",
                "Hasta el 11 de diciembre de 2026",
                "/es/p/open-letter",
            ] {
                assert!(said.contains(part), "{form}: {part} in {said}");
            }
            let codes = page.attributes("svg.code path[stroke]", "d");
            let strips = if form == "tear-off" { 10 } else { 0 };
            assert_eq!(codes.len(), 1 + strips);
            let code = drawn(&world, &format!("/es/p/open-letter?via={form}"));
            assert!(codes.iter().all(|one| *one == code));
            assert_eq!(page.all("nav").len(), 0, "no menu is printed");
            let has_text = said.contains("Everybody should be able to read what they say.");
            assert_eq!(has_text, form == "flyer");
            let made = page.link("PDF").unwrap();
            assert!(
                made.contains(&format!("form={form}&paper=a4&lang=es")),
                "{made}"
            );
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_an_address_cannot_mean_is_passed_over() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let (id, owner) = (letter.id, world.organizer(&letter, Role::Owner).await);
        let of = |query: &str| {
            (
                format!("/organize/petitions/{id}/poster?{query}"),
                format!("/organize/petitions/{id}/poster.pdf?{query}"),
            )
        };
        let plain = drawn(&world, "/p/open-letter?via=poster");
        for query in [
            "",
            "paper=a3&form=banner&lang=xx&via=a%20b",
            "lang=pt-BR&via=%3Cscript%3E",
            "lang=&via=&paper=&form=",
            "paper=letter&paper=letter",
            "x=%ff",
        ] {
            let (page, made) = of(query);
            let page = owner.gets(&page).await;
            assert_eq!(page.status, 200, "{query}");
            assert!(
                page.body.contains(&plain),
                "{query}: each reader's own language"
            );
            assert!(page.body.contains("class=\"sheet a4 poster"), "{query}");
            assert!(pdf(&owner, &made).await.contains(PAPERS[0].1), "{query}");
        }
        let (page, _) = of("form=flyer&paper=letter&lang=es&via=harlow-table");
        let answer = owner.gets(&page).await;
        assert!(answer.body.contains("class=\"sheet letter flyer"));
        assert!(
            answer
                .body
                .contains(&drawn(&world, "/es/p/open-letter?via=harlow-table"))
        );
        assert!(
            answer.body.contains("&amp;via=harlow-table")
                || answer.body.contains("&#38;via=harlow-table"),
            "the PDF says the same"
        );
        // the code alone, too
        let code = owner
            .gets(&format!("{}?via=harlow-table", urls::qr_svg(id)))
            .await;
        assert_eq!(code.header("content-type"), "image/svg+xml");
        assert!(
            code.header("content-disposition")
                .contains("open-letter-qr.svg")
        );
        assert!(
            code.body
                .contains(&drawn(&world, "/p/open-letter?via=harlow-table"))
        );
        assert!(code.body.contains("fill=\"#fff\""), "a ground of its own");
        for odd in ["?via=a%2Fb", "?lang=xx", ""] {
            let code = owner.gets(&format!("{}{odd}", urls::qr_svg(id))).await;
            assert!(
                code.body.contains(&drawn(&world, "/p/open-letter?via=qr")),
                "{odd}"
            );
        }
        let png = owner.gets(&urls::qr_png(id)).await;
        assert_eq!(png.header("content-type"), "image/png");
        assert!(
            pdf(&owner, &urls::qr_pdf(id, "letter"))
                .await
                .contains(PAPERS[1].1)
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_title_of_any_length_and_letter_is_printed() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let (id, owner) = (letter.id, world.organizer(&letter, Role::Owner).await);
        let lacks = "The PDF does not have all letters of this text";
        for (title, is_drawn) in [
            ("W".repeat(80), true),
            (
                "¡Ábranse los archivos de Łódź, señorías, y que nadie pague por leerlos jamás! …"
                    .to_owned(),
                true,
            ),
            ("محاكم للجميع".to_owned(), false),
            ("法院记录应当免费公开".to_owned(), false),
        ] {
            let now = world.now();
            let of_text = title.clone();
            world
                .write(move |tx| {
                    let texts = petitions::texts(tx, id)?;
                    for mut text in texts {
                        text.title.clone_from(&of_text);
                        petitions::save_text(tx, id, &text, now)?;
                    }
                    Ok::<_, undersigned::db::Error>(())
                })
                .await;
            let kit = owner.gets(&urls::share_kit(id)).await.page().text();
            assert_eq!(kit.contains(lacks), !is_drawn, "{title}");
            for form in ["poster", "flyer", "tear-off"] {
                let page = owner.gets(&urls::poster(id, form, None)).await.page();
                assert_eq!(page.all("article h1"), std::slice::from_ref(&title));
                for (paper, boxed) in PAPERS {
                    let path = urls::poster_pdf(id, form, paper, None, None);
                    let made = pdf(&owner, &path).await;
                    assert!(made.contains(boxed) && made.len() > 8_000, "{title} {path}");
                    assert!(
                        made.contains("/FontDescriptor"),
                        "{title} {path}: never empty"
                    );
                }
            }
        }
    })
    .await;
}
