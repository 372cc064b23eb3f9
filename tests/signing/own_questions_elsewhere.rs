//! Story: questions of the organizers in a frame and in other languages, what somebody types to break them, and that answers go with
//! their signer.

use super::own_questions::{PAGE, confirms, required, table};
use crate::support::questions::question;
use crate::support::world::{World, on_both};
use undersigned::account::model::Role;
use undersigned::base::Lang;
use undersigned::base::time::minutes;
use undersigned::petition::Kind;
use undersigned::petition::rules::question::{QuestionKind, QuestionTexts};
use undersigned::web::urls;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn in_a_frame_and_in_other_languages() {
    on_both(|world| async move {
        // the owner hears that a list was taken
        world.leaves_unread(1);
        let letter = world
            .petition_with(Kind::Petition, |plan| {
                plan.langs.push(Lang::parse("pt-BR").unwrap());
            })
            .await;
        let mut asked = required(question(1, QuestionKind::Several, "Which?"));
        let spanish = QuestionTexts {
            label: "¿Cuáles?".to_owned(),
            ..QuestionTexts::default()
        };
        asked.say(Lang::ES, spanish);
        world.asks(&letter, vec![asked]).await;
        for (lang, told) in [
            (
                "es",
                [
                    "¿Cuáles?",
                    "Para qué: To plan the meeting.",
                    "– Responda esta pregunta",
                    "¿Cuáles?",
                ],
            ),
            (
                "pt-BR",
                [
                    "Which?",
                    "Para quê: To plan the meeting.",
                    "– Responda a esta pergunta",
                    "Which?",
                ],
            ),
        ] {
            for path in [
                format!("/{lang}/p/free-records"),
                format!("/embed/free-records?kind=form&lang={lang}"),
            ] {
                let mut sam = world.visitor();
                sam.goes(&path).await;
                sam.sees(told[0]).sees(told[1]);
                world.meanwhile(minutes(1));
                sam.fills_in("Sam", "sam@example.org");
                let button = sam.sign_button();
                sam.presses(&button).await;
                assert_eq!(sam.status(), 422, "{path}");
                sam.sees(&format!("{} {}", told[3], told[2]));
            }
        }
        let mut sam = world.visitor();
        sam.goes("/embed/free-records?kind=form&lang=es").await;
        world.meanwhile(minutes(1));
        sam.fills_in("Sam", "sam@example.org").types("q-1-2", "1");
        let button = sam.sign_button();
        sam.presses(&button).await;
        assert_eq!(sam.status(), 200, "{}", sam.text());
        let code = sam.reads_mail().await.code();
        sam.types("code", &code).presses("Confirmar mi firma").await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        let (_, rows) = table(&mut owner, &letter).await;
        assert_eq!(rows, [["", "Y", ""]]);
    })
    .await;
}

/// What somebody types to break a page or a sheet.
const PAYLOADS: [&str; 5] = [
    "=HYPERLINK(\"//x\",\"y\")",
    "<script>alert(1)</script>",
    "\" onfocus=alert(1) x=\"",
    "@SUM(1+1)|cmd",
    "{{ w.say(\"x\") }} { $n }",
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_that_is_typed_becomes_markup_or_a_formula() {
    on_both(|world| async move {
        // the owner hears that a list was taken
        world.leaves_unread(1);
        let letter = world.petition(Kind::Petition).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        let mut all = Vec::new();
        for (number, payload) in (1_i16..).zip(PAYLOADS) {
            let mut asked = question(number, QuestionKind::Several, payload);
            for option in &mut asked.options {
                option.say(Lang::EN, format!("{payload}{}", option.number));
            }
            all.push(asked);
        }
        all.push(question(
            9,
            QuestionKind::Short,
            "How may we contact you, and your id",
        ));
        world.asks(&letter, all).await;
        let raw = world.visitor().gets(PAGE).await.body;
        assert!(
            !raw.contains("<script>alert") && !raw.contains("\" onfocus"),
            "{raw}"
        );
        let mut anybody = world.visitor();
        anybody.goes(PAGE).await;
        for payload in PAYLOADS {
            anybody.sees(payload);
        }
        anybody.fills_in("Sam", "sam@example.org");
        for number in 1..=PAYLOADS.len() {
            anybody.types(&format!("q-{number}-1"), "1");
        }
        anybody.types("q-9", "=1+1");
        anybody.presses("Sign the petition").await;
        confirms(&mut anybody).await;
        let body = &anybody.answer().body;
        assert!(!body.contains("<script>alert") && !body.contains("\" onfocus"));
        owner.goes(&urls::signatures(letter.id)).await;
        assert!(!owner.answer().body.contains("<script>alert"));
        for path in [urls::questions(letter.id), urls::question(letter.id, 3)] {
            let body = owner.gets(&path).await.body;
            assert!(
                !body.contains("<script>alert") && !body.contains("\" onfocus"),
                "{path}"
            );
        }
        let (heads, rows) = table(&mut owner, &letter).await;
        assert_eq!(heads.len(), 3 * PAYLOADS.len() + 1);
        assert_eq!(
            heads[15], "q9",
            "no program takes it for a column of its own"
        );
        for cell in heads.iter().chain(&rows[0]) {
            assert!(!cell.starts_with(['=', '+', '-', '@', '|']), "{cell}");
            assert!(!cell.ends_with("id"), "{cell}");
        }
        assert_eq!(rows[0][15], "'=1+1");
        // what is no field of a form, or more than it holds, is refused whole
        let mut sam = world.visitor();
        sam.goes(PAGE).await;
        sam.fills_in("Sam", "sam@example.org");
        let sending = sam.would_send("Sign the petition");
        for (field, value, status) in [
            ("q-0", "1", 422),
            ("q-1-x", "1", 422),
            ("q-9", &*"x".repeat(300_000), 413),
            ("q-9", &*"x".repeat(201), 422),
            ("q-1-77", "1", 422),
        ] {
            let body = sending.clone().with(field, value).body();
            let answer = sam.posts(&sending.action, body).await;
            assert_eq!(answer.status, status, "{field}: {}", value.len());
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_answer_goes_with_its_signer() {
    for choice in ["Erase everything", "Erase my details but keep me counted"] {
        on_both(|world| async move {
            let letter = world.petition(Kind::Petition).await;
            world
                .asks(
                    &letter,
                    vec![question(1, QuestionKind::Long, "What happened?")],
                )
                .await;
            let canary = "eisvogelbericht";
            let told = async |world: &World| world.dump().await.contains(canary);
            let mut sam = world.visitor();
            sam.goes(PAGE).await;
            sam.fills_in("Sam", "sam@example.org").types("q-1", canary);
            sam.presses("Sign the petition").await;
            let own = confirms(&mut sam).await;
            let word = sam.mail().word();
            assert!(told(&world).await, "it can be found");
            // typed in again and never confirmed
            world.later(minutes(11)).await;
            let mut again = world.visitor();
            again.goes(PAGE).await;
            again
                .fills_in("Sam", "sam@example.org")
                .types("q-1", canary);
            again.presses("Sign the petition").await;
            world.mail_rests().await;
            let _ = again.reads_mail().await;
            sam.goes(&format!("{own}/erase")).await;
            sam.types("word", &word).presses(choice).await;
            assert_eq!(sam.status(), 410);
            let _ = sam.reads_mail().await;
            world.later(minutes(2)).await;
            assert!(!told(&world).await, "after “{choice}”");
        })
        .await;
    }
}
