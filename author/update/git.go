package update

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os/exec"
	"slices"
	"strings"

	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/internal/archive"
)

// Bounds of a version that git gives: as much as a folder may hold, pictures and all.
func gitLimits() archive.Limits {
	const most = 256 << 20
	return archive.Limits{Size: most, Total: most, File: most, Files: 60_000, Ratio: 100, Depth: 30}
}

// AtRevision is the folder as it was in a revision of the git repository that it is
// in, held in memory: nothing of the folder or the repository is changed, and
// nothing is fetched. env is the environment for git.
func AtRevision(ctx context.Context, dir, revision string, env []string) (fs.FS, error) {
	if revision == "" || strings.HasPrefix(revision, "-") || strings.ContainsAny(revision, "\x00\n:") {
		return nil, fmt.Errorf("%q is no revision of git", textsafe.Line(revision))
	}
	// The folder that all files are put into, so that a course of one folder is not
	// taken for one within another.
	const within = "course/"
	cmd := exec.CommandContext(ctx, "git", "archive", "--format=tar", "--prefix="+within, revision)
	cmd.Dir = dir
	cmd.Env = slices.Concat(env, []string{"GIT_OPTIONAL_LOCKS=0", "GIT_NO_LAZY_FETCH=1", "GIT_TERMINAL_PROMPT=0", "LC_ALL=C"})
	out, said := &bounded{left: gitLimits().Size}, &bounded{left: 4 << 10}
	cmd.Stdout, cmd.Stderr = out, said
	switch err := cmd.Run(); {
	case errors.Is(err, exec.ErrNotFound):
		return nil, errors.New("git is needed for this and was not found; name a folder or an archive of the older version instead")
	case out.over:
		return nil, fmt.Errorf("the folder was larger than %d MiB then", gitLimits().Size>>20)
	case err != nil:
		return nil, fmt.Errorf("git does not have %q of this folder: %s", textsafe.Line(revision), firstLine(said.buf.String()))
	}
	held, err := archive.Read(bytes.NewReader(out.buf.Bytes()), int64(out.buf.Len()), gitLimits())
	if err != nil {
		return nil, fmt.Errorf("reading %q: %w", textsafe.Line(revision), err)
	}
	return held, nil
}

// firstLine is what git says, without the word that it begins with.
func firstLine(said string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(said), "\n")
	line = strings.TrimPrefix(line, "fatal: ")
	if line == "" {
		return "it says nothing more"
	}
	return textsafe.Line(line)
}

// bounded keeps what is written to it, up to a bound.
type bounded struct {
	buf  bytes.Buffer
	left int64
	over bool
}

// Write implements io.Writer. Beyond the bound it fails, which ends git.
func (b *bounded) Write(p []byte) (int, error) {
	if int64(len(p)) > b.left {
		b.over = true
		return 0, io.ErrShortWrite
	}
	b.left -= int64(len(p))
	return b.buf.Write(p)
}
