### What went wrong, and what to do. Beside a field: one sentence, imperative, no full stop.

error-prefix = Error:
errors-title = { $n ->
    [one] One thing to fix
    [2] Two things to fix
    [3] Three things to fix
    [4] Four things to fix
   *[other] { $n } things to fix
}

error-name-missing = Enter your full name
error-name-long = Enter a name of at most 100 characters
error-name-characters = Enter your name without control or invisible characters
error-name-letter = Enter a name with at least one letter
error-name-link = Enter your name without a web address
error-email-missing = Enter your email address
error-email-shape = Enter an email address like name@example.org
error-email-domain = Check the part after the @: no mail can be sent there
error-email-reach = Enter an address with plain letters before the @: we cannot send mail to others
error-email-long = Enter a shorter email address
error-line-missing = Fill in this line
error-tags-many = There can be 20 tags at most
error-notes-many = There are 50 notes already: delete one first
error-tag-missing = Enter the tag
error-tag-comma = A tag has no comma
error-line-long = Shorten this line
error-line-link = Enter this line without a web or email address
error-line-characters = Enter this line without control or invisible characters
error-text-missing = Fill in this text
error-text-long = Shorten this text
error-text-characters = Enter this text without control or invisible characters
error-date = Enter a date
error-time = Enter a date and time
error-language = Choose one of the languages
error-color = Choose a colour, or write it as six digits, such as 17603f
error-cursor = This page of the list is not valid. Start from the first page
error-id = This address is not valid
error-choice = Choose one of the answers
error-slug-shape = Use 2 to 80 lowercase letters, numbers and single dashes, as in court-records
error-slug-taken = Another petition has this address. Choose a different one
error-token = This form has expired. Please send it again
error-code = This code does not match. Copy the eight letters and numbers from the newest message
error-word = This is not the word from the message. Look again and type it
error-word-missing = Type the word from the message
error-reason-late = You confirmed more than an hour ago. Copy your words, ask for the link with “Change or remove my signature” below, and send them from there
error-words-spent = Three tries did not match. With a new message you can try again
error-updates-missing = Choose yes or no
error-password-short = Use at least 12 characters
error-password-long = Use at most 128 characters
error-password-common = This passphrase is one of the first that attackers guess. Choose another one
error-password-context = Choose a passphrase without your name, address or organization in it
error-password-current = This is not your current passphrase
error-password-same = The two passphrases differ. Type them again
error-sign-in = Email or passphrase is wrong. Check both and try again
error-second-code = This code is not right, or was used before. Wait for the next one and type it
error-second-over = This took too long, or five codes were wrong. Type your passphrase again

## Pages

problem-400-title = We could not read that
problem-400-text = Something in the request was damaged on the way. Go back, reload the page and try again.
problem-401-title = You are signed out
problem-401-text = Your form was not accepted: your session has ended. Sign in in another window, then go back here, reload the page and send it again.
problem-403-guard = This form belongs to an earlier session. Copy what you typed, reload the page and send it again.
problem-403-origin = This form was sent from another site, and we cannot accept that. Open the page here and send the form from it.
problem-403-title = You may not do that
problem-403-text = Your account does not have permission to see or change this. Ask an owner of your organization.
problem-403-second-factor = Your organization asks everybody who sees addresses of signers for a second factor. Set one up under Your account, then come back.
problem-404-title = This page does not exist
problem-404-text = The address may be mistyped, or the page was never here. Check the link, or look among all petitions.
problem-405-title = This cannot be done here
problem-405-text = The page does not accept this kind of request. Go back and use the buttons on the page.
problem-404-link = Links in messages work only when they are complete, and this one is not. Open the message again and tap its button, or copy the whole address.
problem-404-hours = Below a thousand signatures the number is told by day only, so that an hour cannot give away who signed.
problem-409-title = This is no longer possible
problem-409-text = Things have changed since you opened the page. Go back, reload it and look again.
problem-410-title = This page was taken down
problem-410-text = What stood here was removed and cannot be brought back.
problem-413-title = That is too much text
problem-413-text = The form you sent is too large. Shorten what you typed and send it again.
problem-415-title = We cannot read this format
problem-415-text = Send the form from the page itself, uncompressed and in the usual encoding.
problem-422-title = Please correct this
problem-422-text = Something you typed cannot be used as it is. Go back, correct it and send it again.
problem-429-title = Too many tries
problem-429-text = There were too many requests from your connection. Wait a few minutes and try again.
problem-429-sign-in = There were too many tries. Wait a minute and a half, or set a new passphrase by mail.
problem-500-title = Something broke on our side
problem-500-text = It is our fault, not yours. It has been recorded. Please try again in a few minutes.
problem-501-title = We answer in JSON only
problem-501-text = This address has no XML. Leave out the format, or ask for json.
problem-503-title = We cannot do this right now
problem-503-text = The site has too many visitors or is under maintenance. What you were sending may not have been saved: please send it again in a minute.
problem-request = If you write to us, mention { $id }.
problem-home = See all petitions

## Saving, addresses, codes

error-not-saved = We could not save your signature just now, and it does not count yet. What you typed is still here: please tap the button again in a moment.
error-frame-old = The form had been open here for a long time. Everything you typed is still here: please press the button once more.
error-email-suggestion = Check the email address. Did you mean { $email }?
error-role-missing = Enter your role
error-promise-missing = Choose what you pledge
error-affiliation-missing = Enter your school or employer
error-place-missing = Enter your town or region
error-postcode-missing = Enter your ZIP or postal code
error-country-missing = Enter your country
error-promises-lines = Write as many promises here as in the petition’s original language, one per line and in the same order
error-promises-many = Write at most 8 promises
error-promises-twice = The same promise is here twice
error-promise-stands = Somebody has chosen a promise that is missing here. It can be moved or reworded, but not taken out
error-names-hidden = Names cannot be public while they are not shown. Allow the name, or untick the box below
error-code-often = Too many codes were tried. Use the link in the message, or come back in ten minutes.
error-too-many-forms = A great many people are signing from your network. Try again in a few minutes, or with another connection. What you typed is still here.
error-code-spent = The code was wrong five times. Use the link in the message instead.
error-host = Enter the name of a server, as in mastodon.social
error-remark-long = Use at most 500 characters
error-remark-characters = Write it without control or invisible characters
error-remark-link = Write it without web addresses and email addresses
error-nonce = The page was open for too long. Please tap the button again.
problem-503-many = A great many people are using this from your network. Try again in a few minutes, or with another connection.
problem-409-form-gone = Another form was sent from this browser after this one, so nothing was done here. Reload the page, or use the link in the message.
problem-403-token = The token is missing, or it opens nothing here.
problem-409-token = Somebody revoked or replaced this token already, or it has ended. Look at the list.
problem-409-page-old = The page was open for too long, so nothing was done. Go back, reload it and try again.
problem-409-last-owner = An organization needs an owner. Make somebody else an owner first.
problem-409-frame-old = The form was sent more than an hour ago, so this page knows it no more. The link in our message still confirms your signature.

error-domains = Enter domains such as example.org, one per line
error-domains-many = Enter at most 20 domains
error-email-watched = The people this is addressed to may be able to read mail to this address. Use a private one, or tick the box below to use it anyway
error-address-late = The form is not open now, so the address cannot be changed

## What was typed into a form that was not taken

sent-again = Send it again
sent-written = What you typed

## What organizers type

error-reopen-late = Choose an earlier last day: signers’ details are deleted on the day signers were told
error-rewording = Nothing is saved yet. Choose whether this corrects spelling or asks for something else
error-title-missing = Enter a title
error-ask-missing = Say in one or two sentences what is asked
error-body-missing = Enter the text that people sign
error-none-published = Tick at least one language: an open petition needs a text to show
error-goal = Enter a whole number, 1 or more, or leave this empty
error-zone = Choose a time zone from the list, as in America/New_York
error-closes-past = Choose a day and time in the future
error-closes-early = Choose a last day after the first
error-closes-gap = This time does not exist on that day: the clocks go forward. Choose another one
error-closes-keeps = Choose an earlier last day, or fewer months: people who signed were told until which day their details are kept
error-keeps = Enter a whole number of months from 1 to 24
error-keeps-longer = Enter as many months as now or fewer: people who signed were told that their details are kept no longer
error-founders-many = Enter at most 40 organizations
error-kind-stands = Somebody has signed in the meantime: the kind can no longer change
error-risk-stands = People have signed since you promised secrecy: leave this box ticked. If you need names in public, start another petition
error-step-day = Choose the day
error-step-words = Say what happens
error-steps-many = There can be 12 steps at most. Nothing is lost: empty those you can do without, then save
error-delivery-name = Enter who it is handed to
error-delivery-many = There can be 10 recipients at most. Nothing is lost: empty those you can do without, then save
error-delivery-day = Choose the day on which it was handed over
error-delivery-future = Choose today or a day before
error-delivery-number = Enter a whole number
error-delivery-named = No more can be named than were handed over
error-delivery-sha = Enter 64 digits and letters from a to f, or leave this empty
error-source-name = Enter a name
error-source-code = Use 1 to 40 letters without accents, digits, hyphens and underscores
error-source-code-signer = Choose another code: the personal links of signers look like this one
error-source-code-taken = Another link or partner of this petition has this code
error-sources-many = There can be 200 links and partners at most. Delete a link that nobody has used
error-partner-name-stays = The name stays: signers have been asked about mail under it. Add another partner instead
error-member-role = Choose a role
error-member-already = This person works here already
error-invitations-many = 100 people were invited today. Try again tomorrow
error-partner-site = Enter the address of a site, such as https://example.org, one a line
error-partner-site-http = The address of a site has to begin with https://
error-partner-site-wide = A star can stand before a name that the partner owns, such as https://*.example.org
error-partner-sites-many = Enter at most 20 sites
error-no-state = Choose at least one
error-no-column = Choose at least one column that the tool has a place for.
error-column-opt-in = Tick opt_in: without it this tool takes everybody for somebody who said yes.
error-no-purpose = Say what the list is for.
error-no-recipient = Say who gets the file.
error-export-busy = A list is being written already. Try again when it is there.
error-export-disk = The disk takes no more, so the file could not be written. Whoever runs this site can make room.
error-export-options = What you chose then is not there any more. Choose again under “Export”.

## The organizers' own questions

error-reply = { $question } – { $said }
error-reply-missing = Answer this question
error-reply-gone = Choose again: one of the answers is not offered any more
error-reply-number = Enter a number of at most 15 digits, without spaces or separators of thousands
error-reply-date = Enter a day, such as 2027-05-03
error-question-label = Write the question
error-question-purpose = Say what you will do with the answers: signers read it beside the question
error-question-option = Write what this answer says, or tick that it is to go
error-question-means = Say below whether this is the same answer in better words, or another answer
error-question-options-few = Give at least two answers to choose from
error-question-options-many = There can be 30 answers at most. Nothing is lost: empty those you can do without, then save
error-question-options-ever = This question has had 100 answers to choose from. Begin a new question
error-question-options-twice = Two answers say the same. Change one of them
error-question-phone = We do not ask for telephone numbers: in the wrong hands they are used to threaten people, and a list of names does not need them. Ask whether signers want email instead. If you mean something else, say it in other words
error-question-birth = We do not ask for dates of birth: with a name they are enough to pass for somebody. If age matters, offer age groups to choose from. If you mean something else, say it in other words
error-question-identity = We do not ask for numbers of identity cards, passports, insurance or the like: they are used to steal identities, and nobody can check them here. Leave the question out. If you mean something else, say it in other words
error-question-immigration = We do not ask whether somebody may be in the country, or of which country they are: whoever gets the list can harm them with it. Leave the question out. If you mean something else, say it in other words
error-question-risk = Where signing may put people in danger, nothing is asked that is answered in one's own words: people write there who they are and where they work. Offer answers to choose from
error-question-gone = This question changed meanwhile. Look at it again
error-questions-many = There can be 30 questions at most. Remove one first
error-questions-long = There can be 5 questions with a longer text at most. Ask for a short text, or remove one first
error-questions-ever = This petition has had 100 questions. Put back one that was removed

## Pictures

error-picture-missing = Choose a picture
error-picture-again = Choose the file again: it could not be kept
error-picture-large = Choose a picture of at most 10 MB
error-picture-wide = Choose a picture of at most 36 megapixels and 10,000 pixels each way
error-picture-small = Choose a picture at least 600 pixels wide and 400 pixels high
error-picture-kind = Choose a PNG, JPEG or WebP picture
error-picture-svg = We cannot use SVG drawings. Save it as a PNG picture and choose that
error-picture-heic = We cannot use HEIC or AVIF pictures. Save a copy as JPEG and choose that; a screenshot of it works too
error-picture-cmyk = This picture has the colors of a printing press (CMYK). Save a copy in RGB and choose that
error-picture-broken = This picture is damaged or cut off. Choose another one
error-picture-busy = Too many pictures are being checked right now. Wait a minute and choose it again
error-alt-missing = Say what the picture shows

## Settings of an organization

error-cover-contrast = Choose a darker color: the light letters of the title and this color stand { $ratio } to 1 apart, and it takes 4.5 to 1 to read them. The nearest that works is { $color }
error-pen-contrast = Choose a darker color: links in this color and the light paper stand { $ratio } to 1 apart, and it takes 4.5 to 1 to read them. The nearest that works is { $color }
error-languages-none = Choose at least one language
error-second-own = Set up a second factor for your own account first. Otherwise this rule would keep you out too
error-organization-name = Type the name of the organization exactly as it is written
error-batch-cause = Choose why
error-batch-note = Say what it is
error-batch-same = Somebody else has to agree: you proposed it yourself
error-rule-empty = Say at least one thing they have in common: this would mean everybody
error-token-scopes = Tick at least one thing it opens.
error-token-petitions = Choose at most 50 petitions of this organization.
error-token-networks = One of these is not a network or an address, or there are more than 50. Write one a line, such as 192.0.2.0/24.
error-token-days = Type a number of days from 1 to 365.
error-token-many = There are 100 tokens that work. Revoke one that nobody needs.
error-webhook-url = Enter an address as https://example.org/path, without a name or password in it
error-webhook-https = Enter an address that begins with https://
error-webhook-port = Enter an address with port 443 or 8443, or without a port
error-webhook-private = Enter an address on the public internet
error-webhook-kinds = Choose at least one event
error-webhook-details = Choose keys only: your role may not take lists of signers
error-webhook-risk = Choose keys only: this petition is of high risk
