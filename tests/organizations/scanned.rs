//! Story: machines press the link of the letter to an organization. They are judged as at the links of signers; and once it is
//! settled the page tells nothing of whoever signed for the organization.

use crate::organizations::sign::all;
use crate::support::mailbox::Mail;
use crate::support::upload::endorsed;
use crate::support::visitor::Visitor;
use crate::support::world::{World, on_both};
use reqwest::Method;
use undersigned::base::time::{minutes, seconds};
use undersigned::petition::{Kind, Petition};

const YES: &str = "Confirm for the organization";
const NO: &str = "This was not us";

async fn signs(world: &World, letter: &Petition, number: usize) -> (Visitor, Mail) {
    let mut paz = world.visitor();
    let email = format!("desk@p{number}.example.org");
    paz.endorses(letter, &format!("Puente {number}"), &email)
        .await;
    paz.sends_with(None).await;
    let mail = paz.reads_mail().await;
    (paz, mail)
}

async fn is_asked(machine: &mut Visitor, link: &str, button: &str) {
    machine.goes(link).await;
    let press = machine.would_send(button);
    machine.sends(press).await;
    assert_eq!(machine.status(), 422);
    machine.sees("Which word is in the message?");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_machine_confirms_or_rejects() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let other = world.another_instance().await;
        let mut waiting = Vec::new();
        for number in 0..4 {
            let (paz, mail) = signs(&world, &letter, number).await;
            let link = mail.link();
            let mut machine = world.visitor();
            match number {
                0 => {
                    let head = machine.asks(Method::HEAD, &link).send().await.unwrap();
                    assert_eq!(head.status(), 200);
                    world.later(minutes(10)).await;
                    is_asked(&mut machine.through(other), &link, YES).await;
                }
                1 => {
                    is_asked(&mut machine, &link, YES).await;
                    world.later(minutes(10)).await;
                    is_asked(&mut machine.through(other), &link, YES).await;
                }
                2 => {
                    world.later(minutes(10)).await;
                    is_asked(&mut machine, &link, NO).await;
                    is_asked(&mut machine, &link, YES).await;
                }
                _ => {
                    machine.goes(&link).await;
                    world.later(minutes(10)).await;
                    is_asked(&mut world.visitor(), &link, YES).await;
                }
            }
            waiting.push((paz, mail));
        }
        assert_eq!(all(&world).await, [0; 4], "0 confirmed, 0 rejected");
        for (number, (paz, mail)) in waiting.iter().enumerate() {
            let mut person = match number % 2 {
                0 => paz.clone(),
                _ => paz.on_another_device(),
            };
            person.goes(&mail.link()).await.presses(YES).await;
            if number % 2 == 1 {
                person.types("word", &mail.word()).presses(YES).await;
            }
            person.sees("The organizers still have to look at it");
        }
        assert_eq!(all(&world).await, [1; 4]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_colleague_at_another_desk_needs_one_press() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let (paz, mail) = signs(&world, &letter, 1).await;
        world.meanwhile(seconds(20));
        let mut desk = paz.on_another_device();
        desk.goes(&mail.link()).await.presses(YES).await;
        desk.sees("The organizers still have to look at it");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn three_wrong_words_and_a_new_letter() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let (paz, mail) = signs(&world, &letter, 1).await;
        world.later(minutes(11)).await;
        let mut desk = paz.on_another_device();
        desk.goes(&mail.link()).await.presses(NO).await;
        for _ in 0..3 {
            desk.types("word", "zzz").presses(NO).await;
            assert_eq!(desk.status(), 422);
        }
        desk.sees("Three tries did not match");
        desk.presses("Send me a new message").await;
        let again = desk.reads_mail().await;
        desk.goes(&again.link()).await.presses(NO).await;
        desk.types("word", &again.word()).presses(NO).await;
        desk.sees("Thank you for telling us");
        assert_eq!(all(&world).await, [0; 0]);
        desk.reads_mail().await.says("We have deleted it");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn settled_it_tells_nothing_of_the_person_and_leaves_with_the_word() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let paz = endorsed(&world, &letter, "Puente Claro", None).await;
        let mut colleague = world.visitor();
        colleague.goes(paz.path()).await.sees("Puente Claro");
        for secret in ["Paz Contreras", "puente.example.org"] {
            assert!(!colleague.answer().body.contains(secret), "{secret}");
        }
        colleague.follows("Withdraw it").await;
        for secret in ["Paz Contreras", "puente.example.org"] {
            assert!(!colleague.answer().body.contains(secret), "{secret}");
        }
        for wrong in ["", "zzz", "zzz", "zzz"] {
            colleague
                .types("word", wrong)
                .presses("Withdraw and delete")
                .await;
            assert_eq!(colleague.status(), 422);
        }
        colleague.sees("Three tries did not match");
        assert_eq!(all(&world).await, [1], "still there");
        world.later(minutes(11)).await;
        colleague.presses("Send me a new message").await;
        let to = paz.mail().header("to").to_owned();
        let to = to.rsplit(['<', ' ']).next().unwrap_or_default();
        let mail = world.mail(to.trim_end_matches('>')).await;
        mail.says("here is the link to your organization’s signature");
        let mut owner = world.visitor();
        owner.goes(&mail.link()).await.follows("Withdraw it").await;
        owner
            .types("word", &mail.word())
            .presses("Withdraw and delete")
            .await;
        owner.sees("Withdrawn");
        assert_eq!(all(&world).await, [4]);
    })
    .await;
}
