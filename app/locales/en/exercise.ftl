# Exercises: presentation, data, deliverables, hints, score.

exercises-heading = Exercises
exercises-none = This page offers no exercise yet.
exercises-unread = Some exercises of the catalogue do not read; the others can be used.
exercise-line = difficulty { $level } of 5 · { $minutes } minutes
exercise-stands-new = not begun
exercise-stands-begun = begun
exercise-stands-scored = last score: { $level } of 100 (provisional)

# Before the work
exercise-named = Exercise { $id }
exercise-unknown = This page does not offer this exercise. Go back home to see those that it offers.
exercise-refused = This exercise cannot be opened: there are mistakes in its files. Other exercises are not affected. Pass this list on to the person who wrote it.
exercise-work = Work
exercise-about = Presentation
exercise-sector = Sector
exercise-difficulty = Difficulty
exercise-difficulty-of = { $level } of 5
exercise-time = Time
exercise-minutes = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
exercise-criteria = Criteria
exercise-points = { $points ->
    [one] { $points } point
   *[other] { $points } points
}
exercise-ungraded = A warm-up: nothing of it is graded for the certification.
exercise-unscored = Not marked yet
exercise-unscored-hint = A criterion that is “not marked yet” is announced for later: nothing is to be handed in for it, and its points cannot be earned.
exercise-handed-in = To hand in
exercise-start = Start
exercise-go-on = Continue
exercise-go-on-present = Continue with the present version
exercise-begin-again = Begin again
exercise-again-text = The recipe, the ticks, the time and the last score are erased. The log stays, with the hints that were read.
exercise-again-export = Export the recipe first
exercise-again-confirm = Begin all over
identity-name = Name, or pseudonym given by the school
identity-name-hint = It stays on this device and stands in the log of the attempt.
identity-name-missing = Give a name or a pseudonym.
identity-scale = Amount of data
identity-scale-practice = Practice
identity-scale-exam = Exam
identity-seed = Seed of the data (optional)
identity-seed-hint = Without a seed, it follows from name and exercise: the same person gets the same data everywhere.
attempt-facts = { $name }, seed { $seed } · { $hours } h { $minutes } min · { $scores ->
    [one] { $scores } score
   *[other] { $scores } scores
} · { $hints ->
    [one] { $hints } hint read
   *[other] { $hints } hints read
}
attempt-last = Last score: { $level } of 100 (provisional).
attempt-outdated = The exercise has changed since this work began. The data of then cannot be made any more. Continuing keeps the recipe and replays it on the present data; the last score is taken away. The log stays.
attempt-broken = The log does not hold from entry { $entry } on: it was changed or damaged. The work goes on, but this log no longer counts in the framework.
attempt-before = What was done with the version before
attempt-before-work = { $steps ->
    [0] The recipe has no step.
    [one] The recipe has { $steps } step.
   *[other] The recipe has { $steps } steps.
} { $ticked ->
    [one] { $ticked } task ticked of { $tasks }.
   *[other] { $ticked } tasks ticked of { $tasks }.
}
attempt-export = Export the recipe
attempt-malformed = The work kept for this exercise is damaged and does not read. Starting replaces it.

# Beside the work
ws-pane-exercise = Exercise
ws-left-panes = Left pane
ws-work-make = Making the data…
ws-work-score = Scoring…
said-data-made = { $count ->
    [one] The data are ready: { $count } file.
   *[other] The data are ready: { $count } files.
}
said-scored = Provisional score: { $level } of 100.
said-exercise-files = An exercise reads its own files only. For other data, open a sandbox.
exercise-tab-brief = Brief
exercise-tab-data = Data
exercise-tab-deliverables = Deliverables
exercise-tab-score = Score
exercise-tasks = Tasks
exercise-table = Table of the brief
exercise-files = Files
exercise-making = Making the data…
exercise-not-made = The data are not ready.
exercise-make-again = Make the data
exercise-records = { $count ->
    [one] { $count } record
   *[other] { $count } records
}
exercise-import = Read
exercise-save-file = Save the file { $name }
exercise-begin = Read in a file of the exercise
exercise-begin-help = The brief is on the left. Each file is looked at before it is read, like a file that is dropped.
exercise-dictionary = Dictionary
exercise-dictionary-search = Look for a column
exercise-dictionary-nothing = No column matches.
exercise-rules = Rules of the organisation
hints-heading = Hints
hint-offer = Hint { $number } (cost: { $cost } %)
hint-offer-free = Hint { $number } (free)
hint-named = Hint { $number }:
hint-title = Read a hint
hint-cost = This hint costs { $cost } % of the practice points of criterion { $criterion }. That it is read is written in the log; the official level is not touched.
hint-free = This hint costs nothing. That it is read is written in the log.
hint-read = Read the hint

# Deliverables
contract-lead = What is to be handed in, held against the tables of the last run.
contract-yes = as agreed
contract-optional = absent, optional
contract-missing = missing
contract-other-type = another type: { $found }
contract-empty = { $count ->
    [one] { $count } empty cell too many
   *[other] { $count } empty cells too many
}
contract-repeated = { $count ->
    [one] { $count } row repeats a key
   *[other] { $count } rows repeat a key
}
contract-unknown = not checked yet
contract-broken = to be completed
contract-key = Key: { $columns }. The same key stands on one row only.

# Score
score-now = Score my work
score-working = Scoring…
score-provisional = Provisional score, on the practice data. The official level comes from a replay of the recipe on other data.
score-total = { $level } of 100
score-outdated = The recipe has changed since this score.
score-level = { $level } of 100 ({ $points } points of { $of })
score-hints = Hints read: −{ $cost } %
score-points = { $points } points of { $of }
score-part = Part
score-share = Achieved
score-amount-none = none
score-amount-some = some
score-amount-most = most
score-amount-all = all
score-basis-s1 = practice data
score-basis-s2 = decided by the replay
score-basis-both = provisional, decided by the replay
score-history = Earlier scores
score-unscored = The score is about the other criteria.
score-entry = { $date }, { $time }: { $level } of 100
exercise-time-spent = Time spent
exercise-spent = { $hours } h { $minutes } min
exercise-spent-hint = Counted while the page is visible; without effect on the score.
