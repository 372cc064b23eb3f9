### The organizers' console.

console-sign-in = Sign in
console-sign-out = Sign out
console-email = Email
console-password = Passphrase
console-forgot = Forgot your passphrase?
console-overview = Overview
console-signatures = Signatures
console-page-and-form = Page and form
console-petitions = All petitions
console-sessions = Where you are signed in
console-cancel = Cancel
console-preview = Preview
console-publish = Publish
console-close = Close
console-export = Export
console-edit = Edit
console-view = View page

## Petitions

kind = { $kind ->
    [letter] Open letter
    [pledge] Pledge
   *[petition] Petition
}
kind-what = { $kind ->
    [letter] Signers are listed with role and school or employer.
    [pledge] A promise to do, or not to do, something.
   *[petition] Asks somebody for something.
}
petition-state = { $state ->
    [draft] Draft
    [coming] Not yet open
    [paused] Paused
    [closed] Closed
    [removed] Taken down
   *[open] Open
}
manage-title = Petitions
proxy-untrusted = Visitors reach this site through a proxy in { $network } that the setting trusted-proxies does not name. To this site they all seem to have the same address, so limits for single visitors are off. The person who runs the server has to add the proxy there.
proxy-unreadable = A proxy in front of this site sends visitors’ addresses in a form that cannot be read. Limits for single visitors are off for everybody who comes that way. The person who runs the server will find a line about it in the log.
proxy-silent = A proxy in front of this site does not send X-Forwarded-For. To this site all visitors seem to have the same address, so limits for single visitors are off. The person who runs the server has to make the proxy send it.
manage-new = Make a petition
manage-empty = There is no petition yet. The first one takes about five minutes.
manage-empty-reader = There is no petition yet. Somebody with permission to write one has to start.
manage-petition = Petition
manage-counted = Counted
manage-change = Since yesterday
manage-off = Not available just now: { $path } holds a setting that this program does not know. The person who runs this site will find it in the log; nothing is lost.
manage-closes = Closes
manage-contact = Signers can write to { $contact }.
manage-no-contact = Signers have no address to write to: pages and messages name none.
manage-contact-change = Change
manage-archived = { $n ->
    [one] { $n } petition taken off this list
   *[other] { $n } petitions taken off this list
}
manage-listed = Back to the list
manage-no-date = no date
