PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE schema_step (id TEXT PRIMARY KEY, sha256 TEXT NOT NULL, at TEXT NOT NULL) STRICT;
INSERT INTO schema_step VALUES('core.1','7f244013d54cf78f1df40a6f61628ac8e5a24cbec8291ed3c1af674cc53ac6a3','2026-11-29T11:30:35Z');
INSERT INTO schema_step VALUES('core.2','3c36fc754de55159074480cb6fcebe02e49888040cf75be0b3bc639de1442f62','2026-11-29T11:30:35Z');
INSERT INTO schema_step VALUES('core.3','68f7dd4c7e5668399cb672e0e879ab30470792fb58381d3475303c0cd3c100e6','2026-11-29T11:30:35Z');
INSERT INTO schema_step VALUES('core.4','b480d768e8614504087226dce79002a4962af7f28404fec890624fc78bf34781','2026-11-29T11:30:35Z');
INSERT INTO schema_step VALUES('core.5','0a855d37514535d352b01cd4e42b5961b462216b703212007ac68ed1b37aca4f','2026-11-29T11:30:35Z');
INSERT INTO schema_step VALUES('workforce.post.1','d660e1ad97abd0ca7b367435441a9c4dc09d4df466b0bbaa33c04ea007f44c5b','2026-11-29T11:30:35Z');
INSERT INTO schema_step VALUES('workforce.post.thin','e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855','2026-11-29T11:30:35Z');
INSERT INTO schema_step VALUES('workforce.hire.1','c54f474786711980900bfcc1e734e36f13653dd75070e481bf267a0931a7a586','2026-11-29T11:30:35Z');
INSERT INTO schema_step VALUES('workforce.hire.2','a1af43c68c371e99f88b679a71abd87f6a6291f20f354ffdd76d73ae895c9e1b','2026-11-29T11:30:35Z');
INSERT INTO schema_step VALUES('workforce.hire.thin','164ece43fcd588164fa44886dcca24b45e4c8c8eb0d39b5789ca64a13a2d9293','2026-11-29T11:30:35Z');
INSERT INTO schema_step VALUES('workforce.trainee.1','a870a5c1e66f6a5347453ea6ddec6eddb75871bceb6d2b43efdf8fb5bac4bb2d','2026-11-29T11:30:35Z');
INSERT INTO schema_step VALUES('workforce.trainee.2','bf7d7e936ac8f6448cec7967cb3d8661750cdd8a1290b3af59dd8a541216e55f','2026-11-29T11:30:35Z');
INSERT INTO schema_step VALUES('workforce.trainee.thin','e2ce69249c92d8493dffafe1c9cbfa2308fd36b50781912768f9f29e80b15db3','2026-11-29T11:30:35Z');
INSERT INTO schema_step VALUES('workforce.village-doctor.1','eb8ad96f6bf6b638e92f2669d8d3a79bb483fc929b02d571437b832c526c999c','2026-11-29T11:30:35Z');
INSERT INTO schema_step VALUES('workforce.village-doctor.thin','a91b45973fbba11651668dd6203eb6b060515137232d0176b3084b8799bde4c0','2026-11-29T11:30:35Z');
INSERT INTO schema_step VALUES('workforce.establishment.1','1dd9c7042e24c1ae1bb333dc95aef76a18b1590cacde7082673b50442266ae29','2026-11-29T11:30:35Z');
INSERT INTO schema_step VALUES('workforce.establishment.thin','69b312440e7991142247d844a25a8b39d1569eb57116d59a50b2bb28c7d9f691','2026-11-29T11:30:35Z');
INSERT INTO schema_step VALUES('workforce.staff.1','914b19f7ba6a7773eea4c60c9c9b673b692d40265aff2e355ba5872cd770cc16','2026-11-29T11:30:35Z');
INSERT INTO schema_step VALUES('workforce.staff.thin','e54c822b99ac5041a45bc8e71bef4c4ea76909a0bff414d62e03bdc603224906','2026-11-29T11:30:35Z');
INSERT INTO schema_step VALUES('clinics.project.1','eaf7117640a1eeb5cf6d950cc4df0a73971d68b65002bf8dc58b4e28ecb64007','2026-11-29T11:30:35Z');
INSERT INTO schema_step VALUES('clinics.project.thin','a3be27dd5c4ffc7694ac3d37c2cfbabab1c54e9898de5d3a4e927257439659b3','2026-11-29T11:30:35Z');
INSERT INTO schema_step VALUES('clinics.finding.1','0bdda66f9d9294acbabdfc4870d00785ab9cbde41e87024ca09b70fa784d9b4d','2026-11-29T11:30:35Z');
INSERT INTO schema_step VALUES('clinics.finding.2','ce4e00de1c94a49f73d87fd6334c967d52d81d43637b726c031fca1d3cbe501f','2026-11-29T11:30:35Z');
INSERT INTO schema_step VALUES('clinics.finding.3','56710cb804736e3dadc1f23a0f4f64c7e7a18d8186a3caefd4459c0c9b479430','2026-11-29T11:30:35Z');
INSERT INTO schema_step VALUES('clinics.finding.thin','63462276f60f7f66f3b950cedef14f57b814efd34a826ab58ec6555b896a14fb','2026-11-29T11:30:35Z');
INSERT INTO schema_step VALUES('clinics.course.1','669439c2311155747c9b3a35287f3bbc7250f1bfd98a5cac1899d34ff70c4218','2026-11-29T11:30:35Z');
INSERT INTO schema_step VALUES('clinics.course.thin','e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855','2026-11-29T11:30:35Z');
INSERT INTO schema_step VALUES('clinics.participant.1','59a489f081bf8239706aa5b110b532e685f0d6f77e438ba3392f8b9963b978dc','2026-11-29T11:30:35Z');
INSERT INTO schema_step VALUES('clinics.participant.thin','eaac2bf0b2f4e0948a37ef44b39f1aee5e733225fe87f2ad097d63447b7d0ab3','2026-11-29T11:30:35Z');
INSERT INTO schema_step VALUES('clinics.studio.1','9b28f2c4d855846c118dbb662c1a1b98b7f53edf14cbc10dec25f459714e8786','2026-11-29T11:30:35Z');
INSERT INTO schema_step VALUES('clinics.studio.thin','0cc474129bbd3a64289a07c18bcbdcbba0aa97423c355f0244c68c074ff3a2ba','2026-11-29T11:30:35Z');
INSERT INTO schema_step VALUES('clinics.checklist.1','615a4bee364948e4a11a6714c5b5cbbdc85a4376280826e137aac9b2c12ba8c0','2026-11-29T11:30:35Z');
INSERT INTO schema_step VALUES('clinics.checklist.thin','e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855','2026-11-29T11:30:35Z');
INSERT INTO schema_step VALUES('plan.document.1','aca159d409563a55dab1daafa3aa9e4b21afff9b89e251eff3177aa93578b814','2026-11-29T11:30:35Z');
INSERT INTO schema_step VALUES('plan.document.thin','e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855','2026-11-29T11:30:35Z');
INSERT INTO schema_step VALUES('plan.task.1','00ed4bd5bea3a9a44fa8be48abf4eac72709dc7591dbb7231e7f0eb8992ee0b8','2026-11-29T11:30:35Z');
INSERT INTO schema_step VALUES('plan.task.2','f267827757fcbacdf45797bd71832420ad976eaa452dd427a084145811d1de6f','2026-11-29T11:30:35Z');
INSERT INTO schema_step VALUES('plan.task.3','aae1fa99694d5dfeb09d281e079d834a6891034a4679f8872cbe55d75ad0be71','2026-11-29T11:30:35Z');
INSERT INTO schema_step VALUES('plan.task.thin','e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855','2026-11-29T11:30:35Z');
INSERT INTO schema_step VALUES('plan.reminder.1','ded330e3c25dc4859c1308143879bc87cdf209c810641e3227fd1bdf4e37c32c','2026-11-29T11:30:35Z');
INSERT INTO schema_step VALUES('plan.reminder.thin','c8ed7a2daa5548caff0ae69d06924e17aa204c085f85081a866b8846cd96b314','2026-11-29T11:30:35Z');
INSERT INTO schema_step VALUES('plan.recurrence.1','2cba1dbaf612e9e7496e7ce17306e7c2580a511cb47c26526259b001c87e36f4','2026-11-29T11:30:35Z');
INSERT INTO schema_step VALUES('plan.recurrence.thin','e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855','2026-11-29T11:30:35Z');
INSERT INTO schema_step VALUES('plan.fulfilment.1','22a163778db8bbff22d296d29970ac559d77f33c1125aa3f049689b002d748b5','2026-11-29T11:30:35Z');
INSERT INTO schema_step VALUES('plan.fulfilment.thin','674bddced99417f42b8d9a17071710d4279ac129681c9b4e5db2de9e472d411d','2026-11-29T11:30:35Z');
INSERT INTO schema_step VALUES('people.person.1','616afebd7c7bab40c8084d159c3954bdf51d7a131f739d4839175216a40451cc','2026-11-29T11:30:35Z');
INSERT INTO schema_step VALUES('people.person.2','1fd7a9d8f317501b21f942c6a66d8b2a10d3de510be94fa8c8111852264819b3','2026-11-29T11:30:35Z');
INSERT INTO schema_step VALUES('people.person.thin','e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855','2026-11-29T11:30:35Z');
CREATE TABLE identity (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
INSERT INTO identity VALUES('site','4LFP');
CREATE TABLE journal (
  tx INTEGER PRIMARY KEY, version INTEGER NOT NULL, actor TEXT NOT NULL, at TEXT NOT NULL,
  command TEXT NOT NULL, reason TEXT NOT NULL, reverses INTEGER NOT NULL,
  first_change INTEGER NOT NULL, changes INTEGER NOT NULL,
  first_target INTEGER NOT NULL, targets INTEGER NOT NULL,
  first_entry INTEGER NOT NULL, entries INTEGER NOT NULL,
  first_line INTEGER NOT NULL, lines INTEGER NOT NULL,
  hash BLOB NOT NULL
) STRICT;
INSERT INTO journal VALUES(1,1,'经办人甲','2026-11-29T11:30:35Z','taizhang init','',0,1,44,1,0,1,0,1,0,X'd7cce6701c421ab4452ce67c859c24377af09f3b0a831fcca5c963be2a287c89');
INSERT INTO journal VALUES(2,1,'经办人甲','2026-11-29T11:30:35Z','taizhang unit add 9900 --name 示例县 --kind 县区','',0,45,1,1,0,1,0,1,0,X'8008a026d4b0e611ab95f12badd7d2c4de65e538528a8821e4a5b439cb2a9672');
INSERT INTO journal VALUES(3,1,'经办人甲','2026-11-29T11:30:35Z','taizhang setting set unit 示例县','',0,46,1,1,0,1,0,1,0,X'2eeb4a1ac1f27544eb9dc10b9246860dd3be743f3c47274a548cbf234d5a2cfd');
INSERT INTO journal VALUES(4,1,'经办人甲','2026-11-29T11:30:35Z','taizhang unit add 990001 --name 甲镇 --kind 乡镇 --parent 示例县','',0,47,1,1,0,1,0,1,0,X'2c2687522ab151417b3770d26479f7f76723526f08f35ef1c2b67fdebc6a11ab');
INSERT INTO journal VALUES(5,1,'经办人甲','2026-11-29T11:30:35Z','taizhang unit add 990002 --name 乙镇 --kind 乡镇 --parent 示例县','',0,48,1,1,0,1,0,1,0,X'e231ca1948db217c5c64871aba72b2f610f9b15f689c468dc97ffe8502e3641e');
INSERT INTO journal VALUES(6,1,'经办人甲','2026-11-29T11:30:35Z','taizhang unit add 990001001 --name ''王 庄村'' --kind 村 --parent 甲镇','',0,49,1,1,0,1,0,1,0,X'80361b70edbd886e9f5fe5887c9c12d26b5f2ea228d50a33e5c13eb6f6acf34d');
INSERT INTO journal VALUES(7,1,'经办人甲','2026-11-29T11:30:35Z','taizhang unit add 990001002 --name 王庄村 --kind 村 --parent 甲镇','',0,50,1,1,0,1,0,1,0,X'509a724fc7e2c644af458de0fd08528a4304d5466d5b5bbcfa26b2f346cb99f2');
INSERT INTO journal VALUES(8,1,'经办人甲','2026-11-29T11:30:35Z','taizhang unit add 990002001 --name 河口村 --kind 村 --parent 乙镇 --alias 河　口大队','',0,51,1,1,0,1,0,1,0,X'a7f4187668ece103ba1109e772e5ef13c21e4b71016764b653d3f85b3124f685');
INSERT INTO journal VALUES(9,1,'经办人甲','2026-11-29T11:30:35Z','taizhang unit add 990001901 --name 甲镇卫生室 --kind 卫生室 --parent 甲镇','',0,52,1,1,0,1,0,1,0,X'65b067ab96a7980929f61ecac51b6fe8290b1359722d014989fd5dd036754473');
INSERT INTO journal VALUES(10,1,'经办人甲','2026-11-29T11:30:35Z','taizhang unit add 990001902 --name 甲镇二卫生室 --kind 卫生室 --parent 甲镇','',0,53,1,1,0,1,0,1,0,X'6d102f3e306f45838dc0c42682c1fb8247c97bfbfa8cb90bec2e044114c7c834');
INSERT INTO journal VALUES(11,1,'经办人甲','2026-11-29T11:30:35Z','taizhang unit add 990002901 --name 乙镇卫生室 --kind 卫生室 --parent 乙镇','',0,54,1,1,0,1,0,1,0,X'eb8f21d5ab6b4a735a88746ef16b5f2bfee24b308058a85619b34490525b53d4');
INSERT INTO journal VALUES(12,1,'经办人甲','2026-11-29T11:30:35Z','taizhang unit add 990002902 --name 县医院 --kind 医院 --parent 示例县','',0,55,1,1,0,1,0,1,0,X'cf0f06d9fd8d4f360a4030134c9bb68254b81c49187f507568b8df8c415962b8');
INSERT INTO journal VALUES(13,1,'经办人甲','2026-11-29T11:30:35Z','taizhang target set clinics.accepted 3 --unit 甲镇','',0,56,0,1,1,1,0,1,0,X'c9c2d32e9655a6955f9ef43278cdf229091eaee3c48d304394152ecf53b39caf');
INSERT INTO journal VALUES(14,1,'经办人甲','2026-11-29T11:30:35Z','taizhang target set clinics.accepted 2 --unit 乙镇 --document 示例〔2021〕１号','',0,56,0,2,1,1,0,1,0,X'0adce23090e7556a62e4a8ccf50cf11b17212f07d0772862d1355e65228b93ba');
INSERT INTO journal VALUES(15,1,'经办人甲','2026-11-29T11:30:35Z','taizhang key create --file','',0,56,1,3,0,1,0,1,0,X'08e87d579fe2b671a4ebd16d5e07af655b745669955054fb7bf2d90310cd713e');
INSERT INTO journal VALUES(16,1,'经办人甲','2026-11-29T11:30:35Z','taizhang people person add name=… unit=… phone=…','',0,57,1,3,0,1,0,1,0,X'841e63c000fdbfb9e82abdc5a53be7c8b8110cf611c0fa76e8c8f2c0d636e5c3');
INSERT INTO journal VALUES(17,1,'经办人甲','2026-11-29T11:30:35Z','taizhang people person add name=… unit=…','',0,58,1,3,0,1,0,1,0,X'e06f7fcf981e75e75a57f5cdf550e860e3826c9da298e229e4734a24bd568751');
INSERT INTO journal VALUES(18,1,'经办人甲','2026-11-29T11:30:35Z','taizhang people person add name=… unit=… id-number=…','',0,59,1,3,0,1,0,1,0,X'a97ecae3a459cc3e2438f325a0958ba6bcbba1b6ed7073241a1d0b90b7fcf9c3');
INSERT INTO journal VALUES(19,1,'经办人甲','2026-11-29T11:30:35Z','taizhang people person add name=… unit=… phone=…','',0,60,1,3,0,1,0,1,0,X'2a1ec3b5c533fc97c51b3f4b24bfa85430bf2eb1c594085f74aac1f4e4fb535a');
INSERT INTO journal VALUES(20,1,'经办人甲','2026-11-29T11:30:35Z','taizhang plan document add number=… title=… issued-on=…','',0,61,1,3,0,1,0,1,0,X'085a2d30f12c764da5e0383e502bbe8bd5e2f8860cd8ba48c87c4bf1de4d51cd');
INSERT INTO journal VALUES(21,1,'经办人甲','2026-11-29T11:30:36Z','taizhang plan document add number=… title=… issued-on=…','',0,62,1,3,0,1,0,1,0,X'8ba437e9463ff8eb44a43d9102a0193ea949a28d58d4f1a3ffcaf4798df8be92');
INSERT INTO journal VALUES(22,1,'经办人甲','2026-11-29T11:30:36Z','taizhang clinics project add facility=… year=… kind=… ownership=… budget=… document-no=…','',0,63,1,3,0,1,1,1,0,X'6508bc0843b88feed435f84378c03aef7a7754a642c55524e9b45122d7c55642');
INSERT INTO journal VALUES(23,1,'经办人甲','2026-11-29T11:30:36Z','taizhang clinics project advance … … --on 2021-02-10','',0,64,1,3,0,2,0,1,0,X'bf4a42a159cd587fa528b3f4e98e77171582709bd2a1fbd6b66d9ef88e96a56c');
INSERT INTO journal VALUES(24,1,'经办人甲','2026-11-29T11:30:36Z','taizhang clinics project advance … … --on 2021-03-20','',0,65,1,3,0,2,1,1,0,X'a09373f7df96b91d04cc91b1fb18a964b58be6b6f7bed25481fbaec5ffa26062');
INSERT INTO journal VALUES(25,1,'经办人甲','2026-11-29T11:30:36Z','taizhang clinics project advance … … --on 2021-04-15 relapsed-on=…','',0,66,1,3,0,3,1,1,0,X'af63dcbceb23144bf78553a44ee3f7586622388cd4f81146e1414fcca2cd074e');
INSERT INTO journal VALUES(26,1,'经办人甲','2026-11-29T11:30:36Z','taizhang clinics project advance … … --on 2021-05-10','',0,67,1,3,0,4,0,1,0,X'1718e090a3c9222107788273b2e7d9a5cba9fd6e387d1ab7a0f5826872e09361');
INSERT INTO journal VALUES(27,1,'经办人甲','2026-11-29T11:30:36Z','taizhang clinics project advance … … --on 2021-05-20','',0,68,1,3,0,4,1,1,0,X'a8497784b698899e2b1bef31766f7bf536f2eb432394a6d546828093628370d1');
INSERT INTO journal VALUES(28,1,'经办人甲','2026-11-29T11:30:36Z','taizhang clinics project add facility=… year=… kind=…','',0,69,1,3,0,5,1,1,0,X'1e63615f22b2df63ebf92da9f2d63341d37528cd243b62b3879e61481a3ec477');
INSERT INTO journal VALUES(29,1,'经办人甲','2026-11-29T11:30:36Z','taizhang clinics project add facility=… year=… kind=…','',0,70,1,3,0,6,1,1,0,X'faed7c34dfbfc238b56aae3e0e5f6a7c0e2a637cbf86f3ecd5466087cd71f3c6');
INSERT INTO journal VALUES(30,1,'经办人甲','2026-11-29T11:30:36Z','taizhang clinics project advance … … --on 2021-05-02','',0,71,1,3,0,7,0,1,0,X'01fc72bb9744fe5e4f0e68dffc6fba4f3b35f26fa5b38402d54747777c78b3e9');
INSERT INTO journal VALUES(31,1,'经办人甲','2026-11-29T11:30:36Z','taizhang clinics finding add project=… item=… found-on=… due=…','',0,72,1,3,0,7,1,1,0,X'8cf1d0d35d8c4f9cc3b2f08c0dfba3f0024ecd714ddc857d5f77c9c2fffbc715');
INSERT INTO journal VALUES(32,1,'经办人甲','2026-11-29T11:30:36Z','taizhang register column add clinics.project 床位 int','',0,73,1,3,0,8,0,1,0,X'611d0f4bb0b0d15a49c3d0675c24434ab4d41c37b5ea9856731d92bb01abff42');
INSERT INTO journal VALUES(33,1,'经办人甲','2026-11-29T11:30:36Z','taizhang clinics project set … 床位=…','',0,74,1,3,0,8,0,1,0,X'58cac6c8cbe0a1ae5e6f7730e4f91f80f2f9363d5dfd0988377c769c6df89251');
INSERT INTO journal VALUES(34,1,'经办人甲','2026-11-29T11:30:36Z','taizhang workforce post add code=… hospital=… year=… title=… category=… openings=…','',0,75,1,3,0,8,0,1,0,X'a53d7d9423093926b24da069c1dc3b7ee0d743d33a127a40ba8f57e47e12af3b');
INSERT INTO journal VALUES(35,1,'经办人甲','2026-11-29T11:30:36Z','taizhang workforce post set … openings=… --on 2021-05-01','',0,76,1,3,0,8,0,1,0,X'fd061ba8ee074cc5bf19e0be63d924fc89c90535a373319fdd49f191ed69a68b');
INSERT INTO journal VALUES(36,1,'经办人甲','2026-11-29T11:30:36Z','taizhang workforce post advance … … --on 2021-02-01','',0,77,1,3,0,8,2,1,0,X'964ac2074aad0c629e0c36df26a63a265168b9cbff6955b402f05024c27dc602');
INSERT INTO journal VALUES(37,1,'经办人甲','2026-11-29T11:30:36Z','taizhang workforce establishment add unit=… kind=… category=… approved=…','',0,78,1,3,0,10,1,1,0,X'67ccadcba317436d67474fbc09506671d5b2fc67a61f77783a679c4923f3fab5');
INSERT INTO journal VALUES(38,1,'经办人甲','2026-11-29T11:30:36Z','taizhang workforce establishment set … approved=… --on 2021-04-01','',0,79,1,3,0,11,2,1,0,X'105750e88aaa036b4ea5257d871ddc1392052793281ae279d6aba471f9d1f960');
INSERT INTO journal VALUES(39,1,'经办人甲','2026-11-29T11:30:36Z','taizhang workforce village-doctor add village=… person=… serves-from=… qualification=…','',0,80,1,3,0,13,1,1,0,X'0c4ff9738ee80b7696038c29cf5eeac82c5c091eca9e2d03eff1c4076fc4d503');
INSERT INTO journal VALUES(40,1,'经办人甲','2026-11-29T11:30:36Z','taizhang workforce village-doctor add village=… person=… serves-from=…','',0,81,1,3,0,14,0,1,0,X'97a009f474ffcfb998cd5b2e9ea804b4ab947b5111430f2b3273c218cd2d860c');
INSERT INTO journal VALUES(41,1,'经办人甲','2026-11-29T11:30:36Z','taizhang indicator add office.visits --name 走访户数 --kind flow --measure 户','',0,82,1,3,0,14,0,1,0,X'a8c08a8941d043dbc8ced6f55eb8713f01c206077a93bfc5a6dda4cb0c4daf54');
INSERT INTO journal VALUES(42,1,'经办人甲','2026-11-29T11:30:36Z','taizhang indicator add office.online --name 在网人数 --kind stock --measure 人','',0,83,1,3,0,14,0,1,0,X'5941415e8761288f27211aaad304f694e7b31ad141f60739222a6b7e4e1b0f5f');
INSERT INTO journal VALUES(43,1,'经办人甲','2026-11-29T11:30:36Z','taizhang log office.visits 30 --unit 甲镇 --on 2021-03-05','',0,84,0,3,0,14,1,1,0,X'0fab8e8c0a35ebbd48d528f17d174aad3258ab793f66b120c71c602886e157f6');
INSERT INTO journal VALUES(44,1,'经办人甲','2026-11-29T11:30:37Z','taizhang log office.visits 12 --unit 乙镇 --on 2021-04-05','',0,84,0,3,0,15,1,1,0,X'3b7591e85efc7529df4e414e8c8bf47ca562992801ae8190fa07d1ce4a0c6d8d');
INSERT INTO journal VALUES(45,1,'经办人甲','2026-11-29T11:30:37Z','taizhang log office.online 120 --set --unit 甲镇 --on 2021-03-31','',0,84,0,3,0,16,1,1,0,X'd4bd937e51cd946b6ea49bdf64b34bb5d768ce07a7995f1827ff451254cf2aaf');
INSERT INTO journal VALUES(46,1,'经办人甲','2026-11-29T11:30:37Z','taizhang log office.online 150 --set --unit 甲镇 --on 2021-05-31','',0,84,0,3,0,17,1,1,0,X'02ab36b16d33bc9fa4fa7cf911c32417c3ac1fbe2916d28180a88b63a614b843');
INSERT INTO journal VALUES(47,1,'经办人甲','2026-11-29T11:30:37Z','taizhang log office.visits 99 --unit 乙镇 --on 2021-05-05','',0,84,0,3,0,18,1,1,0,X'cc5c3ac1ad10b39bd61984bacf07b36e066695b0b009120a05125c490d9ad9c8');
INSERT INTO journal VALUES(48,1,'经办人甲','2026-11-29T11:30:37Z','taizhang undo 47 --reason 登错','登错',47,84,0,3,0,19,1,1,0,X'c7078c3eb6814404653991a1e6136776f39734edbc50810b6d1491e7b6e8cdd1');
INSERT INTO journal VALUES(49,1,'经办人甲','2026-11-29T11:30:37Z','taizhang due adopt','',0,84,7,3,0,20,0,1,0,X'88501523273bf778c7a61bb6c67f7abc4ef3b82d9962429f5b3a7c73a325134e');
INSERT INTO journal VALUES(50,1,'经办人甲','2026-11-29T11:30:37Z','taizhang close 2021-04 --yes','',0,91,5,3,0,20,0,1,61,X'e23efe2f26ea9ab6aa4ebf128708265d8fa7266364aab64499999db1a36d79b6');
INSERT INTO journal VALUES(51,1,'经办人甲','2026-11-29T11:30:37Z','taizhang log office.visits 5 --unit 甲镇 --on 2021-04-20','',0,96,0,3,0,20,1,62,0,X'10bf299859f6ca2d322570772825883f8bd12429f27f6cae55fec632fdcb2fba');
INSERT INTO journal VALUES(52,1,'经办人甲','2026-11-29T11:30:37Z','taizhang close 2021-04 --reissue 补记走访','补记走访',0,96,5,3,0,21,0,62,61,X'0400d14806b309f7c7aec88b87b6c427e8f993a86ad0b8aa131ada5b03507b2f');
INSERT INTO journal VALUES(53,1,'经办人甲','2026-11-29T11:30:37Z','taizhang people person erase 4 document-no=… --yes','',0,101,2,3,0,21,0,123,0,X'e59423d7afe86396e57e61f232630d97ada79ffe8ef4c5e867db6f55ba1f795c');
INSERT INTO journal VALUES(54,1,'经办人甲','2026-11-29T11:30:37Z','taizhang clinics project set … budget=…','',0,103,1,3,0,21,0,123,0,X'6380e76c5f603327261ec04bab08e78298446d7b66c845aff435f9f9bf585cf8');
INSERT INTO journal VALUES(55,1,'经办人甲','2026-11-29T11:30:37Z','taizhang undo 54 --reason 登错','登错',54,104,1,3,0,21,0,123,0,X'7a5fcaca7d79b200a4ee1c7c36e3d437508a0498c50d14f765420564e9998f8c');
INSERT INTO journal VALUES(56,1,'经办人甲','2026-11-29T11:30:37Z','taizhang undo 55 --reason 没错','没错',55,105,1,3,0,21,0,123,0,X'a00b5bdd5a2c00cdb15d8af92a10551618789f61d61ea5e6740a21043de159b7');
INSERT INTO journal VALUES(57,1,'经办人甲','2026-11-29T11:30:37Z','taizhang people person reveal 3 … reason=…','核对',0,106,1,3,0,21,0,123,0,X'e81931aa67cef2db56fd36c21b56ced59139ede126340dd62d8e3fb4ac58b803');
CREATE TABLE change (
  seq INTEGER PRIMARY KEY, subject TEXT NOT NULL, object INTEGER NOT NULL, body TEXT NOT NULL
, extent INTEGER NOT NULL DEFAULT 1) STRICT;
INSERT INTO change VALUES(1,'indicator',1,replace('code=workforce.posts-approved\nname=审批招聘岗位\nmeasure=个\nkind=flow\ndecimals=0\ndirection=more','\n',char(10)),1);
INSERT INTO change VALUES(2,'indicator',2,replace('code=workforce.hired\nname=招聘到岗\nmeasure=人\nkind=flow\ndecimals=0\ndirection=more','\n',char(10)),1);
INSERT INTO change VALUES(3,'indicator',3,replace('code=workforce.enrolled\nname=定向委托培养招生\nmeasure=人\nkind=flow\ndecimals=0\ndirection=more','\n',char(10)),1);
INSERT INTO change VALUES(4,'indicator',4,replace('code=workforce.contracted\nname=签订培养协议\nmeasure=人\nkind=flow\ndecimals=0\ndirection=more','\n',char(10)),1);
INSERT INTO change VALUES(5,'indicator',5,replace('code=workforce.graduated\nname=定向学员毕业\nmeasure=人\nkind=flow\ndecimals=0\ndirection=more','\n',char(10)),1);
INSERT INTO change VALUES(6,'indicator',6,replace('code=workforce.posted\nname=定向学员派岗\nmeasure=人\nkind=flow\ndecimals=0\ndirection=more','\n',char(10)),1);
INSERT INTO change VALUES(7,'indicator',7,replace('code=workforce.signing-rate\nname=培养协议签订率\nmeasure=%\nkind=ratio\ndecimals=1\ndirection=more\nnumerator=4\ndenominator=3','\n',char(10)),1);
INSERT INTO change VALUES(8,'indicator',8,replace('code=workforce.posting-rate\nname=定向学员到岗率\nmeasure=%\nkind=ratio\ndecimals=1\ndirection=more\nnumerator=6\ndenominator=5','\n',char(10)),1);
INSERT INTO change VALUES(9,'indicator',9,replace('code=workforce.villages-covered\nname=有合格村医的村\nmeasure=个\nkind=stock\ndecimals=0\ndirection=more','\n',char(10)),1);
INSERT INTO change VALUES(10,'indicator',10,replace('code=workforce.establishment\nname=编制核定\nmeasure=人\nkind=stock\ndecimals=0\ndirection=more','\n',char(10)),1);
INSERT INTO change VALUES(11,'indicator',11,replace('code=workforce.in-post\nname=实有人员\nmeasure=人\nkind=stock\ndecimals=0\ndirection=more','\n',char(10)),1);
INSERT INTO change VALUES(12,'indicator',12,replace('code=clinics.planned\nname=标准化建设计划\nmeasure=个\nkind=flow\ndecimals=0\ndirection=more','\n',char(10)),1);
INSERT INTO change VALUES(13,'indicator',13,replace('code=clinics.accepted\nname=标准化建设达标\nmeasure=个\nkind=flow\ndecimals=0\ndirection=more','\n',char(10)),1);
INSERT INTO change VALUES(14,'indicator',14,replace('code=clinics.doctors-trained\nname=乡村医生岗位技能培训\nmeasure=人\nkind=flow\ndecimals=0\ndirection=more','\n',char(10)),1);
INSERT INTO change VALUES(15,'indicator',15,replace('code=clinics.staff-trained\nname=卫生技术人员能力培训\nmeasure=人\nkind=flow\ndecimals=0\ndirection=more','\n',char(10)),1);
INSERT INTO change VALUES(16,'indicator',16,replace('code=clinics.in-training\nname=在训人数\nmeasure=人\nkind=stock\ndecimals=0\ndirection=more','\n',char(10)),1);
INSERT INTO change VALUES(17,'indicator',17,replace('code=clinics.attendances\nname=培训人次\nmeasure=人次\nkind=flow\ndecimals=0\ndirection=more','\n',char(10)),1);
INSERT INTO change VALUES(18,'indicator',18,replace('code=clinics.studios\nname=名医工作室\nmeasure=个\nkind=stock\ndecimals=0\ndirection=more','\n',char(10)),1);
INSERT INTO change VALUES(19,'indicator',19,replace('code=clinics.findings\nname=发现问题\nmeasure=个\nkind=flow\ndecimals=0\ndirection=more','\n',char(10)),1);
INSERT INTO change VALUES(20,'indicator',20,replace('code=clinics.findings-closed\nname=问题销号\nmeasure=个\nkind=flow\ndecimals=0\ndirection=more','\n',char(10)),1);
INSERT INTO change VALUES(21,'indicator',21,replace('code=clinics.closing-rate\nname=问题销号率\nmeasure=%\nkind=ratio\ndecimals=1\ndirection=more\nnumerator=20\ndenominator=19','\n',char(10)),1);
INSERT INTO change VALUES(22,'indicator',22,replace('code=union.bodies-new\nname=新建基层工会\nmeasure=家\nkind=flow\ndecimals=0\ndirection=more','\n',char(10)),1);
INSERT INTO change VALUES(23,'indicator',23,replace('code=union.legal-units\nname=涵盖法人单位\nmeasure=个\nkind=stock\ndecimals=0\ndirection=more','\n',char(10)),1);
INSERT INTO change VALUES(24,'indicator',24,replace('code=union.members\nname=工会会员\nmeasure=人\nkind=stock\ndecimals=0\ndirection=more','\n',char(10)),1);
INSERT INTO change VALUES(25,'indicator',25,replace('code=union.enterprises\nname=企业\nmeasure=个\nkind=stock\ndecimals=0\ndirection=more','\n',char(10)),1);
INSERT INTO change VALUES(26,'indicator',26,replace('code=union.workers\nname=职工\nmeasure=人\nkind=stock\ndecimals=0\ndirection=more','\n',char(10)),1);
INSERT INTO change VALUES(27,'indicator',27,replace('code=union.contracts-regional\nname=区域性集体合同\nmeasure=份\nkind=flow\ndecimals=0\ndirection=more','\n',char(10)),1);
INSERT INTO change VALUES(28,'indicator',28,replace('code=union.enterprises-covered\nname=集体合同覆盖企业\nmeasure=个\nkind=stock\ndecimals=0\ndirection=more','\n',char(10)),1);
INSERT INTO change VALUES(29,'indicator',29,replace('code=union.workers-covered\nname=集体合同覆盖职工\nmeasure=人\nkind=stock\ndecimals=0\ndirection=more','\n',char(10)),1);
INSERT INTO change VALUES(30,'indicator',30,replace('code=union.enterprise-coverage\nname=集体合同企业覆盖率\nmeasure=%\nkind=ratio\ndecimals=1\ndirection=more\nnumerator=28\ndenominator=25','\n',char(10)),1);
INSERT INTO change VALUES(31,'indicator',31,replace('code=union.worker-coverage\nname=集体合同职工覆盖率\nmeasure=%\nkind=ratio\ndecimals=1\ndirection=more\nnumerator=29\ndenominator=26','\n',char(10)),1);
INSERT INTO change VALUES(32,'indicator',32,replace('code=union.hardship-files\nname=困难职工档案\nmeasure=人\nkind=stock\ndecimals=0\ndirection=more','\n',char(10)),1);
INSERT INTO change VALUES(33,'indicator',33,replace('code=union.hardship-workplaces\nname=困难职工所在单位\nmeasure=个\nkind=stock\ndecimals=0\ndirection=more','\n',char(10)),1);
INSERT INTO change VALUES(34,'indicator',34,replace('code=union.assistance-people\nname=帮扶人数\nmeasure=人\nkind=flow\ndecimals=0\ndirection=more','\n',char(10)),1);
INSERT INTO change VALUES(35,'indicator',35,replace('code=union.assistance-amount\nname=帮扶资金\nmeasure=元\nkind=flow\ndecimals=2\ndirection=more','\n',char(10)),1);
INSERT INTO change VALUES(36,'indicator',36,replace('code=union.insured\nname=职工互助保障\nmeasure=人\nkind=flow\ndecimals=0\ndirection=more','\n',char(10)),1);
INSERT INTO change VALUES(37,'indicator',37,replace('code=union.bulletins\nname=信息报送\nmeasure=篇\nkind=flow\ndecimals=0\ndirection=more','\n',char(10)),1);
INSERT INTO change VALUES(38,'indicator',38,replace('code=union.subscription-amount\nname=报刊征订金额\nmeasure=元\nkind=flow\ndecimals=2\ndirection=more','\n',char(10)),1);
INSERT INTO change VALUES(39,'indicator',39,replace('code=union.subscription-copies\nname=报刊征订份数\nmeasure=份\nkind=flow\ndecimals=0\ndirection=more','\n',char(10)),1);
INSERT INTO change VALUES(40,'indicator',40,replace('code=union.dues-remitted\nname=会费上缴\nmeasure=元\nkind=flow\ndecimals=2\ndirection=more','\n',char(10)),1);
INSERT INTO change VALUES(41,'indicator',41,replace('code=union.libraries\nname=职工书屋\nmeasure=个\nkind=flow\ndecimals=0\ndirection=more','\n',char(10)),1);
INSERT INTO change VALUES(42,'indicator',42,replace('code=union.skills-contests\nname=技术比武企业\nmeasure=个\nkind=flow\ndecimals=0\ndirection=more','\n',char(10)),1);
INSERT INTO change VALUES(43,'indicator',43,replace('code=union.labour-competitions\nname=劳动竞赛企业\nmeasure=个\nkind=flow\ndecimals=0\ndirection=more','\n',char(10)),1);
INSERT INTO change VALUES(44,'indicator',44,replace('code=union.petitions\nname=来信来访\nmeasure=件\nkind=flow\ndecimals=0\ndirection=less','\n',char(10)),1);
INSERT INTO change VALUES(45,'unit',1,replace('code=9900\nname=示例县\nkind=district','\n',char(10)),1);
INSERT INTO change VALUES(46,'setting',1,replace('name=unit\nvalue=9900','\n',char(10)),1);
INSERT INTO change VALUES(47,'unit',2,replace('code=990001\nname=甲镇\nkind=township\nparent=1','\n',char(10)),1);
INSERT INTO change VALUES(48,'unit',3,replace('code=990002\nname=乙镇\nkind=township\nparent=1','\n',char(10)),1);
INSERT INTO change VALUES(49,'unit',4,replace('code=990001001\nname=王 庄村\nkind=village\nparent=2','\n',char(10)),1);
INSERT INTO change VALUES(50,'unit',5,replace('code=990001002\nname=王庄村\nkind=village\nparent=2','\n',char(10)),1);
INSERT INTO change VALUES(51,'unit',6,replace('code=990002001\nname=河口村\nkind=village\nparent=3\nalias=河　口大队','\n',char(10)),1);
INSERT INTO change VALUES(52,'unit',7,replace('code=990001901\nname=甲镇卫生室\nkind=clinic\nparent=2','\n',char(10)),1);
INSERT INTO change VALUES(53,'unit',8,replace('code=990001902\nname=甲镇二卫生室\nkind=clinic\nparent=2','\n',char(10)),1);
INSERT INTO change VALUES(54,'unit',9,replace('code=990002901\nname=乙镇卫生室\nkind=clinic\nparent=3','\n',char(10)),1);
INSERT INTO change VALUES(55,'unit',10,replace('code=990002902\nname=县医院\nkind=hospital\nparent=1','\n',char(10)),1);
INSERT INTO change VALUES(56,'key',1,replace('kind=file\nfingerprint=a5d82aa0e7b256fdd5ade201afb838ab59082326e8f38c3718488fc6cf3cbe55','\n',char(10)),1);
INSERT INTO change VALUES(57,'record',1,replace('register=people.person\nunit=7\n#=7c53d180fafb1e95e5fc4f0e716a33cc0e4198621a9b3722935217cb51f7cc8f','\n',char(10)),1);
INSERT INTO change VALUES(58,'record',2,replace('register=people.person\nunit=7\n#=110f32737e6409e1304a222c168988204d912f06c7f2c295e1e3347dc7c22b1a','\n',char(10)),1);
INSERT INTO change VALUES(59,'record',3,replace('register=people.person\nunit=9\n#=bd02b9f2ac3fbe60e9df74df8ab24ed3cedb2bef990d52038068a97adcfacb2f','\n',char(10)),1);
INSERT INTO change VALUES(60,'record',4,replace('register=people.person\nunit=10\n#=74b8e3949afb0bdd463f4a2e678c9a51b65c251a0c718f9d8076523a56faf568','\n',char(10)),1);
INSERT INTO change VALUES(61,'record',5,replace('register=plan.document\nissued-on=20210105\n#=2dfd4808d84f3f3a9740376731b272331d8d1e7347e4775fc252d05f21ba5967','\n',char(10)),1);
INSERT INTO change VALUES(62,'record',6,replace('register=plan.document\nissued-on=20210105\n#=3abb55f4d26bd3eccb5aae71482811c722d94ffd2f441bcc1fe764774c183e07','\n',char(10)),1);
INSERT INTO change VALUES(63,'record',7,replace('register=clinics.project\nfacility=7\nyear=2021\nkind=villageClinic\nownership=collective\nbudget=6000000\n#=87e31c79f066466d86658dff4df1588ca037d27dc443b1a04a790e4289592cf2','\n',char(10)),1);
INSERT INTO change VALUES(64,'record',7,replace('register=clinics.project\nfacility=7\nyear=2021\nkind=villageClinic\nownership=collective\nbudget=6000000\nassessed-on=20210210\nmoves=20210210:assessed\n#=929b9dcc52e521aa9fa9cf2fdb67078d41fa600a67fa50b15f9b0a8a0a35f8af','\n',char(10)),1);
INSERT INTO change VALUES(65,'record',7,replace('register=clinics.project\nfacility=7\nyear=2021\nkind=villageClinic\nownership=collective\nbudget=6000000\nassessed-on=20210210\naccepted-on=20210320\nmoves=20210210:assessed;20210320:accepted\n#=bb53fabbb59f393cc8a2826229c8cacbedce070fb07279e2e75892a197727777','\n',char(10)),1);
INSERT INTO change VALUES(66,'record',7,replace('register=clinics.project\nfacility=7\nyear=2021\nkind=villageClinic\nownership=collective\nbudget=6000000\nassessed-on=20210210\naccepted-on=20210320\nrelapsed-on=20210415\nmoves=20210210:assessed;20210320:accepted;20210415:rectifying\n#=51aedfe2df84f9ed2b80f1f762ed3ec996b9c87822c1b44297a0a10ec405fe71','\n',char(10)),1);
INSERT INTO change VALUES(67,'record',7,replace('register=clinics.project\nfacility=7\nyear=2021\nkind=villageClinic\nownership=collective\nbudget=6000000\nassessed-on=20210210\naccepted-on=20210320\nrelapsed-on=20210415\nmoves=20210210:assessed;20210320:accepted;20210415:rectifying;20210510:reinspected\n#=f104b904326da7cd0f2c12cb51b81091301428ce375cd0cc9e7b55e4090169d9','\n',char(10)),1);
INSERT INTO change VALUES(68,'record',7,replace('register=clinics.project\nfacility=7\nyear=2021\nkind=villageClinic\nownership=collective\nbudget=6000000\nassessed-on=20210210\naccepted-on=20210520\nrelapsed-on=20210415\nmoves=20210210:assessed;20210320:accepted;20210415:rectifying;20210510:reinspected;20210520:accepted\n#=89d7a41ce64531cb1968e5406dba96f864c3df0ddcfc320e916d27f77ebee3bf','\n',char(10)),1);
INSERT INTO change VALUES(69,'record',8,replace('register=clinics.project\nfacility=8\nyear=2021\nkind=villageClinic','\n',char(10)),1);
INSERT INTO change VALUES(70,'record',9,replace('register=clinics.project\nfacility=9\nyear=2021\nkind=villageClinic','\n',char(10)),1);
INSERT INTO change VALUES(71,'record',9,replace('register=clinics.project\nfacility=9\nyear=2021\nkind=villageClinic\nassessed-on=20210502\nmoves=20210502:assessed','\n',char(10)),1);
INSERT INTO change VALUES(72,'record',10,replace('register=clinics.finding\nproject=8\nfound-on=20210402\ndue=20210502\nfirst-due=20210502\n#=795c245d0fdf5d1007277ea04b5b60c637ec90d7e0a5c02a4b210c6b56d52e68','\n',char(10)),1);
INSERT INTO change VALUES(73,'setting',2,replace('name=column clinics.project 床位\nvalue=int','\n',char(10)),1);
INSERT INTO change VALUES(74,'record',8,replace('register=clinics.project\nfacility=8\nyear=2021\nkind=villageClinic\n床位=6','\n',char(10)),1);
INSERT INTO change VALUES(75,'record',11,replace('register=workforce.post\nhospital=10\nyear=2021\ncategory=clinical\nopenings=20210630:4\n#=4bff5a4469e227647b29813fe5cdbac1b3f19dd9d37045f38c0b69acfec1c680','\n',char(10)),1);
INSERT INTO change VALUES(76,'record',11,replace('register=workforce.post\nhospital=10\nyear=2021\ncategory=clinical\nopenings=20210501:3;20210630:4\n#=f1060479819bf627b7c64f6afb267905199b3b884430789483a3a858719d953f','\n',char(10)),1);
INSERT INTO change VALUES(77,'record',11,replace('register=workforce.post\nhospital=10\nyear=2021\ncategory=clinical\nopenings=20210201:3;20210630:4\napproved-on=20210201\nmoves=20210201:approved\n#=c12d186c1bc3dd96101327356f7dc9581af83105e7458b434bce90f5232de983','\n',char(10)),1);
INSERT INTO change VALUES(78,'record',12,replace('register=workforce.establishment\nunit=10\nkind=institution\ncategory=general\napproved=20210630:10','\n',char(10)),1);
INSERT INTO change VALUES(79,'record',12,replace('register=workforce.establishment\nunit=10\nkind=institution\ncategory=general\napproved=20210401:9;20210630:10','\n',char(10)),1);
INSERT INTO change VALUES(80,'record',13,replace('register=workforce.village-doctor\nvillage=6\nperson=3\nqualification=physician\nserves-from=20210101','\n',char(10)),1);
INSERT INTO change VALUES(81,'record',14,replace('register=workforce.village-doctor\nvillage=4\nperson=3\nserves-from=20210201','\n',char(10)),1);
INSERT INTO change VALUES(82,'indicator',45,replace('code=office.visits\nname=走访户数\nmeasure=户\nkind=flow\ndecimals=0\ndirection=more','\n',char(10)),1);
INSERT INTO change VALUES(83,'indicator',46,replace('code=office.online\nname=在网人数\nmeasure=人\nkind=stock\ndecimals=0\ndirection=more','\n',char(10)),1);
INSERT INTO change VALUES(84,'record',15,replace('register=plan.recurrence\nunit=1\ncycle=yearly\nfirst=20220308\n#=1d8da042baccb1467586390594822661f56d186683c2feb7303b5de3bca1014b','\n',char(10)),1);
INSERT INTO change VALUES(85,'record',16,replace('register=plan.recurrence\nunit=1\ncycle=yearly\nfirst=20220501\n#=d8f934ab64f1c9c282a6759bd9b6a89937572de4ee0aab23be443fd9780f91bc','\n',char(10)),1);
INSERT INTO change VALUES(86,'record',17,replace('register=plan.recurrence\nunit=1\ncycle=yearly\nfirst=20211111\n#=0462d6e4ba108e3c5085e40e1762c737fcd9fc3bd30b526f01f3e52ab4cc546d','\n',char(10)),1);
INSERT INTO change VALUES(87,'record',18,replace('register=plan.recurrence\nunit=1\ncycle=monthly\nfirst=20210630\ntimes=2\n#=ce436d3391677dd12587b0055d4e18cd36d0da0953243d9d0102afa93cee54b5','\n',char(10)),1);
INSERT INTO change VALUES(88,'record',19,replace('register=plan.recurrence\nunit=1\ncycle=yearly\nfirst=20220512\n#=6b5a4de896adb1c59409ad6c60d810d098684bafbef5a7b4228cd2bfc1274c48','\n',char(10)),1);
INSERT INTO change VALUES(89,'record',20,replace('register=plan.recurrence\nunit=1\ncycle=yearly\nfirst=20220524\n#=486aabcc1a5d5c3935cda4b9873470f74a98e6737d8c8eec6f9794321d001c43','\n',char(10)),1);
INSERT INTO change VALUES(90,'record',21,replace('register=plan.recurrence\nunit=1\ncycle=yearly\nfirst=20211101\n#=63a57afbdf8de4f87e7c4a1a7a658e0a38b379ce9bec78f214099c01c4495600','\n',char(10)),1);
INSERT INTO change VALUES(91,'closing',1,replace('month=202104\nmodule=\nedition=1\ncutoff=49\ntolerance=10','\n',char(10)),1);
INSERT INTO change VALUES(92,'closing',2,replace('month=202104\nmodule=clinics\nedition=1\ncutoff=49\ntolerance=10','\n',char(10)),1);
INSERT INTO change VALUES(93,'closing',3,replace('month=202104\nmodule=office\nedition=1\ncutoff=49\ntolerance=10','\n',char(10)),1);
INSERT INTO change VALUES(94,'closing',4,replace('month=202104\nmodule=union\nedition=1\ncutoff=49\ntolerance=10','\n',char(10)),1);
INSERT INTO change VALUES(95,'closing',5,replace('month=202104\nmodule=workforce\nedition=1\ncutoff=49\ntolerance=10','\n',char(10)),1);
INSERT INTO change VALUES(96,'closing',6,replace('month=202104\nmodule=\nedition=2\ncutoff=51\ntolerance=10','\n',char(10)),1);
INSERT INTO change VALUES(97,'closing',7,replace('month=202104\nmodule=clinics\nedition=2\ncutoff=51\ntolerance=10','\n',char(10)),1);
INSERT INTO change VALUES(98,'closing',8,replace('month=202104\nmodule=office\nedition=2\ncutoff=51\ntolerance=10','\n',char(10)),1);
INSERT INTO change VALUES(99,'closing',9,replace('month=202104\nmodule=union\nedition=2\ncutoff=51\ntolerance=10','\n',char(10)),1);
INSERT INTO change VALUES(100,'closing',10,replace('month=202104\nmodule=workforce\nedition=2\ncutoff=51\ntolerance=10','\n',char(10)),1);
INSERT INTO change VALUES(101,'erasure',4,'document=示例〔2021〕2号',1);
INSERT INTO change VALUES(102,'record',4,replace('register=people.person\nunit=10','\n',char(10)),1);
INSERT INTO change VALUES(103,'record',9,replace('register=clinics.project\nfacility=9\nyear=2021\nkind=villageClinic\nbudget=100000\nassessed-on=20210502\nmoves=20210502:assessed','\n',char(10)),1);
INSERT INTO change VALUES(104,'record',9,replace('register=clinics.project\nfacility=9\nyear=2021\nkind=villageClinic\nassessed-on=20210502\nmoves=20210502:assessed','\n',char(10)),1);
INSERT INTO change VALUES(105,'record',9,replace('register=clinics.project\nfacility=9\nyear=2021\nkind=villageClinic\nbudget=100000\nassessed-on=20210502\nmoves=20210502:assessed','\n',char(10)),1);
INSERT INTO change VALUES(106,'reveal',3,'field=id-number',1);
CREATE TABLE unit (
  id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL, kind TEXT NOT NULL, parent INTEGER,
  opened INTEGER, closed INTEGER, aliases TEXT NOT NULL, merged INTEGER
) STRICT;
INSERT INTO unit VALUES(1,'9900','示例县','district',NULL,NULL,NULL,'',NULL);
INSERT INTO unit VALUES(2,'990001','甲镇','township',1,NULL,NULL,'',NULL);
INSERT INTO unit VALUES(3,'990002','乙镇','township',1,NULL,NULL,'',NULL);
INSERT INTO unit VALUES(4,'990001001','王 庄村','village',2,NULL,NULL,'',NULL);
INSERT INTO unit VALUES(5,'990001002','王庄村','village',2,NULL,NULL,'',NULL);
INSERT INTO unit VALUES(6,'990002001','河口村','village',3,NULL,NULL,'河　口大队',NULL);
INSERT INTO unit VALUES(7,'990001901','甲镇卫生室','clinic',2,NULL,NULL,'',NULL);
INSERT INTO unit VALUES(8,'990001902','甲镇二卫生室','clinic',2,NULL,NULL,'',NULL);
INSERT INTO unit VALUES(9,'990002901','乙镇卫生室','clinic',3,NULL,NULL,'',NULL);
INSERT INTO unit VALUES(10,'990002902','县医院','hospital',1,NULL,NULL,'',NULL);
CREATE TABLE unit_name (
  name TEXT NOT NULL, unit INTEGER NOT NULL, PRIMARY KEY (name, unit)
) STRICT, WITHOUT ROWID;
INSERT INTO unit_name VALUES('示例县',1);
INSERT INTO unit_name VALUES('甲镇',2);
INSERT INTO unit_name VALUES('乙镇',3);
INSERT INTO unit_name VALUES('王 庄村',4);
INSERT INTO unit_name VALUES('王庄村',5);
INSERT INTO unit_name VALUES('河　口大队',6);
INSERT INTO unit_name VALUES('河口村',6);
INSERT INTO unit_name VALUES('甲镇卫生室',7);
INSERT INTO unit_name VALUES('甲镇二卫生室',8);
INSERT INTO unit_name VALUES('乙镇卫生室',9);
INSERT INTO unit_name VALUES('县医院',10);
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
INSERT INTO indicator VALUES(45,'office.visits','走访户数','户','flow',0,'more',NULL,NULL);
INSERT INTO indicator VALUES(46,'office.online','在网人数','人','stock',0,'more',NULL,NULL);
CREATE TABLE sourcing (
  id INTEGER PRIMARY KEY, indicator INTEGER NOT NULL, unit INTEGER NOT NULL, since INTEGER NOT NULL,
  by_list INTEGER NOT NULL, UNIQUE (indicator, unit, since)
) STRICT;
CREATE TABLE setting (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, value TEXT NOT NULL) STRICT;
INSERT INTO setting VALUES(1,'unit','9900');
INSERT INTO setting VALUES(2,'column clinics.project 床位','int');
CREATE TABLE imported (id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, name TEXT NOT NULL) STRICT;
CREATE TABLE entry (
  seq INTEGER PRIMARY KEY, unit INTEGER NOT NULL, indicator INTEGER NOT NULL, day INTEGER NOT NULL,
  year INTEGER NOT NULL, amount INTEGER NOT NULL, note TEXT NOT NULL, source TEXT NOT NULL
, record INTEGER) STRICT;
INSERT INTO entry VALUES(1,7,12,20210101,2021,1,'','',7);
INSERT INTO entry VALUES(2,7,13,20210320,2021,1,'','',7);
INSERT INTO entry VALUES(3,7,13,20210415,2021,-1,'','',7);
INSERT INTO entry VALUES(4,7,13,20210520,2021,1,'','',7);
INSERT INTO entry VALUES(5,8,12,20210101,2021,1,'','',8);
INSERT INTO entry VALUES(6,9,12,20210101,2021,1,'','',9);
INSERT INTO entry VALUES(7,8,19,20210402,2021,1,'','',10);
INSERT INTO entry VALUES(8,10,1,20210201,2021,3,'','',11);
INSERT INTO entry VALUES(9,10,1,20210630,2021,1,'','',11);
INSERT INTO entry VALUES(10,10,10,20210630,2021,10,'','',12);
INSERT INTO entry VALUES(11,10,10,20210401,2021,9,'','',12);
INSERT INTO entry VALUES(12,10,10,20210630,2021,-9,'','',12);
INSERT INTO entry VALUES(13,6,9,20210101,2021,1,'','group:workforce.villages-covered:u6',NULL);
INSERT INTO entry VALUES(14,2,45,20210305,2021,30,'','',NULL);
INSERT INTO entry VALUES(15,3,45,20210405,2021,12,'','',NULL);
INSERT INTO entry VALUES(16,2,46,20210331,2021,120,'','',NULL);
INSERT INTO entry VALUES(17,2,46,20210531,2021,30,'','',NULL);
INSERT INTO entry VALUES(18,3,45,20210505,2021,99,'','',NULL);
INSERT INTO entry VALUES(19,3,45,20210505,2021,-99,'','undo:47.1',NULL);
INSERT INTO entry VALUES(20,2,45,20210420,2021,5,'','',NULL);
CREATE TABLE run (
  unit INTEGER NOT NULL, first INTEGER NOT NULL, entries INTEGER NOT NULL,
  PRIMARY KEY (unit, first)
) STRICT, WITHOUT ROWID;
INSERT INTO run VALUES(2,14,1);
INSERT INTO run VALUES(2,16,1);
INSERT INTO run VALUES(2,17,1);
INSERT INTO run VALUES(2,20,1);
INSERT INTO run VALUES(3,15,1);
INSERT INTO run VALUES(3,18,1);
INSERT INTO run VALUES(3,19,1);
INSERT INTO run VALUES(6,13,1);
INSERT INTO run VALUES(7,1,1);
INSERT INTO run VALUES(7,2,1);
INSERT INTO run VALUES(7,3,1);
INSERT INTO run VALUES(7,4,1);
INSERT INTO run VALUES(8,5,1);
INSERT INTO run VALUES(8,7,1);
INSERT INTO run VALUES(9,6,1);
INSERT INTO run VALUES(10,8,2);
INSERT INTO run VALUES(10,10,1);
INSERT INTO run VALUES(10,11,2);
CREATE TABLE span (
  first INTEGER PRIMARY KEY, entries INTEGER NOT NULL, first_day INTEGER NOT NULL, last_day INTEGER NOT NULL
) STRICT;
INSERT INTO span VALUES(1,1,20210101,20210101);
INSERT INTO span VALUES(2,1,20210320,20210320);
INSERT INTO span VALUES(3,1,20210415,20210415);
INSERT INTO span VALUES(4,1,20210520,20210520);
INSERT INTO span VALUES(5,1,20210101,20210101);
INSERT INTO span VALUES(6,1,20210101,20210101);
INSERT INTO span VALUES(7,1,20210402,20210402);
INSERT INTO span VALUES(8,2,20210201,20210630);
INSERT INTO span VALUES(10,1,20210630,20210630);
INSERT INTO span VALUES(11,2,20210401,20210630);
INSERT INTO span VALUES(13,1,20210101,20210101);
INSERT INTO span VALUES(14,1,20210305,20210305);
INSERT INTO span VALUES(15,1,20210405,20210405);
INSERT INTO span VALUES(16,1,20210331,20210331);
INSERT INTO span VALUES(17,1,20210531,20210531);
INSERT INTO span VALUES(18,1,20210505,20210505);
INSERT INTO span VALUES(19,1,20210505,20210505);
INSERT INTO span VALUES(20,1,20210420,20210420);
CREATE TABLE total (
  unit INTEGER NOT NULL, indicator INTEGER NOT NULL, plan_year INTEGER NOT NULL, year INTEGER NOT NULL,
  m01 INTEGER NOT NULL, m02 INTEGER NOT NULL, m03 INTEGER NOT NULL, m04 INTEGER NOT NULL, m05 INTEGER NOT NULL, m06 INTEGER NOT NULL, m07 INTEGER NOT NULL, m08 INTEGER NOT NULL, m09 INTEGER NOT NULL, m10 INTEGER NOT NULL, m11 INTEGER NOT NULL, m12 INTEGER NOT NULL,
  seen INTEGER NOT NULL, PRIMARY KEY (unit, indicator, plan_year, year)
) STRICT, WITHOUT ROWID;
INSERT INTO total VALUES(1,1,2021,2021,0,3,0,0,0,1,0,0,0,0,0,0,34);
INSERT INTO total VALUES(1,9,2021,2021,1,0,0,0,0,0,0,0,0,0,0,0,1);
INSERT INTO total VALUES(1,10,2021,2021,0,0,0,9,0,1,0,0,0,0,0,0,40);
INSERT INTO total VALUES(1,12,2021,2021,3,0,0,0,0,0,0,0,0,0,0,0,1);
INSERT INTO total VALUES(1,13,2021,2021,0,0,1,-1,1,0,0,0,0,0,0,0,28);
INSERT INTO total VALUES(1,19,2021,2021,0,0,0,1,0,0,0,0,0,0,0,0,8);
INSERT INTO total VALUES(1,45,2021,2021,0,0,30,17,0,0,0,0,0,0,0,0,28);
INSERT INTO total VALUES(1,46,2021,2021,0,0,120,0,30,0,0,0,0,0,0,0,20);
INSERT INTO total VALUES(2,12,2021,2021,2,0,0,0,0,0,0,0,0,0,0,0,1);
INSERT INTO total VALUES(2,13,2021,2021,0,0,1,-1,1,0,0,0,0,0,0,0,28);
INSERT INTO total VALUES(2,19,2021,2021,0,0,0,1,0,0,0,0,0,0,0,0,8);
INSERT INTO total VALUES(2,45,2021,2021,0,0,30,5,0,0,0,0,0,0,0,0,12);
INSERT INTO total VALUES(2,46,2021,2021,0,0,120,0,30,0,0,0,0,0,0,0,20);
INSERT INTO total VALUES(3,9,2021,2021,1,0,0,0,0,0,0,0,0,0,0,0,1);
INSERT INTO total VALUES(3,12,2021,2021,1,0,0,0,0,0,0,0,0,0,0,0,1);
INSERT INTO total VALUES(3,45,2021,2021,0,0,0,12,0,0,0,0,0,0,0,0,24);
INSERT INTO total VALUES(6,9,2021,2021,1,0,0,0,0,0,0,0,0,0,0,0,1);
INSERT INTO total VALUES(7,12,2021,2021,1,0,0,0,0,0,0,0,0,0,0,0,1);
INSERT INTO total VALUES(7,13,2021,2021,0,0,1,-1,1,0,0,0,0,0,0,0,28);
INSERT INTO total VALUES(8,12,2021,2021,1,0,0,0,0,0,0,0,0,0,0,0,1);
INSERT INTO total VALUES(8,19,2021,2021,0,0,0,1,0,0,0,0,0,0,0,0,8);
INSERT INTO total VALUES(9,12,2021,2021,1,0,0,0,0,0,0,0,0,0,0,0,1);
INSERT INTO total VALUES(10,1,2021,2021,0,3,0,0,0,1,0,0,0,0,0,0,34);
INSERT INTO total VALUES(10,10,2021,2021,0,0,0,9,0,1,0,0,0,0,0,0,40);
CREATE TABLE target (
  seq INTEGER PRIMARY KEY, unit INTEGER NOT NULL, indicator INTEGER NOT NULL, year INTEGER NOT NULL,
  amount INTEGER NOT NULL, effective INTEGER NOT NULL, due INTEGER NOT NULL, pace TEXT NOT NULL,
  document TEXT NOT NULL, reason TEXT NOT NULL, withdrawn INTEGER NOT NULL
) STRICT;
INSERT INTO target VALUES(1,2,13,2021,3,20210101,20211231,'linear','','',0);
INSERT INTO target VALUES(2,3,13,2021,2,20210101,20211231,'linear','示例〔2021〕１号','',0);
CREATE TABLE plan (
  unit INTEGER NOT NULL, indicator INTEGER NOT NULL, year INTEGER NOT NULL, since INTEGER NOT NULL,
  source TEXT NOT NULL, amount INTEGER NOT NULL, parts TEXT NOT NULL, children INTEGER NOT NULL,
  PRIMARY KEY (unit, indicator, year, since)
) STRICT, WITHOUT ROWID;
INSERT INTO "plan" VALUES(1,13,2021,20210101,'sum',5,'20211231:5:linear',2);
INSERT INTO "plan" VALUES(2,13,2021,20210101,'own',3,'20211231:3:linear',0);
INSERT INTO "plan" VALUES(3,13,2021,20210101,'own',2,'20211231:2:linear',0);
CREATE TABLE closing (
  id INTEGER PRIMARY KEY, tx INTEGER NOT NULL, month INTEGER NOT NULL, module TEXT NOT NULL,
  edition INTEGER NOT NULL, cutoff INTEGER NOT NULL, tolerance TEXT NOT NULL,
  UNIQUE (month, module, edition)
) STRICT;
INSERT INTO closing VALUES(1,50,202104,'',1,49,'10');
INSERT INTO closing VALUES(2,50,202104,'clinics',1,49,'10');
INSERT INTO closing VALUES(3,50,202104,'office',1,49,'10');
INSERT INTO closing VALUES(4,50,202104,'union',1,49,'10');
INSERT INTO closing VALUES(5,50,202104,'workforce',1,49,'10');
INSERT INTO closing VALUES(6,52,202104,'',2,51,'10');
INSERT INTO closing VALUES(7,52,202104,'clinics',2,51,'10');
INSERT INTO closing VALUES(8,52,202104,'office',2,51,'10');
INSERT INTO closing VALUES(9,52,202104,'union',2,51,'10');
INSERT INTO closing VALUES(10,52,202104,'workforce',2,51,'10');
CREATE TABLE closed_unit (
  tx INTEGER NOT NULL, unit INTEGER NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL,
  kind TEXT NOT NULL, parent INTEGER, opened INTEGER, closed INTEGER, PRIMARY KEY (tx, unit)
) STRICT, WITHOUT ROWID;
INSERT INTO closed_unit VALUES(50,1,'9900','示例县','district',NULL,NULL,NULL);
INSERT INTO closed_unit VALUES(50,2,'990001','甲镇','township',1,NULL,NULL);
INSERT INTO closed_unit VALUES(50,3,'990002','乙镇','township',1,NULL,NULL);
INSERT INTO closed_unit VALUES(50,4,'990001001','王 庄村','village',2,NULL,NULL);
INSERT INTO closed_unit VALUES(50,5,'990001002','王庄村','village',2,NULL,NULL);
INSERT INTO closed_unit VALUES(50,6,'990002001','河口村','village',3,NULL,NULL);
INSERT INTO closed_unit VALUES(50,7,'990001901','甲镇卫生室','clinic',2,NULL,NULL);
INSERT INTO closed_unit VALUES(50,8,'990001902','甲镇二卫生室','clinic',2,NULL,NULL);
INSERT INTO closed_unit VALUES(50,9,'990002901','乙镇卫生室','clinic',3,NULL,NULL);
INSERT INTO closed_unit VALUES(50,10,'990002902','县医院','hospital',1,NULL,NULL);
INSERT INTO closed_unit VALUES(52,1,'9900','示例县','district',NULL,NULL,NULL);
INSERT INTO closed_unit VALUES(52,2,'990001','甲镇','township',1,NULL,NULL);
INSERT INTO closed_unit VALUES(52,3,'990002','乙镇','township',1,NULL,NULL);
INSERT INTO closed_unit VALUES(52,4,'990001001','王 庄村','village',2,NULL,NULL);
INSERT INTO closed_unit VALUES(52,5,'990001002','王庄村','village',2,NULL,NULL);
INSERT INTO closed_unit VALUES(52,6,'990002001','河口村','village',3,NULL,NULL);
INSERT INTO closed_unit VALUES(52,7,'990001901','甲镇卫生室','clinic',2,NULL,NULL);
INSERT INTO closed_unit VALUES(52,8,'990001902','甲镇二卫生室','clinic',2,NULL,NULL);
INSERT INTO closed_unit VALUES(52,9,'990002901','乙镇卫生室','clinic',3,NULL,NULL);
INSERT INTO closed_unit VALUES(52,10,'990002902','县医院','hospital',1,NULL,NULL);
CREATE TABLE closed_line (
  tx INTEGER NOT NULL, unit INTEGER NOT NULL, part INTEGER NOT NULL, year INTEGER NOT NULL,
  indicator INTEGER NOT NULL, source TEXT, amount INTEGER, parts TEXT, children INTEGER,
  document TEXT NOT NULL, actual INTEGER NOT NULL, denominator INTEGER, month INTEGER,
  previous_month INTEGER, last_year INTEGER, corrected INTEGER NOT NULL,
  PRIMARY KEY (tx, unit, part, year, indicator)
) STRICT, WITHOUT ROWID;
INSERT INTO closed_line VALUES(50,1,0,2021,1,NULL,NULL,NULL,NULL,'',3,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(50,1,0,2021,9,NULL,NULL,NULL,NULL,'',1,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(50,1,0,2021,10,NULL,NULL,NULL,NULL,'',9,NULL,9,0,NULL,0);
INSERT INTO closed_line VALUES(50,1,0,2021,12,NULL,NULL,NULL,NULL,'',3,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(50,1,0,2021,13,'sum',5,'20211231:5:linear',2,'',0,NULL,-1,1,NULL,0);
INSERT INTO closed_line VALUES(50,1,0,2021,19,NULL,NULL,NULL,NULL,'',1,NULL,1,0,NULL,0);
INSERT INTO closed_line VALUES(50,1,0,2021,21,NULL,NULL,NULL,NULL,'',0,1,NULL,NULL,NULL,0);
INSERT INTO closed_line VALUES(50,1,0,2021,45,NULL,NULL,NULL,NULL,'',42,NULL,12,30,NULL,0);
INSERT INTO closed_line VALUES(50,1,0,2021,46,NULL,NULL,NULL,NULL,'',120,NULL,0,120,NULL,0);
INSERT INTO closed_line VALUES(50,1,2,2021,1,NULL,NULL,NULL,NULL,'',3,NULL,0,3,NULL,0);
INSERT INTO closed_line VALUES(50,1,2,2021,9,NULL,NULL,NULL,NULL,'',1,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(50,1,2,2021,12,NULL,NULL,NULL,NULL,'',3,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(50,1,2,2021,13,'sum',5,'20211231:5:linear',2,'',1,NULL,1,0,NULL,0);
INSERT INTO closed_line VALUES(50,1,2,2021,45,NULL,NULL,NULL,NULL,'',30,NULL,30,0,NULL,0);
INSERT INTO closed_line VALUES(50,1,2,2021,46,NULL,NULL,NULL,NULL,'',120,NULL,120,0,NULL,0);
INSERT INTO closed_line VALUES(50,2,0,2021,12,NULL,NULL,NULL,NULL,'',2,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(50,2,0,2021,13,'own',3,'20211231:3:linear',0,'',0,NULL,-1,1,NULL,0);
INSERT INTO closed_line VALUES(50,2,0,2021,19,NULL,NULL,NULL,NULL,'',1,NULL,1,0,NULL,0);
INSERT INTO closed_line VALUES(50,2,0,2021,21,NULL,NULL,NULL,NULL,'',0,1,NULL,NULL,NULL,0);
INSERT INTO closed_line VALUES(50,2,0,2021,45,NULL,NULL,NULL,NULL,'',30,NULL,0,30,NULL,0);
INSERT INTO closed_line VALUES(50,2,0,2021,46,NULL,NULL,NULL,NULL,'',120,NULL,0,120,NULL,0);
INSERT INTO closed_line VALUES(50,2,2,2021,12,NULL,NULL,NULL,NULL,'',2,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(50,2,2,2021,13,'own',3,'20211231:3:linear',0,'',1,NULL,1,0,NULL,0);
INSERT INTO closed_line VALUES(50,2,2,2021,45,NULL,NULL,NULL,NULL,'',30,NULL,30,0,NULL,0);
INSERT INTO closed_line VALUES(50,2,2,2021,46,NULL,NULL,NULL,NULL,'',120,NULL,120,0,NULL,0);
INSERT INTO closed_line VALUES(50,3,0,2021,9,NULL,NULL,NULL,NULL,'',1,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(50,3,0,2021,12,NULL,NULL,NULL,NULL,'',1,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(50,3,0,2021,13,'own',2,'20211231:2:linear',0,'示例〔2021〕１号',0,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(50,3,0,2021,45,NULL,NULL,NULL,NULL,'',12,NULL,12,0,NULL,0);
INSERT INTO closed_line VALUES(50,3,2,2021,9,NULL,NULL,NULL,NULL,'',1,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(50,3,2,2021,12,NULL,NULL,NULL,NULL,'',1,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(50,3,2,2021,13,'own',2,'20211231:2:linear',0,'示例〔2021〕１号',0,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(50,6,0,2021,9,NULL,NULL,NULL,NULL,'',1,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(50,6,2,2021,9,NULL,NULL,NULL,NULL,'',1,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(50,7,0,2021,12,NULL,NULL,NULL,NULL,'',1,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(50,7,0,2021,13,'planned',1,'20211231:1:linear',0,'',0,NULL,-1,1,NULL,0);
INSERT INTO closed_line VALUES(50,7,2,2021,12,NULL,NULL,NULL,NULL,'',1,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(50,7,2,2021,13,'planned',1,'20211231:1:linear',0,'',1,NULL,1,0,NULL,0);
INSERT INTO closed_line VALUES(50,8,0,2021,12,NULL,NULL,NULL,NULL,'',1,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(50,8,0,2021,13,'planned',1,'20211231:1:linear',0,'',0,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(50,8,0,2021,19,NULL,NULL,NULL,NULL,'',1,NULL,1,0,NULL,0);
INSERT INTO closed_line VALUES(50,8,0,2021,21,NULL,NULL,NULL,NULL,'',0,1,NULL,NULL,NULL,0);
INSERT INTO closed_line VALUES(50,8,2,2021,12,NULL,NULL,NULL,NULL,'',1,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(50,8,2,2021,13,'planned',1,'20211231:1:linear',0,'',0,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(50,9,0,2021,12,NULL,NULL,NULL,NULL,'',1,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(50,9,0,2021,13,'planned',1,'20211231:1:linear',0,'',0,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(50,9,2,2021,12,NULL,NULL,NULL,NULL,'',1,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(50,9,2,2021,13,'planned',1,'20211231:1:linear',0,'',0,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(50,10,0,2021,1,NULL,NULL,NULL,NULL,'',3,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(50,10,0,2021,10,NULL,NULL,NULL,NULL,'',9,NULL,9,0,NULL,0);
INSERT INTO closed_line VALUES(50,10,2,2021,1,NULL,NULL,NULL,NULL,'',3,NULL,0,3,NULL,0);
INSERT INTO closed_line VALUES(52,1,0,2021,1,NULL,NULL,NULL,NULL,'',3,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(52,1,0,2021,9,NULL,NULL,NULL,NULL,'',1,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(52,1,0,2021,10,NULL,NULL,NULL,NULL,'',9,NULL,9,0,NULL,0);
INSERT INTO closed_line VALUES(52,1,0,2021,12,NULL,NULL,NULL,NULL,'',3,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(52,1,0,2021,13,'sum',5,'20211231:5:linear',2,'',0,NULL,-1,1,NULL,0);
INSERT INTO closed_line VALUES(52,1,0,2021,19,NULL,NULL,NULL,NULL,'',1,NULL,1,0,NULL,0);
INSERT INTO closed_line VALUES(52,1,0,2021,21,NULL,NULL,NULL,NULL,'',0,1,NULL,NULL,NULL,0);
INSERT INTO closed_line VALUES(52,1,0,2021,45,NULL,NULL,NULL,NULL,'',47,NULL,17,30,NULL,0);
INSERT INTO closed_line VALUES(52,1,0,2021,46,NULL,NULL,NULL,NULL,'',120,NULL,0,120,NULL,0);
INSERT INTO closed_line VALUES(52,1,2,2021,1,NULL,NULL,NULL,NULL,'',3,NULL,0,3,NULL,0);
INSERT INTO closed_line VALUES(52,1,2,2021,9,NULL,NULL,NULL,NULL,'',1,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(52,1,2,2021,12,NULL,NULL,NULL,NULL,'',3,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(52,1,2,2021,13,'sum',5,'20211231:5:linear',2,'',1,NULL,1,0,NULL,0);
INSERT INTO closed_line VALUES(52,1,2,2021,45,NULL,NULL,NULL,NULL,'',30,NULL,30,0,NULL,0);
INSERT INTO closed_line VALUES(52,1,2,2021,46,NULL,NULL,NULL,NULL,'',120,NULL,120,0,NULL,0);
INSERT INTO closed_line VALUES(52,2,0,2021,12,NULL,NULL,NULL,NULL,'',2,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(52,2,0,2021,13,'own',3,'20211231:3:linear',0,'',0,NULL,-1,1,NULL,0);
INSERT INTO closed_line VALUES(52,2,0,2021,19,NULL,NULL,NULL,NULL,'',1,NULL,1,0,NULL,0);
INSERT INTO closed_line VALUES(52,2,0,2021,21,NULL,NULL,NULL,NULL,'',0,1,NULL,NULL,NULL,0);
INSERT INTO closed_line VALUES(52,2,0,2021,45,NULL,NULL,NULL,NULL,'',35,NULL,5,30,NULL,0);
INSERT INTO closed_line VALUES(52,2,0,2021,46,NULL,NULL,NULL,NULL,'',120,NULL,0,120,NULL,0);
INSERT INTO closed_line VALUES(52,2,2,2021,12,NULL,NULL,NULL,NULL,'',2,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(52,2,2,2021,13,'own',3,'20211231:3:linear',0,'',1,NULL,1,0,NULL,0);
INSERT INTO closed_line VALUES(52,2,2,2021,45,NULL,NULL,NULL,NULL,'',30,NULL,30,0,NULL,0);
INSERT INTO closed_line VALUES(52,2,2,2021,46,NULL,NULL,NULL,NULL,'',120,NULL,120,0,NULL,0);
INSERT INTO closed_line VALUES(52,3,0,2021,9,NULL,NULL,NULL,NULL,'',1,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(52,3,0,2021,12,NULL,NULL,NULL,NULL,'',1,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(52,3,0,2021,13,'own',2,'20211231:2:linear',0,'示例〔2021〕１号',0,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(52,3,0,2021,45,NULL,NULL,NULL,NULL,'',12,NULL,12,0,NULL,0);
INSERT INTO closed_line VALUES(52,3,2,2021,9,NULL,NULL,NULL,NULL,'',1,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(52,3,2,2021,12,NULL,NULL,NULL,NULL,'',1,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(52,3,2,2021,13,'own',2,'20211231:2:linear',0,'示例〔2021〕１号',0,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(52,6,0,2021,9,NULL,NULL,NULL,NULL,'',1,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(52,6,2,2021,9,NULL,NULL,NULL,NULL,'',1,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(52,7,0,2021,12,NULL,NULL,NULL,NULL,'',1,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(52,7,0,2021,13,'planned',1,'20211231:1:linear',0,'',0,NULL,-1,1,NULL,0);
INSERT INTO closed_line VALUES(52,7,2,2021,12,NULL,NULL,NULL,NULL,'',1,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(52,7,2,2021,13,'planned',1,'20211231:1:linear',0,'',1,NULL,1,0,NULL,0);
INSERT INTO closed_line VALUES(52,8,0,2021,12,NULL,NULL,NULL,NULL,'',1,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(52,8,0,2021,13,'planned',1,'20211231:1:linear',0,'',0,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(52,8,0,2021,19,NULL,NULL,NULL,NULL,'',1,NULL,1,0,NULL,0);
INSERT INTO closed_line VALUES(52,8,0,2021,21,NULL,NULL,NULL,NULL,'',0,1,NULL,NULL,NULL,0);
INSERT INTO closed_line VALUES(52,8,2,2021,12,NULL,NULL,NULL,NULL,'',1,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(52,8,2,2021,13,'planned',1,'20211231:1:linear',0,'',0,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(52,9,0,2021,12,NULL,NULL,NULL,NULL,'',1,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(52,9,0,2021,13,'planned',1,'20211231:1:linear',0,'',0,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(52,9,2,2021,12,NULL,NULL,NULL,NULL,'',1,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(52,9,2,2021,13,'planned',1,'20211231:1:linear',0,'',0,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(52,10,0,2021,1,NULL,NULL,NULL,NULL,'',3,NULL,0,0,NULL,0);
INSERT INTO closed_line VALUES(52,10,0,2021,10,NULL,NULL,NULL,NULL,'',9,NULL,9,0,NULL,0);
INSERT INTO closed_line VALUES(52,10,2,2021,1,NULL,NULL,NULL,NULL,'',3,NULL,0,3,NULL,0);
CREATE TABLE listed (
  unit INTEGER NOT NULL, indicator INTEGER NOT NULL, PRIMARY KEY (unit, indicator)
) STRICT, WITHOUT ROWID;
INSERT INTO listed VALUES(6,9);
INSERT INTO listed VALUES(7,12);
INSERT INTO listed VALUES(7,13);
INSERT INTO listed VALUES(8,12);
INSERT INTO listed VALUES(8,19);
INSERT INTO listed VALUES(9,12);
INSERT INTO listed VALUES(10,1);
INSERT INTO listed VALUES(10,10);
CREATE TABLE change_text (seq INTEGER PRIMARY KEY, salt BLOB NOT NULL, body TEXT NOT NULL) STRICT;
INSERT INTO change_text VALUES(57,X'179ef0f948d1aa7335f9d8af3c6c9d04',replace('name=张 三\nphone=cc51ecc9d955c5ed99f41e301d203d72fc2cb0e3e2557e105baf7426a8082603:7bb62677b7b6d37fae9bc36af339f4fd77cc0fcd5ddd102f9465966d3ed8b79617935af58a56c5','\n',char(10)));
INSERT INTO change_text VALUES(58,X'90c3ed00f1a7298497ca933858cb0729','name=张三');
INSERT INTO change_text VALUES(59,X'a2f4ed979ed13dd4d9ff24142045b1be',replace('name=李四\nid-number=3b0db0de6f633be726828e56d0805f74e9fd07dad097dc76c4786d0becfe5c02:12feb3167cf5dae58814dd7f5732e799985fef3d8d29185bc935c279d8cf88d7e144b029a60f3873c142ec7f8123','\n',char(10)));
INSERT INTO change_text VALUES(61,X'a14fd8983d4224cdc0aa018077e87b38',replace('number=示例〔2021〕1号\ntitle=方案一','\n',char(10)));
INSERT INTO change_text VALUES(62,X'27bb46c0132382cbe2edd45c89534e69',replace('number=示例〔2021〕１号\ntitle=方案一','\n',char(10)));
INSERT INTO change_text VALUES(63,X'd2a04761933ef2abf30ba042fb795657','document-no=示例〔2021〕1号');
INSERT INTO change_text VALUES(64,X'cdd74c1493e46b4b7788c6c9f8fba0bb','document-no=示例〔2021〕1号');
INSERT INTO change_text VALUES(65,X'959250e830f8467fa3e5bff638d33e4a','document-no=示例〔2021〕1号');
INSERT INTO change_text VALUES(66,X'86f21352f0f1e82628fa1904a7b37ec8','document-no=示例〔2021〕1号');
INSERT INTO change_text VALUES(67,X'71d5f79c7748b7f66c7526da66209302','document-no=示例〔2021〕1号');
INSERT INTO change_text VALUES(68,X'c4da9c337ee842a99638c90e231a619c','document-no=示例〔2021〕1号');
INSERT INTO change_text VALUES(72,X'b3bbfb53dabeb8af522268cb66f4f43d',replace('item=消防通道堵塞\nreporter=经办人甲','\n',char(10)));
INSERT INTO change_text VALUES(75,X'b7bc44b9acfe40d29eb0e463ea1188bd',replace('code=P-01\ntitle=医师','\n',char(10)));
INSERT INTO change_text VALUES(76,X'a1f6717b61af5da38853794bbfc059d3',replace('code=P-01\ntitle=医师','\n',char(10)));
INSERT INTO change_text VALUES(77,X'ad3d318b81b23087a9ae080bed647373',replace('code=P-01\ntitle=医师','\n',char(10)));
INSERT INTO change_text VALUES(84,X'0b0e9dbbbddd0ca9b7e28f1d7a4ec945',replace('title=三八妇女节工会宣传\nmodule=union','\n',char(10)));
INSERT INTO change_text VALUES(85,X'f90beff898ab4e862d69d0380a114dff',replace('title=五一劳动节工会宣传\nmodule=union','\n',char(10)));
INSERT INTO change_text VALUES(86,X'fcdd2fa60f2b47d1e393111bacf402ad',replace('title=女职工工作年度统计报送\nmodule=union','\n',char(10)));
INSERT INTO change_text VALUES(87,X'43829e64e1226b4fdfa24b98dd96f215',replace('title=工会信息报送\nmodule=union','\n',char(10)));
INSERT INTO change_text VALUES(88,X'347a6a83a200cb5199a7200c5b324e8b',replace('title=防灾减灾日宣传\nmodule=plan','\n',char(10)));
INSERT INTO change_text VALUES(89,X'25a987d45adfab98f18b374301562764',replace('title=警报试鸣\nmodule=plan','\n',char(10)));
INSERT INTO change_text VALUES(90,X'774b422e5ba84c26cf91ab6451019ab3',replace('title=突发事件应对法施行纪念日宣传\nmodule=plan','\n',char(10)));
CREATE TABLE record_key (record INTEGER PRIMARY KEY, wrapped BLOB NOT NULL) STRICT;
INSERT INTO record_key VALUES(1,X'daa13df126b5abdb4510f52e7700ae5dbb10265d222adccc0bfa059ab88e06aa2c627bd4e4774e63');
INSERT INTO record_key VALUES(3,X'afcbcea0ef148b4cd2a7fc4c6c4fda7ba910206c961b9b9f4665b57b227e901625b0872936bcc303');
CREATE TABLE master_key (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, salt BLOB NOT NULL, rounds INTEGER NOT NULL,
  wrapped BLOB NOT NULL
) STRICT;
INSERT INTO master_key VALUES(1,'file',X'57fb5473ed812c66d033fd9e483cc2d4',32768,X'681b0632fb642475a8220fd4bda03138878e5557c3faa8b34b667d909a272dfb922bbe9260d0e48e');
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
INSERT INTO workforce_post VALUES(11,'P-01',10,NULL,2021,'医师','clinical',4,'20210201:3;20210630:4',NULL,20210201,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'approved','20210201:approved','',0,'');
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
INSERT INTO workforce_village_doctor VALUES(13,6,3,'physician',20210101,NULL,'listed','','',0,'');
INSERT INTO workforce_village_doctor VALUES(14,4,3,NULL,20210201,NULL,'listed','','',0,'');
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
INSERT INTO workforce_establishment VALUES(12,10,'institution','general',10,'20210401:9;20210630:10',NULL,NULL,NULL,NULL,'listed','','',0,'');
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
INSERT INTO clinics_project VALUES(7,7,2021,'villageClinic','collective',NULL,6000000,20210210,20210520,20210415,NULL,'示例〔2021〕1号','accepted','20210210:assessed;20210320:accepted;20210415:rectifying;20210510:reinspected;20210520:accepted','',0,'');
INSERT INTO clinics_project VALUES(8,8,2021,'villageClinic',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'planned','','',0,'床位=6');
INSERT INTO clinics_project VALUES(9,9,2021,'villageClinic',NULL,NULL,100000,20210502,NULL,NULL,NULL,NULL,'assessed','20210502:assessed','',0,'');
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
INSERT INTO clinics_finding VALUES(10,8,'消防通道堵塞',20210402,20210502,NULL,NULL,NULL,'open','','',0,'',20210502,'经办人甲');
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
INSERT INTO plan_document VALUES(5,'示例〔2021〕1号','方案一',NULL,20210105,NULL,'listed','','',0,'');
INSERT INTO plan_document VALUES(6,'示例〔2021〕１号','方案一',NULL,20210105,NULL,'listed','','',0,'');
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
INSERT INTO plan_recurrence VALUES(15,'三八妇女节工会宣传',1,NULL,'yearly',20220308,NULL,NULL,NULL,'union',NULL,'listed','','',0,'');
INSERT INTO plan_recurrence VALUES(16,'五一劳动节工会宣传',1,NULL,'yearly',20220501,NULL,NULL,NULL,'union',NULL,'listed','','',0,'');
INSERT INTO plan_recurrence VALUES(17,'女职工工作年度统计报送',1,NULL,'yearly',20211111,NULL,NULL,NULL,'union',NULL,'listed','','',0,'');
INSERT INTO plan_recurrence VALUES(18,'工会信息报送',1,NULL,'monthly',20210630,2,NULL,NULL,'union',NULL,'listed','','',0,'');
INSERT INTO plan_recurrence VALUES(19,'防灾减灾日宣传',1,NULL,'yearly',20220512,NULL,NULL,NULL,'plan',NULL,'listed','','',0,'');
INSERT INTO plan_recurrence VALUES(20,'警报试鸣',1,NULL,'yearly',20220524,NULL,NULL,NULL,'plan',NULL,'listed','','',0,'');
INSERT INTO plan_recurrence VALUES(21,'突发事件应对法施行纪念日宣传',1,NULL,'yearly',20211101,NULL,NULL,NULL,'plan',NULL,'listed','','',0,'');
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
INSERT INTO people_person VALUES(1,'张 三',NULL,NULL,7,'listed','','',0,'',NULL,NULL,'cc51ecc9d955c5ed99f41e301d203d72fc2cb0e3e2557e105baf7426a8082603','7bb62677b7b6d37fae9bc36af339f4fd77cc0fcd5ddd102f9465966d3ed8b79617935af58a56c5');
INSERT INTO people_person VALUES(2,'张三',NULL,NULL,7,'listed','','',0,'',NULL,NULL,NULL,NULL);
INSERT INTO people_person VALUES(3,'李四',NULL,NULL,9,'listed','','',0,'','3b0db0de6f633be726828e56d0805f74e9fd07dad097dc76c4786d0becfe5c02','12feb3167cf5dae58814dd7f5732e799985fef3d8d29185bc935c279d8cf88d7e144b029a60f3873c142ec7f8123',NULL,NULL);
INSERT INTO people_person VALUES(4,NULL,NULL,NULL,10,'listed','','',0,'',NULL,NULL,NULL,NULL);
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
CREATE INDEX entry_record ON entry (record) WHERE record IS NOT NULL;
CREATE UNIQUE INDEX workforce_post_key ON workforce_post ("code") WHERE removed = 0;
CREATE INDEX workforce_post_hospital ON workforce_post ("hospital", id);
CREATE INDEX workforce_hire_person ON workforce_hire ("person", id);
CREATE INDEX workforce_hire_due_probation_until ON workforce_hire ("probation_until", stage);
CREATE UNIQUE INDEX workforce_hire_key ON workforce_hire ("post", "person", removed);
CREATE INDEX workforce_trainee_home ON workforce_trainee ("home", id);
CREATE UNIQUE INDEX workforce_trainee_key ON workforce_trainee ("person", "cohort", removed);
CREATE INDEX workforce_village_doctor_person ON workforce_village_doctor ("person", id);
CREATE UNIQUE INDEX workforce_village_doctor_key ON workforce_village_doctor ("village", "person", "serves_from", removed);
CREATE UNIQUE INDEX workforce_establishment_key ON workforce_establishment ("unit", "kind", "category", removed);
CREATE INDEX workforce_staff_unit ON workforce_staff ("unit", id);
CREATE UNIQUE INDEX workforce_staff_key ON workforce_staff ("person", "from", removed);
CREATE UNIQUE INDEX clinics_project_key ON clinics_project ("facility", "year", removed);
CREATE INDEX clinics_finding_due_due ON clinics_finding ("due", stage);
CREATE UNIQUE INDEX clinics_finding_key ON clinics_finding ("project", "item", "found_on", removed);
CREATE UNIQUE INDEX clinics_course_key ON clinics_course ("title", "started_on") WHERE removed = 0;
CREATE INDEX clinics_course_organiser ON clinics_course ("organiser", id);
CREATE INDEX clinics_participant_person ON clinics_participant ("person", id);
CREATE UNIQUE INDEX clinics_participant_key ON clinics_participant ("course", "person", removed);
CREATE UNIQUE INDEX clinics_studio_key ON clinics_studio ("hospital", "discipline", removed);
CREATE UNIQUE INDEX clinics_checklist_key ON clinics_checklist ("item") WHERE removed = 0;
CREATE UNIQUE INDEX plan_document_key ON plan_document ("number") WHERE removed = 0;
CREATE UNIQUE INDEX plan_task_key ON plan_task ("title", "owner", "due") WHERE removed = 0;
CREATE INDEX plan_task_owner ON plan_task ("owner", id);
CREATE INDEX plan_task_due_due ON plan_task ("due", stage);
CREATE UNIQUE INDEX plan_reminder_key ON plan_reminder ("task", "reminded_on", removed);
CREATE UNIQUE INDEX plan_recurrence_key ON plan_recurrence ("title", "unit") WHERE removed = 0;
CREATE INDEX plan_recurrence_unit ON plan_recurrence ("unit", id);
CREATE INDEX plan_fulfilment_unit ON plan_fulfilment ("unit", id);
CREATE UNIQUE INDEX plan_fulfilment_key ON plan_fulfilment ("recurrence", "unit", "done_on", "matter", removed);
CREATE INDEX people_person_unit ON people_person ("unit", id);
CREATE UNIQUE INDEX people_person_key ON people_person ("name", "unit") WHERE removed = 0 AND "id_number_blind" IS NULL;
CREATE UNIQUE INDEX people_person_identity ON people_person ("id_number_blind") WHERE removed = 0;
COMMIT;
