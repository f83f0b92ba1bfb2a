package lsp

import (
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
)

// folders are those of the course that hold files and no lesson: what a task may
// bring. Links are not followed, and no more is looked at than there may be.
func (f *folder) folders() []string {
	if f.course == nil {
		return nil
	}
	lessons := map[string]bool{}
	for _, l := range f.course.Lessons {
		lessons[path.Dir(l.File)] = true
	}
	const most = 5000 // files and folders
	seen := 0
	var list []string
	_ = fs.WalkDir(os.DirFS(f.dir), ".", func(name string, e fs.DirEntry, err error) error {
		if seen++; seen > most {
			return fs.SkipAll
		}
		switch dir := path.Dir(name); {
		case err != nil:
			return nil //nolint:nilerr // what cannot be read is not offered
		case e.IsDir() && name != "." && strings.HasPrefix(e.Name(), "."):
			return fs.SkipDir
		case e.Type().IsRegular() && dir != "." && dir != "tests" && !lessons[dir] && !slices.Contains(list, dir):
			list = append(list, dir)
		}
		return nil
	})
	slices.Sort(list)
	return list
}

// practice are the practice folders of tasks.
func (at spot) practice() []completionItem {
	if at.folder.course == nil {
		return nil
	}
	var list []completionItem
	seen := map[string]bool{}
	for _, t := range at.folder.course.TasksInOrder() {
		if !seen[t.Folder] && t.Code == nil {
			seen[t.Folder] = true
			list = append(list, completionItem{Label: t.Folder, Kind: itemValue, Documentation: t.Title})
		}
	}
	return list
}
