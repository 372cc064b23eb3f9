//! Questions on a terminal: asked on standard error, so that standard output holds what was done and nothing else.

use rustix::termios::{LocalModes, OptionalActions, tcgetattr, tcsetattr};
use std::io::{self, BufRead, IsTerminal, Write};

/// Whether somebody is there to answer.
pub(super) fn is_there() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// Says something.
pub(super) fn tell(text: &str) {
    // nobody may be reading
    let _ = writeln!(io::stderr(), "{text}");
}

/// Asks for one line, without the blanks around it; what is usual where nothing is typed.
///
/// # Errors
/// The end of the input, or what the system says.
pub(super) fn asks(question: &str, usual: &str) -> io::Result<String> {
    let shown = match usual {
        "" => format!("\n{question}\n> "),
        usual => format!("\n{question}\n[{usual}] > "),
    };
    let typed = line(&shown)?;
    Ok(match typed.is_empty() {
        true => usual.to_owned(),
        false => typed,
    })
}

/// Asks for yes or no; nothing is no.
///
/// # Errors
/// As [`asks`].
pub(super) fn agrees(question: &str) -> io::Result<bool> {
    let typed = line(&format!("{question} [y/N] > "))?.to_lowercase();
    Ok(matches!(typed.as_str(), "y" | "yes"))
}

/// Asks for one line that is not shown while it is typed.
///
/// # Errors
/// As [`asks`].
pub(super) fn asks_hidden(question: &str) -> io::Result<String> {
    let terminal = io::stdin();
    let shown = tcgetattr(&terminal)?;
    let mut hidden = shown.clone();
    hidden.local_modes.remove(LocalModes::ECHO);
    tcsetattr(&terminal, OptionalActions::Drain, &hidden)?;
    let typed = line(&format!("{question} (not shown) > "));
    tcsetattr(&terminal, OptionalActions::Drain, &shown)?;
    tell("");
    typed
}

fn line(prompt: &str) -> io::Result<String> {
    let mut to = io::stderr();
    to.write_all(prompt.as_bytes())?;
    to.flush()?;
    let mut typed = String::new();
    match io::stdin().lock().read_line(&mut typed)? {
        0 => Err(io::ErrorKind::UnexpectedEof.into()),
        _ => Ok(typed.trim().to_owned()),
    }
}
