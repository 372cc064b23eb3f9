### The code that puts a petition into pages of other sites.

embed-code-title = On other people’s sites
embed-code-text-top = Choose what to show, then copy the code and paste it into the other site. What is signed there is counted here.
embed-code-partners-only = Only the sites of your partners may show it.
embed-code-what = What to show
embed-code-kind = { $value ->
    [form] Form: people sign right there
    [progress] Progress: the number, the strokes and a button
    [counter] Counter: the number in one line
   *[button] Button: leads to the petition
}
embed-code-partner = Whose page
embed-code-partner-none = Nobody in particular
embed-code-lang = Language
embed-code-lang-own = Each reader’s own
embed-code-look = Colours and corners
embed-code-look-hint = A colour is six digits, such as 17603f. What is left empty is ours.
embed-code-accent = Button and strokes
embed-code-ground = Background
embed-code-text = Text
embed-code-radius = Corners, 0 to 24
embed-code-contrast = The text of the button can be read: { $ratio } to 1.
embed-code-unreadable = Text of this colour could not be read on that background, so it is black or white instead.
embed-code-scheme-title = Light or dark
embed-code-scheme = { $value ->
    [auto] As each reader’s device is set
    [light] Always light
   *[dark] Always dark
}
embed-code-font-title = Letters
embed-code-font = { $value ->
    [system] Of each reader’s device
    [serif] With serifs
   *[sans] Without serifs
}
embed-code-show = Show it
embed-code-preview = How it looks
embed-code-preview-text = This is the real thing: whoever signs here has signed.
embed-code-paste = Code to paste
embed-code-frame = A frame
embed-code-frame-text = Works in every editor that takes HTML. The second line fits the height; without it the frame scrolls.
embed-code-element = An element
embed-code-element-text = For sites that write their own pages. Where scripts are off, the link in it remains.
embed-code-link = A plain link
embed-code-link-text = Works everywhere, in messages and wikis too.
embed-code-more = For editors and developers
embed-code-oembed = WordPress and other editors embed this address by themselves
embed-code-json = The number as JSON
embed-code-digits = The number alone
embed-code-badge = The number as a badge
embed-code-events = Each change of the number, for programs
embed-code-policy = For sites with a content security policy
