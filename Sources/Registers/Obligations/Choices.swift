public import TargetEngine

extension Cycle: ChoiceValue {}
