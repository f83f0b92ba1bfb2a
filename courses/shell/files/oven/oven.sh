#!/bin/sh
# Heats until it is told to stop. Asked politely, it switches off first.
trap 'echo "oven off" >> oven.log; exit 0' TERM INT
echo "oven on" > oven.log
while true; do
	echo "heating" >> oven.log
	sleep 1
done
