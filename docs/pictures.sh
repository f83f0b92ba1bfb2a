#!/bin/sh
# Draws every kind of screen, to be looked at after a change: runs cairn in tmux
# over the course in docs/shots/course, and writes a picture of each screen and a
# sheet of all to bin/pictures/SIZE-LOOK. Needs go and tmux, and for pictures in
# PNG rsvg-convert. It touches no one's progress.
#
#   docs/pictures.sh                    80x24, dark
#   docs/pictures.sh 40x12 light        one size in one look
#   docs/pictures.sh 80x24 dark library question
#                                       only these scenes
#   docs/pictures.sh all                every size in every look (half an hour)
#
# The looks are dark, light, high (contrast), 256, 16, none (no colours) and ascii
# (no signs beside ASCII), and the language of $CAIRN_PICTURES_LANG if it is set.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
case ${1:-} in all)
	for size in 80x24 120x40 200x60 40x12; do
		for look in dark light high 256 16 none ascii; do "$0" $size $look; done
	done
	exit
	;;
esac
work=$(mktemp -d)
. "$root/docs/shots/window.sh"
trap 'tm kill-server 2>/dev/null || true; rm -rf "$work"' EXIT
later
build

size=${1:-80x24} look=${2:-dark} flag=
[ $# -ge 1 ] && shift
[ $# -ge 1 ] && shift
case $look in
dark) ;;
light) setting='COLORFGBG=0;15' flag=-light ;;
high) setting=CAIRN_THEME=high-contrast ;;
ascii) setting=CAIRN_SYMBOLS=ascii ;;
256) colour= term=xterm-256color ;;
16) colour= term=xterm-16color ;;
none) setting=NO_COLOR=1 ;;
*) echo "there is no look $look: dark, light, high, 256, 16, none, ascii" >&2 && exit 2 ;;
esac
if [ -n "${CAIRN_PICTURES_LANG:-}" ]; then
	setting="$setting LC_ALL=$CAIRN_PICTURES_LANG"
fi
out=$root/bin/pictures/$size-$look
mkdir -p "$out"
course=$root/docs/shots/course

# keep NAME keeps the screen as text and as a picture.
keep() {
	screen >"$out/$1.txt"
	picture "$1" $flag >"$out/$1.svg"
}

# number WORDS is the digit before an option.
number() { screen | sed -n "s/^.*\([1-9]\)  $1.*/\1/p" | head -n 1; }

# The scenes. Each begins with an empty home, so that it can be made alone.

library() {
	begin "$size"
	keep library
	press Down
	keep library-second
	press '?'
	keep help
}

outline() {
	begin "$size" "$course"
	press Escape
	begin "$size" "$course"
	keep first
	press o
	keep outline
}

reading() {
	begin "$size" "$course" --from reading
	keep reading
	press Space
	keep reading-2
	press Space
	keep reading-3
	press Space Space Space
	keep reading-end
}

typed() {
	begin "$size" "$course" --from litres
	keep typed
	press =10 Enter
	keep feedback-wrong
	press Escape h
	keep feedback-hint
	begin "$size" "$course" --from litres
	press =16 Enter
	keep feedback-right
	press Enter
	keep summary
}

question() {
	begin "$size" "$course" --from one
	keep one
	press "$(number Matches)"
	keep one-chosen
	press Enter
	keep one-wrong
	begin "$size" "$course" --from one
	press "$(number Air)" Enter
	keep one-right
	begin "$size" "$course" --from several
	press Space Down
	keep several
	begin "$size" "$course" --from order
	press Down Space
	keep order
	press Enter
	begin "$size" "$course" --from match
	press Right
	keep match
	begin "$size" "$course" --from blanks
	press =up Tab
	keep blanks
}

views() {
	printf '%s\n' team some steady show programs 1 '' | at_home cairn git --plain --lang en >"$work/said" || true
	for _ in 1 2 3 4 5 6 7 8; do
		at_home cairn git --plain --lang en </dev/null >"$work/said" || true
		case $(tr '\n' ' ' <"$work/said") in
		*'saves the step with'*) answer='git commit -m "Add a recipe"' ;;
		*'What does a commit hold'*) answer='The state of every tracked file | A message | Which commit came before it' ;;
		*'follow the usual customs'*) answer='`Add a bread recipe` | `Refuse an empty password`' ;;
		*'changed it again'*) answer='The file as it was when you staged it' ;;
		*'already staged'*) answer='git diff --staged' ;;
		*'Test question'*) answer=:dontknow ;;
		*) break ;;
		esac
		printf '%s\n' "$answer" | at_home cairn git --plain --lang en >"$work/said" || true
	done
	begin "$size" git
	keep placed
	at_home cairn git --plain --lang en >"$work/said" <<-A || true
		yes
	A
	begin "$size" git
	keep planning
	printf ':skip\n' | at_home cairn git --plain --lang en >"$work/said" || true
	begin "$size" git
	press Escape T
	keep today
	press W
	keep why
	press m
	keep map
	press Down Down Enter
	keep skill
	press Escape I
	keep insights
	press P
	keep plan
	press p
	keep choices
}

# The pages that find things and keep them, and those of the program itself.
finding() {
	begin "$size" "$course" --from reading
	press ,
	keep settings
	press End Enter
	keep setting-typed
	press Escape Escape C-p
	keep palette
	press =note
	keep palette-found
	press Escape C-f
	keep search
	press =fire
	keep search-found
	press =zzz
	keep search-nothing
	press Escape D
	keep glossary
	press Escape c
	keep contents
	press Escape L
	keep links
	press Escape n
	keep note
	press '=Ask the others.' Escape
	keep note-leaving
	press Enter
	keep note-kept
	press B N
	keep notes
	press BSpace
	keep notes-removed
	begin "$size" "$course" --from bread
	keep picture
	press Z
	keep picture-alone
	press Escape Space Space
	keep diagram
}

# A question about how sure one is, and the days after: reviews, cards, and the
# end of a sitting.
days() {
	begin "$size" "$course" --from hot
	press 1 Enter
	keep sureness
	press 2
	keep after-sureness
	press Enter
	keep asked
	press '=Snow, and two marmots.' Enter
	keep compared
	press Enter
	keep task
	press 1 Enter
	keep bread-summary
	begin "$size" "$course" --from litres
	press C-n Enter Enter
	later=240h
	begin "$size" "$course"
	keep days-today
	press v
	keep review
	press =16 Enter Enter
	keep card
	press Enter
	keep card-turned
	press 2 S Escape
	keep reviewed
	later=
}

# Tasks: what is asked before anything runs, what holds and what does not, and a
# program that is written in the window.
practice() {
	begin "$size" "$course" --from write
	keep task-real
	press x
	keep consent
	press G
	keep consent-end
	press "$(number 'Show me')" Enter G
	keep consent-all
	press "$(number Yes)" Enter
	keep checked
	press O
	keep output
	press '?'
	keep task-keys
	press '?'
	folder=$(find "$work/home/data/practice" -name shelf.txt -execdir pwd \;)
	printf 'bread\ncheese\nwood\n' >"$folder/list.txt"
	press x
	keep seeing
	press =list.txt Enter
	keep held
	press Enter
	keep program
	press Tab
	keep program-editor
	press End Enter '=wc -c' Escape x
	keep program-failed
	press a
	keep program-solution
}

for scene in ${*:-library outline reading typed question views finding days practice}; do
	afresh
	"$scene"
done

# The sheet: all pictures in rows.
cols=${size%x*} rows=${size#*x}
w=$((cols * 9 + 28)) h=$((rows * 20 + 28)) n=0 across=4
[ "$cols" -gt 100 ] && across=3
list=$(ls "$out"/*.svg | grep -v '/sheet.svg$')
for f in $list; do n=$((n + 1)); done
{
	echo "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"$((across * (w + 10)))\" height=\"$(((n + across - 1) / across * (h + 34)))\">"
	i=0
	for f in $list; do
		x=$((i % across * (w + 10))) y=$((i / across * (h + 34))) name=$(basename "$f" .svg)
		echo "<text x=\"$x\" y=\"$((y + 16))\" font-family=\"sans-serif\" font-size=\"15\" fill=\"#888\">$name</text>"
		sed "1s/<svg /<svg x=\"$x\" y=\"$((y + 22))\" /" "$f"
		i=$((i + 1))
	done
	echo "</svg>"
} >"$out/sheet.svg"
if command -v rsvg-convert >/dev/null; then
	for f in "$out"/*.svg; do rsvg-convert "$f" -o "${f%.svg}.png"; done
fi
echo "$out"
