# Functions to run cairn in a window of tmux, press keys and keep screens. To be
# sourced, with $root, the checkout, and $work, an empty folder, set.

socket=cairn-shots-$$
windows=0
term=vt100 colour=truecolor setting= # a vt100 gets every cell of a coloured row, and tmux keeps it
tm() { tmux -L "$socket" -f /dev/null "$@"; }

# later lets the programs made next take $later, such as 48h, for the time that has
# gone by since now.
later=
later() {
	sed -e 's/now: *time.Now,/now: later,/' "$root/cmd/cairn/main.go" >"$work/main.go"
	cat >>"$work/main.go" <<-'GO'

		func later() time.Time {
			by, _ := time.ParseDuration(os.Getenv("LATER"))
			return time.Now().Add(by)
		}
	GO
	printf '{"Replace": {"%s": "%s"}}\n' "$root/cmd/cairn/main.go" "$work/main.go" >"$work/overlay.json"
	overlay="-overlay=$work/overlay.json"
}

# build makes the programs that are needed.
# shellcheck disable=SC2086 # no overlay is no argument
overlay=
build() {
	(cd "$root" && go build $overlay -o "$work/cairn" ./cmd/cairn && go build -o "$work/shots" ./docs/shots)
}

# afresh empties the home.
afresh() {
	rm -rf "$work/home"
	mkdir "$work/home"
}

# at_home runs a command with that home and nothing of this machine's settings.
# shellcheck disable=SC2086 # a setting may be several words
at_home() {
	env -i PATH="$work:/usr/bin:/bin" HOME="$work/home" CAIRN_DATA="$work/home/data" \
		LANG=C.UTF-8 TERM=$term COLORTERM=$colour LATER=$later $setting "$@"
}

# begin SIZE [ARGUMENT...] starts cairn in a window of COLSxROWS, with the home
# as it is and nothing of this machine's settings.
# shellcheck disable=SC2086
begin() {
	cols=${1%x*} rows=${1#*x}
	shift
	tm kill-server 2>/dev/null || true
	windows=$((windows + 1)) socket=cairn-shots-$$-$windows
	mkdir -p "$work/home"
	tm new-session -d -s shots -x "$cols" -y "$rows" -c "$work/home" \
		env -i PATH="$work:/usr/bin:/bin" HOME="$work/home" CAIRN_DATA="$work/home/data" \
		LANG=C.UTF-8 TERM=$term COLORTERM=$colour LATER=$later $setting cairn "$@"
	tm set -g status off \; set -as terminal-features ',*:RGB' \; resize-window -t shots -x "$cols" -y "$rows"
	settle
}

# settle waits until the screen has something on it and stays as it is.
settle() {
	last='' same=0 tries=0
	while [ $same -lt 3 ] && [ $tries -lt 100 ]; do
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

# screen prints what is on the screen as text.
screen() { tm capture-pane -p -t shots; }

# picture TITLE [FLAG...] prints the screen as a picture in SVG. The title is for
# readers who cannot see it.
picture() {
	said=$1
	shift
	tm capture-pane -e -N -p -t shots | "$work/shots" -cols "$cols" -rows "$rows" -title "$said" "$@"
}
