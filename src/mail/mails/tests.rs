//! Every mail, in every language.

use super::common::{SUBJECT, length};
use super::*;
use crate::base::lang::Lang;
use crate::words::Library;
use crate::words::Words;
use regex::Regex;

fn sender() -> Sender<'static> {
    Sender {
        organization: "Open Docket Coalition",
        contact: "organizers@opendocket.example",
    }
}

fn confirm(w: &Words, is_discreet: bool) -> ConfirmMail<'_> {
    ConfirmMail {
        w,
        sender: sender(),
        title: "Court records should be free to read <b>& searchable</b>, in every county and city",
        eyebrow: "Open letter to the State Judicial Council".to_owned(),
        name: "Lucía Fernández Prieto",
        listed_as: Some("Lucía Fernández Prieto, Law student, Harlow University".to_owned()),
        promise: None,
        updates_from: vec!["Open Docket Coalition".to_owned()],
        link: "https://openreg.example/c/0123456789abcdefghjkmnpqrs",
        until: "December 4, 2026".to_owned(),
        days: 7,
        code: Some("abcd-2345".to_owned()),
        match_word: w.match_word(7_usize),
        is_discreet,
        is_reminder: false,
    }
}

fn security(w: &Words, changed: Changed) -> SecurityMail<'_> {
    SecurityMail {
        w,
        sender: sender(),
        changed,
        place: changed.is_of_place().then_some(("Open Docket", "Ana")),
        list: (changed == Changed::ListTaken).then(|| ListNote {
            petition: "Open the records",
            lines: 3,
            purpose: "another tool of ours".to_owned(),
            recipient: "the newsletter team".to_owned(),
        }),
        on: "December 4, 2026 at 9:00 AM".to_owned(),
        link: "https://openreg.example/organize/forgot",
    }
}

#[test]
fn a_report_says_what_was_written() {
    let library = Library::load().unwrap();
    for lang in library.languages() {
        let words = library.words(*lang);
        let mail = report(&words).render().unwrap();
        assert!(
            mail.subject.chars().count() <= 70 && mail.html.len() < 6_000,
            "{lang}"
        );
        for text in [&mail.text, &mail.html] {
            assert!(text.contains("never agreed.") && text.contains("reader@example.org"));
        }
    }
}

fn report(w: &Words) -> ReportMail<'_> {
    ReportMail {
        w,
        sender: sender(),
        title: "Court records should be free to read",
        complaint: "impostor",
        words: "The second organization never agreed.\nSee its own site.",
        email: Some("reader@example.org"),
        link: "https://openreg.example/en/p/court-records",
    }
}

fn part(w: &Words) -> DigestPart {
    DigestPart {
        title: "Court records should be free to read, in every county of the state".to_owned(),
        lines: ["mail-digest-reasons", "mail-digest-held"]
            .map(|key| w.plain1(key, "n", 12))
            .into(),
    }
}

fn all(w: &Words, is_discreet: bool) -> Vec<Rendered> {
    let title = "Court records should be free to read";
    let eyebrow = "Open letter to the State Judicial Council".to_owned();
    let link = "https://openreg.example/x/0123456789abcdefghjkmnpqrs";
    vec![
        confirm(w, is_discreet).render().unwrap(),
        AlreadyMail {
            w,
            sender: sender(),
            title,
            eyebrow: eyebrow.clone(),
            name: "Sam",
            on: Some("November 4, 2026".to_owned()),
            link,
            match_word: w.match_word(7_usize),
            is_discreet,
        }
        .render()
        .unwrap(),
        OwnMail {
            w,
            sender: sender(),
            title,
            eyebrow: eyebrow.clone(),
            name: "Sam",
            link,
            match_word: w.match_word(7_usize),
            withdrawn_until: None,
            is_discreet,
        }
        .render()
        .unwrap(),
        ChangedMail {
            w,
            sender: sender(),
            title,
            eyebrow: eyebrow.clone(),
            name: "Sam",
            link,
            is_discreet,
        }
        .render()
        .unwrap(),
        EndorseMail {
            w,
            sender: sender(),
            title,
            eyebrow: eyebrow.clone(),
            name: "Sam",
            organization: Some("State Law Library Association"),
            link,
            match_word: w.match_word(7_usize),
            is_confirmed: false,
            until: "December 4, 2026",
            days: 7,
            is_discreet,
        }
        .render()
        .unwrap(),
        ReceiptMail {
            w,
            sender: sender(),
            title,
            eyebrow: eyebrow.clone(),
            deleted: Deleted::TypedIn,
        }
        .render()
        .unwrap(),
        ReceiptMail {
            w,
            sender: sender(),
            title,
            eyebrow,
            deleted: Deleted::Details,
        }
        .render()
        .unwrap(),
        InvitationMail {
            w,
            sender: sender(),
            inviter: "Amara Osei",
            link,
            until: "December 4, 2026".to_owned(),
        }
        .render()
        .unwrap(),
        ResetMail {
            w,
            sender: sender(),
            link,
            minutes: 60,
        }
        .render()
        .unwrap(),
        AddressMail {
            w,
            sender: sender(),
            link,
        }
        .render()
        .unwrap(),
        PartnerMail {
            w,
            sender: sender(),
            partner: "Open Shelves Collective",
            title: "To the judges of the circuit",
            has_list: true,
            link,
        }
        .render()
        .unwrap(),
        DigestMail {
            w,
            sender: sender(),
            since: "December 4, 2026 at 9:00 AM".to_owned(),
            parts: (0..6).map(|_| part(w)).collect(),
            more: 3,
            link,
        }
        .render()
        .unwrap(),
        security(w, Changed::Passphrase).render().unwrap(),
        security(w, Changed::Reset).render().unwrap(),
        security(w, Changed::SecondFactorOn).render().unwrap(),
        security(w, Changed::SecondFactorOff).render().unwrap(),
        security(w, Changed::RecoveryCode).render().unwrap(),
        security(w, Changed::RecoveryCodes).render().unwrap(),
        security(w, Changed::AddressTo).render().unwrap(),
        security(w, Changed::OrganizationEnded).render().unwrap(),
        security(w, Changed::RoleGiven).render().unwrap(),
        security(w, Changed::MadeOwner).render().unwrap(),
        security(w, Changed::Removed).render().unwrap(),
        security(w, Changed::ListTaken).render().unwrap(),
        security(w, Changed::TokenMade).render().unwrap(),
        security(w, Changed::BatchWaits).render().unwrap(),
    ]
}

#[test]
fn letters_are_small_and_carry_one_link_and_no_picture() {
    let library = Library::load().unwrap();
    let wide = Regex::new("<table[^>]*width=\"[0-9]{3,}\"").unwrap();
    for lang in library.languages() {
        let w = library.words(*lang);
        for mail in all(&w, false).into_iter().chain(all(&w, true)) {
            let size = mail.text.len() + mail.html.len();
            assert!(size < 6 * 1024, "{size} bytes: {}", mail.subject);
            assert!(mail.text.matches("https://").count() <= 1, "{}", mail.text);
            assert!(mail.html.matches("https://").count() <= 1, "{}", mail.html);
            assert!(!mail.html.contains("<img"));
            assert!(!mail.html.contains("style="));
            // a width that a telephone has, too
            assert!(!wide.is_match(&mail.html), "{}", mail.html);
            assert!(length(&mail.subject) <= SUBJECT, "{}", mail.subject);
            for part in [&mail.subject, &mail.text] {
                assert!(!part.contains(['\u{2068}', '\u{2069}']), "{part}");
                assert!(!part.contains("mail-"), "a key without words: {part}");
                assert!(!part.contains("\n\n\n"), "{part}");
            }
        }
    }
}

/// What a list of mail shows of a mail beside its subject: no program shows more than this of its beginning.
const PREVIEW: usize = 200;

/// The words of a mail in HTML, as a reader of the preview meets them.
fn words_of(html: &str) -> String {
    let body = html.split_once("<body").unwrap().1;
    let mut words = String::new();
    let mut is_tag = true;
    for c in body.chars() {
        match c {
            '<' => is_tag = true,
            '>' => is_tag = false,
            c if !is_tag => words.push(c),
            _ => {}
        }
    }
    words
        .split_whitespace()
        .fold(String::new(), |all, word| all + word + " ")
}

#[test]
fn a_discreet_letter_does_not_name_the_petition_before_it_is_opened() {
    let library = Library::load().unwrap();
    for lang in library.languages() {
        let w = library.words(*lang);
        for mail in all(&w, true).iter().take(5) {
            assert!(!mail.subject.contains("Court"));
            for whole in [mail.text.clone(), words_of(&mail.html)] {
                let beginning: String = whole.chars().take(PREVIEW).collect();
                assert!(beginning.chars().count() > 100, "{beginning}");
                for told in ["Court", "Council"] {
                    assert!(!beginning.contains(told), "{beginning}");
                }
            }
        }
        // who confirms has to know what, once the mail is open
        let mail = confirm(&w, true).render().unwrap();
        assert!(mail.text.contains("Court records") && mail.html.contains("Court records"));
    }
}

#[test]
fn what_a_stranger_typed_is_escaped_and_cut() {
    let library = Library::load().unwrap();
    let w = library.words(Lang::EN);
    let name = "Win a prize! ".repeat(10) + "<a href=x>";
    let mut mail = confirm(&w, false);
    mail.name = &name;
    let mail = mail.render().unwrap();
    assert!(mail.html.contains("&#60;b&#62;"));
    assert!(!mail.html.contains("<a href=x>"));
    let lead = mail.text.lines().next().unwrap();
    assert!(lead.chars().count() < 60 + 45, "{lead}");
    assert_eq!(length(&mail.subject), 70);
}

#[test]
fn what_changed_in_an_account_is_read_back() {
    for changed in [Changed::Passphrase, Changed::Reset] {
        assert_eq!(Changed::parse(changed.as_str()), Some(changed));
    }
    assert_eq!(Changed::parse("address"), None);
}

#[test]
fn the_confirmation_in_plain_text() {
    let library = Library::load().unwrap();
    let w = library.words(Lang::EN);
    let mut mail = confirm(&w, false);
    mail.title = "Court records should be free to read";
    mail.match_word = "harbor";
    insta::assert_snapshot!(mail.render().unwrap().text, @r#"
    Lucía Fernández Prieto, please confirm your signature.

    Court records should be free to read
    Open letter to the State Judicial Council

    Confirm my signature
    https://openreg.example/c/0123456789abcdefghjkmnpqrs
    The link works until December 4, 2026. After you confirm, it shows the status of your signature.

    Or type this code on the page where you signed: abcd-2345
    If the page asks for a word, it is: harbor

    We will list you as: Lucía Fernández Prieto, Law student, Harlow University
    Email updates: yes, from Open Docket Coalition

    Did not sign this? Do nothing: what was typed disappears after 7 days. Or open the link and tap “This was not me”.

    Open Docket Coalition · organizers@opendocket.example
    "#);
    let w = library.words(Lang::ES);
    let mut mail = confirm(&w, false);
    mail.title = "Los registros judiciales deben ser de lectura libre";
    mail.eyebrow = "Carta abierta al Consejo Judicial".to_owned();
    mail.match_word = "puerto";
    mail.until = "4 de diciembre de 2026".to_owned();
    insta::assert_snapshot!(mail.render().unwrap().text, @r#"
    Lucía Fernández Prieto, confirme su firma, por favor.

    Los registros judiciales deben ser de lectura libre
    Carta abierta al Consejo Judicial

    Confirmar mi firma
    https://openreg.example/c/0123456789abcdefghjkmnpqrs
    El enlace funciona hasta el 4 de diciembre de 2026. Después de confirmar, muestra el estado de su firma.

    O escriba este código en la página donde firmó: abcd-2345
    Si la página le pide una palabra, es: puerto

    Aparecerá así: Lucía Fernández Prieto, Law student, Harlow University
    Correos con novedades: sí, de Open Docket Coalition

    ¿No firmó usted? No haga nada: lo que se escribió desaparece a los 7 días. O abra el enlace y toque «No fui yo».

    Open Docket Coalition · organizers@opendocket.example
    "#);
}
