// Decides which stretches of a text could be a child's full name, so that a school's rosters can be asked for them.

/** The surnames of nearly everybody. */
const SURNAMES = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由'.normalize(
    'NFC',
  ),
)
const HAN_RUN = /[\p{Script=Han}]{2,}/gu
const NAME_LENGTHS = [2, 3, 4]
/** A text of 2,500 characters holds fewer; more are not asked for. */
const CALLED_MOST = 2_000

/** Two to four Chinese characters that begin with a surname, once each. */
export function findCalledNames(text: string): string[] {
  const found = new Set<string>()
  for (const [run] of text.matchAll(HAN_RUN))
    for (let at = 0; at + 1 < run.length; at++) {
      if (!SURNAMES.has(run.charAt(at))) continue
      for (const length of NAME_LENGTHS)
        if (at + length <= run.length && found.size < CALLED_MOST) found.add(run.slice(at, at + length))
    }
  return [...found]
}
