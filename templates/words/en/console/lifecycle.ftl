### Publishing, closing, pausing, taking down.

## Publishing

publish-title = Publish
publish-ready = Ready
publish-missing = Not ready yet
publish-text = From then on, everybody can see and sign it at
publish-button = Publish now
publish-back = Back to the editor
publish-stale = Somebody saved a change while you were reading. Look at the petition again before you publish it.
publish-mail = Without mail nobody could confirm a signature. Everything you wrote is saved, and can be published as soon as a test message was accepted.
publish-mail-try = Test mail
publish-mail-ask = Ask whoever runs this site to send the test message.
check-done = Done:
check-advised = Advice:
check-missing = Missing:
check-lang = There is a text to show
check-lang-none = Tick at least one language to show
check-title-there = Every text that is shown has a title
check-title-none = A text that is shown has no title
check-ask = Every text that is shown says what is asked
check-ask-none = A text that is shown does not say what is asked
check-body = Every text that is shown is complete
check-body-none = A text that is shown is empty
check-closes = The last day is in the future, or there is none
check-closes-past = The last day has passed: choose another one
check-mail = Mail goes out: signatures can be confirmed
check-mail-untried = Nobody has tried whether mail goes out
check-mail-fails = Mail does not go out: the last test message was not accepted
check-contact = Signers have an address to write to
check-contact-none = Signers have no address to write to: you can give one in the list of petitions
check-target = It says who it is addressed to
check-target-none = Say who it is addressed to: people sign more readily
check-title-short = The title fits link previews
check-title-long = A shorter title fits link previews
check-ask-short = What is asked fits link previews
check-ask-long = A shorter ask fits link previews

## Closing

close-title = Close this petition?
close-text = Nobody can sign any more. Its page stays, with the final count and how it ended. As long as signers’ details are kept you can open it again.
close-outcome-title = How it ended
close-stale = Your text is not saved yet: it is in the form below. Look at what is new, then try again.
close-closed-on = It closed on { $date }.
close-outcome = How it ended ({ $language })
close-outcome-hint = Shown on the page above the text. It can be written later too.
close-button = Close it

## Pausing, taking down

pause-title = Pause signing?
pause-text = Nobody can sign until you resume. The page stays and says so. People who have already signed can still confirm by email.
pause-button = Pause signing
template-title = Use this as a template?
template-text = You get a new draft with its texts, form, questions and settings. Signatures, dates, steps, picture, links and partners stay here.
template-button = Use as a template
resume-later = Give the paused days back: the last day to sign is then { $day }
resume-title = Resume signing?
resume-text = Everybody can sign again from this moment.
resume-button = Resume signing
remove-title = Take this petition down?
remove-text = Its page, its numbers and its badges are gone for everybody within minutes, and it cannot be put back. We cannot remove link previews that other services have kept. You keep the signatures, and signers can still withdraw.
remove-button = Take it down
reopen-title = Open it again?
reopen-text = Everybody can sign again from this moment. Signers’ details are deleted when { $date } is over, as its pages have said since it closed, and not later. People who sign now are told the same date.
reopen-closes-hint = The last day on which it can be signed: { $date } at the latest, a week before signers’ details are deleted.
reopen-button = Open it again
delete-title = Delete this draft?
delete-text = Its texts are gone in every language, for everybody in your organization, and cannot be brought back. Nobody else has seen them.
delete-button = Delete this draft
archive-title = Take it off the list?
archive-text = It disappears from your list of petitions. Its pages still say that it was taken down, and signers can still reach their own signature. You can put it back.
archive-button = Take it off the list
unarchive-title = Put it back on the list?
unarchive-text = It is in your list of petitions again. For everybody else nothing changes.
unarchive-button = Put it back on the list
organization-see = See it as visitors do
organization-about = Who you are, in one sentence
organization-about-hint = It stands on your page, under your name. You can leave it empty.
