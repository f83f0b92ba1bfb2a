package course

// The codes of findings about the files of a course and how they fit together.
// Codes are stable: scripts and editors know them.
const (
	codeBOM           = "byte-order-mark"   // the file begins with a byte order mark
	codeCRLF          = "crlf"              // lines end as on Windows
	codeNotUTF8       = "not-utf8"          // bytes that are not UTF-8
	codeControl       = "control-character" // a character that a terminal would act on
	codeBidi          = "bidi-character"    // a character that turns the direction of text around
	codeRightToLeft   = "right-to-left"     // a language that terminals show in another order than it is read
	codeInvisible     = "hidden-character"  // a character that cannot be seen
	codeFileTooLarge  = "file-too-large"    // a file that is passed over for its size
	codeTooManyFiles  = "too-many-files"    // more files, or folders within folders, than are read
	codeSymlink       = "symlink"           // a symbolic link, which is not followed
	codeNotRegular    = "not-a-file"        // a pipe, socket or device
	codeUnreadable    = "unreadable"        // a file that cannot be opened
	codeFileName      = "file-name"         // a file name that other systems cannot hold
	codeTooMany       = "too-many-findings" // the rest of a file's or a course's findings are left out
	codeArchive       = "archive-refused"   // an archive that is not taken
	codeHardLink      = "hard-link"         // a file that is found under another name too
	codeCourseMissing = "no-lessons"        // a folder without a lesson

	codeFormat      = "unknown-format"    // a version of the format that is not known
	codeFrontMatter = "front-matter"      // front matter that does not end or is not YAML
	codeForeignKey  = "foreign-key"       // front matter keys of other programs
	codeValue       = "bad-value"         // a value outside what the key can hold
	codeKind        = "unknown-file-kind" // a kind of file that does not exist
	codeStart       = "bad-start"         // start or placement does not name a fitting file
	codeOnboarding  = "onboarding"        // something an onboarding file cannot use
	codeOption      = "undeclared-option" // an option of an Ask that course.yaml does not declare

	codeBadID       = "bad-id"          // an id that cannot be used
	codeLongTitle   = "long-title"      // a title that no page has room for
	codeBlankTitle  = "blank-title"     // a title that says nothing
	codeRepeatedID  = "repeated-id"     // an id given twice
	codeDerivedID   = "derived-id"      // an id made from a file name or a heading
	codeDeadLink    = "dead-link"       // a link to a file that is not there
	codeDeadImage   = "dead-image"      // an image that is not there
	codeLesson      = "unknown-lesson"  // a lesson that does not exist
	codeSkill       = "unknown-skill"   // a skill that is not declared
	codeMixup       = "unknown-mixup"   // a mix-up that is not declared
	codeNeeds       = "unknown-needs"   // needs that name neither a skill nor a lesson
	codeAsk         = "unknown-ask"     // an Ask that does not exist
	codeWay         = "undeclared-way"  // a way that course.yaml does not declare
	codePath        = "bad-path"        // an entry of the path that cannot be used
	codeTwiceOnPath = "twice-on-path"   // a lesson that stands on the path twice
	codeSummary     = "summary"         // SUMMARY.md names nothing that can be read
	codeNext        = "bad-next"        // an entry of next that cannot be used
	codeCycle       = "needs-cycle"     // needs that lead back to themselves
	codeUntaught    = "skill-untaught"  // a skill that no lesson teaches
	codeUnchecked   = "skill-unchecked" // a skill that no question or task checks
	codeUnreached   = "unreached"       // a lesson that no road reaches
	codeDetourLoop  = "detour-loop"     // a detour that leads back to itself
	codeNotCaptured = "not-captured"    // a {{name}} that no task before has captured
	codeEndless     = "endless-road"    // a road that cannot end
)
