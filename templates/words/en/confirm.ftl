### The page behind the link in the letter, and the one that thanks and asks to pass it on.
### { $kind } is letter, pledge or petition.

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
    [detail] Publicly, with your name and the details you see here
    [name] Publicly, with your name alone
    [place] Publicly, as a supporter in { $place }
   *[counted] Counted, but your name is not shown
}
confirm-updates = Email from { $organization }
confirm-updates-yes = Yes, about this campaign
confirm-updates-no = No
confirm-changed = The organizers have changed what is asked since you filled in the form. If you confirm, your signature counts for the text you read then.
confirm-changed-link = See all versions
confirm-button = Confirm my signature
confirm-reject = This was not me
confirm-word = Which word is in the message?
confirm-word-hint = The message with the link has one word in it. Typing it shows us that a person has read it, not a program.
confirm-words-spent = Three tries did not match. With a new message you can try again.
confirm-letter = Send me a new message
confirm-letter-sent = A new message is on its way. It can take a few minutes. Open the newest one, and type its word here or there.
confirm-letter-enough = We have sent this message several times. Ask for one more with “Change or remove my signature” at the bottom of this page.

## Signed

signed-tab = Your signature
signed-number = Signature { $n }
signed-thanks = You have signed.
# $listed is yes where the name is shown; $n others have signed, 0 where no number is shown
signed-stands = { $listed ->
    [yes] { $kind ->
        [letter] Your name now stands under the letter
        [pledge] Your name now stands under the pledge
       *[petition] Your name now stands under the petition
    }
   *[no] Your signature now counts
}{ $n ->
    [0] .
    [one] , beside one other.
   *[other] , beside { $n } others.
}
signed-on = Counted on { $date }.
signed-stroke = The newest stroke is yours.
signed-list = See your name on the list
signed-already-title = You have already signed
signed-already-text = Your signature was counted on { $date }. There is nothing more to do.
signed-already-undated = We have your signature. There is nothing more to do.
signed-removed-title = Your signature is not counted
signed-by-anybody = If you have just tapped “Confirm my signature”, your signature is confirmed. Open the link in your message at any time to check it.
signed-forget = Not you? Forget this here
settled-title = Status of this signature
settled-standing = { $state ->
    [counted] It is counted. It was confirmed on { $date }.
    [held] It was confirmed on { $date }.
    [withdrawn] It is withdrawn. It was confirmed on { $date }.
   *[removed] The organizers took it out of the count. It was confirmed on { $date }.
}
settled-change = Is it yours? To change or withdraw it, ask for the link: we send it to your email.
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
share-by = Share on { $way }
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
