### Handing a petition over.

delivery-title = Delivery
delivery-saved = Saved.
delivery-recipients = Recipients
delivery-recipients-text = Say to whom it is handed over, { $n } at most, and on which day. Only organizers see this; the petition’s page tells what was handed over, if you want that.
delivery-recipient = Recipient { $n }
delivery-name = Name
delivery-office = Role or office (optional)
delivery-day = Planned day
delivery-day-hint = When you mean to hand it over. It can still change.
delivery-stale = Somebody else saved while you were writing. Your text is below: look at theirs in another window, then save.
delivery-name-them = Edit recipients and day
delivery-no-recipients = Nobody has been named yet.
delivery-planned = Planned for { $date }.
delivery-no-day = No day has been planned yet.
delivery-checks = Before you hand it over
delivery-done = Done
delivery-to-do = To do
delivery-check-none = No recipient has been named.
delivery-check-recipients = { $n ->
    [one] One recipient has been named.
   *[other] { $n } recipients have been named.
}
delivery-check-closed = It is closed: the number stays as it is.
delivery-check-draft = It is a draft: nobody can sign it yet.
delivery-check-open = It is still open: signatures keep coming in.
delivery-check-until = It is still open until { $date }: signatures keep coming in.
delivery-close = Close it
delivery-check-decided = No signature waits for a decision.
delivery-check-held = { $n ->
    [one] One signature is held and waits for a decision.
   *[other] { $n } signatures are held and wait for a decision.
}
delivery-decide = Decide
delivery-check-confirmed = No form waits to be confirmed.
delivery-check-waiting = { $n ->
    [one] One form has not been confirmed yet. It does not count until its mailbox confirms it.
   *[other] { $n } forms have not been confirmed yet. They do not count until their mailboxes confirm them.
}
delivery-numbers = { $n ->
    [one] One signature counts; { $named } of them by name.
   *[other] { $n } signatures count; { $named } of them by name.
}
delivery-records = What was handed over
delivery-record = Record a delivery
delivery-edit = Change the record of a delivery
delivery-no-records = Nothing has been recorded yet.
delivery-on = Day of the delivery
delivery-to = To whom
delivery-to-hint = As it is to be read on the petition’s page, if you show it there.
delivery-how = How
delivery-way = { $way ->
    [in-person] In person
    [post] By post
    [mail] By email
   *[other] Another way
}
delivery-was = { $way ->
    [in-person] In person, { $named } signatures by name.
    [post] By post, { $named } signatures by name.
    [mail] By email, { $named } signatures by name.
   *[other] Another way, { $named } signatures by name.
}
delivery-signatures = Signatures handed over
delivery-signatures-hint = The number as it stands now is filled in. Change it if the file was older.
delivery-named = How many of them by name
delivery-sha = SHA-256 of the file
delivery-sha-hint = With it anybody can check later that a file is the one you handed over.
delivery-note = Note
delivery-note-hint = Only organizers see it. 500 characters at most.
delivery-public = Show this on the petition’s page
delivery-public-hint = To whom, the day, the number of signatures and the SHA-256. Never a signer’s name.
delivery-is-public = On the page
delivery-is-private = Organizers only
delivery-answered = Write what they answered
delivery-take-back = Delete this record
delivery-take-back-title = Delete the record of this delivery?
delivery-take-back-text = It is gone from the petition’s page, too. The activity log keeps that it was there.

### The book of signers, as organizers ask for it.

book-title = Signer book
book-make = Make the signer book
book-make-text = Cover, text, numbers and the names of those who show theirs on the public list. Everybody else is counted in one sentence. No address of anybody is in it.
book-none-made = No book has been made in the last 24 hours.
book-language = Language
book-paper-legend = Paper
book-paper = { $paper ->
    [letter] US Letter
   *[a4] A4
}
book-order-legend = Order of the names
book-order = { $order ->
    [day] By the day they signed
   *[name] By family name
}
book-by-legend = Headings
book-by = { $grouping ->
    [affiliation] By school or employer
    [place] By town or region
   *[nothing] None
}
book-breaks = Begin a page for each heading
book-redacted = Leave the names out
book-redacted-hint = Numbers and black bars, all of one length, and nothing beneath them. Headings only for groups of five and more.
book-recipient-hint = Stands in the activity log.
book-two-ways = The PDF is made while you wait and can be read aloud by programs. A page to print has the letters of every script your browser has; it is there for up to { $n } names.
book-pdf = Make the PDF
book-print = Open the page to print
book-back = Back to the options
book-job-progress = { $percent } % done
book-job-wait = You can leave this page and come back: the book stays under “Delivery”.
book-job-whole = { $names } names, { $pages } pages, { $size } kB.
book-job-missing = { $n ->
    [one] One name has letters that the built-in fonts do not have. { $letters } of them are printed as ¤; programs that read aloud know the right ones. The page to print has them all.
   *[other] { $n } names have letters that the built-in fonts do not have. { $letters } of them are printed as ¤; programs that read aloud know the right ones. The page to print has them all.
}
book-job-split = It has more than 500 pages: the file is an archive (ZIP) of several PDFs.
book-job-text = Whoever gets this file can read the names in it. Its SHA-256 stands in the activity log.
book-job-back = Back to the delivery
delivery-book = A signer book of the last 24 hours
delivery-no-book = None: I enter the SHA-256
delivery-check-book = A signer book holds everything as it stands now.
delivery-check-old-book = Signatures came or went since the last signer book.
delivery-check-no-book = You have made no signer book in the last 24 hours.
