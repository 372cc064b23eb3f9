//! Every address of the program on one page: method, path, who may, limit, and the use case that
//! answers. `undersigned routes` prints this very table.

use crate::account::access::{
    change_password, forgot, prove, reset, sessions, sign_in, sign_in_code, sign_out,
};
use crate::account::activity;
use crate::account::joining::{first_organization, leave_first_run, set_up};
use crate::account::people;
use crate::account::profile::{self, confirm_address, switch_language};
use crate::account::second_factor::{self, renew_codes, set_up as set_up_factor, turn_off};
use crate::mail::captured;
use crate::partner::api::{
    document as api_document, entry, people as api_people, petitions as api_petitions,
    questions as api_questions, signatures as api_signatures, tags as api_tags,
    webhooks as api_webhooks,
};
use crate::partner::numbers::{badge, count, events, facts, history};
use crate::partner::share_kit::{embed_code, poster_page, poster_pdf, qr_files, share_page};
use crate::partner::sign_in as sign_in_partner;
use crate::partner::webhook::console as webhooks;
use crate::partner::{embed, oembed};
use crate::petition::browse::{front, organization, sitemap};
use crate::petition::card;
use crate::petition::edit::beside::{share_texts, steps};
use crate::petition::edit::{self, kept, questions};
use crate::petition::endorsement::logo_file;
use crate::petition::endorsement::signing::{own as endorsed, sign as endorse, withdraw as leave};
use crate::petition::lifecycle::{
    archive, close, delete_draft, draft, first_petition, pause, publish, reopen, resume, take_down,
    template,
};
use crate::petition::numbers::{manage, wordings};
use crate::petition::organization::{
    beginnings, colors, delete, details as organization_details, logo as own_logo, security, token,
};
use crate::petition::page::{accessibility, imprint as petition_imprint, preview, privacy};
use crate::petition::picture::{self, strokes_file};
use crate::petition::source::console as sources;
use crate::petition::update::{self, console as updates, feed};
use crate::signature::check_mail::{self, change_address, enter_code, forget_form, resend};
use crate::signature::confirm::{self, signed_page};
use crate::signature::console::{
    affiliations, consent_texts, find, heading, list, note, one_signature, overview,
    register_entry, resend_mail, undo_merge,
};
use crate::signature::mine::withdraw::{ask, undo};
use crate::signature::mine::{
    ask_link, details, download, erase, reason, send_link, take_held, unsubscribe,
};
use crate::signature::moderation::{
    begin as begin_batch, corrections, decisions, press, rule, show as batch, tag,
};
use crate::signature::register::show as signers;
use crate::signature::review::{admit, decide, organizations, reasons, report};
use crate::signature::share::mastodon;
use crate::signature::{page, sign};
use crate::site::console::{self as operator, first_mail};
use crate::site::doctor;
use crate::site::report::send as report_page;
use crate::site::{imprint, trust};
use crate::transfer::delivery::{book, book_page, recipients, record, room, take_back};
use crate::transfer::{export, job, organizations as endorsements};
use crate::web::requests::{files, health, look as look_sheet};
use actix_web::web::ServiceConfig;

/// Who may ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Anybody.
    Anyone,
    /// Whoever holds the token in the address.
    TokenHolder,
    /// Somebody signed in; what they may do is asked of `account::policy`.
    Organizer,
    /// A program with a token, which says what it is good for.
    Program,
    /// Whoever runs this site.
    Operator,
    /// This machine only.
    Loopback,
}

impl Who {
    /// As `undersigned routes` writes it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Anyone => "anyone",
            Self::TokenHolder => "token",
            Self::Organizer => "organizer",
            Self::Program => "program",
            Self::Operator => "operator",
            Self::Loopback => "loopback",
        }
    }
}

/// One line of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Route {
    /// `GET` (which answers `HEAD` too) or `POST`; for programs `PUT` and `DELETE`, too.
    pub method: &'static str,
    /// Pattern of the path.
    pub path: &'static str,
    /// Who may ask.
    pub who: Who,
    /// How often one source may, in words; `-` where nothing is counted.
    pub limit: &'static str,
}

macro_rules! method {
    (GET) => {
        actix_web::web::route()
            .guard(actix_web::guard::Any(actix_web::guard::Get()).or(actix_web::guard::Head()))
    };
    (POST) => {
        actix_web::web::post()
    };
    (PUT) => {
        actix_web::web::put()
    };
    (DELETE) => {
        actix_web::web::delete()
    };
}

macro_rules! routes {
    ($table:ident $configure:ident $($path:literal: $($method:ident $who:ident $limit:literal => $handler:path),+;)*) => {
        /// The table.
        pub const $table: &[Route] = &[
            $($(Route { method: stringify!($method), path: $path, who: Who::$who, limit: $limit },)+)*
        ];

        /// Serves the table.
        pub fn $configure(config: &mut ServiceConfig) {
            $(config.service(
                actix_web::web::resource($path)$(.route(method!($method).to($handler)))+
            );)*
        }
    };
}

// What is asked for most stands first: the router goes down the list, and each line that is not meant costs a twentieth of a
// microsecond. The facts stand before the page, whose pattern would take `.json` for a part of the slug.
routes! { TABLE configure
    "/p/{slug}/count.json": GET Anyone "-" => count::as_json;
    "/badge/{slug}.svg": GET Anyone "-" => badge::drawn;
    "/badge/{slug}.json": GET Anyone "-" => badge::for_shields;
    "/embed/v1.js": GET Anyone "-" => embed::files::loader;
    "/embed/{slug}": GET Anyone "-" => embed::show::get;
    "/embed/{slug}/sign": POST Anyone "by the pace of letters" => embed::sign::post;
    "/p/{slug}/count.txt": GET Anyone "-" => count::as_text;
    "/p/{slug}.json": GET Anyone "-" => facts::get;
    "/petitions/{slug}.json": GET Anyone "-" => facts::get;
    "/p/{slug}/days.json": GET Anyone "-" => history::by_day;
    "/p/{slug}/hours.json": GET Anyone "-" => history::by_hour;
    "/p/{slug}/events": GET Anyone "20 at once" => events::get;
    "/p/{slug}": GET Anyone "-" => page::show::get;
    "/{lang:[a-z]{2,3}(?:-[A-Z]{2})?}/p/{slug}": GET Anyone "-" => page::show::get;
    "/p/{slug}/sign": POST Anyone "by the pace of letters" => sign::post::post;
    "/{lang:[a-z]{2,3}(?:-[A-Z]{2})?}/p/{slug}/sign": POST Anyone "by the pace of letters" => sign::post::post;
    "/assets/{name}": GET Anyone "-" => files::get;
    "/c/{token}": GET TokenHolder "60 a minute of a link" => confirm::show::get, POST TokenHolder "60 a minute of a link" => confirm::show::post;
    "/c/{token}/withdraw": GET TokenHolder "60 a minute of a link" => ask::lead;
    "/c/{token}/unsubscribe": GET TokenHolder "-" => unsubscribe::get, POST TokenHolder "60 a minute of a link" => unsubscribe::post;
    "/{lang:[a-z]{2,3}(?:-[A-Z]{2})?}/p/{slug}/check": GET Anyone "-" => check_mail::show::get;
    "/{lang:[a-z]{2,3}(?:-[A-Z]{2})?}/p/{slug}/check/resend": POST Anyone "3 of a form, by the pace of letters" => resend::again;
    "/{lang:[a-z]{2,3}(?:-[A-Z]{2})?}/p/{slug}/check/address": POST Anyone "30 of a form in 10 minutes, by the pace of letters" => change_address::to_another;
    "/{lang:[a-z]{2,3}(?:-[A-Z]{2})?}/p/{slug}/check/code": POST Anyone "5 of a form; with an address 10 in 10 minutes, 60 of a mailbox a day" => enter_code::confirm;
    "/{lang:[a-z]{2,3}(?:-[A-Z]{2})?}/p/{slug}/check/reason": POST Anyone "30 of a form in 10 minutes" => reason::where_they_signed;
    "/{lang:[a-z]{2,3}(?:-[A-Z]{2})?}/p/{slug}/check/forget": POST Anyone "-" => forget_form::post;
    "/{lang:[a-z]{2,3}(?:-[A-Z]{2})?}/p/{slug}/check/{token}": GET Anyone "-" => check_mail::show::moved;
    "/{lang:[a-z]{2,3}(?:-[A-Z]{2})?}/p/{slug}/signed": GET Anyone "-" => signed_page::get, POST Anyone "-" => signed_page::forget;
    "/{lang:[a-z]{2,3}(?:-[A-Z]{2})?}/p/{slug}/signed/reason": POST Anyone "-" => reason::after_confirming;
    "/p/{slug}/reasons/{id}/report": GET Anyone "-" => report::get, POST Anyone "1 of a host for each" => report::post;
    "/{lang:[a-z]{2,3}(?:-[A-Z]{2})?}/p/{slug}/reasons/{id}/report": GET Anyone "-" => report::get, POST Anyone "1 of a host for each" => report::post;
    "/m/{token}": GET TokenHolder "60 a minute of a link" => details::get, POST TokenHolder "60 a minute of a link" => details::post;
    "/m/{token}/data.json": GET TokenHolder "60 a minute of a link" => download::get;
    "/m/{token}/withdraw": GET TokenHolder "60 a minute of a link" => ask::get, POST TokenHolder "60 a minute of a link" => ask::post;
    "/m/{token}/back": GET TokenHolder "60 a minute of a link" => undo::get, POST TokenHolder "60 a minute of a link" => undo::post;
    "/m/{token}/reason": GET TokenHolder "60 a minute of a link" => reason::own, POST TokenHolder "60 a minute of a link" => reason::on_own_page;
    "/m/{token}/erase": GET TokenHolder "60 a minute of a link" => erase::get, POST TokenHolder "60 a minute of a link" => erase::post;
    "/p/{slug}/my-signature": GET Anyone "-" => ask_link::get, POST Anyone "by the pace of letters" => ask_link::post;
    "/{lang:[a-z]{2,3}(?:-[A-Z]{2})?}/p/{slug}/my-signature": GET Anyone "-" => ask_link::get, POST Anyone "by the pace of letters" => ask_link::post;
    "/{lang:[a-z]{2,3}(?:-[A-Z]{2})?}/p/{slug}/share/mastodon": GET Anyone "-" => mastodon::get, POST Anyone "-" => mastodon::post;
    "/p/{slug}/signers": GET Anyone "60 a minute" => signers::get;
    "/{lang:[a-z]{2,3}(?:-[A-Z]{2})?}/p/{slug}/signers": GET Anyone "60 a minute" => signers::get;
    "/p/{slug}/organizations/sign": GET Anyone "-" => endorse::get, POST Anyone "by the pace of letters; 20 pictures a minute" => endorse::post;
    "/{lang:[a-z]{2,3}(?:-[A-Z]{2})?}/p/{slug}/organizations/sign": GET Anyone "-" => endorse::get, POST Anyone "by the pace of letters; 20 pictures a minute" => endorse::post;
    "/p/{slug}/organizations/check": GET Anyone "-" => endorse::check;
    "/{lang:[a-z]{2,3}(?:-[A-Z]{2})?}/p/{slug}/organizations/check": GET Anyone "-" => endorse::check;
    "/o/{token}": GET TokenHolder "60 a minute of a link" => endorsed::get, POST TokenHolder "60 a minute of a link" => endorsed::post;
    "/o/{token}/logo.png": GET TokenHolder "60 a minute of a link" => endorsed::logo;
    "/o/{token}/withdraw": GET TokenHolder "60 a minute of a link" => leave::get, POST TokenHolder "60 a minute of a link" => leave::post;
    "/look/{theme}.css": GET Anyone "-" => look_sheet::get;
    "/logo/{picture}.png": GET Anyone "-" => logo_file::get;
    "/picture/{slug}/{picture}.jpg": GET Anyone "-" => picture::show::get;
    "/strokes/{strokes}.svg": GET Anyone "-" => strokes_file::get;
    "/p/{slug}/wordings": GET Anyone "-" => wordings::get;
    "/{lang:[a-z]{2,3}(?:-[A-Z]{2})?}/p/{slug}/wordings": GET Anyone "-" => wordings::get;
    "/p/{slug}/corrections": GET Anyone "60 a minute" => corrections::get;
    "/{lang:[a-z]{2,3}(?:-[A-Z]{2})?}/p/{slug}/corrections": GET Anyone "60 a minute" => corrections::get;
    "/p/{slug}/privacy": GET Anyone "-" => privacy::get;
    "/{lang:[a-z]{2,3}(?:-[A-Z]{2})?}/p/{slug}/privacy": GET Anyone "-" => privacy::get;
    "/p/{slug}/imprint": GET Anyone "-" => petition_imprint::get;
    "/{lang:[a-z]{2,3}(?:-[A-Z]{2})?}/p/{slug}/imprint": GET Anyone "-" => petition_imprint::get;
    "/p/{slug}/accessibility": GET Anyone "-" => accessibility::get;
    "/{lang:[a-z]{2,3}(?:-[A-Z]{2})?}/p/{slug}/accessibility": GET Anyone "-" => accessibility::get;
    "/p/{slug}/feed.atom": GET Anyone "-" => feed::atom;
    "/{lang:[a-z]{2,3}(?:-[A-Z]{2})?}/p/{slug}/feed.atom": GET Anyone "-" => feed::atom;
    "/p/{slug}/feed.json": GET Anyone "-" => feed::json_feed;
    "/{lang:[a-z]{2,3}(?:-[A-Z]{2})?}/p/{slug}/feed.json": GET Anyone "-" => feed::json_feed;
    "/p/{slug}/updates/{id}": GET Anyone "-" => update::show::get;
    "/{lang:[a-z]{2,3}(?:-[A-Z]{2})?}/p/{slug}/updates/{id}": GET Anyone "-" => update::show::get;
    "/og/{slug}/{lang:[a-z]{2,3}(?:-[A-Z]{2})?}/{card}.png": GET Anyone "one is drawn at a time" => card::show::get;
    "/p/{slug}/report": GET Anyone "-" => report_page::get_of_petition, POST Anyone "5 in 10 minutes; 500 of all a day" => report_page::post_of_petition;
    "/{lang:[a-z]{2,3}(?:-[A-Z]{2})?}/p/{slug}/report": GET Anyone "-" => report_page::get_of_petition, POST Anyone "5 in 10 minutes; 500 of all a day" => report_page::post_of_petition;
    "/report": GET Anyone "-" => report_page::get, POST Anyone "5 in 10 minutes; 500 of all a day" => report_page::post;
    "/{lang:[a-z]{2,3}(?:-[A-Z]{2})?}/report": GET Anyone "-" => report_page::get, POST Anyone "5 in 10 minutes; 500 of all a day" => report_page::post;
    "/trust": GET Anyone "-" => trust::get;
    "/{lang:[a-z]{2,3}(?:-[A-Z]{2})?}/trust": GET Anyone "-" => trust::get;
    "/imprint": GET Anyone "-" => imprint::get;
    "/{lang:[a-z]{2,3}(?:-[A-Z]{2})?}/imprint": GET Anyone "-" => imprint::get;
    "/og/{slug}/{lang:[a-z]{2,3}(?:-[A-Z]{2})?}/{card}.jpg": GET Anyone "one is drawn at a time" => card::show::get_with_picture;
    "/sitemap.xml": GET Anyone "-" => sitemap::get;
    "/robots.txt": GET Anyone "-" => sitemap::robots;
    "/oembed": GET Anyone "-" => oembed::get;
    "/oembed/": GET Anyone "-" => oembed::get;
    "/embed/look/{sheet}/{look}.css": GET Anyone "-" => embed::files::sheet;
    "/embed/{slug}/resend": POST Anyone "3 of a form, by the pace of letters" => embed::resend::post;
    "/embed/{slug}/address": POST Anyone "30 of a form in 10 minutes, by the pace of letters" => embed::change_address::post;
    "/embed/{slug}/code": POST Anyone "5 of a form" => embed::enter_code::post;
    "/partner": GET Anyone "-" => sign_in_partner::ask::get, POST Anyone "5 in 15 minutes" => sign_in_partner::ask::post;
    "/partner/{token}": GET TokenHolder "-" => sign_in_partner::show::get;
    "/partner/{token}/list": POST TokenHolder "1 of a link" => sign_in_partner::take_list::post;
    "/organize/sign-in": GET Anyone "-" => sign_in::get, POST Anyone "10 of an account, 50 of a network in 15 minutes" => sign_in::post;
    "/organize/sign-in/code": GET Anyone "-" => sign_in_code::get, POST Anyone "5 of a sign-in, 10 of an account, 50 of a network in 15 minutes" => sign_in_code::post;
    "/organize/prove": GET Organizer "-" => prove::get, POST Organizer "10 of an account, 50 of a network in 15 minutes" => prove::post;
    "/organize/sign-out": POST Organizer "-" => sign_out::post;
    "/organize/language": POST Organizer "-" => switch_language::post;
    "/organize/forgot": GET Anyone "-" => forgot::get, POST Anyone "5 in 15 minutes" => forgot::post;
    "/organize/reset/{token}": GET TokenHolder "-" => reset::get, POST TokenHolder "-" => reset::post;
    "/organize/sessions": GET Organizer "-" => sessions::get;
    "/organize/sessions/end-others": POST Organizer "-" => sessions::end_others;
    "/organize/sessions/{id}/end": POST Organizer "-" => sessions::end;
    "/organize/passphrase": GET Organizer "-" => change_password::get, POST Organizer "10 of an account, 50 of a network in 15 minutes" => change_password::post;
    "/organize/account": GET Organizer "-" => profile::show::get, POST Organizer "-" => profile::show::post;
    "/organize/account/address": GET Organizer "-" => profile::change_address::get, POST Organizer "5 in 15 minutes" => profile::change_address::post;
    "/organize/account/address/{token}": GET Organizer "-" => confirm_address::get, POST Organizer "-" => confirm_address::post;
    "/organize/account/data.json": GET Organizer "-" => profile::take_along::get;
    "/organize/account/notices": GET Organizer "-" => profile::notices::get, POST Organizer "-" => profile::notices::post;
    "/organize/notices/{token}/unsubscribe": GET TokenHolder "-" => profile::stop_notices::get, POST TokenHolder "60 a minute of a link" => profile::stop_notices::post;
    "/organize/second-factor": GET Organizer "-" => second_factor::state::get;
    "/organize/second-factor/begin": POST Organizer "-" => set_up_factor::begin;
    "/organize/second-factor/set-up": GET Organizer "-" => set_up_factor::get, POST Organizer "10 of an account, 50 of a network in 15 minutes" => set_up_factor::post;
    "/organize/second-factor/off": POST Organizer "-" => turn_off::post;
    "/organize/second-factor/codes": POST Organizer "-" => renew_codes::post;
    "/organize/second-factor/ask": GET Organizer "-" => second_factor::ask::get, POST Organizer "-" => second_factor::ask::later;
    "/setup/{token}": GET TokenHolder "-" => set_up::get, POST TokenHolder "-" => set_up::post;
    "/": GET Anyone "-" => front::get;
    "/organizations/{slug}": GET Anyone "-" => organization::get;
    "/{lang:[a-z]{2,3}(?:-[A-Z]{2})?}/organizations/{slug}": GET Anyone "-" => organization::get;
    "/organize": GET Organizer "-" => manage::get;
    "/organize/first/organization": GET Organizer "-" => first_organization::get, POST Organizer "-" => first_organization::post;
    "/organize/first/mail": GET Organizer "-" => first_mail::get;
    "/organize/first/mail/test": POST Organizer "5 of an operator in 10 minutes" => first_mail::post;
    "/organize/first/petition": GET Organizer "-" => first_petition::get, POST Organizer "-" => first_petition::post;
    "/organize/first/leave": POST Organizer "-" => leave_first_run::post;
    "/organize/petitions/new": GET Organizer "-" => draft::get, POST Organizer "-" => draft::post;
    "/organize/petitions/{id}": GET Organizer "-" => overview::get;
    "/organize/petitions/{id}/edit": GET Organizer "-" => edit::show::get, POST Organizer "-" => edit::write::post;
    "/organize/petitions/{id}/edit/{part}": GET Organizer "-" => edit::show::get_part, POST Organizer "-" => edit::write::post_part;
    "/organize/petitions/{id}/edit/{part}/versions": GET Organizer "-" => edit::show_versions::get;
    "/organize/petitions/{id}/edit/{part}/discard": POST Organizer "-" => kept::discard::post;
    "/organize/petitions/{id}/picture": GET Organizer "-" => picture::write::get, POST Organizer "20 pictures a minute" => picture::write::post;
    "/organize/petitions/{id}/picture/remove": GET Organizer "-" => picture::remove::get, POST Organizer "-" => picture::remove::post;
    "/organize/petitions/{id}/picture/{picture}.jpg": GET Organizer "-" => picture::show::own;
    "/organize/petitions/{id}/preview": GET Organizer "-" => preview::get;
    "/organize/petitions/{id}/publish": GET Organizer "-" => publish::get, POST Organizer "-" => publish::post;
    "/organize/petitions/{id}/close": GET Organizer "-" => close::get, POST Organizer "-" => close::post;
    "/organize/petitions/{id}/pause": GET Organizer "-" => pause::get, POST Organizer "-" => pause::post;
    "/organize/petitions/{id}/template": GET Organizer "-" => template::get, POST Organizer "-" => template::post;
    "/organize/petitions/{id}/resume": GET Organizer "-" => resume::get, POST Organizer "-" => resume::post;
    "/organize/petitions/{id}/remove": GET Organizer "-" => take_down::get, POST Organizer "-" => take_down::post;
    "/organize/petitions/{id}/reopen": GET Organizer "-" => reopen::get, POST Organizer "-" => reopen::post;
    "/organize/petitions/{id}/delete": GET Organizer "-" => delete_draft::get, POST Organizer "-" => delete_draft::post;
    "/organize/petitions/{id}/archive": GET Organizer "-" => archive::get, POST Organizer "-" => archive::post;
    "/organize/organizations/{id}": GET Organizer "-" => organization_details::get, POST Organizer "-" => organization_details::post;
    "/organize/organizations/{id}/look": GET Organizer "-" => colors::get, POST Organizer "-" => colors::post;
    "/organize/organizations/{id}/logo": GET Organizer "-" => own_logo::get, POST Organizer "20 pictures a minute" => own_logo::post;
    "/organize/organizations/{id}/logo/{picture}.png": GET Organizer "-" => own_logo::own;
    "/organize/organizations/{id}/beginnings": GET Organizer "-" => beginnings::get, POST Organizer "-" => beginnings::post;
    "/organize/organizations/{id}/consents": GET Organizer "-" => consent_texts::get;
    "/organize/organizations/{id}/webhooks": GET Organizer "-" => webhooks::list::get;
    "/organize/organizations/{id}/new-webhook": GET Organizer "-" => webhooks::new_webhook::get, POST Organizer "20 of an organization" => webhooks::new_webhook::post;
    "/organize/webhooks/{id}": GET Organizer "-" => webhooks::show::get;
    "/organize/webhooks/{id}/edit": GET Organizer "-" => webhooks::edit::get, POST Organizer "-" => webhooks::edit::post;
    "/organize/webhooks/{id}/test": POST Organizer "-" => webhooks::test::post;
    "/organize/webhooks/{id}/state": POST Organizer "-" => webhooks::state::post;
    "/organize/webhooks/{id}/secret": POST Organizer "-" => webhooks::secret::post;
    "/organize/webhooks/{id}/again": POST Organizer "-" => webhooks::again::post;
    "/organize/webhooks/{id}/delete": GET Organizer "-" => webhooks::delete::get, POST Organizer "-" => webhooks::delete::post;
    "/organize/organizations/{id}/security": GET Organizer "-" => security::get, POST Organizer "-" => security::post;
    "/organize/organizations/{id}/tokens": GET Organizer "-" => token::list::get;
    "/organize/organizations/{id}/new-token": GET Organizer "-" => token::add::get, POST Organizer "100 that work of an organization" => token::add::post;
    "/organize/organizations/{id}/tokens/{api_token}": GET Organizer "-" => token::show::get;
    "/organize/organizations/{id}/tokens/{api_token}/rotate": POST Organizer "-" => token::rotate::post;
    "/organize/organizations/{id}/tokens/{api_token}/revoke": POST Organizer "-" => token::revoke::post;
    "/organize/organizations/{id}/delete": GET Organizer "-" => delete::get, POST Organizer "-" => delete::post;
    "/organize/organizations/{id}/people": GET Organizer "-" => people::list::get, POST Organizer "100 of an organization in a day" => people::invite::post;
    "/organize/organizations/{id}/activity": GET Organizer "-" => activity::list::get;
    "/organize/organizations/{id}/activity.csv": GET Organizer "-" => activity::download::get;
    "/organize/organizations/{id}/people/{person}/role": POST Organizer "-" => people::change_role::post;
    "/organize/organizations/{id}/people/{person}/remove": GET Organizer "-" => people::remove::get, POST Organizer "-" => people::remove::post;
    "/organize/organizations/{id}/people/{person}/hand-over": GET Organizer "-" => people::hand_over::get, POST Organizer "-" => people::hand_over::post;
    "/organize/organizations/{id}/invitations/{invitation}/revoke": POST Organizer "-" => people::revoke::post;
    "/organize/organizations/{id}/leave": GET Organizer "-" => people::leave::get, POST Organizer "-" => people::leave::post;
    "/organize/petitions/{id}/share": GET Organizer "-" => share_page::get;
    "/organize/petitions/{id}/embed": GET Organizer "-" => embed_code::get;
    "/organize/petitions/{id}/qr.svg": GET Organizer "-" => qr_files::svg;
    "/organize/petitions/{id}/qr.png": GET Organizer "one is drawn at a time" => qr_files::png;
    "/organize/petitions/{id}/qr.pdf": GET Organizer "one is drawn at a time" => qr_files::pdf;
    "/organize/petitions/{id}/poster": GET Organizer "-" => poster_page::get;
    "/organize/petitions/{id}/poster.pdf": GET Organizer "one is drawn at a time" => poster_pdf::get;
    "/organize/petitions/{id}/messages": GET Organizer "-" => share_texts::get, POST Organizer "-" => share_texts::post;
    "/organize/petitions/{id}/questions": GET Organizer "-" => questions::arrange::get, POST Organizer "-" => questions::arrange::post;
    "/organize/petitions/{id}/questions/{number}": GET Organizer "-" => questions::write::get, POST Organizer "-" => questions::write::post;
    "/organize/petitions/{id}/new-question": GET Organizer "-" => questions::write::blank, POST Organizer "-" => questions::write::make;
    "/organize/petitions/{id}/steps": GET Organizer "-" => steps::get, POST Organizer "-" => steps::post;
    "/organize/petitions/{id}/delivery": GET Organizer "-" => room::get;
    "/organize/petitions/{id}/delivery/recipients": GET Organizer "-" => recipients::get, POST Organizer "-" => recipients::post;
    "/organize/petitions/{id}/delivery/new": GET Organizer "-" => record::blank, POST Organizer "-" => record::make;
    "/organize/petitions/{id}/delivery/book": GET Organizer "-" => book::get, POST Organizer "2 at once" => book::post;
    "/organize/petitions/{id}/delivery/print": GET Organizer "-" => book_page::get;
    "/organize/deliveries/{id}": GET Organizer "-" => record::get, POST Organizer "-" => record::post;
    "/organize/deliveries/{id}/take-back": GET Organizer "-" => take_back::get, POST Organizer "-" => take_back::post;
    "/organize/petitions/{id}/links": GET Organizer "-" => sources::links::get, POST Organizer "-" => sources::links::post;
    "/organize/petitions/{id}/links/{code}": GET Organizer "-" => sources::link::get, POST Organizer "-" => sources::link::post;
    "/organize/petitions/{id}/partners": GET Organizer "-" => sources::partners::get;
    "/organize/petitions/{id}/new-partner": GET Organizer "-" => sources::new_partner::get, POST Organizer "-" => sources::new_partner::post;
    "/organize/petitions/{id}/partners/{code}": GET Organizer "-" => sources::partner::get, POST Organizer "-" => sources::partner::post;
    "/organize/petitions/{id}/partners/{code}/contact": GET Organizer "-" => sources::contact::get, POST Organizer "-" => sources::contact::post;
    "/organize/petitions/{id}/sources/{code}": POST Organizer "-" => sources::state::post;
    "/organize/petitions/{id}/updates": GET Organizer "-" => updates::list::get;
    "/organize/petitions/{id}/updates/new": GET Organizer "-" => updates::write::blank, POST Organizer "-" => updates::write::make;
    "/organize/updates/{id}": GET Organizer "-" => updates::write::get, POST Organizer "-" => updates::write::post;
    "/organize/updates/{id}/preview": GET Organizer "-" => updates::preview::get;
    "/organize/updates/{id}/publish": GET Organizer "-" => updates::publish::get, POST Organizer "-" => updates::publish::post;
    "/organize/updates/{id}/take-back": GET Organizer "-" => updates::take_back::get, POST Organizer "-" => updates::take_back::post;
    "/organize/petitions/{id}/signatures": GET Organizer "-" => list::get, POST Organizer "-" => find::post;
    "/organize/petitions/{id}/signatures/letter": POST Organizer "3 of a form" => resend_mail::post;
    "/organize/signatures/{id}": GET Organizer "-" => one_signature::get;
    "/organize/signatures/{id}/notes": POST Organizer "-" => note::post;
    "/organize/signatures/{id}/link": POST Organizer "1 of a signature in an hour" => send_link::post;
    "/organize/signatures/{id}/data.json": POST Organizer "-" => take_held::post;
    "/organize/petitions/{id}/tags": POST Organizer "-" => tag::post;
    "/organize/petitions/{id}/held": GET Organizer "-" => decisions::get;
    "/organize/petitions/{id}/batches": POST Organizer "-" => begin_batch::post;
    "/organize/petitions/{id}/new-batch": GET Organizer "-" => rule::get, POST Organizer "-" => rule::post;
    "/organize/batches/{id}": GET Organizer "-" => batch::get, POST Organizer "-" => press::post;
    "/organize/signatures/{id}/listing": GET Organizer "-" => register_entry::get, POST Organizer "-" => register_entry::post;
    "/organize/petitions/{id}/reasons": GET Organizer "-" => reasons::get, POST Organizer "-" => decide::post;
    "/organize/petitions/{id}/affiliations": GET Organizer "-" => affiliations::get, POST Organizer "-" => affiliations::post;
    "/organize/petitions/{id}/affiliations/undo": POST Organizer "-" => undo_merge::post;
    "/organize/petitions/{id}/affiliations/heading": GET Organizer "-" => heading::get, POST Organizer "-" => heading::post;
    "/organize/petitions/{id}/organizations": GET Organizer "-" => organizations::get, POST Organizer "-" => admit::post;
    "/organize/organizations/{id}/logo.png": GET Organizer "-" => organizations::logo;
    "/organize/petitions/{id}/export/organizations": POST Organizer "-" => endorsements::post;
    "/organize/petitions/{id}/export": GET Organizer "-" => export::get, POST Organizer "4 at once" => export::post;
    "/organize/exports/{id}": GET Organizer "-" => job::large_list::get;
    "/organize/exports/{id}/file": POST Organizer "4 at once" => job::download::post;
    "/organize/exports/{id}/again": POST Organizer "2 at once" => job::again::post;
    "/organize/operator": GET Operator "-" => operator::health::get;
    "/organize/operator/doctor": POST Operator "1 at once" => operator::doctor::post;
    "/organize/operator/organizations": GET Operator "-" => operator::organizations::get;
    "/organize/operator/mail": GET Operator "-" => operator::mail::get;
    "/organize/operator/mail/test": POST Operator "5 of an operator in 10 minutes" => operator::send_test::post;
    "/organize/operator/reports": GET Operator "-" => operator::reports::get;
    "/organize/operator/reports/{id}": POST Operator "-" => operator::deal_with::post;
    "/organize/operator/events": GET Operator "-" => operator::events::get, POST Operator "100 at once" => operator::events::post;
    "/organize/operator/events/{id}/end": POST Operator "-" => operator::end_event::post;
    "/doctor/{token}": GET TokenHolder "-" => doctor::answer::get;
    "/healthz": GET Anyone "-" => health::healthz;
    "/readyz": GET Anyone "-" => health::readyz;
    // not a language
    "/api": GET Anyone "-" => api_document::page;
    "/{lang:[a-z]{2,3}(?:-[A-Z]{2})?}": GET Anyone "-" => front::get;
    "/{lang:[a-z]{2,3}(?:-[A-Z]{2})?}/api": GET Anyone "-" => api_document::page;
    "/api/openapi.json": GET Anyone "-" => api_document::document;
    "/api/v2{end:/?}": GET Anyone "by its token" => entry::get;
    "/api/v2/petitions{end:/?}": GET Program "by its token" => api_petitions::list::get, POST Program "by its token" => api_petitions::create::post;
    "/api/v2/petitions/{id}{end:/?}": GET Program "by its token" => api_petitions::show::get, PUT Program "by its token" => api_petitions::change::put;
    "/api/v2/petitions/{id}/embed{end:/?}": GET Program "by its token" => api_petitions::embed::get;
    "/api/v2/petitions/{id}/signatures{end:/?}": GET Program "by its token" => api_signatures::list::get, POST Anyone "by its token, or by the pace of letters" => api_signatures::sign::post;
    "/api/v2/petitions/{id}/record_signature_helper{end:/?}": POST Anyone "by its token, or by the pace of letters" => api_signatures::sign::post;
    "/api/v2/petitions/{id}/signatures/{part}{end:/?}": GET Program "by its token" => api_signatures::show::get, PUT Program "by its token" => api_signatures::change::put, DELETE Program "100 a day of a token" => api_signatures::remove::delete;
    "/api/v2/people{end:/?}": GET Program "by its token" => api_people::list::get, POST Program "by its token" => api_people::create::post;
    "/api/v2/people/person_signup_helper{end:/?}": POST Program "by its token" => api_people::create::post;
    "/api/v2/people/{id}{end:/?}": GET Program "by its token" => api_people::show::get, PUT Program "by its token" => api_people::change::put;
    "/api/v2/people/{id}/signatures{end:/?}": GET Program "by its token" => api_people::signatures::list;
    "/api/v2/people/{id}/signatures/{part}{end:/?}": GET Program "by its token" => api_people::signatures::show;
    "/api/v2/people/{id}/taggings{end:/?}": GET Program "by its token" => api_people::taggings::get;
    "/api/v2/tags{end:/?}": GET Program "by its token" => api_tags::list::get, POST Program "by its token" => api_tags::list::post;
    "/api/v2/tags/{id}{end:/?}": GET Program "by its token" => api_tags::list::show;
    "/api/v2/tags/{id}/taggings{end:/?}": GET Program "by its token" => api_tags::taggings::list, POST Program "by its token" => api_tags::taggings::post;
    "/api/v2/tags/{id}/taggings/{part}{end:/?}": GET Program "by its token" => api_tags::taggings::get, DELETE Program "by its token" => api_tags::taggings::delete;
    "/api/v2/metadata{end:/?}": GET Program "by its token" => api_questions::get;
    "/api/v2/metadata/custom_fields{end:/?}": GET Program "by its token" => api_questions::custom_fields;
    "/api/v1/webhooks{end:/?}": GET Program "by its token" => api_webhooks::list::list, POST Program "20 of an organization" => api_webhooks::create::post;
    "/api/v1/webhooks/{id}{end:/?}": GET Program "by its token" => api_webhooks::list::get, PUT Program "by its token" => api_webhooks::change::put, DELETE Program "by its token" => api_webhooks::delete::delete;
    "/api/v1/webhooks/{id}/test{end:/?}": POST Program "by its token" => api_webhooks::test::post;
    "/api/v1/webhooks/{id}/secret{end:/?}": POST Program "by its token" => api_webhooks::secret::post;
    "/api/v1/webhooks/{id}/deliveries{end:/?}": GET Program "by its token" => api_webhooks::deliveries::get;
    "/api/v1/webhooks/{id}/deliveries/{part}/redeliver{end:/?}": POST Program "by its token" => api_webhooks::redeliver::post;
    "/api/v2/{list}{end:/?}": GET Program "by its token" => api_questions::empty;
}

// Only where mail is captured.
routes! { CAPTURED configure_captured
    "/dev/mail": GET Loopback "-" => captured::show::list;
    "/dev/mail/{name}": GET Loopback "-" => captured::show::show;
}
