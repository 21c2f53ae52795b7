PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE schema_step (id TEXT PRIMARY KEY, sha256 TEXT NOT NULL, at TEXT NOT NULL) STRICT;
INSERT INTO schema_step VALUES('core.1','7f244013d54cf78f1df40a6f61628ac8e5a24cbec8291ed3c1af674cc53ac6a3','2026-11-26T05:53:03Z');
INSERT INTO schema_step VALUES('core.2','3c36fc754de55159074480cb6fcebe02e49888040cf75be0b3bc639de1442f62','2026-11-26T05:53:03Z');
INSERT INTO schema_step VALUES('core.3','68f7dd4c7e5668399cb672e0e879ab30470792fb58381d3475303c0cd3c100e6','2026-11-26T05:53:03Z');
INSERT INTO schema_step VALUES('workforce.post.1','d660e1ad97abd0ca7b367435441a9c4dc09d4df466b0bbaa33c04ea007f44c5b','2026-11-26T05:53:03Z');
INSERT INTO schema_step VALUES('workforce.hire.1','c54f474786711980900bfcc1e734e36f13653dd75070e481bf267a0931a7a586','2026-11-26T05:53:03Z');
INSERT INTO schema_step VALUES('workforce.hire.2','a1af43c68c371e99f88b679a71abd87f6a6291f20f354ffdd76d73ae895c9e1b','2026-11-26T05:53:03Z');
INSERT INTO schema_step VALUES('workforce.trainee.1','a870a5c1e66f6a5347453ea6ddec6eddb75871bceb6d2b43efdf8fb5bac4bb2d','2026-11-26T05:53:03Z');
INSERT INTO schema_step VALUES('workforce.trainee.2','bf7d7e936ac8f6448cec7967cb3d8661750cdd8a1290b3af59dd8a541216e55f','2026-11-26T05:53:03Z');
INSERT INTO schema_step VALUES('workforce.village-doctor.1','eb8ad96f6bf6b638e92f2669d8d3a79bb483fc929b02d571437b832c526c999c','2026-11-26T05:53:03Z');
INSERT INTO schema_step VALUES('workforce.establishment.1','1dd9c7042e24c1ae1bb333dc95aef76a18b1590cacde7082673b50442266ae29','2026-11-26T05:53:03Z');
INSERT INTO schema_step VALUES('workforce.staff.1','914b19f7ba6a7773eea4c60c9c9b673b692d40265aff2e355ba5872cd770cc16','2026-11-26T05:53:03Z');
INSERT INTO schema_step VALUES('clinics.project.1','eaf7117640a1eeb5cf6d950cc4df0a73971d68b65002bf8dc58b4e28ecb64007','2026-11-26T05:53:03Z');
INSERT INTO schema_step VALUES('clinics.finding.1','0bdda66f9d9294acbabdfc4870d00785ab9cbde41e87024ca09b70fa784d9b4d','2026-11-26T05:53:03Z');
INSERT INTO schema_step VALUES('clinics.finding.2','ce4e00de1c94a49f73d87fd6334c967d52d81d43637b726c031fca1d3cbe501f','2026-11-26T05:53:03Z');
INSERT INTO schema_step VALUES('clinics.finding.3','56710cb804736e3dadc1f23a0f4f64c7e7a18d8186a3caefd4459c0c9b479430','2026-11-26T05:53:03Z');
INSERT INTO schema_step VALUES('clinics.course.1','669439c2311155747c9b3a35287f3bbc7250f1bfd98a5cac1899d34ff70c4218','2026-11-26T05:53:03Z');
INSERT INTO schema_step VALUES('clinics.participant.1','59a489f081bf8239706aa5b110b532e685f0d6f77e438ba3392f8b9963b978dc','2026-11-26T05:53:03Z');
INSERT INTO schema_step VALUES('clinics.studio.1','9b28f2c4d855846c118dbb662c1a1b98b7f53edf14cbc10dec25f459714e8786','2026-11-26T05:53:03Z');
INSERT INTO schema_step VALUES('clinics.checklist.1','615a4bee364948e4a11a6714c5b5cbbdc85a4376280826e137aac9b2c12ba8c0','2026-11-26T05:53:03Z');
INSERT INTO schema_step VALUES('plan.document.1','aca159d409563a55dab1daafa3aa9e4b21afff9b89e251eff3177aa93578b814','2026-11-26T05:53:03Z');
INSERT INTO schema_step VALUES('plan.task.1','00ed4bd5bea3a9a44fa8be48abf4eac72709dc7591dbb7231e7f0eb8992ee0b8','2026-11-26T05:53:03Z');
INSERT INTO schema_step VALUES('plan.task.2','f267827757fcbacdf45797bd71832420ad976eaa452dd427a084145811d1de6f','2026-11-26T05:53:03Z');
INSERT INTO schema_step VALUES('plan.task.3','aae1fa99694d5dfeb09d281e079d834a6891034a4679f8872cbe55d75ad0be71','2026-11-26T05:53:03Z');
INSERT INTO schema_step VALUES('plan.reminder.1','ded330e3c25dc4859c1308143879bc87cdf209c810641e3227fd1bdf4e37c32c','2026-11-26T05:53:03Z');
INSERT INTO schema_step VALUES('plan.recurrence.1','2cba1dbaf612e9e7496e7ce17306e7c2580a511cb47c26526259b001c87e36f4','2026-11-26T05:53:03Z');
INSERT INTO schema_step VALUES('plan.fulfilment.1','22a163778db8bbff22d296d29970ac559d77f33c1125aa3f049689b002d748b5','2026-11-26T05:53:03Z');
INSERT INTO schema_step VALUES('people.person.1','616afebd7c7bab40c8084d159c3954bdf51d7a131f739d4839175216a40451cc','2026-11-26T05:53:03Z');
INSERT INTO schema_step VALUES('people.person.2','1fd7a9d8f317501b21f942c6a66d8b2a10d3de510be94fa8c8111852264819b3','2026-11-26T05:53:03Z');
CREATE TABLE identity (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
INSERT INTO identity VALUES('site','HCS4');
CREATE TABLE journal (
  tx INTEGER PRIMARY KEY, version INTEGER NOT NULL, actor TEXT NOT NULL, at TEXT NOT NULL,
  command TEXT NOT NULL, reason TEXT NOT NULL, reverses INTEGER NOT NULL,
  first_change INTEGER NOT NULL, changes INTEGER NOT NULL,
  first_target INTEGER NOT NULL, targets INTEGER NOT NULL,
  first_entry INTEGER NOT NULL, entries INTEGER NOT NULL,
  first_line INTEGER NOT NULL, lines INTEGER NOT NULL,
  hash BLOB NOT NULL
) STRICT;
INSERT INTO journal VALUES(1,1,'张敏','2026-11-26T05:53:03Z','taizhang init','',0,1,44,1,0,1,0,1,0,X'bdbd6c5686cd1471da26ec893ccea6244428422ad70b0a5437e15207ec0bfa51');
INSERT INTO journal VALUES(2,1,'张敏','2026-11-26T05:53:03Z','taizhang key create --file','',0,45,1,1,0,1,0,1,0,X'cf4f926b26a11b1e8c2df74bea7f9e0c90ab4e5daa62b996e79ff5d4152244e6');
INSERT INTO journal VALUES(3,1,'张敏','2026-11-26T05:53:03Z','taizhang unit add 341802 --name 宣州区 --kind district','',0,46,1,1,0,1,0,1,0,X'29d2fd487b06e39a327d45291e99bff35ed4950f793860dd91199dc310c38cd4');
INSERT INTO journal VALUES(4,1,'张敏','2026-11-26T05:53:03Z','taizhang unit add 341802105 --name 洪林镇 --kind township --parent 宣州区','',0,47,1,1,0,1,0,1,0,X'7a0fa3fe2a1a1baba8f922418dacb5703d8c0aec121d638fee49f8ba3f1af8f4');
INSERT INTO journal VALUES(5,1,'张敏','2026-11-26T05:53:03Z','taizhang unit add 341802105201 --name 洪林村卫生室 --kind clinic --parent 洪林镇','',0,48,1,1,0,1,0,1,0,X'3904b0adf527599a81fcba8eb3a1909f4e7590be0f6b1bfa1983a659c5317cf5');
INSERT INTO journal VALUES(6,1,'张敏','2026-11-26T05:53:03Z','taizhang target set clinics.accepted 2 --unit 宣州区 --year 2021','',0,49,0,1,1,1,0,1,0,X'042c2825aa7adc2ead722d074ccb01cb48dd06d0341bdf1344830ab2d0ad4e0c');
INSERT INTO journal VALUES(7,1,'张敏','2026-11-26T05:53:03Z','taizhang clinics project add facility=… year=… ownership=… budget=… 备注=…','',0,49,1,2,0,1,1,1,0,X'c6a138bbea8da309144d003e32980ae715cb3054d6a1cda6e2f78e2c689c1278');
INSERT INTO journal VALUES(8,1,'张敏','2026-11-26T05:53:03Z','taizhang clinics project advance … … --on 2021-06-01','',0,50,1,2,0,2,0,1,0,X'f8651ff4fcd597a4369849abe2b72b25c347aac29fd90cffbac2b9bf997b5e89');
INSERT INTO journal VALUES(9,1,'张敏','2026-11-26T05:53:03Z','taizhang clinics project advance … … --on 2021-06-20','',0,51,1,2,0,2,1,1,0,X'7d36c88063353fcfb65d3c40b7e1b1f38ee129b5d44f370f32ea6fe0c27a9e54');
INSERT INTO journal VALUES(10,1,'张敏','2026-11-26T05:53:03Z','taizhang people person add name=… unit=… sex=… phone=…','',0,52,1,2,0,3,0,1,0,X'8079630b07671ae628f30df19a6d097b4c8fbf205e104731e33385cd303c00ea');
INSERT INTO journal VALUES(11,1,'张敏','2026-11-26T05:53:03Z','taizhang workforce village-doctor add village=… person=… qualification=… serves-from=…','',0,53,1,2,0,3,1,1,0,X'97b57a7bd4e5d53f9235d2264a927210f21fd2d6ca8226ca8acc67360b877956');
INSERT INTO journal VALUES(12,1,'张敏','2026-11-26T05:53:03Z','taizhang log clinics.staff-trained 12 --unit 洪林镇 --on 2021-06-10 --note 首批','',0,54,0,2,0,4,1,1,0,X'c94d3199fc28e78eeb5fca5812ab09df36a49c31e2d4138b7c8211e1528b8c40');
INSERT INTO journal VALUES(13,1,'张敏','2026-11-26T05:53:03Z','taizhang register column add clinics.project 床位 int','',0,54,1,2,0,5,0,1,0,X'9e2b2870ac45462f6019a05c9299f7222a9ea098915dd5331fccaa22e413367b');
INSERT INTO journal VALUES(14,1,'张敏','2026-11-26T05:53:03Z','taizhang clinics project import l.csv','',0,55,3,2,0,5,3,1,0,X'33fe415720a193e459c088ad74cb6ca616883e216dee6db91c6a2a344cb0a9c7');
INSERT INTO journal VALUES(15,1,'张敏','2026-11-26T05:53:03Z','taizhang close 2021-05','',0,58,4,2,0,8,0,1,21,X'4158304719a1c86b2288d89a31ba6486a607c47392bb47e47fe9f138c44ef380');
CREATE TABLE change (
  seq INTEGER PRIMARY KEY, subject TEXT NOT NULL, object INTEGER NOT NULL, body TEXT NOT NULL
) STRICT;
INSERT INTO change VALUES(1,'indicator',1,replace('code=workforce.posts-approved\nname=审批招聘岗位\nmeasure=个\nkind=flow\ndecimals=0\ndirection=more','\n',char(10)));
INSERT INTO change VALUES(2,'indicator',2,replace('code=workforce.hired\nname=招聘到岗\nmeasure=人\nkind=flow\ndecimals=0\ndirection=more','\n',char(10)));
INSERT INTO change VALUES(3,'indicator',3,replace('code=workforce.enrolled\nname=定向委托培养招生\nmeasure=人\nkind=flow\ndecimals=0\ndirection=more','\n',char(10)));
INSERT INTO change VALUES(4,'indicator',4,replace('code=workforce.contracted\nname=签订培养协议\nmeasure=人\nkind=flow\ndecimals=0\ndirection=more','\n',char(10)));
INSERT INTO change VALUES(5,'indicator',5,replace('code=workforce.graduated\nname=定向学员毕业\nmeasure=人\nkind=flow\ndecimals=0\ndirection=more','\n',char(10)));
INSERT INTO change VALUES(6,'indicator',6,replace('code=workforce.posted\nname=定向学员派岗\nmeasure=人\nkind=flow\ndecimals=0\ndirection=more','\n',char(10)));
INSERT INTO change VALUES(7,'indicator',7,replace('code=workforce.signing-rate\nname=培养协议签订率\nmeasure=%\nkind=ratio\ndecimals=1\ndirection=more\nnumerator=4\ndenominator=3','\n',char(10)));
INSERT INTO change VALUES(8,'indicator',8,replace('code=workforce.posting-rate\nname=定向学员到岗率\nmeasure=%\nkind=ratio\ndecimals=1\ndirection=more\nnumerator=6\ndenominator=5','\n',char(10)));
INSERT INTO change VALUES(9,'indicator',9,replace('code=workforce.villages-covered\nname=有合格村医的村\nmeasure=个\nkind=stock\ndecimals=0\ndirection=more','\n',char(10)));
INSERT INTO change VALUES(10,'indicator',10,replace('code=workforce.establishment\nname=编制核定\nmeasure=人\nkind=stock\ndecimals=0\ndirection=more','\n',char(10)));
INSERT INTO change VALUES(11,'indicator',11,replace('code=workforce.in-post\nname=实有人员\nmeasure=人\nkind=stock\ndecimals=0\ndirection=more','\n',char(10)));
INSERT INTO change VALUES(12,'indicator',12,replace('code=clinics.planned\nname=标准化建设计划\nmeasure=个\nkind=flow\ndecimals=0\ndirection=more','\n',char(10)));
INSERT INTO change VALUES(13,'indicator',13,replace('code=clinics.accepted\nname=标准化建设达标\nmeasure=个\nkind=flow\ndecimals=0\ndirection=more','\n',char(10)));
INSERT INTO change VALUES(14,'indicator',14,replace('code=clinics.doctors-trained\nname=乡村医生岗位技能培训\nmeasure=人\nkind=flow\ndecimals=0\ndirection=more','\n',char(10)));
INSERT INTO change VALUES(15,'indicator',15,replace('code=clinics.staff-trained\nname=卫生技术人员能力培训\nmeasure=人\nkind=flow\ndecimals=0\ndirection=more','\n',char(10)));
INSERT INTO change VALUES(16,'indicator',16,replace('code=clinics.in-training\nname=在训人数\nmeasure=人\nkind=stock\ndecimals=0\ndirection=more','\n',char(10)));
INSERT INTO change VALUES(17,'indicator',17,replace('code=clinics.attendances\nname=培训人次\nmeasure=人次\nkind=flow\ndecimals=0\ndirection=more','\n',char(10)));
INSERT INTO change VALUES(18,'indicator',18,replace('code=clinics.studios\nname=名医工作室\nmeasure=个\nkind=stock\ndecimals=0\ndirection=more','\n',char(10)));
INSERT INTO change VALUES(19,'indicator',19,replace('code=clinics.findings\nname=发现问题\nmeasure=个\nkind=flow\ndecimals=0\ndirection=more','\n',char(10)));
INSERT INTO change VALUES(20,'indicator',20,replace('code=clinics.findings-closed\nname=问题销号\nmeasure=个\nkind=flow\ndecimals=0\ndirection=more','\n',char(10)));
INSERT INTO change VALUES(21,'indicator',21,replace('code=clinics.closing-rate\nname=问题销号率\nmeasure=%\nkind=ratio\ndecimals=1\ndirection=more\nnumerator=20\ndenominator=19','\n',char(10)));
INSERT INTO change VALUES(22,'indicator',22,replace('code=union.bodies-new\nname=新建基层工会\nmeasure=家\nkind=flow\ndecimals=0\ndirection=more','\n',char(10)));
INSERT INTO change VALUES(23,'indicator',23,replace('code=union.legal-units\nname=涵盖法人单位\nmeasure=个\nkind=stock\ndecimals=0\ndirection=more','\n',char(10)));
INSERT INTO change VALUES(24,'indicator',24,replace('code=union.members\nname=工会会员\nmeasure=人\nkind=stock\ndecimals=0\ndirection=more','\n',char(10)));
INSERT INTO change VALUES(25,'indicator',25,replace('code=union.enterprises\nname=企业\nmeasure=个\nkind=stock\ndecimals=0\ndirection=more','\n',char(10)));
INSERT INTO change VALUES(26,'indicator',26,replace('code=union.workers\nname=职工\nmeasure=人\nkind=stock\ndecimals=0\ndirection=more','\n',char(10)));
INSERT INTO change VALUES(27,'indicator',27,replace('code=union.contracts-regional\nname=区域性集体合同\nmeasure=份\nkind=flow\ndecimals=0\ndirection=more','\n',char(10)));
INSERT INTO change VALUES(28,'indicator',28,replace('code=union.enterprises-covered\nname=集体合同覆盖企业\nmeasure=个\nkind=stock\ndecimals=0\ndirection=more','\n',char(10)));
INSERT INTO change VALUES(29,'indicator',29,replace('code=union.workers-covered\nname=集体合同覆盖职工\nmeasure=人\nkind=stock\ndecimals=0\ndirection=more','\n',char(10)));
INSERT INTO change VALUES(30,'indicator',30,replace('code=union.enterprise-coverage\nname=集体合同企业覆盖率\nmeasure=%\nkind=ratio\ndecimals=1\ndirection=more\nnumerator=28\ndenominator=25','\n',char(10)));
INSERT INTO change VALUES(31,'indicator',31,replace('code=union.worker-coverage\nname=集体合同职工覆盖率\nmeasure=%\nkind=ratio\ndecimals=1\ndirection=more\nnumerator=29\ndenominator=26','\n',char(10)));
INSERT INTO change VALUES(32,'indicator',32,replace('code=union.hardship-files\nname=困难职工档案\nmeasure=人\nkind=stock\ndecimals=0\ndirection=more','\n',char(10)));
INSERT INTO change VALUES(33,'indicator',33,replace('code=union.hardship-workplaces\nname=困难职工所在单位\nmeasure=个\nkind=stock\ndecimals=0\ndirection=more','\n',char(10)));
INSERT INTO change VALUES(34,'indicator',34,replace('code=union.assistance-people\nname=帮扶人数\nmeasure=人\nkind=flow\ndecimals=0\ndirection=more','\n',char(10)));
INSERT INTO change VALUES(35,'indicator',35,replace('code=union.assistance-amount\nname=帮扶资金\nmeasure=元\nkind=flow\ndecimals=2\ndirection=more','\n',char(10)));
INSERT INTO change VALUES(36,'indicator',36,replace('code=union.insured\nname=职工互助保障\nmeasure=人\nkind=flow\ndecimals=0\ndirection=more','\n',char(10)));
INSERT INTO change VALUES(37,'indicator',37,replace('code=union.bulletins\nname=信息报送\nmeasure=篇\nkind=flow\ndecimals=0\ndirection=more','\n',char(10)));
INSERT INTO change VALUES(38,'indicator',38,replace('code=union.subscription-amount\nname=报刊征订金额\nmeasure=元\nkind=flow\ndecimals=2\ndirection=more','\n',char(10)));
INSERT INTO change VALUES(39,'indicator',39,replace('code=union.subscription-copies\nname=报刊征订份数\nmeasure=份\nkind=flow\ndecimals=0\ndirection=more','\n',char(10)));
INSERT INTO change VALUES(40,'indicator',40,replace('code=union.dues-remitted\nname=会费上缴\nmeasure=元\nkind=flow\ndecimals=2\ndirection=more','\n',char(10)));
INSERT INTO change VALUES(41,'indicator',41,replace('code=union.libraries\nname=职工书屋\nmeasure=个\nkind=flow\ndecimals=0\ndirection=more','\n',char(10)));
INSERT INTO change VALUES(42,'indicator',42,replace('code=union.skills-contests\nname=技术比武企业\nmeasure=个\nkind=flow\ndecimals=0\ndirection=more','\n',char(10)));
INSERT INTO change VALUES(43,'indicator',43,replace('code=union.labour-competitions\nname=劳动竞赛企业\nmeasure=个\nkind=flow\ndecimals=0\ndirection=more','\n',char(10)));
INSERT INTO change VALUES(44,'indicator',44,replace('code=union.petitions\nname=来信来访\nmeasure=件\nkind=flow\ndecimals=0\ndirection=less','\n',char(10)));
INSERT INTO change VALUES(45,'key',1,replace('kind=file\nfingerprint=9f485e2f5cb7077117cc8b45449165990f166194cf3dc9f8a0feaad9cca4e6a4','\n',char(10)));
INSERT INTO change VALUES(46,'unit',1,replace('code=341802\nname=宣州区\nkind=district','\n',char(10)));
INSERT INTO change VALUES(47,'unit',2,replace('code=341802105\nname=洪林镇\nkind=township\nparent=1','\n',char(10)));
INSERT INTO change VALUES(48,'unit',3,replace('code=341802105201\nname=洪林村卫生室\nkind=clinic\nparent=2','\n',char(10)));
INSERT INTO change VALUES(49,'record',1,replace('register=clinics.project\nfacility=3\nyear=2021\nownership=collective\nbudget=2000000\n#=57d0c82b997f651fd1ac36075615a494e4715eae67dbbfbc022ec33fbdbe9cd7','\n',char(10)));
INSERT INTO change VALUES(50,'record',1,replace('register=clinics.project\nfacility=3\nyear=2021\nownership=collective\nbudget=2000000\nassessed-on=20210601\nmoves=20210601:assessed\n#=0bedb1b03f83a8579eb74c65ccaae28cb8fc03e885b8f5e0d1a89756829cd696','\n',char(10)));
INSERT INTO change VALUES(51,'record',1,replace('register=clinics.project\nfacility=3\nyear=2021\nownership=collective\nbudget=2000000\nassessed-on=20210601\naccepted-on=20210620\nmoves=20210601:assessed;20210620:accepted\n#=06aeb1529de353f6e5e2d1d52df6741a2dfab05dc875c2869f07b56971730d36','\n',char(10)));
INSERT INTO change VALUES(52,'record',2,replace('register=people.person\nunit=2\n#=94c7ea3d784e4edae146a8e7647c66ebf2b6bdad1cbb9d39c55018f288b9a4e0','\n',char(10)));
INSERT INTO change VALUES(53,'record',3,replace('register=workforce.village-doctor\nvillage=2\nperson=2\nqualification=villageDoctor\nserves-from=20210101','\n',char(10)));
INSERT INTO change VALUES(54,'setting',1,replace('name=column clinics.project 床位\nvalue=int','\n',char(10)));
INSERT INTO change VALUES(55,'record',4,replace('register=clinics.project\nfacility=2\nyear=2020\naccepted-on=20200506\n床位=5\nmoves=20200506:accepted\n#=ebb26c095cc91a4acf76bff4ec120a65ed60ae91f76c550ff6f4ea5bb1c9fe04','\n',char(10)));
INSERT INTO change VALUES(56,'record',5,replace('register=clinics.project\nfacility=2\nyear=2021','\n',char(10)));
INSERT INTO change VALUES(57,'imported',1,replace('sha256=71709c3dda077e6f2984dc635ccbb8dec66daeb1687fed9015a5265cd10f7a21\nname=l.csv','\n',char(10)));
INSERT INTO change VALUES(58,'closing',1,replace('month=202105\nmodule=\nedition=1\ncutoff=14\ntolerance=10','\n',char(10)));
INSERT INTO change VALUES(59,'closing',2,replace('month=202105\nmodule=clinics\nedition=1\ncutoff=14\ntolerance=10','\n',char(10)));
INSERT INTO change VALUES(60,'closing',3,replace('month=202105\nmodule=union\nedition=1\ncutoff=14\ntolerance=10','\n',char(10)));
INSERT INTO change VALUES(61,'closing',4,replace('month=202105\nmodule=workforce\nedition=1\ncutoff=14\ntolerance=10','\n',char(10)));
CREATE TABLE unit (
  id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL, kind TEXT NOT NULL, parent INTEGER,
  opened INTEGER, closed INTEGER, aliases TEXT NOT NULL, merged INTEGER
) STRICT;
INSERT INTO unit VALUES(1,'341802','宣州区','district',NULL,NULL,NULL,'',NULL);
INSERT INTO unit VALUES(2,'341802105','洪林镇','township',1,NULL,NULL,'',NULL);
INSERT INTO unit VALUES(3,'341802105201','洪林村卫生室','clinic',2,NULL,NULL,'',NULL);
CREATE TABLE unit_name (
  name TEXT NOT NULL, unit INTEGER NOT NULL, PRIMARY KEY (name, unit)
) STRICT, WITHOUT ROWID;
INSERT INTO unit_name VALUES('宣州区',1);
INSERT INTO unit_name VALUES('洪林镇',2);
INSERT INTO unit_name VALUES('洪林村卫生室',3);
CREATE TABLE indicator (
  id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL, measure TEXT NOT NULL,
  kind TEXT NOT NULL, decimals INTEGER NOT NULL, direction TEXT NOT NULL,
  numerator INTEGER, denominator INTEGER
) STRICT;
INSERT INTO indicator VALUES(1,'workforce.posts-approved','审批招聘岗位','个','flow',0,'more',NULL,NULL);
INSERT INTO indicator VALUES(2,'workforce.hired','招聘到岗','人','flow',0,'more',NULL,NULL);
INSERT INTO indicator VALUES(3,'workforce.enrolled','定向委托培养招生','人','flow',0,'more',NULL,NULL);
INSERT INTO indicator VALUES(4,'workforce.contracted','签订培养协议','人','flow',0,'more',NULL,NULL);
INSERT INTO indicator VALUES(5,'workforce.graduated','定向学员毕业','人','flow',0,'more',NULL,NULL);
INSERT INTO indicator VALUES(6,'workforce.posted','定向学员派岗','人','flow',0,'more',NULL,NULL);
INSERT INTO indicator VALUES(7,'workforce.signing-rate','培养协议签订率','%','ratio',1,'more',4,3);
INSERT INTO indicator VALUES(8,'workforce.posting-rate','定向学员到岗率','%','ratio',1,'more',6,5);
INSERT INTO indicator VALUES(9,'workforce.villages-covered','有合格村医的村','个','stock',0,'more',NULL,NULL);
INSERT INTO indicator VALUES(10,'workforce.establishment','编制核定','人','stock',0,'more',NULL,NULL);
INSERT INTO indicator VALUES(11,'workforce.in-post','实有人员','人','stock',0,'more',NULL,NULL);
INSERT INTO indicator VALUES(12,'clinics.planned','标准化建设计划','个','flow',0,'more',NULL,NULL);
INSERT INTO indicator VALUES(13,'clinics.accepted','标准化建设达标','个','flow',0,'more',NULL,NULL);
INSERT INTO indicator VALUES(14,'clinics.doctors-trained','乡村医生岗位技能培训','人','flow',0,'more',NULL,NULL);
INSERT INTO indicator VALUES(15,'clinics.staff-trained','卫生技术人员能力培训','人','flow',0,'more',NULL,NULL);
INSERT INTO indicator VALUES(16,'clinics.in-training','在训人数','人','stock',0,'more',NULL,NULL);
INSERT INTO indicator VALUES(17,'clinics.attendances','培训人次','人次','flow',0,'more',NULL,NULL);
INSERT INTO indicator VALUES(18,'clinics.studios','名医工作室','个','stock',0,'more',NULL,NULL);
INSERT INTO indicator VALUES(19,'clinics.findings','发现问题','个','flow',0,'more',NULL,NULL);
INSERT INTO indicator VALUES(20,'clinics.findings-closed','问题销号','个','flow',0,'more',NULL,NULL);
INSERT INTO indicator VALUES(21,'clinics.closing-rate','问题销号率','%','ratio',1,'more',20,19);
INSERT INTO indicator VALUES(22,'union.bodies-new','新建基层工会','家','flow',0,'more',NULL,NULL);
INSERT INTO indicator VALUES(23,'union.legal-units','涵盖法人单位','个','stock',0,'more',NULL,NULL);
INSERT INTO indicator VALUES(24,'union.members','工会会员','人','stock',0,'more',NULL,NULL);
INSERT INTO indicator VALUES(25,'union.enterprises','企业','个','stock',0,'more',NULL,NULL);
INSERT INTO indicator VALUES(26,'union.workers','职工','人','stock',0,'more',NULL,NULL);
INSERT INTO indicator VALUES(27,'union.contracts-regional','区域性集体合同','份','flow',0,'more',NULL,NULL);
INSERT INTO indicator VALUES(28,'union.enterprises-covered','集体合同覆盖企业','个','stock',0,'more',NULL,NULL);
INSERT INTO indicator VALUES(29,'union.workers-covered','集体合同覆盖职工','人','stock',0,'more',NULL,NULL);
INSERT INTO indicator VALUES(30,'union.enterprise-coverage','集体合同企业覆盖率','%','ratio',1,'more',28,25);
INSERT INTO indicator VALUES(31,'union.worker-coverage','集体合同职工覆盖率','%','ratio',1,'more',29,26);
INSERT INTO indicator VALUES(32,'union.hardship-files','困难职工档案','人','stock',0,'more',NULL,NULL);
INSERT INTO indicator VALUES(33,'union.hardship-workplaces','困难职工所在单位','个','stock',0,'more',NULL,NULL);
INSERT INTO indicator VALUES(34,'union.assistance-people','帮扶人数','人','flow',0,'more',NULL,NULL);
INSERT INTO indicator VALUES(35,'union.assistance-amount','帮扶资金','元','flow',2,'more',NULL,NULL);
INSERT INTO indicator VALUES(36,'union.insured','职工互助保障','人','flow',0,'more',NULL,NULL);
INSERT INTO indicator VALUES(37,'union.bulletins','信息报送','篇','flow',0,'more',NULL,NULL);
INSERT INTO indicator VALUES(38,'union.subscription-amount','报刊征订金额','元','flow',2,'more',NULL,NULL);
INSERT INTO indicator VALUES(39,'union.subscription-copies','报刊征订份数','份','flow',0,'more',NULL,NULL);
INSERT INTO indicator VALUES(40,'union.dues-remitted','会费上缴','元','flow',2,'more',NULL,NULL);
INSERT INTO indicator VALUES(41,'union.libraries','职工书屋','个','flow',0,'more',NULL,NULL);
INSERT INTO indicator VALUES(42,'union.skills-contests','技术比武企业','个','flow',0,'more',NULL,NULL);
INSERT INTO indicator VALUES(43,'union.labour-competitions','劳动竞赛企业','个','flow',0,'more',NULL,NULL);
INSERT INTO indicator VALUES(44,'union.petitions','来信来访','件','flow',0,'less',NULL,NULL);
CREATE TABLE sourcing (
  id INTEGER PRIMARY KEY, indicator INTEGER NOT NULL, unit INTEGER NOT NULL, since INTEGER NOT NULL,
  by_list INTEGER NOT NULL, UNIQUE (indicator, unit, since)
) STRICT;
CREATE TABLE setting (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, value TEXT NOT NULL) STRICT;
INSERT INTO setting VALUES(1,'column clinics.project 床位','int');
CREATE TABLE imported (id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, name TEXT NOT NULL) STRICT;
INSERT INTO imported VALUES(1,'71709c3dda077e6f2984dc635ccbb8dec66daeb1687fed9015a5265cd10f7a21','l.csv');
CREATE TABLE entry (
  seq INTEGER PRIMARY KEY, unit INTEGER NOT NULL, indicator INTEGER NOT NULL, day INTEGER NOT NULL,
  year INTEGER NOT NULL, amount INTEGER NOT NULL, note TEXT NOT NULL, source TEXT NOT NULL
) STRICT;
INSERT INTO entry VALUES(1,3,12,20210101,2021,1,'','record:1');
INSERT INTO entry VALUES(2,3,13,20210620,2021,1,'','record:1');
INSERT INTO entry VALUES(3,2,9,20210101,2021,1,'','group:workforce.villages-covered:u2');
INSERT INTO entry VALUES(4,2,15,20210610,2021,12,'首批','');
INSERT INTO entry VALUES(5,2,12,20200101,2020,1,'','record:4');
INSERT INTO entry VALUES(6,2,13,20200506,2020,1,'','record:4');
INSERT INTO entry VALUES(7,2,12,20210101,2021,1,'','record:5');
CREATE TABLE run (
  unit INTEGER NOT NULL, first INTEGER NOT NULL, entries INTEGER NOT NULL,
  PRIMARY KEY (unit, first)
) STRICT, WITHOUT ROWID;
INSERT INTO run VALUES(2,3,1);
INSERT INTO run VALUES(2,4,1);
INSERT INTO run VALUES(2,5,3);
INSERT INTO run VALUES(3,1,1);
INSERT INTO run VALUES(3,2,1);
CREATE TABLE span (
  first INTEGER PRIMARY KEY, entries INTEGER NOT NULL, first_day INTEGER NOT NULL, last_day INTEGER NOT NULL
) STRICT;
INSERT INTO span VALUES(1,1,20210101,20210101);
INSERT INTO span VALUES(2,1,20210620,20210620);
INSERT INTO span VALUES(3,1,20210101,20210101);
INSERT INTO span VALUES(4,1,20210610,20210610);
INSERT INTO span VALUES(5,3,20200101,20210101);
CREATE TABLE total (
  unit INTEGER NOT NULL, indicator INTEGER NOT NULL, plan_year INTEGER NOT NULL, year INTEGER NOT NULL,
  m01 INTEGER NOT NULL, m02 INTEGER NOT NULL, m03 INTEGER NOT NULL, m04 INTEGER NOT NULL, m05 INTEGER NOT NULL, m06 INTEGER NOT NULL, m07 INTEGER NOT NULL, m08 INTEGER NOT NULL, m09 INTEGER NOT NULL, m10 INTEGER NOT NULL, m11 INTEGER NOT NULL, m12 INTEGER NOT NULL,
  seen INTEGER NOT NULL, PRIMARY KEY (unit, indicator, plan_year, year)
) STRICT, WITHOUT ROWID;
INSERT INTO total VALUES(1,9,2021,2021,1,0,0,0,0,0,0,0,0,0,0,0,1);
INSERT INTO total VALUES(1,12,2020,2020,1,0,0,0,0,0,0,0,0,0,0,0,1);
INSERT INTO total VALUES(1,12,2021,2021,2,0,0,0,0,0,0,0,0,0,0,0,1);
INSERT INTO total VALUES(1,13,2020,2020,0,0,0,0,1,0,0,0,0,0,0,0,16);
INSERT INTO total VALUES(1,13,2021,2021,0,0,0,0,0,1,0,0,0,0,0,0,32);
INSERT INTO total VALUES(1,15,2021,2021,0,0,0,0,0,12,0,0,0,0,0,0,32);
INSERT INTO total VALUES(2,9,2021,2021,1,0,0,0,0,0,0,0,0,0,0,0,1);
INSERT INTO total VALUES(2,12,2020,2020,1,0,0,0,0,0,0,0,0,0,0,0,1);
INSERT INTO total VALUES(2,12,2021,2021,2,0,0,0,0,0,0,0,0,0,0,0,1);
INSERT INTO total VALUES(2,13,2020,2020,0,0,0,0,1,0,0,0,0,0,0,0,16);
INSERT INTO total VALUES(2,13,2021,2021,0,0,0,0,0,1,0,0,0,0,0,0,32);
INSERT INTO total VALUES(2,15,2021,2021,0,0,0,0,0,12,0,0,0,0,0,0,32);
INSERT INTO total VALUES(3,12,2021,2021,1,0,0,0,0,0,0,0,0,0,0,0,1);
INSERT INTO total VALUES(3,13,2021,2021,0,0,0,0,0,1,0,0,0,0,0,0,32);
CREATE TABLE target (
  seq INTEGER PRIMARY KEY, unit INTEGER NOT NULL, indicator INTEGER NOT NULL, year INTEGER NOT NULL,
  amount INTEGER NOT NULL, effective INTEGER NOT NULL, due INTEGER NOT NULL, pace TEXT NOT NULL,
  document TEXT NOT NULL, reason TEXT NOT NULL, withdrawn INTEGER NOT NULL
) STRICT;
INSERT INTO target VALUES(1,1,13,2021,2,20210101,20211231,'linear','','',0);
CREATE TABLE plan (
  unit INTEGER NOT NULL, indicator INTEGER NOT NULL, year INTEGER NOT NULL, since INTEGER NOT NULL,
  source TEXT NOT NULL, amount INTEGER NOT NULL, parts TEXT NOT NULL, children INTEGER NOT NULL,
  PRIMARY KEY (unit, indicator, year, since)
) STRICT, WITHOUT ROWID;
INSERT INTO "plan" VALUES(1,13,2021,20210101,'own',2,'20211231:2:linear',0);
CREATE TABLE closing (
  id INTEGER PRIMARY KEY, tx INTEGER NOT NULL, month INTEGER NOT NULL, module TEXT NOT NULL,
  edition INTEGER NOT NULL, cutoff INTEGER NOT NULL, tolerance TEXT NOT NULL,
  UNIQUE (month, module, edition)
) STRICT;
INSERT INTO closing VALUES(1,15,202105,'',1,14,'10');
INSERT INTO closing VALUES(2,15,202105,'clinics',1,14,'10');
INSERT INTO closing VALUES(3,15,202105,'union',1,14,'10');
INSERT INTO closing VALUES(4,15,202105,'workforce',1,14,'10');
CREATE TABLE closed_unit (
  tx INTEGER NOT NULL, unit INTEGER NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL,
  kind TEXT NOT NULL, parent INTEGER, opened INTEGER, closed INTEGER, PRIMARY KEY (tx, unit)
) STRICT, WITHOUT ROWID;
INSERT INTO closed_unit VALUES(15,1,'341802','宣州区','district',NULL,NULL,NULL);
INSERT INTO closed_unit VALUES(15,2,'341802105','洪林镇','township',1,NULL,NULL);
INSERT INTO closed_unit VALUES(15,3,'341802105201','洪林村卫生室','clinic',2,NULL,NULL);
CREATE TABLE closed_line (
  tx INTEGER NOT NULL, unit INTEGER NOT NULL, part INTEGER NOT NULL, year INTEGER NOT NULL,
  indicator INTEGER NOT NULL, source TEXT, amount INTEGER, parts TEXT, children INTEGER,
  document TEXT NOT NULL, actual INTEGER NOT NULL, denominator INTEGER, month INTEGER,
  previous_month INTEGER, last_year INTEGER, corrected INTEGER NOT NULL,
  PRIMARY KEY (tx, unit, part, year, indicator)
) STRICT, WITHOUT ROWID;
INSERT INTO closed_line VALUES(15,1,0,2021,9,NULL,NULL,NULL,NULL,'',1,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(15,1,0,2021,12,NULL,NULL,NULL,NULL,'',2,NULL,0,0,0,0);
INSERT INTO closed_line VALUES(15,1,0,2021,13,'own',2,'20211231:2:linear',0,'',0,NULL,0,0,1,0);
INSERT INTO closed_line VALUES(15,1,2,2021,9,NULL,NULL,NULL,NULL,'',1,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(15,1,2,2021,12,NULL,NULL,NULL,NULL,'',2,NULL,0,0,0,0);
INSERT INTO closed_line VALUES(15,1,2,2021,13,'own',2,'20211231:2:linear',0,'',0,NULL,0,0,0,0);
INSERT INTO closed_line VALUES(15,1,3,2021,15,NULL,NULL,NULL,NULL,'',0,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(15,2,0,2021,9,NULL,NULL,NULL,NULL,'',1,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(15,2,0,2021,12,NULL,NULL,NULL,NULL,'',2,NULL,0,0,0,0);
INSERT INTO closed_line VALUES(15,2,0,2021,13,'planned',2,'20211231:2:linear',0,'',0,NULL,0,0,1,0);
INSERT INTO closed_line VALUES(15,2,2,2021,9,NULL,NULL,NULL,NULL,'',1,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(15,2,2,2021,12,NULL,NULL,NULL,NULL,'',2,NULL,0,0,0,0);
INSERT INTO closed_line VALUES(15,2,2,2021,13,'planned',2,'20211231:2:linear',0,'',0,NULL,0,0,0,0);
INSERT INTO closed_line VALUES(15,2,3,2021,15,NULL,NULL,NULL,NULL,'',0,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(15,3,0,2021,12,NULL,NULL,NULL,NULL,'',1,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(15,3,0,2021,13,'planned',1,'20211231:1:linear',0,'',0,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(15,3,2,2021,12,NULL,NULL,NULL,NULL,'',1,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(15,3,2,2021,13,'planned',1,'20211231:1:linear',0,'',0,NULL,0,0,NULL,0);
CREATE TABLE record (id INTEGER PRIMARY KEY, register TEXT NOT NULL) STRICT;
INSERT INTO record VALUES(1,'clinics.project');
INSERT INTO record VALUES(2,'people.person');
INSERT INTO record VALUES(3,'workforce.village-doctor');
INSERT INTO record VALUES(4,'clinics.project');
INSERT INTO record VALUES(5,'clinics.project');
CREATE TABLE listed (
  unit INTEGER NOT NULL, indicator INTEGER NOT NULL, PRIMARY KEY (unit, indicator)
) STRICT, WITHOUT ROWID;
INSERT INTO listed VALUES(2,9);
INSERT INTO listed VALUES(2,12);
INSERT INTO listed VALUES(2,13);
INSERT INTO listed VALUES(3,12);
INSERT INTO listed VALUES(3,13);
CREATE TABLE change_text (seq INTEGER PRIMARY KEY, salt BLOB NOT NULL, body TEXT NOT NULL) STRICT;
INSERT INTO change_text VALUES(49,X'edc6efaef0849888bae78b889c1cf944','note=示例');
INSERT INTO change_text VALUES(50,X'd0eeb829aa66c7ff28ddaf99be82178e','note=示例');
INSERT INTO change_text VALUES(51,X'097910196051d4576e23bea633e518e9','note=示例');
INSERT INTO change_text VALUES(52,X'5baef627a72f48d9a640eb28f680cd26',replace('name=示例人员\nsex=female\nphone=718084f9c9ae52e147415eec9b23deddb827d1d6fcaa1dfa38884ccec2047098:861ca1d456f82c2e59f123fae00c5947280296913883c1a63203cda72411f636c0257abbf2c903','\n',char(10)));
INSERT INTO change_text VALUES(55,X'f6ee1700bbab83afd5f14ee7833e84de','note=甲');
CREATE TABLE record_key (record INTEGER PRIMARY KEY, wrapped BLOB NOT NULL) STRICT;
INSERT INTO record_key VALUES(2,X'5eae787299ae04e37c8eb0d6067e4d4b42c8980d03d7bb0de28ac3c4ec4724d7a6cceba5d910c223');
CREATE TABLE master_key (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, salt BLOB NOT NULL, rounds INTEGER NOT NULL,
  wrapped BLOB NOT NULL
) STRICT;
INSERT INTO master_key VALUES(1,'file',X'515b3ddabd29e7d3d1c81d637c78c7e0',32768,X'4203a3a28fbb1bc2f6ba7d62b56b0fd272937364371515dc2b3cf7943a7345eaad04fc93fe754f08');
CREATE TABLE workforce_post (
  id INTEGER PRIMARY KEY,
  "code" TEXT,
  "hospital" INTEGER,
  "employer" INTEGER,
  "year" INTEGER,
  "title" TEXT,
  "category" TEXT,
  "openings" INTEGER,
  "openings_steps" TEXT,
  "document_no" TEXT,
  "approved_on" INTEGER,
  "announced_on" INTEGER,
  "round" INTEGER,
  "applied" INTEGER,
  "qualified" INTEGER,
  "examined" INTEGER,
  "publicity_from" INTEGER,
  "publicity_to" INTEGER,
  "cancelled_on" INTEGER,
  stage TEXT NOT NULL, moves TEXT NOT NULL, note TEXT NOT NULL,
  removed INTEGER NOT NULL, extra TEXT NOT NULL
) STRICT;
CREATE TABLE workforce_hire (
  id INTEGER PRIMARY KEY,
  "post" INTEGER,
  "person" INTEGER,
  "hired_on" INTEGER,
  "probation_until" INTEGER,
  "left_on" INTEGER,
  stage TEXT NOT NULL, moves TEXT NOT NULL, note TEXT NOT NULL,
  removed INTEGER NOT NULL, extra TEXT NOT NULL
, "confirmed_on" INTEGER) STRICT;
CREATE TABLE workforce_trainee (
  id INTEGER PRIMARY KEY,
  "person" INTEGER,
  "cohort" INTEGER,
  "college" TEXT,
  "home" INTEGER,
  "enrolled_on" INTEGER,
  "agreement_no" TEXT,
  "agreement_on" INTEGER,
  "service_years" INTEGER,
  "graduated_on" INTEGER,
  "posted_to" INTEGER,
  "posted_on" INTEGER,
  "left_on" INTEGER,
  "left_reason" TEXT,
  stage TEXT NOT NULL, moves TEXT NOT NULL, note TEXT NOT NULL,
  removed INTEGER NOT NULL, extra TEXT NOT NULL
, "refund" INTEGER, "penalty" INTEGER, "repaid" INTEGER) STRICT;
CREATE TABLE workforce_village_doctor (
  id INTEGER PRIMARY KEY,
  "village" INTEGER,
  "person" INTEGER,
  "qualification" TEXT,
  "serves_from" INTEGER,
  "serves_until" INTEGER,
  stage TEXT NOT NULL, moves TEXT NOT NULL, note TEXT NOT NULL,
  removed INTEGER NOT NULL, extra TEXT NOT NULL
) STRICT;
INSERT INTO workforce_village_doctor VALUES(3,2,2,'villageDoctor',20210101,NULL,'listed','','',0,'');
CREATE TABLE workforce_establishment (
  id INTEGER PRIMARY KEY,
  "unit" INTEGER,
  "kind" TEXT,
  "category" TEXT,
  "approved" INTEGER,
  "approved_steps" TEXT,
  "effective_on" INTEGER,
  "fund" TEXT,
  "internal_bodies" INTEGER,
  "document_no" TEXT,
  stage TEXT NOT NULL, moves TEXT NOT NULL, note TEXT NOT NULL,
  removed INTEGER NOT NULL, extra TEXT NOT NULL
) STRICT;
CREATE TABLE workforce_staff (
  id INTEGER PRIMARY KEY,
  "unit" INTEGER,
  "workplace" INTEGER,
  "person" INTEGER,
  "kind" TEXT,
  "category" TEXT,
  "from" INTEGER,
  "until" INTEGER,
  "seconded_to" INTEGER,
  stage TEXT NOT NULL, moves TEXT NOT NULL, note TEXT NOT NULL,
  removed INTEGER NOT NULL, extra TEXT NOT NULL
) STRICT;
CREATE TABLE clinics_project (
  id INTEGER PRIMARY KEY,
  "facility" INTEGER,
  "year" INTEGER,
  "kind" TEXT,
  "ownership" TEXT,
  "funding" TEXT,
  "budget" INTEGER,
  "assessed_on" INTEGER,
  "accepted_on" INTEGER,
  "relapsed_on" INTEGER,
  "removed_on" INTEGER,
  "document_no" TEXT,
  stage TEXT NOT NULL, moves TEXT NOT NULL, note TEXT NOT NULL,
  removed INTEGER NOT NULL, extra TEXT NOT NULL
) STRICT;
INSERT INTO clinics_project VALUES(1,3,2021,NULL,'collective',NULL,2000000,20210601,20210620,NULL,NULL,NULL,'accepted','20210601:assessed;20210620:accepted','示例',0,'');
INSERT INTO clinics_project VALUES(4,2,2020,NULL,NULL,NULL,NULL,NULL,20200506,NULL,NULL,NULL,'accepted','20200506:accepted','甲',0,'床位=5');
INSERT INTO clinics_project VALUES(5,2,2021,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'planned','','',0,'');
CREATE TABLE clinics_finding (
  id INTEGER PRIMARY KEY,
  "project" INTEGER,
  "item" TEXT,
  "found_on" INTEGER,
  "due" INTEGER,
  "rectified_on" INTEGER,
  "verified_on" INTEGER,
  "verified_by" TEXT,
  stage TEXT NOT NULL, moves TEXT NOT NULL, note TEXT NOT NULL,
  removed INTEGER NOT NULL, extra TEXT NOT NULL
, "first_due" INTEGER, "reporter" TEXT) STRICT;
CREATE TABLE clinics_course (
  id INTEGER PRIMARY KEY,
  "title" TEXT,
  "audience" TEXT,
  "organiser" INTEGER,
  "base" INTEGER,
  "planned" INTEGER,
  "started_on" INTEGER,
  "ended_on" INTEGER,
  "attending" INTEGER,
  "qualified" INTEGER,
  stage TEXT NOT NULL, moves TEXT NOT NULL, note TEXT NOT NULL,
  removed INTEGER NOT NULL, extra TEXT NOT NULL
) STRICT;
CREATE TABLE clinics_participant (
  id INTEGER PRIMARY KEY,
  "course" INTEGER,
  "person" INTEGER,
  "result" TEXT,
  stage TEXT NOT NULL, moves TEXT NOT NULL, note TEXT NOT NULL,
  removed INTEGER NOT NULL, extra TEXT NOT NULL
) STRICT;
CREATE TABLE clinics_studio (
  id INTEGER PRIMARY KEY,
  "hospital" INTEGER,
  "partner" TEXT,
  "discipline" TEXT,
  "applied_on" INTEGER,
  "opened_on" INTEGER,
  stage TEXT NOT NULL, moves TEXT NOT NULL, note TEXT NOT NULL,
  removed INTEGER NOT NULL, extra TEXT NOT NULL
) STRICT;
CREATE TABLE clinics_checklist (
  id INTEGER PRIMARY KEY,
  "item" TEXT,
  "kind" TEXT,
  "standard" TEXT,
  "document_no" TEXT,
  stage TEXT NOT NULL, moves TEXT NOT NULL, note TEXT NOT NULL,
  removed INTEGER NOT NULL, extra TEXT NOT NULL
) STRICT;
CREATE TABLE plan_document (
  id INTEGER PRIMARY KEY,
  "number" TEXT,
  "title" TEXT,
  "issuer" TEXT,
  "issued_on" INTEGER,
  "file" TEXT,
  stage TEXT NOT NULL, moves TEXT NOT NULL, note TEXT NOT NULL,
  removed INTEGER NOT NULL, extra TEXT NOT NULL
) STRICT;
CREATE TABLE plan_task (
  id INTEGER PRIMARY KEY,
  "title" TEXT,
  "module" TEXT,
  "system" TEXT,
  "owner" INTEGER,
  "person" TEXT,
  "due" INTEGER,
  "document_no" TEXT,
  "measure" TEXT,
  "done_on" INTEGER,
  "result" TEXT,
  stage TEXT NOT NULL, moves TEXT NOT NULL, note TEXT NOT NULL,
  removed INTEGER NOT NULL, extra TEXT NOT NULL
, "first_due" INTEGER, "supervisor" TEXT) STRICT;
CREATE TABLE plan_reminder (
  id INTEGER PRIMARY KEY,
  "task" INTEGER,
  "reminded_on" INTEGER,
  "by" TEXT,
  "matter" TEXT,
  "replied_on" INTEGER,
  "reply" TEXT,
  stage TEXT NOT NULL, moves TEXT NOT NULL, note TEXT NOT NULL,
  removed INTEGER NOT NULL, extra TEXT NOT NULL
) STRICT;
CREATE TABLE plan_recurrence (
  id INTEGER PRIMARY KEY,
  "title" TEXT,
  "unit" INTEGER,
  "level" TEXT,
  "cycle" TEXT,
  "first" INTEGER,
  "times" INTEGER,
  "rolls" INTEGER,
  "until" INTEGER,
  "module" TEXT,
  "document_no" TEXT,
  stage TEXT NOT NULL, moves TEXT NOT NULL, note TEXT NOT NULL,
  removed INTEGER NOT NULL, extra TEXT NOT NULL
) STRICT;
CREATE TABLE plan_fulfilment (
  id INTEGER PRIMARY KEY,
  "recurrence" INTEGER,
  "unit" INTEGER,
  "done_on" INTEGER,
  "matter" TEXT,
  "period" INTEGER,
  "file" TEXT,
  stage TEXT NOT NULL, moves TEXT NOT NULL, note TEXT NOT NULL,
  removed INTEGER NOT NULL, extra TEXT NOT NULL
) STRICT;
CREATE TABLE people_person (
  id INTEGER PRIMARY KEY,
  "name" TEXT,
  "sex" TEXT,
  "born_on" INTEGER,
  "unit" INTEGER,
  stage TEXT NOT NULL, moves TEXT NOT NULL, note TEXT NOT NULL,
  removed INTEGER NOT NULL, extra TEXT NOT NULL
, "id_number_blind" TEXT, "id_number_box" TEXT, "phone_blind" TEXT, "phone_box" TEXT) STRICT;
INSERT INTO people_person VALUES(2,'示例人员','female',NULL,2,'listed','','',0,'',NULL,NULL,'718084f9c9ae52e147415eec9b23deddb827d1d6fcaa1dfa38884ccec2047098','861ca1d456f82c2e59f123fae00c5947280296913883c1a63203cda72411f636c0257abbf2c903');
CREATE INDEX journal_entry ON journal (first_entry) WHERE entries > 0;
CREATE INDEX journal_target ON journal (first_target) WHERE targets > 0;
CREATE INDEX journal_reverses ON journal (reverses) WHERE reverses > 0;
CREATE INDEX change_object ON change (subject, object, seq);
CREATE INDEX unit_parent ON unit (parent);
CREATE INDEX unit_kind ON unit (kind);
CREATE INDEX unit_merged ON unit (parent) WHERE merged IS NOT NULL;
CREATE INDEX unit_name_unit ON unit_name (unit);
CREATE INDEX span_day ON span (last_day, first_day);
CREATE INDEX target_unit ON target (unit, indicator, year, seq);
CREATE INDEX entry_source ON entry (source) WHERE source <> '';
CREATE INDEX journal_change ON journal (first_change) WHERE changes > 0;
CREATE UNIQUE INDEX workforce_post_key ON workforce_post ("code") WHERE removed = 0;
CREATE INDEX workforce_post_hospital ON workforce_post ("hospital", id);
CREATE UNIQUE INDEX workforce_hire_key ON workforce_hire ("post", "person") WHERE removed = 0;
CREATE INDEX workforce_hire_post ON workforce_hire ("post", id);
CREATE INDEX workforce_hire_person ON workforce_hire ("person", id);
CREATE INDEX workforce_hire_due_probation_until ON workforce_hire ("probation_until", stage);
CREATE UNIQUE INDEX workforce_trainee_key ON workforce_trainee ("person", "cohort") WHERE removed = 0;
CREATE INDEX workforce_trainee_person ON workforce_trainee ("person", id);
CREATE INDEX workforce_trainee_home ON workforce_trainee ("home", id);
CREATE UNIQUE INDEX workforce_village_doctor_key ON workforce_village_doctor ("village", "person", "serves_from") WHERE removed = 0;
CREATE INDEX workforce_village_doctor_village ON workforce_village_doctor ("village", id);
CREATE INDEX workforce_village_doctor_person ON workforce_village_doctor ("person", id);
CREATE UNIQUE INDEX workforce_establishment_key ON workforce_establishment ("unit", "kind", "category") WHERE removed = 0;
CREATE INDEX workforce_establishment_unit ON workforce_establishment ("unit", id);
CREATE UNIQUE INDEX workforce_staff_key ON workforce_staff ("person", "from") WHERE removed = 0;
CREATE INDEX workforce_staff_unit ON workforce_staff ("unit", id);
CREATE INDEX workforce_staff_person ON workforce_staff ("person", id);
CREATE UNIQUE INDEX clinics_project_key ON clinics_project ("facility", "year") WHERE removed = 0;
CREATE INDEX clinics_project_facility ON clinics_project ("facility", id);
CREATE UNIQUE INDEX clinics_finding_key ON clinics_finding ("project", "item", "found_on") WHERE removed = 0;
CREATE INDEX clinics_finding_project ON clinics_finding ("project", id);
CREATE INDEX clinics_finding_due_due ON clinics_finding ("due", stage);
CREATE UNIQUE INDEX clinics_course_key ON clinics_course ("title", "started_on") WHERE removed = 0;
CREATE INDEX clinics_course_organiser ON clinics_course ("organiser", id);
CREATE UNIQUE INDEX clinics_participant_key ON clinics_participant ("course", "person") WHERE removed = 0;
CREATE INDEX clinics_participant_course ON clinics_participant ("course", id);
CREATE INDEX clinics_participant_person ON clinics_participant ("person", id);
CREATE UNIQUE INDEX clinics_studio_key ON clinics_studio ("hospital", "discipline") WHERE removed = 0;
CREATE INDEX clinics_studio_hospital ON clinics_studio ("hospital", id);
CREATE UNIQUE INDEX clinics_checklist_key ON clinics_checklist ("item") WHERE removed = 0;
CREATE UNIQUE INDEX plan_document_key ON plan_document ("number") WHERE removed = 0;
CREATE UNIQUE INDEX plan_task_key ON plan_task ("title", "owner", "due") WHERE removed = 0;
CREATE INDEX plan_task_owner ON plan_task ("owner", id);
CREATE INDEX plan_task_due_due ON plan_task ("due", stage);
CREATE UNIQUE INDEX plan_reminder_key ON plan_reminder ("task", "reminded_on") WHERE removed = 0;
CREATE INDEX plan_reminder_task ON plan_reminder ("task", id);
CREATE UNIQUE INDEX plan_recurrence_key ON plan_recurrence ("title", "unit") WHERE removed = 0;
CREATE INDEX plan_recurrence_unit ON plan_recurrence ("unit", id);
CREATE UNIQUE INDEX plan_fulfilment_key ON plan_fulfilment ("recurrence", "unit", "done_on", "matter") WHERE removed = 0;
CREATE INDEX plan_fulfilment_recurrence ON plan_fulfilment ("recurrence", id);
CREATE INDEX plan_fulfilment_unit ON plan_fulfilment ("unit", id);
CREATE INDEX people_person_unit ON people_person ("unit", id);
CREATE UNIQUE INDEX people_person_key ON people_person ("name", "unit") WHERE removed = 0 AND "id_number_blind" IS NULL;
CREATE UNIQUE INDEX people_person_identity ON people_person ("id_number_blind") WHERE removed = 0;
COMMIT;
