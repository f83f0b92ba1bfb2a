package courses

import (
	"errors"
	"io/fs"
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/course"
)

// TestTypedAnswers holds what learners may well type: each line is a question,
// what the answer is worth, and the answer. What is right was tried with
// Git 2.39.
func TestTypedAnswers(t *testing.T) {
	const answers = `
snap-6           right  commit
snap-6           wrong  snapshot
snap-5           right  not a single one
snap-5           right  No snapshots.
snap-5           right  none at all
snap-5           right  0 snapshots
snap-5           wrong  ten
first-2          right  git init .
first-2          wrong  Git init
first-2          wrong  git Init
first-2          wrong  init
stage-3a         right  git add -v .
stage-3a         close  git add -u
stage-3a         wrong  git add all
stage-3a         wrong  git commit -am "Everything"
stage-3b         right  git add -v tea.md cake.md
stage-3b         right  git add {tea,cake}.md
stage-3b         right  git add "tea.md" 'cake.md'
stage-3b         close  git add *.md
stage-3b         wrong  git add cake.md
stage-5          right  git reset @ notes.txt
stage-5          right  git reset -q HEAD -- ./notes.txt
stage-5          right  git restore --staged --source=HEAD notes.txt
stage-5          right  git restore -S -- notes.txt
stage-5          close  git reset
stage-5          wrong  git reset --hard notes.txt
stage-5          wrong  git restore --source=HEAD notes.txt
stage-5          wrong  git checkout -- notes.txt
hist-2           right  git log --pretty=oneline --abbrev-commit
hist-2           right  git log --abbrev-commit --format=oneline
hist-2           right  git log --oneline --graph --decorate
hist-2           right  git log --pretty="%h %s"
hist-2           close  git log --all --oneline
hist-2           close  git log --oneline -5
hist-2           wrong  git log --graph
hist-2           wrong  git log --abbrev-commit
hist-2           wrong  git log --pretty oneline
hist-3           right  2 lines
hist-3           wrong  3
hist-6a          right  git diff --staged .
hist-6a          right  git diff --cached .
hist-6a          right  git diff HEAD --staged
hist-6a          close  git diff --staged --stat
hist-6a          close  git diff --stat --cached
hist-6a          close  git diff --staged soup.md
hist-6a          wrong  git diff staged
hist-6a          wrong  git diff .
hist-6b          right  git diff -- .
hist-6b          close  git diff --stat
hist-6b          close  git diff soup.md
hist-6b          wrong  git diff --staged
undo-1           right  git checkout @ -- soup.md
undo-1           right  git restore --staged --worktree soup.md
undo-1           right  git restore -s HEAD -- soup.md
undo-1           close  git checkout .
undo-1           close  git restore .
undo-1           right  git restore --source HEAD --staged --worktree soup.md
undo-1           wrong  git restore -S soup.md
undo-1           wrong  git restore --source HEAD --staged soup.md
undo-1           wrong  git restore --staged --source=HEAD soup.md
undo-1           wrong  git reset HEAD soup.md
undo-3           right  git commit --amend --only -m "Add salt"
undo-3           right  git commit --amend -m 'Add salt'
undo-3           right  git commit --amend -m Add\ salt
undo-3           right  git commit --amend -m “Add salt”
undo-3           right  git commit -m "add salt." --amend
undo-3           right  git commit --amend --no-edit -m "Add salt"
undo-3           close  git commit --amend -m "Add pepper"
undo-3           close  git commit --amend -a -m "Add salt"
undo-3           wrong  git commit --amend -m Add salt
undo-3           wrong  git commit --amend --message Add salt
undo-3           wrong  git commit --amend --message=Add salt
undo-3           wrong  git commit -m Add salt --amend
undo-3           wrong  git commit --amend -m="Add salt"
undo-3           wrong  git commit --amend -M "Add salt"
undo-3           wrong  git commit -m "Add salt"
undo-3           wrong  GIT COMMIT --AMEND -M "ADD SALT"
undo-5           right  git revert 251A7DC
undo-5           right  git revert --no-edit 251A7dc
undo-5           close  git revert --no-commit 251a7dc
undo-5           wrong  git revert 251a7dc~1
undo-5           wrong  git revert -m "Back" 251a7dc
int-4            right  git revert 251A7DC
int-4            right  git revert 251a7dc && git push
int-4            close  git revert HEAD
ign-2a           right  /build/
ign-2a           close  build/**
ign-2a           close  echo "build/" >> .gitignore
ign-2a           wrong  ./build/
ign-2b           right  **/*.bak
ign-2b           wrong  /*.bak
ign-2b           wrong  .*\.bak
ign-4            right  git rm -r --cached secret.txt
ign-4            right  git rm --cached -f secret.txt
ign-4            right  git rm -f secret.txt --cached
ign-4            right  git rm --cached secret.txt && git commit -m "Stop tracking it"
ign-4            wrong  git rm -f secret.txt
ign-4            wrong  git update-index --assume-unchanged secret.txt
br-2a            right  git switch --create=cake
br-2a            right  git checkout -b cake main
br-2a            wrong  git switch -b cake
br-2b            right  git switch -c menu main
br-2b            wrong  git checkout menu -b
mer-1            right  git merge cake --no-ff
mer-1            right  git merge -m "Merge cake" cake
mer-1            right  git merge cake -m "Merge cake"
mer-1            right  git merge --no-ff -m "Merge cake" cake
mer-1            right  git merge --no-ff --no-edit cake
mer-1            close  git merge --squash cake
mer-1            close  git merge cake main
mer-1            wrong  git merge cake into main
mer-1            wrong  git merge -m Merge cake cake
mer-1            wrong  git merge cake -m Merge the cake
mer-3            right  2 parents
mer-7            right  - 4 carrots
mer-7            close  four carrots
mer-8            right  git merge --abort
mer-8            close  git reset --hard ORIG_HEAD
mer-8            wrong  git merge -abort
rem-3            right  git clone -v https://example.com/robin/recipes.git my-recipes
rem-3            wrong  git clone robin/recipes
rem-3            wrong  git clone --bare https://example.com/robin/recipes.git
rem-7            right  4 commits
team-3           right  git push -u origin @
team-3           right  git push origin HEAD --set-upstream
team-3           close  git push origin add-cake
team-3           wrong  git push -u add-cake origin
team-7           right  git push --force-with-lease=tidy origin tidy
team-7           wrong  git push --force-with-lease --force
team-7           wrong  git push -f origin tidy
team-7           wrong  git push origin --force
res-1            right  git reflog --all
res-1            right  git reflog -10
res-1            close  cat .git/logs/HEAD
res-1            wrong  git ref-log
res-3            right  git branch lost 9B8D6A9
res-3            close  git switch --create lost 9b8d6a9
res-3            wrong  git cherry-pick 9b8d6a9
bis-1            right  6 or 7
bis-1            right  about six
inside-1         right  only once
stash-1          right  git stash pop 'stash@{0}'
stash-1          wrong  git pop
tags-1           right  git push origin tags/v2.0
tags-1           wrong  git push v2.0
places-2         right  just one
snap-7           right  all of them
snap-7           wrong  one
first-9          right  git commit --message="begin"
first-9          right  git commit -m Begin
first-9          close  git commit -m "Start"
first-9          wrong  git commit Begin
stage-3c         right  git add ./drafts/
stage-3c         close  git add drafts/*
stage-3c         wrong  git add -A
hist-6c          right  git diff HEAD^ HEAD
hist-6c          right  git diff @~..@
hist-6c          close  git diff HEAD~1
hist-6c          wrong  git diff HEAD HEAD~1
undo-8           right  six
undo-8           wrong  4
ign-2c           right  /todo.txt
ign-2c           wrong  ./todo.txt
br-2c            right  git branch --list
br-2c            close  git branch -a
br-2c            wrong  git branches
mer-9            right  none
mer-9            wrong  one
res-7            right  7D02B4E
res-7            right  HEAD@{1}
res-7            wrong  c3f9a10
place-rescue     right  git reflog show
place-rescue     wrong  git log --all
place-commits    right  git commit -m 'Add a recipe'
place-commits    right  git commit --message="Add a recipe"
place-commits    close  git commit -m "Recipe"
place-commits    wrong  git commit -m Add a recipe
place-commits    wrong  git commit -am Add a recipe
place-history    right  git diff --cached .
place-history    close  git diff --staged --stat
place-branches   right  git checkout -b idea main
place-branches   wrong  git checkout -c idea
`
	typedAnswers(t, "git", answers)
}

// typedAnswers grades what learners may well type at a built-in course. Each line
// is a question, what the answer is worth, and the answer; every typed question
// has a line.
func typedAnswers(t *testing.T, name, answers string) {
	t.Helper()
	questions := typedQuestions(t, name)
	asked := map[string]bool{}
	for _, line := range strings.Split(strings.TrimSpace(answers), "\n") {
		id, rest, _ := strings.Cut(line, " ")
		want, typed, _ := strings.Cut(strings.TrimSpace(rest), "  ")
		asked[id] = true
		q := questions[id]
		if q == nil {
			t.Errorf("%s: there is no typed question with this id", id)
			continue
		}
		v, err := q.Grade(course.Answer{Text: typed})
		got := string(v.Outcome)
		if errors.Is(err, course.ErrForm) {
			got = "not graded"
		}
		if got != want {
			t.Errorf("%s: %q is %s, want %s", id, typed, got, want)
		}
		if want != "right" && len(v.Replies) == 0 {
			t.Errorf("%s: %q gets no feedback", id, typed)
		}
	}
	for id := range questions {
		if !asked[id] {
			t.Errorf("%s: no answer is tried", id)
		}
	}
}

// typedQuestions returns the questions of a built-in course that are answered
// by typing, by their ids.
func typedQuestions(t *testing.T, name string) map[string]*course.Question {
	t.Helper()
	folder, err := fs.Sub(FS(), name)
	if err != nil {
		t.Fatal(err)
	}
	c, _, err := course.Load(folder, name)
	if err != nil {
		t.Fatal(err)
	}
	questions := map[string]*course.Question{}
	add := func(q *course.Question) {
		if _, ok := q.Form.(*course.Typed); ok {
			questions[q.ID] = q
		}
	}
	var within func([]course.Block)
	within = func(blocks []course.Block) {
		for _, b := range blocks {
			switch b := b.(type) {
			case *course.Question:
				add(b)
			case *course.Pool:
				for _, q := range b.Questions {
					add(q)
				}
			case *course.Extra:
				within(b.Blocks)
			case *course.Section:
				within(b.Blocks)
			}
		}
	}
	for _, l := range append(c.Lessons, c.Placement) {
		if l != nil {
			within(l.Blocks)
		}
	}
	return questions
}
