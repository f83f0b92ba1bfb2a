package course

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
)

// Limits of the files that a practice folder begins with.
const (
	maxTaskFiles    = 200     // files and folders
	maxTaskFileSize = 1 << 20 // bytes of one file
	maxTaskSize     = 8 << 20 // bytes of all files of a task
	maxTaskFolders  = 8       // within each other
)

// TaskFile is one file that a practice folder begins with.
type TaskFile struct {
	Name string // slash-separated, below the practice folder
	Data []byte
	// Executable says that the file begins with "#!", and so is to be run.
	Executable bool
}

// ReadTaskFiles reads what the practice folder of a task begins with, in the order
// of the names; nothing when the task has no files. fsys is the course's folder.
// Everything is read or nothing: links, pipes, names that some system cannot hold,
// and what is too large are errors.
func ReadTaskFiles(fsys fs.FS, t *Task) ([]TaskFile, error) {
	if t.Files == "" {
		return nil, nil
	}
	var list []TaskFile
	left := int64(maxTaskSize)
	err := eachTaskFile(fsys, t.Files, func(name string) error {
		data, _, err := readLimited(fsys, path.Join(t.Files, name), min(left, maxTaskFileSize))
		if errors.Is(err, errTooLarge) {
			return fmt.Errorf("%s is too large: a file has at most %d MiB, and all of them %d", name, maxTaskFileSize>>20, maxTaskSize>>20)
		}
		if err != nil {
			return fmt.Errorf("reading %s: %w", name, withoutPath(err))
		}
		left -= int64(len(data))
		list = append(list, TaskFile{Name: name, Data: data, Executable: bytes.HasPrefix(data, []byte("#!"))})
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("files of the task %s: %w", t.ID, err)
	}
	return list, nil
}

// eachTaskFile visits the files below a folder of the course, by their names below
// it. It follows no links.
func eachTaskFile(fsys fs.FS, dir string, visit func(name string) error) error {
	seen := 0
	same := map[string]bool{}
	return fs.WalkDir(fsys, dir, func(full string, e fs.DirEntry, err error) error {
		if err != nil {
			return withoutPath(err)
		}
		if full == dir {
			if !e.IsDir() {
				return fmt.Errorf("%s is no folder", dir)
			}
			return nil
		}
		name := strings.TrimPrefix(full, dir+"/")
		if dir == "." {
			name = full
		}
		if seen++; seen > maxTaskFiles {
			return fmt.Errorf("there are more than %d files and folders", maxTaskFiles)
		}
		folded := strings.ToLower(name)
		switch {
		case !nameIsPlain(e.Name()) || strings.HasSuffix(e.Name(), ".") || strings.HasSuffix(e.Name(), " ") || same[folded]:
			return fmt.Errorf("the name %s cannot be used on every system", named(name))
		case strings.EqualFold(e.Name(), ".git"):
			return errors.New("a repository cannot be among them: make it with git init in the setup")
		case strings.Count(name, "/") >= maxTaskFolders:
			return fmt.Errorf("folders are deeper than %d levels", maxTaskFolders)
		case e.IsDir():
			same[folded] = true
			return nil
		case !e.Type().IsRegular():
			return fmt.Errorf("%s is a link, pipe or device, not a file", named(name))
		}
		same[folded] = true
		return visit(name)
	})
}

// taskFilesSetting finds the setting files in a comment under a heading. It is
// looked for before anything is taken apart, because Markdown in such a folder is
// not the course's.
func taskFilesSetting() *regexp.Regexp {
	return regexp.MustCompile(`<!--[^>]{0,500}\bfiles:[ \t]*["']?/?([^\s,"'>}]+)`)
}

// leaveTaskFiles takes Markdown out of the course that lies in a folder whose files
// are for a practice folder, unless the course names it.
func (f *folder) leaveTaskFiles(wanted map[string]bool) {
	var dirs []string
	var setting *regexp.Regexp
	for _, file := range f.markdown {
		text := f.texts[file]
		if !strings.Contains(text, "files:") {
			continue
		}
		if setting == nil {
			setting = taskFilesSetting()
		}
		for _, m := range setting.FindAllStringSubmatch(text, -1) {
			if dir := path.Clean(m[1]); f.exists[dir] && dir != "." && !slices.Contains(dirs, dir) {
				dirs = append(dirs, dir)
			}
		}
	}
	if len(dirs) == 0 {
		return
	}
	f.markdown = slices.DeleteFunc(f.markdown, func(file string) bool {
		return !wanted[file] && slices.ContainsFunc(dirs, func(dir string) bool { return strings.HasPrefix(file, dir+"/") })
	})
}

// checkTaskFiles looks at the files that a task names.
func (l *loader) checkTaskFiles(t *Task) {
	if t.Files == "" {
		return
	}
	pos, n := l.find(t.Pos, t.Files)
	if !l.folder.exists[t.Files] {
		l.fail(codeTaskFiles, pos, n, fmt.Sprintf("there is no folder %s", named(t.Files)),
			orElse(l.suggest(t.Files, l.folderNames()), "name a folder of the course by its path below the course's folder"))
		t.Files = ""
		return
	}
	if l.depth < proved {
		return
	}
	var size int64
	count := 0
	err := eachTaskFile(l.folder.fsys, t.Files, func(name string) error {
		info, err := fs.Stat(l.folder.fsys, path.Join(t.Files, name))
		if err != nil {
			return withoutPath(err)
		}
		count++
		if size += info.Size(); info.Size() > maxTaskFileSize || size > maxTaskSize {
			return fmt.Errorf("%s is too large: a file has at most %d MiB, and all of them %d", named(name), maxTaskFileSize>>20, maxTaskSize>>20)
		}
		return nil
	})
	if info, statErr := fs.Stat(l.folder.fsys, t.Files); statErr == nil && !info.IsDir() && path.Dir(t.Files) != "." {
		l.fail(codeTaskFiles, pos, n, fmt.Sprintf("%s is a file, and files names a folder", named(t.Files)), didYouMean(path.Dir(t.Files)))
	} else if err != nil {
		l.fail(codeTaskFiles, pos, n, "these files cannot be used: "+err.Error(), "keep to few small files with plain names")
	} else if count == 0 {
		l.fail(codeTaskFiles, pos, n, fmt.Sprintf("the folder %s holds no file", named(t.Files)), "put files into it, or take files away")
	}
}

// folderNames are the folders of the course that hold files.
func (l *loader) folderNames() []string {
	var dirs []string
	for name := range l.folder.exists {
		if dir := path.Dir(name); dir != "." && !slices.Contains(dirs, dir) {
			dirs = append(dirs, dir)
		}
	}
	slices.Sort(dirs)
	return dirs
}
