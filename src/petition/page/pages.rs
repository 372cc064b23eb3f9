//! What visitors see of a petition: its page, and the list of open ones. Plain data; the use cases fill it.

use askama::Template;

use super::handed_over::HandedOver;
use super::hero::Hero;
use super::labels::{count_key, eyebrow};
pub use super::promises::PromiseCounts;
pub use super::reason::ReasonView;
use super::seal::{SealLogo, initials};
pub use super::sign_form::{FieldInput, FounderBox, PromiseTile, SignForm};
use crate::base::{Lang, Time};
use crate::petition::model::Petition;
use crate::petition::rules::promises::Promised;
use crate::web::page::Frame;
use crate::words::{Html, Words};

/// Below this many, no number and no bar is shown: a bar at three per cent discourages.
pub const SHOWN_FROM: i64 = 25;

/// The count and how far it is to the goal.
#[derive(Clone, Debug, Default)]
pub struct Progress {
    /// Counted signatures.
    pub counted: i64,
    /// The goal: the next step of the ladder, or the organizers' own.
    pub goal: Option<i64>,
    /// What a fixed goal means, and the language it says it in.
    pub goal_reason: Option<(Lang, String)>,
    /// When a fixed goal was met, already written; stays when signatures are withdrawn.
    pub met_on: Option<String>,
    /// How many since yesterday; not shown when 0.
    pub since_yesterday: i64,
    /// Time of day the number is from, already written, when the database is away.
    pub as_of: Option<String>,
    /// That something else is asked than at first, where that is so.
    pub reworded: Option<Reworded>,
    /// Address of `count.json`, when the number may be refreshed.
    pub refresh: Option<Refresh>,
}

/// How a page keeps its number up to date.
#[derive(Clone, Debug)]
pub struct Refresh {
    /// Where the number is asked for.
    pub count: String,
    /// The page from which what is said of it is taken anew.
    pub page: String,
}

/// That something else is asked than those asked for who signed first.
#[derive(Clone, Debug)]
pub struct Reworded {
    /// How many signed the text as it stands now.
    pub this_text: i64,
    /// Since which day it stands so, already written.
    pub on: String,
    /// Where all texts stand.
    pub href: String,
}

impl Progress {
    /// Whether there are enough to show a number.
    pub fn is_shown(&self) -> bool {
        self.counted >= SHOWN_FROM
    }

    /// The number where it is shown, else 0.
    pub(crate) fn told(&self) -> i64 {
        if self.is_shown() { self.counted } else { 0 }
    }

    /// How far it is to the goal, in words; nothing without one.
    pub(crate) fn distance(&self, w: &Words) -> Option<String> {
        let goal = self.goal?;
        let left = goal - self.counted;
        Some(match &self.met_on {
            Some(on) => w.say2("goal-met-on", "goal", goal, "date", on.as_str()),
            None if left > 0 => w.say2("to-go", "left", left, "goal", goal),
            None => w.say1("goal-met", "goal", goal),
        })
    }
}

/// What is signed.
#[derive(Clone, Debug)]
pub struct ShownWording<'a> {
    /// `letter`, `pledge` or `petition`.
    pub kind: &'a str,
    /// To whom, if to somebody.
    pub target: Option<&'a str>,
    /// The title.
    pub title: &'a str,
    /// One or two sentences.
    pub ask: &'a str,
    /// The text, sanitized.
    pub body: &'a Html,
    /// Language of title, ask and text.
    pub lang: &'a str,
    /// Whether the text is missing in the page's language.
    pub is_untranslated: bool,
}

impl ShownWording<'_> {
    /// "Open letter to the State Judicial Council".
    pub(crate) fn eyebrow(&self, w: &Words) -> String {
        eyebrow(w, self.kind, self.target)
    }

    /// The sentence with the number.
    pub(crate) fn count_key(&self) -> &'static str {
        count_key(self.kind)
    }
}

/// One name in the register.
#[derive(Clone, Debug, Default)]
pub struct ShownSigner {
    /// Its number, where the order is the order of signing.
    pub number: Option<i64>,
    /// The name, or `None` if it is not public.
    pub name: Option<String>,
    /// Role, affiliation and place, joined for reading; may be empty.
    pub detail: String,
    /// The place, if it is public without the name.
    pub place: Option<String>,
    /// When, RFC 3339; empty to show no time.
    pub at: String,
    /// When, as "4 min ago".
    pub ago: String,
}

/// One step of "what happens next".
#[derive(Clone, Debug, Default)]
pub struct Step {
    /// "12 December", "Today", "After the session".
    pub when: String,
    /// The day as programs read it; empty where it has none.
    pub day: String,
    /// What happens.
    pub what: String,
    /// The language of it, where that is not the reader's.
    pub lang: Option<Lang>,
    /// Whether it is the next one.
    pub is_now: bool,
    /// Whether its day is over.
    pub is_done: bool,
    /// The words key of what is said before the day, for whoever does not see the difference; empty for nothing.
    pub mark: &'static str,
}

/// An update of the organizers in a list: its title, and when it was told.
#[derive(Clone, Debug)]
pub struct Headline {
    /// Its page.
    pub href: String,
    /// Its title.
    pub title: String,
    /// Language of the title.
    pub lang: Lang,
    /// When it was published, RFC 3339.
    pub at: String,
    /// The same day, already written.
    pub on: String,
}

/// The picture of a petition for link previews.
#[derive(Clone, Debug)]
pub struct Picture {
    /// Its address, absolute.
    pub address: String,
    /// Its MIME type.
    pub kind: &'static str,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// What it says.
    pub alt: String,
}

/// Who asks: the organization, and the first of those that stand with it.
#[derive(Clone, Debug, Default)]
pub struct WhoLine {
    /// The organization.
    pub organization: String,
    /// Its first letters, for its seal.
    pub initials: String,
    /// Its logo, instead of them.
    pub logo: Option<SealLogo>,
    /// Its page, if it has one.
    pub href: Option<String>,
    /// The first founder, or the first organization that has signed.
    pub first: Option<String>,
    /// How many more there are.
    pub more: i64,
}

impl WhoLine {
    /// The line of an organization, its founders and `number` organizations that sign, of which these are the first.
    #[must_use]
    pub fn of(
        organization: &str,
        href: Option<String>,
        founders: &[ShownSigner],
        beside: &Beside,
    ) -> Self {
        let founders = founders.iter().filter_map(|founder| founder.name.as_ref());
        let others: Vec<&String> = founders.filter(|name| *name != organization).collect();
        let all = i64::try_from(others.len()).unwrap_or_default() + beside.number;
        Self {
            organization: organization.to_owned(),
            initials: initials(organization),
            logo: None,
            href,
            first: others.first().copied().or(beside.names.first()).cloned(),
            more: (all - 1).max(0),
        }
    }
}

impl WhoLine {
    /// The same with this logo.
    #[must_use]
    pub fn with(self, logo: Option<SealLogo>) -> Self {
        Self { logo, ..self }
    }
}

/// The last day, as long as it lies ahead.
#[derive(Clone, Debug)]
pub struct LastDay {
    /// Already written.
    pub on: String,
    /// Days from today on; 0 where it is today.
    pub days: i64,
}

impl LastDay {
    /// The last day of a petition that can be signed.
    #[must_use]
    pub(crate) fn of(w: &Words, petition: &Petition, now: Time) -> Option<Self> {
        if !petition.is_open(now) {
            return None;
        }
        Some(Self {
            on: petition.last_day(w)?,
            days: petition.days_left(now)?,
        })
    }
}

/// Organizations that sign beside people; counted apart.
#[derive(Clone, Debug, Default)]
pub struct Beside {
    /// How many.
    pub number: i64,
    /// The first of them.
    pub names: Vec<String>,
    /// Where all of them are.
    pub list_href: String,
    /// Where one more signs, if it may.
    pub sign_href: Option<String>,
}

/// What stands under the count.
#[derive(Clone, Debug)]
pub enum Panel<'a> {
    /// The form.
    Sign(Box<SignForm<'a>>),
    /// Closed: when (already written), and how it ended.
    Closed {
        /// Date of closing, already written.
        on: String,
        /// How it ended, sanitized.
        outcome: Option<Html>,
    },
    /// The organizers paused signing.
    Paused,
    /// Signing has not begun: when it does, already written.
    Coming(String),
}

/// `/p/{slug}`: open, paused, closed, or a preview.
#[derive(Template)]
#[template(path = "petition/page/show.html")]
pub struct PetitionPage<'a> {
    /// Surroundings. A preview says so in the ribbon.
    pub frame: Frame<'a>,
    /// Words.
    pub w: &'a Words,
    /// What is signed.
    pub wording: ShownWording<'a>,
    /// What a pledge promises.
    pub promise_counts: PromiseCounts,
    /// The count.
    pub progress: Progress,
    /// Form, outcome or pause.
    pub panel: Panel<'a>,
    /// Its picture, or its signatures as strokes.
    pub hero: Hero,
    /// Who asks.
    pub who: WhoLine,
    /// Until when, while it can be signed.
    pub last_day: Option<LastDay>,
    /// Founding organizations or people, named first.
    pub founders: Vec<ShownSigner>,
    /// The first signers, pinned by the organizers.
    pub first: Vec<ShownSigner>,
    /// Organizations.
    pub beside: Beside,
    /// The five latest.
    pub recent_signers: Vec<ShownSigner>,
    /// The words key of language and region, as networks write them.
    pub og_locale: &'static str,
    /// Its picture for link previews.
    pub card: Option<Picture>,
    /// The newest updates of the organizers.
    pub updates: Vec<Headline>,
    /// Where updates are told to whoever follows them.
    pub feed: String,
    /// The same as JSON.
    pub feed_json: String,
    /// What editors embed, absolute; none where it stands in no frame.
    pub oembed: Option<String>,
    /// Where all names are, when names are shown at all.
    pub signers_href: Option<String>,
    /// Why people signed.
    pub featured_reasons: Vec<ReasonView>,
    /// What was handed over.
    pub handed_over: Vec<HandedOver>,
    /// What happens next.
    pub next: Vec<Step>,
}

impl PetitionPage<'_> {
    fn is_over(&self) -> bool {
        matches!(self.panel, Panel::Closed { .. })
    }

    /// Whether the count is shown: not before the beginning, and "be one of the first" only to
    /// those who can be.
    fn is_counting(&self) -> bool {
        match self.panel {
            Panel::Sign(_) => true,
            Panel::Paused => self.progress.is_shown(),
            Panel::Closed { .. } | Panel::Coming(_) => false,
        }
    }

    fn is_open(&self) -> bool {
        matches!(self.panel, Panel::Sign(_))
    }
}

/// `/p/{slug}/privacy`: what happens to what is typed in.
#[derive(Template)]
#[template(path = "petition/page/privacy.html")]
pub struct PrivacyPage<'a> {
    /// Surroundings.
    pub frame: Frame<'a>,
    /// Words.
    pub w: &'a Words,
    /// Who keeps the details.
    pub organization: &'a str,
    /// Where questions go.
    pub contact: &'a str,
    /// Whether names are shown: `never`, `asked` or `always`.
    pub listing: &'static str,
    /// What organizers ask in words of their own, each with what it is asked for.
    pub questions: Vec<(Promised, Option<Promised>)>,
    /// Whether it is counted which links and which sites of others people come from.
    pub counts_sources: bool,
    /// Whether signing may put people in danger: the number alone is handed over, and cookies go with the browser's session.
    pub is_high_risk: bool,
    /// Where it stands how the number was corrected; none where no number is told by day.
    pub corrections_href: Option<String>,
    /// Whether organizations sign too.
    pub takes_organizations: bool,
    /// To whom it is handed over, if to somebody, and the language it says that in.
    pub target: Option<(&'a str, &'a str)>,
    /// The founding organizations, where each asks to write.
    pub founders: Vec<&'a str>,
    /// Until when details are kept.
    pub keeps: String,
    /// Days that backups are kept.
    pub backup_days: u64,
}

/// How accessible the pages are, and whom to write to where they are not.
#[derive(Template)]
#[template(path = "petition/page/accessibility.html")]
pub struct AccessibilityPage<'a> {
    /// Surroundings.
    pub frame: Frame<'a>,
    /// Words.
    pub w: &'a Words,
    /// Who answers.
    pub organization: &'a str,
    /// Where to write.
    pub contact: &'a str,
}
