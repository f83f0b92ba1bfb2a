#!/bin/sh
# Heats until it is told to stop. Asked politely, it switches off first.
trap 'echo "oven off" >> oven.log; exit 0' TERM INT
echo "oven on" > oven.log
seconds=0
while [ "$seconds" -lt 600 ]; do
	echo "heating" >> oven.log
	sleep 1
	seconds=$((seconds + 1))
done
echo "nobody came to switch it off" >> oven.log
exit 1
