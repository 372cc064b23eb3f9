//! What signers pass on, in the organizers' words: by channel, in one language. Where nothing is written the program's own words stand.

/// Where a message is passed on with words of its own. Other networks take an address alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Channel {
    /// Wherever nothing else is written.
    Any,
    /// WhatsApp.
    WhatsApp,
    /// A text message.
    Sms,
    /// The subject of a mail.
    Subject,
    /// A mail.
    Email,
    /// Bluesky.
    Bluesky,
    /// Mastodon.
    Mastodon,
}

impl Channel {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 7] = [
        Self::Any,
        Self::WhatsApp,
        Self::Sms,
        Self::Subject,
        Self::Email,
        Self::Bluesky,
        Self::Mastodon,
    ];

    /// Its name in forms and in the database, the end of its words keys.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Any => "any",
            Self::WhatsApp => "whatsapp",
            Self::Sms => "sms",
            Self::Subject => "subject",
            Self::Email => "email",
            Self::Bluesky => "bluesky",
            Self::Mastodon => "mastodon",
        }
    }

    /// Reads [`Channel::as_str`] back.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == text)
    }

    /// Most characters: with the link behind them they fit a post, a text message of three parts, a subject line.
    #[must_use]
    pub fn most(self) -> usize {
        match self {
            Self::Any | Self::Bluesky => 200,
            Self::Sms => 300,
            Self::Subject => 100,
            Self::WhatsApp | Self::Mastodon => 400,
            Self::Email => SHARE_TEXT,
        }
    }
}

/// Most characters of the longest.
pub const SHARE_TEXT: usize = 2_000;

/// The messages of one language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ShareTexts(Vec<(Channel, String)>);

impl ShareTexts {
    /// These; of a channel that stands twice the first counts.
    #[must_use]
    pub fn new(texts: Vec<(Channel, String)>) -> Self {
        Self(texts)
    }

    /// What was written for exactly this channel.
    #[must_use]
    pub fn written(&self, channel: Channel) -> Option<&str> {
        let mut texts = self.0.iter();
        texts
            .find(|(of, _)| *of == channel)
            .map(|(_, text)| text.as_str())
    }

    /// What is passed on there: its own words, else those for any channel. A subject has its own or none.
    #[must_use]
    pub fn of(&self, channel: Channel) -> Option<&str> {
        let own = self.written(channel);
        own.or_else(|| match channel {
            Channel::Subject => None,
            _ => self.written(Channel::Any),
        })
    }

    /// All that is written.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &(Channel, String)> {
        self.0.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_channel_has_its_own_words_or_those_for_any() {
        let texts = ShareTexts::new(vec![
            (Channel::Any, "Sign with me.".to_owned()),
            (Channel::Sms, "Sign?".to_owned()),
        ]);
        assert_eq!(texts.of(Channel::Sms), Some("Sign?"));
        assert_eq!(texts.of(Channel::Email), Some("Sign with me."));
        assert_eq!(texts.of(Channel::Subject), None);
        assert_eq!(ShareTexts::default().of(Channel::Any), None);
        for channel in Channel::ALL {
            assert_eq!(Channel::parse(channel.as_str()), Some(channel));
            assert!(channel.most() <= SHARE_TEXT);
        }
    }
}
