### News as organizers write it.

update-write = Write an update
update-text = Nothing is public until you publish it. Fill in a language completely or leave it empty.
update-live = This update is public. What you save is shown at once, and says that it was edited.
update-stale = Somebody else saved while you were writing. Your text is below: look at theirs in another window, then save.
update-state = { $state ->
    [draft] Draft
   *[published] Published
}
updates-none = No update yet. Tell those who signed what has happened since.
updates-not-now = Updates can be written once the petition is published.
update-publish-title = Publish this update?
update-publish-text = It appears on the petition’s page and in its feeds. Nobody gets mail.
update-take-back = Delete this update
update-take-back-title = Delete this update?
update-take-back-text = It is gone from the page at once and from the feeds within minutes, its link says so, and its text is deleted.
