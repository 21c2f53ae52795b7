import Testing

/// What goes wrong from outside: bad files, full disks, killed processes, tampering.
///
/// One after another, because many of them keep the whole machine busy.
@Suite(.serialized) struct FaultTests {}
