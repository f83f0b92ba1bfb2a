//go:build unix && !linux

package wall

func calm() {}

// raise has no walls to raise.
func raise(entry) error { return nil }

func kernelLimits(e entry) []limit { return commonLimits(e.Limits) }

// standing has no walls to try.
func standing(entry) error { return nil }

// wrap starts the program itself, which sets the limits and becomes the command.
func wrap(s spec, temp string) (path string, args, env []string, err error) {
	args, err = s.wrapAs(entry{Level: None, Script: s.Script, Limits: s.Limits})
	return s.Self, args, append(s.Env, "TMPDIR="+temp+"/tmp"), err
}
