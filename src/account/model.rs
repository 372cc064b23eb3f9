//! The nouns: organization, organizer, role, membership, session.

use crate::base::id::shares_id;
use crate::base::{Id, Lang, Slug, Time};
use crate::mail::model::Subject;
use crate::web::Theme;
use crate::web::pictures::name::LogoName;

// what the mails about accounts are about
shares_id!(Organizer, Subject);

/// Owns petitions and has members.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organization {
    /// Key.
    pub id: Id<Organization>,
    /// In the address of its page; it stays when the name changes.
    pub slug: Slug,
    /// Shown to signers, and the display name of its mail.
    pub name: String,
    /// What it was called, and until when in microseconds, as long as a form may be open that says so; the oldest first.
    pub former_names: Vec<(String, i64)>,
    /// Where signers may write to, told to everybody; empty where there is no such address.
    pub contact_email: String,
    /// One sentence on who it is, by language; a language may be missing.
    pub about: Vec<(Lang, String)>,
    /// What the law asks for of whoever answers for a petition, by language; a language may be missing.
    pub imprint: Vec<(Lang, String)>,
    /// The colours of its pages; the site's, where it has chosen none.
    pub theme: Option<Theme>,
    /// Its logo.
    pub logo: Option<LogoName>,
    /// The languages a petition of it is begun in; empty for those of the site.
    pub langs: Vec<Lang>,
    /// Months that a new petition keeps details, where it has said so.
    pub keeps_for: Option<u8>,
    /// Whether nobody sees addresses of its signers without a second factor.
    pub needs_second_factor: bool,
    /// Since when it is no more: its petitions that are over keep its name, and nobody works for it.
    pub ended_at: Option<Time>,
}

impl Organization {
    /// One of which nothing is known but what it is called and where it is written to.
    #[must_use]
    pub fn new(id: Id<Self>, slug: Slug, name: &str, contact_email: &str) -> Self {
        Self {
            id,
            slug,
            name: name.to_owned(),
            former_names: Vec::new(),
            contact_email: contact_email.to_owned(),
            about: Vec::new(),
            imprint: Vec::new(),
            theme: None,
            logo: None,
            langs: Vec::new(),
            keeps_for: None,
            needs_second_factor: false,
            ended_at: None,
        }
    }

    /// Gives it another name. The one it had is known as long as a form may be open that says it.
    pub(crate) fn rename(&mut self, name: String, now: Time) {
        if name == self.name {
            return;
        }
        let open = now.minus(FORM_OPEN).micros();
        self.former_names.retain(|(_, until)| *until > open);
        let former = std::mem::replace(&mut self.name, name);
        self.former_names.push((former, now.micros()));
        let many = self.former_names.len().saturating_sub(FORMER);
        self.former_names.drain(..many);
    }

    /// What it was called at `at`, as far as that is known.
    #[must_use]
    pub(crate) fn name_at(&self, at: Time) -> &str {
        let mut former = self.former_names.iter();
        let then = former.find(|(_, until)| at.micros() < *until);
        then.map_or(&self.name, |(name, _)| name)
    }

    /// The imprint in this language, or in the first there is, and its language.
    #[must_use]
    pub(crate) fn imprint(&self, lang: Lang) -> Option<&(Lang, String)> {
        let own = self.imprint.iter().find(|(said_in, _)| *said_in == lang);
        own.or(self.imprint.first())
    }

    /// Those of these languages in which its petitions are begun: all of them, where it has chosen none that there still is.
    #[must_use]
    pub(crate) fn begins_in(&self, all: &[Lang]) -> Vec<Lang> {
        let chosen = all.iter().filter(|lang| self.langs.contains(lang));
        let chosen: Vec<Lang> = chosen.copied().collect();
        match chosen.is_empty() {
            true => all.to_vec(),
            false => chosen,
        }
    }

    /// The sentence in this language, or in the first there is, and its language.
    #[must_use]
    pub(crate) fn about(&self, lang: Lang) -> Option<&(Lang, String)> {
        let own = self.about.iter().find(|(said_in, _)| *said_in == lang);
        own.or(self.about.first())
    }
}

/// A person who may work for organizations. What is known of one stands in the database only.
#[derive(Clone, PartialEq, Eq)]
pub struct Organizer {
    /// Key.
    pub id: Id<Organizer>,
    /// Shown to colleagues.
    pub name: String,
    /// Folded; where set-up, reset and notices go.
    pub email: String,
    /// The language of the console and of mails.
    pub lang: Lang,
}

/// Says which one and not who: what is debugged ends in logs.
impl std::fmt::Debug for Organizer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Organizer({})", self.id)
    }
}

/// What a member may do, see [`policy`](super::policy). The numbers stand in the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Everything, other owners too.
    Owner,
    /// Everything but making and unmaking owners.
    Admin,
    /// Writes texts; neither publishes them nor sees who signed.
    Editor,
    /// Decides about held signatures; sees names, no addresses.
    Moderator,
    /// Sees numbers only.
    Analyst,
    /// Takes the list.
    Exporter,
}

impl Role {
    /// All of them, in the order of their numbers.
    pub const ALL: [Self; 6] = [
        Self::Owner,
        Self::Admin,
        Self::Editor,
        Self::Moderator,
        Self::Analyst,
        Self::Exporter,
    ];

    /// The word used in forms and as a variant of words.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Admin => "admin",
            Self::Editor => "editor",
            Self::Moderator => "moderator",
            Self::Analyst => "analyst",
            Self::Exporter => "exporter",
        }
    }

    /// Reads [`Role::as_str`] back.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == text)
    }

    /// Its number in the database.
    #[must_use]
    pub fn number(self) -> i16 {
        match self {
            Self::Owner => 0,
            Self::Admin => 1,
            Self::Editor => 2,
            Self::Moderator => 3,
            Self::Analyst => 4,
            Self::Exporter => 5,
        }
    }

    /// Reads [`Role::number`] back.
    #[must_use]
    pub(crate) fn from_number(number: i16) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.number() == number)
    }
}

/// One organizer's place in one organization.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Membership {
    /// Which organization.
    pub organization: Id<Organization>,
    /// Its name.
    pub name: String,
    /// What may be done there.
    pub role: Role,
    /// Whether nobody sees addresses of its signers without a second factor.
    pub needs_second_factor: bool,
}

/// One browser signed in. Its token is known to that browser only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Key.
    pub id: Id<Session>,
    /// What kind of browser it is, as far as it says: `Firefox, Linux`.
    pub device: String,
    /// When it was opened.
    pub created_at: Time,
    /// When it was last used, to the minute.
    pub last_seen_at: Time,
    /// When whoever holds it last proved who they are: by passphrase, and by a code where they have a second factor.
    pub proved_at: Time,
    /// When it ends whatever happens.
    pub expires_at: Time,
}

impl Session {
    /// Whether it still opens anything: it ends by itself after [`IDLE`] without use and at its end.
    #[must_use]
    pub(crate) fn is_alive(&self, now: Time) -> bool {
        now < self.expires_at && now < self.last_seen_at.plus(IDLE)
    }

    /// Whether that is long enough for what is dangerous (accounts.md 22).
    #[must_use]
    pub(crate) fn is_proved(&self, now: Time) -> bool {
        now < self.proved_at.plus(PROVED)
    }
}

/// A form that was open for longer says that it was, and is looked at by people.
const FORM_OPEN: std::time::Duration = crate::base::time::hours(48);
/// Former names that are known at the most.
const FORMER: usize = 20;

/// A session ends when it was not used for so long (accounts.md 20, ASVS 7.3.1).
pub const IDLE: std::time::Duration = crate::base::time::minutes(60);
/// What is dangerous is asked of whoever proved so lately who they are (ASVS 7.5.1).
pub(crate) const PROVED: std::time::Duration = crate::base::time::minutes(5);
/// A session ends after so long however much it was used (ASVS 7.3.2).
pub(crate) const ABSOLUTE: std::time::Duration = crate::base::time::hours(12);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::time::{minutes, seconds};

    #[test]
    fn a_role_is_what_its_number_says() {
        for role in Role::ALL {
            assert_eq!(Role::from_number(role.number()), Some(role));
        }
        assert_eq!(Role::from_number(6), None);
    }

    #[test]
    fn a_session_ends_by_idleness_and_by_age() {
        let now = Time::from_micros(1_800_000_000_000_000);
        let session = |seen, end| Session {
            id: Id::new(now),
            device: String::new(),
            created_at: now,
            last_seen_at: seen,
            proved_at: now,
            expires_at: end,
        };
        let later = now.plus(ABSOLUTE);
        assert!(session(now, later).is_alive(now.plus(minutes(59))));
        assert!(!session(now, later).is_alive(now.plus(IDLE)));
        assert!(!session(later.minus(seconds(1)), later).is_alive(later));
        let proved = session(now, later);
        assert!(proved.is_proved(now.plus(minutes(5)).minus(seconds(1))));
        assert!(!proved.is_proved(now.plus(minutes(5))));
    }
}
