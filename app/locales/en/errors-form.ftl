error-form-malformed = This document is not a form that can be read: { $detail }.
error-form-version = This form is of a later version ({ $version }) than this page knows ({ $known }). Reload the page.
error-form-too-long = { $rows } rows are too many: a form has { $limit } at most. Split them or take some out.
error-form-cell-empty = This cell must be filled in.
error-form-cell-unused = This cell has no meaning in this row. Empty it, or review the other cells.
error-form-cell-computed = The engine computes this cell: what was pasted here is left out.
error-form-number = “{ $text }” is not a number.
error-form-date = “{ $text }” is not a day of the calendar. Write it as YYYY-MM-DD.
error-form-choice = “{ $text }” is not among the choices. Choose from the list.
error-form-text-long = This text has { $count } characters; the limit is { $limit }. Shorten it.
error-form-unknown-reason = Say after the question mark why it is not known.
error-form-unknown-refused = This cell cannot stay unknown. Fill it in.
error-form-link-lost = “{ $name }” leads nowhere. Choose from the list.
error-form-links-many = { $count } links are too many: { $limit ->
    [one] only one is allowed
   *[other] { $limit } at most are allowed
}.
error-form-row-repeated = This row is about the same as row { $row }. Merge them, or change one of the two.
error-form-paste-wide = { $count ->
    [one] { $count } pasted cell is beyond the last column; it is left out.
   *[other] { $count } pasted cells are beyond the last column; they are left out.
}
error-form-count-zero = The engine counts no defect of this kind here. Review the table, the column or the kind, or the recipe.
error-form-count-uncovered = The engine counts { $count } × “{ $kind }” in “{ $place }”, but no row says so. Add a row.
error-form-step-other = The linked step does something else ({ $operation }). Link the one that this cell is about.
error-form-test-other = The linked step does not test the column “{ $column }”. Link one that does, or complete it.
error-form-mechanism-differs = The step of the test declares another mechanism for this column{ $expects ->
    [0] {""}
   *[other] : { $expected }
}. Bring the two into agreement.
error-form-action-refused = The linked business rule does not allow this action{ $expects ->
    [0] {""}
   *[other] ; it asks for: { $expected }
}. Review the action, or the rule.
