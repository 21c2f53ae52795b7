import Testing

/// What goes wrong from outside: bad files, wrong rights, foreign places.
///
/// One after another, because many of them keep the whole machine busy.
@Suite(.serialized) struct FaultTests {}

/// What breaks off in the middle: killed processes, calls that fail, full disks, others at the same time.
///
/// One after another as well, beside the others.
@Suite(.serialized) struct BreakingTests {}

/// What goes wrong from inside: a database that holds what this program did not write.
///
/// One after another as well, beside the others.
@Suite(.serialized) struct StrangeLedgerTests {}
