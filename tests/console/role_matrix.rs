//! Story: every address of the console, for every role, in one's own organization and in another, and for who is signed out.

use crate::account::tokens::{makes, wanted};
use crate::support::answer::Answer;
use crate::support::deliveries::delivery;
use crate::support::page::encoded;
use crate::support::petitions::Plan;
use crate::support::questions::question;
use crate::support::receiver::Receiver;
use crate::support::runs_site::operator;
use crate::support::signers::{sign, signer};
use crate::support::sources::source;
use crate::support::visitor::Visitor;
use crate::support::world::{World, on_both};
use reqwest::Method;
use std::collections::BTreeMap;
use undersigned::account::model::{Organization, Organizer, Role};
use undersigned::account::policy::{Action, may};
use undersigned::account::store::{member, organization_logo, person};
use undersigned::base::{Email, Id, Lang, PersonName, Strictness};
use undersigned::db::Error;
use undersigned::partner::webhook::model::WebhookFormat;
use undersigned::petition::endorsement::model::{OrganizationName, TypedEndorsement};
use undersigned::petition::endorsement::{logo, store as endorsements};
use undersigned::petition::rules::question::QuestionKind;
use undersigned::petition::source::{SourceKind, store as sources};
use undersigned::petition::store::deliveries;
use undersigned::petition::update::{Update, UpdateText, store as updates};
use undersigned::petition::{Kind, Petition};
use undersigned::routes::{Route, TABLE, Who};
use undersigned::signature::SignatureState;
use undersigned::signature::batch::{BatchAct, SignatureBatch};
use undersigned::signature::store::{batches, read};

/// Who may.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Rule {
    /// Whoever is signed in: it is about themselves.
    Own,
    /// Every member of the organization.
    Member,
    /// Members whose role allows this there.
    Needs(Action),
    /// Whoever runs the site, and nobody by a role.
    Operator,
    /// Whoever asked for it, and no colleague.
    Maker,
}

/// The rule of a route; a route without one fails.
fn rule(route: &Route) -> Rule {
    use Action as A;
    let tail = route.path.trim_start_matches("/organize");
    let is_operators = tail == "/operator" || tail.starts_with("/operator/");
    assert_eq!(route.who == Who::Operator, is_operators, "{}", route.path);
    match (route.method, tail) {
        _ if is_operators => Rule::Operator,
        (_, "" | "/sign-out" | "/passphrase" | "/prove" | "/language") => Rule::Own,
        (_, tail)
            if ["/sessions", "/account", "/second-factor"]
                .iter()
                .any(|own| tail.starts_with(own)) =>
        {
            Rule::Own
        }
        (_, "/first/petition") => Rule::Needs(A::CreatePetition),
        (_, tail) if tail.starts_with("/first/") => Rule::Own,
        (_, "/petitions/new") => Rule::Needs(A::CreatePetition),
        ("GET", "/organizations/{id}/people") | (_, "/organizations/{id}/leave") => Rule::Member,
        ("POST", "/organizations/{id}/people") => Rule::Needs(A::ManageMembers),
        (_, "/organizations/{id}/people/{person}/hand-over") => Rule::Needs(A::ManageOwners),
        (_, tail) if tail.starts_with("/organizations/{id}/people/") => {
            Rule::Needs(A::ManageMembers)
        }
        (_, "/organizations/{id}/invitations/{invitation}/revoke") => Rule::Needs(A::ManageMembers),
        (_, "/organizations/{id}/activity" | "/organizations/{id}/activity.csv") => {
            Rule::Needs(A::SeeActivity)
        }
        (_, "/organizations/{id}/logo/{picture}.png") => Rule::Needs(A::SeePetitions),
        (_, "/organizations/{id}/security" | "/organizations/{id}/delete") => {
            Rule::Needs(A::ManageOwners)
        }
        (_, "/organizations/{id}/new-token") => Rule::Needs(A::ManagePrograms),
        (_, tail) if tail.starts_with("/organizations/{id}/tokens") => {
            Rule::Needs(A::ManagePrograms)
        }
        (_, "/organizations/{id}/look" | "/organizations/{id}/logo") => {
            Rule::Needs(A::EditOrganization)
        }
        (_, "/organizations/{id}/beginnings" | "/organizations/{id}/consents") => {
            Rule::Needs(A::EditOrganization)
        }
        (_, "/organizations/{id}/webhooks" | "/organizations/{id}/new-webhook") => {
            Rule::Needs(A::ManageWebhooks)
        }
        (_, tail) if tail.starts_with("/webhooks/{id}") => Rule::Needs(A::ManageWebhooks),
        (_, "/organizations/{id}") => Rule::Needs(A::EditOrganization),
        (_, "/organizations/{id}/logo.png") => Rule::Needs(A::Moderate),
        (_, tail) if tail.starts_with("/updates/") => match tail {
            "/updates/{id}/publish" | "/updates/{id}/take-back" => Rule::Needs(A::PublishPetition),
            "/updates/{id}/preview" => Rule::Needs(A::SeePetitions),
            _ => Rule::Needs(A::EditPetition),
        },
        (_, "/deliveries/{id}" | "/deliveries/{id}/take-back") => Rule::Needs(A::EditPetition),
        (_, tail) if tail.starts_with("/exports/{id}") => Rule::Maker,
        (_, "/signatures/{id}/listing" | "/batches/{id}") => Rule::Needs(A::Moderate),
        (_, "/signatures/{id}/notes") => Rule::Needs(A::Moderate),
        (_, "/signatures/{id}/link") => Rule::Needs(A::SeeSigners),
        (_, "/signatures/{id}/data.json") => Rule::Needs(A::ExportSigners),
        (_, "/signatures/{id}") => Rule::Needs(A::SeeNames),
        (method, tail) => {
            let petition = tail.strip_prefix("/petitions/{id}");
            let page = petition.unwrap_or_else(|| panic!("{}: say who may", route.path));
            petition_rule(method, page)
        }
    }
}

/// The rule of a page of a petition.
fn petition_rule(method: &str, page: &str) -> Rule {
    use Action as A;
    let action = match (method, page) {
        (_, "" | "/preview" | "/picture/{picture}.jpg" | "/share" | "/embed") => A::SeePetitions,
        (_, "/poster" | "/poster.pdf" | "/qr.svg" | "/qr.png" | "/qr.pdf") => A::SeePetitions,
        (_, "/edit" | "/edit/{part}" | "/edit/{part}/versions") => A::EditPetition,
        (_, "/edit/{part}/discard" | "/steps" | "/messages") => A::EditPetition,
        (_, "/picture" | "/picture/remove" | "/updates" | "/updates/new") => A::EditPetition,
        (_, "/delivery") => A::SeeNumbers,
        (_, "/delivery/recipients" | "/delivery/new") => A::EditPetition,
        (_, "/questions" | "/questions/{number}" | "/new-question") => A::EditPetition,
        (_, "/links" | "/partners" | "/new-partner") => A::EditPetition,
        (_, "/links/{code}" | "/partners/{code}" | "/sources/{code}") => A::EditPetition,
        (_, "/partners/{code}/contact") => A::ManageMembers,
        (_, "/template") => A::CreatePetition,
        (_, "/publish") => A::PublishPetition,
        (_, "/close" | "/pause" | "/resume" | "/remove" | "/reopen" | "/archive") => {
            A::ClosePetition
        }
        (_, "/delete") => A::DeleteDraft,
        (_, "/signatures" | "/signatures/letter") => A::SeeSigners,
        (_, "/reasons" | "/held" | "/batches" | "/new-batch" | "/tags") => A::Moderate,
        (_, "/organizations") => A::Moderate,
        (_, "/affiliations" | "/affiliations/undo" | "/affiliations/heading") => A::MergeSpellings,
        (_, "/export" | "/export/organizations") => A::ExportSigners,
        (_, "/delivery/book" | "/delivery/print") => A::ExportSigners,
        (method, page) => panic!("{method} {page}: say who may"),
    };
    Rule::Needs(action)
}
/// What stands in the places of a path.
struct Things {
    petition: Petition,
    member: Id<Organizer>,
    update: String,
    signature: String,
    batch: String,
    delivery: String,
    endorsement: String,
    picture: String,
    logo: String,
    api_token: String,
    webhook: String,
}

const INVITATION: &str = "0193b3a5-0000-7000-8000-000000000002";
impl Things {
    fn path(&self, route: &Route) -> String {
        let id = match route.path {
            path if path.ends_with("/logo.png") => self.endorsement.clone(),
            path if path.starts_with("/organize/organizations/") => {
                self.petition.organization.to_string()
            }
            path if path.starts_with("/organize/updates/") => self.update.clone(),
            path if path.starts_with("/organize/signatures/") => self.signature.clone(),
            path if path.starts_with("/organize/batches/") => self.batch.clone(),
            path if path.starts_with("/organize/deliveries/") => self.delivery.clone(),
            path if path.starts_with("/organize/webhooks/") => self.webhook.clone(),
            _ => self.petition.id.to_string(),
        };
        let is_link = route.path.contains("/links/");
        let path = route.path.replace("{id}", &id);
        let path = path.replace("{code}", if is_link { "table" } else { "slla" });
        let path = path.replace("{number}", "1").replace("{part}", "dates");
        let path = path.replace("{person}", &self.member.to_string());
        let path = path.replace("{invitation}", INVITATION);
        let path = path.replace("{api_token}", &self.api_token);
        let path = path.replace("{token}", &"0".repeat(26));
        let is_logo = route.path.contains("/logo/");
        path.replace(
            "{picture}",
            if is_logo { &self.logo } else { &self.picture },
        )
    }
}

/// Fields without which a form is none: it would be refused before anybody asks who may.
fn fields(route: &Route) -> &'static [(&'static str, &'static str)] {
    match route.path.trim_start_matches("/organize") {
        "/organizations/{id}/people/{person}/role" => &[("role", "editor"), ("was", "analyst")],
        "/petitions/{id}/partners/{code}/contact" => &[("email", "desk@slla.example.org")],
        "/petitions/{id}/edit/{part}/discard" => &[("copy", INVITATION)],
        "/petitions/{id}/new-question" => &[("kind", "tick")],
        "/petitions/{id}/sources/{code}" => &[("to", "pause")],
        "/operator/reports/{id}" => &[("state", "dealt")],
        "/organizations/{id}/tokens/{api_token}/rotate" => &[("ends", "day")],
        "/organizations/{id}/security" => &[("revision", "1"), ("needed", "no")],
        "/petitions/{id}/publish" | "/petitions/{id}/delete" | "/updates/{id}/publish" => {
            &[("revision", "1")]
        }
        "/petitions/{id}/reopen" => &[("revision", "1"), ("closes_on", "")],
        "/petitions/{id}/batches" => &[("act", "hold"), ("because", "score")],
        "/batches/{id}" => &[("then", "agree"), ("seen", "ready")],
        "/webhooks/{id}/state" => &[("to", "paused")],
        "/petitions/{id}/archive" => &[("archived", "yes")],
        "/petitions/{id}/affiliations/undo" => &[("merge", INVITATION)],
        "/petitions/{id}/signatures/letter" => &[("email", "sam@example.org")],
        "/petitions/{id}/organizations" => {
            &[("id", INVITATION), ("seen", "waiting"), ("choice", "show")]
        }
        _ => &[],
    }
}

async fn things(world: &World, n: usize) -> Things {
    let plan = |plan: &mut Plan| {
        plan.slug = format!("letter-{n}");
        plan.settings.organizations_sign = Some(true);
    };
    let petition = world.petition_with(Kind::Letter, plan).await;
    let asked = question(1, QuestionKind::Tick, "Shall we call on you?");
    world.asks(&petition, vec![asked]).await;
    let (now, id) = (world.now(), petition.id);
    sign(
        &world.app().db,
        id,
        SignatureState::Counted,
        vec![signer("Sam Lee")],
        now,
    )
    .await;
    let signature = world
        .read(move |conn| read::newest(conn, id, SignatureState::Counted, None, 1))
        .await;
    let update = Update::draft(id, now);
    let text = UpdateText {
        lang: Lang::EN,
        title: "News".to_owned(),
        body: "At last.".to_owned(),
        body_html: "<p>At last.</p>".to_owned(),
    };
    let told = update.id.to_string();
    let links = world.app().endorsing.links.clone();
    let mailbox = Email::parse(&format!("desk{n}@puente.example.org"), Strictness::Testing);
    let mailbox = mailbox.expect("an address");
    let drawn = crate::support::upload::talkative_png(40, 20);
    let own = logo::make(&drawn).expect("a logo");
    let own_name = own.name.sha256.clone();
    let asked = TypedEndorsement {
        id: Id::new(now),
        petition: id,
        name: OrganizationName::parse("Puente Claro").expect("a name"),
        contact_name: PersonName::parse("Paz").expect("a name"),
        mailbox: links.mailbox(&mailbox),
        contact_email: mailbox,
        logo: Some(logo::make(&drawn).expect("a logo")),
        lang: Lang::EN,
        is_suspect: false,
        browser: None,
        host: None,
        at: now,
    };
    let both = [
        source(id, "table", SourceKind::Link, now),
        source(id, "slla", SourceKind::Partner, now),
    ];
    let batch = SignatureBatch::begun(id, BatchAct::Hold, Id::new(now), now);
    let begun = batch.id.to_string();
    let delivery = delivery(id, now);
    let told_of = delivery.id;
    let organization = petition.organization;
    let (endorsement, address) = (asked.id, format!("member{n}@opendocket.example.org"));
    let address = Email::parse(&address, Strictness::Testing).expect("an address");
    let member = world
        .write(move |tx| {
            updates::insert(tx, &update)?;
            updates::save_texts(tx, update.id, &[text])?;
            endorsements::insert(tx, &asked)?;
            endorsements::confirm(tx, endorsement, now)?;
            for one in &both {
                sources::insert(tx, one)?;
            }
            batches::insert(tx, &batch)?;
            deliveries::insert(tx, &delivery)?;
            let one = person::insert(tx, &address, "A member", Lang::EN, now)?;
            let one = one.ok_or(Error::Duplicate)?;
            member::join(tx, organization, one.id, Role::Analyst, now)?;
            organization_logo::put(tx, organization, (&own.name, &own.png))?;
            Ok::<_, Error>(one.id)
        })
        .await;
    let picture = world.has_picture(&petition).await.small.file.hash.0;
    let token = makes(world, wanted(world, organization, None)).await.token;
    let receiver = Receiver::start().await;
    let (webhook, _) = world
        .has_webhook(&petition, &receiver, &[], WebhookFormat::Thin)
        .await;
    Things {
        api_token: token.id.to_string(),
        webhook: webhook.to_string(),
        petition,
        member,
        update: told,
        signature: signature[0].signature.id.to_string(),
        batch: begun,
        delivery: told_of.to_string(),
        endorsement: endorsement.to_string(),
        picture,
        logo: own_name,
    }
}

/// Asks as the route is asked; a picture comes as one.
async fn asks(who: &Visitor, route: &Route, path: &str, guard: &str) -> Answer {
    if route.method == "GET" {
        return who.gets(path).await;
    }
    if route.path.ends_with("/picture") || route.path.ends_with("/logo") {
        let part = |name: &str, value: &str| {
            format!("--x\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
        };
        let body = format!("{}--x--\r\n", part("guard", guard));
        let request = who
            .asks(Method::POST, path)
            .header("content-type", "multipart/form-data; boundary=x")
            .header("origin", crate::support::world::SITE)
            .header("sec-fetch-site", "same-origin");
        let answer = request.body(body).send().await.expect(path);
        return Answer::of(format!("POST {path}"), answer).await;
    }
    let fields = [fields(route), &[("guard", guard)]].concat();
    who.posts(path, encoded(&fields)).await
}

/// How an answer stands to who asks.
fn verdict(answer: &Answer) -> &'static str {
    match answer.status {
        401 => "signed out",
        403 => "may not",
        404 => "not there",
        303 if answer.header("location").starts_with("/organize/sign-in") => "signed out",
        500.. => "fault",
        _ => "may",
    }
}

async fn joins(world: &World, place: Id<Organization>, who: Id<Organizer>, role: Role) {
    let now = world.now();
    world
        .write(move |tx| member::join(tx, place, who, role, now))
        .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_address_for_every_role() {
    on_both(|world| async move {
        let routes: Vec<&Route> = TABLE
            .iter()
            .filter(|route| matches!(route.who, Who::Organizer | Who::Operator))
            .collect();
        let home = world.petition(Kind::Pledge).await;
        let (ours, theirs) = (things(&world, 0).await, things(&world, 1).await);
        let mut wrong = BTreeMap::new();
        let mut note = |answer: &Answer, who: &str, expected: &str| {
            if verdict(answer) != expected {
                wrong.insert(
                    format!("{}, {who}: {expected}", answer.asked),
                    answer.status,
                );
            }
        };
        for role in Role::ALL {
            let visitor = world.organizer(&home, role).await;
            let guard = visitor
                .answer()
                .page()
                .attribute("input[name=guard]", "value");
            let guard = guard.expect("a guard");
            let address = format!("{role:?}@opendocket.example.org").to_lowercase();
            let address = Email::parse(&address, Strictness::Testing).expect("an address");
            let found = world.read(move |conn| person::by_address(conn, &address));
            let who = found.await.expect("an organizer").organizer.id;
            joins(&world, ours.petition.organization, who, role).await;
            world.looks().await;
            for route in &routes {
                let rule = rule(route);
                if matches!(rule, Rule::Operator | Rule::Maker) {
                    let path = ours.path(route);
                    let other = ["of nobody", &*guard][usize::from(rule == Rule::Maker)];
                    for guard in [&*guard, other] {
                        let answer = asks(&visitor, route, &path, guard).await;
                        note(&answer, &format!("{role:?}, by no role"), "not there");
                    }
                    continue;
                }
                if rule != Rule::Own && route.path.contains('{') {
                    let path = theirs.path(route);
                    let answer = asks(&visitor, route, &path, &guard).await;
                    note(&answer, &format!("{role:?} of another"), "not there");
                }
                let is_allowed = match rule {
                    Rule::Own | Rule::Member => true,
                    Rule::Needs(action) => may(role, action),
                    Rule::Operator | Rule::Maker => false,
                };
                // what a role may press is pressed in the story of each page: here it would change what the next one finds
                if is_allowed && (route.method == "POST" || route.path.contains("{token}")) {
                    continue;
                }
                let answer = asks(&visitor, route, &ours.path(route), &guard).await;
                let expected = if is_allowed { "may" } else { "may not" };
                note(&answer, &format!("{role:?}"), expected);
            }
        }
        let mut visitor = operator(&world).await;
        let page = visitor.goes("/organize/operator").await.answer().page();
        let guard = page.attribute("input[name=guard]", "value");
        let guard = guard.expect("a guard");
        for route in &routes {
            let is_pressed = route.method == "POST" || route.path.contains("{token}");
            let expected = match rule(route) {
                Rule::Own | Rule::Operator if is_pressed => continue,
                Rule::Own | Rule::Operator => "may",
                Rule::Needs(Action::CreatePetition) if !route.path.contains("{id}") => "may not",
                Rule::Member | Rule::Maker | Rule::Needs(_) => "not there",
            };
            let answer = asks(&visitor, route, &ours.path(route), &guard).await;
            note(&answer, "an operator who works nowhere", expected);
        }
        for route in &routes {
            let path = ours.path(route);
            let answer = asks(&world.visitor(), route, &path, "").await;
            note(&answer, "nobody", "signed out");
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    })
    .await;
}
