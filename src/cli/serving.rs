//! `serve` and `demo`.

use super::Failed;
use super::log_lines;
use super::work::print;
use crate::base::Strictness;
use crate::base::time::seconds;
use crate::db;
use crate::demo;
use crate::mail::MailSetting;
use crate::serve;
use crate::serve::settings::Settings;
use crate::web::urls;
use std::fmt::Write as _;

fn block_on(work: impl Future<Output = Result<(), String>>) -> Result<(), String> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(|error| format!("cannot start: {error}"))?;
    let done = runtime.block_on(work);
    // A statement that hangs on a database that went away must not keep the program.
    runtime.shutdown_timeout(seconds(1));
    done
}

// Opening blocks, so it is done before there is anything asynchronous.

/// The real thing. Where nobody organizes yet it tells how to begin.
pub(super) fn serve(settings: &Settings) -> Result<(), String> {
    log_lines::begin();
    let app = serve::open(settings, Strictness::Public)?;
    let first = serve::set_up_address(&app)?;
    block_on(serve::serve(settings, app, |_| {
        if let Some(address) = first {
            // Nobody may be reading.
            let _ = print(&format!(
                "Nobody organizes here yet. Set it up within an hour at\n{address}\n"
            ));
        }
    }))
}

/// Says what the start would do to the schema of the database. Changes nothing.
pub(super) fn dry_run(settings: &Settings) -> Result<(), Failed> {
    let plan = db::upgrade_plan(&settings.database, settings.database_wait)?;
    let database = &settings.database;
    let mut told = match (plan.is_new(), plan.is_empty()) {
        (true, _) => format!("{database:?} is empty or not there: its schema would be made\n"),
        (false, true) => {
            format!("the schema of {database:?} is up to date: nothing would be done to it\n")
        }
        (false, false) => format!("the schema of {database:?} would be brought up to date\n"),
    };
    for line in plan.lines() {
        let _ = writeln!(told, "{line}");
    }
    print(&told)
}

/// Invented petitions, on this machine only.
pub(super) fn demo(settings: &Settings) -> Result<(), String> {
    if !settings.is_at_home || settings.mail != MailSetting::Capture {
        return Err(
            "demo: invented people are for this machine only: leave base-url and mail at their defaults"
                .to_owned(),
        );
    }
    log_lines::begin();
    let app = serve::open(settings, Strictness::Testing)?;
    let fault = |error: db::Error| format!("demo: {error}");
    demo::load(&app.db, &app.site).map_err(fault)?;
    app.refresh()?;
    let owner = demo::Owner::of(&app.site);
    let is_known = app
        .db
        .read_here(|conn| owner.is_known(conn))
        .map_err(fault)?;
    let told = welcome(settings, Some(&owner).filter(|_| is_known));
    block_on(serve::serve(settings, app, move |_| {
        let _ = print(&told);
    }))
}

/// What a newcomer wants to know.
fn welcome(settings: &Settings, owner: Option<&demo::Owner>) -> String {
    let (url, door) = (&settings.base_url, urls::sign_in(None));
    let mut told = format!("\nPetitions      {url}/\n");
    if let Some(demo::Owner { email, passphrase }) = owner {
        let _ = write!(
            told,
            "Organizer      {url}{door}\n    email        {email}\n    passphrase   {passphrase}\n"
        );
    }
    let _ = write!(
        told,
        "Captured mail  {url}{mails}\n\nCtrl-C stops it. What you did is kept in {data} for the next time.\n\n",
        mails = urls::CAPTURED_MAILS,
        data = settings.data.display()
    );
    told
}
