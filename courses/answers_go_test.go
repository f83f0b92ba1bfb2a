package courses

import "testing"

// TestTypedAnswersOfGo holds what learners of Go may well type. What is right was
// tried with Go 1.26.
func TestTypedAnswersOfGo(t *testing.T) {
	typedAnswers(t, "go", `
append-1         right  2
append-1         wrong  4
runes-1          right  5
runes-1          wrong  6
window-1         right  8
window-1         wrong  2
notes-1          right  "Heron"
notes-1          wrong  Otter
whole-1          right  4.0
whole-1          wrong  4.5
run-3            right  go run ./
run-3            right  $ go run main.go
run-3            right  go build && ./otter
run-3            wrong  go run
run-3            wrong  go build
run-5            right  line 12
run-5            wrong  2
val-1            right  37
val-1            wrong  40
val-5            right  4
val-5            wrong  4.5
val-7            right  float64( boats )
val-7            right  (float64)(boats)
val-7            close  float64(boats) * 1.0
val-7            wrong  (float64)boats
val-7            wrong  boats * 1.0
flow-2           right  age>=6 && age<=15
flow-2           right  5 < age && age < 16
flow-2           right  !(age < 6 || age > 15)
flow-2           close  if age >= 6 && age <= 15 {
flow-2           right  (age >= 6 && age <= 15)
flow-2           wrong  6 <= age <= 15
flow-2           wrong  age >= 6 || age <= 15
flow-3           right  6
flow-3           right  six
flow-3           wrong  5
flow-4           right  6
flow-4           wrong  10
flow-6           right  3
flow-6           wrong  5
fn-1             right  600
fn-1             wrong  203
fn-2             right  12
fn-2             wrong  3
fn-3             right  boats,_ := split(90,40)
fn-3             right  var boats, _ = split(90, 40)
fn-3             wrong  boats := split(90, 40)
fn-3             wrong  boats, _ = split(90, 40)
fn-5             right  10
fn-5             wrong  2
fn-7             right  10
fn-7             wrong  15
fn-8             right  4
fn-8             wrong  1
err-6            right  errors.Is(err,ErrFull)
err-6            close  if errors.Is(err, ErrFull) {
err-6            wrong  err == ErrFull
err-6            wrong  errors.Is(ErrFull, err)
err-7            right  %w
err-7            wrong  %v
err-7            wrong  w
sl-1             right  piers[ 1 ]
sl-1             wrong  piers[2]
sl-4             right  2
sl-4             wrong  3
sl-5             right  piers = append( piers, "Elm" )
sl-5             right  piers=append(piers,"Elm")
sl-5             wrong  append(piers, "Elm")
sl-5             wrong  piers.append("Elm")
sl-6             right  2
sl-6             wrong  3
sl-7             right  9
sl-7             wrong  2
sl-11            right  2
sl-11            wrong  4
sl-10            right  4
sl-10            wrong  1
txt-1            right  4
txt-1            wrong  3
txt-3            right  n := len([]rune(word))
txt-3            right  n:=utf8.RuneCountInString(word)
txt-3            wrong  n := len(word)
txt-6            right  "07:30"
txt-6            wrong  7:30
txt-7            right  %q
txt-7            wrong  %s
map-1            right  zero
map-1            wrong  nil
map-5            right  seen := map[string]bool{}
map-5            right  seen := make(map[string]bool, 100)
map-5            right  var seen = map[string]bool{}
map-5            wrong  var seen map[string]bool
map-8            right  5
map-8            wrong  12
st-1             right  0
st-1             wrong  nil
st-2             right  otter.Seats
st-2             wrong  otter.seats
st-3             right  Otter
st-3             wrong  Heron
st-4             right  Heron
st-4             wrong  Otter
st-5             right  refuel(&otter)
st-5             right  refuel( &otter )
st-5             right  refuel(& otter)
st-5             wrong  refuel(otter)
st-7             right  3
st-7             wrong  20
if-1             right  func (b Boat) Free() int {
if-1             right  func (b Boat) Free() (free int)
if-1             right  func(b Boat) Free() int
if-1             close  func (b *Boat) Free() int
if-1             wrong  func Free(b Boat) int
if-1             wrong  func (Boat b) Free() int
if-2             right  0
if-2             wrong  2
test-1           right  harbour_test.go
test-1           right  fare_test.go
test-1           wrong  harbour.test.go
test-1           wrong  test_harbour.go
test-3           right  go test -v ./...
test-3           right  go test -count=1 ./...
test-3           right  go test -v -race ./...
test-3           right  go test ./... -count=1 -v
test-3           wrong  go test ./../...
test-3           close  go test
test-3           wrong  go test ...
pkg-1            right  "example.com/otter/timetable"
pkg-1            wrong  otter/timetable
pkg-6            right  go vet ./...
pkg-6            right  vet
pkg-6            wrong  go build
file-1           right  data,err := os.ReadFile("piers.txt")
file-1           wrong  data, _ := os.ReadFile("piers.txt")
file-5           right  c, b, a
file-5           right  cba
file-5           wrong  a b c
conc-5           right  v:=<-c
conc-5           right  v := <- c
conc-5           right  v, ok := <-c
conc-5           wrong  v <- c
conc-5           wrong  v := c
conc-8           right  go test ./... -race
conc-8           right  go test -v -count=1 -race ./...
conc-8           wrong  go test -v ./...
conc-8           close  go test -race
conc-8           wrong  go vet ./...
http-2           right  GET /piers
http-2           close  /piers
http-2           wrong  GET piers
http-2           wrong  POST /piers
place-running    right  go run .
place-running    wrong  go build
place-flow       right  3
place-flow       wrong  6
place-functions  right  1
place-functions  wrong  3
place-errors     right  errors.Is(err,io.EOF)
place-errors     wrong  err == io.EOF
place-slices     right  9
place-slices     wrong  3
place-text       right  6
place-text       wrong  5
place-testing    right  go test -v ./...
place-testing    right  go test -count 1 -race ./...
place-testing    wrong  go test
place-web        right  return
place-web        wrong  break
`)
}
