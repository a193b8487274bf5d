form-yes = yes
form-no = no
form-unknown = Unknown: { $reason }
form-row = Row
form-row-number = Row { $row }
form-step = { $number }. { $operation } ({ $tables })
form-findings = What is wrong
form-print-rows = { $rows ->
    [0] No row.
    [one] { $rows } row.
   *[other] { $rows } rows.
}
form-print-run = “{ $field }”: computed by the engine, recipe { $run }.
form-print-hash = Hash of the form: { $hash }

form-kind-anomalies = Anomalies and treatments
form-kind-anomalies-summary = A row for each kind of defect and column: how it was found, and what is done about it.
form-kind-anomalies-table = Table
form-kind-anomalies-table-help = The file in which the defect is.
form-kind-anomalies-column = Column
form-kind-anomalies-column-help = The column at fault; empty if the record as a whole is.
form-kind-anomalies-kind = Kind
form-kind-anomalies-kind-help = The kind of defect, among those of the brief.
form-kind-anomalies-count = Count
form-kind-anomalies-count-help = Counted by the engine in the table that is handed in.
form-kind-anomalies-missing = Empty cells
form-kind-anomalies-missing-help = Counted by the engine, for missing values.
form-kind-anomalies-found = Found by
form-kind-anomalies-found-help = The step of the recipe that detects it.
form-kind-anomalies-mechanism = Mechanism
form-kind-anomalies-mechanism-help = For missing values: why they are missing.
form-kind-anomalies-mechanism-value-mcar = by chance (MCAR)
form-kind-anomalies-mechanism-value-mar = by another column (MAR)
form-kind-anomalies-mechanism-value-mnar = by the value itself (MNAR)
form-kind-anomalies-test = Test
form-kind-anomalies-test-help = The step whose test supports the mechanism.
form-kind-anomalies-p_value = p-value
form-kind-anomalies-p_value-help = Computed by the engine in that test.
form-kind-anomalies-action = Action
form-kind-anomalies-action-help = What is done with these cells or rows.
form-kind-anomalies-action-value-fix = fix
form-kind-anomalies-action-value-impute = impute
form-kind-anomalies-action-value-reject = reject
form-kind-anomalies-action-value-escalate = escalate
form-kind-anomalies-action-value-keep = keep
form-kind-anomalies-rule = Business rule
form-kind-anomalies-rule-help = The rule of the brief that asks for it.
form-kind-anomalies-escalation = Decided by
form-kind-anomalies-escalation-help = To whom the case goes, if it is escalated.
form-kind-anomalies-severity = Severity
form-kind-anomalies-severity-help = What the defect costs those who use the file.
form-kind-anomalies-severity-value-minor = minor
form-kind-anomalies-severity-value-major = major
form-kind-anomalies-severity-value-blocking = blocking
form-kind-anomalies-note = Note
form-kind-anomalies-note-help = For who reads it later; a text earns no point.

form-open = Open the form
form-close = Back to the table
form-not-scored = This form is not scored yet.
form-found = { $count ->
    [0] Nothing to mend.
    [one] { $count } point to mend.
   *[other] { $count } points to mend.
}
form-findings-none = Nothing: the form is consistent.
form-tools = Tools of the form
form-add = Add a row
form-remove = Remove the row
form-remove-row = Remove row { $row }
form-up = Move the row up
form-up-row = Move row { $row } up
form-down = Move the row down
form-down-row = Move row { $row } down
form-undo = Undo
form-redo = Redo
form-views = View of the form
form-view-table = Table
form-view-cards = Cards
form-view-print = Print view
form-print = Print
form-import = Read a CSV
form-export = Save as CSV
form-keys = Arrows to move, Enter or F2 to fill in, Esc to give up; Ctrl+Enter adds a row, Ctrl+Delete removes it, Alt+arrow moves it; Ctrl+V pastes cells of a spreadsheet. “? reason” says that a cell is not known, and why.
form-empty = No row yet. Add one, or paste cells of a spreadsheet.
form-due = to fill in
form-no-figure = no figure
form-versions = Versions
form-versions-help = A version is kept every ten minutes of work, before each replacement, and when you ask. They stay on this device.
form-versions-none = No version yet.
form-version-number = No.
form-version-at = When (UTC)
form-version-why = Why
form-version-rows = Rows
form-version-hash = Hash
form-why-asked = asked for
form-why-time = in the course of work
form-why-replaced = before a replacement
form-restore = Bring back
form-restore-number = Bring back version { $number }
form-keep = Keep a version now

# Said once, aloud
form-said = { $sentence }
form-said-removed = Row { $row } removed.
form-said-moved = The row is now number { $row }.
form-said-pasted = { $rows ->
    [one] { $rows } row pasted
   *[other] { $rows } rows pasted
}, { $cells ->
    [one] { $cells } cell changed
   *[other] { $cells } cells changed
}, { $findings ->
    [0] nothing to mend
    [one] { $findings } point to mend
   *[other] { $findings } points to mend
}.
form-said-imported = { $rows ->
    [one] { $rows } row read
   *[other] { $rows } rows read
}, { $cells ->
    [one] { $cells } cell
   *[other] { $cells } cells
}, { $findings ->
    [0] nothing to mend
    [one] { $findings } point to mend
   *[other] { $findings } points to mend
}.
form-said-kept = Version kept.
form-said-kept-already = This version is kept already.
form-said-restored = Version { $number } brought back.
form-said-computed = The engine computes this cell.
form-said-cleared = “{ $field }” emptied.

# After “Undo” and “Redo”
edit-form-fill = the filling of a cell
edit-form-add = the addition of a row
edit-form-remove = the removal of a row
edit-form-move = the move of a row
edit-form-paste = the pasting of cells
edit-form-import = the reading of a file
edit-form-restore = the return of a version
