### The organizers' console.

console-sign-in = Sign in
console-sign-out = Sign out
console-email = Email
console-password = Passphrase
console-forgot = Forgot your passphrase?
console-overview = Overview
console-signatures = Signatures
console-page-and-form = Page and form
console-petitions = All petitions
console-sessions = Where you are signed in
