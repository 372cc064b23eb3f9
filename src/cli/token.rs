//! undersigned token: lets programs in without the console, lists who is let in, and ends that.

use super::Failed;
use super::work::{existing, print};
use crate::account::deed::Deed;
use crate::account::mails;
use crate::account::model::Organization;
use crate::account::store::activity::Doer;
use crate::account::store::organization;
use crate::account::token::add::{WantedToken, add as add_token};
use crate::account::token::model::{
    LONGEST, MOST, TokenName, TokenPetition, network as read_network,
};
use crate::account::token::scope::{NoScopes, Scopes};
use crate::account::token::store;
use crate::account::token::text::ShortId;
use crate::base::time::days;
use crate::base::{Clock, Id, Slug};
use crate::db::{self, Conn, Db};
use crate::petition::store::petitions;
use crate::serve;
use crate::serve::settings::Settings;
use ipnet::IpNet;
use std::fmt::Write as _;
use std::time::Duration;

/// What is said of a new token.
#[derive(Debug, clap::Args)]
pub(super) struct TypedToken {
    /// What it is for, as the console lists it
    #[arg(long)]
    name: String,
    /// What it is good for, with commas: petitions:read, petitions:write, counts:read, signatures:write, people:read, people:write,
    /// moderate, webhooks:manage; or all
    #[arg(long, value_parser = scopes)]
    scopes: Scopes,
    /// Whose programs it lets in, by name; needed where there are several and no petition is named
    #[arg(long)]
    organization: Option<String>,
    /// A petition it opens, by the last part of its address, and no others but those; may be given several times
    #[arg(long, value_name = "SLUG")]
    petition: Vec<String>,
    /// A network it is taken from, as 192.0.2.0/24 or one address, and no others but those; may be given several times
    #[arg(long, value_name = "CIDR", value_parser = network)]
    network: Vec<IpNet>,
    /// When it ends, in days from now, as 90d; a year at the longest
    #[arg(long, default_value = "90d", value_parser = lifetime)]
    expires: Duration,
}

fn scopes(typed: &str) -> Result<Scopes, String> {
    typed.parse().map_err(|wrong: NoScopes| wrong.to_string())
}

fn network(typed: &str) -> Result<IpNet, String> {
    read_network(typed).ok_or_else(|| "it is a network or an address".to_owned())
}

/// Reads `90d`.
fn lifetime(typed: &str) -> Result<Duration, String> {
    let wrong = || "it is a number of days, as 90d, at most 365d".to_owned();
    let many = typed.trim().strip_suffix('d').ok_or_else(wrong)?;
    let span = days(many.parse::<u16>().map_err(|_| wrong())?.into());
    match span.is_zero() || span > LONGEST {
        true => Err(wrong()),
        false => Ok(span),
    }
}

fn broken(error: db::Error) -> Failed {
    Failed::Work(format!("token: {error}"))
}

fn unknown(line: String) -> Failed {
    Failed::Work(format!("token: {line}"))
}

/// Whose token it is, and to which petitions it is limited.
fn place(
    conn: &mut Conn,
    typed: &TypedToken,
) -> Result<(Organization, Vec<Id<TokenPetition>>), Failed> {
    let mut limits = Vec::new();
    let mut owner = None;
    for slug in &typed.petition {
        let none = || unknown(format!("there is no petition {slug}"));
        let parsed = Slug::parse(slug).map_err(|_| none())?;
        let found = petitions::by_slug(conn, &parsed).map_err(broken)?;
        let petition = found.ok_or_else(none)?;
        if *owner.get_or_insert(petition.organization) != petition.organization {
            return Err(unknown(
                "these petitions are of several organizations".to_owned(),
            ));
        }
        limits.push(petition.id.cast());
    }
    let there = match (&typed.organization, owner) {
        (Some(name), _) => organization::named(conn, name).map_err(broken)?,
        (None, Some(id)) => organization::find(conn, id).map_err(broken)?,
        (None, None) => {
            let all = organization::all(conn).map_err(broken)?;
            let mut standing = all.into_iter().filter(|one| one.ended_at.is_none());
            match (standing.next(), standing.next()) {
                (Some(_), Some(_)) => {
                    return Err(unknown(
                        "there are several organizations: name one with --organization".to_owned(),
                    ));
                }
                (only, _) => only,
            }
        }
    };
    let there = there
        .filter(|one| one.ended_at.is_none())
        .ok_or_else(|| unknown("there is no such organization".to_owned()))?;
    match owner.is_some_and(|owner| owner != there.id) {
        true => Err(unknown(format!(
            "these petitions are not of {}",
            there.name
        ))),
        false => Ok((there, limits)),
    }
}

/// Makes a token, and prints it last, alone on its line: nobody can print it again.
pub(super) fn add(settings: &Settings, typed: &TypedToken) -> Result<(), Failed> {
    let name = TokenName::parse(&typed.name).map_err(|_| {
        Failed::Settings("--name: it is one line of at most 80 characters".to_owned())
    })?;
    settings.database.must_exist()?;
    let (db, secrets) = serve::open_stores(settings)?;
    let now = Clock::system().now();
    let (there, limits) = db
        .read_here(|conn| Ok::<_, db::Error>(place(conn, typed)))
        .map_err(broken)??;
    let wanted = WantedToken {
        id: None,
        organization: there.id,
        name: name.as_str().to_owned(),
        scopes: typed.scopes.clone(),
        petitions: (!limits.is_empty()).then_some(limits),
        networks: typed.network.clone(),
        expires_at: now.plus(typed.expires),
        made_by: None,
    };
    let doer = Doer::operator(now);
    let made = db.write_here(|tx| {
        let made = add_token(tx, wanted, now)?;
        if let Some(made) = &made {
            mails::tell_of_token(tx, &secrets, (&made.token, Deed::TOKEN), &doer)?;
        }
        Ok(made)
    });
    let made = made.map_err(broken)?.ok_or_else(|| {
        unknown(format!(
            "{} has {MOST} tokens that work: revoke one",
            there.name
        ))
    })?;
    let token = &made.token;
    print(&format!(
        "{} for {}: {}\nuntil {}; it is shown this once\n{}\n",
        token.short_id,
        there.name,
        token.scopes,
        token.expires_at.rfc3339(),
        made.text.show()
    ))
}

/// Lists the tokens of all organizations, the newest first.
pub(super) fn list(settings: &Settings) -> Result<(), Failed> {
    let now = Clock::system().now();
    let db = existing(settings)?;
    let told = db.read_here(|conn| {
        let mut told = String::new();
        for one in store::list(conn, None)? {
            let token = &one.token;
            let state = if token.revoked_at.is_some() {
                "revoked"
            } else if token.has_ended(now) {
                "expired"
            } else if one.is_orphaned(now) {
                "orphaned"
            } else {
                "works"
            };
            let place = organization::find(conn, token.organization)?;
            let _ = writeln!(
                told,
                "{} {state} until {} {}: {}\n  {}; made by {}; used {}",
                token.short_id,
                token.expires_at.rfc3339(),
                place.map_or_else(String::new, |place| place.name),
                token.name,
                token.scopes,
                one.maker_name.as_deref().unwrap_or("a command"),
                token
                    .used_at
                    .map_or_else(|| "never".to_owned(), |at| at.rfc3339()),
            );
            for petition in token.petitions.iter().flatten() {
                let known = petitions::find(conn, petition.cast())?;
                let slug = known.map(|known| known.slug.to_string());
                let _ = writeln!(told, "  only /p/{}", slug.unwrap_or_default());
            }
            for network in &token.networks {
                let _ = writeln!(told, "  only from {network}");
            }
        }
        Ok::<_, db::Error>(told)
    });
    match told.map_err(broken)?.as_str() {
        "" => print("no token\n"),
        told => print(told),
    }
}

/// Ends one, from the next request on, at every instance.
pub(super) fn revoke(settings: &Settings, typed: &str) -> Result<(), Failed> {
    let none = || unknown(format!("there is no token {typed}"));
    let short_id = ShortId::parse(typed).ok_or_else(none)?;
    let db: Db = existing(settings)?;
    let now = Clock::system().now();
    let revoked = db.write_here(|tx| {
        let Some(token) = store::by_short_id(tx, &short_id)? else {
            return Ok(None);
        };
        let is_first = store::revoke(tx, token.id, now)?;
        if is_first {
            let doer = Doer::operator(now);
            doer.did(tx, token.organization, Deed::TOKEN_REVOKED, &token.name)?;
        }
        Ok::<_, db::Error>(Some((token, is_first)))
    });
    match revoked.map_err(broken)?.ok_or_else(none)? {
        (token, true) => print(&format!(
            "{} ({}) opens nothing any more\n",
            token.short_id, token.name
        )),
        (token, false) => print(&format!(
            "{} ({}) had ended already\n",
            token.short_id, token.name
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lifetime_is_days_of_a_year() {
        assert_eq!(lifetime("90d"), Ok(days(90)));
        assert_eq!(lifetime(" 365d"), Ok(days(365)));
        for wrong in ["", "90", "0d", "366d", "-1d", "d", "1y", "99999999d"] {
            assert!(lifetime(wrong).is_err(), "{wrong}");
        }
    }
}
