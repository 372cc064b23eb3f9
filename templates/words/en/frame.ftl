# A petition in a frame of another site.

frame-title = { $kind ->
    [letter] Sign the letter: { $title }
    [pledge] Take the pledge: { $title }
   *[petition] Sign the petition: { $title }
}
frame-by-html = This form belongs to <b>{ $organization }</b>.
frame-by-partner-html = This form belongs to <b>{ $organization }</b>, shown by <b>{ $partner }</b>.
frame-read = { $kind ->
    [letter] Read the whole letter
    [pledge] Read the whole pledge
   *[petition] Read the whole petition
}
frame-confirmed = Your email address is confirmed.
frame-signed = Keep our message: its link shows how your signature stands, and lets you change or remove it at any time.
frame-pass-on = { $kind ->
    [letter] Open the letter and pass it on
    [pledge] Open the pledge and pass it on
   *[petition] Open the petition and pass it on
}
frame-paused-title = This form is switched off here
frame-paused-text = You can still read on our own page, and sign there while signing is open.
