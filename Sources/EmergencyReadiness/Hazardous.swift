internal import Registers
internal import TargetEngine

/// What a plan, a drill or a response is for. Source: `terms.csv`.
enum Hazardous: String, ChoiceValue {
  case flood, typhoon, snow, forestFire, earthquake, geological, accident, fire, publicHealth
  case publicSecurity, school, other

  var title: Text {
    switch self {
    case .flood: Text("防汛抗旱", "Flood and drought")
    case .typhoon: Text("台风", "Typhoon")
    case .snow: Text("低温雨雪冰冻", "Snow and ice")
    case .forestFire: Text("森林火灾", "Forest fire")
    case .earthquake: Text("地震", "Earthquake")
    case .geological: Text("地质灾害", "Geological disaster")
    case .accident: Text("生产安全事故", "Production accident")
    case .fire: Text("火灾", "Fire")
    case .publicHealth: Text("公共卫生", "Public health")
    case .publicSecurity: Text("社会安全", "Public security")
    case .school: Text("校园安全", "School safety")
    case .other: Text("其他", "Other")
    }
  }
}
