### One's own signature: seen, changed, withdrawn, erased; mail that is not wanted.
### { $kind } is letter, pledge or petition.

## Withdraw, not me, no longer valid

withdraw-title = Withdraw your signature?
withdraw-text-html = You will no longer be counted or listed under <b>{ $title }</b>, and the count goes down by one.
withdraw-button = Withdraw my signature
withdraw-keep = Keep my signature
withdrawn-title = Your signature is withdrawn
withdrawn-text-html = You are no longer counted under <b>{ $title }</b>.
withdrawn-undo = I changed my mind: count me again
withdrawn-told = We send you a message with a link to undo this. It works for 30 days.
withdrawn-untold = We send no message about this, so that nobody finds one. If you change your mind, undo it here within a day. After that you can sign again.
withdraw-told = We send you a message with a link to undo this, which works for 30 days.
withdraw-untold = We send no message about it.
back-title = Count your signature again?
back-text = You have withdrawn it. With the word from the message it counts again.
back-button = Count me again
back-late = It is too late for this: it works for 30 days, and only while people can sign.
word-letter = Send me a new message with the word
not-me-title = Thank you for telling us
not-me-text-html = Nothing was counted under <b>{ $title }</b>, and what was typed is deleted. For 30 days we will not write to this address about it if somebody else types it in.
not-me-self = Do you want to sign yourself? You can do that here.
not-me-why = Somebody typed your address, perhaps by mistake.
gone-title = This link no longer works
gone-text = Links to confirm a signature work for seven days, and only when they are copied in full.
gone-code = The code in the message works too: type it on the page where you signed.
gone-new = For a new link, open what you signed and choose “Change or remove my signature” at the bottom of the page. If your signature was never confirmed, you can sign again: it takes twenty seconds.
gone-button = See all petitions

## Unsubscribe

unsubscribe-title = Stop email updates?
unsubscribe-text = We will send no updates to this address for a year. You still get what is requested with this address: a message to confirm a signature, or the link to one. A signature you have confirmed stays as it is.
unsubscribe-button = Send me no updates
unsubscribed-title = We will send you no updates
unsubscribed-text = For a year this address gets no updates from this site. You still get what is requested with this address: a message to confirm a signature, or the link to one. A signature you have confirmed stays as it is.

## One's own signature

foot-own = Change or remove my signature
signed-own = See or change everything we keep about you
own-title = Your signature
own-saved = Saved. Where you are shown, your changes are live.
own-again = Your signature counts again.
own-standing = { $state ->
    [counted] Counted since { $date }.
    [held] Confirmed on { $date }. It is under review and does not count yet.
    [withdrawn] Withdrawn. It was confirmed on { $date }.
   *[removed] The organizers took it out of the count. It was confirmed on { $date }.
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
own-fact-tags = Tags the organizers put on it
own-fact-identifiers = Names the organizers’ programs have for it
own-fact-note = A note of the organizers
own-fact-decision = What the organizers decided
own-decision = { $act ->
    [count] Counted
    [hold] Held
   *[remove] Taken out
} on { $date }: { $cause }.
own-decision-answer = If that is wrong, write to { $contact }.
own-cause = { $cause ->
    [program] the form looks as if a program had filled it in
    [invented] it is not the name of a person
    [twice] the same person signed twice
    [other-person] somebody signed in another’s name
    [abusive] the name insults somebody
    [mistake] it was held or taken out by mistake
    [in-order] somebody looked, and it is in order
   *[other] another reason
}
own-fact-sorted = Sorted in the list as
own-fact-first = Among the first signers
own-reason = Say why you signed, or change or delete your reason
own-fact-keeps = Your details are kept until
own-fact-keeps-after = { $months ->
    [one] one month
   *[other] { $months } months
} after this closes
own-consents = What you said yes or no to, and when
own-means = { $means ->
    [own-page] on this page
    [stop-link] with the link that stops mail
   *[form] when you signed
}
own-mails = Messages that were sent to you
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
erased-text-html = The name, the address and everything else given with this signature under <b>{ $title }</b> are deleted: the person who signed asked for it, or the time for keeping them is over. Nothing here says whose signature it was.
erased-counts = { $state ->
    [counted] It still counts, without a name.
   *[other] It does not count.
}
erase-title = Erase your details?
erase-text-html = Your name, your address and everything else you gave under <b>{ $title }</b> are deleted. This cannot be undone, and the link to your signature stops working.
erase-all-text = Erase everything: the count goes down by one.
erase-counted-text = Erase my details but keep me counted: the number stays, and you count without a name. Only a coded trace of your address is left, so that nobody counts twice. Your address cannot be read from it.
erase-all = Erase everything
erase-counted = Erase my details but keep me counted
erase-keep = Keep everything and go back
erase-kept-out = The organizers took this signature out of the count, and that does not change. Only a coded trace of your address is left. Your address cannot be read from it.
ask-own-title = Change or remove my signature
ask-own-text = Type the address you signed with. If you signed with it, we send it a link to a page where you can see everything we keep, correct it, choose what others see, withdraw or erase it. You need no account.
ask-own-email = Email you signed with
ask-own-email-hint = To protect you, this page never says whether an address has signed.
ask-own-button = Send me the link
ask-own-sent = If this address has signed, a message with the link is on its way. If its signature is not confirmed yet, the message asks to confirm it. It can take a few minutes, or until tomorrow if you ask a third time in one day. Look in spam too.
