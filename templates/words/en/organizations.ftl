### Organizations that sign beside people. { $kind } is letter, pledge or petition.

## On the petition's pages

endorse-link = Sign for an organization
endorse-count = { $n ->
    [one] { $n } organization has signed:
   *[other] { $n } organizations have signed:
}
endorse-listed = Organizations

## The form

endorse-title = Sign for an organization
endorse-intro = Organizations appear beside the people who sign and are counted separately. Sign only if you may speak for yours.
endorse-organization = Organization
endorse-organization-hint = Its name, as it should appear on the page.
endorse-contact-title = Who signs for it
endorse-contact-text = Your name and address are shown to the organizers, { $organization }, and to nobody else. They use them for questions about this.
endorse-contact = Your name
endorse-email = Your email at the organization
endorse-email-hint = We send it a link to confirm. An address of the organization’s own helps the organizers to see that you speak for it.
endorse-logo = Logo
endorse-logo-hint = PNG, JPEG or WebP, at most 2 MB and 4,000 pixels each way. We keep a small copy without the hidden details of the file.
endorse-again = The picture could not be kept: please choose it again, if you want one.
endorse-button = { $kind ->
    [letter] Sign the letter for the organization
    [pledge] Take the pledge for the organization
   *[petition] Sign the petition for the organization
}
endorse-shown = Nothing is public until you confirm by email and the organizers have looked at it.
endorse-closed = Nobody can sign at the moment. The page of the petition says why.

## Check your email

endorse-check-title = Check your email to finish
endorse-check-text = Open the message we send to the address you gave, and confirm; then the organizers look at it before it is shown.
endorse-check-spam = It usually arrives within a minute. If not, look in spam, or send the form again with another address. One address gets at most three of these messages in a week.

## The organization's own page

endorse-confirm-tab = Confirm for your organization
endorse-confirm-title = Confirm your organization’s signature
endorse-confirm-text = Please check that everything is right. The organizers look at it before it is shown.
endorse-confirm-button = Confirm for the organization
endorse-reject = This was not us
endorse-own-title = Your organization’s signature
endorse-standing = { $state ->
    [waiting] Confirmed. The organizers still have to look at it, so it is not shown yet.
    [shown] It is shown among the organizations.
    [withdrawn] Withdrawn. Your name and address and the logo are deleted.
   *[refused] The organizers decided not to show it. Nothing about it is public.
}
endorse-confirmed-on = Confirmed on { $date }.
endorse-name = Organization
endorse-private = Only for the organizers
endorse-withdraw = Withdraw it
endorse-withdraw-title = Withdraw this organization’s signature?
endorse-withdraw-text-html = <b>{ $name }</b> is taken off the page at once, and your name, your address and the logo are deleted. This cannot be undone; signing again takes a minute.
endorse-withdraw-button = Withdraw and delete
endorse-withdraw-keep = Keep it

## Privacy

privacy-organizations-title = If you sign for an organization
privacy-organizations = The organization’s name and logo are public once the organizers show them. Your own name and address are for the organizers alone. If you do not confirm, everything is deleted after seven days. If you withdraw with the link in the message, your details and the logo are deleted at once. Otherwise they are deleted on the day given under “How long”, and only the organization’s name stays.

## What is wrong

error-organization-missing = Enter the name of the organization
error-logo-large = Choose a picture of at most 2 MB
error-logo-wide = Choose a picture of at most 4,000 pixels each way
error-logo-busy = Too many pictures are being checked right now. Wait a minute, or send the form without a logo

## The letter

mail-endorse-subject = Confirm for your organization: { $title }
mail-endorse-subject-discreet = Please confirm your message to us
mail-endorse-lead = { $name }, please confirm your organization’s signature. Then the organizers look at it.
mail-endorse-lead-discreet = { $name }, please confirm what you sent us.
mail-endorse-organization = Organization: { $organization }
mail-endorse-button = Check and confirm
mail-endorse-until = The link works until { $date }. After you confirm, it still leads to your organization’s signature.
mail-endorse-next = The organizers look at it before it is shown. Your name and address are for them alone.
mail-endorsed-subject = Your organization’s signature: { $title }
mail-endorsed-lead = { $name }, here is the link to your organization’s signature.
mail-endorsed-button = See or withdraw it
mail-endorse-not-you = Did not send this? Do nothing: what was typed disappears after { $days ->
    [one] { $days } day
   *[other] { $days } days
}. Or open the link and tap “This was not us”.
