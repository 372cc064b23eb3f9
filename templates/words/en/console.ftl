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

## Making one

draft-title = Make a petition
draft-text = These few words are enough to begin. Nothing is public until you publish it.
draft-organization = Organization
draft-lang = Language it is written in
draft-lang-hint = Translations are added in the editor.
draft-slug-hint = If you leave this empty, it is made from the title.
draft-button = Make the draft

## The editor

edit-text = What is saved here is shown within seconds when the petition is open.
edit-saved = Saved.
edit-title = Title
edit-title-hint = At most { $n } characters fit a link preview.
edit-target = To whom
edit-target-hint = The person or body that decides. A pledge may have none.
edit-ask = What is asked
edit-ask-hint = One or two sentences, best under { $n } characters.
edit-ask-hint-pledge = What is promised, in the first person and in one or two sentences, best under { $n } characters.
edit-body = The text
edit-body-hint = Markdown: # for a heading, * for a list, **bold**, [link](https://example.org). No HTML.
edit-promises = What people can promise
edit-promises-hint = One sentence a line, in the first person, as in: I will not apply for a job there. At most 8, in the same order in each language. Whoever takes the pledge chooses one; a single line is the promise of everybody.
promises-name = Promise
edit-publish-lang = Show this text to readers of { $language }
edit-untranslated = not yet translated
edit-unpublished = not shown yet
edit-published = shown
edit-part-what = What it is
edit-part-when = Goal, beginning and end
edit-part-form = What the form asks besides name and email
edit-part-mail = Letters to signers
edit-kind = Kind
edit-kind-fixed = This stands now that somebody has signed.
edit-slug = Address
edit-slug-hint = The last part of the link: small letters, digits and dashes. It stands once the petition is published.
edit-slug-fixed = Links to it are out in the world.
edit-founders = Founding organizations
edit-founders-hint = Named on the page from the start. One a line, at most 40. With two or more, the form asks for each of them whether it may write to the signer, and each receives only the names and addresses of those who said yes to it.
edit-goal = Goal
edit-goal-hint = If you leave this empty, the goal moves on by itself before it is reached.
edit-reason = What the goal means
edit-reason-hint = Shown beside a fixed goal, as in: 5% of the students here.
edit-opens = First day
edit-opens-hint = If you leave this empty, it opens as soon as it is published. Until then its page shows the text and this day.
edit-opens-time-hint = If you leave this empty, the beginning of that day.
edit-closes = Last day
edit-closes-hint = If you leave this empty, it stays open until somebody closes it.
edit-closes-time = Time of day
edit-closes-time-hint = If you leave this empty, the end of that day.
edit-zone = Time zone
edit-zone-hint = Days and times of this petition are told in it, as in America/New_York.
edit-keeps = How many months signers’ details are kept
edit-keeps-hint = After this closes: names, addresses and whatever else says who signed are then deleted by themselves; the number stays. From 1 to { $n }. The form tells everybody who signs, so that it can only be shortened once this is published.
edit-keeps-hint-open = After this closes: names, addresses and whatever else says who signed are then deleted by themselves; the number stays. From 1 to { $n }. It can be shortened but not lengthened: whoever signed was told this.
edit-asks-role = Role
edit-asks-affiliation = School or employer
edit-asks-place = Town or region
edit-asks-postcode = Postcode
edit-asks-country = Country
edit-asks = { $asked ->
    [optional] Asked, may be left empty
    [required] Asked, must be filled in
   *[off] Not asked
}
edit-most-public = The most that others may see of a signer
edit-most-public-hint = Each signer chooses, up to this. Nobody is shown who did not choose it, and whoever chose more before shows no more than this from now on.
edit-shown = { $shown ->
    [counted] Nothing: signers are counted only
    [place] “A supporter in” their town or region, if you ask for it
    [name] The name alone
   *[detail] The name, with role, school or employer, and place
}
edit-names-public = Names are always public: the form says so and does not ask
edit-names-public-hint = For letters that matter because of who signs them. The form says it above its button. A signer can still hide their name afterwards.
edit-discreet = Discreet mail
edit-discreet-hint = The subject line names neither the petition nor what it is about.
edit-save = Save
edit-save-preview = Save and preview
edit-save-publish = Save and go to publishing
edit-stale-title = Somebody else saved while you were writing
edit-stale-text = Nothing is lost: your text stands in the form below. This is what was saved meanwhile, wherever it differs. Take over what you want to keep, then save.
edit-stale-empty = empty
rewording-title = You are changing what people have signed
rewording-signed = { $n ->
    [0] Nobody counts yet who signed these words; somebody is about to.
    [one] { $n } person has signed the words as they were.
   *[other] { $n } people have signed the words as they were.
}
rewording-before = As it was signed
rewording-after = As it would be
rewording-legend = What is it?
rewording-mend = Spelling is mended: what is asked stays what it was. Both texts can be read by everybody on the page of all wordings.
rewording-change = Something else is asked. The petition’s page says so with both texts and with how many signed which; whoever signed before and said yes to messages hears of it, with a link to withdraw.
error-rewording = Nothing is saved yet. Say whether spelling is mended or something else is asked

## Publishing

publish-title = Publish
publish-ready = Ready
publish-missing = Not ready yet
publish-text = From then on everybody can see and sign it at
publish-button = Publish now
publish-back = Back to the editor
publish-stale = Somebody saved a change while you were reading. Look at the petition again before you publish it.
check-done = Done:
check-advised = Advice:
check-missing = Missing:
check-lang = There is a text to show
check-lang-none = Tick at least one language to show
check-title-there = Every text that is shown has a title
check-title-none = A text that is shown has no title
check-ask = Every text that is shown says what is asked
check-ask-none = A text that is shown does not say what is asked
check-body = Every text that is shown is there in full
check-body-none = A text that is shown is empty
check-closes = The last day lies ahead, or there is none
check-closes-past = The last day has passed: choose another one
check-contact = Signers know where to write to
check-contact-none = Signers have no address to write to: you can give one in the list of petitions
check-target = It says to whom it goes
check-target-none = Say to whom it goes: people sign more readily
check-title-short = The title fits link previews
check-title-long = A shorter title fits link previews
check-ask-short = What is asked fits link previews
check-ask-long = A shorter ask fits link previews

## Closing

close-title = Close this petition?
close-text = Nobody can sign any more. Its page stays, with the final count and how it ended. As long as signers’ details are kept you can open it again.
close-outcome-title = How it ended
close-stale = Nothing of yours is saved yet: what you typed stands in the form below. Look at what is new, then press again.
close-closed-on = It closed on { $date }.
close-outcome = How it ended ({ $language })
close-outcome-hint = Shown on the page above the text. It can be written later too.
close-button = Close it

## Pausing, taking down

pause-title = Pause signing?
pause-text = Nobody can sign until you resume. The page stays and says so. Who has signed already can still confirm by mail.
pause-button = Pause signing
resume-title = Resume signing?
resume-text = Everybody can sign again from this moment.
resume-button = Resume signing
remove-title = Take this petition down?
remove-text = Its page, its numbers and its badges are gone for everybody within minutes, and it cannot be put back. Previews of links that other services have kept are not ours to remove. What was signed stays with you, and signers can still withdraw.
remove-button = Take it down
reopen-title = Open it again?
reopen-text = Everybody can sign again from this moment. What signers left is deleted when { $date } is over, as its pages have said since it closed, and not later: whoever signs now is told the same day.
reopen-closes-hint = The last day on which it can be signed: { $date } at the latest, a week before what signers left is deleted.
reopen-button = Open it again
error-reopen-late = Choose an earlier last day: what signers left goes when they were told it would
delete-title = Delete this draft?
delete-text = Its texts are gone in every language, for everybody in your organization, and cannot be brought back. Nobody else has seen them.
delete-button = Delete this draft
archive-title = Put it out of the list?
archive-text = It leaves your list of petitions. Its addresses go on saying that it was taken down, and signers keep their way to their own signature. You can bring it back.
archive-button = Put it out of the list
unarchive-title = Bring it back into the list?
unarchive-text = It stands in your list of petitions again. For everybody else nothing changes.
unarchive-button = Bring it back into the list
contact-title = Where signers may write to

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

## Signatures

signature-state = { $state ->
    [counted] Counted
    [held] Held
    [withdrawn] Withdrawn
    [removed] Removed
    [waiting] Waiting for email
   *[all] All confirmed
}
signature-is = { $state ->
    [counted] Counted
    [held] Held
    [withdrawn] Withdrawn
    [waiting] Waiting for email
   *[removed] Removed
}
signature-reason = { $reason ->
    [erased] erased by its signer
    [alias] another address of a mailbox that has already signed
    [score] looks as if a program filled in the form
   *[organizer] by an organizer
}
signatures-filter = Which signatures
signatures-search = Find a signer
signatures-search-hint = Name, email or school
signatures-find = Find
signatures-clear = Clear
signatures-none = { $state ->
    [counted] No signature is counted yet. The first one should be yours.
    [held] Nothing is held. What looks doubtful waits here until somebody decides.
    [withdrawn] Nobody has withdrawn.
    [removed] Nothing was removed.
   *[all] No one has signed yet. The first signature should be yours.
}
signatures-waiting = { $n ->
    [0] Nobody is waiting to confirm.
    [1] One form has not been confirmed by email yet.
   *[other] { $n } forms have not been confirmed by email yet.
}
signatures-waiting-rule = Until they confirm, nobody sees who typed what. With a whole address you can find one here and have its message sent again.
signatures-form-waits = Somebody with this address has not confirmed yet: the form came in on { $time }.
signatures-letter-again = Send the message again
signatures-letter-sent = If a form waits and its message may be sent again, it is on its way.
signatures-none-found = No signer matches “{ $words }”.
signer-table = Table of signatures
signer-name = Name
signer-email = Email
signer-state = State
signer-said = Choices
signer-at = Signed
signer-erased = Personal details erased
signer-shown = { $shown ->
    [detail] Name and details public
    [name] Name public
    [place] Place public
   *[counted] Name private
}
signer-updates = Yes to email
signer-no-updates = No to email
pager = Pages
pager-newer = Newer
pager-older = Older

## Reasons

console-reasons = Reasons
reasons-many = Read twenty at once
reasons-single = Read one at a time
reasons-missed = Some of it was changed by its writer after you read it, or taken back. What is left to read stands here.
reasons-filter = Which reasons
reasons-state = { $state ->
    [published] Published
    [private] Kept private
    [hidden] Hidden
   *[waiting] To read
}
reasons-none = { $state ->
    [published] Nothing is published yet.
    [private] Nothing is kept private.
    [hidden] Nothing is hidden.
   *[waiting] Nothing to read.
}
reasons-card = Reason to read
reasons-tick = Choose what { $name } says
reasons-named = Shows the name
reasons-unnamed = Shows no name
reasons-reports = { $n ->
    [one] Reported once
   *[other] Reported { $n } times
}
reasons-decide = { $choice ->
    [publish] Publish
    [keep] Keep private
   *[hide] Hide
}
reasons-keys = Keys: A publishes, S keeps private, R hides, while this card has the focus.
reasons-next = More
overview-reasons = { $n ->
    [one] { $n } reason to read
   *[other] { $n } reasons to read
}
overview-read = Read

## Overview

overview-since = Since { $date }.
overview-opens = Opens { $date }.
overview-closes = Closes { $date }.
overview-keeps = Details are kept until { $date }.
overview-forgetting = Details were kept until { $date } and are being deleted.
overview-forgotten = The last details of { $n ->
    [one] { $n } signature
   *[other] { $n } signatures
} were deleted on { $date }, as promised.
overview-export-first = Everything that says who signed is deleted after { $date }. Export the list before that if you still need it.
overview-erased = { $n ->
    [one] { $n } signer has erased their details in the last 30 days: delete them
   *[other] { $n } signers have erased their details in the last 30 days: delete them
} from every list you exported, or export anew and delete the old ones
overview-todo = Waiting for you
overview-held = { $n ->
    [one] { $n } signature is held out of the count
   *[other] { $n } signatures are held out of the count
}
overview-look = Look at them
overview-yesterday = since yesterday
overview-waiting = have not confirmed yet
overview-held-what = not counted until somebody decides
overview-removed = { $n ->
    [0] none removed
    [one] and { $n } removed
   *[other] and { $n } removed
}
overview-pace = { $left ->
    [one] { $left } to go. At this week’s pace you get there on { $date }.
   *[other] { $left } to go. At this week’s pace you get there on { $date }.
}
overview-no-pace = { $left ->
    [one] { $left } to go.
   *[other] { $left } to go.
}
overview-missed = { $left ->
    [one] It closed { $left } short of it.
   *[other] It closed { $left } short of it.
}
overview-latest = Latest signatures
overview-all = All signatures
source-title = Where signers come from
source-none = Nobody has come by a link of somebody else or of yours yet. Each signer gets a link to pass on.
source-name = Source
source-counted = Counted
source-signer = A signer’s link
source-share = { $n } of { $all } counted
chart-title = Confirmed signatures
chart-range = Chart range
chart-segment = { $range ->
    [week] 7 days
    [total] Running total
   *[all] All
}
chart-empty = The chart starts with the first confirmed signature.
chart-bar = { $day }: { $n }
chart-says = Bar chart: { $n } in all, the most on { $day }, { $most }.
chart-says-total = Bar chart of the running total, up to { $n }.
chart-today = today so far
chart-table = Show as a table
chart-day = Day
chart-number = Confirmed

## Taking the list

export-title = Export signatures
export-format = File
export-form = { $format ->
    [ndjson] JSON, one line each: for programs, nothing left out
   *[csv] Table (CSV): for spreadsheets and other tools
}
export-bom = Mark the table as UTF-8, so that Excel shows accents
export-states = Which signatures
export-who = Which people
export-opted-in = Only those who said yes to email
export-founder = For one founding organization
export-founder-hint = Its list holds only those who said yes to it, and nothing they said to others.
export-founder-all = All of them
export-text = The file holds names and addresses. Keep it where only those who need it can see it. The log of the server notes that you took it.
export-button = Download
export-versions = What was signed
export-versions-text = The last column of the table names the text each person signed by its SHA-256: title, ask, recipient and text, separated by a zero byte.
export-version = { $language }, version { $n }, from { $date }
export-sha = SHA-256
error-no-state = Choose at least one

## Updates

update-write = Write an update
update-text = Nothing is public until you publish it. Fill in a language completely or leave it empty.
update-live = This update is public. What you save is shown at once, and says that it was edited.
update-stale = Somebody else saved while you were writing. Your text stands below: look at theirs in another window, then save.
update-state = { $state ->
    [draft] Draft
   *[published] Published
}
updates-none = No update yet. Tell those who signed what has happened since.
updates-not-now = Updates can be written once the petition is published.
update-publish-title = Publish this update?
update-publish-text = It appears on the petition’s page and in its feeds. Nobody gets mail.
update-take-back = Delete this update
update-take-back-title = Delete this update?
update-take-back-text = It is gone from the page at once and from the feeds within minutes, its link says so, and its text is deleted.

## How a name is listed

listing-title = How this name is listed
listing-sorted-as = Sorted as
listing-sorted-as-hint = Surname first, as in “Cruz, María de la”. If you leave this empty, we guess from the language it was signed in.
listing-first = Among the first signers: above the list and on the petition’s page
listing-open = Change listing

## High risk

edit-part-risk = If signing is risky
edit-high-risk = Signing this may put people in danger
edit-high-risk-hint = No name is ever shown. Messages do not say what they are about before they are opened. The form warns against work and school addresses, and its pages have a way to leave at once.
edit-watched-domains = Email domains to warn about
edit-watched-domains-hint = Domains of the target or of employers, one a line, as in example.org. Whoever gives such an address is asked for a private one, and can go on with it all the same.
