/**
 * Passages as press releases of Hong Kong have them, in both languages, with what an attentive press officer would want to
 * be told about them: `edition rule: words`, and for facts of one edition only `edition kind: words`.
 */
export interface PressFragment {
  name: string
  zh: string
  en: string
  told: readonly string[]
}

/** Nothing is wrong here: every finding would be a false alarm. */
export const CLEAN: readonly Omit<PressFragment, 'told'>[] = [
  {
    name: 'a lead with date, sums and a ratio',
    zh: '（香港，2022年12月22日）數碼港今日公布，「數碼港投資創業基金」已向23間初創企業投資逾17億港元，引資比率達1比9。',
    en: '(Hong Kong, 22 December 2022) Cyberport announced today that the Cyberport Macro Fund had invested over HK$1.7 billion in 23 start-ups, at a co-investment ratio of 1 to 9.',
  },
  {
    name: 'the dates of government releases, written with a circle',
    zh: '二○二二年十二月二十二日（星期四）下午三時三十分，二○二二至二三年度撥款為一億二千萬元。',
    en: '3.30pm, Thursday, December 22, 2022. The allocation for 2022-23 is $120 million.',
  },
  {
    name: 'days of this month',
    zh: '活動將於本月5日舉行，截止報名日期為上月28日。',
    en: 'The event will be held on 5 December. Registration closed on 28 November.',
  },
  {
    name: 'years that one language names and the other counts from today',
    zh: '今年首十一個月，訪客較去年同期增加兩倍；新大樓將於明年落成。',
    en: 'In the first 11 months of 2022, visitors tripled over 2021. The new building will be completed in 2023.',
  },
  {
    name: 'a range of days with weekdays between',
    zh: '展覽由12月22日（星期四）至25日（星期日）舉行。',
    en: 'The exhibition runs from 22 (Thursday) to 25 (Sunday) December.',
  },
  {
    name: 'three days of a month',
    zh: '工作坊定於12月22、23及25日舉行。',
    en: 'Workshops take place on 22, 23 and 25 December.',
  },
  {
    name: 'twenty and thirty in one character',
    zh: '十二月廿五日及廿六日休息，元旦前於十二月卅一日提早關門。',
    en: 'Closed on 25 and 26 December; early closing on 31 December.',
  },
  {
    name: 'the lunar calendar',
    zh: '農曆八月十五日為中秋節，翌日（9月11日）為公眾假期；農曆正月初一至初三休息。',
    en: 'The day following the Mid-Autumn Festival (11 September) is a public holiday. Closed for the first three days of the Lunar New Year.',
  },
  {
    name: 'dates as tables write them',
    zh: '日期：2022年12月22日',
    en: 'Date: 22/12/2022',
  },
  {
    name: 'tenths with digits and a remainder',
    zh: '約3成受訪企業計劃增聘人手，6成4認為前景樂觀，逾八成半會投資數碼化。',
    en: 'About 30 per cent of the companies plan to hire, 64% are optimistic and more than 85 per cent will invest in digitalisation.',
  },
  {
    name: 'a range of tenths',
    zh: '成本可降低兩至三成。',
    en: 'Costs can fall by 20 to 30 per cent.',
  },
  {
    name: 'fractions',
    zh: '三分之二的租戶為初創企業，當中四分之一由女性創立，五分之一來自海外，一半獲得融資。',
    en: 'Two-thirds of the tenants are start-ups: 25 per cent were founded by women, 20 per cent come from overseas and 50 per cent have been funded.',
  },
  {
    name: 'percentage points and basis points',
    zh: '失業率下跌0.3個百分點至百分之三點五，利率上調25點子。',
    en: 'The unemployment rate fell by 0.3 of a percentage point to 3.5 per cent; rates rose by 25 basis points.',
  },
  {
    name: 'doubled',
    zh: '成交額按年上升一倍，會員人數增至三倍。',
    en: 'Turnover doubled and membership tripled.',
  },
  {
    name: 'hundreds, thousands and dozens',
    zh: '逾百間企業、上千名學生及12間大學參加，另有24位講者。',
    en: 'More than 100 companies, over 1,000 students and a dozen universities took part, with two dozen speakers.',
  },
  {
    name: 'a hundred and a thousand in words',
    zh: '參展商逾100間，參觀人次超過1,000。',
    en: 'Over a hundred exhibitors drew more than a thousand visitors.',
  },
  {
    name: 'rounded sums with 多 and 餘',
    zh: '累計惠及30多萬名市民，批出500多萬元資助，吸引五百餘萬人次瀏覽，帶動100多億元投資。',
    en: 'It has benefited over 300,000 people, granted more than HK$5 million, drawn over 5 million views and led to investment of over HK$10 billion.',
  },
  {
    name: 'currencies and decimals',
    zh: '港幣3,500萬元、1.23億元、12.5萬元、人民幣3,000萬元、500萬美元及1.2萬億元。',
    en: 'HK$35 million, $123 million, HK$125,000, RMB30 million, US$5 million and HK$1.2 trillion.',
  },
  {
    name: 'mixed sums and short English ones',
    zh: '分別為1億2千萬元、3千5百萬元及17億元。',
    en: '$120m, $35m and $1.7b respectively.',
  },
  {
    name: 'ranges and ages',
    zh: '每隊10至15人，18至35歲人士均可參加，獎金5,000元至20,000元。',
    en: 'Teams have 10 to 15 members aged 18-35; prizes range from HK$5,000 to HK$20,000.',
  },
  {
    name: 'ordinals and plans',
    zh: '第14屆論壇配合國家「十四五」規劃，第二十一屆將於2024年舉行。',
    en: 'The 14th forum follows the 14th Five-Year Plan; the twenty-first will be held in 2024.',
  },
  {
    name: 'times of day',
    zh: '時間：上午9時30分至中午12時，下午2時至晚上7時半；熱線24小時運作。',
    en: 'Time: 9.30 am to 12 noon and 2 pm to 7:30 p.m.; the hotline operates 24/7.',
  },
  {
    name: 'names with numbers',
    zh: '因應2019冠狀病毒病，「工業4.0」及5G項目延期，360度鏡頭及HK Tech 300計劃照常；三百六十行均受惠。',
    en: 'Because of COVID-19, the Industry 4.0 and 5G projects were postponed; the 360-degree camera and HK Tech 300 went ahead. All walks of life benefit.',
  },
  {
    name: 'rooms, streets and stock codes',
    zh: '地址：香港數碼港道100號數碼港三座F區11樓1102-1103室（股份代號：1357）',
    en: 'Units 1102-1103, Level 11, Core F, Cyberport 3, 100 Cyberport Road, Hong Kong (stock code: 1357)',
  },
  {
    name: 'telephone numbers with layout, extension and service',
    zh: '電話：2123  4567 轉 123；傳真：（852）2123-4568；查詢請致電1823。',
    en: 'Tel: +852 2123 4567 ext. 123; Fax: 2123 4568; for enquiries, the 1823 hotline.',
  },
  {
    name: 'addresses of the web with and without www, slash and scheme',
    zh: '詳情請瀏覽www.cyberport.hk/tc/了解更多，或電郵至Media@cyberport.hk查詢。網上報名：https://event.cyberport.hk',
    en: 'See cyberport.hk/en for details or write to media@cyberport.hk. Register at event.cyberport.hk/.',
  },
  {
    name: 'an address with Chinese right behind it',
    zh: '請登入www.cyberport.hk查閱。',
    en: 'Please visit www.cyberport.hk.',
  },
  {
    name: 'links that say where they lead',
    zh: '詳見[數碼港二○二二年年報（PDF，1.2 MB）](https://www.cyberport.hk/tc/annual.pdf)及[活動相片（Google Drive）](https://drive.google.com/x)。',
    en: 'See the [Cyberport annual report 2022 (PDF, 1.2 MB)](https://www.cyberport.hk/en/annual.pdf) and [photos of the event (Google Drive)](https://drive.google.com/x).',
  },
  {
    name: 'the end and the notes to editors',
    zh: '以上為主席致辭全文。\n\n**– 完 –**\n\n## 關於數碼港\n\n數碼港是香港的創新科技旗艦。',
    en: 'This is the full text of the speech.\n\n**– Ends –**\n\n## About Cyberport\n\nCyberport is the flagship of innovation and technology in Hong Kong.',
  },
  {
    name: 'a date in bold above the text',
    zh: '**2022年12月22日（星期四）**\n\n數碼港今日宣布新計劃。',
    en: '**Thursday, 22 December 2022**\n\nCyberport announced a new programme today.',
  },
  {
    name: 'a headline of two clauses and names beside offices',
    zh: '## 壯大創科人才庫　增強發展動能\n\n主席陳大文先生 (Mr CHAN Tai-man) 及行政總裁李小明博士出席。',
    en: '## Growing the talent pool\n\nMr Chan Tai-man, Chairman, and Dr Li Siu-ming, Chief Executive Officer, attended.',
  },
  {
    name: 'English names inside Chinese',
    zh: '獲選的包括 Esperanza Language Education、Café de Coral 及 São Paulo 的團隊，並獲 The Hong Kong University of Science and Technology 支持。',
    en: 'The winners include Esperanza Language Education, Café de Coral and a team from São Paulo, supported by The Hong Kong University of Science and Technology.',
  },
  {
    name: 'a table with a header',
    zh: '| 年度 | 撥款（百萬元） |\n|-|-|\n| 2021-22 | 120 |\n| 2022-23 | 135 |',
    en: '| Year | Allocation (HK$ million) |\n|-|-|\n| 2021-22 | 120 |\n| 2022-23 | 135 |',
  },
  {
    name: 'reserves at the end of a month',
    zh: '香港金融管理局（金管局）今日（1月3日）公布，2022年12月底的官方外匯儲備資產為4,240億美元（2022年11月底為4,233億美元），相當於貨幣流通量約五倍或港元貨幣供應M3的46%左右。',
    en: 'The Hong Kong Monetary Authority (HKMA) announced today (3 January) that the official foreign currency reserve assets of Hong Kong amounted to US$424.0 billion as at the end of December 2022 (end-November 2022: US$423.3 billion), about five times the currency in circulation or about 46% of Hong Kong dollar M3.',
  },
  {
    name: 'statistics with spaces between thousands',
    zh: '二零二二年第三季經季節性調整的本地生產總值實質下跌2.6%；失業人數由143 300人減少約8 500人至134 800人，地盤面積約為19,700平方米。',
    en: 'On a seasonally adjusted basis, GDP fell by 2.6% in real terms in the third quarter of 2022; the number of unemployed fell by around 8 500 from 143 300 to 134 800; the site area is about 19 700 square metres.',
  },
  {
    name: 'the particulars of an event',
    zh: '日期：2023年2月18至19日（星期六及日）\n\n時間：上午十時至下午六時（最後入場時間為下午五時三十分）\n\n地點：數碼港商場地下至二樓\n\n費用：免費入場；工作坊每位$120（小童及長者半價）',
    en: 'Date: 18-19 February 2023 (Saturday and Sunday)\n\nTime: 10am to 6pm (last admission at 5.30pm)\n\nVenue: G/F to 2/F, The Arcade, Cyberport\n\nFee: free admission; workshops $120 per person (half price for children and the elderly)',
  },
  {
    name: 'a contest',
    zh: '今屆共有來自18個國家和地區的逾1,200隊參賽，經過三輪評審選出30強，最終10隊脫穎而出，冠軍可獲獎金港幣50萬元及為期12個月的培育。',
    en: 'This year, more than 1,200 teams from 18 countries and regions took part. After three rounds of judging, 30 were shortlisted and ten stood out; the champion receives HK$500,000 and 12 months of incubation.',
  },
  {
    name: 'a financial year and paragraphs',
    zh: '在2023/24財政年度，政府會向創新及科技基金注資50億元，並預留30億元推動人工智能（AI）等範疇的研究，詳見《財政預算案》第101至105段。',
    en: 'In the 2023-24 financial year, the Government will inject $5 billion into the Innovation and Technology Fund and earmark $3 billion for research in areas such as artificial intelligence (AI); see paragraphs 101 to 105 of the Budget.',
  },
  {
    name: 'a typhoon',
    zh: '天文台於今早9時10分發出八號東北烈風或暴風信號。最高持續風速為每小時145公里，集結在香港以南約210公里，預料會以時速約18公里移動。',
    en: 'The Observatory issued the No. 8 Northeast Gale or Storm Signal at 9.10am today. With maximum sustained winds of 145 km/h, it was centred about 210 kilometres south of Hong Kong and is forecast to move at about 18 km/h.',
  },
  {
    name: 'a police report',
    zh: '警方就本月十二日凌晨約二時在彌敦道678號一間酒店發生的案件，拘捕一名三十七歲男子及兩名二十多歲女子，檢獲約值一百二十萬元的懷疑毒品。查詢：警察公共關係科2860 2860。',
    en: 'Police arrested a 37-year-old man and two women in their twenties in connection with a case at a hotel at 678 Nathan Road at about 2am on December 12, and seized suspected drugs worth about $1.2 million. Enquiries: Police Public Relations Branch, 2860 2860.',
  },
  {
    name: 'a growing community',
    zh: '截至2022年11月30日止，數碼港共有1,910間社區企業，較去年底的1,750間增加9.1%；累計融資額達386億元。',
    en: 'As at 30 November 2022, Cyberport had 1,910 community companies, up 9.1% from 1,750 at the end of 2021, with accumulated funds raised of HK$38.6 billion.',
  },
  {
    name: 'vaccination',
    zh: '七十歲或以上人士的首劑接種率為八成六，三至十一歲兒童則為七成三。2019冠狀病毒病確診個案錄得14,717宗，其中13,807宗為本地個案。',
    en: 'The first-dose rate is 86 per cent for those aged 70 or above and 73 per cent for children aged three to 11. There were 14 717 cases of COVID-19, of which 13 807 were local.',
  },
  {
    name: 'bus fares',
    zh: '由下周一（十二月十九日）起，巴士路線第33X號的收費由$9.8調整至$10.2，加幅約4%；可於B出口轉乘A11、E21號巴士或於1A月台候車，車程約25分鐘。',
    en: 'From next Monday (December 19), the fare of bus route No. 33X will rise from $9.8 to $10.2, or about 4%. Take bus A11 or E21 from Exit B or wait at platform 1A; the journey takes about 25 minutes.',
  },
  {
    name: 'contacts of an agency',
    zh: '傳媒查詢：\n\n數碼港 周小姐（電話：3166 3841／電郵：press@cyberport.hk）\n\n世聯顧問 陳先生（電話：2114 4322 / 6123 4567）',
    en: 'Media enquiries:\n\nCyberport: Ms Chow (Tel: 3166 3841; email: press@cyberport.hk)\n\nA-World: Mr Chan (Tel: 2114 4322 / 6123 4567)',
  },
  {
    name: 'a target',
    zh: '主席陳細明表示：「我們期望在未來五年內，將企業數目由1,900間倍增至3,800間，並創造逾1萬個職位。」',
    en: 'Simon Chan, Chairman, said: “We expect to double the number of companies from 1,900 to 3,800 within five years and to create over 10,000 jobs.”',
  },
  {
    name: 'emissions',
    zh: '與2018年基準年相比，碳排放量減少38.5%，用電量節省約七百五十萬度，相等於種植十五萬棵樹。',
    en: 'Compared with the 2018 base year, carbon emissions were cut by 38.5% and some 7.5 million kWh of electricity was saved, equivalent to planting 150,000 trees.',
  },
  {
    name: 'the New Year holidays',
    zh: '農曆新年假期（1月21日至25日）期間，中心將於年初一至初三休息，年初四（1月25日）照常開放。',
    en: 'The centre will be closed from the first to the third day during the Lunar New Year holidays (21 to 25 January) and reopen on the fourth day (25 January).',
  },
  {
    name: 'a course',
    zh: '課程為期20小時，分10節於逢星期二晚上7時至9時舉行，學費$2,800，額滿即止，查詢9188 1234（WhatsApp）。',
    en: 'The 20-hour course has 10 sessions held on Tuesdays from 7 to 9 pm; fee: $2,800, first come, first served. Enquiries: 9188 1234 (WhatsApp).',
  },
  {
    name: 'a survey by telephone',
    zh: '是次調查於9月5日至28日期間以電話訪問了1 024名18歲或以上市民，整體回應率為52.3%，在95%置信水平下，抽樣誤差為±3.1個百分點。',
    en: 'The survey interviewed 1 024 people aged 18 or above by telephone between 5 and 28 September, with an overall response rate of 52.3%; at the 95% confidence level the sampling error is ±3.1 percentage points.',
  },
  {
    name: 'results of a listed company',
    zh: '（股份代號：0066）2022年上半年股東應佔淨利潤為港幣47.32億元（2021年：26.73億元），每股中期股息0.42元。',
    en: '(Stock code: 0066) Net profit attributable to shareholders for the first half of 2022 was HK$4,732 million (2021: HK$2,673 million); interim dividend of HK$0.42 per share.',
  },
  {
    name: 'a bill',
    zh: '條例草案將於二○二三年一月六日刊憲，一月十一日首讀。違者最高可被罰款10萬元及監禁兩年。根據《公司條例》（第622章）第88條，公司須於42日內通知註冊處。',
    en: 'The Bill will be gazetted on January 6, 2023, and introduced for first reading on January 11. Offenders are liable to a fine of $100,000 and two years’ imprisonment. Under section 88 of the Companies Ordinance (Cap. 622), companies must notify the Registry within 42 days.',
  },
  {
    name: 'schools',
    zh: '全港逾九成中學參加，首100名報名的學校可獲贈價值約$3,000的套件；第二期於2023年9月推出，名額500個。',
    en: 'Over 90% of secondary schools in Hong Kong have joined. The first 100 schools to enrol get a kit worth about HK$3,000; the second phase, with 500 places, starts in September 2023.',
  },
  {
    name: 'a museum',
    zh: '展覽展出一百五十多件（套）珍貴文物，其中三分之一為國家一級文物；由公元前221年至公元220年，橫跨四百多年。',
    en: 'The exhibition has more than 150 items/sets of precious artefacts, one-third of them grade-one national treasures, spanning more than four centuries from 221 BC to AD 220.',
  },
  {
    name: 'helplines',
    zh: '如有情緒困擾，可致電24小時熱線：撒瑪利亞防止自殺會2389 2222、生命熱線2382 0000或「情緒通」18111。',
    en: 'People in distress can call these 24-hour hotlines: The Samaritan Befrienders 2389 2222, Suicide Prevention Services 2382 0000 or Mental Health Support 18111.',
  },
  {
    name: 'trade figures',
    zh: '11月份總出口貨值為3,489億元，按年跌24.1%；進口貨值3,776億元，跌20.3%，錄得有形貿易逆差287億元，相當於進口貨值的7.6%。',
    en: 'In November the value of total exports was $348.9 billion, down by 24.1% on a year earlier; imports were $377.6 billion, down by 20.3%. A visible trade deficit of $28.7 billion, or 7.6% of the value of imports, was recorded.',
  },
  {
    name: 'phases of a building',
    zh: '首階段（2023-2025年）興建兩座大樓，樓面約10萬平方呎；二期工程料2025年底至26年初竣工。',
    en: 'Phase 1 (2023-2025) will have two buildings of about 100,000 sq ft; Phase 2 will be completed between late 2025 and early 2026.',
  },
  {
    name: 'a policy address',
    zh: '《行政長官2022年施政報告》在5年內推出最少100項措施，當中約六成為短期措施；首批20公頃土地將於2024至25年度出售。',
    en: 'The Chief Executive’s 2022 Policy Address has at least 100 measures in five years, about 60 per cent of them short-term; the first 20 hectares will be sold in 2024-25.',
  },
  {
    name: 'sports',
    zh: '香港隊以3比1擊敗對手，奪得1金2銀3銅；第19屆亞運會於9月23日至10月8日在杭州舉行。',
    en: 'Hong Kong beat their opponents 3-1 and won one gold, two silver and three bronze medals; the 19th Asian Games were held in Hangzhou from 23 September to 8 October.',
  },
  {
    name: 'certificates and examinations',
    zh: '機構持有ISO 9001:2015及ISO/IEC 27001:2013認證；學生考獲DSE 5**，並參加小三、小六評估。',
    en: 'The organisation is certified to ISO 9001:2015 and ISO/IEC 27001:2013; students got 5** in the DSE and joined the assessments of Primary Three and Six.',
  },
  {
    name: 'a placing of shares',
    zh: '每股作價1.05港元，發行2億股，集資2.1億港元，較昨日收市價折讓約9.5%（或0.11港元）。',
    en: 'At HK$1.05 per share, 200 million shares were issued to raise HK$210 million, a discount of about 9.5% (or HK$0.11) to yesterday’s closing price.',
  },
  {
    name: 'temperatures and humidity',
    zh: '氣溫介乎攝氏16至20度，相對濕度百分之六十五至八十五。',
    en: 'Temperatures ranged between 16 and 20 degrees Celsius and relative humidity between 65 and 85 per cent.',
  },
  {
    name: 'halves',
    zh: '半年內完成；超過半數（52%）選擇每周在家工作兩天半。',
    en: 'To be completed in half a year; over half (52%) chose to work from home two and a half days a week.',
  },
  {
    name: 'rough numbers',
    zh: '數十間企業、數以百計學生，十多個團體',
    en: 'Dozens of companies, hundreds of students and more than ten groups',
  },
]

/** Something is wrong in each of these. */
export const FLAWED: readonly PressFragment[] = [
  {
    name: 'a sum that lost a zero',
    zh: '政府將注資一億二千萬元。',
    en: 'The Government will inject HK$12 million.',
    told: ['zh-hant number: 一億二千萬', 'en number: HK$12 million'],
  },
  {
    name: 'a date that differs',
    zh: '活動於本月22日舉行，12月23日截止。',
    en: 'The event is on 22 December; the deadline is 24 December.',
    told: ['zh-hant date: 12月23日', 'en date: 24 December'],
  },
  {
    name: 'a year that differs though both name one',
    zh: '計劃於2022年推出。',
    en: 'The scheme was launched in 2021.',
    told: ['zh-hant number: 2022', 'en number: 2021'],
  },
  {
    name: 'percentages that differ',
    zh: '六成四受訪者贊成，兩至三成反對。',
    en: '46% are in favour, 20 to 35 per cent are against.',
    told: [
      'zh-hant percentage: 六成四',
      'zh-hant percentage: 兩至三成',
      'en percentage: 46%',
      'en percentage: 20 to 35 per cent',
    ],
  },
  {
    name: 'a number of people that one edition lacks',
    zh: '計劃惠及30多萬名市民及128間學校。',
    en: 'The scheme benefits over 300,000 people.',
    told: ['zh-hant number: 128'],
  },
  {
    name: 'telephone numbers that are too short or differ',
    zh: '查詢請致電 2123 456 或電郵 press@cyberport.hk。',
    en: 'For enquiries, please call 2123 4567 or write to press@cyberport.hk.',
    told: ['zh-hant phone-invalid: 2123 456', 'en phone: 2123 4567'],
  },
  {
    name: 'sites that differ',
    zh: '網址：www.cyberport.hk',
    en: 'Website: www.cyberport.com.hk',
    told: ['zh-hant address: www.cyberport.hk', 'en address: www.cyberport.com.hk'],
  },
  {
    name: 'link texts of habit',
    zh: '詳情請[按此](/zh-hant/about)，[立即按此報名](https://event.cyberport.hk)，[更多資訊](https://cyberport.hk/a)，[詳情按此](https://cyberport.hk/b)。',
    en: 'For details, [click here](/en/about); [register here now](https://event.cyberport.hk), [more info](https://cyberport.hk/a), [click here for details](https://cyberport.hk/b).',
    told: [
      ...['按此', '立即按此報名', '更多資訊', '詳情按此'].map((words) => `zh-hant link-text-vague: ${words}`),
      ...['click here', 'register here now', 'more info', 'click here for details'].map(
        (words) => `en link-text-vague: ${words}`,
      ),
    ],
  },
  {
    name: 'files that do not say what they are',
    zh: '[下載PDF](/a.pdf)、[年報](/b.pdf)、[報名表格](https://cyberport.hk/form.docx)、[撥款數字](https://cyberport.hk/data.xlsx)',
    en: '[PDF](/a.pdf), [Annual report](/b.pdf), [Application form (Word)](https://cyberport.hk/form.docx), [Allocation figures (Excel)](https://cyberport.hk/data.xlsx)',
    told: [
      'zh-hant link-text-vague: 下載PDF',
      'zh-hant link-file-unnamed: 年報',
      'zh-hant link-file-unnamed: 報名表格',
      'zh-hant link-file-unnamed: 撥款數字',
      'en link-text-vague: PDF',
      'en link-file-unnamed: Annual report',
    ],
  },
  {
    name: 'a line in bold that is a heading, and a level that is skipped',
    zh: '**關於數碼港**\n\n數碼港是創科旗艦。\n\n## 背景\n\n#### 歷史\n\n始於2004年。',
    en: '**About Cyberport**\n\nCyberport is the flagship.\n\n## Background\n\n#### History\n\nSince 2004.',
    told: [
      'zh-hant heading-skipped: 歷史',
      'zh-hant heading-bold: 關於數碼港',
      'en heading-skipped: History',
      'en heading-bold: About Cyberport',
    ],
  },
  {
    name: 'spaces that make a layout',
    zh: '日　期：12月22日\n\n地　　點：數碼港\n\n主　席　　陳 大 文',
    en: 'Date: 22 December\n\nVenue: Cyberport\n\nChairman: Chan Tai-man',
    told: ['zh-hant layout-spaces: 日 期', 'zh-hant layout-spaces: 地 點', 'zh-hant layout-spaces: 席 陳'],
  },
  {
    name: 'a table without header',
    zh: '| | |\n|-|-|\n| 日期 | 12月22日 |',
    en: '| | |\n|-|-|\n| Date | 22 December |',
    told: ['zh-hant table-header-missing: 日期 | 12月22日', 'en table-header-missing: Date | 22 December'],
  },
  {
    name: 'passages in a third language',
    zh: '與 Direcção dos Serviços de Turismo 合作，並獲サイバーポートの皆様支持。',
    en: 'With the tourism office of Macao and friends of Cyberport in Japan (サイバーポートの皆様).',
    told: [
      'zh-hant language-unmarked: Direcção dos Serviços de Turismo',
      'zh-hant language-unmarked: サイバーポートの',
      'en language-unmarked: サイバーポートの',
    ],
  },
  {
    name: 'a photo that nobody described',
    zh: '![](photo:undecided)',
    en: '![The sea front](photo:undecided)',
    told: ['zh-hant photo-alt-missing: undecided'],
  },
  {
    name: 'a budget that differs',
    zh: '項目總投資額約為35億元，較原來預算的三十億元增加五億元。',
    en: 'Total investment is about $3.5 billion, up $500 million from the original budget of $3.2 billion.',
    told: ['zh-hant number: 三十億', 'en number: $3.2 billion'],
  },
  {
    name: 'a half that was lost',
    zh: '超過七成半受訪者滿意，較去年上升3個百分點。',
    en: 'More than 70% of respondents were satisfied, up three percentage points from last year.',
    told: ['zh-hant percentage: 七成半', 'en percentage: 70%'],
  },
  {
    name: 'a deadline that differs',
    zh: '報名日期：由即日起至2023年1月31日（星期二）下午5時正。',
    en: 'Application period: from now until 30 January 2023 (Monday), 5 pm.',
    told: ['zh-hant date: 2023年1月31日', 'en date: 30 January 2023'],
  },
  {
    name: 'a year written with a circle that differs',
    zh: '中心於一九九九年成立，二○○四年啟用。',
    en: 'Founded in 1999, the centre opened in 2003.',
    told: ['zh-hant number: 二○○四', 'en number: 2003'],
  },
  {
    name: 'a telephone number with two digits changed over',
    zh: '查詢熱線：2123 4567（一般查詢）、2123 4568（傳媒）',
    en: 'Enquiries: 2123 4567 (general), 2123 4586 (media)',
    told: ['zh-hant phone: 2123 4568', 'en phone: 2123 4586'],
  },
  {
    name: 'a mail address that differs',
    zh: '請電郵至 enquiry@cyberport.hk',
    en: 'Please email enquiries@cyberport.hk',
    told: ['zh-hant address: enquiry@cyberport.hk', 'en address: enquiries@cyberport.hk'],
  },
  {
    name: 'a sentence that one edition lacks',
    zh: '活動吸引約2,500名參加者，當中三成為學生，另有86間機構協辦。',
    en: 'The event attracted about 2,500 participants.',
    told: ['zh-hant percentage: 三成', 'zh-hant number: 86'],
  },
  {
    name: '億 taken for a billion',
    zh: '批出貸款逾1.2億元，惠及3萬間企業。',
    en: 'Loans of over $1.2 billion were approved, benefiting 30,000 enterprises.',
    told: ['zh-hant number: 1.2億', 'en number: $1.2 billion'],
  },
  {
    name: 'bold lines above lists and contacts',
    zh: '**活動詳情**\n- 日期：12月22日\n- 地點：數碼港\n\n**傳媒查詢：**\n\n周小姐',
    en: '**Event details**\n- Date: 22 December\n- Venue: Cyberport\n\n**Media enquiries:**\n\nMs Chow',
    told: [
      'zh-hant heading-bold: 活動詳情',
      'zh-hant heading-bold: 傳媒查詢：',
      'en heading-bold: Event details',
      'en heading-bold: Media enquiries:',
    ],
  },
  {
    name: 'a form behind a vague link',
    zh: '[按此處](/zh-hant/a)下載[申請表](https://a.hk/form.pdf)，[這裡](https://a.hk/x)報名。[請按此連結](https://a.hk/z)',
    en: 'Download the [form](https://a.hk/form.pdf) [here](/en/a). [Learn more](https://a.hk/x). [link](https://a.hk/z)',
    told: [
      'zh-hant link-text-vague: 按此處',
      'zh-hant link-text-vague: 這裡',
      'zh-hant link-text-vague: 請按此連結',
      'zh-hant link-file-unnamed: 申請表',
      'en link-text-vague: here',
      'en link-text-vague: Learn more',
      'en link-text-vague: link',
      'en link-file-unnamed: form',
    ],
  },
  {
    name: 'a host set apart by spaces',
    zh: '主 持 人：陳大文　李小明\n\n二零二二年  十二月',
    en: 'Host: Chan Tai-man, Lee Siu-ming\n\nDecember 2022',
    told: ['zh-hant layout-spaces: 主 持 人', 'zh-hant layout-spaces: 年 十'],
  },
  {
    name: 'French without accents',
    zh: '大會主題為「Ensemble, construisons une ville intelligente et durable」。',
    en: 'The theme is “Together, let us build a smart and sustainable city”.',
    told: ['zh-hant language-unmarked: Ensemble, construisons une ville intelligente et durable'],
  },
  {
    name: 'a link that dials another number',
    zh: '電話：[3166 3842](tel:+85231663843)',
    en: 'Tel: [3166 3842](tel:+85231663842)',
    told: ['zh-hant phone-mismatch: 3166 3842', 'zh-hant phone: +85231663843'],
  },
  {
    name: 'numbers too short and too long',
    zh: '致電 2123 4567 或 2123 456，傳真 2123 45678',
    en: 'Tel 2123 4567',
    told: ['zh-hant phone-invalid: 2123 456', 'zh-hant phone-invalid: 2123 45678'],
  },
]
