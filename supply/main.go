// Command supply says what the released program is made of, and holds that it is
// made of its source and nothing else. It runs at the root of the module, by make
// licences, make sbom and make reproducible.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "supply:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) == 0 {
		return errors.New("say what to do: licences, sbom or reproducible")
	}
	flags := flag.NewFlagSet(args[0], flag.ContinueOnError)
	version := flags.String("version", "dev", "the version of the program")
	if err := flags.Parse(args[1:]); err != nil {
		return err
	}
	rest := flags.Args()
	switch {
	case args[0] == "licences" && len(rest) == 0:
		return writeLicences(".")
	case args[0] == "sbom" && len(rest) == 2:
		all, err := works(".")
		if err != nil {
			return err
		}
		return writeSBOM(".", all, *version, rest[0], rest[1])
	case args[0] == "reproducible" && len(rest) == 1:
		sums, err := reproduce(".", *version, rest[0], nil)
		for _, sum := range sums {
			fmt.Println(sum)
		}
		return err
	}
	return fmt.Errorf("no such work: %q", args)
}
