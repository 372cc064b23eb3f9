### Letters. A subject stays within 70 characters; { $title } and { $name } are cut before they come here.
### { $kind } is letter, pledge or petition.


## Who writes where nothing may be told before a letter is opened

mail-sender-discreet = Confirmations

## Confirm

mail-confirm-subject = Confirm your signature: { $title }
mail-confirm-subject-discreet = Please confirm your message to us
mail-confirm-lead = { $name }, please confirm your signature.
mail-confirm-lead-discreet = { $name }, please confirm what you sent us.
mail-confirm-reminder = You signed a little while ago, but your signature does not count yet.
mail-confirm-button = Confirm my signature
mail-confirm-button-discreet = Confirm
mail-confirm-until = The link works until { $date }. After you confirm, it shows the status of your signature.
mail-confirm-code = Or type this code on the page where you signed: { $code }
mail-confirm-word = If the page asks for a word, it is: { $word }
mail-confirm-code-html = Or type this code on the page where you signed: <b>{ $code }</b>
mail-confirm-word-html = If the page asks for a word, it is: <b>{ $word }</b>
mail-confirm-listed = We will list you as: { $line }
mail-confirm-unlisted = You will be counted, but your name will not be shown.
mail-confirm-updates-yes = Email updates: yes, from { $organizations }
mail-confirm-updates-no = Email updates: no
mail-confirm-promise = You pledge: { $words }
mail-confirm-not-you = Did not sign this? Do nothing: what was typed disappears after { $days ->
    [one] { $days } day
   *[other] { $days } days
}. Or open the link and tap “This was not me”.

## Already counted

mail-already-subject = You have already signed: { $title }
mail-already-subject-discreet = Nothing more to do
mail-already-lead = { $name }, you have already signed. There is nothing more to do.
mail-already-lead-discreet = { $name }, we already have your message. There is nothing more to do.
mail-already-on = Your signature has counted since { $date }. Signing again changes nothing: each person counts once.
mail-already-undated = Signing again changes nothing: each person counts once.
mail-already-again-discreet = Sending it again changes nothing.
mail-already-button = See or withdraw my signature
mail-already-button-discreet = See or take back
mail-already-not-you = If it was not you who tried again, you need not do anything.

## This was not me

mail-acknowledge-subject = We have deleted it: { $title }
mail-acknowledge-lead = Thank you for telling us that it was not you.
mail-acknowledge-text = Somebody typed this address into a form. Nothing was counted, and what was typed is deleted.
mail-acknowledge-quiet = For 30 days we will not write to this address about it if somebody else types it in.

## Invitation of an organizer

mail-invitation-subject = { $organization } invites you to organize
mail-invitation-lead = { $inviter } invites you to work on the petitions of { $organization }.
mail-invitation-button = Accept the invitation
mail-invitation-until = The link works once, until { $date }.
mail-invitation-not-you = If you do not know why you were invited, do nothing.

## Passphrase reset

mail-reset-subject = Set a new passphrase
mail-reset-lead = Somebody, most likely you, asked to set a new passphrase for this address.
mail-reset-button = Set a new passphrase
mail-reset-until = The link works once, for { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}.
mail-reset-not-you = If it was not you, do nothing: your passphrase stays as it is.

## The passphrase of an account was changed

mail-security-subject = Your passphrase was changed
mail-security-passphrase = The passphrase of your account was changed on { $date } (UTC).
mail-security-reset = A new passphrase was set for your account on { $date } (UTC), with the link from a message to this address.
mail-security-sessions = Every other session was signed out.
mail-security-you = If it was you, there is nothing to do.
mail-security-not-you = If it was not you, set a new passphrase now, and change the password of this mailbox too: somebody may be reading it.

## A second factor, recovery codes, the address of an account

mail-second-on-subject = A second factor was set up
mail-second-on = On { $date } (UTC) a second factor was set up for your account: signing in takes a code from an app now.
mail-second-off-subject = Your second factor was turned off
mail-second-off = On { $date } (UTC) the second factor of your account was turned off: the passphrase alone is enough to sign in.
mail-second-taken = On { $date } (UTC) whoever runs this site took the second factor off your account: the passphrase alone is enough to sign in.
mail-recovery-used-subject = A recovery code was used
mail-recovery-used = On { $date } (UTC) somebody who knew the passphrase of your account used one of its recovery codes in the place of a code from the app.
mail-recovery-new-subject = You have new recovery codes
mail-recovery-new = On { $date } (UTC) the recovery codes of your account were made anew. Those from before no longer work.
mail-address-changed-subject = The address of your account was changed
mail-address-from = On { $date } (UTC) your account was given another address. You no longer sign in with this one, and messages about the account no longer come here.
mail-address-to = On { $date } (UTC) this became the address of your account: you sign in with it from now on.
mail-address-not-you = If it was not you, write at once to an owner of your organization or to whoever runs this site.
mail-address-subject = Is this your new address?
mail-address-lead = Somebody who is signed in to an account wants to use this address for it from now on.
mail-address-button = Use this address
mail-address-until = The link works once, for an hour, in a browser in which you are signed in.
mail-address-not-mine = If you know nothing of this, do nothing: nothing changes.
mail-ended-subject = An organization you own was deleted
mail-ended = { $person } deleted the organization { $organization } on { $date } (UTC). Its drafts are gone and nobody works for it any more. Petitions that are over stay as they are.
mail-ended-not-you = If you did not expect this, write to whoever did it, and to whoever runs this site: it cannot be undone here.
mail-place-subject = Your place in an organization has changed
mail-place-role = { $person } gave you another role in { $organization } on { $date } (UTC). It holds already; under “People” you see what it may do.
mail-place-owner = { $person } made you an owner of { $organization } on { $date } (UTC). You may do everything there now.
mail-place-removed = { $person } removed you from { $organization } on { $date } (UTC), and you were signed out everywhere. Your account stays.
mail-place-not-you = If you did not expect this, ask whoever did it.
mail-list-taken-subject = A list of signers was taken
mail-list-taken = { $person } took a list with addresses of people who signed with { $organization }, on { $date } (UTC). Under “Activity” you see which, and whether more were taken that day.
mail-list-taken-not-you = If you did not expect this, ask whoever did it. If it was done with your account and not by you, set a new passphrase at once: that signs everybody out.
mail-token-made-subject = A token was made: a program can come in
mail-token-made = { $person } made a token for { $organization }, on { $date } (UTC). A program that has it can do in the name of { $organization } what it was made for. Under “Tokens” in the settings you see which, and can revoke it.
mail-token-made-not-you = If you did not expect this, revoke the token and ask whoever did it. If it was done with your account and not by you, set a new passphrase at once: that signs everybody out.
mail-by-operator = Whoever runs this site
mail-batch-waits-subject = A decision about many signatures waits for a second person
mail-batch-waits = On { $date } (UTC), { $person } proposed to hold, count or remove many signatures of a petition of { $organization } at once. Somebody else has to agree; where nobody else may, it happens after a day. Under “Held and decided” of the petition you see which signatures, agree, or stop it.
mail-batch-waits-not-you = If you did not expect this, ask whoever did it. If it was done with your account and not by you, stop it and set a new passphrase at once: that signs everybody out.
mail-webhook-off-subject = A webhook was turned off
mail-webhook-off = On { $date } (UTC), the webhook of { $organization } to { $person } was turned off: its receiver said that it is gone, or took nothing for five days.
mail-webhook-off-now = Ask whoever runs the receiver. On the page of the webhook, in the settings of the organization, you see what was tried, turn it on again, and have sent again what was given up; or delete it.
mail-webhook-left-subject = Webhooks of somebody who left
mail-webhook-left = On { $date } (UTC), { $person } stopped working for { $organization }. This person made webhooks of the organization, which go on telling other programs what happens.
mail-webhook-left-now = Look at them in the settings of the organization: delete what nobody needs, and give the others a new secret if this person knew theirs.
mail-list-which = { $lines ->
    [one] It has one line, of “{ $petition }”.
   *[other] It has { $lines } lines, of “{ $petition }”.
}
mail-list-what-for = Purpose: { $purpose }. The file goes to: { $recipient }.
list-purpose = { $purpose ->
    [mailing] writing to those who said yes
    [delivery] handing it over
    [import] another tool of ours
    [checking] checking signatures
    [archive] keeping it
   *[other] something else
}

## After an erasure

mail-erased-subject = Your details are erased: { $title }
mail-erased-lead = Done: your name, your address and everything else you gave us are erased.
mail-erased-text = They are gone from the public list and from what the organizers see.
mail-erased-copies = We cannot recall copies already handed over, in a delivered letter for example: ask whoever has them.
mail-erased-quiet = This address is deleted too, once this message is sent. If somebody signs with it again, we will tell you at most once a year.

## The link to one's own signature

mail-own-subject = Your signature: { $title }
mail-own-subject-discreet = The link you asked for
mail-own-lead = { $name }, here is the link to your signature.
mail-own-lead-discreet = { $name }, here is the link you asked for.
mail-own-button = See, change or remove it
mail-own-not-you = If you did not ask for this, do nothing: only you have the link.

## After withdrawing

mail-withdrawn-subject = Your signature is withdrawn: { $title }
mail-withdrawn-lead = { $name }, your signature is withdrawn and no longer counted.
mail-withdrawn-button = Count me again
mail-withdrawn-not-you = If you withdrew it yourself, you need not do anything. If it was not you, or you changed your mind, you can undo it until { $date }.

## After something else is asked

mail-changed-subject = What you signed has changed: { $title }
mail-changed-subject-discreet = News about your message to us
mail-changed-lead = { $name }, the organizers now ask for something different from what you signed.
mail-changed-text = Your signature still counts, for the text you signed. You can read both texts on the page where you signed. If you do not want your name under it any more, you can withdraw it.
mail-changed-button = Withdraw my signature

## To a partner

mail-partner-subject = What your site brought: { $title }
mail-partner-lead = You are the contact of { $partner }, which carries the form of “{ $title }”. This link leads to what came from your site.
mail-partner-list = It gives, once, the list of those who said you may write to them.
mail-partner-button = See what your site brought
mail-partner-until = The link works for 24 hours. If you do not know why you get this, do nothing.

## To organizers, once a day where there is something to tell

mail-digest-subject = What happened with your petitions
mail-digest-lead = Here is what happened since { $date }, and what waits for you.
mail-digest-site = Mail of this site
mail-digest-failed-all = { $n ->
    [one] { $n } letter was given up. Under “Mail” you see why.
   *[other] { $n } letters were given up. Under “Mail” you see why.
}
mail-digest-unnamed = One of your petitions, which messages do not name
mail-digest-first = { $n ->
    [one] The first signature is there.
   *[other] The first signatures are there: { $n } so far.
}
mail-digest-goal = { $goal } is reached: { $n } people have signed.
mail-digest-held = { $n ->
    [one] { $n } signature is held until somebody decides.
   *[other] { $n } signatures are held until somebody decides.
}
mail-digest-reasons = { $n ->
    [one] { $n } reason waits to be read.
   *[other] { $n } reasons wait to be read.
}
mail-digest-organizations = { $n ->
    [one] { $n } organization wants to be listed.
   *[other] { $n } organizations want to be listed.
}
mail-digest-failed = { $n ->
    [one] { $n } letter did not reach its mailbox and was given up.
   *[other] { $n } letters did not reach their mailboxes and were given up.
}
mail-digest-going = The details of everybody who signed are deleted after { $date }. If you still have to hand over the list, do it before.
mail-digest-more = { $n ->
    [one] There is something new about { $n } more petition.
   *[other] There is something new about { $n } more petitions.
}
mail-digest-button = See your petitions
mail-digest-choose = Such a message comes once a day at most. In the console, under “Your account”, you choose what we tell you.
