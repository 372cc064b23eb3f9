//! Who signs, and when: the same people in the same order each time, their moments counted back from now.

use super::dice::Dice;
use super::people;
use super::petitions::Play;
use super::places::{campus, district, walk_of_life};
use super::sources;
use crate::base::texts::text;
use crate::base::time::{minutes, seconds};
use crate::base::{Email, Id, Lang, Strictness, Time};
use crate::petition::{FieldMap, Founder, Kind, PledgeOption, Replies, SignerField, Visibility};
use crate::signature::model::Signer;
use std::collections::HashSet;
use std::time::Duration;

/// Somebody who fills the form in.
pub(super) struct Visitor {
    pub(super) signer: Signer,
    pub(super) email: Email,
    pub(super) lang: Lang,
    pub(super) source: Option<String>,
    /// When the form was sent.
    pub(super) signed_at: Time,
}

/// Makes visitors, no two of one name or address.
pub(super) struct Crowd {
    dice: Dice,
    /// What they like to be seen of them.
    taste: Dice,
    /// What they promise.
    word: Dice,
    kind: Kind,
    asks_place: bool,
    known: HashSet<String>,
}

/// Hosts of invented mailboxes.
const HOSTS: &[&str] = &[
    "harlow.example",
    "merton-law.example",
    "calderbay.example",
    "northfold.example",
    "posta.example",
    "correo.example",
    "mailbox.example",
];

/// For names that have no letter of an address in them.
const NICKNAMES: &[&str] = &[
    "blue.kettle",
    "quiet.river",
    "paper.boat",
    "second.row",
    "night.bus",
    "loose.leaf",
];

/// Nobody has these in an address.
const TITLES: &[&str] = &["prof", "emer", "sister"];

/// How many of a hundred are listed publicly, and say yes to updates.
const PUBLIC: u64 = 60;
const UPDATES: u64 = 44;
/// How many of those listed publicly leave out what stands beside their name, and how many give a
/// place where it is asked.
const NAME_ALONE: u64 = 12;
const PLACED: u64 = 70;
/// How many of a hundred make the first promise they read, else go on to the next.
const FIRST_PROMISE: u64 = 45;
/// How many of those who want mail let another founding organization write.
const TICKS: u64 = 40;

impl Crowd {
    /// The crowd of one petition.
    pub(super) fn of(play: &Play) -> Self {
        Self {
            dice: Dice::new(play.seed),
            taste: Dice::new(play.seed + 1_000),
            word: Dice::new(play.seed + 2_000),
            kind: play.kind,
            asks_place: play.settings.fields.asks(SignerField::Place),
            known: HashSet::new(),
        }
    }

    /// Somebody who signs then.
    pub(super) fn visitor(&mut self, signed_at: Time) -> Option<Visitor> {
        let dice = &mut self.dice;
        let (mut name, mut is_spanish) = people::name(dice);
        while !self.known.insert(name.clone()) {
            (name, is_spanish) = people::name(dice);
        }
        let (role, affiliation) = match self.kind {
            Kind::Letter => walk_of_life(dice, is_spanish),
            Kind::Pledge => (None, campus(dice)),
            Kind::Petition => (None, None),
        };
        let (is_public, wants_updates) = (dice.falls(PUBLIC), dice.falls(UPDATES));
        let taste = &mut self.taste;
        let place = (self.asks_place && taste.falls(PLACED)).then(|| district(taste).to_owned());
        let visibility = match (is_public, taste.falls(NAME_ALONE), &place) {
            (true, true, _) => Visibility::Name,
            (true, false, _) => Visibility::Detail,
            (false, _, Some(_)) => Visibility::Place,
            (false, _, None) => Visibility::Counted,
        };
        let source = dice.falls(45).then(|| dice.pick(sources::CODES).to_owned());
        let email = self.address(&name)?;
        Some(Visitor {
            signer: Signer {
                replies: Replies::default(),
                name,
                email: email.deliver().to_owned(),
                fields: FieldMap::default()
                    .with(SignerField::Role, role)
                    .with(SignerField::Affiliation, affiliation)
                    .with(SignerField::Place, place),
                wants_updates,
                opted_in_to: Vec::new(),
                opted_in_partner: None,
                visibility,
            },
            email,
            lang: if is_spanish { Lang::ES } else { Lang::EN },
            source,
            signed_at,
        })
    }

    /// Whose boxes somebody ticks who wants to hear of the campaign; one at least.
    pub(super) fn ticks(&mut self, wants: bool, founders: &[Founder]) -> Vec<Id<Founder>> {
        let mut ticked: Vec<_> = Vec::new();
        for (place, founder) in founders.iter().enumerate() {
            if wants && (self.taste.falls(TICKS) || place == 0) {
                ticked.push(founder.id);
            }
        }
        ticked
    }

    /// Which of these promises somebody makes: the first more than the second, and so on.
    pub(super) fn promise(&mut self, choices: &[PledgeOption]) -> Option<Id<PledgeOption>> {
        let likely = choices.iter().find(|_| self.word.falls(FIRST_PROMISE));
        likely.or(choices.first()).map(|one| one.id)
    }

    fn address(&mut self, name: &str) -> Option<Email> {
        let plain: String = text::fold(name)
            .chars()
            .filter(|c| c.is_ascii_alphanumeric() || *c == ' ')
            .collect();
        let words: Vec<&str> = plain
            .split(' ')
            .filter(|word| word.len() > 2 && !TITLES.contains(word))
            .take(2)
            .collect();
        let local = match words.as_slice() {
            [] => self.dice.pick(NICKNAMES).to_owned(),
            words => words.join("."),
        };
        let host = self.dice.pick(HOSTS);
        (1..)
            .map(|n| match n {
                1 => format!("{local}@{host}"),
                n => format!("{local}{n}@{host}"),
            })
            .find(|address| self.known.insert(address.clone()))
            .and_then(|address| Email::parse(&address, Strictness::Testing).ok())
    }

    /// When they sign, in order: by day more than by night; under an open petition a few just now.
    pub(super) fn moments(&mut self, play: &Play) -> Vec<Time> {
        let mut moments = Vec::new();
        let mut from = play.opened_at;
        for (step, count) in (1..).zip(play.confirms) {
            let is_last = play.confirms.len() == step && play.closed_at.is_none();
            let end = from.plus(play.step);
            let late = if is_last { JUST_NOW } else { &[] };
            moments.extend(late.iter().map(|ago| end.minus(*ago)));
            let rest = count.saturating_sub(u64::try_from(late.len()).unwrap_or(0));
            let span = play
                .step
                .saturating_sub(if is_last { minutes(50) } else { Duration::ZERO });
            moments.extend((0..rest).map(|_| self.moment(from, span)));
            from = end;
        }
        moments.sort_unstable();
        moments
    }

    /// A moment in that span, more likely by day.
    pub(super) fn moment(&mut self, from: Time, span: Duration) -> Time {
        let end = u64::try_from(span.as_micros()).unwrap_or(0);
        let mut moment = from;
        for _ in 0..8 {
            moment = from.plus(Duration::from_micros(self.dice.below(end)));
            // seven hours of sleep, six hours west of Greenwich
            let is_night = (moment.hour() - 6).rem_euclid(24) < 7;
            if !is_night || self.dice.falls(10) {
                break;
            }
        }
        moment
    }

    /// How long they take from the form to their mailbox.
    pub(super) fn delay(&mut self) -> Duration {
        seconds(35 + self.dice.below(85))
    }
}

/// How long ago the last ones signed.
const JUST_NOW: &[Duration] = &[
    minutes(47),
    minutes(29),
    minutes(18),
    minutes(9),
    minutes(4),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::petitions;

    #[test]
    fn a_crowd_is_the_same_each_time_and_no_two_in_it_are() {
        let now = Time::parse("2026-11-21T21:10:00Z").unwrap();
        for play in petitions::all(now) {
            let people = || {
                let mut crowd = Crowd::of(&play);
                let moments = crowd.moments(&play);
                assert!(moments.is_sorted() && moments.iter().all(|at| *at < now));
                let all = moments.into_iter().map(|at| crowd.visitor(at).unwrap());
                all.map(|one| (one.signer.email.clone(), one.signer))
                    .collect::<Vec<_>>()
            };
            let first = people();
            assert_eq!(first, people());
            let wanted = play.confirms.iter().sum::<u64>();
            assert_eq!(u64::try_from(first.len()), Ok(wanted));
            let mailboxes: HashSet<_> = first.iter().map(|(email, _)| email).collect();
            assert_eq!(mailboxes.len(), first.len());
            assert!(mailboxes.iter().all(|email| email.ends_with(".example")));
            let is_public = |(_, signer): &&(String, Signer)| signer.visibility.is_named();
            let public = first.iter().filter(is_public).count();
            assert!((50..70).contains(&(public * 100 / first.len())));
            let latest = first.iter().rev().take(5);
            assert!(latest.filter(is_public).count() >= 3);
        }
    }
}
