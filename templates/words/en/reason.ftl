### Why people sign: typed, reported, shown.
### { $kind } is letter, pledge or petition.

## Why people sign

why-tab = Why you signed
why-title = { $kind ->
    [pledge] Why did you take this pledge?
   *[petition] Why did you sign?
}
why-label = Your reason
why-hint = The organizers read it first. If they publish it, your first name appears beside it if you show your name. At most 500 characters, without web addresses.
risk-why-hint = The organizers read it first. If they publish it, no name stands beside it: write nothing that tells who you are. At most 500 characters, without web addresses.
why-button = Send my reason
why-take = Delete my reason
why-back = Back to your signature
why-standing = { $state ->
    [typed] Saved. The organizers read it once you confirm by email.
    [unsent] This was typed before you confirmed and is not sent yet. Send it if it is what you want to say, or delete it.
    [published] It is on the page. If you change it, the organizers read it again first.
    [private] The organizers have read it and do not publish it.
   *[waiting] Saved. The organizers read it before anybody else does.
}
confirm-promise = You pledge
signed-promise = You pledge:
confirm-reason = Your reason, for the organizers to read
featured-title = { $kind ->
    [pledge] Why people take this pledge
   *[petition] Why people sign
}
featured-report = Report
featured-report-what = what { $name } says
report-title = Report this message?
report-text = The organizers have read and published it. If it insults or endangers somebody, or is not true, tell them.
report-button = Report it
reported-title = Thank you
reported-text = The organizers see your report. What several people report, they are asked to read again; until they decide, it stays on the page.
