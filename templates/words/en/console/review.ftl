### Reasons as organizers read them.

## Reasons

console-reasons = Reasons
reasons-many = Read twenty at once
reasons-single = Read one at a time
reasons-missed = Something was changed or deleted by its writer after you read it. What is left to read is here.
reasons-filter = Which reasons
reasons-state = { $state ->
    [published] Published
    [private] Kept private
    [hidden] Hidden
   *[waiting] To read
}
reasons-none = { $state ->
    [published] Nothing is published yet.
    [private] Nothing is kept private.
    [hidden] Nothing is hidden.
   *[waiting] Nothing to read.
}
reasons-card = Reason to read
reasons-tick = Choose what { $name } says
reasons-named = Shows the name
reasons-unnamed = Shows no name
reasons-reports = { $n ->
    [one] Reported once
   *[other] Reported { $n } times
}
reasons-decide = { $choice ->
    [publish] Publish
    [keep] Keep private
   *[hide] Hide
}
reasons-keys = Keys: A publishes, S keeps private, R hides, while this card is selected.
reasons-next = More
overview-reasons = { $n ->
    [one] { $n } reason to read
   *[other] { $n } reasons to read
}
overview-read = Read
