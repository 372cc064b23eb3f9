### The book of signers, as whoever receives it reads it.

book-eyebrow = { $kind ->
    [letter] Signatures under the open letter
    [pledge] Signatures under the pledge
   *[petition] Signatures for the petition
}
book-asked-by = Started by { $names }
book-to = To
book-total = { $n ->
    [0] Nobody has signed yet.
    [one] One person has signed.
   *[other] { $n } people have signed.
}
book-named = { $n ->
    [one] One of them is named in this book.
   *[other] { $n } of them are named in this book.
}
book-left-out = { $n ->
    [one] One of them shows the name publicly. In this copy it is left out.
   *[other] { $n } of them show their names publicly. In this copy they are left out.
}
book-unnamed = { $n ->
    [one] One person signed without showing the name: counted and not named.
   *[other] { $n } people signed without showing their names: they are counted and not named.
}
book-days = First signature on { $first }, last on { $last }.
book-as-of = Signatures confirmed by { $date }
book-letter = { $kind ->
    [letter] The letter as it is signed
    [pledge] The pledge as it is signed
   *[petition] The petition as it is signed
}
book-since = In these words since { $date }.
book-breakdown = { $grouping ->
    [place] By town or region
   *[affiliation] By school or employer
}
book-group = { $grouping ->
    [place] Town or region
   *[affiliation] School or employer
}
book-signatures = Signatures
book-small = { $grouping ->
    [place] Other towns and regions, and small groups
   *[affiliation] Other schools and employers, and small groups
}
book-none = { $grouping ->
    [place] Not stated, or not shown
   *[affiliation] Not stated, or not shown
}
book-organizations = Organizations that signed
book-names = { $order ->
    [day] Names by the day they signed
   *[name] Names by family name
}
book-names-left-out = Signers, without their names
book-others = { $grouping ->
    [affiliation] No school or employer shown
    [place] No town or region shown
   *[nothing] All others
}
book-nobody = There are no names in this book: nobody has signed yet.
book-none-named = There are no names in this book: none of those who signed shows the name publicly.
book-withheld = Name left out
book-page = Page { $n } of { $all }
book-part = Part { $n } of { $all }
book-check = The petition: { $address }
book-sum = SHA-256 of the list of names: { $sum }
book-how-title = How these signatures were checked
book-how = Everybody who is counted confirmed the signature by a link or a code sent to their own mailbox, and each mailbox counts once. Organizers take out what they find to be false.
book-as-written = Names stand as signers wrote them. Schools and employers tell who somebody is; signers do not speak for them.
book-how-sum = The SHA-256 at the foot of each page is that of the list of names: for each, in the order of this book, a line with the name, a tab, and what stands below the name, ended by a line feed, in UTF-8 (NFC).
