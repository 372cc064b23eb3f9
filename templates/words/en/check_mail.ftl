### While the letter is on its way.
### { $kind } is letter, pledge or petition.

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
check-spam = It usually arrives within a minute. When many people sign at once from one network, it can take a few minutes. If it does not come, look in spam or promotions for “{ $sender }”. One address gets at most three of these messages in a week. After that, get one more with “Change or remove my signature” at the bottom of this page.
check-forget = Not you? Forget this here
check-anywhere-text = If you have just sent the form, open the message we send you and tap “Confirm my signature”. Your signature counts from that moment.
check-anywhere-code = Confirm with address and code
check-anywhere-email = The email address you signed with
check-code-summary = Type the code instead
check-code-label = Code from the message
check-code-hint = Eight letters and numbers, as in abcd-2345. Capitals and dashes do not matter.
check-code-button = Confirm my signature
line-title = { $kind ->
    [letter] Your signature on the letter
    [pledge] Your signature on the pledge
   *[petition] Your signature on the petition
}
line-pending = pending
line-unnamed = Counted, name not shown
progress-label = Progress
