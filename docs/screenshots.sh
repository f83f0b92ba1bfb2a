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
scenes=0
socket=cairn-shots-$$
tm() { tmux -L "$socket" -f /dev/null "$@"; }
trap 'tm kill-server 2>/dev/null || true; rm -rf "$work"' EXIT

mkdir -p "$images"
(cd "$root" && go build -o "$work/cairn" ./cmd/cairn && go build -o "$work/shots" ./docs/shots)

# begin SIZE [ARGUMENT...] starts cairn in a window of COLSxROWS, with an empty
# home and nothing of this machine's settings.
begin() {
	cols=${1%x*} rows=${1#*x}
	shift
	tm kill-server 2>/dev/null || true
	scenes=$((scenes + 1)) socket=cairn-shots-$$-$scenes
	rm -rf "$work/home"
	mkdir "$work/home"
	tm new-session -d -s shots -x "$cols" -y "$rows" -c "$work/home" \
		env -i PATH="$work:/usr/bin:/bin" HOME="$work/home" CAIRN_DATA="$work/home/data" \
		LANG=C.UTF-8 TERM=xterm-256color COLORTERM=truecolor cairn "$@"
	tm set -g status off \; set -as terminal-features ',*:RGB' \; resize-window -t shots -x "$cols" -y "$rows"
	settle
}

# settle waits until the screen has something on it and stays as it is.
settle() {
	last='' same=0 tries=0
	while [ $same -lt 5 ] && [ $tries -lt 100 ]; do
		sleep 0.1
		now=$(tm capture-pane -e -p -t shots)
		if [ -n "$(printf %s "$now" | tr -d '[:space:]')" ] && [ "$now" = "$last" ]; then same=$((same + 1)); else same=0; fi
		last=$now tries=$((tries + 1))
	done
}

# press sends keys by their tmux names, one after the other; =TEXT is typed.
press() {
	for key; do
		case $key in
		=*) tm send-keys -t shots -l -- "${key#=}" ;;
		*) tm send-keys -t shots -- "$key" ;;
		esac
		settle
	done
}

# shot NAME TITLE keeps the screen. The title is for readers who cannot see it.
shot() {
	tm capture-pane -e -N -p -t shots | "$work/shots" -cols "$cols" -rows "$rows" -title "$2" >"$images/$1.svg"
	echo "docs/images/$1.svg"
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
	wrong=$(tm capture-pane -p -t shots | sed -n 's/^ *\([1-9]\)  Both changes.*/\1/p')
	press "$wrong" Enter
	shot feedback 'What is wrong with this very answer, and what happens next'
}

for scene in ${*:-library welcome lesson question}; do
	"$scene"
done
