import Testing

/// What people see who never read a manual: the menu, completion, help.
///
/// One after another: terminals and shells wait for each other's answers.
@Suite(.serialized) struct FaceTests {}
