//! Story: students speak to students. Their pledge says tú in Spanish, on each of its pages and in each of its letters; the site
//! around it, and every other petition, goes on saying usted.

use crate::support::visitor::Visitor;
use crate::support::world::{World, on_both};
use std::collections::BTreeMap;
use std::path::Path;
use undersigned::account::model::Role;
use undersigned::base::Lang;
use undersigned::petition::edit::part::EditPart;
use undersigned::petition::{FieldMap, FieldRule, Kind};
use undersigned::web::urls;
use undersigned::words::Voice;

const PLEDGE: &str = "/es/p/our-pledge";

/// What the files of a folder say, key by key.
fn said(folder: &str) -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/words");
    let files = std::fs::read_dir(root.join(folder))
        .expect("a folder")
        .flatten();
    let mut all = BTreeMap::<String, String>::new();
    for file in files.filter(|file| file.path().extension().is_some_and(|end| end == "ftl")) {
        let text = std::fs::read_to_string(file.path()).expect("words");
        let mut key = String::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let head = line
                .split_once(" = ")
                .filter(|_| line.starts_with(char::is_alphabetic));
            let words = head.map_or(line, |(name, words)| {
                key = name.to_owned();
                words
            });
            let message = all.entry(key.clone()).or_default();
            *message = format!("{message}\n{words}");
        }
    }
    all
}

/// What is said to strangers and never to friends: the parts between the variables of each message that the familiar folder has too.
fn formal() -> Vec<String> {
    let (strangers, friends) = (said("es"), said("es/familiar"));
    let familiar: String = friends.values().map(String::as_str).collect();
    let overridden = friends.keys().filter_map(|key| strangers.get(key));
    let parts = overridden
        .flat_map(|text| text.split(['\n', '{', '}', '[', ']', '<', '>', '.', ',', ':', '?']));
    let parts = parts
        .map(str::trim)
        .filter(|part| part.chars().count() > 11);
    let alone = parts.filter(|part| !familiar.contains(part) && part.contains(' '));
    alone.map(str::to_owned).collect()
}

/// Holds what was read against what is said to strangers.
struct Reader {
    formal: Vec<String>,
}

impl Reader {
    fn reads(&self, what: &str, text: &str) {
        for part in &self.formal {
            assert!(!text.contains(part), "“{part}” on {what}: {text}");
        }
        for word in ["usted", "Usted"] {
            assert!(!text.contains(word), "“{word}” on {what}: {text}");
        }
    }

    /// The page that is open is Spanish and addresses a friend.
    fn looks(&self, visitor: &Visitor) {
        assert_eq!(visitor.answer().page().lang(), "es", "{}", visitor.path());
        self.reads(visitor.path(), &visitor.text());
    }

    async fn opens(&self, visitor: &mut Visitor, path: &str) {
        visitor.goes(path).await;
        self.looks(visitor);
    }

    /// The oldest letter not read yet addresses a friend too.
    async fn opens_mail(&self, visitor: &mut Visitor) {
        let mail = visitor.reads_mail().await;
        self.reads(
            mail.subject(),
            &format!("{} {}", mail.subject(), mail.text()),
        );
        self.reads(mail.subject(), &mail.html().text());
    }
}

async fn pledge(world: &World, asked: FieldRule) {
    world
        .petition_with(Kind::Pledge, |plan| {
            plan.settings.voice = Voice::Familiar;
            plan.settings.organizations_sign = Some(true);
            plan.settings.fields = FieldMap::from_fn(|_| asked);
        })
        .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_page_and_letter_of_the_pledge_says_tu() {
    on_both(|world| async move {
        pledge(&world, FieldRule::Required).await;
        let reader = Reader { formal: formal() };
        assert!(reader.formal.len() > 100, "{:?}", reader.formal);
        let mut ana = world.visitor().reads("es");
        reader.opens(&mut ana, PLEDGE).await;
        ana.sees("Súmate a este compromiso")
            .sees("Escuela o trabajo");
        ana.presses("Asumir el compromiso").await;
        ana.sees("Escribe tu nombre completo")
            .sees("Escribe tu código postal");
        reader.looks(&ana);
        for field in ["role", "affiliation", "place", "postcode", "country"] {
            ana.types(field, "Merton");
        }
        ana.fills_in("Ana López", "ana@example.org");
        ana.presses("Asumir el compromiso").await;
        assert_eq!(ana.path(), format!("{PLEDGE}/check"));
        ana.sees("Revisa tu correo para terminar.");
        reader.looks(&ana);
        ana.types("code", "abcd-2345")
            .presses("Confirmar mi firma")
            .await;
        ana.sees("Copia las ocho letras y números");
        reader.looks(&ana);
        reader.opens_mail(&mut ana).await;
        ana.mail().says("Ana López, confirma tu firma, por favor.");
        let mut elsewhere = ana.on_another_device();
        elsewhere.goes(&ana.mail().link()).await;
        reader.looks(&elsewhere);
        elsewhere.sees("Estás a punto de asumir este compromiso.");
        let mut nobody = ana.on_another_device();
        reader.opens(&mut nobody, &format!("{PLEDGE}/check")).await;
        ana.opens_link().await;
        ana.presses("Confirmar mi firma").await;
        ana.sees("Firma 1");
        reader.looks(&ana);
        reader.opens(&mut nobody, &format!("{PLEDGE}/signed")).await;
        reader.opens(&mut nobody, &ana.mail().link()).await;

        // One's own page and what can be done there.
        ana.follows("Ver o cambiar todo lo que se guarda de mí")
            .await;
        reader.looks(&ana);
        let own = ana.path().to_owned();
        ana.types("name", "").presses("Guardar los cambios").await;
        ana.sees("Escribe tu nombre completo");
        reader.looks(&ana);
        for path in ["/reason", "/erase", "/withdraw"] {
            reader.opens(&mut ana, &format!("{own}{path}")).await;
        }
        ana.presses("Retirar mi firma").await;
        ana.sees("Tu firma quedó retirada");
        reader.looks(&ana);
        reader.opens_mail(&mut ana).await;
        ana.opens_link().await;
        reader.looks(&ana);

        // What is asked again, and what everybody reads.
        let mut again = world.visitor().reads("es");
        reader
            .opens(&mut again, &format!("{PLEDGE}/my-signature"))
            .await;
        again.types("email", "").presses("Enviarme el enlace").await;
        reader.looks(&again);
        for end in [
            "/privacy",
            "/accessibility",
            "/signers",
            "/wordings",
            "/share/mastodon",
        ] {
            reader.opens(&mut again, &format!("{PLEDGE}{end}")).await;
        }
        again.presses("Ir a ese servidor").await;
        reader.looks(&again);
        reader.opens(&mut again, &format!("{PLEDGE}/nada")).await;
        assert_eq!(again.status(), 404);
        let card = world.visitor().gets(PLEDGE).await.page();
        let picture = card.attribute("meta[property=\"og:image:alt\"]", "content");
        reader.reads("the card", &picture.expect("a card"));

        // Organizations that take it too.
        reader
            .opens(&mut again, &format!("{PLEDGE}/organizations/sign"))
            .await;
        let mut paz = world.visitor().reads("es");
        paz.goes(&format!("{PLEDGE}/organizations/check")).await;
        reader.looks(&paz);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn letters_that_follow_say_tu_and_so_does_an_organization_s_page() {
    on_both(|world| async move {
        pledge(&world, FieldRule::Off).await;
        let reader = Reader { formal: formal() };
        let mut ana = world.visitor().reads("es");
        ana.goes(PLEDGE).await;
        ana.fills_in("Ana López", "ana@example.org");
        ana.presses("Asumir el compromiso").await;
        ana.opens_mail().await;
        ana.presses("Confirmar mi firma").await;
        let mut again = world.visitor().reads("es");
        again.goes(PLEDGE).await;
        again.fills_in("Ana López", "ana@example.org");
        again.presses("Asumir el compromiso").await;
        reader.opens_mail(&mut again).await;
        again.mail().says("ya habías firmado");
        ana.goes(&format!("{PLEDGE}/my-signature")).await;
        ana.types("email", "ana@example.org")
            .presses("Enviarme el enlace")
            .await;
        reader.looks(&ana);
        reader.opens_mail(&mut ana).await;
        ana.mail().says("este es el enlace a tu firma");
        ana.opens_link().await;
        let word = ana.mail().word();
        ana.follows("Borrar mis datos").await;
        reader.looks(&ana);
        ana.types("word", &word).presses("Borrarlo todo").await;
        reader.opens_mail(&mut ana).await;
        ana.mail().says("borramos tu nombre");

        let mut paz = world.visitor().reads("es");
        paz.goes(&format!("{PLEDGE}/organizations/sign")).await;
        paz.types("organization", "Puente Claro")
            .types("contact", "Paz Contreras")
            .types("email", "desk@puente.example.org");
        paz.is_at("desk@puente.example.org");
        paz.sends_with(None)
            .await
            .sees("Revisa tu correo para terminar");
        reader.looks(&paz);
        reader.opens_mail(&mut paz).await;
        paz.opens_link().await;
        reader.looks(&paz);
        paz.presses("Confirmar por la organización").await;
        reader.looks(&paz);
        paz.follows("Retirarla").await;
        reader.looks(&paz);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_site_and_every_other_petition_go_on_saying_usted() {
    on_both(|world| async move {
        pledge(&world, FieldRule::Off).await;
        let letter = world.petition(Kind::Letter).await;
        let mut ana = world.visitor().reads("es");
        ana.opens(&letter).await.sees("Agregue su nombre");
        ana.goes("/es/p/open-letter/nada").await;
        ana.sees("Revise el enlace");
        ana.goes("/nada").await.sees("Revise el enlace");
        ana.goes("/organize/forgot")
            .await
            .sees("Díganos la dirección");
        // English has one voice, and the familiar one is no language of its own.
        ana.goes("/en/p/our-pledge").await.sees("Take this pledge");
        let page = world.visitor().gets(PLEDGE).await.page();
        let langs = page.attributes("link[hreflang]", "hreflang");
        assert_eq!(langs, ["en", "es", "x-default"]);
        for path in ["/es-tu/p/our-pledge", "/es/familiar/p/our-pledge"] {
            let answer = world.visitor().gets(path).await;
            assert!(answer.status >= 300, "{path}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn organizers_choose_it_where_there_is_spanish() {
    on_both(|world| async move {
        let letter = world
            .petition_with(Kind::Letter, |plan| plan.langs.truncate(1))
            .await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        let form = urls::edit_part(letter.id, &EditPart::Form);
        let text = urls::edit_part(letter.id, &EditPart::Text(Lang::ES));
        let legend = "How readers are addressed (Español)";
        owner.goes(&form).await.sees_no("How readers are addressed");
        owner.goes(&text).await;
        for (field, text) in [
            ("title", "Actas"),
            ("ask", "Ábranlas."),
            ("body", "Pedimos."),
        ] {
            owner.types(&format!("{field}-es"), text);
        }
        owner
            .types("published-es", "1")
            .presses("Update the page")
            .await;
        owner.sees("Updated.");
        owner
            .goes(&form)
            .await
            .sees(legend)
            .sees("Formally: “usted”");
        let page = owner.answer().page();
        let chosen = |page: &crate::support::page::Page| {
            page.attributes("input[name=voice][checked]", "value")
        };
        assert_eq!(chosen(&page), ["formal"]);
        let mut ana = world.visitor();
        ana.goes("/es/p/open-letter")
            .await
            .sees("Agregue su nombre");

        owner
            .types("voice", "familiar")
            .presses("Update the page")
            .await;
        owner.sees("Updated.");
        assert_eq!(chosen(&owner.answer().page()), ["familiar"]);
        ana.goes("/es/p/open-letter").await.sees("Agrega tu nombre");
        owner.goes(&urls::preview(letter.id, Lang::ES)).await;
        owner.sees("Agrega tu nombre");

        owner.goes(&form).await;
        owner.types("voice", "vos").presses("Update the page").await;
        assert_eq!(owner.status(), 422);
        owner.sees("Choose one of the answers");
        ana.goes("/es/p/open-letter").await.sees("Agrega tu nombre");
    })
    .await;
}
