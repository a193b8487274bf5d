# Operations of the group “clean”: labels, help, parameters, step sentences. Same keys as in French.

op-bin = Sort into classes
op-bin-summary = Sorts numbers into intervals.
op-bin-help = Intervals of one width, of about as many values (quantiles), or with given edges. A value outside the edges, null or not a number (NaN) gives a null. Where edges are computed, the smallest and the largest value always belong; two equal quantiles count once, so there may be fewer classes than asked for.
op-bin-sentence = Sort { $column } into classes in { $into }
op-bin-param-column = Column
op-bin-param-into = New column
op-bin-param-method = Edges
op-bin-param-method-value-equal_width = of one width
op-bin-param-method-value-quantiles = quantiles
op-bin-param-method-value-edges = given
op-bin-param-count = Number of classes
op-bin-param-count-hint = Where edges are computed.
op-bin-param-edges = Given edges
op-bin-param-edges-hint = Ascending, at least two.
op-bin-param-edges-at = Edge
op-bin-param-closed = End that belongs
op-bin-param-closed-value-left = the left one: [a, b)
op-bin-param-closed-value-right = the right one: (a, b]
op-bin-param-labels = Value of the column
op-bin-param-labels-value-interval = the interval, as text
op-bin-param-labels-value-index = the number of the class, from 1
op-bin-example-equal-width = Two classes of one width
op-bin-example-quantiles = Two halves
op-bin-example-given-edges = Given edges, closed on the right

op-cast = Change the type
op-cast-summary = Converts columns to another type; what cannot be converted follows the chosen rule.
op-cast-help = Nothing is lost in silence: 3.7 is no integer, 2 is no boolean. An empty text is a missing value. In quarantine, the row leaves the table as it was, with the columns at fault.
op-cast-sentence = Convert { $columns } to { $to ->
    [boolean] boolean
    [integer] integer
    [number] number
    [text] text
    [date] date
    [datetime] date and time
   *[time] time
  }
op-cast-param-columns = Columns
op-cast-param-to = New type
op-cast-param-to-value-boolean = boolean
op-cast-param-to-value-integer = integer
op-cast-param-to-value-number = number
op-cast-param-to-value-text = text
op-cast-param-to-value-date = date
op-cast-param-to-value-datetime = date and time
op-cast-param-to-value-time = time
op-cast-param-on_error = If a cell cannot be converted
op-cast-param-on_error-value-null = it becomes null
op-cast-param-on_error-value-quarantine = its row goes to quarantine
op-cast-param-on_error-value-fail = the step stops
op-cast-param-format = Date format
op-cast-param-format-hint = For example %d/%m/%Y; empty for ISO 8601.
op-cast-param-decimal = Decimal mark
op-cast-param-decimal-value-point = point
op-cast-param-decimal-value-comma = comma
op-cast-example-quarantine = An unreadable cell sends its row to quarantine
op-cast-example-french-numbers = Numbers with a decimal comma
op-cast-example-french-dates = Day/month/year dates

op-clean_text = Tidy text
op-clean_text-summary = Removes what cannot be seen, tightens spaces, settles accents, capitals and Unicode form.
op-clean_text-help = Always in this order: invisible characters, accents, normal form, runs of spaces, spaces at both ends, capitals. No-break spaces (U+00A0, U+202F) are spaces like others. A capital of a title follows a space, a hyphen or a point, never an apostrophe.
op-clean_text-sentence = Tidy the text of { $columns }
op-clean_text-param-columns = Columns
op-clean_text-param-remove_invisible = Remove invisible characters
op-clean_text-param-remove_invisible-hint = Control characters and characters without width; tabs and ends of lines stay.
op-clean_text-param-strip_accents = Remove accents
op-clean_text-param-normal_form = Unicode normal form
op-clean_text-param-normal_form-value-none = as it is
op-clean_text-param-normal_form-value-nfc = NFC (composed)
op-clean_text-param-normal_form-value-nfd = NFD (decomposed)
op-clean_text-param-normal_form-value-nfkc = NFKC (composed, made plain)
op-clean_text-param-normal_form-value-nfkd = NFKD (decomposed, made plain)
op-clean_text-param-collapse_spaces = Make one space of several
op-clean_text-param-trim = Remove spaces at both ends
op-clean_text-param-case = Capitals and small letters
op-clean_text-param-case-value-none = as they are
op-clean_text-param-case-value-lower = all small
op-clean_text-param-case-value-upper = all capitals
op-clean_text-param-case-value-title = A Capital For Each Word
op-clean_text-param-case-value-sentence = A capital at the start
op-clean_text-example-spaces-and-capitals = Spaces tightened, names with capitals
op-clean_text-example-plain-letters = Plain letters, nothing invisible
op-clean_text-example-one-form = Two ways to write the same é, made one

op-conditional = Column by cases
op-conditional-summary = Gives a column a value by conditions.
op-conditional-help = The first case whose condition is true gives the value; an unknown (null) condition is not true. Values are expressions of one type; a text stands in straight single quotes. The name of an existing column replaces it in its place.
op-conditional-sentence = { $cases-count ->
    [one] Compute { $name } by cases ({ $cases-count } case)
   *[other] Compute { $name } by cases ({ $cases-count } cases)
  }
op-conditional-param-name = Name of the column
op-conditional-param-cases = Cases
op-conditional-param-cases-when = If
op-conditional-param-cases-then = Then
op-conditional-param-cases-then-hint = An expression; a text in single quotes: 'high'.
op-conditional-param-otherwise = Otherwise
op-conditional-param-otherwise-hint = Empty: null.
op-conditional-example-first-that-holds = The first true case counts
op-conditional-example-repair-in-place = Centimetres made metres

op-deduplicate = Remove duplicates
op-deduplicate-summary = Keeps one row for each value of the keys; the others may go to a table of their own.
op-deduplicate-help = Without keys, all columns count. Two nulls are equal. “None” removes every group of more than one row.
op-deduplicate-sentence = Remove duplicates from { $out-main }
op-deduplicate-param-keys = Key columns
op-deduplicate-param-keys-hint = None: all columns count.
op-deduplicate-param-keep = Row that stays
op-deduplicate-param-keep-value-first = the first
op-deduplicate-param-keep-value-last = the last
op-deduplicate-param-keep-value-none = none
op-deduplicate-example-whole-rows = Rows that are equal throughout
op-deduplicate-example-last-of-key = The last row of each key

op-extract = Extract from text
op-extract-summary = Takes new columns out of a text: the groups of a regular expression.
op-extract-help = The first place where the pattern is found counts. A group that has a name gives it to its column; the others take the given names, in order. A group that found nothing gives a null. A null text gives nulls and is never rejected. The pattern has no back-references and no look-around.
op-extract-sentence = Extract from { $column } by { $pattern }
op-extract-param-column = Column
op-extract-param-pattern = Regular expression
op-extract-param-pattern-hint = With at least one group in parentheses, for example (?<year>[0-9]+).
op-extract-param-names = Names of the new columns
op-extract-param-names-hint = One a line, for groups without a name.
op-extract-param-case_sensitive = Tell capitals from small letters
op-extract-param-on_no_match = If the pattern is not found
op-extract-param-on_no_match-value-null = the new cells are null
op-extract-param-on_no_match-value-reject = the row goes to the rejects
op-extract-example-named-groups = Postcode and city of an address
op-extract-example-rejects = Malformed codes to the rejects

op-fill = Fill nulls
op-fill-summary = Fills null cells by a constant, a neighbour or a figure of the column.
op-fill-help = “Before” and “after” depend on the order of rows: order columns are needed, or a sorted table. With groups, neighbours and figures are those of the group; a group without a known value stays null. Mean and median make a column of numbers of one of integers. An empty text is not null.
op-fill-sentence = { $method ->
    [forward] Fill { $columns } with the value before
    [backward] Fill { $columns } with the value after
    [mean] Fill { $columns } with the mean
    [median] Fill { $columns } with the median
    [mode] Fill { $columns } with the most frequent value
    [zero] Fill { $columns } with zero
   *[constant] Fill { $columns } with a constant
  }
op-fill-param-columns = Columns
op-fill-param-method = A null becomes
op-fill-param-method-value-constant = a constant
op-fill-param-method-value-forward = the last known value before
op-fill-param-method-value-backward = the first known value after
op-fill-param-method-value-mean = the mean
op-fill-param-method-value-median = the median
op-fill-param-method-value-mode = the most frequent value
op-fill-param-method-value-zero = zero
op-fill-param-value = Constant
op-fill-param-value-hint = Of the columns’ type: 12.5, 2024-01-31, true.
op-fill-param-by = Groups
op-fill-param-by-hint = Without effect for a constant or zero.
op-fill-param-order_by = Order of rows
op-fill-param-order_by-hint = For the value before or after; not needed if the table is sorted.
op-fill-param-indicator = Suffix of indicator columns
op-fill-param-indicator-hint = For example _filled: a boolean column says which cells were filled.
op-fill-example-constant = A constant, with the filled cells marked
op-fill-example-last-known = The last known value of each city
op-fill-example-mean-of-group = The mean of the city
op-fill-example-most-frequent = The most frequent value, the smallest of several

op-interpolate = Interpolate
op-interpolate-summary = Computes null cells from their known neighbours, along an order column.
op-interpolate-help = Before the first and after the last known value, a null stays null; so it does where the order column is null. Distances are measured on the order column, not in numbers of rows. Dates and instants are rounded to the nearest day and microsecond. A column of integers that is interpolated on a line becomes one of numbers.
op-interpolate-sentence = Interpolate { $columns } along { $order_by }
op-interpolate-param-columns = Columns
op-interpolate-param-order_by = Order column
op-interpolate-param-order_by-hint = A number, a date or an instant.
op-interpolate-param-method = Method
op-interpolate-param-method-value-linear = on a straight line
op-interpolate-param-method-value-nearest = the nearer neighbour
op-interpolate-param-by = Groups
op-interpolate-example-linear = A level between two readings
op-interpolate-example-nearest = The nearest reading
op-interpolate-example-dates-in-groups = Dates, lot by lot

op-merge_columns = Merge columns
op-merge_columns-summary = Joins several columns into one text.
op-merge_columns-help = What is no text takes its canonical form: 12.5, 2024-01-31, true. A null is skipped with its separator, counts as an empty text, or makes the result null, by the chosen rule.
op-merge_columns-sentence = Merge { $columns } into { $into }
op-merge_columns-param-columns = Columns
op-merge_columns-param-into = New column
op-merge_columns-param-separator = Separator
op-merge_columns-param-nulls = A null among the columns
op-merge_columns-param-nulls-value-skip = is skipped
op-merge_columns-param-nulls-value-empty = counts as an empty text
op-merge_columns-param-nulls-value-null = makes the result null
op-merge_columns-param-drop_sources = Drop the merged columns
op-merge_columns-example-skip-nulls = Nulls skipped
op-merge_columns-example-in-place-of-sources = In place of the merged columns

op-null_tokens = Recognise missing values
op-null_tokens-summary = Makes nulls of the cells that hold a stand-in for a missing value, such as “n/a” or -999.
op-null_tokens-help = The whole cell is compared. In a column that is no text, values are compared: -999 is -999.0. A value that is of none of the columns’ types is pointed out.
op-null_tokens-sentence = Make nulls of { $tokens } in { $columns }
op-null_tokens-param-columns = Columns
op-null_tokens-param-tokens = Stand-ins
op-null_tokens-param-tokens-hint = One a line, for example n/a, ?, -999.
op-null_tokens-param-ignore_case = Take capitals and small letters as the same
op-null_tokens-param-trim = Pass over spaces at both ends
op-null_tokens-example-texts = Several ways to write what is missing
op-null_tokens-example-exactly = To the letter
op-null_tokens-example-numbers-and-dates = Sentinels among numbers and dates

op-parse_dates = Read dates
op-parse_dates-summary = Reads dates and instants in texts, by a list of formats.
op-parse_dates-help = Formats are tried in order; %Y asks for four digits, %y for two. Names of months and days are read in English and in French. A text that two formats read as two different dates is ambiguous: the chosen rule applies. With a time zone, clock times become UTC; a text that says its offset (%z) needs none. A clock time that does not exist in the zone is not read. An empty text is a missing value.
op-parse_dates-sentence = Read { $columns } as { $to ->
    [datetime] dates and times
   *[date] dates
  }
op-parse_dates-param-columns = Columns
op-parse_dates-param-formats = Formats
op-parse_dates-param-formats-hint = One a line, the most trusted first, for example %d/%m/%Y; none: ISO 8601.
op-parse_dates-param-to = New type
op-parse_dates-param-to-value-date = date
op-parse_dates-param-to-value-datetime = date and time
op-parse_dates-param-pivot = Pivot of two-digit years
op-parse_dates-param-pivot-hint = Below it, 20xx; from it on, 19xx.
op-parse_dates-param-ambiguous = If two formats read two dates
op-parse_dates-param-ambiguous-value-first_format = the first of the list decides
op-parse_dates-param-ambiguous-value-day_first = the one with the day first decides
op-parse_dates-param-ambiguous-value-month_first = the one with the month first decides
op-parse_dates-param-ambiguous-value-null = the cell becomes null
op-parse_dates-param-ambiguous-value-quarantine = the row goes to quarantine
op-parse_dates-param-zone = Time zone
op-parse_dates-param-zone-hint = IANA name, for example Europe/Paris; for dates with times only.
op-parse_dates-param-repeated_hour = Clock time that comes twice
op-parse_dates-param-repeated_hour-hint = When summer time ends.
op-parse_dates-param-repeated_hour-value-earliest = the first
op-parse_dates-param-repeated_hour-value-latest = the second
op-parse_dates-param-repeated_hour-value-unreadable = is not read
op-parse_dates-param-on_error = If no format reads the cell
op-parse_dates-param-on_error-value-null = it becomes null
op-parse_dates-param-on_error-value-quarantine = its row goes to quarantine
op-parse_dates-param-on_error-value-fail = the step stops
op-parse_dates-example-several-formats = Several formats, and an unreadable text
op-parse_dates-example-day-or-month = Day or month first: doubt goes to quarantine
op-parse_dates-example-zone-to-utc = Clock times of Paris in UTC
op-parse_dates-example-pivot = Two-digit years

op-replace = Replace
op-replace-summary = Replaces values of text columns; the rest does not change.
op-replace-help = Whole cell: the first pair that fits is taken. Part of the cell or regular expression: each pair works on what the one before it left, wherever it finds something. In the replacement of an expression, $1 is the first group, $$ a dollar; before a letter or a digit, put the 1 in braces. A null stays null.
op-replace-sentence = Replace in { $columns }
op-replace-param-columns = Columns
op-replace-param-mode = What is compared
op-replace-param-mode-value-whole = the whole cell
op-replace-param-mode-value-part = a part of the cell
op-replace-param-mode-value-pattern = a regular expression
op-replace-param-pairs = Replacements
op-replace-param-pairs-from = Find
op-replace-param-pairs-to = Replace by
op-replace-param-pairs-to-hint = Empty: what is found goes away.
op-replace-param-case_sensitive = Tell capitals from small letters
op-replace-example-whole-cells = Whole cells, capitals or not
op-replace-example-parts = Abbreviations in addresses
op-replace-example-groups-of-pattern = A date turned round by an expression

op-split_column = Split a column
op-split_column-summary = Splits a text into several columns.
op-split_column-help = At a separator, at what a regular expression finds, or after numbers of characters. Where there are fewer pieces than columns, the last ones are null; where there are more, the last one keeps all the rest, or the rest is dropped. An empty piece is an empty text.
op-split_column-sentence = Split { $column } into { $into }
op-split_column-param-column = Column
op-split_column-param-by = Where to split
op-split_column-param-by-value-separator = at a separator
op-split_column-param-by-value-pattern = at a regular expression
op-split_column-param-by-value-positions = after numbers of characters
op-split_column-param-separator = Separator or expression
op-split_column-param-positions = Positions
op-split_column-param-positions-hint = Ascending, counted from the start of the text.
op-split_column-param-positions-after = After this many characters
op-split_column-param-into = Names of the new columns
op-split_column-param-into-hint = One a line.
op-split_column-param-rest = Pieces too many
op-split_column-param-rest-value-keep = the last column keeps all the rest
op-split_column-param-rest-value-drop = they are dropped
op-split_column-param-drop_source = Drop the column that is split
op-split_column-example-rest-in-last = The rest in the last column
op-split_column-example-pattern = At a comma, spaces included
op-split_column-example-positions = At fixed positions
