package newfile

import (
	"os"
	"path/filepath"
	"testing"
)

// TestFolderThroughALink: the link stays, and its folder is filled.
func TestFolderThroughALink(t *testing.T) {
	dir := t.TempDir()
	target, link, nowhere := filepath.Join(dir, "real"), filepath.Join(dir, "link"), filepath.Join(dir, "nowhere")
	if err := os.Mkdir(target, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("real", link); err != nil {
		t.Skip("no links here:", err)
	}
	if err := os.Symlink("gone", nowhere); err != nil {
		t.Fatal(err)
	}
	if err := Folder(link, map[string][]byte{"a.md": []byte("one")}); err != nil {
		t.Fatal(err)
	}
	onlyNamed(t, target, "a.md")
	if err := Folder(nowhere, map[string][]byte{"a.md": []byte("one")}); err == nil {
		t.Error("a link that leads nowhere gave way to a folder")
	}
	for _, name := range []string{link, nowhere} {
		if info, err := os.Lstat(name); err != nil || info.Mode()&os.ModeSymlink == 0 {
			t.Errorf("%s is no link any more: %v", name, err)
		}
	}
}
