# Help: what surrounds topics and reference pages.

help-list = Help pages
help-topics = Topics
help-reference = Reference
help-unknown = No such help page
help-unknown-text = This topic does not exist. Choose a page in the list.
help-table = Table
help-op-parameters = Parameters
help-op-parameter = Parameter
help-op-key = Name in the recipe
help-op-values = Values
help-op-examples = Examples
help-op-before = Before
help-op-after = After
help-functions-title = SQL functions
help-functions-lead = The functions that queries and expressions understand.
help-functions-text = Text
help-functions-validity = Checking and matching of texts
help-functions-numeric = Numbers
help-functions-date = Dates and times
help-functions-conditional = Conditions and nulls
help-functions-list = Lists
help-functions-aggregate = Aggregates
help-functions-window = Windows (with OVER)
help-functions-signature = Function
help-functions-what = What it does
help-functions-example = Example

# The table of shortcuts
key-palette = Open the commands
key-undo = Undo the last change
key-redo = Redo
key-next-pane = Next pane
key-previous-pane = Previous pane
key-step-up = Move the selected step up
key-step-down = Move the selected step down
key-run-sql = Run the SQL query
key-cancel = Stop the computation
key-show-keys = Show the shortcuts
key-go-recipe = Go to the recipe
key-go-table = Go to the table
key-go-sql = Go to the SQL editor
key-add-step = Add a step
