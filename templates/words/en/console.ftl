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
console-sessions = My account
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
    [letter] Signers are listed with role and affiliation.
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
proxy-untrusted = Visitors reach this site through a proxy in { $network } that the setting trusted-proxies does not name. To the site all of them have one address, so limits for single visitors are off. Whoever runs the server has to name the proxy there.
proxy-unreadable = A proxy in front of this site sends addresses of visitors that cannot be read. Limits for single visitors are off for whoever comes that way. Whoever runs the server finds a line about it in the log.
proxy-silent = A proxy in front of this site does not send X-Forwarded-For. To the site all visitors have one address, so limits for single visitors are off. Whoever runs the server has to let the proxy send it.
manage-new = Make a petition
manage-empty = There is no petition yet. The first one takes about five minutes.
manage-empty-reader = There is no petition yet. Somebody who may write one has to begin.
manage-petition = Petition
manage-counted = Counted
manage-change = Since yesterday
manage-off = Not available just now: { $path } holds a setting that this program does not know. Whoever runs this site finds it in the log; nothing is lost.
manage-closes = Closes
manage-contact = Signers may write to { $contact }.
manage-no-contact = Signers have no address to write to: pages and messages name none.
manage-contact-change = Change
manage-archived = { $n ->
    [one] { $n } petition put out of this list
   *[other] { $n } petitions put out of this list
}
manage-listed = Back to the list
manage-no-date = no date

## What went wrong

error-title-missing = Enter a title
error-ask-missing = Say in one or two sentences what is asked
error-body-missing = Enter the text that people sign
error-none-published = Tick at least one language: an open petition needs a text to show
error-goal = Enter a whole number from 1 on, or nothing
error-zone = Choose a time zone from the list, as in America/New_York
error-closes-past = Choose a day and time to come
error-closes-early = Choose a last day after the first
error-closes-gap = This time does not exist on that day: the clocks go forward. Choose another one
error-closes-keeps = Choose an earlier last day, or fewer months: whoever signed was told until which day their details are kept
error-keeps = Enter a whole number of months from 1 to 24
error-keeps-longer = Enter as many months as now or fewer: whoever signed was told that their details are kept no longer
error-founders-many = Enter at most 40 organizations
error-kind-stands = Somebody has signed meanwhile: the kind stands now
