//! Story: organizers have a book of signers made; programs that are not ours read it in the right order, and find nothing in it that its
//! signers keep to themselves.

use crate::support::books::{asks_for_book, book, files, id_of, written};
use crate::support::pdf;
use crate::support::signers::{sign, signer};
use crate::support::world::{World, on_both};
use sha2::{Digest, Sha256};
use std::os::unix::fs::PermissionsExt;
use undersigned::account::model::Role;
use undersigned::base::time::seconds;
use undersigned::petition::{Kind, Petition, SignerField};
use undersigned::signature::{SignatureState, Signer, Visibility};
use undersigned::transfer::job::model::JobState;
use undersigned::web::urls;

/// A signer of this name and school; `shown` says how much others may see.
fn of(name: &str, school: &str, shown: Visibility) -> Signer {
    let mut one = signer(name);
    one.fields[SignerField::Affiliation] = Some(school.to_owned());
    one.visibility = shown;
    one
}

async fn letter_of(world: &World, people: Vec<Signer>) -> Petition {
    let letter = world.petition(Kind::Letter).await;
    sign(
        &world.app().db,
        letter.id,
        SignatureState::Counted,
        people,
        world.now(),
    )
    .await;
    world.meanwhile(seconds(2));
    world.looks().await;
    letter
}

/// Names of a school, the first of them hidden.
fn crowd() -> Vec<Signer> {
    let mut people: Vec<Signer> = (0..37)
        .map(|n| {
            let letter = char::from(b'A' + n % 26);
            of(
                &format!("Kim {letter}son{n:02}"),
                "Harlow University",
                Visibility::Detail,
            )
        })
        .collect();
    people.push(of("Ana Ruiz", "Bay College", Visibility::Detail));
    people.push(of("Only Name", "Secret School", Visibility::Name));
    for n in 0..3 {
        people.push(of(
            &format!("Hidden Person{n}"),
            "Bay College",
            Visibility::Counted,
        ));
    }
    people
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_book_is_read_aloud_in_its_order_and_its_sum_can_be_made_anew() {
    on_both(|world| async move {
        let letter = letter_of(&world, crowd()).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        owner.goes(&urls::recipients(letter.id)).await;
        owner
            .types("name-0", "Rosa Vidal")
            .types("office-0", "Mayor");
        owner.presses("Save").await;
        owner.follows("Make the signer book").await;
        let named = owner.answer().page().attribute("#recipient", "value");
        assert_eq!(named.as_deref(), Some("Rosa Vidal"));
        let (job, file) = book(&world, &letter, (&mut owner, Role::Owner), &[]).await;
        pdf::is_whole(&file);
        assert_eq!(
            (job.lines, job.options.recipient.as_str()),
            (Some(39), "The council")
        );
        let [path] = files(&world).try_into().expect("one file");
        let mode = std::fs::metadata(path)
            .expect("a file")
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600);

        let text = pdf::text(&file).replace('\n', " ");
        for said in [
            "To the judges of the circuit",
            "Started by Open Docket Coalition",
            "Rosa Vidal, Mayor",
            "42 people have signed.",
            "39 of them are named in this book.",
            "3 people signed without showing their names",
            "Everybody should be able to read what they say.",
            "In these words since",
            "Law student, Harlow University",
            "Page 1 of",
            "/p/open-letter",
        ] {
            assert!(text.contains(said), "{said} in {text}");
        }
        for kept in ["Hidden", "mail.example.org", "Secret School"] {
            assert!(!text.contains(kept), "{kept} in {text}");
        }

        // read aloud: column one, then two, and no head or foot of a page
        let read = pdf::structure(&file);
        let places: Vec<usize> = (0..37)
            .map(|n| {
                let letter = char::from(b'A' + n % 26);
                let name = format!("Kim {letter}son{n:02}");
                read.find(&name)
                    .unwrap_or_else(|| panic!("{name} in {read}"))
            })
            .collect();
        let mut sorted: Vec<(String, usize)> = (0..37_u8)
            .map(|n| format!("{}son{n:02}", char::from(b'A' + n % 26)).to_lowercase())
            .zip(places)
            .collect();
        sorted.sort();
        assert!(sorted.is_sorted_by_key(|(_, place)| *place), "{read}");
        for tag in ["H1", "H2", "L ", "LI", "Lbl", "LBody"] {
            assert!(read.contains(tag), "{tag} in {read}");
        }
        assert!(!read.contains("Page 1 of"), "{read}");
        let title = "\n    \"To the judges of the circuit\"";
        assert_eq!(read.matches(title).count(), 1, "once: {read}");

        // the sum, by the rule the book tells
        let detail = |name: &str, school: &str| format!("{name}\tLaw student, {school}\n");
        let mut lines: Vec<(String, String)> = (0..37_u8)
            .map(|n| {
                let family = format!("{}son{n:02}", char::from(b'A' + n % 26));
                (
                    family.to_lowercase(),
                    detail(&format!("Kim {family}"), "Harlow University"),
                )
            })
            .collect();
        lines.push(("ruiz".to_owned(), detail("Ana Ruiz", "Bay College")));
        lines.push(("name".to_owned(), "Only Name\t\n".to_owned()));
        lines.sort();
        let all: String = lines.into_iter().map(|(_, line)| line).collect();
        let sum = Sha256::digest(all.as_bytes());
        let sum: String = sum.iter().map(|byte| format!("{byte:02x}")).collect();
        assert!(text.contains(&sum), "{sum} in {text}");

        // its maker alone has it, the log knows of it, and nobody was written to
        owner.goes(&urls::export_job(job.id)).await.sees("39 names");
        let shown = job.sha256.clone().expect("a sum");
        owner.sees(&shown);
        owner.presses("Download").await;
        assert_eq!(owner.status(), 200);
        let mut exporter = world.organizer(&letter, Role::Exporter).await;
        assert_eq!(exporter.goes(&urls::export_job(job.id)).await.status(), 404);
        owner.goes(&urls::activity(letter.organization)).await;
        owner
            .sees("Had a book of signers written")
            .sees("The council");
        owner.goes(&urls::delivery(letter.id)).await;
        owner.sees("A signer book holds everything as it stands now.");
        owner.follows("Record a delivery").await;
        owner
            .types("recipients", "The council")
            .types("book", &shown);
        owner.presses("Save").await.sees(&shown);
        assert_eq!(world.mails().await.len(), 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn headings_are_told_so_that_nobody_is_guessed() {
    on_both(|world| async move {
        let letter = letter_of(&world, crowd()).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        let fields = [
            ("grouping", "affiliation"),
            ("page_breaks", "1"),
            ("paper", "letter"),
        ];
        let (_, file) = book(&world, &letter, (&mut owner, Role::Owner), &fields).await;
        pdf::is_whole(&file);
        let text = pdf::text(&file);
        // three of Bay College are not named: too few to be told apart
        assert!(text.contains("By school or employer"), "{text}");
        assert!(text.contains("Harlow University 37\n"), "{text}");
        assert!(text.contains("Bay College 1\n"), "{text}");
        let flat = text.replace('\n', " ");
        assert!(flat.contains("No school or employer shown"), "{flat}");
        let structure = pdf::structure(&file);
        assert!(
            structure.contains("Table") && structure.contains("H3"),
            "{structure}"
        );

        world.meanwhile(seconds(2));
        let fields = [("grouping", "affiliation"), ("redacted", "1")];
        let (job, file) = book(&world, &letter, (&mut owner, Role::Owner), &fields).await;
        pdf::is_whole(&file);
        assert!(job.file_name.contains("redacted"));
        let text = pdf::text(&file);
        for kept in [
            "Kim",
            "son0",
            "Ana",
            "Ruiz",
            "Bay College",
            "Law student",
            "SHA-256",
            "Only",
        ] {
            assert!(!text.contains(kept), "{kept} in {text}");
        }
        assert!(text.contains("Harlow University 37\n"), "{text}");
        let structure = pdf::structure(&file);
        assert!(!structure.contains("Kim"), "{structure}");
        assert_eq!(world.mails().await.len(), 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_book_of_nobody_says_so() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        let (job, file) = book(&world, &letter, (&mut owner, Role::Owner), &[]).await;
        pdf::is_whole(&file);
        assert_eq!((job.lines, pdf::pages(&file)), (Some(0), 1));
        let text = pdf::text(&file).replace('\n', " ");
        assert!(text.contains("Nobody has signed yet."), "{text}");
        assert!(text.contains("There are no names in this book"), "{text}");
        owner.goes(&urls::signer_book(letter.id)).await;
        owner.presses("Open the page to print").await;
        owner.sees("There are no names in this book");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_page_to_print_says_the_same() {
    on_both(|world| async move {
        let letter = letter_of(&world, crowd()).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        owner.goes(&urls::signer_book(letter.id)).await;
        owner.types("grouping", "affiliation").types("lang", "es");
        owner.presses("Open the page to print").await;
        let page = owner.answer().page();
        assert_eq!(page.attribute("main", "lang").as_deref(), Some("es"));
        let headings = page.all("h3");
        assert_eq!(headings.len(), 3, "{headings:?}");
        assert_eq!(page.all("ol.signers li").len(), 39);
        owner.sees("Han firmado 42 personas.").sees("Ana Ruiz");
        assert!(!owner.text().contains("Hidden"));
        owner
            .goes(&urls::signer_book_page(letter.id, "redacted=1"))
            .await;
        let page = owner.answer().page();
        assert_eq!(page.all("ol.signers li").len(), 39);
        assert!(!owner.answer().body.contains("Kim"));
        // what there is not leads back to where it is chosen
        for query in ["grouping=shoe", "lang=xx", "paper=a3", "x=1"] {
            owner.goes(&urls::signer_book_page(letter.id, query)).await;
            assert!(
                owner.path() == urls::signer_book(letter.id) || query == "x=1",
                "{query}: {}",
                owner.path()
            );
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_signing_is_a_danger_nobody_is_named() {
    on_both(|world| async move {
        let letter = world
            .petition_with(Kind::Letter, |plan| plan.settings.high_risk = true)
            .await;
        let people = crowd();
        sign(
            &world.app().db,
            letter.id,
            SignatureState::Counted,
            people,
            world.now(),
        )
        .await;
        world.looks().await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        let (job, file) = book(&world, &letter, (&mut owner, Role::Owner), &[]).await;
        let text = pdf::text(&file).replace('\n', " ");
        assert_eq!(job.lines, Some(0));
        assert!(
            text.contains("42 people have signed.") && !text.contains("Kim"),
            "{text}"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_not_said_is_asked_for_and_one_is_made_at_once() {
    on_both(|world| async move {
        let letter = letter_of(&world, crowd()).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        asks_for_book(&mut owner, &letter, &[("recipient", " ")]).await;
        assert_eq!(owner.status(), 422);
        assert_eq!(owner.answer().page().errors()[0].0, "recipient");
        let folder = world.app().exporting.folder().expect("a folder").to_owned();
        std::fs::remove_dir_all(&folder).expect("gone");
        std::fs::write(&folder, "no folder").expect("a file");
        asks_for_book(&mut owner, &letter, &[("order", "day")]).await;
        assert_eq!(owner.status(), 503);
        owner.sees("The disk takes no more");
        std::fs::remove_file(&folder).expect("gone");
        asks_for_book(&mut owner, &letter, &[("order", "day")]).await;
        let who = id_of(&world, Role::Owner).await;
        assert_eq!(written(&world, &letter, who).await.state, JobState::Ready);
    })
    .await;
}
