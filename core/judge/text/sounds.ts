// Decides which characters sound alike, tones aside: those that names of children are written with.

/** Syllable, then its characters. */
const SYLLABLES =
  'a阿啊 ai爱艾哀埃蔼璦嫒 an安桉岸按暗庵谙 ang昂 ao奥傲敖澳遨翱 ba八巴爸芭拔霸坝 bai白百柏拜佰 ban班斑板半伴般颁办 bang邦帮榜棒 bao宝保包报抱豹鲍褒葆堡暴胞苞  ' +
  'bei贝北蓓倍备被杯悲辈背 ben本奔笨 bi比碧必毕笔彼璧弼臂币壁避 bian边变卞汴便编辩 biao标彪表飚 bin斌滨彬宾冰缤 bing兵丙炳秉并病饼邴 bo博波伯勃渤搏玻泊 bu布步部卜不补  ' +
  'cai才财彩采蔡裁材菜 can参灿璨餐残 cang苍仓沧藏 cao曹草操 ce策册测 cen岑 chai柴 chan禅婵蝉 chang昌长常畅唱敞倡 chao超朝潮晁巢 che车彻澈  ' +
  'chen晨陈辰臣琛沉宸忱尘谌 cheng成程城诚承呈澄橙丞铖乘盛 chi池驰迟赤持 chong崇充冲 chou丑愁 chu楚初储出褚础处 chuan川传船穿 chuang创窗 chun春纯淳椿醇 ci慈次词辞  ' +
  'cong聪丛从琮 cui崔翠璀 cun村存 da大达答 dai戴代黛岱带 dan丹单淡但旦 dang当党荡 dao道刀岛导 de德得 deng邓登灯等 di迪弟帝笛第地狄 dian典电点店 diao刁雕  ' +
  'ding丁定顶鼎订 dong东冬董栋动洞 dou豆斗窦 du杜都独度笃 duan段端 dui对 dun顿敦 duo多朵铎 en恩 er尔儿二耳 fa发法 fan凡范帆樊繁梵番 fang方芳房放坊  ' +
  'fei飞菲霏斐费非妃 fen芬奋粉分汾 feng风枫峰锋丰凤冯封烽逢 fu福富付傅符甫芙夫扶服复抚 gai盖改 gan甘干赣感 gang刚钢岗 gao高皋告 ge歌戈葛格哥阁 gen根 geng耿庚更  ' +
  'gong龚宫公功巩恭工弓 gou苟勾 gu古谷顾固故辜 guan关官冠观管贯 guang光广 gui贵桂归 guo国果郭过 ha哈 hai海亥 han涵寒韩含汉晗翰瀚函邯罕 hang航杭  ' +
  'hao浩豪好昊皓郝号灏颢毫 he和何贺河禾荷鹤赫合 heng恒衡亨珩 hong红宏洪鸿虹弘泓 hou侯厚后候 hu胡湖虎壶户护琥 hua华花画化桦骅 huai怀淮 huan欢环焕桓寰幻 huang黄皇煌凰晃  ' +
  'hui慧惠辉晖会卉汇绘徽蕙回 huo霍火活 ji吉季纪计姬基积继济冀寄骥技绩极及记玑 jia佳家嘉加贾甲夹珈 jian建健剑坚简见鉴兼间渐俭 jiang江姜蒋将疆降匠 jiao娇骄教焦蛟皎姣交角  ' +
  'jie杰洁捷婕节解结姐界 jin金锦晋津进今瑾谨靳近劲尽 jing静晶京景敬靖婧菁经精井竞荆境镜 jiong炯 jiu久九玖 ju菊居巨举鞠聚 juan娟卷涓 jue觉珏决爵 jun军俊君骏钧均峻郡珺竣筠  ' +
  'kai凯开恺楷铠 kan侃 kang康亢 ke可克科柯珂课轲 kong孔空 kou寇 kuang匡旷邝 kui奎葵魁 kun坤昆琨锟 lai来赖莱 lan兰岚蓝澜烂览 lang朗郎浪琅 lao劳老 le乐勒  ' +
  'lei雷磊蕾垒 leng冷 li李力丽立利莉理里励黎礼历梨璃俐厉栗漓鹂 lian连莲廉练联恋涟 liang亮良梁靓量凉 liao廖辽 lie烈 lin林琳霖临麟凛淋邻蔺 ling玲灵凌铃陵岭零龄菱令聆  ' +
  'liu刘柳流六留 long龙隆珑 lou楼娄 lu路鹿陆露卢鲁璐录禄芦 luan栾 lun伦轮 luo罗洛骆络落 lv吕律绿旅履 ma马麻妈玛 mai麦迈 man曼满漫蔓 mao毛茂懋冒 mei梅美妹媚玫眉枚  ' +
  'meng梦孟萌蒙朦 mi米蜜密弥 mian绵棉勉 miao苗妙淼渺缪 min敏民闵旻岷珉 ming明鸣名铭茗冥溟 mo莫墨默沫茉末陌 mu木牧穆慕沐睦 na娜那纳 nai乃奈 nan南楠男囡喃 neng能  ' +
  'ni妮倪尼霓 nian年念 ning宁凝 niu牛妞 nong农 nuo诺 ou欧 pan潘盼攀 pang庞 pei佩培裴沛 peng鹏朋彭蓬 pi皮 pian翩 pin品 ping平萍苹屏 po坡  ' +
  'pu浦朴普蒲濮 qi琪奇齐祺启其琦棋起淇七祁绮戚期骐器 qian倩谦千前乾钱茜芊潜 qiang强蔷 qiao乔巧桥俏樵 qin琴勤秦钦沁芹亲 qing青清晴庆卿擎情 qiong琼 qiu秋丘邱裘求球  ' +
  'qu曲屈瞿趣 quan全权泉荃 qun群 ran然冉燃染 rang让 ren仁任人忍韧 ri日 rong荣蓉容融榕戎 rou柔 ru如儒茹汝 ruan阮 rui瑞睿锐蕊芮 run润 ruo若 sa萨  ' +
  'sang桑 sen森 sha莎沙 shan山珊杉善闪姗 shang尚上商 shao少邵绍韶 she舍佘 shen沈深申慎神莘 sheng生胜升圣声晟笙 shi诗石史师施时世士实识轼仕 shou寿守  ' +
  'shu书淑树舒蜀殊抒姝 shuai帅 shuang双爽霜 shui水 shun顺舜 shuo硕朔 si思司斯丝四偲 song宋松嵩颂 su苏素肃粟夙 sui随隋岁 sun孙 suo索 ta塔 tai泰太台  ' +
  'tan谭覃谈坛 tang唐汤堂棠糖 tao涛陶桃滔韬 teng腾滕 ti缇 tian天田甜恬 tiao条 tie铁 ting婷庭廷亭霆汀 tong童通彤同桐佟潼 tu图土涂屠 tuan团 wan万婉晚宛琬皖  ' +
  'wang王旺望汪忘 wei伟薇维卫微威魏未巍韦玮唯蔚炜为位惟苇 wen文雯闻温稳汶纹 weng翁 wo沃 wu武吴伍五午梧悟舞乌邬巫雾 xi希西熙夕喜溪曦惜席习锡玺汐奚 xia夏霞侠下  ' +
  'xian先贤闲仙弦显娴宪冼鲜 xiang翔祥想香向湘项相享襄 xiao小晓肖笑潇霄萧筱校孝啸骁逍 xie谢协写 xin心欣新鑫馨信昕辛歆忻芯 xing星兴行杏幸邢醒型 xiong雄熊 xiu秀修  ' +
  'xu徐许旭绪胥 xuan轩宣萱璇玄瑄暄 xue雪学薛 xun勋寻荀洵巡迅 ya雅亚娅芽涯 yan燕艳岩严颜言彦妍焱炎闫延雁研琰嫣晏阎演 yang阳杨洋扬羊样央漾 yao瑶尧姚耀遥药曜垚 ye叶野烨业夜晔冶  ' +
  'yi一依怡艺义毅逸宜亦易忆伊仪奕益意翼懿轶译以翊 yin音银尹殷寅印引吟隐茵 ying英颖莹瑛迎盈应影滢赢樱 yong勇永咏泳雍庸 you友优有悠佑游尤幽  ' +
  'yu玉宇雨语钰裕郁余于鱼煜瑜育毓与羽豫昱俞愉誉禹渝虞喻妤予 yuan元源媛远园圆袁渊缘苑原沅 yue月悦越跃岳玥粤 yun云芸运韵昀耘允蕴 zai再 zan赞 zang臧 zao早 ze泽则择 zeng曾增  ' +
  'zhai翟 zhan展詹湛战占 zhang张章彰璋掌漳 zhao赵照昭兆召 zhe哲喆者浙 zhen真珍振震贞镇祯臻甄蓁朕 zheng正政郑征铮峥争 zhi志智芝之知致直芷挚执治枝 zhong中忠仲钟众重  ' +
  'zhou周舟州洲 zhu朱珠竹祝诸柱筑主 zhuang庄壮 zhuo卓琢灼 zi子紫梓姿自资滋兹 zong宗综 zou邹 zu祖 zuo左佐'

/** Code of a character → syllable without tone. */
const SOUNDS: ReadonlyMap<number, string> = new Map(
  SYLLABLES.split(' ').flatMap((entry) => {
    const syllable = /^[a-z]+/.exec(entry)?.[0] ?? ''
    return [...entry.slice(syllable.length)].map((char) => [char.charCodeAt(0), syllable] as const)
  }),
)

/** A syllable, or the code of a character that is not listed: it sounds like itself only. */
export type Sound = string | number

/** How the character at a place sounds. */
export function soundAt(text: string, at: number): Sound {
  const code = text.charCodeAt(at)
  return SOUNDS.get(code) ?? code
}
