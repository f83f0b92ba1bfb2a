package wall

import (
	"errors"
	"os"
	"os/exec"
	"slices"
	"strings"
	"syscall"

	"golang.org/x/sys/windows"
)

// systemEnv is what of the system a command finds in its environment: without
// these no program of Windows starts.
func systemEnv() []string {
	return slices.DeleteFunc(os.Environ(), func(e string) bool {
		name, _, _ := strings.Cut(strings.ToUpper(e), "=")
		return !slices.Contains([]string{"PATH", "PATHEXT", "SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "NUMBER_OF_PROCESSORS", "PROCESSOR_ARCHITECTURE", "OS"}, name)
	})
}

// guardEnv is the guard's environment.
func guardEnv() []string { return systemEnv() }

// apart starts the guard without a console.
func apart(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{CreationFlags: windows.CREATE_NO_WINDOW | windows.CREATE_NEW_PROCESS_GROUP}
}

// endGroup does nothing: what a guard left ended with its job.
func endGroup(int) {}

// enter is not called here: the guard starts the command itself.
func enter(_ string, err *os.File) int { return complain(err, errors.ErrUnsupported) }
