/**
 * Where the default of a frequent character is worth a look. 后 is nearly always 後, but 后 beside 皇 or 冠 may be a queen.
 * A character that is not here is doubted wherever no word decides.
 */

/** Neighbours that ask for another result, Mainland to Hong Kong: before / after. */
const TO_HANT = [
  '后 皇王太天母影歌视帝妃立废册封美蜂蚁午西/冠妃土羿稷位宫党座里海街龙',
  '了 明/解望然如若悟',
  '须 胡触长龙虎白髯美刮剃留/眉发根生髯鲸',
  '只 一二两三四五六七八九十百千万亿数几多每这那各半整单首该船有养0123456789/猫狗鸡鸭鹅鸟鱼虫牛羊猪马兔鼠猴虎狼手脚眼耳鞋袜影字',
  '里 一二两三四五六七八九十百千万公英海华哩邻乡故巴阿玛马凯哈亨莫诺萨卡托洛斯特尔拉利米克加亚贝维德/程数弄巷坊长斯尔克奇亚卡拉加昂约奥维兹士民人',
  '向 响一/往导',
  '面 吃煮炒拉汤碗拌捞冷热炸擀粉米牛鸡猪虾仔杯泡凉寿干/包粉条食馆店档团线筋皮家酱',
  '松 放轻宽蓬疏不稍太肉/开手口绑弛散动软懈脱紧饼',
  '谷 五稻打百布/物类仓种壳米',
  '云 诗书人古有所不俗谚又亦子/',
  '卷 席春蛋胶龙花风内瑞手/入走起款土烟尺发闸筒缩轴',
  '历 农日月公阳阴西黄挂台年/法书',
  '杯 界洲国冠军赛银金奖足联总名/赛决',
  '尽 /管快早速量可先',
  '借 凭/此由着助口机故以词',
  '占 观卦/卜卦星士美',
  '几 茶条案窗小/案',
  '御 防抵抗/寒敌侮',
  '致 精细雅别标景密/',
  '舍 不取施难割/弃得身己命近我此',
  '胡 /须子渣同',
  '志 杂日网标县地方墓通/庆哀念异喜',
  '划 计规策筹刻勾比企/分定归一清拨',
  '托 委信寄付拜嘱/付管运词儿',
  '注 备附标批脚/释册解脚销疏',
  '欲 食性物情私贪肉色/望火',
  '症 /结',
  '升 东毕/华平',
  '回 巡迂轮峰萦低/避旋转响荡廊归流圈',
  '汇 词字语总/编整丰控',
  '表 手名钟腕怀陀戴/带壳行匠款链',
  '岳 五东西南北中山/麓',
  '周 上本下每两一单双/末一二三四五六日刊年期',
  '采 风神文精光喝丰无沒/邑风石',
]

/** The same, Hong Kong to Mainland. */
const TO_HANS = ['甚 /麼么', '劃 勾刻描比/', '沈 深低浮下昏/默重迷澱沒船思淪溺睡浸穩痛悶積寂着著', '乾 /坤隆']

interface Contexts {
  before: string
  after: string
}

const contexts = new Map([...TO_HANT, ...TO_HANS].map(readRow))

function readRow(row: string): [string, Contexts] {
  const [before = '', after = ''] = row.slice(2).split('/')
  return [row.charAt(0), { before, after }]
}

/** Whether the neighbours ask for a look at the default of the character at `index`. */
export function isDefaultDoubtful(text: string, index: number): boolean {
  const found = contexts.get(text.charAt(index))
  if (!found) return true
  const before = text.charAt(index - 1)
  const after = text.charAt(index + 1)
  return (before !== '' && found.before.includes(before)) || (after !== '' && found.after.includes(after))
}
