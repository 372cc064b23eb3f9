### What organizers see of signatures: overview, list, names, and the list taken along.

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
signatures-waiting-rule = Until they confirm, nobody sees who typed what. If you have the full address, you can find that person here and have the message sent again.
signatures-form-waits = Somebody with this address has not confirmed yet: the form came in on { $time }.
signatures-letter-again = Send the message again
signatures-letter-sent = If a form is waiting and its message may be sent again, it is on its way.
signatures-none-found = No signer matches “{ $words }”.
signatures-forgotten = This search is not known any more: here is the whole list. Search again.
facets-title = Narrow down
facets-more = By answers to your questions
facets-hint = Numbers are of those who count. Press a choice again to take it away.
facets-none = No signature is all of that.
facet-said-yes = Said yes to email
facet-named = Name is public
facet-tag = Tag: { $tag }
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
signer-replies = { $n ->
    [one] { $n } answer
   *[other] { $n } answers
}
signer-updates = Yes to email
signer-no-updates = No to email
pager-newer = Newer
pager-older = Older

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
    [one] { $n } signature is held and not counted
   *[other] { $n } signatures are held and not counted
}
overview-look = Look at them
overview-yesterday = since yesterday
overview-waiting = have not confirmed yet
overview-pace = { $left ->
    [one] { $left } to go. At this week’s pace you reach the goal on { $date }.
   *[other] { $left } to go. At this week’s pace you reach the goal on { $date }.
}
overview-no-pace = { $left ->
    [one] { $left } to go.
   *[other] { $left } to go.
}
overview-missed = { $left ->
    [one] It closed { $left } short of the goal.
   *[other] It closed { $left } short of the goal.
}
overview-latest = Latest signatures
overview-all = All signatures
overview-todo-none = Nothing waits for you right now.
overview-first = No one has signed yet. The first signature should be yours.
overview-sign = Sign
overview-share = Share
overview-reported = { $n ->
    [one] { $n } published reason was reported by readers
   *[other] { $n } published reasons were reported by readers
}
overview-unpublished = The text in this language is not published: { $language }
overview-untranslated = There is no text in this language yet: { $language }
overview-export-anew = Export anew
overview-yes = Said yes to email
overview-yes-share = { $n } % of those that count
overview-rate = Forms confirmed
overview-percent = { $n } %
overview-forms = { $n ->
    [0] no form was sent yet
    [one] of { $n } form
   *[other] of { $n } forms
}
overview-wait-minutes = { $n ->
    [one] half of them within about { $n } minute
   *[other] half of them within about { $n } minutes
}
overview-wait-hours = { $n ->
    [one] half of them within about { $n } hour
   *[other] half of them within about { $n } hours
}
overview-wait-longer = half of them after more than a day
overview-uncounted = Not counted: { $held } held, { $withdrawn } withdrawn, { $removed } removed.
overview-ends = Close or take down
source-title = Where signers come from
source-none = Nobody has come through a shared link yet. Each signer gets a link to pass on.
source-name = Source
source-counted = Counted
source-signer = A signer’s link
source-share = { $n } of { $all } counted
source-table = What each source brought
source-what = Openings and forms are counted for links and partners that have a name. Of all others you see how many signatures count.
chart-title = Confirmed signatures
chart-range = Chart range
chart-segment = { $range ->
    [hours] First 48 hours
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
chart-hour = { $day }, { $time }
chart-hour-title = Hour
chart-this-hour = this hour so far
chart-says-hours = Bar chart by hour: { $n } in all, the most in the hour from { $day }, { $most }.
chart-notes = What happened
note-published = published
note-closed = closed
note-reopened = opened again
note-paused = paused
note-resumed = went on
note-taken-down = taken down
note-goal = goal met
note-update = news: { $title }

## Schools and employers

spellings-title = Schools and employers
spellings-open = Merge spellings
spellings-what = Put several spellings under one heading, so that they are counted together here. What each signer wrote stays as it is: on public pages, in exports and on their own page.
spellings-search = Find by how it begins
spellings-all = Show all
spellings-alike = These look alike
spellings-merge-these = Put them under “{ $title }”
spellings-table = Schools and employers, with how many signed
spellings-name = As signers wrote it, or your heading
spellings-written = As signers wrote it
spellings-under = Spellings
spellings-heading = Heading
spellings-heading-hint = A heading that you have used before is continued.
spellings-merge = Put those that are ticked under it
spellings-merge-all = { $n ->
    [one] Put the { $n } found under it
   *[other] Put all { $n } found under it
}
spellings-too-many = More than 10,000 spellings begin so. Type more of it to put all of them under one heading.
spellings-merged = { $n ->
    [0] The heading has a new title.
    [one] { $n } spelling stands under the heading now.
   *[other] { $n } spellings stand under the heading now.
}
spellings-undo = Undo
spellings-undone = { $n ->
    [0] Nothing was left to take back: somebody has moved these spellings since.
    [one] { $n } spelling stands where it stood before.
   *[other] { $n } spellings stand where they stood before.
}
spellings-none = No one whose signature counts has named a school or employer yet.
spellings-none-found = No school or employer begins with “{ $words }”.
spellings-more = More
spellings-under-title = Spellings under a heading
spellings-under-what = { $n ->
    [one] { $n } signature counts under this heading. Tick what does not belong here.
   *[other] { $n } signatures count under this heading. Tick what does not belong here.
}
spellings-take-out = Take those that are ticked out
spellings-wrong-title = Enter a heading with letters or digits
spellings-wrong-none = Tick at least one line
spellings-wrong-others = Other spellings begin so by now. Look at the list and press again
spellings-wrong-gone = These spellings are not there any more. Look at the list and tick again

## Taking the list

export-title = Export signatures
export-preset = For which tool
export-preset-hint = It decides what the columns are called, so that the tool knows them by name. Columns it has no place for are left out.
export-preset-name = { $preset ->
    [action_network] Action Network
    [nationbuilder] NationBuilder
    [civicrm] CiviCRM
    [mailchimp] Mailchimp
    [delivery] Delivery
   *[default] Any tool
}
export-preset-what = { $preset ->
    [action_network] Only people who said yes to email, unless you ask for everybody below.
    [nationbuilder] Needs the column opt_in: without it everybody would count as having said yes.
    [civicrm] Exact titles only, and “No Bulk Emails” for who said no. Answers and columns of ours are left out.
    [mailchimp] Only people who said yes to email, unless you ask for everybody below. Long texts are cut after 255 bytes.
    [delivery] For whoever you hand the petition to: name, place, role, affiliation and reason, each only where its signer shows it. No addresses, whatever you tick below.
   *[default] Column names that most tools know.
}
export-format = File
export-form = { $format ->
    [ndjson] JSON, one line each: for programs, nothing changed
    [xlsx] Workbook (XLSX): for Excel and LibreOffice, every cell a text
   *[csv] Table (CSV): for spreadsheets and other tools
}
export-bom = Mark the table as UTF-8, so that Excel shows accents
export-columns = Columns
export-columns-hint = Take only what you need. Whoever takes the address takes both columns that say whether somebody may be written to.
export-column = { $column ->
    [email] The email address.
    [first_name] The first name, as far as it can be told from the last; the whole name where it cannot.
    [last_name] The last name, or nothing where the guess would not be safe.
    [full_name] The name as it was written.
    [opt_in] Y or N: whether the person said yes to email.
    [opt_in_organizations] Which of several organizations may write to the person.
    [city] The town.
    [zip_code] The ZIP or postal code, as a text.
    [country] The country, as it was written.
    [role] What the person is.
    [affiliation] The school or employer.
    [language] The language the person signed in.
    [source] The code of the link or partner the person came by.
    [signed_at] When the form was sent, in UTC.
    [status] Counted, held, withdrawn or removed.
    [visibility] How much of the person others may see.
    [reason] The reason, if it stands on the petition’s page.
    [promise] What the person promised.
    [wording] Which text was signed, by its SHA-256.
    [petition] The last part of the petition’s address.
    [signer_ref] A key that is the same for this signature in every list.
   *[answers] The answers to your own questions, a column each.
}
export-states = Which signatures
export-erased = Also signatures whose details are deleted: lines without a name
export-who = Which people
export-opted-in = Yes to email
export-opted-in-hint = Whoever said no must not be written to, whatever tool has the address.
export-opted-in-choice = { $choice ->
    [yes] Only those who said yes
    [all] Everybody
   *[preset] As the tool needs it
}
export-founder = For one founding organization
export-founder-hint = Its list holds only those who said yes to it, and nothing they said to others.
export-founder-all = All of them
export-any = Any
export-language = Signed in
export-source = Came by
export-answer = Answered
export-since = Confirmed since
export-since-hint = A day, from its beginning in the petition’s time zone. Empty: all.
export-use = What for
export-use-hint = It stands in the activity log with the number of lines and the SHA-256 of the file, and the owners of the organization are told by mail, once a day for each petition and person.
export-purpose = Purpose
export-purpose-none = Choose one
export-purpose-other = Purpose in your own words
export-purpose-other-hint = Only for “something else”.
export-recipient = Who gets the file
export-recipient-hint = A person, a team or a tool: “our newsletter team”, “the mayor’s office”.
export-text = The file holds personal details. Keep it where only those who need it can see it, and delete it when it is no longer needed.
export-large = Above { $lines } signatures the file is written while you wait, and you can download it for 24 hours.
export-earlier = Lists of the last 24 hours
export-button = Download
export-job-title = Large list
export-job-state = { $state ->
    [running] Being written
    [ready] Ready
    [broken-off] Broken off
    [not-allowed] Stopped
    [unwritable] Not written
   *[failed] Not written
}
export-job-why = { $state ->
    [broken-off] The program was stopped while the list was being written, or its file is gone. Nothing of it is left.
    [not-allowed] When it was being written you were not allowed to take lists. Nothing of it is left.
    [unwritable] The disk takes no more, so the file could not be written. Nothing of it is left. Whoever runs this site can make room.
   *[failed] The database did not answer, so the file could not be written. Nothing of it is left.
}
export-job-progress = { $done } of { $all } signatures looked at
export-job-wait = You can leave this page and come back: the list stays under “Export”.
export-job-refresh = Refresh
export-job-elsewhere = Another server of this site has the file. Open this page again: with the next request you may reach it.
export-job-whole = { $lines } lines, { $size } kB.
export-job-until = You alone can download it, until { $date }.
export-job-again = Write it again
export-job-other = Export something else
export-versions = What was signed
export-versions-text = The column “wording” names the text each person signed by its SHA-256: title, ask, recipient and text, separated by a zero byte.
export-version = { $language }, version { $n }, from { $date }
export-sha = SHA-256

## How a name is listed

listing-title = How this name is listed
listing-sorted-as = Sorted as
listing-sorted-as-hint = Surname first, as in “Cruz, María de la”. If you leave this empty, we guess from the language it was signed in.
listing-first = Among the first signers: above the list and on the petition’s page
listing-open = Change listing
