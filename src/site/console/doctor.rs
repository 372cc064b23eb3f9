//! POST /organize/operator/doctor: looks at everything now, from outside too, and tells what was found. Nothing is stored.

use crate::account::OperatorForm;
use crate::account::session::press::PressFields;
use crate::site::doctor::examined::Doctor;
use crate::site::finding::Finding;
use crate::web::answers::answer::private_page;
use crate::web::page::Frame;
use crate::web::{Error, OneAtATime, Result, Site, urls};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;

/// Seconds until the one who looks is surely done.
const WAIT: u32 = 30;

/// Looks, for one operator at a time.
pub struct DoctorOnDuty {
    doctor: Doctor,
    place: OneAtATime,
}

impl DoctorOnDuty {
    /// This one.
    #[must_use]
    pub fn new(doctor: Doctor) -> Self {
        Self {
            doctor,
            place: OneAtATime::new(1),
        }
    }
}

#[derive(Template)]
#[template(path = "site/console/doctor.html")]
struct DoctorPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    findings: Vec<Finding>,
    /// How many of them ask for something.
    to_do: usize,
    doctor_action: String,
    health_href: String,
}

/// The page.
///
/// # Errors
/// 404 for who is no operator, and where the program was started without settings; 429 while somebody else's look goes on.
pub async fn post(
    site: Data<Site>,
    doctor: Option<Data<DoctorOnDuty>>,
    sent: OperatorForm<PressFields>,
) -> Result {
    let doctor = doctor.ok_or(Error::NOT_FOUND)?;
    let busy = Error::too_many(WAIT).saying("operator-doctor-busy");
    let _place = doctor.place.enter().await.ok_or(busy)?;
    let actor = sent.actor;
    let words = actor.words(&site);
    let w: &Words = &words;
    let findings = doctor.doctor.examine(w).await;
    let to_do = findings.iter().filter(|one| one.verdict.asks()).count();
    private_page(
        StatusCode::OK,
        &DoctorPage {
            frame: actor.console_frame(&site, w, &urls::operator(), w.say("operator-doctor")),
            w,
            findings,
            to_do,
            doctor_action: urls::operator_doctor(),
            health_href: urls::operator(),
        },
    )
}
