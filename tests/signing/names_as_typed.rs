//! Story: a name is pasted with what nobody sees around it; it is taken and shown as it was meant. What only a trick puts into
//! a name, a role or a place is refused beside its field, and nothing of it is stored.

use crate::support::signers::{sign, signer};
use crate::support::world::on_both;
use undersigned::base::time::days;
use undersigned::petition::{FieldRule, Kind, SignerField, Visibility};
use undersigned::signature::SignatureState;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn with_what_nobody_sees() {
    on_both(|world| async move {
        let letter = world
            .petition_with(Kind::Letter, |plan| {
                plan.settings.fields[SignerField::Role] = FieldRule::Optional;
                plan.settings.fields[SignerField::Affiliation] = FieldRule::Optional;
                plan.settings.fields[SignerField::Place] = FieldRule::Optional;
            })
            .await;
        for (at, (typed, kept)) in [
            ("\u{2068}Sam Okafor\u{2069}", "Sam Okafor"),
            (
                "\u{200f}\u{645}\u{62d}\u{645}\u{62f}",
                "\u{645}\u{62d}\u{645}\u{62f}",
            ),
            ("Sam\tOkafor", "Sam Okafor"),
            (
                "Ann \u{1F469}\u{200D}\u{1F4BB}",
                "Ann \u{1F469}\u{200D}\u{1F4BB}",
            ),
            ("Prof.Dev Anand", "Prof.Dev Anand"),
            ("R. Rao, M.A./M.Com", "R. Rao, M.A./M.Com"),
        ]
        .into_iter()
        .enumerate()
        {
            let mut signer = world.visitor();
            let email = format!("s{at}@example.org");
            signer.opens(&letter).await;
            signer.fills_in(typed, &email);
            signer.types("role", "\u{200e}Librarian\u{200e}");
            signer.types("affiliation", "\u{2067}Booking.com\u{2069}");
            signer.types("place", "Harlow\t");
            let button = signer.sign_button();
            signer.presses(&button).await;
            assert_eq!(signer.status(), 200, "{typed:?}: {}", signer.text());
            signer.opens_mail().await.sees(kept);
        }
        let rows = world.pending(&letter).await;
        for (field, typed) in [
            ("name", "Sam \u{202e}rofakO"),
            ("name", "\u{202e}rofakO maS"),
            ("name", "Sam example.com"),
            ("role", "see http://evil.example"),
            ("role", "Clerk\u{E0041}\u{E0042}"),
            ("affiliation", "\u{3164}"),
            ("affiliation", "University \u{202e}x"),
            ("affiliation", "bit.ly/3xyz"),
            ("place", "Harlow\u{FFFF}"),
            ("place", "www.evil.example"),
        ] {
            let mut signer = world.visitor();
            signer.opens(&letter).await;
            signer.fills_in("Sam Okafor", "trick@example.org");
            signer.types(field, typed);
            let button = signer.sign_button();
            signer.presses(&button).await;
            assert_eq!(signer.status(), 422, "{field} {typed:?}");
            let errors = signer.answer().page().errors();
            assert_eq!(errors.len(), 1, "{field} {typed:?}: {errors:?}");
            assert!(errors[0].0.contains(field), "{errors:?}");
        }
        assert_eq!(world.pending(&letter).await, rows);
    })
    .await;
}

/// The lines beside the letter are numbered from the total down: no two have one number, and none stands above the total.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn and_the_latest_are_numbered_from_the_total_down() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let db = world.app().db.clone();
        let add = async |how_many: usize, state| {
            world.meanwhile(days(1));
            let shown = |n: usize| undersigned::signature::Signer {
                visibility: Visibility::Name,
                ..signer(&format!("Signer Number{}", "x".repeat(n % 20 + 1)))
            };
            let signers = (0..how_many).map(shown).collect();
            sign(&db, letter.id, state, signers, world.now()).await;
            world.looks().await;
        };
        let numbers = async || {
            let page = world.visitor().gets("/en/p/open-letter").await.page();
            (
                page.all("ol.register .no"),
                page.all("ol.register li").len(),
            )
        };
        add(24, SignatureState::Counted).await;
        assert_eq!(
            numbers().await,
            (vec![], 5),
            "no number while the count is hidden"
        );
        add(3, SignatureState::Counted).await;
        let told = |all: &[&str]| all.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>();
        assert_eq!(
            numbers().await,
            (told(&["27", "26", "25"]), 5),
            "none below 25"
        );
        add(10, SignatureState::Held).await;
        assert_eq!(
            numbers().await.0,
            told(&["27", "26", "25"]),
            "held ones are not counted"
        );
        add(5, SignatureState::Counted).await;
        assert_eq!(numbers().await.0, told(&["32", "31", "30", "29", "28"]));
    })
    .await;
}
