//! Every address of the program with something real in its places, from the table that serves them.

use super::upload::talkative_png;
use super::visitor::Visitor;
use super::world::{SITE, World};
use undersigned::account::store::organization as organizations;
use undersigned::base::{Color, Email, Id, Lang, PersonName, Strictness, Token};
use undersigned::petition::endorsement::logo;
use undersigned::petition::endorsement::model::{OrganizationName, TypedEndorsement};
use undersigned::petition::endorsement::{self, store as endorsements};
use undersigned::petition::update::{Update, UpdateText, store};
use undersigned::petition::{Kind, Petition};
use undersigned::routes::{Route, TABLE};
use undersigned::web::Theme;

/// A world with a petition, somebody whose signature waits and somebody who is counted.
pub struct Everything {
    pub waiting: Visitor,
    link: String,
    own: String,
    asset: String,
    frame_sheet: String,
    card: String,
    update: String,
    logo: String,
    picture: String,
    organization: String,
}

impl Everything {
    /// Makes them.
    pub async fn of(world: &World) -> Self {
        let petition = world.petition(Kind::Letter).await;
        let mut update = Update::draft(petition.id, world.now());
        assert!(update.publish(world.now()));
        let text = UpdateText {
            lang: Lang::EN,
            title: "We were heard".to_owned(),
            body: "At last.".to_owned(),
            body_html: "<p>At last.</p>".to_owned(),
        };
        let told = update.id.to_string();
        let place = petition.organization;
        world
            .write(move |tx| {
                let found = organizations::locked(tx, place)?;
                let mut desk = found.ok_or(undersigned::db::Error::Refused("no row"))?;
                desk.imprint = vec![(Lang::EN, "12 Quay Street".to_owned())];
                organizations::update(tx, &desk)?;
                store::insert(tx, &update)?;
                store::save_texts(tx, update.id, &[text])
            })
            .await;
        world.looks().await;
        let mut waiting = world.visitor();
        waiting.signs(&petition, "Sam", "sam@example.org").await;
        let link = waiting.reads_mail().await.link();
        let page = world.visitor().gets("/en/p/open-letter").await.page();
        let links = &world.app().confirming.links;
        let token = Token::parse(link.trim_start_matches("/c/")).expect("a token");
        let own = links.own(links.open(&token));
        let asset = page.attribute("link[rel=stylesheet]", "href");
        let frame = world.visitor().gets("/embed/open-letter").await.page();
        let frame = frame.attribute("link[rel=stylesheet]", "href");
        let (logo, organization) = organization(world, petition.id).await;
        let picture = world.has_picture(&petition).await.small.file.hash.0;
        Self {
            waiting,
            logo,
            picture,
            organization,
            own: own.to_string(),
            link,
            asset: asset.expect("a stylesheet"),
            frame_sheet: frame.expect("a stylesheet"),
            card: page
                .attribute("meta[property=\"og:image\"]", "content")
                .expect("a card"),
            update: told,
        }
    }

    /// A path of this route that leads somewhere, if anything of its kind is there.
    pub fn path(&self, route: &Route) -> String {
        let token = |of: &str| of.rsplit('/').next().unwrap_or_default().to_owned();
        let path = route.path.replace("{lang:[a-z]{2,3}(?:-[A-Z]{2})?}", "en");
        let path = path.replace("/organizations/{slug}", "/organizations/open-letter-desk");
        let page = format!("?url={SITE}/en/p/open-letter");
        let path = match path.starts_with("/oembed") {
            true => path + &page,
            false => path.replace("{slug}", "open-letter"),
        };
        let token = if path.starts_with("/m/") {
            self.own.clone()
        } else if path.starts_with("/o/") {
            self.organization.clone()
        } else {
            token(&self.link)
        };
        let path = path.replace("{token}", &token);
        let card = last_of(&self.card);
        let card = card.trim_end_matches(".png");
        let path = path.replace("{card}", card);
        let path = path.replace("/logo/{picture}", &format!("/logo/{}", self.logo));
        let path = path.replace("{picture}", &self.picture);
        let path = path.replace("{strokes}", "354");
        let path = path.replace(
            "/p/open-letter/updates/{id}",
            &format!("/p/open-letter/updates/{}", self.update),
        );
        let sheet = last_of(&self.frame_sheet);
        let path = path.replace("{sheet}", sheet.trim_end_matches(".css"));
        let path = path.replace("{look}", "accent-17603f");
        let theme = Theme::new(Color::rgb(0x5a, 0x25, 0x50), Color::rgb(0x7a, 0x2f, 0x6c));
        let path = path.replace("{theme}", &theme.expect("a theme").to_string());
        let path = path.replace("{code}", "harlow-table");
        let path = path.replace("{name}", &last_of(&self.asset));
        let path = path.replace("{end:/?}", "").replace("{list}", "forms");
        let path = path.replace("{number}", "1").replace("{part}", "dates");
        let path = path.replace("{person}", "0193b3a5-0000-7000-8000-000000000001");
        let path = path.replace("{api_token}", "0193b3a5-0000-7000-8000-000000000003");
        let path = path.replace("{invitation}", "0193b3a5-0000-7000-8000-000000000002");
        path.replace("{id}", "0193b3a5-0000-7000-8000-000000000000")
    }

    /// Every form: what programs send is none (`programs::entry` sends them nonsense).
    pub fn forms() -> impl Iterator<Item = &'static Route> {
        Self::routes("POST").filter(|route| !route.path.starts_with("/api/"))
    }

    /// All routes that answer this method.
    pub fn routes(method: &str) -> impl Iterator<Item = &'static Route> {
        TABLE.iter().filter(move |route| route.method == method)
    }
}

/// An organization that is shown: its logo, and the token of its page.
async fn organization(world: &World, petition: Id<Petition>) -> (String, String) {
    let links = world.app().endorsing.links.clone();
    let email = Email::parse("desk@puente.example.org", Strictness::Testing).expect("an address");
    let logo = logo::make(&talkative_png(40, 20)).expect("a logo");
    let (name, id, now) = (logo.name.sha256.clone(), Id::new(world.now()), world.now());
    let asked = TypedEndorsement {
        id,
        petition,
        name: OrganizationName::parse("Puente Claro").expect("a name"),
        contact_name: PersonName::parse("Paz").expect("a name"),
        mailbox: links.mailbox(&email),
        contact_email: email,
        logo: Some(logo),
        lang: Lang::EN,
        is_suspect: false,
        browser: None,
        host: None,
        at: now,
    };
    world
        .write(move |tx| {
            endorsements::insert(tx, &asked)?;
            endorsements::confirm(tx, id, now)?;
            let shown = (
                endorsement::EndorsementState::Waiting,
                endorsement::EndorsementState::Shown,
            );
            endorsements::decide(tx, petition, id, shown, now)
        })
        .await;
    world.looks().await;
    (name, links.token(id).to_string())
}

fn last_of(path: &str) -> String {
    path.rsplit('/').next().unwrap_or_default().to_owned()
}
