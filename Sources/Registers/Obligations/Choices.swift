public import TargetEngine

extension Cycle: ChoiceValue {}
extension UnitKind: ChoiceValue {}
