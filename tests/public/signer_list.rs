//! Story: who shows a name stands on the list; it is turned page by page, grouped and searched;
//! who does not show one, or takes it back, is nowhere on it.

use crate::support::signers::{petition as by_slug, sign, signer};
use crate::support::visitor::Visitor;
use crate::support::world::{World, on_both};
use undersigned::petition::{FieldMap, Kind, SignerField, Visibility};
use undersigned::signature::{SignatureState, Signer};

const LIST: &str = "/en/p/open-letter/signers";

fn hidden(name: &str) -> Signer {
    Signer {
        visibility: Visibility::Counted,
        ..signer(name)
    }
}

fn of(name: &str, role: &str, affiliation: &str) -> Signer {
    Signer {
        fields: FieldMap::default()
            .with(SignerField::Role, Some(role.to_owned()))
            .with(SignerField::Affiliation, Some(affiliation.to_owned())),
        ..signer(name)
    }
}

async fn signed(world: &World, signers: Vec<Signer>) {
    let db = world.app().db.clone();
    let letter = by_slug(&db, "open-letter").await;
    sign(
        &db,
        letter.id,
        SignatureState::Counted,
        signers,
        world.now(),
    )
    .await;
    world.looks().await;
}

fn names(reader: &Visitor) -> Vec<String> {
    reader.answer().page().all(".names .nm")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn by_surname_and_only_those_who_show_it() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut reader = world.visitor();
        reader
            .goes(LIST)
            .await
            .sees("Nobody shows their name here yet.");
        let people = [
            "Ruth Bader Ginsburg",
            "Dick van Dyke",
            "Aaliyah",
            "王小明",
            "Iñaki Ørsted",
        ];
        let mut people: Vec<_> = people.into_iter().map(signer).collect();
        people.push(hidden("Nora Nobody"));
        signed(&world, people).await;
        reader.goes(LIST).await;
        assert_eq!(
            names(&reader),
            [
                "Aaliyah",
                "Ruth Bader Ginsburg",
                "Iñaki Ørsted",
                "Dick van Dyke",
                "王小明"
            ]
        );
        reader.sees_no("Nobody");
        assert!(
            reader.answer().body.contains("noindex"),
            "not for search engines"
        );
        // held signatures are on no list
        let db = world.app().db.clone();
        sign(
            &db,
            letter.id,
            SignatureState::Held,
            vec![signer("Hal Held")],
            world.now(),
        )
        .await;
        reader.goes(LIST).await.sees_no("Hal Held");
        reader.goes("/en/p/open-letter/signers?letter=g").await;
        assert_eq!(names(&reader), ["Ruth Bader Ginsburg"]);
        reader.goes("/en/p/open-letter/signers?letter=~").await;
        assert_eq!(names(&reader), ["王小明"]);
        // the letter's own page leads there, in the reader's language
        reader
            .goes("/es/p/open-letter")
            .await
            .follows("Ver todos los nombres")
            .await;
        reader
            .sees("Quiénes han firmado")
            .sees("Ruth Bader Ginsburg");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn hundreds_are_turned_page_by_page() {
    on_both(|world| async move {
        world.petition(Kind::Letter).await;
        let people = (0..250)
            .map(|n| signer(&format!("Same Surname{n:03}")))
            .collect();
        signed(&world, people).await;
        let mut reader = world.visitor();
        reader.goes(LIST).await;
        let mut all = names(&reader);
        assert_eq!(all.len(), 100);
        let first = all.clone();
        for expected in [100, 50] {
            reader.follows("Next page").await;
            assert_eq!(names(&reader).len(), expected);
            all.extend(names(&reader));
        }
        let expected: Vec<_> = (0..250).map(|n| format!("Same Surname{n:03}")).collect();
        assert_eq!(all, expected, "each once, in order");
        assert_eq!(reader.answer().page().link("Next page"), None);
        reader
            .follows("Previous page")
            .await
            .follows("Previous page")
            .await;
        assert_eq!(names(&reader), first);
        assert_eq!(reader.answer().page().link("Previous page"), None);
        // somebody new on an earlier page moves nobody on the next
        let next = reader.answer().page().link("Next page").unwrap();
        signed(&world, vec![signer("Aaron Aardvark")]).await;
        reader.goes(&next).await;
        assert_eq!(names(&reader).first().unwrap(), "Same Surname100");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn groups_of_five_and_more() {
    on_both(|world| async move {
        world.petition(Kind::Letter).await;
        let mut people: Vec<_> = (0..5)
            .map(|n| of(&format!("Ann Five{n}"), "Librarian", "Harlow University"))
            .collect();
        people.push(of("Bea Six", "librarian", "HARLOW  UNIVERSITY"));
        people.extend((0..4).map(|n| of(&format!("Cy Four{n}"), "Judge", "Elsewhere Court")));
        signed(&world, people).await;
        let mut reader = world.visitor();
        reader
            .goes(LIST)
            .await
            .follows("By school or employer")
            .await;
        assert_eq!(
            reader.answer().page().all(".groups li"),
            ["Harlow University 6"]
        );
        reader
            .sees("Groups of fewer than five names are not shown.")
            .sees_no("Elsewhere");
        reader.follows("Harlow University").await;
        assert_eq!(names(&reader).len(), 6, "spelled in two ways, one place");
        reader.goes(LIST).await.follows("By role").await;
        assert_eq!(reader.answer().page().all(".groups li"), ["Librarian 6"]);
        for small in [
            "by=affiliation&group=elsewhere%20court",
            "by=role&group=judge",
        ] {
            let answer = reader.gets(&format!("{LIST}?{small}")).await;
            let to = (answer.status, answer.header("location"));
            assert_eq!(to, (303, LIST), "{small} has dissolved, the list is there");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn found_by_the_beginnings_of_words() {
    on_both(|world| async move {
        world.petition(Kind::Letter).await;
        let mut people: Vec<_> = (0..101)
            .map(|n| signer(&format!("Many Lopez{n:03}")))
            .collect();
        people.push(of("Lucía O’Brien", "Bar member", "Ridge Law"));
        people.push(hidden("Lucía Hidden"));
        signed(&world, people).await;
        let mut reader = world.visitor();
        for words in ["lucia", "LUC bri", "ridge bar", "o'b"] {
            reader
                .goes(LIST)
                .await
                .types("q", words)
                .presses("Search")
                .await;
            assert_eq!(names(&reader), ["Lucía O’Brien"], "{words}");
        }
        // addresses are nowhere: not shown and not found
        reader
            .goes(LIST)
            .await
            .types("q", "example")
            .presses("Search")
            .await;
        reader.sees("No name here matches “example”.");
        reader
            .goes(LIST)
            .await
            .types("q", "lopez")
            .presses("Search")
            .await;
        assert_eq!(names(&reader).len(), 100);
        reader.sees("More than 100 names match.");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_withdraws_is_off_the_list_at_once() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut sam = world.visitor();
        sam.opens(&letter)
            .await
            .fills_in("Sam Rivers", "sam@example.org");
        sam.types("public", "detail")
            .types("affiliation", "Harlow University");
        sam.presses("Sign the letter").await;
        let mut reader = world.visitor();
        reader.goes(LIST).await.sees_no("Rivers");
        sam.opens_mail().await.presses("Confirm my signature").await;
        reader.goes(LIST).await;
        assert_eq!(names(&reader), ["Sam Rivers"]);
        sam.follows("Withdraw my signature")
            .await
            .presses("Withdraw my signature")
            .await;
        let _ = sam.reads_mail().await;
        reader.goes(LIST).await.sees_no("Rivers");
        let found = reader.gets(&format!("{LIST}?q=rivers")).await;
        assert!(!found.body.contains("Rivers"), "nor found");
        sam.presses("I changed my mind: count me again").await;
        reader.goes(LIST).await;
        assert_eq!(names(&reader), ["Sam Rivers"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_more_than_signer_and_organizers_allow() {
    on_both(|world| async move {
        let people = || {
            let alone = Signer {
                visibility: Visibility::Name,
                ..of("Ann Alone", "Librarian", "Harlow University")
            };
            vec![alone, of("Bea Beside", "Librarian", "Harlow University")]
        };
        world.petition(Kind::Letter).await;
        signed(&world, people()).await;
        let mut reader = world.visitor();
        reader.goes(LIST).await;
        assert_eq!(
            reader.answer().page().all(".names .af"),
            ["Librarian, Harlow University"]
        );
        reader.goes(&format!("{LIST}?q=librarian")).await;
        assert_eq!(
            names(&reader),
            ["Bea Beside"],
            "what is not shown finds nobody"
        );
        for (most, slug) in [
            (Visibility::Name, "names-only"),
            (Visibility::Place, "no-names"),
        ] {
            world
                .petition_with(Kind::Letter, |plan| {
                    slug.clone_into(&mut plan.slug);
                    plan.settings.most_public = most;
                })
                .await;
            let db = world.app().db.clone();
            let letter = by_slug(&db, slug).await;
            sign(
                &db,
                letter.id,
                SignatureState::Counted,
                people(),
                world.now(),
            )
            .await;
            world.looks().await;
        }
        let list = "/en/p/names-only/signers";
        reader
            .goes(list)
            .await
            .sees("Bea Beside")
            .sees_no("Harlow")
            .sees_no("By role");
        reader
            .goes(&format!("{list}?q=librarian"))
            .await
            .sees_no("Beside");
        let grouped = reader.gets(&format!("{list}?by=role")).await;
        assert_eq!((grouped.status, grouped.header("location")), (303, list));
        assert_eq!(reader.gets("/en/p/no-names/signers").await.status, 404);
        reader
            .goes("/en/p/no-names")
            .await
            .sees_no("See all the names")
            .sees_no("Bea");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_there_is_not() {
    on_both(|world| async move {
        world.petition(Kind::Letter).await;
        signed(&world, vec![signer("Ann One")]).await;
        let reader = world.visitor();
        for query in [
            "letter=z",
            "letter=zz",
            "letter=%C3%A9",
            "by=email",
            "by=role&group=none",
            "group=x",
            "by=role&letter=a",
            "after=nonsense",
            "after=WzEsWyJhIl1d",
            "by=role&after=WzEsWyJhIl1d",
        ] {
            let answer = reader.gets(&format!("{LIST}?{query}")).await;
            let to = (answer.status, answer.header("location"));
            assert_eq!(to, (303, LIST), "{query}");
        }
        let unprefixed = reader.gets("/p/open-letter/signers?letter=x").await;
        assert_eq!(unprefixed.header("location"), "/p/open-letter/signers");
        // NUL is in no name; one database cannot even be asked for it
        let cursor = "WzAsWyJhXHUwMDAwIiwiYiJdXQ";
        for query in [
            "by=role&group=%00",
            "by=affiliation&group=a%00b",
            "letter=%00",
            "q=%00",
            "by=%00",
            "after=%00",
        ] {
            let answer = reader.gets(&format!("{LIST}?{query}")).await;
            assert_eq!(answer.status, 404, "{query}");
        }
        let answer = reader.gets(&format!("{LIST}?after={cursor}")).await;
        assert_eq!(answer.status, 303, "not in the place of a page either");
        let long = reader
            .gets(&format!("{LIST}?q={}", "%E3%8C%96".repeat(200)))
            .await;
        assert_eq!(long.status, 200, "a word that grows when it is taken apart");
        let long = reader.gets(&format!("{LIST}?q={}", "a".repeat(201))).await;
        assert_eq!(long.status, 422);
        assert_eq!(reader.gets("/en/p/nothing/signers").await.status, 404);
        let french = reader.gets("/fr/p/open-letter/signers").await;
        assert_eq!(french.header("location"), "/p/open-letter/signers");
        let list = reader.gets(LIST).await;
        assert_eq!(list.header("x-robots-tag"), "noindex, noarchive");
        let robots = list.page().attribute("meta[name=robots]", "content");
        assert_eq!(robots.as_deref(), Some("noindex, noarchive"));
        let page = reader.gets("/en/p/open-letter").await;
        assert_eq!(
            page.header("x-robots-tag"),
            "noarchive",
            "names stand there too"
        );
        let unprefixed = reader.gets("/p/open-letter/signers").await;
        assert_eq!(unprefixed.status, 200);
        assert!(unprefixed.all("vary").contains(&"Accept-Language"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_copies_it_in_passing() {
    on_both(|world| async move {
        world.petition(Kind::Letter).await;
        let reader = world.visitor();
        for _ in 0..60 {
            assert_eq!(reader.gets(LIST).await.status, 200);
        }
        assert_eq!(reader.gets(LIST).await.status, 429);
        assert_eq!(
            world.visitor().gets(LIST).await.status,
            200,
            "somebody else"
        );
    })
    .await;
}
