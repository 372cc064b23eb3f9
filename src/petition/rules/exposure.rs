//! What of a petition tells on those who sign it, and what high risk makes of each: the one table. Settings, pages and routes ask it;
//! `docs/OPERATING.md` has the same rows. Whatever is added that tells something of signers is a row here first.

use super::settings::Settings;

/// One thing that tells on signers, or leaves a trace at theirs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Exposure {
    /// Start page, sitemap, feeds of the site, search engines.
    Listing,
    /// Names, roles and towns of signers.
    Names,
    /// The list of signers.
    Register,
    /// The latest signatures, named or not: they say when somebody signed.
    LatestSigners,
    /// Whose reason it is.
    ReasonNames,
    /// Organizations that sign.
    Organizations,
    /// Role, and school or employer.
    EmployerFields,
    /// Questions of the organizers that are answered in words of one's own.
    FreeText,
    /// `?via=`: whose link somebody came by.
    OwnLinks,
    /// "I signed", in the message that is passed on.
    SignedMessage,
    /// The number by hour or day.
    History,
    /// The picture of link previews.
    Card,
    /// Subjects and senders that say what was signed, and mail after the fact.
    TellingMail,
    /// Copies in caches.
    Copies,
    /// Cookies that outlast the browser's session.
    LastingCookies,
    /// The form in pages of other sites.
    Embed,
    /// What other sites are told to embed.
    Oembed,
    /// Signers in the programming interface.
    ApiPeople,
    /// Signers in what is posted to other programs.
    WebhookPeople,
}

impl Exposure {
    /// The whole table.
    pub const ALL: [Self; 19] = [
        Self::Listing,
        Self::Names,
        Self::Register,
        Self::LatestSigners,
        Self::ReasonNames,
        Self::Organizations,
        Self::EmployerFields,
        Self::FreeText,
        Self::OwnLinks,
        Self::SignedMessage,
        Self::History,
        Self::Card,
        Self::TellingMail,
        Self::Copies,
        Self::LastingCookies,
        Self::Embed,
        Self::Oembed,
        Self::ApiPeople,
        Self::WebhookPeople,
    ];

    /// What it is, and what high risk makes of it: a row of the table in `docs/OPERATING.md`.
    #[must_use]
    pub const fn row(self) -> [&'static str; 2] {
        match self {
            Self::Listing => [
                "start page, sitemap, site feeds, pages of organizations, search engines",
                "off; on again where organizers choose to list it. Else every answer says `noindex`",
            ],
            Self::Names => [
                "names, roles and towns of signers, on any page, in any feed or file for others",
                "off, also for those who showed theirs before",
            ],
            Self::Register => ["the list of signers, and the search in it", "off: 404"],
            Self::LatestSigners => [
                "latest signatures and first signers on the page",
                "off, unnamed ones too: their times tell",
            ],
            Self::ReasonNames => [
                "name and role beside a reason",
                "off; reasons that organizers publish stand without",
            ],
            Self::Organizations => [
                "organizations that sign: form, list, number, logos",
                "off: 404; logos too",
            ],
            Self::EmployerFields => [
                "role, school or employer on the form",
                "off: both name an employer. Town, postcode and country stay the organizers' choice",
            ],
            Self::FreeText => [
                "questions of the organizers that are answered in words of one's own",
                "off: people write there who they are and where they work. Choices, ticks, numbers and days stay the organizers' choice",
            ],
            Self::OwnLinks => [
                "`?via=`: a signer's own link, words of partners, where signers come from",
                "off: none is drawn, read, shown or counted; those of before are deleted",
            ],
            Self::SignedMessage => [
                "the message to pass on says \"I signed\"",
                "it asks to read, and says nothing of who sends it",
            ],
            Self::History => [
                "the number by hour or day or as it moves: since yesterday, time of the last one, charts, pace, events",
                "off, in the console too",
            ],
            Self::Card => ["picture of link previews, which others keep", "off: 404"],
            Self::TellingMail => [
                "mail that says what it is about before it is opened; receipts",
                "neutral subject and sender, no receipts",
            ],
            Self::Copies => [
                "copies in caches of browsers and in between",
                "every answer is `no-store`, without `ETag`",
            ],
            Self::LastingCookies => [
                "the cookies after signing, for a week and for an hour",
                "both go when the browser is closed",
            ],
            Self::Embed => [
                "the form or the number in a frame of another site",
                "off: 404",
            ],
            Self::Oembed => ["oEmbed", "off: 404; its page does not name it"],
            Self::ApiPeople => ["signers as people of the programming interface", "off"],
            Self::WebhookPeople => [
                "details of signers in webhooks",
                "off: keys alone leave, whatever a webhook was made for",
            ],
        }
    }
}

impl Settings {
    /// Whether this may be. The one question that everything asks which tells something of signers.
    #[must_use]
    pub const fn allows(&self, exposure: Exposure) -> bool {
        match exposure {
            Exposure::Listing => !self.high_risk || self.listed_in_high_risk,
            _ => !self.high_risk,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn high_risk_allows_nothing_but_a_listing_that_was_chosen() {
        let calm = Settings::default();
        assert!(Exposure::ALL.into_iter().all(|one| calm.allows(one)));
        let danger = Settings {
            high_risk: true,
            ..Settings::default()
        };
        assert!(Exposure::ALL.into_iter().all(|one| !danger.allows(one)));
        let listed = Settings {
            listed_in_high_risk: true,
            ..danger
        };
        let allowed = Exposure::ALL.into_iter().filter(|one| listed.allows(*one));
        assert_eq!(allowed.collect::<Vec<_>>(), [Exposure::Listing]);
    }

    /// The table that operators read is this one.
    #[test]
    fn the_documented_table_is_the_one_that_is_asked() {
        let docs = include_str!("../../../docs/OPERATING.md");
        let (_, table) = docs.split_once("## High risk\n").expect("a section");
        let (table, _) = table.split_once("\n## ").expect("one after it");
        let told: Vec<_> = table
            .lines()
            .filter(|line| line.starts_with("| "))
            .collect();
        let rows = Exposure::ALL.map(|one| format!("| {} |", one.row().join(" | ")));
        let head = ["| what tells on signers | in high risk |"].map(str::to_owned);
        assert_eq!(told, [head.as_slice(), rows.as_slice()].concat());
    }
}
