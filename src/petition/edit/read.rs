//! What the editor's form means: types, or what is wrong at which field.

use super::dates::read_dates;
use super::form::{PetitionForm, asked};
use super::part::EditPart;
use super::promise_lines::{self, Sentence};
use super::texts::read_texts;
use crate::base::{Invalid, Line, Slug, Time};
use crate::petition::model::{Petition, PetitionText, Rewording};
use crate::petition::rules::framing::Framing;
use crate::petition::rules::kind::Kind;
use crate::petition::rules::risk;
use crate::petition::rules::settings::{Guard, Settings};
use crate::petition::rules::signer_field::{FieldMap, FieldRule};
use crate::petition::rules::visibility::Visibility;
use crate::petition::text::lengths::{FOUNDER, FOUNDERS};
use crate::web::WrongFields;
use crate::words::Voice;

/// Highest goal.
const GOAL: i32 = 1_000_000_000;

/// The form, understood.
#[derive(Debug, Clone, PartialEq)]
pub struct PetitionEdit {
    /// What it is.
    pub kind: Kind,
    /// Place in addresses.
    pub slug: Slug,
    /// A fixed goal.
    pub goal: Option<i32>,
    /// IANA name.
    pub time_zone: String,
    /// When it begins to take signatures.
    pub opens_at: Option<Time>,
    /// When it stops taking signatures.
    pub closes_at: Option<Time>,
    /// Form and confirmation.
    pub settings: Settings,
    /// Founding organizations.
    pub founders: Vec<String>,
    /// Each language that has a text.
    pub texts: Vec<PetitionText>,
    /// What people can promise, if it is a pledge.
    pub promises: Vec<Sentence>,
    /// What other words than were signed are called, where that was said.
    pub called: Option<Rewording>,
}

/// Reads the form for this petition, as it was sent from one page. `texts` are those it has: their outcome is not edited here.
///
/// # Errors
/// Everything that is wrong, in the order of the form.
pub fn read(
    typed: &PetitionForm,
    part: EditPart,
    petition: &Petition,
    texts: &[PetitionText],
    now: Time,
) -> Result<PetitionEdit, WrongFields> {
    let mut wrong = WrongFields::default();
    let texts = read_texts(typed, part, petition, texts, &mut wrong);
    let kind = Kind::parse(&typed.kind);
    let promises = promise_lines::read(typed, petition, kind, &mut wrong);
    if kind.is_none() {
        wrong.add("kind", "error-choice");
    }
    let slug = wrong.take("slug", Slug::parse(typed.slug.trim()));
    let founders = wrong.take("founders", read_founders(&typed.founders));
    let goal = wrong.take("goal", read_goal(&typed.goal));
    let dates = read_dates(typed, petition, now, &mut wrong);
    let fields = FieldMap::from_fn(|field| {
        let asked = match typed.fields[field].as_str() {
            // by a page that was opened when there was no such field
            "" => Ok(petition.settings.fields[field]),
            typed => read_asked(typed),
        };
        wrong.take(field.name(), asked).unwrap_or_default()
    });
    let most_public = wrong.take("most_public", read_most(typed));
    let watched_domains = wrong.take("watched_domains", risk::domains(&typed.watched_domains));
    let voice = wrong.take("voice", read_voice(typed, petition));
    let framing = wrong.take(
        "framing",
        Framing::read(&typed.framing, petition.settings.framing),
    );
    let called = wrong.take("rewording", read_rewording(&typed.rewording));
    let whole = (|| {
        let dates = dates?;
        Some(PetitionEdit {
            kind: kind?,
            slug: slug?,
            goal: goal?,
            time_zone: dates.time_zone,
            opens_at: dates.opens_at,
            closes_at: dates.closes_at,
            settings: Settings {
                fields,
                most_public: most_public?,
                names_public: typed.names_public,
                // when a word is asked for is no choice of the form: what looks like a program is asked
                guard: match petition.settings.guard {
                    Guard::Word => Guard::Word,
                    Guard::Adaptive | Guard::Button => Guard::Adaptive,
                },
                discreet: typed.is_discreet,
                high_risk: typed.is_high_risk,
                // since when is known when it is saved
                high_risk_since: petition.settings.high_risk_since,
                listed_in_high_risk: typed.is_listed_in_high_risk,
                watched_domains: watched_domains?,
                household: petition.settings.household,
                organizations_sign: Some(typed.organizations_sign),
                voice: voice?,
                keeps_for: dates.keeps_for,
                framing: framing?,
            }
            .careful(),
            founders: founders?,
            texts,
            promises,
            called: called?,
        })
    })();
    wrong.none_or(whole)
}

fn read_founders(typed: &str) -> Result<Vec<String>, Invalid> {
    let mut names = Vec::new();
    for line in typed.lines() {
        if let Some(name) = Line::<FOUNDER>::optional(line)? {
            names.push(String::from(name));
        }
    }
    if names.len() > FOUNDERS {
        return Err(Invalid::new("error-founders-many"));
    }
    Ok(names)
}

/// Digits, grouped as people of any language group them.
fn read_goal(typed: &str) -> Result<Option<i32>, Invalid> {
    let digits: String = typed
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, ',' | '.' | '\'' | '’'))
        .collect();
    if digits.is_empty() {
        return Ok(None);
    }
    match digits.parse::<i32>() {
        Ok(goal) if (1..=GOAL).contains(&goal) => Ok(Some(goal)),
        _ => Err(Invalid::new("error-goal")),
    }
}

fn read_rewording(typed: &str) -> Result<Option<Rewording>, Invalid> {
    match typed {
        "" => Ok(None),
        typed => Rewording::parse(typed)
            .map(Some)
            .ok_or(Invalid::new("error-choice")),
    }
}

/// Whether a field is asked for.
///
/// # Errors
/// No word of the form.
pub(crate) fn read_asked(typed: &str) -> Result<FieldRule, Invalid> {
    [FieldRule::Off, FieldRule::Optional, FieldRule::Required]
        .into_iter()
        .find(|one| asked(*one) == typed)
        .ok_or(Invalid::new("error-choice"))
}

/// Names cannot be the point of what shows none.
fn read_most(typed: &PetitionForm) -> Result<Visibility, Invalid> {
    let most = Visibility::parse(&typed.most_public).ok_or(Invalid::new("error-choice"))?;
    match typed.names_public && !most.is_named() {
        true => Err(Invalid::new("error-names-hidden")),
        false => Ok(most),
    }
}

/// As it was where the form has no such field: no language of it has a choice.
fn read_voice(typed: &PetitionForm, petition: &Petition) -> Result<Voice, Invalid> {
    match typed.voice.as_deref() {
        None => Ok(petition.settings.voice),
        Some(voice) => Voice::parse(voice).ok_or(Invalid::new("error-choice")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::account::model::Organization;
    use crate::base::time::days;
    use crate::base::{Id, Lang};
    use crate::petition::PetitionState;
    use crate::petition::rules::promises::Promises;
    use crate::petition::rules::signer_field::SignerField;

    fn now() -> Time {
        Time::parse("2026-11-21T12:00:00Z").unwrap()
    }

    fn draft() -> Petition {
        Petition {
            id: Id::new(now()),
            organization: Id::<Organization>::new(now()),
            kind: Kind::Letter,
            slug: Slug::parse("court-records").unwrap(),
            state: PetitionState::Draft,
            lang: Lang::EN,
            goal: None,
            time_zone: "America/New_York".to_owned(),
            opens_at: None,
            closes_at: None,
            published_at: None,
            closed_at: None,
            keeps_last: None,
            archived_at: None,
            settings: Settings::default(),
            revision: 3,
            created_at: now(),
            updated_at: now(),
        }
    }

    fn typed(petition: &Petition) -> PetitionForm {
        let mut typed = PetitionForm::of(
            petition,
            &[],
            &[],
            &Promises::default(),
            &[Lang::EN, Lang::ES],
        );
        let english = typed.texts.first_mut().unwrap();
        english.title = " Court records\u{200B} ".to_owned();
        english.ask = "Make them\r\nfree.".to_owned();
        english.body = "# We ask\r\n\r\n<b>this</b>".to_owned();
        english.is_published = true;
        typed
    }

    fn understood(typed: &PetitionForm, petition: &Petition) -> Result<PetitionEdit, WrongFields> {
        read(typed, EditPart::Text(Lang::EN), petition, &[], now())
    }

    fn wrong(typed: &PetitionForm, petition: &Petition) -> Vec<(String, &'static str)> {
        understood(typed, petition).unwrap_err().list().to_vec()
    }

    #[test]
    fn what_is_typed_becomes_types() {
        let petition = draft();
        let mut typed = typed(&petition);
        typed.goal = "12,500".to_owned();
        typed.closes_on = "2026-12-11".to_owned();
        typed.founders = "Open Docket\r\n\r\n Clinic of Merton ".to_owned();
        typed.fields[SignerField::Role] = "optional".to_owned();
        let read = understood(&typed, &petition).unwrap();
        assert_eq!(read.goal, Some(12_500));
        assert_eq!(read.founders, ["Open Docket", "Clinic of Merton"]);
        assert_eq!(read.settings.fields[SignerField::Role], FieldRule::Optional);
        assert_eq!(
            read.closes_at.map(Time::rfc3339).as_deref(),
            Some("2026-12-12T05:00:00Z")
        );
        let [text] = read.texts.as_slice() else {
            panic!("a language without text is not kept")
        };
        assert_eq!(
            (text.title.as_str(), text.ask.as_str()),
            ("Court records", "Make them free.")
        );
        assert!(text.body_html.contains("<h2>We ask</h2>"));
        assert!(!text.body_html.contains("<b>"));
    }

    #[test]
    fn nobody_is_left_without_the_word_by_a_form() {
        for (was, is) in [
            (Guard::Adaptive, Guard::Adaptive),
            (Guard::Word, Guard::Word),
            (Guard::Button, Guard::Adaptive),
        ] {
            let mut petition = draft();
            petition.settings.guard = was;
            let read = understood(&typed(&petition), &petition).unwrap();
            assert_eq!(read.settings.guard, is);
        }
    }

    #[test]
    fn the_voice_is_chosen_or_stays() {
        let mut petition = draft();
        petition.settings.voice = Voice::Familiar;
        let mut typed = typed(&petition);
        let chosen = |typed: &PetitionForm| {
            let read = understood(typed, &petition).unwrap();
            read.settings.voice
        };
        assert_eq!(chosen(&typed), Voice::Familiar);
        typed.voice = None;
        assert_eq!(chosen(&typed), Voice::Familiar, "a form without the choice");
        typed.voice = Some("formal".to_owned());
        assert_eq!(chosen(&typed), Voice::Formal);
        typed.voice = Some("vos".to_owned());
        let said = wrong(&typed, &petition);
        assert_eq!(said, [("voice".to_owned(), "error-choice")]);
    }

    #[test]
    fn everything_that_is_wrong_is_told_at_once_in_the_order_of_the_form() {
        let petition = draft();
        let mut typed = typed(&petition);
        typed.texts.first_mut().unwrap().title.clear();
        typed.texts.last_mut().unwrap().title = "x".repeat(151);
        typed.kind = "poem".to_owned();
        typed.slug = "Court Records".to_owned();
        typed.founders = "a\n".repeat(41);
        typed.goal = "many".to_owned();
        typed.time_zone = "Merton".to_owned();
        typed.fields[SignerField::Role] = "maybe".to_owned();
        typed.most_public = "place".to_owned();
        typed.names_public = true;
        typed.keeps_for = Some("for ever".to_owned());
        let expected = [
            ("title-en", "error-title-missing"),
            ("title-es", "error-line-long"),
            ("kind", "error-choice"),
            ("slug", "error-slug-shape"),
            ("founders", "error-founders-many"),
            ("goal", "error-goal"),
            ("time_zone", "error-zone"),
            ("keeps_for", "error-keeps"),
            ("role", "error-choice"),
            ("most_public", "error-names-hidden"),
        ];
        let found = wrong(&typed, &petition);
        let found: Vec<_> = found.iter().map(|(f, key)| (f.as_str(), *key)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_date_that_has_passed_and_a_goal_of_nothing_are_refused() {
        let petition = draft();
        let mut typed = typed(&petition);
        typed.goal = "0".to_owned();
        typed.closes_on = "2026-11-20".to_owned();
        assert_eq!(
            wrong(&typed, &petition),
            [
                ("goal".to_owned(), "error-goal"),
                ("closes_on".to_owned(), "error-closes-past")
            ]
        );
    }

    #[test]
    fn an_open_petition_shows_no_half_text_and_may_move() {
        let mut petition = draft();
        petition.state = PetitionState::Open;
        petition.published_at = Some(now().minus(days(1)));
        let mut typed = typed(&petition);
        typed.slug = "elsewhere".to_owned();
        typed.texts.first_mut().unwrap().body.clear();
        assert_eq!(
            wrong(&typed, &petition),
            [("body-en".to_owned(), "error-body-missing")]
        );
        let english = typed.texts.first_mut().unwrap();
        english.body = "b".to_owned();
        english.is_published = false;
        assert_eq!(
            wrong(&typed, &petition),
            [("published-en".to_owned(), "error-none-published")]
        );
        typed.texts.first_mut().unwrap().is_published = true;
        typed.keeps_for = Some("7".to_owned());
        let longer = [("keeps_for".to_owned(), "error-keeps-longer")];
        assert_eq!(wrong(&typed, &petition), longer);
        typed.keeps_for = Some("5".to_owned());
        let read = understood(&typed, &petition).unwrap();
        assert_eq!(read.slug.as_str(), "elsewhere");
        assert_eq!(read.settings.keeps_for.months(), 5);
    }

    #[test]
    fn the_day_that_was_told_never_moves_away() {
        let mut petition = draft();
        petition.closes_at = Time::parse("2026-12-11T22:00:00Z").ok();
        let mut typed = typed(&petition);
        let mut told = |closes_on: &str, months: &str, published_at| {
            typed.closes_on = closes_on.to_owned();
            typed.closes_time.clear();
            typed.keeps_for = Some(months.to_owned());
            petition.published_at = published_at;
            understood(&typed, &petition).map_err(|wrong| wrong.list().len())
        };
        let since = Some(now());
        for (closes_on, months) in [
            ("2026-12-11", "6"),
            ("2027-05-11", "1"),
            ("2026-12-01", "6"),
        ] {
            assert!(
                told(closes_on, months, since).is_ok(),
                "{closes_on} {months}"
            );
        }
        for (closes_on, months) in [("2026-12-12", "6"), ("2027-05-12", "1"), ("", "1")] {
            assert_eq!(
                told(closes_on, months, since).err(),
                Some(1),
                "{closes_on} {months}"
            );
            assert!(told(closes_on, months, None).is_ok(), "nobody was told");
        }
    }

    #[test]
    fn a_pledge_has_its_promises_in_every_language_that_is_shown() {
        let petition = draft();
        let mut typed = typed(&petition);
        typed.kind = "pledge".to_owned();
        typed.texts.first_mut().unwrap().promises = "I will\nI won’t".to_owned();
        let spanish = typed.texts.last_mut().unwrap();
        spanish.title = "Actas".to_owned();
        spanish.promises = "Lo haré".to_owned();
        let promises = understood(&typed, &petition).unwrap().promises;
        let words: Vec<Vec<_>> = promises
            .iter()
            .map(|one| one.iter().map(|(_, words)| words.as_str()).collect())
            .collect();
        assert_eq!(words, [vec!["I will", "Lo haré"], vec!["I won’t"]]);
        typed.texts.last_mut().unwrap().is_published = true;
        let lines = [("promises-es".to_owned(), "error-promises-lines")];
        assert_eq!(wrong(&typed, &petition), lines);
        typed.texts.last_mut().unwrap().promises = "1\n2\n3".to_owned();
        assert_eq!(wrong(&typed, &petition), lines);
        typed.kind = "letter".to_owned();
        assert!(understood(&typed, &petition).unwrap().promises.is_empty());
    }
}
