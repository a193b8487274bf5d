# One sentence for each fault of an exercise that an author wrote: what, what to do. File and line are said beside it.

error-pack-syntax = This is not readable TOML: { $detail }.
error-pack-encoding = This file is not in UTF-8. Save it in that encoding.
error-pack-format = The file says that it is “{ $found }”; “{ $expected }” is needed here.
error-pack-version = The file is of version { $found }; only version { $known } is read here.
error-pack-key-unknown = There is no key “{ $key }” here.{ $candidate-count ->
    [0] {""}
   *[other] {" "}Similar keys: { $candidates }.
}
error-pack-key-missing = The key “{ $key }” is missing.
error-pack-type = { $expected } is needed here, not { $found }.
error-pack-number = “{ $value }” is not a usable number.
error-pack-choice = “{ $value }” is not one of the choices: { $candidates }.
error-pack-value = This value does not fit: { $detail }.
error-pack-file-missing = The file “{ $name }” is missing.
error-pack-file-unknown = An exercise has no file “{ $name }”.{ $candidate-count ->
    [0] {""}
   *[other] {" "}Similar names: { $candidates }.
}
error-pack-file-changed = “{ $name }” is not what the catalogue says. Write the catalogue anew with “creuset pack index”, or put the original file back.
error-pack-path = The path “{ $path }” is not allowed: plain letters, digits, “-”, “_” and “.” only, without leaving the folder.
error-pack-id = “{ $id }” is not an identifier: plain letters, digits and “-”, beginning with a letter.
error-pack-folder = The exercise is called “{ $id }” but its folder “{ $folder }”. Give both the same name.
error-pack-repeated = “{ $name }” already stands above. Choose another name.
error-pack-criterion = The criterion “{ $key }” is not known here.{ $candidate-count ->
    [0] {""}
   *[other] {" "}Similar criteria: { $candidates }.
}
error-pack-name-unknown = The name “{ $name }” means nothing here.{ $candidate-count ->
    [0] {""}
   *[other] {" "}Similar names: { $candidates }.
}
error-pack-mismatch = “{ $found }” does not agree with what stands beside it. Expected: { $expected }.
error-pack-unused = Nothing belongs to “{ $name }”. Complete it or take it out.
error-pack-task = The exercise has no task “{ $id }”.{ $candidate-count ->
    [0] {""}
   *[other] {" "}Tasks: { $candidates }.
}
error-pack-deliverable = The table “{ $table }” is not a deliverable of the exercise.{ $candidate-count ->
    [0] {""}
   *[other] {" "}Deliverables: { $candidates }.
}
error-pack-threshold = The file of thresholds has no value “{ $key }”.{ $candidate-count ->
    [0] {""}
   *[other] {" "}Similar values: { $candidates }.
}
error-pack-total = The points of the criteria add up to { $sum }; they must make { $expected }.
error-pack-points = The criterion “{ $key }” has { $points } points, but its checks make { $sum }. Make both equal.
error-pack-headings = The two languages are not laid out alike: heading no. { $position } is of level { $fr } in French and { $en } in English (0: absent).
error-pack-reference = The exercise has no file “{ $name }”.{ $candidate-count ->
    [0] {""}
   *[other] {" "}Similar files: { $candidates }.
}
error-pack-link = The address “{ $address }” is not followed: an image is a file of the exercise; a link begins with https, http or mailto, or names a file of the exercise.
error-pack-unstated = No score is stated for the answer “{ $name }”. Add it to wrong.toml, or remove the file.
error-pack-undescribed = The dictionary does not describe “{ $name }”. Add it to dictionary.toml, or hide the column.
error-pack-share = The criterion “{ $key }” has { $points } points here; according to the référentiel, the exercise gives it { $expected }. Make both equal.
