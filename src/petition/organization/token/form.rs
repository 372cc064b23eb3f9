//! The form of a new token.

use crate::account::model::Organization;
use crate::account::token::add::WantedToken;
use crate::account::token::model::{
    ApiToken, LONGEST, MOST_LIMITS, TokenName, TokenPetition, network,
};
use crate::account::token::scope::{Scope, Scopes};
use crate::base::time::days;
use crate::base::{Id, Time};
use crate::petition::model::Petition;
use crate::web::{Fields, Named, TextField, WrongFields, by_name};
use ipnet::IpNet;
use serde::{Deserialize, Deserializer};

/// Days a token lives unless something else is typed.
const DAYS: u16 = 90;
/// Most characters of the networks.
const NETWORKS: usize = 3_000;

/// What is typed: `scope-people-read` and `petition-` with an id are boxes.
#[derive(Debug, Clone)]
pub struct TokenForm {
    /// The key the token gets: a form that is sent twice makes one token.
    pub(super) id: String,
    pub(super) name: String,
    pub(super) scopes: Vec<Scope>,
    pub(super) petitions: Vec<Id<Petition>>,
    pub(super) networks: String,
    pub(super) days: String,
}

impl Default for TokenForm {
    fn default() -> Self {
        Self {
            id: String::new(),
            name: String::new(),
            scopes: Vec::new(),
            petitions: Vec::new(),
            networks: String::new(),
            days: DAYS.to_string(),
        }
    }
}

impl Fields for TokenForm {
    const TEXTS: &'static [TextField] = &[
        TextField::one("name", "token-name", 80),
        TextField::one("networks", "token-networks", NETWORKS),
    ];
}

impl<'de> Deserialize<'de> for TokenForm {
    fn deserialize<D: Deserializer<'de>>(from: D) -> std::result::Result<Self, D::Error> {
        by_name(from)
    }
}

/// The name of a scope's box.
pub(super) fn box_of(scope: Scope) -> String {
    format!("scope-{}", scope.as_str().replace(':', "-"))
}

impl Named for TokenForm {
    fn put(&mut self, name: &str, value: String) -> bool {
        let is_ticked = value == "1";
        match name {
            "id" => self.id = value,
            "name" => self.name = value,
            "networks" => self.networks = value,
            "days" => self.days = value,
            other => {
                let mut scopes = Scope::ALL.into_iter();
                let scope = scopes.find(|scope| box_of(*scope) == other);
                let petition = other.strip_prefix("petition-").map(Id::parse);
                match (scope, petition) {
                    (Some(scope), _) => self.scopes.extend(is_ticked.then_some(scope)),
                    (None, Some(Ok(id))) => self.petitions.extend(is_ticked.then_some(id)),
                    (None, _) => return false,
                }
            }
        }
        true
    }
}

impl TokenForm {
    /// An empty one, for a token that is to be made once.
    pub(super) fn new(now: Time) -> Self {
        Self {
            id: Id::<ApiToken>::new(now).to_string(),
            ..Self::default()
        }
    }

    /// The token that is wanted; `known` are the organization's petitions.
    pub(super) fn read(
        &self,
        organization: Id<Organization>,
        known: &[Id<Petition>],
        now: Time,
    ) -> std::result::Result<WantedToken, WrongFields> {
        let mut wrong = WrongFields::default();
        let name = wrong.take("name", TokenName::parse(&self.name));
        let scopes: Scopes = self.scopes.iter().copied().collect();
        if scopes.is_empty() {
            wrong.add("scopes", "error-token-scopes");
        }
        let is_known = self.petitions.iter().all(|id| known.contains(id));
        if !is_known || self.petitions.len() > MOST_LIMITS {
            wrong.add("petitions", "error-token-petitions");
        }
        let networks = networks(&self.networks);
        if networks.is_none() {
            wrong.add("networks", "error-token-networks");
        }
        let lifetime = self.days.trim().parse::<u16>().ok();
        let lifetime = lifetime.map(|many| days(many.into()));
        let lifetime = lifetime.filter(|span| !span.is_zero() && *span <= LONGEST);
        if lifetime.is_none() {
            wrong.add("days", "error-token-days");
        }
        let limits: Vec<Id<TokenPetition>> = self.petitions.iter().map(|id| id.cast()).collect();
        let whole = name.zip(networks).zip(lifetime);
        wrong.none_or(whole.map(|((name, networks), lifetime)| WantedToken {
            id: Id::parse(&self.id).ok(),
            organization,
            name: name.as_str().to_owned(),
            scopes,
            petitions: (!limits.is_empty()).then_some(limits),
            networks,
            expires_at: now.plus(lifetime),
            made_by: None,
        }))
    }
}

/// Networks, one a line or with commas. None where one of them is none, or they are too many.
fn networks(typed: &str) -> Option<Vec<IpNet>> {
    let all = typed.split(['\n', ',', ' ']).map(str::trim);
    let read: Option<Vec<IpNet>> = all.filter(|one| !one.is_empty()).map(network).collect();
    read.filter(|all| all.len() <= MOST_LIMITS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_stands_at_its_field() {
        let now = Time::from_micros(1_800_000_000_000_000);
        let (place, petition) = (Id::new(now), Id::<Petition>::new(now));
        let fine = TokenForm {
            name: "CRM".to_owned(),
            scopes: vec![Scope::PeopleRead],
            petitions: vec![petition],
            networks: "192.0.2.0/24,\r\n2001:db8::1\n".to_owned(),
            ..TokenForm::new(now)
        };
        let wanted = fine.read(place, &[petition], now).unwrap();
        assert_eq!(wanted.networks.len(), 2);
        assert_eq!(wanted.petitions, Some(vec![petition.cast()]));
        assert_eq!(wanted.expires_at, now.plus(days(90)));
        let wrong = |change: &dyn Fn(&mut TokenForm)| {
            let mut form = fine.clone();
            change(&mut form);
            let wrong = form.read(place, &[petition], now).unwrap_err();
            wrong
                .list()
                .iter()
                .map(|(field, _)| field.clone())
                .collect::<Vec<_>>()
        };
        assert_eq!(wrong(&|form| form.name = " ".to_owned()), ["name"]);
        assert_eq!(wrong(&|form| form.scopes.clear()), ["scopes"]);
        assert_eq!(
            wrong(&|form| form.petitions = vec![Id::new(now)]),
            ["petitions"]
        );
        assert_eq!(
            wrong(&|form| form.networks = "office".to_owned()),
            ["networks"]
        );
        for days in ["", "0", "366", "-1", "ninety"] {
            assert_eq!(
                wrong(&|form| form.days = days.to_owned()),
                ["days"],
                "{days}"
            );
        }
    }
}
