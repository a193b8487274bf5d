# The sandbox: samples, guided first steps, pasted text.

begin-try = Without a file at hand
begin-guided = Try with a small sample
begin-guided-hint = 120 invented advertisements of flats, three guided tasks. Nothing is graded.
sample-sizes = A table drawn by chance:
sample-title = Sample of { $rows } rows

first-steps = First steps
first-steps-hide = Close the guide
first-steps-lead = Three tasks on these advertisements, in any order. Each ticks itself when the table shows it; nothing is graded.
first-steps-number = Make the rent a number
first-steps-number-how = Menu of the column { $rent }, “Change the type”: number, decimal mark { $decimal }. Rents that do not read ({ $unread }) are set aside with the reason.
first-steps-filter = Keep some of the advertisements
first-steps-filter-how = Add a step “Filter rows” with a condition, for example: { $rent } < 700 and { $city } is not null
first-steps-measure = Measure by city
first-steps-measure-how = Add a step “Aggregate”: key { $city }, measure number of rows, then the mean of { $rent }. A SQL query will do as well.
first-steps-state-done = done
first-steps-state-open = to do
first-steps-said = Task { $number } done.
first-steps-said-all = All three tasks are done.
first-steps-next = All three tasks are done. Each step can be looked at again, moved or switched off; the help says more.

ws-paste = Paste
ws-paste-title = Paste a text
ws-paste-text = Text to be read as a file
ws-paste-help = CSV, rows copied from a spreadsheet (parted by tabs) or JSON. The format is guessed in the next step.
ws-paste-missing = Paste the text here first.
ws-paste-name = Name of the file
ws-paste-stem = pasted
ws-paste-apply = Go on
ws-command-paste = Paste a text
ws-command-paste-help = A CSV, rows of a spreadsheet or a JSON text become a file. Ctrl+V in the workspace, outside of a field, opens it too.

## Find, copy, keep at the left
ws-find = Find
ws-find-text = Text to find in the table
ws-find-next = Next cell
ws-find-previous = Previous cell
ws-find-close = Close the search
ws-find-found = Row { $row }, column { $column }
ws-find-around = Row { $row }, column { $column } (the search went on from the other end)
ws-find-nothing = No cell holds this text.
ws-work-find = Searching the table…
ws-copy-csv = Copy as CSV
ws-copy-markdown = Copy as Markdown
ws-menu-keep = Keep at the left
ws-menu-let-go = No longer keep at the left
ws-menu-wider = Wider
ws-menu-narrower = Narrower
ws-menu-usual-width = Usual width
ws-menu-copy = Copy the values
ws-menu-then-ascending = Then sort by it, smallest first
ws-menu-then-descending = Then sort by it, largest first
ws-keys-find = Find a cell
ws-keys-select = Select cells, from a cell
ws-keys-copy = Copy the selected cells
ws-keys-widen = Make the column wider or narrower, from its header
said-copied = { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
} × { $columns } on the clipboard.
said-copied-first = The first { $rows } rows × { $columns } are on the clipboard. To take all, export the table.
said-copy-failed = The browser did not let the page copy. Exporting the table gives a file.
said-sorted-then = Sorted by { $count } columns, { $column } last.

## Templates of steps
ws-templates = Templates of steps
ws-templates-open = Templates of steps…
ws-templates-lead = A template keeps steps under a name, on this device, to take them up in another work.
ws-templates-kept = Kept templates
ws-templates-none = No template yet.
ws-templates-keep = Keep steps of this recipe
ws-templates-no-steps = The recipe has no step to keep yet.
ws-template-steps = Steps
ws-template-steps-missing = Tick at least one step.
ws-template-name = Name of the template
ws-template-name-missing = Give the template a name.
ws-template-keep = Keep as a template
ws-template-kept = Template “{ $name }” kept.
ws-template-insert = Insert the template { $name }
ws-template-insert-short = Insert
ws-template-remove = Delete the template { $name }
ws-template-removed = Template “{ $name }” deleted.
ws-template-restore = Put it back
said-template-inserted = { $count ->
    [one] { $count } step inserted
   *[other] { $count } steps inserted
} of the template { $name }.
edit-template = inserting a template
ws-command-templates = Templates of steps
ws-command-templates-help = Keep steps under a name, or take up kept ones here.
