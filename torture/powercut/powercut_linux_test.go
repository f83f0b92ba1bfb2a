package powercut

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/cairn-learn/cairn/internal/torture"
)

// fileSystem is one that the promise is made for.
type fileSystem struct {
	name string
	mkfs []string // command that makes it on a file
	mib  int64    // size of the disk
	with string   // options of mount
}

var fileSystems = []fileSystem{
	{"ext4", []string{"mkfs.ext4", "-q", "-F", "-E", "lazy_itable_init=0,lazy_journal_init=0"}, 64, ""},
	{"ext4 data=writeback", []string{"mkfs.ext4", "-q", "-F", "-E", "lazy_itable_init=0,lazy_journal_init=0"}, 64, "data=writeback"},
	{"xfs", []string{"mkfs.xfs", "-q", "-f"}, 310, ""},
	{"btrfs", []string{"mkfs.btrfs", "-q", "-f", "--mixed"}, 120, ""},
}

func (f fileSystem) kind() string { return strings.Fields(f.name)[0] }

// perRecording is how many power cuts are tried on one recording.
const perRecording = 250

// TestPowerCut is promise P2: what was acknowledged survives a power cut on a
// file system with a journal whose disk does what it is told. The log can be
// written afterwards.
func TestPowerCut(t *testing.T) {
	needMachine(t)
	for _, system := range fileSystems {
		t.Run(system.name, func(t *testing.T) {
			t.Parallel()
			sum := tally{}
			for seed, left := uint64(1), torture.Times(0, 1000); left > 0; seed, left = seed+1, left-perRecording {
				recorded := record(t, system, seed, nil)
				sum.cut(t, system, recorded, min(left, perRecording), seed, true)
			}
			torture.Report(t, "P2", "%s, by images of the disk: %s", system.name, sum)
		})
	}
}

// TestPowerCutFindsWhatIsNotSynced: the same power cuts find out the same log
// when the system does nothing where it is asked to sync.
func TestPowerCutFindsWhatIsNotSynced(t *testing.T) {
	needMachine(t)
	if _, err := exec.LookPath("strace"); err != nil {
		t.Skip("needs strace, which makes fsync do nothing")
	}
	unsynced := []string{"strace", "-f", "-qq", "-o", os.DevNull, "-e", "trace=fsync,fdatasync", "-e", "inject=fsync,fdatasync:retval=0"}
	for _, system := range fileSystems {
		t.Run(system.name, func(t *testing.T) {
			t.Parallel()
			recorded := record(t, system, 1, unsynced)
			sum := tally{}
			const images = 100
			sum.cut(t, system, recorded, images, 1, false)
			if bad := images - sum[sound] - sum[setAside]; bad < images/2 {
				t.Errorf("only %d of %d power cuts were found to lose anything: %s", bad, images, sum)
			}
			torture.Report(t, "P2", "control, %s, fsync does nothing: %s", system.name, sum)
		})
	}
}

// needMachine skips where disks cannot be made.
func needMachine(t *testing.T) {
	t.Helper()
	if !torture.Full() {
		t.Skip("takes minutes: " + torture.Variable + " asks for it; the power cuts of course/progress, in memory, run always")
	}
	if os.Geteuid() != 0 {
		t.Skip("needs root to mount disks")
	}
	for _, path := range []string{"/dev/fuse", "/dev/loop-control"} {
		if _, err := os.Stat(path); err != nil {
			t.Skip("needs FUSE and loop devices: " + err.Error())
		}
	}
	for _, system := range fileSystems {
		if _, err := exec.LookPath(system.mkfs[0]); err != nil {
			t.Skip(err.Error())
		}
	}
}

// recorded is a recording and the disk as it was before.
type recorded struct {
	Recording
	base *Image
}

// record lets a learner work on a new disk. The command, if any, runs the
// learner.
func record(t *testing.T, system fileSystem, seed uint64, command []string) recorded {
	t.Helper()
	dir := t.TempDir()
	image, tape := filepath.Join(dir, "image"), filepath.Join(dir, "recording")
	f, err := os.Create(image)
	if err == nil {
		err = f.Truncate(system.mib << 20)
	}
	if err == nil {
		err = f.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	run(t, append(slices.Clone(system.mkfs), image)...)
	base, err := ReadImage(image)
	if err != nil {
		t.Fatal(err)
	}
	folder, mounted := emptyFolder(t, "disk"), emptyFolder(t, "mounted")
	end := serve(t, image, folder, tape)
	loop := strings.TrimSpace(run(t, "losetup", "-f", "--show", filepath.Join(folder, DiskFile)))
	if err := mount(system, loop, mounted, ""); err != nil {
		t.Fatal(err)
	}
	run(t, "sync", "-f", mounted)
	learner := self(t, command, roleLearner, filepath.Join(mounted, "data"), filepath.Join(folder, MarkFile), strconv.FormatUint(seed, 10))
	out, err := learner.CombinedOutput()
	unmount(t, mounted)
	run(t, "losetup", "-d", loop)
	end()
	if err != nil {
		t.Fatalf("the learner: %v %s", err, out)
	}
	tapeRead, err := ReadRecording(tape)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%s: %d writes, %d flushes, %d marks", system.name, tapeRead.Count(Write), tapeRead.Count(Flush), tapeRead.Count(Mark))
	return recorded{Recording: tapeRead, base: base}
}

// self is a command that runs this program in a role.
func self(t *testing.T, under []string, as string, args ...string) *exec.Cmd {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	words := slices.Concat(under, []string{program}, args)
	cmd := exec.Command(words[0], words[1:]...)
	cmd.Env = append(os.Environ(), role+"="+as)
	return cmd
}

// serve starts the disk and returns what ends it.
func serve(t *testing.T, image, folder, tape string) (end func()) {
	t.Helper()
	cmd := self(t, nil, roleDisk, image, folder, tape)
	var said bytes.Buffer
	cmd.Stderr = &said
	alive, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for range 1000 {
		if _, err := os.Stat(filepath.Join(folder, DiskFile)); err == nil {
			break
		}
		time.Sleep(20 * time.Millisecond)
	}
	return func() {
		if err := alive.Close(); err != nil {
			t.Fatal(err)
		}
		if err := cmd.Wait(); err != nil {
			t.Fatalf("the disk: %v %s", err, said.String())
		}
	}
}

// tally counts findings.
type tally map[finding]int

func (s tally) String() string {
	images, cuts := 0, []string{}
	for _, f := range slices.Sorted(maps.Keys(s)) {
		images += s[f]
		cuts = append(cuts, fmt.Sprintf("%d %s", s[f], f))
	}
	return fmt.Sprintf("%d power cuts: %s", images, strings.Join(cuts, "; "))
}

// cut cuts the power many times: anywhere, right after an acknowledged save, and
// shortly after one of the first ten. It does so while the learner is at it, not
// while the file system is unmounted: a torn sector then may be of the file
// system's own first block, and it cannot be mounted.
func (s tally) cut(t *testing.T, system fileSystem, r recorded, times int, seed uint64, strict bool) {
	t.Helper()
	begins, ends, acks := 0, 0, []int{}
	for i, e := range r.Recording {
		switch {
		case e.Kind == Mark && e.Mark == markBegins:
			begins = i
		case e.Kind == Mark && e.Mark == markEnds:
			ends = i
		case e.Kind == Mark:
			acks = append(acks, i)
		}
	}
	if len(acks) != days*saves {
		t.Fatalf("%d saves were acknowledged, want %d", len(acks), days*saves)
	}
	random := rand.New(rand.NewPCG(seed, 2))
	for n := range times {
		point := begins + random.IntN(ends+1-begins)
		switch n % 3 {
		case 1:
			point = acks[random.IntN(len(acks))]
		case 2:
			point = min(acks[random.IntN(10)]+random.IntN(3), ends)
		}
		kept := AnyKept(random)
		acknowledged, _ := slices.BinarySearch(acks, point+1)
		found, why := s.one(t, system, r.After(r.base, point, kept, random), acknowledged)
		s[found]++
		if found == unmountable {
			t.Logf("cut after entry %d of %d, between %d and %d, kept %s: %s", point, len(r.Recording), begins, ends, kept, why)
		}
		if strict && found != sound && found != setAside {
			t.Errorf("%s, recording %d, cut after entry %d of %d, kept %s: %s: %s", system.name, seed, point, len(r.Recording), kept, found, why)
		}
	}
}

// one mounts one disk and examines the log on it.
func (s tally) one(t *testing.T, system fileSystem, disk *Image, acknowledged int) (finding, string) {
	t.Helper()
	image := filepath.Join(shared(t), "disk")
	if err := disk.Save(image); err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := os.RemoveAll(filepath.Dir(image)); err != nil {
			t.Error(err)
		}
	}()
	mounted := filepath.Join(filepath.Dir(image), "mounted")
	if err := os.Mkdir(mounted, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := mount(system, image, mounted, "loop"); err != nil {
		return unmountable, err.Error()
	}
	defer unmount(t, mounted)
	return examine(filepath.Join(mounted, "data"), acknowledged)
}

// shared makes a folder in memory, where there is one.
func shared(t *testing.T) string {
	t.Helper()
	parent := "/dev/shm"
	if _, err := os.Stat(parent); err != nil {
		parent = ""
	}
	dir, err := os.MkdirTemp(parent, "powercut")
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

func mount(system fileSystem, from, on, with string) error {
	options := strings.Trim(with+","+system.with, ",")
	if options == "" {
		options = "defaults"
	}
	out, err := exec.Command("mount", "-t", system.kind(), "-o", options, from, on).CombinedOutput()
	if err != nil {
		return fmt.Errorf("mount %s: %w %s", system.name, err, out)
	}
	return nil
}

// unmount waits a little for programs of the machine that look at new disks.
func unmount(t *testing.T, folder string) {
	t.Helper()
	var out []byte
	var err error
	for range 50 {
		if out, err = exec.Command("umount", folder).CombinedOutput(); err == nil {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Fatalf("umount %s: %v %s", folder, err, out)
}

// run runs a command of the machine and returns what it printed.
func run(t *testing.T, words ...string) string {
	t.Helper()
	cmd := exec.Command(words[0], words[1:]...)
	var out, said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &said
	if err := cmd.Run(); err != nil {
		t.Fatalf("%s: %v %s", strings.Join(words, " "), err, said.String())
	}
	return out.String()
}
