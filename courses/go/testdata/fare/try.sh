# Tries fare_test.go on a right function Fare, and on wrong ones.
rm -rf .try
mkdir .try
cp fare_test.go .try/ || exit 1
printf 'module example.com/fare\n\ngo 1.22\n' > .try/go.mod
cat > .try/fare.go <<'END'
package fare

import (
	"os"
	"strconv"
)

func limit(name string, right int) int {
	if n, err := strconv.Atoi(os.Getenv(name)); err == nil {
		return n
	}
	return right
}

// Fare is right unless the environment says otherwise.
func Fare(age int) int {
	switch {
	case age < limit("FREE", 6):
		return 0
	case age < limit("HALF", 16):
		return 2
	}
	return 4
}
END
cd .try || exit 1
go test -c -o try.test . || exit 1
result=0
if ! ./try.test; then
	echo "Your test fails for a Fare that is right. See the message above."
	exit 1
fi
missed() {
	echo "Your test does not notice a Fare that $1."
	result=1
}
FREE=7 ./try.test > /dev/null && missed "lets 6-year-olds go for nothing"
FREE=5 ./try.test > /dev/null && missed "lets 5-year-olds pay"
HALF=15 ./try.test > /dev/null && missed "lets 15-year-olds pay in full"
HALF=17 ./try.test > /dev/null && missed "lets 16-year-olds pay half"
if [ $result = 0 ]; then
	echo "Your test notices every wrong Fare that was tried."
fi
exit $result
