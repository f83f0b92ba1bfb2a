package schema

// Expects says in a few words when an expectation of a check holds; empty for a
// name that there is not.
func Expects(name string) string {
	switch name {
	case "exit":
		return "the command ends with this status; 0 without it"
	case "contains":
		return "the text, file or folder is there"
	case "not":
		return "the text, file or folder is not there"
	case "matches":
		return "the regular expression does, over the whole text"
	case "equals":
		return "the text is this, spaces and line ends around it aside"
	case "lines":
		return `so many lines are there: 3, "1..", "3..5"`
	case "stderr-contains":
		return "the text is in what the command writes as errors"
	case "stderr-not":
		return "the text is not in what the command writes as errors"
	case "stderr-matches":
		return "the regular expression does, over what the command writes as errors"
	case "json":
		return `at the path stands the value: "items.0.name = flour"`
	case "exists":
		return "true without it; false: it is not there"
	case "mode":
		return `the permissions are these: "644", or u+x`
	case "entries":
		return "so many files and folders are in the folder"
	case "status":
		return "the answer has this status; 200 to 299 without it"
	}
	return expectsOfGit(name)
}

func expectsOfGit(name string) string {
	switch name {
	case "branch":
		return "the branch one is on has this name"
	case "clean":
		return "true: nothing is changed, staged or untracked"
	case "commits":
		return "so many commits lead to where one is"
	case "merges":
		return "so many merge commits lead to where one is"
	case "message":
		return "the last message contains the text, or matches it between slashes: /^Fix/"
	case "log":
		return "any message contains the text, or matches it between slashes: /^Fix/"
	case "tracked":
		return "the path is tracked"
	case "committed":
		return "the file is in the newest commit as it is in the folder"
	case "untracked":
		return "the path is there and not tracked"
	case "staged":
		return "the path is staged"
	case "changed":
		return "the path is changed and not staged"
	case "ignored":
		return "the path is ignored"
	case "has-branch":
		return "there is a branch of this name"
	case "no-branch":
		return "there is no branch of this name"
	case "merged":
		return "all of this branch is in where one is"
	case "conflicts":
		return "so many files are in conflict"
	case "tag":
		return "there is a tag of this name"
	case "remote":
		return "there is a remote of this name"
	case "stashes":
		return "so many stashes are kept"
	}
	return ""
}
