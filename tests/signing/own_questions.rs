//! Story: signers answer what organizers ask in words of their own. They see and change it where they change everything else; organizers
//! read it in the list and in the files; nobody else does.

use crate::support::questions::question;
use crate::support::visitor::Visitor;
use crate::support::world::on_both;
use serde_json::{Value, json};
use undersigned::account::model::Role;
use undersigned::base::time::{days, minutes};
use undersigned::petition::rules::question::QuestionKind;
use undersigned::petition::{FormQuestion, Kind, Petition};
use undersigned::web::urls;

pub const PAGE: &str = "/en/p/free-records";

/// One of each kind.
fn each() -> Vec<FormQuestion> {
    [
        (QuestionKind::Short, "Where?"),
        (QuestionKind::Long, "What happened?"),
        (QuestionKind::One, "Which?"),
        (QuestionKind::Several, "Which of these?"),
        (QuestionKind::Tick, "Shall we call on you?"),
        (QuestionKind::Number, "How many?"),
        (QuestionKind::Date, "Since when?"),
    ]
    .into_iter()
    .zip(1..)
    .map(|((kind, label), number)| question(number, kind, label))
    .collect()
}

pub fn required(question: FormQuestion) -> FormQuestion {
    FormQuestion {
        is_required: true,
        ..question
    }
}

/// The table that an owner takes: its heads and its rows.
pub async fn table(owner: &mut Visitor, petition: &Petition) -> (Vec<String>, Vec<Vec<String>>) {
    owner.takes_list(petition).await;
    let file = owner.answer().body.clone();
    let mut lines = csv::Reader::from_reader(file.trim_start_matches('\u{feff}').as_bytes());
    let cells = |row: &csv::StringRecord| row.iter().skip(21).map(str::to_owned).collect();
    let heads = cells(lines.headers().expect("a header"));
    let rows = lines.records().map(|row| cells(&row.expect("a row")));
    (heads, rows.collect())
}

/// Confirms, and stands on the own page, whose path is returned.
pub async fn confirms(signer: &mut Visitor) -> String {
    signer
        .opens_mail()
        .await
        .presses("Confirm my signature")
        .await;
    signer
        .follows("See or change everything we keep about you")
        .await;
    signer.path().to_owned()
}

pub async fn data(signer: &Visitor, own: &str) -> Value {
    signer.gets(&format!("{own}/data.json")).await.json()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_kind_is_answered_kept_changed_and_taken_along() {
    on_both(|world| async move {
        // the owner hears that a list was taken
        world.leaves_unread(1);
        let letter = world.petition(Kind::Petition).await;
        world
            .asks(&letter, each().into_iter().map(required).collect())
            .await;
        let mut sam = world.visitor();
        sam.goes(PAGE).await;
        let page = sam.answer().page();
        for field in [
            "input[type=text][name=q-1][maxlength=200][required]",
            "textarea[name=q-2][maxlength=2000][required]",
            "input[type=radio][name=q-3]",
            "input[type=checkbox][name=q-4-2]",
            "input[type=checkbox][name=q-5][required]",
            "input[inputmode=decimal][name=q-6]",
            "input[type=date][name=q-7]",
        ] {
            assert!(page.find(field).is_some(), "{field}");
        }
        sam.fills_in("Sam Rivers", "sam@example.org");
        let text = "First.\r\nThen <b>that</b>.";
        sam.types("q-1", "At the quay")
            .types("q-2", text)
            .chooses("green");
        sam.types("q-4-1", "1")
            .types("q-4-3", "1")
            .types("q-6", "1,000");
        sam.presses("Sign the petition").await;
        assert_eq!(sam.status(), 422);
        let page = sam.answer().page();
        let wrong: Vec<_> = page.errors();
        let fields: Vec<_> = wrong.iter().map(|(field, _)| field.as_str()).collect();
        assert_eq!(fields, ["q-5", "q-6", "q-7"], "{wrong:?}");
        assert_eq!(wrong[0].1, "Shall we call on you? – Answer this question");
        for field in fields {
            assert!(
                page.find(&format!("#{field}")).is_some(),
                "{field} can be reached"
            );
        }
        // nothing of it is lost
        assert_eq!(
            page.attribute("#q-1", "value").as_deref(),
            Some("At the quay")
        );
        assert_eq!(page.attributes("form.sign [checked]", "name").len(), 3 + 1);
        let again = sam.would_send("Sign the petition");
        assert!(
            again
                .fields
                .contains(&("q-2".to_owned(), text.replace("\r\n", "\n")))
                || again.fields.contains(&("q-2".to_owned(), text.to_owned()))
        );

        sam.types("q-5", "1")
            .types("q-6", "-3,5")
            .types("q-7", "2027-05-03");
        sam.types("updates", "no");
        sam.presses("Sign the petition").await;
        sam.sees_no("quay");
        let own = confirms(&mut sam).await;
        let page = sam.answer().page();
        let held = |css: &str| page.attribute(css, "value");
        assert_eq!(held("#q-1").as_deref(), Some("At the quay"));
        assert_eq!(held("[name=q-3][checked]").as_deref(), Some("2"));
        assert_eq!(held("#q-6").as_deref(), Some("-3.5"));
        assert_eq!(
            page.attributes("[type=checkbox][checked]", "name"),
            ["q-4-1", "q-4-3", "q-5"]
        );
        let told = |all: &Value| -> Vec<Value> {
            let all = all["signer"]["answers"].as_array().expect("answers");
            all.iter().map(|one| one["answer"].clone()).collect()
        };
        let all = data(&sam, &own).await;
        assert_eq!(all["signer"]["answers"][0]["question"], "Where?");
        let taken = [
            json!(["At the quay"]),
            json!(["First.\nThen <b>that</b>."]),
            json!(["green"]),
            json!(["red", "grey"]),
            json!(["yes"]),
            json!(["-3.5"]),
            json!(["2027-05-03"]),
        ];
        assert_eq!(told(&all), taken);

        // the organizers read it; a spreadsheet computes nothing
        let mut owner = world.organizer(&letter, Role::Owner).await;
        owner.goes(&urls::signatures(letter.id)).await;
        owner
            .sees("7 answers")
            .sees("Which of these? red; grey")
            .sees("Then <b>that</b>.");
        let (heads, rows) = table(&mut owner, &letter).await;
        assert_eq!(
            heads,
            [
                "Where? (q1)",
                "What happened? (q2)",
                "Which? (q3)",
                "Which of these?: red (q4.1)",
                "Which of these?: green (q4.2)",
                "Which of these?: grey (q4.3)",
                "Shall we call on you? (q5)",
                "How many? (q6)",
                "Since when? (q7)",
            ]
        );
        assert_eq!(
            rows,
            [[
                "At the quay",
                "First. Then <b>that</b>.",
                "green",
                "Y",
                "",
                "Y",
                "Y",
                "'-3.5",
                "2027-05-03"
            ]]
        );
        owner.goes(&urls::export(letter.id)).await;
        owner.wants_every_column();
        owner.types("format", "ndjson").presses("Download").await;
        let line: Value = owner.answer().json();
        assert_eq!(
            line["answers"][3],
            json!({"question": "q4", "label": "Which of these?", "answer": ["red", "grey"]})
        );

        // everything may be taken back, whatever the form asks
        for field in ["q-1", "q-2", "q-6", "q-7"] {
            sam.types(field, "");
        }
        sam.types("q-3", "")
            .types("q-4-1", "0")
            .types("q-4-3", "0")
            .types("q-5", "0");
        sam.presses("Save changes").await.sees("Saved.");
        assert_eq!(told(&data(&sam, &own).await), Vec::<Value>::new());
        sam.types("q-6", "many").presses("Save changes").await;
        assert_eq!(sam.status(), 422);
        assert_eq!(sam.answer().page().errors()[0].0, "q-6");
        // nobody else reads any of it
        let mut anybody = world.visitor();
        for path in [PAGE, "/p/free-records.json", "/en/p/free-records/signers"] {
            anybody.goes(path).await.sees_no("quay");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_taken_off_stays_with_who_answered_it() {
    on_both(|world| async move {
        // the owner hears that a list was taken
        world.leaves_unread(1);
        let letter = world.petition(Kind::Petition).await;
        let all = vec![
            question(1, QuestionKind::Short, "Where?"),
            question(2, QuestionKind::Several, "Which?"),
            question(3, QuestionKind::Short, "Where?"),
        ];
        world.asks(&letter, all).await;
        let mut sam = world.visitor();
        sam.goes(PAGE).await;
        sam.fills_in("Sam Rivers", "sam@example.org")
            .types("q-1", "Merton");
        sam.types("q-2-1", "1")
            .types("q-2-2", "1")
            .types("q-3", "Harlow");
        sam.presses("Sign the petition").await;
        // the form of a page that is older than its petition
        let mut lee = world.visitor();
        lee.goes(PAGE).await;
        lee.fills_in("Lee Okafor", "lee@example.org")
            .types("q-1", "Ashby");

        world.later(days(3)).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        owner
            .goes(&urls::questions(letter.id))
            .await
            .presses("Remove")
            .await;
        owner.sees("Removed").sees("What was answered is kept");
        owner.goes(&urls::question(letter.id, 2)).await;
        owner
            .types("drop-1", "1")
            .presses("Save")
            .await
            .sees("Saved.");

        // what waited for its mailbox is kept as it was typed
        let own = confirms(&mut sam).await;
        assert_eq!(
            sam.answer().page().attribute("#q-1", "value").as_deref(),
            Some("Merton")
        );
        sam.sees("red");
        lee.presses("Sign the petition").await;
        let _ = lee.opens_mail().await.presses("Confirm my signature").await;

        let day = world.now().rfc3339().chars().take(10).collect::<String>();
        let (heads, mut rows) = table(&mut owner, &letter).await;
        let removed = |head: &str| format!("{head} (removed {day})");
        assert_eq!(
            heads,
            [
                "Which?: green (q2.2)".to_owned(),
                "Which?: grey (q2.3)".to_owned(),
                "Where? (q3)".to_owned(),
                removed("Which?: red (q2.1)"),
                removed("Where? (q1)"),
            ],
        );
        rows.sort();
        assert_eq!(
            rows,
            [["", "", "", "", ""], ["Y", "", "Harlow", "Y", "Merton"]]
        );

        // Sam says something else of it, and takes it back; then it is asked nowhere
        sam.types("q-1", "Merton Vale")
            .presses("Save changes")
            .await
            .sees("Saved.");
        sam.types("q-1", "")
            .presses("Save changes")
            .await
            .sees("Saved.");
        assert!(sam.answer().page().find("#q-1").is_none());
        assert_eq!(
            data(&sam, &own).await["signer"]["answers"]
                .as_array()
                .unwrap()
                .len(),
            2
        );
        assert!(
            world
                .visitor()
                .gets(PAGE)
                .await
                .page()
                .find("#q-1")
                .is_none()
        );
        owner
            .goes(&urls::questions(letter.id))
            .await
            .presses("Put back")
            .await;
        assert!(
            world
                .visitor()
                .gets(PAGE)
                .await
                .page()
                .find("#q-1")
                .is_some()
        );
        let (heads, _) = table(&mut owner, &letter).await;
        assert_eq!(heads[3], "Where? (q1)", "at the end of the form");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_question_that_comes_later_is_asked_of_who_comes_later() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Petition).await;
        let mut sam = world.visitor();
        sam.signs(&letter, "Sam Rivers", "sam@example.org").await;
        let own = confirms(&mut sam).await;
        let mut waits = world.visitor();
        waits.signs(&letter, "Wren Waits", "wren@example.org").await;
        let mut lee = world.visitor();
        lee.goes(PAGE).await;
        lee.fills_in("Lee Okafor", "lee@example.org");

        let asked = required(question(1, QuestionKind::One, "Which?"));
        world.asks(&letter, vec![asked]).await;
        // who has signed, and whose form waits, is not asked
        sam.types("name", "Sam Rivers Hall")
            .presses("Save changes")
            .await
            .sees("Saved.");
        sam.goes(&own).await.sees("Which? (optional)");
        sam.types("name", "Sam Rivers Vale");
        sam.presses("Save changes").await.sees("Saved.");
        waits
            .opens_mail()
            .await
            .presses("Confirm my signature")
            .await;
        assert_eq!(waits.status(), 200);
        // whoever had the page open is asked once, and types nothing again
        lee.presses("Sign the petition").await;
        assert_eq!(lee.status(), 422);
        let page = lee.answer().page();
        assert_eq!(
            page.errors(),
            [("q-1".to_owned(), "Which? – Answer this question".to_owned())]
        );
        assert_eq!(
            page.attribute("#name", "value").as_deref(),
            Some("Lee Okafor")
        );
        lee.types("updates", "no")
            .chooses("grey")
            .presses("Sign the petition")
            .await;
        // another address, and the form once more: the answer goes along
        let _ = lee.reads_mail().await;
        lee.types("email", "lee.okafor@example.org");
        lee.presses("Send it there").await;
        lee.is_at("lee.okafor@example.org");
        let own = confirms(&mut lee).await;
        let answers = data(&lee, &own).await["signer"]["answers"].clone();
        assert_eq!(answers, json!([{"question": "Which?", "answer": ["grey"]}]));
        // who signs again after withdrawing says what holds from then on
        lee.goes(&format!("{own}/withdraw"))
            .await
            .presses("Withdraw my signature")
            .await;
        let _ = lee.reads_mail().await;
        world.later(minutes(20)).await;
        let mut again = world.visitor();
        again.goes(PAGE).await;
        again
            .fills_in("Lee Okafor", "lee.okafor@example.org")
            .chooses("red");
        again.presses("Sign the petition").await;
        let _ = again.reads_mail().await;
        again
            .opens_link()
            .await
            .presses("Confirm my signature")
            .await;
        let answers = data(&again, &own).await["signer"]["answers"].clone();
        assert_eq!(answers, json!([{"question": "Which?", "answer": ["red"]}]));
    })
    .await;
}
