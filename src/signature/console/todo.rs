//! What waits for organizers, each as one sentence and the way to it.

use crate::account::{Action, Actor};
use crate::count::Counts;
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::{Petition, Phase};
use crate::web::{Site, urls};
use crate::words::Words;

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TodoLine {
    /// The sentence.
    pub said: String,
    /// Ways to it, with what each is called; none for whoever may not go there.
    pub links: Vec<(String, String)>,
}

/// What waits, as numbers.
#[derive(Debug, Default)]
pub(crate) struct TodoCounts {
    pub(crate) to_read: i64,
    pub(crate) to_read_again: i64,
    pub(crate) to_decide: i64,
    pub(crate) unusual: i64,
    pub(crate) erased: i64,
}

/// All that waits; `export_first` says that details go soon.
pub(crate) fn lines(
    site: &Site,
    w: &Words,
    actor: &Actor,
    managed: &ManagedPetition,
    (counts, waits): (&Counts, &TodoCounts),
    export_first: Option<String>,
    phase: Phase,
) -> Vec<TodoLine> {
    let petition = &managed.petition;
    let id = petition.id;
    let may = |action| actor.allow(action, petition.organization).is_ok();
    let mut lines = Vec::new();
    let mut add = |said: String, action, key: &str, href: String| {
        let link = may(action).then(|| (w.say(key).to_owned(), href));
        lines.push(TodoLine {
            said,
            links: link.into_iter().collect(),
        });
    };
    if is_unsigned(counts) && matches!(phase, Phase::Open) {
        let sign = urls::petition(Some(w.lang()), &petition.slug);
        let said = w.say("overview-first").to_owned();
        add(said, Action::SeeNumbers, "overview-sign", sign);
    }
    if counts.held > 0 {
        let held = urls::signatures_at(id, "held", "", "");
        let said = w.say1("overview-held", "n", counts.held);
        add(said, Action::SeeSigners, "overview-look", held);
    }
    if waits.unusual > 0 {
        let said = w.say1("overview-unusual", "n", waits.unusual);
        add(said, Action::Moderate, "overview-look", urls::held(id));
    }
    if waits.to_read > 0 {
        let said = w.say1("overview-reasons", "n", waits.to_read);
        add(said, Action::Moderate, "overview-read", urls::reasons(id));
    }
    if waits.to_read_again > 0 {
        let said = w.say1("overview-reported", "n", waits.to_read_again);
        add(said, Action::Moderate, "overview-read", urls::reasons(id));
    }
    if waits.to_decide > 0 {
        let said = w.say1("overview-organizations", "n", waits.to_decide);
        let there = urls::organizations(id);
        add(said, Action::Moderate, "overview-decide", there);
    }
    if matches!(phase, Phase::Open | Phase::Coming | Phase::Paused) {
        for (key, lang) in untranslated(site, managed) {
            let language = site.words(lang).say("language-name").to_owned();
            let said = w.say1(key, "language", language);
            let edit = urls::edit_petition(id);
            add(said, Action::EditPetition, "console-edit", edit);
        }
    }
    if let Some(said) = export_first {
        let export = urls::export(id);
        add(said, Action::ExportSigners, "console-export", export);
    }
    if waits.erased > 0 {
        let said = w.say1("overview-erased", "n", waits.erased);
        let export = urls::export(id);
        add(said, Action::ExportSigners, "overview-export-anew", export);
    }
    if let Some(first) = lines
        .first_mut()
        .filter(|_| is_unsigned(counts) && phase == Phase::Open)
    {
        let share = (w.say("kit-title").to_owned(), urls::share_kit(id));
        first.links.push(share);
    }
    lines
}

/// Whether nobody has signed, in whatever state.
fn is_unsigned(counts: &Counts) -> bool {
    counts.counted + counts.held + counts.withdrawn + counts.removed == 0
}

/// Languages of the petition that readers do not get, with what is to be said of each.
fn untranslated(site: &Site, managed: &ManagedPetition) -> Vec<(&'static str, crate::base::Lang)> {
    let Petition { lang: own, .. } = managed.petition;
    let texts = managed.texts.iter();
    let texts = texts.filter(|text| text.lang != own && site.library.speaks(text.lang));
    let hidden = texts.filter(|text| !text.is_published);
    let mut all: Vec<_> = hidden
        .map(|text| ("overview-unpublished", text.lang))
        .collect();
    let has = |lang: &crate::base::Lang| managed.texts.iter().any(|text| text.lang == *lang);
    let wanted = managed.organization.langs.iter().copied();
    let missing = wanted.filter(|lang| !has(lang) && site.library.speaks(*lang));
    all.extend(missing.map(|lang| ("overview-untranslated", lang)));
    all
}
