### Tokens: what programs come in with.

settings-tokens = Tokens
token-text = A token lets a program in: a script, your CRM, a tool that speaks to Action Network. It opens what you choose here and nothing else, and never more than the person who made it may do.
token-new = New token
token-none = There is no token yet.
token-count = { $n ->
    [one] { $n } token
   *[other] { $n } tokens
}
token-name = Name
token-name-hint = What it is for, so that you know it again: “CRM, nightly”.
token-scopes = What it opens
token-scopes-hint = Tick only what the program needs.
token-scope = { $scope ->
    [petitions-read] reads your petitions, drafts too: texts, dates, settings.
    [petitions-write] starts petitions as drafts and changes them.
    [counts-read] reads how many signed, and when.
    [signatures-write] hands in signatures. Each is confirmed from its mailbox before it counts.
    [people-read] reads who signed, with names and addresses.
    [people-write] puts tags on people who signed, and takes them off.
    [moderate] takes signatures out.
   *[webhooks-manage] decides where events are sent when somebody signs.
}
token-limits = Where
token-petitions = Only these petitions
token-petitions-hint = If you tick none, it opens every petition of the organization, later ones too.
token-petitions-all = All petitions
token-petitions-gone = The petitions it was for are gone.
token-networks = Only from these networks
token-networks-hint = One a line, such as 192.0.2.0/24 or a single address. Leave it empty if the program moves around.
token-days = Days until it ends
token-days-hint = 1 to 365. A token that nobody remembers should end by itself.
token-days-column = Ends, last used
token-until = Until
token-used = Last used { $time } (UTC).
token-unused = Never used.
token-made-by = Made by { $person }, { $date }.
token-lost = Whoever made it may not use any more:
token-state = { $state ->
    [works] Works
    [replaced] Replaced, ends soon
    [orphaned] Orphaned
    [revoked] Revoked
   *[expired] Ended
}
token-orphaned = It opens nothing: whoever made it has left, or may do none of this any more. Replace it, and it is yours; or revoke it.
token-make = Make the token
token-made-title = Your new token
token-made-text = Copy it now and keep it like a passphrase: nobody can show it again. The program sends it in the header OSDI-API-Token.
token-made-onward = I have copied it
token-rotate-title = Replace it
token-rotate-text = You get a new token for the same. Do it when it is about to end, or when somebody may have seen it.
token-rotate-ends = The old token ends
token-rotate-day = in a day
token-rotate-now = at once
token-rotate = Replace the token
token-revoke-title = Revoke it
token-revoke-text = The program is locked out at its next request. This cannot be undone.
token-revoke = Revoke the token
token-revoked-note = Revoked. The program is locked out from its next request on.
token-back = All tokens
