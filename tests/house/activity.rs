//! What organizers do leaves a line in the activity log.

use crate::hold;
use crate::source::{Source, rust};

/// Forms after which there is nothing to tell colleagues: the way in and out of one's own account, one’s own language, what a later press does, steps of
/// the first run that are left out, a test of a webhook, and large lists and books: the log has them since they were there.
const QUIET: [&str; 17] = [
    "src/account/access/prove.rs",
    "src/account/access/sessions.rs",
    "src/account/access/sign_out.rs",
    "src/account/joining/leave_first_run.rs",
    "src/account/profile/change_address.rs",
    "src/account/profile/notices.rs",
    "src/account/profile/switch_language.rs",
    "src/account/second_factor/ask.rs",
    "src/partner/webhook/console/test.rs",
    "src/petition/edit/kept/discard.rs",
    "src/signature/console/find.rs",
    "src/signature/moderation/begin.rs",
    "src/signature/moderation/rule.rs",
    "src/site/console/first_mail.rs",
    "src/transfer/delivery/book.rs",
    "src/transfer/job/again.rs",
    "src/transfer/job/download.rs",
];

fn silent(sources: &[Source]) -> Vec<String> {
    let posts = r"pub(?:\(crate\))? async fn \w*(?:post|begin|end)\w*\(";
    let takes = r"\b(?:OrganizerForm|DraftForm|DraftUpload|ProvedForm)<\w";
    let tells = r"\bDeed::|\bPetitionLog::|\bmails::tell\(|\btransition::press\(|\bSourceWriter \{|\bmanage::\w+\(tx";
    let sources = sources.iter().filter(|source| {
        let is_quiet = QUIET.contains(&source.path.as_str());
        let is_form = !source.find(posts).is_empty() && !source.find(takes).is_empty();
        !is_quiet && is_form && source.find(tells).is_empty()
    });
    sources.map(|source| source.path.clone()).collect()
}

#[test]
fn every_form_of_the_console_leaves_a_line() {
    hold(
        "A form of an organizer writes what it did into the activity log, in its transaction, or stands among the quiet ones.",
        &silent(rust()),
    );
}

#[test]
fn every_quiet_form_is_there() {
    let all = rust();
    for quiet in QUIET {
        assert!(all.iter().any(|source| source.path == quiet), "{quiet}");
    }
}

#[test]
fn the_rule_of_the_log_bites() {
    let form = |body: &str| {
        let text = format!("pub async fn post(posted: OrganizerForm<F>) -> Result {{ {body} }}");
        silent(&[Source::new("src/petition/lifecycle/x.rs", &text)]).len()
    };
    assert_eq!(form("db.write(|tx| save(tx))"), 1);
    assert_eq!(form("db.write(|tx| log.did(tx, Deed::CLOSED))"), 0);
}
