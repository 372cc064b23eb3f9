### Posters, flyers and strips that organizers print. { $kind } is letter, pledge or petition.

poster-scan = Point your phone’s camera at the square
poster-or = or type this address:
poster-how = { $kind ->
    [pledge] No account needed. You confirm by email.
   *[petition] No account needed. You confirm by email.
}
poster-until = Open until { $date }
poster-code = QR code for { $address }
