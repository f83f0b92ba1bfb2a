package main

import "runtime/debug"

// stamped is the version that make build gives the linker. Nothing else sets it.
var stamped string

// version is the version the program was built from, or "dev".
func version() string {
	if stamped != "" {
		return stamped
	}
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "dev"
	}
	return info.Main.Version
}
