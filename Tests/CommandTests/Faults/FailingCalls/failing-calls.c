// Preloaded into a program, makes one of its calls to the system fail, kills it there, or counts
// them:
//
//   FAILING_COUNT  a file that takes one byte for each call
//   FAILING_AT     the number of the call that fails, from 1 on
//   FAILING_HOW    the errno it fails with; "kill" or "stop": the process gets that signal there
//
// Counted are the calls that change files: opening for writing, writing, making sure, cutting,
// naming and removing.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static atomic_int calls;
static int counter = -1, failing_at, failing_errno, failing_signal;

__attribute__((constructor)) static void begin(void) {
  const char *count = getenv("FAILING_COUNT"), *at = getenv("FAILING_AT"),
             *how = getenv("FAILING_HOW");
  if (count)
    counter = syscall(SYS_openat, AT_FDCWD, count, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  failing_at = at ? atoi(at) : 0;
  if (!how) return;
  if (!strcmp(how, "kill")) failing_signal = SIGKILL;
  else if (!strcmp(how, "stop")) failing_signal = SIGSTOP;
  else failing_errno = atoi(how);
}

// Whether this is the call that fails.
static int fails(void) {
  int number = atomic_fetch_add(&calls, 1) + 1;
  if (counter >= 0) syscall(SYS_write, counter, ".", 1);
  if (number != failing_at) return 0;
  if (failing_signal) {
    kill(getpid(), failing_signal);
    return 0;
  }
  errno = failing_errno;
  return 1;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

#define CALL(type, name, parameters, arguments)              \
  type name parameters {                                     \
    static __typeof__(&name) real;                           \
    if (!real) real = REAL(name);                            \
    return fails() ? -1 : real arguments;                    \
  }

CALL(ssize_t, write, (int file, const void *bytes, size_t count), (file, bytes, count))
CALL(ssize_t, pwrite, (int file, const void *bytes, size_t count, off_t at),
     (file, bytes, count, at))
CALL(ssize_t, pwrite64, (int file, const void *bytes, size_t count, off64_t at),
     (file, bytes, count, at))
CALL(int, fsync, (int file), (file))
CALL(int, fdatasync, (int file), (file))
CALL(int, ftruncate, (int file, off_t length), (file, length))
CALL(int, ftruncate64, (int file, off64_t length), (file, length))
CALL(int, rename, (const char *from, const char *to), (from, to))
CALL(int, link, (const char *from, const char *to), (from, to))
CALL(int, unlink, (const char *path), (path))
CALL(int, fchmod, (int file, mode_t mode), (file, mode))

#define OPEN(name)                                           \
  int name(const char *path, int flags, ...) {               \
    static int (*real)(const char *, int, ...);              \
    if (!real) real = (int (*)(const char *, int, ...))dlsym(RTLD_NEXT, #name); \
    va_list rest;                                            \
    va_start(rest, flags);                                   \
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0; \
    va_end(rest);                                            \
    if (flags & (O_WRONLY | O_RDWR) && fails()) return -1;   \
    return real(path, flags, mode);                          \
  }

OPEN(open)
OPEN(open64)
