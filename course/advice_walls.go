package course

import (
	"slices"
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

// beyond says what a command needs that it does not have behind the walls; empty
// where it is not sure to need any of it.
func (r *shellReader) beyond(n *syntax.CallExpr) string {
	words := literals(n.Args)
	for len(words) > 1 && slices.Contains([]string{"command", "exec", "env", "time", "nohup"}, words[0]) && !strings.HasPrefix(words[1], "-") {
		words = words[1:]
	}
	if len(words) == 0 || r.own[words[0]] || len(n.Assigns) > 0 {
		return ""
	}
	name, args := words[0], words[1:]
	switch name {
	case "sudo", "doas":
		if len(args) > 0 && !slices.Contains([]string{"-h", "--help", "-V", "--version"}, args[0]) {
			return name + " asks for rights that no command of a course has"
		}
		return ""
	case "":
		return ""
	}
	if slices.Contains(args, "") || slices.ContainsFunc(args, hasPlaceHere) || !needsNetwork(name, args) {
		return ""
	}
	return name + " needs the network here, and no command of a course has it"
}

// hasPlaceHere reports an argument that says the network is not needed.
func hasPlaceHere(arg string) bool {
	for _, here := range []string{"localhost", "127.0.0.1", "[::1]", "file://", "offline", "--no-index", "--help", "--version", "--dry-run"} {
		if strings.Contains(arg, here) {
			return true
		}
	}
	return false
}

// needsNetwork reports a command that cannot do its work without other machines.
func needsNetwork(name string, args []string) bool {
	var named []string // what is no flag
	for _, a := range args {
		if !strings.HasPrefix(a, "-") {
			named = append(named, a)
		}
	}
	verb, rest := "", []string(nil)
	if len(named) > 0 {
		verb, rest = named[0], named[1:]
	}
	switch name {
	case "curl", "wget":
		return slices.ContainsFunc(named, isRemote)
	case "git":
		return slices.Contains([]string{"clone", "fetch", "pull", "push", "ls-remote"}, verb) && slices.ContainsFunc(rest, isRemote)
	case "python", "python3":
		return len(args) > 2 && args[0] == "-m" && args[1] == "pip" && needsNetwork("pip", args[2:])
	case "cargo":
		return verb == "install" && !slices.Contains(args, "--path")
	case "go":
		return verb == "install" && slices.ContainsFunc(rest, func(a string) bool { return strings.Contains(a, "@") }) ||
			verb == "get" && slices.ContainsFunc(rest, func(a string) bool { return strings.Contains(a, ".") && !isPath(a) })
	}
	return installs(name, verb, rest)
}

// installs reports a program that brings others from elsewhere, and does here.
func installs(name, verb string, what []string) bool {
	switch name {
	case "pip", "pip3", "pipx":
		return verb == "install" && slices.ContainsFunc(what, isPackage)
	case "npm", "yarn", "pnpm":
		return slices.Contains([]string{"install", "i", "add", "ci"}, verb) && !slices.ContainsFunc(what, isPath)
	case "apt", "apt-get", "dnf", "yum", "brew", "apk":
		return slices.Contains([]string{"install", "update", "upgrade", "add"}, verb)
	case "gem":
		return verb == "install" && !slices.ContainsFunc(what, isPath)
	case "docker", "podman":
		return verb == "pull" || verb == "push"
	}
	return false
}

// isRemote reports an address of another machine.
func isRemote(arg string) bool {
	for _, scheme := range []string{"http://", "https://", "ftp://", "ssh://", "git://", "git@"} {
		if strings.HasPrefix(arg, scheme) {
			return true
		}
	}
	return false
}

func isPath(arg string) bool { return strings.HasPrefix(arg, ".") || strings.HasPrefix(arg, "/") }

// isPackage reports the name of something that is downloaded, and no file.
func isPackage(arg string) bool {
	return !isPath(arg) && !strings.HasSuffix(arg, ".whl") && !strings.HasSuffix(arg, ".tar.gz") && !strings.HasSuffix(arg, ".txt") && !strings.HasSuffix(arg, ".zip")
}
