package timetable

import (
	"fmt"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
)

func post(s *Service, body string) int {
	w := httptest.NewRecorder()
	s.Routes().ServeHTTP(w, httptest.NewRequest("POST", "/boats", strings.NewReader(body)))
	return w.Code
}

func TestAdd(t *testing.T) {
	s := NewService()
	if code := post(s, `{"pier": "Elm", "time": "09:30"}`); code != 201 {
		t.Fatalf("POST of a good boat: status %d, want 201", code)
	}
	w := get(t, s, "/next/Elm?at=09:00")
	if w.Code != 200 || !strings.Contains(w.Body.String(), "09:30") {
		t.Errorf("the boat was added, and the next one from Elm is %d %q", w.Code, w.Body)
	}
}

func TestAddErrors(t *testing.T) {
	s := NewService()
	for _, body := range []string{``, `{"pier":`, `{"pier": "", "time": "09:30"}`, `{"pier": "Elm", "time": "late"}`} {
		if code := post(s, body); code != 400 {
			t.Errorf("POST of %q: status %d, want 400", body, code)
		}
	}
	if w := get(t, s, "/next/Elm?at=00:00"); w.Code != 404 {
		t.Errorf("all were refused, and there is a boat from Elm: %q", w.Body)
	}
}

func TestManyAtOnce(t *testing.T) {
	s := NewService()
	var wg sync.WaitGroup
	for i := range 200 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			post(s, fmt.Sprintf(`{"pier": "Elm", "time": "10:%02d"}`, i%60))
			get(t, s, "/next/Elm?at=09:00")
		}()
	}
	wg.Wait()
	if w := get(t, s, "/next/Elm?at=10:59"); w.Code != 200 {
		t.Errorf("200 boats were added at once, and the one at 10:59 is lost: %d %q. Does a mutex guard the table?", w.Code, w.Body)
	}
}
