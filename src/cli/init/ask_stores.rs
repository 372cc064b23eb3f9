//! Where everything is kept, who runs the site, and where mail goes.

use super::answers::{SettingAnswers, SettingQuestion, TriedAnswer};
use super::{looks, terminal};
use crate::base::{Email, SiteAddress, Strictness};
use crate::cli::Failed;
use crate::db::Target;
use crate::mail::{MailAddress, MailSetting};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

const DATABASE: SettingQuestion = SettingQuestion {
    name: "database",
    text: "3 of 5. Where are signatures kept? In a file of the data folder, which is right for one machine: press Enter.\n\
           On a PostgreSQL: postgres://USER:PASSWORD@HOST/NAME",
    usual: "",
};
const ADDRESS: SettingQuestion = SettingQuestion {
    name: "operator-email",
    text: "4 of 5. Your mail address: a test letter goes there now, and what visitors report later. It is never shown.",
    usual: "",
};
const MAIL: SettingQuestion = SettingQuestion {
    name: "mail",
    text: "5 of 5. Which relay takes mail? Its password is asked for next.\n\
           smtp://USER@HOST:587 (STARTTLS), smtps://USER@HOST:465 (TLS), or smtp+insecure://127.0.0.1:25 (on this machine)",
    usual: "",
};

/// Asks for the database. Nobody has to say one.
pub(super) fn database(answers: &mut SettingAnswers, file: &str) -> Result<(), Failed> {
    if answers.texts.typed(DATABASE.name).is_none() && !answers.is_somebody_there() {
        return Ok(());
    }
    answers.ask(&DATABASE, |typed| {
        let text = match typed {
            "" => file,
            typed => typed,
        };
        let target = match text.parse::<Target>() {
            Ok(target) => target,
            Err(wrong) => return TriedAnswer::Wrong(wrong.to_string()),
        };
        match looks::is_free(&target) {
            Ok(told) => TriedAnswer::Fine(text.to_owned(), told),
            Err(doubt) => TriedAnswer::Doubtful(text.to_owned(), doubt),
        }
    })?;
    Ok(())
}

/// Asks who runs the site.
pub(super) fn operator(answers: &mut SettingAnswers) -> Result<Option<Email>, Failed> {
    let parse = |typed: &str| Email::parse(typed, Strictness::Public);
    let wrong = || "must be an address such as you@example.org".to_owned();
    let answer = answers.ask(&ADDRESS, |typed| match parse(typed) {
        Ok(email) => TriedAnswer::Fine(email.deliver().to_owned(), None),
        Err(_) => TriedAnswer::Wrong(wrong()),
    })?;
    let email = answer.map(|answer| parse(&answer).map_err(|_| Failed::Settings(wrong())));
    email.transpose()
}

/// Asks for the relay, which has to take a letter.
pub(super) fn mail(
    answers: &mut SettingAnswers,
    site: &SiteAddress,
    to: Option<&Email>,
) -> Result<(), Failed> {
    let from = answers.texts.typed("mail-from").map(str::to_owned);
    let from = from.unwrap_or_else(|| format!("petitions@{}", site.host()));
    let from = MailAddress::parse(&from).map_err(|_| {
        Failed::Settings("mail-from: must be an address such as petitions@example.org".to_owned())
    })?;
    answers.ask(&MAIL, |typed| {
        let typed = match with_password(typed) {
            Ok(typed) => typed,
            Err(error) => return TriedAnswer::Wrong(error.to_string()),
        };
        let relay = match typed.parse::<MailSetting>() {
            Ok(relay) => relay,
            Err(wrong) => {
                let wrong = wrong.to_string();
                let wrong = wrong.strip_prefix("mail: ").unwrap_or(&wrong).to_owned();
                return TriedAnswer::Wrong(wrong);
            }
        };
        let tried = match to {
            Some(to) => looks::takes_a_letter(&relay, (to, &from), site),
            None => Ok(None),
        };
        match tried {
            Ok(told) => TriedAnswer::Fine(typed, told),
            Err(doubt) => TriedAnswer::Doubtful(typed, doubt),
        }
    })?;
    Ok(())
}

/// The address of a relay with the password that belongs to the name in it, asked for where somebody is there and it has none.
fn with_password(typed: &str) -> std::io::Result<String> {
    let name = typed
        .split_once("://")
        .and_then(|(scheme, rest)| Some((scheme, rest.rsplit_once('@')?)))
        .filter(|(_, (account, _))| !account.contains(':'));
    let Some((scheme, (account, place))) = name.filter(|_| terminal::is_there()) else {
        return Ok(typed.to_owned());
    };
    let password = terminal::asks_hidden("Password")?;
    let coded = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    // a name that was typed with its @ as it is
    let account = match account.contains('%') {
        true => account.to_owned(),
        false => coded(account),
    };
    Ok(format!("{scheme}://{account}:{}@{place}", coded(&password)))
}
