package wall

import (
	"math"
	"runtime"
	"unsafe"

	"golang.org/x/sys/unix"
)

// filters reports whether system calls can be filtered on this kind of processor.
func filters() bool { return architecture() != 0 }

// architecture is what the kernel calls this kind of processor.
func architecture() uint32 {
	switch runtime.GOARCH {
	case "amd64":
		return unix.AUDIT_ARCH_X86_64
	case "arm64":
		return unix.AUDIT_ARCH_AARCH64
	default:
		return 0
	}
}

// refusedCalls are system calls that no exercise needs, and that reach around the
// other walls or deep into the kernel: keys of the account, another way to open
// sockets, and what only a system's own programs do.
func refusedCalls() []uint32 {
	return []uint32{
		unix.SYS_ADD_KEY, unix.SYS_REQUEST_KEY, unix.SYS_KEYCTL,
		unix.SYS_IO_URING_SETUP, unix.SYS_IO_URING_ENTER, unix.SYS_IO_URING_REGISTER,
		unix.SYS_BPF, unix.SYS_PERF_EVENT_OPEN, unix.SYS_USERFAULTFD,
		unix.SYS_MOUNT, unix.SYS_UMOUNT2, unix.SYS_PIVOT_ROOT, unix.SYS_CHROOT, unix.SYS_UNSHARE, unix.SYS_SETNS,
		unix.SYS_OPEN_TREE, unix.SYS_MOVE_MOUNT, unix.SYS_FSOPEN, unix.SYS_FSMOUNT, unix.SYS_MOUNT_SETATTR,
		unix.SYS_OPEN_BY_HANDLE_AT, unix.SYS_KEXEC_LOAD, unix.SYS_INIT_MODULE, unix.SYS_FINIT_MODULE, unix.SYS_DELETE_MODULE,
		// What is shared through these is shared with all programs of the account, and stays in the
		// kernel when the command is gone; its memory is that of no process.
		unix.SYS_SHMGET, unix.SYS_SHMAT, unix.SYS_SHMCTL, unix.SYS_MSGGET, unix.SYS_MSGSND, unix.SYS_MSGRCV, unix.SYS_MSGCTL,
		unix.SYS_SEMGET, unix.SYS_SEMOP, unix.SYS_SEMTIMEDOP, unix.SYS_SEMCTL, unix.SYS_MQ_OPEN, unix.SYS_MQ_UNLINK,
	}
}

// absentCalls are told as those that this kernel does not have, so that programs
// take another way: files that are in memory only and count for no process, and
// a way to start processes whose arguments a filter cannot see.
func absentCalls() []uint32 {
	return []uint32{unix.SYS_CLONE3, unix.SYS_MEMFD_CREATE, unix.SYS_MEMFD_SECRET}
}

// ownCall is a call that changes a process, named by its first two arguments. It
// is let through where they are as here, which names the caller itself.
type ownCall struct {
	call   uint32
	args   int // how many of them name it
	first  uint32
	second uint32
}

// ownCalls need no right to look into another program of the account.
func ownCalls() []ownCall {
	const process, ioProcess = unix.PRIO_PROCESS, 1 // IOPRIO_WHO_PROCESS
	return []ownCall{
		{call: unix.SYS_PRLIMIT64, args: 1}, {call: unix.SYS_SCHED_SETAFFINITY, args: 1}, {call: unix.SYS_SCHED_SETSCHEDULER, args: 1},
		{call: unix.SYS_SCHED_SETPARAM, args: 1}, {call: unix.SYS_SCHED_SETATTR, args: 1}, {call: unix.SYS_MIGRATE_PAGES, args: 1},
		{call: unix.SYS_SETPRIORITY, args: 2, first: process}, {call: unix.SYS_IOPRIO_SET, args: 2, first: ioProcess},
	}
}

// newSpaces are the flags with which clone makes a process that has rights of root
// in a space of its own.
const newSpaces = unix.CLONE_NEWNS | unix.CLONE_NEWCGROUP | unix.CLONE_NEWUTS | unix.CLONE_NEWIPC | unix.CLONE_NEWUSER | unix.CLONE_NEWPID | unix.CLONE_NEWNET

// families are the kinds of sockets that may be opened. Isolated processes have a
// network with nobody else in it; others get none. Pairs of sockets can be made
// everywhere.
func families(l Level) []uint32 {
	if l == Isolated {
		return []uint32{unix.AF_UNIX, unix.AF_INET, unix.AF_INET6, unix.AF_NETLINK}
	}
	return nil
}

// Where the kernel puts what it asks a filter about: struct seccomp_data.
const (
	dataCall = 0
	dataArch = 4
	dataArg0 = 16
	dataArg1 = 24
)

// callsOfOther is where the numbers of another kind of programs begin (x32).
const callsOfOther = 0x40000000

// program is the filter as the kernel reads it.
func program(l Level) []unix.SockFilter {
	const (
		load  = unix.BPF_LD | unix.BPF_W | unix.BPF_ABS
		equal = unix.BPF_JMP | unix.BPF_JEQ | unix.BPF_K
		least = unix.BPF_JMP | unix.BPF_JGE | unix.BPF_K
		some  = unix.BPF_JMP | unix.BPF_JSET | unix.BPF_K
		give  = unix.BPF_RET | unix.BPF_K
		deny  = unix.SECCOMP_RET_ERRNO | uint32(unix.EPERM)
		none  = unix.SECCOMP_RET_ERRNO | uint32(unix.ENOSYS)
	)
	p := []unix.SockFilter{
		{Code: load, K: dataArch},
		{Code: equal, K: architecture(), Jt: 1},
		{Code: give, K: deny},
		{Code: load, K: dataCall},
		{Code: least, K: callsOfOther, Jf: 1},
		{Code: give, K: deny},
	}
	for _, call := range refusedCalls() {
		p = append(p, unix.SockFilter{Code: equal, K: call, Jf: 1}, unix.SockFilter{Code: give, K: deny})
	}
	for _, call := range absentCalls() {
		p = append(p, unix.SockFilter{Code: equal, K: call, Jf: 1}, unix.SockFilter{Code: give, K: none})
	}
	for _, own := range ownCalls() {
		checks := []unix.SockFilter{{Code: load, K: dataArg0}, {Code: equal, K: own.first, Jt: 1}, {Code: give, K: deny}}
		if own.args > 1 {
			checks = append(checks, unix.SockFilter{Code: load, K: dataArg1}, unix.SockFilter{Code: equal, K: own.second, Jt: 1}, unix.SockFilter{Code: give, K: deny})
		}
		p = append(p, unix.SockFilter{Code: equal, K: own.call, Jf: uint8(len(checks) + 1)}) //nolint:gosec // some
		p = append(append(p, checks...), unix.SockFilter{Code: give, K: unix.SECCOMP_RET_ALLOW})
	}
	p = append(p,
		unix.SockFilter{Code: equal, K: unix.SYS_CLONE, Jf: 4},
		unix.SockFilter{Code: load, K: dataArg0},
		unix.SockFilter{Code: some, K: newSpaces, Jf: 1},
		unix.SockFilter{Code: give, K: deny},
		unix.SockFilter{Code: give, K: unix.SECCOMP_RET_ALLOW},
		unix.SockFilter{Code: equal, K: unix.SYS_SOCKET, Jt: 1},
		unix.SockFilter{Code: give, K: unix.SECCOMP_RET_ALLOW},
		unix.SockFilter{Code: load, K: dataArg0})
	for _, family := range families(l) {
		p = append(p, unix.SockFilter{Code: equal, K: family, Jf: 1}, unix.SockFilter{Code: give, K: unix.SECCOMP_RET_ALLOW})
	}
	return append(p, unix.SockFilter{Code: give, K: deny})
}

// filterCalls filters the system calls of this thread, and of what it becomes.
func filterCalls(l Level) error {
	p := program(l)
	if len(p) > math.MaxUint16 {
		return unix.E2BIG
	}
	prog := unix.SockFprog{Len: uint16(len(p)), Filter: &p[0]}                                             //nolint:gosec // just compared
	return unix.Prctl(unix.PR_SET_SECCOMP, unix.SECCOMP_MODE_FILTER, uintptr(unsafe.Pointer(&prog)), 0, 0) //nolint:gosec // as the manual has it
}
