//! Every table of the schema, and how its rows are carried into a database of the other kind.

use crate::base::{Id, Time};
use crate::both;
use crate::db::schema;
use crate::db::statements::types::{Instant, JsonText, Uid};
use crate::db::{Conn, Result, Tx};
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{Bool, SingleValue};

/// Rows read and written at once: 31 columns of them stay below PostgreSQL's 65,535 values.
const PAGE: i64 = 1_000;

/// A row of any table.
#[derive(Debug)]
enum CopiedRow {}

/// A table of the schema, and how it is carried over.
pub(super) struct Table {
    /// What it is called.
    pub(super) name: &'static str,
    /// Counts its rows.
    pub(super) rows: fn(&mut Conn) -> Result<i64>,
    /// Carries its rows over, and says how many.
    pub(super) copy: fn(&mut Conn, &mut Tx<'_>) -> Result<u64>,
}

/// A column of a key: how it is told to the database, and a value below all others.
trait Part: Clone {
    type Sql: SingleValue;
    fn least() -> Self;
}

impl Part for Id<CopiedRow> {
    type Sql = Uid;
    fn least() -> Self {
        Self::from_bytes([0; 16])
    }
}

impl Part for String {
    type Sql = diesel::sql_types::Text;
    fn least() -> Self {
        Self::new()
    }
}

impl Part for i16 {
    type Sql = diesel::sql_types::SmallInt;
    fn least() -> Self {
        Self::MIN
    }
}

impl Part for i64 {
    type Sql = diesel::sql_types::BigInt;
    fn least() -> Self {
        Self::MIN
    }
}

impl Part for Vec<u8> {
    type Sql = diesel::sql_types::Binary;
    fn least() -> Self {
        Self::new()
    }
}

impl Part for Time {
    type Sql = Instant;
    fn least() -> Self {
        Self::from_micros(0)
    }
}

/// Lists the tables, each read along its key: behind the last row by one comparison of rows, which both databases answer from
/// the key's index. A place (`offset`), or `a > x or (a = x and b > y)`, would have the rows before it counted again for each page.
macro_rules! tables {
    ($($name:ident ($($key:ident: $part:ty),+) { $($column:ident: $type:ty),+ $(,)? })+) => {
        /// Every table, those first that others refer to.
        pub(super) const TABLES: &[Table] = &[$(
            Table {
                name: stringify!($name),
                rows: |conn| {
                    Ok(both!(conn, |c| schema::$name::table.count().get_result(c))?)
                },
                copy: |from, to| {
                    use schema::$name as t;
                    #[derive(Queryable)]
                    struct Columns { $($column: $type),+ }
                    struct Key { $($key: $part),+ }
                    let mut copied = 0;
                    let mut last = Key { $($key: <$part as Part>::least()),+ };
                    loop {
                        let rows: Vec<Columns> = both!(from, |c| t::table
                            .filter(tables!(@behind last $($key: $part),+))
                            .order(($(t::$key,)+))
                            .limit(PAGE)
                            .select(($(t::$column,)+))
                            .load(c))?;
                        let many = u64::try_from(rows.len()).unwrap_or(0);
                        let Some(end) = rows.last() else {
                            return Ok(copied);
                        };
                        last = Key { $($key: end.$key.clone()),+ };
                        let fresh: Vec<_> = rows
                            .into_iter()
                            .map(|row| ($(t::$column.eq(row.$column),)+))
                            .collect();
                        both!(to, |c| diesel::insert_into(t::table).values(fresh).execute(c))?;
                        copied += many;
                    }
                },
            },
        )+];
    };
    (@behind $last:ident $one:ident: $part:ty) => {
        sql::<Bool>(concat!("\"", stringify!($one), "\" > "))
            .bind::<<$part as Part>::Sql, _>($last.$one.clone())
    };
    (@behind $last:ident $one:ident: $part:ty, $two:ident: $other:ty) => {
        sql::<Bool>(concat!("(\"", stringify!($one), "\", \"", stringify!($two), "\") > ("))
            .bind::<<$part as Part>::Sql, _>($last.$one.clone())
            .sql(", ")
            .bind::<<$other as Part>::Sql, _>($last.$two.clone())
            .sql(")")
    };
    (@behind $last:ident $one:ident: $part:ty, $two:ident: $other:ty, $three:ident: $third:ty) => {
        sql::<Bool>(concat!(
            "(\"", stringify!($one), "\", \"", stringify!($two), "\", \"", stringify!($three), "\") > ("
        ))
            .bind::<<$part as Part>::Sql, _>($last.$one.clone())
            .sql(", ")
            .bind::<<$other as Part>::Sql, _>($last.$two.clone())
            .sql(", ")
            .bind::<<$third as Part>::Sql, _>($last.$three.clone())
            .sql(")")
    };
}

tables! {
    organizations (id: Id<CopiedRow>) {
        id: Id<CopiedRow>, slug: String, name: String, former_names: String, contact_email: String, about: String,
        needs_second_factor: bool, imprint: String, cover: Option<String>, pen: Option<String>, logo_sha256: Option<String>,
        logo_width: Option<i32>, logo_height: Option<i32>, langs: String, keeps_for: Option<i16>, ended_at: Option<Time>,
        created_at: Time,
    }
    organization_logos (organization_id: Id<CopiedRow>) {
        organization_id: Id<CopiedRow>, sha256: String, png: Vec<u8>,
    }
    organizers (id: Id<CopiedRow>) {
        id: Id<CopiedRow>, email: String, name: String, password: Option<String>, lang: String,
        second_factor_later_at: Option<Time>, created_at: Time, seen_at: Option<Time>,
        operator_since: Option<Time>, set_up_step: Option<i16>, notices: i16, told_until: Option<Time>, told_waiting: i64,
        digest_due_at: Option<Time>,
    }
    memberships (organization_id: Id<CopiedRow>, organizer_id: Id<CopiedRow>) {
        organization_id: Id<CopiedRow>, organizer_id: Id<CopiedRow>, role: i16, created_at: Time,
    }
    sessions (id: Id<CopiedRow>) {
        id: Id<CopiedRow>, token_hash: Vec<u8>, organizer_id: Id<CopiedRow>, device: String, created_at: Time,
        last_seen_at: Time, proved_at: Time, expires_at: Time,
    }
    second_factors (organizer_id: Id<CopiedRow>) {
        organizer_id: Id<CopiedRow>, secret: Option<String>, since: Option<Time>, last_step: i64, draft: Option<String>,
        draft_at: Option<Time>,
    }
    recovery_codes (organizer_id: Id<CopiedRow>, number: i16) {
        organizer_id: Id<CopiedRow>, number: i16, code_hash: Vec<u8>, used_at: Option<Time>,
    }
    begun_sign_ins (id: Id<CopiedRow>) {
        id: Id<CopiedRow>, token_hash: Vec<u8>, organizer_id: Id<CopiedRow>, tries: i16, expires_at: Time,
    }
    account_links (id: Id<CopiedRow>) {
        id: Id<CopiedRow>, token_hash: Vec<u8>, purpose: i16, organizer_id: Option<Id<CopiedRow>>,
        organization_id: Option<Id<CopiedRow>>, role: Option<i16>, invited_by: Option<Id<CopiedRow>>, email: Option<String>,
        created_at: Time, expires_at: Time, used_at: Option<Time>,
    }
    activity (id: Id<CopiedRow>) {
        id: Id<CopiedRow>, at: Time, organization_id: Id<CopiedRow>, organizer_id: Option<Id<CopiedRow>>, who: String,
        deed: String, what: String, before: String, after: String, place: String,
    }
    petitions (id: Id<CopiedRow>) {
        id: Id<CopiedRow>, organization_id: Id<CopiedRow>, kind: i16, slug: String, state: i16, lang: String,
        goal: Option<i32>, time_zone: String, opens_at: Option<Time>, closes_at: Option<Time>, published_at: Option<Time>,
        closed_at: Option<Time>, keeps_last: Option<Time>, archived_at: Option<Time>, settings: JsonText, revision: i64,
        created_at: Time, updated_at: Time,
    }
    petition_texts (petition_id: Id<CopiedRow>, lang: String) {
        petition_id: Id<CopiedRow>, lang: String, title: String, ask: String, target: String, body: String,
        body_html: String, goal_reason: String, outcome: Option<String>, outcome_html: Option<String>, is_published: bool,
        updated_at: Time,
    }
    former_slugs (slug: String) {
        slug: String, petition_id: Id<CopiedRow>, created_at: Time,
    }
    petition_versions (petition_id: Id<CopiedRow>, part: String, revision: i64) {
        petition_id: Id<CopiedRow>, part: String, revision: i64, fields: JsonText, organizer_id: Option<Id<CopiedRow>>,
        restored: Option<i64>, made_from: Option<i64>, is_mend: bool, created_at: Time,
    }
    kept_copies (id: Id<CopiedRow>) {
        id: Id<CopiedRow>, petition_id: Id<CopiedRow>, part: String, organizer_id: Id<CopiedRow>, revision: i64,
        fields: JsonText, kept_at: Time,
    }
    share_texts (petition_id: Id<CopiedRow>, lang: String, channel: String) {
        petition_id: Id<CopiedRow>, lang: String, channel: String, words: String,
    }
    dated_steps (petition_id: Id<CopiedRow>, step: i16) { petition_id: Id<CopiedRow>, step: i16, day: String, }
    dated_step_texts (petition_id: Id<CopiedRow>, step: i16, lang: String) {
        petition_id: Id<CopiedRow>, step: i16, lang: String, words: String,
    }
    delivery_recipients (petition_id: Id<CopiedRow>, place: i16) { petition_id: Id<CopiedRow>, place: i16, name: String, office: Option<String>, }
    delivery_days (petition_id: Id<CopiedRow>) { petition_id: Id<CopiedRow>, day: String, }
    deliveries (id: Id<CopiedRow>) {
        id: Id<CopiedRow>, petition_id: Id<CopiedRow>, day: String, recipients: String, way: i16, note: String, sha256: Option<String>,
        signatures: i64, named: i64, is_public: bool, organizer_id: Option<Id<CopiedRow>>, revision: i64, created_at: Time, updated_at: Time,
    }
    petition_pictures (petition_id: Id<CopiedRow>) {
        petition_id: Id<CopiedRow>, revision: i64, small_sha256: Option<String>, small_width: Option<i32>,
        small_height: Option<i32>, large_sha256: Option<String>, large_width: Option<i32>, large_height: Option<i32>,
        changed_at: Time,
    }
    petition_picture_texts (petition_id: Id<CopiedRow>, lang: String) {
        petition_id: Id<CopiedRow>, lang: String, alt: String, credit: String, caption: String,
    }
    petition_picture_files (petition_id: Id<CopiedRow>, sha256: String) {
        petition_id: Id<CopiedRow>, sha256: String, jpeg: Vec<u8>,
    }
    sources (id: Id<CopiedRow>) {
        id: Id<CopiedRow>, petition_id: Id<CopiedRow>, code: String, name: String, kind: i16, sites: String,
        asking: i16, paused_at: Option<Time>, created_at: Time, revision: i64, takes_posts: bool,
    }
    partner_contacts (source_id: Id<CopiedRow>) {
        source_id: Id<CopiedRow>, email: String, address: String, lang: String, created_at: Time,
    }
    partner_links (id: Id<CopiedRow>) {
        id: Id<CopiedRow>, source_id: Id<CopiedRow>, expires_at: Time, list_taken_at: Option<Time>,
    }
    source_lists (petition_id: Id<CopiedRow>) {
        petition_id: Id<CopiedRow>, revision: i64,
    }
    source_days (petition_id: Id<CopiedRow>, code: String, day: String) {
        petition_id: Id<CopiedRow>, code: String, day: String, opened: i64, sent: i64, confirmed: i64,
    }
    wordings (id: Id<CopiedRow>) {
        id: Id<CopiedRow>, petition_id: Id<CopiedRow>, lang: String, version: i32, title: String, ask: String,
        target: String, body: String, sha256: Vec<u8>, created_at: Time, promises: Option<String>,
        called: i16,
    }
    petition_founders (id: Id<CopiedRow>) {
        id: Id<CopiedRow>, petition_id: Id<CopiedRow>, position: Option<i32>, name: String,
    }
    retention_runs (petition_id: Id<CopiedRow>) {
        petition_id: Id<CopiedRow>, signatures: i64, organizations: i64, done_at: Option<Time>,
    }
    petition_turns (petition_id: Id<CopiedRow>, at: Time) {
        petition_id: Id<CopiedRow>, at: Time, state: i16,
    }
    pledge_options (id: Id<CopiedRow>) {
        id: Id<CopiedRow>, petition_id: Id<CopiedRow>, position: Option<i32>,
    }
    pledge_option_texts (option_id: Id<CopiedRow>, lang: String) {
        option_id: Id<CopiedRow>, lang: String, words: String,
    }
    consent_texts (id: Id<CopiedRow>) {
        id: Id<CopiedRow>, purpose: i16, lang: String, words: String, sha256: Vec<u8>, created_at: Time,
    }
    consent_uses (petition_id: Id<CopiedRow>, text_id: Id<CopiedRow>) {
        petition_id: Id<CopiedRow>, text_id: Id<CopiedRow>, first_at: Time,
    }
    tallies (petition_id: Id<CopiedRow>) {
        petition_id: Id<CopiedRow>, counted: i64, held: i64, withdrawn: i64, removed: i64, goal: Option<i64>,
        goal_met_at: Option<Time>, version: i64, updated_at: Time, milestone: i64,
    }
    tally_hours (petition_id: Id<CopiedRow>, hour: i64) {
        petition_id: Id<CopiedRow>, hour: i64, change: i64,
    }
    questions (petition_id: Id<CopiedRow>, number: i16) {
        petition_id: Id<CopiedRow>, number: i16, position: i16, removed_at: Option<Time>, definition: JsonText,
    }
    updates (id: Id<CopiedRow>) {
        id: Id<CopiedRow>, petition_id: Id<CopiedRow>, state: i16, published_at: Option<Time>, edited_at: Option<Time>,
        revision: i64, created_at: Time, updated_at: Time,
    }
    update_texts (update_id: Id<CopiedRow>, lang: String) {
        update_id: Id<CopiedRow>, lang: String, title: String, body: String, body_html: String,
    }
    pending_signatures (id: Id<CopiedRow>) {
        id: Id<CopiedRow>, petition_id: Id<CopiedRow>, email_k1: Vec<u8>, email_k2: Vec<u8>, address_key: Vec<u8>,
        name: String, email: String, role: Option<String>, affiliation: Option<String>,
        place: Option<String>, postcode: Option<String>, country: Option<String>, replies: Option<String>, wants_updates: bool, visibility: i16,
        wording_id: Id<CopiedRow>, lang: String, source: Option<String>, browser_hash: Vec<u8>, score: i32, resends: i16,
        code_tries: i16, word_tries: i16, is_suspect: bool, created_at: Time,
        mailed_at: Option<Time>, share_code: Option<String>, answers: String,
        choice_id: Option<Id<CopiedRow>>, host_mark: Option<Vec<u8>>, head_seen: bool, early_look: bool,
    }
    signatures (id: Id<CopiedRow>) {
        id: Id<CopiedRow>, petition_id: Id<CopiedRow>, email_k1: Vec<u8>, email_k2: Vec<u8>, state: i16,
        reason: Option<i16>, number: Option<i64>, wording_id: Id<CopiedRow>, lang: String,
        source: Option<String>, is_suspect: bool, signed_at: Time, confirmed_at: Time, changed_at: Time,
        share_code: Option<String>, choice_id: Option<Id<CopiedRow>>,
    }
    choices (petition_id: Id<CopiedRow>, option_id: Id<CopiedRow>) { petition_id: Id<CopiedRow>, option_id: Id<CopiedRow>, counted: i64, }
    wording_tallies (petition_id: Id<CopiedRow>, wording_id: Id<CopiedRow>) { petition_id: Id<CopiedRow>, wording_id: Id<CopiedRow>, counted: i64, }
    figures (petition_id: Id<CopiedRow>, figure: i16) { petition_id: Id<CopiedRow>, figure: i16, n: i64, }
    reply_tallies (petition_id: Id<CopiedRow>, question: i16, option: i16) { petition_id: Id<CopiedRow>, question: i16, option: i16, counted: i64, }
    told_changes (wording_id: Id<CopiedRow>) {
        wording_id: Id<CopiedRow>, petition_id: Id<CopiedRow>, after_id: Option<Id<CopiedRow>>, done_at: Option<Time>,
    }
    shares (petition_id: Id<CopiedRow>, code: String) { petition_id: Id<CopiedRow>, code: String, counted: i64, }
    signature_details (signature_id: Id<CopiedRow>) {
        signature_id: Id<CopiedRow>, name: String, email: String, role: Option<String>,
        affiliation: Option<String>, place: Option<String>, postcode: Option<String>, country: Option<String>, replies: Option<String>,
        wants_updates: bool, visibility: i16,
        search: String, sorted_as: Option<String>, is_first: bool, opted_in_to: Option<String>,
        opted_in_partner: Option<Id<CopiedRow>>, word_tries: i16,
    }
    signature_tags (petition_id: Id<CopiedRow>, tag: String, signature_id: Id<CopiedRow>) {
        petition_id: Id<CopiedRow>, tag: String, signature_id: Id<CopiedRow>,
    }
    signature_identifiers (organization_id: Id<CopiedRow>, folded: String) {
        organization_id: Id<CopiedRow>, folded: String, identifier: String, signature_id: Id<CopiedRow>,
    }
    signature_notes (id: Id<CopiedRow>) {
        id: Id<CopiedRow>, signature_id: Id<CopiedRow>, words: String, organizer_id: Option<Id<CopiedRow>>, written_at: Time,
    }
    batches (id: Id<CopiedRow>) {
        id: Id<CopiedRow>, petition_id: Id<CopiedRow>, act: i16, cause: Option<i16>, note: String, condition: Option<String>,
        state: i16, total: i64, moved: i64, back: i64, place: Option<Id<CopiedRow>>, proposed_by: Id<CopiedRow>, proposed_at: Time,
        decided_by: Option<Id<CopiedRow>>, decided_at: Option<Time>, ended_at: Option<Time>,
    }
    batch_signatures (batch_id: Id<CopiedRow>, signature_id: Id<CopiedRow>) {
        batch_id: Id<CopiedRow>, signature_id: Id<CopiedRow>, state_before: i16, reason_before: Option<i16>, step: i16,
    }
    register_entries (id: Id<CopiedRow>) {
        id: Id<CopiedRow>, petition_id: Id<CopiedRow>, name: String, role: Option<String>,
        affiliation: Option<String>, place: Option<String>, sort_key: String,
        role_key: Option<String>, affiliation_key: Option<String>, is_first: bool, words: String,
    }
    register_groups (petition_id: Id<CopiedRow>, kind: i16, key: String) {
        petition_id: Id<CopiedRow>, kind: i16, key: String, label: String, signers: i64,
    }
    affiliations (petition_id: Id<CopiedRow>, key: String) {
        petition_id: Id<CopiedRow>, key: String, written: String, alike: String, signers: i64,
        heading: Option<String>, merge_id: Option<Id<CopiedRow>>, heading_before: Option<String>,
    }
    affiliation_headings (petition_id: Id<CopiedRow>, key: String) {
        petition_id: Id<CopiedRow>, key: String, title: String, signers: i64,
    }
    consents (signature_id: Id<CopiedRow>, id: Id<CopiedRow>) {
        signature_id: Id<CopiedRow>, id: Id<CopiedRow>, answers: String, means: i16, given_at: Time,
    }
    settled_pendings (id: Id<CopiedRow>) {
        id: Id<CopiedRow>, petition_id: Id<CopiedRow>, ending: i16, signature_id: Option<Id<CopiedRow>>, settled_at: Time,
    }
    reasons (id: Id<CopiedRow>) {
        id: Id<CopiedRow>, petition_id: Id<CopiedRow>, state: i16, words: String, lang: String, revision: i64,
        reports: i32, typed_at: Time, decided_at: Option<Time>,
    }
    reason_tallies (petition_id: Id<CopiedRow>) {
        petition_id: Id<CopiedRow>, waiting: i64, published: i64, private: i64, hidden: i64, version: i64,
        updated_at: Time,
    }
    endorsements (id: Id<CopiedRow>) {
        id: Id<CopiedRow>, petition_id: Id<CopiedRow>, name: String, name_key: String, contact_name: String,
        contact_email: String, address_key: Vec<u8>, logo: Option<Vec<u8>>,
        logo_sha256: Option<String>, logo_width: Option<i32>, logo_height: Option<i32>, lang: String,
        is_suspect: bool, state: i16, created_at: Time, confirmed_at: Option<Time>,
        decided_at: Option<Time>, changed_at: Time, browser_hash: Option<Vec<u8>>, host_mark: Option<Vec<u8>>,
        head_seen: bool, early_look: bool, was_asked: bool, word_tries: i16, mailed_at: Option<Time>,
    }
    outbox (id: Id<CopiedRow>) {
        id: Id<CopiedRow>, kind: i16, priority: i16, petition_id: Option<Id<CopiedRow>>, subject_id: Id<CopiedRow>,
        lang: String, recipient: Option<String>, arguments: Option<String>, address_key: Vec<u8>,
        once_key: Option<String>, due_at: Time, taken_at: Option<Time>, attempts: i16, state: i16,
        outcome: Option<String>, created_at: Time, settled_at: Option<Time>,
    }
    secret_versions (version: i64) {
        version: i64, fingerprint: Vec<u8>, since: Time,
    }
    suppressions (id: Id<CopiedRow>) {
        id: Id<CopiedRow>, address_key: Vec<u8>, petition_id: Option<Id<CopiedRow>>, reason: i16,
        until: Option<Time>, created_at: Time, browser: Option<Vec<u8>>,
    }
    mail_holds (id: i16) {
        id: i16, since: Time,
    }
    mail_checks (mark: String) {
        mark: String, is_accepted: bool, outcome: String, checked_at: Time,
    }
    events (id: Id<CopiedRow>) {
        id: Id<CopiedRow>, network: String, petition_id: Option<Id<CopiedRow>>, until: Time, created_at: Time,
    }
    page_reports (id: Id<CopiedRow>) {
        id: Id<CopiedRow>, petition_id: Option<Id<CopiedRow>>, complaint: String, words: String, email: Option<String>,
        lang: String, sent_at: Time, dealt_at: Option<Time>, note: String,
    }
    wanted_occurrences (webhook_id: Id<CopiedRow>) {
        webhook_id: Id<CopiedRow>, organization_id: Id<CopiedRow>, petition_id: Option<Id<CopiedRow>>, kinds: i64,
        made_by: Option<Id<CopiedRow>>,
    }
    occurrences (id: Id<CopiedRow>) {
        id: Id<CopiedRow>, petition_id: Id<CopiedRow>, kind: i16, subject_id: Option<Id<CopiedRow>>, cause: Option<i16>, at: Time,
    }
    webhooks (id: Id<CopiedRow>) {
        id: Id<CopiedRow>, organization_id: Id<CopiedRow>, petition_id: Option<Id<CopiedRow>>, url: String, kinds: i64, format: i16,
        allows_private: bool, state: i16, made_by: Option<Id<CopiedRow>>, created_at: Time, failing_since: Option<Time>, failures: i32,
        rests_until: Option<Time>, leased_by: Option<Id<CopiedRow>>, leased_until: Option<Time>,
    }
    webhook_secrets (id: Id<CopiedRow>) {
        id: Id<CopiedRow>, webhook_id: Id<CopiedRow>, sealed: String, ends_at: Option<Time>,
    }
    webhook_sequences (petition_id: Id<CopiedRow>) { petition_id: Id<CopiedRow>, last: i64, }
    webhook_deliveries (id: Id<CopiedRow>) {
        id: Id<CopiedRow>, webhook_id: Id<CopiedRow>, occurrence_id: Id<CopiedRow>, petition_id: Option<Id<CopiedRow>>, kind: i16,
        subject_id: Option<Id<CopiedRow>>, cause: Option<i16>, happened_at: Time, sequence: Option<i64>, state: i16, attempts: i16,
        tries: i16, due_at: Time, tried_at: Option<Time>, status: Option<i16>, failure: Option<i16>, millis: Option<i32>,
    }
    webhook_attempts (delivery_id: Id<CopiedRow>, number: i16) {
        delivery_id: Id<CopiedRow>, number: i16, at: Time, status: Option<i16>, failure: Option<i16>, millis: i32,
    }
    exports (id: Id<CopiedRow>) {
        id: Id<CopiedRow>, petition_id: Id<CopiedRow>, organizer_id: Id<CopiedRow>, instance_id: Id<CopiedRow>, options: JsonText,
        state: i16, lines_read: i64, lines_of: i64, lines: Option<i64>, bytes: Option<i64>, sha256: Option<String>,
        pages: Option<i64>, missing_letters: Option<i64>, missing_names: Option<i64>, file_name: String, started_at: Time, moved_at: Time,
        finished_at: Option<Time>, expires_at: Time,
    }
    api_tokens (id: Id<CopiedRow>) {
        id: Id<CopiedRow>, organization_id: Id<CopiedRow>, organizer_id: Option<Id<CopiedRow>>, name: String, short_id: String,
        token_hash: Vec<u8>, scopes: String, is_limited: bool, networks: String, created_at: Time, expires_at: Time,
        used_at: Option<Time>, revoked_at: Option<Time>, replaces_id: Option<Id<CopiedRow>>,
    }
    api_token_petitions (token_id: Id<CopiedRow>, petition_id: Id<CopiedRow>) {
        token_id: Id<CopiedRow>, petition_id: Id<CopiedRow>,
    }
    api_requests (token_id: Id<CopiedRow>, key_hash: Vec<u8>) {
        token_id: Id<CopiedRow>, key_hash: Vec<u8>, request_hash: Vec<u8>, leased_until: Option<Time>, status: Option<i16>,
        made_id: Option<Id<CopiedRow>>, body: Option<String>, created_at: Time,
    }
    api_people (id: Id<CopiedRow>) {
        id: Id<CopiedRow>, organization_id: Id<CopiedRow>, person: String, created_at: Time,
    }
    api_tags (organization_id: Id<CopiedRow>, tag: String) {
        organization_id: Id<CopiedRow>, tag: String, created_at: Time,
    }
}
