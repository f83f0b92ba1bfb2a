// Package powercut cuts the power of a disk at any moment, as far as one machine
// can do that to itself. A disk in memory records every block written to it and
// every flush it is asked for, while a file system on it is used. From the
// recording follow the disks that a power cut may leave: all that was flushed,
// and of the rest nothing, all, some writes or some sectors. Killing a program
// cannot tell whether it waits for the disk; this can.
//
// It needs Linux, root, FUSE and loop devices, and is used by tests only.
package powercut

import (
	"encoding/gob"
	"math/rand/v2"
	"os"
)

// Kind says what an Entry is.
type Kind byte

// What is recorded.
const (
	Write Kind = 'W' // a block was written, and may not be on the disk yet
	Flush Kind = 'F' // all writes before are on the disk
	Mark  Kind = 'M' // the program under test said something
)

// Entry is one thing that happened to a disk.
type Entry struct {
	Kind   Kind
	Offset int64
	Data   []byte // written; nil for zeros
	Zeros  int64  // bytes of zeros written
	Mark   string
}

// Recording is all that happened to a disk, in order.
type Recording []Entry

// ReadRecording reads a recording from a file.
func ReadRecording(path string) (Recording, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // only read
	var r Recording
	return r, gob.NewDecoder(f).Decode(&r)
}

// save writes the recording to a file.
func (r Recording) save(path string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	if err := gob.NewEncoder(f).Encode(r); err != nil {
		_ = f.Close() // the first error tells more
		return err
	}
	return f.Close()
}

// Count counts the entries of a kind.
func (r Recording) Count(k Kind) int {
	n := 0
	for _, e := range r {
		if e.Kind == k {
			n++
		}
	}
	return n
}

// Kept says what a power cut leaves of the writes that were not flushed.
type Kept int

// The ways of losing writes.
const (
	KeptNone Kept = iota
	KeptAll
	KeptSome  // each write is there or not
	KeptParts // each sector of a write is there or not
	ways
)

// AnyKept chooses one of the ways.
func AnyKept(r *rand.Rand) Kept { return Kept(r.IntN(int(ways))) }

func (k Kept) String() string {
	return [...]string{"nothing", "all", "some writes", "some sectors"}[k]
}

// sector is what a disk writes whole or not at all, in bytes.
const sector = 512

// After returns the disk that began as base, when the power was cut right after
// the entry with the given index.
func (r Recording) After(base *Image, point int, kept Kept, random *rand.Rand) *Image {
	disk := base.Clone()
	flushed := 0
	for i := point; i >= 0; i-- {
		if r[i].Kind == Flush {
			flushed = i
			break
		}
	}
	for i, e := range r[:point+1] {
		switch {
		case e.Kind != Write:
		case i < flushed || kept == KeptAll || kept == KeptSome && random.IntN(2) == 0:
			disk.write(e, 0, e.size())
		case kept == KeptParts:
			for from := int64(0); from < e.size(); from += sector {
				if random.IntN(2) == 0 {
					disk.write(e, from, min(from+sector, e.size()))
				}
			}
		}
	}
	return disk
}

func (e Entry) size() int64 { return max(int64(len(e.Data)), e.Zeros) }
