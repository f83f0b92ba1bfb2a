package course

import (
	"strings"
	"unicode"
)

// unitTable lists the units that are known by more than one name. Each line is
// one quantity; the names of one unit are joined by "=".
const unitTable = `
m=meter=meters=metre=metres km=kilometer=kilometers=kilometre=kilometres cm=centimeter=centimeters=centimetre=centimetres mm=millimeter=millimeters=millimetre=millimetres μm=um nm ft=foot=feet in=inch=inches mi=mile=miles
kg=kilogram=kilograms=kilo=kilos g=gram=grams mg=milligram=milligrams t=ton=tons=tonne=tonnes lb=lbs=pound=pounds
s=sec=secs=second=seconds ms=millisecond=milliseconds μs=us=microsecond=microseconds ns=nanosecond=nanoseconds min=mins=minute=minutes h=hr=hrs=hour=hours day=days week=weeks month=months year=years
B=byte=bytes bit=bits kB=KB=kilobyte=kilobytes KiB=kibibyte=kibibytes MB=megabyte=megabytes MiB=mebibyte=mebibytes GB=gigabyte=gigabytes GiB=gibibyte=gibibytes TB=terabyte=terabytes kbit=kilobit=kilobits Mbit=megabit=megabits
L=l=liter=liters=litre=litres mL=ml=milliliter=milliliters=millilitre=millilitres
°C=C=celsius °F=F=fahrenheit K=kelvin
°=degree=degrees=deg rad=radian=radians
N=newton=newtons
J=joule=joules kJ=kilojoule=kilojoules cal=calorie=calories kcal=kilocalorie=kilocalories kWh
W=watt=watts kW=kilowatt=kilowatts MW=megawatt=megawatts
V=volt=volts mV=millivolt=millivolts
A=amp=amps=ampere=amperes mA=milliamp=milliamps
Ω=ohm=ohms
Pa=pascal=pascals kPa=kilopascal=kilopascals bar=bars
Hz=hertz kHz=kilohertz MHz=megahertz GHz=gigahertz
mol=mole=moles
%=percent=pct
$=dollar=dollars=USD €=euro=euros=EUR £=GBP ¥=yen=JPY
`

// knownUnit returns the first name of a unit of the table and the number of
// its quantity, or 0.
func knownUnit(name string, fold bool) (first string, quantity int) {
	for i, line := range strings.Split(strings.TrimSpace(unitTable), "\n") {
		for _, unit := range strings.Fields(line) {
			first, _, _ := strings.Cut(unit, "=")
			for known := range strings.SplitSeq(unit, "=") {
				if known == name || fold && strings.EqualFold(known, name) {
					return first, i + 1
				}
			}
		}
	}
	return "", 0
}

// unitForm rewrites a unit so that the same unit is the same text: m/s²,
// m/s^2, m / s2 and "meter/s^2" are alike.
func unitForm(unit string, fold bool) string {
	if unit == "" {
		return ""
	}
	unit = strings.ReplaceAll(strings.TrimSuffix(foldNumber(unit), "."), "per cent", "%")
	unit = strings.ReplaceAll(strings.ReplaceAll(unit, " ", ""), "^", "")
	var b strings.Builder
	for unit != "" {
		end := strings.IndexFunc(unit, func(r rune) bool { return strings.ContainsRune("/*()-+0123456789", r) })
		if end == 0 {
			b.WriteByte(unit[0])
			unit = unit[1:]
			continue
		}
		if end < 0 {
			end = len(unit)
		}
		name := unit[:end]
		unit = unit[end:]
		if first, q := knownUnit(name, false); q > 0 {
			name = first
		} else if first, q := knownUnit(name, true); fold && q > 0 {
			name = first
		} else if fold {
			name = strings.TrimSuffix(strings.ToLower(name), "s")
		}
		b.WriteString(name)
	}
	return b.String()
}

// sameUnit reports whether two names mean the same unit, by their exact letters.
func sameUnit(a, b string) bool {
	if a == "" || b == "" {
		return a == b
	}
	return a == b || unitForm(a, false) == unitForm(b, false)
}

// nearlySameUnit also forgives capitals and a plural s: "KG" for kg, "apple"
// for apples.
func nearlySameUnit(a, b string) bool { return unitForm(a, true) == unitForm(b, true) }

// differentQuantities reports whether two units are known and measure
// different things, so that one is not the other in another size.
func differentQuantities(a, b string) bool {
	_, qa := knownUnit(unitForm(a, false), false)
	_, qb := knownUnit(unitForm(b, false), false)
	return qa > 0 && qb > 0 && qa != qb
}

// statableUnit reports whether what follows a stated number is a unit rather
// than the rest of some words. Units of the table, and those made of them, may
// stand right behind the number; another unit is one word in small letters
// after a space, such as "apples".
func statableUnit(n number) bool {
	if n.unit == "" || madeOfKnownUnits(n.unit) {
		return true
	}
	if n.glued || len(n.unit) < 2 || len(n.unit) > 24 {
		return false
	}
	for _, r := range n.unit {
		if !unicode.IsLetter(r) || unicode.IsUpper(r) {
			return false
		}
	}
	switch n.unit {
	case "am", "pm", "st", "nd", "rd", "th", "to", "and", "or", "bc", "ad":
		return false
	}
	return true
}

// madeOfKnownUnits reports whether each name in a unit such as kg*m/s^2 is in
// the table.
func madeOfKnownUnits(unit string) bool {
	names := strings.FieldsFunc(unitForm(unit, false), func(r rune) bool {
		return strings.ContainsRune("/*()-+0123456789", r)
	})
	for _, name := range names {
		if _, q := knownUnit(name, false); q == 0 {
			return false
		}
	}
	return len(names) > 0
}
