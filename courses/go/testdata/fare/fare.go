// Package fare knows what a ticket for the Otter costs.
package fare

// Fare returns what a ticket costs for somebody of this age: nothing below 6, 2 from 6
// to 15, 4 from 16 on.
func Fare(age int) int {
	if age < 6 {
		return 0
	}
	if age <= 16 {
		return 2
	}
	return 4
}
