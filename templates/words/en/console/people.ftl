### Who works for an organization.

console-people = People
people-title = People
people-members = { $n ->
    [one] { $n } person works here
   *[other] { $n } people work here
}
people-name = Name
people-role = Role
people-role-name = { $role ->
    [owner] Owner
    [admin] Administrator
    [editor] Editor
    [moderator] Moderator
    [analyst] Analyst
   *[exporter] Exporter
}
people-changes = Changes
people-you = You
people-role-of = Role of { $name }
people-role-save = Save role
people-seen = Last signed in { $ago }
people-seen-never = Never signed in
people-done = { $what ->
    [role] The role was changed. It holds from now on.
    [removed] Removed, and signed out everywhere.
    [handed-over] The organization was handed over. You are an administrator now.
    [revoked] The invitation was taken back. Its link leads nowhere.
   *[invited] The invitation is on its way.
}
people-hand-over = Make owner instead of me
people-hand-over-title = Hand { $organization } over to { $name }?
people-hand-over-text = { $name } becomes an owner, with every right. You stay as an administrator and cannot take this back yourself.
people-remove = Remove
people-remove-title = Remove { $name }?
people-remove-text = { $name } is signed out everywhere at once and can do nothing in { $organization } any more. What they did stays.
people-leave = Leave
people-leave-title = Leave { $organization }?
people-leave-text = You can do nothing in { $organization } from then on. Somebody there has to invite you again if you want to come back.
people-invited = { $n ->
    [one] { $n } invitation is open
   *[other] { $n } invitations are open
}
people-until = Works until { $time } UTC
people-revoke = Take back
people-invite-title = Invite somebody
people-invite = Send the invitation
people-invite-hint = They get a link that works once, for 72 hours, and for this address and role only.
people-rights = What each role may do
people-may = Right
people-may-numbers = See numbers
people-may-names = See names
people-may-addresses = See email addresses
people-may-list = Download the list
people-may-decide = Decide about signatures and reasons
people-may-write = Write texts, links and partners
people-may-publish = Publish, close and take down
people-may-organization = Change what is said about the organization
people-may-programs = Let programs in with tokens
people-may-people = Invite and remove people, change roles
people-may-owners = Make and remove owners
