//! `--mail`: where mail goes. One text, parsed once, refused with one clear line.

use crate::mail::address::is_private_host;
use percent_encoding::percent_decode_str;
use std::fmt;
use std::net::Ipv6Addr;

/// Where mail goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MailSetting {
    /// Nowhere: each message becomes a file in the data folder. For development.
    Capture,
    /// To a relay.
    Smtp(SmtpSetting),
}

/// How the connection to the relay is kept secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Security {
    /// `smtp://`: STARTTLS, and nothing is said before it succeeds.
    StartTls,
    /// `smtps://`: TLS from the first byte.
    Tls,
    /// `smtp+insecure://`: none; loopback and private networks only.
    None,
}

/// A relay and how to speak to it.
#[derive(Clone, PartialEq, Eq)]
pub struct SmtpSetting {
    /// Name or address, without brackets.
    pub host: String,
    /// 587, 465 or 25 unless given.
    pub port: u16,
    /// How the connection is kept secret.
    pub security: Security,
    /// User name and password, if the relay wants them.
    pub credentials: Option<(String, String)>,
}

/// Where a relay is, without what is said to it: for whoever runs the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RelayPlace {
    /// Name or address, without brackets.
    pub host: String,
    /// The port.
    pub port: u16,
    /// How the connection is kept secret.
    pub security: Security,
}

impl SmtpSetting {
    /// Where it is.
    #[must_use]
    pub fn place(&self) -> RelayPlace {
        RelayPlace {
            host: self.host.clone(),
            port: self.port,
            security: self.security,
        }
    }
}

impl fmt::Debug for SmtpSetting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // never the password: settings are logged at the start
        write!(f, "{:?} {}:{}", self.security, self.host, self.port)
    }
}

/// Why a setting is no setting. The message never repeats the text, which may hold a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MailSettingError {
    /// Another scheme, or none.
    #[error(
        "mail: use `capture`, `smtp://user:password@host:port`, `smtps://...` or `smtp+insecure://...`"
    )]
    Scheme,
    /// No host, or one with signs no host has.
    #[error("mail: the relay's host name is missing or wrong")]
    Host,
    /// Not a number of 1 to 65535.
    #[error("mail: the relay's port must be a number of 1 to 65535")]
    Port,
    /// A user name without a password, or one that does not decode.
    #[error(
        "mail: give both user and password as `user:password@`, with signs such as @ : / % as %40 %3A %2F %25"
    )]
    Credentials,
    /// A path, a query or a fragment after the port.
    #[error("mail: nothing may follow the relay's port")]
    Rest,
    /// Plain text to a public host.
    #[error(
        "mail: smtp+insecure:// is for loopback and private networks only; use smtp:// (STARTTLS) or smtps://"
    )]
    Insecure,
}

impl std::str::FromStr for MailSetting {
    type Err = MailSettingError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text == "capture" {
            return Ok(Self::Capture);
        }
        let (scheme, rest) = text.split_once("://").ok_or(MailSettingError::Scheme)?;
        let (security, usual_port) = match scheme {
            "smtp" => (Security::StartTls, 587),
            "smtps" => (Security::Tls, 465),
            "smtp+insecure" => (Security::None, 25),
            _ => return Err(MailSettingError::Scheme),
        };
        let rest = rest.strip_suffix('/').unwrap_or(rest);
        let (credentials, place) = match rest.rsplit_once('@') {
            Some((before, place)) => (Some(parse_credentials(before)?), place),
            None => (None, rest),
        };
        if place.contains(['/', '?', '#']) {
            return Err(MailSettingError::Rest);
        }
        let (host, port) = parse_place(place, usual_port)?;
        if security == Security::None && !is_private_host(&host) {
            return Err(MailSettingError::Insecure);
        }
        Ok(Self::Smtp(SmtpSetting {
            host,
            port,
            security,
            credentials,
        }))
    }
}

fn parse_credentials(text: &str) -> Result<(String, String), MailSettingError> {
    let wrong = MailSettingError::Credentials;
    let (user, password) = text.split_once(':').ok_or(wrong)?;
    let decode = |part: &str| {
        let part = percent_decode_str(part).decode_utf8().map_err(|_| wrong)?;
        if part.is_empty() || part.chars().any(char::is_control) {
            return Err(wrong);
        }
        Ok(part.into_owned())
    };
    Ok((decode(user)?, decode(password)?))
}

fn parse_place(place: &str, usual_port: u16) -> Result<(String, u16), MailSettingError> {
    let (host, port) = match place.strip_prefix('[') {
        Some(rest) => {
            let (host, after) = rest.split_once(']').ok_or(MailSettingError::Host)?;
            host.parse::<Ipv6Addr>()
                .map_err(|_| MailSettingError::Host)?;
            let port = match after.strip_prefix(':') {
                Some(port) => Some(port),
                None if after.is_empty() => None,
                None => return Err(MailSettingError::Port),
            };
            (host, port)
        }
        None => match place.split_once(':') {
            Some((host, port)) => (host, Some(port)),
            None => (place, None),
        },
    };
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | ':');
    if host.is_empty() || host.len() > 253 || !host.chars().all(fits) {
        return Err(MailSettingError::Host);
    }
    let port = match port {
        Some(port) => port
            .parse()
            .ok()
            .filter(|port| *port != 0)
            .ok_or(MailSettingError::Port)?,
        None => usual_port,
    };
    Ok((host.to_owned(), port))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn smtp(text: &str) -> SmtpSetting {
        match text.parse() {
            Ok(MailSetting::Smtp(setting)) => setting,
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn each_form_is_read() {
        assert_eq!("capture".parse(), Ok(MailSetting::Capture));
        let full = smtp("smtp://u%40x:p%3Aw@mail.example.org:2525");
        assert_eq!(full.host, "mail.example.org");
        assert_eq!((full.port, full.security), (2525, Security::StartTls));
        assert_eq!(full.credentials, Some(("u@x".to_owned(), "p:w".to_owned())));
        assert_eq!(smtp("smtp://mail.example.org").port, 587);
        assert_eq!(smtp("smtps://mail.example.org/").port, 465);
        assert_eq!(smtp("smtp+insecure://[::1]").port, 25);
        assert_eq!(smtp("smtp+insecure://relay:1025").host, "relay");
    }

    #[test]
    fn each_mistake_has_its_line() {
        use MailSettingError::{Credentials, Host, Insecure, Port, Rest, Scheme};
        for (text, error) in [
            ("", Scheme),
            ("Capture", Scheme),
            ("mail.example.org:25", Scheme),
            ("http://mail.example.org", Scheme),
            ("smtp://", Host),
            ("smtp://:25", Host),
            ("smtp://a b", Host),
            ("smtp://[::zz]:25", Host),
            ("smtp://host:0", Port),
            ("smtp://host:66000", Port),
            ("smtp://host:", Port),
            ("smtp://[::1]25", Port),
            ("smtp://user@host", Credentials),
            ("smtp://user:@host", Credentials),
            ("smtp://us%0Aer:pw@host", Credentials),
            ("smtp://host:25/path", Rest),
            ("smtp://host?tls=no", Rest),
            ("smtp+insecure://mail.example.org", Insecure),
            ("smtp+insecure://8.8.8.8", Insecure),
        ] {
            assert_eq!(text.parse::<MailSetting>(), Err(error), "{text}");
        }
    }

    #[test]
    fn the_password_is_not_shown() {
        let shown = format!("{:?}", smtp("smtp://user:hunter2@mail.example.org"));
        assert_eq!(shown, "StartTls mail.example.org:587");
    }
}
