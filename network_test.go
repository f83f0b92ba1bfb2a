package cairn_test

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// networkPackages are those of the standard library that can reach a network.
func networkPackages() []string {
	return []string{"net", "net/http", "net/rpc", "net/smtp", "crypto/tls", "log/syslog"}
}

// TestNoPackageReachesTheNetwork looks at everything that is linked into the
// program, on every system. Of the packages that can reach a network only net
// is, because pflag has flags for addresses and x/sys names addresses of Windows:
// nothing of cairn uses those. The one place that dials is exercise/check, which
// asks addresses of this machine for tasks that say so; its own tests hold it to
// loopback. What
// leaves cairn is an address that the learner opens with a key: their own
// program is started with it (cmd/cairn/opener.go).
func TestNoPackageReachesTheNetwork(t *testing.T) {
	allowed := map[string][]string{"net": {"github.com/spf13/pflag", "golang.org/x/sys/windows", module + "/exercise/check"}}
	for _, system := range []string{"linux", "darwin", "windows"} {
		cmd := exec.Command("go", "list", "-deps", "-json=ImportPath,Imports,Standard", "./cmd/cairn")
		cmd.Env = append(cmd.Environ(), "GOOS="+system, "CGO_ENABLED=0")
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("go list for %s: %v", system, err)
		}
		seen := 0
		for d := json.NewDecoder(strings.NewReader(string(out))); ; {
			var p struct {
				ImportPath string
				Imports    []string
				Standard   bool
			}
			if err := d.Decode(&p); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatal(err)
			}
			seen++
			if p.Standard {
				continue
			}
			for _, dep := range p.Imports {
				if slices.Contains(networkPackages(), dep) && !slices.Contains(allowed[dep], p.ImportPath) {
					t.Errorf("%s: %s imports %s", system, p.ImportPath, dep)
				}
			}
		}
		if seen < 100 {
			t.Errorf("%s: only %d packages were looked at", system, seen)
		}
	}
}
