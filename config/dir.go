package config

import (
	"path/filepath"
	"runtime"
)

// DefaultFile returns where the settings are kept: $CAIRN_CONFIG when it is
// set, else config.yaml in the folder cairn below the one in which users'
// settings belong: $XDG_CONFIG_HOME when that is set, else ~/.config,
// ~/Library/Application Support on macOS and %APPDATA% on Windows. It is empty
// when the environment names no such place.
//
// It asks getenv for everything and nothing else, so that a caller decides what
// the environment is.
func DefaultFile(getenv func(string) string) string { return defaultFile(runtime.GOOS, getenv) }

func defaultFile(system string, getenv func(string) string) string {
	if file := getenv("CAIRN_CONFIG"); file != "" {
		return file
	}
	dir := getenv("XDG_CONFIG_HOME")
	if !filepath.IsAbs(dir) { // a relative one is to be ignored
		switch system {
		case "windows":
			if dir = getenv("APPDATA"); dir == "" {
				dir = below(getenv("USERPROFILE"), "AppData", "Roaming")
			}
		case "darwin":
			dir = below(getenv("HOME"), "Library", "Application Support")
		default:
			dir = below(getenv("HOME"), ".config")
		}
	}
	if !filepath.IsAbs(dir) {
		return ""
	}
	return filepath.Join(dir, "cairn", "config.yaml")
}

// below returns a path below home, and nothing when there is no home.
func below(home string, names ...string) string {
	if home == "" {
		return ""
	}
	return filepath.Join(append([]string{home}, names...)...)
}

// themesFolder is the folder of theme files that goes with a file of settings.
func themesFolder(file string) string {
	if file == "" {
		return ""
	}
	return filepath.Join(filepath.Dir(file), "themes")
}
