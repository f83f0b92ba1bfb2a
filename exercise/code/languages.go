package code

import (
	"path/filepath"
	"time"

	"github.com/cairn-learn/cairn/internal/wall"
)

// language is how answers in one language are tried.
type language struct {
	name         string            // one of course.CodeLanguages
	answer, test string            // names of the files
	files        map[string]string // further files
	programs     []string          // one of which is the toolchain, the first that is there
	beside       []string          // programs that come with the toolchain
	build        string            // POSIX sh that makes a program of the answer and its test; empty: there is nothing to be made
	caches       bool              // build keeps results in a folder of the cache, named as the language, without which it takes far longer
	script       string            // POSIX sh that tests; $CAIRN_TOOL is the toolchain, in build too
	marks        bool              // the runner leaves the marker when the tests are through

	probe   func(ask ask, program string) (found, error)
	env     func(cache string) []string
	explain func(stdout, stderr string, exit int) Failure
	compare func(stdout, test string) Failure // what was printed with what the test expects; nil: the status says it
}

func languages() []language {
	return []language{goLanguage(), pythonLanguage(), nodeLanguage(), shLanguage(), rustLanguage(), cLanguage(), sqlLanguage()}
}

// building is what a toolchain may use to make a program: the first time, some
// compile their own library as well, and nobody is told that an answer is slow
// because of that. The tests themselves have the usual limits of a command.
func building() wall.Limits {
	return wall.Limits{Wall: 5 * time.Minute, CPU: 8 * time.Minute, Memory: 2 << 30, File: 100 << 20}
}

// goTests is how long the tests of an answer in Go may take. It is below the limits
// of the walls on time: the test runner says where an endless loop is, the walls
// only end it.
const goTests = 8 * time.Second

// goVets are what go test itself has vet look for.
const goVets = "-atomic -bool -buildtags -directive -errorsas -ifaceassert -nilfunc -printf -stringintconv -tests"

func goLanguage() language {
	return language{
		name: "go", answer: "answer.go", test: "answer_test.go",
		files:    map[string]string{"go.mod": "module answer\n\ngo 1.22\n"},
		programs: []string{"go"}, beside: []string{"gofmt"},
		build: `export GOCACHE="${GOCACHE:-$TMPDIR/go}" GOPATH="$TMPDIR/gopath"
"$CAIRN_TOOL" test -c -p 4 -o tests . || exit 1
exec "$CAIRN_TOOL" vet ` + goVets + " .",
		caches: true,
		script: "exec ./tests -test.paniconexit0 -test.timeout " + goTests.String(),
		probe: func(ask ask, program string) (found, error) {
			root, err := ask(program, "env", "GOROOT")
			return found{program: filepath.Join(root, "bin", "go"+filepath.Ext(program)), read: []string{root}}, err
		},
		env: func(cache string) []string {
			env := []string{"GOPROXY=off", "GOTOOLCHAIN=local", "GOTELEMETRY=off", "GOWORK=off", "CGO_ENABLED=0", "GOENV=off"}
			if cache != "" {
				env = append(env, "GOCACHE="+filepath.Join(cache, "go"))
			}
			return env
		},
		explain: explainGo,
	}
}

func pythonLanguage() language {
	const run = `import sys
sys.dont_write_bytecode = True
names = {"__name__": "answer", "__builtins__": __builtins__}
for file in ("answer.py", "test.py"):
    with open(file, encoding="utf-8") as f:
        exec(compile(f.read(), file, "exec"), names)
open("` + marker + `", "w").close()
`
	return language{
		name: "python", answer: "answer.py", test: "test.py", files: map[string]string{"run.py": run},
		programs: []string{"python3", "python"},
		script:   `exec "$CAIRN_TOOL" -B run.py`,
		marks:    true,
		probe: func(ask ask, program string) (found, error) {
			prefix, err := ask(program, "-c", "import sys; print(sys.base_prefix)")
			if err != nil {
				return found{}, err
			}
			itself, err := ask(program, "-c", "import sys; print(sys.executable)")
			return found{program: itself, read: []string{prefix}}, err
		},
		explain: explainPython,
	}
}

func nodeLanguage() language {
	const run = `const fs = require('node:fs'), vm = require('node:vm');
globalThis.require = require;
globalThis.assert = require('node:assert/strict');
for (const file of ['answer.js', 'test.js']) vm.runInThisContext(fs.readFileSync(file, 'utf8'), { filename: file });
process.on('exit', (status) => { if (status === 0) fs.writeFileSync('` + marker + `', ''); });
`
	return language{
		name: "node", answer: "answer.js", test: "test.js", files: map[string]string{"run.cjs": run},
		programs: []string{"node"},
		script:   `exec "$CAIRN_TOOL" run.cjs`,
		marks:    true,
		probe: func(ask ask, program string) (found, error) {
			itself, err := ask(program, "-p", "process.execPath")
			return found{program: itself, read: []string{itself}}, err
		},
		explain: explainNode,
	}
}

func shLanguage() language {
	return language{
		name: "sh", answer: "answer.sh", test: "test.sh",
		files:    map[string]string{"run.sh": ". ./test.sh\n: > " + marker + "\n"},
		programs: []string{"sh"},
		script:   "chmod u+x answer.sh\nexec sh -e run.sh",
		marks:    true,
		explain:  explainSh,
	}
}

func rustLanguage() language {
	return language{
		name: "rust", answer: "answer.rs", test: "test.rs",
		files: map[string]string{"main.rs": "#![allow(dead_code, unused_imports)]\ninclude!(\"answer.rs\");\n" +
			"#[cfg(test)]\nmod asked {\n    use super::*;\n    include!(\"test.rs\");\n}\n"},
		programs: []string{"rustc"}, beside: []string{"cargo"},
		build:  `exec "$CAIRN_TOOL" --edition 2021 --test --color never -o tests main.rs`,
		script: `exec ./tests --test-threads=1 --color never`,
		probe: func(ask ask, program string) (found, error) {
			root, err := ask(program, "--print", "sysroot")
			return found{program: root + "/bin/rustc", read: []string{root}}, err
		},
		explain: explainRust,
	}
}

func cLanguage() language {
	return language{
		name: "c", answer: "answer.c", test: "test.c",
		files:    map[string]string{"main.c": "#include \"answer.c\"\n#include \"test.c\"\n"},
		programs: []string{"cc", "gcc", "clang"},
		build:    `exec "$CAIRN_TOOL" -std=c11 -Wall -g -o tests main.c -lm`,
		script:   `./tests`,
		explain:  explainC,
	}
}

func sqlLanguage() language {
	return language{
		name: "sql", answer: "answer.sql", test: "test.sql",
		programs: []string{"sqlite3"},
		script:   `exec "$CAIRN_TOOL" -batch -bail -init /dev/null :memory: < test.sql`,
		explain:  explainSQL,
		compare:  compareSQL,
	}
}
