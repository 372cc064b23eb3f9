//! Story: somebody writes commands where a name belongs. One message stays one message with our
//! headers and nobody else's (T14).

use crate::support::petitions::rewrite;
use crate::support::world::on_both;
use undersigned::petition::Kind;
use undersigned::petition::store::petitions;
use undersigned::petition::text::markdown;

/// Names that are names, as far as anybody can tell.
const ODD: [&str; 7] = [
    "=?utf-8?q?Bcc=3a_evil?=",
    "Sam %0d%0aBcc: evil",
    "Sam \\r\\nBcc: evil",
    "\"Sam\" <evil>, Kim",
    "RCPT TO:<evil>",
    "Sam . MAIL FROM:<> DATA QUIT",
    "Šámüél الاسم \u{201c}quoted\u{201d}",
];

/// What a letter of ours has in its head, and nothing else.
const HEADERS: [&str; 12] = [
    "auto-submitted",
    "content-type",
    "date",
    "feedback-id",
    "from",
    "list-unsubscribe",
    "list-unsubscribe-post",
    "message-id",
    "mime-version",
    "subject",
    "to",
    "x-auto-response-suppress",
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_name_is_never_a_command() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut sent = 0;
        for (number, name) in ODD.iter().enumerate() {
            let mut somebody = world.visitor();
            somebody.opens(&letter).await;
            let email = format!("s{number}@example.org");
            somebody
                .fills_in(name, &email)
                .types("role", name)
                .types("public", "detail");
            somebody.presses("Sign the letter").await;
            sent += 1;
            let mail = somebody.reads_mail().await;
            let mut headers = mail.headers();
            headers.retain(|name| !HEADERS.contains(&name.as_str()));
            assert_eq!(headers, [""; 0], "{name}");
            assert_eq!(
                mail.header("to"),
                email,
                "no name of a signer in an address"
            );
            assert!(
                mail.header("from")
                    .ends_with("<petitions@sign.example.org>")
            );
            assert!(mail.source().lines().all(|line| line.len() <= 998));
            assert!(!mail.source().contains("\nBcc:"));
            assert!(
                mail.html()
                    .find("body")
                    .expect("an HTML part")
                    .contains(name.split(' ').next().unwrap())
            );
        }
        let commands = world.smtp().commands();
        for verb in ["MAIL", "RCPT", "DATA"] {
            let said = commands
                .iter()
                .filter(|line| line.to_uppercase().starts_with(verb))
                .count();
            assert_eq!(said, sent, "one {verb} for each");
        }
        assert!(
            !commands.iter().any(|line| line.contains("evil")),
            "{commands:?}"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nor_is_a_title_or_an_organization() {
    on_both(|world| async move {
        let long = "Long ".repeat(400);
        let titles = [
            "A\r\nBcc: evil@example.org",
            "A\n.\r\nMAIL FROM:<evil@example.org>",
            "A\u{b}\u{85}\u{2028}B",
            "=?utf-8?q?Bcc=3a?= B",
            &long,
        ];
        for (number, title) in titles.iter().enumerate() {
            // past the forms, straight into the database
            let petition = world
                .petition_with(Kind::Letter, |plan| {
                    plan.slug = format!("letter-{number}");
                    (*title).clone_into(&mut plan.title);
                    plan.organization = format!("Us\r\nBcc: evil@example.org {number}");
                })
                .await;
            let mut sam = world.visitor();
            let email = format!("s{number}@example.org");
            sam.signs(&petition, "Sam", &email).await;
            let mail = sam.reads_mail().await;
            let mut headers = mail.headers();
            headers.retain(|name| !HEADERS.contains(&name.as_str()));
            assert_eq!(headers, [""; 0], "{title:?}");
            assert!(mail.source().lines().all(|line| line.len() <= 998));
            sam.opens_link().await.presses("Confirm my signature").await;
            sam.sees("Signature 1");
        }
        let commands = world.smtp().commands();
        assert!(
            !commands.iter().any(|line| line.contains("evil")),
            "{commands:?}"
        );
        let recipients = commands
            .iter()
            .filter(|line| line.starts_with("RCPT"))
            .count();
        assert_eq!(recipients, titles.len());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_text_is_never_a_script() {
    on_both(|world| async move {
        let petition = world.petition(Kind::Letter).await;
        let body = "So: <script>alert(1)</script> <img src=x onerror=alert(1)>\n\n\
                    [click](javascript:alert(1)) **[here](https://example.org)**\n\n\
                    <script>\nalert(1)\n</script>";
        let id = petition.id;
        let now = world.now();
        world
            .write(move |tx| {
                let mut texts = petitions::texts(tx, id)?;
                for text in &mut texts {
                    body.clone_into(&mut text.body);
                    text.body_html = markdown::render(body);
                    text.title = "<b>bold</b> & \"quoted\"".to_owned();
                    petitions::save_text(tx, id, text, now)?;
                }
                let mut petition = petitions::find(tx, id)?.expect("the petition");
                rewrite(tx, &mut petition, now)
            })
            .await;
        world.looks().await;
        let mut sam = world.visitor();
        sam.signs(&petition, "<script>alert(2)</script>", "sam@example.org")
            .await;
        let mail = sam.reads_mail().await;
        assert!(mail.html().find("script").is_none());
        sam.opens_link().await;
        let pages = [
            world.visitor().gets("/p/open-letter").await,
            sam.answer().clone(),
            world.visitor().gets("/").await,
        ];
        for answer in pages {
            let page = answer.page();
            let scripts = page.all("script");
            assert!(
                scripts.iter().all(String::is_empty),
                "no script of its own: {scripts:?}"
            );
            let pictures = page.attributes("img", "src");
            assert!(
                pictures.iter().all(|src| src.starts_with("/strokes/")),
                "{pictures:?}"
            );
            let links = page.attributes("a", "href");
            assert!(links.iter().all(|to| !to.contains("script")), "{links:?}");
            assert_eq!(page.attributes("body [onerror]", "onerror"), [""; 0]);
        }
        let json = world.visitor().gets("/p/open-letter.json").await;
        assert_eq!(json.header("content-type"), "application/json");
        sam.presses("Confirm my signature")
            .await
            .sees("Signature 1");
    })
    .await;
}
