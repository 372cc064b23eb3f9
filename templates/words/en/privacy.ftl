### What becomes of what is typed.

## Privacy

privacy-title = How we use your details
privacy-who-title = Who keeps them
privacy-who = { $organization } keeps what you type in. Questions and requests go to { $contact }.
privacy-who-alone = { $organization } keeps what you type in, and gives no address to write to. You can see, change and erase what we keep about you yourself: “Change or remove my signature”, at the bottom of this page, sends you the link.
privacy-what-title = What is kept
privacy-what = Your name, your email address, role, school or employer, town, ZIP or postal code and country if you gave them, your answers, where you came from if your link said so, your reason if you gave one, the exact text you signed, and when. We do not store your IP address. Until you confirm, seven days at most, a coded trace tells whether the same connection opens the link; the address cannot be read from it, and then it is deleted.
privacy-why-title = What for
privacy-why = To count each person once, and to hand the petition over. Your email address is used for messages about your own signature: to confirm it, and when somebody asks for its link, a change or an erasure. News about this campaign goes to it only if you said yes. It is never public.
privacy-questions = The organizers ask this too. Only they read the answers; you can see and change yours on your own page, and they are deleted with your details.
privacy-receives-title = Who receives what
privacy-receives = The organizers of { $organization } see the list of those who signed. Nothing is passed to any other site.
privacy-receives-founders = Several organizations ask for this. Each of these receives the name and the email address of those who said yes to it, and of nobody else:
privacy-receives-target = The number, and the names of those who show theirs, are handed over to:
privacy-kept = The list is not encrypted on the server of this site: whoever runs it could read it. The program of this site writes no names, no email addresses and no IP addresses of visitors into its logs.
privacy-public-title = What others see
privacy-public = { $listing ->
    [never] No names are shown: you are counted, but your name is not shown.
    [always] This list is about names: the form says so above the button, and yours is shown once you confirm. What is shown is what the form says, and no more.
   *[asked] Only what you chose on the form, and no more. If you chose nothing, you are counted, but your name is not shown.
}
privacy-long-title = How long
privacy-long = What you type in is deleted after seven days unless you confirm it. You can change, withdraw or erase a confirmed signature as long as it is kept, with the link in the message you got or with “Change or remove my signature” below.
privacy-keeps = The details of everybody who signs are kept until { $date }, { $months ->
    [one] one month
   *[other] { $months } months
} after the last day to sign, and deleted when that day is over. It may be sooner, if the organizers close this or shorten the time, but never later. The number stays, without names.
privacy-keeps-after = The details of everybody who signs are kept until { $months ->
    [one] one month
   *[other] { $months } months
} after this closes, and then deleted. The number stays, without names.
privacy-kept-until = This is closed. The details of everybody who signed were kept until { $date } and are deleted. The number stays, without names.
privacy-keeps-over = This is closed. The details of everybody who signed are kept until { $date } and deleted when that day is over. The number stays, without names.
privacy-backups = The whole database is copied for safety. Each copy is deleted after { $days ->
    [one] one day
   *[other] { $days } days
}, and what is deleted here is gone from every copy by then. If a copy has to be put back, what somebody erased or withdrew since is erased or withdrawn in it too.
privacy-sources-title = How we count where people come from
privacy-sources = If the link that brought you has a name, such as that of a table, a newsletter or another group’s site, we count how often the page was opened by it, by day, without cookies and without noting who opened it. If you sign, its name is kept with your signature. Where another group shows this form on its own site, the form tells which group it is; what you type goes to the organizers named above. That group gets your name and email address only where the form asks whether it may write to you, and you say yes.
privacy-cookies-title = Cookies
privacy-cookies = None while you only read. Two at most after you sign: one for up to seven days, so that the same browser can confirm without being asked for more, and one for up to an hour, so that the next pages can show you what you sent.
