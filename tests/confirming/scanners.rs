//! Story: machines open the links of our mail and press every button, by every habit that is known of them. Of fifty letters none is
//! confirmed and none rejected; then the people get through: with one press where they signed, with the word elsewhere (T05).

use crate::support::mailbox::Mail;
use crate::support::page::{Page, Sending};
use crate::support::visitor::Visitor;
use crate::support::world::{World, on_both};
use reqwest::Method;
use std::net::SocketAddr;
use undersigned::base::Lang;
use undersigned::base::time::{minutes, seconds};
use undersigned::count::Counts;
use undersigned::petition::{Kind, Petition};

const MANY: usize = 50;
const YES: &str = "Confirm my signature";
const NO: &str = "This was not me";

/// What a machine does with the link of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Habit {
    Head,
    Get,
    GetThrice,
    GetWithAssets,
    PressAtOnce,
    AllFormsAtOnce,
    GuessAWord,
    HeadThenLatePress,
    EarlyLookThenLatePress,
    PressAtOnceAndLate,
    BothLate,
    ManyOfOneSource,
}

/// A machine that comes in by one of two servers in turn.
struct Machine {
    host: Visitor,
    doors: [SocketAddr; 2],
    turn: usize,
}

impl Machine {
    fn new(world: &World, doors: [SocketAddr; 2]) -> Self {
        Self {
            host: world.visitor(),
            doors,
            turn: 0,
        }
    }

    /// The same host without cookies, by the other door.
    fn next(&mut self) -> Visitor {
        self.turn += 1;
        self.host.clone().through(self.doors[self.turn % 2])
    }

    async fn looks(&mut self, method: Method, link: &str) -> String {
        let answer = self.next().asks(method, link).send().await.unwrap();
        assert_eq!(answer.status(), 200);
        answer.text().await.unwrap()
    }

    /// Opens the page and presses this button; whatever it is asked, it has nothing to say.
    async fn presses(&mut self, link: &str, button: &str) {
        let page = Page::of(&self.looks(Method::GET, link).await);
        let press = page.press(button).expect(button);
        self.sends(&press).await;
    }

    async fn sends(&mut self, press: &Sending) {
        let answer = self.next().posts(&press.action, press.body()).await;
        assert_eq!(answer.status, 422, "asked for the word first");
    }
}

/// At once: the clock does not move between the letter and this.
async fn at_once(world: &World, habit: Habit, machine: &mut Machine, link: &str) {
    match habit {
        Habit::Head | Habit::HeadThenLatePress => {
            assert_eq!(machine.looks(Method::HEAD, link).await, "");
        }
        Habit::Get | Habit::EarlyLookThenLatePress => {
            drop(machine.looks(Method::GET, link).await);
        }
        Habit::GetThrice => {
            for _ in 0..3 {
                machine.looks(Method::GET, link).await;
            }
        }
        Habit::GetWithAssets => {
            let page = Page::of(&machine.looks(Method::GET, link).await);
            for (css, name) in [
                ("link[rel=stylesheet]", "href"),
                ("script", "src"),
                ("link[rel=icon]", "href"),
            ] {
                let path = page.attribute(css, name).expect(css);
                assert_eq!(machine.next().gets(&path).await.status, 200, "{path}");
            }
        }
        Habit::PressAtOnce | Habit::PressAtOnceAndLate => machine.presses(link, YES).await,
        Habit::AllFormsAtOnce => {
            let page = Page::of(&machine.looks(Method::GET, link).await);
            for button in page.buttons() {
                machine.sends(&page.press(&button).expect("a button")).await;
            }
        }
        Habit::GuessAWord => {
            let page = Page::of(&machine.looks(Method::GET, link).await);
            let press = page.press(YES).expect("the button");
            machine.sends(&press).await;
            let right = world.word_of(link);
            let [words, spanish] = [Lang::EN, Lang::ES].map(|lang| world.app().site.words(lang));
            let index = (0_usize..2048).find(|n| words.match_word(*n) == right);
            // the same word in Spanish is right as well
            let also = spanish.match_word(index.expect("one of the list"));
            let guesses = (0_usize..4).map(|n| words.match_word(n * 500));
            for guess in guesses
                .filter(|guess| *guess != right && *guess != also)
                .chain([""])
            {
                machine.sends(&press.clone().with("word", guess)).await;
            }
        }
        Habit::BothLate | Habit::ManyOfOneSource => {}
    }
}

/// Ten minutes later.
async fn late(world: &World, habit: Habit, machine: &mut Machine, links: &[String]) {
    match habit {
        Habit::HeadThenLatePress | Habit::PressAtOnceAndLate => {
            for link in links {
                machine.presses(link, YES).await;
            }
        }
        Habit::EarlyLookThenLatePress => {
            for link in links {
                let mut elsewhere = Machine::new(world, machine.doors);
                elsewhere.presses(link, YES).await;
            }
        }
        Habit::BothLate => {
            for link in links {
                machine.presses(link, NO).await;
                machine.presses(link, YES).await;
                world.meanwhile(seconds(11));
            }
        }
        Habit::ManyOfOneSource => {
            let mut pages = Vec::new();
            for link in links {
                pages.push(Page::of(&machine.looks(Method::GET, link).await));
            }
            for page in pages {
                machine.sends(&page.press(YES).expect("the button")).await;
            }
        }
        _ => {}
    }
}

async fn signs(world: &World, petition: &Petition, number: usize) -> (Visitor, Mail) {
    let mut signer = world.visitor();
    let email = format!("s{number}@example.org");
    signer.signs(petition, "Sam", &email).await;
    let mail = signer.reads_mail().await;
    (signer, mail)
}

/// The person at last: every other one where they signed, the others elsewhere.
async fn gets_through(world: &World, signer: &Visitor, mail: &Mail, is_elsewhere: bool) {
    let mut person = match is_elsewhere {
        true => signer.on_another_device(),
        false => signer.clone(),
    };
    person.goes(&mail.link()).await.presses(YES).await;
    if is_elsewhere {
        assert_eq!(person.status(), 422, "the word is asked for");
        if person.answer().page().buttons() == ["Send me a new message"] {
            person.presses("Send me a new message").await;
            person.sees("A new message is on its way.");
            let again = person.reads_mail().await;
            world.later(minutes(1)).await;
            person.goes(&again.link()).await.presses(YES).await;
        }
        person.types("word", &mail.word()).presses(YES).await;
    }
    person.sees("Signature ");
}

async fn nothing_comes_of(habit: Habit) {
    on_both(|world| async move {
        let petition = world.petition(Kind::Petition).await;
        let doors = [world.addr(), world.another_instance().await];
        let mut machine = Machine::new(&world, doors);
        let mut signers = Vec::new();
        for number in 0..MANY {
            let (signer, mail) = signs(&world, &petition, number).await;
            at_once(&world, habit, &mut machine, &mail.link()).await;
            signers.push((signer, mail));
        }
        world.later(minutes(10)).await;
        let links: Vec<_> = signers.iter().map(|(_, mail)| mail.link()).collect();
        late(&world, habit, &mut machine, &links).await;
        let waiting = i64::try_from(MANY).unwrap();
        let rows = world.rows(&petition).await;
        assert_eq!(rows, Counts::default(), "{habit:?}: 0 confirmed");
        let left = world.pending(&petition).await;
        assert_eq!(left, waiting, "{habit:?}: 0 rejected");
        world.later(minutes(1)).await;
        for (number, (signer, mail)) in signers.iter().enumerate() {
            gets_through(&world, signer, mail, number % 2 == 1).await;
        }
        assert_eq!(world.counted(&petition).await, waiting, "{habit:?}");
    })
    .await;
}

macro_rules! habits {
    ($($name:ident => $habit:ident,)+) => {
        $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
        async fn $name() {
            nothing_comes_of(Habit::$habit).await;
        })+
    };
}

habits! {
    one_asks_for_the_head => Head,
    one_looks => Get,
    one_looks_three_times => GetThrice,
    one_fetches_what_belongs_to_the_page => GetWithAssets,
    one_presses_at_once => PressAtOnce,
    one_sends_every_form_at_once => AllFormsAtOnce,
    one_guesses_the_word => GuessAWord,
    one_asks_for_the_head_and_presses_late => HeadThenLatePress,
    one_looks_early_and_another_presses_late => EarlyLookThenLatePress,
    one_presses_at_once_and_again_late => PressAtOnceAndLate,
    one_presses_both_buttons_late_the_no_first => BothLate,
    one_goes_through_many_letters => ManyOfOneSource,
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_person_on_another_device_needs_one_press() {
    on_both(|world| async move {
        let petition = world.petition(Kind::Petition).await;
        for number in 0..MANY {
            let (signer, mail) = signs(&world, &petition, number).await;
            world.meanwhile(seconds(15));
            let mut phone = signer.on_another_device();
            phone.goes(&mail.link()).await.presses(YES).await;
            phone.sees("Signature ");
        }
        let all = i64::try_from(MANY).unwrap();
        assert_eq!(world.counted(&petition).await, all);
        // A press six seconds after the letter is a person's, one after four a machine's.
        for (number, wait, status) in [(100, 3, 200), (101, 1, 422)] {
            let (signer, mail) = signs(&world, &petition, number).await;
            let mut desk = signer.on_another_device().comes_from(signer.source());
            world.meanwhile(seconds(wait));
            desk.goes(&mail.link()).await.presses(YES).await;
            assert_eq!(desk.status(), status, "{wait} and 3 s after the letter");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn three_wrong_words_ask_for_a_new_letter() {
    on_both(|world| async move {
        let petition = world
            .petition_with(Kind::Petition, |plan| {
                plan.settings.guard = undersigned::petition::Guard::Word;
            })
            .await;
        let (sam, mail) = signs(&world, &petition, 1).await;
        world.later(minutes(11)).await;
        let mut phone = sam.on_another_device();
        phone.goes(&mail.link()).await.presses(YES).await;
        phone.sees("Which word is in the message?");
        let field = |name: &str| phone.answer().page().attribute("input#word", name);
        assert_eq!(field("type").as_deref(), Some("text"), "typed, not chosen");
        assert_eq!(field("autocapitalize").as_deref(), Some("none"));
        assert_eq!(field("autocorrect").as_deref(), Some("off"));
        for wrong in ["zzz", "0"] {
            phone.types("word", wrong).presses(YES).await;
            assert_eq!(phone.status(), 422);
            phone.sees("This is not the word from the message");
        }
        phone.types("word", "zzz").presses(YES).await;
        phone
            .sees("Three tries did not match")
            .sees_no("Which word");
        // the right one is too late now, whoever sends it
        let press = Sending {
            method: "post".to_owned(),
            action: mail.link(),
            fields: phone.would_send("Send me a new message").fields,
        };
        let press = press.with("choice", "confirm").with("word", &mail.word());
        phone.sends(press).await.sees("Three tries did not match");
        assert_eq!(world.counted(&petition).await, 0);

        phone.presses("Send me a new message").await;
        phone.sees("A new message is on its way.");
        let again = phone.reads_mail().await;
        assert_eq!(again.word(), mail.word());
        let typed = format!(" {}. ", again.word().to_uppercase());
        phone.types("word", &typed).presses(YES).await;
        phone.sees("Signature 1");
        let suspects = world
            .read(|conn| {
                use diesel::prelude::*;
                use undersigned::db::schema::signatures as g;
                Ok(g::table.select(g::is_suspect).load::<bool>(conn)?)
            })
            .await;
        assert_eq!(
            suspects,
            [true],
            "moderators see that a machine may have been at it"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn this_was_not_me_takes_the_word_elsewhere_and_bars_for_thirty_days() {
    on_both(|world| async move {
        let petition = world.petition(Kind::Petition).await;
        let (sam, mail) = signs(&world, &petition, 1).await;
        world.later(minutes(20)).await;
        let mut owner = sam.on_another_device();
        owner.goes(&mail.link()).await.presses(NO).await;
        assert_eq!(owner.status(), 422);
        owner.sees("Which word is in the message?");
        assert_eq!(world.pending(&petition).await, 1);
        owner.types("word", &mail.word()).presses(NO).await;
        owner.sees("Thank you for telling us").sees("For 30 days");
        owner
            .follows("Do you want to sign yourself? You can do that here.")
            .await;
        owner.sees("Sign the petition");
        assert_eq!(world.pending(&petition).await, 0);
        world
            .mail("s1@example.org")
            .await
            .says("We have deleted it");
        let now = world.now();
        let until = world
            .read(|conn| {
                use diesel::prelude::*;
                use undersigned::base::Time;
                use undersigned::db::schema::suppressions as s;
                Ok(s::table.select(s::until).load::<Option<Time>>(conn)?)
            })
            .await;
        let [Some(until)] = until.as_slice() else {
            panic!("one bar with an end: {until:?}");
        };
        assert!(*until <= now.plus(undersigned::base::time::days(30)));
        assert!(*until >= now.plus(undersigned::base::time::days(29)));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_left_open_over_night() {
    on_both(|world| async move {
        let petition = world.petition(Kind::Petition).await;
        let mut sam = world.visitor();
        sam.signs(&petition, "Sam", "sam@example.org").await;
        sam.opens_mail().await;
        world.later(minutes(61)).await;
        sam.presses(YES).await;
        assert_eq!(sam.status(), 422);
        sam.sees("The page was open for too long.");
        assert_eq!(world.counted(&petition).await, 0);
        sam.presses(YES).await.sees("Signature 1");
        assert_eq!(world.counted(&petition).await, 1);
    })
    .await;
}
