#include <sqlite3.h>

/// Swift cannot call a function of variable arguments. SQLite then counts no memory, which costs a lock
/// at each allocation.
static inline int csqlite_count_no_memory(void) {
  return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

/// The program makes no triggers and no views: whoever else put some into a file is not followed.
static inline void csqlite_ignore_triggers_and_views(sqlite3 *db) {
  sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, (int *)0);
  sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, (int *)0);
  sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)0);
}

/// Whether the last connection that closes leaves the log as it is.
static inline void csqlite_leave_log(sqlite3 *db, int leaves) {
  sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, leaves, (int *)0);
}
