//! One number, wherever it is told.

use super::answer::Answer;
use super::world::World;
use diesel::prelude::*;
use std::time::Duration;
use undersigned::base::time::minutes;
use undersigned::base::{Lang, Secrets, Time, Token};
use undersigned::count::{Counts, store::tallies};
use undersigned::db::schema::signatures as g;
use undersigned::db::{Conn, Result};
use undersigned::petition::Petition;
use undersigned::petition::page::pages::SHOWN_FROM;
use undersigned::signature::SignatureState;
use undersigned::signature::links::Links;

/// How long a letter that a worker has taken is nobody else's.
const LEASE: Duration = minutes(5);

fn digits(text: &str) -> i64 {
    let kept: String = text.chars().filter(char::is_ascii_digit).collect();
    kept.parse()
        .unwrap_or_else(|_| panic!("no number in {text:?}"))
}

impl World {
    /// The number of those counted, after asking for it in every place where it is told: rows,
    /// tally, page, `count.json`, facts, both badges. They agree.
    pub async fn counted(&self, petition: &Petition) -> i64 {
        let (rows, tally) = (self.rows(petition).await, self.tally(petition).await);
        assert_eq!(tally, rows, "the tally and the rows");
        let number = rows.counted;
        let (visitor, slug) = (self.visitor(), &petition.slug);
        let count = visitor.gets(&format!("/p/{slug}/count.json")).await.json();
        assert_eq!(count["signatures"], number, "count.json");
        let facts = visitor.gets(&format!("/p/{slug}.json")).await.json();
        assert_eq!(facts["signature_count"], number, "the facts");
        let badge = visitor.gets(&format!("/badge/{slug}.json")).await.json();
        let message = badge["message"].as_str().expect("a message");
        let shown = message.split(' ').next().unwrap_or_default();
        assert_eq!(digits(shown), number, "the badge: {message}");
        let drawn = visitor.gets(&format!("/badge/{slug}.svg")).await;
        assert!(
            drawn.body.contains(message),
            "the drawn badge: {}",
            drawn.body
        );
        let page = visitor.gets(&format!("/en/p/{slug}")).await.page();
        let told = page.find(".count").expect("a count on the page");
        let is_over = petition.is_over(self.now());
        if number >= SHOWN_FROM || is_over {
            assert_eq!(digits(&told), number, "the page: {told}");
        } else {
            assert_eq!(told, "Be one of the first to sign", "the page");
        }
        number
    }

    /// How many rows stand in each state.
    pub async fn rows(&self, petition: &Petition) -> Counts {
        let id = petition.id;
        let states: Vec<i16> = self
            .read(move |conn| {
                let of = g::table.filter(g::petition_id.eq(id));
                Ok(of.select(g::state).load(conn)?)
            })
            .await;
        let of = |state: SignatureState| {
            let rows = states.iter().filter(|one| **one == state.number()).count();
            i64::try_from(rows).expect("a small number")
        };
        Counts {
            counted: of(SignatureState::Counted),
            held: of(SignatureState::Held),
            withdrawn: of(SignatureState::Withdrawn),
            removed: of(SignatureState::Removed),
        }
    }

    /// What the tally says.
    pub async fn tally(&self, petition: &Petition) -> Counts {
        let id = petition.id;
        let tally = self.read(move |conn| tallies::find(conn, id.cast())).await;
        tally.expect("a tally").counts
    }

    /// How many wait for their mailbox.
    pub async fn pending(&self, petition: &Petition) -> i64 {
        use undersigned::signature::store::pending;
        let id = petition.id;
        self.read(move |conn| pending::count(conn, id, 100_000))
            .await
    }

    /// The tokens of those that wait, the oldest first: what a mailbox has, for stories whose mail
    /// budget is spent.
    pub async fn tokens(&self, petition: &Petition) -> Vec<String> {
        use undersigned::signature::store::pending;
        let id = petition.id;
        let waiting = self
            .read(move |conn| pending::newest(conn, id, None, 10_000))
            .await;
        let links = Links::new(&Secrets::for_test());
        let tokens = waiting.iter().rev();
        tokens
            .map(|one| links.token(one.pending.id).to_string())
            .collect()
    }

    /// The token of the one that was typed in last.
    pub async fn newest_token(&self, petition: &Petition) -> String {
        let tokens = self.tokens(petition).await;
        tokens.last().expect("somebody waits").clone()
    }

    /// The path of the link in the letter to whoever is shown this page, "check your email".
    pub fn link_behind(&self, check: &Answer) -> String {
        let ticket = check.page().attribute("input[name=form]", "value");
        let ticket = Token::parse(&ticket.expect("“check your email”")).expect("a ticket");
        let links = Links::new(&Secrets::for_test());
        format!("/c/{}", links.token(links.open_ticket(&ticket)))
    }

    /// The match word, in English, of the letter with this link.
    pub fn word_of(&self, link: &str) -> String {
        let links = Links::new(&Secrets::for_test());
        let token = Token::parse(link.trim_start_matches("/c/")).expect("a token");
        let word = links.word(links.open(&token));
        self.app()
            .site
            .words(Lang::EN)
            .match_word(word.index())
            .to_owned()
    }
}

/// How many letters are due or under way. What was put off, or is tried again later, rests.
pub(super) fn under_way(conn: &mut Conn, now: Time) -> Result<usize> {
    use undersigned::db::schema::outbox as o;
    let rows = o::table
        .filter(o::state.eq(0_i16))
        .select((o::due_at, o::taken_at))
        .load::<(Time, Option<Time>)>(conn)?;
    let is_leased = |due: Time, taken: Option<Time>| taken.is_some_and(|at| at.plus(LEASE) == due);
    let busy = rows
        .iter()
        .filter(|(due, taken)| *due <= now || is_leased(*due, *taken));
    Ok(busy.count())
}
