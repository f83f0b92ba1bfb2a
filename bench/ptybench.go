//go:build unix

package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
)

// ptybench measures with the program of that name.
type ptybench struct {
	tool    string
	scratch string // file for what it found
}

// found is the part of what ptybench writes that is used here.
type found struct {
	A, B struct {
		Errors  []string
		Metrics map[string]quantiles
		Keys    struct {
			Last  quantiles `json:"last_ms"`
			Bytes quantiles
		}
	}
}

type quantiles struct{ P50, P99, Mean float64 }

func (p ptybench) name() string { return "ptybench" }

func (p ptybench) measure(a, b program, runs, keys int) (resA, resB result, err error) {
	if a.data != "" && a.keep == "" {
		if err := os.RemoveAll(a.data); err != nil {
			return resA, resB, fmt.Errorf("clearing progress: %w", err)
		}
	}
	args := []string{"--quiet", "-n", strconv.Itoa(runs), "--env", strings.Join(a.env(), ","), "-o", p.scratch,
		"--text", a.text, "--vs", strings.Join(b.argv, " "), "--text-b", b.text}
	if keys > 0 {
		one := "<down>*5 <up>*5 "
		if a.keys != [2]string{} {
			one = keyName(a.keys[0]) + "*5 " + keyName(a.keys[1]) + "*5 "
		}
		args = append(args, "--keys", strings.Repeat(one, keys/10), "--idle", idle.String())
	}
	if a.then != "" { // the other side takes the key as one more
		args = append(args, "--setup", fmt.Sprintf("key:%s;settle;sleep:500", keyName(a.then)))
	}
	cmd := exec.Command(p.tool, append(append(args, "--"), a.argv...)...)
	if out, err := cmd.CombinedOutput(); err != nil {
		return resA, resB, fmt.Errorf("running ptybench: %w: %.300s", err, out)
	}
	data, err := os.ReadFile(p.scratch)
	if err != nil {
		return resA, resB, fmt.Errorf("reading what ptybench found: %w", err)
	}
	var f found
	if err := json.Unmarshal(data, &f); err != nil {
		return resA, resB, fmt.Errorf("reading what ptybench found: %w", err)
	}
	if errs := slices.Concat(f.A.Errors, f.B.Errors); len(errs) > 0 {
		return resA, resB, fmt.Errorf("in ptybench: %s", errs[0])
	}
	side := func(m map[string]quantiles, last, bytes quantiles) result {
		return result{
			textMS: m["text_ms"].P50, peakMB: m["peak_rss_kb"].P50 / 1024, keyP50: last.P50, keyP99: last.P99, keyBytes: bytes.Mean,
			idleBytes: m["idle_bytes_per_s"].Mean, idleCPU: m["idle_cpu_ms_per_s"].Mean,
		}
	}
	return side(f.A.Metrics, f.A.Keys.Last, f.A.Keys.Bytes), side(f.B.Metrics, f.B.Keys.Last, f.B.Keys.Bytes), nil
}

// keyName is what ptybench calls a key of one byte.
func keyName(key string) string {
	switch c := key[0]; {
	case c == 0x7f:
		return "<bs>"
	case c < ' ':
		return fmt.Sprintf("<c-%c>", c+'a'-1)
	}
	return key
}
