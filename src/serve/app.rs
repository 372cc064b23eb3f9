//! The parts of the program, and how handlers are given them.

use crate::account::SignInParts;
use crate::account::passphrase::hash::Cost;
use crate::account::token::look::TokenLooks;
use crate::db::Db;
use crate::mail::{Capture, OutboxSignal, OutgoingMail, Pace};
use crate::partner::api::parts::ApiParts;
use crate::partner::embed::frame_cache::FrameCache;
use crate::partner::numbers::cached_json::CachedJson;
use crate::partner::numbers::listeners::Listeners;
use crate::partner::webhook::client::WebhookClient;
use crate::petition;
use crate::petition::Browse;
use crate::petition::browse::set_up::SetUpSeen;
use crate::petition::browse::sitemap::CachedSitemap;
use crate::petition::card::CardCache;
use crate::petition::endorsement::{self, Endorsing};
use crate::petition::update::feed::Feeds;
use crate::routes;
use crate::signature::confirm::queue::Confirming;
use crate::signature::links::Links;
use crate::signature::page::page_cache::PageCache;
use crate::signature::register::shown_register::Register;
use crate::signature::review::reported::RecentReports;
use crate::signature::sign::intake::Intake;
use crate::site::console::doctor::DoctorOnDuty;
use crate::site::console::test_letter::TestLetters;
use crate::site::installation::Installation;
use crate::site::report::send::Reporting;
use crate::tasks::refresh;
use crate::transfer::Exporting;
use crate::web::pictures::limits::PictureLimits;
use crate::web::pictures::served::ServedPictures;
use crate::web::requests::files::Files;
use crate::web::{Error, Site, Surroundings, Uploading};
use actix_web::web::{self, Data, ServiceConfig};

/// Programs that follow a number at once: a quarter of the connections that two threads hold.
const LISTENERS: usize = 6_250;

/// Everything handlers are given. Cheap to clone.
#[derive(Clone)]
pub struct App {
    /// The site.
    pub site: Data<Site>,
    /// The database.
    pub db: Data<Db>,
    /// Texts, numbers, names.
    pub page_cache: Data<PageCache>,
    /// Takes signatures in.
    pub intake: Data<Intake>,
    /// Confirms them.
    pub confirming: Data<Confirming>,
    /// Lets organizers in.
    pub door: Data<SignInParts>,
    /// Takes organizations in.
    pub endorsing: Data<Endorsing>,
    /// Wakes the mail worker.
    pub bell: OutboxSignal,
    /// Links to signatures, codes and words.
    pub links: Links,
    /// Programs that follow a number.
    pub listeners: Data<Listeners>,
    /// What is kept for programs.
    pub api: Data<ApiParts>,
    looks: Data<TokenLooks>,
    feeds: Data<Feeds>,
    frames: Data<FrameCache>,
    card_cache: Data<CardCache>,
    listed: Data<CachedSitemap>,
    files: Data<Files>,
    browse: Data<Browse>,
    /// Shows the names.
    pub register: Data<Register>,
    /// Where lists are written before they leave.
    pub exporting: Data<Exporting>,
    /// Where pictures are read.
    pub pictures: Data<PictureLimits>,
    served: Data<ServedPictures>,
    uploading: Data<Uploading>,
    reported: Data<RecentReports>,
    /// Takes reports about pages.
    pub reporting: Data<Reporting>,
    below: Data<Surroundings>,
    pace: Data<Pace>,
    tests: Data<TestLetters>,
    /// What the settings say, for the operator's pages.
    pub installation: Data<Installation>,
    /// Looks whether all is well, where the settings are known.
    pub doctor: Option<Data<DoctorOnDuty>>,
    /// How mail goes out.
    pub outgoing: Data<OutgoingMail>,
    set_up: Data<SetUpSeen>,
    captured: Option<Data<Capture>>,
    /// How receivers of webhooks are reached.
    pub webhook_client: WebhookClient,
}

impl App {
    /// Puts the parts together and fills the memory.
    ///
    /// # Errors
    /// One line for the operator.
    pub fn open(
        db: Db,
        site: Site,
        browse: bool,
        captured: Option<Capture>,
    ) -> Result<Self, String> {
        let fault = |what: &str| format!("cannot start: {what}");
        let page_cache = PageCache::default();
        let links = Links::new(&site.secrets);
        let bell = OutboxSignal::default();
        let pace = Pace::new(&site.clock);
        let every_pace = Data::new(pace.clone());
        let tests = Data::new(TestLetters::new(&site.clock));
        let installation = Data::new(Installation::since(site.clock.now()));
        let (own_pace, own_bell) = (pace.clone(), bell.clone());
        let intake = Intake::start(&db, &site.clock, links.clone(), own_pace, own_bell)
            .map_err(|error| fault(&error.to_string()))?;
        let (own_links, own_pace) = (links.clone(), pace.clone());
        let confirming = Confirming::start(
            &db,
            &site.clock,
            own_links,
            &page_cache,
            own_pace,
            bell.clone(),
        )
        .map_err(|error| fault(&error.to_string()))?;
        let door = SignInParts::new(&site, Cost::FULL, bell.clone());
        let api = ApiParts::new(&site.clock);
        let own = endorsement::link::Links::new(&site.secrets);
        let pictures = PictureLimits::new(&site.clock);
        let endorsing = Endorsing::new(&site.clock, own, pictures.clone(), pace, bell.clone());
        let register = Register::new(
            &site.clock,
            page_cache.petition_cache.clone(),
            page_cache.count_cache.clone(),
        );
        let reporting = Reporting::new(&site.clock);
        let below = petition::page::layout::below(page_cache.petition_cache.clone());
        let app = Self {
            site: Data::new(site),
            db: Data::new(db),
            page_cache: Data::new(page_cache),
            intake: Data::new(intake),
            confirming: Data::new(confirming),
            door: Data::new(door),
            endorsing: Data::new(endorsing),
            bell,
            links,
            listeners: Data::new(Listeners::new(LISTENERS)),
            looks: Data::default(),
            feeds: Data::default(),
            frames: Data::default(),
            card_cache: Data::default(),
            listed: Data::default(),
            files: Data::default(),
            browse: Data::new(Browse(browse)),
            register: Data::new(register),
            exporting: Data::default(),
            pictures: Data::new(pictures),
            served: Data::default(),
            uploading: Data::default(),
            reported: Data::default(),
            api: Data::new(api),
            reporting: Data::new(reporting),
            below: Data::new(below),
            pace: every_pace,
            tests,
            installation,
            doctor: None,
            outgoing: Data::new(OutgoingMail::captured(None)),
            set_up: Data::default(),
            captured: captured.map(Data::new),
            webhook_client: WebhookClient::new(None, &[])?,
        };
        app.refresh()?;
        Ok(app)
    }

    /// Reads what the database holds into memory.
    ///
    /// # Errors
    /// One line for the operator.
    pub fn refresh(&self) -> Result<(), String> {
        let now = self.site.clock.now();
        self.db
            .read_here(|conn| refresh(conn, &self.page_cache, now))
            .map_err(|error| format!("cannot start: {error}"))
    }

    /// Hands the parts to actix, and the routes.
    pub fn configure(&self, config: &mut ServiceConfig) {
        config
            .app_data(self.site.clone())
            .app_data(self.db.clone())
            .app_data(self.page_cache.clone())
            .app_data(Data::new(self.page_cache.petition_cache.clone()))
            .app_data(Data::new(self.page_cache.count_cache.clone()))
            .app_data(self.below.clone())
            .app_data(Data::new(self.page_cache.update_cache.clone()))
            .app_data(Data::new(self.page_cache.endorsement_cache.clone()))
            .app_data(Data::new(self.page_cache.source_cache.clone()))
            .app_data(self.endorsing.clone())
            .app_data(self.pictures.clone())
            .app_data(self.served.clone())
            .app_data(self.uploading.clone())
            .app_data(self.api.clone())
            .app_data(self.looks.clone())
            .app_data(self.feeds.clone())
            .app_data(self.frames.clone())
            .app_data(self.card_cache.clone())
            .app_data(self.listed.clone())
            .app_data(self.intake.clone())
            .app_data(self.confirming.clone())
            .app_data(self.door.clone())
            .app_data(Data::new(self.bell.clone()))
            // each thread keeps its own: what two threads take turns at costs more than what is kept twice
            .app_data(Data::new(CachedJson::default()))
            .app_data(self.listeners.clone())
            .app_data(self.files.clone())
            .app_data(self.browse.clone())
            .app_data(self.register.clone())
            .app_data(self.exporting.clone())
            .app_data(self.reported.clone())
            .app_data(self.reporting.clone())
            .app_data(self.pace.clone())
            .app_data(self.tests.clone())
            .app_data(self.installation.clone())
            .app_data(self.outgoing.clone())
            .app_data(self.set_up.clone());
        if let Some(doctor) = &self.doctor {
            config.app_data(doctor.clone());
        }
        if let Some(captured) = &self.captured {
            config.app_data(captured.clone());
            routes::configure_captured(config);
        }
        routes::configure(config);
        config.default_service(web::to(nothing));
    }
}

async fn nothing() -> Result<&'static str, Error> {
    Err(Error::NOT_FOUND)
}
