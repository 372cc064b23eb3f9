//! The parts of `benches/run` that need the program's own code. Each subcommand does one thing and
//! prints what it found; load itself comes from wrk, sqlite3 and psql.
#![expect(
    clippy::disallowed_methods,
    reason = "a measurement reads the clock and starts servers of its own"
)]

mod book;
mod decide;
mod listen;
mod mail;
mod ready;
mod report;
mod search;
mod seed;
mod servers;
mod tokens;
mod webhooks;

use std::process::ExitCode;

// As the program itself, so that what is compared allocates alike.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// What can go wrong in a measurement: it is told and ends it.
type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

const USAGE: &str = "\
bench bare                                     serve 30 bytes of JSON from a bare actix handler
bench same PORT ADDRESS...                     serve what the program there answers, headers and all, from a bare handler
bench null FOLDER                              serve the program, with a store that stores nothing
bench seed DATABASE SECRETS COUNT              a petition with so many signatures; prints its form's stamp
bench pending DATABASE SECRETS COUNT FILE      so many that wait to be confirmed; writes their forms to FILE
bench tokens DATABASE SECRETS COUNT FILE       so many tokens of the petition's organization, a line of FILE each; prints the petition's id
bench mail DATABASE SECRETS COUNT              so many confirmation mails, and the same in a bare loop
bench listen PID PORT COUNT FORMS CHANGES      so many programs that follow the number, and how soon each hears
bench follow PORT COUNT NETWORK FORMS           so many that follow it until this is ended; it moves once a second by a form
bench book DATABASE SECRETS                     the book of signers; seconds, names, pages, bytes, kB before and at most
bench decide DATABASE SECRETS                   holds, releases and removes all signatures of the petition and takes that back; seconds, longest wait
bench search DATABASE SECRETS                  what is looked for in the list, how many are found, and the most milliseconds it takes
bench ready PROGRAM ADDRESS [ARGUMENTS]        starts it; prints milliseconds to ready and idle kB
bench webhooks DATABASE SECRETS COUNT          so many events queued and sent, and the same in a bare loop; both a second, kB it grew by
bench occur DATABASE SECRETS URL COUNT         so many events for a webhook that leads there: a running server sends them
bench sink                                     takes whatever is posted; prints its port
bench report FILE                              the table of what was measured";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match run(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bench: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(words: &[&str]) -> Outcome {
    match words {
        ["bare"] => block_on(servers::bare()),
        ["same", port, addresses @ ..] => block_on(servers::same(port, addresses)),
        ["null", folder] => block_on(servers::null(folder)),
        ["seed", database, secrets, count] => seed::signatures(database, secrets, count.parse()?),
        ["pending", database, secrets, count, file] => {
            seed::pending(database, secrets, count.parse()?, file)
        }
        ["tokens", database, secrets, count, file] => {
            tokens::make(database, secrets, count.parse()?, file)
        }
        ["mail", database, secrets, count] => {
            block_on(mail::compare(database, secrets, count.parse()?))
        }
        ["listen", pid, port, count, forms, changes] => block_on(listen::measure(
            pid.parse()?,
            port,
            count.parse()?,
            forms,
            changes.parse()?,
        )),
        ["follow", port, count, network, forms] => {
            block_on(listen::hold(port, count.parse()?, network.parse()?, forms))
        }
        ["book", database, secrets] => book::measure(database, secrets),
        ["decide", database, secrets] => decide::measure(database, secrets),
        ["search", database, secrets] => search::measure(database, secrets),
        ["ready", program, address, arguments @ ..] => ready::measure(program, address, arguments),
        ["webhooks", database, secrets, count] => {
            block_on(webhooks::compare(database, secrets, count.parse()?))
        }
        ["occur", database, secrets, url, count] => {
            webhooks::queue_for(database, secrets, url, count.parse()?)
        }
        ["sink"] => block_on(webhooks::sink()),
        ["report", file] => report::print(file),
        _ => Err(USAGE.into()),
    }
}

/// As the program does it.
fn block_on(work: impl Future<Output = Outcome>) -> Outcome {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?
        .block_on(work)
}
