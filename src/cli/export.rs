//! Lists to standard output.

use super::Failed;
use super::work::{existing, read_enough};
use crate::account::deed::Deed;
use crate::account::store::activity::Doer;
use crate::base::{Clock, Slug};
use crate::db::{self, Db};
use crate::petition::Petition;
use crate::petition::store::petitions;
use crate::serve::EXPORTS;
use crate::serve::settings::Settings;
use crate::signature::SignatureState;
use crate::transfer::hashed::HashedFile;
use crate::transfer::list_use::ListPurpose;
use crate::transfer::options::ListChoices;
use crate::transfer::write::{ExportError, write_watched};
use crate::transfer::{Column, ExportOptions, Exporting, Format, Preset, organizations};
use clap::Args;
use clap::builder::PossibleValuesParser;
use std::io::{self, Write};

/// What is chosen for a list; the same as in the console.
#[derive(Debug, Clone, Args)]
pub(super) struct TypedExport {
    /// The file
    #[arg(long, default_value = "csv", value_parser = PossibleValuesParser::new(Format::ALL.map(Format::as_str)))]
    format: String,
    /// Which, separated by commas
    #[arg(long, default_value = "counted", value_delimiter = ',', value_parser = PossibleValuesParser::new(SignatureState::ALL.map(SignatureState::as_str)))]
    states: Vec<String>,
    /// For which tool
    #[arg(long, default_value = "default", value_parser = PossibleValuesParser::new(Preset::ALL.map(Preset::as_str)))]
    preset: String,
    /// Which columns, separated by commas, by their heads (answers: those of the organizers' questions); with email come those that say who
    /// may be written to
    #[arg(long, value_delimiter = ',', default_values_t = Column::MINIMAL.map(|column| column.as_str().to_owned()), value_parser = column)]
    columns: Vec<String>,
    /// Who said yes to mail, or everybody; without it as the tool needs it
    #[arg(long, value_parser = ["yes", "all"])]
    opted_in: Option<String>,
    /// Only who signed in this language
    #[arg(long)]
    language: Option<String>,
    /// Only who came by the link or partner with this code
    #[arg(long)]
    source: Option<String>,
    /// Only who chose this: number of the question, number of the choice, as q3=2
    #[arg(long, value_name = "QUESTION=CHOICE")]
    answer: Option<String>,
    /// Only what was confirmed since this day of the petition's time zone, as 2026-11-21
    #[arg(long, value_name = "DAY")]
    since: Option<String>,
    /// Signatures whose details are deleted too
    #[arg(long)]
    erased: bool,
    /// What it is for; the activity log keeps it
    #[arg(long, required_unless_present = "organizations", value_parser = PossibleValuesParser::new(ListPurpose::ALL.map(ListPurpose::as_str)))]
    purpose: Option<String>,
    /// The purpose in words, for --purpose other
    #[arg(long, value_name = "WORDS")]
    purpose_words: Option<String>,
    /// Who gets it; the activity log keeps it
    #[arg(long, required_unless_present = "organizations")]
    recipient: Option<String>,
}

/// There are too many to tell in a line.
fn column(typed: &str) -> Result<String, String> {
    let known = Column::parse(typed).map(|_| typed.to_owned());
    known.ok_or_else(|| "there is no such column".to_owned())
}

impl From<TypedExport> for ExportOptions {
    fn from(typed: TypedExport) -> Self {
        let opted_in = typed
            .opted_in
            .map(|said| if said == "yes" { "1" } else { "0" });
        Self {
            format: typed.format,
            preset: typed.preset,
            columns: typed.columns,
            states: typed.states,
            opted_in: opted_in.unwrap_or_default().to_owned(),
            founder: String::new(),
            language: typed.language.unwrap_or_default(),
            source: typed.source.unwrap_or_default(),
            answer: typed.answer.unwrap_or_default(),
            since: typed.since.unwrap_or_default(),
            bom: String::new(),
            erased: if typed.erased { "1" } else { "" }.to_owned(),
            purpose: typed.purpose.unwrap_or_default(),
            purpose_other: typed.purpose_words.unwrap_or_default(),
            recipient: typed.recipient.unwrap_or_default(),
            book: None,
        }
    }
}

fn unread(error: db::Error) -> Failed {
    Failed::Work(format!("export: {error}"))
}

/// The petition at this address, and where it is kept.
fn named(settings: &Settings, slug: &str) -> Result<(Db, Petition), Failed> {
    let unknown = || Failed::Work(format!("export: there is no petition {slug}"));
    let db = existing(settings)?;
    let slug = Slug::parse(slug).map_err(|_| unknown())?;
    let found = db.read_here(|conn| petitions::by_slug(conn, &slug));
    let petition = found.map_err(unread)?.ok_or_else(unknown)?;
    Ok((db, petition))
}

/// Writes a petition's organizations to standard output.
pub(super) fn organizations(settings: &Settings, slug: &str) -> Result<(), Failed> {
    let (db, petition) = named(settings, slug)?;
    tell_log(&db, &petition, Deed::EXPORTED_ORGANIZATIONS, "");
    let table = db.read_here(|conn| organizations::table(conn, petition.id));
    let mut out = io::stdout().lock();
    out.write_all(&table.map_err(unread)?)
        .and_then(|()| out.flush())
        .or_else(read_enough)
}

/// Writes in the log of a petition's organization that a list was taken. Who runs the site has the database anyway: a log that cannot be
/// written keeps no list from them.
fn tell_log(db: &Db, petition: &Petition, deed: Deed, taken: &str) {
    let told = db.write_here(|tx| {
        let doer = Doer::operator(Clock::system().now());
        let sides = ("", taken);
        doer.changed(
            tx,
            petition.organization,
            deed,
            petition.slug.as_str(),
            sides,
        )
    });
    if let Err(error) = told {
        eprintln!("undersigned: the activity log was not written: {error}");
    }
}

/// Streams a petition's signatures to standard output. The log has how many and the sum of the file when it is whole; one that was read
/// half-way is there with what was written.
pub(super) fn list(settings: &Settings, slug: &str, typed: TypedExport) -> Result<(), Failed> {
    let (db, petition) = named(settings, slug)?;
    let known = db
        .read_here(|conn| ListChoices::of(conn, petition.id))
        .map_err(unread)?;
    let options = ExportOptions::from(typed);
    let (wanted, used) = options.read(&petition, &known).map_err(|wrong| {
        let wrong: Vec<String> = wrong
            .iter()
            .map(|(field, error)| format!("--{}: {}", option(field), error.key))
            .collect();
        Failed::Settings(format!("export: {}", wrong.join("; ")))
    })?;
    let scratch = match wanted.format {
        Format::Xlsx => {
            let exporting = Exporting::within(settings.data.join(EXPORTS));
            exporting.folder().map(std::path::Path::to_owned)
        }
        Format::Csv | Format::Ndjson => Ok(settings.data.clone()),
    };
    let scratch =
        scratch.map_err(|error| Failed::Work(format!("export: cannot write: {error}")))?;
    let mut out = HashedFile::new(io::stdout());
    let now = Clock::system().now();
    let mut conn = db.open_reader().map_err(unread)?;
    let mut seen = 0;
    let written = write_watched(&mut conn, &wanted, now, (&mut out, &scratch), |_, read| {
        seen = read;
        Ok(())
    });
    let (_, _, sum) = out.done();
    let lines = *written.as_ref().unwrap_or(&seen);
    tell_log(
        &db,
        &petition,
        Deed::EXPORTED,
        &used.taken(lines, &sum).logged(),
    );
    match written {
        Ok(_) => Ok(()),
        Err(ExportError::Fault(error)) => Err(unread(error)),
        Err(ExportError::Out(error)) => read_enough(error),
        Err(ExportError::Stopped) => Ok(()),
    }
}

/// What the command line calls a field of the form.
fn option(field: &str) -> String {
    match field {
        "counted" => "states".to_owned(),
        "purpose_other" => "purpose-words".to_owned(),
        field => field.replace('_', "-"),
    }
}
