package timetable

import (
	"encoding/json"
	"net/http/httptest"
	"strings"
	"testing"
)

func service() *Service {
	s := NewService()
	s.table.Add("Alder", 540)
	s.table.Add("Alder", 600)
	return s
}

func get(t *testing.T, s *Service, path string) *httptest.ResponseRecorder {
	t.Helper()
	w := httptest.NewRecorder()
	s.Routes().ServeHTTP(w, httptest.NewRequest("GET", path, nil))
	return w
}

func TestNextBoat(t *testing.T) {
	w := get(t, service(), "/next/Alder?at=09:05")
	if w.Code != 200 {
		t.Fatalf("status %d, want 200. The answer is %q", w.Code, w.Body)
	}
	if got := w.Result().Header.Get("Content-Type"); !strings.HasPrefix(got, "application/json") {
		t.Errorf("Content-Type is %q, want application/json. Set it before you write the body", got)
	}
	var answer map[string]any
	if err := json.Unmarshal(w.Body.Bytes(), &answer); err != nil {
		t.Fatalf("the answer %q is no JSON: %v", w.Body, err)
	}
	if answer["pier"] != "Alder" || answer["time"] != "10:00" {
		t.Errorf("the answer is %q, want the pier Alder and the time 10:00", w.Body)
	}
}

func TestNextBoatErrors(t *testing.T) {
	for _, tt := range []struct {
		path string
		want int
	}{
		{"/next/Alder?at=late", 400},
		{"/next/Alder", 400},
		{"/next/Alder?at=22:00", 404},
		{"/next/Oak?at=09:05", 404},
	} {
		w := get(t, service(), tt.path)
		if w.Code != tt.want {
			t.Errorf("GET %s: status %d, want %d", tt.path, w.Code, tt.want)
		}
		if strings.Contains(w.Body.String(), `"time"`) {
			t.Errorf("GET %s: after the error comes an answer: %q. Return after http.Error", tt.path, w.Body)
		}
	}
}
