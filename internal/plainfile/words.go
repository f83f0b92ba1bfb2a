package plainfile

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// Plain is an error of reading a file or folder in plain words, without the name
// of a call of the system or of the file, which whoever tells it says. It wraps
// what it was made of.
func Plain(err error) error {
	if err == nil {
		return nil
	}
	var words string
	var path *fs.PathError
	var call *os.SyscallError
	switch {
	case errors.Is(err, ErrNotRegular):
		words = "it is neither a file nor a folder"
	case errors.Is(err, ErrTooLarge):
		words = "it is too large"
	case errors.Is(err, syscall.EISDIR):
		words = "it is a folder"
	case errors.Is(err, syscall.ENOTDIR):
		words = "a part of its path is a file, and no folder"
	case errors.Is(err, syscall.ELOOP):
		words = "links lead in a circle"
	case errors.Is(err, syscall.ENAMETOOLONG):
		words = "its name is too long"
	case errors.Is(err, fs.ErrNotExist):
		words = "there is no such file or folder"
	case errors.Is(err, fs.ErrPermission):
		words = "you may not read or write it; look at its permissions"
	case errors.As(err, &path):
		words = path.Err.Error()
	case errors.As(err, &call):
		words = call.Err.Error()
	default:
		return err
	}
	return &plain{words, err}
}

type plain struct {
	words string
	err   error
}

func (p *plain) Error() string { return p.words }

func (p *plain) Unwrap() error { return p.err }
