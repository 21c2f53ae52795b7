import Testing

/// What goes wrong from outside: bad files, full disks, killed processes, wrong keys.
///
/// One after another, because many of them keep the whole machine busy.
@Suite(.serialized) struct FaultTests {}

/// What goes wrong from inside: a database that holds what this program did not write.
///
/// One after another as well, beside the others.
@Suite(.serialized) struct StrangeLedgerTests {}
