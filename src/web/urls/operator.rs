//! What is the operator's alone.

use crate::base::{Cursor, Id};

/// How this site stands: the operator's first page.
#[must_use]
pub fn operator() -> String {
    "/organize/operator".to_owned()
}

/// Where everything is looked at at once, from outside too.
#[must_use]
pub fn operator_doctor() -> String {
    "/organize/operator/doctor".to_owned()
}

/// Where an instance is asked how it stands, by whoever has its secrets.
#[must_use]
pub(crate) fn doctor_answer(ticket: &str) -> String {
    format!("/doctor/{ticket}")
}

/// Every organization with its numbers, from a place in the list on.
#[must_use]
pub fn operator_organizations(after: Option<&Cursor>) -> String {
    from("/organize/operator/organizations", after)
}

/// How mail stands.
#[must_use]
pub fn operator_mail() -> String {
    "/organize/operator/mail".to_owned()
}

/// The same with what became of a test message.
#[must_use]
pub fn operator_mail_after<T>(test: Id<T>) -> String {
    format!("/organize/operator/mail?test={test}")
}

/// Where a test message is asked for.
#[must_use]
pub fn operator_test_mail() -> String {
    "/organize/operator/mail/test".to_owned()
}

/// What visitors have reported about pages, from a place in the list on.
#[must_use]
pub fn operator_reports(after: Option<&Cursor>) -> String {
    from("/organize/operator/reports", after)
}

/// Where it is noted that a report was dealt with.
#[must_use]
pub fn operator_report<T>(id: Id<T>) -> String {
    format!("/organize/operator/reports/{id}")
}

/// Networks where many people sign at once, and where another one is named.
#[must_use]
pub fn operator_events() -> String {
    "/organize/operator/events".to_owned()
}

/// Where one of them is ended before its time.
#[must_use]
pub fn end_event<T>(id: Id<T>) -> String {
    format!("/organize/operator/events/{id}/end")
}

fn from(path: &str, after: Option<&Cursor>) -> String {
    match after {
        Some(after) => format!("{path}?after={after}"),
        None => path.to_owned(),
    }
}
