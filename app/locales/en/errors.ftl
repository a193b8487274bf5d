# One sentence a diagnostic code: what, where, what to do. No blame.

error-at = Line { $line }, column { $column }: { $sentence }

error-recipe-malformed = This document is not a readable recipe: { $detail }. Choose a file exported by Creuset.
error-recipe-version = This recipe is of version { $found }, newer than version { $known } known here. Reload the page to get the latest version.
error-recipe-too-long = The recipe has { $found } steps; the limit is { $limit }.
error-step-duplicate = Two steps carry the id “{ $id }”. Rename or remove one of them in the document.
error-step-unknown-operation = The operation “{ $op }” is not known to this engine. The step is kept and skipped.
error-step-operation-version = The step uses version { $found } of “{ $op }”; this engine knows version { $known }. Reload the page.
error-step-input-missing = The input “{ $port }” of “{ $op }” is connected to no table. Choose a table.
error-step-port-unknown = “{ $op }” has no port “{ $port }”.
error-step-output-missing = The output “{ $port }” of “{ $op }” has no table name. Give it one.
error-table-unknown = No enabled step above makes the table “{ $table }”.{ $candidate-count ->
    [0] {""}
   *[other] {" "}Tables at hand: { $candidates }.
}
error-step-blocked = The table “{ $table }” is not computed because a step above failed. Correct that step first.
error-param-invalid = This parameter does not fit: { $detail }.
error-param-required = This field is needed.
error-param-range = The value { $value } is outside { $low } to { $high }.
error-name-invalid = “{ $name }” is not a table name: letters, digits and “_” only, a letter first.
error-column-unknown = There is no column “{ $column }” here.{ $candidate-count ->
    [0] {""}
   *[other] {" "}Close names: { $candidates }.
}
error-source-unknown = { $candidate-count ->
    [0] The rows of this table no longer say which record they come from. Connect the step to a table before the grouping.
   *[other] The rows do not come from “{ $source }”. Sources of this table: { $candidates }.
}
error-column-duplicate = Two columns of the result would be named “{ $column }”. Rename one of them.
error-column-type = The column “{ $column }” is of type { $found }; { $expected } is needed. Change the type before this step.

error-file-missing = The file “{ $name }” is not attached. Attach it again to compute the steps that read it.
error-file-changed = The file “{ $name }” does not have the content it had at first (fingerprint { $found } instead of { $expected }). Attach the original file, or accept the new content.
error-file-empty = The file “{ $name }” is empty (0 bytes). Check the export and choose another file.
error-file-too-large = The file “{ $name }” ({ $bytes } bytes) is over the { $limit } bytes that memory allows. Split it or keep only a part.
error-file-unreadable = The browser could not read the file “{ $name }”: { $detail }. It may have been moved or changed; attach it again.
error-parquet-malformed = The file “{ $name }” is not a readable Parquet file (truncated, damaged or encrypted): { $detail }.
error-parquet-type = The column “{ $column }” is of a Parquet type that is not supported: { $type }.
error-arrow-malformed = The file “{ $name }” is not readable Arrow IPC (truncated, damaged, or Feather 1): { $detail }.
error-archive-malformed = The archive “{ $name }” cannot be read (truncated or damaged): { $detail }. Export or download it again.
error-archive-empty = The archive “{ $name }” holds no file. Choose another one.
error-archive-member = The archive “{ $name }” has no file “{ $member }”. It holds: { $candidates }.
error-archive-unsupported = This file of the archive “{ $name }” is encrypted, or compressed in a way that is not read here ({ $feature }). Extract it, then attach the file itself.
error-archive-too-large = What “{ $name }” holds is over { $limit } bytes once unpacked. Split it, or compress only a part of it.
error-archive-ratio = Each byte of “{ $name }” becomes more than { $limit }: more than a real file does. If it is safe, unpack it and attach the file itself.
error-json-path = There are no records at the path “{ $path }” of the document. Correct the path, or leave it empty if the document is the list.
error-log-pattern = The pattern cannot be read: { $detail }. It needs at least one named group, and closed parentheses and braces.
error-log-pattern-name = There is no pattern “{ $name }”. Known patterns: { $candidates }.
error-xml-no-record = There is no element “{ $path }” in the document. Correct the path of the element.
error-encoding-mismatch = Line { $line } holds bytes that are not { $encoding }. Choose another encoding.
error-csv-binary = This file looks binary: no table of text can be read from it. Check the file’s format.
error-csv-no-record = The file “{ $name }” has only empty lines, or all its lines are skipped. Check the export and the number of lines to skip.
error-csv-too-many-columns = The file has { $found } columns; the limit is { $limit }. Check the separator.
error-csv-unclosed-quote = A quote opened on line { $line } is never closed. Check the quote character.

error-reject-field-count = { $found } fields instead of { $expected }
error-reject-cell-type = “{ $value }” is not of type { $type }
error-reject-record-length = record of more than { $limit } bytes
error-reject-quote = broken quotes
error-reject-cast = “{ $value }” does not convert to { $type }
error-reject-range = { $value } is outside the range { $range }
error-reject-no-match = the pattern is not found in this text
error-reject-ambiguous = this text reads as several different dates
error-reject-json = not JSON: { $detail }
error-reject-pattern = does not fit the pattern
error-reject-line-length = line of fewer than { $expected } characters
error-reject-xml = not XML: { $detail }
error-reject-more = { $count ->
    [one] { $count } further reject counted, not kept
   *[other] { $count } further rejects counted, not kept
}

error-sql-syntax = The query does not parse: “{ $found }”{ $expects ->
    [0] {" "}is not understood here.
   *[other] {" "}found, { $expected } expected.
}
error-sql-unsupported = “{ $feature }” is not supported.
error-sql-not-query = One single SELECT query is needed.
error-sql-unknown-table = There is no table “{ $table }” here.{ $candidate-count ->
    [0] {""}
   *[other] {" "}Tables at hand: { $candidates }.
}
error-sql-unknown-column = There is no column “{ $column }” in this query.{ $candidate-count ->
    [0] {""}
   *[other] {" "}Close names: { $candidates }.
}
error-sql-ambiguous-column = Several tables ({ $tables }) have a column “{ $column }”. Write the table’s name before it.
error-sql-unknown-function = There is no function “{ $function }”.{ $candidate-count ->
    [0] {""}
   *[other] {" "}Close names: { $candidates }.
}
error-sql-argument-count = “{ $function }” takes { $expected } argument(s), { $found } given.
error-sql-argument-type = Argument { $position } of “{ $function }” is of type { $found }; { $expected } is needed.
error-sql-type-mismatch = The operator { $operator } does not combine { $left } and { $right }. Convert one of them with CAST.
error-sql-not-grouped = The column “{ $column }” is neither in GROUP BY nor in an aggregate function.
error-sql-aggregate-misplaced = The aggregate function “{ $function }” cannot stand here. Use HAVING or a subquery.
error-sql-window-misplaced = “{ $function } … OVER” cannot stand here. Filter with QUALIFY, or compute the column in a subquery.
error-sql-set-width = The two sides have { $left } and { $right } columns; both need the same number.
error-sql-duplicate-alias = The name “{ $name }” stands for two tables. Give one of them an alias.
error-sql-too-complex = The query is too long or nested too deep (limit: { $limit }). Split it into several steps.
error-sql-bad-literal = “{ $value }” does not fit here. What is needed: { $type }.
error-sql-overflow = An integer result does not fit in 64 bits. Convert to a number first.
error-sql-division-by-zero = An integer is divided by zero.
error-sql-cast-failed = “{ $value }” does not convert to { $type }. TRY_CAST gives a null instead.
error-sql-scalar-rows = The subquery gives more than one row where one value is expected.
error-sql-limit-without-order = LIMIT without ORDER BY: which rows come back is not defined. Add ORDER BY.

error-join-cardinality = The join is not { $assertion ->
    [one_to_one] one to one
    [one_to_many] one to many
    [many_to_one] many to one
   *[other] { $assertion }
}: { $left } row(s) on the left and { $right } on the right repeat a key. Deduplicate that side or change the expected cardinality.
error-result-too-large = The result would have { $rows } rows; the limit is { $limit }. Filter or aggregate first.
error-block-too-large = A block ({ $block }) has { $rows } rows; the limit is { $limit }, since each row is compared with all the others. Add a key, or raise the limit.
error-result-too-wide = { $columns } new columns would be made; the limit of the step is { $limit }. Group or filter the values before, or raise the limit.
error-key-repeated = { $count ->
    [one] One key ({ $keys }) stands
   *[other] { $count } keys ({ $keys }) stand
} on several rows. Deduplicate or aggregate before this step.
error-expectation-failed = { $count ->
    [one] One expectation is not met
   *[other] { $count } expectations are not met
}: { $checks }. Repair the data, or no longer stop the step to see the report.
error-cast-failed = { $count ->
    [one] { $count } cell of “{ $column }” does not convert to { $type }.
   *[other] { $count } cells of “{ $column }” do not convert to { $type }.
} Choose quarantine or null to go on.

error-data-kind = There is no kind “{ $kind }”. Known kinds: { $known }.
error-data-table = The specification has no table “{ $table }”. Known tables: { $known }.
error-data-repeated = The name “{ $name }” is empty or already taken. Give each table, column and file a name of its own.
error-data-circle = These tables or columns need each other: { $names }. Remove one of the references.
error-data-too-large = The specification asks for { $rows } rows; the limit is { $limit }. Lower the number of rows.
error-data-link = Nothing says which row of “{ $table }” is meant. Name in “via” a column that refers to it.
error-data-copula = The column “{ $column }” cannot be tied here: only numeric columns drawn from a distribution can, once each.
error-data-dependency = { $count ->
    [one] In { $count } row, “{ $to }” does not follow from “{ $from }”.
   *[other] In { $count } rows, “{ $to }” does not follow from “{ $from }”.
} Correct the column, or remove the declared dependency.
error-data-reference = { $count ->
    [one] { $count } reference is to a row that “{ $table }” does not have.
   *[other] { $count } references are to rows that “{ $table }” does not have.
} Correct the column that refers.
error-formula-syntax = The formula cannot be read from “{ $found }” on. Check quotes, parentheses and operators.
error-formula-end = The formula stops too early. Complete it, or close its parentheses.
error-formula-type = This part of the formula is of type { $found }; { $expected } is needed.
error-formula-function = Formulas have no function “{ $function }” with these arguments. Known functions: { $known }.

error-cancelled = Stopped on request.
error-stale = The recipe has changed meanwhile.
error-build-mismatch = The page ({ $page }) and the engine ({ $worker }) are of different versions. Reload the page.
error-engine-trap = The engine stopped on an unforeseen error and was restarted: { $detail }. The recipe is intact.
error-engine-memory = Memory ran out; the engine was restarted. The recipe is intact. Filter earlier or keep fewer columns.
error-engine-internal = The engine answered with an error: { $detail }.
