### News of a petition.

## Updates

updates-title = Updates
updates-feed = Follow by RSS
update-about = News about
update-edited = edited
update-preview = Preview. Only organizers see this page.
update-to-petition = Read and sign
update-gone-title = This update was deleted
update-gone = The organizers have deleted this update.
update-answered = What { $recipient } answered
update-answered-short = What they answered
