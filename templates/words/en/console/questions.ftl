# What organizers ask on the form in words of their own.

questions-title = Questions
questions-text = What you ask beside name and email, in your own words. Ask only what you will really use: signers read beside each question why you ask it, see and change their answers on their own page, and only you and your colleagues read them.
questions-stale = Nothing was done. Here are the questions as they are now; press again what you wanted.
questions-on-form = On the form
questions-none = You ask nothing of your own. Most petitions need nothing more.
questions-cost = What it costs
questions-cost-asked = { $n ->
    [0] No questions beside name and email. Nothing is quicker to sign.
    [one] { $n } question. It costs a few signatures.
    [2] { $n } questions. They cost some signatures.
   *[other] { $n } questions. Expect fewer signatures.
}
questions-cost-required = { $n ->
    [one] One of them has to be answered.
   *[other] { $n } of them have to be answered.
}
cost-whole = { $parts }. Every further question loses some people.
cost-must = { $n ->
    [one] { $n } field that must be filled in
   *[other] { $n } fields that must be filled in
}
cost-may = { $n } that may stay empty
cost-choices = { $n ->
    [one] { $n } choice
   *[other] { $n } choices
}
questions-removed = Removed
questions-removed-text = What was answered is kept: signers see and change it on their own pages, and it stands at the end of your lists.
questions-back = Back to the questions
question-new = New question
question-title = Question
question-answered-by = Answered by
question-kinds = There is no question for telephone numbers, dates of birth, identity papers or immigration status.
question-kind = { $kind ->
    [one] One choice
    [several] Several choices
    [short] A short text
    [long] A longer text
    [number] A number
    [date] A date
   *[tick] A tick
}
question-kind-stays = This cannot be changed later, because answers have its form.
question-add = Write the question
question-edit = Edit
question-up = Move up
question-down = Move down
question-remove = Remove
question-back = Put back
question-removed-on = Removed { $date }
question-required-is = has to be answered
question-optional-is = optional
question-off = Not asked: signing this may put people in danger, and people write in a text who they are.
question-langs = Languages
question-untranslated = not yet
question-stale = What you wrote is below. Open this page in another window to see what was saved. If you save now, yours replaces that.
question-translates = In its own language this question is:
question-label = Question
question-purpose = Why you ask
question-purpose-hint = Signers read it beside the question. For example: To plan rooms for the meeting.
question-hint = How to answer
question-hint-hint = A short help, only if the question needs one.
question-required = Has to be answered. Who has signed already is not asked again.
question-options = Answers to choose from
question-options-hint = At most { $n }. Saving offers more lines. An answer that is taken away keeps what was chosen.
question-options-translated = Which answers there are, and their order, is the same in all languages. What you leave empty is shown in the petition's own language. Only translate here: for another answer change it in the petition's own language.
question-option = Answer
question-option-is = Answer: { $words }
question-option-new = New answer { $n }
question-option-drop = Take this answer away
question-option-up = Save, and move this up
question-option-down = Save, and move this down
question-means = Some may have chosen “{ $words }”. What do the new words mean?
question-means-mend = The same, said better: they keep their answer, in the new words
question-means-other = Something else: their answer stays “{ $words }”, which is not offered any more, and this is a new one
