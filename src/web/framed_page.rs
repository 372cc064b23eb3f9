//! An error in a frame of another site.

use super::page::ErrorPage;

/// An error page that is small, and whose links lead out of the frame.
#[derive(askama::Template)]
#[template(path = "kit/framed_problem.html")]
pub(crate) struct FramedErrorPage<'a> {
    /// What it says.
    pub page: &'a ErrorPage<'a>,
}
