### The public list of those who show their names.

## The list of signers

signers-title = Who has signed
signers-listed-html = { $listed ->
    [one] <b>{ $listed }</b> of { $n } people who signed shows their name here. The others are counted without it.
   *[other] <b>{ $listed }</b> of { $n } people who signed show their names here. The others are counted without them.
}
signers-listed-few-html = { $n ->
    [one] <b>{ $n }</b> person shows their name here so far.
   *[other] <b>{ $n }</b> people show their names here so far.
}
signers-all = See all the names
signers-search = Search by name, role, school or employer
signers-find = Search
signers-clear = Clear
signers-groupings = Group the names
signers-by-name = A to Z
signers-by-role = By role
signers-by-affiliation = By school or employer
signers-letters = Letters
signers-first = First signers
signers-none = Nobody shows their name here yet.
signers-none-found = No name here matches “{ $words }”.
signers-no-groups = No group has five names yet.
signers-cut = More than 100 names match. These are 100 of them; add another word to find fewer.
signers-small-groups = Groups of fewer than five names are not shown.
signers-pages = Pages
signers-previous = Previous page
signers-next = Next page
pager = Pages
