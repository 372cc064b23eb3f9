### Public pages. A key that ends in -html carries markup: only <b> and <a>, never attributes.
### { $kind } is letter, pledge or petition.

site-name = Petitions
language-name = English
nav-skip = Skip to content
nav-skip-form = Skip to the form
nav-language = Language
nav-menu = Menu
nav-main = Main
title-error = Error: { $title }
yes = Yes
no = No
optional = (optional)
print-sign-at = Sign online: { $address }

## Time passed

ago-now = just now
ago-minutes = { $n } min ago
ago-hours = { $n ->
    [one] { $n } hour ago
   *[other] { $n } hours ago
}
ago-days = { $n ->
    [one] yesterday
   *[other] { $n } days ago
}
ago-months = { $n ->
    [one] a month ago
   *[other] { $n } months ago
}
ago-years = { $n ->
    [one] a year ago
   *[other] { $n } years ago
}

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
eyebrow = { $kind ->
    [letter] Open letter
    [pledge] Pledge
   *[petition] Petition
}
untranslated = This text is not yet translated.
started-by = Started by
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
form-email-hint = To confirm your signature. Never shown.
form-listed = Listed beside your name
form-role = Role
form-affiliation = School or employer
form-place = Town or region
form-postcode = Postcode
form-country = Country
form-about = About you
form-unlisted = Seen by the organizers only
form-updates = May { $organization } email you about this campaign?
form-updates-several = Who may email you about this campaign?
form-updates-several-hint = Each organization writes only to those who tick its box. If you tick none, none does.
form-updates-founder = { $organization } may email me about this campaign
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
    [one] { $counted } has signed, { $n } of them this text.
   *[other] { $counted } have signed, { $n } of them this text.
}
reworded-on = What is asked was changed on { $date }: see every wording.
wordings-title = Every wording
wordings-text = Whoever signs is bound to the words they read. When the organizers change them, the earlier words stay here.
wordings-from = From { $date }
wordings-first = The first text in this language.
wordings-before = These words took the place of others.
wordings-mend = The organizers mended spelling.
wordings-change = The organizers changed what is asked.
wordings-signed = { $n ->
    [0] None of those counted signed it.
    [one] { $n } of those counted signed it.
   *[other] { $n } of those counted signed it.
}
wordings-show = Read it
latest-title = Latest signatures
latest-private = A supporter
latest-place = A supporter in { $place }
latest-private-detail = Name kept private
next-title = What happens next
foot-contact = Contact the organizers
foot-privacy = Privacy
foot-accessibility = Accessibility
foot-back = { $kind ->
    [letter] Back to the letter
    [pledge] Back to the pledge
   *[petition] Back to the petition
}
foot-organize = For organizers

## The list of signers

signers-title = Who has signed
signers-listed-html = { $listed ->
    [one] <b>{ $listed }</b> of { $n } people who signed shows their name here. The others are counted without it.
   *[other] <b>{ $listed }</b> of { $n } people who signed show their names here. The others are counted without them.
}
signers-listed-few-html = { $n ->
    [one] <b>{ $n }</b> person shows their name here so far.
   *[other] <b>{ $n }</b> people show their names here so far.
}
signers-all = See all the names
signers-search = Search by name, role, school or employer
signers-find = Search
signers-clear = Clear
signers-groupings = Group the names
signers-by-name = A to Z
signers-by-role = By role
signers-by-affiliation = By school or employer
signers-letters = Letters
signers-first = First signers
signers-none = Nobody shows their name here yet.
signers-none-found = No name here matches “{ $words }”.
signers-no-groups = No group has five names yet.
signers-cut = More than 100 names match. These are 100 of them; add another word to find fewer.
signers-small-groups = Groups of fewer than five names are not shown.
signers-pages = Pages
signers-previous = Previous page
signers-next = Next page

## All petitions

browse-title = Open petitions
browse-none = No petition is open at the moment.

## Check your email

check-tab = Confirm your email
check-thanks = Thank you.
check-title = Check your email to finish.
check-text-html = Open the message we send to <b>{ $email }</b> and tap “Confirm my signature”. Your signature counts from that moment.
check-again = Send it again
check-again-done = We send the message again up to three times. Open the newest one, and look in spam too.
check-other = Use a different address
check-other-label = New email address
check-other-button = Send it there
check-other-done = If your signature was not confirmed yet, the message now goes to the new address, and the first one stops working.
check-suggestion-html = Is the address right? Did you mean <b>{ $email }</b>?
check-spam = It usually arrives within a minute; when many people sign at once from one network it can take some minutes. If it does not come, look in spam or promotions for “{ $sender }”. One address gets at most three of these messages in a week; after that, “Change or remove my signature” at the foot of this page brings one more.
check-forget = Not you? Forget this here
check-anywhere-text = If you have just sent the form, open the message we send you and tap “Confirm my signature”. Your signature counts from that moment.
check-anywhere-code = Confirm with address and code
check-anywhere-email = The email address you signed with
check-code-summary = Type the code instead
check-code-label = Code from the message
check-code-hint = Eight letters and digits, as in abcd-2345. Capitals and dashes do not matter.
check-code-button = Confirm my signature
line-title = { $kind ->
    [letter] Your signature on the letter
    [pledge] Your signature on the pledge
   *[petition] Your signature on the petition
}
line-pending = pending
line-unnamed = Counted, your name is not shown
progress-label = Progress

## Confirm

confirm-tab = Confirm your signature
confirm-title = Confirm your signature
confirm-intro = { $kind ->
    [letter] You are about to sign this open letter. Please check that everything is right.
    [pledge] You are about to take this pledge. Please check that everything is right.
   *[petition] You are about to sign this petition. Please check that everything is right.
}
confirm-name = Name
confirm-listed = How you are listed
confirm-shown = { $shown ->
    [detail] Publicly, with your name and what stands beside it here
    [name] Publicly, with your name alone
    [place] Publicly, as a supporter in { $place }
   *[counted] Counted, your name is not shown
}
confirm-updates = Email from { $organization }
confirm-updates-yes = Yes, about this campaign
confirm-updates-no = No
confirm-changed = The organizers have changed what is asked since you filled in the form. If you confirm, you count for the words you read then.
confirm-changed-link = See every wording
confirm-button = Confirm my signature
confirm-reject = This was not me
confirm-word = Which word is in the message?
confirm-word-hint = The message with the link names one word. Typing it shows that a person, and not a program, has read it.
confirm-words-spent = Three words did not match. With a new message you can try again.
confirm-letter = Send me a new message
confirm-letter-sent = A new message is on its way. It can take some minutes. Open the newest one, and type its word here or there.
confirm-letter-enough = We have sent this message several times. Ask for one more with “Change or remove my signature” at the foot of this page.

## Signed

signed-tab = Your signature
signed-number = { $n ->
    [one] You are signature { $n }
   *[other] You are signature { $n }
}
signed-on = Counted on { $date }.
signed-thanks = Thank you. You have signed.
signed-already-title = You have already signed
signed-already-text = Your signature was counted on { $date }. There is nothing more to do.
signed-already-undated = We have your signature. There is nothing more to do.
signed-removed-title = Your signature is not counted
signed-by-anybody = If you have just tapped “Confirm my signature”, your signature is confirmed. The link in your message says at any time how it stands.
signed-forget = Not you? Forget this here
settled-title = How this signature stands
settled-standing = { $state ->
    [counted] It is counted. It was confirmed on { $date }.
    [held] It was confirmed on { $date }.
    [withdrawn] It is withdrawn. It had been confirmed on { $date }.
   *[removed] The organizers have taken it out of the count. It had been confirmed on { $date }.
}
settled-change = Is it yours? To change or withdraw it, ask for the link: we send it to your mailbox.
signed-withdraw = Withdraw my signature
share-title = Who else should sign?
share-text = { $kind ->
    [letter] Most people sign in the first days. Send this to one colleague who would sign too.
    [pledge] Most people join in the first days. Send this to one friend who would take the pledge too.
   *[petition] Most people sign in the first days. Send this to one person who would sign too.
}
# The dearest first: whatsapp sms email facebook linkedin bluesky mastodon.
share-order = whatsapp sms email facebook linkedin bluesky mastodon
share-message = I signed “{ $title }”. Will you? { $link }
share-subject = Will you sign this?
share-whatsapp = WhatsApp
share-sms = Text message
share-email = Email
share-facebook = Facebook
share-linkedin = LinkedIn
share-bluesky = Bluesky
share-mastodon = Mastodon
share-sheet = Share
share-link = Your link
share-copy = Copy
share-copied = Copied
share-qr = QR code for your link
share-beside = Someone beside you?
share-scan = Let them scan this and sign on their own phone.
mastodon-title = Share on Mastodon
mastodon-server = Your server
mastodon-server-hint = As in mastodon.social. We do not keep it.
mastodon-button = Go there

## Why people sign

why-tab = Why you signed
why-title = { $kind ->
    [pledge] Why did you take this pledge?
   *[petition] Why did you sign?
}
why-label = Your reason
why-hint = The organizers read it first. If they publish it, your first name stands beside it where you show your name. At most 500 characters, without web addresses.
why-button = Send my reason
why-take = Delete my reason
why-back = Back to your signature
why-standing = { $state ->
    [typed] Saved. The organizers read it once your mailbox has confirmed.
    [unsent] This was typed in before you confirmed and is not sent yet. Send it if it is what you want to say, or delete it.
    [published] It is on the page. If you change it, the organizers read it again first.
    [private] The organizers have read it and keep it to themselves.
   *[waiting] Saved. The organizers read it before anybody else does.
}
confirm-promise = You pledge
signed-promise = You pledge:
confirm-reason = Your reason, for the organizers to read
voices-title = { $kind ->
    [pledge] Why people take this pledge
   *[petition] Why people sign
}
voices-report = Report
voices-report-what = what { $name } says
report-title = Report this message?
report-text = The organizers have read and published it. If it insults or endangers somebody, or is not true, tell them.
report-button = Report it
reported-title = Thank you
reported-text = The organizers see your report. What several people report, they are asked to read again; until they decide, it stays on the page.

## Withdraw, not me, no longer valid

withdraw-title = Withdraw your signature?
withdraw-text-html = You will no longer be counted or listed under <b>{ $title }</b>, and the count goes down by one.
withdraw-button = Withdraw my signature
withdraw-keep = Keep my signature
withdrawn-title = Your signature is withdrawn
withdrawn-text-html = You are no longer counted under <b>{ $title }</b>.
withdrawn-undo = I changed my mind: count me again
withdrawn-told = A message with the way back is on its way to your mailbox. It works for 30 days.
withdrawn-untold = We send no message about this, so that none is found. If you change your mind, do it here within a day. After that you can sign again.
withdraw-told = We send you a message with the way back, which works for 30 days.
withdraw-untold = We send no message about it.
back-title = Count your signature again?
back-text = You have withdrawn it. With the word from the message it counts again.
back-button = Count me again
back-late = The time for this is over: the way back works for 30 days, and only while people can sign.
word-letter = Send me a new message with the word
not-me-title = Thank you for telling us
not-me-text-html = Nothing was counted under <b>{ $title }</b>, and what was typed in is deleted. For 30 days we do not write to this address about it when somebody else types it in.
not-me-self = Do you want to sign yourself? You can do that here.
not-me-why = Somebody typed in your address, perhaps by mistake.
gone-title = This link no longer works
gone-text = Links to confirm a signature work for seven days, and only when they are copied whole.
gone-code = The code in the message works too: type it on the page where you signed.
gone-new = For a new link, open what you signed and choose “Change or remove my signature” at the foot of the page. If you have not signed yet, you can sign again: it takes twenty seconds.
gone-button = See all petitions

## Captured mail (development)

dev-mail-title = Captured mail
dev-mail-text = Nothing leaves this machine: these are the messages that would have been sent.
dev-mail-none = No message yet.
dev-mail-to = To { $address }
dev-mail-links = Links in the message
dev-mail-headers = Headers
dev-mail-plain = Plain text
dev-mail-source = HTML, as source
dev-mail-back = All messages

## Badge

badge-label = signatures
badge-of = { $n } of { $goal }

## What happens next

next-today = Today
next-confirm = You confirm from your mailbox.
next-close = { $kind ->
    [letter] The last day to sign the letter.
    [pledge] The last day to take the pledge.
   *[petition] The last day to sign the petition.
}
next-after = After that
next-from-now = From now on
next-updates = The organizers write to those who said yes to email.

## Privacy

privacy-title = How we use your details
privacy-who-title = Who keeps them
privacy-who = { $organization } keeps what you type in. Questions and requests go to { $contact }.
privacy-who-alone = { $organization } keeps what you type in, and has given no address to write to. What is held about you, you can see, change and have erased yourself: “Change or remove my signature”, at the foot of this page, sends you the link.
privacy-what-title = What is kept
privacy-what = Your name, your email address, role, affiliation and town if you gave them, your answers, what brought you here if your link said so, your reason if you gave one, the exact text you signed, and when. We do not store your IP address. Until you confirm, seven days at most, a coded trace tells whether the same connection opens the link; the address cannot be read from it, and it is deleted then.
privacy-why-title = What for
privacy-why = To count each person once, and to hand the petition over. Your email address is used for messages about your own signature: to confirm it, and when its link, a change or an erasure is asked for. News about this campaign goes to it only if you said yes. It is never shown.
privacy-receives-title = Who receives what
privacy-receives = The organizers of { $organization } see the list of those who signed. Nothing is passed to any other site.
privacy-receives-founders = This is asked by several organizations. Each of these receives the name and the email address of those who said yes to it, and of nobody else:
privacy-receives-target = The number, and the names of those who show theirs, are handed over to:
privacy-kept = The list is not encrypted on the server of this site: whoever runs it could read it. The program of this site writes no names, no email addresses and no IP addresses of visitors into its logs.
privacy-public-title = What others see
privacy-public = { $listing ->
    [never] No names are shown: you are counted, but your name is not shown.
    [always] This list is about names: the form says so above its button, and yours is shown once you confirm. What is shown is what the form says, and no more.
   *[asked] Only what you chose on the form, and no more. If you chose nothing, you are counted, but your name is not shown.
}
privacy-long-title = How long
privacy-long = What you type in is deleted after seven days unless you confirm it. You can change, withdraw or erase a confirmed signature as long as it is kept, with the link in the message you got or with “Change or remove my signature” below.
privacy-keeps = The details of everybody who signs are kept until { $date }, { $months ->
    [one] one month
   *[other] { $months } months
} after the last day to sign, and deleted when that day is over. It may come sooner, if the organizers close this or shorten the time, but never later. The number stays, without names.
privacy-keeps-after = The details of everybody who signs are kept until { $months ->
    [one] one month
   *[other] { $months } months
} after this closes, and deleted when that day is over. The number stays, without names.
privacy-kept-until = This is closed. The details of everybody who signed were kept until { $date } and are deleted. The number stays, without names.
privacy-keeps-over = This is closed. The details of everybody who signed are kept until { $date } and deleted when that day is over. The number stays, without names.
privacy-cookies-title = Cookies
privacy-cookies = None for reading. Two at most after you sign: one for up to seven days, so that the same browser can confirm without being asked for more, and one for up to an hour, so that the next pages can show you what you sent.

## Accessibility

accessibility-title = Accessibility
accessibility-aim = We want everyone to be able to use these pages: by keyboard, with a screen reader, without scripts, at 320 pixels or with text twice as large, in light and dark. They are built to meet WCAG 2.2 at level AA.
accessibility-how = The pages are checked by program for known faults each time this service is changed, in light and dark and at three widths, and the way from reading to confirming is walked by keyboard alone.
accessibility-limits-title = Known problems
accessibility-limits = Texts and pictures that organizers write themselves are theirs, and so are logos of organizations. A check by program does not find everything: what a person with a screen reader meets may differ.
accessibility-write-title = If something stops you
accessibility-write = Write to { $organization } at { $contact }. Say which page it was, and what you read it with.
accessibility-write-alone = { $organization } has given no address to write to. Whoever passed this page on to you may know how to reach them.

## Unsubscribe

unsubscribe-title = Stop email updates?
unsubscribe-text = We will send no updates to this address for a year. What is asked for at this address still comes: a message to confirm a signature, or the link to one. A signature you have confirmed stays as it is.
unsubscribe-button = Send me no updates
unsubscribed-title = We will send you no updates
unsubscribed-text = For a year this address gets no updates from this site. What is asked for at this address still comes: a message to confirm a signature, or the link to one. A signature you have confirmed stays as it is.

## Updates

updates-title = Updates
updates-feed = Follow by RSS
update-about = News about
update-edited = edited
update-preview = Preview. Only organizers see this page.
update-to-petition = Read and sign
update-gone-title = This update was deleted
update-gone = The organizers have deleted this update.

## High risk

risk-leave = Leave this page now
risk-way-out = Way out
risk-address = Use a private address, not one that your employer or school can read.
risk-sure = Use this address all the same

## Link previews

og-locale = en_US
card-signed = { $kind ->
    [pledge] { $n }+ have pledged
   *[petition] { $n }+ have signed
}
card-first = { $kind ->
    [pledge] Be one of the first to pledge
   *[petition] Be one of the first to sign
}

## One's own signature

foot-own = Change or remove my signature
signed-own = See or change everything we keep about you
own-title = Your signature
own-saved = Saved. Where you are shown, your changes are live.
own-again = Your signature counts again.
own-standing = { $state ->
    [counted] Counted since { $date }.
    [held] Confirmed on { $date }. It is being looked at and does not count yet.
    [withdrawn] Withdrawn. It had been confirmed on { $date }.
   *[removed] Taken out of the count by the organizers. It had been confirmed on { $date }.
}
own-change = Change your signature
own-save = Save changes
own-held = What we keep about you
own-held-text = Together with the form above, this is everything.
own-fact-signed = Signed
own-fact-confirmed = Confirmed
own-fact-number = Your signature number
own-fact-language = Language
own-fact-text = Text that you signed
own-fact-text-is = { $title }, version { $n }
own-fact-source = Where you came from
own-fact-promise = What you pledged
own-fact-reason = Why you signed
own-fact-share = Code in your share link
own-fact-sorted = Sorted in the list as
own-fact-first = Among the first signers
own-reason = Say why you signed, or change or delete your reason
own-fact-keeps = Your details are kept until
own-fact-keeps-after = { $months ->
    [one] one month
   *[other] { $months } months
} after this closes
own-consents = What you agreed to, and when
own-means = { $means ->
    [own-page] on this page
    [stop-link] by the link that stops mail
   *[form] with your signature
}
own-letters = Messages that were sent to you
own-letter = { $kind ->
    [confirm] Please confirm
    [already] You have already signed
    [own] The link to this page
    [withdrawn] Your signature is withdrawn
   *[other] Message
}
own-data = Download everything (JSON)
own-leave = Withdraw or erase
own-erase = Erase my details
erased-title = The details are erased
erased-text-html = Name, address and everything else that was given with this signature under <b>{ $title }</b> are deleted: its signer asked for that, or the time for which they were kept is over. Nothing here says whose it was.
erased-counts = { $state ->
    [counted] It is still counted, as somebody without a name.
   *[other] It is not counted.
}
erase-title = Erase your details?
erase-text-html = Your name, your address and everything else you gave under <b>{ $title }</b> are deleted. This cannot be undone, and the link to your signature stops working.
erase-all-text = Erase everything: the count goes down by one.
erase-counted-text = Erase my details but keep me counted: the number stays, as somebody without a name. A coded trace of your address, which cannot be read back, remains so that nobody counts twice.
erase-all = Erase everything
erase-counted = Erase my details but keep me counted
erase-keep = Keep everything and go back
erase-kept-out = The organizers have taken this signature out of the count, and that stays so. A coded trace of your address, which cannot be read back, remains.
ask-own-title = Change or remove my signature
ask-own-text = Type the address you signed with. If you signed with it, we send it a link to a page where you can see everything we keep, correct it, choose what others see, withdraw or erase it. You need no account.
ask-own-email = Email you signed with
ask-own-email-hint = To protect you, this page never says whether an address has signed.
ask-own-button = Send me the link
ask-own-sent = If this address has signed, a message with the link is on its way. If its signature is not confirmed yet, the message asks to confirm it. It can take a few minutes, and until tomorrow when it is asked for a third time in a day; look in spam too.
