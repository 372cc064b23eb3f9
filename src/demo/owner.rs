//! The organizer of the demo: a person with a passphrase that is printed.

use crate::account::joining::found::{Founding, OrganizationName};
use crate::account::passphrase::hash::{Cost, Passphrase, PassphraseHash, keep};
use crate::account::store::person;
use crate::base::{Email, Lang, MatchWord, PersonName, Strictness};
use crate::db::{Conn, Result};
use crate::web::Site;

const ORGANIZATION: &str = "Sanctuary Research Network";
const CONTACT: &str = "hello@sanctuary-research.example";
const ABOUT: [(Lang, &str); 2] = [
    (
        Lang::EN,
        "Law students, librarians and legal workers who look into what companies sell to immigration enforcement, and say no to it together.",
    ),
    (
        Lang::ES,
        "Estudiantes de derecho, personal bibliotecario y profesionales jurídicos que investigamos qué venden las empresas a las autoridades migratorias y, en conjunto, nos negamos.",
    ),
];
const NAME: &str = "Marisol Etxeberria";
const EMAIL: &str = "marisol@sanctuary-research.example";

/// How somebody signs in to the demo.
#[derive(Clone)]
pub struct Owner {
    /// The address.
    pub email: &'static str,
    /// The passphrase it was loaded with.
    pub passphrase: String,
}

impl Owner {
    /// Of this installation: drawn from its secrets, so that it is nobody else's and can be told at every start.
    #[must_use]
    pub fn of(site: &Site) -> Self {
        let key = site.secrets.key("demo organizer");
        let english = site.words(Lang::EN);
        let words: Vec<&str> = [b"1", b"2", b"3", b"4"]
            .into_iter()
            .map(|place| MatchWord::derive(&key, "passphrase", place))
            .map(|word| english.match_word(word.index()))
            .collect();
        Self {
            email: EMAIL,
            passphrase: words.join("-"),
        }
    }

    /// What the organization and its owner are founded with. Hashing takes its time: no transaction may wait for it.
    pub(super) fn founding(&self) -> Option<(Founding, PassphraseHash)> {
        let email = |text| Email::parse(text, Strictness::Testing).ok();
        let founding = Founding {
            organization: OrganizationName::parse(ORGANIZATION).ok()?,
            contact: Some(email(CONTACT)?),
            name: PersonName::parse(NAME).ok()?,
            email: email(self.email)?,
            lang: Lang::EN,
        };
        let kept = keep(Cost::FULL, &Passphrase::typed(&self.passphrase))?;
        Some((founding, kept))
    }

    /// What the page of the organization says of it.
    pub(super) fn about() -> Vec<(Lang, String)> {
        ABOUT.map(|(lang, about)| (lang, about.to_owned())).to_vec()
    }

    /// Whether this database has them.
    ///
    /// # Errors
    /// A fault of the database.
    pub(crate) fn is_known(&self, conn: &mut Conn) -> Result<bool> {
        match Email::parse(self.email, Strictness::Testing) {
            Ok(email) => Ok(person::by_address(conn, &email)?.is_some()),
            Err(_) => Ok(false),
        }
    }
}
