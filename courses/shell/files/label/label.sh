#!/bin/sh
# Writes a label for a shelf: the bread first, then how many loaves.
if [ $# -ne 2 ]; then
	echo "label.sh: I was given $# arguments. I need two: a bread and a number." >&2
	exit 1
fi
echo "$1: $2 loaves" >> labels.txt
echo "Written into labels.txt: $1: $2 loaves"
