# The référentiel and the glossary: what stands around the data of the files of exercises.

page-referentiel = Competences
page-glossary = Glossary
places = Main pages

# Files that come, or do not
file-coming = Reading the files…
file-unreachable = The file { $file } could not be read: no network, or no answer from the host. Check the connection, then try again.
file-refused = The host does not send the file { $file } (answer { $status }). Try again later, or tell the person who provided this page.
file-faulty = The file { $file } is not the one expected. Tell the person who provided this page.
file-try-again = Try again

# Référentiel
ref-lead = { $certification } ({ $certifier }): blocs, competences, criteria, and the exercises that practise them.
ref-counts = { $open ->
    [0] None of the { $exercises } planned exercises is available in this version yet: the page shows what will come.
    [one] { $open } of the { $exercises } planned exercises is available in this version; the others are marked.
   *[other] { $open } of the { $exercises } planned exercises are available in this version; the others are marked.
} Labels are in our own words; codes are those of the official document.
ref-legend = Who decides the level of a criterion
ref-legend-levels = A level goes from 0 to 100: it is the mean of the criterion’s exercises, weighted by their points. Creuset proposes; it does not award the certification.
ref-status-auto = auto
ref-status-auto-text = The level follows from the data produced and from replaying the recipe.
ref-status-auto-jury = auto + jury
ref-status-auto-jury-text = A level is proposed; a person confirms it.
ref-status-jury = jury
ref-status-jury-text = A person decides; only the presence of the evidence is checked.
ref-criteria = { $count ->
    [one] { $count } criterion
   *[other] { $count } criteria
}
ref-search = Search the competences
ref-by-status = Who decides
ref-by-availability = Exercises
ref-any = All
ref-available-yes = Criteria with an available exercise
ref-available-no = Criteria without an available exercise
ref-shown = { $shown } of { $total ->
    [one] { $total } criterion
   *[other] { $total } criteria
}
ref-filter-clear = Remove the filters
ref-open-all = Open all
ref-close-all = Close all
ref-nothing = No criterion fits these filters.
ref-bloc = Bloc { $number }
ref-bloc-counts = { $competences } competences, { $criteria } criteria: { $auto } auto, { $both } auto + jury, { $jury } jury
ref-competence-about = { $activity } · { $mode } · { $count ->
    [one] { $count } criterion
   *[other] { $count } criteria
} · { $verdict }
ref-also = Criterion shared with { $competences }.
ref-absent = not available yet
ref-level = { $verdict }: { $level } of 100
ref-level-proposed = { $verdict } (proposed, to be confirmed): { $level } of 100
ref-points = { $points } points of 100
ref-exercise-open = available
ref-exercise-absent = not available yet
ref-activities = Activities of the bloc: { $activities }, in { $lines } lines
ref-practised-in = Practised in { $exercises }.

verdict-not-started = not started
verdict-started = started
verdict-not-acquired = not acquired
verdict-to-consolidate = to consolidate
verdict-to-confirm = for the jury to confirm
verdict-acquired = acquired

# Glossary
glossary-lead = The tools, methods and texts that the référentiel names: what they are, and what of them is practised here.
glossary-search = Search the glossary
glossary-by-family = Family
glossary-by-competence = Competence
glossary-shown = { $shown } of { $total ->
    [one] { $total } card
   *[other] { $total } cards
}
glossary-nothing = No card fits these filters.
glossary-cards = { $count ->
    [one] { $count } card
   *[other] { $count } cards
}
glossary-places = Here: { $places }
place-executed = executed
place-simulated = simulated
place-card = card
place-export = exported without being executed
card-here = Here:
card-exercises = Exercises
card-competences = Competences
card-status = Status
card-status-active = in use
card-status-declining = declining
card-status-withdrawn = withdrawn
card-editor = Editor
card-licence = Licence
card-alternatives = Other solutions
card-sources = Official sources
card-checked = Checked in
link-new-tab = (new tab)

# Home
home-study = Prepare
home-study-text = The competences page shows what the certification asks for and what can already be practised here. The glossary explains the tools it names.
home-study-referentiel = Open the competences
home-study-glossary = Open the glossary
