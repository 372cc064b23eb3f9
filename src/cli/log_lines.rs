//! Plain lines on standard error: when, how grave, of which request, what.

use crate::web::RequestId;
use std::fmt::Result;
use std::io::IsTerminal;
use tracing::{Event, Subscriber};
use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::format::Writer;
use tracing_subscriber::fmt::time::{FormatTime, SystemTime};
use tracing_subscriber::fmt::{FmtContext, FormatEvent, FormatFields};
use tracing_subscriber::registry::LookupSpan;

/// One line of each event.
struct LogLine;

impl<S, N> FormatEvent<S, N> for LogLine
where
    S: Subscriber + for<'a> LookupSpan<'a>,
    N: for<'a> FormatFields<'a> + 'static,
{
    fn format_event(
        &self,
        ctx: &FmtContext<'_, S, N>,
        mut to: Writer<'_>,
        event: &Event<'_>,
    ) -> Result {
        SystemTime.format_time(&mut to)?;
        write!(to, " {:>5} ", event.metadata().level())?;
        if let Some(id) = RequestId::current() {
            write!(to, "request{{id={id}}}: ")?;
        }
        ctx.format_fields(to.by_ref(), event)?;
        writeln!(to)
    }
}

/// Begins to write them; `RUST_LOG` chooses what is told.
pub(super) fn begin() {
    // Two that tell at each start what nobody asks for.
    let usual = || EnvFilter::new("info,actix_server=warn");
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| usual());
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr)
        .event_format(LogLine)
        .init();
}
