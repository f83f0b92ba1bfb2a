package course_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/internal/hostile"
)

// TestCourseIsCleanOnceRead puts every attack in every place of a course. What
// is read of it holds no character that could steer a terminal, so that nobody
// has to think of it again: the first of two layers.
func TestCourseIsCleanOnceRead(t *testing.T) {
	for _, a := range hostile.Attacks() {
		t.Run(a.Name, func(t *testing.T) {
			c, diags, err := course.Load(hostile.Course(a.Text), a.Text)
			if err != nil {
				t.Fatal(err)
			}
			seen := 0
			eachString(reflect.ValueOf(c), "course", map[uintptr]bool{}, func(path, s string) {
				seen++
				if at := textsafe.Index(s); at >= 0 {
					t.Errorf("%s holds %.60q", path, s[at:])
				}
			})
			if seen < 200 {
				t.Errorf("only %d texts were looked at", seen)
			}
			for _, d := range diags {
				if err := hostile.Text(d.String()); err != nil {
					t.Errorf("a finding: %v", err)
				}
			}
		})
	}
}

// eachString calls f with every text that can be reached from a value.
func eachString(v reflect.Value, path string, seen map[uintptr]bool, f func(path, s string)) {
	switch v.Kind() {
	case reflect.String:
		f(path, v.String())
	case reflect.Pointer:
		if v.IsNil() || seen[v.Pointer()] {
			return
		}
		seen[v.Pointer()] = true
		eachString(v.Elem(), path, seen, f)
	case reflect.Interface:
		eachString(v.Elem(), path, seen, f)
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			eachString(v.Index(i), fmt.Sprintf("%s[%d]", path, i), seen, f)
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			eachString(k, path+" key", seen, f)
			eachString(v.MapIndex(k), path+"["+strings.ToValidUTF8(k.String(), "?")+"]", seen, f)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			eachString(v.Field(i), path+"."+v.Type().Field(i).Name, seen, f)
		}
	}
}

// TestFindingsAreShort is A28: a message says what is wrong, and not all of a
// pattern that is too long.
func TestFindingsAreShort(t *testing.T) {
	body := "# One\n\n### Question: q\n<!-- id: q -->\n\n- Answer: /(" + strings.Repeat("a", 5000) + "/\n"
	_, diags, err := course.Load(fstest.MapFS{"one.md": {Data: []byte(body)}}, "x")
	if err != nil || len(diags) == 0 {
		t.Fatal(len(diags), err)
	}
	for _, d := range diags {
		if n := len([]rune(d.Msg)); n > 200 {
			t.Errorf("a message of %d characters: %.80q", n, d.Msg)
		}
	}
}
