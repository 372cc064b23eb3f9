//! Story: whoever runs the site lets a program in by a command, and locks it out.

use super::commands::{LETTER, demo};
use crate::support::on_both;
use crate::support::operator::run;
use undersigned::account::token::text::TokenText;

#[actix_web::test]
async fn an_operator_lets_a_program_in_and_locks_it_out() {
    on_both(|database| async move {
        demo(&database).stop("INT");
        let token = |more: &[&str]| {
            let mut all = vec!["--database", database.url(), "token"];
            all.extend(more);
            run(database.folder(), &all)
        };
        let said = |more: &[&str]| {
            let output = token(more);
            let why = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(output.status.success(), "{more:?}: {why}");
            String::from_utf8(output.stdout).unwrap()
        };
        assert_eq!(said(&["list"]), "no token\n");
        let all = ["add", "--name", "Nightly", "--scopes", "all"];
        let made = said(&[&all[..], &["--petition", LETTER]].concat());
        let text = made.lines().last().unwrap();
        assert!(TokenText::parse(text).is_some(), "{made}");
        assert_eq!(made.matches("pt_live_").count(), 1, "{made}");
        let short = TokenText::parse(text).unwrap().short_id().to_string();
        let some = [
            "add",
            "--name",
            "CRM",
            "--scopes",
            "people:read,counts:read",
        ];
        let limits = [
            "--petition",
            LETTER,
            "--network",
            "192.0.2.7/24",
            "--expires",
            "365d",
        ];
        said(&[&some[..], &limits].concat());
        let listed = said(&["list"]);
        assert!(
            listed.contains(&format!("{short} works until 20")),
            "{listed}"
        );
        assert!(listed.contains("counts:read,people:read; made by a command; used never"));
        assert!(listed.contains(&format!("only /p/{LETTER}")));
        assert!(listed.contains("only from 192.0.2.0/24"));
        assert!(!listed.contains(text.split_at(15).1), "{listed}");
        let ended = said(&["revoke", &short]);
        assert_eq!(ended, format!("{short} (Nightly) opens nothing any more\n"));
        assert!(said(&["revoke", &format!("pt_live_{short}")]).contains("had ended already"));
        assert!(said(&["list"]).contains(&format!("{short} revoked")));
        let with = |more: &[&'static str]| [&all[..], more].concat();
        for (wrong, code) in [
            (vec!["add", "--name", "N"], 2),
            (vec!["add", "--name", "N", "--scopes", "everything"], 2),
            (
                vec!["add", "--name", "", "--scopes", "all", "--petition", LETTER],
                2,
            ),
            (with(&["--expires", "366d"]), 2),
            (with(&["--network", "office"]), 2),
            (with(&["--petition", "none-of-ours"]), 1),
            (with(&["--organization", "Nobody"]), 1),
            (with(&["--organization", "Nobody", "--petition", LETTER]), 1),
            (vec!["revoke", "abc"], 1),
            (vec!["revoke", "abc123"], 1),
        ] {
            let output = token(&wrong);
            assert_eq!(output.status.code(), Some(code), "{wrong:?}");
            assert_eq!(output.stdout, b"", "{wrong:?}");
            let told = String::from_utf8(output.stderr).unwrap();
            assert_eq!(told.lines().count(), 1, "{told}");
        }
    })
    .await;
}
