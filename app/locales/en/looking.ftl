# Looking at a table without changing it: facets, profile, drawings, effect of a step, history of a row.

look-tab-facets = Facets
look-tab-history = Row
look-menu-facets = Facets of the column

## Facets
look-facet-column = Column to look at
look-facets-empty = A facet shows what a column holds and narrows the grid to what is ticked, without touching the recipe. Choose a column, a city or a rent for example.
look-facets-active = Chosen facets
look-facets-step = Make it a step
look-facets-clear = Clear the facets
look-facets-failed = The facets are not applied. { $reason }
look-facet-remove = Remove: { $facet }
look-facet-values = { $column }: { $count ->
    [one] { $count } value
   *[other] { $count } values
}
look-facet-values-not = { $column }: all but { $count ->
    [one] { $count } value
   *[other] { $count } values
}
look-facet-patterns = { $column }: { $count ->
    [one] { $count } pattern
   *[other] { $count } patterns
}
look-facet-patterns-not = { $column }: all but { $count ->
    [one] { $count } pattern
   *[other] { $count } patterns
}
look-facet-states = { $column }: { $count ->
    [one] { $count } state
   *[other] { $count } states
}
look-facet-duplicated = { $column }: repeated values
look-facet-range = { $column }: { $low } to { $high }
look-facet-considered = Counted over { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}, those that the facets of the other columns leave.
look-kept = Facets: { $kept } of { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}
look-kept-none = No row out of { $rows } passes the facets.
look-empty = No row passes the facets
look-empty-help = The table has not changed: facets only narrow what is shown.
look-empty-clear = Remove all facets
look-states = Presence
look-state-missing = missing value
look-state-blank = empty or blank text
look-state-filled = filled in
look-range = Range
look-range-low = At least
look-range-high = At most
look-range-refused = This bound is not of the column’s type. Write a number, a date such as 2024-01-31 or a time such as 10:30.
look-values = Values
look-values-search = Search among the values
look-values-more = And { $count ->
    [one] { $count } more value
   *[other] { $count } more values
}: search to find it.
look-values-invert = All but these
look-patterns = Patterns
look-patterns-help = 9 for a digit, A for a capital, a for another letter; “…” after a sign repeated for long.
look-patterns-more = And { $count ->
    [one] { $count } more pattern
   *[other] { $count } more patterns
}.
look-patterns-invert = All but these
look-duplicates = Repetitions
look-duplicates-only = Only values that repeat
look-duplicates-remove = Remove the duplicates…

## Profile of the table
look-overview = Profile
look-overview-of = Profile of the table { $table }
look-overview-help = Possible keys, duplicate rows, correlations and missing values of the whole table.
look-overview-compute = Compute the table’s profile
look-overview-columns = Columns
look-overview-duplicates = Duplicate rows
look-keys = Possible keys
look-keys-none = No column, and no pair that was tried, tells all rows apart.
look-keys-left = { $count ->
    [one] { $count } pair was not tried
   *[other] { $count } pairs were not tried
}: the search is bounded.
look-correlations = Correlations
look-correlations-help = Over { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}, each pair where both values are known. Full disc: positive; ring: negative; the larger the sign, the stronger it is.
look-pearson = Linear correlation (Pearson’s r)
look-spearman = Rank correlation (Spearman’s ρ)
look-columns-left = { $count ->
    [one] { $count } more column is not compared.
   *[other] { $count } more columns are not compared.
}
look-missing = Missing values
look-missing-none = No cell is empty.
look-missing-shares = Missing share by column
look-missing-together = Rows where two columns are missing together
look-missing-patterns = Columns missing together, by frequency
look-missing-columns = Missing columns
look-pattern-whole = none: complete row

## Drawing
look-chart = Drawing
look-chart-other = Measure
look-chart-rows = Number of rows
look-chart-bars = Bars: { $other } by { $column }, { $count } bars. The figures are in the table that follows.
look-chart-scatter = Scatter: { $other } by { $column }, { $count } points. Figures are in the table that follows.
look-chart-line = Line: mean of { $other } by { $column }, { $count } points. The figures are in the table that follows.
look-chart-left = { $rows ->
    [one] { $rows } row is not drawn
   *[other] { $rows } rows are not drawn
}: a missing value, or a rare category.
look-chart-table = Figures of the drawing

## Effect of a step
look-changes = What this step changed
look-changes-working = Comparing before and after…
look-changes-disabled = The step is off: it changes nothing.
look-changes-failed = The step has changed nothing yet: what stops it is written below it, in the recipe.
look-effect-removed = { $rows ->
    [one] { $rows } row goes
   *[other] { $rows } rows go
}
look-effect-added = { $rows ->
    [one] { $rows } row comes
   *[other] { $rows } rows come
}
look-effect-cells = { $cells ->
    [0] No cell changed
    [one] { $cells } cell changed
   *[other] { $cells } cells changed
}
look-effect-column = { $column }: { $cells ->
    [one] { $cells } cell
   *[other] { $cells } cells
}
look-effect-retyped = { $count ->
    [one] Type changed: { $columns }
   *[other] Types changed: { $columns }
}
look-effect-removed-examples = Examples of rows that go

## History of a row
look-history-of = History of this row in { $source }
look-history-lead = Follow a record of a source, step by step, to where it stays or vanishes.
look-history-empty = A row is followed from the file in which it was read. Add a file first.
look-history-source = Source
look-history-record = Number of the record
look-history-refused = A number is a whole one from 1 on.
look-history-follow = Follow
look-history-working = Following the row…
look-history-title = Record { $record } of { $source }
look-history-unknown = No step knows this record: the source has fewer, or its import did not succeed.
look-history-show = Show the table after step { $number }
look-history-cells = Values as they were read
look-history-changes = Changed cells
look-history-before = Before
look-history-after = After
look-fate-read = Read into { $table }.
look-fate-kept = Goes through unchanged.
look-fate-changed = { $cells ->
    [one] { $cells } cell changes.
   *[other] { $cells } cells change.
}
look-fate-multiplied = Becomes { $rows } rows of { $table }; the first is shown.
look-fate-aside = Set aside in { $table }.
look-fate-aside-nowhere = Set aside by the step, in no table that is kept.
look-fate-removed = Vanishes here.
look-fate-merged = Merges with others: { $rows ->
    [one] the result has one row
   *[other] the result has { $rows } rows
}, which no longer come from one record each.
look-why-condition = The condition is not true for this row:
look-why-dropped = The condition is true for this row, and the step drops such rows:
look-why-cell = { $column }: { $value }
look-why-reason = Reason: { $reason }.
look-why-reason-in = Reason: { $reason } ({ $columns }).
look-why-survivor = Record { $record } was kept in its place: the same values of { $keys }.
look-why-no-survivor = Other rows have the same values of { $keys }.
look-why-all-columns = all columns
