### The picture of a petition.

## Console

console-picture = Picture
picture-text = It stands at the top of the page and on the list of petitions, and goes along with links that people share and with your feeds. Without one the page draws the signatures as strokes.
picture-live = What you save is shown at once.
picture-saved = Saved.
picture-kept-note = This is what you wrote before you were signed out. It is not saved yet.
picture-stale = Somebody else changed the picture while you were here. Your words are below: look at theirs in another window, then save.
picture-file = Picture
picture-file-hint = PNG, JPEG or WebP, at most 10 MB, at least 600 by 400 pixels. Pages show its middle, three wide to two high. We keep two small copies without the hidden details of the file, such as where it was taken. Use one you may publish.
picture-held = The picture you chose is kept. Choose a file only if you want another one.
picture-alt = What it shows
picture-alt-hint = One sentence for people who do not see it, as you would say it on the phone.
picture-credit = Whose picture it is
picture-credit-hint = Shown below it, as in “Picture: Ana Ruiz”.
picture-caption = Caption
picture-caption-hint = One sentence below it.
picture-save = Save
picture-replace = Use another picture
picture-keep = Keep the present one
picture-remove = Take it off
picture-remove-title = Take this picture off?
picture-remove-text = The page goes back to its strokes at once; caches and networks may show the picture for a day. The picture and its words are deleted.
