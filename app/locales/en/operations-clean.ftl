# Operations of the group “clean”: labels, help, parameters, step sentences. Same keys as in French.

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
