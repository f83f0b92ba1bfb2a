#!/bin/sh
echo "baking $1" >> baked.txt
