public import Registers
public import TargetEngine

/// What someone asked of a register that cannot be done.
public indirect enum RecordFault: Sendable, Equatable {
  case unknownRegister(String, suggestions: [String])
  case unknownField(String, register: Text, suggestions: [String])
  case unknownRecord(String, register: Text?)
  /// A list names a record by what is no id of any ledger; those of this one begin with its site.
  case badID(String, site: String)
  /// Several records answer to a name, with these ids.
  case ambiguousRecord(String, register: Text, records: [AlikeRecord], count: Int)
  /// A text is the number of one record and the key of others.
  case numberOrKey(String, register: Text, number: NamedRecord, keys: [NamedRecord])
  case badValue(String, field: Text, kind: FieldKind)
  /// A row shows by its mask another identity than the record of its name has.
  case maskDiffers(field: Text, id: String)
  /// A code that a spreadsheet has rounded.
  case lostDigits(String, field: Text)
  /// A unit of a kind that the field does not take.
  case wrongUnit(String, UnitKind, field: FieldShape, instead: String?)
  /// Members are added to a list, and to nothing else.
  case notList(field: Text)
  /// A value that a list should lose and does not have.
  case notInList(String, field: Text)
  /// A record that others name is not removed: some of them, each with its register.
  case named(by: [NamingRecord], count: Int)
  /// A record is not merged into itself.
  case mergesItself(String)
  /// Two records that an identity tells apart are not one.
  case mergesDiffer(field: Text, id: String, into: String)
  /// Only the record that would be taken out has this secret.
  case mergeLoses(field: Text, id: String, into: String)
  /// A text that is no such secret; it is not repeated.
  case badSecret(SecretFault, field: Text)
  case missing(register: Text, fields: [Text])
  /// The same natural key is borne by another record, of this id.
  case duplicateKey(register: Text, id: String)
  /// A record of this id lacks these parts of its natural key, and may be the same.
  case lacksKey(register: Text, id: String, fields: [Text])
  /// A new record lacks these parts of its natural key, and may be this one.
  case mayBeKnown(register: Text, id: String, label: String, fields: [Text])
  /// A row may tell of a record as it was until an earlier row changed its key.
  case keyChanged(id: String, label: String, by: RowPlace?)
  /// A row may name by more or less of its key what an earlier one named, and was taken for another.
  case mayBeOne(String, other: String, at: RowPlace?, fields: [Text])
  case unknownStage(String, register: Text, stages: [Text])
  case forbiddenMove(from: Text, to: Text, allowed: [Text])
  /// A stage that cannot be entered without a field.
  case needs(stage: Text, field: FieldShape)
  /// A move before the one that precedes it, or after the one that follows.
  case outOfOrder(day: Day, neighbour: Day)
  /// A day field of a move, and another day for the same move.
  case daysDiffer(field: Text, day: Day, other: Day)
  /// A stage that would be entered on a day that is still to come.
  case stageAfterToday(stage: Text, day: Day, today: Day)
  /// A value that would hold before its record begins.
  case beforeStart(field: Text, day: Day, start: Day)
  /// Values with their days that begin on another day than the record, whose first day they have.
  case otherStart(field: Text, day: Day, start: Day)
  /// A line break within a cell of a key: nobody knows whether it parts two.
  case brokenKey(String, field: Text)
  /// What is no number has no sum.
  case notSummed(field: Text)
  /// A day for fields that keep no values by day.
  case keepsNoDays(fields: [Text])
  /// A day for a new record in which nothing happens on it.
  case unusedDay(Day)
  /// A field that says when a stage was entered, or that the stage needs, is not emptied.
  case stageKeeps(stage: Text, field: Text)
  /// A day that tells when a stage was entered, of a record that never was.
  case neverEntered(field: Text, stage: Text, from: Text?)
  /// A list says a stage that the record has left already, for the one that it has been in since
  /// this day.
  case behind(stage: Text, known: Text, day: Day?)
  /// A list gives the last known move another, later day, and tells of moves after it.
  case otherDay(stage: Text, known: Day, day: Day)
  /// A cell of what a record went through whose parts are not all values with their days.
  case badHistory(String, column: Text)
  /// A list tells of all moves of a record, but not of this one that is known.
  case movesLack(stage: Text, day: Day)
  /// A list tells of all values of a field with their days, but not of this one that is known.
  case stepsLack(field: Text, value: Decimal, day: Day)
  /// A day that dates one of several stages, without the stage.
  case needsStage(field: Text, stages: [Text])
  /// A record has no move into a stage, or none of this day; the days of those it has.
  case noSuchMove(stage: Text, day: Day?, days: [Day])
  /// One command gives a field two values.
  case writtenTwice(field: String)
  /// A stage is entered by `advance`, which knows the day.
  case stageIsAdvanced(String)
  case unknownColumnType(String, types: [Text])
  case badColumnName(String)
  case columnExists(String, register: Text)
  /// Records have values in a column that is to be taken away.
  case usedColumn(String, transaction: Int64)
  /// The register's records have no unit to be found by.
  case noPlace(register: Text)
  /// A part can only be looked for in a text.
  case containsNeedsText(field: Text)
  /// A stage is compared by another sign than `=` and `!=`.
  case stageNeedsEqual
  /// A column by which records are neither chosen nor sorted.
  case notComparable(String)
  /// A word that should be a condition has no sign of comparison.
  case badCondition(String)
  /// More conditions or columns than a question has.
  case tooManyParts(most: Int)
  /// A part of a text that is too long to be looked for.
  case longPart(most: Int)
  case removed(String)
  /// Its texts were destroyed, so that it is changed no more.
  case erased(String)
  /// A register without secrets, or a field that is none.
  case noSecret(String, register: Text)
  /// One of several records that were to be changed together.
  case inRecord(String, RecordFault)
  /// A move that the person named in this field may not make.
  case notBy(stage: Text, field: Text, name: String)
  /// A move that only the person named in this field may make.
  case onlyBy(stage: Text, field: Text, name: String)
  /// Rules of the register, in its own words.
  case rules([Problem])
}
