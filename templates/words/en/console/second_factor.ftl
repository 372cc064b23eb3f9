### One's own account: name, address, and the second factor.

console-account = Your account

## Name, language, and the ways to the rest

account-own-hint = Your colleagues see your name.
account-lang = Language
account-lang-hint = Of these pages, and of the messages we send you.
account-own-save = Save
account-own-address = Email address
account-own-security = Signing in
account-own-second-on = On
account-own-second-off = Off

## Another address

address-title = Change your email address
address-text-html = Your account has the address <b>{ $email }</b>. We send a link to the new one; it works once, for an hour. Until you open it here and confirm, nothing changes.
address-new = New email address
address-button = Send the link
address-sent-html = If <b>{ $email }</b> can become the address of your account, a message with a link is on its way there. Open it in this browser.
address-confirm-title = Use this address?
address-confirm-html = You would sign in with <b>{ $new }</b> from now on, and messages about your account would go there instead of to { $old }. Both addresses are told.
address-confirm-button = Use the new address

## The second factor

second-title = Second factor
second-what = With a second factor, signing in takes your passphrase and a code of six digits from an app on your phone. Whoever learns your passphrase still does not get in.
second-is-off = You have none yet.
second-is-on = On since { $date }.
second-unreadable = Codes from your app no longer work, because the keys of this site were replaced. Use recovery codes until you have set the app up again.
second-begin = Set it up
second-anew = Set up another phone
second-anew-hint = The one from before works until the new one has given its first code.
second-codes-left = { $n ->
    [0] You have no recovery code left.
    [one] You have one recovery code left.
   *[other] You have { $n } recovery codes left.
}
second-codes-few = Make new ones now: without phone and codes you are locked out.
second-renew = Make new recovery codes
second-renew-hint = The ones from before stop working.
second-turn-off = Turn it off
second-turn-off-hint = The passphrase alone is enough to sign in then.

second-set-up-title = Set up a second factor
second-step-app = Open an authenticator app on your phone. Any app for codes of six digits will do.
second-step-scan = Scan this picture with it, or type the key.
second-step-code = Type the code that it shows.
second-picture = A picture for your authenticator app
second-key = Key, to be typed
second-set-up-hint = The key stays the same for an hour, also when you load this page again.
second-set-up-button = Turn it on

second-codes-title = Your recovery codes
second-codes-text = Write these down or print this page, and keep it away from your phone. Each code gets you in once, without the phone. They are shown only now.
second-codes-onward = I have kept them

second-code-title = One more step
second-code-text = Your passphrase is right. Now the code from your app.
second-code = Code
second-code-hint = Six digits, from the authenticator app on your phone
second-recovery-summary = Use a recovery code instead
second-recovery = Recovery code
second-recovery-hint = 26 letters and digits; spaces and capitals do not matter
second-code-button = Sign in
second-code-anew = Begin again

second-ask-title = Before you see addresses
second-ask-text = You are about to see email addresses of people who signed. Protect them with a second factor: a code from your phone beside your passphrase. It takes two minutes.
second-ask-rule = { $organization } asks everybody who sees addresses of signers for a second factor.
second-ask-operator-title = Before you see the operator’s pages
second-ask-operator = You run this site, and the next pages show how it stands. Protect your account with a second factor first: a code from your phone beside your passphrase. It takes two minutes.
second-ask-later = Not now
second-ask-later-hint = We ask again in seven days.

## Proving again who one is

prove-title = Is it still you?
prove-text = This can do harm in the wrong hands, so we ask again for what you sign in with. For five minutes after that we do not ask.
prove-kept = What you chose is kept on this page and is done as soon as you go on.
prove-button = Go on
