//! The answers: said on the command line or in the environment, or asked for. Each is tried out.

use super::terminal;
use crate::cli::Failed;
use crate::serve::settings::SettingTexts;

/// What to ask for a setting.
pub(super) struct SettingQuestion {
    /// The setting.
    pub(super) name: &'static str,
    /// Lines that are shown.
    pub(super) text: &'static str,
    /// What is taken where nothing is typed; empty where something has to be.
    pub(super) usual: &'static str,
}

/// What became of an answer.
pub(super) enum TriedAnswer {
    /// It is right; as the setting is written, and what is good to know.
    Fine(String, Option<String>),
    /// It may be right, and something that can be seen from here speaks against it: what, and what to do.
    Doubtful(String, String),
    /// It cannot be: why.
    Wrong(String),
}

/// All of them so far.
pub(super) struct SettingAnswers {
    pub(super) texts: SettingTexts,
    /// Settings without an answer, where nobody is there to be asked.
    missing: Vec<&'static str>,
    is_unchecked: bool,
    is_somebody_there: bool,
}

impl SettingAnswers {
    pub(super) fn new(texts: SettingTexts, is_unchecked: bool) -> Self {
        Self {
            texts,
            missing: Vec::new(),
            is_unchecked,
            is_somebody_there: terminal::is_there(),
        }
    }

    /// Gets one answer that holds; none where it is missing, which is told by [`Self::complete`].
    ///
    /// # Errors
    /// A typed answer that is wrong or doubtful; the end of the input.
    pub(super) fn ask(
        &mut self,
        question: &SettingQuestion,
        try_out: impl Fn(&str) -> TriedAnswer,
    ) -> Result<Option<String>, Failed> {
        let name = question.name;
        let typed = self.texts.typed(name).map(str::to_owned);
        let usual = Some(question.usual.to_owned()).filter(|usual| !usual.is_empty());
        let answer = match (typed, self.is_somebody_there) {
            (Some(text), _) => self.judged(name, try_out(&text))?,
            (None, true) => asked(question, try_out)?,
            (None, false) => match usual {
                Some(text) => self.judged(name, try_out(&text))?,
                None => {
                    self.missing.push(name);
                    return Ok(None);
                }
            },
        };
        self.texts.set(name, answer.clone());
        Ok(Some(answer))
    }

    /// An answer that nobody is asked about again.
    fn judged(&self, name: &str, tried: TriedAnswer) -> Result<String, Failed> {
        match tried {
            TriedAnswer::Fine(answer, told) => {
                if let Some(told) = told {
                    terminal::tell(&told);
                }
                Ok(answer)
            }
            TriedAnswer::Doubtful(answer, why) if self.is_unchecked => {
                terminal::tell(&format!("{name}: {why}"));
                Ok(answer)
            }
            TriedAnswer::Doubtful(_, why) => Err(Failed::Work(format!(
                "{name}: {why} (--unchecked writes the settings all the same)"
            ))),
            TriedAnswer::Wrong(why) => Err(Failed::Settings(format!("{name}: {why}"))),
        }
    }

    /// Whether somebody is there to be asked.
    pub(super) fn is_somebody_there(&self) -> bool {
        self.is_somebody_there
    }

    /// Nothing is missing.
    ///
    /// # Errors
    /// What is.
    pub(super) fn complete(&self) -> Result<(), Failed> {
        if self.missing.is_empty() {
            return Ok(());
        }
        let missing: Vec<_> = self
            .missing
            .iter()
            .map(|name| format!("--{name}"))
            .collect();
        Err(Failed::Settings(format!(
            "init: nobody is at a terminal to be asked, and these are not said: {}",
            missing.join(", ")
        )))
    }
}

/// Asks until an answer holds.
fn asked(
    question: &SettingQuestion,
    try_out: impl Fn(&str) -> TriedAnswer,
) -> Result<String, Failed> {
    let ended = |error: std::io::Error| Failed::Work(format!("init: nothing was written: {error}"));
    loop {
        let typed = terminal::asks(question.text, question.usual).map_err(ended)?;
        match try_out(&typed) {
            TriedAnswer::Fine(answer, told) => {
                terminal::tell(&told.unwrap_or_else(|| "Good.".to_owned()));
                return Ok(answer);
            }
            TriedAnswer::Doubtful(answer, why) => {
                terminal::tell(&format!("! {why}"));
                if terminal::agrees("Take it all the same?").map_err(ended)? {
                    return Ok(answer);
                }
            }
            TriedAnswer::Wrong(why) => terminal::tell(&format!("! {why}")),
        }
    }
}
