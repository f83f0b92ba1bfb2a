#!/bin/sh
# Leaves a stamp in the folder that you are in.
echo "somebody was here" > stamp.txt
echo "Stamped: $(pwd)"
