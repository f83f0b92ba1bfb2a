package main

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// allowed are the licences that what is linked into the program may have. Each
// asks for its notice, which cairn licences prints, and for nothing of the program.
func allowed() []string {
	return []string{"Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT"}
}

// terms is how a licence is known by its words, in the form that plain gives.
type terms struct {
	id       string // as SPDX names it
	passages []string
	// A short licence is its passages, the names of holders, and spare words at
	// most. Of a long one only the length is known: so many words.
	least, most int
}

// spare is how many words beside a short licence may be its title and the like.
const spare = 12

const (
	bsdGrant = "redistribution and use in source and binary forms with or without modification are permitted provided that the following conditions are met" +
		"( 1)? redistributions of source code must retain the above copyright notice this list of conditions and the following disclaimer" +
		"( 2)? redistributions in binary form must reproduce the above copyright notice this list of conditions and the following disclaimer in the documentation and or other materials provided with the distribution"
	bsdNames      = "neither the name of .{1,60} nor the names of (its )?contributors may be used to endorse or promote products derived from this software without specific prior written permission"
	bsdDisclaimer = "this software is provided by (the copyright holders and contributors|the author) as is and any express or implied warranties including but not limited to the implied warranties of merchantability and fitness for a particular purpose are disclaimed " +
		"in no event shall (the copyright (owner|holder|holders) or contributors|the author) be liable for any direct indirect incidental special exemplary or consequential damages including but not limited to procurement of substitute goods or services loss of use data or profits or business interruption " +
		"however caused and on any theory of liability whether in contract strict liability or tort including negligence or otherwise arising in any way out of the use of this software even if advised of the possibility of such damage"
)

// known are the licences that can be told, the one that says more first.
func known() []terms {
	return []terms{
		{id: "Apache-2.0", least: 1350, most: 1650, passages: []string{
			"apache license version 2 0 january 2004", "1 definitions", "2 grant of copyright license", "3 grant of patent license", "4 redistribution",
			"5 submission of contributions", "6 trademarks", "7 disclaimer of warranty", "8 limitation of liability", "9 accepting warranty or additional liability",
		}},
		{id: "MPL-2.0", least: 2300, most: 2700, passages: []string{
			"mozilla public license version 2 0", "1 definitions", "2 license grants and conditions", "3 responsibilities", "10 versions of the license", "exhibit b incompatible with secondary licenses notice",
		}},
		{id: "BSD-3-Clause", passages: []string{bsdGrant, bsdNames, bsdDisclaimer}},
		{id: "BSD-2-Clause", passages: []string{bsdGrant, bsdDisclaimer}},
		{id: "MIT", passages: []string{
			"permission is hereby granted free of charge to any person obtaining a copy of this software and associated documentation files the software to deal in the software without restriction including without limitation the rights to use copy modify merge publish distribute sublicense and or sell copies of the software and to permit persons to whom the software is furnished to do so subject to the following conditions",
			"the above copyright notice and this permission notice shall be included in all copies or substantial portions of the software",
			"the software is provided as is without warranty of any kind express or implied including but not limited to the warranties of merchantability fitness for a particular purpose and noninfringement in no event shall the authors or copyright holders be liable for any claim damages or other liability whether in an action of contract tort or otherwise arising from out of or in connection with the software or the use or other dealings in the software",
		}},
		{id: "ISC", passages: []string{
			"permission to use copy modify and or distribute this software for any purpose with or without fee is hereby granted provided that the above copyright notice and this permission notice appear in all copies",
			"the software is provided as is and the author disclaims all warranties with regard to this software including all implied warranties of merchantability and fitness in no event shall the author be liable for any special direct indirect or consequential damages or any damages whatsoever resulting from loss of use data or profits whether in an action of contract negligence or other tortious action arising out of or in connection with the use or performance of this software",
		}},
	}
}

// identify tells the licence that a text is. A text that says more than a licence
// it resembles is none that is known, since what it adds may be a condition.
func identify(text string) (string, error) {
	words := plain(text)
	closest := ""
	for _, l := range known() {
		left, ok := words, true
		for _, passage := range l.passages {
			at := regexp.MustCompile(`\b` + passage + `\b`).FindStringIndex(left)
			if at == nil {
				ok = false
				break
			}
			left = left[:at[0]] + left[at[1]:]
		}
		if !ok {
			continue
		}
		count, rest := len(strings.Fields(words)), len(strings.Fields(left))
		if l.most > 0 && count >= l.least && count <= l.most || l.most == 0 && rest <= spare {
			return l.id, nil
		}
		if closest == "" {
			closest = fmt.Sprintf("; it is like %s, with %d words in all and %d beside what is known of that", l.id, count, rest)
		}
	}
	return "", fmt.Errorf("no licence that is known%s", closest)
}

// named tells the licences that a notice names by their addresses, beside the
// one that its module is under.
func named(notice string) []string {
	var ids []string
	for id, address := range map[string]string{"MIT": "opensource.org/license/mit", "Apache-2.0": "www.apache.org/licenses/LICENSE-2.0"} {
		if strings.Contains(notice, address) {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids
}

// plain is a text as its words, small and with single spaces, without the lines
// that name who holds the copyright.
func plain(text string) string {
	holder := regexp.MustCompile(`(?i)^\W*(copyright\b.*\d{4}|copyright\s*\(c\)|\(c\)\s*\d{4}|all rights reserved)`)
	var lines []string
	for line := range strings.Lines(text) {
		if !holder.MatchString(line) {
			lines = append(lines, line)
		}
	}
	other := regexp.MustCompile(`[^a-z0-9]+`)
	return strings.TrimSpace(other.ReplaceAllString(strings.ToLower(strings.Join(lines, "")), " "))
}
