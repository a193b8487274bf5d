form-yes = yes
form-no = no
form-unknown = Unknown: { $reason }
form-row = Row
form-row-number = Row { $row }
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
