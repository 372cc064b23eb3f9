//! What is typed into each form of the console, in `form_kept`.

/// What somebody wrote for long.
pub const TYPED: &str = "What Ana wrote for an hour.";

/// Fields and what is typed into each; none where a passphrase is.
pub type Sent = Option<&'static [(&'static str, &'static str)]>;

/// What each form of the console holds, by the end of its path; none where a passphrase is typed. Whoever adds a form says
/// here what is typed into it.
pub const FORMS: [(&str, Sent); 96] = [
    ("/new-webhook", Some(&[("url", TYPED), ("format", "thin")])),
    (
        "/webhooks/{id}/edit",
        Some(&[("url", TYPED), ("format", "thin")]),
    ),
    ("/webhooks/{id}/test", Some(&[])),
    ("/webhooks/{id}/state", Some(&[("to", "paused")])),
    ("/webhooks/{id}/secret", Some(&[])),
    ("/webhooks/{id}/again", Some(&[("delivery", TYPED)])),
    ("/webhooks/{id}/delete", Some(&[])),
    (
        "/organizations/{id}/look",
        Some(&[("revision", "1"), ("cover", TYPED), ("pen", "")]),
    ),
    (
        "/organizations/{id}/logo",
        Some(&[("revision", "1"), ("remove", TYPED)]),
    ),
    (
        "/organizations/{id}/beginnings",
        Some(&[("revision", "1"), ("keeps_for", TYPED)]),
    ),
    (
        "/organizations/{id}/security",
        Some(&[("revision", "1"), ("needed", TYPED)]),
    ),
    ("/new-token", Some(&[("name", TYPED)])),
    ("/rotate", Some(&[("ends", "day")])),
    ("/organizations/{id}/delete", Some(&[("typed_name", TYPED)])),
    (
        "/organize/language",
        Some(&[("lang", TYPED), ("back", "/organize")]),
    ),
    ("/people", Some(&[("email", TYPED), ("role", "editor")])),
    ("/role", Some(&[("role", "editor"), ("was", "analyst")])),
    ("/{person}/remove", Some(&[])),
    ("/hand-over", Some(&[])),
    ("/revoke", Some(&[])),
    ("/leave", Some(&[])),
    ("/mail/test", Some(&[])),
    ("/operator/doctor", Some(&[])),
    (
        "/reports/{id}",
        Some(&[("note", TYPED), ("state", "dealt")]),
    ),
    (
        "/organize/operator/events",
        Some(&[("network", TYPED), ("hours", "12"), ("petition", "")]),
    ),
    ("/events/{id}/end", Some(&[])),
    ("/links", Some(&[("name", TYPED), ("code", "table")])),
    ("/links/{code}", Some(&[("revision", "1"), ("name", TYPED)])),
    ("/new-partner", Some(&[("name", "Us"), ("sites", TYPED)])),
    (
        "/partners/{code}",
        Some(&[("revision", "1"), ("sites", TYPED)]),
    ),
    ("/contact", Some(&[("email", TYPED)])),
    ("/sources/{code}", Some(&[("to", "pause")])),
    ("/organize/sign-out", Some(&[])),
    ("/organize/sessions/end-others", Some(&[])),
    ("/organize/sessions/{id}/end", Some(&[])),
    ("/organize/passphrase", None),
    ("/organize/prove", None),
    (
        "/organize/account",
        Some(&[("name", TYPED), ("lang", "en")]),
    ),
    ("/account/notices", Some(&[("first", "1")])),
    ("/account/address", Some(&[("email", TYPED)])),
    ("/account/address/{token}", Some(&[])),
    ("/second-factor/begin", Some(&[])),
    ("/second-factor/set-up", Some(&[("code", "123456")])),
    ("/second-factor/off", Some(&[])),
    ("/second-factor/codes", Some(&[])),
    ("/second-factor/ask", Some(&[])),
    ("/first/organization", Some(&[("name", TYPED)])),
    ("/first/petition", Some(&[("title", TYPED)])),
    ("/petitions/new", Some(&[("title", TYPED), ("lang", "en")])),
    ("/edit", Some(&[("revision", "1"), ("body-en", TYPED)])),
    (
        "/edit/{part}",
        Some(&[("revision", "1"), ("watched_domains", TYPED)]),
    ),
    ("/discard", Some(&[("copy", TYPED)])),
    ("/petitions/{id}/publish", Some(&[("revision", "1")])),
    ("/close", Some(&[("revision", "1"), ("outcome-en", TYPED)])),
    ("/pause", Some(&[])),
    ("/template", Some(&[])),
    ("/resume", Some(&[])),
    ("/remove", Some(&[])),
    ("/reopen", Some(&[("revision", "1"), ("closes_on", TYPED)])),
    ("/delete", Some(&[("revision", "1")])),
    ("/archive", Some(&[("archived", "1")])),
    ("/picture", Some(&[("revision", "0"), ("alt-en", TYPED)])),
    ("/picture/remove", Some(&[])),
    ("/questions", Some(&[("revision", "1"), ("act", TYPED)])),
    ("/questions/{number}", Some(&[("label", TYPED)])),
    ("/new-question", Some(&[("purpose", TYPED)])),
    ("/steps", Some(&[("revision", "1"), ("words-en-0", TYPED)])),
    (
        "/delivery/recipients",
        Some(&[("revision", "1"), ("name-0", TYPED)]),
    ),
    ("/delivery/book", Some(&[("recipient", TYPED)])),
    ("/delivery/new", Some(&[("note", TYPED)])),
    (
        "/deliveries/{id}",
        Some(&[("revision", "1"), ("note", TYPED)]),
    ),
    ("/messages", Some(&[("revision", "1"), ("any-en", TYPED)])),
    (
        "/organize/organizations/{id}",
        Some(&[("about-en", TYPED), ("contact", "")]),
    ),
    (
        "/updates/new",
        Some(&[("revision", ""), ("body-en", TYPED)]),
    ),
    (
        "/updates/{id}",
        Some(&[("revision", "1"), ("body-es", TYPED)]),
    ),
    ("/updates/{id}/publish", Some(&[("revision", "1")])),
    ("/take-back", Some(&[])),
    ("/signatures/letter", Some(&[("email", TYPED)])),
    (
        "/petitions/{id}/signatures",
        Some(&[("q", TYPED), ("state", "all"), ("s", "")]),
    ),
    (
        "/tags",
        Some(&[("tag", TYPED), ("state", "all"), ("s", "")]),
    ),
    ("/notes", Some(&[("note", TYPED), ("tags", "press")])),
    ("/signatures/{id}/link", Some(&[])),
    ("/data.json", Some(&[])),
    (
        "/petitions/{id}/batches",
        Some(&[("act", "hold"), ("because", TYPED)]),
    ),
    ("/new-batch", Some(&[("name", TYPED), ("act", "hold")])),
    (
        "/organize/batches/{id}",
        Some(&[("note", TYPED), ("then", "go"), ("seen", "ready")]),
    ),
    ("/listing", Some(&[("sorted_as", TYPED), ("first", "1")])),
    ("/reasons", Some(&[("choice", TYPED), ("state", "waiting")])),
    ("/affiliations", Some(&[("title", TYPED), ("q", "")])),
    ("/affiliations/undo", Some(&[("merge", "1")])),
    ("/affiliations/heading", Some(&[("line-0", TYPED)])),
    (
        "/petitions/{id}/organizations",
        Some(&[("id", "1"), ("seen", "waiting"), ("choice", TYPED)]),
    ),
    ("/export/organizations", Some(&[])),
    (
        "/export",
        Some(&[
            ("format", "csv"),
            ("counted", "1"),
            ("column-email", "1"),
            ("recipient", TYPED),
        ]),
    ),
    ("/exports/{id}/file", Some(&[])),
    ("/exports/{id}/again", Some(&[])),
];
