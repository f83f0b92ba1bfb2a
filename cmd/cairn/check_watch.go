package main

import (
	"context"
	"fmt"
	"os/signal"
	"strings"

	look "github.com/cairn-learn/cairn/author/watch"
)

// watching checks now, and again whenever a file is saved, until a signal ends it:
// that is its only end, and so no failure.
func (c checking) watching(env environment) error {
	ctx, stop := signal.NotifyContext(context.Background(), endingSignals()...)
	defer stop()
	saved := look.New(c.dir, look.Pause(look.Every))
	for {
		if err := c.once(env); err != nil && err.Error() != "" { // findings are printed, and say nothing more
			p := printer{w: env.out}
			p.line("%v", err) // the folder may be there again soon
		}
		p := printer{w: env.out}
		p.line("\nWaiting for files to be saved; ctrl+c ends it.")
		if p.err != nil {
			return fmt.Errorf("printing the findings: %w", p.err)
		}
		names, err := saved.Next(ctx)
		if err != nil {
			return nil // ctrl+c
		}
		p.line("\n%s %s\n%s\n", env.now().Format("15:04:05"), savedNames(names), strings.Repeat("-", 40))
	}
}

// savedNames lists what was saved, as far as it fits on a line.
func savedNames(names []string) string {
	const most = 3
	if len(names) > most {
		return fmt.Sprintf("%s and %d more", strings.Join(names[:most], ", "), len(names)-most)
	}
	return strings.Join(names, ", ")
}
