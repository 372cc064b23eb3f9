//! The three petitions of the demo. The companies, organizations and events in them are invented.

use crate::base::time::days;
use crate::base::{Lang, Time};
use crate::petition::rules::kind::Kind;
use crate::petition::rules::picture::PictureText;
use crate::petition::{FieldMap, FieldRule, Settings, SignerField};
use crate::words::Voice;
use std::time::Duration;

/// A petition as it is to be shown.
pub(super) struct Play {
    /// What it is.
    pub(super) kind: Kind,
    /// Which crowd signs it.
    pub(super) seed: u64,
    /// Its place in addresses.
    pub(super) slug: &'static str,
    /// A fixed goal; none moves.
    pub(super) goal: Option<i32>,
    /// What its form asks.
    pub(super) settings: Settings,
    /// English and Spanish, and what it has beside them.
    pub(super) texts: Vec<Text>,
    /// Named on its page from the start.
    pub(super) founders: &'static [&'static str],
    /// What it lets people choose from, each in the languages of its texts.
    pub(super) promises: &'static [&'static [&'static str]],
    /// What the organizers have told since, in English and Spanish: days after the opening, title, text.
    pub(super) news: Option<(u64, [(&'static str, &'static str); 2])>,
    /// Whether its organizers tell what happens next.
    pub(super) has_steps: bool,
    /// What is said of its picture in English and Spanish, where it has one.
    pub(super) picture: Option<[PictureWords; 2]>,
    /// When it was opened.
    pub(super) opened_at: Time,
    /// Its last day.
    pub(super) closes_at: Option<Time>,
    /// When it was closed, if it is over.
    pub(super) closed_at: Option<Time>,
    /// How many confirm in each `step` from the opening on.
    pub(super) confirms: &'static [u64],
    /// A day, or a week.
    pub(super) step: Duration,
    /// How many wait for their mailbox.
    pub(super) waiting: u64,
    /// How many have been set aside.
    pub(super) held: u64,
    /// How many have been taken back.
    pub(super) withdrawn: u64,
}

/// Its text in one language.
pub(super) struct Text {
    pub(super) lang: &'static str,
    pub(super) title: &'static str,
    pub(super) ask: &'static str,
    pub(super) target: &'static str,
    pub(super) body: &'static str,
    /// What the fixed goal means; empty for nothing.
    pub(super) goal_reason: &'static str,
    pub(super) outcome: Option<&'static str>,
}

/// What is said of a picture in one language.
#[derive(Clone, Copy)]
pub(super) struct PictureWords {
    pub(super) lang: Lang,
    pub(super) alt: &'static str,
    pub(super) caption: &'static str,
}

impl PictureWords {
    pub(super) fn of(self) -> PictureText {
        PictureText {
            lang: self.lang,
            alt: self.alt.to_owned(),
            credit: String::new(),
            caption: self.caption.to_owned(),
        }
    }
}

/// Where the dates of all three are told.
pub(super) const TIME_ZONE: &str = "America/Chicago";
/// The night before a day begins there, in hours of UTC (in winter; in summer an hour too late, which shows nowhere).
const MIDNIGHT: i64 = 6;

/// 20 January 2020, 09:00 in Chicago.
const WINTER_2020: Time = Time::from_micros(1_579_532_400_000_000);
/// 11 May 2020, 18:00 there.
const SPRING_2020: Time = Time::from_micros(1_589_238_000_000_000);

/// The three petitions, as they stand `now`.
pub(super) fn all(now: Time) -> [Play; 3] {
    [cameras(), pledge(now), letter(now)]
}

fn letter(now: Time) -> Play {
    Play {
        kind: Kind::Letter,
        seed: 38,
        slug: "legal-research-without-raids",
        goal: None,
        settings: Settings {
            fields: FieldMap::default()
                .with(SignerField::Role, FieldRule::Optional)
                .with(SignerField::Affiliation, FieldRule::Optional),
            ..Settings::default()
        },
        texts: vec![
            Text {
                lang: "en",
                title: "Legal research should not feed deportation",
                ask: "Stop selling personal data to immigration enforcement, and promise in public not to begin again.",
                target: "Brackwell Legal and Pemberly Roe",
                body: include_str!("texts/letter.en.md"),
                goal_reason: "",
                outcome: None,
            },
            Text {
                lang: "es",
                title: "La investigación jurídica no debe alimentar deportaciones",
                ask: "Dejen de vender datos personales a las autoridades migratorias y comprométanse en público a no volver a hacerlo.",
                target: "Brackwell Legal y Pemberly Roe",
                body: include_str!("texts/letter.es.md"),
                goal_reason: "",
                outcome: None,
            },
        ],
        founders: &[
            "Sanctuary Research Network",
            "Harlow Law Students for Immigrant Justice",
            "Ridgemont Library Workers for Privacy",
            "Puente Claro, asesoría legal comunitaria",
        ],
        promises: &[],
        news: Some((
            14,
            [
                (
                    "Brackwell Legal has answered",
                    include_str!("texts/letter-news.en.md"),
                ),
                (
                    "Brackwell Legal respondió",
                    include_str!("texts/letter-news.es.md"),
                ),
            ],
        )),
        has_steps: true,
        picture: Some([
            PictureWords {
                lang: Lang::EN,
                alt: "A wall of index drawers in the dark. One is pulled out, and a thread leads from it to a door with a light on behind it.",
                caption: "A search that begins in a record ends at somebody’s door.",
            },
            PictureWords {
                lang: Lang::ES,
                alt: "Una pared de ficheros en la oscuridad. Un cajón está abierto, y un hilo lleva de él a una puerta con luz detrás.",
                caption: "Una búsqueda que empieza en una ficha termina en la puerta de alguien.",
            },
        ]),
        opened_at: now.minus(days(19)),
        closes_at: Some(midnight_after(now.plus(days(33)))),
        closed_at: None,
        confirms: &[
            28, 46, 31, 22, 15, 11, 8, 10, 7, 12, 9, 6, 8, 27, 38, 24, 17, 13, 26,
        ],
        step: days(1),
        waiting: 6,
        held: 2,
        withdrawn: 2,
    }
}

fn pledge(now: Time) -> Play {
    Play {
        kind: Kind::Pledge,
        seed: 14,
        slug: "not-at-corvane",
        goal: Some(500),
        settings: Settings {
            fields: FieldMap::default().with(SignerField::Affiliation, FieldRule::Optional),
            // students speak to students
            voice: Voice::Familiar,
            ..Settings::default()
        },
        texts: vec![
            Text {
                lang: "en",
                title: "I will not work for Corvane while it builds raid lists",
                ask: "I will not apply to, interview with or take a job at Corvane Analytics until its contracts with immigration enforcement end.",
                target: "",
                body: include_str!("texts/pledge.en.md"),
                goal_reason: "one in ten of those who finish the program this year",
                outcome: None,
            },
            Text {
                lang: "es",
                title: "No trabajaré para Corvane mientras arme listas para redadas",
                ask: "No enviaré solicitudes a Corvane Analytics, ni aceptaré entrevistas o empleos allí, hasta que terminen sus contratos con las autoridades migratorias.",
                target: "",
                body: include_str!("texts/pledge.es.md"),
                goal_reason: "una de cada diez personas que terminan el programa este año",
                outcome: None,
            },
            Text {
                lang: "pt-BR",
                title: "Não vou trabalhar na Corvane enquanto ela montar listas para batidas",
                ask: "Não vou me candidatar, ir a entrevistas nem aceitar emprego na Corvane Analytics até que terminem seus contratos com as autoridades de imigração.",
                target: "",
                body: include_str!("texts/pledge.pt-BR.md"),
                goal_reason: "uma de cada dez pessoas que concluem o programa este ano",
                outcome: None,
            },
        ],
        founders: &[],
        promises: &[
            &[
                "I will not apply for a job or an internship there.",
                "No enviaré ninguna solicitud de empleo o pasantía allí.",
                "Não vou me candidatar a emprego nem a estágio lá.",
            ],
            &[
                "I will not go to their interviews, and I will tell their recruiters why.",
                "No iré a sus entrevistas y diré el motivo a su personal de contratación.",
                "Não vou às entrevistas deles e vou dizer o motivo a quem recruta.",
            ],
            &[
                "I will turn down an offer I have, or leave the job I have there.",
                "Rechazaré la oferta que tengo o dejaré el puesto que ocupo allí.",
                "Vou recusar a proposta que tenho ou deixar o emprego que tenho lá.",
            ],
        ],
        news: None,
        has_steps: false,
        picture: None,
        opened_at: now.minus(days(9)),
        closes_at: None,
        closed_at: None,
        confirms: &[19, 27, 14, 10, 8, 12, 23, 16, 18],
        step: days(1),
        waiting: 3,
        held: 0,
        withdrawn: 1,
    }
}

fn cameras() -> Play {
    Play {
        kind: Kind::Petition,
        seed: 28,
        slug: "no-face-recognition-in-our-stations",
        goal: Some(250),
        settings: Settings {
            fields: FieldMap::default().with(SignerField::Place, FieldRule::Optional),
            ..Settings::default()
        },
        texts: vec![
            Text {
                lang: "en",
                title: "No face recognition in Ridgemont’s stations",
                ask: "End the face recognition pilot in three stations, delete what it collected, and never buy it without a public vote.",
                target: "the Ridgemont City Council",
                body: include_str!("texts/cameras.en.md"),
                goal_reason: "",
                outcome: Some(include_str!("texts/cameras-outcome.en.md")),
            },
            Text {
                lang: "es",
                title: "No al reconocimiento facial en las estaciones de Ridgemont",
                ask: "Pongan fin a la prueba de reconocimiento facial en tres estaciones, eliminen lo recopilado y no lo compren jamás sin una votación pública.",
                target: "el Concejo Municipal de Ridgemont",
                body: include_str!("texts/cameras.es.md"),
                goal_reason: "",
                outcome: Some(include_str!("texts/cameras-outcome.es.md")),
            },
        ],
        founders: &["Ridgemont Riders’ Union", "Sanctuary Research Network"],
        promises: &[],
        news: None,
        has_steps: false,
        picture: None,
        opened_at: WINTER_2020,
        closes_at: None,
        closed_at: Some(SPRING_2020),
        confirms: &[43, 35, 18, 12, 9, 7, 5, 8, 22, 33, 19, 11, 9, 6, 14, 27],
        step: days(7),
        waiting: 0,
        held: 0,
        withdrawn: 3,
    }
}

/// The midnight at the end of that day.
fn midnight_after(time: Time) -> Time {
    const DAY: i64 = 86_400_000_000;
    const HOUR: i64 = 3_600_000_000;
    Time::from_micros((time.day() + 1) * DAY + MIDNIGHT * HOUR)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_fit_their_fields_and_dates_are_those_meant() {
        let now = Time::parse("2026-11-21T21:10:00Z").unwrap();
        for play in all(now) {
            for text in &play.texts {
                assert!(text.title.chars().count() <= 80, "{}", text.title);
                assert!(text.ask.chars().count() <= 300, "{}", text.ask);
                assert_eq!(text.outcome.is_some(), play.closed_at.is_some());
            }
            for promise in play.promises {
                assert_eq!(promise.len(), play.texts.len(), "one in each language");
                assert!(promise.iter().all(|one| one.chars().count() <= 200));
            }
            assert!(crate::base::Slug::parse(play.slug).is_ok());
        }
        assert_eq!(WINTER_2020.rfc3339(), "2020-01-20T15:00:00Z");
        assert_eq!(SPRING_2020.rfc3339(), "2020-05-11T23:00:00Z");
        assert_eq!(midnight_after(now).rfc3339(), "2026-11-22T06:00:00Z");
    }
}
