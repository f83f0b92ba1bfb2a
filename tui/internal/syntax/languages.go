package syntax

import "strings"

// find returns the language of a name, or nil.
func find(name string) *language {
	switch strings.ToLower(strings.TrimPrefix(name, ".")) {
	case "text", "txt", "plain", "plaintext", "none", "output", "csv", "tsv", "log":
		return &language{scan: func(*scanner, *language) {}}
	case "go", "golang":
		return golang()
	case "sh", "bash", "shell", "zsh", "ksh", "dash", "fish":
		return &language{scan: shellOrSession}
	case "console", "session", "shell-session", "shellsession", "sh-session", "bash-session", "terminal":
		return &language{scan: session}
	case "bat", "cmd", "batch", "dosbatch", "winbatch":
		return &language{scan: batch}
	case "python", "py", "python3", "py3":
		return python()
	case "pycon", "python-repl", "doctest":
		return &language{scan: pythonSession}
	case "javascript", "js", "jsx", "mjs", "cjs", "node":
		return javascript("")
	case "typescript", "ts", "tsx":
		return javascript(tsWords)
	case "html", "xhtml", "htm", "xml", "svg", "rss", "xsd", "plist", "vue", "svelte", "markup":
		return &language{scan: markup}
	case "css", "scss", "less", "sass":
		return &language{scan: css}
	case "sql", "postgresql", "postgres", "psql", "mysql", "sqlite", "sqlite3", "plsql", "tsql":
		return sql()
	case "diff", "patch", "udiff":
		return &language{scan: diff}
	case "dockerfile", "docker", "containerfile":
		return &language{scan: dockerfile}
	case "makefile", "make", "mk", "gnumake":
		return &language{scan: makefile}
	case "markdown", "md", "gfm", "mdx":
		return &language{scan: markdown}
	case "gitignore", "dockerignore", "ignore", "gitattributes", "codeowners":
		return &language{scan: ignoreFile}
	}
	return data(strings.ToLower(name))
}

// data are the languages that settings and data are written in.
func data(name string) *language {
	switch name {
	case "json", "jsonc", "json5", "geojson", "webmanifest":
		return &language{line: []string{"//"}, block: cBlock(), special: jsonText, keywords: " true false null "}
	case "yaml", "yml":
		return &language{scan: yaml}
	case "toml":
		return &language{scan: toml}
	case "ini", "cfg", "conf", "properties", "dotenv", "env", "editorconfig", "gitconfig", "desktop", "systemd":
		return &language{scan: ini}
	}
	return compiled(name)
}

// compiled are the languages that differ little from C, and those with files of
// their own words.
func compiled(name string) *language {
	switch name {
	case "c", "h":
		return cLike(cWords, cNames, cDirective)
	case "cpp", "c++", "cc", "cxx", "hpp", "arduino", "ino":
		return cpp()
	case "objc", "objective-c", "objectivec":
		return cLike(cWords+objcWords, cNames, cDirective)
	case "java":
		return typed(javaWords, javaNames, annotation)
	case "csharp", "c#", "cs", "dotnet":
		return csharp()
	case "rust", "rs":
		return rust()
	case "kotlin", "kt", "kts":
		return typed(kotlinWords, kotlinNames, annotation)
	case "swift":
		return typed(swiftWords, swiftNames, annotation)
	case "scala", "sc":
		return typed(scalaWords, "", annotation)
	case "dart":
		return typed(dartWords, dartNames, annotation)
	case "zig":
		return cLike(zigWords, zigNames, annotation)
	case "proto", "protobuf":
		return cLike(protoWords, protoNames, nil)
	case "graphql", "gql":
		return &language{line: []string{"#"}, quotes: plainQuotes(), keywords: graphqlWords, names: graphqlNames, types: true}
	case "hcl", "terraform", "tf":
		return &language{line: []string{"#", "//"}, block: cBlock(), quotes: plainQuotes(), keywords: hclWords, special: heredoc}
	}
	return scripted(name)
}

// scripted are the languages with other comments than C.
func scripted(name string) *language {
	switch name {
	case "ruby", "rb", "irb":
		return ruby()
	case "php":
		return &language{scan: php}
	case "lua":
		return &language{special: luaBrackets, line: []string{"--"}, quotes: plainQuotes(), keywords: luaWords, names: luaNames}
	case "powershell", "ps1", "pwsh", "posh", "ps":
		return &language{scan: powershell}
	case "r":
		return &language{line: []string{"#"}, quotes: multiLine(), letters: ".", keywords: rWords, names: rNames}
	case "perl", "pl":
		return &language{line: []string{"#"}, quotes: multiLine(), keywords: perlWords, names: perlNames, special: sigil}
	case "elixir", "ex", "exs":
		return &language{line: []string{"#"}, quotes: append(tripleQuotes(), multiLine()...), letters: "?!", keywords: elixirWords, types: true, special: atom}
	case "haskell", "hs":
		return &language{line: []string{"-- ", "--\n"}, block: [][2]string{{"{-", "-}"}}, nested: true, letters: "'",
			quotes: []quote{{`"`, `"`, '\\', false}}, keywords: haskellWords, types: true}
	case "clojure", "clj", "lisp", "scheme", "racket", "elisp", "edn":
		return &language{line: []string{";"}, quotes: []quote{{`"`, `"`, '\\', true}}, letters: "-?!*+<>=/", keywords: lispWords, special: atom}
	case "pascal", "delphi":
		return &language{line: []string{"//"}, block: [][2]string{{"{", "}"}, {"(*", "*)"}}, quotes: []quote{{"'", "'", 0, false}},
			keywords: pascalWords, names: pascalNames, fold: true}
	case "julia", "jl":
		return &language{line: []string{"#"}, block: [][2]string{{"#=", "=#"}}, quotes: append(tripleQuotes(), quote{`"`, `"`, '\\', true}),
			letters: "!", keywords: juliaWords, types: true}
	case "basic", "vb", "vbnet", "vba":
		return &language{line: []string{"'"}, quotes: []quote{{`"`, `"`, 0, false}}, keywords: basicWords, names: basicNames, fold: true}
	}
	return nil
}

func cBlock() [][2]string { return [][2]string{{"/*", "*/"}} }

// plainQuotes end with the line.
func plainQuotes() []quote { return []quote{{`"`, `"`, '\\', false}, {"'", "'", '\\', false}} }

// multiLine quotes go on over the end of the line.
func multiLine() []quote { return []quote{{`"`, `"`, '\\', true}, {"'", "'", '\\', true}} }

func tripleQuotes() []quote { return []quote{{`"""`, `"""`, '\\', true}, {"'''", "'''", '\\', true}} }

func cLike(keywords, names string, special func(*scanner, *language) bool) *language {
	return &language{line: []string{"//"}, block: cBlock(), quotes: plainQuotes(), keywords: keywords, names: names, special: special}
}

// typed is C with names of types in capitals and texts of several lines.
func typed(keywords, names string, special func(*scanner, *language) bool) *language {
	l := cLike(keywords, names, special)
	l.quotes = append([]quote{{`"""`, `"""`, '\\', true}}, l.quotes...)
	l.types, l.nested = true, true
	return l
}

func golang() *language {
	l := cLike(goWords, goNames, nil)
	l.quotes = append(l.quotes, quote{"`", "`", 0, true})
	return l
}

func cpp() *language {
	l := cLike(cWords+cppWords, cNames+cppNames, cppSpecial)
	l.digits = '\''
	return l
}

func csharp() *language {
	l := typed(csharpWords, csharpNames, csharpSpecial)
	l.nested = false
	return l
}

func rust() *language {
	l := cLike(rustWords, rustNames, rustSpecial)
	l.quotes = []quote{{`"`, `"`, '\\', true}}
	l.nested, l.types = true, true
	return l
}

func javascript(more string) *language {
	l := cLike(jsWords+more, jsNames, annotation)
	l.quotes = append(l.quotes, quote{"`", "`", '\\', true})
	l.letters, l.pattern = "$", true
	return l
}

func python() *language {
	return &language{
		line: []string{"#"}, quotes: append(tripleQuotes(), plainQuotes()...),
		keywords: pythonWords, names: pythonNames, special: pythonSpecial,
	}
}

func ruby() *language {
	return &language{
		line: []string{"#"}, quotes: append(multiLine(), quote{"`", "`", '\\', false}), letters: "?!",
		keywords: rubyWords, names: rubyNames, types: true, pattern: true, special: rubySpecial,
	}
}

func sql() *language {
	return &language{
		line: []string{"--"}, block: cBlock(), quotes: []quote{{"'", "'", 0, true}, {`"`, `"`, 0, true}, {"`", "`", 0, false}},
		keywords: sqlWords, names: sqlNames, fold: true,
	}
}
