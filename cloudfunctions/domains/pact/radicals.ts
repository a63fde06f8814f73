// Decides which letter a radical stands for that Unicode does not decompose: PDFs of browsers write 家⻓ with one.

/** Those of the block CJK Radicals Supplement that are letters by themselves (Unicode, EquivalentUnifiedIdeograph.txt). */
const WRITTEN = '⺁⺇⺎⺐⺒⺓⺛⺝⺟⺠⺩⺫⺬⺶⺻⺼⺽⻁⻄⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻯⻰⻳'
const MEANT = '厂几兀尢巳幺旡月母民王目示羊聿肉臼虎西见角贝车長长门青韦页风飞食首马骨鬼鱼鸟卤麦黄黾齐齿竜龙龟'

export const RADICALS: ReadonlyMap<string, string> = new Map(
  [...WRITTEN].map((radical, at) => [radical, MEANT[at] ?? radical]),
)
