package main

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"runtime"
	"time"

	"github.com/cairn-learn/cairn/course/textsafe"
)

// opener returns what opens an address of the web in the learner's own program
// for it; nil where there is none to be seen: over SSH, and on a system without
// a desktop.
func (e environment) opener() func(address string) error {
	if e.getenv("SSH_CONNECTION") != "" || e.getenv("SSH_TTY") != "" {
		return nil
	}
	switch runtime.GOOS {
	case "windows":
		return openWith("rundll32", "url.dll,FileProtocolHandler")
	case "darwin":
		return openWith("open")
	}
	if e.getenv("DISPLAY") == "" && e.getenv("WAYLAND_DISPLAY") == "" {
		return nil
	}
	return openWith("xdg-open")
}

// openWith opens addresses by a command, without a shell. Only http, https and
// mailto are let through. A command that is still running after a while has
// what it needs.
func openWith(name string, args ...string) func(address string) error {
	return func(address string) error {
		if !textsafe.Linkable(address) {
			return errors.New("it is no address of the web")
		}
		path, err := exec.LookPath(name)
		if err != nil {
			return fmt.Errorf("there is no %s", name)
		}
		cmd := exec.Command(path, append(args, address)...)
		if err := cmd.Start(); err != nil {
			return fmt.Errorf("%s does not start", name)
		}
		return waited(cmd, name)
	}
}

// waited is what became of a command within a few seconds.
func waited(cmd *exec.Cmd, name string) error {
	const patience = 3 * time.Second
	ctx, stop := context.WithTimeout(context.Background(), patience)
	ended := make(chan error, 1)
	go func() {
		ended <- cmd.Wait()
		stop()
	}()
	<-ctx.Done()
	select {
	case err := <-ended:
		if err != nil {
			return fmt.Errorf("%s could not do it", name)
		}
	default:
	}
	return nil
}
