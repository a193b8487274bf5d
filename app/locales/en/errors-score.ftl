# Checks and scores.

error-check-unknown = The check “{ $id }” is of an unknown kind, “{ $check }”. Known kinds: { $candidates }.
error-check-params = The parameters of the check “{ $id }” ({ $check }) do not fit: { $detail }.
error-instance-missing = The data of “{ $name }” are not made yet. Open the exercise again.
error-instance-spec = The description of the data cannot be read: { $detail }.
error-score-table-missing = The deliverable “{ $table }” is missing: no step makes this table.
error-score-column-missing = The deliverable “{ $table }” lacks the column “{ $column }” that the contract asks for.
error-score-sources-unknown = Findings point at sources that are no files of the exercise: { $sources }. Keep the name of the imported table.
error-score-columns-unknown = Findings point at columns that no file has: { $columns }. Give the names of the file.
error-score-rows-incomplete = { $count ->
    [one] One finding is incomplete
   *[other] { $count } findings are incomplete
}: a source, a record and a kind are needed.
error-score-kinds-ignored = Kinds that nobody asked for, without effect on the score: { $kinds }.
error-score-kind-not-found = “{ $kind }”: no anomaly of this kind is found.
error-score-kind-missed = “{ $kind }”: some of the anomalies still escape the rule.
error-score-kind-wrong = “{ $kind }”: some of the findings point at sound values. Make the rule narrower.
error-score-test-not-computed = Tests of missingness must be computed by { $operations }; typed figures do not count.
error-score-mechanism-undeclared = “{ $column }”: no mechanism of missingness is declared.
error-score-mechanism-contradiction = “{ $column }”: two mechanisms of missingness contradict each other.
error-score-mechanism-wrong = “{ $column }”: the declared mechanism is not the right one.
error-score-mechanism-unsupported = “{ $column }”: the test that is shown does not support the declared mechanism.
