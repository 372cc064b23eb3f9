//! Organizations beside the people of the letter, some with a logo that is drawn here.

use crate::base::time::{days, hours};
use crate::base::{Email, Id, Lang, PersonName, Strictness, Time};
use crate::db::{Error, Result, Tx};
use crate::petition::endorsement::link::Links;
use crate::petition::endorsement::logo;
use crate::petition::endorsement::model::{OrganizationName, TypedEndorsement};
use crate::petition::endorsement::{EndorsementState, Logo, store};
use crate::petition::{Kind, Petition};
use image::{DynamicImage, Rgba, RgbaImage};

/// One of them.
struct Play {
    name: &'static str,
    contact: &'static str,
    email: &'static str,
    lang: Lang,
    logo: Option<Mark>,
    /// Waits for the organizers.
    is_waiting: bool,
}

/// A drawing.
#[derive(Clone, Copy)]
enum Mark {
    /// Books on a shelf.
    Shelf,
    /// A ring, open at its side.
    Ring,
}

const ALL: &[Play] = &[
    Play {
        name: "Ridgemont Library Workers for Privacy",
        contact: "Odile Brandvold",
        email: "odile@library-workers.example",
        lang: Lang::EN,
        logo: Some(Mark::Shelf),
        is_waiting: false,
    },
    Play {
        name: "Puente Claro, asesoría legal comunitaria",
        contact: "Inés Quiroga Tamayo",
        email: "ines@puente-claro.example",
        lang: Lang::ES,
        logo: Some(Mark::Ring),
        is_waiting: false,
    },
    Play {
        name: "Harlow Immigration Clinic",
        contact: "Tunde Afolayan",
        email: "clinic@harlow-clinic.example",
        lang: Lang::EN,
        logo: None,
        is_waiting: false,
    },
    Play {
        name: "Merton Association of Court Reporters",
        contact: "Pia Lindqvist",
        email: "office@merton-reporters.example",
        lang: Lang::EN,
        logo: None,
        is_waiting: false,
    },
    Play {
        name: "Tenants’ Union of Ridgemont",
        contact: "Joon-ho Baek",
        email: "joonho@ridgemont-tenants.example",
        lang: Lang::EN,
        logo: None,
        is_waiting: false,
    },
    Play {
        name: "Archivistas por el Derecho a Saber",
        contact: "Remedios Alba",
        email: "remedios@archivistas.example",
        lang: Lang::ES,
        logo: None,
        is_waiting: false,
    },
    Play {
        name: "Wexcombe Students for Open Records",
        contact: "Hana Vrba",
        email: "hana@wexcombe-students.example",
        lang: Lang::EN,
        logo: None,
        is_waiting: true,
    },
];

/// Lets them sign; only the letter is signed by organizations here.
pub(super) fn endorse(
    tx: &mut Tx<'_>,
    links: &Links,
    petition: &Petition,
    opened_at: Time,
    now: Time,
) -> Result<()> {
    if petition.kind != Kind::Letter {
        return Ok(());
    }
    for (day, play) in (1_u64..).zip(ALL) {
        let at = match play.is_waiting {
            true => now.minus(hours(5)),
            false => opened_at.plus(days(day)),
        };
        let asked = asked(links, petition.id, play, at).ok_or(Error::Refused("organization"))?;
        store::insert(tx, &asked)?;
        store::confirm(tx, asked.id, at.plus(hours(1)))?;
        if !play.is_waiting {
            let shown = (EndorsementState::Waiting, EndorsementState::Shown);
            store::decide(tx, petition.id, asked.id, shown, at.plus(hours(4)))?;
        }
    }
    Ok(())
}

fn asked(links: &Links, petition: Id<Petition>, play: &Play, at: Time) -> Option<TypedEndorsement> {
    let email = Email::parse(play.email, Strictness::Testing).ok()?;
    let logo = match play.logo {
        Some(mark) => Some(draw(mark)?),
        None => None,
    };
    Some(TypedEndorsement {
        id: Id::new(at),
        petition,
        name: OrganizationName::parse(play.name).ok()?,
        contact_name: PersonName::parse(play.contact).ok()?,
        mailbox: links.mailbox(&email),
        contact_email: email,
        logo,
        lang: play.lang,
        is_suspect: false,
        browser: None,
        host: None,
        at,
    })
}

const INK: Rgba<u8> = Rgba([31, 61, 92, 255]);
const RED: Rgba<u8> = Rgba([172, 60, 44, 255]);
const NOTHING: Rgba<u8> = Rgba([0, 0, 0, 0]);

fn draw(mark: Mark) -> Option<Logo> {
    let picture = match mark {
        Mark::Shelf => RgbaImage::from_fn(240, 120, |x, y| {
            let (book, across) = (x / 30, x % 30);
            let top = [18, 34, 10, 26, 40, 14, 30, 22];
            let height = usize::try_from(book).ok().and_then(|book| top.get(book));
            match height {
                _ if y >= 108 => INK,
                Some(height) if y >= *height && across >= 4 => match book % 3 {
                    1 => RED,
                    _ => INK,
                },
                _ => NOTHING,
            }
        }),
        Mark::Ring => RgbaImage::from_fn(160, 160, |x, y| {
            let from_middle = |side: u32| i64::from(side) - 80;
            let (across, down) = (from_middle(x), from_middle(y));
            let far = across * across + down * down;
            match far {
                2_900..=5_600 if across < 44 => RED,
                0..=500 => INK,
                _ => NOTHING,
            }
        }),
    };
    logo::write(&DynamicImage::ImageRgba8(picture)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_of_them_are_what_a_form_would_take() {
        let links = Links::new(&crate::base::Secrets::for_test());
        let now = Time::parse("2026-11-21T21:10:00Z").unwrap();
        for play in ALL {
            let asked = asked(&links, Id::new(now), play, now).expect(play.name);
            assert!(play.email.ends_with(".example"), "{}", play.email);
            let small = asked.logo.is_none_or(|logo| logo.png.len() < 4_000);
            assert!(small, "{}", play.name);
        }
    }
}
