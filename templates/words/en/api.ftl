### What programs can ask, for whoever writes them.

api-title = For programs
api-about = Petitions and their signatures can be read and handed in by programs. The interface is that of Action Network (OSDI 1.2.0), so that scripts written for it work here once their base address is changed.
api-base = Base address
api-token = Header with the token, which owners and administrators make in the console under Tokens
api-document = OpenAPI 3.1 document
api-scripts-title = Use your Action Network scripts here
api-scripts = Make a token in the console and put it where the Action Network key was. Then change the base address:
api-parsons = parsons, before you make the connector:
api-osdi = osdi for Python:
api-curl = curl:
api-form-title = A form on your own page
api-form = Paste this into a “Custom HTML” block of WordPress, or into any page that may hold a script, and put the petition’s id, which stands at the end of its address in the console, where { $id } is. Change the words as you like. The organizers have to list your site under Partners first, and to tick that it sends signatures by script.
api-blind = Such a form needs no token. The answer to it says nothing but that it was taken; the page cannot agree to mail for anybody.
api-road-title = What is different here
api-road = A program never makes a signature that counts. What it hands in is a form: a letter goes to that address, and the signature counts once its mailbox has confirmed it. The answer is the same whatever is known of the address, and details of a signer change only from their own mailbox.
api-webhooks-title = Webhooks
api-webhooks = Webhooks, which tell a program what happens as soon as it happens, are managed at { $base }: plain JSON, with a token that has the scope webhooks:manage. Those that post details of signers are made and changed in the console.
api-operations-title = Addresses
api-problems-title = What went wrong
api-problems = Errors are JSON (RFC 9457) with the sentence in “error”, too. Their type leads to one of these:
api-problem = { $name ->
    [invalid] Something in the request is not what it has to be; “errors” says where.
    [token] No token was sent, or none that opens anything.
    [scope] The token does not have this scope, or is limited to other petitions.
    [refused] No program may do this.
    [unknown] There is nothing at this address, or it is not this token’s to know.
    [conflict] The state of the thing does not allow it now.
   *[idempotency-key] The same Idempotency-Key was used with another body before.
}
