/// What gives every column of emergency management a value.
enum ReadinessSample {
  static let commands = [
    "emergency officer add unit=341802001 role=fullTime name=王五 post=所长 phone=0563-1234567"
      + " mobile=13900000003 from=2021-01-01 until=2022-12-31",
    "emergency demonstration add title=示范 level=市级 unit=341802001",
    "emergency demonstration advance 示范/市级 approved --on 2021-05-01",
    "emergency demonstration advance 示范/市级 awarded awarded-on=2021-06-01",
    "emergency fund add year=2021 unit=341802 item=演练 budget=1000 spent=500",
    "emergency planning add unit=341802 title=规划 period=十四五 filed-with=341802 due=2021-12-31",
    "emergency contingency add title=预案 level=township kind=grassroots owner=341802001"
      + " stage=filed issued-on=2021-02-01 filed-on=2021-02-05 electronic-text=a drafting-note=yes",
    "emergency contingency add title=预案 level=township kind=grassroots owner=341802001 version=2"
      + " hazard=flood year=2021 round=1 due=2021-06-30 joint-with=341802002 document-no=ｗ６号"
      + " issued-on=2021-03-01 filed-on=2021-03-05 filed-with=341802 copied-to=341802002"
      + " electronic-text=b drafting-note=yes receipt-no=1 evaluated-on=2021-06-01 stage=evaluating",
    "emergency drill add title=演练 year=2021 lead=341802001 planned-from=2021-05-01"
      + " planned-to=2021-05-31 form=field scope=single plan=预案/341802001/2 hazard=flood"
      + " scenario=溃堤 partners=341802002 place=大堤 unannounced=yes scheme-due=2021-04-30"
      + " scheme-on=2021-04-20 postponed-to=2021-06-10 held-on=2021-06-10 times=2 participants=90"
      + " observers=9 report=c findings=好 real-event=抗洪 document-no=ｗ７号 stage=evaluated",
    "emergency drill-finding add drill=演练/2021 item=沙袋 owner=341802002 due=2021-06-30"
      + " done-on=2021-06-20",
  ]
}
