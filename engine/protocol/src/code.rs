//! The closed list of diagnostic codes. Each has a message `error-<id>` in every locale
//! (a test holds the list and the locale files together).

use serde::{Deserialize, Serialize};

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $id:literal,)*) => {
        /// What kind of finding a diagnostic is. The text form is stable: it stands in bundles.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Code {
            $($(#[$doc])* #[serde(rename = $id)] $name,)*
        }

        impl Code {
            /// Every code, in the order of the list.
            pub const ALL: &'static [Code] = &[$(Code::$name,)*];

            /// The stable text form, also the locale key after `error-`.
            pub fn id(self) -> &'static str {
                match self { $(Code::$name => $id,)* }
            }
        }
    };
}

codes! {
    /// Args: detail. The recipe is not JSON or not a recipe.
    RecipeMalformed = "recipe-malformed",
    /// Args: found, known. The recipe comes from a newer version.
    RecipeVersion = "recipe-version",
    /// Args: limit, found. More steps than a recipe may have.
    RecipeTooLong = "recipe-too-long",
    /// Args: id. Two steps carry the same id.
    StepDuplicate = "step-duplicate",
    /// Args: op. The operation is not known to this engine; the step is kept and skipped.
    StepUnknownOperation = "step-unknown-operation",
    /// Args: op, found, known. The step was written for a newer version of the operation.
    StepOperationVersion = "step-operation-version",
    /// Args: port, op. A required input is not connected.
    StepInputMissing = "step-input-missing",
    /// Args: port, op. The operation has no such port.
    StepPortUnknown = "step-port-unknown",
    /// Args: port, op. A required output has no table name.
    StepOutputMissing = "step-output-missing",
    /// Args: table, candidates. No enabled step above makes this table.
    TableUnknown = "table-unknown",
    /// Args: table. Not computed because a step above failed.
    StepBlocked = "step-blocked",
    /// Args: detail. A parameter does not fit the operation's schema.
    ParamInvalid = "param-invalid",
    /// A parameter that must be given is empty.
    ParamRequired = "param-required",
    /// Args: value, low, high. A number out of its range.
    ParamRange = "param-range",
    /// Args: name. Not a legal table name.
    NameInvalid = "name-invalid",
    /// Args: column, candidates. No such column.
    ColumnUnknown = "column-unknown",
    /// Args: source, candidates. The rows of the table do not come from this source, or no longer from any.
    SourceUnknown = "source-unknown",
    /// Args: column. Two result columns would have this name.
    ColumnDuplicate = "column-duplicate",
    /// Args: column, found, expected. The column's type does not suit.
    ColumnType = "column-type",

    /// Args: name. The recipe reads a file that is not attached.
    FileMissing = "file-missing",
    /// Args: name, expected, found. The attached file is not the one the recipe was made with.
    FileChanged = "file-changed",
    /// Args: name. The file has no bytes.
    FileEmpty = "file-empty",
    /// Args: name, bytes, limit. The file cannot fit in memory.
    FileTooLarge = "file-too-large",
    /// Args: name, detail. The host could not read the file.
    FileUnreadable = "file-unreadable",
    /// Args: name, detail. Not a readable Parquet file (truncated, corrupt, encrypted).
    ParquetMalformed = "parquet-malformed",
    /// Args: column, type. A Parquet column of a type that is not supported.
    ParquetType = "parquet-type",
    /// Args: name, detail. Not a readable Arrow IPC file or stream.
    ArrowMalformed = "arrow-malformed",
    /// Args: name, detail. Not a readable archive (truncated, damaged).
    ArchiveMalformed = "archive-malformed",
    /// Args: name. There is no file in the archive.
    ArchiveEmpty = "archive-empty",
    /// Args: name, member, candidates. The archive has no such member.
    ArchiveMember = "archive-member",
    /// Args: name, feature. The member is encrypted, or compressed in a way that is not read.
    ArchiveUnsupported = "archive-unsupported",
    /// Args: name, limit. More bytes come out than memory can hold.
    ArchiveTooLarge = "archive-too-large",
    /// Args: name, limit. More bytes come out of each byte than a real file has.
    ArchiveRatio = "archive-ratio",
    /// Args: path. There are no records at this path of the document.
    JsonPath = "json-path",
    /// Args: detail. The pattern of a log cannot be read.
    LogPattern = "log-pattern",
    /// Args: name, candidates. The pattern of a log names a pattern that does not exist.
    LogPatternName = "log-pattern-name",
    /// Args: path. No element of the document is a record.
    XmlNoRecord = "xml-no-record",
    /// Args: encoding, line. The bytes are not of the encoding that was asked for.
    EncodingMismatch = "encoding-mismatch",
    /// The file looks binary: no table of text can be read from it.
    CsvBinary = "csv-binary",
    /// Args: name. There are bytes, but no line with a record.
    CsvNoRecord = "csv-no-record",
    /// Args: limit, found. More columns than a table may have.
    CsvTooManyColumns = "csv-too-many-columns",
    /// Args: line. A quoted field never ends.
    CsvUnclosedQuote = "csv-unclosed-quote",

    /// Args: expected, found. A record with another number of fields than the header.
    RejectFieldCount = "reject-field-count",
    /// Args: value, type. A cell that is not of its column's type.
    RejectCellType = "reject-cell-type",
    /// Args: limit. A record longer than a record may be.
    RejectRecordLength = "reject-record-length",
    /// A field whose quotes are broken.
    RejectQuote = "reject-quote",
    /// Args: detail. A record that is no JSON.
    RejectJson = "reject-json",
    /// A record that the pattern does not fit.
    RejectPattern = "reject-pattern",
    /// Args: expected. A line that ends before its last column.
    RejectLineLength = "reject-line-length",
    /// Args: detail. A record or document that is no XML.
    RejectXml = "reject-xml",
    /// Args: count. Further rejects that were counted but not kept.
    RejectMore = "reject-more",
    /// Args: value, type. A cell that a cast could not convert.
    RejectCast = "reject-cast",
    /// Args: value, range. A number outside the range of the type.
    RejectRange = "reject-range",
    /// A text that a pattern does not find.
    RejectNoMatch = "reject-no-match",
    /// A text that several formats read as different dates.
    RejectAmbiguous = "reject-ambiguous",

    /// Args: found, expected. The SQL text does not parse.
    SqlSyntax = "sql-syntax",
    /// Args: feature. A construct of SQL that is not supported.
    SqlUnsupported = "sql-unsupported",
    /// A statement other than a single query.
    SqlNotQuery = "sql-not-query",
    /// Args: table, candidates.
    SqlUnknownTable = "sql-unknown-table",
    /// Args: column, candidates.
    SqlUnknownColumn = "sql-unknown-column",
    /// Args: column, tables. A column name that several tables have.
    SqlAmbiguousColumn = "sql-ambiguous-column",
    /// Args: function, candidates.
    SqlUnknownFunction = "sql-unknown-function",
    /// Args: function, found, expected. Wrong number of arguments.
    SqlArgumentCount = "sql-argument-count",
    /// Args: function, position, found, expected. Wrong type of an argument.
    SqlArgumentType = "sql-argument-type",
    /// Args: left, right, operator. Two types that an operator cannot combine.
    SqlTypeMismatch = "sql-type-mismatch",
    /// Args: column. A column that is neither grouped nor aggregated.
    SqlNotGrouped = "sql-not-grouped",
    /// Args: function. An aggregate where none may stand.
    SqlAggregateMisplaced = "sql-aggregate-misplaced",
    /// Args: function. A call with OVER where none may stand.
    SqlWindowMisplaced = "sql-window-misplaced",
    /// Args: left, right. The two sides of a set operation have other numbers of columns.
    SqlSetWidth = "sql-set-width",
    /// Args: name. A table name or alias that stands twice.
    SqlDuplicateAlias = "sql-duplicate-alias",
    /// Args: limit. Nested too deep, or too long.
    SqlTooComplex = "sql-too-complex",
    /// Args: value, type. A constant that is not of the type it is used as.
    SqlBadLiteral = "sql-bad-literal",
    /// An integer result does not fit in 64 bits.
    SqlOverflow = "sql-overflow",
    /// An integer divided by zero with `//` or `%`.
    SqlDivisionByZero = "sql-division-by-zero",
    /// Args: value, type. A value that CAST cannot convert (TRY_CAST gives null instead).
    SqlCastFailed = "sql-cast-failed",
    /// A scalar subquery that gives more than one row.
    SqlScalarRows = "sql-scalar-rows",
    /// LIMIT without ORDER BY: which rows come back is not defined.
    SqlLimitWithoutOrder = "sql-limit-without-order",

    /// Args: assertion, left, right. A join that is not of the asserted cardinality.
    JoinCardinality = "join-cardinality",
    /// Args: rows, limit. A result too large to hold.
    ResultTooLarge = "result-too-large",
    /// Args: block, rows, limit. More rows in one block than are compared with one another.
    BlockTooLarge = "block-too-large",
    /// Args: columns, limit. More new columns than the step may make.
    ResultTooWide = "result-too-wide",
    /// Args: count, keys. Keys that stand on several rows where one was expected.
    KeyRepeated = "key-repeated",
    /// Args: count, checks. A table does not meet expectations that stop the step.
    ExpectationFailed = "expectation-failed",
    /// Args: count, column, type. A cast with `on_error = fail` met cells it cannot convert.
    CastFailed = "cast-failed",

    /// Args: detail. A file of an exercise that is no TOML.
    PackSyntax = "pack-syntax",
    /// A file of an exercise that is no UTF-8.
    PackEncoding = "pack-encoding",
    /// Args: found, expected. A file that says it is of another kind.
    PackFormat = "pack-format",
    /// Args: found, known. A file of another version than is read here.
    PackVersion = "pack-version",
    /// Args: key, candidates. A key that the file may not have.
    PackKeyUnknown = "pack-key-unknown",
    /// Args: key. A key that the file must have.
    PackKeyMissing = "pack-key-missing",
    /// Args: found, expected. A value of another type.
    PackType = "pack-type",
    /// Args: value. A number that is too large, or none.
    PackNumber = "pack-number",
    /// Args: value, candidates. A value that is none of those that may stand there.
    PackChoice = "pack-choice",
    /// Args: detail. A value that does not fit.
    PackValue = "pack-value",
    /// Args: name. A file that must be there.
    PackFileMissing = "pack-file-missing",
    /// Args: name, candidates. A file that a pack may not have.
    PackFileUnknown = "pack-file-unknown",
    /// Args: name. A file that is not the one that the catalogue lists.
    PackFileChanged = "pack-file-changed",
    /// Args: path. The path of a file that leaves the folder, or has other characters than addresses have.
    PackPath = "pack-path",
    /// Args: id. Not a legal id.
    PackId = "pack-id",
    /// Args: id, folder. An exercise whose folder has another name.
    PackFolder = "pack-folder",
    /// Args: name. An id, name or key that stands twice.
    PackRepeated = "pack-repeated",
    /// Args: key, candidates. A criterion that is not one of the référentiel, or of the exercise.
    PackCriterion = "pack-criterion",
    /// Args: name, candidates. A name, in a file that all exercises share, that names nothing there.
    PackNameUnknown = "pack-name-unknown",
    /// Args: found, expected. A value that does not fit the values beside it.
    PackMismatch = "pack-mismatch",
    /// Args: name. Something that nothing belongs to.
    PackUnused = "pack-unused",
    /// Args: id, candidates. A task that the exercise does not have.
    PackTask = "pack-task",
    /// Args: table, candidates. A table that is not handed in.
    PackDeliverable = "pack-deliverable",
    /// Args: key, candidates. A figure that the school's file does not have.
    PackThreshold = "pack-threshold",
    /// Args: sum, expected. Points of an exercise that do not add up.
    PackTotal = "pack-total",
    /// Args: key, points, expected. Points of a criterion that are not those of the référentiel.
    PackShare = "pack-share",
    /// Args: key, points, sum. Points of the checks of a criterion that do not add up.
    PackPoints = "pack-points",
    /// Args: position, fr, en. The heading at which the two languages of a brief part, with its levels.
    PackHeadings = "pack-headings",
    /// Args: name, candidates. A file that a text refers to and that is not in the pack.
    PackReference = "pack-reference",
    /// Args: address. A link or image that may not be followed.
    PackLink = "pack-link",
    /// Args: name. A table or column of the data that the dictionary does not describe.
    PackUndescribed = "pack-undescribed",
    /// Args: name. A wrong answer of which no score is stated.
    PackUnstated = "pack-unstated",

    /// Args: kind, known. There is no such kind of column or dirt.
    DataKind = "data-kind",
    /// Args: table, known. The specification has no such table.
    DataTable = "data-table",
    /// Args: name. A table, column or file without a name, or with that of another.
    DataRepeated = "data-repeated",
    /// Args: names. Tables or columns that need each other to be filled.
    DataCircle = "data-circle",
    /// Args: rows, limit. More rows than can be generated.
    DataTooLarge = "data-too-large",
    /// Args: table. Nothing says which row of the other table is meant.
    DataLink = "data-link",
    /// Args: column. A column that a copula cannot tie, or that two of them tie.
    DataCopula = "data-copula",
    /// Args: count, from, to. Rows in which a declared functional dependency does not hold.
    DataDependency = "data-dependency",
    /// Args: count, table. References to rows that are not in the other table.
    DataReference = "data-reference",
    /// Args: found. A formula that cannot be read.
    FormulaSyntax = "formula-syntax",
    /// A formula that stops before it is complete.
    FormulaEnd = "formula-end",
    /// Args: found, expected. A part of a formula that is of another type.
    FormulaType = "formula-type",
    /// Args: function, known. A function that formulas do not have, or not with so many arguments.
    FormulaFunction = "formula-function",

    /// Args: id, check, candidates. A check of a kind that the engine does not know.
    CheckUnknown = "check-unknown",
    /// Args: id, check, detail. Parameters that do not fit the kind of check.
    CheckParams = "check-params",
    /// Args: name. An exercise's data that were not made yet.
    InstanceMissing = "instance-missing",
    /// Args: detail. A data specification that cannot be read.
    InstanceSpec = "instance-spec",
    /// Args: table. A deliverable that no step makes.
    ScoreTableMissing = "score-table-missing",
    /// Args: table, column. A deliverable without a column of the contract.
    ScoreColumnMissing = "score-column-missing",
    /// Args: sources. Findings that point at sources that are no file of the exercise.
    ScoreSourcesUnknown = "score-sources-unknown",
    /// Args: columns. Findings that point at columns that no file has.
    ScoreColumnsUnknown = "score-columns-unknown",
    /// Args: count. Findings without a source, a record or a kind.
    ScoreRowsIncomplete = "score-rows-incomplete",
    /// Args: kinds. Findings of kinds that nobody asked for.
    ScoreKindsIgnored = "score-kinds-ignored",
    /// Args: kind. No anomaly of this kind was found.
    ScoreKindNotFound = "score-kind-not-found",
    /// Args: kind. Some anomalies of this kind were missed.
    ScoreKindMissed = "score-kind-missed",
    /// Args: kind. Some findings of this kind are none.
    ScoreKindWrong = "score-kind-wrong",
    /// Args: operations. A test of missingness whose figures no operation computed.
    ScoreTestNotComputed = "score-test-not-computed",
    /// Args: column. No mechanism is declared for the missing values of a column.
    ScoreMechanismUndeclared = "score-mechanism-undeclared",
    /// Args: column. Two mechanisms are declared for one column.
    ScoreMechanismContradiction = "score-mechanism-contradiction",
    /// Args: column. The declared mechanism is not the right one.
    ScoreMechanismWrong = "score-mechanism-wrong",
    /// Args: column. The test does not support the declared mechanism.
    ScoreMechanismUnsupported = "score-mechanism-unsupported",

    /// Args: detail. A document that does not read as a form.
    FormMalformed = "form-malformed",
    /// Args: version, known. A form of a later version.
    FormVersion = "form-version",
    /// Args: rows, limit. More rows than a form may have.
    FormTooLong = "form-too-long",
    /// A cell that must be filled in is empty.
    FormCellEmpty = "form-cell-empty",
    /// A cell that has no meaning in this row is filled in.
    FormCellUnused = "form-cell-unused",
    /// A cell that the engine computes: what was pasted there is left out.
    FormCellComputed = "form-cell-computed",
    /// Args: text. What should be a number is none.
    FormNumber = "form-number",
    /// Args: text. What should be a day of the calendar is none.
    FormDate = "form-date",
    /// Args: text. What is not among the choices.
    FormChoice = "form-choice",
    /// Args: count, limit. A text that is too long.
    FormTextLong = "form-text-long",
    /// A cell says that something is not known, but not why.
    FormUnknownReason = "form-unknown-reason",
    /// A cell says that something is not known that must be.
    FormUnknownRefused = "form-unknown-refused",
    /// Args: name. A link that leads nowhere.
    FormLinkLost = "form-link-lost",
    /// Args: count, limit. More links than a cell may have.
    FormLinksMany = "form-links-many",
    /// Args: row. A row that is about the same as one above.
    FormRowRepeated = "form-row-repeated",
    /// Args: count. Cells that were pasted beyond the last column.
    FormPasteWide = "form-paste-wide",
    /// A row is about something that the engine has not found.
    FormCountZero = "form-count-zero",
    /// Args: count, kind, place. What the engine has found stands in no row.
    FormCountUncovered = "form-count-uncovered",
    /// Args: operation. A link to a step that does something else.
    FormStepOther = "form-step-other",
    /// Args: column. A link to a test of other columns.
    FormTestOther = "form-test-other",
    /// Args: expected. A mechanism that is not the one that was tested.
    FormMechanismDiffers = "form-mechanism-differs",
    /// Args: expected. An action that the linked business rule does not allow.
    FormActionRefused = "form-action-refused",

    /// The person stopped it.
    Cancelled = "cancelled",
    /// The page has moved on: the answer would be about an older recipe.
    Stale = "stale",
    /// Args: page, worker. The page and the engine are of different builds.
    BuildMismatch = "build-mismatch",
    /// Args: detail. The engine stopped on an error that it should have named; it was restarted.
    EngineTrap = "engine-trap",
    /// The engine ran out of memory; it was restarted.
    EngineMemory = "engine-memory",
    /// Args: detail. An engine error without a code of its own.
    EngineInternal = "engine-internal",
}
