import TargetEngine
import Testing

@testable import Reports

@Suite struct SparklineTests {
  @Test func heights() {
    #expect(Sparkline.of([]) == "")
    #expect(Sparkline.of([0, 0]) == "▁▁")
    #expect(Sparkline.of([5, 5]) == "██")
    #expect(Sparkline.of([0, 1, 2, 3, 4, 5, 6, 7]) == "▁▂▃▄▅▆▇█")
    #expect(Sparkline.of([0, 1, 1000]) == "▁▂█")
    #expect(Sparkline.of([3, nil, 7]) == "▄·█")
    #expect(Sparkline.of([nil, 7], absent: " ") == " █")
  }

  @Test func negatives() {
    #expect(Sparkline.of([-7, 0]) == "▁█")
    #expect(Sparkline.of([-7, 0, 7]) == "▁▅█")
    #expect(Sparkline.of([.min, 0, .max]) == "▁▅█")
  }
}

@Suite struct BarTests {
  private let bar = Bar(width: 10)
  private let half = Decimal(5, places: 1)

  @Test func filling() {
    #expect(bar.of(0, outOf: 79) == "░░░░░░░░░░")
    #expect(bar.of(40, outOf: 79) == "█████░░░░░")
    #expect(bar.of(78, outOf: 79) == "█████████░")
    #expect(bar.of(79, outOf: 79) == "██████████")
    #expect(bar.of(80, outOf: 79) == "█████████▶")
    #expect(bar.of(-3, outOf: 79) == "░░░░░░░░░░")
    #expect(bar.of(rate: Decimal(999_999, places: 6)) == "█████████░")
    #expect(bar.of(rate: Decimal(15, places: 1)) == "█████████▶")
    #expect(bar.of(rate: Decimal(.max, places: 40)) == "░░░░░░░░░░")
    #expect(bar.of(.max, outOf: .max) == "██████████")
  }

  @Test func paceMarks() {
    #expect(bar.of(20, outOf: 100, pace: half) == "██░░░|░░░░")
    #expect(bar.of(80, outOf: 100, pace: half) == "█████|██░░")
    #expect(bar.of(80, outOf: 100, pace: Decimal(1)) == "████████░░")
    #expect(bar.of(80, outOf: 100, pace: Decimal(0)) == "████████░░")
    #expect(bar.of(100, outOf: 100, pace: half) == "██████████")
    #expect(Bar(width: 10, ascii: true).of(80, outOf: 100, pace: half) == "#####|##..")
    #expect(Bar(width: 4, ascii: true).of(9, outOf: 8) == "###>")
  }

  @Test func absentRatesHaveNoBar() {
    #expect(bar.of(rate: nil, pace: half) == "—         ")
    #expect(bar.of(1, outOf: 0) == "—         ")
    #expect(Bar(width: 3, ascii: true).of(rate: nil) == "-  ")
  }
}
