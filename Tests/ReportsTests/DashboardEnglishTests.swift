import TargetEngine
import Testing

@testable import Reports

@Suite struct DashboardEnglishTests {
  @Test func aNarrowTerminal() {
    #expect(
      screen(60) == """
        Xuanzhou  as of 2021-06-30       Ledger head: #1204·9f3c21aa
        ■ Behind 1 · ■ Over limit 1 · ▲ Slipping 1 · ● Exceeded 1
        ● Done 1 · ● On pace 1 · ○ Not due 1 · No target 1

        Health ─────────────────────────────────────────────────────
        ■ Clinics up to standard  Behind            ▂▃▁▇█▆······
          ██████░░|░░░░░░░░  38%  30/79 个          needs 8.2/month
            12 points behind pace, 49 个 short
            Furthest behind: Honglin 20% (8 个 short, 1.3 a month),
                             Shuiyang 33% (8 个 short, 1.3 a month),
                             Xikou 44% (5 个 short, 0.8 a month)
        ▲ Village clinics renew…  Slipping          ▃▅▆███······
          ███████░|░░░░░░░░  45%  90/200 个         needs 18.3/month
            5 points behind pace, 110 个 short
            Furthest behind: Shuiyang 30% (28 个 short, 4.7 a month)
        ● Doctors trained         Done              ▁▅▅██▁······
          █████████████████ 100%  64/64 人次
          Doctors at work         412 人            ▇▂▂▁▅█······
        ○ Electronic records      Not due
          ██████████████░░░  85%  81%/95%           811/1000

        Union ──────────────────────────────────────────────────────
        ● New members             On pace           ▆▇▇▇▇█······
          ████████|░░░░░░░░  58%  700/1200 人       needs 83.3/month
        ● Relief fund             Exceeded by 51%   ▅▅▆▅█▅······
          ████████████████▶ 151%  75.50/50.00 万元
        ■ Wage cases              Over limit        ▃▆▃█▆█······
          ████████████████▶ 120%  12/10 件
            2 件 over the limit

        | pace   ▁▃█ January to December   · month to come

        """)
  }

  @Test func aUsualTerminal() {
    #expect(
      screen(80) == """
        Xuanzhou  as of 2021-06-30                           Ledger head: #1204·9f3c21aa
        ■ Behind 1 · ■ Over limit 1 · ▲ Slipping 1 · ● Exceeded 1 · ● Done 1
        ● On pace 1 · ○ Not due 1 · No target 1

        Health ─────────────────────────────────────────────────────────────────────────
        ■ Clinics up to standard         Behind            ▂▃▁▇█▆······
          █████████░░░|░░░░░░░░░░░  38%  30/79 个          needs 8.2/month
            12 points behind pace, 49 个 short
            Furthest behind: Honglin 20% (8 个 short, 1.3 a month),
                             Shuiyang 33% (8 个 short, 1.3 a month),
                             Xikou 44% (5 个 short, 0.8 a month)
        ▲ Village clinics renewed        Slipping          ▃▅▆███······
          ██████████░░|░░░░░░░░░░░  45%  90/200 个         needs 18.3/month
            5 points behind pace, 110 个 short
            Furthest behind: Shuiyang 30% (28 个 short, 4.7 a month)
        ● Doctors trained                Done              ▁▅▅██▁······
          ████████████████████████ 100%  64/64 人次
          Doctors at work                412 人            ▇▂▂▁▅█······
        ○ Electronic records             Not due
          ████████████████████░░░░  85%  81%/95%           811/1000

        Union ──────────────────────────────────────────────────────────────────────────
        ● New members                    On pace           ▆▇▇▇▇█······
          ████████████|░░░░░░░░░░░  58%  700/1200 人       needs 83.3/month
        ● Relief fund                    Exceeded by 51%   ▅▅▆▅█▅······
          ███████████████████████▶ 151%  75.50/50.00 万元
        ■ Wage cases                     Over limit        ▃▆▃█▆█······
          ███████████████████████▶ 120%  12/10 件
            2 件 over the limit

        | pace   ▁▃█ January to December   · month to come

        """)
  }

  @Test func aWideTerminal() {
    #expect(
      screen(120) == """
        Xuanzhou  as of 2021-06-30                                                                   Ledger head: #1204·9f3c21aa
        ■ Behind 1 · ■ Over limit 1 · ▲ Slipping 1 · ● Exceeded 1 · ● Done 1 · ● On pace 1 · ○ Not due 1 · No target 1

        Health ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────
        ■ Clinics up to standard   ███████░░░|░░░░░░░░░░  38%     30/79 个       Behind           needs 8.2/month   ▂▃▁▇█▆······
            12 points behind pace, 49 个 short
            Furthest behind: Honglin 20% (8 个 short, 1.3 a month), Shuiyang 33% (8 个 short, 1.3 a month),
                             Xikou 44% (5 个 short, 0.8 a month)
        ▲ Village clinics renewed  █████████░|░░░░░░░░░░  45%     90/200 个      Slipping         needs 18.3/month  ▃▅▆███······
            5 points behind pace, 110 个 short
            Furthest behind: Shuiyang 30% (28 个 short, 4.7 a month)
        ● Doctors trained          █████████████████████ 100%     64/64 人次     Done                               ▁▅▅██▁······
          Doctors at work                                        412 人                                             ▇▂▂▁▅█······
        ○ Electronic records       █████████████████░░░░  85%    81%/95%         Not due          811/1000

        Union ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────
        ● New members              ██████████|█░░░░░░░░░  58%    700/1200 人     On pace          needs 83.3/month  ▆▇▇▇▇█······
        ● Relief fund              ████████████████████▶ 151%  75.50/50.00 万元  Exceeded by 51%                    ▅▅▆▅█▅······
        ■ Wage cases               ████████████████████▶ 120%     12/10 件       Over limit                         ▃▆▃█▆█······
            2 件 over the limit

        | pace   ▁▃█ January to December   · month to come

        """)
  }

  private func screen(_ width: Int) -> String {
    DashboardSample.make(.en).screen(
      width: width, color: false, language: .en, moduleTitle: DashboardSample.title(.en))
  }
}
