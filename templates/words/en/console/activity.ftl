### Who did what: the activity log of an organization.

activity-title = Activity log
activity-what = What organizers did, the newest first. Nobody can change a line or take it out; lines go after 24 months.
activity-who = Who
activity-kinds = Kind
activity-show = Show
activity-file = Download as a table (CSV)
activity-all = All
activity-when = When (UTC)
activity-deeds = What
activity-before = Before:
activity-after = After:
activity-sides = Show what changed
activity-newer = Newer
activity-older = Older
activity-none = Nothing has been done here yet. The first line comes with the first act.
activity-none-such = No line is like that.
activity-all-lines = Show all lines
activity-operator = Whoever runs this site
activity-kind = { $kind ->
    [petition] Petitions
    [signatures] Signatures and lists
    [people] People
    [organization] Organization
   *[account] Accounts
}
activity-deed = { $deed ->
    [batch-counted] Decided to count signatures that were held or removed
    [batch-held] Decided to hold signatures
    [batch-removed] Decided to remove signatures
    [batch-asked] Asked for a second person for a decision about many signatures
    [batch-stopped] Stopped a decision about signatures
    [batch-back] Took a decision about signatures back
    [signed-in] Signed in
    [name] Changed the own name
    [passphrase] Changed the passphrase
    [reset] Set a new passphrase by a mailed link
    [address] Changed the own address
    [factor-on] Set up a second factor
    [factor-off] Took a second factor away
    [code-used] Used a recovery code
    [codes] Made new recovery codes
    [invited] Invited somebody
    [revoked] Took an invitation back
    [joined] Accepted an invitation
    [role] Changed a role
    [removed] Removed somebody
    [handed-over] Handed the organization over
    [left] Left
    [founded] Made the organization
    [organization] Changed what is said about the organization
    [look] Changed the colours
    [logo] Changed the logo
    [beginnings] Changed what petitions begin with
    [rule-on] Made a second factor the rule
    [rule-off] Took back the rule of a second factor
    [token] Made the token
    [token-rotated] Replaced the token
    [token-revoked] Revoked the token
    [webhook-added] Made a webhook
    [webhook-changed] Changed a webhook
    [webhook-secret] Gave a webhook a new secret
    [webhook-paused] Paused a webhook
    [webhook-on] Turned a webhook on
    [webhook-again] Had messages sent to a webhook again
    [webhook-off] Was told nothing more: the webhook is off
    [webhook-deleted] Deleted a webhook
    [ended] Deleted the organization
    [created] Began a petition
    [edited] Changed a petition
    [wording] Changed a wording
    [picture] Changed the picture
    [picture-off] Took the picture off
    [steps] Changed what happens next
    [delivery-plan] Changed to whom the petition is handed over
    [delivered] Recorded a delivery
    [delivery-changed] Changed the record of a delivery
    [delivery-back] Deleted the record of a delivery
    [questions] Changed the questions on the form
    [messages] Changed the messages to share
    [published] Published
    [paused] Paused
    [resumed] Had it go on
    [closed] Closed
    [reopened] Opened again
    [taken-down] Took down
    [archived] Archived
    [unarchived] Put back into the list
    [deleted] Deleted a draft
    [update] Published an update
    [update-changed] Changed a published update
    [update-back] Took an update back
    [link] Made or renamed a link
    [partner] Added or changed a partner
    [partner-contact] Named the mailbox of a partner
    [partner-list] Took the list of who lets it write
    [source-paused] Paused a link or partner
    [source-resumed] Had a link or partner go on
    [source-deleted] Deleted a link or partner
    [merged] Put spellings of schools or employers under one heading
    [unmerged] Took spellings out of a heading
    [book] Had a book of signers written
    [listing] Changed how a name is listed
    [noted] Wrote down a note or a tag
    [tagged] Put a tag on signatures
    [sent-link] Had a signer’s own link sent to them
    [took-held] Took everything that is held of a signer
    [letter] Asked for a confirmation to be sent again
    [reasons] Decided about reasons
    [endorsements] Decided about an organization that signs
    [exported] Downloaded the list of signatures
    [people-read] Read who signed, the first time that day
   *[exported-organizations] Downloaded the list of organizations
}
people-may-activity = Read the activity log
activity-list = { $lines ->
    [one] One line. Purpose: { $purpose }. Goes to: { $recipient }.
   *[other] { $lines } lines. Purpose: { $purpose }. Goes to: { $recipient }.
}
