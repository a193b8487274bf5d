# The frame: header, banners, home, settings, accessibility statement.

title = { $page } — Creuset
skip-to-content = Skip to content
brand-home = Creuset, home
cancel = Cancel
rename = Rename
duplicate = Duplicate
delete = Delete

page-home = Home
page-settings = Settings
page-help = Help
page-accessibility = Accessibility

cell-true = true
cell-false = false
type-boolean = true or false
type-integer = integer
type-number = number
type-decimal = exact decimal
type-text = text
type-date = date
type-datetime = date and time
type-time = time
type-duration = duration
type-list = list
type-other = other
type-order = order ('ASC' or 'DESC', 'NULLS FIRST' or 'NULLS LAST')
type-null = missing value
type-numeric = integer or number
type-temporal = date, with or without time
type-position = position of a column of the result
type-datepart = part of a date (year, month, day…)
type-escape = escape character (a single one)
type-regexp = regular expression
type-format = date format
unit-byte = { $figure } { $bytes ->
    [one] byte
   *[other] bytes
}
unit-kilobyte = { $figure } kB
unit-megabyte = { $figure } MB
unit-gigabyte = { $figure } GB

# Open work
work-title = Title of the work
work-untitled = Untitled
undo = Undo { $edit }
undo-nothing = Undo
redo-nothing = Redo
redo = Redo { $edit }
palette = Commands
palette-title = Commands and operations (Ctrl+K)
saved-at = Saved at { $time }
saving = Saving…
save-read-only = Read-only
save-export = Export the recipe
save-failed = Not saved

edit-insert = adding a step
edit-replace = changing a step
edit-remove = deleting a step
edit-move = moving a step
edit-enable = switching a step on
edit-disable = switching a step off
edit-note = changing a comment
edit-title = changing the title
edit-forget = forgetting a file
edit-import = opening a recipe

# Said once, aloud
said-undone = Undone: { $edit }.
said-redone = Redone: { $edit }.
said-read-only = This work is open in another tab: read-only here.
said-took-over = The other tab is closed: changes can be made here.
said-step-moved = The step is now no. { $number } of { $count }.
said-cancelled = Computation stopped.
said-engine-restarted = The engine stopped and was restarted. The recipe is intact.
said-file-attached = File “{ $name }” attached.
said-file-forgotten = File “{ $name }” forgotten. Undo brings it back.
said-file-changed = The file “{ $name }” does not have the content it had at first.

# Engine and banners
engine-starting = Engine: starting…
engine-restarting = Engine: restarting…
engine-failed = The engine has stopped.
engine-try-again = Try again
stopped = The computation stopped.
stopped-at = The computation stopped at step { $number }.
stopped-resume = Resume the computation
banner-read-only = This work is open in another tab. It can be read here, and changed as soon as the other tab is closed.
at-step = Step { $number }: { $sentence }
storage-full = The browser’s storage is full. Export the recipe, then delete old works from the home page.
storage-unavailable = The browser stores nothing for this page (private window or site data blocked). Export the recipe before closing.
files-unkept-unsupported = This browser cannot keep a copy of the file: it must be attached again after a reload.
files-unkept-quota = There is no room to keep a copy of the file: it must be attached again after a reload.
files-unkept-failed = The copy of the file could not be written: it must be attached again after a reload.

panic-title = The page has stopped
panic-text = An unforeseen error stopped the page. The work is saved at each change: reloading the page brings it back as it was.
panic-reload = Reload the page

unopened-title = This work cannot be opened
unopened-malformed = The stored document is damaged.
unopened-newer = The document was stored by a newer version of Creuset. Reload the page to get it.
unopened-kept = Nothing is erased: the document “{ $work }” stays stored as it is on this device.
unopened-export = Download the document

not-found = Page not found
not-found-text = This address leads to no page. It may have been cut while copying.

# Home
home-heading = Data workshop
home-lead = Open a real file, clean it step by step, query it in SQL, export the result. Everything happens in this browser.
begin-heading = Begin
begin-drop = Drop a data file here (CSV, JSON, Parquet…), or an exported recipe
begin-open = Open a file
begin-new = New sandbox
begin-file = File to open
begin-hint = The file stays on this device. A file of a million rows is fine.
works-heading = Resume
work-about = { $steps ->
    [0] No step
    [one] { $steps } step
   *[other] { $steps } steps
} · changed on { $date } at { $time }
work-rename = Rename “{ $title }”
work-duplicate = Duplicate “{ $title }”
work-delete = Delete “{ $title }”
work-copy-title = { $title } (copy)
work-duplicated = Copy made: { $title }.
work-deleted = Work deleted: { $title }.
rename-heading = Rename the work
delete-heading = Delete this work?
delete-text = “{ $title }” will be erased from this device for good: { $steps ->
    [0] no step
    [one] { $steps } step
   *[other] { $steps } steps
}, { $files ->
    [0] no file
    [one] { $files } kept file
   *[other] { $files } kept files
}. The original files are not touched.
delete-export = Export the recipe first
delete-confirm = Delete the work

guide-heading = First steps
guide-hide = Hide
guide-show = Show
guide-1 = Open a file
guide-1-text = Drop a CSV or Parquet file. Separator, encoding and types are proposed and can be changed; rows that cannot be read are set aside with the reason.
guide-2 = Chain steps
guide-2-text = Filter, convert, deduplicate, join, aggregate, or write SQL. Each step can be changed later, even in the middle: only what follows is computed again.
guide-3 = Export
guide-3-text = Save the table as CSV or Parquet, and the recipe to replay it elsewhere.
guide-more = Read the help

home-about = About Creuset
home-about-engine = Polars, compiled for the browser, does the computing in a thread of its own: the page stays usable meanwhile, and a computation stops in less than a second.
home-about-recipe = The work is a recipe: a list of steps, saved at each change. A result is never stored as truth; it is what the recipe gives when it is replayed, here or on a command line.
home-about-private = Nothing is sent to a server: there is none. Works are kept in this browser and can be erased from the settings.

foot-local = Everything stays on this device.

# Settings
settings-lead = Each setting applies at once and stays on this device.
settings-language = Language
settings-theme = Theme
settings-theme-system = System
settings-theme-light = Light
settings-theme-dark = Dark
settings-theme-high-contrast = High contrast
settings-text-size = Text size
settings-text-size-small = Small
settings-text-size-normal = Normal
settings-text-size-large = Large
settings-text-size-larger = Larger
settings-font = Typeface
settings-font-system = The system’s own
settings-font-hyperlegible = Atkinson Hyperlegible (letters hard to confuse)
settings-keyboard = Keyboard
settings-single-keys = Single-key shortcuts
settings-single-keys-hint = Best switched off with voice control or where keys are hit by accident. Shortcuts with Ctrl or Alt stay on.
settings-motion = Animations follow the system’s “reduce motion” setting.
storage-heading = Data on this device
storage-text = Recipes are saved at each change in this browser. Imported files are kept there where room allows. Erasing the browser’s site data erases them too.
storage-works = { $count ->
    [0] No work stored.
    [one] { $count } work stored.
   *[other] { $count } works stored.
}
storage-usage = Room used by this page: { $used } of { $allowed }.
storage-erase = Erase everything…
storage-erase-title = Erase all works?
storage-erase-text = These works, the copies of their files and the templates of steps will be erased from this device for good. Settings go back to what they were at first.
storage-export = Export all works first
storage-erase-confirm = Erase everything
storage-erased = All works are erased.

# Without a network, and newer versions
offline-heading = Without a network
offline-making = The page is being kept on this device, so that it opens without a network.
offline-whole = Ready offline: the page and its engine are kept on this device and open without a network.
offline-lacks-plain-http = Not offline: the address begins with http, where browsers keep neither the page nor copies of imported files. Recipes are still saved; export the work before closing, or ask for an https address.
offline-lacks-browser = Not offline: this browser does not keep the page (private window, site data blocked, or an older version). Everything else works while it is open.
offline-lacks-refused = Not offline: some files that came are not those of this version, and none of them is kept. Reloading the page later tries again.
offline-lacks-workshop = Not offline: this page is served from a developer’s machine.
offline-hint = A newer version is never put in place without being asked for, unless all tabs of Creuset were closed in between.
offline-now = Offline: everything goes on working here.
offline-now-unkept = Offline: the open page goes on working, but it is not kept on this device. Do not close or reload it before the network is back.
offline-read = Understood
newer-waiting = A newer version of Creuset is ready. The work is saved; apply an open step form first, because the page will be reloaded.
newer-asked = Going over to the newer version…
newer-other-tabs = Creuset is still open in { $count ->
    [one] another tab
   *[other] { $count } other tabs
}. Close them and try again; their work is saved.
newer-unsaved = The open work could not be saved. Export the recipe before going over to the newer version.
newer-in-force = Another tab has gone over to the newer version. Reload this page to have it here too; the work is saved.
newer-take = Go over to the newer version
newer-later = Later
newer-refused = The latest newer version was refused: its files are not the announced ones. The one before stays in place.
foot-offline = Ready offline.

# Accessibility statement
a11y-lead = Creuset aims at level AA of WCAG 2.2 and at the French RGAA 4.1 on all of its pages.
a11y-state = State of conformance
a11y-state-text = There has been no third-party audit yet: Creuset therefore declares neither full nor partial conformance. What follows describes what the team designed and checked.
a11y-holds = What is provided
a11y-holds-keyboard = Everything can be done from the keyboard: every drag has its buttons, the tab order follows the reading order, the focus is always visible.
a11y-holds-reader = Landmarks, skip links, one first-level heading a page, page title and focus updated at each change of page, messages said once.
a11y-holds-contrast = Three themes: light, dark and high contrast; no state is given by colour alone.
a11y-holds-reflow = Pages read at 320 pixels wide and at 400 % zoom without scrolling sideways, but in data tables.
a11y-holds-motion = No animation longer than 150 ms; none where the system asks for it.
a11y-holds-keys = Single-key shortcuts can be switched off in the settings.
a11y-holds-state = Text size, a legible typeface and the theme can be chosen in the page.
a11y-lacks = What is missing or still to be checked
a11y-lacks-audit = Use with NVDA, JAWS and VoiceOver has not yet been tested by people who rely on them every day.
a11y-lacks-grid = The data grid shows only part of the rows at a time; walking it cell by cell may be slow with some screen readers.
a11y-lacks-editor = In the SQL editor the Tab key indents; Esc then Tab leaves it.
a11y-tests = Checks
a11y-tests-text = For each version, automatic journeys use nothing but accessible roles and names, axe-core examines the pages in the three themes, and what it cannot see is measured: order and visibility of the focus, size of targets, spacing of text, headings, contrasts. The list of RGAA criteria that were checked by hand on 25 November 2026 comes with the source code.
a11y-report = Report a difficulty
a11y-report-text = A difficulty of access can be reported to the person or school that provided this page. In France, the Défenseur des droits can be turned to if there is no answer.
