### Organizers' own accounts: the doors and what is behind them.

account-sign-in-title = Sign in to organize
account-to-sign-in = Go to sign-in

account-forgot-title = Set a new passphrase
account-forgot-text = Tell us the email address of your account. If there is one, we send it a link that works once, for 30 minutes.
account-forgot-button = Send the link
account-sent-title = Check your email
account-sent-text-html = If <b>{ $email }</b> belongs to an account, we send it a message with a link, three times in three hours at most. The link works once, for 30 minutes.
account-sent-hint = Nothing there after a few minutes? Look in spam, or check the address for typing errors.

account-reset-title = Choose a new passphrase
account-reset-text-html = For the account of <b>{ $email }</b>. You will be signed out everywhere else.
account-reset-button = Save and sign in
account-gone-title = This link no longer works
account-gone-text = It was used before, is too old now, or was not copied in full. Ask for a new one, or sign in if you have a passphrase.

account-set-up-title = Welcome
account-set-up-text = Nobody has set this site up yet. Four short steps lead to your first petition. Each is saved at once: if you stop in between, sign in again and go on where you were.
account-set-up-button = Make my account
account-organization = Organization
account-organization-name = Name of the organization
account-organization-hint = Signers see it on every petition and as the sender of every message.
account-contact = Contact address
account-contact-hint = Where signers can write to. It is public: it appears on every page and in every message. Best use an address of the organization, not your own. If you leave this empty, no address is shown; you can change it later.
account-you = You
account-name = Full name
account-email-hint = You sign in with it. Only your colleagues see it.
account-new-password = New passphrase
account-password-hint = At least 12 characters of any kind. Four words that have nothing to do with each other are good.
account-password-again = Type it once more
account-current-password = Current passphrase

account-invitation-title = Work with { $organization }
account-invitation-text-html = You are invited as <b>{ $email }</b>, in this role: { $role }
account-invitation-known = You have an account already. Accept, then sign in with your own passphrase.
account-invitation-button = Accept
account-role-owner = owner
account-role-admin = administrator
account-role-editor = editor, writes the texts
account-role-moderator = moderator
account-role-analyst = analyst, sees numbers
account-role-exporter = exporter, downloads the list

account-browsers = { $n ->
    [one] One browser is signed in
   *[other] { $n } browsers are signed in
}
account-browser = Browser
account-seen = Last used { $ago }
account-opened = Signed in { $ago }
account-this-browser = This browser
account-unknown-browser = Unknown browser
account-end = Sign out
account-end-others = Sign out all others
account-sessions-hint = A browser is signed out automatically after an hour without use, and 12 hours after signing in.

account-change-title = Change your passphrase
account-change-hint = You stay signed in here and are signed out everywhere else.
account-change-button = Save the new passphrase

## A form that was sent after the session had ended

kept-title = Your session has ended
kept-text = What you typed is not lost: it is kept on this page and has not been saved yet. Sign in here and it is back in its form.
kept-note = You are signed in again. What you typed is in the form and has not been saved yet.
kept-press-title = You are signed in again
kept-press-text = What you chose is still here, and nothing has been done with it yet.
kept-press-button = Send it now
kept-other-title = Somebody else wrote this
kept-other-text = You are signed in as { $name }, and this form was written under another account. It was not saved. Copy the text from here if you need it.
kept-back = Back to the console

account-own-told = Choose which messages you get
notices-title = What we tell you
notices-text-html = Once a day at most, in the morning, we write to <b>{ $email }</b> if anything of this happened. No message names anybody who signed.
notices-legend = Tell me when
notices-first = a petition has its first signature
notices-goal = a goal is reached, or a round number where no goal is set
notices-decide = something waits to be decided: held signatures, reasons, organizations
notices-mail = letters did not arrive and were given up
notices-details = the details of signers will be deleted in 14 days
notices-hint = You are told only of what your role lets you see.
notices-save = Save
notices-saved = Saved.
notices-stop-title = Stop these messages?
notices-stop-text = We will not tell you any more what happens with your petitions. Messages that concern your account itself go on coming.
notices-stop-button = Tell me nothing
notices-stopped-title = These messages are stopped
notices-stopped-text = Under “Your account” you can turn them on again.
notices-stopped-to = Choose what we tell you

account-own-held = What is held of you
account-own-held-text = One file with everything this site holds of you as an organizer: your account, where you work, open sessions, links that were mailed, and what you did, 24 months back.
account-own-data = Download everything (JSON)
