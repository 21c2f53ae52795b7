#include <sqlite3.h>

/// Swift cannot call a function of variable arguments. SQLite then counts no memory, which costs a lock
/// at each allocation.
static inline int csqlite_count_no_memory(void) {
  return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}
