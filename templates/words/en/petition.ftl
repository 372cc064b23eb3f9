### Pages of a petition: the page, its number, its picture, the list of all.
### { $kind } is letter, pledge or petition.

## The count

signed-html = { $n ->
    [one] <b>{ $n }</b> person has signed
   *[other] <b>{ $n }</b> people have signed
}
pledged-html = { $n ->
    [one] <b>{ $n }</b> person has pledged
   *[other] <b>{ $n }</b> people have pledged
}
confirmed-html = { $n ->
    [one] <b>{ $n }</b> confirmed so far
   *[other] <b>{ $n }</b> confirmed so far
}
signed-over-html = { $n ->
    [one] <b>{ $n }</b> person signed
   *[other] <b>{ $n }</b> people signed
}
signed-first = Be one of the first to sign
to-go = { $left ->
    [one] { $left } more to reach { $goal }
   *[other] { $left } more to reach { $goal }
}
goal-met = Goal of { $goal } met
goal-met-on = Goal of { $goal } met on { $date }
goal-why = Why { $goal }:
since-yesterday = { $n ->
    [one] { $n } since yesterday
   *[other] { $n } since yesterday
}
strokes = { $n ->
    [one] { $n } of { $goal } signatures
   *[other] { $n } of { $goal } signatures
}
as-of = As of { $time }. We are having trouble and the number may be behind.

## A petition

eyebrow-to = { $kind ->
    [letter] Open letter to { $target }
    [pledge] Pledge, addressed to { $target }
   *[petition] Petition to { $target }
}
# How the article of a target joins the word before it, as in “a el = al”; a dash where nothing does.
eyebrow-joins = -
eyebrow = { $kind ->
    [letter] Open letter
    [pledge] Pledge
   *[petition] Petition
}
untranslated = This text is not yet translated.
started-by = Started by
who-with = with
who-more = { $n ->
    [one] and { $n } more
   *[other] and { $n } more
}
fact-closes-html = Closes <b>{ $date }</b>, { $days ->
    [0] today
    [one] in { $days } day
   *[other] in { $days } days
}
fact-goes = Goes to
bar-button = { $kind ->
    [pledge] Take part
   *[petition] Sign
}
bar-signed = { $kind ->
    [pledge] pledged
   *[petition] signed
}
bar-closes = closes { $date }
register-next = Your name goes here
form-see = { $shown ->
    [counted] Just count me
    [place] Town
    [name] Name
   *[detail] Name + details
}
form-sample = { $shown ->
    [place] A supporter in your town
   *[counted] A supporter
}
form-your-name = Your name
form-trust = Counts once you confirm by email. No tracking.
preview = Preview. Only organizers see this page, and nobody can sign yet.
section-sign = { $kind ->
    [letter] Sign this letter
    [pledge] Take this pledge
   *[petition] Sign this petition
}
form-title = { $kind ->
    [pledge] Take this pledge
   *[petition] Add your name
}
form-promise = I pledge
promise-mark = I pledge:
promises-title = What people pledge
promises-counted = { $n ->
    [one] { $n } person
   *[other] { $n } people
}
form-name = Full name
form-email = Email
form-email-hint = To confirm. Never public.
form-listed = Listed beside your name
form-role = Role
form-affiliation = School or employer
form-place = Town or region
form-postcode = ZIP or postal code
form-country = Country
form-about = About you
form-unlisted = Only the organizers see this
form-updates = May { $organization } email you about this campaign?
form-updates-several = Who may email you about this campaign?
form-updates-several-hint = Only those you tick will write to you.
form-updates-founder = { $organization } may email me about this campaign
form-updates-partner = May { $partner } email you? If you say yes, { $partner } gets your name and email address.
form-updates-stated = { $question } (answered as stated by the program “{ $program }”)
# What stands beside a name, after "with my" or "with your".
listed-role = role
listed-affiliation = school or employer
listed-place = town
listed-details = details
form-public = { $shown ->
    [counted] Count me, but don’t show my name
    [place] { $kind ->
        [letter] Show only my town (“A supporter in Calder Bay”), on the letter’s page and in the letter we deliver
        [pledge] Show only my town (“A supporter in Calder Bay”) on the pledge’s page
       *[petition] Show only my town (“A supporter in Calder Bay”), on the petition’s page and in the petition we deliver
    }
    [name] { $kind ->
        [letter] Show my name on the letter’s page and in the letter we deliver
        [pledge] Show my name on the pledge’s page
       *[petition] Show my name on the petition’s page and in the petition we deliver
    }
   *[detail] { $kind ->
        [letter] Show my name with my { $listed } on the letter’s page and in the letter we deliver
        [pledge] Show my name with my { $listed } on the pledge’s page
       *[petition] Show my name with my { $listed } on the petition’s page and in the petition we deliver
    }
}
form-public-choice = What can other people see?
form-public-hint = If you leave this box empty, you are counted but your name is not shown.
form-public-never = No names are shown here: you are counted, but your name is not shown.
form-public-always = { $shown ->
    [name] { $kind ->
        [letter] This letter is about names. Yours will be public, here and in the letter we deliver.
        [pledge] This pledge is about names. Yours will be public.
       *[petition] This petition is about names. Yours will be public, here and in the petition we deliver.
    }
   *[detail] { $kind ->
        [letter] This letter is about names. Yours will be public, with your { $listed }, here and in the letter we deliver.
        [pledge] This pledge is about names. Yours will be public, with your { $listed }.
       *[petition] This petition is about names. Yours will be public, with your { $listed }, here and in the petition we deliver.
    }
}
form-why-asked = Why we ask:
form-no-reply = No answer
form-leave-empty = Leave this field empty
form-keeps = { $organization } keeps your details until { $date }.
form-keeps-after = { $organization } keeps your details until { $months ->
    [one] one month
   *[other] { $months } months
} after this closes.
form-privacy = How we use your details
form-button = { $kind ->
    [letter] Sign the letter
    [pledge] Take the pledge
   *[petition] Sign the petition
}
closed-title = { $kind ->
    [letter] This letter is closed
    [pledge] This pledge is closed
   *[petition] This petition is closed
}
closed-on = It closed on { $date }. Thank you to everybody who signed.
closed-outcome = How it ended
paused-title = Signing is paused
paused-text = The organizers have paused signing for now. Nothing that was signed is lost. Please come back later.
coming-title = Signing has not begun
coming-text = { $kind ->
    [letter] You can sign this letter from { $date }.
    [pledge] You can take this pledge from { $date }.
   *[petition] You can sign this petition from { $date }.
}
petition-removed-title = This petition was taken down
petition-removed = The organizers have taken this petition down.
petition-off = This petition is not available just now. Nothing that was signed is lost.
reworded = { $counted ->
    [one] { $counted } person has signed, { $n } of them this text.
   *[other] { $counted } people have signed, { $n } of them this text.
}
reworded-on = What is asked was changed on { $date }: see all versions.
corrections-title = Corrections of the number
corrections-text = When the organizers find signatures that are not what they should be, they take them out of the count or put them back. Each such decision stands here by day. Whose signatures they were is told to nobody but the signers themselves, on their own pages.
corrections-none = Nothing was corrected.
correction = { $act ->
    [count] { $n ->
        [one] { $n } signature was counted again.
       *[other] { $n } signatures were counted again.
    }
    [hold] { $n ->
        [one] { $n } signature was set aside to be looked at.
       *[other] { $n } signatures were set aside to be looked at.
    }
   *[remove] { $n ->
        [one] { $n } signature was taken out.
       *[other] { $n } signatures were taken out.
    }
}
correction-back = { $n ->
    [one] { $n } of them was moved back since.
   *[other] { $n } of them were moved back since.
}
correction-cause = { $cause ->
    [program] { $n } filled in by a program
    [invented] { $n } not the name of a person
    [twice] { $n } signed twice
    [other-person] { $n } signed in somebody else’s name
    [abusive] { $n } with a name that insults somebody
    [mistake] { $n } held or taken out by mistake
    [in-order] { $n } looked at, and in order
   *[other] { $n } for another reason
}
corrections-link = How the number was corrected
wordings-title = All versions
wordings-text = Each person signed the text they read. When the organizers change it, the earlier versions stay here.
wordings-from = From { $date }
wordings-first = The first text in this language.
wordings-before = This text replaced an earlier one.
wordings-mend = The organizers corrected the spelling.
wordings-change = The organizers changed what is asked.
wordings-signed = { $n ->
    [0] No signature counts for this text.
    [one] { $n } signature counts for this text.
   *[other] { $n } signatures count for this text.
}
wordings-show = Read it
latest-title = Latest signatures
latest-private = A supporter
latest-place = A supporter in { $place }
latest-private-detail = Name kept private
handed-over-title = Handed over
handed-over = { $n ->
    [one] Handed over to { $recipient } on { $date } with one signature.
   *[other] Handed over to { $recipient } on { $date } with { $n } signatures.
}
handed-over-sum = SHA-256 of the file:
next-title = What happens next
foot-contact = Contact the organizers
foot-privacy = Privacy
foot-accessibility = Accessibility
foot-back = { $kind ->
    [letter] Back to the letter
    [pledge] Back to the pledge
   *[petition] Back to the petition
}
foot-trust = How signatures are checked
foot-report = Report this page
foot-imprint = Who runs this site
foot-operator = This site is run by { $operator }.
foot-promise = Each signature is confirmed by email. Names are shown only with permission. No tracking.
foot-organize = For organizers

## All petitions

browse-title = Open petitions
browse-none = No petition is open at the moment.
front-empty-title = Nobody has set this site up yet.
front-empty-text = There is nothing to sign here until somebody has.
front-empty-how = If you run it: the program wrote a one-time link into its log when it started. Open that link; it leads through the rest. It is good for an hour, and each start of the program writes a new one.
front-tab = Petitions, open letters and pledges
front-title = Sign what you stand for.
front-text = Petitions, open letters and pledges, run by the people who started them. You need no account: sign here, confirm by email, and your name is shown only if you allow it.
over-title = What became of the others
over-line = { $n ->
    [one] { $n } person signed. It closed on { $date }.
   *[other] { $n } people signed. It closed on { $date }.
}
organization-write = Write to { $contact }

## Badge

badge-label = signatures
badge-of = { $n } of { $goal }

## What happens next

next-today = Today
next-confirm = You confirm by email.
next-open = { $kind ->
    [letter] The first day to sign the letter.
    [pledge] The first day to take the pledge.
   *[petition] The first day to sign the petition.
}
next-close = { $kind ->
    [letter] The last day to sign the letter.
    [pledge] The last day to take the pledge.
   *[petition] The last day to sign the petition.
}
next-after = After that
next-from-now = From now on
next-updates = The organizers write to those who said yes to email.
# Before a day, for whoever does not see its mark.
next-past = Past:
next-is-today = Today:
next-is-next = Next:

## High risk

risk-leave = Leave this page now
risk-leave-keys = Or press Shift three times
risk-way-out = Way out
risk-leave-rest = “Leave this page now”, at the top, opens an encyclopedia in place of this page. What you opened before stays in the history of your browser: a private window keeps none.
risk-secret-title = Who sees that you signed
risk-secret-shown = Nobody who visits these pages: your name is not shown, and there is no list of names, only a number.
risk-secret-told = { $organization } sees it, and promises to show the names to nobody: not to your employer, not to your school.
risk-secret-told-several = { $organization } and the organizations you choose below see it. They promise to show the names to nobody: not to your employer, not to your school.
risk-secret-site = Whoever runs this site could read the list, and a court could ask for it. We do not store your IP address.
risk-address = Use a private address, not one that your employer or school can read.
risk-device = Use your own phone or computer, not one of your work or school, and not their network.
risk-sure = Use this address anyway
risk-mailbox-title = So that nobody reads along
risk-mailbox-open = The message does not say what it is about until you open it.
risk-mailbox-close = When you have confirmed, delete it and close your mailbox and this page. You can ask for a new link at any time.
risk-receives-target = The number, without names, is handed over to:
risk-cookies = None while you only read. Two after you sign, so that the same browser can confirm without being asked for more, and so that the next pages can show you what you sent. Both are gone when you close the browser.
risk-share = Pass this on only to people you trust, from your own phone or computer. The message does not say that you signed.
risk-share-message = Have a look at “{ $title }”: { $link }
risk-no-history = Where signing may put people in danger, nobody is shown when people signed.

## Link previews

# As networks write language and region; the second for petitions whose time zone is in Europe.
og-locale = en_US
og-locale-europe = en_GB
card-signed = { $kind ->
    [pledge] { $n }+ have pledged
   *[petition] { $n }+ have signed
}
card-first = { $kind ->
    [pledge] Be one of the first to pledge
   *[petition] Be one of the first to sign
}

## Its picture

picture-by = Picture: { $credit }
strokes-alt = { $n } tally strokes, { $each ->
    [1] one for each signature
   *[other] one for every { $each } signatures
}; the newest five are yellow.
