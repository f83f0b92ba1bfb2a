package progress

import (
	"path/filepath"
	"runtime"
)

// DefaultDir returns the folder for progress on this platform, below the
// folder in which users' data belong: $XDG_DATA_HOME when it is set, else
// ~/.local/share, ~/Library/Application Support on macOS and %LOCALAPPDATA% on
// Windows. It is empty when the environment names no such place.
//
// It asks getenv for everything and nothing else, so that a caller decides what
// the environment is.
func DefaultDir(getenv func(string) string) string { return defaultDir(runtime.GOOS, getenv) }

func defaultDir(system string, getenv func(string) string) string {
	if data := getenv("XDG_DATA_HOME"); filepath.IsAbs(data) { // a relative one is to be ignored
		return filepath.Join(data, "cairn")
	}
	var data string
	switch system {
	case "windows":
		if data = getenv("LOCALAPPDATA"); data == "" {
			data = below(getenv("USERPROFILE"), "AppData", "Local")
		}
	case "darwin":
		data = below(getenv("HOME"), "Library", "Application Support")
	default:
		data = below(getenv("HOME"), ".local", "share")
	}
	if !filepath.IsAbs(data) {
		return ""
	}
	return filepath.Join(data, "cairn")
}

// below returns a path below home, and nothing when there is no home.
func below(home string, names ...string) string {
	if home == "" {
		return ""
	}
	return filepath.Join(append([]string{home}, names...)...)
}
