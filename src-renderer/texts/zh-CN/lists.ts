/** 名单给谁用、谁先不联系：打印和导出都这样问。 */

export const lists = {
  purpose: '用来',
  purposes: { contact: '联系客户', record: '存档' },
  purposeSay: {
    contact: '现在不该联系的人不列进去。',
    record: '所有人都在；现在不该联系的人，电话那一格写原因。',
  },
  held: {
    line_other: '{{count, number}} 位现在先不联系',
    ofFirst: '（只看了前 {{count, number}} 位）',
    see: '看是谁、为什么',
    title_other: '{{count, number}} 位现在先不联系',
    who: '客户',
    why: '为什么',
  },
  reach: {
    phone_other: '电话 {{count, number}} 位',
    marketplace_other: '平台找人 {{count, number}} 位',
    post_other: '寄信 {{count, number}} 位',
    none_other: '联系不上 {{count, number}} 位',
    say: '有完整电话的打电话；没有的，复制昵称或订单号到平台后台找；再没有就寄信',
  },
} as const;
