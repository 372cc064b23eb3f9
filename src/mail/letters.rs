//! What our letters say: subject, plain text and HTML of each, under 6 KB, without pictures, with one link at most.
//! Plain data goes in; whoever sends a letter renders it at that moment.

use std::borrow::Cow;

use askama::Template;
use icu::segmenter::GraphemeClusterSegmenter;

use crate::words::Words;

/// A name in a letter is cut after this many characters: the field is open to everybody and may carry an advertisement
/// (`T04`: our mail must not be worth abusing).
const NAME: usize = 60;
/// A subject line is cut after this many characters.
const SUBJECT: usize = 70;

/// At most `most` characters as people count them; a cut is shown by an ellipsis.
fn cut(text: &str, most: usize) -> Cow<'_, str> {
    let ends: Vec<usize> = GraphemeClusterSegmenter::new().segment_str(text).collect();
    if ends.len() <= most + 1 {
        return Cow::Borrowed(text);
    }
    let kept = ends
        .get(most.saturating_sub(1))
        .and_then(|end| text.get(..*end))
        .unwrap_or_default();
    Cow::Owned(format!("{}…", kept.trim_end()))
}

/// How many characters as people count them.
fn length(text: &str) -> usize {
    GraphemeClusterSegmenter::new()
        .segment_str(text)
        .count()
        .saturating_sub(1)
}

/// The subject with as much of its one variable as fits.
fn subject(w: &Words, key: &str, name: &str, value: &str) -> String {
    let room = SUBJECT.saturating_sub(length(&w.plain1(key, name, "")));
    w.plain1(key, name, cut(value, room))
}

/// Who writes.
#[derive(Clone, Debug, Default)]
pub struct Sender<'a> {
    /// The organization's name.
    pub organization: &'a str,
    /// Where questions go; may be empty.
    pub contact: &'a str,
}

/// A letter, rendered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendered {
    /// At most 70 characters.
    pub subject: String,
    /// Plain text.
    pub text: String,
    /// HTML.
    pub html: String,
}

/// "Confirm your signature": the link, the code and the match word.
#[derive(Clone)]
pub struct ConfirmLetter<'a> {
    /// Words of the signer's language.
    pub w: &'a Words,
    /// Who writes.
    pub sender: Sender<'a>,
    /// The petition's title.
    pub title: &'a str,
    /// "Open letter to the State Judicial Council".
    pub eyebrow: String,
    /// As typed in.
    pub name: &'a str,
    /// Name, role and affiliation as they will be listed, or `None` if not by name.
    pub listed_as: Option<String>,
    /// The yes or no to email.
    pub wants_updates: bool,
    /// The one link, absolute.
    pub link: &'a str,
    /// Day until which it works, already written.
    pub until: String,
    /// After how many days what was typed in is deleted.
    pub days: i64,
    /// `abcd-2345`.
    pub code: String,
    /// The match word.
    pub match_word: &'a str,
    /// Neutral subject and first line: somebody may look over the shoulder.
    pub is_discreet: bool,
    /// Whether it is the second letter about the same signature.
    pub is_reminder: bool,
}

#[derive(Template)]
#[template(path = "mail/confirm.txt", escape = "none")]
struct ConfirmText<'l> {
    l: &'l ConfirmLetter<'l>,
}

#[derive(Template)]
#[template(path = "mail/confirm.html")]
struct ConfirmHtml<'l> {
    l: &'l ConfirmLetter<'l>,
}

impl ConfirmText<'_> {
    fn lead(&self) -> String {
        self.l.lead()
    }
}

impl ConfirmHtml<'_> {
    fn lead(&self) -> String {
        self.l.lead()
    }
}

impl ConfirmLetter<'_> {
    /// The subject line.
    pub fn subject(&self) -> String {
        if self.is_discreet {
            return self.w.say("mail-confirm-subject-discreet").to_owned();
        }
        subject(self.w, "mail-confirm-subject", "title", self.title)
    }

    fn lead(&self) -> String {
        let key = if self.is_discreet {
            "mail-confirm-lead-discreet"
        } else {
            "mail-confirm-lead"
        };
        self.w.plain1(key, "name", cut(self.name, NAME))
    }

    /// Subject, text and HTML.
    ///
    /// # Errors
    /// Never with our templates; askama's signature has one.
    pub fn render(&self) -> askama::Result<Rendered> {
        Ok(Rendered {
            subject: self.subject(),
            text: ConfirmText { l: self }.render()?,
            html: ConfirmHtml { l: self }.render()?,
        })
    }
}

/// "You have already signed": to an address that signs again.
#[derive(Clone)]
pub struct AlreadyLetter<'a> {
    /// Words of the signer's language.
    pub w: &'a Words,
    /// Who writes.
    pub sender: Sender<'a>,
    /// The petition's title.
    pub title: &'a str,
    /// "Open letter to the State Judicial Council".
    pub eyebrow: String,
    /// As it was confirmed.
    pub name: &'a str,
    /// Day it was counted, already written.
    pub on: Option<String>,
    /// The one link: the page of the signature.
    pub link: &'a str,
    /// Neutral subject and first line.
    pub is_discreet: bool,
}

#[derive(Template)]
#[template(path = "mail/already.txt", escape = "none")]
struct AlreadyText<'l> {
    l: &'l AlreadyLetter<'l>,
}

#[derive(Template)]
#[template(path = "mail/already.html")]
struct AlreadyHtml<'l> {
    l: &'l AlreadyLetter<'l>,
}

impl AlreadyText<'_> {
    fn lead(&self) -> String {
        self.l.lead()
    }

    fn when(&self) -> String {
        self.l.when()
    }
}

impl AlreadyHtml<'_> {
    fn lead(&self) -> String {
        self.l.lead()
    }

    fn when(&self) -> String {
        self.l.when()
    }
}

impl AlreadyLetter<'_> {
    /// The subject line.
    pub fn subject(&self) -> String {
        if self.is_discreet {
            return self.w.say("mail-already-subject-discreet").to_owned();
        }
        subject(self.w, "mail-already-subject", "title", self.title)
    }

    fn lead(&self) -> String {
        let key = if self.is_discreet {
            "mail-already-lead-discreet"
        } else {
            "mail-already-lead"
        };
        self.w.plain1(key, "name", cut(self.name, NAME))
    }

    fn when(&self) -> String {
        match &self.on {
            Some(date) => self.w.plain1("mail-already-on", "date", date),
            None => self.w.say("mail-already-undated").to_owned(),
        }
    }

    /// Subject, text and HTML.
    ///
    /// # Errors
    /// Never with our templates; askama's signature has one.
    pub fn render(&self) -> askama::Result<Rendered> {
        Ok(Rendered {
            subject: self.subject(),
            text: AlreadyText { l: self }.render()?,
            html: AlreadyHtml { l: self }.render()?,
        })
    }
}

/// After "This was not me": nothing was counted. No link.
#[derive(Clone)]
pub struct AcknowledgeLetter<'a> {
    /// Words of the language the form was in.
    pub w: &'a Words,
    /// Who writes.
    pub sender: Sender<'a>,
    /// The petition's title.
    pub title: &'a str,
    /// "Open letter to the State Judicial Council".
    pub eyebrow: String,
    /// Without the title.
    pub is_discreet: bool,
}

#[derive(Template)]
#[template(path = "mail/acknowledge.txt", escape = "none")]
struct AcknowledgeText<'l> {
    l: &'l AcknowledgeLetter<'l>,
}

#[derive(Template)]
#[template(path = "mail/acknowledge.html")]
struct AcknowledgeHtml<'l> {
    l: &'l AcknowledgeLetter<'l>,
}

impl AcknowledgeLetter<'_> {
    /// The subject line.
    pub fn subject(&self) -> String {
        if self.is_discreet {
            return self.w.say("mail-acknowledge-subject-discreet").to_owned();
        }
        subject(self.w, "mail-acknowledge-subject", "title", self.title)
    }

    /// Subject, text and HTML.
    ///
    /// # Errors
    /// Never with our templates; askama's signature has one.
    pub fn render(&self) -> askama::Result<Rendered> {
        Ok(Rendered {
            subject: self.subject(),
            text: AcknowledgeText { l: self }.render()?,
            html: AcknowledgeHtml { l: self }.render()?,
        })
    }
}

/// Invites somebody to organize.
#[derive(Clone)]
pub struct InvitationLetter<'a> {
    /// Words.
    pub w: &'a Words,
    /// The organization that invites.
    pub sender: Sender<'a>,
    /// Who invites.
    pub inviter: &'a str,
    /// The one link, absolute.
    pub link: &'a str,
    /// Day until which it works, already written.
    pub until: String,
}

#[derive(Template)]
#[template(path = "mail/invitation.txt", escape = "none")]
struct InvitationText<'l> {
    l: &'l InvitationLetter<'l>,
}

#[derive(Template)]
#[template(path = "mail/invitation.html")]
struct InvitationHtml<'l> {
    l: &'l InvitationLetter<'l>,
}

impl InvitationText<'_> {
    fn inviter(&self) -> Cow<'_, str> {
        cut(self.l.inviter, NAME)
    }
}

impl InvitationHtml<'_> {
    fn inviter(&self) -> Cow<'_, str> {
        cut(self.l.inviter, NAME)
    }
}

impl InvitationLetter<'_> {
    /// The subject line.
    pub fn subject(&self) -> String {
        subject(
            self.w,
            "mail-invitation-subject",
            "organization",
            self.sender.organization,
        )
    }

    /// Subject, text and HTML.
    ///
    /// # Errors
    /// Never with our templates; askama's signature has one.
    pub fn render(&self) -> askama::Result<Rendered> {
        Ok(Rendered {
            subject: self.subject(),
            text: InvitationText { l: self }.render()?,
            html: InvitationHtml { l: self }.render()?,
        })
    }
}

/// A link to set a new passphrase.
#[derive(Clone)]
pub struct ResetLetter<'a> {
    /// Words.
    pub w: &'a Words,
    /// The organization, or the site.
    pub sender: Sender<'a>,
    /// The one link, absolute.
    pub link: &'a str,
    /// How long it works.
    pub minutes: i64,
}

#[derive(Template)]
#[template(path = "mail/reset.txt", escape = "none")]
struct ResetText<'l> {
    l: &'l ResetLetter<'l>,
}

#[derive(Template)]
#[template(path = "mail/reset.html")]
struct ResetHtml<'l> {
    l: &'l ResetLetter<'l>,
}

impl ResetLetter<'_> {
    /// The subject line.
    pub fn subject(&self) -> String {
        self.w.say("mail-reset-subject").to_owned()
    }

    /// Subject, text and HTML.
    ///
    /// # Errors
    /// Never with our templates; askama's signature has one.
    pub fn render(&self) -> askama::Result<Rendered> {
        Ok(Rendered {
            subject: self.subject(),
            text: ResetText { l: self }.render()?,
            html: ResetHtml { l: self }.render()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::lang::Lang;
    use crate::words::Library;

    fn sender() -> Sender<'static> {
        Sender {
            organization: "Open Docket Coalition",
            contact: "organizers@opendocket.example",
        }
    }

    fn confirm(w: &Words, is_discreet: bool) -> ConfirmLetter<'_> {
        ConfirmLetter {
            w,
            sender: sender(),
            title: "Court records should be free to read <b>& searchable</b>, in every county and city",
            eyebrow: "Open letter to the State Judicial Council".to_owned(),
            name: "Lucía Fernández Prieto",
            listed_as: Some("Lucía Fernández Prieto, Law student, Harlow University".to_owned()),
            wants_updates: true,
            link: "https://openreg.example/c/0123456789abcdefghjkmnpqrs",
            until: "December 4, 2026".to_owned(),
            days: 7,
            code: "abcd-2345".to_owned(),
            match_word: w.match_word(7_usize),
            is_discreet,
            is_reminder: false,
        }
    }

    fn all(w: &Words, is_discreet: bool) -> Vec<Rendered> {
        let title = "Court records should be free to read";
        let eyebrow = "Open letter to the State Judicial Council".to_owned();
        let link = "https://openreg.example/x/0123456789abcdefghjkmnpqrs";
        vec![
            confirm(w, is_discreet).render().unwrap(),
            AlreadyLetter {
                w,
                sender: sender(),
                title,
                eyebrow: eyebrow.clone(),
                name: "Sam",
                on: Some("November 4, 2026".to_owned()),
                link,
                is_discreet,
            }
            .render()
            .unwrap(),
            AcknowledgeLetter {
                w,
                sender: sender(),
                title,
                eyebrow,
                is_discreet,
            }
            .render()
            .unwrap(),
            InvitationLetter {
                w,
                sender: sender(),
                inviter: "Amara Osei",
                link,
                until: "December 4, 2026".to_owned(),
            }
            .render()
            .unwrap(),
            ResetLetter {
                w,
                sender: sender(),
                link,
                minutes: 60,
            }
            .render()
            .unwrap(),
        ]
    }

    #[test]
    fn letters_are_small_and_carry_one_link_and_no_picture() {
        let library = Library::load().unwrap();
        for lang in library.languages() {
            let w = library.words(*lang);
            for letter in all(&w, false).into_iter().chain(all(&w, true)) {
                let size = letter.text.len() + letter.html.len();
                assert!(size < 6 * 1024, "{size} bytes: {}", letter.subject);
                assert!(
                    letter.text.matches("https://").count() <= 1,
                    "{}",
                    letter.text
                );
                assert!(
                    letter.html.matches("https://").count() <= 1,
                    "{}",
                    letter.html
                );
                assert!(!letter.html.contains("<img"));
                assert!(!letter.html.contains("style="));
                assert!(length(&letter.subject) <= SUBJECT, "{}", letter.subject);
                for part in [&letter.subject, &letter.text] {
                    assert!(!part.contains(['\u{2068}', '\u{2069}']), "{part}");
                    assert!(!part.contains("mail-"), "a key without words: {part}");
                    assert!(!part.contains("\n\n\n"), "{part}");
                }
            }
        }
    }

    #[test]
    fn a_discreet_letter_does_not_name_the_petition_before_it_is_opened() {
        let library = Library::load().unwrap();
        for lang in [Lang::EN, Lang::ES] {
            let w = library.words(lang);
            for letter in all(&w, true).iter().take(3) {
                assert!(!letter.subject.contains("Court"));
                assert!(!letter.text.lines().next().unwrap().contains("Court"));
            }
        }
    }

    #[test]
    fn what_a_stranger_typed_is_escaped_and_cut() {
        let library = Library::load().unwrap();
        let w = library.words(Lang::EN);
        let name = "Win a prize! ".repeat(10) + "<a href=x>";
        let mut letter = confirm(&w, false);
        letter.name = &name;
        let letter = letter.render().unwrap();
        assert!(letter.html.contains("&#60;b&#62;"));
        assert!(!letter.html.contains("<a href=x>"));
        let lead = letter.text.lines().next().unwrap();
        assert!(lead.chars().count() < 60 + 45, "{lead}");
        assert_eq!(length(&letter.subject), 70);
    }

    #[test]
    fn the_confirmation_in_plain_text() {
        let library = Library::load().unwrap();
        let w = library.words(Lang::EN);
        let mut letter = confirm(&w, false);
        letter.title = "Court records should be free to read";
        letter.match_word = "harbor";
        insta::assert_snapshot!(letter.render().unwrap().text, @r#"
        Lucía Fernández Prieto, one press and your signature counts.

        Court records should be free to read
        Open letter to the State Judicial Council

        Confirm my signature
        https://openreg.example/c/0123456789abcdefghjkmnpqrs
        The link works until December 4, 2026.

        Or type this code on the page where you signed: abcd-2345
        If the page asks for a word, it is: harbor

        We will list you as: Lucía Fernández Prieto, Law student, Harlow University
        Email updates: yes

        Did not sign this? Do nothing: what was typed in disappears after 7 days. Or open the link and press “This was not me”.

        Open Docket Coalition · organizers@opendocket.example
        "#);
        let w = library.words(Lang::ES);
        let mut letter = confirm(&w, false);
        letter.title = "Los registros judiciales deben ser de lectura libre";
        letter.eyebrow = "Carta abierta al Consejo Judicial".to_owned();
        letter.match_word = "puerto";
        letter.until = "4 de diciembre de 2026".to_owned();
        insta::assert_snapshot!(letter.render().unwrap().text, @r#"
        Lucía Fernández Prieto, un clic y su firma cuenta.

        Los registros judiciales deben ser de lectura libre
        Carta abierta al Consejo Judicial

        Confirmar mi firma
        https://openreg.example/c/0123456789abcdefghjkmnpqrs
        El enlace funciona hasta el 4 de diciembre de 2026.

        O escriba este código en la página donde firmó: abcd-2345
        Si la página le pide una palabra, es: puerto

        Aparecerá así: Lucía Fernández Prieto, Law student, Harlow University
        Correos con novedades: sí

        ¿No ha firmado? No haga nada: lo que se escribió desaparece a los 7 días. O abra el enlace y pulse «No fui yo».

        Open Docket Coalition · organizers@opendocket.example
        "#);
    }
}
