# Operations of the group “transform”: labels, help, parameters, step sentences. Same keys as in French.

op-aggregate = Aggregate
op-aggregate-summary = Groups rows by keys and measures each group.
op-aggregate-help = One result row for each combination of keys, nulls included. Measures pass over nulls, except the number of rows.
op-aggregate-sentence = Measure { $measures } of { $in-main }
op-aggregate-param-keys = Grouping keys
op-aggregate-param-keys-hint = None: a single row for the whole table.
op-aggregate-param-measures = Measures
op-aggregate-param-measures-name = Name
op-aggregate-param-measures-function = Function
op-aggregate-param-measures-function-value-rows = number of rows
op-aggregate-param-measures-function-value-count = non-null values
op-aggregate-param-measures-function-value-count_distinct = different values
op-aggregate-param-measures-function-value-sum = sum
op-aggregate-param-measures-function-value-mean = mean
op-aggregate-param-measures-function-value-min = minimum
op-aggregate-param-measures-function-value-max = maximum
op-aggregate-param-measures-function-value-median = median
op-aggregate-param-measures-function-value-std_dev = standard deviation
op-aggregate-param-measures-column = Column
op-aggregate-example-by-key = Rents by city
op-aggregate-example-in-all = One total for the whole table

op-derive = Compute columns
op-derive-summary = Adds or replaces columns by expressions.
op-derive-help = Each expression may use the columns defined above it. The name of an existing column replaces it in its place.
op-derive-sentence = Compute { $columns }
op-derive-param-columns = Columns
op-derive-param-columns-name = Name
op-derive-param-columns-expression = Expression
op-derive-example-add = Rent per square metre
op-derive-example-replace = Names in capitals

op-filter = Filter rows
op-filter-summary = Keeps the rows for which a condition is true, or the others.
op-filter-help = A condition whose result is unknown (null) is not true: the row is among the others.
op-filter-sentence = Keep the rows where { $condition }
op-filter-param-condition = Condition
op-filter-param-keep = Rows that stay
op-filter-param-keep-value-matching = those where it is true
op-filter-param-keep-value-others = the others
op-filter-example-matching = Rents above 700
op-filter-example-others = All others, unknown ones included

op-join = Join two tables
op-join-summary = Pairs the rows of two tables by equal keys.
op-join-help = A null key is equal to nothing. The asserted cardinality is checked: the step stops if a key repeats on the side where it was to be unique.
op-join-sentence = Join { $in-left } and { $in-right }
op-join-param-kind = Rows that stay
op-join-param-kind-value-inner = those with a partner
op-join-param-kind-value-left = and all of the left
op-join-param-kind-value-right = and all of the right
op-join-param-kind-value-full = all
op-join-param-kind-value-semi = left ones with a partner
op-join-param-kind-value-anti = left ones without a partner
op-join-param-kind-value-cross = every pair
op-join-param-keys = Keys
op-join-param-keys-left = Left column
op-join-param-keys-right = Right column
op-join-param-cardinality = Asserted cardinality
op-join-param-cardinality-value-many_to_many = none (n – n)
op-join-param-cardinality-value-many_to_one = unique key on the right (n – 1)
op-join-param-cardinality-value-one_to_many = unique key on the left (1 – n)
op-join-param-cardinality-value-one_to_one = unique key on both sides (1 – 1)
op-join-param-suffix = Suffix of right columns with the same name
op-join-example-inner = Tenants and rents
op-join-example-full = With the rows that have no partner
op-join-example-anti = Tenants without a rent

op-sample = Sample
op-sample-summary = Draws rows at random, the same ones for the same seed.
op-sample-help = The draw is without replacement and keeps the order of the table. The same seed gives the same rows on every machine.
op-sample-sentence = Draw { $amount } of { $in-main } at random
op-sample-param-size = Size in
op-sample-param-size-value-rows = rows
op-sample-param-size-value-share = share of the rows
op-sample-param-amount = Amount
op-sample-param-amount-hint = A number of rows, or a share between 0 and 1.
op-sample-param-seed = Seed
op-sample-example-rows = Three rows out of eight

op-select = Choose columns
op-select-summary = Keeps, drops or renames columns.
op-select-help = “Keep” follows the order of the list. “Rename” leaves all columns in their place.
op-select-sentence = { $mode ->
    [drop] Drop { $columns }
    [rename] Rename { $columns }
   *[keep] Keep { $columns }
  }
op-select-param-mode = Action
op-select-param-mode-value-keep = keep
op-select-param-mode-value-drop = drop
op-select-param-mode-value-rename = rename
op-select-param-columns = Columns
op-select-param-columns-column = Column
op-select-param-columns-rename = New name
op-select-example-keep = Keep and rename
op-select-example-drop = Drop a column
op-select-example-rename = Rename in place

op-sort = Sort
op-sort-summary = Declares an order of rows.
op-sort-help = Texts are ordered by code point (capitals first, accented letters after z). Rows equal on all keys keep the order they had.
op-sort-sentence = Sort by { $keys }
op-sort-param-keys = Keys
op-sort-param-keys-column = Column
op-sort-param-keys-direction = Direction
op-sort-param-keys-direction-value-ascending = ascending
op-sort-param-keys-direction-value-descending = descending
op-sort-param-keys-nulls = Nulls
op-sort-param-keys-nulls-value-last = last
op-sort-param-keys-nulls-value-first = first
op-sort-example-two-keys = By city, then from dearest to cheapest

op-sql = SQL query
op-sql-summary = A query over one or several tables.
op-sql-help = Without ORDER BY at the top level, the result has no order. What the dialect does not know is refused with its place in the text.
op-sql-sentence = SQL over { $inputs }
op-sql-param-query = Query
op-sql-example-join = Total paid by tenant
