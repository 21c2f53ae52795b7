/// What gives every column of emergency management a value, of which the sample has none.
enum ReadinessSample {
  static func commands(_ site: String) -> [[String]] {
    let opening = "中学/341802001/2021-06-10T18:00"
    return [
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
      "emergency equipment add unit=341802001 name=终端 inspected-on=2021-06-01 state=ok",
      "emergency dispatch add unit=341802001 cycle=weekly due=2021-06-06 answered-at=2021-06-06T09:00"
        + " result=online means=video answered-by=王 leader-present=yes document-no=ｗ６号",
      "emergency risk-source add name=水库 unit=341802001 kind=reservoir grade=1 site=东 owner=李 phone=05632"
        + " threatened=30 updated-on=2021-06-01 removed-on=2021-07-01",
      "emergency hazard add title=渗漏 unit=341802001 kind=fire grade=1 site=东 found-on=2021-05-01 due=2021-06-01"
        + " owner=李 mitigated-on=2021-05-20 source-ref=水库/341802001 stage=inspected"
        + " accepted-on=2021-05-21",
      "emergency team add name=一队 unit=341802001 kind=backbone leader=王 phone=05633 headcount=30 equipment=艇"
        + " inspected-on=2021-06-01 station=东 founded-on=2020-01-01 dissolved-on=2021-07-01"
        + " list-complete=yes",
      "emergency member add team=一队/341802001 person=\(site)-246 joined-on=2021-01-01 left-on=2021-06-30"
        + " certificate=救生 certificate-until=2022-01-01",
      "emergency shelter add name=中学 unit=341802001 kind=point grade=township capacity=500 area=900"
        + " inspected-on=2021-06-01 state=available space=indoor duration=short keeper=赵 phone=05634"
        + " address=东街1号 built-on=2020-01-01",
      "emergency shelter-opening add shelter=中学/341802001 opened-at=2021-06-10T18:00 manager=王 phone=05635",
      "emergency shelter-entry add opening=\(opening) at=2021-06-10T19:00 people=30",
      "emergency shelter-entry add opening=\(opening) at=2021-06-11T08:00 people=-30",
      "emergency shelter-opening set \(opening) closed-at=2021-06-11T09:00",
      "emergency outreach add title=宣传 kind=publicity unit=341802001 held-on=2021-05-12 ended-on=2021-05-13"
        + " audience=居民 attendance=200 materials=500",
      "emergency damage add unit=341802001 item=变电所 kind=power reported-at=2021-06-10T06:00 loss=1000"
        + " affected=300 restored-on=2021-06-12 owner=供电所 due=2021-06-13",
      "emergency donation add receiver=341802 receipt-no=001 donor=某公司 on=2021-06-10 cash=500 goods=水"
        + " goods-value=100 directed=修缮 anonymous=no published-on=2021-06-12",
      "emergency donation-use add donation=341802/001 on=2021-06-15 money=200 goods=水 purpose=大米"
        + " to-unit=341802001 published-on=2021-06-16 reason=同意",
    ].map { $0.split(separator: " ").map(String.init) }
  }
}
