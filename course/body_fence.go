package course

import (
	"strings"

	"github.com/yuin/goldmark/ast"
)

// checkCode reports a block of code that is never closed: it takes in the rest of the
// file. Without a question among that, a learner sees what was meant.
func (b *body) checkCode(n ast.Node, at int) {
	if _, ok := n.(*ast.FencedCodeBlock); !ok {
		return
	}
	line := b.lineAt(b.trimmed(span{at, len(b.src)}).start)
	open := b.lineSpan(line)
	fence := fenceOf(b.src[open.start:open.end])
	if fence == "" {
		return
	}
	asks := false
	for i := line + 1; i < len(b.starts); i++ {
		s := b.lineSpan(i)
		text := strings.TrimSpace(b.src[s.start:s.end])
		if strings.HasPrefix(text, fence) && strings.Trim(text, fence[:1]) == "" {
			return
		}
		kind, _ := blockWord(strings.TrimLeft(text, "# "))
		asks = asks || strings.HasPrefix(text, "#") && kind != blockText
	}
	const msg = "this block of code is never closed and takes in the rest of the file"
	hint := `close it with a line "` + fence + `" where the code ends`
	b.openAt = at
	if asks {
		b.fail(codeOpenCode, b.trimmed(open), msg, hint)
		return
	}
	b.warn(codeOpenCode, b.trimmed(open), msg, hint)
}

// fenceOf is the run of signs that a line begins a block of code with.
func fenceOf(line string) string {
	line = strings.TrimLeft(line, " ")
	for _, sign := range []string{"`", "~"} {
		if rest := strings.TrimLeft(line, sign); len(line)-len(rest) >= 3 {
			return line[:len(line)-len(rest)]
		}
	}
	return ""
}
