package progress

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
)

// head is the high-water mark of the log, kept in head.json: how far the file
// of each device went when it was last written. A log cut off exactly at a line
// end looks whole; only the mark tells. It also remembers which device this
// machine is. It is a convenience: without it nothing is lost but that.
type head struct {
	// Machines maps the name of a machine to its device id, so that a folder
	// copied to another machine gets a writer of its own there.
	Machines map[string]string `json:"machines"`
	Marks    map[string]mark   `json:"marks"` // by device
	Format   int               `json:"v"`
	CRC      string            `json:"crc"` // of the two above

	other map[string]json.RawMessage // fields of newer programs, kept
	own   bool                       // but for the version, it is as this program writes it
}

// mark names the last event of a device.
type mark struct {
	Seq uint64 `json:"seq"`
	CRC string `json:"crc"` // the checksum of its line
}

// readHead reads head.json. A missing file is an empty head.
func readHead(d disk, dir string) (head, error) {
	h := head{Machines: map[string]string{}, Marks: map[string]mark{}}
	data, err := d.Read(filepath.Join(dir, headFile))
	if errors.Is(err, fs.ErrNotExist) {
		return h, nil
	}
	if err != nil {
		return h, err
	}
	var got head
	err = json.Unmarshal(data, &got)
	if fields := json.Unmarshal(data, &got.other); err == nil {
		err = fields
	}
	if got.Format <= format && err == nil && got.CRC != got.sum() {
		err = errors.New("its checksum is wrong")
	}
	if got.Format <= format && err != nil {
		return h, fmt.Errorf("%w: %w", errHead, err)
	}
	h.Format, h.other, h.own = got.Format, got.other, got.looksOwn()
	for device, mark := range got.Marks {
		if mark.Seq <= lastSeq {
			h.Marks[device] = mark
		}
	}
	for machine, id := range got.Machines {
		if isDevice(id) {
			h.Machines[machine] = id
		}
	}
	return h, nil
}

// sum is the checksum of what a wrong bit would turn into a wrong report.
func (h head) sum() string {
	text, _ := json.Marshal([]any{h.Machines, h.Marks}) // strings and numbers only
	return fmt.Sprintf("%08x", checksum(text))
}

// looksOwn reports whether all but the version is as this program writes it: the
// checksum fits, and there is no field that it does not know.
func (h head) looksOwn() bool {
	for name := range h.other {
		switch name {
		case "v", "crc", "machines", "marks":
		default:
			return false
		}
	}
	return h.CRC == h.sum()
}

// misread reports a version of head.json that a wrong bit has made: a newer
// program that kept this log would have saved something in it, or written more
// into head.json than this one does.
func (h head) misread(u *union) error {
	if h.Format <= format || !h.own || u.newer > 0 || u.events == 0 {
		return nil
	}
	return fmt.Errorf("%w: it says version %d, and all else of it and the log is of version %d", errHead, h.Format, format)
}

// errHead says that head.json is there and means nothing.
var errHead = errors.New("head.json is damaged")

// write replaces head.json.
func (h head) write(d disk, dir, writer string) error {
	if h.Format > format {
		return nil // a newer program keeps it
	}
	fields := map[string]any{}
	for name, value := range h.other {
		fields[name] = value
	}
	fields["v"], fields["crc"] = format, h.sum()
	fields["machines"], fields["marks"] = h.Machines, h.Marks
	text, err := json.MarshalIndent(fields, "", "  ")
	if err != nil {
		return err
	}
	return replace(d, filepath.Join(dir, headFile), writer, append(text, '\n'))
}

// advance moves the marks up to the end of u. They never move down: what is
// missing stays reported until it is back.
func (h *head) advance(u *union) {
	for device, lines := range u.devices {
		last := lines[len(lines)-1]
		if h.Marks[device].Seq <= last.seq {
			h.Marks[device] = mark{Seq: last.seq, CRC: last.sum()}
		}
	}
}

// Missing is a run of events that the log must have held and holds no more.
type Missing struct {
	Device   string
	From, To uint64
	Backup   string // path of the newest backup that has one of them; may be empty
}

// missing compares the log with itself and with the marks: sequence numbers
// have no gaps, and no device ends before its mark.
func (h head) missing(u *union) []Missing {
	var found []Missing
	for _, device := range sortedKeys(u.devices) {
		next := uint64(1)
		for _, l := range u.devices[device] {
			if l.seq != next {
				found = append(found, Missing{Device: device, From: next, To: l.seq - 1})
			}
			next = l.seq + 1
		}
	}
	for _, device := range sortedKeys(h.Marks) {
		if last, mark := u.last(device), h.Marks[device]; mark.Seq > last {
			found = append(found, Missing{Device: device, From: last + 1, To: mark.Seq})
		}
	}
	return found
}

// rewritten returns the ids of marked events that stand in the log with
// another content than they were marked with.
func (h head) rewritten(u *union) []string {
	var ids []string
	for _, device := range sortedKeys(h.Marks) {
		mark := h.Marks[device]
		if l, ok := u.at(device, mark.Seq); ok && mark.CRC != "" && l.sum() != mark.CRC {
			ids = append(ids, l.id())
		}
	}
	return ids
}

// isDevice reports whether id is a device id of this program; it becomes part
// of file names.
func isDevice(id string) bool {
	for _, c := range id {
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			return false
		}
	}
	return len(id) == deviceLen
}
