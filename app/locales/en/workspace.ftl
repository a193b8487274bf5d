# The workspace: sources, recipe, table, inspector, dialogs.

ws-close = Close
ws-cancel = Cancel
ws-none = none
ws-optional = (optional)
ws-panes = Panes
ws-pane-recipe = Recipe
ws-pane-table = Table
ws-inspector = Inspector
ws-drop = Drop the files to read them
ws-key-escape = Esc
ws-key-shift = Shift
ws-key-enter = Enter
ws-chord-home-end = Home / End
ws-chord-corners = Ctrl+Home / Ctrl+End
ws-chord-pages = Page Up / Page Down
ws-chord-menu = Enter / Alt+↓
ws-chord-select = Shift+← → ↑ ↓
ws-chord-widen = Shift+← →
ws-rows = { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}

## Sizes of panes
ws-resize-left = Width of the recipe pane
ws-resize-right = Width of the inspector
ws-resize-sql = Height of the SQL pane

## Sources
ws-sources = Sources
ws-add-file = Add a file
ws-sources-empty = Drop a data file (CSV, JSON, Parquet…) anywhere on the page, or add it from here. It does not leave this computer.
ws-file-attached = at hand, not kept in the browser
ws-file-kept = kept in the browser
ws-file-waiting = kept, being read
ws-file-missing = to be attached again
ws-file-changed = other content
ws-file-reattach = Attach { $name } again
ws-file-reattach-short = Attach
ws-file-accept = Take the new content of { $name }
ws-file-accept-short = Accept
ws-file-import = Read { $name } into a table
ws-file-forget = Forget { $name }
ws-file-refused = { $name }: { $reason }

## Tables
ws-tables = Tables
ws-tables-empty = Tables appear here as soon as a step has made one.
ws-zone-raw = raw
ws-zone-staging = staging
ws-zone-warehouse = warehouse
ws-zone-quarantine = quarantine
ws-table-in-zone = { $table } ({ $zone })
ws-table-picker = Table shown
ws-no-table = No table
ws-after-step = after step { $number }
ws-after-all = at the end
ws-show-end = Show the end
ws-shape = { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
} × { $columns ->
    [one] { $columns } column
   *[other] { $columns } columns
}

## To begin
ws-begin = Start with a file
ws-begin-help = Drop a data file here. Its format is guessed; every guess can be corrected before it is read.
ws-begin-button = Choose a file
ws-begin-private = Nothing is sent: the data stay in this browser.
ws-begin-waiting = Nothing to show yet
ws-begin-waiting-help = The recipe has made no table. Look at the first failed step, or attach the file that is missing.

## Recipe
ws-recipe = Recipe
ws-step-count = { $count ->
    [one] { $count } step
   *[other] { $count } steps
}
ws-recipe-empty = The recipe is the list of steps applied to your tables. Nothing is changed in place: every step can be reviewed, moved, switched off.
ws-recipe-empty-example = For example: read rents.csv, convert the rent to a number, keep the rows where the city is known.
ws-add-step = Add a step
ws-state-done = done
ws-state-warned = done, to be checked
ws-state-failed = failed
ws-state-blocked = blocked
ws-state-disabled = switched off
ws-state-pending = waiting
ws-state-running = running
ws-step-figures = { $in } → { $out } rows × { $columns }
ws-step-made = { $out ->
    [one] { $out } row
   *[other] { $out } rows
} × { $columns }
ws-step-rejects = { $rows ->
    [one] { $rows } row set aside
   *[other] { $rows } rows set aside
}
ws-tools = Actions of step { $number }
ws-tool-edit = Edit step { $number }
ws-tool-up = Move step { $number } up
ws-tool-down = Move step { $number } down
ws-tool-before = Insert before step { $number }
ws-tool-after = Insert after step { $number }
ws-tool-disable = Switch step { $number } off
ws-tool-enable = Switch step { $number } on
ws-tool-note = Comment on step { $number }
ws-tool-delete = Delete step { $number }
ws-tool-rejects = See the rows set aside
ws-note = Comment on the step
ws-note-keep = Keep the comment
ws-recipe-imported = Recipe read from { $name }.

## Work under way
ws-progress = Work under way
ws-progress-steps = { $done } of { $total } steps
ws-progress-rows = { $done } of { $total } rows
ws-progress-bytes = { $done } of { $total }
ws-cancel-work = Stop
ws-work-run = Computing the recipe…
ws-work-query = Running the query…
ws-work-preview = Computing the preview…
ws-work-profile = Computing the profile…
ws-work-export = Writing the file…
ws-work-detect = Reading the file…

## Grid
ws-grid-label = Table { $table }
ws-grid-rows = { $rows } rows
ws-empty-table = This table has no rows
ws-empty-table-help = A step further up in the recipe shows where the rows end.
ws-empty-table-edit = Edit step { $number }
ws-empty-query = The query gives no rows
ws-empty-query-help = Perhaps a condition is too narrow, or a join finds nothing.
ws-grid-position = Row { $row } of { $rows } · { $column }
ws-grid-header-position = Headers, { $rows } rows · { $column }
ws-grid-row-number = Row number
ws-grid-loading = Rows are on their way…
ws-cell-null = missing value
ws-cell-blank = empty text
ws-cell-loading = being read
ws-cell-was = before:
ws-null-share = { $share }% ∅
ws-null-title = { $nulls ->
    [0] No missing value
    [one] { $nulls } missing value
   *[other] { $nulls } missing values
}
ws-column-menu = Menu of column { $column }
ws-menu-profile = Profile of the column
ws-menu-ascending = Sort, smallest first…
ws-menu-descending = Sort, largest first…
ws-menu-rename = Rename…
ws-menu-drop = Remove the column…
ws-menu-operation = { $operation }…
ws-card-title = Row { $row } · { $column }
ws-card-null-help = The cell has no value: it is neither zero nor an empty text.
ws-card-source = Source { $source }
ws-card-record = record { $record }
ws-card-no-record = no record of this source
ws-card-no-origin = This row does not come from a single record of a source.

## Types
ws-type-boolean = boolean
ws-type-integer = integer
ws-type-number = number
ws-type-decimal = decimal
ws-type-text = text
ws-type-date = date
ws-type-datetime = date and time
ws-type-time = time
ws-type-duration = duration
ws-type-other = other

## Inspector
ws-tab-step = Step
ws-tab-column = Column
ws-tab-rejects = Rejects
ws-step-empty = Choose a step to review it, or add one. The menu of a column offers those that suit it.
ws-edit-step = Edit this step
ws-form-place = Will become step { $number }.
ws-form-edits = This is step { $number }.
ws-form-apply = Apply
ws-form-save = Save the step
ws-form-unknown = This operation is not known to this engine: the step is kept as it is.
ws-columns-all = All
ws-columns-none = None
ws-columns-chosen = { $count ->
    [one] { $count } column chosen
   *[other] { $count } columns chosen
}
ws-column-missing = not in the table
ws-row-number = no. { $number }
ws-row-up = Move no. { $number } up
ws-row-down = Move no. { $number } down
ws-row-remove = Remove no. { $number }
ws-row-add = Add: { $list }
ws-ports = Tables read and written
ws-ports-open = Tables read by the query: { $tables }
ws-ports-any = Tables read
ws-port-reads = Table read ({ $port })
ws-port-writes = Table written ({ $port })
ws-port-zone = Zone of the table written ({ $port })
ws-port-name-bad = Letters, digits and _, a letter first, at most 64 characters.
ws-port-main = main
ws-port-left = left
ws-port-right = right
ws-port-rejects = rejects
ws-port-quarantine = quarantine
ws-port-duplicates = duplicates
ws-effect = Effect, before applying
ws-effect-none = The preview comes when the step is complete.
ws-effect-working = Computing the preview…
ws-effect-rows = { $before } → { $after } rows
ws-effect-cells = { $cells ->
    [0] No cell changes
    [one] { $cells } cell changes
   *[other] { $cells } cells change
}
ws-effect-rejected = { $rows ->
    [one] { $rows } row set aside
   *[other] { $rows } rows set aside
}
ws-effect-added = { $count ->
    [one] Column added: { $columns }
   *[other] Columns added: { $columns }
}
ws-effect-removed = { $count ->
    [one] Column removed: { $columns }
   *[other] Columns removed: { $columns }
}
ws-effect-examples = Examples after the step

## Profile
ws-profile-column = Column
ws-profile-choose = Choose a column
ws-profile-empty = Choose a column, here or by its header, to see its values, what is missing and how it is distributed.
ws-profile-working = Computing the profile…
ws-profile-type = Type
ws-profile-rows = Rows
ws-profile-nulls = Missing values
ws-profile-distinct = Different values
ws-profile-min = Smallest
ws-profile-max = Largest
ws-profile-mean = Mean
ws-profile-std-dev = Standard deviation
ws-profile-q05 = 5% quantile
ws-profile-q25 = First quartile
ws-profile-q50 = Median
ws-profile-q75 = Third quartile
ws-profile-q95 = 95% quantile
ws-profile-zeros = Zeros
ws-profile-negatives = Negative
ws-profile-nans = Not numbers (NaN)
ws-profile-blank = Empty texts
ws-profile-untrimmed = Blanks at either end
ws-profile-lengths = Lengths
ws-profile-length-range = { $low } to { $high } characters
ws-profile-top = Most frequent values
ws-profile-value = Value
ws-count-share = { $count } ({ $share }%)
ws-count-share-small = { $count } (less than 0.1%)
ws-histogram = Distribution
ws-histogram-label = Distribution in { $bins } bins, from { $low } to { $high }; the highest holds { $highest } values. The figures are in the table that follows.
ws-histogram-table = Figures of the distribution
ws-histogram-bounds = Bin
ws-histogram-count = Count
ws-histogram-range = { $low } to { $high }

## Rows set aside
ws-rejects = Rows set aside
ws-rejects-table = Table
ws-rejects-option = { $table } ({ $rows })
ws-rejects-none = This step sets nothing aside. Imports and casts keep here the rows that do not fit, with the reason.
ws-rejects-empty = No row was set aside.
ws-rejects-count = { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
} in { $table }, with the reason.

## SQL
ws-sql = SQL
ws-sql-label = SQL query
ws-sql-hint = Ctrl+Enter runs. Esc then Tab leaves the editor.
ws-sql-hint-line = Alt+Down suggests. Enter applies.
ws-sql-run = Run
ws-sql-step = Make it a step
ws-sql-result = { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
} × { $columns }
ws-sql-grid = Result of the query
ws-sql-empty = The result appears here. Tables have the names of the list, for example: select city, count(*) from rents group by city

## Palette
ws-palette = Operations and commands
ws-palette-search = Search for an operation or a command
ws-palette-placeholder = Cast, filter, join, export…
ws-palette-nothing = Nothing matches. Try another word, for example “sort” or “duplicates”.
ws-group-source = Read
ws-group-clean = Clean
ws-group-transform = Transform
ws-group-quality = Check
ws-group-command = Command
ws-command-undo = Undo the last change
ws-command-undo-help = Takes the recipe back to what it was before.
ws-command-redo = Redo
ws-command-redo-help = Does again the change that was just undone.
ws-command-import-file = Read a file
ws-command-import-file-help = CSV, JSON, Parquet, Arrow, XML, log, fixed columns, gzip or zip. The format is guessed, then confirmed.
ws-command-export = Export a table or the recipe
ws-command-export-help = CSV, JSON Lines, Parquet, Arrow, or the recipe as JSON. Also gives the hashes of the tables.
ws-command-import-recipe = Read a recipe
ws-command-import-recipe-help = Replaces the steps by those of a recipe file. Undo takes it back.
ws-command-sql = Open the SQL pane
ws-command-sql-help = To explore the tables by a query, and make it a step.
ws-command-wider-left = Widen the recipe pane
ws-command-narrower-left = Narrow the recipe pane
ws-command-wider-right = Widen the inspector
ws-command-narrower-right = Narrow the inspector
ws-command-higher-sql = Make the SQL pane higher
ws-command-lower-sql = Make the SQL pane lower
ws-command-resize-help = As dragging the edge of the pane does, without dragging. The size is remembered.
ws-command-shortcuts = Keyboard shortcuts
ws-command-shortcuts-help = The list of keys.
ws-command-settings = Settings
ws-command-settings-help = Language, theme, text size, keyboard.
ws-command-language = Français
ws-command-language-help = Turns the interface to French.
ws-command-theme = Change the theme
ws-command-theme-help = Light, dark, high contrast, or the system’s.
ws-command-help = Help
ws-command-help-help = The pages of help, offline too.

## Reading a file
ws-import = Read { $name }
ws-import-looking = Looking at the file…
ws-import-found = Recognised: { $format }. Every guess can be changed here.
ws-import-encoding-lossy = Characters of this file do not read as { $encoding }: “�” stands for them in the preview. Reading would stop at the first.
ws-import-encoding-take = Take { $encoding }, the encoding that was detected
ws-import-refused = The file was not read; the work is intact.
ws-import-format = Read as
ws-import-member = File of the archive
ws-import-table = Name of the table
ws-import-preview = First rows, as they would be read
ws-import-raw = First lines of the file
ws-import-apply = Read into a table

## Export
ws-export = Export
ws-export-title = Export
ws-export-table = Table
ws-export-format = Format
ws-export-csv = CSV (spreadsheet, text)
ws-export-parquet = Parquet (types kept, compact)
ws-export-json_lines = JSON Lines (one object a row)
ws-export-arrow = Arrow (types kept, read at once)
ws-export-delimiter = Separator
ws-export-decimal = Decimal mark
ws-export-mark = Byte order mark (some spreadsheets need it)
ws-export-neutralise = Neutralise formulas (a cell that begins with =, +, - or @ becomes text)
ws-export-save = Save the file
ws-export-busy = Writing…
ws-export-empty = There is no table to export yet.
ws-exported = { $name } is saved.
ws-export-recipe = Recipe
ws-export-recipe-help = A JSON file: the steps, without the data. Replayed on the same files, it gives the same tables.
ws-export-recipe-save = Save the recipe
ws-delimiter-semicolon = semicolon ;
ws-delimiter-comma = comma ,
ws-delimiter-tab = tab
ws-delimiter-pipe = bar |
ws-decimal-comma = comma
ws-decimal-point = point
ws-hashes = Hashes
ws-hashes-help = To be compared with those of “creuset run”: the same steps on the same files give the same hashes.
ws-hashes-compute = Compute the hashes
ws-hash-ordered = order counts
ws-hash-unordered = any order

## Shortcuts
ws-shortcuts = Keyboard shortcuts
ws-shortcuts-grid = In the grid
ws-shortcuts-single = Single keys can be switched off in the settings. In the headers, typing letters goes to the column that begins so.
ws-keys-arrows = From cell to cell
ws-keys-home-end = Start or end of the row
ws-keys-corners = First or last cell
ws-keys-pages = A page up or down
ws-keys-card = Whole value and provenance of the cell
ws-keys-menu = Menu of the column, from its header

## Reasons of rows set aside
ws-reason-reject-json = not JSON
ws-reason-reject-line-length = line too short
ws-reason-reject-pattern = does not fit the pattern
ws-reason-reject-xml = not XML
ws-reason-reject-field-count = another number of fields than the header
ws-reason-reject-cell-type = value of another type than the column
ws-reason-reject-record-length = record too long
ws-reason-reject-quote = broken quotes
ws-reason-reject-cast = cannot be converted
ws-reason-reject-range = number outside the range of the type
ws-reason-reject-more = further rejects: counted, not kept (how many is in the value column)
ws-rejects-capped = The first { $kept } rejects are kept here, out of { $counted } counted; the others are only counted.

## Columns of the rows set aside
ws-reject-column-line = line
ws-reject-column-record = record
ws-reject-column-column = column
ws-reject-column-code = reason
ws-reject-column-value = value read
ws-reject-column-expected = expected
ws-reject-column-quarantine_columns = columns concerned
ws-reject-column-quarantine_reason = reason
