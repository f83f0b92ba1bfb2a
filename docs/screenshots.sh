#!/bin/sh
# Makes the pictures of the README: builds cairn, takes it through a few screens
# in tmux as a new learner would, and writes each as docs/images/NAME.svg.
# Needs go and tmux. Run it from anywhere; it touches no one's progress.
#
#   docs/screenshots.sh          all pictures
#   docs/screenshots.sh welcome  only the scene of that name
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
images=$root/docs/images
work=$(mktemp -d)
. "$root/docs/shots/window.sh"
trap 'tm kill-server 2>/dev/null || true; rm -rf "$work"' EXIT
mkdir -p "$images"
build

# say types lines into the Git course, line by line, as far as they go, and
# prints what it said. The course waits where they end.
say() {
	printf '%s\n' "$@" | at_home cairn git --plain || true
}

# shot NAME TITLE keeps the screen. The title is for readers who cannot see it.
shot() {
	picture "$2" >"$images/$1.svg"
	echo "docs/images/$1.svg"
}

# placed takes the placement test of the Git course as somebody who knows its
# first half, agrees to the result, and plans nothing.
placed() {
	say team some steady show programs 1 '' >"$work/said"
	for _ in 1 2 3 4 5 6 7 8; do
		at_home cairn git --plain </dev/null >"$work/said" || true
		case $(tr '\n' ' ' <"$work/said") in
		*'saves the step with'*) answer='git commit -m "Add a recipe"' ;;
		*'What does a commit hold'*) answer='The state of every tracked file | A message | Which commit came before it' ;;
		*'follow the usual customs'*) answer='`Add a bread recipe` | `Refuse an empty password`' ;;
		*'changed it again'*) answer='The file as it was when you staged it' ;;
		*'already staged'*) answer='git diff --staged' ;;
		*'Test question'*) answer=:dontknow ;;
		*) break ;;
		esac
		say "$answer" >"$work/said"
	done
	say yes :skip >"$work/said"
}

# The scenes. Each begins with an empty home, so that it can be made alone.

library() {
	begin 80x24
	shot library 'The library: built-in courses, and where the learner stands in each'
}

welcome() {
	begin 80x24 welcome
	shot first-question 'The first question of a course, with the keys that apply'
}

lesson() {
	begin 80x28 git --from stage
	shot lesson 'A page of a lesson: text, code, and the reason for this step'
}

question() {
	begin 80x28 git --from stage-1
	shot question 'A question, with the keys for a hint, for passing over, and for not knowing'
	# Answers stand in another order for every learner.
	wrong=$(screen | sed -n 's/^ *\([1-9]\)  Both changes.*/\1/p')
	press "$wrong" Enter
	shot feedback 'What is wrong with this very answer, and what happens next'
}

path() {
	placed
	begin 80x28 git
	press Escape T # a question comes before the next lesson, and its field takes letters
	shot today 'Today: what is due, what is next and why, and how long it takes'
	press m
	shot map 'The map: skills, how likely it is that the learner knows each, and what each waits for'
	press P
	shot plan 'The plan: what is left, the days to come, and a range for when the learner may be through'
}

for scene in ${*:-library welcome lesson question path}; do
	afresh
	"$scene"
done
