### Organizations that sign, as organizers decide about them.

console-organizations = Organizations
organizations-filter = Which organizations
organizations-state = { $state ->
    [waiting] To decide
    [shown] Shown
   *[refused] Not shown
}
organizations-none = { $state ->
    [waiting] No organization is waiting for your decision.
    [shown] No organization is shown yet.
   *[refused] No organization has been refused.
}
organizations-missed = It was withdrawn or decided on after you looked. This is how things are now.
organizations-twice = This organization is shown already. Take the other one off the page first, or do not show this one.
organizations-contact = Signed by
organizations-suspect = Looks as if a program filled in the form
organizations-decide = { $choice ->
    [show] Show it
    [take-off] Take it off the page
   *[refuse] Do not show it
}
organizations-decide-what = : { $name }
overview-organizations = { $n ->
    [one] { $n } organization to decide about
   *[other] { $n } organizations to decide about
}
overview-decide = Decide
export-organizations-title = Export organizations
export-organizations-text = A table (CSV) of the organizations that confirmed: name, who signed for it, and its status.
export-organizations-button = Download organizations
edit-organizations = Organizations can sign beside people
edit-organizations-hint = With a form of their own, with name and logo. You see each one before it is shown; they are counted separately.
